/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A refusal changes nothing: not the queued WQEs, index, doorbell record, fence state, list ring or keys. And each
 * has its reason.
 */
#include "bench.h"

#define ALL (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)

static struct lac_loc loc(uint64_t addr, uint32_t len)
{
	struct lac_loc l = {addr, len, {lac_to_be32(BENCH_DMA).be}};

	return l;
}

static const struct lac_rem there = {0x1000, {0x55}};

static struct bench *fresh(const struct bench_conf *conf)
{
	const struct lac_keys_attr a = {.access = ALL, .zero_based = 1, .max_entries = 4096};
	const struct lac_keys_attr small = {.access = ALL, .zero_based = 1, .max_entries = 8};
	struct bench *b = bench_new(conf);
	uint32_t i;

	bench_class(b, 0, &a, 52, 65532);
	bench_class(b, 1, &small, 52, 65532);
	for (i = 0; i < BENCH_KEYS; i++)
		bench_key(b, i, i & 1, 5);
	return b;
}

/* A full ring keeps the WRITE that was queued last: rdma-core mangles it. */
static void full_ring(void **state)
{
	struct snapshot *s = malloc(sizeof(*s));
	struct iovec v[64];
	struct bench *b = fresh(NULL);
	uint32_t i;

	(void)state;
	for (i = 0; i < 64; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x1000 + i * 64);
		v[i].iov_len = 64;
		assert_int_equal(
			lac_sq_write(b->q, loc(i, 8), there, i == 40 ? LAC_SIGNAL : 0, i), 0);
	}
	b->key[1].state = LAC_KEY_LIVE;
	REFUSED(b, s, lac_sq_write(b->q, loc(1, 8), there, 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 2), 128, 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 64), 4096, 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_map_write(b->q, &b->key[0], lac_src_iov(v, 2), 128, there, 0, 0),
		-EAGAIN);
	REFUSED(b, s, lac_sq_inv(b->q, &b->key[1], 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_write_inl(b->q, s, 100, there, 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_fadd(b->q, loc(0, 8), there, 1, 0, 0), -EAGAIN);
	REFUSED(b, s, lac_sq_nop(b->q, 0, 0), -EAGAIN);
	/* the signalled one completes: 41 WQEBBs are free, and no more */
	bench_complete(b, 40);
	{
		struct lac_wc wc;

		assert_int_equal(lac_cq_poll(&b->cq, &wc, 1), 1);
	}
	assert_int_equal(lac_sq_room_bb(b->q), 41);
	for (i = 0; i < 41; i++)
		assert_int_equal(lac_sq_write(b->q, loc(i, 8), there, 0, i), 0);
	/* nothing signalled is left in it: it would never drain */
	REFUSED(b, s, lac_sq_write(b->q, loc(1, 8), there, 0, 0), -EDEADLK);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 2), 128, 0, 0), -EDEADLK);
	bench_free(b);
	free(s);
}

static void reasons(void **state)
{
	const struct bench_conf conf = {.hull_lo = 0x10000, .hull_hi = 0x90000};
	struct iovec v[64];
	struct iovec far[3] = {{(void *)0x10000, 16}, {(void *)0x8fff0, 16}, {(void *)0x8fff1, 16}};
	struct iovec near[2] = {{(void *)0xffff, 16}, {(void *)0x20000, 16}};
	struct iovec none[3] = {{(void *)0x20000, 0}, {(void *)0x20000, 0}, {(void *)0, 0}};
	struct snapshot *s = malloc(sizeof(*s));
	struct bench *b = fresh(&conf);
	struct lac_err why;
	uint32_t i;

	(void)state;
	for (i = 0; i < 64; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x20000 + i * 64);
		v[i].iov_len = 64;
	}
