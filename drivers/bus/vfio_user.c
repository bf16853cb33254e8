/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The bus over a vfio-user socket: each operation is one request, or a plain access where the server
 * shares that stretch of BAR 0. Region and interrupt numbers are VFIO's for PCI.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <stdlib.h>
#include <string.h>

#include "bus/mmio.h"
#include "bus/vu_client.h"
#include "bus/why.h"

static struct vu_bus *vu_of(struct lac_bus *bus)
{
	return (struct vu_bus *)(void *)bus;
}

static int region_access(
	struct vu_bus *b, uint32_t region, uint64_t off, void *in, const void *out, uint32_t len)
{
	struct vu_region_access a = {off, region, len};
	struct vu_req req = {
		.cmd = out ? VU_REGION_WRITE : VU_REGION_READ,
		.v = {{&a, sizeof(a)}, {(void *)(uintptr_t)out, len}},
		.n = out ? 2 : 1,
		.body_min = (uint32_t)sizeof(a) + (in ? len : 0),
		.body_max = (uint32_t)sizeof(a) + (in ? len : 0),
	};
	const struct vu_region_access *got;
	int err;

	if (!len || len > b->peer_xfer || len > VU_XFER_MAX)
		return -EINVAL;
	pthread_mutex_lock(&b->lock);
	err = lac_vu_call(b, &req);
	if (!err) {
		got = lac_vu_body(&b->sock);
		if (got->off != off || got->region != region || got->count != len)
			err = lac_vu_die(b);
		else if (in)
			memcpy(in, got + 1, len);
		lac_vu_drop(&b->sock);
	}
	pthread_mutex_unlock(&b->lock);
	if (err && in)
		memset(in, 0xff, len);
	return err;
}

static int vu_cfg_read(struct lac_bus *bus, uint32_t off, void *buf, uint32_t len)
{
	return region_access(vu_of(bus), VFIO_PCI_CONFIG_REGION_INDEX, off, buf, NULL, len);
}

static int vu_cfg_write(struct lac_bus *bus, uint32_t off, const void *buf, uint32_t len)
{
	return region_access(vu_of(bus), VFIO_PCI_CONFIG_REGION_INDEX, off, NULL, buf, len);
}

static void *vu_bar_ptr(struct lac_bus *bus, uint64_t off, uint64_t len)
{
	return lac_areas_ptr(&vu_of(bus)->areas, off, len);
}

static int vu_bar_read(struct lac_bus *bus, uint64_t off, void *buf, uint32_t len)
{
	volatile const void *p = vu_bar_ptr(bus, off, len);

	if (lac_bus_gone(bus)) {
		memset(buf, 0xff, len);
		return -ENODEV;
	}
	if (!p)
		return region_access(vu_of(bus), VFIO_PCI_BAR0_REGION_INDEX, off, buf, NULL, len);
	return lac_mmio_read(p, buf, len);
}

static int vu_bar_write(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len)
{
	volatile void *p = vu_bar_ptr(bus, off, len);

	if (lac_bus_gone(bus))
		return -ENODEV;
	if (!p)
		return region_access(vu_of(bus), VFIO_PCI_BAR0_REGION_INDEX, off, NULL, buf, len);
	return lac_mmio_write(p, buf, len);
}

/* One message: vectors @start.. get @fds, or are released when there are none. */
static int irqs_send(struct vu_bus *b, uint32_t start, uint32_t count, const int *fds)
{
	struct vfio_irq_set set = {
		.argsz = sizeof(set),
		.flags = VFIO_IRQ_SET_DATA_EVENTFD | VFIO_IRQ_SET_ACTION_TRIGGER,
		.index = VFIO_PCI_MSIX_IRQ_INDEX,
		.start = start,
		.count = count,
	};
	struct vu_req req = {
		.cmd = VU_SET_IRQS,
		.v = {{&set, sizeof(set)}},
		.n = 1,
		.fds = fds,
		.nfds = fds ? count : 0,
	};
	int err;

	pthread_mutex_lock(&b->lock);
	err = lac_vu_call(b, &req);
	if (!err)
		lac_vu_drop(&b->sock);
	pthread_mutex_unlock(&b->lock);
	return err;
}

/* A message carries descriptors for all its vectors or for none, and no more than the server takes. */
static int vu_irqs_set(struct lac_bus *bus, uint32_t start, uint32_t count, const int *fds)
{
	struct vu_bus *b = vu_of(bus);
	uint32_t i, n;
	int err = 0;

	if (start > bus->irq_count || count > bus->irq_count - start)
		return -EINVAL;
	for (i = 0; i < count && !err; i += n) {
		bool release = fds[i] < 0;

		for (n = 1; i + n < count && release == (fds[i + n] < 0); n++) {
			if (!release && n == b->peer_fds)
				break;
		}
		err = irqs_send(b, start + i, n, release ? NULL : &fds[i]);
	}
	return err;
}

/*
 * A change of the server's DMA table. Unanswered, it leaves open what the device may reach, and only the
 * end of the connection closes that.
 */
