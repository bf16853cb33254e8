/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Bring-up as a table of steps, each with what undoes it; doc/bringup.md gives the reasons for the order. A
 * failure takes down what is up, in reverse. What commands cannot undo, because the device is gone, stuck or
 * refuses, a reset undoes; and either way the bus master goes off before any memory that the device knew is
 * freed.
 */
#include <errno.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/iseg.h"
#include "mlx5/port_priv.h"

#define INIT_MS_PER_TIME 2u    /* times timeout_ms: 120 s by default, as Linux */
#define ONES_MS          1000u /* PCIe gives a function a second to be ready after a reset */

static int state_err(struct lac_port *port, int err, enum lac_where where, const char *what)
{
	struct lac_err e;

	lac_why(&e, err, where, "%s", what);
	return lac_port_fail(port, &e);
}

/* ---- reset, interrupts ---- */

static int reset_up(struct lac_port *port)
{
	int err = port->bus->ops->reset(port->bus);

	/* a function without FLR was reset when the kernel opened it; there is no more to be had */
	if (err && err != -ENOTSUP && err != -ENOTTY) {
		if (lac_bus_gone(port->bus))
			return lac_port_gone_bus(port);
		return state_err(port, err, LAC_AT_BUS, "reset of the function");
	}
	err = lac_bus_master(port->bus, true);
	return err ? state_err(port, err, LAC_AT_BUS, "bus master on") : 0;
}

static int irq_down(struct lac_port *port)
{
	lac_irqs_detach(port);
	return 0;
}

/* ---- command queue ---- */

static void version_read(struct lac_port *port)
{
	uint32_t rev = lac_bus_read32(port->bus, LAC_ISEG_FW_REV);

	port->fw[0] = (uint16_t)rev;
	port->fw[1] = (uint16_t)(rev >> 16);
	port->fw[2] = (uint16_t)lac_bus_read32(port->bus, LAC_ISEG_CMDIF_REV);
}

/* A function that was just reset may answer all-ones for a while; one that does so for longer is not there. */
static bool ones_for_long(struct lac_port *port, uint32_t v, uint64_t *since)
{
	if (v != UINT32_MAX || lac_bus_read32(port->bus, LAC_ISEG_FW_REV) != UINT32_MAX) {
		*since = 0;
		return false;
	}
	if (!*since)
		*since = lac_now_ms();
	return lac_now_ms() - *since > ONES_MS;
}

static int cmdif_up(struct lac_port *port)
{
	uint64_t end = lac_now_ms() + (uint64_t)INIT_MS_PER_TIME * port->args.timeout_ms, since = 0;
	unsigned int turn = 0;

	for (;;) {
		uint32_t v = lac_bus_read32(port->bus, LAC_ISEG_INITIALIZING);

		if (lac_bus_gone(port->bus) || ones_for_long(port, v, &since))
			return lac_port_gone_bus(port);
		if (!(v >> 31))
			break;
		if (lac_now_ms() > end || lac_port_overdue(port))
			return state_err(
				port, -ETIMEDOUT, LAC_AT_TIMEOUT, "firmware's initialisation");
		lac_port_step(port);
		lac_pause(&turn);
	}
	version_read(port);
	return lac_cmdq_init(port);
}

/* ---- pages, capabilities ---- */

static int boot_pages_up(struct lac_port *port)
{
	return lac_pages_provide(port, PRM_BOOT_BOOT_PAGES);
}

static int init_pages_up(struct lac_port *port)
{
	return lac_pages_provide(port, PRM_BOOT_INIT_PAGES);
}

static int caps_up(struct lac_port *port)
{
	int err = lac_caps_read(port);

	if (!err && !port->caps.link_ib)
		err = state_err(port, -ENOTSUP, LAC_AT_STATE,
			"an Ethernet port; this driver knows InfiniBand only so far");
	return err;
}

/* ---- protection domain and its key ---- */

static int pd_up(struct lac_port *port)
{
	int err = lac_pdn_alloc(port, &port->pdn);

	port->has_pd = !err;
	return err;
}

static int pd_down(struct lac_port *port)
{
	if (!port->has_pd)
		return 0;
	port->has_pd = false;
	return lac_pdn_free(port, port->pdn);
}

static int mkey_up(struct lac_port *port)
{
	int err = lac_dma_key_create(port, port->pdn, &port->dma_lkey_be);

	port->has_mkey = !err;
	return err;
}

