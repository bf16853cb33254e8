/* SPDX-License-Identifier: BSD-3-Clause */
/* A client of raw bytes; see raw.h. */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static int deadline_ms(void)
{
	const char *slow = getenv("LAC_TEST_SLOW");

	return 10000 * (slow && atoi(slow) > 0 ? atoi(slow) : 1);
}

uint32_t raw_pack(uint8_t *b, const char *widths, const uint64_t *v)
{
	uint32_t at = 0;

	for (; *widths; widths++, v++) {
		unsigned int n = (unsigned int)(*widths - '0');

		for (unsigned int i = 0; i < n; i++)
			b[at++] = (uint8_t)(*v >> 8 * i);
	}
	return at;
}

uint64_t raw_get(const uint8_t *b, unsigned int width)
{
	uint64_t v = 0;

	while (width--)
		v = v << 8 | b[width];
	return v;
}

int raw_connect(unsigned int port)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	snprintf(a.sun_path, sizeof(a.sun_path), "%s/port%u.sock", raw_dir(), port);
	assert_int_equal(connect(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	return fd;
}

void raw_send(int fd, uint16_t id, uint16_t cmd, uint32_t flags, const void *body, uint32_t len,
	const int *fds, unsigned int nfds)
{
	uint8_t head[16];
	union {
		char b[CMSG_SPACE(64 * sizeof(int))];
		struct cmsghdr align;
	} ctl = {0};
	struct iovec v[2] = {{head, 16}, {(void *)(uintptr_t)body, len}};
	struct msghdr m = {.msg_iov = v, .msg_iovlen = len ? 2 : 1};
	ssize_t n;

	raw_pack(head, "22444", (const uint64_t[]){id, cmd, 16 + len, flags, 0});
	if (nfds) {
		m.msg_control = ctl.b;
		m.msg_controllen = CMSG_SPACE(nfds * sizeof(int));
		CMSG_FIRSTHDR(&m)->cmsg_level = SOL_SOCKET;
		CMSG_FIRSTHDR(&m)->cmsg_type = SCM_RIGHTS;
		CMSG_FIRSTHDR(&m)->cmsg_len = CMSG_LEN(nfds * sizeof(int));
		memcpy(CMSG_DATA(CMSG_FIRSTHDR(&m)), fds, nfds * sizeof(int));
	}
	n = sendmsg(fd, &m, MSG_NOSIGNAL);
	assert_true(n >= 16);
	for (uint32_t at = (uint32_t)n; at < 16 + len; at += (uint32_t)n) {
		n = send(fd, (const uint8_t *)body + at - 16, 16 + len - at, MSG_NOSIGNAL);
		assert_true(n > 0);
	}
}

/* @want bytes; false: the emulator closed */
static bool take(int fd, uint8_t *to, uint32_t want, struct raw_msg *m)
{
	union {
		char b[CMSG_SPACE(16 * sizeof(int))];
		struct cmsghdr align;
	} ctl;
	struct pollfd p = {.fd = fd, .events = POLLIN};

	while (want) {
		struct iovec v = {to, want};
		struct msghdr h = {.msg_iov = &v, .msg_iovlen = 1, .msg_control = ctl.b};
		ssize_t n;

		h.msg_controllen = sizeof(ctl.b);
		assert_int_equal(poll(&p, 1, deadline_ms()), 1); /* else: no reply */
		n = recvmsg(fd, &h, MSG_CMSG_CLOEXEC);
		if (n <= 0)
			return false;
		for (struct cmsghdr *c = CMSG_FIRSTHDR(&h); c; c = CMSG_NXTHDR(&h, c)) {
			unsigned int k = (unsigned int)((c->cmsg_len - CMSG_LEN(0)) / sizeof(int));

			assert_true(m->nfds + k <= 16);
			memcpy(m->fds + m->nfds, CMSG_DATA(c), k * sizeof(int));
			m->nfds += k;
		}
		to += n;
		want -= (uint32_t)n;
	}
	return true;
}

int raw_recv(int fd, struct raw_msg *m)
{
	uint8_t head[16];

	m->nfds = 0;
	if (!take(fd, head, 16, m))
		return -1;
	m->id = (uint16_t)raw_get(head, 2);
	m->cmd = (uint16_t)raw_get(head + 2, 2);
	m->size = (uint32_t)raw_get(head + 4, 4);
	m->flags = (uint32_t)raw_get(head + 8, 4);
	m->error = (uint32_t)raw_get(head + 12, 4);
	assert_true(m->size >= 16 && m->size - 16 <= sizeof(m->body));
	m->len = m->size - 16;
	return take(fd, m->body, m->len, m) ? 0 : -1;
}

bool raw_idle(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, 0) == 0;
}

int raw_call(int fd, uint16_t cmd, const void *body, uint32_t len, const int *fds,
	unsigned int nfds, struct raw_msg *m)
{
	static uint16_t id = 100;

	raw_send(fd, ++id, cmd, 0, body, len, fds, nfds);
	if (raw_recv(fd, m))
		return -1;
	assert_int_equal(m->id, id);
	assert_int_equal(m->cmd, cmd);
	assert_int_equal(m->flags & 0xf, 1);
	if (m->flags & 0x20) {
		assert_int_equal(m->len, 0);
		assert_int_not_equal(m->error, 0);
		return (int)m->error;
	}
	assert_int_equal(m->flags, 1);
	assert_int_equal(m->error, 0);
	return 0;
}

