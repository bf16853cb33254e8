/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The InfiniBand side of the port: LID, state, GUIDs. Read once at bring-up, and again after each event that
 * says something changed; that query is carried by the progress loop, which must not wait, so it is started in
 * one turn and taken up in a later one.
 */
#include <errno.h>
#include <string.h>

#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define STATE_ACTIVE 4u /* IB specification, PortInfo:PortState */

static void query_fill(const struct lac_port *port, struct prm_query_hca_vport_context_in *in)
{
	memset(in, 0, sizeof(*in));
	prm_query_hca_vport_context_in_set_opcode(in, PRM_OP_QUERY_HCA_VPORT_CONTEXT);
	prm_query_hca_vport_context_in_set_port_num(in, lac_port_num(port));
}

static void take(struct lac_port *port, const struct prm_query_hca_vport_context_out *out)
{
	const struct prm_hca_vport_context *c =
		prm_query_hca_vport_context_out_hca_vport_context_const(out);
	struct lac_vport *v = &port->vport;

	__atomic_store_n(&v->port_guid, prm_hca_vport_context_port_guid(c), __ATOMIC_RELAXED);
	__atomic_store_n(&v->node_guid, prm_hca_vport_context_node_guid(c), __ATOMIC_RELAXED);
	__atomic_store_n(&v->lid, (uint16_t)prm_hca_vport_context_lid(c), __ATOMIC_RELAXED);
	__atomic_store_n(
		&v->state, (uint8_t)prm_hca_vport_context_vport_state(c), __ATOMIC_RELAXED);
}

int lac_vport_query(struct lac_port *port)
{
	struct prm_query_hca_vport_context_in in;
	struct prm_query_hca_vport_context_out out;
	int err;

	query_fill(port, &in);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err)
		return err;
	take(port, &out);
	return 0;
}

unsigned int lac_vport_step(struct lac_port *port)
{
	struct lac_vport *v = &port->vport;
	struct prm_query_hca_vport_context_in in;
	struct prm_query_hca_vport_context_out out;
	uint8_t was = v->state;

	if (v->cmd >= 0) {
		int slot = v->cmd;

		if (lac_cmdq_done(port, slot)) {
			v->cmd = -1;
			if (lac_cmdq_collect(port, slot, &out))
				return 1;
			take(port, &out);
			if ((was == STATE_ACTIVE) != (v->state == STATE_ACTIVE))
				lac_event_push(port,
					v->state == STATE_ACTIVE ? LAC_EV_UP : LAC_EV_DOWN, 0,
					NULL);
			return 1;
		}
		if (lac_cmdq_late(port, slot)) {
			v->cmd = -1;
			lac_cmdq_abandon(port, slot);
		}
		return 0;
	}
	if (!v->stale || lac_port_dead(port))
		return 0;
	v->cmd = lac_cmdq_take(port, LAC_LANE_ANY);
	if (v->cmd < 0) {
		v->cmd = -1;
		return 0;
	}
	v->stale = false;
	query_fill(port, &in);
	if (lac_cmdq_post(port, v->cmd, &in, sizeof(in), sizeof(out)))
		v->cmd = -1;
	return 1;
}

void lac_vport_forget(struct lac_port *port)
{
	if (port->vport.cmd >= 0)
		lac_cmdq_abandon(port, port->vport.cmd);
	memset(&port->vport, 0, sizeof(port->vport));
	port->vport.cmd = -1;
}

int lac_port_link(const struct lac_port *port)
{
	return !lac_port_dead(port) &&
	       __atomic_load_n(&port->vport.state, __ATOMIC_RELAXED) == STATE_ACTIVE;
}

uint16_t lac_port_lid(const struct lac_port *port)
{
	return __atomic_load_n(&port->vport.lid, __ATOMIC_RELAXED);
}
