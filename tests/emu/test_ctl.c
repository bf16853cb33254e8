/* SPDX-License-Identifier: BSD-3-Clause */
/* The control socket, and a function that goes and comes back by its order. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "raw.h"

static struct raw_msg m;

static int talk(void)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(a.sun_path, sizeof(a.sun_path), "%s/ctl.sock", raw_dir());
	assert_int_equal(connect(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	return fd;
}

/* An answer longer than any socket holds, to one who reads slowly, asks again and may vanish. */
static void long_answers(void **state)
{
	static const char ask[] = "many 5000000\nsay end\n";
	static char got[5000005];
	static char line[2000];
	size_t n = 0;
	ssize_t r;
	int fd = talk();

	(void)state;
	assert_int_equal(send(fd, ask, sizeof(ask) - 1, 0), sizeof(ask) - 1);
	assert_string_equal(raw_ctl("say me"), "me"); /* others are heard meanwhile */
	while (n < sizeof(got) && (r = recv(fd, got + n, sizeof(got) - n, 0)) > 0)
		n += (size_t)r;
	assert_int_equal(n, sizeof(got));
	assert_memory_equal(got + 5000000, "\nend\n", 5);
	close(fd);
	fd = talk();
	assert_int_equal(send(fd, ask, sizeof(ask) - 1, 0), sizeof(ask) - 1);
	close(fd);
	/* a line that does not end */
	fd = talk();
	memset(line, 'x', sizeof(line));
	send(fd, line, sizeof(line), MSG_NOSIGNAL);
	while ((r = recv(fd, got, sizeof(got), 0)) > 0)
		;
	close(fd);
	assert_string_equal(raw_ctl("say me"), "me");
}

static void unplug(void **state)
{
	int fd = raw_open(1), ev = eventfd(0, EFD_CLOEXEC);
	char path[128];

	(void)state;
	assert_int_equal(
		RAW_CALL_FDS(fd, RAW_SET_IRQS, NULL, &ev, 1, "44444", 20, 0x24, 3, 0, 1), 0);
	snprintf(path, sizeof(path), "%s/devices/0000:03:00.1/vendor", raw_dir());
	assert_int_equal(access(path, F_OK), 0);
	assert_string_equal(raw_ctl("unplug 1"), "ok");
	assert_int_equal(raw_recv(fd, &m), -1);
	assert_int_equal(raw_event(ev), 1); /* the error interrupt */
	assert_int_equal(access(path, F_OK), -1);
	assert_true(!strncmp(raw_ctl("unplug 1"), "error: ", 7));
	close(fd);
	assert_string_equal(raw_ctl("plug 1"), "ok");
	assert_int_equal(access(path, F_OK), 0);
	assert_true(!strncmp(raw_ctl("plug 1"), "error: ", 7));
	fd = raw_open(1);
	assert_int_equal(raw_cfg(fd, 0, 4), 0x101815b3);
	raw_close(fd, 1);
	close(ev);
}

static void control_socket(void **state)
{
	(void)state;
	assert_string_equal(raw_ctl("say a b"), "a b"); /* one line whatever was printed */
	assert_string_equal(raw_ctl("say"), "ok");
	assert_string_equal(raw_ctl("seed"), "{\"seed\": 77, \"step\": 0}");
	assert_string_equal(raw_ctl("stats"), "error: stats: name a port, 0 to 1");
	assert_string_equal(raw_ctl("stats 2"), "error: stats: name a port, 0 to 1");
	assert_string_equal(raw_ctl("stats -1"), "error: stats: name a port, 0 to 1");
	assert_string_equal(raw_ctl("stats 0x"), "error: stats: name a port, 0 to 1");
	assert_string_equal(raw_ctl("nonsense"), "error: no command 'nonsense'; try help");
	assert_string_equal(
		raw_ctl("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"), "error: too many words");
	assert_non_null(strstr(raw_ctl("help"), "\"unplug N: "));
	assert_string_equal(raw_ctl(" "), raw_ctl("help"));
	for (int i = 0; i < 40; i++)
		assert_string_equal(raw_ctl("doubt 1 %d\"\\", i), "ok");
	assert_true(!strncmp(raw_ctl("lint 1"), "[\"8\\\"\\\\\", \"9\\\"\\\\\", ", 18));
	assert_int_equal(raw_stat(1, "lint"), 40);
	assert_int_equal(raw_stat(0, "lint"), 0);
}

static int setup(void **state)
{
	static const char *const args[] = {"--ports=2", "--seed=0x4d"};

	(void)state;
	return raw_start(args, 2);
}

static int teardown(void **state)
{
	(void)state;
	return raw_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(control_socket),
		cmocka_unit_test(long_answers),
		cmocka_unit_test(unplug),
	};

	return cmocka_run_group_tests_name("ctl", tests, setup, teardown);
}
