/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Every way a work request can fail: which completion each side gets, which event, what state the queues are in
 * afterwards, that nothing was changed that should not be, and that everything behind is flushed in order.
 */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct pair {
	struct twin *t;
	struct twin_side *a, *b;
	struct twin_qp qa, qb;
	uint64_t src, dst;
	uint32_t rkey;
};

static void pair_up(struct pair *p, const struct twin_link *l)
{
	memset(p, 0, sizeof(*p));
	p->t = twin_new(&opts);
	p->a = &p->t->s[0];
	p->b = &p->t->s[1];
	twin_qp_make(p->a, &p->qa, 6, 4, 8);
	twin_qp_make(p->b, &p->qb, 6, 4, 8);
	twin_connect(&p->qa, &p->qb, l);
	twin_connect(&p->qb, &p->qa, l);
	p->src = twin_alloc(p->a, 65536, 4096);
	p->dst = twin_alloc(p->b, 65536, 4096);
	memset(twin_at(p->a, p->src), 0x5c, 65536);
	p->rkey = twin_key_pa(p->b, TWIN_ALL_RIGHTS);
}

static void write_wqe(struct pair *p, struct twin_wqe *w, uint8_t op, uint32_t len, uint32_t lkey,
	uint64_t va, uint32_t rkey, uint64_t raddr)
{
	(void)p;
	twin_wqe(w, op, TWIN_SIG, 0x1234);
	if (op == 0x08 || op == 0x09 || op == 0x10 || op == 0x11 || op == 0x12)
		twin_raddr(w, raddr, rkey);
	if (op == 0x11 || op == 0x12)
		twin_atomic(w, 1, 0);
	twin_data(w, len, lkey, va);
}

static void expect_event(struct pair *p, struct twin_side *s, uint8_t type, uint32_t qpn)
{
	const uint8_t *e = twin_eqe(p->t, s);

	while (e != NULL && e[1] == PRM_EV_COMM_EST)
		e = twin_eqe(p->t, s);
	if (type == 0) {
		assert_null(e);
		return;
	}
	assert_non_null(e);
	assert_int_equal(e[1], type);
	assert_int_equal(e[0x34], 0);
	assert_int_equal(rd24(e + 0x39), qpn);
}

/* the failing WQE is followed by two more; @responder_event 0: the responder knows nothing of it */
static void run_and_check(struct pair *p, const struct twin_wqe *bad, uint8_t synd, uint8_t vendor,
	uint8_t responder_event)
{
	struct twin_wqe w;
	uint16_t at = p->qa.pi;
	const uint8_t *e;

	twin_put(&p->qa, bad);
	twin_wqe(&w, 0x00, 0, 0);
	twin_put(&p->qa, &w);
	write_wqe(p, &w, 0x08, 8, p->a->pa_key, p->src, p->rkey, p->dst + 60000);
	twin_put(&p->qa, &w);
	twin_ring(&p->qa);
	e = twin_expect(p->t, &p->qa.scq, 13, synd, at);
	assert_int_equal(e[0x36], vendor);
	assert_int_equal(rd32(e + 0x20), 0x77);
	assert_int_equal(e[0x38], bad->b[3]);
	assert_int_equal(rd24(e + 0x39), p->qa.qpn);
	at = (uint16_t)(at + (bad->len + 63) / 64);
	twin_expect(p->t, &p->qa.scq, 13, PRM_SYND_WR_FLUSH, synd == PRM_SYND_LOC_QP_OP ? -1 : at);
	twin_expect(
		p->t, &p->qa.scq, 13, PRM_SYND_WR_FLUSH, synd == PRM_SYND_LOC_QP_OP ? -1 : at + 1);
	twin_expect_none(p->t, &p->qa.scq);
	assert_int_equal(twin_state(&p->qa), EMU_QPS_ERR);
	assert_int_equal(twin_state(&p->qb), responder_event != 0 ? EMU_QPS_ERR : EMU_QPS_RTS);
	expect_event(p, p->b, responder_event, p->qb.qpn);
	/* what only fails when it lands cannot keep later requests from having been served */
	if (!(synd == PRM_SYND_LOC_PROT && bad->b[3] >= 0x10))
		assert_int_equal(*twin_at(p->b, p->dst + 60000), 0);
	/* what is posted now is flushed too */
	twin_wqe(&w, 0x00, 0, 0);
	twin_post(&p->qa, &w);
	twin_expect(p->t, &p->qa.scq, 13, PRM_SYND_WR_FLUSH, p->qa.last);
	twin_recv(&p->qa, 8, p->a->pa_key, p->src);
	twin_expect(p->t, &p->qa.rcq, 14, PRM_SYND_WR_FLUSH, 0);
}

