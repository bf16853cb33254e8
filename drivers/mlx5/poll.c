/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completions that are not plain: receives, errors, queue pairs in error or gone. Every outstanding request
 * ends in one completion: by the device's entry, or, where the device will answer no more, by walking
 * the records of the ring.
 */
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"
#include "prm/gen/prm_names.h"

static void wc_fill(struct lac_wc *wc, uint64_t cookie, uint32_t qpn, unsigned int op)
{
	memset(wc, 0, sizeof(*wc));
	wc->cookie = cookie;
	wc->qpn = qpn;
	wc->op = (uint8_t)op;
}

/*
 * The record at @q->ci ends with @status; 1 if it gave a completion. Of a request of several WQEs the first that
 * fails gives it, with the cookie of the last, and the others are marked.
 */
static unsigned int sq_end_one(
	struct lac_sq *q, struct lac_wc *wc, uint8_t status, uint8_t vendor, uint16_t flags)
{
	struct lac_wr *w = &q->wr[q->ci & q->mask];
	const uint8_t op = w->op;
	uint32_t i = q->ci;

	q->ci += w->bb;
	if (w->flags & (LAC_WR_PAD | LAC_WR_REPORTED))
		return 0;
	while (w->flags & (LAC_WR_PART | LAC_WR_PAD)) {
		i += w->bb;
		if (i == q->pi)
			break;
		w = &q->wr[i & q->mask];
		w->flags |= LAC_WR_REPORTED;
	}
	wc_fill(wc, w->cookie, lac_from_be32((lac_be32){lac_sq_number_be(q)}) >> 8, op);
	wc->status = status;
	wc->u.vendor = vendor;
	wc->flags = (uint16_t)(flags | (w->flags & LAC_WR_SIGNALLED ? 0 : LAC_WC_UNSIGNALLED));
	q->n[LAC_SQ_COMPLETIONS]++;
	q->n[LAC_SQ_ERRORS]++;
	return 1;
}

/* Ends all before @end as flushed, as far as @wc has room. */
static unsigned int sq_flush(
	struct lac_sq *q, uint32_t end, struct lac_wc *wc, unsigned int n, uint16_t flags)
{
	unsigned int got = 0;

	while (q->ci != end && got < n)
		got += sq_end_one(q, wc + got, LAC_CQE_FLUSHED, 0, flags);
	return got;
}

static unsigned int rq_end_one(struct lac_rq *r, struct lac_wc *wc, uint32_t qpn, uint8_t status,
	uint8_t vendor, uint16_t flags)
{
	wc_fill(wc, r->cookie[r->ci & r->mask], qpn, LAC_OP_RECV);
	wc->status = status;
	wc->u.vendor = vendor;
	wc->flags = flags;
	r->ci++;
	r->completions++;
	r->errors++;
	return 1;
}

static void cq_attend(struct lac_cq *cq)
{
	__atomic_fetch_or(&cq->attn, LAC_CQ_ATTEND, __ATOMIC_RELEASE);
}

/* The device was told to stop and has: entries that it wrote are there, others will not come. */
static bool halted(struct lac_qp *qp)
{
	return qp && atomic_load(&qp->halted);
}

/* The gate closes; what was posted and not rung is shown to the device, which flushes it too. */
static void sq_close(struct lac_cq *cq, struct lac_sq *q, enum lac_qp_state state)
{
	if (q->state == LAC_QP_READY)
		q->state = (uint8_t)state;
	lac_sq_close(q);
	cq_attend(cq);
	if (q->qp && q->qp->rcq)
		cq_attend(q->qp->rcq);
	if (q->state == LAC_QP_ERROR && !halted(q->qp))
		lac_sq_ring(q);
}

/* The entries behind it are likely of the same queue pair. */
static unsigned int sq_good(struct lac_cq *cq, struct lac_sq *q, const struct lac_cqe *e,
	struct lac_wc *wc, uint32_t qpn)
{
	const struct lac_wr *w = &q->wr[lac_from_be16(e->index) & q->mask];

