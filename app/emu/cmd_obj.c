/* SPDX-License-Identifier: BSD-3-Clause */
/* Objects that are a number and nothing else, and the keys that always exist. */
#include <errno.h>

#include "hca_priv.h"

static uint8_t alloc(struct emu_fn *f, struct emu_cmd *c, enum emu_kind k, struct prm_field out)
{
	uint32_t id;

	if (emu_id_new(f, k, f, NULL, &id))
		return emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_OBJECT_LIMIT);
	emu_set(c->out, out, id);
	return PRM_ST_OK;
}

static uint8_t dealloc(
	struct emu_fn *f, struct emu_cmd *c, enum emu_kind k, struct prm_field in, uint32_t unknown)
{
	switch (emu_id_del(f, k, (uint32_t)emu_get(c->in, in))) {
	case 0:
		return PRM_ST_OK;
	case -EBUSY:
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_OBJECT_BUSY);
	default:
		return emu_refuse(c, PRM_ST_BAD_RES, unknown);
	}
}

static uint8_t alloc_uar(struct emu_fn *f, struct emu_cmd *c)
{
	return alloc(f, c, EMU_UAR, PRM_ALLOC_UAR_OUT_UAR);
}

static uint8_t dealloc_uar(struct emu_fn *f, struct emu_cmd *c)
{
	return dealloc(f, c, EMU_UAR, PRM_DEALLOC_UAR_IN_UAR, EMU_SYND_NO_UAR);
}

static uint8_t alloc_pd(struct emu_fn *f, struct emu_cmd *c)
{
	return alloc(f, c, EMU_PD, PRM_ALLOC_PD_OUT_PD);
}

static uint8_t dealloc_pd(struct emu_fn *f, struct emu_cmd *c)
{
	return dealloc(f, c, EMU_PD, PRM_DEALLOC_PD_IN_PD, EMU_SYND_NO_PD);
}

static uint8_t alloc_td(struct emu_fn *f, struct emu_cmd *c)
{
	return alloc(f, c, EMU_TD, PRM_ALLOC_TRANSPORT_DOMAIN_OUT_TRANSPORT_DOMAIN);
}

static uint8_t dealloc_td(struct emu_fn *f, struct emu_cmd *c)
{
	return dealloc(
		f, c, EMU_TD, PRM_DEALLOC_TRANSPORT_DOMAIN_IN_TRANSPORT_DOMAIN, EMU_SYND_NO_OBJECT);
}

static uint8_t alloc_xrcd(struct emu_fn *f, struct emu_cmd *c)
{
	return alloc(f, c, EMU_XRCD, PRM_ALLOC_XRCD_OUT_XRCD);
}

static uint8_t dealloc_xrcd(struct emu_fn *f, struct emu_cmd *c)
{
	return dealloc(f, c, EMU_XRCD, PRM_DEALLOC_XRCD_IN_XRCD, EMU_SYND_NO_XRCD);
}

/* A user context: commands that bear its uid see its objects only (ids.c). */
static uint8_t create_uctx(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *uctx = c->in + PRM_CREATE_UCTX_IN_UCTX_OFF;

	if (emu_get(uctx, PRM_UCTX_CAP) & ~EMU_CAP(f, PRM_CMD_HCA_CAP_UCTX_CAP))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_UCTX_CAP);
	if (!EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_UCTX))
		return emu_refuse(c, PRM_ST_BAD_OP, EMU_SYND_OPCODE);
	return alloc(f, c, EMU_UCTX, PRM_CREATE_UCTX_OUT_UID);
}

static uint8_t destroy_uctx(struct emu_fn *f, struct emu_cmd *c)
{
	return dealloc(f, c, EMU_UCTX, PRM_DESTROY_UCTX_IN_UID, EMU_SYND_NO_UCTX);
}

static uint8_t query_special_contexts(struct emu_fn *f, struct emu_cmd *c)
{
	if (EMU_CAP(f, PRM_CMD_HCA_CAP_DUMP_FILL_MKEY))
		emu_set(c->out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_DUMP_FILL_MKEY, EMU_LKEY_DUMP_FILL);
	if (EMU_CAP(f, PRM_CMD_HCA_CAP_NULL_MKEY))
		emu_set(c->out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_NULL_MKEY, EMU_LKEY_NULL);
	emu_set(c->out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_RESD_LKEY, EMU_LKEY_RESERVED);
	return PRM_ST_OK;
}

#define OBJ(name, fn)                                                                           \
	{                                                                                       \
		PRM_OP_##name, EMU_WHEN_INIT, PRM_##name##_IN_BYTES, PRM_##name##_OUT_BYTES, fn \
	}

const struct emu_cmd_def emu_cmds_obj[] = {
	OBJ(ALLOC_UAR, alloc_uar),
	OBJ(DEALLOC_UAR, dealloc_uar),
	OBJ(ALLOC_PD, alloc_pd),
	OBJ(DEALLOC_PD, dealloc_pd),
	OBJ(ALLOC_TRANSPORT_DOMAIN, alloc_td),
	OBJ(DEALLOC_TRANSPORT_DOMAIN, dealloc_td),
	OBJ(ALLOC_XRCD, alloc_xrcd),
	OBJ(DEALLOC_XRCD, dealloc_xrcd),
	OBJ(CREATE_UCTX, create_uctx),
	OBJ(DESTROY_UCTX, destroy_uctx),
	OBJ(QUERY_SPECIAL_CONTEXTS, query_special_contexts),
	{0, 0, 0, 0, NULL},
};
