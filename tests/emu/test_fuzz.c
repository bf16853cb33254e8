/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Random messages from a printed seed (LAC_TEST_SEED replays it, LAC_TEST_ROUNDS sets how many):
 * mostly well-formed with odd values, so that they get past the first check, some broken. The
 * emulator, which runs under the sanitizers, must answer each one that has a frame, lose no
 * descriptor and no map, and end well.
 */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static uint64_t rng;
static struct raw_msg m;

static uint64_t any(void)
{
	rng ^= rng << 13; /* xorshift64 */
	rng ^= rng >> 7;
	rng ^= rng << 17;
	return rng;
}

static uint32_t below(uint32_t n)
{
	return (uint32_t)(any() >> 33) % n;
}

/* a number that is likely to matter */
static uint64_t odd(void)
{
	static const uint64_t edge[] = {0, 1, 2, 3, 4, 7, 8, 15, 16, 20, 24, 31, 32, 63, 64, 0x100,
		0x108, 0x1000, 0x2000, 0x3000, 0x10000, 0x12000, 0xffffff, 0x1000000, 1u << 20,
		UINT32_MAX, (uint64_t)UINT32_MAX + 1, UINT64_C(1) << 63, UINT64_MAX - 4095,
		UINT64_MAX};
	uint64_t v = edge[below(sizeof(edge) / sizeof(edge[0]))];

	switch (below(8)) {
	case 0:
		return any();
	case 1:
		return v + below(9) - 4;
	case 2:
		return (uint64_t)below(64) * RAW_PAGE;
	default:
		return v;
	}
}

static uint32_t body_of(uint16_t cmd, uint8_t *b)
{
	switch (cmd) {
	case RAW_VERSION:
		return raw_pack(b, "22", (const uint64_t[]){below(2), below(2)}) + below(32);
	case RAW_DMA_MAP:
		return raw_pack(b, "44888",
			(const uint64_t[]){32, below(5), (uint64_t)below(8) * RAW_PAGE, odd(),
				(uint64_t)below(4) * RAW_PAGE});
	case RAW_DMA_UNMAP:
		return raw_pack(
			b, "4488", (const uint64_t[]){24, below(16) ? 0 : below(4), odd(), odd()});
	case RAW_INFO:
	case RAW_IRQ_INFO:
		return raw_pack(b, "4444", (const uint64_t[]){odd(), 0, odd(), 0});
	case RAW_REGION_INFO:
		return raw_pack(b, "444488", (const uint64_t[]){odd(), 0, below(10), 0, 0, 0});
	case RAW_SET_IRQS:
		return raw_pack(b, "44444",
			       (const uint64_t[]){20, below(4) ? 0x24 : odd(), below(6), below(10),
				       below(10)}) +
		       (below(4) ? 0 : below(12));
	case RAW_READ:
		return raw_pack(b, "844", (const uint64_t[]){odd(), below(2) ? 0 : 7, odd()});
	case RAW_WRITE: {
		uint32_t n = 1 + below(16);

		raw_pack(b, "84488",
			(const uint64_t[]){below(2) ? below(0x180) : odd(), below(2) ? 0 : 7, n,
				odd(), odd()});
		return 16 + n;
	}
	case RAW_WRITE_MULTI: {
		uint32_t n = below(4);

		raw_pack(b, "8", (const uint64_t[]){below(8) ? n : odd()});
		for (uint32_t i = 0; i < n; i++)
			raw_pack(b + 8 + 24 * i, "8448",
				(const uint64_t[]){
					below(0x180), below(2) ? 0 : 7, below(10), odd()});
		return 8 + 24 * n;
	}
	default:
		return below(64);
	}
}

/* One message; @mems are descriptors that it may carry. false: it has broken the framing. */
static bool one(int fd, const int *mems, unsigned int nmems)
{
	static uint8_t b[512];
	static const uint16_t cmds[] = {1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 10, 10, 11,
		12, 13, 14, 15, 15, 16, 99};
	uint16_t cmd = cmds[below(sizeof(cmds) / sizeof(cmds[0]))];
	uint32_t len, flags = below(8) ? 0 : below(4) ? 0x10 : (uint32_t)odd();
	int fds[20];
	unsigned int nfds = below(3) ? 0 : 1 + below(below(8) ? 2 : 20);

	memset(b, (int)any(), sizeof(b));
	len = body_of(cmd, b);
	if (below(8) == 0)
		len = below(sizeof(b)); /* cut or stretched */
	if (below(16) == 0)
		b[below(sizeof(b))] ^= (uint8_t)any();
	for (unsigned int i = 0; i < nfds; i++)
		fds[i] = mems[cmd == RAW_SET_IRQS && below(4) ? 0 : below(nmems)];
	if (below(400) == 0) {
		raw_pack(b, "22444", (const uint64_t[]){1, cmd, odd(), flags, 0});
		send(fd, b, 16 + below(200), MSG_NOSIGNAL);
		return false;
	}
	raw_send(fd, (uint16_t)any(), cmd, flags, b, len, fds, nfds);
	if ((flags & 0xf) == 1 || (flags & 0x10))
		return true; /* no answer */
	do {
		assert_int_equal(raw_recv(fd, &m), 0);
		for (unsigned int i = 0; i < m.nfds; i++)
			close(m.fds[i]);
	} while ((m.flags & 0xf) == 0); /* a report of a miss */
	assert_int_equal(m.cmd, cmd);
	return true;
}

static void random_messages(void **state)
{
	const char *env = getenv("LAC_TEST_SEED"), *rounds = getenv("LAC_TEST_ROUNDS");
	unsigned int n = rounds ? (unsigned int)atoi(rounds) : 20000, files, left = 0;
	int mems[4], other = raw_open(1), fd = -1;
	uint8_t *p[3];

	(void)state;
	if (env)
		rng = strtoull(env, NULL, 0);
	else
		assert_int_equal(getrandom(&rng, sizeof(rng), 0), sizeof(rng));
	rng |= 1;
	print_message("seed 0x%llx\n", (unsigned long long)rng);
	mems[0] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	for (unsigned int i = 0; i < 3; i++)
		p[i] = raw_mem(8 * RAW_PAGE, &mems[i + 1]);
	files = raw_files();
	for (unsigned int i = 0; i < n; i++) {
		if (!left) {
			if (fd >= 0)
				raw_close(fd, 0);
			fd = below(4) ? raw_open(0) : raw_connect(0);
			left = 50 + below(500);
		}
		left--;
		if (!one(fd, mems, 4))
			left = 0;
		if (i % 1000 == 0) {
			assert_int_equal(raw_cfg(other, 0, 4), 0x101815b3);
			if (ftruncate(mems[1], (off_t)(below(9) * RAW_PAGE)))
				fail();
		}
	}
	raw_close(fd, 0);
	assert_int_equal(raw_files(), files);
	assert_int_equal(raw_maps("memfd:raw"), 0);
	assert_int_equal(raw_stat(0, "dma_maps"), 0);
	for (unsigned int i = 0; i < 3; i++)
		munmap(p[i], 8 * RAW_PAGE);
	for (unsigned int i = 0; i < 4; i++)
		close(mems[i]);
	raw_close(other, 1);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=2", "--seed=1", "--report-misses"};

	(void)state;
	return raw_start(args, 3);
}

static int teardown(void **state)
{
	(void)state;
	return raw_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_messages),
	};

	return cmocka_run_group_tests_name("fuzz", tests, setup, teardown);
}
