/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space over an EAL that is played by this test: memory events in any order with the walk,
 * pages without descriptors, and processes and modes that are refused. No hugepage is needed.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>

#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_memory.h>
#include <rte_memzone.h>

#include "aid.h"
#include "bus/as_priv.h"

#define PAGE  (2ull << 20)
#define BASE  0x100000000ull
#define PAGES 64u

static struct {
	struct rte_memseg_list msl;
	struct rte_memseg ms[PAGES];
	int fd[PAGES]; /* -1: none */
	bool there[PAGES];
	rte_mem_event_callback_t callback;
	void *arg;
	int events_err;
	unsigned int hotplug; /* read locks held */
	bool event_first;     /* an event comes between registering and the walk */
	enum rte_proc_type_t type;
	enum rte_iova_mode iova;
	struct rte_memzone zone;
	uint8_t zone_mem[4096] __attribute__((aligned(64)));
} eal;

/* ---- what the library calls (by the linker's --wrap) ---- */

#define WRAP(ret, name, args)   \
	ret __wrap_##name args; \
	ret __wrap_##name args

WRAP(enum rte_proc_type_t, rte_eal_process_type, (void))
{
	return eal.type;
}

WRAP(enum rte_iova_mode, rte_eal_iova_mode, (void))
{
	return eal.iova;
}

WRAP(const struct rte_memzone *, rte_memzone_lookup, (const char *name))
{
	(void)name;
	return eal.zone.addr ? &eal.zone : NULL;
}

WRAP(const struct rte_memzone *, rte_memzone_reserve,
	(const char *name, size_t len, int socket, unsigned flags))
{
	(void)name;
	(void)socket;
	(void)flags;
	assert_true(len <= sizeof(eal.zone_mem));
	eal.zone.addr = eal.zone_mem;
	return &eal.zone;
}

WRAP(int, rte_mem_event_callback_register,
	(const char *name, rte_mem_event_callback_t fn, void *arg))
{
	(void)name;
	if (eal.events_err) {
		rte_errno = eal.events_err;
		return -1;
	}
	assert_null(eal.callback);
	eal.callback = fn;
	eal.arg = arg;
	return 0;
}

WRAP(int, rte_mem_event_callback_unregister, (const char *name, void *arg))
{
	(void)name;
	if (eal.callback)
		assert_ptr_equal(arg, eal.arg);
	eal.callback = NULL;
	return 0;
}

WRAP(void, rte_mcfg_mem_read_lock, (void))
{
	if (eal.event_first)
		eal.callback(RTE_MEM_EVENT_ALLOC, (void *)(uintptr_t)BASE, 2 * PAGE, eal.arg);
	eal.hotplug++;
}

WRAP(void, rte_mcfg_mem_read_unlock, (void))
{
	eal.hotplug--;
}

WRAP(int, rte_memseg_walk_thread_unsafe, (rte_memseg_walk_t fn, void *arg))
{
	int r = 0;

	assert_int_equal(eal.hotplug, 1);
	/* registered for first, walked second */
	assert_true(eal.callback || eal.events_err);
	for (unsigned int i = 0; i < PAGES && !r; i++) {
		if (eal.there[i])
			r = fn(&eal.msl, &eal.ms[i], arg);
	}
	return r;
}

WRAP(struct rte_memseg_list *, rte_mem_virt2memseg_list, (const void *addr))
{
	return (uintptr_t)addr - BASE < PAGES * PAGE ? &eal.msl : NULL;
}

WRAP(struct rte_memseg *, rte_mem_virt2memseg,
	(const void *addr, const struct rte_memseg_list *msl))
{
	uint64_t i = ((uintptr_t)addr - BASE) / PAGE;

	assert_ptr_equal(msl, &eal.msl);
	return i < PAGES ? &eal.ms[i] : NULL;
}

WRAP(int, rte_memseg_get_fd_thread_unsafe, (const struct rte_memseg *ms))
{
	rte_errno = ENOTSUP;
	return eal.fd[ms - eal.ms];
}

WRAP(int, rte_memseg_get_fd_offset_thread_unsafe, (const struct rte_memseg *ms, size_t *off))
{
	/* one file for all, or one each */
	*off = eal.fd[0] == eal.fd[1] ? (size_t)(ms - eal.ms) * PAGE : 0;
	return 0;
}

/* ---- the test's side ---- */

