/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The vfio-user bus and the address space against the emulator's server: what a driver does to a function
 * before its first command, and how a function that vanishes looks from there.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include <rte_malloc.h>

#include "bus/as.h"
#include "bus/bus.h"
#include "fixture.h"

#define TIMEOUT_MS 20000
#define PAGE       4096u

static struct lac_as *as;

static int up(void **state)
{
	struct lac_err why;

	(void)state;
	if (fix_setup(NULL))
		return -1;
	as = lac_as_get(&why);
	return as ? 0 : -1;
}

static int down(void **state)
{
	(void)state;
	lac_as_put(as);
	return fix_teardown();
}

static struct lac_bus *bus_open(unsigned int port)
{
	struct lac_bus *bus = NULL;
	struct lac_err why;

	if (lac_bus_open(fix_bdf(port), TIMEOUT_MS, &bus, &why))
		fail_msg("port %u: %s", port, why.arg);
	return bus;
}

static bool trap_all(void)
{
	const char *s = getenv("LAC_TEST_TRAP_ALL");

	return s && *s == '1';
}

static void identity(void **state)
{
	struct lac_bus *bus = bus_open(0);
	uint32_t rev;

	(void)state;
	assert_string_equal(bus->ops->name, "vfio-user");
	assert_int_equal(bus->vendor, 0x15b3);
	assert_int_equal(bus->device, 0x1018);
	assert_int_equal(bus->irq_count, 8);
	assert_true(bus->bar_bytes >= 1u << 20);
	/* the init segment traps; its command interface revision is 5 (PRM, "Initialization Segment") */
	assert_null(bus->ops->bar_ptr(bus, 0, 4));
	rev = lac_bus_read32(bus, 4);
	assert_int_equal(rev >> 16, 5);
	/* doorbell pages are shared unless all is to trap */
	assert_int_equal(!bus->ops->bar_ptr(bus, 0x12 * PAGE, PAGE), trap_all());
	assert_null(bus->ops->bar_ptr(bus, 0x11 * PAGE, PAGE));
	assert_int_equal(bus->ops->service(bus), 0);
	assert_true(bus->ops->fd(bus) >= 0);
	bus->ops->close(bus);
}

static void config_space(void **state)
{
	struct lac_bus *bus = bus_open(0);
	uint16_t cmd;

	(void)state;
	assert_int_equal(lac_bus_master(bus, true), 0);
	assert_int_equal(bus->ops->cfg_read(bus, 4, &cmd, 2), 0);
	assert_int_equal(cmd & 6, 6);
	assert_int_equal(lac_bus_master(bus, false), 0);
	assert_int_equal(bus->ops->cfg_read(bus, 4, &cmd, 2), 0);
	assert_int_equal(cmd & 6, 0);
	assert_int_not_equal(bus->ops->cfg_read(bus, 4095, &cmd, 2), 0);
	assert_false(lac_bus_gone(bus));
	bus->ops->close(bus);
}

/* One address space, two functions: both have every map, and a joiner gets what was there. */
static void memory(void **state)
{
	struct lac_bus *a = bus_open(0), *b = bus_open(1);
	int fd = memfd_create("lacuna-test", MFD_CLOEXEC);
	struct lac_err why;
	uint64_t base;
	void *p;

	(void)state;
	assert_int_equal(ftruncate(fd, 4 * PAGE), 0);
	p = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(p, MAP_FAILED);
	assert_int_equal(lac_as_join(as, a, &why), 0);
	base = fix_stat(0, "dma_maps");
	assert_true(base > 0);
	assert_int_equal(fix_stat(1, "dma_maps"), 0);
	assert_int_equal(lac_as_map(as, p, 4 * PAGE, fd, 0, &why), 0);
	assert_int_equal(fix_stat(0, "dma_maps"), base + 1);
	assert_int_equal(lac_as_join(as, b, &why), 0);
	assert_int_equal(fix_stat(1, "dma_maps"), base + 1);
	assert_int_equal(lac_as_unmap(as, p, 4 * PAGE), 0);
	assert_int_equal(fix_stat(0, "dma_maps"), base);
	assert_int_equal(fix_stat(1, "dma_maps"), base);
	/* memory without a descriptor cannot reach another process */
	assert_int_equal(lac_as_map(as, p, PAGE, -1, 0, &why), -EBADF);
	lac_as_leave(as, a);
	assert_int_equal(fix_stat(0, "dma_maps"), 0);
	assert_int_equal(fix_stat(1, "dma_maps"), base);
	lac_as_leave(as, b);
	a->ops->close(a);
	b->ops->close(b);
	munmap(p, 4 * PAGE);
	close(fd);
}

