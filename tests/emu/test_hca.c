/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The function's life: registers, states, lengths, capabilities, profiles, reset. Every command that the
 * HCA has is tried too early and too short.
 */
#include "rig.h"

#include <stdio.h>

static void registers_as_linux_reads_them(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);

	(void)state;
	assert_int_equal(rig_read32(r, 0x4) >> 16, 5);
	assert_int_not_equal(rig_read32(r, 0), 0xffffffff);
	assert_int_equal(rig_read32(r, 0x1fc), 0);
	assert_int_equal(rig_read32(r, 0x10), RIG_QUEUE >> 32);
	assert_int_equal(rig_read32(r, 0x14), (uint32_t)RIG_QUEUE | 5 << 4 | 6);
	assert_int_not_equal(rig_read32(r, 0x230), 0xffffffff);
	assert_int_equal(rig_read32(r, 0x238), 0);
	assert_int_equal(rig_read32(r, 0x23c), 0);
	assert_int_equal(rig_read32(r, 0xff8) | rig_read32(r, 0xffc), 0);
	/* nic_interface stays where software put it */
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE | 1 << 8);
	assert_int_equal(rig_read32(r, 0x14), (uint32_t)RIG_QUEUE | 1 << 8 | 5 << 4 | 6);
	rig_ring(r, 1);
	assert_int_equal(r->lints, 1);
	hca_fail(&r->f, PRM_HEALTH_FW_ERR);
	assert_int_equal(rig_read32(r, 0x238) >> 31, 1);
	assert_int_equal(rig_read32(r, 0x23c) >> 16 & 0xff, PRM_HEALTH_FW_ERR);
	rig_write32(r, 0x230, 1);
	assert_int_equal(r->lints, 2);
	rig_free(r);
}

static void health_counter_stalls_on_order(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint32_t a;

	(void)state;
	a = hca_health_counter(&r->f);
	r->f.hca->health.stalled = true;
	r->f.hca->health.stalled_at = a ^ 0x800000;
	assert_int_equal(rig_read32(r, 0x1010), a ^ 0x800000);
	hca_reset(&r->f);
	assert_int_not_equal(rig_read32(r, 0x1010), a ^ 0x800000);
	rig_free(r);
}

static void initializing_takes_polls(void **state)
{
	uint8_t in[16] = {0};
	uint32_t waited = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 8; seed++) {
		struct rig *r = rig_new(NULL, true, seed);

		emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_NOP);
		rig_post(r, 0, in, sizeof(in), 16);
		rig_ring(r, 1);
		while (rig_read32(r, 0x1fc) >> 31) {
			assert_false(rig_done(r, 0)); /* a command waits too */
			rig_polls(r, 1);
			assert_true(++waited < 8 * 64);
		}
		rig_polls(r, 32);
		assert_true(rig_done(r, 0));
		rig_free(r);
	}
	assert_true(waited > 0);
}

static void states(void **state)
{
	struct rig *r = rig_new("vf,boot_pages=2,init_pages=1,regular_pages=0", false, 0);

	(void)state;
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_QUERY_ISSI, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_DISABLE_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_ENABLE_HCA, 0), PRM_ST_OK);
	assert_int_equal(rig_op(r, PRM_OP_ENABLE_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_QUERY_ISSI, 0), PRM_ST_OK);
	assert_int_equal(
		rig_op(r, PRM_OP_QUERY_ADAPTER, 0), PRM_ST_BAD_SYS_STATE); /* no boot pages */
	rig_give_new(r, 2);
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_BAD_SYS_STATE); /* no init pages */
	assert_int_equal(rig_op(r, PRM_OP_ALLOC_PD, 0), PRM_ST_BAD_SYS_STATE);
	rig_give_new(r, 1);
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_OK);
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_ALLOC_PD, 0), PRM_ST_OK);
	assert_int_equal(rig_op(r, PRM_OP_SET_ISSI, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_op(r, PRM_OP_DISABLE_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(
		rig_op1(r, PRM_OP_TEARDOWN_HCA, PRM_TEARDOWN_HCA_IN_PROFILE, 1), PRM_ST_BAD_PARAM);
	assert_int_equal(r->lints, 0);
	assert_int_equal(rig_op(r, PRM_OP_TEARDOWN_HCA, 0), PRM_ST_OK);
	assert_int_equal(r->lints, 1); /* the PD was still alive */
	assert_int_equal(r->f.stats.objects, 0);
	assert_int_equal(rig_op(r, PRM_OP_ALLOC_PD, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_take(r, 100, NULL), 3);
	assert_int_equal(rig_op(r, PRM_OP_DISABLE_HCA, 0), PRM_ST_OK);
	assert_int_equal(r->lints, 1);
	assert_int_equal(r->f.stats.pages_left, 0);
	rig_enable(r); /* and again */
	assert_int_equal(rig_op(r, PRM_OP_DISABLE_HCA, 0), PRM_ST_OK);
	assert_int_equal(r->lints, 2); /* pages not taken back */
	assert_int_equal(r->f.stats.pages_left, 2);
	rig_free(r);
}

static void syndromes_tell_why(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0}, out[16];
	uint32_t synd;

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_INIT_HCA);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(synd, EMU_SYND_NOT_ENABLED);
	emu_set(in, PRM_MBOX_IN_OPCODE, 0xfff);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_BAD_OP);
	assert_int_equal(synd, EMU_SYND_OPCODE);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ENABLE_HCA);
	emu_set(in, PRM_ENABLE_HCA_IN_FUNCTION_ID, 1);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_FUNCTION);
	assert_int_equal(r->f.stats.commands_refused, 3);
	/* and nothing else: what a handler had written before it refused is gone */
	{
		uint8_t half[32];
		struct emu_cmd c = {.in = in,
			.in_len = 16,
			.out = half,
			.out_len = sizeof(half),
			.syndrome = 7};

		memset(half, 0xaa, sizeof(half));
		cmd_finish(&r->f, &c, PRM_ST_BAD_RES);
		assert_int_equal(emu_be32(half), PRM_ST_BAD_RES << 24 & 0xff000000);
		assert_int_equal(emu_be32(half + 4), 7);
		for (size_t i = 8; i < sizeof(half); i++)
			assert_int_equal(half[i], 0);
	}
	rig_free(r);
}

