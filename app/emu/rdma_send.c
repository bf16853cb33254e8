/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * SEND in its three forms: the responder's receive is checked for room, filled, and completed; one that
 * carries an invalidation frees the responder's key first, if the key allows that.
 */
#include "prm/gen/prm_names.h"
#include "rdma.h"

/* the key that the requester wants invalidated, if it may */
static struct emu_mkey *invalidable(struct emu_qp *r, uint32_t rkey)
{
	struct emu_mkey *k = mkey_find(r->f, rkey);

	if (k == NULL || k->free || k->variant != (rkey & 0xff) || !k->en_rinval ||
		k->pd != r->who.pd || k->mode == EMU_KEY_PA ||
		(k->qpn != EMU_ANY_QPN && k->qpn != r->qpn))
		return NULL;
	return k;
}

/* the responder's own receive is at fault: it completes in error, the requester hears of it */
static void receive_failed(struct emu_qp *r, struct emu_item *it, uint16_t index, uint8_t mine,
	uint8_t vendor, uint8_t theirs, uint8_t their_vendor)
{
	emu_stats(r->f)->faults++;
	qp_error(r);
	rq_complete(r, 0, index, 0, 0, false, mine, vendor);
	item_done(it, theirs, their_vendor);
}

int rdma_send(struct emu_qp *q, struct emu_qp *r, struct emu_item *it)
{
	struct emu_mkey *inv = NULL;
	struct emu_rwqe rwqe;
	struct emu_sgl to, from;
	uint8_t op = PRM_CQE_RESP_SEND;

	sgl_init(&from, &q->who, it->w.seg, it->w.nseg, it->raw, EMU_LR);
	if (!sgl_check(&from)) {
		rdma_local_fault(q, it, from.fault);
		return 0;
	}
	switch (rq_take(r, &rwqe)) {
	case EMU_RQ_EMPTY:
		return rdma_not_ready(q, r, it);
	case EMU_RQ_BROKEN:
		rdma_refuse(r, it, PRM_SYND_REM_OP);
		return 0;
	case EMU_RQ_GOT:
		break;
	}
	if (it->w.op == EMU_OP_SEND_INV) {
		inv = invalidable(r, it->w.imm);
		if (inv == NULL) {
			r->rq.ci--;
			rdma_refuse(r, it, PRM_SYND_REM_ACCESS);
			return 0;
		}
	}
	if (rwqe.total < it->w.total) {
		receive_failed(r, it, rwqe.index, PRM_SYND_LOC_LEN, EMU_VEND_LOC_LEN,
			PRM_SYND_REM_INV_REQ, EMU_VEND_REM_INV_REQ);
		return 0;
	}
	sgl_init(&to, &r->who, rwqe.seg, rwqe.nseg, NULL, EMU_LW);
	if (!sgl_check(&to) || !sgl_copy(&to, &from, it->w.total)) {
		if (from.fault != EMU_FAULT_NONE) {
			r->rq.ci--;
			rdma_local_fault(q, it, from.fault);
		} else {
			receive_failed(r, it, rwqe.index, PRM_SYND_LOC_PROT, EMU_VEND_LOC_PROT,
				PRM_SYND_REM_OP, EMU_VEND_REM_OP);
		}
		return 0;
	}
	emu_stats(q->f)->bytes_sent += it->w.total;
	if (inv != NULL) {
		inv->free = true;
		op = PRM_CQE_RESP_SEND_INV;
	} else if (it->w.op == EMU_OP_SEND_IMM) {
		op = PRM_CQE_RESP_SEND_IMM;
	}
	rq_complete(r, op, rwqe.index, (uint32_t)it->w.total, it->w.imm, it->w.solicited, 0, 0);
	item_done(it, 0, 0);
	return 0;
}
