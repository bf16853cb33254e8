/* SPDX-License-Identifier: BSD-3-Clause */
#include "icount.h"

#include <errno.h>

#if defined(__x86_64__)

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int64_t *steps;

static void on_trap(int sig)
{
	(void)sig;
	(*steps)++;
}

/* Stepping off the stack pointer: below it compiled code may keep what it needs (the red zone). */
#define FLAGS(change)                                                  \
	__asm__ volatile("lea -128(%%rsp), %%rsp\n\tpushfq\n\t" change \
			 "\n\tpopfq\n\tlea 128(%%rsp), %%rsp" ::       \
				 : "memory", "cc")

static _Noreturn void child(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops)
{
	struct sigaction sa = {.sa_handler = on_trap};

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (sigaction(SIGTRAP, &sa, NULL) < 0)
		_exit(1);
	FLAGS("orq $0x100, (%%rsp)");
	fn(arg, ops);
	FLAGS("andq $~0x100, (%%rsp)");
	_exit(0);
}

int64_t icount_steps(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops)
{
	int64_t count;
	int status;
	pid_t pid;

	steps = mmap(
		NULL, sizeof(*steps), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (steps == MAP_FAILED)
		return -errno;
	pid = fork();
	if (pid == 0)
		child(fn, arg, ops);
	count = pid < 0 ? -errno : 0;
	if (pid > 0 && (waitpid(pid, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status)))
		count = -EIO;
	if (count == 0)
		count = *steps;
	munmap((void *)(uintptr_t)steps, sizeof(*steps));
	return count;
}

#else

int64_t icount_steps(void (*fn)(void *arg, uint32_t ops), void *arg, uint32_t ops)
{
	(void)fn;
	(void)arg;
	(void)ops;
	return -ENOTSUP;
}

#endif
