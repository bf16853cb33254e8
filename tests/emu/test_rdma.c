/* SPDX-License-Identifier: BSD-3-Clause */
/* Every opcode over an RC connection, its data and its completions, with and without the adversary. */
#include "twin.h"

static struct twin_opts opts = {.seed = 1};

struct pair {
	struct twin *t;
	struct twin_side *a, *b;
	struct twin_qp qa, qb;
	uint64_t src, dst; /* at a, at b: 64 KiB each */
	uint32_t rkey;     /* of b, all rights */
};

static void pair_up(struct pair *p, const struct twin_link *l)
{
	p->t = twin_new(&opts);
	p->a = &p->t->s[0];
	p->b = &p->t->s[1];
	twin_qp_make(p->a, &p->qa, 6, 4, 6);
	twin_qp_make(p->b, &p->qb, 6, 4, 6);
	twin_connect(&p->qa, &p->qb, l);
	twin_connect(&p->qb, &p->qa, l);
	p->src = twin_alloc(p->a, 65536, 4096);
	p->dst = twin_alloc(p->b, 65536, 4096);
	for (int i = 0; i < 65536; i++)
		twin_at(p->a, p->src)[i] = (uint8_t)(i * 7 + i / 251);
	p->rkey = twin_key_pa(p->b, TWIN_ALL_RIGHTS);
}

static void test_write(void **state)
{
	struct pair p;
	struct twin_wqe w;
	const uint8_t *e;

	(void)state;
	pair_up(&p, NULL);
	twin_wqe(&w, 0x08, TWIN_SIG, 0);
	twin_raddr(&w, p.dst + 3, p.rkey);
	twin_data(&w, 1000, p.a->pa_key, p.src + 1);
	twin_data(&w, 5000, p.a->pa_key, p.src + 20000);
	twin_post(&p.qa, &w);
	e = twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	assert_int_equal(rd32(e + 0x20), 0x77);
	assert_int_equal(rd32(e + 0x2c), 6000);
	assert_int_equal(rd32(e + 0x38), 0x08u << 24 | p.qa.qpn);
	assert_memory_equal(twin_at(p.b, p.dst + 3), twin_at(p.a, p.src + 1), 1000);
	assert_memory_equal(twin_at(p.b, p.dst + 1003), twin_at(p.a, p.src + 20000), 5000);
	assert_int_equal(*twin_at(p.b, p.dst + 2), 0);
	assert_int_equal(*twin_at(p.b, p.dst + 6003), 0);
	twin_expect_none(p.t, &p.qa.scq);
	twin_expect_none(p.t, &p.qb.rcq);
	assert_int_equal(p.a->f.stats.bytes_written, 6000);
	assert_int_equal(p.t->lints, 0);
	twin_free(p.t);
}

static void test_unsignalled(void **state)
{
	struct pair p;
	struct twin_wqe w;

	(void)state;
	pair_up(&p, NULL);
	for (int i = 0; i < 5; i++) {
		twin_wqe(&w, 0x08, i == 4 ? TWIN_SIG : 0, 0);
		twin_raddr(&w, p.dst + 8 * (uint64_t)i, p.rkey);
		twin_data(&w, 8, p.a->pa_key, p.src + 8 * (uint64_t)i);
		twin_put(&p.qa, &w);
	}
	twin_ring(&p.qa);
	twin_expect(p.t, &p.qa.scq, 0, 0, 4);
	twin_expect_none(p.t, &p.qa.scq);
	assert_memory_equal(twin_at(p.b, p.dst), twin_at(p.a, p.src), 40);
	twin_free(p.t);
}

static void test_inline_and_zero(void **state)
{
	struct pair p;
	struct twin_wqe w;

	(void)state;
	pair_up(&p, NULL);
	twin_wqe(&w, 0x08, TWIN_SIG, 0);
	twin_raddr(&w, p.dst, p.rkey);
	twin_inline(&w, "abcdefghijklmnopqrstuvwxyz", 26);
	twin_put(&p.qa, &w);
	twin_wqe(&w, 0x08, TWIN_SIG, 0); /* no bytes: the key is not looked at */
	twin_raddr(&w, 0xdead, 0xdeadbeef);
	twin_put(&p.qa, &w);
	twin_wqe(&w, 0x00, TWIN_SIG, 0);
	twin_put(&p.qa, &w);
	twin_ring(&p.qa);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	twin_expect(p.t, &p.qa.scq, 0, 0, 1);
	twin_expect(p.t, &p.qa.scq, 0, 0, 2);
	assert_memory_equal(twin_at(p.b, p.dst), "abcdefghijklmnopqrstuvwxyz\0", 27);
	twin_free(p.t);
}

