/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Telemetry runs in a thread of EAL's, so each answer is put together while lac_claims_each() keeps the port
 * open. Ports are named by the index that opened them.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <rte_telemetry.h>
#include <rte_version.h>

#include <lacuna/port.h>
#include <lacuna/stats.h>

#include "mlx5/probe.h"
#include "mlx5/telemetry.h"

/* renamed in 23.03 */
#if RTE_VERSION < RTE_VERSION_NUM(23, 3, 0, 0)
#define rte_tel_data_add_dict_uint rte_tel_data_add_dict_u64
#endif

struct ask {
	int index;
	struct rte_tel_data *d;
	int (*row)(struct lac_port *port, unsigned int i, struct lac_row *row);
};

static int list_one(struct lac_port *port, void *arg)
{
	return rte_tel_data_add_array_int(arg, lac_port_index(port)) < 0 ? -ENOSPC : 0;
}

static int on_list(const char *cmd, const char *params, struct rte_tel_data *d)
{
	(void)cmd;
	(void)params;
	rte_tel_data_start_array(d, RTE_TEL_INT_VAL);
	return lac_claims_each(list_one, d);
}

static int stats_one(struct lac_port *port, void *arg)
{
	uint64_t v[LAC_STAT_COUNT];
	struct ask *ask = arg;
	unsigned int n;

	if (lac_port_index(port) != ask->index)
		return 0;
	n = lac_port_stats(port, v, LAC_STAT_COUNT);
	for (unsigned int i = 0; i < n && i < LAC_STAT_COUNT; i++)
		if (rte_tel_data_add_dict_uint(ask->d, lac_stat_name(i), v[i]) < 0)
			return -ENOSPC;
	return 1;
}

/* A dictionary's names have letters, digits, underscores and slashes only. */
static void tel_name(char *out, size_t size, const char *name)
{
	size_t i;

	for (i = 0; name[i] != '\0' && i + 1 < size; i++)
		out[i] = isalnum((unsigned char)name[i]) || name[i] == '/' ? name[i] : '_';
	out[i] = '\0';
}

static int rows_one(struct lac_port *port, void *arg)
{
	struct ask *ask = arg;
	struct lac_row r;
	char name[RTE_TEL_MAX_STRING_LEN];

	if (lac_port_index(port) != ask->index)
		return 0;
	rte_tel_data_add_dict_string(ask->d, "function", lac_port_bdf(port));
	for (unsigned int i = 0; ask->row(port, i, &r) == 0; i++) {
		tel_name(name, sizeof(name), r.name);
		if (rte_tel_data_add_dict_string(ask->d, name, r.value) < 0)
			return -ENOSPC;
	}
	return 1;
}

/* "N" alone; -EINVAL anything else */
static int port_param(const char *params)
{
	char *end;
	long n;

	if (params == NULL || !isdigit((unsigned char)*params))
		return -EINVAL;
	n = strtol(params, &end, 10);
	return *end == '\0' && n < 1 << 16 ? (int)n : -EINVAL;
}

static int answer(const char *params, struct rte_tel_data *d, int (*one)(struct lac_port *, void *),
	int (*row)(struct lac_port *, unsigned int, struct lac_row *))
{
	struct ask ask = {port_param(params), d, row};
	int r;

	if (ask.index < 0)
		return ask.index;
	rte_tel_data_start_dict(d);
	r = lac_claims_each(one, &ask);
	return r == 1 ? 0 : r == 0 ? -ENODEV : r;
}

static int on_info(const char *cmd, const char *params, struct rte_tel_data *d)
{
	(void)cmd;
	return answer(params, d, rows_one, lac_port_info_row);
}

static int on_stats(const char *cmd, const char *params, struct rte_tel_data *d)
{
	(void)cmd;
	return answer(params, d, stats_one, NULL);
}

static int on_caps(const char *cmd, const char *params, struct rte_tel_data *d)
{
	(void)cmd;
	return answer(params, d, rows_one, lac_port_caps_row);
}

void lac_telemetry_start(void)
{
	rte_telemetry_register_cmd("/lacuna/list", on_list, "Open ports, by index. No parameters");
	rte_telemetry_register_cmd("/lacuna/info", on_info, "What a port is. Parameter: port");
	rte_telemetry_register_cmd("/lacuna/stats", on_stats, "A port's counters. Parameter: port");
	rte_telemetry_register_cmd(
		"/lacuna/caps", on_caps, "A port's capabilities and limits. Parameter: port");
}
