/* SPDX-License-Identifier: BSD-3-Clause */
/* The scripted vfio-user server. Offsets are those of QEMU's docs/interop/vfio-user.rst. */
#include <errno.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "aid.h"
#include "fake.h"

#define HDR 16u

static void put16(uint8_t *p, uint16_t v)
{
	memcpy(p, &v, 2);
}

static void put32(uint8_t *p, uint32_t v)
{
	memcpy(p, &v, 4);
}

static void put64(uint8_t *p, uint64_t v)
{
	memcpy(p, &v, 8);
}

static uint16_t get16(const uint8_t *p)
{
	uint16_t v;

	memcpy(&v, p, 2);
	return v;
}

static uint32_t get32(const uint8_t *p)
{
	uint32_t v;

	memcpy(&v, p, 4);
	return v;
}

static uint64_t get64(const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, 8);
	return v;
}

/* Everything or false: the client has hung up. */
static bool send_fds(struct fake *f, const uint8_t *p, size_t len, const int *fds, unsigned int n)
{
	union {
		char room[CMSG_SPACE(64 * sizeof(int))];
		struct cmsghdr align;
	} c;

	while (len) {
		struct iovec v = {(void *)(uintptr_t)p, len};
		struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
		ssize_t r;

		if (n) {
			memset(&c, 0, sizeof(c));
			m.msg_control = c.room;
			m.msg_controllen = CMSG_SPACE(n * sizeof(int));
			CMSG_FIRSTHDR(&m)->cmsg_level = SOL_SOCKET;
			CMSG_FIRSTHDR(&m)->cmsg_type = SCM_RIGHTS;
			CMSG_FIRSTHDR(&m)->cmsg_len = CMSG_LEN(n * sizeof(int));
			memcpy(CMSG_DATA(CMSG_FIRSTHDR(&m)), fds, n * sizeof(int));
		}
		r = sendmsg(f->fd, &m, MSG_NOSIGNAL);
		if (r <= 0)
			return false;
		n = 0;
		p += r;
		len -= (size_t)r;
	}
	return true;
}

static bool recv_all(struct fake *f, uint8_t *p, size_t len, int *fds, unsigned int *n)
{
	while (len) {
		union {
			char room[CMSG_SPACE(64 * sizeof(int))];
			struct cmsghdr align;
		} c;
		struct iovec v = {p, len};
		struct msghdr m = {.msg_iov = &v,
			.msg_iovlen = 1,
			.msg_control = c.room,
			.msg_controllen = sizeof(c.room)};
		ssize_t r = recvmsg(f->fd, &m, MSG_CMSG_CLOEXEC);

		if (r <= 0)
			return false;
		for (struct cmsghdr *h = CMSG_FIRSTHDR(&m); h; h = CMSG_NXTHDR(&m, h)) {
			unsigned int k = (unsigned int)((h->cmsg_len - CMSG_LEN(0)) / sizeof(int));

			memcpy(fds + *n, CMSG_DATA(h), k * sizeof(int));
			*n += k;
		}
		p += r;
		len -= (size_t)r;
	}
	return true;
}

/* One request to the client; unless it is silent, the answer is read and kept. */
static bool ask(struct fake *f, struct fake_dma *d, bool answer)
{
	static const size_t room = 16 + (2u << 20);
	uint8_t *m = calloc(1, HDR + room);
	int fds[64];
	unsigned int n = 0;
	uint32_t len = 16 + (d->write ? (uint32_t)d->count : 0) - d->cut;
	bool ok;

	put16(m, 0x1234);
	put16(m + 2, d->cmd ? d->cmd : d->write ? 12 : 11);
	put32(m + 4, HDR + len);
	put32(m + 8, d->silent ? 0x10 : 0);
	put64(m + HDR, d->addr);
	put64(m + HDR + 8, d->count);
	if (d->write && d->data)
		memcpy(m + HDR + 16, d->data, d->count);
	ok = send_fds(f, m, HDR + len, NULL, 0);
	if (ok && answer && !d->silent) {
		ok = recv_all(f, m, HDR, fds, &n);
		d->got = ok ? get32(m + 4) - HDR : 0;
		d->err = ok && get32(m + 8) & 0x20 ? get32(m + 12) : 0;
		ok = ok && recv_all(f, m + HDR, d->got, fds, &n);
		if (ok && !d->write && d->data && d->got > 16)
			memcpy(d->data, m + HDR + 16, d->got - 16);
		/* the answer is to the question */
		if (get16(m) != 0x1234 || (get32(m + 8) & 0xf) != 1)
			d->err = 9999;
	}
	free(m);
	return ok;
}

