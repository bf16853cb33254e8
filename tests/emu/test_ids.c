/* SPDX-License-Identifier: BSD-3-Clause */
/* Fields bit by bit against shifts and masks; object numbers: limits, reuse, references, order of clearing. */
#include "rig.h"

#include <errno.h>

static void bits_against_shifts(void **state)
{
	struct emu_world w = {.rng = 7};

	(void)state;
	for (int i = 0; i < 20000; i++) {
		uint8_t b[24], before[24];
		uint32_t width = 1 + emu_rand_below(&w, 64), bit = emu_rand_below(&w, 128);
		uint64_t v = emu_rand(&w), mask = width == 64 ? ~0ull : (1ull << width) - 1;
		unsigned __int128 wide = 0;

		for (size_t k = 0; k < sizeof(b); k++)
			b[k] = before[k] = (uint8_t)emu_rand(&w);
		emu_set(b, PRM_FIELD(bit, width), v);
		assert_true(emu_get(b, PRM_FIELD(bit, width)) == (v & mask));
		/* 16 bytes from the field's first byte on, by another way */
		for (uint32_t k = 0; k < 9 && bit / 8 + k < sizeof(b); k++)
			wide = wide << 8 | b[bit / 8 + k];
		wide >>= 72 - bit % 8 - width;
		assert_true(((uint64_t)wide & mask) == (v & mask));
		emu_set(b, PRM_FIELD(bit, width), emu_get(before, PRM_FIELD(bit, width)));
		assert_memory_equal(b, before, sizeof(b));
	}
}

static void bits_by_hand(void **state)
{
	uint8_t b[8] = {0};
	static const uint8_t want[8] = {0x00, 0x01, 0x80, 0, 0, 0, 0, 0x05};

	(void)state;
	emu_set(b, PRM_FIELD(15, 2), 3);
	emu_set(b, PRM_FIELD(61, 3), 0xfd); /* what does not fit is dropped */
	assert_memory_equal(b, want, sizeof(b));
	assert_int_equal(emu_get(b, PRM_FIELD(8, 16)), 0x0180);
	assert_int_equal(emu_be32(b), 0x00018000);
	assert_true(emu_be64(b) == 0x0001800000000005ull);
	assert_int_equal(emu_xor8(b, 8), 0x01 ^ 0x80 ^ 0x05);
}

static int freed[8], nfreed;

static void note(struct emu_fn *f, void *obj)
{
	(void)f;
	freed[nfreed++] = *(int *)obj;
}

static void numbers_are_not_reused_at_once(void **state)
{
	struct rig *r = rig_new("small", false, 0); /* 64 CQs */
	uint32_t first, id;
	int obj = 0;

	(void)state;
	assert_int_equal(emu_id_new(&r->f, EMU_CQ, &obj, NULL, &first), 0);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, first), 0);
	for (int i = 0; i < 64; i++) {
		assert_int_equal(emu_id_new(&r->f, EMU_CQ, &obj, NULL, &id), 0);
		assert_int_not_equal(id, first);
		assert_int_equal(emu_id_del(&r->f, EMU_CQ, id), 0);
		assert_null(emu_id_get(&r->f, EMU_CQ, id));
	}
	/* for ever new numbers would be a leak */
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(emu_id_new(&r->f, EMU_CQ, &obj, NULL, &id), 0);
		assert_true(id < first + 200);
		assert_int_equal(emu_id_del(&r->f, EMU_CQ, id), 0);
	}
	assert_int_equal(r->f.stats.objects, 0);
	rig_free(r);
}

static void limits_references_and_walks(void **state)
{
	struct rig *r = rig_new("small", false, 0);
	uint32_t id[64], more, n;
	int obj = 0;

	(void)state;
	for (n = 0; n < 64; n++)
		assert_int_equal(emu_id_new(&r->f, EMU_CQ, &obj, NULL, &id[n]), 0);
	assert_int_equal(emu_id_new(&r->f, EMU_CQ, &obj, NULL, &more), -ENOSPC);
	emu_id_ref(&r->f, EMU_CQ, id[5]);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, id[5]), -EBUSY);
	emu_id_unref(&r->f, EMU_CQ, id[5]);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, id[5]), 0);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, id[5]), -ENOENT);
	assert_int_equal(emu_id_next(&r->f, EMU_CQ, id[5]), id[6]);
	assert_int_equal(emu_id_next(&r->f, EMU_CQ, 0), id[0]);
	assert_int_equal(emu_id_next(&r->f, EMU_CQ, id[63] + 1), UINT32_MAX);
	assert_int_equal(emu_id_count(&r->f, EMU_CQ), 63);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, 0), -ENOENT);
	assert_int_equal(emu_id_del(&r->f, EMU_CQ, UINT32_MAX), -ENOENT);
	emu_id_unref(&r->f, EMU_CQ, UINT32_MAX); /* nobody there: nothing happens */
	rig_free(r);
}

static void a_reset_clears_referrers_first(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	int pd = 1, cq = 2, mkey = 3, qp = 4;
	uint32_t id;

	(void)state;
	nfreed = 0;
	emu_id_new(&r->f, EMU_PD, &pd, note, &id);
	emu_id_ref(&r->f, EMU_PD, id);
	emu_id_new(&r->f, EMU_CQ, &cq, note, &id);
	emu_id_new(&r->f, EMU_MKEY, &mkey, note, &id);
	emu_id_new(&r->f, EMU_QP, &qp, note, &id);
	hca_reset(&r->f);
	assert_int_equal(nfreed, 4);
	assert_int_equal(freed[0], qp);
	assert_int_equal(freed[1], mkey);
	assert_int_equal(freed[2], cq);
	assert_int_equal(freed[3], pd);
	assert_int_equal(r->f.stats.objects, 0);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bits_against_shifts),
		cmocka_unit_test(bits_by_hand),
		cmocka_unit_test(numbers_are_not_reused_at_once),
		cmocka_unit_test(limits_references_and_walks),
		cmocka_unit_test(a_reset_clears_referrers_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