static int dma_call(struct vu_bus *b, const struct vu_req *req)
{
	int err = lac_vu_call(b, req);

	if (err == -ETIMEDOUT)
		return lac_vu_die(b);
	if (!err)
		lac_vu_drop(&b->sock);
	return err;
}

static int map_refuse(
	struct vu_bus *b, uint64_t va, uint64_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	if (fd < 0)
		return lac_why(why, -EBADF, LAC_AT_MEM,
			"%s: memory at %#llx has no file descriptor, which a vfio-user port needs",
			b->bus.bdf, (unsigned long long)va);
	if (!lac_span_ok(va, len) || ((va | len | fd_off) & (b->peer_page - 1)))
		return lac_why(why, -EINVAL, LAC_AT_MEM,
			"%s: memory at %#llx is not in whole pages of %llu bytes", b->bus.bdf,
			(unsigned long long)va, (unsigned long long)b->peer_page);
	if (b->maps.n >= b->peer_maps)
		return lac_why(why, -ENOSPC, LAC_AT_MEM,
			"%s: the device's limit of %llu maps is reached", b->bus.bdf,
			(unsigned long long)b->peer_maps);
	return 0;
}

static int vu_dma_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct vu_bus *b = vu_of(bus);
	struct lac_map map = {.va = (uintptr_t)va, .len = len, .fd = -1};
	struct vu_dma_map m = {
		.argsz = sizeof(m),
		.flags = VU_DMA_READABLE | VU_DMA_WRITEABLE,
		.fd_off = fd_off,
		.addr = map.va,
		.size = len,
	};
	struct vu_req req = {
		.cmd = VU_DMA_MAP,
		.v = {{&m, sizeof(m)}},
		.n = 1,
		.fds = &fd,
		.nfds = 1,
	};
	int err;

	pthread_mutex_lock(&b->lock);
	err = map_refuse(b, map.va, len, fd, fd_off, why);
	if (!err) {
		err = lac_maps_overlap(&b->maps, map.va, len) ? -EEXIST
							      : lac_maps_reserve(&b->maps, 1);
		if (!err)
			err = dma_call(b, &req);
		if (err)
			lac_why(why, err, err == -ENODEV ? LAC_AT_GONE : LAC_AT_MEM,
				"%s: mapping memory at %#llx: %s", bus->bdf,
				(unsigned long long)map.va, strerror(-err));
	}
	if (!err)
		lac_maps_insert(&b->maps, &map);
	pthread_mutex_unlock(&b->lock);
	return err;
}

static int vu_dma_unmap(struct lac_bus *bus, void *va, size_t len)
{
	struct vu_bus *b = vu_of(bus);
	struct vu_dma_unmap u = {.argsz = sizeof(u), .addr = (uintptr_t)va, .size = len};
	struct vu_req req = {
		.cmd = VU_DMA_UNMAP,
		.v = {{&u, sizeof(u)}},
		.n = 1,
		.body_max = sizeof(u),
	};
	struct lac_map *map;
	int err = -ENOENT;

	pthread_mutex_lock(&b->lock);
	map = lac_maps_find(&b->maps, u.addr, len);
	if (map) {
		/* first, so that the server's own requests no longer reach it */
		lac_maps_remove(&b->maps, (uint32_t)(map - b->maps.v), 1);
		err = dma_call(b, &req);
	}
	pthread_mutex_unlock(&b->lock);
	return err;
}

static int vu_reset(struct lac_bus *bus)
{
	struct vu_bus *b = vu_of(bus);
	struct vu_req req = {.cmd = VU_RESET};
	int err;

	if (!b->can_reset)
		return -ENOTSUP;
	pthread_mutex_lock(&b->lock);
	err = lac_vu_call(b, &req);
	if (!err)
		lac_vu_drop(&b->sock);
	pthread_mutex_unlock(&b->lock);
	return err;
}

static int vu_service(struct lac_bus *bus)
{
	struct vu_bus *b = vu_of(bus);
	int err;

	if (lac_bus_gone(bus))
		return -ENODEV;
	/* whoever holds the lock reads the socket in our stead */
	if (pthread_mutex_trylock(&b->lock))
		return 0;
	err = lac_vu_take(b);
	pthread_mutex_unlock(&b->lock);
	return err;
}

static int vu_fd(struct lac_bus *bus)
{
	return vu_of(bus)->sock.fd;
}

static void vu_close(struct lac_bus *bus)
{
	struct vu_bus *b = vu_of(bus);

	lac_areas_unmap(&b->areas);
	lac_vu_sock_fini(&b->sock);
	lac_maps_free(&b->maps);
	pthread_mutex_destroy(&b->lock);
	free(b);
}

const struct lac_bus_ops lac_vu_ops = {
	.name = "vfio-user",
	.cfg_read = vu_cfg_read,
	.cfg_write = vu_cfg_write,
	.bar_read = vu_bar_read,
	.bar_write = vu_bar_write,
	.bar_ptr = vu_bar_ptr,
	.irqs_set = vu_irqs_set,
	.dma_map = vu_dma_map,
	.dma_unmap = vu_dma_unmap,
	.reset = vu_reset,
	.service = vu_service,
	.fd = vu_fd,
	.close = vu_close,
};
