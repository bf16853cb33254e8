/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Keys over keys: a list longer than one UMR can take is cut into child registrations, and the key is
 * registered over them. Children are zero-based and have local rights only; a child over 2 GiB spans several
 * entries of its parent. All WQEs are one request: children first, unsignalled, the parent fenced behind
 * them. An invalidation ends the parent first, then the children.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/umr.h"

/* The children of @k: per_key of them, in the order of the class. */
static struct lac_key *kids_of(const struct lac_kclass *c, const struct lac_key *k)
{
	const struct lac_keys *keys = c->keys;

	return &keys->child->key[(size_t)(k - keys->key) * keys->per_key];
}

/* WQEBBs and list units that @entries take, without padding and with the worst of it. */
static void cost(const struct lac_kclass *c, const struct lac_kclass *kid, uint64_t entries,
	uint32_t parent, uint32_t *bb, uint32_t *units)
{
	const uint32_t kids = (uint32_t)((entries + c->list_max - 1) / c->list_max);
	const uint32_t last = (uint32_t)(entries - (uint64_t)(kids - 1) * c->list_max);
	uint32_t one = (c->list_max + LAC_LIST_UNIT_ENTRIES - 1) / LAC_LIST_UNIT_ENTRIES;

	*bb = (kids - 1) * 3 + (last <= kid->inl_max ? 2 + (last + 3) / 4 : 3);
	*units = (kids - 1) * one + (last <= kid->inl_max ? 0
							  : (last + LAC_LIST_UNIT_ENTRIES - 1) /
								    LAC_LIST_UNIT_ENTRIES);
	*bb += parent <= c->inl_max ? 2 + (parent + 3) / 4 : 3;
	if (parent > c->inl_max)
		*units += (parent + LAC_LIST_UNIT_ENTRIES - 1) / LAC_LIST_UNIT_ENTRIES;
	*units += one - 1; /* padding at the end of the list ring, at most once */
}

/* What children are made of: pieces as they are, or, if @exact, entry by entry. */
struct feed {
	struct lac_src s;
	struct lac_pieces it;
	bool exact;
};

/* The next @n entries, at @list; their total. 1: look closer */
static int feed_next(
	const struct lac_sq *q, struct feed *f, uint8_t *list, uint32_t n, uint64_t *total)
{
	struct lac_src part = f->s;
	struct lac_acc acc;
	uint32_t len, key, i;
	uint64_t addr;

	if (!f->exact) {
		part.n = n;
		acc = lac_klm_any(q->isa, list, part, &q->x);
		lac_src_skip(&f->s, n);
		*total = acc.sum;
		return acc.bad != 0;
	}
	*total = 0;
	for (i = 0; i < n && lac_entry_next(&f->it, &addr, &len, &key); i++) {
		lac_klm_store_(list + (size_t)i * 16, addr, len, key);
		*total += len;
	}
	lac_klm_pad_(list, i);
	return 0;
}

/* One UMR of the next @n entries of @f; their total. */
static int child_build(struct lac_build *b, const struct lac_kclass *c, struct feed *f, uint32_t n,
	uint32_t be, unsigned int fl, uint64_t cookie, uint64_t *total)
{
	struct lac_umr_place at;
	int err = lac_build_umr(b, c, n, &at);

	if (err == 0)
		err = feed_next(b->q, f, at.list, n, total);
	if (err == 0)
		lac_build_umr_head(b, c, &at, fl, be, 0, *total, LAC_WR_PART, cookie);
	return err;
}

static int parent_build(struct lac_build *b, struct lac_map_req *r, const uint64_t *len,
	const uint32_t *be, uint32_t kids, uint32_t entries, uint32_t key_be)
{
	struct lac_umr_place at;
	struct lac_pieces it;
	uint32_t n = 0, bytes, key;
	uint64_t addr;
	int err = lac_build_umr(b, r->c, entries, &at);

	if (err == 0 && lac_sq_full(b->q, b->pi, r->more))
		err = -EAGAIN;
	if (err < 0)
		return err;
	lac_pieces_of_kids(&it, len, be, kids);
	while (n < entries && lac_entry_next(&it, &addr, &bytes, &key))
		lac_klm_store_(at.list + (size_t)n++ * 16, addr, bytes, key);
	lac_klm_pad_(at.list, n);
	lac_build_umr_head(b, r->c, &at, r->fl, key_be, r->start, r->sum, r->wr_flags, r->cookie);
	return 0;
}

/* Entries of the parent: of each child as many as it has times 2 GiB. */
static uint64_t parent_entries(const uint64_t *len, uint32_t kids)
{
	uint64_t entries = 0;
	uint32_t i;

	for (i = 0; i < kids; i++)
		entries += (len[i] + LAC_PIECE_MAX - 1) >> 31;
	return entries;
}

/* Totals of the children: a first pass over the source. */
static void measure_kids(
	const struct lac_sq *q, const struct lac_map_req *r, uint64_t *kid_len, uint32_t kids)
{
	struct lac_pieces it;
	uint32_t i, j, len, key;
	uint64_t addr;

	lac_pieces_of(&it, r->s, lac_sq_dma_lkey(q).be);
	for (i = 0; i < kids; i++) {
		kid_len[i] = 0;
		for (j = 0; j < r->c->list_max && lac_entry_next(&it, &addr, &len, &key); j++)
			kid_len[i] += len;
	}
}

