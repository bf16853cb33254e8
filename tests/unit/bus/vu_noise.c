/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The vfio-user bus against noise: at some step of opening and use, an answer is changed in some bytes,
 * cut or prolonged. Whatever comes of it, calls return, nothing leaks, and memory that was not mapped
 * keeps its bytes. The seed is printed; LAC_TEST_ROUNDS lengthens the run.
 */
#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vu.h"

#define PAGE 4096u

/* A byte more than a memory map: what lies around the mapped page must stay as it is. */
static uint8_t *arena;
static int arena_fd;

static void use(struct vu_test *t, int fd)
{
	const struct lac_bus_ops *ops = t->bus->ops;
	int fds[3] = {fd, -1, fd};
	uint8_t b[64] = {0};

	ops->dma_map(t->bus, arena + PAGE, PAGE, fd, PAGE, &t->why);
	ops->bar_read(t->bus, 8, b, 4);
	ops->bar_write(t->bus, 8, b, 8);
	ops->cfg_read(t->bus, 0, b, 64);
	ops->irqs_set(t->bus, 0, 3, fds);
	ops->service(t->bus);
	ops->reset(t->bus);
	ops->dma_unmap(t->bus, arena + PAGE, PAGE);
}

static void one_round(uint64_t seed)
{
	static const uint16_t cmds[] = {1, 2, 3, 4, 5, 7, 8, 9, 10, 13};
	uint64_t rng = seed;
	struct vu_test t;

	vu_prepare(&t);
	t.f.rng = aid_rand(&rng);
	fake_arm(&t.f, cmds[aid_rand(&rng) % COUNT(cmds)], FAKE_NOISE);
	if (vu_open(&t, aid_short_ms()) == 0)
		use(&t, arena_fd);
	else
		assert_true(t.why.err < 0 && t.why.arg[0]);
	vu_end(&t);
}

static void noise(void **state)
{
	const char *more = getenv("LAC_TEST_ROUNDS");
	unsigned int rounds = more ? (unsigned int)atoi(more) : 200;
	uint64_t seed = aid_seed();

	(void)state;
	arena_fd = aid_memfd(3 * PAGE);
	arena = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, arena_fd, 0);
	memset(arena, 0x3c, 3 * PAGE);
	for (unsigned int i = 0; i < rounds; i++)
		one_round(seed + i);
	for (unsigned int i = 0; i < PAGE; i++) {
		assert_int_equal(arena[i], 0x3c);
		assert_int_equal(arena[2 * PAGE + i], 0x3c);
	}
	munmap(arena, 3 * PAGE);
	close(arena_fd);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {cmocka_unit_test(noise)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
