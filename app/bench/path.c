/* SPDX-License-Identifier: BSD-3-Clause */
#include "path.h"

static const struct path table[] = {
	{"scalar", LAC_ISA_SCALAR, ops_post},
	{"here", LAC_ISA_HERE_, ops_post},
#if defined(__x86_64__)
	{"avx2", LAC_ISA_AVX2, ops_post},
	{"avx512", LAC_ISA_AVX512, ops_post},
	{"avx2-inline", LAC_ISA_AVX2, ops_post_avx2},
	{"avx512-inline", LAC_ISA_AVX512, ops_post_avx512},
#endif
};

#define PATHS (sizeof(table) / sizeof(table[0]))

static bool has(const struct path *p)
{
	return lac_isa_usable(p->isa);
}

const struct path *path_at(unsigned int i)
{
	const struct path *p;

	for (p = table; p < table + PATHS; p++)
		if (has(p) && i-- == 0)
			return p;
	return NULL;
}

const struct path *path_best(void)
{
	const struct path *p, *best = table;

	for (p = table; p < table + PATHS; p++)
		if (has(p) && p->ops == ops_post)
			best = p;
	return best;
}

void path_table(FILE *f)
{
	unsigned int i;

	fprintf(f, "paths:");
	for (i = 0; i < PATHS; i++)
		fprintf(f, " %s%s", table[i].name, has(&table[i]) ? "" : " (this CPU lacks it)");
	fputc('\n', f);
}

void path_json(FILE *f)
{
	unsigned int i;

	fprintf(f, "\"paths\": {");
	for (i = 0; i < PATHS; i++)
		fprintf(f, "%s\"%s\": %s", i ? ", " : "", table[i].name,
			has(&table[i]) ? "true" : "false");
	fprintf(f, "},\n");
}
