/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completion queue commands: create, destroy, query, modify (moderation is accepted and has no effect; a
 * resize ends the old buffer with a RESIZE completion and goes on in the new one).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "cmd.h"
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "syndromes.h"

static void cq_free(struct emu_fn *f, void *obj)
{
	struct emu_cq *cq = obj;
	struct emu_cqe_item *it;

	while ((it = TAILQ_FIRST(&cq->pending)) != NULL) {
		TAILQ_REMOVE(&cq->pending, it, link);
		free(it);
	}
	if (cq->owed) {
		TAILQ_REMOVE(&f->w->engine->owing, cq, link);
		f->w->engine->nowing--;
	}
	wqbuf_fini(&cq->buf);
	free(cq);
}

static uint8_t take_buf(
	struct emu_cmd *c, const uint8_t *cqc, struct emu_wqbuf *buf, uint8_t cqe_log2)
{
	uint32_t log_size = (uint32_t)emu_get(cqc, PRM_CQC_LOG_CQ_SIZE);
	int ret;

	if (emu_get(c->in, PRM_CREATE_CQ_IN_CQ_UMEM_VALID) || log_size > 22)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	ret = wqbuf_init(buf, c->in + PRM_CREATE_CQ_IN_PAS_OFF,
		(c->in_len - PRM_CREATE_CQ_IN_PAS_OFF) / 8,
		(uint8_t)emu_get(cqc, PRM_CQC_LOG_PAGE_SIZE),
		(uint32_t)emu_get(cqc, PRM_CQC_PAGE_OFFSET), 1ull << (log_size + cqe_log2));
	if (ret == -ENOMEM)
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	return ret != 0 ? emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_PAGES) : PRM_ST_OK;
}

static uint8_t make(struct emu_fn *f, struct emu_cmd *c, struct emu_cq *cq)
{
	const uint8_t *cqc = c->in + PRM_CREATE_CQ_IN_CQ_CONTEXT_OFF;
	uint8_t cqe_sz = (uint8_t)emu_get(cqc, PRM_CQC_CQE_SZ);

	memcpy(cq->cqc, cqc, sizeof(cq->cqc));
	cq->f = f;
	TAILQ_INIT(&cq->pending);
	cq->eqn = (uint32_t)emu_get(cqc, PRM_CQC_C_EQN_OR_APU_ELEMENT);
	cq->uar = (uint32_t)emu_get(cqc, PRM_CQC_UAR_PAGE);
	cq->dbr = emu_get(cqc, PRM_CQC_DBR_ADDR);
	cq->log_size = (uint8_t)emu_get(cqc, PRM_CQC_LOG_CQ_SIZE);
	cq->cqe_bytes_log2 = (uint8_t)(cqe_sz + 6);
	cq->overrun_ok = emu_get(cqc, PRM_CQC_OI);
	cq->collapsed = emu_get(cqc, PRM_CQC_CC);
	cq->arm_word = 2u << 28;
	if (cqe_sz > 1 || emu_get(cqc, PRM_CQC_CQE_COMP_EN) || emu_get(cqc, PRM_CQC_DBR_UMEM_VALID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_QUEUE_SIZE);
	if (cq->dbr % 8 != 0)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_DBR_ADDR);
	if (emu_id_get(f, EMU_EQ, cq->eqn) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_EQ);
	if (emu_id_get(f, EMU_UAR, cq->uar) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_UAR);
	return take_buf(c, cqc, &cq->buf, cq->cqe_bytes_log2);
}

static uint8_t create(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_cq *cq = calloc(1, sizeof(*cq));
	uint8_t st;

	if (cq == NULL)
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	st = make(f, c, cq);
	if (st == PRM_ST_OK && emu_id_new(f, EMU_CQ, cq, cq_free, &cq->cqn) != 0)
		st = emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	if (st != PRM_ST_OK) {
		cq_free(f, cq);
		return st;
	}
	emu_id_ref(f, EMU_EQ, cq->eqn);
	emu_set(c->out, PRM_CREATE_CQ_OUT_CQN, cq->cqn);
	return PRM_ST_OK;
}