static int mkey_down(struct lac_port *port)
{
	if (!port->has_mkey)
		return 0;
	port->has_mkey = false;
	return lac_dma_key_destroy(port, port->dma_lkey_be);
}

static int health_up(struct lac_port *port)
{
	lac_health_start(port);
	return 0;
}

/* Each down copes with a step that came up in part, or not at all. */
static const struct {
	const char *name;
	int (*up)(struct lac_port *port);
	int (*down)(struct lac_port *port);
} steps[LAC_STEPS] = {
	[LAC_STEP_RESET] = {"reset", reset_up, NULL},
	[LAC_STEP_IRQ] = {"interrupts", lac_irqs_attach, irq_down},
	[LAC_STEP_CMDIF] = {"command queue", cmdif_up, NULL},
	[LAC_STEP_HEALTH] = {"health", health_up, NULL},
	[LAC_STEP_ENABLE] = {"ENABLE_HCA", lac_function_enable, lac_function_disable},
	[LAC_STEP_ISSI] = {"ISSI", lac_function_issi, NULL},
	[LAC_STEP_BOOT_PAGES] = {"boot pages", boot_pages_up, lac_pages_reclaim},
	[LAC_STEP_CAPS] = {"capabilities", caps_up, NULL},
	[LAC_STEP_INIT_PAGES] = {"init pages", init_pages_up, NULL},
	[LAC_STEP_INIT] = {"INIT_HCA", lac_function_init, lac_function_teardown},
	[LAC_STEP_UAR] = {"UARs", lac_uars_create, lac_uars_destroy},
	[LAC_STEP_EQ] = {"event queues", lac_eqs_create, lac_eqs_destroy},
	[LAC_STEP_VPORT] = {"port", lac_vport_query, NULL},
	[LAC_STEP_PD] = {"protection domain", pd_up, pd_down},
	[LAC_STEP_MKEY] = {"local DMA key", mkey_up, mkey_down},
};

const char *lac_step_name(enum lac_step step)
{
	return (unsigned int)step < LAC_STEPS ? steps[step].name : "?";
}

/* Nobody uses the device any more, by command or event, from here on. */
static void quiesce(struct lac_port *port)
{
	pthread_mutex_lock(&port->step_lock);
	port->health.on = false;
	lac_vport_forget(port);
	lac_pages_abandon(port);
	pthread_mutex_unlock(&port->step_lock);
	lac_cmdq_shut(port);
}

/* Whatever of the device is left in our memory. The device can no longer reach any of it. */
static void forget(struct lac_port *port)
{
	lac_pages_forget(port);
	lac_eqs_drop(port);
	lac_cmdq_fini(port);
	port->uar_count = 0;
	memset(port->uar, 0, sizeof(port->uar));
	port->enabled = port->inited = port->has_pd = port->has_mkey = false;
	port->stuck = false;
	port->up = 0;
}

void lac_bringdown(struct lac_port *port)
{
	bool clean = true;

	for (int s = port->up - 1; s >= 0; s--) {
		if (!steps[s].down)
			continue;
		/* a device that does not answer is not asked again: its deadlines would add up */
		if (!lac_port_dead(port) && !port->stuck)
			clean &= !steps[s].down(port);
		else
			clean = false;
	}
	quiesce(port);
	pthread_mutex_lock(&port->step_lock);
	if (port->up > LAC_STEP_RESET && !lac_bus_gone(port->bus)) {
		if (!clean) {
			(void)port->bus->ops->reset(port->bus);
			lac_irqs_detach(port);
		}
		(void)lac_bus_master(port->bus, false);
	}
	forget(port);
	pthread_mutex_unlock(&port->step_lock);
}

int lac_bringup(struct lac_port *port)
{
	uint64_t start = lac_now_us(),
		 issued = __atomic_load_n(&port->cmdq.issued, __ATOMIC_RELAXED);
	struct lac_err e;
	int err = 0;

	for (int s = 0; s < LAC_STEPS; s++) {
		port->up = s + 1;
		err = lac_port_dead(port) ? -ENODEV : steps[s].up(port);
		if (err)
			break;
	}
	port->bring_us = lac_now_us() - start;
	port->bring_cmds = (uint32_t)(__atomic_load_n(&port->cmdq.issued, __ATOMIC_RELAXED) -
				      issued);
	if (!err)
		return 0;
	/* teardown may fail as well: the record that the caller sees is the first one's */
	lac_port_err(port, &e);
	lac_bringdown(port);
	lac_port_fail(port, &e);
	return err;
}