static void eal_fresh(void)
{
	memset(&eal, 0, sizeof(eal));
	eal.type = RTE_PROC_PRIMARY;
	eal.iova = RTE_IOVA_VA;
	for (unsigned int i = 0; i < PAGES; i++) {
		eal.ms[i].addr_64 = BASE + i * PAGE;
		eal.ms[i].len = PAGE;
		eal.fd[i] = 100 + (int)i;
	}
}

static void event(enum rte_mem_event type, unsigned int page, unsigned int n)
{
	for (unsigned int i = page; i < page + n; i++)
		eal.there[i] = type == RTE_MEM_EVENT_ALLOC;
	eal.callback(type, (void *)(uintptr_t)(BASE + page * PAGE), n * PAGE, eal.arg);
}

static bool page_known(struct lac_as *as, unsigned int page)
{
	return lac_as_knows(as, BASE + page * PAGE, PAGE);
}

struct count {
	struct lac_bus bus; /* first */
	int maps, fail_in;
	uint64_t last_len;
	struct lac_as *as;
};

static int count_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct count *c = (struct count *)(void *)bus;

	(void)fd;
	(void)fd_off;
	/* nobody is told of memory before every bus has it */
	if (c->as)
		assert_false(lac_as_knows(c->as, (uintptr_t)va, len));
	if (c->fail_in && --c->fail_in == 0) {
		*why = (struct lac_err){.err = -ENOSPC};
		return -ENOSPC;
	}
	c->maps++;
	c->last_len = len;
	return 0;
}

static int count_unmap(struct lac_bus *bus, void *va, size_t len)
{
	struct count *c = (struct count *)(void *)bus;

	/* and everybody is told before a bus loses it */
	if (c->as)
		assert_false(lac_as_knows(c->as, (uintptr_t)va, len));
	c->maps--;
	return 0;
}

static const struct lac_bus_ops count_ops = {.dma_map = count_map, .dma_unmap = count_unmap};

static void pages_come_and_go(void **state)
{
	struct count c = {.bus = {.ops = &count_ops}};
	struct lac_as *as;

	(void)state;
	eal_fresh();
	eal.there[3] = eal.there[4] = true;
	as = lac_as_get(NULL);
	assert_non_null(as);
	assert_int_equal(eal.hotplug, 0);
	assert_int_equal(lac_as_join(as, &c.bus, NULL), 0);
	assert_int_equal(c.maps, 2); /* each page a map of its own: it may go alone */
	c.as = as;
	event(RTE_MEM_EVENT_ALLOC, 10, 5);
	assert_int_equal(c.maps, 7);
	assert_int_equal(c.last_len, PAGE);
	assert_true(lac_as_knows(as, BASE + 10 * PAGE, 5 * PAGE));
	/* twice the same */
	event(RTE_MEM_EVENT_ALLOC, 10, 5);
	assert_int_equal(c.maps, 7);
	/* in part the same: the rest is taken all the same */
	event(RTE_MEM_EVENT_ALLOC, 9, 7);
	assert_int_equal(c.maps, 9);
	assert_true(page_known(as, 9));
	assert_true(page_known(as, 15));
	event(RTE_MEM_EVENT_FREE, 9, 1);
	event(RTE_MEM_EVENT_FREE, 15, 1);
	/* freed in another cut than it was allocated in */
	event(RTE_MEM_EVENT_FREE, 12, 2);
	assert_int_equal(c.maps, 5);
	assert_true(page_known(as, 11));
	assert_false(page_known(as, 12));
	assert_false(page_known(as, 13));
	assert_true(page_known(as, 14));
	event(RTE_MEM_EVENT_FREE, 0, PAGES);
	assert_int_equal(c.maps, 0);
	assert_int_equal(lac_as_hull(as).hi, 0);
	event(RTE_MEM_EVENT_FREE, 0, PAGES);
	c.as = NULL;
	lac_as_leave(as, &c.bus);
	lac_as_put(as);
	assert_null(eal.callback);
}

/* The walk reports what an event has reported just before; pages of one file stay apart all the same. */
static void event_before_the_walk(void **state)
{
	struct lac_as *as;

	(void)state;
	eal_fresh();
	for (unsigned int i = 0; i < PAGES; i++) {
		eal.fd[i] = 7;
		eal.there[i] = i < 4;
	}
	eal.event_first = true;
	as = lac_as_get(NULL);
	assert_non_null(as);
	assert_int_equal(as->maps.n, 4);
	assert_true(lac_as_knows(as, BASE, 4 * PAGE));
	lac_as_put(as);
}

