/* SPDX-License-Identifier: BSD-3-Clause */
/* The twins' shared receive queues: made in their three forms, filled and freed as libmlx5 does it. */
#include "twin.h"

uint32_t twin_xrcd(struct twin_side *s)
{
	uint8_t in[16] = {0}, out[16];

	wr16(in, PRM_OP_ALLOC_XRCD);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL), 0);
	return (uint32_t)emu_get(out, PRM_ALLOC_XRCD_OUT_XRCD);
}

static void fill_rmp(struct twin_srq *q, uint8_t *in, uint32_t pd)
{
	uint8_t *ctx = in + PRM_CREATE_RMP_IN_CTX_OFF, *wq = ctx + PRM_RMPC_WQ_OFF;

	wr16(in, PRM_OP_CREATE_RMP);
	emu_set(ctx, PRM_RMPC_STATE, 1);
	emu_set(wq, PRM_WQ_LOG_WQ_SZ, q->log);
	emu_set(wq, PRM_WQ_LOG_WQ_STRIDE, 6);
	emu_set(wq, PRM_WQ_PD, pd);
	emu_set(wq, PRM_WQ_DBR_ADDR, q->dbr);
}

static void fill_xrc(
	struct twin_srq *q, uint8_t *in, uint32_t pd, uint32_t xrcd, uint32_t user_index)
{
	uint8_t *ctx = in + PRM_CREATE_XRC_SRQ_IN_XRC_SRQ_CONTEXT_ENTRY_OFF;

	twin_cq_make(q->s, &q->cq, 6);
	wr16(in, PRM_OP_CREATE_XRC_SRQ);
	emu_set(ctx, PRM_XRC_SRQC_LOG_XRC_SRQ_SIZE, q->log);
	emu_set(ctx, PRM_XRC_SRQC_LOG_RQ_STRIDE, 2);
	emu_set(ctx, PRM_XRC_SRQC_PD, pd);
	emu_set(ctx, PRM_XRC_SRQC_CQN, q->cq.cqn);
	emu_set(ctx, PRM_XRC_SRQC_XRCD, xrcd);
	emu_set(ctx, PRM_XRC_SRQC_USER_INDEX, user_index);
	emu_set(ctx, PRM_XRC_SRQC_DB_RECORD_ADDR_H, q->dbr >> 32);
	emu_set(ctx, PRM_XRC_SRQC_DB_RECORD_ADDR_L, (uint32_t)q->dbr >> 2);
}

static void fill_plain(struct twin_srq *q, uint8_t *in, uint32_t pd)
{
	uint8_t *ctx = in + PRM_CREATE_SRQ_IN_SRQ_CONTEXT_ENTRY_OFF;

	wr16(in, PRM_OP_CREATE_SRQ);
	emu_set(ctx, PRM_SRQC_LOG_SRQ_SIZE, q->log);
	emu_set(ctx, PRM_SRQC_LOG_RQ_STRIDE, 2);
	emu_set(ctx, PRM_SRQC_PD, pd);
	emu_set(ctx, PRM_SRQC_DBR_ADDR, q->dbr);
}

void twin_srq_make(struct twin_side *s, struct twin_srq *q, enum emu_srq_form form, uint32_t log,
	uint32_t pd, uint32_t xrcd, uint32_t user_index)
{
	uint8_t in[0x110 + 8] = {0}, out[16];

	memset(q, 0, sizeof(*q));
	q->s = s;
	q->form = form;
	q->log = log;
	q->buf = twin_alloc(s, 4096, 4096);
	q->dbr = twin_alloc(s, 64, 64);
	assert_true(64u << log <= 4096);
	for (uint32_t i = 0; i < 1u << log; i++)
		wr16(twin_at(s, q->buf) + 64 * i + 2, (i + 1) & ((1u << log) - 1));
	q->tail = (uint16_t)((1u << log) - 1);
	if (pd == 0)
		pd = s->pd;
	if (form == EMU_SRQ_RMP)
		fill_rmp(q, in, pd);
	else if (form == EMU_SRQ_XRC)
		fill_xrc(q, in, pd, xrcd, user_index);
	else
		fill_plain(q, in, pd);
	wr64(in + 0x110, q->buf);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL), 0);
	q->srqn = (uint32_t)emu_get(out, PRM_CREATE_SRQ_OUT_SRQN);
}

