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
#include <lacuna/hot/klm.h>
#include <lacuna/hot/wqe.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is remembered of a WQE, at the position where it begins. */
struct lac_wr {
	/* private: */
	uint64_t cookie; /* of a request of several WQEs, in its last one's */
	uint8_t bb;
	uint8_t op;    /* enum lac_op */
	uint8_t flags; /* LAC_WR_* */
	uint8_t rsvd;
	uint32_t list; /* index of the list ring behind what it uses; if signalled */
};
LAC_STATIC_ASSERT(sizeof(struct lac_wr) == 16, "a record is 16 bytes");
#define LAC_WR_SIGNALLED 1u
#define LAC_WR_PART      2u  /* the request goes on in the next WQE */
#define LAC_WR_PAD       4u  /* NOP at the ring's end */
#define LAC_WR_REPORTED  8u  /* the request has had its completion */
#define LAC_WR_LENGTH    16u /* its completion has a length: READ, atomics */

/* Counters of a send queue: the first of enum lac_stat, and one that counts into two of them. */
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
	LAC_SQ_COUNTERS,
	LAC_SQ_MAPS_THEN = LAC_SQ_COUNTERS, /* an inline map and a request */
	LAC_SQ_COUNTERS_ALL
};

struct lac_sq {
	/* private: three lines, read */
	struct lac_klm_ctx x; /* memory known to devices (the hull), the domain's DMA key */
	/* line 3, read by posting */
	const struct lac_kclass *cls; /* the port's table of classes */
	uint64_t ctl; /* of a WRITE of one piece at index 0; lac_index_() says what stands where */
	uint64_t ctl_umr;       /* of a UMR with one group of entries */
	uint32_t *record;       /* doorbell record */
	volatile uint64_t *uar; /* doorbell register; NULL: it traps, the library writes it */
	uint64_t msg_hot; /* bytes of one message, less than 2 GiB: longer ones are not inline's */
	uint32_t live;    /* what is last in a key that is LIVE by this queue: number and state */
	uint32_t umr_fm;  /* fence that each UMR needs on this device, in the third word's place */
	uint16_t inl_max; /* bytes of inline data */
	uint8_t gather;   /* pieces of one request */
	uint8_t lanes[5]; /* AVX-512 masks of the first 0 to 4 pieces */
	/* line 4, written */
	uint8_t *p; /* where the next WQE begins, and its record: those of pi, or the ring's end */
	struct lac_wr *w;
	uint8_t *stop; /* no WQE ends behind it: THE gate. NULL: closed. Cold code moves it on */
	uint64_t db;   /* the last WQE's first 8 bytes as a number: the doorbell */
	uint64_t fm;   /* fence that the next WQE needs, where control's third word has it */
	uint32_t pi;
	uint32_t rung;             /* pi as the device was told */
	uint32_t ci;               /* all before it has completed, and maybe more: see done */
	uint32_t list_pi, list_ci; /* list ring, in units of LAC_LIST_UNIT */
	uint8_t rd;                /* READs or atomics may be under way since the last fence */
	uint8_t rsvd0[3];
	/* lines 5 and 6: counters; at their end what polling touches */
	uint64_t n[LAC_SQ_COUNTERS_ALL];
	const struct lac_wr *done; /* completed since ci was moved, the last; or NULL */
	struct lac_wr *wr;
	/* line 7: cold */
	struct lac_qp *qp;
	uint8_t *ring;
	uint8_t *list;
	uint64_t msg_max;   /* bytes of one message */
	uint32_t mask;      /* WQEBBs - 1 */
	uint32_t list_mask; /* units - 1, of which there may be none */
	uint32_t sig;       /* behind a signalled WQE, the last that cold code saw */
	uint32_t err_pi;    /* where the first error was */
	uint32_t counted;   /* WQEBBs before it are in their counter */
	uint8_t state;      /* enum lac_qp_state, for cold code of the owner */
	uint8_t failed;     /* an error completion was seen */
	uint8_t isa;        /* which translation; see klm.h */
};
#define LAC_LIST_UNIT         2048u /* bytes: alignment of a pointed-to list (linux/mlx5 UMR_ALIGN) */
#define LAC_LIST_UNIT_ENTRIES (LAC_LIST_UNIT / 16u)
LAC_STATIC_ASSERT(offsetof(struct lac_sq, cls) == 192, "the fourth line of what is read");
LAC_STATIC_ASSERT(offsetof(struct lac_sq, p) == 256, "what is written begins a line");
LAC_STATIC_ASSERT(offsetof(struct lac_sq, n) == 320, "counters begin a line");
LAC_STATIC_ASSERT(
	offsetof(struct lac_sq, n[LAC_SQ_COMPLETIONS]) >= 384 && offsetof(struct lac_sq, qp) == 448,
	"polling touches one line");

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
	uint32_t qpn;
	uint32_t rsvd;
	struct lac_sq *sq; /* NULL: its sends complete elsewhere */
	struct lac_rq *rq;
};
#define LAC_CQ_NO_QP  0xffffffffu /* empty */
#define LAC_CQ_WAS_QP 0xfffffffeu /* was removed */

struct lac_cq {
	/* private: line 0, all that polling touches here */
	uint8_t attn; /* something for cold code: set by any thread */
	uint8_t rsvd0[7];
	const uint8_t *next; /* the entry to look at */
	uint64_t want;       /* the end of a good one, of the queue pair seen last; see poll.h */
	uint64_t who; /* that queue pair, where a completion has it: length 0 31:0, number 63:32 */
	struct lac_sq *sq;  /* its send queue */
	const uint8_t *end; /* behind the ring */
	uint32_t lap; /* and 4 times next: 256 times the consumer index; moves when a lap ends */
	uint32_t wr_mask; /* that queue's mask, of bytes of its records */
	uint32_t *record; /* [0] consumer index, [1] arm */
	/* line 1: cold */
	uint8_t *ring;
	struct lac_cq_ent *tab;
	uint32_t mask;
	uint32_t tab_mask;
	uint64_t strays; /* entries of queue pairs that are gone */
	uint32_t number;
	uint32_t arm_sn; /* events so far: moved by the control path */
	struct lac_port *port;
	volatile uint64_t *uar; /* arm register; NULL: it traps */
};
LAC_STATIC_ASSERT(offsetof(struct lac_cq, ring) == 64, "polling touches one line");

#ifdef __cplusplus
}
#endif

#endif
