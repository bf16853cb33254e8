/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space over buses that only keep a ledger: every live bus has exactly the maps of the table,
 * or, after a refusal, exactly what it had before.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

#include "aid.h"
#include "bus/as_priv.h"

#define PAGE 4096ull

struct ledger {
	struct lac_bus bus; /* first */
	struct lac_maps maps;
	int fail_in; /* the map call, counted from 1, that fails; 0: none */
	int fail_err;
	bool die; /* that call also finds the function gone */
	unsigned int calls;
};

static int ledger_map(
	struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct ledger *l = (struct ledger *)(void *)bus;
	struct lac_map m = {.va = (uintptr_t)va, .len = len, .fd = fd, .fd_off = fd_off};

	l->calls++;
	if (lac_bus_gone(bus))
		return -ENODEV;
	if (l->fail_in && --l->fail_in == 0) {
		if (why)
			*why = (struct lac_err){.err = l->fail_err};
		bus->gone = l->die;
		return l->fail_err;
	}
	assert_int_equal(lac_maps_insert(&l->maps, &m), 0);
	return 0;
}

static int ledger_unmap(struct lac_bus *bus, void *va, size_t len)
{
	struct ledger *l = (struct ledger *)(void *)bus;
	struct lac_map *m = lac_maps_find(&l->maps, (uintptr_t)va, len);

	l->calls++;
	if (lac_bus_gone(bus))
		return -ENODEV;
	assert_non_null(m);
	lac_maps_remove(&l->maps, (uint32_t)(m - l->maps.v), 1);
	return 0;
}

static const struct lac_bus_ops ledger_ops = {.dma_map = ledger_map, .dma_unmap = ledger_unmap};

static void ledger_init(struct ledger *l, const char *bdf)
{
	*l = (struct ledger){.bus.ops = &ledger_ops};
	snprintf(l->bus.bdf, sizeof(l->bus.bdf), "%s", bdf);
}

static void assert_same_maps(const struct ledger *l, const struct lac_as *as)
{
	assert_int_equal(l->maps.n, as->maps.n);
	for (uint32_t i = 0; i < as->maps.n; i++) {
		assert_int_equal(l->maps.v[i].va, as->maps.v[i].va);
		assert_int_equal(l->maps.v[i].len, as->maps.v[i].len);
		assert_int_equal(l->maps.v[i].fd, as->maps.v[i].fd);
		assert_int_equal(l->maps.v[i].fd_off, as->maps.v[i].fd_off);
	}
}

static int map(struct lac_as *as, uint64_t page, uint64_t pages, int fd, struct lac_err *why)
{
	return lac_as_map(as, (void *)(uintptr_t)(page * PAGE), pages * PAGE, fd, page * PAGE, why);
}

static int unmap(struct lac_as *as, uint64_t page, uint64_t pages)
{
	return lac_as_unmap(as, (void *)(uintptr_t)(page * PAGE), pages * PAGE);
}

static bool knows(struct lac_as *as, uint64_t page, uint64_t pages)
{
	return lac_as_knows(as, page * PAGE, pages * PAGE);
}

static void refusals(void **state)
{
	struct lac_as *as = lac_as_new();
	struct lac_err why;

	(void)state;
	assert_int_equal(lac_as_map(as, (void *)100, PAGE, -1, 0, &why), -EINVAL);
	assert_int_equal(lac_as_map(as, (void *)PAGE, 100, -1, 0, &why), -EINVAL);
	assert_int_equal(lac_as_map(as, (void *)PAGE, PAGE, -1, 8, &why), -EINVAL);
	assert_int_equal(lac_as_map(as, (void *)PAGE, 0, -1, 0, &why), -EINVAL);
	assert_int_equal(
		lac_as_map(as, (void *)(uintptr_t)(0 - PAGE), 2 * PAGE, -1, 0, &why), -EINVAL);
	assert_int_equal(why.where, LAC_AT_MEM);
	assert_int_equal(map(as, 10, 4, -1, &why), 0);
	for (uint64_t p = 8; p < 14; p++) {
		for (uint64_t n = 1; n < 8; n++) {
			bool same = p == 10 && n == 4, clear = p + n <= 10;

			if (same || clear)
				continue;
			assert_int_equal(map(as, p, n, -1, &why), -EEXIST);
			assert_int_equal(unmap(as, p, n), -ENOENT);
		}
	}
	assert_int_equal(
		map(as, 10, 4, 9999, &why), 0); /* the same again: no new descriptor needed */
	assert_int_equal(map(as, 20, 1, 9999, &why), -EBADF);
	assert_int_equal(unmap(as, 10, 4), 0);
	assert_true(knows(as, 10, 4));
	assert_int_equal(unmap(as, 10, 4), 0);
	assert_false(knows(as, 10, 1));
	assert_int_equal(unmap(as, 10, 4), -ENOENT);
	lac_as_free(as);
}

