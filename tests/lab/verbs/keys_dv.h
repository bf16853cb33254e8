/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * rdma-core's indirect keys, put under a list by a work request: what the parts of lab-keys about them share. The
 * key of each side (0: a, 1: b) is configured by that side's queue; its addresses begin at 0.
 */
#ifndef LAB_KEYS_DV_H
#define LAB_KEYS_DV_H

#include "keys.h"

#define DV_ENTRIES 48u

enum dv_how { BY_LIST, BY_SETTERS };

struct dv_pair { /* a key a side, and what it shows */
	struct mlx5dv_mkey *key[2];
	struct keys_view view[2];
};

struct vb_end *keys_end(struct keys *k, int side);
struct vb_mem *keys_mem(struct keys *k, int side);
struct mlx5dv_mkey *dv_make(struct keys *k, int side, uint16_t entries, uint32_t flags);
bool dv_unmake(struct keys *k, struct mlx5dv_mkey *key);
/* around one builder of e->qpx or e->dvqpx; posts it and expects the status */
void dv_begin(struct vb_end *e);
bool dv_end(struct vb_end *e, enum ibv_wc_status status);
/* the view's pieces, through the memory's own region, become the key's */
bool dv_list(struct keys *k, int side, struct mlx5dv_mkey *key, struct keys_view *v,
	enum dv_how how, uint32_t access);
/* traffic of each side through both keys */
bool dv_both_ways(struct keys *k, struct dv_pair *p, uint32_t what);

/* parts of keys_list(): patterns (keys_pattern.c); what is refused, and the keys' end (keys_revoke.c) */
bool dv_interleaved(struct keys *k, struct dv_pair *p, enum dv_how how);
void dv_revoke(struct keys *k, struct dv_pair *p);

#endif
