/* SPDX-License-Identifier: BSD-3-Clause */
/* The port as commands show it; what they must answer is in linux/drivers/infiniband/hw/mlx5/main.c. */
#include "rig.h"

static uint8_t reg(struct rig *r, uint16_t id, uint16_t op_mod, uint8_t port, uint32_t len,
	uint8_t *out, uint32_t *synd)
{
	uint8_t in[16 + 64] = {0};

	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_ACCESS_REG);
	emu_set(in, PRM_MBOX_IN_OP_MOD, op_mod);
	emu_set(in, PRM_ACCESS_REGISTER_IN_REGISTER_ID, id);
	in[16 + 1] = port;
	return rig_cmd(r, in, 16 + len, out, 16 + len, synd);
}

static void registers(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t out[80], *d = out + 16;
	uint32_t synd;

	(void)state;
	rig_init(r);
	assert_int_equal(reg(r, 0x5004, 1, 1, 64, out, NULL), PRM_ST_OK);
	assert_int_equal(d[0x29], 4);  /* width 4X */
	assert_int_equal(d[0x2b], 32); /* EDR */
	assert_int_equal(reg(r, 0x5003, 1, 1, 16, out, NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(d + 4) >> 16, 4096);
	assert_int_equal(emu_be32(d + 12) >> 16, 4096);
	assert_int_equal(reg(r, 0x500f, 1, 1, 16, out, NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(d + 4) & 0xf, 1);
	assert_int_equal(reg(r, 0x5006, 1, 1, 16, out, NULL), PRM_ST_OK);
	assert_int_equal(reg(r, 0x6001, 1, 0, 64, out, NULL), PRM_ST_OK);
	assert_true(d[0] != 0 && d[63] == 0);
	assert_int_equal(reg(r, 0x7004, 0, 0, 16, out, NULL), PRM_ST_OK);
	/* refusals */
	assert_int_equal(reg(r, 0x5004, 1, 1, 16, out, &synd), PRM_ST_BAD_INP_LEN);
	assert_int_equal(reg(r, 0x5003, 1, 2, 16, out, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_PORT);
	assert_int_equal(reg(r, 0x5003, 0, 1, 16, out, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_REGISTER_WRITE);
	assert_int_equal(reg(r, 0x7004, 1, 1, 16, out, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(reg(r, 0x5003, 2, 1, 16, out, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_OP_MOD);
	assert_int_equal(reg(r, 0x9999, 1, 1, 16, out, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_REGISTER);
	rig_free(r);
}

static void vport_context(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[0x210] = {0}, out[0x210], *v = out + 0x10;
	uint32_t synd;

	(void)state;
	rig_init(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_VPORT_CONTEXT);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_PORT_STATE), 4);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_PORT_PHYSICAL_STATE), 5);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_LID), 1);
	assert_true(emu_get(v, PRM_HCA_VPORT_CONTEXT_NODE_GUID) == 0x2c90300000001ull);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1), 0x2514868);
	assert_true(emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1_FIELD_SELECT) == 0xffffffff);
	assert_true(emu_port_active(&r->f));
	assert_ptr_equal(emu_by_lid(&r->w, 1), &r->f);
	assert_null(emu_by_lid(&r->w, 0));
	assert_null(emu_by_lid(&r->w, 2));
	port_set(&r->f, false);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_PORT_STATE), 1);
	assert_null(emu_by_lid(&r->w, 1));
	emu_set(in, PRM_QUERY_HCA_VPORT_CONTEXT_IN_VPORT_NUMBER, 3);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_VPORT);
	/* the connection manager announces itself: bit 16, and nothing but it */
	memset(in, 0, sizeof(in));
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_MODIFY_HCA_VPORT_CONTEXT);
	emu_set(in + 0x10, PRM_HCA_VPORT_CONTEXT_CAP_MASK1, 0xfffeffff);
	emu_set(in + 0x10, PRM_HCA_VPORT_CONTEXT_CAP_MASK1_FIELD_SELECT, 0x10000);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, 16, NULL), PRM_ST_OK);
	emu_set(in + 0x10, PRM_HCA_VPORT_CONTEXT_FIELD_SELECT, 2);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, 16, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_VPORT_FIELD);
	memset(in, 0, sizeof(in));
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_VPORT_CONTEXT);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_get(v, PRM_HCA_VPORT_CONTEXT_CAP_MASK1), 0x2504868);
	rig_free(r);
}

