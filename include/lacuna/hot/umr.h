/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registration and invalidation by UMR WQE: control 16, UMR control 48, key context 64 bytes, then the list.
 * What keys of a class have in common is copied from two template lines; few words are patched. Inline code
 * serves the list that stands in the WQE and finds nothing amiss; all else is lac_sq_map_any()'s.
 */
#ifndef LACUNA_HOT_UMR_H
#define LACUNA_HOT_UMR_H

#include <lacuna/hot/post.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Fence of a UMR: what is pending, and what the device wants of each (capability umr_fence). */
LAC_FORCE_ unsigned int lac_fm_umr_(const struct lac_sq *q, unsigned int fl)
{
	unsigned int fm = q->fm | q->umr_fm;

	if ((fl & LAC_FENCE) && fm != LAC_FM_STRONG)
		fm = LAC_FM_SMALL_AND_FENCE;
	return fm;
}

/* The two header lines. @ds and @octowords tell the list's form; @flags replace the template's if not 0. */
LAC_FORCE_ uint64_t lac_umr_head_(const struct lac_sq *q, const struct lac_kclass *c, uint8_t *p,
	uint32_t pi, uint32_t ds, uint32_t octowords, unsigned int fm_ce_se, uint32_t key_be,
	uint64_t start, uint64_t len)
{
	uint16_t octw = __builtin_bswap16((uint16_t)octowords);
	uint64_t db;

	memcpy(p, c->line0, 64);
	db = lac_ctrl_(q, p, pi, LAC_WQE_UMR, ds, fm_ce_se, key_be);
	memcpy(p + 0x14, &octw, 2);
	memcpy(p + 0x40, c->line1, 64);
	lac_store32_(p + 0x44, (key_be & 0xff000000u) | 0x00ffffffu);
	lac_store64_(p + 0x50, __builtin_bswap64(start & c->start_mask));
	lac_store64_(p + 0x58, __builtin_bswap64(len));
	return db;
}

/* A registration being built. */
struct lac_umr_ {
	uint64_t db, start, sum;
	uint32_t pi, bb, be;
};

/*
 * Builds in ring space behind the index, with room for @more WQEBBs after it. 0, or nothing has changed and
 * the request is for lac_sq_map_any(). @len 0 asks for the sum: the header is then written last.
 */
LAC_FORCE_ int lac_umr_build_(struct lac_sq *q, const struct lac_key *k, struct lac_src s,
	uint64_t len, unsigned int fl, uint32_t more, struct lac_umr_ *u)
{
	const struct lac_kclass *c = &q->cls[k->cls];
	const struct lac_klm_ctx x = {q->hull_lo, q->hull_hi, q->dma};
	const uint32_t groups = (s.n + 3) / 4;
	const unsigned int ctl = lac_fm_umr_(q, fl) | (fl & (LAC_SIGNAL | LAC_SOLICIT));
	struct lac_acc acc;
	uint8_t *p;

	if (LAC_UNLIKELY(s.n - 1 >= c->hot_max) || LAC_UNLIKELY(k->state != LAC_KEY_FREE))
		return -1;
	u->db = 0;
	u->bb = 2 + groups;
	u->pi = lac_sq_place_(q, u->bb);
	if (lac_sq_full_(q, u->pi, u->bb + more))
		return -1;
	p = lac_sq_at_(q, u->pi);
	u->be = lac_key_next_be(k->be);
	u->start = lac_src_first_(s) & c->start_mask;
	if (len)
		u->db = lac_umr_head_(
			q, c, p, u->pi, 8 + groups * 4, groups * 4, ctl, u->be, u->start, len);
	acc = lac_klm_fill_(p + 128, s, &x);
	if (LAC_UNLIKELY(acc.bad != 0) || (len && LAC_UNLIKELY(acc.sum != len)))
		return -1;
	if (!len)
		u->db = lac_umr_head_(
			q, c, p, u->pi, 8 + groups * 4, groups * 4, ctl, u->be, u->start, acc.sum);
	u->sum = acc.sum;
	return 0;
}

/* The key's part of a commit. */
LAC_FORCE_ void lac_key_touch_(const struct lac_sq *q, struct lac_key *k, uint32_t be,
	enum lac_key_state state, uint32_t pi)
{
	k->be = be;
	k->state = (uint8_t)state;
	k->seq = pi;
	k->owner = q->qpn_be;
}

/* The queue's part: what follows waits for the UMR, and what was fenced is done. */
LAC_FORCE_ void lac_sq_umr_done_(struct lac_sq *q, unsigned int fl)
{
	q->fm = LAC_FM_SMALL;
	if (fl & LAC_FENCE)
		q->rd = 0;
}

