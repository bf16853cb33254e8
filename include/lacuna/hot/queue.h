/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The queues as posting and polling see them. Always allocated by the library, on a line boundary: their
 * sizes are not part of the ABI, the offsets of what inline code touches are (LAC_HOT_ABI; a test holds
 * them against a text). No pointer to code stands here, so the structs may live in shared memory.
 *
 * Ring indices count WQEBBs (send), requests (receive) or entries (completion) and run freely; a mask makes
 * positions of them. Bytes and records at or behind an index are scratch.
 */
#ifndef LACUNA_HOT_QUEUE_H
#define LACUNA_HOT_QUEUE_H

#include <lacuna/hot/key.h>
#include <lacuna/hot/wqe.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is remembered of a WQE, at the position where it begins. */
struct lac_wr {
	/* private: */
	uint64_t cookie;
	uint32_t list; /* index of the list ring behind what it uses */
	uint8_t bb;
	uint8_t op;    /* enum lac_op */
	uint8_t flags; /* LAC_WR_* */
	uint8_t rsvd;
};
LAC_STATIC_ASSERT(sizeof(struct lac_wr) == 16, "a record is 16 bytes");
#define LAC_WR_SIGNALLED 1u
#define LAC_WR_PART      2u /* the request goes on in the next WQE */
#define LAC_WR_PAD       4u /* NOP at the ring's end */
#define LAC_WR_REPORTED  8u /* the request has had its completion */

/* Counters of a send queue: the first of enum lac_stat. */
enum {
	LAC_SQ_MAPS_INLINE,
	LAC_SQ_MAPS_LIST,
	LAC_SQ_MAPS_NESTED,
	LAC_SQ_INVS,
	LAC_SQ_REQUESTS,
	LAC_SQ_BYTES,
	LAC_SQ_WQEBBS,
	LAC_SQ_PADS,
	LAC_SQ_DOORBELLS,
	LAC_SQ_REFUSALS,
	LAC_SQ_RECVS, /* counted by the receive queue */
	LAC_SQ_COMPLETIONS,
	LAC_SQ_ERRORS,
	LAC_SQ_COUNTERS
};

struct lac_sq {
	/* private: line 0, read */
	uint8_t *ring;
	struct lac_wr *wr;
	uint32_t *record;             /* doorbell record */
	volatile uint64_t *uar;       /* doorbell register; NULL: it traps, the library writes it */
	const struct lac_kclass *cls; /* the port's table of classes */
	uint64_t hull_lo, hull_hi;    /* memory known to devices lies in [lo, hi) */
	uint32_t mask;                /* WQEBBs - 1 */
	uint32_t qpn_be;              /* number << 8, wire order: DS goes into the topmost byte */
	/* line 1, written */
	uint32_t pi;
	uint32_t limit; /* posts end before this index: THE gate. Closed: it is pi or before it */
	uint32_t rung;  /* pi as the device was told */
	uint32_t ci;    /* all before it has completed */
	uint64_t db;    /* doorbell value: the last WQE's first 8 bytes */
	uint32_t sig;   /* behind the last signalled WQE */
	uint8_t fm;     /* fence that the next WQE needs: LAC_FM_NONE or LAC_FM_SMALL */
	uint8_t rd;     /* READs or atomics may be under way since the last fence */
	uint8_t umr_fm; /* fence that each UMR needs on this device */
	uint8_t isa;    /* which translation; see klm.h */
	uint32_t list_pi, list_ci; /* list ring, in units of LAC_LIST_UNIT */
	uint32_t msg_max;          /* bytes of one message */
	uint32_t inl_max;          /* bytes of inline data */
	uint32_t gather;           /* pieces of one request */
	uint32_t dma;              /* the domain's DMA key, wire order */
	uint32_t rsvd1[2];
	/* lines 2 and 3: counters, cold */
	uint64_t n[LAC_SQ_COUNTERS];
	struct lac_qp *qp;
	uint8_t *list;
	uint32_t list_mask; /* units - 1 */
	uint32_t err_pi;    /* where the first error was */
	uint32_t pad_pi;    /* last padded position, so that a retry counts it once */
	uint8_t state;      /* enum lac_qp_state, for cold code of the owner */
	uint8_t failed;     /* an error completion was seen */
};
#define LAC_LIST_UNIT         2048u /* bytes: alignment of a pointed-to list (linux/mlx5 UMR_ALIGN) */
#define LAC_LIST_UNIT_ENTRIES (LAC_LIST_UNIT / 16u)
LAC_STATIC_ASSERT(offsetof(struct lac_sq, pi) == 64, "what is written begins a line");
LAC_STATIC_ASSERT(offsetof(struct lac_sq, n) == 128, "counters begin a line");

struct lac_rq {
	/* private: line 0, read */
	uint8_t *ring;
	uint64_t *cookie;
	uint32_t *record;
	uint32_t mask;
	uint32_t stride_log2; /* bytes of a request */
	uint32_t gather;
	uint32_t rsvd0[7];
	/* line 1, written */
	uint32_t pi, limit, rung, ci;
	uint64_t recvs, completions, errors;
	struct lac_qp *qp;
	uint8_t state;
};
LAC_STATIC_ASSERT(offsetof(struct lac_rq, pi) == 64, "what is written begins a line");

/* A queue pair that a completion queue serves; in a hash table by number. */
struct lac_cq_ent {
	/* private: */
	uint32_t qpn; /* with LAC_CQ_NO_SQ if @sq is NULL, so that the fast path passes it by */
	uint32_t rsvd;
	struct lac_sq *sq; /* NULL: its sends complete elsewhere */
	struct lac_rq *rq;
};
#define LAC_CQ_NO_QP  0xffffffffu /* empty */
#define LAC_CQ_WAS_QP 0xfffffffeu /* was removed */
#define LAC_CQ_NO_SQ  0x40000000u

struct lac_cq {
	/* private: line 0, read */
	uint8_t *ring;
	uint32_t *record; /* [0] consumer index, [1] arm */
	struct lac_cq_ent *tab;
	uint32_t mask;
	uint32_t tab_mask;
	uint8_t attn; /* something for cold code: set by any thread */
	uint8_t rsvd0[31];
	/* line 1, written by the owner */
	uint32_t ci;
	uint32_t rsvd1;
	uint64_t strays; /* entries of queue pairs that are gone */
	uint8_t rsvd2[48];
	/* line 2: cold */
	uint32_t number;
	uint32_t arm_sn; /* events so far: moved by the control path */
	struct lac_port *port;
	volatile uint64_t *uar; /* arm register; NULL: it traps */
};
LAC_STATIC_ASSERT(offsetof(struct lac_cq, ci) == 64, "what is written begins a line");
LAC_STATIC_ASSERT(offsetof(struct lac_cq, number) == 128, "cold part begins a line");

#ifdef __cplusplus
}
#endif

#endif
