/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queue pairs as objects: made, destroyed, queried. The context is kept as the client gave it, field by
 * field as transitions allow, and decoded into what the engine works with after each change.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "cmd.h"
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "qp_state.h"
#include "rd.h"
#include "syndromes.h"

enum { RQ_TYPE_OWN = 0, RQ_TYPE_SRQ = 1, RQ_TYPE_NONE = 3 };

struct emu_cq *qp_cq(struct emu_qp *q, uint32_t cqn)
{
	return emu_id_peek(q->f, EMU_CQ, cqn);
}

void qp_activate(struct emu_qp *q)
{
	if (q->is_active)
		return;
	TAILQ_INSERT_TAIL(&q->f->w->engine->active, q, active);
	q->f->w->engine->nactive++;
	q->is_active = true;
}

void qp_error(struct emu_qp *q)
{
	if (q->state == EMU_QPS_RST || q->state == EMU_QPS_ERR)
		return;
	emu_trace(q->f, "qp 0x%x to ERR", q->qpn);
	q->state = EMU_QPS_ERR;
	qp_activate(q);
}

void qp_send_error(struct emu_qp *q)
{
	if (!qp_unreliable(q)) {
		qp_error(q);
	} else if (q->state == EMU_QPS_RTS) {
		emu_trace(q->f, "qp 0x%x to SQER", q->qpn);
		q->state = EMU_QPS_SQER;
		qp_activate(q);
	}
}

void qp_event(struct emu_qp *q, uint8_t type)
{
	uint8_t data[28] = {0};

	data[0x14] = 0; /* a QP, not an RQ or SQ of its own */
	wr24(data + 0x19, q->qpn);
	emu_event(q->f, type, 0, data);
}

static void qp_free(struct emu_fn *f, void *obj)
{
	struct emu_qp *q = obj;

	TAILQ_REMOVE(&f->w->engine->qps, q, all);
	if (q->is_active) {
		TAILQ_REMOVE(&f->w->engine->active, q, active);
		f->w->engine->nactive--;
	}
	wqbuf_fini(&q->buf);
	free(q->sq.win);
	free(q);
}

void qp_decode(struct emu_qp *q)
{
	const uint8_t *c = q->qpc, *path = q->qpc + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF;

	q->type = (uint8_t)emu_get(c, PRM_QPC_ST);
	q->who.f = q->f;
	q->who.pd = (uint32_t)emu_get(c, PRM_QPC_PD);
	q->who.qpn = q->qpn;
	q->who.rlky = emu_get(c, PRM_QPC_RLKY);
	q->who.any_pd = q->type == EMU_QPT_REG_UMR;
	q->who.max_depth = (uint8_t)EMU_CAP(q->f, PRM_CMD_HCA_CAP_MAX_INDIRECTION);
	if (q->who.max_depth > EMU_XLATE_DEPTH - 1)
		q->who.max_depth = EMU_XLATE_DEPTH - 1;
	q->scqn = (uint32_t)emu_get(c, PRM_QPC_CQN_SND);
	q->rcqn = (uint32_t)emu_get(c, PRM_QPC_CQN_RCV);
	q->uar = (uint32_t)emu_get(c, PRM_QPC_UAR_PAGE);
	q->user_index = (uint32_t)emu_get(c, PRM_QPC_USER_INDEX);
	q->remote_qpn = (uint32_t)emu_get(c, PRM_QPC_REMOTE_QPN);
	q->has_srq = emu_get(c, PRM_QPC_RQ_TYPE) == RQ_TYPE_SRQ;
	q->srqn = (uint32_t)emu_get(c, PRM_QPC_SRQN_RMPN_XRQN);
	q->rlid = (uint16_t)emu_get(path, PRM_ADS_RLID);
	q->force_loopback = emu_get(path, PRM_ADS_FL);
	q->pkey = emu_port_pkey(q->f, (uint32_t)emu_get(path, PRM_ADS_PKEY_INDEX));
	q->q_key = (uint32_t)emu_get(c, PRM_QPC_Q_KEY);
	q->xrcd = (uint32_t)emu_get(c, PRM_QPC_XRCD);
	q->block_lb = emu_get(c, PRM_QPC_BLOCK_LB_MC);
	q->ack_timeout = (uint8_t)emu_get(path, PRM_ADS_ACK_TIMEOUT);
	q->rre = emu_get(c, PRM_QPC_RRE);
	q->rwe = emu_get(c, PRM_QPC_RWE);
	q->rae = emu_get(c, PRM_QPC_RAE);
	q->mtu = (uint8_t)emu_get(c, PRM_QPC_MTU);
	q->retry = (uint8_t)emu_get(c, PRM_QPC_RETRY_COUNT);
	q->rnr_retry = (uint8_t)emu_get(c, PRM_QPC_RNR_RETRY);
	q->min_rnr = (uint8_t)emu_get(c, PRM_QPC_MIN_RNR_NAK);
	q->log_msg_max = (uint8_t)emu_get(c, PRM_QPC_LOG_MSG_MAX);
	q->dbr = emu_get(c, PRM_QPC_DBR_ADDR);
	q->rq.f = q->f;
	q->rq.buf = &q->buf;
	q->rq.dbr = q->dbr;
	q->max_wqe = (uint16_t)EMU_CAP(q->f, PRM_CMD_HCA_CAP_MAX_WQE_SZ_SQ);
	q->umr_small = q->umr_strong = false;
	switch (EMU_CAP(q->f, PRM_CMD_HCA_CAP_UMR_FENCE)) {
	case 1: /* a UMR with the small fence comes after everything before it */
		q->umr_small = true;
		break;
	case 2: /* every UMR does */
		q->umr_strong = true;
		break;
	default:
		break;
	}
}

