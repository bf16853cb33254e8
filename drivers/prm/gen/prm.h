/* SPDX-License-Identifier: BSD-3-Clause */
/* Typed accessors: a layout is a struct of big-endian bytes, a field a pair of functions.
 * Written by devtools/prmgen from the specs in drivers/prm: change those, then run it. */
/* clang-format off */
#ifndef PRM_H
#define PRM_H

#include "prm/be.h"
#include "prm_names.h"

#ifdef __cplusplus
extern "C" {
#endif

/* PRM, Command Interface, command input */
struct prm_mbox_in { uint8_t b[0x10]; };
static inline uint32_t prm_mbox_in_opcode(const struct prm_mbox_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_mbox_in_set_opcode(struct prm_mbox_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_mbox_in_uid(const struct prm_mbox_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_mbox_in_set_uid(struct prm_mbox_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_mbox_in_op_mod(const struct prm_mbox_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_mbox_in_set_op_mod(struct prm_mbox_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, Command Interface, command output */
struct prm_mbox_out { uint8_t b[0x10]; };
static inline uint32_t prm_mbox_out_status(const struct prm_mbox_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_mbox_out_set_status(struct prm_mbox_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_mbox_out_syndrome(const struct prm_mbox_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_mbox_out_set_syndrome(struct prm_mbox_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, physical address of a page; mlx5_ifc.h cmd_pas */
struct prm_cmd_pas { uint8_t b[0x8]; };
static inline uint32_t prm_cmd_pas_pa_h(const struct prm_cmd_pas *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_cmd_pas_set_pa_h(struct prm_cmd_pas *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_cmd_pas_pa_l(const struct prm_cmd_pas *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 12, 20); }
static inline void prm_cmd_pas_set_pa_l(struct prm_cmd_pas *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 12, 20, v); }

/* PRM, Address Path; mlx5_ifc.h ads */
struct prm_ads { uint8_t b[0x2c]; };
static inline uint32_t prm_ads_fl(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 31, 1); }
static inline void prm_ads_set_fl(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 31, 1, v); }
static inline uint32_t prm_ads_free_ar(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 30, 1); }
static inline void prm_ads_set_free_ar(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 30, 1, v); }
static inline uint32_t prm_ads_pkey_index(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_ads_set_pkey_index(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_ads_grh(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 23, 1); }
static inline void prm_ads_set_grh(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 23, 1, v); }
static inline uint32_t prm_ads_mlid(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 16, 7); }
static inline void prm_ads_set_mlid(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 16, 7, v); }
static inline uint32_t prm_ads_rlid(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_ads_set_rlid(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_ads_ack_timeout(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 27, 5); }
static inline void prm_ads_set_ack_timeout(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 27, 5, v); }
static inline uint32_t prm_ads_src_addr_index(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 8); }
static inline void prm_ads_set_src_addr_index(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 8, v); }
static inline uint32_t prm_ads_stat_rate(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 8, 4); }
static inline void prm_ads_set_stat_rate(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 8, 4, v); }
static inline uint32_t prm_ads_hop_limit(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_ads_set_hop_limit(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }
static inline uint32_t prm_ads_tclass(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 20, 8); }
static inline void prm_ads_set_tclass(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 20, 8, v); }
static inline uint32_t prm_ads_flow_label(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 20); }
static inline void prm_ads_set_flow_label(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 20, v); }
static inline uint8_t *prm_ads_rgid_rip(struct prm_ads *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_ads_rgid_rip_const(const struct prm_ads *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }
static inline uint32_t prm_ads_f_dscp(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 27, 1); }
static inline void prm_ads_set_f_dscp(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 27, 1, v); }
static inline uint32_t prm_ads_f_ecn(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 26, 1); }
static inline void prm_ads_set_f_ecn(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 26, 1, v); }
static inline uint32_t prm_ads_f_eth_prio(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 24, 1); }
static inline void prm_ads_set_f_eth_prio(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 24, 1, v); }
static inline uint32_t prm_ads_ecn(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 22, 2); }
static inline void prm_ads_set_ecn(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 22, 2, v); }
static inline uint32_t prm_ads_dscp(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 16, 6); }
static inline void prm_ads_set_dscp(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 16, 6, v); }
static inline uint32_t prm_ads_udp_sport(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 16); }
static inline void prm_ads_set_udp_sport(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 16, v); }
static inline uint32_t prm_ads_dei_cfi(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 31, 1); }
static inline void prm_ads_set_dei_cfi(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 31, 1, v); }
static inline uint32_t prm_ads_eth_prio(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 28, 3); }
static inline void prm_ads_set_eth_prio(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 28, 3, v); }
static inline uint32_t prm_ads_sl(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 24, 4); }
static inline void prm_ads_set_sl(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 24, 4, v); }
static inline uint32_t prm_ads_vhca_port_num(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 16, 8); }
static inline void prm_ads_set_vhca_port_num(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 16, 8, v); }
static inline uint32_t prm_ads_rmac_47_32(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 16); }
static inline void prm_ads_set_rmac_47_32(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 16, v); }
static inline uint32_t prm_ads_rmac_31_0(const struct prm_ads *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 32); }
static inline void prm_ads_set_rmac_31_0(struct prm_ads *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 32, v); }

/* PRM, HCA Capabilities, general */
struct prm_cmd_hca_cap { uint8_t b[0x100]; };
static inline uint32_t prm_cmd_hca_cap_hca_cap_2(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_cmd_hca_cap_set_hca_cap_2(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_dtor(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 29, 1); }
static inline void prm_cmd_hca_cap_set_dtor(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 29, 1, v); }
static inline uint32_t prm_cmd_hca_cap_vhca_id(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_cmd_hca_cap_set_vhca_id(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_srq_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 24, 8); }
static inline void prm_cmd_hca_cap_set_log_max_srq_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 24, 8, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_qp_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 16, 8); }
static inline void prm_cmd_hca_cap_set_log_max_qp_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 16, 8, v); }
static inline uint32_t prm_cmd_hca_cap_event_cap(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 15, 1); }
static inline void prm_cmd_hca_cap_set_event_cap(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 15, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_qp(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_qp(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_ece_support(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 28, 1); }
static inline void prm_cmd_hca_cap_set_ece_support(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 28, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_srq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 16, 5); }
static inline void prm_cmd_hca_cap_set_log_max_srq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_cq_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 16, 8); }
static inline void prm_cmd_hca_cap_set_log_max_cq_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 16, 8, v); }
static inline uint32_t prm_cmd_hca_cap_relaxed_ordering_write_umr(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 15, 1); }
static inline void prm_cmd_hca_cap_set_relaxed_ordering_write_umr(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 15, 1, v); }
static inline uint32_t prm_cmd_hca_cap_relaxed_ordering_read_umr(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 14, 1); }
static inline void prm_cmd_hca_cap_set_relaxed_ordering_read_umr(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 14, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_cq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_cq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_eq_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 24, 8); }
static inline void prm_cmd_hca_cap_set_log_max_eq_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 24, 8, v); }
static inline uint32_t prm_cmd_hca_cap_relaxed_ordering_write(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 23, 1); }
static inline void prm_cmd_hca_cap_set_relaxed_ordering_write(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_relaxed_ordering_read(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 22, 1); }
static inline void prm_cmd_hca_cap_set_relaxed_ordering_read(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 22, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_mkey(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 16, 6); }
static inline void prm_cmd_hca_cap_set_log_max_mkey(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 16, 6, v); }
static inline uint32_t prm_cmd_hca_cap_dump_fill_mkey(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 7, 1); }
static inline void prm_cmd_hca_cap_set_dump_fill_mkey(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 7, 1, v); }
static inline uint32_t prm_cmd_hca_cap_fast_teardown(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 4, 1); }
static inline void prm_cmd_hca_cap_set_fast_teardown(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 4, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_eq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 4); }
static inline void prm_cmd_hca_cap_set_log_max_eq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 4, v); }
static inline uint32_t prm_cmd_hca_cap_max_indirection(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 24, 8); }
static inline void prm_cmd_hca_cap_set_max_indirection(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 24, 8, v); }
static inline uint32_t prm_cmd_hca_cap_fixed_buffer_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 23, 1); }
static inline void prm_cmd_hca_cap_set_fixed_buffer_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_mrw_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 16, 7); }
static inline void prm_cmd_hca_cap_set_log_max_mrw_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 16, 7, v); }
static inline uint32_t prm_cmd_hca_cap_force_teardown(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 15, 1); }
static inline void prm_cmd_hca_cap_set_force_teardown(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 15, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_bsf_list_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 8, 6); }
static inline void prm_cmd_hca_cap_set_log_max_bsf_list_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 8, 6, v); }
static inline uint32_t prm_cmd_hca_cap_umr_extended_translation_offset(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 7, 1); }
static inline void prm_cmd_hca_cap_set_umr_extended_translation_offset(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 7, 1, v); }
static inline uint32_t prm_cmd_hca_cap_null_mkey(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 6, 1); }
static inline void prm_cmd_hca_cap_set_null_mkey(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 6, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_klm_list_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 6); }
static inline void prm_cmd_hca_cap_set_log_max_klm_list_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 6, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_ra_req_dc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 16, 6); }
static inline void prm_cmd_hca_cap_set_log_max_ra_req_dc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 16, 6, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_ra_res_dc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 6); }
static inline void prm_cmd_hca_cap_set_log_max_ra_res_dc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 6, v); }
static inline uint32_t prm_cmd_hca_cap_release_all_pages(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 26, 1); }
static inline void prm_cmd_hca_cap_set_release_all_pages(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 26, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_ra_req_qp(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 16, 6); }
static inline void prm_cmd_hca_cap_set_log_max_ra_req_qp(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 16, 6, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_ra_res_qp(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 6); }
static inline void prm_cmd_hca_cap_set_log_max_ra_res_qp(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 6, v); }
static inline uint32_t prm_cmd_hca_cap_end_pad(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 31, 1); }
static inline void prm_cmd_hca_cap_set_end_pad(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_start_pad(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 28, 1); }
static inline void prm_cmd_hca_cap_set_start_pad(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 28, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cache_line_128byte(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 27, 1); }
static inline void prm_cmd_hca_cap_set_cache_line_128byte(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 27, 1, v); }
static inline uint32_t prm_cmd_hca_cap_qcam_reg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 16, 1); }
static inline void prm_cmd_hca_cap_set_qcam_reg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 16, 1, v); }
static inline uint32_t prm_cmd_hca_cap_gid_table_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 16); }
static inline void prm_cmd_hca_cap_set_gid_table_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_vport_counters(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 30, 1); }
static inline void prm_cmd_hca_cap_set_vport_counters(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 30, 1, v); }
static inline uint32_t prm_cmd_hca_cap_debug(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 28, 1); }
static inline void prm_cmd_hca_cap_set_debug(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 28, 1, v); }
static inline uint32_t prm_cmd_hca_cap_max_qp_cnt(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 16, 10); }
static inline void prm_cmd_hca_cap_set_max_qp_cnt(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 16, 10, v); }
static inline uint32_t prm_cmd_hca_cap_pkey_table_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 0, 16); }
static inline void prm_cmd_hca_cap_set_pkey_table_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_vport_group_manager(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 31, 1); }
static inline void prm_cmd_hca_cap_set_vport_group_manager(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_vhca_group_manager(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 30, 1); }
static inline void prm_cmd_hca_cap_set_vhca_group_manager(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 30, 1, v); }
static inline uint32_t prm_cmd_hca_cap_ib_virt(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 29, 1); }
static inline void prm_cmd_hca_cap_set_ib_virt(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 29, 1, v); }
static inline uint32_t prm_cmd_hca_cap_eth_virt(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 28, 1); }
static inline void prm_cmd_hca_cap_set_eth_virt(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 28, 1, v); }
static inline uint32_t prm_cmd_hca_cap_nic_flow_table(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 25, 1); }
static inline void prm_cmd_hca_cap_set_nic_flow_table(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 25, 1, v); }
static inline uint32_t prm_cmd_hca_cap_eswitch_manager(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 24, 1); }
static inline void prm_cmd_hca_cap_set_eswitch_manager(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 24, 1, v); }
static inline uint32_t prm_cmd_hca_cap_device_memory(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 23, 1); }
static inline void prm_cmd_hca_cap_set_device_memory(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_mcam_reg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 22, 1); }
static inline void prm_cmd_hca_cap_set_mcam_reg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 22, 1, v); }
static inline uint32_t prm_cmd_hca_cap_pcam_reg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 21, 1); }
static inline void prm_cmd_hca_cap_set_pcam_reg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 21, 1, v); }
static inline uint32_t prm_cmd_hca_cap_local_ca_ack_delay(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 16, 5); }
static inline void prm_cmd_hca_cap_set_local_ca_ack_delay(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_disable_link_up(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 11, 1); }
static inline void prm_cmd_hca_cap_set_disable_link_up(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 11, 1, v); }
static inline uint32_t prm_cmd_hca_cap_port_type(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 8, 2); }
static inline void prm_cmd_hca_cap_set_port_type(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 8, 2, v); }
static inline uint32_t prm_cmd_hca_cap_num_ports(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 8); }
static inline void prm_cmd_hca_cap_set_num_ports(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 8, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_msg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 24, 5); }
static inline void prm_cmd_hca_cap_set_log_max_msg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 24, 5, v); }
static inline uint32_t prm_cmd_hca_cap_general_notification_event(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 13, 1); }
static inline void prm_cmd_hca_cap_set_general_notification_event(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 13, 1, v); }
static inline uint32_t prm_cmd_hca_cap_fpga(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 10, 1); }
static inline void prm_cmd_hca_cap_set_fpga(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 10, 1, v); }
static inline uint32_t prm_cmd_hca_cap_stat_rate_support(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 16, 16); }
static inline void prm_cmd_hca_cap_set_stat_rate_support(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 16, 16, v); }
static inline uint32_t prm_cmd_hca_cap_pci_sync_for_fw_update_event(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 14, 1); }
static inline void prm_cmd_hca_cap_set_pci_sync_for_fw_update_event(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 14, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_version(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 4); }
static inline void prm_cmd_hca_cap_set_cqe_version(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 4, v); }
static inline uint32_t prm_cmd_hca_cap_compact_address_vector(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 31, 1); }
static inline void prm_cmd_hca_cap_set_compact_address_vector(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_ipoib_enhanced_offloads(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 28, 1); }
static inline void prm_cmd_hca_cap_set_ipoib_enhanced_offloads(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 28, 1, v); }
static inline uint32_t prm_cmd_hca_cap_ipoib_basic_offloads(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 27, 1); }
static inline void prm_cmd_hca_cap_set_ipoib_basic_offloads(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 27, 1, v); }
static inline uint32_t prm_cmd_hca_cap_repeated_block_disabled(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 25, 1); }
static inline void prm_cmd_hca_cap_set_repeated_block_disabled(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 25, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umr_modify_entity_size_disabled(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 24, 1); }
static inline void prm_cmd_hca_cap_set_umr_modify_entity_size_disabled(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 24, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umr_modify_atomic_disabled(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 23, 1); }
static inline void prm_cmd_hca_cap_set_umr_modify_atomic_disabled(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umr_indirect_mkey_disabled(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 22, 1); }
static inline void prm_cmd_hca_cap_set_umr_indirect_mkey_disabled(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 22, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umr_fence(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 20, 2); }
static inline void prm_cmd_hca_cap_set_umr_fence(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 20, 2, v); }
static inline uint32_t prm_cmd_hca_cap_dc_req_scat_data_cqe(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 19, 1); }
static inline void prm_cmd_hca_cap_set_dc_req_scat_data_cqe(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 19, 1, v); }
static inline uint32_t prm_cmd_hca_cap_drain_sigerr(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 16, 1); }
static inline void prm_cmd_hca_cap_set_drain_sigerr(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 16, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cmdif_checksum(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 14, 2); }
static inline void prm_cmd_hca_cap_set_cmdif_checksum(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 14, 2, v); }
static inline uint32_t prm_cmd_hca_cap_sigerr_cqe(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 13, 1); }
static inline void prm_cmd_hca_cap_set_sigerr_cqe(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 13, 1, v); }
static inline uint32_t prm_cmd_hca_cap_wq_signature(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 11, 1); }
static inline void prm_cmd_hca_cap_set_wq_signature(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 11, 1, v); }
static inline uint32_t prm_cmd_hca_cap_sctr_data_cqe(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 10, 1); }
static inline void prm_cmd_hca_cap_set_sctr_data_cqe(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 10, 1, v); }
static inline uint32_t prm_cmd_hca_cap_sho(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 8, 1); }
static inline void prm_cmd_hca_cap_set_sho(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 8, 1, v); }
static inline uint32_t prm_cmd_hca_cap_tph(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 7, 1); }
static inline void prm_cmd_hca_cap_set_tph(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 7, 1, v); }
static inline uint32_t prm_cmd_hca_cap_rf(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 6, 1); }
static inline void prm_cmd_hca_cap_set_rf(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 6, 1, v); }
static inline uint32_t prm_cmd_hca_cap_dct(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 5, 1); }
static inline void prm_cmd_hca_cap_set_dct(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 5, 1, v); }
static inline uint32_t prm_cmd_hca_cap_qos(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 4, 1); }
static inline void prm_cmd_hca_cap_set_qos(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 4, 1, v); }
static inline uint32_t prm_cmd_hca_cap_eth_net_offloads(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 3, 1); }
static inline void prm_cmd_hca_cap_set_eth_net_offloads(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 3, 1, v); }
static inline uint32_t prm_cmd_hca_cap_roce(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 2, 1); }
static inline void prm_cmd_hca_cap_set_roce(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 2, 1, v); }
static inline uint32_t prm_cmd_hca_cap_atomic(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 1, 1); }
static inline void prm_cmd_hca_cap_set_atomic(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 1, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cq_oi(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 31, 1); }
static inline void prm_cmd_hca_cap_set_cq_oi(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cq_resize(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 30, 1); }
static inline void prm_cmd_hca_cap_set_cq_resize(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 30, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cq_moderation(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 29, 1); }
static inline void prm_cmd_hca_cap_set_cq_moderation(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 29, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cq_eq_remap(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 25, 1); }
static inline void prm_cmd_hca_cap_set_cq_eq_remap(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 25, 1, v); }
static inline uint32_t prm_cmd_hca_cap_pg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 24, 1); }
static inline void prm_cmd_hca_cap_set_pg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 24, 1, v); }
static inline uint32_t prm_cmd_hca_cap_block_lb_mc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 23, 1); }
static inline void prm_cmd_hca_cap_set_block_lb_mc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_scqe_break_moderation(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 21, 1); }
static inline void prm_cmd_hca_cap_set_scqe_break_moderation(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 21, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cq_period_start_from_cqe(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 20, 1); }
static inline void prm_cmd_hca_cap_set_cq_period_start_from_cqe(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 20, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cd(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 19, 1); }
static inline void prm_cmd_hca_cap_set_cd(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 19, 1, v); }
static inline uint32_t prm_cmd_hca_cap_apm(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 17, 1); }
static inline void prm_cmd_hca_cap_set_apm(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 17, 1, v); }
static inline uint32_t prm_cmd_hca_cap_vector_calc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 16, 1); }
static inline void prm_cmd_hca_cap_set_vector_calc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 16, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umr_ptr_rlky(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 15, 1); }
static inline void prm_cmd_hca_cap_set_umr_ptr_rlky(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 15, 1, v); }
static inline uint32_t prm_cmd_hca_cap_imaicl(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 14, 1); }
static inline void prm_cmd_hca_cap_set_imaicl(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 14, 1, v); }
static inline uint32_t prm_cmd_hca_cap_qp_packet_based(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 13, 1); }
static inline void prm_cmd_hca_cap_set_qp_packet_based(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 13, 1, v); }
static inline uint32_t prm_cmd_hca_cap_qkv(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 9, 1); }
static inline void prm_cmd_hca_cap_set_qkv(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 9, 1, v); }
static inline uint32_t prm_cmd_hca_cap_pkv(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 8, 1); }
static inline void prm_cmd_hca_cap_set_pkv(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 8, 1, v); }
static inline uint32_t prm_cmd_hca_cap_set_deth_sqpn(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 7, 1); }
static inline void prm_cmd_hca_cap_set_set_deth_sqpn(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 7, 1, v); }
static inline uint32_t prm_cmd_hca_cap_xrc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 3, 1); }
static inline void prm_cmd_hca_cap_set_xrc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 3, 1, v); }
static inline uint32_t prm_cmd_hca_cap_ud(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 2, 1); }
static inline void prm_cmd_hca_cap_set_ud(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 2, 1, v); }
static inline uint32_t prm_cmd_hca_cap_uc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 1, 1); }
static inline void prm_cmd_hca_cap_set_uc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 1, 1, v); }
static inline uint32_t prm_cmd_hca_cap_rc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 0, 1); }
static inline void prm_cmd_hca_cap_set_rc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 0, 1, v); }
static inline uint32_t prm_cmd_hca_cap_uar_4k(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 31, 1); }
static inline void prm_cmd_hca_cap_set_uar_4k(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_fl_rc_qp_when_roce_disabled(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 23, 1); }
static inline void prm_cmd_hca_cap_set_fl_rc_qp_when_roce_disabled(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 23, 1, v); }
static inline uint32_t prm_cmd_hca_cap_uar_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 16, 6); }
static inline void prm_cmd_hca_cap_set_uar_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 16, 6, v); }
static inline uint32_t prm_cmd_hca_cap_port_selection_cap(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 15, 1); }
static inline void prm_cmd_hca_cap_set_port_selection_cap(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 15, 1, v); }
static inline uint32_t prm_cmd_hca_cap_umem_uid_0(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 13, 1); }
static inline void prm_cmd_hca_cap_set_umem_uid_0(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 13, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_pg_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 0, 8); }
static inline void prm_cmd_hca_cap_set_log_pg_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 0, 8, v); }
static inline uint32_t prm_cmd_hca_cap_bf(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 31, 1); }
static inline void prm_cmd_hca_cap_set_bf(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_driver_version(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 30, 1); }
static inline void prm_cmd_hca_cap_set_driver_version(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 30, 1, v); }
static inline uint32_t prm_cmd_hca_cap_mkey_by_name(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 25, 1); }
static inline void prm_cmd_hca_cap_set_mkey_by_name(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 25, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_bf_reg_size(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 16, 5); }
static inline void prm_cmd_hca_cap_set_log_bf_reg_size(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_lag_master(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 4, 1); }
static inline void prm_cmd_hca_cap_set_lag_master(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 4, 1, v); }
static inline uint32_t prm_cmd_hca_cap_max_wqe_sz_sq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x50, 0, 16); }
static inline void prm_cmd_hca_cap_set_max_wqe_sz_sq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x50, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_max_wqe_sz_rq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x54, 0, 16); }
static inline void prm_cmd_hca_cap_set_max_wqe_sz_rq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x54, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_max_wqe_sz_sq_dc(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x58, 0, 16); }
static inline void prm_cmd_hca_cap_set_max_wqe_sz_sq_dc(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x58, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_max_qp_mcg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x5c, 0, 25); }
static inline void prm_cmd_hca_cap_set_max_qp_mcg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x5c, 0, 25, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_mcg(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 0, 8); }
static inline void prm_cmd_hca_cap_set_log_max_mcg(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 0, 8, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_transport_domain(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x64, 24, 5); }
static inline void prm_cmd_hca_cap_set_log_max_transport_domain(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x64, 24, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_pd(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x64, 16, 5); }
static inline void prm_cmd_hca_cap_set_log_max_pd(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x64, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_xrcd(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x64, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_xrcd(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x64, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_rq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x6c, 24, 5); }
static inline void prm_cmd_hca_cap_set_log_max_rq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x6c, 24, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_sq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x6c, 16, 5); }
static inline void prm_cmd_hca_cap_set_log_max_sq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x6c, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_tir(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x6c, 8, 5); }
static inline void prm_cmd_hca_cap_set_log_max_tir(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x6c, 8, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_tis(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x6c, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_tis(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x6c, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_basic_cyclic_rcv_wqe(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 31, 1); }
static inline void prm_cmd_hca_cap_set_basic_cyclic_rcv_wqe(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 31, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_rmp(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 24, 5); }
static inline void prm_cmd_hca_cap_set_log_max_rmp(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 24, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_wq_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x78, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_wq_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x78, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_vhca_state(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x7c, 21, 1); }
static inline void prm_cmd_hca_cap_set_vhca_state(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x7c, 21, 1, v); }
static inline uint64_t prm_cmd_hca_cap_general_obj_types(const struct prm_cmd_hca_cap *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x80, 0, 64); }
static inline void prm_cmd_hca_cap_set_general_obj_types(struct prm_cmd_hca_cap *p, uint64_t v) { prm_set64((uint8_t *)p + 0x80, 0, 64, v); }
static inline uint32_t prm_cmd_hca_cap_sq_ts_format(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x88, 30, 2); }
static inline void prm_cmd_hca_cap_set_sq_ts_format(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x88, 30, 2, v); }
static inline uint32_t prm_cmd_hca_cap_rq_ts_format(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x88, 28, 2); }
static inline void prm_cmd_hca_cap_set_rq_ts_format(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x88, 28, 2, v); }
static inline uint32_t prm_cmd_hca_cap_create_qp_start_hint(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x88, 0, 24); }
static inline void prm_cmd_hca_cap_set_create_qp_start_hint(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x88, 0, 24, v); }
static inline uint32_t prm_cmd_hca_cap_ats(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8c, 30, 1); }
static inline void prm_cmd_hca_cap_set_ats(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8c, 30, 1, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_uctx(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8c, 24, 5); }
static inline void prm_cmd_hca_cap_set_log_max_uctx(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8c, 24, 5, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_umem(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8c, 16, 5); }
static inline void prm_cmd_hca_cap_set_log_max_umem(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8c, 16, 5, v); }
static inline uint32_t prm_cmd_hca_cap_max_num_eqs(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8c, 0, 16); }
static inline void prm_cmd_hca_cap_set_max_num_eqs(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8c, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_log_uar_page_sz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 0, 16); }
static inline void prm_cmd_hca_cap_set_log_uar_page_sz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_device_frequency_khz(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x9c, 0, 32); }
static inline void prm_cmd_hca_cap_set_device_frequency_khz(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x9c, 0, 32, v); }
static inline uint32_t prm_cmd_hca_cap_num_of_uars_per_page(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xa4, 0, 32); }
static inline void prm_cmd_hca_cap_set_num_of_uars_per_page(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xa4, 0, 32, v); }
static inline uint32_t prm_cmd_hca_cap_adv_virtualization(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xac, 6, 1); }
static inline void prm_cmd_hca_cap_set_adv_virtualization(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xac, 6, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_128_always(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb4, 2, 1); }
static inline void prm_cmd_hca_cap_set_cqe_128_always(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb4, 2, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_compression_128(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb4, 1, 1); }
static inline void prm_cmd_hca_cap_set_cqe_compression_128(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb4, 1, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_compression(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb4, 0, 1); }
static inline void prm_cmd_hca_cap_set_cqe_compression(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb4, 0, 1, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_compression_timeout(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb8, 16, 16); }
static inline void prm_cmd_hca_cap_set_cqe_compression_timeout(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb8, 16, 16, v); }
static inline uint32_t prm_cmd_hca_cap_cqe_compression_max_num(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb8, 0, 16); }
static inline void prm_cmd_hca_cap_set_cqe_compression_max_num(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb8, 0, 16, v); }
static inline uint32_t prm_cmd_hca_cap_log_max_xrq(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xbc, 0, 5); }
static inline void prm_cmd_hca_cap_set_log_max_xrq(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xbc, 0, 5, v); }
static inline uint32_t prm_cmd_hca_cap_num_vhca_ports(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc0, 8, 8); }
static inline void prm_cmd_hca_cap_set_num_vhca_ports(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc0, 8, 8, v); }
static inline uint32_t prm_cmd_hca_cap_sw_owner_id(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc0, 1, 1); }
static inline void prm_cmd_hca_cap_set_sw_owner_id(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc0, 1, 1, v); }
static inline uint32_t prm_cmd_hca_cap_migration(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xd0, 18, 1); }
static inline void prm_cmd_hca_cap_set_migration(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xd0, 18, 1, v); }
static inline uint32_t prm_cmd_hca_cap_uctx_cap(const struct prm_cmd_hca_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xd4, 0, 32); }
static inline void prm_cmd_hca_cap_set_uctx_cap(struct prm_cmd_hca_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0xd4, 0, 32, v); }