	lac_cq_last(cq, q, qpn);
	wc_fill(wc, w->cookie, qpn, w->op);
	if (w->flags & LAC_WR_LENGTH)
		wc->len = lac_from_be32(e->bytes);
	lac_sq_done_(q, w, 1);
	return 1;
}

static unsigned int sq_bad(struct lac_cq *cq, struct lac_sq *q, const struct lac_cqe *e,
	struct lac_wc *wc, unsigned int n, bool *used)
{
	const uint32_t at = q->ci + (uint16_t)(lac_from_be16(e->index) - q->ci);
	unsigned int got = 0;

	if (!q->failed) {
		/* in order: all before the first error succeeded, unasked */
		q->failed = 1;
		q->ci = at;
		q->err_pi = at;
		lac_qp_note_cqe(q->qp, e);
		sq_close(cq, q, LAC_QP_ERROR);
	}
	got = sq_flush(q, at, wc, n, 0);
	*used = q->ci == at && got < n;
	if (*used)
		got += sq_end_one(q, wc + got, e->synd, e->vendor_synd, 0);
	return got;
}

static unsigned int rq_take(struct lac_cq *cq, struct lac_rq *r, const struct lac_cqe *e,
	struct lac_wc *wc, unsigned int n, uint32_t qpn, bool *used)
{
	static const uint8_t op_of[] = {
		[LAC_CQE_RECV_WRITE_IMM] = LAC_OP_RECV_WRITE_IMM,
		[LAC_CQE_RECV] = LAC_OP_RECV,
		[LAC_CQE_RECV_IMM] = LAC_OP_RECV_IMM,
		[LAC_CQE_RECV_INV] = LAC_OP_RECV_INV,
	};
	const uint32_t at = r->ci + (uint16_t)(lac_from_be16(e->index) - r->ci);
	const unsigned int opcode = e->own >> 4;
	unsigned int got = 0;

	while (r->ci != at && got < n)
		got += rq_end_one(r, wc + got, qpn, LAC_CQE_FLUSHED, 0, 0);
	*used = r->ci == at && got < n;
	if (!*used)
		return got;
	if (opcode == LAC_CQE_RECV_ERR) {
		if (r->state != LAC_QP_GONE)
			r->state = LAC_QP_ERROR;
		if (e->synd != LAC_CQE_FLUSHED)
			lac_qp_note_cqe(r->qp, e);
		got += rq_end_one(r, wc + got, qpn, e->synd, e->vendor_synd, 0);
		r->limit = r->ci;
		cq_attend(cq);
		return got;
	}
	wc_fill(wc + got, r->cookie[at & r->mask], qpn, op_of[opcode]);
	wc[got].len = lac_from_be32(e->bytes);
	if (opcode == LAC_CQE_RECV_INV)
		wc[got].u.inv.be = e->imm_inv.be;
	else if (opcode != LAC_CQE_RECV)
		wc[got].u.imm = lac_from_be32(e->imm_inv);
	r->ci = at + 1;
	r->limit = r->ci + r->mask + 1;
	r->completions++;
	return got + 1;
}

/* Was the request at index @at posted, and has it not ended? An index of another one is not followed. */
static bool outstanding(uint16_t at, uint32_t ci, uint32_t pi)
{
	return (uint16_t)(at - ci) < pi - ci;
}

/* The entry at ci, whatever it is; how many completions it gave. It is used up if there was room for all of them. */
static __attribute__((noinline)) unsigned int cq_odd(
	struct lac_cq *cq, struct lac_wc *wc, unsigned int n)
{
	const struct lac_cqe *e = (const struct lac_cqe *)(const void *)cq->next;
	struct lac_sq *q = NULL;
	struct lac_rq *r = NULL;
	struct lac_cq_ent *t;
	unsigned int opcode, got = 0;
	bool used = true;
	uint32_t qpn;
	uint16_t at;

