/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory windows as libmlx5 binds them: a key that lists one piece, opened and closed by UMRs of the queue whose
 * peer uses it. Of type 1 it may be bound anew while open; of type 2 it is one queue's, and must be closed first.
 */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct two { /* two connections of one function: q to r, x to y */
	struct twin *t;
	struct twin_side *s;
	struct twin_qp q, r, x, y;
	uint64_t mem, from;
	uint32_t mw; /* the window's key */
};

enum { MR_BIND = 1u << 29 | 1u << 13 }; /* the masks FREE and KEY */
enum { MASK_QPN = 1u << 14 };
enum { MASK_RANGE = 1u << 0 | 1u << 6 | 0xfu << 18 }; /* LEN, START, LW, RR, RW, A */
enum { RR = 1u << 4, RW = 1u << 5, A = 1u << 6 };

static void join(struct two *o)
{
	twin_connect(&o->q, &o->r, NULL);
	twin_connect(&o->r, &o->q, NULL);
	twin_connect(&o->x, &o->y, NULL);
	twin_connect(&o->y, &o->x, NULL);
}

static void two_up(struct two *o, bool rinval)
{
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.rights = EMU_LR,
		.free = true,
		.umr = true,
		.rinval = rinval,
		.octw = 4};

	o->t = twin_new(&opts);
	o->s = &o->t->s[0];
	twin_qp_make(o->s, &o->q, 6, 4, 8);
	twin_qp_make(o->s, &o->r, 6, 4, 8);
	twin_qp_make(o->s, &o->x, 6, 4, 8);
	twin_qp_make(o->s, &o->y, 6, 4, 8);
	join(o);
	o->mem = twin_alloc(o->s, 4096, 4096);
	o->from = twin_alloc(o->s, 4096, 4096);
	memset(twin_at(o->s, o->from), 0x3c, 4096);
	o->mw = twin_key_make(o->s, &k);
}

static void again(struct two *o, struct twin_qp *q)
{
	twin_run(o->t);
	while (twin_cqe(&q->scq) != NULL || twin_cqe(&q->rcq) != NULL)
		;
	assert_int_equal(twin_qp_modify(q, PRM_OP_2RST_QP, 0, NULL), 0);
	q->pi = q->rq_pi = 0;
	memset(twin_at(o->s, q->dbr), 0, 8);
}

static void revive(struct two *o)
{
	again(o, &o->q);
	again(o, &o->r);
	again(o, &o->x);
	again(o, &o->y);
	join(o);
}

/* the syndrome of @q's next completion, 0: none; after an error all queues are as new */
static uint8_t result(struct two *o, struct twin_qp *q)
{
	const uint8_t *e;
	uint8_t synd;

	twin_run(o->t);
	e = twin_cqe(&q->scq);
	assert_non_null(e);
	synd = e[63] >> 4 == 13 ? e[0x37] : 0;
	if (synd != 0)
		revive(o);
	return synd;
}

/* as set_bind_wr() of libmlx5 has it; @len 0 closes the window */
static uint8_t bind(struct two *o, struct twin_qp *by, bool type2, uint8_t byte, uint64_t off,
	uint32_t len, uint8_t access)
{
	struct twin_umr u = {.key = o->mw,
		.flags = EMU_UMR_INLINE | EMU_UMR_OFFSET,
		.mask = MR_BIND | (type2 ? MASK_QPN : 0) | (len != 0 ? MASK_RANGE : 0),
		.octw = len != 0 ? 4 : 0,
		.free = len == 0,
		.start = o->mem + off,
		.len = len,
		.access = access};
	uint8_t list[64] = {0}, synd;
	struct twin_wqe w;

	if (type2)
		u.flags |= len != 0 ? EMU_UMR_CHECK_NOT_FREE : EMU_UMR_CHECK_QPN;
	twin_umr(&w, TWIN_SIG, &u);
	wr32(w.b + 0x44, (type2 && len != 0 ? by->qpn : EMU_ANY_QPN) << 8 | byte);
	if (len != 0) {
		twin_klm(list, len, o->s->pa_key, o->mem + off);
		twin_list(&w, list, 4);
	}
	twin_post(by, &w);
	synd = result(o, by);
	if (synd == 0)
		o->mw = (o->mw & ~0xffu) | byte;
	return synd;
}

static uint8_t access_by(
	struct two *o, struct twin_qp *q, uint8_t opcode, uint32_t key, uint64_t off, uint32_t len)
{
	struct twin_wqe w;

