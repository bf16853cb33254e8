/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Two programs that talk: one owns a key and has the script (driver.c), the other one does what it is ordered
 * to (executor.c) and answers with its completion; then they change places. Orders go over a UNIX socket.
 */
#ifndef LAB_TALK_TALK_H
#define LAB_TALK_TALK_H

#include "side.h"

#define TALK_GUARD   64u              /* bytes behind a request's memory that must stay */
#define TALK_SCRATCH (TALK_OWN + 64u) /* where the executor's requests have their memory */

struct order {
	enum { ORDER_OP, ORDER_RESET, ORDER_CONNECT, ORDER_END } what;
	uint64_t seed; /* of the bytes in the executor's memory before the request */
	struct talk_op op;
	struct talk_addr addr; /* to connect to */
};

struct answer {
	uint32_t ok;
	struct talk_wc wc;
	struct talk_addr addr; /* the executor's own */
	uint64_t hash;         /* of its memory and guard bytes after the request */
	uint64_t old;          /* the first 8 of them, as a number */
	char why[256];
};

/* ---- main.c ---- */
bool talk_give(int fd, const void *p, size_t n);
bool talk_take(int fd, void *p, size_t n);
uint64_t talk_random(uint64_t *state);
void talk_fill(uint8_t *p, size_t n, uint64_t seed);
uint64_t talk_hash(const uint8_t *p, size_t n);
/* "STEP name rc" */
void talk_step(const char *name, const char *part, bool ok);
/* the reason of what failed last, which is forgotten */
void talk_reason(char *to, size_t n);

/* 0 all passed; else how many failed */
int talk_drive(struct side *s, int fd, uint64_t seed);
bool talk_execute(struct side *s, int fd);

#endif