uint16_t twin_srq_recv(struct twin_srq *q, uint32_t len, uint32_t key, uint64_t addr)
{
	uint16_t index = q->head;
	uint8_t *at = twin_at(q->s, q->buf + 64ull * index);

	assert_int_not_equal(q->head, q->tail); /* the last one is never posted: it has no next */
	q->head = (uint16_t)rd16(at + 2);
	twin_klm(at + 16, len, key, addr);
	twin_klm(at + 32, 0, 0x100, 0);
	wr32(twin_at(q->s, q->dbr), ++q->posted);
	return index;
}

void twin_srq_free(struct twin_srq *q, uint16_t index)
{
	wr16(twin_at(q->s, q->buf + 64ull * q->tail) + 2, index);
	q->tail = index;
}

uint8_t twin_srq_limit(struct twin_srq *q, uint16_t lwm)
{
	uint8_t in[0x110] = {0}, out[16], *ctx = in + PRM_MODIFY_RMP_IN_CTX_OFF;
	uint32_t bytes = 16;

	emu_set(in, PRM_ARM_RQ_IN_SRQ_NUMBER, q->srqn);
	switch (q->form) {
	case EMU_SRQ_RMP:
		bytes = sizeof(in);
		wr16(in, PRM_OP_MODIFY_RMP);
		emu_set(in, PRM_MODIFY_RMP_IN_RMP_STATE, 1);
		emu_set(in + PRM_MODIFY_RMP_IN_BITMASK_OFF, PRM_RMP_BITMASK_LWM, 1);
		emu_set(ctx, PRM_RMPC_STATE, 1);
		emu_set(ctx + PRM_RMPC_WQ_OFF, PRM_WQ_LWM, lwm);
		break;
	case EMU_SRQ_XRC:
	case EMU_SRQ_PLAIN:
		wr16(in, q->form == EMU_SRQ_XRC ? PRM_OP_ARM_XRC_SRQ : PRM_OP_ARM_RQ);
		emu_set(in, PRM_MBOX_IN_OP_MOD, 1);
		emu_set(in, PRM_ARM_RQ_IN_LWM, lwm);
		break;
	}
	return twin_cmd(q->s, in, bytes, out, sizeof(out), NULL);
}

uint8_t twin_srq_query(struct twin_srq *q, uint32_t *state, uint32_t *lwm)
{
	static const uint16_t opcode[] = {PRM_OP_QUERY_RMP, PRM_OP_QUERY_XRC_SRQ, PRM_OP_QUERY_SRQ};
	uint8_t in[16] = {0}, out[0x118], *ctx = out + 0x10, st;

	wr16(in, opcode[q->form]);
	emu_set(in, PRM_QUERY_SRQ_IN_SRQN, q->srqn);
	st = twin_cmd(q->s, in, sizeof(in), out, sizeof(out), NULL);
	if (q->form == EMU_SRQ_RMP) {
		ctx = out + PRM_QUERY_RMP_OUT_RMP_CONTEXT_OFF;
		*state = (uint32_t)emu_get(ctx, PRM_RMPC_STATE);
		*lwm = (uint32_t)emu_get(ctx + PRM_RMPC_WQ_OFF, PRM_WQ_LWM);
	} else { /* both contexts have them in the same places */
		*state = (uint32_t)emu_get(ctx, PRM_SRQC_STATE);
		*lwm = (uint32_t)emu_get(ctx, PRM_SRQC_LWM);
	}
	return st;
}
