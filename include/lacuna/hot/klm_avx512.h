/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation with vectors of four pieces each (klm.h): one is a line.
 */
#ifndef LACUNA_HOT_KLM_AVX512_H
#define LACUNA_HOT_KLM_AVX512_H

#include <lacuna/hot/klm_avx2.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(LAC_HAS_AVX512_)
LAC_FORCE_ __m512i lac_same512_(const uint64_t *p)
{
	return _mm512_loadu_si512(p);
}

/* as one constant: a broadcast would be repeated wherever it is used */
#define LAC_FOURFOLD_(...)  __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__
#define LAC_SET512_(f, ...) f(LAC_FOURFOLD_(__VA_ARGS__))

LAC_FORCE_ __m512i lac_order512_(uint32_t kind)
{
	return kind == LAC_SRC_LOC ? LAC_SET512_(_mm512_set_epi8, LAC_LOC_ORDER_)
				   : LAC_SET512_(_mm512_set_epi8, LAC_KLM_ORDER_);
}

/* Two lanes of 8 bytes a piece, of which there are at most 4. */
LAC_FORCE_ __mmask8 lac_lanes512_(uint32_t n)
{
	static const uint8_t lanes[5] = {0, 3, 15, 63, 255};

	LAC_UNKNOWN_(n); /* as with AVX2 */
	return _load_mask8((__mmask8 *)(uintptr_t)&lanes[n]);
}

/* As with AVX2. */
struct lac_avx512_ {
	__m512i order, lo, key, base, sum, most;
};

LAC_FORCE_ struct lac_avx512_ lac_begin_avx512_(struct lac_src s, const struct lac_klm_ctx *x)
{
	struct lac_avx512_ t;

	t.order = lac_order512_(s.kind);
	t.lo = lac_same512_(x->lo);
	t.key = lac_same512_(x->key);
	t.base = s.kind == LAC_SRC_LOC
			 ? LAC_SET512_(_mm512_set_epi32, LAC_LOC_LENS_)
			 : _mm512_broadcast_i64x2(_mm_set_epi64x(0, (long long)s.base));
	t.sum = t.most = _mm512_setzero_si512();
	return t;
}

LAC_FORCE_ __m512i lac_piece_avx512_(uint32_t kind, const void *v, __m512i base)
{
	if (kind == LAC_SRC_OL)
		return _mm512_add_epi64(
			_mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)v)), base);
	return _mm512_loadu_si512(v);
}

/* Four pieces, as far as their lanes are in @m; others are 0. */
LAC_FORCE_ __m512i lac_some_avx512_(uint32_t kind, const void *v, __m512i base, __mmask8 m)
{
	if (kind == LAC_SRC_OL)
		return _mm512_maskz_add_epi64(
			m, _mm512_cvtepu32_epi64(_mm256_maskz_loadu_epi32(m, v)), base);
	return _mm512_maskz_loadu_epi64(m, v);
}

/* Entries of the pieces @e, and what they count. (_or_epi64: with other lanes gcc copies the key for each line.) */
LAC_FORCE_ __m512i lac_entries_avx512_(const struct lac_avx512_ *t, uint32_t kind, __m512i e)
{
	const __m512i d = _mm512_shuffle_epi8(e, t->order);

	return kind == LAC_SRC_LOC ? d : _mm512_or_epi64(d, t->key);
}

LAC_FORCE_ __m512i lac_counted_avx512_(const struct lac_avx512_ *t, uint32_t kind, __m512i e)
{
	return kind == LAC_SRC_LOC ? _mm512_and_epi64(e, t->base) : e;
}

LAC_FORCE_ void lac_turn_avx512_(struct lac_avx512_ *t, uint32_t kind, uint8_t *dst, __m512i e)
{
	const __m512i c = lac_counted_avx512_(t, kind, e);

	_mm512_storeu_si512(dst, lac_entries_avx512_(t, kind, e));
	t->sum = _mm512_add_epi64(t->sum, c);
	t->most = _mm512_max_epu64(t->most, _mm512_sub_epi64(c, t->lo));
}

/* Entries in lanes @m, all else 0, as the pieces @e are there. */
LAC_FORCE_ __m512i lac_some_entries_avx512_(
	const struct lac_avx512_ *t, uint32_t kind, __m512i e, __mmask8 m)
{
	const __m512i d = _mm512_shuffle_epi8(e, t->order);

	return kind == LAC_SRC_LOC ? d : _mm512_maskz_or_epi64(m, d, t->key);
}

/* The last line, counted as the first. */
LAC_FORCE_ __m512i lac_last_avx512_(struct lac_avx512_ *t, uint32_t kind, __m512i e, __mmask8 m)
{
	t->sum = lac_counted_avx512_(t, kind, e);
	t->most = _mm512_maskz_sub_epi64(m, t->sum, t->lo);
	return lac_some_entries_avx512_(t, kind, e, m);
}

LAC_FORCE_ __m512i lac_join512_(const __m128i e[4])
{
	return _mm512_inserti64x4(_mm512_castsi256_si512(_mm256_set_m128i(e[1], e[0])),
		_mm256_set_m128i(e[3], e[2]), 1);
}

