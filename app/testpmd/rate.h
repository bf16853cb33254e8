/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a mode does at the moment: how fast, and where the time goes, on its lcore and in the emulator. Two looks, and
 * what lies between them.
 */
#ifndef TESTPMD_RATE_H
#define TESTPMD_RATE_H

#include <stdbool.h>
#include <stdint.h>

/* What the mode's lcore does: writes requests and rings, takes completions, finds none. */
enum phase { PHASE_POST, PHASE_POLL, PHASE_WAIT, PHASES };

struct rate_look {
	uint64_t ns, ops, bytes, ticks[PHASES];
	bool emulated; /* the rest is known */
	uint64_t cpu_ns, slept_ns, turns, busy;
	uint64_t wqes, umrs, cqes; /* of both ports */
};

struct fwd;
/* The main lcore. */
void rate_look(struct rate_look *l, struct fwd *f);
void rate_print(const struct rate_look *before, const struct rate_look *now, int lcore);

#endif