static void test_read(void **state)
{
	struct pair p;
	struct twin_wqe w;

	(void)state;
	pair_up(&p, NULL);
	for (int i = 0; i < 9000; i++)
		twin_at(p.b, p.dst)[i] = (uint8_t)(i * 3);
	twin_wqe(&w, 0x10, TWIN_SIG, 0);
	twin_raddr(&w, p.dst + 5, p.rkey);
	twin_data(&w, 100, p.a->pa_key, p.src + 4000);
	twin_data(&w, 8000, p.a->pa_key, p.src + 8001);
	twin_post(&p.qa, &w);
	assert_int_equal(rd32(twin_expect(p.t, &p.qa.scq, 0, 0, 0) + 0x2c), 8100);
	assert_memory_equal(twin_at(p.a, p.src + 4000), twin_at(p.b, p.dst + 5), 100);
	assert_memory_equal(twin_at(p.a, p.src + 8001), twin_at(p.b, p.dst + 105), 8000);
	assert_int_equal(p.a->f.stats.bytes_read, 8100);
	twin_free(p.t);
}

static void test_atomics(void **state)
{
	struct pair p;
	struct twin_wqe w;
	uint64_t v = 0x1122334455667788, got;

	(void)state;
	pair_up(&p, NULL);
	emu_set(p.a->f.hca->caps.cur[EMU_CAPS_ATOMIC],
		PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE, 1);
	memcpy(twin_at(p.b, p.dst + 8), &v, 8);
	twin_wqe(&w, 0x12, TWIN_SIG, 0);
	twin_raddr(&w, p.dst + 8, p.rkey);
	twin_atomic(&w, 5, 0);
	twin_data(&w, 8, p.a->pa_key, p.src + 16);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	memcpy(&got, twin_at(p.a, p.src + 16), 8);
	assert_true(got == v);
	memcpy(&got, twin_at(p.b, p.dst + 8), 8);
	assert_true(got == v + 5);
	for (int hit = 0; hit < 2; hit++) {
		twin_wqe(&w, 0x11, TWIN_SIG, 0);
		twin_raddr(&w, p.dst + 8, p.rkey);
		twin_atomic(&w, 42, hit ? v + 5 : v);
		twin_data(&w, 8, p.a->pa_key, p.src + 16);
		twin_post(&p.qa, &w);
		twin_expect(p.t, &p.qa.scq, 0, 0, -1);
		memcpy(&got, twin_at(p.a, p.src + 16), 8);
		assert_true(got == v + 5);
		memcpy(&got, twin_at(p.b, p.dst + 8), 8);
		assert_true(got == (hit ? 42 : v + 5));
	}
	assert_int_equal(p.a->f.stats.atomics, 3);
	/* without the mode the old value lands big-endian */
	emu_set(p.a->f.hca->caps.cur[EMU_CAPS_ATOMIC],
		PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE, 0);
	twin_wqe(&w, 0x12, TWIN_SIG, 0);
	twin_raddr(&w, p.dst + 8, p.rkey);
	twin_atomic(&w, 1, 0);
	twin_data(&w, 8, p.a->pa_key, p.src + 16);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 0, 0, -1);
	assert_true(rd64(twin_at(p.a, p.src + 16)) == 42);
	twin_free(p.t);
}

static void test_send(void **state)
{
	static const struct {
		uint8_t op, cqe;
	} forms[] = {{0x0a, 2}, {0x0b, 3}, {0x01, 4}};
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.variant = 9,
		.rights = EMU_LR,
		.umr = true,
		.rinval = true,
		.octw = 4};
	struct pair p;
	struct twin_wqe w;
	const uint8_t *e;

	(void)state;
	pair_up(&p, NULL);
	for (size_t i = 0; i < COUNT(forms); i++) {
		uint32_t imm = forms[i].op == 1 ? twin_key_make(p.b, &k) : 0xfeed0000;

		twin_recv(&p.qb, 512, p.b->pa_key, p.dst + 1024 * i);
		twin_wqe(&w, forms[i].op, TWIN_SIG | TWIN_SOL, imm);
		twin_data(&w, 300, p.a->pa_key, p.src + 33 * i);
		twin_post(&p.qa, &w);
		twin_expect(p.t, &p.qa.scq, 0, 0, (int)i);
		e = twin_expect(p.t, &p.qb.rcq, forms[i].cqe, 0, (int)i);
		assert_int_equal(rd32(e + 0x2c), 300);
		assert_int_equal(rd32(e + 0x20), 0x77);
		assert_int_equal(rd24(e + 0x39), p.qb.qpn);
		assert_int_equal(rd24(e + 0x19), p.qa.qpn);
		assert_int_equal(rd16(e + 0x16), emu_port_lid(&p.a->f));
		assert_true(e[0x3f] & 2);
		if (forms[i].op != 0x0a)
			assert_int_equal(rd32(e + 0x24), imm);
		if (forms[i].op == 1)
			assert_true(mkey_find(&p.b->f, imm)->free);
		assert_memory_equal(
			twin_at(p.b, p.dst + 1024 * i), twin_at(p.a, p.src + 33 * i), 300);
	}
	assert_int_equal(p.a->f.stats.bytes_sent, 900);
	twin_free(p.t);
}

