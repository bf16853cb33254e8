/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation with vectors of two pieces each (klm.h): two are a line.
 */
#ifndef LACUNA_HOT_KLM_AVX2_H
#define LACUNA_HOT_KLM_AVX2_H

#include <lacuna/hot/klm_sse4.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Lines of a list in a WQE but the last. */
#define LAC_LINES_MAX_ (LAC_UMR_INL_MAX / 4 - 1)
#define LAC_LINES_    \
	LAC_LINE_(12) \
	LAC_LINE_(11) \
	LAC_LINE_(10) \
	LAC_LINE_(9)  \
	LAC_LINE_(8)  \
	LAC_LINE_(7)  \
	LAC_LINE_(6)  \
	LAC_LINE_(5)  \
	LAC_LINE_(4)  \
	LAC_LINE_(3)  \
	LAC_LINE_(2)  \
	LAC_LINE_(1)
LAC_STATIC_ASSERT(LAC_LINES_MAX_ == 12, "a line for each of them");

#if defined(LAC_HAS_AVX2_)
/* Lanes of the first n pieces, n up to 4: a byte each. */
static const int8_t lac_lane_bytes_[5][8] = {
	{0},
	{-1, -1},
	{-1, -1, -1, -1},
	{-1, -1, -1, -1, -1, -1},
	{-1, -1, -1, -1, -1, -1, -1, -1},
};

LAC_FORCE_ __m256i lac_same_(const uint64_t *p)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

/* Lanes of the first @n pieces, at most 4, in the vector that begins with piece @at. */
LAC_FORCE_ __m256i lac_lanes_(uint32_t n, int at)
{
	int bytes;

	LAC_UNKNOWN_(n); /* known to be more where this is not reached, it is warned of */
	memcpy(&bytes, &lac_lane_bytes_[n][at * 2], 4);
	return _mm256_cvtepi8_epi64(_mm_cvtsi32_si128(bytes));
}

/* A list under way. @base: of offsets; of pieces with keys what their lengths are */
struct lac_avx2_ {
	__m256i order, lo, key, base, sum, most;
};

LAC_FORCE_ struct lac_avx2_ lac_begin_avx2_(struct lac_src s, const struct lac_klm_ctx *x)
{
	struct lac_avx2_ t;

	t.order = _mm256_broadcastsi128_si256(lac_order_sse4_(s.kind));
	t.lo = lac_same_(x->lo);
	t.key = lac_same_(x->key);
	t.base = s.kind == LAC_SRC_LOC
			 ? _mm256_broadcastsi128_si256(_mm_set_epi32(LAC_LOC_LENS_))
			 : _mm256_set_epi64x(0, (long long)s.base, 0, (long long)s.base);
	t.sum = t.most = _mm256_setzero_si256();
	return t;
}

/* Two pieces. */
LAC_FORCE_ __m256i lac_piece_avx2_(uint32_t kind, const void *v, __m256i base)
{
	if (kind == LAC_SRC_OL)
		return _mm256_add_epi64(
			_mm256_cvtepu32_epi64(_mm_loadu_si128((const __m128i *)v)), base);
	return _mm256_loadu_si256((const __m256i *)v);
}

/* Two pieces, @at bytes behind @v, as far as their lanes are in @m; others are 0. */
LAC_FORCE_ __m256i lac_some_avx2_(
	uint32_t kind, const uint8_t *v, size_t at, __m256i base, __m256i m)
{
	__m128i half;

	/* a compiler that knows where the list ends warns of the address, though nothing is loaded from there */
	LAC_UNKNOWN_(v);
	if (kind != LAC_SRC_OL)
		return _mm256_maskload_epi64((const long long *)(const void *)(v + at), m);
	half = _mm256_castsi256_si128(
		_mm256_permutevar8x32_epi32(m, _mm256_set_epi32(0, 0, 0, 0, 6, 4, 2, 0)));
	half = _mm_maskload_epi32((const int *)(const void *)(v + at), half);
	return _mm256_add_epi64(_mm256_cvtepu32_epi64(half), _mm256_and_si256(base, m));
}

