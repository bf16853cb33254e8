/* SPDX-License-Identifier: BSD-3-Clause */
#include "measure.h"

#include "clock.h"
#include "icount.h"

#define ROUNDS_MAX 256u
#define KEPT_LEAST 5u /* of a pass: fewer give no median */

static int by_value(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void figures_add(struct figures *f, double *v, unsigned int n)
{
	double med;

	if (n < KEPT_LEAST)
		return;
	qsort(v, n, sizeof(*v), by_value);
	med = v[n / 2];
	if (f->kept == 0 || med < f->best)
		f->best = med;
	if (f->kept == 0 || v[0] < f->min)
		f->min = v[0];
	if (v[n - 1] > f->max)
		f->max = v[n - 1];
	/* of the passes' medians the mean, weighted */
	f->med = (f->med * f->kept + med * n) / (f->kept + n);
	f->kept += n;
}

static bool pass(struct row *r, unsigned int rounds)
{
	double v[ROUNDS_MAX];
	unsigned int i, n = 0;
	const char *bad;
	struct run x;

	row_bind(r, &x);
	for (i = 0; i < 2; i++) {
		row_prepare(r, &x);
		r->run(&x);
	}
	for (i = 0; i < rounds * 3 && n < rounds; i++) {
		struct clock_look before, after;
		uint64_t begin, end;

		row_prepare(r, &x);
		before = clock_look();
		begin = clock_ticks();
		r->run(&x);
		end = clock_ticks();
		after = clock_look();
		r->cycles.tried++;
		if (clock_quiet(&before, &after))
			v[n++] = clock_cycles(end - begin, &before, &after) / r->ops;
	}
	figures_add(&r->cycles, v, n);
	bad = row_check(r, &x);
	if (bad)
		fprintf(stderr, "lacuna-bench: %s: wrong: %s\n", r->name, bad);
	return bad == NULL;
}

bool measure_cycles(struct rows *rows, struct effort e)
{
	unsigned int i, j;
	bool right = true;

	if (e.rounds > ROUNDS_MAX)
		e.rounds = ROUNDS_MAX;
	for (i = 0; i < e.passes; i++)
		for (j = 0; j < rows->n; j++)
			right = pass(&rows->row[j], e.rounds) && right;
	return right;
}

struct counted {
	struct row *row;
	struct run *run;
};

static void counted_run(void *arg, uint32_t ops)
{
	struct counted *c = arg;

	c->run->ops = ops;
	c->row->run(c->run);
}

int measure_instructions(struct row *r)
{
	/* every operation takes the same path, so a few of them are enough */
	const uint32_t one = r->batch ? r->batch : 1;
	const uint32_t most = r->ops < 2 * one ? r->ops : 2 * one;
	struct run x;
	struct counted c = {r, &x};
	int64_t longer, shorter;

	row_bind(r, &x);
	row_prepare(r, &x);
	/* the ring has just begun: there is no padding; a list that is alone is its own measure */
	longer = icount_steps(counted_run, &c, most);
	shorter = icount_steps(counted_run, &c, most > one ? one : 0);
	if (longer < 0 || shorter < 0)
		return (int)(longer < 0 ? longer : shorter);
	r->instructions = (double)(longer - shorter) / (most > one ? most - one : most);
	return 0;
}
