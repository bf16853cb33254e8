/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A port against the emulator: opened and closed a thousand times, closed with faults at each command, links
 * that go and come, pages demanded and asked back, health, removal, and a device that comes back.
 *
 * LAC_TEST_CYCLES: how many times to open and close (default 1000, and 100 in the second doorbell mode; fewer
 * where each is slow).
 */
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rte_malloc.h>

#include <lacuna/event.h>
#include <lacuna/port.h>
#include <lacuna/stats.h>

#include "fixture.h"

static struct lac_port *open_port(int index)
{
	struct lac_port *port;
	struct lac_err why;
	char text[256];

	if (lac_port_open(index, &port, &why)) {
		lac_err_str(&why, text, sizeof(text));
		fail_msg("port %d: %s", index, text);
	}
	return port;
}

static void close_port(struct lac_port *port)
{
	assert_int_equal(lac_port_close(port), 0);
}

/* Nothing of ours is left on function @i. */
static void assert_clean(unsigned int i)
{
	const char *l = fix_ctl("ledger %u", i);

	if (!strstr(l, "\"pages_held\": 0") || !strstr(l, "\"eq\": 0"))
		fail_msg("left on the function: %s", l);
	assert_int_equal(fix_stat(i, "objects"), 0);
	assert_int_equal(fix_stat(i, "pages_held"), 0);
	assert_int_equal(fix_stat(i, "pages_corrupt"), 0);
}

static bool wait_event(struct lac_port *port, enum lac_event_type type, struct lac_event *ev)
{
	return FIX_WAIT(20000, lac_port_event(port, ev) && ev->type == type);
}

static uint64_t stat_of(struct lac_port *port, enum lac_stat s)
{
	uint64_t v[LAC_STAT_COUNT];

	assert_int_equal(lac_port_stats(port, v, LAC_STAT_COUNT), LAC_STAT_COUNT);
	return v[s];
}

static void opens_and_closes(void **state)
{
	struct lac_port *a, *b, *again;
	struct lac_row row;
	struct lac_err why;
	const char *trap;
	unsigned int n;
	(void)state;

	a = open_port(0);
	b = open_port(1);
	assert_int_equal(lac_port_state(a), LAC_PORT_READY);
	assert_int_equal(lac_port_link(a), 1);
	assert_string_equal(lac_port_bdf(a), fix_bdf(0));
	assert_int_equal(lac_port_open(0, &again, &why), -EBUSY);
	assert_null(again);
	assert_int_equal(lac_port_open(7, &again, &why), -EINVAL);
	for (n = 0; !lac_port_info_row(a, n, &row); n++)
		assert_true(row.name[0] && row.value[0]);
	assert_true(n > 8);
	for (n = 0; !lac_port_caps_row(a, n, &row); n++)
		assert_true(row.name[0] && row.value[0]);
	assert_true(n > 20);
	/* doc/bringup.md has the list; a UAR more where none maps */
	trap = getenv("LAC_TEST_TRAP_ALL");
	assert_int_equal(stat_of(a, LAC_STAT_commands), trap && *trap == '1' ? 26 : 25);
	assert_true(stat_of(a, LAC_STAT_pages_held) > 0);
	assert_int_equal(stat_of(a, LAC_STAT_commands_failed), 0);
	close_port(a);
	assert_clean(0);
	a = open_port(0);
	close_port(b);
	close_port(a);
	assert_clean(0);
	assert_clean(1);
}

/* ---- what a cycle could leave behind ---- */

struct trace {
	unsigned int fds, maps, threads;
	uint64_t heap, emu_maps;
};

static unsigned int lines_in(const char *path)
{
	FILE *f = fopen(path, "r");
	unsigned int n = 0;
	int c;

	while ((c = fgetc(f)) != EOF)
		n += c == '\n';
	fclose(f);
	return n;
}

