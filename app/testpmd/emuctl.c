/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A client of the emulator's control socket. A reply that does not come within the deadline is an
 * error: a hung emulator must not hang its user.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "emuctl.h"

#define REPLY_MS 10000

int emuctl_open(struct emuctl *ctl, const char *bdf)
{
	struct sockaddr_un sun = {.sun_family = AF_UNIX};
	const char *sysfs = getenv("SYSFS_PCI_DEVICES");
	char path[512];
	FILE *f;
	int n;

	ctl->fd = -1;
	if (sysfs == NULL) /* an emulated function is never in the kernel's own tree */
		return -ENOENT;
	snprintf(path, sizeof(path), "%s/%s/mlx5emu_ctl", sysfs, bdf);
	f = fopen(path, "re");
	if (f == NULL)
		return -ENOENT;
	n = fscanf(f, "%107s %u", sun.sun_path, &ctl->fn);
	fclose(f);
	if (n != 2)
		return -EINVAL;
	ctl->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (ctl->fd < 0)
		return -errno;
	if (connect(ctl->fd, (struct sockaddr *)&sun, sizeof(sun)) < 0) {
		n = -errno;
		emuctl_close(ctl);
		return n;
	}
	return 0;
}

void emuctl_close(struct emuctl *ctl)
{
	if (ctl->fd >= 0)
		close(ctl->fd);
	ctl->fd = -1;
}

int emuctl_ask(struct emuctl *ctl, const char *line, char *reply, size_t size)
{
	struct pollfd p = {.fd = ctl->fd, .events = POLLIN};
	size_t used = 0;
	char out[256];
	int n;

	n = snprintf(out, sizeof(out), "%s\n", line);
	if (n >= (int)sizeof(out))
		return -EMSGSIZE;
	if (send(ctl->fd, out, n, MSG_NOSIGNAL) != n)
		return -EPIPE;
	while (used < size) {
		ssize_t got;

		n = poll(&p, 1, REPLY_MS);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0 ? -ETIMEDOUT : -errno;
		got = recv(ctl->fd, reply + used, size - used, 0);
		if (got <= 0)
			return -EPIPE;
		used += got;
		if (reply[used - 1] == '\n') {
			reply[used - 1] = '\0';
			return 0;
		}
	}
	return -EMSGSIZE;
}

int emuctl_number(const char *json, const char *name, uint64_t *value)
{
	char key[64];
	const char *at;

	snprintf(key, sizeof(key), "\"%s\"", name);
	at = strstr(json, key);
	if (at == NULL)
		return -ENOENT;
	at += strlen(key);
	at += strspn(at, " \t:");
	if (*at < '0' || *at > '9')
		return -ENOENT;
	*value = strtoull(at, NULL, 10);
	return 0;
}
