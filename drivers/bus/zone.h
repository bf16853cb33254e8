/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What there is one of in a process lives in an EAL memzone under a name, not in a global variable: two
 * copies of this library in one process find the same one. A zone stays until EAL ends.
 */
#ifndef LAC_BUS_ZONE_H
#define LAC_BUS_ZONE_H

#include <stddef.h>

/*
 * The zone @name of @size bytes; its first caller reserves it, zeroes it and runs @init. NULL: EAL has no
 * memory for it, or the process is a DPDK secondary. Allocates from EAL: no Lacuna lock may be held.
 */
void *lac_zone_get(const char *name, size_t size, void (*init)(void *zone));

#endif
