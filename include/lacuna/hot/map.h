/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registrations of any length, and what is posted with them. Inline code serves lists that stand in the WQE and finds
 * nothing amiss: of up to 4 pieces always (umr.h), longer ones, which are here, where the caller is compiled for wide
 * vectors. All else is lac_sq_map_any()'s.
 *
 * Of a longer list, header, list and WRITE or READ are written in the ring's order, as lines that an adapter has read come
 * back faster so, and what the last two need is computed again rather than kept over the list. It is all behind the
 * index, so a total that proves wrong has changed nothing; one that was not given is stored when it is known.
 */
#ifndef LACUNA_HOT_MAP_H
#define LACUNA_HOT_MAP_H

#include <lacuna/hot/umr.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Pieces that inline code takes. */
#if defined(LAC_HAS_AVX2_)
#define LAC_HOT_PIECES_(c) ((c)->hot_max)
#else
#define LAC_HOT_PIECES_(c) ((c)->hot_small)
#endif

/*
 * A list of at most the class's hot_max; then, if @opcode is not 0, WRITE or READ all of it: two WQEs, one request, of
 * which the registration is the unsignalled first part, with @umr_fl, else @fl. 0, or 1: nothing has changed, look closer.
 */
LAC_FORCE_ int lac_list_try_(struct lac_sq *q, struct lac_key *k, const struct lac_kclass *c,
	struct lac_src s, uint64_t len, unsigned int opcode, unsigned int op, struct lac_rem r,
	unsigned int fl, unsigned int umr_fl, uint64_t cookie)
{
	const uint32_t more = opcode != 0;
	const int reads = opcode == LAC_WQE_READ;
	uint64_t last = (s.n - 1) & ~3u; /* entries before the last line */
	uint8_t *p = q->p, *d = p + 128 + last * 16;
	struct lac_acc acc;
	struct lac_loc l;
	struct lac_wr *w;
	uint64_t db;
	uint32_t bb, pi, be;

	if (LAC_UNLIKELY(k->state != LAC_KEY_FREE) || lac_sq_shut_(q, d, 1 + more))
		return 1;
	/* computed again from what they are now, or a compiler keeps more than there are registers for */
	LAC_UNKNOWN_(d);
	LAC_UNKNOWN_(last);
	be = lac_key_next_be(k->be);
	lac_umr_head_(c, p, q->ctl_umr + last + lac_index_(q->pi), 4,
		lac_umr_fcs_(q, q->fm, umr_fl), be,
		lac_span_of_(lac_src_first_(s) & c->start_mask, len));
	p[0x15] = (uint8_t)(last + 4); /* octowords, which are less than 256 */
	acc = lac_list_(d, s, last, &q->x, 1);
	if (LAC_UNLIKELY(acc.bad != 0))
		return 1;
	if (__builtin_constant_p(len) && len == LAC_LEN_SUM) {
		lac_store64_(q->p + 0x58, __builtin_bswap64(acc.sum));
	} else if (LAC_UNLIKELY(acc.sum != len)) {
		if (len != LAC_LEN_SUM)
			return 1;
		lac_store64_(q->p + 0x58, __builtin_bswap64(acc.sum));
	}
	if (more && LAC_UNLIKELY(acc.sum > q->msg_hot))
		return 1;
	LAC_UNKNOWN_(last);
	be = lac_key_next_be(k->be);
	db = q->ctl_umr + last + lac_index_(q->pi);
	if (more) {
		l.addr = lac_src_first_(s) & c->start_mask;
		l.len = (uint32_t)acc.sum;
		l.key.be = be;
		db = lac_ctl_(q, opcode, 3) + lac_index_(q->pi + 3 + (uint32_t)last / 4);
		lac_then_(d + 64, db, r, fl);
		lac_data_(d + 96, l);
	}
	bb = 3 + (uint32_t)last / 4;
	pi = q->pi;
	w = q->w;
	if (more) {
		lac_wr_(w, bb, LAC_OP_MAP, LAC_WR_PART);
		w = (struct lac_wr *)(void *)((uint8_t *)w + 48 + last * 4);
		lac_wr_last_(q, w, 1, op, reads ? LAC_WR_LENGTH : 0, fl, cookie);
		w++;
	} else {
		lac_wr_last_(q, w, bb, LAC_OP_MAP, 0, fl, cookie);
		w = (struct lac_wr *)(void *)((uint8_t *)w + 48 + last * 4);
	}
	lac_key_touch_(q, k, be, LAC_KEY_LIVE, pi);
	lac_store64_(&q->p, (uint64_t)(uintptr_t)(d + 64 + 64 * more));
	lac_store64_(&q->w, (uint64_t)(uintptr_t)w);
	q->pi = pi + bb + more;
	q->db = db;
	if (more) {
		if (umr_fl & LAC_FENCE)
			q->rd = 0;
		q->fm = 0;
		lac_sq_moved_(q, fl, reads, acc.sum);
		q->n[LAC_SQ_MAPS_THEN]++;
	} else {
		q->fm = LAC_FCS_(LAC_FM_SMALL);
		if (umr_fl & LAC_FENCE)
			q->rd = 0;
		q->n[LAC_SQ_MAPS_INLINE]++;
	}
	return 0;
}

/* To the library, with copies, so that a caller's own need not be in memory. */
LAC_FORCE_ int lac_map_cold_(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int opcode, struct lac_rem to, unsigned int fl, uint64_t cookie)
{
	struct lac_map_ m;

	m.s = s;
	m.len = len;
	m.cookie = cookie;
	m.to = to;
	m.opcode = opcode;
	m.fl = fl;
	m.umr_fl = opcode ? 0 : fl;
	m.once = 0;
	return lac_sq_map_any(q, k, &m);
}

LAC_FORCE_ int lac_map_(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int fl, uint64_t cookie)
{
	const struct lac_kclass *c = lac_class_(q, k);

	if (s.n - 1 < c->hot_small) {
		if (LAC_LIKELY(lac_map_try_(q, k, c, s, len, fl, cookie) == 0))
			return 0;
	} else if (s.n - 1 < LAC_HOT_PIECES_(c)) {
		if (LAC_LIKELY(lac_list_try_(q, k, c, s, len, 0, LAC_OP_MAP, lac_rem_none_(), fl,
				       fl, cookie) == 0))
			return 0;
	}
	return lac_map_cold_(q, k, s, len, 0, lac_rem_none_(), fl, cookie);
}

LAC_FORCE_ int lac_map_then_(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int opcode, unsigned int op, struct lac_rem r, unsigned int fl, uint64_t cookie)
{
	const struct lac_kclass *c = lac_class_(q, k);

	if (s.n - 1 < c->hot_small) {
		if (LAC_LIKELY(lac_map_then_try_(q, k, c, s, len, opcode, op, r, fl, cookie) == 0))
			return 0;
	} else if (s.n - 1 < LAC_HOT_PIECES_(c)) {
		if (LAC_LIKELY(lac_list_try_(q, k, c, s, len, opcode, op, r, fl, 0, cookie) == 0))
			return 0;
	}
	return lac_map_cold_(q, k, s, len, opcode, r, fl, cookie);
}

#ifdef __cplusplus
}
#endif

#endif
