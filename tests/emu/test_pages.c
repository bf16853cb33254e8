/* SPDX-License-Identifier: BSD-3-Clause */
/* Lent pages: demanded, patterned, asked for in the middle of a command, asked back, verified. */
#include "rig.h"

#include <stdio.h>

static void boot_and_init_demands(void **state)
{
	struct rig *r = rig_new("pages12k", false, 3);
	uint64_t at, *back = calloc(12000, sizeof(*back));

	(void)state;
	assert_int_equal(rig_op(r, PRM_OP_ENABLE_HCA, 0), PRM_ST_OK);
	assert_int_equal(rig_pages_wanted(r, PRM_BOOT_BOOT_PAGES), 2000);
	rig_give_new(r, 2000);
	assert_int_equal(rig_pages_wanted(r, PRM_BOOT_BOOT_PAGES), 0);
	assert_int_equal(rig_pages_wanted(r, PRM_BOOT_INIT_PAGES), 10000);
	at = rig_give_new(r, 9999);
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_BAD_SYS_STATE);
	assert_int_equal(rig_pages_wanted(r, PRM_BOOT_INIT_PAGES), 1);
	rig_give_new(r, 1);
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_OK);
	assert_int_equal(r->f.stats.pages_held, 12000);
	assert_int_equal((int32_t)rig_pages_wanted(r, PRM_BOOT_REGULAR_PAGES), 8);
	/* nothing is spare while it runs */
	assert_int_equal(rig_take(r, 100, back), 0);
	assert_int_equal(rig_op(r, PRM_OP_TEARDOWN_HCA, 0), PRM_ST_OK);
	for (uint32_t got = 0; got < 12000;) {
		uint32_t n = rig_take(r, 768, back + got);

		assert_true(n > 0);
		got += n;
	}
	/* every page once */
	for (uint32_t i = 0; i < 12000; i++) {
		uint8_t *p = rig_at(r, back[i]);

		assert_int_equal(back[i] % EMU_PAGE, 0);
		assert_true(emu_be64(p) != 0xeeeeeeeeeeeeeeeeull);
		memset(p, 0xee, EMU_PAGE);
	}
	assert_int_equal(rig_at(r, at)[5], 0xee);
	assert_int_equal(r->f.stats.pages_held, 0);
	assert_int_equal(r->f.stats.pages_corrupt, 0);
	assert_int_equal(rig_take(r, 10, back), 0);
	free(back);
	rig_free(r);
}

