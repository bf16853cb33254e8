/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * rdma-core's indirect keys: a list of pieces or an interleaved pattern put under a key by a work request. The key
 * of each side is configured by that side's queue; its addresses begin at 0.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"

#define ENTRIES 48u
#define CONFIG  0xc0f1u

enum how { BY_LIST, BY_SETTERS };

struct pattern { /* what mlx5dv_wr_mr_interleaved takes */
	uint32_t repeat;
	uint16_t n;
	struct mlx5dv_mr_interleaved lane[ENTRIES];
};

struct pair { /* a key a side */
	struct mlx5dv_mkey *key[2];
	struct keys_view view[2];
	struct pattern pattern;
};

static struct vb_end *end_of(struct keys *k, int side)
{
	return side == 0 ? &k->a : &k->b;
}

static struct vb_mem *mem_of(struct keys *k, int side)
{
	return side == 0 ? &k->ma : &k->mb;
}

static struct mlx5dv_mkey *make(struct keys *k, int side, uint16_t entries, uint32_t flags)
{
	struct mlx5dv_mkey_init_attr attr = {
		.pd = end_of(k, side)->dev->pd,
		.create_flags = MLX5DV_MKEY_INIT_ATTR_FLAGS_INDIRECT | flags,
		.max_entries = entries,
	};
	struct mlx5dv_mkey *key = mlx5dv_create_mkey(&attr);

	if (key == NULL)
		vb_why(&k->log, "mlx5dv_create_mkey: %s", strerror(errno));
	return key;
}

static bool unmake(struct keys *k, struct mlx5dv_mkey *key)
{
	int ret = key != NULL ? mlx5dv_destroy_mkey(key) : 0;

	return ret == 0 || vb_why(&k->log, "mlx5dv_destroy_mkey: %s", strerror(ret));
}

static void begin(struct vb_end *e)
{
	ibv_wr_start(e->qpx);
	e->qpx->wr_id = CONFIG;
	e->qpx->wr_flags = IBV_SEND_INLINE | IBV_SEND_SIGNALED;
}

static bool end(struct vb_end *e, enum ibv_wc_status status)
{
	int ret = ibv_wr_complete(e->qpx);

	if (ret != 0)
		return vb_why(e->dev->log, "ibv_wr_complete: %s", strerror(ret));
	return vb_expect(e, CONFIG, status);
}

/* the view's pieces, through the memory's own region, become the key's */
static bool list(struct keys *k, int side, struct mlx5dv_mkey *key, struct keys_view *v,
	enum how how, uint32_t access)
{
	struct mlx5dv_mkey_conf_attr conf = {0};
	struct vb_end *e = end_of(k, side);
	struct ibv_sge sge[ENTRIES];

	for (uint32_t i = 0; i < v->n; i++)
		sge[i] = (struct ibv_sge){.addr = (uintptr_t)v->mem->buf + v->piece[i].off,
			.length = v->piece[i].len,
			.lkey = v->mem->mr->lkey};
	v->key = key->lkey;
	v->base = 0;
	begin(e);
	if (how == BY_LIST) {
		mlx5dv_wr_mr_list(e->dvqpx, key, access, (uint16_t)v->n, sge);
	} else {
		mlx5dv_wr_mkey_configure(e->dvqpx, key, 2, &conf);
		mlx5dv_wr_set_mkey_access_flags(e->dvqpx, access);
		mlx5dv_wr_set_mkey_layout_list(e->dvqpx, (uint16_t)v->n, sge);
	}
	return end(e, IBV_WC_SUCCESS);
}

static bool interleave(struct keys *k, int side, struct mlx5dv_mkey *key, struct keys_view *v,
	const struct pattern *p, enum how how)
{
	struct mlx5dv_mkey_conf_attr conf = {0};
	struct vb_end *e = end_of(k, side);

	v->key = key->lkey;
	begin(e);
	if (how == BY_LIST) {
		mlx5dv_wr_mr_interleaved(
			e->dvqpx, key, VB_ALL_RIGHTS, p->repeat, p->n, (void *)p->lane);
	} else {
		mlx5dv_wr_mkey_configure(e->dvqpx, key, 2, &conf);
		mlx5dv_wr_set_mkey_access_flags(e->dvqpx, VB_ALL_RIGHTS);
		mlx5dv_wr_set_mkey_layout_interleaved(e->dvqpx, p->repeat, p->n, p->lane);
	}
	return end(e, IBV_WC_SUCCESS);
}

