/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The commands that concern the function as a whole: enabled and disabled, initialised and torn down, and which
 * revision of the interface both sides speak. PRM, "Bring-up and teardown".
 */
#include "mlx5/port_priv.h"

#define ISSI_1         1u
#define TEARDOWN_GRACE 0u

int lac_function_enable(struct lac_port *port)
{
	struct prm_enable_hca_in in = {0};
	struct prm_enable_hca_out out;
	int err;

	prm_enable_hca_in_set_opcode(&in, PRM_OP_ENABLE_HCA);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	port->enabled = !err;
	return err;
}

int lac_function_disable(struct lac_port *port)
{
	struct prm_disable_hca_in in = {0};
	struct prm_disable_hca_out out;

	if (!port->enabled)
		return 0;
	port->enabled = false;
	prm_disable_hca_in_set_opcode(&in, PRM_OP_DISABLE_HCA);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}

int lac_function_issi(struct lac_port *port)
{
	/* not asked before which revisions there are: no other would do, and a refusal says as much */
	struct prm_set_issi_in in = {0};
	struct prm_set_issi_out out;

	prm_set_issi_in_set_opcode(&in, PRM_OP_SET_ISSI);
	prm_set_issi_in_set_current_issi(&in, ISSI_1);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}

int lac_function_init(struct lac_port *port)
{
	/* the short form: an owner id belongs to paired functions, which are not used */
	struct prm_mbox_in in = {0};
	struct prm_init_hca_out out;
	int err;

	prm_mbox_in_set_opcode(&in, PRM_OP_INIT_HCA);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	port->inited = !err;
	return err;
}

int lac_function_teardown(struct lac_port *port)
{
	struct prm_teardown_hca_in in = {0};
	struct prm_teardown_hca_out out;

	if (!port->inited)
		return 0;
	port->inited = false;
	prm_teardown_hca_in_set_opcode(&in, PRM_OP_TEARDOWN_HCA);
	prm_teardown_hca_in_set_profile(&in, TEARDOWN_GRACE);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}