static void ranges_join(void **state)
{
	struct lac_as *as = lac_as_new();
	struct lac_as_hull h0 = lac_as_hull(as), h;

	(void)state;
	assert_int_equal(h0.lo, 0);
	assert_int_equal(h0.hi, 0);
	assert_false(lac_as_knows(as, 0, 1));
	assert_int_equal(map(as, 10, 2, -1, NULL), 0);
	assert_int_equal(map(as, 14, 2, -1, NULL), 0);
	h = lac_as_hull(as);
	assert_int_equal(h.lo, 10 * PAGE);
	assert_int_equal(h.hi, 16 * PAGE);
	assert_int_not_equal(h.generation, h0.generation);
	assert_false(knows(as, 10, 3));
	assert_false(knows(as, 12, 1));
	assert_true(lac_as_knows(as, 12 * PAGE - 1, 1));
	assert_false(lac_as_knows(as, 12 * PAGE - 1, 2));
	assert_false(lac_as_knows(as, 10 * PAGE - 1, 1));
	assert_false(lac_as_knows(as, 10 * PAGE, 0));
	assert_false(lac_as_knows(as, 10 * PAGE, UINT64_MAX));
	assert_false(lac_as_knows(as, UINT64_MAX, 1));
	assert_int_equal(map(as, 12, 2, -1, NULL), 0);
	assert_true(knows(as, 10, 6)); /* adjacent maps are one range */
	assert_int_equal(unmap(as, 14, 2), 0);
	assert_true(knows(as, 10, 4));
	assert_false(knows(as, 10, 5));
	h0 = lac_as_hull(as);
	assert_int_equal(map(as, 12, 2, -1, NULL), 0); /* nothing new: nothing moves */
	assert_int_equal(lac_as_hull(as).generation, h0.generation);
	lac_as_free(as);
}

static void joiners_get_everything(void **state)
{
	struct lac_as *as = lac_as_new();
	struct ledger a, b;
	int fd = aid_memfd(PAGE);

	(void)state;
	ledger_init(&a, "0000:00:00.1");
	ledger_init(&b, "0000:00:00.2");
	assert_int_equal(map(as, 1, 1, fd, NULL), 0);
	assert_int_equal(lac_as_join(as, &a.bus, NULL), 0);
	assert_same_maps(&a, as);
	assert_int_equal(map(as, 5, 2, fd, NULL), 0);
	assert_int_equal(lac_as_join(as, &b.bus, NULL), 0);
	assert_same_maps(&b, as);
	assert_int_equal(map(as, 3, 1, fd, NULL), 0);
	assert_int_equal(unmap(as, 1, 1), 0);
	assert_same_maps(&a, as);
	assert_same_maps(&b, as);
	lac_as_leave(as, &a.bus);
	assert_int_equal(a.maps.n, 0);
	assert_same_maps(&b, as);
	a.calls = 0;
	assert_int_equal(map(as, 20, 1, fd, NULL), 0);
	assert_int_equal(a.calls, 0);
	lac_as_leave(as, &a.bus); /* twice is nothing */
	assert_int_equal(a.calls, 0);
	lac_as_leave(as, &b.bus);
	assert_int_equal(b.maps.n, 0);
	assert_int_equal(as->maps.n, 3);
	lac_as_free(as);
	lac_maps_free(&a.maps);
	lac_maps_free(&b.maps);
	close(fd);
}

