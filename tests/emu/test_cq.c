/* SPDX-License-Identifier: BSD-3-Clause */
/* Completion queues: laps and owner bits, overrun, arming, 128-byte entries, resizing; and the QP commands. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct loop {
	struct twin *t;
	struct twin_side *s;
	struct twin_qp q;
};

static void loop_up(struct loop *l, uint32_t cq_log)
{
	struct twin_link link = twin_link_default;

	link.fl = true;
	l->t = twin_new(&opts);
	l->s = &l->t->s[0];
	twin_qp_make(l->s, &l->q, 6, 4, cq_log);
	twin_connect(&l->q, &l->q, &link);
}

static void nops(struct loop *l, uint32_t n, uint8_t sig)
{
	struct twin_wqe w;

	for (uint32_t i = 0; i < n; i++) {
		twin_wqe(&w, 0, sig, 0);
		twin_put(&l->q, &w);
	}
	twin_ring(&l->q);
}

static void arm(
	struct loop *l, struct twin_cq *cq, uint32_t sn, uint32_t ci, bool solicited, bool bell)
{
	uint32_t word = sn << 28 | (solicited ? 1u << 24 : 0) | (ci & 0xffffff);
	uint8_t *at = l->s->f.bar + (size_t)l->s->uar * 4096 + 0x20;

	wr32(twin_at(l->s, cq->dbr) + 4, word);
	if (!bell)
		return;
	if (opts.trap_all) {
		engine_doorbell(&l->s->f, l->s->uar, 0x20, (uint64_t)word << 32 | cq->cqn);
		return;
	}
	wr64(at, (uint64_t)word << 32 | cq->cqn);
}

/* an event of this completion queue came, or none */
static bool event(struct loop *l, struct twin_cq *cq)
{
	const uint8_t *e = twin_eqe(l->t, l->s);

	if (e == NULL)
		return false;
	assert_int_equal(e[1], PRM_EV_COMP);
	assert_int_equal(rd24(e + 0x39), cq->cqn);
	return true;
}

static void test_laps(void **state)
{
	struct loop l;

	(void)state;
	loop_up(&l, 2);
	for (uint32_t i = 0; i < 50; i++) {
		uint32_t n = i % 4 + 1;

		nops(&l, n, TWIN_SIG);
		for (uint32_t j = 0; j < n; j++)
			twin_expect(l.t, &l.q.scq, 0, 0, (uint16_t)(l.q.pi - n + j));
		twin_expect_none(l.t, &l.q.scq);
	}
	assert_int_equal(l.t->lints, 0);
	twin_free(l.t);
}

static void test_overrun(void **state)
{
	struct loop l;
	const uint8_t *e;

	(void)state;
	loop_up(&l, 2);
	nops(&l, 5, TWIN_SIG);
	e = twin_eqe(l.t, l.s);
	assert_non_null(e);
	assert_int_equal(e[1], PRM_EV_CQ_ERROR);
	assert_int_equal(rd24(e + 0x21), l.q.scq.cqn);
	assert_int_equal(e[0x2b], 1);
	for (int i = 0; i < 4; i++) /* what was there is not written over */
		twin_expect(l.t, &l.q.scq, 0, 0, i);
	nops(&l, 1, TWIN_SIG);
	twin_expect_none(l.t, &l.q.scq); /* and nothing comes any more */
	assert_int_equal(twin_state(&l.q), EMU_QPS_ERR);
	twin_free(l.t);
}

static void test_overrun_ignored(void **state)
{
	struct twin_cq cq;
	struct emu_cq *c;
	uint8_t cqe[64] = {0};
	struct loop l;

	(void)state;
	loop_up(&l, 2);
	assert_int_equal(twin_cq_try(l.s, &cq, 1, true, 0), 0);
	c = emu_id_get(&l.s->f, EMU_CQ, cq.cqn);
	for (int i = 0; i < 5; i++)
		cq_post(c, cqe, false);
	twin_run(l.t);
	assert_false(c->failed);
	assert_int_equal(c->pi, 5);
	twin_free(l.t);
}