/* @n lanes side by side in records that repeat, or each lane with a stride of its own */
static void any_pattern(struct keys *k, int side, struct pattern *p, struct keys_view *v,
	uint32_t repeat, uint16_t n, bool records)
{
	struct vb_mem *m = mem_of(k, side);
	uint32_t share = KEYS_MEM / repeat / n / 8; /* words of a lane's turn */

	keys_view_one(v, m, 0, 0, 0, 0);
	v->n = 0;
	p->repeat = repeat;
	p->n = n;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t gap = vb_below(&k->rng, share / 2) * 8;
		uint32_t len = (1 + vb_below(&k->rng, share / 2)) * 8;
		uint32_t off = records ? i * share * 8 + gap : i * share * repeat * 8 + gap;

		p->lane[i] = (struct mlx5dv_mr_interleaved){.addr = (uintptr_t)m->buf + off,
			.bytes_count = len,
			.bytes_skip = (records ? n * share * 8 : share * 8) - len,
			.lkey = m->mr->lkey};
	}
	for (uint32_t turn = 0; turn < repeat; turn++)
		for (uint32_t i = 0; i < n; i++)
			keys_view_add(v,
				(uint32_t)(p->lane[i].addr - (uintptr_t)m->buf) +
					turn * (p->lane[i].bytes_count + p->lane[i].bytes_skip),
				p->lane[i].bytes_count);
}

static bool both_ways(struct keys *k, struct pair *p, uint32_t what)
{
	return keys_traffic(k, &k->a, &p->view[0], &k->b, &p->view[1], what) &&
	       keys_traffic(k, &k->b, &p->view[1], &k->a, &p->view[0], what);
}

/* every count that fits, laid out anew again and again under live keys */
static bool lists(struct keys *k, struct pair *p, enum how how)
{
	static const uint8_t counts[] = {1, 2, 3, 4, 5, 8, 16, 33, ENTRIES};

	for (size_t i = 0; i < sizeof(counts); i++) {
		uint32_t align = i & 1 ? 8 : 1;

		for (int s = 0; s < 2; s++) {
			keys_view_scatter(k, &p->view[s], mem_of(k, s), counts[i], align);
			if (!list(k, s, p->key[s], &p->view[s], how, VB_ALL_RIGHTS))
				return false;
		}
		if (!both_ways(k, p, align == 8 ? KEYS_ALL : KEYS_ALL & ~KEYS_ATOMIC))
			return false;
	}
	return true;
}

static bool interleaved(struct keys *k, struct pair *p, enum how how)
{
	static const struct {
		uint16_t repeat, n;
		bool records;
	} shapes[] = {{1, 1, true}, {1, 5, true}, {7, 1, false}, {32, 3, true}, {32, 3, false},
		{100, 7, true}, {300, 3, false}, {2, ENTRIES - 1, true}};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		for (int s = 0; s < 2; s++) {
			any_pattern(k, s, &p->pattern, &p->view[s], shapes[i].repeat, shapes[i].n,
				shapes[i].records);
			if (!interleave(k, s, p->key[s], &p->view[s], &p->pattern, how))
				return false;
		}
		if (!both_ways(k, p, KEYS_ALL))
			return false;
	}
	return true;
}

/* a key over two windows into a key that is a list itself */
static bool nested(struct keys *k, struct pair *p)
{
	struct mlx5dv_mkey *outer = make(k, 1, 4, 0);
	struct keys_view *inner = &p->view[1], *v = calloc(1, sizeof(*v));
	struct ibv_sge sge[2];
	bool ok = outer != NULL && v != NULL;

	keys_view_scatter(k, inner, &k->mb, 16, 8);
	ok = ok && list(k, 1, p->key[1], inner, BY_LIST, IBV_ACCESS_LOCAL_WRITE);
	if (ok) {
		/* all but the first piece, then the first two */
		uint32_t first = inner->piece[0].len, two = first + inner->piece[1].len;

		sge[0] = (struct ibv_sge){first, inner->len - first, inner->key};
		sge[1] = (struct ibv_sge){0, two, inner->key};
		keys_view_one(v, &k->mb, inner->piece[1].off, inner->piece[1].len, outer->lkey, 0);
		for (uint32_t i = 2; i < inner->n + 2; i++)
			keys_view_add(
				v, inner->piece[i % inner->n].off, inner->piece[i % inner->n].len);
		begin(&k->b);
		mlx5dv_wr_mr_list(k->b.dvqpx, outer, VB_ALL_RIGHTS, 2, sge);
		keys_view_mem(&p->view[0], &k->ma);
		ok = end(&k->b, IBV_WC_SUCCESS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_READ | KEYS_ATOMIC) &&
		     /* the inner key has local rights only */
		     keys_try(k, &k->a, true, 0, 8, inner->key, IBV_WC_REM_ACCESS_ERR);
	}
	free(v);
	return unmake(k, outer) && ok;
}

