/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Polling: one 8-byte load of the entry's last 8 bytes tells owner, opcode, index and queue pair. One compare
 * finds "ours, and a send that succeeded"; everything else is lac_cq_odd()'s.
 */
#ifndef LACUNA_HOT_POLL_H
#define LACUNA_HOT_POLL_H

#include <lacuna/hot/order.h>
#include <lacuna/hot/queue.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lac_wc;

/* In the library. Looks at the entry at cq->ci; how many completions it gave. ci moves if it was used up. */
unsigned int lac_cq_odd(struct lac_cq *cq, struct lac_wc *wc, unsigned int n);
/* The same as polling, where something wants attention. */
unsigned int lac_cq_poll_attn(struct lac_cq *cq, struct lac_wc *wc, unsigned int n);

/* A send completed: what it and all before it held of the ring comes back. Its record. */
static inline const struct lac_wr *lac_sq_credit_(struct lac_sq *q, uint16_t index)
{
	const struct lac_wr *w = &q->wr[index & q->mask];

	q->ci += (uint16_t)(index - q->ci) + (uint32_t)w->bb;
	q->limit = q->ci + q->mask + 1;
	q->list_ci = w->list;
	return w;
}

#ifdef __cplusplus
}
#endif

#endif
