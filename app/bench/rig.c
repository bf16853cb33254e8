/* SPDX-License-Identifier: BSD-3-Clause */
#include "rig.h"

#include <sys/mman.h>

#define HUGE_PAGE ((size_t)2 << 20)

void bench_must(bool sure, const char *what)
{
	if (sure)
		return;
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

/* Takes @bytes of the block, on a boundary of @align; with no block it only counts. */
static uint8_t *take(struct bench *b, size_t *at, size_t bytes, size_t align)
{
	uint8_t *p;

	*at = (*at + align - 1) & ~(align - 1);
	p = b->block ? (uint8_t *)b->block + *at : NULL;
	*at += bytes;
	return p;
}

static size_t lay_out(struct bench *b, uint32_t keys)
{
	size_t at = 0;

	b->ring = take(b, &at, b->ring_bytes, 4096);
	b->list = take(b, &at, b->list_bytes, 4096);
	b->cring = take(b, &at, (size_t)b->cqes * 64, 4096);
	b->rring = take(b, &at, 64 * 64, 64);
	b->wr = (struct lac_wr *)(void *)take(b, &at, b->ring_bytes / 64 * sizeof(*b->wr), 64);
	b->key = (struct lac_key *)(void *)take(b, &at, keys * sizeof(*b->key), 64);
	return at;
}

/* As the library's rings do, the block begins on a huge page if it is large enough to fill one. */
static void block_new(struct bench *b, uint32_t keys)
{
	size_t bytes = lay_out(b, keys), align = bytes < HUGE_PAGE ? 4096 : HUGE_PAGE;

	b->block_bytes = (bytes + align - 1) & ~(align - 1);
	b->block = aligned_alloc(align, b->block_bytes);
	bench_must(b->block != NULL, "no memory for the rings");
	if (align == HUGE_PAGE)
		madvise(b->block, b->block_bytes, MADV_HUGEPAGE);
	memset(b->block, 0, b->block_bytes);
	lay_out(b, keys);
}

struct bench *bench_new(const struct bench_conf *conf)
{
	static const struct bench_conf plain;
	const struct bench_conf *c = conf ? conf : &plain;
	struct bench *b = aligned_alloc(4096, (sizeof(*b) + 4095) & ~4095ul);
	struct lac_sq_parts p = {0};

	bench_must(b != NULL, "no memory for the queues");
	memset(b, 0, sizeof(*b));
	p.bb = c->bb ? c->bb : 64;
	p.list_units = c->list_units ? c->list_units : BENCH_UNITS_MAX;
	b->ring_bytes = (size_t)(p.bb > BENCH_BB_MAX ? p.bb : BENCH_BB_MAX) * 64;
	b->list_bytes = (size_t)(p.list_units > BENCH_UNITS_MAX ? p.list_units : BENCH_UNITS_MAX) *
			LAC_LIST_UNIT;
	b->cqes = c->cqes ? c->cqes : 4096;
	block_new(b, c->keys ? c->keys : BENCH_KEYS);
	memset(b->ring, 0xee, b->ring_bytes);
	memset(b->list, 0xdd, b->list_bytes);
	p.ring = b->ring;
	p.wr = b->wr;
	p.record = &b->record[1];
	p.uar = b->uar;
	p.cls = b->cls;
	p.list = b->list;
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
	lac_cq_init(&b->cq, b->cring, b->cq_record, b->tab, b->cqes, 16);
	bench_must(lac_cq_attach(&b->cq, BENCH_QPN, b->q, b->r) == 0, "no place in the table");
	lac_sq_restart(b->q, LAC_QP_READY);
	b->r->state = LAC_QP_READY;
	return b;
}

void bench_free(struct bench *b)
{
	free(b->kids.key);
	free(b->block);
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

void bench_nest(
	struct bench *b, uint32_t inl_max, uint32_t list_max, uint32_t per_key, uint32_t count)
{
	const struct lac_keys_attr a = {
		.access = LAC_LOCAL_WRITE,
		.zero_based = 1,
		.max_entries = list_max,
	};
	uint32_t i;

	b->kids.key = calloc((size_t)per_key * count, sizeof(*b->kids.key));
	bench_must(b->kids.key != NULL, "no memory for keys");
	bench_class(b, 1, &a, inl_max, list_max);
	for (i = 0; i < per_key * count; i++) {
		b->kids.key[i].be = lac_to_be32((BENCH_KID_INDEX + i) << 8).be;
		b->kids.key[i].cls = 1;
	}
	b->kids.cls = &b->cls[1];
	b->cls[1].keys = &b->kids;
	b->keys.key = b->key;
	b->keys.cls = &b->cls[0];
	b->keys.child = &b->kids;
	b->keys.per_key = per_key;
	b->keys.entries = list_max;
	b->cls[0].keys = &b->keys;
}

static struct lac_cqe *next_cqe(struct bench *b, uint32_t index, uint8_t opcode)
{
	struct lac_cqe *e = &((struct lac_cqe *)(void *)b->cring)[b->cqe_pi & (b->cqes - 1)];
	lac_be32 wqe;

	memset(e, 0, sizeof(*e));
	/* the opcode stands in the WQE's first word, the queue's ring not being lapped */
	memcpy(&wqe, b->q->ring + (size_t)(index & b->q->mask) * 64, sizeof(wqe));
	e->op_qpn = lac_to_be32(lac_from_be32(wqe) << 24 | BENCH_QPN);
	e->index = lac_to_be16((uint16_t)index);
	e->own = (uint8_t)(opcode << 4 | ((b->cqe_pi & b->cqes) != 0));
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

	if (lac_sq_ci_(b->q) == b->q->pi)
		return;
	/* the doorbell's value is the last WQE's first word: the index stands in it */
	bench_complete(b, b->q->db >> 40 & 0xffff);
	bench_must(lac_cq_poll(&b->cq, &wc, 1) == 1, "the last completion was not polled");
	bench_must(lac_sq_ci_(b->q) == b->q->pi, "the last completion did not return the ring");
}

void bench_seek(struct bench *b, uint32_t index)
{
	while (b->q->pi != index) {
		bench_must(lac_sq_nop(b->q, LAC_SIGNAL, 0) == 0, "a NOP was refused");
		if (b->q->pi - lac_sq_ci_(b->q) > b->q->mask / 2)
			bench_idle(b);
	}
	bench_idle(b);
	b->q->rung = b->q->pi;
}