	lac_order_owner_then_entry();
	opcode = e->own >> 4;
	if (opcode == LAC_CQE_NONE)
		return 0;
	qpn = lac_from_be32(e->op_qpn) & 0xffffff;
	at = lac_from_be16(e->index);
	t = lac_cq_find(cq, qpn);
	if (t && (opcode == LAC_CQE_REQ || opcode == LAC_CQE_REQ_ERR))
		q = t->sq;
	else if (t && (opcode <= LAC_CQE_RECV_INV || opcode == LAC_CQE_RECV_ERR))
		r = t->rq;
	if (q)
		lac_sq_settle(q);
	if (q && outstanding(at, q->ci, q->pi))
		got = opcode == LAC_CQE_REQ ? sq_good(cq, q, e, wc, qpn)
					    : sq_bad(cq, q, e, wc, n, &used);
	else if (r && outstanding(at, r->ci, r->pi))
		got = rq_take(cq, r, e, wc, n, qpn, &used);
	else
		cq->strays++;
	if (used)
		lac_cq_use_(cq, cq->next + 64);
	return got;
}

/*
 * Entries of the same queue pair in a row, all sends that succeeded, in one lap of the ring. How many. @look: how the
 * first differs, as far as it may, then how the entry behind them does; 0 where it was not looked at.
 */
LAC_FORCE_ unsigned int cq_run(
	struct lac_cq *cq, struct lac_wc *wc, unsigned int n, bool lengths, uint64_t *look)
{
	const uint64_t differ = lengths ? LAC_CQE_PLAIN_ & ~LAC_CQE_LENGTH_ : LAC_CQE_PLAIN_;
	const uint64_t want = cq->want, who = cq->who;
	const uint8_t *const wr = (const uint8_t *)cq->sq->wr;
	const uint32_t mask = cq->wr_mask;
	const uint8_t *e = cq->next;
	const uint8_t *const stop = e + RTE_MIN((size_t)n * 64, (size_t)(cq->end - e));
	uint64_t x = *look;
	size_t at;

	do {
		lac_order_owner_then_entry();
		at = lac_cqe_record_(x, mask);
		lac_wc_good_(wc, wr + at, who);
		if (lengths && x & LAC_CQE_LENGTH_)
			wc->len = lac_from_be32(((const struct lac_cqe *)(const void *)e)->bytes);
		wc++;
		e += 64;
		if (e == stop) {
			x = 0;
			break;
		}
		x = lac_dma_read64(e + 56) ^ want;
	} while (LAC_LIKELY(!(x & differ)));
	*look = x;
	n = (unsigned int)((size_t)(e - cq->next) / 64);
	lac_sq_done_(cq->sq, &cq->sq->wr[at / sizeof(struct lac_wr)], n);
	lac_cq_use_(cq, e);
	return n;
}

/* Goes on where @got of @n were taken. */
static __attribute__((noinline)) unsigned int cq_rest(
	struct lac_cq *cq, struct lac_wc *wc, unsigned int n, unsigned int got)
{
	bool moved = got != 0;
	uint64_t look;
	uint32_t ci;

	while (got < n) {
		look = lac_cq_look_(cq, cq->next);
		if (look & LAC_CQE_OWNER_)
			break;
		ci = lac_cq_ci_(cq);
		if (look & LAC_CQE_PLAIN_ & ~LAC_CQE_LENGTH_)
			got += cq_odd(cq, wc + got, n - got);
		else
			got += cq_run(cq, wc + got, n - got, true, &look);
		if (lac_cq_ci_(cq) == ci) /* no room for all that it ends, or none after all */
			break;
		moved = true;
	}
	if (moved)
		lac_cq_tell_(cq);
	return got;
}

unsigned int lac_cq_poll_odd(struct lac_cq *cq, struct lac_wc *wc, unsigned int n)
{
	return cq_rest(cq, wc, n, 0);
}

unsigned int lac_cq_poll_run(struct lac_cq *cq, struct lac_wc *wc, unsigned int n, uint64_t look)
{
	const unsigned int got = cq_run(cq, wc, n, false, &look);

	if (LAC_UNLIKELY(got != n && !(look & LAC_CQE_OWNER_)))
		return cq_rest(cq, wc, n, got);
	lac_cq_tell_(cq);
	return got;
}

