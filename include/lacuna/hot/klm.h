/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation: pieces to list entries {byte count, key, address}, each written once, in ascending order, with the
 * checks of all pieces in accumulators that are judged once, behind the loop:
 *
 *   sum   total of the lengths
 *   most  the largest of (address - lo) and of (length - 1), unsigned: an address before lo and a length of 0
 *         wrap around and become the largest of all
 *
 * Known memory holds every piece if the largest address and the largest length together do not leave it. That
 * may be false though each piece is good: inline code then leaves the request to the library, which asks
 * lac_klm_recheck(), piece by piece, so verdicts are exact. (Forms with 32-bit maxima join halves of different addresses:
 * still never too small.) Wide vectors keep the maxima of each lane apart and judge all at once: a piece is in one lane.
 *
 * One form per instruction set. A caller compiled for AVX2 or AVX-512 inlines its own; else a switch over
 * lac_sq.isa calls the library's. They are compared bit for bit by a test.
 */
#ifndef LACUNA_HOT_KLM_H
#define LACUNA_HOT_KLM_H

#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#include <lacuna/hot/order.h>
#include <lacuna/hot/wqe.h>
#include <lacuna/src.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LAC_FORCE_ static inline __attribute__((always_inline))

/* What this file is compiled for, at best. */
#if defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__) && defined(__BMI2__)
#define LAC_HAS_AVX512_ 1
#endif
#if defined(__AVX2__)
#define LAC_HAS_AVX2_ 1
#endif
#if defined(__SSE4_1__)
#define LAC_HAS_SSE4_ 1
#endif

/* lac_sq.isa: the widest form that the CPU has and EAL allows. */
enum { LAC_ISA_SCALAR, LAC_ISA_SSE4, LAC_ISA_AVX2, LAC_ISA_AVX512, LAC_ISA_NEON, LAC_ISA_COUNT };

/* What a translation found. */
struct lac_acc {
	uint64_t sum;
	uint64_t bad; /* 0: every piece is fine. Else look closer: lac_klm_any() has */
};

/* What all entries have in common: a line each, as {address, length} meet it in the widest vector. */
struct lac_klm_ctx {
	uint64_t lo[8];  /* {lowest address of known memory, 1}, four times */
	uint64_t hi[8];  /* {where it ends, 2 GiB}; addresses are below 2^63 */
	uint64_t key[8]; /* {the key in the upper half, where an entry has it; 0} */
};

LAC_FORCE_ void lac_klm_ctx_(struct lac_klm_ctx *x, uint64_t lo, uint64_t hi, uint32_t key)
{
	int i;

	for (i = 0; i < 8; i += 2) {
		x->lo[i] = lo;
		x->lo[i + 1] = 1;
		x->hi[i] = hi;
		x->hi[i + 1] = LAC_PIECE_MAX;
		x->key[i] = (uint64_t)key << 32;
		x->key[i + 1] = 0;
	}
}

/* In the library: the exact verdict on pieces that the maxima did not pass; 0 if all are good. */
uint64_t lac_klm_recheck(const struct lac_src *s, const struct lac_klm_ctx *x);

/* One store each: a compiler that joins two words in a vector first spends more on that than it saves. */
LAC_FORCE_ void lac_store64_(void *p, uint64_t v)
{
	memcpy(p, &v, 8);
	LAC_STORE_ALONE_(p, 8);
}

LAC_FORCE_ void lac_store32_(void *p, uint32_t v)
{
	memcpy(p, &v, 4);
	LAC_STORE_ALONE_(p, 4);
}

LAC_FORCE_ void lac_store16_(void *p, uint16_t v)
{
	memcpy(p, &v, 2);
}

LAC_FORCE_ void lac_klm_store_(uint8_t *dst, uint64_t addr, uint32_t len, uint32_t key)
{
	lac_store64_(dst, __builtin_bswap32(len) | (uint64_t)key << 32);
	lac_store64_(dst + 8, __builtin_bswap64(addr));
}

/* Entries of byte count 0 behind the last, up to a multiple of 4: the device reads lists in such groups. */
LAC_FORCE_ void lac_klm_pad_(uint8_t *dst, uint32_t n)
{
	for (; n & 3; n++)
		memset(dst + (size_t)n * 16, 0, 16);
}

