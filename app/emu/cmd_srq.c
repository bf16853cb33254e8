/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Shared receive queues in their forms RMP, XRC SRQ and SRQ, as objects: made, checked, queried, destroyed.
 * They share one number space, for Linux keeps them in one table.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

#define NO_REF       UINT32_MAX
#define LOG_PAGE_MAX 31u

enum srq_form { SRQ_RMP, SRQ_XRC, SRQ_PLAIN };

struct emu_srq {
	enum srq_form form;
	uint32_t pd, cqn, xrcd;
	uint8_t ctx[PRM_RMPC_BYTES]; /* the largest of the three contexts */
};

static void srq_free(struct emu_fn *f, void *obj)
{
	struct emu_srq *s = obj;

	emu_id_unref(f, EMU_PD, s->pd);
	emu_id_unref(f, EMU_CQ, s->cqn);
	emu_id_unref(f, EMU_XRCD, s->xrcd);
	free(s);
}

struct srq_shape {
	uint32_t log_bytes, log_page, page_offset; /* of the queue; offset in 64ths of a page */
	uint64_t dbr;
	uint32_t npas;
};

static uint8_t shape_check(
	struct emu_fn *f, struct emu_cmd *c, const struct srq_shape *s, uint32_t log_n)
{
	uint64_t page, bytes;

	if (s->log_page > LOG_PAGE_MAX || log_n > EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_SRQ_SZ))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	page = (uint64_t)EMU_PAGE << s->log_page;
	bytes = ((uint64_t)1 << s->log_bytes) + page / 64 * s->page_offset;
	if (s->npas < (bytes + page - 1) / page)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_QUEUE_PAGES);
	if (s->dbr & 7)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_DBR_ADDR);
	return PRM_ST_OK;
}

static uint8_t refs_check(struct emu_fn *f, struct emu_cmd *c, const struct emu_srq *s)
{
	if (!emu_id_get(f, EMU_PD, s->pd))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_PD);
	if (s->cqn != NO_REF && !emu_id_get(f, EMU_CQ, s->cqn))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	if (s->xrcd != NO_REF && !emu_id_get(f, EMU_XRCD, s->xrcd))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_XRCD);
	return PRM_ST_OK;
}

static uint8_t srq_make(
	struct emu_fn *f, struct emu_cmd *c, const struct emu_srq *init, struct prm_field out)
{
	struct emu_srq *s;
	uint32_t id;
	uint8_t st = refs_check(f, c, init);

	if (st)
		return st;
	s = malloc(sizeof(*s));
	if (!s)
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	*s = *init;
	if (emu_id_new(f, EMU_SRQ, s, srq_free, &id)) {
		free(s);
		return emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_OBJECT_LIMIT);
	}
	emu_id_ref(f, EMU_PD, s->pd);
	emu_id_ref(f, EMU_CQ, s->cqn);
	emu_id_ref(f, EMU_XRCD, s->xrcd);
	emu_set(c->out, out, id);
	return PRM_ST_OK;
}

static uint8_t create_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_CREATE_RMP_IN_CTX_OFF, *wq = ctx + PRM_RMPC_WQ_OFF;
	struct emu_srq s = {.form = SRQ_RMP,
		.cqn = NO_REF,
		.xrcd = NO_REF,
		.pd = (uint32_t)emu_get(wq, PRM_WQ_PD)};
	uint32_t log_n = (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_SZ);
	struct srq_shape shape = {
		.log_bytes = log_n + (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_STRIDE),
		.log_page = (uint32_t)emu_get(wq, PRM_WQ_LOG_WQ_PG_SZ),
		.page_offset = (uint32_t)emu_get(wq, PRM_WQ_PAGE_OFFSET),
		.dbr = emu_get(wq, PRM_WQ_DBR_ADDR),
		.npas = (c->in_len - PRM_CREATE_RMP_IN_BYTES) / 8,
	};
	uint8_t st = shape_check(f, c, &shape, log_n);

	if (st)
		return st;
	memcpy(s.ctx, ctx, PRM_RMPC_BYTES);
	return srq_make(f, c, &s, PRM_CREATE_RMP_OUT_RMPN);
}

static uint8_t create_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_CREATE_XRC_SRQ_IN_XRC_SRQ_CONTEXT_ENTRY_OFF;
	struct emu_srq s = {.form = SRQ_XRC,
		.pd = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_PD),
		.cqn = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_CQN),
		.xrcd = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_XRCD)};
	uint32_t log_n = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_XRC_SRQ_SIZE);
	struct srq_shape shape = {
		.log_bytes = log_n + 4 + (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_RQ_STRIDE),
		.log_page = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_LOG_PAGE_SIZE),
		.page_offset = (uint32_t)emu_get(ctx, PRM_XRC_SRQC_PAGE_OFFSET),
		.dbr = emu_get(ctx, PRM_XRC_SRQC_DB_RECORD_ADDR_L) << 2,
		.npas = (c->in_len - PRM_CREATE_XRC_SRQ_IN_BYTES) / 8,
	};
	uint8_t st = shape_check(f, c, &shape, log_n);

	if (st)
		return st;
	memcpy(s.ctx, ctx, PRM_XRC_SRQC_BYTES);
	return srq_make(f, c, &s, PRM_CREATE_XRC_SRQ_OUT_XRC_SRQN);
}

