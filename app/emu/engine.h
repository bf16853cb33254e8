/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The engine's objects: memory keys, completion queues, queue pairs and the work that is under way in them.
 *
 * A send queue keeps a window of WQEs: fetched in order, executed as its fences and the rule table of
 * doc/ordering.md allow, retired (completion queued, slot freed) in order. Objects are found by number at
 * the moment of use, so that nothing dangles when a client destroys what others still work with; an
 * effect is one call that does not return to the client in between.
 */
#ifndef EMU_ENGINE_H
#define EMU_ENGINE_H

#include <sys/queue.h>

#include "hca.h"
#include "wqe.h"

/* ---- a queue's buffer: pages of the client ---- */
struct emu_wqbuf {
	uint64_t *pas;
	uint32_t npas;
	uint32_t off; /* bytes of the first page before the queue */
	uint8_t log_page;
};
/*
 * @pas: big-endian addresses, @avail of them; @page_offset: 0 to 63, in 64ths of a page, as in the contexts of
 * queues (Linux's mlx5_umem_find_best_quantized_pgoff); -EINVAL: too few, unaligned, no such page size
 */
int wqbuf_init(struct emu_wqbuf *b, const uint8_t *pas, uint32_t avail, uint8_t log_page,
	uint32_t page_offset, uint64_t bytes);
void wqbuf_fini(struct emu_wqbuf *b);
int wqbuf_read(struct emu_fn *f, const struct emu_wqbuf *b, uint64_t at, void *buf, uint32_t len);
int wqbuf_write(
	struct emu_fn *f, const struct emu_wqbuf *b, uint64_t at, const void *buf, uint32_t len);

/* ---- memory keys (mkey.c) ---- */
enum emu_mkey_mode { EMU_KEY_PA, EMU_KEY_MTT, EMU_KEY_KLM, EMU_KEY_KSM, EMU_KEY_MODES };
enum emu_rights {
	EMU_LR = 1u << 0,
	EMU_LW = 1u << 1,
	EMU_RR = 1u << 2,
	EMU_RW = 1u << 3,
	EMU_A = 1u << 4,
};

#define EMU_ANY_QPN    0xffffffu
#define EMU_LIST_BYTES (0x10000u * 16) /* the octoword field has 16 bits */

struct emu_mkey {
	uint32_t index;
	uint8_t variant; /* the key's low byte */
	uint8_t mode;    /* enum emu_mkey_mode: fixed at creation */
	uint8_t rights;  /* enum emu_rights */
	uint8_t log_page;
	bool free, umr_en, length64, en_rinval;
	uint32_t qpn, pd;
	uint64_t start, len;
	uint32_t octw;     /* translations that may be used */
	uint32_t max_octw; /* as created: what there is room for */
	uint8_t *xlt;      /* max_octw * 16 bytes as the client wrote them */
	/* KLM: where each entry ends, counted from the key's start; valid for the first @nends entries */
	uint64_t *ends;
	uint32_t nends;
	uint32_t found; /* the entry found last: a walk goes on from there */
	bool strided;   /* the list opens with a repeat-block header */
	uint8_t mkc[64];
};
struct emu_mkey *mkey_find(struct emu_fn *f, uint32_t key); /* by index, whatever its low byte */
/* after @octw octowords from @at were changed */
void mkey_xlt_changed(struct emu_mkey *k, uint32_t at, uint32_t octw);
void mkey_dump(FILE *out, const struct emu_mkey *k);

/* ---- translation (xlate.c) ---- */
enum emu_fault {
	EMU_FAULT_NONE,
	EMU_FAULT_NO_KEY,
	EMU_FAULT_FREE,
	EMU_FAULT_VARIANT,
	EMU_FAULT_PD,
	EMU_FAULT_RIGHTS,
	EMU_FAULT_QPN,
	EMU_FAULT_BOUNDS,
	EMU_FAULT_LIST, /* the translation list ends before the range does, or an entry is no translation */
	EMU_FAULT_DEPTH,
	EMU_FAULT_RUNS, /* more pieces than the emulator takes in one step */
	EMU_FAULT_DMA,  /* translated, but the client's memory is not there */
};
const char *emu_fault_name(enum emu_fault e);

