/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a registration means: the seed's semantics, split and dropped pieces, key bytes, page lists; and every translator against the exact one.
 */
#include <rte_common.h>

#include "bench.h"

#define ALL (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)

static struct bench *fresh(const struct lac_keys_attr *a, uint32_t inl_max, uint32_t list_max)
{
	struct bench *b = bench_new(NULL);
	uint32_t i;

	bench_class(b, 0, a, inl_max, list_max);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, 0, 250);
	return b;
}

static uint64_t word64(const uint8_t *p, uint32_t off)
{
	return (uint64_t)bench_word(p, off) << 32 | bench_word(p, off + 4);
}

/* The key begins at the first piece's address, or at 0; each in its mask. */
static void start_address(void **state)
{
	struct lac_keys_attr a = {.access = ALL};
	struct iovec v[3] = {{(void *)0x7f0000001234, 0}, {(void *)0x7f0000005678, 10},
		{(void *)0x7f0000001000, 20}};
	struct bench *b;

	(void)state;
	b = fresh(&a, 52, 65532);
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v + 1, 2), 30, 0, 0), 0);
	assert_int_equal(word64(bench_at(b, 0), 0x50), 0x7f0000005678);
	assert_int_equal(word64(bench_at(b, 0), 0x18), 0x203c2041);
	/* an empty first piece is none */
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(v, 3), 30, 0, 0), 0);
	assert_int_equal(word64(bench_at(b, 3), 0x50), 0x7f0000005678);
	assert_int_equal(bench_word(bench_at(b, 3), 0x80), 10);
	bench_free(b);
	a.zero_based = 1;
	b = fresh(&a, 52, 65532);
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v + 1, 2), 30, 0, 0), 0);
	assert_int_equal(word64(bench_at(b, 0), 0x50), 0);
	assert_int_equal(word64(bench_at(b, 0), 0x18), 0x203c2001);
	bench_free(b);
}

/* Remote rights are none by default; each right is its own bit. */
static void rights(void **state)
{
	static const struct {
		uint32_t access;
		uint8_t bits;
	} row[] = {{0, 0}, {LAC_LOCAL_WRITE, 0x08}, {LAC_REMOTE_READ, 0x10},
		{LAC_REMOTE_WRITE, 0x20}, {LAC_REMOTE_ATOMIC, 0x40}, {LAC_REMOTE_INV, 0}};
	struct iovec v = {(void *)0x1000, 1};
	uint32_t i;

	(void)state;
	for (i = 0; i < COUNT(row); i++) {
		const struct lac_keys_attr a = {.access = row[i].access};
		struct bench *b = fresh(&a, 52, 65532);

		assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(&v, 1), 1, 0, 0), 0);
		assert_int_equal(bench_at(b, 0)[0x42], row[i].bits);
		assert_int_equal(bench_at(b, 0)[0x10], LAC_UMR_INLINE | LAC_UMR_CHECK_NOT_FREE);
		bench_free(b);
	}
}

static void key_byte_rotates(void **state)
{
	const struct lac_keys_attr a = {.zero_based = 1};
	struct iovec v = {(void *)0x1000, 1};
	struct bench *b = fresh(&a, 52, 65532);
	uint8_t seen[256] = {0};
	uint32_t i, pi;

	(void)state;
	for (i = 0; i < 256; i++) {
		pi = b->q->pi;
		assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(&v, 1), 1, 0, 0), 0);
		while (b->wr[pi & 63].flags & LAC_WR_PAD)
			pi++;
		assert_int_equal(lac_rkey_num(lac_key_rkey(&b->key[0])),
			BENCH_INDEX << 8 | ((251 + i) & 0xff));
		assert_int_equal(
			bench_word(bench_at(b, pi), 0x0c), lac_rkey_num(lac_key_rkey(&b->key[0])));
		assert_int_equal(
			bench_word(bench_at(b, pi), 0x44), 0xffffff00 | ((251 + i) & 0xff));
		seen[(251 + i) & 0xff]++;
		assert_int_equal(lac_sq_inv(b->q, &b->key[0], LAC_SIGNAL, 0), 0);
		assert_int_equal(lac_key_state(&b->key[0]), LAC_KEY_FREE);
		bench_idle(b);
	}
	for (i = 0; i < 256; i++)
		assert_int_equal(seen[i], 1);
	bench_free(b);
}

