/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The loop. Doorbells in shared pages come without any event, so it polls; how often follows from how
 * long nothing happened: at once while there is work, then giving the processor away, then sleeping
 * NAP_NS, doubling to REST_NS, and after about a second of that IDLE_NS. That is how late a doorbell may
 * be seen; a message ends a sleep at once. Without a client only a message can happen.
 */
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

#include "server.h"

#define YIELDS   64u   /* rounds of giving the processor away before the first sleep */
#define NAPS     64u   /* sleeps of NAP_NS; after them each is twice as long as the one before */
#define RESTS    1000u /* sleeps of REST_NS */
#define NAP_NS   20000u
#define REST_NS  1000000u
#define IDLE_NS  4000000u
#define ALONE_NS 100000000u /* without a client */
#define STEPS    256u       /* of the engine between two looks at the sockets */

#define FDS (2 * EMU_MAX_FN + EMU_CTL_MAX + 1)

static volatile sig_atomic_t stop;

static void on_stop(int sig)
{
	(void)sig;
	stop = 1;
}

/* Stop signals are blocked but while the loop sleeps, so that none is lost between look and sleep.
 */
void emu_loop_signals(void)
{
	struct sigaction sa = {.sa_handler = on_stop};
	sigset_t s;

	sigemptyset(&s);
	sigaddset(&s, SIGINT);
	sigaddset(&s, SIGTERM);
	sigprocmask(SIG_BLOCK, &s, NULL);
	sigemptyset(&sa.sa_mask);
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static uint64_t sleep_ns(uint64_t idle, bool clients)
{
	uint64_t ns;

	if (idle <= YIELDS)
		return 0;
	if (!clients)
		return ALONE_NS;
	idle -= YIELDS;
	if (idle > NAPS + RESTS)
		return IDLE_NS;
	if (idle <= NAPS)
		return NAP_NS;
	idle -= NAPS;
	ns = idle < 16 ? (uint64_t)NAP_NS << idle : REST_NS;
	return ns < REST_NS ? ns : REST_NS;
}

int emu_loop(struct emu_world *w)
{
	struct pollfd p[FDS];
	unsigned int at[EMU_MAX_FN + 2], i, n;
	uint64_t idle = 0, work;
	struct timespec t = {0, 0};
	sigset_t open_mask;
	bool clients;

	sigemptyset(&open_mask);
	prctl(PR_SET_TIMERSLACK, 1000, 0, 0, 0);
	while (!stop) {
		for (i = n = 0, clients = false; i < w->nfn; i++) {
			at[i] = n;
			n += emu_conn_fds(w->fn[i], p + n);
			clients |= emu_conn_has_client(w->fn[i]);
		}
		at[i] = n;
		n += emu_ctl_fds(w, p + n);
		t.tv_nsec = (long)sleep_ns(idle, clients);
		if (idle && idle <= YIELDS)
			sched_yield();
		if (ppoll(p, n, &t, &open_mask) < 0) {
			if (errno != EINTR) {
				emu_log("poll: %s", strerror(errno));
				return -EIO;
			}
			continue;
		}
		work = emu_ctl_poll(w, p + at[i], n - at[i]);
		for (i = 0; i < w->nfn; i++)
			work += emu_conn_poll(w->fn[i], p + at[i], at[i + 1] - at[i]);
		for (i = 0; i < w->nfn; i++)
			work += hca_poll(w->fn[i]);
		work += engine_run(w, STEPS);
		idle = work ? 0 : idle + 1;
	}
	return 0;
}
