/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Shared receive queues in their forms RMP, XRC SRQ and SRQ, as objects: made, checked, queried, armed, destroyed.
 * They share one number space, for Linux keeps them in one table, and one shape, read from three contexts.
 * Only linked lists are offered: it is what Linux makes (wq_type 0).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "cmd.h"
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "qp_state.h"
#include "syndromes.h"

#define STRIDE_MIN  32u /* the segment that names the next WQE, and one of data */
#define RMP_READY   1u  /* linux/mlx5/mlx5_ifc.h MLX5_RMPC_STATE_RDY, _ERR; MLX5_SRQC_STATE_ERROR */
#define RMP_ERROR   3u
#define SRQ_ERROR   1u
#define ARM_SRQ     1u /* op_mod */
#define LINKED_LIST 0u
#define CTX_OFF     0x10u /* of both SRQ contexts, and the pages behind, in commands and answers */
#define PAS_OFF     0x110u

static void srq_free(struct emu_fn *f, void *obj)
{
	struct emu_srq *s = obj;

	emu_id_unref(f, EMU_PD, s->pd);
	emu_id_unref(f, EMU_CQ, s->cqn);
	emu_id_unref(f, EMU_XRCD, s->xrcd);
	wqbuf_fini(&s->buf);
	free(s);
}

struct shape {
	uint32_t log_n, log_stride, log_page, page_offset; /* offset in 64ths of a page */
};

static uint8_t take_queue(struct emu_fn *f, struct emu_cmd *c, struct emu_srq *s,
	const struct shape *shape, const uint8_t *pas, uint32_t npas)
{
	struct emu_rq *rq = &s->rq;
	int ret;

	if (shape->log_n > EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_SRQ_SZ) ||
		1u << shape->log_stride < STRIDE_MIN ||
		1u << shape->log_stride > EMU_CAP(f, PRM_CMD_HCA_CAP_MAX_WQE_SZ_RQ))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	if (rq->dbr % 8 != 0)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_DBR_ADDR);
	rq->f = f;
	rq->srq = s;
	rq->buf = &s->buf;
	rq->size = 1u << shape->log_n;
	rq->stride = 1u << shape->log_stride;
	ret = wqbuf_init(&s->buf, pas, npas, (uint8_t)shape->log_page, shape->page_offset,
		(uint64_t)rq->size * rq->stride);
	if (ret == -ENOMEM)
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	return ret != 0 ? emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_PAGES) : PRM_ST_OK;
}

static uint8_t refs_check(struct emu_fn *f, struct emu_cmd *c, const struct emu_srq *s)
{
	if (!emu_id_get(f, EMU_PD, s->pd))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_PD);
	if (s->cqn != EMU_NO_REF && !emu_id_get(f, EMU_CQ, s->cqn))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	if (s->xrcd != EMU_NO_REF && !emu_id_get(f, EMU_XRCD, s->xrcd))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_XRCD);
	return PRM_ST_OK;
}

/* @init: form, references, record, limit; the pages are at the end of the command */
static uint8_t srq_make(struct emu_fn *f, struct emu_cmd *c, const struct emu_srq *init,
	const struct shape *shape, const uint8_t *ctx, uint32_t ctx_bytes, struct prm_field out)
{
	struct emu_srq *s;
	uint8_t st = refs_check(f, c, init);

	if (st)
		return st;
	s = malloc(sizeof(*s));
	if (!s)
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	*s = *init;
	memcpy(s->ctx, ctx, ctx_bytes);
	st = take_queue(f, c, s, shape, c->in + PAS_OFF, (c->in_len - PAS_OFF) / 8);
	if (!st && emu_id_new(f, EMU_SRQ, s, srq_free, &s->srqn))
		st = emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_OBJECT_LIMIT);
	if (st) {
		wqbuf_fini(&s->buf);
		free(s);
		return st;
	}
	emu_id_ref(f, EMU_PD, s->pd);
	emu_id_ref(f, EMU_CQ, s->cqn);
	emu_id_ref(f, EMU_XRCD, s->xrcd);
	emu_set(c->out, out, s->srqn);
	return PRM_ST_OK;
}