static uint8_t destroy(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t cqn = (uint32_t)emu_get(c->in, PRM_DESTROY_CQ_IN_CQN);
	struct emu_cq *cq = emu_id_get(f, EMU_CQ, cqn);
	uint32_t eqn;

	if (cq == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	eqn = cq->eqn;
	if (emu_id_del(f, EMU_CQ, cqn) != 0)
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_OBJECT_BUSY);
	emu_id_unref(f, EMU_EQ, eqn);
	return PRM_ST_OK;
}

static uint8_t query(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_cq *cq = emu_id_get(f, EMU_CQ, (uint32_t)emu_get(c->in, PRM_QUERY_CQ_IN_CQN));
	uint8_t *cqc = c->out + PRM_QUERY_CQ_OUT_CQ_CONTEXT_OFF;

	if (cq == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	memcpy(cqc, cq->cqc, sizeof(cq->cqc));
	emu_set(cqc, PRM_CQC_STATUS, cq->failed ? 9 : 0); /* 9: overflow */
	emu_set(cqc, PRM_CQC_ST,
		cq->armed ? (cq->armed_solicited ? 6 : 9) : 0xa); /* armed, fired */
	emu_set(cqc, PRM_CQC_PRODUCER_COUNTER, cq->pi);
	emu_set(cqc, PRM_CQC_LAST_NOTIFIED_INDEX, cq->event_pi);
	emu_set(cqc, PRM_CQC_LAST_SOLICIT_INDEX, cq->solicited_pi);
	emu_set(cqc, PRM_CQC_CONSUMER_COUNTER, cq->armed_ci);
	return PRM_ST_OK;
}

static uint8_t resize(struct emu_cmd *c, struct emu_cq *cq)
{
	const uint8_t *cqc = c->in + PRM_MODIFY_CQ_IN_CQ_CONTEXT_OFF;
	uint8_t log_size = (uint8_t)emu_get(cqc, PRM_CQC_LOG_CQ_SIZE), st, cqe[64] = {0};
	struct emu_wqbuf buf = {0};
	uint32_t left;

	cq_flush(cq);
	left = cq_outstanding(cq);
	if (left >= 1u << log_size)
		return emu_refuse(c, PRM_ST_BAD_SIZE_OUTS_CQES, EMU_SYND_QUEUE_SIZE);
	st = take_buf(c, cqc, &buf, cq->cqe_bytes_log2);
	if (st != PRM_ST_OK)
		return st;
	cqe[63] = PRM_CQE_RESIZE_CQ << 4;
	cq_write_last(cq, cqe);
	wqbuf_fini(&cq->buf);
	cq->buf = buf;
	cq->log_size = log_size;
	emu_set(cq->cqc, PRM_CQC_LOG_CQ_SIZE, log_size);
	emu_set(cq->cqc, PRM_CQC_LOG_PAGE_SIZE, emu_get(cqc, PRM_CQC_LOG_PAGE_SIZE));
	emu_set(cq->cqc, PRM_CQC_PAGE_OFFSET, emu_get(cqc, PRM_CQC_PAGE_OFFSET));
	return PRM_ST_OK;
}

static uint8_t modify(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_cq *cq = emu_id_get(f, EMU_CQ, (uint32_t)emu_get(c->in, PRM_MODIFY_CQ_IN_CQN));

	if (cq == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_CQ);
	switch (emu_get(c->in, PRM_MODIFY_CQ_IN_OP_MOD)) {
	case 0:
		return PRM_ST_OK;
	case 1:
		return resize(c, cq);
	default:
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_OP_MOD);
	}
}

const struct emu_cmd_def emu_cmds_cq[] = {
	{PRM_OP_CREATE_CQ, EMU_WHEN_INIT, PRM_CREATE_CQ_IN_BYTES, PRM_CREATE_CQ_OUT_BYTES, create},
	{PRM_OP_DESTROY_CQ, EMU_WHEN_INIT, PRM_DESTROY_CQ_IN_BYTES, PRM_DESTROY_CQ_OUT_BYTES,
		destroy},
	{PRM_OP_QUERY_CQ, EMU_WHEN_INIT, PRM_QUERY_CQ_IN_BYTES, PRM_QUERY_CQ_OUT_BYTES, query},
	{PRM_OP_MODIFY_CQ, EMU_WHEN_INIT, PRM_MODIFY_CQ_IN_BYTES, PRM_MODIFY_CQ_OUT_BYTES, modify},
	{0},
};
