/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The queue of events: bounded, oldest first; when it is full the new one is lost and counted. A descriptor is
 * readable exactly while the queue is not empty.
 */
#include <string.h>
#include <unistd.h>

#include "mlx5/port_priv.h"

void lac_event_push(
	struct lac_port *port, enum lac_event_type type, uint32_t object, const struct lac_err *why)
{
	struct lac_events *q = &port->events;
	const uint64_t one = 1;

	pthread_mutex_lock(&q->lock);
	if (q->pi - q->ci == LAC_EVENTS) {
		q->lost++;
	} else {
		struct lac_event *e = &q->ring[q->pi++ % LAC_EVENTS];

		q->told++;
		memset(e, 0, sizeof(*e));
		e->type = type;
		e->object = object;
		if (why)
			e->why = *why;
		if (q->pi - q->ci == 1)
			(void)!write(port->irqs.ready, &one, sizeof(one));
	}
	pthread_mutex_unlock(&q->lock);
}

int lac_port_event(struct lac_port *port, struct lac_event *ev)
{
	struct lac_events *q = &port->events;
	uint64_t n;
	int got = 0;

	pthread_mutex_lock(&q->lock);
	if (q->pi != q->ci) {
		*ev = q->ring[q->ci++ % LAC_EVENTS];
		got = 1;
		if (q->pi == q->ci)
			(void)!read(port->irqs.ready, &n, sizeof(n));
	}
	pthread_mutex_unlock(&q->lock);
	return got;
}

const char *lac_event_name(enum lac_event_type type)
{
	static const char *const names[] = {
		[LAC_EV_NONE] = "none",
		[LAC_EV_UP] = "link up",
		[LAC_EV_DOWN] = "link down",
		[LAC_EV_HEALTH] = "health",
		[LAC_EV_REMOVED] = "removed",
		[LAC_EV_QP] = "queue pair",
		[LAC_EV_CQ] = "completion queue",
		[LAC_EV_CQ_ERROR] = "completion queue error",
		[LAC_EV_PAGES] = "pages",
		[LAC_EV_RECOVERED] = "recovered",
	};
	const char *name = (size_t)type < sizeof(names) / sizeof(names[0]) ? names[type] : NULL;

	return name ? name : "?";
}