/* Pieces over 2 GiB become several entries; exactly 2 GiB is one. */
static void split(void **state)
{
	const struct lac_keys_attr a = {.zero_based = 1, .max_entries = 8};
	const uint64_t g2 = UINT64_C(1) << 31;
	struct iovec v[3] = {
		{(void *)0x10000000, g2}, {(void *)0x200000000, 2 * g2 + 5}, {(void *)0x10, 7}};
	struct bench *b = fresh(&a, 52, 65532);
	const uint8_t *list = bench_at(b, 0) + 128;

	(void)state;
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 3), 3 * g2 + 12, 0, 0), 0);
	assert_int_equal(bench_word(bench_at(b, 0), 0x14) >> 16, 8);
	assert_int_equal(word64(bench_at(b, 0), 0x58), 3 * g2 + 12);
	assert_int_equal(bench_word(list, 0), g2);
	assert_int_equal(bench_word(list, 16), g2);
	assert_int_equal(word64(list, 24), 0x200000000);
	assert_int_equal(bench_word(list, 32), g2);
	assert_int_equal(word64(list, 40), 0x200000000 + g2);
	assert_int_equal(bench_word(list, 48), 5);
	assert_int_equal(word64(list, 56), 0x200000000 + 2 * g2);
	assert_int_equal(bench_word(list, 64), 7);
	assert_int_equal(bench_word(list, 80), 0);
	/* the class has 8 entries: 8 fit, 9 do not */
	v[1].iov_len = 6 * g2;
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(v, 3), 0, 0, 0), 0);
	v[1].iov_len++;
	assert_int_equal(lac_sq_map(b->q, &b->key[2], lac_src_iov(v, 3), 0, 0, 0), -E2BIG);
	bench_free(b);
}

/* The sum of three pieces of 1 GiB and more has more than 32 bits. */
static void long_totals(void **state)
{
	const struct lac_keys_attr a = {.zero_based = 1};
	struct iovec v[5];
	struct bench *b = fresh(&a, 52, 65532);
	uint32_t i;

	(void)state;
	for (i = 0; i < 5; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x100000000 * i);
		v[i].iov_len = 1u << 30;
	}
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 5), LAC_LEN_SUM, 0, 0), 0);
	assert_int_equal(word64(bench_at(b, 0), 0x58), UINT64_C(5) << 30);
	bench_free(b);
}

static void page_lists(void **state)
{
	const struct lac_keys_attr a = {.type = LAC_KEY_MEM_REG, .access = ALL, .max_entries = 256};
	struct iovec v[3] = {
		{(void *)0x10800, 0x800}, {(void *)0x40000, 0x2000}, {(void *)0x20000, 0x10}};
	struct iovec odd[2] = {{(void *)0x10000, 0x1001}, {(void *)0x40000, 0x1000}};
	struct iovec unaligned[2] = {{(void *)0x10000, 0x1000}, {(void *)0x40800, 0x1000}};
	struct iovec big = {(void *)0x100000, 256 * 4096};
	struct bench *b = fresh(&a, 52, 65532);
	static const uint64_t want[8] = {0x10003, 0x40003, 0x41003, 0x20003};
	const uint8_t *p = bench_at(b, 0);
	uint32_t i;

	(void)state;
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 3), 0x2810, 0, 0), 0);
	assert_int_equal(bench_word(p, 0x14) >> 16, 4);
	assert_int_equal(bench_word(p, 4) & 0x3f, 12);
	assert_int_equal(word64(p, 0x18), 0x203c2043);
	assert_int_equal(word64(p, 0x50), 0x10800);
	assert_int_equal(word64(p, 0x58), 0x2810);
	assert_int_equal(p[0x7b], 12);
	for (i = 0; i < 8; i++)
		assert_int_equal(word64(p, 0x80 + i * 8), want[i]);
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(odd, 2), 0, 0, 0), -EINVAL);
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(unaligned, 2), 0, 0, 0), -EINVAL);
	/* 256 pages: 128 octowords, in the list ring */
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(&big, 1), 0, 0, 0), 0);
	assert_int_equal(bench_word(bench_at(b, 3), 0x14) >> 16, 128);
	assert_int_equal(bench_word(bench_at(b, 3), 0x80), 2048);
	assert_int_equal(word64(b->list, 255 * 8), 0x100003 + 255 * 4096);
	big.iov_len++;
	assert_int_equal(lac_sq_map(b->q, &b->key[2], lac_src_iov(&big, 1), 0, 0, 0), -E2BIG);
	bench_free(b);
}

