/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space: what device memory accesses can reach, as one object that ports join. Each
 * stretch of memory is mapped once and replayed to a bus that joins later; IOVA is VA. EAL's memory is
 * in it and follows EAL's memory events (registered for first, walked second).
 *
 * EAL calls back under its hotplug lock, in whatever thread allocates. So the table has a leaf lock of
 * its own, nothing is allocated from EAL under it, and a bus request made from the callback only waits
 * for the device's side.
 *
 * There is one address space a process, found through an EAL memzone; ports hold references.
 */
#ifndef LAC_BUS_AS_H
#define LAC_BUS_AS_H

#include "bus/bus.h"

struct lac_as;

/* One stretch of mapped memory: [base, base + len). */
struct lac_as_range {
	uint64_t base, len;
};

/*
 * What the data path checks against: the hull of all ranges. Published whole; @generation moves when
 * it changes.
 */
struct lac_as_hull {
	uint64_t lo, hi; /* [lo, hi) */
	uint32_t generation;
};

/* The process's address space, made by the first caller; NULL with @why when EAL refuses. */
struct lac_as *lac_as_get(struct lac_err *why);
void lac_as_put(struct lac_as *as);

/* Replays every map to @bus, then keeps it up to date; 0 or -errno, and then nothing of it is left. */
int lac_as_join(struct lac_as *as, struct lac_bus *bus, struct lac_err *why);
void lac_as_leave(struct lac_as *as, struct lac_bus *bus);

/*
 * Adds memory that is not EAL's. @fd (dup'ed) may be -1 when every joined bus is kernel VFIO.
 * -EEXIST overlaps, -EINVAL alignment or size, -ENOSPC entries, -ENOMEM memlock, -ERANGE IOVA window,
 * -EBADF a vfio-user port needs a descriptor.
 */
int lac_as_map(struct lac_as *as, void *va, size_t len, int fd, uint64_t fd_off,
	struct lac_err *why);
int lac_as_unmap(struct lac_as *as, void *va, size_t len);

/* true when [addr, addr+len) lies within mapped memory, adjacent ranges joined */
bool lac_as_knows(const struct lac_as *as, uint64_t addr, uint64_t len);
/* a stable copy; wait-free for the reader */
struct lac_as_hull lac_as_hull(const struct lac_as *as);

#endif
