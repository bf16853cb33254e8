/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registration, end to end: each form at its edges, with bytes that prove which piece went where, with the form
 * that the emulator counted, and with gaps that must stay untouched. And revocation.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <rte_malloc.h>

#include "rig.h"

#define ALL             (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)
#define SYND_LOC_PROT   0x04
#define SYND_MW_BIND    0x06
#define SYND_REM_ACCESS 0x13

/* A gappy list: unsorted pieces of odd addresses and lengths in an area of its own. */
struct shape {
	struct iovec *v;
	uint32_t n;
	uint64_t bytes;
	uint8_t *area;
	size_t area_bytes;
};

static void shape_make(struct shape *s, uint32_t n, uint32_t unit)
{
	uint32_t i, j;

	s->n = n;
	s->bytes = 0;
	s->area_bytes = (size_t)n * unit;
	s->area = rte_malloc("shape", s->area_bytes, 4096);
	s->v = malloc(n * sizeof(*s->v));
	assert_non_null(s->area);
	memset(s->area, 0xa5, s->area_bytes);
	for (i = 0; i < n; i++) {
		uint32_t len = 1 + (uint32_t)(fix_rand() % (unit - 2));
		uint32_t off = (uint32_t)(fix_rand() % (unit - len));

		s->v[i].iov_base = s->area + (size_t)i * unit + off;
		s->v[i].iov_len = len;
		s->bytes += len;
	}
	for (i = n - 1; i > 0; i--) {
		struct iovec t = s->v[i];

		j = (uint32_t)(fix_rand() % (i + 1));
		s->v[i] = s->v[j];
		s->v[j] = t;
	}
}

static void shape_free(struct shape *s)
{
	rte_free(s->area);
	free(s->v);
}

/* The list's bytes in order are @flat's; all else is untouched. Overwrites the area. */
static void shape_expect(struct shape *s, const uint8_t *flat)
{
	uint64_t at = 0;
	size_t j;
	uint32_t i;

	for (i = 0; i < s->n; i++) {
		assert_memory_equal(s->v[i].iov_base, flat + at, s->v[i].iov_len);
		memset(s->v[i].iov_base, 0xa5, s->v[i].iov_len);
		at += s->v[i].iov_len;
	}
	for (j = 0; j < s->area_bytes; j++)
		if (s->area[j] != 0xa5)
			fail_msg("a gap was written at %zu", j);
}

/* Registers @s at the receiver, writes all of it from flat memory, reads it back, invalidates. */
static void round_trip(struct rig *r, struct shape *s, struct lac_keys *keys, const char *form)
{
	const uint64_t before = fix_stat(1, form);
	struct lac_key *k = lac_key_get(keys);
	struct lac_rem rem = {0, {0}};
	uint8_t *back = r->a.mem + RIG_BYTES / 2;

	assert_non_null(k);
	assert_true(s->bytes <= RIG_BYTES / 2);
	rig_fill(r->a.mem, s->bytes, (uint32_t)fix_rand());
	assert_int_equal(
		lac_sq_map(r->b.sq, k, lac_src_iov(s->v, s->n), s->bytes, LAC_SIGNAL, 1), 0);
	rig_done(&r->b, 1, 0);
	assert_int_equal(fix_stat(1, form), before + 1);
	rem.key = lac_key_rkey(k);
	assert_int_equal(
		lac_sq_write(r->a.sq, rig_loc(&r->a, 0, (uint32_t)s->bytes), rem, LAC_SIGNAL, 2),
		0);
	rig_done(&r->a, 2, 0);
	memset(back, 0, s->bytes);
	assert_int_equal(lac_sq_read(r->a.sq, rig_loc(&r->a, RIG_BYTES / 2, (uint32_t)s->bytes),
				 rem, LAC_SIGNAL, 3),
		0);
	rig_done(&r->a, 3, 0);
	assert_memory_equal(back, r->a.mem, s->bytes);
	shape_expect(s, r->a.mem);
	assert_int_equal(lac_sq_inv(r->b.sq, k, LAC_SIGNAL, 4), 0);
	rig_done(&r->b, 4, 0);
	assert_int_equal(lac_key_put(keys, k), 0);
}

static void forms(void **state)
{
	static const uint32_t count[] = {
		1, 2, 3, 4, 5, 8, 51, 52, 53, 64, 255, 256, 257, 1024, 4096};
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->b, 4096, ALL, 2);
	struct shape s;
	size_t i;

	for (i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		shape_make(&s, count[i], count[i] > 1000 ? 400 : 5000);
		round_trip(r, &s, keys, count[i] <= 52 ? "umr_inline" : "umr_pointer");
		shape_free(&s);
	}
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* The bound is exact: as many as the class has room for, and not one more. */
static void bound(void **state)
{
	static const uint32_t max[] = {4, 52, 64, 1024};
	struct rig *r = *state;
	struct lac_key *k;
	struct shape s;
	size_t i;

	for (i = 0; i < sizeof(max) / sizeof(max[0]); i++) {
		struct lac_keys *keys = rig_keys(&r->b, max[i], ALL, 1);

		k = lac_key_get(keys);
		shape_make(&s, max[i] + 1, 1000);
		assert_int_equal(
			lac_sq_map(r->b.sq, k, lac_src_iov(s.v, s.n), LAC_LEN_SUM, 0, 1), -E2BIG);
		assert_int_equal(lac_key_put(keys, k), 0);
		shape_free(&s);
		shape_make(&s, max[i], 1000);
		round_trip(r, &s, keys, max[i] <= 52 ? "umr_inline" : "umr_pointer");
		shape_free(&s);
		assert_int_equal(lac_keys_destroy(keys), 0);
	}
}

