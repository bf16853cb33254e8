/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Accesses that must be refused, a row each: which side's key, right, range or alignment is wrong, and the
 * status that the requester gets. After each the queues are joined anew and work.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"

enum { MR_AT = 4096, MR_LEN = 8192 }; /* of the region that is misused, in b's memory */

struct row {
	const char *name;
	enum ibv_wr_opcode opcode;
	int access;       /* of b's region */
	int let_in;       /* what b's queue lets in */
	int64_t at;       /* of the access, from the region's start */
	uint32_t key_xor; /* what the key is wrong by */
	enum ibv_wc_status status;
};

#define REM_ACCESS IBV_WC_REM_ACCESS_ERR

#define WRITE IBV_WR_RDMA_WRITE
#define READ  IBV_WR_RDMA_READ
#define FAA   IBV_WR_ATOMIC_FETCH_AND_ADD
#define LW    IBV_ACCESS_LOCAL_WRITE
#define RW    IBV_ACCESS_REMOTE_WRITE
#define RR    IBV_ACCESS_REMOTE_READ
#define RA    IBV_ACCESS_REMOTE_ATOMIC
#define ALL   VB_ALL_RIGHTS

static const struct row remote[] = {
	{"remote_key_byte", WRITE, ALL, ALL, 0, 0x01, REM_ACCESS},
	{"remote_key_index", WRITE, ALL, ALL, 0, 0x40000000, REM_ACCESS},
	{"remote_write_right", WRITE, LW | RR | RA, ALL, 0, 0, REM_ACCESS},
	{"remote_read_right", READ, LW | RW | RA, ALL, 0, 0, REM_ACCESS},
	{"remote_atomic_right", FAA, LW | RW | RR, ALL, 0, 0, REM_ACCESS},
	{"queue_write_right", WRITE, ALL, RR | RA, 0, 0, REM_ACCESS},
	{"queue_read_right", READ, ALL, RW | RA, 0, 0, REM_ACCESS},
	{"queue_atomic_right", FAA, ALL, RW | RR, 0, 0, REM_ACCESS},
	{"remote_before", WRITE, ALL, ALL, -1, 0, REM_ACCESS},
	{"remote_beyond", READ, ALL, ALL, MR_LEN - 7, 0, REM_ACCESS},
	{"remote_far_beyond", WRITE, ALL, ALL, 1ll << 40, 0, REM_ACCESS},
	{"remote_unaligned_atomic", FAA, ALL, ALL, 4, 0, IBV_WC_REM_INV_REQ_ERR},
};

static bool refuse(struct keys *k, const struct row *r)
{
	uint8_t *at = k->mb.buf + MR_AT;
	struct ibv_mr *mr = ibv_reg_mr(k->b.dev->pd, at, MR_LEN, r->access);
	struct vb_op op = {
		.opcode = r->opcode,
		.wr_id = 0x33,
		.addr = (uintptr_t)k->ma.buf + 64,
		.len = 8,
		.lkey = k->ma.mr->lkey,
		.raddr = (uintptr_t)at + (uint64_t)r->at,
		.add_cmp = 1,
	};
	bool ok;

	if (mr == NULL)
		return vb_why(&k->log, "ibv_reg_mr: %s", strerror(errno));
	op.rkey = mr->rkey ^ r->key_xor;
	k->b.access = r->let_in;
	ok = vb_join(&k->a, &k->b);
	k->b.access = ALL;
	ok = ok && keys_outcome(k, &k->a, &op, r->status);
	return ibv_dereg_mr(mr) == 0 && ok;
}

/* a's own key or range is at fault: b sees nothing of it */
static bool local(struct keys *k, enum ibv_wr_opcode opcode, int access, int64_t off, uint32_t xor)
{
	struct ibv_mr *mr = ibv_reg_mr(k->a.dev->pd, k->ma.buf + MR_AT, MR_LEN, access);
	struct vb_op op = {
		.opcode = opcode,
		.wr_id = 0x34,
		.addr = (uintptr_t)k->ma.buf + MR_AT + (uint64_t)off,
		.len = 8,
		.raddr = (uintptr_t)k->mb.buf,
		.rkey = k->mb.mr->rkey,
	};
	bool ok;

	if (mr == NULL)
		return vb_why(&k->log, "ibv_reg_mr: %s", strerror(errno));
	op.lkey = mr->lkey ^ xor;
	ok = keys_outcome(k, &k->a, &op, IBV_WC_LOC_PROT_ERR);
	return ibv_dereg_mr(mr) == 0 && ok;
}

