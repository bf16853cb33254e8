/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Paths: the forms in which pieces are translated, by the instructions that they use. A queue is made with the best one that the
 * CPU has; rows of a path force theirs.
 */
#ifndef BENCH_PATH_H
#define BENCH_PATH_H

#include "work.h"

struct path {
	const char *name;
	uint8_t isa;
};

/* Those that this CPU has; NULL behind the last. */
const struct path *path_at(unsigned int i);
/* All that there are, and whether the CPU has them. */
void path_table(FILE *f);
void path_json(FILE *f);

#endif
