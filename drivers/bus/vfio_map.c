/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Maps of the shared container. Each function asks for the same ones; a map is made for the first that
 * asks and taken away with the last. What the kernel would refuse for an address or a count is refused
 * before it is asked, with the limit that was met.
 *
 * EAL's memory events end here, under EAL's hotplug lock and perhaps its memzone lock: no call of EAL
 * may be made.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>

#include "bus/vfio_priv.h"
#include "bus/why.h"

#define IOMMU_INFO_BYTES 4096u
/* the kernel's own, module parameter dma_entry_limit of vfio_iommu_type1, where it does not tell */
#define ENTRIES_DEFAULT 65535u
#define HOPS_MAX        32u

/* The limits that the kernel tells: which addresses the IOMMU has, how many maps it takes. */
static int info_read(struct lac_vfio_container *c, const uint8_t *info, uint32_t len)
{
	struct vfio_iommu_type1_info head;
	struct vfio_iommu_type1_info_cap_iova_range ranges;
	struct vfio_iommu_type1_info_dma_avail avail;
	struct vfio_info_cap_header h;
	uint32_t at, hops = 0;

	memcpy(&head, info, sizeof(head));
	at = head.flags & VFIO_IOMMU_INFO_CAPS ? head.cap_offset : 0;
	for (; at; at = h.next) {
		if (hops++ == HOPS_MAX || at > len || len - at < sizeof(h))
			return -EPROTO;
		memcpy(&h, info + at, sizeof(h));
		if (h.id == VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE && len - at >= sizeof(ranges)) {
			memcpy(&ranges, info + at, sizeof(ranges));
			if (ranges.nr_iovas > LAC_IOVA_RANGES_MAX ||
				ranges.nr_iovas > (len - at - sizeof(ranges)) / sizeof(c->range[0]))
				return -EPROTO;
			c->nranges = ranges.nr_iovas;
			memcpy(c->range, info + at + sizeof(ranges),
				ranges.nr_iovas * sizeof(c->range[0]));
		} else if (h.id == VFIO_IOMMU_TYPE1_INFO_DMA_AVAIL && len - at >= sizeof(avail)) {
			memcpy(&avail, info + at, sizeof(avail));
			c->entries = avail.avail;
		}
	}
	return 0;
}

int lac_vfio_container_learn(struct lac_vfio_container *c, const char *bdf, struct lac_err *why)
{
	union {
		struct vfio_iommu_type1_info head;
		uint8_t b[IOMMU_INFO_BYTES];
	} info = {.head.argsz = sizeof(info)};
	int err = 0;

	pthread_mutex_lock(&c->lock);
	if (!c->learned) {
		c->entries = ENTRIES_DEFAULT;
		if (ioctl(c->fd, VFIO_IOMMU_GET_INFO, &info))
			err = -errno;
		else if (info.head.argsz > sizeof(info))
			err = -EPROTO;
		else
			err = info_read(c, info.b, info.head.argsz);
		c->learned = !err;
	}
	pthread_mutex_unlock(&c->lock);
	if (err)
		return lac_why(
			why, err, LAC_AT_BUS, "%s: the IOMMU's limits: %s", bdf, strerror(-err));
	return 0;
}

/* What can be known before the kernel is asked. */
static int map_refuse(struct lac_vfio_container *c, const char *bdf, uint64_t va, uint64_t len,
	struct lac_err *why)
{
	const struct vfio_iova_range *r = c->range;
	uint64_t last = va + (len - 1);
	uint32_t i;

	if (c->maps.n >= c->entries)
		return lac_why(why, -ENOSPC, LAC_AT_MEM,
			"%s: the IOMMU's limit of %u maps is reached "
			"(vfio_iommu_type1.dma_entry_limit)",
			bdf, c->entries);
	for (i = 0; i < c->nranges && (va < r[i].start || last > r[i].end); i++)
		;
	if (!c->nranges || i < c->nranges)
		return 0;
	/* name the range that it misses by least: the last one that begins below it */
	for (i = c->nranges - 1; i && r[i].start > va; i--)
		;
	return lac_why(why, -ERANGE, LAC_AT_MEM,
		"%s: memory at %#llx is outside what the IOMMU addresses, %#llx to %#llx", bdf,
		(unsigned long long)va, (unsigned long long)r[i].start,
		(unsigned long long)r[i].end);
}