/* Each command one byte too short, input and output; and before it is legal. */
static void every_command_too_short_and_too_early(void **state)
{
	uint32_t tried = 0;

	(void)state;
	for (uint32_t op = 1; op < 0x1000; op++) {
		const struct emu_cmd_def *d = cmd_find((uint16_t)op);
		uint8_t in[0x2000] = {0}, out[0x2000];
		struct rig *r;
		uint32_t synd;

		if (!d)
			continue;
		tried++;
		r = rig_new(NULL, false, 0);
		emu_set(in, PRM_MBOX_IN_OPCODE, op);
		assert_true(d->in_min >= 16 && d->out_min >= 12);
		assert_int_equal(
			rig_cmd(r, in, d->in_min - 1, out, d->out_min, &synd), PRM_ST_BAD_INP_LEN);
		assert_int_equal(synd, EMU_SYND_IN_LEN);
		assert_int_equal(
			rig_cmd(r, in, d->in_min, out, d->out_min - 1, &synd), PRM_ST_BAD_OUTP_LEN);
		assert_int_equal(synd, EMU_SYND_OUT_LEN);
		if (d->when != EMU_WHEN_ANY) {
			assert_int_equal(rig_cmd(r, in, d->in_min, out, d->out_min, &synd),
				PRM_ST_BAD_SYS_STATE);
			assert_int_equal(synd, EMU_SYND_NOT_ENABLED);
			rig_op(r, PRM_OP_ENABLE_HCA, 0);
		}
		if (d->when == EMU_WHEN_BOOTED) {
			assert_int_equal(rig_cmd(r, in, d->in_min, out, d->out_min, &synd),
				PRM_ST_BAD_SYS_STATE);
			assert_int_equal(synd, EMU_SYND_NOT_BOOTED);
		}
		if (d->when == EMU_WHEN_INIT) {
			rig_give_new(r, rig_pages_wanted(r, PRM_BOOT_INIT_PAGES));
			assert_int_equal(rig_cmd(r, in, d->in_min, out, d->out_min, &synd),
				PRM_ST_BAD_SYS_STATE);
			assert_int_equal(synd, EMU_SYND_NOT_INIT);
		}
		rig_free(r);
	}
	assert_true(tried >= 28);
}

static uint8_t set_cap(struct rig *r, uint16_t type, struct prm_field f, uint64_t v, uint32_t *synd)
{
	uint8_t in[16] = {0}, *image = calloc(1, 4112), out[16], st;

	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_CAP);
	emu_set(in, PRM_MBOX_IN_OP_MOD, (uint64_t)type << 1 | 1);
	assert_int_equal(rig_cmd(r, in, 16, image, 4112, NULL), PRM_ST_OK);
	memset(image, 0, 16);
	emu_set(image, PRM_MBOX_IN_OPCODE, PRM_OP_SET_HCA_CAP);
	emu_set(image, PRM_MBOX_IN_OP_MOD, (uint64_t)type << 1);
	emu_set(image + 16, f, v);
	st = rig_cmd(r, image, 4112, out, sizeof(out), synd);
	free(image);
	return st;
}

