/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A table of mapped stretches of memory, sorted by address, never overlapping. Each is what one map
 * request named, and is unmapped as a whole: VFIO's type1v2 and vfio-user both refuse to take a piece
 * out of a map. The owner locks. Nothing here comes from EAL's heap.
 */
#ifndef LAC_BUS_MAPS_H
#define LAC_BUS_MAPS_H

#include <stdbool.h>
#include <stdint.h>

struct lac_map {
	uint64_t va, len;
	uint64_t fd_off;
	int fd;        /* -1: nothing backs it that another process could map */
	uint32_t refs; /* how many asked for exactly this stretch */
	bool eal;      /* EAL's memory: its descriptor is EAL's too */
};

struct lac_maps {
	struct lac_map *v;
	uint32_t n, cap;
};

/* true when [va, va + len) is not empty and does not run over the end of the address space */
bool lac_span_ok(uint64_t va, uint64_t len);

void lac_maps_free(struct lac_maps *m);
/* Room for @more further maps, so that insertions cannot fail; -ENOMEM. */
int lac_maps_reserve(struct lac_maps *m, uint32_t more);
/* Index of the first map that ends above @va; m->n when there is none. */
uint32_t lac_maps_at(const struct lac_maps *m, uint64_t va);
bool lac_maps_overlap(const struct lac_maps *m, uint64_t va, uint64_t len);
/* The map that is exactly [va, va + len), or NULL. */
struct lac_map *lac_maps_find(const struct lac_maps *m, uint64_t va, uint64_t len);
/* true when [va, va + len) lies in maps without a gap */
bool lac_maps_cover(const struct lac_maps *m, uint64_t va, uint64_t len);
/* 0; -EEXIST overlaps; -ENOMEM. The table is unchanged by a refusal. */
int lac_maps_insert(struct lac_maps *m, const struct lac_map *map);
/* Takes out the @n maps from @i on. */
void lac_maps_remove(struct lac_maps *m, uint32_t i, uint32_t n);

#endif
