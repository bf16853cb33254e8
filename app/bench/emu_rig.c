/* SPDX-License-Identifier: BSD-3-Clause */
/* Starts an emulator, takes its ports, connects a pair of queues, and takes all of it away again. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_malloc.h>

#include "emu_rig.h"

#define WAIT_NS 20000000000ull

static uint64_t clock_ns(clockid_t id)
{
	struct timespec t = {0};

	clock_gettime(id, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t emu_rig_now_ns(void)
{
	return clock_ns(CLOCK_MONOTONIC);
}

uint64_t emu_rig_emu_ns(const struct emu_rig *r)
{
	return clock_ns(r->clock);
}

/* the @n-th processor that we may use, or the last */
static int processor(int n)
{
	cpu_set_t may;
	int last = 0;

	CPU_ZERO(&may);
	sched_getaffinity(0, sizeof(may), &may);
	for (int i = 0; i < CPU_SETSIZE; i++) {
		if (!CPU_ISSET(i, &may))
			continue;
		last = i;
		if (n-- == 0)
			break;
	}
	return last;
}

static void emu_exec(const struct emu_rig *r, const struct emu_rig_conf *c, int out)
{
	const char *argv[8] = {c->emu, "--ports=2", "--dir", r->dir};
	int n = 4;
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(processor(1), &one);
	sched_setaffinity(0, sizeof(one), &one);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (c->trap_all)
		argv[n++] = "--trap-all";
	if (c->adversarial)
		argv[n++] = "--adversarial";
	dup2(out, STDOUT_FILENO);
	execv(c->emu, (char *const *)(uintptr_t)argv);
	fprintf(stderr, "%s: %s\n", c->emu, strerror(errno));
	_exit(127);
}

static int emu_start(struct emu_rig *r, const struct emu_rig_conf *c)
{
	char line[64] = "";
	int pipes[2];

	snprintf(r->dir, sizeof(r->dir), "/tmp/lac-emu-XXXXXX");
	if (mkdtemp(r->dir) == NULL || pipe2(pipes, O_CLOEXEC) < 0) {
		perror(r->dir);
		r->dir[0] = '\0';
		return -1;
	}
	r->pid = fork();
	if (r->pid == 0)
		emu_exec(r, c, pipes[1]);
	close(pipes[1]);
	/* ends with the emulator's end, if it says nothing */
	if (r->pid < 0 || read(pipes[0], line, sizeof(line) - 1) <= 0 ||
		strstr(line, "ready") == NULL) {
		fprintf(stderr, "the emulator did not start\n");
		close(pipes[0]);
		return -1;
	}
	close(pipes[0]);
	if (clock_getcpuclockid(r->pid, &r->clock) != 0) {
		fprintf(stderr, "no clock of the emulator's processor time\n");
		return -1;
	}
	return 0;
}

static int eal_start(const struct emu_rig *r)
{
	char sysfs[64], prefix[32], lcores[16];
	const char *argv[] = {"lacuna-bench-emu", "--no-pci", "--iova-mode=va", "--no-huge", "-m",
		"128", "--no-telemetry", "--log-level=lib.eal:warning", "--file-prefix", prefix,
		"--lcores", lcores, "-a", "0000:03:00.0", "-a", "0000:03:00.1"};

	snprintf(sysfs, sizeof(sysfs), "%s/devices", r->dir);
	snprintf(prefix, sizeof(prefix), "lbe%d", (int)getpid());
	snprintf(lcores, sizeof(lcores), "0@%d", processor(0));
	setenv("SYSFS_PCI_DEVICES", sysfs, 1);
	setenv("XDG_RUNTIME_DIR", r->dir, 1);
	if (rte_eal_init((int)(sizeof(argv) / sizeof(argv[0])), (char **)(uintptr_t)argv) < 0) {
		fprintf(stderr, "EAL: %s\n", rte_strerror(rte_errno));
		return -1;
	}
	return 0;
}