/* A list of pieces as they come in, and what is true of it. */
struct pieces {
	struct iovec v[140];
	struct lac_ol ol[140];
	uint64_t base, sum;
	uint32_t n;
	bool bad, as_ol;
	/* others of as many: under keys of their own, anywhere; and as a chain, which has short pieces */
	struct lac_loc loc[140];
	struct iovec short_v[140];
	struct chained {
		uint64_t buf;
		struct chained *next;
		uint16_t len, off;
		uint32_t unused;
	} m[140];
	uint64_t loc_sum, short_sum;
	bool loc_bad, short_bad;
};

static bool outside(const struct lac_klm_ctx *x, uint64_t addr, uint64_t len)
{
	return len == 0 || len > LAC_PIECE_MAX || addr < x->lo[0] || addr > x->hi[0] ||
	       len > x->hi[0] - addr;
}

static struct lac_src chain(const struct pieces *s)
{
	return (struct lac_src){s->m,
		LAC_SRC_MBUF_AT(offsetof(struct chained, next), offsetof(struct chained, off),
			offsetof(struct chained, len)),
		s->n, LAC_SRC_MBUF};
}

/* Of the list that there is: the same addresses, with other lengths. */
static void other_pieces(struct pieces *s, const struct lac_klm_ctx *x)
{
	const uint64_t rare = bench_rand() % 3 ? 300 : 12;
	uint32_t i;

	s->loc_sum = s->short_sum = 0;
	s->loc_bad = s->short_bad = false;
	for (i = 0; i < s->n; i++) {
		const uint64_t addr = (uint64_t)(uintptr_t)s->v[i].iov_base;
		const uint64_t pick = bench_rand() % rare;
		uint32_t len = (uint32_t)(bench_rand() % LAC_PIECE_MAX) + 1;

		len = pick == 0   ? 0
		      : pick == 1 ? (uint32_t)LAC_PIECE_MAX + (uint32_t)(bench_rand() % 3) - 1
		      : pick == 2 ? UINT32_MAX - (uint32_t)(bench_rand() % 3)
				  : len;
		s->loc[i] = (struct lac_loc){addr, len, {(uint32_t)bench_rand()}};
		s->loc_sum += len;
		s->loc_bad |= len == 0 || len > LAC_PIECE_MAX;

		s->short_v[i].iov_base = s->v[i].iov_base;
		s->short_v[i].iov_len = (uint16_t)(pick == 0   ? 0
						   : pick == 1 ? UINT16_MAX
							       : s->v[i].iov_len);
		s->m[i].off = (uint16_t)bench_rand();
		s->m[i].buf = addr - s->m[i].off;
		s->m[i].len = (uint16_t)s->short_v[i].iov_len;
		s->m[i].next = i + 1 < s->n ? &s->m[i + 1] : NULL;
		s->short_sum += s->m[i].len;
		s->short_bad |= outside(x, addr, s->m[i].len);
	}
}

/*
 * At random, with what lies at the edges now and then: lengths 0, 2 GiB, one more; both ends of known memory, by
 * one byte; the ends of 64 and of 63 bits.
 */
static void any_pieces(struct pieces *s, const struct lac_klm_ctx *x)
{
	const uint64_t span = x->hi[0] - x->lo[0], rare = bench_rand() % 3 ? 300 : 12;
	uint32_t i;

	s->base = x->lo[0] + bench_rand() % (span / 2 + 1);
	s->n = 1 + (uint32_t)(bench_rand() % (bench_rand() % 4 ? 8 : COUNT(s->v)));
	s->sum = 0;
	s->bad = false;
	s->as_ol = true;
	for (i = 0; i < s->n; i++) {
		uint64_t len = 1 + bench_rand() % 100000, addr;

		len = RTE_MIN(len, span);
		addr = RTE_MIN(s->base + bench_rand() % (bench_rand() % 2 ? 0x100000 : span),
			x->hi[0] - len);
		switch (bench_rand() % rare) {
		case 0:
			len = 0;
			break;
		case 1:
			len = UINT64_C(1) << 31;
			break;
		case 2:
			len = (UINT64_C(1) << 31) + 1;
			break;
		case 3:
			addr = x->lo[0] - 1;
			break;
		case 4:
			addr = x->hi[0] - len;
			break;
		case 5:
			addr = x->hi[0] - len + 1;
			break;
		case 6:
			addr = UINT64_MAX - bench_rand() % 100;
			break;
		case 7:
			len = UINT64_MAX - bench_rand() % 5;
			break;
		case 8:
			addr = x->lo[0];
			break;
		case 9:
			addr = (UINT64_C(1) << 63) - bench_rand() % 3;
			break;
		case 10:
			len = (UINT64_C(1) << 63) + bench_rand() % 3 - 1;
			break;
		case 11:
			addr = UINT64_MAX - len + bench_rand() % 3;
			break;
		default:
			break;
		}
		s->v[i].iov_base = (void *)(uintptr_t)addr;
		s->v[i].iov_len = len;
		s->ol[i].off = (uint32_t)(addr - s->base);
		s->ol[i].len = (uint32_t)len;
		s->sum += len;
		s->as_ol = s->as_ol && len <= UINT32_MAX && addr - s->base <= UINT32_MAX;
		s->bad |= outside(x, addr, len);
	}
	other_pieces(s, x);
}

