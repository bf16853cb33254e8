/* SPDX-License-Identifier: BSD-3-Clause */
/* Each kind of work request moves the right bytes, and each error ends as the table of syndromes says. */
#include <errno.h>
#include <string.h>

#include "rig.h"

#define ALL             (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)
#define SYND_LOC_PROT   0x04
#define SYND_FLUSHED    0x05
#define SYND_REM_ACCESS 0x13

static struct lac_rem at(struct rig_window *w, uint64_t off)
{
	struct lac_rem r = {w->rem.addr + off, w->rem.key};

	return r;
}

static void write_and_read(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_wc wc;

	rig_window_open(&r->b, ALL, &w);
	rig_fill(r->a.mem, 100000, 1);
	assert_int_equal(
		lac_sq_write(r->a.sq, rig_loc(&r->a, 3, 70001), at(&w, 5), LAC_SIGNAL, 10), 0);
	rig_done(&r->a, 10, 0);
	assert_memory_equal(r->b.mem + 5, r->a.mem + 3, 70001);
	assert_int_equal(r->b.mem[4] | r->b.mem[5 + 70001], 0);
	assert_int_equal(
		lac_sq_read(r->a.sq, rig_loc(&r->a, 200001, 70001), at(&w, 5), LAC_SIGNAL, 11), 0);
	wc = rig_done(&r->a, 11, 0);
	assert_int_equal(wc.len, 70001);
	assert_int_equal(wc.op, LAC_OP_READ);
	assert_memory_equal(r->a.mem + 200001, r->a.mem + 3, 70001);
	rig_window_close(&r->b, &w);
}

static void write_forms(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_loc v[7];
	uint8_t gathered[512];
	uint32_t i, n = 0;

	rig_window_open(&r->b, ALL, &w);
	rig_fill(r->a.mem, 65536, 2);
	for (i = 0; i < 7; i++) {
		v[i] = rig_loc(&r->a, i * 1000 + i, i * 13); /* the first is empty */
		memcpy(gathered + n, r->a.mem + i * 1000 + i, v[i].len);
		n += v[i].len;
	}
	assert_int_equal(lac_sq_write_v(r->a.sq, v, 7, at(&w, 9), LAC_SIGNAL, 20), 0);
	rig_done(&r->a, 20, 0);
	assert_memory_equal(r->b.mem + 9, gathered, n);
	assert_int_equal(
		lac_sq_write_inl(r->a.sq, "inline data, odd", 15, at(&w, 1001), LAC_SIGNAL, 21), 0);
	rig_done(&r->a, 21, 0);
	assert_memory_equal(r->b.mem + 1001, "inline data, od", 16);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 0), at(&w, 0), LAC_SIGNAL, 22), 0);
	rig_done(&r->a, 22, 0);
	assert_int_equal(lac_sq_read_v(r->a.sq, v, 7, at(&w, 9), LAC_SIGNAL, 23), 0);
	assert_int_equal(rig_done(&r->a, 23, 0).len, n);
	assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, 24), 0);
	assert_int_equal(rig_done(&r->a, 24, 0).op, LAC_OP_NOP);
	rig_window_close(&r->b, &w);
}

static void atomics(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	uint64_t *there = (uint64_t *)(void *)(r->b.mem + 64), *old = (uint64_t *)(void *)r->a.mem;

	rig_window_open(&r->b, ALL, &w);
	/* the bytes at the peer are a big-endian number to the wire only: hosts see it in their own order */
	*there = 40;
	assert_int_equal(
		lac_sq_fadd(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 64), 2, LAC_SIGNAL, 30), 0);
	rig_done(&r->a, 30, 0);
	assert_int_equal(*old, 40);
	assert_int_equal(*there, 42);
	assert_int_equal(
		lac_sq_cas(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 64), 42, 7, LAC_SIGNAL, 31), 0);
	rig_done(&r->a, 31, 0);
	assert_int_equal(*old, 42);
	assert_int_equal(*there, 7);
	assert_int_equal(
		lac_sq_cas(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 64), 42, 9, LAC_SIGNAL, 32), 0);
	rig_done(&r->a, 32, 0);
	assert_int_equal(*old, 7);
	assert_int_equal(*there, 7);
	rig_window_close(&r->b, &w);
}

