/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * EAL's memory grows and shrinks while ports are open, and the device's maps follow: what EAL grew by can be moved
 * from and to, what it gave back is known no more.
 */
#include <stdio.h>
#include <string.h>

#include <rte_malloc.h>

#include "vfio.h"

#define GROW_BYTES (24u << 20)
#define STEP_BYTES (END_BYTES / 2)

static void there_and_back(struct pair *p, uint8_t *m, uint32_t salt)
{
	fill(m, GROW_BYTES, salt);
	for (size_t at = 0; at < GROW_BYTES; at += STEP_BYTES) {
		end_write(&p->a, &p->b, m + at, STEP_BYTES, 0);
		memset(m + at, 0, STEP_BYTES);
		end_read(&p->a, &p->b, m + at, STEP_BYTES, 0);
	}
	check(m, GROW_BYTES, salt, "memory that EAL grew by, there and back");
}

void heap(unsigned int n)
{
	uint64_t base[2], now[2] = {0, 0};
	struct pair p;

	pair_up(&p);
	emu_maps(base);
	for (unsigned int i = 0; i < n; i++) {
		uint8_t *m = rte_malloc("lab", GROW_BYTES, PAGE);

		if (!m)
			die("EAL does not grow by %u bytes", GROW_BYTES);
		emu_maps(now);
		if (now[0] <= base[0] || now[1] - base[1] != now[0] - base[0])
			die("EAL grew, and the device's maps went from %lu to %lu",
				(unsigned long)base[0], (unsigned long)now[0]);
		if (!lac_mem_known(p.port[0], m, GROW_BYTES))
			die("memory that EAL grew by is not known");
		there_and_back(&p, m, i);
		rte_free(m);
		emu_maps_grew(base, 0, "EAL shrank");
		if (lac_mem_known(p.port[0], m, GROW_BYTES))
			die("memory that EAL gave back is known still");
	}
	pair_down(&p);
	printf("EAL grew and shrank by %u bytes %u times, %lu maps\n", GROW_BYTES, n,
		(unsigned long)(now[0] - base[0]));
}
