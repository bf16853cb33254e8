/* SPDX-License-Identifier: BSD-3-Clause */
/* UC: a connection that nobody acknowledges: what arrives, what is lost without a word, what sends in error do. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct uc {
	struct twin *t;
	struct twin_side *a, *b;
	struct twin_qp qa, qb;
	uint64_t src, dst;
	uint32_t rkey;
};

static void uc_up(struct uc *u)
{
	struct twin_qp_how how = {
		.type = EMU_QPT_UC, .sq_log = 6, .rq_log = 4, .cq_log = 6, .user_index = 0x77};

	u->t = twin_new(&opts);
	u->a = &u->t->s[0];
	u->b = &u->t->s[1];
	twin_qp_make_as(u->a, &u->qa, &how);
	twin_qp_make_as(u->b, &u->qb, &how);
	twin_connect(&u->qa, &u->qb, NULL);
	twin_connect(&u->qb, &u->qa, NULL);
	u->src = twin_alloc(u->a, 1 << 20, 4096);
	u->dst = twin_alloc(u->b, 1 << 20, 4096);
	for (int i = 0; i < 1 << 20; i++)
		twin_at(u->a, u->src)[i] = (uint8_t)(i * 7 + i / 251);
	u->rkey = twin_key_pa(u->b, TWIN_ALL_RIGHTS);
}

static void put(struct uc *u, uint8_t op, uint32_t len, uint32_t lkey, uint32_t rkey)
{
	struct twin_wqe w;

	twin_wqe(&w, op, TWIN_SIG | TWIN_SOL, 0x5678);
	if (op < 0x0a || op > 0x0b)
		twin_raddr(&w, u->dst + 16384, rkey);
	if (len > 0) /* a count of 0 is 2 GiB */
		twin_data(&w, len, lkey, u->src);
	twin_post(&u->qa, &w);
}

static void test_messages(void **state)
{
	static const struct {
		uint8_t op, cqe;
	} forms[] = {{0x0a, 2}, {0x0b, 3}, {0x08, 0xff}, {0x09, 1}};
	/* also one that is too long to be kept on its way */
	static const uint32_t sizes[] = {0, 1, 5000, 65536, 65537, 300000};
	struct uc u;

	(void)state;
	uc_up(&u);
	for (uint32_t i = 0; i < COUNT(forms) * COUNT(sizes); i++) {
		uint32_t len = sizes[i % COUNT(sizes)];
		uint64_t at = u.dst;
		const uint8_t *e;
		bool write = forms[i / COUNT(sizes)].op == 0x08 || forms[i / COUNT(sizes)].op == 9;

		memset(twin_at(u.b, u.dst), 0, 1 << 20);
		if (forms[i / COUNT(sizes)].cqe != 0xff)
			twin_recv(&u.qb, 1 << 20, u.b->pa_key, at);
		if (write)
			at += 16384;
		put(&u, forms[i / COUNT(sizes)].op, len, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 0, 0, u.qa.last);
		if (forms[i / COUNT(sizes)].cqe != 0xff) {
			e = twin_expect(
				u.t, &u.qb.rcq, forms[i / COUNT(sizes)].cqe, 0, u.qb.rq_pi - 1);
			assert_int_equal(rd32(e + 0x2c), len);
			assert_int_equal(rd24(e + 0x19), u.qa.qpn);
			assert_int_equal(rd16(e + 0x16), emu_port_lid(&u.a->f));
			assert_int_equal(rd32(e + 0x20), 0x77);
			assert_true(e[0x3f] & 2);
			if (forms[i / COUNT(sizes)].op & 1)
				assert_int_equal(rd32(e + 0x24), 0x5678);
		}
		assert_memory_equal(twin_at(u.b, at), twin_at(u.a, u.src), len);
		assert_int_equal(*twin_at(u.b, at + len), 0);
	}
	assert_int_equal(u.a->f.stats.dropped, 0);
	assert_int_equal(u.a->f.stats.bytes_sent, 2 * (1 + 5000 + 65536 + 65537 + 300000));
	assert_int_equal(u.a->f.stats.bytes_written, 2 * (1 + 5000 + 65536 + 65537 + 300000));
	assert_int_equal(u.t->lints, 0);
	twin_free(u.t);
}

