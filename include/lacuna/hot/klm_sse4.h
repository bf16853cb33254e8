/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation with vectors of one piece each (klm.h), and what wider ones make theirs of.
 */
#ifndef LACUNA_HOT_KLM_SSE4_H
#define LACUNA_HOT_KLM_SSE4_H

#include <lacuna/hot/klm_part.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(LAC_HAS_SSE4_)
#define LAC_KLM_ORDER_ 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, 8, 9, 10, 11
#define LAC_LOC_ORDER_ 0, 1, 2, 3, 4, 5, 6, 7, 15, 14, 13, 12, 8, 9, 10, 11
#define LAC_LOC_LENS_  0, 0xffffffff, 0, 0 /* of {address, length, key} the length */

LAC_FORCE_ __m128i lac_order_sse4_(uint32_t kind)
{
	return kind == LAC_SRC_LOC ? _mm_set_epi8(LAC_LOC_ORDER_) : _mm_set_epi8(LAC_KLM_ORDER_);
}

/* Piece @i of a list as {address, length}. */
LAC_FORCE_ __m128i lac_piece_sse4_(struct lac_src s, size_t i)
{
	if (s.kind == LAC_SRC_OL)
		return _mm_add_epi64(
			_mm_cvtepu32_epi64(_mm_loadl_epi64(
				(const __m128i *)(const void *)((const struct lac_ol *)s.v + i))),
			_mm_set_epi64x(0, (long long)s.base));
	return _mm_loadu_si128((const __m128i *)s.v + i);
}

/* The data of the mbuf at @m: its short words are one load each, and pass through no register. */
LAC_FORCE_ __m128i lac_mbuf_sse4_(const uint8_t *m, uint64_t at)
{
	uint16_t off, bytes;

	memcpy(&off, m + (at >> 16 & 0xffff), 2);
	memcpy(&bytes, m + (at >> 32 & 0xffff), 2);
	return _mm_add_epi64(
		_mm_insert_epi16(_mm_loadl_epi64((const __m128i *)(const void *)m), bytes, 4),
		_mm_insert_epi16(_mm_setzero_si128(), off, 0));
}

LAC_FORCE_ const uint8_t *lac_mbuf_next_(const uint8_t *m, uint64_t at)
{
	memcpy(&m, m + (at & 0xffff), sizeof(m));
	return m;
}

/* The next 4 mbufs of the chain at *@m. 0: it is shorter. The way on is asked for first: it is what all waits for. */
LAC_FORCE_ int lac_mbufs4_(const uint8_t **m, uint64_t at, __m128i e[4])
{
	const uint8_t *a = *m, *b, *c, *d;

	if (LAC_UNLIKELY(!a))
		return 0;
	b = lac_mbuf_next_(a, at);
	if (LAC_UNLIKELY(!b))
		return 0;
	c = lac_mbuf_next_(b, at);
	if (LAC_UNLIKELY(!c))
		return 0;
	d = lac_mbuf_next_(c, at);
	if (LAC_UNLIKELY(!d))
		return 0;
	*m = lac_mbuf_next_(d, at);
	e[0] = lac_mbuf_sse4_(a, at);
	e[1] = lac_mbuf_sse4_(b, at);
	e[2] = lac_mbuf_sse4_(c, at);
	e[3] = lac_mbuf_sse4_(d, at);
	return 1;
}

/* The last @n mbufs, at most 4, of the chain at @m; those that are missing are 0. 0: the chain is shorter. */
LAC_FORCE_ int lac_mbufs_(const uint8_t *m, uint64_t at, uint32_t n, __m128i e[4])
{
	e[1] = e[2] = e[3] = _mm_setzero_si128();
	if (LAC_UNLIKELY(!m))
		return 0;
	e[0] = lac_mbuf_sse4_(m, at);
	if (n == 1)
		return 1;
	m = lac_mbuf_next_(m, at);
	if (LAC_UNLIKELY(!m))
		return 0;
	e[1] = lac_mbuf_sse4_(m, at);
	if (n == 2)
		return 1;
	m = lac_mbuf_next_(m, at);
	if (LAC_UNLIKELY(!m))
		return 0;
	e[2] = lac_mbuf_sse4_(m, at);
	if (n == 3)
		return 1;
	m = lac_mbuf_next_(m, at);
	if (LAC_UNLIKELY(!m))
		return 0;
	e[3] = lac_mbuf_sse4_(m, at);
	return 1;
}

LAC_FORCE_ struct lac_acc lac_klm_sse4_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *q)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, q);
	const __m128i order = lac_order_sse4_(s.kind), lens = _mm_set_epi32(LAC_LOC_LENS_);
	const __m128i lo = _mm_loadu_si128((const __m128i *)(const void *)x->lo);
	const __m128i key = _mm_loadu_si128((const __m128i *)(const void *)x->key);
	__m128i sum = _mm_setzero_si128(), most = sum;
	const uint8_t *m = (const uint8_t *)s.v;
	struct lac_acc r;
	__m128i e, d;
	uint32_t i;

	for (i = 0; i < s.n && (s.kind != LAC_SRC_MBUF || m); i++) {
		if (s.kind == LAC_SRC_MBUF) {
			e = lac_mbuf_sse4_(m, s.base);
			m = lac_mbuf_next_(m, s.base);
		} else {
			e = lac_piece_sse4_(s, i);
		}
		d = _mm_shuffle_epi8(e, order);
		if (s.kind == LAC_SRC_LOC)
			e = _mm_and_si128(e, lens);
		else
			d = _mm_or_si128(d, key);
		_mm_storeu_si128((__m128i *)(void *)(dst + (size_t)i * 16), d);
		sum = _mm_add_epi64(sum, e);
		most = _mm_max_epu32(most, _mm_sub_epi64(e, lo));
	}
	lac_klm_pad_(dst, s.kind == LAC_SRC_MBUF ? i : s.n);
	r = lac_klm_acc_((uint64_t)_mm_extract_epi64(sum, 1), (uint64_t)_mm_cvtsi128_si64(most),
		(uint64_t)_mm_extract_epi64(most, 1), x);
	r.bad |= s.kind == LAC_SRC_MBUF && i < s.n;
	return r;
}
#endif

#ifdef __cplusplus
}
#endif

#endif