static void test_local_keys(void **state)
{
	(void)state;
	for (int i = 0; i < 9; i++) {
		struct twin_key k = {.mode = EMU_KEY_PA,
			.variant = 7,
			.rights = TWIN_ALL_RIGHTS,
			.length64 = true};
		uint8_t op = 0x08;
		struct twin_wqe w;
		struct pair p;
		uint32_t key;

		pair_up(&p, NULL);
		k.free = i == 0;
		if (i == 1)
			k.pd = twin_pd(p.a);
		if (i == 2)
			k.rights = (uint8_t)~EMU_LR & TWIN_ALL_RIGHTS;
		if (i == 3 || i == 4) { /* what is scattered into needs local write */
			k.rights = (uint8_t)~EMU_LW & TWIN_ALL_RIGHTS;
			op = i == 3 ? 0x10 : 0x12;
		}
		if (i == 5)
			k.qpn = 0x123456;
		if (i == 6) {
			k.length64 = false;
			k.start = p.src;
			k.len = 7;
		}
		key = twin_key_make(p.a, &k);
		if (i == 7)
			key ^= 1; /* another key byte */
		if (i == 8)
			key += 0x100000; /* no such key */
		write_wqe(&p, &w, op, 8, key, p.src, p.rkey, p.dst);
		run_and_check(&p, &w, PRM_SYND_LOC_PROT, EMU_VEND_LOC_PROT, 0);
		if (op == 0x08)
			assert_int_equal(*twin_at(p.b, p.dst), 0);
		twin_free(p.t);
	}
}

/* the second of two segments: nothing of the first has moved */
static void test_second_segment(void **state)
{
	static const uint8_t ops[] = {0x08, 0x09, 0x0a, 0x10};

	(void)state;
	for (size_t i = 0; i < COUNT(ops); i++) {
		struct twin_wqe w;
		struct pair p;

		pair_up(&p, NULL);
		twin_recv(&p.qb, 8, p.b->pa_key, p.dst + 4096);
		write_wqe(&p, &w, ops[i], 8, p.a->pa_key, p.src, p.rkey, p.dst);
		twin_data(&w, 8, p.a->pa_key ^ 1, p.src + 8);
		run_and_check(&p, &w, PRM_SYND_LOC_PROT, EMU_VEND_LOC_PROT, 0);
		assert_int_equal(*twin_at(p.b, p.dst), 0);
		assert_int_equal(*twin_at(p.b, p.dst + 4096), 0);
		assert_int_equal(*twin_at(p.a, p.src), 0x5c);
		twin_expect_none(p.t, &p.qb.rcq);
		twin_free(p.t);
	}
}

