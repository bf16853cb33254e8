/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Exact instruction counts: a forked child is stepped, instruction by instruction, from a stop to its end. Two runs
 * of different lengths differ by the operations only, so what surrounds them drops out.
 */
#ifndef BENCH_ICOUNT_H
#define BENCH_ICOUNT_H

#include <stdint.h>

/* Instructions of @fn(@arg, @ops) and of ending the child; negative errno if it could not be stepped. */
int64_t icount_steps(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops);

#endif