static void test_write_imm(void **state)
{
	struct pair p;
	struct twin_wqe w;
	const uint8_t *e;

	(void)state;
	pair_up(&p, NULL);
	twin_recv(&p.qb, 16, p.b->pa_key, p.dst + 4096);
	twin_wqe(&w, 0x09, TWIN_SIG, 0x01020304);
	twin_raddr(&w, p.dst, p.rkey);
	twin_data(&w, 300, p.a->pa_key, p.src);
	twin_post(&p.qa, &w);
	twin_expect(p.t, &p.qa.scq, 0, 0, 0);
	e = twin_expect(p.t, &p.qb.rcq, 1, 0, 0);
	assert_int_equal(rd32(e + 0x24), 0x01020304);
	assert_int_equal(rd32(e + 0x2c), 300);
	assert_memory_equal(twin_at(p.b, p.dst), twin_at(p.a, p.src), 300);
	assert_int_equal(*twin_at(p.b, p.dst + 4096), 0);
	twin_free(p.t);
}

static void test_loopback(void **state)
{
	struct twin_link l = twin_link_default;
	struct twin_qp q1, q2;
	struct twin_wqe w;
	struct twin_side *s;
	struct twin *t;
	uint64_t src, dst;
	uint32_t rkey;

	(void)state;
	for (int self = 0; self < 2; self++) {
		t = twin_new(&opts);
		s = &t->s[0];
		l.fl = true;
		l.lid = 0xbeef;
		twin_qp_make(s, &q1, 6, 4, 6);
		twin_qp_make(s, &q2, 6, 4, 6);
		twin_connect(&q1, self ? &q1 : &q2, &l);
		twin_connect(&q2, self ? &q2 : &q1, &l);
		src = twin_alloc(s, 4096, 64);
		dst = twin_alloc(s, 4096, 64);
		memset(twin_at(s, src), 0x3c, 4096);
		rkey = twin_key_pa(s, TWIN_ALL_RIGHTS);
		twin_wqe(&w, 0x08, TWIN_SIG, 0);
		twin_raddr(&w, dst, rkey);
		twin_data(&w, 4000, s->pa_key, src);
		twin_post(&q1, &w);
		twin_expect(t, &q1.scq, 0, 0, 0);
		assert_memory_equal(twin_at(s, dst), twin_at(s, src), 4000);
		twin_free(t);
	}
}

/* WQEs of every size go round the ring many times, counters wrap at 16 bits */
static void test_ring_wraps(void **state)
{
	struct pair p;
	struct twin_wqe w;
	uint64_t rng = 5;
	uint8_t data[256];

	(void)state;
	pair_up(&p, NULL);
	for (int i = 0; i < 30000; i++) {
		uint32_t len = twin_rand(&rng, 200) + 1;

		for (uint32_t j = 0; j < len; j++)
			data[j] = (uint8_t)twin_rand(&rng, 256);
		twin_wqe(&w, 0x08, TWIN_SIG, 0);
		twin_raddr(&w, p.dst + 7, p.rkey);
		twin_inline(&w, data, len);
		twin_post(&p.qa, &w);
		twin_expect(p.t, &p.qa.scq, 0, 0, p.qa.last);
		assert_memory_equal(twin_at(p.b, p.dst + 7), data, len);
	}
	assert_true(p.qa.scq.ci > 1u << 14);
	assert_int_equal(p.t->lints, 0);
	twin_free(p.t);
}

/* Linux rings its UMR queue through the third of the page's four registers; each has two halves */
static void test_doorbell_registers(void **state)
{
	struct pair p;
	struct twin_wqe w;

	(void)state;
	pair_up(&p, NULL);
	for (p.qa.db_reg = 0; p.qa.db_reg < 8; p.qa.db_reg++) {
		twin_wqe(&w, 0x00, TWIN_SIG, 0);
		twin_post(&p.qa, &w);
		twin_expect(p.t, &p.qa.scq, 0, 0, p.qa.last);
	}
	assert_int_equal(p.t->lints, 0);
	twin_free(p.t);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_unsignalled),
		cmocka_unit_test(test_inline_and_zero),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_atomics),
		cmocka_unit_test(test_send),
		cmocka_unit_test(test_write_imm),
		cmocka_unit_test(test_loopback),
		cmocka_unit_test(test_ring_wraps),
		cmocka_unit_test(test_doorbell_registers),
	};
	int failed = 0;

	/* in order; by the adversary; every doorbell trapped; both */
	for (unsigned int mode = 0; mode < 4; mode++) {
		opts.adversarial = mode & 1;
		opts.trap_all = mode & 2;
		opts.seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 1 + mode;
		failed += cmocka_run_group_tests(tests, NULL, NULL);
	}
	return failed;
}
