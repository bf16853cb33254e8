/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Polling: one 8-byte load of the entry's last 8 bytes tells owner, opcode, index and queue pair. One compare
 * finds "a send of the same queue pair as last time, which succeeded"; everything else is lac_cq_odd()'s.
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

/* The end of an entry, as it is loaded: opcode of the WQE 7:0, queue pair 31:8, index 47:32 (these two in wire
 * order), signature 55:48, opcode 63:60, owner 56. */
#define LAC_CQE_GOOD_ UINT64_C(0xff000000ffffff00) /* the queue pair, and that it is good */
#define LAC_CQE_NO_QP UINT64_MAX                   /* lac_cq.last: none */

static inline uint16_t lac_cqe_index_(uint64_t end)
{
	return __builtin_bswap16((uint16_t)(end >> 32));
}

/* A send completed: what it and all before it held of the ring comes back. The gate stays where it is: a post
 * that meets it moves it on. */
static inline void lac_sq_credit_(struct lac_sq *q, const struct lac_wr *w, uint16_t index)
{
	q->ci += (uint16_t)(index - q->ci) + (uint32_t)w->bb;
	q->list_ci = w->list;
}

#ifdef __cplusplus
}
#endif

#endif
