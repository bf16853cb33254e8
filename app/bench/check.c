/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Whether what a run left in memory is right: each WQE of the ring as the emulator's decoder reads it, its index and fence, every
 * entry of its list, the doorbell record and the doorbell. What must be there is worked out from the case alone,
 * not from what the library wrote.
 */
#include "emu/wqe.h"
#include "lists.h"
#include "row.h"

#define RIGHTS   0x38u       /* local write, remote read, remote write */
#define MAP_MASK 0x203c2041u /* free, key, length, rights, start */
#define INV_MASK 0x20006000u /* free, key, queue pair */
#define INV_FLAG 0x98u
/* of children: local rights, zero-based */
#define KID_RIGHTS 0x08u
#define KID_MASK   0x203c2001u

struct walk {
	const struct row *r;
	struct run *x;
	struct emu_wqe w;
	const uint8_t *raw;
	uint32_t pi, fence;
	bool signalled; /* the operation asks for a completion */
};

/* A registration as it must be. */
struct part {
	uint32_t key, list, first, n;
	uint8_t rights;
	uint64_t mask, start, len;
	bool completes;
	uint32_t then; /* WQEBBs of the transfer with it: they are not parted */
	const char *(*entry)(struct walk *c, const uint8_t *p, const struct part *t, uint32_t octw);
	const uint64_t *kid_len;
};

static uint32_t key_num(uint32_t be, uint32_t bytes_on)
{
	return lac_from_be32((lac_be32){be + (bytes_on << 24)});
}

static bool zero(const uint8_t *p, size_t n)
{
	while (n--)
		if (*p++)
			return false;
	return true;
}

static void put(uint8_t *p, uint64_t v, unsigned int bytes)
{
	while (bytes--) {
		p[bytes] = (uint8_t)v;
		v >>= 8;
	}
}

/* The next WQE, of @bb WQEBBs: NOPs stand before it only if the ring's end is in its way, or in that of @then more. */
static const char *next(struct walk *c, uint8_t op, uint32_t bb, uint32_t then, bool completes)
{
	struct lac_sq *q = c->x->q;
	const uint32_t left = q->mask + 1 - (c->pi & q->mask);
	uint32_t i, pads = bb + then > left ? left : 0;

	for (i = 0; i <= pads; i++, c->pi++) {
		c->raw = bench_at(c->x->b, c->pi);
		emu_wqe_decode(&c->w, c->raw, (q->mask + 1 - (c->pi & q->mask)) * 64);
		if (c->w.bad)
			return c->w.bad;
		if (c->w.index != (c->pi & 0xffff))
			return "an index";
		if (c->w.qpn != BENCH_QPN || c->w.opmod || !zero(c->raw + 8, 3) || c->raw[7] & 0xc0)
			return "a control segment";
		if (i < pads && (c->w.op != EMU_OP_NOP || c->w.ds != 1 || c->w.ce || c->w.fence ||
					c->w.imm || c->raw[11]))
			return "padding";
	}
	c->pi += bb - 1;
	if (c->w.op != op)
		return "an opcode";
	if (c->w.bb != bb)
		return "a length in DS";
	if (c->w.ce != (completes ? 2 : 0) || c->w.solicited || c->raw[11] & 0x11)
		return "completion flags";
	return c->w.fence == c->fence ? NULL : "a fence";
}

static const char *umr(struct walk *c, uint8_t flags, uint32_t octw, uint64_t mask,
	const uint8_t *mkc, uint32_t key)
{
	if (c->w.umr.flags != flags || !zero(c->raw + 0x11, 3) || !zero(c->raw + 0x16, 2) ||
		!zero(c->raw + 0x20, 32))
		return "a UMR control segment";
	if (c->w.umr.octw != octw)
		return "the octowords of a list";
	if (c->w.umr.mask != mask)
		return "a UMR's mask";
	if (c->w.imm != key)
		return "the key of a UMR";
	c->fence = EMU_FENCE_SMALL;
	return memcmp(c->raw + 0x40, mkc, 64) == 0 ? NULL : "a key context";
}

