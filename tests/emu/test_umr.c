/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Keys through UMR: rdma-core's WQEs as its builders made them (golden/wqe-rdma-core: G1 to G4, with qpn and
 * keys put in), Linux-shaped fast registrations, nesting, and every check that refuses one.
 */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct one { /* one function, a loop from one queue to another, memory behind it */
	struct twin *t;
	struct twin_side *s;
	struct twin_qp q, r;
	uint64_t mem, out, list; /* 1 MiB, 1 MiB, 128 KiB */
	uint32_t all;            /* remote rights over everything */
};

static void one_up(struct one *o)
{
	o->t = twin_new(&opts);
	o->s = &o->t->s[0];
	twin_qp_make(o->s, &o->q, 8, 4, 8);
	twin_qp_make(o->s, &o->r, 6, 4, 8);
	twin_connect(&o->q, &o->r, NULL);
	twin_connect(&o->r, &o->q, NULL);
	o->mem = twin_alloc(o->s, 1 << 20, 4096);
	o->out = twin_alloc(o->s, 1 << 20, 4096);
	o->list = twin_alloc(o->s, 1 << 17, 4096);
	for (uint32_t i = 0; i < 1 << 20; i++)
		twin_at(o->s, o->mem)[i] = (uint8_t)(i * 31 + i / 509);
	o->all = twin_key_pa(o->s, TWIN_ALL_RIGHTS);
}

/* a WRITE from a key to `out`; its syndrome, 0 for success */
static uint8_t write_from(struct one *o, uint8_t fence, uint32_t key, uint64_t va, uint32_t len)
{
	struct twin_wqe w;
	const uint8_t *e;

	memset(twin_at(o->s, o->out), 0xee, 1 << 20);
	twin_wqe(&w, 0x08, (uint8_t)(TWIN_SIG | fence << 5), 0);
	twin_raddr(&w, o->out, o->all);
	twin_data(&w, len, key, va);
	twin_post(&o->q, &w);
	twin_run(o->t);
	e = twin_cqe(&o->q.scq);
	assert_non_null(e);
	return e[63] >> 4 == 13 ? e[0x37] : 0;
}

static void revive(struct one *o)
{
	twin_run(o->t);
	while (twin_cqe(&o->q.scq) != NULL || twin_cqe(&o->r.rcq) != NULL ||
		twin_cqe(&o->r.scq) != NULL)
		;
	assert_int_equal(twin_qp_modify(&o->q, PRM_OP_2RST_QP, 0, NULL), 0);
	assert_int_equal(twin_qp_modify(&o->r, PRM_OP_2RST_QP, 0, NULL), 0);
	o->q.pi = o->r.pi = 0;
	memset(twin_at(o->s, o->q.dbr), 0, 8);
	memset(twin_at(o->s, o->r.dbr), 0, 8);
	twin_connect(&o->q, &o->r, NULL);
	twin_connect(&o->r, &o->q, NULL);
}

static uint8_t umr(struct one *o, struct twin_wqe *w)
{
	const uint8_t *e;

	twin_post(&o->q, w);
	twin_run(o->t);
	e = twin_cqe(&o->q.scq);
	assert_non_null(e);
	assert_int_equal(e[0x38], 0x25);
	return e[63] >> 4 == 13 ? e[0x37] : 0;
}

static uint32_t new_klm(struct one *o, uint32_t octw, uint8_t variant)
{
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.variant = variant,
		.rights = EMU_LR,
		.free = true,
		.umr = true,
		.octw = octw};

	return twin_key_make(o->s, &k);
}

