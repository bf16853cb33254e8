/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Recovery: a reset and a new bring-up under a port that stays open. The default objects come back; queues and
 * keys of before do not: the device has forgotten them, their numbers may be given to others, so each is
 * reported lost, and the epoch tells them apart from new ones. Their memory stays theirs until they are
 * destroyed.
 */
#include <errno.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

static int refuse(struct lac_port *port, int err, const char *what)
{
	struct lac_err e;

	lac_why(&e, err, err == -ENODEV ? LAC_AT_GONE : LAC_AT_STATE, "%s", what);
	return lac_port_fail(port, &e);
}

int lac_port_recover(struct lac_port *port, unsigned int deadline_ms)
{
	struct lac_err e;
	int err;

	pthread_mutex_lock(&port->lock);
	if (lac_port_move(port, LAC_PORT_OPENING)) {
		err = refuse(port, -ENODEV, port->bus->bdf);
		pthread_mutex_unlock(&port->lock);
		return err;
	}
	/* closes every gate and ends every waiting command, whether the port was well or not */
	atomic_store_explicit(&port->dead, true, memory_order_release);
	lac_objs_gone(port);
	atomic_fetch_add(&port->epoch, 1);
	lac_bringdown(port);
	lac_objs_lost(port);
	if (lac_bus_gone(port->bus)) {
		err = lac_port_gone_bus(port);
		pthread_mutex_unlock(&port->lock);
		return err;
	}
	atomic_store(&port->end_ms, deadline_ms ? lac_now_ms() + deadline_ms : 0);
	atomic_store_explicit(&port->dead, false, memory_order_release);
	err = lac_bringup(port);
	atomic_store(&port->end_ms, 0);
	if (!err && !lac_port_move(port, LAC_PORT_READY)) {
		port->recoveries++;
		lac_event_push(port, LAC_EV_RECOVERED, 0, NULL);
	} else if (err) {
		lac_port_err(port, &e);
		lac_port_gone(port,
			&(struct lac_err){
				.err = err, .where = LAC_AT_HEALTH, .arg = "recovery failed"});
		lac_port_fail(port, &e);
	} else {
		err = -ENODEV; /* it went again in the meantime, and said so */
	}
	pthread_mutex_unlock(&port->lock);
	return err;
}
