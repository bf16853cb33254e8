/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registration, in full: what inline code hands over comes here, and here each refusal gets its reason. The
 * order of reasons: queue, key, source, total, memory, capacity, room.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/umr.h"

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
	int err = 1;

	if (r->s.n > c->list_max && r->s.n <= c->max)
		err = lac_map_nested(q, r, NULL);
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

/*
 * The usual way once more, with what may have been in its way aside: a gate that was not moved on, the ring's end, a key that
 * needs no more than a fence. True if that was all.
 */
static bool map_again(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m, bool fence)
{
	const uint32_t bb = m->s.n <= q->cls[k->cls].inl_max ? 2 + (m->s.n + 3) / 4 : 3;
	const uint8_t state = k->state;
	struct lac_map_ once = *m;
	uint32_t pads;

	if (!lac_sq_over(q, bb + (m->opcode != 0), &pads))
		return false;
	once.once = 1;
	once.umr_fl |= fence ? LAC_FENCE : 0;
	k->state = LAC_KEY_FREE;
	if (lac_sq_map_any(q, k, &once) == 0) {
		q->n[LAC_SQ_PADS] += pads;
		return true;
	}
	k->state = state;
	lac_sq_back(q, pads);
	return false;
}

int lac_map_closer(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m)
{
	struct lac_map_req r = {
		.k = k,
		.c = &q->cls[k->cls],
		.s = m->s,
		.len = m->len,
		.fl = m->umr_fl,
		.wr_flags = m->opcode ? LAC_WR_PART : 0,
		.more = m->opcode != 0,
		.cookie = m->cookie,
	};
	struct lac_loc l;
	bool fence;
	int err;

	if (q->state != LAC_QP_READY)
		return lac_sq_refuse(q, q->pi, 1, -EAGAIN);
	err = key_ready(q, k, r.c, &fence);
	if (err < 0)
		return err;
	if (fence)
		r.fl |= LAC_FENCE;
	if (m->s.n == 0)
		return lac_sq_no(q, -EINVAL, LAC_AT_SOURCE, 0, "no pieces");
	if (r.c->type == LAC_KEY_MEM_REG)
		err = lac_map_pages(q, &r);
	else if (m->s.n <= r.c->long_max && map_again(q, k, m, fence))
		return 0;
	else
		err = map_klm(q, &r);
	if (err < 0 || m->opcode == 0)
		return err;
	l.addr = r.start;
	l.len = (uint32_t)r.sum;
	l.key.be = k->be;
	return m->opcode == LAC_WQE_READ ? lac_post_one_(q, LAC_WQE_READ, LAC_OP_READ, l, 0, m->to,
						   0, m->fl, m->cookie)
					 : lac_post_one_(q, LAC_WQE_WRITE, LAC_OP_WRITE, l, 0,
						   m->to, 0, m->fl, m->cookie);
}
