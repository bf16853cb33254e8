/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The vfio-user client's inside: one connection, one request at a time. Whoever holds the lock is the one
 * reader of the socket; while waiting for a reply it answers the server's own DMA requests, from the
 * memory that this bus has mapped and from nothing else.
 *
 * A request that found no reply by its deadline leaves its id in @late; the reply, should it still come,
 * is dropped by that id. Anything else that was not asked for ends the connection.
 */
#ifndef LAC_BUS_VU_CLIENT_H
#define LAC_BUS_VU_CLIENT_H

#include <pthread.h>

#include "bus/areas.h"
#include "bus/bus.h"
#include "bus/maps.h"
#include "bus/vu_msg.h"

#define VU_LATE_MAX 64u

struct vu_bus {
	struct lac_bus bus; /* first */
	pthread_mutex_t lock;
	struct vu_sock sock;
	uint16_t last_id;
	uint16_t late[VU_LATE_MAX];
	uint32_t nlate;
	uint64_t peer_fds;  /* descriptors it accepts with one message */
	uint64_t peer_xfer; /* bytes it accepts in one access */
	uint64_t peer_maps; /* maps it keeps */
	uint64_t peer_page; /* its smallest page of a map, a power of two */
	bool can_reset;
	struct lac_maps maps;
	struct lac_areas areas;
};

/* One request. @body_min..@body_max bounds a good reply's body. */
struct vu_req {
	enum vu_cmd cmd;
	struct iovec v[2];
	unsigned int n;
	const int *fds;
	unsigned int nfds;
	uint32_t body_min, body_max;
};

/*
 * Both under b->lock. 0: the reply is in b->sock until lac_vu_drop(); else -errno as the server gave it,
 * -ETIMEDOUT or -ENODEV.
 */
int lac_vu_call(struct vu_bus *b, const struct vu_req *req);
/* Takes what has come without asking, without waiting; 0 or -ENODEV. */
int lac_vu_take(struct vu_bus *b);
/* The connection is of no more use: every later call fails at once. Returns -ENODEV. */
int lac_vu_die(struct vu_bus *b);

/* vu_open.c: connects, agrees on the version, learns what the device has. */
int lac_vu_open(const char *path, const char *bdf, uint32_t timeout_ms, struct lac_bus **bus,
	struct lac_err *why);
/* The same over a connected socket, taken over even by a failure. */
int lac_vu_open_fd(
	int fd, const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why);

/* vfio_user.c */
extern const struct lac_bus_ops lac_vu_ops;

#endif
