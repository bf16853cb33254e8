/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queue pair transitions: one table says which opcode is legal in which state and where it leads; what is not
 * in it is BAD_QP_STATE. A second table says which fields of the context each transition takes: some
 * always, some only with their bit in opt_param_mask (PRM, "QP State Transition Parameters"; the bits are
 * those of linux/mlx5/qp.h, enum mlx5_qp_optpar).
 */
#include <string.h>

#include "bits.h"
#include "prm/gen/prm_names.h"
#include "qp_state.h"
#include "syndromes.h"

#define IN(s) (1u << EMU_QPS_##s)
#define ALL   ((1u << EMU_QPS_COUNT) - 1)

static const struct transition {
	uint16_t opcode;
	uint8_t from; /* set of states */
	uint8_t to;
} transitions[] = {
	{PRM_OP_RST2INIT_QP, IN(RST), EMU_QPS_INIT},
	{PRM_OP_INIT2INIT_QP, IN(INIT), EMU_QPS_INIT},
	{PRM_OP_INIT2RTR_QP, IN(INIT), EMU_QPS_RTR},
	{PRM_OP_RTR2RTS_QP, IN(RTR), EMU_QPS_RTS},
	{PRM_OP_RTS2RTS_QP, IN(RTS), EMU_QPS_RTS},
	{PRM_OP_SQERR2RTS_QP, IN(SQER), EMU_QPS_RTS},
	{PRM_OP_SQD_RTS_QP, IN(SQD), EMU_QPS_RTS},
	{PRM_OP_2ERR_QP, ALL, EMU_QPS_ERR},
	{PRM_OP_2RST_QP, ALL, EMU_QPS_RST},
};

enum {
	OPT_RRE = 1u << 1,
	OPT_RAE = 1u << 2,
	OPT_RWE = 1u << 3,
	OPT_PKEY_INDEX = 1u << 4,
	OPT_Q_KEY = 1u << 5,
	OPT_RNR_TIMEOUT = 1u << 6,
	OPT_PM_STATE = 1u << 10,
};

struct taken {
	struct prm_field field;
	bool path;      /* the field is one of the primary path, else of the context */
	uint8_t always; /* set of target states at whose first transition the field is required */
	uint32_t opt;   /* or the mask bit that brings it along */
};

/* "RTS" below means RTR2RTS; transitions that stay in a state take optional fields only */
static const struct taken takens[] = {
	{PRM_QPC_PM_STATE, false, IN(INIT), OPT_PM_STATE},
	{PRM_QPC_RRE, false, IN(INIT), OPT_RRE},
	{PRM_QPC_RWE, false, IN(INIT), OPT_RWE},
	{PRM_QPC_RAE, false, IN(INIT), OPT_RAE},
	{PRM_QPC_ATOMIC_MODE, false, IN(INIT), OPT_RAE},
	{PRM_QPC_Q_KEY, false, IN(INIT), OPT_Q_KEY},
	{PRM_ADS_PKEY_INDEX, true, IN(INIT), OPT_PKEY_INDEX},
	{PRM_ADS_VHCA_PORT_NUM, true, IN(INIT), 0},
	{PRM_QPC_MTU, false, IN(RTR), 0},
	{PRM_QPC_LOG_MSG_MAX, false, IN(RTR), 0},
	{PRM_QPC_REMOTE_QPN, false, IN(RTR), 0},
	{PRM_QPC_NEXT_RCV_PSN, false, IN(RTR), 0},
	{PRM_QPC_LOG_RRA_MAX, false, IN(RTR), 0},
	{PRM_QPC_MIN_RNR_NAK, false, IN(RTR), OPT_RNR_TIMEOUT},
	{PRM_ADS_FL, true, IN(RTR), 0},
	{PRM_ADS_GRH, true, IN(RTR), 0},
	{PRM_ADS_MLID, true, IN(RTR), 0},
	{PRM_ADS_RLID, true, IN(RTR), 0},
	{PRM_ADS_SRC_ADDR_INDEX, true, IN(RTR), 0},
	{PRM_ADS_STAT_RATE, true, IN(RTR), 0},
	{PRM_ADS_HOP_LIMIT, true, IN(RTR), 0},
	{PRM_ADS_TCLASS, true, IN(RTR), 0},
	{PRM_ADS_FLOW_LABEL, true, IN(RTR), 0},
	{PRM_ADS_UDP_SPORT, true, IN(RTR), 0},
	{PRM_ADS_SL, true, IN(RTR), 0},
	{PRM_ADS_ACK_TIMEOUT, true, IN(RTS), 0},
	{PRM_QPC_RETRY_COUNT, false, IN(RTS), 0},
	{PRM_QPC_RNR_RETRY, false, IN(RTS), 0},
	{PRM_QPC_NEXT_SEND_PSN, false, IN(RTS), 0},
	{PRM_QPC_LOG_SRA_MAX, false, IN(RTS), 0},
	{PRM_QPC_LOG_ACK_REQ_FREQ, false, IN(RTS), 0},
};

