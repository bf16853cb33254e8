/* SPDX-License-Identifier: BSD-3-Clause */
/* Shapes whose pieces are the data of a chain of mbufs: each buffer is a region with one piece in
 * it. */
#ifndef TESTPMD_CHAIN_H
#define TESTPMD_CHAIN_H

#include "shape.h"

/* Fills @s->piece, @s->region and @s->mbuf from @pool. 0; -ENOMEM: too few mbufs in it. */
int chain_make(struct shape *s, struct rte_mempool *pool, struct rng *rng);

/* A pool for @chains chains of @n mbufs with @bytes in each chain; NULL: EAL has too little memory
 */
struct rte_mempool *chain_pool(uint32_t chains, uint32_t n, uint64_t bytes);

/* the most bytes that a chain of @n mbufs is given (an mbuf's length has 16 bits) */
uint64_t chain_bytes_max(uint32_t n);

#endif
