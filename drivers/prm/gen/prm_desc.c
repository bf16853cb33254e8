/* SPDX-License-Identifier: BSD-3-Clause */
/* Every layout and field by name: for dumps and for finding set bits that no field claims.
 * Written by devtools/prmgen from the specs in drivers/prm: change those, then run it. */
/* clang-format off */
#include "prm_desc.h"

static const struct prm_layout_desc layout_mbox_in;
static const struct prm_layout_desc layout_mbox_out;
static const struct prm_layout_desc layout_cmd_pas;
static const struct prm_layout_desc layout_ads;
static const struct prm_layout_desc layout_cmd_hca_cap;
static const struct prm_layout_desc layout_atomic_caps;
static const struct prm_layout_desc layout_roce_cap;
static const struct prm_layout_desc layout_hca_cap_union;
static const struct prm_layout_desc layout_query_hca_cap_in;
static const struct prm_layout_desc layout_query_hca_cap_out;
static const struct prm_layout_desc layout_set_hca_cap_in;
static const struct prm_layout_desc layout_set_hca_cap_out;
static const struct prm_layout_desc layout_cqc;
static const struct prm_layout_desc layout_create_cq_in;
static const struct prm_layout_desc layout_create_cq_out;
static const struct prm_layout_desc layout_destroy_cq_in;
static const struct prm_layout_desc layout_query_cq_in;
static const struct prm_layout_desc layout_destroy_cq_out;
static const struct prm_layout_desc layout_modify_cq_out;
static const struct prm_layout_desc layout_query_cq_out;
static const struct prm_layout_desc layout_modify_cq_in;
static const struct prm_layout_desc layout_eqc;
static const struct prm_layout_desc layout_create_eq_in;
static const struct prm_layout_desc layout_create_eq_out;
static const struct prm_layout_desc layout_destroy_eq_in;
static const struct prm_layout_desc layout_query_eq_in;
static const struct prm_layout_desc layout_destroy_eq_out;
static const struct prm_layout_desc layout_query_eq_out;
static const struct prm_layout_desc layout_eqe_comp;
static const struct prm_layout_desc layout_eqe_cmd;
static const struct prm_layout_desc layout_eqe_page_req;
static const struct prm_layout_desc layout_eqe_qp_srq;
static const struct prm_layout_desc layout_eqe_cq_err;
static const struct prm_layout_desc layout_eqe_port_state;
static const struct prm_layout_desc layout_ev_data;
static const struct prm_layout_desc layout_eqe;
static const struct prm_layout_desc layout_enable_hca_in;
static const struct prm_layout_desc layout_disable_hca_in;
static const struct prm_layout_desc layout_enable_hca_out;
static const struct prm_layout_desc layout_disable_hca_out;
static const struct prm_layout_desc layout_query_issi_in;
static const struct prm_layout_desc layout_query_issi_out;
static const struct prm_layout_desc layout_set_issi_in;
static const struct prm_layout_desc layout_set_issi_out;
static const struct prm_layout_desc layout_init_hca_in;
static const struct prm_layout_desc layout_init_hca_out;
static const struct prm_layout_desc layout_teardown_hca_in;
static const struct prm_layout_desc layout_teardown_hca_out;
static const struct prm_layout_desc layout_query_adapter_in;
static const struct prm_layout_desc layout_query_adapter_param_block;
static const struct prm_layout_desc layout_query_adapter_out;
static const struct prm_layout_desc layout_query_special_contexts_in;
static const struct prm_layout_desc layout_query_special_contexts_out;
static const struct prm_layout_desc layout_set_driver_version_in;
static const struct prm_layout_desc layout_set_driver_version_out;
static const struct prm_layout_desc layout_health_buffer;
static const struct prm_layout_desc layout_init_seg;
static const struct prm_layout_desc layout_cmd_layout;
static const struct prm_layout_desc layout_cmd_prot_block;
static const struct prm_layout_desc layout_mkc;
static const struct prm_layout_desc layout_create_mkey_in;
static const struct prm_layout_desc layout_create_mkey_out;
static const struct prm_layout_desc layout_destroy_mkey_in;
static const struct prm_layout_desc layout_destroy_mkey_out;
static const struct prm_layout_desc layout_query_mkey_in;
static const struct prm_layout_desc layout_query_mkey_out;
static const struct prm_layout_desc layout_mtt;
static const struct prm_layout_desc layout_alloc_uar_in;
static const struct prm_layout_desc layout_alloc_pd_in;
static const struct prm_layout_desc layout_alloc_transport_domain_in;
static const struct prm_layout_desc layout_alloc_xrcd_in;
static const struct prm_layout_desc layout_alloc_uar_out;
static const struct prm_layout_desc layout_alloc_pd_out;
static const struct prm_layout_desc layout_alloc_transport_domain_out;
static const struct prm_layout_desc layout_alloc_xrcd_out;
static const struct prm_layout_desc layout_dealloc_uar_in;
static const struct prm_layout_desc layout_dealloc_pd_in;
static const struct prm_layout_desc layout_dealloc_transport_domain_in;
static const struct prm_layout_desc layout_dealloc_xrcd_in;
static const struct prm_layout_desc layout_dealloc_uar_out;
static const struct prm_layout_desc layout_dealloc_pd_out;
static const struct prm_layout_desc layout_dealloc_transport_domain_out;
static const struct prm_layout_desc layout_dealloc_xrcd_out;
static const struct prm_layout_desc layout_attach_to_mcg_in;
static const struct prm_layout_desc layout_detach_from_mcg_in;
static const struct prm_layout_desc layout_attach_to_mcg_out;
static const struct prm_layout_desc layout_detach_from_mcg_out;
static const struct prm_layout_desc layout_uctx;
static const struct prm_layout_desc layout_create_uctx_in;
static const struct prm_layout_desc layout_create_uctx_out;
static const struct prm_layout_desc layout_destroy_uctx_in;
static const struct prm_layout_desc layout_destroy_uctx_out;
static const struct prm_layout_desc layout_query_pages_in;
static const struct prm_layout_desc layout_query_pages_out;
static const struct prm_layout_desc layout_manage_pages_in;
static const struct prm_layout_desc layout_manage_pages_out;
static const struct prm_layout_desc layout_access_register_in;
static const struct prm_layout_desc layout_access_register_out;
static const struct prm_layout_desc layout_pmtu_reg;
static const struct prm_layout_desc layout_ptys_reg;
static const struct prm_layout_desc layout_paos_reg;
static const struct prm_layout_desc layout_pvlc_reg;
static const struct prm_layout_desc layout_node_desc_reg;
static const struct prm_layout_desc layout_host_endianness_reg;
static const struct prm_layout_desc layout_hca_vport_context;
static const struct prm_layout_desc layout_query_hca_vport_context_in;
static const struct prm_layout_desc layout_query_hca_vport_context_out;
static const struct prm_layout_desc layout_modify_hca_vport_context_in;
static const struct prm_layout_desc layout_modify_hca_vport_context_out;
static const struct prm_layout_desc layout_array128_auto;
static const struct prm_layout_desc layout_query_hca_vport_gid_in;
static const struct prm_layout_desc layout_query_hca_vport_gid_out;
static const struct prm_layout_desc layout_pkey;
static const struct prm_layout_desc layout_query_hca_vport_pkey_in;
static const struct prm_layout_desc layout_query_hca_vport_pkey_out;
static const struct prm_layout_desc layout_query_vport_state_in;
static const struct prm_layout_desc layout_query_vport_state_out;
static const struct prm_layout_desc layout_mad_ifc_in;
static const struct prm_layout_desc layout_mad_ifc_out;
static const struct prm_layout_desc layout_qpc;
static const struct prm_layout_desc layout_create_qp_in;
static const struct prm_layout_desc layout_create_qp_out;
static const struct prm_layout_desc layout_destroy_qp_in;
static const struct prm_layout_desc layout_query_qp_in;
static const struct prm_layout_desc layout_qp_2err_in;
static const struct prm_layout_desc layout_qp_2rst_in;
static const struct prm_layout_desc layout_destroy_qp_out;
static const struct prm_layout_desc layout_qp_2err_out;
static const struct prm_layout_desc layout_qp_2rst_out;
static const struct prm_layout_desc layout_sqerr2rts_qp_out;
static const struct prm_layout_desc layout_sqd2rts_qp_out;
static const struct prm_layout_desc layout_query_qp_out;
static const struct prm_layout_desc layout_rst2init_qp_in;
static const struct prm_layout_desc layout_init2rtr_qp_in;
static const struct prm_layout_desc layout_rtr2rts_qp_in;
static const struct prm_layout_desc layout_rts2rts_qp_in;
static const struct prm_layout_desc layout_init2init_qp_in;
static const struct prm_layout_desc layout_rst2init_qp_out;
static const struct prm_layout_desc layout_init2rtr_qp_out;
static const struct prm_layout_desc layout_rtr2rts_qp_out;
static const struct prm_layout_desc layout_rts2rts_qp_out;
static const struct prm_layout_desc layout_init2init_qp_out;
static const struct prm_layout_desc layout_sqerr2rts_qp_in;
static const struct prm_layout_desc layout_sqd2rts_qp_in;
static const struct prm_layout_desc layout_wq;
static const struct prm_layout_desc layout_rmpc;
static const struct prm_layout_desc layout_rmp_bitmask;
static const struct prm_layout_desc layout_create_rmp_in;
static const struct prm_layout_desc layout_create_rmp_out;
static const struct prm_layout_desc layout_destroy_rmp_in;
static const struct prm_layout_desc layout_query_rmp_in;
static const struct prm_layout_desc layout_destroy_rmp_out;
static const struct prm_layout_desc layout_modify_rmp_out;
static const struct prm_layout_desc layout_query_rmp_out;
static const struct prm_layout_desc layout_modify_rmp_in;
static const struct prm_layout_desc layout_srqc;
static const struct prm_layout_desc layout_create_srq_in;
static const struct prm_layout_desc layout_create_srq_out;
static const struct prm_layout_desc layout_destroy_srq_in;
static const struct prm_layout_desc layout_query_srq_in;
static const struct prm_layout_desc layout_destroy_srq_out;
static const struct prm_layout_desc layout_arm_rq_out;
static const struct prm_layout_desc layout_arm_rq_in;
static const struct prm_layout_desc layout_query_srq_out;
static const struct prm_layout_desc layout_xrc_srqc;
static const struct prm_layout_desc layout_create_xrc_srq_in;
static const struct prm_layout_desc layout_create_xrc_srq_out;
static const struct prm_layout_desc layout_destroy_xrc_srq_in;
static const struct prm_layout_desc layout_query_xrc_srq_in;
static const struct prm_layout_desc layout_destroy_xrc_srq_out;
static const struct prm_layout_desc layout_arm_xrc_srq_out;
static const struct prm_layout_desc layout_query_xrc_srq_out;
static const struct prm_layout_desc layout_arm_xrc_srq_in;
static const struct prm_layout_desc layout_wqe_ctrl_seg;
static const struct prm_layout_desc layout_wqe_umr_ctrl_seg;
static const struct prm_layout_desc layout_mkey_seg;
static const struct prm_layout_desc layout_klm;
static const struct prm_layout_desc layout_wqe_data_seg;
static const struct prm_layout_desc layout_wqe_inline_seg;
static const struct prm_layout_desc layout_wqe_raddr_seg;
static const struct prm_layout_desc layout_wqe_atomic_seg;
static const struct prm_layout_desc layout_wqe_masked_atomic_seg;
static const struct prm_layout_desc layout_wqe_xrc_seg;
static const struct prm_layout_desc layout_av;
static const struct prm_layout_desc layout_wqe_srq_next_seg;
static const struct prm_layout_desc layout_cqe64;
static const struct prm_layout_desc layout_err_cqe;