/* a list with a hole: the key that reads as zeros and keeps nothing */
static bool hole(struct keys *k, struct pair *p)
{
	enum { LEN = 700, HOLE = 5000, END = 2 * LEN + HOLE };
	struct ibv_mr *none = ibv_alloc_null_mr(k->b.dev->pd);
	struct vb_op op = {.wr_id = 2,
		.addr = (uintptr_t)k->ma.buf,
		.len = END,
		.lkey = k->ma.mr->lkey,
		.rkey = p->key[1]->rkey};
	struct ibv_sge sge[3] = {{(uintptr_t)k->mb.buf + 1, LEN, k->mb.mr->lkey}, {0, HOLE, 0},
		{(uintptr_t)k->mb.buf + 30001, LEN, k->mb.mr->lkey}};
	bool ok;

	if (none == NULL)
		return vb_why(&k->log, "ibv_alloc_null_mr: %s", strerror(errno));
	sge[1].lkey = none->lkey;
	begin(&k->b);
	mlx5dv_wr_mr_list(k->b.dvqpx, p->key[1], VB_ALL_RIGHTS, 3, sge);
	ok = end(&k->b, IBV_WC_SUCCESS);
	op.opcode = IBV_WR_RDMA_READ;
	memcpy(k->ma.want, k->mb.want + 1, LEN);
	memset(k->ma.want + LEN, 0, HOLE);
	memcpy(k->ma.want + LEN + HOLE, k->mb.want + 30001, LEN);
	ok = ok && keys_outcome(k, &k->a, &op, IBV_WC_SUCCESS);
	vb_mem_fill(&k->ma, &k->rng);
	op.opcode = IBV_WR_RDMA_WRITE;
	memcpy(k->mb.want + 1, k->ma.want, LEN);
	memcpy(k->mb.want + 30001, k->ma.want + LEN + HOLE, LEN);
	ok = ok && keys_outcome(k, &k->a, &op, IBV_WC_SUCCESS);
	return ibv_dereg_mr(none) == 0 && ok;
}

