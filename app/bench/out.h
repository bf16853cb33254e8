/* SPDX-License-Identifier: BSD-3-Clause */
/* What was measured: as a table, as JSON, as a picture. */
#ifndef BENCH_OUT_H
#define BENCH_OUT_H

#include <stdio.h>

#include "row.h"

struct shown {
	bool cycles, instructions; /* which were measured */
};

void out_table(FILE *f, const struct rows *rows, struct shown s);
/* 0, or -1 with errno. */
int out_json(const char *path, const struct rows *rows, struct shown s);
/* By gnuplot, a PNG. 0, or -1: there is no gnuplot, or it failed and has said why. */
int out_plot(const char *path, const struct rows *rows);

#endif
