/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A port's counters by number and name: those of its queue pairs, then the control path's. Queue pairs count in memory
 * of their owner lcore, so clearing writes to none of them: it remembers where they stood.
 */
#include <string.h>

#include <lacuna/stats.h>

#include "mlx5/port_priv.h"

unsigned int lac_port_stats(struct lac_port *port, uint64_t *v, unsigned int n)
{
	uint64_t all[LAC_STAT_COUNT] = {0};
	struct lac_ctrl_stats ctrl;

	if (lac_port_hot(port)) /* telemetry may look while the port is being opened */
		lac_hot_stats(lac_port_hot(port), all);
	for (unsigned int i = 0; i < LAC_STAT_QP_COUNT; i++)
		all[i] -= __atomic_load_n(&port->qp_stats_base[i], __ATOMIC_RELAXED);
	lac_ctrl_stats(port, &ctrl);
#define X(c) all[LAC_STAT_##c] = ctrl.c;
	LAC_PORT_STATS(X)
#undef X
	memcpy(v, all, sizeof(*v) * (n < LAC_STAT_COUNT ? n : LAC_STAT_COUNT));
	return LAC_STAT_COUNT;
}

void lac_port_stats_clear(struct lac_port *port)
{
	uint64_t now[LAC_STAT_QP_COUNT];

	lac_hot_stats(lac_port_hot(port), now);
	for (unsigned int i = 0; i < LAC_STAT_QP_COUNT; i++)
		__atomic_store_n(&port->qp_stats_base[i], now[i], __ATOMIC_RELAXED);
	lac_ctrl_stats_clear(port);
}
