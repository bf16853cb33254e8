/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The engine's turn: doorbells are taken, then queues with work step in turn. Nothing here waits: a queue
 * that needs the outside world (a receive, a peer) is looked at again next time.
 *
 * A doorbell in a page that the client maps may hide another queue's behind it, so a page that was written is
 * taken as a hint: all of its queues are looked at, by their records. One that trapped serves its own
 * queue only; with all pages trapping, a queue runs no further than its doorbell said.
 */
#include <endian.h>
#include <errno.h>
#include <stdlib.h>

#include "engine.h"
#include "prm/gen/prm_names.h"

#define DB_ARM    0x20u
#define DB_SQ     0x800u
#define DB_SQ_END 0x1000u /* four registers, two halves each; Linux uses the last two for UMR */
#define DB_SQ_GAP 0x100u

int engine_create(struct emu_world *w)
{
	w->engine = calloc(1, sizeof(*w->engine));
	if (w->engine == NULL)
		return -ENOMEM;
	TAILQ_INIT(&w->engine->qps);
	TAILQ_INIT(&w->engine->active);
	TAILQ_INIT(&w->engine->owing);
	TAILQ_INIT(&w->engine->wire);
	return 0;
}

void engine_destroy(struct emu_world *w)
{
	wire_clear(w);
	free(w->engine);
	w->engine = NULL;
}

static void sq_doorbell(struct emu_fn *f, uint32_t uar, uint64_t value)
{
	struct emu_qp *q = emu_id_get(f, EMU_QP, value >> 8 & 0xffffff);
	uint16_t said, was;

	emu_stats(f)->doorbells++;
	if (q == NULL || q->uar != uar) {
		emu_stats(f)->doorbell_mismatch++;
		emu_lint(f, "a doorbell in UAR 0x%x names QP 0x%llx, which is not of that page",
			uar, (unsigned long long)(value >> 8 & 0xffffff));
		return;
	}
	was = q->sq.limit;
	said = (uint16_t)((value >> 40 & 0xffff) + ((value & 0x3f) + 3) / 4);
	sq_read_record(q);
	if ((value & 0x3f) == 0 || (uint16_t)(q->sq.limit - said) > q->sq.size) {
		emu_stats(f)->doorbell_mismatch++;
		emu_lint(f, "QP 0x%x: the doorbell says %u, the record %u", q->qpn, said,
			q->sq.limit);
		if (f->w->opt.trap_all)
			q->sq.limit = was;
	} else if (f->w->opt.trap_all) {
		/* what the record says beyond the doorbell was not rung */
		q->sq.limit = (uint16_t)(said - was) <= q->sq.size ? said : was;
	}
	qp_activate(q);
}

void engine_doorbell(struct emu_fn *f, uint32_t uar, uint32_t off, uint64_t value)
{
	struct emu_cq *cq;

	if (off == DB_ARM) {
		cq = emu_id_get(f, EMU_CQ, value & 0xffffff);
		if (cq != NULL && cq->uar == uar)
			cq_arm(cq, (uint32_t)(value >> 32));
		else
			emu_lint(f,
				"an arming in UAR 0x%x names CQ 0x%llx, which is not of that page",
				uar, (unsigned long long)(value & 0xffffff));
	} else if (off >= DB_SQ && off < DB_SQ_END && off % DB_SQ_GAP == 0) {
		sq_doorbell(f, uar, value);
	}
}

static uint64_t take(uint8_t *at)
{
	uint64_t *p = (uint64_t *)(void *)at;

	if (__atomic_load_n(p, __ATOMIC_RELAXED) == 0)
		return 0;
	return __atomic_exchange_n(p, 0, __ATOMIC_ACQUIRE);
}

static bool scan_page(struct emu_fn *f, uint32_t uar)
{
	uint8_t *page = f->bar + (size_t)uar * EMU_PAGE;
	bool arms = take(page + DB_ARM) != 0, rung = false;
	struct emu_qp *q;

	for (uint32_t off = DB_SQ; off < DB_SQ_END; off += DB_SQ_GAP)
		rung |= take(page + off) != 0;
	if (rung) {
		emu_stats(f)->doorbells++;
		TAILQ_FOREACH (q, &f->w->engine->qps, all)
			if (q->f == f && q->uar == uar && q->sq.size > 0 &&
				q->state == EMU_QPS_RTS) {
				q->sq.rung = true;
				qp_activate(q);
			}
	}
	for (uint32_t id = arms ? emu_id_next(f, EMU_CQ, 0) : UINT32_MAX; id != UINT32_MAX;
		id = emu_id_next(f, EMU_CQ, id + 1)) {
		struct emu_cq *cq = emu_id_get(f, EMU_CQ, id);

		if (cq->uar == uar)
			cq_poll_arm(cq);
	}
	return rung || arms;
}

static unsigned int scan(struct emu_world *w)
{
	unsigned int did = 0;

	for (unsigned int i = 0; i < w->nfn; i++) {
		struct emu_fn *f = w->fn[i];

		if (f == NULL || f->bar == NULL || f->hca == NULL || !emu_pci_master_on(f))
			continue;
		for (uint32_t uar = emu_id_next(f, EMU_UAR, EMU_UAR_SHARED); uar != UINT32_MAX;
			uar = emu_id_next(f, EMU_UAR, uar + 1))
			did += scan_page(f, uar);
	}
	return did;
}

bool eng_progress(struct emu_qp *q, struct emu_item *it)
{
	if (it->w.op == EMU_OP_NOP)
		item_done(it, 0, 0);
	else if (it->w.op == EMU_OP_UMR)
		umr_execute(q, it);
	else if (it->state == EMU_ITEM_REQUESTED)
		return rdma_land(q, it) == 0;
	else
		return rdma_request(q, it) == 0;
	return true;
}

