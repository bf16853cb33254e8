/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The states of a queue pair, and connecting two. (PRM, "RST2INIT_QP", "INIT2RTR_QP",
 * "RTR2RTS_QP", "2RST_QP"; the fields as Linux and rdma-core's tests set them.)
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"
#include "prm/gen/prm.h"

#define ATOMIC_IB_SPEC 1u  /* atomic_mode: as the InfiniBand specification has it */
#define ACK_REQ_FREQ   8u  /* log2 of packets between requests for an ACK, as Linux */
#define RNR_NAK_TIMER  12u /* 0.64 ms, as most users of verbs */

static int refuse(struct lac_qp *qp, int err, enum lac_where where, const char *arg)
{
	struct lac_err e = {.err = err, .where = (uint16_t)where, .object = qp->number};

	snprintf(e.arg, sizeof(e.arg), "%s", arg);
	qp->err = e;
	return lac_port_fail(qp->pd->port, &e);
}

static void address(const struct lac_qp *qp, struct lac_qp_addr *out, uint8_t kind)
{
	const struct lac_qp_addr_fields f = {
		.size = sizeof(f),
		.qpn = qp->number,
		.psn = qp->psn,
		.lid = lac_port_lid(qp->pd->port),
		.kind = kind,
		.mtu = qp->attr.mtu,
		.rd_atomic = qp->attr.rd_atomic,
		.function = kind == LAC_QP_ADDR_LOOPBACK ? lac_port_hot(qp->pd->port)->identity : 0,
	};

	lac_qp_addr_write(out, &f);
}

void lac_qp_address(const struct lac_qp *qp, struct lac_qp_addr *out)
{
	address(qp, out, LAC_QP_ADDR_IB);
}

void lac_qp_address_loopback(const struct lac_qp *qp, struct lac_qp_addr *out)
{
	address(qp, out, LAC_QP_ADDR_LOOPBACK);
}

static int peer_read(struct lac_qp *qp, const struct lac_qp_addr *a, struct lac_qp_addr_fields *p)
{
	static const uint8_t no_gid[16];
	const char *why;
	int err = lac_qp_addr_read(a, p, &why);

	if (err < 0)
		return refuse(qp, err, LAC_AT_ARGS, why);
	if (p->kind == LAC_QP_ADDR_LOOPBACK && p->function != lac_port_hot(qp->pd->port)->identity)
		return refuse(qp, -ENOTSUP, LAC_AT_ARGS, "a loopback address of another function");
	if (memcmp(p->gid, no_gid, sizeof(no_gid)) != 0)
		return refuse(qp, -ENOTSUP, LAC_AT_ARGS, "the peer's GID: this port routes by LID");
	return 0;
}

static void rights_fill(const struct lac_qp *qp, struct prm_qpc *c)
{
	const struct lac_caps *caps = lac_port_caps(qp->pd->port);
	const uint32_t no = qp->attr.refuse;

	prm_qpc_set_rre(c, !(no & LAC_REMOTE_READ));
	prm_qpc_set_rwe(c, !(no & LAC_REMOTE_WRITE));
	prm_qpc_set_rae(c, caps->atomic && !(no & LAC_REMOTE_ATOMIC));
	prm_qpc_set_atomic_mode(c, caps->atomic ? ATOMIC_IB_SPEC : 0);
	prm_qpc_set_pm_state(c, 3);
}

static int to_init(struct lac_qp *qp)
{
	struct prm_rst2init_qp_out out;
	struct prm_rst2init_qp_in in;
	struct prm_qpc *c = prm_rst2init_qp_in_qpc(&in);

	memset(&in, 0, sizeof(in));
	prm_rst2init_qp_in_set_opcode(&in, PRM_OP_RST2INIT_QP);
	prm_rst2init_qp_in_set_qpn(&in, qp->number);
	rights_fill(qp, c);
	prm_ads_set_vhca_port_num(prm_qpc_primary_address_path(c), lac_port_num(qp->pd->port));
	return lac_cmd_exec(qp->pd->port, &in, sizeof(in), &out, sizeof(out));
}

static int to_rtr(struct lac_qp *qp, const struct lac_qp_addr_fields *p)
{
	const uint32_t msg = lac_port_limits(qp->pd->port)->msg_bytes;
	struct prm_init2rtr_qp_out out;
	struct prm_init2rtr_qp_in in;
	struct prm_qpc *c = prm_init2rtr_qp_in_qpc(&in);
	struct prm_ads *path = prm_qpc_primary_address_path(c);

	memset(&in, 0, sizeof(in));
	prm_init2rtr_qp_in_set_opcode(&in, PRM_OP_INIT2RTR_QP);
	prm_init2rtr_qp_in_set_qpn(&in, qp->number);
	rights_fill(qp, c);
	prm_qpc_set_mtu(c, RTE_MIN(qp->attr.mtu, p->mtu));
	prm_qpc_set_log_msg_max(c, (uint32_t)__builtin_ctz(msg));
	prm_qpc_set_remote_qpn(c, p->qpn);
	prm_qpc_set_next_rcv_psn(c, p->psn);
	prm_qpc_set_min_rnr_nak(c, RNR_NAK_TIMER);
	prm_qpc_set_log_rra_max(c, (uint32_t)__builtin_ctz(qp->attr.rd_atomic));
	prm_ads_set_rlid(path, p->lid);
	prm_ads_set_vhca_port_num(path, lac_port_num(qp->pd->port));
	return lac_cmd_exec(qp->pd->port, &in, sizeof(in), &out, sizeof(out));
}

static int to_rts(struct lac_qp *qp, const struct lac_qp_addr_fields *p)
{
	const uint32_t reads = RTE_MIN(qp->attr.rd_atomic, p->rd_atomic);
	struct prm_rtr2rts_qp_out out;
	struct prm_rtr2rts_qp_in in;
	struct prm_qpc *c = prm_rtr2rts_qp_in_qpc(&in);

	memset(&in, 0, sizeof(in));
	prm_rtr2rts_qp_in_set_opcode(&in, PRM_OP_RTR2RTS_QP);
	prm_rtr2rts_qp_in_set_qpn(&in, qp->number);
	prm_qpc_set_pm_state(c, 3);
	prm_qpc_set_retry_count(c, qp->attr.retry);
	prm_qpc_set_rnr_retry(c, qp->attr.rnr_retry);
	prm_qpc_set_next_send_psn(c, qp->psn);
	prm_qpc_set_log_sra_max(c, 31u - (uint32_t)__builtin_clz(reads));
	prm_qpc_set_log_ack_req_freq(c, ACK_REQ_FREQ);
	prm_ads_set_ack_timeout(prm_qpc_primary_address_path(c), qp->attr.timeout);
	return lac_cmd_exec(qp->pd->port, &in, sizeof(in), &out, sizeof(out));
}

static bool stale(const struct lac_qp *qp)
{
	return qp->epoch != lac_port_epoch(qp->pd->port) || lac_qp_state(qp) == LAC_QP_GONE;
}

static int to_reset(struct lac_qp *qp)
{
	struct prm_qp_2rst_out out;
	struct prm_qp_2rst_in in;

	memset(&in, 0, sizeof(in));
	prm_qp_2rst_in_set_opcode(&in, PRM_OP_2RST_QP);
	prm_qp_2rst_in_set_qpn(&in, qp->number);
	return lac_cmd_exec(qp->pd->port, &in, sizeof(in), &out, sizeof(out));
}

int lac_qp_connect(struct lac_qp *qp, const struct lac_qp_addr *peer)
{
	struct lac_qp_addr_fields p;
	int err;

	if (stale(qp))
		return refuse(qp, -ENODEV, LAC_AT_GONE, "");
	if (lac_qp_state(qp) != LAC_QP_RESET)
		return refuse(qp, -EBUSY, LAC_AT_STATE, lac_qp_state_name(lac_qp_state(qp)));
	err = peer_read(qp, peer, &p);
	if (err < 0)
		return err;
	err = to_init(qp);
	if (err == 0)
		err = to_rtr(qp, &p);
	if (err == 0)
		err = to_rts(qp, &p);
	if (err < 0) {
		to_reset(qp);
		return err;
	}
	lac_sq_restart(&qp->sq, LAC_QP_READY);
	if (qp->has_rq)
		qp->rq.state = LAC_QP_READY;
	return 0;
}

int lac_qp_flush(struct lac_qp *qp)
{
	int err;

	if (stale(qp))
		return refuse(qp, -ENODEV, LAC_AT_GONE, "");
	if (lac_qp_state(qp) == LAC_QP_RESET)
		return refuse(qp, -EINVAL, LAC_AT_STATE, "reset");
	/*
	 * Not to the device's error state: it flushes what it has not executed, but of executed requests that
	 * were not signalled it reports nothing, so nobody could tell when all have ended.
	 */
	err = to_reset(qp);
	if (err < 0)
		return err;
	atomic_store(&qp->halted, 1);
	atomic_store(&qp->async, 1);
	__atomic_fetch_or(&qp->scq->attn, LAC_CQ_ATTEND, __ATOMIC_RELEASE);
	if (qp->has_rq)
		__atomic_fetch_or(&qp->rcq->attn, LAC_CQ_ATTEND, __ATOMIC_RELEASE);
	return 0;
}

int lac_qp_restart(struct lac_qp *qp)
{
	int err;

	if (stale(qp))
		return refuse(qp, -ENODEV, LAC_AT_GONE, "");
	if (lac_sq_ci_(&qp->sq) != qp->sq.pi || (qp->has_rq && qp->rq.ci != qp->rq.pi))
		return refuse(qp, -EBUSY, LAC_AT_STATE, "completions are still to be polled");
	err = to_reset(qp);
	if (err < 0)
		return err;
	lac_keys_doubt(lac_port_hot(qp->pd->port), lac_sq_number_be(&qp->sq),
		qp->sq.failed ? qp->sq.err_pi : lac_sq_ci_(&qp->sq), qp->sq.pi);
	lac_port_settle(qp->pd->port);
	atomic_store(&qp->async, 0);
	atomic_store(&qp->halted, 0);
	lac_sq_restart(&qp->sq, LAC_QP_RESET);
	if (qp->has_rq)
		lac_rq_restart(&qp->rq, LAC_QP_RESET);
	return 0;
}