static void pages_that_are_refused(void **state)
{
	struct rig *r = rig_new("vf,boot_pages=4,init_pages=0", false, 3);
	uint64_t good = rig_alloc(r, 8 * EMU_PAGE, EMU_PAGE);
	uint64_t twice[2] = {good, good}, odd[2] = {good, good + 8},
		 far[2] = {good, RIG_IOVA - EMU_PAGE};
	uint64_t ok[2] = {good, good + EMU_PAGE};
	uint8_t in[32] = {0}, out[64];
	uint32_t synd;

	(void)state;
	rig_op(r, PRM_OP_ENABLE_HCA, 0);
	assert_int_equal(rig_give(r, twice, 2), PRM_ST_BAD_PARAM);
	assert_int_equal(rig_give(r, odd, 2), PRM_ST_BAD_PARAM);
	assert_int_equal(rig_give(r, far, 2), PRM_ST_BAD_PARAM);
	assert_int_equal(r->f.stats.pages_held, 0); /* all or nothing */
	assert_int_equal(rig_give(r, ok, 2), PRM_ST_OK);
	assert_int_equal(rig_give(r, ok + 1, 1), PRM_ST_BAD_PARAM);
	assert_int_equal(r->f.stats.pages_held, 2);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_MANAGE_PAGES);
	emu_set(in, PRM_MBOX_IN_OP_MOD, PRM_PAGES_GIVE);
	emu_set(in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES, 3); /* room for two */
	assert_int_equal(rig_cmd(r, in, 32, out, 16, &synd), PRM_ST_BAD_INP_LEN);
	emu_set(in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES, 0); /* Linux does */
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_OK);
	emu_set(in, PRM_MBOX_IN_OP_MOD, PRM_PAGES_TAKE);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_PAGE_COUNT);
	emu_set(in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES, 3);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, &synd), PRM_ST_BAD_OUTP_LEN);
	emu_set(in, PRM_MBOX_IN_OP_MOD, 3);
	assert_int_equal(rig_cmd(r, in, 16, out, 64, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_OP_MOD);
	emu_set(in, PRM_MBOX_IN_OP_MOD, PRM_PAGES_TAKE);
	emu_set(in, PRM_MANAGE_PAGES_IN_FUNCTION_ID, 2);
	assert_int_equal(rig_cmd(r, in, 16, out, 64, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_FUNCTION);
	assert_int_equal(rig_op(r, PRM_OP_QUERY_PAGES, 4), PRM_ST_BAD_PARAM);
	rig_free(r);
}

/* Gives and takes at random against a list: a page is refused if, and only if, it is held. */
static void what_is_held_is_known(void **state)
{
	enum { POOL = 600 };
	struct rig *r = rig_new("vf,boot_pages=1", true, 77);
	uint64_t at = rig_alloc(r, POOL * (uint64_t)EMU_PAGE, EMU_PAGE), back[64];
	bool held[POOL] = {0};
	uint32_t count = 0;

	(void)state;
	rig_op(r, PRM_OP_ENABLE_HCA, 0);
	for (int i = 0; i < 4000; i++) {
		uint32_t n = emu_rand_below(&r->w, POOL);
		uint64_t page = at + n * (uint64_t)EMU_PAGE;

		assert_int_equal(rig_give(r, &page, 1), held[n] ? PRM_ST_BAD_PARAM : PRM_ST_OK);
		count += !held[n];
		held[n] = true;
		if (emu_rand_below(&r->w, 40))
			continue;
		for (uint32_t k = rig_take(r, 64, back); k--; count--) {
			n = (uint32_t)((back[k] - at) / EMU_PAGE);
			assert_true(n < POOL && held[n]);
			held[n] = false;
		}
	}
	assert_int_equal(r->f.stats.pages_held, count);
	assert_int_equal(r->f.stats.pages_corrupt, 0);
	rig_free(r);
}

static void a_page_that_was_touched(void **state)
{
	struct rig *r = rig_new("vf,boot_pages=3,init_pages=0", true, 5);
	uint64_t at;

	(void)state;
	rig_op(r, PRM_OP_ENABLE_HCA, 0);
	at = rig_give_new(r, 3);
	assert_memory_not_equal(
		rig_at(r, at), rig_at(r, at + EMU_PAGE), EMU_PAGE); /* each its own */
	rig_at(r, at + EMU_PAGE)[4095] ^= 1;
	r->hole = at + 2 * EMU_PAGE;
	r->hole_len = 1;
	assert_int_equal(rig_take(r, 3, NULL), 3);
	assert_int_equal(r->f.stats.pages_corrupt, 2);
	rig_free(r);
}

static void asked_for_in_the_middle_of_a_command(void **state)
{
	struct rig *r = rig_new("vf,regular_pages=5", true, 11);
	uint8_t in[16] = {0};
	const uint8_t *e;

	(void)state;
	rig_up(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ALLOC_PD);
	for (uint32_t slot = 2; slot < 6; slot++)
		rig_post(r, slot, in, 16, 16);
	rig_ring(r, 0x3c);
	rig_polls(r, 200);
	for (uint32_t slot = 2; slot < 6; slot++)
		assert_false(rig_done(r, slot));
	e = rig_eqe(r, r->page_eq);
	assert_non_null(e);
	assert_int_equal(e[1], PRM_EV_PAGE_REQUEST);
	assert_int_equal(emu_be32(e + 0x20), 0);
	assert_int_equal(emu_be32(e + 0x24), 5);
	assert_null(rig_eqe(r, r->page_eq)); /* asked once for all */
	/* other commands pass */
	assert_int_equal(rig_op(r, PRM_OP_QUERY_ADAPTER, 0), PRM_ST_OK);
	/* some of the pages are not enough, and the rest is not asked for again */
	rig_give_new(r, 2);
	rig_polls(r, 100);
	assert_false(rig_done(r, 2));
	assert_null(rig_eqe(r, r->page_eq));
	rig_give_new(r, 3);
	rig_polls(r, 100);
	for (uint32_t slot = 2; slot < 6; slot++)
		assert_true(rig_done(r, slot));
	assert_int_equal(emu_id_count(&r->f, EMU_PD), 4);
	rig_free(r);
}

/* A command that waits for pages is one command to slowcmd, though it begins twice. */
static void held_commands_count_once(void **state)
{
	struct rig *r = rig_new(NULL, false, 11);
	struct emu_inject slow = {
		.kind = EMU_INJECT_SLOW, .opcode = PRM_OP_ALLOC_PD, .nth = 2, .value = EMU_NEVER};
	uint8_t in[16] = {0}, out[16];

	(void)state;
	rig_up(r);
	inject_add(&r->f, &slow);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ALLOC_PD);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, NULL), PRM_ST_OK); /* held, then served */
	assert_int_equal(rig_exec(r, in, 16, out, 16), RIG_LOST);
	rig_free(r);
}

