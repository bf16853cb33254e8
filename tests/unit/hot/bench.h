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

#define BENCH_KIDS (4 * BENCH_KEYS)

/* All that a device or a caller can see, of a queue and its keys. */
struct snapshot {
	uint32_t pi, ci, rung, list_pi, list_ci, record;
	uint64_t db, uar;
	uint32_t fm;
	uint8_t rd;
	struct lac_key key[BENCH_KEYS], kid[BENCH_KIDS];
	uint8_t ring[BENCH_BB_MAX * 64];
	struct lac_wr wr[BENCH_BB_MAX];
	uint8_t list[BENCH_UNITS_MAX * LAC_LIST_UNIT];
};
void bench_take(const struct bench *b, struct snapshot *s);
void bench_same(const struct bench *b, const struct snapshot *s);

/* A call that is refused with @err, and has changed nothing. */
#define REFUSED(b, s, call, err)             \
	do {                                 \
		bench_take(b, s);            \
		assert_int_equal(call, err); \
		bench_same(b, s);            \
	} while (0)

uint64_t bench_rand(void); /* from LAC_TEST_SEED, which is printed */
/* lac_isa_usable(), asked once: a virtual machine's CPU takes long to answer */
bool bench_isa(uint32_t isa);

#endif