static uint8_t create_srq(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_CREATE_SRQ_IN_SRQ_CONTEXT_ENTRY_OFF;
	struct emu_srq s = {.form = SRQ_PLAIN,
		.pd = (uint32_t)emu_get(ctx, PRM_SRQC_PD),
		.cqn = NO_REF,
		.xrcd = NO_REF};
	uint32_t log_n = (uint32_t)emu_get(ctx, PRM_SRQC_LOG_SRQ_SIZE);
	struct srq_shape shape = {
		.log_bytes = log_n + 4 + (uint32_t)emu_get(ctx, PRM_SRQC_LOG_RQ_STRIDE),
		.log_page = (uint32_t)emu_get(ctx, PRM_SRQC_LOG_PAGE_SIZE),
		.page_offset = (uint32_t)emu_get(ctx, PRM_SRQC_PAGE_OFFSET),
		.dbr = emu_get(ctx, PRM_SRQC_DBR_ADDR),
		.npas = (c->in_len - PRM_CREATE_SRQ_IN_BYTES) / 8,
	};
	uint8_t st = shape_check(f, c, &shape, log_n);

	if (st)
		return st;
	memcpy(s.ctx, ctx, PRM_SRQC_BYTES);
	return srq_make(f, c, &s, PRM_CREATE_SRQ_OUT_SRQN);
}

static struct emu_srq *srq_get(struct emu_fn *f, struct emu_cmd *c, enum srq_form form, uint32_t id)
{
	struct emu_srq *s = emu_id_get(f, EMU_SRQ, id);

	if (s && s->form == form)
		return s;
	emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	return NULL;
}

static uint8_t srq_destroy(struct emu_fn *f, struct emu_cmd *c, enum srq_form form, uint32_t id)
{
	if (!srq_get(f, c, form, id))
		return PRM_ST_BAD_RES;
	if (emu_id_del(f, EMU_SRQ, id))
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_OBJECT_BUSY);
	return PRM_ST_OK;
}

static uint8_t destroy_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(f, c, SRQ_RMP, (uint32_t)emu_get(c->in, PRM_DESTROY_RMP_IN_RMPN));
}

static uint8_t destroy_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(
		f, c, SRQ_XRC, (uint32_t)emu_get(c->in, PRM_DESTROY_XRC_SRQ_IN_XRC_SRQN));
}

static uint8_t destroy_srq(struct emu_fn *f, struct emu_cmd *c)
{
	return srq_destroy(f, c, SRQ_PLAIN, (uint32_t)emu_get(c->in, PRM_DESTROY_SRQ_IN_SRQN));
}

static uint8_t query_rmp(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(f, c, SRQ_RMP, (uint32_t)emu_get(c->in, PRM_QUERY_RMP_IN_RMPN));

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(c->out + PRM_QUERY_RMP_OUT_RMP_CONTEXT_OFF, s->ctx, PRM_RMPC_BYTES);
	return PRM_ST_OK;
}

static uint8_t query_xrc_srq(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(
		f, c, SRQ_XRC, (uint32_t)emu_get(c->in, PRM_QUERY_XRC_SRQ_IN_XRC_SRQN));

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(c->out + PRM_QUERY_XRC_SRQ_OUT_XRC_SRQ_CONTEXT_ENTRY_OFF, s->ctx,
		PRM_XRC_SRQC_BYTES);
	return PRM_ST_OK;
}

static uint8_t query_srq(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_srq *s = srq_get(
		f, c, SRQ_PLAIN, (uint32_t)emu_get(c->in, PRM_QUERY_SRQ_IN_SRQN));

	if (!s)
		return PRM_ST_BAD_RES;
	memcpy(c->out + PRM_QUERY_SRQ_OUT_SRQ_CONTEXT_ENTRY_OFF, s->ctx, PRM_SRQC_BYTES);
	return PRM_ST_OK;
}

#define SRQ(name, fn)                                                                           \
	{                                                                                       \
		PRM_OP_##name, EMU_WHEN_INIT, PRM_##name##_IN_BYTES, PRM_##name##_OUT_BYTES, fn \
	}

const struct emu_cmd_def emu_cmds_srq[] = {
	SRQ(CREATE_RMP, create_rmp),
	SRQ(DESTROY_RMP, destroy_rmp),
	SRQ(QUERY_RMP, query_rmp),
	SRQ(CREATE_XRC_SRQ, create_xrc_srq),
	SRQ(DESTROY_XRC_SRQ, destroy_xrc_srq),
	SRQ(QUERY_XRC_SRQ, query_xrc_srq),
	SRQ(CREATE_SRQ, create_srq),
	SRQ(DESTROY_SRQ, destroy_srq),
	SRQ(QUERY_SRQ, query_srq),
	{0, 0, 0, 0, NULL},
};
