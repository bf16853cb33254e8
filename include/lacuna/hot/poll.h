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
#define LAC_CQE_NO_QP \
	UINT64_C(0xfe000000ffffff00) /* lac_cq.want but for the owner: no entry is such */

/* How the end of the entry at @e differs from a plain one's. */
static inline uint64_t lac_cq_look_(const struct lac_cq *cq, const uint8_t *e)
{
	return lac_dma_read64(e + 56) ^ cq->want;
}

/* The consumer index. */
static inline uint32_t lac_cq_ci_(const struct lac_cq *cq)
{
	return (uint32_t)(((uintptr_t)cq->next + cq->lap) / 64);
}

/* All before @next is used up; a lap ends at the ring's end. The consumer index. */
static inline uint32_t lac_cq_use_(struct lac_cq *cq, const uint8_t *next)
{
	const uint64_t ci = ((uintptr_t)next + cq->lap) / 64;

	if (LAC_UNLIKELY(next == cq->end)) {
		next = cq->ring;
		cq->lap += (uint64_t)(cq->end - next);
		cq->want ^= LAC_CQE_OWNER_;
	}
	cq->next = next;
	return (uint32_t)ci;
}

/* The device may overwrite all before @ci. */
static inline void lac_cq_tell_(struct lac_cq *cq, uint32_t ci)
{
	lac_order_entry_then_index();
	lac_dma_write32(cq->record, __builtin_bswap32(ci & 0xffffff));
}

/* Where the record of the WQE is that an entry's end names, in bytes; @mask: the queue's. */
static inline uint32_t lac_cqe_record_(uint64_t end, uint32_t mask)
{
	return (uint32_t)__builtin_bswap64(end) >> 12 & mask * (uint32_t)sizeof(struct lac_wr);
}

/* A send completed: what it and all before it held of the ring comes back. The gate stays where it is: a post
 * that meets it moves it on. @at: of its record @w, in bytes. */
static inline void lac_sq_credit_(struct lac_sq *q, const struct lac_wr *w, uint32_t at)
{
	q->ci += ((at / (uint32_t)sizeof(*w) - q->ci) & q->mask) + w->bb;
	q->list_ci = w->list;
}

#ifdef __cplusplus
}
#endif

#endif
