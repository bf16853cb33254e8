/* SPDX-License-Identifier: BSD-3-Clause */
/* What the parts of the kernel VFIO bus and lac_bus_open() share. */
#ifndef LAC_BUS_VFIO_H
#define LAC_BUS_VFIO_H

#include "bus/bus.h"

/* bus.c: the folder of PCI devices, as EAL takes it from the environment */
const char *lac_sysfs_pci(void);

/* vfio.c: a function bound to vfio-pci */
int lac_vfio_open(const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why);

struct lac_vfio_container;

/* vfio_container.c: the process's one container, made by the first function and shared by the rest */
int lac_vfio_container_join(const char *bdf, struct lac_vfio_container **c, struct lac_err *why);
void lac_vfio_container_leave(struct lac_vfio_container *c);

/*
 * vfio_map.c. First the limits, once a function's device is open. Then maps: each stretch of memory is
 * mapped once, however many functions ask.
 */
int lac_vfio_container_learn(struct lac_vfio_container *c, const char *bdf, struct lac_err *why);
int lac_vfio_container_map(
	struct lac_vfio_container *c, const char *bdf, void *va, size_t len, struct lac_err *why);
int lac_vfio_container_unmap(struct lac_vfio_container *c, void *va, size_t len);

#endif
