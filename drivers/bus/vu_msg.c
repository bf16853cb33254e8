/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Framing. A receive never reads past the message it collects, so the kernel never hands over
 * descriptors that belong to the next one.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "bus/vu_msg.h"

/* The kernel passes at most this many descriptors with one message (SCM_MAX_FD of net/scm.h). */
#define KERNEL_FDS_MAX 253u
/* Pieces of one message, the header among them. */
#define PIECES_MAX 4u

uint64_t lac_now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

int lac_vu_sock_init(struct vu_sock *s, int fd)
{
	*s = (struct vu_sock){.fd = fd, .buf = malloc(VU_MSG_MAX)};
	if (s->buf && fcntl(fd, F_SETFL, O_NONBLOCK) == 0)
		return 0;
	lac_vu_sock_fini(s);
	return -ENOMEM;
}

void lac_vu_sock_fini(struct vu_sock *s)
{
	lac_vu_drop(s);
	free(s->buf);
	s->buf = NULL;
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

/* false: the deadline passed */
static bool sock_wait(struct vu_sock *s, short events, uint64_t deadline_ns)
{
	struct pollfd p = {.fd = s->fd, .events = events};

	for (;;) {
		uint64_t now = deadline_ns ? lac_now_ns() : 0;
		uint64_t left = deadline_ns > now ? deadline_ns - now : 0;
		struct timespec t = {(time_t)(left / 1000000000u), (long)(left % 1000000000u)};
		int n = ppoll(&p, 1, &t, NULL);

		if (n > 0)
			return true;
		if (n == 0 || errno != EINTR)
			return false;
	}
}

int lac_vu_send(struct vu_sock *s, struct vu_hdr *hdr, const struct iovec *v, unsigned int n,
	const int *fds, unsigned int nfds, uint64_t deadline_ns)
{
	union {
		char room[CMSG_SPACE(KERNEL_FDS_MAX * sizeof(int))];
		struct cmsghdr align;
	} c;
	struct iovec piece[PIECES_MAX] = {{hdr, sizeof(*hdr)}};
	struct msghdr m = {.msg_iov = piece, .msg_iovlen = 1};
	size_t left = sizeof(*hdr);
	bool begun = false;

	if (n >= PIECES_MAX || nfds > KERNEL_FDS_MAX)
		return -EINVAL;
	for (unsigned int i = 0; i < n; i++) {
		piece[m.msg_iovlen++] = v[i];
		left += v[i].iov_len;
	}
	hdr->size = (uint32_t)left;
	if (nfds) {
		memset(&c, 0, sizeof(c));
		m.msg_control = c.room;
		m.msg_controllen = CMSG_SPACE(nfds * sizeof(int));
		CMSG_FIRSTHDR(&m)->cmsg_level = SOL_SOCKET;
		CMSG_FIRSTHDR(&m)->cmsg_type = SCM_RIGHTS;
		CMSG_FIRSTHDR(&m)->cmsg_len = CMSG_LEN(nfds * sizeof(int));
		memcpy(CMSG_DATA(CMSG_FIRSTHDR(&m)), fds, nfds * sizeof(int));
	}
	while (left) {
		ssize_t r = sendmsg(s->fd, &m, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0 && errno == EAGAIN) {
			if (sock_wait(s, POLLOUT, deadline_ns))
				continue;
			return begun ? -ENODEV : -ETIMEDOUT;
		}
		if (r < 0)
			return begun || errno == EPIPE || errno == ECONNRESET ? -ENODEV : -errno;
		begun = true;
		left -= (size_t)r;
		m.msg_control = NULL; /* descriptors go with the first byte */
		m.msg_controllen = 0;
		while (m.msg_iovlen && (size_t)r >= m.msg_iov->iov_len) {
			r -= (ssize_t)m.msg_iov->iov_len;
			m.msg_iov++;
			m.msg_iovlen--;
		}
		if (m.msg_iovlen) {
			m.msg_iov->iov_base = (char *)m.msg_iov->iov_base + r;
			m.msg_iov->iov_len -= (size_t)r;
		}
	}
	return 0;
}

/* Keeps the descriptors of @m; false when there are more than we said we accept: then none leaks. */
static bool sock_keep_fds(struct vu_sock *s, struct msghdr *m)
{
	bool fit = !(m->msg_flags & MSG_CTRUNC);

	for (struct cmsghdr *h = CMSG_FIRSTHDR(m); h; h = CMSG_NXTHDR(m, h)) {
		unsigned int n;

		if (h->cmsg_level != SOL_SOCKET || h->cmsg_type != SCM_RIGHTS)
			continue;
		n = (unsigned int)((h->cmsg_len - CMSG_LEN(0)) / sizeof(int));
		for (unsigned int i = 0; i < n; i++) {
			int fd;

			memcpy(&fd, CMSG_DATA(h) + i * sizeof(int), sizeof(fd));
			if (s->nfds < VU_FDS_MAX) {
				s->fds[s->nfds++] = fd;
			} else {
				close(fd);
				fit = false;
			}
		}
	}
	return fit;
}

int lac_vu_recv(struct vu_sock *s, uint64_t deadline_ns)
{
	const struct vu_hdr *hdr = lac_vu_hdr(s);
	union {
		char room[CMSG_SPACE(KERNEL_FDS_MAX * sizeof(int))];
		struct cmsghdr align;
	} c;

	for (;;) {
		uint32_t want = s->have < sizeof(*hdr) ? (uint32_t)sizeof(*hdr) : hdr->size;
		struct iovec v = {s->buf + s->have, want - s->have};
		struct msghdr m = {.msg_iov = &v,
			.msg_iovlen = 1,
			.msg_control = c.room,
			.msg_controllen = sizeof(c.room)};
		ssize_t r;

		if (s->have >= sizeof(*hdr) && s->have == want)
			return 1;
		r = recvmsg(s->fd, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0 && errno == EAGAIN) {
			if (!sock_wait(s, POLLIN, deadline_ns))
				return 0;
			continue;
		}
		if (r <= 0)
			return -ENODEV;
		if (!sock_keep_fds(s, &m))
			return -EPROTO;
		s->have += (uint32_t)r;
		if (s->have == sizeof(*hdr) &&
			(hdr->size < sizeof(*hdr) || hdr->size > VU_MSG_MAX ||
				(hdr->flags & VU_TYPE) > VU_REPLY))
			return -EPROTO;
	}
}

void lac_vu_drop(struct vu_sock *s)
{
	for (uint32_t i = 0; i < s->nfds; i++) {
		if (s->fds[i] >= 0)
			close(s->fds[i]);
	}
	s->nfds = 0;
	s->have = 0;
}

int lac_vu_take_fd(struct vu_sock *s, uint32_t i)
{
	int fd;

	if (i >= s->nfds)
		return -1;
	fd = s->fds[i];
	s->fds[i] = -1;
	return fd;
}
