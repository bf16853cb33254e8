/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Posting: gate, build, judge, commit.
 *
 *   gate    one compare: the WQE must end before `stop`, which is where the ring ends or what has not completed begins,
 *           whichever comes first. A queue that must not be posted to has stop NULL. Behind it cold code tells
 *           why: it moves stop on, fills the ring's tail with NOPs (no WQE wraps), or refuses
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

/* A registration that inline code leaves to the library, and the transfer behind it. */
struct lac_map_ {
	/* private: */
	struct lac_src s;
	uint64_t len, cookie;
	struct lac_rem to;
	uint32_t opcode; /* of the transfer: LAC_WQE_WRITE or _READ; 0: there is none */
	uint32_t fl;     /* of the last WQE */
	uint32_t umr_fl; /* of the registration itself */
	uint32_t once;   /* in the library: 1 is returned instead of looking closer */
};

/* In the library. _room moves the gate for one WQEBB, or refuses; the _any serve what is not inline. */
int lac_sq_room(struct lac_sq *q);
int lac_sq_refuse(struct lac_sq *q, uint32_t pi, uint32_t bb, int why);
int lac_sq_one_any(struct lac_sq *q, unsigned int opcode, unsigned int op, const struct lac_loc *l,
	const struct lac_rem *r, uint32_t imm_be, unsigned int fl, uint64_t cookie);
int lac_sq_v_any(struct lac_sq *q, unsigned int opcode, unsigned int op, const struct lac_loc *v,
	unsigned int n, const struct lac_rem *r, unsigned int fl, uint64_t cookie);
int lac_sq_inl_any(struct lac_sq *q, unsigned int opcode, unsigned int op, const void *src,
	uint32_t len, const struct lac_rem *r, unsigned int fl, uint64_t cookie);
int lac_sq_map_any(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m);
int lac_sq_inv_any(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie);
void lac_sq_trap(struct lac_sq *q);
int lac_rq_refuse(struct lac_rq *r, int why);

/* The gate, for @bb WQEBBs at the index. */
LAC_FORCE_ int lac_sq_shut_(const struct lac_sq *q, const uint8_t *p, uint32_t bb)
{
	return LAC_UNLIKELY((uintptr_t)(p + (size_t)bb * LAC_BB_BYTES) > (uintptr_t)q->stop);
}

/*
 * The control segment's first 8 bytes, and so the doorbell, as one number until they are stored: index 55:40, opcode 39:32, queue
 * pair 31:8, DS 5:0. The index of what follows in one piece may be added to: a ring's end is where its 16 bits wrap.
 */
LAC_FORCE_ uint64_t lac_index_(uint32_t pi)
{
	return (uint64_t)(uint16_t)pi << 40;
}

LAC_FORCE_ uint64_t lac_op_(unsigned int opcode, uint32_t ds)
{
	return (uint64_t)opcode << 32 | ds;
}

LAC_FORCE_ uint64_t lac_ctl_(const struct lac_sq *q, unsigned int opcode, uint32_t ds)
{
	return q->ctl + (lac_op_(opcode, ds) - lac_op_(LAC_WQE_WRITE, 3));
}

/* Fence, completion and solicited bits in the third word. */
#define LAC_FCS_(bits) ((uint32_t)(bits) << 24)

/* The control segment's other 8 bytes: one store, if what is in half of it is known. */
LAC_FORCE_ void lac_fcs_imm_(uint8_t *p, uint64_t fcs, uint32_t imm_be)
{
	if (__builtin_constant_p(imm_be)) {
		lac_store64_(p + 8, fcs | (uint64_t)imm_be << 32);
	} else {
		lac_store32_(p + 8, (uint32_t)fcs);
		lac_store32_(p + 12, imm_be);
	}
}

/* The control segment of @db; returns it. */
LAC_FORCE_ uint64_t lac_ctrl_(uint8_t *p, uint64_t db, uint64_t fcs, uint32_t imm_be)
{
	lac_store64_(p, __builtin_bswap64(db));
	lac_fcs_imm_(p, fcs, imm_be);
	return db;
}

LAC_FORCE_ struct lac_rem lac_rem_none_(void)
{
	struct lac_rem r = {0, {0}};

	return r;
}

/* Remote address segment. */
LAC_FORCE_ void lac_raddr_(uint8_t *p, struct lac_rem r)
{
	lac_store64_(p, __builtin_bswap64(r.addr));
	lac_store64_(p + 8, r.key.be);
}

/* Address and length as the key context has them. */
LAC_FORCE_ lac_two_ lac_span_of_(uint64_t start, uint64_t len)
{
	return lac_two_of_(__builtin_bswap64(start), __builtin_bswap64(len));
}