static uint64_t get_cap(struct rig *r, uint16_t op_mod, struct prm_field f)
{
	uint8_t in[16] = {0}, *out = calloc(1, 4112);
	uint64_t v;

	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_CAP);
	emu_set(in, PRM_MBOX_IN_OP_MOD, op_mod);
	assert_int_equal(rig_cmd(r, in, 16, out, 4112, NULL), PRM_ST_OK);
	v = emu_get(out + 16, f);
	free(out);
	return v;
}

static void capabilities(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint32_t synd;

	(void)state;
	rig_enable(r);
	/* what a client may choose */
	assert_int_equal(
		set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_LOG_MAX_QP, 10, NULL), PRM_ST_OK);
	assert_int_equal(get_cap(r, 1, PRM_CMD_HCA_CAP_LOG_MAX_QP), 10);
	assert_int_equal(get_cap(r, 0, PRM_CMD_HCA_CAP_LOG_MAX_QP), 17);
	assert_int_equal(set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_LOG_MAX_QP, 18, &synd),
		PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_CAP_ABOVE_MAX);
	assert_int_equal(get_cap(r, 1, PRM_CMD_HCA_CAP_LOG_MAX_QP), 10);
	/* what it may not: ignored, as it comes with every image */
	assert_int_equal(
		set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_LOG_MAX_CQ, 3, NULL), PRM_ST_OK);
	assert_int_equal(get_cap(r, 1, PRM_CMD_HCA_CAP_LOG_MAX_CQ), 20);
	/* what is not offered */
	assert_int_equal(
		set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_UAR_4K, 1, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_CMDIF_CHECKSUM, 1, &synd),
		PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_CAP_VALUE);
	/* another type, an unknown one */
	assert_int_equal(
		set_cap(r, PRM_CAP_ATOMIC, PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE, 1, NULL),
		PRM_ST_OK);
	assert_int_equal(get_cap(r, 7, PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE), 1);
	assert_int_equal(get_cap(r, 7, PRM_ATOMIC_CAPS_ATOMIC_OPERATIONS), 3);
	assert_int_equal(get_cap(r, 0x33 << 1, PRM_CMD_HCA_CAP_LOG_MAX_QP), 0);
	assert_int_equal(set_cap(r, 0x33, PRM_CMD_HCA_CAP_LOG_MAX_QP, 0, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_CAP_TYPE);
	rig_give_new(r, rig_pages_wanted(r, PRM_BOOT_INIT_PAGES));
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_OK);
	assert_int_equal(set_cap(r, PRM_CAP_GENERAL, PRM_CMD_HCA_CAP_LOG_MAX_QP, 9, &synd),
		PRM_ST_BAD_SYS_STATE);
	assert_int_equal(synd, EMU_SYND_ALREADY_INIT);
	rig_free(r);
}

static void profiles(void **state)
{
	static const char *const good[] = {"vf", "pages12k", "nopages", "small", "noumr", "eth", "",
		"vf,max_indirection=1", "small,init_pages=3,log_max_qp=4"};
	static const char *const bad[] = {"vg", "vf,,", "vf,nosuchcap=1", "vf,max_indirection",
		"vf,max_indirection=256", "vf,boot_pages=x", "vf,log_slots=6",
		"vf,boot_pages=1000001"};
	struct emu_profile p;
	struct rig *r;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		if (!profile_parse(good[i], &p))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (profile_parse(bad[i], &p))
			fail_msg("taken: %s", bad[i]);
	r = rig_new("small,max_indirection=7,log_slots=2", false, 0);
	assert_int_equal(EMU_CAP(&r->f, PRM_CMD_HCA_CAP_MAX_INDIRECTION), 7);
	assert_int_equal(EMU_CAP(&r->f, PRM_CMD_HCA_CAP_LOG_MAX_KLM_LIST_SIZE), 6);
	assert_int_equal(rig_read32(r, 0x14) >> 4 & 0xf, 2);
	rig_free(r);
	r = rig_new("eth", false, 0);
	assert_int_equal(EMU_CAP(&r->f, PRM_CMD_HCA_CAP_PORT_TYPE), PRM_LINK_ETH);
	rig_free(r);
}