static unsigned int files_in(const char *path)
{
	DIR *d = opendir(path);
	unsigned int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static struct trace look(void)
{
	struct rte_malloc_socket_stats s;
	struct trace t = {.fds = files_in("/proc/self/fd"), .threads = files_in("/proc/self/task")};

	rte_malloc_get_socket_stats(0, &s);
	t.heap = s.heap_allocsz_bytes;
	t.emu_maps = fix_stat(0, "dma_maps");
	t.maps = lines_in("/proc/self/maps");
	return t;
}

static void a_thousand_times(void **state)
{
	const char *s = getenv("LAC_TEST_CYCLES"), *trap = getenv("LAC_TEST_TRAP_ALL");
	int cycles = s ? atoi(s) : trap && *trap == '1' ? 100 : 1000;
	struct trace first = {0}, now;
	(void)state;

	for (int i = 0; i < cycles; i++) {
		struct lac_port *port = open_port(0);

		close_port(port);
		if (i == 1)
			first = look(); /* the first one maps what stays: stacks, buffers of the C library */
	}
	assert_clean(0);
	now = look();
	assert_int_equal(now.fds, first.fds);
	assert_int_equal(now.threads, first.threads);
	assert_int_equal(now.heap, first.heap);
	assert_int_equal(now.emu_maps, first.emu_maps);
#ifndef __SANITIZE_ADDRESS__ /* which keeps freed memory, in ever more maps */
	/* the C library may keep an arena for a thread's stack or give it back: a leak would grow with the cycles */
	assert_true(now.maps <= first.maps + 8);
#endif
}

/* ---- faults at each command of a bring-up ---- */

static const char *const bringup_ops[] = {"ENABLE_HCA", "SET_ISSI", "QUERY_PAGES", "MANAGE_PAGES",
	"QUERY_HCA_CAP", "SET_HCA_CAP", "INIT_HCA", "ALLOC_UAR", "CREATE_EQ",
	"QUERY_HCA_VPORT_CONTEXT", "ALLOC_PD", "CREATE_MKEY"};

static void refused_at_each_command(void **state)
{
	struct lac_port *port;
	struct lac_err why;
	(void)state;

	for (size_t i = 0; i < sizeof(bringup_ops) / sizeof(bringup_ops[0]); i++) {
		fix_ctl("failcmd 0 %s 0x4 0xabcd", bringup_ops[i]);
		assert_int_equal(lac_port_open(0, &port, &why), -EIO);
		assert_int_equal(why.where, LAC_AT_COMMAND);
		assert_string_equal(lac_opcode_name(why.opcode), bringup_ops[i]);
		assert_int_equal(why.status, 0x4);
		assert_int_equal(why.syndrome, 0xabcd);
		assert_clean(0);
		close_port(open_port(0));
	}
}

static void undelivered_at_each_command(void **state)
{
	struct lac_port *port;
	struct lac_err why;
	(void)state;

	for (size_t i = 0; i < sizeof(bringup_ops) / sizeof(bringup_ops[0]); i++) {
		fix_ctl("delivery 0 %s 0x6", bringup_ops[i]);
		assert_int_equal(lac_port_open(0, &port, &why), -EREMOTEIO);
		assert_int_equal(why.where, LAC_AT_DELIVERY);
		assert_int_equal(why.delivery, 0x6);
		assert_clean(0);
	}
	close_port(open_port(0));
}

/* Each waits for its deadline, timeout_ms; the unit tests do this for every command. */
static void unanswered(void **state)
{
	static const char *const ops[] = {"ENABLE_HCA", "MANAGE_PAGES", "INIT_HCA", "CREATE_MKEY"};
	struct lac_port *port;
	struct lac_err why;
	(void)state;

	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		fix_ctl("slowcmd 0 %s never", ops[i]);
		assert_int_equal(lac_port_open(0, &port, &why), -ETIMEDOUT);
		assert_int_equal(why.where, LAC_AT_TIMEOUT);
		assert_string_equal(lac_opcode_name(why.opcode), ops[i]);
		assert_clean(0);
		close_port(open_port(0));
	}
}

/* ---- while it is open ---- */

static void pages_at_run_time(void **state)
{
	struct lac_port *port = open_port(0);
	uint64_t held = stat_of(port, LAC_STAT_pages_held);
	(void)state;

	assert_int_equal(held, fix_stat(0, "pages_held"));
	fix_ctl("pages 0 +700");
	assert_true(FIX_WAIT(20000, fix_stat(0, "pages_held") == held + 700));
	fix_ctl("pages 0 -650");
	assert_true(FIX_WAIT(20000, fix_stat(0, "pages_held") == held + 50));
	assert_true(FIX_WAIT(20000, stat_of(port, LAC_STAT_pages_held) == held + 50));
	assert_int_equal(fix_stat(0, "pages_corrupt"), 0);
	assert_true(stat_of(port, LAC_STAT_page_requests) >= 2);
	close_port(port);
	assert_clean(0);
}

