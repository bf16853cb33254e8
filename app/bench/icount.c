/* SPDX-License-Identifier: BSD-3-Clause */
#include "icount.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void child(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) < 0)
		_exit(2);
	raise(SIGSTOP);
	fn(arg, ops);
	_exit(0);
}

int64_t icount_steps(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops)
{
	const pid_t pid = fork();
	int64_t steps = 0;
	int status;

	if (pid < 0)
		return -errno;
	if (pid == 0)
		child(fn, arg, ops);
	if (waitpid(pid, &status, 0) < 0)
		return -errno;
	if (!WIFSTOPPED(status))
		return -EPERM;
	for (;;) {
		if (ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL) < 0 || waitpid(pid, &status, 0) < 0)
			break;
		if (WIFEXITED(status))
			return WEXITSTATUS(status) == 0 ? steps : -EIO;
		if (!WIFSTOPPED(status) || WSTOPSIG(status) != SIGTRAP)
			break;
		steps++;
	}
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	return -EIO;
}
