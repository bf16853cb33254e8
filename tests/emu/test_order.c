/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The adversarial device against missing fences: a sequence that lacks one fails for a good part of the seeds,
 * the same with the fence never does. And what the device owes in spite of its malice: completions in order,
 * after their data, and the same run again from the same seed.
 */
#include "twin.h"

#define SEEDS  100u
#define ENOUGH (SEEDS / 10) /* a missing fence fails for at least this many */

struct rig {
	struct twin *t;
	struct twin_side *s;
	struct twin_qp q, r;
	uint64_t src, dst, list;
	uint32_t all, key;
};

static void rig_up(struct rig *g, uint64_t seed, bool trap_all)
{
	struct twin_opts o = {.seed = seed * 7919, .adversarial = true, .trap_all = trap_all};
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.variant = 1,
		.rights = TWIN_ALL_RIGHTS,
		.free = true,
		.umr = true,
		.octw = 64};

	g->t = twin_new(&o);
	g->s = &g->t->s[0];
	twin_qp_make(g->s, &g->q, 8, 4, 8);
	twin_qp_make(g->s, &g->r, 6, 4, 8);
	twin_connect(&g->q, &g->r, NULL);
	twin_connect(&g->r, &g->q, NULL);
	g->src = twin_alloc(g->s, 4096, 4096);
	g->dst = twin_alloc(g->s, 4096, 4096);
	g->list = twin_alloc(g->s, 4096, 4096);
	memset(twin_at(g->s, g->src), 0x11, 4096);
	g->all = twin_key_pa(g->s, TWIN_ALL_RIGHTS);
	g->key = twin_key_make(g->s, &k);
}

static void put_umr(struct rig *g, uint8_t fence, bool check_free)
{
	struct twin_umr u = {.key = g->key,
		.octw = 4,
		.flags = EMU_UMR_INLINE,
		.mask = TWIN_FRWR_MASK & ~(1ull << 8),
		.len = 256,
		.access = 0x7c};
	uint8_t list[64] = {0};
	struct twin_wqe w;

	if (check_free)
		u.flags |= EMU_UMR_CHECK_NOT_FREE;
	twin_klm(list, 256, g->s->pa_key, g->src);
	twin_umr(&w, (uint8_t)(fence << 5), &u);
	twin_list(&w, list, 4);
	twin_put(&g->q, &w);
}

static void put_inv(struct rig *g, uint8_t fence, uint8_t sig)
{
	struct twin_wqe w;

	twin_local_inv(&w, (uint8_t)(fence << 5 | sig), g->key);
	twin_put(&g->q, &w);
}

static void put_rw(
	struct rig *g, uint8_t op, uint8_t fm_ce_se, uint32_t lkey, uint64_t va, uint64_t raddr)
{
	struct twin_wqe w;

	twin_wqe(&w, op, fm_ce_se, 0);
	twin_raddr(&w, raddr, g->all);
	twin_data(&w, 256, lkey, va);
	twin_put(&g->q, &w);
}

static void put_nop(struct rig *g)
{
	struct twin_wqe w;

	twin_wqe(&w, 0, 0, 0);
	twin_put(&g->q, &w);
}

/* rings and runs: did all end well? */
static bool well(struct rig *g)
{
	const uint8_t *e;
	bool ok = false;

	twin_ring(&g->q);
	twin_run(g->t);
	while ((e = twin_cqe(&g->q.scq)) != NULL)
		ok = e[63] >> 4 == 0;
	return ok;
}

/* ---- the sequences: true if the client saw what it wanted ---- */

static bool umr_then_write(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, false);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->key, 0, g->dst);
	return well(g) && *twin_at(g->s, g->dst + 255) == 0x11;
}

static bool umr_nops_bell_write(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, false);
	put_nop(g);
	put_nop(g);
	twin_ring(&g->q);
	engine_run(&g->t->w, 2);
	put_nop(g);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->key, 0, g->dst);
	return well(g) && *twin_at(g->s, g->dst + 255) == 0x11;
}

static bool umr_then_remote_use(struct rig *g, uint8_t fence)
{
	struct twin_wqe w;

	put_umr(g, 0, false);
	twin_wqe(&w, 0x08, (uint8_t)(TWIN_SIG | fence << 5), 0);
	twin_raddr(&w, 0, g->key);
	twin_data(&w, 256, g->s->pa_key, g->dst);
	twin_put(&g->q, &w);
	return well(g);
}

