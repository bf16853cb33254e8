/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The adversarial device: of all effects that the rule table of doc/ordering.md permits now, a random one
 * happens, and effects that may lag do so by a random number of steps. All choice comes from the world's
 * seed, so a run of the same client actions can be had again.
 *
 * The rules, for the WQEs of one send queue:
 *   - WRITEs, SENDs and atomics act at the responder in order, and after the requests of earlier READs
 *   - without acknowledgements they leave in order; when they arrive is wire.c's
 *   - a READ's data and an atomic's result land in order among themselves, but late: later WQEs may act first
 *   - a UMR acts after the gathers of earlier WRITEs and SENDs, but late: later WQEs may act before it
 *   - a small fence waits for earlier UMRs, a READ fence for earlier READs and atomics, a strong one for all
 *   - a SEND that invalidates waits for earlier READs and atomics
 *   - nothing passes a WQE that failed; completions keep the order of the queue
 */
#include "engine.h"

/* a third of the effects at once, most soon, some very late */
uint64_t adv_ready(struct emu_fn *f)
{
	struct emu_world *w = f->w;

	if (!eng_adversarial(f))
		return 0;
	switch (emu_rand_below(w, 8)) {
	case 0:
	case 1:
		return w->step;
	case 2:
		return w->step + emu_rand_below(w, 256);
	default:
		return w->step + emu_rand_below(w, 24);
	}
}

struct before { /* what earlier WQEs of the window still owe */
	bool umr, landing, request, any;
};

static bool is_landing(uint8_t op)
{
	return op == EMU_OP_READ || op == EMU_OP_CAS || op == EMU_OP_FADD;
}

static bool fenced_off(const struct emu_qp *q, const struct emu_wqe *w, const struct before *b)
{
	uint8_t fence = w->fence;

	if (w->op == EMU_OP_UMR && (q->umr_strong || (q->umr_small && fence != EMU_FENCE_NONE)))
		fence = EMU_FENCE_STRONG;
	switch (fence) {
	case EMU_FENCE_NONE:
		return false;
	case EMU_FENCE_SMALL:
		return b->umr;
	case EMU_FENCE_READS:
		return b->landing;
	case EMU_FENCE_SMALL_READS:
		return b->umr || b->landing;
	default:
		return b->any;
	}
}

/* may the WQE's next effect happen, its fence apart? */
static bool may_act(const struct emu_item *it, const struct before *b)
{
	if (it->state == EMU_ITEM_REQUESTED)
		return !b->landing;
	switch (it->w.op) {
	case EMU_OP_NOP:
		return true;
	case EMU_OP_UMR:
	case EMU_OP_READ:
	case EMU_OP_CAS:
	case EMU_OP_FADD:
		return !b->request;
	case EMU_OP_SEND_INV:
		return !b->request && !b->landing;
	default:
		return !b->request;
	}
}

static void owe(const struct emu_item *it, struct before *b)
{
	b->any = true;
	if (it->w.op == EMU_OP_UMR)
		b->umr = true;
	else if (it->w.op != EMU_OP_NOP && it->state == EMU_ITEM_FETCHED)
		b->request = true;
	if (is_landing(it->w.op))
		b->landing = true;
}

enum emu_step adv_step(struct emu_qp *q)
{
	enum { FETCH = EMU_WINDOW, RETIRE };
	uint32_t choice[EMU_WINDOW + 2], n = 0;
	struct before b = {0};
	bool lagging = false;

	if (eng_in_error(q))
		return eng_step_error(q);
	for (uint32_t i = 0; i < q->sq.count; i++) {
		struct emu_item *it = qp_item(q, i);

		if (it->state == EMU_ITEM_DONE) {
			if (it->syndrome != 0)
				break;
			continue;
		}
		if (fenced_off(q, &it->w, &b))
			break;
		if (may_act(it, &b)) {
			if (it->ready <= q->f->w->step)
				choice[n++] = i;
			else
				lagging = true;
		}
		owe(it, &b);
	}
	if (q->sq.count > 0 && qp_item(q, 0)->state == EMU_ITEM_DONE)
		choice[n++] = RETIRE;
	if (sq_can_fetch(q))
		choice[n++] = FETCH;
	while (n > 0) {
		uint32_t pick = emu_rand_below(q->f->w, n), what = choice[pick];

		if (what == FETCH)
			sq_fetch(q);
		else if (what == RETIRE)
			sq_retire(q);
		else if (!eng_progress(q, qp_item(q, what))) {
			choice[pick] =
				choice[--n]; /* it waits for the other side: something else, then */
			continue;
		}
		return EMU_STEP_DID;
	}
	return lagging ? EMU_STEP_LAGGING : EMU_STEP_IDLE;
}
