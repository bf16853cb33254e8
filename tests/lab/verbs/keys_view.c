/* SPDX-License-Identifier: BSD-3-Clause */
/* Views: the bytes that a key shows, the model of traffic through them, and accesses that must be refused. */
#include <string.h>

#include "keys.h"

static struct vb_mem *mem_of(struct keys *k, const struct vb_end *e)
{
	return e == &k->a ? &k->ma : &k->mb;
}

void keys_view_one(struct keys_view *v, struct vb_mem *m, uint32_t off, uint32_t len, uint32_t key,
	uint64_t base)
{
	v->mem = m;
	v->key = key;
	v->base = base;
	v->len = v->n = 0;
	keys_view_add(v, off, len);
}

void keys_view_add(struct keys_view *v, uint32_t off, uint32_t len)
{
	if (v->n == KEYS_PIECES)
		return;
	v->piece[v->n++] = (struct keys_range){off, len};
	v->len += len;
}

void keys_view_mem(struct keys_view *v, struct vb_mem *m)
{
	keys_view_one(v, m, 0, (uint32_t)m->len, m->mr->lkey, (uintptr_t)m->buf);
}

void keys_view_scatter(
	struct keys *k, struct keys_view *v, struct vb_mem *m, uint32_t n, uint32_t align)
{
	uint32_t share = (uint32_t)m->len / n / align; /* of each piece and the gap before it */

	memset(v, 0, sizeof(*v));
	v->mem = m;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t gap = vb_below(&k->rng, share / 2), len = 1 + vb_below(&k->rng, share / 2);

		keys_view_add(v, (i * share + gap) * align, len * align);
	}
	for (uint32_t i = n - 1; i > 0; i--) {
		uint32_t j = vb_below(&k->rng, i + 1);
		struct keys_range r = v->piece[i];

		v->piece[i] = v->piece[j];
		v->piece[j] = r;
	}
}

/* where the byte at @off of the view must be */
static uint8_t *at(const struct keys_view *v, uint32_t off)
{
	for (uint32_t i = 0; i < v->n; i++) {
		if (off < v->piece[i].len)
			return v->mem->want + v->piece[i].off + off;
		off -= v->piece[i].len;
	}
	return NULL;
}

void keys_view_copy(const struct keys_view *to, uint32_t to_off, const struct keys_view *from,
	uint32_t from_off, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		*at(to, to_off + i) = *at(from, from_off + i);
}

static bool check(struct keys *k, const struct keys_view *x, const struct keys_view *y)
{
	return vb_mem_check(x->mem, "the poster's memory") &&
	       vb_mem_check(y->mem, "the peer's memory") && vb_mem_check(&k->ma, "a's memory") &&
	       vb_mem_check(&k->mb, "b's memory");
}

static bool atomics(struct keys *k, struct vb_end *from, const struct keys_view *local,
	const struct keys_view *remote)
{
	uint32_t loff = vb_below(&k->rng, local->len - 7), off = 0, sum = 0, i;
	uint64_t word, old;

	for (i = 0; i < remote->n; sum += remote->piece[i++].len) {
		off = sum + (uint32_t)(-(remote->base + sum) & 7);
		if (off + 8 <= sum + remote->piece[i].len &&
			((remote->piece[i].off + off - sum) & 7) == 0)
			break;
	}
	if (i == remote->n)
		return vb_why(&k->log, "no aligned word in any piece");
	for (i = 0; i < 3; i++) {
		struct vb_op op = {
			.opcode = i == 0 ? IBV_WR_ATOMIC_FETCH_AND_ADD : IBV_WR_ATOMIC_CMP_AND_SWP,
			.wr_id = 0xa0 + i,
			.addr = local->base + loff,
			.len = 8,
			.lkey = local->key,
			.raddr = remote->base + off,
			.rkey = remote->key,
			.swap = vb_random(&k->rng),
		};

		memcpy(&old, at(remote, off), 8); /* one piece: whole */
		op.add_cmp = i == 0 ? vb_random(&k->rng) : old + (i == 2);
		word = i == 0 ? old + op.add_cmp : i == 1 ? op.swap : old;
		memcpy(at(remote, off), &word, 8);
		for (uint32_t b = 0; b < 8; b++)
			*at(local, loff + b) = (uint8_t)(old >> 8 * b);
		if (!vb_do(from, &op, IBV_WC_SUCCESS) || !check(k, local, remote))
			return false;
	}
	return true;
}

bool keys_traffic(struct keys *k, struct vb_end *from, const struct keys_view *local,
	struct vb_end *to, const struct keys_view *remote, uint32_t what)
{
	static const enum ibv_wr_opcode codes[] = {
		IBV_WR_RDMA_WRITE, IBV_WR_RDMA_READ, IBV_WR_SEND};
	uint32_t room = local->len < remote->len ? local->len : remote->len;

	for (uint32_t i = 0; i < 3; i++) {
		uint32_t len = 1 + vb_below(&k->rng, room);
		uint32_t loff = vb_below(&k->rng, local->len - len + 1);
		uint32_t roff = vb_below(&k->rng, remote->len - len + 1);
		struct vb_op op = {
			.opcode = codes[i],
			.wr_id = i + 1,
			.addr = local->base + loff,
			.len = len,
			.lkey = local->key,
			.raddr = remote->base + roff,
			.rkey = remote->key,
		};

		if (!(what & 1u << i))
			continue;
		vb_mem_fill(i == 1 ? remote->mem : local->mem, &k->rng);
		if (op.opcode == IBV_WR_SEND &&
			!vb_post_recv(to, 0x70, remote->base + roff, len, remote->key))
			return false;
		if (!vb_do(from, &op, IBV_WC_SUCCESS) ||
			(op.opcode == IBV_WR_SEND && !vb_expect(to, 0x70, IBV_WC_SUCCESS)))
			return false;
		if (op.opcode == IBV_WR_RDMA_READ)
			keys_view_copy(local, loff, remote, roff, len);
		else
			keys_view_copy(remote, roff, local, loff, len);
		if (!check(k, local, remote))
			return false;
	}
	return !(what & KEYS_ATOMIC) || atomics(k, from, local, remote);
}

bool keys_outcome(
	struct keys *k, struct vb_end *from, const struct vb_op *op, enum ibv_wc_status status)
{
	bool ok = vb_do(from, op, status) && vb_mem_check(&k->ma, "a's memory") &&
		  vb_mem_check(&k->mb, "b's memory");

	return (status == IBV_WC_SUCCESS || vb_join(&k->a, &k->b)) && ok;
}

bool keys_step(struct keys *k, const char *name, bool ok)
{
	if (vb_step(&k->log, name, ok))
		return true;
	memcpy(k->ma.want, k->ma.buf, k->ma.len);
	memcpy(k->mb.want, k->mb.buf, k->mb.len);
	if (!vb_join(&k->a, &k->b))
		vb_step(&k->log, "join_again", false);
	return false;
}

bool keys_try(struct keys *k, struct vb_end *from, bool write, uint64_t addr, uint32_t len,
	uint32_t key, enum ibv_wc_status status)
{
	struct vb_mem *m = mem_of(k, from);
	struct vb_op op = {
		.opcode = write ? IBV_WR_RDMA_WRITE : IBV_WR_RDMA_READ,
		.wr_id = 0x7e,
		.addr = (uintptr_t)m->buf,
		.len = len,
		.lkey = m->mr->lkey,
		.raddr = addr,
		.rkey = key,
	};

	return keys_outcome(k, from, &op, status);
}