int raw_call_packed(int fd, uint16_t cmd, struct raw_msg *m, const int *fds, unsigned int nfds,
	const char *widths, const uint64_t *v)
{
	uint8_t body[512];
	static struct raw_msg none;
	int err;

	if (!m)
		m = &none;
	err = raw_call(fd, cmd, body, raw_pack(body, widths, v), fds, nfds, m);
	if (m == &none)
		for (unsigned int i = 0; i < m->nfds; i++)
			close(m->fds[i]);
	return err;
}

int raw_open(unsigned int port)
{
	static struct raw_msg m;
	uint8_t body[512] = {0};
	int fd = raw_connect(port);

	memcpy(body + 4, RAW_QEMU_CAPS, sizeof(RAW_QEMU_CAPS));
	assert_int_equal(
		raw_call(fd, RAW_VERSION, body, 4 + sizeof(RAW_QEMU_CAPS), NULL, 0, &m), 0);
	return fd;
}

void raw_close(int fd, unsigned int port)
{
	close(fd);
	raw_quiet(port);
}

static uint64_t region_get(int fd, uint32_t region, uint64_t off, unsigned int width)
{
	static struct raw_msg m;

	assert_int_equal(RAW_CALL(fd, RAW_READ, &m, "844", off, region, width), 0);
	assert_int_equal(m.len, 16 + width);
	assert_int_equal(raw_get(m.body, 8), off);
	assert_int_equal(raw_get(m.body + 12, 4), width);
	return raw_get(m.body + 16, width);
}

static void region_set(int fd, uint32_t region, uint64_t off, unsigned int width, uint64_t v)
{
	static struct raw_msg m;
	const char widths[] = {'8', '4', '4', (char)('0' + width), 0};

	assert_int_equal(RAW_CALL(fd, RAW_WRITE, &m, widths, off, region, width, v), 0);
	assert_int_equal(m.len, 16);
	assert_int_equal(raw_get(m.body + 12, 4), width);
}

uint64_t raw_cfg(int fd, uint32_t off, unsigned int width)
{
	return region_get(fd, RAW_CONFIG, off, width);
}

void raw_cfg_set(int fd, uint32_t off, unsigned int width, uint64_t v)
{
	region_set(fd, RAW_CONFIG, off, width, v);
}

uint64_t raw_bar(int fd, uint64_t off, unsigned int width)
{
	return region_get(fd, 0, off, width);
}

void raw_bar_set(int fd, uint64_t off, unsigned int width, uint64_t v)
{
	region_set(fd, 0, off, width, v);
}

void raw_master(int fd, bool on)
{
	raw_cfg_set(fd, 4, 2, on ? 6 : 2);
}

uint8_t *raw_mem(uint64_t bytes, int *fd_out)
{
	int fd = memfd_create("raw", MFD_CLOEXEC);
	void *p;

	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, (off_t)bytes), 0);
	p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_true(p != MAP_FAILED);
	*fd_out = fd;
	return p;
}

int raw_map(int fd, uint64_t iova, uint64_t size, uint64_t off, uint32_t flags, int mem)
{
	return RAW_CALL_FDS(
		fd, RAW_DMA_MAP, NULL, &mem, mem >= 0, "44888", 32, flags, off, iova, size);
}

int raw_unmap(int fd, uint64_t iova, uint64_t size)
{
	return RAW_CALL(fd, RAW_DMA_UNMAP, NULL, "4488", 24, 0, iova, size);
}

int toy_do(int fd, uint64_t op, uint64_t addr, uint64_t from, uint64_t len, uint64_t peer,
	uint64_t *value)
{
	const uint64_t reg[] = {addr, from, len, peer, 0, value ? *value : 0};
	int result;

	for (unsigned int i = 0; i < 6; i++)
		raw_bar_set(fd, TOY_BASE + 8 * (TOY_ADDR + i), 8, reg[i]);
	raw_bar_set(fd, TOY_BASE, 8, op);
	while (raw_bar(fd, TOY_BASE, 8))
		;
	result = (int)(int64_t)raw_bar(fd, TOY_BASE + 8 * TOY_RESULT, 8);
	if (value)
		*value = raw_bar(fd, TOY_BASE + 8 * TOY_VALUE, 8);
	return result;
}

int toy_write(int fd, uint64_t addr, uint64_t len, uint8_t byte)
{
	uint64_t v = byte;

	return toy_do(fd, TOY_WRITE, addr, 0, len, 0, &v);
}

int toy_read(int fd, uint64_t addr, uint64_t len, uint64_t *sum)
{
	return toy_do(fd, TOY_READ, addr, 0, len, 0, sum);
}

uint64_t raw_event(int eventfd)
{
	struct pollfd p = {.fd = eventfd, .events = POLLIN};
	uint64_t n = 0;

	if (poll(&p, 1, 0) == 1)
		assert_int_equal(read(eventfd, &n, sizeof(n)), sizeof(n));
	return n;
}

bool raw_wait(int eventfd)
{
	struct pollfd p = {.fd = eventfd, .events = POLLIN};

	return poll(&p, 1, deadline_ms()) == 1;
}