static void big_qp(struct rig_end *e, uint32_t entries)
{
	struct lac_qp_attr a = {.size = sizeof(a),
		.sq_bb = 512,
		.rq_n = 16,
		.scq = e->cq,
		.rcq = e->cq,
		.list_entries = entries};

	assert_int_equal(lac_qp_destroy(e->qp), 0);
	assert_int_equal(lac_qp_create(lac_port_pd(e->port), &a, &e->qp), 0);
	e->sq = lac_qp_sq(e->qp);
	e->rq = lac_qp_rq(e->qp);
}

/* The largest list of one UMR, and one entry more: keys over keys. */
static void limit_and_nested(void **state)
{
	struct rig *r = *state;
	const uint32_t limit = lac_port_limits(r->b.port)->list_entries;
	struct lac_keys *keys;
	uint32_t n;

	assert_true(limit <= 65532);
	big_qp(&r->b, 4 * 65536);
	lac_qp_restart(r->a.qp);
	{
		struct lac_qp_addr a, b;

		lac_qp_address(r->a.qp, &a);
		lac_qp_address(r->b.qp, &b);
		assert_int_equal(lac_qp_connect(r->a.qp, &b), 0);
		assert_int_equal(lac_qp_connect(r->b.qp, &a), 0);
	}
	keys = rig_keys(&r->b, limit + 4, ALL, 2);
	for (n = limit; n <= limit + 1; n++) {
		struct shape s;

		shape_make(&s, n, 24);
		round_trip(r, &s, keys, n == limit ? "umr_pointer" : "umr_nested");
		shape_free(&s);
	}
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* After the invalidation the old key is dead; after the next registration the old byte is. */
static void revocation(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct iovec v = {NULL, 4096};
	lac_rkey_t old;

	v.iov_base = r->b.mem;
	rig_window_open(&r->b, ALL, &w);
	old = w.rem.key;
	assert_int_equal(lac_sq_inv(r->b.sq, w.key, LAC_SIGNAL, 1), 0);
	rig_done(&r->b, 1, 0);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), w.rem, LAC_SIGNAL, 2), 0);
	rig_done(&r->a, 2, SYND_REM_ACCESS);
	rig_reconnect(r);
	assert_int_equal(lac_sq_map(r->b.sq, w.key, lac_src_iov(&v, 1), 4096, LAC_SIGNAL, 3), 0);
	rig_done(&r->b, 3, 0);
	w.rem.key = lac_key_rkey(w.key);
	assert_int_equal(lac_rkey_num(w.rem.key) >> 8, lac_rkey_num(old) >> 8);
	assert_int_equal(lac_rkey_num(w.rem.key) & 0xff, (lac_rkey_num(old) + 1) & 0xff);
	memset(r->b.mem, 7, 16);
	memset(r->a.mem, 9, 16);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), (struct lac_rem){0, old},
				 LAC_SIGNAL, 4),
		0);
	rig_done(&r->a, 4, SYND_REM_ACCESS);
	assert_int_equal(r->b.mem[0], 7);
	rig_reconnect(r);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 8), w.rem, LAC_SIGNAL, 5), 0);
	rig_done(&r->a, 5, 0);
	assert_int_equal(r->b.mem[0], 9);
	rig_window_close(&r->b, &w);
}

/* A key byte goes on where it was when the same index comes back in another class. */
static void byte_survives(void **state)
{
	struct rig *r = *state;
	uint32_t seen[64] = {0}, n, i;
	struct lac_key *k;

	for (n = 0; n < 64; n++) {
		struct lac_keys *keys = rig_keys(&r->b, 4, ALL, 1);
		struct iovec v = {r->b.mem, 64};

		k = lac_key_get(keys);
		assert_int_equal(lac_sq_map(r->b.sq, k, lac_src_iov(&v, 1), 64, 0, 1), 0);
		seen[n] = lac_rkey_num(lac_key_rkey(k));
		for (i = 0; i < n; i++)
			assert_int_not_equal(seen[i], seen[n]);
		assert_int_equal(lac_sq_inv(r->b.sq, k, LAC_SIGNAL, 2), 0);
		rig_done(&r->b, 2, 0);
		assert_int_equal(lac_key_put(keys, k), 0);
		assert_int_equal(lac_keys_destroy(keys), 0);
	}
}

