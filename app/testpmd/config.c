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
		printf("  %-28s %s\n", r.name, r.value);
}

void port_show_info(struct port *p)
{
	frame(p, "Infos");
	rows(p, lac_port_info_row);
	tail();
}

void port_show_caps(struct port *p)
{
	frame(p, "Capabilities");
	rows(p, lac_port_caps_row);
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
