/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Clients that do what no client should. Each case has a good client on the other port, which must
 * get its answers throughout, and at the end the emulator holds what it held at first.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

#define MIB (UINT64_C(1) << 20)

static struct raw_msg m;
static int good, good_mem;
static uint8_t *good_p;
static unsigned int files;

static int before(void **state)
{
	(void)state;
	good = raw_open(1);
	raw_master(good, true);
	good_p = raw_mem(MIB, &good_mem);
	assert_int_equal(raw_map(good, 0x100000, MIB, 0, 3, good_mem), 0);
	files = raw_files();
	return 0;
}

static void good_goes_on(void)
{
	static uint8_t byte;

	assert_int_equal(toy_write(good, 0x100000, 100, ++byte), 0);
	assert_int_equal(good_p[99], byte);
}

static int after(void **state)
{
	(void)state;
	raw_quiet(0);
	good_goes_on();
	assert_int_equal(raw_files(), files);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	munmap(good_p, MIB);
	close(good_mem);
	raw_close(good, 1);
	assert_int_equal(raw_maps("memfd:raw"), 0);
	/* and the port serves the next one */
	raw_close(raw_open(0), 0);
	return 0;
}

static void no_longer_a_client(int fd)
{
	assert_int_equal(raw_recv(fd, &m), -1);
	close(fd);
}

static void header_shorter_than_itself(void **state)
{
	uint8_t head[16];

	(void)state;
	for (uint32_t size = 0; size < 16; size++) {
		int fd = raw_open(0);

		raw_pack(head, "22444", (const uint64_t[]){1, RAW_READ, size, 0, 0});
		assert_int_equal(send(fd, head, 16, 0), 16);
		no_longer_a_client(fd);
		raw_quiet(0);
	}
}

/* Longer than anything we take: refused at once, its body thrown away as it comes, then all is
 * well. */
static void too_long(void **state)
{
	static uint8_t junk[65536];
	int fd = raw_open(0);
	uint32_t size = 3u << 20;
	uint8_t head[16];

	(void)state;
	raw_pack(head, "22444", (const uint64_t[]){9, RAW_WRITE, size, 0, 0});
	assert_int_equal(send(fd, head, 16, 0), 16);
	assert_int_equal(raw_recv(fd, &m), 0);
	assert_int_equal(m.id, 9);
	assert_int_equal(m.flags, 0x21);
	assert_int_equal(m.error, E2BIG);
	good_goes_on();
	for (uint32_t left = size - 16; left;) {
		ssize_t n = send(fd, junk, left < sizeof(junk) ? left : sizeof(junk), 0);

		assert_true(n > 0);
		left -= (uint32_t)n;
	}
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3);
	close(fd);
}

static void flags_and_replies(void **state)
{
	static const uint32_t bad[] = {2, 3, 0xf, 0x20, 0x40, 0x80000000, 0xffffffe0};
	int fd = raw_open(0);

	(void)state;
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		raw_send(fd, 3, RAW_RESET, bad[i], NULL, 0, NULL, 0);
		assert_int_equal(raw_recv(fd, &m), 0);
		assert_int_equal(m.error, EINVAL);
	}
	raw_send(fd, 3, RAW_RESET, 1, NULL, 0, NULL, 0); /* a reply to nothing has no answer */
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3);
	close(fd);
}

/* Every command with every length up to its own and some beyond; nothing but an answer may come of
 * it. */
static void lengths(void **state)
{
	static uint8_t zero[8300];
	int fd = raw_open(0);

	(void)state;
	for (uint16_t cmd = 0; cmd < 24; cmd++)
		for (uint32_t len = 0; len < 80; len++) {
			int err = raw_call(fd, cmd, zero, len, NULL, 0, &m);

			assert_true(err >= 0);
		}
	assert_int_equal(raw_call(fd, RAW_DMA_MAP, zero, 8300, NULL, 0, &m), EINVAL);
	assert_int_equal(raw_call(fd, UINT16_MAX, zero, 8300, NULL, 0, &m), ENOTSUP);
	close(fd);
}

