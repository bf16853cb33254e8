/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The bus over kernel VFIO, with the kernel and EAL's VFIO played by this test: every ioctl is judged and
 * may fail, devices are files whose bytes are configuration space and BAR 0.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <rte_memzone.h>
#include <rte_vfio.h>

#include "aid.h"
#include "bus/maps.h"
#include "bus/vfio.h"

#define PAGE      4096ull
#define BAR_BYTES (8 * PAGE)
#define BAR_OFF   (16 * PAGE)
#define CFG_OFF   (4 * PAGE)
#define VECTORS   5u
#define DEVICES   2

static struct {
	int container, group[DEVICES], dev[DEVICES]; /* -1: not open */
	bool container_set[DEVICES], viable;
	bool have_v2;
	int type;
	unsigned long fail_request; /* this ioctl fails ... */
	int fail_errno;             /* ... so */
	unsigned int fail_index;    /* region or interrupt it is about, if any; ~0 any */
	bool in_event;              /* EAL's locks are held: it must not be called */
	bool no_create, no_group, no_bind, no_setup;
	uint32_t device_flags, bar_flags, vectors, irq_flags;
	uint64_t bar_bytes;
	bool sparse;
	uint32_t avail;
	struct vfio_iova_range range[2];
	uint32_t nranges;
	uint32_t info_argsz; /* 0: true */
	struct lac_maps maps;
	unsigned int map_calls, resets;
	int32_t vector[16], req;
	unsigned int enabled; /* MSI-X vectors the kernel has set up */
	struct rte_memzone zone;
	uint8_t zone_mem[4096] __attribute__((aligned(64)));
} k;

#define WRAP(ret, name, args)   \
	ret __wrap_##name args; \
	ret __wrap_##name args

/* ---- EAL ---- */

WRAP(const struct rte_memzone *, rte_memzone_lookup, (const char *name))
{
	(void)name;
	assert_false(k.in_event);
	return k.zone.addr ? &k.zone : NULL;
}

WRAP(const struct rte_memzone *, rte_memzone_reserve,
	(const char *name, size_t len, int socket, unsigned flags))
{
	(void)name;
	(void)socket;
	(void)flags;
	assert_true(len <= sizeof(k.zone_mem));
	k.zone.addr = k.zone_mem;
	return &k.zone;
}

WRAP(int, rte_vfio_container_create, (void))
{
	assert_int_equal(k.container, -1);
	if (k.no_create)
		return -1;
	k.container = aid_memfd(1);
	k.type = 0;
	return k.container;
}

WRAP(int, rte_vfio_container_destroy, (int fd))
{
	assert_int_equal(fd, k.container);
	assert_int_equal(k.maps.n, 0);
	for (int i = 0; i < DEVICES; i++) {
		if (k.group[i] >= 0)
			close(k.group[i]);
		k.group[i] = -1;
		k.container_set[i] = false;
	}
	close(fd);
	k.container = -1;
	return 0;
}

static int index_of(const char *bdf)
{
	return bdf[strlen(bdf) - 1] - '0';
}

WRAP(int, rte_vfio_get_group_num, (const char *base, const char *bdf, int *group))
{
	(void)base;
	*group = 40 + index_of(bdf);
	return !k.no_group;
}

WRAP(int, rte_vfio_container_group_bind, (int container, int group))
{
	assert_int_equal(container, k.container);
	if (k.no_bind)
		return -1;
	if (k.group[group - 40] < 0)
		k.group[group - 40] = aid_memfd(1);
	return k.group[group - 40];
}

WRAP(int, rte_vfio_container_group_unbind, (int container, int group))
{
	assert_int_equal(container, k.container);
	close(k.group[group - 40]);
	k.group[group - 40] = -1;
	return 0;
}

/* As EAL: the group is closed with its last device, and by a failure. */
static void group_close(int i)
{
	close(k.group[i]);
	k.group[i] = -1;
	k.container_set[i] = false;
}