static void cannot_give(void **state)
{
	struct rig *r = rig_new(NULL, false, 11);
	uint8_t in[16] = {0}, out[16];

	(void)state;
	rig_up(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ALLOC_PD);
	rig_post(r, 7, in, 16, 16);
	rig_ring(r, 1 << 7);
	rig_polls(r, 10);
	assert_false(rig_done(r, 7));
	rig_eqe(r, r->page_eq);
	assert_int_equal(rig_op(r, PRM_OP_MANAGE_PAGES, PRM_PAGES_CANT_GIVE), PRM_ST_OK);
	rig_polls(r, 10);
	assert_true(rig_done(r, 7));
	rig_output(r, 7, out, 16);
	assert_int_equal(emu_get(out, PRM_MBOX_OUT_STATUS), PRM_ST_NO_RES);
	assert_int_equal(emu_get(out, PRM_MBOX_OUT_SYNDROME), EMU_SYND_PAGES_REFUSED);
	/* the next one asks again */
	assert_int_equal(rig_op(r, PRM_OP_ALLOC_PD, 0), PRM_ST_OK);
	assert_int_equal(r->f.stats.pages_held, 16 + 240 + 8);
	rig_free(r);
}

static void without_a_queue_for_requests_nothing_waits(void **state)
{
	struct rig *r = rig_new(NULL, false, 11);

	(void)state;
	rig_init(r);
	assert_int_equal(rig_op(r, PRM_OP_ALLOC_PD, 0), PRM_ST_OK);
	rig_free(r);
}

/* Pages follow the number of objects up and down. */
static void growth_and_asking_back(void **state)
{
	struct rig *r = rig_new(NULL, true, 21);
	uint32_t base = 16 + 240 + 8, pd[600], back = 0;
	const uint8_t *e;

	(void)state;
	rig_up(r);
	for (uint32_t i = 0; i < COUNT(pd); i++)
		pd[i] = rig_make(r, PRM_OP_ALLOC_PD, PRM_ALLOC_PD_OUT_PD);
	assert_true(r->f.stats.pages_held >= base + 600 / 64 * 8);
	r->serve = false;
	for (uint32_t i = 0; i < COUNT(pd); i++)
		assert_int_equal(
			rig_op1(r, PRM_OP_DEALLOC_PD, PRM_DEALLOC_PD_IN_PD, pd[i]), PRM_ST_OK);
	rig_polls(r, 100);
	while ((e = rig_eqe(r, r->page_eq))) {
		int32_t n = (int32_t)emu_be32(e + 0x24);

		assert_true(n < 0);
		back += (uint32_t)-n;
		rig_eq_ci(r, r->page_eq, true);
	}
	assert_true(back >= 600 / 64 * 8 - 16);
	assert_true(rig_take(r, 1000, NULL) >= back);
	assert_int_equal(r->f.stats.pages_held, base);
	assert_int_equal(r->f.stats.pages_corrupt, 0);
	rig_free(r);
}

static void ordered_by_hand(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	const uint8_t *e;

	(void)state;
	assert_false(pages_order(&r->f, 10));
	rig_up(r);
	assert_true(pages_order(&r->f, 10));
	rig_polls(r, 4);
	e = rig_eqe(r, r->page_eq);
	assert_int_equal((int32_t)emu_be32(e + 0x24), 10);
	rig_give_new(r, 10);
	assert_int_equal(r->f.stats.pages_held, 10);
	assert_int_equal(rig_take(r, 10, NULL), 0);
	assert_true(pages_order(&r->f, -6));
	rig_polls(r, 4);
	e = rig_eqe(r, r->page_eq);
	assert_int_equal((int32_t)emu_be32(e + 0x24), -6);
	assert_int_equal(rig_take(r, 10, NULL), 6);
	assert_int_equal(r->f.stats.pages_held, 4);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boot_and_init_demands),
		cmocka_unit_test(pages_that_are_refused),
		cmocka_unit_test(what_is_held_is_known),
		cmocka_unit_test(a_page_that_was_touched),
		cmocka_unit_test(asked_for_in_the_middle_of_a_command),
		cmocka_unit_test(held_commands_count_once),
		cmocka_unit_test(cannot_give),
		cmocka_unit_test(without_a_queue_for_requests_nothing_waits),
		cmocka_unit_test(growth_and_asking_back),
		cmocka_unit_test(ordered_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
