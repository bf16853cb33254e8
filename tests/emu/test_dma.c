/* SPDX-License-Identifier: BSD-3-Clause */
/* The table of client memory: what may be mapped, what is reached through it, what goes with it. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

#define MIB (UINT64_C(1) << 20)

static int fd, mem;
static uint8_t *p;
static struct raw_msg m;

static int open_client(void **state)
{
	(void)state;
	fd = raw_open(0);
	raw_master(fd, true);
	p = raw_mem(MIB, &mem);
	return 0;
}

static int close_client(void **state)
{
	(void)state;
	munmap(p, MIB);
	close(mem);
	raw_close(fd, 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	assert_int_equal(raw_maps("memfd:raw"), 0);
	return 0;
}

static void map_is_checked(void **state)
{
	int ro, wo, pipes[2], both[2];
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", mem);
	ro = open(path, O_RDONLY | O_CLOEXEC);
	wo = open(path, O_WRONLY | O_CLOEXEC);
	assert_true(ro >= 0 && wo >= 0);
	both[0] = mem;
	both[1] = ro;
	assert_int_equal(pipe(pipes), 0);
	assert_int_equal(raw_map(fd, 0x10000, 0, 0, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10001, RAW_PAGE, 0, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE - 1, 0, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 8, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 0, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 4, mem), EINVAL);
	assert_int_equal(
		raw_map(fd, 0x10000, MIB, RAW_PAGE, 3, mem), EINVAL); /* past the file's end */
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, -(uint64_t)RAW_PAGE, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, -(uint64_t)RAW_PAGE, 2 * RAW_PAGE, 0, 3, mem), EINVAL);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, ro), EACCES);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 1, wo), EACCES);
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, pipes[0]), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_MAP, &m, "44888", 31, 3, 0, 0, RAW_PAGE), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_MAP, &m, "4488", 32, 3, 0, 0), EINVAL);
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_DMA_MAP, &m, both, 2, "44888", 32, 1, 0, 0, RAW_PAGE), EINVAL);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	assert_int_equal(raw_maps("memfd:raw"), 0);
	/* a descriptor for reading serves a map for reading */
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 1, ro), 0);
	assert_int_equal(toy_read(fd, 0x10000, 8, NULL), 0);
	assert_int_equal(toy_write(fd, 0x10000, 8, 1), -EFAULT);
	close(ro);
	close(wo);
	close(pipes[0]);
	close(pipes[1]);
}