static void link_goes_and_comes(void **state)
{
	struct lac_port *port = open_port(0);
	struct lac_event ev;
	(void)state;

	fix_ctl("port 0 down");
	assert_true(wait_event(port, LAC_EV_DOWN, &ev));
	assert_int_equal(lac_port_link(port), 0);
	fix_ctl("port 0 up");
	assert_true(wait_event(port, LAC_EV_UP, &ev));
	assert_int_equal(lac_port_link(port), 1);
	close_port(port);
}

static void health_and_recovery(void **state)
{
	struct lac_port *port = open_port(0);
	struct pollfd p = {lac_port_fd(port), POLLIN, 0};
	struct lac_event ev;
	(void)state;

	fix_ctl("health 0 0x1");
	assert_true(FIX_WAIT(20000, poll(&p, 1, 100) == 1));
	assert_true(wait_event(port, LAC_EV_HEALTH, &ev));
	assert_int_equal(ev.why.where, LAC_AT_HEALTH);
	assert_int_equal(ev.why.syndrome, 1);
	assert_int_equal(lac_port_state(port), LAC_PORT_SICK);
	assert_int_equal(lac_port_recover(port, 60000), 0);
	assert_true(wait_event(port, LAC_EV_RECOVERED, &ev));
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	assert_int_equal(stat_of(port, LAC_STAT_recoveries), 1);
	close_port(port);
	assert_clean(0);

	port = open_port(0);
	fix_ctl("stall 0");
	assert_true(wait_event(port, LAC_EV_HEALTH, &ev));
	close_port(port); /* a sick port closes, by a reset */
	fix_ctl("stall 0 off");
	assert_clean(0);
	close_port(open_port(0));
}

/* Kills the emulator once function 0 has executed more than *@arg commands. */
static void *kill_after(void *arg)
{
	const uint64_t *commands = arg;

	if (FIX_WAIT(20000, fix_stat(0, "commands") > *commands))
		fix_emu_kill(SIGKILL);
	return NULL;
}

/* The emulator is killed while a port comes up and another one idles; then it is back. */
static void vanishes_and_comes_back(void **state)
{
	struct lac_port *idle = open_port(1), *port;
	struct lac_event ev;
	struct lac_err why;
	uint64_t commands;
	pthread_t t;
	(void)state;

	fix_ctl("slowcmd 0 INIT_HCA never");
	commands = fix_stat(0, "commands") + 3; /* bring-up has begun then, and cannot end */
	assert_int_equal(pthread_create(&t, NULL, kill_after, &commands), 0);
	assert_int_equal(lac_port_open(0, &port, &why), -ENODEV);
	assert_int_equal(why.where, LAC_AT_GONE);
	pthread_join(t, NULL);
	assert_true(wait_event(idle, LAC_EV_REMOVED, &ev));
	assert_int_equal(lac_port_state(idle), LAC_PORT_GONE);
	assert_int_equal(lac_port_recover(idle, 1000), -ENODEV);
	close_port(idle);
	assert_int_equal(fix_emu_start(), 0);
	close_port(open_port(0));
	close_port(open_port(1));
	assert_clean(0);
	assert_clean(1);
}

static int up(void **state)
{
	/* shorter than it takes to lose patience, longer than a loaded machine needs for a command */
	static const struct fix_conf conf = {.devargs = "timeout_ms=1500"};
	struct lac_err why;
	char text[256];
	(void)state;

	if (fix_setup(&conf))
		return -1;
	if (lac_probe(&why) != 2) {
		lac_err_str(&why, text, sizeof(text));
		fprintf(stderr, "%s\n", text);
		return -1;
	}
	return 0;
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens_and_closes),
		cmocka_unit_test(refused_at_each_command),
		cmocka_unit_test(undelivered_at_each_command),
		cmocka_unit_test(unanswered),
		cmocka_unit_test(pages_at_run_time),
		cmocka_unit_test(link_goes_and_comes),
		cmocka_unit_test(health_and_recovery),
		cmocka_unit_test(vanishes_and_comes_back),
		cmocka_unit_test(a_thousand_times),
	};

	return cmocka_run_group_tests_name("port", tests, up, down);
}