/* all of these complete well at the sender; what follows arrives */
static void test_lost(void **state)
{
	struct uc u;

	(void)state;
	uc_up(&u);
	put(&u, 0x0a, 10, u.a->pa_key, 0); /* no receive */
	twin_expect(u.t, &u.qa.scq, 0, 0, 0);
	put(&u, 0x09, 10, u.a->pa_key, u.rkey);
	twin_expect(u.t, &u.qa.scq, 0, 0, 1);
	put(&u, 0x08, 10, u.a->pa_key, u.rkey ^ 1); /* a remote key that is none */
	twin_expect(u.t, &u.qa.scq, 0, 0, 2);
	put(&u, 0x08, 70000, u.a->pa_key, twin_key_pa(u.b, EMU_LR | EMU_LW | EMU_RR));
	twin_expect(u.t, &u.qa.scq, 0, 0, 3);
	assert_int_equal(u.a->f.stats.dropped, 4);
	assert_int_equal(u.b->f.stats.faults, 2);
	assert_int_equal(*twin_at(u.b, u.dst + 16385), 0);
	assert_true(twin_state(&u.qb) == EMU_QPS_RTS);
	twin_recv(&u.qb, 4096, u.b->pa_key, u.dst);
	put(&u, 0x0a, 10, u.a->pa_key, 0);
	twin_expect(u.t, &u.qa.scq, 0, 0, 4);
	twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
	/* a receiver that is connected to another, to another port, or is of another service */
	for (int i = 0; i < 3; i++) {
		struct twin_qp_how how = {.type = i < 2 ? EMU_QPT_UC : EMU_QPT_RC,
			.sq_log = 4,
			.rq_log = 4,
			.cq_log = 4};
		struct twin_link link = twin_link_default;
		struct twin_qp other;

		twin_qp_make_as(u.b, &other, &how);
		if (i == 0)
			link.peer_qpn = u.qa.qpn + 1;
		if (i == 1)
			link.lid = emu_port_lid(&u.b->f);
		twin_connect(&other, &u.qa, &link);
		assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_2RST_QP, 0, NULL), 0);
		u.qa.pi = 0;
		wr32(twin_at(u.a, u.qa.dbr) + 4, 0);
		twin_connect(&u.qa, &other, NULL);
		twin_recv(&other, 4096, u.b->pa_key, u.dst);
		put(&u, 0x0a, 10, u.a->pa_key, 0);
		twin_expect(u.t, &u.qa.scq, 0, 0, 0);
		twin_expect_none(u.t, &other.rcq);
		assert_int_equal(u.a->f.stats.dropped, 5 + i);
	}
	assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_2RST_QP, 0, NULL), 0);
	u.qa.pi = 0;
	twin_connect(&u.qa, &u.qb, NULL);
	/* the receiver is gone */
	assert_int_equal(twin_qp_modify(&u.qb, PRM_OP_2RST_QP, 0, NULL), 0);
	put(&u, 0x0a, 10, u.a->pa_key, 0);
	twin_expect(u.t, &u.qa.scq, 0, 0, 0);
	assert_int_equal(u.a->f.stats.dropped, 8);
	assert_int_equal(twin_state(&u.qa), EMU_QPS_RTS);
	assert_null(twin_cqe(&u.qb.rcq));
	twin_free(u.t);
}

/* a receive that fails takes the receiver along, and the sender does not hear of it */
static void test_receive_faults(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct uc u;

		uc_up(&u);
		twin_recv(&u.qb, i ? 4096 : 9, i ? u.b->pa_key ^ 1 : u.b->pa_key, u.dst);
		twin_recv(&u.qb, 4096, u.b->pa_key, u.dst);
		put(&u, 0x0a, 10, u.a->pa_key, 0);
		twin_expect(u.t, &u.qa.scq, 0, 0, 0);
		twin_expect(u.t, &u.qb.rcq, 14, i ? PRM_SYND_LOC_PROT : PRM_SYND_LOC_LEN, 0);
		twin_expect(u.t, &u.qb.rcq, 14, PRM_SYND_WR_FLUSH, 1);
		assert_int_equal(twin_state(&u.qb), EMU_QPS_ERR);
		assert_int_equal(twin_state(&u.qa), EMU_QPS_RTS);
		twin_free(u.t);
	}
}

static const uint8_t *next_event(struct uc *u)
{
	const uint8_t *e = twin_eqe(u->t, u->b);

	while (e != NULL && e[1] == PRM_EV_COMP)
		e = twin_eqe(u->t, u->b);
	return e;
}

