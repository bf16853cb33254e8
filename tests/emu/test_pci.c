/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Config space against the PCI specification's numbers (typed here, not taken from a header), what
 * its writable bits do, resets, and interrupts.
 */
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

/* offset of capability @id, found as lspci does; 0: none */
static uint32_t find_cap(int fd, uint8_t id)
{
	uint32_t at = (uint32_t)raw_cfg(fd, 0x34, 1);

	assert_true(raw_cfg(fd, 6, 2) & 0x10); /* status: capabilities list */
	for (int n = 0; at && n < 48; n++) {
		assert_int_equal(at & 3, 0);
		assert_in_range(at, 0x40, 0xfc);
		if (raw_cfg(fd, at, 1) == id)
			return at;
		at = (uint32_t)raw_cfg(fd, at + 1, 1);
	}
	assert_int_equal(at, 0); /* the list ends */
	return 0;
}

static void header(void **state)
{
	int fd = raw_open(0);

	(void)state;
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3);
	assert_int_equal(raw_cfg(fd, 4, 2), 2);          /* memory on, as kernel VFIO hands over */
	assert_int_equal(raw_cfg(fd, 8, 4), 0x02070000); /* InfiniBand controller, revision 0 */
	assert_int_equal(raw_cfg(fd, 0xc, 4), 0);        /* type 0 header, one function */
	assert_int_equal(raw_cfg(fd, 0x10, 8), 0xc);     /* 64-bit, prefetchable */
	for (uint32_t off = 0x18; off < 0x28; off += 4)
		assert_int_equal(raw_cfg(fd, off, 4), 0);
	assert_int_equal(raw_cfg(fd, 0x2c, 4), 0x000615b3);
	assert_int_equal(raw_cfg(fd, 0x30, 4), 0);  /* no ROM */
	assert_int_equal(raw_cfg(fd, 0x3d, 1), 0);  /* no interrupt pin */
	assert_int_equal(raw_cfg(fd, 0x100, 4), 0); /* no extended capability */
	raw_close(fd, 0);
}

static void capabilities(void **state)
{
	int fd = raw_open(0);
	uint32_t exp = find_cap(fd, 0x10), msix = find_cap(fd, 0x11), pm = find_cap(fd, 0x01);

	(void)state;
	assert_true(exp && msix && pm);
	assert_int_equal(find_cap(fd, 0x05), 0);                      /* no MSI */
	assert_int_equal(raw_cfg(fd, exp + 2, 2), 0x0002);            /* version 2, endpoint */
	assert_true(raw_cfg(fd, exp + 4, 4) & 1u << 28);              /* FLR */
	assert_int_equal(raw_cfg(fd, exp + 0x12, 2) >> 4 & 0x3f, 16); /* lanes */
	assert_int_equal(raw_cfg(fd, msix + 2, 2), 7);                /* 8 vectors */
	assert_int_equal(raw_cfg(fd, msix + 4, 4), 0x2000);
	assert_int_equal(raw_cfg(fd, msix + 8, 4), 0x3000);
	assert_int_equal(raw_cfg(fd, pm + 2, 2) & 7, 3);
	assert_int_equal(raw_cfg(fd, pm + 4, 2), 8); /* D0, no soft reset */
	raw_close(fd, 0);
}

