/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Page lists (MEM_REG): 8-byte entries, address and presence bits, in groups of 8 (4 octowords). Every piece but
 * the first begins on a page boundary, every piece but the last ends on one; the key's first address keeps
 * the offset into the first page. (Linux: ib_map_mr_sg() and mlx5_ib's page lists, in words.)
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/umr.h"

#define MTT_PRESENT 3u /* readable and writable: the key's rights decide */

/* Counts pages; index of the first piece that breaks the rule, or UINT32_MAX. */
static uint32_t pages_count(const struct lac_sq *q, const struct lac_map_req *r, uint64_t *pages)
{
	const uint64_t mask = (UINT64_C(1) << r->c->page_log2) - 1;
	uint64_t end = 0;
	bool first = true;
	struct lac_pieces it;

	*pages = 0;
	lac_pieces_of(&it, r->s, lac_sq_dma_lkey(q).be);
	while (lac_piece_next(&it)) {
		if (!first && ((it.addr & mask) || (end & mask)))
			return it.i - 1;
		if (first && !r->c->start_mask && (it.addr & mask))
			return it.i - 1;
		first = false;
		end = it.addr + it.len;
		*pages += ((end + mask) >> r->c->page_log2) - (it.addr >> r->c->page_log2);
	}
	return UINT32_MAX;
}

static uint32_t pages_fill(const struct lac_sq *q, const struct lac_map_req *r, uint8_t *list)
{
	const uint64_t page = UINT64_C(1) << r->c->page_log2;
	struct lac_pieces it;
	uint32_t n = 0;
	uint64_t at;

	lac_pieces_of(&it, r->s, lac_sq_dma_lkey(q).be);
	while (lac_piece_next(&it))
		for (at = it.addr & ~(page - 1); at < it.addr + it.len; at += page)
			lac_store64_(list + (size_t)n++ * 8, __builtin_bswap64(at | MTT_PRESENT));
	for (at = n; at & 7; at++)
		lac_store64_(list + (size_t)at * 8, 0);
	return n;
}

int lac_map_pages(struct lac_sq *q, struct lac_map_req *r)
{
	uint32_t be = lac_key_next_be(r->k->be), bad;
	struct lac_umr_place at;
	struct lac_measure m;
	struct lac_build b;
	uint64_t pages;
	char arg[96];
	int err;

	if (r->s.kind == LAC_SRC_LOC)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, "a page list has no keys");
	lac_sq_see_hull(q);
	lac_measure(q, r->s, &m);
	if (m.entries == 0)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, "no bytes");
	if (m.stray != UINT32_MAX)
		return lac_sq_no(q, -EFAULT, LAC_AT_SOURCE, m.stray,
			"outside the memory that devices can reach");
	bad = pages_count(q, r, &pages);
	if (bad != UINT32_MAX)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, bad, "not on a page boundary");
	if (m.overflow)
		return lac_sq_no(q, -EMSGSIZE, LAC_AT_SOURCE, 0, "the total overflows 64 bits");
	if (r->len && r->len != m.sum)
		return lac_sq_no(
			q, -EINVAL, LAC_AT_SOURCE, 0, "the pieces disagree with the total");
	if (pages > r->c->max) {
		snprintf(arg, sizeof(arg), "%llu pages, the class has %u",
			(unsigned long long)pages, r->c->max);
		return lac_sq_no(q, -E2BIG, LAC_AT_SOURCE, 0, arg);
	}
	if (r->more && m.sum > q->msg_max)
		return lac_sq_no(q, -EMSGSIZE, LAC_AT_ARGS, 0, "bytes of one message");
	lac_build_begin(&b, q);
	err = lac_build_umr(&b, r->c, (uint32_t)((pages + 7) / 8 * 4), &at);
	if (err == 0 && lac_sq_full(q, b.pi, r->more))
		err = -EAGAIN;
	if (err < 0)
		return lac_build_refuse(&b, at.bb + r->more, 0, err);
	pages_fill(q, r, at.list);
	r->sum = m.sum;
	r->start = m.first & r->c->start_mask;
	lac_build_umr_head(&b, r->c, &at, r->fl, be, r->start, r->sum, r->wr_flags, r->cookie);
	lac_key_touch_(q, r->k, be, LAC_KEY_LIVE, at.pi);
	lac_build_commit(&b, r->fl);
	q->n[at.inl ? LAC_SQ_MAPS_INLINE : LAC_SQ_MAPS_LIST]++;
	return 0;
}