WRAP(int, rte_vfio_setup_device,
	(const char *base, const char *bdf, int *fd, struct vfio_device_info *info))
{
	int i = index_of(bdf);

	(void)base;
	/* the container has its type, or EAL would choose one that cannot be used here */
	assert_true(k.container_set[i]);
	assert_int_equal(k.type, VFIO_TYPE1v2_IOMMU);
	if (k.no_setup) {
		group_close(i);
		return -1;
	}
	k.dev[i] = *fd = aid_memfd(BAR_OFF + BAR_BYTES);
	pwrite(*fd, "\xb3\x15\x18\x10\0\0", 6, CFG_OFF);
	info->flags = k.device_flags;
	return 0;
}

WRAP(int, rte_vfio_release_device, (const char *base, const char *bdf, int fd))
{
	int i = index_of(bdf);

	(void)base;
	assert_int_equal(fd, k.dev[i]);
	close(fd);
	k.dev[i] = -1;
	group_close(i);
	return 0;
}

/* ---- the kernel ---- */

static int refuse(int err)
{
	errno = err;
	return -1;
}

static int iommu_info(struct vfio_iommu_type1_info *info)
{
	uint8_t *p = (uint8_t *)info;
	uint32_t at = 64;
	struct vfio_iommu_type1_info_cap_iova_range r = {.nr_iovas = k.nranges};
	struct vfio_iommu_type1_info_dma_avail a = {.avail = k.avail};

	info->flags = VFIO_IOMMU_INFO_CAPS;
	info->cap_offset = at;
	a.header.id = VFIO_IOMMU_TYPE1_INFO_DMA_AVAIL;
	a.header.next = k.nranges ? 128 : 0;
	memcpy(p + at, &a, sizeof(a));
	r.header.id = VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE;
	memcpy(p + 128, &r, sizeof(r));
	if (k.nranges <= 2)
		memcpy(p + 128 + sizeof(r), k.range, k.nranges * sizeof(k.range[0]));
	info->argsz = k.info_argsz ? k.info_argsz : 256;
	return 0;
}

static int container_ioctl(unsigned long request, uintptr_t arg)
{
	struct vfio_iommu_type1_dma_map *m = (void *)arg;
	struct vfio_iommu_type1_dma_unmap *u = (void *)arg;
	struct lac_map *found;

	switch (request) {
	case VFIO_CHECK_EXTENSION:
		return arg == VFIO_TYPE1v2_IOMMU && k.have_v2;
	case VFIO_SET_IOMMU:
		k.type = (int)arg;
		return 0;
	case VFIO_IOMMU_GET_INFO:
		assert_int_equal(k.type, VFIO_TYPE1v2_IOMMU);
		return iommu_info((void *)arg);
	case VFIO_IOMMU_MAP_DMA:
		k.map_calls++;
		assert_int_equal(m->argsz, sizeof(*m));
		assert_int_equal(m->flags, VFIO_DMA_MAP_FLAG_READ | VFIO_DMA_MAP_FLAG_WRITE);
		assert_int_equal(m->vaddr, m->iova);
		assert_int_equal(
			lac_maps_insert(&k.maps, &(struct lac_map){.va = m->iova, .len = m->size}),
			0);
		return 0;
	case VFIO_IOMMU_UNMAP_DMA:
		found = lac_maps_find(&k.maps, u->iova, u->size);
		assert_non_null(found);
		lac_maps_remove(&k.maps, (uint32_t)(found - k.maps.v), 1);
		return 0;
	}
	fail_msg("container ioctl %#lx", request);
	return -1;
}