/* Data segment of the whole of it, which is shorter than 2 GiB. */
LAC_FORCE_ void lac_data_span_(uint8_t *p, lac_two_ span, uint32_t key_be)
{
#if defined(LAC_HAS_SSE4_)
	const __m128i order = _mm_set_epi8(7, 6, 5, 4, 3, 2, 1, 0, -1, -1, -1, -1, 15, 14, 13, 12);

	lac_two_store_(p, _mm_insert_epi32(_mm_shuffle_epi8(span, order), (int)key_be, 1));
#else
	lac_store32_(p, (uint32_t)(span.b >> 32));
	lac_store32_(p + 4, key_be);
	lac_store64_(p + 8, span.a);
#endif
}

/* Data segment of 1 byte to 2 GiB less 1; 2 GiB are written as 0. */
LAC_FORCE_ void lac_data_(uint8_t *p, struct lac_loc l)
{
	lac_store32_(p, __builtin_bswap32(l.len));
	lac_store32_(p + 4, l.key.be);
	lac_store64_(p + 8, __builtin_bswap64(l.addr));
}

/* Fence of a request that moves data, and what the caller asks for. */
LAC_FORCE_ uint64_t lac_fcs_(const struct lac_sq *q, unsigned int fl)
{
	return (fl & LAC_FENCE ? LAC_FCS_(LAC_FM_SMALL_AND_FENCE) : q->fm) |
	       LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT));
}

/* What is remembered of a WQE but its cookie, as the record's next 4 bytes have it. */
LAC_FORCE_ uint32_t lac_wr_what_(uint32_t bb, unsigned int op, unsigned int wr_flags)
{
	return bb | op << 8 | wr_flags << 16;
}

/* Remembers a WQE: scratch until pi passes it. */
LAC_FORCE_ void lac_wr_(struct lac_wr *w, uint32_t bb, unsigned int op, unsigned int wr_flags)
{
	lac_store32_(&w->bb, lac_wr_what_(bb, op, wr_flags));
}

/* The same of a request's last or only WQE. */
LAC_FORCE_ void lac_wr_last_(const struct lac_sq *q, struct lac_wr *w, uint32_t bb, unsigned int op,
	unsigned int wr_flags, unsigned int fl, uint64_t cookie)
{
	const uint32_t what = lac_wr_what_(
		bb, op, wr_flags | (fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0));

	lac_store64_(w, cookie);
	lac_store64_(&w->bb, fl & LAC_SIGNAL ? what | (uint64_t)q->list_pi << 32 : (uint64_t)what);
}

/* @bb more WQEBBs are the queue's; the next WQE's fence is @fm. */
LAC_FORCE_ void lac_sq_commit_(struct lac_sq *q, uint32_t bb, uint64_t db, uint64_t fm)
{
	lac_store64_(&q->p, (uint64_t)(uintptr_t)(q->p + (size_t)bb * LAC_BB_BYTES));
	lac_store64_(&q->w, (uint64_t)(uintptr_t)(q->w + bb));
	q->pi += bb;
	q->db = db;
	q->fm = fm;
}

/* A request that moves data was posted: READs and atomics are remembered. */
LAC_FORCE_ void lac_sq_moved_(struct lac_sq *q, unsigned int fl, int reads, uint64_t bytes)
{
	if (reads)
		q->rd = 1;
	else if (fl & LAC_FENCE)
		q->rd = 0;
	lac_store64_(&q->n[LAC_SQ_BYTES], q->n[LAC_SQ_BYTES] + bytes);
}

/*
 * SEND, WRITE, READ and their variants with one piece: one WQEBB. An empty piece has no data segment, as a
 * byte count of 0 would mean 2 GiB: it, and one that is too long, are not inline. @sends: without @r.
 * (By value, and copied for cold code: so a caller keeps it in registers.)
 */
LAC_FORCE_ int lac_post_one_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	struct lac_loc l, int sends, struct lac_rem r, uint32_t imm_be, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t head = sends ? 1 : 2;
	const int reads = opcode == LAC_WQE_READ;
	uint8_t *p = q->p;
	uint64_t db;

	if (lac_sq_shut_(q, p, 1) || LAC_UNLIKELY(l.len - 1 >= q->msg_hot)) {
		const struct lac_loc from = l;
		const struct lac_rem to = r;

		return lac_sq_one_any(q, opcode, op, &from, sends ? NULL : &to, imm_be, fl, cookie);
	}
	db = lac_ctl_(q, opcode, head + 1) + lac_index_(q->pi);
	lac_two_store_(
		p, lac_two_of_(__builtin_bswap64(db), lac_fcs_(q, fl) | (uint64_t)imm_be << 32));
	if (!sends)
		lac_two_store_(p + 16, lac_two_of_(__builtin_bswap64(r.addr), r.key.be));
	lac_data_(p + head * 16, l);
	lac_wr_last_(q, q->w, 1, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
	lac_sq_commit_(q, 1, db, 0);
	lac_sq_moved_(q, fl, reads, l.len);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

/* Pieces of @v that are not empty, and their bytes. */
LAC_FORCE_ uint32_t lac_gather_(const struct lac_loc *v, unsigned int n, uint64_t *sum)
{
	uint32_t some = 0;
	unsigned int i;

	*sum = 0;
	for (i = 0; i < n; i++) {
		some += v[i].len != 0;
		*sum += v[i].len;
	}
	return some;
}

/* Their data segments. */
LAC_FORCE_ void lac_scatter_(uint8_t *p, const struct lac_loc *v, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++) {
		struct lac_loc l = v[i];

		if (l.len == 0)
			continue;
		l.len &= 0x7fffffffu;
		lac_data_(p, l);
		p += LAC_DS_BYTES;
	}
}

