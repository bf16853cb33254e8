/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A random sequence of everything that is inline, told line by line: what each step returned, and a hash of all that it
 * left for the device and for the owner. Compiled for different instruction sets, the same seed must tell the same
 * (same.py). What is scratch is wiped, so that nothing but what is promised is compared.
 */
#include <stddef.h>

#include "bench.h"

#define STEPS  6000u
#define PIECES 70u

/* An mbuf, as far as a walk looks at it. */
struct link {
	uint64_t addr;
	struct link *next;
	uint16_t off, len;
};

static const struct lac_rem there = {0x1234567890, {0x77}};
static struct iovec iov[PIECES];
static struct lac_ol ol[PIECES];
static struct lac_loc loc[PIECES];
static struct link chain[PIECES];
static uint64_t base, sum[5];
static uint32_t pieces;
static uint32_t seen; /* index up to which the device has completed */
static uint64_t hash;

static uint32_t below(uint32_t n)
{
	return (uint32_t)(bench_rand() % n);
}

static void add(const void *p, size_t n)
{
	const uint8_t *b = p;

	while (n--)
		hash = (hash ^ *b++) * 0x100000001b3u;
}

static void add64(uint64_t v)
{
	add(&v, sizeof(v));
}

/* The same pieces listed in each way, mostly good. */
static void any_pieces(const struct lac_klm_ctx *x)
{
	const uint64_t lo = x->lo[0], hi = x->hi[0];
	const uint32_t rare = below(6) ? 5000 : 20;
	uint32_t i;

	pieces = 1 + below(below(3) ? 6 : PIECES);
	base = lo + bench_rand() % ((hi - lo) / 2);
	memset(sum, 0, sizeof(sum));
	for (i = 0; i < pieces; i++) {
		uint64_t len = 1 + below(below(30) ? 9000 : 1u << 31);
		uint64_t addr = base + below(1u << 31);

		switch (below(rare)) {
		case 0:
			len = 0;
			break;
		case 1:
			len = (UINT64_C(1) << 31) + below(2);
			break;
		case 2:
			len = (UINT64_C(5) << 31) + below(100);
			break;
		case 3:
			addr = lo - below(2);
			break;
		case 4:
			addr = hi - len + below(2);
			break;
		case 5:
			addr = (UINT64_C(1) << 63) - below(3);
			break;
		case 6:
			addr = UINT64_MAX - below(100);
			break;
		default:
			break;
		}
		iov[i].iov_base = (void *)(uintptr_t)addr;
		iov[i].iov_len = len;
		ol[i].off = (uint32_t)(addr - base);
		ol[i].len = (uint32_t)len;
		loc[i].addr = addr;
		loc[i].len = (uint32_t)len;
		loc[i].key.be = (uint32_t)bench_rand();
		chain[i].off = (uint16_t)below(300);
		chain[i].addr = addr - chain[i].off;
		chain[i].len = (uint16_t)len;
		chain[i].next = i + 1 < pieces ? &chain[i + 1] : NULL;
		sum[LAC_SRC_IOV] += len;
		sum[LAC_SRC_OL] += ol[i].len;
		sum[LAC_SRC_LOC] += loc[i].len;
		sum[LAC_SRC_MBUF] += chain[i].len;
	}
	if (below(100) == 0)
		chain[below(pieces)].next = NULL;
}

/* The kind and the request are constants in each, as they are in an application. */
#define MAPS(src)                                                                                \
	(how == 0          ? lac_sq_map(b->q, k, src, len, fl, cookie)                           \
		: how == 1 ? lac_sq_map(b->q, k, src, LAC_LEN_SUM, LAC_SIGNAL, cookie)           \
		: how == 2 ? lac_sq_map_write(b->q, k, src, len, there, fl, cookie)              \
		: how == 3                                                                       \
			? lac_sq_map_write(b->q, k, src, LAC_LEN_SUM, there, LAC_SIGNAL, cookie) \
			: lac_sq_map_read(b->q, k, src, len, there, fl, cookie))

static int map(struct bench *b, struct lac_key *k, unsigned int fl, uint64_t cookie)
{
	const struct lac_src links = {chain,
		LAC_SRC_MBUF_AT(offsetof(struct link, next), offsetof(struct link, off),
			offsetof(struct link, len)),
		pieces, LAC_SRC_MBUF};
	const uint32_t kind = LAC_SRC_IOV + below(4), how = below(5);
	uint64_t len;

	any_pieces(&b->q->x);
	len = below(2) ? LAC_LEN_SUM : sum[kind] + (below(20) == 0);
	switch (kind) {
	case LAC_SRC_IOV:
		return MAPS(lac_src_iov(iov, pieces));
	case LAC_SRC_OL:
		return MAPS(lac_src_ol((void *)(uintptr_t)base, ol, pieces));
	case LAC_SRC_LOC:
		return MAPS(lac_src_loc(loc, pieces));
	default:
		return MAPS(((struct lac_src){links.v, links.base, pieces, LAC_SRC_MBUF}));
	}
}

