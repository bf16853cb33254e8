/* SPDX-License-Identifier: BSD-3-Clause */
/* The command queue: what is delivered, what is not and why, in which order, and what the client sees when. */
#include "rig.h"

#include <stdio.h>

static uint64_t seed(void)
{
	const char *s = getenv("LAC_SEED");

	return s ? strtoull(s, NULL, 0) : 20260;
}

static void query_cap_in(uint8_t *in, uint16_t op_mod)
{
	memset(in, 0, 16);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_CAP);
	emu_set(in, PRM_MBOX_IN_OP_MOD, op_mod);
}

static void nothing_runs_inside_the_doorbell_write(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0};

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ENABLE_HCA);
	rig_post(r, 0, in, sizeof(in), 16);
	rig_ring(r, 1);
	assert_false(rig_done(r, 0));
	rig_polls(r, 3);
	assert_true(rig_done(r, 0));
	assert_int_equal(r->f.stats.commands, 1);
	rig_free(r);
}

static void commands_wait_for_bus_mastering(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0};

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ENABLE_HCA);
	rig_post(r, 0, in, sizeof(in), 16);
	r->halted = true;
	rig_ring(r, 1);
	rig_polls(r, 10);
	assert_false(rig_done(r, 0));
	assert_int_equal(r->f.stats.commands, 0);
	r->halted = false;
	rig_polls(r, 3);
	assert_true(rig_done(r, 0));
	rig_free(r);
}

static void mailboxes_are_gathered_and_scattered(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16], *out = calloc(1, 4112);

	(void)state;
	rig_enable(r);
	query_cap_in(in, 1);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, 4112, NULL), PRM_ST_OK);
	assert_memory_equal(out + 16, r->f.hca->caps.cur[0], 4096);
	free(out);
	rig_free(r);
}

/* One fault each, on the second of two chained mailboxes where it can be there. */
static void faults_of_delivery(void **state)
{
	static const struct {
		const char *name;
		uint8_t want;
		int where; /* 0: entry, 1: first in, 2: second in, 3: first out, 4: second out */
		uint32_t off;
		uint8_t value;
	} cases[] = {
		{"type", PRM_DLV_CMD_DESCR, 0, 0, 6},
		{"reserved", PRM_DLV_RES_FLD_NOT_CLR, 0, 2, 1},
		{"reserved by the status", PRM_DLV_RES_FLD_NOT_CLR, 0, 0x3e, 1},
		{"no input", PRM_DLV_IN_LENGTH, 0, 6, 0x80},
		{"too much input", PRM_DLV_IN_LENGTH, 0, 4, 0x80},
		{"too much output", PRM_DLV_OUT_LENGTH, 0, 0x38, 0x80},
		{"input pointer", PRM_DLV_IN_PTR_ALIGN, 0, 0xf, 0x40},
		{"output pointer", PRM_DLV_OUT_PTR_ALIGN, 0, 0x37, 0x40},
		{"token of the input", PRM_DLV_TOK_ERR, 1, 573, 0xff},
		{"token of the input's second", PRM_DLV_TOK_ERR, 2, 573, 0xff},
		{"token of the output", PRM_DLV_TOK_ERR, 4, 573, 0xff},
		{"number of the input's second", PRM_DLV_BAD_BLK_NUM, 2, 571, 7},
		{"number of the output", PRM_DLV_BAD_BLK_NUM, 3, 571, 1},
		{"next pointer's low bits", PRM_DLV_IN_PTR_ALIGN, 1, 567, 8},
		{"next pointer of the output", PRM_DLV_OUT_PTR_ALIGN, 3, 567, 8},
		{"mailbox not mapped", PRM_DLV_FW_ERR, 1, 561, 0x77},
	};
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t *in = calloc(1, 4112);

	(void)state;
	rig_enable(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_SET_HCA_CAP);
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint8_t *at, before = r->token;
		uint32_t refused = (uint32_t)r->f.stats.commands;

		rig_post(r, 3, in, 4112, 4112);
		assert_int_not_equal(before, r->token);
		at = cases[i].where == 0
			     ? rig_at(r, RIG_QUEUE + 3 * 64)
			     : rig_at(r, (cases[i].where > 2 ? r->out_box : r->in_box)[3]);
		if (cases[i].where == 2 || cases[i].where == 4)
			at += 1024;
		at[cases[i].off] = cases[i].value;
		if (!strcmp(cases[i].name, "no input"))
			emu_put_be32(at + 4, 4);
		rig_ring(r, 1 << 3);
		rig_polls(r, 4);
		assert_true(rig_done(r, 3));
		if (rig_delivery(r, 3) != cases[i].want)
			fail_msg("%s: delivery status %u", cases[i].name, rig_delivery(r, 3));
		assert_int_equal(r->f.stats.commands, refused);
	}
	/* and untouched it runs */
	rig_post(r, 3, in, 4112, 4112);
	rig_ring(r, 1 << 3);
	rig_polls(r, 4);
	assert_int_equal(rig_delivery(r, 3), PRM_DLV_OK);
	free(in);
	rig_free(r);
}

