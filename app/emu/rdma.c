/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a requester asks of its responder, message by message: a peer is found by LID and queue number, or is
 * in the same function (force loopback); packet numbers must agree, or nobody answers. The responder
 * checks before it moves a byte, and an error ends both sides as the tables of doc/emulator.md say.
 */
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rdma.h"

#define PSN_MASK 0xffffffu

struct emu_qp *rdma_peer(struct emu_qp *q)
{
	struct emu_fn *f = q->force_loopback ? q->f : NULL, *back;
	struct emu_qp *r;

	if (f == NULL && emu_port_active(q->f))
		f = emu_by_lid(q->f->w, q->rlid);
	r = f != NULL ? emu_id_get(f, EMU_QP, q->remote_qpn) : NULL;
	if (r == NULL || r->type != q->type || r->remote_qpn != q->qpn)
		return NULL;
	if (r->state != EMU_QPS_RTR && r->state != EMU_QPS_RTS && r->state != EMU_QPS_SQD)
		return NULL;
	back = r->force_loopback ? r->f : emu_by_lid(r->f->w, r->rlid);
	return back == q->f ? r : NULL;
}

/* packets that a message of @bytes takes */
static uint32_t packets(const struct emu_qp *q, uint64_t bytes)
{
	uint32_t mtu_log2 = q->mtu + 7u; /* 1: 256 bytes .. 5: 4096 */

	return bytes == 0 ? 1 : (uint32_t)((bytes + (1u << mtu_log2) - 1) >> mtu_log2);
}

static void advance_psn(struct emu_qp *q, struct emu_qp *r, uint64_t bytes)
{
	q->sq.psn = (q->sq.psn + packets(q, bytes)) & PSN_MASK;
	r->rq.psn = q->sq.psn;
	if (r->state == EMU_QPS_RTR && !r->rq.established_told) {
		r->rq.established_told = true;
		qp_event(r, PRM_EV_COMM_EST);
	}
}

int rdma_unanswered(struct emu_qp *q, struct emu_item *it)
{
	uint64_t timeout = 4096ull << q->ack_timeout;

	if (!it->counted) {
		it->counted = true;
		it->deadline = emu_now_ns() + timeout * (q->retry + 1u);
	}
	if (q->ack_timeout == 0 || emu_now_ns() < it->deadline)
		return 1;
	item_done(it, PRM_SYND_RETRY_EXC, EMU_VEND_RETRY);
	return 0;
}

int rdma_not_ready(struct emu_qp *q, struct emu_qp *r, struct emu_item *it)
{
	/* the RNR timer codes of the InfiniBand specification, in units of 10 us */
	static const uint16_t timer[32] = {65535, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128,
		192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384,
		24576, 32768, 49152};

	if (it->counted && emu_now_ns() < it->deadline)
		return 1;
	if (q->rnr_retry != 7 && it->tries >= q->rnr_retry) {
		item_done(it, PRM_SYND_RNR_RETRY_EXC, EMU_VEND_RNR);
		return 0;
	}
	it->tries++;
	it->counted = true;
	it->deadline = emu_now_ns() + timer[r->min_rnr] * 10000ull;
	return 1;
}

void rdma_refuse(struct emu_qp *r, struct emu_item *it, uint8_t syndrome)
{
	emu_stats(r->f)->faults++;
	switch (syndrome) {
	case PRM_SYND_REM_ACCESS:
		item_done(it, syndrome, EMU_VEND_REM_ACCESS);
		qp_event(r, PRM_EV_WQ_ACCESS_ERROR);
		break;
	case PRM_SYND_REM_INV_REQ:
		item_done(it, syndrome, EMU_VEND_REM_INV_REQ);
		qp_event(r, PRM_EV_WQ_INVAL_REQ_ERROR);
		break;
	default:
		item_done(it, PRM_SYND_REM_OP, EMU_VEND_REM_OP);
		qp_event(r, PRM_EV_WQ_CATAS_ERROR);
		break;
	}
	qp_error(r);
}

void rdma_local_fault(struct emu_qp *q, struct emu_item *it, enum emu_fault fault)
{
	emu_trace(
		q->f, "qp 0x%x wqe %u local fault: %s", q->qpn, it->w.index, emu_fault_name(fault));
	emu_stats(q->f)->faults++;
	item_done(it, PRM_SYND_LOC_PROT, EMU_VEND_LOC_PROT);
}

void rdma_remote_fault(struct emu_qp *r, struct emu_item *it, enum emu_fault fault)
{
	emu_trace(r->f, "qp 0x%x key 0x%08x at 0x%llx refused: %s", r->qpn, it->w.rkey,
		(unsigned long long)it->w.raddr, emu_fault_name(fault));
	rdma_refuse(r, it, fault == EMU_FAULT_DMA ? PRM_SYND_REM_OP : PRM_SYND_REM_ACCESS);
}

