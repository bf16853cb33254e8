/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The send queue: one call posts one complete work request. The owner lcore only; nothing blocks,
 * allocates or locks, and the device sees nothing before lac_sq_ring().
 *
 * Names: lac_sq_<verb>[_then-verb][_<form>]; forms are _imm, _inv, _inl (bytes in the WQE), _v (gather).
 * Arguments: queue, what, local, remote, extra, flags (LAC_SIGNAL | ..., literals), cookie.
 *
 * Return of every posting function: 0, or
 *   -EAGAIN     the ring is full: ring the doorbell, poll, try again (leaves no record)
 *   -EDEADLK    it is full and nothing in it was signalled: no completion would ever free it. At least one
 *               request in half a ring must be signalled
 *   -ESHUTDOWN  the queue pair is not connected, or in error
 *   -ENODEV     the function is gone
 *   -EMSGSIZE   more bytes than a message, a registration or inline data may have
 *   -E2BIG      more pieces than the form, the key's class or the ring can take
 *   -EBUSY      the key's state forbids it (map: not FREE; inv: not LIVE)
 *   -EINVAL     no pieces or bytes to register; pieces that disagree with the total; pages that do not fit
 *   -EFAULT     a piece outside the memory that devices can reach; the record's @index tells which
 * A refusal changes nothing that the device or the caller can see: index, doorbell record, key and queued
 * WQEs are as before (ring bytes behind the index are scratch). lac_qp_err() has the record.
 *
 * Fences are kept by the library: doc/ordering.md.
 */
#ifndef LACUNA_SQ_H
#define LACUNA_SQ_H

#include <lacuna/base.h>
#include <lacuna/hot/map.h>
#include <lacuna/key.h>
#include <lacuna/src.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * lac_sq_map - registers the pieces of @s as one contiguous key (UMR)
 * @k:   a FREE key; LIVE afterwards, with a new key byte
 * @s:   the pieces, read during the call. Zero-length pieces are dropped, those over 2 GiB split
 * @len: their total in bytes, or LAC_LEN_SUM
 *
 * Cost: up to the limit's inline_entries the list stands in the WQE (2 + n/4 WQEBBs), beyond in the list ring,
 * beyond list_entries in keys under the key. Memory must stay until the invalidation has completed.
 * Requests posted later to the same queue may use the key at once.
 */
LAC_INLINE int lac_sq_map(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int fl, uint64_t cookie)
{
	return lac_map_(q, k, s, len, fl, cookie);
}

/* lac_sq_inv - ends the registration: the key is FREE, and dead once this has completed. */
LAC_INLINE int lac_sq_inv(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	return lac_inv_(q, k, fl, cookie);
}

/* Registers, then WRITEs all of it to the peer; one completion. */
LAC_INLINE int lac_sq_map_write(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	struct lac_rem to, unsigned int fl, uint64_t cookie)
{
	return lac_map_then_(q, k, s, len, LAC_WQE_WRITE, LAC_OP_WRITE, to, fl, cookie);
}

/* Registers, then READs all of it from the peer; one completion. */
LAC_INLINE int lac_sq_map_read(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	struct lac_rem from, unsigned int fl, uint64_t cookie)
{
	return lac_map_then_(q, k, s, len, LAC_WQE_READ, LAC_OP_READ, from, fl, cookie);
}

/* RDMA WRITE. With immediate data the peer needs a posted receive, and gets a completion. */
LAC_INLINE int lac_sq_write(
	struct lac_sq *q, struct lac_loc l, struct lac_rem to, unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(q, LAC_WQE_WRITE, LAC_OP_WRITE, l, 0, to, 0, fl, cookie);
}

LAC_INLINE int lac_sq_write_imm(struct lac_sq *q, struct lac_loc l, struct lac_rem to, uint32_t imm,
	unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(q, LAC_WQE_WRITE_IMM, LAC_OP_WRITE_IMM, l, 0, to,
		__builtin_bswap32(imm), fl, cookie);
}

LAC_INLINE int lac_sq_write_inl(struct lac_sq *q, const void *p, uint32_t len, struct lac_rem to,
	unsigned int fl, uint64_t cookie)
{
	return lac_post_inl_(q, LAC_WQE_WRITE, LAC_OP_WRITE, p, len, &to, fl, cookie);
}

LAC_INLINE int lac_sq_write_v(struct lac_sq *q, const struct lac_loc *v, unsigned int n,
	struct lac_rem to, unsigned int fl, uint64_t cookie)
{
	return lac_post_v_(q, LAC_WQE_WRITE, LAC_OP_WRITE, v, n, &to, fl, cookie);
}

/* RDMA READ. */
LAC_INLINE int lac_sq_read(
	struct lac_sq *q, struct lac_loc l, struct lac_rem from, unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(q, LAC_WQE_READ, LAC_OP_READ, l, 0, from, 0, fl, cookie);
}

