/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completion queues: making and ending them, arming, and which queue pairs they serve. (PRM, "CREATE_CQ",
 * "Completion Queue Context".)
 */
#include <errno.h>
#include <string.h>

#include <rte_common.h>
#include <rte_malloc.h>

#include "mlx5/queue.h"
#include "mlx5/redzone.h"
#include "prm/gen/prm.h"

/* What a completion queue is made of, around its hot struct. */
struct cq_obj {
	struct lac_cq cq __attribute__((aligned(64)));
	uint8_t *block; /* ring, then doorbell record */
	uint32_t epoch;
	uint32_t users;
};

static struct cq_obj *cq_obj(struct lac_cq *cq)
{
	return (struct cq_obj *)cq;
}

static int cq_command(struct cq_obj *o, struct lac_port *port, uint32_t depth)
{
	const struct lac_uar *uar = lac_port_data_uar(port);
	const size_t bytes = (size_t)depth * 64;
	uint32_t page_log2 = 12, pages, i, in_len;
	struct prm_create_cq_out out;
	struct prm_create_cq_in *in;
	struct prm_cqc *c;
	int err;

	while (bytes >> page_log2 > 512)
		page_log2++;
	pages = (uint32_t)((bytes + (1u << page_log2) - 1) >> page_log2);
	in_len = (uint32_t)sizeof(*in) + pages * 8;
	in = rte_zmalloc("lac_cmd", in_len, 0);
	if (!in)
		return -ENOMEM;
	prm_create_cq_in_set_opcode(in, PRM_OP_CREATE_CQ);
	c = prm_create_cq_in_cq_context(in);
	prm_cqc_set_log_cq_size(c, (uint32_t)__builtin_ctz(depth));
	prm_cqc_set_uar_page(c, uar->index);
	prm_cqc_set_c_eqn_or_apu_element(c, lac_port_comp_eqn(port));
	prm_cqc_set_log_page_size(c, page_log2 - 12);
	prm_cqc_set_dbr_addr(c, (uint64_t)(uintptr_t)o->cq.record);
	for (i = 0; i < pages; i++)
		prm_create_cq_in_set_pas(
			in, i, (uint64_t)(uintptr_t)o->cq.ring + ((uint64_t)i << page_log2));
	err = lac_cmd_exec(port, in, in_len, &out, sizeof(out));
	if (err == 0)
		o->cq.number = prm_create_cq_out_cqn(&out);
	rte_free(in);
	return err;
}

static void cq_free(struct cq_obj *o)
{
	rte_free(o->cq.tab);
	lac_ring_free(o->block);
	rte_free(o);
}

static struct cq_obj *cq_alloc(struct lac_port *port, uint32_t depth)
{
	const int node = lac_port_numa(port);
	const size_t bytes = (size_t)depth * 64;
	struct cq_obj *o = rte_zmalloc_socket("lac_cq", sizeof(*o), 64, node);
	struct lac_cq_ent *tab;
	size_t align = 4096;

	if (!o)
		return NULL;
	while (bytes / align > 512)
		align *= 2;
	o->block = lac_ring_alloc("lac_cq_ring", RTE_MAX(bytes, align) + 64, align, node);
	tab = rte_zmalloc_socket("lac_cq_tab", lac_cq_slots(depth) * sizeof(*tab), 64, node);
	o->cq.tab = tab;
	if (!o->block || !tab) {
		cq_free(o);
		return NULL;
	}
	lac_cq_init(&o->cq, o->block, (uint32_t *)(void *)(o->block + RTE_MAX(bytes, align)), tab,
		depth, lac_cq_slots(depth));
	return o;
}

static int cq_refuse(struct lac_port *port, int err, const char *arg)
{
	struct lac_err e = {.err = err, .where = LAC_AT_ARGS};

	strncpy(e.arg, arg, sizeof(e.arg) - 1);
	return lac_port_fail(port, &e);
}

int lac_cq_create_abi(
	struct lac_port *port, unsigned int depth, int lcore, uint32_t hot_abi, struct lac_cq **cq)
{
	const struct lac_uar *uar;
	struct cq_obj *o;
	int err;

