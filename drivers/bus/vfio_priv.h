/* SPDX-License-Identifier: BSD-3-Clause */
/* The process's VFIO container, for the files that make it and map in it. */
#ifndef LAC_BUS_VFIO_PRIV_H
#define LAC_BUS_VFIO_PRIV_H

#include <linux/vfio.h>
#include <pthread.h>

#include "bus/maps.h"
#include "bus/vfio.h"

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
