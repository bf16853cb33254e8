/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The fixture: emulator, folder, EAL. Only processes that it started are ended, by their pid; the
 * emulator also ends by itself when the test dies.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <rte_eal.h>
#include <rte_errno.h>

#include "emuctl.h"
#include "fixture.h"

#define ARGS_MAX 64

static struct fix {
	struct fix_conf conf;
	char dir[64];
	char bdf[FIX_PORTS_MAX][16];
	unsigned int nbdf;
	uint64_t seed, rng;
	pid_t emu;
	bool eal;
	struct emuctl ctl;
	char reply[8192];
} fix = {.ctl = {.fd = -1}};

const char *fix_dir(void)
{
	return fix.dir;
}

const char *fix_bdf(unsigned int i)
{
	return fix.bdf[i];
}

uint64_t fix_seed(void)
{
	return fix.seed;
}

uint64_t fix_rand(void)
{
	/* splitmix64 */
	uint64_t z = (fix.rng += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

static uint64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000ull + t.tv_nsec / 1000000;
}

uint64_t fix_deadline(unsigned int ms)
{
	const char *slow = getenv("LAC_TEST_SLOW");
	double factor = slow != NULL ? strtod(slow, NULL) : 1;

	return now_ms() + (uint64_t)(ms * (factor > 0 ? factor : 1));
}

bool fix_late(uint64_t deadline)
{
	return now_ms() >= deadline;
}

void fix_yield(void)
{
	struct timespec t = {.tv_nsec = 50000};

	nanosleep(&t, NULL);
}

/* ---- the folder ---- */

static int make_dir(void)
{
	const char *tmp = getenv("TMPDIR");
	const char *seed = getenv("LAC_TEST_SEED");

	/* short: a socket's path has 107 characters */
	if (tmp == NULL || strlen(tmp) > 32)
		tmp = "/tmp";
	snprintf(fix.dir, sizeof(fix.dir), "%s/lac-XXXXXX", tmp);
	if (mkdtemp(fix.dir) == NULL) {
		fprintf(stderr, "%s: %s\n", fix.dir, strerror(errno));
		return -1;
	}
	if (seed != NULL)
		fix.seed = strtoull(seed, NULL, 0);
	else if (getrandom(&fix.seed, 4, 0) != 4)
		return -1;
	fix.rng = fix.seed;
	fprintf(stderr, "seed %llu (LAC_TEST_SEED replays)\n", (unsigned long long)fix.seed);
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static int read_names(const char *sysfs)
{
	struct dirent **list;
	int n = scandir(sysfs, &list, NULL, alphasort);

	fix.nbdf = 0;
	for (int i = 0; i < n; i++) {
		if (list[i]->d_name[0] != '.' && fix.nbdf < FIX_PORTS_MAX)
			snprintf(fix.bdf[fix.nbdf++], sizeof(fix.bdf[0]), "%.15s", list[i]->d_name);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return fix.nbdf >= fix.conf.ports ? 0 : -1;
}

/* ---- the emulator ---- */

static void push(char **argv, int *n, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void push(char **argv, int *n, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (*n < ARGS_MAX - 1 && vasprintf(&argv[*n], fmt, ap) >= 0)
		(*n)++;
	va_end(ap);
}

/* true once the emulator has said "ready" into the file @out */
static bool said_ready(const char *out)
{
	char text[1024] = "";
	FILE *f = fopen(out, "re");

	if (f != NULL) {
		text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
		fclose(f);
	}
	return strstr(text, "ready") != NULL;
}

/* a child that ended is a zombie until it is waited for: look without taking it */
static bool emu_runs(void)
{
	siginfo_t info = {0};

	return fix.emu > 0 && waitid(P_PID, fix.emu, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
	       info.si_pid == 0;
}

int fix_emu_start(void)
{
	const char *emu = getenv("LAC_MLX5EMU");
	const char *trap = getenv("LAC_TEST_TRAP_ALL");
	char *argv[ARGS_MAX] = {0}, path[128];
	int n = 0, out;

	if (emu == NULL) {
		fprintf(stderr, "LAC_MLX5EMU must name the emulator\n");
		return -1;
	}
	snprintf(path, sizeof(path), "%s/emu.out", fix.dir);
	out = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	push(argv, &n, "%s", emu);
	push(argv, &n, "--dir=%s", fix.dir);
	push(argv, &n, "--ports=%u", fix.conf.ports);
	push(argv, &n, "--seed=%llu", (unsigned long long)fix.seed);
	if (!fix.conf.calm)
		push(argv, &n, "--adversarial");
	if (trap != NULL && trap[0] == '1')
		push(argv, &n, "--trap-all");
	if (fix.conf.profile != NULL)
		push(argv, &n, "--profile=%s", fix.conf.profile);
	for (int i = 0; fix.conf.emu_args != NULL && fix.conf.emu_args[i] != NULL; i++)
		push(argv, &n, "%s", fix.conf.emu_args[i]);

	fix.emu = fork();
	if (fix.emu == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(out, STDOUT_FILENO);
		execv(emu, argv);
		_exit(127);
	}
	close(out);
	for (int i = 0; i < n; i++)
		free(argv[i]);
	if (!FIX_WAIT(10000, said_ready(path) || !emu_runs()) || !emu_runs()) {
		fprintf(stderr, "%s did not become ready\n", emu);
		return -1;
	}
	snprintf(path, sizeof(path), "%s/devices", fix.dir);
	if (read_names(path) < 0) {
		fprintf(stderr, "%s: fewer functions than asked for\n", path);
		return -1;
	}
	setenv("SYSFS_PCI_DEVICES", path, 1);
	emuctl_close(&fix.ctl);
	return 0;
}

static int emu_end(int sig)
{
	int status = 0;

	if (fix.emu <= 0)
		return 0;
	kill(fix.emu, sig);
	if (!FIX_WAIT(10000, waitpid(fix.emu, &status, WNOHANG) != 0)) {
		fprintf(stderr, "the emulator did not end\n");
		kill(fix.emu, SIGKILL);
		waitpid(fix.emu, &status, 0);
	}
	fix.emu = 0;
	return status;
}

void fix_emu_kill(int sig)
{
	emuctl_close(&fix.ctl);
	emu_end(sig);
}

const char *fix_ctl(const char *fmt, ...)
{
	char line[256];
	va_list ap;
	int err = 0;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	if (fix.ctl.fd < 0)
		err = emuctl_open(&fix.ctl, fix.bdf[0]);
	if (err == 0)
		err = emuctl_ask(&fix.ctl, line, fix.reply, sizeof(fix.reply));
	if (err < 0)
		fail_msg("control socket: \"%s\": %s", line, strerror(-err));
	if (strncmp(fix.reply, "error", 5) == 0)
		fail_msg("control socket: \"%s\": %s", line, fix.reply);
	return fix.reply;
}

uint64_t fix_stat(unsigned int i, const char *name)
{
	uint64_t value = 0;

	if (emuctl_number(fix_ctl("stats %u", i), name, &value) < 0)
		fail_msg("stats %u has no \"%s\": %s", i, name, fix.reply);
	return value;
}

/* ---- both ends ---- */

int fix_setup_emu(const struct fix_conf *conf)
{
	if (conf != NULL)
		fix.conf = *conf;
	if (fix.conf.ports == 0)
		fix.conf.ports = 2;
	if (fix.conf.mem_mb == 0)
		fix.conf.mem_mb = 128;
	if (make_dir() < 0)
		return -1;
	setenv("XDG_RUNTIME_DIR", fix.dir, 1);
	setenv("RUNTIME_DIRECTORY", fix.dir, 1); /* root's EAL looks here */
	return fix_emu_start();
}

int fix_setup(const struct fix_conf *conf)
{
	char *argv[ARGS_MAX] = {0}, *kept[ARGS_MAX];
	int n = 0;

	if (fix_setup_emu(conf) < 0) {
		fix_teardown();
		return -1;
	}
	push(argv, &n, "test");
	push(argv, &n, "-l0");
	push(argv, &n, "--no-huge");
	push(argv, &n, "-m%u", fix.conf.mem_mb);
	push(argv, &n, "--no-pci");
	push(argv, &n, "--iova-mode=va");
	push(argv, &n, "--log-level=lib.eal:warning");
	push(argv, &n, "--file-prefix=lac%d", (int)getpid());
	if (!fix.conf.telemetry)
		push(argv, &n, "--no-telemetry");
	for (unsigned int i = 0; i < fix.nbdf; i++)
		push(argv, &n, "-a%s,%s", fix.bdf[i],
			fix.conf.devargs != NULL ? fix.conf.devargs : "");
	for (int i = 0; fix.conf.eal_args != NULL && fix.conf.eal_args[i] != NULL; i++)
		push(argv, &n, "%s", fix.conf.eal_args[i]);
	memcpy(kept, argv, sizeof(kept)); /* EAL reorders argv */
	fix.eal = rte_eal_init(n, argv) >= 0;
	for (int i = 0; i < n; i++)
		free(kept[i]);
	if (!fix.eal) {
		fprintf(stderr, "EAL: %s\n", rte_strerror(rte_errno));
		fix_teardown();
		return -1;
	}
	return 0;
}

int fix_teardown(void)
{
	int status;

	if (fix.eal)
		rte_eal_cleanup();
	fix.eal = false;
	emuctl_close(&fix.ctl);
	status = emu_end(SIGTERM);
	if (status != 0)
		fprintf(stderr, "the emulator ended with status 0x%x\n", status);
	if (fix.dir[0] != '\0')
		nftw(fix.dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	fix.dir[0] = '\0';
	return status == 0 ? 0 : -1;
}