static void test_big_entries(void **state)
{
	struct twin_cq cq;
	struct emu_cq *c;
	uint8_t cqe[64] = {0};
	struct loop l;

	(void)state;
	loop_up(&l, 2);
	assert_int_equal(twin_cq_try(l.s, &cq, 3, false, 1), 0);
	c = emu_id_get(&l.s->f, EMU_CQ, cq.cqn);
	for (int i = 0; i < 20; i++) {
		const uint8_t *e;

		wr16(cqe + 0x3c, (uint32_t)i);
		cq_post(c, cqe, false);
		e = twin_expect(l.t, &cq, 0, 0, i);
		assert_int_equal((uintptr_t)(e - twin_at(l.s, cq.buf)) % 128, 64);
	}
	twin_free(l.t);
}

/* An event when armed and something newer than both the arming's index and the last event is there. */
static void test_arm(void **state)
{
	struct twin_cq *cq;
	struct loop l;
	uint32_t sn = 0;

	(void)state;
	loop_up(&l, 4);
	cq = &l.q.scq;
	nops(&l, 1, TWIN_SIG);
	assert_false(event(&l, cq)); /* not armed */
	arm(&l, cq, ++sn & 3, 0, false, true);
	assert_true(event(&l, cq)); /* it came before the arming, unseen: at once */
	nops(&l, 1, TWIN_SIG);
	assert_false(event(&l, cq)); /* one event an arming */
	assert_non_null(twin_cqe(cq));
	assert_non_null(twin_cqe(cq));
	arm(&l, cq, ++sn & 3, 2, false, true);
	assert_false(event(&l, cq)); /* all consumed */
	nops(&l, 1, TWIN_SIG);
	assert_true(event(&l, cq));
	/* armed before polling: the index is old, but that completion had its event */
	arm(&l, cq, ++sn & 3, 2, false, true);
	assert_false(event(&l, cq));
	nops(&l, 1, TWIN_SIG);
	assert_true(event(&l, cq));
	while (twin_cqe(cq) != NULL)
		;
	/* unsignalled work raises none */
	arm(&l, cq, ++sn & 3, 4, false, true);
	nops(&l, 3, 0);
	assert_false(event(&l, cq));
	nops(&l, 1, TWIN_SIG);
	assert_true(event(&l, cq));
	twin_free(l.t);
}

static void test_arm_solicited(void **state)
{
	struct twin_cq *cq;
	struct twin_wqe w;
	struct loop l;

	(void)state;
	loop_up(&l, 4);
	cq = &l.q.rcq;
	for (int i = 0; i < 4; i++)
		twin_recv(
			&l.q, 0x40, l.s->pa_key, l.s->eq_mem + 2048); /* never written: no bytes */
	arm(&l, cq, 1, 0, true, true);
	twin_wqe(&w, 0x0a, 0, 0);
	twin_post(&l.q, &w);
	assert_false(event(&l, cq));
	twin_wqe(&w, 0x0a, TWIN_SOL, 0);
	twin_post(&l.q, &w);
	assert_true(event(&l, cq));
	arm(&l, cq, 2, 2, true, true);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2ERR_QP, 0, NULL), 0);
	assert_true(event(&l, cq)); /* an error counts as solicited */
	twin_free(l.t);
}

/* one doorbell in a shared page hides another's: the records of all are looked at */
static void test_shared_arm(void **state)
{
	struct loop l;

	(void)state;
	if (opts.trap_all)
		return;
	loop_up(&l, 4);
	nops(&l, 1, TWIN_SIG);
	twin_run(l.t);
	arm(&l, &l.q.scq, 1, 0, false, false);
	arm(&l, &l.q.rcq, 1, 0, false, true);
	assert_true(event(&l, &l.q.scq));
	twin_free(l.t);
	/* a record that was written without a doorbell anywhere does nothing */
	loop_up(&l, 4);
	nops(&l, 1, TWIN_SIG);
	twin_run(l.t);
	arm(&l, &l.q.scq, 1, 0, false, false);
	assert_false(event(&l, &l.q.scq));
	twin_free(l.t);
}

static uint8_t resize(struct loop *l, struct twin_cq *cq, uint32_t log, uint64_t *buf)
{
	uint8_t in[PRM_MODIFY_CQ_IN_BYTES + 8] = {0}, out[16],
					    *cqc = in + PRM_MODIFY_CQ_IN_CQ_CONTEXT_OFF;

	*buf = twin_alloc(l->s, 4096, 4096);
	for (int i = 0; i < 64; i++)
		twin_at(l->s, *buf)[64 * i + 63] = 0xf1;
	wr16(in, PRM_OP_MODIFY_CQ);
	emu_set(in, PRM_MODIFY_CQ_IN_OP_MOD, 1);
	emu_set(in, PRM_MODIFY_CQ_IN_CQN, cq->cqn);
	emu_set(cqc, PRM_CQC_LOG_CQ_SIZE, log);
	wr64(in + PRM_MODIFY_CQ_IN_PAS_OFF, *buf);
	return twin_cmd(l->s, in, sizeof(in), out, sizeof(out), NULL);
}

