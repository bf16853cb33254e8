/* SPDX-License-Identifier: BSD-3-Clause */
#include "out.h"

#include "clock.h"
#include "path.h"

/* As /proc/cpuinfo names the CPU; "unknown" if it does not. */
static void cpu_name(char *name, size_t size)
{
	char line[256], key[64], value[160];
	FILE *f = fopen("/proc/cpuinfo", "r");
	unsigned int family = 0, model = 0;

	snprintf(name, size, "unknown");
	while (f && fgets(line, sizeof(line), f)) {
		if (sscanf(line, "%63[^\t:]%*[\t: ]%159[^\n]", key, value) != 2)
			continue;
		if (strcmp(key, "cpu family") == 0)
			family = (unsigned int)atoi(value);
		else if (strcmp(key, "model") == 0)
			model = (unsigned int)atoi(value);
		else if (strcmp(key, "model name") == 0)
			snprintf(name, size, "%s", value);
		else if (strcmp(key, "stepping") == 0)
			break;
	}
	if (f)
		fclose(f);
	if (family)
		snprintf(name + strlen(name), size - strlen(name), " (family %u, model %u)", family,
			model);
}

static double bytes_a_cycle(const struct row *r)
{
	return r->op == OP_STORES && r->cycles.best > 0
		       ? (r->bb + r->list_lines) * 64 / r->cycles.best
		       : 0;
}

static void number(FILE *f, double v, bool there)
{
	if (there)
		fprintf(f, " %9.1f", v);
	else
		fprintf(f, " %9s", "-");
}

void out_table(FILE *f, const struct rows *rows, struct shown s)
{
	char cpu[256];
	unsigned int i;

	cpu_name(cpu, sizeof(cpu));
	fprintf(f, "%s, compiled by %s\n", cpu, __VERSION__);
	if (s.cycles)
		fprintf(f, "time-stamp counter %.0f MHz, core %.2f GHz\n", clock_tsc_mhz(),
			clock_ghz());
	path_table(f);
	fprintf(f, "bytes of memory per key: %zu, and %zu for the free list and the number\n",
		sizeof(struct lac_key), 2 * sizeof(uint32_t) + sizeof(uint16_t));
	fprintf(f, "%-34s %9s %9s %9s %9s %9s %9s %9s %9s %6s\n", "per operation", "ns", "cycles",
		"min", "median", "max", "instr.", "limit", "x limit", "B/cyc");
	for (i = 0; i < rows->n; i++) {
		const struct row *r = &rows->row[i];
		const bool c = r->cycles.kept != 0;
		const char *how;
		const double limit = rows_limit(rows, r, &how);

		fprintf(f, "%-34s", r->name);
		number(f, c ? clock_ns(r->cycles.best) : 0, c);
		number(f, r->cycles.best, c);
		number(f, r->cycles.min, c);
		number(f, r->cycles.med, c);
		number(f, r->cycles.max, c);
		number(f, r->instructions, r->instructions >= 0);
		number(f, limit, limit > 0);
		if (limit > 0 && c)
			fprintf(f, " %9.2f", r->cycles.best / limit);
		else
			fprintf(f, " %9s", "-");
		if (bytes_a_cycle(r) > 0)
			fprintf(f, " %6.1f", bytes_a_cycle(r));
		else
			fprintf(f, " %6s", *how ? how : "-");
		fprintf(f, "%s\n", s.cycles && !c ? "  no quiet moment" : "");
	}
}

static void json_row(FILE *f, const struct rows *rows, const struct row *r)
{
	const char *how;
	const double limit = rows_limit(rows, r, &how);

	fprintf(f, "{\"name\": \"%s\", \"n\": %u, \"batch\": %u, \"live\": %u, \"ops\": %u",
		r->name, r->n, r->batch, r->live, r->ops);
	if (r->cycles.kept)
		fprintf(f,
			", \"ns\": %.2f, \"cycles\": %.2f, \"min\": %.2f, \"median\": %.2f, "
			"\"max\": %.2f",
			clock_ns(r->cycles.best), r->cycles.best, r->cycles.min, r->cycles.med,
			r->cycles.max);
	fprintf(f, ", \"kept\": %u, \"tried\": %u", r->cycles.kept, r->cycles.tried);
	if (r->instructions >= 0)
		fprintf(f, ", \"instructions\": %.3f", r->instructions);
	if (limit > 0)
		fprintf(f, ", \"limit\": %.2f, \"limit_by\": \"%s\"", limit, how);
	if (bytes_a_cycle(r) > 0)
		fprintf(f, ", \"bytes_per_cycle\": %.2f", bytes_a_cycle(r));
	fputc('}', f);
}

int out_json(const char *path, const struct rows *rows, struct shown s)
{
	FILE *f = fopen(path, "w");
	char cpu[256];
	unsigned int i;

	if (!f)
		return -1;
	cpu_name(cpu, sizeof(cpu));
	fprintf(f, "{\"cpu\": \"%s\", \"compiler\": \"%s\", \"tsc_mhz\": %.0f, \"ghz\": %.3f,\n",
		cpu, __VERSION__, s.cycles ? clock_tsc_mhz() : 0, s.cycles ? clock_ghz() : 0);
	path_json(f);
	fprintf(f, "\"key_bytes\": %zu, \"key_table_bytes\": %zu,\n\"rows\": [\n",
		sizeof(struct lac_key), 2 * sizeof(uint32_t) + sizeof(uint16_t));
	for (i = 0; i < rows->n; i++) {
		json_row(f, rows, &rows->row[i]);
		fputs(i + 1 < rows->n ? ",\n" : "\n", f);
	}
	fputs("]}\n", f);
	return fclose(f);
}
