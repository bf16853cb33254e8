/* SPDX-License-Identifier: BSD-3-Clause */
/* Event queues: the owner bit over laps, arming, interrupts, overrun, masks, refusals. */
#include "rig.h"

static const uint8_t data[28] = {1, 2, 3, [27] = 28};

static void entries_over_many_laps(void **state)
{
	struct rig *r = rig_new("nopages", true, 4);
	uint32_t eqn;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 2, 0, 0, &eqn), PRM_ST_OK);
	for (uint32_t i = 0; i < 50; i++) {
		const uint8_t *e;

		emu_eqe(&r->f, eqn, PRM_EV_COMP, (uint8_t)i, data);
		for (uint32_t k = 0; k < 20 && !(e = rig_eqe(r, eqn)); k++)
			rig_polls(r, 1);
		assert_non_null(e);
		assert_int_equal(e[1], PRM_EV_COMP);
		assert_int_equal(e[3], i);
		assert_memory_equal(e + 0x20, data, sizeof(data));
		rig_eq_ci(r, eqn, false);
		assert_null(rig_eqe(r, eqn));
	}
	assert_int_equal(r->f.stats.eqes, 50);
	rig_free(r);
}

static void order_is_kept_though_late(void **state)
{
	struct rig *r = rig_new("nopages", true, 4);
	uint32_t eqn, seen = 0, late = 0;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 7, 0, 0, &eqn), PRM_ST_OK);
	for (uint32_t i = 0; i < 100; i++)
		emu_eqe(&r->f, eqn, PRM_EV_COMP, (uint8_t)i, data);
	while (seen < 100 && late++ < 1000) {
		const uint8_t *e = rig_eqe(r, eqn);

		if (e)
			assert_int_equal(e[3], seen++);
		else
			rig_polls(r, 1);
	}
	assert_int_equal(seen, 100);
	assert_true(late > 102);
	rig_free(r);
}

static void arm_rule(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint32_t eqn;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 4, 0, 5, &eqn), PRM_ST_OK);
	emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	rig_polls(r, 4);
	assert_int_equal(r->irqs[5], 0); /* not armed yet */
	rig_eq_ci(r, eqn, true);         /* with an entry unread: at once */
	rig_polls(r, 4);
	assert_int_equal(r->irqs[5], 1);
	emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	rig_polls(r, 4);
	assert_int_equal(r->irqs[5], 1); /* firing disarmed it */
	assert_non_null(rig_eqe(r, eqn));
	assert_non_null(rig_eqe(r, eqn));
	rig_eq_ci(r, eqn, true);
	rig_polls(r, 4);
	assert_int_equal(r->irqs[5], 1); /* all read: waits */
	emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	rig_polls(r, 4);
	assert_int_equal(r->irqs[5], 2); /* once for both */
	rig_free(r);
}

static void overrun(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint8_t in[16] = {0}, out[0x110];
	uint32_t eqn;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 2, 0, 0, &eqn), PRM_ST_OK);
	for (int i = 0; i < 4; i++)
		emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.eqes, 4);
	assert_int_equal(rig_read32(r, 0x238), 0);
	emu_eqe(&r->f, eqn, PRM_EV_COMP, 0, data);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.eqes, 4);
	assert_int_equal(rig_read32(r, 0x23c) >> 16 & 0xff, PRM_HEALTH_ASYNC_EQ_OVERRUN_ERR);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_EQ);
	emu_set(in, PRM_QUERY_EQ_IN_EQ_NUMBER, eqn);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_get(out + 0x10, PRM_EQC_STATUS), 0xa);
	assert_int_equal(emu_get(out + 0x10, PRM_EQC_PRODUCER_COUNTER), 4);
	rig_free(r);
}

static void memory_that_went_away(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint32_t eqn;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 2, 1ull << PRM_EV_PORT_CHANGE, 0, &eqn), PRM_ST_OK);
	r->hole = r->eq_mem[eqn];
	r->hole_len = EMU_PAGE;
	port_set(&r->f, false);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.events_lost, 0);
	assert_int_equal(r->f.stats.eqes, 0);
	assert_int_equal(rig_read32(r, 0x23c) >> 16 & 0xff, PRM_HEALTH_EQ_ERR);
	port_set(&r->f, true);
	assert_int_equal(r->f.stats.events_lost, 1);
	rig_free(r);
}

static void port_events_find_their_queue(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint32_t eqn;
	const uint8_t *e;

	(void)state;
	port_set(&r->f, false);
	port_set(&r->f, true);
	assert_int_equal(r->f.stats.events_lost, 0); /* nobody was there to lose them */
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 4, 0x1f02be, 2, &eqn), PRM_ST_OK);
	port_set(&r->f, false);
	port_set(&r->f, false);
	port_set(&r->f, true);
	rig_polls(r, 4);
	e = rig_eqe(r, eqn);
	assert_int_equal(e[1], PRM_EV_PORT_CHANGE);
	assert_int_equal(e[3], PRM_PORT_DOWN);
	assert_int_equal(e[0x28], 1 << 4);
	e = rig_eqe(r, eqn);
	assert_int_equal(e[3], PRM_PORT_ACTIVE);
	assert_null(rig_eqe(r, eqn));
	rig_free(r);
}