/* One piece, bytes in the WQE, a gather; lengths of 0 and of more than may be among them. */
static int transfer(struct bench *b, unsigned int fl, uint64_t cookie)
{
	/* each drawn by itself: C says of no list of expressions which comes first */
	const uint32_t n = below(below(4) ? 8 : 70);
	const uint32_t imm = (uint32_t)bench_rand();
	const uint64_t one = bench_rand(), two = bench_rand();
	struct lac_loc l = {one, below(1u << 20), {imm ^ 1}}, v[80];
	const struct lac_rem r = {two, {imm ^ 2}};
	uint8_t data[1100];
	uint32_t i;

	if (below(30) == 0)
		l.len = below(2) ? 0 : (UINT32_C(1) << 31) - below(2);
	for (i = 0; i < n; i++) {
		v[i] = l;
		v[i].addr += (uint64_t)i << 32;
		v[i].len = below(9) ? below(100000) : 0;
	}
	for (i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)(i * 7 + imm);
	i = below(below(3) ? 100 : sizeof(data));
	switch (below(15)) {
	case 0:
		return lac_sq_write(b->q, l, r, fl, cookie);
	case 1:
		return lac_sq_write(b->q, l, r, LAC_SIGNAL, cookie);
	case 2:
		return lac_sq_write_imm(b->q, l, r, imm, fl, cookie);
	case 3:
		return lac_sq_write_inl(b->q, data, i, r, fl, cookie);
	case 4:
		return lac_sq_write_v(b->q, v, n, r, fl, cookie);
	case 5:
		return lac_sq_read(b->q, l, r, fl, cookie);
	case 6:
		return lac_sq_read_v(b->q, v, n, r, fl, cookie);
	case 7:
		l.len = below(20) ? 8 : below(9);
		return lac_sq_cas(b->q, l, r, one ^ two, two, fl, cookie);
	case 8:
		l.len = 8;
		return lac_sq_fadd(b->q, l, r, two, fl, cookie);
	case 9:
		return lac_sq_send(b->q, l, fl, cookie);
	case 10:
		return lac_sq_send_imm(b->q, l, imm, fl, cookie);
	case 11:
		return lac_sq_send_inv(b->q, l, lac_rkey_from(imm), fl, cookie);
	case 12:
		return lac_sq_send_inl(b->q, data, i, fl, cookie);
	case 13:
		return lac_sq_send_v(b->q, v, n, fl, cookie);
	default:
		return lac_sq_nop(b->q, fl, cookie);
	}
}

static int receive(struct bench *b, uint64_t cookie)
{
	const uint32_t n = below(6), at = b->r->pi & b->r->mask;
	struct lac_loc v[6];
	uint32_t i;
	int err;

	if (lac_rq_room(b->r) == 0)
		lac_rq_restart(b->r, LAC_QP_READY);
	for (i = 0; i < n; i++)
		v[i] = (struct lac_loc){cookie * i, below(5) ? below(5000) : 0, {i}};
	memset(b->rring + ((size_t)at << b->r->stride_log2), 0xee, (size_t)1 << b->r->stride_log2);
	err = n == 1 ? lac_rq_recv(b->r, v[0], cookie) : lac_rq_recv_v(b->r, v, n, cookie);
	if (err == 0)
		add(b->rring + ((size_t)at << b->r->stride_log2), (size_t)1 << b->r->stride_log2);
	if (below(3) == 0)
		lac_rq_ring(b->r);
	add64(b->r->pi);
	add64(b->cookie[at]);
	add64(b->record[0]);
	return err;
}

/* The device completes some of what was signalled; it is polled, one by one or in rows. */
static int complete(struct bench *b)
{
	uint32_t some = below(20);
	unsigned int n, i, all = 0;
	struct lac_wc wc[16];

	while (some && seen != b->q->pi) {
		const struct lac_wr *w = &b->wr[seen & b->q->mask];

		if (w->flags & LAC_WR_SIGNALLED) {
			bench_complete(b, seen);
			some--;
		}
		seen += w->bb;
	}
	do {
		const unsigned int max = below(3) ? 1 + below(16) : 1;

		n = below(2) ? lac_cq_poll(&b->cq, wc, max) : lac_cq_poll(&b->cq, wc, 1);
		for (i = 0; i < n; i++)
			add(&wc[i], sizeof(wc[i]));
		all += n;
	} while (n);
	add64(b->cq_record[0]);
	return (int)all;
}

/* A UMR's list that is not in the WQE: where it is, is each process's own affair. */
static void add_list(const struct bench *b, const uint8_t *p)
{
	const uint64_t at = ((uint64_t)bench_word(p, 0x88) << 32 | bench_word(p, 0x8c)) -
			    (uint64_t)(uintptr_t)b->list;

	add(p, 0x88);
	add64(at);
	add(b->list + at, (size_t)(bench_word(p, 0x14) >> 16) * 16);
}