/* the low byte of the key is the application's to change, where the kernel says so */
static bool tagged(struct keys *k, struct pair *p)
{
	struct mlx5dv_mkey *key = make(k, 1, 8, MLX5DV_MKEY_INIT_ATTR_FLAGS_UPDATE_TAG);
	struct keys_view *v = &p->view[1];
	uint32_t old;
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	for (uint32_t tag = 0; ok && tag < 3; tag++) {
		old = key->lkey;
		key->lkey = key->rkey = (old & ~0xffu) | ((tag * 0x7f) & 0xff);
		keys_view_scatter(k, v, &k->mb, 8, 8);
		ok = list(k, 1, key, v, BY_SETTERS, VB_ALL_RIGHTS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
		     (tag == 0 || keys_try(k, &k->a, true, 0, 8, old, IBV_WC_REM_ACCESS_ERR));
	}
	return unmake(k, key) && ok;
}

/* one SEND gathers from two keys, one receive scatters to two: each a list and a plain region in turn */
static bool several(struct keys *k, struct pair *p)
{
	struct vb_mem *m[2] = {&k->ma, &k->mb};
	struct ibv_sge sge[2][4];
	struct ibv_send_wr *bad_send, send = {.wr_id = 1,
					      .sg_list = sge[0],
					      .num_sge = 4,
					      .opcode = IBV_WR_SEND,
					      .send_flags = IBV_SEND_SIGNALED};
	struct ibv_recv_wr *bad_recv, recv = {.wr_id = 2, .sg_list = sge[1], .num_sge = 4};
	struct keys_view *whole = calloc(2, sizeof(*whole));
	bool ok = whole != NULL;

	for (int s = 0; ok && s < 2; s++) {
		struct keys_view *v = &p->view[s];

		/* below 32 KiB the list, above it the region */
		keys_view_scatter(k, v, m[s], 16, 1);
		for (v->len = 0, v->n = 0; v->n < 4; v->n++) {
			v->piece[v->n] = (struct keys_range){
				(3 - v->n) * 8192 + 5 + v->n, 1500 + 100 * v->n};
			v->len += v->piece[v->n].len;
		}
		ok = list(k, s, p->key[s], v, BY_LIST, VB_ALL_RIGHTS);
		/* the list's second half, a stretch, the list's first half, a stretch */
		sge[s][0] = (struct ibv_sge){1500 + 1600, 1700 + 1800, v->key};
		sge[s][1] = (struct ibv_sge){(uintptr_t)m[s]->buf + 40001, 1000, m[s]->mr->lkey};
		sge[s][2] = (struct ibv_sge){0, 1500 + 1600, v->key};
		sge[s][3] = (struct ibv_sge){(uintptr_t)m[s]->buf + 50003, 2000, m[s]->mr->lkey};
		whole[s].mem = m[s];
		keys_view_add(&whole[s], v->piece[2].off, v->piece[2].len);
		keys_view_add(&whole[s], v->piece[3].off, v->piece[3].len);
		keys_view_add(&whole[s], 40001, 1000);
		keys_view_add(&whole[s], v->piece[0].off, v->piece[0].len);
		keys_view_add(&whole[s], v->piece[1].off, v->piece[1].len);
		keys_view_add(&whole[s], 50003, 2000);
	}
	if (ok) {
		keys_view_copy(&whole[1], 0, &whole[0], 0, whole[0].len);
		ok = ibv_post_recv(k->b.qp, &recv, &bad_recv) == 0 &&
		     ibv_post_send(k->a.qp, &send, &bad_send) == 0 &&
		     vb_expect(&k->b, 2, IBV_WC_SUCCESS) && vb_expect(&k->a, 1, IBV_WC_SUCCESS) &&
		     vb_mem_check(m[0], "a's memory") && vb_mem_check(m[1], "b's memory");
	}
	free(whole);
	return ok;
}

static bool rights(struct keys *k, struct pair *p)
{
	const enum ibv_wc_status refused = IBV_WC_REM_ACCESS_ERR;
	struct keys_view *v = &p->view[1];
	struct vb_op op = {.opcode = IBV_WR_SEND, .wr_id = 3, .len = 16};
	uint32_t key = p->key[1]->rkey;

	keys_view_mem(&p->view[0], &k->ma);
	op.addr = p->view[0].base;
	op.lkey = p->view[0].key;
	keys_view_scatter(k, v, &k->mb, 8, 8);
	if (!list(k, 1, p->key[1], v, BY_LIST, IBV_ACCESS_REMOTE_READ) ||
		!keys_try(k, &k->a, true, 0, 8, key, refused) ||
		!keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_READ) ||
		/* and a receive may not be scattered to it */
		!vb_post_recv(&k->b, 4, 0, 16, key) || !vb_post(&k->a, &op) ||
		!vb_expect(&k->b, 4, IBV_WC_LOC_PROT_ERR) ||
		!vb_expect(&k->a, 3, IBV_WC_REM_OP_ERR) || !vb_join(&k->a, &k->b))
		return false;
	return list(k, 1, p->key[1], v, BY_LIST,
		       IBV_ACCESS_LOCAL_WRITE | IBV_ACCESS_REMOTE_WRITE) &&
	       keys_try(k, &k->a, false, 0, 8, key, refused) &&
	       keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_WRITE);
}

/* an access that begins within and ends beyond */
static bool bounds(struct keys *k, struct pair *p)
{
	struct vb_op op = {.opcode = IBV_WR_RDMA_WRITE, .wr_id = 6, .len = 64};

	for (int s = 0; s < 2; s++) {
		keys_view_scatter(k, &p->view[s], mem_of(k, s), 5, 1);
		if (!list(k, s, p->key[s], &p->view[s], BY_LIST, VB_ALL_RIGHTS))
			return false;
	}
	op.addr = p->view[0].len - 63;
	op.lkey = p->key[0]->lkey;
	op.raddr = (uintptr_t)k->mb.buf;
	op.rkey = k->mb.mr->rkey;
	for (int write = 0; write < 2; write++)
		if (!keys_try(k, &k->a, write, p->view[1].len - 63, 64, p->key[1]->rkey,
			    IBV_WC_REM_ACCESS_ERR))
			return false;
	return keys_outcome(k, &k->a, &op, IBV_WC_LOC_PROT_ERR);
}