/* A byte at a time, then silence in the middle of everything. */
static void drip_and_vanish(void **state)
{
	uint8_t msg[36];
	int fd;

	(void)state;
	raw_pack(msg, "224448444", (const uint64_t[]){5, RAW_WRITE, 36, 0, 0, 0x20, 0, 4, 0xbeef});
	fd = raw_open(0);
	for (unsigned int i = 0; i < sizeof(msg); i++) {
		good_goes_on();
		assert_int_equal(send(fd, msg + i, 1, 0), 1);
	}
	assert_int_equal(raw_recv(fd, &m), 0);
	assert_int_equal(m.error, 0);
	assert_int_equal(raw_bar(fd, 0x20, 4), 0xbeef);
	raw_close(fd, 0);
	for (unsigned int n = 1; n < sizeof(msg); n++) {
		fd = raw_open(0);
		assert_int_equal(send(fd, msg, n, 0), n);
		raw_close(fd, 0);
	}
	/* nothing is left of the one before */
	fd = raw_open(0);
	assert_int_equal(raw_bar(fd, 0x20, 4), 0);
	close(fd);
}

static void descriptors_in_the_wrong_place(void **state)
{
	int many[40], ev = eventfd(0, EFD_CLOEXEC);
	int fd = raw_open(0);

	(void)state;
	for (unsigned int i = 0; i < 40; i++)
		many[i] = ev;
	/* with a message that has no use for them */
	assert_int_equal(RAW_CALL_FDS(fd, RAW_INFO, &m, many, 16, "4444", 16, 0, 0, 0), 0);
	assert_int_equal(raw_files(), files + 1);
	/* more than a message may have: refused, none kept */
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, many, 17, "44444", 20, 0x24, 2, 0, 8), EMFILE);
	assert_int_equal(RAW_CALL_FDS(fd, RAW_INFO, &m, many, 40, "4444", 16, 0, 0, 0), EMFILE);
	assert_int_equal(RAW_CALL_FDS(fd, 99, &m, many, 3, "4444", 16, 0, 0, 0), ENOTSUP);
	assert_int_equal(raw_files(), files + 1);
	assert_int_equal(RAW_CALL_FDS(fd, RAW_INFO, &m, many, 1, "4444", 16, 0, 0, 0), 0);
	/* kept ones go with the client */
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, &m, many, 8, "44444", 20, 0x24, 2, 0, 8), 0);
	assert_int_equal(raw_files(), files + 9);
	/* with a message that never ends */
	raw_send(fd, 1, RAW_DMA_MAP, 0, "abcd", 4, many, 4);
	close(ev);
	close(fd);
}

static void second_client(void **state)
{
	int fd = raw_open(0), other = raw_connect(0);

	(void)state;
	assert_int_equal(raw_recv(other, &m), -1);
	close(other);
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3); /* the first does not notice */
	/* hung up and gone: its successor finds a place at once, however soon it comes */
	for (int i = 0; i < 200; i++) {
		close(fd);
		fd = raw_open(0);
	}
	/* even when it leaves more behind than is read in one go */
	for (int i = 0; i < 20; i++) {
		uint8_t body[20];
		uint32_t n = raw_pack(body, "8444", (const uint64_t[]){0x20, 0, 4, 1});

		for (int k = 0; k < 500; k++)
			raw_send(fd, 1, RAW_WRITE, 0x10, body, n, NULL, 0);
		close(fd);
		fd = raw_open(0);
		assert_int_equal(raw_bar(fd, 0x20, 4), 0);
	}
	close(fd);
}

/* Asks and asks and never reads. */
static void does_not_listen(void **state)
{
	uint8_t msg[32];
	int fd = raw_open(0);
	uint64_t heard = raw_stat(0, "messages");
	ssize_t n = 0;

	(void)state;
	raw_pack(msg, "22444844", (const uint64_t[]){5, RAW_READ, 32, 0, 0, 0, 0, 1u << 20});
	assert_int_equal(fcntl(fd, F_SETFL, O_NONBLOCK), 0);
	for (int i = 0; i < 100000 && n >= 0; i++) {
		n = send(fd, msg, sizeof(msg), 0);
		if (i % 1000 == 0)
			good_goes_on();
	}
	assert_true(n < 0); /* it was stopped by its own full socket */
	assert_in_range(raw_stat(0, "messages") - heard, 1, 3); /* answers of 1 MiB */
	good_goes_on();
	close(fd);
}