static void overlaps_are_refused(void **state)
{
	(void)state;
	assert_int_equal(raw_map(fd, 0x10000, 4 * RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x10000, 4 * RAW_PAGE, 0, 3, mem), EEXIST);
	assert_int_equal(raw_map(fd, 0x11000, RAW_PAGE, 0, 3, mem), EEXIST);
	assert_int_equal(raw_map(fd, 0xf000, 2 * RAW_PAGE, 0, 3, mem), EEXIST);
	assert_int_equal(raw_map(fd, 0x13000, 2 * RAW_PAGE, 0, 3, mem), EEXIST);
	assert_int_equal(raw_map(fd, 0, 64 * RAW_PAGE, 0, 3, mem), EEXIST);
	assert_int_equal(raw_map(fd, 0xf000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x14000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 3);
}

static void access_crosses_maps(void **state)
{
	uint64_t sum = 0;

	(void)state;
	/* three pages that are neighbours for the device and not in memory */
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0x5000, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x11000, RAW_PAGE, 0x2000, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x12000, RAW_PAGE, 0x9000, 3, mem), 0);
	assert_int_equal(toy_write(fd, 0x10ff0, RAW_PAGE + 32, 0x55), 0);
	assert_int_equal(p[0x5fef], 0);
	assert_int_equal(p[0x5ff0], 0x55);
	assert_int_equal(p[0x6000], 0); /* its neighbour in memory is none for the device */
	assert_int_equal(p[0x2000], 0x55);
	assert_int_equal(p[0x2fff], 0x55);
	assert_int_equal(p[0x900f], 0x55);
	assert_int_equal(p[0x9010], 0);
	assert_int_equal(toy_read(fd, 0x10000, 3 * RAW_PAGE, &sum), 0);
	assert_int_equal(sum, 0x55 * (RAW_PAGE + 32));
	/* the last page of the file comes first: nothing past it is looked at */
	assert_int_equal(raw_map(fd, 0x30000, RAW_PAGE, MIB - RAW_PAGE, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x31000, RAW_PAGE, 0x30000, 3, mem), 0);
	assert_int_equal(toy_write(fd, 0x30ff0, RAW_PAGE, 0x55), 0);
	assert_int_equal(toy_read(fd, 0x30ff0, RAW_PAGE, &sum), 0);
	assert_int_equal(sum, 0x55 * RAW_PAGE);
	/* from one shape to another, straight */
	assert_int_equal(raw_map(fd, 0x20000, 4 * RAW_PAGE, 0x20000, 3, mem), 0);
	assert_int_equal(toy_do(fd, TOY_COPY, 0x20007, 0x10fff, RAW_PAGE + 2, 0, NULL), 0);
	for (unsigned int i = 0; i < RAW_PAGE + 2; i++)
		assert_int_equal(p[0x20007 + i], 0x55);
	assert_int_equal(p[0x20006], 0);
	assert_int_equal(p[0x20007 + RAW_PAGE + 2], 0);
	/* odd addresses and lengths around the size where copies change their way */
	for (uint64_t len = 1; len < 600; len += 37) {
		memset(p + 0x20000, 0, RAW_PAGE);
		assert_int_equal(toy_write(fd, 0x20000 + len % 13, len, 0x77), 0);
		assert_int_equal(toy_read(fd, 0x20000, RAW_PAGE, &sum), 0);
		assert_int_equal(sum, 0x77 * len);
	}
}

static void a_miss_touches_nothing(void **state)
{
	uint64_t before = raw_stat(0, "translation_misses");

	(void)state;
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x12000, RAW_PAGE, 0x1000, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x13000, RAW_PAGE, 0x2000, 1, mem), 0);
	assert_int_equal(raw_map(fd, 0x14000, RAW_PAGE, 0, 3, -1), 0);
	assert_int_equal(toy_write(fd, 0x10000, RAW_PAGE + 1, 1), -EFAULT); /* a hole */
	assert_int_equal(toy_write(fd, 0x12000, RAW_PAGE + 1, 1), -EFAULT); /* read-only */
	assert_int_equal(toy_read(fd, 0x13fff, 2, NULL), -EFAULT);          /* no descriptor */
	assert_int_equal(toy_read(fd, 0x14000, 1, NULL), -EFAULT);
	assert_int_equal(toy_write(fd, UINT64_MAX, 2, 1), -EFAULT); /* wraps */
	assert_int_equal(toy_do(fd, TOY_COPY, 0x10000, 0x12000, 2 * RAW_PAGE, 0, NULL), -EFAULT);
	assert_int_equal(toy_do(fd, TOY_COPY, 0x13000, 0x12000, 8, 0, NULL), -EFAULT);
	assert_int_equal(raw_stat(0, "translation_misses"), before + 7);
	for (unsigned int i = 0; i < 3 * RAW_PAGE; i++)
		assert_int_equal(p[i], 0);
	assert_int_equal(toy_read(fd, 0x12000, 2 * RAW_PAGE, NULL), 0);
	assert_int_equal(toy_write(fd, 0x99000, 0, 1), 0); /* no byte, no miss */
}

static void atomics(void **state)
{
	uint64_t v = 0, was = UINT64_MAX - 1;

	(void)state;
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x11000, RAW_PAGE, 0, 1, mem), 0);
	memcpy(p + 0xff8, &was, 8);
	assert_int_equal(toy_do(fd, TOY_ADD, 0x10ff8, 3, 0, 0, &v), 0);
	assert_int_equal(v, was);
	memcpy(&v, p + 0xff8, 8);
	assert_int_equal(v, 1);
	assert_int_equal(toy_do(fd, TOY_ADD, 0x10004, 3, 0, 0, &v), -EFAULT);
	assert_int_equal(toy_do(fd, TOY_ADD, 0x10ffc, 3, 0, 0, &v), -EFAULT);
	assert_int_equal(toy_do(fd, TOY_ADD, 0x11000, 3, 0, 0, &v), -EFAULT);
}