static bool read_then_inv(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, false);
	put_rw(g, 0x10, 1 << 5, g->key, 0, g->dst);
	put_inv(g, fence, TWIN_SIG);
	return well(g);
}

static bool read_then_remap(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, false);
	put_rw(g, 0x10, 1 << 5, g->key, 0, g->dst);
	g->key++;
	put_umr(g, fence, false);
	put_rw(g, 0x08, 1 << 5 | TWIN_SIG, g->key, 0, g->dst);
	return well(g);
}

static bool inv_then_remap(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, true);
	put_inv(g, 1, 0);
	g->key++;
	put_umr(g, fence, true);
	put_rw(g, 0x08, 1 << 5 | TWIN_SIG, g->key, 0, g->dst);
	return well(g);
}

static bool read_then_send_on(struct rig *g, uint8_t fence)
{
	memset(twin_at(g->s, g->dst), 0x22, 256);
	put_rw(g, 0x10, 0, g->s->pa_key, g->src, g->dst);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src, g->dst + 1024);
	return well(g) && *twin_at(g->s, g->dst + 1024 + 255) == 0x22;
}

static bool atomic_then_send_on(struct rig *g, uint8_t fence)
{
	struct twin_wqe w;

	memset(twin_at(g->s, g->dst), 0x22, 8);
	twin_wqe(&w, 0x12, 0, 0);
	twin_raddr(&w, g->dst, g->all);
	twin_atomic(&w, 1, 0);
	twin_data(&w, 8, g->s->pa_key, g->src);
	twin_put(&g->q, &w);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src, g->dst + 1024);
	return well(g) && *twin_at(g->s, g->dst + 1024) == 0x22;
}

static bool read_then_overwrite(struct rig *g, uint8_t fence)
{
	memset(twin_at(g->s, g->dst), 0x22, 256);
	memset(twin_at(g->s, g->src + 1024), 0x33, 256);
	put_rw(g, 0x10, 0, g->s->pa_key, g->src, g->dst);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src + 1024, g->dst);
	return well(g) && *twin_at(g->s, g->src) == 0x22;
}

/* needs none: a gather is over before a later UMR */
static bool write_then_inv(struct rig *g, uint8_t fence)
{
	put_umr(g, 0, false);
	put_rw(g, 0x08, 1 << 5, g->key, 0, g->dst);
	put_inv(g, fence, TWIN_SIG);
	return well(g) && *twin_at(g->s, g->dst + 255) == 0x11;
}

/* needs none: a READ sees the WRITE before it */
static bool write_then_read(struct rig *g, uint8_t fence)
{
	put_rw(g, 0x08, 0, g->s->pa_key, g->src, g->dst);
	put_rw(g, 0x10, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src + 1024, g->dst);
	memset(twin_at(g->s, g->src + 1024), 0, 256);
	return well(g) && *twin_at(g->s, g->src + 1024) == 0x11;
}

/* needs none: the later READ's data stays */
static bool read_twice(struct rig *g, uint8_t fence)
{
	memset(twin_at(g->s, g->dst), 0x22, 256);
	memset(twin_at(g->s, g->dst + 1024), 0x33, 256);
	put_rw(g, 0x10, 0, g->s->pa_key, g->src, g->dst);
	put_rw(g, 0x10, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src, g->dst + 1024);
	return well(g) && *twin_at(g->s, g->src + 255) == 0x33;
}

/* needs none: the responder invalidates after it has answered what came before */
static bool read_then_send_inv(struct rig *g, uint8_t fence)
{
	struct twin_wqe w;

	put_umr(g, 0, false);
	twin_wqe(&w, 0x10, 1 << 5, 0);
	twin_raddr(&w, 0, g->key);
	twin_data(&w, 256, g->s->pa_key, g->dst);
	twin_put(&g->q, &w);
	mkey_find(&g->s->f, g->key)->en_rinval = true;
	twin_recv(&g->r, 8, g->s->pa_key, g->list);
	twin_wqe(&w, 0x01, (uint8_t)(TWIN_SIG | fence << 5), g->key);
	twin_put(&g->q, &w);
	return well(g) && *twin_at(g->s, g->dst + 255) == 0x11;
}

/* needs none: nothing passes a request that failed */
static bool fail_then_write(struct rig *g, uint8_t fence)
{
	memset(twin_at(g->s, g->dst), 0x55, 256);
	put_rw(g, 0x08, 0, g->s->pa_key ^ 1, g->src, g->dst + 1024);
	put_rw(g, 0x08, (uint8_t)(TWIN_SIG | fence << 5), g->s->pa_key, g->src, g->dst);
	return !well(g) && *twin_at(g->s, g->dst) == 0x55;
}