/* Known memory: small, over 4 GiB and up, at either end of what there is. */
static struct lac_klm_ctx any_memory(void)
{
	static const uint64_t end[][2] = {{0x10000, 0x90000}, {0x10000, 0x7f0000000000},
		{0x100000000, 0x140000000}, {0x7f0080000000, 0x7f0280001000}, {0, 0x1000},
		{0, INT64_MAX}, {INT64_MAX - 0x100000, INT64_MAX}};
	const uint32_t i = (uint32_t)(bench_rand() % COUNT(end));

	struct lac_klm_ctx x;

	lac_klm_ctx_(&x, end[i][0], end[i][1], (uint32_t)bench_rand());
	return x;
}

/* Form @isa of @src: the bytes @want, the sum and the verdict. */
static void translated(unsigned int isa, struct lac_src src, const struct lac_klm_ctx *x,
	const uint8_t *want, size_t bytes, uint64_t sum, bool bad)
{
	uint8_t got[140 * 16 + 64];
	struct lac_acc a;

	assert_true(bytes == sizeof(got));
	memset(got, 0xee, sizeof(got));
	a = lac_klm_any(isa, got, src, x);
	assert_memory_equal(want, got, sizeof(got));
	assert_int_equal(a.sum, sum);
	assert_int_equal(a.bad != 0, bad);
}

/* Pieces with keys of their own, and chains, through each form. */
static void other_translators(struct pieces *s, const struct lac_klm_ctx *x)
{
	uint8_t one[140 * 16 + 64], two[sizeof(one)];
	uint32_t isa, j;

	memset(one, 0xee, sizeof(one));
	memset(one, 0, ((s->n + 3) & ~3u) * 16);
	for (j = 0; j < s->n; j++) {
		const uint32_t len = lac_to_be32(s->loc[j].len).be;
		const uint64_t addr = lac_to_be64(s->loc[j].addr).be;

		memcpy(one + j * 16, &len, 4);
		memcpy(one + j * 16 + 4, &s->loc[j].key.be, 4);
		memcpy(one + j * 16 + 8, &addr, 8);
	}
	memset(two, 0xee, sizeof(two));
	lac_klm_any(LAC_ISA_SCALAR, two, lac_src_iov(s->short_v, s->n), x);
	for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
		if (!lac_isa_usable(isa))
			continue;
		translated(isa, lac_src_loc(s->loc, s->n), x, one, sizeof(one), s->loc_sum,
			s->loc_bad);
		translated(isa, chain(s), x, two, sizeof(two), s->short_sum, s->short_bad);
		/* one that ends before its length */
		j = (uint32_t)(bench_rand() % s->n);
		s->m[j].next = NULL;
		if (j + 1 < s->n)
			assert_true(
				lac_klm_any(isa, (uint8_t[sizeof(one)]){0}, chain(s), x).bad != 0);
		s->m[j].next = j + 1 < s->n ? &s->m[j + 1] : NULL;
	}
}

