/* SPDX-License-Identifier: BSD-3-Clause */
/* Datagrams: addresses, keys, the 40 bytes before each, multicast, the special queues; and what is lost. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

#define QKEY 0x11111111u
#define GRH  40u
#define AREA 8192u

static const uint8_t group[16] = {0xff, 0x12, 0x40, 0x1b, 0xff, 0xff, [15] = 7};

struct ud {
	struct twin *t;
	struct twin_side *a, *b;
	struct twin_qp qa, qb;
	uint64_t src, dst; /* dst on either side: the same offset */
};

static void queue(struct twin_side *s, struct twin_qp *q, uint8_t type, bool block_lb)
{
	struct twin_qp_how how = {.type = type,
		.sq_log = 6,
		.rq_log = 6,
		.cq_log = 6,
		.user_index = 0x77,
		.block_lb = block_lb};

	twin_qp_make_as(s, q, &how);
	twin_datagram(q, QKEY);
}

static void ud_up(struct ud *u)
{
	u->t = twin_new(&opts);
	u->a = &u->t->s[0];
	u->b = &u->t->s[1];
	queue(u->a, &u->qa, EMU_QPT_UD, true);
	queue(u->b, &u->qb, EMU_QPT_UD, true);
	u->src = twin_alloc(u->a, AREA, 4096);
	u->dst = twin_alloc(u->b, 4 * AREA, 4096);
	for (uint32_t i = 0; i < AREA; i++)
		twin_at(u->a, u->src)[i] = (uint8_t)(i * 7 + i / 251);
}

static void begin(struct twin_wqe *w, uint8_t op)
{
	twin_wqe(w, op, TWIN_SIG | TWIN_SOL, 0xfeed);
}

static void finish(struct ud *u, struct twin_qp *q, struct twin_wqe *w, uint32_t len)
{
	if (len > 0) /* a count of 0 is 2 GiB */
		twin_data(w, len, q->s->pa_key, q->s == u->a ? u->src : u->dst);
	twin_post(q, w);
}

static void send_to(struct ud *u, uint16_t lid, uint32_t qpn, uint32_t q_key, uint32_t len)
{
	struct twin_wqe w;

	begin(&w, 0x0a);
	twin_av(&w, lid, qpn, q_key, NULL);
	finish(u, &u->qa, &w, len);
}

static uint16_t lid(struct twin_side *s)
{
	return emu_port_lid(&s->f);
}

static void test_forms(void **state)
{
	static const uint32_t sizes[] = {0, 1, 100, 4096};
	struct ud u;

	(void)state;
	ud_up(&u);
	for (uint32_t i = 0; i < 4 * COUNT(sizes); i++) {
		uint32_t len = sizes[i % COUNT(sizes)];
		bool imm = i / COUNT(sizes) & 1, compact = i / COUNT(sizes) & 2;
		struct twin_wqe w;
		const uint8_t *e;

		memset(twin_at(u.b, u.dst), 0x99, AREA);
		twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
		begin(&w, imm ? 0x0b : 0x0a);
		if (compact)
			twin_av_compact(&w, lid(u.b), u.qb.qpn, QKEY);
		else
			twin_av(&w, lid(u.b), u.qb.qpn, QKEY, NULL);
		finish(&u, &u.qa, &w, len);
		twin_expect(u.t, &u.qa.scq, 0, 0, u.qa.last);
		e = twin_expect(u.t, &u.qb.rcq, imm ? 3 : 2, 0, (int)i);
		assert_int_equal(rd32(e + 0x2c), len + GRH);
		assert_int_equal(rd32(e + 0x18), 5u << 24 | u.qa.qpn); /* SL, no GRH */
		assert_int_equal(rd16(e + 0x16), lid(u.a));
		assert_int_equal(rd32(e + 0x20), 0x77);
		assert_int_equal(e[0x11], 0);
		assert_int_equal(rd32(e + 0x24), imm ? 0xfeed : 0xffff); /* or the P_Key */
		assert_true(e[0x3f] & 2);
		assert_memory_equal(twin_at(u.b, u.dst + GRH), twin_at(u.a, u.src), len);
		assert_int_equal(*twin_at(u.b, u.dst + GRH + len), 0x99);
		/* without a GRH nothing is promised of the first bytes; in order they are left alone */
		if (!opts.adversarial)
			assert_int_equal(*twin_at(u.b, u.dst + GRH - 1), 0x99);
	}
	assert_int_equal(u.a->f.stats.dropped, 0);
	assert_int_equal(u.t->lints, 0);
	twin_free(u.t);
}

