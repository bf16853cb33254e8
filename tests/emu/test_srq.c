/* SPDX-License-Identifier: BSD-3-Clause */
/* Shared receive queues: made and refused, linked lists, who completes where, limits, last WQEs, errors. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

#define SLOT 512u

struct net { /* senders of a, receivers of b on one shared queue */
	struct twin *t;
	struct twin_side *a, *b;
	struct twin_srq srq;
	struct twin_qp from[3], to[3];
	uint64_t src, dst;
};

static void net_up(struct net *n, enum emu_srq_form form, uint32_t log, uint32_t pd)
{
	n->t = twin_new(&opts);
	n->a = &n->t->s[0];
	n->b = &n->t->s[1];
	twin_srq_make(n->b, &n->srq, form, log, pd, form == EMU_SRQ_XRC ? twin_xrcd(n->b) : 0, 9);
	for (uint32_t i = 0; i < 3; i++) {
		struct twin_qp_how how = {
			.sq_log = 6, .cq_log = 6, .srq = &n->srq, .user_index = 0x20 + i};

		twin_qp_make(n->a, &n->from[i], 6, 4, 6);
		twin_qp_make_as(n->b, &n->to[i], &how);
		twin_connect(&n->from[i], &n->to[i], NULL);
		twin_connect(&n->to[i], &n->from[i], NULL);
	}
	n->src = twin_alloc(n->a, 65536, 4096);
	n->dst = twin_alloc(n->b, 65536, 4096);
	for (int i = 0; i < 65536; i++)
		twin_at(n->a, n->src)[i] = (uint8_t)(i * 5 + i / 253);
}

static void send_from(struct net *n, uint32_t i, uint8_t op, uint32_t len, uint64_t off)
{
	struct twin_wqe w;

	twin_wqe(&w, op, TWIN_SIG, 0xabc);
	twin_data(&w, len, n->a->pa_key, n->src + off);
	twin_post(&n->from[i], &w);
}

static void expect_event(struct net *n, uint8_t type, uint32_t number)
{
	const uint8_t *e = twin_eqe(n->t, n->b);

	while (e != NULL && (e[1] == PRM_EV_COMM_EST || e[1] == PRM_EV_COMP))
		e = twin_eqe(n->t, n->b);
	assert_non_null(e);
	assert_int_equal(e[1], type);
	assert_int_equal(e[0x34], 0);
	assert_int_equal(rd24(e + 0x39), number);
}

static void expect_no_event(struct net *n)
{
	const uint8_t *e;

	while ((e = twin_eqe(n->t, n->b)) != NULL)
		assert_int_equal(e[1], PRM_EV_COMM_EST);
}

static uint8_t destroy(struct twin_side *s, uint16_t opcode, uint32_t number)
{
	uint8_t in[16] = {0}, out[16];

	wr16(in, opcode);
	wr32(in + 8, number);
	return twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL);
}

