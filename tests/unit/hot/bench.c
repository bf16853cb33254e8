/* SPDX-License-Identifier: BSD-3-Clause */
#include "bench.h"

#include <time.h>

uint64_t bench_rand(void)
{
	static uint64_t x;
	static bool seeded;
	uint64_t z;

	if (!seeded) {
		const char *s = getenv("LAC_TEST_SEED");

		x = s ? strtoull(s, NULL, 0) : (uint64_t)time(NULL) * 1000003u;
		print_message("seed %llu (LAC_TEST_SEED replays)\n", (unsigned long long)x);
		seeded = true;
	}
	x += 0x9e3779b97f4a7c15u;
	z = x;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

bool bench_isa(uint32_t isa)
{
	static bool usable[LAC_ISA_COUNT], asked;
	uint32_t i;

	for (i = 0; i < LAC_ISA_COUNT && !asked; i++)
		usable[i] = lac_isa_usable(i);
	asked = true;
	return usable[isa];
}

/* Credit that polling found is taken first, as a refusal may do. */
void bench_take(const struct bench *b, struct snapshot *s)
{
	const struct lac_sq *q = b->q;

	lac_sq_settle(b->q);
	s->pi = q->pi;
	s->ci = q->ci;
	s->rung = q->rung;
	s->list_pi = q->list_pi;
	s->list_ci = q->list_ci;
	s->record = b->record[1];
	s->db = q->db;
	s->uar = b->uar[0];
	s->fm = q->fm;
	s->rd = q->rd;
	memcpy(s->key, b->key, sizeof(s->key));
	if (b->kids.key)
		memcpy(s->kid, b->kids.key, sizeof(s->kid));
	memcpy(s->ring, b->ring, sizeof(s->ring));
	memcpy(s->wr, b->wr, sizeof(s->wr));
	memcpy(s->list, b->list, sizeof(s->list));
}

void bench_same(const struct bench *b, const struct snapshot *s)
{
	const struct lac_sq *q = b->q;
	uint32_t i;

	assert_int_equal(q->pi, s->pi);
	assert_int_equal(q->ci, s->ci);
	assert_int_equal(q->rung, s->rung);
	assert_int_equal(q->list_pi, s->list_pi);
	assert_int_equal(q->list_ci, s->list_ci);
	assert_int_equal(b->record[1], s->record);
	assert_int_equal(q->db, s->db);
	assert_int_equal(b->uar[0], s->uar);
	assert_int_equal(q->fm, s->fm);
	assert_int_equal(q->rd, s->rd);
	assert_memory_equal(b->key, s->key, sizeof(s->key));
	if (b->kids.key)
		assert_memory_equal(b->kids.key, s->kid, sizeof(s->kid));
	for (i = q->ci; i != q->pi; i++) {
		assert_memory_equal(bench_at(b, i), s->ring + (size_t)(i & q->mask) * 64, 64);
		assert_memory_equal(&b->wr[i & q->mask], &s->wr[i & q->mask], sizeof(s->wr[0]));
	}
	for (i = q->list_ci; i != q->list_pi; i++)
		assert_memory_equal(b->list + (size_t)(i & q->list_mask) * LAC_LIST_UNIT,
			s->list + (size_t)(i & q->list_mask) * LAC_LIST_UNIT, LAC_LIST_UNIT);
}
