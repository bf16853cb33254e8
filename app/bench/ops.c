/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The timed code of posting. It is compiled once as all else is, and once for each set of wider vectors that an
 * application may be compiled for (OPS_POST names the copy). Each operation is one call of the public API; it is compiled into two loops: a doorbell behind each, all
 * signalled, and a doorbell behind sixteen, the last signalled.
 */
#include <lacuna/src_mbuf.h>

#include "work.h"

#ifndef OPS_POST
#define OPS_POST ops_post
#endif
#define ALWAYS static inline __attribute__((always_inline))

ALWAYS struct lac_src source(const struct list *l, unsigned int kind)
{
	switch (kind) {
	case LAC_SRC_OL:
		return lac_src_ol(l->base, l->v, l->n);
	case LAC_SRC_LOC:
		return lac_src_loc(l->v, l->n);
	case LAC_SRC_MBUF:
		return lac_src_mbuf(l->v);
	default:
		return lac_src_iov(l->v, l->n);
	}
}

/* What an application has at hand in its loop. */
struct hand {
	struct lac_sq *q;
	struct lac_key *key;
	const struct list *lists;
	struct lac_rem to;
	struct lac_loc from;
	uint32_t ops;
};

ALWAYS struct hand hand(const struct run *x)
{
	const struct hand h = {x->q, x->key, x->lists, x->to, x->from, x->ops};

	return h;
}

ALWAYS int post(struct run *x, const struct hand *h, enum op op, unsigned int kind, uint32_t i,
	unsigned int fl)
{
	const struct list *l = &h->lists[i % LISTS];
	struct lac_sq *q = h->q;
	struct lac_key *k;

	switch (op) {
	case OP_MAP_WRITE:
		return lac_sq_map_write(q, &h->key[i], source(l, kind), l->len, h->to, fl, i);
	case OP_MAP_WRITE_SUM:
		return lac_sq_map_write(q, &h->key[i], source(l, kind), LAC_LEN_SUM, h->to, fl, i);
	case OP_MAP:
		return lac_sq_map(q, &h->key[i], source(l, kind), l->len, fl, i);
	case OP_INV:
		return lac_sq_inv(q, &h->key[i], fl, i);
	case OP_TURN:
		k = &h->key[turn_key(x->next++, x->live)];
		return lac_sq_inv(q, k, 0, i) |
		       lac_sq_map_write(q, k, source(l, kind), l->len, h->to, fl, i);
	case OP_WRITE:
		return lac_sq_write(q, h->from, h->to, fl, i);
	case OP_READ:
		return lac_sq_read(q, h->from, h->to, fl, i);
	case OP_SEND_INL:
		return lac_sq_send_inl(q, x->image, SEND_INL_BYTES, fl, i);
	default:
		return -EINVAL;
	}
}

ALWAYS void one_a_doorbell(struct run *x, enum op op, unsigned int kind)
{
	const struct hand h = hand(x);
	uint32_t i;

	for (i = 0; i < h.ops; i++) {
		if (LAC_UNLIKELY(post(x, &h, op, kind, i, LAC_SIGNAL) != 0))
			x->failed++;
		lac_sq_ring(h.q);
	}
}

ALWAYS void sixteen_a_doorbell(struct run *x, enum op op, unsigned int kind)
{
	const struct hand h = hand(x);
	uint32_t i, j;

	for (i = 0; i < h.ops; i += 16) {
		for (j = i; j < i + 15; j++)
			if (LAC_UNLIKELY(post(x, &h, op, kind, j, 0) != 0))
				x->failed++;
		if (LAC_UNLIKELY(post(x, &h, op, kind, j, LAC_SIGNAL) != 0))
			x->failed++;
		lac_sq_ring(h.q);
	}
}

#define RUNS(name, op, kind)                                           \
	static __attribute__((noinline)) void name##_1(struct run *x)  \
	{                                                              \
		one_a_doorbell(x, op, kind);                           \
	}                                                              \
	static __attribute__((noinline)) void name##_16(struct run *x) \
	{                                                              \
		sixteen_a_doorbell(x, op, kind);                       \
	}

RUNS(map_write_iov, OP_MAP_WRITE, LAC_SRC_IOV)
RUNS(map_write_ol, OP_MAP_WRITE, LAC_SRC_OL)
RUNS(map_write_loc, OP_MAP_WRITE, LAC_SRC_LOC)
RUNS(map_write_mbuf, OP_MAP_WRITE, LAC_SRC_MBUF)
RUNS(map_write_sum_iov, OP_MAP_WRITE_SUM, LAC_SRC_IOV)
RUNS(map_iov, OP_MAP, LAC_SRC_IOV)
RUNS(inv, OP_INV, 0)
RUNS(turn_iov, OP_TURN, LAC_SRC_IOV)
RUNS(write, OP_WRITE, 0)
RUNS(read, OP_READ, 0)
RUNS(send_inl, OP_SEND_INL, 0)

static const struct {
	enum op op;
	unsigned int kind;
	run_fn *one, *sixteen;
} table[] = {
	{OP_MAP_WRITE, LAC_SRC_IOV, map_write_iov_1, map_write_iov_16},
	{OP_MAP_WRITE, LAC_SRC_OL, map_write_ol_1, map_write_ol_16},
	{OP_MAP_WRITE, LAC_SRC_LOC, map_write_loc_1, map_write_loc_16},
	{OP_MAP_WRITE, LAC_SRC_MBUF, map_write_mbuf_1, map_write_mbuf_16},
	{OP_MAP_WRITE_SUM, LAC_SRC_IOV, map_write_sum_iov_1, map_write_sum_iov_16},
	{OP_MAP, LAC_SRC_IOV, map_iov_1, map_iov_16},
	{OP_INV, 0, inv_1, inv_16},
	{OP_TURN, LAC_SRC_IOV, turn_iov_1, turn_iov_16},
	{OP_WRITE, 0, write_1, write_16},
	{OP_READ, 0, read_1, read_16},
	{OP_SEND_INL, 0, send_inl_1, send_inl_16},
};

run_fn *OPS_POST(enum op op, unsigned int kind, unsigned int batch)
{
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].op == op && table[i].kind == kind)
			return batch == 1 ? table[i].one : table[i].sixteen;
	return NULL;
}
