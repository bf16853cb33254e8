/* SPDX-License-Identifier: BSD-3-Clause */
/* What the tests of posting and polling include: the rig, cmocka, and randomness that can be replayed. */
#ifndef UNIT_HOT_BENCH_H
#define UNIT_HOT_BENCH_H

#include "rig.h"

#include "mlx5/umr.h"
#include "unit.h"

uint64_t bench_rand(void); /* from LAC_TEST_SEED, which is printed */

#endif
