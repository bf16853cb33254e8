/* SPDX-License-Identifier: BSD-3-Clause */
/* QUERY_PAGES and MANAGE_PAGES: how the client learns of the demand, gives, takes back, and declines. */
#include "hca_priv.h"

static uint8_t own_function(struct emu_cmd *c, struct prm_field function, struct prm_field ecpf)
{
	if (emu_get(c->in, function) || emu_get(c->in, ecpf))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_FUNCTION);
	return PRM_ST_OK;
}

static uint8_t query_pages(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t held = f->hca->pages.held, want;
	uint8_t st = own_function(
		c, PRM_QUERY_PAGES_IN_FUNCTION_ID, PRM_QUERY_PAGES_IN_EMBEDDED_CPU_FUNCTION);
	int32_t n;

	if (st)
		return st;
	switch (emu_get(c->in, PRM_MBOX_IN_OP_MOD)) {
	case PRM_BOOT_BOOT_PAGES:
		want = pages_boot(f);
		break;
	case PRM_BOOT_INIT_PAGES:
		want = pages_init(f);
		break;
	case PRM_BOOT_REGULAR_PAGES:
		want = pages_required(f);
		break;
	default:
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_OP_MOD);
	}
	n = (int32_t)(want - held);
	if (n < 0 && emu_get(c->in, PRM_MBOX_IN_OP_MOD) != PRM_BOOT_REGULAR_PAGES)
		n = 0;
	emu_set(c->out, PRM_QUERY_PAGES_OUT_NUM_PAGES, (uint32_t)n);
	return PRM_ST_OK;
}

static uint8_t give(struct emu_fn *f, struct emu_cmd *c, uint32_t n)
{
	if (n > (c->in_len - PRM_MANAGE_PAGES_IN_PAS_OFF) / 8)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_IN_LEN);
	return pages_give(f, c, c->in + PRM_MANAGE_PAGES_IN_PAS_OFF, n);
}

static uint8_t take(struct emu_fn *f, struct emu_cmd *c, uint32_t n)
{
	if (!n)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PAGE_COUNT);
	if (n > (c->out_len - PRM_MANAGE_PAGES_OUT_PAS_OFF) / 8)
		return emu_refuse(c, PRM_ST_BAD_OUTP_LEN, EMU_SYND_OUT_LEN);
	n = pages_take(f, c->out + PRM_MANAGE_PAGES_OUT_PAS_OFF, n);
	emu_set(c->out, PRM_MANAGE_PAGES_OUT_OUTPUT_NUM_ENTRIES, n);
	return PRM_ST_OK;
}

static uint8_t manage_pages(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t n = (uint32_t)emu_get(c->in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES);
	uint8_t st = own_function(
		c, PRM_MANAGE_PAGES_IN_FUNCTION_ID, PRM_MANAGE_PAGES_IN_EMBEDDED_CPU_FUNCTION);

	if (st)
		return st;
	switch (emu_get(c->in, PRM_MBOX_IN_OP_MOD)) {
	case PRM_PAGES_CANT_GIVE:
		pages_refuse(f);
		return PRM_ST_OK;
	case PRM_PAGES_GIVE:
		return give(f, c, n);
	case PRM_PAGES_TAKE:
		return take(f, c, n);
	default:
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_OP_MOD);
	}
}

const struct emu_cmd_def emu_cmds_page[] = {
	{PRM_OP_QUERY_PAGES, EMU_WHEN_ENABLED, PRM_QUERY_PAGES_IN_BYTES, PRM_QUERY_PAGES_OUT_BYTES,
		query_pages},
	{PRM_OP_MANAGE_PAGES, EMU_WHEN_ENABLED, PRM_MANAGE_PAGES_IN_BYTES,
		PRM_MANAGE_PAGES_OUT_BYTES, manage_pages},
	{0, 0, 0, 0, NULL},
};
