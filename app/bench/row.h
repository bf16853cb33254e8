/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A row of the table: a case, the rig it runs on, how a round of it is prepared and judged, and what was measured.
 * Preparing (completions, keys set free) and judging are never timed.
 */
#ifndef BENCH_ROW_H
#define BENCH_ROW_H

#include "path.h"
#include "work.h"

#define ROWS_MAX   640u
#define INLINE_MAX 52u
#define LIST_MAX   65532u /* entries that one UMR can point to */

/* Core cycles per operation. */
struct figures {
	double best;          /* lowest of the passes' medians: the figure that is quoted */
	double min, med, max; /* of all rounds kept; of the medians the mean */
	uint32_t kept, tried; /* rounds */
};

struct row {
	char name[64]; /* operation/source/pieces/operations per doorbell, and what is special */
	run_fn *run;
	enum op op;
	unsigned int kind, n, batch;
	struct bench *b;
	const struct path *path; /* NULL: the best, as queues are made */
	uint32_t live;           /* keys that are live meanwhile */
	bool shared;             /* another core has read the rings just before */
	uint32_t list_max;       /* entries of a list; what has more is a key over keys */
	uint32_t bb, units;      /* WQEBBs and list units of an operation */
	uint32_t ops;            /* in a round */
	uint32_t list_lines;     /* with @bb and @batch: which limit it is held against */
	struct figures cycles;
	double instructions; /* per operation; below 0: not counted */
};

struct rows {
	struct row row[ROWS_MAX];
	unsigned int n;
	/* rigs: 64 KiB of ring; with a million keys and long lists; with keys over keys of short ones */
	struct bench *plain, *large, *nest;
};

struct choice {
	const char *
		only; /* comma-separated patterns of names, which may end before a slash; "": all */
	bool limits;  /* and the limits that they are held against */
};

void rows_fill(struct rows *rows, const struct choice *c);
void rows_free(struct rows *rows);
bool row_posts(const struct row *r); /* it leaves WQEs in a ring */
/* The lowest cycles of the limit's rows for @r; 0: none was measured. */
double rows_limit(const struct rows *rows, const struct row *r, const char **how);

/* What a run of @r needs; its queue begins anew. */
void row_bind(const struct row *r, struct run *x);
/* An idle ring, keys and completions as the operation wants them. */
void row_prepare(const struct row *r, struct run *x);

/* check.c: NULL, or what is wrong with the ring, the lists, the doorbells or the completions after a run. */
const char *row_check(const struct row *r, struct run *x);

#endif