static void chain_that_ends_early(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t *in = calloc(1, 4112);

	(void)state;
	rig_enable(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_SET_HCA_CAP);
	rig_post(r, 0, in, 4112, 16);
	memset(rig_at(r, r->in_box[0]) + 560, 0, 8);
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(rig_delivery(r, 0), PRM_DLV_IN_LENGTH);
	query_cap_in(in, 0);
	rig_post(r, 0, in, 16, 4112);
	memset(rig_at(r, r->out_box[0]) + 560, 0, 8);
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(rig_delivery(r, 0), PRM_DLV_OUT_LENGTH);
	free(in);
	rig_free(r);
}

static void doorbells_that_hardware_ignores(void **state)
{
	struct rig *r = rig_new("small", false, 0); /* two slots */
	uint8_t in[16] = {0};

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ENABLE_HCA);
	rig_post(r, 0, in, sizeof(in), 16);
	rig_at(r, RIG_QUEUE)[0x3f] = 0; /* software owns it */
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.commands, 0);
	assert_int_equal(r->lints, 1);
	rig_post(r, 5, in, sizeof(in), 16); /* beyond the queue */
	rig_ring(r, 1 << 5);
	rig_polls(r, 4);
	assert_false(rig_done(r, 5));
	assert_int_equal(r->lints, 2);
	r->hole = RIG_QUEUE;
	r->hole_len = EMU_PAGE;
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.commands, 0);
	assert_int_equal(r->lints, 3);
	r->hole_len = 0;
	rig_post(r, 0, in, sizeof(in), 16);
	rig_ring(r, 1);
	rig_ring(r, 1); /* twice while it executes */
	assert_int_equal(r->lints, 4);
	rig_polls(r, 4);
	assert_int_equal(r->f.stats.commands, 1);
	rig_free(r);
}

static void nothing_before_the_queue_has_an_address(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);

	(void)state;
	hca_reset(&r->f);
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(r->lints, 1);
	assert_int_equal(r->faults, 0);
	rig_free(r);
}

/* All slots at once, often: the order of completion must vary, and nothing may get lost. */
static void adversarial_order(void **state)
{
	struct rig *r = rig_new(NULL, true, seed());
	uint32_t order[32], n, inversions = 0, late = 0;

	(void)state;
	print_message("seed %llu (LAC_SEED)\n", (unsigned long long)seed());
	rig_enable(r);
	for (int round = 0; round < 20; round++) {
		uint32_t seen = 0, polls = 0;
		uint8_t in[16] = {0};

		emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_NOP);
		for (uint32_t s = 0; s < 32; s++)
			rig_post(r, s, in, sizeof(in), 16);
		rig_ring(r, 0xffffffff);
		for (n = 0; n < 32 && polls < 1000; polls++) {
			rig_polls(r, 1);
			for (uint32_t s = 0; s < 32; s++) {
				if (!(seen >> s & 1) && rig_done(r, s)) {
					order[n++] = s;
					seen |= 1u << s;
				}
			}
		}
		assert_int_equal(n, 32);
		late += polls;
		for (n = 1; n < 32; n++)
			inversions += order[n] < order[n - 1];
	}
	assert_true(inversions > 20);
	assert_true(late > 20 * 4);
	rig_free(r);
}

