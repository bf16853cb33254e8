/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Connections: one listening socket a function, one client at a time. Everything is non-blocking
 * and bounded: input is one message, output a queue; while the queue is long no more messages are
 * read from that client, so that a client that does not listen stalls itself and nobody else.
 *
 * A message is read exactly, header first, because descriptors travel with bytes: whatever comes
 * with the bytes of a message belongs to it, and what its handler does not keep is closed.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "server.h"

#define OUT_HIGH (64u << 10) /* queued bytes above which we do not listen */
#define BURST    64u         /* messages of one client in a turn */
#define MISSES   16u         /* reports of misses under way at most */

struct out {
	struct out *next;
	int fd;
	uint32_t len, off;
	uint8_t b[];
};

struct emu_conn {
	int listen_fd, fd;
	bool negotiated;
	bool doomed; /* to be dropped from the top of the loop */
	bool busy;   /* a message is being handled: its reply is owed */
	bool fds_lost;
	unsigned int nfds;
	int fds[VFU_MAX_FDS];
	uint32_t have; /* bytes of the message in @in */
	uint32_t skip; /* bytes to throw away: rest of a message too long */
	uint8_t *in, *reply;
	struct out *out, **tail;
	uint32_t out_bytes;
	uint16_t next_id;
	unsigned int asked; /* own requests without a reply yet */
	unsigned int nmiss;
	struct miss {
		uint64_t iova;
		uint8_t data[8];
		uint32_t len;
		bool write;
	} miss[MISSES];
};

int emu_conn_create(struct emu_fn *f)
{
	struct emu_conn *c = calloc(1, sizeof(*c));

	if (!c)
		return -ENOMEM;
	c->listen_fd = c->fd = -1;
	c->tail = &c->out;
	f->conn = c;
	return 0;
}

static void stop_listening(struct emu_fn *f)
{
	char path[sizeof(((struct sockaddr_un *)NULL)->sun_path)];

	if (f->conn->listen_fd < 0)
		return;
	close(f->conn->listen_fd);
	f->conn->listen_fd = -1;
	if (!emu_path(f->w, path, sizeof(path), "port%u.sock", f->index))
		unlink(path);
}

void emu_conn_destroy(struct emu_fn *f)
{
	stop_listening(f);
	emu_conn_drop(f);
	free(f->conn);
	f->conn = NULL;
}

int emu_conn_listen(struct emu_fn *f)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int err, fd;

	err = emu_path(f->w, a.sun_path, sizeof(a.sun_path), "port%u.sock", f->index);
	if (err)
		return err;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) || listen(fd, 4)) {
		err = -errno;
		emu_log("%s: %s", a.sun_path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return err;
	}
	f->conn->listen_fd = fd;
	return 0;
}

bool emu_conn_has_client(const struct emu_fn *f)
{
	return f->conn->fd >= 0 && !f->conn->doomed;
}

bool emu_conn_listening(const struct emu_fn *f)
{
	return f->conn->listen_fd >= 0;
}

static void fds_close(struct emu_conn *c)
{
	unsigned int i;

	for (i = 0; i < c->nfds; i++)
		if (c->fds[i] >= 0)
			close(c->fds[i]);
	c->nfds = 0;
	c->fds_lost = false;
}

void emu_conn_drop(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	struct out *o;

	if (c->fd < 0)
		return;
	close(c->fd);
	c->fd = -1;
	fds_close(c);
	while ((o = c->out)) {
		c->out = o->next;
		free(o);
	}
	c->tail = &c->out;
	free(c->in);
	free(c->reply);
	c->in = c->reply = NULL;
	c->out_bytes = c->have = c->skip = 0;
	c->asked = c->nmiss = 0;
	c->negotiated = c->doomed = c->busy = false;
	emu_dma_clear(f);
	emu_irqs_clear(f);
	emu_fn_reset(f, EMU_RESET_CLIENT);
}

void emu_conn_doom(struct emu_fn *f, const char *why)
{
	if (f->conn->fd < 0 || f->conn->doomed)
		return;
	emu_trace(f, "client dropped: %s", why);
	f->conn->doomed = true;
}

void emu_unplug(struct emu_fn *f)
{
	emu_irqs_error(f); /* as a surprise-down is reported to VFIO's error interrupt */
	stop_listening(f);
	emu_sysfs_remove(f);
	if (f->conn->fd >= 0)
		shutdown(f->conn->fd, SHUT_RDWR);
	emu_conn_doom(f, "unplugged");
}

/* ---- output ---- */

static void out_flush(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	union {
		char b[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} ctl;
	struct out *o;
	ssize_t n;

	while ((o = c->out) && !c->doomed) {
		struct iovec v = {o->b + o->off, o->len - o->off};
		struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};

		if (o->fd >= 0 && !o->off) {
			memset(&ctl, 0, sizeof(ctl));
			m.msg_control = ctl.b;
			m.msg_controllen = sizeof(ctl.b);
			CMSG_FIRSTHDR(&m)->cmsg_level = SOL_SOCKET;
			CMSG_FIRSTHDR(&m)->cmsg_type = SCM_RIGHTS;
			CMSG_FIRSTHDR(&m)->cmsg_len = CMSG_LEN(sizeof(int));
			memcpy(CMSG_DATA(CMSG_FIRSTHDR(&m)), &o->fd, sizeof(int));
		}
		n = sendmsg(c->fd, &m, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno != EAGAIN)
			emu_conn_doom(f, "cannot send");
		if (n < 0)
			return;
		o->off += (uint32_t)n;
		c->out_bytes -= (uint32_t)n;
		if (o->off < o->len)
			continue;
		c->out = o->next;
		if (!c->out)
			c->tail = &c->out;
		free(o);
	}
}

