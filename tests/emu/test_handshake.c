/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a client asks before it uses a function, in the order and the shapes that QEMU's client was
 * seen to use, and each answer byte for byte.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static struct raw_msg m;

static int version(int fd, uint16_t major, uint16_t minor, const void *text, uint32_t len)
{
	uint8_t body[1024];

	raw_pack(body, "22", (const uint64_t[]){major, minor});
	if (len)
		memcpy(body + 4, text, len);
	return raw_call(fd, RAW_VERSION, body, 4 + len, NULL, 0, &m);
}

static void version_comes_first_and_once(void **state)
{
	int fd = raw_connect(0);

	(void)state;
	for (uint16_t cmd = 0; cmd < 20; cmd++)
		if (cmd != RAW_VERSION)
			assert_int_equal(RAW_CALL(fd, cmd, &m, "4444", 16, 0, 0, 0), EPROTO);
	assert_int_equal(version(fd, 0, 0, RAW_QEMU_CAPS, sizeof(RAW_QEMU_CAPS)), 0);
	assert_int_equal(raw_get(m.body, 2), 0);
	assert_int_equal(raw_get(m.body + 2, 2), 0);
	assert_int_equal(m.body[m.len - 1], 0);
	assert_string_equal((char *)m.body + 4,
		"{\"capabilities\":{\"max_msg_fds\":16,\"max_data_xfer_size\":1048576,"
		"\"pgsizes\":4096,\"max_dma_maps\":65535,\"write_multiple\":true}}");
	assert_int_equal(strlen((char *)m.body + 4) + 5, m.len);
	assert_int_equal(version(fd, 0, 0, RAW_QEMU_CAPS, sizeof(RAW_QEMU_CAPS)), EPROTO);
	raw_close(fd, 0);
}

static void version_is_checked(void **state)
{
	static const char *const bad[] = {
		"",
		"[]",
		"{",
		"{}}",
		"nonsense",
		"{\"a\":}",
		"{\"a\":1,}",
		"{'a':1}",
		"{\"a\":01x}",
		"{\"a\" 1}",
		"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
		"{\"a\":\"\\q\"}",
		"{\"a\":-}",
		"{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
	};
	static const char *const good[] = {
		"{}",
		" { } ",
		"{\"capabilities\":{}}",
		"{\"a\":[1,-2.5e+3,true,null,\"\\u00e4\\\"\"]}",
	};
	int fd;

	(void)state;
	fd = raw_connect(0);
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(version(fd, 0, 0, bad[i], (uint32_t)strlen(bad[i]) + 1), EINVAL);
	assert_int_equal(version(fd, 0, 0, "{}", 2), EINVAL);     /* no NUL */
	assert_int_equal(version(fd, 0, 0, "{}\0{}", 6), EINVAL); /* something after it */
	assert_int_equal(version(fd, 1, 0, "{}", 3), ENOTSUP);
	assert_int_equal(raw_call(fd, RAW_VERSION, "\0\0\0", 3, NULL, 0, &m), EINVAL);
	/* none of that did any harm */
	assert_int_equal(version(fd, 0, 7, NULL, 0), 0);
	assert_int_equal(raw_get(m.body + 2, 2), 0); /* the lower of both minors */
	raw_close(fd, 0);
	for (unsigned int i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		fd = raw_connect(0);
		assert_int_equal(version(fd, 0, 0, good[i], (uint32_t)strlen(good[i]) + 1), 0);
		raw_close(fd, 0);
	}
}

static void info(void **state)
{
	int fd = raw_open(0);

	(void)state;
	assert_int_equal(RAW_CALL(fd, RAW_INFO, &m, "4444", 16, 0, 0, 0), 0);
	assert_int_equal(m.len, 16);
	assert_int_equal(raw_get(m.body, 4), 16);
	assert_int_equal(raw_get(m.body + 4, 4), 3);  /* reset, PCI */
	assert_int_equal(raw_get(m.body + 8, 4), 9);  /* VFIO_PCI_NUM_REGIONS */
	assert_int_equal(raw_get(m.body + 12, 4), 5); /* VFIO_PCI_NUM_IRQS */
	assert_int_equal(RAW_CALL(fd, RAW_INFO, &m, "4444", 15, 0, 0, 0), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_INFO, &m, "444", 16, 0, 0), EINVAL);
	raw_close(fd, 0);
}