/* the 40 bytes may lie in segments of their own, and are checked as all of the receive */
static void test_split_receive(void **state)
{
	uint8_t *at;
	struct ud u;

	(void)state;
	for (uint32_t first = 1; first <= GRH + 1; first += 13) {
		ud_up(&u);
		twin_recv(&u.qb, first, u.b->pa_key, u.dst);
		at = twin_at(u.b, u.qb.buf);
		twin_klm(at + 16, 20, u.b->pa_key, u.dst + 1000);
		twin_klm(at + 32, 200, u.b->pa_key, u.dst + 2000);
		twin_klm(at + 48, 0, 0x100, 0);
		send_to(&u, lid(u.b), u.qb.qpn, QKEY, 100);
		twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
		if (first + 20 <= GRH) {
			assert_memory_equal(twin_at(u.b, u.dst + 2000 + GRH - first - 20),
				twin_at(u.a, u.src), 100);
		} else {
			assert_memory_equal(twin_at(u.b, u.dst + 2000),
				twin_at(u.a, u.src) + first + 20 - GRH, GRH + 100 - first - 20);
		}
		twin_free(u.t);
	}
}

static void test_grh(void **state)
{
	uint8_t gid[16], mine[16], *g;
	struct twin_wqe w;
	const uint8_t *e;
	struct ud u;

	(void)state;
	ud_up(&u);
	emu_port_gid(&u.b->f, 0, gid);
	emu_port_gid(&u.a->f, 0, mine);
	for (int i = 0; i < 2; i++) {
		twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
		begin(&w, i ? 0x0b : 0x0a);
		twin_av(&w, lid(u.b), u.qb.qpn, QKEY, gid);
		finish(&u, &u.qa, &w, 101);
		e = twin_expect(u.t, &u.qb.rcq, i ? 3 : 2, 0, -1);
		assert_int_equal(rd32(e + 0x18), 1u << 28 | 5u << 24 | u.qa.qpn);
		g = twin_at(u.b, u.dst);
		assert_int_equal(rd32(g), 6u << 28 | 0x12u << 20 | 0xabcde);
		assert_int_equal(rd16(g + 4), 12 + 8 + 4 * i + 104 + 4);
		assert_int_equal(g[6], 0x1b);
		assert_int_equal(g[7], 0x40);
		assert_memory_equal(g + 8, mine, 16);
		assert_memory_equal(g + 24, gid, 16);
		assert_memory_equal(g + GRH, twin_at(u.a, u.src), 101);
	}
	gid[15] ^= 1; /* not the receiver's */
	twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
	begin(&w, 0x0a);
	twin_av(&w, lid(u.b), u.qb.qpn, QKEY, gid);
	finish(&u, &u.qa, &w, 101);
	twin_expect_none(u.t, &u.qb.rcq);
	assert_int_equal(u.a->f.stats.dropped, 1);
	twin_free(u.t);
}

