/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * As much of cmocka as the tests of posting and polling use, for an architecture that it is not installed for. The first
 * failure ends the program.
 */
#ifndef ARM64_CMOCKA_H
#define ARM64_CMOCKA_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct CMUnitTest {
	const char *name;
	void (*run)(void **state);
};

static inline void arm64_failed(const char *file, int line, const char *what)
{
	printf("%s:%d: %s\n", file, line, what);
	exit(1);
}

static inline void arm64_equal(uint64_t a, uint64_t b, const char *file, int line, const char *what)
{
	if (a == b)
		return;
	printf("%#llx != %#llx\n", (unsigned long long)a, (unsigned long long)b);
	arm64_failed(file, line, what);
}

static inline int arm64_group(const char *group, const struct CMUnitTest *test, size_t n)
{
	void *state = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		printf("%s: %s\n", group, test[i].name);
		test[i].run(&state);
	}
	printf("%s: %zu passed\n", group, n);
	return 0;
}

#define print_message printf
#define cmocka_unit_test(f) \
	{                   \
#f, f       \
	}
#define cmocka_run_group_tests_name(group, tests, setup, teardown) \
	arm64_group(group, tests, sizeof(tests) / sizeof((tests)[0]))
#define fail()             arm64_failed(__FILE__, __LINE__, "fail()")
#define assert_true(c)     ((c) ? (void)0 : arm64_failed(__FILE__, __LINE__, #c))
#define assert_non_null(p) assert_true((p) != NULL)
#define assert_int_equal(a, b) \
	arm64_equal((uint64_t)(a), (uint64_t)(b), __FILE__, __LINE__, #a " == " #b)
#define assert_memory_equal(a, b, n) \
	(memcmp(a, b, n) == 0 ? (void)0 : arm64_failed(__FILE__, __LINE__, #a " == " #b))
#define assert_string_equal(a, b) \
	(strcmp(a, b) == 0 ? (void)0 : arm64_failed(__FILE__, __LINE__, #a " == " #b))

#endif
