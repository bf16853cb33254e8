/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registration, in full: what inline code hands over comes here, and here each refusal gets its reason. The
 * order of reasons: queue, key, source, total, memory, capacity, room.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/umr.h"

/* Nothing amiss: one pass, the accumulators judge. 1: look closer. */
static int map_fast(struct lac_sq *q, struct lac_map_req *r)
{
	struct lac_umr_place at;
	struct lac_build b;
	struct lac_acc acc;
	uint32_t be;
	int err;

	if (r->s.n > r->c->list_max || r->s.n > r->c->max)
		return 1;
	lac_build_begin(&b, q);
	err = lac_build_umr(&b, r->c, r->s.n, &at);
	if (err == 0 && lac_sq_full(q, b.pi, r->more))
		err = -EAGAIN;
	if (err < 0)
		return 1;
	acc = lac_klm_any(q->isa, at.list, r->s, &q->x);
	if (acc.bad || (r->len && acc.sum != r->len) || (r->more && acc.sum > q->msg_max))
		return 1;
	be = lac_key_next_be(r->k->be);
	r->sum = acc.sum;
	r->start = lac_src_first_(r->s) & r->c->start_mask;
	lac_build_umr_head(&b, r->c, &at, r->fl, be, r->start, r->sum, r->wr_flags, r->cookie);
	lac_key_touch_(q, r->k, be, LAC_KEY_LIVE, at.pi);
	lac_build_commit(&b, r->fl);
	q->n[at.inl ? LAC_SQ_MAPS_INLINE : LAC_SQ_MAPS_LIST]++;
	return 0;
}

/* One UMR, entry by entry: @m has passed. */
static int map_exact(struct lac_sq *q, struct lac_map_req *r, const struct lac_measure *m)
{
	struct lac_umr_place at;
	struct lac_pieces it;
	struct lac_build b;
	uint32_t be = lac_key_next_be(r->k->be), len, key, n = 0;
	uint64_t addr;
	int err;

	lac_build_begin(&b, q);
	err = lac_build_umr(&b, r->c, (uint32_t)m->entries, &at);
	if (err == 0 && lac_sq_full(q, b.pi, r->more))
		err = -EAGAIN;
	if (err < 0)
		return lac_build_refuse(&b, at.bb + r->more, 0, err);
	lac_pieces_of(&it, r->s, lac_sq_dma_lkey(q).be);
	while (n < m->entries && lac_entry_next(&it, &addr, &len, &key))
		lac_klm_store_(at.list + (size_t)n++ * 16, addr, len, key);
	lac_klm_pad_(at.list, n);
	lac_build_umr_head(&b, r->c, &at, r->fl, be, r->start, r->sum, r->wr_flags, r->cookie);
	lac_key_touch_(q, r->k, be, LAC_KEY_LIVE, at.pi);
	lac_build_commit(&b, r->fl);
	q->n[at.inl ? LAC_SQ_MAPS_INLINE : LAC_SQ_MAPS_LIST]++;
	return 0;
}

static int map_klm(struct lac_sq *q, struct lac_map_req *r)
{
	const struct lac_kclass *c = r->c;
	struct lac_measure m;
	char arg[96];
	int err = map_fast(q, r);

	if (err <= 0)
		return err;
	lac_sq_see_hull(q);
	lac_measure(q, r->s, &m);
	if (m.entries == 0)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, "no bytes");
	if (m.overflow)
		return lac_sq_no(q, -EMSGSIZE, LAC_AT_SOURCE, 0, "the total overflows 64 bits");
	if (r->len && r->len != m.sum) {
		snprintf(arg, sizeof(arg), "the pieces sum to %llu bytes, the total says %llu",
			(unsigned long long)m.sum, (unsigned long long)r->len);
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, arg);
	}
	if (m.stray != UINT32_MAX)
		return lac_sq_no(q, -EFAULT, LAC_AT_SOURCE, m.stray,
			"outside the memory that devices can reach");
	if (m.entries > c->max) {
		snprintf(arg, sizeof(arg), "%llu entries, the class has %u",
			(unsigned long long)m.entries, c->max);
		return lac_sq_no(q, -E2BIG, LAC_AT_SOURCE, 0, arg);
	}
	if (r->more && m.sum > q->msg_max)
		return lac_sq_no(q, -EMSGSIZE, LAC_AT_ARGS, 0, "bytes of one message");
	r->sum = m.sum;
	r->start = m.first & c->start_mask;
	if (m.entries > c->list_max)
		return lac_map_nested(q, r, &m);
	return map_exact(q, r, &m);
}

/* 0 if the key may be mapped; *@fence if READs and atomics must be waited for. */
static int key_ready(
	struct lac_sq *q, const struct lac_key *k, const struct lac_kclass *c, bool *fence)
{
	*fence = false;
	if (k->state == LAC_KEY_FREE)
		return 0;
	if (k->state == LAC_KEY_LOST)
		return lac_sq_no(q, -EBUSY, LAC_AT_STATE, 0, "the key is lost: lac_keys_repair()");
	if (k->state == LAC_KEY_LIVE && (!c->remap || k->flags & LAC_KF_NESTED))
		return lac_sq_no(q, -EBUSY, LAC_AT_STATE, 0, "the key is live: invalidate it");
	*fence = q->rd != 0;
	return 0;
}

int lac_sq_map_any(struct lac_sq *q, struct lac_key *k, const struct lac_src *s, uint64_t len,
	unsigned int fl, uint64_t cookie, const struct lac_rem *then, unsigned int then_op)
{
	struct lac_map_req r = {
		.k = k,
		.c = &q->cls[k->cls],
		.s = *s,
		.len = len,
		.fl = then ? 0 : fl,
		.wr_flags = then ? LAC_WR_PART : 0,
		.more = then ? 1 : 0,
		.cookie = cookie,
	};
	struct lac_loc l;
	bool fence;
	int err;

	/* longer lists than the caller's own code takes */
	if (s->n > 4 && lac_map_wide(q, k, s, len, fl, cookie, then, then_op) == 0)
		return 0;
	if (q->state != LAC_QP_READY)
		return lac_sq_refuse(q, q->pi, 1, -EAGAIN);
	err = key_ready(q, k, r.c, &fence);
	if (err < 0)
		return err;
	if (fence)
		r.fl |= LAC_FENCE;
	if (s->n == 0)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, "no pieces");
	err = r.c->type == LAC_KEY_MEM_REG ? lac_map_pages(q, &r) : map_klm(q, &r);
	if (err < 0 || !then)
		return err;
	l.addr = r.start;
	l.len = (uint32_t)r.sum;
	l.key.be = k->be;
	return then_op == LAC_OP_READ
		       ? lac_post_one_(q, LAC_WQE_READ, LAC_OP_READ, l, 0, *then, 0, fl, cookie)
		       : lac_post_one_(q, LAC_WQE_WRITE, LAC_OP_WRITE, l, 0, *then, 0, fl, cookie);
}
