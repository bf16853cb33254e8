/* SPDX-License-Identifier: BSD-3-Clause */
/* The main job's table: a line a round, in columns, and the reason below a line that failed. */
#include <inttypes.h>
#include <stdio.h>

#include "gap.h"

const char *const form_name[] = {"inline", "pointer", "nested"};

bool result_good(const struct result *r)
{
	return r->digests && r->gaps && (!r->counted || r->agrees);
}

void report_head(void)
{
	printf("entries source  form    WQEBBs registrations    written       read completions "
	       "SHA-256 gaps device\n");
}

void report_result(const struct result *r)
{
	printf("%7" PRIu32 " %-7s %-7s %6u %13u %10" PRIu64 " %10" PRIu64 " %11" PRIu64
	       " %-7s %-4s %s\n",
		r->n, source_name[r->source], form_name[r->form], r->wqebb, r->registrations,
		r->written, r->read, r->completions, r->digests ? "ok" : "BAD",
		r->gaps ? "ok" : "BAD",
		!r->counted ? "-"
		: r->agrees ? "agrees"
			    : "DIFFERS");
	if (!result_good(r))
		printf("        ^ %s\n", r->why);
}
