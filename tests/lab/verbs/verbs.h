/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the lab's verbs programs share: a device, memory that knows what it must hold, one end of a reliable
 * connection, and steps. Nothing here knows of Lacuna; it runs on the kernel's verbs.
 *
 * A function that can fail returns false and has said why to the log; a step prints that and its
 * verdict, `STEP name rc`. Every wait has a deadline, which LAC_TEST_SLOW stretches.
 */
#ifndef LAB_VERBS_H
#define LAB_VERBS_H

#include <infiniband/mlx5dv.h>
#include <infiniband/verbs.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- steps ---- */
struct vb_log {
	unsigned int failed;
	double slow; /* what deadlines are multiplied with */
	char why[256];
};
void vb_log_init(struct vb_log *log);
/* false, for `return vb_why(log, ...)`; the first reason stays until a step took it */
bool vb_why(struct vb_log *log, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* prints the verdict, counts failures, forgets the reason; returns @ok */
bool vb_step(struct vb_log *log, const char *name, bool ok);

/* ---- a reproducible pattern ---- */
uint64_t vb_random(uint64_t *state);
/* 0 < @max; a number below it */
uint32_t vb_below(uint64_t *state, uint32_t max);

/* ---- a device ---- */
struct vb_dev {
	struct vb_log *log;
	struct ibv_context *ctx;
	struct ibv_pd *pd;
	union ibv_gid gid;
	uint16_t lid;
	bool grh; /* an Ethernet port: addresses are GIDs */
};
bool vb_open(struct vb_dev *d, struct vb_log *log, const char *name);
bool vb_close(struct vb_dev *d);

/* ---- memory and what it must hold ---- */
#define VB_ALL_RIGHTS                                                                \
	(IBV_ACCESS_LOCAL_WRITE | IBV_ACCESS_REMOTE_WRITE | IBV_ACCESS_REMOTE_READ | \
		IBV_ACCESS_REMOTE_ATOMIC)
struct vb_mem {
	struct vb_dev *dev;
	uint8_t *buf, *want; /* @want is never given to a device */
	size_t len;
	struct ibv_mr *mr; /* all of it; NULL if not registered */
};
/* page-aligned, filled with random bytes; registered with @access unless that is negative */
bool vb_mem_new(struct vb_mem *m, struct vb_dev *d, size_t len, int access, uint64_t *rng);
bool vb_mem_free(struct vb_mem *m);
/* new random bytes in both */
void vb_mem_fill(struct vb_mem *m, uint64_t *rng);
/* all of @buf is as wanted; @who names it in the reason */
bool vb_mem_check(const struct vb_mem *m, const char *who);

/* ---- one end of a reliable connection ---- */
struct vb_addr { /* what the other end must know */
	uint32_t qpn, psn;
	uint16_t lid;
	union ibv_gid gid;
};
struct vb_end {
	struct vb_dev *dev;
	struct ibv_cq *cq;
	struct ibv_qp *qp;
	struct ibv_qp_ex *qpx;      /* the builders ibv_wr_* */
	struct mlx5dv_qp_ex *dvqpx; /* the builders mlx5dv_wr_* */
	uint32_t psn;
	int access; /* IBV_ACCESS_REMOTE_*: what the queue lets in */
};
/* in state INIT; @max_inline bounds the lists of mlx5dv_wr_mr_list: (max_inline + 4) / 16 entries */
bool vb_end_new(struct vb_end *e, struct vb_dev *d, uint32_t depth, uint32_t max_inline);
bool vb_end_free(struct vb_end *e);
void vb_end_addr(const struct vb_end *e, struct vb_addr *a);
/* to RTS */
bool vb_end_connect(struct vb_end *e, const struct vb_addr *to);
/* to RESET and INIT again, whatever the state; completions that are left are dropped */
bool vb_end_reset(struct vb_end *e);
/* the two ends of one program; any state, afterwards RTS */
bool vb_join(struct vb_end *a, struct vb_end *b);

/* the next completion */
bool vb_wait(struct vb_end *e, struct ibv_wc *wc);
/* the next completion is @wr_id's and has this status */
bool vb_expect(struct vb_end *e, uint64_t wr_id, enum ibv_wc_status status);
/* no completion is there */
bool vb_expect_none(struct vb_end *e);

/* ---- posting one request, signalled, from one piece of memory ---- */
struct vb_op {
	enum ibv_wr_opcode opcode;
	uint64_t wr_id;
	uint64_t addr; /* the local piece */
	uint32_t len, lkey;
	uint64_t raddr;
	uint32_t rkey;          /* also the key that SEND_WITH_INV and LOCAL_INV name */
	uint32_t imm;           /* of WITH_IMM, host order */
	uint64_t add_cmp, swap; /* of an atomic */
	unsigned int flags;     /* IBV_SEND_*, over SIGNALED */
};
bool vb_post(struct vb_end *e, const struct vb_op *op);
bool vb_post_recv(struct vb_end *e, uint64_t wr_id, uint64_t addr, uint32_t len, uint32_t lkey);
/* posts and expects the status */
bool vb_do(struct vb_end *e, const struct vb_op *op, enum ibv_wc_status status);

#endif
