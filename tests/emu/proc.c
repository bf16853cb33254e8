/* SPDX-License-Identifier: BSD-3-Clause */
/* The emulator as a child process, watched from outside: its control socket and /proc. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

#define ARGS_MAX 16

static struct {
	pid_t pid;
	char dir[64];
	int ctl;
	char reply[16384];
	char args[ARGS_MAX][64];
	unsigned int nargs;
} proc = {.ctl = -1};

static void nap(void)
{
	nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

static int naps_max(void)
{
	const char *slow = getenv("LAC_TEST_SLOW");

	return 10000 * (slow && atoi(slow) > 0 ? atoi(slow) : 1);
}

const char *raw_dir(void)
{
	return proc.dir;
}

int raw_start(const char *const *args, unsigned int nargs)
{
	const char *exe = getenv("LAC_TOYEMU");
	char *argv[ARGS_MAX + 3], line[64] = "";
	int out[2], n = 0;
	ssize_t got;

	if (!exe || nargs > ARGS_MAX) {
		fprintf(stderr, "LAC_TOYEMU must name the emulator\n");
		return -1;
	}
	proc.nargs = nargs;
	for (unsigned int i = 0; i < nargs; i++)
		snprintf(proc.args[i], sizeof(proc.args[i]), "%s", args[i]);
	snprintf(proc.dir, sizeof(proc.dir), "/tmp/lac-emu-XXXXXX");
	if (!mkdtemp(proc.dir) || pipe2(out, O_CLOEXEC))
		return -1;
	argv[n++] = (char *)(uintptr_t)exe;
	argv[n++] = (char *)(uintptr_t) "--dir";
	argv[n++] = proc.dir;
	for (unsigned int i = 0; i < nargs; i++)
		argv[n++] = proc.args[i];
	argv[n] = NULL;
	proc.pid = fork();
	if (proc.pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(out[1], STDOUT_FILENO);
		execv(exe, argv);
		_exit(127);
	}
	close(out[1]);
	got = read(out[0], line, sizeof(line) - 1);
	close(out[0]);
	if (got > 0 && !strncmp(line, "ready seed=", 11))
		return 0;
	fprintf(stderr, "the emulator did not become ready: '%s'\n", line);
	return -1;
}

int raw_stop(void)
{
	int status = 0, n = 0;

	if (proc.ctl >= 0)
		close(proc.ctl);
	proc.ctl = -1;
	if (proc.pid <= 0) /* never started: as a process id, 0 is this whole group */
		return -1;
	kill(proc.pid, SIGTERM);
	while (waitpid(proc.pid, &status, WNOHANG) == 0) {
		if (n++ == naps_max()) {
			fprintf(stderr, "the emulator did not end\n");
			kill(proc.pid, SIGKILL);
		}
		nap();
	}
	if (status)
		fprintf(stderr, "the emulator ended with status 0x%x\n", (unsigned int)status);
	if (rmdir(proc.dir)) {
		fprintf(stderr, "something was left behind in %s\n", proc.dir);
		return -1;
	}
	return status ? -1 : 0;
}

void raw_again(void)
{
	char args[ARGS_MAX][64];
	const char *p[ARGS_MAX];
	unsigned int n = proc.nargs;

	memcpy(args, proc.args, sizeof(args));
	for (unsigned int i = 0; i < n; i++)
		p[i] = args[i];
	assert_int_equal(raw_stop(), 0);
	assert_int_equal(raw_start(p, n), 0);
}

const char *raw_ctl(const char *fmt, ...)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	struct pollfd p;
	char line[256];
	size_t at = 0;
	va_list ap;
	ssize_t n;
	int len;

	if (proc.ctl < 0) {
		snprintf(a.sun_path, sizeof(a.sun_path), "%s/ctl.sock", proc.dir);
		proc.ctl = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
		assert_int_equal(connect(proc.ctl, (struct sockaddr *)&a, sizeof(a)), 0);
	}
	va_start(ap, fmt);
	len = vsnprintf(line, sizeof(line) - 1, fmt, ap);
	va_end(ap);
	line[len++] = '\n';
	assert_int_equal(send(proc.ctl, line, (size_t)len, MSG_NOSIGNAL), len);
	p = (struct pollfd){.fd = proc.ctl, .events = POLLIN};
	do {
		assert_int_equal(poll(&p, 1, naps_max()), 1);
		n = recv(proc.ctl, proc.reply + at, sizeof(proc.reply) - at, 0);
		assert_true(n > 0);
		at += (size_t)n;
	} while (proc.reply[at - 1] != '\n');
	proc.reply[at - 1] = 0;
	return proc.reply;
}

uint64_t raw_stat(unsigned int port, const char *name)
{
	const char *json = raw_ctl("stats %u", port), *at;
	char key[64];

	snprintf(key, sizeof(key), "\"%s\": ", name);
	at = strstr(json, key);
	assert_non_null(at);
	return strtoull(at + strlen(key), NULL, 10);
}

void raw_quiet(unsigned int port)
{
	char want[32];
	const char *at;

	snprintf(want, sizeof(want), "{\"port\": %u,", port);
	for (int n = 0; n < naps_max(); n++) {
		at = strstr(raw_ctl("list"), want);
		assert_non_null(at);
		at = strstr(at, "\"client\": ");
		if (!strncmp(at + 10, "false", 5))
			return;
		nap();
	}
	fail_msg("port %u still has a client", port);
}

unsigned int raw_files(void)
{
	char path[64];
	unsigned int n = 0;
	struct dirent *e;
	DIR *d;

	raw_ctl("list"); /* so that its own connection is always counted */
	snprintf(path, sizeof(path), "/proc/%d/fd", (int)proc.pid);
	d = opendir(path);
	assert_non_null(d);
	while ((e = readdir(d)))
		n += e->d_name[0] != '.';
	closedir(d);
	return n;
}

unsigned int raw_maps(const char *name)
{
	char path[64], line[512];
	unsigned int n = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/maps", (int)proc.pid);
	f = fopen(path, "re");
	assert_non_null(f);
	while (fgets(line, sizeof(line), f))
		n += strstr(line, name) != NULL;
	fclose(f);
	return n;
}