/* Memory that goes away while it is mapped: an error for the access, nothing for anyone else. */
static void truncated_memory(void **state)
{
	int fd = raw_open(0), mem;
	uint8_t *p = raw_mem(MIB, &mem);
	uint64_t v = 0;

	(void)state;
	raw_master(fd, true);
	assert_int_equal(raw_map(fd, 0, MIB, 0, 3, mem), 0);
	assert_int_equal(toy_write(fd, 0, MIB, 1), 0);
	assert_int_equal(ftruncate(mem, MIB / 2), 0);
	assert_int_equal(toy_write(fd, 0, MIB, 2), -EFAULT);
	assert_int_equal(toy_write(fd, MIB / 2, 8, 2), -EFAULT);
	assert_int_equal(toy_read(fd, MIB - 8, 8, NULL), -EFAULT);
	assert_int_equal(toy_do(fd, TOY_ADD, MIB - 8, 1, 0, 0, &v), -EFAULT);
	/* as a peer's source and target too */
	assert_int_equal(toy_do(good, TOY_COPY, 0x100000, MIB / 2 - 8, 16, 0, NULL), -ENXIO);
	assert_int_equal(toy_do(fd, TOY_COPY, MIB / 2, 0x100000, 8, 1, NULL), -EFAULT);
	assert_true(raw_stat(0, "faults") >= 5);
	assert_int_equal(toy_write(fd, 0, MIB / 2, 3), 0);
	assert_int_equal(p[MIB / 2 - 1], 3);
	munmap(p, MIB);
	close(mem);
	close(fd);
}

struct shaker {
	int mem;
	bool stop;
};

static void *shake(void *arg)
{
	struct shaker *s = arg;

	while (!__atomic_load_n(&s->stop, __ATOMIC_ACQUIRE)) {
		if (ftruncate(s->mem, RAW_PAGE) || ftruncate(s->mem, 8 * MIB))
			return arg;
	}
	return NULL;
}

static void truncated_meanwhile(void **state)
{
	struct shaker s = {0};
	int fd = raw_open(0);
	uint8_t *p = raw_mem(8 * MIB, &s.mem);
	unsigned int failed = 0;
	pthread_t t;
	void *bad;

	(void)state;
	raw_master(fd, true);
	assert_int_equal(raw_map(fd, 0, 8 * MIB, 0, 3, s.mem), 0);
	assert_int_equal(pthread_create(&t, NULL, shake, &s), 0);
	for (int i = 0; i < 300; i++) {
		int err = i % 3 == 0   ? toy_write(fd, 0, 8 * MIB, 1)
			  : i % 3 == 1 ? toy_read(fd, 0, 8 * MIB, NULL)
				       : toy_do(fd, TOY_COPY, 4 * MIB, 0, 4 * MIB, 0, NULL);

		assert_true(err == 0 || err == -EFAULT || err == -ENXIO);
		failed += err != 0;
	}
	__atomic_store_n(&s.stop, true, __ATOMIC_RELEASE);
	pthread_join(t, &bad);
	assert_null(bad);
	print_message("%u of 300 accesses met a truncated file\n", failed);
	munmap(p, 8 * MIB);
	close(s.mem);
	close(fd);
}

/* Its memory is being read by the other port when it goes, and after it. */
static void vanishes_during_copies(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++) {
		int fd = raw_open(0), mem, err;
		uint8_t *p = raw_mem(MIB, &mem);

		raw_master(fd, true);
		assert_int_equal(raw_map(fd, 0, MIB, 0, 3, mem), 0);
		/* written as a posted message, so that both are under way at once */
		for (unsigned int r = TOY_ADDR; r < TOY_REGS; r++)
			raw_bar_set(good, TOY_BASE + 8 * r, 8,
				r == TOY_ADDR  ? 0x100000
				: r == TOY_LEN ? MIB
					       : 0);
		raw_bar_set(good, TOY_BASE, 8, TOY_COPY);
		close(fd);
		munmap(p, MIB);
		close(mem);
		while (raw_bar(good, TOY_BASE, 8))
			;
		err = (int)raw_bar(good, TOY_BASE + 8 * TOY_RESULT, 8);
		assert_true(err == 0 || err == -ENXIO);
		raw_quiet(0);
		assert_int_equal(toy_do(good, TOY_COPY, 0x100000, 0, 8, 0, NULL), -ENXIO);
	}
}

/* Sets the toy's registers, ADDR first, and lets it go. */
static void toy_go(int fd, uint64_t op, uint64_t addr, uint64_t from, uint64_t len, uint64_t value)
{
	const uint64_t reg[] = {addr, from, len, 0, 0, value};

	for (unsigned int i = 0; i < 6; i++)
		raw_bar_set(fd, TOY_BASE + 8 * (TOY_ADDR + i), 8, reg[i]);
	raw_bar_set(fd, TOY_BASE, 8, op);
}

