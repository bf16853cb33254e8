/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Clients gone mad: random bytes as WQEs, lists, records, doorbells and commands, resets and destruction in
 * mid-work. Nothing may crash, hang or harm the function that behaves, whose traffic is checked throughout.
 * TWIN_SEED replays one.
 */
#include "twin.h"

#include <inttypes.h>

/* connected in pairs but for the last two, which are connected to themselves or to nobody */
static const struct {
	uint8_t type;
	int srq; /* of mad.srq, or -1 */
} queues[] = {{EMU_QPT_RC, -1}, {EMU_QPT_RC, 0}, {EMU_QPT_RC, -1}, {EMU_QPT_RC, -1},
	{EMU_QPT_UC, -1}, {EMU_QPT_UC, 0}, {EMU_QPT_UD, 0}, {EMU_QPT_XRC, 1}};
#define QUEUES COUNT(queues)

struct mad {
	struct twin *t;
	struct twin_side *s; /* the mad one */
	struct twin_qp q[QUEUES];
	struct twin_srq srq[2]; /* an RMP, an XRC SRQ */
	uint32_t xrcd;
	uint32_t key[8];
	uint64_t mem;
	uint64_t rng;
};

static uint32_t draw(struct mad *m, uint32_t n)
{
	return twin_rand(&m->rng, n);
}

static uint64_t some_address(struct mad *m)
{
	switch (draw(m, 4)) {
	case 0:
		return m->s->iova + draw(m, TWIN_MEM);
	case 1:
		return UINT64_MAX - draw(m, 4096);
	default:
		return draw(m, 4096);
	}
}

static uint32_t some_key(struct mad *m)
{
	return draw(m, 8) == 0   ? draw(m, UINT32_MAX)
	       : draw(m, 3) == 0 ? m->s->pa_key
				 : m->key[draw(m, 8)];
}

/* keys that name each other, themselves, and nonsense */
static void some_list(struct mad *m, uint8_t *list, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		twin_klm(list + 16 * i, draw(m, 3) == 0 ? draw(m, UINT32_MAX) : draw(m, 2000),
			some_key(m), some_address(m));
	if (draw(m, 6) == 0) {
		twin_klm(list, draw(m, 100), 0x400, (uint64_t)draw(m, 100) << 32 | draw(m, 70));
	}
}

/* what the service type wants behind the control segment, mostly */
static void some_address_of_queue(struct mad *m, struct twin_wqe *w, uint8_t type)
{
	static const uint8_t group[16] = {0xff, 1};
	uint16_t lid = (uint16_t)(draw(m, 4) ? 1 : draw(m, 1 << 16));
	uint32_t qpn = draw(m, 8) ? m->q[draw(m, QUEUES)].qpn : draw(m, 1 << 24);

	if (draw(m, 16) == 0)
		type = queues[draw(m, QUEUES)].type;
	if (type == EMU_QPT_XRC)
		twin_xrc(w, draw(m, 4) ? m->srq[1].srqn : draw(m, 1 << 24));
	else if (type == EMU_QPT_UD && draw(m, 3) == 0)
		twin_av_compact(w, lid, qpn, draw(m, 4) ? 0 : draw(m, UINT32_MAX));
	else if (type == EMU_QPT_UD && draw(m, 3) == 0)
		twin_av(w, 0xc000, qpn, 0, group);
	else if (type == EMU_QPT_UD)
		twin_av(w, lid, qpn, 0, NULL);
}

static void some_wqe(struct mad *m, struct twin_wqe *w, uint8_t type)
{
	static const uint8_t ops[] = {
		0x00, 0x01, 0x08, 0x09, 0x0a, 0x0b, 0x10, 0x11, 0x12, 0x25, 0x25, 0x25};
	struct twin_umr u = {.key = some_key(m),
		.octw = draw(m, 12),
		.flags = (uint8_t)draw(m, 256),
		.mask = draw(m, 4) ? TWIN_FRWR_MASK
				   : (uint64_t)draw(m, UINT32_MAX) << draw(m, 32) |
					     draw(m, UINT32_MAX),
		.start = draw(m, 3) ? 0 : some_address(m),
		.len = draw(m, 3) ? 5000 : some_address(m),
		.access = (uint8_t)draw(m, 256),
		.off = draw(m, 3) ? 0 : draw(m, UINT32_MAX)};
	uint8_t list[16 * 12], fm = (uint8_t)draw(m, 256), op = ops[draw(m, COUNT(ops))];

	if (op == 0x25) {
		twin_umr(w, fm, &u);
		some_list(m, list, 12);
		if (draw(m, 2))
			twin_list(w, list, draw(m, 13));
		else
			twin_list_at(w, draw(m, 300), some_key(m), some_address(m) & ~63ull);
		return;
	}
	twin_wqe(w, op, fm, some_key(m));
	if (op != 0)
		some_address_of_queue(m, w, type);
	if (op == 0x08 || op == 0x09 || op >= 0x10)
		twin_raddr(w, some_address(m), some_key(m));
	if (op >= 0x11)
		twin_atomic(w, draw(m, 3), draw(m, 3));
	for (uint32_t n = draw(m, 4); n > 0; n--) {
		if (draw(m, 5) == 0)
			twin_inline(w, list, draw(m, 60));
		else
			twin_data(w,
				draw(m, 5) == 0 ? draw(m, UINT32_MAX) & 0x7fffffff : draw(m, 3000),
				some_key(m), some_address(m));
	}
}