/* the receiver's memory or queue is not there: it is in error, with an event */
static void test_receiver_unmapped(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		const uint8_t *e;
		struct uc u;

		uc_up(&u);
		twin_recv(&u.qb, 4096, u.b->pa_key, u.dst);
		u.b->hole = i ? u.dst + 16384 : u.qb.buf;
		u.b->hole_len = 4096;
		put(&u, i ? 0x08 : 0x0a, 10, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 0, 0, 0);
		e = next_event(&u);
		assert_non_null(e);
		assert_int_equal(e[1], PRM_EV_WQ_CATAS_ERROR);
		assert_int_equal(twin_state(&u.qb), EMU_QPS_ERR);
		twin_free(u.t);
	}
}

/* the first message makes a receiver in RTR tell that the connection stands */
static void test_established(void **state)
{
	uint8_t qpc[PRM_QPC_BYTES];
	const uint8_t *e;
	struct uc u;

	(void)state;
	uc_up(&u);
	twin_qpc_to(&u.qb, &u.qa, &twin_link_default, qpc);
	assert_int_equal(twin_qp_modify(&u.qb, PRM_OP_2RST_QP, 0, NULL), 0);
	assert_int_equal(twin_qp_modify(&u.qb, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(&u.qb, PRM_OP_INIT2RTR_QP, 0, qpc), 0);
	put(&u, 0x08, 10, u.a->pa_key, u.rkey);
	put(&u, 0x08, 10, u.a->pa_key, u.rkey);
	e = next_event(&u);
	assert_non_null(e);
	assert_int_equal(e[1], PRM_EV_COMM_EST);
	assert_int_equal(rd24(e + 0x39), u.qb.qpn);
	assert_null(next_event(&u));
	twin_free(u.t);
}

/* a send in error: sending ends, receiving goes on, and SQERR2RTS begins anew */
static void test_send_error(void **state)
{
	struct twin_wqe w;
	struct uc u;

	(void)state;
	for (int large = 0; large < 2; large++) {
		uc_up(&u);
		put(&u, 0x08, large ? 70000 : 10, u.a->pa_key ^ 1, u.rkey);
		put(&u, 0x08, 10, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_PROT, 0);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_WR_FLUSH, 1);
		assert_int_equal(twin_state(&u.qa), EMU_QPS_SQER);
		put(&u, 0x08, 10, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_WR_FLUSH, 2);
		twin_recv(&u.qa, 64, u.a->pa_key, u.src);
		twin_wqe(&w, 0x0a, TWIN_SIG, 0);
		twin_inline(&w, "heard", 5);
		twin_post(&u.qb, &w);
		twin_expect(u.t, &u.qb.scq, 0, 0, 0);
		twin_expect(u.t, &u.qa.rcq, 2, 0, 0);
		assert_memory_equal(twin_at(u.a, u.src), "heard", 5);
		/* what was posted before the transition is of the error, even if not looked at yet */
		twin_wqe(&w, 0, TWIN_SIG, 0);
		twin_put(&u.qa, &w);
		wr32(twin_at(u.a, u.qa.dbr) + 4, u.qa.pi);
		assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_SQERR2RTS_QP, 0, NULL), 0);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_WR_FLUSH, 3);
		put(&u, 0x08, 10, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 0, 0, 4);
		assert_memory_equal(twin_at(u.b, u.dst + 16384), twin_at(u.a, u.src), 10);
		twin_free(u.t);
	}
}

/* memory that is not mapped is seen before anything leaves, or half-way through a long message */
static void test_sender_unmapped(void **state)
{
	(void)state;
	for (int large = 0; large < 2; large++) {
		struct uc u;

		uc_up(&u);
		u.a->hole = u.src + (large ? 65536 : 0);
		u.a->hole_len = 4096;
		twin_recv(&u.qb, 1 << 20, u.b->pa_key, u.dst);
		put(&u, 0x0a, large ? 80000 : 10, u.a->pa_key, 0);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_PROT, 0);
		twin_expect_none(u.t, &u.qb.rcq);
		assert_int_equal(twin_state(&u.qb), EMU_QPS_RTS);
		u.a->hole_len = 0;
		assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_SQERR2RTS_QP, 0, NULL), 0);
		put(&u, 0x0a, 10, u.a->pa_key, 0); /* the receive is still there */
		twin_expect(u.t, &u.qa.scq, 0, 0, 1);
		twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
		twin_free(u.t);
	}
}