/* golden/wqe-rdma-core G1: two pieces; the pieces' key is the test's, their addresses are moved to `mem` */
static const uint32_t g1[] = {
	0x00000025,
	0x1234560c,
	0x00000008,
	0x00abcd00,
	0x80000000,
	0x00040000,
	0x00000000,
	0x203c2001,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0x00003800,
	0xffffff00,
	0,
	0,
	0,
	0,
	0,
	0x00002000,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0x00001000,
	0x00001100,
	0x00007000,
	0x00001000,
	0x00001000,
	0x00001101,
	0x00007000,
	0x00011000,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
};
/* G2: the WRITE that followed, with the small fence */
static const uint32_t g2[] = {
	0x00000308,
	0x12345603,
	0x00000028,
	0xeeeeeeee,
	0x00000000,
	0x00001000,
	0x0055aa00,
	0x00000000,
	0x00002000,
	0x00abcd00,
	0x00000000,
	0x00000000,
};
/* G3: LOCAL_INV */
static const uint32_t g3[] = {
	0x00000425,
	0x12345608,
	0x00000008,
	0x00abcd00,
	0x98000000,
	0x00000000,
	0x00000000,
	0x20006000,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0x40eeeeee,
	0xffffff00,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
	0xeeeeeeee,
};
/* G4: an interleaved layout, 2 x (8 + 2) bytes, 3 times */
static const uint32_t g4[] = {
	0x00000625,
	0x1234560c,
	0x00000028,
	0x00abcd00,
	0x80000000,
	0x00040000,
	0x00000000,
	0x203c2001,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0x00000800,
	0xffffff00,
	0,
	0,
	0,
	0,
	0,
	0x00000030,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0x00000010,
	0x00000400,
	0x00000003,
	0x00000002,
	0x000a0008,
	0x00001100,
	0x00007000,
	0x00000000,
	0x000a0008,
	0x00001100,
	0x00007000,
	0x00000040,
	0,
	0,
	0,
	0,
};

static void golden(struct twin_wqe *w, const uint32_t *words, size_t n)
{
	memset(w, 0, sizeof(*w));
	unit_bytes(w->b, words, n);
	w->len = w->b[7] * 16u;
	assert_int_equal(w->len, 4 * n);
}

static void test_golden(void **state)
{
	struct twin_wqe w;
	struct one o;
	uint32_t key;

	(void)state;
	one_up(&o);
	key = new_klm(&o, 4, 0);
	golden(&w, g1, COUNT(g1));
	wr32(w.b + 0x0c, key);
	wr32(w.b + 0x84, o.s->pa_key);
	wr64(w.b + 0x88, o.mem + 0x1000);
	wr32(w.b + 0x94, o.s->pa_key);
	wr64(w.b + 0x98, o.mem + 0x11000);
	twin_put(&o.q, &w);
	golden(&w, g2, COUNT(g2));
	wr64(w.b + 0x10, o.out + 0x1000);
	wr32(w.b + 0x18, o.all);
	wr32(w.b + 0x24, key);
	twin_put(&o.q, &w);
	twin_ring(&o.q);
	twin_expect(o.t, &o.q.scq, 0, 0, 0);
	twin_expect(o.t, &o.q.scq, 0, 0, 3);
	assert_memory_equal(twin_at(o.s, o.out + 0x1000), twin_at(o.s, o.mem + 0x1000), 0x1000);
	assert_memory_equal(twin_at(o.s, o.out + 0x2000), twin_at(o.s, o.mem + 0x11000), 0x1000);
	assert_int_equal(o.s->f.stats.umr_inline, 1);
	assert_int_equal(o.s->f.stats.klms_inline, 2);
	golden(&w, g3, COUNT(g3));
	wr32(w.b + 0x0c, key);
	twin_post(&o.q, &w);
	twin_expect(o.t, &o.q.scq, 0, 0, 4);
	assert_int_equal(o.s->f.stats.umr_invalidate, 1);
	assert_true(mkey_find(&o.s->f, key)->free);
	golden(&w, g4, COUNT(g4));
	wr32(w.b + 0x0c, key);
	wr32(w.b + 0x94, o.s->pa_key);
	wr64(w.b + 0x98, o.mem);
	wr32(w.b + 0xa4, o.s->pa_key);
	wr64(w.b + 0xa8, o.mem + 0x40);
	twin_post(&o.q, &w);
	twin_expect(o.t, &o.q.scq, 0, 0, 6);
	assert_int_equal(write_from(&o, 1, key, 0, 0x30), 0);
	for (uint32_t i = 0; i < 3; i++) {
		assert_memory_equal(
			twin_at(o.s, o.out + 16ull * i), twin_at(o.s, o.mem + 10ull * i), 8);
		assert_memory_equal(twin_at(o.s, o.out + 16ull * i + 8),
			twin_at(o.s, o.mem + 0x40 + 10ull * i), 8);
	}
	assert_int_equal(*twin_at(o.s, o.out + 48), 0xee);
	assert_int_equal(o.t->lints, 0);
	twin_free(o.t);
}

