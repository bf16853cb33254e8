/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queues and keys behind their public faces. The hot structs are at the head of the objects that own them;
 * what surrounds them is for control calls and cold code.
 *
 * A queue pair's memory is one block: receive ring, send ring, doorbell record. It comes from EAL on the
 * port's NUMA node, before any lock is taken; IOVA = VA.
 */
#ifndef LAC_MLX5_QUEUE_H
#define LAC_MLX5_QUEUE_H

#include <pthread.h>
#include <stdatomic.h>
#include <sys/queue.h>

#include <lacuna/lacuna.h>

#include "mlx5/port.h"

struct lac_pd {
	struct lac_port *port;
	uint32_t pdn;
	uint32_t dma_be; /* the DMA key, wire order; 0 in the default domain, which asks the port */
	uint32_t epoch;
	_Atomic int users; /* queues and key classes */
};
uint32_t lac_pd_number(const struct lac_pd *pd);
uint32_t lac_pd_dma_be(const struct lac_pd *pd);

struct lac_qp {
	struct lac_sq sq __attribute__((aligned(64)));
	struct lac_rq rq __attribute__((aligned(64)));
	struct lac_pd *pd; /* NULL: made of plain memory by a test */
	struct lac_cq *scq, *rcq;
	struct lac_qp_attr attr; /* defaults filled in */
	uint32_t number;
	uint32_t epoch;
	uint32_t psn;
	bool has_rq;
	uint8_t *block; /* rings and record */
	size_t block_bytes, ring_bytes;
	uint32_t page_log2;
	struct lac_err err;
	_Atomic uint8_t async;  /* an asynchronous event said that it is in error */
	_Atomic uint8_t halted; /* reset in the device: what it has not answered it never will */
	TAILQ_ENTRY(lac_qp) link;
};

/* Registers of a UAR page (PRM, "User Access Region"; rdma-core mlx5.c) */
#define LAC_UAR_CQ_ARM      0x20u
#define LAC_UAR_SQ_DOORBELL 0x800u

/* What a send or receive queue is made of; sizes are powers of two. Used by tests with plain memory. */
struct lac_sq_parts {
	uint8_t *ring;
	struct lac_wr *wr;
	uint32_t *record;
	volatile uint64_t *uar;
	const struct lac_kclass *cls;
	uint8_t *list;
	uint32_t bb, list_units, qpn;
	uint32_t msg_max, wqe_bytes;
	uint32_t dma_be;
	uint64_t hull_lo, hull_hi;
	uint8_t umr_fence; /* the capability */
};
void lac_sq_init(struct lac_sq *q, const struct lac_sq_parts *p);
void lac_rq_init(struct lac_rq *r, uint8_t *ring, uint64_t *cookie, uint32_t *record, uint32_t n,
	uint32_t gather);
/* The ring is empty, the gate as @state wants it. */
void lac_sq_restart(struct lac_sq *q, enum lac_qp_state state);
void lac_rq_restart(struct lac_rq *r, enum lac_qp_state state);
void lac_sq_set_number(struct lac_sq *q, uint32_t qpn);
uint32_t lac_sq_number_be(const struct lac_sq *q); /* number << 8, wire order */
void lac_sq_set_hull(struct lac_sq *q, uint64_t lo, uint64_t hi);
void lac_sq_set_msg_max(struct lac_sq *q, uint64_t bytes);
/* Where index @pi is; whether @bb WQEBBs from @pi on are more than have completed, or the gate is closed. */
uint8_t *lac_sq_at(const struct lac_sq *q, uint32_t pi);
bool lac_sq_full(const struct lac_sq *q, uint32_t pi, uint32_t bb);
/* Takes the credit of what polling found: cold code looks at ci and list_ci behind it only. */
void lac_sq_credit(struct lac_sq *q);
static inline void lac_sq_settle(struct lac_sq *q)
{
	if (q->done)
		lac_sq_credit(q);
}
/* Where the index is, the gate behind it as far as ring and credit go; a closed gate stays closed. */
void lac_sq_arm(struct lac_sq *q);
void lac_sq_close(struct lac_sq *q);
/* Commits what cold code built: the index is @pi, @pads of the way NOPs, the next WQE's fence @fm. */
void lac_sq_take(struct lac_sq *q, uint32_t pads, uint32_t pi, uint64_t db, uint64_t fm);
/* Reads the hull again; an empty one sends every request to cold code (check=full). */
void lac_sq_see_hull(struct lac_sq *q);

/* ---- qperr.c ---- */
/* Keeps a refusal or an error completion in the queue pair's record. Returns @err. */
int lac_qp_note(struct lac_qp *qp, int err, enum lac_where where, uint32_t index, const char *arg);
void lac_qp_note_cqe(struct lac_qp *qp, const struct lac_cqe *e);