static int region_info(struct vfio_region_info *r)
{
	uint8_t *p = (uint8_t *)r;

	r->flags = r->cap_offset = 0;
	if (r->index == VFIO_PCI_CONFIG_REGION_INDEX) {
		r->offset = CFG_OFF;
		r->size = 256;
		r->argsz = sizeof(*r);
		return 0;
	}
	assert_int_equal(r->index, VFIO_PCI_BAR0_REGION_INDEX);
	r->flags = k.bar_flags;
	r->offset = BAR_OFF;
	r->size = k.bar_bytes;
	r->argsz = sizeof(*r);
	if (k.sparse) {
		struct vfio_region_info_cap_sparse_mmap c = {.nr_areas = 1};
		struct vfio_region_sparse_mmap_area a = {PAGE, BAR_BYTES - PAGE};

		c.header.id = VFIO_REGION_INFO_CAP_SPARSE_MMAP;
		r->flags |= VFIO_REGION_INFO_FLAG_CAPS;
		r->cap_offset = 32;
		memcpy(p + 32, &c, sizeof(c));
		memcpy(p + 32 + sizeof(c), &a, sizeof(a));
		r->argsz = 32 + sizeof(c) + sizeof(a);
	}
	return 0;
}

/* As kernels before 6.5: vectors can only be set within what the first call enabled. */
static int set_irqs(const struct vfio_irq_set *s)
{
	const int32_t *fds = (const int32_t *)(const void *)s->data;

	if (s->index == VFIO_PCI_REQ_IRQ_INDEX) {
		k.req = s->flags & VFIO_IRQ_SET_DATA_EVENTFD ? fds[0] : -1;
		return 0;
	}
	assert_int_equal(s->index, VFIO_PCI_MSIX_IRQ_INDEX);
	if (s->flags & VFIO_IRQ_SET_DATA_NONE) {
		assert_int_equal(s->count, 0);
		k.enabled = 0;
		return 0;
	}
	assert_int_equal(s->argsz, sizeof(*s) + s->count * 4);
	if (!k.enabled)
		k.enabled = s->start + s->count;
	if (s->start + s->count > k.enabled)
		return refuse(EINVAL);
	memcpy(k.vector + s->start, fds, s->count * 4);
	return 0;
}

static int device_ioctl(unsigned long request, void *arg)
{
	struct vfio_irq_info *irq = arg;

	switch (request) {
	case VFIO_DEVICE_GET_REGION_INFO:
		return region_info(arg);
	case VFIO_DEVICE_GET_IRQ_INFO:
		assert_int_equal(irq->index, VFIO_PCI_MSIX_IRQ_INDEX);
		irq->count = k.vectors;
		irq->flags = k.irq_flags;
		return 0;
	case VFIO_DEVICE_SET_IRQS:
		return set_irqs(arg);
	case VFIO_DEVICE_RESET:
		k.resets++;
		return 0;
	}
	fail_msg("device ioctl %#lx", request);
	return -1;
}

static bool about(unsigned long request, const uint32_t *arg)
{
	if (k.fail_index == ~0u)
		return true;
	if (request == VFIO_DEVICE_SET_IRQS)
		return ((const struct vfio_irq_set *)(const void *)arg)->index == k.fail_index;
	return arg[2] == k.fail_index; /* argsz, flags, index */
}

WRAP(int, ioctl, (int fd, unsigned long request, void *arg))
{
	if (request == k.fail_request && about(request, arg))
		return refuse(k.fail_errno);
	if (fd == k.container)
		return container_ioctl(request, (uintptr_t)arg);
	for (int i = 0; i < DEVICES; i++) {
		if (fd == k.dev[i])
			return device_ioctl(request, arg);
		if (fd != k.group[i])
			continue;
		if (request == VFIO_GROUP_SET_CONTAINER) {
			assert_int_equal(*(int *)arg, k.container);
			k.container_set[i] = true;
		} else {
			assert_int_equal(request, VFIO_GROUP_GET_STATUS);
			((struct vfio_group_status *)arg)->flags =
				(k.viable ? VFIO_GROUP_FLAGS_VIABLE : 0) |
				(k.container_set[i] ? VFIO_GROUP_FLAGS_CONTAINER_SET : 0);
		}
		return 0;
	}
	fail_msg("ioctl %#lx on a strange descriptor", request);
	return -1;
}

