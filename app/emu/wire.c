/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Messages that nobody acknowledges, on their way. The sender's bytes are gathered before it completes; without
 * an adversary the message is at its end at once. With one it flies for some steps, past other messages: UC keeps
 * the order of a connection, datagrams keep none. What flies names both ends by number, so that either may
 * vanish meanwhile. Messages too long to be kept go straight from memory to memory, behind what flies before them.
 */
#include <stdlib.h>

#include "rdma.h"

#define KEEP_BYTES 65536u
#define FLIGHTS    64u

struct emu_flight {
	TAILQ_ENTRY(emu_flight) link;
	uint64_t ready;
	struct emu_msg m;
	uint8_t data[];
};

static void arrive(struct emu_world *w, struct emu_flight *t)
{
	struct emu_seg seg = {.inl = true, .len = (uint32_t)t->m.len};
	struct emu_sgl from;

	sgl_init(&from, NULL, &seg, t->m.len > 0 ? 1 : 0, t->data, 0);
	unreliable_deliver(w, &t->m, &from);
	free(t);
}

static void land(struct emu_world *w, struct emu_flight *t)
{
	TAILQ_REMOVE(&w->engine->wire, t, link);
	w->engine->nwire--;
	arrive(w, t);
}

static bool same_connection(const struct emu_msg *a, const struct emu_msg *b)
{
	return a->type == EMU_QPT_UC && b->type == EMU_QPT_UC && a->src == b->src &&
	       a->sqpn == b->sqpn;
}

static void land_before(struct emu_world *w, const struct emu_msg *m)
{
	struct emu_flight *t, *next;

	for (t = TAILQ_FIRST(&w->engine->wire); t != NULL; t = next) {
		next = TAILQ_NEXT(t, link);
		if (same_connection(&t->m, m))
			land(w, t);
	}
}

bool wire_send(struct emu_qp *q, const struct emu_msg *m, struct emu_sgl *from)
{
	struct emu_world *w = q->f->w;
	struct emu_flight *t;

	if (m->len > KEEP_BYTES) {
		land_before(w, m);
		unreliable_deliver(w, m, from);
		return from->fault == EMU_FAULT_NONE;
	}
	t = malloc(sizeof(*t) + m->len);
	if (t == NULL)
		return true; /* lost, as any may be */
	t->m = *m;
	if (!sgl_read(from, t->data, m->len)) {
		free(t);
		return false;
	}
	if (!eng_adversarial(q->f)) {
		land_before(w, m); /* from when there was one */
		arrive(w, t);
		return true;
	}
	if (w->engine->nwire == FLIGHTS)
		land(w, TAILQ_FIRST(&w->engine->wire));
	t->ready = adv_ready(q->f);
	TAILQ_INSERT_TAIL(&w->engine->wire, t, link);
	w->engine->nwire++;
	return true;
}

/* an earlier message of the same connection still flies */
static bool held(struct emu_world *w, const struct emu_flight *t)
{
	const struct emu_flight *e;

	TAILQ_FOREACH (e, &w->engine->wire, link) {
		if (e == t)
			return false;
		if (same_connection(&e->m, &t->m))
			return true;
	}
	return false;
}

enum emu_step wire_step(struct emu_world *w)
{
	struct emu_flight *choice[FLIGHTS], *t;
	uint32_t n = 0;

	TAILQ_FOREACH (t, &w->engine->wire, link)
		if (t->ready <= w->step && !held(w, t))
			choice[n++] = t;
	if (n == 0)
		return TAILQ_EMPTY(&w->engine->wire) ? EMU_STEP_IDLE : EMU_STEP_LAGGING;
	land(w, choice[emu_rand_below(w, n)]);
	return EMU_STEP_DID;
}

void wire_clear(struct emu_world *w)
{
	struct emu_flight *t;

	while ((t = TAILQ_FIRST(&w->engine->wire)) != NULL) {
		TAILQ_REMOVE(&w->engine->wire, t, link);
		free(t);
	}
	w->engine->nwire = 0;
}
