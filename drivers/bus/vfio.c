/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The bus over the kernel's vfio-pci, once it is open. Registers are mapped where the
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
#include <sys/ioctl.h>
#include <unistd.h>

#include <rte_vfio.h>

#include "bus/mmio.h"
#include "bus/vfio_priv.h"

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

int lac_vfio_irqs(
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
		err = lac_vfio_irqs(b, VFIO_PCI_MSIX_IRQ_INDEX, start, count, &b->vector[start]);
	else
		err = lac_vfio_irqs(b, VFIO_PCI_MSIX_IRQ_INDEX, 0, bus->irq_count, b->vector);
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
		lac_vfio_irqs(b, VFIO_PCI_MSIX_IRQ_INDEX, 0, 0, NULL);
	if (b->req_fd >= 0) {
		lac_vfio_irqs(b, VFIO_PCI_REQ_IRQ_INDEX, 0, 0, NULL);
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

const struct lac_bus_ops lac_vfio_ops = {
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