static void refusals(void **state)
{
	struct rig *r = rig_new("small,boot_pages=0,init_pages=0,log_max_eq_sz=9", false, 0);
	uint32_t eqn, first, extra;
	uint8_t in[0x118] = {0}, out[16], *ctx = in + 0x10;
	uint32_t synd;

	(void)state;
	rig_init(r);
	extra = rig_make(r, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
	extra = rig_make(r, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
	assert_int_equal(extra, EMU_UAR_SHARED);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_CREATE_EQ);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, 6);
	emu_set(ctx, PRM_EQC_UAR_PAGE, 0x55);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_UAR);
	emu_set(ctx, PRM_EQC_UAR_PAGE, extra);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_EQ_UAR);
	emu_set(ctx, PRM_EQC_UAR_PAGE, r->uar);
	emu_set(ctx, PRM_EQC_INTR, EMU_MSIX_VECTORS);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_EQ_INTR);
	emu_set(ctx, PRM_EQC_INTR, 0);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, 10);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_EQ_SIZE);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, 7); /* two pages */
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_INP_LEN);
	assert_int_equal(synd, EMU_SYND_QUEUE_PAGES);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, 6);
	emu_set(ctx, PRM_EQC_PAGE_OFFSET, 1);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_EQ_PAGE_OFFSET);
	emu_set(ctx, PRM_EQC_PAGE_OFFSET, 0);
	emu_put_be64(in + 0x110, RIG_IOVA + 0x800);
	assert_int_equal(rig_cmd(r, in, 0x118, out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_PAGE_UNALIGNED);
	assert_int_equal(r->f.stats.objects, 3);

	assert_int_equal(rig_create_eq(r, 4, 1 << 9, 0, &first), PRM_ST_OK);
	assert_int_equal(rig_create_eq(r, 4, 1 << 9 | 1 << 4, 0, &eqn), PRM_ST_BAD_PARAM);
	assert_int_equal(
		rig_op1(r, PRM_OP_DEALLOC_UAR, PRM_DEALLOC_UAR_IN_UAR, r->uar), PRM_ST_RES_BUSY);
	for (int i = 1; i < 8; i++)
		assert_int_equal(rig_create_eq(r, 4, 0, 0, &eqn), PRM_ST_OK);
	assert_int_equal(rig_create_eq(r, 4, 0, 0, &eqn), PRM_ST_LIM_ERR);
	emu_id_ref(&r->f, EMU_EQ, first);
	assert_int_equal(
		rig_op1(r, PRM_OP_DESTROY_EQ, PRM_DESTROY_EQ_IN_EQ_NUMBER, first), PRM_ST_RES_BUSY);
	emu_id_unref(&r->f, EMU_EQ, first);
	assert_int_equal(
		rig_op1(r, PRM_OP_DESTROY_EQ, PRM_DESTROY_EQ_IN_EQ_NUMBER, first), PRM_ST_OK);
	assert_int_equal(
		rig_op1(r, PRM_OP_DESTROY_EQ, PRM_DESTROY_EQ_IN_EQ_NUMBER, first), PRM_ST_BAD_RES);
	assert_int_equal(
		rig_op1(r, PRM_OP_QUERY_EQ, PRM_QUERY_EQ_IN_EQ_NUMBER, first), PRM_ST_BAD_RES);
	rig_free(r);
}

static void doubtful_doorbells(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint32_t eqn;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 4, 0, 0, &eqn), PRM_ST_OK);
	rig_write32(r, r->uar * 4096ull + 0x40, (eqn + 1) << 24);
	assert_int_equal(r->f.stats.doorbell_mismatch, 1);
	rig_write32(r, (r->uar + 1) * 4096ull + 0x40, eqn << 24);
	assert_int_equal(r->f.stats.doorbell_mismatch, 2);
	assert_int_equal(r->lints, 2);
	rig_write32(r, r->uar * 4096ull + 0x48, eqn << 24 | 5); /* nothing was produced */
	assert_int_equal(r->lints, 3);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_over_many_laps),
		cmocka_unit_test(order_is_kept_though_late),
		cmocka_unit_test(arm_rule),
		cmocka_unit_test(overrun),
		cmocka_unit_test(memory_that_went_away),
		cmocka_unit_test(port_events_find_their_queue),
		cmocka_unit_test(refusals),
		cmocka_unit_test(doubtful_doorbells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