static uint8_t check_refs(struct emu_qp *q, struct emu_cmd *c)
{
	struct emu_fn *f = q->f;

	switch (q->type) {
	case EMU_QPT_RC:
	case EMU_QPT_UC:
	case EMU_QPT_UD:
	case EMU_QPT_XRC:
	case EMU_QPT_QP0:
	case EMU_QPT_QP1:
	case EMU_QPT_REG_UMR:
		break;
	default:
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QP_TYPE);
	}
	if (q->type != EMU_QPT_REG_UMR && emu_id_get(f, EMU_PD, q->who.pd) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_PD);
	if (emu_id_get(f, EMU_CQ, q->scqn) == NULL || emu_id_get(f, EMU_CQ, q->rcqn) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	/* Linux gives an XRC target, which sends nothing, none */
	if (!emu_get(q->qpc, PRM_QPC_NO_SQ) && emu_id_get(f, EMU_UAR, q->uar) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_UAR);
	if (q->has_srq && emu_id_get(f, EMU_SRQ, q->srqn) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	if (q->type == EMU_QPT_XRC && emu_id_get(f, EMU_XRCD, q->xrcd) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_XRCD);
	return PRM_ST_OK;
}

static uint8_t take_queues(struct emu_qp *q, struct emu_cmd *c)
{
	const uint8_t *qpc = q->qpc;
	uint32_t log_max = (uint32_t)EMU_CAP(q->f, PRM_CMD_HCA_CAP_LOG_MAX_QP_SZ);
	uint32_t log_sq = (uint32_t)emu_get(qpc, PRM_QPC_LOG_SQ_SIZE);
	uint32_t log_rq = (uint32_t)emu_get(qpc, PRM_QPC_LOG_RQ_SIZE);
	uint64_t bytes = 0;
	int ret;

	if (log_sq > log_max || log_rq > log_max ||
		emu_get(c->in, PRM_CREATE_QP_IN_WQ_UMEM_VALID) ||
		emu_get(qpc, PRM_QPC_DBR_UMEM_VALID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	if (q->dbr % 8 != 0)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_DBR_ADDR);
	if (emu_get(qpc, PRM_QPC_RQ_TYPE) == RQ_TYPE_OWN) {
		q->rq.size = 1u << log_rq;
		q->rq.stride = 16u << emu_get(qpc, PRM_QPC_LOG_RQ_STRIDE);
		bytes = (uint64_t)q->rq.size * q->rq.stride;
		bytes = (bytes + EMU_WQEBB - 1) / EMU_WQEBB * EMU_WQEBB;
	}
	if (!emu_get(qpc, PRM_QPC_NO_SQ)) {
		q->sq.size = 1u << log_sq;
		q->sq.off = bytes;
		bytes += (uint64_t)q->sq.size * EMU_WQEBB;
	}
	ret = wqbuf_init(&q->buf, c->in + PRM_CREATE_QP_IN_PAS_OFF,
		(c->in_len - PRM_CREATE_QP_IN_PAS_OFF) / 8,
		(uint8_t)emu_get(qpc, PRM_QPC_LOG_PAGE_SIZE),
		(uint32_t)emu_get(qpc, PRM_QPC_PAGE_OFFSET), bytes);
	if (ret == -EINVAL)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_PAGES);
	q->sq.win = calloc(EMU_WINDOW, sizeof(*q->sq.win));
	if (ret != 0 || q->sq.win == NULL)
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	return PRM_ST_OK;
}

/* Not to the UAR: when a process dies Linux gives pages back while queues that name them live. */
static void refer(struct emu_qp *q, void (*fn)(struct emu_fn *, enum emu_kind, uint32_t))
{
	fn(q->f, EMU_CQ, q->scqn);
	fn(q->f, EMU_CQ, q->rcqn);
	if (q->type != EMU_QPT_REG_UMR)
		fn(q->f, EMU_PD, q->who.pd);
	if (q->has_srq)
		fn(q->f, EMU_SRQ, q->srqn);
	if (q->type == EMU_QPT_XRC)
		fn(q->f, EMU_XRCD, q->xrcd);
}

static uint8_t create(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_qp *q = calloc(1, sizeof(*q));
	uint8_t st;

	if (q == NULL)
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	q->f = f;
	memcpy(q->qpc, c->in + PRM_CREATE_QP_IN_QPC_OFF, sizeof(q->qpc));
	TAILQ_INSERT_TAIL(&f->w->engine->qps, q, all);
	qp_decode(q);
	st = check_refs(q, c);
	if (st == PRM_ST_OK)
		st = take_queues(q, c);
	if (st == PRM_ST_OK && emu_id_new(f, EMU_QP, q, qp_free, &q->qpn) != 0)
		st = emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	if (st != PRM_ST_OK) {
		qp_free(f, q);
		return st;
	}
	qp_decode(q);
	refer(q, emu_id_ref);
	emu_set(c->out, PRM_CREATE_QP_OUT_QPN, q->qpn);
	return PRM_ST_OK;
}

void qp_settle(struct emu_qp *q)
{
	struct emu_cq *s = qp_cq(q, q->scqn), *r = qp_cq(q, q->rcqn);

	if (q->type == EMU_QPT_XRC) { /* its receives completed wherever their queues said */
		cq_settle_all(q->f);
		return;
	}
	if (s != NULL)
		cq_flush(s);
	if (r != NULL)
		cq_flush(r);
	emu_events_settle(q->f);
}

static uint8_t destroy(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_qp *q = emu_id_get(f, EMU_QP, (uint32_t)emu_get(c->in, PRM_DESTROY_QP_IN_QPN));

	if (q == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_QP);
	qp_settle(q);
	refer(q, emu_id_unref);
	if (emu_id_del(f, EMU_QP, q->qpn) != 0) {
		refer(q, emu_id_ref);
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_OBJECT_BUSY);
	}
	return PRM_ST_OK;
}

