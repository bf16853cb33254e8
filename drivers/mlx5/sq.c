/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the send and receive queues do when posting cannot go straight on: padding, refusing with the right
 * errno, a doorbell that traps. And how they begin.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <rte_common.h>

#include "mlx5/umr.h"

int lac_qp_note(struct lac_qp *qp, int err, enum lac_where where, uint32_t index, const char *arg)
{
	if (!qp)
		return err;
	memset(&qp->err, 0, sizeof(qp->err));
	qp->err.err = err;
	qp->err.where = (uint16_t)where;
	qp->err.object = qp->number;
	qp->err.index = index;
	snprintf(qp->err.arg, sizeof(qp->err.arg), "%s", arg);
	return err;
}

LAC_COLD uint32_t lac_sq_pad_at(struct lac_sq *q, uint32_t pi, uint32_t bb)
{
	uint32_t i;

	if (lac_sq_full_(q, pi, bb))
		return pi + bb;
	for (i = 0; i < bb; i++) {
		lac_ctrl_(q, lac_sq_at_(q, pi + i), pi + i, LAC_WQE_NOP, 1, 0, 0);
		lac_sq_record_(q, pi + i, 1, LAC_OP_NOP, LAC_WR_PAD, q->list_pi, 0);
	}
	if (q->pad_pi != pi) {
		q->pad_pi = pi;
		q->n[LAC_SQ_PADS] += bb;
	}
	return pi + bb;
}

LAC_COLD uint32_t lac_sq_pad(struct lac_sq *q, uint32_t bb)
{
	return lac_sq_pad_at(q, q->pi, bb);
}

/* Why a queue that is not READY refuses; 0 if it is. */
static int sq_closed(struct lac_sq *q)
{
	if (q->state == LAC_QP_GONE)
		return lac_qp_note(q->qp, -ENODEV, LAC_AT_GONE, 0, "");
	if (q->state != LAC_QP_READY)
		return lac_qp_note(q->qp, -ESHUTDOWN, LAC_AT_STATE, 0,
			lac_qp_state_name((enum lac_qp_state)q->state));
	return 0;
}

LAC_COLD int lac_sq_refuse(struct lac_sq *q, uint32_t pi, uint32_t bb, int why)
{
	int err = sq_closed(q);
	char arg[64];

	q->n[LAC_SQ_REFUSALS] += err != 0 || why != -EAGAIN;
	if (err)
		return err;
	switch (why) {
	case -EAGAIN:
		/* with the worst padding it must fit an empty ring, or it would never. No WQE has over 16 */
		if (bb + RTE_MIN(bb, 16u) - 1 > q->mask + 1) {
			snprintf(arg, sizeof(arg), "%u WQEBBs do not fit the ring of %u", bb,
				q->mask + 1);
			return lac_qp_note(q->qp, -E2BIG, LAC_AT_ARGS, 0, arg);
		}
		if ((int32_t)(q->sig - q->ci) <= 0 && pi != q->ci)
			return lac_qp_note(q->qp, -EDEADLK, LAC_AT_STATE, 0,
				"the ring is full and nothing in it was signalled");
		return -EAGAIN;
	case -EMSGSIZE:
		return lac_qp_note(q->qp, why, LAC_AT_ARGS, 0, "bytes");
	case -E2BIG:
		return lac_qp_note(q->qp, why, LAC_AT_ARGS, 0, "pieces");
	default:
		return lac_qp_note(q->qp, why, LAC_AT_ARGS, 0, "an atomic moves 8 bytes");
	}
}

LAC_COLD int lac_rq_refuse(struct lac_rq *r, int why)
{
	if (r->state == LAC_QP_GONE)
		return lac_qp_note(r->qp, -ENODEV, LAC_AT_GONE, 0, "");
	if (r->state == LAC_QP_ERROR)
		return lac_qp_note(r->qp, -ESHUTDOWN, LAC_AT_STATE, 0, "error");
	if (why == -EAGAIN)
		return why;
	return lac_qp_note(r->qp, why, LAC_AT_ARGS, 0, "receive pieces");
}

