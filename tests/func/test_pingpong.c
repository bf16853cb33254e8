/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Mode pingpong of the sample application: against another one, and against a TCP peer that the test plays, which
 * has the bytes that ibv_rc_pingpong would have, or others.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fixture.h"
#include "program.h"

#define ADDRESS_BYTES 52 /* of the exchange, with the NUL */

static struct program server, client;

static int up(void **state)
{
	(void)state;
	return getenv("LAC_TESTPMD") == NULL ? -1 : fix_setup_emu(NULL);
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

static void start(struct program *p, unsigned int port, const char *own)
{
	program_start(p, getenv("LAC_TESTPMD"),
		"-l 0 --no-huge -m 64 --no-telemetry --file-prefix p%d%u -a %s -- "
		"--forward-mode=pingpong %s",
		(int)getpid(), port, fix_bdf(port), own);
}

/* A server on loopback; the port that it was given */
static unsigned int serve(const char *own)
{
	char line[128];
	unsigned int port;
	const char *at;

	snprintf(line, sizeof(line), "--listen=127.0.0.1:0 %s", own);
	start(&server, 0, line);
	program_says(&server, "waiting for a peer at 127.0.0.1 port ");
	assert_true(FIX_WAIT(1000, program_said(&server, "port ") &&
					   strchr(strstr(server.text, " port "), '\n') != NULL));
	at = strstr(server.text, " port ");
	assert_int_equal(sscanf(at, " port %u", &port), 1);
	return port;
}

static void call(unsigned int port, const char *own)
{
	char line[128];

	snprintf(line, sizeof(line), "--peer=127.0.0.1:%u %s", port, own);
	start(&client, 1, line);
}

static void expect_end(struct program *p, int code, const char *text)
{
	int got = program_end(p);

	if (got != code || strstr(p->text, text) == NULL)
		fail_msg("exit code %d, not %d, or no \"%s\"; said:\n%s", got, code, text, p->text);
}

static void two_programs(void **state)
{
	static const char *const own[] = {
		"--iterations=100 --size=5000", "--iterations=3 --size=1", "--size=64"};
	static const char *const done[] = {"100 messages of 5000 bytes each way, all as sent",
		"3 messages of 1 bytes", "1000 messages of 64 bytes"};

	(void)state;
	for (unsigned int i = 0; i < (getenv("LAC_TEST_CYCLES") != NULL ? 2 : 3); i++) {
		call(serve(own[i]), own[i]);
		expect_end(&client, 0, done[i]);
		expect_end(&server, 0, done[i]);
	}
}

/* Neither side lets a wrong byte pass; the other one waits for a message then, until it is told to stop. */
static void wrong_bytes_are_noticed(void **state)
{
	(void)state;
	call(serve("--corrupt=data"), "");
	expect_end(&server, 1, "message 2 is not what was sent");
	kill(client.pid, SIGTERM);
	expect_end(&client, 0, "Bye...");
	call(serve(""), "--corrupt=data");
	expect_end(&client, 1, "message 1 is not what was sent");
	kill(server.pid, SIGTERM);
	expect_end(&server, 0, "Bye...");
}

static void sizes_must_agree(void **state)
{
	(void)state;
	call(serve("--size=100"), "--size=99");
	expect_end(&server, 1, "a message of 99 bytes came, not of 100");
	kill(client.pid, SIGTERM);
	expect_end(&client, 0, "Bye...");
}

static int tcp_connect(unsigned int port)
{
	struct sockaddr_in sin = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&sin, sizeof(sin)), 0);
	return fd;
}

static int tcp_bind(unsigned int *port)
{
	struct sockaddr_in sin = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(sin);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&sin, sizeof(sin)), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&sin, &len), 0);
	*port = ntohs(sin.sin_port);
	return fd;
}

/* LID of function @port, a queue pair number, a packet number, and no GID */
static void is_address(const char *text, unsigned int port)
{
	unsigned int lid, qpn, psn;
	int n = 0;

	assert_int_equal(text[ADDRESS_BYTES - 1], '\0');
	assert_int_equal(sscanf(text, "%4x:%6x:%6x:%n", &lid, &qpn, &psn, &n), 3);
	assert_int_equal(n, 19);
	assert_int_equal(lid, port + 1);
	assert_true(qpn > 0);
	assert_string_equal(text + n, "00000000000000000000000000000000");
}

