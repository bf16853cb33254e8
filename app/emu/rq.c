/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Receive queues: no doorbell, only a record, read when a message needs a WQE. A WQE is a list of data
 * segments that fills its stride or ends with the terminator key.
 */
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

#define KEY_TERMINATES 0x100u

static void read_record(struct emu_qp *q)
{
	uint8_t rec[4];
	uint16_t pi;

	if (emu_dma_read(q->f, q->dbr, rec, sizeof(rec)) != 0)
		return;
	pi = (uint16_t)rd32(rec);
	if ((uint16_t)(pi - q->rq.ci) > q->rq.size) {
		emu_stats(q->f)->doorbell_mismatch++;
		emu_lint(q->f, "QP 0x%x: the receive record says %u, %u were taken of %u", q->qpn,
			pi, q->rq.ci, q->rq.size);
		return;
	}
	q->rq.limit = pi;
}

bool rq_pending(struct emu_qp *q)
{
	if (q->rq.size == 0)
		return false;
	if (q->rq.ci == q->rq.limit)
		read_record(q);
	return q->rq.ci != q->rq.limit;
}

enum emu_rq_got rq_take(struct emu_qp *q, struct emu_rwqe *r)
{
	uint8_t raw[2048];

	if (!rq_pending(q))
		return EMU_RQ_EMPTY;
	r->index = q->rq.ci;
	r->nseg = 0;
	r->total = 0;
	if (wqbuf_read(q->f, &q->buf, q->rq.off + (uint64_t)(q->rq.ci % q->rq.size) * q->rq.stride,
		    raw, q->rq.stride) != 0)
		return EMU_RQ_BROKEN;
	q->rq.ci++;
	for (uint32_t at = 0; at < q->rq.stride && r->nseg < EMU_SEG_MAX; at += EMU_DS) {
		struct emu_seg *s = &r->seg[r->nseg];
		uint32_t count = rd32(raw + at);

		s->key = rd32(raw + at + 4);
		if (s->key == KEY_TERMINATES && count == 0)
			break;
		s->inl = false;
		s->len = count != 0 ? count : EMU_BYTES_2G;
		s->addr = rd64(raw + at + 8);
		r->total += s->len;
		r->nseg++;
	}
	return EMU_RQ_GOT;
}

void rq_complete(struct emu_qp *q, uint8_t opcode, uint16_t index, uint32_t bytes, uint32_t imm,
	bool solicited, uint8_t syndrome, uint8_t vendor)
{
	struct emu_cq *cq = qp_cq(q, q->rcqn);
	uint8_t cqe[64] = {0};

	if (cq == NULL)
		return;
	wr32(cqe + 0x20, q->user_index);
	wr32(cqe + 0x38, q->qpn);
	wr16(cqe + 0x3c, index);
	if (syndrome == 0) {
		wr16(cqe + 0x16, q->rlid);
		wr24(cqe + 0x19, q->remote_qpn);
		wr32(cqe + 0x24, imm);
		wr32(cqe + 0x2c, bytes);
		wr64(cqe + 0x30, emu_now_ns());
		cqe[0x3f] = (uint8_t)(opcode << 4 | (solicited ? 2 : 0));
	} else {
		cqe[0x36] = vendor;
		cqe[0x37] = syndrome;
		cqe[0x3f] = PRM_CQE_RESP_ERR << 4;
	}
	cq_post(cq, cqe, solicited || syndrome != 0);
	if (cq->failed)
		qp_error(q);
}

bool rq_flush_one(struct emu_qp *q)
{
	if (!rq_pending(q))
		return false;
	rq_complete(q, 0, q->rq.ci++, 0, 0, false, PRM_SYND_WR_FLUSH, EMU_VEND_FLUSH);
	return true;
}