static const char *entries(struct walk *c, const uint8_t *p, const struct part *t, uint32_t octw)
{
	uint8_t want[16];
	uint32_t i;

	for (i = 0; i < octw; i++, p += 16) {
		struct piece e = lists_piece(c->r->kind, c->r->n, t->list, t->first + i);

		put(want, e.len, 4);
		memcpy(want + 4, &e.key, 4);
		put(want + 8, e.addr, 8);
		if (i < t->n ? memcmp(p, want, 16) != 0 : !zero(p, 16))
			return i < t->n ? "a list entry" : "a list's padding";
	}
	return NULL;
}

/* One registration: @n pieces from @first of a list, which stands in the WQE or elsewhere. */
static const char *listed(struct walk *c, const struct part *t)
{
	const uint32_t octw = (t->n + 3) & ~3u;
	const bool inl = t->n <= INLINE_MAX;
	const struct bench *b = c->x->b;
	const char *bad = next(c, EMU_OP_UMR, inl ? 2 + octw / 4 : 3, t->then, t->completes);
	uint8_t mkc[64] = {0, 0, t->rights, 0, 0xff, 0xff, 0xff, (uint8_t)t->key};
	const uint8_t *p = c->raw + 0x80;

	if (bad)
		return bad;
	put(mkc + 0x10, t->start, 8);
	put(mkc + 0x18, t->len, 8);
	bad = umr(c, inl ? 0xa0 : 0x20, octw, t->mask, mkc, t->key);
	if (bad)
		return bad;
	if (!inl) {
		p = (const uint8_t *)(uintptr_t)c->w.umr.ptr.addr;
		if (c->w.ds != 9 || c->w.umr.ptr.key != BENCH_DMA ||
			c->w.umr.ptr.len != octw * 16 || ((uintptr_t)p & (LAC_LIST_UNIT - 1)) ||
			p < b->list || p + (size_t)octw * 16 > b->list + b->list_bytes)
			return "the pointer to a list";
	}
	return t->entry ? t->entry(c, p, t, octw) : entries(c, p, t, octw);
}

/* The list of a key over keys: each child from its 0 to its end. */
static const char *kids(struct walk *c, const uint8_t *p, const struct part *t, uint32_t octw)
{
	uint8_t want[16] = {0};
	uint32_t i;

	for (i = 0; i < octw; i++, p += 16) {
		put(want, i < t->n ? t->kid_len[i] : 0, 4);
		put(want + 4, i < t->n ? key_num(c->x->kid_was[t->first + i], 1) : 0, 4);
		if (memcmp(p, want, 16) != 0)
			return "the entry of a child";
	}
	return NULL;
}

static const char *nested(struct walk *c, struct part top, uint32_t i)
{
	const uint32_t most = c->r->list_max, count = (c->r->n + most - 1) / most;
	uint64_t len[KIDS];
	const char *bad = NULL;
	uint32_t k, j;

	for (k = 0; k < count && !bad; k++) {
		struct part kid = {
			.key = key_num(c->x->kid_was[i * count + k], 1),
			.list = top.list,
			.first = k * most,
			.n = c->r->n - k * most < most ? c->r->n - k * most : most,
			.rights = KID_RIGHTS,
			.mask = KID_MASK,
		};

		for (j = 0; j < kid.n; j++)
			kid.len += lists_piece(c->r->kind, c->r->n, top.list, kid.first + j).len;
		len[k] = kid.len;
		bad = listed(c, &kid);
	}
	top.n = count;
	top.first = i * count;
	top.entry = kids;
	top.kid_len = len;
	return bad ? bad : listed(c, &top);
}

static const char *map(struct walk *c, uint32_t i, bool completes)
{
	const struct part t = {
		.key = key_num(c->x->was[i], 1),
		.list = i % LISTS,
		.n = c->r->n,
		.rights = RIGHTS,
		.mask = MAP_MASK,
		.start = lists_piece(c->r->kind, c->r->n, i % LISTS, 0).addr,
		.len = c->x->lists[i % LISTS].len,
		.completes = completes,
		.then = c->r->op != OP_MAP && c->r->n <= c->r->list_max,
	};

	return c->r->n > c->r->list_max ? nested(c, t, i) : listed(c, &t);
}