#define FOREIGN "0002:00abcd:123456:fe80000000000000000200c903000001"

static void as_server_it_says_the_stock_bytes(void **state)
{
	char text[ADDRESS_BYTES];
	int fd;

	(void)state;
	fd = tcp_connect(serve(""));
	assert_int_equal(send(fd, FOREIGN, sizeof(FOREIGN), 0), ADDRESS_BYTES);
	assert_int_equal(recv(fd, text, sizeof(text), MSG_WAITALL), ADDRESS_BYTES);
	is_address(text, 0);
	assert_int_equal(send(fd, "done", 5, 0), 5);
	/* it waits for a message now; the queue pair there is none of ours */
	program_says(&server, "remote LID 0x0002, QPN 0x00abcd, PSN 0x123456");
	kill(server.pid, SIGTERM);
	expect_end(&server, 0, "Bye...");
	close(fd);
}

static void as_client_it_says_the_stock_bytes(void **state)
{
	char text[ADDRESS_BYTES], end[8];
	unsigned int port;
	int at = tcp_bind(&port), fd = -1;

	(void)state;
	assert_int_equal(listen(at, 1), 0);
	call(port, "");
	assert_true(FIX_WAIT(30000, fd >= 0 || (fd = accept4(at, NULL, NULL, SOCK_CLOEXEC)) >= 0));
	assert_int_equal(recv(fd, text, sizeof(text), MSG_WAITALL), ADDRESS_BYTES);
	is_address(text, 1);
	assert_int_equal(send(fd, FOREIGN, sizeof(FOREIGN), 0), ADDRESS_BYTES);
	assert_int_equal(recv(fd, end, 5, MSG_WAITALL), 5);
	assert_string_equal(end, "done");
	/* nobody is at that address */
	expect_end(&client, 1, "send ended with RETRY_EXC");
	close(fd);
	close(at);
}

static void what_is_no_address_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
		size_t bytes;
	} bad[] = {
		{"0002:00abcd-123456:00000000000000000000000000000000", "is not an address", 52},
		{"0002:00abcd:123456:0000000000000000000000000000000x", "is not an address", 52},
		{"0000:00abcd:123456:00000000000000000000000000000000", "it has no LID", 52},
		{"0002:00abcd:", "hearing its address", 12},
		{"", "hearing its address", 0},
	};
	int fd;

	(void)state;
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		fd = tcp_connect(serve(""));
		assert_int_equal(send(fd, bad[i].text, bad[i].bytes, 0), bad[i].bytes);
		shutdown(fd, SHUT_WR);
		expect_end(&server, 1, bad[i].why);
		close(fd);
	}
	fd = tcp_connect(serve(""));
	assert_int_equal(send(fd, FOREIGN "\0gone", 57, 0), 57);
	expect_end(&server, 1, "the end of the exchange");
	close(fd);
}

static void nobody_listens(void **state)
{
	static const char *const bad[] = {"--peer=1:2:3", "--listen=[::1",
		"--listen=127.0.0.1:", "--listen=127.0.0.1:x",
		"--listen=127.0.0.1 --peer=127.0.0.1"};
	unsigned int port;
	int fd = tcp_bind(&port);

	(void)state;
	call(port, "");
	expect_end(&client, 1, "Connection refused");
	close(fd);
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		start(&client, 1, bad[i]);
		expect_end(&client, 1, "");
	}
	/* a server that nobody comes to ends when told */
	serve("");
	kill(server.pid, SIGINT);
	expect_end(&server, 0, "Bye...");
}

/* with an argument, only the tests of that name */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_programs),
		cmocka_unit_test(wrong_bytes_are_noticed),
		cmocka_unit_test(sizes_must_agree),
		cmocka_unit_test(as_server_it_says_the_stock_bytes),
		cmocka_unit_test(as_client_it_says_the_stock_bytes),
		cmocka_unit_test(what_is_no_address_is_refused),
		cmocka_unit_test(nobody_listens),
	};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	return cmocka_run_group_tests_name("pingpong", tests, up, down);
}