static const struct prm_field_desc fields_mbox_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mbox_in = {"mbox_in", 0x10, 0, fields_mbox_in};
static const struct prm_field_desc fields_mbox_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mbox_out = {"mbox_out", 0x10, 0, fields_mbox_out};
static const struct prm_field_desc fields_cmd_pas[] = {
	{"pa_h", 0x0, 32, 1, NULL},
	{"pa_l", 0x20, 20, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cmd_pas = {"cmd_pas", 0x8, 0, fields_cmd_pas};
static const struct prm_field_desc fields_ads[] = {
	{"fl", 0x0, 1, 1, NULL},
	{"free_ar", 0x1, 1, 1, NULL},
	{"pkey_index", 0x10, 16, 1, NULL},
	{"grh", 0x28, 1, 1, NULL},
	{"mlid", 0x29, 7, 1, NULL},
	{"rlid", 0x30, 16, 1, NULL},
	{"ack_timeout", 0x40, 5, 1, NULL},
	{"src_addr_index", 0x48, 8, 1, NULL},
	{"stat_rate", 0x54, 4, 1, NULL},
	{"hop_limit", 0x58, 8, 1, NULL},
	{"tclass", 0x64, 8, 1, NULL},
	{"flow_label", 0x6c, 20, 1, NULL},
	{"rgid_rip", 0x80, 128, 1, NULL},
	{"f_dscp", 0x104, 1, 1, NULL},
	{"f_ecn", 0x105, 1, 1, NULL},
	{"f_eth_prio", 0x107, 1, 1, NULL},
	{"ecn", 0x108, 2, 1, NULL},
	{"dscp", 0x10a, 6, 1, NULL},
	{"udp_sport", 0x110, 16, 1, NULL},
	{"dei_cfi", 0x120, 1, 1, NULL},
	{"eth_prio", 0x121, 3, 1, NULL},
	{"sl", 0x124, 4, 1, NULL},
	{"vhca_port_num", 0x128, 8, 1, NULL},
	{"rmac_47_32", 0x130, 16, 1, NULL},
	{"rmac_31_0", 0x140, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_ads = {"ads", 0x2c, 0, fields_ads};
static const struct prm_field_desc fields_cmd_hca_cap[] = {
	{"hca_cap_2", 0x20, 1, 1, NULL},
	{"dtor", 0x22, 1, 1, NULL},
	{"vhca_id", 0x30, 16, 1, NULL},
	{"log_max_srq_sz", 0x80, 8, 1, NULL},
	{"log_max_qp_sz", 0x88, 8, 1, NULL},
	{"event_cap", 0x90, 1, 1, NULL},
	{"log_max_qp", 0x9b, 5, 1, NULL},
	{"ece_support", 0xa3, 1, 1, NULL},
	{"log_max_srq", 0xab, 5, 1, NULL},
	{"log_max_cq_sz", 0xc8, 8, 1, NULL},
	{"relaxed_ordering_write_umr", 0xd0, 1, 1, NULL},
	{"relaxed_ordering_read_umr", 0xd1, 1, 1, NULL},
	{"log_max_cq", 0xdb, 5, 1, NULL},
	{"log_max_eq_sz", 0xe0, 8, 1, NULL},
	{"relaxed_ordering_write", 0xe8, 1, 1, NULL},
	{"relaxed_ordering_read", 0xe9, 1, 1, NULL},
	{"log_max_mkey", 0xea, 6, 1, NULL},
	{"dump_fill_mkey", 0xf8, 1, 1, NULL},
	{"fast_teardown", 0xfb, 1, 1, NULL},
	{"log_max_eq", 0xfc, 4, 1, NULL},
	{"max_indirection", 0x100, 8, 1, NULL},
	{"fixed_buffer_size", 0x108, 1, 1, NULL},
	{"log_max_mrw_sz", 0x109, 7, 1, NULL},
	{"force_teardown", 0x110, 1, 1, NULL},
	{"log_max_bsf_list_size", 0x112, 6, 1, NULL},
	{"umr_extended_translation_offset", 0x118, 1, 1, NULL},
	{"null_mkey", 0x119, 1, 1, NULL},
	{"log_max_klm_list_size", 0x11a, 6, 1, NULL},
	{"log_max_ra_req_dc", 0x12a, 6, 1, NULL},
	{"log_max_ra_res_dc", 0x13a, 6, 1, NULL},
	{"release_all_pages", 0x145, 1, 1, NULL},
	{"log_max_ra_req_qp", 0x14a, 6, 1, NULL},
	{"log_max_ra_res_qp", 0x15a, 6, 1, NULL},
	{"end_pad", 0x160, 1, 1, NULL},
	{"start_pad", 0x163, 1, 1, NULL},
	{"cache_line_128byte", 0x164, 1, 1, NULL},
	{"qcam_reg", 0x16f, 1, 1, NULL},
	{"gid_table_size", 0x170, 16, 1, NULL},
	{"vport_counters", 0x181, 1, 1, NULL},
	{"debug", 0x183, 1, 1, NULL},
	{"max_qp_cnt", 0x186, 10, 1, NULL},
	{"pkey_table_size", 0x190, 16, 1, NULL},
	{"vport_group_manager", 0x1a0, 1, 1, NULL},
	{"vhca_group_manager", 0x1a1, 1, 1, NULL},
	{"ib_virt", 0x1a2, 1, 1, NULL},
	{"eth_virt", 0x1a3, 1, 1, NULL},
	{"nic_flow_table", 0x1a6, 1, 1, NULL},
	{"eswitch_manager", 0x1a7, 1, 1, NULL},
	{"device_memory", 0x1a8, 1, 1, NULL},
	{"mcam_reg", 0x1a9, 1, 1, NULL},
	{"pcam_reg", 0x1aa, 1, 1, NULL},
	{"local_ca_ack_delay", 0x1ab, 5, 1, NULL},
	{"disable_link_up", 0x1b4, 1, 1, NULL},
	{"port_type", 0x1b6, 2, 1, NULL},
	{"num_ports", 0x1b8, 8, 1, NULL},
	{"log_max_msg", 0x1c3, 5, 1, NULL},
	{"general_notification_event", 0x1d2, 1, 1, NULL},
	{"fpga", 0x1d5, 1, 1, NULL},
	{"stat_rate_support", 0x1e0, 16, 1, NULL},
	{"pci_sync_for_fw_update_event", 0x1f1, 1, 1, NULL},
	{"cqe_version", 0x1fc, 4, 1, NULL},
	{"compact_address_vector", 0x200, 1, 1, NULL},
	{"ipoib_enhanced_offloads", 0x203, 1, 1, NULL},
	{"ipoib_basic_offloads", 0x204, 1, 1, NULL},
	{"repeated_block_disabled", 0x206, 1, 1, NULL},
	{"umr_modify_entity_size_disabled", 0x207, 1, 1, NULL},
	{"umr_modify_atomic_disabled", 0x208, 1, 1, NULL},
	{"umr_indirect_mkey_disabled", 0x209, 1, 1, NULL},
	{"umr_fence", 0x20a, 2, 1, NULL},
	{"dc_req_scat_data_cqe", 0x20c, 1, 1, NULL},
	{"drain_sigerr", 0x20f, 1, 1, NULL},
	{"cmdif_checksum", 0x210, 2, 1, NULL},
	{"sigerr_cqe", 0x212, 1, 1, NULL},
	{"wq_signature", 0x214, 1, 1, NULL},
	{"sctr_data_cqe", 0x215, 1, 1, NULL},
	{"sho", 0x217, 1, 1, NULL},
	{"tph", 0x218, 1, 1, NULL},
	{"rf", 0x219, 1, 1, NULL},
	{"dct", 0x21a, 1, 1, NULL},
	{"qos", 0x21b, 1, 1, NULL},
	{"eth_net_offloads", 0x21c, 1, 1, NULL},
	{"roce", 0x21d, 1, 1, NULL},
	{"atomic", 0x21e, 1, 1, NULL},
	{"cq_oi", 0x220, 1, 1, NULL},
	{"cq_resize", 0x221, 1, 1, NULL},
	{"cq_moderation", 0x222, 1, 1, NULL},
	{"cq_eq_remap", 0x226, 1, 1, NULL},
	{"pg", 0x227, 1, 1, NULL},
	{"block_lb_mc", 0x228, 1, 1, NULL},
	{"scqe_break_moderation", 0x22a, 1, 1, NULL},
	{"cq_period_start_from_cqe", 0x22b, 1, 1, NULL},
	{"cd", 0x22c, 1, 1, NULL},
	{"apm", 0x22e, 1, 1, NULL},
	{"vector_calc", 0x22f, 1, 1, NULL},
	{"umr_ptr_rlky", 0x230, 1, 1, NULL},
	{"imaicl", 0x231, 1, 1, NULL},
	{"qp_packet_based", 0x232, 1, 1, NULL},
	{"qkv", 0x236, 1, 1, NULL},
	{"pkv", 0x237, 1, 1, NULL},
	{"set_deth_sqpn", 0x238, 1, 1, NULL},
	{"xrc", 0x23c, 1, 1, NULL},
	{"ud", 0x23d, 1, 1, NULL},
	{"uc", 0x23e, 1, 1, NULL},
	{"rc", 0x23f, 1, 1, NULL},
	{"uar_4k", 0x240, 1, 1, NULL},
	{"fl_rc_qp_when_roce_disabled", 0x248, 1, 1, NULL},
	{"uar_sz", 0x24a, 6, 1, NULL},
	{"port_selection_cap", 0x250, 1, 1, NULL},
	{"umem_uid_0", 0x252, 1, 1, NULL},
	{"log_pg_sz", 0x258, 8, 1, NULL},
	{"bf", 0x260, 1, 1, NULL},
	{"driver_version", 0x261, 1, 1, NULL},
	{"mkey_by_name", 0x266, 1, 1, NULL},
	{"log_bf_reg_size", 0x26b, 5, 1, NULL},
	{"lag_master", 0x27b, 1, 1, NULL},
	{"max_wqe_sz_sq", 0x290, 16, 1, NULL},
	{"max_wqe_sz_rq", 0x2b0, 16, 1, NULL},
	{"max_wqe_sz_sq_dc", 0x2d0, 16, 1, NULL},
	{"max_qp_mcg", 0x2e7, 25, 1, NULL},
	{"log_max_mcg", 0x318, 8, 1, NULL},
	{"log_max_transport_domain", 0x323, 5, 1, NULL},
	{"log_max_pd", 0x32b, 5, 1, NULL},
	{"log_max_xrcd", 0x33b, 5, 1, NULL},
	{"log_max_rq", 0x363, 5, 1, NULL},
	{"log_max_sq", 0x36b, 5, 1, NULL},
	{"log_max_tir", 0x373, 5, 1, NULL},
	{"log_max_tis", 0x37b, 5, 1, NULL},
	{"basic_cyclic_rcv_wqe", 0x380, 1, 1, NULL},
	{"log_max_rmp", 0x383, 5, 1, NULL},
	{"log_max_wq_sz", 0x3db, 5, 1, NULL},
	{"vhca_state", 0x3ea, 1, 1, NULL},
	{"general_obj_types", 0x400, 64, 1, NULL},
	{"sq_ts_format", 0x440, 2, 1, NULL},
	{"rq_ts_format", 0x442, 2, 1, NULL},
	{"create_qp_start_hint", 0x448, 24, 1, NULL},
	{"ats", 0x461, 1, 1, NULL},
	{"log_max_uctx", 0x463, 5, 1, NULL},
	{"log_max_umem", 0x46b, 5, 1, NULL},
	{"max_num_eqs", 0x470, 16, 1, NULL},
	{"log_uar_page_sz", 0x490, 16, 1, NULL},
	{"device_frequency_khz", 0x4e0, 32, 1, NULL},
	{"num_of_uars_per_page", 0x520, 32, 1, NULL},
	{"adv_virtualization", 0x579, 1, 1, NULL},
	{"cqe_128_always", 0x5bd, 1, 1, NULL},
	{"cqe_compression_128", 0x5be, 1, 1, NULL},
	{"cqe_compression", 0x5bf, 1, 1, NULL},
	{"cqe_compression_timeout", 0x5c0, 16, 1, NULL},
	{"cqe_compression_max_num", 0x5d0, 16, 1, NULL},
	{"log_max_xrq", 0x5fb, 5, 1, NULL},
	{"num_vhca_ports", 0x610, 8, 1, NULL},
	{"sw_owner_id", 0x61e, 1, 1, NULL},
	{"migration", 0x68d, 1, 1, NULL},
	{"uctx_cap", 0x6a0, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cmd_hca_cap = {"cmd_hca_cap", 0x100, 0, fields_cmd_hca_cap};
static const struct prm_field_desc fields_atomic_caps[] = {
	{"atomic_req_8B_endianness_mode", 0x40, 2, 1, NULL},
	{"supported_atomic_req_8B_endianness_mode_1", 0x46, 1, 1, NULL},
	{"atomic_operations", 0x90, 16, 1, NULL},
	{"atomic_size_qp", 0xb0, 16, 1, NULL},
	{"atomic_size_dc", 0xd0, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_atomic_caps = {"atomic_caps", 0x100, 0, fields_atomic_caps};
static const struct prm_field_desc fields_roce_cap[] = {
	{"roce_apm", 0x0, 1, 1, NULL},
	{"sw_r_roce_src_udp_port", 0x4, 1, 1, NULL},
	{"fl_rc_qp_when_roce_disabled", 0x5, 1, 1, NULL},
	{"fl_rc_qp_when_roce_enabled", 0x6, 1, 1, NULL},
	{"qp_ts_format", 0x1e, 2, 1, NULL},
	{"l3_type", 0x8c, 4, 1, NULL},
	{"roce_version", 0x98, 8, 1, NULL},
	{"r_roce_dest_udp_port", 0xb0, 16, 1, NULL},
	{"r_roce_max_src_udp_port", 0xc0, 16, 1, NULL},
	{"r_roce_min_src_udp_port", 0xd0, 16, 1, NULL},
	{"roce_address_table_size", 0xf0, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_roce_cap = {"roce_cap", 0x100, 0, fields_roce_cap};
static const struct prm_field_desc fields_hca_cap_union[] = {
	{"cmd_hca_cap", 0x0, 2048, 1, &layout_cmd_hca_cap},
	{"atomic_caps", 0x0, 2048, 1, &layout_atomic_caps},
	{"roce_cap", 0x0, 2048, 1, &layout_roce_cap},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_hca_cap_union = {"hca_cap_union", 0x1000, 1, fields_hca_cap_union};
static const struct prm_field_desc fields_query_hca_cap_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_cap_in = {"query_hca_cap_in", 0x10, 0, fields_query_hca_cap_in};
static const struct prm_field_desc fields_query_hca_cap_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"capability", 0x80, 32768, 1, &layout_hca_cap_union},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_cap_out = {"query_hca_cap_out", 0x1010, 0, fields_query_hca_cap_out};
static const struct prm_field_desc fields_set_hca_cap_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{"capability", 0x80, 32768, 1, &layout_hca_cap_union},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_hca_cap_in = {"set_hca_cap_in", 0x1010, 0, fields_set_hca_cap_in};
static const struct prm_field_desc fields_set_hca_cap_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_hca_cap_out = {"set_hca_cap_out", 0x10, 0, fields_set_hca_cap_out};
static const struct prm_field_desc fields_cqc[] = {
	{"status", 0x0, 4, 1, NULL},
	{"dbr_umem_valid", 0x6, 1, 1, NULL},
	{"apu_cq", 0x7, 1, 1, NULL},
	{"cqe_sz", 0x8, 3, 1, NULL},
	{"cc", 0xb, 1, 1, NULL},
	{"scqe_break_moderation_en", 0xd, 1, 1, NULL},
	{"oi", 0xe, 1, 1, NULL},
	{"cq_period_mode", 0xf, 2, 1, NULL},
	{"cqe_comp_en", 0x11, 1, 1, NULL},
	{"mini_cqe_res_format", 0x12, 2, 1, NULL},
	{"st", 0x14, 4, 1, NULL},
	{"cqe_compression_layout", 0x1e, 2, 1, NULL},
	{"page_offset", 0x54, 6, 1, NULL},
	{"log_cq_size", 0x63, 5, 1, NULL},
	{"uar_page", 0x68, 24, 1, NULL},
	{"cq_period", 0x84, 12, 1, NULL},
	{"cq_max_count", 0x90, 16, 1, NULL},
	{"c_eqn_or_apu_element", 0xa0, 32, 1, NULL},
	{"log_page_size", 0xc3, 5, 1, NULL},
	{"last_notified_index", 0x108, 24, 1, NULL},
	{"last_solicit_index", 0x128, 24, 1, NULL},
	{"consumer_counter", 0x148, 24, 1, NULL},
	{"producer_counter", 0x168, 24, 1, NULL},
	{"dbr_addr", 0x1c0, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cqc = {"cqc", 0x40, 0, fields_cqc};
static const struct prm_field_desc fields_create_cq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"cq_context", 0x80, 512, 1, &layout_cqc},
	{"cq_umem_valid", 0x2e0, 1, 1, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_cq_in = {"create_cq_in", 0x110, 0, fields_create_cq_in};
static const struct prm_field_desc fields_create_cq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_cq_out = {"create_cq_out", 0x10, 0, fields_create_cq_out};
static const struct prm_field_desc fields_destroy_cq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_cq_in = {"destroy_cq_in", 0x10, 0, fields_destroy_cq_in};
static const struct prm_field_desc fields_query_cq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_cq_in = {"query_cq_in", 0x10, 0, fields_query_cq_in};
static const struct prm_field_desc fields_destroy_cq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_cq_out = {"destroy_cq_out", 0x10, 0, fields_destroy_cq_out};
static const struct prm_field_desc fields_modify_cq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_cq_out = {"modify_cq_out", 0x10, 0, fields_modify_cq_out};
static const struct prm_field_desc fields_query_cq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"cq_context", 0x80, 512, 1, &layout_cqc},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_cq_out = {"query_cq_out", 0x110, 0, fields_query_cq_out};
static const struct prm_field_desc fields_modify_cq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{"modify_field_select_resize_field_select", 0x60, 32, 1, NULL},
	{"cq_context", 0x80, 512, 1, &layout_cqc},
	{"cq_umem_valid", 0x2e0, 1, 1, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_cq_in = {"modify_cq_in", 0x110, 0, fields_modify_cq_in};
static const struct prm_field_desc fields_eqc[] = {
	{"status", 0x0, 4, 1, NULL},
	{"ec", 0xd, 1, 1, NULL},
	{"oi", 0xe, 1, 1, NULL},
	{"st", 0x14, 4, 1, NULL},
	{"page_offset", 0x54, 6, 1, NULL},
	{"log_eq_size", 0x63, 5, 1, NULL},
	{"uar_page", 0x68, 24, 1, NULL},
	{"intr", 0xb4, 12, 1, NULL},
	{"log_page_size", 0xc3, 5, 1, NULL},
	{"consumer_counter", 0x148, 24, 1, NULL},
	{"producer_counter", 0x168, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqc = {"eqc", 0x40, 0, fields_eqc};
static const struct prm_field_desc fields_create_eq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"eq_context_entry", 0x80, 512, 1, &layout_eqc},
	{"event_bitmask", 0x2c0, 64, 4, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_eq_in = {"create_eq_in", 0x110, 0, fields_create_eq_in};
static const struct prm_field_desc fields_create_eq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"eq_number", 0x58, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_eq_out = {"create_eq_out", 0x10, 0, fields_create_eq_out};
static const struct prm_field_desc fields_destroy_eq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"eq_number", 0x58, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_eq_in = {"destroy_eq_in", 0x10, 0, fields_destroy_eq_in};
static const struct prm_field_desc fields_query_eq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"eq_number", 0x58, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_eq_in = {"query_eq_in", 0x10, 0, fields_query_eq_in};
static const struct prm_field_desc fields_destroy_eq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_eq_out = {"destroy_eq_out", 0x10, 0, fields_destroy_eq_out};
static const struct prm_field_desc fields_query_eq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"eq_context_entry", 0x80, 512, 1, &layout_eqc},
	{"event_bitmask", 0x2c0, 64, 1, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_eq_out = {"query_eq_out", 0x110, 0, fields_query_eq_out};
static const struct prm_field_desc fields_eqe_comp[] = {
	{"cqn", 0xc8, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_comp = {"eqe_comp", 0x1c, 0, fields_eqe_comp};
static const struct prm_field_desc fields_eqe_cmd[] = {
	{"vector", 0x0, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_cmd = {"eqe_cmd", 0x1c, 0, fields_eqe_cmd};
static const struct prm_field_desc fields_eqe_page_req[] = {
	{"ec_function", 0x0, 16, 1, NULL},
	{"func_id", 0x10, 16, 1, NULL},
	{"num_pages", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_page_req = {"eqe_page_req", 0x1c, 0, fields_eqe_page_req};
static const struct prm_field_desc fields_eqe_qp_srq[] = {
	{"type", 0xa0, 8, 1, NULL},
	{"qp_srq_n", 0xc8, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_qp_srq = {"eqe_qp_srq", 0x1c, 0, fields_eqe_qp_srq};
static const struct prm_field_desc fields_eqe_cq_err[] = {
	{"cqn", 0x8, 24, 1, NULL},
	{"syndrome", 0x58, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_cq_err = {"eqe_cq_err", 0x1c, 0, fields_eqe_cq_err};
static const struct prm_field_desc fields_eqe_port_state[] = {
	{"port", 0x40, 4, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe_port_state = {"eqe_port_state", 0x1c, 0, fields_eqe_port_state};
static const struct prm_field_desc fields_ev_data[] = {
	{"comp", 0x0, 224, 1, &layout_eqe_comp},
	{"cmd", 0x0, 224, 1, &layout_eqe_cmd},
	{"req_pages", 0x0, 224, 1, &layout_eqe_page_req},
	{"qp_srq", 0x0, 224, 1, &layout_eqe_qp_srq},
	{"cq_err", 0x0, 224, 1, &layout_eqe_cq_err},
	{"port", 0x0, 224, 1, &layout_eqe_port_state},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_ev_data = {"ev_data", 0x1c, 1, fields_ev_data};
static const struct prm_field_desc fields_eqe[] = {
	{"type", 0x8, 8, 1, NULL},
	{"sub_type", 0x18, 8, 1, NULL},
	{"data", 0x100, 224, 1, &layout_ev_data},
	{"signature", 0x1f0, 8, 1, NULL},
	{"owner", 0x1ff, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_eqe = {"eqe", 0x40, 0, fields_eqe};
static const struct prm_field_desc fields_enable_hca_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"embedded_cpu_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_enable_hca_in = {"enable_hca_in", 0x10, 0, fields_enable_hca_in};
static const struct prm_field_desc fields_disable_hca_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"embedded_cpu_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_disable_hca_in = {"disable_hca_in", 0x10, 0, fields_disable_hca_in};
static const struct prm_field_desc fields_enable_hca_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_enable_hca_out = {"enable_hca_out", 0xc, 0, fields_enable_hca_out};
static const struct prm_field_desc fields_disable_hca_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_disable_hca_out = {"disable_hca_out", 0xc, 0, fields_disable_hca_out};
static const struct prm_field_desc fields_query_issi_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_issi_in = {"query_issi_in", 0x10, 0, fields_query_issi_in};
static const struct prm_field_desc fields_query_issi_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"current_issi", 0x50, 16, 1, NULL},
	{"supported_issi_dw0", 0x360, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_issi_out = {"query_issi_out", 0x70, 0, fields_query_issi_out};
static const struct prm_field_desc fields_set_issi_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"current_issi", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_issi_in = {"set_issi_in", 0x10, 0, fields_set_issi_in};
static const struct prm_field_desc fields_set_issi_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_issi_out = {"set_issi_out", 0x10, 0, fields_set_issi_out};
static const struct prm_field_desc fields_init_hca_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"sw_vhca_id", 0x62, 14, 1, NULL},
	{"sw_owner_id", 0x80, 32, 4, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init_hca_in = {"init_hca_in", 0x20, 0, fields_init_hca_in};
static const struct prm_field_desc fields_init_hca_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init_hca_out = {"init_hca_out", 0x10, 0, fields_init_hca_out};
static const struct prm_field_desc fields_teardown_hca_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"profile", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_teardown_hca_in = {"teardown_hca_in", 0x10, 0, fields_teardown_hca_in};
static const struct prm_field_desc fields_teardown_hca_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"state", 0x7f, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_teardown_hca_out = {"teardown_hca_out", 0x10, 0, fields_teardown_hca_out};
static const struct prm_field_desc fields_query_adapter_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_adapter_in = {"query_adapter_in", 0x10, 0, fields_query_adapter_in};
static const struct prm_field_desc fields_query_adapter_param_block[] = {
	{"ieee_vendor_id", 0xc8, 24, 1, NULL},
	{"vsd_vendor_id", 0xf0, 16, 1, NULL},
	{"vsd", 0x100, 1664, 1, NULL},
	{"vsd_contd_psid", 0x780, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_adapter_param_block = {"query_adapter_param_block", 0x100, 0, fields_query_adapter_param_block};
static const struct prm_field_desc fields_query_adapter_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"query_adapter_struct", 0x80, 2048, 1, &layout_query_adapter_param_block},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_adapter_out = {"query_adapter_out", 0x110, 0, fields_query_adapter_out};
static const struct prm_field_desc fields_query_special_contexts_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_special_contexts_in = {"query_special_contexts_in", 0x10, 0, fields_query_special_contexts_in};
static const struct prm_field_desc fields_query_special_contexts_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"dump_fill_mkey", 0x40, 32, 1, NULL},
	{"resd_lkey", 0x60, 32, 1, NULL},
	{"null_mkey", 0x80, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_special_contexts_out = {"query_special_contexts_out", 0x20, 0, fields_query_special_contexts_out};
static const struct prm_field_desc fields_set_driver_version_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"driver_version", 0x80, 512, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_driver_version_in = {"set_driver_version_in", 0x50, 0, fields_set_driver_version_in};
static const struct prm_field_desc fields_set_driver_version_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_set_driver_version_out = {"set_driver_version_out", 0x10, 0, fields_set_driver_version_out};
static const struct prm_field_desc fields_health_buffer[] = {
	{"assert_var", 0x0, 32, 6, NULL},
	{"assert_exit_ptr", 0x100, 32, 1, NULL},
	{"assert_callra", 0x120, 32, 1, NULL},
	{"time", 0x160, 32, 1, NULL},
	{"fw_ver", 0x180, 32, 1, NULL},
	{"hw_id", 0x1a0, 32, 1, NULL},
	{"rfr", 0x1c0, 1, 1, NULL},
	{"severity", 0x1c5, 3, 1, NULL},
	{"irisc_index", 0x1e0, 8, 1, NULL},
	{"synd", 0x1e8, 8, 1, NULL},
	{"ext_synd", 0x1f0, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_health_buffer = {"health_buffer", 0x40, 0, fields_health_buffer};
static const struct prm_field_desc fields_init_seg[] = {
	{"fw_rev_minor", 0x0, 16, 1, NULL},
	{"fw_rev_major", 0x10, 16, 1, NULL},
	{"cmd_interface_rev", 0x20, 16, 1, NULL},
	{"fw_rev_subminor", 0x30, 16, 1, NULL},
	{"cmdq_addr_h", 0x80, 32, 1, NULL},
	{"cmdq_addr_l", 0xa0, 20, 1, NULL},
	{"nic_interface", 0xb5, 3, 1, NULL},
	{"log_cmdq_size", 0xb8, 4, 1, NULL},
	{"log_cmdq_stride", 0xbc, 4, 1, NULL},
	{"cmd_dbell", 0xc0, 32, 1, NULL},
	{"initializing", 0xfe0, 1, 1, NULL},
	{"health", 0x1000, 512, 1, &layout_health_buffer},
	{"cmd_exec_to", 0x7fc0, 32, 1, NULL},
	{"cmd_q_init_to", 0x7fe0, 32, 1, NULL},
	{"internal_timer_h", 0x8000, 32, 1, NULL},
	{"internal_timer_l", 0x8020, 32, 1, NULL},
	{"health_counter", 0x8088, 24, 1, NULL},
	{"real_time_h", 0x8200, 32, 1, NULL},
	{"real_time_l", 0x8220, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init_seg = {"init_seg", 0x2010, 0, fields_init_seg};
static const struct prm_field_desc fields_cmd_layout[] = {
	{"type", 0x0, 8, 1, NULL},
	{"inlen", 0x20, 32, 1, NULL},
	{"in_ptr", 0x40, 64, 1, NULL},
	{"in", 0x80, 128, 1, NULL},
	{"out", 0x100, 128, 1, NULL},
	{"out_ptr", 0x180, 64, 1, NULL},
	{"outlen", 0x1c0, 32, 1, NULL},
	{"token", 0x1e0, 8, 1, NULL},
	{"sig", 0x1e8, 8, 1, NULL},
	{"delivery", 0x1f8, 7, 1, NULL},
	{"own", 0x1ff, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cmd_layout = {"cmd_layout", 0x40, 0, fields_cmd_layout};
static const struct prm_field_desc fields_cmd_prot_block[] = {
	{"data", 0x0, 4096, 1, NULL},
	{"next", 0x1180, 64, 1, NULL},
	{"block_num", 0x11c0, 32, 1, NULL},
	{"token", 0x11e8, 8, 1, NULL},
	{"ctrl_sig", 0x11f0, 8, 1, NULL},
	{"sig", 0x11f8, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cmd_prot_block = {"cmd_prot_block", 0x240, 0, fields_cmd_prot_block};
static const struct prm_field_desc fields_mkc[] = {
	{"free", 0x1, 1, 1, NULL},
	{"access_mode_4_2", 0x3, 3, 1, NULL},
	{"relaxed_ordering_write", 0xd, 1, 1, NULL},
	{"small_fence_on_rdma_read_response", 0xf, 1, 1, NULL},
	{"umr_en", 0x10, 1, 1, NULL},
	{"a", 0x11, 1, 1, NULL},
	{"rw", 0x12, 1, 1, NULL},
	{"rr", 0x13, 1, 1, NULL},
	{"lw", 0x14, 1, 1, NULL},
	{"lr", 0x15, 1, 1, NULL},
	{"access_mode_1_0", 0x16, 2, 1, NULL},
	{"ma_translation_mode", 0x1a, 2, 1, NULL},
	{"qpn", 0x20, 24, 1, NULL},
	{"mkey_7_0", 0x38, 8, 1, NULL},
	{"length64", 0x60, 1, 1, NULL},
	{"bsf_en", 0x61, 1, 1, NULL},
	{"sync_umr", 0x62, 1, 1, NULL},
	{"expected_sigerr_count", 0x65, 1, 1, NULL},
	{"en_rinval", 0x67, 1, 1, NULL},
	{"pd", 0x68, 24, 1, NULL},
	{"start_addr", 0x80, 64, 1, NULL},
	{"len", 0xc0, 64, 1, NULL},
	{"bsf_octword_size", 0x100, 32, 1, NULL},
	{"translations_octword_size", 0x1a0, 32, 1, NULL},
	{"relaxed_ordering_read", 0x1d9, 1, 1, NULL},
	{"log_page_size", 0x1db, 5, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mkc = {"mkc", 0x40, 0, fields_mkc};
static const struct prm_field_desc fields_create_mkey_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"pg_access", 0x60, 1, 1, NULL},
	{"mkey_umem_valid", 0x61, 1, 1, NULL},
	{"memory_key_mkey_entry", 0x80, 512, 1, &layout_mkc},
	{"translations_octword_actual_size", 0x300, 32, 1, NULL},
	{"klm_pas_mtt", 0x880, 32, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_mkey_in = {"create_mkey_in", 0x110, 0, fields_create_mkey_in};
static const struct prm_field_desc fields_create_mkey_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"mkey_index", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_mkey_out = {"create_mkey_out", 0x10, 0, fields_create_mkey_out};
static const struct prm_field_desc fields_destroy_mkey_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"mkey_index", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_mkey_in = {"destroy_mkey_in", 0x10, 0, fields_destroy_mkey_in};
static const struct prm_field_desc fields_destroy_mkey_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_mkey_out = {"destroy_mkey_out", 0x10, 0, fields_destroy_mkey_out};
static const struct prm_field_desc fields_query_mkey_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"mkey_index", 0x48, 24, 1, NULL},
	{"pg_access", 0x60, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_mkey_in = {"query_mkey_in", 0x10, 0, fields_query_mkey_in};
static const struct prm_field_desc fields_query_mkey_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"memory_key_mkey_entry", 0x80, 512, 1, &layout_mkc},
	{"bsf0_klm0_pas_mtt0_1", 0x880, 128, 1, NULL},
	{"bsf1_klm1_pas_mtt2_3", 0x900, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_mkey_out = {"query_mkey_out", 0x130, 0, fields_query_mkey_out};
static const struct prm_field_desc fields_mtt[] = {
	{"ptag_63_32", 0x0, 32, 1, NULL},
	{"ptag_31_8", 0x20, 24, 1, NULL},
	{"wr_en", 0x3e, 1, 1, NULL},
	{"rd_en", 0x3f, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mtt = {"mtt", 0x8, 0, fields_mtt};
static const struct prm_field_desc fields_alloc_uar_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_uar_in = {"alloc_uar_in", 0x10, 0, fields_alloc_uar_in};
static const struct prm_field_desc fields_alloc_pd_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_pd_in = {"alloc_pd_in", 0x10, 0, fields_alloc_pd_in};
static const struct prm_field_desc fields_alloc_transport_domain_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_transport_domain_in = {"alloc_transport_domain_in", 0x10, 0, fields_alloc_transport_domain_in};
static const struct prm_field_desc fields_alloc_xrcd_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_xrcd_in = {"alloc_xrcd_in", 0x10, 0, fields_alloc_xrcd_in};
static const struct prm_field_desc fields_alloc_uar_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"uar", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_uar_out = {"alloc_uar_out", 0x10, 0, fields_alloc_uar_out};
static const struct prm_field_desc fields_alloc_pd_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"pd", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_pd_out = {"alloc_pd_out", 0x10, 0, fields_alloc_pd_out};
static const struct prm_field_desc fields_alloc_transport_domain_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"transport_domain", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_transport_domain_out = {"alloc_transport_domain_out", 0x10, 0, fields_alloc_transport_domain_out};
static const struct prm_field_desc fields_alloc_xrcd_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"xrcd", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_alloc_xrcd_out = {"alloc_xrcd_out", 0x10, 0, fields_alloc_xrcd_out};
static const struct prm_field_desc fields_dealloc_uar_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"uar", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_uar_in = {"dealloc_uar_in", 0x10, 0, fields_dealloc_uar_in};
static const struct prm_field_desc fields_dealloc_pd_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"pd", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_pd_in = {"dealloc_pd_in", 0x10, 0, fields_dealloc_pd_in};
static const struct prm_field_desc fields_dealloc_transport_domain_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"transport_domain", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_transport_domain_in = {"dealloc_transport_domain_in", 0x10, 0, fields_dealloc_transport_domain_in};
static const struct prm_field_desc fields_dealloc_xrcd_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"xrcd", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_xrcd_in = {"dealloc_xrcd_in", 0x10, 0, fields_dealloc_xrcd_in};
static const struct prm_field_desc fields_dealloc_uar_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_uar_out = {"dealloc_uar_out", 0x10, 0, fields_dealloc_uar_out};
static const struct prm_field_desc fields_dealloc_pd_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_pd_out = {"dealloc_pd_out", 0x10, 0, fields_dealloc_pd_out};
static const struct prm_field_desc fields_dealloc_transport_domain_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_transport_domain_out = {"dealloc_transport_domain_out", 0x10, 0, fields_dealloc_transport_domain_out};
static const struct prm_field_desc fields_dealloc_xrcd_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_dealloc_xrcd_out = {"dealloc_xrcd_out", 0x10, 0, fields_dealloc_xrcd_out};
static const struct prm_field_desc fields_attach_to_mcg_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"multicast_gid", 0x80, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_attach_to_mcg_in = {"attach_to_mcg_in", 0x20, 0, fields_attach_to_mcg_in};
static const struct prm_field_desc fields_detach_from_mcg_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"multicast_gid", 0x80, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_detach_from_mcg_in = {"detach_from_mcg_in", 0x20, 0, fields_detach_from_mcg_in};
static const struct prm_field_desc fields_attach_to_mcg_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_attach_to_mcg_out = {"attach_to_mcg_out", 0x10, 0, fields_attach_to_mcg_out};
static const struct prm_field_desc fields_detach_from_mcg_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_detach_from_mcg_out = {"detach_from_mcg_out", 0x10, 0, fields_detach_from_mcg_out};
static const struct prm_field_desc fields_uctx[] = {
	{"cap", 0x0, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_uctx = {"uctx", 0x30, 0, fields_uctx};
static const struct prm_field_desc fields_create_uctx_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"uctx", 0x80, 384, 1, &layout_uctx},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_uctx_in = {"create_uctx_in", 0x40, 0, fields_create_uctx_in};
static const struct prm_field_desc fields_create_uctx_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"uid", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_uctx_out = {"create_uctx_out", 0x10, 0, fields_create_uctx_out};
static const struct prm_field_desc fields_destroy_uctx_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"uid", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_uctx_in = {"destroy_uctx_in", 0x10, 0, fields_destroy_uctx_in};
static const struct prm_field_desc fields_destroy_uctx_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_uctx_out = {"destroy_uctx_out", 0x10, 0, fields_destroy_uctx_out};
static const struct prm_field_desc fields_query_pages_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"embedded_cpu_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_pages_in = {"query_pages_in", 0x10, 0, fields_query_pages_in};
static const struct prm_field_desc fields_query_pages_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"embedded_cpu_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{"num_pages", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_pages_out = {"query_pages_out", 0x10, 0, fields_query_pages_out};
static const struct prm_field_desc fields_manage_pages_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"embedded_cpu_function", 0x40, 1, 1, NULL},
	{"function_id", 0x50, 16, 1, NULL},
	{"input_num_entries", 0x60, 32, 1, NULL},
	{"pas", 0x80, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_manage_pages_in = {"manage_pages_in", 0x10, 0, fields_manage_pages_in};
static const struct prm_field_desc fields_manage_pages_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"output_num_entries", 0x40, 32, 1, NULL},
	{"pas", 0x80, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_manage_pages_out = {"manage_pages_out", 0x10, 0, fields_manage_pages_out};
static const struct prm_field_desc fields_access_register_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"register_id", 0x50, 16, 1, NULL},
	{"argument", 0x60, 32, 1, NULL},
	{"register_data", 0x80, 32, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_access_register_in = {"access_register_in", 0x10, 0, fields_access_register_in};
static const struct prm_field_desc fields_access_register_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"register_data", 0x80, 32, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_access_register_out = {"access_register_out", 0x10, 0, fields_access_register_out};
static const struct prm_field_desc fields_pmtu_reg[] = {
	{"local_port", 0x8, 8, 1, NULL},
	{"max_mtu", 0x20, 16, 1, NULL},
	{"admin_mtu", 0x40, 16, 1, NULL},
	{"oper_mtu", 0x60, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_pmtu_reg = {"pmtu_reg", 0x10, 0, fields_pmtu_reg};
static const struct prm_field_desc fields_ptys_reg[] = {
	{"an_disable_admin", 0x1, 1, 1, NULL},
	{"an_disable_cap", 0x2, 1, 1, NULL},
	{"local_port", 0x8, 8, 1, NULL},
	{"proto_mask", 0x1d, 3, 1, NULL},
	{"an_status", 0x20, 4, 1, NULL},
	{"data_rate_oper", 0x30, 16, 1, NULL},
	{"ext_eth_proto_capability", 0x40, 32, 1, NULL},
	{"eth_proto_capability", 0x60, 32, 1, NULL},
	{"ib_link_width_capability", 0x80, 16, 1, NULL},
	{"ib_proto_capability", 0x90, 16, 1, NULL},
	{"ext_eth_proto_admin", 0xa0, 32, 1, NULL},
	{"eth_proto_admin", 0xc0, 32, 1, NULL},
	{"ib_link_width_admin", 0xe0, 16, 1, NULL},
	{"ib_proto_admin", 0xf0, 16, 1, NULL},
	{"ext_eth_proto_oper", 0x100, 32, 1, NULL},
	{"eth_proto_oper", 0x120, 32, 1, NULL},
	{"ib_link_width_oper", 0x140, 16, 1, NULL},
	{"ib_proto_oper", 0x150, 16, 1, NULL},
	{"connector_type", 0x17c, 4, 1, NULL},
	{"eth_proto_lp_advertise", 0x180, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_ptys_reg = {"ptys_reg", 0x40, 0, fields_ptys_reg};
static const struct prm_field_desc fields_paos_reg[] = {
	{"swid", 0x0, 8, 1, NULL},
	{"local_port", 0x8, 8, 1, NULL},
	{"admin_status", 0x14, 4, 1, NULL},
	{"oper_status", 0x1c, 4, 1, NULL},
	{"ase", 0x20, 1, 1, NULL},
	{"ee", 0x21, 1, 1, NULL},
	{"e", 0x3e, 2, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_paos_reg = {"paos_reg", 0x10, 0, fields_paos_reg};
static const struct prm_field_desc fields_pvlc_reg[] = {
	{"local_port", 0x8, 8, 1, NULL},
	{"vl_hw_cap", 0x3c, 4, 1, NULL},
	{"vl_admin", 0x5c, 4, 1, NULL},
	{"vl_operational", 0x7c, 4, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_pvlc_reg = {"pvlc_reg", 0x10, 0, fields_pvlc_reg};
static const struct prm_field_desc fields_node_desc_reg[] = {
	{"text", 0x0, 512, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_node_desc_reg = {"node_desc_reg", 0x40, 0, fields_node_desc_reg};
static const struct prm_field_desc fields_host_endianness_reg[] = {
	{"he", 0x0, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_host_endianness_reg = {"host_endianness_reg", 0x10, 0, fields_host_endianness_reg};
static const struct prm_field_desc fields_hca_vport_context[] = {
	{"field_select", 0x0, 32, 1, NULL},
	{"sm_virt_aware", 0x100, 1, 1, NULL},
	{"has_smi", 0x101, 1, 1, NULL},
	{"has_raw", 0x102, 1, 1, NULL},
	{"grh_required", 0x103, 1, 1, NULL},
	{"port_physical_state", 0x110, 4, 1, NULL},
	{"vport_state_policy", 0x114, 4, 1, NULL},
	{"port_state", 0x118, 4, 1, NULL},
	{"vport_state", 0x11c, 4, 1, NULL},
	{"system_image_guid", 0x140, 64, 1, NULL},
	{"port_guid", 0x180, 64, 1, NULL},
	{"node_guid", 0x1c0, 64, 1, NULL},
	{"cap_mask1", 0x200, 32, 1, NULL},
	{"cap_mask1_field_select", 0x220, 32, 1, NULL},
	{"cap_mask2", 0x240, 32, 1, NULL},
	{"cap_mask2_field_select", 0x260, 32, 1, NULL},
	{"lid", 0x300, 16, 1, NULL},
	{"init_type_reply", 0x314, 4, 1, NULL},
	{"lmc", 0x318, 3, 1, NULL},
	{"subnet_timeout", 0x31b, 5, 1, NULL},
	{"sm_lid", 0x320, 16, 1, NULL},
	{"sm_sl", 0x330, 4, 1, NULL},
	{"qkey_violation_counter", 0x340, 16, 1, NULL},
	{"pkey_violation_counter", 0x350, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_hca_vport_context = {"hca_vport_context", 0x200, 0, fields_hca_vport_context};
static const struct prm_field_desc fields_query_hca_vport_context_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_vport", 0x40, 1, 1, NULL},
	{"port_num", 0x4c, 4, 1, NULL},
	{"vport_number", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_context_in = {"query_hca_vport_context_in", 0x10, 0, fields_query_hca_vport_context_in};
static const struct prm_field_desc fields_query_hca_vport_context_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"hca_vport_context", 0x80, 4096, 1, &layout_hca_vport_context},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_context_out = {"query_hca_vport_context_out", 0x210, 0, fields_query_hca_vport_context_out};
static const struct prm_field_desc fields_modify_hca_vport_context_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_vport", 0x40, 1, 1, NULL},
	{"port_num", 0x4c, 4, 1, NULL},
	{"vport_number", 0x50, 16, 1, NULL},
	{"hca_vport_context", 0x80, 4096, 1, &layout_hca_vport_context},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_hca_vport_context_in = {"modify_hca_vport_context_in", 0x210, 0, fields_modify_hca_vport_context_in};
static const struct prm_field_desc fields_modify_hca_vport_context_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_hca_vport_context_out = {"modify_hca_vport_context_out", 0x10, 0, fields_modify_hca_vport_context_out};
static const struct prm_field_desc fields_array128_auto[] = {
	{"array128_auto", 0x0, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_array128_auto = {"array128_auto", 0x10, 0, fields_array128_auto};
static const struct prm_field_desc fields_query_hca_vport_gid_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_vport", 0x40, 1, 1, NULL},
	{"port_num", 0x4c, 4, 1, NULL},
	{"vport_number", 0x50, 16, 1, NULL},
	{"gid_index", 0x70, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_gid_in = {"query_hca_vport_gid_in", 0x10, 0, fields_query_hca_vport_gid_in};
static const struct prm_field_desc fields_query_hca_vport_gid_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"gids_num", 0x60, 16, 1, NULL},
	{"gid", 0x80, 128, 0, &layout_array128_auto},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_gid_out = {"query_hca_vport_gid_out", 0x10, 0, fields_query_hca_vport_gid_out};
static const struct prm_field_desc fields_pkey[] = {
	{"pkey", 0x10, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_pkey = {"pkey", 0x4, 0, fields_pkey};
static const struct prm_field_desc fields_query_hca_vport_pkey_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_vport", 0x40, 1, 1, NULL},
	{"port_num", 0x4c, 4, 1, NULL},
	{"vport_number", 0x50, 16, 1, NULL},
	{"pkey_index", 0x70, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_pkey_in = {"query_hca_vport_pkey_in", 0x10, 0, fields_query_hca_vport_pkey_in};
static const struct prm_field_desc fields_query_hca_vport_pkey_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"pkey", 0x80, 32, 0, &layout_pkey},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_hca_vport_pkey_out = {"query_hca_vport_pkey_out", 0x10, 0, fields_query_hca_vport_pkey_out};
static const struct prm_field_desc fields_query_vport_state_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"other_vport", 0x40, 1, 1, NULL},
	{"vport_number", 0x50, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_vport_state_in = {"query_vport_state_in", 0x10, 0, fields_query_vport_state_in};
static const struct prm_field_desc fields_query_vport_state_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"admin_state", 0x78, 4, 1, NULL},
	{"state", 0x7c, 4, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_vport_state_out = {"query_vport_state_out", 0x10, 0, fields_query_vport_state_out};
static const struct prm_field_desc fields_mad_ifc_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"remote_lid", 0x40, 16, 1, NULL},
	{"port", 0x58, 8, 1, NULL},
	{"mad", 0x80, 2048, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mad_ifc_in = {"mad_ifc_in", 0x110, 0, fields_mad_ifc_in};
static const struct prm_field_desc fields_mad_ifc_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"response_mad_packet", 0x80, 2048, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mad_ifc_out = {"mad_ifc_out", 0x110, 0, fields_mad_ifc_out};
static const struct prm_field_desc fields_qpc[] = {
	{"state", 0x0, 4, 1, NULL},
	{"lag_tx_port_affinity", 0x4, 4, 1, NULL},
	{"st", 0x8, 8, 1, NULL},
	{"pm_state", 0x13, 2, 1, NULL},
	{"req_e2e_credit_mode", 0x16, 2, 1, NULL},
	{"offload_type", 0x18, 4, 1, NULL},
	{"end_padding_mode", 0x1c, 2, 1, NULL},
	{"wq_signature", 0x20, 1, 1, NULL},
	{"block_lb_mc", 0x21, 1, 1, NULL},
	{"atomic_like_write_en", 0x22, 1, 1, NULL},
	{"latency_sensitive", 0x23, 1, 1, NULL},
	{"drain_sigerr", 0x25, 1, 1, NULL},
	{"pd", 0x28, 24, 1, NULL},
	{"mtu", 0x40, 3, 1, NULL},
	{"log_msg_max", 0x43, 5, 1, NULL},
	{"log_rq_size", 0x49, 4, 1, NULL},
	{"log_rq_stride", 0x4d, 3, 1, NULL},
	{"no_sq", 0x50, 1, 1, NULL},
	{"log_sq_size", 0x51, 4, 1, NULL},
	{"ts_format", 0x58, 2, 1, NULL},
	{"rlky", 0x5b, 1, 1, NULL},
	{"ulp_stateless_offload_mode", 0x5c, 4, 1, NULL},
	{"counter_set_id", 0x60, 8, 1, NULL},
	{"uar_page", 0x68, 24, 1, NULL},
	{"user_index", 0x88, 24, 1, NULL},
	{"log_page_size", 0xa3, 5, 1, NULL},
	{"remote_qpn", 0xa8, 24, 1, NULL},
	{"primary_address_path", 0xc0, 352, 1, &layout_ads},
	{"secondary_address_path", 0x220, 352, 1, &layout_ads},
	{"log_ack_req_freq", 0x380, 4, 1, NULL},
	{"log_sra_max", 0x388, 3, 1, NULL},
	{"retry_count", 0x38d, 3, 1, NULL},
	{"rnr_retry", 0x390, 3, 1, NULL},
	{"fre", 0x394, 1, 1, NULL},
	{"cur_rnr_retry", 0x395, 3, 1, NULL},
	{"cur_retry_count", 0x398, 3, 1, NULL},
	{"next_send_psn", 0x3c8, 24, 1, NULL},
	{"cqn_snd", 0x3e8, 24, 1, NULL},
	{"deth_sqpn", 0x408, 24, 1, NULL},
	{"last_acked_psn", 0x448, 24, 1, NULL},
	{"ssn", 0x468, 24, 1, NULL},
	{"log_rra_max", 0x488, 3, 1, NULL},
	{"atomic_mode", 0x48c, 4, 1, NULL},
	{"rre", 0x490, 1, 1, NULL},
	{"rwe", 0x491, 1, 1, NULL},
	{"rae", 0x492, 1, 1, NULL},
	{"page_offset", 0x494, 6, 1, NULL},
	{"cd_slave_receive", 0x49d, 1, 1, NULL},
	{"cd_slave_send", 0x49e, 1, 1, NULL},
	{"cd_master", 0x49f, 1, 1, NULL},
	{"min_rnr_nak", 0x4a3, 5, 1, NULL},
	{"next_rcv_psn", 0x4a8, 24, 1, NULL},
	{"xrcd", 0x4c8, 24, 1, NULL},
	{"cqn_rcv", 0x4e8, 24, 1, NULL},
	{"dbr_addr", 0x500, 64, 1, NULL},
	{"q_key", 0x540, 32, 1, NULL},
	{"rq_type", 0x565, 3, 1, NULL},
	{"srqn_rmpn_xrqn", 0x568, 24, 1, NULL},
	{"rmsn", 0x588, 24, 1, NULL},
	{"hw_sq_wqebb_counter", 0x5a0, 16, 1, NULL},
	{"sw_sq_wqebb_counter", 0x5b0, 16, 1, NULL},
	{"hw_rq_counter", 0x5c0, 32, 1, NULL},
	{"sw_rq_counter", 0x5e0, 32, 1, NULL},
	{"cgs", 0x62f, 1, 1, NULL},
	{"cs_req", 0x630, 8, 1, NULL},
	{"cs_res", 0x638, 8, 1, NULL},
	{"dc_access_key", 0x640, 64, 1, NULL},
	{"dbr_umem_valid", 0x683, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_qpc = {"qpc", 0xe8, 0, fields_qpc};
static const struct prm_field_desc fields_create_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"input_qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{"wq_umem_valid", 0x860, 1, 1, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_qp_in = {"create_qp_in", 0x110, 0, fields_create_qp_in};
static const struct prm_field_desc fields_create_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_qp_out = {"create_qp_out", 0x10, 0, fields_create_qp_out};
static const struct prm_field_desc fields_destroy_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_qp_in = {"destroy_qp_in", 0x10, 0, fields_destroy_qp_in};
static const struct prm_field_desc fields_query_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_qp_in = {"query_qp_in", 0x10, 0, fields_query_qp_in};
static const struct prm_field_desc fields_qp_2err_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_qp_2err_in = {"qp_2err_in", 0x10, 0, fields_qp_2err_in};
static const struct prm_field_desc fields_qp_2rst_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_qp_2rst_in = {"qp_2rst_in", 0x10, 0, fields_qp_2rst_in};
static const struct prm_field_desc fields_destroy_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_qp_out = {"destroy_qp_out", 0x10, 0, fields_destroy_qp_out};
static const struct prm_field_desc fields_qp_2err_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_qp_2err_out = {"qp_2err_out", 0x10, 0, fields_qp_2err_out};
static const struct prm_field_desc fields_qp_2rst_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_qp_2rst_out = {"qp_2rst_out", 0x10, 0, fields_qp_2rst_out};
static const struct prm_field_desc fields_sqerr2rts_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_sqerr2rts_qp_out = {"sqerr2rts_qp_out", 0x10, 0, fields_sqerr2rts_qp_out};
static const struct prm_field_desc fields_sqd2rts_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_sqd2rts_qp_out = {"sqd2rts_qp_out", 0x10, 0, fields_sqd2rts_qp_out};
static const struct prm_field_desc fields_query_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_qp_out = {"query_qp_out", 0x110, 0, fields_query_qp_out};
static const struct prm_field_desc fields_rst2init_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rst2init_qp_in = {"rst2init_qp_in", 0x110, 0, fields_rst2init_qp_in};
static const struct prm_field_desc fields_init2rtr_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init2rtr_qp_in = {"init2rtr_qp_in", 0x110, 0, fields_init2rtr_qp_in};
static const struct prm_field_desc fields_rtr2rts_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rtr2rts_qp_in = {"rtr2rts_qp_in", 0x110, 0, fields_rtr2rts_qp_in};
static const struct prm_field_desc fields_rts2rts_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rts2rts_qp_in = {"rts2rts_qp_in", 0x110, 0, fields_rts2rts_qp_in};
static const struct prm_field_desc fields_init2init_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"ece", 0xa0, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init2init_qp_in = {"init2init_qp_in", 0x110, 0, fields_init2init_qp_in};
static const struct prm_field_desc fields_rst2init_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rst2init_qp_out = {"rst2init_qp_out", 0x10, 0, fields_rst2init_qp_out};
static const struct prm_field_desc fields_init2rtr_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init2rtr_qp_out = {"init2rtr_qp_out", 0x10, 0, fields_init2rtr_qp_out};
static const struct prm_field_desc fields_rtr2rts_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rtr2rts_qp_out = {"rtr2rts_qp_out", 0x10, 0, fields_rtr2rts_qp_out};
static const struct prm_field_desc fields_rts2rts_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rts2rts_qp_out = {"rts2rts_qp_out", 0x10, 0, fields_rts2rts_qp_out};
static const struct prm_field_desc fields_init2init_qp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"ece", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_init2init_qp_out = {"init2init_qp_out", 0x10, 0, fields_init2init_qp_out};
static const struct prm_field_desc fields_sqerr2rts_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_sqerr2rts_qp_in = {"sqerr2rts_qp_in", 0x110, 0, fields_sqerr2rts_qp_in};
static const struct prm_field_desc fields_sqd2rts_qp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"qpn", 0x48, 24, 1, NULL},
	{"opt_param_mask", 0x80, 32, 1, NULL},
	{"qpc", 0xc0, 1856, 1, &layout_qpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_sqd2rts_qp_in = {"sqd2rts_qp_in", 0x110, 0, fields_sqd2rts_qp_in};
static const struct prm_field_desc fields_wq[] = {
	{"wq_type", 0x0, 4, 1, NULL},
	{"wq_signature", 0x4, 1, 1, NULL},
	{"end_padding_mode", 0x5, 2, 1, NULL},
	{"cd_slave", 0x7, 1, 1, NULL},
	{"page_offset", 0x2b, 5, 1, NULL},
	{"lwm", 0x30, 16, 1, NULL},
	{"pd", 0x48, 24, 1, NULL},
	{"uar_page", 0x68, 24, 1, NULL},
	{"dbr_addr", 0x80, 64, 1, NULL},
	{"hw_counter", 0xc0, 32, 1, NULL},
	{"sw_counter", 0xe0, 32, 1, NULL},
	{"log_wq_stride", 0x10c, 4, 1, NULL},
	{"log_wq_pg_sz", 0x113, 5, 1, NULL},
	{"log_wq_sz", 0x11b, 5, 1, NULL},
	{"dbr_umem_valid", 0x120, 1, 1, NULL},
	{"wq_umem_valid", 0x121, 1, 1, NULL},
	{"log_wqe_num_of_strides", 0x134, 4, 1, NULL},
	{"two_byte_shift_en", 0x138, 1, 1, NULL},
	{"log_wqe_stride_size", 0x13d, 3, 1, NULL},
	{"pas", 0x600, 64, 0, &layout_cmd_pas},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wq = {"wq", 0xc0, 0, fields_wq};
static const struct prm_field_desc fields_rmpc[] = {
	{"state", 0x8, 4, 1, NULL},
	{"basic_cyclic_rcv_wqe", 0x20, 1, 1, NULL},
	{"wq", 0x180, 1536, 1, &layout_wq},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rmpc = {"rmpc", 0xf0, 0, fields_rmpc};
static const struct prm_field_desc fields_rmp_bitmask[] = {
	{"lwm", 0x3f, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_rmp_bitmask = {"rmp_bitmask", 0x8, 0, fields_rmp_bitmask};
static const struct prm_field_desc fields_create_rmp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"ctx", 0x100, 1920, 1, &layout_rmpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_rmp_in = {"create_rmp_in", 0x110, 0, fields_create_rmp_in};
static const struct prm_field_desc fields_create_rmp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"rmpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_rmp_out = {"create_rmp_out", 0x10, 0, fields_create_rmp_out};
static const struct prm_field_desc fields_destroy_rmp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"rmpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_rmp_in = {"destroy_rmp_in", 0x10, 0, fields_destroy_rmp_in};
static const struct prm_field_desc fields_query_rmp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"rmpn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_rmp_in = {"query_rmp_in", 0x10, 0, fields_query_rmp_in};
static const struct prm_field_desc fields_destroy_rmp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_rmp_out = {"destroy_rmp_out", 0x10, 0, fields_destroy_rmp_out};
static const struct prm_field_desc fields_modify_rmp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_rmp_out = {"modify_rmp_out", 0x10, 0, fields_modify_rmp_out};
static const struct prm_field_desc fields_query_rmp_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"rmp_context", 0x100, 1920, 1, &layout_rmpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_rmp_out = {"query_rmp_out", 0x110, 0, fields_query_rmp_out};
static const struct prm_field_desc fields_modify_rmp_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"rmp_state", 0x40, 4, 1, NULL},
	{"rmpn", 0x48, 24, 1, NULL},
	{"bitmask", 0x80, 64, 1, &layout_rmp_bitmask},
	{"ctx", 0x100, 1920, 1, &layout_rmpc},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_modify_rmp_in = {"modify_rmp_in", 0x110, 0, fields_modify_rmp_in};
static const struct prm_field_desc fields_srqc[] = {
	{"state", 0x0, 4, 1, NULL},
	{"log_srq_size", 0x4, 4, 1, NULL},
	{"wq_signature", 0x20, 1, 1, NULL},
	{"cont_srq", 0x21, 1, 1, NULL},
	{"rlky", 0x23, 1, 1, NULL},
	{"log_rq_stride", 0x25, 3, 1, NULL},
	{"xrcd", 0x28, 24, 1, NULL},
	{"page_offset", 0x40, 6, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{"log_page_size", 0x82, 6, 1, NULL},
	{"pd", 0xc8, 24, 1, NULL},
	{"lwm", 0xe0, 16, 1, NULL},
	{"wqe_cnt", 0xf0, 16, 1, NULL},
	{"dbr_addr", 0x140, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_srqc = {"srqc", 0x40, 0, fields_srqc};
static const struct prm_field_desc fields_create_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"srq_context_entry", 0x80, 512, 1, &layout_srqc},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_srq_in = {"create_srq_in", 0x110, 0, fields_create_srq_in};
static const struct prm_field_desc fields_create_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_srq_out = {"create_srq_out", 0x10, 0, fields_create_srq_out};
static const struct prm_field_desc fields_destroy_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_srq_in = {"destroy_srq_in", 0x10, 0, fields_destroy_srq_in};
static const struct prm_field_desc fields_query_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_srq_in = {"query_srq_in", 0x10, 0, fields_query_srq_in};
static const struct prm_field_desc fields_destroy_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_srq_out = {"destroy_srq_out", 0x10, 0, fields_destroy_srq_out};
static const struct prm_field_desc fields_arm_rq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_arm_rq_out = {"arm_rq_out", 0x10, 0, fields_arm_rq_out};
static const struct prm_field_desc fields_arm_rq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"srq_number", 0x48, 24, 1, NULL},
	{"lwm", 0x70, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_arm_rq_in = {"arm_rq_in", 0x10, 0, fields_arm_rq_in};
static const struct prm_field_desc fields_query_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"srq_context_entry", 0x80, 512, 1, &layout_srqc},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_srq_out = {"query_srq_out", 0x110, 0, fields_query_srq_out};
static const struct prm_field_desc fields_xrc_srqc[] = {
	{"state", 0x0, 4, 1, NULL},
	{"log_xrc_srq_size", 0x4, 4, 1, NULL},
	{"wq_signature", 0x20, 1, 1, NULL},
	{"cont_srq", 0x21, 1, 1, NULL},
	{"rlky", 0x23, 1, 1, NULL},
	{"basic_cyclic_rcv_wqe", 0x24, 1, 1, NULL},
	{"log_rq_stride", 0x25, 3, 1, NULL},
	{"xrcd", 0x28, 24, 1, NULL},
	{"page_offset", 0x40, 6, 1, NULL},
	{"dbr_umem_valid", 0x47, 1, 1, NULL},
	{"cqn", 0x48, 24, 1, NULL},
	{"user_index_equal_xrc_srqn", 0x80, 1, 1, NULL},
	{"log_page_size", 0x82, 6, 1, NULL},
	{"user_index", 0x88, 24, 1, NULL},
	{"pd", 0xc8, 24, 1, NULL},
	{"lwm", 0xe0, 16, 1, NULL},
	{"wqe_cnt", 0xf0, 16, 1, NULL},
	{"db_record_addr_h", 0x140, 32, 1, NULL},
	{"db_record_addr_l", 0x160, 30, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_xrc_srqc = {"xrc_srqc", 0x40, 0, fields_xrc_srqc};
static const struct prm_field_desc fields_create_xrc_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"xrc_srq_context_entry", 0x80, 512, 1, &layout_xrc_srqc},
	{"xrc_srq_umem_valid", 0x2e0, 1, 1, NULL},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_xrc_srq_in = {"create_xrc_srq_in", 0x110, 0, fields_create_xrc_srq_in};
static const struct prm_field_desc fields_create_xrc_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"xrc_srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_create_xrc_srq_out = {"create_xrc_srq_out", 0x10, 0, fields_create_xrc_srq_out};
static const struct prm_field_desc fields_destroy_xrc_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"xrc_srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_xrc_srq_in = {"destroy_xrc_srq_in", 0x10, 0, fields_destroy_xrc_srq_in};
static const struct prm_field_desc fields_query_xrc_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"xrc_srqn", 0x48, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_xrc_srq_in = {"query_xrc_srq_in", 0x10, 0, fields_query_xrc_srq_in};
static const struct prm_field_desc fields_destroy_xrc_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_destroy_xrc_srq_out = {"destroy_xrc_srq_out", 0x10, 0, fields_destroy_xrc_srq_out};
static const struct prm_field_desc fields_arm_xrc_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_arm_xrc_srq_out = {"arm_xrc_srq_out", 0x10, 0, fields_arm_xrc_srq_out};
static const struct prm_field_desc fields_query_xrc_srq_out[] = {
	{"status", 0x0, 8, 1, NULL},
	{"syndrome", 0x20, 32, 1, NULL},
	{"xrc_srq_context_entry", 0x80, 512, 1, &layout_xrc_srqc},
	{"pas", 0x880, 64, 0, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_query_xrc_srq_out = {"query_xrc_srq_out", 0x110, 0, fields_query_xrc_srq_out};
static const struct prm_field_desc fields_arm_xrc_srq_in[] = {
	{"opcode", 0x0, 16, 1, NULL},
	{"uid", 0x10, 16, 1, NULL},
	{"op_mod", 0x30, 16, 1, NULL},
	{"xrc_srqn", 0x48, 24, 1, NULL},
	{"lwm", 0x70, 16, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_arm_xrc_srq_in = {"arm_xrc_srq_in", 0x10, 0, fields_arm_xrc_srq_in};
static const struct prm_field_desc fields_wqe_ctrl_seg[] = {
	{"opmod", 0x0, 8, 1, NULL},
	{"wqe_index", 0x8, 16, 1, NULL},
	{"opcode", 0x18, 8, 1, NULL},
	{"qpn", 0x20, 24, 1, NULL},
	{"ds", 0x3a, 6, 1, NULL},
	{"signature", 0x40, 8, 1, NULL},
	{"fm", 0x58, 3, 1, NULL},
	{"ce", 0x5c, 2, 1, NULL},
	{"se", 0x5e, 1, 1, NULL},
	{"imm", 0x60, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_ctrl_seg = {"wqe_ctrl_seg", 0x10, 0, fields_wqe_ctrl_seg};
static const struct prm_field_desc fields_wqe_umr_ctrl_seg[] = {
	{"flags", 0x0, 8, 1, NULL},
	{"xlt_octowords", 0x20, 16, 1, NULL},
	{"xlt_offset", 0x30, 16, 1, NULL},
	{"mkey_mask", 0x40, 64, 1, NULL},
	{"xlt_offset_47_16", 0x80, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_umr_ctrl_seg = {"wqe_umr_ctrl_seg", 0x30, 0, fields_wqe_umr_ctrl_seg};
static const struct prm_field_desc fields_mkey_seg[] = {
	{"free", 0x1, 1, 1, NULL},
	{"a", 0x11, 1, 1, NULL},
	{"rw", 0x12, 1, 1, NULL},
	{"rr", 0x13, 1, 1, NULL},
	{"lw", 0x14, 1, 1, NULL},
	{"lr", 0x15, 1, 1, NULL},
	{"access_mode_1_0", 0x16, 2, 1, NULL},
	{"qpn", 0x20, 24, 1, NULL},
	{"mkey_7_0", 0x38, 8, 1, NULL},
	{"length64", 0x60, 1, 1, NULL},
	{"bsf_en", 0x61, 1, 1, NULL},
	{"en_rinval", 0x67, 1, 1, NULL},
	{"pd", 0x68, 24, 1, NULL},
	{"start_addr", 0x80, 64, 1, NULL},
	{"len", 0xc0, 64, 1, NULL},
	{"bsfs_octo_size", 0x100, 32, 1, NULL},
	{"xlt_oct_size", 0x1a0, 32, 1, NULL},
	{"log2_page_size", 0x1d8, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_mkey_seg = {"mkey_seg", 0x40, 0, fields_mkey_seg};
static const struct prm_field_desc fields_klm[] = {
	{"bcount", 0x0, 32, 1, NULL},
	{"key", 0x20, 32, 1, NULL},
	{"va", 0x40, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_klm = {"klm", 0x10, 0, fields_klm};
static const struct prm_field_desc fields_wqe_data_seg[] = {
	{"byte_count", 0x0, 32, 1, NULL},
	{"lkey", 0x20, 32, 1, NULL},
	{"addr", 0x40, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_data_seg = {"wqe_data_seg", 0x10, 0, fields_wqe_data_seg};
static const struct prm_field_desc fields_wqe_inline_seg[] = {
	{"inline", 0x0, 1, 1, NULL},
	{"byte_count", 0x16, 10, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_inline_seg = {"wqe_inline_seg", 0x4, 0, fields_wqe_inline_seg};
static const struct prm_field_desc fields_wqe_raddr_seg[] = {
	{"raddr", 0x0, 64, 1, NULL},
	{"rkey", 0x40, 32, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_raddr_seg = {"wqe_raddr_seg", 0x10, 0, fields_wqe_raddr_seg};
static const struct prm_field_desc fields_wqe_atomic_seg[] = {
	{"swap_add", 0x0, 64, 1, NULL},
	{"compare", 0x40, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_atomic_seg = {"wqe_atomic_seg", 0x10, 0, fields_wqe_atomic_seg};
static const struct prm_field_desc fields_wqe_masked_atomic_seg[] = {
	{"swap_add", 0x0, 64, 1, NULL},
	{"compare", 0x40, 64, 1, NULL},
	{"swap_add_mask", 0x80, 64, 1, NULL},
	{"compare_mask", 0xc0, 64, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_masked_atomic_seg = {"wqe_masked_atomic_seg", 0x20, 0, fields_wqe_masked_atomic_seg};
static const struct prm_field_desc fields_wqe_xrc_seg[] = {
	{"xrc_srqn", 0x8, 24, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_xrc_seg = {"wqe_xrc_seg", 0x10, 0, fields_wqe_xrc_seg};
static const struct prm_field_desc fields_av[] = {
	{"q_key", 0x0, 32, 1, NULL},
	{"ext", 0x40, 1, 1, NULL},
	{"dqp", 0x48, 24, 1, NULL},
	{"stat_rate", 0x60, 4, 1, NULL},
	{"sl", 0x64, 4, 1, NULL},
	{"fl", 0x68, 1, 1, NULL},
	{"mlid", 0x69, 7, 1, NULL},
	{"rlid", 0x70, 16, 1, NULL},
	{"tclass", 0xd0, 8, 1, NULL},
	{"hop_limit", 0xd8, 8, 1, NULL},
	{"grh", 0xe1, 1, 1, NULL},
	{"src_addr_index", 0xe4, 8, 1, NULL},
	{"flow_label", 0xec, 20, 1, NULL},
	{"rgid", 0x100, 128, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_av = {"av", 0x30, 0, fields_av};
static const struct prm_field_desc fields_wqe_srq_next_seg[] = {
	{"next_wqe_index", 0x10, 16, 1, NULL},
	{"signature", 0x20, 8, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_wqe_srq_next_seg = {"wqe_srq_next_seg", 0x10, 0, fields_wqe_srq_next_seg};
static const struct prm_field_desc fields_cqe64[] = {
	{"ml_path", 0x88, 8, 1, NULL},
	{"slid", 0xb0, 16, 1, NULL},
	{"flags_rqpn", 0xc0, 32, 1, NULL},
	{"srqn", 0x108, 24, 1, NULL},
	{"immediate", 0x120, 32, 1, NULL},
	{"byte_cnt", 0x160, 32, 1, NULL},
	{"timestamp_h", 0x180, 32, 1, NULL},
	{"timestamp_l", 0x1a0, 32, 1, NULL},
	{"send_opcode", 0x1c0, 8, 1, NULL},
	{"qpn", 0x1c8, 24, 1, NULL},
	{"wqe_counter", 0x1e0, 16, 1, NULL},
	{"signature", 0x1f0, 8, 1, NULL},
	{"opcode", 0x1f8, 4, 1, NULL},
	{"format", 0x1fc, 2, 1, NULL},
	{"se", 0x1fe, 1, 1, NULL},
	{"owner", 0x1ff, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_cqe64 = {"cqe64", 0x40, 0, fields_cqe64};
static const struct prm_field_desc fields_err_cqe[] = {
	{"srqn", 0x108, 24, 1, NULL},
	{"vendor_err_synd", 0x1b0, 8, 1, NULL},
	{"syndrome", 0x1b8, 8, 1, NULL},
	{"wqe_opcode", 0x1c0, 8, 1, NULL},
	{"qpn", 0x1c8, 24, 1, NULL},
	{"wqe_counter", 0x1e0, 16, 1, NULL},
	{"signature", 0x1f0, 8, 1, NULL},
	{"opcode", 0x1f8, 4, 1, NULL},
	{"owner", 0x1ff, 1, 1, NULL},
	{NULL, 0, 0, 0, NULL},
};
static const struct prm_layout_desc layout_err_cqe = {"err_cqe", 0x40, 0, fields_err_cqe};

const struct prm_layout_desc *const lac_prm_layouts[] = {
	&layout_mbox_in,
	&layout_mbox_out,
	&layout_cmd_pas,
	&layout_ads,
	&layout_cmd_hca_cap,
	&layout_atomic_caps,
	&layout_roce_cap,
	&layout_hca_cap_union,
	&layout_query_hca_cap_in,
	&layout_query_hca_cap_out,
	&layout_set_hca_cap_in,
	&layout_set_hca_cap_out,
	&layout_cqc,
	&layout_create_cq_in,
	&layout_create_cq_out,
	&layout_destroy_cq_in,
	&layout_query_cq_in,
	&layout_destroy_cq_out,
	&layout_modify_cq_out,
	&layout_query_cq_out,
	&layout_modify_cq_in,
	&layout_eqc,
	&layout_create_eq_in,
	&layout_create_eq_out,
	&layout_destroy_eq_in,
	&layout_query_eq_in,
	&layout_destroy_eq_out,
	&layout_query_eq_out,
	&layout_eqe_comp,
	&layout_eqe_cmd,
	&layout_eqe_page_req,
	&layout_eqe_qp_srq,
	&layout_eqe_cq_err,
	&layout_eqe_port_state,
	&layout_ev_data,
	&layout_eqe,
	&layout_enable_hca_in,
	&layout_disable_hca_in,
	&layout_enable_hca_out,
	&layout_disable_hca_out,
	&layout_query_issi_in,
	&layout_query_issi_out,
	&layout_set_issi_in,
	&layout_set_issi_out,
	&layout_init_hca_in,
	&layout_init_hca_out,
	&layout_teardown_hca_in,
	&layout_teardown_hca_out,
	&layout_query_adapter_in,
	&layout_query_adapter_param_block,
	&layout_query_adapter_out,
	&layout_query_special_contexts_in,
	&layout_query_special_contexts_out,
	&layout_set_driver_version_in,
	&layout_set_driver_version_out,
	&layout_health_buffer,
	&layout_init_seg,
	&layout_cmd_layout,
	&layout_cmd_prot_block,
	&layout_mkc,
	&layout_create_mkey_in,
	&layout_create_mkey_out,
	&layout_destroy_mkey_in,
	&layout_destroy_mkey_out,
	&layout_query_mkey_in,
	&layout_query_mkey_out,
	&layout_mtt,
	&layout_alloc_uar_in,
	&layout_alloc_pd_in,
	&layout_alloc_transport_domain_in,
	&layout_alloc_xrcd_in,
	&layout_alloc_uar_out,
	&layout_alloc_pd_out,
	&layout_alloc_transport_domain_out,
	&layout_alloc_xrcd_out,
	&layout_dealloc_uar_in,
	&layout_dealloc_pd_in,
	&layout_dealloc_transport_domain_in,
	&layout_dealloc_xrcd_in,
	&layout_dealloc_uar_out,
	&layout_dealloc_pd_out,
	&layout_dealloc_transport_domain_out,
	&layout_dealloc_xrcd_out,
	&layout_attach_to_mcg_in,
	&layout_detach_from_mcg_in,
	&layout_attach_to_mcg_out,
	&layout_detach_from_mcg_out,
	&layout_uctx,
	&layout_create_uctx_in,
	&layout_create_uctx_out,
	&layout_destroy_uctx_in,
	&layout_destroy_uctx_out,
	&layout_query_pages_in,
	&layout_query_pages_out,
	&layout_manage_pages_in,
	&layout_manage_pages_out,
	&layout_access_register_in,
	&layout_access_register_out,
	&layout_pmtu_reg,
	&layout_ptys_reg,
	&layout_paos_reg,
	&layout_pvlc_reg,
	&layout_node_desc_reg,
	&layout_host_endianness_reg,
	&layout_hca_vport_context,
	&layout_query_hca_vport_context_in,
	&layout_query_hca_vport_context_out,
	&layout_modify_hca_vport_context_in,
	&layout_modify_hca_vport_context_out,
	&layout_array128_auto,
	&layout_query_hca_vport_gid_in,
	&layout_query_hca_vport_gid_out,
	&layout_pkey,
	&layout_query_hca_vport_pkey_in,
	&layout_query_hca_vport_pkey_out,
	&layout_query_vport_state_in,
	&layout_query_vport_state_out,
	&layout_mad_ifc_in,
	&layout_mad_ifc_out,
	&layout_qpc,
	&layout_create_qp_in,
	&layout_create_qp_out,
	&layout_destroy_qp_in,
	&layout_query_qp_in,
	&layout_qp_2err_in,
	&layout_qp_2rst_in,
	&layout_destroy_qp_out,
	&layout_qp_2err_out,
	&layout_qp_2rst_out,
	&layout_sqerr2rts_qp_out,
	&layout_sqd2rts_qp_out,
	&layout_query_qp_out,
	&layout_rst2init_qp_in,
	&layout_init2rtr_qp_in,
	&layout_rtr2rts_qp_in,
	&layout_rts2rts_qp_in,
	&layout_init2init_qp_in,
	&layout_rst2init_qp_out,
	&layout_init2rtr_qp_out,
	&layout_rtr2rts_qp_out,
	&layout_rts2rts_qp_out,
	&layout_init2init_qp_out,
	&layout_sqerr2rts_qp_in,
	&layout_sqd2rts_qp_in,
	&layout_wq,
	&layout_rmpc,
	&layout_rmp_bitmask,
	&layout_create_rmp_in,
	&layout_create_rmp_out,
	&layout_destroy_rmp_in,
	&layout_query_rmp_in,
	&layout_destroy_rmp_out,
	&layout_modify_rmp_out,
	&layout_query_rmp_out,
	&layout_modify_rmp_in,
	&layout_srqc,
	&layout_create_srq_in,
	&layout_create_srq_out,
	&layout_destroy_srq_in,
	&layout_query_srq_in,
	&layout_destroy_srq_out,
	&layout_arm_rq_out,
	&layout_arm_rq_in,
	&layout_query_srq_out,
	&layout_xrc_srqc,
	&layout_create_xrc_srq_in,
	&layout_create_xrc_srq_out,
	&layout_destroy_xrc_srq_in,
	&layout_query_xrc_srq_in,
	&layout_destroy_xrc_srq_out,
	&layout_arm_xrc_srq_out,
	&layout_query_xrc_srq_out,
	&layout_arm_xrc_srq_in,
	&layout_wqe_ctrl_seg,
	&layout_wqe_umr_ctrl_seg,
	&layout_mkey_seg,
	&layout_klm,
	&layout_wqe_data_seg,
	&layout_wqe_inline_seg,
	&layout_wqe_raddr_seg,
	&layout_wqe_atomic_seg,
	&layout_wqe_masked_atomic_seg,
	&layout_wqe_xrc_seg,
	&layout_av,
	&layout_wqe_srq_next_seg,
	&layout_cqe64,
	&layout_err_cqe,
	NULL,
};

const struct prm_cmd_desc lac_prm_cmds[] = {
	{0x100, "QUERY_HCA_CAP", &layout_query_hca_cap_in, &layout_query_hca_cap_out},
	{0x101, "QUERY_ADAPTER", &layout_query_adapter_in, &layout_query_adapter_out},
	{0x102, "INIT_HCA", &layout_init_hca_in, &layout_init_hca_out},
	{0x103, "TEARDOWN_HCA", &layout_teardown_hca_in, &layout_teardown_hca_out},
	{0x104, "ENABLE_HCA", &layout_enable_hca_in, &layout_enable_hca_out},
	{0x105, "DISABLE_HCA", &layout_disable_hca_in, &layout_disable_hca_out},
	{0x107, "QUERY_PAGES", &layout_query_pages_in, &layout_query_pages_out},
	{0x108, "MANAGE_PAGES", &layout_manage_pages_in, &layout_manage_pages_out},
	{0x109, "SET_HCA_CAP", &layout_set_hca_cap_in, &layout_set_hca_cap_out},
	{0x10a, "QUERY_ISSI", &layout_query_issi_in, &layout_query_issi_out},
	{0x10b, "SET_ISSI", &layout_set_issi_in, &layout_set_issi_out},
	{0x10d, "SET_DRIVER_VERSION", &layout_set_driver_version_in, &layout_set_driver_version_out},
	{0x200, "CREATE_MKEY", &layout_create_mkey_in, &layout_create_mkey_out},
	{0x201, "QUERY_MKEY", &layout_query_mkey_in, &layout_query_mkey_out},
	{0x202, "DESTROY_MKEY", &layout_destroy_mkey_in, &layout_destroy_mkey_out},
	{0x203, "QUERY_SPECIAL_CONTEXTS", &layout_query_special_contexts_in, &layout_query_special_contexts_out},
	{0x301, "CREATE_EQ", &layout_create_eq_in, &layout_create_eq_out},
	{0x302, "DESTROY_EQ", &layout_destroy_eq_in, &layout_destroy_eq_out},
	{0x303, "QUERY_EQ", &layout_query_eq_in, &layout_query_eq_out},
	{0x400, "CREATE_CQ", &layout_create_cq_in, &layout_create_cq_out},
	{0x401, "DESTROY_CQ", &layout_destroy_cq_in, &layout_destroy_cq_out},
	{0x402, "QUERY_CQ", &layout_query_cq_in, &layout_query_cq_out},
	{0x403, "MODIFY_CQ", &layout_modify_cq_in, &layout_modify_cq_out},
	{0x500, "CREATE_QP", &layout_create_qp_in, &layout_create_qp_out},
	{0x501, "DESTROY_QP", &layout_destroy_qp_in, &layout_destroy_qp_out},
	{0x502, "RST2INIT_QP", &layout_rst2init_qp_in, &layout_rst2init_qp_out},
	{0x503, "INIT2RTR_QP", &layout_init2rtr_qp_in, &layout_init2rtr_qp_out},
	{0x504, "RTR2RTS_QP", &layout_rtr2rts_qp_in, &layout_rtr2rts_qp_out},
	{0x505, "RTS2RTS_QP", &layout_rts2rts_qp_in, &layout_rts2rts_qp_out},
	{0x506, "SQERR2RTS_QP", &layout_sqerr2rts_qp_in, &layout_sqerr2rts_qp_out},
	{0x507, "2ERR_QP", &layout_qp_2err_in, &layout_qp_2err_out},
	{0x50a, "2RST_QP", &layout_qp_2rst_in, &layout_qp_2rst_out},
	{0x50b, "QUERY_QP", &layout_query_qp_in, &layout_query_qp_out},
	{0x50c, "SQD_RTS_QP", &layout_sqd2rts_qp_in, &layout_sqd2rts_qp_out},
	{0x50d, "MAD_IFC", &layout_mad_ifc_in, &layout_mad_ifc_out},
	{0x50e, "INIT2INIT_QP", &layout_init2init_qp_in, &layout_init2init_qp_out},
	{0x700, "CREATE_SRQ", &layout_create_srq_in, &layout_create_srq_out},
	{0x701, "DESTROY_SRQ", &layout_destroy_srq_in, &layout_destroy_srq_out},
	{0x702, "QUERY_SRQ", &layout_query_srq_in, &layout_query_srq_out},
	{0x703, "ARM_RQ", &layout_arm_rq_in, &layout_arm_rq_out},
	{0x705, "CREATE_XRC_SRQ", &layout_create_xrc_srq_in, &layout_create_xrc_srq_out},
	{0x706, "DESTROY_XRC_SRQ", &layout_destroy_xrc_srq_in, &layout_destroy_xrc_srq_out},
	{0x707, "QUERY_XRC_SRQ", &layout_query_xrc_srq_in, &layout_query_xrc_srq_out},
	{0x708, "ARM_XRC_SRQ", &layout_arm_xrc_srq_in, &layout_arm_xrc_srq_out},
	{0x750, "QUERY_VPORT_STATE", &layout_query_vport_state_in, &layout_query_vport_state_out},
	{0x762, "QUERY_HCA_VPORT_CONTEXT", &layout_query_hca_vport_context_in, &layout_query_hca_vport_context_out},
	{0x763, "MODIFY_HCA_VPORT_CONTEXT", &layout_modify_hca_vport_context_in, &layout_modify_hca_vport_context_out},
	{0x764, "QUERY_HCA_VPORT_GID", &layout_query_hca_vport_gid_in, &layout_query_hca_vport_gid_out},
	{0x765, "QUERY_HCA_VPORT_PKEY", &layout_query_hca_vport_pkey_in, &layout_query_hca_vport_pkey_out},
	{0x800, "ALLOC_PD", &layout_alloc_pd_in, &layout_alloc_pd_out},
	{0x801, "DEALLOC_PD", &layout_dealloc_pd_in, &layout_dealloc_pd_out},
	{0x802, "ALLOC_UAR", &layout_alloc_uar_in, &layout_alloc_uar_out},
	{0x803, "DEALLOC_UAR", &layout_dealloc_uar_in, &layout_dealloc_uar_out},
	{0x805, "ACCESS_REG", &layout_access_register_in, &layout_access_register_out},
	{0x806, "ATTACH_TO_MCG", &layout_attach_to_mcg_in, &layout_attach_to_mcg_out},
	{0x807, "DETACH_FROM_MCG", &layout_detach_from_mcg_in, &layout_detach_from_mcg_out},
	{0x80e, "ALLOC_XRCD", &layout_alloc_xrcd_in, &layout_alloc_xrcd_out},
	{0x80f, "DEALLOC_XRCD", &layout_dealloc_xrcd_in, &layout_dealloc_xrcd_out},
	{0x816, "ALLOC_TRANSPORT_DOMAIN", &layout_alloc_transport_domain_in, &layout_alloc_transport_domain_out},
	{0x817, "DEALLOC_TRANSPORT_DOMAIN", &layout_dealloc_transport_domain_in, &layout_dealloc_transport_domain_out},
	{0x90c, "CREATE_RMP", &layout_create_rmp_in, &layout_create_rmp_out},
	{0x90d, "MODIFY_RMP", &layout_modify_rmp_in, &layout_modify_rmp_out},
	{0x90e, "DESTROY_RMP", &layout_destroy_rmp_in, &layout_destroy_rmp_out},
	{0x90f, "QUERY_RMP", &layout_query_rmp_in, &layout_query_rmp_out},
	{0xa04, "CREATE_UCTX", &layout_create_uctx_in, &layout_create_uctx_out},
	{0xa06, "DESTROY_UCTX", &layout_destroy_uctx_in, &layout_destroy_uctx_out},
	{0, NULL, NULL, NULL},
};
