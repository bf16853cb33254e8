/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * mlx5emu: the parts and what they owe each other. One process, one thread, one world of functions
 * (PCI functions, one vfio-user socket each) joined by one fabric.
 *
 *   server  vfio-user messages, PCI config space, BAR 0, interrupts, DMA table    -> calls the hca
 *   hca     init segment, command queue, capabilities, pages, EQs, object tables  -> calls the server
 *   engine  doorbells, WQEs, UMR, translation, RDMA between functions, CQEs       -> calls both
 *
 * Nothing here trusts the client: every address it gives may be unmapped, truncated or absurd.
 * Nothing executes while a reply is owed to the client: messages are answered first.
 */
#ifndef EMU_EMU_H
#define EMU_EMU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define EMU_MAX_FN    16
#define EMU_BAR_BYTES (16u << 20)
#define EMU_PAGE      4096u
/* UAR page p is at p * 4 KiB in BAR 0; pages below the first number hold the init segment, MSI-X. */
#define EMU_UAR_FIRST 0x10u
/* UARs EMU_UAR_FIRST..EMU_UAR_SHARED-1 trap; from EMU_UAR_SHARED on clients map them (unless trap-all) */
#define EMU_UAR_SHARED   0x12u
#define EMU_MSIX_VECTORS 8u

struct emu_conn;   /* server.c: a client's socket */
struct emu_dma;    /* dma.c: what the client mapped */
struct emu_pci;    /* pci.c: config space */
struct emu_irqs;   /* irq.c: who is told of an interrupt */
struct emu_hca;    /* hca.h: all state that a reset clears */
struct emu_engine; /* engine.h: queues with work, effects that are still owed */

struct emu_opts {
	uint64_t seed;
	bool adversarial; /* effects as late and as reordered as doc/ordering.md allows */
	bool lint;        /* report reserved fields and doubtful use */
	bool trap_all;    /* no shared doorbell page */
	bool trace;       /* one line a command, WQE, event */
	bool miss_report; /* a translation miss is also asked of the client, so that a guest IOMMU logs it */
	const char *profile; /* capability and page profile, NULL: default */
	unsigned int ports;
	const char *dir;        /* sockets, sysfs tree and lock file live there */
	const char *lint_file;  /* where sentences go, NULL: stderr */
	const char *trace_file; /* NULL: stderr */
};

/*
 * Named counters of a function, printed by the control socket's `stats N` as JSON. They outlive resets
 * and clients; pages_held, dma_maps and objects are levels, not sums.
 */
#define EMU_STATS(X)          \
	X(commands)           \
	X(commands_refused)   \
	X(doorbells)          \
	X(doorbell_mismatch)  \
	X(wqes)               \
	X(umr_inline)         \
	X(umr_pointer)        \
	X(umr_nested)         \
	X(umr_invalidate)     \
	X(klms_inline)        \
	X(klms_fetched)       \
	X(bytes_written)      \
	X(bytes_read)         \
	X(bytes_sent)         \
	X(dropped)            \
	X(atomics)            \
	X(cqes)               \
	X(cqes_error)         \
	X(eqes)               \
	X(events_lost)        \
	X(irqs)               \
	X(translation_misses) \
	X(faults)             \
	X(pages_held)         \
	X(pages_corrupt)      \
	X(pages_left)         \
	X(dma_maps)           \
	X(objects)            \
	X(resets)             \
	X(messages)           \
	X(messages_refused)   \
	X(lint)
struct emu_stats {
#define X(n) uint64_t n;
	EMU_STATS(X)
#undef X
};

struct emu_fn {
	struct emu_world *w;
	unsigned int index;
	char bdf[16];
	uint8_t *bar; /* BAR 0 as shared memory, EMU_BAR_BYTES */
	int bar_fd;
	struct emu_conn *conn;
	struct emu_dma *dma;
	struct emu_pci *pci;
	struct emu_irqs *irqs;
	struct emu_hca *hca;
	struct emu_notes *notes; /* last sentences of emu_lint() */
	struct emu_stats stats;
};

struct emu_world {
	struct emu_opts opt;
	struct emu_fn *fn[EMU_MAX_FN];
	unsigned int nfn;
	uint64_t rng;  /* the one source of adversarial choice; see emu_rand() */
	uint64_t step; /* engine steps so far: the clock of the adversarial mode */
	struct emu_engine *engine;
	struct emu_ctl *ctl;
	struct emu_sink *lint_sink, *trace_sink;
	/* of the loop: turns, of which with work; times it slept, and how long in all */
	struct {
		uint64_t turns, busy, sleeps, slept_ns;
	} loop;
	char *dir;     /* real path of opt.dir */
	bool dir_made; /* by us */
	int lock_fd;   /* holds the lock file of that folder */
};

