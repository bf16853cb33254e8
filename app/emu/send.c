/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What goes to a client: replies in order, each perhaps with a descriptor, and our own requests,
 * which only ever report a translation miss. The socket never blocks us; what it does not take is
 * queued.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "conn.h"

struct emu_out {
	struct emu_out *next;
	int fd;
	uint32_t len, off;
	uint8_t b[];
};

void emu_out_clear(struct emu_conn *c)
{
	struct emu_out *o;

	while ((o = c->out)) {
		c->out = o->next;
		free(o);
	}
	c->tail = &c->out;
	c->out_bytes = 0;
	c->asked = c->nmiss = 0;
}

void emu_out_flush(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	union {
		char b[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} ctl;
	struct emu_out *o;
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
	struct emu_out *o;

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
		emu_out_flush(f);
}

void emu_conn_miss(struct emu_fn *f, uint64_t iova, const void *data, uint32_t len)
{
	struct emu_conn *c = f->conn;
	struct miss *m;

	if (!f->w->opt.miss_report || c->fd < 0 || c->nmiss + c->asked >= EMU_MISSES)
		return;
	m = &c->miss[c->nmiss++];
	*m = (struct miss){.iova = iova, .len = len, .write = data != NULL};
	if (data)
		memcpy(m->data, data, len);
}

/* QEMU serves us only while none of its own requests waits, so we ask only then. */
void emu_miss_flush(struct emu_fn *f)
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