static uint8_t create_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_CREATE_RMP_IN_CTX_OFF, *wq = ctx + PRM_RMPC_WQ_OFF;
	struct emu_srq s = {.form = EMU_SRQ_RMP,
		.cqn = EMU_NO_REF,
		.xrcd = EMU_NO_REF,
		.pd = (uint32_t)emu_get(wq, PRM_WQ_PD),
		.lwm = (uint16_t)emu_get(wq, PRM_WQ_LWM),
		.rq.dbr = emu_get(wq, PRM_WQ_DBR_ADDR)};
	struct shape shape = {
		.log_n = (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_SZ),
		.log_stride = (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_STRIDE),
		.log_page = (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_PG_SZ),
		.page_offset = (uint32_t)emu_get(wq, PRM_WQ_PAGE_OFFSET),
	};

	if (emu_get(wq, PRM_WQ_WQ_TYPE) != LINKED_LIST || emu_get(wq, PRM_WQ_DBR_UMEM_VALID) ||
		emu_get(wq, PRM_WQ_WQ_UMEM_VALID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	return srq_make(f, c, &s, &shape, ctx, PRM_RMPC_BYTES, PRM_CREATE_RMP_OUT_RMPN);
}

static uint8_t create_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + CTX_OFF;
	struct emu_srq s = {.form = EMU_SRQ_XRC,
		.pd = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_PD),
		.cqn = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_CQN),
		.xrcd = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_XRCD),
		.user_index = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_USER_INDEX),
		.rlky = emu_get(ctx, PRM_XRC_SRQC_RLKY),
		.lwm = (uint16_t)emu_get(ctx, PRM_XRC_SRQC_LWM),
		.rq.dbr = emu_get(ctx, PRM_XRC_SRQC_DB_RECORD_ADDR_H) << 32 |
			  emu_get(ctx, PRM_XRC_SRQC_DB_RECORD_ADDR_L) << 2};
	struct shape shape = {
		.log_n = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_XRC_SRQ_SIZE),
		.log_stride = 4 + (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_RQ_STRIDE),
		.log_page = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_PAGE_SIZE),
		.page_offset = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_PAGE_OFFSET),
	};

	if (emu_get(ctx, PRM_XRC_SRQC_BASIC_CYCLIC_RCV_WQE) ||
		emu_get(ctx, PRM_XRC_SRQC_DBR_UMEM_VALID) ||
		emu_get(c->in, PRM_CREATE_XRC_SRQ_IN_XRC_SRQ_UMEM_VALID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	return srq_make(f, c, &s, &shape, ctx, PRM_XRC_SRQC_BYTES, PRM_CREATE_XRC_SRQ_OUT_XRC_SRQN);
}

static uint8_t create_srq(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + CTX_OFF;
	struct emu_srq s = {.form = EMU_SRQ_PLAIN,
		.pd = (uint32_t)emu_get(ctx, PRM_SRQC_PD),
		.cqn = EMU_NO_REF,
		.xrcd = EMU_NO_REF,
		.rlky = emu_get(ctx, PRM_SRQC_RLKY),
		.lwm = (uint16_t)emu_get(ctx, PRM_SRQC_LWM),
		.rq.dbr = emu_get(ctx, PRM_SRQC_DBR_ADDR)};
	struct shape shape = {
		.log_n = (uint32_t)emu_get(ctx, PRM_SRQC_LOG_SRQ_SIZE),
		.log_stride = 4 + (uint32_t)emu_get(ctx, PRM_SRQC_LOG_RQ_STRIDE),
		.log_page = (uint32_t)emu_get(ctx, PRM_SRQC_LOG_PAGE_SIZE),
		.page_offset = (uint32_t)emu_get(ctx, PRM_SRQC_PAGE_OFFSET),
	};

	return srq_make(f, c, &s, &shape, ctx, PRM_SRQC_BYTES, PRM_CREATE_SRQ_OUT_SRQN);
}

static struct emu_srq *srq_get(
	struct emu_fn *f, struct emu_cmd *c, enum emu_srq_form form, uint32_t id)
{
	struct emu_srq *s = emu_id_get(f, EMU_SRQ, id);

	if (s && s->form == form)
		return s;
	emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	return NULL;
}

static uint8_t srq_destroy(struct emu_fn *f, struct emu_cmd *c, enum emu_srq_form form, uint32_t id)
{
	if (!srq_get(f, c, form, id))
		return PRM_ST_BAD_RES;
	cq_settle_all(f);
	if (emu_id_del(f, EMU_SRQ, id))
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_OBJECT_BUSY);
	return PRM_ST_OK;
}

static uint8_t destroy_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(f, c, EMU_SRQ_RMP, (uint32_t)emu_get(c->in, PRM_DESTROY_RMP_IN_RMPN));
}

static uint8_t destroy_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(
		f, c, EMU_SRQ_XRC, (uint32_t)emu_get(c->in, PRM_DESTROY_XRC_SRQ_IN_XRC_SRQN));
}

static uint8_t destroy_srq(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(f, c, EMU_SRQ_PLAIN, (uint32_t)emu_get(c->in, PRM_DESTROY_SRQ_IN_SRQN));
}

static void put_pages(struct emu_cmd *c, const struct emu_srq *s)
{
	for (uint32_t i = 0; i < s->buf.npas && PAS_OFF + 8 * (i + 1) <= c->out_len; i++)
		emu_put_be64(c->out + PAS_OFF + 8 * i, s->buf.pas[i]);
}

static uint8_t query_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(
		f, c, EMU_SRQ_RMP, (uint32_t)emu_get(c->in, PRM_QUERY_RMP_IN_RMPN));
	uint8_t *ctx = c->out + PRM_QUERY_RMP_OUT_RMP_CONTEXT_OFF, *wq = ctx + PRM_RMPC_WQ_OFF;

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(ctx, s->ctx, PRM_RMPC_BYTES);
	emu_set(ctx, PRM_RMPC_STATE, s->failed ? RMP_ERROR : RMP_READY);
	emu_set(wq, PRM_WQ_LWM, s->lwm);
	emu_set(wq, PRM_WQ_HW_COUNTER, s->rq.ci);
	emu_set(wq, PRM_WQ_SW_COUNTER, s->rq.limit);
	return PRM_ST_OK;
}

