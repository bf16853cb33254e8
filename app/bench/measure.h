/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Measuring rows. All rows are gone through once a pass, so that a bad moment of the machine hits many rows once and not one
 * row always.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include "row.h"

struct effort {
	unsigned int passes, rounds;
};

void measure_cycles(struct rows *rows, struct bench *b, struct effort e);
/* Exact, per operation, without the padding at the ring's end. 0, or negative errno. */
int measure_instructions(struct row *r, struct bench *b);

#endif
