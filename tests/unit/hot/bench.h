/* SPDX-License-Identifier: BSD-3-Clause */
/* What the tests of posting and polling include: the rig, cmocka, and randomness that can be replayed. */
#ifndef UNIT_HOT_BENCH_H
#define UNIT_HOT_BENCH_H

#include "rig.h"

#include "mlx5/umr.h"
#include "unit.h"

/* A test compiled for vectors that this CPU does not have says so and is skipped. */
#if defined(LAC_HAS_AVX512_)
#define BENCH_NEEDS "avx512bw"
#elif defined(LAC_HAS_AVX2_)
#define BENCH_NEEDS "avx2"
#endif
#if defined(BENCH_NEEDS)
__attribute__((constructor)) static void bench_cpu(void)
{
	if (__builtin_cpu_supports(BENCH_NEEDS))
		return;
	puts("this CPU does not have " BENCH_NEEDS);
	exit(77);
}
#endif

uint64_t bench_rand(void); /* from LAC_TEST_SEED, which is printed */
/* lac_isa_usable(), asked once: a virtual machine's CPU takes long to answer */
bool bench_isa(uint32_t isa);

#endif
