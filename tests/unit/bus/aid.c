/* SPDX-License-Identifier: BSD-3-Clause */
/* Helpers of the bus's tests. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

#include <rte_eal.h>

#include "aid.h"

static uint32_t slow(void)
{
	const char *s = getenv("LAC_TEST_SLOW");
	int n = s ? atoi(s) : 1;

	return n > 0 ? (uint32_t)n : 1;
}

uint32_t aid_long_ms(void)
{
	return 20000 * slow();
}

uint32_t aid_short_ms(void)
{
	return 30 * slow();
}

uint64_t aid_seed(void)
{
	const char *s = getenv("LAC_TEST_SEED");
	uint64_t seed = 0;

	if (s)
		seed = strtoull(s, NULL, 0);
	else if (getrandom(&seed, sizeof(seed), 0) != sizeof(seed))
		seed = (uint64_t)getpid();
	print_message("LAC_TEST_SEED=%#llx\n", (unsigned long long)seed);
	return seed;
}

uint64_t aid_rand(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

unsigned int aid_open_fds(void)
{
	DIR *d = opendir("/proc/self/fd");
	unsigned int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

int aid_memfd(size_t bytes)
{
	int fd = memfd_create("lacuna-test", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, (off_t)bytes), 0);
	return fd;
}

int aid_eal(const char *const *more)
{
	static char prefix[64];
	char *argv[32] = {(char *)(uintptr_t) "test", (char *)(uintptr_t) "--no-pci",
		(char *)(uintptr_t) "--iova-mode=va", (char *)(uintptr_t) "--no-telemetry",
		(char *)(uintptr_t) "-l0", (char *)(uintptr_t) "--no-shconf", prefix};
	int argc = 7;

	snprintf(prefix, sizeof(prefix), "--file-prefix=lac%d", (int)getpid());
	while (*more)
		argv[argc++] = (char *)(uintptr_t)*more++;
	return rte_eal_init(argc, argv) < 0 ? -1 : 0;
}
