/* SPDX-License-Identifier: BSD-3-Clause */
/* Whether the checker sees: see plant.c. */
#ifndef BENCH_PLANT_H
#define BENCH_PLANT_H

#include "row.h"

/* One run of @r, judged, and every byte that counts spoiled; false: something was not seen. Adds to @n how many. */
bool plant_row(struct row *r, unsigned int *n);

#endif
