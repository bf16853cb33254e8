/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation: pieces to list entries {byte count, key, address}, each written once, in ascending order,
 * with the checks of all pieces in accumulators that are judged once, behind the loop:
 *
 *   sum   total of the lengths
 *   lens  OR of length - 1: a bit above 30 is set exactly if a piece is empty or over 2 GiB
 *   out   OR of address - lo and hi - address - length: bit 63 is set exactly if a piece begins before
 *         the memory that devices know or ends behind it (addresses are below 2^63)
 *
 * A translator may be coarser, but only in one direction: `bad` set for what is good costs time, as cold code
 * then looks at each piece; `bad` clear for what is bad is a defect. Each has a form per instruction set, which
 * a switch over lac_sq.isa chooses; they are compared bit for bit by a test.
 */
#ifndef LACUNA_HOT_KLM_H
#define LACUNA_HOT_KLM_H

#include <string.h>
#if defined(__SSSE3__)
#include <tmmintrin.h>
#endif

#include <lacuna/hot/wqe.h>
#include <lacuna/src.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a translation found. */
struct lac_acc {
	uint64_t sum;
	uint64_t bad; /* 0: every piece is fine */
};

/* What all entries have in common. */
struct lac_klm_ctx {
	uint64_t lo, hi; /* known memory */
	uint32_t key;    /* wire order */
};

static inline void lac_store64_(void *p, uint64_t v)
{
	memcpy(p, &v, 8);
}

static inline void lac_store32_(void *p, uint32_t v)
{
	memcpy(p, &v, 4);
}

static inline void lac_klm_store_(uint8_t *dst, uint64_t addr, uint32_t len, uint32_t key)
{
	lac_store64_(dst, __builtin_bswap32(len) | (uint64_t)key << 32);
	lac_store64_(dst + 8, __builtin_bswap64(addr));
}

/* Entries of byte count 0 behind the last, up to a multiple of 4: the device reads lists in such groups. */
static inline void lac_klm_pad_(uint8_t *dst, uint32_t n)
{
	for (; n & 3; n++)
		memset(dst + (size_t)n * 16, 0, 16);
}

static inline struct lac_acc lac_acc_judge_(uint64_t sum, uint64_t lens, uint64_t out)
{
	struct lac_acc a = {sum, lens >> 31 | out >> 63};
	return a;
}

static inline struct lac_acc lac_klm_iov_scalar(
	uint8_t *dst, const struct iovec *v, uint32_t n, const struct lac_klm_ctx *x)
{
	uint64_t sum = 0, lens = 0, out = 0;
	uint32_t i;

	for (i = 0; i < n; i++) {
		uint64_t a = (uint64_t)(uintptr_t)v[i].iov_base, l = v[i].iov_len;

		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, x->key);
		sum += l;
		lens |= l - 1;
		out |= (a - x->lo) | (x->hi - a - l);
	}
	lac_klm_pad_(dst, n);
	return lac_acc_judge_(sum, lens, out);
}

#if defined(__SSSE3__)
static inline struct lac_acc lac_klm_iov_ssse3(
	uint8_t *dst, const struct iovec *v, uint32_t n, const struct lac_klm_ctx *x)
{
	const __m128i order = _mm_set_epi8(0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, 8, 9, 10, 11);
	const __m128i key = _mm_set_epi32(0, 0, (int)x->key, 0);
	const __m128i lo_one = _mm_set_epi64x(1, (long long)x->lo);
	const __m128i hi = _mm_set_epi64x(0, (long long)x->hi);
	__m128i sum = _mm_setzero_si128(), low = sum, out = sum;
	uint32_t i;

	LAC_STATIC_ASSERT(sizeof(struct iovec) == 16, "an iovec is two words");
	for (i = 0; i < n; i++) {
		__m128i e = _mm_loadu_si128((const __m128i *)(const void *)&v[i]);
		__m128i end = _mm_add_epi64(e, _mm_shuffle_epi32(e, 0x4e));

		_mm_storeu_si128((__m128i *)(void *)(dst + (size_t)i * 16),
			_mm_or_si128(_mm_shuffle_epi8(e, order), key));
		sum = _mm_add_epi64(sum, e);
		low = _mm_or_si128(low, _mm_sub_epi64(e, lo_one));
		out = _mm_or_si128(out, _mm_sub_epi64(hi, end));
	}
	lac_klm_pad_(dst, n);
	return lac_acc_judge_((uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sum, sum)),
		(uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(low, low)),
		(uint64_t)_mm_cvtsi128_si64(_mm_or_si128(low, out)));
}
#define LAC_KLM_IOV_ lac_klm_iov_ssse3
#else
#define LAC_KLM_IOV_ lac_klm_iov_scalar
#endif