/* Up to 4 pieces of @s at @v, in lanes @m. False: a chain is shorter */
LAC_FORCE_ int lac_load_avx512_(
	const struct lac_avx512_ *t, struct lac_src s, const uint8_t *v, __mmask8 m, __m512i *e)
{
	if (s.kind == LAC_SRC_MBUF) {
		__m128i one[4];

		if (LAC_UNLIKELY(!lac_mbufs_(v, s.base, s.n, one)))
			return 0;
		*e = lac_join512_(one);
		return 1;
	}
	*e = lac_some_avx512_(s.kind, v, t->base, m);
	return 1;
}

/* Of all pairs. */
LAC_FORCE_ __m128i lac_sums512_(__m512i v)
{
	const __m256i two = _mm256_add_epi64(
		_mm512_castsi512_si256(v), _mm512_extracti64x4_epi64(v, 1));

	return _mm_add_epi64(_mm256_castsi256_si128(two), _mm256_extracti128_si256(two, 1));
}

LAC_FORCE_ struct lac_acc lac_judge_avx512_(
	const struct lac_avx512_ *t, const struct lac_klm_ctx *x)
{
	/* {most of known memory, of a length but 1}; a length of just 2 GiB is looked at closer */
	const __m512i span = _mm512_sub_epi64(lac_same512_(x->hi), t->lo);
	const __m512i ends = _mm512_add_epi64(t->most, _mm512_bsrli_epi128(t->most, 8));
	struct lac_acc r;

	r.sum = (uint64_t)_mm_extract_epi64(lac_sums512_(t->sum), 1);
	r.bad = !_kortestz_mask8_u8(
		_mm512_cmpge_epu64_mask(t->most, span), _mm512_cmpge_epu64_mask(ends, span));
	return r;
}

LAC_FORCE_ struct lac_acc lac_mbuf_avx512_(
	uint8_t *d, struct lac_src s, uint64_t last, const struct lac_klm_ctx *x)
{
	const __mmask8 m = lac_lanes512_(s.n - (uint32_t)last);
	struct lac_avx512_ t = lac_begin_avx512_(s, x), f = t;
	const uint8_t *v = (const uint8_t *)s.v;
	const struct lac_acc bad = {0, 1};
	uint8_t *p = d - last * 16;
	__m128i one[4];
	__m512i e;

	s.n -= (uint32_t)last;
	for (; p != d; p += 64) {
		if (!lac_mbufs4_(&v, s.base, one))
			return bad;
		lac_turn_avx512_(&t, s.kind, p, lac_join512_(one));
	}
	if (!lac_load_avx512_(&t, s, v, m, &e))
		return bad;
	_mm512_storeu_si512(d, lac_last_avx512_(&f, s.kind, e, m));
	t.sum = _mm512_add_epi64(t.sum, f.sum);
	t.most = _mm512_max_epu64(t.most, f.most);
	return lac_judge_avx512_(&t, x);
}

#define LAC_LINE_(i)                                                                              \
	case (i)*4:                                                                               \
		lac_turn_avx512_(&t, s.kind, d - (i)*64,                                          \
			lac_piece_avx512_(s.kind, v - (i)*4 * lac_piece_bytes_(s.kind), t.base)); \
		__attribute__((fallthrough));

/* As with AVX2. */
LAC_FORCE_ struct lac_acc lac_list_avx512_(
	uint8_t *d, struct lac_src s, uint64_t last, const struct lac_klm_ctx *q, int few)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, q);
	const uint8_t *v = (const uint8_t *)s.v + last * lac_piece_bytes_(s.kind);
	struct lac_avx512_ t;
	__m512i line;
	__mmask8 m;

	if (s.kind == LAC_SRC_MBUF)
		return lac_mbuf_avx512_(d, s, last, x);
	LAC_UNKNOWN_(v);
	m = lac_lanes512_(s.n - (uint32_t)last);
	t = lac_begin_avx512_(s, x);
	line = lac_last_avx512_(&t, s.kind, lac_some_avx512_(s.kind, v, t.base, m), m);
	if (!few)
		for (; last > LAC_LINES_MAX_ * 4; last -= 16) {
			const uint8_t *w = v - last * lac_piece_bytes_(s.kind);
			const size_t four = 4 * lac_piece_bytes_(s.kind);
			uint8_t *p = d - last * 16;

			lac_turn_avx512_(&t, s.kind, p, lac_piece_avx512_(s.kind, w, t.base));
			lac_turn_avx512_(
				&t, s.kind, p + 64, lac_piece_avx512_(s.kind, w + four, t.base));
			lac_turn_avx512_(&t, s.kind, p + 128,
				lac_piece_avx512_(s.kind, w + 2 * four, t.base));
			lac_turn_avx512_(&t, s.kind, p + 192,
				lac_piece_avx512_(s.kind, w + 3 * four, t.base));
		}
	switch (last) {
		LAC_LINES_
	case 0:
		break;
	default:
		__builtin_unreachable();
	}
	_mm512_storeu_si512(d, line);
	return lac_judge_avx512_(&t, x);
}
#undef LAC_LINE_
#endif

#ifdef __cplusplus
}
#endif

#endif
