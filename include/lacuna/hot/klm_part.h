/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What all forms of translation share (klm.h): bounds, stores, the exact verdict on one piece, and the forms without
 * vectors, which the others must equal.
 */
#ifndef LACUNA_HOT_KLM_PART_H
#define LACUNA_HOT_KLM_PART_H

#include <string.h>
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE4_1__)
/* no more than is used: the other header takes a compiler longer than all else here */
#include <smmintrin.h>
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

/* The bounds of {0, length}: what is counted of pieces whose addresses are in their own keys' spaces. */
#define LAC_FOUR_TIMES_(a, b) a, b, a, b, a, b, a, b
static const struct lac_klm_ctx lac_loc_ctx_ = {
	{LAC_FOUR_TIMES_(0, 1)}, {LAC_FOUR_TIMES_(INT64_MAX, LAC_PIECE_MAX)}, {0}};

LAC_FORCE_ const struct lac_klm_ctx *lac_ctx_(uint32_t kind, const struct lac_klm_ctx *x)
{
	return kind == LAC_SRC_LOC ? &lac_loc_ctx_ : x;
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

/* 16 bytes in one store where there are registers for that: the store unit counts stores, whatever their width. */
#if defined(LAC_HAS_SSE4_)
typedef __m128i lac_two_;

LAC_FORCE_ lac_two_ lac_two_of_(uint64_t a, uint64_t b)
{
	return _mm_set_epi64x((long long)b, (long long)a);
}

LAC_FORCE_ void lac_two_store_(void *p, lac_two_ v)
{
	_mm_storeu_si128((__m128i *)p, v);
}
#else
typedef struct {
	uint64_t a, b;
} lac_two_;

LAC_FORCE_ lac_two_ lac_two_of_(uint64_t a, uint64_t b)
{
	lac_two_ v = {a, b};

	return v;
}

LAC_FORCE_ void lac_two_store_(void *p, lac_two_ v)
{
	lac_store64_(p, v.a);
	lac_store64_((uint8_t *)p + 8, v.b);
}
#endif

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

LAC_FORCE_ struct lac_acc lac_klm_loc_scalar_(uint8_t *dst, struct lac_src s)
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
LAC_FORCE_ struct lac_acc lac_klm_mbuf_scalar_(
	uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
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

LAC_STATIC_ASSERT(sizeof(struct iovec) == 16, "an iovec is two words");
LAC_STATIC_ASSERT(sizeof(struct lac_ol) == 8, "two halves of words");
LAC_STATIC_ASSERT(sizeof(struct lac_loc) == 16, "a word, and halves of another");
LAC_STATIC_ASSERT(offsetof(struct lac_loc, key) == 12, "the key is the upper half");

LAC_FORCE_ int lac_kind_known_(uint32_t kind)
{
	return kind >= LAC_SRC_IOV && kind <= LAC_SRC_MBUF;
}

/* Bytes of a piece where it is listed. */
LAC_FORCE_ size_t lac_piece_bytes_(uint32_t kind)
{
	return kind == LAC_SRC_OL ? sizeof(struct lac_ol) : sizeof(struct iovec);
}

#ifdef __cplusplus
}
#endif

#endif
