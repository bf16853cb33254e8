/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Layouts against a trace of real hardware: commands are built with the accessors and must equal what Linux
 * sent, answers are read with them and must tell what the device is known to be.
 */
#include "unit.h"

#include "golden_cx4lx.h"
#include "golden_wqe.h"
#include "prm/gen/prm.h"

/* entry of a command whose input and output fit in it, as the trace's kernel made them */
static void build_entry(struct prm_cmd_layout *e, const void *in, uint32_t inlen, uint64_t in_ptr,
	uint32_t outlen, uint64_t out_ptr, uint8_t token)
{
	uint8_t sum = 0;

	memset(e, 0, sizeof(*e));
	prm_cmd_layout_set_type(e, 7);
	prm_cmd_layout_set_inlen(e, inlen);
	prm_cmd_layout_set_in_ptr(e, in_ptr);
	memcpy(prm_cmd_layout_in(e), in, 16);
	prm_cmd_layout_set_out_ptr(e, out_ptr);
	prm_cmd_layout_set_outlen(e, outlen);
	prm_cmd_layout_set_token(e, token);
	prm_cmd_layout_set_own(e, 1);
	for (size_t i = 0; i < sizeof(e->b); i++)
		sum ^= e->b[i];
	prm_cmd_layout_set_sig(e, (uint8_t)~sum);
}

static void entries(void **state)
{
	(void)state;
	struct prm_cmd_layout e;
	struct prm_enable_hca_in enable = {0};
	struct prm_query_issi_in query_issi = {0};
	struct prm_set_issi_in set_issi = {0};
	struct prm_query_pages_in query_pages = {0};
	struct prm_manage_pages_in manage = {0};
	struct prm_access_register_in reg = {0};
	struct prm_query_hca_cap_in caps = {0};
	struct prm_init_hca_in init = {0};
	struct prm_query_adapter_in adapter = {0};
	struct prm_alloc_uar_in uar = {0};

	prm_enable_hca_in_set_opcode(&enable, PRM_OP_ENABLE_HCA);
	build_entry(&e, &enable, 16, 0, 16, 0, 1);
	UNIT_ASSERT_WORDS(e.b, cx4_enable_hca_entry);

	prm_query_issi_in_set_opcode(&query_issi, PRM_OP_QUERY_ISSI);
	build_entry(&e, &query_issi, 16, 0, sizeof(struct prm_query_issi_out), 0x7ab0fe400, 2);
	UNIT_ASSERT_WORDS(e.b, cx4_query_issi_entry);

	prm_set_issi_in_set_opcode(&set_issi, PRM_OP_SET_ISSI);
	prm_set_issi_in_set_current_issi(&set_issi, 1);
	build_entry(&e, &set_issi, 16, 0, 16, 0, 3);
	UNIT_ASSERT_WORDS(e.b, cx4_set_issi_entry);

	prm_query_pages_in_set_opcode(&query_pages, PRM_OP_QUERY_PAGES);
	prm_query_pages_in_set_op_mod(&query_pages, PRM_BOOT_BOOT_PAGES);
	build_entry(&e, &query_pages, 16, 0, 16, 0, 4);
	UNIT_ASSERT_WORDS(e.b, cx4_query_pages_entry);

	prm_manage_pages_in_set_opcode(&manage, PRM_OP_MANAGE_PAGES);
	prm_manage_pages_in_set_op_mod(&manage, PRM_PAGES_GIVE);
	prm_manage_pages_in_set_input_num_entries(&manage, 0x3244);
	build_entry(&e, &manage, 16 + 0x3244 * 8, 0x7ab0e7800, 16, 0, 0xb);
	UNIT_ASSERT_WORDS(e.b, cx4_manage_pages_entry);

	prm_access_register_in_set_opcode(&reg, PRM_OP_ACCESS_REG);
	prm_access_register_in_set_register_id(&reg, PRM_REG_HOST_ENDIANNESS);
	build_entry(&e, &reg, 16 + sizeof(struct prm_host_endianness_reg), 0x7ab0e8400, 32,
		0x7ab0fe400, 6);
	UNIT_ASSERT_WORDS(e.b, cx4_access_reg_entry);

	prm_query_hca_cap_in_set_opcode(&caps, PRM_OP_QUERY_HCA_CAP);
	prm_query_hca_cap_in_set_op_mod(&caps, PRM_CAP_GENERAL << 1 | 1);
	build_entry(&e, &caps, 16, 0, sizeof(struct prm_query_hca_cap_out), 0x7ab0fe800, 8);
	UNIT_ASSERT_WORDS(e.b, cx4_query_hca_cap_entry);

	prm_init_hca_in_set_opcode(&init, PRM_OP_INIT_HCA);
	build_entry(&e, &init, 16, 0, 16, 0, 0xc);
	UNIT_ASSERT_WORDS(e.b, cx4_init_hca_entry);

	prm_query_adapter_in_set_opcode(&adapter, PRM_OP_QUERY_ADAPTER);
	build_entry(&e, &adapter, 16, 0, sizeof(struct prm_query_adapter_out), 0x7ab121000, 0x17);
	UNIT_ASSERT_WORDS(e.b, cx4_query_adapter_entry);

	prm_alloc_uar_in_set_opcode(&uar, PRM_OP_ALLOC_UAR);
	build_entry(&e, &uar, 16, 0, 16, 0, 0x18);
	UNIT_ASSERT_WORDS(e.b, cx4_alloc_uar_entry);
}

