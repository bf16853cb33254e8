/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Capabilities: a maximal and a current image a type. SET_HCA_CAP may change the few fields that are the
 * client's to choose, within the maximum; clients write back whole images, so what they merely repeat is
 * ignored. Types that are not offered read as zeros, for libraries ask freely.
 */
#include <string.h>

#include "hca_priv.h"

#define CHECKSUM_OFF 0u
#define CHECKSUM_ON  3u

static const char *const layouts[EMU_CAP_SLOTS] = {
	[EMU_CAPS_GENERAL] = "cmd_hca_cap",
	[EMU_CAPS_ATOMIC] = "atomic_caps",
	[EMU_CAPS_ROCE] = "roce_cap",
};

/* What the client may choose, by name; all else is the device's. */
static const struct {
	enum emu_cap_slot slot;
	const char *name;
} settable[] = {
	{EMU_CAPS_GENERAL, "log_max_qp"},
	{EMU_CAPS_GENERAL, "pkey_table_size"},
	{EMU_CAPS_GENERAL, "cmdif_checksum"},
	{EMU_CAPS_GENERAL, "log_uar_page_sz"},
	{EMU_CAPS_GENERAL, "uar_4k"},
	{EMU_CAPS_GENERAL, "cache_line_128byte"},
	{EMU_CAPS_GENERAL, "dct"},
	{EMU_CAPS_GENERAL, "num_vhca_ports"},
	{EMU_CAPS_GENERAL, "release_all_pages"},
	{EMU_CAPS_GENERAL, "mkey_by_name"},
	{EMU_CAPS_GENERAL, "disable_link_up"},
	{EMU_CAPS_ATOMIC, "atomic_req_8B_endianness_mode"},
	{EMU_CAPS_ROCE, "sw_r_roce_src_udp_port"},
};

bool caps_field(enum emu_cap_slot slot, const char *name, struct prm_field *field)
{
	for (const struct prm_layout_desc *const *d = lac_prm_layouts; *d; d++) {
		if (strcmp((*d)->name, layouts[slot]))
			continue;
		for (const struct prm_field_desc *f = (*d)->fields; f->name; f++) {
			if (!strcmp(f->name, name)) {
				*field = PRM_FIELD(f->bit, f->width);
				return true;
			}
		}
	}
	return false;
}

void caps_reset(struct emu_fn *f)
{
	struct emu_caps *c = &f->hca->caps;

	memset(c, 0, sizeof(*c));
	profile_caps(&f->hca->profile, c->max);
	memcpy(c->cur, c->max, sizeof(c->cur));
	/* offered, and off until the client asks for them */
	emu_set(c->cur[EMU_CAPS_GENERAL], PRM_CMD_HCA_CAP_CMDIF_CHECKSUM, CHECKSUM_OFF);
	emu_set(c->cur[EMU_CAPS_ATOMIC], PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE, 0);
}

uint64_t emu_cap(struct emu_fn *f, unsigned int bit, unsigned int width)
{
	return emu_get(f->hca->caps.cur[EMU_CAPS_GENERAL], PRM_FIELD(bit, width));
}

bool emu_atomic_host_order(struct emu_fn *f)
{
	return emu_get(f->hca->caps.cur[EMU_CAPS_ATOMIC],
		       PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE) == 1;
}

/* The image that a capability type has, or -1. */
static int slot_of_type(uint32_t type)
{
	switch (type) {
	case PRM_CAP_GENERAL:
		return EMU_CAPS_GENERAL;
	case PRM_CAP_ATOMIC:
		return EMU_CAPS_ATOMIC;
	case PRM_CAP_ROCE:
		return EMU_CAPS_ROCE;
	default:
		return -1;
	}
}

static uint8_t own_function(struct emu_cmd *c)
{
	if (emu_get(c->in, PRM_QUERY_HCA_CAP_IN_OTHER_FUNCTION) ||
		emu_get(c->in, PRM_QUERY_HCA_CAP_IN_FUNCTION_ID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_FUNCTION);
	return PRM_ST_OK;
}

uint8_t caps_query(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t mod = (uint32_t)emu_get(c->in, PRM_MBOX_IN_OP_MOD);
	int slot = slot_of_type(mod >> 1);
	uint8_t st = own_function(c);

	if (st || slot < 0)
		return st;
	memcpy(c->out + PRM_QUERY_HCA_CAP_OUT_CAPABILITY_OFF,
		mod & 1 ? f->hca->caps.cur[slot] : f->hca->caps.max[slot], EMU_CAP_BYTES);
	return PRM_ST_OK;
}

uint8_t caps_set(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *in = c->in + PRM_SET_HCA_CAP_IN_CAPABILITY_OFF;
	int slot = slot_of_type((uint32_t)emu_get(c->in, PRM_MBOX_IN_OP_MOD) >> 1);
	uint8_t next[EMU_CAP_BYTES];
	uint8_t st = own_function(c);

	if (st)
		return st;
	if (f->hca->state != EMU_HCA_ENABLED)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_ALREADY_INIT);
	if (slot < 0)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_CAP_TYPE);
	memcpy(next, f->hca->caps.cur[slot], sizeof(next));
	for (size_t i = 0; i < sizeof(settable) / sizeof(settable[0]); i++) {
		struct prm_field field;
		uint64_t v;

		if (settable[i].slot != (enum emu_cap_slot)slot ||
			!caps_field(settable[i].slot, settable[i].name, &field))
			continue;
		v = emu_get(in, field);
		if (v > emu_get(f->hca->caps.max[slot], field))
			return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_CAP_ABOVE_MAX);
		emu_set(next, field, v);
	}
	if (slot == EMU_CAPS_GENERAL) {
		uint64_t sum = emu_get(next, PRM_CMD_HCA_CAP_CMDIF_CHECKSUM);

		if (sum != CHECKSUM_OFF && sum != CHECKSUM_ON)
			return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_CAP_VALUE);
	}
	memcpy(f->hca->caps.cur[slot], next, sizeof(next));
	return PRM_ST_OK;
}