struct emu_who { /* in whose name memory is touched */
	struct emu_fn *f;
	uint32_t pd, qpn;
	uint8_t max_depth;
	bool rlky;   /* the reserved lkey, all memory, may be used */
	bool any_pd; /* the PD is not checked */
};
#define EMU_XLATE_DEPTH 8
struct emu_xlate {
	const struct emu_who *who;
	enum emu_fault fault;
	uint8_t child_rights;
	bool hollow; /* the run has no memory: it reads as zeros, and what is written is gone */
	unsigned int depth;
	struct emu_xlate_level {
		struct emu_mkey *k; /* NULL: physical, or hollow */
		bool hollow;
		uint64_t va, left;
	} level[EMU_XLATE_DEPTH + 1];
};
/* checks the key itself; the entries below it are checked as they are reached */
enum emu_fault xlate_begin(struct emu_xlate *x, const struct emu_who *who, uint32_t key,
	uint8_t rights, uint64_t va, uint64_t len);
/* the next physical run; false at the end or at a fault (x->fault) */
bool xlate_next(struct emu_xlate *x, uint64_t *iova, uint64_t *len);

/* ---- gather and scatter lists (sgl.c) ---- */
struct emu_sgl {
	const struct emu_who *who;
	const struct emu_seg *seg;
	const uint8_t *raw; /* of the WQE: inline data */
	uint32_t nseg, i;
	uint8_t rights;
	bool open;
	struct emu_xlate x;
	/* the current run */
	const uint8_t *host; /* inline data, or NULL */
	bool hollow;
	uint64_t iova, len;
	enum emu_fault fault;
};
void sgl_init(struct emu_sgl *s, const struct emu_who *who, const struct emu_seg *seg,
	uint32_t nseg, const uint8_t *raw, uint8_t rights);
/* the keys of all segments, before a byte moves; what lies below them is seen as it is reached */
bool sgl_check(struct emu_sgl *s);
/* copies @len bytes; which side failed is in its fault (too many pieces: @from) */
bool sgl_copy(struct emu_sgl *to, struct emu_sgl *from, uint64_t len);
/* @len bytes out of or into a buffer */
bool sgl_read(struct emu_sgl *from, void *buf, uint64_t len);
bool sgl_write(struct emu_sgl *to, const void *buf, uint64_t len);

/* ---- completion queues (cq.c) ---- */
struct emu_cqe_item {
	TAILQ_ENTRY(emu_cqe_item) link;
	uint64_t ready;
	bool solicited;
	uint8_t cqe[64];
};
TAILQ_HEAD(emu_cqe_list, emu_cqe_item);

struct emu_cq {
	TAILQ_ENTRY(emu_cq) link; /* of the engine, while completions are owed */
	struct emu_fn *f;
	uint32_t cqn, eqn, uar;
	struct emu_wqbuf buf;
	uint8_t log_size, cqe_bytes_log2;
	bool overrun_ok, collapsed, failed, owed;
	uint64_t dbr;
	uint32_t pi;           /* completions written */
	uint32_t solicited_pi; /* behind the last solicited one */
	uint32_t event_pi;     /* pi when the last event was raised */
	uint32_t arm_word;     /* last seen in the doorbell record */
	bool armed, armed_solicited;
	uint32_t armed_ci;
	struct emu_cqe_list pending;
	uint32_t npending;
	uint8_t cqc[64];
};
struct emu_qp;
void cq_post(struct emu_cq *cq, const uint8_t cqe[64], bool solicited);
bool cq_flush_one(struct emu_cq *cq); /* writes the oldest completion that is owed */
void cq_flush(struct emu_cq *cq);
/* all that a function's queues owe is written: what a command ends has no completion after it */
void cq_settle_all(struct emu_fn *f);
uint32_t cq_outstanding(struct emu_cq *cq); /* written, not consumed as far as the record tells */
void cq_write_last(
	struct emu_cq *cq, const uint8_t cqe[64]); /* the old buffer's end mark at a resize */
/* the doorbell of UAR offset 0x20 */
void cq_arm(struct emu_cq *cq, uint32_t word);
/* what the record says, for shared pages where one doorbell may hide another's */
void cq_poll_arm(struct emu_cq *cq);

/* ---- receive queues (rq.c): a queue pair's own, or shared by many ---- */
struct emu_srq;
struct emu_rq {
	struct emu_fn *f;
	const struct emu_wqbuf *buf;
	struct emu_srq *srq;   /* whose it is; NULL: a queue pair's own */
	uint32_t size, stride; /* in WQEs, bytes; size 0: there is none */
	uint64_t off, dbr;
	uint16_t ci, limit; /* WQEs taken; posted, as the record said when it was last read */
	uint16_t head;      /* shared: the next WQE; each names the one behind it */
};

