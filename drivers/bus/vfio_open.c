/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Opening a function over kernel VFIO: its group joins the container, EAL opens the device, then its
 * regions and interrupts are learnt. Each refusal has a sentence, and leaves nothing open.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <rte_vfio.h>

#include "bus/vfio_priv.h"
#include "bus/why.h"

/* of a PCI function (PCI, Message Control of MSI-X) */
#define VECTORS_MAX 2048u

static int step_failed(struct vfio_bus *b, struct lac_err *why, int err, const char *step)
{
	return lac_why(why, err, LAC_AT_BUS, "%s: VFIO, %s: %s", b->bus.bdf, step, strerror(-err));
}

static int regions_learn(struct vfio_bus *b, struct lac_err *why)
{
	union {
		struct vfio_region_info r;
		uint8_t b[LAC_REGION_INFO_MAX];
	} info = {.r = {.argsz = sizeof(info), .index = VFIO_PCI_CONFIG_REGION_INDEX}};

	if (ioctl(b->fd, VFIO_DEVICE_GET_REGION_INFO, &info))
		return step_failed(b, why, -errno, "configuration space");
	b->cfg_off = info.r.offset;
	b->cfg_bytes = info.r.size;
	memset(&info, 0, sizeof(info));
	info.r.argsz = sizeof(info);
	info.r.index = VFIO_PCI_BAR0_REGION_INDEX;
	if (ioctl(b->fd, VFIO_DEVICE_GET_REGION_INFO, &info))
		return step_failed(b, why, -errno, "BAR 0");
	if (!info.r.size || info.r.argsz > sizeof(info))
		return step_failed(b, why, -EPROTO, "BAR 0");
	b->bar_off = info.r.offset;
	b->bus.bar_bytes = info.r.size;
	/* what cannot be mapped is still reached through the descriptor */
	if ((info.r.flags & VFIO_REGION_INFO_FLAG_MMAP) &&
		lac_areas_map(&b->areas, &info, info.r.argsz, b->fd, UINT64_MAX))
		lac_areas_unmap(&b->areas);
	return 0;
}

static int irqs_learn(struct vfio_bus *b, struct lac_err *why)
{
	struct vfio_irq_info info = {.argsz = sizeof(info), .index = VFIO_PCI_MSIX_IRQ_INDEX};

	if (ioctl(b->fd, VFIO_DEVICE_GET_IRQ_INFO, &info))
		return step_failed(b, why, -errno, "interrupts");
	if (!info.count || info.count > VECTORS_MAX || !(info.flags & VFIO_IRQ_INFO_EVENTFD))
		return step_failed(b, why, -EPROTO, "interrupts, no MSI-X by eventfd");
	b->vector = malloc(info.count * sizeof(*b->vector));
	if (!b->vector)
		return step_failed(b, why, -ENOMEM, "interrupts");
	for (uint32_t i = 0; i < info.count; i++)
		b->vector[i] = -1;
	b->bus.irq_count = info.count;
	/* a kernel that has no such request just never makes one */
	b->req_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (b->req_fd >= 0 && lac_vfio_irqs(b, VFIO_PCI_REQ_IRQ_INDEX, 0, 1, &b->req_fd)) {
		close(b->req_fd);
		b->req_fd = -1;
	}
	return 0;
}

static int device_open(struct vfio_bus *b, struct lac_err *why)
{
	struct vfio_device_info info = {.argsz = sizeof(info)};
	int err;

	err = lac_vfio_container_join(b->bus.bdf, &b->container, why);
	if (err) {
		b->container = NULL;
		return err;
	}
	err = rte_vfio_setup_device(lac_sysfs_pci(), b->bus.bdf, &b->fd, &info);
	if (err) {
		b->fd = -1;
		return lac_why(why, -EPERM, LAC_AT_BUS,
			"%s: EAL cannot open it through VFIO: another process may hold it, or a VF "
			"token is asked for",
			b->bus.bdf);
	}
	b->flags = info.flags;
	err = lac_vfio_container_learn(b->container, b->bus.bdf, why);
	if (!err)
		err = regions_learn(b, why);
	return err ? err : irqs_learn(b, why);
}

int lac_vfio_open(const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why)
{
	struct vfio_bus *b = calloc(1, sizeof(*b));
	int err;

	if (!b)
		return lac_why(why, -ENOMEM, LAC_AT_BUS, "%s: no memory for the bus", bdf);
	pthread_mutex_init(&b->lock, NULL);
	b->bus.ops = &lac_vfio_ops;
	b->bus.timeout_ms = timeout_ms;
	b->bus.numa_node = -1;
	b->fd = b->req_fd = -1;
	snprintf(b->bus.bdf, sizeof(b->bus.bdf), "%s", bdf);
	err = device_open(b, why);
	if (err) {
		b->bus.ops->close(&b->bus);
		return err;
	}
	*bus = &b->bus;
	return 0;
}
