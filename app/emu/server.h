/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Inside of the server part: what its files owe each other. Nothing of it is for the hca or the
 * engine.
 *
 * Everything that a client can end (its socket, its maps, its eventfds) is released in one place,
 * emu_conn_drop(), and only from the top of the loop, never under a caller that still holds a
 * pointer.
 */
#ifndef EMU_SERVER_H
#define EMU_SERVER_H

#include <poll.h>

#include "emu.h"
#include "vfu.h"

/* ---- util.c ---- */
struct emu_sink *emu_sink_open(const char *file); /* NULL file: stderr; NULL: cannot open */
void emu_sink_close(struct emu_sink *s);
int emu_notes_create(struct emu_fn *f);
void emu_notes_print(struct emu_fn *f, FILE *out); /* JSON array, oldest first */

/* ---- args.c ---- */
/* 0: go on; 1: done (help, version); -1: wrong, said on stderr */
int emu_args(int argc, char **argv, struct emu_opts *o);

/* ---- dir.c, sysfs.c: 0 or -errno, the reason said on stderr ---- */
int emu_dir_take(struct emu_world *w);
void emu_dir_leave(struct emu_world *w);
int emu_path(const struct emu_world *w, char *buf, size_t size, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
int emu_sysfs_add(struct emu_fn *f);
void emu_sysfs_remove(const struct emu_world *w, const char *bdf);

/* ---- fn.c: one function as a whole ---- */
enum emu_reset {
	EMU_RESET_FLR,    /* config space too */
	EMU_RESET_DEVICE, /* as VFIO does it: config space is put back afterwards */
	EMU_RESET_CLIENT, /* nobody's any more: also fresh memory behind BAR 0 */
};
#define EMU_BDF_BYTES 16
void emu_bdf(unsigned int index, char bdf[EMU_BDF_BYTES]);
struct emu_fn *emu_fn_create(struct emu_world *w, unsigned int index);
void emu_fn_destroy(struct emu_fn *f);
void emu_fn_reset(struct emu_fn *f, enum emu_reset how);

/* ---- pci.c ---- */
int emu_pci_create(struct emu_fn *f);
void emu_pci_reset(struct emu_fn *f, enum emu_reset how);
void emu_pci_cfg_read(struct emu_fn *f, uint32_t off, void *buf, uint32_t len);
void emu_pci_cfg_write(struct emu_fn *f, uint32_t off, const void *buf, uint32_t len);
bool emu_pci_memory_on(const struct emu_fn *f); /* BAR accesses are decoded */
bool emu_pci_msix_masked(const struct emu_fn *f);
/* BAR 0: MSI-X table and PBA here, everything else by the hca; any length */
void emu_bar_read(struct emu_fn *f, uint64_t off, void *buf, uint32_t len);
void emu_bar_write(struct emu_fn *f, uint64_t off, const void *buf, uint32_t len);

/* ---- irq.c ---- */
int emu_irqs_create(struct emu_fn *f);
void emu_irqs_clear(struct emu_fn *f);  /* releases all eventfds */
void emu_irqs_forget(struct emu_fn *f); /* reset: pending bits go, eventfds stay */
void emu_irqs_flush(struct emu_fn *f);  /* what was held back and may go now */
uint64_t emu_irqs_pending(const struct emu_fn *f);
uint32_t emu_irqs_count(uint32_t index); /* vectors of a VFIO interrupt index */
/* takes over the descriptors that it stores (and sets them to -1); 0 or -errno */
int emu_irqs_set(struct emu_fn *f, const struct vfu_irq_set *s, const uint8_t *data, uint32_t len,
	int *fds, unsigned int nfds);
void emu_irqs_error(struct emu_fn *f); /* tells the client's error eventfd */

/* ---- dma.c ---- */
int emu_dma_create(struct emu_fn *f);
void emu_dma_clear(struct emu_fn *f);
/* @prot: VFU_DMA_READ_OK|VFU_DMA_WRITE_OK; @fd is not kept; -1: known, but out of reach */
int emu_dma_map(
	struct emu_fn *f, uint64_t iova, uint64_t size, uint64_t off, uint32_t prot, int fd);
int emu_dma_unmap(struct emu_fn *f, uint64_t iova, uint64_t size);
/* where @iova is in our memory and how far it goes on (@len at most); NULL: miss */
uint8_t *emu_dma_at(struct emu_fn *f, uint64_t iova, uint64_t *len, uint32_t prot);

/* ---- access.c ---- */
void emu_access_init(void); /* installs the SIGBUS guard */

/* ---- server.c: connections ---- */
int emu_conn_create(struct emu_fn *f);
void emu_conn_destroy(struct emu_fn *f);
int emu_conn_listen(struct emu_fn *f);
bool emu_conn_has_client(const struct emu_fn *f);
bool emu_conn_listening(const struct emu_fn *f);
void emu_conn_drop(struct emu_fn *f);
/* fills up to two entries; they come back to emu_conn_poll() */
unsigned int emu_conn_fds(struct emu_fn *f, struct pollfd *p);
/* messages handled */
unsigned int emu_conn_poll(struct emu_fn *f, const struct pollfd *p, unsigned int n);
/* queues a message; @fd stays the caller's and must live as long as the client */
void emu_conn_send(
	struct emu_fn *f, const struct vfu_hdr *h, const void *body, uint32_t len, int fd);
void emu_conn_doom(struct emu_fn *f, const char *why);
/* the client may want to know of a miss; sent when no reply is owed. @data: a write's, at most 8 bytes; NULL: a read */
void emu_conn_miss(struct emu_fn *f, uint64_t iova, const void *data, uint32_t len);

/* ---- msg.c, region.c: what messages mean ---- */
struct vfu_req {
	const struct vfu_hdr *hdr;
	const uint8_t *in; /* body, not aligned */
	uint32_t len;
	int *fds; /* descriptors that came along; a handler that keeps one sets it to -1 */
	unsigned int nfds;
	uint8_t *out; /* reply, VFU_BODY_MAX bytes */
	uint32_t out_len;
	int out_fd;
};
int vfu_handle(struct emu_fn *f, struct vfu_req *r, bool *negotiated); /* 0 or -errno */
int vfu_get_region_info(struct emu_fn *f, struct vfu_req *r);
int vfu_region_read(struct emu_fn *f, struct vfu_req *r);
int vfu_region_write(struct emu_fn *f, struct vfu_req *r);
int vfu_region_write_multi(struct emu_fn *f, struct vfu_req *r);

/* ---- json.c ---- */
bool emu_json_valid(const char *s, size_t len); /* one object, nothing after it */

/* ---- ctl.c ---- */
#define EMU_CTL_MAX 8
int emu_ctl_create(struct emu_world *w);
void emu_ctl_destroy(struct emu_world *w);
unsigned int emu_ctl_fds(struct emu_world *w, struct pollfd *p); /* up to EMU_CTL_MAX + 1 */
unsigned int emu_ctl_poll(struct emu_world *w, const struct pollfd *p, unsigned int n);

/* ---- loop.c ---- */
int emu_loop(struct emu_world *w); /* until SIGTERM or SIGINT */
void emu_loop_signals(void);       /* before anything that must be cleaned up */

/* ---- main.c ---- */
int emu_main(int argc, char **argv);

#endif