/* The next message is a report of a miss: one access that crosses no 8 bytes. */
static void hears(int fd, unsigned int cmd, uint64_t iova, unsigned int bytes, uint64_t data)
{
	assert_int_equal(raw_recv(fd, &m), 0);
	assert_int_equal(m.cmd, cmd);
	assert_int_equal(m.flags, 0);
	assert_int_equal(m.len, 16 + (cmd == RAW_DEV_WRITE ? bytes : 0));
	assert_int_equal(raw_get(m.body, 8), iova);
	assert_int_equal(raw_get(m.body + 8, 8), bytes);
	if (cmd == RAW_DEV_WRITE)
		assert_int_equal(raw_get(m.body + 16, bytes), data);
}

/* With --report-misses the client hears of a miss, as a request that it may answer or not. */
static void hears_of_misses(void **state)
{
	int fd = raw_open(0), mem;
	uint8_t body[32] = {0}, *p = raw_mem(MIB, &mem);
	unsigned int asked = 5;

	(void)state;
	raw_master(fd, true);
	assert_int_equal(raw_call(fd, RAW_VERSION, body, 4, NULL, 0, &m), EPROTO);
	toy_go(fd, TOY_WRITE, 0x777000, 0, 4, 0x42);
	hears(fd, RAW_DEV_WRITE, 0x777000, 4, 0x42424242);
	raw_send(fd, m.id, m.cmd, 0x21, NULL, 0, NULL, 0);
	toy_go(fd, TOY_READ, 0x777006, 0, 4, 0);
	hears(fd, RAW_DEV_READ, 0x777006, 2, 0);
	/* the hole is in the middle, and what would go there is the other side's */
	assert_int_equal(raw_map(fd, 0x10000, RAW_PAGE, 0, 3, mem), 0);
	assert_int_equal(raw_map(fd, 0x20000, 2 * RAW_PAGE, 0x10000, 3, mem), 0);
	memcpy(p + 0x10000 + 0x20, "gap here", 8);
	toy_go(fd, TOY_COPY, 0x10fe0, 0x20000, 0x100, 0);
	hears(fd, RAW_DEV_WRITE, 0x11000, 8, raw_get((const uint8_t *)"gap here", 8));
	toy_go(fd, TOY_ADD, 0x777008, 1, 0, 0);
	hears(fd, RAW_DEV_READ, 0x777008, 8, 0);
	toy_go(fd, TOY_WRITE, 0x10ffe, 0, 3, 0x42);
	hears(fd, RAW_DEV_WRITE, 0x11000, 1, 0x42);
	/* what cannot leave the function is heard by nobody */
	raw_master(fd, false);
	assert_int_equal(toy_read(fd, 0x10000, 8, NULL), -EFAULT);
	raw_master(fd, true);
	toy_go(fd, TOY_READ, 0x777000, 0, 8, 0);
	hears(fd, RAW_DEV_READ, 0x777000, 8, 0);
	/* unanswered: no more than 16 are ever under way */
	for (int i = 0; i < 40; i++) {
		raw_send(fd, 1, RAW_WRITE, 0x10, body,
			raw_pack(body, "8448", (const uint64_t[]){TOY_BASE, 0, 8, TOY_READ}), NULL,
			0);
		do {
			raw_send(fd, 2, RAW_READ, 0, body,
				raw_pack(body, "844", (const uint64_t[]){TOY_BASE, 0, 8}), NULL, 0);
			for (;;) {
				assert_int_equal(raw_recv(fd, &m), 0);
				if (m.flags == 1)
					break;
				assert_int_equal(m.cmd, RAW_DEV_READ);
				asked++;
			}
		} while (raw_get(m.body + 16, 8)); /* until that command is done */
	}
	assert_int_equal(asked, 16);
	munmap(p, MIB);
	close(mem);
	close(fd);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=2", "--seed=1"};

	(void)state;
	return raw_start(args, 2);
}

static int setup_misses(void **state)
{
	static const char *const args[] = {"--ports=2", "--report-misses"};

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
#define T(f) cmocka_unit_test_setup_teardown(f, before, after)
	const struct CMUnitTest tests[] = {
		T(header_shorter_than_itself),
		T(too_long),
		T(flags_and_replies),
		T(lengths),
		T(drip_and_vanish),
		T(descriptors_in_the_wrong_place),
		T(second_client),
		T(does_not_listen),
		T(truncated_memory),
		T(truncated_meanwhile),
		T(vanishes_during_copies),
	};
	const struct CMUnitTest misses[] = {
		T(hears_of_misses),
	};

	return cmocka_run_group_tests_name("hostile", tests, setup, teardown) ||
	       cmocka_run_group_tests_name("misses", misses, setup_misses, teardown);
}
