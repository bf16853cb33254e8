/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * User contexts: whose command it is decides which objects it sees. The driver sees all, a context its own and
 * what is shared; nothing may be left when a context goes.
 */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

static uint8_t op1(struct twin_side *s, uint16_t opcode, struct prm_field field, uint32_t v,
	struct prm_field out_field, uint32_t *out_value, uint32_t *synd)
{
	uint8_t in[0x40] = {0}, out[16], st;

	wr16(in, opcode);
	if (field.width != 0)
		emu_set(in, field, v);
	st = twin_cmd(s, in, sizeof(in), out, sizeof(out), synd);
	if (out_value != NULL)
		*out_value = (uint32_t)emu_get(out, out_field);
	return st;
}
#define NONE PRM_FIELD(0, 0)

static uint8_t uctx_try(struct twin_side *s, uint32_t cap, uint32_t *uid, uint32_t *synd)
{
	return op1(s, PRM_OP_CREATE_UCTX,
		PRM_FIELD(8 * PRM_CREATE_UCTX_IN_UCTX_OFF + PRM_UCTX_CAP.bit, PRM_UCTX_CAP.width),
		cap, PRM_CREATE_UCTX_OUT_UID, uid, synd);
}

static uint16_t uctx(struct twin_side *s)
{
	uint32_t uid;

	assert_int_equal(uctx_try(s, 0, &uid, NULL), 0);
	return (uint16_t)uid;
}

static uint8_t uctx_end(struct twin_side *s, uint16_t uid, uint32_t *synd)
{
	return op1(s, PRM_OP_DESTROY_UCTX, PRM_DESTROY_UCTX_IN_UID, uid, NONE, NULL, synd);
}

static uint8_t pd_end(struct twin_side *s, uint16_t uid, uint32_t pd)
{
	uint8_t st;

	s->uid = uid;
	st = op1(s, PRM_OP_DEALLOC_PD, PRM_DEALLOC_PD_IN_PD, pd, NONE, NULL, NULL);
	s->uid = 0;
	return st;
}

static uint32_t pd_of(struct twin_side *s, uint16_t uid)
{
	uint32_t pd;

	s->uid = uid;
	pd = twin_pd(s);
	s->uid = 0;
	return pd;
}

static void contexts(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	uint32_t synd, uid;
	uint16_t a = uctx(s), b = uctx(s);

	(void)state;
	assert_int_not_equal(a, 0);
	assert_int_not_equal(a, b);
	s->uid = (uint16_t)(b + 1);
	assert_int_equal(op1(s, PRM_OP_ALLOC_PD, NONE, 0, NONE, NULL, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_UCTX);
	s->uid = 0;
	assert_int_equal(uctx_end(s, (uint16_t)(b + 1), &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_UCTX);
	assert_int_equal(uctx_end(s, b, NULL), 0);
	assert_int_equal(uctx_end(s, b, NULL), PRM_ST_BAD_RES);
	/* what it may do beyond the ordinary is asked for, and not offered */
	assert_int_equal(uctx_try(s, 1, &uid, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_UCTX_CAP);
	assert_int_equal(uctx_end(s, a, NULL), 0);
	twin_free(t);
}

static void limits(void **state)
{
	struct twin_opts o = {.seed = 1, .profile = "vf,log_max_uctx=1"};
	struct twin *t = twin_new(&o);
	uint32_t synd, uid;

	(void)state;
	uctx(&t->s[0]);
	uctx(&t->s[0]);
	assert_int_equal(uctx_try(&t->s[0], 0, &uid, NULL), PRM_ST_LIM_ERR);
	twin_free(t);
	o.profile = "vf,log_max_uctx=0";
	t = twin_new(&o);
	assert_int_equal(uctx_try(&t->s[0], 0, &uid, &synd), PRM_ST_BAD_OP);
	assert_int_equal(synd, EMU_SYND_OPCODE);
	twin_free(t);
	o.profile = "vf,uctx_cap=5";
	t = twin_new(&o);
	assert_int_equal(uctx_try(&t->s[0], 4, &uid, NULL), 0);
	assert_int_equal(uctx_try(&t->s[0], 6, &uid, NULL), PRM_ST_BAD_PARAM);
	twin_free(t);
}

static void objects_of_others(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	uint16_t a = uctx(s), b = uctx(s);
	uint32_t pd = pd_of(s, a), key;
	struct twin_key k = {.mode = EMU_KEY_KLM, .rights = EMU_LR, .octw = 4, .pd = pd};

	(void)state;
	s->uid = b;
	assert_int_equal(twin_key_try(s, &k, &key), PRM_ST_BAD_RES);
	k.pd = s->pd; /* the driver's */
	assert_int_equal(twin_key_try(s, &k, &key), PRM_ST_BAD_RES);
	k.pd = pd;
	s->uid = a;
	assert_int_equal(twin_key_try(s, &k, &key), 0);
	s->uid = 0;
	assert_int_equal(pd_end(s, b, pd), PRM_ST_BAD_RES);
	assert_int_equal(pd_end(s, a, pd), PRM_ST_RES_BUSY);
	/* a context goes last */
	assert_int_equal(uctx_end(s, a, NULL), PRM_ST_RES_BUSY);
	s->uid = b;
	assert_int_equal(op1(s, PRM_OP_DESTROY_MKEY, PRM_DESTROY_MKEY_IN_MKEY_INDEX, key >> 8, NONE,
				 NULL, NULL),
		PRM_ST_BAD_RES);
	s->uid = 0; /* the driver may do it for the context */
	assert_int_equal(op1(s, PRM_OP_DESTROY_MKEY, PRM_DESTROY_MKEY_IN_MKEY_INDEX, key >> 8, NONE,
				 NULL, NULL),
		0);
	assert_int_equal(pd_end(s, a, pd), 0);
	assert_int_equal(uctx_end(s, a, NULL), 0);
	assert_int_equal(uctx_end(s, b, NULL), 0);
	twin_free(t);
}

/* Physical and page keys reach all memory; a context has lists of keys that it was given. */
static void keys_of_a_context(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	uint16_t a = uctx(s);
	uint32_t key, modes = 0;
	struct twin_key k = {.octw = 4, .log_page = 12, .umr = true, .free = true};

	(void)state;
	k.pd = pd_of(s, a);
	s->uid = a;
	for (k.mode = EMU_KEY_PA; k.mode < EMU_KEY_MODES; k.mode++)
		if (twin_key_try(s, &k, &key) == 0)
			modes |= 1u << k.mode;
	assert_int_equal(modes, 1u << EMU_KEY_KLM | 1u << EMU_KEY_KSM);
	s->uid = 0; /* the driver registers the context's memory, in the context's PD */
	k.mode = EMU_KEY_MTT;
	assert_int_equal(twin_key_try(s, &k, &key), 0);
	twin_free(t);
}

static uint32_t new_eq(struct twin_side *s)
{
	uint8_t in[0x118] = {0}, out[16];
	uint8_t *ctx = in + PRM_CREATE_EQ_IN_EQ_CONTEXT_ENTRY_OFF;

	wr16(in, PRM_OP_CREATE_EQ);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, 6);
	emu_set(ctx, PRM_EQC_UAR_PAGE, EMU_UAR_FIRST);
	wr64(in + 0x110, twin_alloc(s, 4096, 4096));
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL), 0);
	return (uint32_t)emu_get(out, PRM_CREATE_EQ_OUT_EQ_NUMBER);
}

