/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A completion queue as memory: how its ring begins, and the table of queue pairs that it serves.
 */
#include <errno.h>
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"

/* Queue pairs it can serve: a hash table that is at most half full. */
uint32_t lac_cq_slots(uint32_t depth)
{
	return RTE_MIN(RTE_MAX(depth, 8u) * 2, 4096u);
}

void lac_cq_init(struct lac_cq *cq, uint8_t *ring, uint32_t *record, struct lac_cq_ent *tab,
	uint32_t depth, uint32_t slots)
{
	uint32_t i;

	memset(cq, 0, sizeof(*cq));
	cq->ring = ring;
	cq->next = ring;
	cq->lap = -(uint32_t)(uintptr_t)ring * 4;
	cq->end = ring + (size_t)depth * 64;
	cq->record = record;
	cq->tab = tab;
	cq->mask = depth - 1;
	cq->tab_mask = slots - 1;
	cq->want = LAC_CQE_NO_QP;
	for (i = 0; i < slots; i++)
		tab[i].qpn = LAC_CQ_NO_QP;
	/* the device's: the first lap's owner bit is 0. Opcode 15 too (PRM, "CQ Buffer") */
	for (i = 0; i < depth; i++)
		((struct lac_cqe *)(void *)ring)[i].own = LAC_CQE_NONE << 4 | 1;
	/* an arm sequence number that is not that of the first arm, as Linux begins */
	record[0] = 0;
	record[1] = lac_to_be32(2u << 28).be;
	cq->arm_sn = 1;
}

struct lac_cq_ent *lac_cq_find(struct lac_cq *cq, uint32_t qpn)
{
	uint32_t i;

	for (i = 0; i <= cq->tab_mask; i++) {
		struct lac_cq_ent *e = &cq->tab[(qpn + i) & cq->tab_mask];

		if (e->qpn == LAC_CQ_NO_QP)
			break;
		if (e->qpn == qpn)
			return e;
	}
	return NULL;
}

void lac_cq_last(struct lac_cq *cq, struct lac_sq *sq, uint32_t qpn)
{
	cq->sq = sq;
	cq->who = (uint64_t)qpn << 32;
	cq->want &= LAC_CQE_OWNER_;
	cq->want |= sq ? lac_to_be32(qpn).be : LAC_CQE_NO_QP;
	cq->wr_mask = sq ? sq->mask * (uint32_t)sizeof(struct lac_wr) : 0;
}

int lac_cq_attach(struct lac_cq *cq, uint32_t qpn, struct lac_sq *sq, struct lac_rq *rq)
{
	struct lac_cq_ent *e = lac_cq_find(cq, qpn);
	uint32_t i, used = 0;

	for (i = 0; i <= cq->tab_mask; i++)
		used += cq->tab[i].qpn < LAC_CQ_WAS_QP;
	if (!e && used > cq->tab_mask / 2)
		return -ENOSPC;
	for (i = 0; !e; i++)
		if (cq->tab[(qpn + i) & cq->tab_mask].qpn >= LAC_CQ_WAS_QP)
			e = &cq->tab[(qpn + i) & cq->tab_mask];
	e->sq = sq ? sq : e->sq;
	e->rq = rq ? rq : e->rq;
	__atomic_store_n(&e->qpn, qpn, __ATOMIC_RELEASE);
	return 0;
}

void lac_cq_detach(struct lac_cq *cq, uint32_t qpn)
{
	struct lac_cq_ent *e = lac_cq_find(cq, qpn);

	if (!e)
		return;
	if (cq->who == (uint64_t)qpn << 32)
		lac_cq_last(cq, NULL, 0);
	__atomic_store_n(&e->qpn, LAC_CQ_WAS_QP, __ATOMIC_RELEASE);
	e->sq = NULL;
	e->rq = NULL;
}
