/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Profiles: what a function demands and offers. `NAME` or `NAME,KEY=VALUE,...`, where a key is a field of
 * the general capabilities, or one of the demands below. The default, vf, is what Linux's mlx5_core and
 * mlx5_ib need to bring a virtual function (0x1018) up on InfiniBand without offloads.
 */
#include <string.h>
#include <stdio.h>

#include "hca_priv.h"

struct value {
	const char *name;
	uint32_t value;
};

static const struct value vf_general[] = {
	{"log_max_srq_sz", 15},
	{"log_max_qp_sz", 15},
	{"log_max_qp", 17},
	{"log_max_srq", 17},
	{"log_max_cq_sz", 22},
	{"log_max_cq", 20},
	{"log_max_eq_sz", 22},
	{"log_max_mkey", 20},
	{"log_max_eq", 5},
	{"max_indirection", 4},
	{"log_max_mrw_sz", 62},
	{"log_max_klm_list_size", 16},
	{"log_max_ra_req_qp", 4},
	{"log_max_ra_res_qp", 4},
	{"log_max_msg", 30},
	{"log_pg_sz", 12},
	{"num_ports", 1},
	{"ib_virt", 1},
	{"local_ca_ack_delay", 16},
	{"rc", 1},
	{"uc", 1},
	{"ud", 1},
	{"xrc", 1},
	{"cqe_version", 1},
	{"atomic", 1},
	{"imaicl", 1},
	{"cq_resize", 1},
	{"cq_moderation", 1},
	{"block_lb_mc", 1},
	{"pkv", 1},
	{"qkv", 1},
	{"log_bf_reg_size", 9},
	{"max_wqe_sz_sq", 1024},
	{"max_wqe_sz_rq", 512},
	{"log_max_mcg", 13},
	{"max_qp_mcg", 128},
	{"log_max_pd", 20},
	{"log_max_xrcd", 16},
	{"log_max_transport_domain", 16},
	{"log_max_uctx", 8},
	{"umr_extended_translation_offset", 1},
	{"umr_ptr_rlky", 1},
	{"fixed_buffer_size", 1},
	{"null_mkey", 1},
	{"dump_fill_mkey", 1},
	{"uar_sz", 5},
	{"num_of_uars_per_page", 1},
	{"cmdif_checksum", 3},
	{NULL, 0},
};

static const struct value vf_atomic[] = {
	{"atomic_req_8B_endianness_mode", 1},
	{"supported_atomic_req_8B_endianness_mode_1", 1},
	{"atomic_operations", 3}, /* compare and swap, fetch and add */
	{"atomic_size_qp", 8},    /* 8 bytes */
	{NULL, 0},
};

static const struct value small_general[] = {
	{"log_max_qp_sz", 6},
	{"log_max_qp", 6},
	{"log_max_cq_sz", 8},
	{"log_max_cq", 6},
	{"log_max_eq_sz", 13},
	{"log_max_eq", 3},
	{"log_max_mkey", 8},
	{"log_max_srq", 4},
	{"log_max_srq_sz", 6},
	{"log_max_pd", 4},
	{"log_max_xrcd", 2},
	{"log_max_transport_domain", 2},
	{"log_max_klm_list_size", 6},
	{"max_indirection", 2},
	{"max_wqe_sz_sq", 256},
	{"max_wqe_sz_rq", 64},
	{"log_max_ra_req_qp", 1},
	{"log_max_ra_res_qp", 1},
	{"log_max_msg", 20},
	{"log_max_mcg", 2},
	{"max_qp_mcg", 2},
	{NULL, 0},
};

static const struct value noumr_general[] = {
	{"imaicl", 0},
	{"umr_modify_entity_size_disabled", 1},
	{"umr_indirect_mkey_disabled", 1},
	{"umr_extended_translation_offset", 0},
	{NULL, 0},
};

static const struct value eth_general[] = {
	{"port_type", 1},
	{"ib_virt", 0},
	{"roce", 1},
	{NULL, 0},
};

static const struct value eth_roce[] = {
	{"l3_type", 6},
	{"roce_version", 5},
	{"roce_address_table_size", 16},
	{NULL, 0},
};