LAC_FORCE_ int lac_map_(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int fl, uint64_t cookie)
{
	struct lac_umr_ u;

	if (LAC_UNLIKELY(lac_umr_build_(q, k, s, len, fl, 0, &u) != 0))
		return lac_sq_map_any(q, k, s, len, fl, cookie, NULL, 0);
	lac_sq_record_(q, u.pi, u.bb, LAC_OP_MAP, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0,
		q->list_pi, cookie);
	lac_key_touch_(q, k, u.be, LAC_KEY_LIVE, u.pi);
	lac_sq_umr_done_(q, fl);
	lac_sq_commit_(q, u.pi + u.bb, u.db, fl);
	q->n[LAC_SQ_MAPS_INLINE]++;
	return 0;
}

/* Two WQEs, one request: the registration is its unsignalled first part. */
LAC_FORCE_ int lac_map_then_(struct lac_sq *q, struct lac_key *k, struct lac_src s, uint64_t len,
	unsigned int opcode, unsigned int op, struct lac_rem r, unsigned int fl, uint64_t cookie)
{
	struct lac_umr_ u;
	struct lac_loc l;
	uint64_t db;
	uint8_t *p;

	if (LAC_UNLIKELY(lac_umr_build_(q, k, s, len, 0, 1, &u) != 0) ||
		LAC_UNLIKELY(u.sum > q->msg_max))
		return lac_sq_map_any(q, k, s, len, fl, cookie, &r, op);
	lac_sq_record_(q, u.pi, u.bb, LAC_OP_MAP, LAC_WR_PART, q->list_pi, cookie);
	u.pi += u.bb;
	p = lac_sq_at_(q, u.pi);
	l.addr = u.start;
	l.len = (uint32_t)u.sum;
	l.key.be = u.be;
	db = lac_ctrl_(q, p, u.pi, opcode, 3,
		(fl & LAC_FENCE ? (unsigned int)LAC_FM_SMALL_AND_FENCE
				: (unsigned int)LAC_FM_SMALL) |
			(fl & (LAC_SIGNAL | LAC_SOLICIT)),
		0);
	lac_raddr_(p + 16, r);
	lac_data_(p + 32, l);
	lac_sq_record_(q, u.pi, 1, op, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_key_touch_(q, k, u.be, LAC_KEY_LIVE, u.pi - u.bb);
	lac_sq_commit_(q, u.pi + 1, db, fl);
	lac_sq_moved_(q, fl, opcode == LAC_WQE_READ, u.sum);
	q->n[LAC_SQ_MAPS_INLINE]++;
	return 0;
}

/*
 * Local invalidation, as rdma-core posts it: no list, the key free and its byte cleared. 8 DS. It waits
 * for READs and atomics, which may still use the key.
 */
LAC_FORCE_ uint64_t lac_inv_build_(
	const struct lac_sq *q, uint8_t *p, uint32_t pi, unsigned int fm_ce_se, uint32_t key_be)
{
	uint64_t db;

	memset(p, 0, 128);
	db = lac_ctrl_(q, p, pi, LAC_WQE_UMR, 8, fm_ce_se, key_be);
	p[0x10] = LAC_UMR_INLINE | LAC_UMR_XLT_OFFSET | LAC_UMR_CHECK_QPN;
	lac_store64_(p + 0x18, __builtin_bswap64(LAC_UMR_M_FREE | LAC_UMR_M_KEY | LAC_UMR_M_QPN));
	p[0x40] = LAC_MKEY_FREE;
	lac_store32_(p + 0x44, 0x00ffffffu);
	return db;
}

LAC_FORCE_ int lac_inv_(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	unsigned int fence = fl & LAC_FENCE || q->rd ? (unsigned int)LAC_FENCE : 0;
	uint32_t pi = lac_sq_place_(q, 2);
	uint64_t db;

	if (LAC_UNLIKELY(k->state != LAC_KEY_LIVE) || LAC_UNLIKELY(k->flags & LAC_KF_NESTED) ||
		lac_sq_full_(q, pi, 2))
		return lac_sq_inv_any(q, k, fl, cookie);
	db = lac_inv_build_(q, lac_sq_at_(q, pi), pi,
		lac_fm_(q, (fl & ~(unsigned int)LAC_FENCE) | fence), k->be);
	lac_sq_record_(
		q, pi, 2, LAC_OP_INV, fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0, q->list_pi, cookie);
	lac_key_touch_(q, k, k->be, LAC_KEY_FREE, pi);
	lac_sq_umr_done_(q, fence);
	lac_sq_commit_(q, pi + 2, db, fl);
	q->n[LAC_SQ_INVS]++;
	return 0;
}

#ifdef __cplusplus
}
#endif

#endif
