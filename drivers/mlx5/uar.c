/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * User access regions: pages of BAR 0 that take doorbells. The first one serves the event queues, whose
 * doorbells are rare and may trap. Data queues share one that the bus can map: the first that is handed out
 * may lie in a part of the BAR where accesses trap, so a few more are asked for; if none maps, the first
 * serves all, by the bus.
 */
#include <string.h>

#include <lacuna/hot/order.h>

#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define UAR_BYTES 4096u /* log_uar_page_sz = 0, see caps.c */

static int uar_alloc(struct lac_port *port, struct lac_uar *uar)
{
	struct prm_alloc_uar_in in = {0};
	struct prm_alloc_uar_out out;
	int err;

	prm_alloc_uar_in_set_opcode(&in, PRM_OP_ALLOC_UAR);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err)
		return err;
	uar->index = prm_alloc_uar_out_uar(&out);
	uar->bar_off = (uint64_t)uar->index * UAR_BYTES;
	uar->va = port->bus->ops->bar_ptr(port->bus, uar->bar_off, UAR_BYTES);
	return 0;
}

static int uar_free(struct lac_port *port, uint32_t index)
{
	struct prm_dealloc_uar_in in = {0};
	struct prm_dealloc_uar_out out;

	prm_dealloc_uar_in_set_opcode(&in, PRM_OP_DEALLOC_UAR);
	prm_dealloc_uar_in_set_uar(&in, index);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}

int lac_uars_create(struct lac_port *port)
{
	struct lac_uar uar;
	int err;

	memset(port->uar, 0, sizeof(port->uar));
	for (port->uar_count = 0; port->uar_count < LAC_UARS; port->uar_count++) {
		err = uar_alloc(port, &uar);
		if (err && !port->uar_count)
			return err;
		if (err)
			break; /* the function has no more: the first will do */
		port->uars[port->uar_count] = uar.index;
		if (!port->uar_count)
			port->uar[0] = port->uar[1] = uar;
		if (uar.va) {
			port->uar[1] = uar;
			port->uar_count++;
			break;
		}
	}
	return lac_port_dead(port) || port->stuck ? err : 0;
}

int lac_uars_destroy(struct lac_port *port)
{
	int first = 0;

	while (port->uar_count) {
		int err = uar_free(port, port->uars[--port->uar_count]);

		if (err && !first)
			first = err;
	}
	return first;
}

const struct lac_uar *lac_port_data_uar(struct lac_port *port)
{
	return &port->uar[1];
}

void lac_uar_write64(struct lac_port *port, const struct lac_uar *uar, uint32_t off, uint64_t be)
{
	if (uar->va)
		lac_mmio_write64((volatile uint64_t *)((uint8_t *)uar->va + off), be);
	else
		(void)port->bus->ops->bar_write(port->bus, uar->bar_off + off, &be, sizeof(be));
}
