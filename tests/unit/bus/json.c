/* SPDX-License-Identifier: BSD-3-Clause */
/* The reader of JSON numbers: what it finds, and what it refuses. */
#include <errno.h>
#include <stdio.h>

#include "aid.h"
#include "bus/json.h"

static const struct {
	const char *text;
	int found;
	uint64_t value;
} cases[] = {
	{"{}", 0, 0},
	{"{\"o\":{}}", 0, 0},
	{"{\"o\":{\"k\":7}}", 1, 7},
	{" { \"o\" :\t{ \"a\" : [ 1 , {\"k\":3} ] , \"k\" :\n18446744073709551615 } } ", 1,
		UINT64_MAX},
	{"{\"o\":{\"k\":0,\"z\":true,\"y\":null,\"x\":-1.5e3,\"w\":\"\\\"}\"}}", 1, 0},
	{"{\"k\":1,\"o\":{\"x\":{\"k\":2}}}", 0, 0}, /* other objects' members are not it */
	{"{\"p\":{\"k\":2},\"o\":{\"k\":3}}", 1, 3},
	{"{\"o\":{\"k\":3},\"p\":{\"k\":2}}", 1, 3},
	{"{\"oo\":{\"k\":3}}", 0, 0},
	{"{\"o\":[{\"k\":3}]}", 0, 0},
	{"", -EPROTO, 0},
	{"[]", -EPROTO, 0},
	{"7", -EPROTO, 0},
	{"{\"o\":{\"k\":7}", -EPROTO, 0},
	{"{\"o\":{\"k\":7}}}", -EPROTO, 0},
	{"{\"o\":{\"k\":7}} x", -EPROTO, 0},
	{"{\"o\":{\"k\":}}", -EPROTO, 0},
	{"{\"o\":{\"k\":1.5}}", -EPROTO, 0},
	{"{\"o\":{\"k\":1e3}}", -EPROTO, 0},
	{"{\"o\":{\"k\":-1}}", -EPROTO, 0},
	{"{\"o\":{\"k\":\"1\"}}", -EPROTO, 0},
	{"{\"o\":{\"k\":18446744073709551616}}", -EPROTO, 0},
	{"{\"o\":{\"k\" 1}}", -EPROTO, 0},
	{"{\"o\":{k:1}}", -EPROTO, 0},
	{"{\"o\":{\"k\":1,}}", -EPROTO, 0},
	{"{\"o\":{\"k\":1,\"a\":tru}}", -EPROTO, 0},
	{"{\"o\":{\"k\":1,\"a\":\"\\", -EPROTO, 0},
	{"{\"o\":{\"k\":1,\"a\":\"\n\"}}", -EPROTO, 0},
};

static void numbers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint64_t v = 99;
		int r = lac_json_number(cases[i].text, strlen(cases[i].text), "o", "k", &v);

		if (r != cases[i].found || (r > 0 && v != cases[i].value) || (r <= 0 && v != 99))
			fail_msg("%s: %d, %llu", cases[i].text, r, (unsigned long long)v);
	}
}

static void depth_is_bounded(void **state)
{
	char text[4096];
	uint64_t v;

	(void)state;
	memset(text, '[', sizeof(text));
	memcpy(text, "{\"o\":", 5);
	assert_int_equal(lac_json_number(text, sizeof(text), "o", "k", &v), -EPROTO);
}

/* Every prefix of a good text is refused or read, and never read past its end. */
static void prefixes(void **state)
{
	static const char text[] = "{\"a\":[1,\"\\u0041\"],\"o\":{\"k\":1234,\"x\":{\"y\":false}}}";

	(void)state;
	for (size_t n = 0; n < sizeof(text) - 1; n++) {
		char *copy = malloc(n + 1);
		uint64_t v;

		memcpy(copy + 1, text, n);
		assert_int_equal(lac_json_number(copy + 1, n, "o", "k", &v), -EPROTO);
		free(copy);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(depth_is_bounded),
		cmocka_unit_test(prefixes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