static void sends(void **state)
{
	struct rig *r = *state;
	struct lac_loc v[2] = {rig_loc(&r->b, 100, 10), rig_loc(&r->b, 300, 1000)};
	struct lac_wc wc;

	rig_fill(r->a.mem, 4096, 3);
	assert_int_equal(lac_rq_recv(r->b.rq, rig_loc(&r->b, 0, 64), 40), 0);
	assert_int_equal(lac_rq_recv_v(r->b.rq, v, 2, 41), 0);
	assert_int_equal(lac_rq_recv(r->b.rq, rig_loc(&r->b, 5000, 64), 42), 0);
	lac_rq_ring(r->b.rq);
	assert_int_equal(lac_sq_send(r->a.sq, rig_loc(&r->a, 0, 50), LAC_SIGNAL, 43), 0);
	assert_int_equal(lac_sq_send_imm(r->a.sq, rig_loc(&r->a, 50, 500), 0x11223344, 0, 44), 0);
	assert_int_equal(lac_sq_send_inl(r->a.sq, "hello", 5, LAC_SIGNAL, 45), 0);
	rig_done(&r->a, 43, 0);
	assert_int_equal(rig_wait(&r->a).cookie, 45);
	wc = rig_wait(&r->b);
	assert_int_equal(wc.cookie, 40);
	assert_int_equal(wc.op, LAC_OP_RECV);
	assert_int_equal(wc.len, 50);
	assert_memory_equal(r->b.mem, r->a.mem, 50);
	wc = rig_wait(&r->b);
	assert_int_equal(wc.cookie, 41);
	assert_int_equal(wc.op, LAC_OP_RECV_IMM);
	assert_int_equal(wc.u.imm, 0x11223344);
	assert_int_equal(wc.len, 500);
	assert_memory_equal(r->b.mem + 100, r->a.mem + 50, 10);
	assert_memory_equal(r->b.mem + 300, r->a.mem + 60, 490);
	wc = rig_wait(&r->b);
	assert_int_equal(wc.cookie, 42);
	assert_memory_equal(r->b.mem + 5000, "hello", 6);
}

static void write_with_immediate(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_wc wc;

	rig_window_open(&r->b, ALL, &w);
	rig_fill(r->a.mem, 4096, 4);
	assert_int_equal(lac_rq_recv_v(r->b.rq, NULL, 0, 50), 0);
	lac_rq_ring(r->b.rq);
	assert_int_equal(
		lac_sq_write_imm(r->a.sq, rig_loc(&r->a, 0, 999), at(&w, 7), 77, LAC_SIGNAL, 51),
		0);
	rig_done(&r->a, 51, 0);
	wc = rig_wait(&r->b);
	assert_int_equal(wc.op, LAC_OP_RECV_WRITE_IMM);
	assert_int_equal(wc.u.imm, 77);
	assert_int_equal(wc.len, 999);
	assert_memory_equal(r->b.mem + 7, r->a.mem, 999);
	rig_window_close(&r->b, &w);
}

/* SEND with invalidate ends the peer's registration, its ledger follows, and the old key is dead. */
static void send_invalidate(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_wc wc;

	rig_window_open(&r->b, ALL | LAC_REMOTE_INV, &w);
	assert_int_equal(lac_rq_recv(r->b.rq, rig_loc(&r->b, 0, 64), 60), 0);
	lac_rq_ring(r->b.rq);
	assert_int_equal(
		lac_sq_send_inv(r->a.sq, rig_loc(&r->a, 0, 8), w.rem.key, LAC_SIGNAL, 61), 0);
	rig_done(&r->a, 61, 0);
	wc = rig_wait(&r->b);
	assert_int_equal(wc.op, LAC_OP_RECV_INV);
	assert_int_equal(wc.u.inv.be, w.rem.key.be);
	assert_int_equal(lac_key_revoked(w.keys, wc.u.inv), 0);
	assert_int_equal(lac_key_revoked(w.keys, wc.u.inv), -ENOENT);
	assert_int_equal(lac_key_state(w.key), LAC_KEY_FREE);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 0), LAC_SIGNAL, 62), 0);
	rig_done(&r->a, 62, SYND_REM_ACCESS);
	rig_reconnect(r);
	rig_window_close(&r->b, &w);
}

