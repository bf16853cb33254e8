/* SPDX-License-Identifier: BSD-3-Clause */
/* Work requests, byte by byte: against rdma-core's builders and against images worked out by hand. */
#include "bench.h"

#include "golden_wqe.h"

#define LW_RR_RW (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE)

static struct lac_loc loc(uint64_t addr, uint32_t len, uint32_t key)
{
	struct lac_loc l = {addr, len, {lac_to_be32(key).be}};

	return l;
}

static struct lac_rem rem(uint64_t addr, uint32_t key)
{
	struct lac_rem r = {addr, lac_rkey_from(key)};

	return r;
}

/* As rdma-core registers: no check that the key is free, zero-based, the three rights. */
static struct bench *as_rdma_core(void)
{
	const struct lac_keys_attr a = {.access = LW_RR_RW, .zero_based = 1, .remap = 1};
	struct bench *b = bench_new(NULL);

	bench_class(b, 0, &a, 52, 65532);
	bench_key(b, 0, 0, 0xff); /* the next byte is 0 */
	return b;
}

static void equal_but_poison(const uint8_t *got, const uint32_t *want, size_t words)
{
	uint8_t bytes[256];
	size_t i;

	assert_true(words * 4 <= sizeof(bytes));
	unit_bytes(bytes, want, words);
	for (i = 0; i < words * 4; i++)
		if (bytes[i] != 0xee)
			assert_int_equal(got[i], bytes[i]);
}

static void rdma_cores_session(void **state)
{
	struct lac_loc v[2] = {
		loc(0x700000001000, 0x1000, 0x1100), loc(0x700000011000, 0x1000, 0x1101)};
	struct bench *b = as_rdma_core();

	(void)state;
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_loc(v, 2), 0x2000, LAC_SIGNAL, 1), 0);
	UNIT_ASSERT_WORDS(bench_at(b, 0), rdma_core_umr_list);
	assert_int_equal(b->q->pi, 3);
	assert_int_equal(b->q->fm, 0x20 << 24);
	assert_int_equal(b->record[1], 0);
	assert_int_equal(b->uar[0], 0);
	lac_sq_ring(b->q);
	assert_int_equal(b->record[1], lac_to_be32(3).be);
	assert_int_equal(b->uar[0], lac_to_be64(0x000000251234560c).be);
	assert_int_equal(lac_sq_write(b->q, loc(0, 0x2000, 0x00abcd00), rem(0x1000, 0x55aa00),
				 LAC_SIGNAL, 2),
		0);
	equal_but_poison(bench_at(b, 3), rdma_core_write, 12);
	assert_int_equal(b->q->fm, 0);
	assert_int_equal(lac_sq_inv(b->q, &b->key[0], LAC_SIGNAL, 3), 0);
	equal_but_poison(bench_at(b, 4), rdma_core_local_inv, 18);
	assert_int_equal(b->q->pi, 6);
	bench_free(b);
}

/* The same list by sum: the header is then written last, and is the same. */
static void unknown_total(void **state)
{
	struct lac_loc v[2] = {
		loc(0x700000001000, 0x1000, 0x1100), loc(0x700000011000, 0x1000, 0x1101)};
	struct bench *b = as_rdma_core();

	(void)state;
	assert_int_equal(
		lac_sq_map(b->q, &b->key[0], lac_src_loc(v, 2), LAC_LEN_SUM, LAC_SIGNAL, 1), 0);
	UNIT_ASSERT_WORDS(bench_at(b, 0), rdma_core_umr_list);
	bench_free(b);
}

/* DS, octowords and length by entry count, as rdma-core has them. */
static void inline_sizes(void **state)
{
	static const struct {
		uint32_t n, ds, octw, bb;
	} row[] = {{1, 12, 4, 3}, {3, 12, 4, 3}, {4, 12, 4, 3}, {5, 16, 8, 4}, {8, 16, 8, 4},
		{20, 28, 20, 7}, {36, 44, 36, 11}, {48, 56, 48, 14}, {52, 60, 52, 15}};
	struct iovec v[52];
	size_t i, j;

	(void)state;
	for (j = 0; j < COUNT(v); j++) {
		v[j].iov_base = (void *)(uintptr_t)(0x100000 + j * 0x3000 + j);
		v[j].iov_len = 0x1000;
	}
	for (i = 0; i < COUNT(row); i++) {
		struct bench *b = as_rdma_core();
		const uint8_t *p = bench_at(b, 0);

		assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, row[i].n),
					 row[i].n * 0x1000, 0, 1),
			0);
		assert_int_equal(bench_word(p, 4), BENCH_QPN << 8 | row[i].ds);
		assert_int_equal(bench_word(p, 0x14), row[i].octw << 16);
		assert_int_equal(bench_word(p, 0x5c), row[i].n * 0x1000);
		assert_int_equal(b->q->pi, row[i].bb);
		for (j = 0; j < row[i].octw; j++) {
			const uint8_t *e = p + 128 + j * 16;
			bool there = j < row[i].n;

			assert_int_equal(bench_word(e, 0), there ? 0x1000 : 0);
			assert_int_equal(bench_word(e, 4), there ? BENCH_DMA : 0);
			assert_int_equal(bench_word(e, 8), 0);
			assert_int_equal(bench_word(e, 12), there ? 0x100000 + j * 0x3001 : 0);
		}
		assert_int_equal(p[row[i].bb * 64], 0xee);
		bench_free(b);
	}
}

