/* SPDX-License-Identifier: BSD-3-Clause */
#include "path.h"

static const struct path table[] = {{"default", 0}};

#define PATHS (sizeof(table) / sizeof(table[0]))

static bool has(const struct path *p)
{
	return p != NULL;
}

const struct path *path_at(unsigned int i)
{
	const struct path *p;

	for (p = table; p < table + PATHS; p++)
		if (has(p) && i-- == 0)
			return p;
	return NULL;
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
