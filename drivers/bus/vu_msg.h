/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * vfio-user messages on a UNIX stream socket: layouts, and framing with descriptors. Facts are from
 * QEMU's docs/interop/vfio-user.rst and libvfio-user's include/vfio-user.h; everything is in host byte
 * order.
 *
 * The socket never blocks; each wait has a deadline. A message that comes in pieces is collected over any
 * number of calls, so a deadline in its middle loses nothing. Descriptors that came with a message are
 * closed with it unless they were taken.
 */
#ifndef LAC_BUS_VU_MSG_H
#define LAC_BUS_VU_MSG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

enum vu_cmd {
	VU_VERSION = 1,
	VU_DMA_MAP = 2,
	VU_DMA_UNMAP = 3,
	VU_GET_INFO = 4,
	VU_GET_REGION_INFO = 5,
	VU_GET_IRQ_INFO = 7,
	VU_SET_IRQS = 8,
	VU_REGION_READ = 9,
	VU_REGION_WRITE = 10,
	VU_DMA_READ = 11,
	VU_DMA_WRITE = 12,
	VU_RESET = 13,
};

struct vu_hdr {
	uint16_t id, cmd;
	uint32_t size; /* of the whole message */
	uint32_t flags;
#define VU_TYPE     0xfu
#define VU_REPLY    0x1u
#define VU_NO_REPLY 0x10u
#define VU_ERROR    0x20u
	uint32_t err; /* errno, positive, with VU_ERROR */
};

struct vu_version {
	uint16_t major, minor; /* then a JSON text with its NUL */
};

struct vu_dma_map {
	uint32_t argsz, flags;
#define VU_DMA_READABLE  0x1u
#define VU_DMA_WRITEABLE 0x2u
	uint64_t fd_off, addr, size;
};

struct vu_dma_unmap {
	uint32_t argsz, flags;
	uint64_t addr, size;
};

struct vu_device_info {
	uint32_t argsz, flags, num_regions, num_irqs;
};

struct vu_region_access {
	uint64_t off;
	uint32_t region, count; /* then @count bytes: in a write, and in a read's reply */
};

struct vu_dma_access {
	uint64_t addr, count; /* then @count bytes: in a write, and in a read's reply */
};

_Static_assert(sizeof(struct vu_hdr) == 16, "header");
_Static_assert(sizeof(struct vu_version) == 4, "version");
_Static_assert(sizeof(struct vu_dma_map) == 32, "dma map");
_Static_assert(sizeof(struct vu_dma_unmap) == 24, "dma unmap");
_Static_assert(sizeof(struct vu_device_info) == 16, "device info");
_Static_assert(sizeof(struct vu_region_access) == 16, "region access");
_Static_assert(sizeof(struct vu_dma_access) == 16, "dma access");

/* Descriptors that we accept with one message; said to the server as max_msg_fds. */
#define VU_FDS_MAX 8u
/* Data of one transfer that we accept; said to the server as max_data_xfer_size. */
#define VU_XFER_MAX (1u << 20)
/* No message that is legal is longer: a DMA write of VU_XFER_MAX bytes. */
#define VU_MSG_MAX (VU_XFER_MAX + (uint32_t)(sizeof(struct vu_hdr) + sizeof(struct vu_dma_access)))

struct vu_sock {
	int fd;
	uint8_t *buf; /* VU_MSG_MAX bytes: the message so far */
	uint32_t have;
	int fds[VU_FDS_MAX]; /* that came with it */
	uint32_t nfds;
};

uint64_t lac_now_ns(void); /* CLOCK_MONOTONIC */

/* Takes over @fd (also when it fails) and makes it non-blocking. -ENOMEM */
int lac_vu_sock_init(struct vu_sock *s, int fd);
void lac_vu_sock_fini(struct vu_sock *s);

/*
 * Sends one whole message: @hdr with its size filled in here, then @n pieces. 0; -ETIMEDOUT and nothing
 * has left; -ENODEV the peer is gone, or took half a message, which ends the stream.
 */
int lac_vu_send(struct vu_sock *s, struct vu_hdr *hdr, const struct iovec *v, unsigned int n,
	const int *fds, unsigned int nfds, uint64_t deadline_ns);

/*
 * Waits for one whole message. 1: it is in @buf, until lac_vu_drop(). 0: the deadline passed.
 * -ENODEV: the peer closed; -EPROTO: what it sent is no message. A deadline of 0 never waits.
 */
int lac_vu_recv(struct vu_sock *s, uint64_t deadline_ns);
void lac_vu_drop(struct vu_sock *s);
/* Takes descriptor @i of the message; the caller closes it. -1: there is none. */
int lac_vu_take_fd(struct vu_sock *s, uint32_t i);

static inline const struct vu_hdr *lac_vu_hdr(const struct vu_sock *s)
{
	return (const struct vu_hdr *)(const void *)s->buf;
}

static inline const void *lac_vu_body(const struct vu_sock *s)
{
	return s->buf + sizeof(struct vu_hdr);
}

static inline uint32_t lac_vu_body_len(const struct vu_sock *s)
{
	return lac_vu_hdr(s)->size - (uint32_t)sizeof(struct vu_hdr);
}

#endif