/* ---- the tests ---- */

static unsigned int fds_before;

static int fresh(void **state)
{
	(void)state;
	lac_maps_free(&k.maps);
	memset(&k, 0, sizeof(k));
	k.container = k.req = -1;
	for (int i = 0; i < DEVICES; i++)
		k.group[i] = k.dev[i] = -1;
	k.viable = k.have_v2 = true;
	k.fail_index = ~0u;
	k.device_flags = VFIO_DEVICE_FLAGS_RESET | VFIO_DEVICE_FLAGS_PCI;
	k.bar_flags = VFIO_REGION_INFO_FLAG_MMAP;
	k.bar_bytes = BAR_BYTES;
	k.vectors = VECTORS;
	k.irq_flags = VFIO_IRQ_INFO_EVENTFD;
	k.avail = 100;
	fds_before = aid_open_fds();
	return 0;
}

static int clean(void **state)
{
	(void)state;
	assert_int_equal(k.container, -1);
	assert_int_equal(k.req, -1);
	assert_int_equal(aid_open_fds(), fds_before);
	return 0;
}

static struct lac_bus *open_dev(int i)
{
	struct lac_bus *bus = NULL;
	struct lac_err why;
	char bdf[] = "0000:03:00.0";

	bdf[11] = (char)('0' + i);
	assert_int_equal(lac_vfio_open(bdf, 1000, &bus, &why), 0);
	return bus;
}

static void opens_and_closes(void **state)
{
	struct lac_bus *bus = open_dev(0);
	uint16_t v;

	(void)state;
	assert_string_equal(bus->ops->name, "vfio");
	assert_int_equal(bus->bar_bytes, BAR_BYTES);
	assert_int_equal(bus->irq_count, VECTORS);
	assert_int_equal(bus->ops->cfg_read(bus, 0, &v, 2), 0);
	assert_int_equal(v, 0x15b3);
	assert_int_equal(lac_bus_master(bus, true), 0);
	assert_int_equal(bus->ops->cfg_read(bus, 4, &v, 2), 0);
	assert_int_equal(v, 6);
	assert_int_equal(bus->ops->cfg_read(bus, 255, &v, 2), -EINVAL);
	assert_int_equal(bus->ops->cfg_read(bus, 0, &v, 0), -EINVAL);
	/* the BAR, mapped whole */
	lac_bus_write32(bus, PAGE + 8, 0x01020304);
	assert_int_equal(pread(k.dev[0], &v, 2, BAR_OFF + PAGE + 8), 2);
	assert_int_equal(v, 0x0201);
	assert_int_equal(lac_bus_read32(bus, PAGE + 8), 0x01020304);
	assert_non_null(bus->ops->bar_ptr(bus, 0, BAR_BYTES));
	assert_null(bus->ops->bar_ptr(bus, 0, BAR_BYTES + 1));
	assert_int_equal(bus->ops->bar_read(bus, BAR_BYTES, &v, 2), -EINVAL);
	assert_int_equal(bus->ops->bar_write(bus, BAR_BYTES - 1, &v, 2), -EINVAL);
	assert_int_equal(bus->ops->reset(bus), 0);
	assert_int_equal(k.resets, 1);
	bus->ops->close(bus);
}

/* What the kernel does not let be mapped goes through the descriptor. */
static void bar_through_the_descriptor(void **state)
{
	struct lac_bus *bus;

	(void)state;
	for (int way = 0; way < 2; way++) {
		k.sparse = way == 0;
		k.bar_flags = way == 0 ? VFIO_REGION_INFO_FLAG_MMAP : 0;
		bus = open_dev(0);
		assert_null(bus->ops->bar_ptr(bus, 0, 4));
		assert_int_equal(!bus->ops->bar_ptr(bus, PAGE, 4), way);
		lac_bus_write32(bus, 8, 0x0a0b0c0d);
		assert_int_equal(lac_bus_read32(bus, 8), 0x0a0b0c0d);
		bus->ops->close(bus);
	}
}

