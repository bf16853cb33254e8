/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The hot path's inline code, compiled once for each instruction set (meson.build, LAC_WIDE its name): lists, and registrations
 * whose list stands in the WQE, for callers that are not compiled for it themselves.
 */
#include "mlx5/umr.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)

static struct lac_acc __attribute__((noinline))
other(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
	return lac_klm_fill_(dst, s, x);
}

/* Each kind a constant where it is served, so that no loop asks for it. */
struct lac_acc JOIN(lac_klm_, LAC_WIDE)(
	uint8_t *dst, const struct lac_src *s, const struct lac_klm_ctx *x)
{
	struct lac_src t = *s;
	struct lac_acc acc;

	if (t.kind == LAC_SRC_LOC || t.kind == LAC_SRC_MBUF)
		return other(dst, t, x);
	if (t.kind == LAC_SRC_IOV) {
		t.kind = LAC_SRC_IOV;
		acc = lac_klm_fill_(dst, t, x);
	} else {
		t.kind = LAC_SRC_OL;
		acc = lac_klm_fill_(dst, t, x);
	}
	if (LAC_UNLIKELY(acc.bad != 0))
		acc.bad = lac_klm_recheck(s, x);
	return acc;
}

LAC_FORCE_ int map(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int fl, uint64_t cookie, const struct lac_rem *then, unsigned int op)
{
	const struct lac_kclass *c = lac_class_(q, k);

	if (s.n - 1 >= c->hot_max)
		return 1;
	if (!then)
		return lac_map_try_(q, k, c, s, len, fl, cookie, 0);
	if (op == LAC_OP_READ)
		return lac_map_then_try_(
			q, k, c, s, len, LAC_WQE_READ, LAC_OP_READ, *then, fl, cookie, 0);
	return lac_map_then_try_(
		q, k, c, s, len, LAC_WQE_WRITE, LAC_OP_WRITE, *then, fl, cookie, 0);
}

int JOIN(lac_map_, LAC_WIDE)(struct lac_sq *q, struct lac_key *k, const struct lac_src *s,
	uint64_t len, unsigned int fl, uint64_t cookie, const struct lac_rem *then, unsigned int op)
{
	struct lac_src t = *s;

	if (t.kind == LAC_SRC_IOV) {
		t.kind = LAC_SRC_IOV;
		return map(q, k, t, len, fl, cookie, then, op);
	}
	return map(q, k, t, len, fl, cookie, then, op);
}
