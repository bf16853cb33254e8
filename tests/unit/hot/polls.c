/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completions: credit, errors, flushes, requests of several WQEs, a device that is gone. Every request ends
 * in exactly one completion if it was signalled or failed.
 */
#include "bench.h"

static const struct lac_rem there = {0x1000, {0x55}};
static const struct lac_loc here = {0x2000, 8, {0x11}};
static struct iovec piece[300];

static struct bench *fresh(void)
{
	const struct lac_keys_attr a = {.zero_based = 1, .max_entries = 400};
	struct bench *b = bench_new(NULL);
	uint32_t i;

	bench_class(b, 0, &a, 52, 65532);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, 0, 0);
	for (i = 0; i < COUNT(piece); i++) {
		piece[i].iov_base = (void *)(uintptr_t)(0x1000 + i);
		piece[i].iov_len = 1;
	}
	return b;
}

static void post(struct bench *b, unsigned int fl, uint64_t cookie)
{
	assert_int_equal(lac_sq_write(b->q, here, there, fl, cookie), 0);
}

static void expect(
	const struct lac_wc *wc, uint64_t cookie, uint8_t op, uint8_t status, uint16_t flags)
{
	assert_int_equal(wc->cookie, cookie);
	assert_int_equal(wc->op, op);
	assert_int_equal(wc->status, status);
	assert_int_equal(wc->flags, flags);
	assert_int_equal(wc->qpn, BENCH_QPN);
}

static void credit(void **state)
{
	struct lac_wc wc[8];
	struct bench *b = fresh();
	uint32_t lap, i;

	(void)state;
	assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 0);
	for (lap = 0; lap < 5000;
		lap++) { /* the CQ's owner bit and the 16-bit WQE index both wrap */
		for (i = 0; i < 20; i++)
			post(b, i == 19 ? LAC_SIGNAL : 0, lap * 100 + i);
		bench_complete(b, b->q->pi - 1);
		assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 1);
		expect(wc, lap * 100 + 19, LAC_OP_WRITE, 0, 0);
		assert_int_equal(lac_sq_room_bb(b->q), 64);
		assert_int_equal(lac_sq_ci_(b->q), b->q->pi);
	}
	assert_int_equal(b->cq_record[0], lac_to_be32(5000).be);
	bench_free(b);
}

/*
 * The credit of several polls comes back with the post that needs it. An entry of the queue pair seen last is taken as
 * it stands, but an index of nothing that is outstanding gives no credit.
 */
static void credit_of_several(void **state)
{
	struct lac_wc wc[8];
	struct bench *b = fresh();
	uint32_t i;

	(void)state;
	for (i = 0; i < 64; i++)
		post(b, LAC_SIGNAL, i);
	assert_int_equal(lac_sq_nop(b->q, 0, 0), -EAGAIN);
	bench_complete(b, 0);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 1);
	bench_complete(b, 1);
	bench_complete(b, 2);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 2);
	assert_int_equal(lac_sq_room_bb(b->q), 3);
	for (i = 64; i < 67; i++)
		post(b, LAC_SIGNAL, i);
	assert_int_equal(lac_sq_nop(b->q, 0, 0), -EAGAIN);
	for (i = 3; i < 61; i++) {
		bench_complete(b, i);
		assert_int_equal(lac_cq_poll(&b->cq, wc, i & 1 ? 1 : 8), 1);
		expect(wc, i, LAC_OP_WRITE, 0, 0);
	}
	assert_int_equal(lac_sq_room_bb(b->q), 58);
	lac_sq_settle(b->q);
	bench_complete(b, 40);
	lac_cq_poll(&b->cq, wc, 1);
	assert_int_equal(lac_sq_room_bb(b->q), 58);
	bench_complete(b, 66);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 1), 1);
	assert_int_equal(lac_sq_room_bb(b->q), 64);
	bench_free(b);
}