static void test_resize(void **state)
{
	struct twin_cq *cq;
	struct loop l;
	uint64_t buf;

	(void)state;
	loop_up(&l, 3);
	cq = &l.q.scq;
	nops(&l, 3, TWIN_SIG);
	twin_run(l.t);
	assert_int_equal(resize(&l, cq, 1, &buf), PRM_ST_BAD_SIZE_OUTS_CQES);
	assert_int_equal(resize(&l, cq, 5, &buf), 0);
	for (int i = 0; i < 3; i++)
		twin_expect(l.t, cq, 0, 0, i);
	assert_int_equal(twin_cqe(cq)[63] >> 4, PRM_CQE_RESIZE_CQ);
	cq->buf = buf;
	cq->log = 5;
	for (int i = 0; i < 70; i++) {
		nops(&l, 1, TWIN_SIG);
		twin_expect(l.t, cq, 0, 0, (uint16_t)(3 + i));
	}
	twin_free(l.t);
}

/* the state machine: every opcode in every state */
static void test_transitions(void **state)
{
	static const struct {
		uint16_t op;
		uint8_t from, to;
	} legal[] = {{PRM_OP_RST2INIT_QP, 0, 1}, {PRM_OP_INIT2INIT_QP, 1, 1},
		{PRM_OP_INIT2RTR_QP, 1, 2}, {PRM_OP_RTR2RTS_QP, 2, 3}, {PRM_OP_RTS2RTS_QP, 3, 3},
		{PRM_OP_SQERR2RTS_QP, 4, 3}, {PRM_OP_SQD_RTS_QP, 5, 3}};
	uint8_t qpc[PRM_QPC_BYTES], in[16] = {0}, out[PRM_QUERY_QP_OUT_BYTES];
	struct emu_qp *q;
	struct loop l;

	(void)state;
	loop_up(&l, 4);
	q = emu_id_get(&l.s->f, EMU_QP, l.q.qpn);
	twin_qpc_to(&l.q, &l.q, &twin_link_default, qpc);
	for (uint8_t from = 0; from < EMU_QPS_COUNT; from++) {
		for (size_t i = 0; i < COUNT(legal); i++) {
			bool ok = legal[i].from == from;

			q->state = from;
			assert_int_equal(twin_qp_modify(&l.q, legal[i].op, 0, qpc),
				ok ? 0 : PRM_ST_BAD_QP_STATE);
			assert_int_equal(q->state, ok ? legal[i].to : from);
		}
		q->state = from;
		assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2ERR_QP, 0, NULL), 0);
		assert_int_equal(q->state, EMU_QPS_ERR);
		q->state = from;
		assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2RST_QP, 0, NULL), 0);
		assert_int_equal(q->state, EMU_QPS_RST);
	}
	/* what a transition takes, and what only with its bit */
	emu_set(qpc, PRM_QPC_RWE, 0);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_false(q->rwe);
	emu_set(qpc, PRM_QPC_RWE, 1);
	emu_set(qpc, PRM_QPC_LOG_SQ_SIZE, 9);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_INIT2RTR_QP, 0, qpc), 0);
	assert_false(q->rwe);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_RTR2RTS_QP, 1u << 3, qpc), 0);
	assert_true(q->rwe);
	wr16(in, PRM_OP_QUERY_QP);
	wr24(in + 9, l.q.qpn);
	assert_int_equal(twin_cmd(l.s, in, sizeof(in), out, sizeof(out), NULL), 0);
	assert_int_equal(emu_get(out + PRM_QUERY_QP_OUT_QPC_OFF, PRM_QPC_STATE), EMU_QPS_RTS);
	assert_int_equal(emu_get(out + PRM_QUERY_QP_OUT_QPC_OFF, PRM_QPC_LOG_SQ_SIZE), 6);
	assert_int_equal(emu_get(out + PRM_QUERY_QP_OUT_QPC_OFF, PRM_QPC_MTU), 3);
	/* a path MTU that does not exist; a queue that does not */
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2RST_QP, 0, NULL), 0);
	emu_set(qpc, PRM_QPC_MTU, 6);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_INIT2RTR_QP, 0, qpc), PRM_ST_BAD_PARAM);
	l.q.qpn += 77;
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2RST_QP, 0, NULL), PRM_ST_BAD_RES);
	twin_free(l.t);
}