/* The device itself refuses a second registration of a key that is not free. */
static void exclusive(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct iovec v = {r->b.mem, 64};

	rig_window_open(&r->b, ALL, &w);
	assert_int_equal(lac_sq_map(r->b.sq, w.key, lac_src_iov(&v, 1), 64, LAC_SIGNAL, 1), -EBUSY);
	w.key->state = LAC_KEY_FREE; /* a ledger that lies */
	assert_int_equal(lac_sq_map(r->b.sq, w.key, lac_src_iov(&v, 1), 64, LAC_SIGNAL, 1), 0);
	rig_done(&r->b, 1, SYND_MW_BIND);
	rig_reconnect(r);
	assert_int_equal(lac_key_state(w.key), LAC_KEY_LOST);
	assert_int_equal(lac_sq_map(r->b.sq, w.key, lac_src_iov(&v, 1), 64, LAC_SIGNAL, 2), -EBUSY);
	assert_int_equal(lac_keys_repair(w.keys), 1);
	assert_int_equal(lac_sq_map(r->b.sq, w.key, lac_src_iov(&v, 1), 64, LAC_SIGNAL, 3), 0);
	rig_done(&r->b, 3, 0);
	rig_window_close(&r->b, &w);
}

/* Registration and transfer as one request, both ways, and by the peer's rights only. */
static void map_then_move(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->a, 300, LAC_LOCAL_WRITE, 2);
	struct rig_window w;
	uint32_t n;

	rig_window_open(&r->b, ALL, &w);
	for (n = 1; n <= 300; n = n * 2 + 1) {
		struct lac_key *k = lac_key_get(keys);
		struct shape s;
		uint8_t *flat;

		shape_make(&s, n, 2000);
		flat = malloc(s.bytes);
		rig_fill(r->b.mem, s.bytes, n);
		memcpy(flat, r->b.mem, s.bytes);
		assert_int_equal(lac_sq_map_read(r->a.sq, k, lac_src_iov(s.v, n), s.bytes, w.rem,
					 LAC_SIGNAL, 1),
			0);
		rig_done(&r->a, 1, 0);
		memset(r->b.mem, 0, s.bytes);
		assert_int_equal(lac_sq_inv(r->a.sq, k, 0, 0), 0);
		assert_int_equal(lac_sq_map_write(r->a.sq, k, lac_src_iov(s.v, n), LAC_LEN_SUM,
					 w.rem, LAC_SIGNAL, 2),
			0);
		rig_done(&r->a, 2, 0);
		assert_memory_equal(r->b.mem, flat, s.bytes);
		shape_expect(&s, flat);
		assert_int_equal(lac_sq_inv(r->a.sq, k, LAC_SIGNAL, 3), 0);
		rig_done(&r->a, 3, 0);
		assert_int_equal(lac_key_put(keys, k), 0);
		shape_free(&s);
		free(flat);
	}
	rig_window_close(&r->b, &w);
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* Start at the first piece's address, as Linux registers; and page lists. */
static void based_and_pages(void **state)
{
	struct rig *r = *state;
	struct lac_keys_attr a = {.size = sizeof(a), .max_entries = 64, .access = ALL, .count = 1};
	struct iovec v[3] = {{r->b.mem + 5000, 3192}, {r->b.mem + 40960, 8192}, {r->b.mem, 100}};
	enum lac_key_type type;
	struct lac_keys *keys;
	struct lac_rem rem;
	struct lac_key *k;
	const uint32_t total = 3192 + 8192 + 100;

	for (type = LAC_KEY_SG_GAPS; type <= LAC_KEY_MEM_REG; type++) {
		a.type = type;
		assert_int_equal(lac_keys_create(lac_port_pd(r->b.port), &a, &keys), 0);
		k = lac_key_get(keys);
		memset(r->b.mem, 0, 65536);
		rig_fill(r->a.mem, total, type);
		assert_int_equal(
			lac_sq_map(r->b.sq, k, lac_src_iov(v, 3), total, LAC_SIGNAL, 1), 0);
		rig_done(&r->b, 1, 0);
		rem.addr = (uint64_t)(uintptr_t)v[0].iov_base;
		rem.key = lac_key_rkey(k);
		assert_int_equal(
			lac_sq_write(r->a.sq, rig_loc(&r->a, 0, total), rem, LAC_SIGNAL, 2), 0);
		rig_done(&r->a, 2, 0);
		assert_memory_equal(v[0].iov_base, r->a.mem, 3192);
		assert_memory_equal(v[1].iov_base, r->a.mem + 3192, 8192);
		assert_memory_equal(v[2].iov_base, r->a.mem + 3192 + 8192, 100);
		assert_int_equal(r->b.mem[4999] | r->b.mem[100] | r->b.mem[8192], 0);
		assert_int_equal(lac_sq_inv(r->b.sq, k, LAC_SIGNAL, 3), 0);
		rig_done(&r->b, 3, 0);
		assert_int_equal(lac_key_put(keys, k), 0);
		assert_int_equal(lac_keys_destroy(keys), 0);
	}
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, rig_up, rig_down)
	const struct CMUnitTest tests[] = {
		T(forms),
		T(bound),
		T(limit_and_nested),
		T(revocation),
		T(byte_survives),
		T(exclusive),
		T(map_then_move),
		T(based_and_pages),
	};

	return cmocka_run_group_tests_name("map", tests, rig_ports_open, rig_ports_close);
}
