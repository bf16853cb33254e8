/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lacuna-testpmd: the sample application, in the manners of DPDK's testpmd. This file is its life:
 * options, EAL, ports, work, end. Exit code 0 after quit, end of input and signals; 1 for bad
 * options, for a port that does not open, for a verification that fails, and for a failing command
 * of a strict batch.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <rte_eal.h>
#include <rte_errno.h>

#include "testpmd.h"

struct testpmd testpmd = {.watch = {.fd = -1}};

uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

void port_complain(const struct port *p, const char *what, const struct lac_err *why)
{
	char text[256] = "no reason is on record";
	struct lac_err last;

	if (why == NULL && p->lac != NULL && lac_port_err(p->lac, &last) == 0)
		why = &last;
	if (why != NULL)
		lac_err_str(why, text, sizeof(text));
	fprintf(stderr, "port %u (%s): %s: %s\n", p->id, p->bdf, what, text);
}

uint64_t port_commands(const struct port *p)
{
	uint64_t v[LAC_STAT_COUNT];

	lac_port_stats(p->lac, v, LAC_STAT_COUNT);
	return v[LAC_STAT_commands];
}

void ports_tell(void)
{
	struct lac_event ev;
	char text[256];

	for (unsigned int i = 0; i < testpmd.nports; i++) {
		struct port *p = &testpmd.port[i];

		while (lac_port_event(p->lac, &ev) == 1) {
			if (ev.type == LAC_EV_QP || ev.type == LAC_EV_CQ)
				continue; /* of queues the modes tell themselves */
			text[0] = '\0';
			if (ev.why.where != LAC_AT_NONE)
				lac_err_str(&ev.why, text, sizeof(text));
			printf("port %u (%s): %s%s%s\n", p->id, p->bdf, lac_event_name(ev.type),
				text[0] != '\0' ? ": " : "", text);
		}
	}
}

static void on_signal(int sig)
{
	(void)sig;
	testpmd.quit = 1;
	testpmd.fwd.stop = true;
}

static void signals(void)
{
	/* no SA_RESTART: a prompt that waits for a key must notice */
	struct sigaction sa = {.sa_handler = on_signal};

	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static int ports_open(void)
{
	struct lac_err why = {0};
	int n = lac_probe(&why);
	char text[256];

	if (n < 0) {
		lac_err_str(&why, text, sizeof(text));
		fprintf(stderr, "%s\n", text);
		return n;
	}
	if (n > PORTS_MAX)
		n = PORTS_MAX;
	for (int i = 0; i < n; i++) {
		struct port *p = &testpmd.port[i];
		int err;

		p->id = i;
		p->emu.fd = -1;
		snprintf(p->bdf, sizeof(p->bdf), "%s", lac_probe_bdf(i));
		p->open_ns = now_ns();
		err = lac_port_open(i, &p->lac, &why);
		if (err < 0) {
			port_complain(p, "open", &why);
			return err;
		}
		p->open_ns = now_ns() - p->open_ns;
		p->open_cmds = port_commands(p);
		testpmd.nports++;
		err = emuctl_open(&p->emu, p->bdf);
		if (err == 0 && testpmd.watch.fd < 0)
			err = emuctl_open(&testpmd.watch, p->bdf);
		if (err < 0 && err != -ENOENT)
			fprintf(stderr, "port %d: the emulator's control socket: %s\n", i,
				strerror(-err));
	}
	if (n == 0)
		printf("No ports: name them to EAL with -a, for example -a 0000:03:00.0\n");
	return 0;
}

static void ports_close(void)
{
	emuctl_close(&testpmd.watch);
	for (unsigned int i = 0; i < testpmd.nports; i++) {
		struct port *p = &testpmd.port[i];

		emuctl_close(&p->emu);
		if (lac_port_close(p->lac) < 0) {
			port_complain(p, "close", NULL);
			testpmd.failed = true;
		}
	}
}

static void all_stats(void)
{
	for (unsigned int i = 0; i < testpmd.nports; i++)
		port_show_stats(&testpmd.port[i]);
	fwd_show();
}

/* Without a prompt: until the mode is done, a signal, or Enter where it never is. */
static void watch(void)
{
	bool ends = testpmd.mode == &fwd_gap || testpmd.mode->peer || testpmd.par.iterations > 0;
	bool key = !ends && testpmd.par.stats_period == 0;
	uint64_t period = testpmd.par.stats_period * 1000000000ull, next = now_ns() + period;
	struct pollfd in = {.fd = key ? STDIN_FILENO : -1, .events = POLLIN};

	if (key && testpmd.fwd.running)
		printf("Press enter to exit\n");
	while (testpmd.fwd.running && !testpmd.quit && poll(&in, 1, 20) <= 0) {
		ports_tell();
		if (period != 0 && now_ns() >= next) {
			next += period;
			all_stats();
		}
	}
	if (ends && !testpmd.quit)
		fwd_wait(0);
	else
		fwd_stop();
}

static void work(void)
{
	int err = 0;

	if (testpmd.par.cmdline_file != NULL &&
		cmdline_batch(testpmd.par.cmdline_file, testpmd.par.strict) < 0)
		testpmd.failed = true;
	if (testpmd.quit || (testpmd.par.cmdline_file != NULL && !testpmd.par.interactive))
		return;
	if (!testpmd.par.interactive || testpmd.par.auto_start)
		err = fwd_start();
	if (err == -ENODEV)
		fprintf(stderr, "nothing to do without a port\n");
	if (err < 0 && err != -ECANCELED)
		testpmd.failed = true;
	if (testpmd.par.interactive)
		cmdline_prompt();
	else if (err == 0) {
		watch();
		if (testpmd.mode != &fwd_gap)
			all_stats();
	}
}

int main(int argc, char **argv)
{
	int own = 1, n;
	char **eal;

	while (own < argc && strcmp(argv[own], "--") != 0)
		own++;
	if (own < argc && parameters_parse(&testpmd.par, argc - own, argv + own) < 0) {
		parameters_usage(argv[0]);
		return EXIT_FAILURE;
	}
	if (own >= argc)
		parameters_parse(&testpmd.par, 1, argv);
	testpmd.mode = fwd_find(testpmd.par.mode);
	if (testpmd.mode == NULL)
		fprintf(stderr, "--forward-mode: no mode \"%s\"\n", testpmd.par.mode);
	if (testpmd.par.help || testpmd.mode == NULL) {
		parameters_usage(argv[0]);
		return testpmd.par.help ? EXIT_SUCCESS : EXIT_FAILURE;
	}
	eal = parameters_eal(argc, argv, &n);
	if (eal == NULL || rte_eal_init(n, eal) < 0) {
		fprintf(stderr, "EAL: %s\n", rte_strerror(rte_errno));
		return EXIT_FAILURE;
	}
	/* the cmdline library writes past stdio: whole lines at once keep the order */
	setvbuf(stdout, NULL, _IOLBF, 0);
	signals();
	if (ports_open() == 0)
		work();
	else
		testpmd.failed = true;
	if (testpmd.fwd.running)
		fwd_stop();
	ports_tell();
	ports_close();
	rte_eal_cleanup();
	free(eal);
	printf("Bye...\n");
	return testpmd.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
