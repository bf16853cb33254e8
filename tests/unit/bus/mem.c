/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * External memory and mempools, over EAL without hugepages and a port that this test plays: what a call adds is
 * what its handle takes back, and a refusal adds nothing.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include <lacuna/mem.h>

#include <rte_eal.h>
#include <rte_malloc.h>
#include <rte_mempool.h>

#include "aid.h"
#include "bus/as_priv.h"
#include "mlx5/port.h"

#define PAGE 4096u

/* ---- the port (the linker's --wrap) ---- */

static struct lac_as *as;
static struct lac_err last;
static int held;
static uint64_t refuse_at; /* the bus refuses to map what begins here */

static int bus_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	(void)bus;
	(void)len;
	(void)fd_off;
	if (fd < 0 || (uintptr_t)va == refuse_at) {
		*why = (struct lac_err){.err = fd < 0 ? -EBADF : -ENOSPC};
		return why->err;
	}
	return 0;
}

static int bus_unmap(struct lac_bus *bus, void *va, size_t len)
{
	(void)bus;
	(void)va;
	(void)len;
	return 0;
}

static const struct lac_bus_ops ops = {.dma_map = bus_map, .dma_unmap = bus_unmap};
static struct lac_bus bus = {.ops = &ops, .bdf = "0000:03:00.0"};

#define WRAP(ret, name, args)   \
	ret __wrap_##name args; \
	ret __wrap_##name args

WRAP(struct lac_as *, lac_port_as, (struct lac_port * port))
{
	(void)port;
	return as;
}

WRAP(struct lac_bus *, lac_port_bus, (struct lac_port * port))
{
	(void)port;
	return &bus;
}

WRAP(int, lac_port_fail, (struct lac_port * port, const struct lac_err *e))
{
	(void)port;
	last = *e;
	return e->err;
}

WRAP(void, lac_port_hold, (struct lac_port * port, const char *what, int delta))
{
	(void)port;
	assert_string_equal(what, "memory");
	held += delta;
}

/* ---- the tests ---- */

static struct lac_port *const port = (struct lac_port *)&bus;
static uint32_t maps_before;

static int begin(void **state)
{
	(void)state;
	bus.gone = false;
	as = lac_as_get(NULL);
	refuse_at = 0;
	maps_before = as->maps.n;
	return lac_as_join(as, &bus, NULL);
}

static int end(void **state)
{
	(void)state;
	assert_int_equal(held, 0);
	assert_int_equal(as->maps.n, maps_before);
	lac_as_leave(as, &bus);
	lac_as_put(as);
	return 0;
}

static uint8_t *shared(size_t len, int *fd)
{
	void *p;

	*fd = aid_memfd(len);
	p = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, *fd, 0);
	assert_ptr_not_equal(p, MAP_FAILED);
	return p;
}

static void adds_and_takes_back(void **state)
{
	struct lac_mem *m, *n;
	int fd;
	uint8_t *p = shared(4 * PAGE, &fd);

	(void)state;
	assert_int_equal(lac_mem_known(port, p, 1), 0);
	assert_int_equal(lac_mem_add(port, p, 2 * PAGE, fd, 0, &m), 0);
	assert_int_equal(held, 1);
	assert_int_equal(lac_mem_known(port, p, 2 * PAGE), 1);
	assert_int_equal(lac_mem_known(port, p, 2 * PAGE + 1), 0);
	/* the same through another handle, as by another port */
	assert_int_equal(lac_mem_add(port, p, 2 * PAGE, fd, 0, &n), 0);
	assert_int_equal(lac_mem_del(m), 0);
	assert_int_equal(lac_mem_known(port, p, 2 * PAGE), 1);
	assert_int_equal(lac_mem_del(n), 0);
	assert_int_equal(lac_mem_known(port, p, 1), 0);
	/* neighbours are one to the question */
	assert_int_equal(lac_mem_add(port, p, PAGE, fd, 0, &m), 0);
	assert_int_equal(lac_mem_add(port, p + PAGE, 3 * PAGE, fd, PAGE, &n), 0);
	assert_int_equal(lac_mem_known(port, p + 5, 4 * PAGE - 5), 1);
	/* a function that is gone lets go all the same */
	bus.gone = true;
	assert_int_equal(lac_mem_del(m), -ENODEV);
	assert_int_equal(lac_mem_add(port, p, PAGE, fd, 0, &m), -ENODEV);
	assert_int_equal(last.where, LAC_AT_GONE);
	bus.gone = false;
	assert_int_equal(lac_mem_del(n), 0);
	munmap(p, 4 * PAGE);
	close(fd);
}