/* The descriptor is the address space's own: the caller may close his. */
static void descriptors_are_kept_and_closed(void **state)
{
	unsigned int before = aid_open_fds();
	struct lac_as *as = lac_as_new();
	int fd = aid_memfd(PAGE);

	(void)state;
	assert_int_equal(map(as, 1, 1, fd, NULL), 0);
	assert_int_not_equal(as->maps.v[0].fd, fd);
	close(fd);
	assert_true(fcntl(as->maps.v[0].fd, F_GETFD) & FD_CLOEXEC);
	assert_int_equal(map(as, 2, 1, as->maps.v[0].fd, NULL), 0);
	assert_int_equal(aid_open_fds(), before + 2);
	assert_int_equal(unmap(as, 1, 1), 0);
	assert_int_equal(aid_open_fds(), before + 1);
	lac_as_free(as);
	assert_int_equal(aid_open_fds(), before);
}

static void join_fails_at_each_map(void **state)
{
	struct lac_as *as = lac_as_new();
	struct lac_err why;
	struct ledger a;

	(void)state;
	for (uint64_t p = 1; p <= 5; p++)
		assert_int_equal(map(as, 2 * p, 1, -1, NULL), 0);
	for (int k = 1; k <= 5; k++) {
		ledger_init(&a, "0000:00:00.1");
		a.fail_in = k;
		a.fail_err = -ENOSPC;
		assert_int_equal(lac_as_join(as, &a.bus, &why), -ENOSPC);
		assert_int_equal(why.err, -ENOSPC);
		assert_int_equal(a.maps.n, 0);
		a.calls = 0;
		assert_int_equal(map(as, 30, 1, -1, NULL), 0);
		assert_int_equal(unmap(as, 30, 1), 0);
		assert_int_equal(a.calls, 0);
		lac_maps_free(&a.maps);
	}
	lac_as_free(as);
}

static void map_fails_at_each_bus(void **state)
{
	struct ledger l[4];
	unsigned int before = aid_open_fds();
	int fd = aid_memfd(PAGE);

	(void)state;
	for (size_t k = 0; k < COUNT(l); k++) {
		struct lac_as *as = lac_as_new();
		uint32_t generation;
		struct lac_err why;

		for (size_t i = 0; i < COUNT(l); i++) {
			ledger_init(&l[i], "0000:00:00.1");
			assert_int_equal(lac_as_join(as, &l[i].bus, NULL), 0);
		}
		assert_int_equal(map(as, 1, 1, fd, NULL), 0);
		generation = lac_as_hull(as).generation;
		l[k].fail_in = 1;
		l[k].fail_err = -ENOMEM;
		assert_int_equal(map(as, 3, 1, fd, &why), -ENOMEM);
		assert_int_equal(why.err, -ENOMEM);
		assert_false(knows(as, 3, 1));
		assert_int_equal(lac_as_hull(as).generation, generation);
		for (size_t i = 0; i < COUNT(l); i++)
			assert_same_maps(&l[i], as);
		/* a function that vanishes in the attempt does not take the others' memory along */
		l[k].fail_in = 1;
		l[k].fail_err = -ENODEV;
		l[k].die = true;
		assert_int_equal(map(as, 3, 1, fd, &why), 0);
		assert_true(knows(as, 3, 1));
		for (size_t i = 0; i < COUNT(l); i++) {
			if (i != k)
				assert_same_maps(&l[i], as);
		}
		assert_int_equal(map(as, 5, 1, fd, &why), 0);
		assert_int_equal(unmap(as, 1, 1), 0);
		for (size_t i = 0; i < COUNT(l); i++) {
			lac_as_leave(as, &l[i].bus);
			lac_maps_free(&l[i].maps);
		}
		lac_as_free(as);
	}
	close(fd);
	assert_int_equal(aid_open_fds(), before);
}

static void gone_bus_cannot_join(void **state)
{
	struct lac_as *as = lac_as_new();
	struct ledger a;

	(void)state;
	ledger_init(&a, "0000:00:00.1");
	a.bus.gone = true;
	assert_int_equal(map(as, 1, 1, -1, NULL), 0);
	assert_int_equal(lac_as_join(as, &a.bus, NULL), -ENODEV);
	assert_int_equal(as->nbus, 0);
	lac_as_free(as);
}

