/* SPDX-License-Identifier: BSD-3-Clause */
/* Keys as objects: what a query tells of one that UMRs have changed, and who may be in its way. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

static uint8_t query(struct twin_side *s, uint32_t key, bool list, uint8_t *out, uint32_t *synd)
{
	uint8_t in[PRM_QUERY_MKEY_IN_BYTES] = {0};

	wr16(in, PRM_OP_QUERY_MKEY);
	emu_set(in, PRM_QUERY_MKEY_IN_MKEY_INDEX, key >> 8);
	emu_set(in, PRM_QUERY_MKEY_IN_PG_ACCESS, list);
	return twin_cmd(s, in, sizeof(in), out, PRM_QUERY_MKEY_OUT_BYTES, synd);
}

static uint64_t field(const uint8_t *out, struct prm_field f)
{
	return emu_get(out + PRM_QUERY_MKEY_OUT_MEMORY_KEY_MKEY_ENTRY_OFF, f);
}

static void umr(struct twin *t, struct twin_qp *q, const struct twin_wqe *w)
{
	twin_post(q, w);
	twin_expect(t, &q->scq, 0, 0, -1);
}

static void query_tells_what_umrs_did(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.variant = 0x21,
		.rights = EMU_LR,
		.free = true,
		.umr = true,
		.octw = 8};
	uint32_t key = twin_key_make(s, &k);
	struct twin_umr u = {.key = (key & ~0xffu) | 0x22,
		.octw = 4,
		.flags = EMU_UMR_INLINE,
		.mask = TWIN_FRWR_MASK,
		.start = 0x123456789abc,
		.len = 300,
		.access = 1u << 2 | 1u << 4,
		.rinval = true};
	uint8_t out[PRM_QUERY_MKEY_OUT_BYTES], list[64] = {0};
	struct twin_wqe w;
	struct twin_qp q, r;

	(void)state;
	twin_qp_make(s, &q, 6, 4, 8);
	twin_qp_make(s, &r, 6, 4, 8);
	twin_connect(&q, &r, NULL);
	assert_int_equal(query(s, key, false, out, NULL), 0);
	assert_int_equal(field(out, PRM_MKC_FREE), 1);
	assert_int_equal(field(out, PRM_MKC_UMR_EN), 1);
	assert_int_equal(field(out, PRM_MKC_MKEY_7_0), 0x21);
	assert_int_equal(field(out, PRM_MKC_TRANSLATIONS_OCTWORD_SIZE), 8);
	for (uint32_t i = 0; i < 3; i++)
		twin_klm(list + 16 * i, 100, s->pa_key, s->iova + 4096 * i);
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	umr(t, &q, &w);
	assert_int_equal(query(s, key, true, out, NULL), 0);
	assert_int_equal(field(out, PRM_MKC_FREE), 0);
	assert_int_equal(field(out, PRM_MKC_MKEY_7_0), 0x22);
	assert_int_equal(field(out, PRM_MKC_ACCESS_MODE_1_0), EMU_KEY_KLM);
	assert_int_equal(field(out, PRM_MKC_LR), 1);
	assert_int_equal(field(out, PRM_MKC_LW), 0);
	assert_int_equal(field(out, PRM_MKC_RR), 1);
	assert_int_equal(field(out, PRM_MKC_RW), 0);
	assert_int_equal(field(out, PRM_MKC_EN_RINVAL), 1);
	assert_int_equal(field(out, PRM_MKC_PD), s->pd);
	assert_int_equal(field(out, PRM_MKC_QPN), EMU_ANY_QPN);
	assert_true(field(out, PRM_MKC_START_ADDR) == 0x123456789abc);
	assert_int_equal(field(out, PRM_MKC_LEN), 300);
	/* the first two entries of the list, on demand */
	assert_memory_equal(out + PRM_QUERY_MKEY_OUT_BSF0_KLM0_PAS_MTT0_1_OFF, list, 32);
	twin_local_inv(&w, TWIN_SIG, (key & ~0xffu) | 0x22);
	umr(t, &q, &w);
	assert_int_equal(query(s, key, false, out, NULL), 0);
	assert_int_equal(field(out, PRM_MKC_FREE), 1);
	assert_int_equal(out[PRM_QUERY_MKEY_OUT_BSF0_KLM0_PAS_MTT0_1_OFF + 3], 0);
	twin_free(t);
}

static void others_and_none(void **state)
{
	struct twin *t = twin_new(&opts);
	struct twin_side *s = &t->s[0];
	struct twin_key k = {.mode = EMU_KEY_MTT, .rights = EMU_LR, .octw = 1, .log_page = 12};
	uint8_t out[PRM_QUERY_MKEY_OUT_BYTES], in[16] = {0};
	uint32_t key = twin_key_make(s, &k), synd;

	(void)state;
	assert_int_equal(query(s, key + 0x100, false, out, &synd), PRM_ST_BAD_RES);
	assert_int_equal(synd, EMU_SYND_NO_OBJECT);
	/* the keys that always are are none of a client's */
	assert_int_equal(query(s, EMU_LKEY_RESERVED, false, out, NULL), PRM_ST_BAD_RES);
	assert_int_equal(query(s, EMU_LKEY_DUMP_FILL, false, out, NULL), PRM_ST_BAD_RES);
	wr16(in, PRM_OP_DESTROY_MKEY);
	emu_set(in, PRM_DESTROY_MKEY_IN_MKEY_INDEX, EMU_LKEY_NULL >> 8);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, 16, NULL), PRM_ST_BAD_RES);
	emu_set(in, PRM_DESTROY_MKEY_IN_MKEY_INDEX, key >> 8);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, 16, NULL), 0);
	assert_int_equal(query(s, key, false, out, NULL), PRM_ST_BAD_RES);
	twin_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(query_tells_what_umrs_did),
		cmocka_unit_test(others_and_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