	memset(twin_at(o->s, o->mem), 0, 4096);
	twin_wqe(&w, opcode, TWIN_SIG, 0);
	twin_raddr(&w, o->mem + off, key);
	twin_data(&w, len, o->s->pa_key, o->from);
	twin_post(q, &w);
	return result(o, q);
}

static uint8_t write_by(struct two *o, struct twin_qp *q, uint32_t key, uint64_t off, uint32_t len)
{
	uint8_t synd = access_by(o, q, 0x08, key, off, len);

	for (uint32_t i = 0; i < 4096; i++)
		assert_int_equal(*twin_at(o->s, o->mem + i),
			synd == 0 && i >= off && i < off + len ? 0x3c : 0);
	return synd;
}

static void type_1(void **state)
{
	struct two o;
	uint32_t old;

	(void)state;
	two_up(&o, false);
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 8), 0x13); /* never bound */
	assert_int_equal(bind(&o, &o.r, false, 1, 100, 200, RW | RR | A), 0);
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 200), 0);
	assert_int_equal(write_by(&o, &o.x, o.mw, 100, 200), 0); /* any queue of the PD */
	assert_int_equal(write_by(&o, &o.q, o.mw, 99, 8), 0x13);
	assert_int_equal(write_by(&o, &o.q, o.mw, 293, 8), 0x13);
	old = o.mw;
	assert_int_equal(bind(&o, &o.r, false, 2, 300, 64, RR), 0); /* while it is open */
	assert_int_equal(write_by(&o, &o.q, old, 300, 8), 0x13);
	assert_int_equal(write_by(&o, &o.q, o.mw, 300, 8), 0x13);
	assert_int_equal(access_by(&o, &o.q, 0x10, o.mw, 300, 64), 0);
	assert_int_equal(bind(&o, &o.y, false, 3, 0, 0, 0), 0); /* any queue closes it */
	assert_int_equal(write_by(&o, &o.q, o.mw, 300, 8), 0x13);
	twin_free(o.t);
}

static void type_2(void **state)
{
	struct two o;
	uint32_t old;

	(void)state;
	two_up(&o, true);
	assert_int_equal(bind(&o, &o.r, true, 7, 100, 200, RW | RR), 0);
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 200), 0);
	assert_int_equal(write_by(&o, &o.x, o.mw, 100, 8), 0x13);   /* y's peer has no part in it */
	assert_int_equal(bind(&o, &o.r, true, 8, 100, 200, RW), 6); /* it is open */
	assert_int_equal(bind(&o, &o.y, true, 0, 0, 0, 0), 6);      /* another queue's */
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 8), 0);
	old = o.mw;
	assert_int_equal(bind(&o, &o.r, true, 0, 0, 0, 0), 0);
	assert_int_equal(write_by(&o, &o.q, old, 100, 8), 0x13);
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 8), 0x13);
	assert_int_equal(
		bind(&o, &o.y, true, 8, 100, 200, RW), 0); /* closed, any queue may have it */
	assert_int_equal(write_by(&o, &o.q, o.mw, 100, 8), 0x13);
	assert_int_equal(write_by(&o, &o.x, o.mw, 100, 8), 0);
	twin_free(o.t);
}

static void closed_by_the_peer(void **state)
{
	struct two o;
	struct twin_wqe w;
	const uint8_t *e;

	(void)state;
	two_up(&o, true);
	assert_int_equal(bind(&o, &o.r, true, 9, 0, 4096, RW), 0);
	/* x's peer is y: not its window */
	twin_recv(&o.y, 64, o.s->pa_key, o.from);
	twin_wqe(&w, 0x01, TWIN_SIG, o.mw);
	twin_post(&o.x, &w);
	assert_int_equal(result(&o, &o.x), 0x13);
	assert_int_equal(write_by(&o, &o.q, o.mw, 0, 4096), 0);
	twin_recv(&o.r, 64, o.s->pa_key, o.from);
	twin_post(&o.q, &w);
	assert_int_equal(result(&o, &o.q), 0);
	e = twin_expect(o.t, &o.r.rcq, PRM_CQE_RESP_SEND_INV, 0, -1);
	assert_int_equal(rd32(e + 0x24), o.mw);
	assert_int_equal(write_by(&o, &o.q, o.mw, 0, 8), 0x13);
	twin_free(o.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(type_1),
		cmocka_unit_test(type_2),
		cmocka_unit_test(closed_by_the_peer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
