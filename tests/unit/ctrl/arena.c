/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory for the device: alignment, zeroes, no overlap, every chunk given back; the events of a random life
 * against a model that knows every byte.
 */
#include "../unit.h"

#include <stdio.h>
#include <time.h>

#include "fakefw.h"

#define CHUNK (2u << 20)

static void shapes(void **state)
{
	static const struct {
		size_t len, align;
	} ok[] = {{1, 64}, {64, 64}, {65, 64}, {576, 1024}, {2048, 64}, {2049, 64}, {4096, 4096},
		{1, 4096}, {4097, 64}, {64 << 10, 64 << 10}, {CHUNK, CHUNK}, {CHUNK + 1, 4096}};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	uint8_t *p[COUNT(ok)];
	(void)state;

	for (size_t i = 0; i < COUNT(ok); i++) {
		p[i] = lac_arena_alloc(port, ok[i].len, ok[i].align);
		assert_non_null(p[i]);
		assert_int_equal((uintptr_t)p[i] % ok[i].align, 0);
		for (size_t k = 0; k < ok[i].len; k++)
			assert_int_equal(p[i][k], 0);
		memset(p[i], 0xff, ok[i].len);
	}
	for (size_t i = 0; i < COUNT(ok); i++)
		lac_arena_free(port, p[i], ok[i].len);
	assert_int_equal(port->arena.live, 0);
	assert_int_equal(port->arena.used, 0);
	assert_int_equal(fake_maps_live, 1); /* one chunk is kept */
	fake_port_end(port);
	fake_free(f);
}

static void refusals(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	(void)state;

	assert_null(lac_arena_alloc(port, 0, 64));
	assert_null(lac_arena_alloc(port, 64, 0));
	assert_null(lac_arena_alloc(port, 64, 32));
	assert_null(lac_arena_alloc(port, 64, 96));
	assert_null(lac_arena_alloc(port, 64, 2 * CHUNK));
	assert_null(lac_arena_alloc(port, SIZE_MAX, 64));
	lac_arena_free(port, NULL, 64);
	assert_int_equal(fake_maps_live, 0);
	fake_map_refuse = 1;
	assert_null(lac_arena_alloc(port, 64, 64));
	assert_non_null(lac_arena_alloc(port, 64, 64));
	assert_int_equal(port->arena.live, 1);
	fake_port_end(port); /* takes the chunks whatever is in them */
	fake_free(f);
}

static uint64_t rng;

static uint32_t below(uint32_t n)
{
	rng += UINT64_C(0x9e3779b97f4a7c15);
	uint64_t z = (rng ^ rng >> 30) * UINT64_C(0xbf58476d1ce4e5b9);

	return (uint32_t)((z >> 32) % n);
}

/* Each piece is filled with its own byte: who overlaps another, or is not zeroed, is found out. */
static void random_life(void **state)
{
	enum { PIECES = 400, STEPS = 20000 };
	static const size_t aligns[] = {64, 128, 1024, 4096, 8192, 65536};
	static struct {
		uint8_t *p;
		size_t len;
		uint8_t byte;
	} piece[PIECES];
	const char *seed = getenv("LAC_TEST_SEED");
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	(void)state;

	rng = seed ? strtoull(seed, NULL, 0) : (uint64_t)time(NULL);
	printf("seed %llu (LAC_TEST_SEED replays)\n", (unsigned long long)rng);
	for (int s = 0; s < STEPS; s++) {
		uint32_t i = below(PIECES);
		size_t len = 1 + below(below(20) ? 3000 : 300000),
		       align = aligns[below(COUNT(aligns))];

		if (piece[i].p) {
			assert_int_equal(piece[i].p[0], piece[i].byte);
			assert_int_equal(piece[i].p[piece[i].len / 2], piece[i].byte);
			assert_int_equal(piece[i].p[piece[i].len - 1], piece[i].byte);
			lac_arena_free(port, piece[i].p, piece[i].len);
			piece[i].p = NULL;
			continue;
		}
		piece[i].p = lac_arena_alloc(port, len, align);
		assert_non_null(piece[i].p);
		assert_int_equal((uintptr_t)piece[i].p % align, 0);
		assert_int_equal(piece[i].p[0] | piece[i].p[len / 2] | piece[i].p[len - 1], 0);
		piece[i].len = len;
		piece[i].byte = (uint8_t)(1 + below(255));
		memset(piece[i].p, piece[i].byte, len);
	}
	for (size_t i = 0; i < PIECES; i++) {
		if (piece[i].p)
			lac_arena_free(port, piece[i].p, piece[i].len);
	}
	assert_int_equal(port->arena.live, 0);
	assert_int_equal(port->arena.used, 0);
	assert_true(fake_maps_live <= 1);
	fake_port_end(port);
	fake_free(f);
}

/* Twelve thousand pages, as firmware may ask for, and the ledger that knows them. */
static void ledger(void **state)
{
	struct lac_ledger l = {0};
	uint32_t func = 0, n = 0;
	(void)state;

	assert_null(lac_ledger_find(&l, 4096));
	assert_int_equal(lac_ledger_pick(&l, &func), 0);
	for (uint64_t i = 1; i <= 12000; i++) {
		assert_int_equal(lac_ledger_room(&l, 1), 0);
		lac_ledger_put(&l, i << 12, i % 3 ? 7 : 9);
	}
	assert_int_equal(l.held, 12000);
	for (uint64_t i = 1; i <= 12000; i++)
		assert_int_equal(lac_ledger_find(&l, i << 12)->func, i % 3 ? 7 : 9);
	assert_null(lac_ledger_find(&l, 0));
	assert_null(lac_ledger_find(&l, 1));
	assert_null(lac_ledger_find(&l, UINT64_C(12001) << 12));
	for (struct lac_page *p = NULL; (p = lac_ledger_next(&l, p, 9)) != NULL; n++)
		lac_ledger_del(&l, p);
	assert_int_equal(n, 4000);
	assert_int_equal(lac_ledger_pick(&l, &func), 8000);
	assert_int_equal(func, 7);
	/* places once used are not free for ever: many lives in a table that need not grow */
	for (int i = 0; i < 100000; i++) {
		assert_int_equal(lac_ledger_room(&l, 1), 0);
		lac_ledger_put(&l, (UINT64_C(1) << 32) + ((uint64_t)i << 12), 1);
		lac_ledger_del(&l, lac_ledger_find(&l, (UINT64_C(1) << 32) + ((uint64_t)i << 12)));
	}
	assert_int_equal(l.held, 8000);
	assert_true(l.cap <= 65536);
	assert_int_equal(l.most, 12000);
	lac_ledger_fini(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes),
		cmocka_unit_test(refusals),
		cmocka_unit_test(random_life),
		cmocka_unit_test(ledger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
