/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The VFIO container that all functions of the process share, so that memory is mapped, pinned and counted
 * against the limits once. It is Lacuna's own, not EAL's default one: that one takes at most 256 maps of
 * user memory (VFIO_MAX_USER_MEM_MAPS of DPDK's eal_vfio.c), the kernel 65535. EAL still opens the
 * container and the groups, so that it knows of them; maps and the IOMMU's type are set here by ioctl.
 *
 * The type is type1v2, whose maps end exactly as they began. Each function of a container asks for the
 * same maps; a map is made for the first that asks and taken away with the last.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>

#include <rte_vfio.h>

#include "bus/maps.h"
#include "bus/vfio.h"
#include "bus/why.h"
#include "bus/zone.h"

#define CONTAINER_ZONE   "lacuna_vfio"
#define IOMMU_INFO_BYTES 4096u
#define IOVA_RANGES_MAX  64u

struct lac_vfio_container {
	int fd;
	uint32_t refs;    /* under the zone's lock, as is the rest */
	bool typed;       /* the IOMMU's type is set */
	bool learned;     /* and its limits are known */
	uint32_t entries; /* maps that the kernel takes */
	uint32_t nranges; /* 0: not told */
	struct vfio_iova_range range[IOVA_RANGES_MAX];
	struct lac_maps maps;
};

struct container_zone {
	pthread_mutex_t lock;
	struct lac_vfio_container *c;
};

static void zone_init(void *zone)
{
	pthread_mutex_init(&((struct container_zone *)zone)->lock, NULL);
}

static struct container_zone *zone_get(void)
{
	return lac_zone_get(CONTAINER_ZONE, sizeof(struct container_zone), zone_init);
}

static struct lac_vfio_container *container_new(const char *bdf, struct lac_err *why)
{
	struct lac_vfio_container *c = calloc(1, sizeof(*c));

	if (!c) {
		lac_why(why, -ENOMEM, LAC_AT_BUS, "%s: no memory for the VFIO container", bdf);
		return NULL;
	}
	c->fd = rte_vfio_container_create();
	c->entries = 65535; /* the kernel's default, module parameter dma_entry_limit */
	if (c->fd >= 0)
		return c;
	free(c);
	lac_why(why, -EACCES, LAC_AT_BUS,
		"%s: EAL cannot open a VFIO container: is vfio-pci loaded, /dev/vfio/vfio "
		"readable?",
		bdf);
	return NULL;
}

static void container_put(struct container_zone *z, struct lac_vfio_container *c)
{
	if (--c->refs)
		return;
	rte_vfio_container_destroy(c->fd);
	lac_maps_free(&c->maps);
	free(c);
	z->c = NULL;
}

/* Gives a group to the container; the first one gives it the IOMMU's type. */
static int group_attach(
	struct lac_vfio_container *c, const char *bdf, int group, int fd, struct lac_err *why)
{
	struct vfio_group_status st = {.argsz = sizeof(st)};

	if (ioctl(fd, VFIO_GROUP_GET_STATUS, &st) || !(st.flags & VFIO_GROUP_FLAGS_VIABLE))
		return lac_why(why, -EPERM, LAC_AT_BUS,
			"%s: IOMMU group %d is not viable: bind all its functions to vfio-pci", bdf,
			group);
	/* another function of the group came before */
	if (st.flags & VFIO_GROUP_FLAGS_CONTAINER_SET)
		return 0;
	if (ioctl(fd, VFIO_GROUP_SET_CONTAINER, &c->fd))
		return lac_why(why, -errno, LAC_AT_BUS, "%s: IOMMU group %d and its container: %s",
			bdf, group, strerror(errno));
	if (c->typed)
		return 0;
	if (ioctl(c->fd, VFIO_CHECK_EXTENSION, VFIO_TYPE1v2_IOMMU) != 1)
		return lac_why(
			why, -ENOTSUP, LAC_AT_BUS, "%s: VFIO without an IOMMU of type1v2", bdf);
	if (ioctl(c->fd, VFIO_SET_IOMMU, VFIO_TYPE1v2_IOMMU))
		return lac_why(why, -errno, LAC_AT_BUS, "%s: setting the IOMMU's type: %s", bdf,
			strerror(errno));
	c->typed = true;
	return 0;
}

static int group_join(struct lac_vfio_container *c, const char *bdf, struct lac_err *why)
{
	int group, fd, err;

	if (rte_vfio_get_group_num(lac_sysfs_pci(), bdf, &group) <= 0)
		return lac_why(why, -ENODEV, LAC_AT_BUS,
			"%s: has no IOMMU group: is the IOMMU switched on?", bdf);
	fd = rte_vfio_container_group_bind(c->fd, group);
	if (fd < 0)
		return lac_why(why, -EACCES, LAC_AT_BUS,
			"%s: /dev/vfio/%d cannot be opened: permissions, or another process has it",
			bdf, group);
	err = group_attach(c, bdf, group, fd, why);
	/* a group that others use was attached before, and does not fail here */
	if (err)
		rte_vfio_container_group_unbind(c->fd, group);
	return err;
}

int lac_vfio_container_join(const char *bdf, struct lac_vfio_container **c, struct lac_err *why)
{
	struct container_zone *z = zone_get();
	int err;

	if (!z)
		return lac_why(why, -ENOMEM, LAC_AT_BUS, "%s: EAL has no memory for a zone", bdf);
	pthread_mutex_lock(&z->lock);
	if (!z->c)
		z->c = container_new(bdf, why);
	*c = z->c;
	err = z->c ? 0 : why ? why->err : -EACCES;
	if (z->c) {
		z->c->refs++;
		err = group_join(z->c, bdf, why);
		if (err)
			container_put(z, z->c);
	}
	pthread_mutex_unlock(&z->lock);
	return err;
}

void lac_vfio_container_leave(struct lac_vfio_container *c)
{
	struct container_zone *z = zone_get();

	pthread_mutex_lock(&z->lock);
	container_put(z, c);
	pthread_mutex_unlock(&z->lock);
}

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
		if (hops++ == 32 || at > len || len - at < sizeof(h))
			return -EPROTO;
		memcpy(&h, info + at, sizeof(h));
		if (h.id == VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE && len - at >= sizeof(ranges)) {
			memcpy(&ranges, info + at, sizeof(ranges));
			if (ranges.nr_iovas > IOVA_RANGES_MAX ||
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
	struct container_zone *z = zone_get();
	int err = 0;

	pthread_mutex_lock(&z->lock);
	if (!c->learned) {
		if (ioctl(c->fd, VFIO_IOMMU_GET_INFO, &info))
			err = -errno;
		else if (info.head.argsz > sizeof(info))
			err = -EPROTO;
		else
			err = info_read(c, info.b, info.head.argsz);
		c->learned = !err;
	}
	pthread_mutex_unlock(&z->lock);
	return err ? lac_why(why, err, LAC_AT_BUS, "%s: the IOMMU's limits: %s", bdf,
			     strerror(-err))
		   : 0;
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

/* Under the zone's lock. */
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
	struct container_zone *z = zone_get();
	struct lac_map *map;
	int err = 0;

	pthread_mutex_lock(&z->lock);
	map = lac_maps_find(&c->maps, (uintptr_t)va, len);
	if (map)
		map->refs++;
	else
		err = map_new(c, bdf, (uintptr_t)va, len, why);
	pthread_mutex_unlock(&z->lock);
	return err;
}

int lac_vfio_container_unmap(struct lac_vfio_container *c, void *va, size_t len)
{
	struct vfio_iommu_type1_dma_unmap u = {
		.argsz = sizeof(u),
		.iova = (uintptr_t)va,
		.size = len,
	};
	struct container_zone *z = zone_get();
	struct lac_map *map;
	int err = 0;

	pthread_mutex_lock(&z->lock);
	map = lac_maps_find(&c->maps, (uintptr_t)va, len);
	if (!map) {
		err = -ENOENT;
	} else if (--map->refs == 0) {
		lac_maps_remove(&c->maps, (uint32_t)(map - c->maps.v), 1);
		if (ioctl(c->fd, VFIO_IOMMU_UNMAP_DMA, &u))
			err = -errno;
	}
	pthread_mutex_unlock(&z->lock);
	return err;
}
