/* SPDX-License-Identifier: BSD-3-Clause */
/* The program itself: its options, its exit status, and the folder that it makes, shares with nobody and leaves. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static char base[64], dir[96];

/* Starts it with up to three arguments; stdout and stderr come through *out. */
static pid_t start(int *out, const char *a, const char *b, const char *c)
{
	const char *exe = getenv("LAC_TOYEMU");
	int pipes[2];
	pid_t pid;

	assert_non_null(exe);
	assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
	pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(pipes[1], STDOUT_FILENO);
		dup2(pipes[1], STDERR_FILENO);
		execl(exe, exe, a, b, c, NULL);
		_exit(127);
	}
	close(pipes[1]);
	*out = pipes[0];
	return pid;
}

static int ended(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Runs it to its end: the exit status; what it said is in @said. */
static char said[4096];
static int run(const char *a, const char *b, const char *c)
{
	size_t n = 0;
	ssize_t got;
	int out;
	pid_t pid = start(&out, a, b, c);

	while ((got = read(out, said + n, sizeof(said) - 1 - n)) > 0)
		n += (size_t)got;
	said[n] = 0;
	close(out);
	return ended(pid);
}

static pid_t running(const char *b, const char *c)
{
	char option[128];
	ssize_t n;
	pid_t pid;
	int out;

	snprintf(option, sizeof(option), "--dir=%s", dir);
	pid = start(&out, option, b, c);
	n = read(out, said, sizeof(said) - 1);
	close(out);
	assert_true(n > 0);
	said[n] = 0;
	assert_int_equal(strncmp(said, "ready seed=", 11), 0);
	return pid;
}

static bool exists(const char *name)
{
	char path[256];
	struct stat st;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return lstat(path, &st) == 0;
}

static void options(void **state)
{
	static const char *const bad[][2] = {
		{"--bogus", NULL},
		{"--ports=0", NULL},
		{"--ports=17", NULL},
		{"--ports=2x", NULL},
		{"--seed=", NULL},
		{"--seed=-1", NULL},
		{"--seed=18446744073709551616", NULL},
		{"more", NULL},
		{NULL, NULL},
	};
	char option[128], long_dir[192];

	(void)state;
	assert_int_equal(run("--help", NULL, NULL), 0);
	assert_non_null(strstr(said, "--trap-all"));
	snprintf(option, sizeof(option), "--dir=%s", dir);
	for (unsigned int i = 0; bad[i][0]; i++) {
		assert_int_equal(run(option, bad[i][0], bad[i][1]), 2);
		assert_true(strlen(said) > 0);
	}
	assert_int_equal(run("--ports=1", NULL, NULL), 2);
	assert_int_equal(run("--dir=/proc/nonexistent/a", NULL, NULL), 1);
	assert_int_equal(run(option, "--lint=/proc/nonexistent", NULL), 1);
	snprintf(long_dir, sizeof(long_dir), "--dir=%s/%080d", base, 0);
	assert_int_equal(run(long_dir, NULL, NULL), 1);
	assert_non_null(strstr(said, "too long"));
	/* none of these left anything */
	assert_int_equal(rmdir(base), 0);
	assert_int_equal(mkdir(base, 0700), 0);
}

static void ends_clean(void **state)
{
	static const int signals[] = {SIGTERM, SIGINT};
	char link[64] = "";
	pid_t pid;

	(void)state;
	for (unsigned int i = 0; i < 2; i++) {
		pid = running("--ports=9", "--seed=0x10");
		assert_string_equal(said, "ready seed=16\n");
		assert_true(exists("port8.sock") && exists("ctl.sock"));
		assert_true(exists("devices/0000:03:00.7/resource"));
		assert_true(exists("devices/0000:03:01.0/vfio_user_socket"));
		assert_false(exists("devices/0000:03:01.1"));
		snprintf(said, sizeof(said), "%s/devices/0000:03:01.0/driver", dir);
		assert_true(readlink(said, link, sizeof(link) - 1) > 0);
		assert_string_equal(strrchr(link, '/'), "/vfio-pci");
		kill(pid, signals[i]);
		assert_int_equal(ended(pid), 0);
		assert_false(exists("."));
	}
}

static void shares_with_nobody(void **state)
{
	char option[128];
	pid_t pid = running(NULL, NULL);

	(void)state;
	snprintf(option, sizeof(option), "--dir=%s", dir);
	assert_int_equal(run(option, NULL, NULL), 1);
	assert_non_null(strstr(said, "in use"));
	assert_true(exists("port0.sock") && exists("devices/0000:03:00.0/vendor"));
	/* a killed one leaves everything; the next one takes it over */
	kill(pid, SIGKILL);
	assert_int_equal(ended(pid), 128 + SIGKILL);
	assert_true(exists("port1.sock"));
	pid = running("--ports=1", NULL);
	assert_false(exists("port1.sock"));
	assert_false(exists("devices/0000:03:00.1"));
	kill(pid, SIGTERM);
	assert_int_equal(ended(pid), 0);
	/* it did not make the folder this time, so it stays, empty */
	assert_int_equal(rmdir(dir), 0);
}

static void leaves_what_is_not_its_own(void **state)
{
	char path[128];
	pid_t pid;
	FILE *f;

	(void)state;
	assert_int_equal(mkdir(dir, 0700), 0);
	snprintf(path, sizeof(path), "%s/notes", dir);
	f = fopen(path, "we");
	assert_non_null(f);
	fclose(f);
	pid = running(NULL, NULL);
	kill(pid, SIGTERM);
	assert_int_equal(ended(pid), 0);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(dir), 0);
}

static int setup(void **state)
{
	(void)state;
	snprintf(base, sizeof(base), "/tmp/lac-run-XXXXXX");
	if (!mkdtemp(base))
		return -1;
	snprintf(dir, sizeof(dir), "%s/emu", base);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(base);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options),
		cmocka_unit_test(ends_clean),
		cmocka_unit_test(shares_with_nobody),
		cmocka_unit_test(leaves_what_is_not_its_own),
	};

	return cmocka_run_group_tests_name("run", tests, setup, teardown);
}
