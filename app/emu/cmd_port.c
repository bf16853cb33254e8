/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The port, as commands show it: vport context, GID and P_Key tables, registers, MADs. It is active from
 * INIT_HCA on unless the control socket took it down, without a subnet manager: LID, GUIDs and the subnet
 * manager's LID follow from the function's index.
 */
#include <string.h>

#include "hca_priv.h"

#define GUID_BASE      0x0002c90300000001ull
#define GID_PREFIX     0xfe80000000000000ull
#define CAP_MASK1      0x02514868u /* without IsSM */
#define CAP_MASK1_FREE 0xffffffffu
#define SUBNET_TIMEOUT 18u
#define VPORT_DOWN     1u
#define VPORT_ACTIVE   4u
#define PHYS_POLLING   2u
#define PHYS_LINK_UP   5u
#define MTU            4096u
#define WIDTH_4X       4u
#define PROTO_EDR      32u
#define VLS_1          1u
#define ALL_INDICES    0xffffu
#define DEFAULT_PKEY   0xffffu
#define MAD_RESPONSE   0x80u
#define REG_WRITE      0u
#define REG_READ       1u

static uint64_t guid(struct emu_fn *f)
{
	return GUID_BASE + f->index;
}

uint16_t emu_port_lid(struct emu_fn *f)
{
	return (uint16_t)(f->index + 1);
}

bool emu_port_active(struct emu_fn *f)
{
	return f->hca && f->hca->state == EMU_HCA_INIT && !f->hca->port_down &&
	       emu_pci_master_on(f);
}

struct emu_fn *emu_by_lid(struct emu_world *w, uint16_t lid)
{
	struct emu_fn *f = lid && lid <= w->nfn ? w->fn[lid - 1] : NULL;

	return f && emu_port_active(f) ? f : NULL;
}

uint16_t emu_port_pkey(struct emu_fn *f, uint32_t index)
{
	(void)f;
	return index == 0 ? DEFAULT_PKEY : 0;
}

void emu_port_gid(struct emu_fn *f, uint32_t index, uint8_t gid[16])
{
	memset(gid, 0, 16);
	if (index != 0)
		return;
	emu_put_be64(gid, GID_PREFIX);
	emu_put_be64(gid + 8, guid(f));
}

void port_reset(struct emu_fn *f)
{
	f->hca->port.cap_mask1 = CAP_MASK1;
	f->hca->port.cap_mask2 = 0;
}

void port_set(struct emu_fn *f, bool up)
{
	uint8_t data[PRM_EQE_PORT_STATE_BYTES] = {0};

	if (f->hca->port_down == !up)
		return;
	f->hca->port_down = !up;
	emu_set(data, PRM_EQE_PORT_STATE_PORT, 1);
	if (f->hca->state == EMU_HCA_INIT)
		emu_event(f, PRM_EV_PORT_CHANGE, up ? PRM_PORT_ACTIVE : PRM_PORT_DOWN, data);
}

/* All vport commands name their vport alike. */
static uint8_t own_vport(struct emu_cmd *c)
{
	if (emu_get(c->in, PRM_QUERY_HCA_VPORT_CONTEXT_IN_OTHER_VPORT) ||
		emu_get(c->in, PRM_QUERY_HCA_VPORT_CONTEXT_IN_VPORT_NUMBER))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_VPORT);
	if (emu_get(c->in, PRM_QUERY_HCA_VPORT_CONTEXT_IN_PORT_NUM) > 1)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PORT);
	return PRM_ST_OK;
}

static uint8_t query_context(struct emu_fn *f, struct emu_cmd *c)
{
	uint8_t *v = c->out + PRM_QUERY_HCA_VPORT_CONTEXT_OUT_HCA_VPORT_CONTEXT_OFF;
	bool up = emu_port_active(f);
	uint8_t st = own_vport(c);

	if (st)
		return st;
	emu_set(v, PRM_HCA_VPORT_CONTEXT_PORT_PHYSICAL_STATE, up ? PHYS_LINK_UP : PHYS_POLLING);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_PORT_STATE, up ? VPORT_ACTIVE : VPORT_DOWN);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_VPORT_STATE, up ? VPORT_ACTIVE : VPORT_DOWN);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_SYSTEM_IMAGE_GUID, guid(f));
	emu_set(v, PRM_HCA_VPORT_CONTEXT_PORT_GUID, guid(f));
	emu_set(v, PRM_HCA_VPORT_CONTEXT_NODE_GUID, guid(f));
	emu_set(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1, f->hca->port.cap_mask1);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1_FIELD_SELECT, CAP_MASK1_FREE);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK2, f->hca->port.cap_mask2);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_LID, emu_port_lid(f));
	emu_set(v, PRM_HCA_VPORT_CONTEXT_SUBNET_TIMEOUT, SUBNET_TIMEOUT);
	emu_set(v, PRM_HCA_VPORT_CONTEXT_SM_LID, 1);
	return PRM_ST_OK;
}