/* WQEs and their records from @pi on, and what the queue and its keys have come to. */
static void add_queue(struct bench *b, uint32_t pi)
{
	const struct lac_sq *q = b->q;
	uint64_t n[LAC_SQ_COUNTERS];

	while (pi != q->pi) {
		const struct lac_wr *w = &q->wr[pi & q->mask];
		const uint8_t *p = bench_at(b, pi);

		if (bench_opcode(b, pi) == LAC_WQE_UMR && (p[7] & 0x3f) == 9)
			add_list(b, p);
		else
			add(p, (size_t)(p[7] & 0x3f) * 16);
		add64((uint64_t)w->bb | (uint64_t)w->op << 8 | (uint64_t)w->flags << 16);
		if (!(w->flags & (LAC_WR_PART | LAC_WR_PAD)))
			add64(w->cookie);
		if (w->flags & LAC_WR_SIGNALLED)
			add64(w->list);
		pi += w->bb;
	}
	lac_sq_settle(b->q); /* cold code, which is met earlier or later, takes credit */
	memcpy(n, q->n, sizeof(n));
	n[LAC_SQ_MAPS_INLINE] += q->n[LAC_SQ_MAPS_THEN];
	n[LAC_SQ_REQUESTS] += q->n[LAC_SQ_MAPS_THEN];
	n[LAC_SQ_WQEBBS] += q->pi - q->counted;
	add(n, sizeof(n));
	add64(q->pi);
	add64(q->ci);
	add64(q->fm);
	add64(q->rd);
	add64((uint64_t)q->list_pi << 32 | q->list_ci);
	add64(q->db);
	add64(b->record[1]);
	add64(b->uar[0]);
	add(b->key, BENCH_KEYS * sizeof(*b->key));
	add(&b->qp.err, sizeof(b->qp.err));
}

static void wipe(struct bench *b)
{
	uint32_t pi;

	for (pi = b->q->pi; pi != lac_sq_ci_(b->q) + b->q->mask + 1; pi++)
		memset(b->ring + (size_t)(pi & b->q->mask) * 64, 0xee, 64);
}

/* What holds a ring that nothing in it would ever free. */
static void again(struct bench *b)
{
	uint32_t i;

	lac_sq_restart(b->q, LAC_QP_READY);
	seen = 0;
	for (i = 0; i < BENCH_KEYS; i++)
		b->key[i].state = LAC_KEY_FREE;
}

/* Mostly one in @state. */
static struct lac_key *any_key(struct bench *b, enum lac_key_state state)
{
	struct lac_key *k = &b->key[below(BENCH_KEYS)];
	uint32_t i;

	for (i = 0; i < 5 && k->state != state; i++)
		k = &b->key[below(BENCH_KEYS)];
	return k;
}

static void step(struct bench *b, uint32_t i)
{
	static const unsigned int flags[] = {LAC_SIGNAL, LAC_SIGNAL, LAC_SIGNAL, 0, 0,
		LAC_SIGNAL | LAC_SOLICIT, LAC_SIGNAL | LAC_FENCE, LAC_FENCE};
	const unsigned int fl = flags[below(COUNT(flags))];
	const uint64_t cookie = bench_rand();
	const uint32_t pi = b->q->pi;
	const char *what;
	int r;

	wipe(b);
	switch (below(11)) {
	case 0:
	case 1:
	case 2:
		what = "map";
		r = map(b, any_key(b, LAC_KEY_FREE), fl, cookie);
		break;
	case 3:
	case 4:
		what = "inv";
		r = lac_sq_inv(b->q, any_key(b, LAC_KEY_LIVE), fl, cookie);
		break;
	case 5:
	case 6:
		what = "transfer";
		r = transfer(b, fl, cookie);
		break;
	case 7:
		what = "receive";
		r = receive(b, cookie);
		break;
	case 8:
		what = "ring";
		lac_sq_ring(b->q);
		r = (int)lac_sq_room_bb(b->q);
		break;
	default:
		what = "complete";
		r = complete(b);
		break;
	}
	add_queue(b, pi);
	if (r == -EDEADLK)
		again(b);
	printf("%u %s %d, at %u, %016llx\n", i, what, r, b->q->pi, (unsigned long long)hash);
}

int main(void)
{
	const struct lac_keys_attr a = {
		.access = LAC_LOCAL_WRITE | LAC_REMOTE_READ, .max_entries = 256};
	const struct lac_keys_attr z = {.zero_based = 1, .remap = 1, .max_entries = 64};
	struct bench_conf conf = {.hull_lo = 0x100000, .hull_hi = 0x7f0000000000, .bb = 256};
	struct bench *b;
	uint32_t i;

	conf.umr_fence = below(2) ? 0 : 1;
	b = bench_new(&conf);
	bench_class(b, 0, &a, 52, 65532);
	bench_class(b, 1, &z, 52, 65532);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, i & 1, (uint8_t)(i * 50));
	for (i = 0; i < STEPS; i++)
		step(b, i);
	bench_free(b);
	return 0;
}
