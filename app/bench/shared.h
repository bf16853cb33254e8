/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Another core that reads what the timed one is about to write: what the reads of an adapter may leave behind. It
 * sleeps while anything is timed.
 */
#ifndef BENCH_SHARED_H
#define BENCH_SHARED_H

#include <stdbool.h>
#include <stddef.h>

/* On the CPU @cpu. False: it could not be started. */
bool shared_start(int cpu);
void shared_stop(void);
bool shared_there(void);
/* Every line of @p has been read over there when this returns. */
void shared_read(const void *p, size_t bytes);

#endif
