/* SPDX-License-Identifier: BSD-3-Clause */
/* Commands that take the function through its states, and those that describe it. */
#include <string.h>

#include "hca_priv.h"

#define ISSI_SUPPORTED 0x3u /* 0 and 1 */
#define VENDOR_ID      0x2c9u
#define BOARD          "EMU0000000001"

/*
 * RESET --ENABLE--> ENABLED --INIT--> INIT --TEARDOWN--> TORN --DISABLE--> RESET
 * ENABLED --DISABLE--> RESET too, and TORN --INIT--> INIT once its pages are there again.
 */
static uint8_t enable_hca(struct emu_fn *f, struct emu_cmd *c)
{
	if (emu_get(c->in, PRM_ENABLE_HCA_IN_FUNCTION_ID) ||
		emu_get(c->in, PRM_ENABLE_HCA_IN_EMBEDDED_CPU_FUNCTION))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_FUNCTION);
	if (f->hca->state != EMU_HCA_RESET)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_ALREADY_ENABLED);
	f->hca->state = EMU_HCA_ENABLED;
	return PRM_ST_OK;
}

static uint8_t disable_hca(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_hca *h = f->hca;

	if (emu_get(c->in, PRM_DISABLE_HCA_IN_FUNCTION_ID) ||
		emu_get(c->in, PRM_DISABLE_HCA_IN_EMBEDDED_CPU_FUNCTION))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_FUNCTION);
	if (h->state == EMU_HCA_INIT)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_ALREADY_INIT);
	if (h->pages.held) {
		emu_stats(f)->pages_left += h->pages.held;
		emu_lint(f, "DISABLE_HCA while the device holds %u pages", h->pages.held);
	}
	pages_forget(f);
	h->state = EMU_HCA_RESET;
	h->issi = 0;
	caps_reset(f);
	port_reset(f);
	return PRM_ST_OK;
}

static uint8_t init_hca(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_hca *h = f->hca;

	if (h->state == EMU_HCA_INIT)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_ALREADY_INIT);
	if (h->pages.held < pages_init(f))
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_INIT_PAGES);
	h->state = EMU_HCA_INIT;
	return PRM_ST_OK;
}

static uint8_t teardown_hca(struct emu_fn *f, struct emu_cmd *c)
{
	if (emu_get(c->in, PRM_TEARDOWN_HCA_IN_PROFILE))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PROFILE);
	if (emu_stats(f)->objects)
		emu_lint(f, "TEARDOWN_HCA while %llu objects live",
			(unsigned long long)emu_stats(f)->objects);
	mcg_clear(f);
	emu_ids_clear(f);
	f->hca->state = EMU_HCA_TORN;
	return PRM_ST_OK;
}

static uint8_t query_issi(struct emu_fn *f, struct emu_cmd *c)
{
	emu_set(c->out, PRM_QUERY_ISSI_OUT_CURRENT_ISSI, f->hca->issi);
	emu_set(c->out, PRM_QUERY_ISSI_OUT_SUPPORTED_ISSI_DW0, ISSI_SUPPORTED);
	return PRM_ST_OK;
}

static uint8_t set_issi(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t issi = (uint32_t)emu_get(c->in, PRM_SET_ISSI_IN_CURRENT_ISSI);

	if (f->hca->state == EMU_HCA_INIT)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_ALREADY_INIT);
	if (issi > 31 || !(ISSI_SUPPORTED >> issi & 1))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_ISSI);
	f->hca->issi = (uint16_t)issi;
	return PRM_ST_OK;
}

static uint8_t query_adapter(struct emu_fn *f, struct emu_cmd *c)
{
	uint8_t *p = c->out + PRM_QUERY_ADAPTER_OUT_QUERY_ADAPTER_STRUCT_OFF;

	(void)f;
	emu_set(p, PRM_QUERY_ADAPTER_PARAM_BLOCK_IEEE_VENDOR_ID, VENDOR_ID);
	memcpy(p + PRM_QUERY_ADAPTER_PARAM_BLOCK_VSD_CONTD_PSID_OFF, BOARD, sizeof(BOARD) - 1);
	return PRM_ST_OK;
}

static uint8_t nop(struct emu_fn *f, struct emu_cmd *c)
{
	(void)f;
	(void)c;
	return PRM_ST_OK;
}

const struct emu_cmd_def emu_cmds_hca[] = {
	{PRM_OP_ENABLE_HCA, EMU_WHEN_ANY, PRM_ENABLE_HCA_IN_BYTES, PRM_ENABLE_HCA_OUT_BYTES,
		enable_hca},
	{PRM_OP_DISABLE_HCA, EMU_WHEN_ENABLED, PRM_DISABLE_HCA_IN_BYTES, PRM_DISABLE_HCA_OUT_BYTES,
		disable_hca},
	{PRM_OP_QUERY_ISSI, EMU_WHEN_ENABLED, PRM_QUERY_ISSI_IN_BYTES, PRM_QUERY_ISSI_OUT_BYTES,
		query_issi},
	{PRM_OP_SET_ISSI, EMU_WHEN_ENABLED, PRM_SET_ISSI_IN_BYTES, PRM_SET_ISSI_OUT_BYTES,
		set_issi},
	{PRM_OP_QUERY_HCA_CAP, EMU_WHEN_BOOTED, PRM_QUERY_HCA_CAP_IN_BYTES,
		PRM_QUERY_HCA_CAP_OUT_BYTES, caps_query},
	{PRM_OP_SET_HCA_CAP, EMU_WHEN_BOOTED, PRM_SET_HCA_CAP_IN_BYTES, PRM_SET_HCA_CAP_OUT_BYTES,
		caps_set},
	/* its layout grew: older clients send the first 16 bytes only */
	{PRM_OP_INIT_HCA, EMU_WHEN_BOOTED, PRM_MBOX_IN_BYTES, PRM_INIT_HCA_OUT_BYTES, init_hca},
	{PRM_OP_TEARDOWN_HCA, EMU_WHEN_INIT, PRM_TEARDOWN_HCA_IN_BYTES, PRM_TEARDOWN_HCA_OUT_BYTES,
		teardown_hca},
	{PRM_OP_QUERY_ADAPTER, EMU_WHEN_BOOTED, PRM_QUERY_ADAPTER_IN_BYTES,
		PRM_QUERY_ADAPTER_OUT_BYTES, query_adapter},
	{PRM_OP_NOP, EMU_WHEN_ANY, PRM_MBOX_IN_BYTES, PRM_MBOX_OUT_BYTES, nop},
	{0, 0, 0, 0, NULL},
};