static void test_opcodes(void **state)
{
	static const uint8_t none[] = {0x01, 0x10, 0x11, 0x12};
	struct uc u;

	(void)state;
	for (size_t i = 0; i < COUNT(none); i++) {
		uc_up(&u);
		put(&u, none[i], 8, u.a->pa_key, u.rkey);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_QP_OP, 0);
		twin_free(u.t);
	}
}

/* the adversary: a completion says nothing of the other end, and a connection's messages stay in order */
static void test_late(void **state)
{
	uint32_t late = 0;

	(void)state;
	if (!opts.adversarial)
		return;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		uint32_t got = 0, there;
		struct uc u;

		opts.seed = seed;
		uc_up(&u);
		memset(twin_at(u.b, u.dst), 0xff, 64 * 12);
		for (uint32_t i = 0; i < 12; i++) {
			struct twin_wqe w;

			twin_recv(&u.qb, 64, u.b->pa_key, u.dst + 64 * i);
			twin_wqe(&w, 0x0a, TWIN_SIG, 0);
			twin_inline(&w, &i, 4);
			twin_post(&u.qa, &w);
		}
		for (uint32_t done = 0, turn = 0; done < 12; turn++) {
			assert_true(turn < 100000);
			engine_run(&u.t->w, 1);
			while (twin_cqe(&u.qa.scq) != NULL) {
				memcpy(&there, twin_at(u.b, u.dst + 64 * done), 4);
				late += there != done++; /* it has left, and not arrived */
			}
			while (twin_cqe(&u.qb.rcq) != NULL)
				got++;
		}
		twin_run(u.t);
		while (twin_cqe(&u.qb.rcq) != NULL)
			got++;
		assert_int_equal(got, 12);
		for (uint32_t i = 0; i < 12; i++)
			assert_memory_equal(twin_at(u.b, u.dst + 64 * i), &i, 4);
		twin_free(u.t);
	}
	assert_true(late > 100);
}

/* a message too long to be kept on its way overtakes none of its connection */
static void test_long_behind_short(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 40; seed++) {
		struct uc u;

		opts.seed = seed;
		uc_up(&u);
		for (uint32_t i = 0; i < 4; i++) {
			twin_recv(&u.qb, 1 << 18, u.b->pa_key, u.dst + (i << 18));
			put(&u, 0x0a, i == 3 ? 70000 : 100 + i, u.a->pa_key, 0);
		}
		for (uint32_t i = 0; i < 4; i++)
			assert_int_equal(rd32(twin_expect(u.t, &u.qb.rcq, 2, 0, (int)i) + 0x2c),
				i == 3 ? 70000 : 100 + i);
		twin_free(u.t);
	}
}

/* what flies outlives its sender, and is lost with its receiver */
static void test_gone(void **state)
{
	uint8_t in[16] = {0}, out[16];

	(void)state;
	for (int who = 0; who < 2; who++) {
		struct uc u;

		uc_up(&u);
		twin_recv(&u.qb, 64, u.b->pa_key, u.dst);
		put(&u, 0x0a, 10, u.a->pa_key, 0);
		while (u.a->f.stats.bytes_sent == 0)
			engine_run(&u.t->w, 1);
		wr16(in, PRM_OP_DESTROY_QP);
		wr32(in + 8, who ? u.qb.qpn : u.qa.qpn);
		assert_int_equal(
			twin_cmd(who ? u.b : u.a, in, sizeof(in), out, sizeof(out), NULL), 0);
		twin_run(u.t);
		if (who == 0)
			assert_non_null(twin_cqe(&u.qb.rcq));
		else if (twin_cqe(&u.qb.rcq) == NULL)
			assert_int_equal(u.a->f.stats.dropped, 1);
		twin_free(u.t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_messages),
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_receive_faults),
		cmocka_unit_test(test_receiver_unmapped),
		cmocka_unit_test(test_established),
		cmocka_unit_test(test_send_error),
		cmocka_unit_test(test_sender_unmapped),
		cmocka_unit_test(test_opcodes),
		cmocka_unit_test(test_late),
		cmocka_unit_test(test_long_behind_short),
		cmocka_unit_test(test_gone),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 700 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
