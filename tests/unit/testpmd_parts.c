/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The application's parts that judge others: what looks at gaps and data must notice every single byte, what reads
 * lists and options must refuse what is wrong.
 */
#include <stdio.h>
#include <unistd.h>

#include "unit.h"

#include "emuctl.h"
#include "exchange.h"
#include "parameters.h"
#include "pattern.h"
#include "sgfile.h"
#include "sha256.h"
#include "shape.h"

#define MEM 9000u

/* Three pieces in one region: list order is not address order. */
struct hand_made {
	struct shape s;
	uint8_t mem[MEM];
	struct iovec piece[3], sorted[3], region[1];
};

static struct hand_made *hand_made(void)
{
	struct hand_made *h = calloc(1, sizeof(*h));

	assert_non_null(h);
	h->piece[0] = (struct iovec){h->mem + 5000, 3500};
	h->piece[1] = (struct iovec){h->mem + 1, 1};
	h->piece[2] = (struct iovec){h->mem + 100, 4200};
	h->sorted[0] = h->piece[1];
	h->sorted[1] = h->piece[2];
	h->sorted[2] = h->piece[0];
	h->region[0] = (struct iovec){h->mem, MEM};
	h->s = (struct shape){
		.n = 3,
		.bytes = 7701,
		.piece = h->piece,
		.sorted = h->sorted,
		.region = h->region,
		.nregion = 1,
		.salt = 1,
	};
	pattern_fill(h->mem, MEM, h->s.salt);
	return h;
}

static int in_piece(const struct hand_made *h, uint32_t i)
{
	for (int k = 0; k < 3; k++)
		if (h->mem + i >= (uint8_t *)h->piece[k].iov_base &&
			h->mem + i < (uint8_t *)h->piece[k].iov_base + h->piece[k].iov_len)
			return 1;
	return 0;
}

static void every_gap_byte_is_seen(void **state)
{
	struct hand_made *h = hand_made();
	const uint8_t *at;

	(void)state;
	for (uint32_t i = 0; i < MEM; i++) {
		h->mem[i] ^= 0x10;
		assert_int_equal(shape_gaps_whole(&h->s, &at), in_piece(h, i));
		if (!in_piece(h, i))
			assert_ptr_equal(at, h->mem + i);
		h->mem[i] ^= 0x10;
	}
	assert_true(shape_gaps_whole(&h->s, &at));
	free(h);
}

static void every_data_byte_is_in_the_digest(void **state)
{
	struct hand_made *h = hand_made();
	uint8_t data[7701];
	struct iovec whole = {data, sizeof(data)};
	struct sha256 want, got;

	(void)state;
	for (uint32_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)(i * 7 + i / 256);
	shape_scatter(&h->s, data);
	sha256_pieces(&whole, 1, &want);
	sha256_pieces(h->piece, 3, &got);
	assert_memory_equal(&want, &got, sizeof(want));
	for (uint32_t i = 0; i < MEM; i += 97) {
		h->mem[i] ^= 1;
		sha256_pieces(h->piece, 3, &got);
		assert_int_equal(memcmp(&want, &got, sizeof(want)) != 0, in_piece(h, i));
		h->mem[i] ^= 1;
	}
	free(h);
}

/* FIPS 180-4's own example: the library is used as it is meant to be */
static void digest_of_abc(void **state)
{
	static const uint8_t want[4] = {0xba, 0x78, 0x16, 0xbf};
	struct iovec v[2] = {{(void *)(uintptr_t) "a", 1}, {(void *)(uintptr_t) "bc", 2}};
	struct sha256 got;

	(void)state;
	sha256_pieces(v, 2, &got);
	assert_memory_equal(got.b, want, sizeof(want));
}

