/* SPDX-License-Identifier: BSD-3-Clause */
/* Making indirect keys and configuring them. */
#include <errno.h>
#include <string.h>

#include "keys_dv.h"

#define CONFIG 0xc0f1u

struct vb_end *keys_end(struct keys *k, int side)
{
	return side == 0 ? &k->a : &k->b;
}

struct vb_mem *keys_mem(struct keys *k, int side)
{
	return side == 0 ? &k->ma : &k->mb;
}

struct mlx5dv_mkey *dv_make(struct keys *k, int side, uint16_t entries, uint32_t flags)
{
	struct mlx5dv_mkey_init_attr attr = {
		.pd = keys_end(k, side)->dev->pd,
		.create_flags = MLX5DV_MKEY_INIT_ATTR_FLAGS_INDIRECT | flags,
		.max_entries = entries,
	};
	struct mlx5dv_mkey *key = mlx5dv_create_mkey(&attr);

	if (key == NULL)
		vb_why(&k->log, "mlx5dv_create_mkey: %s", strerror(errno));
	return key;
}

bool dv_unmake(struct keys *k, struct mlx5dv_mkey *key)
{
	int ret = key != NULL ? mlx5dv_destroy_mkey(key) : 0;

	return ret == 0 || vb_why(&k->log, "mlx5dv_destroy_mkey: %s", strerror(ret));
}

void dv_begin(struct vb_end *e)
{
	ibv_wr_start(e->qpx);
	e->qpx->wr_id = CONFIG;
	e->qpx->wr_flags = IBV_SEND_INLINE | IBV_SEND_SIGNALED;
}

bool dv_end(struct vb_end *e, enum ibv_wc_status status)
{
	int ret = ibv_wr_complete(e->qpx);

	if (ret != 0)
		return vb_why(e->dev->log, "ibv_wr_complete: %s", strerror(ret));
	return vb_expect(e, CONFIG, status);
}

bool dv_list(struct keys *k, int side, struct mlx5dv_mkey *key, struct keys_view *v,
	enum dv_how how, uint32_t access)
{
	struct mlx5dv_mkey_conf_attr conf = {0};
	struct vb_end *e = keys_end(k, side);
	struct ibv_sge sge[DV_ENTRIES];

	for (uint32_t i = 0; i < v->n; i++)
		sge[i] = (struct ibv_sge){.addr = (uintptr_t)v->mem->buf + v->piece[i].off,
			.length = v->piece[i].len,
			.lkey = v->mem->mr->lkey};
	v->key = key->lkey;
	v->base = 0;
	dv_begin(e);
	if (how == BY_LIST) {
		mlx5dv_wr_mr_list(e->dvqpx, key, access, (uint16_t)v->n, sge);
	} else {
		mlx5dv_wr_mkey_configure(e->dvqpx, key, 2, &conf);
		mlx5dv_wr_set_mkey_access_flags(e->dvqpx, access);
		mlx5dv_wr_set_mkey_layout_list(e->dvqpx, (uint16_t)v->n, sge);
	}
	return dv_end(e, IBV_WC_SUCCESS);
}

bool dv_both_ways(struct keys *k, struct dv_pair *p, uint32_t what)
{
	return keys_traffic(k, &k->a, &p->view[0], &k->b, &p->view[1], what) &&
	       keys_traffic(k, &k->b, &p->view[1], &k->a, &p->view[0], what);
}
