/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registration and invalidation by UMR WQE: control 16, UMR control 48, key context 64 bytes, then the list.
 * What keys of a class have in common is copied from two template lines; few words are patched. Here is what inline
 * code does with up to 4 pieces; map.h has longer lists.
 */
#ifndef LACUNA_HOT_UMR_H
#define LACUNA_HOT_UMR_H

#include <lacuna/hot/post.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Fence of a UMR: what is pending, and what the device wants of each (capability umr_fence). */
LAC_FORCE_ uint32_t lac_umr_fcs_(const struct lac_sq *q, uint64_t pending, unsigned int fl)
{
	uint32_t fm = (uint32_t)pending | q->umr_fm;

	if ((fl & LAC_FENCE) && fm != LAC_FCS_(LAC_FM_STRONG))
		fm = LAC_FCS_(LAC_FM_SMALL_AND_FENCE);
	return fm | LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT));
}

/* The two lines of the template. What is not copied, or cleared as it is 0 in all classes, is written by the caller. */
LAC_FORCE_ void lac_umr_line0_(uint8_t *p, const uint8_t *t)
{
#if defined(LAC_HAS_AVX512_)
	_mm512_storeu_si512(p, _mm512_loadu_si512(t));
#else
	memcpy(p + 0x10, t + 0x10, 16);
	memset(p + 0x20, 0, 32);
#endif
}

LAC_FORCE_ void lac_umr_line1_(uint8_t *p, const uint8_t *t)
{
#if defined(LAC_HAS_AVX512_)
	_mm512_storeu_si512(p, _mm512_loadu_si512(t));
#else
	memcpy(p, t, 16);
	memset(p + 0x20, 0, 16);
	memcpy(p + 0x30, t + 0x30, 16);
#endif
}

/* The two header lines. @db and @octowords tell the list's form; the template has a list of up to 4. */
LAC_FORCE_ void lac_umr_head_(const struct lac_kclass *c, uint8_t *p, uint64_t db,
	uint32_t octowords, uint32_t fcs, uint32_t key_be, lac_two_ span)
{
	lac_umr_line0_(p, c->line0);
	lac_store64_(p, __builtin_bswap64(db));
	lac_fcs_imm_(p, fcs, key_be);
	if (octowords != 4)
		lac_store16_(p + 0x14, __builtin_bswap16((uint16_t)octowords));
	lac_umr_line1_(p + 0x40, c->line1);
	p[0x47] = (uint8_t)(key_be >> 24);
	lac_two_store_(p + 0x50, span);
}

/* A registration being built. */
struct lac_umr_ {
	uint8_t *p;
	struct lac_wr *w;
	uint64_t db, sum;
	lac_two_ span;
	uint32_t pi, be;
};
#define LAC_FEW_BB_ 3 /* of a list of up to 4 */

/*
 * Up to 4 pieces: the list is one line, so it is made in registers, and all lines are written in order even if the
 * total was not known. False: look closer.
 */
#if defined(LAC_HAS_AVX512_)
struct lac_four_ {
	__m512i d;
	__m128i first, sums;
	uint64_t sum;
};
#define LAC_FOUR_ 1

LAC_FORCE_ int lac_four_(const struct lac_sq *q, struct lac_src s, struct lac_four_ *f)
{
	/* by offset: a compiler that knows of more pieces where this is not reached warns of the index */
	const __mmask8 m = _load_mask8(
		(__mmask8 *)((uintptr_t)q + offsetof(struct lac_sq, lanes) + s.n));
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, &q->x);
	const struct lac_avx512_ t = lac_begin_avx512_(s, x);
	__m512i v, e, end;
	__mmask8 low, high;

	if (!lac_load_avx512_(&t, s, (const uint8_t *)s.v, m, &v))
		return 0;
	/* {address + length, length}: too far, too long; {address, length}: too early, or empty. The second compare is
	 * signed, so that an address from 2^63 on is too early and the sum cannot have wrapped around */
	e = lac_counted_avx512_(&t, s.kind, v);
	end = _mm512_add_epi64(e, _mm512_bsrli_epi128(e, 8));
	low = _mm512_mask_cmplt_epi64_mask(m, e, t.lo);
	high = _mm512_cmpgt_epu64_mask(end, lac_same512_(x->hi));
	f->d = lac_some_entries_avx512_(&t, s.kind, v, m);
	f->first = _mm512_castsi512_si128(f->d);
	f->sums = lac_sums512_(e);
	f->sum = (uint64_t)_mm_extract_epi64(f->sums, 1);
	return _kortestz_mask8_u8(low, high);
}

