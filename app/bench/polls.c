/* SPDX-License-Identifier: BSD-3-Clause */
/* The timed code of polling. */
#include "work.h"

/* As many polls as it takes to see @ops completions. */
static __attribute__((noinline)) void poll_ready(struct run *x)
{
	struct lac_cq *cq = &x->b->cq;
	uint32_t left = x->ops;

	while (left) {
		unsigned int i, n = lac_cq_poll(cq, x->wc, x->poll);

		for (i = 0; i < n; i++)
			x->polled += x->wc[i].status == 0;
		if (LAC_UNLIKELY(n == 0)) {
			x->failed++;
			return;
		}
		left -= n;
	}
}

static __attribute__((noinline)) void poll_empty(struct run *x)
{
	struct lac_cq *cq = &x->b->cq;
	uint32_t i;

	for (i = 0; i < x->ops; i++)
		x->failed += lac_cq_poll(cq, x->wc, 16);
}

run_fn *ops_poll(enum op op, unsigned int batch)
{
	return op == OP_POLL && batch == 0 ? poll_empty : poll_ready;
}
