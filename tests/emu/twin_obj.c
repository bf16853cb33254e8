/* SPDX-License-Identifier: BSD-3-Clause */
/* The twins' objects: made with commands, from descriptors. */
#include "twin.h"

uint8_t twin_cq_try(struct twin_side *s, struct twin_cq *cq, uint32_t log, bool oi, uint32_t cqe_sz)
{
	uint64_t bytes = 64ull << (log + cqe_sz);
	uint32_t pages = (uint32_t)((bytes + 4095) / 4096);
	uint8_t *in = calloc(1, PRM_CREATE_CQ_IN_PAS_OFF + 8ul * pages), out[16], st;
	uint8_t *cqc = in + PRM_CREATE_CQ_IN_CQ_CONTEXT_OFF;

	memset(cq, 0, sizeof(*cq));
	cq->s = s;
	cq->log = log;
	cq->cqe_bytes = 64u << cqe_sz;
	cq->buf = twin_alloc(s, 4096ull * pages, 4096);
	cq->dbr = twin_alloc(s, 64, 64);
	wr32(twin_at(s, cq->dbr) + 4, 2u << 28);
	for (uint32_t i = 0; i < 1u << log; i++)
		twin_at(s, cq->buf)[(i + 1) * cq->cqe_bytes - 1] = 0xf1;
	wr16(in, PRM_OP_CREATE_CQ);
	emu_set(cqc, PRM_CQC_LOG_CQ_SIZE, log);
	emu_set(cqc, PRM_CQC_CQE_SZ, cqe_sz);
	emu_set(cqc, PRM_CQC_OI, oi);
	emu_set(cqc, PRM_CQC_UAR_PAGE, s->uar);
	emu_set(cqc, PRM_CQC_C_EQN_OR_APU_ELEMENT, s->eqn);
	emu_set(cqc, PRM_CQC_DBR_ADDR, cq->dbr);
	for (uint32_t i = 0; i < pages; i++)
		wr64(in + PRM_CREATE_CQ_IN_PAS_OFF + 8 * i, cq->buf + 4096ull * i);
	st = twin_cmd(s, in, PRM_CREATE_CQ_IN_PAS_OFF + 8 * pages, out, sizeof(out), NULL);
	cq->cqn = (uint32_t)emu_get(out, PRM_CREATE_CQ_OUT_CQN);
	free(in);
	return st;
}

void twin_cq_make(struct twin_side *s, struct twin_cq *cq, uint32_t log)
{
	assert_int_equal(twin_cq_try(s, cq, log, false, 0), 0);
}

uint8_t twin_qp_try(struct twin_side *s, struct twin_qp *q, const struct twin_qp_how *how)
{
	uint8_t in[PRM_CREATE_QP_IN_PAS_OFF + 8 * 64] = {0}, out[16],
						  *qpc = in + PRM_CREATE_QP_IN_QPC_OFF, st;
	uint32_t pages;
	uint64_t bytes;

	memset(q, 0, sizeof(*q));
	q->s = s;
	q->sq_log = how->sq_log;
	q->rq_log = how->rq_log;
	q->rq_stride = 64;
	twin_cq_make(s, &q->scq, how->cq_log);
	twin_cq_make(s, &q->rcq, how->cq_log);
	q->sq_off = how->srq == NULL ? 64ull << how->rq_log : 0;
	bytes = q->sq_off + (how->no_sq ? 0 : 64ull << how->sq_log);
	pages = (uint32_t)((bytes + 4095) / 4096);
	assert_true(pages <= 64);
	q->buf = twin_alloc(s, 4096ull * (pages + 1), 4096);
	q->dbr = twin_alloc(s, 64, 64);
	wr16(in, PRM_OP_CREATE_QP);
	emu_set(qpc, PRM_QPC_ST, how->type);
	emu_set(qpc, PRM_QPC_PM_STATE, 3);
	emu_set(qpc, PRM_QPC_PD, how->pd != 0 ? how->pd : s->pd);
	emu_set(qpc, PRM_QPC_NO_SQ, how->no_sq);
	emu_set(qpc, PRM_QPC_LOG_SQ_SIZE, how->no_sq ? 0 : how->sq_log);
	emu_set(qpc, PRM_QPC_BLOCK_LB_MC, how->block_lb);
	emu_set(qpc, PRM_QPC_UAR_PAGE, how->no_sq ? 0 : s->uar);
	emu_set(qpc, PRM_QPC_USER_INDEX, how->user_index);
	emu_set(qpc, PRM_QPC_CQN_SND, q->scq.cqn);
	emu_set(qpc, PRM_QPC_CQN_RCV, q->rcq.cqn);
	emu_set(qpc, PRM_QPC_DBR_ADDR, q->dbr);
	emu_set(qpc, PRM_QPC_XRCD, how->xrcd);
	if (how->srq != NULL) {
		emu_set(qpc, PRM_QPC_RQ_TYPE, 1);
		emu_set(qpc, PRM_QPC_SRQN_RMPN_XRQN, how->srq->srqn);
	} else {
		emu_set(qpc, PRM_QPC_LOG_RQ_SIZE, how->rq_log);
		emu_set(qpc, PRM_QPC_LOG_RQ_STRIDE, 2);
	}
	for (uint32_t i = 0; i < pages; i++)
		wr64(in + PRM_CREATE_QP_IN_PAS_OFF + 8 * i, q->buf + 4096ull * i);
	st = twin_cmd(s, in, PRM_CREATE_QP_IN_PAS_OFF + 8 * pages, out, sizeof(out), NULL);
	q->qpn = (uint32_t)emu_get(out, PRM_CREATE_QP_OUT_QPN);
	return st;
}