/* Each step of opening that can fail, does: a sentence, and nothing stays open. */
static void opening_fails_at_each_step(void **state)
{
	static const struct {
		unsigned long request;
		unsigned int index;
		int err, want;
		const char *word;
	} steps[] = {
		{VFIO_GROUP_GET_STATUS, ~0u, EIO, -EPERM, "viable"},
		{VFIO_GROUP_SET_CONTAINER, ~0u, EBUSY, -EBUSY, "container"},
		{VFIO_SET_IOMMU, ~0u, EPERM, -EPERM, "type"},
		{VFIO_IOMMU_GET_INFO, ~0u, EINVAL, -EINVAL, "limits"},
		{VFIO_DEVICE_GET_REGION_INFO, VFIO_PCI_CONFIG_REGION_INDEX, EIO, -EIO,
			"configuration"},
		{VFIO_DEVICE_GET_REGION_INFO, VFIO_PCI_BAR0_REGION_INDEX, EIO, -EIO, "BAR 0"},
		{VFIO_DEVICE_GET_IRQ_INFO, ~0u, EIO, -EIO, "interrupts"},
	};
	struct lac_bus *bus;
	struct lac_err why;

	(void)state;
	for (size_t i = 0; i < COUNT(steps); i++) {
		k.fail_request = steps[i].request;
		k.fail_index = steps[i].index;
		k.fail_errno = steps[i].err;
		assert_int_equal(lac_vfio_open("0000:03:00.0", 1, &bus, &why), steps[i].want);
		if (!strstr(why.arg, steps[i].word) || !strstr(why.arg, "0000:03:00.0"))
			fail_msg("step %zu: %s", i, why.arg);
		clean(NULL);
	}
}

#define REFUSED(change, back, want, word)                                             \
	do {                                                                          \
		change;                                                               \
		assert_int_equal(lac_vfio_open("0000:03:00.0", 1, &bus, &why), want); \
		if (!strstr(why.arg, word))                                           \
			fail_msg("%s", why.arg);                                      \
		clean(NULL);                                                          \
		back;                                                                 \
	} while (0)

static void refused_by_name(void **state)
{
	struct lac_bus *bus;
	struct lac_err why;

	(void)state;
	REFUSED(k.no_create = true, k.no_create = false, -EACCES, "vfio-pci loaded");
	REFUSED(k.no_group = true, k.no_group = false, -ENODEV, "IOMMU switched on");
	REFUSED(k.no_bind = true, k.no_bind = false, -EACCES, "/dev/vfio/40");
	REFUSED(k.viable = false, k.viable = true, -EPERM, "group 40 is not viable");
	REFUSED(k.have_v2 = false, k.have_v2 = true, -ENOTSUP, "type1v2");
	REFUSED(k.no_setup = true, k.no_setup = false, -EPERM, "another process");
	REFUSED(k.bar_bytes = 0, k.bar_bytes = BAR_BYTES, -EPROTO, "BAR 0");
	REFUSED(k.vectors = 0, k.vectors = VECTORS, -EPROTO, "MSI-X");
	REFUSED(k.irq_flags = 0, k.irq_flags = VFIO_IRQ_INFO_EVENTFD, -EPROTO, "MSI-X");
	REFUSED(k.info_argsz = 1u << 20, k.info_argsz = 0, -EPROTO, "limits");
	REFUSED(k.nranges = 1000, k.nranges = 0, -EPROTO, "limits");
	/* a kernel that never asks for the function back is as good */
	k.fail_request = VFIO_DEVICE_SET_IRQS;
	k.fail_index = VFIO_PCI_REQ_IRQ_INDEX;
	k.fail_errno = EINVAL;
	bus = open_dev(0);
	assert_int_equal(bus->ops->fd(bus), -1);
	assert_int_equal(bus->ops->service(bus), 0);
	bus->ops->close(bus);
}