static void expect_region(uint32_t argsz, uint32_t flags, uint32_t cap, uint64_t size)
{
	assert_int_equal(raw_get(m.body, 4), argsz);
	assert_int_equal(raw_get(m.body + 4, 4), flags);
	assert_int_equal(raw_get(m.body + 12, 4), cap);
	assert_int_equal(raw_get(m.body + 16, 8), size);
	assert_int_equal(raw_get(m.body + 24, 8), 0);
}

/* A first question with room for 32 bytes must already tell the room needed and a valid cap_offset.
 */
static void region_info_argsz(void **state)
{
	int fd = raw_open(0);

	(void)state;
	for (uint32_t argsz = 32; argsz < 80; argsz++) {
		assert_int_equal(
			RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", argsz, 0, 0, 0, 0, 0), 0);
		assert_int_equal(m.len, argsz < 64 ? 32 : 64);
		expect_region(64, 0xf, 32, 16u << 20);
		assert_int_equal(m.nfds, 1);
		close(m.fds[0]);
	}
	assert_int_equal(raw_get(m.body + 32, 2), 1); /* sparse mmap */
	assert_int_equal(raw_get(m.body + 34, 2), 1);
	assert_int_equal(raw_get(m.body + 36, 4), 0);
	assert_int_equal(raw_get(m.body + 40, 4), 1);
	assert_int_equal(raw_get(m.body + 48, 8), 0x12000);
	assert_int_equal(raw_get(m.body + 56, 8), (16u << 20) - 0x12000);
	assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 31, 0, 0, 0, 0, 0), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 32, 0, 9, 0, 0, 0), EINVAL);
	for (uint32_t i = 1; i < 9; i++) {
		assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 32, 0, i, 0, 0, 0), 0);
		expect_region(32, i == RAW_CONFIG ? 3 : 0, 0, i == RAW_CONFIG ? 4096 : 0);
		assert_int_equal(m.nfds, 0);
	}
	raw_close(fd, 0);
}

static void doorbell_page_is_shared(void **state)
{
	int fd = raw_open(0), ev = eventfd(0, EFD_CLOEXEC);
	uint8_t *page;

	(void)state;
	raw_master(fd, true);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, NULL, &ev, 1, "44444", 20, 0x24, 2, 5, 1), 0);
	assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 64, 0, 0, 0, 0, 0), 0);
	page = mmap(NULL, RAW_PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, m.fds[0], TOY_BELL);
	assert_true(page != MAP_FAILED);
	__atomic_store_n((uint64_t *)(void *)page, 6, __ATOMIC_RELEASE);
	assert_true(raw_wait(ev));
	/* and what the function writes there is seen here: it took the doorbell */
	assert_int_equal(__atomic_load_n((uint64_t *)(void *)page, __ATOMIC_ACQUIRE), 0);
	/* the client cannot take the memory away from under the emulator */
	assert_int_equal(ftruncate(m.fds[0], 0), -1);
	assert_int_equal(errno, EPERM);
	close(m.fds[0]);
	close(ev);
	raw_close(fd, 0);
	/* the next client has other memory: the mapping that is left over rings nothing */
	fd = raw_open(0);
	__atomic_store_n((uint64_t *)(void *)page, 6, __ATOMIC_RELEASE);
	for (int i = 0; i < 50; i++)
		raw_ctl("list");
	assert_int_equal(__atomic_load_n((uint64_t *)(void *)page, __ATOMIC_ACQUIRE), 6);
	munmap(page, RAW_PAGE);
	raw_close(fd, 0);
}

static void irq_info(void **state)
{
	static const uint32_t count[] = {0, 0, 8, 1, 0};
	int fd = raw_open(0);

	(void)state;
	for (uint32_t i = 0; i < 5; i++) {
		assert_int_equal(RAW_CALL(fd, RAW_IRQ_INFO, &m, "4444", 16, 0, i, 0), 0);
		assert_int_equal(m.len, 16);
		assert_int_equal(raw_get(m.body, 4), 16);
		assert_int_equal(raw_get(m.body + 4, 4), count[i] ? 1 : 0);
		assert_int_equal(raw_get(m.body + 8, 4), i);
		assert_int_equal(raw_get(m.body + 12, 4), count[i]);
	}
	assert_int_equal(RAW_CALL(fd, RAW_IRQ_INFO, &m, "4444", 16, 0, 5, 0), EINVAL);
	raw_close(fd, 0);
}

