/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A JSON reader that walks the text once by recursive descent, with a bound on the depth, and notes the
 * one member it was asked for. Names are compared as they are spelled, escapes included: the names asked
 * for here have none.
 */
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "bus/json.h"

#define DEPTH_MAX 32u

struct walk {
	const char *p, *end;
	const char *object, *key;
	bool within; /* the members now read are those of @object */
	bool found, bad;
	uint64_t value;
};

static void walk_value(struct walk *w, unsigned int depth);

static char peek(struct walk *w)
{
	while (w->p < w->end && memchr(" \t\r\n", *w->p, 4))
		w->p++;
	return w->p < w->end ? *w->p : '\0';
}

static bool take(struct walk *w, char c)
{
	if (peek(w) != c || w->p == w->end)
		return false;
	w->p++;
	return true;
}

/* The characters between the quotes. */
static const char *take_string(struct walk *w, size_t *len)
{
	const char *s;

	if (!take(w, '"')) {
		w->bad = true;
		return NULL;
	}
	for (s = w->p; w->p < w->end && *w->p != '"'; w->p++) {
		if ((unsigned char)*w->p < 0x20)
			break;
		if (*w->p == '\\' && ++w->p == w->end)
			break;
	}
	if (w->p >= w->end || *w->p != '"') {
		w->bad = true;
		return NULL;
	}
	*len = (size_t)(w->p - s);
	w->p++;
	return s;
}

static bool same(const char *s, size_t len, const char *name)
{
	return strlen(name) == len && !memcmp(s, name, len);
}

static void walk_object(struct walk *w, unsigned int depth)
{
	bool within = w->within;

	if (take(w, '}'))
		return;
	do {
		const char *name;
		size_t len;

		name = take_string(w, &len);
		if (w->bad || !take(w, ':')) {
			w->bad = true;
			return;
		}
		if (within && depth == 2 && same(name, len, w->key)) {
			const char *digits;
			uint64_t v = 0;

			peek(w);
			for (digits = w->p; w->p < w->end && *w->p >= '0' && *w->p <= '9'; w->p++) {
				if (__builtin_mul_overflow(v, 10, &v) ||
					__builtin_add_overflow(v, (uint64_t)(*w->p - '0'), &v))
					w->bad = true;
			}
			w->bad |= w->p == digits || (w->p < w->end && memchr(".eE", *w->p, 3));
			w->found = true;
			w->value = v;
			continue;
		}
		w->within = depth == 1 && same(name, len, w->object);
		walk_value(w, depth);
		w->within = within;
	} while (!w->bad && take(w, ','));
	if (!take(w, '}'))
		w->bad = true;
}

static void walk_array(struct walk *w, unsigned int depth)
{
	if (take(w, ']'))
		return;
	do {
		walk_value(w, depth);
	} while (!w->bad && take(w, ','));
	if (!take(w, ']'))
		w->bad = true;
}

static void walk_word(struct walk *w)
{
	const char *s = w->p;
	size_t len;

	while (w->p < w->end && memchr("+-.0123456789abcdefghijklmnopqrstuvwxyzE", *w->p, 40))
		w->p++;
	len = (size_t)(w->p - s);
	if (same(s, len, "true") || same(s, len, "false") || same(s, len, "null"))
		return;
	if (!len || !memchr("-0123456789", *s, 11))
		w->bad = true;
	for (; len; len--, s++)
		w->bad |= !memchr("+-.0123456789eE", *s, 15);
}

static void walk_value(struct walk *w, unsigned int depth)
{
	size_t len;

	if (depth >= DEPTH_MAX) {
		w->bad = true;
		return;
	}
	switch (peek(w)) {
	case '{':
		w->p++;
		walk_object(w, depth + 1);
		break;
	case '[':
		w->p++;
		walk_array(w, depth + 1);
		break;
	case '"':
		take_string(w, &len);
		break;
	default:
		walk_word(w);
	}
}

int lac_json_number(
	const char *text, size_t len, const char *object, const char *key, uint64_t *value)
{
	struct walk w = {.p = text, .end = text + len, .object = object, .key = key};

	if (peek(&w) != '{')
		return -EPROTO;
	walk_value(&w, 0);
	peek(&w);
	if (w.bad || w.p != w.end)
		return -EPROTO;
	if (w.found)
		*value = w.value;
	return w.found;
}