/* Two functions, one container: each map is made once, and goes with the last who asked. */
static void one_container_for_all(void **state)
{
	struct lac_bus *a = open_dev(0), *b = open_dev(1);
	void *m = (void *)(16 * PAGE), *n = (void *)(32 * PAGE);

	(void)state;
	k.in_event = true;
	assert_int_equal(a->ops->dma_map(a, m, PAGE, -1, 0, NULL), 0);
	assert_int_equal(b->ops->dma_map(b, m, PAGE, -1, 0, NULL), 0);
	assert_int_equal(b->ops->dma_map(b, n, PAGE, -1, 0, NULL), 0);
	assert_int_equal(k.map_calls, 2);
	assert_int_equal(k.maps.n, 2);
	assert_int_equal(a->ops->dma_unmap(a, m, PAGE), 0);
	assert_int_equal(k.maps.n, 2);
	assert_int_equal(b->ops->dma_unmap(b, m, PAGE), 0);
	assert_int_equal(b->ops->dma_unmap(b, m, PAGE), -ENOENT);
	assert_int_equal(k.maps.n, 1);
	k.in_event = false;
	a->ops->close(a);
	assert_int_not_equal(k.container, -1);
	assert_int_equal(b->ops->dma_unmap(b, n, PAGE), 0);
	b->ops->close(b);
	/* a new container after that */
	a = open_dev(1);
	a->ops->close(a);
}

/* A second function that cannot be opened leaves the first its container. */
static void failure_beside_another(void **state)
{
	struct lac_bus *a = open_dev(0), *b;
	unsigned int fds = aid_open_fds();
	struct lac_err why;

	(void)state;
	k.viable = false;
	assert_int_equal(lac_vfio_open("0000:03:00.1", 1, &b, &why), -EPERM);
	assert_int_equal(aid_open_fds(), fds);
	k.viable = true;
	k.no_setup = true;
	assert_int_equal(lac_vfio_open("0000:03:00.1", 1, &b, &why), -EPERM);
	assert_int_equal(aid_open_fds(), fds);
	assert_int_equal(a->ops->dma_map(a, (void *)PAGE, PAGE, -1, 0, NULL), 0);
	assert_int_equal(a->ops->dma_unmap(a, (void *)PAGE, PAGE), 0);
	a->ops->close(a);
}

static void limits_are_told_before(void **state)
{
	struct lac_bus *bus;
	struct lac_err why;

	(void)state;
	k.nranges = 2;
	k.range[0] = (struct vfio_iova_range){0, 0xfedfffff};
	k.range[1] = (struct vfio_iova_range){0xfef00000, 0x7fffffffff};
	k.avail = 3;
	bus = open_dev(0);
	assert_int_equal(
		bus->ops->dma_map(bus, (void *)0x7f1234560000, PAGE, -1, 0, &why), -ERANGE);
	assert_non_null(strstr(why.arg, "0x7f1234560000"));
	assert_non_null(strstr(why.arg, "0xfef00000 to 0x7fffffffff"));
	assert_int_equal(
		bus->ops->dma_map(bus, (void *)0xfedff000, 2 * PAGE, -1, 0, &why), -ERANGE);
	assert_non_null(strstr(why.arg, "0 to 0xfedfffff"));
	assert_int_equal(
		bus->ops->dma_map(bus, (void *)(0x8000000000 - PAGE), 2 * PAGE, -1, 0, &why),
		-ERANGE);
	assert_int_equal(bus->ops->dma_map(bus, (void *)PAGE, 0, -1, 0, &why), -EINVAL);
	assert_int_equal(k.map_calls, 0);
	assert_int_equal(
		bus->ops->dma_map(bus, (void *)(0x8000000000 - PAGE), PAGE, -1, 0, &why), 0);
	assert_int_equal(bus->ops->dma_map(bus, (void *)0xfedff000, PAGE, -1, 0, &why), 0);
	assert_int_equal(bus->ops->dma_map(bus, (void *)PAGE, PAGE, -1, 0, &why), 0);
	assert_int_equal(bus->ops->dma_map(bus, (void *)PAGE, 2 * PAGE, -1, 0, &why), -ENOSPC);
	assert_int_equal(bus->ops->dma_map(bus, (void *)(8 * PAGE), PAGE, -1, 0, &why), -ENOSPC);
	assert_non_null(strstr(why.arg, "limit of 3 maps"));
	assert_int_equal(k.map_calls, 3);
	assert_int_equal(bus->ops->dma_unmap(bus, (void *)PAGE, PAGE), 0);
	assert_int_equal(
		bus->ops->dma_map(bus, (void *)0xfedff000, 2 * PAGE, -1, 0, &why), -ERANGE);
	bus->ops->dma_unmap(bus, (void *)0xfedff000, PAGE);
	bus->ops->dma_unmap(bus, (void *)(0x8000000000 - PAGE), PAGE);
	bus->ops->close(bus);
}