/* the sender's completion is the same whatever becomes of the message */
static void test_lost(void **state)
{
	struct ud u;
	struct twin_qp rc;

	(void)state;
	ud_up(&u);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 10); /* no receive */
	twin_run(u.t);
	assert_int_equal(u.a->f.stats.dropped, 1);
	for (int i = 0; i < 4; i++)
		twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
	twin_qp_make(u.b, &rc, 4, 4, 4);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY + 1, 10);
	send_to(&u, 77, u.qb.qpn, QKEY, 10);
	send_to(&u, 0, u.qb.qpn, QKEY, 10);
	send_to(&u, lid(u.b), 0x777, QKEY, 10);
	send_to(&u, lid(u.b), rc.qpn, QKEY, 10);
	send_to(&u, 0xc001, 0xffffff, QKEY, 10); /* multicast, but no GRH says which */
	for (int i = 0; i < 7; i++)
		twin_expect(u.t, &u.qa.scq, 0, 0, 2 * i);
	twin_expect_none(u.t, &u.qb.rcq);
	assert_int_equal(u.a->f.stats.dropped, 7);
	/* a port that is down, at either end */
	port_set(&u.b->f, false);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 10);
	twin_expect(u.t, &u.qa.scq, 0, 0, 14);
	twin_run(u.t);
	port_set(&u.b->f, true);
	port_set(&u.a->f, false);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 10);
	twin_expect(u.t, &u.qa.scq, 0, 0, 16);
	twin_run(u.t);
	port_set(&u.a->f, true);
	twin_expect_none(u.t, &u.qb.rcq);
	assert_int_equal(u.a->f.stats.dropped, 9);
	/* a Q_Key with the high bit stands for the sender's own */
	send_to(&u, lid(u.b), u.qb.qpn, 0x80010000, 10);
	twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
	/* a receiver that was reset hears nothing */
	assert_int_equal(twin_qp_modify(&u.qb, PRM_OP_2RST_QP, 0, NULL), 0);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 10);
	twin_run(u.t);
	assert_int_equal(u.a->f.stats.dropped, 10);
	assert_int_equal(u.a->f.stats.faults + u.b->f.stats.faults, 0);
	assert_int_equal(u.t->lints, 0);
	twin_free(u.t);
}

/* a queue at a P_Key index that holds none is heard by nobody, and hears nobody: whatever its type */
static void test_pkey(void **state)
{
	static const uint8_t types[] = {EMU_QPT_RC, EMU_QPT_UC, EMU_QPT_UD};

	(void)state;
	for (uint32_t i = 0; i < 2 * COUNT(types); i++) {
		struct twin_qp_how how = {
			.type = types[i / 2], .sq_log = 4, .rq_log = 4, .cq_log = 4};
		struct twin_link link = twin_link_default;
		struct twin_qp q[2];
		struct twin_wqe w;
		struct ud u;

		link.ack_timeout = 0;
		ud_up(&u);
		for (uint32_t k = 0; k < 2; k++)
			twin_qp_make_as(k ? u.b : u.a, &q[k], &how);
		for (uint32_t k = 0; k < 2; k++) {
			uint8_t qpc[PRM_QPC_BYTES];

			twin_qpc_to(&q[k], &q[!k], &link, qpc);
			emu_set(qpc, PRM_QPC_Q_KEY, QKEY);
			if (k == i % 2)
				emu_set(qpc + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF, PRM_ADS_PKEY_INDEX,
					3);
			assert_int_equal(twin_qp_modify(&q[k], PRM_OP_RST2INIT_QP, 0, qpc), 0);
			assert_int_equal(twin_qp_modify(&q[k], PRM_OP_INIT2RTR_QP, 0, qpc), 0);
			assert_int_equal(twin_qp_modify(&q[k], PRM_OP_RTR2RTS_QP, 0, qpc), 0);
		}
		twin_recv(&q[1], AREA, u.b->pa_key, u.dst);
		begin(&w, 0x0a);
		if (how.type == EMU_QPT_UD)
			twin_av(&w, lid(u.b), q[1].qpn, QKEY, NULL);
		finish(&u, &q[0], &w, 10);
		twin_expect_none(u.t, &q[1].rcq);
		assert_int_equal(twin_cqe(&q[0].scq) != NULL, how.type != EMU_QPT_RC);
		twin_free(u.t);
	}
}

