/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Paths: the forms in which pieces become list entries. A queue is made with the widest form of the library that CPU and EAL
 * allow; an application compiled for wide vectors has its own, inline. Rows of a path force theirs; all others take
 * the library's widest that the CPU has.
 */
#ifndef BENCH_PATH_H
#define BENCH_PATH_H

#include "work.h"

struct path {
	const char *name;
	unsigned int isa; /* LAC_ISA_* */
	ops_fn *ops;
};

/* Those that this CPU has; NULL behind the last. */
const struct path *path_at(unsigned int i);
/* The library's widest. */
const struct path *path_best(void);
/* All that there are, and whether the CPU has them. */
void path_table(FILE *f);
void path_json(FILE *f);

#endif
