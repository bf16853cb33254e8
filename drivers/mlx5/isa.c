/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Which form of translation: a small number, chosen when a queue is made, from what the CPU has and how wide EAL lets
 * vectors be; on the data path a switch over it, which is well predicted, to direct calls.
 */
#include "mlx5/umr.h"

#if defined(__x86_64__)
#define ALLOW_EXPERIMENTAL_API /* rte_vect_get_max_simd_bitwidth() in DPDK 22.11 */
#include <rte_cpuflags.h>
#include <rte_vect.h>

static bool has(const enum rte_cpu_flag_t *flag, unsigned int n)
{
	while (n--)
		if (rte_cpu_get_flag_enabled(flag[n]) != 1)
			return false;
	return true;
}

/* What the files of each form are compiled for (meson.build). */
bool lac_isa_usable(unsigned int isa)
{
	static const enum rte_cpu_flag_t avx512[] = {RTE_CPUFLAG_AVX512F, RTE_CPUFLAG_AVX512BW,
		RTE_CPUFLAG_AVX512VL, RTE_CPUFLAG_AVX512DQ, RTE_CPUFLAG_AVX2, RTE_CPUFLAG_BMI2,
		RTE_CPUFLAG_MOVBE};
	static const enum rte_cpu_flag_t avx2[] = {
		RTE_CPUFLAG_AVX2, RTE_CPUFLAG_BMI2, RTE_CPUFLAG_MOVBE};

	switch (isa) {
	case LAC_ISA_AVX512:
		return has(avx512, RTE_DIM(avx512));
	case LAC_ISA_AVX2:
		return has(avx2, RTE_DIM(avx2));
	default:
		return isa == LAC_ISA_HERE_ || isa == LAC_ISA_SCALAR;
	}
}

unsigned int lac_isa_best(void)
{
	const uint16_t bits = rte_vect_get_max_simd_bitwidth();

	if (bits >= RTE_VECT_SIMD_512 && lac_isa_usable(LAC_ISA_AVX512))
		return LAC_ISA_AVX512;
	if (bits >= RTE_VECT_SIMD_256 && lac_isa_usable(LAC_ISA_AVX2))
		return LAC_ISA_AVX2;
	return LAC_ISA_HERE_;
}
#else
bool lac_isa_usable(unsigned int isa)
{
	return isa == LAC_ISA_HERE_ || isa == LAC_ISA_SCALAR;
}

unsigned int lac_isa_best(void)
{
	return LAC_ISA_HERE_;
}
#endif

struct lac_acc lac_klm_any(
	unsigned int isa, uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	switch (isa) {
#if defined(__x86_64__)
	case LAC_ISA_AVX512:
		return lac_klm_avx512(dst, &s, x);
	case LAC_ISA_AVX2:
		return lac_klm_avx2(dst, &s, x);
#endif
	case LAC_ISA_SCALAR:
		switch (s.kind) {
		case LAC_SRC_IOV:
			return lac_klm_iov_scalar_(dst, s, x);
		case LAC_SRC_OL:
			return lac_klm_ol_scalar_(dst, s, x);
		case LAC_SRC_LOC:
			return lac_klm_loc_scalar_(dst, s);
		case LAC_SRC_MBUF:
			return lac_klm_mbuf_scalar_(dst, s, x);
		default:
			return (struct lac_acc){0, 1};
		}
	default:
		return lac_klm_here(dst, &s, x);
	}
}

int lac_sq_map_any(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	switch (q->isa) {
#if defined(__x86_64__)
	case LAC_ISA_AVX512:
		return lac_map_avx512(q, k, m);
	case LAC_ISA_AVX2:
		return lac_map_avx2(q, k, m);
#endif
	default:
		return lac_map_here(q, k, m);
	}
}

/* Piece by piece, as maxima of different pieces may leave known memory though no piece does. */
LAC_COLD uint64_t lac_klm_recheck(const struct lac_src *s, const struct lac_klm_ctx *x)
{
	const struct lac_klm_ctx *const bounds = lac_ctx_(s->kind, x);
	struct lac_pieces it;
	uint64_t bad = 0;
	uint32_t i;

	lac_pieces_of(&it, *s, 0);
	for (i = 0; i < s->n; i++) {
		if (!lac_piece_load(&it))
			return 1;
		bad |= lac_klm_odd_(s->kind == LAC_SRC_LOC ? 0 : it.addr, it.len, bounds);
	}
	return bad;
}