/* demands: few at boot, enough at init to notice, and more as objects grow */
#define DEMANDS                                                                             \
	{                                                                                   \
		.boot_pages = 16, .init_pages = 240, .regular_pages = 8, .pages_per_64 = 8, \
		.log_slots = 5                                                              \
	}

static const struct {
	const char *name;
	struct emu_profile demands;
	const struct value *general; /* over vf's */
	const struct value *roce;
} profiles[] = {
	{"vf", DEMANDS, NULL, NULL},
	{"pages12k",
		{.boot_pages = 2000,
			.init_pages = 10000,
			.regular_pages = 8,
			.pages_per_64 = 8,
			.log_slots = 5},
		NULL, NULL},
	{"nopages", {.log_slots = 5}, NULL, NULL},
	{"small",
		{.boot_pages = 1,
			.init_pages = 1,
			.regular_pages = 1,
			.pages_per_64 = 1,
			.log_slots = 1},
		small_general, NULL},
	{"noumr", DEMANDS, noumr_general, NULL},
	{"eth", DEMANDS, eth_general, eth_roce},
};

static void apply(uint8_t *image, enum emu_cap_slot slot, const struct value *v)
{
	struct prm_field field;

	for (; v && v->name; v++)
		if (caps_field(slot, v->name, &field))
			emu_set(image, field, v->value);
}

static bool demand_set(struct emu_profile *p, const char *key, uint64_t v)
{
	const struct {
		const char *name;
		uint32_t *at;
	} demands[] = {{"boot_pages", &p->boot_pages}, {"init_pages", &p->init_pages},
		{"regular_pages", &p->regular_pages}, {"pages_per_64", &p->pages_per_64},
		{"log_slots", &p->log_slots}};

	for (size_t i = 0; i < sizeof(demands) / sizeof(demands[0]); i++) {
		if (!strcmp(demands[i].name, key)) {
			*demands[i].at = (uint32_t)v;
			return true;
		}
	}
	return false;
}

/* One KEY=VALUE of @n characters. With @image the capabilities are written, else the demands. */
static bool override(struct emu_profile *p, uint8_t *image, const char *s, size_t n)
{
	char key[64], *eq;
	struct prm_field field;
	uint64_t v;

	if (n >= sizeof(key))
		return false;
	memcpy(key, s, n);
	key[n] = '\0';
	eq = strchr(key, '=');
	if (!eq)
		return false;
	*eq = '\0';
	if (!emu_parse_u64(eq + 1, &v))
		return false;
	if (demand_set(p, key, v))
		return v <= (strcmp(key, "log_slots") ? 1000000 : 5);
	if (!caps_field(EMU_CAPS_GENERAL, key, &field) || (field.width < 64 && v >> field.width))
		return false;
	if (image)
		emu_set(image, field, v);
	return true;
}

static bool overrides(struct emu_profile *p, uint8_t *image)
{
	const char *s = p->overrides;

	while (*s) {
		size_t n = strcspn(s, ",");

		if (!override(p, image, s, n))
			return false;
		s += n + (s[n] == ',');
	}
	return true;
}

bool profile_parse(const char *s, struct emu_profile *p)
{
	size_t n;

	if (!s || !*s)
		s = "vf";
	n = strcspn(s, ",");
	for (size_t i = 0; i < sizeof(profiles) / sizeof(profiles[0]); i++) {
		if (strlen(profiles[i].name) != n || memcmp(profiles[i].name, s, n))
			continue;
		*p = profiles[i].demands;
		p->index = (uint32_t)i;
		p->overrides = s[n] ? s + n + 1 : s + n;
		return overrides(p, NULL);
	}
	return false;
}

void profile_caps(const struct emu_profile *p, uint8_t (*max)[EMU_CAP_BYTES])
{
	struct emu_profile copy = *p;

	apply(max[EMU_CAPS_GENERAL], EMU_CAPS_GENERAL, vf_general);
	apply(max[EMU_CAPS_ATOMIC], EMU_CAPS_ATOMIC, vf_atomic);
	apply(max[EMU_CAPS_GENERAL], EMU_CAPS_GENERAL, profiles[p->index].general);
	apply(max[EMU_CAPS_ROCE], EMU_CAPS_ROCE, profiles[p->index].roce);
	overrides(&copy, max[EMU_CAPS_GENERAL]);
}
