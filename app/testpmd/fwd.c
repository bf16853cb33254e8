/* SPDX-License-Identifier: BSD-3-Clause */
/* Starting, stopping and watching a forwarding mode: on the first worker lcore, or here if there is
 * none. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <rte_launch.h>
#include <rte_lcore.h>

#include "testpmd.h"

const struct fwd_mode *const fwd_modes[] = {
	&fwd_gap,
	&fwd_write,
	&fwd_read,
	&fwd_send,
	&fwd_regs,
	&fwd_pingpong,
	NULL,
};

const struct fwd_mode *fwd_find(const char *name)
{
	for (unsigned int i = 0; fwd_modes[i] != NULL; i++)
		if (strcmp(fwd_modes[i]->name, name) == 0)
			return fwd_modes[i];
	return NULL;
}

static int fwd_main(void *arg)
{
	struct fwd *f = arg;

	f->result = f->mode->run(f);
	f->ended_ns = now_ns();
	f->running = false;
	return 0;
}

int fwd_start(void)
{
	struct fwd *f = &testpmd.fwd;
	unsigned int worker = rte_get_next_lcore(-1, 1, 0);
	int err;

	if (f->running)
		return -EBUSY;
	if (testpmd.nports == 0)
		return -ENODEV;
	for (unsigned int i = 0; i < testpmd.nports; i++)
		testpmd.port[i].start_cmds = port_commands(&testpmd.port[i]);
	*f = (struct fwd){
		.mode = testpmd.mode,
		.a = &testpmd.port[0],
		.b = &testpmd.port[testpmd.nports > 1 && !testpmd.mode->peer ? 1 : 0],
		.par = &testpmd.par,
		.lcore = worker < RTE_MAX_LCORE ? (int)worker : (int)rte_lcore_id(),
		.running = true,
		.began_ns = now_ns(),
	};
	rate_look(&f->seen, f);
	f->seen.ns = f->began_ns;
	if (worker >= RTE_MAX_LCORE) {
		fwd_main(f);
		return fwd_wait(0);
	}
	err = rte_eal_remote_launch(fwd_main, f, worker);
	if (err < 0)
		f->running = false;
	return err;
}

int fwd_wait(unsigned int seconds)
{
	const struct timespec nap = {.tv_nsec = 5000000};
	uint64_t until = now_ns() + seconds * 1000000000ull;
	struct fwd *f = &testpmd.fwd;

	while (f->running && !testpmd.quit) {
		if (seconds > 0 && now_ns() >= until)
			return -ETIMEDOUT;
		nanosleep(&nap, NULL);
		ports_tell();
	}
	if (f->running)
		return fwd_stop();
	if (f->mode != NULL && f->lcore != (int)rte_lcore_id())
		rte_eal_wait_lcore(f->lcore);
	if (f->result < 0 && f->result != -ECANCELED)
		testpmd.failed = true;
	return f->result;
}

int fwd_stop(void)
{
	const struct timespec nap = {.tv_nsec = 1000000};
	struct fwd *f = &testpmd.fwd;

	f->stop = true;
	while (f->running)
		nanosleep(&nap, NULL);
	return fwd_wait(0);
}

void fwd_show(void)
{
	struct fwd *f = &testpmd.fwd;
	struct rate_look now;
	double s;

	if (f->mode == NULL) {
		printf("mode %s, not started yet\n", testpmd.mode->name);
		return;
	}
	s = ((f->ended_ns != 0 ? f->ended_ns : now_ns()) - f->began_ns) / 1e9;
	printf("mode %s between port %u and ", f->mode->name, f->a->id);
	if (f->mode->peer)
		printf("its peer");
	else
		printf("port %u", f->b->id);
	printf(" on lcore %d: %s\n", f->lcore,
		f->running       ? "running"
		: f->result == 0 ? "done"
				 : strerror(-f->result));
	printf("operations: %" PRIu64 " (%.0f/s)\nbytes: %" PRIu64 " (%.1f MB/s)\nerrors: %" PRIu64
	       "\n",
		f->ops, f->ops / s, f->bytes, f->bytes / s / 1e6, f->errors);
	rate_look(&now, f);
	rate_print(&f->seen, &now, f->lcore);
	f->seen = now;
}
