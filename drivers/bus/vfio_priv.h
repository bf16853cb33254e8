/* SPDX-License-Identifier: BSD-3-Clause */
/* The inside of the kernel VFIO bus: one function, and the container that all share. */
#ifndef LAC_BUS_VFIO_PRIV_H
#define LAC_BUS_VFIO_PRIV_H

#include <linux/vfio.h>
#include <pthread.h>

#include "bus/areas.h"
#include "bus/maps.h"
#include "bus/vfio.h"

struct vfio_bus {
	struct lac_bus bus;   /* first */
	pthread_mutex_t lock; /* of the vectors */
	struct lac_vfio_container *container;
	int fd;     /* the device */
	int req_fd; /* readable: the kernel wants it back */
	uint32_t flags;
	uint64_t bar_off, cfg_off, cfg_bytes;
	struct lac_areas areas;
	bool irqs_on;
	int32_t *vector; /* eventfd of each, -1: none */
};

extern const struct lac_bus_ops lac_vfio_ops;

/* Sets vectors of interrupt @index to @fds; NULL switches the whole interrupt off. */
int lac_vfio_irqs(
	struct vfio_bus *b, uint32_t index, uint32_t start, uint32_t count, const int32_t *fds);

#define LAC_IOVA_RANGES_MAX 64u

struct lac_vfio_container {
	int fd;
	uint32_t refs; /* under the zone's lock */
	bool typed;    /* the IOMMU's type is set; under the zone's lock */

	pthread_mutex_t lock; /* of what follows */
	bool learned;         /* the limits are known */
	uint32_t entries;     /* maps that the kernel takes */
	uint32_t nranges;     /* 0: not told */
	struct vfio_iova_range range[LAC_IOVA_RANGES_MAX];
	struct lac_maps maps;
};

#endif
