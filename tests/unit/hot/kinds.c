/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Lists whose pieces are not plain memory: pieces under keys of their own, and chains of mbufs. Every translator that
 * this CPU has, against a list made here, one word after the other.
 */
#include <stddef.h>

#include "bench.h"

#define MOST   70u
#define ROUNDS 20000u

/* An mbuf, as far as a walk looks at it; the words apart, so that an offset taken for another is noticed. */
struct link {
	uint64_t addr;
	uint32_t rsvd;
	uint16_t off, rsvd1, len;
	struct link *next;
};

/* What a translation must give: the entries, then what was there before. */
struct want {
	uint8_t list[(MOST + 8) * 16];
	uint64_t sum;
	bool bad;
};

static uint32_t below(uint32_t n)
{
	return (uint32_t)(bench_rand() % n);
}

static void begin(struct want *w)
{
	memset(w, 0, sizeof(*w));
	memset(w->list, 0xee, sizeof(w->list));
}

static void entry(struct want *w, uint32_t i, uint64_t addr, uint32_t len, uint32_t key_be)
{
	const lac_be32 l = lac_to_be32(len);
	const lac_be64 a = lac_to_be64(addr);

	memcpy(w->list + i * 16, &l, 4);
	memcpy(w->list + i * 16 + 4, &key_be, 4);
	memcpy(w->list + i * 16 + 8, &a, 8);
	w->sum += len;
}

/* Entries of 0, up to a multiple of 4. */
static void pad(struct want *w, uint32_t n)
{
	memset(w->list + n * 16, 0, (-n & 3) * 16);
}

static void all_agree(const struct want *w, struct lac_src s, const struct lac_klm_ctx *x)
{
	uint8_t got[sizeof(w->list)];
	uint32_t isa;

	for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
		struct lac_acc a;

		if (!bench_isa(isa))
			continue;
		memset(got, 0xee, sizeof(got));
		a = lac_klm_any(isa, got, s, x);
		assert_int_equal(a.bad != 0, w->bad);
		/* of a chain that ends too early the list is nobody's */
		if (s.kind == LAC_SRC_MBUF && w->bad)
			continue;
		assert_memory_equal(got, w->list, sizeof(got));
		assert_int_equal(a.sum, w->sum);
	}
}

/* Any address is good, and every length of 1 to 2 GiB. */
static void own_keys(void **state)
{
	static const uint32_t edge[] = {0, 1u << 31, (1u << 31) + 1, 0xffffffff, 1};
	struct bench *b = bench_new(NULL);
	struct lac_loc v[MOST];
	struct want w;
	uint32_t round, i;

	(void)state;
	for (round = 0; round < ROUNDS; round++) {
		const uint32_t n = 1 + below(below(2) ? 8 : MOST), rare = below(3) ? 500 : 9;

		begin(&w);
		for (i = 0; i < n; i++) {
			const bool odd = below(rare) == 0;

			v[i].addr = bench_rand() >> below(64);
			v[i].len = odd ? edge[below(COUNT(edge))] : 1 + below(1u << 31);
			v[i].key.be = (uint32_t)bench_rand();
			entry(&w, i, v[i].addr, v[i].len, v[i].key.be);
			w.bad |= v[i].len == 0 || v[i].len > 1u << 31;
		}
		pad(&w, n);
		all_agree(&w, lac_src_loc(v, n), &b->q->x);
	}
	bench_free(b);
}

/* Memory known to devices, a length of 1 to 65,535, no fewer links than the first says. */
static void chains(void **state)
{
	const uint64_t at = LAC_SRC_MBUF_AT(offsetof(struct link, next), offsetof(struct link, off),
		offsetof(struct link, len));
	const struct bench_conf conf = {.hull_lo = 0x100000000, .hull_hi = 0x7f0000001000};
	const uint64_t lo = conf.hull_lo, hi = conf.hull_hi;
	struct bench *b = bench_new(&conf);
	struct link m[MOST];
	struct want w;
	uint32_t round, i;

	(void)state;
	for (round = 0; round < ROUNDS; round++) {
		const uint32_t n = 1 + below(below(2) ? 8 : MOST), rare = below(3) ? 500 : 9;
		const bool ends = below(20) == 0;

		begin(&w);
		w.bad = ends;
		memset(m, 0xff, sizeof(m));
		for (i = 0; i < n; i++) {
			const bool odd = below(rare) == 0;
			uint64_t addr = lo + bench_rand() % (hi - lo - 65535);

			m[i].len = (uint16_t)(1 + below(65535));
			m[i].off = (uint16_t)bench_rand();
			if (odd && below(3) == 0)
				m[i].len = 0;
			else if (odd)
				addr = below(2) ? lo - below(2) : hi - m[i].len + below(2);
			m[i].addr = addr - m[i].off;
			m[i].next = i + 1 + ends < n ? &m[i + 1] : NULL;
			entry(&w, i, addr, m[i].len, lac_to_be32(BENCH_DMA).be);
			w.bad |= m[i].len == 0 || addr < lo || addr + m[i].len > hi;
		}
		pad(&w, n);
		all_agree(&w, (struct lac_src){n == 1 && ends ? NULL : m, at, n, LAC_SRC_MBUF},
			&b->q->x);
	}
	bench_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_keys),
		cmocka_unit_test(chains),
	};

	return cmocka_run_group_tests_name("hot_kinds", tests, NULL, NULL);
}
