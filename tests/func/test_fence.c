/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Fences, seen by their effects. Nothing is awaited between a request and the one that depends on it, and the
 * emulator lets each effect come as late as the rules allow: a fence that is missing shows as an error
 * completion or as the bytes of the registration before. And completions over many laps of the ring.
 */
#include <string.h>

#include "rig.h"

#define ALL    (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE)
#define PIECES 10
#define ROUNDS 80

/* Pieces of odd sizes, other ones each round, in the first megabyte; their bytes in order go to @flat. */
static uint32_t pieces(struct rig_end *e, uint32_t round, struct iovec *v, uint8_t *flat)
{
	uint32_t bytes = 0;

	for (uint32_t i = 0; i < PIECES; i++) {
		uint8_t *p = e->mem + ((round * 7919 + i * 104729) % 1000) * 1024;
		uint32_t len = 1 + (uint32_t)(fix_rand() % 1000);

		v[i].iov_base = p;
		v[i].iov_len = len;
		memcpy(flat + bytes, p, len);
		bytes += len;
	}
	return bytes;
}

/* the key as one piece of @len bytes, from @off on */
static struct lac_loc under(const struct lac_key *k, uint64_t off, uint32_t len)
{
	struct lac_loc l = {off, len, lac_key_lkey(k)};

	return l;
}

/* a map and a WRITE out of it, at any place in the ring */
static void write_after_map(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->a, PIECES, ALL, 1);
	struct lac_key *k = lac_key_get(keys);
	static uint8_t flat[PIECES * 1024];
	struct iovec v[PIECES];
	struct rig_window w;

	rig_window_open(&r->b, ALL, &w);
	for (uint32_t i = 0; i < ROUNDS; i++) {
		rig_fill(r->a.mem, 1 << 20, i);
		uint32_t n = pieces(&r->a, i, v, flat);

		assert_int_equal(lac_sq_map(r->a.sq, k, lac_src_iov(v, PIECES), n, 0, 1), 0);
		assert_int_equal(lac_sq_write(r->a.sq, under(k, 0, n), w.rem, LAC_SIGNAL, 2), 0);
		rig_done(&r->a, 2, 0);
		assert_memory_equal(r->b.mem, flat, n);
		assert_int_equal(lac_sq_inv(r->a.sq, k, LAC_SIGNAL, 3), 0);
		rig_done(&r->a, 3, 0);
	}
	rig_window_close(&r->b, &w);
	assert_int_equal(lac_key_put(keys, k), 0);
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* the same, with NOPs that fill the ring's tail between the two */
static void write_after_map_and_padding(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->a, PIECES, ALL, 1);
	struct lac_key *k = lac_key_get(keys);
	const uint32_t ring = r->a.sq->mask + 1, map_bb = 2 + (PIECES + 3) / 4;
	static uint8_t flat[PIECES * 1024];
	struct iovec v[PIECES];
	struct lac_loc l[PIECES];
	struct rig_window w;

	rig_window_open(&r->b, ALL, &w);
	for (uint32_t i = 0; i < ROUNDS / 4; i++) {
		uint64_t pads = r->a.sq->n[LAC_SQ_PADS];
		uint32_t n, at = 0;

		rig_fill(r->a.mem, 1 << 20, i);
		n = pieces(&r->a, i, v, flat);
		/* the map ends one WQEBB before the ring does; the WRITE has three */
		while (((r->a.sq->pi + map_bb) & (ring - 1)) != ring - 1) {
			assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, 1), 0);
			rig_done(&r->a, 1, 0);
		}
		assert_int_equal(lac_sq_map(r->a.sq, k, lac_src_iov(v, PIECES), n, 0, 1), 0);
		for (uint32_t j = 0; j < PIECES; j++) {
			l[j] = under(k, at, (uint32_t)v[j].iov_len);
			at += (uint32_t)v[j].iov_len;
		}
		assert_int_equal(lac_sq_write_v(r->a.sq, l, PIECES, w.rem, LAC_SIGNAL, 2), 0);
		assert_int_equal(r->a.sq->n[LAC_SQ_PADS], pads + 1);
		rig_done(&r->a, 2, 0);
		assert_memory_equal(r->b.mem, flat, n);
		assert_int_equal(lac_sq_inv(r->a.sq, k, LAC_SIGNAL, 3), 0);
		rig_done(&r->a, 3, 0);
	}
	rig_window_close(&r->b, &w);
	assert_int_equal(lac_key_put(keys, k), 0);
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* a READ into a key and its invalidation at once: the data must have arrived before the key ends */
static void invalidate_after_read(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->a, PIECES, ALL, 1);
	struct lac_key *k = lac_key_get(keys);
	static uint8_t flat[PIECES * 1024];
	struct iovec v[PIECES];
	struct rig_window w;

	rig_window_open(&r->b, ALL, &w);
	for (uint32_t i = 0; i < ROUNDS; i++) {
		uint32_t n = pieces(&r->a, i, v, flat), at = 0;

		rig_fill(r->b.mem, n, i + 7);
		assert_int_equal(
			lac_sq_map(r->a.sq, k, lac_src_iov(v, PIECES), n, LAC_SIGNAL, 1), 0);
		rig_done(&r->a, 1, 0);
		assert_int_equal(lac_sq_read(r->a.sq, under(k, 0, n), w.rem, 0, 2), 0);
		assert_int_equal(lac_sq_inv(r->a.sq, k, LAC_SIGNAL, 3), 0);
		rig_done(&r->a, 3, 0);
		for (uint32_t j = 0; j < PIECES; at += (uint32_t)v[j++].iov_len)
			assert_memory_equal(v[j].iov_base, r->b.mem + at, v[j].iov_len);
	}
	rig_window_close(&r->b, &w);
	assert_int_equal(lac_key_put(keys, k), 0);
	assert_int_equal(lac_keys_destroy(keys), 0);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, rig_up, rig_down)
	const struct CMUnitTest tests[] = {
		T(write_after_map),
		T(write_after_map_and_padding),
		T(invalidate_after_read),
	};

	return cmocka_run_group_tests_name("fence", tests, rig_ports_open, rig_ports_close);
}
