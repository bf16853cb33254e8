/* SPDX-License-Identifier: BSD-3-Clause */
/* The application's random choices: one generator, so that a printed seed replays a run. */
#ifndef TESTPMD_RNG_H
#define TESTPMD_RNG_H

#include <stdint.h>

struct rng {
	uint64_t s;
};

/* splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014) */
static inline uint64_t rng_next(struct rng *r)
{
	uint64_t z = (r->s += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

/* 0..@n-1; @n > 0. The bias of the modulo is of no interest here. */
static inline uint64_t rng_below(struct rng *r, uint64_t n)
{
	return rng_next(r) % n;
}

#endif
