/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The generated accessors against bytes worked out by hand from the manual's coordinates: one field of each
 * width and position, then whole contexts. Nothing here is computed from the specs.
 */
#include "unit.h"

#include "prm/gen/prm.h"
#include "prm/gen/prm_desc.h"

static void narrow_fields(void **state)
{
	(void)state;
	struct prm_mkc m = {0};
	static const uint32_t free_bit[] = {0x40000000};
	static const uint32_t mode[] = {0x40000200};
	static const uint32_t mode_high[] = {0x54000200};

	prm_mkc_set_free(&m, 1);
	UNIT_ASSERT_WORDS(m.b, free_bit);
	prm_mkc_set_access_mode_1_0(&m, PRM_ACCESS_KLMS);
	UNIT_ASSERT_WORDS(m.b, mode);
	prm_mkc_set_access_mode_4_2(&m, 5);
	UNIT_ASSERT_WORDS(m.b, mode_high);
	assert_int_equal(prm_mkc_free(&m), 1);
	assert_int_equal(prm_mkc_access_mode_1_0(&m), 2);
	assert_int_equal(prm_mkc_access_mode_4_2(&m), 5);
	assert_int_equal(prm_mkc_umr_en(&m), 0);
}

static void setter_leaves_neighbours(void **state)
{
	(void)state;
	struct prm_mkc m;
	static const uint32_t want[] = {0xffffffff, 0x123456ff, 0xffffffff};

	memset(&m, 0xff, sizeof(m));
	prm_mkc_set_qpn(&m, 0x123456);
	UNIT_ASSERT_WORDS(m.b, want);
	assert_int_equal(prm_mkc_qpn(&m), 0x123456);
	assert_int_equal(prm_mkc_mkey_7_0(&m), 0xff);
}

static void whole_dword(void **state)
{
	(void)state;
	struct prm_mkc m = {0};
	static const uint32_t want[] = {0, 0xdeadbeef, 0};

	prm_mkc_set_translations_octword_size(&m, 0xdeadbeef);
	UNIT_ASSERT_WORDS(m.b + 0x30, want);
	assert_int_equal(prm_mkc_translations_octword_size(&m), 0xdeadbeef);
}

static void quadword(void **state)
{
	(void)state;
	struct prm_mkc m = {0};
	static const uint32_t want[] = {0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210, 0};

	prm_mkc_set_start_addr(&m, UINT64_C(0x0123456789abcdef));
	prm_mkc_set_len(&m, UINT64_C(0xfedcba9876543210));
	UNIT_ASSERT_WORDS(m.b + 0x10, want);
	assert_true(prm_mkc_start_addr(&m) == UINT64_C(0x0123456789abcdef));
	assert_true(prm_mkc_len(&m) == UINT64_C(0xfedcba9876543210));
}

static void byte_string(void **state)
{
	(void)state;
	struct prm_ads a = {0};
	static const uint8_t gid[16] = {0xfe, 0x80, [15] = 1};

	memcpy(prm_ads_rgid_rip(&a), gid, sizeof(gid));
	assert_memory_equal(a.b + 0x10, gid, 16);
	assert_ptr_equal(prm_ads_rgid_rip_const(&a), a.b + 0x10);
}

static void arrays(void **state)
{
	(void)state;
	uint8_t room[16 + 3 * 8] = {0};
	struct prm_manage_pages_in *in = (struct prm_manage_pages_in *)room;
	static const uint32_t want[] = {
		0x01080000, 0x00000001, 0, 2, 0x00000007, 0xab122000, 0x00000007, 0xab123000, 0, 0};

	prm_manage_pages_in_set_opcode(in, PRM_OP_MANAGE_PAGES);
	prm_manage_pages_in_set_op_mod(in, PRM_PAGES_GIVE);
	prm_manage_pages_in_set_input_num_entries(in, 2);
	prm_manage_pages_in_set_pas(in, 0, UINT64_C(0x7ab122000));
	prm_manage_pages_in_set_pas(in, 1, UINT64_C(0x7ab123000));
	UNIT_ASSERT_WORDS(room, want);
	assert_true(prm_manage_pages_in_pas(in, 1) == UINT64_C(0x7ab123000));

	struct prm_create_eq_in eq = {0};
	static const uint32_t mask[] = {0, 0x400, 0, 0, 0, 0, 0x80000000, 1};

	prm_create_eq_in_set_event_bitmask(&eq, 0, 1u << PRM_EV_CMD);
	prm_create_eq_in_set_event_bitmask(&eq, 3, UINT64_C(0x8000000000000001));
	UNIT_ASSERT_WORDS(eq.b + 0x58, mask);
}