void fake_ask(struct fake *f, struct fake_dma *d)
{
	ask(f, d, false);
}

static uint32_t region_info(struct fake *f, const uint8_t *in, uint8_t *out, int *fd)
{
	uint32_t index = get32(in + 8), len = 32;

	memset(out, 0, 4096);
	put32(out + 8, index);
	if (index == 7) {
		put32(out + 4, 3);
		put64(out + 16, f->cfg_bytes);
	} else if (index == 0) {
		put32(out + 4, f->bar_flags);
		put64(out + 16, f->bar_bytes);
		if (f->bar_flags & VFIO_REGION_INFO_FLAG_MMAP && !f->bar_no_fd)
			*fd = f->bar_fd;
		if (f->bar_flags & VFIO_REGION_INFO_FLAG_CAPS) {
			/* another capability first, so that the list is walked */
			put32(out + 12, f->cap_offset ? f->cap_offset : 32);
			put16(out + 32, 77);
			put16(out + 34, 1);
			put32(out + 36, 48);
			len = 48;
			if (f->bar_sparse) {
				put16(out + 48, VFIO_REGION_INFO_CAP_SPARSE_MMAP);
				put16(out + 50, 1);
				put32(out + 56, f->cap_areas ? f->cap_areas : 1);
				put64(out + 64, f->area_off);
				put64(out + 72, f->area_len);
				len = 80;
			} else {
				put32(out + 36, 0);
			}
		}
	}
	put32(out, len);
	return len;
}

static uint32_t region_access(struct fake *f, bool write, const uint8_t *in, uint8_t *out)
{
	uint64_t off = get64(in);
	uint32_t region = get32(in + 8), count = get32(in + 12);
	uint8_t *mem = region == 7 ? f->cfg : f->bar;

	memcpy(out, in, 16);
	if (write)
		memcpy(mem + off, in + 16, count);
	else
		memcpy(out + 16, mem + off, count);
	return 16 + (write ? 0 : count);
}

/* A good answer's body; its length. */
static uint32_t answer(struct fake *f, uint16_t cmd, const uint8_t *in, uint8_t *out, int *fd)
{
	uint32_t len = 0;

	switch (cmd) {
	case 1:
		put16(out, f->major);
		put16(out + 2, f->minor);
		len = 4;
		if (f->caps) {
			memcpy(out + 4, f->caps, strlen(f->caps) + 1);
			len += (uint32_t)strlen(f->caps);
			len += !f->caps_no_nul;
		}
		break;
	case 3:
		memcpy(out, in, 24);
		len = 24;
		break;
	case 4:
		put32(out, 16);
		put32(out + 4, f->device_flags);
		put32(out + 8, f->num_regions);
		put32(out + 12, f->num_irqs);
		len = 16;
		break;
	case 5:
		len = region_info(f, in, out, fd);
		break;
	case 7:
		put32(out, 16);
		put32(out + 4, f->irq_flags);
		put32(out + 8, get32(in + 8));
		put32(out + 12, f->vectors);
		len = 16;
		break;
	case 9:
	case 10:
		len = region_access(f, cmd == 10, in, out);
		break;
	}
	return len;
}

static uint32_t noise(struct fake *f, uint8_t *m, uint32_t len)
{
	unsigned int n = 1 + (unsigned int)(aid_rand(&f->rng) % 4);

	while (n--) {
		switch (aid_rand(&f->rng) % 4) {
		case 0:
			m[aid_rand(&f->rng) % len] = (uint8_t)aid_rand(&f->rng);
			break;
		case 1:
			m[aid_rand(&f->rng) % len] ^= (uint8_t)(1u << (aid_rand(&f->rng) % 8));
			break;
		case 2:
			len = HDR + (uint32_t)(aid_rand(&f->rng) % 512);
			put32(m + 4, len);
			break;
		default:
			put32(m + HDR + 4 * (aid_rand(&f->rng) % 20), (uint32_t)aid_rand(&f->rng));
		}
	}
	return len;
}