static uint8_t modify_context(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *v = c->in + PRM_MODIFY_HCA_VPORT_CONTEXT_IN_HCA_VPORT_CONTEXT_OFF;
	uint32_t select = (uint32_t)emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1_FIELD_SELECT);
	uint32_t mask = (uint32_t)emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1);
	uint8_t st = own_vport(c);

	if (st)
		return st;
	if (emu_get(v, PRM_HCA_VPORT_CONTEXT_FIELD_SELECT) ||
		emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK2_FIELD_SELECT))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_VPORT_FIELD);
	f->hca->port.cap_mask1 = (f->hca->port.cap_mask1 & ~select) | (mask & select);
	return PRM_ST_OK;
}

static uint8_t query_gid(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t i = (uint32_t)emu_get(c->in, PRM_QUERY_HCA_VPORT_GID_IN_GID_INDEX);
	uint32_t n = i == ALL_INDICES ? EMU_VPORT_GIDS : 1;
	uint8_t *gid = c->out + PRM_QUERY_HCA_VPORT_GID_OUT_GID_OFF;
	uint8_t st = own_vport(c);

	if (st)
		return st;
	if (i != ALL_INDICES && i >= EMU_VPORT_GIDS)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_GID_INDEX);
	if (c->out_len <
		PRM_QUERY_HCA_VPORT_GID_OUT_GID_OFF + n * PRM_QUERY_HCA_VPORT_GID_OUT_GID_STRIDE)
		return emu_refuse(c, PRM_ST_BAD_OUTP_LEN, EMU_SYND_OUT_LEN);
	emu_set(c->out, PRM_QUERY_HCA_VPORT_GID_OUT_GIDS_NUM, n);
	if (i == 0 || i == ALL_INDICES)
		emu_port_gid(f, 0, gid);
	return PRM_ST_OK;
}

static uint8_t query_pkey(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t i = (uint32_t)emu_get(c->in, PRM_QUERY_HCA_VPORT_PKEY_IN_PKEY_INDEX);
	uint32_t n = i == ALL_INDICES ? EMU_PKEYS : 1;
	uint8_t st = own_vport(c);

	if (st)
		return st;
	if (i != ALL_INDICES && i >= EMU_PKEYS)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PKEY_INDEX);
	if (c->out_len < PRM_QUERY_HCA_VPORT_PKEY_OUT_PKEY_OFF + n * PRM_PKEY_BYTES)
		return emu_refuse(c, PRM_ST_BAD_OUTP_LEN, EMU_SYND_OUT_LEN);
	if (i == 0 || i == ALL_INDICES)
		emu_set(c->out + PRM_QUERY_HCA_VPORT_PKEY_OUT_PKEY_OFF, PRM_PKEY_PKEY,
			emu_port_pkey(f, 0));
	return PRM_ST_OK;
}

static uint8_t query_vport_state(struct emu_fn *f, struct emu_cmd *c)
{
	if (emu_get(c->in, PRM_QUERY_VPORT_STATE_IN_OTHER_VPORT) ||
		emu_get(c->in, PRM_QUERY_VPORT_STATE_IN_VPORT_NUMBER))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_VPORT);
	emu_set(c->out, PRM_QUERY_VPORT_STATE_OUT_ADMIN_STATE, 1);
	emu_set(c->out, PRM_QUERY_VPORT_STATE_OUT_STATE, emu_port_active(f));
	return PRM_ST_OK;
}

/* A MAD comes back as its own response: enough where ib_virt takes the port's state from its context. */
static uint8_t mad_ifc(struct emu_fn *f, struct emu_cmd *c)
{
	uint8_t *mad = c->out + PRM_MAD_IFC_OUT_RESPONSE_MAD_PACKET_OFF;

	(void)f;
	if (emu_get(c->in, PRM_MAD_IFC_IN_PORT) != 1)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PORT);
	memcpy(mad, c->in + PRM_MAD_IFC_IN_MAD_OFF, PRM_MAD_IFC_IN_MAD_LEN);
	mad[3] |= MAD_RESPONSE;
	return PRM_ST_OK;
}

/* ---- registers ---- */

static void reg_ptys(struct emu_fn *f, uint8_t *r)
{
	emu_set(r, PRM_PTYS_REG_LOCAL_PORT, 1);
	emu_set(r, PRM_PTYS_REG_PROTO_MASK, 1);
	emu_set(r, PRM_PTYS_REG_IB_LINK_WIDTH_CAPABILITY, WIDTH_4X);
	emu_set(r, PRM_PTYS_REG_IB_PROTO_CAPABILITY, PROTO_EDR);
	emu_set(r, PRM_PTYS_REG_IB_LINK_WIDTH_ADMIN, WIDTH_4X);
	emu_set(r, PRM_PTYS_REG_IB_PROTO_ADMIN, PROTO_EDR);
	emu_set(r, PRM_PTYS_REG_IB_LINK_WIDTH_OPER, emu_port_active(f) ? WIDTH_4X : 0);
	emu_set(r, PRM_PTYS_REG_IB_PROTO_OPER, emu_port_active(f) ? PROTO_EDR : 0);
}