/* what a form's context must have, and the references that it holds */
static void test_objects(void **state)
{
	uint8_t in[0x118], out[0x210], *ctx = in + 0x20, *wq = ctx + 0x30;
	uint32_t rmp, xrc, srq, xrcd, synd, got, lwm;
	struct twin_side *s;
	struct twin_srq q = {0};
	struct twin_cq cq;
	struct twin *t = twin_new(&opts);

	(void)state;
	q.s = s = &t->s[0];
	memset(in, 0, sizeof(in));
	xrcd = twin_xrcd(s);
	wr16(in, PRM_OP_CREATE_RMP);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, 10);
	emu_set(wq, PRM_WQ_LOG_WQ_STRIDE, 5);
	emu_set(wq, PRM_WQ_LOG_WQ_PG_SZ, 4);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_PD);
	emu_set(wq, PRM_WQ_PD, s->pd);
	assert_int_equal(twin_cmd(s, in, 0x110, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_QUEUE_PAGES);
	/* 64 KiB from the first quarter of a 64 KiB page on: two pages */
	emu_set(wq, PRM_WQ_PAGE_OFFSET, 16);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, 11);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_QUEUE_PAGES);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, 10);
	emu_set(wq, PRM_WQ_DBR_ADDR, 0x1004);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_DBR_ADDR);
	emu_set(wq, PRM_WQ_DBR_ADDR, 0x1008);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, 16);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_QUEUE_SIZE);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, 4);
	for (uint32_t stride = 0; stride < 16; stride++) { /* 32 to max_wqe_sz_rq bytes */
		emu_set(wq, PRM_WQ_LOG_WQ_STRIDE, stride);
		if (stride < 5 || stride > 9)
			assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	}
	emu_set(wq, PRM_WQ_LOG_WQ_STRIDE, 5);
	emu_set(wq, PRM_WQ_WQ_TYPE, 1); /* cyclic */
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	emu_set(wq, PRM_WQ_WQ_TYPE, 0);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, NULL), PRM_ST_OK);
	rmp = (uint32_t)emu_get(out, PRM_CREATE_RMP_OUT_RMPN);

	memset(in, 0, sizeof(in));
	ctx = in + 0x10;
	wr16(in, PRM_OP_CREATE_XRC_SRQ);
	emu_set(ctx, PRM_XRC_SRQC_LOG_XRC_SRQ_SIZE, 1);
	emu_set(ctx, PRM_XRC_SRQC_LOG_RQ_STRIDE, 1);
	emu_set(ctx, PRM_XRC_SRQC_PD, s->pd);
	emu_set(ctx, PRM_XRC_SRQC_XRCD, xrcd);
	emu_set(ctx, PRM_XRC_SRQC_CQN, 0x777);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_CQ);
	twin_cq_make(s, &cq, 3);
	emu_set(ctx, PRM_XRC_SRQC_CQN, cq.cqn);
	emu_set(ctx, PRM_XRC_SRQC_XRCD, 0x777);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_XRCD);
	emu_set(ctx, PRM_XRC_SRQC_XRCD, xrcd);
	emu_set(ctx, PRM_XRC_SRQC_LOG_PAGE_SIZE, 63);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_QUEUE_PAGES);
	emu_set(ctx, PRM_XRC_SRQC_LOG_PAGE_SIZE, 0);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, NULL), PRM_ST_OK);
	xrc = (uint32_t)emu_get(out, PRM_CREATE_XRC_SRQ_OUT_XRC_SRQN);

	memset(in, 0, sizeof(in));
	wr16(in, PRM_OP_CREATE_SRQ);
	emu_set(ctx, PRM_SRQC_LOG_SRQ_SIZE, 1);
	emu_set(ctx, PRM_SRQC_LOG_RQ_STRIDE, 1);
	emu_set(ctx, PRM_SRQC_PD, s->pd);
	wr64(in + 0x110, 0x123000);
	assert_int_equal(twin_cmd(s, in, 0x118, out, 16, NULL), PRM_ST_OK);
	srq = (uint32_t)emu_get(out, PRM_CREATE_SRQ_OUT_SRQN);
	assert_true(xrc != rmp && srq != xrc && srq != rmp); /* one number space */

	/* each form answers to its own commands only */
	for (int form = 0; form < 3; form++) {
		q.form = (enum emu_srq_form)form;
		for (int i = 0; i < 3; i++) {
			q.srqn = i == 0 ? rmp : i == 1 ? xrc : srq;
			assert_int_equal(twin_srq_query(&q, &got, &lwm),
				form == i ? PRM_ST_OK : PRM_ST_BAD_RES);
			assert_int_equal(
				twin_srq_limit(&q, 0), form == i ? PRM_ST_OK : PRM_ST_BAD_RES);
		}
	}
	memset(in, 0, 16);
	wr16(in, PRM_OP_QUERY_XRC_SRQ);
	wr32(in + 8, xrc);
	assert_int_equal(twin_cmd(s, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_get(out + 0x10, PRM_XRC_SRQC_XRCD), xrcd);
	wr16(in, PRM_OP_QUERY_SRQ);
	wr32(in + 8, srq);
	assert_int_equal(twin_cmd(s, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_true(rd64(out + 0x110) == 0x123000);

	assert_int_equal(destroy(s, PRM_OP_DEALLOC_PD, s->pd), PRM_ST_RES_BUSY);
	assert_int_equal(destroy(s, PRM_OP_DEALLOC_XRCD, xrcd), PRM_ST_RES_BUSY);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_CQ, cq.cqn), PRM_ST_RES_BUSY);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_RMP, xrc), PRM_ST_BAD_RES);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_XRC_SRQ, xrc), PRM_ST_OK);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_RMP, rmp), PRM_ST_OK);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_SRQ, srq), PRM_ST_OK);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_SRQ, srq), PRM_ST_BAD_RES);
	assert_int_equal(destroy(s, PRM_OP_DEALLOC_XRCD, xrcd), PRM_ST_OK);
	assert_int_equal(destroy(s, PRM_OP_DESTROY_CQ, cq.cqn), PRM_ST_OK);
	twin_free(t);
}