/* the signature makes all bytes of an entry, with the owner bit set, XOR to 0xff: the device's own rule */
static void signature_rule(void **state)
{
	(void)state;
	static const uint32_t *const all[] = {cx4_enable_hca_entry, cx4_query_issi_entry,
		cx4_set_issi_entry, cx4_query_pages_entry, cx4_manage_pages_entry,
		cx4_access_reg_entry, cx4_query_hca_cap_entry, cx4_init_hca_entry,
		cx4_query_adapter_entry, cx4_alloc_uar_entry, cx4_create_eq_entry};

	for (size_t i = 0; i < COUNT(all); i++) {
		uint8_t b[64], sum = 0;

		unit_bytes(b, all[i], 16);
		for (size_t j = 0; j < sizeof(b); j++)
			sum ^= b[j];
		assert_int_equal(sum, 0xff);
	}
}

static void mailboxes(void **state)
{
	(void)state;
	struct prm_cmd_prot_block block = {0};

	assert_int_equal(sizeof(block), 576);
	unit_bytes(prm_cmd_prot_block_data(&block), cx4_manage_pages_block,
		COUNT(cx4_manage_pages_block));
	unit_bytes(block.b + 0x230, cx4_manage_pages_tail, 4);
	assert_true(prm_cmd_prot_block_next(&block) == UINT64_C(0x7ab0e7400));
	assert_int_equal(prm_cmd_prot_block_block_num(&block), 0);
	assert_int_equal(prm_cmd_prot_block_token(&block), 0xb);

	unit_bytes(block.b + 0x230, cx4_query_issi_tail, 4);
	assert_true(prm_cmd_prot_block_next(&block) == 0);
	assert_int_equal(prm_cmd_prot_block_token(&block), 2);
}

