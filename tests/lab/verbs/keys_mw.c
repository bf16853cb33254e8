/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory windows on b's memory, opened and closed by b, used by a. Of type 1 the library chooses each new key; of
 * type 2 the poster does, and the window is its queue's alone.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"

#define BIND   0xb1dbu
#define REMOTE (IBV_ACCESS_REMOTE_WRITE | IBV_ACCESS_REMOTE_READ | IBV_ACCESS_REMOTE_ATOMIC)

struct window {
	struct ibv_mr *mr; /* b's memory, which windows may be bound to */
	struct ibv_mw *mw;
	struct keys_view near, v;
};

static struct ibv_mw_bind_info info(struct window *w, uint32_t off, uint32_t len, int access)
{
	return (struct ibv_mw_bind_info){.mr = w->mr,
		.addr = (uintptr_t)w->mr->addr + off,
		.length = len,
		.mw_access_flags = (unsigned int)access};
}

/* the window is [@off, @off + @len) of the memory now */
static bool bind1(struct keys *k, struct window *w, uint32_t off, uint32_t len, int access)
{
	struct ibv_mw_bind bind = {.wr_id = BIND,
		.send_flags = IBV_SEND_SIGNALED,
		.bind_info = info(w, off, len, access)};
	int ret = ibv_bind_mw(k->b.qp, w->mw, &bind);

	if (ret != 0)
		return vb_why(&k->log, "ibv_bind_mw: %s", strerror(ret));
	keys_view_one(&w->v, &k->mb, off, len, w->mw->rkey, (uintptr_t)k->mb.buf + off);
	return vb_expect(&k->b, BIND, IBV_WC_SUCCESS);
}

static bool bind2(struct keys *k, struct window *w, uint32_t rkey, uint32_t off, uint32_t len,
	int access, enum ibv_wc_status status)
{
	struct ibv_mw_bind_info i = info(w, off, len, access);
	int ret;

	ibv_wr_start(k->b.qpx);
	k->b.qpx->wr_id = BIND;
	k->b.qpx->wr_flags = IBV_SEND_SIGNALED;
	ibv_wr_bind_mw(k->b.qpx, w->mw, rkey, &i);
	ret = ibv_wr_complete(k->b.qpx);
	if (ret != 0)
		return vb_why(&k->log, "ibv_wr_bind_mw: %s", strerror(ret));
	if (!vb_expect(&k->b, BIND, status))
		return false;
	if (status != IBV_WC_SUCCESS)
		return vb_join(&k->a, &k->b);
	w->mw->rkey = rkey;
	keys_view_one(&w->v, &k->mb, off, len, rkey, (uintptr_t)k->mb.buf + off);
	return true;
}

static bool open_window(struct keys *k, struct window *w, enum ibv_mw_type type)
{
	w->mr = ibv_reg_mr(
		k->b.dev->pd, k->mb.buf, KEYS_MEM, IBV_ACCESS_LOCAL_WRITE | IBV_ACCESS_MW_BIND);
	w->mw = w->mr != NULL ? ibv_alloc_mw(k->b.dev->pd, type) : NULL;
	keys_view_mem(&w->near, &k->ma);
	return w->mw != NULL ||
	       vb_why(&k->log, "%s: %s", w->mr == NULL ? "ibv_reg_mr" : "ibv_alloc_mw",
		       strerror(errno));
}

static bool close_window(struct keys *k, struct window *w)
{
	int ret = w->mw != NULL ? ibv_dealloc_mw(w->mw) : 0;

	if (ret == 0 && w->mr != NULL)
		ret = ibv_dereg_mr(w->mr);
	w->mw = NULL;
	w->mr = NULL;
	return ret == 0 || vb_why(&k->log, "closing a window: %s", strerror(ret));
}

static bool refused(struct keys *k, struct window *w, bool write, uint32_t rkey)
{
	return keys_try(k, &k->a, write, w->v.base, 8, rkey, IBV_WC_REM_ACCESS_ERR);
}

/* both ends of a window, and its rights; the window is open from 4100 on, 9001 bytes */
static bool inside(struct keys *k, struct window *w)
{
	uint64_t last = w->v.base + w->v.len;

	return keys_traffic(
		       k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE | KEYS_READ | KEYS_ATOMIC) &&
	       keys_try(k, &k->a, true, w->v.base - 1, 8, w->v.key, IBV_WC_REM_ACCESS_ERR) &&
	       keys_try(k, &k->a, false, last - 7, 8, w->v.key, IBV_WC_REM_ACCESS_ERR);
}

static bool type1(struct keys *k, struct window *w)
{
	uint32_t old;

	if (!bind1(k, w, 4100, 9001, REMOTE) || !inside(k, w))
		return false;
	/* bound elsewhere while open: the old key is gone */
	old = w->mw->rkey;
	if (!bind1(k, w, 20001, 777, IBV_ACCESS_REMOTE_READ) ||
		!keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_READ) ||
		!refused(k, w, true, w->mw->rkey) || !refused(k, w, false, old))
		return false;
	if (!bind1(k, w, 30000, 5000, IBV_ACCESS_REMOTE_WRITE) ||
		!keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE) ||
		!refused(k, w, false, w->mw->rkey))
		return false;
	/* of no length: closed */
	return bind1(k, w, 30000, 0, 0) && refused(k, w, true, w->mw->rkey) &&
	       bind1(k, w, 8, 64, REMOTE) &&
	       keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE | KEYS_READ | KEYS_ATOMIC);
}