static bool another_pd(struct keys *k)
{
	struct ibv_pd *pd = ibv_alloc_pd(k->b.dev->ctx);
	struct ibv_mr *mr = pd != NULL ? ibv_reg_mr(pd, k->mb.buf, 4096, ALL) : NULL;
	bool ok = mr != NULL && keys_try(k, &k->a, true, (uintptr_t)k->mb.buf, 8, mr->rkey,
					IBV_WC_REM_ACCESS_ERR);

	return mr != NULL && ibv_dereg_mr(mr) == 0 && ibv_dealloc_pd(pd) == 0 && ok;
}

/* a message of 64 bytes meets this receive; both ends are told */
static bool receive(struct keys *k, uint32_t len, uint32_t xor, enum ibv_wc_status here,
	enum ibv_wc_status there)
{
	struct vb_op op = {
		.opcode = IBV_WR_SEND,
		.wr_id = 0x35,
		.addr = (uintptr_t)k->ma.buf,
		.len = 64,
		.lkey = k->ma.mr->lkey,
	};

	if (!vb_post_recv(&k->b, 0x36, (uintptr_t)k->mb.buf, len, k->mb.mr->lkey ^ xor) ||
		!vb_post(&k->a, &op) || !vb_expect(&k->b, 0x36, there) ||
		!vb_expect(&k->a, 0x35, here))
		return false;
	if (!vb_mem_check(&k->mb, "b's memory"))
		return false;
	return vb_join(&k->a, &k->b);
}

/* what lies behind a refused request is flushed, in order */
static bool flushed(struct keys *k)
{
	struct vb_op op = {
		.opcode = IBV_WR_RDMA_WRITE,
		.wr_id = 1,
		.addr = (uintptr_t)k->ma.buf,
		.len = 64,
		.lkey = k->ma.mr->lkey,
		.raddr = (uintptr_t)k->mb.buf,
		.rkey = k->mb.mr->rkey ^ 1,
	};

	if (!vb_post(&k->a, &op))
		return false;
	op.rkey ^= 1;
	for (op.wr_id = 2; op.wr_id <= 4; op.wr_id++)
		if (!vb_post(&k->a, &op))
			return false;
	if (!vb_expect(&k->a, 1, IBV_WC_REM_ACCESS_ERR))
		return false;
	for (uint64_t i = 2; i <= 4; i++)
		if (!vb_expect(&k->a, i, IBV_WC_WR_FLUSH_ERR))
			return false;
	return vb_expect_none(&k->a) && vb_mem_check(&k->mb, "b's memory") && vb_join(&k->a, &k->b);
}

void keys_wrong(struct keys *k)
{
	struct keys_view *v = calloc(2, sizeof(*v));

	if (v == NULL)
		return;
	for (size_t i = 0; i < sizeof(remote) / sizeof(remote[0]); i++)
		keys_step(k, remote[i].name, refuse(k, &remote[i]));
	keys_step(k, "remote_pd", another_pd(k));
	keys_step(k, "local_key_byte", local(k, WRITE, ALL, 0, 1));
	keys_step(k, "local_key_index", local(k, WRITE, ALL, 0, 0x40000000));
	keys_step(k, "local_before", local(k, WRITE, ALL, -1, 0));
	keys_step(k, "local_beyond", local(k, READ, ALL, MR_LEN - 7, 0));
	keys_step(k, "local_write_right", local(k, READ, RR, 0, 0));
	keys_step(
		k, "receive_short", receive(k, 63, 0, IBV_WC_REM_INV_REQ_ERR, IBV_WC_LOC_LEN_ERR));
	keys_step(k, "receive_key", receive(k, 64, 1, IBV_WC_REM_OP_ERR, IBV_WC_LOC_PROT_ERR));
	keys_step(k, "flushed", flushed(k));
	keys_view_mem(&v[0], &k->ma);
	keys_view_mem(&v[1], &k->mb);
	keys_step(k, "still_works", keys_traffic(k, &k->a, &v[0], &k->b, &v[1], KEYS_ALL));
	free(v);
}
