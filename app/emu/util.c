/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What everybody needs: the one source of choice, the clock, and where sentences go. Sentences to a
 * sink are limited in rate, because a client decides how many there are; the last ones of a
 * function are kept whatever the limit does, for the control socket's `lint N`.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server.h"

#define NOTES      32u
#define NOTE_BYTES 200u
#define SINK_BURST 2000u /* lines a second */

struct emu_notes {
	char line[NOTES][NOTE_BYTES];
	uint64_t n;
};

struct emu_sink {
	FILE *file;
	bool limited;
	uint64_t second;
	uint64_t lines, lost; /* in that second */
};

uint64_t emu_rand(struct emu_world *w)
{
	/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014 */
	uint64_t z = (w->rng += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

uint32_t emu_rand_below(struct emu_world *w, uint32_t n)
{
	return n ? (uint32_t)(((emu_rand(w) >> 32) * n) >> 32) : 0;
}

uint64_t emu_now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

bool emu_parse_u64(const char *s, uint64_t *v)
{
	char *end;

	if (*s < '0' || *s > '9')
		return false;
	errno = 0;
	*v = strtoull(s, &end, 0);
	return !errno && !*end;
}

void emu_log(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("mlx5emu: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
}

/* A file is taken whole; a terminal or a pipe is spared. */
struct emu_sink *emu_sink_open(const char *file)
{
	struct emu_sink *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->limited = !file;
	s->file = file ? fopen(file, "we") : stderr;
	if (!s->file) {
		emu_log("cannot write %s: %s", file, strerror(errno));
		free(s);
		return NULL;
	}
	if (file)
		setvbuf(s->file, NULL, _IOLBF, 0);
	return s;
}

void emu_sink_close(struct emu_sink *s)
{
	if (s && s->file != stderr)
		fclose(s->file);
	free(s);
}

static bool sink_admits(struct emu_sink *s)
{
	uint64_t now;

	if (!s->limited)
		return true;
	now = emu_now_ns() / 1000000000u;
	if (now != s->second) {
		if (s->lost)
			fprintf(s->file, "... %llu more lines left out\n",
				(unsigned long long)s->lost);
		s->second = now;
		s->lines = s->lost = 0;
	}
	if (s->lines++ < SINK_BURST)
		return true;
	s->lost++;
	return false;
}

static void sink_line(struct emu_sink *s, struct emu_fn *f, const char *kind, const char *line)
{
	if (s && sink_admits(s))
		fprintf(s->file, "%s %s step %llu: %s\n", kind, f->bdf,
			(unsigned long long)f->w->step, line);
}

void emu_lint(struct emu_fn *f, const char *fmt, ...)
{
	char *line = f->notes->line[f->notes->n++ % NOTES];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, NOTE_BYTES, fmt, ap);
	va_end(ap);
	emu_stats(f)->lint++;
	sink_line(f->w->lint_sink, f, "lint", line);
}

void emu_trace(struct emu_fn *f, const char *fmt, ...)
{
	char line[256];
	va_list ap;

	if (!f->w->trace_sink)
		return;
	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	sink_line(f->w->trace_sink, f, "trace", line);
}

int emu_notes_create(struct emu_fn *f)
{
	f->notes = calloc(1, sizeof(*f->notes));
	return f->notes ? 0 : -ENOMEM;
}

void emu_notes_print(struct emu_fn *f, FILE *out)
{
	uint64_t i, first = f->notes->n > NOTES ? f->notes->n - NOTES : 0;

	fputc('[', out);
	for (i = first; i < f->notes->n; i++) {
		fputs(i > first ? ", " : "", out);
		emu_json_str(out, f->notes->line[i % NOTES]);
	}
	fputc(']', out);
}