LAC_INLINE int lac_sq_read_v(struct lac_sq *q, const struct lac_loc *v, unsigned int n,
	struct lac_rem from, unsigned int fl, uint64_t cookie)
{
	return lac_post_v_(q, LAC_WQE_READ, LAC_OP_READ, v, n, &from, fl, cookie);
}

/* Atomics on 8 aligned bytes at the peer; what was there goes to @old (8 bytes). */
LAC_INLINE int lac_sq_cas(struct lac_sq *q, struct lac_loc old, struct lac_rem at, uint64_t expect,
	uint64_t swap, unsigned int fl, uint64_t cookie)
{
	return lac_post_atomic_(q, LAC_WQE_CAS, LAC_OP_CAS, old, at, swap, expect, fl, cookie);
}

LAC_INLINE int lac_sq_fadd(struct lac_sq *q, struct lac_loc old, struct lac_rem at, uint64_t add,
	unsigned int fl, uint64_t cookie)
{
	return lac_post_atomic_(q, LAC_WQE_FADD, LAC_OP_FADD, old, at, add, 0, fl, cookie);
}

/* SEND. With _inv the peer's registration @theirs (made with LAC_REMOTE_INV) ends. */
LAC_INLINE int lac_sq_send(struct lac_sq *q, struct lac_loc l, unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(q, LAC_WQE_SEND, LAC_OP_SEND, l, 1, lac_rem_none_(), 0, fl, cookie);
}

LAC_INLINE int lac_sq_send_imm(
	struct lac_sq *q, struct lac_loc l, uint32_t imm, unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(q, LAC_WQE_SEND_IMM, LAC_OP_SEND_IMM, l, 1, lac_rem_none_(),
		__builtin_bswap32(imm), fl, cookie);
}

LAC_INLINE int lac_sq_send_inv(
	struct lac_sq *q, struct lac_loc l, lac_rkey_t theirs, unsigned int fl, uint64_t cookie)
{
	return lac_post_one_(
		q, LAC_WQE_SEND_INV, LAC_OP_SEND_INV, l, 1, lac_rem_none_(), theirs.be, fl, cookie);
}

LAC_INLINE int lac_sq_send_inl(
	struct lac_sq *q, const void *p, uint32_t len, unsigned int fl, uint64_t cookie)
{
	return lac_post_inl_(q, LAC_WQE_SEND, LAC_OP_SEND, p, len, NULL, fl, cookie);
}

LAC_INLINE int lac_sq_send_v(
	struct lac_sq *q, const struct lac_loc *v, unsigned int n, unsigned int fl, uint64_t cookie)
{
	return lac_post_v_(q, LAC_WQE_SEND, LAC_OP_SEND, v, n, NULL, fl, cookie);
}

/* Nothing, in order: a completion tells that all before it has been executed. */
LAC_INLINE int lac_sq_nop(struct lac_sq *q, unsigned int fl, uint64_t cookie)
{
	uint64_t db;
	int err;

	if (lac_sq_shut_(q, q->p, 1)) {
		err = lac_sq_room(q);
		if (err < 0)
			return err;
	}
	db = lac_ctrl_(q->p, lac_ctl_(q, LAC_WQE_NOP, 1) + lac_index_(q->pi),
		LAC_FCS_(fl & (LAC_SIGNAL | LAC_FENCE)), 0);
	lac_wr_last_(q, q->w, 1, LAC_OP_NOP, 0, fl, cookie);
	lac_sq_commit_(q, 1, db, q->fm);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

/* One doorbell for all that was posted since the last; does nothing if nothing was. */
LAC_INLINE void lac_sq_ring(struct lac_sq *q)
{
	const uint32_t pi = q->pi;

	if (pi == q->rung)
		return;
	q->rung = pi;
	q->n[LAC_SQ_DOORBELLS]++;
	lac_order_wqe_then_record();
	lac_dma_write32(q->record, __builtin_bswap32(pi & 0xffff));
	lac_order_record_then_doorbell();
	if (LAC_UNLIKELY(q->uar == NULL))
		lac_sq_trap(q);
	else
		lac_mmio_write64(q->uar, __builtin_bswap64(q->db));
}

/* WQEBBs free now; padding at the ring's end may take some of them. */
LAC_INLINE uint32_t lac_sq_room_bb(const struct lac_sq *q)
{
	return q->stop ? q->mask + 1 - (q->pi - lac_sq_ci_(q)) : 0;
}

/* The domain's key over all memory that devices can reach, at IOVA = VA; local rights only. */
LAC_INLINE lac_lkey_t lac_sq_dma_lkey(const struct lac_sq *q)
{
	lac_lkey_t l = {(uint32_t)(q->x.key[0] >> 32)};

	return l;
}

#ifdef __cplusplus
}
#endif

#endif
