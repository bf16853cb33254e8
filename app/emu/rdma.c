/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a requester of an acknowledged service (RC, XRC) asks of its responder, message by message: a peer is found by
 * LID and queue number, or is in the same function (force loopback); packet numbers must agree, or nobody answers. An
 * error ends both sides as the tables of doc/emulator.md say.
 */
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rdma.h"

#define PSN_MASK 0xffffffu
#define PKEY_KEY 0x7fffu /* the other bit: a full member */

struct emu_fn *fabric_fn(struct emu_fn *from, bool fl, uint16_t lid)
{
	if (fl)
		return from->hca != NULL ? from : NULL;
	return emu_port_active(from) ? emu_by_lid(from->w, lid) : NULL;
}

struct emu_qp *fabric_qp(struct emu_fn *f, uint32_t qpn)
{
	struct emu_qp *q;

	if (qpn > 1)
		return emu_id_get(f, EMU_QP, qpn);
	TAILQ_FOREACH (q, &f->w->engine->qps, all)
		if (q->f == f && q->type == (qpn == 0 ? EMU_QPT_QP0 : EMU_QPT_QP1))
			return q;
	return NULL;
}

bool fabric_pkeys_match(uint16_t a, uint16_t b)
{
	return (a & PKEY_KEY) != 0 && (a & PKEY_KEY) == (b & PKEY_KEY) && ((a | b) & ~PKEY_KEY);
}

bool qp_can_receive(const struct emu_qp *q)
{
	return q->state == EMU_QPS_RTR || q->state == EMU_QPS_RTS || q->state == EMU_QPS_SQD ||
	       q->state == EMU_QPS_SQER;
}

void msg_init(struct emu_msg *m, struct emu_qp *q, const struct emu_item *it)
{
	*m = (struct emu_msg){
		.type = q->type,
		.op = it->w.op,
		.solicited = it->w.solicited,
		.fl = q->force_loopback,
		.src = q->f->index,
		.slid = emu_port_lid(q->f),
		.dlid = q->rlid,
		.pkey = q->pkey,
		.sqpn = q->qpn,
		.dqpn = q->remote_qpn,
		.imm = it->w.imm,
		.rkey = it->w.rkey,
		.raddr = it->w.raddr,
		.len = it->w.total,
	};
}

bool rdma_responder(struct emu_qp *q, const struct emu_item *it, struct emu_resp *r)
{
	struct emu_fn *f = fabric_fn(q->f, q->force_loopback, q->rlid);
	struct emu_qp *peer = f != NULL ? emu_id_get(f, EMU_QP, q->remote_qpn) : NULL;

	if (peer == NULL || peer->type != q->type || peer->remote_qpn != q->qpn ||
		!qp_can_receive(peer) || !fabric_pkeys_match(q->pkey, peer->pkey))
		return false;
	if (fabric_fn(peer->f, peer->force_loopback, peer->rlid) != q->f)
		return false;
	resp_init(r, peer, it->w.srqn);
	return true;
}

uint32_t rdma_packets(const struct emu_qp *q, uint64_t bytes)
{
	uint32_t mtu_log2 = q->mtu + 7u; /* 1: 256 bytes .. 5: 4096 */

	return bytes == 0 ? 1 : (uint32_t)((bytes + (1u << mtu_log2) - 1) >> mtu_log2);
}

static void advance_psn(struct emu_qp *q, struct emu_qp *r, uint64_t bytes)
{
	q->sq.psn = (q->sq.psn + rdma_packets(q, bytes)) & PSN_MASK;
	r->rpsn = q->sq.psn;
	respond_established(r);
}

/* nobody answered: 1 to wait, 0 when the retries are used up */
static int unanswered(struct emu_qp *q, struct emu_item *it)
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

/* the responder has no receive: as above */
static int not_ready(struct emu_qp *q, struct emu_qp *r, struct emu_item *it)
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

/* how a SEND or a WRITE ended at the responder, to the requester */
static int conclude(struct emu_qp *q, struct emu_resp *r, struct emu_item *it,
	const struct emu_sgl *from, enum emu_nak nak)
{
	switch (nak) {
	case EMU_ACK:
		advance_psn(q, r->q, it->w.total);
		item_done(it, 0, 0);
		break;
	case EMU_NAK_RNR:
		return not_ready(q, r->q, it);
	case EMU_NAK_ACCESS:
		rdma_refuse(r->q, it, PRM_SYND_REM_ACCESS);
		break;
	case EMU_NAK_OP:
		rdma_refuse(r->q, it, PRM_SYND_REM_OP);
		break;
	case EMU_NAK_SHORT:
		item_done(it, PRM_SYND_REM_INV_REQ, EMU_VEND_REM_INV_REQ);
		break;
	case EMU_NAK_RECEIVE:
		item_done(it, PRM_SYND_REM_OP, EMU_VEND_REM_OP);
		break;
	case EMU_NAK_SENDER:
		rdma_local_fault(q, it, from->fault);
		break;
	}
	return 0;
}

