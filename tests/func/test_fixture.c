/* SPDX-License-Identifier: BSD-3-Clause */
/* The fixture itself: what every other functional test takes for granted. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

static int up(void **state)
{
	(void)state;
	return fix_setup(NULL);
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

static void names_two_functions(void **state)
{
	(void)state;
	assert_true(strlen(fix_bdf(0)) > 0);
	assert_true(strcmp(fix_bdf(0), fix_bdf(1)) < 0);
	assert_string_equal(getenv("XDG_RUNTIME_DIR"), fix_dir());
}

static void counts_start_at_zero(void **state)
{
	(void)state;
	for (unsigned int i = 0; i < 2; i++)
		assert_int_equal(fix_stat(i, "wqes"), 0);
}

static void emulator_comes_back(void **state)
{
	(void)state;
	fix_emu_kill(SIGKILL);
	assert_int_equal(fix_emu_start(), 0);
	assert_int_equal(fix_stat(1, "commands"), 0);
}

static void waits_end(void **state)
{
	(void)state;
	assert_true(FIX_WAIT(1, true));
	assert_false(FIX_WAIT(1, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_two_functions),
		cmocka_unit_test(counts_start_at_zero),
		cmocka_unit_test(emulator_comes_back),
		cmocka_unit_test(waits_end),
	};

	return cmocka_run_group_tests_name("fixture", tests, up, down);
}
