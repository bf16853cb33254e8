/* SPDX-License-Identifier: BSD-3-Clause */
/* The twins' work requests and completions, in bytes. */
#include "twin.h"

void twin_wqe(struct twin_wqe *w, uint8_t op, uint8_t fm_ce_se, uint32_t imm)
{
	memset(w, 0, sizeof(*w));
	w->b[3] = op;
	w->b[0x0b] = fm_ce_se;
	wr32(w->b + 0x0c, imm);
	w->len = 16;
}

void twin_raddr(struct twin_wqe *w, uint64_t addr, uint32_t rkey)
{
	wr64(w->b + w->len, addr);
	wr32(w->b + w->len + 8, rkey);
	w->len += 16;
}

void twin_xrc(struct twin_wqe *w, uint32_t srqn)
{
	emu_set(w->b + w->len, PRM_WQE_XRC_SEG_XRC_SRQN, srqn);
	w->len += 16;
}

void twin_av_compact(struct twin_wqe *w, uint16_t lid, uint32_t qpn, uint32_t q_key)
{
	uint8_t *at = w->b + w->len;

	emu_set(at, PRM_AV_Q_KEY, q_key);
	emu_set(at, PRM_AV_DQP, qpn);
	emu_set(at, PRM_AV_SL, 5);
	emu_set(at, PRM_AV_RLID, lid);
	w->len += 16;
}

void twin_av(struct twin_wqe *w, uint16_t lid, uint32_t qpn, uint32_t q_key, const uint8_t *gid)
{
	uint8_t *at = w->b + w->len;

	twin_av_compact(w, lid, qpn, q_key);
	emu_set(at, PRM_AV_EXT, 1);
	w->len += 32;
	if (gid == NULL)
		return;
	emu_set(at, PRM_AV_TCLASS, 0x12);
	emu_set(at, PRM_AV_HOP_LIMIT, 0x40);
	emu_set(at, PRM_AV_GRH, 1);
	emu_set(at, PRM_AV_FLOW_LABEL, 0xabcde);
	memcpy(at + PRM_AV_RGID_OFF, gid, 16);
}

void twin_atomic(struct twin_wqe *w, uint64_t swap_add, uint64_t compare)
{
	wr64(w->b + w->len, swap_add);
	wr64(w->b + w->len + 8, compare);
	w->len += 16;
}

void twin_data(struct twin_wqe *w, uint32_t len, uint32_t key, uint64_t addr)
{
	wr32(w->b + w->len, len);
	wr32(w->b + w->len + 4, key);
	wr64(w->b + w->len + 8, addr);
	w->len += 16;
}

void twin_inline(struct twin_wqe *w, const void *p, uint32_t len)
{
	wr32(w->b + w->len, len | 1u << 31);
	memcpy(w->b + w->len + 4, p, len);
	w->len += (4 + len + 15) / 16 * 16;
}

void twin_umr(struct twin_wqe *w, uint8_t fm_ce_se, const struct twin_umr *u)
{
	uint8_t *mk = w->b + 0x40;

	twin_wqe(w, 0x25, fm_ce_se, u->key);
	w->b[0x10] = u->flags;
	wr16(w->b + 0x14, u->octw);
	wr16(w->b + 0x16, (uint32_t)u->off);
	wr64(w->b + 0x18, u->mask);
	wr32(w->b + 0x20, (uint32_t)(u->off >> 16));
	memset(mk, 0xa5, 64);
	mk[0] = (uint8_t)(u->free << 6);
	mk[2] = u->access;
	wr32(mk + 4, 0xffffff00u | (u->key & 0xff));
	wr32(mk + 0x0c, (u->rinval ? 1u << 24 : 0) | u->pd);
	wr64(mk + 0x10, u->start);
	wr64(mk + 0x18, u->len);
	mk[0x3b] = 0;
	w->len = 0x80;
}

void twin_list(struct twin_wqe *w, const uint8_t *list, uint32_t octw)
{
	memcpy(w->b + w->len, list, 16ul * octw);
	w->len += 16 * octw;
}