LAC_FORCE_ void lac_four_store_(uint8_t *dst, const struct lac_four_ *f)
{
	_mm512_storeu_si512(dst, f->d);
}
#elif defined(LAC_HAS_AVX2_)
struct lac_four_ {
	__m256i a, b;
	__m128i first, sums;
	uint64_t sum;
};
#define LAC_FOUR_ 1

LAC_FORCE_ int lac_four_(const struct lac_sq *q, struct lac_src s, struct lac_four_ *f)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, &q->x);
	const struct lac_avx2_ t = lac_begin_avx2_(s, x);
	const __m256i m[2] = {lac_lanes_(s.n, 0), lac_lanes_(s.n, 2)}, hi = lac_same_(x->hi);
	__m256i e[2], ea, eb, far, bada, bad, two;

	if (!lac_load_avx2_(&t, s, (const uint8_t *)s.v, m, e))
		return 0;
	f->a = lac_entries_avx2_(&t, s.kind, &e[0], _mm256_and_si256(t.key, m[0]));
	f->b = lac_entries_avx2_(&t, s.kind, &e[1], _mm256_and_si256(t.key, m[1]));
	/* as with AVX-512, but the compares are signed: a sum from 2^63 on is negative, and its sign tells */
	ea = _mm256_add_epi64(e[0], _mm256_bsrli_epi128(e[0], 8));
	eb = _mm256_add_epi64(e[1], _mm256_bsrli_epi128(e[1], 8));
	far = _mm256_or_si256(_mm256_or_si256(_mm256_sub_epi64(hi, ea), ea),
		_mm256_or_si256(_mm256_sub_epi64(hi, eb), eb));
	bada = _mm256_or_si256(far, _mm256_and_si256(_mm256_sub_epi64(e[0], t.lo), m[0]));
	bad = _mm256_or_si256(bada, _mm256_and_si256(_mm256_sub_epi64(e[1], t.lo), m[1]));
	two = _mm256_add_epi64(e[0], e[1]);
	f->first = _mm256_castsi256_si128(f->a);
	f->sums = _mm_add_epi64(_mm256_castsi256_si128(two), _mm256_extracti128_si256(two, 1));
	f->sum = (uint64_t)_mm_extract_epi64(f->sums, 1);
	return _mm256_movemask_pd(_mm256_castsi256_pd(bad)) == 0;
}

LAC_FORCE_ void lac_four_store_(uint8_t *dst, const struct lac_four_ *f)
{
	_mm256_storeu_si256((__m256i *)(void *)dst, f->a);
	_mm256_storeu_si256((__m256i *)(void *)(dst + 32), f->b);
}
#elif defined(LAC_HAS_SSE4_)
struct lac_four_ {
	__m128i d[4], first, sums, most;
	uint64_t sum;
};
#define LAC_FOUR_ 1

/* Piece @i, of a chain the one at *@m. False: there is none */
LAC_FORCE_ int lac_four_one_(struct lac_four_ *f, struct lac_src s, uint32_t i, const uint8_t **m,
	__m128i lo, __m128i key)
{
	__m128i e;

	if (s.kind == LAC_SRC_MBUF) {
		if (i)
			*m = lac_mbuf_next_(*m, s.base);
		if (LAC_UNLIKELY(!*m))
			return 0;
		e = lac_mbuf_sse4_(*m, s.base);
	} else {
		e = lac_piece_sse4_(s, i);
	}
	f->d[i] = _mm_shuffle_epi8(e, lac_order_sse4_(s.kind));
	if (s.kind == LAC_SRC_LOC)
		e = _mm_and_si128(e, _mm_set_epi32(LAC_LOC_LENS_));
	else
		f->d[i] = _mm_or_si128(f->d[i], key);
	f->sums = _mm_add_epi64(f->sums, e);
	f->most = _mm_max_epu32(f->most, _mm_sub_epi64(e, lo));
	return 1;
}

