/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The hot path's code, compiled once for each instruction set (meson.build, LAC_WIDE its name): lists, and registrations whose
 * list stands in the WQE or is pointed to, with the transfer behind them. What is not as usual goes to lac_map_closer(), and
 * nothing has changed then.
 */
#include "mlx5/umr.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)
#define APART       static __attribute__((noinline))

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

/*
 * Many entries at a time. A list ring is larger than the nearest cache, and loads are held up by stores that wait for
 * lines: so lines are asked for AHEAD bytes before they are written, behind the list's end too, where the next one begins.
 */
#define AHEAD 512u

#if defined(LAC_HAS_AVX512_)
#define MANY 32u

LAC_FORCE_ void line(struct lac_avx512_ *t, uint32_t kind, uint8_t *dst, const uint8_t *v, size_t i)
{
	__builtin_prefetch(dst + AHEAD + i * 64, 1);
	lac_turn_avx512_(t, kind, dst + i * 64,
		lac_piece_avx512_(kind, v + 4 * i * lac_piece_bytes_(kind), t->base));
}
#define BEGIN lac_begin_avx512_
#define JUDGE lac_judge_avx512_
typedef struct lac_avx512_ many_t;
#elif defined(LAC_HAS_AVX2_)
#define MANY  32u

LAC_FORCE_ void line(struct lac_avx2_ *t, uint32_t kind, uint8_t *dst, const uint8_t *v, size_t i)
{
	__builtin_prefetch(dst + AHEAD + i * 64, 1);
	lac_line_avx2_(t, kind, dst + i * 64, v + 4 * i * lac_piece_bytes_(kind));
}
#define BEGIN lac_begin_avx2_
#define JUDGE lac_judge_avx2_
typedef struct lac_avx2_ many_t;
#endif

#if defined(MANY)
/* @s.n is a multiple of MANY, and not 0. */
LAC_FORCE_ struct lac_acc many(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *q)
{
	const struct lac_klm_ctx *const x = lac_ctx_(s.kind, q);
	const size_t bytes = lac_piece_bytes_(s.kind);
	const uint8_t *v = (const uint8_t *)s.v, *const end = v + s.n * bytes;
	many_t t = BEGIN(s, x);

	do {
		line(&t, s.kind, dst, v, 0);
		line(&t, s.kind, dst, v, 1);
		line(&t, s.kind, dst, v, 2);
		line(&t, s.kind, dst, v, 3);
		line(&t, s.kind, dst, v, 4);
		line(&t, s.kind, dst, v, 5);
		line(&t, s.kind, dst, v, 6);
		line(&t, s.kind, dst, v, 7);
		dst += MANY * 16;
		v += MANY * bytes;
	} while (v != end);
	return JUDGE(&t, x);
}
#endif

/* As inline code does it, but what is long. */
LAC_FORCE_ struct lac_acc fill(uint8_t *dst, struct lac_src s, const struct lac_klm_ctx *x)
{
#if defined(MANY)
	struct lac_acc a, rest;
	struct lac_src t = s;

	if (s.kind == LAC_SRC_MBUF || s.n < MANY)
		return lac_klm_fill_(dst, s, x);
	t.n = s.n & ~(MANY - 1);
	a = many(dst, t, x);
	if (t.n == s.n)
		return a;
	lac_src_skip(&s, t.n);
	rest = lac_klm_fill_(dst + (size_t)t.n * 16, s, x);
	a.sum += rest.sum;
	a.bad |= rest.bad;
	return a;
#else
	return lac_klm_fill_(dst, s, x);
#endif
}

struct lac_acc JOIN(lac_klm_, LAC_WIDE)(
	uint8_t *dst, const struct lac_src *s, const struct lac_klm_ctx *x)
{
	struct lac_src t = *s;
	struct lac_acc acc = {0, 1};

	EACH_KIND(t, acc = fill(dst, t, x));
	if (LAC_UNLIKELY(acc.bad != 0))
		acc.bad = lac_klm_recheck(s, x);
	return acc;
}