static void pattern_depends_on_the_place(void **state)
{
	uint8_t a[1024], b[1024];

	(void)state;
	pattern_fill(a, sizeof(a), 1);
	memcpy(b, a, sizeof(a));
	assert_null(pattern_differs(a, sizeof(a), 1));
	assert_non_null(pattern_differs(a, sizeof(a), 2));
	for (unsigned int by = 1; by < 512; by *= 2)
		assert_non_null(pattern_differs(a + by, 16, 1 + by)); /* as if moved */
}

static int list_of(const char *text, struct sg_list *list)
{
	char path[] = "/tmp/lac-sg-XXXXXX", why[512] = "";
	int fd = mkstemp(path), err;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	err = sg_list_read(path, list, why, sizeof(why));
	unlink(path);
	if (err < 0)
		assert_non_null(strstr(why, "lac-sg-"));
	return err;
}

static void lists_are_read(void **state)
{
	struct sg_list l;

	(void)state;
	assert_int_equal(list_of("# mine\n0x10 3\n\n 0\t16 # first\n100 1", &l), 0);
	assert_int_equal(l.n, 3);
	assert_int_equal(l.v[0].off, 16);
	assert_int_equal(l.v[1].len, 16);
	assert_int_equal(l.bytes, 20);
	assert_int_equal(l.end, 101);
	sg_list_free(&l);
}

static void wrong_lists_are_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"# nothing\n",
		"1\n",
		"1 2 3\n",
		"1 0\n",
		"-1 2\n",
		"1 -2\n",
		"x 2\n",
		"1 2x\n",
		"0 8\n7 2\n",
		"18446744073709551615 2\n",
		"99999999999999999999 1\n",
	};
	struct sg_list l;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (list_of(wrong[i], &l) == 0)
			fail_msg("taken: \"%s\"", wrong[i]);
	assert_int_not_equal(sg_list_read("/nonexistent/list", &l, (char[64]){0}, 64), 0);
}

struct args {
	char text[256], *argv[16];
	int argc;
};

/* a command line as a shell would split it */
static struct args *split(struct args *a, const char *text)
{
	char *rest = a->text;

	snprintf(a->text, sizeof(a->text), "%s", text);
	for (a->argc = 0; (a->argv[a->argc] = strsep(&rest, " ")) != NULL; a->argc++)
		assert_true(a->argc < 15);
	return a;
}

static int has(char **argv, int argc, const char *what)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], what) == 0)
			return 1;
	return 0;
}

static void eal_is_told_what_the_user_did_not_settle(void **state)
{
	struct args a;
	char **out;
	int n;

	(void)state;
	split(&a, "t -l0 -- -i");
	out = parameters_eal(a.argc, a.argv, &n);
	assert_int_equal(n, 8);
	assert_true(has(out, n, "--no-pci") && has(out, n, "--iova-mode=va"));
	assert_string_equal(out[n - 2], "--");
	assert_string_equal(out[n - 1], "-i");
	free(out);
	split(&a, "t --iova-mode=pa --log-level 8 --no-pci");
	free(parameters_eal(a.argc, a.argv, &n));
	assert_int_equal(n, 5);
	split(&a, "t -- --pci");
	out = parameters_eal(a.argc, a.argv, &n);
	assert_false(has(out, n, "--no-pci"));
	assert_true(has(out, n, "--iova-mode=va"));
	free(out);
}

static void wrong_options_are_refused(void **state)
{
	static const char *const wrong[] = {
		"-- --seed=x",
		"-- --seed=-1",
		"-- --entries=0",
		"-- --entries=1,,2",
		"-- --sources=iov",
		"-- --size=0",
		"-- --corrupt=all",
		"-- --stats-period=0",
		"-- --nonsense",
		"-- stray",
		"-- --peer=a --listen=b",
	};
	struct parameters p;
	struct args a;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		split(&a, wrong[i]);
		if (parameters_parse(&p, a.argc, a.argv) == 0)
			fail_msg("taken: %s", wrong[i]);
	}
	split(&a, "-- --entries=1,52,65533 --sources=mbuf,offsets -i");
	assert_int_equal(parameters_parse(&p, a.argc, a.argv), 0);
	assert_int_equal(p.ncount, 3);
	assert_int_equal(p.count[2], 65533);
	assert_true(p.interactive && p.source[SOURCE_MBUF] && !p.source[SOURCE_IOVEC]);
}

