/* SPDX-License-Identifier: BSD-3-Clause */
/* Lists of pieces under rdma-core's indirect keys: of every length, nested, with holes, several in one request. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "keys_dv.h"

/* every count that fits, laid out anew again and again under live keys */
static bool lists(struct keys *k, struct dv_pair *p, enum dv_how how)
{
	static const uint8_t counts[] = {1, 2, 3, 4, 5, 8, 16, 33, DV_ENTRIES};

	for (size_t i = 0; i < sizeof(counts); i++) {
		uint32_t align = i & 1 ? 8 : 1;

		for (int s = 0; s < 2; s++) {
			keys_view_scatter(k, &p->view[s], keys_mem(k, s), counts[i], align);
			if (!dv_list(k, s, p->key[s], &p->view[s], how, VB_ALL_RIGHTS))
				return false;
		}
		if (!dv_both_ways(k, p, align == 8 ? KEYS_ALL : KEYS_ALL & ~KEYS_ATOMIC))
			return false;
	}
	return true;
}

/* a key over two windows into a key that is a list itself */
static bool nested(struct keys *k, struct dv_pair *p)
{
	struct mlx5dv_mkey *outer = dv_make(k, 1, 4, 0);
	struct keys_view *inner = &p->view[1], *v = calloc(1, sizeof(*v));
	struct ibv_sge sge[2];
	bool ok = outer != NULL && v != NULL;

	keys_view_scatter(k, inner, &k->mb, 16, 8);
	ok = ok && dv_list(k, 1, p->key[1], inner, BY_LIST, IBV_ACCESS_LOCAL_WRITE);
	if (ok) {
		/* all but the first piece, then the first two */
		uint32_t first = inner->piece[0].len, two = first + inner->piece[1].len;

		sge[0] = (struct ibv_sge){first, inner->len - first, inner->key};
		sge[1] = (struct ibv_sge){0, two, inner->key};
		keys_view_one(v, &k->mb, inner->piece[1].off, inner->piece[1].len, outer->lkey, 0);
		for (uint32_t i = 2; i < inner->n + 2; i++)
			keys_view_add(
				v, inner->piece[i % inner->n].off, inner->piece[i % inner->n].len);
		dv_begin(&k->b);
		mlx5dv_wr_mr_list(k->b.dvqpx, outer, VB_ALL_RIGHTS, 2, sge);
		keys_view_mem(&p->view[0], &k->ma);
		ok = dv_end(&k->b, IBV_WC_SUCCESS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_READ | KEYS_ATOMIC) &&
		     /* the inner key has local rights only */
		     keys_try(k, &k->a, true, 0, 8, inner->key, IBV_WC_REM_ACCESS_ERR);
	}
	free(v);
	return dv_unmake(k, outer) && ok;
}

/* a list with a hole: the key that reads as zeros and keeps nothing */
static bool hole(struct keys *k, struct dv_pair *p)
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
	dv_begin(&k->b);
	mlx5dv_wr_mr_list(k->b.dvqpx, p->key[1], VB_ALL_RIGHTS, 3, sge);
	ok = dv_end(&k->b, IBV_WC_SUCCESS);
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
static bool tagged(struct keys *k, struct dv_pair *p)
{
	struct mlx5dv_mkey *key = dv_make(k, 1, 8, MLX5DV_MKEY_INIT_ATTR_FLAGS_UPDATE_TAG);
	struct keys_view *v = &p->view[1];
	uint32_t old;
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	for (uint32_t tag = 0; ok && tag < 3; tag++) {
		old = key->lkey;
		key->lkey = key->rkey = (old & ~0xffu) | ((tag * 0x7f) & 0xff);
		keys_view_scatter(k, v, &k->mb, 8, 8);
		ok = dv_list(k, 1, key, v, BY_SETTERS, VB_ALL_RIGHTS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
		     (tag == 0 || keys_try(k, &k->a, true, 0, 8, old, IBV_WC_REM_ACCESS_ERR));
	}
	return dv_unmake(k, key) && ok;
}

/* one SEND gathers from two keys, one receive scatters to two: each a list and a plain region in turn */
static bool several(struct keys *k, struct dv_pair *p)
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
		ok = dv_list(k, s, p->key[s], v, BY_LIST, VB_ALL_RIGHTS);
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

void keys_list(struct keys *k)
{
	struct dv_pair *p = calloc(1, sizeof(*p));

	if (p == NULL)
		return;
	for (int s = 0; s < 2; s++)
		p->key[s] = dv_make(k, s, DV_ENTRIES, 0);
	if (keys_step(k, "dv_create", p->key[0] != NULL && p->key[1] != NULL)) {
		keys_step(k, "dv_list", lists(k, p, BY_LIST));
		keys_step(k, "dv_list_setters", lists(k, p, BY_SETTERS));
		keys_step(k, "dv_interleaved", dv_interleaved(k, p, BY_LIST));
		keys_step(k, "dv_interleaved_setters", dv_interleaved(k, p, BY_SETTERS));
		keys_step(k, "dv_nested", nested(k, p));
		keys_step(k, "dv_hole", hole(k, p));
		keys_step(k, "dv_tag", tagged(k, p));
		keys_step(k, "dv_several", several(k, p));
		dv_revoke(k, p);
	}
	for (int s = 0; s < 2; s++)
		dv_unmake(k, p->key[s]);
	free(p);
}
