/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queue pairs: making and ending them. One block of EAL memory holds receive ring, send ring and doorbell
 * record, in this order, as the device wants one buffer. (PRM, "CREATE_QP", "Queue Pair Context".)
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <rte_common.h>
#include <rte_malloc.h>
#include <rte_random.h>

#include "mlx5/queue.h"
#include "mlx5/redzone.h"
#include "prm/gen/prm.h"

#define QP_ST_RC         0u
#define QP_PM_MIGRATED   3u
#define QP_RQ_NONE       3u        /* rq_type: no receive queue */
#define QP_NO_USER_INDEX 0xffffffu /* linux/mlx5: MLX5_IB_DEFAULT_UIDX */

static int refuse(struct lac_port *port, int err, const char *arg)
{
	struct lac_err e = {.err = err, .where = LAC_AT_ARGS};

	snprintf(e.arg, sizeof(e.arg), "%s", arg);
	return lac_port_fail(port, &e);
}

/* Defaults, roundings and bounds. */
static int attr_settle(struct lac_port *port, struct lac_qp_attr *a)
{
	const struct lac_limits *l = lac_port_limits(port);
	const struct lac_caps *c = lac_port_caps(port);

	if (!a->scq)
		return refuse(port, -EINVAL, "scq");
	if (a->rq_n && !a->rcq)
		return refuse(port, -EINVAL, "rcq");
	a->sq_bb = a->sq_bb ? a->sq_bb : 1024;
	a->rq_gather = a->rq_gather ? a->rq_gather : 1;
	a->list_entries = a->list_entries ? a->list_entries : 16384;
	a->mtu = a->mtu ? a->mtu : 3;
	a->timeout = a->timeout ? a->timeout : 14;
	a->retry = a->retry == LAC_QP_NO_RETRY ? 0 : a->retry ? a->retry : 7;
	a->rnr_retry = a->rnr_retry == LAC_QP_NO_RETRY ? 0 : a->rnr_retry ? a->rnr_retry : 7;
	if (!a->rd_atomic)
		a->rd_atomic = (uint8_t)(1u << RTE_MIN(RTE_MIN(c->log_max_ra_req_qp,
							       c->log_max_ra_res_qp),
						 7));
	if (a->sq_bb > l->sq_bb)
		return refuse(port, -E2BIG, "sq_bb");
	if (a->rq_n > l->rq_n)
		return refuse(port, -E2BIG, "rq_n");
	if (a->rq_gather > l->rq_gather)
		return refuse(port, -E2BIG, "rq_gather");
	if (a->list_entries > 1u << 28)
		return refuse(port, -E2BIG, "list_entries");
	if (a->mtu > 5)
		return refuse(port, -EINVAL, "mtu");
	if (a->timeout > 31)
		return refuse(port, -EINVAL, "timeout");
	if (a->retry > 7 || a->rnr_retry > 7)
		return refuse(port, -EINVAL, "retry");
	if (a->rd_atomic & (a->rd_atomic - 1) || a->rd_atomic > 1u << c->log_max_ra_req_qp)
		return refuse(port, -EINVAL, "rd_atomic");
	a->sq_bb = RTE_MAX(rte_align32pow2(a->sq_bb), 64u);
	if (a->rq_n)
		a->rq_n = RTE_MAX(rte_align32pow2(a->rq_n), 16u);
	a->list_entries = rte_align32pow2(RTE_MAX(a->list_entries, LAC_LIST_UNIT_ENTRIES));
	return 0;
}

static void qp_free(struct lac_qp *qp)
{
	lac_ring_free(qp->block);
	rte_free(qp->sq.wr);
	lac_ring_free(qp->sq.list);
	rte_free(qp->rq.cookie);
	rte_free(qp);
}

/* All memory of a queue pair, before any command. */
static struct lac_qp *qp_alloc(struct lac_pd *pd, const struct lac_qp_attr *a)
{
	const int node = lac_port_numa(pd->port);
	const struct lac_uar *uar = lac_port_data_uar(pd->port);
	struct lac_qp *qp = rte_zmalloc_socket("lac_qp", sizeof(*qp), 64, node);
	struct lac_sq_parts p = {
		.bb = a->sq_bb, .wqe_bytes = lac_port_caps(pd->port)->max_wqe_bytes};
	size_t rq_bytes = 0, record;
	uint64_t *cookie = NULL;
	uint32_t stride = 16;

