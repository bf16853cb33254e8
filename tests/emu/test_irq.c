/* SPDX-License-Identifier: BSD-3-Clause */
/* Interrupts: who is told, what is held back and shown as pending, what is refused. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static struct raw_msg m;

static void give_irqs(int fd, uint32_t start, uint32_t n, const int *ev)
{
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, NULL, ev, n, "44444", 20, 0x24, 2, start, n), 0);
}

static void fire(int fd, uint64_t vector)
{
	assert_int_equal(toy_do(fd, TOY_IRQ, 0, 0, 0, 0, &vector), 0);
}

static void interrupts(void **state)
{
	int fd = raw_open(0), ev[8];

	(void)state;
	for (unsigned int i = 0; i < 8; i++)
		ev[i] = eventfd(0, EFD_CLOEXEC);
	raw_master(fd, true);
	fire(fd, 3); /* MSI-X is not in use: lost, as on hardware */
	give_irqs(fd, 0, 8, ev);
	assert_int_equal(raw_event(ev[3]), 0);
	for (unsigned int i = 0; i < 8; i++) {
		fire(fd, i);
		for (unsigned int k = 0; k < 8; k++)
			assert_int_equal(raw_event(ev[k]), k == i);
	}
	fire(fd, 8); /* there is no such vector */
	assert_int_equal(raw_stat(0, "irqs"), 8);
	/* by the client's own request: 2 and 5, then 3 to 4 */
	assert_int_equal(
		RAW_CALL(fd, RAW_SET_IRQS, &m, "444441111", 24, 0x22, 2, 2, 4, 1, 0, 0, 1), 0);
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x21, 2, 3, 2), 0);
	for (unsigned int k = 0; k < 8; k++)
		assert_int_equal(raw_event(ev[k]), k >= 2 && k <= 5);
	/* one vector taken back: its interrupt waits for the next eventfd */
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x24, 2, 6, 1), 0);
	fire(fd, 6);
	assert_int_equal(raw_event(ev[6]), 0);
	assert_int_equal(raw_bar(fd, 0x3000, 8), 1u << 6);
	give_irqs(fd, 6, 1, &ev[7]);
	assert_int_equal(raw_event(ev[7]), 1);
	assert_int_equal(raw_bar(fd, 0x3000, 8), 0);
	/* all of them back */
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x21, 2, 0, 0), 0);
	fire(fd, 1);
	assert_int_equal(raw_event(ev[1]), 0);
	for (unsigned int i = 0; i < 8; i++)
		close(ev[i]);
	raw_close(fd, 0);
}

static void interrupts_held_back(void **state)
{
	int fd = raw_open(0), ev = eventfd(0, EFD_CLOEXEC);
	const uint32_t msix = 0x9c; /* the capability's place, which the walk of test_pci.c finds */

	(void)state;
	give_irqs(fd, 2, 1, &ev);
	/* without bus mastering no message leaves */
	fire(fd, 2);
	fire(fd, 2);
	assert_int_equal(raw_event(ev), 0);
	assert_int_equal(raw_bar(fd, 0x3000, 4), 4);
	assert_int_equal(raw_bar(fd, 0x3000, 1), 4);
	raw_bar_set(fd, 0x3000, 8, 0); /* the PBA is read-only */
	assert_int_equal(raw_bar(fd, 0x3000, 8), 4);
	raw_master(fd, true);
	assert_int_equal(raw_event(ev), 1); /* one bit, one message */
	assert_int_equal(raw_bar(fd, 0x3000, 8), 0);
	/* nor while the function is masked */
	raw_cfg_set(fd, msix + 2, 2, 0xc000);
	assert_int_equal(raw_cfg(fd, msix + 2, 2), 0xc007);
	fire(fd, 2);
	assert_int_equal(raw_event(ev), 0);
	raw_cfg_set(fd, msix + 2, 2, 0x8000);
	assert_int_equal(raw_event(ev), 1);
	/* MSI-X turned off and on again: what waited is gone */
	raw_master(fd, false);
	fire(fd, 2);
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x21, 2, 0, 0), 0);
	raw_master(fd, true);
	give_irqs(fd, 2, 1, &ev);
	assert_int_equal(raw_event(ev), 0);
	/* a reset forgets what is pending */
	raw_master(fd, false);
	fire(fd, 2);
	assert_int_equal(raw_call(fd, RAW_RESET, NULL, 0, NULL, 0, &m), 0);
	raw_master(fd, true);
	assert_int_equal(raw_event(ev), 0);
	/* the table is storage: address, data, mask bit */
	assert_int_equal(raw_bar(fd, 0x2000 + 12, 4), 1);
	raw_bar_set(fd, 0x2010, 8, UINT64_C(0xfee00123fee00003));
	raw_bar_set(fd, 0x2018, 8, UINT64_C(0xffffffff00000041));
	assert_int_equal(raw_bar(fd, 0x2010, 8), UINT64_C(0xfee00123fee00000));
	assert_int_equal(raw_bar(fd, 0x2018, 8), UINT64_C(0x100000041));
	assert_int_equal(raw_bar(fd, 0x2080, 8), 0);
	close(ev);
	raw_close(fd, 0);
}

