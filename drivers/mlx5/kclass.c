/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What keys of a class have in common: the template lines of their UMR WQEs, made once. (PRM, "UMR Control
 * Segment", "Memory Key Context"; rdma-core's mask for zero-based keys, Linux's for the others.)
 */
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"

void lac_kclass_fill(struct lac_kclass *c, const struct lac_keys_attr *a, uint32_t inl_max,
	uint32_t list_max, bool may_atomic)
{
	struct lac_wqe_umr *u = (struct lac_wqe_umr *)(void *)(c->line0 + 16);
	struct lac_wqe_mkey *m = (struct lac_wqe_mkey *)(void *)c->line1;
	const bool pages = a->type == LAC_KEY_MEM_REG;
	uint64_t mask = LAC_UMR_M_FREE | LAC_UMR_M_KEY | LAC_UMR_M_LEN | LAC_UMR_M_LW |
			LAC_UMR_M_RR | LAC_UMR_M_RW;

	memset(c, 0, sizeof(*c));
	if (may_atomic)
		mask |= LAC_UMR_M_ATOMIC;
	if (!a->zero_based)
		mask |= LAC_UMR_M_START;
	if (pages)
		mask |= LAC_UMR_M_PAGE_SIZE;
	u->flags = LAC_UMR_INLINE | (a->remap ? 0 : LAC_UMR_CHECK_NOT_FREE);
	u->mask = lac_to_be64(mask);
	u->octowords = lac_to_be16(4);
	m->qpn_byte = lac_to_be32(0xffffff00);
	m->access = (a->access & LAC_LOCAL_WRITE ? LAC_MKEY_LW : 0) |
		    (a->access & LAC_REMOTE_READ ? LAC_MKEY_RR : 0) |
		    (a->access & LAC_REMOTE_WRITE ? LAC_MKEY_RW : 0) |
		    (a->access & LAC_REMOTE_ATOMIC ? LAC_MKEY_ATOMIC : 0);
	m->page_log2 = pages ? (uint8_t)a->page_log2 : 0;
	c->start_mask = a->zero_based ? 0 : UINT64_MAX;
	c->len_mask = UINT64_MAX;
	c->max = a->max_entries;
	c->inl_max = inl_max;
	c->list_max = list_max;
	c->type = (uint8_t)a->type;
	c->remap = a->remap != 0;
	c->page_log2 = (uint8_t)a->page_log2;
	c->hot_max = pages ? 0 : RTE_MIN(inl_max, a->max_entries);
	c->long_max = pages ? 0 : RTE_MIN(list_max, a->max_entries);
	c->hot_small = RTE_MIN(c->hot_max, 4u);
}
