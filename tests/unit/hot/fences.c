/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Fences that the library keeps (doc/ordering.md): after a UMR, through padding and doorbells; before ending what a READ or
 * an atomic still uses; parents behind children; what the device's umr_fence capability asks for.
 */
#include "bench.h"

#define SMALL  0x20u
#define STRONG 0x60u
#define FENCE  0x80u /* small and fence */

static const struct lac_rem there = {0x1000, {0x55}};
static const struct lac_loc here = {0x2000, 8, {0x11}};
static struct iovec piece[5] = {{(void *)0x1000, 8}, {(void *)0x2000, 8}, {(void *)0x3000, 8},
	{(void *)0x4000, 8}, {(void *)0x5000, 8}};

static struct bench *fresh(uint8_t umr_fence, int remap)
{
	const struct bench_conf conf = {.umr_fence = umr_fence};
	const struct lac_keys_attr a = {.zero_based = 1, .remap = remap, .max_entries = 400};
	struct bench *b = bench_new(&conf);
	uint32_t i;

	bench_class(b, 0, &a, 52, 65532);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, 0, 0);
	return b;
}

/* Posts, and tells the fence of the WQE that came of it. */
#define FM(b, call)                                                     \
	__extension__({                                                 \
		uint32_t pi_ = (b)->q->pi;                              \
		assert_int_equal(call, 0);                              \
		while (bench_opcode(b, pi_) == LAC_WQE_NOP &&           \
			(b)->wr[pi_ & (b)->q->mask].flags & LAC_WR_PAD) \
			pi_++;                                          \
		bench_fm(b, pi_);                                       \
	})
#define MAP(b, k) lac_sq_map((b)->q, &(b)->key[k], lac_src_iov(piece, 1), 8, 0, 0)
#define INV(b, k) lac_sq_inv((b)->q, &(b)->key[k], 0, 0)
#define WRITE(b)  lac_sq_write((b)->q, here, there, 0, 0)
#define READ(b)   lac_sq_read((b)->q, here, there, 0, 0)

static void after_a_umr(void **state)
{
	struct bench *b = fresh(0, 0);

	(void)state;
	assert_int_equal(FM(b, WRITE(b)), 0);
	assert_int_equal(FM(b, MAP(b, 0)), 0);
	assert_int_equal(FM(b, WRITE(b)), SMALL);
	assert_int_equal(FM(b, WRITE(b)), 0);
	assert_int_equal(FM(b, MAP(b, 1)), 0);
	assert_int_equal(FM(b, MAP(b, 2)), SMALL);
	lac_sq_ring(b->q); /* a doorbell is no barrier to the device */
	assert_int_equal(FM(b, lac_sq_send(b->q, here, 0, 0)), SMALL);
	assert_int_equal(FM(b, MAP(b, 3)), 0);
	/* a NOP moves nothing, so it does not use the fence up */
	assert_int_equal(FM(b, lac_sq_nop(b->q, 0, 0)), 0);
	assert_int_equal(FM(b, lac_sq_fadd(b->q, here, there, 1, 0, 0)), SMALL);
	assert_int_equal(FM(b, INV(b, 0)), FENCE); /* the atomic */
	assert_int_equal(FM(b, WRITE(b)), SMALL);  /* an invalidation is a UMR */
	assert_int_equal(FM(b, lac_sq_write_inl(b->q, piece, 9, there, 0, 0)), 0);
	bench_idle(b);
	assert_int_equal(FM(b, MAP(b, 4)), 0);
	assert_int_equal(FM(b, lac_sq_write_v(b->q, &here, 1, there, 0, 0)), SMALL);
	bench_free(b);
}

/* Padding between the UMR and what uses it: the NOPs carry no fence, and do not swallow it. */
static void through_padding(void **state)
{
	const struct iovec hollow[6] = {piece[0], piece[1], {0}, piece[2], piece[3], piece[4]};
	struct bench *b = fresh(0, 0);
	uint32_t i;

	(void)state;
	bench_seek(b, 64 - 4);
	assert_int_equal(FM(b, MAP(b, 0)), 0); /* 61 .. 63 */
	assert_int_equal(b->q->pi, 63);
	lac_sq_ring(b->q);
	assert_int_equal(
		FM(b, lac_sq_map(b->q, &b->key[1], lac_src_iov(piece, 5), 40, 0, 0)), SMALL);
	assert_int_equal(b->q->pi, 64 + 4);
	assert_int_equal(bench_opcode(b, 63), LAC_WQE_NOP);
	assert_int_equal(bench_fm(b, 63), 0);
	assert_int_equal(FM(b, WRITE(b)), SMALL);
	bench_seek(b, 128 - 4);
	assert_int_equal(FM(b, MAP(b, 2)), 0);
	assert_int_equal(FM(b, lac_sq_write_inl(b->q, piece, 70, there, 0, 0)), SMALL);
	assert_true(b->wr[63].flags & LAC_WR_PAD);
	/* piece by piece, as one is empty */
	bench_seek(b, 192 - 4);
	assert_int_equal(FM(b, MAP(b, 3)), 0);
	assert_int_equal(
		FM(b, lac_sq_map(b->q, &b->key[4], lac_src_iov(hollow, 6), 40, 0, 0)), SMALL);
	assert_true(b->wr[63].flags & LAC_WR_PAD);
	assert_int_equal(FM(b, WRITE(b)), SMALL);
	/* the same on the way of a refusal: it is still there afterwards */
	bench_seek(b, 256 - 3); /* by NOPs */
	assert_int_equal(FM(b, MAP(b, 5)), 0);
	for (i = 0; i < 3; i++)
		assert_int_equal(
			lac_sq_map(b->q, &b->key[0], lac_src_iov(piece, 1), 9, 0, 0), -EBUSY);
	assert_int_equal(FM(b, WRITE(b)), SMALL);
	bench_free(b);
}