static void a_reset_clears_all(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint32_t eqn;

	(void)state;
	rig_up(r);
	rig_make(r, PRM_OP_ALLOC_PD, PRM_ALLOC_PD_OUT_PD);
	hca_fail(&r->f, 1);
	hca_reset(&r->f);
	assert_int_equal(r->f.stats.objects, 0);
	assert_int_equal(r->f.stats.pages_held, 0);
	assert_int_equal(r->f.stats.resets, 1);
	assert_int_equal(r->f.hca->state, EMU_HCA_RESET);
	assert_int_equal(rig_read32(r, 0x10), 0);
	assert_int_equal(rig_read32(r, 0x14), 5 << 4 | 6);
	assert_int_equal(rig_read32(r, 0x238), 0);
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	r->serve = false;
	rig_up(r);
	assert_int_equal(rig_create_eq(r, 4, 0, 0, &eqn), PRM_ST_OK);
	rig_free(r);
}

static void small_objects(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0}, out[32];
	uint32_t a, b, synd;

	(void)state;
	rig_init(r);
	assert_int_equal(r->uar, EMU_UAR_FIRST);
	a = rig_make(r, PRM_OP_ALLOC_PD, PRM_ALLOC_PD_OUT_PD);
	b = rig_make(r, PRM_OP_ALLOC_PD, PRM_ALLOC_PD_OUT_PD);
	assert_int_not_equal(a, b);
	assert_int_equal(rig_op1(r, PRM_OP_DEALLOC_PD, PRM_DEALLOC_PD_IN_PD, a), PRM_ST_OK);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_DEALLOC_PD);
	emu_set(in, PRM_DEALLOC_PD_IN_PD, a);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_PD);
	emu_id_ref(&r->f, EMU_PD, b);
	assert_int_equal(rig_op1(r, PRM_OP_DEALLOC_PD, PRM_DEALLOC_PD_IN_PD, b), PRM_ST_RES_BUSY);
	a = rig_make(r, PRM_OP_ALLOC_XRCD, PRM_ALLOC_XRCD_OUT_XRCD);
	assert_int_equal(rig_op1(r, PRM_OP_DEALLOC_XRCD, PRM_DEALLOC_XRCD_IN_XRCD, a), PRM_ST_OK);
	a = rig_make(
		r, PRM_OP_ALLOC_TRANSPORT_DOMAIN, PRM_ALLOC_TRANSPORT_DOMAIN_OUT_TRANSPORT_DOMAIN);
	assert_int_equal(rig_op1(r, PRM_OP_DEALLOC_TRANSPORT_DOMAIN,
				 PRM_DEALLOC_TRANSPORT_DOMAIN_IN_TRANSPORT_DOMAIN, a),
		PRM_ST_OK);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_SPECIAL_CONTEXTS);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, NULL), PRM_ST_OK);
	assert_int_equal(emu_get(out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_NULL_MKEY), EMU_LKEY_NULL);
	assert_int_equal(
		emu_get(out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_DUMP_FILL_MKEY), EMU_LKEY_DUMP_FILL);
	/* all the UARs that BAR 0 has room for, and no more */
	for (a = 1; rig_op(r, PRM_OP_ALLOC_UAR, 0) == PRM_ST_OK; a++)
		;
	assert_int_equal(a, EMU_BAR_BYTES / EMU_PAGE - EMU_UAR_FIRST);
	rig_free(r);
}

static void multicast_groups(void **state)
{
	struct rig *r = rig_new("small,boot_pages=0,init_pages=0", false, 0); /* 4 groups of 2 */
	uint8_t in[0x20] = {0}, out[16];
	uint32_t qp[3], synd;
	int obj = 0;

	(void)state;
	rig_init(r);
	for (int i = 0; i < 3; i++)
		emu_id_new(&r->f, EMU_QP, &obj, NULL, &qp[i]);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ATTACH_TO_MCG);
	emu_set(in, PRM_ATTACH_TO_MCG_IN_QPN, 0x999);
	in[0x10] = 0xff;
	assert_int_equal(rig_cmd(r, in, 0x20, out, 16, &synd), PRM_ST_BAD_RES);
	for (uint32_t i = 0; i < 3; i++) {
		emu_set(in, PRM_ATTACH_TO_MCG_IN_QPN, qp[i]);
		assert_int_equal(
			rig_cmd(r, in, 0x20, out, 16, &synd), i < 2 ? PRM_ST_OK : PRM_ST_LIM_ERR);
	}
	emu_set(in, PRM_ATTACH_TO_MCG_IN_QPN, qp[0]);
	assert_int_equal(rig_cmd(r, in, 0x20, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_MCG);
	for (uint8_t g = 1; g < 5; g++) {
		in[0x1f] = g;
		assert_int_equal(
			rig_cmd(r, in, 0x20, out, 16, &synd), g < 4 ? PRM_ST_OK : PRM_ST_LIM_ERR);
	}
	in[0x1f] = 0;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_DETACH_FROM_MCG);
	assert_int_equal(rig_cmd(r, in, 0x20, out, 16, &synd), PRM_ST_OK);
	assert_int_equal(rig_cmd(r, in, 0x20, out, 16, &synd), PRM_ST_BAD_PARAM);
	rig_free(r);
}