static void test_remote_keys(void **state)
{
	static const uint8_t ops[] = {0x08, 0x10, 0x12, 0x11, 0x09};
	static const uint8_t needs[] = {EMU_RW, EMU_RR, EMU_A, EMU_A, EMU_RW};

	(void)state;
	for (size_t o = 0; o < COUNT(ops); o++) {
		for (int i = 0; i < 9; i++) {
			struct twin_key k = {.mode = EMU_KEY_PA,
				.variant = 7,
				.rights = TWIN_ALL_RIGHTS,
				.length64 = true};
			uint8_t before[8], qpc[PRM_QPC_BYTES];
			struct twin_wqe w;
			struct pair p;
			uint32_t key;

			pair_up(&p, NULL);
			twin_recv(&p.qb, 8, p.b->pa_key, p.dst + 4096);
			k.free = i == 0;
			if (i == 1)
				k.pd = twin_pd(p.b);
			if (i == 2)
				k.rights = (uint8_t)~needs[o] & TWIN_ALL_RIGHTS;
			if (i == 3)
				k.qpn = p.qa.qpn + 100;
			if (i == 4 || i == 5) {
				k.length64 = false;
				k.start = p.dst + (i == 5 ? 1 : 0);
				k.len = 7;
			}
			if (i == 6) { /* the queue allows none of it */
				twin_qpc_to(&p.qb, &p.qa, &twin_link_default, qpc);
				emu_set(qpc, PRM_QPC_RRE, 0);
				emu_set(qpc, PRM_QPC_RWE, 0);
				emu_set(qpc, PRM_QPC_RAE, 0);
				assert_int_equal(
					twin_qp_modify(&p.qb, PRM_OP_RTS2RTS_QP, 0xe, qpc), 0);
			}
			key = twin_key_make(p.b, &k);
			if (i == 7)
				key ^= 0x80;
			if (i == 8)
				key += 0x100000;
			memset(twin_at(p.b, p.dst), 0x21, 8);
			memcpy(before, twin_at(p.b, p.dst), 8);
			write_wqe(&p, &w, ops[o], 8, p.a->pa_key, p.src, key, p.dst);
			run_and_check(&p, &w, PRM_SYND_REM_ACCESS, EMU_VEND_REM_ACCESS,
				PRM_EV_WQ_ACCESS_ERROR);
			assert_memory_equal(twin_at(p.b, p.dst), before, 8);
			assert_int_equal(*twin_at(p.a, p.src), 0x5c);
			twin_expect(p.t, &p.qb.rcq, 14, PRM_SYND_WR_FLUSH, 0);
			twin_free(p.t);
		}
	}
}

static void test_malformed(void **state)
{
	(void)state;
	for (int i = 0; i < 8; i++) {
		struct twin_wqe w;
		struct pair p;

		pair_up(&p, NULL);
		write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst);
		if (i == 0)
			w.b[3] = 0x7e; /* no such opcode */
		if (i == 1)
			w.len = 16; /* too short for its opcode */
		twin_put(&p.qa, &w);
		if (i == 2)
			twin_at(p.a, p.qa.buf + p.qa.sq_off)[2] = 9; /* another index */
		if (i == 3)
			twin_at(p.a, p.qa.buf + p.qa.sq_off)[6] ^= 1; /* another queue */
		if (i == 4)
			twin_at(p.a, p.qa.buf + p.qa.sq_off)[7] = 0;
		if (i == 5)
			twin_at(p.a,
				p.qa.buf +
					p.qa.sq_off)[7] = 60; /* reaches beyond what was posted */
		if (i == 6)                                   /* inline data longer than its WQE */
			wr32(twin_at(p.a, p.qa.buf + p.qa.sq_off + 32), 1u << 31 | 200);
		if (i == 7) { /* an atomic that is no 8 bytes */
			p.qa.pi = 0;
			write_wqe(&p, &w, 0x11, 4, p.a->pa_key, p.src, p.rkey, p.dst);
			twin_put(&p.qa, &w);
		}
		if (i >= 2 &&
			i <= 5) /* the doorbell would repeat the error, and be refused for it */
			p.t->w.opt.trap_all = false;
		twin_ring(&p.qa);
		twin_expect(p.t, &p.qa.scq, 13, PRM_SYND_LOC_QP_OP, 0);
		assert_int_equal(twin_state(&p.qa), EMU_QPS_ERR);
		assert_int_equal(twin_state(&p.qb), EMU_QPS_RTS);
		assert_true(p.t->lints > 0);
		assert_int_equal(*twin_at(p.b, p.dst), 0);
		twin_free(p.t);
	}
}