static void reg_pmtu(struct emu_fn *f, uint8_t *r)
{
	(void)f;
	emu_set(r, PRM_PMTU_REG_LOCAL_PORT, 1);
	emu_set(r, PRM_PMTU_REG_MAX_MTU, MTU);
	emu_set(r, PRM_PMTU_REG_ADMIN_MTU, MTU);
	emu_set(r, PRM_PMTU_REG_OPER_MTU, MTU);
}

static void reg_pvlc(struct emu_fn *f, uint8_t *r)
{
	(void)f;
	emu_set(r, PRM_PVLC_REG_LOCAL_PORT, 1);
	emu_set(r, PRM_PVLC_REG_VL_HW_CAP, VLS_1);
	emu_set(r, PRM_PVLC_REG_VL_ADMIN, VLS_1);
	emu_set(r, PRM_PVLC_REG_VL_OPERATIONAL, VLS_1);
}

static void reg_paos(struct emu_fn *f, uint8_t *r)
{
	emu_set(r, PRM_PAOS_REG_LOCAL_PORT, 1);
	emu_set(r, PRM_PAOS_REG_ADMIN_STATUS, 1);
	emu_set(r, PRM_PAOS_REG_OPER_STATUS, emu_port_active(f) ? 1 : 2);
}

static void reg_node_desc(struct emu_fn *f, uint8_t *r)
{
	static const char text[] = "mlx5emu port ";

	memcpy(r, text, sizeof(text) - 1);
	r[sizeof(text) - 1] = (uint8_t)('0' + f->index / 10);
	r[sizeof(text)] = (uint8_t)('0' + f->index % 10);
}

static const struct reg {
	uint16_t id;
	uint32_t bytes;
	bool port;                                  /* begins with a local_port, as PMTU does */
	void (*read)(struct emu_fn *f, uint8_t *r); /* NULL: write only */
} regs[] = {
	{PRM_REG_PMTU, PRM_PMTU_REG_BYTES, true, reg_pmtu},
	{PRM_REG_PTYS, PRM_PTYS_REG_BYTES, true, reg_ptys},
	{PRM_REG_PVLC, PRM_PVLC_REG_BYTES, true, reg_pvlc},
	{PRM_REG_PAOS, PRM_PAOS_REG_BYTES, true, reg_paos},
	{PRM_REG_NODE_DESC, PRM_NODE_DESC_REG_BYTES, false, reg_node_desc},
	{PRM_REG_HOST_ENDIANNESS, PRM_HOST_ENDIANNESS_REG_BYTES, false, NULL},
};

static uint8_t access_reg(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t id = (uint32_t)emu_get(c->in, PRM_ACCESS_REGISTER_IN_REGISTER_ID);
	uint32_t mod = (uint32_t)emu_get(c->in, PRM_MBOX_IN_OP_MOD);
	const uint8_t *in = c->in + PRM_ACCESS_REGISTER_IN_REGISTER_DATA_OFF;
	const struct reg *r = NULL;

	for (size_t i = 0; i < sizeof(regs) / sizeof(regs[0]); i++)
		if (regs[i].id == id)
			r = &regs[i];
	if (!r)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_REGISTER);
	if (mod > REG_READ)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_OP_MOD);
	if (c->in_len < PRM_ACCESS_REGISTER_IN_REGISTER_DATA_OFF + r->bytes)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_IN_LEN);
	if (c->out_len < PRM_ACCESS_REGISTER_OUT_REGISTER_DATA_OFF + r->bytes)
		return emu_refuse(c, PRM_ST_BAD_OUTP_LEN, EMU_SYND_OUT_LEN);
	if (r->port && emu_get(in, PRM_PMTU_REG_LOCAL_PORT) != 1)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PORT);
	if ((mod == REG_WRITE) == (r->read != NULL))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_REGISTER_WRITE);
	if (mod == REG_READ)
		r->read(f, c->out + PRM_ACCESS_REGISTER_OUT_REGISTER_DATA_OFF);
	return PRM_ST_OK;
}

#define PORT(name, fn)                                                                          \
	{                                                                                       \
		PRM_OP_##name, EMU_WHEN_INIT, PRM_##name##_IN_BYTES, PRM_##name##_OUT_BYTES, fn \
	}

const struct emu_cmd_def emu_cmds_port[] = {
	PORT(QUERY_HCA_VPORT_CONTEXT, query_context),
	PORT(MODIFY_HCA_VPORT_CONTEXT, modify_context),
	PORT(QUERY_HCA_VPORT_GID, query_gid),
	PORT(QUERY_HCA_VPORT_PKEY, query_pkey),
	PORT(QUERY_VPORT_STATE, query_vport_state),
	PORT(MAD_IFC, mad_ifc),
	{PRM_OP_ACCESS_REG, EMU_WHEN_BOOTED, PRM_ACCESS_REGISTER_IN_BYTES,
		PRM_ACCESS_REGISTER_OUT_BYTES, access_reg},
	{0, 0, 0, 0, NULL},
};