static bool local_inv(struct keys *k, uint32_t key)
{
	struct vb_op op = {.opcode = IBV_WR_LOCAL_INV, .wr_id = BIND, .rkey = key};

	return vb_do(&k->b, &op, IBV_WC_SUCCESS);
}

/* another queue of b's cannot use the window, nor close it */
static bool of_one_queue(struct keys *k, struct window *w)
{
	struct vb_end c = {0}, d = {0};
	struct vb_op write = {.opcode = IBV_WR_RDMA_WRITE,
		.wr_id = 1,
		.addr = w->near.base,
		.len = 8,
		.lkey = w->near.key,
		.raddr = w->v.base,
		.rkey = w->v.key};
	struct vb_op send = {.opcode = IBV_WR_SEND_WITH_INV, .wr_id = 3, .rkey = w->v.key};
	struct vb_op inv = {.opcode = IBV_WR_LOCAL_INV, .wr_id = 2, .rkey = w->v.key};
	bool ok = vb_end_new(&c, k->a.dev, 8, 64) && vb_end_new(&d, k->b.dev, 8, 64) &&
		  vb_join(&c, &d) && vb_do(&c, &write, IBV_WC_REM_ACCESS_ERR) && vb_join(&c, &d) &&
		  vb_do(&d, &inv, IBV_WC_MW_BIND_ERR) && vb_join(&c, &d) &&
		  vb_post_recv(&d, 4, 0, 0, 0) && vb_do(&c, &send, IBV_WC_REM_ACCESS_ERR) &&
		  vb_mem_check(&k->mb, "b's memory");

	ok = vb_end_free(&c) && ok;
	return vb_end_free(&d) && ok &&
	       keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE | KEYS_READ);
}

static bool type2(struct keys *k, struct window *w)
{
	uint32_t key = ibv_inc_rkey(w->mw->rkey), old = key;

	if (!bind2(k, w, key, 4100, 9001, REMOTE, IBV_WC_SUCCESS) || !inside(k, w) ||
		!of_one_queue(k, w))
		return false;
	/* open windows are not bound again */
	key = ibv_inc_rkey(key);
	if (!bind2(k, w, key, 0, 64, REMOTE, IBV_WC_MW_BIND_ERR) ||
		!keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE) ||
		!local_inv(k, w->v.key) || !refused(k, w, true, old))
		return false;
	if (!bind2(k, w, key, 20001, 777, IBV_ACCESS_REMOTE_READ, IBV_WC_SUCCESS) ||
		!keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_READ) ||
		!refused(k, w, true, key) || !refused(k, w, false, old))
		return false;
	return true;
}

static bool type2_send_inv(struct keys *k, struct window *w)
{
	struct vb_op op = {.opcode = IBV_WR_SEND_WITH_INV, .wr_id = 8};
	struct ibv_wc wc;

	if (!bind2(k, w, ibv_inc_rkey(w->mw->rkey), 100, 5000, REMOTE, IBV_WC_SUCCESS) ||
		!keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE | KEYS_READ))
		return false;
	op.rkey = w->mw->rkey;
	if (!vb_post_recv(&k->b, 9, 0, 0, 0) || !vb_do(&k->a, &op, IBV_WC_SUCCESS) ||
		!vb_wait(&k->b, &wc))
		return false;
	if (wc.status != IBV_WC_SUCCESS || wc.invalidated_rkey != op.rkey)
		return vb_why(&k->log, "the receive does not tell the invalidation");
	return refused(k, w, true, op.rkey) &&
	       bind2(k, w, ibv_inc_rkey(op.rkey), 100, 5000, REMOTE, IBV_WC_SUCCESS) &&
	       keys_traffic(k, &k->a, &w->near, &k->b, &w->v, KEYS_WRITE | KEYS_READ);
}

static bool closed(struct keys *k, struct window *w)
{
	uint32_t key = w->mw->rkey;

	return close_window(k, w) && refused(k, w, true, key);
}

void keys_mw(struct keys *k)
{
	struct window *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return;
	if (keys_step(k, "mw1_alloc", open_window(k, w, IBV_MW_TYPE_1))) {
		keys_step(k, "mw1", type1(k, w));
		keys_step(k, "mw1_dealloc", closed(k, w));
	}
	if (keys_step(k, "mw2_alloc", open_window(k, w, IBV_MW_TYPE_2))) {
		keys_step(k, "mw2", type2(k, w));
		keys_step(k, "mw2_send_inv", local_inv(k, w->mw->rkey) && type2_send_inv(k, w));
		keys_step(k, "mw2_dealloc", closed(k, w));
	}
	free(w);
}