static void refused_maps_have_a_sentence(void **state)
{
	static const struct {
		int err;
		const char *word;
	} cases[] = {{ENOMEM, "memlock limit is"}, {ENOSPC, "dma_entry_limit"},
		{EFAULT, "mapping memory at 0x10000"}, {EINVAL, "mapping memory"}};
	struct lac_bus *bus = open_dev(0);
	struct lac_err why;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		k.fail_request = VFIO_IOMMU_MAP_DMA;
		k.fail_errno = cases[i].err;
		assert_int_equal(bus->ops->dma_map(bus, (void *)(16 * PAGE), PAGE, -1, 0, &why),
			-cases[i].err);
		assert_int_equal(why.where, LAC_AT_MEM);
		if (!strstr(why.arg, cases[i].word))
			fail_msg("%s", why.arg);
		k.fail_request = 0;
		assert_int_equal(bus->ops->dma_unmap(bus, (void *)(16 * PAGE), PAGE), -ENOENT);
	}
	assert_int_equal(bus->ops->dma_map(bus, (void *)(16 * PAGE), 2 * PAGE, -1, 0, NULL), 0);
	assert_int_equal(bus->ops->dma_map(bus, (void *)(17 * PAGE), PAGE, -1, 0, &why), -EEXIST);
	assert_int_equal(bus->ops->dma_unmap(bus, (void *)(16 * PAGE), 2 * PAGE), 0);
	bus->ops->close(bus);
}

static void vectors(void **state)
{
	static const int two[] = {71, 72}, none[] = {-1};
	struct lac_bus *bus = open_dev(0);

	(void)state;
	assert_int_equal(bus->ops->irqs_set(bus, 1, 2, two), 0);
	assert_int_equal(k.enabled, VECTORS); /* all at once: none can be added later */
	assert_int_equal(k.vector[0], -1);
	assert_int_equal(k.vector[1], 71);
	assert_int_equal(k.vector[2], 72);
	assert_int_equal(k.vector[4], -1);
	assert_int_equal(bus->ops->irqs_set(bus, 3, 2, two), 0);
	assert_int_equal(k.vector[4], 72);
	assert_int_equal(bus->ops->irqs_set(bus, 2, 1, none), 0);
	assert_int_equal(k.vector[2], -1);
	assert_int_equal(k.vector[1], 71);
	assert_int_equal(bus->ops->irqs_set(bus, 4, 2, two), -EINVAL);
	assert_int_equal(bus->ops->irqs_set(bus, 0, 0, two), -EINVAL);
	k.fail_request = VFIO_DEVICE_SET_IRQS;
	k.fail_errno = ENOSPC;
	assert_int_equal(bus->ops->irqs_set(bus, 0, 1, two), -ENOSPC);
	k.fail_request = 0;
	bus->ops->close(bus);
	assert_int_equal(k.enabled, 0);
}