/* Sends the answer @m as @act has it. false ends the server. */
static bool misbehave(struct fake *f, enum fake_act act, uint8_t *m, uint32_t len, const int *fds,
	unsigned int nfds)
{
	struct fake_dma d = {.silent = true, .cmd = 999};
	int many[20];
	bool ok = true;

	switch (act) {
	case FAKE_SILENT:
		return true;
	case FAKE_HOLD:
	case FAKE_HALF:
		f->held_len = act == FAKE_HOLD ? len : len - len / 2;
		memcpy(f->held, m + len - f->held_len, f->held_len);
		return act == FAKE_HOLD || send_fds(f, m, len / 2, fds, nfds);
	case FAKE_SHORT:
		put32(m + 4, --len);
		break;
	case FAKE_LONG:
		m[len] = 0;
		put32(m + 4, ++len);
		break;
	case FAKE_OTHER_ID:
		put16(m, (uint16_t)(get16(m) + 1000));
		break;
	case FAKE_OTHER_CMD:
		put16(m + 2, 13);
		break;
	case FAKE_OTHER_OFF:
		m[HDR] ^= 4;
		break;
	case FAKE_HUGE:
		put32(m + 4, UINT32_MAX);
		break;
	case FAKE_TINY:
		put32(m + 4, 8);
		break;
	case FAKE_TYPE:
		put32(m + 8, 7);
		break;
	case FAKE_ERROR:
	case FAKE_ERROR_0:
	case FAKE_ERROR_BIG:
		put32(m + 8, 0x21);
		put32(m + 12, act == FAKE_ERROR ? EBUSY : act == FAKE_ERROR_0 ? 0 : 1u << 31);
		put32(m + 4, len = HDR);
		break;
	case FAKE_FDS_FIT:
	case FAKE_FDS_OVER:
		for (int i = 0; i < 20; i++)
			many[i] = f->bar_fd;
		return send_fds(f, m, len, many, act == FAKE_FDS_FIT ? 8 : 20);
	case FAKE_CLOSE:
		return false;
	case FAKE_EOF_HEADER:
		send_fds(f, m, 7, NULL, 0);
		return false;
	case FAKE_EOF_BODY:
		send_fds(f, m, len - (len - HDR) / 2, fds, nfds);
		return false;
	case FAKE_TRICKLE:
		for (uint32_t i = 0; i < len && ok; i++)
			ok = send_fds(f, m + i, 1, i ? NULL : fds, i ? 0 : nfds);
		return ok;
	case FAKE_CHATTER:
		while (ask(f, &d, false))
			;
		return false;
	case FAKE_DMA:
		for (unsigned int i = 0; i < f->ndma && ok; i++)
			ok = ask(f, &f->dma[i], true);
		break;
	case FAKE_NOISE:
		len = noise(f, m, len);
		break;
	default:
		break;
	}
	return ok && send_fds(f, m, len, fds, nfds);
}

static void note(struct fake *f, const uint8_t *m, uint32_t len, const int *fds, unsigned int nfds)
{
	struct fake_seen *s = &f->seen[f->nseen % FAKE_LOG_MAX];

	for (unsigned int i = 1; i < nfds; i++)
		close(fds[i]);
	if (f->nseen++ >= FAKE_LOG_MAX && s->fd >= 0)
		close(s->fd);
	memset(s, 0, sizeof(*s));
	s->cmd = get16(m + 2);
	s->flags = get32(m + 8);
	s->body_len = len;
	memcpy(s->body, m + HDR, len < sizeof(s->body) ? len : sizeof(s->body));
	s->nfds = nfds;
	s->fd = nfds ? fds[0] : -1;
}

static bool serve(struct fake *f, uint8_t *m, uint8_t *out)
{
	unsigned int nfds = 0;
	enum fake_act act = FAKE_GOOD;
	int fds[64], fd = -1;
	uint32_t len;

	if (!recv_all(f, m, HDR, fds, &nfds))
		return false;
	len = get32(m + 4) - HDR;
	if (!recv_all(f, m + HDR, len, fds, &nfds))
		return false;
	pthread_mutex_lock(&f->lock);
	note(f, m, len, fds, nfds);
	if (f->act != FAKE_GOOD && f->act_cmd == get16(m + 2)) {
		act = f->act;
		f->act = FAKE_GOOD;
	}
	pthread_mutex_unlock(&f->lock);
	if (f->held_len) {
		if (!send_fds(f, f->held, f->held_len, NULL, 0))
			return false;
		f->held_len = 0;
	}
	memset(out, 0, 8192);
	memcpy(out, m, 4);
	put32(out + 8, 1);
	len = HDR + answer(f, get16(m + 2), m + HDR, out + HDR, &fd);
	put32(out + 4, len);
	if (get32(m + 8) & 0x10)
		return true;
	return misbehave(f, act, out, len, &fd, fd >= 0);
}