/* As the kernel's fast registration: a pointed-to list, a start address, a new key byte, free expected. */
static void frwr(struct one *o, struct twin_wqe *w, uint32_t key, const uint8_t *list, uint32_t n,
	uint64_t start, uint64_t len, uint8_t fence)
{
	uint32_t octw = (n + 3) / 4 * 4;
	struct twin_umr u = {.key = key,
		.octw = octw,
		.flags = EMU_UMR_CHECK_NOT_FREE,
		.mask = TWIN_FRWR_MASK,
		.start = start,
		.len = len,
		.access = 1u << 2 | 1u << 3 | 1u << 4 | 1u << 5 | 2,
		.rinval = true};

	memset(twin_at(o->s, o->list), 0, 16ul * octw);
	memcpy(twin_at(o->s, o->list), list, 16ul * n);
	twin_umr(w, (uint8_t)(TWIN_SIG | fence << 5), &u);
	twin_list_at(w, octw * 16, o->s->pa_key, o->list);
}

static void test_frwr(void **state)
{
	uint8_t list[16 * 64];
	struct twin_wqe w;
	struct one o;
	uint32_t key, total = 0;
	uint64_t start;

	(void)state;
	one_up(&o);
	key = new_klm(&o, 64, 0x10);
	for (uint32_t i = 0; i < 61; i++) {
		twin_klm(list + 16 * i, 100 + i, o.s->pa_key, o.mem + 1000ull * (60 - i) + i);
		total += 100 + i;
	}
	start = 0x7fff12345677;
	frwr(&o, &w, (key & ~0xffu) | 0x11, list, 61, start, total, 3);
	assert_int_equal(umr(&o, &w), 0);
	key = (key & ~0xffu) | 0x11;
	assert_int_equal(o.s->f.stats.umr_pointer, 1);
	assert_int_equal(o.s->f.stats.klms_fetched, 61);
	assert_int_equal(o.s->f.stats.umr_nested, 0);
	assert_int_equal(write_from(&o, 1, key, start, total), 0);
	for (uint32_t i = 0, at = 0; i < 61; at += 100 + i, i++)
		assert_memory_equal(twin_at(o.s, o.out + at),
			twin_at(o.s, o.mem + 1000ull * (60 - i) + i), 100 + i);
	assert_int_equal(*twin_at(o.s, o.out + total), 0xee);
	/* the free check: what is in use is refused, and stays as it was */
	frwr(&o, &w, (key & ~0xffu) | 0x12, list, 61, start, total, 3);
	assert_int_equal(umr(&o, &w), 6);
	revive(&o);
	assert_int_equal(write_from(&o, 1, key, start, total), 0);
	/* after the invalidation the key is dead, after the next registration the old byte is */
	twin_local_inv(&w, TWIN_SIG | 3 << 5, key);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, start, 1), 4);
	assert_int_equal(*twin_at(o.s, o.out), 0xee);
	revive(&o);
	frwr(&o, &w, key + 1, list, 61, start, total, 3);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, start, 1), 4);
	revive(&o);
	assert_int_equal(write_from(&o, 1, key + 1, start, 1), 0);
	twin_free(o.t);
}