	if (!qp)
		return NULL;
	while (stride < a->rq_gather * 16u)
		stride *= 2;
	if (a->rq_n)
		rq_bytes = RTE_ALIGN_CEIL((size_t)a->rq_n * stride, 64);
	qp->ring_bytes = rq_bytes + (size_t)a->sq_bb * 64;
	for (qp->page_log2 = 12; qp->ring_bytes >> qp->page_log2 > 512;)
		qp->page_log2++;
	record = RTE_ALIGN_CEIL(qp->ring_bytes, (size_t)1 << qp->page_log2);
	qp->block = lac_ring_alloc("lac_qp_rings", record + 64, (size_t)1 << qp->page_log2, node);
	p.wr = rte_zmalloc_socket("lac_qp_wr", a->sq_bb * sizeof(*p.wr), 64, node);
	p.list = lac_ring_alloc("lac_qp_list", (size_t)a->list_entries * 16, 4096, node);
	if (a->rq_n)
		cookie = rte_zmalloc_socket("lac_qp_rq", a->rq_n * sizeof(*cookie), 64, node);
	if (!qp->block || !p.wr || !p.list || (a->rq_n && !cookie)) {
		rte_free(p.wr);
		lac_ring_free(p.list);
		rte_free(cookie);
		lac_ring_free(qp->block);
		rte_free(qp);
		return NULL;
	}
	p.ring = qp->block + rq_bytes;
	/* the receive queue's word is first, then the send queue's (rdma-core mlx5dv.h) */
	p.record = (uint32_t *)(void *)(qp->block + record) + 1;
	p.uar = uar->va ? (volatile uint64_t *)(void *)((uint8_t *)uar->va + LAC_UAR_SQ_DOORBELL)
			: NULL;
	p.cls = lac_port_hot(pd->port)->cls;
	p.list_units = a->list_entries / LAC_LIST_UNIT_ENTRIES;
	p.msg_max = lac_port_limits(pd->port)->msg_bytes;
	p.dma_be = lac_pd_dma_be(pd);
	p.umr_fence = lac_port_caps(pd->port)->umr_fence;
	lac_sq_init(&qp->sq, &p);
	qp->pd = pd;
	qp->sq.qp = qp;
	if (a->rq_n) {
		lac_rq_init(&qp->rq, qp->block, cookie, p.record - 1, a->rq_n, a->rq_gather);
		qp->rq.qp = qp;
		qp->has_rq = true;
	}
	lac_sq_see_hull(&qp->sq);
	return qp;
}

static void qpc_fill(const struct lac_qp *qp, struct prm_qpc *c)
{
	const struct lac_qp_attr *a = &qp->attr;

	prm_qpc_set_st(c, QP_ST_RC);
	prm_qpc_set_pm_state(c, QP_PM_MIGRATED);
	prm_qpc_set_pd(c, lac_pd_number(qp->pd));
	prm_qpc_set_uar_page(c, lac_port_data_uar(qp->pd->port)->index);
	prm_qpc_set_log_sq_size(c, (uint32_t)__builtin_ctz(a->sq_bb));
	if (qp->has_rq) {
		prm_qpc_set_log_rq_size(c, (uint32_t)__builtin_ctz(a->rq_n));
		prm_qpc_set_log_rq_stride(c, qp->rq.stride_log2 - 4);
		prm_qpc_set_cqn_rcv(c, a->rcq->number);
	} else {
		prm_qpc_set_rq_type(c, QP_RQ_NONE);
		prm_qpc_set_cqn_rcv(c, a->scq->number);
	}
	prm_qpc_set_cqn_snd(c, a->scq->number);
	prm_qpc_set_log_page_size(c, qp->page_log2 - 12);
	prm_qpc_set_page_offset(c, 0);
	prm_qpc_set_user_index(c, QP_NO_USER_INDEX);
	prm_qpc_set_dbr_addr(c, (uint64_t)(uintptr_t)(qp->sq.record - 1));
}

static int qp_command(struct lac_qp *qp)
{
	const uint32_t pages = (uint32_t)((qp->ring_bytes + ((size_t)1 << qp->page_log2) - 1) >>
					  qp->page_log2);
	struct prm_create_qp_out out;
	struct prm_create_qp_in *in;
	uint32_t i, in_len = (uint32_t)sizeof(*in) + pages * 8;
	int err;

	in = rte_zmalloc("lac_cmd", in_len, 0);
	if (!in)
		return -ENOMEM;
	prm_create_qp_in_set_opcode(in, PRM_OP_CREATE_QP);
	qpc_fill(qp, prm_create_qp_in_qpc(in));
	for (i = 0; i < pages; i++)
		prm_create_qp_in_set_pas(
			in, i, (uint64_t)(uintptr_t)qp->block + ((uint64_t)i << qp->page_log2));
	err = lac_cmd_exec(qp->pd->port, in, in_len, &out, sizeof(out));
	if (err == 0)
		qp->number = prm_create_qp_out_qpn(&out);
	rte_free(in);
	return err;
}

static int qp_uncommand(struct lac_qp *qp)
{
	struct prm_destroy_qp_out out;
	struct prm_destroy_qp_in in;

	if (qp->epoch != lac_port_epoch(qp->pd->port))
		return 0;
	memset(&in, 0, sizeof(in));
	prm_destroy_qp_in_set_opcode(&in, PRM_OP_DESTROY_QP);
	prm_destroy_qp_in_set_qpn(&in, qp->number);
	return lac_cmd_exec(qp->pd->port, &in, sizeof(in), &out, sizeof(out));
}

