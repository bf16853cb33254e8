/* SPDX-License-Identifier: BSD-3-Clause */
/* Counts of both sides, and what a registration must add to the device's. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "counts.h"

int counts_read(struct counts *c, struct end *e)
{
	char line[32], reply[4096];
	int err = 0;

	memset(c, 0, sizeof(*c));
	lac_qp_stats(e->qp, c->lib, LAC_STAT_QP_COUNT);
	c->emulated = e->port->emu.fd >= 0;
	if (!c->emulated)
		return 0;
	snprintf(line, sizeof(line), "stats %u", e->port->emu.fn);
	err = emuctl_ask(&e->port->emu, line, reply, sizeof(reply));
#define X(n)          \
	if (err == 0) \
		err = emuctl_number(reply, #n, &c->device.n);
	DEVICE_COUNTS(X)
#undef X
	if (err < 0)
		fprintf(stderr, "port %u: the emulator's counts: %s\n", e->port->id,
			strerror(-err));
	return err;
}

void counts_since(struct counts *c, const struct counts *before, const struct counts *after)
{
	for (unsigned int i = 0; i < LAC_STAT_QP_COUNT; i++)
		c->lib[i] = after->lib[i] - before->lib[i];
#define X(n) c->device.n = after->device.n - before->device.n;
	DEVICE_COUNTS(X)
#undef X
	c->emulated = before->emulated && after->emulated;
}

/* Keys under the key of a registration of @n pieces: full ones and a rest. */
static uint32_t children(const struct lac_limits *l, uint32_t n)
{
	return n <= l->list_entries ? 0 : (n + l->list_entries - 1) / l->list_entries;
}

/* One UMR with a list of @n entries */
static void expect_umr(struct device_counts *d, const struct lac_limits *l, uint32_t n)
{
	if (n <= l->inline_entries) {
		d->umr_inline++;
		d->klms_inline += n;
	} else {
		d->umr_pointer++;
		d->klms_fetched += n;
	}
}

void counts_expect_map(struct device_counts *d, const struct lac_limits *l, uint32_t n)
{
	uint32_t kids = children(l, n);

	if (kids == 0) {
		expect_umr(d, l, n);
		return;
	}
	for (uint32_t i = 0; i + 1 < kids; i++)
		expect_umr(d, l, l->list_entries);
	expect_umr(d, l, n - (kids - 1) * l->list_entries);
	expect_umr(d, l, kids);
	d->umr_nested++;
}

void counts_expect_end(struct device_counts *d, const struct lac_limits *l, uint32_t n)
{
	d->umr_invalidate += 1 + children(l, n);
}

bool counts_agree(
	const struct device_counts *got, const struct device_counts *want, char *why, size_t size)
{
#define X(n)                                                                                       \
	if (got->n != want->n) {                                                                   \
		snprintf(why, size, "the device counted %" PRIu64 " " #n ", not %" PRIu64, got->n, \
			want->n);                                                                  \
		return false;                                                                      \
	}
	DEVICE_COUNTS(X)
#undef X
	return true;
}
