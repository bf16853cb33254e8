/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A program under test: started with its output in a file of the fixture's folder, waited for with a deadline, ended by
 * its pid.
 */
#ifndef TESTS_FUNC_PROGRAM_H
#define TESTS_FUNC_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

struct program {
	pid_t pid;
	int in; /* its standard input; -1: closed */
	char out[96];
	char text[65536]; /* what it has printed, as of the last look */
};

/* Starts @path; words of @args are split at spaces. The test fails when it cannot. */
void program_start(struct program *p, const char *path, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void program_type(struct program *p, const char *line);
/* Waits until it has printed @what; the test fails when it does not */
void program_says(struct program *p, const char *what);
bool program_said(struct program *p, const char *what);
/* Closes its input, waits for its end. The exit code, or 128 + signal. The test fails when it does not end. */
int program_end(struct program *p);

#endif