/* ---- util.c ---- */
uint64_t emu_rand(struct emu_world *w);                   /* splitmix64 over w->rng */
uint32_t emu_rand_below(struct emu_world *w, uint32_t n); /* 0..n-1; 0 when n is 0 */
uint64_t emu_now_ns(void);                                /* CLOCK_MONOTONIC */
/* whole string as an unsigned number (0x.. too); false when it is not one */
bool emu_parse_u64(const char *s, uint64_t *v);
void emu_log(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* a doubtful use by the client, in a sentence; counted in `lint` of the statistics */
void emu_lint(struct emu_fn *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void emu_trace(struct emu_fn *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* ---- stat.c ---- */
struct emu_stats *emu_stats(struct emu_fn *f);

/* ---- ctl.c: the control socket, one line in, one line (JSON or "ok"/"error: ...") out ---- */
typedef void (*emu_ctl_fn)(struct emu_world *w, int argc, char **argv, FILE *out);
struct emu_ctl_cmd {
	const char *name, *help;
	emu_ctl_fn fn;
};
/* the function that argument @i names; NULL after an "error: ..." on @out */
struct emu_fn *emu_ctl_fn_arg(struct emu_world *w, int argc, char **argv, int i, FILE *out);
void emu_json_str(FILE *out, const char *s); /* quoted and escaped */
extern const struct emu_ctl_cmd emu_ctl_server[], emu_ctl_hca[],
	emu_ctl_engine[]; /* name NULL ends */

/*
 * ---- access.c: the client's memory ----
 * The whole range is looked up before the first byte moves: a miss touches nothing and is counted. Only a
 * file that shrinks meanwhile ends a copy half-way, counted as a fault. Bytes are stored in ascending
 * order in units of up to 8 naturally aligned bytes, so a last byte (an owner bit) is seen last; only
 * ranges above 256 bytes are moved in whatever order is fast. With bus mastering off all is refused.
 */
/* 0, or -EFAULT: not mapped, not permitted, or the backing file was truncated under us */
int emu_dma_read(struct emu_fn *f, uint64_t iova, void *buf, uint64_t len);
int emu_dma_write(struct emu_fn *f, uint64_t iova, const void *buf, uint64_t len);
/* straight from one client's memory into another's (or the same), no buffer between; -ENXIO: it is the source
 * that is not mapped, not permitted or truncated */
int emu_dma_copy(
	struct emu_fn *to, uint64_t to_iova, struct emu_fn *from, uint64_t from_iova, uint64_t len);
/* 8 naturally aligned bytes, atomically replaced by op(old, arg); *old is their value before */
int emu_dma_atomic(struct emu_fn *f, uint64_t iova, uint64_t (*op)(uint64_t, const void *),
	const void *arg, uint64_t *old);

/* ---- pci.c ---- */
/* DMA and interrupts may leave. While they may not, the function does nothing of its own and answers no peer */
bool emu_pci_master_on(const struct emu_fn *f);

/* ---- server.c ---- */
void emu_irq(struct emu_fn *f, unsigned int vector); /* signals the client's eventfd, if any */
/* ends the client's connection as a vanished device would; the function stays away until `plug N` */
void emu_unplug(struct emu_fn *f);

/* ---- hca.c: called by the server ---- */
int hca_create(struct emu_fn *f);
void hca_destroy(struct emu_fn *f);
void hca_reset(
	struct emu_fn *f); /* FLR, DEVICE_RESET, client gone: all objects, pages and queues go */
void hca_bar_read(struct emu_fn *f, uint64_t off, void *buf, uint32_t len);
void hca_bar_write(struct emu_fn *f, uint64_t off, const void *buf, uint32_t len);
/* timers, page requests, EQ delivery; returns how much was done */
unsigned int hca_poll(struct emu_fn *f);

/* ---- engine.c ---- */
int engine_create(struct emu_world *w);   /* before the first hca_create(); 0 or -ENOMEM */
void engine_destroy(struct emu_world *w); /* after the last hca_destroy() */
/* a trapped doorbell write at @off in UAR page @uar (0x800.., 0x20), @value as big-endian read */
void engine_doorbell(struct emu_fn *f, uint32_t uar, uint32_t off, uint64_t value);
/* takes doorbells from the shared pages, runs up to @budget steps; returns how much was done */
unsigned int engine_run(struct emu_world *w, unsigned int budget);

#endif