	(void)lcore;
	*cq = NULL;
	if (hot_abi != LAC_HOT_ABI)
		return cq_refuse(port, -EPROTO, "this program was compiled for another hot layout");
	if (depth == 0)
		return cq_refuse(port, -EINVAL, "depth");
	if (depth > lac_port_limits(port)->cq_depth)
		return cq_refuse(port, -E2BIG, "depth");
	depth = RTE_MAX(rte_align32pow2(depth), 64u);
	o = cq_alloc(port, depth);
	if (!o)
		return cq_refuse(port, -ENOMEM, "completion ring");
	o->epoch = lac_port_epoch(port);
	o->cq.port = port;
	uar = lac_port_data_uar(port);
	if (uar->va)
		o->cq.uar = (volatile uint64_t *)(void *)((uint8_t *)uar->va + LAC_UAR_CQ_ARM);
	/* the ring, and the record behind it */
	err = lac_mem_reached(port, o->block, (size_t)((uint8_t *)(o->cq.record + 2) - o->block));
	if (err == 0)
		err = cq_command(o, port, depth);
	if (err == 0) {
		err = lac_port_add_cq(port, o->cq.number, &o->cq);
		if (err < 0)
			lac_cq_destroy(&o->cq);
		else
			lac_port_hold(port, "completion queue", 1);
	} else {
		cq_free(o);
	}
	if (err == 0)
		*cq = &o->cq;
	return err;
}

int lac_cq_destroy(struct lac_cq *cq)
{
	struct prm_destroy_cq_out out;
	struct prm_destroy_cq_in in;
	struct lac_port *port;
	uint32_t i;
	int err = 0;

	if (!cq)
		return 0;
	port = cq->port;
	for (i = 0; i <= cq->tab_mask; i++)
		if (cq->tab[i].qpn < LAC_CQ_WAS_QP)
			return cq_refuse(port, -EBUSY, "a queue pair uses the completion queue");
	lac_port_del_cq(port, cq->number, cq);
	if (cq_obj(cq)->epoch == lac_port_epoch(port)) {
		memset(&in, 0, sizeof(in));
		prm_destroy_cq_in_set_opcode(&in, PRM_OP_DESTROY_CQ);
		prm_destroy_cq_in_set_cqn(&in, cq->number);
		err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	}
	if (err < 0 && err != -ENODEV) {
		lac_port_add_cq(port, cq->number, cq);
		return err;
	}
	lac_port_hold(port, "completion queue", -1);
	cq_free(cq_obj(cq));
	return 0;
}

uint32_t lac_cq_number(const struct lac_cq *cq)
{
	return cq->number;
}

/* Arms by record and register, the same first word in both. (PRM, "CQ Doorbell"; rdma-core cq.c) */
int lac_cq_arm(struct lac_cq *cq, int solicited_only)
{
	uint32_t sn = __atomic_load_n(&cq->arm_sn, __ATOMIC_ACQUIRE) & 3;
	uint32_t word = sn << 28 | (solicited_only ? 1u << 24 : 0) | lac_cq_ci_(cq);
	uint64_t db = lac_to_be32(word).be | (uint64_t)lac_to_be32(cq->number).be << 32;

	if (cq_obj(cq)->epoch != lac_port_epoch(cq->port) || lac_bus_gone(lac_port_bus(cq->port)))
		return -ENODEV;
	lac_dma_write32(&cq->record[1], lac_to_be32(word).be);
	lac_order_record_then_doorbell();
	if (cq->uar)
		lac_mmio_write64(cq->uar, db);
	else
		lac_uar_write64(cq->port, lac_port_data_uar(cq->port), LAC_UAR_CQ_ARM, db);
	return 0;
}

void lac_cq_on_event(struct lac_cq *cq)
{
	__atomic_fetch_add(&cq->arm_sn, 1, __ATOMIC_RELEASE);
}

/* The device writes no more entries: what is outstanding on its queue pairs ends as flushed. */
void lac_cq_on_error(struct lac_cq *cq, uint8_t syndrome)
{
	(void)syndrome;
	__atomic_fetch_or(&cq->attn, LAC_CQ_BROKEN | LAC_CQ_ATTEND, __ATOMIC_RELEASE);
}