/* Entries of the pieces @e in lanes @m; what they count stays in @e. */
LAC_FORCE_ __m256i lac_entries_avx2_(
	const struct lac_avx2_ *t, uint32_t kind, __m256i *e, __m256i key)
{
	const __m256i d = _mm256_shuffle_epi8(*e, t->order);

	if (kind != LAC_SRC_LOC)
		return _mm256_or_si256(d, key);
	*e = _mm256_and_si256(*e, t->base);
	return d;
}

LAC_FORCE_ void lac_turn_avx2_(struct lac_avx2_ *t, uint32_t kind, uint8_t *dst, __m256i e)
{
	_mm256_storeu_si256((__m256i *)(void *)dst, lac_entries_avx2_(t, kind, &e, t->key));
	t->sum = _mm256_add_epi64(t->sum, e);
	t->most = _mm256_max_epu32(t->most, _mm256_sub_epi64(e, t->lo));
}

/* A line: four pieces. */
LAC_FORCE_ void lac_line_avx2_(struct lac_avx2_ *t, uint32_t kind, uint8_t *dst, const uint8_t *v)
{
	lac_turn_avx2_(t, kind, dst, lac_piece_avx2_(kind, v, t->base));
	lac_turn_avx2_(
		t, kind, dst + 32, lac_piece_avx2_(kind, v + 2 * lac_piece_bytes_(kind), t->base));
}

/* Up to 4 pieces of @s at @v, in lanes @m. False: a chain is shorter */
LAC_FORCE_ int lac_load_avx2_(const struct lac_avx2_ *t, struct lac_src s, const uint8_t *v,
	const __m256i m[2], __m256i e[2])
{
	if (s.kind == LAC_SRC_MBUF) {
		__m128i one[4];

		if (LAC_UNLIKELY(!lac_mbufs_(v, s.base, s.n, one)))
			return 0;
		e[0] = _mm256_set_m128i(one[1], one[0]);
		e[1] = _mm256_set_m128i(one[3], one[2]);
		return 1;
	}
	e[0] = lac_some_avx2_(s.kind, v, 0, t->base, m[0]);
	e[1] = lac_some_avx2_(s.kind, v, 2 * lac_piece_bytes_(s.kind), t->base, m[1]);
	return 1;
}

/* The last line: pieces @e, of which the missing are 0, into @d; counted as the first. */
LAC_FORCE_ void lac_last_avx2_(
	struct lac_avx2_ *t, uint32_t kind, const __m256i m[2], __m256i e[2], __m256i d[2])
{
	d[0] = lac_entries_avx2_(t, kind, &e[0], _mm256_and_si256(t->key, m[0]));
	d[1] = lac_entries_avx2_(t, kind, &e[1], _mm256_and_si256(t->key, m[1]));
	t->sum = _mm256_add_epi64(e[0], e[1]);
	t->most = _mm256_max_epu32(_mm256_and_si256(_mm256_sub_epi64(e[0], t->lo), m[0]),
		_mm256_and_si256(_mm256_sub_epi64(e[1], t->lo), m[1]));
}

LAC_FORCE_ struct lac_acc lac_judge_avx2_(const struct lac_avx2_ *t, const struct lac_klm_ctx *x)
{
	/* the signs: no maximum and no end is above 2^63, and each end is below */
	const __m256i span = _mm256_sub_epi64(lac_same_(x->hi), t->lo);
	const __m256i ends = _mm256_add_epi64(t->most, _mm256_bsrli_epi128(t->most, 8));
	const __m256i good = _mm256_andnot_si256(
		_mm256_or_si256(t->most, ends), _mm256_sub_epi64(ends, span));
	const __m128i sum = _mm_add_epi64(
		_mm256_castsi256_si128(t->sum), _mm256_extracti128_si256(t->sum, 1));
	struct lac_acc r;

	r.sum = (uint64_t)_mm_extract_epi64(sum, 1);
	r.bad = (uint64_t)_mm256_movemask_pd(_mm256_castsi256_pd(good)) ^ 15;
	return r;
}