static void test_bounds(void **state)
{
	uint8_t list[16 * 4];
	struct twin_wqe w;
	struct one o;
	uint32_t key;
	static const struct {
		int64_t at;
		uint32_t len;
		uint8_t synd;
	} tries[] = {{0, 300, 0}, {0, 301, 4}, {299, 1, 0}, {299, 2, 4}, {300, 1, 4}, {-1, 1, 4},
		{-1, 301, 4}, {1, 299, 0}, {1, 300, 4}, {99, 2, 0}, {100, 100, 0}, {199, 101, 0}};

	(void)state;
	one_up(&o);
	key = new_klm(&o, 4, 1);
	for (uint32_t i = 0; i < 3; i++)
		twin_klm(list + 16 * i, 100, o.s->pa_key, o.mem + 5000 * i);
	frwr(&o, &w, key, list, 3, 0x4000, 300, 3);
	assert_int_equal(umr(&o, &w), 0);
	for (size_t i = 0; i < COUNT(tries); i++) {
		assert_int_equal(
			write_from(&o, 1, key, (uint64_t)(0x4000 + tries[i].at), tries[i].len),
			tries[i].synd);
		if (tries[i].synd != 0) {
			assert_int_equal(*twin_at(o.s, o.out), 0xee);
			revive(&o);
			continue;
		}
		for (uint32_t j = 0; j < tries[i].len; j++) {
			uint32_t off = (uint32_t)tries[i].at + j;

			assert_int_equal(twin_at(o.s, o.out)[j],
				*twin_at(o.s, o.mem + off / 100 * 5000 + off % 100));
		}
	}
	/* the top of the address space */
	twin_local_inv(&w, TWIN_SIG | 3 << 5, key);
	assert_int_equal(umr(&o, &w), 0);
	frwr(&o, &w, key, list, 3, UINT64_MAX - 299, 300, 3);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, UINT64_MAX - 299, 299), 0);
	assert_int_equal(write_from(&o, 1, key, UINT64_MAX, 2), 4);
	revive(&o);
	/* a key as long as the address space still begins somewhere */
	twin_local_inv(&w, TWIN_SIG | 3 << 5, key);
	assert_int_equal(umr(&o, &w), 0);
	frwr(&o, &w, key, list, 3, 0x1000, UINT64_MAX, 3);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, 0x1000, 1), 0);
	assert_int_equal(write_from(&o, 1, key, 0xffe, 1), 4);
	twin_free(o.t);
}

/* The list says less than the length, an entry of no bytes is reached, more octowords than there are. */
static void test_lists(void **state)
{
	uint8_t list[16 * 8] = {0};
	struct twin_umr u = {.octw = 8,
		.flags = EMU_UMR_INLINE,
		.mask = TWIN_FRWR_MASK,
		.len = 800,
		.access = 1u << 2};
	struct twin_wqe w;
	struct one o;
	uint32_t key;

	(void)state;
	one_up(&o);
	key = new_klm(&o, 8, 1);
	u.key = key;
	for (uint32_t i = 0; i < 8; i++)
		twin_klm(list + 16 * i, 100, o.s->pa_key, o.mem + 1000 * i);
	u.len = 801; /* one byte more than the entries have */
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 8);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, 0, 800), 0);
	assert_int_equal(write_from(&o, 1, key, 0, 801), 4);
	revive(&o);
	twin_klm(list + 16 * 3, 0, o.s->pa_key, o.mem); /* a count of 0 in the middle */
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 8);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, 0, 300), 0);
	assert_int_equal(write_from(&o, 1, key, 0, 301), 4);
	revive(&o);
	/* a partial update at an offset: only these entries change */
	u.flags = EMU_UMR_INLINE | EMU_UMR_OFFSET;
	u.octw = 4;
	u.off = 4;
	u.mask = 1ull << 29;
	twin_klm(list + 16 * 3, 100, o.s->pa_key, o.mem + 3000);
	for (uint32_t i = 4; i < 8; i++)
		twin_klm(list + 16 * i, 100, o.s->pa_key, o.mem + 50000 + 1000 * i);
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list + 64, 4);
	assert_int_equal(umr(&o, &w), 0);
	u.off = 0;
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, key, 0, 800), 0);
	assert_memory_equal(twin_at(o.s, o.out + 300), twin_at(o.s, o.mem + 3000), 100);
	assert_memory_equal(twin_at(o.s, o.out + 700), twin_at(o.s, o.mem + 57000), 100);
	/* room for 8: one more, at the end and beyond */
	u.off = 5;
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	assert_int_equal(umr(&o, &w), 6);
	revive(&o);
	u.off = 0x100000000;
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	assert_int_equal(umr(&o, &w), 6);
	revive(&o);
	u.off = 0;
	u.octw = 9;
	twin_umr(&w, TWIN_SIG, &u);
	w.b[0x10] = 0;
	twin_list_at(&w, 9 * 16, o.s->pa_key, o.list);
	assert_int_equal(umr(&o, &w), 6);
	revive(&o);
	/* a list of which the end is not mapped */
	u.octw = 8;
	twin_umr(&w, TWIN_SIG, &u);
	w.b[0x10] = 0;
	twin_list_at(&w, 8 * 16, o.s->pa_key, o.list + 2048 - 64);
	o.s->hole = o.list + 2048;
	o.s->hole_len = 64;
	assert_int_equal(umr(&o, &w), 6);
	o.s->hole_len = 0;
	revive(&o);
	assert_int_equal(write_from(&o, 1, key, 0, 800), 0); /* nothing was changed by those */
	assert_memory_equal(twin_at(o.s, o.out + 300), twin_at(o.s, o.mem + 3000), 100);
	u.key = new_klm(&o, 1, 1); /* Linux makes keys of one octoword, pads each UMR to four */
	u.octw = 4;
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	assert_int_equal(umr(&o, &w), 0);
	twin_free(o.t);
}