/* the remote key and range, without a look at the data */
enum emu_fault rdma_check_remote(struct emu_qp *r, const struct emu_item *it, uint8_t right)
{
	struct emu_xlate x;

	return xlate_begin(&x, &r->who, it->w.rkey, right, it->w.raddr, it->w.total);
}

void rdma_remote_sgl(struct emu_sgl *s, struct emu_seg *seg, struct emu_qp *r,
	const struct emu_item *it, uint8_t right)
{
	seg->inl = false;
	seg->key = it->w.rkey;
	seg->addr = it->w.raddr;
	seg->len = (uint32_t)it->w.total;
	sgl_init(s, &r->who, seg, 1, NULL, right);
}

static int request_write(struct emu_qp *q, struct emu_qp *r, struct emu_item *it)
{
	bool imm = it->w.op == EMU_OP_WRITE_IMM;
	struct emu_rwqe rwqe;
	struct emu_sgl to, from;
	struct emu_seg seg;
	enum emu_fault fault;

	sgl_init(&from, &q->who, it->w.seg, it->w.nseg, it->raw, EMU_LR);
	if (!sgl_check(&from)) {
		rdma_local_fault(q, it, from.fault);
		return 0;
	}
	fault = r->rwe ? rdma_check_remote(r, it, EMU_RW) : EMU_FAULT_RIGHTS;
	if (fault != EMU_FAULT_NONE) {
		rdma_remote_fault(r, it, fault);
		return 0;
	}
	if (imm && rq_take(r, &rwqe) != EMU_RQ_GOT)
		return rdma_not_ready(q, r, it);
	rdma_remote_sgl(&to, &seg, r, it, EMU_RW);
	if (!sgl_copy(&to, &from, it->w.total)) {
		if (imm)
			r->rq.ci--;
		if (from.fault != EMU_FAULT_NONE)
			rdma_local_fault(q, it, from.fault);
		else
			rdma_remote_fault(r, it, to.fault);
		return 0;
	}
	emu_stats(q->f)->bytes_written += it->w.total;
	advance_psn(q, r, it->w.total);
	if (imm)
		rq_complete(r, PRM_CQE_RESP_WR_IMM, rwqe.index, (uint32_t)it->w.total, it->w.imm,
			it->w.solicited, 0, 0);
	item_done(it, 0, 0);
	return 0;
}

static int request_read(struct emu_qp *q, struct emu_qp *r, struct emu_item *it)
{
	enum emu_fault fault = r->rre ? rdma_check_remote(r, it, EMU_RR) : EMU_FAULT_RIGHTS;

	if (fault != EMU_FAULT_NONE) {
		rdma_remote_fault(r, it, fault);
		return 0;
	}
	advance_psn(q, r, it->w.total);
	it->state = EMU_ITEM_REQUESTED;
	it->ready = adv_ready(q->f);
	return 0;
}

int rdma_request(struct emu_qp *q, struct emu_item *it)
{
	struct emu_qp *r;
	int ret;

	if (q->type != EMU_QPT_RC || it->w.total > 1ull << q->log_msg_max) {
		emu_stats(q->f)->faults++;
		item_done(it, PRM_SYND_LOC_LEN, EMU_VEND_LOC_LEN);
		return 0;
	}
	r = rdma_peer(q);
	if (r == NULL || r->rq.psn != q->sq.psn)
		return rdma_unanswered(q, it);
	switch (it->w.op) {
	case EMU_OP_WRITE:
	case EMU_OP_WRITE_IMM:
		return request_write(q, r, it);
	case EMU_OP_READ:
		return request_read(q, r, it);
	case EMU_OP_CAS:
	case EMU_OP_FADD:
		ret = rdma_atomic(q, r, it);
		break;
	default:
		ret = rdma_send(q, r, it);
		break;
	}
	if (ret == 0 && (it->state == EMU_ITEM_REQUESTED || it->syndrome == 0))
		advance_psn(q, r, it->w.total);
	return ret;
}

int rdma_land(struct emu_qp *q, struct emu_item *it)
{
	struct emu_qp *r;
	struct emu_sgl to, from;
	struct emu_seg seg;

	if (it->w.op != EMU_OP_READ) {
		rdma_atomic_land(q, it);
		return 0;
	}
	r = rdma_peer(q);
	if (r == NULL)
		return rdma_unanswered(q, it);
	rdma_remote_sgl(&from, &seg, r, it, EMU_RR);
	sgl_init(&to, &q->who, it->w.seg, it->w.nseg, NULL, EMU_LW);
	if (!sgl_check(&to) || !sgl_copy(&to, &from, it->w.total)) {
		if (to.fault != EMU_FAULT_NONE)
			rdma_local_fault(q, it, to.fault);
		else
			rdma_remote_fault(r, it, from.fault);
		return 0;
	}
	emu_stats(q->f)->bytes_read += it->w.total;
	item_done(it, 0, 0);
	return 0;
}
