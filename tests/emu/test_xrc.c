/* SPDX-License-Identifier: BSD-3-Clause */
/* XRC: an initiator without receives, a target without sends, and shared receive queues that requests name. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct xrc {
	struct twin *t;
	struct twin_side *a, *b;
	uint32_t xrcd, pd,
		rkey; /* b's domain, the shared queue's protection domain and a key of it */
	struct twin_srq srq[2]; /* of one XRC domain */
	struct twin_qp ini, tgt;
	uint64_t src, dst;
};

static void xrc_up(struct xrc *x)
{
	struct twin_key k = {.mode = EMU_KEY_PA, .rights = TWIN_ALL_RIGHTS, .length64 = true};
	struct twin_qp_how ini = {.type = EMU_QPT_XRC, .sq_log = 6, .cq_log = 6};
	struct twin_qp_how tgt = {.type = EMU_QPT_XRC, .no_sq = true, .cq_log = 4};

	x->t = twin_new(&opts);
	x->a = &x->t->s[0];
	x->b = &x->t->s[1];
	x->xrcd = twin_xrcd(x->b);
	k.pd = x->pd = twin_pd(x->b);
	x->rkey = twin_key_make(x->b, &k);
	for (uint32_t i = 0; i < 2; i++)
		twin_srq_make(
			x->b, &x->srq[i], EMU_SRQ_XRC, 3, x->pd, x->xrcd, i ? EMU_NO_INDEX : 0x33);
	ini.xrcd = twin_xrcd(x->a);
	tgt.xrcd = x->xrcd;
	tgt.srq = &x->srq[0]; /* not used: each request names its own */
	twin_qp_make_as(x->a, &x->ini, &ini);
	twin_qp_make_as(x->b, &x->tgt, &tgt);
	twin_connect(&x->ini, &x->tgt, NULL);
	twin_connect(&x->tgt, &x->ini, NULL);
	x->src = twin_alloc(x->a, 65536, 4096);
	x->dst = twin_alloc(x->b, 65536, 4096);
	for (int i = 0; i < 65536; i++)
		twin_at(x->a, x->src)[i] = (uint8_t)(i * 3 + i / 255);
}

static void request(struct xrc *x, uint8_t op, uint32_t srqn, uint32_t rkey)
{
	struct twin_wqe w;

	twin_wqe(&w, op, TWIN_SIG, 0x4321);
	twin_xrc(&w, srqn);
	if (op != 0x0a && op != 0x0b)
		twin_raddr(&w, x->dst + 4096, rkey);
	if (op == 0x12)
		twin_atomic(&w, 1, 0);
	twin_data(&w, op == 0x12 ? 8 : 200, x->a->pa_key, x->src);
	twin_post(&x->ini, &w);
}

static void test_send(void **state)
{
	struct xrc x;

	(void)state;
	xrc_up(&x);
	for (int i = 0; i < 2; i++) {
		const uint8_t *e;

		twin_srq_recv(&x.srq[i], 512, x.rkey, x.dst + 1024);
		request(&x, i ? 0x0b : 0x0a, x.srq[i].srqn, 0);
		twin_expect(x.t, &x.ini.scq, 0, 0, i);
		e = twin_expect(x.t, &x.srq[i].cq, i ? 3 : 2, 0, 0);
		assert_int_equal(rd24(e + 0x21), i ? x.srq[i].srqn : 0x33);
		assert_int_equal(rd24(e + 0x39), x.tgt.qpn);
		assert_int_equal(rd32(e + 0x2c), 200);
		assert_memory_equal(twin_at(x.b, x.dst + 1024), twin_at(x.a, x.src), 200);
		memset(twin_at(x.b, x.dst + 1024), 0, 200);
	}
	twin_expect_none(x.t, &x.tgt.rcq);
	assert_int_equal(x.t->lints, 0);
	twin_free(x.t);
}

/* remote keys are of the shared queue's domain */
static void test_memory(void **state)
{
	const uint8_t *e;
	struct xrc x;

	(void)state;
	xrc_up(&x);
	request(&x, 0x08, x.srq[0].srqn, x.rkey);
	twin_expect(x.t, &x.ini.scq, 0, 0, -1);
	assert_memory_equal(twin_at(x.b, x.dst + 4096), twin_at(x.a, x.src), 200);
	twin_srq_recv(&x.srq[0], 8, x.rkey, x.dst);
	request(&x, 0x09, x.srq[0].srqn, x.rkey);
	twin_expect(x.t, &x.ini.scq, 0, 0, -1);
	e = twin_expect(x.t, &x.srq[0].cq, 1, 0, 0);
	assert_int_equal(rd32(e + 0x24), 0x4321);
	memset(twin_at(x.b, x.dst + 4096), 0x77, 200);
	request(&x, 0x10, x.srq[1].srqn, x.rkey);
	twin_expect(x.t, &x.ini.scq, 0, 0, -1);
	assert_int_equal(*twin_at(x.a, x.src + 199), 0x77);
	request(&x, 0x12, x.srq[1].srqn, x.rkey);
	twin_expect(x.t, &x.ini.scq, 0, 0, -1);
	assert_int_equal(*twin_at(x.b, x.dst + 4096), 0x78);
	request(&x, 0x08, x.srq[0].srqn,
		twin_key_pa(x.b, TWIN_ALL_RIGHTS)); /* of the target's PD */
	twin_expect(x.t, &x.ini.scq, 13, PRM_SYND_REM_ACCESS, -1);
	twin_free(x.t);
}