/* 53 entries and more stand in the list ring; the WQE has 9 DS and points there. */
static void pointer_form(void **state)
{
	const struct lac_keys_attr a = {.max_entries = 4096, .zero_based = 1};
	static const uint32_t count[] = {53, 56, 64, 255, 256, 257, 1024};
	struct bench *b = bench_new(NULL);
	struct iovec v[1024];
	uint32_t i, j, units = 0;

	(void)state;
	bench_class(b, 0, &a, 52, 65532);
	for (j = 0; j < COUNT(v); j++) {
		v[j].iov_base = (void *)(uintptr_t)(0x100000 + j * 7);
		v[j].iov_len = j + 1;
	}
	for (i = 0; i < COUNT(count); i++) {
		uint32_t n = count[i], octw = (n + 3) & ~3u, pi = b->q->pi;
		const uint8_t *p = bench_at(b, pi), *list = b->list + (size_t)units * 2048;

		bench_key(b, 0, 0, 7);
		assert_int_equal(
			lac_sq_map(b->q, &b->key[0], lac_src_iov(v, n), LAC_LEN_SUM, 0, 1), 0);
		assert_int_equal(b->q->pi, pi + 3);
		assert_int_equal(bench_word(p, 4), BENCH_QPN << 8 | 9);
		assert_int_equal(p[0x10], LAC_UMR_CHECK_NOT_FREE);
		assert_int_equal(bench_word(p, 0x14), octw << 16);
		assert_int_equal(bench_word(p, 0x5c), n * (n + 1) / 2);
		assert_int_equal(bench_word(p, 0x80), octw * 16);
		assert_int_equal(bench_word(p, 0x84), BENCH_DMA);
		assert_int_equal((uint64_t)bench_word(p, 0x88) << 32 | bench_word(p, 0x8c),
			(uint64_t)(uintptr_t)list);
		assert_int_equal((uintptr_t)list & 2047, 0);
		for (j = 0; j < octw; j++)
			assert_int_equal(bench_word(list, j * 16), j < n ? j + 1 : 0);
		units += (octw + 127) / 128;
		assert_int_equal(b->q->list_pi, units);
	}
	bench_free(b);
}

/* The gate is moved in the middle of a lap when credit comes back in parts: it must not lie beyond the ring's end then. */
static void credit_in_parts(void **state)
{
	struct bench *b = bench_new(NULL);
	const uint32_t size = b->q->mask + 1;
	const uint8_t data[48] = {1};
	struct lac_wc wc;
	uint32_t i;

	(void)state;
	for (i = 0; i < size; i++)
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, i), 0);
	bench_complete(b, 9);
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 1);
	for (i = 0; i < 10; i++)
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, i), 0);
	assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), -EAGAIN);
	bench_idle(b);
	while ((b->q->pi & b->q->mask) != size - 1)
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), 0);
	assert_int_equal(lac_sq_write_inl(b->q, data, sizeof(data), rem(0, 1), LAC_SIGNAL, 0), 0);
	assert_true(b->wr[size - 1].flags & LAC_WR_PAD);
	assert_int_equal(b->q->pi & b->q->mask, 2);
	assert_int_equal(b->q->n[LAC_SQ_PADS], 1);
	bench_free(b);
}