struct emu_rwqe {
	uint16_t index; /* what the completion says */
	uint32_t nseg;
	uint64_t total;
	struct emu_seg seg[EMU_SEG_MAX];
};
enum emu_rq_got {
	EMU_RQ_EMPTY,
	EMU_RQ_GOT,
	EMU_RQ_BROKEN, /* the WQE cannot be read */
};
enum emu_rq_got rq_take(struct emu_rq *rq, struct emu_rwqe *r);
void rq_put_back(struct emu_rq *rq, const struct emu_rwqe *r); /* the last one taken */
bool rq_pending(struct emu_rq *rq); /* a receive is posted and not taken */
void rq_read_record(struct emu_rq *rq);

/* ---- shared receive queues (srq.c, cmd_srq.c) ---- */
enum emu_srq_form { EMU_SRQ_RMP, EMU_SRQ_XRC, EMU_SRQ_PLAIN };
#define EMU_NO_REF      UINT32_MAX
#define EMU_NO_INDEX    0xffffffu /* a user index that asks for completions of version 0 */
#define EMU_SRQ_CTX_MAX 0xf0u
struct emu_srq {
	enum emu_srq_form form;
	uint32_t srqn, pd, cqn, xrcd, user_index;
	bool rlky, failed;
	uint16_t lwm; /* 0: no limit is set */
	struct emu_wqbuf buf;
	struct emu_rq rq;
	uint8_t ctx[EMU_SRQ_CTX_MAX];
};
void srq_set_limit(struct emu_srq *s, uint16_t lwm);
void srq_check_limit(struct emu_srq *s); /* raises the event, once, when fewer are left */
void srq_fail(struct emu_srq *s);

/* ---- queue pairs (qp.c) ---- */
enum emu_qp_state {
	EMU_QPS_RST,
	EMU_QPS_INIT,
	EMU_QPS_RTR,
	EMU_QPS_RTS,
	EMU_QPS_SQER,
	EMU_QPS_SQD,
	EMU_QPS_ERR,
	EMU_QPS_COUNT
};
enum emu_qp_type {
	EMU_QPT_RC = 0,
	EMU_QPT_UC = 1,
	EMU_QPT_UD = 2,
	EMU_QPT_XRC = 3,
	EMU_QPT_QP0 = 7,
	EMU_QPT_QP1 = 8,
	EMU_QPT_REG_UMR = 0xc,
};

enum emu_item_state {
	EMU_ITEM_FETCHED,
	EMU_ITEM_REQUESTED, /* a READ's or atomic's request was served, its result has not landed */
	EMU_ITEM_DONE,
};
struct emu_item {
	uint8_t state;
	uint8_t syndrome, vendor; /* DONE: 0, or why it failed */
	bool counted;             /* waiting, with a deadline */
	uint8_t tries;
	uint64_t ready;    /* the step from which on its next effect may come */
	uint64_t deadline; /* ns */
	uint64_t old;      /* an atomic's result */
	struct emu_wqe w;
	uint8_t raw[EMU_WQE_BYTES];
};
#define EMU_WINDOW 32u

struct emu_qp {
	TAILQ_ENTRY(emu_qp) all;    /* of the engine */
	TAILQ_ENTRY(emu_qp) active; /* of the engine, while there may be work */
	struct emu_fn *f;
	uint32_t qpn;
	uint8_t type, state;
	bool is_active;
	struct emu_who who;
	uint32_t scqn, rcqn, uar, user_index, remote_qpn, srqn;
	uint16_t rlid;
	bool force_loopback, rre, rwe, rae, has_srq, block_lb;
	uint32_t q_key, xrcd;
	uint16_t pkey;
	uint8_t mtu, retry, rnr_retry, ack_timeout, min_rnr, log_msg_max;
	uint64_t dbr;
	struct emu_wqbuf buf;

	struct { /* send queue, counted in WQEBBs */
		uint32_t size;
		uint64_t off;
		uint16_t ci;    /* next to fetch */
		uint16_t limit; /* fetch up to here */
		uint16_t retired;
		bool rung; /* the record may be ahead of limit */
		uint32_t psn;
		struct emu_item *win;
		uint32_t head, count;
		bool drained_told;
	} sq;
	struct emu_rq rq;
	uint32_t rpsn;
	bool established_told, last_wqe_told;
	bool umr_small, umr_strong; /* the cap umr_fence: fences that UMRs imply */
	uint16_t max_wqe;
	uint8_t qpc[0xe8];
};
/* a service whose messages nobody acknowledges */
static inline bool qp_unreliable(const struct emu_qp *q)
{
	return q->type == EMU_QPT_UC || q->type == EMU_QPT_UD || q->type == EMU_QPT_QP0 ||
	       q->type == EMU_QPT_QP1;
}
static inline bool qp_datagram(const struct emu_qp *q)
{
	return qp_unreliable(q) && q->type != EMU_QPT_UC;
}
static inline struct emu_item *qp_item(struct emu_qp *q, uint32_t i)
{
	return &q->sq.win[(q->sq.head + i) % EMU_WINDOW];
}
struct emu_cq *qp_cq(struct emu_qp *q, uint32_t cqn);
void qp_error(struct emu_qp *q); /* to ERR; everything outstanding will be flushed */
void qp_send_error(
	struct emu_qp *q); /* a send failed: to ERR, or where only sending ends to SQER */