/* the queue will take no more of the shared queue that it had its receives from */
static bool tell_last_wqe(struct emu_qp *q)
{
	struct emu_cq *cq = qp_cq(q, q->rcqn);

	if (!q->has_srq || q->type == EMU_QPT_XRC || q->last_wqe_told)
		return false;
	if (cq != NULL)
		cq_flush(cq); /* the event is behind the last completion */
	q->last_wqe_told = true;
	qp_event(q, PRM_EV_SRQ_LAST_WQE);
	return true;
}

static bool flush_receives(struct emu_qp *q)
{
	return rq_flush_one(q) || tell_last_wqe(q);
}

enum emu_step eng_step_error(struct emu_qp *q)
{
	if (q->state == EMU_QPS_SQER)
		return sq_flush_one(q) ? EMU_STEP_DID : EMU_STEP_IDLE;
	/* a poll that finds nothing draws no number: how many there are is a matter of time */
	if (eng_adversarial(q->f) && rq_pending(&q->rq) && emu_rand_below(q->f->w, 2)) {
		rq_flush_one(q);
		return EMU_STEP_DID;
	}
	return sq_flush_one(q) || flush_receives(q) ? EMU_STEP_DID : EMU_STEP_IDLE;
}

/* without an adversary: the oldest WQE, from its fetch to its completion */
static enum emu_step in_order_step(struct emu_qp *q)
{
	struct emu_item *it;

	if (eng_in_error(q))
		return eng_step_error(q);
	if (q->sq.count == 0) {
		if (!sq_can_fetch(q))
			return EMU_STEP_IDLE;
		sq_fetch(q);
		if (q->sq.count == 0)
			return EMU_STEP_DID;
	}
	it = qp_item(q, 0);
	while (it->state != EMU_ITEM_DONE)
		if (!eng_progress(q, it))
			return EMU_STEP_IDLE;
	sq_retire(q);
	return EMU_STEP_DID;
}

static enum emu_step step_qp(struct emu_world *w)
{
	struct emu_engine *e = w->engine;
	enum emu_step got, best = EMU_STEP_IDLE;
	uint32_t skip = 0;

	if (w->opt.adversarial && e->nactive > 1)
		skip = emu_rand_below(w, e->nactive < 4 ? e->nactive : 4);
	for (uint32_t left = e->nactive; left > 0 && best != EMU_STEP_DID; left--) {
		struct emu_qp *q = TAILQ_FIRST(&e->active);

		TAILQ_REMOVE(&e->active, q, active);
		if (skip > 0) {
			skip--;
			left++;
			TAILQ_INSERT_TAIL(&e->active, q, active);
			continue;
		}
		if (!emu_pci_master_on(q->f)) { /* it waits */
			TAILQ_INSERT_TAIL(&e->active, q, active);
			continue;
		}
		got = eng_adversarial(q->f) ? adv_step(q) : in_order_step(q);
		if (got > best)
			best = got;
		if (got == EMU_STEP_IDLE && q->sq.count == 0 && !eng_in_error(q)) {
			e->nactive--;
			q->is_active = false;
		} else {
			TAILQ_INSERT_TAIL(&e->active, q, active);
		}
	}
	return best;
}

static enum emu_step step_cq(struct emu_world *w)
{
	struct emu_engine *e = w->engine;
	enum emu_step best = EMU_STEP_IDLE;

	for (uint32_t left = e->nowing; left > 0; left--) {
		struct emu_cq *cq = TAILQ_FIRST(&e->owing);

		TAILQ_REMOVE(&e->owing, cq, link);
		TAILQ_INSERT_TAIL(&e->owing, cq, link);
		if (!emu_pci_master_on(cq->f))
			continue;
		if (TAILQ_FIRST(&cq->pending)->ready > w->step) {
			best = EMU_STEP_LAGGING;
			continue;
		}
		cq_flush_one(cq);
		return EMU_STEP_DID;
	}
	return best;
}

/* queues, completions that are owed, messages that fly: whoever comes first, the others if it has nothing */
static enum emu_step step(struct emu_world *w)
{
	static enum emu_step (*const parts[])(struct emu_world *) = {step_qp, step_cq, wire_step};
	enum { QP, CQ, WIRE, PARTS };
	struct emu_engine *e = w->engine;
	enum emu_step best = EMU_STEP_IDLE;
	unsigned int first = QP;

	if (e->nwire > 0 && emu_rand_below(w, 3) == 0)
		first = WIRE;
	else if (e->nowing > 0 && emu_rand_below(w, 2))
		first = CQ;
	for (unsigned int i = 0; i < PARTS && best != EMU_STEP_DID; i++) {
		enum emu_step got = parts[(first + i) % PARTS](w);

		if (got > best)
			best = got;
	}
	return best;
}

unsigned int engine_run(struct emu_world *w, unsigned int budget)
{
	unsigned int did = scan(w);
	struct emu_engine *e = w->engine;

	if (e->nactive + e->nowing + e->nwire == 0)
		return did;
	if (w->opt.adversarial && budget > 1 && emu_rand_below(w, 4) == 0)
		budget = 1 + emu_rand_below(w, budget);
	while (budget-- > 0 && e->nactive + e->nowing + e->nwire > 0) {
		enum emu_step got = step(w);

		if (got == EMU_STEP_IDLE)
			break;
		w->step++;
		did++;
		if (got == EMU_STEP_LAGGING)
			break; /* a step passes, and the client runs meanwhile */
	}
	return did;
}
