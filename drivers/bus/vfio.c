/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The bus over the kernel's vfio-pci. EAL opens the group and the device; registers are mapped where the
 * kernel lets them, configuration space is read and written through the device's descriptor, MSI-X
 * vectors signal eventfds.
 *
 * All vectors are enabled at the first request and stay so: kernels before 6.5 cannot add one later.
 * A request by the kernel to give the function back, and a register that reads all-ones together with
 * its vendor id, mean that it is gone.
 */
#include <errno.h>
#include <linux/pci_regs.h>
#include <linux/vfio.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <rte_vfio.h>

#include "bus/areas.h"
#include "bus/mmio.h"
#include "bus/vfio.h"
#include "bus/why.h"

#define VECTORS_MAX 2048u

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

static struct vfio_bus *vfio_of(struct lac_bus *bus)
{
	return (struct vfio_bus *)(void *)bus;
}

static void vfio_die(struct vfio_bus *b)
{
	__atomic_store_n(&b->bus.gone, true, __ATOMIC_RELEASE);
}

static int cfg_access(struct vfio_bus *b, uint32_t off, void *in, const void *out, uint32_t len)
{
	ssize_t n = -1;

	if (!len || off > b->cfg_bytes || len > b->cfg_bytes - off)
		return -EINVAL;
	if (!lac_bus_gone(&b->bus)) {
		off_t at = (off_t)(b->cfg_off + off);

		n = in ? pread(b->fd, in, len, at) : pwrite(b->fd, out, len, at);
		if (n == (ssize_t)len)
			return 0;
		vfio_die(b);
	}
	if (in)
		memset(in, 0xff, len);
	return -ENODEV;
}

static int vfio_cfg_read(struct lac_bus *bus, uint32_t off, void *buf, uint32_t len)
{
	return cfg_access(vfio_of(bus), off, buf, NULL, len);
}

static int vfio_cfg_write(struct lac_bus *bus, uint32_t off, const void *buf, uint32_t len)
{
	return cfg_access(vfio_of(bus), off, NULL, buf, len);
}

static void *vfio_bar_ptr(struct lac_bus *bus, uint64_t off, uint64_t len)
{
	return lac_areas_ptr(&vfio_of(bus)->areas, off, len);
}

static bool all_ones(const void *buf, uint32_t len)
{
	const uint8_t *p = buf;

	while (len && *p == 0xff) {
		p++;
		len--;
	}
	return !len;
}

static int vfio_bar_read(struct lac_bus *bus, uint64_t off, void *buf, uint32_t len)
{
	struct vfio_bus *b = vfio_of(bus);
	volatile const void *p = vfio_bar_ptr(bus, off, len);
	uint16_t vendor;
	int err;

	if (!len || off > bus->bar_bytes || len > bus->bar_bytes - off)
		return -EINVAL;
	if (lac_bus_gone(bus))
		err = -ENODEV;
	else if (p)
		err = lac_mmio_read(p, buf, len);
	else
		err = pread(b->fd, buf, len, (off_t)(b->bar_off + off)) == (ssize_t)len ? 0 : -EIO;
	/* no function has this vendor: nobody answers any more */
	if (!err && all_ones(buf, len) && !vfio_cfg_read(bus, PCI_VENDOR_ID, &vendor, 2) &&
		vendor == 0xffff)
		vfio_die(b);
	if (err || lac_bus_gone(bus))
		memset(buf, 0xff, len);
	return lac_bus_gone(bus) ? -ENODEV : err;
}

static int vfio_bar_write(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len)
{
	struct vfio_bus *b = vfio_of(bus);
	volatile void *p = vfio_bar_ptr(bus, off, len);

	if (!len || off > bus->bar_bytes || len > bus->bar_bytes - off)
		return -EINVAL;
	if (lac_bus_gone(bus))
		return -ENODEV;
	if (p)
		return lac_mmio_write(p, buf, len);
	return pwrite(b->fd, buf, len, (off_t)(b->bar_off + off)) == (ssize_t)len ? 0 : -EIO;
}

/* Sets vectors of interrupt @index to @fds; NULL switches the whole interrupt off. */
static int irqs_ioctl(
	struct vfio_bus *b, uint32_t index, uint32_t start, uint32_t count, const int32_t *fds)
{
	size_t bytes = sizeof(struct vfio_irq_set) + (fds ? count * sizeof(*fds) : 0);
	struct vfio_irq_set *set = calloc(1, bytes);
	int err = 0;

