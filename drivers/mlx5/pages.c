/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Firmware's memory at bring-up and teardown. It asks for 4 KiB pages at boot, at init and whenever it likes;
 * all of them go back before the function is disabled. PRM, "Pages Management". The lane does the giving and
 * taking.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

#define RECLAIM_MS 5000u /* without progress; the kernel's figure (tout.c) */

int lac_pages_provide(struct lac_port *port, enum prm_boot when)
{
	struct prm_query_pages_in in = {0};
	struct prm_query_pages_out out;
	int err;

	prm_query_pages_in_set_opcode(&in, PRM_OP_QUERY_PAGES);
	prm_query_pages_in_set_op_mod(&in, when);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err)
		return err;
	return lac_pages_run(port,
		prm_query_pages_out_function_id(&out) |
			prm_query_pages_out_embedded_cpu_function(&out) << 16,
		(int32_t)prm_query_pages_out_num_pages(&out));
}

/* Some page that firmware holds, and how many its function has in all. */
static uint32_t ledger_pick(struct lac_port *port, uint32_t *func)
{
	uint32_t n;

	pthread_mutex_lock(&port->step_lock);
	n = lac_ledger_pick(&port->pages.ledger, func);
	pthread_mutex_unlock(&port->step_lock);
	return n;
}

int lac_pages_reclaim(struct lac_port *port)
{
	uint64_t end = lac_now_ms() + RECLAIM_MS;
	uint32_t func = 0, n, before = UINT32_MAX;
	unsigned int turn = 0;
	struct lac_err e;
	int err;

	while ((n = ledger_pick(port, &func)) != 0) {
		if (n < before)
			end = lac_now_ms() + RECLAIM_MS;
		else if (lac_now_ms() > end)
			break;
		before = n;
		err = lac_pages_run(port, func, -(int32_t)n);
		if (err && err != -EAGAIN)
			return err;
		if (err)
			lac_pause(&turn);
	}
	if (!n)
		return 0;
	lac_why(&e, -ETIMEDOUT, LAC_AT_TIMEOUT, "%u pages of function %u", n, func & 0xffff);
	return lac_port_fail(port, &e);
}

int lac_pages_init(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	memset(l, 0, sizeof(*l));
	l->cmd = -1;
	l->in = calloc(2, LAC_PAGES_IMAGE);
	if (!l->in)
		return -ENOMEM;
	l->out = l->in + LAC_PAGES_IMAGE;
	return 0;
}

void lac_pages_forget(struct lac_port *port)
{
	lac_pages_abandon(port);
	lac_pages_drop(port, LAC_FUNC_ANY);
}

void lac_pages_fini(struct lac_port *port)
{
	lac_pages_forget(port);
	lac_ledger_fini(&port->pages.ledger);
	free(port->pages.in);
	memset(&port->pages, 0, sizeof(port->pages));
	port->pages.cmd = -1;
}