LAC_FORCE_ struct lac_acc lac_mbuf_avx2_(
	uint8_t *d, struct lac_src s, uint64_t last, const struct lac_klm_ctx *x)
{
	const __m256i m[2] = {
		lac_lanes_(s.n - (uint32_t)last, 0), lac_lanes_(s.n - (uint32_t)last, 2)};
	struct lac_avx2_ t = lac_begin_avx2_(s, x), f = t;
	const uint8_t *v = (const uint8_t *)s.v;
	const struct lac_acc bad = {0, 1};
	uint8_t *p = d - last * 16;
	__m128i one[4];
	__m256i e[2], line[2];

	s.n -= (uint32_t)last;
	for (; p != d; p += 64) {
		if (!lac_mbufs4_(&v, s.base, one))
			return bad;
		lac_turn_avx2_(&t, s.kind, p, _mm256_set_m128i(one[1], one[0]));
		lac_turn_avx2_(&t, s.kind, p + 32, _mm256_set_m128i(one[3], one[2]));
	}
	if (!lac_load_avx2_(&t, s, v, m, e))
		return bad;
	lac_last_avx2_(&f, s.kind, m, e, line);
	_mm256_storeu_si256((__m256i *)(void *)d, line[0]);
	_mm256_storeu_si256((__m256i *)(void *)(d + 32), line[1]);
	t.sum = _mm256_add_epi64(t.sum, f.sum);
	t.most = _mm256_max_epu32(t.most, f.most);
	return lac_judge_avx2_(&t, x);
}

#define LAC_LINE_(i)                                                                          \
	case (i)*4:                                                                           \
		lac_line_avx2_(&t, s.kind, d - (i)*64, v - (i)*4 * lac_piece_bytes_(s.kind)); \
		__attribute__((fallthrough));

/* @d: the place of the last line, @last entries behind the first. @few: these are at most LAC_LINES_MAX_ lines. */
LAC_FORCE_ struct lac_acc lac_list_avx2_(
	uint8_t *d, struct lac_src s, uint64_t last, const struct lac_klm_ctx *q, int few)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, q);
	const uint8_t *v = (const uint8_t *)s.v + last * lac_piece_bytes_(s.kind);
	struct lac_avx2_ t;
	__m256i m[2], e[2], line[2];

	if (s.kind == LAC_SRC_MBUF)
		return lac_mbuf_avx2_(d, s, last, x);
	LAC_UNKNOWN_(
		v); /* or a compiler that knows the list warns of lines that it does not have */
	m[0] = lac_lanes_(s.n - (uint32_t)last, 0);
	m[1] = lac_lanes_(s.n - (uint32_t)last, 2);
	t = lac_begin_avx2_(s, x);
	lac_load_avx2_(&t, s, v, m, e);
	lac_last_avx2_(&t, s.kind, m, e, line);
	if (!few)
		for (; last > LAC_LINES_MAX_ * 4; last -= 16) {
			const uint8_t *w = v - last * lac_piece_bytes_(s.kind);
			const size_t four = 4 * lac_piece_bytes_(s.kind);
			uint8_t *p = d - last * 16;

			lac_line_avx2_(&t, s.kind, p, w);
			lac_line_avx2_(&t, s.kind, p + 64, w + four);
			lac_line_avx2_(&t, s.kind, p + 128, w + 2 * four);
			lac_line_avx2_(&t, s.kind, p + 192, w + 3 * four);
		}
	switch (last) {
		LAC_LINES_
	case 0:
		break;
	default:
		__builtin_unreachable();
	}
	_mm256_storeu_si256((__m256i *)(void *)d, line[0]);
	_mm256_storeu_si256((__m256i *)(void *)(d + 32), line[1]);
	return lac_judge_avx2_(&t, x);
}
#undef LAC_LINE_
#endif

#ifdef __cplusplus
}
#endif

#endif