static void test_nesting(void **state)
{
	uint8_t list[16 * 4] = {0};
	struct twin_wqe w;
	struct one o;
	uint32_t keys[6], under;

	(void)state;
	one_up(&o);
	under = o.s->pa_key;
	/* each level: 3 parts of the one below, the last one first */
	for (uint32_t i = 0; i < 6; i++) {
		uint32_t part = 100;

		keys[i] = new_klm(&o, 4, (uint8_t)(3 * i));
		for (uint32_t j = 0; j < 3; j++)
			twin_klm(list + 16 * j, part, under,
				i == 0 ? o.mem + 1000 * j : 0x1000 + 100ull * (2 - j));
		frwr(&o, &w, keys[i], list, 3, 0x1000, 300, 3);
		assert_int_equal(umr(&o, &w), 0);
		under = keys[i];
	}
	assert_int_equal(o.s->f.stats.umr_nested, 5);
	for (uint32_t i = 0; i < 6; i++) {
		bool ok = i < 4; /* max_indirection is 4 */

		assert_int_equal(write_from(&o, 1, keys[i], 0x1000 + 50, 200), ok ? 0 : 4);
		if (!ok) {
			revive(&o);
			continue;
		}
		for (uint32_t j = 0; j < 200; j++) {
			uint32_t at = j + 50, piece = i % 2 == 0 ? at / 100 : 2 - at / 100;

			assert_int_equal(twin_at(o.s, o.out)[j],
				*twin_at(o.s, o.mem + 1000 * piece + at % 100));
		}
	}
	/* a child that is free again breaks its parents */
	twin_local_inv(&w, TWIN_SIG | 3 << 5, keys[0]);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, keys[1], 0x1000, 10), 4);
	twin_free(o.t);
}

/* children need local rights only, and the parent's PD */
static void test_children(void **state)
{
	uint8_t list[16 * 4] = {0};
	struct twin_umr u = {.octw = 4,
		.flags = EMU_UMR_INLINE,
		.mask = TWIN_FRWR_MASK,
		.len = 100,
		.access = 1u << 3 | 1u << 4 | 1u << 5};
	static const struct {
		uint8_t rights;
		uint8_t write, read; /* syndromes of a remote WRITE to it and a READ from it */
	} children[] = {{EMU_LR | EMU_LW, 0, 0}, {EMU_LR, 0x13, 0}, {EMU_LW, 0, 0x13},
		{EMU_RR | EMU_RW, 0x13, 0x13}};
	struct twin_wqe w;
	struct one o;

	(void)state;
	one_up(&o);
	for (size_t i = 0; i < COUNT(children); i++) {
		uint32_t child = twin_key_pa(o.s, children[i].rights);

		u.key = new_klm(&o, 4, 7);
		twin_klm(list, 100, child, o.mem);
		twin_umr(&w, TWIN_SIG, &u);
		twin_list(&w, list, 4);
		assert_int_equal(umr(&o, &w), 0);
		for (uint32_t read = 0; read < 2; read++) {
			uint8_t want = read ? children[i].read : children[i].write;

			twin_wqe(&w, read ? 0x10 : 0x08, TWIN_SIG | 1 << 5, 0);
			twin_raddr(&w, 0, u.key);
			twin_data(&w, 100, o.s->pa_key, o.out);
			twin_post(&o.q, &w);
			twin_expect(o.t, &o.q.scq, want ? 13 : 0, want, -1);
			if (want)
				revive(&o);
		}
	}
	/* another PD's child */
	struct twin_key k = {.mode = EMU_KEY_PA,
		.rights = EMU_LR | EMU_LW,
		.length64 = true,
		.pd = twin_pd(o.s)};

	u.key = new_klm(&o, 4, 7);
	u.access = 1u << 2;
	twin_klm(list, 100, twin_key_make(o.s, &k), o.mem);
	twin_umr(&w, TWIN_SIG, &u);
	twin_list(&w, list, 4);
	assert_int_equal(umr(&o, &w), 0);
	assert_int_equal(write_from(&o, 1, u.key, 0, 10), 4);
	twin_free(o.t);
}