void twin_qp_make_as(struct twin_side *s, struct twin_qp *q, const struct twin_qp_how *how)
{
	assert_int_equal(twin_qp_try(s, q, how), 0);
}

void twin_qp_make(
	struct twin_side *s, struct twin_qp *q, uint32_t sq_log, uint32_t rq_log, uint32_t cq_log)
{
	struct twin_qp_how how = {
		.sq_log = sq_log, .rq_log = rq_log, .cq_log = cq_log, .user_index = 0x77};

	twin_qp_make_as(s, q, &how);
}

void twin_datagram(struct twin_qp *q, uint32_t q_key)
{
	twin_datagram_of(q, q_key, 5, 12);
}

void twin_datagram_of(struct twin_qp *q, uint32_t q_key, uint32_t mtu, uint32_t log_msg_max)
{
	uint8_t qpc[PRM_QPC_BYTES] = {0};

	emu_set(qpc, PRM_QPC_PM_STATE, 3);
	emu_set(qpc, PRM_QPC_Q_KEY, q_key);
	emu_set(qpc, PRM_QPC_MTU, mtu);
	emu_set(qpc, PRM_QPC_LOG_MSG_MAX, log_msg_max);
	emu_set(qpc + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF, PRM_ADS_VHCA_PORT_NUM, 1);
	assert_int_equal(twin_qp_modify(q, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(q, PRM_OP_INIT2RTR_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(q, PRM_OP_RTR2RTS_QP, 0, qpc), 0);
}

uint8_t twin_qp_modify(struct twin_qp *q, uint16_t opcode, uint32_t opt, const uint8_t *qpc)
{
	uint8_t in[PRM_RST2INIT_QP_IN_BYTES] = {0}, out[16];

	wr16(in, opcode);
	emu_set(in, PRM_RST2INIT_QP_IN_QPN, q->qpn);
	emu_set(in, PRM_RST2INIT_QP_IN_OPT_PARAM_MASK, opt);
	if (qpc != NULL)
		memcpy(in + PRM_RST2INIT_QP_IN_QPC_OFF, qpc, PRM_QPC_BYTES);
	return twin_cmd(q->s, in, sizeof(in), out, sizeof(out), NULL);
}

const struct twin_link twin_link_default = {
	.rnr_retry = 7, .retry = 7, .ack_timeout = 14, .min_rnr = 1, .psn = 0xfffff0};

void twin_qpc_to(struct twin_qp *q, struct twin_qp *peer, const struct twin_link *l, uint8_t *qpc)
{
	uint8_t *path = qpc + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF;

	memset(qpc, 0, PRM_QPC_BYTES);
	emu_set(qpc, PRM_QPC_PM_STATE, 3);
	emu_set(qpc, PRM_QPC_RRE, 1);
	emu_set(qpc, PRM_QPC_RWE, 1);
	emu_set(qpc, PRM_QPC_RAE, 1);
	emu_set(qpc, PRM_QPC_ATOMIC_MODE, 1);
	emu_set(qpc, PRM_QPC_MTU, 3);
	emu_set(qpc, PRM_QPC_LOG_MSG_MAX, 30);
	emu_set(qpc, PRM_QPC_REMOTE_QPN, l->peer_qpn != 0 ? l->peer_qpn : peer->qpn);
	emu_set(qpc, PRM_QPC_NEXT_RCV_PSN, l->psn);
	emu_set(qpc, PRM_QPC_NEXT_SEND_PSN, l->psn);
	emu_set(qpc, PRM_QPC_MIN_RNR_NAK, l->min_rnr);
	emu_set(qpc, PRM_QPC_RETRY_COUNT, l->retry);
	emu_set(qpc, PRM_QPC_RNR_RETRY, l->rnr_retry);
	emu_set(path, PRM_ADS_VHCA_PORT_NUM, 1);
	emu_set(path, PRM_ADS_ACK_TIMEOUT, l->ack_timeout);
	emu_set(path, PRM_ADS_FL, l->fl);
	emu_set(path, PRM_ADS_RLID, l->lid != 0 ? l->lid : emu_port_lid(&peer->s->f));
	(void)q;
}

void twin_connect(struct twin_qp *q, struct twin_qp *peer, const struct twin_link *l)
{
	uint8_t qpc[PRM_QPC_BYTES];

	twin_qpc_to(q, peer, l != NULL ? l : &twin_link_default, qpc);
	assert_int_equal(twin_qp_modify(q, PRM_OP_RST2INIT_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(q, PRM_OP_INIT2RTR_QP, 0, qpc), 0);
	assert_int_equal(twin_qp_modify(q, PRM_OP_RTR2RTS_QP, 0, qpc), 0);
}

uint8_t twin_key_try(struct twin_side *s, const struct twin_key *k, uint32_t *key)
{
	uint32_t len = PRM_CREATE_MKEY_IN_KLM_PAS_MTT_OFF + 16 * k->actual;
	uint8_t *in = calloc(1, len), out[16], st,
		*mkc = in + PRM_CREATE_MKEY_IN_MEMORY_KEY_MKEY_ENTRY_OFF;

	wr16(in, PRM_OP_CREATE_MKEY);
	emu_set(mkc, PRM_MKC_FREE, k->free);
	emu_set(mkc, PRM_MKC_UMR_EN, k->umr);
	emu_set(mkc, PRM_MKC_ACCESS_MODE_1_0, k->mode & 3);
	emu_set(mkc, PRM_MKC_ACCESS_MODE_4_2, k->mode >> 2);
	emu_set(mkc, PRM_MKC_LR, (k->rights & EMU_LR) != 0);
	emu_set(mkc, PRM_MKC_LW, (k->rights & EMU_LW) != 0);
	emu_set(mkc, PRM_MKC_RR, (k->rights & EMU_RR) != 0);
	emu_set(mkc, PRM_MKC_RW, (k->rights & EMU_RW) != 0);
	emu_set(mkc, PRM_MKC_A, (k->rights & EMU_A) != 0);
	emu_set(mkc, PRM_MKC_QPN, k->qpn != 0 ? k->qpn : EMU_ANY_QPN);
	emu_set(mkc, PRM_MKC_MKEY_7_0, k->variant);
	emu_set(mkc, PRM_MKC_LENGTH64, k->length64);
	emu_set(mkc, PRM_MKC_EN_RINVAL, k->rinval);
	emu_set(mkc, PRM_MKC_PD, k->pd != 0 ? k->pd : s->pd);
	emu_set(mkc, PRM_MKC_START_ADDR, k->start);
	emu_set(mkc, PRM_MKC_LEN, k->len);
	emu_set(mkc, PRM_MKC_TRANSLATIONS_OCTWORD_SIZE, k->octw);
	emu_set(mkc, PRM_MKC_LOG_PAGE_SIZE, k->log_page);
	emu_set(in, PRM_CREATE_MKEY_IN_PG_ACCESS, k->actual > 0);
	emu_set(in, PRM_CREATE_MKEY_IN_TRANSLATIONS_OCTWORD_ACTUAL_SIZE, k->actual);
	if (k->actual > 0)
		memcpy(in + PRM_CREATE_MKEY_IN_KLM_PAS_MTT_OFF, k->list, 16ul * k->actual);
	st = twin_cmd(s, in, len, out, sizeof(out), NULL);
	*key = (uint32_t)emu_get(out, PRM_CREATE_MKEY_OUT_MKEY_INDEX) << 8 | k->variant;
	free(in);
	return st;
}

uint32_t twin_key_make(struct twin_side *s, const struct twin_key *k)
{
	uint32_t key;

	assert_int_equal(twin_key_try(s, k, &key), 0);
	return key;
}

uint32_t twin_key_pa(struct twin_side *s, uint8_t rights)
{
	struct twin_key k = {
		.mode = EMU_KEY_PA, .variant = 0x5a, .rights = rights, .length64 = true};

	return twin_key_make(s, &k);
}

uint8_t twin_state(struct twin_qp *q)
{
	struct emu_qp *e = emu_id_get(&q->s->f, EMU_QP, q->qpn);

	return e->state;
}