/* Wherever it begins, a WQE is the same but for its index; it never wraps: NOPs fill the ring's end. */
static void every_offset(void **state)
{
	struct iovec v[5] = {{(void *)0x1001, 1}, {(void *)0x2002, 2}, {(void *)0x3003, 3},
		{(void *)0x4004, 4}, {(void *)0x5005, 5}};
	uint8_t first[256];
	uint32_t at, i;

	(void)state;
	for (at = 0; at < 64; at++) {
		struct bench *b = as_rdma_core();
		uint32_t begin = at + 4 <= 64 ? at : 64;

		bench_seek(b, at);
		memset(b->ring, 0xee, b->ring_bytes);
		assert_int_equal(
			lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 5), 15, LAC_SIGNAL, 1), 0);
		assert_int_equal(b->q->pi, begin + 4);
		for (i = at; i < begin; i++) {
			const uint32_t nop[] = {i << 8, BENCH_QPN << 8 | 1, 0, 0, 0xeeeeeeee};

			UNIT_ASSERT_WORDS(bench_at(b, i), nop);
			assert_true(b->wr[i & 63].flags & LAC_WR_PAD);
		}
		assert_int_equal(bench_word(bench_at(b, begin), 0), (begin & 0xffff) << 8 | 0x25);
		if (at == 0)
			memcpy(first, bench_at(b, 0), sizeof(first));
		assert_memory_equal(bench_at(b, begin) + 4, first + 4, sizeof(first) - 4);
		assert_int_equal(b->q->n[LAC_SQ_PADS], begin - at);
		bench_free(b);
	}
}

static void data_requests(void **state)
{
	const struct lac_loc l = loc(0x1122334455667788, 0x10203, 0x00abcd01);
	const struct lac_rem r = rem(0x0102030405060708, 0xaabbccdd);
	struct lac_loc v[5] = {loc(0x10, 1, 1), loc(0x20, 0, 2), loc(0x30, 3, 3), loc(0x40, 4, 4),
		loc(0x50, 5, 5)};
	struct bench *b = bench_new(NULL);
	struct lac_sq *q = b->q;

	(void)state;
#define CHECK(call, at, ...)                                \
	do {                                                \
		const uint32_t image_[] = {__VA_ARGS__};    \
		assert_int_equal(call, 0);                  \
		UNIT_ASSERT_WORDS(bench_at(b, at), image_); \
	} while (0)
	CHECK(lac_sq_write(q, l, r, 0, 1), 0, 0x00000008, 0x12345603, 0, 0, 0x01020304, 0x05060708,
		0xaabbccdd, 0, 0x00010203, 0x00abcd01, 0x11223344, 0x55667788);
	CHECK(lac_sq_write_imm(q, l, r, 0xcafe, LAC_SIGNAL | LAC_SOLICIT, 1), 1, 0x00000109,
		0x12345603, 0x0000000a, 0x0000cafe, 0x01020304, 0x05060708, 0xaabbccdd, 0,
		0x00010203, 0x00abcd01, 0x11223344, 0x55667788);
	CHECK(lac_sq_read(q, l, r, LAC_SIGNAL | LAC_FENCE, 1), 2, 0x00000210, 0x12345603,
		0x00000088, 0, 0x01020304, 0x05060708, 0xaabbccdd, 0, 0x00010203, 0x00abcd01,
		0x11223344, 0x55667788);
	CHECK(lac_sq_send(q, l, 0, 1), 3, 0x0000030a, 0x12345602, 0, 0, 0x00010203, 0x00abcd01,
		0x11223344, 0x55667788);
	CHECK(lac_sq_send_imm(q, l, 7, 0, 1), 4, 0x0000040b, 0x12345602, 0, 7, 0x00010203,
		0x00abcd01, 0x11223344, 0x55667788);
	CHECK(lac_sq_send_inv(q, l, r.key, 0, 1), 5, 0x00000501, 0x12345602, 0, 0xaabbccdd,
		0x00010203, 0x00abcd01, 0x11223344, 0x55667788);
	CHECK(lac_sq_cas(q, loc(0x40, 8, 1), r, 0x1111111122222222, 0x3333333344444444, 0, 1), 6,
		0x00000611, 0x12345604, 0, 0, 0x01020304, 0x05060708, 0xaabbccdd, 0, 0x33333333,
		0x44444444, 0x11111111, 0x22222222, 8, 1, 0, 0x40);
	CHECK(lac_sq_fadd(q, loc(0x40, 8, 1), r, 5, 0, 1), 7, 0x00000712, 0x12345604, 0, 0,
		0x01020304, 0x05060708, 0xaabbccdd, 0, 0, 5, 0, 0, 8, 1, 0, 0x40);
	CHECK(lac_sq_nop(q, LAC_SIGNAL, 1), 8, 0x00000800, 0x12345601, 8, 0);
	/* the empty piece is left out: a byte count of 0 would mean 2 GiB */
	CHECK(lac_sq_write_v(q, v, 5, r, 0, 1), 9, 0x00000908, 0x12345606, 0, 0, 0x01020304,
		0x05060708, 0xaabbccdd, 0, 1, 1, 0, 0x10, 3, 3, 0, 0x30, 4, 4, 0, 0x40, 5, 5, 0,
		0x50);
	assert_int_equal(q->pi, 11);
	CHECK(lac_sq_send_v(q, v, 5, 0, 1), 11, 0x00000b0a, 0x12345605, 0, 0, 1, 1, 0, 0x10);
	CHECK(lac_sq_write(q, loc(0x10, 0, 1), r, 0, 1), 13, 0x00000d08, 0x12345602);
	CHECK(lac_sq_send(q, loc(0x10, 0, 1), 0, 1), 14, 0x00000e0a, 0x12345601);
	CHECK(lac_sq_write_inl(q, "abcdefghijklm", 13, r, 0, 1), 15, 0x00000f08, 0x12345604, 0, 0,
		0x01020304, 0x05060708, 0xaabbccdd, 0, 0x8000000d, 0x61626364, 0x65666768,
		0x696a6b6c);
	CHECK(lac_sq_send_inl(q, "", 0, 0, 1), 16, 0x0000100a, 0x12345601);
	CHECK(lac_sq_send_inl(q, "hi", 2, 0, 1), 17, 0x0000110a, 0x12345602, 0, 0, 0x80000002);
#undef CHECK
	bench_free(b);
}