void qp_event(struct emu_qp *q, uint8_t type); /* an asynchronous event that names the queue */
void qp_activate(struct emu_qp *q);

/* ---- send and receive queues (sq.c, rq.c) ---- */
bool sq_can_fetch(struct emu_qp *q);
void sq_fetch(
	struct emu_qp *q); /* one WQE into the window; malformed ones are DONE with a syndrome */
void sq_retire(struct emu_qp *q);    /* the oldest of the window, which is DONE */
bool sq_flush_one(struct emu_qp *q); /* in ERR: completes the oldest WQE as flushed; false: none */
void sq_read_record(struct emu_qp *q);

struct emu_rcqe { /* what a receive's completion says */
	uint8_t opcode, syndrome, vendor;
	bool solicited;
	uint16_t index;
	uint32_t bytes, imm;
	uint32_t from; /* sender's queue, service level and whether a GRH came, as in the entry */
	uint16_t slid;
	uint8_t ml_path;
};
/* @srq: the queue that the receive was of, or NULL */
void rq_complete(struct emu_qp *q, const struct emu_srq *srq, const struct emu_rcqe *c);
bool rq_flush_one(struct emu_qp *q);

/* ---- executing (umr.c, rdma.c) ---- */
void umr_execute(struct emu_qp *q, struct emu_item *it);
/* 0: did something; 1: must wait for the other side */
int rdma_request(struct emu_qp *q, struct emu_item *it);
int rdma_land(struct emu_qp *q, struct emu_item *it); /* a READ's data, an atomic's result */
static inline void item_done(struct emu_item *it, uint8_t syndrome, uint8_t vendor)
{
	it->state = EMU_ITEM_DONE;
	it->syndrome = syndrome;
	it->vendor = vendor;
}

/* vendor syndromes: as seen on hardware where that is known, else the emulator's own (doc/emulator.md) */
enum emu_vendor {
	EMU_VEND_LOC_PROT = 0x51,
	EMU_VEND_QP_OP = 0x68,
	EMU_VEND_MW_BIND = 0x78,
	EMU_VEND_RETRY = 0x81,
	EMU_VEND_RNR = 0x82,
	EMU_VEND_REM_ACCESS = 0x88,
	EMU_VEND_REM_OP = 0x89,
	EMU_VEND_REM_INV_REQ = 0x8a,
	EMU_VEND_LOC_LEN = 0x8e,
	EMU_VEND_FLUSH = 0xf9,
};

/* ---- the engine itself (engine.c, adversary.c, wire.c) ---- */
struct emu_flight;
struct emu_engine {
	TAILQ_HEAD(, emu_qp) qps, active;
	TAILQ_HEAD(, emu_cq) owing;
	TAILQ_HEAD(, emu_flight) wire; /* messages that nobody acknowledges, on their way */
	uint32_t nactive, nowing, nwire;
	uint8_t list
		[EMU_LIST_BYTES]; /* of the UMR at work: a list that cannot be read whole changes nothing */
	bool in_order[EMU_MAX_FN]; /* the adversary was switched off for this function */
};
static inline bool eng_adversarial(const struct emu_fn *f)
{
	return f->w->opt.adversarial && !f->w->engine->in_order[f->index];
}
/* the step at which an effect that may lag is allowed to happen */
uint64_t adv_ready(struct emu_fn *f);
enum emu_step {
	EMU_STEP_IDLE,    /* nothing to do, or nothing before the outside world moves */
	EMU_STEP_LAGGING, /* effects are owed, but not yet */
	EMU_STEP_DID,
};
enum emu_step adv_step(struct emu_qp *q); /* one random permitted action */
/* the WQE's next effect, whether it may be had or not; true unless it waits for the other side */
bool eng_progress(struct emu_qp *q, struct emu_item *it);
enum emu_step eng_step_error(struct emu_qp *q); /* of a queue in ERR or SQER: flushes one */
static inline bool eng_in_error(const struct emu_qp *q)
{
	return q->state == EMU_QPS_ERR || q->state == EMU_QPS_SQER;
}
enum emu_step wire_step(struct emu_world *w); /* a message arrives */
void wire_clear(struct emu_world *w);

#endif