/* The same with @n pieces; empty ones are left out. */
LAC_FORCE_ int lac_post_v_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const struct lac_loc *v, unsigned int n, const struct lac_rem *r, unsigned int fl,
	uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	const int reads = opcode == LAC_WQE_READ;
	uint8_t *p = q->p;
	uint64_t db, sum;
	uint32_t ds, bb;

	if (LAC_UNLIKELY(n > q->gather) || lac_sq_shut_(q, p, (head + n + 3) / 4))
		return lac_sq_v_any(q, opcode, op, v, n, r, fl, cookie);
	ds = head + lac_gather_(v, n, &sum);
	if (LAC_UNLIKELY(sum > q->msg_max))
		return lac_sq_refuse(q, q->pi, 1, -EMSGSIZE);
	bb = (ds + 3) / 4;
	db = lac_ctrl_(p, lac_ctl_(q, opcode, ds) + lac_index_(q->pi), lac_fcs_(q, fl), 0);
	if (r)
		lac_raddr_(p + 16, *r);
	lac_scatter_(p + head * 16, v, n);
	lac_wr_last_(q, q->w, bb, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
	lac_sq_commit_(q, bb, db, 0);
	lac_sq_moved_(q, fl, reads, sum);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

/* @len bytes at @src as inline data, if any, behind @head segments. */
LAC_FORCE_ void lac_inline_(uint8_t *p, const void *src, uint32_t len)
{
	if (len == 0)
		return;
	lac_store32_(p, __builtin_bswap32(len | LAC_DATA_INLINE));
	memcpy(p + 4, src, len);
}

/* The same with @len bytes at @src in the WQE. */
LAC_FORCE_ int lac_post_inl_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	const void *src, uint32_t len, const struct lac_rem *r, unsigned int fl, uint64_t cookie)
{
	const uint32_t head = r ? 2 : 1;
	const uint32_t ds = head + (len ? (4 + len + 15) / 16 : 0), bb = (ds + 3) / 4;
	uint8_t *p = q->p;
	uint64_t db;

	if (LAC_UNLIKELY(len > q->inl_max) || lac_sq_shut_(q, p, bb))
		return lac_sq_inl_any(q, opcode, op, src, len, r, fl, cookie);
	db = lac_ctrl_(p, lac_ctl_(q, opcode, ds) + lac_index_(q->pi), lac_fcs_(q, fl), 0);
	if (r)
		lac_raddr_(p + 16, *r);
	lac_inline_(p + head * 16, src, len);
	lac_wr_last_(q, q->w, bb, op, 0, fl, cookie);
	lac_sq_commit_(q, bb, db, 0);
	lac_sq_moved_(q, fl, 0, len);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

/* CAS and FADD: control, remote address, operands, 8 bytes of data: one WQEBB. */
LAC_FORCE_ int lac_post_atomic_(struct lac_sq *q, unsigned int opcode, unsigned int op,
	struct lac_loc old, struct lac_rem at, uint64_t swap_add, uint64_t compare, unsigned int fl,
	uint64_t cookie)
{
	uint8_t *p = q->p;
	uint64_t db;
	int err;

	if (lac_sq_shut_(q, p, 1)) {
		err = lac_sq_room(q);
		if (err < 0)
			return err;
		p = q->p;
	}
	if (LAC_UNLIKELY(old.len != 8))
		return lac_sq_refuse(q, q->pi, 1, -EINVAL);
	db = lac_ctrl_(p, lac_ctl_(q, opcode, 4) + lac_index_(q->pi), lac_fcs_(q, fl), 0);
	lac_raddr_(p + 16, at);
	lac_store64_(p + 32, __builtin_bswap64(swap_add));
	lac_store64_(p + 40, __builtin_bswap64(compare));
	lac_data_(p + 48, old);
	lac_wr_last_(q, q->w, 1, op, LAC_WR_LENGTH, fl, cookie);
	lac_sq_commit_(q, 1, db, 0);
	lac_sq_moved_(q, fl, 1, 8);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

#ifdef __cplusplus
}
#endif

#endif
