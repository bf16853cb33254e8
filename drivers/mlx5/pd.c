/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Protection domains, each with its local DMA key: physical-address mode over all that is mapped, for local
 * use only, so that list entries need no look-up. (PRM, "ALLOC_PD", "CREATE_MKEY"; mkey access mode PA.)
 */
#include <errno.h>
#include <stdlib.h>

#include "bus/why.h"
#include "mlx5/queue.h"
#include "prm/gen/prm.h"

#define QPN_ANY 0xffffffu

uint32_t lac_pd_number(const struct lac_pd *pd)
{
	return pd->dma_be ? pd->pdn : lac_port_pdn(pd->port);
}

uint32_t lac_pd_dma_be(const struct lac_pd *pd)
{
	return pd->dma_be ? pd->dma_be : lac_port_dma_lkey_be(pd->port);
}

struct lac_port *lac_pd_port(const struct lac_pd *pd)
{
	return pd->port;
}

struct lac_pd *lac_port_pd(struct lac_port *port)
{
	return &lac_port_hot(port)->pd;
}

int lac_pdn_alloc(struct lac_port *port, uint32_t *pdn)
{
	struct prm_alloc_pd_in in = {0};
	struct prm_alloc_pd_out out;
	int err;

	prm_alloc_pd_in_set_opcode(&in, PRM_OP_ALLOC_PD);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err == 0)
		*pdn = prm_alloc_pd_out_pd(&out);
	return err;
}

int lac_pdn_free(struct lac_port *port, uint32_t pdn)
{
	struct prm_dealloc_pd_in in = {0};
	struct prm_dealloc_pd_out out;

	prm_dealloc_pd_in_set_opcode(&in, PRM_OP_DEALLOC_PD);
	prm_dealloc_pd_in_set_pd(&in, pdn);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}

int lac_dma_key_create(struct lac_port *port, uint32_t pdn, uint32_t *be)
{
	struct prm_create_mkey_in in = {0};
	struct prm_create_mkey_out out;
	struct prm_mkc *m = prm_create_mkey_in_memory_key_mkey_entry(&in);
	int err;

	prm_create_mkey_in_set_opcode(&in, PRM_OP_CREATE_MKEY);
	prm_mkc_set_access_mode_1_0(m, PRM_ACCESS_PA);
	/* local rights only: no peer can ever use it */
	prm_mkc_set_lr(m, 1);
	prm_mkc_set_lw(m, 1);
	prm_mkc_set_length64(m, 1);
	prm_mkc_set_qpn(m, QPN_ANY);
	prm_mkc_set_pd(m, pdn);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err == 0)
		*be = lac_to_be32(prm_create_mkey_out_mkey_index(&out) << 8).be;
	return err;
}

int lac_dma_key_destroy(struct lac_port *port, uint32_t be)
{
	struct prm_destroy_mkey_in in = {0};
	struct prm_destroy_mkey_out out;

	prm_destroy_mkey_in_set_opcode(&in, PRM_OP_DESTROY_MKEY);
	prm_destroy_mkey_in_set_mkey_index(&in, lac_from_be32((lac_be32){be}) >> 8);
	return lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
}

int lac_pd_create(struct lac_port *port, struct lac_pd **out_pd)
{
	struct lac_pd *pd = calloc(1, sizeof(*pd));
	int err;

	*out_pd = NULL;
	if (!pd)
		return -ENOMEM;
	pd->port = port;
	pd->epoch = lac_port_epoch(port);
	err = lac_pdn_alloc(port, &pd->pdn);
	if (err == 0) {
		err = lac_dma_key_create(port, pd->pdn, &pd->dma_be);
		if (err < 0)
			lac_pdn_free(port, pd->pdn);
	}
	if (err < 0) {
		free(pd);
		return err;
	}
	lac_port_hold(port, "protection domain", 1);
	*out_pd = pd;
	return 0;
}

int lac_pd_destroy(struct lac_pd *pd)
{
	struct lac_err busy;
	int err = 0;

	if (!pd)
		return 0;
	if (pd->users || pd == lac_port_pd(pd->port)) {
		lac_why(&busy, -EBUSY, LAC_AT_STATE, "the protection domain is in use");
		return lac_port_fail(pd->port, &busy);
	}
	if (pd->epoch == lac_port_epoch(pd->port)) {
		err = lac_dma_key_destroy(pd->port, pd->dma_be);
		if (err == 0)
			err = lac_pdn_free(pd->port, pd->pdn);
	}
	if (err < 0 && err != -ENODEV)
		return err;
	lac_port_hold(pd->port, "protection domain", -1);
	free(pd);
	return 0;
}