/* Exact verdict on one piece: bit 63 of each term, as an address, its end and both bounds are below that; 0 is good. */
LAC_FORCE_ uint64_t lac_klm_odd_(uint64_t a, uint64_t l, const struct lac_klm_ctx *x)
{
	return (l - 1) >> 31 | (a | (a + l) | (a - x->lo[0]) | (x->hi[0] - a - l)) >> 63;
}

/* The largest address, from lo, and the largest length - 1, against their bounds. */
LAC_FORCE_ uint64_t lac_klm_judge_(uint64_t addr, uint64_t len, const struct lac_klm_ctx *x)
{
	uint64_t last;

	return (uint64_t)__builtin_add_overflow(addr, len, &last) | (last >= x->hi[0] - x->lo[0]) |
	       len >> 31;
}

LAC_FORCE_ struct lac_acc lac_klm_acc_(
	uint64_t sum, uint64_t addr, uint64_t len, const struct lac_klm_ctx *x)
{
	struct lac_acc a = {sum, lac_klm_judge_(addr, len, x)};

	return a;
}

LAC_FORCE_ struct lac_acc lac_klm_iov_scalar_(
	uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const struct iovec *v = (const struct iovec *)s.v;
	struct lac_acc r = {0, 0};
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		uint64_t a = (uint64_t)(uintptr_t)v[i].iov_base, l = v[i].iov_len;

		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, (uint32_t)(x->key[0] >> 32));
		r.sum += l;
		r.bad |= lac_klm_odd_(a, l, x);
	}
	lac_klm_pad_(dst, s.n);
	return r;
}

LAC_FORCE_ struct lac_acc lac_klm_ol_scalar_(
	uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const struct lac_ol *v = (const struct lac_ol *)s.v;
	struct lac_acc r = {0, 0};
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		uint64_t a = s.base + v[i].off, l = v[i].len;

		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, (uint32_t)(x->key[0] >> 32));
		r.sum += l;
		r.bad |= lac_klm_odd_(a, l, x);
	}
	lac_klm_pad_(dst, s.n);
	return r;
}

LAC_STATIC_ASSERT(sizeof(struct iovec) == 16, "an iovec is two words");
LAC_STATIC_ASSERT(sizeof(struct lac_ol) == 8, "two halves of words");

#if defined(LAC_HAS_SSE4_)
#define LAC_KLM_ORDER_ 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, 8, 9, 10, 11

/* Piece @i of either kind as {address, length}. */
LAC_FORCE_ __m128i lac_piece_sse4_(struct lac_src s, size_t i)
{
	if (s.kind == LAC_SRC_IOV)
		return _mm_loadu_si128((const __m128i *)s.v + i);
	return _mm_add_epi64(
		_mm_cvtepu32_epi64(_mm_loadl_epi64(
			(const __m128i *)(const void *)((const struct lac_ol *)s.v + i))),
		_mm_set_epi64x(0, (long long)s.base));
}

LAC_FORCE_ struct lac_acc lac_klm_sse4_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const __m128i order = _mm_set_epi8(LAC_KLM_ORDER_);
	const __m128i lo = _mm_loadu_si128((const __m128i *)(const void *)x->lo);
	const __m128i key = _mm_loadu_si128((const __m128i *)(const void *)x->key);
	__m128i sum = _mm_setzero_si128(), most = sum;
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		__m128i e = lac_piece_sse4_(s, i);

		_mm_storeu_si128((__m128i *)(void *)(dst + (size_t)i * 16),
			_mm_or_si128(_mm_shuffle_epi8(e, order), key));
		sum = _mm_add_epi64(sum, e);
		most = _mm_max_epu32(most, _mm_sub_epi64(e, lo));
	}
	lac_klm_pad_(dst, s.n);
	return lac_klm_acc_((uint64_t)_mm_extract_epi64(sum, 1), (uint64_t)_mm_cvtsi128_si64(most),
		(uint64_t)_mm_extract_epi64(most, 1), x);
}
#endif

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

/* Bytes of a piece where it is listed. */
LAC_FORCE_ size_t lac_piece_bytes_(uint32_t kind)
{
	return kind == LAC_SRC_IOV ? sizeof(struct iovec) : sizeof(struct lac_ol);
}