/* PRM, HCA Capabilities, atomic */
struct prm_atomic_caps { uint8_t b[0x100]; };
static inline uint32_t prm_atomic_caps_atomic_req_8B_endianness_mode(const struct prm_atomic_caps *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 30, 2); }
static inline void prm_atomic_caps_set_atomic_req_8B_endianness_mode(struct prm_atomic_caps *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 30, 2, v); }
static inline uint32_t prm_atomic_caps_supported_atomic_req_8B_endianness_mode_1(const struct prm_atomic_caps *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 25, 1); }
static inline void prm_atomic_caps_set_supported_atomic_req_8B_endianness_mode_1(struct prm_atomic_caps *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 25, 1, v); }
static inline uint32_t prm_atomic_caps_atomic_operations(const struct prm_atomic_caps *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 16); }
static inline void prm_atomic_caps_set_atomic_operations(struct prm_atomic_caps *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 16, v); }
static inline uint32_t prm_atomic_caps_atomic_size_qp(const struct prm_atomic_caps *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 16); }
static inline void prm_atomic_caps_set_atomic_size_qp(struct prm_atomic_caps *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 16, v); }
static inline uint32_t prm_atomic_caps_atomic_size_dc(const struct prm_atomic_caps *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 16); }
static inline void prm_atomic_caps_set_atomic_size_dc(struct prm_atomic_caps *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 16, v); }

/* PRM, HCA Capabilities, RoCE */
struct prm_roce_cap { uint8_t b[0x100]; };
static inline uint32_t prm_roce_cap_roce_apm(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 31, 1); }
static inline void prm_roce_cap_set_roce_apm(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 31, 1, v); }
static inline uint32_t prm_roce_cap_sw_r_roce_src_udp_port(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 27, 1); }
static inline void prm_roce_cap_set_sw_r_roce_src_udp_port(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 27, 1, v); }
static inline uint32_t prm_roce_cap_fl_rc_qp_when_roce_disabled(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 26, 1); }
static inline void prm_roce_cap_set_fl_rc_qp_when_roce_disabled(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 26, 1, v); }
static inline uint32_t prm_roce_cap_fl_rc_qp_when_roce_enabled(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 25, 1); }
static inline void prm_roce_cap_set_fl_rc_qp_when_roce_enabled(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 25, 1, v); }
static inline uint32_t prm_roce_cap_qp_ts_format(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 2); }
static inline void prm_roce_cap_set_qp_ts_format(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 2, v); }
static inline uint32_t prm_roce_cap_l3_type(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 16, 4); }
static inline void prm_roce_cap_set_l3_type(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 16, 4, v); }
static inline uint32_t prm_roce_cap_roce_version(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 8); }
static inline void prm_roce_cap_set_roce_version(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 8, v); }
static inline uint32_t prm_roce_cap_r_roce_dest_udp_port(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 16); }
static inline void prm_roce_cap_set_r_roce_dest_udp_port(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 16, v); }
static inline uint32_t prm_roce_cap_r_roce_max_src_udp_port(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 16, 16); }
static inline void prm_roce_cap_set_r_roce_max_src_udp_port(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 16, 16, v); }
static inline uint32_t prm_roce_cap_r_roce_min_src_udp_port(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 16); }
static inline void prm_roce_cap_set_r_roce_min_src_udp_port(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 16, v); }
static inline uint32_t prm_roce_cap_roce_address_table_size(const struct prm_roce_cap *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 16); }
static inline void prm_roce_cap_set_roce_address_table_size(struct prm_roce_cap *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 16, v); }

/* PRM, QUERY_HCA_CAP: one of these, by type */
struct prm_hca_cap_union { uint8_t b[0x1000]; };
static inline struct prm_cmd_hca_cap *prm_hca_cap_union_cmd_hca_cap(struct prm_hca_cap_union *p) { return (struct prm_cmd_hca_cap *)((uint8_t *)p + 0x0); }
static inline const struct prm_cmd_hca_cap *prm_hca_cap_union_cmd_hca_cap_const(const struct prm_hca_cap_union *p) { return (const struct prm_cmd_hca_cap *)((const uint8_t *)p + 0x0); }
static inline struct prm_atomic_caps *prm_hca_cap_union_atomic_caps(struct prm_hca_cap_union *p) { return (struct prm_atomic_caps *)((uint8_t *)p + 0x0); }
static inline const struct prm_atomic_caps *prm_hca_cap_union_atomic_caps_const(const struct prm_hca_cap_union *p) { return (const struct prm_atomic_caps *)((const uint8_t *)p + 0x0); }
static inline struct prm_roce_cap *prm_hca_cap_union_roce_cap(struct prm_hca_cap_union *p) { return (struct prm_roce_cap *)((uint8_t *)p + 0x0); }
static inline const struct prm_roce_cap *prm_hca_cap_union_roce_cap_const(const struct prm_hca_cap_union *p) { return (const struct prm_roce_cap *)((const uint8_t *)p + 0x0); }

/* PRM, QUERY_HCA_CAP */
struct prm_query_hca_cap_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_cap_in_opcode(const struct prm_query_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_hca_cap_in_set_opcode(struct prm_query_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_hca_cap_in_uid(const struct prm_query_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_hca_cap_in_set_uid(struct prm_query_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_hca_cap_in_op_mod(const struct prm_query_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_hca_cap_in_set_op_mod(struct prm_query_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_hca_cap_in_other_function(const struct prm_query_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_hca_cap_in_set_other_function(struct prm_query_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_hca_cap_in_function_id(const struct prm_query_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_hca_cap_in_set_function_id(struct prm_query_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, QUERY_HCA_CAP */
struct prm_query_hca_cap_out { uint8_t b[0x1010]; };
static inline uint32_t prm_query_hca_cap_out_status(const struct prm_query_hca_cap_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_hca_cap_out_set_status(struct prm_query_hca_cap_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_hca_cap_out_syndrome(const struct prm_query_hca_cap_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_hca_cap_out_set_syndrome(struct prm_query_hca_cap_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_hca_cap_union *prm_query_hca_cap_out_capability(struct prm_query_hca_cap_out *p) { return (struct prm_hca_cap_union *)((uint8_t *)p + 0x10); }
static inline const struct prm_hca_cap_union *prm_query_hca_cap_out_capability_const(const struct prm_query_hca_cap_out *p) { return (const struct prm_hca_cap_union *)((const uint8_t *)p + 0x10); }

/* PRM, SET_HCA_CAP */
struct prm_set_hca_cap_in { uint8_t b[0x1010]; };
static inline uint32_t prm_set_hca_cap_in_opcode(const struct prm_set_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_set_hca_cap_in_set_opcode(struct prm_set_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_set_hca_cap_in_uid(const struct prm_set_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_set_hca_cap_in_set_uid(struct prm_set_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_set_hca_cap_in_op_mod(const struct prm_set_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_set_hca_cap_in_set_op_mod(struct prm_set_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_set_hca_cap_in_other_function(const struct prm_set_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_set_hca_cap_in_set_other_function(struct prm_set_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_set_hca_cap_in_function_id(const struct prm_set_hca_cap_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_set_hca_cap_in_set_function_id(struct prm_set_hca_cap_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline struct prm_hca_cap_union *prm_set_hca_cap_in_capability(struct prm_set_hca_cap_in *p) { return (struct prm_hca_cap_union *)((uint8_t *)p + 0x10); }
static inline const struct prm_hca_cap_union *prm_set_hca_cap_in_capability_const(const struct prm_set_hca_cap_in *p) { return (const struct prm_hca_cap_union *)((const uint8_t *)p + 0x10); }

/* PRM, SET_HCA_CAP */
struct prm_set_hca_cap_out { uint8_t b[0x10]; };
static inline uint32_t prm_set_hca_cap_out_status(const struct prm_set_hca_cap_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_set_hca_cap_out_set_status(struct prm_set_hca_cap_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_set_hca_cap_out_syndrome(const struct prm_set_hca_cap_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_set_hca_cap_out_set_syndrome(struct prm_set_hca_cap_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, Completion Queue Context */
struct prm_cqc { uint8_t b[0x40]; };
static inline uint32_t prm_cqc_status(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_cqc_set_status(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_cqc_dbr_umem_valid(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 25, 1); }
static inline void prm_cqc_set_dbr_umem_valid(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 25, 1, v); }
static inline uint32_t prm_cqc_apu_cq(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 1); }
static inline void prm_cqc_set_apu_cq(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 1, v); }
static inline uint32_t prm_cqc_cqe_sz(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 21, 3); }
static inline void prm_cqc_set_cqe_sz(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 21, 3, v); }
static inline uint32_t prm_cqc_cc(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 20, 1); }
static inline void prm_cqc_set_cc(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 20, 1, v); }
static inline uint32_t prm_cqc_scqe_break_moderation_en(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 18, 1); }
static inline void prm_cqc_set_scqe_break_moderation_en(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 18, 1, v); }
static inline uint32_t prm_cqc_oi(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 17, 1); }
static inline void prm_cqc_set_oi(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 17, 1, v); }
static inline uint32_t prm_cqc_cq_period_mode(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 15, 2); }
static inline void prm_cqc_set_cq_period_mode(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 15, 2, v); }
static inline uint32_t prm_cqc_cqe_comp_en(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 14, 1); }
static inline void prm_cqc_set_cqe_comp_en(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 14, 1, v); }
static inline uint32_t prm_cqc_mini_cqe_res_format(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 12, 2); }
static inline void prm_cqc_set_mini_cqe_res_format(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 12, 2, v); }
static inline uint32_t prm_cqc_st(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 4); }
static inline void prm_cqc_set_st(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 4, v); }
static inline uint32_t prm_cqc_cqe_compression_layout(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 2); }
static inline void prm_cqc_set_cqe_compression_layout(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 2, v); }
static inline uint32_t prm_cqc_page_offset(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 6, 6); }
static inline void prm_cqc_set_page_offset(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 6, 6, v); }
static inline uint32_t prm_cqc_log_cq_size(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 5); }
static inline void prm_cqc_set_log_cq_size(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 5, v); }
static inline uint32_t prm_cqc_uar_page(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_cqc_set_uar_page(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint32_t prm_cqc_cq_period(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 16, 12); }
static inline void prm_cqc_set_cq_period(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 16, 12, v); }
static inline uint32_t prm_cqc_cq_max_count(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 16); }
static inline void prm_cqc_set_cq_max_count(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 16, v); }
static inline uint32_t prm_cqc_c_eqn_or_apu_element(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_cqc_set_c_eqn_or_apu_element(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline uint32_t prm_cqc_log_page_size(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 24, 5); }
static inline void prm_cqc_set_log_page_size(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 24, 5, v); }
static inline uint32_t prm_cqc_last_notified_index(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 24); }
static inline void prm_cqc_set_last_notified_index(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 24, v); }
static inline uint32_t prm_cqc_last_solicit_index(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 24); }
static inline void prm_cqc_set_last_solicit_index(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 24, v); }
static inline uint32_t prm_cqc_consumer_counter(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 24); }
static inline void prm_cqc_set_consumer_counter(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 24, v); }
static inline uint32_t prm_cqc_producer_counter(const struct prm_cqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 24); }
static inline void prm_cqc_set_producer_counter(struct prm_cqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 24, v); }
static inline uint64_t prm_cqc_dbr_addr(const struct prm_cqc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x38, 0, 64); }
static inline void prm_cqc_set_dbr_addr(struct prm_cqc *p, uint64_t v) { prm_set64((uint8_t *)p + 0x38, 0, 64, v); }

