/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Exact instruction counts: a forked child sets the CPU's trap flag, so that every instruction ends in a signal, which is
 * counted. Two runs of different lengths differ by the operations only, so what surrounds them drops out. No
 * second process steps the first, as a debugger would: on a machine that does other things each step would
 * wait for its turn.
 */
#ifndef BENCH_ICOUNT_H
#define BENCH_ICOUNT_H

#include <stdint.h>

/* Instructions of @fn(@arg, @ops) and a few around it; negative errno, -ENOTSUP where there is no trap flag. */
int64_t icount_steps(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops);

#endif