/* ---- addr.c ---- */
void lac_qp_addr_write(struct lac_qp_addr *a, const struct lac_qp_addr_fields *f);
/* 0, or -errno with a few words in @why; @f may be written either way */
int lac_qp_addr_read(const struct lac_qp_addr *a, struct lac_qp_addr_fields *f, const char **why);

/* ---- isa.c ---- */
unsigned int lac_isa_best(void); /* of LAC_ISA_*: what the CPU has and EAL allows */
bool lac_isa_usable(unsigned int isa);
/* The list of @s at @dst */
struct lac_acc lac_klm_any(
	unsigned int isa, uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x);
/* wide.c, for each instruction set: lists, and what lac_sq_map_any() does; _here is what all else is compiled for */
#define LAC_WIDE_FORM(isa)                                                           \
	struct lac_acc lac_klm_##isa(                                                \
		uint8_t *dst, const struct lac_src *s, const struct lac_klm_ctx *x); \
	int lac_map_##isa(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
LAC_WIDE_FORM(avx512);
LAC_WIDE_FORM(avx2);
LAC_WIDE_FORM(here);

/* ---- cqtab.c ---- */
void lac_cq_init(struct lac_cq *cq, uint8_t *ring, uint32_t *record, struct lac_cq_ent *tab,
	uint32_t depth, uint32_t slots);
int lac_cq_attach(struct lac_cq *cq, uint32_t qpn, struct lac_sq *sq, struct lac_rq *rq);
void lac_cq_detach(struct lac_cq *cq, uint32_t qpn);
/* The queue pair whose good sends polling takes by itself; @sq NULL: none. */
void lac_cq_last(struct lac_cq *cq, struct lac_sq *sq, uint32_t qpn);
struct lac_cq_ent *lac_cq_find(struct lac_cq *cq, uint32_t qpn); /* NULL: not served */
uint32_t lac_cq_slots(uint32_t depth);
/* lac_cq.attn */
#define LAC_CQ_ATTEND 1u /* a queue pair is not READY */
#define LAC_CQ_BROKEN 2u /* the completion queue is in error */

/* ---- key.c ---- */
struct lac_keys {
	struct lac_pd *pd;
	struct lac_keys_attr attr; /* defaults filled in */
	struct lac_kclass *cls;
	uint16_t id;
	uint32_t epoch;
	uint32_t made; /* of attr.count: that are in the device */
	struct lac_key *key;
	uint32_t *free; /* stack of indices */
	uint32_t free_n;
	struct lac_keys *child; /* nested classes: per_key children each, in order */
	uint32_t per_key;
	uint32_t entries;   /* of a key's own list */
	uint32_t *by_index; /* positions sorted by mkey index, for lac_key_revoked() */
};
#define LAC_CLASSES_MAX   1024u
#define LAC_NEST_KIDS_MAX 64u

/* Fills the template and the limits of a class. */
void lac_kclass_fill(struct lac_kclass *c, const struct lac_keys_attr *a, uint32_t inl_max,
	uint32_t list_max, bool may_atomic);
/* keycmd.c: creates, or ends, the keys at @which (positions; NULL: all of @count). What could not be ended stays MADE. */
int lac_keys_make(struct lac_keys *keys, const uint32_t *which, uint32_t count);
int lac_keys_unmake(struct lac_keys *keys, const uint32_t *which, uint32_t count);
/* The key byte to begin with for @index: where it was, or at random. */
uint32_t lac_key_first_be(struct lac_hot *hot, uint32_t index);
/* Remembers where it ended; -ENOMEM. */
int lac_key_last_be(struct lac_hot *hot, uint32_t be);
/* Keys that @qp touched at or behind @from and that were not seen to complete are LOST. */
void lac_keys_doubt(struct lac_hot *hot, uint32_t owner_be, uint32_t from, uint32_t to);

/* ---- hot.c ---- */
TAILQ_HEAD(lac_qp_list, lac_qp);
struct lac_hot {
	struct lac_port *port;
	uint64_t identity;    /* of the function, in loopback addresses */
	pthread_mutex_t lock; /* classes, bytes, queues; a leaf */
	struct lac_pd pd;     /* the default domain */
	struct lac_kclass *cls;
	uint32_t classes; /* ids handed out so far, at most */
	uint16_t **bytes; /* last key byte | 0x100 by mkey index, in pages, made when touched */
	struct lac_qp_list qps;
	uint64_t ended[LAC_STAT_QP_COUNT]; /* counters of queue pairs that are gone */
};
/* Counters of @qp, added to @v; of all queue pairs of the port, into @v */
void lac_qp_stats_add(const struct lac_qp *qp, uint64_t *v);
void lac_hot_stats(struct lac_hot *hot, uint64_t *v);
#define LAC_BYTES_PAGE_LOG2 12u
#define LAC_BYTES_PAGES     4096u

#endif