/* An event cannot be refused: what a bus would not take stays out, and it is told why. */
static void event_that_fails(void **state)
{
	struct count c = {.bus = {.ops = &count_ops}};
	struct lac_as *as;
	struct lac_err why;

	(void)state;
	eal_fresh();
	as = lac_as_get(NULL);
	assert_int_equal(lac_as_join(as, &c.bus, NULL), 0);
	assert_int_equal(lac_as_lost(as, &why), 0);
	c.fail_in = 3;
	event(RTE_MEM_EVENT_ALLOC, 0, 5);
	assert_true(page_known(as, 1));
	assert_false(page_known(as, 2));
	assert_int_equal(c.maps, 2);
	assert_int_equal(lac_as_lost(as, &why), -ENOSPC);
	assert_int_equal(why.err, -ENOSPC);
	event(RTE_MEM_EVENT_FREE, 0, 5);
	assert_int_equal(c.maps, 0);
	lac_as_leave(as, &c.bus);
	lac_as_put(as);
}

static void external_memory(void **state)
{
	struct lac_as *as;

	(void)state;
	eal_fresh();
	eal.there[0] = true;
	eal.fd[0] = eal.fd[1] = -1;
	as = lac_as_get(NULL);
	assert_true(
		page_known(as, 0)); /* EAL's own, if without a descriptor: kernel VFIO needs none */
	assert_int_equal(as->maps.v[0].fd, -1);
	lac_as_put(as);
	eal.msl.external = 1;
	as = lac_as_get(NULL);
	assert_false(page_known(as, 0));
	event(RTE_MEM_EVENT_ALLOC, 1, 1);
	assert_false(page_known(as, 1));
	event(RTE_MEM_EVENT_FREE, 1, 1);
	/* an area that EAL knows nothing of */
	eal.callback(RTE_MEM_EVENT_ALLOC, (void *)(uintptr_t)(BASE - PAGE), PAGE, eal.arg);
	assert_int_equal(as->maps.n, 0);
	lac_as_put(as);
}

/* Without events nothing is ever freed: neighbours in one file are one map, others are not. */
static void joined_where_nothing_goes(void **state)
{
	struct lac_as *as;

	(void)state;
	eal_fresh();
	eal.events_err = ENOTSUP;
	for (unsigned int i = 0; i < PAGES; i++) {
		eal.fd[i] = i < 32 ? 7 : 8; /* another file goes on */
		eal.there[i] = i != 20;
	}
	as = lac_as_get(NULL);
	assert_non_null(as);
	assert_int_equal(as->maps.n, 3);
	assert_int_equal(as->maps.v[0].len, 20 * PAGE);
	assert_int_equal(as->maps.v[1].len, 11 * PAGE);
	assert_int_equal(as->maps.v[1].fd_off, 21 * PAGE);
	assert_int_equal(as->maps.v[2].fd, 8);
	lac_as_put(as);
	/* a file a page: nothing to join, though addresses go on */
	for (unsigned int i = 0; i < PAGES; i++)
		eal.fd[i] = 100 + (int)i;
	as = lac_as_get(NULL);
	assert_int_equal(as->maps.n, PAGES - 1);
	lac_as_put(as);
}

static void refused_by_name(void **state)
{
	struct lac_err why;

	(void)state;
	eal_fresh();
	eal.type = RTE_PROC_SECONDARY;
	assert_null(lac_as_get(&why));
	assert_int_equal(why.err, -ENOTSUP);
	assert_int_equal(why.where, LAC_AT_ARGS);
	assert_non_null(strstr(why.arg, "secondary"));
	eal_fresh();
	eal.iova = RTE_IOVA_PA;
	assert_null(lac_as_get(&why));
	assert_int_equal(why.err, -ENOTSUP);
	assert_non_null(strstr(why.arg, "--iova-mode=va"));
	eal_fresh();
	eal.events_err = ENOMEM;
	assert_null(lac_as_get(&why));
	assert_int_equal(why.err, -ENOMEM);
	/* and the next attempt is a fresh one */
	eal.events_err = 0;
	lac_as_put(lac_as_get(&why));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_come_and_go),
		cmocka_unit_test(event_before_the_walk),
		cmocka_unit_test(event_that_fails),
		cmocka_unit_test(external_memory),
		cmocka_unit_test(joined_where_nothing_goes),
		cmocka_unit_test(refused_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