/* Against a map of bytes: random maps and unmaps, buses that join, leave and refuse. */
#define WORLD 64u

struct model {
	uint8_t page[WORLD]; /* 0 free, else the number of its map, from 1 */
	uint64_t first[256], len[256];
	unsigned int n;
};

static bool model_free(const struct model *m, uint64_t p, uint64_t n)
{
	for (uint64_t i = p; i < p + n; i++) {
		if (m->page[i])
			return false;
	}
	return true;
}

static void model_check(const struct model *m, struct lac_as *as, uint64_t *rng)
{
	uint64_t lo = WORLD, hi = 0;
	struct lac_as_hull h = lac_as_hull(as);

	for (uint64_t i = 0; i < WORLD; i++) {
		assert_int_equal(knows(as, i + 1, 1), !!m->page[i]);
		if (m->page[i]) {
			lo = lo == WORLD ? i : lo;
			hi = i + 1;
		}
	}
	assert_int_equal(h.lo, hi ? (lo + 1) * PAGE : 0);
	assert_int_equal(h.hi, hi ? (hi + 1) * PAGE : 0);
	for (int k = 0; k < 8; k++) {
		uint64_t from = aid_rand(rng) % (WORLD * PAGE), n = 1 + aid_rand(rng) % (8 * PAGE);
		bool all = from + n <= WORLD * PAGE;

		for (uint64_t i = from / PAGE; all && i <= (from + n - 1) / PAGE; i++)
			all = m->page[i];
		assert_int_equal(lac_as_knows(as, PAGE + from, n), all);
	}
}

static void model_step(struct model *m, struct lac_as *as, struct ledger *l, uint64_t *rng)
{
	uint64_t p = aid_rand(rng) % WORLD, n = 1 + aid_rand(rng) % 6;
	unsigned int id;
	int err;

	if (p + n > WORLD)
		n = WORLD - p;
	if (aid_rand(rng) % 2) {
		bool refuse = as->nbus && aid_rand(rng) % 8 == 0;
		bool fit = model_free(m, p, n);
		bool same = m->page[p] && m->first[m->page[p]] == p && m->len[m->page[p]] == n;

		if (same)
			return;
		if (refuse && fit) {
			l[0].fail_in = 1;
			l[0].fail_err = -ENOSPC;
		}
		err = map(as, p + 1, n, -1, NULL);
		assert_int_equal(err, !fit ? -EEXIST : l[0].fail_err && refuse ? -ENOSPC : 0);
		l[0].fail_in = l[0].fail_err = 0;
		if (err)
			return;
		for (id = 1; m->len[id]; id++)
			;
		m->first[id] = p;
		m->len[id] = n;
		memset(m->page + p, (int)id, n);
	} else {
		id = m->page[p];
		err = id ? unmap(as, m->first[id] + 1, m->len[id]) : unmap(as, p + 1, n);
		assert_int_equal(err, id ? 0 : -ENOENT);
		if (!id)
			return;
		memset(m->page + m->first[id], 0, m->len[id]);
		m->len[id] = 0;
	}
}

static void random_against_bytes(void **state)
{
	uint64_t rng = aid_seed();
	struct lac_as *as = lac_as_new();
	struct model m = {.n = 0};
	struct ledger l[3];
	bool in[3] = {true, false, false};

	(void)state;
	for (size_t i = 0; i < COUNT(l); i++)
		ledger_init(&l[i], "0000:00:00.1");
	assert_int_equal(lac_as_join(as, &l[0].bus, NULL), 0);
	for (int step = 0; step < 4000; step++) {
		uint64_t k = 1 + aid_rand(&rng) % 2;

		if (aid_rand(&rng) % 16 == 0) {
			if (in[k])
				lac_as_leave(as, &l[k].bus);
			else
				assert_int_equal(lac_as_join(as, &l[k].bus, NULL), 0);
			in[k] = !in[k];
		}
		model_step(&m, as, l, &rng);
		model_check(&m, as, &rng);
		for (size_t i = 0; i < COUNT(l); i++) {
			if (in[i])
				assert_same_maps(&l[i], as);
			else
				assert_int_equal(l[i].maps.n, 0);
		}
	}
	for (size_t i = 0; i < COUNT(l); i++) {
		lac_as_leave(as, &l[i].bus);
		lac_maps_free(&l[i].maps);
	}
	lac_as_free(as);
}