/* Every translator that this CPU has: the same bytes and the same verdict as the scalar one, which is exact. */
static void translators(void **state)
{
	uint8_t one[140 * 16 + 64];
	uint32_t isa, round, j, forms = 0;
	struct pieces s;

	(void)state;
	for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
		forms += bench_isa(isa);
		print_message("translator %u %s\n", isa,
			bench_isa(isa) ? "is compared" : "this CPU does not have");
	}
	assert_true(forms >= 2);
	for (round = 0; round < 40000; round++) {
		const struct lac_klm_ctx x = any_memory();
		struct lac_acc a;

		any_pieces(&s, &x);
		memset(one, 0xee, sizeof(one));
		a = lac_klm_any(LAC_ISA_SCALAR, one, lac_src_iov(s.v, s.n), &x);
		assert_int_equal(a.bad != 0, s.bad);
		assert_int_equal(a.sum, s.sum);
		assert_int_equal(one[((s.n + 3) & ~3u) * 16], 0xee);
		for (j = s.n; j & 3; j++)
			assert_int_equal(one[j * 16] | one[j * 16 + 5] | one[j * 16 + 15], 0);
		for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
			if (!bench_isa(isa))
				continue;
			translated(isa, lac_src_iov(s.v, s.n), &x, one, sizeof(one), s.sum, s.bad);
			if (s.as_ol)
				translated(isa, lac_src_ol((void *)(uintptr_t)s.base, s.ol, s.n),
					&x, one, sizeof(one), s.sum, s.bad);
		}
		if (round % 8 == 0)
			other_translators(&s, &x);
	}
}

/* One of the lists, and its length. */
static struct lac_src any_source(const struct pieces *s, uint64_t *len)
{
	const uint64_t pick = bench_rand() % 4;

	*len = pick == 0 ? s->loc_sum : pick == 1 ? s->short_sum : s->sum;
	if (pick == 0)
		return lac_src_loc(s->loc, s->n);
	if (pick == 1)
		return chain(s);
	if (pick == 2 && s->as_ol)
		return lac_src_ol((void *)(uintptr_t)s->base, s->ol, s->n);
	return lac_src_iov(s->v, s->n);
}

/* Whole requests, through what is inline here and through the library: the same ring as by the exact way. */
static void inline_is_exact(void **state)
{
	const struct lac_keys_attr a = {.access = ALL, .max_entries = 256};
	const struct lac_rem there = {0x1234567890, {0x77}};
	struct pieces s;
	uint32_t round, isa;

	(void)state;
	for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
		struct bench *b = fresh(&a, 52, 65532), *c = fresh(&a, 52, 65532);

		if (!bench_isa(isa)) {
			bench_free(b);
			bench_free(c);
			continue;
		}
		/* its requests are all cold */
		c->cls[0].hot_max = c->cls[0].hot_small = c->cls[0].long_max = 0;
		b->q->isa = (uint8_t)isa;
		c->q->isa = LAC_ISA_SCALAR;
		for (round = 0; round < 4000; round++) {
			const struct lac_klm_ctx x = any_memory();
			const uint32_t from = b->q->pi, k = (uint32_t)(bench_rand() % BENCH_KEYS);
			uint64_t len, max;
			struct lac_src src;
			int r1, r2;

			any_pieces(&s, &x);
			max = bench_rand() % 4 ? 1u << 31 : 100000;
			lac_sq_set_msg_max(b->q, max);
			lac_sq_set_msg_max(c->q, max);
			lac_sq_set_hull(b->q, x.lo[0], x.hi[0]);
			lac_sq_set_hull(c->q, x.lo[0], x.hi[0]);
			src = any_source(&s, &len);
			len = bench_rand() % 2 ? LAC_LEN_SUM : len + (bench_rand() % 8 == 0);
			/* one that just reaches the ring's end is put behind it if its transfer is to
			 * follow, and by the exact way only the transfer: see transfer_wraps() */
			if (64 - (b->q->pi & 63) == (src.n <= 52 ? 2 + (src.n + 3) / 4 : 3)) {
				assert_int_equal(lac_sq_nop(b->q, 0, 0), 0);
				assert_int_equal(lac_sq_nop(c->q, 0, 0), 0);
			}
			if (bench_rand() % 2) {
				r1 = lac_sq_map_write(
					b->q, &b->key[k], src, len, there, LAC_SIGNAL, round);
				r2 = lac_sq_map_write(
					c->q, &c->key[k], src, len, there, LAC_SIGNAL, round);
			} else {
				r1 = lac_sq_map(b->q, &b->key[k], src, len, LAC_SIGNAL, round);
				r2 = lac_sq_map(c->q, &c->key[k], src, len, LAC_SIGNAL, round);
			}
			assert_int_equal(r1, r2);
			assert_int_equal(b->q->pi, c->q->pi);
			assert_int_equal(b->q->fm, c->q->fm);
			assert_memory_equal(b->key, c->key, BENCH_KEYS * sizeof(*b->key));
			for (uint32_t i = from; i != b->q->pi;) {
				const uint8_t *p = bench_at(b, i);

				assert_int_equal(b->wr[i & 63].bb, c->wr[i & 63].bb);
				if (p[7] == 9) /* lists are elsewhere in each */
					assert_memory_equal(p, bench_at(c, i), 136);
				else
					assert_memory_equal(p, bench_at(c, i), p[7] * 16u);
				i += b->wr[i & 63].bb;
			}
			if (r1 == 0)
				b->key[k].state = c->key[k].state = LAC_KEY_FREE;
			if (b->q->pi - lac_sq_ci_(b->q) > 20) {
				bench_idle(b);
				bench_idle(c);
			}
		}
		bench_free(b);
		bench_free(c);
	}
}

