/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queues that begin inside a page: the offset in their contexts counts 64ths of the page, whatever its size. Linux
 * describes a user's queue by large pages where physical memory happens to be contiguous.
 */
#include "twin.h"

/* a send queue of 16 WQEBBs (no receive queue) and its CQ, each at @offset 64ths of a page of its own */
static uint8_t make(struct twin_side *s, struct twin_qp *q, uint8_t log_page, uint32_t offset)
{
	uint64_t page = 4096ull << log_page;
	uint8_t cq[PRM_CREATE_CQ_IN_PAS_OFF + 8] = {0}, *cqc = cq + PRM_CREATE_CQ_IN_CQ_CONTEXT_OFF;
	uint8_t in[PRM_CREATE_QP_IN_PAS_OFF + 8] = {0}, *qpc = in + PRM_CREATE_QP_IN_QPC_OFF;
	uint8_t out[16], st;

	*q = (struct twin_qp){.s = s, .sq_log = 4};
	q->scq = (struct twin_cq){.s = s, .log = 4, .cqe_bytes = 64};
	q->scq.buf = twin_alloc(s, page, page);
	q->scq.dbr = twin_alloc(s, 64, 64);
	wr16(cq, PRM_OP_CREATE_CQ);
	emu_set(cqc, PRM_CQC_LOG_CQ_SIZE, 4);
	emu_set(cqc, PRM_CQC_LOG_PAGE_SIZE, log_page);
	emu_set(cqc, PRM_CQC_PAGE_OFFSET, offset);
	emu_set(cqc, PRM_CQC_UAR_PAGE, s->uar);
	emu_set(cqc, PRM_CQC_C_EQN_OR_APU_ELEMENT, s->eqn);
	emu_set(cqc, PRM_CQC_DBR_ADDR, q->scq.dbr);
	wr64(cq + PRM_CREATE_CQ_IN_PAS_OFF, q->scq.buf);
	q->scq.buf += page / 64 * offset;
	for (uint32_t i = 0; i < 16; i++)
		twin_at(s, q->scq.buf)[64 * i + 63] = 0xf1;
	st = twin_cmd(s, cq, sizeof(cq), out, sizeof(out), NULL);
	if (st)
		return st;
	q->scq.cqn = (uint32_t)emu_get(out, PRM_CREATE_CQ_OUT_CQN);

	q->buf = twin_alloc(s, page, page);
	q->dbr = twin_alloc(s, 64, 64);
	wr16(in, PRM_OP_CREATE_QP);
	emu_set(qpc, PRM_QPC_ST, EMU_QPT_RC);
	emu_set(qpc, PRM_QPC_PM_STATE, 3);
	emu_set(qpc, PRM_QPC_PD, s->pd);
	emu_set(qpc, PRM_QPC_LOG_SQ_SIZE, 4);
	emu_set(qpc, PRM_QPC_RQ_TYPE, 3);
	emu_set(qpc, PRM_QPC_LOG_PAGE_SIZE, log_page);
	emu_set(qpc, PRM_QPC_PAGE_OFFSET, offset);
	emu_set(qpc, PRM_QPC_UAR_PAGE, s->uar);
	emu_set(qpc, PRM_QPC_CQN_SND, q->scq.cqn);
	emu_set(qpc, PRM_QPC_CQN_RCV, q->scq.cqn);
	emu_set(qpc, PRM_QPC_DBR_ADDR, q->dbr);
	wr64(in + PRM_CREATE_QP_IN_PAS_OFF, q->buf);
	q->buf += page / 64 * offset;
	st = twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL);
	q->qpn = (uint32_t)emu_get(out, PRM_CREATE_QP_OUT_QPN);
	return st;
}

static void test_offset_scales_with_the_page(void **state)
{
	const struct {
		uint8_t log_page;
		uint32_t offset;
	} at[] = {{0, 0}, {0, 48}, {1, 31}, {2, 48}, {3, 40}, {4, 63}};
	struct twin *t = twin_new(&(struct twin_opts){.seed = 1});
	struct twin_wqe w;
	struct twin_qp q;

	(void)state;
	for (size_t i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		assert_int_equal(make(&t->s[0], &q, at[i].log_page, at[i].offset), 0);
		twin_connect(&q, &q, NULL);
		for (int n = 0; n < 3; n++) {
			twin_wqe(&w, EMU_OP_NOP, TWIN_SIG, 0);
			twin_post(&q, &w);
			twin_expect(t, &q.scq, PRM_CQE_REQ, 0, n);
		}
	}
	assert_int_equal(t->lints, 0);
	twin_free(t);
}

static void test_offset_takes_room(void **state)
{
	struct twin *t = twin_new(&(struct twin_opts){.seed = 1});
	struct twin_qp q;

	(void)state;
	/* 16 CQEs are 1,024 bytes: the last sixteen 64ths of a page of 4 KiB */
	assert_int_equal(make(&t->s[0], &q, 0, 48), PRM_ST_OK);
	assert_int_equal(make(&t->s[0], &q, 0, 49), PRM_ST_BAD_PARAM);
	twin_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_offset_scales_with_the_page),
		cmocka_unit_test(test_offset_takes_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
