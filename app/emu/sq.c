/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Send queues: the doorbell record is read when a WQE is wanted, a WQE is fetched once and whole, and what
 * contradicts the queue (index, queue number, length, opcode) ends as a completion in error, in its turn.
 */
#include <string.h>

#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

void sq_read_record(struct emu_qp *q)
{
	uint8_t rec[4];
	uint16_t pi;

	q->sq.rung = false;
	if (emu_dma_read(q->f, q->dbr + 4, rec, sizeof(rec)) != 0) {
		emu_lint(q->f, "the doorbell record of QP 0x%x is not mapped", q->qpn);
		return;
	}
	pi = (uint16_t)rd32(rec);
	if ((uint16_t)(pi - q->sq.ci) > q->sq.size) {
		emu_stats(q->f)->doorbell_mismatch++;
		emu_lint(q->f, "QP 0x%x: the record says %u, but %u of %u WQEBBs are not fetched",
			q->qpn, pi, (uint16_t)(pi - q->sq.ci), q->sq.size);
		return;
	}
	q->sq.limit = pi;
}

bool sq_can_fetch(struct emu_qp *q)
{
	if (q->state != EMU_QPS_RTS || q->sq.count == EMU_WINDOW)
		return false;
	if (q->sq.count > 0) {
		struct emu_item *last = qp_item(q, q->sq.count - 1);

		if (last->state == EMU_ITEM_DONE && last->syndrome != 0)
			return false; /* the queue is about to fail */
	}
	return q->sq.rung || q->sq.ci != q->sq.limit;
}

static int read_wqe(struct emu_qp *q, uint8_t *raw, uint32_t from, uint32_t to)
{
	while (from < to) {
		uint64_t slot = (q->sq.ci + from / EMU_WQEBB) % q->sq.size;
		uint32_t n = (uint32_t)((q->sq.size - slot) * EMU_WQEBB);

		if (n > to - from)
			n = to - from;
		if (wqbuf_read(q->f, &q->buf, q->sq.off + slot * EMU_WQEBB, raw + from, n) != 0)
			return -1;
		from += n;
	}
	return 0;
}

static enum emu_wqe_kind kind_of(const struct emu_qp *q)
{
	if (q->type == EMU_QPT_XRC)
		return EMU_WQE_XRC;
	return qp_datagram(q) ? EMU_WQE_DATAGRAM : EMU_WQE_PLAIN;
}

static bool op_legal(const struct emu_qp *q, uint8_t op)
{
	switch (q->type) {
	case EMU_QPT_RC:
	case EMU_QPT_XRC:
		return true;
	case EMU_QPT_UC:
		return op == EMU_OP_SEND || op == EMU_OP_SEND_IMM || op == EMU_OP_WRITE ||
		       op == EMU_OP_WRITE_IMM || op == EMU_OP_UMR || op == EMU_OP_NOP;
	case EMU_QPT_UD:
	case EMU_QPT_QP0:
	case EMU_QPT_QP1:
		return op == EMU_OP_SEND || op == EMU_OP_SEND_IMM || op == EMU_OP_NOP;
	case EMU_QPT_REG_UMR:
		return op == EMU_OP_UMR || op == EMU_OP_NOP;
	default:
		return op == EMU_OP_NOP;
	}
}

static const char *refusal(const struct emu_qp *q, const struct emu_wqe *w)
{
	if (w->bad != NULL)
		return w->bad;
	if (w->index != q->sq.ci)
		return "its index is not where it lies";
	if (w->qpn != q->qpn)
		return "it names another queue";
	if (w->ds * EMU_DS > q->max_wqe)
		return "it is longer than max_wqe_sz_sq";
	if (w->bb > (uint16_t)(q->sq.limit - q->sq.ci))
		return "it reaches beyond the doorbell record";
	if (!op_legal(q, w->op))
		return "its opcode is not one of the queue's type";
	return NULL;
}