/*
 * The owner bit alone does not make an entry: opcode 15 is none. Entries of the last lap are none. Where none is, the
 * record is not touched.
 */
static void nothing_there(void **state)
{
	struct lac_wc wc;
	struct bench *b = fresh();
	struct lac_cqe *e = (struct lac_cqe *)(void *)b->cring;

	(void)state;
	post(b, LAC_SIGNAL, 1);
	bench_complete(b, 0);
	b->cq_record[0] = 0x55;
	e->own = LAC_CQE_NONE << 4;
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 0);
	e->own = 1;
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 0);
	assert_int_equal(lac_cq_ci_(&b->cq), 0);
	assert_int_equal(b->cq_record[0], 0x55);
	e->own = 0;
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 1);
	bench_free(b);
}

static void lengths(void **state)
{
	struct lac_wc wc[2];
	struct bench *b = fresh();

	(void)state;
	assert_int_equal(lac_sq_read(b->q, here, there, LAC_SIGNAL, 1), 0);
	post(b, LAC_SIGNAL, 2);
	bench_complete(b, 0);
	((struct lac_cqe *)(void *)b->cring)[0].bytes = lac_to_be32(8);
	bench_complete(b, 1);
	((struct lac_cqe *)(void *)b->cring)[1].bytes = lac_to_be32(777);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 2), 2);
	assert_int_equal(wc[0].len, 8);
	assert_int_equal(wc[1].len, 0);
	bench_free(b);
}

/* READs between WRITEs, through the ring's end, whatever is asked for at once: each has its own length, in one call. */
static void lengths_in_runs(void **state)
{
	struct lac_wc wc[20];
	struct bench *b = fresh();
	uint32_t lap, i, at, n, ci = 0;

	(void)state;
	for (lap = 0; lap < 400; lap++) {
		n = 1 + lap % 20;
		for (i = 0; i < n; i++) {
			at = b->cqe_pi & (b->cqes - 1);
			if ((lap + i) % 3)
				post(b, LAC_SIGNAL, lap + i);
			else
				assert_int_equal(
					lac_sq_read(b->q, here, there, LAC_SIGNAL, lap + i), 0);
			bench_complete(b, b->q->pi - 1);
			((struct lac_cqe *)(void *)b->cring)[at].bytes = lac_to_be32(1000 + i);
		}
		memset(wc, 0xee, sizeof(wc));
		assert_int_equal(lac_cq_poll(&b->cq, wc, 0), 0);
		assert_int_equal(b->cq_record[0], lac_to_be32(ci).be);
		assert_int_equal(lac_cq_poll(&b->cq, wc, lap & 1 ? n : 20), n);
		for (i = 0; i < n; i++) {
			const bool read = (lap + i) % 3 == 0;

			expect(&wc[i], lap + i, read ? LAC_OP_READ : LAC_OP_WRITE, 0, 0);
			assert_int_equal(wc[i].len, read ? 1000 + i : 0);
			assert_int_equal(wc[i].u.imm, 0);
		}
		ci += n;
		assert_int_equal(b->cq_record[0], lac_to_be32(ci).be);
		assert_int_equal(lac_cq_ci_(&b->cq), ci);
		assert_int_equal(lac_sq_ci_(b->q), b->q->pi);
		assert_int_equal(b->q->n[LAC_SQ_COMPLETIONS], ci);
		assert_int_equal(lac_cq_poll(&b->cq, wc, 20), 0);
	}
	bench_free(b);
}

/*
 * Two queue pairs, whose rings differ, take turns, two requests at a time: each completion is its own queue pair's, and
 * one that leaves is forgotten.
 */