static void doorbells_reach_the_engine(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t b[64] = {0};
	uint64_t at = 0x10 * 4096 + 0x800;

	(void)state;
	emu_put_be64(b, 0x0102030405060708ull);
	hca_bar_write(&r->f, at, b, 8);
	assert_int_equal(r->bell.count, 1);
	assert_int_equal(r->bell.uar, 0x10);
	assert_int_equal(r->bell.off, 0x800);
	assert_true(r->bell.value == 0x0102030405060708ull);
	/* as two words */
	hca_bar_write(&r->f, at + 0x100, b, 4);
	assert_int_equal(r->bell.count, 1);
	hca_bar_write(&r->f, at + 0x104, b + 4, 4);
	assert_int_equal(r->bell.count, 2);
	assert_int_equal(r->bell.off, 0x900);
	assert_true(r->bell.value == 0x0102030405060708ull);
	/* the second word alone */
	hca_bar_write(&r->f, at + 4, b + 4, 4);
	assert_int_equal(r->bell.count, 2);
	assert_int_equal(r->lints, 1);
	/* a BlueFlame copy */
	hca_bar_write(&r->f, at, b, 64);
	assert_int_equal(r->bell.count, 3);
	/* arming a CQ */
	hca_bar_write(&r->f, 0x10 * 4096 + 0x20, b, 8);
	assert_int_equal(r->bell.off, 0x20);
	/* where there is nothing, and what is no word */
	hca_bar_write(&r->f, 0x10 * 4096 + 0x30, b, 8);
	hca_bar_write(&r->f, at + 1, b, 2);
	hca_bar_write(&r->f, EMU_BAR_BYTES - 4, b, 8);
	hca_bar_write(&r->f, UINT64_MAX - 2, b, 8);
	assert_int_equal(r->bell.count, 4);
	assert_int_equal(r->lints, 3);
	rig_free(r);
}

static void reserved_bits_are_told(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0}, out[16];

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ENABLE_HCA);
	in[0xd] = 0x10;
	assert_int_equal(rig_cmd(r, in, 16, out, 16, NULL), PRM_ST_OK);
	assert_int_equal(r->lints, 1);
	assert_string_equal(r->lint, "ENABLE_HCA: reserved bits 0x10 set in byte 0xd");
	/* a nested context and a tail are known */
	rig_give_new(r, rig_pages_wanted(r, PRM_BOOT_INIT_PAGES));
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_OK);
	r->uar = rig_make(r, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
	assert_int_equal(rig_create_eq(r, 8, 0, 0, &r->cmd_eq), PRM_ST_OK);
	assert_int_equal(r->lints, 1);
	rig_free(r);
}

/* doc/emulator.md lists every syndrome as the code has it, and no number twice. */
static void syndromes_are_documented(void **state)
{
	static const struct {
		const char *name, *text;
		uint32_t value;
	} all[] = {
#define X(name, value, text) {#name, text, value},
		EMU_SYNDROMES(X)
#undef X
	};
	FILE *file = fopen(TEST_FILE, "r");
	char *doc = calloc(1, 1 << 20), row[512];

	(void)state;
	assert_true(file && doc);
	assert_true(fread(doc, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	for (size_t i = 0; i < COUNT(all); i++) {
		snprintf(row, sizeof(row), "| 0x%04x | %s | %s |", all[i].value, all[i].name,
			all[i].text);
		if (!strstr(doc, row))
			fail_msg("doc/emulator.md has no row: %s", row);
		assert_true(i == 0 || all[i].value > all[i - 1].value);
	}
	free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(registers_as_linux_reads_them),
		cmocka_unit_test(health_counter_stalls_on_order),
		cmocka_unit_test(initializing_takes_polls),
		cmocka_unit_test(states),
		cmocka_unit_test(syndromes_tell_why),
		cmocka_unit_test(every_command_too_short_and_too_early),
		cmocka_unit_test(capabilities),
		cmocka_unit_test(profiles),
		cmocka_unit_test(a_reset_clears_all),
		cmocka_unit_test(small_objects),
		cmocka_unit_test(multicast_groups),
		cmocka_unit_test(doorbells_reach_the_engine),
		cmocka_unit_test(reserved_bits_are_told),
		cmocka_unit_test(syndromes_are_documented),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