static void answers(void **state)
{
	(void)state;
	struct prm_query_issi_out issi = {0};
	struct prm_query_pages_out pages = {0};
	struct prm_query_adapter_out adapter = {0};
	struct prm_alloc_uar_out uar = {0};
	struct prm_create_eq_out eq = {0};
	const struct prm_query_adapter_param_block *board;

	unit_bytes(issi.b + 16, cx4_query_issi_block, COUNT(cx4_query_issi_block));
	assert_int_equal(prm_query_issi_out_supported_issi_dw0(&issi), 2);

	unit_bytes(&pages, cx4_query_pages_out, 4);
	assert_int_equal(prm_query_pages_out_num_pages(&pages), 6);
	unit_bytes(&pages, cx4_query_init_pages_out, 4);
	assert_int_equal(prm_query_pages_out_num_pages(&pages), 12868);

	unit_bytes(adapter.b + 0x28, cx4_query_adapter_ids, 2);
	unit_bytes(adapter.b + 0x100, cx4_query_adapter_psid, 4);
	board = prm_query_adapter_out_query_adapter_struct_const(&adapter);
	assert_int_equal(prm_query_adapter_param_block_ieee_vendor_id(board), 0x2c9);
	assert_int_equal(prm_query_adapter_param_block_vsd_vendor_id(board), 0x15b3);
	assert_string_equal((const char *)prm_query_adapter_param_block_vsd_contd_psid_const(board),
		"MT_2430110027");

	unit_bytes(&uar, cx4_alloc_uar_out, 4);
	assert_int_equal(prm_alloc_uar_out_status(&uar), PRM_ST_OK);
	assert_int_equal(prm_alloc_uar_out_uar(&uar), 0x10);

	unit_bytes(&eq, cx4_create_eq_out, 4);
	assert_int_equal(prm_create_eq_out_eq_number(&eq), 0x10);
}

static void create_eq(void **state)
{
	(void)state;
	union {
		struct prm_create_eq_in in;
		uint8_t b[sizeof(struct prm_create_eq_in) + 8];
	} u = {0};
	struct prm_eqc *eqc = prm_create_eq_in_eq_context_entry(&u.in);
	struct prm_cmd_layout e;

	prm_create_eq_in_set_opcode(&u.in, PRM_OP_CREATE_EQ);
	prm_eqc_set_log_eq_size(eqc, 8);
	prm_eqc_set_uar_page(eqc, 0x10);
	prm_eqc_set_intr(eqc, 1);
	prm_eqc_set_log_page_size(eqc, 2);
	prm_create_eq_in_set_event_bitmask(&u.in, 0, 1u << PRM_EV_CMD);
	prm_create_eq_in_set_pas(&u.in, 0, UINT64_C(0x7ac80c000));
	UNIT_ASSERT_WORDS(u.b + 16, cx4_create_eq_block);
	build_entry(&e, &u.in, sizeof(u.b), 0x7ab0e8800, 16, 0, 0x1c);
	UNIT_ASSERT_WORDS(e.b, cx4_create_eq_entry);
}