static void errors_flush(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_err why;
	struct lac_wc wc;

	rig_window_open(&r->b, LAC_REMOTE_READ, &w);
	/* no right to write: the first names itself though nobody asked, the rest is flushed */
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 0), 0, 70), 0);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, 0), LAC_SIGNAL, 71), 0);
	lac_sq_ring(r->a.sq);
	assert_int_equal(lac_sq_nop(r->a.sq, 0, 72), 0); /* not rung: flushed all the same */
	wc = rig_wait(&r->a);
	assert_int_equal(wc.cookie, 70);
	assert_int_equal(wc.status, SYND_REM_ACCESS);
	assert_int_equal(wc.flags, LAC_WC_UNSIGNALLED);
	wc = rig_wait(&r->a);
	assert_int_equal(wc.cookie, 71);
	assert_int_equal(wc.status, SYND_FLUSHED);
	assert_int_equal(wc.flags, 0);
	wc = rig_wait(&r->a);
	assert_int_equal(wc.cookie, 72);
	assert_int_equal(wc.status, SYND_FLUSHED);
	assert_int_equal(lac_sq_nop(r->a.sq, 0, 73), -ESHUTDOWN);
	assert_int_equal(lac_qp_state(r->a.qp), LAC_QP_ERROR);
	assert_int_equal(lac_qp_err(r->a.qp, &why), 0);
	rig_reconnect(r);
	assert_int_equal(
		lac_sq_read(r->a.sq, rig_loc(&r->a, 0, 8), at(&w, RIG_BYTES - 7), LAC_SIGNAL, 74),
		0);
	rig_done(&r->a, 74, SYND_REM_ACCESS); /* one byte beyond */
	assert_int_equal(lac_qp_err(r->a.qp, &why), 0);
	assert_int_equal(why.where, LAC_AT_WQE);
	assert_int_equal(why.cqe_synd, SYND_REM_ACCESS);
	rig_reconnect(r);
	rig_window_close(&r->b, &w);
}

static void dma_key_is_local(void **state)
{
	struct rig *r = *state;
	struct lac_rem rem = {(uint64_t)(uintptr_t)r->b.mem, {lac_sq_dma_lkey(r->b.sq).be}};

	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), rem, LAC_SIGNAL, 80), 0);
	rig_done(&r->a, 80, SYND_REM_ACCESS);
	rig_reconnect(r);
	assert_int_equal(lac_sq_read(r->a.sq, rig_loc(&r->a, 0, 8), rem, LAC_SIGNAL, 81), 0);
	rig_done(&r->a, 81, SYND_REM_ACCESS);
}

/* r->b's queue pair, anew in @pd */
static void move_to(struct rig *r, struct lac_pd *pd)
{
	const struct lac_qp_attr a = {.size = sizeof(a),
		.sq_bb = 256,
		.rq_n = 16,
		.rq_gather = 4,
		.lcore = LAC_ANY,
		.scq = r->b.cq,
		.rcq = r->b.cq};

	assert_int_equal(lac_qp_destroy(r->b.qp), 0);
	assert_int_equal(lac_qp_create(pd, &a, &r->b.qp), 0);
	r->b.sq = lac_qp_sq(r->b.qp);
	r->b.rq = lac_qp_rq(r->b.qp);
	rig_reconnect(r);
}

static void dma_key_of_a_further_domain_is_local(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_pd *pd;

	assert_int_equal(lac_pd_create(r->b.port, &pd), 0);
	move_to(r, pd);
	assert_int_not_equal(lac_sq_dma_lkey(r->b.sq).be, 0);

	rig_window_open(&r->a, ALL, &w);
	rig_fill(r->b.mem, 1000, 9);
	assert_int_equal(lac_sq_write(r->b.sq, rig_loc(&r->b, 0, 1000), w.rem, LAC_SIGNAL, 90), 0);
	rig_done(&r->b, 90, 0);
	assert_memory_equal(r->a.mem, r->b.mem, 1000);
	rig_window_close(&r->a, &w);

	dma_key_is_local(state);
	rig_reconnect(r);
	move_to(r, lac_port_pd(r->b.port));
	assert_int_equal(lac_pd_destroy(pd), 0);
}

/* A stretch that no device can reach: the hot check cannot see WRITE's own address, the IOMMU does. */
static void memory_unknown_to_the_device(void **state)
{
	static uint8_t stranger[4096];
	struct rig *r = *state;
	struct rig_window w;
	struct lac_loc l = {(uint64_t)(uintptr_t)stranger, 64, lac_sq_dma_lkey(r->a.sq)};

	rig_window_open(&r->b, ALL, &w);
	assert_int_equal(lac_sq_write(r->a.sq, l, at(&w, 0), LAC_SIGNAL, 90), 0);
	rig_done(&r->a, 90, SYND_LOC_PROT);
	rig_reconnect(r);
	rig_window_close(&r->b, &w);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, rig_up, rig_down)
	const struct CMUnitTest tests[] = {
		T(write_and_read),
		T(write_forms),
		T(atomics),
		T(sends),
		T(write_with_immediate),
		T(send_invalidate),
		T(errors_flush),
		T(dma_key_is_local),
		T(dma_key_of_a_further_domain_is_local),
		T(memory_unknown_to_the_device),
	};

	return cmocka_run_group_tests_name("ops", tests, rig_ports_open, rig_ports_close);
}
