/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space over EAL. With memory that never goes (--no-huge) the process's thousands of pages are
 * a few maps; with hugepages it follows allocation and freeing, page by page, while buses join and leave.
 * A program brings EAL up once, so the mode is its first argument.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include <rte_eal.h>
#include <rte_malloc.h>
#include <rte_memory.h>
#include <rte_memzone.h>

#include "aid.h"
#include "bus/as_priv.h"
#include "bus/zone.h"

/* A bus that maps what the address space says by the descriptor, as another process would. */
struct mirror {
	struct lac_bus bus; /* first */
	struct lac_maps maps;
	unsigned int maps_seen, unmaps_seen;
};

static int mirror_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct mirror *m = (struct mirror *)(void *)bus;
	struct lac_map map = {.va = (uintptr_t)va, .len = len, .fd = fd};
	void *p = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, fd, (off_t)fd_off);

	(void)why;
	assert_ptr_not_equal(p, MAP_FAILED);
	map.fd_off = (uintptr_t)p;
	assert_int_equal(lac_maps_insert(&m->maps, &map), 0);
	m->maps_seen++;
	return 0;
}

static int mirror_unmap(struct lac_bus *bus, void *va, size_t len)
{
	struct mirror *m = (struct mirror *)(void *)bus;
	struct lac_map *map = lac_maps_find(&m->maps, (uintptr_t)va, len);

	assert_non_null(map);
	munmap((void *)(uintptr_t)map->fd_off, len);
	lac_maps_remove(&m->maps, (uint32_t)(map - m->maps.v), 1);
	m->unmaps_seen++;
	return 0;
}

static const struct lac_bus_ops mirror_ops = {.dma_map = mirror_map, .dma_unmap = mirror_unmap};

/* What the other side sees at our address @va. */
static uint8_t *mirror_of(struct mirror *m, const void *va)
{
	uint32_t i = lac_maps_at(&m->maps, (uintptr_t)va);

	if (i == m->maps.n || m->maps.v[i].va > (uintptr_t)va)
		return NULL;
	return (uint8_t *)(uintptr_t)m->maps.v[i].fd_off + ((uintptr_t)va - m->maps.v[i].va);
}

static void assert_mirrored(struct mirror *m, uint8_t *p, size_t len)
{
	for (size_t i = 0; i < len; i += 4096) {
		assert_non_null(mirror_of(m, p + i));
		p[i] = (uint8_t)(i >> 12) ^ 0x5a;
		assert_int_equal(*mirror_of(m, p + i), p[i]);
		*mirror_of(m, p + i) ^= 0xff;
		assert_int_equal(p[i], (uint8_t) ~((uint8_t)(i >> 12) ^ 0x5a));
	}
}

static int page_known(const struct rte_memseg_list *msl, const struct rte_memseg *ms, void *arg)
{
	(void)msl;
	return !lac_as_knows(arg, (uintptr_t)ms->addr, ms->len);
}

static bool dynamic; /* EAL has memory events */

static void one_per_process(void **state)
{
	struct lac_err why;
	struct lac_as *as = lac_as_get(&why), *again = lac_as_get(&why);

	(void)state;
	assert_non_null(as);
	assert_ptr_equal(as, again);
	lac_as_put(again);
	assert_int_equal(rte_memseg_walk(page_known, as), 0);
	lac_as_put(as);
	/* a new life after the last put, many times, with nothing left behind */
	for (int i = 0; i < 100; i++) {
		as = lac_as_get(&why);
		assert_non_null(as);
		assert_int_equal(rte_memseg_walk(page_known, as), 0);
		lac_as_put(as);
	}
}

static void memory_is_mapped(void **state)
{
	struct mirror m = {.bus = {.ops = &mirror_ops, .bdf = "mirror"}};
	struct lac_as *as = lac_as_get(NULL);
	const size_t len = 3 << 20;
	uint8_t *p = rte_malloc(NULL, len, 4096);
	int on_stack;

	(void)state;
	assert_non_null(p);
	assert_int_equal(lac_as_join(as, &m.bus, NULL), 0);
	assert_true(lac_as_knows(as, (uintptr_t)p, len));
	assert_false(lac_as_knows(as, (uintptr_t)&on_stack, 4));
	assert_mirrored(&m, p, len);
	if (!dynamic)
		assert_in_range(m.maps.n, 1, 4); /* of thousands of pages */
	/* memory of EAL's cannot be given or taken by hand */
	assert_int_equal(
		lac_as_map(as, (void *)(uintptr_t)m.maps.v[0].va, 4096, -1, 0, NULL), -EEXIST);
	assert_int_equal(
		lac_as_unmap(as, (void *)(uintptr_t)m.maps.v[0].va, m.maps.v[0].len), -ENOENT);
	lac_as_leave(as, &m.bus);
	assert_int_equal(m.maps.n, 0);
	lac_as_put(as);
	rte_free(p);
	lac_maps_free(&m.maps);
}