static void only_writable_bits_change(void **state)
{
	static uint8_t before[4096], after[4096];
	static const uint8_t ones[64] = {[0 ... 63] = 0xff};
	uint8_t body[16 + 64];
	int fd = raw_open(0);
	uint32_t exp = find_cap(fd, 0x10);

	(void)state;
	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", 0, 7, 4096), 0);
	memcpy(before, m.body + 16, 4096);
	/* the read-only neighbourhood: identity, status, class, every byte from 0x100 on */
	for (uint32_t off = 0; off < 4096; off += 4) {
		if (off < 0x100 && off != 0 && off != 8 && off != 0x18 && off != 0x2c &&
			off != 0x34)
			continue;
		raw_pack(body, "844", (const uint64_t[]){off, 7, 4});
		memcpy(body + 16, ones, 4);
		assert_int_equal(raw_call(fd, RAW_WRITE, body, 20, NULL, 0, &m), 0);
	}
	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", 0, 7, 4096), 0);
	memcpy(after, m.body + 16, 4096);
	assert_memory_equal(before, after, 4096);
	/* sizing a BAR */
	raw_cfg_set(fd, 0x10, 4, 0xffffffff);
	raw_cfg_set(fd, 0x14, 4, 0xffffffff);
	assert_int_equal(raw_cfg(fd, 0x10, 4), 0xff00000c);
	assert_int_equal(raw_cfg(fd, 0x14, 4), 0xffffffff);
	raw_cfg_set(fd, 0x10, 8, UINT64_C(0x1234567800));
	assert_int_equal(raw_cfg(fd, 0x10, 8), UINT64_C(0x123400000c));
	/* command: I/O, special cycles and what is reserved stay 0 */
	raw_cfg_set(fd, 4, 2, 0xffff);
	assert_int_equal(raw_cfg(fd, 4, 2), 0x0546);
	raw_cfg_set(fd, 6, 2, 0xffff);
	assert_int_equal(raw_cfg(fd, 6, 2), 0x0010);
	raw_cfg_set(fd, 0x3c, 4, 0xffffffff);
	assert_int_equal(raw_cfg(fd, 0x3c, 4), 0xff);
	raw_cfg_set(fd, exp + 8, 2, 0x7fff);
	assert_int_equal(raw_cfg(fd, exp + 8, 2), 0x7fff);
	raw_close(fd, 0);
	/* and none of it is left for the next client */
	fd = raw_open(0);
	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", 0, 7, 4096), 0);
	assert_memory_equal(before, m.body + 16, 4096);
	raw_close(fd, 0);
}

static void bus_mastering_gates_dma(void **state)
{
	int fd = raw_open(0), mem;
	uint8_t *p = raw_mem(RAW_PAGE, &mem);

	(void)state;
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(toy_write(fd, 0x10000, 16, 0xaa), -EFAULT);
	assert_int_equal(p[0], 0);
	raw_master(fd, true);
	assert_int_equal(toy_write(fd, 0x10000, 16, 0xaa), 0);
	assert_int_equal(p[15], 0xaa);
	raw_master(fd, false);
	assert_int_equal(toy_write(fd, 0x10000, 16, 0xbb), -EFAULT);
	assert_int_equal(p[0], 0xaa);
	/* memory decoding off: nobody answers, nothing arrives */
	raw_bar_set(fd, 0x10, 4, 0x1234);
	raw_cfg_set(fd, 4, 2, 0);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0xffffffff);
	raw_bar_set(fd, 0x10, 4, 0x5678);
	raw_cfg_set(fd, 4, 2, 2);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0x1234);
	munmap(p, RAW_PAGE);
	close(mem);
	raw_close(fd, 0);
}

static void power_states(void **state)
{
	int fd = raw_open(0), mem;
	uint8_t *p = raw_mem(RAW_PAGE, &mem);
	uint32_t pm = find_cap(fd, 0x01);

	(void)state;
	raw_master(fd, true);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, mem), 0);
	raw_bar_set(fd, 0x10, 4, 0x1234);
	for (uint32_t d = 1; d < 3; d++) { /* D1 and D2 are not there */
		raw_cfg_set(fd, pm + 4, 2, d);
		assert_int_equal(raw_cfg(fd, pm + 4, 2), 8);
	}
	raw_cfg_set(fd, pm + 4, 2, 3);
	assert_int_equal(raw_cfg(fd, pm + 4, 2), 11);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0xffffffff);
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3); /* config space is still there */
	raw_cfg_set(fd, pm + 4, 2, 0);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0x1234); /* and nothing was lost */
	assert_int_equal(toy_write(fd, 0, 1, 9), 0);
	assert_int_equal(p[0], 9);
	munmap(p, RAW_PAGE);
	close(mem);
	raw_close(fd, 0);
}

