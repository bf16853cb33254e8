/* SPDX-License-Identifier: BSD-3-Clause */
/* What ends a use of an indirect key, and what it refuses: rights, range, invalidation from here and from afar. */
#include "keys_dv.h"

static bool rights(struct keys *k, struct dv_pair *p)
{
	const enum ibv_wc_status refused = IBV_WC_REM_ACCESS_ERR;
	struct keys_view *v = &p->view[1];
	struct vb_op op = {.opcode = IBV_WR_SEND, .wr_id = 3, .len = 16};
	uint32_t key = p->key[1]->rkey;

	keys_view_mem(&p->view[0], &k->ma);
	op.addr = p->view[0].base;
	op.lkey = p->view[0].key;
	keys_view_scatter(k, v, &k->mb, 8, 8);
	if (!dv_list(k, 1, p->key[1], v, BY_LIST, IBV_ACCESS_REMOTE_READ) ||
		!keys_try(k, &k->a, true, 0, 8, key, refused) ||
		!keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_READ) ||
		/* and a receive may not be scattered to it */
		!vb_post_recv(&k->b, 4, 0, 16, key) || !vb_post(&k->a, &op) ||
		!vb_expect(&k->b, 4, IBV_WC_LOC_PROT_ERR) ||
		!vb_expect(&k->a, 3, IBV_WC_REM_OP_ERR) || !vb_join(&k->a, &k->b))
		return false;
	return dv_list(k, 1, p->key[1], v, BY_LIST,
		       IBV_ACCESS_LOCAL_WRITE | IBV_ACCESS_REMOTE_WRITE) &&
	       keys_try(k, &k->a, false, 0, 8, key, refused) &&
	       keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_WRITE);
}

/* an access that begins within and ends beyond */
static bool bounds(struct keys *k, struct dv_pair *p)
{
	struct vb_op op = {.opcode = IBV_WR_RDMA_WRITE, .wr_id = 6, .len = 64};

	for (int s = 0; s < 2; s++) {
		keys_view_scatter(k, &p->view[s], keys_mem(k, s), 5, 1);
		if (!dv_list(k, s, p->key[s], &p->view[s], BY_LIST, VB_ALL_RIGHTS))
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

static bool dv_invalidate(struct keys *k, int side, uint32_t key)
{
	struct vb_end *e = keys_end(k, side);

	dv_begin(e);
	e->qpx->wr_flags = IBV_SEND_SIGNALED;
	ibv_wr_local_inv(e->qpx, key);
	return dv_end(e, IBV_WC_SUCCESS);
}

/* a key is free before its first list and after an invalidation, and can be used again */
static bool invalidated(struct keys *k, struct dv_pair *p)
{
	struct mlx5dv_mkey *key = dv_make(k, 1, 8, 0);
	struct keys_view *v = &p->view[1];
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	keys_view_scatter(k, v, &k->mb, 8, 8);
	for (int i = 0; ok && i < 3; i++)
		ok = keys_try(k, &k->a, i & 1, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR) &&
		     dv_list(k, 1, key, v, BY_LIST, VB_ALL_RIGHTS) &&
		     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
		     dv_invalidate(k, 1, key->rkey);
	ok = ok && keys_try(k, &k->a, true, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR);
	return dv_unmake(k, key) && ok;
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

static bool remotely_invalidated(struct keys *k, struct dv_pair *p)
{
	struct mlx5dv_mkey *key = dv_make(k, 1, 8, MLX5DV_MKEY_INIT_ATTR_FLAGS_REMOTE_INVALIDATE);
	struct keys_view *v = &p->view[1];
	bool ok = key != NULL;

	keys_view_mem(&p->view[0], &k->ma);
	keys_view_scatter(k, v, &k->mb, 8, 8);
	ok = ok && dv_list(k, 1, key, v, BY_LIST, VB_ALL_RIGHTS) &&
	     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL) &&
	     send_inv(k, key->rkey, IBV_WC_SUCCESS) &&
	     keys_try(k, &k->a, true, 0, 8, key->rkey, IBV_WC_REM_ACCESS_ERR) &&
	     /* a key that may not be invalidated from afar stays */
	     dv_list(k, 1, p->key[1], v, BY_LIST, VB_ALL_RIGHTS) &&
	     send_inv(k, p->key[1]->rkey, IBV_WC_REM_ACCESS_ERR) &&
	     keys_traffic(k, &k->a, &p->view[0], &k->b, v, KEYS_ALL);
	return dv_unmake(k, key) && ok;
}

static bool destroyed(struct keys *k, struct dv_pair *p)
{
	uint32_t key = p->key[1]->rkey;

	for (int s = 0; s < 2; s++) {
		struct mlx5dv_mkey *gone = p->key[s];

		p->key[s] = NULL;
		if (!dv_unmake(k, gone))
			return false;
	}
	return keys_try(k, &k->a, true, 0, 8, key, IBV_WC_REM_ACCESS_ERR);
}

void dv_revoke(struct keys *k, struct dv_pair *p)
{
	keys_step(k, "dv_rights", rights(k, p));
	keys_step(k, "dv_bounds", bounds(k, p));
	keys_step(k, "dv_local_inv", invalidated(k, p));
	keys_step(k, "dv_send_inv", remotely_invalidated(k, p));
	keys_step(k, "dv_destroy", destroyed(k, p));
}