/* one packet a message; a receive that is too short, or not writable, takes its queue along */
static void test_errors(void **state)
{
	struct twin_wqe w;
	struct ud u;

	(void)state;
	ud_up(&u);
	twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 4097);
	send_to(&u, lid(u.b), u.qb.qpn, QKEY, 4096);
	twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_LEN, 0);
	twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_WR_FLUSH, 2);
	assert_int_equal(twin_state(&u.qa), EMU_QPS_SQER);
	twin_expect_none(u.t, &u.qb.rcq);
	assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_SQERR2RTS_QP, 0, NULL), 0);
	begin(&w, 0x08); /* no datagram */
	twin_av(&w, lid(u.b), u.qb.qpn, QKEY, NULL);
	twin_raddr(&w, u.dst, 1);
	finish(&u, &u.qa, &w, 10);
	twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_QP_OP, -1);
	twin_free(u.t);
	for (int i = 0; i < 3; i++) {
		ud_up(&u);
		begin(&w, 0x0a); /* less than an address */
		if (i < 2)
			w.len += i * 16;
		if (i > 0)
			wr32(w.b + 0x18, 1u << 31);
		if (i == 2)
			w.len += 32;
		twin_post(&u.qa, &w);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_QP_OP, 0);
		twin_free(u.t);
		ud_up(&u);
		twin_recv(&u.qb, i == 0 ? GRH + 9 : AREA, u.b->pa_key ^ (i == 1), u.dst);
		if (i == 2) {
			u.b->hole = u.dst;
			u.b->hole_len = 4096;
		}
		send_to(&u, lid(u.b), u.qb.qpn, QKEY, 10);
		twin_expect(u.t, &u.qa.scq, 0, 0, 0);
		twin_expect(u.t, &u.qb.rcq, 14, i == 0 ? PRM_SYND_LOC_LEN : PRM_SYND_LOC_PROT, 0);
		assert_int_equal(twin_state(&u.qb), EMU_QPS_ERR);
		twin_free(u.t);
	}
}

/* the longest message is what the MTU allows, or log_msg_max if that is less */
static void test_longest(void **state)
{
	static const struct {
		uint32_t mtu, log_msg_max, most;
	} how[] = {{5, 30, 4096}, {3, 12, 1024}, {5, 8, 256}, {1, 8, 256}};

	(void)state;
	for (size_t i = 0; i < COUNT(how); i++) {
		struct ud u;

		ud_up(&u);
		assert_int_equal(twin_qp_modify(&u.qa, PRM_OP_2RST_QP, 0, NULL), 0);
		twin_datagram_of(&u.qa, QKEY, how[i].mtu, how[i].log_msg_max);
		twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
		send_to(&u, lid(u.b), u.qb.qpn, QKEY, how[i].most);
		twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
		send_to(&u, lid(u.b), u.qb.qpn, QKEY, how[i].most + 1);
		twin_expect(u.t, &u.qa.scq, 0, 0, 0);
		twin_expect(u.t, &u.qa.scq, 13, PRM_SYND_LOC_LEN, 2);
		twin_free(u.t);
	}
}

static uint8_t member(struct twin_qp *q, uint16_t opcode)
{
	uint8_t in[32] = {0}, out[16];

	wr16(in, opcode);
	emu_set(in, PRM_ATTACH_TO_MCG_IN_QPN, q->qpn);
	memcpy(in + PRM_ATTACH_TO_MCG_IN_MULTICAST_GID_OFF, group, sizeof(group));
	return twin_cmd(q->s, in, sizeof(in), out, sizeof(out), NULL);
}

