/* SPDX-License-Identifier: BSD-3-Clause */
/* What the command line asks for. */
#ifndef TESTPMD_PARAMETERS_H
#define TESTPMD_PARAMETERS_H

#include <stdbool.h>
#include <stdint.h>

#include "shape.h"

#define COUNTS_MAX 64

/* Where --corrupt spoils a byte, to show that verification notices. */
enum corrupt {
	CORRUPT_NONE,
	CORRUPT_DATA,  /* of what was moved */
	CORRUPT_GAP,   /* between pieces */
	CORRUPT_COUNT, /* of what the emulator is said to have counted */
};

struct parameters {
	bool interactive, auto_start, strict, pci, help;
	const char *cmdline_file;
	const char *mode;
	const char *file;          /* NULL: the default one */
	const char *sg_file;       /* NULL: random lists */
	unsigned int stats_period; /* seconds; 0: none */
	bool seeded;
	uint64_t seed;
	uint64_t iterations;        /* of the modes that do not end; 0: until stopped */
	const char *peer, *listen;  /* of pingpong: HOST[:PORT]; without @peer it is the server */
	uint32_t size;              /* bytes of one operation of those modes */
	uint32_t count[COUNTS_MAX]; /* entry counts of the gap mode */
	unsigned int ncount;        /* 0: the usual ones */
	bool source[SOURCES];       /* of the gap mode */
	enum corrupt corrupt;
};

/*
 * argv for EAL: what the user gave before `--`, and what Lacuna wants there and the user did not settle.
 * Ends with the user's own part, so that rte_eal_init()'s return value leads to it. For free(), but not
 * before EAL has ended; NULL: no memory.
 */
char **parameters_eal(int argc, char **argv, int *eal_argc);

/* The application's own part, @argv[0] being a name. 0, or -EINVAL after saying why. */
int parameters_parse(struct parameters *p, int argc, char **argv);
void parameters_usage(const char *program);

#endif
