/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * An emulator that has nothing to do sleeps, and a doorbell ends it: one in a shared page, which comes without any
 * event, as well as one that traps. What it did is told by its own counters; no time is measured.
 */
#include <stdlib.h>
#include <time.h>

#include "emuctl.h"
#include "rig.h"

struct loop {
	uint64_t turns, busy, sleeps, slept_ns, cpu_ns;
};

/* which wakes it for a moment */
static struct loop look(void)
{
	const char *said = fix_ctl("loop");
	struct loop l;

	if (emuctl_number(said, "turns", &l.turns) < 0 ||
		emuctl_number(said, "busy", &l.busy) < 0 ||
		emuctl_number(said, "sleeps", &l.sleeps) < 0 ||
		emuctl_number(said, "slept_ns", &l.slept_ns) < 0 ||
		emuctl_number(said, "cpu_ns", &l.cpu_ns) < 0)
		fail_msg("loop: %s", said);
	return l;
}

static void nap(void)
{
	const struct timespec t = {.tv_nsec = 20000000};

	nanosleep(&t, NULL);
}

static void post(struct rig *r, struct rig_window *w, uint64_t cookie)
{
	assert_int_equal(
		lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 4096), w->rem, LAC_SIGNAL, cookie), 0);
	rig_done(&r->a, cookie, 0);
}

/* It sleeps again and again, and each turn between two looks at it is a sleep but for a bounded number. */
static bool has_slept(void)
{
	struct loop before, after;

	before = look();
	nap();
	after = look();
	/* what follows each message before it sleeps again; our own, and looks at health */
	return after.sleeps > before.sleeps && after.slept_ns > before.slept_ns &&
	       after.turns - before.turns < after.sleeps - before.sleeps + 1000;
}

static uint64_t messages(void)
{
	return fix_stat(0, "messages") + fix_stat(1, "messages");
}

static void sleeps_and_wakes(void **state)
{
	const char *trap = getenv("LAC_TEST_TRAP_ALL");
	struct rig *r = *state;
	unsigned int silent = 0;
	struct rig_window w;

	rig_window_open(&r->b, LAC_LOCAL_WRITE | LAC_REMOTE_WRITE, &w);
	for (uint64_t i = 1; i <= 10; i++) {
		struct loop before = look(), after;
		uint64_t said;

		assert_true(FIX_WAIT(20000, has_slept()));
		said = messages();
		nap(); /* asking woke it */
		post(r, &w, i);
		silent += messages() == said;
		after = look();
		assert_true(after.busy > before.busy);
		assert_true(after.cpu_ns > before.cpu_ns);
	}
	/* not woken by a message that came by chance */
	if (!trap || *trap != '1')
		assert_true(silent > 0);
	rig_window_close(&r->b, &w);
}

static bool slept_long(const struct loop *since)
{
	for (int i = 0; i < 10; i++)
		nap();
	return look().slept_ns - since->slept_ns > 1500000000;
}

/* Long enough for its longest sleeps, in which it is no less awake. */
static void wakes_from_long_sleeps(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct loop first;

	rig_window_open(&r->b, LAC_LOCAL_WRITE | LAC_REMOTE_WRITE, &w);
	post(r, &w, 1);
	first = look();
	assert_true(FIX_WAIT(20000, slept_long(&first)));
	post(r, &w, 2);
	rig_window_close(&r->b, &w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sleeps_and_wakes, rig_up, rig_down),
		cmocka_unit_test_setup_teardown(wakes_from_long_sleeps, rig_up, rig_down),
	};

	return cmocka_run_group_tests(tests, rig_ports_open, rig_ports_close);
}