#define MAP(k, list, n, len) lac_sq_map(b->q, &b->key[k], lac_src_iov(list, n), len, 0, 0)
	REFUSED(b, s, MAP(0, v, 0, 0), -EINVAL);
	REFUSED(b, s, MAP(0, none, 3, 0), -EINVAL);
	REFUSED(b, s, MAP(0, v, 4, 255), -EINVAL);
	REFUSED(b, s, MAP(0, v, 4, 257), -EINVAL);
	REFUSED(b, s, MAP(0, v, 60, 60 * 64 + 1), -EINVAL);
	REFUSED(b, s, MAP(1, v, 9, 0), -E2BIG); /* a class of 8 */
	REFUSED(b, s, MAP(0, far, 3, 48), -EFAULT);
	assert_int_equal(lac_qp_err(&b->qp, &why), 0);
	assert_int_equal(why.where, LAC_AT_SOURCE);
	assert_int_equal(why.index, 2);
	REFUSED(b, s, MAP(0, near, 2, 32), -EFAULT);
	lac_qp_err(&b->qp, &why);
	assert_int_equal(why.index, 0);
	b->key[2].state = LAC_KEY_LIVE;
	b->key[3].state = LAC_KEY_LOST;
	REFUSED(b, s, MAP(2, v, 4, 256), -EBUSY);
	REFUSED(b, s, MAP(3, v, 4, 256), -EBUSY);
	b->key[4].state = LAC_KEY_REVOKED;
	REFUSED(b, s, MAP(4, v, 4, 255), -EINVAL);
	REFUSED(b, s, MAP(4, v, 60, 60 * 64 + 1), -EINVAL);
	REFUSED(b, s, lac_sq_inv(b->q, &b->key[0], 0, 0), -EBUSY);
	REFUSED(b, s, lac_sq_inv(b->q, &b->key[3], 0, 0), -EBUSY);
	REFUSED(b, s, lac_sq_write(b->q, loc(0, (1u << 30) + 1), there, 0, 0), -EMSGSIZE);
	REFUSED(b, s, lac_sq_cas(b->q, loc(0, 4), there, 0, 0, 0, 0), -EINVAL);
	REFUSED(b, s, lac_sq_send_inl(b->q, v, b->q->inl_max + 1, 0, 0), -EMSGSIZE);
	{
		struct lac_loc many[64];

		for (i = 0; i < 64; i++)
			many[i] = loc(i * 64, 1u << 29);
		REFUSED(b, s, lac_sq_write_v(b->q, many, b->q->gather + 1, there, 0, 0), -E2BIG);
		REFUSED(b, s, lac_sq_write_v(b->q, many, 3, there, 0, 0), -EMSGSIZE);
	}
	lac_sq_set_msg_max(b->q, 100);
	REFUSED(b, s, lac_sq_map_write(b->q, &b->key[0], lac_src_iov(v, 2), 128, there, 0, 0),
		-EMSGSIZE);
	/* good at the edge of all that */
	assert_int_equal(MAP(1, v, 8, 512), 0);
	assert_int_equal(MAP(0, far, 2, 32), 0);
	lac_sq_restart(b->q, LAC_QP_ERROR);
	REFUSED(b, s, MAP(4, v, 4, 256), -ESHUTDOWN);
	REFUSED(b, s, lac_sq_nop(b->q, 0, 0), -ESHUTDOWN);
	lac_qp_on_gone(&b->qp);
	REFUSED(b, s, MAP(4, v, 4, 256), -ENODEV);
	REFUSED(b, s, lac_sq_send(b->q, loc(0, 8), 0, 0), -ENODEV);
	assert_int_equal(lac_rq_recv(b->r, loc(0, 8), 0), -ENODEV);
#undef MAP
	bench_free(b);
	free(s);
}

/* The seed's loop let one entry too many through. Here max works and max + 1 does not, in each form. */
static void bound_is_exact(void **state)
{
	static const uint32_t max[] = {4, 8, 52, 56, 100, 1024};
	struct iovec *v = calloc(1040, sizeof(*v));
	struct snapshot *s = malloc(sizeof(*s));
	uint32_t i, j;

	(void)state;
	for (j = 0; j < 1040; j++) {
		v[j].iov_base = (void *)(uintptr_t)(0x1000 + j);
		v[j].iov_len = 1;
	}
	for (i = 0; i < COUNT(max); i++) {
		const struct lac_keys_attr a = {.max_entries = max[i], .zero_based = 1};
		struct bench *b = fresh(NULL);

		bench_class(b, 0, &a, 52, 65532);
		REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, max[i] + 1), 0, 0, 0),
			-E2BIG);
		assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, max[i]), 0, 0, 0), 0);
		/* an empty piece takes no entry */
		v[max[i] / 2].iov_len = 0;
		assert_int_equal(
			lac_sq_map(b->q, &b->key[2], lac_src_iov(v, max[i] + 1), 0, 0, 0), 0);
		v[max[i] / 2].iov_len = 1;
		bench_free(b);
	}
	free(v);
	free(s);
}