static inline struct lac_acc lac_klm_ol_(uint8_t *dst, uint64_t base, const struct lac_ol *v,
	uint32_t n, const struct lac_klm_ctx *x)
{
	uint64_t sum = 0, lens = 0, out = 0;
	uint32_t i;

	for (i = 0; i < n; i++) {
		uint64_t a = base + v[i].off, l = v[i].len;

		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, x->key);
		sum += l;
		lens |= l - 1;
		out |= (a - x->lo) | (x->hi - a - l);
	}
	lac_klm_pad_(dst, n);
	return lac_acc_judge_(sum, lens, out);
}

static inline struct lac_acc lac_klm_loc_(uint8_t *dst, const struct lac_loc *v, uint32_t n)
{
	uint64_t sum = 0, lens = 0;
	uint32_t i;

	for (i = 0; i < n; i++) {
		lac_klm_store_(dst + (size_t)i * 16, v[i].addr, v[i].len, v[i].key.be);
		sum += v[i].len;
		lens |= (uint64_t)v[i].len - 1;
	}
	lac_klm_pad_(dst, n);
	return lac_acc_judge_(sum, lens, 0);
}

/* One mbuf: where its data is, how long, and the next. */
static inline const void *lac_mbuf_(const void *m, uint64_t at, uint64_t *addr, uint64_t *len)
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
static inline struct lac_acc lac_klm_mbuf_(
	uint8_t *dst, const void *m, uint64_t at, uint32_t n, const struct lac_klm_ctx *x)
{
	uint64_t sum = 0, lens = 0, out = 0, a, l;
	uint32_t i;

	for (i = 0; i < n && m; i++) {
		m = lac_mbuf_(m, at, &a, &l);
		lac_klm_store_(dst + (size_t)i * 16, a, (uint32_t)l, x->key);
		sum += l;
		lens |= l - 1;
		out |= (a - x->lo) | (x->hi - a - l);
	}
	lac_klm_pad_(dst, i);
	return lac_acc_judge_(sum, i < n ? UINT64_MAX : lens, out);
}

/* @s.n entries at @dst, zero-padded to a multiple of 4; @s.kind is a constant wherever this is inlined. */
static inline __attribute__((always_inline)) struct lac_acc lac_klm_fill_(
	uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const struct lac_acc bad = {0, 1};

	switch (s.kind) {
	case LAC_SRC_IOV:
		return LAC_KLM_IOV_(dst, (const struct iovec *)s.v, s.n, x);
	case LAC_SRC_OL:
		return lac_klm_ol_(dst, s.base, (const struct lac_ol *)s.v, s.n, x);
	case LAC_SRC_LOC:
		return lac_klm_loc_(dst, (const struct lac_loc *)s.v, s.n);
	case LAC_SRC_MBUF:
		return lac_klm_mbuf_(dst, s.v, s.base, s.n, x);
	default:
		return bad;
	}
}

/* Address of the first piece; @s.n is not 0. */
static inline __attribute__((always_inline)) uint64_t lac_src_first_(struct lac_src s)
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
