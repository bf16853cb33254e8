/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Progress. One turn serves the bus, takes the interrupts, reads the event queues, moves the page lane on and
 * looks at health, and waits for none of them. Whoever gets step_lock makes it: the control thread, the
 * application's lac_port_service(), or any thread that waits for a command. Who does not get it can rely on
 * the one who has.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <rte_lcore.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

unsigned int lac_port_step_locked(struct lac_port *port)
{
	unsigned int n = 0;
	int err;

	lac_irqs_drain(port);
	if (!lac_bus_gone(port->bus)) {
		err = port->bus->ops->service(port->bus);
		n += err > 0;
	}
	if (lac_bus_gone(port->bus))
		lac_port_gone_bus(port);
	n += lac_eqs_step(port);
	n += lac_pages_step(port);
	n += lac_vport_step(port);
	n += lac_health_step(port);
	return n;
}

unsigned int lac_port_step(struct lac_port *port)
{
	unsigned int n;

	if (pthread_mutex_trylock(&port->step_lock))
		return 0;
	n = lac_port_step_locked(port);
	pthread_mutex_unlock(&port->step_lock);
	return n;
}

void lac_port_settle(struct lac_port *port)
{
	pthread_mutex_lock(&port->step_lock);
	lac_eqs_step(port);
	pthread_mutex_unlock(&port->step_lock);
}

int lac_port_service(struct lac_port *port)
{
	if (!port->args.ctrl_app)
		return -EBUSY;
	if (lac_port_state(port) == LAC_PORT_GONE)
		return -ENODEV;
	return (int)lac_port_step(port);
}

int lac_port_fd(struct lac_port *port)
{
	return port->irqs.user;
}

/* The main lcore is pinned and what it starts inherits that: leave the data lcores' processors alone. */
static void spread(void)
{
	cpu_set_t all, rest;
	unsigned int lcore;

	memset(&all, 0xff, sizeof(all));
	if (pthread_setaffinity_np(pthread_self(), sizeof(all), &all) ||
		pthread_getaffinity_np(pthread_self(), sizeof(all), &all))
		return;
	rest = all;
	RTE_LCORE_FOREACH(lcore)
	{
		cpu_set_t own = rte_lcore_cpuset(lcore);

		CPU_AND(&own, &own, &rest);
		CPU_XOR(&rest, &rest, &own);
	}
	if (CPU_COUNT(&rest))
		(void)pthread_setaffinity_np(pthread_self(), sizeof(rest), &rest);
}

static void *control(void *arg)
{
	struct lac_port *port = arg;
	struct epoll_event ev;
	unsigned int more;
	uint64_t n;

	spread();
	while (!atomic_load(&port->stop)) {
		(void)epoll_wait(port->irqs.ep, &ev, 1, -1);
		(void)!read(port->irqs.wake, &n, sizeof(n));
		do {
			pthread_mutex_lock(&port->step_lock);
			more = lac_port_step_locked(port);
			pthread_mutex_unlock(&port->step_lock);
		} while (more && !atomic_load(&port->stop));
	}
	return NULL;
}

int lac_service_start(struct lac_port *port)
{
	sigset_t all, before;
	struct lac_err e;
	int err;

	if (port->args.ctrl_app)
		return 0;
	atomic_store(&port->stop, false);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	err = pthread_create(&port->thread, NULL, control, port);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (err) {
		lac_why(&e, -err, LAC_AT_ARGS, "ctrl=thread: %s", strerror(err));
		return lac_port_fail(port, &e);
	}
	pthread_setname_np(port->thread, "lacuna-ctrl");
	port->threaded = true;
	return 0;
}

void lac_service_stop(struct lac_port *port)
{
	const uint64_t one = 1;

	if (!port->threaded)
		return;
	atomic_store(&port->stop, true);
	(void)!write(port->irqs.wake, &one, sizeof(one));
	pthread_join(port->thread, NULL);
	port->threaded = false;
}