/* Everything in the order in which QEMU 11 sends it, maps before it knows the device. */
static void as_qemu(void **state)
{
	int fd = raw_open(0), mem, ev = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	uint8_t *p = raw_mem(1u << 20, &mem);

	(void)state;
	assert_int_equal(raw_map(fd, 0, 0xa0000, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0xc0000, 0x40000, 0xc0000, 1, -1), 0); /* ROM: no descriptor */
	assert_int_equal(raw_map(fd, 0xfc004000, 0x10000, 0, 3, -1), 0);    /* P2P window */
	assert_int_equal(RAW_CALL(fd, RAW_INFO, &m, "4444", 16, 0, 0, 0), 0);
	for (uint32_t i = 0; i < 8; i++) {
		if (i == 6)
			continue;
		assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 32, 0, i, 0, 0, 0), 0);
		for (unsigned int k = 0; k < m.nfds; k++)
			close(m.fds[k]);
		assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, NULL, "444488", raw_get(m.body, 4),
					 0, i, 0, 0, 0),
			0);
	}
	assert_int_equal(RAW_CALL(fd, RAW_IRQ_INFO, &m, "4444", 16, 0, 3, 0), 0);
	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", 0, 7, 4096), 0); /* config, whole */
	assert_int_equal(m.len, 16 + 4096);
	assert_int_equal(raw_get(m.body + 16, 4), 0x101815b3);
	assert_int_equal(RAW_CALL(fd, RAW_IRQ_INFO, &m, "4444", 16, 0, 2, 0), 0);
	assert_int_equal(RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, &ev, 1, "44444", 20, 0x24, 3, 0, 1), 0);
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x21, 0, 0, 0), 0);
	assert_int_equal(raw_call(fd, RAW_RESET, NULL, 0, NULL, 0, &m), 0);
	/* the guest turns its IOMMU on: everything goes, in sweeps that reach to 2^64 */
	assert_int_equal(raw_unmap(fd, 0, 0xfee00000), 0);
	assert_int_equal(raw_unmap(fd, 0xfef00000, UINT64_C(0xffffffff01100000)), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	/* MSI-X: a vector without a descriptor first, then all again with theirs */
	assert_int_equal(RAW_CALL(fd, RAW_SET_IRQS, &m, "44444", 20, 0x24, 2, 0, 1), 0);
	assert_int_equal(RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, &ev, 1, "44444", 20, 0x24, 2, 0, 1), 0);
	/* things that are never needed are refused, not ignored */
	assert_int_equal(RAW_CALL(fd, RAW_IO_FDS, &m, "444488", 32, 0, 0, 0, 0, 0), ENOTSUP);
	assert_int_equal(RAW_CALL(fd, 14, &m, "4444", 16, 0, 0, 0), ENOTSUP);
	assert_int_equal(RAW_CALL(fd, 16, &m, "4444", 16, 0, 0, 0), ENOTSUP);
	munmap(p, 1u << 20);
	close(mem);
	close(ev);
	raw_close(fd, 0);
}

/* How an access is cut shows in the toy's pages: each byte reads as the width of its piece. */
static void accesses_arrive_whole(void **state)
{
	int fd = raw_open(0);

	(void)state;
	for (unsigned int n = 1; n <= 8; n *= 2)
		for (uint64_t off = 0x5000; off < 0x5010; off += n)
			assert_int_equal(raw_bar(fd, off, n) & 0xff, n);
	assert_int_equal(raw_bar(fd, 0x5000, 8), UINT64_C(0x0808080808080808));
	assert_int_equal(raw_bar(fd, 0x5001, 8), UINT64_C(0x0104040404020201));
	raw_bar_set(fd, 0x10, 8, UINT64_C(0x1122334455667788));
	assert_int_equal(raw_bar(fd, 0x10, 8), UINT64_C(0x1122334455667788));
	assert_int_equal(raw_bar(fd, 0x13, 1), 0x55);
	raw_close(fd, 0);
}