/* each member has its copy; the sender's own depends on block_lb_mc */
static void multicast(bool block_lb)
{
	struct twin_qp q[4]; /* 0: the sender; 1: next to it; 2, 3: at the other port */
	struct twin_wqe w;
	struct ud u;

	ud_up(&u);
	for (int i = 0; i < 4; i++) {
		queue(i < 2 ? u.a : u.b, &q[i], EMU_QPT_UD, block_lb);
		twin_recv(&q[i], AREA, q[i].s->pa_key,
			i < 2 ? twin_alloc(u.a, AREA, 4096) : u.dst + AREA * (uint32_t)i);
		assert_int_equal(member(&q[i], PRM_OP_ATTACH_TO_MCG), PRM_ST_OK);
	}
	twin_recv(&u.qb, AREA, u.b->pa_key, u.dst); /* no member */
	begin(&w, 0x0a);
	twin_av(&w, 0xc001, 0xffffff, QKEY, group);
	finish(&u, &q[0], &w, 500);
	twin_expect(u.t, &q[0].scq, 0, 0, 0);
	twin_run(u.t);
	for (int i = 0; i < 4; i++) {
		const uint8_t *e = twin_cqe(&q[i].rcq);

		assert_int_equal(e != NULL, i > 0 || !block_lb);
		if (e == NULL)
			continue;
		assert_int_equal(e[0x11], 0x80);
		assert_int_equal(rd32(e + 0x18), 1u << 28 | 5u << 24 | q[0].qpn);
		if (i >= 2) {
			assert_memory_equal(
				twin_at(u.b, u.dst + AREA * (uint32_t)i + 24), group, 16);
			assert_memory_equal(twin_at(u.b, u.dst + AREA * (uint32_t)i + GRH),
				twin_at(u.a, u.src), 500);
		}
	}
	assert_null(twin_cqe(&u.qb.rcq));
	assert_int_equal(u.a->f.stats.dropped, 0);
	/* one leaves; another has no receive left, and only that is lost */
	assert_int_equal(member(&q[2], PRM_OP_DETACH_FROM_MCG), PRM_ST_OK);
	for (int i = 0; i < 3; i++)
		twin_recv(&q[i], AREA, q[i].s->pa_key, q[i].s->iova);
	begin(&w, 0x0a);
	twin_av(&w, 0xc001, 0xffffff, QKEY, group);
	finish(&u, &q[0], &w, 0);
	twin_run(u.t);
	assert_int_equal(twin_cqe(&q[0].rcq) != NULL, !block_lb);
	assert_non_null(twin_cqe(&q[1].rcq));
	assert_null(twin_cqe(&q[2].rcq));
	assert_null(twin_cqe(&q[3].rcq));
	assert_int_equal(u.a->f.stats.dropped, 1);
	twin_free(u.t);
}

static void test_multicast(void **state)
{
	(void)state;
	multicast(true);
	multicast(false);
}

/* queues 0 and 1 go by these numbers; their Q_Keys are not the context's */
static void test_special(void **state)
{
	struct twin_qp gsi[2], smi[2];
	struct twin_wqe w;
	const uint8_t *e;
	struct ud u;

	(void)state;
	ud_up(&u);
	for (int i = 0; i < 2; i++) {
		queue(&u.t->s[i], &gsi[i], EMU_QPT_QP1, false);
		queue(&u.t->s[i], &smi[i], EMU_QPT_QP0, false);
	}
	twin_recv(&gsi[1], AREA, u.b->pa_key, u.dst);
	begin(&w, 0x0a);
	twin_av(&w, lid(u.b), 1, 0x80010000, NULL);
	finish(&u, &gsi[0], &w, 256);
	e = twin_expect(u.t, &gsi[1].rcq, 2, 0, 0);
	assert_int_equal(rd32(e + 0x18) & 0xffffff, 1);
	assert_int_equal(rd32(e + 0x24), 0xffff);
	assert_memory_equal(twin_at(u.b, u.dst + GRH), twin_at(u.a, u.src), 256);
	twin_recv(&smi[1], AREA, u.b->pa_key, u.dst);
	begin(&w, 0x0a);
	twin_av(&w, lid(u.b), 0, 0, NULL);
	finish(&u, &smi[0], &w, 256);
	e = twin_expect(u.t, &smi[1].rcq, 2, 0, 0);
	assert_int_equal(rd32(e + 0x18) & 0xffffff, 0);
	/* an ordinary queue cannot claim the privileged key, unless it was given it */
	twin_recv(&gsi[1], AREA, u.b->pa_key, u.dst);
	send_to(&u, lid(u.b), 1, 0x80010000, 10);
	twin_expect_none(u.t, &gsi[1].rcq);
	assert_int_equal(u.a->f.stats.dropped, 1);
	/* the general services queue to an ordinary one, by its own key */
	twin_recv(&u.qb, AREA, u.b->pa_key, u.dst);
	begin(&w, 0x0a);
	twin_av(&w, lid(u.b), u.qb.qpn, QKEY, NULL);
	finish(&u, &gsi[0], &w, 10);
	twin_expect(u.t, &u.qb.rcq, 2, 0, 0);
	twin_free(u.t);
}

