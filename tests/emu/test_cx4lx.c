/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Command queue entries that Linux gave to a real ConnectX-4 Lx (golden_cx4lx.h), bit for bit and at the
 * addresses they had: this HCA must take them, and answer in the form that the hardware's answers had. What
 * is not in the trace's excerpt (all but the first mailbox, other pages) continues it.
 */
#include "rig.h"

#include "../unit/golden_cx4lx.h"

#define QUEUE 0x7af3d0000ull /* where the trace's kernel said it is */

static uint8_t *entry(struct rig *r)
{
	return rig_at(r, QUEUE);
}

/* A chain as the trace's: blocks 1 KiB apart, downwards when @down, of the entry's token. */
static void chain(struct rig *r, uint64_t at, uint32_t len, bool down, const uint8_t *data)
{
	for (uint32_t i = 0; i * 512 < len; i++) {
		uint8_t *b = rig_at(r, at);
		uint32_t part = len - i * 512 < 512 ? len - i * 512 : 512;

		memset(b, 0, PRM_CMD_PROT_BLOCK_BYTES);
		if (data)
			memcpy(b, data + i * 512ull, part);
		at = down ? at - 1024 : at + 1024;
		if ((i + 1) * 512 < len)
			emu_put_be64(b + 0x230, at);
		emu_put_be32(b + 0x238, i);
		b[0x23d] = entry(r)[0x3c];
	}
}

static void place(struct rig *r, const uint32_t words[16])
{
	unit_bytes(entry(r), words, 16);
	assert_int_equal(emu_xor8(entry(r), 64), 0xff); /* as the kernel signed it */
	assert_int_equal(entry(r)[0x3f], 1);
}

static void run(struct rig *r, uint32_t doorbell)
{
	rig_ring(r, doorbell);
	rig_polls(r, 8);
	assert_int_equal(entry(r)[0x3f], 0); /* software's, delivered */
	assert_int_equal(emu_be32(entry(r) + 0x20) >> 24, PRM_ST_OK);
}

static void inline_command(struct rig *r, const uint32_t words[16])
{
	place(r, words);
	run(r, 1);
}

static struct rig *start(const char *profile)
{
	struct rig *r = rig_new(profile, false, 0);

	rig_write32(r, 0x10, QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)QUEUE);
	return r;
}

static void give_one(struct rig *r, uint32_t n, uint64_t first)
{
	uint8_t *in = calloc(1, 16 + n * 8ull);

	/* MANAGE_PAGES of the trace, its entry and the head of its first mailbox; the list goes on by pages */
	place(r, cx4_manage_pages_entry);
	emu_put_be32(entry(r) + 4, 16 + n * 8);
	emu_put_be32(entry(r) + 0x1c, n);
	for (uint32_t i = 0; i < n; i++)
		emu_put_be64(in + i * 8ull, first + i * (uint64_t)EMU_PAGE);
	chain(r, 0x7ab0e7800, n * 8, true, in);
	free(in);
	/* the page slot is the last, the trace shows its entry alone */
	memcpy(rig_at(r, QUEUE + 31 * 64), entry(r), 64);
	memset(entry(r), 0, 64);
	rig_ring(r, 1u << 31);
	rig_polls(r, 8);
	assert_int_equal(rig_at(r, QUEUE + 31 * 64)[0x3f], 0);
	assert_int_equal(emu_be32(rig_at(r, QUEUE + 31 * 64) + 0x20), 0);
}

static void from_enable_to_the_command_eq(void **state)
{
	struct rig *r = start("vf,boot_pages=6,init_pages=12868");
	uint8_t words[8], in[0x108];
	uint32_t eqn;

	(void)state;
	inline_command(r, cx4_enable_hca_entry);

	place(r, cx4_query_issi_entry);
	chain(r, 0x7ab0fe400, 0x60, false, NULL);
	run(r, 1);
	/* the hardware knew 1 only, this one 0 too */
	assert_int_equal(emu_be32(rig_at(r, 0x7ab0fe400) + 0x5c) & cx4_query_issi_block[23],
		cx4_query_issi_block[23]);

	inline_command(r, cx4_set_issi_entry);
	inline_command(r, cx4_query_pages_entry);
	UNIT_ASSERT_WORDS(entry(r) + 0x20, cx4_query_pages_out);
	give_one(r, 6, 0x7ab100000);

	place(r, cx4_access_reg_entry);
	chain(r, 0x7ab0e8400, 16, false, NULL);
	chain(r, 0x7ab0fe400, 16, false, NULL);
	run(r, 1);

	place(r, cx4_query_hca_cap_entry);
	chain(r, 0x7ab0fe800, 0x1000, false, NULL);
	run(r, 1);
	assert_memory_equal(rig_at(r, 0x7ab0fe800) + 0x10, r->f.hca->caps.cur[0] + 0x10, 0x1f0);

	/* QUERY_PAGES for init: its entry is the boot one's with another op_mod and token */
	place(r, cx4_query_pages_entry);
	entry(r)[0x17] = 2;
	run(r, 1);
	UNIT_ASSERT_WORDS(entry(r) + 0x20, cx4_query_init_pages_out);
	unit_bytes(words, cx4_manage_pages_block, 2);
	give_one(r, 12868, emu_be64(words));
	UNIT_ASSERT_WORDS(rig_at(r, 0x7ab0e7800), cx4_manage_pages_block);
	UNIT_ASSERT_WORDS(rig_at(r, 0x7ab0e7800) + 0x230, cx4_manage_pages_tail);
	assert_int_equal(r->f.stats.pages_held, 12874);

	inline_command(r, cx4_init_hca_entry);
	place(r, cx4_query_adapter_entry);
	chain(r, 0x7ab0e9000, 0x100, false, NULL);
	emu_put_be64(entry(r) + 0x30,
		0x7ab0e9000); /* the trace's place is a page that the device holds here */
	run(r, 1);
	assert_int_equal(emu_be32(rig_at(r, 0x7ab0e9000) + 0x18), cx4_query_adapter_ids[0]);

	inline_command(r, cx4_alloc_uar_entry);
	UNIT_ASSERT_WORDS(entry(r) + 0x20, cx4_alloc_uar_out);

	place(r, cx4_create_eq_entry);
	unit_bytes(in, cx4_create_eq_block, COUNT(cx4_create_eq_block));
	chain(r, 0x7ab0e8800, 0x108, false, in);
	run(r, 1);
	eqn = (uint32_t)emu_get(entry(r) + 0x20, PRM_CREATE_EQ_OUT_EQ_NUMBER);
	assert_int_not_equal(eqn, 0);
	assert_true(eq_takes(&r->f, PRM_EV_CMD));
	assert_int_equal(r->lints, 0);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_enable_to_the_command_eq),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