static const char *invalidate(struct walk *c, uint32_t key, bool completes)
{
	const uint8_t mkc[64] = {0x40, 0, 0, 0, 0xff, 0xff, 0xff, 0};
	const char *bad = next(c, EMU_OP_UMR, 2, 0, completes);

	return bad ? bad : umr(c, INV_FLAG, 0, INV_MASK, mkc, key);
}

/* WRITE, READ, SEND of one piece. */
static const char *data(struct walk *c, uint8_t op, uint64_t addr, uint64_t len, uint32_t key)
{
	const struct emu_seg *s = c->w.seg;
	const char *bad = next(c, op, 1, 0, c->signalled);

	c->fence = EMU_FENCE_NONE;
	if (bad)
		return bad;
	if (c->w.nseg != 1 || c->w.imm || c->w.total != len)
		return "the segments of a request";
	if (s->inl)
		return memcmp(c->raw + s->off, c->x->image, len) == 0 ? NULL : "inline data";
	if (s->addr != addr || s->key != key)
		return "a data segment";
	if (c->w.raddr != c->x->to.addr || c->w.rkey != lac_rkey_num(c->x->to.key) ||
		!zero(c->raw + 0x1c, 4))
		return "a remote address";
	return NULL;
}

static const char *operation(struct walk *c, uint32_t i)
{
	const struct lac_loc *from = &c->x->from;
	const uint32_t list = i % LISTS, old = key_num(c->x->was[i], 0);
	const uint32_t key = key_num(c->x->was[i], 1);
	const char *bad = NULL;

	c->signalled = c->r->batch == 1 || i % c->r->batch == c->r->batch - 1;
	switch (c->r->op) {
	case OP_MAP:
		return map(c, i, c->signalled);
	case OP_INV:
		return invalidate(c, old, c->signalled);
	case OP_WRITE:
		return data(c, EMU_OP_WRITE, from->addr, from->len, lac_lkey_num(from->key));
	case OP_READ:
		return data(c, EMU_OP_READ, from->addr, from->len, lac_lkey_num(from->key));
	case OP_SEND_INL:
		return data(c, EMU_OP_SEND, 0, SEND_INL_BYTES, 0);
	case OP_TURN:
		bad = invalidate(c, old, false);
		break;
	default:
		break;
	}
	if (!bad)
		bad = map(c, i, false);
	return bad ? bad
		   : data(c, EMU_OP_WRITE, lists_piece(c->r->kind, c->r->n, list, 0).addr,
			     c->x->lists[list].len, key);
}

static const char *completions(const struct row *r, const struct run *x)
{
	uint32_t i, last = r->batch && r->ops % r->batch ? r->ops % r->batch : r->batch;

	if (lac_sq_ci_(x->b->q) != x->b->q->pi)
		return "the credit after the last completion";
	if (r->batch == 0)
		return NULL;
	if (r->op == OP_POLL && x->polled != r->ops)
		return "the number of completions";
	for (i = 0; i < last; i++)
		if (x->wc[i].cookie != r->ops - last + i || x->wc[i].qpn != BENCH_QPN ||
			x->wc[i].op != LAC_OP_WRITE || x->wc[i].flags || x->wc[i].len ||
			x->wc[i].status != (r->op == OP_POLL ? 0 : LAC_CQE_FLUSHED))
			return "a completion";
	return x->b->cq_record[0] == lac_to_be32(lac_cq_ci_(&x->b->cq)).be ? NULL
									   : "a consumer index";
}

const char *row_check(const struct row *r, struct run *x)
{
	struct walk c = {.r = r, .x = x, .pi = x->begin, .fence = x->fence};
	const char *bad = NULL;
	uint32_t i;

	if (x->failed)
		return "an operation that was refused";
	if (r->op == OP_POLL || r->op == OP_POLL_ERR)
		return completions(r, x);
	if (!row_posts(r))
		return NULL;
	for (i = 0; i < x->ops && !bad; i++)
		bad = operation(&c, i);
	if (bad)
		return bad;
	if (c.pi != x->q->pi)
		return "the producer index";
	if (x->b->record[1] != lac_to_be32(c.pi & 0xffff).be)
		return "the doorbell record";
	return memcmp(x->b->uar, c.raw, 8) == 0 ? NULL : "the doorbell";
}