/* 1, or what looking closer at @m comes to. */
LAC_FORCE_ int refused(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	return m->once ? 1 : lac_map_closer(q, k, m);
}

/* A list of up to hot_max entries, in the WQE. */
LAC_FORCE_ int map(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m, struct lac_src s)
{
	const struct lac_kclass *c = lac_class_(q, k);

	if (m->opcode == 0)
		return lac_list_try_(q, k, c, s, m->len, 0, LAC_OP_MAP, lac_rem_none_(), m->umr_fl,
			m->umr_fl, m->cookie);
	if (m->opcode == LAC_WQE_READ)
		return lac_list_try_(q, k, c, s, m->len, LAC_WQE_READ, LAC_OP_READ, m->to, m->fl,
			m->umr_fl, m->cookie);
	return lac_list_try_(q, k, c, s, m->len, LAC_WQE_WRITE, LAC_OP_WRITE, m->to, m->fl,
		m->umr_fl, m->cookie);
}

APART int map_short(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	struct lac_src t = m->s;
	int err = 1;

	EACH_KIND(t, err = map(q, k, m, t));
	return LAC_LIKELY(err == 0) ? 0 : refused(q, k, m);
}

/* A longer list, pointed to. */
APART int map_long(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	const struct lac_kclass *c = lac_class_(q, k);
	const uint32_t octw = (m->s.n + 3) & ~3u, more = m->opcode != 0;
	const int reads = m->opcode == LAC_WQE_READ;
	uint32_t list_pi = q->list_pi, be;
	uint8_t *list, *p = q->p;
	struct lac_acc acc;
	lac_two_ span;
	uint64_t db;

	if (LAC_UNLIKELY(m->s.n - 1 >= c->long_max) || LAC_UNLIKELY(k->state != LAC_KEY_FREE) ||
		lac_sq_shut_(q, p, 3 + more) ||
		LAC_UNLIKELY(lac_list_place(q, octw, &list_pi, &list) != 0))
		return refused(q, k, m);
	acc = JOIN(lac_klm_, LAC_WIDE)(list, &m->s, &q->x);
	if (LAC_UNLIKELY(acc.bad != 0) || lac_total_(q, acc.sum, m->len, more))
		return refused(q, k, m);
	db = lac_ctl_(q, LAC_WQE_UMR, 9) + lac_index_(q->pi);
	be = lac_key_next_be(k->be);
	span = lac_umr_span_(c, m->s, acc.sum);
	lac_umr_head_(c, p, db, octw, lac_umr_fcs_(q, q->fm, m->umr_fl), be, span);
	lac_umr_points(q, c, p, list, octw);
	q->list_pi = list_pi;
	q->n[LAC_SQ_MAPS_LIST]++;
	if (m->umr_fl & LAC_FENCE)
		q->rd = 0;
	lac_key_touch_(q, k, be, LAC_KEY_LIVE, q->pi);
	if (!more) {
		lac_wr_last_(q, q->w, 3, LAC_OP_MAP, 0, m->umr_fl, m->cookie);
		lac_sq_commit_(q, 3, db, LAC_FCS_(LAC_FM_SMALL));
		return 0;
	}
	p += 3 * LAC_BB_BYTES;
	db = lac_ctl_(q, m->opcode, 3) + lac_index_(q->pi + 3);
	lac_then_(p, db, m->to, m->fl);
	lac_data_span_(p + 32, span, be);
	lac_wr_(q->w, 3, LAC_OP_MAP, LAC_WR_PART);
	lac_wr_last_(q, q->w + 3, 1, reads ? LAC_OP_READ : LAC_OP_WRITE, reads ? LAC_WR_LENGTH : 0,
		m->fl, m->cookie);
	lac_sq_commit_(q, 4, db, 0);
	lac_sq_moved_(q, m->fl, reads, acc.sum);
	q->n[LAC_SQ_REQUESTS]++;
	return 0;
}

int JOIN(lac_map_, LAC_WIDE)(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	return m->s.n - 1 < lac_class_(q, k)->hot_max ? map_short(q, k, m) : map_long(q, k, m);
}
