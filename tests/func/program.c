/* SPDX-License-Identifier: BSD-3-Clause */
/* Programs under test. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "program.h"

#define WORDS 48

void program_start(struct program *p, const char *path, const char *fmt, ...)
{
	static unsigned int number;
	char line[2048], *rest = line, *argv[WORDS + 2];
	int n = 0, out, in[2];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	argv[n++] = (char *)(uintptr_t)path;
	while (n <= WORDS && (argv[n] = strsep(&rest, " ")) != NULL)
		n += argv[n][0] != '\0';
	argv[n] = NULL;
	snprintf(p->out, sizeof(p->out), "%s/program%u.out", fix_dir(), number++);
	out = open(p->out, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	assert_true(out >= 0);
	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	p->text[0] = '\0';
	p->pid = fork();
	assert_true(p->pid >= 0);
	if (p->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(in[0], STDIN_FILENO);
		dup2(out, STDOUT_FILENO);
		dup2(out, STDERR_FILENO);
		execv(path, argv);
		_exit(127);
	}
	close(in[0]);
	close(out);
	p->in = in[1];
}

void program_type(struct program *p, const char *line)
{
	assert_int_equal(write(p->in, line, strlen(line)), strlen(line));
}

bool program_said(struct program *p, const char *what)
{
	FILE *f = fopen(p->out, "re");

	assert_non_null(f);
	p->text[fread(p->text, 1, sizeof(p->text) - 1, f)] = '\0';
	fclose(f);
	return strstr(p->text, what) != NULL;
}

static bool ended(struct program *p)
{
	siginfo_t info = {0};

	return waitid(P_PID, p->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
}

void program_says(struct program *p, const char *what)
{
	if (!FIX_WAIT(30000, program_said(p, what) || ended(p)) || !program_said(p, what)) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, NULL, 0);
		fail_msg("no \"%s\" in:\n%s", what, p->text);
	}
}

int program_end(struct program *p)
{
	int status = 0;

	if (p->in >= 0)
		close(p->in);
	p->in = -1;
	if (!FIX_WAIT(60000, ended(p))) {
		program_said(p, "");
		kill(p->pid, SIGKILL);
		waitpid(p->pid, &status, 0);
		fail_msg("did not end; said:\n%s", p->text);
	}
	waitpid(p->pid, &status, 0);
	program_said(p, "");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
