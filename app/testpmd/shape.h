/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A shape: where the pieces of a list lie in memory, and the memory around them. All of a shape's
 * memory is filled with a pattern first, so that afterwards every byte of every gap can be told to
 * be untouched. The pieces are in list order; their addresses are in no order.
 */
#ifndef TESTPMD_SHAPE_H
#define TESTPMD_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

#include <rte_mempool.h>

#include <lacuna/src_mbuf.h>

#include "rng.h"
#include "sgfile.h"

/* What a registration takes its pieces from. */
enum source { SOURCE_IOVEC, SOURCE_OL, SOURCE_MBUF, SOURCES };
extern const char *const source_name[SOURCES];

struct shape {
	enum source source;
	uint32_t n;     /* pieces */
	uint64_t bytes; /* in all pieces */
	uint8_t *base;  /* of the one region that holds all (not SOURCE_MBUF) */
	size_t base_bytes;
	struct iovec *piece;  /* in list order */
	struct iovec *sorted; /* by address */
	struct iovec *region; /* memory that is filled and checked, by address */
	uint32_t nregion;
	struct lac_ol *ol;     /* SOURCE_OL */
	struct rte_mbuf *mbuf; /* SOURCE_MBUF: the chain */
	unsigned int salt;     /* tells the patterns of shapes apart */
};

/*
 * @n pieces of random lengths >= 1 that sum to @bytes, at random places. The pattern is laid. 0;
 * -ENOMEM: EAL has too little memory; -EINVAL: fewer bytes than pieces. @pool: SOURCE_MBUF's
 * (chain.h)
 */
int shape_make(struct shape *s, enum source source, uint32_t n, uint64_t bytes,
	struct rte_mempool *pool, struct rng *rng, unsigned int salt);
/* The same with the pieces of a list that a file gave. */
int shape_make_list(
	struct shape *s, enum source source, const struct sg_list *list, unsigned int salt);
void shape_free(struct shape *s);

/* The shape as the library takes it. */
struct lac_src shape_src(const struct shape *s);

/* Copies @data over the pieces, in list order. */
void shape_scatter(const struct shape *s, const uint8_t *data);
/* Whether the pieces hold nothing but the pattern. */
bool shape_blank(const struct shape *s);
/* Whether each byte outside of the pieces still has the pattern; else *@at is the first that has
 * not. */
bool shape_gaps_whole(const struct shape *s, const uint8_t **at);

#endif
