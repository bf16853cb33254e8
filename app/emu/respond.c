/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A responder at work, whatever the service: SEND in its three forms and WRITE, with and without immediate. It checks
 * before it moves a byte. A receive that fails completes in error and takes its queue along; all other refusals are
 * only said, and the service decides what they do.
 */
#include <string.h>

#include "prm/gen/prm_names.h"
#include "rd.h"
#include "rdma.h"

void resp_init(struct emu_resp *r, struct emu_qp *q, uint32_t xrc_srqn)
{
	bool xrc = q->type == EMU_QPT_XRC;
	struct emu_srq *srq = xrc || q->has_srq
				      ? emu_id_get(q->f, EMU_SRQ, xrc ? xrc_srqn : q->srqn)
				      : NULL;

	r->q = q;
	r->rq = &q->rq;
	r->who = r->rwho = q->who;
	if (xrc && (srq == NULL || srq->xrcd != q->xrcd)) { /* other forms are of no domain */
		r->rq = NULL;
	} else if (srq != NULL) {
		r->rq = &srq->rq;
		r->rwho.pd = srq->pd;
		r->rwho.rlky = srq->rlky;
	}
	if (xrc)
		r->who = r->rwho;
}

void respond_established(struct emu_qp *q)
{
	if (q->state == EMU_QPS_RTR && !q->established_told) {
		q->established_told = true;
		qp_event(q, PRM_EV_COMM_EST);
	}
}

static void received(
	struct emu_resp *r, const struct emu_msg *m, uint8_t opcode, uint16_t index, uint32_t bytes)
{
	struct emu_rcqe c = {
		.opcode = opcode,
		.solicited = m->solicited,
		.index = index,
		.bytes = bytes,
		.imm = m->imm,
		.from = m->sqpn | (uint32_t)m->sl << 24 | (uint32_t)m->grh << 28,
		.slid = m->slid,
		.ml_path = m->multicast ? 0x80 : 0,
	};

	if (qp_datagram(r->q) && m->op == EMU_OP_SEND)
		c.imm = m->pkey; /* mlx5_ib reads it there for QP1 */
	rq_complete(r->q, r->rq->srq, &c);
}

static enum emu_nak receive_failed(struct emu_resp *r, uint16_t index, enum emu_nak why)
{
	struct emu_rcqe c = {.index = index};

	c.syndrome = why == EMU_NAK_SHORT ? PRM_SYND_LOC_LEN : PRM_SYND_LOC_PROT;
	c.vendor = why == EMU_NAK_SHORT ? EMU_VEND_LOC_LEN : EMU_VEND_LOC_PROT;
	emu_stats(r->q->f)->faults++;
	qp_error(r->q);
	rq_complete(r->q, r->rq->srq, &c);
	return why;
}

/* the key that the requester wants invalidated, if it may */
static struct emu_mkey *invalidable(struct emu_resp *r, uint32_t rkey)
{
	struct emu_mkey *k = mkey_find(r->q->f, rkey);

	if (k == NULL || k->free || k->variant != (rkey & 0xff) || !k->en_rinval ||
		k->pd != r->who.pd || k->mode == EMU_KEY_PA ||
		(k->qpn != EMU_ANY_QPN && k->qpn != r->q->qpn))
		return NULL;
	return k;
}

static void skip(struct emu_rwqe *w, uint32_t bytes)
{
	uint32_t i = 0;

	while (bytes > 0 && i < w->nseg) {
		uint32_t n = bytes < w->seg[i].len ? bytes : w->seg[i].len;

		w->seg[i].addr += n;
		w->seg[i].len -= n;
		bytes -= n;
		if (w->seg[i].len == 0)
			i++;
	}
	memmove(w->seg, w->seg + i, (w->nseg - i) * sizeof(w->seg[0]));
	w->nseg -= i;
}

/* the first 40 bytes of a datagram's receive: the GRH, or nothing that anybody may rely on */
static bool place_grh(struct emu_resp *r, const struct emu_msg *m, struct emu_sgl *to)
{
	uint8_t noise[EMU_GRH_BYTES];

	if (m->grh)
		return sgl_write(to, m->global, EMU_GRH_BYTES);
	for (uint32_t i = 0; i < sizeof(noise); i += 8)
		wr64(noise + i, emu_rand(r->q->f->w));
	return sgl_write(to, noise, sizeof(noise));
}

