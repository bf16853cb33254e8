/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The loop. Doorbells in shared pages come without any event, so it polls. With work, and for SPINS turns
 * after it, it does nothing else; then it gives the processor away YIELDS times; then it sleeps a
 * sixteenth of the time without work, but NAP_NS at least and REST_NS at most, and IDLE_NS after a second.
 * That is how late a doorbell may be seen; a message ends a sleep at once. Without a client only a
 * message can happen.
 *
 * Sockets and signals are looked at by a system call, which costs as much as several WQEs: while the
 * loop is busy, it comes after STEPS steps or LOOK_EACH turns.
 */
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

#include "server.h"

#define SPINS     64u /* turns that find nothing, at once one after the other */
#define YIELDS    64u /* then turns after giving the processor away */
#define NAP_NS    20000u
#define REST_NS   1000000u
#define IDLE_NS   4000000u
#define ALONE_NS  100000000u  /* without a client */
#define LONG_NS   1000000000u /* of nothing: then IDLE_NS */
#define STEPS     256u        /* of the engine in a turn, and between two looks */
#define LOOK_EACH 16u         /* turns while there is work, or was a moment ago */

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

/* after @quiet_ns without work */
static uint64_t sleep_ns(uint64_t quiet_ns, bool clients)
{
	uint64_t ns = quiet_ns / 16;

	if (!clients)
		return ALONE_NS;
	if (quiet_ns >= LONG_NS)
		return IDLE_NS;
	return ns < NAP_NS ? NAP_NS : ns > REST_NS ? REST_NS : ns;
}

/*
 * Serves messages; waits for one, if nothing has happened since @since (0: no wait). How many there were,
 * or -EIO.
 */
static int look(struct emu_world *w, uint64_t since, const sigset_t *open_mask)
{
	uint64_t now = since ? emu_now_ns() : 0;
	struct pollfd p[FDS];
	unsigned int at[EMU_MAX_FN + 2], i, n, work;
	struct timespec t = {0, 0};
	bool clients;
	int got;

	for (i = n = 0, clients = false; i < w->nfn; i++) {
		at[i] = n;
		n += emu_conn_fds(w->fn[i], p + n);
		clients |= emu_conn_has_client(w->fn[i]);
	}
	at[i] = n;
	n += emu_ctl_fds(w, p + n);
	if (since)
		t.tv_nsec = (long)sleep_ns(now - since, clients);
	got = ppoll(p, n, &t, open_mask);
	if (since) {
		w->loop.sleeps++;
		w->loop.slept_ns += emu_now_ns() - now;
	}
	if (got < 0) {
		if (errno == EINTR)
			return 0;
		emu_log("poll: %s", strerror(errno));
		return -EIO;
	}
	work = emu_ctl_poll(w, p + at[i], n - at[i]);
	for (i = 0; i < w->nfn; i++)
		work += emu_conn_poll(w->fn[i], p + at[i], at[i + 1] - at[i]);
	return (int)work;
}

int emu_loop(struct emu_world *w)
{
	unsigned int idle = 0, unseen = LOOK_EACH; /* turns without work, and without a look */
	uint64_t work, steps = 0;                  /* of this turn, and since the last look */
	uint64_t quiet = 0;                        /* since when there was no work; 0: not yet */
	sigset_t open_mask;
	int got = 0;

	sigemptyset(&open_mask);
	prctl(PR_SET_TIMERSLACK, 1000, 0, 0, 0);
	while (!stop) {
		bool sleepy = idle > SPINS + YIELDS;

		if (idle > SPINS && !sleepy)
			sched_yield();
		if (idle > SPINS || ++unseen > LOOK_EACH || steps >= STEPS) {
			got = look(w, sleepy ? quiet : 0, &open_mask);
			if (got < 0)
				return got;
			unseen = steps = 0;
		}
		work = 0;
		for (unsigned int i = 0; i < w->nfn; i++)
			work += hca_poll(w->fn[i]);
		work += engine_run(w, STEPS);
		steps += work;
		w->loop.turns++;
		if (work) {
			w->loop.busy++;
			quiet = 0;
		}
		/* more messages may follow one, but they wake us; a client's look at health now and then
		 * shall not keep us from longer sleeps */
		idle = work || got ? 0 : sleepy ? idle : idle + 1;
		got = 0;
		if (!quiet && idle > SPINS + YIELDS)
			quiet = emu_now_ns();
	}
	return 0;
}
