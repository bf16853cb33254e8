/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lacuna-bench: what posting and polling cost the CPU, in core cycles and exact instructions, with no device behind
 * the rings. doc/performance.md tells the method.
 */
#include <getopt.h>
#include <sched.h>

#include "clock.h"
#include "measure.h"
#include "out.h"
#include "plant.h"
#include "shared.h"

#define COUNTED_MAX 1024u /* pieces a doorbell: more take too many steps, and tell nothing new */

static const char USAGE[] =
	"lacuna-bench [OPTION...]: what posting and polling cost, without an adapter\n"
	"  --only NAME,...    these rows (operation/source/pieces/a doorbell); patterns, and names "
	"may end\n"
	"                     before a slash: map_write/iov, '*/4/1'\n"
	"  --passes N         times that all rows are gone through (15)\n"
	"  --rounds N         rounds of a row in a pass (41)\n"
	"  --no-cycles        exact instruction counts only\n"
	"  --no-instructions  cycles only\n"
	"  --json FILE        the same as JSON\n"
	"  --plot FILE        cycles against pieces, a PNG; needs gnuplot\n"
	"  --plant            no measuring: spoil each byte, and see that the checker sees it\n";

struct options {
	const char *only, *json, *plot;
	bool plant;
	struct effort effort;
	struct shown shown;
};

static int parse(int argc, char **argv, struct options *o)
{
	static const struct option names[] = {
		{"only", required_argument, NULL, 'o'},
		{"passes", required_argument, NULL, 'p'},
		{"rounds", required_argument, NULL, 'r'},
		{"no-cycles", no_argument, NULL, 'C'},
		{"no-instructions", no_argument, NULL, 'I'},
		{"json", required_argument, NULL, 'j'},
		{"plot", required_argument, NULL, 'P'},
		{"plant", no_argument, NULL, 'x'},
		{"help", no_argument, NULL, 'h'},
		{NULL, 0, NULL, 0},
	};
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 'o')
			o->only = optarg;
		else if (c == 'p')
			o->effort.passes = (unsigned int)atoi(optarg);
		else if (c == 'r')
			o->effort.rounds = (unsigned int)atoi(optarg);
		else if (c == 'C')
			o->shown.cycles = false;
		else if (c == 'I')
			o->shown.instructions = false;
		else if (c == 'j')
			o->json = optarg;
		else if (c == 'P')
			o->plot = optarg;
		else if (c == 'x')
			o->plant = true;
		else
			return -1;
	}
	return optind == argc ? 0 : -1;
}

/* On the last CPU that we may use; the one before it reads shared lines. */
static void pin(void)
{
	cpu_set_t all, one;
	int cpu = CPU_SETSIZE, other;

	if (sched_getaffinity(0, sizeof(all), &all) < 0)
		return;
	while (--cpu > 0 && !CPU_ISSET(cpu, &all))
		;
	other = cpu;
	while (--other >= 0 && !CPU_ISSET(other, &all))
		;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	sched_setaffinity(0, sizeof(one), &one);
	if (other < 0 || !shared_start(other))
		fprintf(stderr,
			"lacuna-bench: no second CPU: lines shared with another core are not "
			"measured\n");
}

static int plant(struct rows *rows)
{
	unsigned int i, n = 0, blind = 0;

	for (i = 0; i < rows->n; i++)
		blind += !plant_row(&rows->row[i], &n);
	printf("%u errors planted, %u rows where one was not seen\n", n, blind);
	return blind != 0 || n == 0;
}

static int measure(struct rows *rows, const struct options *o)
{
	unsigned int i;
	bool right = true;
	int err = 0;

	for (i = 0; i < rows->n && o->shown.instructions && err == 0; i++)
		if (err != -ENOTSUP && !rows->row[i].shared &&
			rows->row[i].n * rows->row[i].batch <= COUNTED_MAX)
			err = measure_instructions(&rows->row[i]);
	if (err < 0 && err != -ENOTSUP) {
		fprintf(stderr, "lacuna-bench: instructions could not be counted: %s\n",
			strerror(-err));
		return 1;
	}
	if (o->shown.cycles) {
		clock_init();
		right = measure_cycles(rows, o->effort);
	}
	out_table(stdout, rows, o->shown);
	if (o->json && out_json(o->json, rows, o->shown) < 0) {
		fprintf(stderr, "lacuna-bench: %s: %s\n", o->json, strerror(errno));
		return 1;
	}
	if (o->plot && out_plot(o->plot, rows) < 0)
		return 1;
	return !right;
}

int main(int argc, char **argv)
{
	static struct rows rows;
	struct options o = {
		.only = "",
		.effort = {15, 41},
		.shown = {true, true},
	};
	int rc;

	if (parse(argc, argv, &o) < 0) {
		fputs(USAGE, stderr);
		return 2;
	}
	pin();
	rows_fill(&rows, &(struct choice){o.only, o.shown.cycles && !o.plant});
	if (rows.n == 0) {
		fprintf(stderr, "lacuna-bench: no row is named %s\n", o.only);
		return 2;
	}
	rc = o.plant ? plant(&rows) : measure(&rows, &o);
	rows_free(&rows);
	if (shared_there())
		shared_stop();
	return rc;
}