static int request_message(struct emu_qp *q, struct emu_resp *r, struct emu_item *it, bool write)
{
	struct emu_sgl from;
	struct emu_msg m;
	enum emu_nak nak;

	sgl_init(&from, &q->who, it->w.seg, it->w.nseg, it->raw, EMU_LR);
	if (!sgl_check(&from)) {
		rdma_local_fault(q, it, from.fault);
		return 0;
	}
	msg_init(&m, q, it);
	nak = write ? respond_write(r, &m, &from) : respond_send(r, &m, &from);
	if (nak == EMU_ACK && write)
		emu_stats(q->f)->bytes_written += it->w.total;
	else if (nak == EMU_ACK)
		emu_stats(q->f)->bytes_sent += it->w.total;
	return conclude(q, r, it, &from, nak);
}

static int request_read(struct emu_qp *q, struct emu_resp *r, struct emu_item *it)
{
	enum emu_fault fault = EMU_FAULT_RIGHTS;
	struct emu_xlate x;

	if (r->q->rre) /* the key and range, without a look at the data */
		fault = xlate_begin(&x, &r->who, it->w.rkey, EMU_RR, it->w.raddr, it->w.total);
	if (fault != EMU_FAULT_NONE) {
		rdma_remote_fault(r->q, it, fault);
		return 0;
	}
	advance_psn(q, r->q, it->w.total);
	it->state = EMU_ITEM_REQUESTED;
	it->ready = adv_ready(q->f);
	return 0;
}

static uint64_t longest(const struct emu_qp *q)
{
	uint64_t most = 1ull << q->log_msg_max, mtu = 128ull << q->mtu;

	return qp_datagram(q) && mtu < most ? mtu : most;
}

int rdma_request(struct emu_qp *q, struct emu_item *it)
{
	struct emu_resp r;
	int ret;

	if (it->w.total > longest(q)) {
		emu_stats(q->f)->faults++;
		item_done(it, PRM_SYND_LOC_LEN, EMU_VEND_LOC_LEN);
		return 0;
	}
	if (qp_unreliable(q)) {
		unreliable_request(q, it);
		return 0;
	}
	if (!rdma_responder(q, it, &r) || r.q->rpsn != q->sq.psn)
		return unanswered(q, it);
	if (r.rq == NULL) {
		rdma_refuse(r.q, it, PRM_SYND_REM_INV_REQ);
		return 0;
	}
	switch (it->w.op) {
	case EMU_OP_WRITE:
	case EMU_OP_WRITE_IMM:
		return request_message(q, &r, it, true);
	case EMU_OP_READ:
		return request_read(q, &r, it);
	case EMU_OP_CAS:
	case EMU_OP_FADD:
		ret = rdma_atomic(q, &r, it);
		if (ret == 0 && it->state == EMU_ITEM_REQUESTED)
			advance_psn(q, r.q, it->w.total);
		return ret;
	default:
		return request_message(q, &r, it, false);
	}
}

int rdma_land(struct emu_qp *q, struct emu_item *it)
{
	struct emu_seg seg = {.key = it->w.rkey, .addr = it->w.raddr, .len = (uint32_t)it->w.total};
	struct emu_resp r;
	struct emu_sgl to, from;

	if (it->w.op != EMU_OP_READ) {
		rdma_atomic_land(q, it);
		return 0;
	}
	if (!rdma_responder(q, it, &r) || r.rq == NULL)
		return unanswered(q, it);
	sgl_init(&from, &r.who, &seg, 1, NULL, EMU_RR);
	sgl_init(&to, &q->who, it->w.seg, it->w.nseg, NULL, EMU_LW);
	if (!sgl_check(&to) || !sgl_copy(&to, &from, it->w.total)) {
		if (to.fault != EMU_FAULT_NONE)
			rdma_local_fault(q, it, to.fault);
		else
			rdma_remote_fault(r.q, it, from.fault);
		return 0;
	}
	emu_stats(q->f)->bytes_read += it->w.total;
	item_done(it, 0, 0);
	return 0;
}
