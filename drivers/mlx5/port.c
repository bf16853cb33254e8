/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The life of a port: open, close, and the small questions in between.
 *
 *   OPENING -> READY -> (SICK | GONE) -> OPENING (recovery) or CLOSING
 *
 * The table below is the whole of it; what it does not have is refused.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

#define HEALTH_MS 2000u /* the kernel's interval (health.c) */

static const bool may[LAC_PORT_CLOSING + 1][LAC_PORT_CLOSING + 1] = {
	[LAC_PORT_OPENING] = {[LAC_PORT_READY] = true,
		[LAC_PORT_SICK] = true,
		[LAC_PORT_GONE] = true,
		[LAC_PORT_CLOSING] = true},
	[LAC_PORT_READY] = {[LAC_PORT_OPENING] = true,
		[LAC_PORT_SICK] = true,
		[LAC_PORT_GONE] = true,
		[LAC_PORT_CLOSING] = true},
	[LAC_PORT_SICK] =
		{[LAC_PORT_OPENING] = true, [LAC_PORT_GONE] = true, [LAC_PORT_CLOSING] = true},
	[LAC_PORT_GONE] = {[LAC_PORT_CLOSING] = true},
};

int lac_port_move(struct lac_port *port, enum lac_port_state to)
{
	int from = atomic_load(&port->state);

	do {
		if (!may[from][to])
			return -EINVAL;
	} while (!atomic_compare_exchange_weak(&port->state, &from, (int)to));
	return 0;
}

enum lac_port_state lac_port_state(const struct lac_port *port)
{
	return (enum lac_port_state)atomic_load(&port->state);
}

const char *lac_port_state_name(enum lac_port_state state)
{
	static const char *const names[] = {"opening", "ready", "sick", "gone", "closing"};

	return (size_t)state < sizeof(names) / sizeof(names[0]) ? names[state] : "?";
}

/* ---- the record of the last failure ---- */

int lac_port_fail(struct lac_port *port, const struct lac_err *e)
{
	pthread_mutex_lock(&port->err_lock);
	port->err = *e;
	pthread_mutex_unlock(&port->err_lock);
	return e->err;
}

int lac_port_err(const struct lac_port *port, struct lac_err *out)
{
	pthread_mutex_t *lock = (pthread_mutex_t *)&port->err_lock;

	pthread_mutex_lock(lock);
	*out = port->err;
	pthread_mutex_unlock(lock);
	return out->where == LAC_AT_NONE ? -ENOENT : 0;
}

/* ---- open ---- */

struct lac_port *lac_port_new(void)
{
	struct lac_port *port = calloc(1, sizeof(*port));

	if (!port)
		return NULL;
	atomic_init(&port->state, LAC_PORT_OPENING);
	pthread_mutex_init(&port->lock, NULL);
	pthread_mutex_init(&port->step_lock, NULL);
	pthread_mutex_init(&port->err_lock, NULL);
	pthread_mutex_init(&port->cmdq.lock, NULL);
	pthread_mutex_init(&port->events.lock, NULL);
	pthread_mutex_init(&port->objs.lock, NULL);
	lac_arena_init(port);
	port->irqs.ep = port->irqs.timer = port->irqs.wake = port->irqs.ready = port->irqs.user =
		-1;
	for (unsigned int i = 0; i < LAC_IRQS; i++)
		port->irqs.fd[i] = -1;
	port->pages.cmd = port->vport.cmd = -1;
	port->index = -1;
	return port;
}

/* Everything of a port, in whatever state of completion; @port->up is 0. */
void lac_port_delete(struct lac_port *port)
{
	if (port->hot)
		lac_hot_destroy(port->hot);
	lac_pages_fini(port);
	lac_objs_fini(port);
	lac_arena_fini(port);
	lac_irqs_fini(port);
	if (port->joined)
		lac_as_leave(port->as, port->bus);
	if (port->as)
		lac_as_put(port->as);
	if (port->bus)
		port->bus->ops->close(port->bus);
	if (port->index >= 0)
		lac_release(port->index);
	pthread_mutex_destroy(&port->objs.lock);
	pthread_mutex_destroy(&port->events.lock);
	pthread_mutex_destroy(&port->cmdq.lock);
	pthread_mutex_destroy(&port->err_lock);
	pthread_mutex_destroy(&port->step_lock);
	pthread_mutex_destroy(&port->lock);
	free(port);
}