/* A registration that just reaches the ring's end, its transfer behind it: both begin anew, or, without the room, the transfer. */
static void transfer_wraps(void **state)
{
	const struct lac_keys_attr a = {.access = ALL, .max_entries = 256};
	const struct lac_rem there = {0x1234567890, {0x77}};
	static const uint32_t pieces[] = {3, 20, 64};
	struct iovec v[64];
	uint32_t i, j, bb;

	(void)state;
	for (j = 0; j < COUNT(v); j++) {
		v[j].iov_base = (void *)(uintptr_t)(0x1000 + j * 16);
		v[j].iov_len = 2;
	}
	for (i = 0; i < 2 * COUNT(pieces); i++) {
		struct bench *b = fresh(&a, 52, 65532);
		const uint32_t n = pieces[i / 2];

		bb = n <= 52 ? 2 + (n + 3) / 4 : 3;
		bench_seek(b, 64 - bb);
		if (i & 1) { /* room for the two, and for no padding */
			bench_seek(b, 64);
			for (j = 0; j < 128 - bb - 64; j++)
				assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), 0);
			bench_complete(b, 64);
			assert_int_equal(lac_cq_poll(&b->cq, &(struct lac_wc){0}, 1), 1);
		}
		j = b->q->pi;
		assert_int_equal(64 - (j & 63), bb);
		assert_int_equal(lac_sq_map_write(b->q, &b->key[0], lac_src_iov(v, n), 2 * n, there,
					 LAC_SIGNAL, 7),
			0);
		assert_int_equal(b->q->pi, i & 1 ? j + bb + 1 : j + 2 * bb + 1);
		assert_int_equal(bench_opcode(b, j), i & 1 ? LAC_WQE_UMR : LAC_WQE_NOP);
		assert_int_equal(bench_opcode(b, i & 1 ? j + bb : j + 2 * bb), LAC_WQE_WRITE);
		assert_int_equal(b->wr[(b->q->pi - 1) & 63].cookie, 7);
		bench_free(b);
	}
}

/* doc/umr.md's example, as it stands there. */
static void worked_example(void **state)
{
	static const uint32_t want[48] = {0x00000725, 0x1234560c, 0x00000008, 0x00abcd01,
		0xa0000000, 0x00040000, 0, 0x203c2001, 0, 0, 0, 0, 0, 0, 0, 0, 0x00003800,
		0xffffff01, 0, 0, 0, 0, 0, 0x1007, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0x1100, 0x7f00,
		0x1003, 0x1000, 0x1100, 0x7f00, 0x42000, 2, 0x1100, 0x7f00, 0xfff};
	const struct lac_keys_attr a = {
		.zero_based = 1, .access = LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE};
	struct iovec v[3] = {{(void *)0x7f0000001003, 5}, {(void *)0x7f0000042000, 4096},
		{(void *)0x7f0000000fff, 2}};
	struct bench *b = fresh(&a, 52, 65532);

	(void)state;
	bench_seek(b, 7);
	bench_key(b, 0, 0, 0);
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 3), 4103, LAC_SIGNAL, 0), 0);
	UNIT_ASSERT_WORDS(bench_at(b, 7), want);
	bench_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_example),
		cmocka_unit_test(start_address),
		cmocka_unit_test(rights),
		cmocka_unit_test(key_byte_rotates),
		cmocka_unit_test(split),
		cmocka_unit_test(long_totals),
		cmocka_unit_test(page_lists),
		cmocka_unit_test(translators),
		cmocka_unit_test(inline_is_exact),
		cmocka_unit_test(transfer_wraps),
	};

	return cmocka_run_group_tests_name("hot_maps", tests, NULL, NULL);
}
