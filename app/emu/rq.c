/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Receive queues, a queue pair's own and shared ones: no doorbell, only a record, read when a message needs a
 * WQE. A WQE is a list of data segments that fills its stride or ends with the terminator key. An own queue is
 * a ring; in a shared one each WQE opens with a segment that names the next, so that they may be freed
 * in any order (PRM, SRQ WQE; linux/mlx5/device.h mlx5_wqe_srq_next_seg).
 */
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

#define KEY_TERMINATES 0x100u
#define NEXT_SEG       16u
#define STRIDE_MAX     2048u

void rq_read_record(struct emu_rq *rq)
{
	uint8_t rec[4];
	uint16_t pi;

	if (emu_dma_read(rq->f, rq->dbr, rec, sizeof(rec)) != 0)
		return;
	pi = (uint16_t)rd32(rec);
	if ((uint16_t)(pi - rq->ci) > rq->size) {
		emu_stats(rq->f)->doorbell_mismatch++;
		emu_lint(rq->f, "a receive record (at 0x%llx) says %u, %u were taken of %u",
			(unsigned long long)rq->dbr, pi, rq->ci, rq->size);
		return;
	}
	rq->limit = pi;
}

bool rq_pending(struct emu_rq *rq)
{
	if (rq->size == 0)
		return false;
	if (rq->ci == rq->limit)
		rq_read_record(rq);
	return rq->ci != rq->limit;
}

static void read_segs(struct emu_rwqe *r, const uint8_t *raw, uint32_t at, uint32_t end)
{
	for (; at < end && r->nseg < EMU_SEG_MAX; at += EMU_DS) {
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
}

enum emu_rq_got rq_take(struct emu_rq *rq, struct emu_rwqe *r)
{
	uint8_t raw[STRIDE_MAX];

	if (rq->srq != NULL && rq->srq->failed)
		return EMU_RQ_BROKEN;
	if (!rq_pending(rq))
		return EMU_RQ_EMPTY;
	r->index = rq->srq != NULL ? rq->head : rq->ci;
	r->nseg = 0;
	r->total = 0;
	if (wqbuf_read(rq->f, rq->buf, rq->off + (uint64_t)(r->index % rq->size) * rq->stride, raw,
		    rq->stride) != 0)
		goto broken;
	if (rq->srq != NULL) {
		if (rd16(raw + 2) >= rq->size) {
			emu_lint(rq->f, "SRQ 0x%x WQE %u: the next one, %u, is beyond the queue",
				rq->srq->srqn, r->index, rd16(raw + 2));
			goto broken;
		}
		rq->head = (uint16_t)rd16(raw + 2);
	}
	rq->ci++;
	read_segs(r, raw, rq->srq != NULL ? NEXT_SEG : 0, rq->stride);
	if (rq->srq != NULL)
		srq_check_limit(rq->srq);
	return EMU_RQ_GOT;
broken:
	if (rq->srq != NULL)
		srq_fail(rq->srq);
	return EMU_RQ_BROKEN;
}

void rq_put_back(struct emu_rq *rq, const struct emu_rwqe *r)
{
	rq->ci--;
	rq->head = r->index;
}

static uint32_t user_index(const struct emu_qp *q, const struct emu_srq *srq)
{
	uint32_t index = q->type == EMU_QPT_XRC && srq != NULL ? srq->user_index : q->user_index;

	if (index == EMU_NO_INDEX)
		return srq != NULL ? srq->srqn : 0;
	return index;
}

void rq_complete(struct emu_qp *q, const struct emu_srq *srq, const struct emu_rcqe *c)
{
	struct emu_cq *cq = qp_cq(q, q->type == EMU_QPT_XRC && srq != NULL ? srq->cqn : q->rcqn);
	uint8_t cqe[64] = {0};

	if (cq == NULL)
		return;
	wr32(cqe + 0x20, user_index(q, srq));
	wr32(cqe + 0x38, q->qpn);
	wr16(cqe + 0x3c, c->index);
	if (c->syndrome == 0) {
		cqe[0x11] = c->ml_path;
		wr16(cqe + 0x16, c->slid);
		wr32(cqe + 0x18, c->from);
		wr32(cqe + 0x24, c->imm);
		wr32(cqe + 0x2c, c->bytes);
		wr64(cqe + 0x30, emu_now_ns());
		cqe[0x3f] = (uint8_t)(c->opcode << 4 | (c->solicited ? 2 : 0));
	} else {
		cqe[0x36] = c->vendor;
		cqe[0x37] = c->syndrome;
		cqe[0x3f] = PRM_CQE_RESP_ERR << 4;
	}
	cq_post(cq, cqe, c->solicited || c->syndrome != 0);
	if (cq->failed)
		qp_error(q);
}

bool rq_flush_one(struct emu_qp *q)
{
	struct emu_rcqe c = {.syndrome = PRM_SYND_WR_FLUSH, .vendor = EMU_VEND_FLUSH};

	if (!rq_pending(&q->rq))
		return false;
	c.index = q->rq.ci++;
	rq_complete(q, NULL, &c);
	return true;
}
