/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Twins: two functions in one world with the real HCA tables and the real engine, and fake client memory. No
 * sockets and no command queue: commands go to the dispatcher, doorbells into the BAR's bytes or to the
 * trap. WQEs are put together from bytes here, by the manual, not with the driver's headers.
 */
#ifndef TWIN_H
#define TWIN_H

#include "../unit/unit.h"

#include "engine.h"
#include "hca_priv.h"
#include "rd.h"

#define TWIN_MEM (8u << 20)

struct twin_side {
	struct emu_fn f;
	uint8_t *mem;
	uint64_t iova; /* of mem[0] */
	uint64_t next; /* bump allocator, offset */
	uint32_t uar, pd, eqn, pa_key;
	uint16_t uid; /* of commands, in whose name twin_cmd() sends them */
	uint64_t eq_mem;
	uint32_t eq_ci;
	uint64_t hole, hole_len; /* an unmapped part of mem, by IOVA */
	bool halted;             /* bus mastering is off */
};

struct twin {
	struct emu_world w;
	struct twin_side s[2];
	uint64_t now_ns;
	uint32_t lints;
	char lint[512];
};

struct twin_cq {
	struct twin_side *s;
	uint32_t cqn, log, ci, cqe_bytes;
	uint64_t buf, dbr;
};

struct twin_qp {
	struct twin_side *s;
	uint32_t qpn, sq_log, rq_log, rq_stride;
	uint64_t buf, dbr, sq_off;
	uint16_t pi, rq_pi;
	uint16_t last;   /* index of the last WQE posted */
	uint32_t db_reg; /* doorbell register to ring: 0 to 7, 0x100 apart */
	struct twin_cq scq, rcq;
};

struct twin_srq {
	struct twin_side *s;
	enum emu_srq_form form;
	uint32_t srqn, log;
	uint64_t buf, dbr;
	uint16_t head, posted; /* next WQE to write; written so far */
	uint16_t tail;         /* the last one that is free */
	struct twin_cq cq;     /* XRC: where its receives complete */
};

struct twin_opts {
	uint64_t seed;
	bool adversarial, trap_all;
	const char *profile;
};

struct twin *twin_new(const struct twin_opts *o);
void twin_free(struct twin *t);
uint64_t twin_alloc(struct twin_side *s, uint64_t bytes, uint64_t align); /* an IOVA, zeroed */
uint8_t *twin_at(struct twin_side *s, uint64_t iova);
/* status; the syndrome in *synd unless NULL */
uint8_t twin_cmd(struct twin_side *s, const void *in, uint32_t in_len, void *out, uint32_t out_len,
	uint32_t *synd);
uint32_t twin_pd(struct twin_side *s);
void twin_cq_make(struct twin_side *s, struct twin_cq *cq, uint32_t log);
uint8_t twin_cq_try(
	struct twin_side *s, struct twin_cq *cq, uint32_t log, bool oi, uint32_t cqe_sz);
void twin_qp_make(
	struct twin_side *s, struct twin_qp *q, uint32_t sq_log, uint32_t rq_log, uint32_t cq_log);
struct twin_qp_how {
	uint8_t type; /* enum emu_qp_type */
	bool block_lb, no_sq;
	uint32_t sq_log, rq_log, cq_log;
	const struct twin_srq *srq; /* NULL: its own queue */
	uint32_t xrcd, user_index;
	uint32_t pd; /* 0: the side's */
};
uint8_t twin_qp_try(struct twin_side *s, struct twin_qp *q, const struct twin_qp_how *how);
void twin_qp_make_as(struct twin_side *s, struct twin_qp *q, const struct twin_qp_how *how);
/* a datagram queue to RTS; its MTU and longest message as Linux has them */
void twin_datagram(struct twin_qp *q, uint32_t q_key);
void twin_datagram_of(struct twin_qp *q, uint32_t q_key, uint32_t mtu, uint32_t log_msg_max);

/* ---- shared receive queues (twin_srq.c): WQEs of 64 bytes, three segments at most ---- */
uint32_t twin_xrcd(struct twin_side *s);
/* @pd 0: the side's; @xrcd, @user_index: XRC only */
void twin_srq_make(struct twin_side *s, struct twin_srq *q, enum emu_srq_form form, uint32_t log,
	uint32_t pd, uint32_t xrcd, uint32_t user_index);