static void two_queues(void **state)
{
	const struct bench_conf twice = {.bb = 128};
	struct bench *b = fresh(), *o = bench_new(&twice); /* of @o the send queue only */
	struct bench *const of[] = {o, o, b, b, o, o, b, b};
	struct lac_wc wc[COUNT(of) + 1];
	uint32_t i, at;

	(void)state;
	bench_seek(b, 70);
	bench_seek(o, 100);
	assert_int_equal(lac_cq_attach(&b->cq, BENCH_QPN + 1, o->q, NULL), 0);
	for (i = 0; i < COUNT(of); i++) {
		at = b->cqe_pi & (b->cqes - 1);
		post(of[i], LAC_SIGNAL, i);
		bench_complete(b, of[i]->q->pi - 1);
		((struct lac_cqe *)(void *)b->cring)[at].op_qpn = lac_to_be32(
			BENCH_QPN + (of[i] == o));
	}
	assert_int_equal(lac_cq_poll(&b->cq, wc, COUNT(wc)), COUNT(of));
	for (i = 0; i < COUNT(of); i++) {
		assert_int_equal(wc[i].cookie, i);
		assert_int_equal(wc[i].qpn, BENCH_QPN + (of[i] == o));
	}
	assert_int_equal(lac_sq_ci_(b->q), b->q->pi);
	assert_int_equal(lac_sq_ci_(o->q), o->q->pi);
	lac_cq_detach(&b->cq, BENCH_QPN);
	bench_complete(b, 0);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 1), 0);
	assert_int_equal(b->cq.strays, 1);
	bench_free(o);
	bench_free(b);
}

/* The first error names itself, asked or not; what was before it succeeded; the rest is flushed. */
static void errors(void **state)
{
	struct lac_wc wc[16];
	struct lac_err why;
	struct bench *b = fresh();
	uint32_t i;

	(void)state;
	for (i = 0; i < 6; i++)
		post(b, i == 4 ? LAC_SIGNAL : 0, 10 + i);
	lac_sq_ring(b->q);
	post(b, 0, 16);
	bench_fail(b, 2, 0x13);
	for (i = 3; i < 7; i++)
		bench_fail(b, i, LAC_CQE_FLUSHED);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 1), 1);
	expect(wc, 12, LAC_OP_WRITE, 0x13, LAC_WC_UNSIGNALLED);
	assert_int_equal(wc[0].u.vendor, 0x88);
	/* what was not rung is shown to the device, so that it flushes it too */
	assert_int_equal(b->record[1], lac_to_be32(7).be);
	assert_int_equal(lac_sq_nop(b->q, 0, 0), -ESHUTDOWN);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 16), 4);
	expect(&wc[0], 13, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_UNSIGNALLED);
	expect(&wc[1], 14, LAC_OP_WRITE, LAC_CQE_FLUSHED, 0);
	expect(&wc[3], 16, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_UNSIGNALLED);
	assert_int_equal(lac_sq_room_bb(b->q), 0);
	assert_int_equal(lac_sq_ci_(b->q), b->q->pi);
	assert_int_equal(b->q->err_pi, 2);
	assert_int_equal(lac_qp_err(&b->qp, &why), 0);
	lac_sq_nop(b->q, 0, 0);
	assert_int_equal(lac_sq_nop(b->q, 0, 0), -ESHUTDOWN);
	bench_free(b);
}

/* A device that gives flush entries for signalled requests only: the others end with the next one. */
static void sparse_flush(void **state)
{
	struct lac_wc wc[16];
	struct bench *b = fresh();
	uint32_t i;

	(void)state;
	for (i = 0; i < 8; i++)
		post(b, i == 7 ? LAC_SIGNAL : 0, i);
	bench_fail(b, 1, 0x04);
	bench_fail(b, 7, LAC_CQE_FLUSHED);
	assert_int_equal(
		lac_cq_poll(&b->cq, wc, 3), 3); /* and no room for the rest: nothing is lost */
	expect(&wc[0], 1, LAC_OP_WRITE, 0x04, LAC_WC_UNSIGNALLED);
	expect(&wc[1], 2, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_UNSIGNALLED);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 16), 4);
	expect(&wc[0], 4, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_UNSIGNALLED);
	expect(&wc[3], 7, LAC_OP_WRITE, LAC_CQE_FLUSHED, 0);
	bench_free(b);
}

