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
 * any range changes.
 */
struct lac_as_hull {
	uint64_t lo, hi; /* [lo, hi); both 0 when nothing is mapped */
	uint32_t generation;
};

/* 0; -ENOTSUP with a sentence: this EAL cannot carry a port (a secondary process, IOVA as PA). */
int lac_eal_check(struct lac_err *why);

/* The process's address space, made by the first caller; NULL with @why when EAL refuses. */
struct lac_as *lac_as_get(struct lac_err *why);
void lac_as_put(struct lac_as *as);

/* Replays every map to @bus, then keeps it up to date; 0 or -errno, and then nothing of it is left. */
int lac_as_join(struct lac_as *as, struct lac_bus *bus, struct lac_err *why);
void lac_as_leave(struct lac_as *as, struct lac_bus *bus);

/*
 * Adds memory that is not EAL's, in whole pages. The very same stretch may be added again, as by a second
 * port, and is unmapped with the last lac_as_unmap(). @fd (dup'ed) may be -1 when every joined bus is kernel VFIO.
 * -EEXIST overlaps, -EINVAL alignment or size, -ENOSPC entries, -ENOMEM memlock, -ERANGE IOVA window,
 * -EBADF a vfio-user port needs a descriptor.
 */
int lac_as_map(
	struct lac_as *as, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why);
int lac_as_unmap(struct lac_as *as, void *va, size_t len);

/* true when [addr, addr+len) lies within mapped memory, adjacent ranges joined */
bool lac_as_knows(const struct lac_as *as, uint64_t addr, uint64_t len);
/* a stable copy; takes no lock, and waits for nobody who holds one */
struct lac_as_hull lac_as_hull(const struct lac_as *as);

/*
 * EAL's memory events cannot be refused: memory that a bus would not map is left out of the address space.
 * A copy of the last such failure; its number, or 0 when there was none.
 */
int lac_as_lost(struct lac_as *as, struct lac_err *out);

#endif