/* Rings too small for a request: it would never fit, so it is not -EAGAIN. */
static void never_fits(void **state)
{
	const struct bench_conf conf = {.bb = 16, .list_units = 1};
	struct snapshot *s = malloc(sizeof(*s));
	struct iovec v[256];
	struct bench *b = fresh(&conf);
	uint32_t i;

	(void)state;
	for (i = 0; i < 256; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x1000 + i);
		v[i].iov_len = 1;
	}
	bench_seek(b, 8);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 52), 52, LAC_SIGNAL, 0), -E2BIG);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 129), 129, LAC_SIGNAL, 0),
		-E2BIG);
	assert_int_equal(lac_sq_map(b->q, &b->key[0], lac_src_iov(v, 128), 128, LAC_SIGNAL, 0), 0);
	REFUSED(b, s, lac_sq_map(b->q, &b->key[2], lac_src_iov(v, 128), 128, LAC_SIGNAL, 0),
		-EAGAIN);
	bench_idle(b);
	assert_int_equal(lac_sq_map(b->q, &b->key[2], lac_src_iov(v, 128), 128, LAC_SIGNAL, 0), 0);
	bench_free(b);
	free(s);
}

static int any_request(struct bench *b, struct iovec *v)
{
	struct lac_key *k = &b->key[bench_rand() % BENCH_KEYS];
	const uint32_t n = (uint32_t)(bench_rand() % (bench_rand() % 4 ? 20 : 300));
	const unsigned int fl = bench_rand() % 16 ? 0
						  : LAC_SIGNAL | (bench_rand() % 4 ? 0 : LAC_FENCE);
	uint64_t len = 0;
	uint32_t i;

	for (i = 0; i < n; i++) {
		v[i].iov_base = (void *)(uintptr_t)(0x10000 + bench_rand() % 0x10000);
		v[i].iov_len = bench_rand() % 50 ? 1 + bench_rand() % 5000 : 0;
		if (bench_rand() % 400 == 0)
			v[i].iov_base = (void *)0x7;
		len += v[i].iov_len;
	}
	if (bench_rand() % 3 == 0)
		len = 0;
	else if (bench_rand() % 20 == 0)
		len ^= 1;
	switch (bench_rand() % 10) {
	case 0:
		return lac_sq_write(b->q, loc(5, (uint32_t)bench_rand() % 100), there, fl, 1);
	case 1:
		return lac_sq_read(b->q, loc(5, 100), there, fl, 2);
	case 2:
		return lac_sq_write_inl(b->q, v, (uint32_t)bench_rand() % 1200, there, fl, 3);
	case 3:
		return lac_sq_inv(b->q, k, fl, 4);
	case 4:
		return lac_sq_cas(b->q, loc(5, bench_rand() % 9 ? 8 : 7), there, 1, 2, fl, 5);
	case 5:
		return lac_sq_map_write(b->q, k, lac_src_iov(v, n), len, there, fl, 6);
	case 6:
		lac_sq_ring(b->q);
		return 0;
	default:
		return lac_sq_map(b->q, k, lac_src_iov(v, n), len, fl, 7);
	}
}

/* Any sequence of requests, refused or not, with completions in between. */
static void any_sequence(void **state)
{
	const struct bench_conf conf = {
		.bb = 64, .list_units = 8, .hull_lo = 0x10000, .hull_hi = 0x22000};
	struct snapshot *s = malloc(sizeof(*s));
	struct bench *b = fresh(&conf);
	uint32_t refused = 0, i, seen[4] = {0};
	struct iovec v[300];
	int err;

	(void)state;
	for (i = 0; i < 30000; i++) {
		bench_take(b, s);
		err = any_request(b, v);
		if (err < 0) {
			bench_same(b, s);
			refused++;
			seen[0] += err == -EAGAIN;
			seen[1] += err == -EDEADLK;
			seen[2] += err == -EFAULT;
			seen[3] += err == -EBUSY;
		} else {
			assert_true((int32_t)(b->q->pi - s->pi) >= 0);
			assert_true(b->q->pi - lac_sq_ci_(b->q) <= 64);
		}
		if (bench_rand() % 12 == 0)
			bench_idle(b);
	}
	assert_true(refused > 1000 && refused < 29000);
	for (i = 0; i < 4; i++)
		assert_true(seen[i] > 0);
	bench_free(b);
	free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_ring),
		cmocka_unit_test(reasons),
		cmocka_unit_test(bound_is_exact),
		cmocka_unit_test(never_fits),
		cmocka_unit_test(any_sequence),
	};

	return cmocka_run_group_tests_name("hot_refusals", tests, NULL, NULL);
}
