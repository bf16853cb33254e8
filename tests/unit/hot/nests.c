/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Keys over keys, with a list limit of 64 to keep the images small: what is posted, that children made in one pass are
 * those made entry by entry, and that a refusal in the last of them changes nothing in the first.
 */
#include <lacuna/src_mbuf.h>

#include "bench.h"

#define ALL   (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)
#define LIST  64u
#define MOST  (4 * LIST)
#define TWO_G (UINT64_C(1) << 31)

static const struct lac_rem there = {0x1234567890, {0x77}};

static struct bench *fresh(const struct bench_conf *conf)
{
	const struct lac_keys_attr a = {.zero_based = 1, .max_entries = MOST, .access = ALL};
	struct bench *b = bench_new(conf);
	uint32_t i;

	bench_class(b, 0, &a, 52, LIST);
	bench_nest(b, 52, LIST, 4, BENCH_KEYS);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, 0, 1);
	return b;
}

static uint64_t word64(const uint8_t *p, uint32_t off)
{
	return (uint64_t)bench_word(p, off) << 32 | bench_word(p, off + 4);
}

static void as_wqes(void **state)
{
	const uint64_t g = UINT64_C(1) << 30;
	struct bench *b = fresh(NULL);
	const struct lac_key *kids = b->kids.key;
	struct iovec v[150];
	const uint8_t *p;
	uint32_t i;

	(void)state;
	for (i = 0; i < 150; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x1000 + i * 16);
		v[i].iov_len = i == 70 ? g * 3 + 1
				       : 2; /* in the second child, which is over 2 GiB */
	}
	assert_int_equal(
		lac_sq_map(b->q, &b->key[1], lac_src_iov(v, 150), LAC_LEN_SUM, LAC_SIGNAL, 5), 0);
	/* two children by pointer, the third of 150 + 1 - 128 = 23 entries in its WQE, then the parent */
	assert_int_equal(b->q->pi, 3 + 3 + (2 + 6) + 3);
	assert_int_equal(bench_fm(b, 0), 0);
	assert_int_equal(bench_word(bench_at(b, 0), 0x0c), (BENCH_KID_INDEX + 4) << 8 | 1);
	assert_int_equal(word64(bench_at(b, 3), 0x58), 62 * 2 + g * 3 + 1);
	assert_int_equal(bench_at(b, 0)[0x42], 0x08); /* children: local rights only */
	p = bench_at(b, 14);
	assert_int_equal(p[11], 0x20 | LAC_SIGNAL); /* behind the children */
	assert_int_equal(p[0x42], 0x78);
	assert_int_equal(bench_word(p, 0x80), 128);
	assert_int_equal(bench_word(p, 0x84), (BENCH_KID_INDEX + 4) << 8 | 1);
	assert_int_equal(bench_word(p, 0x90), 1u << 31);
	assert_int_equal(bench_word(p, 0x94), (BENCH_KID_INDEX + 5) << 8 | 1);
	assert_int_equal(bench_word(p, 0xa0), 62 * 2 + g * 3 + 1 - (1u << 31));
	assert_int_equal(word64(p, 0xa8), 1u << 31);
	assert_int_equal(bench_word(p, 0xb4), (BENCH_KID_INDEX + 6) << 8 | 1);
	assert_int_equal(bench_word(p, 0xb0), 23 * 2);
	for (i = 0; i < 14; i++)
		if (b->wr[i].bb)
			assert_true(
				i == 14 || (b->wr[i].flags & LAC_WR_PART && !(b->wr[i].flags & 1)));
	assert_int_equal(lac_key_state(&kids[4]), LAC_KEY_LIVE);
	assert_int_equal(lac_key_state(&kids[7]), LAC_KEY_FREE);
	bench_idle(b);
	/* ended parent first; the children behind it; one completion */
	i = b->q->pi;
	assert_int_equal(lac_sq_inv(b->q, &b->key[1], LAC_SIGNAL, 6), 0);
	assert_int_equal(b->q->pi, i + 8);
	assert_int_equal(bench_word(bench_at(b, i), 0x0c), lac_rkey_num(lac_key_rkey(&b->key[1])));
	assert_int_equal(bench_at(b, i)[11], 0x20);
	assert_int_equal(bench_word(bench_at(b, i + 2), 0x0c), (BENCH_KID_INDEX + 4) << 8 | 1);
	assert_int_equal(bench_at(b, i + 6)[11], 0x20 | LAC_SIGNAL);
	assert_int_equal(lac_key_state(&b->key[1]), LAC_KEY_FREE);
	assert_int_equal(lac_key_state(&kids[6]), LAC_KEY_FREE);
	bench_idle(b);
	/* no room for all of it: nothing of it */
	for (i = 0; i < 52; i++)
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), 0);
	i = b->q->pi;
	assert_int_equal(
		lac_sq_map(b->q, &b->key[1], lac_src_iov(v, 150), 0, LAC_SIGNAL, 5), -EAGAIN);
	assert_int_equal(b->q->pi, i);
	assert_int_equal(lac_key_state(&kids[4]), LAC_KEY_FREE);
	assert_int_equal(kids[4].be, lac_to_be32((BENCH_KID_INDEX + 4) << 8 | 1).be);
	bench_free(b);
}