static void nested(void **state)
{
	(void)state;
	struct prm_create_qp_in in = {0};
	struct prm_qpc *qpc = prm_create_qp_in_qpc(&in);
	struct prm_ads *path = prm_qpc_primary_address_path(qpc);

	assert_ptr_equal(qpc, in.b + 0x18);
	assert_ptr_equal(path, in.b + 0x30);
	assert_ptr_equal(prm_qpc_secondary_address_path_const(qpc), in.b + 0x5c);
	prm_ads_set_rlid(path, 0xbeef);
	assert_int_equal(in.b[0x36], 0xbe);
	assert_int_equal(in.b[0x37], 0xef);
}

/* a variable that is too wide keeps to its own field; where PRM_STRICT is defined it traps instead */
static void too_wide_is_masked(void **state)
{
	(void)state;
#ifndef PRM_STRICT
	struct prm_mkc m = {0};
	volatile uint32_t wide = 0x1ffffff;

	prm_mkc_set_pd(&m, wide);
	static const uint32_t want[] = {0x00ffffff};
	UNIT_ASSERT_WORDS(m.b + 0xc, want);
#endif
}

/* CREATE_MKEY of an indirect key: 52 KLMs, free, UMR allowed, all rights, key byte 0x42, PD 0x10 */
static void create_mkey_image(void **state)
{
	(void)state;
	struct prm_create_mkey_in in = {0};
	struct prm_mkc *m = prm_create_mkey_in_memory_key_mkey_entry(&in);
	static const uint32_t want[] = {
		0x02000000, 0x00000000, 0x00000000, 0x00000000, /* command */
		0x4000fe00, 0xffffff42, 0x00000000, 0x00000010, /* mkc 0x00 */
		0x00000000, 0x00000000, 0x00000000, 0x00000000, /* 0x10 */
		0x00000000, 0x00000000, 0x00000000, 0x00000000, /* 0x20 */
		0x00000000, 0x00000034, 0x00000000, 0x00000000, /* 0x30 */
	};

	prm_create_mkey_in_set_opcode(&in, PRM_OP_CREATE_MKEY);
	prm_mkc_set_free(m, 1);
	prm_mkc_set_umr_en(m, 1);
	prm_mkc_set_a(m, 1);
	prm_mkc_set_rw(m, 1);
	prm_mkc_set_rr(m, 1);
	prm_mkc_set_lw(m, 1);
	prm_mkc_set_lr(m, 1);
	prm_mkc_set_access_mode_1_0(m, PRM_ACCESS_KLMS);
	prm_mkc_set_qpn(m, 0xffffff);
	prm_mkc_set_mkey_7_0(m, 0x42);
	prm_mkc_set_pd(m, 0x10);
	prm_mkc_set_translations_octword_size(m, 52);
	UNIT_ASSERT_WORDS(in.b, want);
}

/* INIT2RTR of an RC QP: MTU 4096, remote QP 0x1234, 16 reads, atomics, path to LID 7 through port 1 */
static void qpc_image(void **state)
{
	(void)state;
	struct prm_qpc q = {0};
	struct prm_ads *a = prm_qpc_primary_address_path(&q);
	static const uint32_t head[] = {
		0x00001800, 0x00000010, 0xbe000000,
		0x00000010,                         /* st RC, pm 3; pd; mtu 5, msg 30; uar */
		0x00000000, 0x00001234,             /* user_index; remote_qpn */
		0x00000000, 0x00000007,             /* ads 0x00: pkey index; rlid */
		0x70000000, 0x00000000, 0, 0, 0, 0, /* ads 0x08: ack_timeout 14, stat_rate, hops */
		0x00000000, 0x02010000,             /* ads 0x20; sl 2, port 1 */
	};
	static const uint32_t tail[] = {
		0x00e00000 | 0x00070000 | 0x0000e000, 0, /* 0x70: sra 7, retry 7, rnr 7 */
		0x00abcdef, 0x00000020,                  /* next_send_psn; cqn_snd */
		0, 0, 0, 0, 0x0081e000,
		0x0c123456,             /* 0x90: rra 4, atomic 1, rights; rnr nak 12, psn */
		0x00000000, 0x00000021, /* xrcd; cqn_rcv */
		0x00007f12, 0x34567880, /* dbr_addr */
	};

	prm_qpc_set_st(&q, PRM_QPST_RC);
	prm_qpc_set_pm_state(&q, PRM_PM_MIGRATED);
	prm_qpc_set_pd(&q, 0x10);
	prm_qpc_set_mtu(&q, 5);
	prm_qpc_set_log_msg_max(&q, 30);
	prm_qpc_set_uar_page(&q, 0x10);
	prm_qpc_set_remote_qpn(&q, 0x1234);
	prm_ads_set_rlid(a, 7);
	prm_ads_set_ack_timeout(a, 14);
	prm_ads_set_sl(a, 2);
	prm_ads_set_vhca_port_num(a, 1);
	prm_qpc_set_log_sra_max(&q, 7);
	prm_qpc_set_retry_count(&q, 7);
	prm_qpc_set_rnr_retry(&q, 7);
	prm_qpc_set_next_send_psn(&q, 0xabcdef);
	prm_qpc_set_cqn_snd(&q, 0x20);
	prm_qpc_set_log_rra_max(&q, 4);
	prm_qpc_set_atomic_mode(&q, 1);
	prm_qpc_set_rre(&q, 1);
	prm_qpc_set_rwe(&q, 1);
	prm_qpc_set_rae(&q, 1);
	prm_qpc_set_min_rnr_nak(&q, 12);
	prm_qpc_set_next_rcv_psn(&q, 0x123456);
	prm_qpc_set_cqn_rcv(&q, 0x21);
	prm_qpc_set_dbr_addr(&q, UINT64_C(0x7f1234567880));
	UNIT_ASSERT_WORDS(q.b, head);
	UNIT_ASSERT_WORDS(q.b + 0x70, tail);
}