static void test_refusals(void **state)
{
	uint8_t list[16 * 4] = {0};
	struct twin_key k = {.mode = EMU_KEY_KLM, .variant = 3, .rights = EMU_LR, .octw = 4};
	struct twin_umr u;
	struct twin_wqe w;
	struct one o;

	(void)state;
	one_up(&o);
	twin_klm(list, 100, o.s->pa_key, o.mem);
	for (int i = 0; i < 12; i++) {
		struct twin_key mine = k;
		uint8_t want = 6;

		u = (struct twin_umr){.octw = 4,
			.flags = EMU_UMR_INLINE,
			.mask = TWIN_FRWR_MASK,
			.len = 100,
			.access = 1u << 2};
		mine.umr = i != 0; /* not for UMR */
		if (i == 1)
			mine.pd = twin_pd(o.s);
		if (i == 2)
			mine.mode = EMU_KEY_PA;
		mine.free = i == 4;
		if (i == 3)
			u.flags |= EMU_UMR_CHECK_NOT_FREE; /* and it is not */
		if (i == 4)
			u.flags |= EMU_UMR_CHECK_FREE; /* and it is */
		if (i == 5) {
			mine.qpn = o.r.qpn;
			u.flags |= EMU_UMR_CHECK_QPN;
		}
		u.key = twin_key_make(o.s, &mine);
		if (i == 6) {
			u.mask &= ~(
				1ull
				<< 13); /* the key byte is not changed, so it must be the key's */
			u.key++;
		}
		if (i == 7)
			u.key += 0x10000; /* no such index */
		if (i == 8)
			u.mask |= 1ull << 12; /* signatures; bsf_en is in the 0xa5 below */
		if (i == 11) {
			u.flags |= EMU_UMR_CHECK_NOT_FREE; /* legal at last */
			want = 0;
			mine.free = true;
			u.key = twin_key_make(o.s, &mine);
		}
		twin_umr(&w, TWIN_SIG, &u);
		if (i == 8)
			w.b[0x4c] |= 0x40;
		if (i == 9 || i == 10) { /* the list elsewhere: too short, not aligned */
			w.b[0x10] &= 0x7f;
			twin_list_at(
				&w, i == 9 ? 48 : 64, o.s->pa_key, o.list + (i == 10 ? 32 : 0));
		} else {
			twin_list(&w, list, 4);
		}
		if (umr(&o, &w) != want)
			fail_msg("case %d", i);
		if (want != 0)
			revive(&o);
		else
			assert_int_equal(write_from(&o, 1, u.key, 0, 100), 0);
	}
	twin_free(o.t);
}