/* Two pieces. */
LAC_FORCE_ __m256i lac_piece_avx2_(uint32_t kind, const void *v, __m256i base)
{
	if (kind == LAC_SRC_IOV)
		return _mm256_loadu_si256((const __m256i *)v);
	return _mm256_add_epi64(_mm256_cvtepu32_epi64(_mm_loadu_si128((const __m128i *)v)), base);
}

/* Lanes of the first @n pieces, at most 4, in the vector that begins with piece @at. */
LAC_FORCE_ __m256i lac_lanes_(uint32_t n, int at)
{
	int bytes;

	LAC_UNKNOWN_(n); /* as with AVX-512 below */
	memcpy(&bytes, &lac_lane_bytes_[n][at * 2], 4);
	return _mm256_cvtepi8_epi64(_mm_cvtsi32_si128(bytes));
}

struct lac_avx2_ {
	__m256i order, lo, key, base, sum, most;
};

LAC_FORCE_ void lac_turn_avx2_(struct lac_avx2_ *t, uint8_t *dst, __m256i e)
{
	_mm256_storeu_si256(
		(__m256i *)(void *)dst, _mm256_or_si256(_mm256_shuffle_epi8(e, t->order), t->key));
	t->sum = _mm256_add_epi64(t->sum, e);
	t->most = _mm256_max_epu32(t->most, _mm256_sub_epi64(e, t->lo));
}

/* Four pieces, of which each two have @two bytes. */
LAC_FORCE_ void lac_four_avx2_(
	struct lac_avx2_ *t, uint8_t *dst, uint32_t kind, const uint8_t *v, size_t two)
{
	lac_turn_avx2_(t, dst, lac_piece_avx2_(kind, v, t->base));
	lac_turn_avx2_(t, dst + 32, lac_piece_avx2_(kind, v + two, t->base));
}

/* The same of lanes in @m only; others become 0. */
LAC_FORCE_ void lac_part_avx2_(struct lac_avx2_ *t, uint8_t *dst, __m256i e, __m256i m)
{
	_mm256_storeu_si256((__m256i *)(void *)dst,
		_mm256_or_si256(_mm256_shuffle_epi8(e, t->order), _mm256_and_si256(t->key, m)));
	t->sum = _mm256_add_epi64(t->sum, e);
	t->most = _mm256_max_epu32(t->most, _mm256_and_si256(_mm256_sub_epi64(e, t->lo), m));
}

/* Two pieces, @at bytes behind @v, as far as their lanes are in @m; others are 0. */
LAC_FORCE_ __m256i lac_some_avx2_(
	uint32_t kind, const uint8_t *v, size_t at, __m256i base, __m256i m)
{
	__m128i half;

	/* a compiler that knows where the list ends warns of the address, though nothing is loaded from there */
	LAC_UNKNOWN_(v);
	if (kind == LAC_SRC_IOV)
		return _mm256_maskload_epi64((const long long *)(const void *)(v + at), m);
	half = _mm256_castsi256_si128(
		_mm256_permutevar8x32_epi32(m, _mm256_set_epi32(0, 0, 0, 0, 6, 4, 2, 0)));
	half = _mm_maskload_epi32((const int *)(const void *)(v + at), half);
	return _mm256_add_epi64(_mm256_cvtepu32_epi64(half), _mm256_and_si256(base, m));
}