int lac_sq_no(struct lac_sq *q, int err, enum lac_where where, uint32_t index, const char *arg)
{
	q->n[LAC_SQ_REFUSALS]++;
	return lac_qp_note(q->qp, err, where, index, arg);
}

/* The doorbell register is not mapped: the bus carries the store. */
LAC_COLD void lac_sq_trap(struct lac_sq *q)
{
	struct lac_port *port;

	if (!q->qp || !q->qp->pd)
		return;
	port = q->qp->pd->port;
	lac_uar_write64(port, lac_port_data_uar(port), LAC_UAR_SQ_DOORBELL, q->db);
}

void lac_sq_init(struct lac_sq *q, const struct lac_sq_parts *p)
{
	memset(q, 0, sizeof(*q));
	q->ring = p->ring;
	q->wr = p->wr;
	q->record = p->record;
	q->uar = p->uar;
	q->cls = p->cls;
	q->hull_lo = p->hull_lo;
	q->hull_hi = p->hull_hi;
	q->mask = p->bb - 1;
	q->qpn_be = __builtin_bswap32(p->qpn << 8);
	q->list = p->list;
	q->list_mask = p->list_units ? p->list_units - 1 : 0;
	q->msg_max = p->msg_max;
	/* the longest header is control and remote address; inline data begins with its length */
	q->gather = RTE_MIN(LAC_DS_MAX, p->wqe_bytes / LAC_DS_BYTES) - 2;
	q->inl_max = q->gather * LAC_DS_BYTES - 4;
	q->dma = p->dma_be;
	/* capability umr_fence: 0 strong, 1 small, 2 none (linux/mlx5: MLX5_CAP_UMR_FENCE_*) */
	q->umr_fm = p->umr_fence == 0   ? LAC_FM_STRONG
		    : p->umr_fence == 1 ? LAC_FM_SMALL
					: LAC_FM_NONE;
	lac_sq_restart(q, LAC_QP_RESET);
}

void lac_sq_restart(struct lac_sq *q, enum lac_qp_state state)
{
	q->pi = q->ci = q->rung = q->sig = 0;
	q->list_pi = q->list_ci = 0;
	q->fm = LAC_FM_NONE;
	q->rd = 0;
	q->err_pi = 0;
	q->failed = 0;
	q->pad_pi = UINT32_MAX;
	q->state = (uint8_t)state;
	q->limit = state == LAC_QP_READY ? q->mask + 1 : 0;
	*q->record = 0;
}

void lac_rq_init(struct lac_rq *r, uint8_t *ring, uint64_t *cookie, uint32_t *record, uint32_t n,
	uint32_t gather)
{
	memset(r, 0, sizeof(*r));
	r->ring = ring;
	r->cookie = cookie;
	r->record = record;
	r->mask = n - 1;
	r->gather = gather;
	r->stride_log2 = 4;
	while (1u << r->stride_log2 < gather * 16u)
		r->stride_log2++;
	lac_rq_restart(r, LAC_QP_RESET);
}

void lac_rq_restart(struct lac_rq *r, enum lac_qp_state state)
{
	r->pi = r->ci = r->rung = 0;
	r->limit = r->mask + 1;
	r->state = (uint8_t)state;
	*r->record = 0;
}

void lac_sq_see_hull(struct lac_sq *q)
{
	struct lac_port *port;
	struct lac_as_hull h;

	if (!q->qp || !q->qp->pd)
		return;
	port = q->qp->pd->port;
	if (lac_port_check_full(port)) {
		q->hull_lo = INT64_MAX;
		q->hull_hi = 0;
		return;
	}
	h = lac_as_hull(lac_port_as(port));
	q->hull_lo = h.lo;
	q->hull_hi = h.hi;
}
