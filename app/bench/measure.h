/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Measuring rows. All rows are gone through once a pass, so that a bad moment of the machine hits many rows once and not one
 * row always. After each pass of a row what it left in memory is judged.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include "row.h"

struct effort {
	unsigned int passes, rounds;
};

/* False: something wrong was in the rings; it has been told. */
bool measure_cycles(struct rows *rows, struct effort e);
/* Exact, per operation, without the padding at the ring's end. 0, or negative errno. */
int measure_instructions(struct row *r);

#endif