LAC_FORCE_ struct lac_acc lac_klm_avx2_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	struct lac_avx2_ t;
	__m256i span, ends, good;
	struct lac_acc r;
	__m128i sum;
	const size_t two = 2 * lac_piece_bytes_(s.kind);
	const uint8_t *v = (const uint8_t *)s.v, *end = v + (s.n & ~15u) / 2 * two;

	t.order = _mm256_broadcastsi128_si256(_mm_set_epi8(LAC_KLM_ORDER_));
	t.lo = lac_same_(x->lo);
	t.key = lac_same_(x->key);
	t.base = _mm256_set_epi64x(0, (long long)s.base, 0, (long long)s.base);
	t.sum = t.most = _mm256_setzero_si256();
	for (; v != end; v += 8 * two, dst += 256) {
		lac_four_avx2_(&t, dst, s.kind, v, two);
		lac_four_avx2_(&t, dst + 64, s.kind, v + 2 * two, two);
		lac_four_avx2_(&t, dst + 128, s.kind, v + 4 * two, two);
		lac_four_avx2_(&t, dst + 192, s.kind, v + 6 * two, two);
	}
	for (end += (s.n & 12u) / 2 * two; v != end; v += 2 * two, dst += 64)
		lac_four_avx2_(&t, dst, s.kind, v, two);
	if (s.n % 4) {
		const __m256i a = lac_lanes_(s.n % 4, 0), b = lac_lanes_(s.n % 4, 2);

		lac_part_avx2_(&t, dst, lac_some_avx2_(s.kind, v, 0, t.base, a), a);
		lac_part_avx2_(&t, dst + 32, lac_some_avx2_(s.kind, v, two, t.base, b), b);
	}
	/* the signs: no maximum and no end is above 2^63, and each end is below */
	span = _mm256_sub_epi64(lac_same_(x->hi), t.lo);
	ends = _mm256_add_epi64(t.most, _mm256_bsrli_epi128(t.most, 8));
	good = _mm256_andnot_si256(_mm256_or_si256(t.most, ends), _mm256_sub_epi64(ends, span));
	sum = _mm_add_epi64(_mm256_castsi256_si128(t.sum), _mm256_extracti128_si256(t.sum, 1));
	r.sum = (uint64_t)_mm_extract_epi64(sum, 1);
	r.bad = (uint64_t)_mm256_movemask_pd(_mm256_castsi256_pd(good)) ^ 15;
	return r;
}
#endif

#if defined(LAC_HAS_AVX512_)
LAC_FORCE_ __m512i lac_same512_(const uint64_t *p)
{
	return _mm512_loadu_si512(p);
}

/* Four pieces, as far as their lanes are in @m; others are 0. */
LAC_FORCE_ __m512i lac_some_avx512_(uint32_t kind, const void *v, __m512i base, __mmask8 m)
{
	if (kind == LAC_SRC_IOV)
		return _mm512_maskz_loadu_epi64(m, v);
	return _mm512_maskz_add_epi64(
		m, _mm512_cvtepu32_epi64(_mm256_maskz_loadu_epi32(m, v)), base);
}

LAC_FORCE_ __m512i lac_piece_avx512_(uint32_t kind, const void *v, __m512i base)
{
	if (kind == LAC_SRC_IOV)
		return _mm512_loadu_si512(v);
	return _mm512_add_epi64(
		_mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)v)), base);
}

/* as one constant: a broadcast would be repeated wherever it is used */
#define LAC_KLM_ORDER512_ \
	_mm512_set_epi8(LAC_KLM_ORDER_, LAC_KLM_ORDER_, LAC_KLM_ORDER_, LAC_KLM_ORDER_)

struct lac_avx512_ {
	__m512i order, lo, key, base, sum, most;
};

LAC_FORCE_ void lac_turn_avx512_(struct lac_avx512_ *t, uint8_t *dst, __m512i e)
{
	_mm512_storeu_si512(dst, _mm512_or_si512(_mm512_shuffle_epi8(e, t->order), t->key));
	t->sum = _mm512_add_epi64(t->sum, e);
	t->most = _mm512_max_epu64(t->most, _mm512_sub_epi64(e, t->lo));
}

/* Two lanes of 8 bytes a piece, of which there are at most 4. */
LAC_FORCE_ __mmask8 lac_lanes512_(uint32_t n)
{
	static const uint8_t lanes[5] = {0, 3, 15, 63, 255};

	LAC_UNKNOWN_(n); /* known to be more where this is not reached, it is warned of */
	return _load_mask8((__mmask8 *)(uintptr_t)&lanes[n]);
}

/* Of the upper words of all pairs. */
LAC_FORCE_ uint64_t lac_sum512_(__m512i v)
{
	const __m256i two = _mm256_add_epi64(
		_mm512_castsi512_si256(v), _mm512_extracti64x4_epi64(v, 1));
	const __m128i one = _mm_add_epi64(
		_mm256_castsi256_si128(two), _mm256_extracti128_si256(two, 1));

	return (uint64_t)_mm_extract_epi64(one, 1);
}