/* Joins the completion queues and the port's tables; undone on failure. */
static int qp_join(struct lac_qp *qp)
{
	struct lac_hot *h = lac_port_hot(qp->pd->port);
	int err = lac_cq_attach(qp->scq, qp->number, &qp->sq, NULL);

	if (err == 0 && qp->has_rq)
		err = lac_cq_attach(qp->rcq, qp->number, NULL, &qp->rq);
	if (err == 0)
		err = lac_port_add_qp(qp->pd->port, qp->number, qp);
	if (err < 0) {
		lac_cq_detach(qp->scq, qp->number);
		if (qp->has_rq)
			lac_cq_detach(qp->rcq, qp->number);
		return err;
	}
	pthread_mutex_lock(&h->lock);
	TAILQ_INSERT_TAIL(&h->qps, qp, link);
	pthread_mutex_unlock(&h->lock);
	qp->pd->users++;
	lac_port_hold(qp->pd->port, "queue pair", 1);
	return 0;
}

int lac_qp_create_abi(
	struct lac_pd *pd, const struct lac_qp_attr *a, uint32_t hot_abi, struct lac_qp **out_qp)
{
	struct lac_port *port = pd->port;
	struct lac_qp_attr attr = {0};
	struct lac_qp *qp;
	int err;

	*out_qp = NULL;
	if (hot_abi != LAC_HOT_ABI)
		return refuse(port, -EPROTO, "this program was compiled for another hot layout");
	if (a->size < offsetof(struct lac_qp_attr, list_entries) || a->size > sizeof(attr))
		return refuse(port, -EINVAL, "size");
	memcpy(&attr, a, a->size);
	if (!lac_port_caps(port)->rc)
		return refuse(port, -ENOTSUP, "reliable connections");
	err = attr_settle(port, &attr);
	if (err < 0)
		return err;
	qp = qp_alloc(pd, &attr);
	if (!qp)
		return refuse(port, -ENOMEM, "rings");
	qp->attr = attr;
	qp->scq = attr.scq;
	qp->rcq = attr.rq_n ? attr.rcq : NULL;
	qp->epoch = lac_port_epoch(port);
	qp->psn = (uint32_t)rte_rand() & 0xffffff;
	/* the rings, and the records behind them */
	err = lac_mem_reached(
		port, qp->block, (size_t)((uint8_t *)(qp->sq.record + 1) - qp->block));
	if (err == 0)
		err = lac_mem_reached(port, qp->sq.list, (size_t)attr.list_entries * 16);
	if (err == 0)
		err = qp_command(qp);
	if (err < 0) {
		qp_free(qp);
		return err;
	}
	lac_sq_set_number(&qp->sq, qp->number);
	err = qp_join(qp);
	if (err < 0) {
		qp_uncommand(qp);
		qp_free(qp);
		return refuse(port, err, "the completion queue serves no more queue pairs");
	}
	*out_qp = qp;
	return 0;
}

int lac_qp_destroy(struct lac_qp *qp)
{
	struct lac_port *port;
	struct lac_hot *h;
	int err;

	if (!qp)
		return 0;
	port = qp->pd->port;
	h = lac_port_hot(port);
	lac_port_del_qp(port, qp->number, qp);
	err = qp_uncommand(qp);
	if (err < 0 && err != -ENODEV) {
		lac_port_add_qp(port, qp->number, qp);
		return err;
	}
	lac_keys_doubt(h, lac_sq_number_be(&qp->sq),
		qp->sq.failed ? qp->sq.err_pi : lac_sq_ci_(&qp->sq), qp->sq.pi);
	lac_cq_detach(qp->scq, qp->number);
	if (qp->has_rq)
		lac_cq_detach(qp->rcq, qp->number);
	pthread_mutex_lock(&h->lock);
	TAILQ_REMOVE(&h->qps, qp, link);
	lac_qp_stats_add(qp, h->ended);
	pthread_mutex_unlock(&h->lock);
	qp->pd->users--;
	lac_port_hold(port, "queue pair", -1);
	qp_free(qp);
	return 0;
}

uint32_t lac_qp_number(const struct lac_qp *qp)
{
	return qp->number;
}

enum lac_qp_state lac_qp_state(const struct lac_qp *qp)
{
	return (enum lac_qp_state)__atomic_load_n(&qp->sq.state, __ATOMIC_ACQUIRE);
}

struct lac_sq *lac_qp_sq(struct lac_qp *qp)
{
	return &qp->sq;
}

struct lac_rq *lac_qp_rq(struct lac_qp *qp)
{
	return qp->has_rq ? &qp->rq : NULL;
}
