/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What `show port info` prints, a row at a time, and the control path's counters.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

#include "mlx5/iseg.h"
#include "mlx5/port_priv.h"

static void row_bus(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%s, %04x:%04x, NUMA node %d", port->bus->ops->name, port->bus->vendor,
		port->bus->device, port->bus->numa_node);
}

static void row_firmware(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u.%u.%04u, command interface %u", port->fw[0], port->fw[1], port->fw[2],
		LAC_CMDIF_REV);
}

static void row_state(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%s", lac_port_state_name(lac_port_state(port)));
}

static void row_link(struct lac_port *port, char *v, size_t n)
{
	/* IB specification, PortInfo:PortState */
	static const char *const names[] = {"NOP", "DOWN", "INIT", "ARMED", "ACTIVE"};
	uint8_t s = port->vport.state;

	snprintf(v, n, "InfiniBand, %s", s < sizeof(names) / sizeof(names[0]) ? names[s] : "?");
}

static void row_lid(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u", lac_port_lid(port));
}

static void row_guid(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "port %016" PRIx64 ", node %016" PRIx64, port->vport.port_guid,
		port->vport.node_guid);
}

static void row_bringup(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u commands, %.3f ms", port->bring_cmds, (double)port->bring_us / 1e3);
}

static void row_cmdq(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u slots, one of them for pages, %u in quarantine, signatures %s",
		port->cmdq.count, port->cmdq.stuck, port->cmdq.check ? "checked" : "not computed");
}

static void row_pages(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u held by firmware, %u at most", port->pages.ledger.held,
		port->pages.ledger.most);
}

static void row_irqs(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "%u of %u MSI-X vectors, served by %s", port->irqs.count,
		port->bus->irq_count, port->args.ctrl_app ? "the application" : "a thread");
}

static void row_uar(struct lac_port *port, char *v, size_t n)
{
	snprintf(v, n, "page 0x%x, %s", port->uar[1].index, port->uar[1].va ? "mapped" : "trapped");
}

/* EAL's memory events cannot be refused, so this is where a map that failed in one is told. */
static void row_memory(struct lac_port *port, char *v, size_t n)
{
	struct lac_as_hull h = lac_as_hull(port->as);
	struct lac_err e;

	if (lac_as_lost(port->as, &e))
		snprintf(v, n, "incomplete: %s", e.arg);
	else
		snprintf(v, n, "within 0x%" PRIx64 " to 0x%" PRIx64, h.lo, h.hi);
}

static const struct {
	const char *name;
	void (*fill)(struct lac_port *port, char *v, size_t n);
} rows[] = {
	{"bus", row_bus},
	{"firmware", row_firmware},
	{"state", row_state},
	{"link", row_link},
	{"LID", row_lid},
	{"GUID", row_guid},
	{"bring-up", row_bringup},
	{"command queue", row_cmdq},
	{"firmware pages", row_pages},
	{"interrupts", row_irqs},
	{"doorbells", row_uar},
	{"memory", row_memory},
};

int lac_port_info_row(struct lac_port *port, unsigned int i, struct lac_row *row)
{
	if (i >= sizeof(rows) / sizeof(rows[0]))
		return -ENOENT;
	row->name = rows[i].name;
	row->value[0] = '\0';
	if (port->joined)
		rows[i].fill(port, row->value, sizeof(row->value));
	return 0;
}

static uint64_t load(const uint64_t *v)
{
	return __atomic_load_n(v, __ATOMIC_RELAXED);
}

void lac_ctrl_stats(struct lac_port *port, struct lac_ctrl_stats *s)
{
	*s = (struct lac_ctrl_stats){
		.commands = load(&port->cmdq.issued),
		.commands_failed = load(&port->cmdq.failed),
		.commands_timed_out = load(&port->cmdq.timeouts),
		.pages_given = load(&port->pages.given),
		.pages_taken = load(&port->pages.taken),
		.page_requests = load(&port->pages.requests),
		.events = load(&port->events.told),
		.events_lost = load(&port->events.lost),
		.eqes = load(&port->eqes),
		.eqes_unknown = load(&port->eqes_unknown),
		.recoveries = load(&port->recoveries),
	};
	/* counted from the last clear on; the level of pages is not */
	for (size_t i = 0; i < sizeof(*s) / sizeof(uint64_t); i++)
		((uint64_t *)s)[i] -= load(&((uint64_t *)&port->stats_base)[i]);
	s->pages_held = __atomic_load_n(&port->pages.ledger.held, __ATOMIC_RELAXED);
}

void lac_ctrl_stats_clear(struct lac_port *port)
{
	struct lac_ctrl_stats s;

	lac_ctrl_stats(port, &s);
	s.pages_held = 0;
	for (size_t i = 0; i < sizeof(s) / sizeof(uint64_t); i++)
		((uint64_t *)&port->stats_base)[i] += ((const uint64_t *)&s)[i];
}