static void interrupts_checked(void **state)
{
	static const uint64_t bad[][4] = {
		/* flags, index, start, count */
		{0x24, 2, 8, 1},
		{0x24, 2, 0, 9},
		{0x24, 2, 1, 8},
		{0x24, 2, UINT32_MAX, 2},
		{0x24, 2, 0, UINT32_MAX},
		{0x24, 2, 1, UINT32_MAX},
		{0x24, 2, 0, 0},
		{0x24, 0, 0, 1},
		{0x24, 1, 0, 1},
		{0x24, 4, 0, 1},
		{0x24, 5, 0, 1},
		{0x24, UINT32_MAX, 0, 1},
		{0, 2, 0, 1},
		{0x20, 2, 0, 1},
		{4, 2, 0, 1},
		{0x25, 2, 0, 1},
		{0x2c, 2, 0, 1},
		{0x09, 2, 0, 1},
		{0x11, 2, 0, 1},
		{0x22, 2, 0, 1},
		{0x3f, 2, 0, 1},
		{0x80000024, 2, 0, 1},
	};
	int fd = raw_open(0), ev[3], pipes[2], mem;
	uint8_t *p = raw_mem(RAW_PAGE, &mem);

	(void)state;
	for (unsigned int i = 0; i < 3; i++)
		ev[i] = eventfd(0, EFD_CLOEXEC);
	assert_int_equal(pipe(pipes), 0);
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, bad[i][0], bad[i][1],
					 bad[i][2], bad[i][3]),
			EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 19, 0x24, 2, 0, 1), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "4444", 20, 0x24, 2, 0), EINVAL);
	/* as many eventfds as vectors, and eventfds */
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, ev, 3, "44444", 20, 0x24, 2, 0, 2), EINVAL);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, ev, 1, "44444", 20, 0x24, 2, 0, 2), EINVAL);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, &pipes[1], 1, "44444", 20, 0x24, 2, 0, 1),
		EINVAL);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, &mem, 1, "44444", 20, 0x24, 2, 0, 1), EINVAL);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, ev, 1, "44444", 20, 0x21, 2, 0, 1), EINVAL);
	for (unsigned int i = 0; i < 3; i++)
		close(ev[i]);
	close(pipes[0]);
	close(pipes[1]);
	munmap(p, RAW_PAGE);
	close(mem);
	raw_close(fd, 0);
}

/* An eventfd that blocks must not block the emulator. */
static void full_eventfd(void **state)
{
	int fd = raw_open(0), ev = eventfd(0, EFD_CLOEXEC);
	uint64_t full = UINT64_MAX - 1, v;

	(void)state;
	raw_master(fd, true);
	give_irqs(fd, 0, 1, &ev);
	assert_int_equal(write(ev, &full, 8), 8);
	fire(fd, 0);
	fire(fd, 0);
	assert_int_equal(read(ev, &v, 8), 8);
	assert_int_equal(v, full);
	fire(fd, 0);
	assert_int_equal(raw_event(ev), 1);
	close(ev);
	raw_close(fd, 0);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=2", "--seed=0x4d"};

	(void)state;
	return raw_start(args, 2);
}

static int teardown(void **state)
{
	(void)state;
	return raw_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(interrupts),
		cmocka_unit_test(interrupts_held_back),
		cmocka_unit_test(interrupts_checked),
		cmocka_unit_test(full_eventfd),
	};

	return cmocka_run_group_tests_name("irq", tests, setup, teardown);
}
