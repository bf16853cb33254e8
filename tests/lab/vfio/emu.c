/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The emulator's counters, over its control socket. In a guest that is a serial port, which hands over what both
 * sides write; elsewhere the socket itself.
 */
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "vfio.h"

#define REPLY_MS 20000u

static int ctl_open(void)
{
	const char *path = getenv("LAB_CTL");
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	struct stat st;
	int fd;

	if (!path)
		path = "/dev/ttyS1";
	if (stat(path, &st))
		die("%s: the emulator's control socket is not there", path);
	if (!S_ISSOCK(st.st_mode))
		return open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	snprintf(a.sun_path, sizeof(a.sun_path), "%s", path);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof(a)))
		die("%s: nobody listens", path);
	return fd;
}

/* One line out, one line in. */
static void ask(const char *line, char *reply, size_t size)
{
	uint64_t until = deadline_ms(REPLY_MS);
	size_t len = strlen(line), used = 0;
	int fd = ctl_open();

	if (fd < 0 || write(fd, line, len) != (ssize_t)len)
		die("the emulator's control socket cannot be written");
	while (!used || reply[used - 1] != '\n') {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		ssize_t n;

		if (late(until) || used == size)
			die("no answer from the emulator's control socket");
		if (poll(&p, 1, 100) <= 0)
			continue;
		n = read(fd, reply + used, size - used);
		if (n <= 0)
			die("the emulator's control socket was closed");
		used += (size_t)n;
	}
	reply[used - 1] = '\0';
	close(fd);
}

uint64_t emu_stat(unsigned int i, const char *name)
{
	const char *first = getenv("LAB_FUNCTION"), *at;
	char line[32], reply[4096], key[64];

	snprintf(line, sizeof(line), "stats %u\n", i + (first ? (unsigned int)atoi(first) : 0));
	ask(line, reply, sizeof(reply));
	snprintf(key, sizeof(key), "\"%s\": ", name);
	at = strstr(reply, key);
	if (!at)
		die("the emulator has no counter %s: %s", name, reply);
	return strtoull(at + strlen(key), NULL, 10);
}

void emu_maps(uint64_t maps[2])
{
	for (unsigned int i = 0; i < 2; i++)
		maps[i] = emu_stat(i, "dma_maps");
}

void emu_maps_grew(const uint64_t base[2], int64_t more, const char *when)
{
	uint64_t now[2];

	emu_maps(now);
	for (unsigned int i = 0; i < 2; i++) {
		if ((int64_t)(now[i] - base[i]) != more)
			die("port %u: %ld maps more than before, not %ld: %s", i,
				(long)(now[i] - base[i]), (long)more, when);
	}
}
