/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Posting: place, gate, build, judge, commit.
 *
 *   place   where the WQE begins: it never wraps, so the ring's tail may first be filled with NOPs
 *   gate    the one test of room; a queue that must not be posted to has none. Cold code tells which
 *   build   each line written once, ascending, in ring space behind the index, which nobody reads
 *   commit  record, index, fence state, doorbell value. Before it nothing has changed
 *
 * Functions whose names end in _ are private to these headers.
 */
#ifndef LACUNA_HOT_POST_H
#define LACUNA_HOT_POST_H

#include <errno.h>
#include <string.h>

#include <lacuna/cq.h>
#include <lacuna/hot/klm.h>
#include <lacuna/hot/order.h>
#include <lacuna/hot/queue.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LAC_FORCE_ static inline __attribute__((always_inline))

/* In the library; all cold but lac_sq_map_any, which serves every form that is not inline. */
uint32_t lac_sq_pad(struct lac_sq *q, uint32_t bb); /* NOPs behind pi if they fit; pi + bb */
int lac_sq_refuse(struct lac_sq *q, uint32_t pi, uint32_t bb, int why);
int lac_sq_map_any(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int fl, uint64_t cookie, const struct lac_rem *then, unsigned int then_op);
int lac_sq_inv_any(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie);
void lac_sq_trap(struct lac_sq *q);
int lac_rq_refuse(struct lac_rq *r, int why);

/* Index where a WQE of @bb begins. For @bb 1 nothing is in the way. */
LAC_FORCE_ uint32_t lac_sq_place_(struct lac_sq *q, uint32_t bb)
{
	uint32_t pi = q->pi, left = q->mask + 1 - (pi & q->mask);

	if (bb > 1 && LAC_UNLIKELY(bb > left))
		return lac_sq_pad(q, left);
	return pi;
}

/* The gate. Signed: a closed gate's limit may be behind the index. */
LAC_FORCE_ int lac_sq_full_(const struct lac_sq *q, uint32_t pi, uint32_t bb)
{
	return LAC_UNLIKELY((int32_t)(q->limit - pi) < (int32_t)bb);
}

LAC_FORCE_ uint8_t *lac_sq_at_(const struct lac_sq *q, uint32_t pi)
{
	return q->ring + (size_t)(pi & q->mask) * LAC_BB_BYTES;
}

/* The control segment: two stores; returns the first, which is also the doorbell's value. */
LAC_FORCE_ uint64_t lac_ctrl_(const struct lac_sq *q, uint8_t *p, uint32_t pi, unsigned int opcode,
	uint32_t ds, unsigned int fm_ce_se, uint32_t imm_be)
{
	uint64_t db = __builtin_bswap32((pi & 0xffff) << 8 | opcode) |
		      (uint64_t)(q->qpn_be | ds << 24) << 32;

	lac_store64_(p, db);
	lac_store64_(p + 8, (uint64_t)fm_ce_se << 24 | (uint64_t)imm_be << 32);
	return db;
}

/* Remote address segment. */
LAC_FORCE_ void lac_raddr_(uint8_t *p, struct lac_rem r)
{
	lac_store64_(p, __builtin_bswap64(r.addr));
	lac_store64_(p + 8, r.key.be);
}

/* Data segment of 1 byte to 2 GiB. */
LAC_FORCE_ void lac_data_(uint8_t *p, struct lac_loc l)
{
	lac_store64_(p, __builtin_bswap32(l.len & 0x7fffffffu) | (uint64_t)l.key.be << 32);
	lac_store64_(p + 8, __builtin_bswap64(l.addr));
}

/* Fence of a request that moves data, and what the caller asks for. */
LAC_FORCE_ unsigned int lac_fm_(const struct lac_sq *q, unsigned int fl)
{
	return (fl & LAC_FENCE ? (unsigned int)LAC_FM_SMALL_AND_FENCE : q->fm) |
	       (fl & (LAC_SIGNAL | LAC_SOLICIT));
}

/* Remembers a WQE: scratch until pi passes it. */
LAC_FORCE_ void lac_sq_record_(struct lac_sq *q, uint32_t pi, uint32_t bb, unsigned int op,
	unsigned int wr_flags, uint32_t list, uint64_t cookie)
{
	struct lac_wr *w = &q->wr[pi & q->mask];

	w->cookie = cookie;
	lac_store64_(&w->list,
		list | (uint64_t)bb << 32 | (uint64_t)op << 40 | (uint64_t)wr_flags << 48);
}

LAC_FORCE_ void lac_sq_commit_(struct lac_sq *q, uint32_t pi, uint64_t db, unsigned int fl)
{
	q->pi = pi;
	q->db = db;
	if (fl & LAC_SIGNAL)
		q->sig = pi;
}

/* A request that moves data was posted: the fence is used up; READs and atomics are remembered. */
LAC_FORCE_ void lac_sq_moved_(struct lac_sq *q, unsigned int fl, int reads, uint64_t bytes)
{
	q->fm = LAC_FM_NONE;
	if (reads)
		q->rd = 1;
	else if (fl & LAC_FENCE)
		q->rd = 0;
	q->n[LAC_SQ_REQUESTS]++;
	q->n[LAC_SQ_BYTES] += bytes;
}