static uint8_t query(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_qp *q = emu_id_get(f, EMU_QP, (uint32_t)emu_get(c->in, PRM_QUERY_QP_IN_QPN));
	uint8_t *qpc = c->out + PRM_QUERY_QP_OUT_QPC_OFF;

	if (q == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_QP);
	memcpy(qpc, q->qpc, sizeof(q->qpc));
	emu_set(qpc, PRM_QPC_STATE, q->state);
	emu_set(qpc, PRM_QPC_HW_SQ_WQEBB_COUNTER, q->sq.retired);
	emu_set(qpc, PRM_QPC_SW_SQ_WQEBB_COUNTER, q->sq.limit);
	emu_set(qpc, PRM_QPC_HW_RQ_COUNTER, q->rq.ci);
	emu_set(qpc, PRM_QPC_SW_RQ_COUNTER, q->rq.limit);
	emu_set(qpc, PRM_QPC_NEXT_SEND_PSN, q->sq.psn);
	emu_set(qpc, PRM_QPC_NEXT_RCV_PSN, q->rpsn);
	for (uint32_t i = 0;
		i < q->buf.npas && PRM_QUERY_QP_OUT_PAS_OFF + 8 * (i + 1) <= c->out_len; i++)
		emu_set_at(c->out, PRM_QUERY_QP_OUT_PAS, PRM_QUERY_QP_OUT_PAS_STRIDE, i,
			q->buf.pas[i]);
	return PRM_ST_OK;
}

#define MODIFY(op)                                                                               \
	{                                                                                        \
		PRM_OP_##op, EMU_WHEN_INIT, PRM_RST2INIT_QP_IN_BYTES, PRM_RST2INIT_QP_OUT_BYTES, \
			qp_modify                                                                \
	}
const struct emu_cmd_def emu_cmds_qp[] = {
	{PRM_OP_CREATE_QP, EMU_WHEN_INIT, PRM_CREATE_QP_IN_BYTES, PRM_CREATE_QP_OUT_BYTES, create},
	{PRM_OP_DESTROY_QP, EMU_WHEN_INIT, PRM_DESTROY_QP_IN_BYTES, PRM_DESTROY_QP_OUT_BYTES,
		destroy},
	{PRM_OP_QUERY_QP, EMU_WHEN_INIT, PRM_QUERY_QP_IN_BYTES, PRM_QUERY_QP_OUT_BYTES, query},
	MODIFY(RST2INIT_QP),
	MODIFY(INIT2INIT_QP),
	MODIFY(INIT2RTR_QP),
	MODIFY(RTR2RTS_QP),
	MODIFY(RTS2RTS_QP),
	MODIFY(SQERR2RTS_QP),
	MODIFY(SQD_RTS_QP),
	{PRM_OP_2ERR_QP, EMU_WHEN_INIT, 16, 16, qp_modify},
	{PRM_OP_2RST_QP, EMU_WHEN_INIT, 16, 16, qp_modify},
	{0},
};
