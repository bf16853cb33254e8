/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The keys that QUERY_SPECIAL_CONTEXTS names: the reserved one is all memory for those who may, the dump-fill one
 * is no memory (zeros to read, nothing kept), the null one is never there.
 */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct rig { /* a loop from one queue to another */
	struct twin *t;
	struct twin_side *s;
	struct twin_qp q, r;
	uint64_t mem; /* three parts of 8 KiB, each filled with its letter */
	uint32_t all, dump;
};
enum { PART = 8192 };

static void up(struct rig *o)
{
	uint8_t in[16] = {0}, out[0x20];

	o->t = twin_new(&opts);
	o->s = &o->t->s[0];
	twin_qp_make(o->s, &o->q, 6, 4, 8);
	twin_qp_make(o->s, &o->r, 6, 4, 8);
	twin_connect(&o->q, &o->r, NULL);
	twin_connect(&o->r, &o->q, NULL);
	o->mem = twin_alloc(o->s, 3 * PART, 4096);
	for (int i = 0; i < 3; i++)
		memset(twin_at(o->s, o->mem + i * PART), 'a' + i, PART);
	o->all = twin_key_pa(o->s, TWIN_ALL_RIGHTS);
	wr16(in, PRM_OP_QUERY_SPECIAL_CONTEXTS);
	assert_int_equal(twin_cmd(o->s, in, sizeof(in), out, sizeof(out), NULL), 0);
	o->dump = (uint32_t)emu_get(out, PRM_QUERY_SPECIAL_CONTEXTS_OUT_DUMP_FILL_MKEY);
}

/* a key with all rights over @n KLMs */
static uint32_t list(struct rig *o, const uint8_t *klms, uint32_t n, uint64_t len)
{
	uint8_t padded[16 * 8] = {0};
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.rights = TWIN_ALL_RIGHTS,
		.octw = 8,
		.actual = 8,
		.list = padded,
		.len = len};

	memcpy(padded, klms, 16ul * n);
	return twin_key_make(o->s, &k);
}

static uint8_t run(struct rig *o, uint8_t opcode, uint32_t len, uint32_t lkey, uint64_t laddr,
	uint32_t rkey, uint64_t raddr)
{
	struct twin_wqe w;
	const uint8_t *e;
	uint8_t synd;

	twin_wqe(&w, opcode, TWIN_SIG, 0);
	twin_raddr(&w, raddr, rkey);
	if (opcode == 0x12)
		twin_atomic(&w, 1, 0);
	twin_data(&w, len, lkey, laddr);
	twin_post(&o->q, &w);
	twin_run(o->t);
	e = twin_cqe(&o->q.scq);
	assert_non_null(e);
	synd = e[63] >> 4 == 13 ? e[0x37] : 0;
	if (synd == 0)
		return 0;
	while (twin_cqe(&o->q.scq) != NULL || twin_cqe(&o->r.rcq) != NULL)
		;
	assert_int_equal(twin_qp_modify(&o->q, PRM_OP_2RST_QP, 0, NULL), 0);
	assert_int_equal(twin_qp_modify(&o->r, PRM_OP_2RST_QP, 0, NULL), 0);
	o->q.pi = 0;
	memset(twin_at(o->s, o->q.dbr), 0, 8);
	twin_connect(&o->q, &o->r, NULL);
	twin_connect(&o->r, &o->q, NULL);
	return synd;
}

static void holds(struct rig *o, uint64_t at, uint8_t byte, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		assert_int_equal(*twin_at(o->s, at + i), byte);
}