static void function_that_vanishes(void **state)
{
	struct lac_bus *bus = open_dev(0);
	uint32_t v = 0xffffffff;

	(void)state;
	/* a register that reads all-ones is no reason ... */
	assert_int_equal(bus->ops->bar_write(bus, 0x40, &v, 4), 0);
	v = 0;
	assert_int_equal(bus->ops->bar_read(bus, 0x40, &v, 4), 0);
	assert_int_equal(v, 0xffffffff);
	assert_false(lac_bus_gone(bus));
	/* ... together with the vendor's id it is */
	assert_int_equal(bus->ops->cfg_write(bus, 0, "\xff\xff", 2), 0);
	assert_int_equal(bus->ops->bar_read(bus, 0x40, &v, 4), -ENODEV);
	assert_true(lac_bus_gone(bus));
	v = 0;
	assert_int_equal(bus->ops->bar_read(bus, 0, &v, 4), -ENODEV);
	assert_int_equal(v, 0xffffffff);
	assert_int_equal(bus->ops->bar_write(bus, 0, &v, 4), -ENODEV);
	v = 0;
	assert_int_equal(bus->ops->cfg_read(bus, 0, &v, 4), -ENODEV);
	assert_int_equal(v, 0xffffffff);
	assert_int_equal(bus->ops->reset(bus), -ENODEV);
	assert_int_equal(bus->ops->irqs_set(bus, 0, 1, (int[]){3}), -ENODEV);
	assert_int_equal(bus->ops->service(bus), -ENODEV);
	bus->ops->close(bus);
}

static void kernel_wants_it_back(void **state)
{
	struct lac_bus *bus = open_dev(0);

	(void)state;
	assert_int_equal(bus->ops->service(bus), 0);
	assert_int_equal(k.req, bus->ops->fd(bus));
	assert_int_equal(eventfd_write(k.req, 1), 0);
	assert_int_equal(bus->ops->service(bus), -ENODEV);
	assert_true(lac_bus_gone(bus));
	/* memory is still taken out of the container, which others may share */
	bus->ops->close(bus);
}

static void no_reset(void **state)
{
	struct lac_bus *bus;

	(void)state;
	k.device_flags = VFIO_DEVICE_FLAGS_PCI;
	bus = open_dev(0);
	assert_int_equal(bus->ops->reset(bus), -ENOTSUP);
	bus->ops->close(bus);
	k.device_flags |= VFIO_DEVICE_FLAGS_RESET;
	k.fail_request = VFIO_DEVICE_RESET;
	k.fail_errno = EIO;
	bus = open_dev(0);
	assert_int_equal(bus->ops->reset(bus), -EIO);
	bus->ops->close(bus);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(opens_and_closes, fresh, clean),
		cmocka_unit_test_setup_teardown(bar_through_the_descriptor, fresh, clean),
		cmocka_unit_test_setup_teardown(opening_fails_at_each_step, fresh, clean),
		cmocka_unit_test_setup_teardown(refused_by_name, fresh, clean),
		cmocka_unit_test_setup_teardown(one_container_for_all, fresh, clean),
		cmocka_unit_test_setup_teardown(failure_beside_another, fresh, clean),
		cmocka_unit_test_setup_teardown(limits_are_told_before, fresh, clean),
		cmocka_unit_test_setup_teardown(refused_maps_have_a_sentence, fresh, clean),
		cmocka_unit_test_setup_teardown(vectors, fresh, clean),
		cmocka_unit_test_setup_teardown(function_that_vanishes, fresh, clean),
		cmocka_unit_test_setup_teardown(kernel_wants_it_back, fresh, clean),
		cmocka_unit_test_setup_teardown(no_reset, fresh, clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
