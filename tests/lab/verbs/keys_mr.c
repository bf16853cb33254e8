/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory regions: what ibv_reg_mr registers by the kernel's UMRs, at any address and of any length, and what
 * remains of a key after rereg and dereg.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "keys.h"

#define ROUNDS 8u

/* a region within memory that is longer at both ends, and its rights */
static struct ibv_mr *reg(struct vb_mem *m, struct keys_range r, int access)
{
	struct ibv_mr *mr = ibv_reg_mr(m->dev->pd, m->buf + r.off, r.len, access);

	if (mr == NULL)
		vb_why(m->dev->log, "ibv_reg_mr of %u bytes at offset %u: %s", r.len, r.off,
			strerror(errno));
	return mr;
}

static struct keys_range any_range(struct keys *k, uint32_t within)
{
	struct keys_range r;

	r.off = vb_below(&k->rng, within - 1);
	r.len = 1 + vb_below(&k->rng, within - r.off);
	return r;
}

/* WRITE a part of a's region, READ another, SEND a third; all of the memory is compared */
static bool move(struct keys *k, struct vb_mem *ma, struct keys_range ra, struct ibv_mr *a,
	struct vb_mem *mb, struct keys_range rb, struct ibv_mr *b)
{
	uint32_t room = ra.len < rb.len ? ra.len : rb.len;

	for (int i = 0; i < 3; i++) {
		uint32_t len = 1 + vb_below(&k->rng, room);
		uint32_t at_a = ra.off + vb_below(&k->rng, ra.len - len + 1);
		uint32_t at_b = rb.off + vb_below(&k->rng, rb.len - len + 1);
		struct vb_op op = {
			.opcode = i == 0   ? IBV_WR_RDMA_WRITE
				  : i == 1 ? IBV_WR_RDMA_READ
					   : IBV_WR_SEND,
			.wr_id = (uint64_t)i + 1,
			.addr = (uintptr_t)ma->buf + at_a,
			.len = len,
			.lkey = a->lkey,
			.raddr = (uintptr_t)mb->buf + at_b,
			.rkey = b->rkey,
		};

		vb_mem_fill(ma, &k->rng);
		if (i == 2 && !vb_post_recv(&k->b, 9, (uintptr_t)mb->buf + at_b, len, b->lkey))
			return false;
		if (!vb_do(&k->a, &op, IBV_WC_SUCCESS) ||
			(i == 2 && !vb_expect(&k->b, 9, IBV_WC_SUCCESS)))
			return false;
		if (i == 1)
			memcpy(ma->want + at_a, mb->want + at_b, len);
		else
			memcpy(mb->want + at_b, ma->want + at_a, len);
		if (!vb_mem_check(ma, "a's memory") || !vb_mem_check(mb, "b's memory"))
			return false;
	}
	return true;
}

static bool odd_round(struct keys *k, struct vb_mem *ma, struct vb_mem *mb)
{
	struct keys_range ra = any_range(k, (uint32_t)ma->len),
			  rb = any_range(k, (uint32_t)mb->len);
	struct ibv_mr *a = reg(ma, ra, IBV_ACCESS_LOCAL_WRITE), *b = reg(mb, rb, VB_ALL_RIGHTS);
	bool ok = a != NULL && b != NULL && move(k, ma, ra, a, mb, rb, b);

	if (a != NULL && ibv_dereg_mr(a) != 0)
		ok = vb_why(&k->log, "ibv_dereg_mr");
	if (b != NULL && ibv_dereg_mr(b) != 0)
		ok = vb_why(&k->log, "ibv_dereg_mr");
	return ok;
}

static bool odd(struct keys *k)
{
	bool ok = true;

	for (unsigned int i = 0; ok && i < ROUNDS; i++) {
		struct vb_mem ma, mb;

		ok = vb_mem_new(&ma, k->a.dev, 64 + vb_below(&k->rng, 60000), -1, &k->rng);
		ok = vb_mem_new(&mb, k->b.dev, 64 + vb_below(&k->rng, 60000), -1, &k->rng) && ok;
		ok = ok && odd_round(k, &ma, &mb);
		ok = vb_mem_free(&ma) && ok;
		ok = vb_mem_free(&mb) && ok;
	}
	return ok;
}

void keys_mr(struct keys *k)
{
	vb_step(&k->log, "mr_odd", odd(k));
}