/* within one function: by its own LID, or by force loopback while the port is down */
static void test_loopback(void **state)
{
	struct twin_wqe w;
	struct twin_qp q;
	struct ud u;

	(void)state;
	ud_up(&u);
	queue(u.a, &q, EMU_QPT_UD, true);
	twin_recv(&q, AREA, u.a->pa_key, twin_alloc(u.a, AREA, 4096));
	twin_recv(&q, AREA, u.a->pa_key, twin_alloc(u.a, AREA, 4096));
	send_to(&u, lid(u.a), q.qpn, QKEY, 10);
	twin_expect(u.t, &q.rcq, 2, 0, 0);
	port_set(&u.a->f, false);
	begin(&w, 0x0a);
	twin_av(&w, 0, q.qpn, QKEY, NULL);
	w.b[0x10 + 13] |= 0x80;
	finish(&u, &u.qa, &w, 10);
	twin_expect(u.t, &q.rcq, 2, 0, 1);
	twin_free(u.t);
}

/* many queues on one shared receive queue; each message is there once, in whatever order */
static void test_shared(void **state)
{
	bool seen[28] = {0};
	uint32_t reordered = 0;
	struct twin_qp_how how = {.type = EMU_QPT_UD, .sq_log = 6, .cq_log = 6, .user_index = 1};
	struct twin_qp q[4];
	struct twin_srq srq;
	struct twin_wqe w;
	struct ud u;

	(void)state;
	ud_up(&u);
	twin_srq_make(u.b, &srq, EMU_SRQ_RMP, 5, 0, 0, 0);
	how.srq = &srq;
	for (int i = 0; i < 4; i++) {
		twin_qp_make_as(u.b, &q[i], &how);
		twin_datagram(&q[i], QKEY);
	}
	for (uint32_t i = 0; i < 28; i++)
		twin_srq_recv(&srq, 128, u.b->pa_key, u.dst + 128 * i);
	for (uint32_t i = 0; i < 28; i++) {
		twin_wqe(&w, 0x0a, TWIN_SIG, 0);
		twin_av(&w, lid(u.b), q[i % 4].qpn, QKEY, NULL);
		twin_inline(&w, &i, 4);
		twin_post(&u.qa, &w);
		if (i % 14 == 13)
			twin_run(u.t);
	}
	for (uint32_t i = 0; i < 28; i++) {
		uint32_t which;

		memcpy(&which, twin_at(u.b, u.dst + 128 * i + GRH), 4);
		assert_true(which < 28 && !seen[which]);
		seen[which] = true;
		reordered += which != i;
	}
	for (int i = 0; i < 4; i++)
		for (int n = 0; n < 7; n++)
			twin_expect(u.t, &q[i].rcq, 2, 0, -1);
	assert_true(opts.adversarial ? reordered > 0 : reordered == 0);
	twin_free(u.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_split_receive),
		cmocka_unit_test(test_grh),
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_pkey),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_longest),
		cmocka_unit_test(test_multicast),
		cmocka_unit_test(test_special),
		cmocka_unit_test(test_loopback),
		cmocka_unit_test(test_shared),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = 800 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