void twin_list_at(struct twin_wqe *w, uint32_t bytes, uint32_t key, uint64_t addr)
{
	twin_data(w, bytes, key, addr);
}

void twin_local_inv(struct twin_wqe *w, uint8_t fm_ce_se, uint32_t key)
{
	struct twin_umr u = {.key = key, .flags = EMU_UMR_INLINE, .mask = 1ull << 29, .free = true};

	twin_umr(w, fm_ce_se, &u);
}

void twin_klm(uint8_t *at, uint32_t count, uint32_t key, uint64_t va)
{
	wr32(at, count);
	wr32(at + 4, key);
	wr64(at + 8, va);
}

void twin_put(struct twin_qp *q, const struct twin_wqe *w)
{
	uint8_t b[1024];
	uint32_t ds = w->len / 16, bb = (w->len + 63) / 64;

	memcpy(b, w->b, w->len);
	wr16(b + 1, q->pi);
	wr24(b + 4, q->qpn);
	b[7] = (uint8_t)ds;
	for (uint32_t i = 0; i < bb; i++) {
		uint64_t slot = (q->pi + i) & ((1u << q->sq_log) - 1);
		uint32_t n = w->len - 64 * i < 64 ? w->len - 64 * i : 64;

		memcpy(twin_at(q->s, q->buf + q->sq_off + 64 * slot), b + 64 * i, n);
	}
	q->last = q->pi;
	q->pi = (uint16_t)(q->pi + bb);
}

void twin_ring(struct twin_qp *q)
{
	uint64_t slot = q->last & ((1u << q->sq_log) - 1), db;
	uint32_t at = 0x800 + 0x100 * q->db_reg;
	uint8_t *ctrl = twin_at(q->s, q->buf + q->sq_off + 64 * slot);

	wr32(twin_at(q->s, q->dbr) + 4, q->pi);
	if (q->s->f.w->opt.trap_all) {
		engine_doorbell(&q->s->f, q->s->uar, at, rd64(ctrl));
		return;
	}
	memcpy(&db, ctrl, 8);
	*(uint64_t *)(void *)(q->s->f.bar + (size_t)q->s->uar * 4096 + at) = db;
}

void twin_post(struct twin_qp *q, const struct twin_wqe *w)
{
	twin_put(q, w);
	twin_ring(q);
}

void twin_recv(struct twin_qp *q, uint32_t len, uint32_t key, uint64_t addr)
{
	uint8_t *at = twin_at(q->s, q->buf + 64ull * (q->rq_pi & ((1u << q->rq_log) - 1)));

	memset(at, 0, 64);
	twin_klm(at, len, key, addr);
	twin_klm(at + 16, 0, 0x100, 0);
	wr32(twin_at(q->s, q->dbr), ++q->rq_pi);
}

const uint8_t *twin_cqe(struct twin_cq *cq)
{
	const uint8_t *e = twin_at(cq->s, cq->buf) +
			   (cq->ci & ((1u << cq->log) - 1)) * (uint64_t)cq->cqe_bytes +
			   cq->cqe_bytes - 64;

	if (e[63] >> 4 == 0xf || (e[63] & 1) != (cq->ci >> cq->log & 1))
		return NULL;
	cq->ci++;
	wr32(twin_at(cq->s, cq->dbr), cq->ci & 0xffffff);
	return e;
}

const uint8_t *twin_expect(
	struct twin *t, struct twin_cq *cq, uint8_t opcode, uint8_t syndrome, int counter)
{
	const uint8_t *e;

	twin_run(t);
	e = twin_cqe(cq);
	assert_non_null(e);
	if (e[63] >> 4 != opcode)
		print_error("CQE opcode %u (syndrome 0x%x vendor 0x%x), not %u\n", e[63] >> 4,
			e[0x37], e[0x36], opcode);
	assert_int_equal(e[63] >> 4, opcode);
	if (opcode >= 13)
		assert_int_equal(e[0x37], syndrome);
	if (counter >= 0)
		assert_int_equal(rd16(e + 0x3c), counter);
	return e;
}

void twin_expect_none(struct twin *t, struct twin_cq *cq)
{
	twin_run(t);
	assert_null(twin_cqe(cq));
}