static void give_irqs(int fd, uint32_t start, uint32_t n, const int *ev)
{
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, NULL, ev, n, "44444", 20, 0x24, 2, start, n), 0);
}

static void fire(int fd, uint64_t vector)
{
	assert_int_equal(toy_do(fd, TOY_IRQ, 0, 0, 0, 0, &vector), 0);
}

static void resets(void **state)
{
	int fd = raw_open(0), ev = eventfd(0, EFD_CLOEXEC), mem;
	uint8_t *p = raw_mem(RAW_PAGE, &mem), *bell;
	uint32_t exp = find_cap(fd, 0x10);
	uint64_t before;

	(void)state;
	assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 64, 0, 0, 0, 0, 0), 0);
	bell = mmap(NULL, RAW_PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, m.fds[0], 0x40000);
	assert_true(bell != MAP_FAILED);
	close(m.fds[0]);
	raw_master(fd, true);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, mem), 0);
	give_irqs(fd, 1, 1, &ev);
	raw_bar_set(fd, 0x10, 4, 0x1234);
	raw_cfg_set(fd, 0x10, 8, UINT64_C(0x1234000000));
	bell[8] = 1;

	/* DEVICE_RESET: the function forgets, config space is put back */
	before = raw_stat(0, "resets");
	assert_int_equal(raw_call(fd, RAW_RESET, NULL, 0, NULL, 0, &m), 0);
	assert_int_equal(raw_stat(0, "resets"), before + 1);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0);
	assert_int_equal(bell[8], 0); /* a doorbell from before is void */
	assert_int_equal(raw_cfg(fd, 4, 2), 6);
	assert_int_equal(raw_cfg(fd, 0x10, 8), UINT64_C(0x123400000c));
	assert_int_equal(raw_call(fd, RAW_RESET, "x", 1, NULL, 0, &m), EINVAL);

	/* FLR, from a guest: config space too; maps and eventfds are not the function's */
	raw_bar_set(fd, 0x10, 4, 0x1234);
	bell[8] = 1;
	raw_cfg_set(fd, exp + 8, 2, 0x8000 | raw_cfg(fd, exp + 8, 2));
	assert_int_equal(raw_stat(0, "resets"), before + 2);
	assert_int_equal(raw_cfg(fd, exp + 8, 2) & 0x8000, 0);
	assert_int_equal(bell[8], 0);
	assert_int_equal(raw_cfg(fd, 4, 2), 0);
	assert_int_equal(raw_cfg(fd, 0x10, 8), 0xc);
	raw_master(fd, true);
	assert_int_equal(raw_bar(fd, 0x10, 4), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 1);
	assert_int_equal(toy_write(fd, 0, 4, 7), 0);
	assert_int_equal(p[3], 7);
	fire(fd, 1);
	assert_int_equal(raw_event(ev), 1);
	/* one byte suffices, and a write without the bit does not reset */
	raw_cfg_set(fd, exp + 9, 1, 0x80);
	assert_int_equal(raw_stat(0, "resets"), before + 3);
	raw_cfg_set(fd, exp + 8, 2, 0x7fff);
	assert_int_equal(raw_stat(0, "resets"), before + 3);
	munmap(bell, RAW_PAGE);
	munmap(p, RAW_PAGE);
	close(mem);
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
		cmocka_unit_test(header),
		cmocka_unit_test(capabilities),
		cmocka_unit_test(only_writable_bits_change),
		cmocka_unit_test(bus_mastering_gates_dma),
		cmocka_unit_test(power_states),
		cmocka_unit_test(resets),
	};

	return cmocka_run_group_tests_name("pci", tests, setup, teardown);
}