/*
 * Readers that hold no lock see one table or another, never a mixture. Three tables take turns in the two
 * copies, so that each copy's content changes.
 */
static struct lac_map turns[] = {
	{.va = 10 * PAGE, .len = 10 * PAGE},
	{.va = 30 * PAGE, .len = 20 * PAGE},
	{.va = 50 * PAGE, .len = 30 * PAGE},
};

static struct watch {
	struct lac_view view;
	uint32_t turn;
	unsigned int looks, moves, torn;
	bool stop;
} watched;

static void turn(void)
{
	struct lac_maps m = {&turns[watched.turn++ % COUNT(turns)], 1, 1};

	lac_view_publish(&watched.view, &m, 0, 0);
}

static void look(void)
{
	struct lac_as_hull h = lac_view_hull(&watched.view);

	/* in each table the length is half of the base, and five pages more */
	if (h.hi - h.lo != h.lo / 2 + 5 * PAGE)
		watched.torn++;
	/* the first base with the last length */
	if (lac_view_knows(&watched.view, 15 * PAGE, 20 * PAGE))
		watched.torn++;
	__atomic_store_n(&watched.looks, watched.looks + 1, __ATOMIC_RELEASE);
}

static void watch_begin(void)
{
	watched = (struct watch){.torn = 0};
	assert_int_equal(lac_view_reserve(&watched.view, 1), 0);
	turn();
}

static void *looker(void *arg)
{
	while (!__atomic_load_n(&watched.stop, __ATOMIC_ACQUIRE))
		look();
	return arg;
}

/* The table outgrows its room under the reader's eyes. */
static void readers_beside_a_writer(void **state)
{
	pthread_t t;

	(void)state;
	watch_begin();
	assert_int_equal(pthread_create(&t, NULL, looker, NULL), 0);
	while (!__atomic_load_n(&watched.looks, __ATOMIC_ACQUIRE))
		sched_yield();
	for (uint32_t i = 0; i < 300000; i++) {
		turn();
		if (i % 20000 == 0)
			assert_int_equal(lac_view_reserve(&watched.view, 16u << (i / 20000)), 0);
	}
	__atomic_store_n(&watched.stop, true, __ATOMIC_RELEASE);
	pthread_join(t, NULL);
	assert_int_equal(watched.torn, 0);
	lac_view_free(&watched.view);
}

static void two_turns(int sig)
{
	(void)sig;
	turn();
	turn();
	watched.moves++;
}

/* A reader that is stopped anywhere, while the table is published twice. */
static void reader_that_is_stopped(void **state)
{
	struct sigaction act = {.sa_handler = two_turns};
	struct itimerval tick = {{0, 20}, {0, 20}}, none = {{0, 0}, {0, 0}};

	(void)state;
	watch_begin();
	sigaction(SIGALRM, &act, NULL);
	setitimer(ITIMER_REAL, &tick, NULL);
	while (__atomic_load_n(&watched.moves, __ATOMIC_ACQUIRE) < 3000)
		look();
	setitimer(ITIMER_REAL, &none, NULL);
	/* one that is still on its way is of no more use */
	act.sa_handler = SIG_IGN;
	sigaction(SIGALRM, &act, NULL);
	assert_int_equal(watched.torn, 0);
	lac_view_free(&watched.view);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(refusals),
		cmocka_unit_test(ranges_join),
		cmocka_unit_test(joiners_get_everything),
		cmocka_unit_test(descriptors_are_kept_and_closed),
		cmocka_unit_test(join_fails_at_each_map),
		cmocka_unit_test(map_fails_at_each_bus),
		cmocka_unit_test(gone_bus_cannot_join),
		cmocka_unit_test(random_against_bytes),
		cmocka_unit_test(readers_beside_a_writer),
		cmocka_unit_test(reader_that_is_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