/* @r's sum and start, if what the children amount to is what was asked for. */
static bool as_asked(
	const struct lac_sq *q, struct lac_map_req *r, const uint64_t *len, uint32_t kids)
{
	uint32_t i;

	r->sum = 0;
	for (i = 0; i < kids; i++)
		r->sum += len[i];
	r->start = lac_src_first_(r->s) & r->c->start_mask;
	return (!r->len || r->sum == r->len) && (!r->more || r->sum <= q->msg_max);
}

int lac_map_nested(struct lac_sq *q, struct lac_map_req *r, const struct lac_measure *m)
{
	const struct lac_kclass *c = r->c, *cc = c->keys->child->cls;
	const uint64_t n = m ? m->entries : r->s.n;
	const uint32_t kids = (uint32_t)((n + c->list_max - 1) / c->list_max);
	struct lac_key *kid = kids_of(c, r->k);
	uint64_t len[LAC_NEST_KIDS_MAX], left = n, entries = 0;
	uint32_t be[LAC_NEST_KIDS_MAX], i, bb, units, some, key_be = lac_key_next_be(r->k->be);
	struct feed f = {.s = r->s, .exact = m != NULL};
	struct lac_build b;
	int err = 0;

	if (m) {
		measure_kids(q, r, len, kids);
		entries = parent_entries(len, kids);
		if (entries > c->keys->entries)
			return lac_sq_no(
				q, -EMSGSIZE, LAC_AT_SOURCE, 0, "bytes of one nested registration");
		lac_pieces_of(&f.it, r->s, lac_sq_dma_lkey(q).be);
	}
	for (i = 0; i < kids; i++)
		if (kid[i].state != LAC_KEY_FREE)
			return m ? lac_sq_no(q, -EBUSY, LAC_AT_STATE, 0, "a child key is not free")
				 : 1;
	lac_build_begin(&b, q);
	for (i = 0; i < kids && err == 0; i++) {
		some = (uint32_t)(left < c->list_max ? left : c->list_max);
		left -= some;
		be[i] = lac_key_next_be(kid[i].be);
		err = child_build(&b, cc, &f, some, be[i], i == 0 ? r->fl & LAC_FENCE : 0,
			r->cookie, &len[i]);
	}
	if (!m && err == 0)
		err = as_asked(q, r, len, kids) ? 0 : 1;
	if (err == 0) {
		entries = parent_entries(len, kids);
		err = entries > c->keys->entries
			      ? 1
			      : parent_build(&b, r, len, be, kids, (uint32_t)entries, key_be);
	}
	if (err != 0 && !m)
		return 1;
	if (err != 0) {
		cost(c, cc, n, (uint32_t)entries, &bb, &units);
		return lac_build_refuse(&b, bb + r->more, units, err);
	}
	/* as of the last WQE: an error in any of them leaves all in doubt */
	for (i = 0; i < kids; i++)
		lac_key_touch_(q, &kid[i], be[i], LAC_KEY_LIVE, b.pi - 1);
	lac_key_touch_(q, r->k, key_be, LAC_KEY_LIVE, b.pi - 1);
	r->k->flags |= LAC_KF_NESTED;
	lac_build_commit(&b, r->fl);
	q->n[LAC_SQ_MAPS_NESTED]++;
	return 0;
}

/* One invalidation; the first waits for READs and atomics, the others for it. */
static int inv_build(struct lac_build *b, struct lac_key *k, unsigned int fl, unsigned int wr_flags,
	uint64_t cookie)
{
	uint32_t fm = fl & LAC_FENCE ? LAC_FCS_(LAC_FM_SMALL_AND_FENCE) : b->fm;
	uint8_t *p;
	int err = lac_build_wqe(b, 2, &p);

	if (err < 0)
		return err;
	b->db = lac_inv_build_(
		b->q, p, b->pi, fm | LAC_FCS_(fl & (LAC_SIGNAL | LAC_SOLICIT)), k->be);
	lac_build_record(b, b->pi, 2, LAC_OP_INV, wr_flags, fl, cookie);
	b->pi += 2;
	b->fm = LAC_FCS_(LAC_FM_SMALL);
	return 0;
}

int lac_inv_nested(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	const struct lac_kclass *c = &q->cls[k->cls];
	const unsigned int fence = fl & LAC_FENCE || q->rd ? (unsigned int)LAC_FENCE : 0;
	struct lac_key *kid = kids_of(c, k);
	uint32_t kids = 0, i;
	struct lac_build b;
	int err;

	while (kids < c->keys->per_key && kid[kids].state == LAC_KEY_LIVE)
		kids++;
	lac_build_begin(&b, q);
	err = inv_build(&b, k, fence, LAC_WR_PART, cookie);
	for (i = 0; i < kids && err == 0; i++)
		err = inv_build(&b, &kid[i], i + 1 < kids ? 0 : fl & ~(unsigned int)LAC_FENCE,
			i + 1 < kids ? LAC_WR_PART : 0, cookie);
	if (err < 0)
		return lac_build_refuse(&b, 2 * (kids + 1), 0, err);
	for (i = 0; i < kids; i++)
		lac_key_touch_(q, &kid[i], kid[i].be, LAC_KEY_FREE, b.pi - 1);
	lac_key_touch_(q, k, k->be, LAC_KEY_FREE, b.pi - 1);
	k->flags &= (uint8_t)~LAC_KF_NESTED;
	lac_build_commit(&b, fence | (fl & LAC_SIGNAL));
	q->n[LAC_SQ_INVS]++;
	return 0;
}