static bool invalidate(struct keys *k, int side, uint32_t key)
{
	struct vb_end *e = end_of(k, side);

	begin(e);
	e->qpx->wr_flags = IBV_SEND_SIGNALED;
	ibv_wr_local_inv(e->qpx, key);
	return end(e, IBV_WC_SUCCESS);
}

/* a key is free before its first list and after an invalidation, and can be used again */
static bool invalidated(struct keys *k, struct pair *p)
{
	struct mlx5dv_mkey *key = make(k, 1, 8, 0);
	struct keys_view *v = &p->view[1];
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	keys_view_scatter(k, v, &k->mb, 8, 8);
	for (int i = 0; ok && i < 3; i++)
		ok = keys_try(k, &k->a, i & 1, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR) &&
		     list(k, 1, key, v, BY_LIST, VB_ALL_RIGHTS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
		     invalidate(k, 1, key->rkey);
	ok = ok && keys_try(k, &k->a, true, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR);
	return unmake(k, key) && ok;
}

static bool send_inv(struct keys *k, uint32_t key, enum ibv_wc_status status)
{
	struct vb_op op = {.opcode = IBV_WR_SEND_WITH_INV, .wr_id = 8, .rkey = key};
	struct ibv_wc wc;

	if (!vb_post_recv(&k->b, 9, 0, 0, 0) || !keys_outcome(k, &k->a, &op, status))
		return false;
	if (status != IBV_WC_SUCCESS)
		return true;
	if (!vb_wait(&k->b, &wc))
		return false;
	return (wc.status == IBV_WC_SUCCESS && (wc.wc_flags & IBV_WC_WITH_INV) &&
		       wc.invalidated_rkey == key) ||
	       vb_why(&k->log, "the receive does not tell the invalidation of key 0x%x", key);
}

static bool remotely_invalidated(struct keys *k, struct pair *p)
{
	struct mlx5dv_mkey *key = make(k, 1, 8, MLX5DV_MKEY_INIT_ATTR_FLAGS_REMOTE_INVALIDATE);
	struct keys_view *v = &p->view[1];
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	keys_view_scatter(k, v, &k->mb, 8, 8);
	ok = ok && list(k, 1, key, v, BY_LIST, VB_ALL_RIGHTS) &&
	     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
	     send_inv(k, key->rkey, IBV_WC_SUCCESS) &&
	     keys_try(k, &k->a, true, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR) &&
	     /* a key that may not be invalidated from afar stays */
	     list(k, 1, p->key[1], v, BY_LIST, VB_ALL_RIGHTS) &&
	     send_inv(k, p->key[1]->rkey, IBV_WC_REM_ACCESS_ERR) &&
	     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL);
	return unmake(k, key) && ok;
}

static bool destroyed(struct keys *k, struct pair *p)
{
	uint32_t key = p->key[1]->rkey;

	for (int s = 0; s < 2; s++) {
		struct mlx5dv_mkey *gone = p->key[s];

		p->key[s] = NULL;
		if (!unmake(k, gone))
			return false;
	}
	return keys_try(k, &k->a, true, 0, 8, key, IBV_WC_REM_ACCESS_ERR);
}

void keys_list(struct keys *k)
{
	struct pair *p = calloc(1, sizeof(*p));

	if (p == NULL)
		return;
	for (int s = 0; s < 2; s++)
		p->key[s] = make(k, s, ENTRIES, 0);
	if (keys_step(k, "dv_create", p->key[0] != NULL && p->key[1] != NULL)) {
		keys_step(k, "dv_list", lists(k, p, BY_LIST));
		keys_step(k, "dv_list_setters", lists(k, p, BY_SETTERS));
		keys_step(k, "dv_interleaved", interleaved(k, p, BY_LIST));
		keys_step(k, "dv_interleaved_setters", interleaved(k, p, BY_SETTERS));
		keys_step(k, "dv_nested", nested(k, p));
		keys_step(k, "dv_hole", hole(k, p));
		keys_step(k, "dv_tag", tagged(k, p));
		keys_step(k, "dv_several", several(k, p));
		keys_step(k, "dv_rights", rights(k, p));
		keys_step(k, "dv_bounds", bounds(k, p));
		keys_step(k, "dv_local_inv", invalidated(k, p));
		keys_step(k, "dv_send_inv", remotely_invalidated(k, p));
	}
	keys_step(k, "dv_destroy", p->key[0] != NULL && p->key[1] != NULL && destroyed(k, p));
	free(p);
}
