/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Lists from a file: one `offset length` a line, decimal or 0x hexadecimal, `#` begins a comment.
 * Pieces that overlap are refused: what such a list holds after a transfer would depend on the
 * order of its pieces.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sgfile.h"

static int by_offset(const void *a, const void *b)
{
	const struct sg_entry *x = a, *y = b;

	return x->off < y->off ? -1 : x->off > y->off;
}

/* 1: an entry; 0: an empty line; -EINVAL */
static int parse_line(char *line, struct sg_entry *e)
{
	char *end;

	line[strcspn(line, "#\r\n")] = '\0';
	line += strspn(line, " \t");
	if (*line == '\0')
		return 0;
	if (*line == '-')
		return -EINVAL;
	errno = 0;
	e->off = strtoull(line, &end, 0);
	if (end == line || (*end != ' ' && *end != '\t'))
		return -EINVAL;
	line = end + strspn(end, " \t");
	if (*line == '-')
		return -EINVAL;
	e->len = strtoull(line, &end, 0);
	if (end == line || end[strspn(end, " \t")] != '\0' || errno != 0)
		return -EINVAL;
	return e->len > 0 && e->off + e->len > e->off ? 1 : -EINVAL;
}

static int append(struct sg_list *list, const struct sg_entry *e)
{
	/* room doubles at each power of two */
	if ((list->n & (list->n - 1)) == 0) {
		uint32_t room = list->n == 0 ? 1 : 2 * list->n;
		struct sg_entry *v = realloc(list->v, room * sizeof(*v));

		if (v == NULL)
			return -ENOMEM;
		list->v = v;
	}
	list->v[list->n++] = *e;
	list->bytes += e->len;
	if (e->off + e->len > list->end)
		list->end = e->off + e->len;
	return 0;
}

/* 0 if no two entries share a byte */
static int disjoint(const struct sg_list *list)
{
	struct sg_entry *v = malloc(list->n * sizeof(*v));
	int err = 0;

	if (v == NULL)
		return -ENOMEM;
	memcpy(v, list->v, list->n * sizeof(*v));
	qsort(v, list->n, sizeof(*v), by_offset);
	for (uint32_t i = 1; i < list->n && err == 0; i++)
		if (v[i - 1].off + v[i - 1].len > v[i].off)
			err = -EEXIST;
	free(v);
	return err;
}

int sg_list_read(const char *path, struct sg_list *list, char *why, size_t size)
{
	struct sg_entry e;
	char line[256];
	unsigned int no = 0;
	int err = 0;
	FILE *f = fopen(path, "re");

	memset(list, 0, sizeof(*list));
	if (f == NULL) {
		err = -errno;
		snprintf(why, size, "%s: %s", path, strerror(-err));
		return err;
	}
	while (err >= 0 && fgets(line, sizeof(line), f) != NULL) {
		no++;
		err = parse_line(line, &e);
		if (err == 1)
			err = append(list, &e);
		if (err < 0)
			snprintf(why, size, "%s:%u: %s", path, no,
				err == -EINVAL ? "not `offset length`, length at least 1"
					       : strerror(-err));
	}
	fclose(f);
	if (err >= 0 && list->n == 0) {
		err = -ENODATA;
		snprintf(why, size, "%s: no entries", path);
	}
	if (err >= 0) {
		err = disjoint(list);
		if (err < 0)
			snprintf(why, size, "%s: %s", path,
				err == -EEXIST ? "two entries overlap" : strerror(-err));
	}
	if (err < 0)
		sg_list_free(list);
	return err < 0 ? err : 0;
}

void sg_list_free(struct sg_list *list)
{
	free(list->v);
	memset(list, 0, sizeof(*list));
}