static void capabilities(void **state)
{
	(void)state;
	struct prm_cmd_hca_cap c;

	unit_bytes(&c, cx4_hca_cap, COUNT(cx4_hca_cap));
	assert_int_equal(sizeof(c), sizeof(cx4_hca_cap));
	assert_int_equal(prm_cmd_hca_cap_log_max_qp_sz(&c), 15);
	assert_int_equal(prm_cmd_hca_cap_log_max_qp(&c), 14);
	assert_int_equal(prm_cmd_hca_cap_log_max_cq_sz(&c), 22);
	assert_int_equal(prm_cmd_hca_cap_log_max_cq(&c), 24);
	assert_int_equal(prm_cmd_hca_cap_log_max_eq_sz(&c), 22);
	assert_int_equal(prm_cmd_hca_cap_log_max_mkey(&c), 24);
	assert_int_equal(prm_cmd_hca_cap_log_max_eq(&c), 8);
	assert_int_equal(prm_cmd_hca_cap_max_indirection(&c), 4);
	assert_int_equal(prm_cmd_hca_cap_fixed_buffer_size(&c), 0);
	assert_int_equal(prm_cmd_hca_cap_log_max_mrw_sz(&c), 64);
	assert_int_equal(prm_cmd_hca_cap_log_max_bsf_list_size(&c), 16);
	assert_int_equal(prm_cmd_hca_cap_log_max_klm_list_size(&c), 16);
	assert_int_equal(prm_cmd_hca_cap_log_max_ra_req_qp(&c), 4);
	assert_int_equal(prm_cmd_hca_cap_log_max_ra_res_qp(&c), 4);
	assert_int_equal(prm_cmd_hca_cap_vport_group_manager(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_ib_virt(&c), 0);
	assert_int_equal(prm_cmd_hca_cap_local_ca_ack_delay(&c), 16);
	assert_int_equal(prm_cmd_hca_cap_port_type(&c), PRM_LINK_ETH);
	assert_int_equal(prm_cmd_hca_cap_num_ports(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_log_max_msg(&c), 30);
	assert_int_equal(prm_cmd_hca_cap_cqe_version(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_cmdif_checksum(&c), 0);
	assert_int_equal(prm_cmd_hca_cap_eth_net_offloads(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_roce(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_atomic(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_imaicl(&c), 0);
	assert_int_equal(prm_cmd_hca_cap_rc(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_xrc(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_uar_sz(&c), 5);
	assert_int_equal(prm_cmd_hca_cap_log_pg_sz(&c), 12);
	assert_int_equal(prm_cmd_hca_cap_bf(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_log_bf_reg_size(&c), 9);
	assert_int_equal(prm_cmd_hca_cap_max_wqe_sz_sq(&c), 0x400);
	assert_int_equal(prm_cmd_hca_cap_max_wqe_sz_rq(&c), 0x200);
	assert_int_equal(prm_cmd_hca_cap_log_max_pd(&c), 24);
	assert_int_equal(prm_cmd_hca_cap_log_max_xrcd(&c), 24);
	assert_int_equal(prm_cmd_hca_cap_device_frequency_khz(&c), 0);
	assert_int_equal(prm_cmd_hca_cap_cqe_compression(&c), 1);
	assert_int_equal(prm_cmd_hca_cap_cqe_compression_timeout(&c), 8);
	assert_int_equal(prm_cmd_hca_cap_cqe_compression_max_num(&c), 16);
}

/* the segments of one WQE, where they are */
struct wqe {
	struct prm_wqe_ctrl_seg ctrl;
	struct prm_wqe_umr_ctrl_seg umr;
	struct prm_mkey_seg mkey;
	struct prm_klm klm[4];
};

static void control(struct prm_wqe_ctrl_seg *c, uint8_t opcode, uint16_t index, uint8_t ds)
{
	prm_wqe_ctrl_seg_set_opcode(c, opcode);
	prm_wqe_ctrl_seg_set_wqe_index(c, index);
	prm_wqe_ctrl_seg_set_qpn(c, 0x123456);
	prm_wqe_ctrl_seg_set_ds(c, ds);
	prm_wqe_ctrl_seg_set_ce(c, PRM_CE_ALWAYS);
}

static void umr_wqe(void **state)
{
	(void)state;
	struct wqe w = {0};

	assert_int_equal(sizeof(w), sizeof(rdma_core_umr_list));
	control(&w.ctrl, PRM_WQE_UMR, 0, 12);
	prm_wqe_ctrl_seg_set_imm(&w.ctrl, 0x00abcd00);
	prm_wqe_umr_ctrl_seg_set_flags(&w.umr, PRM_UMR_INLINE);
	prm_wqe_umr_ctrl_seg_set_xlt_octowords(&w.umr, 4);
	prm_wqe_umr_ctrl_seg_set_mkey_mask(
		&w.umr, PRM_MKMASK_FREE | PRM_MKMASK_KEY | PRM_MKMASK_LEN | PRM_MKMASK_LW |
				PRM_MKMASK_RR | PRM_MKMASK_RW | PRM_MKMASK_A);
	prm_mkey_seg_set_lw(&w.mkey, 1);
	prm_mkey_seg_set_rr(&w.mkey, 1);
	prm_mkey_seg_set_rw(&w.mkey, 1);
	prm_mkey_seg_set_qpn(&w.mkey, 0xffffff);
	prm_mkey_seg_set_len(&w.mkey, 0x2000);
	for (uint32_t i = 0; i < 2; i++) {
		prm_klm_set_bcount(&w.klm[i], 0x1000);
		prm_klm_set_key(&w.klm[i], 0x1100 + i);
		prm_klm_set_va(&w.klm[i], UINT64_C(0x700000001000) + i * 0x10000);
	}
	UNIT_ASSERT_WORDS(&w, rdma_core_umr_list);
}

static void write_wqe(void **state)
{
	(void)state;
	struct {
		struct prm_wqe_ctrl_seg ctrl;
		struct prm_wqe_raddr_seg raddr;
		struct prm_wqe_data_seg data;
	} w = {0};

	control(&w.ctrl, PRM_WQE_RDMA_WRITE, 3, 3);
	prm_wqe_ctrl_seg_set_fm(&w.ctrl, PRM_FENCE_INITIATOR_SMALL);
	prm_wqe_ctrl_seg_set_imm(&w.ctrl, 0xeeeeeeee);
	prm_wqe_raddr_seg_set_raddr(&w.raddr, 0x1000);
	prm_wqe_raddr_seg_set_rkey(&w.raddr, 0x0055aa00);
	prm_wqe_data_seg_set_byte_count(&w.data, 0x2000);
	prm_wqe_data_seg_set_lkey(&w.data, 0x00abcd00);
	UNIT_ASSERT_WORDS(&w, rdma_core_write);
}

static void local_inv_wqe(void **state)
{
	(void)state;
	struct wqe w = {0};

	control(&w.ctrl, PRM_WQE_UMR, 4, 8);
	prm_wqe_ctrl_seg_set_imm(&w.ctrl, 0x00abcd00);
	prm_wqe_umr_ctrl_seg_set_flags(
		&w.umr, PRM_UMR_INLINE | PRM_UMR_TRANSLATION_OFFSET_EN | PRM_UMR_CHECK_QPN);
	prm_wqe_umr_ctrl_seg_set_mkey_mask(
		&w.umr, PRM_MKMASK_FREE | PRM_MKMASK_KEY | PRM_MKMASK_QPN);
	memset(w.mkey.b, 0xee, 4);
	w.mkey.b[0] = 0;
	prm_mkey_seg_set_free(&w.mkey, 1);
	prm_mkey_seg_set_qpn(&w.mkey, 0xffffff);
	UNIT_ASSERT_WORDS(&w, rdma_core_local_inv);
}

/* by hand: WRITE with immediate arrived, 4096 bytes, on QP 0x123456; and a WRITE that the peer refused */
static void completions(void **state)
{
	(void)state;
	static const uint32_t good[16] = {
		[9] = 0xcafe0001, [11] = 4096, [14] = 0x00123456, [15] = 0x00070011};
	static const uint32_t bad[16] = {[13] = 0x00008813, [14] = 0x08123456, [15] = 0xfffe00d0};
	struct prm_cqe64 c;
	struct prm_err_cqe e;

	unit_bytes(&c, good, 16);
	assert_int_equal(prm_cqe64_opcode(&c), PRM_CQE_RESP_WR_IMM);
	assert_int_equal(prm_cqe64_owner(&c), 1);
	assert_int_equal(prm_cqe64_immediate(&c), 0xcafe0001);
	assert_int_equal(prm_cqe64_byte_cnt(&c), 4096);
	assert_int_equal(prm_cqe64_qpn(&c), 0x123456);
	assert_int_equal(prm_cqe64_wqe_counter(&c), 7);

	unit_bytes(&e, bad, 16);
	assert_int_equal(prm_err_cqe_opcode(&e), PRM_CQE_REQ_ERR);
	assert_int_equal(prm_err_cqe_owner(&e), 0);
	assert_int_equal(prm_err_cqe_syndrome(&e), PRM_SYND_REM_ACCESS);
	assert_int_equal(prm_err_cqe_vendor_err_synd(&e), 0x88);
	assert_int_equal(prm_err_cqe_wqe_opcode(&e), PRM_WQE_RDMA_WRITE);
	assert_int_equal(prm_err_cqe_qpn(&e), 0x123456);
	assert_int_equal(prm_err_cqe_wqe_counter(&e), 0xfffe);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries),
		cmocka_unit_test(signature_rule),
		cmocka_unit_test(mailboxes),
		cmocka_unit_test(answers),
		cmocka_unit_test(create_eq),
		cmocka_unit_test(capabilities),
		cmocka_unit_test(umr_wqe),
		cmocka_unit_test(write_wqe),
		cmocka_unit_test(local_inv_wqe),
		cmocka_unit_test(completions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