LAC_FORCE_ struct lac_acc lac_klm_avx512_(
	uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	struct lac_avx512_ t;
	__m512i span, ends;
	struct lac_acc r;
	const size_t four = 4 * lac_piece_bytes_(s.kind);
	const uint8_t *v = (const uint8_t *)s.v, *end = v + (s.n & ~15u) / 4 * four;

	t.order = LAC_KLM_ORDER512_;
	t.lo = lac_same512_(x->lo);
	t.key = lac_same512_(x->key);
	t.base = _mm512_broadcast_i64x2(_mm_set_epi64x(0, (long long)s.base));
	t.sum = t.most = _mm512_setzero_si512();
	for (; v != end; v += 4 * four, dst += 256) {
		lac_turn_avx512_(&t, dst, lac_piece_avx512_(s.kind, v, t.base));
		lac_turn_avx512_(&t, dst + 64, lac_piece_avx512_(s.kind, v + four, t.base));
		lac_turn_avx512_(&t, dst + 128, lac_piece_avx512_(s.kind, v + 2 * four, t.base));
		lac_turn_avx512_(&t, dst + 192, lac_piece_avx512_(s.kind, v + 3 * four, t.base));
	}
	for (end += (s.n & 12u) / 4 * four; v != end; v += four, dst += 64)
		lac_turn_avx512_(&t, dst, lac_piece_avx512_(s.kind, v, t.base));
	if (s.n % 4) {
		const __mmask8 m = lac_lanes512_(s.n % 4);
		const __m512i e = lac_some_avx512_(s.kind, v, t.base, m);

		_mm512_storeu_si512(dst, _mm512_or_si512(_mm512_shuffle_epi8(e, t.order),
						 _mm512_maskz_mov_epi64(m, t.key)));
		t.sum = _mm512_add_epi64(t.sum, e);
		t.most = _mm512_mask_max_epu64(t.most, m, t.most, _mm512_sub_epi64(e, t.lo));
	}
	/* {most of known memory, of a length but 1}; a length of just 2 GiB is looked at closer */
	span = _mm512_sub_epi64(lac_same512_(x->hi), t.lo);
	ends = _mm512_add_epi64(t.most, _mm512_bsrli_epi128(t.most, 8));
	r.sum = lac_sum512_(t.sum);
	r.bad = !_kortestz_mask8_u8(
		_mm512_cmpge_epu64_mask(t.most, span), _mm512_cmpge_epu64_mask(ends, span));
	return r;
}
#endif

#if defined(__aarch64__)
LAC_FORCE_ struct lac_acc lac_klm_neon_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	static const uint8_t at[16] = {11, 10, 9, 8, 255, 255, 255, 255, 7, 6, 5, 4, 3, 2, 1, 0};
	const uint8x16_t order = vld1q_u8(at);
	const uint64x2_t lo = vld1q_u64(x->lo), key = vld1q_u64(x->key);
	const uint64x2_t base = vcombine_u64(vcreate_u64(s.base), vcreate_u64(0));
	uint64x2_t sum = vdupq_n_u64(0), e;
	uint32x4_t most = vdupq_n_u32(0);
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		if (s.kind == LAC_SRC_IOV)
			e = vld1q_u64((const uint64_t *)s.v + (size_t)i * 2);
		else
			e = vaddq_u64(
				vmovl_u32(vld1_u32((const uint32_t *)s.v + (size_t)i * 2)), base);
		vst1q_u8(dst + (size_t)i * 16, vorrq_u8(vqtbl1q_u8(vreinterpretq_u8_u64(e), order),
						       vreinterpretq_u8_u64(key)));
		sum = vaddq_u64(sum, e);
		most = vmaxq_u32(most, vreinterpretq_u32_u64(vsubq_u64(e, lo)));
	}
	lac_klm_pad_(dst, s.n);
	return lac_klm_acc_(vgetq_lane_u64(sum, 1), vgetq_lane_u64(vreinterpretq_u64_u32(most), 0),
		vgetq_lane_u64(vreinterpretq_u64_u32(most), 1), x);
}
#endif