void emu_conn_send(
	struct emu_fn *f, const struct vfu_hdr *h, const void *body, uint32_t len, int fd)
{
	struct emu_conn *c = f->conn;
	struct out *o;

	if (c->fd < 0 || c->doomed)
		return;
	o = malloc(sizeof(*o) + sizeof(*h) + len);
	if (!o) {
		emu_conn_doom(f, "no memory for a reply");
		return;
	}
	o->next = NULL;
	o->fd = fd;
	o->off = 0;
	o->len = (uint32_t)sizeof(*h) + len;
	memcpy(o->b, h, sizeof(*h));
	if (len)
		memcpy(o->b + sizeof(*h), body, len);
	*c->tail = o;
	c->tail = &o->next;
	c->out_bytes += o->len;
	if (c->out == o)
		out_flush(f);
}

/* ---- reports of misses ---- */

void emu_conn_miss(struct emu_fn *f, uint64_t iova, bool write, const void *data, uint32_t len)
{
	struct emu_conn *c = f->conn;
	struct miss *m;

	if (!f->w->opt.miss_report || c->fd < 0 || c->nmiss + c->asked >= MISSES ||
		(write && !data))
		return;
	m = &c->miss[c->nmiss++];
	*m = (struct miss){.iova = iova, .len = len, .write = write};
	if (write)
		memcpy(m->data, data, len);
}

/* QEMU serves us only while none of its own requests waits, so we ask only then. */
static void miss_flush(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	struct {
		struct vfu_dma_rw rw;
		uint8_t data[8];
	} body;
	unsigned int i;

	if (!c->nmiss || c->have || c->busy || !c->negotiated || c->out)
		return;
	for (i = 0; i < c->nmiss; i++) {
		const struct miss *m = &c->miss[i];
		uint32_t len = (uint32_t)sizeof(body.rw) + (m->write ? m->len : 0);
		struct vfu_hdr h = {
			.id = c->next_id++,
			.cmd = m->write ? VFU_DMA_WRITE : VFU_DMA_READ,
			.size = (uint32_t)sizeof(h) + len,
		};

		body.rw = (struct vfu_dma_rw){m->iova, m->len};
		memcpy(body.data, m->data, sizeof(body.data));
		c->asked++;
		emu_conn_send(f, &h, &body, len, -1);
	}
	c->nmiss = 0;
}

/* ---- input ---- */

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

static void admit(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	struct pollfd p = {.fd = c->fd, .events = POLLRDHUP};
	int fd = accept4(c->listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

	if (fd < 0)
		return;
	/* a client that has hung up must not keep its successor out, whatever it still had to say
	 */
	if (c->fd >= 0 && poll(&p, 1, 0) == 1 && (p.revents & (POLLRDHUP | POLLHUP | POLLERR)))
		emu_conn_drop(f);
	if (c->fd >= 0) {
		emu_lint(f, "a second client was turned away");
		close(fd);
		return;
	}
	c->in = malloc(VFU_MSG_MAX);
	c->reply = malloc(VFU_BODY_MAX);
	c->fd = fd;
	c->next_id = 0x8000; /* apart from the client's, for whoever reads a trace */
	if (!c->in || !c->reply)
		emu_conn_doom(f, "no memory");
}

unsigned int emu_conn_fds(struct emu_fn *f, struct pollfd *p)
{
	struct emu_conn *c = f->conn;
	unsigned int n = 0;

	if (c->fd >= 0)
		p[n++] = (struct pollfd){.fd = c->fd,
			.events = (short)((c->out_bytes > OUT_HIGH ? 0 : POLLIN) |
					  (c->out ? POLLOUT : 0))};
	if (c->listen_fd >= 0)
		p[n++] = (struct pollfd){.fd = c->listen_fd, .events = POLLIN};
	return n;
}

unsigned int emu_conn_poll(struct emu_fn *f, const struct pollfd *p, unsigned int n)
{
	struct emu_conn *c = f->conn;
	unsigned int i, done = 0;
	bool io = false, connecting = false;

	for (i = 0; i < n; i++) {
		io |= p[i].revents && p[i].fd == c->fd;
		connecting |= p[i].revents && p[i].fd == c->listen_fd;
	}
	if (io && !c->doomed) {
		out_flush(f);
		while (done < BURST && c->out_bytes <= OUT_HIGH && !c->doomed &&
			input_step(f, &done))
			;
	}
	miss_flush(f);
	if (c->doomed) {
		emu_conn_drop(f);
		done++;
	}
	if (connecting && c->listen_fd >= 0)
		admit(f);
	return done;
}
