/* SPDX-License-Identifier: BSD-3-Clause */
#include "bench.h"

#include <time.h>

uint64_t bench_rand(void)
{
	static uint64_t x;
	static bool seeded;
	uint64_t z;

	if (!seeded) {
		const char *s = getenv("LAC_TEST_SEED");

		x = s ? strtoull(s, NULL, 0) : (uint64_t)time(NULL) * 1000003u;
		print_message("seed %llu (LAC_TEST_SEED replays)\n", (unsigned long long)x);
		seeded = true;
	}
	x += 0x9e3779b97f4a7c15u;
	z = x;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

bool bench_isa(uint32_t isa)
{
	static bool usable[LAC_ISA_COUNT], asked;
	uint32_t i;

	for (i = 0; i < LAC_ISA_COUNT && !asked; i++)
		usable[i] = lac_isa_usable(i);
	asked = true;
	return usable[isa];
}