/* takes a free WQE; its index */
uint16_t twin_srq_recv(struct twin_srq *q, uint32_t len, uint32_t key, uint64_t addr);
void twin_srq_free(struct twin_srq *q, uint16_t index); /* after its completion */
uint8_t twin_srq_limit(struct twin_srq *q, uint16_t lwm);
uint8_t twin_srq_query(struct twin_srq *q, uint32_t *state, uint32_t *lwm);
uint8_t twin_qp_modify(struct twin_qp *q, uint16_t opcode, uint32_t opt, const uint8_t *qpc);
struct twin_link {
	uint32_t rnr_retry, retry, ack_timeout, min_rnr, psn, peer_qpn, lid;
	bool fl;
};
extern const struct twin_link twin_link_default;
/* RST to RTS against @peer's queue; @l NULL: defaults */
void twin_connect(struct twin_qp *q, struct twin_qp *peer, const struct twin_link *l);
void twin_qpc_to(struct twin_qp *q, struct twin_qp *peer, const struct twin_link *l, uint8_t *qpc);

/* ---- keys ---- */
struct twin_key {
	uint8_t mode, variant, rights;
	bool free, umr, rinval, length64;
	uint32_t qpn, pd, octw, actual, log_page; /* pd 0: the side's own */
	uint64_t start, len;
	const uint8_t *list;
};
uint8_t twin_key_try(struct twin_side *s, const struct twin_key *k, uint32_t *key);
uint32_t twin_key_make(struct twin_side *s, const struct twin_key *k);
#define TWIN_ALL_RIGHTS (EMU_LR | EMU_LW | EMU_RR | EMU_RW | EMU_A)
/* physical memory, all rights */
uint32_t twin_key_pa(struct twin_side *s, uint8_t rights);
void twin_klm(uint8_t *at, uint32_t count, uint32_t key, uint64_t va);

/* ---- WQEs ---- */
struct twin_wqe {
	uint8_t b[1024];
	uint32_t len;
};
enum { TWIN_SIG = 8, TWIN_SOL = 2 }; /* fm_ce_se bits; fence << 5 */
void twin_wqe(struct twin_wqe *w, uint8_t op, uint8_t fm_ce_se, uint32_t imm);
void twin_raddr(struct twin_wqe *w, uint64_t addr, uint32_t rkey);
void twin_xrc(struct twin_wqe *w, uint32_t srqn);
/* the address vector's 48 bytes, or 16; @gid NULL: without a GRH */
void twin_av(struct twin_wqe *w, uint16_t lid, uint32_t qpn, uint32_t q_key, const uint8_t *gid);
void twin_av_compact(struct twin_wqe *w, uint16_t lid, uint32_t qpn, uint32_t q_key);
void twin_atomic(struct twin_wqe *w, uint64_t swap_add, uint64_t compare);
void twin_data(struct twin_wqe *w, uint32_t len, uint32_t key, uint64_t addr);
void twin_inline(struct twin_wqe *w, const void *p, uint32_t len);
/* UMR: control and key context; what the mask does not name stays 0xa5 */
struct twin_umr {
	uint32_t key, octw;
	uint64_t mask, start, len, off;
	uint8_t flags, access; /* byte 2 of the context */
	bool free, rinval;
	uint32_t pd;
};
#define TWIN_FRWR_MASK                                                                          \
	(1ull << 0 | 1ull << 1 | 1ull << 6 | 1ull << 8 | 1ull << 13 | 1ull << 17 | 1ull << 18 | \
		1ull << 19 | 1ull << 20 | 1ull << 21 | 1ull << 23 | 1ull << 29)
void twin_umr(struct twin_wqe *w, uint8_t fm_ce_se, const struct twin_umr *u);
void twin_list(struct twin_wqe *w, const uint8_t *list, uint32_t octw); /* inline */
void twin_list_at(struct twin_wqe *w, uint32_t bytes, uint32_t key, uint64_t addr);
void twin_local_inv(struct twin_wqe *w, uint8_t fm_ce_se, uint32_t key);

/* into the ring, the index and queue number patched in; not rung */
void twin_put(struct twin_qp *q, const struct twin_wqe *w);
void twin_ring(struct twin_qp *q);
void twin_post(struct twin_qp *q, const struct twin_wqe *w); /* put and ring */
void twin_recv(struct twin_qp *q, uint32_t len, uint32_t key, uint64_t addr);
void twin_sleep(uint64_t ns);  /* the clock of timeouts */
void twin_run(struct twin *t); /* until nothing happens */
/* the next completion, consumed; NULL: none */
const uint8_t *twin_cqe(struct twin_cq *cq);
/* runs, then expects one: its opcode, syndrome (0: none), wqe_counter (-1: any) */
const uint8_t *twin_expect(
	struct twin *t, struct twin_cq *cq, uint8_t opcode, uint8_t syndrome, int counter);
void twin_expect_none(struct twin *t, struct twin_cq *cq);
/* the next event, consumed; NULL: none */
const uint8_t *twin_eqe(struct twin *t, struct twin_side *s);
uint8_t twin_state(struct twin_qp *q);
uint32_t twin_rand(uint64_t *rng, uint32_t n);

#endif
