/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A vfio-user client that only knows bytes: offsets and numbers are typed here from the protocol's
 * description (QEMU, docs/interop/vfio-user.rst) and from linux/vfio.h, not from either side's
 * headers.
 *
 * The emulator runs as a child of its own. Every wait has a deadline that LAC_TEST_SLOW stretches.
 */
#ifndef RAW_H
#define RAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "toy.h"

#define RAW_PAGE 4096u

/* commands */
enum {
	RAW_VERSION = 1,
	RAW_DMA_MAP,
	RAW_DMA_UNMAP,
	RAW_INFO,
	RAW_REGION_INFO,
	RAW_IO_FDS,
	RAW_IRQ_INFO,
	RAW_SET_IRQS,
	RAW_READ,
	RAW_WRITE,
	RAW_DEV_READ,
	RAW_DEV_WRITE,
	RAW_RESET,
	RAW_WRITE_MULTI = 15,
};

#define RAW_CONFIG 7u

/* What QEMU 11 says of itself. */
#define RAW_QEMU_CAPS                                                                    \
	"{\"capabilities\":{\"pgsizes\":4096,\"max_msg_fds\":16,\"max_dma_maps\":65535," \
	"\"max_data_xfer_size\":1048576,\"migration\":{\"max_bitmap_size\":268435456,"   \
	"\"pgsize\":4096},\"write_multiple\":true}}"

struct raw_msg {
	uint16_t id, cmd;
	uint32_t size, flags, error;
	uint8_t body[(1u << 20) + 64];
	uint32_t len; /* of body */
	int fds[16];
	unsigned int nfds;
};

/* ---- the emulator ---- */
int raw_start(const char *const *args, unsigned int nargs); /* 0 when it is ready */
int raw_stop(void);   /* 0 when it ended well and left nothing behind */
void raw_again(void); /* starts it anew with the same options; asserts */
const char *raw_dir(void);
/* one answer of the control socket, valid until the next call */
const char *raw_ctl(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
uint64_t raw_stat(unsigned int port, const char *name);
void raw_quiet(unsigned int port);       /* waits until @port has no client */
unsigned int raw_files(void);            /* descriptors that the emulator holds */
unsigned int raw_maps(const char *name); /* its mappings of a file so called */

/* ---- a client; all of these assert that what must work works ---- */
int raw_connect(unsigned int port);
int raw_open(unsigned int port);           /* connects and agrees on a version */
void raw_close(int fd, unsigned int port); /* and waits until the emulator has seen it */
void raw_send(int fd, uint16_t id, uint16_t cmd, uint32_t flags, const void *body, uint32_t len,
	const int *fds, unsigned int nfds);
/* next message: 0; -1 when the emulator closed the connection */
int raw_recv(int fd, struct raw_msg *m);
bool raw_idle(int fd); /* nothing to receive now */
/* one request and its reply: 0 or the errno in the reply; -1: connection closed */
int raw_call(int fd, uint16_t cmd, const void *body, uint32_t len, const int *fds,
	unsigned int nfds, struct raw_msg *m);

/* little-endian fields of the widths in @widths ("2", "4", "8" a field); their total length */
uint32_t raw_pack(uint8_t *b, const char *widths, const uint64_t *v);
uint64_t raw_get(const uint8_t *b, unsigned int width);
/* a request of packed fields */
#define RAW_CALL(fd, cmd, m, widths, ...) \
	raw_call_packed(fd, cmd, m, NULL, 0, widths, (const uint64_t[]){__VA_ARGS__})
#define RAW_CALL_FDS(fd, cmd, m, fds, nfds, widths, ...) \
	raw_call_packed(fd, cmd, m, fds, nfds, widths, (const uint64_t[]){__VA_ARGS__})
int raw_call_packed(int fd, uint16_t cmd, struct raw_msg *m, const int *fds, unsigned int nfds,
	const char *widths, const uint64_t *v);

uint64_t raw_cfg(int fd, uint32_t off, unsigned int width);
void raw_cfg_set(int fd, uint32_t off, unsigned int width, uint64_t v);
uint64_t raw_bar(int fd, uint64_t off, unsigned int width);
void raw_bar_set(int fd, uint64_t off, unsigned int width, uint64_t v);
void raw_master(int fd, bool on);

/* memory: a memfd of @bytes mapped here; *fd_out is the caller's */
uint8_t *raw_mem(uint64_t bytes, int *fd_out);
int raw_map(int fd, uint64_t iova, uint64_t size, uint64_t off, uint32_t flags, int mem);
int raw_unmap(int fd, uint64_t iova, uint64_t size);

/* The toy's DMA: 0 or a negative errno; *value may be NULL. */
int toy_do(int fd, uint64_t op, uint64_t addr, uint64_t from, uint64_t len, uint64_t peer,
	uint64_t *value);
int toy_write(int fd, uint64_t addr, uint64_t len, uint8_t byte);
int toy_read(int fd, uint64_t addr, uint64_t len, uint64_t *sum);

uint64_t raw_event(int eventfd); /* its counter, taken; 0: not signalled */
bool raw_wait(int eventfd);      /* until it is signalled; false at the deadline */

#endif
