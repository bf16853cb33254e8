/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Is a client's version text JSON (RFC 8259)? Nothing of what it says is needed here, but a client
 * that sends something else is broken and is told so. Recursion is bounded.
 */
#include <string.h>

#include "server.h"

#define DEPTH 16

struct text {
	const char *p, *end;
};

static bool value(struct text *t, int depth);

static void blank(struct text *t)
{
	while (t->p < t->end && strchr(" \t\r\n", *t->p) && *t->p)
		t->p++;
}

static bool take(struct text *t, char c)
{
	blank(t);
	if (t->p == t->end || *t->p != c)
		return false;
	t->p++;
	return true;
}

static bool string(struct text *t)
{
	if (!take(t, '"'))
		return false;
	while (t->p < t->end && *t->p != '"') {
		if ((unsigned char)*t->p < 0x20)
			return false;
		if (*t->p == '\\' && (++t->p == t->end || !*t->p || !strchr("\"\\/bfnrtu", *t->p)))
			return false;
		t->p++;
	}
	return take(t, '"');
}

static bool digits(struct text *t)
{
	const char *from = t->p;

	while (t->p < t->end && *t->p >= '0' && *t->p <= '9')
		t->p++;
	return t->p > from;
}

static bool number(struct text *t)
{
	if (t->p < t->end && *t->p == '-')
		t->p++;
	if (!digits(t))
		return false;
	if (t->p < t->end && *t->p == '.') {
		t->p++;
		if (!digits(t))
			return false;
	}
	if (t->p < t->end && (*t->p == 'e' || *t->p == 'E')) {
		t->p++;
		if (t->p < t->end && (*t->p == '+' || *t->p == '-'))
			t->p++;
		return digits(t);
	}
	return true;
}

static bool word(struct text *t, const char *w)
{
	size_t n = strlen(w);

	if ((size_t)(t->end - t->p) < n || memcmp(t->p, w, n))
		return false;
	t->p += n;
	return true;
}

static bool members(struct text *t, int depth, char close, bool named)
{
	if (take(t, close))
		return true;
	do {
		if (named && (!string(t) || !take(t, ':')))
			return false;
		if (!value(t, depth))
			return false;
	} while (take(t, ','));
	return take(t, close);
}

static bool value(struct text *t, int depth)
{
	if (depth > DEPTH)
		return false;
	blank(t);
	if (t->p == t->end)
		return false;
	switch (*t->p) {
	case '{':
		t->p++;
		return members(t, depth + 1, '}', true);
	case '[':
		t->p++;
		return members(t, depth + 1, ']', false);
	case '"':
		return string(t);
	default:
		return word(t, "true") || word(t, "false") || word(t, "null") || number(t);
	}
}

bool emu_json_valid(const char *s, size_t len)
{
	struct text t = {s, s + len};

	blank(&t);
	if (t.p == t.end || *t.p != '{' || !value(&t, 0))
		return false;
	blank(&t);
	return t.p == t.end;
}

void emu_json_str(FILE *out, const char *s)
{
	fputc('"', out);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(out, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			fprintf(out, "\\u%04x", (unsigned int)*s);
		else
			fputc(*s, out);
	}
	fputc('"', out);
}
