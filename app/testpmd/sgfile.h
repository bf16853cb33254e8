/* SPDX-License-Identifier: BSD-3-Clause */
/* Offset-length lists from a file, so that users can replay their own. */
#ifndef TESTPMD_SGFILE_H
#define TESTPMD_SGFILE_H

#include <stddef.h>
#include <stdint.h>

struct sg_entry {
	uint64_t off, len;
};

struct sg_list {
	struct sg_entry *v;
	uint32_t n;
	uint64_t bytes; /* sum of the lengths */
	uint64_t end;   /* past the last byte */
};

/* 0, or -errno and a sentence in @why */
int sg_list_read(const char *path, struct sg_list *list, char *why, size_t size);
void sg_list_free(struct sg_list *list);

#endif
