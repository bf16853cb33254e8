/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Random shapes in EAL memory. Lengths span decades (each piece's weight is a random power of two),
 * so that a list has pieces of one byte next to pieces of megabytes; the order in memory is a
 * permutation of the order in the list, and at least one byte lies between any two.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <rte_malloc.h>
#include <rte_mbuf.h>

#include <lacuna/src_mbuf.h>

#include "chain.h"
#include "pattern.h"
#include "shape.h"

const char *const source_name[SOURCES] = {
	[SOURCE_IOVEC] = "iovec",
	[SOURCE_OL] = "offsets",
	[SOURCE_MBUF] = "mbuf",
};

#define GAP_MAX 4096u /* longest gap; shorter where there are many pieces */

/* Splits @bytes into @n lengths >= 1. */
static void split(struct iovec *v, uint32_t n, uint64_t bytes, struct rng *rng)
{
	uint64_t sum = 0, spare = bytes - n, given = 0;
	uint32_t big = 0;

	for (uint32_t i = 0; i < n; i++) {
		v[i].iov_len = rng_below(rng, 1ull << rng_below(rng, 21));
		sum += v[i].iov_len;
		if (v[i].iov_len > v[big].iov_len)
			big = i;
	}
	for (uint32_t i = 0; i < n; i++) {
		v[i].iov_len = sum == 0 ? 0
					: (uint64_t)((unsigned __int128)spare * v[i].iov_len / sum);
		given += v[i].iov_len;
		v[i].iov_len++;
	}
	v[big].iov_len += spare - given;
}

static uint32_t *permutation(uint32_t n, struct rng *rng)
{
	uint32_t *p = malloc(n * sizeof(*p));

	for (uint32_t i = 0; p != NULL && i < n; i++) {
		uint32_t j = rng_below(rng, i + 1);

		p[i] = p[j];
		p[j] = i;
	}
	return p;
}

/* Places the pieces, whose lengths are known, in a region of their own. */
static int place(struct shape *s, struct rng *rng)
{
	uint64_t limit = s->bytes / s->n, at = 0;
	uint32_t *order = permutation(s->n, rng);
	uint32_t gap = limit > GAP_MAX ? GAP_MAX : (uint32_t)limit + 1;

	if (order == NULL)
		return -ENOMEM;
	for (uint32_t i = 0; i < s->n; i++) {
		at += 1 + rng_below(rng, gap);
		s->piece[order[i]].iov_base = (void *)(uintptr_t)at;
		at += s->piece[order[i]].iov_len;
	}
	free(order);
	s->base_bytes = at + 1 + rng_below(rng, GAP_MAX);
	return 0;
}

static int by_address(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const struct iovec *)a)->iov_base;
	uintptr_t y = (uintptr_t)((const struct iovec *)b)->iov_base;

	return x < y ? -1 : x > y;
}

/* The arrays of a shape with @n pieces and @regions regions. */
static int shape_alloc(struct shape *s, enum source source, uint32_t n, uint64_t bytes,
	uint32_t regions, unsigned int salt)
{
	memset(s, 0, sizeof(*s));
	s->source = source;
	s->n = n;
	s->bytes = bytes;
	s->nregion = regions;
	s->salt = salt;
	s->piece = calloc(n, sizeof(*s->piece));
	s->sorted = calloc(n, sizeof(*s->sorted));
	s->region = calloc(regions, sizeof(*s->region));
	s->ol = calloc(n, sizeof(*s->ol));
	if (s->piece == NULL || s->sorted == NULL || s->region == NULL || s->ol == NULL)
		return -ENOMEM;
	return 0;
}

/* Once the pieces' offsets and lengths are known: gives them memory and addresses. */
static int settle(struct shape *s)
{
	/* not zeroed: the pattern is laid over all of it */
	s->base = rte_malloc("shape", s->base_bytes, 64);
	if (s->base == NULL)
		return -ENOMEM;
	s->region[0] = (struct iovec){s->base, s->base_bytes};
	for (uint32_t i = 0; i < s->n; i++) {
		uint64_t off = (uintptr_t)s->piece[i].iov_base;

		s->ol[i] = (struct lac_ol){(uint32_t)off, (uint32_t)s->piece[i].iov_len};
		s->piece[i].iov_base = s->base + off;
	}
	return 0;
}

static void finish(struct shape *s)
{
	memcpy(s->sorted, s->piece, s->n * sizeof(*s->piece));
	qsort(s->sorted, s->n, sizeof(*s->sorted), by_address);
	qsort(s->region, s->nregion, sizeof(*s->region), by_address);
	for (uint32_t i = 0; i < s->nregion; i++)
		pattern_fill(s->region[i].iov_base, s->region[i].iov_len, s->salt);
}

int shape_make(struct shape *s, enum source source, uint32_t n, uint64_t bytes,
	struct rte_mempool *pool, struct rng *rng, unsigned int salt)
{
	int err;

	if (n == 0 || bytes < n)
		return -EINVAL;
	err = shape_alloc(s, source, n, bytes, source == SOURCE_MBUF ? n : 1, salt);
	if (err == 0 && source == SOURCE_MBUF) {
		err = chain_make(s, pool, rng);
	} else if (err == 0) {
		split(s->piece, n, bytes, rng);
		err = place(s, rng);
		if (err == 0)
			err = settle(s);
	}
	if (err < 0)
		shape_free(s);
	else
		finish(s);
	return err;
}

int shape_make_list(
	struct shape *s, enum source source, const struct sg_list *list, unsigned int salt)
{
	int err = shape_alloc(s, source, list->n, list->bytes, 1, salt);

	for (uint32_t i = 0; err == 0 && i < list->n; i++)
		s->piece[i] = (struct iovec){(void *)(uintptr_t)list->v[i].off, list->v[i].len};
	s->base_bytes = list->end + 1;
	if (err == 0)
		err = settle(s);
	if (err < 0)
		shape_free(s);
	else
		finish(s);
	return err;
}

void shape_free(struct shape *s)
{
	rte_pktmbuf_free(s->mbuf);
	rte_free(s->base);
	free(s->piece);
	free(s->sorted);
	free(s->region);
	free(s->ol);
	memset(s, 0, sizeof(*s));
}

struct lac_src shape_src(const struct shape *s)
{
	switch (s->source) {
	case SOURCE_OL:
		return lac_src_ol(s->base, s->ol, s->n);
	case SOURCE_MBUF:
		return lac_src_mbuf(s->mbuf);
	default:
		return lac_src_iov(s->piece, s->n);
	}
}
