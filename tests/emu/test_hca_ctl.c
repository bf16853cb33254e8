/* SPDX-License-Identifier: BSD-3-Clause */
/* The control socket's orders to the HCA, as words in and an answer out, and what they do. */
#include "rig.h"

#include <stdio.h>

/* The answer to @line; valid until the next one. */
static const char *say(struct rig *r, const char *line)
{
	static char answer[1024];
	char copy[256], *argv[17], *save;
	int argc = 0;
	FILE *out = fmemopen(answer, sizeof(answer), "w");

	assert_non_null(out);
	memset(answer, 0, sizeof(answer));
	snprintf(copy, sizeof(copy), "%s", line);
	for (char *p = strtok_r(copy, " ", &save); p; p = strtok_r(NULL, " ", &save))
		argv[argc++] = p;
	argv[argc] = NULL;
	for (const struct emu_ctl_cmd *c = emu_ctl_hca; c->name; c++)
		if (!strcmp(c->name, argv[0]))
			c->fn(&r->w, argc, argv, out);
	fclose(out);
	return answer;
}

static void bad_words(void **state)
{
	static const char *const bad[] = {"health", "health 1 1", "health 0", "health 0 256",
		"health 0 x", "restart", "restart 1", "stall", "pages 0", "pages 0 5", "pages 0 +0",
		"pages 0 +x", "pages 0 -1000001", "port 0", "port 0 sideways", "event 0",
		"event 0 256", "event 0 9 x", "event 0 9 1 256",
		"event 0 9 1 1 1 1 1 1 1 1 1 1 1 1 1", "slowcmd 0", "slowcmd 0 NOSUCH 5",
		"slowcmd 0 NOP", "slowcmd 0 NOP soon", "slowcmd 0 NOP 5 0", "failcmd 0 NOP",
		"failcmd 0 NOP 0", "failcmd 0 NOP WELL", "failcmd 0 NOP LIM_ERR x", "failcmd 0 0 1",
		"failcmd 0 UNKNOWN 1", "delivery 0 NOP", "delivery 0 NOP 128", "ledger",
		"ledger 7"};
	struct rig *r = rig_new(NULL, false, 0);

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (strncmp(say(r, bad[i]), "error: ", 7) != 0)
			fail_msg("'%s' was answered: %s", bad[i], say(r, bad[i]));
	assert_null(r->f.hca->inject);
	rig_free(r);
}

static void every_order_has_its_help(void **state)
{
	(void)state;
	for (const struct emu_ctl_cmd *c = emu_ctl_hca; c->name; c++)
		assert_int_equal(strncmp(c->help, c->name, strlen(c->name)), 0);
}

static void health_and_counter(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint32_t was;

	(void)state;
	assert_string_equal(say(r, "health 0 8"), "ok");
	assert_int_equal(rig_read32(r, 0x238) >> 31, 1);
	assert_int_equal(rig_read32(r, 0x23c) >> 16 & 0xff, 8);
	assert_string_equal(say(r, "health 0 0"), "ok");
	assert_int_equal(rig_read32(r, 0x238) | rig_read32(r, 0x23c), 0);
	assert_string_equal(say(r, "stall 0"), "ok");
	was = rig_read32(r, 0x1010);
	assert_true(r->f.hca->health.stalled);
	assert_int_equal(rig_read32(r, 0x1010), was);
	assert_string_equal(say(r, "stall 0 off"), "ok");
	assert_false(r->f.hca->health.stalled);
	rig_free(r);
}

static void restart(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);

	(void)state;
	rig_up(r);
	assert_string_equal(say(r, "health 0 1"), "ok");
	assert_string_equal(say(r, "restart 0"), "ok");
	assert_int_equal(rig_read32(r, 0x238) | rig_read32(r, 0x23c), 0);
	assert_int_equal(rig_read32(r, 0x14) >> 8 & 7, PRM_NIC_DISABLED);
	assert_non_null(strstr(say(r, "ledger 0"), "\"state\": \"reset\""));
	assert_non_null(strstr(say(r, "ledger 0"), "\"pages_held\": 0"));
	/* a driver opens it again with the address of its command queue */
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	assert_int_equal(rig_read32(r, 0x14) >> 8 & 7, PRM_NIC_FULL);
	rig_up(r);
	assert_int_equal(r->lints, 0);
	rig_free(r);
}

static void faults_to_come(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0}, out[16];
	uint32_t synd;

	(void)state;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_NOP);
	assert_string_equal(say(r, "failcmd 0 nop lim_err 0x77 2"), "ok");
	assert_string_equal(say(r, "failcmd 0 0x80d 5"), "ok");
	hca_reset(&r->f); /* what was ordered outlives a reset */
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_INJECTED);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_LIM_ERR);
	assert_int_equal(synd, 0x77);
	assert_string_equal(say(r, "delivery 0 NOP 2"), "ok");
	assert_int_equal(rig_exec(r, in, 16, out, 16), PRM_DLV_TOK_ERR);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, &synd), PRM_ST_OK);
	assert_string_equal(say(r, "slowcmd 0 NOP never"), "ok");
	assert_int_equal(rig_exec(r, in, 16, out, 16), RIG_LOST);
	rig_free(r);
}

static void events_pages_and_port(void **state)
{
	struct rig *r = rig_new("nopages", false, 0);
	uint32_t eqn;
	const uint8_t *e;

	(void)state;
	assert_int_equal(strncmp(say(r, "pages 0 +5"), "error: ", 7), 0);
	assert_int_equal(strncmp(say(r, "event 0 9"), "error: ", 7), 0);
	rig_up(r);
	assert_int_equal(rig_create_eq(r, 4, 1 << 9, 0, &eqn), PRM_ST_OK);
	assert_string_equal(say(r, "event 0 9 6 1 2 0x30"), "ok");
	assert_string_equal(say(r, "port 0 down"), "ok");
	assert_string_equal(say(r, "pages 0 +5"), "ok");
	rig_polls(r, 4);
	e = rig_eqe(r, eqn);
	assert_int_equal(e[3], 6);
	assert_int_equal(emu_be32(e + 0x20), 0x01023000);
	e = rig_eqe(r, eqn);
	assert_int_equal(e[3], PRM_PORT_DOWN);
	assert_false(emu_port_active(&r->f));
	assert_int_equal(rig_serve_pages(r), 5);
	assert_non_null(strstr(say(r, "ledger 0"), "\"state\": \"init\""));
	assert_non_null(strstr(say(r, "ledger 0"), "\"eq\": 3"));
	assert_non_null(strstr(say(r, "ledger 0"), "\"pages_held\": 5"));
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_words),
		cmocka_unit_test(every_order_has_its_help),
		cmocka_unit_test(health_and_counter),
		cmocka_unit_test(restart),
		cmocka_unit_test(faults_to_come),
		cmocka_unit_test(events_pages_and_port),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