/* The same pieces in each of the ways in which they may be listed. */
struct listed {
	struct iovec iov[MOST + 1];
	struct lac_ol ol[MOST + 1];
	struct lac_loc loc[MOST + 1];
	struct rte_mbuf mbuf[MOST + 1];
	uint32_t n;
};

static void list_add(struct listed *l, uint64_t addr, uint32_t len)
{
	const uint32_t i = l->n++;

	l->iov[i].iov_base = (void *)(uintptr_t)addr;
	l->iov[i].iov_len = len;
	l->ol[i].off = (uint32_t)addr;
	l->ol[i].len = len;
	l->loc[i].addr = addr;
	l->loc[i].len = len;
	l->loc[i].key.be = 0x1234 + i;
	l->mbuf[i].buf_addr = (void *)(uintptr_t)(addr - 64);
	l->mbuf[i].data_off = 64;
	l->mbuf[i].data_len = (uint16_t)len;
	l->mbuf[i].next = NULL;
	if (i)
		l->mbuf[i - 1].next = &l->mbuf[i];
}

static struct lac_src list_src(struct listed *l, uint32_t kind)
{
	if (kind == LAC_SRC_OL)
		return lac_src_ol(NULL, l->ol, l->n);
	if (kind == LAC_SRC_LOC)
		return lac_src_loc(l->loc, l->n);
	l->mbuf[0].nb_segs = (uint16_t)l->n;
	return kind == LAC_SRC_MBUF ? lac_src_mbuf(l->mbuf) : lac_src_iov(l->iov, l->n);
}

/* @l, and in @more the same with an empty piece somewhere, which needs the exact way. Some pieces have just 2 GiB. */
static uint64_t any_lists(struct listed *l, struct listed *more, uint32_t kind)
{
	const uint32_t n = LIST + 1 + (uint32_t)(bench_rand() % (MOST - 1 - LIST));
	const uint32_t empty = (uint32_t)(bench_rand() % (n + 1)), rare = bench_rand() % 2 ? 50 : 0;
	uint64_t sum = 0;
	uint32_t i;

	l->n = more->n = 0;
	for (i = 0; i <= n; i++) {
		const uint64_t addr = 0x10000 + bench_rand() % 0x10000000;
		const uint32_t len = kind != LAC_SRC_MBUF && rare && bench_rand() % rare == 0
					     ? (uint32_t)TWO_G
					     : 1 + (uint32_t)(bench_rand() % 0xffff);

		if (i == empty)
			list_add(more, addr, 0);
		if (i == n)
			break;
		list_add(l, addr, len);
		list_add(more, addr, len);
		/* each has its own key, by its place */
		more->loc[more->n - 1].key = l->loc[l->n - 1].key;
		sum += len;
	}
	return sum;
}

/* The WQEs from @from on, and their lists, are the same in both. */
static void same_rings(const struct bench *b, const struct bench *c, uint32_t from)
{
	uint32_t i;

	assert_int_equal(b->q->pi, c->q->pi);
	assert_int_equal(b->q->list_pi, c->q->list_pi);
	assert_int_equal(b->q->fm, c->q->fm);
	assert_int_equal(b->q->rd, c->q->rd);
	assert_int_equal(b->q->db, c->q->db);
	assert_memory_equal(b->key, c->key, BENCH_KEYS * sizeof(*b->key));
	assert_memory_equal(b->kids.key, c->kids.key, BENCH_KIDS * sizeof(*b->kids.key));
	for (i = from; i != b->q->pi; i += b->wr[i & 63].bb) {
		const uint8_t *p = bench_at(b, i), *o = bench_at(c, i);

		/* of padding nothing more is remembered */
		assert_memory_equal(&b->wr[i & 63].bb, &c->wr[i & 63].bb, 3);
		if (!(b->wr[i & 63].flags & LAC_WR_PAD))
			assert_memory_equal(&b->wr[i & 63], &c->wr[i & 63], sizeof(b->wr[0]));
		if (p[7] != 9) {
			assert_memory_equal(p, o, p[7] * 16u);
			continue;
		}
		assert_memory_equal(p, o, 136);
		assert_int_equal(
			word64(p, 136) - (uintptr_t)b->list, word64(o, 136) - (uintptr_t)c->list);
		assert_memory_equal((const uint8_t *)(uintptr_t)word64(p, 136),
			(const uint8_t *)(uintptr_t)word64(o, 136), bench_word(p, 128));
	}
}