static void before_what_a_read_uses(void **state)
{
	struct bench *b = fresh(0, 0);

	(void)state;
	assert_int_equal(FM(b, MAP(b, 0)), 0);
	assert_int_equal(FM(b, READ(b)), SMALL);
	assert_int_equal(FM(b, WRITE(b)), 0);
	assert_int_equal(FM(b, MAP(b, 1)), 0); /* another key: nothing of it is under way */
	lac_sq_ring(b->q);
	assert_int_equal(FM(b, INV(b, 0)), FENCE);
	assert_int_equal(FM(b, INV(b, 1)), SMALL); /* the first waited already */
	assert_int_equal(
		FM(b, lac_sq_map_read(b->q, &b->key[2], lac_src_iov(piece, 1), 8, there, 0, 0)),
		SMALL);
	assert_int_equal(FM(b, INV(b, 2)), FENCE);
	assert_int_equal(FM(b, lac_sq_cas(b->q, here, there, 0, 0, 0, 0)), SMALL);
	assert_int_equal(FM(b, lac_sq_nop(b->q, 0, 0)), 0);
	/* ended by the peer while a READ was under way: the next registration waits */
	assert_int_equal(MAP(b, 3), 0);
	b->key[3].state = LAC_KEY_REVOKED;
	assert_int_equal(FM(b, MAP(b, 3)), FENCE);
	assert_int_equal(b->q->rd, 0);
	bench_free(b);
}

/* A LIVE key mapped again without an invalidation, where the class allows it. */
static void before_a_remap(void **state)
{
	struct bench *b = fresh(0, 1);

	(void)state;
	assert_int_equal(FM(b, MAP(b, 0)), 0);
	assert_int_equal(bench_at(b, 0)[0x10], LAC_UMR_INLINE);
	assert_int_equal(FM(b, MAP(b, 0)), SMALL);
	assert_int_equal(FM(b, READ(b)), SMALL);
	assert_int_equal(FM(b, MAP(b, 0)), FENCE);
	assert_int_equal(FM(b, MAP(b, 0)), SMALL);
	bench_free(b);
}

static void asked_by_the_caller(void **state)
{
	struct bench *b = fresh(0, 0);

	(void)state;
	assert_int_equal(FM(b, lac_sq_write(b->q, here, there, LAC_FENCE, 0)), FENCE);
	assert_int_equal(FM(b, MAP(b, 0)), 0);
	/* its mode holds the small fence too */
	assert_int_equal(FM(b, lac_sq_send(b->q, here, LAC_FENCE, 0)), FENCE);
	assert_int_equal(
		FM(b, lac_sq_map(b->q, &b->key[1], lac_src_iov(piece, 1), 8, LAC_FENCE, 0)), FENCE);
	assert_int_equal(FM(b, READ(b)), SMALL);
	assert_int_equal(FM(b, lac_sq_write(b->q, here, there, LAC_FENCE, 0)), FENCE);
	assert_int_equal(FM(b, INV(b, 0)), 0); /* the READ was waited for */
	bench_free(b);
}

static void as_the_device_wants(void **state)
{
	static const struct {
		uint8_t cap, umr;
	} row[] = {{0, 0}, {1, SMALL}, {3, STRONG}};
	uint32_t i;

	(void)state;
	for (i = 0; i < COUNT(row); i++) {
		struct bench *b = fresh(row[i].cap, 0);

		assert_int_equal(FM(b, MAP(b, 0)), row[i].umr);
		assert_int_equal(FM(b, WRITE(b)), SMALL);
		assert_int_equal(
			FM(b, lac_sq_map(b->q, &b->key[1], lac_src_iov(piece, 1), 8, LAC_FENCE, 0)),
			row[i].umr == STRONG ? STRONG : FENCE);
		/* so do lists, and what goes through the library */
		b->key[2].state = LAC_KEY_REVOKED;
		assert_int_equal(FM(b, MAP(b, 2)), row[i].umr | SMALL);
		bench_free(b);
	}
}

/* Of a request of several WQEs, each part in its place: the UMR unsignalled, then the transfer behind it. */
static void map_then_write(void **state)
{
	struct bench *b = fresh(0, 0);
	const uint8_t *p;

	(void)state;
	assert_int_equal(lac_sq_map_write(b->q, &b->key[0], lac_src_iov(piece, 2), 16, there,
				 LAC_SIGNAL | LAC_SOLICIT, 9),
		0);
	assert_int_equal(bench_at(b, 0)[11], 0);
	p = bench_at(b, 3);
	assert_int_equal(bench_word(p, 0), 0x00000308);
	assert_int_equal(p[11], SMALL | LAC_SIGNAL | LAC_SOLICIT);
	assert_int_equal(bench_word(p, 0x20), 16);
	assert_int_equal(bench_word(p, 0x24), lac_rkey_num(lac_key_rkey(&b->key[0])));
	assert_int_equal(b->q->fm, 0);
	assert_int_equal(b->q->rd, 0);
	assert_int_equal(
		lac_sq_map_read(b->q, &b->key[1], lac_src_iov(piece, 2), 16, there, LAC_SIGNAL, 9),
		0);
	assert_int_equal(b->q->rd, 1);
	bench_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after_a_umr),
		cmocka_unit_test(through_padding),
		cmocka_unit_test(before_what_a_read_uses),
		cmocka_unit_test(before_a_remap),
		cmocka_unit_test(asked_by_the_caller),
		cmocka_unit_test(as_the_device_wants),
		cmocka_unit_test(map_then_write),
	};

	return cmocka_run_group_tests_name("hot_fences", tests, NULL, NULL);
}
