/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A row of the table: a case, how a round of it is prepared, and what was measured. Preparing (completions, keys set free)
 * is never timed.
 */
#ifndef BENCH_ROW_H
#define BENCH_ROW_H

#include "work.h"

#define ROWS_MAX 400u

/* Core cycles per operation. */
struct figures {
	double best; /* lowest of the passes' medians: the figure that is quoted */
	double min, med, max;
	uint32_t kept, tried; /* rounds */
};

struct row {
	char name[64]; /* operation/source/pieces/operations per doorbell */
	run_fn *run;
	enum op op;
	unsigned int kind, n, batch;
	uint32_t bb, units; /* WQEBBs and list units of an operation */
	uint32_t ops;       /* in a round */
	struct figures cycles;
	double instructions; /* per operation; below 0: not counted */
};

struct rows {
	struct row row[ROWS_MAX];
	unsigned int n;
};

/* All rows; @b is the rig they run on. */
void rows_fill(struct rows *rows);
/* The rig that rows run on: a ring of 64 KiB, the library's default list ring. */
struct bench *rows_rig(void);
/* An idle ring, keys as the operation wants them. */
void row_prepare(const struct row *r, struct run *x);
/* What a run of @r needs, over @b. */
void row_bind(const struct row *r, struct bench *b, struct run *x);

#endif