static void unmap_sweeps(void **state)
{
	(void)state;
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x10000, 4 * RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x20000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, -(uint64_t)RAW_PAGE, RAW_PAGE, 0, 3, mem), 0);
	/* parts of a map: refused, and all is as before */
	assert_int_equal(raw_unmap(fd, 0x11000, RAW_PAGE), EINVAL);
	assert_int_equal(raw_unmap(fd, 0x10000, RAW_PAGE), EINVAL);
	assert_int_equal(raw_unmap(fd, 0, 0x12000), EINVAL);
	assert_int_equal(raw_unmap(fd, 0x13000, 0x10000), EINVAL);
	assert_int_equal(raw_stat(0, "dma_maps"), 4);
	assert_int_equal(raw_unmap(fd, 0x10000, 0), EINVAL);
	assert_int_equal(raw_unmap(fd, 0x10800, RAW_PAGE), EINVAL);
	assert_int_equal(raw_unmap(fd, 0x10000, 100), EINVAL);
	assert_int_equal(raw_unmap(fd, -(uint64_t)RAW_PAGE, 2 * RAW_PAGE), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_UNMAP, &m, "4488", 24, 1, 0, RAW_PAGE), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_UNMAP, &m, "4488", 23, 0, 0, RAW_PAGE), EINVAL);
	assert_int_equal(raw_stat(0, "dma_maps"), 4);
	/* nothing there: fine */
	assert_int_equal(raw_unmap(fd, 0x100000, RAW_PAGE), 0);
	assert_int_equal(raw_unmap(fd, UINT64_C(1) << 62, UINT64_C(1) << 61), 0);
	/* the reply repeats the request */
	assert_int_equal(RAW_CALL(fd, RAW_DMA_UNMAP, &m, "4488", 24, 0, 0x10000, 0x11000), 0);
	assert_int_equal(m.len, 24);
	assert_int_equal(raw_get(m.body + 8, 8), 0x10000);
	assert_int_equal(raw_get(m.body + 16, 8), 0x11000);
	assert_int_equal(raw_stat(0, "dma_maps"), 2);
	assert_int_equal(toy_write(fd, 0x10000, 1, 1), -EFAULT);
	/* powers of two up to the end of the space, as QEMU sweeps */
	for (unsigned int bit = 12; bit < 64; bit++)
		assert_int_equal(raw_unmap(fd, UINT64_C(1) << bit, UINT64_C(1) << bit), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 1);
	assert_int_equal(raw_unmap(fd, 0, RAW_PAGE), 0);
	assert_int_equal(raw_maps("memfd:raw"), 0);
	/* everything at once */
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, -1), 0);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_UNMAP, &m, "4488", 24, 2, 0, RAW_PAGE), EINVAL);
	assert_int_equal(RAW_CALL(fd, RAW_DMA_UNMAP, &m, "4488", 24, 2, 0, 0), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
}