static uint8_t destroy(struct twin_side *s, uint16_t opcode, uint32_t number)
{
	uint8_t in[16] = {0}, out[16];

	wr16(in, opcode);
	wr24(in + 9, number);
	return twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL);
}

/* what others refer to stays; and it all goes in the right order */
static void test_references(void **state)
{
	struct twin_key k = {.mode = 4, .octw = 4, .rights = EMU_LR};
	struct twin_cq cq;
	struct loop l;
	uint32_t key;

	(void)state;
	loop_up(&l, 4);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_CQ, l.q.scq.cqn), PRM_ST_RES_BUSY);
	assert_int_equal(destroy(l.s, PRM_OP_DEALLOC_PD, l.s->pd), PRM_ST_RES_BUSY);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_MKEY, l.s->pa_key >> 8), 0);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_MKEY, l.s->pa_key >> 8), PRM_ST_BAD_RES);
	assert_int_equal(destroy(l.s, PRM_OP_DEALLOC_PD, l.s->pd), PRM_ST_RES_BUSY);
	assert_int_equal(twin_key_try(l.s, &k, &key), PRM_ST_BAD_PARAM); /* no such mode */
	k.mode = EMU_KEY_KLM;
	k.octw = 1u << 30;
	assert_int_equal(twin_key_try(l.s, &k, &key), PRM_ST_LIM_ERR);
	k.octw = 4;
	k.pd = l.s->pd + 100;
	assert_int_equal(twin_key_try(l.s, &k, &key), PRM_ST_BAD_RES);
	k.pd = 0;
	k.octw = 2;
	k.actual = 3;
	k.list = twin_at(l.s, l.s->eq_mem);
	assert_int_equal(twin_key_try(l.s, &k, &key),
		PRM_ST_BAD_PARAM); /* more in the list than there is room */
	/* a UAR goes though queues name it, as when a process dies under Linux */
	assert_int_equal(destroy(l.s, PRM_OP_DEALLOC_UAR, l.s->uar), 0);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_QP, l.q.qpn), 0);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_QP, l.q.qpn), PRM_ST_BAD_RES);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_CQ, l.q.scq.cqn), 0);
	assert_int_equal(destroy(l.s, PRM_OP_DESTROY_CQ, l.q.rcq.cqn), 0);
	assert_int_equal(destroy(l.s, PRM_OP_DEALLOC_PD, l.s->pd), 0);
	assert_int_equal(twin_cq_try(l.s, &cq, 4, false, 0), PRM_ST_BAD_RES); /* its UAR is gone */
	twin_free(l.t);
}

/* after a reset there is nothing to come of the queue's former life */
static void test_reset_settles(void **state)
{
	struct twin_wqe w;
	struct loop l;
	const uint8_t *e;

	(void)state;
	loop_up(&l, 4);
	twin_wqe(&w, 0x08, TWIN_SIG, 0); /* refused: an event, two completions */
	twin_raddr(&w, l.s->eq_mem, 0xdead00);
	twin_data(&w, 8, l.s->pa_key, l.s->eq_mem);
	twin_post(&l.q, &w);
	while (twin_state(&l.q) != EMU_QPS_ERR)
		engine_run(&l.t->w, 1);
	engine_run(&l.t->w, 1000);
	assert_int_equal(twin_qp_modify(&l.q, PRM_OP_2RST_QP, 0, NULL), 0);
	e = twin_at(l.s, l.s->eq_mem);
	assert_int_equal(e[63] & 1, 0);
	assert_int_equal(e[1], PRM_EV_WQ_ACCESS_ERROR);
	twin_run(l.t);
	assert_int_equal(twin_at(l.s, l.s->eq_mem)[64 + 63] & 1, 1);
	twin_free(l.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_laps),
		cmocka_unit_test(test_overrun),
		cmocka_unit_test(test_overrun_ignored),
		cmocka_unit_test(test_big_entries),
		cmocka_unit_test(test_arm),
		cmocka_unit_test(test_arm_solicited),
		cmocka_unit_test(test_shared_arm),
		cmocka_unit_test(test_resize),
		cmocka_unit_test(test_transitions),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_reset_settles),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 300 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
