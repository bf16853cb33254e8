/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A poller that has nothing to poll sleeps in poll(2) on its port's descriptor, having armed its completion queue;
 * a SEND of the other port wakes it. The SEND goes out only once the kernel says that the poller's thread
 * sleeps, and the kernel's own count of the functions' MSI-X interrupts grows with each.
 *
 * With the device argument ctrl=app the poller serves its port itself; else the library's thread does.
 */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vfio.h"

#define SEND_BYTES 256u
#define WAKE_MS    30000u

struct sleeper {
	struct end *e;
	unsigned int n;
	pid_t tid;      /* 0 until it runs */
	uint32_t armed; /* rounds for which it has armed */
	uint32_t woken; /* rounds that it has seen the end of */
};

/* Serves and empties the port's events; whether the completion queue's was among them. */
static bool took_event(struct end *e)
{
	struct lac_event ev;
	bool cq = false;
	int err = lac_port_service(e->port);

	if (err < 0 && err != -EBUSY)
		must(err, "service", e->port, NULL);
	while (lac_port_event(e->port, &ev))
		cq |= ev.type == LAC_EV_CQ && ev.object == lac_cq_number(e->cq);
	return cq;
}

static void sleep_once(struct sleeper *s, uint32_t round)
{
	struct end *e = s->e;
	struct pollfd p = {.fd = lac_port_fd(e->port), .events = POLLIN};
	const struct lac_loc l = {(uintptr_t)e->mem, SEND_BYTES, lac_sq_dma_lkey(e->sq)};
	uint64_t until = deadline_ms(WAKE_MS);
	struct lac_wc wc;
	bool event = false;

	memset(e->mem, 0, SEND_BYTES);
	must(lac_rq_recv(e->rq, l, round), "receive", NULL, NULL);
	lac_rq_ring(e->rq);
	must(lac_cq_arm(e->cq, 0), "arming", e->port, NULL);
	if (lac_cq_poll(e->cq, &wc, 1))
		die("round %u: a completion before the SEND", round);
	__atomic_store_n(&s->armed, round + 1, __ATOMIC_RELEASE);
	while (!event) {
		/* a port that the application serves also wakes for health, now and then */
		if (poll(&p, 1, 1000) < 0 && errno != EINTR)
			die("poll: %s", strerror(errno));
		event = took_event(e);
		if (late(until))
			die("round %u: nothing woke the poller", round);
	}
	if (lac_cq_poll(e->cq, &wc, 1) != 1 || wc.status || wc.cookie != round ||
		wc.len != SEND_BYTES)
		die("round %u: an event and no completion", round);
	check(e->mem, SEND_BYTES, round, "what the SEND brought");
	__atomic_store_n(&s->woken, round + 1, __ATOMIC_RELEASE);
}

static void *sleeper_run(void *arg)
{
	struct sleeper *s = arg;

	__atomic_store_n(&s->tid, gettid(), __ATOMIC_RELEASE);
	for (uint32_t i = 0; i < s->n; i++)
		sleep_once(s, i);
	return NULL;
}

static bool asleep(pid_t tid)
{
	char path[64], line[256] = "";
	const char *state;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/self/task/%d/stat", (int)tid);
	f = fopen(path, "re");
	if (f && !fgets(line, sizeof(line), f))
		line[0] = '\0';
	if (f)
		fclose(f);
	state = strrchr(line, ')');
	return state && state[1] == ' ' && state[2] == 'S';
}

/* MSI-X interrupts that the kernel counted for @port; -1: the function is not behind the kernel's VFIO. */
static long interrupts(const struct lac_port *port)
{
	char line[1024], name[64];
	FILE *f = fopen("/proc/interrupts", "re");
	long sum = -1;

	snprintf(name, sizeof(name), "(%s)", lac_port_bdf(port));
	while (f && fgets(line, sizeof(line), f)) {
		char *at = strchr(line, ':'), *end;

		if (!at || !strstr(line, "vfio-msix[") || !strstr(line, name))
			continue;
		sum += sum < 0;
		for (at++;; at = end) {
			long n = strtol(at, &end, 10);

			if (end == at)
				break;
			sum += n;
		}
	}
	if (f)
		fclose(f);
	return sum;
}

void sleeper(unsigned int n)
{
	struct sleeper s = {.n = n};
	struct pair p;
	pthread_t thread;
	long before, after;

	pair_up(&p);
	s.e = &p.b;
	before = interrupts(p.port[1]);
	if (pthread_create(&thread, NULL, sleeper_run, &s))
		die("no thread");
	for (uint32_t i = 0; i < n; i++) {
		const struct lac_loc l = {(uintptr_t)p.a.mem, SEND_BYTES, lac_sq_dma_lkey(p.a.sq)};
		uint64_t until = deadline_ms(WAKE_MS);

		fill(p.a.mem, SEND_BYTES, i);
		while (__atomic_load_n(&s.armed, __ATOMIC_ACQUIRE) != i + 1 || !asleep(s.tid)) {
			if (late(until))
				die("round %u: the poller does not go to sleep", i);
			sched_yield();
		}
		must(lac_sq_send(p.a.sq, l, LAC_SIGNAL, i), "SEND", NULL, NULL);
		end_done(&p.a, i, 0);
		while (__atomic_load_n(&s.woken, __ATOMIC_ACQUIRE) != i + 1) {
			if (late(until))
				die("round %u: the poller does not wake", i);
			sched_yield();
		}
	}
	pthread_join(thread, NULL);
	after = interrupts(p.port[1]);
	if (!getenv("SYSFS_PCI_DEVICES") && (before < 0 || after < before + (long)n))
		die("%ld MSI-X interrupts after %u wake-ups, %ld before", after, n, before);
	pair_down(&p);
	printf("%u wake-ups of a poller that slept, %ld interrupts\n", n, after - before);
}
