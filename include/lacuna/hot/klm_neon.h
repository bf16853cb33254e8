/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation with NEON's vectors of one piece each (klm.h).
 */
#ifndef LACUNA_HOT_KLM_NEON_H
#define LACUNA_HOT_KLM_NEON_H

#include <lacuna/hot/klm_part.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__aarch64__)
LAC_FORCE_ struct lac_acc lac_klm_neon_(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *q)
{
	static const uint8_t at[2][16] = {
		{11, 10, 9, 8, 255, 255, 255, 255, 7, 6, 5, 4, 3, 2, 1, 0},
		{11, 10, 9, 8, 12, 13, 14, 15, 7, 6, 5, 4, 3, 2, 1, 0}};
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, q);
	const uint8x16_t order = vld1q_u8(at[s.kind == LAC_SRC_LOC]);
	const uint64x2_t lens = vcombine_u64(vcreate_u64(0), vcreate_u64(0xffffffff));
	const uint64x2_t lo = vld1q_u64(x->lo), key = vld1q_u64(x->key);
	const uint64x2_t base = vcombine_u64(vcreate_u64(s.base), vcreate_u64(0));
	uint64x2_t sum = vdupq_n_u64(0), e;
	uint32x4_t most = vdupq_n_u32(0);
	const void *m = s.v;
	struct lac_acc r;
	uint64_t a, l;
	uint32_t i;

	for (i = 0; i < s.n; i++) {
		if (s.kind == LAC_SRC_MBUF) {
			if (!m)
				break;
			m = lac_mbuf_(m, s.base, &a, &l);
			e = vcombine_u64(vcreate_u64(a), vcreate_u64(l));
		} else if (s.kind == LAC_SRC_OL) {
			e = vaddq_u64(
				vmovl_u32(vld1_u32((const uint32_t *)s.v + (size_t)i * 2)), base);
		} else {
			e = vld1q_u64((const uint64_t *)s.v + (size_t)i * 2);
		}
		vst1q_u8(dst + (size_t)i * 16, vorrq_u8(vqtbl1q_u8(vreinterpretq_u8_u64(e), order),
						       vreinterpretq_u8_u64(key)));
		if (s.kind == LAC_SRC_LOC)
			e = vandq_u64(e, lens);
		sum = vaddq_u64(sum, e);
		most = vmaxq_u32(most, vreinterpretq_u32_u64(vsubq_u64(e, lo)));
	}
	lac_klm_pad_(dst, i);
	r = lac_klm_acc_(vgetq_lane_u64(sum, 1), vgetq_lane_u64(vreinterpretq_u64_u32(most), 0),
		vgetq_lane_u64(vreinterpretq_u64_u32(most), 1), x);
	r.bad |= i < s.n;
	return r;
}
#endif

#ifdef __cplusplus
}
#endif

#endif
