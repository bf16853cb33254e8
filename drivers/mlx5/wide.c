/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The hot path's inline code, compiled once for each instruction set (meson.build, LAC_WIDE its name): lists, and registrations
 * whose list stands in the WQE, for callers that are not compiled for it themselves.
 */
#include "mlx5/umr.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)

/* @call with (t).kind a constant where it is served, so that no loop asks for it. */
#define KIND(t, k, call)      \
	case k:               \
		(t).kind = k; \
		call;         \
		break;
#define EACH_KIND(t, call)                  \
	switch ((t).kind) {                 \
		KIND(t, LAC_SRC_IOV, call)  \
		KIND(t, LAC_SRC_OL, call)   \
		KIND(t, LAC_SRC_LOC, call)  \
		KIND(t, LAC_SRC_MBUF, call) \
	default:                            \
		break;                      \
	}

struct lac_acc JOIN(lac_klm_, LAC_WIDE)(
	uint8_t *dst, const struct lac_src *s, const struct lac_klm_ctx *x)
{
	struct lac_src t = *s;
	struct lac_acc acc = {0, 1};

	EACH_KIND(t, acc = lac_klm_fill_(dst, t, x));
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
		return lac_list_try_(q, k, c, s, len, 0, LAC_OP_MAP, lac_rem_none_(), fl, cookie);
	if (op == LAC_OP_READ)
		return lac_list_try_(q, k, c, s, len, LAC_WQE_READ, LAC_OP_READ, *then, fl, cookie);
	return lac_list_try_(q, k, c, s, len, LAC_WQE_WRITE, LAC_OP_WRITE, *then, fl, cookie);
}

int JOIN(lac_map_, LAC_WIDE)(struct lac_sq *q, struct lac_key *k, const struct lac_src *s,
	uint64_t len, unsigned int fl, uint64_t cookie, const struct lac_rem *then, unsigned int op)
{
	struct lac_src t = *s;
	int r = 1;

	EACH_KIND(t, r = map(q, k, t, len, fl, cookie, then, op));
	return r;
}
