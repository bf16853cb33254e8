/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Progress of a port and what it tells: events are queued records, never callbacks under a lock.
 */
#ifndef LACUNA_EVENT_H
#define LACUNA_EVENT_H

#include <lacuna/base.h>
#include <lacuna/err.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_event_type - what happened
 * @LAC_EV_UP, @LAC_EV_DOWN: the link
 * @LAC_EV_HEALTH:    a fatal state; @why tells; posts are refused from now on
 * @LAC_EV_REMOVED:   the function vanished
 * @LAC_EV_QP:        queue pair @object: @why.arg names the event
 * @LAC_EV_CQ:        an armed completion queue @object has something to poll
 * @LAC_EV_CQ_ERROR:  completion queue @object overran or broke
 * @LAC_EV_PAGES:     firmware asked for pages that could not be given; @why
 * @LAC_EV_RECOVERED: lac_port_recover() succeeded
 */
enum lac_event_type {
	LAC_EV_NONE = 0,
	LAC_EV_UP,
	LAC_EV_DOWN,
	LAC_EV_HEALTH,
	LAC_EV_REMOVED,
	LAC_EV_QP,
	LAC_EV_CQ,
	LAC_EV_CQ_ERROR,
	LAC_EV_PAGES,
	LAC_EV_RECOVERED,
};

/**
 * struct lac_event - one of them
 * @type:   enum lac_event_type
 * @object: number of the queue concerned, 0 for the port's own
 * @why:    its reason, where there is one (else @why.where is LAC_AT_NONE)
 */
struct lac_event {
	enum lac_event_type type;
	uint32_t object;
	struct lac_err why;
};

/* Its name, "?" if unknown. */
const char *lac_event_name(enum lac_event_type type);

/**
 * lac_port_service - serves EQs, firmware's page requests, health and the bus
 *
 * Only where the device argument ctrl=app is given; otherwise a control thread of the library does it.
 * Any one thread at a time, never a data lcore. Bounded time: it does not wait for the device.
 *
 * Return: how much was done (0: nothing); -ENODEV gone; -EBUSY the library's own thread serves.
 */
int lac_port_service(struct lac_port *port);

/**
 * lac_port_event - takes the oldest event
 *
 * Any thread. The queue is bounded (256); what is lost is counted in the port's statistics.
 *
 * Return: 1 got one; 0 none.
 */
int lac_port_event(struct lac_port *port, struct lac_event *ev);

/**
 * lac_port_fd - readable while lac_port_event() has one, or lac_port_service() has work
 *
 * For poll(2) and epoll; never read it. Lives as long as the port. Any thread.
 *
 * Return: the descriptor.
 */
int lac_port_fd(struct lac_port *port);

#ifdef __cplusplus
}
#endif

#endif
