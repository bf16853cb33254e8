/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lab-talk-verbs DEVICE -- listen|call SOCKET [SEED]
 * lab-talk-lacuna EAL-OPTIONS -- listen|call SOCKET [SEED]
 *
 * Who listens owns the keys first. Prints `STEP name rc` for each part; exit status 0: all passed. What both files of a
 * side need stands here.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "talk.h"

static char reason[256];

bool side_why(const char *fmt, ...)
{
	va_list ap;

	if (reason[0] != '\0')
		return false;
	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	return false;
}

void talk_reason(char *to, size_t n)
{
	snprintf(to, n, "%s", reason);
	reason[0] = '\0';
}

void talk_step(const char *name, const char *part, bool ok)
{
	if (!ok)
		printf("    %s_%s: %s\n", name, part,
			reason[0] != '\0' ? reason : "no reason given");
	printf("STEP %s_%s %d\n", name, part, !ok);
	reason[0] = '\0';
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double side_seconds(double s)
{
	const char *slow = getenv("LAC_TEST_SLOW");

	return now() + s * (slow != NULL && atof(slow) > 0 ? atof(slow) : 1);
}

bool side_late(double deadline)
{
	return now() > deadline;
}

uint64_t talk_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15ull; /* splitmix64 */

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ z >> 27) * 0x94d049bb133111ebull;
	return z ^ z >> 31;
}

void talk_fill(uint8_t *p, size_t n, uint64_t seed)
{
	for (size_t i = 0; i < n; i += 8) {
		uint64_t r = talk_random(&seed);

		memcpy(p + i, &r, n - i < 8 ? n - i : 8);
	}
}

/* FNV-1a, 64 bits */
uint64_t talk_hash(const uint8_t *p, size_t n)
{
	uint64_t h = 0xcbf29ce484222325ull;

	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * 0x100000001b3ull;
	return h;
}

bool talk_give(int fd, const void *p, size_t n)
{
	ssize_t did = send(fd, p, n, MSG_NOSIGNAL);

	return did == (ssize_t)n || side_why("the other program does not listen");
}

bool talk_take(int fd, void *p, size_t n)
{
	ssize_t did = recv(fd, p, n, MSG_WAITALL);

	return did == (ssize_t)n || side_why("the other program does not answer");
}

/* Whoever comes first makes the socket wait or waits for it. */
static int meet(bool listens, const char *path)
{
	struct sockaddr_un sun = {.sun_family = AF_UNIX};
	int at = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), fd = -1;
	double until = side_seconds(60);
	struct timeval patience = {.tv_sec = 60};

	snprintf(sun.sun_path, sizeof(sun.sun_path), "%s", path);
	if (listens) {
		setsockopt(at, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
		if (bind(at, (struct sockaddr *)&sun, sizeof(sun)) == 0 && listen(at, 1) == 0)
			fd = accept4(at, NULL, NULL, SOCK_CLOEXEC);
		close(at);
		unlink(path);
	} else {
		while (connect(at, (struct sockaddr *)&sun, sizeof(sun)) < 0 && !side_late(until))
			nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
		fd = at;
	}
	if (fd >= 0) {
		patience.tv_sec = (time_t)(side_seconds(60) - side_seconds(0)) + 1;
		setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	}
	return fd;
}

/* 0, or 1 after saying why */
static int obey(struct side *s, int fd)
{
	bool ok = talk_execute(s, fd);

	if (!ok)
		talk_step("obey", "all", false);
	return !ok;
}

int main(int argc, char **argv)
{
	struct timespec ts;
	int used = 0, fd, failed;
	uint64_t seed;
	bool listens, closed;
	struct side *s;

	setvbuf(stdout, NULL, _IOLBF, 0);
	s = side_open(argc, argv, &used);
	if (s == NULL || argc - used < 2 || argc - used > 3 ||
		(strcmp(argv[used], "listen") != 0 && strcmp(argv[used], "call") != 0)) {
		fprintf(stderr, "%s\nusage: %s SIDE -- listen|call SOCKET [SEED]\n", reason,
			argv[0]);
		return 2;
	}
	listens = strcmp(argv[used], "listen") == 0;
	clock_gettime(CLOCK_REALTIME, &ts);
	seed = (uint64_t)ts.tv_sec << 30 ^ (uint64_t)ts.tv_nsec;
	if (argc - used == 3)
		seed = strtoull(argv[used + 2], NULL, 0);
	printf("seed %llu\n", (unsigned long long)seed);
	fd = meet(listens, argv[used + 1]);
	failed = listens ? talk_drive(s, fd, seed) : obey(s, fd);
	failed += listens ? obey(s, fd) : talk_drive(s, fd, seed);
	close(fd);
	closed = side_close(s);
	talk_step("close", "all", closed);
	return failed != 0 || !closed;
}
