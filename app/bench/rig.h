/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A send queue, a receive queue and a completion queue over plain memory: no port, no device. The queues and the classes
 * of keys are made by the functions that the library's own creators use; whoever holds the rig plays the device
 * by writing completion entries. Measured by lacuna-bench, and what the unit tests of posting and polling stand on.
 */
#ifndef BENCH_RIG_H
#define BENCH_RIG_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lacuna/lacuna.h>

#include "mlx5/queue.h"

#define BENCH_QPN       0x123456u
#define BENCH_INDEX     0x00abcdu
#define BENCH_KID_INDEX 0x800000u
#define BENCH_DMA       0x00001100u
#define BENCH_BB_MAX    1024u
#define BENCH_UNITS_MAX 64u
#define BENCH_KEYS      8u

struct bench {
	struct lac_qp qp; /* its send and receive queue are the ones under test */
	struct lac_cq cq;
	struct lac_sq *q;
	struct lac_rq *r;
	struct lac_kclass cls[8];
	struct lac_keys keys, kids;
	struct lac_key *key;
	uint32_t record[16];
	uint64_t uar[16];
	uint32_t cq_record[2];
	struct lac_cq_ent tab[16];
	uint64_t cookie[64];
	uint32_t cqes, cqe_pi;
	struct lac_wr *wr;
	uint8_t *ring, *list, *rring, *cring;
	size_t ring_bytes, list_bytes;
	void *block; /* rings, records, keys */
	size_t block_bytes;
};

/* 0 stands for what the tests want: 64 WQEBBs of a ring with room for BENCH_BB_MAX, and so on. */
struct bench_conf {
	uint32_t bb, list_units, keys, cqes;
	uint8_t umr_fence; /* 0: none, 1: small, 3: strong */
	uint32_t wqe_bytes;
	uint64_t hull_lo, hull_hi;
};

struct bench *bench_new(const struct bench_conf *conf);
void bench_free(struct bench *b);
/* Class @i of the bench; its attributes default to 64 entries, zero-based, no rights. */
void bench_class(struct bench *b, uint32_t i, const struct lac_keys_attr *a, uint32_t inl_max,
	uint32_t list_max);
void bench_key(struct bench *b, uint32_t k, uint32_t cls, uint8_t byte);
/*
 * Keys of class 0 are over keys: @per_key children of @list_max entries, of class 1, for each of the first @count, as
 * lac_keys_create() makes them. Child i has index BENCH_KID_INDEX + i.
 */
void bench_nest(
	struct bench *b, uint32_t inl_max, uint32_t list_max, uint32_t per_key, uint32_t count);
/* The device completes the WQE that begins at @index. */
void bench_complete(struct bench *b, uint32_t index);
void bench_fail(struct bench *b, uint32_t index, uint8_t synd);
/* All that was posted completes, and is polled. */
void bench_idle(struct bench *b);
/* Moves an idle queue on, so that the next WQE begins at @index. */
void bench_seek(struct bench *b, uint32_t index);
/* Ends the process with a sentence unless @sure: for what cannot be on a sound rig. */
void bench_must(bool sure, const char *what);

static inline const uint8_t *bench_at(const struct bench *b, uint32_t pi)
{
	return b->ring + (size_t)(pi & b->q->mask) * 64;
}

/* A big-endian word of a WQE */
static inline uint32_t bench_word(const uint8_t *p, uint32_t off)
{
	return (uint32_t)p[off] << 24 | (uint32_t)p[off + 1] << 16 | (uint32_t)p[off + 2] << 8 |
	       p[off + 3];
}

static inline unsigned int bench_opcode(const struct bench *b, uint32_t pi)
{
	return bench_word(bench_at(b, pi), 0) & 0xff;
}

static inline unsigned int bench_fm(const struct bench *b, uint32_t pi)
{
	return bench_at(b, pi)[11] & 0xe0;
}

#endif
