/* SPDX-License-Identifier: BSD-3-Clause */
/* The timed code of polling. What the application counts stays in its registers, as an application's would. */
#include "work.h"

/* As many polls as it takes to see @ops completions. */
static __attribute__((noinline)) void poll_ready(struct run *x)
{
	struct lac_cq *cq = &x->b->cq;
	const uint32_t asked = x->poll;
	uint32_t left = x->ops;
	uint64_t good = 0;

	while (left) {
		unsigned int i, n = lac_cq_poll(cq, x->wc, asked);

		for (i = 0; i < n; i++)
			good += x->wc[i].status == 0;
		if (LAC_UNLIKELY(n == 0)) {
			x->failed++;
			break;
		}
		left -= n;
	}
	x->polled += good;
}

static __attribute__((noinline)) void poll_empty(struct run *x)
{
	struct lac_cq *cq = &x->b->cq;
	uint64_t some = 0;
	uint32_t i;

	for (i = x->ops; i; i--)
		some += lac_cq_poll(cq, x->wc, 16);
	x->failed += some;
}

run_fn *ops_poll(enum op op, unsigned int batch)
{
	return op == OP_POLL && batch == 0 ? poll_empty : poll_ready;
}
