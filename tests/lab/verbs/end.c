/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * One end of a reliable connection: its states, its completions, and posting a request at a time. Time-outs are
 * short (67 ms, seven times) and a missing receive is waited for without end, so that a test sees the
 * status that it provokes and no other.
 */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "verbs.h"

#define ACK_TIMEOUT  14
#define WAIT_SECONDS 20

bool vb_end_new(struct vb_end *e, struct vb_dev *d, uint32_t depth, uint32_t max_inline)
{
	struct ibv_qp_init_attr_ex attr = {
		.cap = {.max_send_wr = depth,
			.max_recv_wr = depth,
			.max_send_sge = 4,
			.max_recv_sge = 4,
			.max_inline_data = max_inline},
		.qp_type = IBV_QPT_RC,
		.comp_mask = IBV_QP_INIT_ATTR_PD | IBV_QP_INIT_ATTR_SEND_OPS_FLAGS,
		.pd = d->pd,
		.send_ops_flags = IBV_QP_EX_WITH_RDMA_WRITE | IBV_QP_EX_WITH_RDMA_READ |
				  IBV_QP_EX_WITH_SEND | IBV_QP_EX_WITH_SEND_WITH_IMM |
				  IBV_QP_EX_WITH_SEND_WITH_INV | IBV_QP_EX_WITH_LOCAL_INV |
				  IBV_QP_EX_WITH_BIND_MW | IBV_QP_EX_WITH_ATOMIC_CMP_AND_SWP |
				  IBV_QP_EX_WITH_ATOMIC_FETCH_AND_ADD,
	};
	/* what a receive's piece says is where its bytes go, not a CQE */
	struct mlx5dv_qp_init_attr dv = {
		.comp_mask = MLX5DV_QP_INIT_ATTR_MASK_SEND_OPS_FLAGS |
			     MLX5DV_QP_INIT_ATTR_MASK_QP_CREATE_FLAGS,
		.create_flags = MLX5DV_QP_CREATE_DISABLE_SCATTER_TO_CQE,
		.send_ops_flags = MLX5DV_QP_EX_WITH_MR_LIST | MLX5DV_QP_EX_WITH_MR_INTERLEAVED |
				  MLX5DV_QP_EX_WITH_MKEY_CONFIGURE,
	};

	memset(e, 0, sizeof(*e));
	e->dev = d;
	e->access = VB_ALL_RIGHTS;
	e->cq = ibv_create_cq(d->ctx, (int)(2 * depth), NULL, NULL, 0);
	if (e->cq == NULL)
		return vb_why(d->log, "ibv_create_cq: %s", strerror(errno));
	attr.send_cq = attr.recv_cq = e->cq;
	e->qp = mlx5dv_create_qp(d->ctx, &attr, &dv);
	if (e->qp == NULL)
		return vb_why(d->log, "mlx5dv_create_qp: %s", strerror(errno));
	e->qpx = ibv_qp_to_qp_ex(e->qp);
	e->dvqpx = mlx5dv_qp_ex_from_ibv_qp_ex(e->qpx);
	e->psn = e->qp->qp_num * 7 & 0xffffff;
	return vb_end_reset(e);
}

bool vb_end_free(struct vb_end *e)
{
	int ret = e->qp != NULL ? ibv_destroy_qp(e->qp) : 0;

	if (ret == 0 && e->cq != NULL)
		ret = ibv_destroy_cq(e->cq);
	e->qp = NULL;
	e->cq = NULL;
	return ret == 0 || vb_why(e->dev->log, "destroying a queue pair: %s", strerror(ret));
}

void vb_end_addr(const struct vb_end *e, struct vb_addr *a)
{
	memset(a, 0, sizeof(*a));
	a->qpn = e->qp->qp_num;
	a->psn = e->psn;
	a->lid = e->dev->lid;
	a->gid = e->dev->gid;
}

static bool modify(struct vb_end *e, struct ibv_qp_attr *attr, int mask, const char *to)
{
	int ret = ibv_modify_qp(e->qp, attr, mask);

	return ret == 0 || vb_why(e->dev->log, "ibv_modify_qp to %s: %s", to, strerror(ret));
}

bool vb_end_connect(struct vb_end *e, const struct vb_addr *to)
{
	struct ibv_qp_attr rtr = {
		.qp_state = IBV_QPS_RTR,
		.path_mtu = IBV_MTU_1024,
		.dest_qp_num = to->qpn,
		.rq_psn = to->psn,
		.max_dest_rd_atomic = 4,
		.min_rnr_timer = 1,
		.ah_attr = {.dlid = to->lid,
			.port_num = 1,
			.is_global = e->dev->grh,
			.grh = {.dgid = to->gid, .hop_limit = 1}},
	};
	struct ibv_qp_attr rts = {
		.qp_state = IBV_QPS_RTS,
		.sq_psn = e->psn,
		.timeout = ACK_TIMEOUT,
		.retry_cnt = 7,
		.rnr_retry = 7,
		.max_rd_atomic = 4,
	};

	return modify(e, &rtr,
		       IBV_QP_STATE | IBV_QP_AV | IBV_QP_PATH_MTU | IBV_QP_DEST_QPN |
			       IBV_QP_RQ_PSN | IBV_QP_MAX_DEST_RD_ATOMIC | IBV_QP_MIN_RNR_TIMER,
		       "RTR") &&
	       modify(e, &rts,
		       IBV_QP_STATE | IBV_QP_TIMEOUT | IBV_QP_RETRY_CNT | IBV_QP_RNR_RETRY |
			       IBV_QP_SQ_PSN | IBV_QP_MAX_QP_RD_ATOMIC,
		       "RTS");
}