static void the_ownership_byte_comes_last(void **state)
{
	struct rig *r = rig_new(NULL, true, seed());
	uint8_t in[16] = {0};

	(void)state;
	rig_enable(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_ISSI);
	for (int round = 0; round < 50; round++) {
		uint8_t out[0x70];

		rig_post(r, 1, in, sizeof(in), sizeof(out));
		rig_ring(r, 2);
		while (!rig_done(r, 1)) {
			rig_output(r, 1, out, sizeof(out));
			assert_int_equal(emu_get(out, PRM_QUERY_ISSI_OUT_SUPPORTED_ISSI_DW0), 0);
			rig_polls(r, 1);
		}
		rig_output(r, 1, out, sizeof(out));
		assert_int_equal(emu_get(out, PRM_QUERY_ISSI_OUT_SUPPORTED_ISSI_DW0), 3);
	}
	rig_free(r);
}

static void events_of_commands(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	const uint8_t *e;

	(void)state;
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 4, 1ull << PRM_EV_CMD, 3, &r->cmd_eq), PRM_ST_OK);
	rig_polls(r, 4);
	assert_null(rig_eqe(r, r->cmd_eq)); /* the command that made the queue tells nothing */
	rig_eq_ci(r, r->cmd_eq, true);
	assert_int_equal(rig_op(r, PRM_OP_NOP, 0), PRM_ST_OK);
	rig_polls(r, 2);
	e = rig_eqe(r, r->cmd_eq);
	assert_non_null(e);
	assert_int_equal(e[1], PRM_EV_CMD);
	assert_int_equal(emu_be32(e + 0x20), 1);
	assert_int_equal(r->irqs[3], 1);
	rig_free(r);
}

static void slow_and_lost_commands(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	struct emu_inject slow = {
		.kind = EMU_INJECT_SLOW, .opcode = PRM_OP_NOP, .nth = 2, .value = 50};
	uint8_t in[16] = {0};

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_NOP);
	inject_add(&r->f, &slow);
	assert_int_equal(rig_op(r, PRM_OP_NOP, 0), PRM_ST_OK);
	rig_post(r, 0, in, sizeof(in), 16);
	rig_ring(r, 1);
	rig_polls(r, 50);
	assert_false(rig_done(r, 0));
	rig_polls(r, 4);
	assert_true(rig_done(r, 0));
	slow.nth = 1;
	slow.value = EMU_NEVER;
	inject_add(&r->f, &slow);
	rig_post(r, 0, in, sizeof(in), 16);
	rig_ring(r, 1);
	rig_polls(r, 5000);
	assert_false(rig_done(r, 0));
	hca_reset(&r->f);
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	assert_int_equal(rig_op(r, PRM_OP_NOP, 0), PRM_ST_OK);
	rig_free(r);
}

static void injected_refusals(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	struct emu_inject fail = {.kind = EMU_INJECT_FAIL,
		.opcode = PRM_OP_NOP,
		.nth = 2,
		.value = PRM_ST_INT_ERR,
		.syndrome = 0x1234};
	struct emu_inject lost = {.kind = EMU_INJECT_DELIVERY,
		.opcode = PRM_OP_NOP,
		.nth = 1,
		.value = PRM_DLV_SIGNAT_ERR};
	uint8_t in[16] = {0}, out[16];
	uint32_t synd;

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_NOP);
	inject_add(&r->f, &fail);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, NULL), PRM_ST_OK);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_INT_ERR);
	assert_int_equal(synd, 0x1234);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, NULL), PRM_ST_OK);
	inject_add(&r->f, &lost);
	assert_int_equal(rig_exec(r, in, 16, out, 16), PRM_DLV_SIGNAT_ERR);
	rig_free(r);
}