#define F(n) (1u << (n))
static const struct {
	const char *name;
	bool (*run)(struct rig *, uint8_t);
	uint8_t never, often; /* sets of fences: with these it never fails, with those often */
} sequences[] = {
	{"UMR, WRITE from the key", umr_then_write, F(1) | F(3) | F(4), F(0) | F(2)},
	{"UMR, NOPs, doorbell, WRITE", umr_nops_bell_write, F(1) | F(3) | F(4), F(0) | F(2)},
	{"UMR, WRITE to the key", umr_then_remote_use, F(1) | F(3) | F(4), F(0) | F(2)},
	{"READ into the key, invalidate", read_then_inv, F(2) | F(3) | F(4), F(0) | F(1)},
	{"READ into the key, register anew", read_then_remap, F(2) | F(3) | F(4), F(0) | F(1)},
	{"invalidate, register anew", inv_then_remap, F(1) | F(3) | F(4), F(0) | F(2)},
	{"READ, send on what it brought", read_then_send_on, F(2) | F(3) | F(4), F(0) | F(1)},
	{"atomic, send on what it brought", atomic_then_send_on, F(2) | F(3) | F(4), F(0) | F(1)},
	{"READ, overwrite its source", read_then_overwrite, F(2) | F(3) | F(4), F(0) | F(1)},
	{"WRITE from the key, invalidate", write_then_inv, F(0) | F(1) | F(2) | F(3) | F(4), 0},
	{"WRITE, READ back", write_then_read, F(0) | F(1) | F(2) | F(3) | F(4), 0},
	{"READ, READ into the same place", read_twice, F(0) | F(1) | F(2) | F(3) | F(4), 0},
	{"READ, SEND that invalidates its source", read_then_send_inv,
		F(0) | F(1) | F(2) | F(3) | F(4), 0},
	{"WRITE that fails, WRITE", fail_then_write, F(0) | F(1) | F(2) | F(3) | F(4), 0},
};

static void test_fences(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sequences); i++) {
		for (uint8_t fence = 0; fence <= 4; fence++) {
			uint32_t failed = 0;

			for (uint64_t seed = 0; seed < SEEDS; seed++) {
				struct rig g;

				rig_up(&g, seed, seed & 1);
				failed += !sequences[i].run(&g, fence);
				twin_free(g.t);
			}
			if ((sequences[i].never & F(fence)) && failed > 0)
				fail_msg("%s: fence %u, yet %u seeds failed", sequences[i].name,
					fence, failed);
			if ((sequences[i].often & F(fence)) && failed < ENOUGH)
				fail_msg("%s: with fence %u only %u of %u seeds failed",
					sequences[i].name, fence, failed, SEEDS);
		}
	}
}

/* the capability umr_fence: 1 and 2 make UMRs fence themselves */
static void test_umr_fence_cap(void **state)
{
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		for (uint8_t fence = 0; fence < 2; fence++) {
			uint32_t failed = 0;

			for (uint64_t seed = 0; seed < SEEDS; seed++) {
				struct rig g;

				rig_up(&g, seed, false);
				emu_set(g.s->f.hca->caps.cur[EMU_CAPS_GENERAL],
					PRM_CMD_HCA_CAP_UMR_FENCE, i);
				twin_qp_make(g.s, &g.q, 8, 4, 8);
				twin_qp_make(g.s, &g.r, 6, 4, 8);
				twin_connect(&g.q, &g.r, NULL);
				twin_connect(&g.r, &g.q, NULL);
				failed += !read_then_inv(&g, fence);
				twin_free(g.t);
			}
			if (i + fence >= 2)
				assert_int_equal(failed, 0);
			else
				assert_true(failed >= ENOUGH);
		}
	}
}