/* receives are taken in the order posted, whatever the order in which their WQEs were freed */
static void receives(enum emu_srq_form form)
{
	uint16_t held[8], order[64];
	uint64_t rng = opts.seed, sent = 0;
	struct net n;

	net_up(&n, form, 3, 0);
	for (int i = 0; i < 7; i++)
		order[i] = twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst + SLOT * n.srq.head);
	for (int round = 0; round < 8; round++) {
		for (uint32_t i = 0; i < 7; i++) {
			uint32_t by = twin_rand(&rng, 3);
			uint64_t off = sent++ % 64;
			const uint8_t *e;

			send_from(&n, by, i == 3 ? 0x0b : 0x0a, 300 + i, off);
			twin_expect(n.t, &n.from[by].scq, 0, 0, n.from[by].last);
			e = twin_expect(n.t, &n.to[by].rcq, i == 3 ? 3 : 2, 0, order[i]);
			assert_int_equal(rd24(e + 0x21), 0x20 + by); /* the queue pair's */
			assert_int_equal(rd24(e + 0x39), n.to[by].qpn);
			assert_int_equal(rd32(e + 0x2c), 300 + i);
			assert_memory_equal(twin_at(n.b, n.dst + SLOT * order[i]),
				twin_at(n.a, n.src + off), 300 + i);
			held[i] = order[i];
		}
		/* one is not free and cannot be posted, as with libmlx5; the others in any order */
		for (uint32_t left = 7; left > 0; left--) {
			uint32_t pick = twin_rand(&rng, left);

			twin_srq_free(&n.srq, held[pick]);
			held[pick] = held[left - 1];
		}
		for (int i = 0; i < 7; i++)
			order[i] = twin_srq_recv(
				&n.srq, SLOT, n.b->pa_key, n.dst + SLOT * n.srq.head);
	}
	expect_no_event(&n);
	assert_int_equal(n.t->lints, 0);
	twin_free(n.t);
}

static void test_receives(void **state)
{
	(void)state;
	receives(EMU_SRQ_RMP);
	receives(EMU_SRQ_PLAIN);
	receives(EMU_SRQ_XRC); /* a queue pair of another type completes where it would without */
}