/* Growth and shrinkage reach the bus before EAL's caller sees the memory, or loses it. */
static void events_are_followed(void **state)
{
	struct mirror m = {.bus = {.ops = &mirror_ops, .bdf = "mirror"}};
	struct lac_as *as = lac_as_get(NULL);
	struct lac_as_hull before, with;
	uint32_t maps;
	uint8_t *p;

	(void)state;
	if (!dynamic) {
		/* what cannot grow has nothing to follow; the refusal to map is EAL's */
		assert_null(rte_malloc(NULL, 1ul << 40, 0));
		lac_as_put(as);
		return;
	}
	assert_int_equal(lac_as_join(as, &m.bus, NULL), 0);
	for (int round = 0; round < 3; round++) {
		before = lac_as_hull(as);
		maps = m.maps.n;
		p = rte_malloc(NULL, 6 << 20, 4096);
		assert_non_null(p);
		with = lac_as_hull(as);
		assert_int_not_equal(with.generation, before.generation);
		assert_true(m.maps.n > maps);
		assert_true(lac_as_knows(as, (uintptr_t)p, 6 << 20));
		assert_mirrored(&m, p, 6 << 20);
		rte_free(p);
		assert_int_equal(m.maps.n, maps);
		assert_false(lac_as_knows(as, (uintptr_t)p, 6 << 20));
		assert_int_equal(lac_as_hull(as).lo, before.lo);
		assert_int_equal(lac_as_hull(as).hi, before.hi);
	}
	assert_int_equal(rte_memseg_walk(page_known, as), 0);
	lac_as_leave(as, &m.bus);
	lac_as_put(as);
	lac_maps_free(&m.maps);
}

/* What the application registered with EAL but EAL did not make is for the application to add. */
static void external_memory_is_left_alone(void **state)
{
	const size_t len = 64 << 10;
	int fd = aid_memfd(len);
	uint8_t *p = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	struct mirror m = {.bus = {.ops = &mirror_ops, .bdf = "mirror"}};
	struct lac_as *as;

	(void)state;
	assert_int_equal(rte_extmem_register(p, len, NULL, 0, 4096), 0);
	as = lac_as_get(NULL);
	assert_int_equal(lac_as_join(as, &m.bus, NULL), 0);
	assert_false(lac_as_knows(as, (uintptr_t)p, 1));
	assert_int_equal(lac_as_map(as, p, len, fd, 0, NULL), 0);
	assert_true(lac_as_knows(as, (uintptr_t)p, len));
	assert_mirrored(&m, p, len);
	assert_int_equal(lac_as_unmap(as, p, len), 0);
	assert_null(mirror_of(&m, p));
	lac_as_leave(as, &m.bus);
	lac_as_put(as);
	assert_int_equal(rte_extmem_unregister(p, len), 0);
	munmap(p, len);
	close(fd);
	lac_maps_free(&m.maps);
}

static int inits;

static void zone_init(void *zone)
{
	assert_int_equal(*(int *)zone, 0);
	*(int *)zone = 7;
	inits++;
}

static void zones(void **state)
{
	int *a = lac_zone_get("lacuna_test", sizeof(int), zone_init);

	(void)state;
	assert_non_null(a);
	assert_int_equal(*a, 7);
	*a = 8;
	assert_ptr_equal(lac_zone_get("lacuna_test", sizeof(int), zone_init), a);
	assert_int_equal(*a, 8);
	assert_int_equal(inits, 1);
	assert_null(lac_zone_get("lacuna_huge", 1ul << 45, zone_init));
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_per_process),
		cmocka_unit_test(memory_is_mapped),
		cmocka_unit_test(events_are_followed),
		cmocka_unit_test(external_memory_is_left_alone),
		cmocka_unit_test(zones),
	};
	static const char *const no_huge[] = {"--no-huge", "-m64", NULL};
	static const char *const in_memory[] = {"--in-memory", "-m4", NULL};
	int failed;

	dynamic = argc > 1 && !strcmp(argv[1], "in-memory");
	if (aid_eal(dynamic ? in_memory : no_huge))
		return dynamic ? 77 : 1; /* hugepages are not everywhere */
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rte_eal_cleanup();
	return failed;
}