/* 2 GiB is a byte count of 0; one message may be that long where the device lets it. */
static void two_gigabytes(void **state)
{
	struct bench *b = bench_new(NULL);

	(void)state;
	lac_sq_set_msg_max(b->q, 1u << 31);
	assert_int_equal(lac_sq_write(b->q, loc(1, 1u << 31, 1), rem(0, 1), 0, 1), 0);
	assert_int_equal(bench_word(bench_at(b, 0), 0x20), 0);
	assert_int_equal(lac_sq_write(b->q, loc(1, (1u << 31) + 1, 1), rem(0, 1), 0, 1), -EMSGSIZE);
	bench_free(b);
}

static void receives(void **state)
{
	struct lac_loc v[4] = {loc(0x10, 1, 1), loc(0x20, 2, 2), loc(0x30, 0, 3), loc(0x40, 4, 4)};
	const uint32_t three[] = {1, 1, 0, 0x10, 2, 2, 0, 0x20, 4, 4, 0, 0x40, 0, 0x100, 0, 0};
	const uint32_t none[] = {0, 0x100, 0, 0};
	struct bench *b = bench_new(NULL);
	uint32_t i;

	(void)state;
	assert_int_equal(lac_rq_recv_v(b->r, v, 4, 1), 0);
	assert_int_equal(lac_rq_recv_v(b->r, NULL, 0, 2), 0);
	UNIT_ASSERT_WORDS(b->rring, three);
	UNIT_ASSERT_WORDS(b->rring + 64, none);
	assert_int_equal(b->record[0], 0);
	lac_rq_ring(b->r);
	assert_int_equal(b->record[0], lac_to_be32(2).be);
	assert_int_equal(lac_rq_recv_v(b->r, v, 5, 3), -E2BIG);
	for (i = 2; i < 16; i++)
		assert_int_equal(lac_rq_recv(b->r, v[0], i), 0);
	assert_int_equal(lac_rq_room(b->r), 0);
	assert_int_equal(lac_rq_recv(b->r, v[0], 9), -EAGAIN);
	assert_int_equal(b->r->pi, 16);
	bench_free(b);
}

/* WQEBBs are counted where the gate is met, once a lap: what was used shows at any time, also after a restart. */
static void wqebbs_are_counted(void **state)
{
	struct bench *b = bench_new(NULL);
	uint32_t i;

	(void)state;
	for (i = 1; i <= 300; i++) {
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), 0);
		assert_int_equal(b->q->n[LAC_SQ_WQEBBS] + (b->q->pi - b->q->counted), i);
		if (i % 32 == 0)
			bench_idle(b);
	}
	assert_true(b->q->n[LAC_SQ_WQEBBS] >= 256);
	lac_sq_restart(b->q, LAC_QP_READY);
	assert_int_equal(b->q->n[LAC_SQ_WQEBBS] + (b->q->pi - b->q->counted), 300);
	bench_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rdma_cores_session),
		cmocka_unit_test(unknown_total),
		cmocka_unit_test(inline_sizes),
		cmocka_unit_test(pointer_form),
		cmocka_unit_test(every_offset),
		cmocka_unit_test(credit_in_parts),
		cmocka_unit_test(data_requests),
		cmocka_unit_test(two_gigabytes),
		cmocka_unit_test(receives),
		cmocka_unit_test(wqebbs_are_counted),
	};

	return cmocka_run_group_tests_name("hot_wqes", tests, NULL, NULL);
}
