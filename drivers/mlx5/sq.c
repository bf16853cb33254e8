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

uint8_t *lac_sq_at(const struct lac_sq *q, uint32_t pi)
{
	return q->ring + (size_t)(pi & q->mask) * LAC_BB_BYTES;
}

bool lac_sq_full(const struct lac_sq *q, uint32_t pi, uint32_t bb)
{
	return !q->stop || pi + bb - q->ci > q->mask + 1;
}

void lac_sq_credit(struct lac_sq *q)
{
	const uint32_t ci = lac_sq_ci_(q);

	if (ci != q->ci)
		q->list_ci = q->done->list;
	q->ci = ci;
	q->done = NULL;
}

/*
 * Met at least once a lap, so here is where WQEBBs are counted. A thread that closes the gate may do so between the look
 * and the store: it tells the poller, who closes it again.
 */
void lac_sq_arm(struct lac_sq *q)
{
	const uint32_t size = q->mask + 1, at = q->pi & q->mask, room = size - (q->pi - q->ci);

	q->n[LAC_SQ_WQEBBS] += q->pi - q->counted;
	q->counted = q->pi;
	q->p = lac_sq_at(q, q->pi);
	q->w = &q->wr[at];
	if (__atomic_load_n(&q->stop, __ATOMIC_RELAXED))
		q->stop = q->p + (size_t)RTE_MIN(size - at, room) * LAC_BB_BYTES;
}

void lac_sq_close(struct lac_sq *q)
{
	__atomic_store_n(&q->stop, (uint8_t *)NULL, __ATOMIC_RELEASE);
}

/* The gate was met by a request of @bb WQEBBs. Moved on, does it fit without a break? */
static bool sq_fits(struct lac_sq *q, uint32_t bb)
{
	lac_sq_settle(q);
	lac_sq_arm(q);
	return !lac_sq_shut_(q, q->p, bb);
}

LAC_COLD void lac_sq_pad_at(struct lac_sq *q, uint32_t pi, uint32_t bb)
{
	uint32_t i;

	for (i = 0; i < bb; i++) {
		lac_ctrl_(lac_sq_at(q, pi + i), lac_ctl_(q, LAC_WQE_NOP, 1) + lac_index_(pi + i), 0,
			0);
		lac_wr_(&q->wr[(pi + i) & q->mask], 1, LAC_OP_NOP, LAC_WR_PAD);
	}
}