static void no_memory(void **state)
{
	struct rig o;
	uint64_t c = 0;

	(void)state;
	up(&o);
	assert_int_equal(o.dump, EMU_LKEY_DUMP_FILL);
	assert_int_not_equal(o.dump, 0x100); /* ends scatter lists: libmlx5 takes it for none */
	c = o.mem + 2 * PART;
	/* zeros are read, more than one page of them; any address will do */
	assert_int_equal(run(&o, 0x08, PART - 1, o.dump, 0xfffffffff0000000, o.all, c), 0);
	holds(&o, c, 0, PART - 1);
	holds(&o, c + PART - 1, 'c', 1);
	/* what is written is gone, and nothing else is touched */
	assert_int_equal(run(&o, 0x10, PART, o.dump, o.mem, o.all, o.mem + PART), 0);
	holds(&o, o.mem, 'a', PART);
	holds(&o, o.mem + PART, 'b', PART);
	/* an atomic's result too */
	assert_int_equal(run(&o, 0x12, 8, o.dump, o.mem, o.all, o.mem + PART), 0);
	holds(&o, o.mem, 'a', PART);
	/* it is for local use */
	assert_int_equal(run(&o, 0x08, 8, o.all, o.mem, o.dump, 0), 0x13);
	twin_free(o.t);
}

/* a hole in a list, seen from both sides */
static void a_hole(void **state)
{
	uint8_t klms[16 * 3], pages[16] = {0};
	struct twin_key k = {.mode = EMU_KEY_MTT,
		.rights = EMU_LR | EMU_LW,
		.octw = 1,
		.actual = 1,
		.log_page = 12,
		.list = pages,
		.len = PART};
	struct rig o;
	uint32_t key;

	(void)state;
	up(&o);
	wr64(pages, o.mem + PART);
	wr64(pages + 8, o.mem + PART + 4096);
	twin_klm(klms, 100, o.s->pa_key, o.mem);
	twin_klm(klms + 16, 5000, o.dump, o.mem + 4);
	twin_klm(klms + 32, 100, twin_key_make(o.s, &k), 0);
	key = list(&o, klms, 3, 5200);
	for (int remote = 0; remote < 2; remote++) {
		uint64_t c = o.mem + 2 * PART;
		uint8_t from_key = remote ? 0x10 : 0x08, to_key = remote ? 0x08 : 0x10;

		memset(twin_at(o.s, c), 'c', PART);
		if (remote)
			assert_int_equal(run(&o, from_key, 5200, o.s->pa_key, c, key, 0), 0);
		else
			assert_int_equal(run(&o, from_key, 5200, key, 0, o.all, c), 0);
		holds(&o, c, 'a', 100);
		holds(&o, c + 100, 0, 5000);
		holds(&o, c + 5100, 'b', 100);
		holds(&o, c + 5200, 'c', PART - 5200);
		memset(twin_at(o.s, c), 'd', PART);
		if (remote)
			assert_int_equal(run(&o, to_key, 5200, o.s->pa_key, c, key, 0), 0);
		else
			assert_int_equal(run(&o, to_key, 5200, key, 0, o.all, c), 0);
		holds(&o, o.mem, 'd', 100);
		holds(&o, o.mem + 100, 'a', PART - 100);
		holds(&o, o.mem + PART, 'd', 100);
		holds(&o, o.mem + PART + 100, 'b', PART - 100);
		memset(twin_at(o.s, o.mem), 'a', 100);
		memset(twin_at(o.s, o.mem + PART), 'b', 100);
	}
	/* there is no word in it */
	assert_int_equal(run(&o, 0x12, 8, o.all, o.mem, key, 104), 0x12);
	assert_int_equal(run(&o, 0x12, 8, o.all, o.mem, key, 96), 0x12);
	holds(&o, o.mem, 'a', PART);
	twin_free(o.t);
}

static void not_there(void **state)
{
	struct twin_opts off = {.seed = 1, .profile = "vf,dump_fill_mkey=0"}, usual = opts;
	struct rig o;

	(void)state;
	opts = off;
	up(&o);
	opts = usual;
	assert_int_equal(o.dump, 0);
	assert_int_equal(run(&o, 0x08, 8, EMU_LKEY_DUMP_FILL, 0, o.all, o.mem), 0x04);
	assert_int_equal(run(&o, 0x08, 8, EMU_LKEY_NULL, 0, o.all, o.mem), 0x04);
	assert_int_equal(run(&o, 0x08, 8, EMU_LKEY_RESERVED, o.mem, o.all, o.mem), 0x04);
	holds(&o, o.mem, 'a', PART);
	twin_free(o.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_memory),
		cmocka_unit_test(a_hole),
		cmocka_unit_test(not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
