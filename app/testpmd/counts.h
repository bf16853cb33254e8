/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Two opinions on what a queue pair did between two moments: the library's own counters and, where
 * the port is emulated, those of the device. What both know must agree.
 */
#ifndef TESTPMD_COUNTS_H
#define TESTPMD_COUNTS_H

#include "pair.h"

/* What the device counts (names as in the emulator's `stats N`). */
#define DEVICE_COUNTS(X)  \
	X(umr_inline)     \
	X(umr_pointer)    \
	X(umr_nested)     \
	X(umr_invalidate) \
	X(klms_inline)    \
	X(klms_fetched)   \
	X(bytes_written)  \
	X(bytes_read)     \
	X(cqes)

struct device_counts {
#define X(n) uint64_t n;
	DEVICE_COUNTS(X)
#undef X
};

struct counts {
	uint64_t lib[LAC_STAT_QP_COUNT];
	struct device_counts device;
	bool emulated;
};

/* 0, or -errno after saying why */
int counts_read(struct counts *c, struct end *e);
/* @c = @after - @before */
void counts_since(struct counts *c, const struct counts *before, const struct counts *after);

/* What a registration of @n pieces, and its end, make of the device's counts: added to @d. */
void counts_expect_map(struct device_counts *d, const struct lac_limits *l, uint32_t n);
void counts_expect_end(struct device_counts *d, const struct lac_limits *l, uint32_t n);

/* Whether @got is what @want says; else the first difference in @why. */
bool counts_agree(
	const struct device_counts *got, const struct device_counts *want, char *why, size_t size);

#endif