static void spoil(struct mad *m, struct twin_wqe *w)
{
	uint32_t n = 1 + draw(m, 4);

	if (draw(m, 3) != 0)
		return;
	while (n-- > 0)
		w->b[draw(m, w->len)] = (uint8_t)draw(m, 256);
}

static void revive(struct mad *m, struct twin_qp *q)
{
	uint8_t qpc[PRM_QPC_BYTES];

	if (draw(m, 4) != 0)
		return;
	twin_qp_modify(q, PRM_OP_2RST_QP, 0, NULL);
	q->pi = q->rq_pi = 0;
	memset(twin_at(m->s, q->dbr), 0, 8);
	q->scq.ci = q->rcq.ci = 0; /* whatever: nobody reads them */
	twin_qpc_to(q, &m->q[draw(m, QUEUES)], &twin_link_default, qpc);
	twin_qp_modify(q, PRM_OP_RST2INIT_QP, 0, qpc);
	twin_qp_modify(q, PRM_OP_INIT2RTR_QP, 0, qpc);
	twin_qp_modify(q, PRM_OP_RTR2RTS_QP, 0, qpc);
}

static void command(struct mad *m)
{
	static const uint16_t ops[] = {PRM_OP_CREATE_MKEY, PRM_OP_DESTROY_MKEY, PRM_OP_QUERY_MKEY,
		PRM_OP_CREATE_CQ, PRM_OP_QUERY_CQ, PRM_OP_MODIFY_CQ, PRM_OP_CREATE_QP,
		PRM_OP_QUERY_QP, PRM_OP_RST2INIT_QP, PRM_OP_INIT2RTR_QP, PRM_OP_RTR2RTS_QP,
		PRM_OP_2ERR_QP, PRM_OP_2RST_QP, PRM_OP_SQERR2RTS_QP, PRM_OP_DESTROY_QP,
		PRM_OP_CREATE_RMP, PRM_OP_MODIFY_RMP, PRM_OP_QUERY_RMP, PRM_OP_CREATE_XRC_SRQ,
		PRM_OP_ARM_XRC_SRQ, PRM_OP_QUERY_XRC_SRQ, PRM_OP_ATTACH_TO_MCG,
		PRM_OP_DETACH_FROM_MCG};
	uint32_t in_len = 16 + 8 * draw(m, 80), out_len = 16 + 8 * draw(m, 80);
	uint8_t *in = calloc(1, in_len), *out = calloc(1, out_len);

	for (uint32_t n = draw(m, in_len); n > 0; n--)
		in[draw(m, in_len)] = (uint8_t)draw(m, draw(m, 3) ? 8 : 256);
	wr16(in, ops[draw(m, COUNT(ops))]);
	if (draw(m, 2))
		wr24(in + 9, draw(m, 2) ? m->q[draw(m, QUEUES)].qpn : m->key[draw(m, 8)] >> 8);
	if (rd16(in) != PRM_OP_DESTROY_QP || draw(m, 8) != 0 || rd24(in + 9) > m->q[QUEUES - 1].qpn)
		twin_cmd(m->s, in, in_len, out, out_len, NULL);
	free(in);
	free(out);
}

static void doorbell(struct mad *m)
{
	uint64_t v = (uint64_t)draw(m, UINT32_MAX) << 32 | draw(m, 1 << 16) << 8 | draw(m, 64);
	uint32_t off = draw(m, 3) ? 0x800 : 0x20;

	if (m->t->w.opt.trap_all)
		engine_doorbell(&m->s->f, m->s->uar, off, v);
	else
		wr64(m->s->f.bar + (size_t)m->s->uar * 4096 + off, v);
}

/* shared receives, whose chain is mostly right, as is the record */
static void shared_receive(struct mad *m)
{
	struct twin_srq *q = &m->srq[draw(m, 2)];
	uint8_t *at = twin_at(m->s, q->buf + 64ull * draw(m, 1u << q->log));

	twin_klm(at + 16, draw(m, 4000), some_key(m), some_address(m));
	twin_klm(at + 32, 0, 0x100, 0);
	if (draw(m, 8) == 0)
		wr16(at + 2, draw(m, draw(m, 8) ? 1u << q->log : 1 << 16));
	q->posted = (uint16_t)(q->posted + 1);
	wr32(twin_at(m->s, q->dbr), draw(m, 16) ? q->posted : draw(m, UINT32_MAX));
	if (draw(m, 4) == 0)
		twin_srq_limit(q, (uint16_t)draw(m, 5));
	if (draw(m, 40) == 0) {
		struct emu_srq *e = emu_id_get(&m->s->f, EMU_SRQ, q->srqn);

		e->failed = false; /* hardware would need a new one */
		q->posted = e->rq.ci;
	}
}