static void *run(void *arg)
{
	struct fake *f = arg;
	uint8_t *m = malloc(2u << 20), *out = malloc(2u << 20);

	while (serve(f, m, out))
		;
	shutdown(f->fd, SHUT_RDWR);
	free(m);
	free(out);
	return NULL;
}

void fake_init(struct fake *f)
{
	int pair[2];

	memset(f, 0, sizeof(*f));
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
	f->client = pair[0];
	f->fd = pair[1];
	f->caps = "{\"capabilities\":{\"max_msg_fds\":16,\"max_data_xfer_size\":1048576,"
		  "\"twin_socket\":{\"supported\":false},\"pgsizes\":4096}}";
	f->device_flags = VFIO_DEVICE_FLAGS_PCI | VFIO_DEVICE_FLAGS_RESET;
	f->num_regions = 9;
	f->num_irqs = 5;
	f->vectors = FAKE_VECTORS;
	f->irq_flags = VFIO_IRQ_INFO_EVENTFD;
	f->bar_bytes = FAKE_BAR_BYTES;
	f->bar_flags = VFIO_REGION_INFO_FLAG_READ | VFIO_REGION_INFO_FLAG_WRITE |
		       VFIO_REGION_INFO_FLAG_MMAP | VFIO_REGION_INFO_FLAG_CAPS;
	f->bar_sparse = true;
	f->area_off = FAKE_AREA_OFF;
	f->area_len = FAKE_BAR_BYTES - FAKE_AREA_OFF;
	f->cfg_bytes = FAKE_CFG_BYTES;
	memcpy(f->cfg, "\xb3\x15\x18\x10", 4);
	f->bar_fd = aid_memfd(FAKE_BAR_BYTES);
	f->bar = mmap(NULL, FAKE_BAR_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, f->bar_fd, 0);
	assert_ptr_not_equal(f->bar, MAP_FAILED);
	pthread_mutex_init(&f->lock, NULL);
}

void fake_start(struct fake *f)
{
	assert_int_equal(pthread_create(&f->thread, NULL, run, f), 0);
	f->running = true;
}

void fake_arm(struct fake *f, uint16_t cmd, enum fake_act act)
{
	pthread_mutex_lock(&f->lock);
	f->act = act;
	f->act_cmd = cmd;
	pthread_mutex_unlock(&f->lock);
}

void fake_arm_dma(struct fake *f, uint16_t cmd, struct fake_dma *dma, unsigned int n)
{
	f->dma = dma;
	f->ndma = n;
	fake_arm(f, cmd, FAKE_DMA);
}

unsigned int fake_count(struct fake *f, uint16_t cmd)
{
	unsigned int n = 0;

	pthread_mutex_lock(&f->lock);
	for (unsigned int i = 0; i < f->nseen && i < FAKE_LOG_MAX; i++)
		n += f->seen[i].cmd == cmd;
	pthread_mutex_unlock(&f->lock);
	return n;
}

struct fake_seen *fake_saw(struct fake *f, uint16_t cmd, int i)
{
	struct fake_seen *s = NULL;
	int n = (int)fake_count(f, cmd);

	if (i < 0)
		i += n;
	if (i < 0 || i >= n)
		return NULL;
	pthread_mutex_lock(&f->lock);
	for (s = f->seen; s->cmd != cmd || i--; s++)
		;
	pthread_mutex_unlock(&f->lock);
	return s;
}

void fake_hangup(struct fake *f)
{
	shutdown(f->fd, SHUT_RDWR);
}

void fake_stop(struct fake *f)
{
	shutdown(f->fd, SHUT_RDWR);
	if (f->running)
		pthread_join(f->thread, NULL);
	for (unsigned int i = 0; i < f->nseen && i < FAKE_LOG_MAX; i++) {
		if (f->seen[i].fd >= 0)
			close(f->seen[i].fd);
	}
	close(f->fd);
	close(f->bar_fd);
	munmap(f->bar, FAKE_BAR_BYTES);
	pthread_mutex_destroy(&f->lock);
}