static void receive_fault(uint32_t bad_len, uint8_t theirs, uint8_t mine)
{
	struct twin_wqe w;
	struct pair p;

	pair_up(&p, NULL);
	twin_recv(&p.qb, bad_len, bad_len == 7 ? p.b->pa_key : p.b->pa_key ^ 1, p.dst);
	twin_recv(&p.qb, 8, p.b->pa_key, p.dst);
	write_wqe(&p, &w, 0x0a, 8, p.a->pa_key, p.src, 0, 0);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 13, theirs, 0);
	twin_expect(p.t, &p.qb.rcq, 14, mine, 0);
	twin_expect(p.t, &p.qb.rcq, 14, PRM_SYND_WR_FLUSH, 1);
	assert_int_equal(twin_state(&p.qb), EMU_QPS_ERR);
	assert_int_equal(*twin_at(p.b, p.dst), 0);
	twin_free(p.t);
}

/* a doorbell that contradicts its queue is not served */
static void test_doorbells(void **state)
{
	struct twin_wqe w;
	struct pair p;
	uint64_t db;

	(void)state;
	for (int i = 0; i < 5; i++) {
		struct twin_opts o = opts;

		opts.trap_all = true;
		pair_up(&p, NULL);
		write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst);
		twin_put(&p.qa, &w);
		db = (uint64_t)p.qa.last << 40 | 8ull << 32 | p.qa.qpn << 8 | 3;
		if (i != 1) /* 1: rung before the record was written */
			wr32(twin_at(p.a, p.qa.dbr) + 4, i == 4 ? 65 : 1);
		if (i == 2)
			db ^= 0x100; /* another queue */
		if (i == 3)
			db &= ~0x3full;
		engine_doorbell(&p.a->f, p.a->uar + (i == 0), 0x800, db);
		twin_expect_none(p.t, &p.qa.scq);
		assert_int_equal(*twin_at(p.b, p.dst), 0);
		assert_int_equal(p.a->f.stats.doorbell_mismatch, i == 4 ? 2 : 1);
		/* a WQE that was put but not rung stays where it is, whatever the record says */
		wr32(twin_at(p.a, p.qa.dbr) + 4, 2);
		write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst + 8);
		twin_put(&p.qa, &w);
		engine_doorbell(&p.a->f, p.a->uar, 0x800, 8ull << 32 | p.qa.qpn << 8 | 3);
		twin_expect(p.t, &p.qa.scq, 0, 0, 0);
		twin_expect_none(p.t, &p.qa.scq);
		assert_int_equal(*twin_at(p.b, p.dst), 0x5c);
		assert_int_equal(*twin_at(p.b, p.dst + 8), 0);
		twin_free(p.t);
		opts = o;
	}
}

static void test_receives(void **state)
{
	(void)state;
	receive_fault(7, PRM_SYND_REM_INV_REQ, PRM_SYND_LOC_LEN);
	receive_fault(8, PRM_SYND_REM_OP, PRM_SYND_LOC_PROT);
}

static void test_send_inv(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++) {
		struct twin_key k = {.mode = EMU_KEY_KLM,
			.variant = 7,
			.rights = EMU_LR,
			.umr = true,
			.rinval = i != 0,
			.free = i == 1,
			.octw = 4};
		struct twin_wqe w;
		struct pair p;
		uint32_t key;

		pair_up(&p, NULL);
		if (i == 2)
			k.pd = twin_pd(p.b);
		key = twin_key_make(p.b, &k);
		twin_recv(&p.qb, 8, p.b->pa_key, p.dst);
		write_wqe(&p, &w, 0x01, 8, p.a->pa_key, p.src, 0, 0);
		wr32(w.b + 0x0c, i == 3 ? key ^ 1 : i == 4 ? key + 0x10000 : key);
		run_and_check(
			&p, &w, PRM_SYND_REM_ACCESS, EMU_VEND_REM_ACCESS, PRM_EV_WQ_ACCESS_ERROR);
		twin_expect(p.t, &p.qb.rcq, 14, PRM_SYND_WR_FLUSH, 0);
		assert_int_equal(mkey_find(&p.b->f, key)->free, i == 1);
		twin_free(p.t);
	}
}