static void refusals_are_recorded(void **state)
{
	struct lac_mem *m = (void *)1;
	int fd;
	uint8_t *p = shared(2 * PAGE, &fd);

	(void)state;
	assert_int_equal(lac_mem_add(port, p + 1, PAGE, fd, 0, &m), -EINVAL);
	assert_int_equal(last.err, -EINVAL);
	assert_int_equal(lac_mem_add(port, p, PAGE, -1, 0, &m), -EBADF);
	assert_int_equal(last.err, -EBADF);
	refuse_at = (uintptr_t)p;
	assert_int_equal(lac_mem_add(port, p, PAGE, fd, 0, &m), -ENOSPC);
	assert_int_equal(last.err, -ENOSPC);
	assert_ptr_equal(m, (void *)1);
	assert_int_equal(lac_mem_add(port, rte_malloc(NULL, 8, 0), PAGE, fd, 0, &m), -EINVAL);
	munmap(p, 2 * PAGE);
	close(fd);
}

static void pools_of_eal_are_known(void **state)
{
	struct rte_mempool *pool = rte_mempool_create(
		"eal", 512, 2048, 0, 0, NULL, NULL, NULL, NULL, SOCKET_ID_ANY, 0);
	struct lac_mem *m;

	(void)state;
	assert_non_null(pool);
	assert_int_equal(lac_mem_add_mempool(port, pool, &m), 0);
	assert_int_equal(held, 1);
	assert_int_equal(as->maps.n, maps_before);
	assert_int_equal(lac_mem_del(m), 0);
	rte_mempool_free(pool);
}

/* A pool in the application's own memory, in three chunks of which two are neighbours. */
static void pools_elsewhere(void **state)
{
	int fd;
	uint8_t *p = shared(64 * PAGE, &fd);
	struct rte_mempool *pool;
	struct lac_mem *m, *own;

	(void)state;
	pool = rte_mempool_create_empty("own", 60, 1024, 0, 0, SOCKET_ID_ANY, 0);
	assert_non_null(pool);
	assert_int_equal(rte_mempool_set_ops_byname(pool, "ring_mp_mc", NULL), 0);
	assert_true(rte_mempool_populate_iova(pool, (char *)p + 100, (uintptr_t)p + 100,
			    8 * PAGE - 100, NULL, NULL) > 0);
	assert_true(rte_mempool_populate_iova(pool, (char *)p + 8 * PAGE, (uintptr_t)p + 8 * PAGE,
			    PAGE + 50, NULL, NULL) > 0);
	assert_true(rte_mempool_populate_iova(pool, (char *)p + 32 * PAGE, (uintptr_t)p + 32 * PAGE,
			    30 * PAGE, NULL, NULL) > 0);
	/* nobody knows what backs it */
	assert_int_equal(lac_mem_add_mempool(port, pool, &m), -EBADF);
	assert_int_equal(as->maps.n, maps_before);
	assert_int_equal(held, 0);
	/* in part known by hand already: only the rest is asked for, and refused */
	assert_int_equal(lac_mem_add(port, p + 32 * PAGE, 30 * PAGE, fd, 32 * PAGE, &own), 0);
	assert_int_equal(lac_mem_add_mempool(port, pool, &m), -EBADF);
	assert_int_equal(as->maps.n, maps_before + 1);
	lac_mem_del(own);
	/* ports on kernel VFIO need no descriptor: whole pages, neighbours joined, chunks apart */
	lac_as_leave(as, &bus);
	assert_int_equal(lac_mem_add_mempool(port, pool, &m), 0);
	assert_int_equal(as->maps.n, maps_before + 2);
	assert_int_equal(lac_mem_known(port, p, 10 * PAGE), 1);
	assert_int_equal(lac_mem_known(port, p + 10 * PAGE, 1), 0);
	assert_int_equal(lac_mem_known(port, p + 32 * PAGE, 1), 1);
	assert_int_equal(lac_mem_del(m), 0);
	/* all or nothing: the second stretch overlaps what is known */
	assert_int_equal(lac_mem_add(port, p + 40 * PAGE, PAGE, -1, 0, &own), 0);
	assert_int_equal(lac_mem_add_mempool(port, pool, &m), -EEXIST);
	assert_int_equal(lac_mem_known(port, p, 1), 0);
	assert_int_equal(held, 1);
	assert_int_equal(lac_mem_del(own), 0);
	assert_int_equal(lac_as_join(as, &bus, NULL), 0);
	rte_mempool_free(pool);
	munmap(p, 64 * PAGE);
	close(fd);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(adds_and_takes_back, begin, end),
		cmocka_unit_test_setup_teardown(refusals_are_recorded, begin, end),
		cmocka_unit_test_setup_teardown(pools_of_eal_are_known, begin, end),
		cmocka_unit_test_setup_teardown(pools_elsewhere, begin, end),
	};
	static const char *const no_huge[] = {"--no-huge", "-m64", NULL};
	int failed;

	if (aid_eal(no_huge))
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rte_eal_cleanup();
	return failed;
}