static void expect_event(struct xrc *x, uint8_t type, uint32_t number)
{
	const uint8_t *e = twin_eqe(x->t, x->b);

	while (e != NULL && (e[1] == PRM_EV_COMM_EST || e[1] == PRM_EV_COMP))
		e = twin_eqe(x->t, x->b);
	assert_non_null(e);
	assert_int_equal(e[1], type);
	assert_int_equal(rd24(e + 0x39), number);
}

/* one that is not there, of another form, or of another XRC domain */
static void test_wrong_queue(void **state)
{
	static const uint8_t ops[] = {0x0a, 0x08, 0x10, 0x12};

	(void)state;
	for (uint32_t i = 0; i < 3 * COUNT(ops); i++) {
		struct twin_srq other;
		uint32_t srqn = 0x777;
		struct xrc x;

		xrc_up(&x);
		if (i % 3 == 1) {
			twin_srq_make(x.b, &other, EMU_SRQ_RMP, 3, x.pd, 0, 0);
			srqn = other.srqn;
		} else if (i % 3 == 2) {
			twin_srq_make(x.b, &other, EMU_SRQ_XRC, 3, x.pd, twin_xrcd(x.b), 0x44);
			srqn = other.srqn;
		}
		if (i % 3 > 0)
			twin_srq_recv(&other, 512, x.rkey, x.dst);
		request(&x, ops[i / 3], srqn, x.rkey);
		twin_expect(x.t, &x.ini.scq, 13, PRM_SYND_REM_INV_REQ, 0);
		expect_event(&x, PRM_EV_WQ_INVAL_REQ_ERROR, x.tgt.qpn);
		assert_int_equal(twin_state(&x.tgt), EMU_QPS_ERR);
		assert_int_equal(*twin_at(x.b, x.dst + 4096), 0);
		assert_int_equal(*twin_at(x.b, x.dst), 0);
		twin_free(x.t);
	}
}

/* a receive that fails takes the target along, not the shared queue */
static void test_receive_faults(void **state)
{
	struct xrc x;

	(void)state;
	for (int i = 0; i < 2; i++) {
		xrc_up(&x);
		twin_srq_recv(&x.srq[0], i ? 512 : 199, i ? x.b->pa_key : x.rkey, x.dst);
		request(&x, 0x0a, x.srq[0].srqn, 0);
		twin_expect(x.t, &x.ini.scq, 13, i ? PRM_SYND_REM_OP : PRM_SYND_REM_INV_REQ, 0);
		twin_expect(x.t, &x.srq[0].cq, 14, i ? PRM_SYND_LOC_PROT : PRM_SYND_LOC_LEN, 0);
		assert_int_equal(twin_state(&x.tgt), EMU_QPS_ERR);
		twin_free(x.t);
	}
	xrc_up(&x); /* empty: not ready, then ready */
	request(&x, 0x0a, x.srq[0].srqn, 0);
	twin_expect_none(x.t, &x.ini.scq);
	twin_srq_recv(&x.srq[0], 512, x.rkey, x.dst);
	twin_sleep(1000000);
	twin_expect(x.t, &x.ini.scq, 0, 0, 0);
	twin_free(x.t);
}

static uint8_t give_back(struct twin_side *s, uint16_t opcode, uint32_t number)
{
	uint8_t in[16] = {0}, out[16];

	wr16(in, opcode);
	wr32(in + 8, number);
	return twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL);
}

/* references, a target without a UAR, completions owed before a command ends */
static void test_objects(void **state)
{
	struct twin_qp_how how = {.type = EMU_QPT_XRC, .sq_log = 4, .cq_log = 4, .xrcd = 0x777};
	struct twin_qp q;
	struct twin_wqe w;
	struct xrc x;

	(void)state;
	xrc_up(&x);
	assert_int_equal(twin_qp_try(x.a, &q, &how), PRM_ST_BAD_RES);
	twin_srq_recv(&x.srq[1], 512, x.rkey, x.dst);
	request(&x, 0x0a, x.srq[1].srqn, 0);
	while (x.a->f.stats.bytes_sent == 0) /* and no further: the completion may be owed */
		engine_run(&x.t->w, 1);
	assert_int_equal(give_back(x.b, PRM_OP_DESTROY_QP, x.tgt.qpn), PRM_ST_OK);
	assert_non_null(twin_cqe(&x.srq[1].cq));
	for (int i = 0; i < 2; i++)
		assert_int_equal(give_back(x.b, PRM_OP_DESTROY_XRC_SRQ, x.srq[i].srqn), PRM_ST_OK);
	assert_int_equal(give_back(x.b, PRM_OP_DEALLOC_XRCD, x.xrcd), PRM_ST_OK);
	how.xrcd = twin_xrcd(x.a);
	twin_qp_make_as(x.a, &q, &how);
	assert_int_equal(give_back(x.a, PRM_OP_DEALLOC_XRCD, how.xrcd), PRM_ST_RES_BUSY);
	/* a WQE without the segment */
	twin_connect(&q, &x.ini, NULL);
	twin_wqe(&w, 0x0a, TWIN_SIG, 0);
	twin_post(&q, &w);
	twin_expect(x.t, &q.scq, 13, PRM_SYND_LOC_QP_OP, 0);
	twin_free(x.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_send),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_wrong_queue),
		cmocka_unit_test(test_receive_faults),
		cmocka_unit_test(test_objects),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 600 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