static int map_failed(const char *bdf, uint64_t va, uint64_t len, int err, struct lac_err *why)
{
	struct rlimit lim = {0, 0};

	if (err == -ENOMEM) {
		getrlimit(RLIMIT_MEMLOCK, &lim);
		return lac_why(why, err, LAC_AT_MEM,
			"%s: %llu bytes at %#llx cannot be locked: memlock limit is %llu bytes",
			bdf, (unsigned long long)len, (unsigned long long)va,
			(unsigned long long)lim.rlim_cur);
	}
	if (err == -ENOSPC)
		return lac_why(why, err, LAC_AT_MEM,
			"%s: the IOMMU's limit of maps is reached "
			"(vfio_iommu_type1.dma_entry_limit)",
			bdf);
	return lac_why(why, err, LAC_AT_MEM, "%s: mapping memory at %#llx: %s", bdf,
		(unsigned long long)va, strerror(-err));
}

/* Under c->lock. */
static int map_new(struct lac_vfio_container *c, const char *bdf, uint64_t va, uint64_t len,
	struct lac_err *why)
{
	struct lac_map map = {.va = va, .len = len, .fd = -1, .refs = 1};
	struct vfio_iommu_type1_dma_map m = {
		.argsz = sizeof(m),
		.flags = VFIO_DMA_MAP_FLAG_READ | VFIO_DMA_MAP_FLAG_WRITE,
		.vaddr = va,
		.iova = va,
		.size = len,
	};
	int err;

	if (!lac_span_ok(va, len))
		return lac_why(why, -EINVAL, LAC_AT_MEM, "%s: memory at %#llx has no length", bdf,
			(unsigned long long)va);
	err = map_refuse(c, bdf, va, len, why);
	if (err)
		return err;
	if (lac_maps_overlap(&c->maps, va, len))
		return map_failed(bdf, va, len, -EEXIST, why);
	if (lac_maps_reserve(&c->maps, 1))
		return lac_why(
			why, -ENOMEM, LAC_AT_MEM, "%s: no memory for the table of maps", bdf);
	if (ioctl(c->fd, VFIO_IOMMU_MAP_DMA, &m))
		return map_failed(bdf, va, len, -errno, why);
	return lac_maps_insert(&c->maps, &map);
}

int lac_vfio_container_map(
	struct lac_vfio_container *c, const char *bdf, void *va, size_t len, struct lac_err *why)
{
	struct lac_map *map;
	int err = 0;

	pthread_mutex_lock(&c->lock);
	map = lac_maps_find(&c->maps, (uintptr_t)va, len);
	if (map)
		map->refs++;
	else
		err = map_new(c, bdf, (uintptr_t)va, len, why);
	pthread_mutex_unlock(&c->lock);
	return err;
}

int lac_vfio_container_unmap(struct lac_vfio_container *c, void *va, size_t len)
{
	struct vfio_iommu_type1_dma_unmap u = {
		.argsz = sizeof(u),
		.iova = (uintptr_t)va,
		.size = len,
	};
	struct lac_map *map;
	int err = 0;

	pthread_mutex_lock(&c->lock);
	map = lac_maps_find(&c->maps, (uintptr_t)va, len);
	if (!map) {
		err = -ENOENT;
	} else if (--map->refs == 0) {
		lac_maps_remove(&c->maps, (uint32_t)(map - c->maps.v), 1);
		if (ioctl(c->fd, VFIO_IOMMU_UNMAP_DMA, &u))
			err = -errno;
	}
	pthread_mutex_unlock(&c->lock);
	return err;
}
