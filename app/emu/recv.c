/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What comes from a client. A message is read exactly, header first, because descriptors travel
 * with bytes: whatever comes with the bytes of a message belongs to it, and what its handler does
 * not keep is closed. A message too long is refused and its rest thrown away; one shorter than its
 * own header means that we no longer know where messages begin, and ends the connection.
 */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conn.h"

static void fds_close(struct emu_conn *c)
{
	unsigned int i;

	for (i = 0; i < c->nfds; i++)
		if (c->fds[i] >= 0)
			close(c->fds[i]);
	c->nfds = 0;
	c->fds_lost = false;
}

void emu_in_clear(struct emu_conn *c)
{
	fds_close(c);
	c->have = c->skip = 0;
}

static void fds_take(struct emu_conn *c, struct msghdr *m)
{
	struct cmsghdr *h;
	unsigned int i, n;
	int fd;

	if (m->msg_flags & MSG_CTRUNC)
		c->fds_lost = true;
	for (h = CMSG_FIRSTHDR(m); h; h = CMSG_NXTHDR(m, h)) {
		if (h->cmsg_level != SOL_SOCKET || h->cmsg_type != SCM_RIGHTS)
			continue;
		n = (unsigned int)((h->cmsg_len - CMSG_LEN(0)) / sizeof(int));
		for (i = 0; i < n; i++) {
			memcpy(&fd, CMSG_DATA(h) + i * sizeof(int), sizeof(int));
			if (c->nfds < VFU_MAX_FDS) {
				c->fds[c->nfds++] = fd;
			} else {
				close(fd);
				c->fds_lost = true;
			}
		}
	}
}

/* Up to @want bytes to @to: how many came; 0: nothing yet; -1: the client is gone */
static ssize_t receive(struct emu_conn *c, uint8_t *to, uint32_t want)
{
	union {
		char b[CMSG_SPACE(VFU_MAX_FDS * sizeof(int))];
		struct cmsghdr align;
	} ctl;
	struct iovec v = {to, want};
	struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
	ssize_t n;

	m.msg_control = ctl.b;
	m.msg_controllen = sizeof(ctl.b);
	do
		n = recvmsg(c->fd, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return errno == EAGAIN ? 0 : -1;
	fds_take(c, &m);
	return n ? n : -1;
}

static void refuse(struct emu_fn *f, const struct vfu_hdr *h, int err)
{
	struct vfu_hdr r = {
		.id = h->id,
		.cmd = h->cmd,
		.size = sizeof(r),
		.flags = VFU_REPLY | VFU_ERROR,
		.error = (uint32_t)err,
	};

	emu_stats(f)->messages_refused++;
	if (!(h->flags & VFU_NO_REPLY))
		emu_conn_send(f, &r, NULL, 0, -1);
}

static void complete(struct emu_fn *f, const struct vfu_hdr *h)
{
	struct emu_conn *c = f->conn;
	struct vfu_req r = {
		.hdr = h,
		.in = c->in + sizeof(*h),
		.len = h->size - (uint32_t)sizeof(*h),
		.fds = c->fds,
		.nfds = c->nfds,
		.out = c->reply,
		.out_fd = -1,
	};
	struct vfu_hdr a = {.id = h->id, .cmd = h->cmd, .flags = VFU_REPLY};
	int err;

	emu_stats(f)->messages++;
	if ((h->flags & VFU_TYPE) == VFU_REPLY) {
		/* what the client says of a miss changes nothing here */
		if (c->asked)
			c->asked--;
		else
			emu_lint(f, "a reply to nothing (command %u, id %u)", h->cmd, h->id);
		return;
	}
	c->busy = true;
	err = c->fds_lost ? -EMFILE : vfu_handle(f, &r, &c->negotiated);
	if (err) {
		emu_trace(f, "message %u refused: %s", h->cmd, strerror(-err));
		refuse(f, h, -err);
	} else if (!(h->flags & VFU_NO_REPLY)) {
		a.size = (uint32_t)sizeof(a) + r.out_len;
		emu_conn_send(f, &a, r.out, r.out_len, r.out_fd);
	}
	c->busy = false;
}

/* One message or a part of one. false: nothing more to be had for now */
static bool input_step(struct emu_fn *f, unsigned int *done)
{
	struct emu_conn *c = f->conn;
	struct vfu_hdr h;
	uint32_t want = sizeof(h);
	ssize_t n;

	if (c->skip) {
		n = receive(c, c->in, c->skip < VFU_MSG_MAX ? c->skip : (uint32_t)VFU_MSG_MAX);
		if (n > 0)
			c->skip -= (uint32_t)n;
		fds_close(c);
		goto check;
	}
	if (c->have >= sizeof(h)) {
		memcpy(&h, c->in, sizeof(h));
		want = h.size;
	}
	n = receive(c, c->in + c->have, want - c->have);
	if (n > 0)
		c->have += (uint32_t)n;
	if (n > 0 && c->have >= sizeof(h)) {
		memcpy(&h, c->in, sizeof(h));
		if (h.size < sizeof(h)) {
			emu_conn_doom(f, "a message shorter than its header");
			return false;
		}
		if (h.size > VFU_MSG_MAX) {
			refuse(f, &h, E2BIG);
			c->skip = h.size - c->have;
			c->have = 0;
			fds_close(c);
		} else if (c->have == h.size) {
			complete(f, &h);
			c->have = 0;
			fds_close(c);
			++*done;
		}
	}
check:
	if (n < 0)
		emu_conn_doom(f, "it closed the socket");
	return n > 0 && !c->doomed;
}

void emu_in_poll(struct emu_fn *f, unsigned int *done)
{
	struct emu_conn *c = f->conn;

	while (*done < EMU_BURST && c->out_bytes <= EMU_OUT_HIGH && !c->doomed &&
		input_step(f, done))
		;
}
