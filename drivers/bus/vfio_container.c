/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The VFIO container that all functions of the process share, so that memory is mapped, pinned and counted
 * against the limits once. It is Lacuna's own, not EAL's default one: that one takes at most 256 maps of
 * user memory (VFIO_MAX_USER_MEM_MAPS of DPDK's eal_vfio.c), the kernel 65535. EAL still opens the
 * container and the groups, so that it knows of them; maps and the IOMMU's type are set here by ioctl.
 *
 * The type is type1v2, whose maps end exactly as they began.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <rte_vfio.h>

#include "bus/vfio_priv.h"
#include "bus/why.h"
#include "bus/zone.h"

#define CONTAINER_ZONE "lacuna_vfio"

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
	if (c->fd >= 0) {
		pthread_mutex_init(&c->lock, NULL);
		return c;
	}
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
	pthread_mutex_destroy(&c->lock);
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
