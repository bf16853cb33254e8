/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What Linux's VFIO must carry, beyond lacuna-testpmd's main job: each subcommand is one claim about ports on
 * vfio-pci, held against what the emulator and the kernel count. It uses the public API and EAL only.
 *
 *   lab-vfio EAL_OPTIONS -- SUBCOMMAND [N]
 *
 * The environment: LAB_CTL the emulator's control socket (/dev/ttyS1), LAB_FUNCTION which of its functions the first
 * port is (0), LAB_SLOW a factor for deadlines.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <rte_eal.h>

#include "vfio.h"

#define ARGS_MAX 32

static const struct {
	const char *name;
	void (*run)(unsigned int n);
	unsigned int n;
	const char *what;
} commands[] = {
	{"cycles", cycles, 100, "opens and closes all ports N times; nothing may be left"},
	{"sleep", sleeper, 50, "a sleeper is woken by N SENDs of the other port"},
	{"heap", heap, 4, "EAL's memory grows and shrinks N times"},
	{"external", external, 600, "N areas of memory that is not EAL's"},
	{"pool", pool, 64, "a mempool of N pages that are not EAL's"},
	{"limit", limit, 0, "areas up to the kernel's limit of N maps"},
	{"fault", fault, 1, "one WRITE from memory that is not mapped"},
	{"peers", NULL, 0, "two processes, one port each"},
};

void die(const char *fmt, ...)
{
	va_list ap;

	fflush(stdout);
	fputs("lab-vfio: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	_exit(1);
}

void must(int err, const char *what, const struct lac_port *port, const struct lac_err *why)
{
	char text[256] = "";
	struct lac_err e;

	if (err >= 0)
		return;
	if (!why && port && lac_port_err(port, &e) == 0)
		why = &e;
	if (why)
		lac_err_str(why, text, sizeof(text));
	die("%s: %s (%s)", what, text, strerror(-err));
}

static uint64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000u + (uint64_t)t.tv_nsec / 1000000u;
}

uint64_t deadline_ms(unsigned int ms)
{
	const char *slow = getenv("LAB_SLOW");

	return now_ms() + (uint64_t)ms * (slow && atoi(slow) > 0 ? (unsigned int)atoi(slow) : 1u);
}

bool late(uint64_t deadline)
{
	return now_ms() > deadline;
}

/* EAL's arguments: ours, then the user's; of -a only the @only-th (from 0), or all. */
static void eal_up(int argc, char **argv, int only, const char *prefix)
{
	static char ours[][40] = {"lab-vfio", "--no-pci", "--iova-mode=va", "--no-telemetry",
		"--log-level=lib.eal:warning"};
	char *out[ARGS_MAX + 8], arg[40];
	int n = 0, seen = 0;

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		out[n++] = ours[i];
	for (int i = 1; i < argc; i++) {
		if (only >= 0 && !strcmp(argv[i], "-a") && seen++ != only)
			i++;
		else
			out[n++] = argv[i];
	}
	snprintf(arg, sizeof(arg), "--file-prefix=%s%d", prefix, (int)getpid());
	out[n++] = arg;
	out[n] = NULL;
	if (rte_eal_init(n, out) < 0)
		die("EAL cannot be brought up");
}

/* Two processes, each with EAL and a port of its own, and a socket between them. */
static int peers(int argc, char **argv)
{
	int s[2], status, bad = 0;
	pid_t pid[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s))
		die("socketpair");
	for (int i = 0; i < 2; i++) {
		pid[i] = fork();
		if (pid[i] < 0)
			die("fork");
		if (pid[i] == 0) {
			close(s[!i]);
			eal_up(argc, argv, i, i ? "second" : "first");
			peer(s[i], i == 0);
			rte_eal_cleanup();
			fflush(stdout);
			_exit(0);
		}
	}
	close(s[0]);
	close(s[1]);
	for (int i = 0; i < 2; i++)
		bad |= waitpid(pid[i], &status, 0) != pid[i] || status != 0;
	return bad;
}

static int usage(void)
{
	fprintf(stderr, "usage: lab-vfio EAL_OPTIONS -- SUBCOMMAND [N]\n");
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		fprintf(stderr, "  %-10s %s (%u)\n", commands[i].name, commands[i].what,
			commands[i].n);
	return 2;
}

int main(int argc, char **argv)
{
	int eal = 1;

	/* one arena: how many the C library makes depends on how threads meet, and each is two maps */
	mallopt(M_ARENA_MAX, 1);
	while (eal < argc && strcmp(argv[eal], "--") != 0)
		eal++;
	if (eal + 1 >= argc || eal > ARGS_MAX)
		return usage();
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(argv[eal + 1], commands[i].name) != 0)
			continue;
		if (!commands[i].run)
			return peers(eal, argv);
		eal_up(eal, argv, -1, "lab");
		commands[i].run(eal + 2 < argc ? (unsigned int)atoi(argv[eal + 2]) : commands[i].n);
		rte_eal_cleanup();
		return 0;
	}
	return usage();
}