static void one_pass_is_exact(void **state)
{
	static const uint32_t kinds[] = {LAC_SRC_IOV, LAC_SRC_OL, LAC_SRC_LOC, LAC_SRC_MBUF};
	const struct bench_conf conf = {.list_units = 8};
	static struct listed l, more;
	uint32_t isa, round;

	(void)state;
	for (isa = 0; isa < LAC_ISA_COUNT; isa++) {
		struct bench *b = fresh(&conf), *c = fresh(&conf);
		uint32_t posted = 0;

		b->q->isa = c->q->isa = (uint8_t)isa;
		for (round = 0; round < 3000 && lac_isa_usable(isa); round++) {
			const uint32_t kind = kinds[bench_rand() % COUNT(kinds)], from = b->q->pi;
			const uint32_t k = (uint32_t)(bench_rand() % BENCH_KEYS);
			const unsigned int fl = bench_rand() % 4 ? LAC_SIGNAL
								 : LAC_SIGNAL | LAC_FENCE;
			uint64_t len = any_lists(&l, &more, kind);
			int r1, r2;

			len = bench_rand() % 2 ? LAC_LEN_SUM : len + (bench_rand() % 16 == 0);
			if (bench_rand() % 2) {
				r1 = lac_sq_map(
					b->q, &b->key[k], list_src(&l, kind), len, fl, round);
				r2 = lac_sq_map(
					c->q, &c->key[k], list_src(&more, kind), len, fl, round);
			} else {
				r1 = lac_sq_map_read(b->q, &b->key[k], list_src(&l, kind), len,
					there, fl, round);
				r2 = lac_sq_map_read(c->q, &c->key[k], list_src(&more, kind), len,
					there, fl, round);
			}
			assert_int_equal(r1, r2);
			same_rings(b, c, from);
			if (r1 == -EAGAIN || bench_rand() % 2) {
				bench_idle(b);
				bench_idle(c);
			}
			if (r1 < 0)
				continue;
			posted++;
			while (lac_sq_inv(b->q, &b->key[k], LAC_SIGNAL, 0) != 0)
				bench_idle(b);
			while (lac_sq_inv(c->q, &c->key[k], LAC_SIGNAL, 0) != 0)
				bench_idle(c);
		}
		assert_int_equal(b->q->n[LAC_SQ_MAPS_NESTED], posted);
		assert_true(posted > 1000 || !lac_isa_usable(isa));
		bench_free(b);
		bench_free(c);
	}
}

static void refusals(void **state)
{
	const struct bench_conf conf = {.list_units = 2, .hull_lo = 0x10000, .hull_hi = INT64_MAX};
	struct snapshot *s = malloc(sizeof(*s));
	struct bench *b = fresh(&conf);
	struct iovec v[MOST + 1];
	struct lac_err why;
	uint32_t i;

	(void)state;
	for (i = 0; i < COUNT(v); i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x20000 + i * 16);
		v[i].iov_len = 2;
	}
#define MAP(k, n, len) lac_sq_map(b->q, &b->key[k], lac_src_iov(v, n), len, LAC_SIGNAL, 0)
	REFUSED(b, s, MAP(0, 100, 199), -EINVAL);
	REFUSED(b, s, MAP(0, 100, 201), -EINVAL);
	REFUSED(b, s, MAP(0, MOST + 1, 0), -E2BIG);
	/* something of the second child only */
	v[90].iov_base = (void *)0xffff;
	REFUSED(b, s, MAP(0, 100, 200), -EFAULT);
	lac_qp_err(&b->qp, &why);
	assert_int_equal(why.index, 90);
	v[90].iov_base = v[89].iov_base;
	b->kids.key[1].state = LAC_KEY_LIVE;
	REFUSED(b, s, MAP(0, 100, 200), -EBUSY);
	b->kids.key[1].state = LAC_KEY_FREE;
	/* its list does not fit the list ring, now */
	assert_int_equal(MAP(1, 60, 120), 0);
	REFUSED(b, s, MAP(0, LIST + 60, 248), -EAGAIN);
	bench_idle(b);
	/* or ever: three lists, two units */
	REFUSED(b, s, MAP(0, 2 * LIST + 60, 376), -E2BIG);
	b->q->n[LAC_SQ_REFUSALS] = 0;
	lac_sq_set_msg_max(b->q, 199);
	REFUSED(b, s, lac_sq_map_write(b->q, &b->key[0], lac_src_iov(v, 100), 200, there, 0, 0),
		-EMSGSIZE);
	lac_sq_set_msg_max(b->q, 200);
	assert_int_equal(
		lac_sq_map_write(b->q, &b->key[0], lac_src_iov(v, 100), 200, there, LAC_SIGNAL, 0),
		0);
	bench_idle(b);
	/* 2 GiB each: more than the parent can list */
	for (i = 0; i < LIST + 1; i++)
		v[i].iov_len = TWO_G;
	REFUSED(b, s, MAP(2, LIST + 1, 0), -EMSGSIZE);
	v[LIST].iov_len = v[LIST - 1].iov_len = v[LIST - 2].iov_len = 1;
	assert_int_equal(MAP(2, LIST + 1, 0), 0);
#undef MAP
	bench_free(b);
	free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_wqes),
		cmocka_unit_test(one_pass_is_exact),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests_name("hot_nests", tests, NULL, NULL);
}