static void names(void **state)
{
	(void)state;
	assert_string_equal(lac_prm_op_name(0x200), "CREATE_MKEY");
	assert_string_equal(lac_prm_op_name(0x507), "2ERR_QP");
	assert_string_equal(lac_prm_op_name(0xffff), "UNKNOWN");
	assert_string_equal(lac_prm_st_name(0x00), "OK");
	assert_string_equal(lac_prm_st_name(0x0a), "IX_ERR");
	assert_string_equal(lac_prm_st_name(0x51), "BAD_OUTP_LEN");
	assert_string_equal(lac_prm_dlv_name(0x10), "CMD_DESCR");
	assert_string_equal(lac_prm_synd_name(0x05), "WR_FLUSH");
	assert_string_equal(lac_prm_synd_name(0x13), "REM_ACCESS");
	assert_string_equal(lac_prm_synd_name(0x00), "UNKNOWN");
	assert_string_equal(lac_prm_cqe_name(0xd), "REQ_ERR");
	assert_string_equal(lac_prm_ev_name(0x0b), "PAGE_REQUEST");
	assert_string_equal(lac_prm_wqe_name(0x25), "UMR");
	assert_string_equal(lac_prm_health_name(0x10), "HIGH_TEMP");
	assert_string_equal(lac_prm_qps_name(6), "ERR");
	assert_true(PRM_MKMASK_FREE == UINT64_C(1) << 29);
	assert_true(PRM_MKMASK_RELAXED_ORDERING_READ == UINT64_C(1) << 47);
}

static void commands_have_layouts(void **state)
{
	(void)state;
	static const uint16_t sent[] = {0x100, 0x101, 0x102, 0x103, 0x104, 0x105, 0x107, 0x108,
		0x109, 0x10a, 0x10b, 0x200, 0x202, 0x203, 0x301, 0x302, 0x400, 0x401, 0x500, 0x501,
		0x502, 0x503, 0x504, 0x505, 0x506, 0x507, 0x50a, 0x50b, 0x50c, 0x50d, 0x50e, 0x762,
		0x763, 0x764, 0x765, 0x800, 0x801, 0x802, 0x803, 0x805, 0x80e, 0x80f, 0x816, 0x817};

	for (size_t i = 0; i < COUNT(sent); i++) {
		const struct prm_cmd_desc *c = lac_prm_cmds;

		while (c->name && c->opcode != sent[i])
			c++;
		assert_non_null(c->name);
		assert_string_equal(c->in->fields[0].name, "opcode");
		assert_string_equal(c->out->fields[0].name, "status");
		assert_string_equal(c->name, lac_prm_op_name(sent[i]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(narrow_fields),
		cmocka_unit_test(setter_leaves_neighbours),
		cmocka_unit_test(whole_dword),
		cmocka_unit_test(quadword),
		cmocka_unit_test(byte_string),
		cmocka_unit_test(arrays),
		cmocka_unit_test(nested),
		cmocka_unit_test(too_wide_is_masked),
		cmocka_unit_test(create_mkey_image),
		cmocka_unit_test(qpc_image),
		cmocka_unit_test(names),
		cmocka_unit_test(commands_have_layouts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
