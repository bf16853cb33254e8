/* SPDX-License-Identifier: BSD-3-Clause */
/* The picture: registration, WRITE and doorbell against the number of pieces, and the limit below them. */
#include "out.h"

static const char SCRIPT[] = "set terminal pngcairo size 1000,640 font 'sans,11'\n"
			     "set logscale xy\n"
			     "set grid\n"
			     "set key left top\n"
			     "set xlabel 'pieces'\n"
			     "set ylabel 'core cycles per operation'\n"
			     "set title 'register + WRITE, no device: one doorbell each, sixteen a "
			     "doorbell, and the limit'\n";

/* Points of the rows of one batch; returns how many. */
static unsigned int points(FILE *f, const struct rows *rows, unsigned int batch, bool limit)
{
	unsigned int i, n = 0;

	for (i = 0; i < rows->n; i++) {
		const struct row *r = &rows->row[i];
		const char *how;
		const double v = limit ? rows_limit(rows, r, &how) : r->cycles.best;

		if (r->op != OP_MAP_WRITE || r->kind != LAC_SRC_IOV || r->batch != batch ||
			r->shared || r->path || v <= 0)
			continue;
		if (f)
			fprintf(f, "%u %.2f\n", r->n, v);
		n++;
	}
	if (f)
		fputs("e\n", f);
	return n;
}

int out_plot(const char *path, const struct rows *rows)
{
	FILE *f;

	if (points(NULL, rows, 1, true) == 0) {
		fprintf(stderr, "lacuna-bench: no cycles to plot\n");
		return -1;
	}
	f = popen("gnuplot", "w");
	if (!f)
		return -1;
	fprintf(f, "%sset output '%s'\n", SCRIPT, path);
	fprintf(f, "plot '-' with linespoints pt 7 title 'one a doorbell', "
		   "'-' with linespoints pt 5 title 'sixteen a doorbell', "
		   "'-' with linespoints pt 1 lw 2 title 'limit: storing the same bytes'\n");
	points(f, rows, 1, false);
	points(f, rows, 16, false);
	points(f, rows, 1, true);
	return pclose(f) == 0 ? 0 : -1;
}