LAC_FORCE_ struct lac_acc lac_klm_loc_(uint8_t *dst, struct lac_src s)
{
	const struct lac_loc *v = (const struct lac_loc *)s.v;
	struct lac_acc r = {0, 0};
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		lac_klm_store_(dst + (size_t)i * 16, v[i].addr, v[i].len, v[i].key.be);
		r.sum += v[i].len;
		r.bad |= ((uint64_t)v[i].len - 1) >> 31;
	}
	lac_klm_pad_(dst, s.n);
	return r;
}

/* One mbuf: where its data is, how long, and the next. */
LAC_FORCE_ const void *lac_mbuf_(const void *m, uint64_t at, uint64_t *addr, uint64_t *len)
{
	const uint8_t *p = (const uint8_t *)m;
	const void *next;
	uint16_t off, bytes;

	memcpy(addr, p, 8);
	memcpy(&off, p + (at >> 16 & 0xffff), 2);
	memcpy(&bytes, p + (at >> 32 & 0xffff), 2);
	memcpy(&next, p + (at & 0xffff), sizeof(next));
	*addr += off;
	*len = bytes;
	return next;
}

/* A chain shorter than it says is `bad`. */
LAC_FORCE_ struct lac_acc lac_klm_mbuf_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	struct lac_acc r = {0, 0};
	const void *m = s.v;
	uint64_t a, l;
	uint32_t i;

	for (i = 0; i < s.n && m; i++) {
		m = lac_mbuf_(m, s.base, &a, &l);
		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, (uint32_t)(x->key[0] >> 32));
		r.sum += l;
		r.bad |= lac_klm_odd_(a, l, x);
	}
	r.bad |= i < s.n;
	lac_klm_pad_(dst, i);
	return r;
}

/* The best form that this file is compiled for. */
#if defined(LAC_HAS_AVX512_)
#define LAC_ISA_HERE_ LAC_ISA_AVX512
#define LAC_KLM_HERE_ lac_klm_avx512_
#elif defined(LAC_HAS_AVX2_)
#define LAC_ISA_HERE_ LAC_ISA_AVX2
#define LAC_KLM_HERE_ lac_klm_avx2_
#elif defined(LAC_HAS_SSE4_)
#define LAC_ISA_HERE_ LAC_ISA_SSE4
#define LAC_KLM_HERE_ lac_klm_sse4_
#elif defined(__aarch64__)
#define LAC_ISA_HERE_ LAC_ISA_NEON
#define LAC_KLM_HERE_ lac_klm_neon_
#else
#define LAC_ISA_HERE_ LAC_ISA_SCALAR
#endif

/* @s.n entries at @dst, zero-padded to a multiple of 4; @s.kind is a constant wherever this is inlined. */
LAC_FORCE_ struct lac_acc lac_klm_fill_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const struct lac_acc bad = {0, 1};

	switch (s.kind) {
#if defined(LAC_KLM_HERE_)
	case LAC_SRC_IOV:
	case LAC_SRC_OL:
		return LAC_KLM_HERE_(dst, s, x);
#else
	case LAC_SRC_IOV:
		return lac_klm_iov_scalar_(dst, s, x);
	case LAC_SRC_OL:
		return lac_klm_ol_scalar_(dst, s, x);
#endif
	case LAC_SRC_LOC:
		return lac_klm_loc_(dst, s);
	case LAC_SRC_MBUF:
		return lac_klm_mbuf_(dst, s, x);
	default:
		return bad;
	}
}

/* Address of the first piece; @s.n is not 0. */
LAC_FORCE_ uint64_t lac_src_first_(struct lac_src s)
{
	uint64_t a = 0, l;

	if (s.kind == LAC_SRC_IOV)
		return (uint64_t)(uintptr_t)((const struct iovec *)s.v)->iov_base;
	if (s.kind == LAC_SRC_OL)
		return s.base + ((const struct lac_ol *)s.v)->off;
	if (s.kind == LAC_SRC_LOC)
		return ((const struct lac_loc *)s.v)->addr;
	if (s.kind == LAC_SRC_MBUF && s.v)
		lac_mbuf_(s.v, s.base, &a, &l);
	return a;
}

#ifdef __cplusplus
}
#endif

#endif
