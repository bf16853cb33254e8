/* SPDX-License-Identifier: BSD-3-Clause */
/* What the tests of the bus share: stretched deadlines, a seed, a count of open descriptors. */
#ifndef UNIT_BUS_AID_H
#define UNIT_BUS_AID_H

#include <stdint.h>

#include "../unit.h"

/* A deadline that is not meant to pass, and one that is; milliseconds, stretched by LAC_TEST_SLOW. */
uint32_t aid_long_ms(void);
uint32_t aid_short_ms(void);

/* LAC_TEST_SEED, or a new one; printed once. */
uint64_t aid_seed(void);
/* splitmix64 */
uint64_t aid_rand(uint64_t *state);

unsigned int aid_open_fds(void);
/* A shared memory file of @bytes. */
int aid_memfd(size_t bytes);

/* rte_eal_init() without hugepages, PCI or telemetry and with @more (NULL-terminated); 0 or -1. */
int aid_eal(const char *const *more);

#endif