/* PRM, CREATE_CQ */
struct prm_create_cq_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_cq_in_opcode(const struct prm_create_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_cq_in_set_opcode(struct prm_create_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_cq_in_uid(const struct prm_create_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_cq_in_set_uid(struct prm_create_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_cq_in_op_mod(const struct prm_create_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_cq_in_set_op_mod(struct prm_create_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_cqc *prm_create_cq_in_cq_context(struct prm_create_cq_in *p) { return (struct prm_cqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_cqc *prm_create_cq_in_cq_context_const(const struct prm_create_cq_in *p) { return (const struct prm_cqc *)((const uint8_t *)p + 0x10); }
static inline uint32_t prm_create_cq_in_cq_umem_valid(const struct prm_create_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x5c, 31, 1); }
static inline void prm_create_cq_in_set_cq_umem_valid(struct prm_create_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x5c, 31, 1, v); }
static inline uint64_t prm_create_cq_in_pas(const struct prm_create_cq_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_cq_in_set_pas(struct prm_create_cq_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, CREATE_CQ */
struct prm_create_cq_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_cq_out_status(const struct prm_create_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_cq_out_set_status(struct prm_create_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_cq_out_syndrome(const struct prm_create_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_cq_out_set_syndrome(struct prm_create_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_cq_out_cqn(const struct prm_create_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_cq_out_set_cqn(struct prm_create_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_CQ, QUERY_CQ */
struct prm_destroy_cq_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_cq_in_opcode(const struct prm_destroy_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_cq_in_set_opcode(struct prm_destroy_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_cq_in_uid(const struct prm_destroy_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_cq_in_set_uid(struct prm_destroy_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_cq_in_op_mod(const struct prm_destroy_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_cq_in_set_op_mod(struct prm_destroy_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_cq_in_cqn(const struct prm_destroy_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_cq_in_set_cqn(struct prm_destroy_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_CQ, QUERY_CQ */
struct prm_query_cq_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_cq_in_opcode(const struct prm_query_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_cq_in_set_opcode(struct prm_query_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_cq_in_uid(const struct prm_query_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_cq_in_set_uid(struct prm_query_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_cq_in_op_mod(const struct prm_query_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_cq_in_set_op_mod(struct prm_query_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_cq_in_cqn(const struct prm_query_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_cq_in_set_cqn(struct prm_query_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_CQ, MODIFY_CQ */
struct prm_destroy_cq_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_cq_out_status(const struct prm_destroy_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_cq_out_set_status(struct prm_destroy_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_cq_out_syndrome(const struct prm_destroy_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_cq_out_set_syndrome(struct prm_destroy_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_CQ, MODIFY_CQ */
struct prm_modify_cq_out { uint8_t b[0x10]; };
static inline uint32_t prm_modify_cq_out_status(const struct prm_modify_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_modify_cq_out_set_status(struct prm_modify_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_modify_cq_out_syndrome(const struct prm_modify_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_modify_cq_out_set_syndrome(struct prm_modify_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_CQ */
struct prm_query_cq_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_cq_out_status(const struct prm_query_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_cq_out_set_status(struct prm_query_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_cq_out_syndrome(const struct prm_query_cq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_cq_out_set_syndrome(struct prm_query_cq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_cqc *prm_query_cq_out_cq_context(struct prm_query_cq_out *p) { return (struct prm_cqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_cqc *prm_query_cq_out_cq_context_const(const struct prm_query_cq_out *p) { return (const struct prm_cqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_query_cq_out_pas(const struct prm_query_cq_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_query_cq_out_set_pas(struct prm_query_cq_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, MODIFY_CQ */
struct prm_modify_cq_in { uint8_t b[0x110]; };
static inline uint32_t prm_modify_cq_in_opcode(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_modify_cq_in_set_opcode(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_modify_cq_in_uid(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_modify_cq_in_set_uid(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_modify_cq_in_op_mod(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_modify_cq_in_set_op_mod(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_modify_cq_in_cqn(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_modify_cq_in_set_cqn(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_modify_cq_in_modify_field_select_resize_field_select(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_modify_cq_in_set_modify_field_select_resize_field_select(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }
static inline struct prm_cqc *prm_modify_cq_in_cq_context(struct prm_modify_cq_in *p) { return (struct prm_cqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_cqc *prm_modify_cq_in_cq_context_const(const struct prm_modify_cq_in *p) { return (const struct prm_cqc *)((const uint8_t *)p + 0x10); }
static inline uint32_t prm_modify_cq_in_cq_umem_valid(const struct prm_modify_cq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x5c, 31, 1); }
static inline void prm_modify_cq_in_set_cq_umem_valid(struct prm_modify_cq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x5c, 31, 1, v); }
static inline uint64_t prm_modify_cq_in_pas(const struct prm_modify_cq_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_modify_cq_in_set_pas(struct prm_modify_cq_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, Event Queue Context */
struct prm_eqc { uint8_t b[0x40]; };
static inline uint32_t prm_eqc_status(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_eqc_set_status(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_eqc_ec(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 18, 1); }
static inline void prm_eqc_set_ec(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 18, 1, v); }
static inline uint32_t prm_eqc_oi(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 17, 1); }
static inline void prm_eqc_set_oi(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 17, 1, v); }
static inline uint32_t prm_eqc_st(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 4); }
static inline void prm_eqc_set_st(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 4, v); }
static inline uint32_t prm_eqc_page_offset(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 6, 6); }
static inline void prm_eqc_set_page_offset(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 6, 6, v); }
static inline uint32_t prm_eqc_log_eq_size(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 5); }
static inline void prm_eqc_set_log_eq_size(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 5, v); }
static inline uint32_t prm_eqc_uar_page(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_eqc_set_uar_page(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint32_t prm_eqc_intr(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 12); }
static inline void prm_eqc_set_intr(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 12, v); }
static inline uint32_t prm_eqc_log_page_size(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 24, 5); }
static inline void prm_eqc_set_log_page_size(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 24, 5, v); }
static inline uint32_t prm_eqc_consumer_counter(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 24); }
static inline void prm_eqc_set_consumer_counter(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 24, v); }
static inline uint32_t prm_eqc_producer_counter(const struct prm_eqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 24); }
static inline void prm_eqc_set_producer_counter(struct prm_eqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 24, v); }

/* PRM, CREATE_EQ */
struct prm_create_eq_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_eq_in_opcode(const struct prm_create_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_eq_in_set_opcode(struct prm_create_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_eq_in_uid(const struct prm_create_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_eq_in_set_uid(struct prm_create_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_eq_in_op_mod(const struct prm_create_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_eq_in_set_op_mod(struct prm_create_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_eqc *prm_create_eq_in_eq_context_entry(struct prm_create_eq_in *p) { return (struct prm_eqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_eqc *prm_create_eq_in_eq_context_entry_const(const struct prm_create_eq_in *p) { return (const struct prm_eqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_create_eq_in_event_bitmask(const struct prm_create_eq_in *p, uint32_t i) { prm_index(i, 4); return (uint64_t)prm_get64((const uint8_t *)p + 0x58 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_eq_in_set_event_bitmask(struct prm_create_eq_in *p, uint32_t i, uint64_t v) { prm_index(i, 4); prm_set64((uint8_t *)p + 0x58 + (size_t)i * 0x8, 0, 64, v); }
static inline uint64_t prm_create_eq_in_pas(const struct prm_create_eq_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_eq_in_set_pas(struct prm_create_eq_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, CREATE_EQ */
struct prm_create_eq_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_eq_out_status(const struct prm_create_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_eq_out_set_status(struct prm_create_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_eq_out_syndrome(const struct prm_create_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_eq_out_set_syndrome(struct prm_create_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_eq_out_eq_number(const struct prm_create_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_create_eq_out_set_eq_number(struct prm_create_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }

/* PRM, DESTROY_EQ, QUERY_EQ */
struct prm_destroy_eq_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_eq_in_opcode(const struct prm_destroy_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_eq_in_set_opcode(struct prm_destroy_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_eq_in_uid(const struct prm_destroy_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_eq_in_set_uid(struct prm_destroy_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_eq_in_op_mod(const struct prm_destroy_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_eq_in_set_op_mod(struct prm_destroy_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_eq_in_eq_number(const struct prm_destroy_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_destroy_eq_in_set_eq_number(struct prm_destroy_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }

/* PRM, DESTROY_EQ, QUERY_EQ */
struct prm_query_eq_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_eq_in_opcode(const struct prm_query_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_eq_in_set_opcode(struct prm_query_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_eq_in_uid(const struct prm_query_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_eq_in_set_uid(struct prm_query_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_eq_in_op_mod(const struct prm_query_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_eq_in_set_op_mod(struct prm_query_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_eq_in_eq_number(const struct prm_query_eq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_query_eq_in_set_eq_number(struct prm_query_eq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }

/* PRM, DESTROY_EQ */
struct prm_destroy_eq_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_eq_out_status(const struct prm_destroy_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_eq_out_set_status(struct prm_destroy_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_eq_out_syndrome(const struct prm_destroy_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_eq_out_set_syndrome(struct prm_destroy_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_EQ */
struct prm_query_eq_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_eq_out_status(const struct prm_query_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_eq_out_set_status(struct prm_query_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_eq_out_syndrome(const struct prm_query_eq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_eq_out_set_syndrome(struct prm_query_eq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_eqc *prm_query_eq_out_eq_context_entry(struct prm_query_eq_out *p) { return (struct prm_eqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_eqc *prm_query_eq_out_eq_context_entry_const(const struct prm_query_eq_out *p) { return (const struct prm_eqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_query_eq_out_event_bitmask(const struct prm_query_eq_out *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x58, 0, 64); }
static inline void prm_query_eq_out_set_event_bitmask(struct prm_query_eq_out *p, uint64_t v) { prm_set64((uint8_t *)p + 0x58, 0, 64, v); }
static inline uint64_t prm_query_eq_out_pas(const struct prm_query_eq_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_query_eq_out_set_pas(struct prm_query_eq_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, Completion Event; device.h mlx5_eqe_comp */
struct prm_eqe_comp { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_comp_cqn(const struct prm_eqe_comp *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 24); }
static inline void prm_eqe_comp_set_cqn(struct prm_eqe_comp *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 24, v); }

/* PRM, Command Interface Completion Event; device.h mlx5_eqe_cmd */
struct prm_eqe_cmd { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_cmd_vector(const struct prm_eqe_cmd *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_eqe_cmd_set_vector(struct prm_eqe_cmd *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }

/* PRM, Page Request Event; device.h mlx5_eqe_page_req */
struct prm_eqe_page_req { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_page_req_ec_function(const struct prm_eqe_page_req *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_eqe_page_req_set_ec_function(struct prm_eqe_page_req *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_eqe_page_req_func_id(const struct prm_eqe_page_req *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_eqe_page_req_set_func_id(struct prm_eqe_page_req *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_eqe_page_req_num_pages(const struct prm_eqe_page_req *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_eqe_page_req_set_num_pages(struct prm_eqe_page_req *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QP/SRQ Affiliated Asynchronous Event; device.h mlx5_eqe_qp_srq */
struct prm_eqe_qp_srq { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_qp_srq_type(const struct prm_eqe_qp_srq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 24, 8); }
static inline void prm_eqe_qp_srq_set_type(struct prm_eqe_qp_srq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 24, 8, v); }
static inline uint32_t prm_eqe_qp_srq_qp_srq_n(const struct prm_eqe_qp_srq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 24); }
static inline void prm_eqe_qp_srq_set_qp_srq_n(struct prm_eqe_qp_srq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 24, v); }

/* PRM, CQ Error Event; device.h mlx5_eqe_cq_err */
struct prm_eqe_cq_err { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_cq_err_cqn(const struct prm_eqe_cq_err *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 24); }
static inline void prm_eqe_cq_err_set_cqn(struct prm_eqe_cq_err *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 24, v); }
static inline uint32_t prm_eqe_cq_err_syndrome(const struct prm_eqe_cq_err *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_eqe_cq_err_set_syndrome(struct prm_eqe_cq_err *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }

/* PRM, Port State Change Event; device.h mlx5_eqe_port_state */
struct prm_eqe_port_state { uint8_t b[0x1c]; };
static inline uint32_t prm_eqe_port_state_port(const struct prm_eqe_port_state *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 28, 4); }
static inline void prm_eqe_port_state_set_port(struct prm_eqe_port_state *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 28, 4, v); }

/* PRM, Event Queue Entry, event data; device.h ev_data */
struct prm_ev_data { uint8_t b[0x1c]; };
static inline struct prm_eqe_comp *prm_ev_data_comp(struct prm_ev_data *p) { return (struct prm_eqe_comp *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_comp *prm_ev_data_comp_const(const struct prm_ev_data *p) { return (const struct prm_eqe_comp *)((const uint8_t *)p + 0x0); }
static inline struct prm_eqe_cmd *prm_ev_data_cmd(struct prm_ev_data *p) { return (struct prm_eqe_cmd *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_cmd *prm_ev_data_cmd_const(const struct prm_ev_data *p) { return (const struct prm_eqe_cmd *)((const uint8_t *)p + 0x0); }
static inline struct prm_eqe_page_req *prm_ev_data_req_pages(struct prm_ev_data *p) { return (struct prm_eqe_page_req *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_page_req *prm_ev_data_req_pages_const(const struct prm_ev_data *p) { return (const struct prm_eqe_page_req *)((const uint8_t *)p + 0x0); }
static inline struct prm_eqe_qp_srq *prm_ev_data_qp_srq(struct prm_ev_data *p) { return (struct prm_eqe_qp_srq *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_qp_srq *prm_ev_data_qp_srq_const(const struct prm_ev_data *p) { return (const struct prm_eqe_qp_srq *)((const uint8_t *)p + 0x0); }
static inline struct prm_eqe_cq_err *prm_ev_data_cq_err(struct prm_ev_data *p) { return (struct prm_eqe_cq_err *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_cq_err *prm_ev_data_cq_err_const(const struct prm_ev_data *p) { return (const struct prm_eqe_cq_err *)((const uint8_t *)p + 0x0); }
static inline struct prm_eqe_port_state *prm_ev_data_port(struct prm_ev_data *p) { return (struct prm_eqe_port_state *)((uint8_t *)p + 0x0); }
static inline const struct prm_eqe_port_state *prm_ev_data_port_const(const struct prm_ev_data *p) { return (const struct prm_eqe_port_state *)((const uint8_t *)p + 0x0); }

/* PRM, Event Queue Entry; device.h mlx5_eqe */
struct prm_eqe { uint8_t b[0x40]; };
static inline uint32_t prm_eqe_type(const struct prm_eqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_eqe_set_type(struct prm_eqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_eqe_sub_type(const struct prm_eqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 8); }
static inline void prm_eqe_set_sub_type(struct prm_eqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 8, v); }
static inline struct prm_ev_data *prm_eqe_data(struct prm_eqe *p) { return (struct prm_ev_data *)((uint8_t *)p + 0x20); }
static inline const struct prm_ev_data *prm_eqe_data_const(const struct prm_eqe *p) { return (const struct prm_ev_data *)((const uint8_t *)p + 0x20); }
static inline uint32_t prm_eqe_signature(const struct prm_eqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 8, 8); }
static inline void prm_eqe_set_signature(struct prm_eqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 8, 8, v); }
static inline uint32_t prm_eqe_owner(const struct prm_eqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 1); }
static inline void prm_eqe_set_owner(struct prm_eqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 1, v); }

/* PRM, ENABLE_HCA, DISABLE_HCA */
struct prm_enable_hca_in { uint8_t b[0x10]; };
static inline uint32_t prm_enable_hca_in_opcode(const struct prm_enable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_enable_hca_in_set_opcode(struct prm_enable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_enable_hca_in_uid(const struct prm_enable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_enable_hca_in_set_uid(struct prm_enable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_enable_hca_in_op_mod(const struct prm_enable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_enable_hca_in_set_op_mod(struct prm_enable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_enable_hca_in_embedded_cpu_function(const struct prm_enable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_enable_hca_in_set_embedded_cpu_function(struct prm_enable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_enable_hca_in_function_id(const struct prm_enable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_enable_hca_in_set_function_id(struct prm_enable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, ENABLE_HCA, DISABLE_HCA */
struct prm_disable_hca_in { uint8_t b[0x10]; };
static inline uint32_t prm_disable_hca_in_opcode(const struct prm_disable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_disable_hca_in_set_opcode(struct prm_disable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_disable_hca_in_uid(const struct prm_disable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_disable_hca_in_set_uid(struct prm_disable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_disable_hca_in_op_mod(const struct prm_disable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_disable_hca_in_set_op_mod(struct prm_disable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_disable_hca_in_embedded_cpu_function(const struct prm_disable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_disable_hca_in_set_embedded_cpu_function(struct prm_disable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_disable_hca_in_function_id(const struct prm_disable_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_disable_hca_in_set_function_id(struct prm_disable_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, ENABLE_HCA, DISABLE_HCA */
struct prm_enable_hca_out { uint8_t b[0xc]; };
static inline uint32_t prm_enable_hca_out_status(const struct prm_enable_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_enable_hca_out_set_status(struct prm_enable_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_enable_hca_out_syndrome(const struct prm_enable_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_enable_hca_out_set_syndrome(struct prm_enable_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, ENABLE_HCA, DISABLE_HCA */
struct prm_disable_hca_out { uint8_t b[0xc]; };
static inline uint32_t prm_disable_hca_out_status(const struct prm_disable_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_disable_hca_out_set_status(struct prm_disable_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_disable_hca_out_syndrome(const struct prm_disable_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_disable_hca_out_set_syndrome(struct prm_disable_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_ISSI */
struct prm_query_issi_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_issi_in_opcode(const struct prm_query_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_issi_in_set_opcode(struct prm_query_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_issi_in_uid(const struct prm_query_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_issi_in_set_uid(struct prm_query_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_issi_in_op_mod(const struct prm_query_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_issi_in_set_op_mod(struct prm_query_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, QUERY_ISSI */
struct prm_query_issi_out { uint8_t b[0x70]; };
static inline uint32_t prm_query_issi_out_status(const struct prm_query_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_issi_out_set_status(struct prm_query_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_issi_out_syndrome(const struct prm_query_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_issi_out_set_syndrome(struct prm_query_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_issi_out_current_issi(const struct prm_query_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_issi_out_set_current_issi(struct prm_query_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_query_issi_out_supported_issi_dw0(const struct prm_query_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x6c, 0, 32); }
static inline void prm_query_issi_out_set_supported_issi_dw0(struct prm_query_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x6c, 0, 32, v); }

/* PRM, SET_ISSI */
struct prm_set_issi_in { uint8_t b[0x10]; };
static inline uint32_t prm_set_issi_in_opcode(const struct prm_set_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_set_issi_in_set_opcode(struct prm_set_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_set_issi_in_uid(const struct prm_set_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_set_issi_in_set_uid(struct prm_set_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_set_issi_in_op_mod(const struct prm_set_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_set_issi_in_set_op_mod(struct prm_set_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_set_issi_in_current_issi(const struct prm_set_issi_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_set_issi_in_set_current_issi(struct prm_set_issi_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, SET_ISSI */
struct prm_set_issi_out { uint8_t b[0x10]; };
static inline uint32_t prm_set_issi_out_status(const struct prm_set_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_set_issi_out_set_status(struct prm_set_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_set_issi_out_syndrome(const struct prm_set_issi_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_set_issi_out_set_syndrome(struct prm_set_issi_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, INIT_HCA */
struct prm_init_hca_in { uint8_t b[0x20]; };
static inline uint32_t prm_init_hca_in_opcode(const struct prm_init_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_init_hca_in_set_opcode(struct prm_init_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_init_hca_in_uid(const struct prm_init_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_init_hca_in_set_uid(struct prm_init_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_init_hca_in_op_mod(const struct prm_init_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_init_hca_in_set_op_mod(struct prm_init_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_init_hca_in_sw_vhca_id(const struct prm_init_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 16, 14); }
static inline void prm_init_hca_in_set_sw_vhca_id(struct prm_init_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 16, 14, v); }
static inline uint32_t prm_init_hca_in_sw_owner_id(const struct prm_init_hca_in *p, uint32_t i) { prm_index(i, 4); return (uint32_t)prm_get32((const uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32); }
static inline void prm_init_hca_in_set_sw_owner_id(struct prm_init_hca_in *p, uint32_t i, uint32_t v) { prm_index(i, 4); prm_set32((uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32, v); }

/* PRM, INIT_HCA */
struct prm_init_hca_out { uint8_t b[0x10]; };
static inline uint32_t prm_init_hca_out_status(const struct prm_init_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_init_hca_out_set_status(struct prm_init_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_init_hca_out_syndrome(const struct prm_init_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_init_hca_out_set_syndrome(struct prm_init_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, TEARDOWN_HCA */
struct prm_teardown_hca_in { uint8_t b[0x10]; };
static inline uint32_t prm_teardown_hca_in_opcode(const struct prm_teardown_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_teardown_hca_in_set_opcode(struct prm_teardown_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_teardown_hca_in_uid(const struct prm_teardown_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_teardown_hca_in_set_uid(struct prm_teardown_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_teardown_hca_in_op_mod(const struct prm_teardown_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_teardown_hca_in_set_op_mod(struct prm_teardown_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_teardown_hca_in_profile(const struct prm_teardown_hca_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_teardown_hca_in_set_profile(struct prm_teardown_hca_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, TEARDOWN_HCA */
struct prm_teardown_hca_out { uint8_t b[0x10]; };
static inline uint32_t prm_teardown_hca_out_status(const struct prm_teardown_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_teardown_hca_out_set_status(struct prm_teardown_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_teardown_hca_out_syndrome(const struct prm_teardown_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_teardown_hca_out_set_syndrome(struct prm_teardown_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_teardown_hca_out_state(const struct prm_teardown_hca_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 1); }
static inline void prm_teardown_hca_out_set_state(struct prm_teardown_hca_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 1, v); }

/* PRM, QUERY_ADAPTER */
struct prm_query_adapter_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_adapter_in_opcode(const struct prm_query_adapter_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_adapter_in_set_opcode(struct prm_query_adapter_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_adapter_in_uid(const struct prm_query_adapter_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_adapter_in_set_uid(struct prm_query_adapter_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_adapter_in_op_mod(const struct prm_query_adapter_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_adapter_in_set_op_mod(struct prm_query_adapter_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, QUERY_ADAPTER */
struct prm_query_adapter_param_block { uint8_t b[0x100]; };
static inline uint32_t prm_query_adapter_param_block_ieee_vendor_id(const struct prm_query_adapter_param_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 24); }
static inline void prm_query_adapter_param_block_set_ieee_vendor_id(struct prm_query_adapter_param_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 24, v); }
static inline uint32_t prm_query_adapter_param_block_vsd_vendor_id(const struct prm_query_adapter_param_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 16); }
static inline void prm_query_adapter_param_block_set_vsd_vendor_id(struct prm_query_adapter_param_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 16, v); }
static inline uint8_t *prm_query_adapter_param_block_vsd(struct prm_query_adapter_param_block *p) { return (uint8_t *)((uint8_t *)p + 0x20); }
static inline const uint8_t *prm_query_adapter_param_block_vsd_const(const struct prm_query_adapter_param_block *p) { return (const uint8_t *)((const uint8_t *)p + 0x20); }
static inline uint8_t *prm_query_adapter_param_block_vsd_contd_psid(struct prm_query_adapter_param_block *p) { return (uint8_t *)((uint8_t *)p + 0xf0); }
static inline const uint8_t *prm_query_adapter_param_block_vsd_contd_psid_const(const struct prm_query_adapter_param_block *p) { return (const uint8_t *)((const uint8_t *)p + 0xf0); }

/* PRM, QUERY_ADAPTER */
struct prm_query_adapter_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_adapter_out_status(const struct prm_query_adapter_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_adapter_out_set_status(struct prm_query_adapter_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_adapter_out_syndrome(const struct prm_query_adapter_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_adapter_out_set_syndrome(struct prm_query_adapter_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_query_adapter_param_block *prm_query_adapter_out_query_adapter_struct(struct prm_query_adapter_out *p) { return (struct prm_query_adapter_param_block *)((uint8_t *)p + 0x10); }
static inline const struct prm_query_adapter_param_block *prm_query_adapter_out_query_adapter_struct_const(const struct prm_query_adapter_out *p) { return (const struct prm_query_adapter_param_block *)((const uint8_t *)p + 0x10); }

/* PRM, QUERY_SPECIAL_CONTEXTS */
struct prm_query_special_contexts_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_special_contexts_in_opcode(const struct prm_query_special_contexts_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_special_contexts_in_set_opcode(struct prm_query_special_contexts_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_special_contexts_in_uid(const struct prm_query_special_contexts_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_special_contexts_in_set_uid(struct prm_query_special_contexts_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_special_contexts_in_op_mod(const struct prm_query_special_contexts_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_special_contexts_in_set_op_mod(struct prm_query_special_contexts_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, QUERY_SPECIAL_CONTEXTS */
struct prm_query_special_contexts_out { uint8_t b[0x20]; };
static inline uint32_t prm_query_special_contexts_out_status(const struct prm_query_special_contexts_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_special_contexts_out_set_status(struct prm_query_special_contexts_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_special_contexts_out_syndrome(const struct prm_query_special_contexts_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_special_contexts_out_set_syndrome(struct prm_query_special_contexts_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_special_contexts_out_dump_fill_mkey(const struct prm_query_special_contexts_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 32); }
static inline void prm_query_special_contexts_out_set_dump_fill_mkey(struct prm_query_special_contexts_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 32, v); }
static inline uint32_t prm_query_special_contexts_out_resd_lkey(const struct prm_query_special_contexts_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_query_special_contexts_out_set_resd_lkey(struct prm_query_special_contexts_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }
static inline uint32_t prm_query_special_contexts_out_null_mkey(const struct prm_query_special_contexts_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_query_special_contexts_out_set_null_mkey(struct prm_query_special_contexts_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }

/* PRM, SET_DRIVER_VERSION */
struct prm_set_driver_version_in { uint8_t b[0x50]; };
static inline uint32_t prm_set_driver_version_in_opcode(const struct prm_set_driver_version_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_set_driver_version_in_set_opcode(struct prm_set_driver_version_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_set_driver_version_in_uid(const struct prm_set_driver_version_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_set_driver_version_in_set_uid(struct prm_set_driver_version_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_set_driver_version_in_op_mod(const struct prm_set_driver_version_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_set_driver_version_in_set_op_mod(struct prm_set_driver_version_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint8_t *prm_set_driver_version_in_driver_version(struct prm_set_driver_version_in *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_set_driver_version_in_driver_version_const(const struct prm_set_driver_version_in *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }

/* PRM, SET_DRIVER_VERSION */
struct prm_set_driver_version_out { uint8_t b[0x10]; };
static inline uint32_t prm_set_driver_version_out_status(const struct prm_set_driver_version_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_set_driver_version_out_set_status(struct prm_set_driver_version_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_set_driver_version_out_syndrome(const struct prm_set_driver_version_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_set_driver_version_out_set_syndrome(struct prm_set_driver_version_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, Health Buffer; linux/mlx5/device.h health_buffer */
struct prm_health_buffer { uint8_t b[0x40]; };
static inline uint32_t prm_health_buffer_assert_var(const struct prm_health_buffer *p, uint32_t i) { prm_index(i, 6); return (uint32_t)prm_get32((const uint8_t *)p + 0x0 + (size_t)i * 0x4, 0, 32); }
static inline void prm_health_buffer_set_assert_var(struct prm_health_buffer *p, uint32_t i, uint32_t v) { prm_index(i, 6); prm_set32((uint8_t *)p + 0x0 + (size_t)i * 0x4, 0, 32, v); }
static inline uint32_t prm_health_buffer_assert_exit_ptr(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 32); }
static inline void prm_health_buffer_set_assert_exit_ptr(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 32, v); }
static inline uint32_t prm_health_buffer_assert_callra(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 32); }
static inline void prm_health_buffer_set_assert_callra(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 32, v); }
static inline uint32_t prm_health_buffer_time(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 32); }
static inline void prm_health_buffer_set_time(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 32, v); }
static inline uint32_t prm_health_buffer_fw_ver(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 0, 32); }
static inline void prm_health_buffer_set_fw_ver(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 0, 32, v); }
static inline uint32_t prm_health_buffer_hw_id(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 32); }
static inline void prm_health_buffer_set_hw_id(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 32, v); }
static inline uint32_t prm_health_buffer_rfr(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 31, 1); }
static inline void prm_health_buffer_set_rfr(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 31, 1, v); }
static inline uint32_t prm_health_buffer_severity(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 24, 3); }
static inline void prm_health_buffer_set_severity(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 24, 3, v); }
static inline uint32_t prm_health_buffer_irisc_index(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 24, 8); }
static inline void prm_health_buffer_set_irisc_index(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 24, 8, v); }
static inline uint32_t prm_health_buffer_synd(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 16, 8); }
static inline void prm_health_buffer_set_synd(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 16, 8, v); }
static inline uint32_t prm_health_buffer_ext_synd(const struct prm_health_buffer *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 16); }
static inline void prm_health_buffer_set_ext_synd(struct prm_health_buffer *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 16, v); }

/* PRM, Initialization Segment; linux/mlx5/device.h mlx5_init_seg */
struct prm_init_seg { uint8_t b[0x2010]; };
static inline uint32_t prm_init_seg_fw_rev_minor(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_init_seg_set_fw_rev_minor(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_init_seg_fw_rev_major(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_init_seg_set_fw_rev_major(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_init_seg_cmd_interface_rev(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 16, 16); }
static inline void prm_init_seg_set_cmd_interface_rev(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 16, 16, v); }
static inline uint32_t prm_init_seg_fw_rev_subminor(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_init_seg_set_fw_rev_subminor(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_init_seg_cmdq_addr_h(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_init_seg_set_cmdq_addr_h(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_init_seg_cmdq_addr_l(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 12, 20); }
static inline void prm_init_seg_set_cmdq_addr_l(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 12, 20, v); }
static inline uint32_t prm_init_seg_nic_interface(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 8, 3); }
static inline void prm_init_seg_set_nic_interface(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 8, 3, v); }
static inline uint32_t prm_init_seg_log_cmdq_size(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 4, 4); }
static inline void prm_init_seg_set_log_cmdq_size(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 4, 4, v); }
static inline uint32_t prm_init_seg_log_cmdq_stride(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 4); }
static inline void prm_init_seg_set_log_cmdq_stride(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 4, v); }
static inline uint32_t prm_init_seg_cmd_dbell(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 32); }
static inline void prm_init_seg_set_cmd_dbell(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 32, v); }
static inline uint32_t prm_init_seg_initializing(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1fc, 31, 1); }
static inline void prm_init_seg_set_initializing(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1fc, 31, 1, v); }
static inline struct prm_health_buffer *prm_init_seg_health(struct prm_init_seg *p) { return (struct prm_health_buffer *)((uint8_t *)p + 0x200); }
static inline const struct prm_health_buffer *prm_init_seg_health_const(const struct prm_init_seg *p) { return (const struct prm_health_buffer *)((const uint8_t *)p + 0x200); }
static inline uint32_t prm_init_seg_cmd_exec_to(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xff8, 0, 32); }
static inline void prm_init_seg_set_cmd_exec_to(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xff8, 0, 32, v); }
static inline uint32_t prm_init_seg_cmd_q_init_to(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xffc, 0, 32); }
static inline void prm_init_seg_set_cmd_q_init_to(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xffc, 0, 32, v); }
static inline uint32_t prm_init_seg_internal_timer_h(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1000, 0, 32); }
static inline void prm_init_seg_set_internal_timer_h(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1000, 0, 32, v); }
static inline uint32_t prm_init_seg_internal_timer_l(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1004, 0, 32); }
static inline void prm_init_seg_set_internal_timer_l(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1004, 0, 32, v); }
static inline uint32_t prm_init_seg_health_counter(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1010, 0, 24); }
static inline void prm_init_seg_set_health_counter(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1010, 0, 24, v); }
static inline uint32_t prm_init_seg_real_time_h(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1040, 0, 32); }
static inline void prm_init_seg_set_real_time_h(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1040, 0, 32, v); }
static inline uint32_t prm_init_seg_real_time_l(const struct prm_init_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1044, 0, 32); }
static inline void prm_init_seg_set_real_time_l(struct prm_init_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1044, 0, 32, v); }

/* PRM, Command Queue Entry; linux/mlx5/device.h mlx5_cmd_layout */
struct prm_cmd_layout { uint8_t b[0x40]; };
static inline uint32_t prm_cmd_layout_type(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_cmd_layout_set_type(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_cmd_layout_inlen(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_cmd_layout_set_inlen(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint64_t prm_cmd_layout_in_ptr(const struct prm_cmd_layout *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_cmd_layout_set_in_ptr(struct prm_cmd_layout *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }
static inline uint8_t *prm_cmd_layout_in(struct prm_cmd_layout *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_cmd_layout_in_const(const struct prm_cmd_layout *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }
static inline uint8_t *prm_cmd_layout_out(struct prm_cmd_layout *p) { return (uint8_t *)((uint8_t *)p + 0x20); }
static inline const uint8_t *prm_cmd_layout_out_const(const struct prm_cmd_layout *p) { return (const uint8_t *)((const uint8_t *)p + 0x20); }
static inline uint64_t prm_cmd_layout_out_ptr(const struct prm_cmd_layout *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x30, 0, 64); }
static inline void prm_cmd_layout_set_out_ptr(struct prm_cmd_layout *p, uint64_t v) { prm_set64((uint8_t *)p + 0x30, 0, 64, v); }
static inline uint32_t prm_cmd_layout_outlen(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 0, 32); }
static inline void prm_cmd_layout_set_outlen(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 0, 32, v); }
static inline uint32_t prm_cmd_layout_token(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 24, 8); }
static inline void prm_cmd_layout_set_token(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 24, 8, v); }
static inline uint32_t prm_cmd_layout_sig(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 16, 8); }
static inline void prm_cmd_layout_set_sig(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 16, 8, v); }
static inline uint32_t prm_cmd_layout_delivery(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 1, 7); }
static inline void prm_cmd_layout_set_delivery(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 1, 7, v); }
static inline uint32_t prm_cmd_layout_own(const struct prm_cmd_layout *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 1); }
static inline void prm_cmd_layout_set_own(struct prm_cmd_layout *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 1, v); }

/* PRM, Command Mailbox; linux/mlx5/device.h mlx5_cmd_prot_block */
struct prm_cmd_prot_block { uint8_t b[0x240]; };
static inline uint8_t *prm_cmd_prot_block_data(struct prm_cmd_prot_block *p) { return (uint8_t *)((uint8_t *)p + 0x0); }
static inline const uint8_t *prm_cmd_prot_block_data_const(const struct prm_cmd_prot_block *p) { return (const uint8_t *)((const uint8_t *)p + 0x0); }
static inline uint64_t prm_cmd_prot_block_next(const struct prm_cmd_prot_block *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x230, 0, 64); }
static inline void prm_cmd_prot_block_set_next(struct prm_cmd_prot_block *p, uint64_t v) { prm_set64((uint8_t *)p + 0x230, 0, 64, v); }
static inline uint32_t prm_cmd_prot_block_block_num(const struct prm_cmd_prot_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x238, 0, 32); }
static inline void prm_cmd_prot_block_set_block_num(struct prm_cmd_prot_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x238, 0, 32, v); }
static inline uint32_t prm_cmd_prot_block_token(const struct prm_cmd_prot_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x23c, 16, 8); }
static inline void prm_cmd_prot_block_set_token(struct prm_cmd_prot_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x23c, 16, 8, v); }
static inline uint32_t prm_cmd_prot_block_ctrl_sig(const struct prm_cmd_prot_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x23c, 8, 8); }
static inline void prm_cmd_prot_block_set_ctrl_sig(struct prm_cmd_prot_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x23c, 8, 8, v); }
static inline uint32_t prm_cmd_prot_block_sig(const struct prm_cmd_prot_block *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x23c, 0, 8); }
static inline void prm_cmd_prot_block_set_sig(struct prm_cmd_prot_block *p, uint32_t v) { prm_set32((uint8_t *)p + 0x23c, 0, 8, v); }

/* PRM, Memory Key Context */
struct prm_mkc { uint8_t b[0x40]; };
static inline uint32_t prm_mkc_free(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 30, 1); }
static inline void prm_mkc_set_free(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 30, 1, v); }
static inline uint32_t prm_mkc_access_mode_4_2(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 26, 3); }
static inline void prm_mkc_set_access_mode_4_2(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 26, 3, v); }
static inline uint32_t prm_mkc_relaxed_ordering_write(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 18, 1); }
static inline void prm_mkc_set_relaxed_ordering_write(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 18, 1, v); }
static inline uint32_t prm_mkc_small_fence_on_rdma_read_response(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 1); }
static inline void prm_mkc_set_small_fence_on_rdma_read_response(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 1, v); }
static inline uint32_t prm_mkc_umr_en(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 15, 1); }
static inline void prm_mkc_set_umr_en(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 15, 1, v); }
static inline uint32_t prm_mkc_a(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 14, 1); }
static inline void prm_mkc_set_a(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 14, 1, v); }
static inline uint32_t prm_mkc_rw(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 13, 1); }
static inline void prm_mkc_set_rw(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 13, 1, v); }
static inline uint32_t prm_mkc_rr(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 12, 1); }
static inline void prm_mkc_set_rr(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 12, 1, v); }
static inline uint32_t prm_mkc_lw(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 11, 1); }
static inline void prm_mkc_set_lw(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 11, 1, v); }
static inline uint32_t prm_mkc_lr(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 10, 1); }
static inline void prm_mkc_set_lr(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 10, 1, v); }
static inline uint32_t prm_mkc_access_mode_1_0(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 2); }
static inline void prm_mkc_set_access_mode_1_0(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 2, v); }
static inline uint32_t prm_mkc_ma_translation_mode(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 4, 2); }
static inline void prm_mkc_set_ma_translation_mode(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 4, 2, v); }
static inline uint32_t prm_mkc_qpn(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 8, 24); }
static inline void prm_mkc_set_qpn(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 8, 24, v); }
static inline uint32_t prm_mkc_mkey_7_0(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 8); }
static inline void prm_mkc_set_mkey_7_0(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 8, v); }
static inline uint32_t prm_mkc_length64(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 31, 1); }
static inline void prm_mkc_set_length64(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 31, 1, v); }
static inline uint32_t prm_mkc_bsf_en(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 30, 1); }
static inline void prm_mkc_set_bsf_en(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 30, 1, v); }
static inline uint32_t prm_mkc_sync_umr(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 29, 1); }
static inline void prm_mkc_set_sync_umr(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 29, 1, v); }
static inline uint32_t prm_mkc_expected_sigerr_count(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 26, 1); }
static inline void prm_mkc_set_expected_sigerr_count(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 26, 1, v); }
static inline uint32_t prm_mkc_en_rinval(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 1); }
static inline void prm_mkc_set_en_rinval(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 1, v); }
static inline uint32_t prm_mkc_pd(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_mkc_set_pd(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint64_t prm_mkc_start_addr(const struct prm_mkc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10, 0, 64); }
static inline void prm_mkc_set_start_addr(struct prm_mkc *p, uint64_t v) { prm_set64((uint8_t *)p + 0x10, 0, 64, v); }
static inline uint64_t prm_mkc_len(const struct prm_mkc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x18, 0, 64); }
static inline void prm_mkc_set_len(struct prm_mkc *p, uint64_t v) { prm_set64((uint8_t *)p + 0x18, 0, 64, v); }
static inline uint32_t prm_mkc_bsf_octword_size(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 32); }
static inline void prm_mkc_set_bsf_octword_size(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 32, v); }
static inline uint32_t prm_mkc_translations_octword_size(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 32); }
static inline void prm_mkc_set_translations_octword_size(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 32, v); }
static inline uint32_t prm_mkc_relaxed_ordering_read(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 6, 1); }
static inline void prm_mkc_set_relaxed_ordering_read(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 6, 1, v); }
static inline uint32_t prm_mkc_log_page_size(const struct prm_mkc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 0, 5); }
static inline void prm_mkc_set_log_page_size(struct prm_mkc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 0, 5, v); }

/* PRM, CREATE_MKEY; the tail holds MTTs or KLMs */
struct prm_create_mkey_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_mkey_in_opcode(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_mkey_in_set_opcode(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_mkey_in_uid(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_mkey_in_set_uid(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_mkey_in_op_mod(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_mkey_in_set_op_mod(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_create_mkey_in_pg_access(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 31, 1); }
static inline void prm_create_mkey_in_set_pg_access(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 31, 1, v); }
static inline uint32_t prm_create_mkey_in_mkey_umem_valid(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 30, 1); }
static inline void prm_create_mkey_in_set_mkey_umem_valid(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 30, 1, v); }
static inline struct prm_mkc *prm_create_mkey_in_memory_key_mkey_entry(struct prm_create_mkey_in *p) { return (struct prm_mkc *)((uint8_t *)p + 0x10); }
static inline const struct prm_mkc *prm_create_mkey_in_memory_key_mkey_entry_const(const struct prm_create_mkey_in *p) { return (const struct prm_mkc *)((const uint8_t *)p + 0x10); }
static inline uint32_t prm_create_mkey_in_translations_octword_actual_size(const struct prm_create_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 0, 32); }
static inline void prm_create_mkey_in_set_translations_octword_actual_size(struct prm_create_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 0, 32, v); }
static inline uint32_t prm_create_mkey_in_klm_pas_mtt(const struct prm_create_mkey_in *p, uint32_t i) { return (uint32_t)prm_get32((const uint8_t *)p + 0x110 + (size_t)i * 0x4, 0, 32); }
static inline void prm_create_mkey_in_set_klm_pas_mtt(struct prm_create_mkey_in *p, uint32_t i, uint32_t v) { prm_set32((uint8_t *)p + 0x110 + (size_t)i * 0x4, 0, 32, v); }

/* PRM, CREATE_MKEY */
struct prm_create_mkey_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_mkey_out_status(const struct prm_create_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_mkey_out_set_status(struct prm_create_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_mkey_out_syndrome(const struct prm_create_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_mkey_out_set_syndrome(struct prm_create_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_mkey_out_mkey_index(const struct prm_create_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_mkey_out_set_mkey_index(struct prm_create_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_MKEY */
struct prm_destroy_mkey_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_mkey_in_opcode(const struct prm_destroy_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_mkey_in_set_opcode(struct prm_destroy_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_mkey_in_uid(const struct prm_destroy_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_mkey_in_set_uid(struct prm_destroy_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_mkey_in_op_mod(const struct prm_destroy_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_mkey_in_set_op_mod(struct prm_destroy_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_mkey_in_mkey_index(const struct prm_destroy_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_mkey_in_set_mkey_index(struct prm_destroy_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_MKEY */
struct prm_destroy_mkey_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_mkey_out_status(const struct prm_destroy_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_mkey_out_set_status(struct prm_destroy_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_mkey_out_syndrome(const struct prm_destroy_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_mkey_out_set_syndrome(struct prm_destroy_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_MKEY */
struct prm_query_mkey_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_mkey_in_opcode(const struct prm_query_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_mkey_in_set_opcode(struct prm_query_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_mkey_in_uid(const struct prm_query_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_mkey_in_set_uid(struct prm_query_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_mkey_in_op_mod(const struct prm_query_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_mkey_in_set_op_mod(struct prm_query_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_mkey_in_mkey_index(const struct prm_query_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_mkey_in_set_mkey_index(struct prm_query_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_query_mkey_in_pg_access(const struct prm_query_mkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 31, 1); }
static inline void prm_query_mkey_in_set_pg_access(struct prm_query_mkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 31, 1, v); }

/* PRM, QUERY_MKEY */
struct prm_query_mkey_out { uint8_t b[0x130]; };
static inline uint32_t prm_query_mkey_out_status(const struct prm_query_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_mkey_out_set_status(struct prm_query_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_mkey_out_syndrome(const struct prm_query_mkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_mkey_out_set_syndrome(struct prm_query_mkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_mkc *prm_query_mkey_out_memory_key_mkey_entry(struct prm_query_mkey_out *p) { return (struct prm_mkc *)((uint8_t *)p + 0x10); }
static inline const struct prm_mkc *prm_query_mkey_out_memory_key_mkey_entry_const(const struct prm_query_mkey_out *p) { return (const struct prm_mkc *)((const uint8_t *)p + 0x10); }
static inline uint8_t *prm_query_mkey_out_bsf0_klm0_pas_mtt0_1(struct prm_query_mkey_out *p) { return (uint8_t *)((uint8_t *)p + 0x110); }
static inline const uint8_t *prm_query_mkey_out_bsf0_klm0_pas_mtt0_1_const(const struct prm_query_mkey_out *p) { return (const uint8_t *)((const uint8_t *)p + 0x110); }
static inline uint8_t *prm_query_mkey_out_bsf1_klm1_pas_mtt2_3(struct prm_query_mkey_out *p) { return (uint8_t *)((uint8_t *)p + 0x120); }
static inline const uint8_t *prm_query_mkey_out_bsf1_klm1_pas_mtt2_3_const(const struct prm_query_mkey_out *p) { return (const uint8_t *)((const uint8_t *)p + 0x120); }

/* PRM, Memory Translation Table entry: address 63:8, then the rights */
struct prm_mtt { uint8_t b[0x8]; };
static inline uint32_t prm_mtt_ptag_63_32(const struct prm_mtt *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_mtt_set_ptag_63_32(struct prm_mtt *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_mtt_ptag_31_8(const struct prm_mtt *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 8, 24); }
static inline void prm_mtt_set_ptag_31_8(struct prm_mtt *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 8, 24, v); }
static inline uint32_t prm_mtt_wr_en(const struct prm_mtt *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 1, 1); }
static inline void prm_mtt_set_wr_en(struct prm_mtt *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 1, 1, v); }
static inline uint32_t prm_mtt_rd_en(const struct prm_mtt *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 1); }
static inline void prm_mtt_set_rd_en(struct prm_mtt *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 1, v); }

/* PRM, ALLOC_* */
struct prm_alloc_uar_in { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_uar_in_opcode(const struct prm_alloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_alloc_uar_in_set_opcode(struct prm_alloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_alloc_uar_in_uid(const struct prm_alloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_alloc_uar_in_set_uid(struct prm_alloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_alloc_uar_in_op_mod(const struct prm_alloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_alloc_uar_in_set_op_mod(struct prm_alloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, ALLOC_* */
struct prm_alloc_pd_in { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_pd_in_opcode(const struct prm_alloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_alloc_pd_in_set_opcode(struct prm_alloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_alloc_pd_in_uid(const struct prm_alloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_alloc_pd_in_set_uid(struct prm_alloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_alloc_pd_in_op_mod(const struct prm_alloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_alloc_pd_in_set_op_mod(struct prm_alloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, ALLOC_* */
struct prm_alloc_transport_domain_in { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_transport_domain_in_opcode(const struct prm_alloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_alloc_transport_domain_in_set_opcode(struct prm_alloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_alloc_transport_domain_in_uid(const struct prm_alloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_alloc_transport_domain_in_set_uid(struct prm_alloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_alloc_transport_domain_in_op_mod(const struct prm_alloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_alloc_transport_domain_in_set_op_mod(struct prm_alloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, ALLOC_* */
struct prm_alloc_xrcd_in { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_xrcd_in_opcode(const struct prm_alloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_alloc_xrcd_in_set_opcode(struct prm_alloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_alloc_xrcd_in_uid(const struct prm_alloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_alloc_xrcd_in_set_uid(struct prm_alloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_alloc_xrcd_in_op_mod(const struct prm_alloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_alloc_xrcd_in_set_op_mod(struct prm_alloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }

/* PRM, ALLOC_UAR */
struct prm_alloc_uar_out { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_uar_out_status(const struct prm_alloc_uar_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_alloc_uar_out_set_status(struct prm_alloc_uar_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_alloc_uar_out_syndrome(const struct prm_alloc_uar_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_alloc_uar_out_set_syndrome(struct prm_alloc_uar_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_alloc_uar_out_uar(const struct prm_alloc_uar_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_alloc_uar_out_set_uar(struct prm_alloc_uar_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, ALLOC_PD */
struct prm_alloc_pd_out { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_pd_out_status(const struct prm_alloc_pd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_alloc_pd_out_set_status(struct prm_alloc_pd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_alloc_pd_out_syndrome(const struct prm_alloc_pd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_alloc_pd_out_set_syndrome(struct prm_alloc_pd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_alloc_pd_out_pd(const struct prm_alloc_pd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_alloc_pd_out_set_pd(struct prm_alloc_pd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, ALLOC_TRANSPORT_DOMAIN */
struct prm_alloc_transport_domain_out { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_transport_domain_out_status(const struct prm_alloc_transport_domain_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_alloc_transport_domain_out_set_status(struct prm_alloc_transport_domain_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_alloc_transport_domain_out_syndrome(const struct prm_alloc_transport_domain_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_alloc_transport_domain_out_set_syndrome(struct prm_alloc_transport_domain_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_alloc_transport_domain_out_transport_domain(const struct prm_alloc_transport_domain_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_alloc_transport_domain_out_set_transport_domain(struct prm_alloc_transport_domain_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, ALLOC_XRCD */
struct prm_alloc_xrcd_out { uint8_t b[0x10]; };
static inline uint32_t prm_alloc_xrcd_out_status(const struct prm_alloc_xrcd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_alloc_xrcd_out_set_status(struct prm_alloc_xrcd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_alloc_xrcd_out_syndrome(const struct prm_alloc_xrcd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_alloc_xrcd_out_set_syndrome(struct prm_alloc_xrcd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_alloc_xrcd_out_xrcd(const struct prm_alloc_xrcd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_alloc_xrcd_out_set_xrcd(struct prm_alloc_xrcd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DEALLOC_UAR */
struct prm_dealloc_uar_in { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_uar_in_opcode(const struct prm_dealloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_dealloc_uar_in_set_opcode(struct prm_dealloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_dealloc_uar_in_uid(const struct prm_dealloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_dealloc_uar_in_set_uid(struct prm_dealloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_dealloc_uar_in_op_mod(const struct prm_dealloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_dealloc_uar_in_set_op_mod(struct prm_dealloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_dealloc_uar_in_uar(const struct prm_dealloc_uar_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_dealloc_uar_in_set_uar(struct prm_dealloc_uar_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DEALLOC_PD */
struct prm_dealloc_pd_in { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_pd_in_opcode(const struct prm_dealloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_dealloc_pd_in_set_opcode(struct prm_dealloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_dealloc_pd_in_uid(const struct prm_dealloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_dealloc_pd_in_set_uid(struct prm_dealloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_dealloc_pd_in_op_mod(const struct prm_dealloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_dealloc_pd_in_set_op_mod(struct prm_dealloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_dealloc_pd_in_pd(const struct prm_dealloc_pd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_dealloc_pd_in_set_pd(struct prm_dealloc_pd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DEALLOC_TRANSPORT_DOMAIN */
struct prm_dealloc_transport_domain_in { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_transport_domain_in_opcode(const struct prm_dealloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_dealloc_transport_domain_in_set_opcode(struct prm_dealloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_dealloc_transport_domain_in_uid(const struct prm_dealloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_dealloc_transport_domain_in_set_uid(struct prm_dealloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_dealloc_transport_domain_in_op_mod(const struct prm_dealloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_dealloc_transport_domain_in_set_op_mod(struct prm_dealloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_dealloc_transport_domain_in_transport_domain(const struct prm_dealloc_transport_domain_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_dealloc_transport_domain_in_set_transport_domain(struct prm_dealloc_transport_domain_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DEALLOC_XRCD */
struct prm_dealloc_xrcd_in { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_xrcd_in_opcode(const struct prm_dealloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_dealloc_xrcd_in_set_opcode(struct prm_dealloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_dealloc_xrcd_in_uid(const struct prm_dealloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_dealloc_xrcd_in_set_uid(struct prm_dealloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_dealloc_xrcd_in_op_mod(const struct prm_dealloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_dealloc_xrcd_in_set_op_mod(struct prm_dealloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_dealloc_xrcd_in_xrcd(const struct prm_dealloc_xrcd_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_dealloc_xrcd_in_set_xrcd(struct prm_dealloc_xrcd_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DEALLOC_* */
struct prm_dealloc_uar_out { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_uar_out_status(const struct prm_dealloc_uar_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_dealloc_uar_out_set_status(struct prm_dealloc_uar_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_dealloc_uar_out_syndrome(const struct prm_dealloc_uar_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_dealloc_uar_out_set_syndrome(struct prm_dealloc_uar_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DEALLOC_* */
struct prm_dealloc_pd_out { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_pd_out_status(const struct prm_dealloc_pd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_dealloc_pd_out_set_status(struct prm_dealloc_pd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_dealloc_pd_out_syndrome(const struct prm_dealloc_pd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_dealloc_pd_out_set_syndrome(struct prm_dealloc_pd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DEALLOC_* */
struct prm_dealloc_transport_domain_out { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_transport_domain_out_status(const struct prm_dealloc_transport_domain_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_dealloc_transport_domain_out_set_status(struct prm_dealloc_transport_domain_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_dealloc_transport_domain_out_syndrome(const struct prm_dealloc_transport_domain_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_dealloc_transport_domain_out_set_syndrome(struct prm_dealloc_transport_domain_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DEALLOC_* */
struct prm_dealloc_xrcd_out { uint8_t b[0x10]; };
static inline uint32_t prm_dealloc_xrcd_out_status(const struct prm_dealloc_xrcd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_dealloc_xrcd_out_set_status(struct prm_dealloc_xrcd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_dealloc_xrcd_out_syndrome(const struct prm_dealloc_xrcd_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_dealloc_xrcd_out_set_syndrome(struct prm_dealloc_xrcd_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, ATTACH_TO_MCG, DETACH_FROM_MCG */
struct prm_attach_to_mcg_in { uint8_t b[0x20]; };
static inline uint32_t prm_attach_to_mcg_in_opcode(const struct prm_attach_to_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_attach_to_mcg_in_set_opcode(struct prm_attach_to_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_attach_to_mcg_in_uid(const struct prm_attach_to_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_attach_to_mcg_in_set_uid(struct prm_attach_to_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_attach_to_mcg_in_op_mod(const struct prm_attach_to_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_attach_to_mcg_in_set_op_mod(struct prm_attach_to_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_attach_to_mcg_in_qpn(const struct prm_attach_to_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_attach_to_mcg_in_set_qpn(struct prm_attach_to_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint8_t *prm_attach_to_mcg_in_multicast_gid(struct prm_attach_to_mcg_in *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_attach_to_mcg_in_multicast_gid_const(const struct prm_attach_to_mcg_in *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }

/* PRM, ATTACH_TO_MCG, DETACH_FROM_MCG */
struct prm_detach_from_mcg_in { uint8_t b[0x20]; };
static inline uint32_t prm_detach_from_mcg_in_opcode(const struct prm_detach_from_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_detach_from_mcg_in_set_opcode(struct prm_detach_from_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_detach_from_mcg_in_uid(const struct prm_detach_from_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_detach_from_mcg_in_set_uid(struct prm_detach_from_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_detach_from_mcg_in_op_mod(const struct prm_detach_from_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_detach_from_mcg_in_set_op_mod(struct prm_detach_from_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_detach_from_mcg_in_qpn(const struct prm_detach_from_mcg_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_detach_from_mcg_in_set_qpn(struct prm_detach_from_mcg_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint8_t *prm_detach_from_mcg_in_multicast_gid(struct prm_detach_from_mcg_in *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_detach_from_mcg_in_multicast_gid_const(const struct prm_detach_from_mcg_in *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }

/* PRM, ATTACH_TO_MCG, DETACH_FROM_MCG */
struct prm_attach_to_mcg_out { uint8_t b[0x10]; };
static inline uint32_t prm_attach_to_mcg_out_status(const struct prm_attach_to_mcg_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_attach_to_mcg_out_set_status(struct prm_attach_to_mcg_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_attach_to_mcg_out_syndrome(const struct prm_attach_to_mcg_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_attach_to_mcg_out_set_syndrome(struct prm_attach_to_mcg_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, ATTACH_TO_MCG, DETACH_FROM_MCG */
struct prm_detach_from_mcg_out { uint8_t b[0x10]; };
static inline uint32_t prm_detach_from_mcg_out_status(const struct prm_detach_from_mcg_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_detach_from_mcg_out_set_status(struct prm_detach_from_mcg_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_detach_from_mcg_out_syndrome(const struct prm_detach_from_mcg_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_detach_from_mcg_out_set_syndrome(struct prm_detach_from_mcg_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, User Context */
struct prm_uctx { uint8_t b[0x30]; };
static inline uint32_t prm_uctx_cap(const struct prm_uctx *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_uctx_set_cap(struct prm_uctx *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }

/* PRM, CREATE_UCTX */
struct prm_create_uctx_in { uint8_t b[0x40]; };
static inline uint32_t prm_create_uctx_in_opcode(const struct prm_create_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_uctx_in_set_opcode(struct prm_create_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_uctx_in_uid(const struct prm_create_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_uctx_in_set_uid(struct prm_create_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_uctx_in_op_mod(const struct prm_create_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_uctx_in_set_op_mod(struct prm_create_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_uctx *prm_create_uctx_in_uctx(struct prm_create_uctx_in *p) { return (struct prm_uctx *)((uint8_t *)p + 0x10); }
static inline const struct prm_uctx *prm_create_uctx_in_uctx_const(const struct prm_create_uctx_in *p) { return (const struct prm_uctx *)((const uint8_t *)p + 0x10); }

/* PRM, CREATE_UCTX */
struct prm_create_uctx_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_uctx_out_status(const struct prm_create_uctx_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_uctx_out_set_status(struct prm_create_uctx_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_uctx_out_syndrome(const struct prm_create_uctx_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_uctx_out_set_syndrome(struct prm_create_uctx_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_uctx_out_uid(const struct prm_create_uctx_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_create_uctx_out_set_uid(struct prm_create_uctx_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, DESTROY_UCTX; here the header's uid is reserved */
struct prm_destroy_uctx_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_uctx_in_opcode(const struct prm_destroy_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_uctx_in_set_opcode(struct prm_destroy_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_uctx_in_op_mod(const struct prm_destroy_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_uctx_in_set_op_mod(struct prm_destroy_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_uctx_in_uid(const struct prm_destroy_uctx_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_destroy_uctx_in_set_uid(struct prm_destroy_uctx_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, DESTROY_UCTX */
struct prm_destroy_uctx_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_uctx_out_status(const struct prm_destroy_uctx_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_uctx_out_set_status(struct prm_destroy_uctx_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_uctx_out_syndrome(const struct prm_destroy_uctx_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_uctx_out_set_syndrome(struct prm_destroy_uctx_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_PAGES */
struct prm_query_pages_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_pages_in_opcode(const struct prm_query_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_pages_in_set_opcode(struct prm_query_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_pages_in_uid(const struct prm_query_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_pages_in_set_uid(struct prm_query_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_pages_in_op_mod(const struct prm_query_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_pages_in_set_op_mod(struct prm_query_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_pages_in_embedded_cpu_function(const struct prm_query_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_pages_in_set_embedded_cpu_function(struct prm_query_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_pages_in_function_id(const struct prm_query_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_pages_in_set_function_id(struct prm_query_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, QUERY_PAGES */
struct prm_query_pages_out { uint8_t b[0x10]; };
static inline uint32_t prm_query_pages_out_status(const struct prm_query_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_pages_out_set_status(struct prm_query_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_pages_out_syndrome(const struct prm_query_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_pages_out_set_syndrome(struct prm_query_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_pages_out_embedded_cpu_function(const struct prm_query_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_pages_out_set_embedded_cpu_function(struct prm_query_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_pages_out_function_id(const struct prm_query_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_pages_out_set_function_id(struct prm_query_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_query_pages_out_num_pages(const struct prm_query_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_query_pages_out_set_num_pages(struct prm_query_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, MANAGE_PAGES */
struct prm_manage_pages_in { uint8_t b[0x10]; };
static inline uint32_t prm_manage_pages_in_opcode(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_manage_pages_in_set_opcode(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_manage_pages_in_uid(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_manage_pages_in_set_uid(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_manage_pages_in_op_mod(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_manage_pages_in_set_op_mod(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_manage_pages_in_embedded_cpu_function(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_manage_pages_in_set_embedded_cpu_function(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_manage_pages_in_function_id(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_manage_pages_in_set_function_id(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_manage_pages_in_input_num_entries(const struct prm_manage_pages_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_manage_pages_in_set_input_num_entries(struct prm_manage_pages_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }
static inline uint64_t prm_manage_pages_in_pas(const struct prm_manage_pages_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10 + (size_t)i * 0x8, 0, 64); }
static inline void prm_manage_pages_in_set_pas(struct prm_manage_pages_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x10 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, MANAGE_PAGES */
struct prm_manage_pages_out { uint8_t b[0x10]; };
static inline uint32_t prm_manage_pages_out_status(const struct prm_manage_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_manage_pages_out_set_status(struct prm_manage_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_manage_pages_out_syndrome(const struct prm_manage_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_manage_pages_out_set_syndrome(struct prm_manage_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_manage_pages_out_output_num_entries(const struct prm_manage_pages_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 32); }
static inline void prm_manage_pages_out_set_output_num_entries(struct prm_manage_pages_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 32, v); }
static inline uint64_t prm_manage_pages_out_pas(const struct prm_manage_pages_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10 + (size_t)i * 0x8, 0, 64); }
static inline void prm_manage_pages_out_set_pas(struct prm_manage_pages_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x10 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, ACCESS_REGISTER; op_mod 0 writes, 1 reads */
struct prm_access_register_in { uint8_t b[0x10]; };
static inline uint32_t prm_access_register_in_opcode(const struct prm_access_register_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_access_register_in_set_opcode(struct prm_access_register_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_access_register_in_uid(const struct prm_access_register_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_access_register_in_set_uid(struct prm_access_register_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_access_register_in_op_mod(const struct prm_access_register_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_access_register_in_set_op_mod(struct prm_access_register_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_access_register_in_register_id(const struct prm_access_register_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_access_register_in_set_register_id(struct prm_access_register_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_access_register_in_argument(const struct prm_access_register_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_access_register_in_set_argument(struct prm_access_register_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }
static inline uint32_t prm_access_register_in_register_data(const struct prm_access_register_in *p, uint32_t i) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32); }
static inline void prm_access_register_in_set_register_data(struct prm_access_register_in *p, uint32_t i, uint32_t v) { prm_set32((uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32, v); }

/* PRM, ACCESS_REGISTER */
struct prm_access_register_out { uint8_t b[0x10]; };
static inline uint32_t prm_access_register_out_status(const struct prm_access_register_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_access_register_out_set_status(struct prm_access_register_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_access_register_out_syndrome(const struct prm_access_register_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_access_register_out_set_syndrome(struct prm_access_register_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_access_register_out_register_data(const struct prm_access_register_out *p, uint32_t i) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32); }
static inline void prm_access_register_out_set_register_data(struct prm_access_register_out *p, uint32_t i, uint32_t v) { prm_set32((uint8_t *)p + 0x10 + (size_t)i * 0x4, 0, 32, v); }

/* PRM, PMTU - Port MTU Register */
struct prm_pmtu_reg { uint8_t b[0x10]; };
static inline uint32_t prm_pmtu_reg_local_port(const struct prm_pmtu_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_pmtu_reg_set_local_port(struct prm_pmtu_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_pmtu_reg_max_mtu(const struct prm_pmtu_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 16, 16); }
static inline void prm_pmtu_reg_set_max_mtu(struct prm_pmtu_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 16, 16, v); }
static inline uint32_t prm_pmtu_reg_admin_mtu(const struct prm_pmtu_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 16); }
static inline void prm_pmtu_reg_set_admin_mtu(struct prm_pmtu_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 16, v); }
static inline uint32_t prm_pmtu_reg_oper_mtu(const struct prm_pmtu_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 16, 16); }
static inline void prm_pmtu_reg_set_oper_mtu(struct prm_pmtu_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 16, 16, v); }

/* PRM, PTYS - Port Type and Speed */
struct prm_ptys_reg { uint8_t b[0x40]; };
static inline uint32_t prm_ptys_reg_an_disable_admin(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 30, 1); }
static inline void prm_ptys_reg_set_an_disable_admin(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 30, 1, v); }
static inline uint32_t prm_ptys_reg_an_disable_cap(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 29, 1); }
static inline void prm_ptys_reg_set_an_disable_cap(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 29, 1, v); }
static inline uint32_t prm_ptys_reg_local_port(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_ptys_reg_set_local_port(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_ptys_reg_proto_mask(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 3); }
static inline void prm_ptys_reg_set_proto_mask(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 3, v); }
static inline uint32_t prm_ptys_reg_an_status(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 28, 4); }
static inline void prm_ptys_reg_set_an_status(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 28, 4, v); }
static inline uint32_t prm_ptys_reg_data_rate_oper(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_ptys_reg_set_data_rate_oper(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_ptys_reg_ext_eth_proto_capability(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 32); }
static inline void prm_ptys_reg_set_ext_eth_proto_capability(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 32, v); }
static inline uint32_t prm_ptys_reg_eth_proto_capability(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_ptys_reg_set_eth_proto_capability(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }
static inline uint32_t prm_ptys_reg_ib_link_width_capability(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 16, 16); }
static inline void prm_ptys_reg_set_ib_link_width_capability(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 16, 16, v); }
static inline uint32_t prm_ptys_reg_ib_proto_capability(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 16); }
static inline void prm_ptys_reg_set_ib_proto_capability(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 16, v); }
static inline uint32_t prm_ptys_reg_ext_eth_proto_admin(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_ptys_reg_set_ext_eth_proto_admin(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline uint32_t prm_ptys_reg_eth_proto_admin(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 32); }
static inline void prm_ptys_reg_set_eth_proto_admin(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 32, v); }
static inline uint32_t prm_ptys_reg_ib_link_width_admin(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 16, 16); }
static inline void prm_ptys_reg_set_ib_link_width_admin(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 16, 16, v); }
static inline uint32_t prm_ptys_reg_ib_proto_admin(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 16); }
static inline void prm_ptys_reg_set_ib_proto_admin(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 16, v); }
static inline uint32_t prm_ptys_reg_ext_eth_proto_oper(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 32); }
static inline void prm_ptys_reg_set_ext_eth_proto_oper(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 32, v); }
static inline uint32_t prm_ptys_reg_eth_proto_oper(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 32); }
static inline void prm_ptys_reg_set_eth_proto_oper(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 32, v); }
static inline uint32_t prm_ptys_reg_ib_link_width_oper(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 16, 16); }
static inline void prm_ptys_reg_set_ib_link_width_oper(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 16, 16, v); }
static inline uint32_t prm_ptys_reg_ib_proto_oper(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 16); }
static inline void prm_ptys_reg_set_ib_proto_oper(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 16, v); }
static inline uint32_t prm_ptys_reg_connector_type(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 4); }
static inline void prm_ptys_reg_set_connector_type(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 4, v); }
static inline uint32_t prm_ptys_reg_eth_proto_lp_advertise(const struct prm_ptys_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 0, 32); }
static inline void prm_ptys_reg_set_eth_proto_lp_advertise(struct prm_ptys_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 0, 32, v); }

/* PRM, PAOS - Ports Administrative and Operational Status */
struct prm_paos_reg { uint8_t b[0x10]; };
static inline uint32_t prm_paos_reg_swid(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_paos_reg_set_swid(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_paos_reg_local_port(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_paos_reg_set_local_port(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_paos_reg_admin_status(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 4); }
static inline void prm_paos_reg_set_admin_status(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 4, v); }
static inline uint32_t prm_paos_reg_oper_status(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 4); }
static inline void prm_paos_reg_set_oper_status(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 4, v); }
static inline uint32_t prm_paos_reg_ase(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_paos_reg_set_ase(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline uint32_t prm_paos_reg_ee(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 30, 1); }
static inline void prm_paos_reg_set_ee(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 30, 1, v); }
static inline uint32_t prm_paos_reg_e(const struct prm_paos_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 2); }
static inline void prm_paos_reg_set_e(struct prm_paos_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 2, v); }

/* PRM, PVLC - Port Virtual Lane Capability */
struct prm_pvlc_reg { uint8_t b[0x10]; };
static inline uint32_t prm_pvlc_reg_local_port(const struct prm_pvlc_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_pvlc_reg_set_local_port(struct prm_pvlc_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_pvlc_reg_vl_hw_cap(const struct prm_pvlc_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 4); }
static inline void prm_pvlc_reg_set_vl_hw_cap(struct prm_pvlc_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 4, v); }
static inline uint32_t prm_pvlc_reg_vl_admin(const struct prm_pvlc_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 4); }
static inline void prm_pvlc_reg_set_vl_admin(struct prm_pvlc_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 4, v); }
static inline uint32_t prm_pvlc_reg_vl_operational(const struct prm_pvlc_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 4); }
static inline void prm_pvlc_reg_set_vl_operational(struct prm_pvlc_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 4, v); }

/* linux mlx5_ib main.c, mlx5_query_node_desc(): 64 bytes of text */
struct prm_node_desc_reg { uint8_t b[0x40]; };
static inline uint8_t *prm_node_desc_reg_text(struct prm_node_desc_reg *p) { return (uint8_t *)((uint8_t *)p + 0x0); }
static inline const uint8_t *prm_node_desc_reg_text_const(const struct prm_node_desc_reg *p) { return (const uint8_t *)((const uint8_t *)p + 0x0); }

/* linux mlx5_core main.c, set_hca_ctrl(): 0x80 is big endian */
struct prm_host_endianness_reg { uint8_t b[0x10]; };
static inline uint32_t prm_host_endianness_reg_he(const struct prm_host_endianness_reg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_host_endianness_reg_set_he(struct prm_host_endianness_reg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }

/* PRM, HCA Vport Context */
struct prm_hca_vport_context { uint8_t b[0x200]; };
static inline uint32_t prm_hca_vport_context_field_select(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_hca_vport_context_set_field_select(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_hca_vport_context_sm_virt_aware(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 31, 1); }
static inline void prm_hca_vport_context_set_sm_virt_aware(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 31, 1, v); }
static inline uint32_t prm_hca_vport_context_has_smi(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 30, 1); }
static inline void prm_hca_vport_context_set_has_smi(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 30, 1, v); }
static inline uint32_t prm_hca_vport_context_has_raw(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 29, 1); }
static inline void prm_hca_vport_context_set_has_raw(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 29, 1, v); }
static inline uint32_t prm_hca_vport_context_grh_required(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 28, 1); }
static inline void prm_hca_vport_context_set_grh_required(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 28, 1, v); }
static inline uint32_t prm_hca_vport_context_port_physical_state(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 12, 4); }
static inline void prm_hca_vport_context_set_port_physical_state(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 12, 4, v); }
static inline uint32_t prm_hca_vport_context_vport_state_policy(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 8, 4); }
static inline void prm_hca_vport_context_set_vport_state_policy(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 8, 4, v); }
static inline uint32_t prm_hca_vport_context_port_state(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 4, 4); }
static inline void prm_hca_vport_context_set_port_state(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 4, 4, v); }
static inline uint32_t prm_hca_vport_context_vport_state(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 4); }
static inline void prm_hca_vport_context_set_vport_state(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 4, v); }
static inline uint64_t prm_hca_vport_context_system_image_guid(const struct prm_hca_vport_context *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x28, 0, 64); }
static inline void prm_hca_vport_context_set_system_image_guid(struct prm_hca_vport_context *p, uint64_t v) { prm_set64((uint8_t *)p + 0x28, 0, 64, v); }
static inline uint64_t prm_hca_vport_context_port_guid(const struct prm_hca_vport_context *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x30, 0, 64); }
static inline void prm_hca_vport_context_set_port_guid(struct prm_hca_vport_context *p, uint64_t v) { prm_set64((uint8_t *)p + 0x30, 0, 64, v); }
static inline uint64_t prm_hca_vport_context_node_guid(const struct prm_hca_vport_context *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x38, 0, 64); }
static inline void prm_hca_vport_context_set_node_guid(struct prm_hca_vport_context *p, uint64_t v) { prm_set64((uint8_t *)p + 0x38, 0, 64, v); }
static inline uint32_t prm_hca_vport_context_cap_mask1(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x40, 0, 32); }
static inline void prm_hca_vport_context_set_cap_mask1(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x40, 0, 32, v); }
static inline uint32_t prm_hca_vport_context_cap_mask1_field_select(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x44, 0, 32); }
static inline void prm_hca_vport_context_set_cap_mask1_field_select(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x44, 0, 32, v); }
static inline uint32_t prm_hca_vport_context_cap_mask2(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x48, 0, 32); }
static inline void prm_hca_vport_context_set_cap_mask2(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x48, 0, 32, v); }
static inline uint32_t prm_hca_vport_context_cap_mask2_field_select(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4c, 0, 32); }
static inline void prm_hca_vport_context_set_cap_mask2_field_select(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4c, 0, 32, v); }
static inline uint32_t prm_hca_vport_context_lid(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 16, 16); }
static inline void prm_hca_vport_context_set_lid(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 16, 16, v); }
static inline uint32_t prm_hca_vport_context_init_type_reply(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 8, 4); }
static inline void prm_hca_vport_context_set_init_type_reply(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 8, 4, v); }
static inline uint32_t prm_hca_vport_context_lmc(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 5, 3); }
static inline void prm_hca_vport_context_set_lmc(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 5, 3, v); }
static inline uint32_t prm_hca_vport_context_subnet_timeout(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x60, 0, 5); }
static inline void prm_hca_vport_context_set_subnet_timeout(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x60, 0, 5, v); }
static inline uint32_t prm_hca_vport_context_sm_lid(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x64, 16, 16); }
static inline void prm_hca_vport_context_set_sm_lid(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x64, 16, 16, v); }
static inline uint32_t prm_hca_vport_context_sm_sl(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x64, 12, 4); }
static inline void prm_hca_vport_context_set_sm_sl(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x64, 12, 4, v); }
static inline uint32_t prm_hca_vport_context_qkey_violation_counter(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x68, 16, 16); }
static inline void prm_hca_vport_context_set_qkey_violation_counter(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x68, 16, 16, v); }
static inline uint32_t prm_hca_vport_context_pkey_violation_counter(const struct prm_hca_vport_context *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x68, 0, 16); }
static inline void prm_hca_vport_context_set_pkey_violation_counter(struct prm_hca_vport_context *p, uint32_t v) { prm_set32((uint8_t *)p + 0x68, 0, 16, v); }

/* PRM, QUERY_HCA_VPORT_CONTEXT */
struct prm_query_hca_vport_context_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_vport_context_in_opcode(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_hca_vport_context_in_set_opcode(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_hca_vport_context_in_uid(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_hca_vport_context_in_set_uid(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_context_in_op_mod(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_hca_vport_context_in_set_op_mod(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_context_in_other_vport(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_hca_vport_context_in_set_other_vport(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_hca_vport_context_in_port_num(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 4); }
static inline void prm_query_hca_vport_context_in_set_port_num(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 4, v); }
static inline uint32_t prm_query_hca_vport_context_in_vport_number(const struct prm_query_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_hca_vport_context_in_set_vport_number(struct prm_query_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, QUERY_HCA_VPORT_CONTEXT */
struct prm_query_hca_vport_context_out { uint8_t b[0x210]; };
static inline uint32_t prm_query_hca_vport_context_out_status(const struct prm_query_hca_vport_context_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_hca_vport_context_out_set_status(struct prm_query_hca_vport_context_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_hca_vport_context_out_syndrome(const struct prm_query_hca_vport_context_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_hca_vport_context_out_set_syndrome(struct prm_query_hca_vport_context_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_hca_vport_context *prm_query_hca_vport_context_out_hca_vport_context(struct prm_query_hca_vport_context_out *p) { return (struct prm_hca_vport_context *)((uint8_t *)p + 0x10); }
static inline const struct prm_hca_vport_context *prm_query_hca_vport_context_out_hca_vport_context_const(const struct prm_query_hca_vport_context_out *p) { return (const struct prm_hca_vport_context *)((const uint8_t *)p + 0x10); }

/* PRM, MODIFY_HCA_VPORT_CONTEXT */
struct prm_modify_hca_vport_context_in { uint8_t b[0x210]; };
static inline uint32_t prm_modify_hca_vport_context_in_opcode(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_modify_hca_vport_context_in_set_opcode(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_modify_hca_vport_context_in_uid(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_modify_hca_vport_context_in_set_uid(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_modify_hca_vport_context_in_op_mod(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_modify_hca_vport_context_in_set_op_mod(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_modify_hca_vport_context_in_other_vport(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_modify_hca_vport_context_in_set_other_vport(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_modify_hca_vport_context_in_port_num(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 4); }
static inline void prm_modify_hca_vport_context_in_set_port_num(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 4, v); }
static inline uint32_t prm_modify_hca_vport_context_in_vport_number(const struct prm_modify_hca_vport_context_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_modify_hca_vport_context_in_set_vport_number(struct prm_modify_hca_vport_context_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline struct prm_hca_vport_context *prm_modify_hca_vport_context_in_hca_vport_context(struct prm_modify_hca_vport_context_in *p) { return (struct prm_hca_vport_context *)((uint8_t *)p + 0x10); }
static inline const struct prm_hca_vport_context *prm_modify_hca_vport_context_in_hca_vport_context_const(const struct prm_modify_hca_vport_context_in *p) { return (const struct prm_hca_vport_context *)((const uint8_t *)p + 0x10); }

/* PRM, MODIFY_HCA_VPORT_CONTEXT */
struct prm_modify_hca_vport_context_out { uint8_t b[0x10]; };
static inline uint32_t prm_modify_hca_vport_context_out_status(const struct prm_modify_hca_vport_context_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_modify_hca_vport_context_out_set_status(struct prm_modify_hca_vport_context_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_modify_hca_vport_context_out_syndrome(const struct prm_modify_hca_vport_context_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_modify_hca_vport_context_out_set_syndrome(struct prm_modify_hca_vport_context_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* a GID */
struct prm_array128_auto { uint8_t b[0x10]; };
static inline uint8_t *prm_array128_auto_array128_auto(struct prm_array128_auto *p) { return (uint8_t *)((uint8_t *)p + 0x0); }
static inline const uint8_t *prm_array128_auto_array128_auto_const(const struct prm_array128_auto *p) { return (const uint8_t *)((const uint8_t *)p + 0x0); }

/* PRM, QUERY_HCA_VPORT_GID */
struct prm_query_hca_vport_gid_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_vport_gid_in_opcode(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_hca_vport_gid_in_set_opcode(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_hca_vport_gid_in_uid(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_hca_vport_gid_in_set_uid(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_gid_in_op_mod(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_hca_vport_gid_in_set_op_mod(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_gid_in_other_vport(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_hca_vport_gid_in_set_other_vport(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_hca_vport_gid_in_port_num(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 4); }
static inline void prm_query_hca_vport_gid_in_set_port_num(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 4, v); }
static inline uint32_t prm_query_hca_vport_gid_in_vport_number(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_hca_vport_gid_in_set_vport_number(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_gid_in_gid_index(const struct prm_query_hca_vport_gid_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 16); }
static inline void prm_query_hca_vport_gid_in_set_gid_index(struct prm_query_hca_vport_gid_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 16, v); }

/* PRM, QUERY_HCA_VPORT_GID */
struct prm_query_hca_vport_gid_out { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_vport_gid_out_status(const struct prm_query_hca_vport_gid_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_hca_vport_gid_out_set_status(struct prm_query_hca_vport_gid_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_hca_vport_gid_out_syndrome(const struct prm_query_hca_vport_gid_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_hca_vport_gid_out_set_syndrome(struct prm_query_hca_vport_gid_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_hca_vport_gid_out_gids_num(const struct prm_query_hca_vport_gid_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 16, 16); }
static inline void prm_query_hca_vport_gid_out_set_gids_num(struct prm_query_hca_vport_gid_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 16, 16, v); }
static inline struct prm_array128_auto *prm_query_hca_vport_gid_out_gid(struct prm_query_hca_vport_gid_out *p, uint32_t i) { return (struct prm_array128_auto *)((uint8_t *)p + 0x10 + (size_t)i * 0x10); }
static inline const struct prm_array128_auto *prm_query_hca_vport_gid_out_gid_const(const struct prm_query_hca_vport_gid_out *p, uint32_t i) { return (const struct prm_array128_auto *)((const uint8_t *)p + 0x10 + (size_t)i * 0x10); }

/* PRM, QUERY_HCA_VPORT_PKEY */
struct prm_pkey { uint8_t b[0x4]; };
static inline uint32_t prm_pkey_pkey(const struct prm_pkey *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_pkey_set_pkey(struct prm_pkey *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }

/* PRM, QUERY_HCA_VPORT_PKEY */
struct prm_query_hca_vport_pkey_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_vport_pkey_in_opcode(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_hca_vport_pkey_in_set_opcode(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_uid(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_hca_vport_pkey_in_set_uid(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_op_mod(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_hca_vport_pkey_in_set_op_mod(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_other_vport(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_hca_vport_pkey_in_set_other_vport(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_port_num(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 4); }
static inline void prm_query_hca_vport_pkey_in_set_port_num(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 4, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_vport_number(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_hca_vport_pkey_in_set_vport_number(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }
static inline uint32_t prm_query_hca_vport_pkey_in_pkey_index(const struct prm_query_hca_vport_pkey_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 16); }
static inline void prm_query_hca_vport_pkey_in_set_pkey_index(struct prm_query_hca_vport_pkey_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 16, v); }

/* PRM, QUERY_HCA_VPORT_PKEY */
struct prm_query_hca_vport_pkey_out { uint8_t b[0x10]; };
static inline uint32_t prm_query_hca_vport_pkey_out_status(const struct prm_query_hca_vport_pkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_hca_vport_pkey_out_set_status(struct prm_query_hca_vport_pkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_hca_vport_pkey_out_syndrome(const struct prm_query_hca_vport_pkey_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_hca_vport_pkey_out_set_syndrome(struct prm_query_hca_vport_pkey_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_pkey *prm_query_hca_vport_pkey_out_pkey(struct prm_query_hca_vport_pkey_out *p, uint32_t i) { return (struct prm_pkey *)((uint8_t *)p + 0x10 + (size_t)i * 0x4); }
static inline const struct prm_pkey *prm_query_hca_vport_pkey_out_pkey_const(const struct prm_query_hca_vport_pkey_out *p, uint32_t i) { return (const struct prm_pkey *)((const uint8_t *)p + 0x10 + (size_t)i * 0x4); }

/* PRM, QUERY_VPORT_STATE */
struct prm_query_vport_state_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_vport_state_in_opcode(const struct prm_query_vport_state_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_vport_state_in_set_opcode(struct prm_query_vport_state_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_vport_state_in_uid(const struct prm_query_vport_state_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_vport_state_in_set_uid(struct prm_query_vport_state_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_vport_state_in_op_mod(const struct prm_query_vport_state_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_vport_state_in_set_op_mod(struct prm_query_vport_state_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_vport_state_in_other_vport(const struct prm_query_vport_state_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_query_vport_state_in_set_other_vport(struct prm_query_vport_state_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_query_vport_state_in_vport_number(const struct prm_query_vport_state_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 16); }
static inline void prm_query_vport_state_in_set_vport_number(struct prm_query_vport_state_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 16, v); }

/* PRM, QUERY_VPORT_STATE */
struct prm_query_vport_state_out { uint8_t b[0x10]; };
static inline uint32_t prm_query_vport_state_out_status(const struct prm_query_vport_state_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_vport_state_out_set_status(struct prm_query_vport_state_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_vport_state_out_syndrome(const struct prm_query_vport_state_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_vport_state_out_set_syndrome(struct prm_query_vport_state_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_vport_state_out_admin_state(const struct prm_query_vport_state_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 4, 4); }
static inline void prm_query_vport_state_out_set_admin_state(struct prm_query_vport_state_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 4, 4, v); }
static inline uint32_t prm_query_vport_state_out_state(const struct prm_query_vport_state_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 4); }
static inline void prm_query_vport_state_out_set_state(struct prm_query_vport_state_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 4, v); }

/* PRM, MAD_IFC */
struct prm_mad_ifc_in { uint8_t b[0x110]; };
static inline uint32_t prm_mad_ifc_in_opcode(const struct prm_mad_ifc_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_mad_ifc_in_set_opcode(struct prm_mad_ifc_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_mad_ifc_in_uid(const struct prm_mad_ifc_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_mad_ifc_in_set_uid(struct prm_mad_ifc_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_mad_ifc_in_op_mod(const struct prm_mad_ifc_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_mad_ifc_in_set_op_mod(struct prm_mad_ifc_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_mad_ifc_in_remote_lid(const struct prm_mad_ifc_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 16); }
static inline void prm_mad_ifc_in_set_remote_lid(struct prm_mad_ifc_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 16, v); }
static inline uint32_t prm_mad_ifc_in_port(const struct prm_mad_ifc_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 8); }
static inline void prm_mad_ifc_in_set_port(struct prm_mad_ifc_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 8, v); }
static inline uint8_t *prm_mad_ifc_in_mad(struct prm_mad_ifc_in *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_mad_ifc_in_mad_const(const struct prm_mad_ifc_in *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }

/* PRM, MAD_IFC */
struct prm_mad_ifc_out { uint8_t b[0x110]; };
static inline uint32_t prm_mad_ifc_out_status(const struct prm_mad_ifc_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_mad_ifc_out_set_status(struct prm_mad_ifc_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_mad_ifc_out_syndrome(const struct prm_mad_ifc_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_mad_ifc_out_set_syndrome(struct prm_mad_ifc_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint8_t *prm_mad_ifc_out_response_mad_packet(struct prm_mad_ifc_out *p) { return (uint8_t *)((uint8_t *)p + 0x10); }
static inline const uint8_t *prm_mad_ifc_out_response_mad_packet_const(const struct prm_mad_ifc_out *p) { return (const uint8_t *)((const uint8_t *)p + 0x10); }

/* PRM, Queue Pair Context */
struct prm_qpc { uint8_t b[0xe8]; };
static inline uint32_t prm_qpc_state(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_qpc_set_state(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_qpc_lag_tx_port_affinity(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 4); }
static inline void prm_qpc_set_lag_tx_port_affinity(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 4, v); }
static inline uint32_t prm_qpc_st(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 8); }
static inline void prm_qpc_set_st(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 8, v); }
static inline uint32_t prm_qpc_pm_state(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 11, 2); }
static inline void prm_qpc_set_pm_state(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 11, 2, v); }
static inline uint32_t prm_qpc_req_e2e_credit_mode(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 2); }
static inline void prm_qpc_set_req_e2e_credit_mode(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 2, v); }
static inline uint32_t prm_qpc_offload_type(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 4, 4); }
static inline void prm_qpc_set_offload_type(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 4, 4, v); }
static inline uint32_t prm_qpc_end_padding_mode(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 2, 2); }
static inline void prm_qpc_set_end_padding_mode(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 2, 2, v); }
static inline uint32_t prm_qpc_wq_signature(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_qpc_set_wq_signature(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline uint32_t prm_qpc_block_lb_mc(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 30, 1); }
static inline void prm_qpc_set_block_lb_mc(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 30, 1, v); }
static inline uint32_t prm_qpc_atomic_like_write_en(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 29, 1); }
static inline void prm_qpc_set_atomic_like_write_en(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 29, 1, v); }
static inline uint32_t prm_qpc_latency_sensitive(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 28, 1); }
static inline void prm_qpc_set_latency_sensitive(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 28, 1, v); }
static inline uint32_t prm_qpc_drain_sigerr(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 26, 1); }
static inline void prm_qpc_set_drain_sigerr(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 26, 1, v); }
static inline uint32_t prm_qpc_pd(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 24); }
static inline void prm_qpc_set_pd(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 24, v); }
static inline uint32_t prm_qpc_mtu(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 29, 3); }
static inline void prm_qpc_set_mtu(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 29, 3, v); }
static inline uint32_t prm_qpc_log_msg_max(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 24, 5); }
static inline void prm_qpc_set_log_msg_max(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 24, 5, v); }
static inline uint32_t prm_qpc_log_rq_size(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 19, 4); }
static inline void prm_qpc_set_log_rq_size(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 19, 4, v); }
static inline uint32_t prm_qpc_log_rq_stride(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 16, 3); }
static inline void prm_qpc_set_log_rq_stride(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 16, 3, v); }
static inline uint32_t prm_qpc_no_sq(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 15, 1); }
static inline void prm_qpc_set_no_sq(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 15, 1, v); }
static inline uint32_t prm_qpc_log_sq_size(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 11, 4); }
static inline void prm_qpc_set_log_sq_size(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 11, 4, v); }
static inline uint32_t prm_qpc_ts_format(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 6, 2); }
static inline void prm_qpc_set_ts_format(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 6, 2, v); }
static inline uint32_t prm_qpc_rlky(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 4, 1); }
static inline void prm_qpc_set_rlky(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 4, 1, v); }
static inline uint32_t prm_qpc_ulp_stateless_offload_mode(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 4); }
static inline void prm_qpc_set_ulp_stateless_offload_mode(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 4, v); }
static inline uint32_t prm_qpc_counter_set_id(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 8); }
static inline void prm_qpc_set_counter_set_id(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 8, v); }
static inline uint32_t prm_qpc_uar_page(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_qpc_set_uar_page(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint32_t prm_qpc_user_index(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 24); }
static inline void prm_qpc_set_user_index(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 24, v); }
static inline uint32_t prm_qpc_log_page_size(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 24, 5); }
static inline void prm_qpc_set_log_page_size(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 24, 5, v); }
static inline uint32_t prm_qpc_remote_qpn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 24); }
static inline void prm_qpc_set_remote_qpn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 24, v); }
static inline struct prm_ads *prm_qpc_primary_address_path(struct prm_qpc *p) { return (struct prm_ads *)((uint8_t *)p + 0x18); }
static inline const struct prm_ads *prm_qpc_primary_address_path_const(const struct prm_qpc *p) { return (const struct prm_ads *)((const uint8_t *)p + 0x18); }
static inline struct prm_ads *prm_qpc_secondary_address_path(struct prm_qpc *p) { return (struct prm_ads *)((uint8_t *)p + 0x44); }
static inline const struct prm_ads *prm_qpc_secondary_address_path_const(const struct prm_qpc *p) { return (const struct prm_ads *)((const uint8_t *)p + 0x44); }
static inline uint32_t prm_qpc_log_ack_req_freq(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 28, 4); }
static inline void prm_qpc_set_log_ack_req_freq(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 28, 4, v); }
static inline uint32_t prm_qpc_log_sra_max(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 21, 3); }
static inline void prm_qpc_set_log_sra_max(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 21, 3, v); }
static inline uint32_t prm_qpc_retry_count(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 16, 3); }
static inline void prm_qpc_set_retry_count(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 16, 3, v); }
static inline uint32_t prm_qpc_rnr_retry(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 13, 3); }
static inline void prm_qpc_set_rnr_retry(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 13, 3, v); }
static inline uint32_t prm_qpc_fre(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 11, 1); }
static inline void prm_qpc_set_fre(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 11, 1, v); }
static inline uint32_t prm_qpc_cur_rnr_retry(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 8, 3); }
static inline void prm_qpc_set_cur_rnr_retry(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 8, 3, v); }
static inline uint32_t prm_qpc_cur_retry_count(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x70, 5, 3); }
static inline void prm_qpc_set_cur_retry_count(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x70, 5, 3, v); }
static inline uint32_t prm_qpc_next_send_psn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x78, 0, 24); }
static inline void prm_qpc_set_next_send_psn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x78, 0, 24, v); }
static inline uint32_t prm_qpc_cqn_snd(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x7c, 0, 24); }
static inline void prm_qpc_set_cqn_snd(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x7c, 0, 24, v); }
static inline uint32_t prm_qpc_deth_sqpn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x80, 0, 24); }
static inline void prm_qpc_set_deth_sqpn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x80, 0, 24, v); }
static inline uint32_t prm_qpc_last_acked_psn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x88, 0, 24); }
static inline void prm_qpc_set_last_acked_psn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x88, 0, 24, v); }
static inline uint32_t prm_qpc_ssn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8c, 0, 24); }
static inline void prm_qpc_set_ssn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8c, 0, 24, v); }
static inline uint32_t prm_qpc_log_rra_max(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 21, 3); }
static inline void prm_qpc_set_log_rra_max(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 21, 3, v); }
static inline uint32_t prm_qpc_atomic_mode(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 16, 4); }
static inline void prm_qpc_set_atomic_mode(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 16, 4, v); }
static inline uint32_t prm_qpc_rre(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 15, 1); }
static inline void prm_qpc_set_rre(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 15, 1, v); }
static inline uint32_t prm_qpc_rwe(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 14, 1); }
static inline void prm_qpc_set_rwe(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 14, 1, v); }
static inline uint32_t prm_qpc_rae(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 13, 1); }
static inline void prm_qpc_set_rae(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 13, 1, v); }
static inline uint32_t prm_qpc_page_offset(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 6, 6); }
static inline void prm_qpc_set_page_offset(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 6, 6, v); }
static inline uint32_t prm_qpc_cd_slave_receive(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 2, 1); }
static inline void prm_qpc_set_cd_slave_receive(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 2, 1, v); }
static inline uint32_t prm_qpc_cd_slave_send(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 1, 1); }
static inline void prm_qpc_set_cd_slave_send(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 1, 1, v); }
static inline uint32_t prm_qpc_cd_master(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x90, 0, 1); }
static inline void prm_qpc_set_cd_master(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x90, 0, 1, v); }
static inline uint32_t prm_qpc_min_rnr_nak(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x94, 24, 5); }
static inline void prm_qpc_set_min_rnr_nak(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x94, 24, 5, v); }
static inline uint32_t prm_qpc_next_rcv_psn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x94, 0, 24); }
static inline void prm_qpc_set_next_rcv_psn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x94, 0, 24, v); }
static inline uint32_t prm_qpc_xrcd(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x98, 0, 24); }
static inline void prm_qpc_set_xrcd(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x98, 0, 24, v); }
static inline uint32_t prm_qpc_cqn_rcv(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x9c, 0, 24); }
static inline void prm_qpc_set_cqn_rcv(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x9c, 0, 24, v); }
static inline uint64_t prm_qpc_dbr_addr(const struct prm_qpc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0xa0, 0, 64); }
static inline void prm_qpc_set_dbr_addr(struct prm_qpc *p, uint64_t v) { prm_set64((uint8_t *)p + 0xa0, 0, 64, v); }
static inline uint32_t prm_qpc_q_key(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xa8, 0, 32); }
static inline void prm_qpc_set_q_key(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xa8, 0, 32, v); }
static inline uint32_t prm_qpc_rq_type(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xac, 24, 3); }
static inline void prm_qpc_set_rq_type(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xac, 24, 3, v); }
static inline uint32_t prm_qpc_srqn_rmpn_xrqn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xac, 0, 24); }
static inline void prm_qpc_set_srqn_rmpn_xrqn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xac, 0, 24, v); }
static inline uint32_t prm_qpc_rmsn(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb0, 0, 24); }
static inline void prm_qpc_set_rmsn(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb0, 0, 24, v); }
static inline uint32_t prm_qpc_hw_sq_wqebb_counter(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb4, 16, 16); }
static inline void prm_qpc_set_hw_sq_wqebb_counter(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb4, 16, 16, v); }
static inline uint32_t prm_qpc_sw_sq_wqebb_counter(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb4, 0, 16); }
static inline void prm_qpc_set_sw_sq_wqebb_counter(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb4, 0, 16, v); }
static inline uint32_t prm_qpc_hw_rq_counter(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xb8, 0, 32); }
static inline void prm_qpc_set_hw_rq_counter(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xb8, 0, 32, v); }
static inline uint32_t prm_qpc_sw_rq_counter(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xbc, 0, 32); }
static inline void prm_qpc_set_sw_rq_counter(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xbc, 0, 32, v); }
static inline uint32_t prm_qpc_cgs(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc4, 16, 1); }
static inline void prm_qpc_set_cgs(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc4, 16, 1, v); }
static inline uint32_t prm_qpc_cs_req(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc4, 8, 8); }
static inline void prm_qpc_set_cs_req(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc4, 8, 8, v); }
static inline uint32_t prm_qpc_cs_res(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc4, 0, 8); }
static inline void prm_qpc_set_cs_res(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc4, 0, 8, v); }
static inline uint64_t prm_qpc_dc_access_key(const struct prm_qpc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0xc8, 0, 64); }
static inline void prm_qpc_set_dc_access_key(struct prm_qpc *p, uint64_t v) { prm_set64((uint8_t *)p + 0xc8, 0, 64, v); }
static inline uint32_t prm_qpc_dbr_umem_valid(const struct prm_qpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xd0, 28, 1); }
static inline void prm_qpc_set_dbr_umem_valid(struct prm_qpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0xd0, 28, 1, v); }

/* PRM, CREATE_QP */
struct prm_create_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_qp_in_opcode(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_qp_in_set_opcode(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_qp_in_uid(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_qp_in_set_uid(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_qp_in_op_mod(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_qp_in_set_op_mod(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_create_qp_in_input_qpn(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_qp_in_set_input_qpn(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_create_qp_in_opt_param_mask(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_create_qp_in_set_opt_param_mask(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_create_qp_in_ece(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_create_qp_in_set_ece(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_create_qp_in_qpc(struct prm_create_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_create_qp_in_qpc_const(const struct prm_create_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }
static inline uint32_t prm_create_qp_in_wq_umem_valid(const struct prm_create_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10c, 31, 1); }
static inline void prm_create_qp_in_set_wq_umem_valid(struct prm_create_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10c, 31, 1, v); }
static inline uint64_t prm_create_qp_in_pas(const struct prm_create_qp_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_qp_in_set_pas(struct prm_create_qp_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, CREATE_QP */
struct prm_create_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_qp_out_status(const struct prm_create_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_qp_out_set_status(struct prm_create_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_qp_out_syndrome(const struct prm_create_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_qp_out_set_syndrome(struct prm_create_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_qp_out_qpn(const struct prm_create_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_qp_out_set_qpn(struct prm_create_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_create_qp_out_ece(const struct prm_create_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_create_qp_out_set_ece(struct prm_create_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, DESTROY_QP, QUERY_QP, 2ERR_QP, 2RST_QP */
struct prm_destroy_qp_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_qp_in_opcode(const struct prm_destroy_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_qp_in_set_opcode(struct prm_destroy_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_qp_in_uid(const struct prm_destroy_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_qp_in_set_uid(struct prm_destroy_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_qp_in_op_mod(const struct prm_destroy_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_qp_in_set_op_mod(struct prm_destroy_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_qp_in_qpn(const struct prm_destroy_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_qp_in_set_qpn(struct prm_destroy_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_QP, QUERY_QP, 2ERR_QP, 2RST_QP */
struct prm_query_qp_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_qp_in_opcode(const struct prm_query_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_qp_in_set_opcode(struct prm_query_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_qp_in_uid(const struct prm_query_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_qp_in_set_uid(struct prm_query_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_qp_in_op_mod(const struct prm_query_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_qp_in_set_op_mod(struct prm_query_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_qp_in_qpn(const struct prm_query_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_qp_in_set_qpn(struct prm_query_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_QP, QUERY_QP, 2ERR_QP, 2RST_QP */
struct prm_qp_2err_in { uint8_t b[0x10]; };
static inline uint32_t prm_qp_2err_in_opcode(const struct prm_qp_2err_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_qp_2err_in_set_opcode(struct prm_qp_2err_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_qp_2err_in_uid(const struct prm_qp_2err_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_qp_2err_in_set_uid(struct prm_qp_2err_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_qp_2err_in_op_mod(const struct prm_qp_2err_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_qp_2err_in_set_op_mod(struct prm_qp_2err_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_qp_2err_in_qpn(const struct prm_qp_2err_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_qp_2err_in_set_qpn(struct prm_qp_2err_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_QP, QUERY_QP, 2ERR_QP, 2RST_QP */
struct prm_qp_2rst_in { uint8_t b[0x10]; };
static inline uint32_t prm_qp_2rst_in_opcode(const struct prm_qp_2rst_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_qp_2rst_in_set_opcode(struct prm_qp_2rst_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_qp_2rst_in_uid(const struct prm_qp_2rst_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_qp_2rst_in_set_uid(struct prm_qp_2rst_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_qp_2rst_in_op_mod(const struct prm_qp_2rst_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_qp_2rst_in_set_op_mod(struct prm_qp_2rst_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_qp_2rst_in_qpn(const struct prm_qp_2rst_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_qp_2rst_in_set_qpn(struct prm_qp_2rst_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_QP, 2ERR_QP, 2RST_QP, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_destroy_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_qp_out_status(const struct prm_destroy_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_qp_out_set_status(struct prm_destroy_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_qp_out_syndrome(const struct prm_destroy_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_qp_out_set_syndrome(struct prm_destroy_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_QP, 2ERR_QP, 2RST_QP, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_qp_2err_out { uint8_t b[0x10]; };
static inline uint32_t prm_qp_2err_out_status(const struct prm_qp_2err_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_qp_2err_out_set_status(struct prm_qp_2err_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_qp_2err_out_syndrome(const struct prm_qp_2err_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_qp_2err_out_set_syndrome(struct prm_qp_2err_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_QP, 2ERR_QP, 2RST_QP, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_qp_2rst_out { uint8_t b[0x10]; };
static inline uint32_t prm_qp_2rst_out_status(const struct prm_qp_2rst_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_qp_2rst_out_set_status(struct prm_qp_2rst_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_qp_2rst_out_syndrome(const struct prm_qp_2rst_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_qp_2rst_out_set_syndrome(struct prm_qp_2rst_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_QP, 2ERR_QP, 2RST_QP, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_sqerr2rts_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_sqerr2rts_qp_out_status(const struct prm_sqerr2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_sqerr2rts_qp_out_set_status(struct prm_sqerr2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_sqerr2rts_qp_out_syndrome(const struct prm_sqerr2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_sqerr2rts_qp_out_set_syndrome(struct prm_sqerr2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_QP, 2ERR_QP, 2RST_QP, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_sqd2rts_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_sqd2rts_qp_out_status(const struct prm_sqd2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_sqd2rts_qp_out_set_status(struct prm_sqd2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_sqd2rts_qp_out_syndrome(const struct prm_sqd2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_sqd2rts_qp_out_set_syndrome(struct prm_sqd2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_QP */
struct prm_query_qp_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_qp_out_status(const struct prm_query_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_qp_out_set_status(struct prm_query_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_qp_out_syndrome(const struct prm_query_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_qp_out_set_syndrome(struct prm_query_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_query_qp_out_opt_param_mask(const struct prm_query_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_query_qp_out_set_opt_param_mask(struct prm_query_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_query_qp_out_ece(const struct prm_query_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_query_qp_out_set_ece(struct prm_query_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_query_qp_out_qpc(struct prm_query_qp_out *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_query_qp_out_qpc_const(const struct prm_query_qp_out *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }
static inline uint64_t prm_query_qp_out_pas(const struct prm_query_qp_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_query_qp_out_set_pas(struct prm_query_qp_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rst2init_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_rst2init_qp_in_opcode(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_rst2init_qp_in_set_opcode(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_rst2init_qp_in_uid(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_rst2init_qp_in_set_uid(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_rst2init_qp_in_op_mod(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_rst2init_qp_in_set_op_mod(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_rst2init_qp_in_qpn(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_rst2init_qp_in_set_qpn(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_rst2init_qp_in_opt_param_mask(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_rst2init_qp_in_set_opt_param_mask(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_rst2init_qp_in_ece(const struct prm_rst2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_rst2init_qp_in_set_ece(struct prm_rst2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_rst2init_qp_in_qpc(struct prm_rst2init_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_rst2init_qp_in_qpc_const(const struct prm_rst2init_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_init2rtr_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_init2rtr_qp_in_opcode(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_init2rtr_qp_in_set_opcode(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_init2rtr_qp_in_uid(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_init2rtr_qp_in_set_uid(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_init2rtr_qp_in_op_mod(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_init2rtr_qp_in_set_op_mod(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_init2rtr_qp_in_qpn(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_init2rtr_qp_in_set_qpn(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_init2rtr_qp_in_opt_param_mask(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_init2rtr_qp_in_set_opt_param_mask(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_init2rtr_qp_in_ece(const struct prm_init2rtr_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_init2rtr_qp_in_set_ece(struct prm_init2rtr_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_init2rtr_qp_in_qpc(struct prm_init2rtr_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_init2rtr_qp_in_qpc_const(const struct prm_init2rtr_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rtr2rts_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_rtr2rts_qp_in_opcode(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_rtr2rts_qp_in_set_opcode(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_rtr2rts_qp_in_uid(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_rtr2rts_qp_in_set_uid(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_rtr2rts_qp_in_op_mod(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_rtr2rts_qp_in_set_op_mod(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_rtr2rts_qp_in_qpn(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_rtr2rts_qp_in_set_qpn(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_rtr2rts_qp_in_opt_param_mask(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_rtr2rts_qp_in_set_opt_param_mask(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_rtr2rts_qp_in_ece(const struct prm_rtr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_rtr2rts_qp_in_set_ece(struct prm_rtr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_rtr2rts_qp_in_qpc(struct prm_rtr2rts_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_rtr2rts_qp_in_qpc_const(const struct prm_rtr2rts_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rts2rts_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_rts2rts_qp_in_opcode(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_rts2rts_qp_in_set_opcode(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_rts2rts_qp_in_uid(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_rts2rts_qp_in_set_uid(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_rts2rts_qp_in_op_mod(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_rts2rts_qp_in_set_op_mod(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_rts2rts_qp_in_qpn(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_rts2rts_qp_in_set_qpn(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_rts2rts_qp_in_opt_param_mask(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_rts2rts_qp_in_set_opt_param_mask(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_rts2rts_qp_in_ece(const struct prm_rts2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_rts2rts_qp_in_set_ece(struct prm_rts2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_rts2rts_qp_in_qpc(struct prm_rts2rts_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_rts2rts_qp_in_qpc_const(const struct prm_rts2rts_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_init2init_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_init2init_qp_in_opcode(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_init2init_qp_in_set_opcode(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_init2init_qp_in_uid(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_init2init_qp_in_set_uid(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_init2init_qp_in_op_mod(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_init2init_qp_in_set_op_mod(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_init2init_qp_in_qpn(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_init2init_qp_in_set_qpn(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_init2init_qp_in_opt_param_mask(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_init2init_qp_in_set_opt_param_mask(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline uint32_t prm_init2init_qp_in_ece(const struct prm_init2init_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 32); }
static inline void prm_init2init_qp_in_set_ece(struct prm_init2init_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 32, v); }
static inline struct prm_qpc *prm_init2init_qp_in_qpc(struct prm_init2init_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_init2init_qp_in_qpc_const(const struct prm_init2init_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rst2init_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_rst2init_qp_out_status(const struct prm_rst2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_rst2init_qp_out_set_status(struct prm_rst2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_rst2init_qp_out_syndrome(const struct prm_rst2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_rst2init_qp_out_set_syndrome(struct prm_rst2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_rst2init_qp_out_ece(const struct prm_rst2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_rst2init_qp_out_set_ece(struct prm_rst2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_init2rtr_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_init2rtr_qp_out_status(const struct prm_init2rtr_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_init2rtr_qp_out_set_status(struct prm_init2rtr_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_init2rtr_qp_out_syndrome(const struct prm_init2rtr_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_init2rtr_qp_out_set_syndrome(struct prm_init2rtr_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_init2rtr_qp_out_ece(const struct prm_init2rtr_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_init2rtr_qp_out_set_ece(struct prm_init2rtr_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rtr2rts_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_rtr2rts_qp_out_status(const struct prm_rtr2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_rtr2rts_qp_out_set_status(struct prm_rtr2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_rtr2rts_qp_out_syndrome(const struct prm_rtr2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_rtr2rts_qp_out_set_syndrome(struct prm_rtr2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_rtr2rts_qp_out_ece(const struct prm_rtr2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_rtr2rts_qp_out_set_ece(struct prm_rtr2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_rts2rts_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_rts2rts_qp_out_status(const struct prm_rts2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_rts2rts_qp_out_set_status(struct prm_rts2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_rts2rts_qp_out_syndrome(const struct prm_rts2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_rts2rts_qp_out_set_syndrome(struct prm_rts2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_rts2rts_qp_out_ece(const struct prm_rts2rts_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_rts2rts_qp_out_set_ece(struct prm_rts2rts_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, RST2INIT_QP .. INIT2INIT_QP */
struct prm_init2init_qp_out { uint8_t b[0x10]; };
static inline uint32_t prm_init2init_qp_out_status(const struct prm_init2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_init2init_qp_out_set_status(struct prm_init2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_init2init_qp_out_syndrome(const struct prm_init2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_init2init_qp_out_set_syndrome(struct prm_init2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_init2init_qp_out_ece(const struct prm_init2init_qp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_init2init_qp_out_set_ece(struct prm_init2init_qp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_sqerr2rts_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_sqerr2rts_qp_in_opcode(const struct prm_sqerr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_sqerr2rts_qp_in_set_opcode(struct prm_sqerr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_sqerr2rts_qp_in_uid(const struct prm_sqerr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_sqerr2rts_qp_in_set_uid(struct prm_sqerr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_sqerr2rts_qp_in_op_mod(const struct prm_sqerr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_sqerr2rts_qp_in_set_op_mod(struct prm_sqerr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_sqerr2rts_qp_in_qpn(const struct prm_sqerr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_sqerr2rts_qp_in_set_qpn(struct prm_sqerr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_sqerr2rts_qp_in_opt_param_mask(const struct prm_sqerr2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_sqerr2rts_qp_in_set_opt_param_mask(struct prm_sqerr2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline struct prm_qpc *prm_sqerr2rts_qp_in_qpc(struct prm_sqerr2rts_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_sqerr2rts_qp_in_qpc_const(const struct prm_sqerr2rts_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, SQERR2RTS_QP, SQD_RTS_QP */
struct prm_sqd2rts_qp_in { uint8_t b[0x110]; };
static inline uint32_t prm_sqd2rts_qp_in_opcode(const struct prm_sqd2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_sqd2rts_qp_in_set_opcode(struct prm_sqd2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_sqd2rts_qp_in_uid(const struct prm_sqd2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_sqd2rts_qp_in_set_uid(struct prm_sqd2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_sqd2rts_qp_in_op_mod(const struct prm_sqd2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_sqd2rts_qp_in_set_op_mod(struct prm_sqd2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_sqd2rts_qp_in_qpn(const struct prm_sqd2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_sqd2rts_qp_in_set_qpn(struct prm_sqd2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_sqd2rts_qp_in_opt_param_mask(const struct prm_sqd2rts_qp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_sqd2rts_qp_in_set_opt_param_mask(struct prm_sqd2rts_qp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }
static inline struct prm_qpc *prm_sqd2rts_qp_in_qpc(struct prm_sqd2rts_qp_in *p) { return (struct prm_qpc *)((uint8_t *)p + 0x18); }
static inline const struct prm_qpc *prm_sqd2rts_qp_in_qpc_const(const struct prm_sqd2rts_qp_in *p) { return (const struct prm_qpc *)((const uint8_t *)p + 0x18); }

/* PRM, Work Queue */
struct prm_wq { uint8_t b[0xc0]; };
static inline uint32_t prm_wq_wq_type(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_wq_set_wq_type(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_wq_wq_signature(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 27, 1); }
static inline void prm_wq_set_wq_signature(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 27, 1, v); }
static inline uint32_t prm_wq_end_padding_mode(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 25, 2); }
static inline void prm_wq_set_end_padding_mode(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 25, 2, v); }
static inline uint32_t prm_wq_cd_slave(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 1); }
static inline void prm_wq_set_cd_slave(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 1, v); }
static inline uint32_t prm_wq_page_offset(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 16, 5); }
static inline void prm_wq_set_page_offset(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 16, 5, v); }
static inline uint32_t prm_wq_lwm(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_wq_set_lwm(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_wq_pd(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_wq_set_pd(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_wq_uar_page(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_wq_set_uar_page(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint64_t prm_wq_dbr_addr(const struct prm_wq *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10, 0, 64); }
static inline void prm_wq_set_dbr_addr(struct prm_wq *p, uint64_t v) { prm_set64((uint8_t *)p + 0x10, 0, 64, v); }
static inline uint32_t prm_wq_hw_counter(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 32); }
static inline void prm_wq_set_hw_counter(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 32, v); }
static inline uint32_t prm_wq_sw_counter(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 32); }
static inline void prm_wq_set_sw_counter(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 32, v); }
static inline uint32_t prm_wq_log_wq_stride(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 16, 4); }
static inline void prm_wq_set_log_wq_stride(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 16, 4, v); }
static inline uint32_t prm_wq_log_wq_pg_sz(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 8, 5); }
static inline void prm_wq_set_log_wq_pg_sz(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 8, 5, v); }
static inline uint32_t prm_wq_log_wq_sz(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 5); }
static inline void prm_wq_set_log_wq_sz(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 5, v); }
static inline uint32_t prm_wq_dbr_umem_valid(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 31, 1); }
static inline void prm_wq_set_dbr_umem_valid(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 31, 1, v); }
static inline uint32_t prm_wq_wq_umem_valid(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 30, 1); }
static inline void prm_wq_set_wq_umem_valid(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 30, 1, v); }
static inline uint32_t prm_wq_log_wqe_num_of_strides(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 8, 4); }
static inline void prm_wq_set_log_wqe_num_of_strides(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 8, 4, v); }
static inline uint32_t prm_wq_two_byte_shift_en(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 7, 1); }
static inline void prm_wq_set_two_byte_shift_en(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 7, 1, v); }
static inline uint32_t prm_wq_log_wqe_stride_size(const struct prm_wq *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 3); }
static inline void prm_wq_set_log_wqe_stride_size(struct prm_wq *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 3, v); }
static inline struct prm_cmd_pas *prm_wq_pas(struct prm_wq *p, uint32_t i) { return (struct prm_cmd_pas *)((uint8_t *)p + 0xc0 + (size_t)i * 0x8); }
static inline const struct prm_cmd_pas *prm_wq_pas_const(const struct prm_wq *p, uint32_t i) { return (const struct prm_cmd_pas *)((const uint8_t *)p + 0xc0 + (size_t)i * 0x8); }

/* PRM, RMP Context */
struct prm_rmpc { uint8_t b[0xf0]; };
static inline uint32_t prm_rmpc_state(const struct prm_rmpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 20, 4); }
static inline void prm_rmpc_set_state(struct prm_rmpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 20, 4, v); }
static inline uint32_t prm_rmpc_basic_cyclic_rcv_wqe(const struct prm_rmpc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_rmpc_set_basic_cyclic_rcv_wqe(struct prm_rmpc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline struct prm_wq *prm_rmpc_wq(struct prm_rmpc *p) { return (struct prm_wq *)((uint8_t *)p + 0x30); }
static inline const struct prm_wq *prm_rmpc_wq_const(const struct prm_rmpc *p) { return (const struct prm_wq *)((const uint8_t *)p + 0x30); }

/* PRM, MODIFY_RMP */
struct prm_rmp_bitmask { uint8_t b[0x8]; };
static inline uint32_t prm_rmp_bitmask_lwm(const struct prm_rmp_bitmask *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 1); }
static inline void prm_rmp_bitmask_set_lwm(struct prm_rmp_bitmask *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 1, v); }

/* PRM, CREATE_RMP */
struct prm_create_rmp_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_rmp_in_opcode(const struct prm_create_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_rmp_in_set_opcode(struct prm_create_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_rmp_in_uid(const struct prm_create_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_rmp_in_set_uid(struct prm_create_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_rmp_in_op_mod(const struct prm_create_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_rmp_in_set_op_mod(struct prm_create_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_rmpc *prm_create_rmp_in_ctx(struct prm_create_rmp_in *p) { return (struct prm_rmpc *)((uint8_t *)p + 0x20); }
static inline const struct prm_rmpc *prm_create_rmp_in_ctx_const(const struct prm_create_rmp_in *p) { return (const struct prm_rmpc *)((const uint8_t *)p + 0x20); }

/* PRM, CREATE_RMP */
struct prm_create_rmp_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_rmp_out_status(const struct prm_create_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_rmp_out_set_status(struct prm_create_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_rmp_out_syndrome(const struct prm_create_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_rmp_out_set_syndrome(struct prm_create_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_rmp_out_rmpn(const struct prm_create_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_rmp_out_set_rmpn(struct prm_create_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_RMP, QUERY_RMP */
struct prm_destroy_rmp_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_rmp_in_opcode(const struct prm_destroy_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_rmp_in_set_opcode(struct prm_destroy_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_rmp_in_uid(const struct prm_destroy_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_rmp_in_set_uid(struct prm_destroy_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_rmp_in_op_mod(const struct prm_destroy_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_rmp_in_set_op_mod(struct prm_destroy_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_rmp_in_rmpn(const struct prm_destroy_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_rmp_in_set_rmpn(struct prm_destroy_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_RMP, QUERY_RMP */
struct prm_query_rmp_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_rmp_in_opcode(const struct prm_query_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_rmp_in_set_opcode(struct prm_query_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_rmp_in_uid(const struct prm_query_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_rmp_in_set_uid(struct prm_query_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_rmp_in_op_mod(const struct prm_query_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_rmp_in_set_op_mod(struct prm_query_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_rmp_in_rmpn(const struct prm_query_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_rmp_in_set_rmpn(struct prm_query_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_RMP, MODIFY_RMP */
struct prm_destroy_rmp_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_rmp_out_status(const struct prm_destroy_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_rmp_out_set_status(struct prm_destroy_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_rmp_out_syndrome(const struct prm_destroy_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_rmp_out_set_syndrome(struct prm_destroy_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_RMP, MODIFY_RMP */
struct prm_modify_rmp_out { uint8_t b[0x10]; };
static inline uint32_t prm_modify_rmp_out_status(const struct prm_modify_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_modify_rmp_out_set_status(struct prm_modify_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_modify_rmp_out_syndrome(const struct prm_modify_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_modify_rmp_out_set_syndrome(struct prm_modify_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_RMP */
struct prm_query_rmp_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_rmp_out_status(const struct prm_query_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_rmp_out_set_status(struct prm_query_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_rmp_out_syndrome(const struct prm_query_rmp_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_rmp_out_set_syndrome(struct prm_query_rmp_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_rmpc *prm_query_rmp_out_rmp_context(struct prm_query_rmp_out *p) { return (struct prm_rmpc *)((uint8_t *)p + 0x20); }
static inline const struct prm_rmpc *prm_query_rmp_out_rmp_context_const(const struct prm_query_rmp_out *p) { return (const struct prm_rmpc *)((const uint8_t *)p + 0x20); }

/* PRM, MODIFY_RMP */
struct prm_modify_rmp_in { uint8_t b[0x110]; };
static inline uint32_t prm_modify_rmp_in_opcode(const struct prm_modify_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_modify_rmp_in_set_opcode(struct prm_modify_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_modify_rmp_in_uid(const struct prm_modify_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_modify_rmp_in_set_uid(struct prm_modify_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_modify_rmp_in_op_mod(const struct prm_modify_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_modify_rmp_in_set_op_mod(struct prm_modify_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_modify_rmp_in_rmp_state(const struct prm_modify_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 28, 4); }
static inline void prm_modify_rmp_in_set_rmp_state(struct prm_modify_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 28, 4, v); }
static inline uint32_t prm_modify_rmp_in_rmpn(const struct prm_modify_rmp_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_modify_rmp_in_set_rmpn(struct prm_modify_rmp_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline struct prm_rmp_bitmask *prm_modify_rmp_in_bitmask(struct prm_modify_rmp_in *p) { return (struct prm_rmp_bitmask *)((uint8_t *)p + 0x10); }
static inline const struct prm_rmp_bitmask *prm_modify_rmp_in_bitmask_const(const struct prm_modify_rmp_in *p) { return (const struct prm_rmp_bitmask *)((const uint8_t *)p + 0x10); }
static inline struct prm_rmpc *prm_modify_rmp_in_ctx(struct prm_modify_rmp_in *p) { return (struct prm_rmpc *)((uint8_t *)p + 0x20); }
static inline const struct prm_rmpc *prm_modify_rmp_in_ctx_const(const struct prm_modify_rmp_in *p) { return (const struct prm_rmpc *)((const uint8_t *)p + 0x20); }

/* PRM, SRQ Context */
struct prm_srqc { uint8_t b[0x40]; };
static inline uint32_t prm_srqc_state(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_srqc_set_state(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_srqc_log_srq_size(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 4); }
static inline void prm_srqc_set_log_srq_size(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 4, v); }
static inline uint32_t prm_srqc_wq_signature(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_srqc_set_wq_signature(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline uint32_t prm_srqc_cont_srq(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 30, 1); }
static inline void prm_srqc_set_cont_srq(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 30, 1, v); }
static inline uint32_t prm_srqc_rlky(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 28, 1); }
static inline void prm_srqc_set_rlky(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 28, 1, v); }
static inline uint32_t prm_srqc_log_rq_stride(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 24, 3); }
static inline void prm_srqc_set_log_rq_stride(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 24, 3, v); }
static inline uint32_t prm_srqc_xrcd(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 24); }
static inline void prm_srqc_set_xrcd(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 24, v); }
static inline uint32_t prm_srqc_page_offset(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 26, 6); }
static inline void prm_srqc_set_page_offset(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 26, 6, v); }
static inline uint32_t prm_srqc_cqn(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_srqc_set_cqn(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_srqc_log_page_size(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 24, 6); }
static inline void prm_srqc_set_log_page_size(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 24, 6, v); }
static inline uint32_t prm_srqc_pd(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 24); }
static inline void prm_srqc_set_pd(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 24, v); }
static inline uint32_t prm_srqc_lwm(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 16, 16); }
static inline void prm_srqc_set_lwm(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 16, 16, v); }
static inline uint32_t prm_srqc_wqe_cnt(const struct prm_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 16); }
static inline void prm_srqc_set_wqe_cnt(struct prm_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 16, v); }
static inline uint64_t prm_srqc_dbr_addr(const struct prm_srqc *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x28, 0, 64); }
static inline void prm_srqc_set_dbr_addr(struct prm_srqc *p, uint64_t v) { prm_set64((uint8_t *)p + 0x28, 0, 64, v); }

/* PRM, CREATE_SRQ */
struct prm_create_srq_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_srq_in_opcode(const struct prm_create_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_srq_in_set_opcode(struct prm_create_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_srq_in_uid(const struct prm_create_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_srq_in_set_uid(struct prm_create_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_srq_in_op_mod(const struct prm_create_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_srq_in_set_op_mod(struct prm_create_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_srqc *prm_create_srq_in_srq_context_entry(struct prm_create_srq_in *p) { return (struct prm_srqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_srqc *prm_create_srq_in_srq_context_entry_const(const struct prm_create_srq_in *p) { return (const struct prm_srqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_create_srq_in_pas(const struct prm_create_srq_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_srq_in_set_pas(struct prm_create_srq_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, CREATE_SRQ */
struct prm_create_srq_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_srq_out_status(const struct prm_create_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_srq_out_set_status(struct prm_create_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_srq_out_syndrome(const struct prm_create_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_srq_out_set_syndrome(struct prm_create_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_srq_out_srqn(const struct prm_create_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_srq_out_set_srqn(struct prm_create_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_SRQ, QUERY_SRQ */
struct prm_destroy_srq_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_srq_in_opcode(const struct prm_destroy_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_srq_in_set_opcode(struct prm_destroy_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_srq_in_uid(const struct prm_destroy_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_srq_in_set_uid(struct prm_destroy_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_srq_in_op_mod(const struct prm_destroy_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_srq_in_set_op_mod(struct prm_destroy_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_srq_in_srqn(const struct prm_destroy_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_srq_in_set_srqn(struct prm_destroy_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_SRQ, QUERY_SRQ */
struct prm_query_srq_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_srq_in_opcode(const struct prm_query_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_srq_in_set_opcode(struct prm_query_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_srq_in_uid(const struct prm_query_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_srq_in_set_uid(struct prm_query_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_srq_in_op_mod(const struct prm_query_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_srq_in_set_op_mod(struct prm_query_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_srq_in_srqn(const struct prm_query_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_srq_in_set_srqn(struct prm_query_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_SRQ, ARM_RQ */
struct prm_destroy_srq_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_srq_out_status(const struct prm_destroy_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_srq_out_set_status(struct prm_destroy_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_srq_out_syndrome(const struct prm_destroy_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_srq_out_set_syndrome(struct prm_destroy_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_SRQ, ARM_RQ */
struct prm_arm_rq_out { uint8_t b[0x10]; };
static inline uint32_t prm_arm_rq_out_status(const struct prm_arm_rq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_arm_rq_out_set_status(struct prm_arm_rq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_arm_rq_out_syndrome(const struct prm_arm_rq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_arm_rq_out_set_syndrome(struct prm_arm_rq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, ARM_RQ */
struct prm_arm_rq_in { uint8_t b[0x10]; };
static inline uint32_t prm_arm_rq_in_opcode(const struct prm_arm_rq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_arm_rq_in_set_opcode(struct prm_arm_rq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_arm_rq_in_uid(const struct prm_arm_rq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_arm_rq_in_set_uid(struct prm_arm_rq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_arm_rq_in_op_mod(const struct prm_arm_rq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_arm_rq_in_set_op_mod(struct prm_arm_rq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_arm_rq_in_srq_number(const struct prm_arm_rq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_arm_rq_in_set_srq_number(struct prm_arm_rq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_arm_rq_in_lwm(const struct prm_arm_rq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 16); }
static inline void prm_arm_rq_in_set_lwm(struct prm_arm_rq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 16, v); }

/* PRM, QUERY_SRQ */
struct prm_query_srq_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_srq_out_status(const struct prm_query_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_srq_out_set_status(struct prm_query_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_srq_out_syndrome(const struct prm_query_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_srq_out_set_syndrome(struct prm_query_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_srqc *prm_query_srq_out_srq_context_entry(struct prm_query_srq_out *p) { return (struct prm_srqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_srqc *prm_query_srq_out_srq_context_entry_const(const struct prm_query_srq_out *p) { return (const struct prm_srqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_query_srq_out_pas(const struct prm_query_srq_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_query_srq_out_set_pas(struct prm_query_srq_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, XRC SRQ Context */
struct prm_xrc_srqc { uint8_t b[0x40]; };
static inline uint32_t prm_xrc_srqc_state(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 28, 4); }
static inline void prm_xrc_srqc_set_state(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 28, 4, v); }
static inline uint32_t prm_xrc_srqc_log_xrc_srq_size(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 4); }
static inline void prm_xrc_srqc_set_log_xrc_srq_size(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 4, v); }
static inline uint32_t prm_xrc_srqc_wq_signature(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 31, 1); }
static inline void prm_xrc_srqc_set_wq_signature(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 31, 1, v); }
static inline uint32_t prm_xrc_srqc_cont_srq(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 30, 1); }
static inline void prm_xrc_srqc_set_cont_srq(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 30, 1, v); }
static inline uint32_t prm_xrc_srqc_rlky(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 28, 1); }
static inline void prm_xrc_srqc_set_rlky(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 28, 1, v); }
static inline uint32_t prm_xrc_srqc_basic_cyclic_rcv_wqe(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 27, 1); }
static inline void prm_xrc_srqc_set_basic_cyclic_rcv_wqe(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 27, 1, v); }
static inline uint32_t prm_xrc_srqc_log_rq_stride(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 24, 3); }
static inline void prm_xrc_srqc_set_log_rq_stride(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 24, 3, v); }
static inline uint32_t prm_xrc_srqc_xrcd(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 24); }
static inline void prm_xrc_srqc_set_xrcd(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 24, v); }
static inline uint32_t prm_xrc_srqc_page_offset(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 26, 6); }
static inline void prm_xrc_srqc_set_page_offset(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 26, 6, v); }
static inline uint32_t prm_xrc_srqc_dbr_umem_valid(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 24, 1); }
static inline void prm_xrc_srqc_set_dbr_umem_valid(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 24, 1, v); }
static inline uint32_t prm_xrc_srqc_cqn(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_xrc_srqc_set_cqn(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_xrc_srqc_user_index_equal_xrc_srqn(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 31, 1); }
static inline void prm_xrc_srqc_set_user_index_equal_xrc_srqn(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 31, 1, v); }
static inline uint32_t prm_xrc_srqc_log_page_size(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 24, 6); }
static inline void prm_xrc_srqc_set_log_page_size(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 24, 6, v); }
static inline uint32_t prm_xrc_srqc_user_index(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 24); }
static inline void prm_xrc_srqc_set_user_index(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 24, v); }
static inline uint32_t prm_xrc_srqc_pd(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 24); }
static inline void prm_xrc_srqc_set_pd(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 24, v); }
static inline uint32_t prm_xrc_srqc_lwm(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 16, 16); }
static inline void prm_xrc_srqc_set_lwm(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 16, 16, v); }
static inline uint32_t prm_xrc_srqc_wqe_cnt(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 16); }
static inline void prm_xrc_srqc_set_wqe_cnt(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 16, v); }
static inline uint32_t prm_xrc_srqc_db_record_addr_h(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x28, 0, 32); }
static inline void prm_xrc_srqc_set_db_record_addr_h(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x28, 0, 32, v); }
static inline uint32_t prm_xrc_srqc_db_record_addr_l(const struct prm_xrc_srqc *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 2, 30); }
static inline void prm_xrc_srqc_set_db_record_addr_l(struct prm_xrc_srqc *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 2, 30, v); }

/* PRM, CREATE_XRC_SRQ */
struct prm_create_xrc_srq_in { uint8_t b[0x110]; };
static inline uint32_t prm_create_xrc_srq_in_opcode(const struct prm_create_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_create_xrc_srq_in_set_opcode(struct prm_create_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_create_xrc_srq_in_uid(const struct prm_create_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_create_xrc_srq_in_set_uid(struct prm_create_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_create_xrc_srq_in_op_mod(const struct prm_create_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_create_xrc_srq_in_set_op_mod(struct prm_create_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline struct prm_xrc_srqc *prm_create_xrc_srq_in_xrc_srq_context_entry(struct prm_create_xrc_srq_in *p) { return (struct prm_xrc_srqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_xrc_srqc *prm_create_xrc_srq_in_xrc_srq_context_entry_const(const struct prm_create_xrc_srq_in *p) { return (const struct prm_xrc_srqc *)((const uint8_t *)p + 0x10); }
static inline uint32_t prm_create_xrc_srq_in_xrc_srq_umem_valid(const struct prm_create_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x5c, 31, 1); }
static inline void prm_create_xrc_srq_in_set_xrc_srq_umem_valid(struct prm_create_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x5c, 31, 1, v); }
static inline uint64_t prm_create_xrc_srq_in_pas(const struct prm_create_xrc_srq_in *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_create_xrc_srq_in_set_pas(struct prm_create_xrc_srq_in *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, CREATE_XRC_SRQ */
struct prm_create_xrc_srq_out { uint8_t b[0x10]; };
static inline uint32_t prm_create_xrc_srq_out_status(const struct prm_create_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_create_xrc_srq_out_set_status(struct prm_create_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_create_xrc_srq_out_syndrome(const struct prm_create_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_create_xrc_srq_out_set_syndrome(struct prm_create_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint32_t prm_create_xrc_srq_out_xrc_srqn(const struct prm_create_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_create_xrc_srq_out_set_xrc_srqn(struct prm_create_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_XRC_SRQ, QUERY_XRC_SRQ */
struct prm_destroy_xrc_srq_in { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_xrc_srq_in_opcode(const struct prm_destroy_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_destroy_xrc_srq_in_set_opcode(struct prm_destroy_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_destroy_xrc_srq_in_uid(const struct prm_destroy_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_destroy_xrc_srq_in_set_uid(struct prm_destroy_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_destroy_xrc_srq_in_op_mod(const struct prm_destroy_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_destroy_xrc_srq_in_set_op_mod(struct prm_destroy_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_destroy_xrc_srq_in_xrc_srqn(const struct prm_destroy_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_destroy_xrc_srq_in_set_xrc_srqn(struct prm_destroy_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_XRC_SRQ, QUERY_XRC_SRQ */
struct prm_query_xrc_srq_in { uint8_t b[0x10]; };
static inline uint32_t prm_query_xrc_srq_in_opcode(const struct prm_query_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_query_xrc_srq_in_set_opcode(struct prm_query_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_query_xrc_srq_in_uid(const struct prm_query_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_query_xrc_srq_in_set_uid(struct prm_query_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_query_xrc_srq_in_op_mod(const struct prm_query_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_query_xrc_srq_in_set_op_mod(struct prm_query_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_query_xrc_srq_in_xrc_srqn(const struct prm_query_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_query_xrc_srq_in_set_xrc_srqn(struct prm_query_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }

/* PRM, DESTROY_XRC_SRQ, ARM_XRC_SRQ */
struct prm_destroy_xrc_srq_out { uint8_t b[0x10]; };
static inline uint32_t prm_destroy_xrc_srq_out_status(const struct prm_destroy_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_destroy_xrc_srq_out_set_status(struct prm_destroy_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_destroy_xrc_srq_out_syndrome(const struct prm_destroy_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_destroy_xrc_srq_out_set_syndrome(struct prm_destroy_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, DESTROY_XRC_SRQ, ARM_XRC_SRQ */
struct prm_arm_xrc_srq_out { uint8_t b[0x10]; };
static inline uint32_t prm_arm_xrc_srq_out_status(const struct prm_arm_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_arm_xrc_srq_out_set_status(struct prm_arm_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_arm_xrc_srq_out_syndrome(const struct prm_arm_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_arm_xrc_srq_out_set_syndrome(struct prm_arm_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }

/* PRM, QUERY_XRC_SRQ */
struct prm_query_xrc_srq_out { uint8_t b[0x110]; };
static inline uint32_t prm_query_xrc_srq_out_status(const struct prm_query_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_query_xrc_srq_out_set_status(struct prm_query_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_query_xrc_srq_out_syndrome(const struct prm_query_xrc_srq_out *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_query_xrc_srq_out_set_syndrome(struct prm_query_xrc_srq_out *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline struct prm_xrc_srqc *prm_query_xrc_srq_out_xrc_srq_context_entry(struct prm_query_xrc_srq_out *p) { return (struct prm_xrc_srqc *)((uint8_t *)p + 0x10); }
static inline const struct prm_xrc_srqc *prm_query_xrc_srq_out_xrc_srq_context_entry_const(const struct prm_query_xrc_srq_out *p) { return (const struct prm_xrc_srqc *)((const uint8_t *)p + 0x10); }
static inline uint64_t prm_query_xrc_srq_out_pas(const struct prm_query_xrc_srq_out *p, uint32_t i) { return (uint64_t)prm_get64((const uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64); }
static inline void prm_query_xrc_srq_out_set_pas(struct prm_query_xrc_srq_out *p, uint32_t i, uint64_t v) { prm_set64((uint8_t *)p + 0x110 + (size_t)i * 0x8, 0, 64, v); }

/* PRM, ARM_XRC_SRQ */
struct prm_arm_xrc_srq_in { uint8_t b[0x10]; };
static inline uint32_t prm_arm_xrc_srq_in_opcode(const struct prm_arm_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 16, 16); }
static inline void prm_arm_xrc_srq_in_set_opcode(struct prm_arm_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 16, 16, v); }
static inline uint32_t prm_arm_xrc_srq_in_uid(const struct prm_arm_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_arm_xrc_srq_in_set_uid(struct prm_arm_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_arm_xrc_srq_in_op_mod(const struct prm_arm_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_arm_xrc_srq_in_set_op_mod(struct prm_arm_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint32_t prm_arm_xrc_srq_in_xrc_srqn(const struct prm_arm_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_arm_xrc_srq_in_set_xrc_srqn(struct prm_arm_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_arm_xrc_srq_in_lwm(const struct prm_arm_xrc_srq_in *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 16); }
static inline void prm_arm_xrc_srq_in_set_lwm(struct prm_arm_xrc_srq_in *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 16, v); }

/* PRM, Send WQE, Control Segment; qp.h mlx5_wqe_ctrl_seg */
struct prm_wqe_ctrl_seg { uint8_t b[0x10]; };
static inline uint32_t prm_wqe_ctrl_seg_opmod(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_wqe_ctrl_seg_set_opmod(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_wqe_ctrl_seg_wqe_index(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 16); }
static inline void prm_wqe_ctrl_seg_set_wqe_index(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 16, v); }
static inline uint32_t prm_wqe_ctrl_seg_opcode(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 8); }
static inline void prm_wqe_ctrl_seg_set_opcode(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 8, v); }
static inline uint32_t prm_wqe_ctrl_seg_qpn(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 8, 24); }
static inline void prm_wqe_ctrl_seg_set_qpn(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 8, 24, v); }
static inline uint32_t prm_wqe_ctrl_seg_ds(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 6); }
static inline void prm_wqe_ctrl_seg_set_ds(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 6, v); }
static inline uint32_t prm_wqe_ctrl_seg_signature(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 24, 8); }
static inline void prm_wqe_ctrl_seg_set_signature(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 24, 8, v); }
static inline uint32_t prm_wqe_ctrl_seg_fm(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 5, 3); }
static inline void prm_wqe_ctrl_seg_set_fm(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 5, 3, v); }
static inline uint32_t prm_wqe_ctrl_seg_ce(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 2, 2); }
static inline void prm_wqe_ctrl_seg_set_ce(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 2, 2, v); }
static inline uint32_t prm_wqe_ctrl_seg_se(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 1, 1); }
static inline void prm_wqe_ctrl_seg_set_se(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 1, 1, v); }
static inline uint32_t prm_wqe_ctrl_seg_imm(const struct prm_wqe_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 32); }
static inline void prm_wqe_ctrl_seg_set_imm(struct prm_wqe_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 32, v); }

/* PRM, UMR Control Segment; qp.h mlx5_wqe_umr_ctrl_seg */
struct prm_wqe_umr_ctrl_seg { uint8_t b[0x30]; };
static inline uint32_t prm_wqe_umr_ctrl_seg_flags(const struct prm_wqe_umr_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 24, 8); }
static inline void prm_wqe_umr_ctrl_seg_set_flags(struct prm_wqe_umr_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 24, 8, v); }
static inline uint32_t prm_wqe_umr_ctrl_seg_xlt_octowords(const struct prm_wqe_umr_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 16, 16); }
static inline void prm_wqe_umr_ctrl_seg_set_xlt_octowords(struct prm_wqe_umr_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 16, 16, v); }
static inline uint32_t prm_wqe_umr_ctrl_seg_xlt_offset(const struct prm_wqe_umr_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 16); }
static inline void prm_wqe_umr_ctrl_seg_set_xlt_offset(struct prm_wqe_umr_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 16, v); }
static inline uint64_t prm_wqe_umr_ctrl_seg_mkey_mask(const struct prm_wqe_umr_ctrl_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_wqe_umr_ctrl_seg_set_mkey_mask(struct prm_wqe_umr_ctrl_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }
static inline uint32_t prm_wqe_umr_ctrl_seg_xlt_offset_47_16(const struct prm_wqe_umr_ctrl_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 0, 32); }
static inline void prm_wqe_umr_ctrl_seg_set_xlt_offset_47_16(struct prm_wqe_umr_ctrl_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 0, 32, v); }

/* PRM, UMR Memory Key Context Segment; device.h mlx5_mkey_seg */
struct prm_mkey_seg { uint8_t b[0x40]; };
static inline uint32_t prm_mkey_seg_free(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 30, 1); }
static inline void prm_mkey_seg_set_free(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 30, 1, v); }
static inline uint32_t prm_mkey_seg_a(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 14, 1); }
static inline void prm_mkey_seg_set_a(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 14, 1, v); }
static inline uint32_t prm_mkey_seg_rw(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 13, 1); }
static inline void prm_mkey_seg_set_rw(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 13, 1, v); }
static inline uint32_t prm_mkey_seg_rr(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 12, 1); }
static inline void prm_mkey_seg_set_rr(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 12, 1, v); }
static inline uint32_t prm_mkey_seg_lw(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 11, 1); }
static inline void prm_mkey_seg_set_lw(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 11, 1, v); }
static inline uint32_t prm_mkey_seg_lr(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 10, 1); }
static inline void prm_mkey_seg_set_lr(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 10, 1, v); }
static inline uint32_t prm_mkey_seg_access_mode_1_0(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 8, 2); }
static inline void prm_mkey_seg_set_access_mode_1_0(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 8, 2, v); }
static inline uint32_t prm_mkey_seg_qpn(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 8, 24); }
static inline void prm_mkey_seg_set_qpn(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 8, 24, v); }
static inline uint32_t prm_mkey_seg_mkey_7_0(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 8); }
static inline void prm_mkey_seg_set_mkey_7_0(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 8, v); }
static inline uint32_t prm_mkey_seg_length64(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 31, 1); }
static inline void prm_mkey_seg_set_length64(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 31, 1, v); }
static inline uint32_t prm_mkey_seg_bsf_en(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 30, 1); }
static inline void prm_mkey_seg_set_bsf_en(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 30, 1, v); }
static inline uint32_t prm_mkey_seg_en_rinval(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 1); }
static inline void prm_mkey_seg_set_en_rinval(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 1, v); }
static inline uint32_t prm_mkey_seg_pd(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 24); }
static inline void prm_mkey_seg_set_pd(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 24, v); }
static inline uint64_t prm_mkey_seg_start_addr(const struct prm_mkey_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10, 0, 64); }
static inline void prm_mkey_seg_set_start_addr(struct prm_mkey_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x10, 0, 64, v); }
static inline uint64_t prm_mkey_seg_len(const struct prm_mkey_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x18, 0, 64); }
static inline void prm_mkey_seg_set_len(struct prm_mkey_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x18, 0, 64, v); }
static inline uint32_t prm_mkey_seg_bsfs_octo_size(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 32); }
static inline void prm_mkey_seg_set_bsfs_octo_size(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 32, v); }
static inline uint32_t prm_mkey_seg_xlt_oct_size(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 32); }
static inline void prm_mkey_seg_set_xlt_oct_size(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 32, v); }
static inline uint32_t prm_mkey_seg_log2_page_size(const struct prm_mkey_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 0, 8); }
static inline void prm_mkey_seg_set_log2_page_size(struct prm_mkey_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 0, 8, v); }

/* PRM, KLM; qp.h mlx5_klm */
struct prm_klm { uint8_t b[0x10]; };
static inline uint32_t prm_klm_bcount(const struct prm_klm *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_klm_set_bcount(struct prm_klm *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_klm_key(const struct prm_klm *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_klm_set_key(struct prm_klm *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint64_t prm_klm_va(const struct prm_klm *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_klm_set_va(struct prm_klm *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }

/* PRM, Data Segment: 0 bytes mean 2 GiB; qp.h mlx5_wqe_data_seg */
struct prm_wqe_data_seg { uint8_t b[0x10]; };
static inline uint32_t prm_wqe_data_seg_byte_count(const struct prm_wqe_data_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_wqe_data_seg_set_byte_count(struct prm_wqe_data_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_wqe_data_seg_lkey(const struct prm_wqe_data_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 0, 32); }
static inline void prm_wqe_data_seg_set_lkey(struct prm_wqe_data_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 0, 32, v); }
static inline uint64_t prm_wqe_data_seg_addr(const struct prm_wqe_data_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_wqe_data_seg_set_addr(struct prm_wqe_data_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }

/* PRM, Inline Data Segment; qp.h mlx5_wqe_inline_seg */
struct prm_wqe_inline_seg { uint8_t b[0x4]; };
static inline uint32_t prm_wqe_inline_seg_inline(const struct prm_wqe_inline_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 31, 1); }
static inline void prm_wqe_inline_seg_set_inline(struct prm_wqe_inline_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 31, 1, v); }
static inline uint32_t prm_wqe_inline_seg_byte_count(const struct prm_wqe_inline_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 10); }
static inline void prm_wqe_inline_seg_set_byte_count(struct prm_wqe_inline_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 10, v); }

/* PRM, Remote Address Segment; qp.h mlx5_wqe_raddr_seg */
struct prm_wqe_raddr_seg { uint8_t b[0x10]; };
static inline uint64_t prm_wqe_raddr_seg_raddr(const struct prm_wqe_raddr_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x0, 0, 64); }
static inline void prm_wqe_raddr_seg_set_raddr(struct prm_wqe_raddr_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x0, 0, 64, v); }
static inline uint32_t prm_wqe_raddr_seg_rkey(const struct prm_wqe_raddr_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 32); }
static inline void prm_wqe_raddr_seg_set_rkey(struct prm_wqe_raddr_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 32, v); }

/* PRM, Atomic Segment; qp.h mlx5_wqe_atomic_seg */
struct prm_wqe_atomic_seg { uint8_t b[0x10]; };
static inline uint64_t prm_wqe_atomic_seg_swap_add(const struct prm_wqe_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x0, 0, 64); }
static inline void prm_wqe_atomic_seg_set_swap_add(struct prm_wqe_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x0, 0, 64, v); }
static inline uint64_t prm_wqe_atomic_seg_compare(const struct prm_wqe_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_wqe_atomic_seg_set_compare(struct prm_wqe_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }

/* PRM, Masked Atomic Segment; qp.h mlx5_wqe_masked_atomic_seg */
struct prm_wqe_masked_atomic_seg { uint8_t b[0x20]; };
static inline uint64_t prm_wqe_masked_atomic_seg_swap_add(const struct prm_wqe_masked_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x0, 0, 64); }
static inline void prm_wqe_masked_atomic_seg_set_swap_add(struct prm_wqe_masked_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x0, 0, 64, v); }
static inline uint64_t prm_wqe_masked_atomic_seg_compare(const struct prm_wqe_masked_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x8, 0, 64); }
static inline void prm_wqe_masked_atomic_seg_set_compare(struct prm_wqe_masked_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x8, 0, 64, v); }
static inline uint64_t prm_wqe_masked_atomic_seg_swap_add_mask(const struct prm_wqe_masked_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x10, 0, 64); }
static inline void prm_wqe_masked_atomic_seg_set_swap_add_mask(struct prm_wqe_masked_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x10, 0, 64, v); }
static inline uint64_t prm_wqe_masked_atomic_seg_compare_mask(const struct prm_wqe_masked_atomic_seg *p) { return (uint64_t)prm_get64((const uint8_t *)p + 0x18, 0, 64); }
static inline void prm_wqe_masked_atomic_seg_set_compare_mask(struct prm_wqe_masked_atomic_seg *p, uint64_t v) { prm_set64((uint8_t *)p + 0x18, 0, 64, v); }

/* PRM, XRC Segment; qp.h mlx5_wqe_xrc_seg */
struct prm_wqe_xrc_seg { uint8_t b[0x10]; };
static inline uint32_t prm_wqe_xrc_seg_xrc_srqn(const struct prm_wqe_xrc_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 24); }
static inline void prm_wqe_xrc_seg_set_xrc_srqn(struct prm_wqe_xrc_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 24, v); }

/* PRM, Address Vector: of a datagram, 16 bytes without the bit ext; qp.h mlx5_av */
struct prm_av { uint8_t b[0x30]; };
static inline uint32_t prm_av_q_key(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 32); }
static inline void prm_av_set_q_key(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 32, v); }
static inline uint32_t prm_av_ext(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 31, 1); }
static inline void prm_av_set_ext(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 31, 1, v); }
static inline uint32_t prm_av_dqp(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x8, 0, 24); }
static inline void prm_av_set_dqp(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x8, 0, 24, v); }
static inline uint32_t prm_av_stat_rate(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 28, 4); }
static inline void prm_av_set_stat_rate(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 28, 4, v); }
static inline uint32_t prm_av_sl(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 24, 4); }
static inline void prm_av_set_sl(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 24, 4, v); }
static inline uint32_t prm_av_fl(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 23, 1); }
static inline void prm_av_set_fl(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 23, 1, v); }
static inline uint32_t prm_av_mlid(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 16, 7); }
static inline void prm_av_set_mlid(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 16, 7, v); }
static inline uint32_t prm_av_rlid(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0xc, 0, 16); }
static inline void prm_av_set_rlid(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0xc, 0, 16, v); }
static inline uint32_t prm_av_tclass(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 8, 8); }
static inline void prm_av_set_tclass(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 8, 8, v); }
static inline uint32_t prm_av_hop_limit(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 8); }
static inline void prm_av_set_hop_limit(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 8, v); }
static inline uint32_t prm_av_grh(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 30, 1); }
static inline void prm_av_set_grh(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 30, 1, v); }
static inline uint32_t prm_av_src_addr_index(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 20, 8); }
static inline void prm_av_set_src_addr_index(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 20, 8, v); }
static inline uint32_t prm_av_flow_label(const struct prm_av *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x1c, 0, 20); }
static inline void prm_av_set_flow_label(struct prm_av *p, uint32_t v) { prm_set32((uint8_t *)p + 0x1c, 0, 20, v); }
static inline uint8_t *prm_av_rgid(struct prm_av *p) { return (uint8_t *)((uint8_t *)p + 0x20); }
static inline const uint8_t *prm_av_rgid_const(const struct prm_av *p) { return (const uint8_t *)((const uint8_t *)p + 0x20); }

/* PRM, SRQ WQE; device.h mlx5_wqe_srq_next_seg */
struct prm_wqe_srq_next_seg { uint8_t b[0x10]; };
static inline uint32_t prm_wqe_srq_next_seg_next_wqe_index(const struct prm_wqe_srq_next_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x0, 0, 16); }
static inline void prm_wqe_srq_next_seg_set_next_wqe_index(struct prm_wqe_srq_next_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x0, 0, 16, v); }
static inline uint32_t prm_wqe_srq_next_seg_signature(const struct prm_wqe_srq_next_seg *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x4, 24, 8); }
static inline void prm_wqe_srq_next_seg_set_signature(struct prm_wqe_srq_next_seg *p, uint32_t v) { prm_set32((uint8_t *)p + 0x4, 24, 8, v); }

/* PRM, Completion Queue Entry; device.h mlx5_cqe64 */
struct prm_cqe64 { uint8_t b[0x40]; };
static inline uint32_t prm_cqe64_ml_path(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x10, 16, 8); }
static inline void prm_cqe64_set_ml_path(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x10, 16, 8, v); }
static inline uint32_t prm_cqe64_slid(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x14, 0, 16); }
static inline void prm_cqe64_set_slid(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x14, 0, 16, v); }
static inline uint32_t prm_cqe64_flags_rqpn(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x18, 0, 32); }
static inline void prm_cqe64_set_flags_rqpn(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x18, 0, 32, v); }
static inline uint32_t prm_cqe64_srqn(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 24); }
static inline void prm_cqe64_set_srqn(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 24, v); }
static inline uint32_t prm_cqe64_immediate(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x24, 0, 32); }
static inline void prm_cqe64_set_immediate(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x24, 0, 32, v); }
static inline uint32_t prm_cqe64_byte_cnt(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x2c, 0, 32); }
static inline void prm_cqe64_set_byte_cnt(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x2c, 0, 32, v); }
static inline uint32_t prm_cqe64_timestamp_h(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x30, 0, 32); }
static inline void prm_cqe64_set_timestamp_h(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x30, 0, 32, v); }
static inline uint32_t prm_cqe64_timestamp_l(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 32); }
static inline void prm_cqe64_set_timestamp_l(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 32, v); }
static inline uint32_t prm_cqe64_send_opcode(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 24, 8); }
static inline void prm_cqe64_set_send_opcode(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 24, 8, v); }
static inline uint32_t prm_cqe64_qpn(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 0, 24); }
static inline void prm_cqe64_set_qpn(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 0, 24, v); }
static inline uint32_t prm_cqe64_wqe_counter(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 16, 16); }
static inline void prm_cqe64_set_wqe_counter(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 16, 16, v); }
static inline uint32_t prm_cqe64_signature(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 8, 8); }
static inline void prm_cqe64_set_signature(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 8, 8, v); }
static inline uint32_t prm_cqe64_opcode(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 4, 4); }
static inline void prm_cqe64_set_opcode(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 4, 4, v); }
static inline uint32_t prm_cqe64_format(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 2, 2); }
static inline void prm_cqe64_set_format(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 2, 2, v); }
static inline uint32_t prm_cqe64_se(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 1, 1); }
static inline void prm_cqe64_set_se(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 1, 1, v); }
static inline uint32_t prm_cqe64_owner(const struct prm_cqe64 *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 1); }
static inline void prm_cqe64_set_owner(struct prm_cqe64 *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 1, v); }

/* PRM, Completion With Error; device.h mlx5_err_cqe */
struct prm_err_cqe { uint8_t b[0x40]; };
static inline uint32_t prm_err_cqe_srqn(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x20, 0, 24); }
static inline void prm_err_cqe_set_srqn(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x20, 0, 24, v); }
static inline uint32_t prm_err_cqe_vendor_err_synd(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 8, 8); }
static inline void prm_err_cqe_set_vendor_err_synd(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 8, 8, v); }
static inline uint32_t prm_err_cqe_syndrome(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x34, 0, 8); }
static inline void prm_err_cqe_set_syndrome(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x34, 0, 8, v); }
static inline uint32_t prm_err_cqe_wqe_opcode(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 24, 8); }
static inline void prm_err_cqe_set_wqe_opcode(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 24, 8, v); }
static inline uint32_t prm_err_cqe_qpn(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x38, 0, 24); }
static inline void prm_err_cqe_set_qpn(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x38, 0, 24, v); }
static inline uint32_t prm_err_cqe_wqe_counter(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 16, 16); }
static inline void prm_err_cqe_set_wqe_counter(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 16, 16, v); }
static inline uint32_t prm_err_cqe_signature(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 8, 8); }
static inline void prm_err_cqe_set_signature(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 8, 8, v); }
static inline uint32_t prm_err_cqe_opcode(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 4, 4); }
static inline void prm_err_cqe_set_opcode(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 4, 4, v); }
static inline uint32_t prm_err_cqe_owner(const struct prm_err_cqe *p) { return (uint32_t)prm_get32((const uint8_t *)p + 0x3c, 0, 1); }
static inline void prm_err_cqe_set_owner(struct prm_err_cqe *p, uint32_t v) { prm_set32((uint8_t *)p + 0x3c, 0, 1, v); }

#ifdef __cplusplus
}
#endif

#endif