LAC_FORCE_ int lac_four_(const struct lac_sq *q, struct lac_src s, struct lac_four_ *f)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, &q->x);
	const __m128i lo = _mm_loadu_si128((const __m128i *)(const void *)x->lo);
	const __m128i hi = _mm_loadu_si128((const __m128i *)(const void *)x->hi);
	const __m128i key = _mm_loadu_si128((const __m128i *)(const void *)x->key);
	const uint8_t *m = (const uint8_t *)s.v;
	__m128i ends;

	f->d[1] = f->d[2] = f->d[3] = f->sums = f->most = _mm_setzero_si128();
	if (!lac_four_one_(f, s, 0, &m, lo, key))
		return 0;
	if (s.n > 1) {
		if (!lac_four_one_(f, s, 1, &m, lo, key))
			return 0;
		if (s.n > 2) {
			if (!lac_four_one_(f, s, 2, &m, lo, key))
				return 0;
			if (s.n > 3 && !lac_four_one_(f, s, 3, &m, lo, key))
				return 0;
		}
	}
	f->first = f->d[0];
	f->sum = (uint64_t)_mm_extract_epi64(f->sums, 1);
	/* the signs, as in lac_judge_avx2_() */
	ends = _mm_add_epi64(f->most, _mm_bsrli_si128(f->most, 8));
	ends = _mm_andnot_si128(
		_mm_or_si128(f->most, ends), _mm_sub_epi64(ends, _mm_sub_epi64(hi, lo)));
	return _mm_movemask_pd(_mm_castsi128_pd(ends)) == 3;
}

LAC_FORCE_ void lac_four_store_(uint8_t *dst, const struct lac_four_ *f)
{
	int i;

	for (i = 0; i < 4; i++)
		_mm_storeu_si128((__m128i *)(void *)(dst + i * 16), f->d[i]);
}
#endif

#if defined(LAC_FOUR_)
/* lac_umr_span_() without leaving the registers: the first entry has the address as it must be. */
LAC_FORCE_ lac_two_ lac_four_span_(const struct lac_kclass *c, const struct lac_four_ *f)
{
	const __m128i order = _mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 7, 6, 5, 4, 3, 2, 1, 0);

	return _mm_and_si128(_mm_shuffle_epi8(_mm_unpackhi_epi64(f->first, f->sums), order),
		_mm_loadu_si128((const __m128i *)(const void *)&c->start_mask));
}
#endif

/* Is @sum not what the caller said, if anything, or more than one message? */
LAC_FORCE_ int lac_total_(const struct lac_sq *q, uint64_t sum, uint64_t len, uint32_t more)
{
	const int any = __builtin_constant_p(len) && len == LAC_LEN_SUM;

	if (!any && LAC_UNLIKELY(sum != len)) {
		LAC_UNKNOWN_(
			len); /* or a compiler asks for this first, as if it were rare that all agrees */
		if (len != LAC_LEN_SUM)
			return 1;
	}
	return more && LAC_UNLIKELY(sum > q->msg_hot);
}

/* What does not depend on the pieces. */
LAC_FORCE_ void lac_umr_fixed_(const struct lac_sq *q, const struct lac_key *k, struct lac_umr_ *u)
{
	u->w = q->w;
	u->pi = q->pi;
	u->db = q->ctl_umr + lac_index_(u->pi);
	u->be = lac_key_next_be(k->be);
}

/* Where the key begins and how long it is, if the pieces have @sum bytes. */
LAC_FORCE_ lac_two_ lac_umr_span_(const struct lac_kclass *c, struct lac_src s, uint64_t sum)
{
	return lac_span_of_(lac_src_first_(s) & c->start_mask, sum);
}