static bool scatter(struct emu_resp *r, const struct emu_msg *m, struct emu_rwqe *w,
	struct emu_sgl *to, struct emu_sgl *from)
{
	sgl_init(to, &r->rwho, w->seg, w->nseg, NULL, EMU_LW);
	if (!sgl_check(to))
		return false;
	if (qp_datagram(r->q)) {
		if (m->grh || eng_adversarial(r->q->f)) {
			if (!place_grh(r, m, to))
				return false;
		} else {
			skip(w, EMU_GRH_BYTES);
			sgl_init(to, &r->rwho, w->seg, w->nseg, NULL, EMU_LW);
		}
	}
	return sgl_copy(to, from, m->len);
}

static uint8_t send_opcode(uint8_t op)
{
	switch (op) {
	case EMU_OP_SEND_INV:
		return PRM_CQE_RESP_SEND_INV;
	case EMU_OP_SEND_IMM:
		return PRM_CQE_RESP_SEND_IMM;
	default:
		return PRM_CQE_RESP_SEND;
	}
}

enum emu_nak respond_send(struct emu_resp *r, const struct emu_msg *m, struct emu_sgl *from)
{
	uint64_t bytes = m->len + (qp_datagram(r->q) ? EMU_GRH_BYTES : 0);
	struct emu_mkey *inv = NULL;
	struct emu_rwqe rwqe;
	struct emu_sgl to;

	switch (rq_take(r->rq, &rwqe)) {
	case EMU_RQ_EMPTY:
		return EMU_NAK_RNR;
	case EMU_RQ_BROKEN:
		return EMU_NAK_OP;
	case EMU_RQ_GOT:
		break;
	}
	if (m->op == EMU_OP_SEND_INV) {
		inv = invalidable(r, m->imm);
		if (inv == NULL) {
			rq_put_back(r->rq, &rwqe);
			return EMU_NAK_ACCESS;
		}
	}
	if (rwqe.total < bytes)
		return receive_failed(r, rwqe.index, EMU_NAK_SHORT);
	if (!scatter(r, m, &rwqe, &to, from)) {
		if (from->fault == EMU_FAULT_NONE)
			return receive_failed(r, rwqe.index, EMU_NAK_RECEIVE);
		rq_put_back(r->rq, &rwqe);
		return EMU_NAK_SENDER;
	}
	if (inv != NULL)
		inv->free = true;
	received(r, m, send_opcode(m->op), rwqe.index, (uint32_t)bytes);
	return EMU_ACK;
}

static enum emu_nak refused(struct emu_resp *r, const struct emu_msg *m, enum emu_fault fault)
{
	emu_trace(r->q->f, "qp 0x%x key 0x%08x at 0x%llx refused: %s", r->q->qpn, m->rkey,
		(unsigned long long)m->raddr, emu_fault_name(fault));
	return fault == EMU_FAULT_DMA ? EMU_NAK_OP : EMU_NAK_ACCESS;
}

enum emu_nak respond_write(struct emu_resp *r, const struct emu_msg *m, struct emu_sgl *from)
{
	struct emu_seg seg = {.key = m->rkey, .addr = m->raddr, .len = (uint32_t)m->len};
	bool imm = m->op == EMU_OP_WRITE_IMM;
	enum emu_rq_got got = EMU_RQ_GOT;
	enum emu_fault fault = EMU_FAULT_RIGHTS;
	struct emu_rwqe rwqe;
	struct emu_xlate x;
	struct emu_sgl to;

	if (r->q->rwe)
		fault = xlate_begin(&x, &r->who, m->rkey, EMU_RW, m->raddr, m->len);
	if (fault != EMU_FAULT_NONE)
		return refused(r, m, fault);
	if (imm)
		got = rq_take(r->rq, &rwqe);
	if (got != EMU_RQ_GOT)
		return got == EMU_RQ_EMPTY ? EMU_NAK_RNR : EMU_NAK_OP;
	sgl_init(&to, &r->who, &seg, 1, NULL, EMU_RW);
	if (!sgl_copy(&to, from, m->len)) {
		if (imm)
			rq_put_back(r->rq, &rwqe);
		return from->fault != EMU_FAULT_NONE ? EMU_NAK_SENDER : refused(r, m, to.fault);
	}
	if (imm)
		received(r, m, PRM_CQE_RESP_WR_IMM, rwqe.index, (uint32_t)m->len);
	return EMU_ACK;
}