static void numbers_come_out_of_json(void **state)
{
	const char *json =
		"{\"port\": 0, \"umr_inline\": 17, \"umr\":2,\"cqes\": 18446744073709551615}";
	uint64_t v;

	(void)state;
	assert_int_equal(emuctl_number(json, "umr_inline", &v), 0);
	assert_int_equal(v, 17);
	assert_int_equal(emuctl_number(json, "umr", &v), 0);
	assert_int_equal(v, 2);
	assert_int_equal(emuctl_number(json, "cqes", &v), 0);
	assert_true(v == UINT64_MAX);
	assert_int_not_equal(emuctl_number(json, "inline", &v), 0);
}

/* as ibv_rc_pingpong has them */
static void addresses_as_text(void **state)
{
	struct lac_qp_addr_fields f = {.lid = 0xbeef, .qpn = 0x00abcd, .psn = 0xfedcba};
	const char *const text = "beef:00abcd:fedcba:fe80000000000000000200c903000001";
	char out[EXCHANGE_BYTES], bad[EXCHANGE_BYTES];
	static const uint8_t gid[16] = {
		0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0xc9, 0x03, 0, 0, 0x01};

	(void)state;
	memcpy(f.gid, gid, sizeof(gid));
	exchange_format(out, &f);
	assert_string_equal(out, text);
	memset(&f, 0, sizeof(f));
	assert_int_equal(exchange_parse(text, &f), 0);
	assert_true(f.lid == 0xbeef && f.qpn == 0xabcd && f.psn == 0xfedcba);
	assert_memory_equal(f.gid, gid, 16);
	for (unsigned int i = 0; i < EXCHANGE_BYTES; i++) {
		memcpy(bad, text, EXCHANGE_BYTES);
		bad[i] = bad[i] == 'g' ? 'h' : 'g';
		assert_int_equal(exchange_parse(bad, &f), -EINVAL);
		bad[i] = bad[i] == '\0' ? 'g' : '\0';
		if (i < EXCHANGE_BYTES - 1)
			assert_int_equal(exchange_parse(bad, &f), -EINVAL);
	}
}

static void places_of_peers(void **state)
{
	static const char *const good[][3] = {
		{"", "", "18515"},
		{"host", "host", "18515"},
		{"host:1", "host", "1"},
		{":65535", "", "65535"},
		{"[fe80::1]", "fe80::1", "18515"},
		{"[::1]:18516", "::1", "18516"},
	};
	static const char *const bad[] = {
		"::1", "[::1", "[::1]1", "host:", "host:1x", "host:123456", "0123456789:1"};
	char host[10], port[6];

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_int_equal(exchange_split(good[i][0], host, sizeof(host), port), 0);
		assert_string_equal(host, good[i][1]);
		assert_string_equal(port, good[i][2]);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(exchange_split(bad[i], host, sizeof(host), port), -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_gap_byte_is_seen),
		cmocka_unit_test(every_data_byte_is_in_the_digest),
		cmocka_unit_test(digest_of_abc),
		cmocka_unit_test(pattern_depends_on_the_place),
		cmocka_unit_test(lists_are_read),
		cmocka_unit_test(wrong_lists_are_refused),
		cmocka_unit_test(eal_is_told_what_the_user_did_not_settle),
		cmocka_unit_test(wrong_options_are_refused),
		cmocka_unit_test(numbers_come_out_of_json),
		cmocka_unit_test(addresses_as_text),
		cmocka_unit_test(places_of_peers),
	};

	return cmocka_run_group_tests_name("testpmd_parts", tests, NULL, NULL);
}
