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
 * Pieces under keys of their own go the same way: what is counted of them is {0, length}, held against bounds of its own.
 *
 * One form per instruction set. A caller compiled for AVX2 or AVX-512 inlines its own; else a switch over
 * lac_sq.isa calls the library's. They are compared bit for bit by a test.
 *
 * The wide forms take a line, 4 entries, at a time. The last line's pieces are masked, so its loads come first and count
 * first; then a jump to as many lines as there are more: no line has a branch of its own.
 */
#ifndef LACUNA_HOT_KLM_H
#define LACUNA_HOT_KLM_H

#include <lacuna/hot/klm_avx512.h>
#include <lacuna/hot/klm_neon.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The best form that this file is compiled for. */
#if defined(LAC_HAS_AVX512_)
#define LAC_ISA_HERE_  LAC_ISA_AVX512
#define LAC_LIST_HERE_ lac_list_avx512_
#elif defined(LAC_HAS_AVX2_)
#define LAC_ISA_HERE_  LAC_ISA_AVX2
#define LAC_LIST_HERE_ lac_list_avx2_
#elif defined(LAC_HAS_SSE4_)
#define LAC_ISA_HERE_ LAC_ISA_SSE4
#define LAC_KLM_HERE_ lac_klm_sse4_
#elif defined(__aarch64__)
#define LAC_ISA_HERE_ LAC_ISA_NEON
#define LAC_KLM_HERE_ lac_klm_neon_
#else
#define LAC_ISA_HERE_ LAC_ISA_SCALAR
#endif

/*
 * The list @s of at least one piece, zero-padded to whole lines: @d is where its last line stands, @last the entries before.
 * @few: these are of a list in a WQE. @s.kind is a constant wherever this is inlined.
 */
LAC_FORCE_ struct lac_acc lac_list_(
	uint8_t *d, struct lac_src s, uint64_t last, const struct lac_klm_ctx *x, int few)
{
	const struct lac_acc bad = {0, 1};

	if (!lac_kind_known_(s.kind))
		return bad;
#if defined(LAC_LIST_HERE_)
	return LAC_LIST_HERE_(d, s, last, x, few);
#elif defined(LAC_KLM_HERE_)
	(void)few;
	return LAC_KLM_HERE_(d - last * 16, s, x);
#else
	(void)few;
	switch (s.kind) {
	case LAC_SRC_IOV:
		return lac_klm_iov_scalar_(d - last * 16, s, x);
	case LAC_SRC_OL:
		return lac_klm_ol_scalar_(d - last * 16, s, x);
	case LAC_SRC_LOC:
		return lac_klm_loc_scalar_(d - last * 16, s);
	default:
		return lac_klm_mbuf_scalar_(d - last * 16, s, x);
	}
#endif
}

/* The same of any length at @dst. */
LAC_FORCE_ struct lac_acc lac_klm_fill_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	const uint64_t last = (s.n - 1) & ~3u;

	return lac_list_(dst + last * 16, s, last, x, 0);
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
