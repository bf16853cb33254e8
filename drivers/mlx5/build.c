/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * One request of several WQEs: each is placed behind the last, padding and all, and nothing is the queue's
 * before the commit.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/umr.h"

void lac_build_begin(struct lac_build *b, struct lac_sq *q)
{
	lac_sq_settle(q);
	b->q = q;
	b->pi = q->pi;
	b->list = q->list_pi;
	b->pads = 0;
	b->fm = q->fm;
	b->db = q->db;
}

int lac_build_wqe(struct lac_build *b, uint32_t bb, uint8_t **p)
{
	struct lac_sq *q = b->q;
	const uint32_t left = q->mask + 1 - (b->pi & q->mask), pad = bb > left ? left : 0;

	if (lac_sq_full(q, b->pi, pad + bb))
		return -EAGAIN;
	lac_sq_pad_at(q, b->pi, pad);
	b->pads += pad;
	b->pi += pad;
	*p = lac_sq_at(q, b->pi);
	return 0;
}

void lac_build_record(struct lac_build *b, uint32_t pi, uint32_t bb, unsigned int op,
	unsigned int wr_flags, unsigned int fl, uint64_t cookie)
{
	struct lac_wr *w = &b->q->wr[pi & b->q->mask];

	w->cookie = cookie;
	lac_wr_(w, bb, op, wr_flags | (fl & LAC_SIGNAL ? LAC_WR_SIGNALLED : 0));
	w->list = b->list;
}

LAC_COLD int lac_list_place_any(
	const struct lac_sq *q, uint32_t units, uint32_t *pi, uint8_t **list)
{
	const uint32_t size = q->list_mask + 1, used = *pi - q->list_ci;
	uint32_t pad = 0;

	if (units > size)
		return -E2BIG;
	if ((*pi & q->list_mask) + units > size)
		pad = size - (*pi & q->list_mask);
	/* of an empty ring the padding holds nothing, so it costs nothing */
	if (used != 0 && (uint64_t)used + pad + units > size)
		return -EAGAIN;
	*pi += pad;
	*list = q->list + (size_t)(*pi & q->list_mask) * LAC_LIST_UNIT;
	*pi += units;
	return 0;
}

int lac_build_umr(struct lac_build *b, const struct lac_kclass *c, uint32_t octowords,
	struct lac_umr_place *at)
{
	const uint32_t groups = (octowords + 3) / 4;
	int r;

	at->inl = octowords <= c->inl_max;
	at->octowords = groups * 4;
	at->bb = at->inl ? 2 + groups : 3;
	at->ds = at->inl ? 8 + groups * 4 : 9;
	r = lac_build_wqe(b, at->bb, &at->wqe);
	if (r < 0)
		return r;
	at->pi = b->pi;
	b->pi += at->bb;
	if (at->inl) {
		at->list = at->wqe + 128;
		return 0;
	}
	return lac_list_place(b->q, at->octowords, &b->list, &at->list);
}

void lac_build_umr_head(struct lac_build *b, const struct lac_kclass *c,
	const struct lac_umr_place *at, unsigned int fl, uint32_t key_be, uint64_t start,
	uint64_t len, unsigned int wr_flags, uint64_t cookie)
{
	struct lac_sq *q = b->q;
	const uint64_t ctl = lac_ctl_(q, LAC_WQE_UMR, at->ds);

	b->db = ctl + lac_index_(at->pi);
	lac_umr_head_(c, at->wqe, b->db, at->octowords, lac_umr_fcs_(q, b->fm, fl), key_be,
		lac_span_of_(start, len));
	if (!at->inl)
		lac_umr_points(q, c, at->wqe, at->list, at->octowords);
	lac_build_record(b, at->pi, at->bb, LAC_OP_MAP, wr_flags, fl, cookie);
	b->fm = LAC_FCS_(LAC_FM_SMALL);
}

void lac_build_commit(struct lac_build *b, unsigned int fl)
{
	b->q->list_pi = b->list;
	if (fl & LAC_FENCE)
		b->q->rd = 0;
	lac_sq_take(b->q, b->pads, b->pi, b->db, b->fm);
}

int lac_build_refuse(struct lac_build *b, uint32_t bb, uint32_t units, int why)
{
	struct lac_sq *q = b->q;
	char arg[96];

	if (why == -E2BIG || (q->list && units > q->list_mask + 1)) {
		snprintf(arg, sizeof(arg), "the list ring has %u entries",
			q->list ? (q->list_mask + 1) * LAC_LIST_UNIT_ENTRIES : 0);
		return lac_sq_no(q, -E2BIG, LAC_AT_ARGS, 0, arg);
	}
	return lac_sq_refuse(q, q->pi, bb, why);
}
