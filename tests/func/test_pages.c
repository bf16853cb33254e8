/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Firmware that wants 12,000 pages, fills them with a pattern and looks at it when they come back; that asks for
 * more in the middle of a command, and for some back; and a port without a thread of its own.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>

#include <lacuna/event.h>
#include <lacuna/pd.h>
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

/* What a sleeper of an application does: serve when there is work. */
static void serve(struct lac_port *port)
{
	struct pollfd p = {lac_port_fd(port), POLLIN, 0};

	if (poll(&p, 1, 10) == 1)
		assert_true(lac_port_service(port) >= 0);
}

static bool served_until(struct lac_port *port, uint64_t held)
{
	return FIX_WAIT(30000, (serve(port), fix_stat(0, "pages_held") == held));
}

static void twelve_thousand(void **state)
{
	struct lac_port *port;
	(void)state;

	for (int i = 0; i < 3; i++) {
		port = open_port(0);
		assert_in_range(fix_stat(0, "pages_held"), 12000, 13000);
		assert_int_equal(lac_port_close(port), 0);
		assert_int_equal(fix_stat(0, "pages_held"), 0);
		assert_int_equal(fix_stat(0, "pages_corrupt"), 0);
	}
}

static void more_and_back(void **state)
{
	struct lac_port *port = open_port(0);
	uint64_t held = fix_stat(0, "pages_held");
	(void)state;

	for (int i = 0; i < 5; i++) {
		fix_ctl("pages 0 +1500");
		assert_true(served_until(port, held + 1500));
		fix_ctl("pages 0 -1500");
		assert_true(served_until(port, held));
	}
	assert_int_equal(lac_port_close(port), 0);
	assert_int_equal(fix_stat(0, "pages_held"), 0);
	assert_int_equal(fix_stat(0, "pages_corrupt"), 0);
}

/* Nobody serves but the thread that waits for a command, and the command waits for the pages. */
static void in_the_middle_of_a_command(void **state)
{
	struct lac_port *port = open_port(0);
	uint64_t held = fix_stat(0, "pages_held");
	struct lac_pd *pd;
	(void)state;

	fix_ctl("slowcmd 0 ALLOC_PD 50");
	fix_ctl("pages 0 +700");
	assert_int_equal(lac_pd_create(port, &pd), 0);
	assert_int_equal(lac_pd_destroy(pd), 0);
	assert_true(served_until(port, held + 700));
	assert_int_equal(lac_port_close(port), 0);
	assert_int_equal(fix_stat(0, "pages_held"), 0);
	assert_int_equal(fix_stat(0, "pages_corrupt"), 0);
}

static int up(void **state)
{
	static const struct fix_conf conf = {
		.ports = 1, .profile = "pages12k", .devargs = "ctrl=app,timeout_ms=20000"};
	struct lac_err why;
	char text[256];
	(void)state;

	if (fix_setup(&conf))
		return -1;
	if (lac_probe(&why) != 1) {
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
		cmocka_unit_test(twelve_thousand),
		cmocka_unit_test(more_and_back),
		cmocka_unit_test(in_the_middle_of_a_command),
	};

	return cmocka_run_group_tests_name("pages", tests, up, down);
}