LAC_COLD int lac_sq_room(struct lac_sq *q)
{
	return sq_fits(q, 1) ? 0 : lac_sq_refuse(q, q->pi, 1, -EAGAIN);
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

/* Is anything that has not completed signalled? What was found is remembered. */
static bool sq_signalled(struct lac_sq *q)
{
	uint32_t i;

	if ((int32_t)(q->sig - q->ci) > 0)
		return true;
	for (i = q->ci; i != q->pi; i += q->wr[i & q->mask].bb)
		if (q->wr[i & q->mask].flags & LAC_WR_SIGNALLED) {
			q->sig = i + 1;
			return true;
		}
	return false;
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
		lac_sq_settle(q);
		/* with the worst padding it must fit an empty ring, or it would never. No WQE has over 16 */
		if (bb + RTE_MIN(bb, 16u) - 1 > q->mask + 1) {
			snprintf(arg, sizeof(arg), "%u WQEBBs do not fit the ring of %u", bb,
				q->mask + 1);
			return lac_qp_note(q->qp, -E2BIG, LAC_AT_ARGS, 0, arg);
		}
		if (pi != q->ci && !sq_signalled(q))
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

/*
 * Where a request of @bb WQEBBs begins, behind NOPs if the ring's end is in the way: nothing of this is the queue's
 * before lac_sq_take(). False: no room.
 */
static bool sq_place(struct lac_sq *q, uint32_t bb, uint32_t *pi)
{
	const uint32_t left = q->mask + 1 - (q->pi & q->mask);

	*pi = q->pi;
	if (sq_fits(q, bb))
		return true;
	if (bb <= left || lac_sq_full(q, q->pi, left + bb))
		return false;
	lac_sq_pad_at(q, q->pi, left);
	*pi += left;
	return true;
}

bool lac_sq_over(struct lac_sq *q, uint32_t bb, uint32_t *pads)
{
	uint32_t pi, room;

	if (!sq_place(q, bb, &pi))
		return false;
	*pads = pi - q->pi;
	if (*pads == 0)
		return true;
	room = q->mask + 1 - (pi - q->ci);
	q->pi = pi;
	q->p = q->ring;
	q->w = q->wr;
	if (__atomic_load_n(&q->stop, __ATOMIC_RELAXED))
		q->stop = q->p + (size_t)room * LAC_BB_BYTES;
	return true;
}

void lac_sq_back(struct lac_sq *q, uint32_t pads)
{
	if (pads == 0)
		return;
	q->pi -= pads;
	lac_sq_arm(q);
}

void lac_sq_take(struct lac_sq *q, uint32_t pads, uint32_t pi, uint64_t db, uint64_t fm)
{
	q->n[LAC_SQ_PADS] += pads;
	q->pi = pi;
	q->db = db;
	q->fm = fm;
	lac_sq_arm(q);
}

/* What a one-piece form, or one of several WQEBBs, meets at the gate, or at the ends of its length. */
LAC_COLD int lac_sq_one_any(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const struct lac_loc *l, const struct lac_rem *r, uint32_t imm_be, unsigned int fl,
	uint64_t cookie)
{
	const bool reads = opcode == LAC_WQE_READ;
	uint32_t ds = r ? 2 : 1;
	uint64_t db;

	if (!sq_fits(q, 1))
		return lac_sq_refuse(q, q->pi, 1, -EAGAIN);
	if (l->len > q->msg_max)
		return lac_sq_refuse(q, q->pi, 1, -EMSGSIZE);
	if (l->len)
		lac_scatter_(q->p + (size_t)ds++ * LAC_DS_BYTES, l, 1);
	if (r)
		lac_raddr_(q->p + 16, *r);
	db = lac_ctrl_(q->p, lac_ctl_(q, opcode, ds) + lac_index_(q->pi), lac_fcs_(q, fl), imm_be);
	lac_wr_last_(q, q->w, 1, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
	lac_sq_commit_(q, 1, db, 0);
	lac_sq_moved_(q, fl, reads, l->len);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

LAC_COLD int lac_sq_v_any(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const struct lac_loc *v, unsigned int n, const struct lac_rem *r, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	const bool reads = opcode == LAC_WQE_READ;
	uint32_t ds, bb, pi;
	uint64_t db, sum;
	uint8_t *p;

	if (n > q->gather)
		return lac_sq_refuse(q, q->pi, 1, -E2BIG);
	/* room for all pieces, as inline code asks for it, though empty ones need none */
	bb = (head + n + 3) / 4;
	if (!sq_place(q, bb, &pi))
		return lac_sq_refuse(q, q->pi, bb, -EAGAIN);
	ds = head + lac_gather_(v, n, &sum);
	if (sum > q->msg_max)
		return lac_sq_refuse(q, q->pi, bb, -EMSGSIZE);
	bb = (ds + 3) / 4;
	p = lac_sq_at(q, pi);
	db = lac_ctrl_(p, lac_ctl_(q, opcode, ds) + lac_index_(pi), lac_fcs_(q, fl), 0);
	if (r)
		lac_raddr_(p + 16, *r);
	lac_scatter_(p + (size_t)head * LAC_DS_BYTES, v, n);
	lac_wr_last_(q, &q->wr[pi & q->mask], bb, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
	lac_sq_take(q, pi - q->pi, pi + bb, db, 0);
	lac_sq_moved_(q, fl, reads, sum);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

LAC_COLD int lac_sq_inl_any(struct lac_sq *q, unsigned int opcode, unsigned int op, const void *src,
	uint32_t len, const struct lac_rem *r, unsigned int fl, uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	uint32_t ds, bb, pi;
	uint64_t db;
	uint8_t *p;

	if (len > q->inl_max)
		return lac_sq_refuse(q, q->pi, 1, -EMSGSIZE);
	ds = head + (len ? (4 + len + 15) / 16 : 0);
	bb = (ds + 3) / 4;
	if (!sq_place(q, bb, &pi))
		return lac_sq_refuse(q, q->pi, bb, -EAGAIN);
	p = lac_sq_at(q, pi);
	db = lac_ctrl_(p, lac_ctl_(q, opcode, ds) + lac_index_(pi), lac_fcs_(q, fl), 0);
	if (r)
		lac_raddr_(p + 16, *r);
	lac_inline_(p + (size_t)head * LAC_DS_BYTES, src, len);
	lac_wr_last_(q, &q->wr[pi & q->mask], bb, op, 0, fl, cookie);
	lac_sq_take(q, pi - q->pi, pi + bb, db, 0);
	lac_sq_moved_(q, fl, 0, len);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

LAC_COLD int lac_sq_inv_any(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	const bool fence = fl & LAC_FENCE || q->rd;
	uint32_t pi;
	uint64_t db;

	if (q->state != LAC_QP_READY)
		return lac_sq_refuse(q, q->pi, 2, -EAGAIN);
	if (k->state != LAC_KEY_LIVE)
		return lac_sq_no(q, -EBUSY, LAC_AT_STATE, 0, "the key is not live");
	if (k->flags & LAC_KF_NESTED)
		return lac_inv_nested(q, k, fl, cookie);
	if (!sq_place(q, 2, &pi))
		return lac_sq_refuse(q, q->pi, 2, -EAGAIN);
	db = lac_inv_build_(q, lac_sq_at(q, pi), pi,
		LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT)) |
			(fence ? LAC_FCS_(LAC_FM_SMALL_AND_FENCE) : q->fm),
		k->be);
	lac_wr_last_(q, &q->wr[pi & q->mask], 2, LAC_OP_INV, 0, fl, cookie);
	lac_key_touch_(q, k, k->be, LAC_KEY_FREE, pi);
	lac_sq_take(q, pi - q->pi, pi + 2, db, LAC_FCS_(LAC_FM_SMALL));
	if (fence)
		q->rd = 0;
	q->n[LAC_SQ_INVS]++;
	return 0;
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
	lac_uar_write64(
		port, lac_port_data_uar(port), LAC_UAR_SQ_DOORBELL, __builtin_bswap64(q->db));
}

void lac_sq_init(struct lac_sq *q, const struct lac_sq_parts *p)
{
	static const uint8_t lanes[5] = {0, 3, 15, 63, 255};

	memset(q, 0, sizeof(*q));
	memcpy(q->lanes, lanes, sizeof(lanes));
	q->ring = p->ring;
	q->wr = p->wr;
	q->record = p->record;
	q->uar = p->uar;
	q->cls = p->cls;
	lac_klm_ctx_(&q->x, 0, 0, p->dma_be);
	lac_sq_set_hull(q, p->hull_lo, p->hull_hi);
	q->mask = p->bb - 1;
	lac_sq_set_number(q, p->qpn);
	q->isa = (uint8_t)lac_isa_best();
	q->list = p->list;
	q->list_mask = p->list_units - 1; /* of none: the ring's size is 0 */
	lac_sq_set_msg_max(q, p->msg_max);
	/* the longest header is control and remote address; inline data begins with its length */
	q->gather = (uint8_t)(RTE_MIN(LAC_DS_MAX, p->wqe_bytes / LAC_DS_BYTES) - 2);
	q->inl_max = (uint16_t)(q->gather * LAC_DS_BYTES - 4);
	/* capability umr_fence: 0 strong, 1 small, 2 none (linux/mlx5: MLX5_CAP_UMR_FENCE_*) */
	q->umr_fm = LAC_FCS_(p->umr_fence == 0   ? LAC_FM_STRONG
			     : p->umr_fence == 1 ? LAC_FM_SMALL
						 : LAC_FM_NONE);
	lac_sq_restart(q, LAC_QP_RESET);
}

void lac_sq_set_number(struct lac_sq *q, uint32_t qpn)
{
	const uint32_t be = lac_to_be32(qpn << 8).be;

	q->ctl = (uint64_t)qpn << 8 | lac_op_(LAC_WQE_WRITE, 3);
	q->ctl_umr = lac_ctl_(q, LAC_WQE_UMR, 12);
	q->live = be | (uint32_t)LAC_KEY_LIVE << 24;
}

uint32_t lac_sq_number_be(const struct lac_sq *q)
{
	return lac_to_be32((uint32_t)q->ctl & 0xffffff00).be;
}

void lac_sq_set_msg_max(struct lac_sq *q, uint64_t bytes)
{
	q->msg_max = bytes;
	q->msg_hot = RTE_MIN(bytes, (uint64_t)INT32_MAX);
}

/* Kept so that no piece is inside an empty hull, and that the bounds are positive as signed words. */
void lac_sq_set_hull(struct lac_sq *q, uint64_t lo, uint64_t hi)
{
	lo = RTE_MIN(lo, (uint64_t)INT64_MAX);
	hi = RTE_MAX(RTE_MIN(hi, (uint64_t)INT64_MAX), lo);
	lac_klm_ctx_(&q->x, lo, hi, lac_sq_dma_lkey(q).be);
}

void lac_sq_restart(struct lac_sq *q, enum lac_qp_state state)
{
	q->n[LAC_SQ_WQEBBS] += q->pi - q->counted;
	q->pi = q->ci = q->rung = q->sig = q->counted = 0;
	q->list_pi = q->list_ci = 0;
	q->done = NULL;
	q->fm = 0;
	q->rd = 0;
	q->err_pi = 0;
	q->failed = 0;
	q->state = (uint8_t)state;
	q->stop = state == LAC_QP_READY ? q->ring : NULL;
	lac_sq_arm(q);
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
		lac_sq_set_hull(q, INT64_MAX, 0);
		return;
	}
	h = lac_as_hull(lac_port_as(port));
	lac_sq_set_hull(q, h.lo, h.hi);
}