bool vb_end_reset(struct vb_end *e)
{
	struct ibv_qp_attr init = {
		.qp_state = IBV_QPS_INIT,
		.port_num = 1,
		.qp_access_flags = (unsigned int)(e->access & VB_ALL_RIGHTS),
	};
	struct ibv_qp_attr reset = {.qp_state = IBV_QPS_RESET};
	struct ibv_wc wc;

	if (!modify(e, &reset, IBV_QP_STATE, "RESET"))
		return false;
	while (ibv_poll_cq(e->cq, 1, &wc) > 0)
		;
	return modify(e, &init,
		IBV_QP_STATE | IBV_QP_PKEY_INDEX | IBV_QP_PORT | IBV_QP_ACCESS_FLAGS, "INIT");
}

bool vb_join(struct vb_end *a, struct vb_end *b)
{
	struct vb_addr at_a, at_b;

	vb_end_addr(a, &at_a);
	vb_end_addr(b, &at_b);
	return vb_end_reset(a) && vb_end_reset(b) && vb_end_connect(a, &at_b) &&
	       vb_end_connect(b, &at_a);
}

static double now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

bool vb_wait(struct vb_end *e, struct ibv_wc *wc)
{
	double end = now() + WAIT_SECONDS * e->dev->log->slow;
	int n;

	do {
		n = ibv_poll_cq(e->cq, 1, wc);
		if (n > 0)
			return true;
		if (n < 0)
			return vb_why(e->dev->log, "ibv_poll_cq: %d", n);
		nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
	} while (now() < end);
	return vb_why(e->dev->log, "QP 0x%x: no completion", e->qp->qp_num);
}

bool vb_expect(struct vb_end *e, uint64_t wr_id, enum ibv_wc_status status)
{
	struct ibv_wc wc;

	if (!vb_wait(e, &wc))
		return false;
	if (wc.wr_id != wr_id || wc.status != status)
		return vb_why(e->dev->log,
			"QP 0x%x: request 0x%llx ended with '%s' (vendor 0x%x), not 0x%llx with "
			"'%s'",
			e->qp->qp_num, (unsigned long long)wc.wr_id, ibv_wc_status_str(wc.status),
			wc.vendor_err, (unsigned long long)wr_id, ibv_wc_status_str(status));
	return true;
}

bool vb_expect_none(struct vb_end *e)
{
	struct ibv_wc wc;

	return ibv_poll_cq(e->cq, 1, &wc) == 0 ||
	       vb_why(e->dev->log, "QP 0x%x: a completion too many, of request 0x%llx",
		       e->qp->qp_num, (unsigned long long)wc.wr_id);
}

bool vb_post(struct vb_end *e, const struct vb_op *op)
{
	struct ibv_sge sge = {.addr = op->addr, .length = op->len, .lkey = op->lkey};
	struct ibv_send_wr *bad, wr = {
					 .wr_id = op->wr_id,
					 .sg_list = &sge,
					 .num_sge = op->opcode != IBV_WR_LOCAL_INV && op->len != 0,
					 .opcode = op->opcode,
					 .send_flags = IBV_SEND_SIGNALED | op->flags,
				 };
	int ret;

	switch (op->opcode) {
	case IBV_WR_ATOMIC_CMP_AND_SWP:
	case IBV_WR_ATOMIC_FETCH_AND_ADD:
		wr.wr.atomic.remote_addr = op->raddr;
		wr.wr.atomic.rkey = op->rkey;
		wr.wr.atomic.compare_add = op->add_cmp;
		wr.wr.atomic.swap = op->swap;
		break;
	case IBV_WR_SEND_WITH_INV:
	case IBV_WR_LOCAL_INV:
		wr.invalidate_rkey = op->rkey;
		break;
	case IBV_WR_SEND_WITH_IMM:
	case IBV_WR_RDMA_WRITE_WITH_IMM:
		wr.imm_data = htobe32(op->imm);
		/* fall through */
	default:
		wr.wr.rdma.remote_addr = op->raddr;
		wr.wr.rdma.rkey = op->rkey;
		break;
	}
	ret = ibv_post_send(e->qp, &wr, &bad);
	return ret == 0 || vb_why(e->dev->log, "ibv_post_send: %s", strerror(ret));
}

bool vb_post_recv(struct vb_end *e, uint64_t wr_id, uint64_t addr, uint32_t len, uint32_t lkey)
{
	struct ibv_sge sge = {.addr = addr, .length = len, .lkey = lkey};
	struct ibv_recv_wr *bad, wr = {.wr_id = wr_id, .sg_list = &sge, .num_sge = len != 0};
	int ret = ibv_post_recv(e->qp, &wr, &bad);

	return ret == 0 || vb_why(e->dev->log, "ibv_post_recv: %s", strerror(ret));
}

bool vb_do(struct vb_end *e, const struct vb_op *op, enum ibv_wc_status status)
{
	return vb_post(e, op) && vb_expect(e, op->wr_id, status);
}
