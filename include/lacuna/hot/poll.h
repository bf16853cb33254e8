/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Polling: one 8-byte load of the entry's last 8 bytes tells owner, opcode, index and queue pair. One compare
 * finds "nothing there", another "a send of the same queue pair as last time, which succeeded"; everything else is
 * lac_cq_poll_odd()'s.
 */
#ifndef LACUNA_HOT_POLL_H
#define LACUNA_HOT_POLL_H

#include <lacuna/hot/order.h>
#include <lacuna/hot/queue.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lac_wc;

/* In the library: polling, where the first entry is plain, @look as it was looked at, and others may be there; where
 * another entry is first. */
unsigned int lac_cq_poll_run(struct lac_cq *cq, struct lac_wc *wc, unsigned int n, uint64_t look);
unsigned int lac_cq_poll_odd(struct lac_cq *cq, struct lac_wc *wc, unsigned int n);
/* The same as polling, where something wants attention. */
unsigned int lac_cq_poll_attn(struct lac_cq *cq, struct lac_wc *wc, unsigned int n);

/*
 * The end of an entry, as it is loaded: opcode of the WQE 7:0, queue pair 31:8, index 47:32 (these two in wire
 * order), signature 55:48, opcode 63:60, owner 56. lac_cq.want has the queue pair and the owner, and 0 elsewhere; what
 * differs from it under the mask of plain entries is not a good one without length, and a difference in the owner says
 * that nothing is there.
 */
#define LAC_CQE_PLAIN_  UINT64_C(0xff000000ffffff10)
#define LAC_CQE_OWNER_  (UINT64_C(1) << 56)
#define LAC_CQE_LENGTH_ UINT64_C(0x10) /* of the WQE opcodes, those of READs and atomics have it */
/* lac_cq.want but for the owner: no entry is such */
#define LAC_CQE_NO_QP UINT64_C(0xfe000000ffffff00)

/* How the end of the entry at @e differs from a plain one's. */
static inline uint64_t lac_cq_look_(const struct lac_cq *cq, const uint8_t *e)
{
	return lac_dma_read64(e + 56) ^ cq->want;
}

/* The consumer index has 24 bits, as its record does; here in 31:8. */
static inline uint32_t lac_cq_ci8_(const struct lac_cq *cq)
{
	return cq->lap + (uint32_t)(uintptr_t)cq->next * 4;
}

static inline uint32_t lac_cq_ci_(const struct lac_cq *cq)
{
	return lac_cq_ci8_(cq) >> 8;
}

/* All before @next is used up; a lap ends at the ring's end. */
static inline void lac_cq_use_(struct lac_cq *cq, const uint8_t *next)
{
	if (LAC_UNLIKELY(next == cq->end)) {
		next = cq->ring;
		cq->lap += (cq->mask + 1) * 256;
		cq->want ^= LAC_CQE_OWNER_;
	}
	cq->next = next;
}

/* The device may overwrite what is used up. */
static inline void lac_cq_tell_(struct lac_cq *cq)
{
	const uint32_t ci8 = lac_cq_ci8_(cq);

	lac_order_entry_then_index();
	lac_dma_write32(cq->record, __builtin_bswap32(ci8) << 8);
}

/* Where the record of the WQE is that an entry's end names, in bytes; @mask: lac_cq.wr_mask. */
static inline uint32_t lac_cqe_record_(uint64_t end, uint32_t mask)
{
	return (uint32_t)__builtin_bswap64(end) >> 12 & mask;
}

/* @n sends completed, @w the last of them. The gate stays where it is: a post that meets it asks for the credit. */
static inline void lac_sq_done_(struct lac_sq *q, const struct lac_wr *w, unsigned int n)
{
	q->done = w;
	q->n[LAC_SQ_COMPLETIONS] += n;
}

/* All before it has completed. A record that is not of an outstanding WQE tells nothing. */
static inline uint32_t lac_sq_ci_(const struct lac_sq *q)
{
	const struct lac_wr *w = q->done;
	uint32_t bb;

	if (!w)
		return q->ci;
	bb = (((uint32_t)(w - q->wr) - q->ci) & q->mask) + w->bb;
	return q->ci + (bb <= q->pi - q->ci ? bb : 0);
}

#ifdef __cplusplus
}
#endif

#endif
