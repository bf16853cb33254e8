/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Limits, each from the capability or the field that sets it: n fits, n + 1 does not.
 */
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"

void lac_limits_fill(const struct lac_caps *c, struct lac_limits *l)
{
	const uint32_t wqe = RTE_MIN(c->max_wqe_bytes, LAC_DS_MAX * LAC_DS_BYTES);
	const uint32_t ds = RTE_MIN(c->max_wqe_bytes / LAC_DS_BYTES, LAC_DS_MAX);

	memset(l, 0, sizeof(*l));
	/* whole groups of 4 entries behind two header lines */
	l->inline_entries = wqe > 128 ? RTE_MIN((wqe - 128) / 64 * 4, LAC_UMR_INL_MAX) : 0;
	/* the octoword field has 16 bits and counts in steps of 4 */
	l->list_entries = RTE_MIN(c->max_klm_list, 65532u) & ~3u;
	/* a child is one level more than a list of plain memory */
	l->max_entries = c->max_indirection >= 2 ? l->list_entries * LAC_NEST_KIDS_MAX
						 : l->list_entries;
	l->piece_bytes = LAC_PIECE_MAX;
	l->total_bytes = (uint64_t)l->list_entries * LAC_PIECE_MAX;
	l->msg_bytes = 1u << RTE_MIN(c->log_max_msg, (uint8_t)31);
	l->gather = ds - 2;
	l->inl_bytes = l->gather * LAC_DS_BYTES - 4;
	/* a WQE's index has 16 bits, and a ring must not be half of that or more */
	l->sq_bb = 1u << RTE_MIN(c->log_max_qp_sz, (uint8_t)15);
	l->rq_n = 1u << RTE_MIN(c->log_max_qp_sz, (uint8_t)15);
	l->rq_gather = 32;
	l->cq_depth = 1u << RTE_MIN(c->log_max_cq_sz, (uint8_t)22);
	l->classes = LAC_CLASSES_MAX;
	l->qps = 1u << RTE_MIN(c->log_max_qp, (uint8_t)24);
	l->keys = 1u << RTE_MIN(c->log_max_mkey, (uint8_t)24);
	if (!c->sg_gaps || !c->umr_ok) {
		l->inline_entries = 0;
		l->list_entries = 0;
		l->max_entries = 0;
	}
}