static int complain(const struct emu_rig_end *e, const struct lac_err *why, const char *what)
{
	char text[256] = "no reason is on record";
	struct lac_err last;

	if (why == NULL && e->port != NULL && lac_port_err(e->port, &last) == 0)
		why = &last;
	if (why != NULL)
		lac_err_str(why, text, sizeof(text));
	fprintf(stderr, "%s: %s\n", what, text);
	return -1;
}

static int end_open(struct emu_rig_end *e, int index)
{
	struct lac_qp_attr qa = {
		.size = sizeof(qa), .sq_bb = EMU_RIG_SQ_BB, .lcore = 0, .list_entries = 65536};
	struct lac_err why;

	if (lac_port_open(index, &e->port, &why) < 0)
		return complain(e, &why, "port");
	if (lac_cq_create(e->port, EMU_RIG_SQ_BB, 0, &e->cq) < 0)
		return complain(e, NULL, "completion queue");
	qa.scq = qa.rcq = e->cq;
	if (lac_qp_create(lac_port_pd(e->port), &qa, &e->qp) < 0)
		return complain(e, NULL, "queue pair");
	e->sq = lac_qp_sq(e->qp);
	e->mem = rte_zmalloc("bench", EMU_RIG_BYTES, 4096);
	if (e->mem == NULL)
		fprintf(stderr, "EAL has too little memory\n");
	return e->mem != NULL ? 0 : -1;
}

int emu_rig_up(struct emu_rig *r, const struct emu_rig_conf *c)
{
	struct lac_qp_addr a, b;
	struct lac_err why;

	memset(r, 0, sizeof(*r));
	if (emu_start(r, c) < 0 || eal_start(r) < 0)
		return -1;
	if (lac_probe(&why) != 2)
		return complain(&r->a, &why, "probe");
	if (end_open(&r->a, 0) < 0 || end_open(&r->b, 1) < 0)
		return -1;
	lac_qp_address(r->a.qp, &a);
	lac_qp_address(r->b.qp, &b);
	if (lac_qp_connect(r->a.qp, &b) < 0)
		return complain(&r->a, NULL, "connect");
	if (lac_qp_connect(r->b.qp, &a) < 0)
		return complain(&r->b, NULL, "connect");
	return 0;
}

static void end_close(struct emu_rig_end *e)
{
	if (e->qp != NULL)
		lac_qp_destroy(e->qp);
	lac_cq_destroy(e->cq);
	rte_free(e->mem);
	if (e->keys != NULL)
		lac_keys_destroy(e->keys);
	if (e->port != NULL)
		lac_port_close(e->port);
}

void emu_rig_down(struct emu_rig *r)
{
	char path[64];

	end_close(&r->a);
	end_close(&r->b);
	if (r->pid > 0) {
		kill(r->pid, SIGTERM);
		waitpid(r->pid, NULL, 0);
	}
	if (r->dir[0] == '\0')
		return;
	rte_eal_cleanup();
	snprintf(path, sizeof(path), "%s/dpdk", r->dir);
	rmdir(path);
	rmdir(r->dir);
}

struct lac_key *emu_rig_key(struct emu_rig_end *e, uint32_t entries, uint32_t count)
{
	struct lac_keys_attr ka = {
		.size = sizeof(ka),
		.max_entries = entries,
		.access = LAC_LOCAL_WRITE | LAC_REMOTE_WRITE | LAC_REMOTE_READ,
		.count = count,
		.zero_based = 1,
		.lcore = LAC_ANY,
	};

	if (lac_keys_create(lac_port_pd(e->port), &ka, &e->keys) < 0) {
		complain(e, NULL, "keys");
		return NULL;
	}
	return lac_key_get(e->keys);
}

int emu_rig_done(struct emu_rig_end *e)
{
	uint64_t end = emu_rig_now_ns() + WAIT_NS;
	struct lac_wc wc;

	lac_sq_ring(e->sq);
	while (lac_cq_poll(e->cq, &wc, 1) == 0) {
		if (emu_rig_now_ns() > end) {
			fprintf(stderr, "no completion\n");
			return -1;
		}
	}
	if (wc.status != 0)
		fprintf(stderr, "%s ended with %s\n", lac_op_name(wc.op),
			lac_cqe_synd_name(wc.status));
	return wc.status == 0 ? 0 : -1;
}
