/* SPDX-License-Identifier: BSD-3-Clause */
/* Which rows there are, and how a round of one is prepared. */
#include "row.h"

#include "lists.h"

#define RING_BB     1024u /* 64 KiB */
#define LIST_UNITS  128u  /* what lac_qp_create() makes by default: 16384 entries */
#define KEYS        512u
#define INLINE_MAX  52u
#define LIST_MAX    65532u
#define REMOTE_ADDR UINT64_C(0x7f1234560000)
#define REMOTE_KEY  0x00beef42u

static const uint32_t inline_n[] = {1, 2, 4, 8, 16, 32, 52};
static const uint32_t pointer_n[] = {64, 256, 1024, 4096};

#define EACH(i, array) for (i = 0; i < sizeof(array) / sizeof((array)[0]); i++)

struct bench *rows_rig(void)
{
	const struct bench_conf conf = {
		.bb = RING_BB,
		.list_units = LIST_UNITS,
		.keys = KEYS,
		.umr_fence = 0,
		.hull_lo = LISTS_LO,
		.hull_hi = LISTS_HI,
	};
	const struct lac_keys_attr a = {
		.access = LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE,
		.max_entries = LIST_MAX,
	};
	struct bench *b = bench_new(&conf);
	uint32_t i;

	bench_class(b, 0, &a, INLINE_MAX, LIST_MAX);
	for (i = 0; i < KEYS; i++)
		bench_key(b, i, 0, (uint8_t)i);
	return b;
}

static uint32_t min32(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static const char *kind_name(unsigned int kind)
{
	return kind == LAC_SRC_IOV    ? "iov"
	       : kind == LAC_SRC_OL   ? "ol"
	       : kind == LAC_SRC_LOC  ? "loc"
	       : kind == LAC_SRC_MBUF ? "mbuf"
				      : "-";
}

static void add(struct rows *rows, enum op op, unsigned int kind, uint32_t n, uint32_t batch)
{
	struct row *r = &rows->row[rows->n];

	bench_must(rows->n < ROWS_MAX, "too many rows");
	r->op = op;
	r->kind = kind;
	r->n = n;
	r->batch = batch;
	r->run = op_run(op, kind, batch);
	r->instructions = -1;
	r->units = 0;
	if (op == OP_INV) {
		r->bb = 2;
	} else if (op_registers(op)) {
		r->bb = n <= INLINE_MAX ? 2 + (n + 3) / 4 : 3;
		r->bb += op != OP_MAP;
		r->units = n <= INLINE_MAX
				   ? 0
				   : (n + LAC_LIST_UNIT_ENTRIES - 1) / LAC_LIST_UNIT_ENTRIES;
	} else {
		r->bb = 1;
	}
	/* the worst padding at the ring's end must fit too */
	r->ops = min32(KEYS, (RING_BB - r->bb + 1) / r->bb);
	if (r->units)
		r->ops = min32(r->ops, LIST_UNITS / r->units);
	r->ops -= r->ops % batch;
	if (r->ops == 0)
		return;
	snprintf(r->name, sizeof(r->name), "%s/%s/%u/%u", op_name(op), kind_name(kind), n, batch);
	rows->n++;
}

void rows_fill(struct rows *rows)
{
	static const unsigned int kinds[] = {LAC_SRC_OL, LAC_SRC_LOC, LAC_SRC_MBUF};
	static const enum op plain[] = {OP_WRITE, OP_READ, OP_SEND_INL};
	uint32_t batch, i, j;

	memset(rows, 0, sizeof(*rows));
	for (batch = 1; batch <= 16; batch += 15) {
		EACH(i, inline_n)
		add(rows, OP_MAP_WRITE, LAC_SRC_IOV, inline_n[i], batch);
		EACH(i, pointer_n)
		add(rows, OP_MAP_WRITE, LAC_SRC_IOV, pointer_n[i], batch);
		EACH(i, inline_n)
		add(rows, OP_MAP_WRITE_SUM, LAC_SRC_IOV, inline_n[i], batch);
		EACH(i, kinds)
		{
			EACH(j, inline_n)
			add(rows, OP_MAP_WRITE, kinds[i], inline_n[j], batch);
			EACH(j, pointer_n)
			add(rows, OP_MAP_WRITE, kinds[i], pointer_n[j], batch);
		}
		EACH(i, inline_n)
		add(rows, OP_MAP, LAC_SRC_IOV, inline_n[i], batch);
		add(rows, OP_INV, 0, 4, batch);
		EACH(i, plain)
		add(rows, plain[i], 0, 1, batch);
	}
}

void row_bind(const struct row *r, struct bench *b, struct run *x)
{
	static const uint8_t image[4096] __attribute__((aligned(64))) = {1, 2, 3};

	memset(x, 0, sizeof(*x));
	x->b = b;
	x->q = b->q;
	x->key = b->key;
	x->lists = lists_of(r->kind ? r->kind : LAC_SRC_IOV, r->n);
	x->ops = r->ops;
	x->to.addr = REMOTE_ADDR;
	x->to.key = lac_rkey_from(REMOTE_KEY);
	x->from.addr = LISTS_LO;
	x->from.len = 4096;
	x->from.key = lac_sq_dma_lkey(b->q);
	x->image = image;
}

void row_prepare(const struct row *r, struct run *x)
{
	uint32_t i;

	bench_idle(x->b);
	for (i = 0; i < r->ops; i++)
		x->key[i].state = LAC_KEY_FREE;
	if (r->op != OP_INV)
		return;
	for (i = 0; i < r->ops; i++) {
		struct lac_src s = lac_src_iov(x->lists[i % LISTS].v, r->n);

		if (lac_sq_map(x->q, &x->key[i], s, x->lists[i % LISTS].len, LAC_SIGNAL, i) == 0)
			continue;
		bench_idle(x->b);
		i--;
	}
	lac_sq_ring(x->q);
	bench_idle(x->b);
}