static void act(struct mad *m)
{
	struct twin_qp *q = &m->q[draw(m, QUEUES)];
	struct twin_wqe w;

	switch (draw(m, 14)) {
	case 0:
		command(m);
		break;
	case 1:
		doorbell(m);
		break;
	case 2: /* records */
		wr32(twin_at(m->s, q->dbr) + 4 * draw(m, 2),
			draw(m, 8) ? q->pi + draw(m, 3) : draw(m, UINT32_MAX));
		break;
	case 3:
		m->s->hole = m->s->iova + draw(m, TWIN_MEM);
		m->s->hole_len = draw(m, 4) == 0 ? draw(m, 1 << 16) : 0;
		break;
	case 4:
		if (queues[q - m->q].srq < 0)
			twin_recv(q, draw(m, 4000), some_key(m), some_address(m));
		break;
	case 5:
		wr32(twin_at(m->s, q->scq.dbr), draw(m, 1 << 24));
		break;
	case 6:
	case 7:
		shared_receive(m);
		break;
	default:
		some_wqe(m, &w, queues[q - m->q].type);
		spoil(m, &w);
		if (w.len <= 1024)
			twin_post(q, &w);
		break;
	}
	revive(m, q);
}

static void good(struct twin *t, struct twin_qp *q, struct twin_side *s, uint64_t buf, uint32_t all,
	uint32_t i)
{
	struct twin_wqe w;

	memset(twin_at(s, buf), (int)(i & 0xff), 3000);
	twin_wqe(&w, 0x08, TWIN_SIG, 0);
	twin_raddr(&w, buf + 4096, all);
	twin_data(&w, 3000, s->pa_key, buf);
	twin_post(q, &w);
	for (uint32_t turns = 0; twin_cqe(&q->scq) == NULL; turns++) {
		assert_true(turns < 100000);
		engine_run(&t->w, 16);
	}
	assert_memory_equal(twin_at(s, buf), twin_at(s, buf + 4096), 3000);
}

static void play(uint64_t seed)
{
	struct twin_opts o = {.seed = seed, .adversarial = seed & 1, .trap_all = seed >> 1 & 1};
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.rights = TWIN_ALL_RIGHTS,
		.umr = true,
		.octw = 12,
		.rinval = true,
		.len = 5000};
	struct twin *t = twin_new(&o);
	struct twin_side *sane = &t->s[1];
	struct mad m = {.t = t, .s = &t->s[0], .rng = seed};
	struct twin_link l = twin_link_default;
	struct twin_qp q;
	uint64_t buf = twin_alloc(sane, 8192, 4096);
	uint32_t all = twin_key_pa(sane, TWIN_ALL_RIGHTS);

	l.fl = true;
	twin_qp_make(sane, &q, 6, 0, 4);
	twin_connect(&q, &q, &l);
	m.xrcd = twin_xrcd(m.s);
	for (int i = 0; i < 2; i++)
		twin_srq_make(m.s, &m.srq[i], i ? EMU_SRQ_XRC : EMU_SRQ_RMP, 4, 0, m.xrcd, 5);
	for (uint32_t i = 0; i < QUEUES; i++) {
		struct twin_qp_how how = {.type = queues[i].type,
			.sq_log = 6,
			.rq_log = 4,
			.cq_log = i % 2 ? 8 : 4,
			.xrcd = m.xrcd,
			.srq = queues[i].srq < 0 ? NULL : &m.srq[queues[i].srq]};

		twin_qp_make_as(m.s, &m.q[i], &how);
	}
	for (uint32_t i = 0; i < QUEUES; i++)
		twin_connect(&m.q[i], &m.q[i < 6 ? i ^ 1 : i], NULL);
	for (int i = 0; i < 8; i++) {
		k.mode = i < 5 ? EMU_KEY_KLM
			       : (uint8_t)(i - 5 == EMU_KEY_KLM ? EMU_KEY_KSM : i - 5);
		k.variant = (uint8_t)(i * 3);
		m.key[i] = twin_key_make(m.s, &k);
	}
	for (uint32_t i = 0; i < 300; i++) {
		for (uint32_t n = draw(&m, 5); n > 0; n--)
			act(&m);
		good(t, &q, sane, buf, all, i);
		twin_sleep(draw(&m, 100) ? 1000 : 1000000000);
	}
	hca_reset(&m.s->f); /* in the middle of whatever it was doing */
	for (uint32_t i = 0; i < 10; i++)
		good(t, &q, sane, buf, all, i);
	twin_free(t);
}

static void test_mad(void **state)
{
	const char *replay = getenv("TWIN_SEED");

	(void)state;
	if (replay != NULL) {
		play(strtoull(replay, NULL, 0));
		return;
	}
	for (uint64_t seed = 1; seed <= 60; seed++)
		play(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_mad)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