static void one_mapping_a_file(void **state)
{
	int other;
	uint8_t *q = raw_mem(MIB, &other);

	(void)state;
	for (uint64_t i = 0; i < 64; i++)
		assert_int_equal(raw_map(fd, i * 2 * RAW_PAGE, RAW_PAGE, i * RAW_PAGE, 3, mem), 0);
	assert_int_equal(raw_maps("memfd:raw"), 1);
	assert_int_equal(raw_map(fd, 0x1000, RAW_PAGE, 0, 3, other), 0);
	assert_int_equal(raw_maps("memfd:raw"), 2);
	/* a file that has grown meanwhile */
	assert_int_equal(ftruncate(other, 2 * MIB), 0);
	assert_int_equal(raw_map(fd, UINT64_C(1) << 32, RAW_PAGE, 2 * MIB - RAW_PAGE, 3, other), 0);
	assert_int_equal(raw_maps("memfd:raw"), 2);
	assert_int_equal(toy_write(fd, 0x1000, 8, 0x11), 0);
	assert_int_equal(toy_write(fd, UINT64_C(1) << 32, 8, 0x22), 0);
	assert_int_equal(q[7], 0x11);
	munmap(q, MIB);
	q = mmap(NULL, 2 * MIB, PROT_READ, MAP_SHARED, other, 0);
	assert_true(q != MAP_FAILED);
	assert_int_equal(q[2 * MIB - RAW_PAGE + 7], 0x22);
	assert_int_equal(raw_unmap(fd, 0x1000, RAW_PAGE), 0);
	assert_int_equal(raw_maps("memfd:raw"), 2);
	assert_int_equal(raw_unmap(fd, UINT64_C(1) << 32, RAW_PAGE), 0);
	assert_int_equal(raw_maps("memfd:raw"), 1);
	munmap(q, 2 * MIB);
	close(other);
}

/* Sends without waiting, with at most a few replies outstanding, so that 65,535 take little time.
 */
static void map_many(uint64_t n, uint64_t (*iova)(uint64_t))
{
	uint8_t body[32];
	uint64_t sent = 0, got = 0;

	while (got < n) {
		while (sent < n && sent - got < 32) {
			raw_pack(body, "44888",
				(const uint64_t[]){
					32, 3, sent % 256 * RAW_PAGE, iova(sent), RAW_PAGE});
			raw_send(fd, (uint16_t)sent, RAW_DMA_MAP, 0, body, 32, &mem, 1);
			sent++;
		}
		assert_int_equal(raw_recv(fd, &m), 0);
		assert_int_equal(m.error, 0);
		assert_int_equal(m.id, (uint16_t)got);
		got++;
	}
}

static uint64_t descending(uint64_t i)
{
	return UINT64_C(0xfffff000) - i * RAW_PAGE;
}

static uint64_t scattered(uint64_t i)
{
	return (i * 0x9e3779b1u & 0xffffffffu) * RAW_PAGE; /* odd factor: no number twice */
}

static void table_is_full(void **state)
{
	(void)state;
	map_many(65535, descending);
	assert_int_equal(raw_stat(0, "dma_maps"), 65535);
	assert_int_equal(raw_maps("memfd:raw"), 1);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, mem), ENOSPC);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, -1), ENOSPC);
	assert_int_equal(toy_write(fd, descending(65534), 65535 * (uint64_t)RAW_PAGE, 0x5a), 0);
	assert_int_equal(p[0], 0x5a);
	assert_int_equal(p[MIB - 1], 0x5a);
	assert_int_equal(raw_unmap(fd, descending(40000), RAW_PAGE), 0);
	assert_int_equal(raw_map(fd, 0, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(toy_read(fd, descending(40000), 1, NULL), -EFAULT);
	assert_int_equal(raw_unmap(fd, 0, UINT64_C(1) << 63), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	map_many(5000, scattered);
	for (uint64_t i = 0; i < 5000; i += 7)
		assert_int_equal(raw_unmap(fd, scattered(i), RAW_PAGE), 0);
	for (uint64_t i = 0; i < 5000; i += 101)
		assert_int_equal(toy_read(fd, scattered(i), RAW_PAGE, NULL), i % 7 ? 0 : -EFAULT);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=1", "--seed=1"};

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
#define T(f) cmocka_unit_test_setup_teardown(f, open_client, close_client)
	const struct CMUnitTest tests[] = {
		T(map_is_checked),
		T(overlaps_are_refused),
		T(access_crosses_maps),
		T(a_miss_touches_nothing),
		T(atomics),
		T(unmap_sweeps),
		T(one_mapping_a_file),
		T(table_is_full),
	};

	return cmocka_run_group_tests_name("dma", tests, setup, teardown);
}