/* Registration and transfer are one request: the part that failed ends it, once. */
static void several_wqes(void **state)
{
	struct lac_wc wc[8];
	struct bench *b = fresh();
	uint32_t n, at;

	(void)state;
	bench_seek(b, 64 - 2); /* padding before the UMR */
	assert_int_equal(
		lac_sq_map_write(b->q, &b->key[0], lac_src_iov(piece, 5), 5, there, LAC_SIGNAL, 7),
		0);
	post(b, LAC_SIGNAL, 8);
	at = 64;
	bench_fail(b, 62, LAC_CQE_FLUSHED); /* even if the NOPs had entries of their own */
	b->q->failed = 1;
	b->q->state = LAC_QP_ERROR;
	bench_fail(b, at, 0x06);
	bench_fail(b, at + 4, LAC_CQE_FLUSHED);
	bench_fail(b, at + 5, LAC_CQE_FLUSHED);
	n = lac_cq_poll(&b->cq, wc, 8);
	assert_int_equal(n, 2);
	expect(&wc[0], 7, LAC_OP_MAP, 0x06, 0);
	expect(&wc[1], 8, LAC_OP_WRITE, LAC_CQE_FLUSHED, 0);
	assert_int_equal(lac_sq_ci_(b->q), b->q->pi);
	bench_free(b);
}

/* The function is gone: each outstanding request, rung or not, and each receive ends as flushed. */
static void gone(void **state)
{
	struct lac_wc wc[64];
	struct bench *b = fresh();
	uint32_t i, n = 0, got;

	(void)state;
	for (i = 0; i < 5; i++)
		assert_int_equal(lac_rq_recv(b->r, here, 100 + i), 0);
	post(b, LAC_SIGNAL, 0);
	post(b, 0, 1);
	bench_seek(b, 62);
	assert_int_equal(
		lac_sq_map_write(b->q, &b->key[0], lac_src_iov(piece, 5), 5, there, LAC_SIGNAL, 2),
		0);
	assert_int_equal(lac_sq_map(b->q, &b->key[1], lac_src_iov(piece, 300), 300, 0, 3), 0);
	post(b, LAC_SIGNAL, 4);
	lac_qp_on_gone(&b->qp);
	assert_int_equal(lac_sq_nop(b->q, 0, 9), -ENODEV);
	assert_int_equal(lac_rq_recv(b->r, here, 9), -ENODEV);
	while ((got = lac_cq_poll(&b->cq, wc + n, 2)) > 0)
		n += got;
	assert_int_equal(n, 3 + 5);
	expect(&wc[0], 2, LAC_OP_MAP, LAC_CQE_FLUSHED, LAC_WC_FLUSHED_BY_HOST);
	expect(&wc[1], 3, LAC_OP_MAP, LAC_CQE_FLUSHED, LAC_WC_FLUSHED_BY_HOST | LAC_WC_UNSIGNALLED);
	expect(&wc[2], 4, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_FLUSHED_BY_HOST);
	for (i = 0; i < 5; i++)
		expect(&wc[3 + i], 100 + i, LAC_OP_RECV, LAC_CQE_FLUSHED, LAC_WC_FLUSHED_BY_HOST);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 0);
	assert_int_equal(lac_sq_nop(b->q, 0, 9), -ENODEV);
	bench_free(b);
}