/*
 * SEND, WRITE, READ and their variants with one piece: one WQEBB. An empty piece has no data segment, as a
 * byte count of 0 would mean 2 GiB. @r is NULL for SENDs.
 */
LAC_FORCE_ int lac_post_one_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	struct lac_loc l, const struct lac_rem *r, uint32_t imm_be, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t pi = q->pi, head = r ? 2 : 1;
	uint8_t *p = lac_sq_at_(q, pi);
	uint64_t db;

	if (lac_sq_full_(q, pi, 1))
		return lac_sq_refuse(q, pi, 1, -EAGAIN);
	if (LAC_UNLIKELY(l.len > q->msg_max))
		return lac_sq_refuse(q, pi, 1, -EMSGSIZE);
	db = lac_ctrl_(q, p, pi, opcode, head + (l.len != 0), lac_fm_(q, fl), imm_be);
	if (r)
		lac_raddr_(p + 16, *r);
	lac_data_(p + head * 16, l);
	lac_sq_record_(q, pi, 1, op, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_sq_commit_(q, pi + 1, db, fl);
	lac_sq_moved_(q, fl, opcode == LAC_WQE_READ, l.len);
	return 0;
}

/* The same with @n pieces; empty ones are left out. */
LAC_FORCE_ int lac_post_v_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const struct lac_loc *v, unsigned int n, const struct lac_rem *r, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	uint32_t bb, pi, ds = head;
	uint64_t db, sum = 0;
	unsigned int i;
	uint8_t *p;

	if (LAC_UNLIKELY(n > q->gather))
		return lac_sq_refuse(q, q->pi, 1, -E2BIG);
	bb = (head + n + 3) / 4;
	pi = lac_sq_place_(q, bb);
	if (lac_sq_full_(q, pi, bb))
		return lac_sq_refuse(q, pi, bb, -EAGAIN);
	p = lac_sq_at_(q, pi);
	for (i = 0; i < n; i++) {
		if (v[i].len == 0)
			continue;
		lac_data_(p + (size_t)ds++ * 16, v[i]);
		sum += v[i].len;
	}
	if (LAC_UNLIKELY(sum > q->msg_max))
		return lac_sq_refuse(q, pi, bb, -EMSGSIZE);
	bb = (ds + 3) / 4;
	if (r)
		lac_raddr_(p + 16, *r);
	db = lac_ctrl_(q, p, pi, opcode, ds, lac_fm_(q, fl), 0);
	lac_sq_record_(q, pi, bb, op, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_sq_commit_(q, pi + bb, db, fl);
	lac_sq_moved_(q, fl, opcode == LAC_WQE_READ, sum);
	return 0;
}

/* The same with @len bytes at @src in the WQE. */
LAC_FORCE_ int lac_post_inl_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const void *src, uint32_t len, const struct lac_rem *r, unsigned int fl, uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	uint32_t bb, pi, ds;
	uint64_t db;
	uint8_t *p;

	if (LAC_UNLIKELY(len > q->inl_max))
		return lac_sq_refuse(q, q->pi, 1, -EMSGSIZE);
	ds = head + (len ? (4 + len + 15) / 16 : 0);
	bb = (ds + 3) / 4;
	pi = lac_sq_place_(q, bb);
	if (lac_sq_full_(q, pi, bb))
		return lac_sq_refuse(q, pi, bb, -EAGAIN);
	p = lac_sq_at_(q, pi);
	db = lac_ctrl_(q, p, pi, opcode, ds, lac_fm_(q, fl), 0);
	if (r)
		lac_raddr_(p + 16, *r);
	if (len) {
		lac_store32_(p + head * 16, __builtin_bswap32(len | LAC_DATA_INLINE));
		memcpy(p + head * 16 + 4, src, len);
	}
	lac_sq_record_(q, pi, bb, op, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_sq_commit_(q, pi + bb, db, fl);
	lac_sq_moved_(q, fl, 0, len);
	return 0;
}

/* CAS and FADD: control, remote address, operands, 8 bytes of data: one WQEBB. */
LAC_FORCE_ int lac_post_atomic_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	struct lac_loc old, struct lac_rem at, uint64_t swap_add, uint64_t compare, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t pi = q->pi;
	uint8_t *p = lac_sq_at_(q, pi);
	uint64_t db;

	if (lac_sq_full_(q, pi, 1))
		return lac_sq_refuse(q, pi, 1, -EAGAIN);
	if (LAC_UNLIKELY(old.len != 8))
		return lac_sq_refuse(q, pi, 1, -EINVAL);
	db = lac_ctrl_(q, p, pi, opcode, 4, lac_fm_(q, fl), 0);
	lac_raddr_(p + 16, at);
	lac_store64_(p + 32, __builtin_bswap64(swap_add));
	lac_store64_(p + 40, __builtin_bswap64(compare));
	lac_data_(p + 48, old);
	lac_sq_record_(q, pi, 1, op, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_sq_commit_(q, pi + 1, db, fl);
	lac_sq_moved_(q, fl, 1, 8);
	return 0;
}

#ifdef __cplusplus
}
#endif

#endif
