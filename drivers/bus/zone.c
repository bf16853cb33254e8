/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Reserving a memzone decides who is first; everybody else waits for the first one's word that it is
 * initialised, which follows at once.
 */
#include <sched.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include <rte_eal.h>
#include <rte_memzone.h>

#include "bus/zone.h"

#define ZONE_READY 0x6c61632d7a6f6e65ull /* "lac-zone" */

struct zone {
	uint64_t ready;
	alignas(64) uint8_t body[];
};

void *lac_zone_get(const char *name, size_t size, void (*init)(void *zone))
{
	const struct rte_memzone *mz;
	struct zone *z;

	if (rte_eal_process_type() != RTE_PROC_PRIMARY)
		return NULL;
	mz = rte_memzone_lookup(name);
	if (!mz) {
		mz = rte_memzone_reserve(name, sizeof(*z) + size, SOCKET_ID_ANY, 0);
		if (mz) {
			z = mz->addr;
			memset(z->body, 0, size);
			init(z->body);
			__atomic_store_n(&z->ready, ZONE_READY, __ATOMIC_RELEASE);
			return z->body;
		}
		mz = rte_memzone_lookup(name);
		if (!mz)
			return NULL;
	}
	z = mz->addr;
	while (__atomic_load_n(&z->ready, __ATOMIC_ACQUIRE) != ZONE_READY)
		sched_yield();
	return z->body;
}