/*
 * Builds in ring space behind the index, with room for @more WQEBBs after it, of one message. 0, or nothing has changed
 * and the request is for lac_sq_map_any(). @len 0 asks for the sum: the header is then written last, but where the list
 * is made in registers.
 */
LAC_FORCE_ int lac_umr_build_(struct lac_sq *q, const struct lac_key *k, const struct lac_kclass *c,
	struct lac_src s, uint64_t len, unsigned int fl, uint32_t more, struct lac_umr_ *u)
{
	uint8_t *p = q->p;

	if (LAC_UNLIKELY(k->state != LAC_KEY_FREE) || lac_sq_shut_(q, p, LAC_FEW_BB_ + more))
		return -1;
	u->p = p;
#if defined(LAC_FOUR_)
	if (!lac_kind_known_(s.kind))
		return -1;
	struct lac_four_ f;

	/* all checks first: what they need is then no longer in registers */
	if (LAC_UNLIKELY(!lac_four_(q, s, &f)) || lac_total_(q, f.sum, len, more))
		return -1;
	u->sum = f.sum;
	u->span = lac_four_span_(c, &f);
	lac_umr_fixed_(q, k, u);
	lac_umr_head_(c, p, u->db, 4, lac_umr_fcs_(q, q->fm, fl), u->be, u->span);
	lac_four_store_(p + 128, &f);
#else
	struct lac_acc acc;

	if (len) {
		lac_umr_fixed_(q, k, u);
		lac_umr_head_(c, p, u->db, 4, lac_umr_fcs_(q, q->fm, fl), u->be,
			lac_umr_span_(c, s, len));
	}
	acc = lac_list_(p + 128, s, 0, &q->x, 1);
	if (LAC_UNLIKELY(acc.bad != 0) || lac_total_(q, acc.sum, len, more))
		return -1;
	/* once more, rather than kept over the loop */
	LAC_UNKNOWN_(s.v);
	lac_umr_fixed_(q, k, u);
	u->sum = acc.sum;
	u->span = lac_umr_span_(c, s, acc.sum);
	if (!len)
		lac_umr_head_(c, p, u->db, 4, lac_umr_fcs_(q, q->fm, fl), u->be, u->span);
#endif
	return 0;
}

/* The key's part of a commit. */
LAC_FORCE_ void lac_key_touch_(const struct lac_sq *q, struct lac_key *k, uint32_t be,
	enum lac_key_state state, uint32_t pi)
{
	k->be = be;
	k->seq = pi;
	lac_store32_(k->owner,
		state == LAC_KEY_LIVE ? q->live : (q->live & 0xffffffu) | (uint32_t)state << 24);
}

LAC_FORCE_ const struct lac_kclass *lac_class_(const struct lac_sq *q, const struct lac_key *k)
{
	return &q->cls[k->cls];
}

/* Up to 4 pieces. 0, or 1: nothing has changed, look closer. */
LAC_FORCE_ int lac_map_try_(struct lac_sq *q, struct lac_key *k, const struct lac_kclass *c,
	struct lac_src s, uint64_t len, unsigned int fl, uint64_t cookie)
{
	struct lac_umr_ u;

	if (LAC_UNLIKELY(lac_umr_build_(q, k, c, s, len, fl, 0, &u) != 0))
		return 1;
	lac_wr_last_(q, u.w, LAC_FEW_BB_, LAC_OP_MAP, 0, fl, cookie);
	lac_key_touch_(q, k, u.be, LAC_KEY_LIVE, u.pi);
	lac_sq_commit_(q, LAC_FEW_BB_, u.db, LAC_FCS_(LAC_FM_SMALL));
	if (fl & LAC_FENCE)
		q->rd = 0;
	q->n[LAC_SQ_MAPS_INLINE]++;
	return 0;
}

/* Control and remote address of the request with what was just registered: it waits for that. */
LAC_FORCE_ void lac_then_(uint8_t *p, uint64_t db, struct lac_rem r, unsigned int fl)
{
	lac_store64_(p, __builtin_bswap64(db));
	lac_store64_(p + 8,
		(fl & LAC_FENCE ? LAC_FCS_(LAC_FM_SMALL_AND_FENCE) : LAC_FCS_(LAC_FM_SMALL)) |
			LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT)));
	lac_raddr_(p + 16, r);
}