/* Linux makes completion EQs with MLX5_SHARED_RESOURCE_UID: contexts' CQs report to them. */
static void shared_event_queues(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	uint16_t a = uctx(s);
	uint32_t shared;
	struct twin_cq cq;

	(void)state;
	s->uid = EMU_UID_SHARED;
	shared = new_eq(s);
	s->uid = a;
	assert_int_equal(
		op1(s, PRM_OP_ALLOC_UAR, NONE, 0, PRM_ALLOC_UAR_OUT_UAR, &s->uar, NULL), 0);
	assert_int_equal(twin_cq_try(s, &cq, 4, false, 0), PRM_ST_BAD_RES); /* the driver's EQ */
	s->eqn = shared;
	assert_int_equal(twin_cq_try(s, &cq, 4, false, 0), 0);
	assert_int_equal(
		op1(s, PRM_OP_DESTROY_CQ, PRM_DESTROY_CQ_IN_CQN, cq.cqn, NONE, NULL, NULL), 0);
	assert_int_equal(
		op1(s, PRM_OP_DESTROY_EQ, PRM_DESTROY_EQ_IN_EQ_NUMBER, shared, NONE, NULL, NULL),
		PRM_ST_BAD_RES);
	s->uid = 0;
	assert_int_equal(
		op1(s, PRM_OP_DESTROY_EQ, PRM_DESTROY_EQ_IN_EQ_NUMBER, shared, NONE, NULL, NULL),
		0);
	twin_free(t);
}

/* A context's queues are reset while the driver's EQs owe events: what the device does sees all. */
static void a_context_resets_its_queue(void **state)
{
	struct twin_opts o = {.seed = 3, .adversarial = true};
	struct twin *t = twin_new(&o);
	struct twin_side *s = &t->s[0];
	uint16_t a = uctx(s);
	struct twin_qp q;
	uint32_t event;

	(void)state;
	event = s->eqn;
	s->uid = EMU_UID_SHARED;
	s->eqn = new_eq(s);
	s->uid = a;
	assert_int_equal(
		op1(s, PRM_OP_ALLOC_UAR, NONE, 0, PRM_ALLOC_UAR_OUT_UAR, &s->uar, NULL), 0);
	s->pd = twin_pd(s);
	twin_qp_make(s, &q, 4, 4, 4);
	twin_connect(&q, &q, NULL);
	qp_event(emu_id_peek(&s->f, EMU_QP, q.qpn), PRM_EV_WQ_ACCESS_ERROR);
	s->eqn = event;
	assert_int_equal(twin_qp_modify(&q, PRM_OP_2RST_QP, 0, NULL), 0);
	assert_int_equal(twin_at(s, s->eq_mem)[1], PRM_EV_WQ_ACCESS_ERROR); /* written before */
	twin_free(t);
}

static void a_reset_ends_all(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	uint16_t a = uctx(s);

	(void)state;
	pd_of(s, a);
	assert_int_equal(emu_id_count(&s->f, EMU_UCTX), 1);
	hca_reset(&s->f);
	assert_int_equal(emu_id_count(&s->f, EMU_UCTX), 0);
	assert_int_equal(s->f.stats.objects, 0);
	twin_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contexts),
		cmocka_unit_test(limits),
		cmocka_unit_test(objects_of_others),
		cmocka_unit_test(keys_of_a_context),
		cmocka_unit_test(shared_event_queues),
		cmocka_unit_test(a_context_resets_its_queue),
		cmocka_unit_test(a_reset_ends_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