/* completions of version 0 name the shared queue; a WRITE with immediate takes a receive, too */
static void test_entries(void **state)
{
	struct twin_qp_how how = {.sq_log = 4, .cq_log = 4, .user_index = EMU_NO_INDEX};
	uint32_t rkey;
	struct twin_wqe w;
	struct twin_qp q;
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	how.srq = &n.srq;
	rkey = twin_key_pa(n.b, TWIN_ALL_RIGHTS);
	twin_qp_make_as(n.b, &q, &how);
	twin_qp_modify(&n.from[0], PRM_OP_2RST_QP, 0, NULL);
	twin_connect(&n.from[0], &q, NULL);
	twin_connect(&q, &n.from[0], NULL);
	twin_srq_recv(&n.srq, 8, n.b->pa_key, n.dst);
	n.from[0].pi = 0;
	twin_wqe(&w, 0x09, TWIN_SIG, 0x1234);
	twin_raddr(&w, n.dst + 4096, rkey);
	twin_data(&w, 100, n.a->pa_key, n.src);
	twin_post(&n.from[0], &w);
	assert_int_equal(rd24(twin_expect(n.t, &q.rcq, 1, 0, 0) + 0x21), n.srq.srqn);
	assert_memory_equal(twin_at(n.b, n.dst + 4096), twin_at(n.a, n.src), 100);
	twin_free(n.t);
}

/* an invalidation that is refused has not used up the receive */
static void test_put_back(void **state)
{
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
	send_from(&n, 0, 0x01, 100, 0);
	twin_expect(n.t, &n.from[0].scq, 13, PRM_SYND_REM_ACCESS, 0);
	send_from(&n, 1, 0x0a, 100, 0);
	twin_expect(n.t, &n.from[1].scq, 0, 0, 0);
	twin_expect(n.t, &n.to[1].rcq, 2, 0, 0);
	assert_memory_equal(twin_at(n.b, n.dst), twin_at(n.a, n.src), 100);
	twin_free(n.t);
}

/* a shared queue's receives are of its own domain, not of the queue pair's */
static void test_domain(void **state)
{
	struct twin_key k = {.mode = EMU_KEY_PA, .rights = TWIN_ALL_RIGHTS, .length64 = true};
	uint32_t pd;
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	twin_free(n.t);
	n.t = NULL;
	/* the domain's number is the same in each new world */
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	pd = twin_pd(&n.t->s[1]);
	k.pd = pd;
	twin_srq_make(n.b, &n.srq, EMU_SRQ_RMP, 3, pd, 0, 0);
	for (uint32_t i = 0; i < 2; i++) {
		struct twin_qp_how how = {.sq_log = 4, .cq_log = 4, .srq = &n.srq};

		twin_qp_modify(&n.from[i], PRM_OP_2RST_QP, 0, NULL);
		twin_qp_make_as(n.b, &n.to[i], &how);
		twin_connect(&n.from[i], &n.to[i], NULL);
		twin_connect(&n.to[i], &n.from[i], NULL);
	}
	twin_srq_recv(&n.srq, SLOT, twin_key_make(n.b, &k), n.dst);
	twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
	send_from(&n, 0, 0x0a, 100, 0);
	twin_expect(n.t, &n.from[0].scq, 0, 0, 0);
	send_from(&n, 1, 0x0a, 100, 0);
	twin_expect(n.t, &n.from[1].scq, 13, PRM_SYND_REM_OP, 0);
	twin_expect(n.t, &n.to[1].rcq, 14, PRM_SYND_LOC_PROT, 1);
	assert_int_equal(twin_state(&n.to[1]), EMU_QPS_ERR);
	assert_int_equal(twin_state(&n.to[0]), EMU_QPS_RTR + 1);
	twin_free(n.t);
}

/* an empty shared queue is "receiver not ready", and one receive lets one message in */
static void test_rnr(void **state)
{
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	send_from(&n, 0, 0x0a, 10, 0);
	send_from(&n, 1, 0x0a, 10, 0);
	twin_expect_none(n.t, &n.from[0].scq);
	twin_expect_none(n.t, &n.from[1].scq);
	for (uint32_t got = 0; got < 2; got++) {
		twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
		twin_sleep(1000000);
		twin_run(n.t);
		assert_int_equal(
			(twin_cqe(&n.from[0].scq) != NULL) + (twin_cqe(&n.from[1].scq) != NULL), 1);
	}
	twin_free(n.t);
}

