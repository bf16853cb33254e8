/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Chains from a mempool. Lengths start out equal and are then shuffled between random pairs, within
 * what a buffer holds; each piece lies at a random place in its buffer, with at least one byte on
 * either side.
 */
#include <errno.h>

#include <rte_mbuf.h>

#include "chain.h"

#define MEAN_MAX 40000u /* leaves an mbuf of 64 KiB room for lengths to differ */

uint64_t chain_bytes_max(uint32_t n)
{
	return (uint64_t)n * MEAN_MAX;
}

/* Bytes of one buffer: up to twice the mean, and a gap. */
static uint16_t room(uint32_t n, uint64_t bytes)
{
	uint64_t r = 2 * ((bytes + n - 1) / n) + 66;

	return r < UINT16_MAX ? r : UINT16_MAX;
}

struct rte_mempool *chain_pool(uint32_t chains, uint32_t n, uint64_t bytes)
{
	return rte_pktmbuf_pool_create("gap_pool", chains * n, 0, 0, room(n, bytes), SOCKET_ID_ANY);
}

static void lengths(struct shape *s, uint32_t cap, struct rng *rng)
{
	for (uint32_t i = 0; i < s->n; i++)
		s->piece[i].iov_len = s->bytes / s->n + (i < s->bytes % s->n);
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t j = rng_below(rng, s->n);
		uint64_t give = s->piece[i].iov_len - 1, take = cap - s->piece[j].iov_len;
		uint64_t most = give < take ? give : take;
		/* one in four gives all it can, so that there are pieces of one byte */
		uint64_t d = rng_below(rng, 4) == 0 ? most : rng_below(rng, most + 1);

		s->piece[i].iov_len -= d;
		s->piece[j].iov_len += d;
	}
}

int chain_make(struct shape *s, struct rte_mempool *pool, struct rng *rng)
{
	uint32_t size = rte_pktmbuf_data_room_size(pool);
	struct rte_mbuf *last = NULL;

	lengths(s, size - 2, rng);
	for (uint32_t i = 0; i < s->n; i++) {
		struct rte_mbuf *m = rte_pktmbuf_alloc(pool);
		uint32_t len = s->piece[i].iov_len;

		if (m == NULL)
			return -ENOMEM;
		m->data_off = 1 + rng_below(rng, size - len - 1);
		m->data_len = len;
		if (last == NULL) {
			s->mbuf = m;
		} else {
			last->next = m;
			s->mbuf->nb_segs++;
		}
		s->mbuf->pkt_len += len;
		last = m;
		s->piece[i].iov_base = rte_pktmbuf_mtod(m, void *);
		s->region[i] = (struct iovec){m->buf_addr, m->buf_len};
	}
	return 0;
}
