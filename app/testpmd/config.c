/* SPDX-License-Identifier: BSD-3-Clause */
/* What `show port` prints. The library's tables name the rows; here they are only laid out. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "testpmd.h"

static void frame(const struct port *p, const char *what)
{
	printf("\n  ######################## %s for port %u  ########################\n", what,
		p->id);
}

static void tail(void)
{
	printf("  ####################################################################\n");
}

static void rows(
	struct port *p, int (*row)(struct lac_port *port, unsigned int i, struct lac_row *row))
{
	struct lac_row r;

	for (unsigned int i = 0; row(p->lac, i, &r) == 0; i++)
		printf("  %-32s %s\n", r.name, r.value);
}

/* Time that passed at a prompt does not count: that of the open, and that from the mode's start. */
static void first_registration(const struct port *p)
{
	if (p->first_ns == 0)
		printf("  %-32s %s\n", "open to first registration", "none yet");
	else
		printf("  %-32s %" PRIu64 " commands, %.3f ms; the open: %" PRIu64
		       " commands, %.3f ms\n",
			"open to first registration", p->open_cmds + p->first_cmds,
			(p->open_ns + p->first_ns) / 1e6, p->open_cmds, p->open_ns / 1e6);
}

void port_show_info(struct port *p)
{
	frame(p, "Infos");
	printf("  %-32s %s%s\n", "function", p->bdf, p->emu.fd >= 0 ? ", emulated" : "");
	rows(p, lac_port_info_row);
	first_registration(p);
	tail();
}

/* What follows from the capabilities: n fits, n + 1 is refused. */
static void limits(const struct lac_limits *l)
{
	printf("  %-32s %" PRIu32 "\n", "limit: pieces in the WQE", l->inline_entries);
	printf("  %-32s %" PRIu32 "\n", "limit: pieces in one UMR", l->list_entries);
	printf("  %-32s %" PRIu32 "\n", "limit: pieces, nested", l->max_entries);
	printf("  %-32s %" PRIu64 "\n", "limit: bytes of an entry", l->piece_bytes);
	printf("  %-32s %" PRIu64 "\n", "limit: bytes of a registration", l->total_bytes);
	printf("  %-32s %" PRIu32 "\n", "limit: bytes of a message", l->msg_bytes);
	printf("  %-32s %" PRIu32 "\n", "limit: gathered pieces", l->gather);
	printf("  %-32s %" PRIu32 "\n", "limit: send ring in WQEBBs", l->sq_bb);
	printf("  %-32s %" PRIu32 "\n", "limit: completion ring", l->cq_depth);
}

void port_show_caps(struct port *p)
{
	frame(p, "Capabilities");
	rows(p, lac_port_caps_row);
	limits(lac_port_limits(p->lac));
	tail();
}

/* The counters that a user looks at first. */
void port_show_stats(struct port *p)
{
	uint64_t v[LAC_STAT_COUNT];

	lac_port_stats(p->lac, v, LAC_STAT_COUNT);
	frame(p, "NIC statistics");
	printf("  registrations: %-10" PRIu64 " invalidations: %-10" PRIu64 " requests: %" PRIu64
	       "\n",
		v[LAC_STAT_maps_inline] + v[LAC_STAT_maps_list] + v[LAC_STAT_maps_nested],
		v[LAC_STAT_invs], v[LAC_STAT_requests]);
	printf("  bytes:         %-10" PRIu64 " completions:   %-10" PRIu64 " errors:   %" PRIu64
	       "\n",
		v[LAC_STAT_bytes], v[LAC_STAT_completions], v[LAC_STAT_errors]);
	tail();
}

void port_show_xstats(struct port *p)
{
	uint64_t v[LAC_STAT_COUNT];
	unsigned int n = lac_port_stats(p->lac, v, LAC_STAT_COUNT);

	frame(p, "NIC extended statistics");
	for (unsigned int i = 0; i < n; i++)
		printf("%s: %" PRIu64 "\n", lac_stat_name(i), v[i]);
	tail();
}

void port_clear_stats(struct port *p)
{
	lac_port_stats_clear(p->lac);
	printf("  NIC statistics for port %u cleared\n", p->id);
}
