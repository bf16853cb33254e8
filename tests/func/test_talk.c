/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The lab's conversation between two programs (tests/lab/talk), both of them on Lacuna: the same script that a kernel's
 * verbs take part in there, without a guest.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "program.h"

static int up(void **state)
{
	(void)state;
	return getenv("LAC_TALK") == NULL ? -1 : fix_setup_emu(NULL);
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

static void start(struct program *p, unsigned int port, const char *how)
{
	program_start(p, getenv("LAC_TALK"),
		"--lcores 0@0 --no-pci --iova-mode=va --log-level=lib.eal:warning "
		"--no-huge -m 128 --no-telemetry --file-prefix k%d%u -a %s -- %s %s/talk %llu",
		(int)getpid(), port, fix_bdf(port), how, fix_dir(),
		(unsigned long long)(fix_seed() + port));
}

static unsigned int count(const char *text, const char *what)
{
	unsigned int n = 0;

	for (; (text = strstr(text, what)) != NULL; text++)
		n++;
	return n;
}

static void expect_end(struct program *p)
{
	int got = program_end(p);

	if (got != 0 || strstr(p->text, "STEP close_all 0") == NULL)
		fail_msg("exit code %d; said:\n%s", got, p->text);
}

static void each_owns_keys_that_the_other_uses(void **state)
{
	static const char *const parts[] = {"inline_writes 0", "pointer_reads 0",
		"nested_invalidated 0", "inline_wrong 0", "inline_malformed 0", "inline_rights 0",
		"pages_atomics 0", "pages_revoked 0"};
	static struct program a, b;

	(void)state;
	start(&a, 0, "listen");
	start(&b, 1, "call");
	expect_end(&b);
	expect_end(&a);
	for (unsigned int i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (count(a.text, parts[i]) != 1 || count(b.text, parts[i]) != 1)
			fail_msg("no \"%s\"; said:\n%s%s", parts[i], a.text, b.text);
	/* each of the two has lists of every form, and all faults are those of the script */
	for (unsigned int i = 0; i < 2; i++) {
		assert_true(fix_stat(i, "umr_inline") > 0 && fix_stat(i, "umr_pointer") > 0 &&
			    fix_stat(i, "umr_nested") > 0);
		assert_true(fix_stat(i, "faults") > 20);
		assert_int_equal(fix_stat(i, "translation_misses"), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_owns_keys_that_the_other_uses),
	};

	return cmocka_run_group_tests_name("talk", tests, up, down);
}