static void test_alignment_and_length(void **state)
{
	uint8_t list[16];
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.rights = TWIN_ALL_RIGHTS,
		.octw = 1,
		.actual = 1,
		.list = list,
		.start = 0x1004,
		.len = 64};
	struct twin_wqe w;
	struct pair p;
	uint8_t qpc[PRM_QPC_BYTES];

	(void)state;
	pair_up(&p, NULL);
	write_wqe(&p, &w, 0x12, 8, p.a->pa_key, p.src, p.rkey, p.dst + 4);
	run_and_check(
		&p, &w, PRM_SYND_REM_INV_REQ, EMU_VEND_REM_INV_REQ, PRM_EV_WQ_INVAL_REQ_ERROR);
	twin_free(p.t);
	/* it is the address in the key's space that must be aligned */
	pair_up(&p, NULL);
	k.pd = p.b->pd;
	twin_klm(list, 64, p.b->pa_key, p.dst);
	write_wqe(&p, &w, 0x12, 8, p.a->pa_key, p.src, twin_key_make(p.b, &k), k.start);
	run_and_check(
		&p, &w, PRM_SYND_REM_INV_REQ, EMU_VEND_REM_INV_REQ, PRM_EV_WQ_INVAL_REQ_ERROR);
	assert_int_equal(*twin_at(p.b, p.dst), 0);
	twin_free(p.t);
	/* longer than the longest message */
	pair_up(&p, NULL);
	twin_qp_modify(&p.qa, PRM_OP_2RST_QP, 0, NULL);
	twin_qpc_to(&p.qa, &p.qb, &twin_link_default, qpc);
	emu_set(qpc, PRM_QPC_LOG_MSG_MAX, 12);
	assert_int_equal(twin_qp_modify(&p.qa, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(&p.qa, PRM_OP_INIT2RTR_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(&p.qa, PRM_OP_RTR2RTS_QP, 0, qpc), 0);
	write_wqe(&p, &w, 0x08, 4096, p.a->pa_key, p.src, p.rkey, p.dst);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	write_wqe(&p, &w, 0x08, 4097, p.a->pa_key, p.src, p.rkey, p.dst);
	run_and_check(&p, &w, PRM_SYND_LOC_LEN, EMU_VEND_LOC_LEN, 0);
	twin_free(p.t);
}

/* memory that the client did not map, or mapped no more */
static void test_unmapped(void **state)
{
	struct twin_wqe w;
	struct pair p;

	(void)state;
	pair_up(&p, NULL);
	p.a->hole = p.src + 4096;
	p.a->hole_len = 4096;
	write_wqe(&p, &w, 0x08, 8000, p.a->pa_key, p.src, p.rkey, p.dst);
	run_and_check(&p, &w, PRM_SYND_LOC_PROT, EMU_VEND_LOC_PROT, 0);
	assert_int_equal(p.a->f.stats.translation_misses, 1);
	twin_free(p.t);
	pair_up(&p, NULL);
	p.b->hole = p.dst + 4096;
	p.b->hole_len = 4096;
	write_wqe(&p, &w, 0x08, 8000, p.a->pa_key, p.src, p.rkey, p.dst);
	run_and_check(&p, &w, PRM_SYND_REM_OP, EMU_VEND_REM_OP, PRM_EV_WQ_CATAS_ERROR);
	assert_int_equal(p.b->f.stats.translation_misses, 1);
	assert_int_equal(p.a->f.stats.translation_misses, 0);
	twin_free(p.t);
	/* the ring itself */
	pair_up(&p, NULL);
	write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst);
	twin_put(&p.qa, &w);
	twin_ring(&p.qa);
	p.a->hole = p.qa.buf;
	p.a->hole_len = 4096;
	twin_expect(p.t, &p.qa.scq, 13, PRM_SYND_LOC_QP_OP, 0);
	twin_free(p.t);
}

