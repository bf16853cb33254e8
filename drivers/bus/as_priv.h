/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space's inside. Writers hold @lock, a leaf but for the buses' own; readers of the view
 * hold nothing.
 */
#ifndef LAC_BUS_AS_PRIV_H
#define LAC_BUS_AS_PRIV_H

#include <pthread.h>

#include "bus/as.h"
#include "bus/maps.h"

#define LAC_AS_BUSES_MAX 64u

/*
 * The maps joined into ranges, in two copies of which readers use the one that @seq's low bit names: a
 * writer that is preempted while it fills the other makes nobody wait. A copy that was outgrown stays
 * until the end, since a reader may still be in it.
 */
struct lac_view_side {
	struct lac_view_side *next; /* outgrown before this one */
	uint64_t lo, hi;
	uint32_t n, cap;
	struct lac_as_range r[];
};

struct lac_view {
	uint32_t seq;
	struct lac_view_side *side[2];
};

/* Prepares for @n ranges, so that publishing cannot fail; -ENOMEM. Before any other call. */
int lac_view_reserve(struct lac_view *w, uint32_t n);
/*
 * Publishes what @m covers but for @skip_n maps from @skip on; nothing moves when that is what readers
 * see already.
 */
void lac_view_publish(struct lac_view *w, const struct lac_maps *m, uint32_t skip, uint32_t skip_n);
bool lac_view_knows(const struct lac_view *w, uint64_t addr, uint64_t len);
struct lac_as_hull lac_view_hull(const struct lac_view *w);
void lac_view_free(struct lac_view *w);

struct lac_as {
	pthread_mutex_t lock;
	struct lac_maps maps;
	struct lac_view view;
	struct lac_bus *bus[LAC_AS_BUSES_MAX];
	uint32_t nbus;
	uint64_t page_bytes;
	uint32_t refs;       /* under the process's zone lock */
	struct lac_err lost; /* why EAL memory last could not be followed */
};

struct lac_as *lac_as_new(void);
void lac_as_free(struct lac_as *as);

/* Under as->lock. Maps on every bus or on none, without telling readers; -errno as lac_as_map(). */
int lac_as_add(struct lac_as *as, const struct lac_map *map, struct lac_err *why);
/* Under as->lock. Tells readers, then takes the @n maps from @i on out of every bus. */
void lac_as_remove(struct lac_as *as, uint32_t i, uint32_t n);

#endif
