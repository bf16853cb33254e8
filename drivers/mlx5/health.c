/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Is the device well? Firmware moves a counter and keeps a health buffer in the init segment; a function that
 * is gone answers all-ones. PRM, "Health"; sensors and the number of misses as the kernel's health.c has them.
 *
 * lac_port_gone() is the one place that says a device is of no more use: it ends every waiting command, closes
 * the gate of every queue and queues the event. All of it is bounded, and none of it needs the device.
 */
#include <errno.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/iseg.h"
#include "mlx5/port_priv.h"

#define MISSES 3u

void lac_port_gone(struct lac_port *port, const struct lac_err *why)
{
	bool gone = why->where == LAC_AT_GONE;
	bool news = !lac_port_move(port, gone ? LAC_PORT_GONE : LAC_PORT_SICK);

	/* one that closes stays so, but must not wait for replies either */
	if (!news && (lac_port_state(port) != LAC_PORT_CLOSING || lac_port_dead(port)))
		return;
	lac_port_fail(port, why);
	atomic_store_explicit(&port->dead, true, memory_order_release);
	if (!news)
		return;
	lac_objs_gone(port);
	if (gone)
		lac_irqs_bus_ended(port);
	lac_event_push(port, gone ? LAC_EV_REMOVED : LAC_EV_HEALTH, 0, why);
}

int lac_port_gone_bus(struct lac_port *port)
{
	struct lac_err e;

	lac_why(&e, -ENODEV, LAC_AT_GONE, "%s", port->bus->bdf);
	lac_port_gone(port, &e);
	return -ENODEV;
}

static void sick(struct lac_port *port, uint32_t synd, const char *what)
{
	struct lac_err e;

	lac_why(&e, -EIO, LAC_AT_HEALTH, "%s", what);
	e.syndrome = synd >> 16 & 0xff;
	lac_port_gone(port, &e);
}

void lac_health_start(struct lac_port *port)
{
	pthread_mutex_lock(&port->step_lock);
	port->health.misses = 0;
	port->health.counter = lac_bus_read32(port->bus, LAC_ISEG_COUNTER) & 0xffffff;
	port->health.next_ms = lac_now_ms() + port->health_ms;
	port->health.on = true;
	pthread_mutex_unlock(&port->step_lock);
}

static void look(struct lac_port *port)
{
	struct lac_health *h = &port->health;
	uint32_t fw = lac_bus_read32(port->bus, LAC_ISEG_HEALTH_FW_VER);
	uint32_t nic = lac_bus_read32(port->bus, LAC_ISEG_CMDQ_LO) >> 8 & 7;
	uint32_t rfr = lac_bus_read32(port->bus, LAC_ISEG_HEALTH_RFR);
	uint32_t synd = lac_bus_read32(port->bus, LAC_ISEG_HEALTH_SYND);
	uint32_t counter = lac_bus_read32(port->bus, LAC_ISEG_COUNTER) & 0xffffff;

	if (lac_bus_gone(port->bus) || fw == UINT32_MAX) {
		lac_port_gone_bus(port);
	} else if (nic == PRM_NIC_DISABLED) {
		sick(port, synd, "the interface is disabled");
	} else if (nic == PRM_NIC_SW_RESET) {
		sick(port, synd, "a software reset runs");
	} else if (rfr >> 31 && (synd >> 16 & 0xff)) {
		sick(port, synd, "firmware asks for a reset");
	} else if (counter != h->counter) {
		h->counter = counter;
		h->misses = 0;
	} else if (++h->misses >= MISSES) {
		sick(port, synd, "the health counter stands still");
	}
}

unsigned int lac_health_step(struct lac_port *port)
{
	struct lac_health *h = &port->health;
	uint64_t now;

	if (!h->on || lac_port_dead(port))
		return 0;
	now = lac_now_ms();
	if (now < h->next_ms)
		return 0;
	h->next_ms = now + port->health_ms;
	look(port);
	return 1;
}
