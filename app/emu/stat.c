/* SPDX-License-Identifier: BSD-3-Clause */
/* Counters of a function and their printed form. */
#include <time.h>

#include "server.h"

struct emu_stats *emu_stats(struct emu_fn *f)
{
	return &f->stats;
}

static void ctl_stats(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	fprintf(out, "{\"port\": %u", f->index);
#define X(n) fprintf(out, ", \"" #n "\": %llu", (unsigned long long)f->stats.n);
	EMU_STATS(X)
#undef X
	fputc('}', out);
}

static void ctl_list(struct emu_world *w, int argc, char **argv, FILE *out)
{
	unsigned int i;

	(void)argc;
	(void)argv;
	fputc('[', out);
	for (i = 0; i < w->nfn; i++) {
		struct emu_fn *f = w->fn[i];

		fprintf(out, "%s{\"port\": %u, \"bdf\": \"%s\", \"plugged\": %s, \"client\": %s}",
			i ? ", " : "", i, f->bdf, emu_conn_listening(f) ? "true" : "false",
			emu_conn_has_client(f) ? "true" : "false");
	}
	fputc(']', out);
}

static void ctl_seed(struct emu_world *w, int argc, char **argv, FILE *out)
{
	(void)argc;
	(void)argv;
	fprintf(out, "{\"seed\": %llu, \"step\": %llu}", (unsigned long long)w->opt.seed,
		(unsigned long long)w->step);
}

static void ctl_loop(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct timespec cpu = {0};

	(void)argc;
	(void)argv;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
	fprintf(out,
		"{\"turns\": %llu, \"busy\": %llu, \"sleeps\": %llu, \"slept_ns\": %llu, "
		"\"cpu_ns\": "
		"%llu}",
		(unsigned long long)w->loop.turns, (unsigned long long)w->loop.busy,
		(unsigned long long)w->loop.sleeps, (unsigned long long)w->loop.slept_ns,
		(unsigned long long)cpu.tv_sec * 1000000000u + (unsigned long long)cpu.tv_nsec);
}

static void ctl_lint(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (f)
		emu_notes_print(f, out);
}

static void ctl_unplug(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	if (!emu_conn_listening(f)) {
		fputs("error: port is not plugged", out);
		return;
	}
	emu_unplug(f);
	fputs("ok", out);
}

static void ctl_plug(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	if (emu_conn_listening(f)) {
		fputs("error: port is plugged already", out);
		return;
	}
	emu_conn_drop(f); /* the client of before, if the loop has not come to it yet */
	if (emu_sysfs_add(f) || emu_conn_listen(f))
		fputs("error: cannot make the socket or the sysfs entry", out);
	else
		fputs("ok", out);
}

const struct emu_ctl_cmd emu_ctl_server[] = {
	{"stats", "stats N: counters of port N", ctl_stats},
	{"list", "list: ports, their addresses, whether a client is there", ctl_list},
	{"seed", "seed: the seed of this run and the steps so far", ctl_seed},
	{"loop", "loop: turns of the loop, how many had work, sleeps, processor time", ctl_loop},
	{"lint", "lint N: the last doubtful uses by port N's client", ctl_lint},
	{"unplug", "unplug N: port N vanishes from under its client", ctl_unplug},
	{"plug", "plug N: port N is back, reset", ctl_plug},
	{NULL, NULL, NULL},
};