/* From a bus that is open and an address space: everything but who claimed the function. */
int lac_port_start(struct lac_port *port, struct lac_err *why)
{
	int err = lac_as_join(port->as, port->bus, why);

	if (err)
		return err;
	port->joined = true;
	port->health_ms = port->args.timeout_ms < HEALTH_MS ? port->args.timeout_ms : HEALTH_MS;
	err = lac_pages_init(port);
	if (!err)
		err = lac_irqs_init(port);
	if (!err)
		err = lac_bringup(port);
	if (!err) {
		port->hot = lac_hot_create(port);
		if (!port->hot)
			err = lac_why(
				&port->err, -ENOMEM, LAC_AT_MEM, "what queues keep of a port");
	}
	if (!err && lac_port_move(port, LAC_PORT_READY))
		err = lac_port_gone_bus(port);
	if (!err)
		err = lac_service_start(port);
	if (err) {
		if (lac_port_err(port, why))
			lac_why(why, err, LAC_AT_MEM, "opening the port: %s", strerror(-err));
		(void)lac_port_move(port, LAC_PORT_CLOSING);
		lac_bringdown(port);
	}
	return err;
}

int lac_port_open(int index, struct lac_port **out, struct lac_err *why)
{
	struct lac_err mine;
	struct lac_port *port;
	int err;

	if (!why)
		why = &mine;
	*out = NULL;
	port = lac_port_new();
	if (!port)
		return lac_why(why, -ENOMEM, LAC_AT_MEM, "a port");
	err = lac_claim(index, &port->args, why);
	if (!err) {
		port->index = index;
		port->as = lac_as_get(why);
		err = port->as ? 0 : why->err;
	}
	if (!err)
		err = lac_bus_open(port->args.bdf, port->args.timeout_ms, &port->bus, why);
	if (!err)
		err = lac_port_start(port, why);
	if (err) {
		lac_port_delete(port);
		return err;
	}
	lac_claim_show(index, port);
	*out = port;
	return 0;
}

/* ---- close ---- */

/* Names one kind of what the application still holds. */
static int held(struct lac_port *port)
{
	struct lac_err e;
	int err = 0;

	pthread_mutex_lock(&port->objs.lock);
	for (size_t i = 0; i < sizeof(port->hold) / sizeof(port->hold[0]) && !err; i++) {
		if (port->hold[i].what && port->hold[i].count > 0)
			err = lac_why(&e, -EBUSY, LAC_AT_STATE, "%d of kind \"%s\" not destroyed",
				port->hold[i].count, port->hold[i].what);
	}
	pthread_mutex_unlock(&port->objs.lock);
	return err ? lac_port_fail(port, &e) : 0;
}

int lac_port_close(struct lac_port *port)
{
	int err = held(port);

	if (err)
		return err;
	if (port->index >= 0)
		lac_claim_show(port->index, NULL);
	(void)lac_port_move(port, LAC_PORT_CLOSING);
	lac_service_stop(port);
	lac_bringdown(port);
	lac_port_delete(port);
	return 0;
}

/* ---- small questions ---- */

struct lac_bus *lac_port_bus(struct lac_port *port)
{
	return port->bus;
}

struct lac_as *lac_port_as(struct lac_port *port)
{
	return port->as;
}

int lac_port_index(const struct lac_port *port)
{
	return port->index;
}

const char *lac_port_bdf(const struct lac_port *port)
{
	return port->args.bdf;
}

int lac_port_numa(const struct lac_port *port)
{
	return port->bus->numa_node;
}

int lac_port_numa_node(const struct lac_port *port)
{
	return port->bus->numa_node;
}

uint32_t lac_port_pdn(const struct lac_port *port)
{
	return port->pdn;
}

uint32_t lac_port_dma_lkey_be(const struct lac_port *port)
{
	return port->dma_lkey_be;
}

uint32_t lac_port_comp_eqn(const struct lac_port *port)
{
	return port->eq[LAC_EQ_COMP].eqn;
}

bool lac_port_check_full(const struct lac_port *port)
{
	return port->args.check_full;
}

uint8_t lac_port_num(const struct lac_port *port)
{
	(void)port;
	return 1; /* a function has one port; num_ports > 1 is a pair of functions */
}

uint32_t lac_port_timeout_ms(const struct lac_port *port)
{
	return port->args.timeout_ms;
}

const struct lac_caps *lac_port_caps(const struct lac_port *port)
{
	return &port->caps;
}

const struct lac_limits *lac_port_limits(const struct lac_port *port)
{
	return &port->limits;
}

uint32_t lac_port_epoch(const struct lac_port *port)
{
	return atomic_load(&port->epoch);
}

struct lac_hot *lac_port_hot(const struct lac_port *port)
{
	return port->hot;
}
