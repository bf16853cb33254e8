/* SPDX-License-Identifier: BSD-3-Clause */
/* Interleaved patterns: lanes of bytes that recur, a stride apart, as the columns of a matrix do. */
#include "keys_dv.h"

struct pattern { /* what mlx5dv_wr_mr_interleaved takes */
	uint32_t repeat;
	uint16_t n;
	struct mlx5dv_mr_interleaved lane[DV_ENTRIES];
};

static bool interleave(struct keys *k, int side, struct mlx5dv_mkey *key, struct keys_view *v,
	const struct pattern *p, enum dv_how how)
{
	struct mlx5dv_mkey_conf_attr conf = {0};
	struct vb_end *e = keys_end(k, side);

	v->key = key->lkey;
	dv_begin(e);
	if (how == BY_LIST) {
		mlx5dv_wr_mr_interleaved(
			e->dvqpx, key, VB_ALL_RIGHTS, p->repeat, p->n, (void *)p->lane);
	} else {
		mlx5dv_wr_mkey_configure(e->dvqpx, key, 2, &conf);
		mlx5dv_wr_set_mkey_access_flags(e->dvqpx, VB_ALL_RIGHTS);
		mlx5dv_wr_set_mkey_layout_interleaved(e->dvqpx, p->repeat, p->n, p->lane);
	}
	return dv_end(e, IBV_WC_SUCCESS);
}

/* @n lanes side by side in records that repeat, or each lane with a stride of its own */
static void any_pattern(struct keys *k, int side, struct pattern *p, struct keys_view *v,
	uint32_t repeat, uint16_t n, bool records)
{
	struct vb_mem *m = keys_mem(k, side);
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

bool dv_interleaved(struct keys *k, struct dv_pair *p, enum dv_how how)
{
	struct pattern pattern;
	static const struct {
		uint16_t repeat, n;
		bool records;
	} shapes[] = {{1, 1, true}, {1, 5, true}, {7, 1, false}, {32, 3, true}, {32, 3, false},
		{100, 7, true}, {300, 3, false}, {2, DV_ENTRIES - 1, true}};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		for (int s = 0; s < 2; s++) {
			any_pattern(k, s, &pattern, &p->view[s], shapes[i].repeat, shapes[i].n,
				shapes[i].records);
			if (!interleave(k, s, p->key[s], &p->view[s], &pattern, how))
				return false;
		}
		if (!dv_both_ways(k, p, KEYS_ALL))
			return false;
	}
	return true;
}