/* a list is read late, once, and not after the UMR's completion */
static void test_list_read(void **state)
{
	uint32_t late = 0;

	(void)state;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct twin_umr u = {.octw = 8, .mask = TWIN_FRWR_MASK, .len = 256, .access = 0x7c};
		struct emu_qp *q;
		struct twin_wqe w;
		struct rig g;

		rig_up(&g, seed, false);
		memset(twin_at(g.s, g.src + 1024), 0x44, 256);
		twin_klm(twin_at(g.s, g.list), 256, g.s->pa_key, g.src);
		u.key = g.key;
		twin_umr(&w, TWIN_SIG, &u);
		twin_list_at(&w, 128, g.s->pa_key, g.list);
		twin_put(&g.q, &w);
		for (int i = 0; i < 4; i++)
			put_nop(&g);
		twin_ring(&g.q);
		q = emu_id_get(&g.s->f, EMU_QP, g.q.qpn);
		while (q->sq.ci != g.q.pi)
			engine_run(&g.t->w, 1);
		twin_klm(twin_at(g.s, g.list), 256, g.s->pa_key, g.src + 1024); /* too early */
		twin_expect(g.t, &g.q.scq, 0, 0, 0);
		twin_klm(twin_at(g.s, g.list), 256, g.s->pa_key, g.src + 2048);
		put_rw(&g, 0x08, TWIN_SIG, g.key, 0, g.dst);
		assert_true(well(&g));
		assert_true(*twin_at(g.s, g.dst) == 0x44 || *twin_at(g.s, g.dst) == 0x11);
		late += *twin_at(g.s, g.dst) == 0x44;
		twin_free(g.t);
	}
	assert_true(late >= ENOUGH);
}

/* completions in order and behind their data, whatever the mix; work of two queues interleaves */
static uint64_t mixed(uint64_t seed, bool *crossed)
{
	struct twin_opts o = {.seed = seed, .adversarial = true};
	struct twin *t = twin_new(&o);
	struct twin_side *s = &t->s[0], *p = &t->s[1];
	struct twin_qp q[2], r[2];
	uint64_t mem = twin_alloc(s, 8192, 64), far = twin_alloc(p, 8192, 64), digest = seed * 0,
		 rng = seed;
	uint32_t all = twin_key_pa(p, TWIN_ALL_RIGHTS), got[2] = {0}, last_of = 2;
	struct twin_wqe w;
	uint8_t op[2][24];

	for (int k = 0; k < 2; k++) {
		twin_qp_make(s, &q[k], 8, 0, 6);
		twin_qp_make(p, &r[k], 4, 4, 6);
		twin_connect(&q[k], &r[k], NULL);
		twin_connect(&r[k], &q[k], NULL);
		for (uint32_t i = 0; i < 24; i++) {
			uint64_t off = 4096ull * (uint64_t)k + 128 * i;

			op[k][i] = twin_rand(&rng, 2) ? 0x10 : 0x08;
			memset(twin_at(op[k][i] == 0x10 ? p : s,
				       (op[k][i] == 0x10 ? far : mem) + off),
				(int)i + 1, 100);
			twin_wqe(&w, op[k][i], TWIN_SIG, 0);
			twin_raddr(&w, far + off, all);
			twin_data(&w, 100, s->pa_key, mem + off);
			twin_put(&q[k], &w);
		}
		twin_ring(&q[k]);
	}
	for (int turn = 0; got[0] + got[1] < 48; turn++) {
		assert_true(turn < 100000);
		engine_run(&t->w, 1);
		for (uint32_t k = 0; k < 2; k++) {
			const uint8_t *e = twin_cqe(&q[k].scq);
			uint64_t off;

			if (e == NULL)
				continue;
			assert_int_equal(e[63] >> 4, 0);
			assert_int_equal(rd16(e + 0x3c), got[k]);
			off = 4096ull * k + 128 * got[k];
			assert_memory_equal(twin_at(s, mem + off), twin_at(p, far + off), 100);
			assert_int_equal(*twin_at(p, far + off), got[k] + 1);
			got[k]++;
			digest = (digest * 31 + k + 1) * 31 + t->w.step;
			if (last_of < 2 && last_of != k && got[k] < 24)
				*crossed = true;
			last_of = k;
		}
	}
	twin_free(t);
	return digest;
}

static void test_mix_and_replay(void **state)
{
	uint32_t crossings = 0, distinct = 0;
	uint64_t before = 0;

	(void)state;
	for (uint64_t seed = 1; seed < 60; seed++) {
		bool crossed = false, again = false;
		uint64_t digest = mixed(seed, &crossed);

		assert_true(digest == mixed(seed, &again));
		assert_int_equal(crossed, again);
		crossings += crossed;
		distinct += digest != before;
		before = digest;
	}
	assert_true(crossings > 30);
	assert_true(distinct > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fences),
		cmocka_unit_test(test_umr_fence_cap),
		cmocka_unit_test(test_list_read),
		cmocka_unit_test(test_mix_and_replay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