static uint8_t query_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(
		f, c, EMU_SRQ_XRC, (uint32_t)emu_get(c->in, PRM_QUERY_XRC_SRQ_IN_XRC_SRQN));
	uint8_t *ctx = c->out + CTX_OFF;

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(ctx, s->ctx, PRM_XRC_SRQC_BYTES);
	emu_set(ctx, PRM_XRC_SRQC_STATE, s->failed ? SRQ_ERROR : 0);
	emu_set(ctx, PRM_XRC_SRQC_LWM, s->lwm);
	emu_set(ctx, PRM_XRC_SRQC_WQE_CNT, (uint16_t)(s->rq.limit - s->rq.ci));
	put_pages(c, s);
	return PRM_ST_OK;
}

static uint8_t query_srq(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(
		f, c, EMU_SRQ_PLAIN, (uint32_t)emu_get(c->in, PRM_QUERY_SRQ_IN_SRQN));
	uint8_t *ctx = c->out + CTX_OFF;

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(ctx, s->ctx, PRM_SRQC_BYTES);
	emu_set(ctx, PRM_SRQC_STATE, s->failed ? SRQ_ERROR : 0);
	emu_set(ctx, PRM_SRQC_LWM, s->lwm);
	emu_set(ctx, PRM_SRQC_WQE_CNT, (uint16_t)(s->rq.limit - s->rq.ci));
	put_pages(c, s);
	return PRM_ST_OK;
}

/* Linux sets the limit of a verbs SRQ so: from ready to ready, with a new lwm */
static uint8_t modify_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_MODIFY_RMP_IN_CTX_OFF;
	struct emu_srq *s = srq_get(
		f, c, EMU_SRQ_RMP, (uint32_t)emu_get(c->in, PRM_MODIFY_RMP_IN_RMPN));

	if (!s)
		return PRM_ST_BAD_RES;
	if (s->failed || emu_get(c->in, PRM_MODIFY_RMP_IN_RMP_STATE) != RMP_READY)
		return emu_refuse(c, PRM_ST_BAD_RES_STATE, EMU_SYND_SRQ_STATE);
	if (emu_get(ctx, PRM_RMPC_STATE) != RMP_READY)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_SRQ_STATE);
	if (emu_get(c->in + PRM_MODIFY_RMP_IN_BITMASK_OFF, PRM_RMP_BITMASK_LWM))
		srq_set_limit(s, (uint16_t)emu_get(ctx + PRM_RMPC_WQ_OFF, PRM_WQ_LWM));
	return PRM_ST_OK;
}

static uint8_t arm(
	struct emu_fn *f, struct emu_cmd *c, enum emu_srq_form form, uint32_t id, uint32_t lwm)
{
	struct emu_srq *s = srq_get(f, c, form, id);

	if (!s)
		return PRM_ST_BAD_RES;
	if (emu_get(c->in, PRM_MBOX_IN_OP_MOD) != ARM_SRQ)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_OP_MOD);
	if (s->failed)
		return emu_refuse(c, PRM_ST_BAD_RES_STATE, EMU_SYND_SRQ_STATE);
	srq_set_limit(s, (uint16_t)lwm);
	return PRM_ST_OK;
}

static uint8_t arm_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	return arm(f, c, EMU_SRQ_XRC, (uint32_t)emu_get(c->in, PRM_ARM_XRC_SRQ_IN_XRC_SRQN),
		(uint32_t)emu_get(c->in, PRM_ARM_XRC_SRQ_IN_LWM));
}

static uint8_t arm_rq(struct emu_fn *f, struct emu_cmd *c)
{
	return arm(f, c, EMU_SRQ_PLAIN, (uint32_t)emu_get(c->in, PRM_ARM_RQ_IN_SRQ_NUMBER),
		(uint32_t)emu_get(c->in, PRM_ARM_RQ_IN_LWM));
}

#define SRQ(name, fn)                                                                           \
	{                                                                                       \
		PRM_OP_##name, EMU_WHEN_INIT, PRM_##name##_IN_BYTES, PRM_##name##_OUT_BYTES, fn \
	}

const struct emu_cmd_def emu_cmds_srq[] = {
	SRQ(CREATE_RMP, create_rmp),
	SRQ(MODIFY_RMP, modify_rmp),
	SRQ(DESTROY_RMP, destroy_rmp),
	SRQ(QUERY_RMP, query_rmp),
	SRQ(CREATE_XRC_SRQ, create_xrc_srq),
	SRQ(ARM_XRC_SRQ, arm_xrc_srq),
	SRQ(DESTROY_XRC_SRQ, destroy_xrc_srq),
	SRQ(QUERY_XRC_SRQ, query_xrc_srq),
	SRQ(CREATE_SRQ, create_srq),
	SRQ(ARM_RQ, arm_rq),
	SRQ(DESTROY_SRQ, destroy_srq),
	SRQ(QUERY_SRQ, query_srq),
	{0, 0, 0, 0, NULL},
};
