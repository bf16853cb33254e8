/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a sleeper waits on. The inner set @ep has the interrupts' eventfds, the bus's descriptor, a timer for
 * health and a descriptor to wake the control thread: readable when there is work for lac_port_service().
 * The outer set @user is the application's: the event queue, and @ep where the application does the serving.
 *
 * A function without MSI-X is polled: the timer runs fast then.
 */
#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

#define POLL_MS 5u /* without interrupts */

static int watch(int ep, int fd)
{
	struct epoll_event ev = {.events = EPOLLIN, .data.fd = fd};

	return epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev) ? -errno : 0;
}

static void shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void lac_irqs_fini(struct lac_port *port)
{
	struct lac_irqs *q = &port->irqs;

	shut(&q->user);
	shut(&q->ready);
	shut(&q->wake);
	shut(&q->timer);
	shut(&q->ep);
	for (unsigned int i = 0; i < LAC_IRQS; i++)
		shut(&q->fd[i]);
	q->count = 0;
}

static int timer_start(struct lac_port *port)
{
	uint32_t ms = port->irqs.count ? port->health_ms : POLL_MS;
	struct itimerspec t = {.it_interval = {ms / 1000, ms % 1000 * 1000000l}};

	t.it_value = t.it_interval;
	return timerfd_settime(port->irqs.timer, 0, &t, NULL) ? -errno : 0;
}

int lac_irqs_init(struct lac_port *port)
{
	struct lac_irqs *q = &port->irqs;
	int bus_fd = port->bus->ops->fd(port->bus), err = 0;
	struct lac_err e;

	q->count = port->bus->irq_count < LAC_IRQS ? port->bus->irq_count : LAC_IRQS;
	q->ep = epoll_create1(EPOLL_CLOEXEC);
	q->user = epoll_create1(EPOLL_CLOEXEC);
	q->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	q->wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	q->ready = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	for (unsigned int i = 0; i < q->count; i++)
		q->fd[i] = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (q->ep < 0 || q->user < 0 || q->timer < 0 || q->wake < 0 || q->ready < 0)
		err = -errno;
	for (unsigned int i = 0; i < q->count && !err; i++)
		err = q->fd[i] < 0 ? -EMFILE : watch(q->ep, q->fd[i]);
	if (!err && bus_fd >= 0)
		err = watch(q->ep, bus_fd);
	if (!err)
		err = watch(q->ep, q->timer);
	if (!err)
		err = watch(q->ep, q->wake);
	if (!err)
		err = watch(q->user, q->ready);
	if (!err && port->args.ctrl_app)
		err = watch(q->user, q->ep);
	if (!err)
		err = timer_start(port);
	if (!err)
		return 0;
	lac_irqs_fini(port);
	lac_why(&e, err, LAC_AT_BUS, "descriptors for interrupts: %s", strerror(-err));
	return lac_port_fail(port, &e);
}

int lac_irqs_attach(struct lac_port *port)
{
	struct lac_irqs *q = &port->irqs;
	struct lac_err e;
	int err = q->count ? port->bus->ops->irqs_set(port->bus, 0, q->count, q->fd) : 0;

	if (!err)
		return 0;
	lac_why(&e, err, LAC_AT_BUS, "%u MSI-X vectors: %s", q->count, strerror(-err));
	return lac_port_fail(port, &e);
}

void lac_irqs_detach(struct lac_port *port)
{
	const int none[LAC_IRQS] = {-1, -1};

	if (port->irqs.count)
		(void)port->bus->ops->irqs_set(port->bus, 0, port->irqs.count, none);
}

void lac_irqs_drain(struct lac_port *port)
{
	struct lac_irqs *q = &port->irqs;
	uint64_t n;

	for (unsigned int i = 0; i < q->count; i++)
		(void)!read(q->fd[i], &n, sizeof(n));
	(void)!read(q->timer, &n, sizeof(n));
}

void lac_irqs_bus_ended(struct lac_port *port)
{
	int fd = port->bus->ops->fd(port->bus);

	if (fd >= 0 && port->irqs.ep >= 0)
		(void)epoll_ctl(port->irqs.ep, EPOLL_CTL_DEL, fd, NULL);
}
