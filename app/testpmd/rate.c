/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Looks at a running mode. The emulator is asked over a connection of the main lcore's own, because the mode may be
 * using its port's at the same time.
 */
#include <inttypes.h>
#include <stdio.h>

#include <rte_cycles.h>

#include "rate.h"
#include "testpmd.h"

static int ask(const char *line, char *reply, size_t size)
{
	return testpmd.watch.fd < 0 ? -1 : emuctl_ask(&testpmd.watch, line, reply, size);
}

/* adds the counters of @p's function */
static bool port_look(struct rate_look *l, const struct port *p)
{
	static const char *const umr[] = {"umr_inline", "umr_pointer", "umr_invalidate"};
	char line[32], reply[4096];
	uint64_t v = 0;
	bool ok;

	snprintf(line, sizeof(line), "stats %u", p->emu.fn);
	ok = p->emu.fd >= 0 && ask(line, reply, sizeof(reply)) == 0;
	for (unsigned int i = 0; ok && i < 3; i++) {
		ok = emuctl_number(reply, umr[i], &v) == 0;
		l->umrs += v;
	}
	ok = ok && emuctl_number(reply, "wqes", &v) == 0;
	l->wqes += v;
	ok = ok && emuctl_number(reply, "cqes", &v) == 0;
	l->cqes += v;
	return ok;
}

void rate_look(struct rate_look *l, struct fwd *f)
{
	uint64_t ended = f->ended_ns;
	char reply[512];

	*l = (struct rate_look){
		.ns = ended != 0 ? ended : now_ns(), .ops = f->ops, .bytes = f->bytes};
	for (unsigned int i = 0; i < PHASES; i++)
		l->ticks[i] = f->ticks[i];
	l->emulated = ask("loop", reply, sizeof(reply)) == 0 &&
		      emuctl_number(reply, "cpu_ns", &l->cpu_ns) == 0 &&
		      emuctl_number(reply, "slept_ns", &l->slept_ns) == 0 &&
		      emuctl_number(reply, "turns", &l->turns) == 0 &&
		      emuctl_number(reply, "busy", &l->busy) == 0 && port_look(l, f->a) &&
		      (f->b == f->a || port_look(l, f->b));
}

static double part(uint64_t some, uint64_t all)
{
	return all != 0 ? 100.0 * (double)some / (double)all : 0;
}

/* Counts an operation, not a second, of what must follow from the operations alone. */
void rate_print(const struct rate_look *before, const struct rate_look *now, int lcore)
{
	static const char *const name[PHASES] = {"posting", "polling", "waiting"};
	uint64_t ticks = 0, ns = now->ns - before->ns, ops = now->ops - before->ops;
	double s = (double)ns / 1e9, hz = (double)rte_get_tsc_hz();

	if (ns == 0)
		return;
	printf("since the last look, %.3f s: %.0f operations/s, %.1f MB/s\n", s, (double)ops / s,
		(double)(now->bytes - before->bytes) / s / 1e6);
	for (unsigned int i = 0; i < PHASES; i++)
		ticks += now->ticks[i] - before->ticks[i];
	if (ticks != 0 && ops != 0) {
		printf("  lcore %d:", lcore);
		for (unsigned int i = 0; i < PHASES; i++) {
			uint64_t t = now->ticks[i] - before->ticks[i];

			printf("%s %s %.1f %% (%.0f ns an operation)", i == 0 ? "" : ",", name[i],
				part(t, ticks), (double)t * 1e9 / hz / (double)ops);
		}
		printf("\n");
	}
	if (!before->emulated || !now->emulated)
		return;
	printf("  emulator: %.1f %% of a processor, asleep %.1f %%, work in %.1f %% of its turns",
		part(now->cpu_ns - before->cpu_ns, ns), part(now->slept_ns - before->slept_ns, ns),
		part(now->busy - before->busy, now->turns - before->turns));
	if (ops != 0)
		printf("; an operation: %.2f WQEs, %.2f UMRs, %.2f completions",
			(double)(now->wqes - before->wqes) / (double)ops,
			(double)(now->umrs - before->umrs) / (double)ops,
			(double)(now->cqes - before->cqes) / (double)ops);
	printf("\n");
}