static void take(struct emu_qp *q, const uint8_t *qpc, uint8_t first, uint32_t opt)
{
	for (size_t i = 0; i < sizeof(takens) / sizeof(takens[0]); i++) {
		const struct taken *t = &takens[i];
		size_t off = t->path ? PRM_QPC_PRIMARY_ADDRESS_PATH_OFF : 0;

		if ((first & t->always) || (opt & t->opt))
			emu_set(q->qpc + off, t->field, emu_get(qpc + off, t->field));
	}
	if (first & IN(RTR)) {
		size_t gid = PRM_QPC_PRIMARY_ADDRESS_PATH_OFF + PRM_ADS_RGID_RIP_OFF;

		memcpy(q->qpc + gid, qpc + gid, PRM_ADS_RGID_RIP_LEN);
	}
}

static void reset(struct emu_qp *q)
{
	qp_settle(q);
	q->sq.ci = q->sq.limit = q->sq.retired = 0;
	q->sq.head = q->sq.count = 0;
	q->sq.rung = false;
	q->rq.ci = q->rq.limit = 0;
	q->established_told = q->last_wqe_told = false;
}

static bool legal_values(const struct emu_qp *q, const uint8_t *qpc, uint8_t to)
{
	uint64_t mtu = emu_get(qpc, PRM_QPC_MTU);

	if (to != EMU_QPS_RTR || q->type == EMU_QPT_REG_UMR)
		return true;
	return mtu >= 1 && mtu <= 5 && emu_get(qpc, PRM_QPC_LOG_MSG_MAX) <= 30;
}

static const struct transition *find(uint64_t opcode)
{
	for (size_t i = 0; i < sizeof(transitions) / sizeof(transitions[0]); i++)
		if (transitions[i].opcode == opcode)
			return &transitions[i];
	return NULL;
}

uint8_t qp_modify(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_qp *q = emu_id_get(f, EMU_QP, (uint32_t)emu_get(c->in, PRM_RST2INIT_QP_IN_QPN));
	const struct transition *t = find(emu_get(c->in, PRM_RST2INIT_QP_IN_OPCODE));
	const uint8_t *qpc = c->in + PRM_RST2INIT_QP_IN_QPC_OFF;

	if (q == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_QP);
	if (t == NULL || !(t->from & 1u << q->state))
		return emu_refuse(c, PRM_ST_BAD_QP_STATE, EMU_SYND_QP_STATE);
	emu_trace(f, "qp 0x%x state %u to %u", q->qpn, q->state, t->to);
	if (t->to == EMU_QPS_ERR) {
		if (q->state == EMU_QPS_RST)
			q->state = EMU_QPS_INIT;
		qp_error(q);
		return PRM_ST_OK;
	}
	if (t->to == EMU_QPS_RST) {
		reset(q);
		q->state = EMU_QPS_RST;
		return PRM_ST_OK;
	}
	if (!legal_values(q, qpc, t->to))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QP_VALUE);
	take(q, qpc,
		q->state == t->to || t->opcode == PRM_OP_SQERR2RTS_QP ||
				t->opcode == PRM_OP_SQD_RTS_QP
			? 0
			: (uint8_t)(1u << t->to),
		(uint32_t)emu_get(c->in, PRM_RST2INIT_QP_IN_OPT_PARAM_MASK));
	qp_decode(q);
	if (t->opcode == PRM_OP_SQERR2RTS_QP)
		while (sq_flush_one(q)) /* what was posted before belongs to the error */
			;
	if (t->opcode == PRM_OP_INIT2RTR_QP)
		q->rpsn = (uint32_t)emu_get(qpc, PRM_QPC_NEXT_RCV_PSN);
	if (t->opcode == PRM_OP_RTR2RTS_QP)
		q->sq.psn = (uint32_t)emu_get(qpc, PRM_QPC_NEXT_SEND_PSN);
	q->state = t->to;
	qp_activate(q);
	return PRM_ST_OK;
}
