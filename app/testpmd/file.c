/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The file that is moved. By default Debian's perl: the package perl-base is essential, so every
 * machine has it, and with some megabytes it gives the longest lists pieces of tens of bytes.
 * Elsewhere the program moves itself.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gap.h"

#define FILE_MAX (1ull << 30)

const char *file_default(void)
{
	static const char *const usual = "/usr/bin/perl";

	return access(usual, R_OK) == 0 ? usual : "/proc/self/exe";
}

static ssize_t read_all(int fd, uint8_t *buf, size_t size)
{
	size_t used = 0;

	while (used < size) {
		ssize_t n = read(fd, buf + used, size - used);

		if (n < 0)
			return -errno;
		if (n == 0)
			break;
		used += n;
	}
	return used;
}

uint8_t *file_read(const char *path, uint64_t min, uint64_t *bytes)
{
	struct stat st;
	uint8_t *buf = NULL;
	ssize_t got = -1;
	const char *why = "is empty, or no regular file";
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st) < 0) {
		why = strerror(errno);
	} else if (st.st_size > (off_t)FILE_MAX || min > FILE_MAX) {
		why = "more than 1 GiB";
	} else if (S_ISREG(st.st_mode) && st.st_size > 0) {
		*bytes = (uint64_t)st.st_size > min ? (uint64_t)st.st_size : min;
		buf = malloc(*bytes);
		got = buf == NULL ? -ENOMEM : read_all(fd, buf, st.st_size);
		if (got < 0)
			why = strerror(-got);
	}
	if (fd >= 0)
		close(fd);
	if (got <= 0) {
		fprintf(stderr, "%s: %s\n", path, why);
		free(buf);
		return NULL;
	}
	/* repeated up to what is asked for; a file that shrank meanwhile is as long as it was read
	 */
	if (*bytes > min)
		*bytes = (uint64_t)got > min ? (uint64_t)got : min;
	for (uint64_t i = got; i < *bytes; i++)
		buf[i] = buf[i - got];
	return buf;
}