/* the limit: an event once fewer are left, then none until it is set again */
static void limit(enum emu_srq_form form)
{
	uint32_t srq_state, lwm;
	struct net n;

	net_up(&n, form, 3, 0);
	for (int i = 0; i < 6; i++)
		twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
	assert_int_equal(twin_srq_limit(&n.srq, 5), PRM_ST_OK);
	twin_srq_query(&n.srq, &srq_state, &lwm);
	assert_int_equal(srq_state, form == EMU_SRQ_RMP);
	assert_int_equal(lwm, 5);
	send_from(&n, 0, 0x0a, 10, 0);
	expect_no_event(&n); /* five are left */
	send_from(&n, 0, 0x0a, 10, 0);
	expect_event(&n, PRM_EV_SRQ_RQ_LIMIT, n.srq.srqn);
	twin_srq_query(&n.srq, &srq_state, &lwm);
	assert_int_equal(lwm, 0);
	send_from(&n, 0, 0x0a, 10, 0);
	expect_no_event(&n);
	assert_int_equal(twin_srq_limit(&n.srq, 3), PRM_ST_OK); /* as many as there are */
	expect_no_event(&n);
	assert_int_equal(twin_srq_limit(&n.srq, 4), PRM_ST_OK);
	expect_event(&n, PRM_EV_SRQ_RQ_LIMIT, n.srq.srqn); /* fewer already */
	assert_int_equal(twin_srq_limit(&n.srq, 3), PRM_ST_OK);
	twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst); /* in time */
	send_from(&n, 0, 0x0a, 10, 0);
	expect_no_event(&n);
	twin_free(n.t);
}

static void test_limit(void **state)
{
	(void)state;
	limit(EMU_SRQ_RMP);
	limit(EMU_SRQ_XRC);
	limit(EMU_SRQ_PLAIN);
}

static void test_limit_refused(void **state)
{
	uint8_t in[0x110] = {0}, out[16];
	uint32_t synd;
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_PLAIN, 3, 0);
	wr16(in, PRM_OP_ARM_RQ);
	wr32(in + 8, n.srq.srqn);
	emu_set(in, PRM_MBOX_IN_OP_MOD, 2); /* an XRQ */
	assert_int_equal(twin_cmd(n.b, in, 16, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_OP_MOD);
	twin_free(n.t);
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	memset(in, 0, sizeof(in));
	wr16(in, PRM_OP_MODIFY_RMP);
	wr32(in + 8, n.srq.srqn);
	assert_int_equal(twin_cmd(n.b, in, sizeof(in), out, 16, &synd), PRM_ST_BAD_RES_STATE);
	emu_set(in, PRM_MODIFY_RMP_IN_RMP_STATE, 1);
	assert_int_equal(twin_cmd(n.b, in, sizeof(in), out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_SRQ_STATE);
	twin_free(n.t);
}

/* a queue pair in error takes none of the shared receives with it, and says that it takes no more */
static void test_last_wqe(void **state)
{
	struct net n;

	(void)state;
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	for (int i = 0; i < 3; i++)
		twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
	send_from(&n, 0, 0x0a, 10, 0);
	twin_run(n.t);
	assert_int_equal(twin_qp_modify(&n.to[0], PRM_OP_2ERR_QP, 0, NULL), 0);
	expect_event(&n, PRM_EV_SRQ_LAST_WQE, n.to[0].qpn);
	assert_non_null(twin_cqe(&n.to[0].rcq)); /* written before the event */
	twin_expect_none(n.t, &n.to[0].rcq);
	expect_no_event(&n);
	send_from(&n, 1, 0x0a, 10, 0);
	twin_expect(n.t, &n.to[1].rcq, 2, 0, 1);
	/* its next life ends with an event of its own */
	assert_int_equal(twin_qp_modify(&n.to[0], PRM_OP_2RST_QP, 0, NULL), 0);
	twin_connect(&n.to[0], &n.from[0], NULL);
	assert_int_equal(twin_qp_modify(&n.to[0], PRM_OP_2ERR_QP, 0, NULL), 0);
	expect_event(&n, PRM_EV_SRQ_LAST_WQE, n.to[0].qpn);
	twin_free(n.t);
}

/* whoever drains a queue pair by that event finds its last completion */
static void test_last_wqe_behind_completion(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		const uint8_t *e;
		struct net n;

		opts.seed = seed;
		net_up(&n, EMU_SRQ_RMP, 3, 0);
		twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
		send_from(&n, 0, 0x0a, 10, 0);
		while (n.a->f.stats.bytes_sent == 0)
			engine_run(&n.t->w, 1);
		assert_int_equal(twin_qp_modify(&n.to[0], PRM_OP_2ERR_QP, 0, NULL), 0);
		e = twin_at(n.b, n.b->eq_mem);
		while (e[63] & 1) {
			engine_run(&n.t->w, 1);
			hca_poll(&n.b->f);
		}
		assert_int_equal(e[1], PRM_EV_SRQ_LAST_WQE);
		assert_non_null(twin_cqe(&n.to[0].rcq));
		twin_free(n.t);
	}
}

