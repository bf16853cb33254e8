/* SPDX-License-Identifier: BSD-3-Clause */
/* A round of a row: what it needs before it is timed. The device that completes is played here. */
#include "lists.h"
#include "row.h"
#include "shared.h"

#define REMOTE_ADDR UINT64_C(0x7f1234560000)
#define REMOTE_KEY  0x00beef42u

/* As after a reset: completions that are there are taken, errors forgotten. */
static void queue_restart(struct bench *b)
{
	struct lac_wc wc;

	while (lac_cq_poll(&b->cq, &wc, 1))
		;
	if (b->q->state == LAC_QP_READY)
		bench_idle(b);
	lac_sq_restart(b->q, LAC_QP_READY);
	b->r->state = LAC_QP_READY;
	b->cq.attn = 0;
}

static void keys_ready(const struct row *r, struct run *x)
{
	const struct lac_keys *kids = x->b->keys.child;
	uint32_t i;

	for (i = 0; i < r->ops && r->op != OP_TURN; i++) {
		x->key[i].state = LAC_KEY_FREE;
		x->key[i].flags = 0;
		x->was[i] = x->key[i].be;
	}
	for (i = 0; kids && i < KIDS; i++) {
		kids->key[i].state = LAC_KEY_FREE;
		x->kid_was[i] = kids->key[i].be;
	}
}

/*
 * Keys that take turns: their bytes are known from a copy, as looking at the keys themselves would bring
 * into the cache what the run is to find outside.
 */
static uint8_t turned[LIVE_MAX];

static void turns_bind(const struct row *r, struct run *x)
{
	uint32_t i;

	for (i = 0; i < r->live; i++) {
		x->key[i].state = LAC_KEY_LIVE;
		x->key[i].flags = 0;
		turned[i] = (uint8_t)lac_from_be32((lac_be32){x->key[i].be});
	}
}

static void turns_ready(const struct row *r, struct run *x)
{
	uint32_t i, k;

	for (i = 0; i < r->ops; i++) {
		k = turn_key(x->next + i, x->live);
		x->was[i] = lac_to_be32((BENCH_INDEX + k) << 8 | turned[k]++).be;
	}
}

/* So that an invalidation has something to end. */
static void keys_live(const struct row *r, struct run *x)
{
	uint32_t i;

	for (i = 0; i < r->ops; i++) {
		const struct list *l = &x->lists[i % LISTS];

		if (lac_sq_room_bb(x->q) < 64)
			bench_idle(x->b);
		x->failed += lac_sq_map(x->q, &x->key[i], lac_src_iov(l->v, l->n), l->len,
				     LAC_SIGNAL, i) != 0;
		x->was[i] = x->key[i].be;
	}
	lac_sq_ring(x->q);
	bench_idle(x->b);
}

static void completions_ready(const struct row *r, struct run *x)
{
	const bool bad = r->op == OP_POLL_ERR;
	uint32_t i, pi;

	if (bad)
		queue_restart(x->b);
	x->polled = 0;
	for (i = 0; r->batch && i < r->ops; i++) {
		pi = x->q->pi;
		x->failed += lac_sq_write(x->q, x->from, x->to, LAC_SIGNAL, i) != 0;
		if (bad)
			bench_fail(x->b, pi, LAC_CQE_FLUSHED);
		else
			bench_complete(x->b, pi);
	}
	lac_sq_ring(x->q);
}

void row_bind(const struct row *r, struct run *x)
{
	static const uint8_t image[IMAGE_BYTES] __attribute__((aligned(64))) = {1, 2, 3};
	struct bench *b = r->b;

	memset(x, 0, sizeof(*x));
	queue_restart(b);
	b->q->isa = (uint8_t)(r->path ? r->path : path_best())->isa;
	x->b = b;
	x->q = b->q;
	x->key = b->key;
	if (r->op <= OP_TURN || r->op == OP_TRANSLATE)
		x->lists = lists_of(
			r->op == OP_TRANSLATE || !r->kind ? LAC_SRC_IOV : r->kind, r->n);
	x->ops = r->ops;
	x->poll = r->batch;
	x->to.addr = REMOTE_ADDR;
	x->to.key = lac_rkey_from(REMOTE_KEY);
	x->from.addr = LISTS_LO;
	x->from.len = 4096;
	x->from.key = lac_sq_dma_lkey(b->q);
	x->image = image;
	x->lines = r->bb;
	x->list_lines = r->list_lines;
	x->batch = r->batch;
	x->live = r->live;
	turns_bind(r, x);
}

void row_prepare(const struct row *r, struct run *x)
{
	if (row_posts(r)) {
		bench_idle(x->b);
		/* a UMR leaves a fence to whatever comes next */
		x->fence = r->op == OP_INV || (r->op == OP_MAP && x->q->pi != 0);
		keys_ready(r, x);
		if (r->op == OP_TURN)
			turns_ready(r, x);
		if (r->op == OP_INV)
			keys_live(r, x);
		x->begin = x->q->pi;
	} else if (r->op == OP_POLL || r->op == OP_POLL_ERR) {
		completions_ready(r, x);
	}
	if (r->shared)
		shared_read(x->b->ring, x->b->ring_bytes);
}
