/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * mlx5emu: sets up in an order that needs no undoing but emu_down(), which takes anything half
 * made, and says "ready" when every socket listens.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "server.h"

static int emu_up(struct emu_world *w)
{
	unsigned int i;

	if (w->opt.lint && !(w->lint_sink = emu_sink_open(w->opt.lint_file)))
		return -1;
	if (w->opt.trace && !(w->trace_sink = emu_sink_open(w->opt.trace_file)))
		return -1;
	if (emu_dir_take(w) || emu_ctl_create(w) || engine_create(w))
		return -1;
	for (i = 0; i < w->opt.ports; i++) {
		w->fn[i] = emu_fn_create(w, i);
		if (!w->fn[i])
			return -1;
		w->nfn++;
	}
	for (i = 0; i < w->nfn; i++)
		if (emu_sysfs_add(w->fn[i]) || emu_conn_listen(w->fn[i]))
			return -1;
	return 0;
}

static void emu_down(struct emu_world *w)
{
	unsigned int i;

	for (i = 0; i < w->nfn; i++)
		emu_sysfs_remove(w, w->fn[i]->bdf);
	/* all stay until every one has let go of its peers */
	for (i = 0; i < w->nfn; i++)
		emu_conn_drop(w->fn[i]);
	for (i = 0; i < w->nfn; i++)
		emu_fn_destroy(w->fn[i]);
	if (w->engine)
		engine_destroy(w);
	emu_ctl_destroy(w);
	emu_dir_leave(w);
	emu_sink_close(w->lint_sink);
	emu_sink_close(w->trace_sink);
}

int emu_main(int argc, char **argv)
{
	struct emu_world w = {.lock_fd = -1};
	struct rlimit files;
	int err;

	err = emu_args(argc, argv, &w.opt);
	if (err)
		return err > 0 ? 0 : 2;
	w.rng = w.opt.seed;
	/* a client may pass one descriptor a page of hugetlbfs */
	if (!getrlimit(RLIMIT_NOFILE, &files)) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
	emu_loop_signals();
	emu_access_init();
	err = emu_up(&w);
	if (!err) {
		printf("ready seed=%llu\n", (unsigned long long)w.opt.seed);
		fflush(stdout);
		err = emu_loop(&w);
	}
	emu_down(&w);
	return err ? 1 : 0;
}
