/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A process that is killed at any moment, while its port comes up, works or goes down, leaves a function that the
 * next one can open, and no page with it.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <rte_eal.h>

#include <lacuna/port.h>

#include "fixture.h"
#include "program.h"

/* The program that dies: opens and closes @times (0: for ever), telling when it is about to. */
static int victim(const char *bdf, int times)
{
	char self[] = "victim", a[] = "--no-huge", b[] = "-m", c[] = "64", d[] = "--no-pci",
	     e[] = "--iova-mode=va", f[] = "--no-telemetry", g[] = "-l", h[] = "0", i[] = "-a",
	     arg[64], prefix[64];
	char *argv[] = {self, a, b, c, d, e, f, g, h, i, arg, prefix, NULL};
	struct lac_port *port;
	struct lac_err why;
	char text[256];

	snprintf(arg, sizeof(arg), "%s,timeout_ms=10000", bdf);
	snprintf(prefix, sizeof(prefix), "--file-prefix=victim%d", (int)getpid());
	if (rte_eal_init(12, argv) < 0 || lac_probe(&why) != 1)
		return 3;
	puts("ready");
	fflush(stdout);
	for (int n = 0; !times || n < times; n++) {
		if (lac_port_open(0, &port, &why)) {
			lac_err_str(&why, text, sizeof(text));
			puts(text);
			return 4;
		}
		if (lac_port_close(port))
			return 5;
	}
	rte_eal_cleanup();
	return 0;
}

static void killed_at_any_moment(void **state)
{
	static struct program p;
	int rounds = getenv("LAC_TEST_KILLS") ? atoi(getenv("LAC_TEST_KILLS")) : 12;
	(void)state;

	for (int i = 0; i < rounds; i++) {
		struct timespec t = {.tv_nsec = (long)(fix_rand() % 60000) * 1000};

		program_start(&p, "/proc/self/exe", "victim %s 0", fix_bdf(0));
		program_says(&p, "ready");
		nanosleep(&t, NULL);
		kill(p.pid, SIGKILL);
		assert_int_equal(program_end(&p), 128 + SIGKILL);
		program_start(&p, "/proc/self/exe", "victim %s 1", fix_bdf(0));
		if (program_end(&p))
			fail_msg("after kill %d: %s", i, p.text);
		assert_int_equal(fix_stat(0, "pages_held"), 0);
		assert_int_equal(fix_stat(0, "objects"), 0);
		assert_int_equal(fix_stat(0, "pages_corrupt"), 0);
	}
}

static int up(void **state)
{
	static const struct fix_conf conf = {.ports = 1};
	(void)state;

	return fix_setup_emu(&conf);
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(killed_at_any_moment),
	};

	if (argc == 4 && !strcmp(argv[1], "victim"))
		return victim(argv[2], atoi(argv[3]));
	return cmocka_run_group_tests_name("kill", tests, up, down);
}