/* Completions that were there before the function vanished are still told as what they are. */
static void gone_after_success(void **state)
{
	struct lac_wc wc[8];
	struct bench *b = fresh();

	(void)state;
	post(b, LAC_SIGNAL, 1);
	post(b, LAC_SIGNAL, 2);
	bench_complete(b, 0);
	lac_qp_on_gone(&b->qp);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 8), 2);
	expect(&wc[0], 1, LAC_OP_WRITE, 0, 0);
	expect(&wc[1], 2, LAC_OP_WRITE, LAC_CQE_FLUSHED, LAC_WC_FLUSHED_BY_HOST);
	/* the credit of the first did not open the gate */
	assert_int_equal(lac_sq_nop(b->q, 0, 9), -ENODEV);
	bench_free(b);
}

/* Entries of a queue pair that was destroyed are dropped, and counted. */
static void strays(void **state)
{
	struct lac_wc wc;
	struct bench *b = fresh();

	(void)state;
	post(b, LAC_SIGNAL, 1);
	bench_complete(b, 0);
	lac_cq_detach(&b->cq, BENCH_QPN);
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 0);
	assert_int_equal(lac_cq_ci_(&b->cq), 1);
	assert_int_equal(b->cq_record[0], lac_to_be32(1).be);
	assert_int_equal(b->cq.strays, 1);
	bench_free(b);
}

/* Entries that name what was never posted are dropped; a receive side alone takes no send's entry. */
static void nonsense(void **state)
{
	struct lac_wc wc[4];
	struct bench *b = fresh();

	(void)state;
	post(b, LAC_SIGNAL, 1);
	bench_fail(b, 1, 0x04);
	bench_fail(b, 40000, 0x04);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 4), 0);
	assert_int_equal(b->cq.strays, 2);
	assert_int_equal(b->q->state, LAC_QP_READY);
	assert_int_equal(lac_sq_ci_(b->q), 0);
	bench_complete(b, 0);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 4), 1);
	bench_fail(b, 0, 0x04); /* was posted, and has ended */
	assert_int_equal(lac_cq_poll(&b->cq, wc, 4), 0);
	assert_int_equal(b->cq.strays, 3);
	post(b, LAC_SIGNAL, 2);
	lac_cq_detach(&b->cq, BENCH_QPN);
	assert_int_equal(lac_cq_attach(&b->cq, BENCH_QPN, NULL, b->r), 0);
	bench_complete(b, 1);
	assert_int_equal(lac_cq_poll(&b->cq, wc, 4), 0);
	assert_int_equal(b->cq.strays, 4);
	bench_free(b);
}

/* The table of queue pairs: numbers that collide, holes, and no more than half of it. */
static void table(void **state)
{
	struct bench *b = fresh();
	struct lac_sq *q = b->q;
	uint32_t i;

	(void)state;
	lac_cq_detach(&b->cq, BENCH_QPN);
	for (i = 0; i < 8; i++)
		assert_int_equal(lac_cq_attach(&b->cq, 0x100 + 16 * i, q, NULL), 0);
	assert_int_equal(lac_cq_attach(&b->cq, 0x999, q, NULL), -ENOSPC);
	lac_cq_detach(&b->cq, 0x100 + 16 * 3);
	assert_int_equal(lac_cq_attach(&b->cq, 0x100 + 16 * 7, NULL, b->r), 0);
	assert_int_equal(lac_cq_attach(&b->cq, 0x999, q, NULL), 0);
	assert_int_equal(lac_cq_attach(&b->cq, 0x99a, q, NULL), -ENOSPC);
	bench_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(credit),
		cmocka_unit_test(credit_of_several),
		cmocka_unit_test(nothing_there),
		cmocka_unit_test(lengths),
		cmocka_unit_test(lengths_in_runs),
		cmocka_unit_test(two_queues),
		cmocka_unit_test(errors),
		cmocka_unit_test(sparse_flush),
		cmocka_unit_test(several_wqes),
		cmocka_unit_test(gone),
		cmocka_unit_test(gone_after_success),
		cmocka_unit_test(strays),
		cmocka_unit_test(nonsense),
		cmocka_unit_test(table),
	};

	return cmocka_run_group_tests_name("hot_polls", tests, NULL, NULL);
}
