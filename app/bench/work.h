/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What is timed. A run of a case does @ops operations on an idle ring, and nothing else in it is not an application's:
 * request lists and keys come from arrays, flags are literals, results are looked at.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include "rig.h"

#define LISTS       16u /* source lists in rotation */
#define KEYS        512u
#define LIVE_MAX    (1u << 20)
#define IMAGE_BYTES 4096u
#define KIDS        32u /* children of nested registrations */

/* One request of the application. */
struct list {
	const void *v; /* iovec, lac_ol, lac_loc or rte_mbuf, as the case says */
	const void *base;
	uint64_t len;
	uint32_t n;
};

/* What a run works on. The fields below @failed are the limit's and the checker's. */
struct run {
	struct bench *b;
	struct lac_sq *q;
	struct lac_key *key; /* one an operation */
	const struct list *lists;
	uint32_t ops;
	uint32_t poll; /* completions asked for at once */
	uint32_t live; /* keys that are live, a power of two; the next to go: */
	uint32_t next;
	struct lac_rem to;
	struct lac_loc from;  /* of WRITE and READ alone */
	const uint8_t *image; /* IMAGE_BYTES */
	uint64_t failed, polled;
	struct lac_wc wc[32];

	uint32_t at, lines, list_at, list_lines, batch; /* limit.c */
	uint32_t begin, fence;                          /* check.c: as the run found them */
	uint32_t was[KEYS], kid_was[KIDS];
};

/* Which of @live keys, a power of two of them, has turn @i: all of them, in no order that a prefetcher knows. */
static inline uint32_t turn_key(uint32_t i, uint32_t live)
{
	return (i * 0x9e3779b1u) & (live - 1);
}

typedef void run_fn(struct run *x);

enum op {
	OP_MAP_WRITE,
	OP_MAP_WRITE_SUM, /* the library sums the lengths */
	OP_NEST_WRITE,    /* a key over keys */
	OP_MAP,
	OP_INV,
	OP_TURN, /* a live key invalidated, registered anew, written through */
	OP_WRITE,
	OP_READ,
	OP_SEND_INL,
	OP_POLL, /* @batch: completions asked for at once, all there; 0: none there, one asked for */
	OP_POLL_ERR,
	OP_STORES,    /* the limit: bytes stored, nothing else; @kind is enum stores */
	OP_TAKE,      /* the limit of polling: a load and a store each */
	OP_TRANSLATE, /* pieces to entries, nothing else; @kind is enum translators */
	OP_COUNT
};
#define SEND_INL_BYTES 32u

/* The function for a case; NULL: there is none. @kind is enum lac_src_kind, @batch 1 or 16. */
typedef run_fn *ops_fn(enum op op, unsigned int kind, unsigned int batch);
ops_fn ops_post, ops_post_avx2, ops_post_avx512; /* as all else is compiled; for wider vectors */
run_fn *ops_poll(enum op op, unsigned int batch);

/* limit.c: NULL if this CPU has no such instructions. */
enum stores { STORES_16, STORES_32, STORES_64, STORES_MOVSB, STORES_COUNT };
enum translators { XLATE_SCALAR, XLATE_16, XLATE_32, XLATE_64, XLATE_COUNT };
run_fn *limit_stores(enum stores how);
run_fn *limit_translate(enum translators how);
run_fn *limit_take(unsigned int batch);
const char *limit_stores_name(enum stores how);
const char *limit_translate_name(enum translators how);

#endif