static void interrupts(void **state)
{
	struct lac_bus *bus = bus_open(0);
	int fds[8], none[8];

	(void)state;
	for (int i = 0; i < 8; i++) {
		fds[i] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
		none[i] = -1;
	}
	assert_int_equal(bus->ops->irqs_set(bus, 0, 8, fds), 0);
	assert_int_equal(bus->ops->irqs_set(bus, 3, 1, none), 0);
	assert_int_equal(bus->ops->irqs_set(bus, 0, 8, none), 0);
	assert_int_equal(bus->ops->irqs_set(bus, 7, 2, fds), -EINVAL);
	for (int i = 0; i < 8; i++)
		close(fds[i]);
	bus->ops->close(bus);
}

static void reset(void **state)
{
	struct lac_bus *bus = bus_open(0);
	uint64_t resets = fix_stat(0, "resets");

	(void)state;
	assert_int_equal(bus->ops->reset(bus), 0);
	assert_true(fix_stat(0, "resets") > resets);
	assert_int_equal(lac_bus_read32(bus, 4) >> 16, 5);
	bus->ops->close(bus);
}

/* A second driver on a held function does not get in, and the first goes on. */
static void one_client_at_a_time(void **state)
{
	struct lac_bus *bus = bus_open(0), *other = NULL;
	struct lac_err why;
	int err = lac_bus_open(fix_bdf(0), TIMEOUT_MS, &other, &why);

	(void)state;
	assert_true(err == -EPROTO || err == -ECONNREFUSED || err == -EBUSY);
	assert_non_null(strstr(why.arg, fix_bdf(0)));
	assert_int_equal(lac_bus_read32(bus, 4) >> 16, 5);
	bus->ops->close(bus);
}

static void sleeper_wakes(struct lac_bus *bus)
{
	struct pollfd p = {.fd = bus->ops->fd(bus), .events = POLLIN};

	assert_true(FIX_WAIT(10000, poll(&p, 1, 0) == 1));
	assert_true(FIX_WAIT(10000, bus->ops->service(bus) == -ENODEV));
	assert_true(lac_bus_gone(bus));
	assert_int_equal(lac_bus_read32(bus, 4), 0xffffffff);
	assert_int_equal(lac_bus_master(bus, true), -ENODEV);
}

/* One function vanishes; memory goes on being mapped for the other. */
static void vanishes(void **state)
{
	struct lac_bus *a = bus_open(0), *b = bus_open(1);
	uint64_t maps;
	void *p;

	(void)state;
	assert_int_equal(lac_as_join(as, a, NULL), 0);
	assert_int_equal(lac_as_join(as, b, NULL), 0);
	maps = fix_stat(1, "dma_maps");
	fix_ctl("unplug 0");
	sleeper_wakes(a);
	p = rte_malloc(NULL, 1 << 20, 0);
	assert_non_null(p);
	assert_true(lac_as_knows(as, (uintptr_t)p, 1 << 20));
	assert_false(lac_bus_gone(b));
	assert_true(fix_stat(1, "dma_maps") >= maps);
	rte_free(p);
	lac_as_leave(as, a);
	a->ops->close(a);
	/* the whole server goes */
	fix_emu_kill(SIGKILL);
	sleeper_wakes(b);
	lac_as_leave(as, b);
	b->ops->close(b);
	assert_int_equal(fix_emu_start(), 0);
	a = bus_open(0);
	a->ops->close(a);
}

static unsigned int open_fds(void)
{
	unsigned int n = 0;

	for (int fd = 0; fd < 1024; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

static void many_times(void **state)
{
	unsigned int fds = open_fds();

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct lac_bus *bus = bus_open(0);

		assert_int_equal(lac_as_join(as, bus, NULL), 0);
		lac_as_leave(as, bus);
		bus->ops->close(bus);
	}
	assert_int_equal(open_fds(), fds);
	assert_true(FIX_WAIT(10000, fix_stat(0, "dma_maps") == 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(identity),
		cmocka_unit_test(config_space),
		cmocka_unit_test(memory),
		cmocka_unit_test(interrupts),
		cmocka_unit_test(reset),
		cmocka_unit_test(one_client_at_a_time),
		cmocka_unit_test(vanishes),
		cmocka_unit_test(many_times),
	};

	return cmocka_run_group_tests_name("bus", tests, up, down);
}
