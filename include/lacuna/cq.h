/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completion queues: what has ended, and how. Polling fills an array; errors are completions with a
 * status, never a return value, so none is lost.
 *
 * A completion queue belongs to one lcore, the same that posts to the queue pairs it serves.
 */
#ifndef LACUNA_CQ_H
#define LACUNA_CQ_H

#include <string.h>

#include <lacuna/base.h>
#include <lacuna/err.h>
#include <lacuna/hot/poll.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_op - what a completion completes: the verb of the posting function
 */
enum lac_op {
	LAC_OP_NOP = 0,
	LAC_OP_MAP,
	LAC_OP_INV,
	LAC_OP_WRITE,
	LAC_OP_WRITE_IMM,
	LAC_OP_READ,
	LAC_OP_CAS,
	LAC_OP_FADD,
	LAC_OP_SEND,
	LAC_OP_SEND_IMM,
	LAC_OP_SEND_INV,
	LAC_OP_RECV,           /* a SEND came in */
	LAC_OP_RECV_IMM,       /* ... with immediate data */
	LAC_OP_RECV_INV,       /* ... and ended one of our registrations */
	LAC_OP_RECV_WRITE_IMM, /* a WRITE with immediate data came in */
};

/* Its name in lower case ("map", "write_imm", ...), "?" if unknown. */
const char *lac_op_name(unsigned int op);

/*
 * Flags of a completion.
 *
 * LAC_WC_UNSIGNALLED: the request asked for no completion; it failed
 * LAC_WC_FLUSHED_BY_HOST: the device will never answer; the library ends the request in its stead
 */
enum {
	LAC_WC_UNSIGNALLED = 1,
	LAC_WC_FLUSHED_BY_HOST = 2,
};

/**
 * struct lac_wc - a completion
 * @cookie: the request's
 * @status: 0, or the CQE syndrome (lac_cqe_synd_name()): what the device said
 * @op:     enum lac_op
 * @flags:  LAC_WC_*
 * @u:      @u.imm (LAC_OP_RECV_IMM, LAC_OP_RECV_WRITE_IMM), @u.inv (LAC_OP_RECV_INV), or with an error
 *          @u.vendor, the vendor's syndrome
 * @len:    bytes: received, or moved by a READ or an atomic; 0 else
 * @qpn:    the queue pair
 *
 * A request of several WQEs (map_write, nested maps) gives one completion: that of its last part, or
 * the error of the part that failed.
 */
struct lac_wc {
	uint64_t cookie;
	uint8_t status;
	uint8_t op;
	uint16_t flags;
	union {
		uint32_t imm;
		lac_rkey_t inv;
		uint32_t vendor;
	} u;
	uint32_t len;
	uint32_t qpn;
};

/**
 * lac_cq_create_abi - see lac_cq_create(); @hot_abi is LAC_HOT_ABI as the caller was compiled
 */
int lac_cq_create_abi(
	struct lac_port *port, unsigned int depth, int lcore, uint32_t hot_abi, struct lac_cq **cq);

/**
 * lac_cq_create - a completion queue
 * @depth: completions it must hold, rounded up to a power of two; enough for every request of every
 *         queue pair it serves (an error completes unsignalled requests too)
 * @lcore: that polls, or LAC_ANY; its NUMA node does not matter, the port's does
 *
 * Any thread. One command.
 *
 * Return: 0; -EINVAL depth 0; -E2BIG depth over the limit; -ENOMEM, -ENOSPC, -ERANGE no memory, or
 * none that devices reach (lac_mem_add()); -EPROTO this program was compiled for another layout of the
 * hot structs; -ENODEV; else as the command failed, see lac_port_err().
 */
LAC_INLINE int lac_cq_create(
	struct lac_port *port, unsigned int depth, int lcore, struct lac_cq **cq)
{
	return lac_cq_create_abi(port, depth, lcore, LAC_HOT_ABI, cq);
}

/**
 * lac_cq_destroy - ends it
 *
 * Return: 0; -EBUSY queue pairs use it: nothing has changed. NULL is 0.
 */
int lac_cq_destroy(struct lac_cq *cq);

/* Its number, as events name it. */
uint32_t lac_cq_number(const struct lac_cq *cq);

/*
 * A good send's: its record, of which the cookie and the verb stay, and @who: lac_cq.who, and the length if it has one.
 */
static inline void lac_wc_good_(struct lac_wc *wc, const void *r, uint64_t who)
{
	const uint64_t stay __attribute__((vector_size(16))) = {UINT64_MAX, 0xff00};
	uint64_t v __attribute__((vector_size(16)));

	memcpy(&v, r, sizeof(v));
	v &= stay;
	memcpy(wc, &v, sizeof(v));
	lac_store64_(&wc->len, who);
}
LAC_STATIC_ASSERT(offsetof(struct lac_wc, cookie) == offsetof(struct lac_wr, cookie) &&
			  offsetof(struct lac_wc, op) == 9 && offsetof(struct lac_wr, op) == 9 &&
			  offsetof(struct lac_wc, len) == 16 && sizeof(struct lac_wc) == 24,
	"a completion begins as the record does");

/**
 * lac_cq_poll - takes up to @n completions
 *
 * The owner lcore. Never blocks. Requests that asked for no completion and succeeded give none; what
 * they held of their ring comes back with the next signalled one.
 *
 * Return: how many stand in @wc.
 */
LAC_INLINE unsigned int lac_cq_poll(struct lac_cq *cq, struct lac_wc *wc, unsigned int n)
{
	const uint8_t *const e = cq->next;
	const struct lac_wr *r;
	struct lac_sq *q;
	uint64_t look;

	if (LAC_UNLIKELY(__atomic_load_n(&cq->attn, __ATOMIC_RELAXED)))
		return lac_cq_poll_attn(cq, wc, n);
	look = lac_cq_look_(cq, e);
	if (LAC_UNLIKELY(look & LAC_CQE_PLAIN_))
		return look & LAC_CQE_OWNER_ ? 0 : lac_cq_poll_odd(cq, wc, n);
	/* one that stands alone, or is asked for alone, is taken here */
	if (n != 1) {
		if (n == 0)
			return 0;
		if (e + 64 == cq->end || !(lac_cq_look_(cq, e + 64) & LAC_CQE_OWNER_))
			return lac_cq_poll_run(cq, wc, n, look);
	}
	lac_order_owner_then_entry();
	q = cq->sq;
	r = (const struct lac_wr *)(const void *)((const uint8_t *)q->wr +
						  lac_cqe_record_(look, cq->wr_mask));
	lac_wc_good_(wc, r, cq->who);
	lac_sq_done_(q, r, 1);
	lac_cq_use_(cq, e + 64);
	lac_cq_tell_(cq);
	return 1;
}

/**
 * lac_cq_arm - asks for an event (LAC_EV_CQ) at the next completion
 * @solicited_only: at the next solicited completion or error only
 *
 * The owner lcore. For those who sleep: arm, poll once more, then wait for lac_port_fd().
 *
 * Return: 0; -ENODEV.
 */
int lac_cq_arm(struct lac_cq *cq, int solicited_only);

#ifdef __cplusplus
}
#endif

#endif