static void signatures(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16], *cap = calloc(1, 4112), *out = calloc(1, 4112);
	uint8_t *e = rig_at(r, RIG_QUEUE);

	(void)state;
	rig_enable(r);
	/* off: a wrong sum does not matter */
	query_cap_in(in, 1);
	assert_int_equal(rig_cmd(r, in, 16, cap, 4112, NULL), PRM_ST_OK);
	memset(cap, 0, 16);
	emu_set(cap, PRM_MBOX_IN_OPCODE, PRM_OP_SET_HCA_CAP);
	emu_set(cap + 16, PRM_CMD_HCA_CAP_CMDIF_CHECKSUM, 3);
	assert_int_equal(rig_cmd(r, cap, 4112, out, 16, NULL), PRM_ST_OK);
	/* on: unsigned is refused, signed runs, and the answer is signed */
	assert_int_equal(rig_exec(r, in, 16, out, 4112), PRM_DLV_SIGNAT_ERR);
	r->sums = true;
	assert_int_equal(rig_cmd(r, in, 16, out, 4112, NULL), PRM_ST_OK);
	assert_int_equal(emu_xor8(e, 64), 0xff);
	for (int i = 0; i < 8; i++)
		assert_int_equal(emu_xor8(rig_at(r, r->out_box[0] + i * 1024u), 576), 0xff);
	/* one bit of data in a mailbox */
	rig_post(r, 0, cap, 4112, 16);
	rig_at(r, r->in_box[0])[100] ^= 4;
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(rig_delivery(r, 0), PRM_DLV_SIGNAT_ERR);
	/* one bit of a mailbox's control part, the block's own sum made good again */
	rig_post(r, 0, cap, 4112, 16);
	rig_at(r, r->in_box[0])[530] ^= 4;
	rig_at(r, r->in_box[0])[575] ^= 4;
	rig_ring(r, 1);
	rig_polls(r, 4);
	assert_int_equal(rig_delivery(r, 0), PRM_DLV_SIGNAT_ERR);
	free(cap);
	free(out);
	rig_free(r);
}

/* Random entries and mailboxes: whatever they say, the queue goes on. */
static void garbage(void **state)
{
	struct rig *r = rig_new(NULL, true, seed());

	(void)state;
	print_message("seed %llu (LAC_SEED)\n", (unsigned long long)seed());
	rig_up(r);
	for (int i = 0; i < 20000; i++) {
		uint32_t slot = emu_rand_below(&r->w, 32), n = emu_rand_below(&r->w, 6);
		uint8_t in[600] = {0};

		for (uint32_t k = 0; k < sizeof(in); k += 1 + emu_rand_below(&r->w, 20))
			in[k] = (uint8_t)emu_rand(&r->w);
		emu_put_be32(in, (0x100 + emu_rand_below(&r->w, 0x820)) << 16);
		if (in[1] == 0x05 || in[1] == 0x03)
			in[8] = 1; /* not all the time to disable and teardown */
		rig_post(r, slot, in, 8 + emu_rand_below(&r->w, 592),
			8 + emu_rand_below(&r->w, 4200));
		while (n--)
			rig_at(r, RIG_QUEUE + slot * 64)[emu_rand_below(&r->w, 63)] ^=
				(uint8_t)(emu_rand(&r->w) & emu_rand(&r->w));
		rig_ring(r, 1u << slot);
		rig_polls(r, 1 + emu_rand_below(&r->w, 8));
	}
	r->serve = false;
	hca_reset(&r->f);
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	assert_int_equal(rig_op(r, PRM_OP_NOP, 0), PRM_ST_OK);
	assert_int_equal(r->f.stats.objects, 0);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_runs_inside_the_doorbell_write),
		cmocka_unit_test(commands_wait_for_bus_mastering),
		cmocka_unit_test(mailboxes_are_gathered_and_scattered),
		cmocka_unit_test(faults_of_delivery),
		cmocka_unit_test(chain_that_ends_early),
		cmocka_unit_test(doorbells_that_hardware_ignores),
		cmocka_unit_test(nothing_before_the_queue_has_an_address),
		cmocka_unit_test(adversarial_order),
		cmocka_unit_test(the_ownership_byte_comes_last),
		cmocka_unit_test(events_of_commands),
		cmocka_unit_test(slow_and_lost_commands),
		cmocka_unit_test(injected_refusals),
		cmocka_unit_test(signatures),
		cmocka_unit_test(garbage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