void sq_fetch(struct emu_qp *q)
{
	struct emu_item *it;
	const char *why;
	uint32_t bytes;

	if (q->sq.rung)
		sq_read_record(q);
	if (q->sq.ci == q->sq.limit)
		return;
	it = qp_item(q, q->sq.count++);
	it->state = EMU_ITEM_FETCHED;
	it->syndrome = it->vendor = it->tries = 0;
	it->counted = false;
	it->ready = adv_ready(q->f);
	emu_stats(q->f)->wqes++;
	memset(it->raw, 0, EMU_WQEBB);
	why = "it is not mapped";
	if (read_wqe(q, it->raw, 0, EMU_WQEBB) == 0) {
		bytes = (emu_wqe_bytes(it->raw) + EMU_WQEBB - 1) / EMU_WQEBB * EMU_WQEBB;
		if (bytes <= EMU_WQEBB || read_wqe(q, it->raw, EMU_WQEBB, bytes) == 0)
			why = NULL;
	}
	emu_wqe_decode_as(&it->w, it->raw, sizeof(it->raw), kind_of(q));
	if (why == NULL)
		why = refusal(q, &it->w);
	if (q->f->w->opt.trace)
		emu_trace(q->f, "qp 0x%x wqe %u %s ds %u fence %u", q->qpn, q->sq.ci,
			emu_wqe_name(it->w.op), it->w.ds, it->w.fence);
	if (why != NULL) {
		emu_lint(q->f, "QP 0x%x WQE %u (%s): %s", q->qpn, q->sq.ci, emu_wqe_name(it->w.op),
			why);
		it->w.index = q->sq.ci;
		it->w.bb = 1;
		item_done(it, PRM_SYND_LOC_QP_OP, EMU_VEND_QP_OP);
	}
	q->sq.ci = (uint16_t)(q->sq.ci + it->w.bb);
}

static void complete(struct emu_qp *q, uint8_t op, uint16_t index, uint32_t bytes, uint8_t syndrome,
	uint8_t vendor)
{
	struct emu_cq *cq = qp_cq(q, q->scqn);
	uint8_t cqe[64] = {0};

	if (cq == NULL)
		return;
	wr32(cqe + 0x20, q->user_index);
	wr32(cqe + 0x38, (uint32_t)op << 24 | q->qpn);
	wr16(cqe + 0x3c, index);
	if (syndrome == 0) {
		wr32(cqe + 0x2c, bytes);
		wr64(cqe + 0x30, emu_now_ns());
		cqe[0x3f] = PRM_CQE_REQ << 4;
	} else {
		cqe[0x36] = vendor;
		cqe[0x37] = syndrome;
		cqe[0x3f] = PRM_CQE_REQ_ERR << 4;
	}
	cq_post(cq, cqe, syndrome != 0);
	if (cq->failed)
		qp_error(q);
}

/* behind a failure everything is flushed, also what already had its effect */
static void flush_window(struct emu_qp *q)
{
	for (uint32_t i = 0; i < q->sq.count; i++)
		item_done(qp_item(q, i), PRM_SYND_WR_FLUSH, EMU_VEND_FLUSH);
}

void sq_retire(struct emu_qp *q)
{
	struct emu_item *it = qp_item(q, 0);

	q->sq.head = (q->sq.head + 1) % EMU_WINDOW;
	q->sq.count--;
	q->sq.retired = (uint16_t)(it->w.index + it->w.bb);
	if (it->syndrome != 0) {
		emu_trace(q->f, "qp 0x%x wqe %u failed with syndrome 0x%x", q->qpn, it->w.index,
			it->syndrome);
		qp_send_error(q);
		flush_window(q);
	}
	if (it->syndrome != 0 || it->w.ce >= 2)
		complete(q, it->w.op, it->w.index, (uint32_t)it->w.total, it->syndrome, it->vendor);
}

bool sq_flush_one(struct emu_qp *q)
{
	uint8_t raw[EMU_DS] = {0};
	uint32_t bytes;
	uint16_t index = q->sq.ci;

	if (q->sq.count > 0) {
		if (qp_item(q, 0)->state != EMU_ITEM_DONE)
			flush_window(q);
		sq_retire(q);
		return true;
	}
	if (q->sq.size == 0)
		return false;
	sq_read_record(q);
	if (q->sq.ci == q->sq.limit)
		return false;
	(void)read_wqe(q, raw, 0, sizeof(raw));
	bytes = emu_wqe_bytes(raw);
	q->sq.ci = (uint16_t)(q->sq.ci +
			      (bytes > EMU_WQEBB ? (bytes + EMU_WQEBB - 1) / EMU_WQEBB : 1));
	if ((uint16_t)(q->sq.limit - q->sq.ci) > q->sq.size)
		q->sq.ci = q->sq.limit; /* the last one claims more than was posted */
	q->sq.retired = q->sq.ci;
	complete(q, raw[3], index, 0, PRM_SYND_WR_FLUSH, EMU_VEND_FLUSH);
	return true;
}