/* Two WQEs, one request: the registration is its unsignalled first part. */
LAC_FORCE_ int lac_map_then_try_(struct lac_sq *q, struct lac_key *k, const struct lac_kclass *c,
	struct lac_src s, uint64_t len, unsigned int opcode, unsigned int op, struct lac_rem r,
	unsigned int fl, uint64_t cookie)
{
	const int reads = opcode == LAC_WQE_READ;
	struct lac_umr_ u;
	uint64_t db;
	uint8_t *p;

	if (LAC_UNLIKELY(lac_umr_build_(q, k, c, s, len, 0, 1, &u) != 0))
		return 1;
	p = u.p + LAC_FEW_BB_ * LAC_BB_BYTES;
	db = u.db + (lac_op_(opcode, 3) - lac_op_(LAC_WQE_UMR, 12) + lac_index_(LAC_FEW_BB_));
	lac_then_(p, db, r, fl);
	lac_data_span_(p + 32, u.span, u.be);
	lac_wr_(u.w, LAC_FEW_BB_, LAC_OP_MAP, LAC_WR_PART);
	lac_wr_last_(q, u.w + LAC_FEW_BB_, 1, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
	lac_key_touch_(q, k, u.be, LAC_KEY_LIVE, u.pi);
	lac_sq_commit_(q, LAC_FEW_BB_ + 1, db, 0);
	lac_sq_moved_(q, fl, reads, u.sum);
	q->n[LAC_SQ_MAPS_THEN]++;
	return 0;
}

/* Constants of the invalidation, as words of the WQE. */
#define LAC_INV_UMR_ \
	((uint64_t)(LAC_UMR_INLINE | LAC_UMR_XLT_OFFSET | LAC_UMR_CHECK_QPN)) /* at 0x10 */
#define LAC_INV_KEY_ ((uint64_t)LAC_MKEY_FREE | UINT64_C(0x00ffffff) << 32)   /* at 0x40 */

/*
 * Local invalidation, as rdma-core posts it: no list, the key free and its byte cleared. 8 DS. It waits
 * for READs and atomics, which may still use the key.
 */
LAC_FORCE_ uint64_t lac_inv_build_(
	const struct lac_sq *q, uint8_t *p, uint32_t pi, uint32_t fcs, uint32_t key_be)
{
	uint64_t db = lac_ctrl_(p, lac_ctl_(q, LAC_WQE_UMR, 8) + lac_index_(pi), fcs, key_be);

	lac_store64_(p + 0x10, LAC_INV_UMR_);
	lac_store64_(p + 0x18, __builtin_bswap64(LAC_UMR_M_FREE | LAC_UMR_M_KEY | LAC_UMR_M_QPN));
	memset(p + 0x20, 0, 32);
	lac_store64_(p + 0x40, LAC_INV_KEY_);
	memset(p + 0x48, 0, 56);
	return db;
}

LAC_FORCE_ int lac_inv_(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	const uint32_t ask = LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT));
	const int fence = fl & LAC_FENCE || q->rd;
	uint64_t db;

	if (LAC_UNLIKELY(k->state != LAC_KEY_LIVE) || LAC_UNLIKELY(k->flags & LAC_KF_NESTED) ||
		lac_sq_shut_(q, q->p, 2))
		return lac_sq_inv_any(q, k, fl, cookie);
	db = lac_inv_build_(q, q->p, q->pi,
		ask | (LAC_UNLIKELY(fence) ? LAC_FCS_(LAC_FM_SMALL_AND_FENCE) : q->fm), k->be);
	lac_wr_last_(q, q->w, 2, LAC_OP_INV, 0, fl, cookie);
	lac_key_touch_(q, k, k->be, LAC_KEY_FREE, q->pi);
	q->rd = 0;
	lac_sq_commit_(q, 2, db, LAC_FCS_(LAC_FM_SMALL));
	q->n[LAC_SQ_INVS]++;
	return 0;
}

#ifdef __cplusplus
}
#endif

#endif