static void gids_and_pkeys(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[16] = {0}, out[16 + 128 * 4];
	uint32_t synd;

	(void)state;
	rig_init(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_VPORT_GID);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, NULL), PRM_ST_OK);
	assert_true(emu_be64(out + 16) == 0xfe80000000000000ull);
	assert_true(emu_be64(out + 24) == 0x2c90300000001ull);
	emu_set(in, PRM_QUERY_HCA_VPORT_GID_IN_GID_INDEX, 7);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, NULL), PRM_ST_OK);
	assert_true(emu_be64(out + 16) == 0);
	emu_set(in, PRM_QUERY_HCA_VPORT_GID_IN_GID_INDEX, 8);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_GID_INDEX);
	emu_set(in, PRM_QUERY_HCA_VPORT_GID_IN_GID_INDEX, 0xffff);
	assert_int_equal(rig_cmd(r, in, 16, out, 32, &synd), PRM_ST_BAD_OUTP_LEN);
	assert_int_equal(rig_cmd(r, in, 16, out, 16 + 128, NULL), PRM_ST_OK);
	assert_int_equal(emu_get(out, PRM_QUERY_HCA_VPORT_GID_OUT_GIDS_NUM), 8);

	memset(in, 0, sizeof(in));
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_HCA_VPORT_PKEY);
	assert_int_equal(rig_cmd(r, in, 16, out, 20, NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(out + 16), 0xffff);
	emu_set(in, PRM_QUERY_HCA_VPORT_PKEY_IN_PKEY_INDEX, 127);
	assert_int_equal(rig_cmd(r, in, 16, out, 20, NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(out + 16), 0);
	emu_set(in, PRM_QUERY_HCA_VPORT_PKEY_IN_PKEY_INDEX, 128);
	assert_int_equal(rig_cmd(r, in, 16, out, 20, &synd), PRM_ST_BAD_PARAM);
	assert_int_equal(synd, EMU_SYND_PKEY_INDEX);
	emu_set(in, PRM_QUERY_HCA_VPORT_PKEY_IN_PKEY_INDEX, 0xffff);
	assert_int_equal(rig_cmd(r, in, 16, out, sizeof(out), NULL), PRM_ST_OK);
	rig_free(r);
}

static void mads_and_state(void **state)
{
	struct rig *r = rig_new(NULL, false, 0);
	uint8_t in[0x110] = {0}, out[0x110];

	(void)state;
	rig_init(r);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_MAD_IFC);
	emu_put_be32(in + 16, 0x01040101);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, sizeof(out), NULL), PRM_ST_BAD_PARAM);
	emu_set(in, PRM_MAD_IFC_IN_PORT, 1);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, sizeof(out), NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(out + 16), 0x01040181);
	memset(in, 0, sizeof(in));
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_VPORT_STATE);
	assert_int_equal(rig_cmd(r, in, 16, out, 16, NULL), PRM_ST_OK);
	assert_int_equal(emu_get(out, PRM_QUERY_VPORT_STATE_OUT_STATE), 1);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_ADAPTER);
	assert_int_equal(rig_cmd(r, in, 16, out, 0x110, NULL), PRM_ST_OK);
	assert_int_equal(emu_be32(out + 0x28), 0x2c9);
	assert_memory_equal(out + 0x100, "EMU0", 4);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(registers),
		cmocka_unit_test(vport_context),
		cmocka_unit_test(gids_and_pkeys),
		cmocka_unit_test(mads_and_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