static void test_rnr(void **state)
{
	struct twin_link l = twin_link_default;
	struct twin_wqe w;
	struct pair p;

	(void)state;
	/* retries for ever: the receive may come any time */
	pair_up(&p, &l);
	write_wqe(&p, &w, 0x0a, 8, p.a->pa_key, p.src, 0, 0);
	twin_post(&p.qa, &w);
	twin_expect_none(p.t, &p.qa.scq);
	twin_sleep(10000000000);
	twin_expect_none(p.t, &p.qa.scq);
	twin_recv(&p.qb, 8, p.b->pa_key, p.dst);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	twin_expect(p.t, &p.qb.rcq, 2, 0, 0);
	twin_free(p.t);
	/* none at all */
	l.rnr_retry = 0;
	pair_up(&p, &l);
	write_wqe(&p, &w, 0x0a, 8, p.a->pa_key, p.src, 0, 0);
	run_and_check(&p, &w, PRM_SYND_RNR_RETRY_EXC, EMU_VEND_RNR, 0);
	twin_free(p.t);
	/* two, 10 ms each (timer code 20: 10.24 ms) */
	l.rnr_retry = 2;
	l.min_rnr = 20;
	pair_up(&p, &l);
	write_wqe(&p, &w, 0x0a, 8, p.a->pa_key, p.src, 0, 0);
	twin_post(&p.qa, &w);
	twin_expect_none(p.t, &p.qa.scq);
	twin_sleep(11000000);
	twin_expect_none(p.t, &p.qa.scq);
	twin_sleep(11000000);
	twin_expect(p.t, &p.qa.scq, 13, PRM_SYND_RNR_RETRY_EXC, 0);
	twin_free(p.t);
}

static void test_nobody(void **state)
{
	(void)state;
	for (int i = 0; i < 8; i++) {
		struct twin_link l = twin_link_default;
		struct twin_wqe w;
		struct pair p;

		l.retry = 3;
		l.ack_timeout = i == 5 ? 0 : 10; /* 4.2 ms */
		if (i == 0)
			l.lid = 0x7777;
		if (i == 1)
			l.peer_qpn = 0x8888;
		pair_up(&p, &l);
		if (i == 2)
			assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2RST_QP, 0, NULL), 0);
		if (i == 3)
			assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2ERR_QP, 0, NULL), 0);
		if (i == 4) { /* packet numbers that do not meet */
			assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2RST_QP, 0, NULL), 0);
			l.psn++;
			twin_connect(&p.qb, &p.qa, &l);
		}
		if (i == 5)
			assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2RST_QP, 0, NULL), 0);
		if (i ==
			6) { /* a peer whose own peer is a queue of that number in another function */
			assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2RST_QP, 0, NULL), 0);
			l.lid = emu_port_lid(&p.b->f);
			twin_connect(&p.qb, &p.qa, &l);
		}
		p.b->halted = i ==
			      7; /* a peer that may not touch its memory does not answer either */
		write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst);
		twin_post(&p.qa, &w);
		twin_expect_none(p.t, &p.qa.scq);
		twin_sleep(10000000); /* a first time-out is not the last */
		twin_expect_none(p.t, &p.qa.scq);
		twin_sleep(10000000);
		if (i == 5) /* no time-out: waits for ever, and goes on when the peer is there */
			twin_connect(&p.qb, &p.qa, &l);
		twin_expect(p.t, &p.qa.scq, i == 5 ? 0 : 13, PRM_SYND_RETRY_EXC, 0);
		twin_free(p.t);
	}
}

