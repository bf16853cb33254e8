/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Requests and replies: the wait for one's own reply, the server's requests in between, late replies,
 * and the end of a connection. Every wait ends by the deadline, however much the server talks.
 */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "bus/vu_client.h"

static uint64_t call_deadline(const struct vu_bus *b)
{
	return lac_now_ns() + (uint64_t)b->bus.timeout_ms * 1000000u;
}

int lac_vu_die(struct vu_bus *b)
{
	__atomic_store_n(&b->bus.gone, true, __ATOMIC_RELEASE);
	/* from here the descriptor polls as closed, so that sleepers wake; it stays ours until close */
	shutdown(b->sock.fd, SHUT_RDWR);
	lac_vu_drop(&b->sock);
	return -ENODEV;
}

static uint32_t late_find(const struct vu_bus *b, uint16_t id)
{
	uint32_t i;

	for (i = 0; i < b->nlate && b->late[i] != id; i++)
		;
	return i;
}

static uint16_t id_new(struct vu_bus *b)
{
	do {
		b->last_id++;
	} while (late_find(b, b->last_id) < b->nlate);
	return b->last_id;
}

/* The server's request to read or write our memory. Returns the errno for its reply, 0 when good. */
static uint32_t serve_dma(struct vu_bus *b, struct iovec *v, unsigned int *n)
{
	const struct vu_hdr *hdr = lac_vu_hdr(&b->sock);
	struct vu_dma_access *a = (struct vu_dma_access *)(void *)(b->sock.buf + sizeof(*hdr));
	uint32_t len = lac_vu_body_len(&b->sock);
	void *mem;

	if (hdr->cmd != VU_DMA_READ && hdr->cmd != VU_DMA_WRITE)
		return ENOTSUP;
	if (len < sizeof(*a) || a->count > VU_XFER_MAX ||
		len - sizeof(*a) != (hdr->cmd == VU_DMA_WRITE ? a->count : 0))
		return EINVAL;
	if (!lac_maps_cover(&b->maps, a->addr, a->count))
		return EFAULT;
	mem = (void *)(uintptr_t)a->addr;
	v[(*n)++] = (struct iovec){a, sizeof(*a)};
	if (hdr->cmd == VU_DMA_WRITE)
		memcpy(mem, a + 1, a->count);
	else
		v[(*n)++] = (struct iovec){mem, a->count};
	return 0;
}

/* Answers the request in b->sock and drops it. 0, or -ENODEV: the answer could not be sent. */
static int serve(struct vu_bus *b, uint64_t deadline_ns)
{
	const struct vu_hdr *hdr = lac_vu_hdr(&b->sock);
	struct vu_hdr reply = {.id = hdr->id, .cmd = hdr->cmd, .flags = VU_REPLY};
	bool silent = hdr->flags & VU_NO_REPLY;
	struct iovec v[2];
	unsigned int n = 0;
	int err = 0;

	reply.err = serve_dma(b, v, &n);
	if (reply.err)
		reply.flags |= VU_ERROR;
	if (!silent)
		err = lac_vu_send(&b->sock, &reply, v, n, NULL, 0, deadline_ns);
	lac_vu_drop(&b->sock);
	/* a server that never hears its answer waits for ever: nothing good comes of it */
	return err ? lac_vu_die(b) : 0;
}

/*
 * Deals with the message in b->sock unless it is the reply to @id. 1: it is; 0: dealt with and dropped;
 * -ENODEV: it is something nobody asked for. @id < 0: no reply is due.
 */
static int sort_out(struct vu_bus *b, int id, uint16_t cmd, uint64_t deadline_ns)
{
	const struct vu_hdr *hdr = lac_vu_hdr(&b->sock);
	uint32_t i;

	if (!(hdr->flags & VU_REPLY))
		return serve(b, deadline_ns);
	if (hdr->id == id)
		return hdr->cmd == cmd ? 1 : lac_vu_die(b);
	i = late_find(b, hdr->id);
	if (i == b->nlate)
		return lac_vu_die(b);
	b->late[i] = b->late[--b->nlate];
	lac_vu_drop(&b->sock);
	return 0;
}

/* What the reply in b->sock says; drops it when that is a refusal. */
static int reply_judge(struct vu_bus *b, const struct vu_req *req)
{
	const struct vu_hdr *hdr = lac_vu_hdr(&b->sock);
	uint32_t len = lac_vu_body_len(&b->sock);
	int err = 0;

	if (hdr->flags & VU_ERROR) {
		err = hdr->err && hdr->err < 4096 ? -(int)hdr->err : -EIO;
		/* these two are what we say of our own side */
		if (err == -ENODEV || err == -ETIMEDOUT)
			err = -EIO;
		lac_vu_drop(&b->sock);
	} else if (len < req->body_min || len > req->body_max) {
		err = lac_vu_die(b);
	}
	return err;
}

int lac_vu_call(struct vu_bus *b, const struct vu_req *req)
{
	struct vu_hdr hdr = {.cmd = (uint16_t)req->cmd};
	uint64_t deadline_ns = call_deadline(b);
	int err;

	if (lac_bus_gone(&b->bus))
		return -ENODEV;
	/* a server that owes this many replies will not answer another */
	if (b->nlate == VU_LATE_MAX)
		return lac_vu_die(b);
	hdr.id = id_new(b);
	err = lac_vu_send(&b->sock, &hdr, req->v, req->n, req->fds, req->nfds, deadline_ns);
	if (err == -ENODEV)
		return lac_vu_die(b);
	if (err)
		return err;
	do {
		err = lac_vu_recv(&b->sock, deadline_ns);
		if (err == 0)
			break;
		if (err < 0)
			return lac_vu_die(b);
		err = sort_out(b, hdr.id, hdr.cmd, deadline_ns);
		if (err < 0)
			return err;
		if (err > 0)
			return reply_judge(b, req);
	} while (lac_now_ns() < deadline_ns);
	b->late[b->nlate++] = hdr.id;
	return -ETIMEDOUT;
}

int lac_vu_take(struct vu_bus *b)
{
	/* bounded: what a server can have queued without waiting for an answer of ours */
	for (unsigned int i = 0; i < 64 && !lac_bus_gone(&b->bus); i++) {
		int err = lac_vu_recv(&b->sock, 0);

		if (err == 0)
			return 0;
		if (err < 0)
			return lac_vu_die(b);
		err = sort_out(b, -1, 0, call_deadline(b));
		if (err < 0)
			return err;
	}
	return lac_bus_gone(&b->bus) ? -ENODEV : 0;
}