/* What the mask does not name keeps its value: each property alone. */
static void test_masks(void **state)
{
	static const uint8_t bits[] = {0, 1, 6, 7, 8, 13, 14, 17, 18, 19, 20, 21, 29};
	struct one o;

	(void)state;
	one_up(&o);
	for (size_t i = 0; i < COUNT(bits); i++) {
		struct twin_key k = {.mode = EMU_KEY_MTT,
			.variant = 0x22,
			.umr = true,
			.rights = EMU_LR | EMU_RW,
			.octw = 4,
			.start = 0x1234,
			.len = 77,
			.log_page = 12};
		struct twin_umr u = {
			.flags = EMU_UMR_INLINE, .mask = 1ull << bits[i], .free = true};
		struct emu_mkey *m, was;
		struct twin_wqe w;

		u.key = twin_key_make(o.s, &k);
		m = mkey_find(&o.s->f, u.key);
		was = *m;
		twin_umr(&w, TWIN_SIG, &u);
		memset(w.b + 0x40, 0xff, 64);
		w.b[0x47] = 0x99;
		w.b[0x42] = (uint8_t) ~(1u << 2 | 1u << 5); /* the rights turned round */
		w.b[0x7b] = 13;
		assert_int_equal(umr(&o, &w), 0);
		was.free = bits[i] == 29 ? true : was.free;
		was.variant = bits[i] == 13 ? 0x99 : was.variant;
		was.qpn = bits[i] == 14 ? 0xffffff : was.qpn;
		was.pd = bits[i] == 7 ? 0xffffff : was.pd;
		was.en_rinval = bits[i] == 8 ? true : was.en_rinval;
		was.start = bits[i] == 6 ? UINT64_MAX : was.start;
		was.len = bits[i] == 0 ? UINT64_MAX : was.len;
		was.length64 = bits[i] == 0 ? true : was.length64;
		was.log_page = bits[i] == 1 ? 13 : was.log_page;
		if (bits[i] >= 17 && bits[i] <= 21)
			was.rights ^= (uint8_t)(1u << (bits[i] - 17));
		assert_memory_equal(&was, m, sizeof(was));
	}
	twin_free(o.t);
}

static void test_modes(void **state)
{
	uint8_t list[16 * 4] = {0};
	struct twin_key k = {.variant = 1,
		.rights = EMU_LR,
		.octw = 2,
		.actual = 2,
		.list = list,
		.log_page = 12};
	struct one o;
	uint32_t key;

	(void)state;
	one_up(&o);
	/* MTT: four pages in disorder, permission bits in the low end, beginning inside the first */
	k.mode = EMU_KEY_MTT;
	for (uint32_t i = 0; i < 4; i++)
		wr64(list + 8 * i, (o.mem + 4096 * (3 - i)) | 3);
	k.start = 0x500010;
	k.len = 4 * 4096 - 0x10;
	key = twin_key_make(o.s, &k);
	assert_int_equal(write_from(&o, 0, key, 0x500010 + 4000, 8000), 0);
	for (uint32_t j = 0; j < 8000; j++) {
		uint32_t at = 0x10 + 4000 + j;

		assert_int_equal(twin_at(o.s, o.out)[j],
			*twin_at(o.s, o.mem + 4096 * (3 - at / 4096) + at % 4096));
	}
	/* a page that is not there */
	memset(list + 16, 0, 8);
	key = twin_key_make(o.s, &k);
	assert_int_equal(write_from(&o, 0, key, 0x500010, 8192 - 16), 0);
	assert_int_equal(write_from(&o, 0, key, 0x500010, 8192), 4);
	revive(&o);
	/* KSM: entries of 4 KiB over another key */
	k.mode = EMU_KEY_KSM;
	k.start = 0;
	k.len = 8192;
	twin_klm(list, 0, o.s->pa_key, o.mem + 70001);
	twin_klm(list + 16, 0, o.s->pa_key, o.mem + 3);
	key = twin_key_make(o.s, &k);
	assert_int_equal(write_from(&o, 0, key, 4000, 200), 0);
	assert_memory_equal(twin_at(o.s, o.out), twin_at(o.s, o.mem + 74001), 96);
	assert_memory_equal(twin_at(o.s, o.out + 96), twin_at(o.s, o.mem + 3), 104);
	twin_free(o.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
		cmocka_unit_test(test_frwr),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_nesting),
		cmocka_unit_test(test_children),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_masks),
		cmocka_unit_test(test_modes),
	};
	int failed = 0;

	for (unsigned int mode = 0; mode < 2; mode++) {
		opts.adversarial = mode & 1;
		opts.seed = 7 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