/*
 * Without bus mastering queues wait, whatever their state: nothing is looked for in memory that may be gone, as that of a
 * process that was killed is.
 */
static void test_halted(void **state)
{
	struct twin_wqe w;
	struct pair p;

	(void)state;
	pair_up(&p, NULL);
	assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2ERR_QP, 0, NULL), 0);
	twin_run(p.t);
	for (int i = 0; i < 2; i++) {
		struct twin_side *s = &p.t->s[i];

		s->halted = true;
		s->hole = s->iova;
		s->hole_len = TWIN_MEM;
	}
	p.a->hole_len = 0; /* it posts, and rings */
	write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.a->pa_key, p.src);
	twin_post(&p.qa, &w);
	p.a->hole_len = TWIN_MEM;
	for (int i = 0; i < 10; i++)
		twin_run(p.t);
	p.a->hole_len = p.b->hole_len = 0;
	twin_expect_none(p.t, &p.qa.scq);
	assert_int_equal(p.a->f.stats.translation_misses, 0);
	assert_int_equal(p.b->f.stats.translation_misses, 0);
	assert_int_equal(p.t->lints, 0);
	p.a->halted = p.b->halted = false;
	twin_run(p.t);
	assert_int_equal(p.a->f.stats.wqes, 1);
	twin_free(p.t);
}

static void test_flush(void **state)
{
	struct twin_wqe w;
	struct pair p;

	(void)state;
	pair_up(&p, NULL);
	for (int i = 0; i < 9; i++) {
		twin_wqe(&w, 0x0a, i % 2 ? TWIN_SIG : 0, 0); /* no receive: they stay */
		twin_data(&w, 8, p.a->pa_key, p.src);
		for (int j = 0; j < i % 4 * 3; j++)
			twin_data(&w, 8, p.a->pa_key, p.src);
		twin_put(&p.qa, &w);
	}
	for (int i = 0; i < 5; i++)
		twin_recv(&p.qa, 8, p.a->pa_key, p.src);
	twin_ring(&p.qa);
	twin_expect_none(p.t, &p.qa.scq);
	assert_int_equal(twin_qp_modify(&p.qa, PRM_OP_2ERR_QP, 0, NULL), 0);
	for (int i = 0, at = 0; i < 9; i++) {
		twin_expect(p.t, &p.qa.scq, 13, PRM_SYND_WR_FLUSH, at);
		at += (16 + 16 + i % 4 * 3 * 16 + 63) / 64;
	}
	for (int i = 0; i < 5; i++)
		twin_expect(p.t, &p.qa.rcq, 14, PRM_SYND_WR_FLUSH, i);
	twin_expect_none(p.t, &p.qa.scq);
	/* back to life */
	assert_int_equal(twin_qp_modify(&p.qa, PRM_OP_2RST_QP, 0, NULL), 0);
	assert_int_equal(twin_qp_modify(&p.qb, PRM_OP_2RST_QP, 0, NULL), 0);
	memset(twin_at(p.a, p.qa.dbr), 0, 8);
	p.qa.pi = p.qa.rq_pi = 0;
	twin_connect(&p.qa, &p.qb, NULL);
	twin_connect(&p.qb, &p.qa, NULL);
	write_wqe(&p, &w, 0x08, 8, p.a->pa_key, p.src, p.rkey, p.dst);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	twin_free(p.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_local_keys),
		cmocka_unit_test(test_second_segment),
		cmocka_unit_test(test_remote_keys),
		cmocka_unit_test(test_malformed),
		cmocka_unit_test(test_doorbells),
		cmocka_unit_test(test_receives),
		cmocka_unit_test(test_send_inv),
		cmocka_unit_test(test_alignment_and_length),
		cmocka_unit_test(test_unmapped),
		cmocka_unit_test(test_rnr),
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_halted),
		cmocka_unit_test(test_flush),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 100 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