/* A queue pair that is not READY: its gate stays closed whatever completes. */
static unsigned int ent_attend(struct lac_cq *cq, struct lac_cq_ent *t, struct lac_wc *wc,
	unsigned int n, bool dead, bool *again)
{
	unsigned int got = 0;
	struct lac_sq *q = t->sq;
	struct lac_rq *r = t->rq;
	uint8_t state;

	if (q) {
		lac_sq_settle(q);
		if (q->qp && atomic_exchange(&q->qp->async, 0) && q->state == LAC_QP_READY)
			sq_close(cq, q, LAC_QP_ERROR);
		state = __atomic_load_n(&q->state, __ATOMIC_ACQUIRE);
		if (state == LAC_QP_READY && dead)
			sq_close(cq, q, LAC_QP_GONE);
		if (state == LAC_QP_ERROR || state == LAC_QP_GONE) {
			lac_sq_close(q);
			*again = true;
		}
		if (halted(q->qp) && n && !q->failed) {
			q->failed = 1;
			q->err_pi = q->ci;
		}
		if (state == LAC_QP_GONE || dead || halted(q->qp))
			got = sq_flush(q, q->pi, wc, n, LAC_WC_FLUSHED_BY_HOST);
	}
	if (r) {
		state = __atomic_load_n(&r->state, __ATOMIC_ACQUIRE);
		if (state == LAC_QP_READY && r->qp && r->qp->sq.state == LAC_QP_ERROR)
			r->state = state = LAC_QP_ERROR;
		if (state == LAC_QP_ERROR || state == LAC_QP_GONE) {
			r->limit = r->ci;
			*again = true;
		}
		if (state == LAC_QP_ERROR && !halted(r->qp))
			lac_rq_ring(r);
		while ((state == LAC_QP_GONE || dead || halted(r->qp)) && r->ci != r->pi && got < n)
			got += rq_end_one(
				r, wc + got, t->qpn, LAC_CQE_FLUSHED, 0, LAC_WC_FLUSHED_BY_HOST);
	}
	return got;
}

LAC_COLD unsigned int lac_cq_poll_attn(struct lac_cq *cq, struct lac_wc *wc, unsigned int n)
{
	const uint8_t why = __atomic_exchange_n(&cq->attn, 0, __ATOMIC_ACQ_REL);
	const bool dead = why & LAC_CQ_BROKEN;
	unsigned int got = cq_rest(cq, wc, n, 0);
	bool again = dead;
	uint32_t i;

	for (i = 0; i <= cq->tab_mask; i++)
		if (cq->tab[i].qpn < LAC_CQ_WAS_QP)
			got += ent_attend(cq, &cq->tab[i], wc + got, n - got, dead, &again);
	if (again)
		__atomic_fetch_or(&cq->attn, (uint8_t)(LAC_CQ_ATTEND | (why & LAC_CQ_BROKEN)),
			__ATOMIC_RELEASE);
	return got;
}

void lac_qp_on_gone(struct lac_qp *qp)
{
	struct lac_sq *q = &qp->sq;
	struct lac_rq *r = &qp->rq;

	__atomic_store_n(&q->state, LAC_QP_GONE, __ATOMIC_RELEASE);
	lac_sq_close(q);
	cq_attend(qp->scq);
	if (!qp->has_rq)
		return;
	__atomic_store_n(&r->state, LAC_QP_GONE, __ATOMIC_RELEASE);
	__atomic_store_n(&r->limit, __atomic_load_n(&r->ci, __ATOMIC_RELAXED), __ATOMIC_RELEASE);
	cq_attend(qp->rcq);
}

/*
 * Fatal events of a queue pair (PRM, "Affiliated Asynchronous Events": WQ catastrophic, invalid request,
 * access error): the owner closes the gate when it polls next. Others tell nothing that posting must know.
 */
void lac_qp_on_event(struct lac_qp *qp, uint8_t type)
{
	if (type != PRM_EV_WQ_CATAS_ERROR && type != PRM_EV_WQ_INVAL_REQ_ERROR &&
		type != PRM_EV_WQ_ACCESS_ERROR)
		return;
	atomic_store(&qp->async, 1);
	cq_attend(qp->scq);
}
