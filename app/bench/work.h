/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What is measured: a case is an operation, the kind of its source, pieces per operation and operations per
 * doorbell. A run of a case posts @ops operations into an idle ring; it is the only timed code, and is what an application
 * would write: request lists and keys from arrays, flags as literals, the result looked at.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include "rig.h"

#define LISTS 16u /* source lists in rotation */

/* One request of the application. */
struct list {
	const void *v; /* iovec, lac_ol, lac_loc or rte_mbuf, as the case says */
	const void *base;
	uint64_t len;
	uint32_t n;
};

struct run {
	struct bench *b;
	struct lac_sq *q;
	struct lac_key *key; /* one an operation */
	const struct list *lists;
	uint32_t ops;
	uint32_t poll; /* completions asked for in a poll */
	struct lac_rem to;
	struct lac_loc from; /* of WRITE and READ alone */
	struct lac_wc wc[32];
	uint64_t failed, polled;
	const uint8_t *image; /* what the limit's loops store */
	uint8_t *list_at;
	uint32_t lines, list_lines, batch; /* of the limit's loops */
};

enum op {
	OP_MAP_WRITE,
	OP_MAP_WRITE_SUM, /* the library sums the lengths */
	OP_MAP,
	OP_INV,
	OP_WRITE,
	OP_READ,
	OP_SEND_INL,
	OP_COUNT
};

#define SEND_INL_BYTES 32u

typedef void run_fn(struct run *x);

/* The function for a case; NULL: there is none. @kind is enum lac_src_kind, @batch 1 or 16. */
run_fn *op_run(enum op op, unsigned int kind, unsigned int batch);
const char *op_name(enum op op);
bool op_registers(enum op op);

#endif
