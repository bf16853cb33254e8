/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queue pairs: reliable connections. A queue pair, its completion queues and its rings belong to one
 * lcore; control calls come from any thread while the owner does not post.
 *
 *   RESET --connect--> READY --error--> ERROR --restart--> RESET
 */
#ifndef LACUNA_QP_H
#define LACUNA_QP_H

#include <lacuna/addr.h>
#include <lacuna/base.h>
#include <lacuna/err.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * struct lac_qp_attr - what to make; zero means the default
 * @size:           sizeof(struct lac_qp_attr), so that the struct may grow
 * @sq_bb:          send ring in WQEBBs (64 bytes), rounded up to a power of two; 1,024. A WRITE takes 1,
 *                  a registration of n pieces 2 + n/4 up to 15, one with a pointed-to list 3
 * @rq_n:           receive ring in requests, rounded up to a power of two; 0 makes none
 * @rq_gather:      pieces of one receive; 1
 * @lcore:          that posts and polls, or LAC_ANY
 * @scq, @rcq:      completions of sends and receives; may be the same; @rcq may be NULL without @rq_n
 * @list_entries:   entries of pointed-to lists in flight: 16 bytes each; 16,384. A registration of more
 *                  pieces than this is refused (-E2BIG)
 * @inline_entries: pieces up to which a list stands in the WQE; the limit's, which also caps it
 * @mtu:            PRM's code (addr.h); 3, 1,024 bytes. The smaller of both ends' is used
 * @rd_atomic:      READs and atomics in flight; the device's most
 * @timeout:        local ACK timeout code (4.096 us << code); 14
 * @retry, @rnr_retry: 1..7 tries; 7 and 7. rnr_retry 7 is for ever. For none pass LAC_QP_NO_RETRY
 * @refuse:         remote operations this end refuses whatever a key allows: LAC_REMOTE_READ | ...; none
 */
struct lac_qp_attr {
	uint32_t size;
	uint32_t sq_bb;
	uint32_t rq_n;
	uint32_t rq_gather;
	int lcore;
	struct lac_cq *scq;
	struct lac_cq *rcq;
	uint32_t list_entries;
	uint32_t inline_entries;
	uint8_t mtu;
	uint8_t rd_atomic;
	uint8_t timeout;
	uint8_t retry;
	uint8_t rnr_retry;
	uint8_t reserved[3];
	uint32_t refuse;
};
#define LAC_QP_NO_RETRY 0xff

/* lac_qp_create_abi - see lac_qp_create(); @hot_abi is LAC_HOT_ABI as the caller was compiled */
int lac_qp_create_abi(
	struct lac_pd *pd, const struct lac_qp_attr *a, uint32_t hot_abi, struct lac_qp **qp);

/**
 * lac_qp_create - a queue pair in state RESET
 *
 * Rings come from EAL on the port's NUMA node. Any thread. One command.
 *
 * Return: 0; -EINVAL an attribute (the record names it); -E2BIG over a limit; -ENOSPC the completion
 * queue serves no more queue pairs; -ENOMEM, -ENOSPC, -ERANGE no memory, or none that devices reach
 * (lac_mem_add()); -EPROTO this program was compiled for another layout of
 * the hot structs; -ENOTSUP the port cannot; -ENODEV; else as the command failed, see lac_port_err().
 */
LAC_INLINE int lac_qp_create(struct lac_pd *pd, const struct lac_qp_attr *a, struct lac_qp **qp)
{
	return lac_qp_create_abi(pd, a, LAC_HOT_ABI, qp);
}

/**
 * lac_qp_destroy - ends it in any state
 *
 * Outstanding requests end without a completion; completions not yet polled vanish. Registrations whose
 * last request was not seen to complete become LOST (key.h). Any thread, the owner not posting.
 *
 * Return: 0, also when the function is gone; else as the command failed, and the queue pair lives.
 */
int lac_qp_destroy(struct lac_qp *qp);

/* Its number. */
uint32_t lac_qp_number(const struct lac_qp *qp);

/* Its address, for the peer. Any thread. */
void lac_qp_address(const struct lac_qp *qp, struct lac_qp_addr *out);

/* The same, for a peer queue pair of the same function: needs no fabric. */
void lac_qp_address_loopback(const struct lac_qp *qp, struct lac_qp_addr *out);

/**
 * lac_qp_connect - RESET to READY, to @peer; the own address makes a loop of one queue pair
 *
 * A peer on verbs is connected to by an address that lac_qp_addr_pack() made. Both ends do it; requests
 * may be posted at once, and are retried until the other end is there. Any thread. Three commands.
 *
 * Return: 0; -EINVAL not an address; -EPROTO of a version unknown here; -ENOTSUP of a kind that this
 * port does not reach, or with a GID (ports route by LID only); -EBUSY not in RESET; -ENODEV; else as
 * the command failed, see lac_port_err().
 */
int lac_qp_connect(struct lac_qp *qp, const struct lac_qp_addr *peer);

/**
 * lac_qp_flush - to ERROR: every outstanding request ends; what was not seen to complete, as flushed
 *
 * Any thread, the owner not posting. One command.
 *
 * Return: 0; -EINVAL in RESET; -ENODEV (requests end all the same); else as the command failed.
 */
int lac_qp_flush(struct lac_qp *qp);

/**
 * lac_qp_restart - back to RESET, from any state, once all that was outstanding has been polled
 *
 * Rings are empty after it. Registrations that the error left in doubt are LOST (key.h).
 * Any thread, the owner not posting. One command.
 *
 * Return: 0; -EBUSY completions are still to be polled (from READY: flush first); -ENODEV; else as the
 * command failed.
 */
int lac_qp_restart(struct lac_qp *qp);

/**
 * enum lac_qp_state - as the library knows it
 * @LAC_QP_RESET: posts are refused (-ESHUTDOWN)
 * @LAC_QP_READY: connected
 * @LAC_QP_ERROR: posts are refused (-ESHUTDOWN), what is outstanding ends as flushed
 * @LAC_QP_GONE:  the function is gone or was reset: posts are refused (-ENODEV)
 */
enum lac_qp_state {
	LAC_QP_RESET = 0,
	LAC_QP_READY,
	LAC_QP_ERROR,
	LAC_QP_GONE,
};

/* Any thread. */
enum lac_qp_state lac_qp_state(const struct lac_qp *qp);
const char *lac_qp_state_name(enum lac_qp_state state);

/*
 * Copies the record of the last refusal or error completion of @qp: 0, or -ENOENT none yet.
 * -EAGAIN leaves no record. The owner lcore.
 */
int lac_qp_err(const struct lac_qp *qp, struct lac_err *out);

/* Its rings; they live as long as the queue pair. lac_qp_rq() is NULL without @rq_n. */
struct lac_sq *lac_qp_sq(struct lac_qp *qp);
struct lac_rq *lac_qp_rq(struct lac_qp *qp);

#ifdef __cplusplus
}
#endif

#endif