/* a shared queue that cannot be read is in error, for all that use it */
static void broken(bool unmapped)
{
	uint32_t srq_state, lwm;
	struct net n;

	net_up(&n, EMU_SRQ_RMP, 3, 0);
	twin_srq_recv(&n.srq, SLOT, n.b->pa_key, n.dst);
	if (unmapped) {
		n.b->hole = n.srq.buf;
		n.b->hole_len = 4096;
	} else {
		wr16(twin_at(n.b, n.srq.buf) + 2, 8);
	}
	send_from(&n, 0, 0x0a, 10, 0);
	twin_expect(n.t, &n.from[0].scq, 13, PRM_SYND_REM_OP, 0);
	expect_event(&n, PRM_EV_SRQ_CATAS_ERROR, n.srq.srqn);
	expect_event(&n, PRM_EV_WQ_CATAS_ERROR, n.to[0].qpn);
	expect_event(&n, PRM_EV_SRQ_LAST_WQE, n.to[0].qpn);
	twin_srq_query(&n.srq, &srq_state, &lwm);
	assert_int_equal(srq_state, 3);
	assert_int_equal(twin_srq_limit(&n.srq, 1), PRM_ST_BAD_RES_STATE);
	n.b->hole_len = 0;
	send_from(&n, 1, 0x0a, 10, 0);
	twin_expect(n.t, &n.from[1].scq, 13, PRM_SYND_REM_OP, 0);
	expect_event(&n, PRM_EV_WQ_CATAS_ERROR, n.to[1].qpn);
	assert_int_equal(n.t->lints, !unmapped);
	twin_free(n.t);
}

static void test_broken(void **state)
{
	struct net n;

	(void)state;
	broken(true);
	broken(false);
	/* a record that runs ahead of the queue is not believed */
	net_up(&n, EMU_SRQ_RMP, 3, 0);
	wr32(twin_at(n.b, n.srq.dbr), 9);
	send_from(&n, 0, 0x0a, 10, 0);
	twin_expect_none(n.t, &n.from[0].scq);
	assert_true(n.t->lints > 0);
	twin_free(n.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objects),
		cmocka_unit_test(test_receives),
		cmocka_unit_test(test_entries),
		cmocka_unit_test(test_put_back),
		cmocka_unit_test(test_domain),
		cmocka_unit_test(test_rnr),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_limit_refused),
		cmocka_unit_test(test_last_wqe),
		cmocka_unit_test(test_last_wqe_behind_completion),
		cmocka_unit_test(test_broken),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 500 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
