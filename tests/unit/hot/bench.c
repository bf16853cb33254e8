/* SPDX-License-Identifier: BSD-3-Clause */
#include "bench.h"

#include <time.h>

struct bench *bench_new(const struct bench_conf *conf)
{
	static const struct bench_conf plain;
	const struct bench_conf *c = conf ? conf : &plain;
	struct bench *b = aligned_alloc(4096, (sizeof(*b) + 4095) & ~4095ul);
	struct lac_sq_parts p = {0};

	assert_non_null(b);
	memset(b, 0, sizeof(*b));
	memset(b->ring, 0xee, sizeof(b->ring));
	memset(b->list, 0xdd, sizeof(b->list));
	p.ring = b->ring;
	p.wr = b->wr;
	p.record = &b->record[1];
	p.uar = b->uar;
	p.cls = b->cls;
	p.list = b->list;
	p.bb = c->bb ? c->bb : 64;
	p.list_units = c->list_units ? c->list_units : BENCH_UNITS_MAX;
	p.qpn = BENCH_QPN;
	p.msg_max = 1u << 30;
	p.wqe_bytes = c->wqe_bytes ? c->wqe_bytes : 1024;
	p.dma_be = lac_to_be32(BENCH_DMA).be;
	p.hull_lo = c->hull_lo;
	p.hull_hi = c->hull_hi ? c->hull_hi : UINT64_C(1) << 62;
	/* the capability's values: 2 none, 1 small, 0 strong */
	p.umr_fence = c->umr_fence == 3 ? 0 : c->umr_fence == 1 ? 1 : 2;
	b->q = &b->qp.sq;
	b->r = &b->qp.rq;
	lac_sq_init(b->q, &p);
	b->q->qp = &b->qp;
	lac_rq_init(b->r, b->rring, b->cookie, &b->record[0], 16, 4);
	b->r->qp = &b->qp;
	b->qp.number = BENCH_QPN;
	b->qp.has_rq = true;
	b->qp.scq = b->qp.rcq = &b->cq;
	lac_cq_init(&b->cq, b->cring, b->cq_record, b->tab, 4096, 16);
	assert_int_equal(lac_cq_attach(&b->cq, BENCH_QPN, b->q, b->r), 0);
	lac_sq_restart(b->q, LAC_QP_READY);
	b->r->state = LAC_QP_READY;
	return b;
}

void bench_free(struct bench *b)
{
	free(b);
}

void bench_class(struct bench *b, uint32_t i, const struct lac_keys_attr *attr, uint32_t inl_max,
	uint32_t list_max)
{
	struct lac_keys_attr a = *attr;

	a.type = a.type ? a.type : LAC_KEY_SG_GAPS;
	a.page_log2 = a.page_log2 ? a.page_log2 : 12;
	a.max_entries = a.max_entries ? a.max_entries : 64;
	lac_kclass_fill(&b->cls[i], &a, inl_max, list_max, true);
}

void bench_key(struct bench *b, uint32_t k, uint32_t cls, uint8_t byte)
{
	struct lac_key key = {
		.be = lac_to_be32((BENCH_INDEX + k) << 8 | byte).be,
		.cls = (uint16_t)cls,
	};

	b->key[k] = key;
}

static struct lac_cqe *next_cqe(struct bench *b, uint32_t index, uint8_t opcode)
{
	struct lac_cqe *e = &((struct lac_cqe *)(void *)b->cring)[b->cqe_pi & 4095];

	memset(e, 0, sizeof(*e));
	e->op_qpn = lac_to_be32(BENCH_QPN);
	e->index = lac_to_be16((uint16_t)index);
	e->own = (uint8_t)(opcode << 4 | ((b->cqe_pi >> 12) & 1));
	b->cqe_pi++;
	return e;
}

void bench_complete(struct bench *b, uint32_t index)
{
	next_cqe(b, index, LAC_CQE_REQ);
}

void bench_fail(struct bench *b, uint32_t index, uint8_t synd)
{
	struct lac_cqe *e = next_cqe(b, index, LAC_CQE_REQ_ERR);

	e->synd = synd;
	e->vendor_synd = 0x88;
}

void bench_idle(struct bench *b)
{
	struct lac_wc wc;

	if (b->q->ci == b->q->pi)
		return;
	/* the record of the last WQE: walk to it */
	uint32_t at = b->q->ci, next = at;

	while (next != b->q->pi) {
		at = next;
		next += b->wr[at & b->q->mask].bb;
	}
	bench_complete(b, at);
	assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 1);
	assert_int_equal(b->q->ci, b->q->pi);
}

void bench_seek(struct bench *b, uint32_t index)
{
	while (b->q->pi != index) {
		assert_int_equal(lac_sq_nop(b->q, LAC_SIGNAL, 0), 0);
		if (b->q->pi - b->q->ci > b->q->mask / 2)
			bench_idle(b);
	}
	bench_idle(b);
	b->q->rung = b->q->pi;
}

uint64_t bench_rand(void)
{
	static uint64_t x;
	static bool seeded;
	uint64_t z;

	if (!seeded) {
		const char *s = getenv("LAC_TEST_SEED");

		x = s ? strtoull(s, NULL, 0) : (uint64_t)time(NULL) * 1000003u;
		print_message("seed %llu (LAC_TEST_SEED replays)\n", (unsigned long long)x);
		seeded = true;
	}
	x += 0x9e3779b97f4a7c15u;
	z = x;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}