	if (!set)
		return -ENOMEM;
	set->argsz = (uint32_t)bytes;
	set->flags = VFIO_IRQ_SET_ACTION_TRIGGER |
		     (fds ? VFIO_IRQ_SET_DATA_EVENTFD : VFIO_IRQ_SET_DATA_NONE);
	set->index = index;
	set->start = start;
	set->count = fds ? count : 0;
	if (fds)
		memcpy(set->data, fds, count * sizeof(*fds));
	if (ioctl(b->fd, VFIO_DEVICE_SET_IRQS, set))
		err = -errno;
	free(set);
	return err;
}

static int vfio_irqs_set(struct lac_bus *bus, uint32_t start, uint32_t count, const int *fds)
{
	struct vfio_bus *b = vfio_of(bus);
	int err;

	if (!count || start > bus->irq_count || count > bus->irq_count - start)
		return -EINVAL;
	if (lac_bus_gone(bus))
		return -ENODEV;
	pthread_mutex_lock(&b->lock);
	for (uint32_t i = 0; i < count; i++)
		b->vector[start + i] = fds[i];
	if (b->irqs_on)
		err = irqs_ioctl(b, VFIO_PCI_MSIX_IRQ_INDEX, start, count, &b->vector[start]);
	else
		err = irqs_ioctl(b, VFIO_PCI_MSIX_IRQ_INDEX, 0, bus->irq_count, b->vector);
	if (err) {
		for (uint32_t i = 0; i < count; i++)
			b->vector[start + i] = -1;
	} else {
		b->irqs_on = true;
	}
	pthread_mutex_unlock(&b->lock);
	return err;
}

static int vfio_dma_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	(void)fd;
	(void)fd_off;
	return lac_vfio_container_map(vfio_of(bus)->container, bus->bdf, va, len, why);
}

/* Also of a function that is gone: its container holds the maps. */
static int vfio_dma_unmap(struct lac_bus *bus, void *va, size_t len)
{
	return lac_vfio_container_unmap(vfio_of(bus)->container, va, len);
}

static int vfio_reset(struct lac_bus *bus)
{
	struct vfio_bus *b = vfio_of(bus);

	if (lac_bus_gone(bus))
		return -ENODEV;
	if (!(b->flags & VFIO_DEVICE_FLAGS_RESET))
		return -ENOTSUP;
	return ioctl(b->fd, VFIO_DEVICE_RESET) ? -errno : 0;
}

static int vfio_service(struct lac_bus *bus)
{
	struct vfio_bus *b = vfio_of(bus);
	uint64_t n;

	if (b->req_fd >= 0 && read(b->req_fd, &n, sizeof(n)) == sizeof(n))
		vfio_die(b);
	return lac_bus_gone(bus) ? -ENODEV : 0;
}

static int vfio_fd(struct lac_bus *bus)
{
	return vfio_of(bus)->req_fd;
}

static void vfio_close(struct lac_bus *bus)
{
	struct vfio_bus *b = vfio_of(bus);

	if (b->irqs_on)
		irqs_ioctl(b, VFIO_PCI_MSIX_IRQ_INDEX, 0, 0, NULL);
	if (b->req_fd >= 0) {
		irqs_ioctl(b, VFIO_PCI_REQ_IRQ_INDEX, 0, 0, NULL);
		close(b->req_fd);
	}
	lac_areas_unmap(&b->areas);
	if (b->fd >= 0)
		rte_vfio_release_device(lac_sysfs_pci(), bus->bdf, b->fd);
	if (b->container)
		lac_vfio_container_leave(b->container);
	pthread_mutex_destroy(&b->lock);
	free(b->vector);
	free(b);
}

static const struct lac_bus_ops vfio_ops = {
	.name = "vfio",
	.cfg_read = vfio_cfg_read,
	.cfg_write = vfio_cfg_write,
	.bar_read = vfio_bar_read,
	.bar_write = vfio_bar_write,
	.bar_ptr = vfio_bar_ptr,
	.irqs_set = vfio_irqs_set,
	.dma_map = vfio_dma_map,
	.dma_unmap = vfio_dma_unmap,
	.reset = vfio_reset,
	.service = vfio_service,
	.fd = vfio_fd,
	.close = vfio_close,
};

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
	if (b->req_fd >= 0 && irqs_ioctl(b, VFIO_PCI_REQ_IRQ_INDEX, 0, 1, &b->req_fd)) {
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
	b->bus.ops = &vfio_ops;
	b->bus.timeout_ms = timeout_ms;
	b->bus.numa_node = -1;
	b->fd = b->req_fd = -1;
	snprintf(b->bus.bdf, sizeof(b->bus.bdf), "%s", bdf);
	err = device_open(b, why);
	if (err) {
		vfio_close(&b->bus);
		return err;
	}
	*bus = &b->bus;
	return 0;
}
