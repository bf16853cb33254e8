/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lacuna-bench: what posting and polling cost the CPU, in core cycles and exact instructions, with no device behind
 * the rings.
 */
#include <getopt.h>
#include <sched.h>

#include "clock.h"
#include "measure.h"

static void pin(void)
{
	cpu_set_t all, one;
	int cpu;

	if (sched_getaffinity(0, sizeof(all), &all) < 0)
		return;
	for (cpu = CPU_SETSIZE - 1; cpu > 0 && !CPU_ISSET(cpu, &all); cpu--)
		;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	sched_setaffinity(0, sizeof(one), &one);
}

int main(int argc, char **argv)
{
	static struct rows rows;
	static const struct option options[] = {
		{"only", required_argument, NULL, 'o'},
		{"passes", required_argument, NULL, 'p'},
		{"no-cycles", no_argument, NULL, 'C'},
		{"no-instructions", no_argument, NULL, 'I'},
		{NULL, 0, NULL, 0},
	};
	struct effort effort = {5, 21};
	bool cycles = true, instructions = true;
	const char *only = "";
	struct bench *b;
	unsigned int i, n = 0;
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (c) {
		case 'o':
			only = optarg;
			break;
		case 'p':
			effort.passes = (unsigned int)atoi(optarg);
			break;
		case 'C':
			cycles = false;
			break;
		case 'I':
			instructions = false;
			break;
		default:
			return 2;
		}
	}
	pin();
	b = rows_rig();
	rows_fill(&rows);
	for (i = 0; i < rows.n; i++)
		if (strncmp(rows.row[i].name, only, strlen(only)) == 0)
			rows.row[n++] = rows.row[i];
	rows.n = n;
	if (instructions)
		for (i = 0; i < n; i++)
			bench_must(measure_instructions(&rows.row[i], b) == 0,
				"no single-stepping here");
	if (cycles) {
		clock_init();
		measure_cycles(&rows, b, effort);
		printf("TSC %.0f MHz, core usually %.2f GHz\n", clock_tsc_mhz(), clock_ghz());
	}
	printf("%-28s %9s %9s %9s %9s %9s %12s\n", "operation", "ns", "cycles", "min", "median",
		"max", "instructions");
	for (i = 0; i < n; i++) {
		const struct row *r = &rows.row[i];

		printf("%-28s %9.1f %9.1f %9.1f %9.1f %9.1f %12.1f  kept %u of %u\n", r->name,
			cycles ? clock_ns(r->cycles.best) : 0, r->cycles.best, r->cycles.min,
			r->cycles.med, r->cycles.max, r->instructions, r->cycles.kept,
			r->cycles.tried);
	}
	bench_free(b);
	return 0;
}