static void writes_posted_and_many(void **state)
{
	uint8_t body[512];
	int fd = raw_open(0);
	uint32_t n;

	(void)state;
	n = raw_pack(body, "8444", (const uint64_t[]){0x20, 0, 4, 0xcafe});
	raw_send(fd, 7, RAW_WRITE, 0x10, body, n, NULL, 0);
	assert_int_equal(raw_bar(fd, 0x20, 4), 0xcafe); /* the reply is to the read */
	/* nor is there a reply to one that is refused */
	n = raw_pack(body, "8444", (const uint64_t[]){0x20, 9, 4, 0xcafe});
	raw_send(fd, 7, RAW_WRITE, 0x10, body, n, NULL, 0);
	assert_int_equal(raw_bar(fd, 0x20, 4), 0xcafe);

	assert_int_equal(
		RAW_CALL(fd, RAW_WRITE_MULTI, &m, "888448844", 2, 0x30, 0, 0, 4, 0, 0, 0, 0),
		EINVAL); /* a count that disagrees with the length */
	assert_int_equal(RAW_CALL(fd, RAW_WRITE_MULTI, &m, "884488448", 2, 0x30, 0, 4, 0x11, 0x34,
				 0, 2, 0x22),
		0);
	assert_int_equal(raw_get(m.body, 8), 2);
	assert_int_equal(raw_bar(fd, 0x30, 8), UINT64_C(0x2200000011));
	/* one bad write and none is done */
	assert_int_equal(RAW_CALL(fd, RAW_WRITE_MULTI, &m, "884488448", 2, 0x30, 0, 4, 0x33, 0x34,
				 0, 9, 0x44),
		EINVAL);
	assert_int_equal(raw_bar(fd, 0x30, 8), UINT64_C(0x2200000011));
	assert_int_equal(RAW_CALL(fd, RAW_WRITE_MULTI, &m, "8", 0), 0);
	raw_close(fd, 0);
}

static void bounds_of_regions(void **state)
{
	static const struct {
		uint64_t off;
		uint32_t region, count;
	} bad[] = {
		{0, 1, 4},
		{0, 6, 4},
		{0, 8, 4},
		{0, 9, 4},
		{0, UINT32_MAX, 4},
		{4096, 7, 1},
		{4093, 7, 4},
		{0, 7, 4097},
		{16u << 20, 0, 1},
		{(16u << 20) - 3, 0, 4},
		{UINT64_MAX, 0, 4},
		{UINT64_MAX - 3, 7, 8},
		{0, 0, (1u << 20) + 1},
		{0, 0, UINT32_MAX},
		{0, 0, 0},
		{0, 7, 0},
	};
	int fd = raw_open(0);

	(void)state;
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(
			RAW_CALL(fd, RAW_READ, &m, "844", bad[i].off, bad[i].region, bad[i].count),
			EINVAL);
		assert_int_equal(RAW_CALL(fd, RAW_WRITE, &m, "8448", bad[i].off, bad[i].region,
					 bad[i].count, 0),
			EINVAL);
	}
	assert_int_equal(
		RAW_CALL(fd, RAW_WRITE, &m, "8448", 0, 0, 4, 0), EINVAL); /* 8 bytes came */
	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", 0, 0, 1u << 20), 0);
	assert_int_equal(m.len, 16 + (1u << 20));
	raw_close(fd, 0);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=2", "--seed=1"};

	(void)state;
	return raw_start(args, 2);
}

static int teardown(void **state)
{
	(void)state;
	return raw_stop();
}

static void trap_all_shares_nothing(void **state)
{
	int fd = raw_open(0);

	(void)state;
	assert_int_equal(RAW_CALL(fd, RAW_REGION_INFO, &m, "444488", 64, 0, 0, 0, 0, 0), 0);
	assert_int_equal(m.len, 32);
	expect_region(32, 3, 0, 16u << 20);
	assert_int_equal(m.nfds, 0);
	raw_close(fd, 0);
}

static int setup_trap(void **state)
{
	static const char *const args[] = {"--trap-all"};

	(void)state;
	return raw_start(args, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(version_comes_first_and_once),
		cmocka_unit_test(version_is_checked),
		cmocka_unit_test(info),
		cmocka_unit_test(region_info_argsz),
		cmocka_unit_test(doorbell_page_is_shared),
		cmocka_unit_test(irq_info),
		cmocka_unit_test(as_qemu),
		cmocka_unit_test(accesses_arrive_whole),
		cmocka_unit_test(writes_posted_and_many),
		cmocka_unit_test(bounds_of_regions),
	};
	const struct CMUnitTest trap[] = {
		cmocka_unit_test(trap_all_shares_nothing),
	};

	return cmocka_run_group_tests_name("handshake", tests, setup, teardown) ||
	       cmocka_run_group_tests_name("trap-all", trap, setup_trap, teardown);
}
