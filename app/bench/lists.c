/* SPDX-License-Identifier: BSD-3-Clause */
#include "lists.h"

#include <rte_mbuf_core.h>

#define CACHED_MAX 64
#define OL_STRIDE  8192u

static uint64_t mix(uint64_t z)
{
	z += 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* Where a list's memory begins: its pieces lie behind each other, a page or two apart. */
static uint64_t base_of(uint32_t n, uint32_t list)
{
	return LISTS_LO + (uint64_t)list * (n + 1) * OL_STRIDE;
}

struct piece lists_piece(unsigned int kind, uint32_t n, uint32_t list, uint32_t i)
{
	const uint64_t r = mix((uint64_t)n << 40 | (uint64_t)list << 32 | i);
	struct piece p;

	p.addr = base_of(n, list) + (uint64_t)i * OL_STRIDE + (r >> 8 & 0xfff);
	p.len = 1 + (uint32_t)(r >> 32 & 0xfff);
	p.key = lac_to_be32(kind == LAC_SRC_LOC ? 0x4000u + (i << 8) : BENCH_DMA).be;
	return p;
}

static size_t piece_bytes(unsigned int kind)
{
	return kind == LAC_SRC_OL     ? sizeof(struct lac_ol)
	       : kind == LAC_SRC_LOC  ? sizeof(struct lac_loc)
	       : kind == LAC_SRC_MBUF ? sizeof(struct rte_mbuf)
				      : sizeof(struct iovec);
}

static void mbuf_fill(struct rte_mbuf *v, uint32_t n, uint32_t i, struct piece p)
{
	v[i].buf_addr = (void *)(uintptr_t)(p.addr - 128);
	v[i].data_off = 128;
	v[i].data_len = (uint16_t)p.len;
	v[i].nb_segs = i == 0 ? (uint16_t)n : 1;
	v[i].next = i + 1 < n ? &v[i + 1] : NULL;
}

static void piece_fill(unsigned int kind, uint8_t *v, uint32_t n, uint32_t list, uint32_t i)
{
	const struct piece p = lists_piece(kind, n, list, i);
	struct iovec *iov = (struct iovec *)(void *)v;
	struct lac_loc *loc = (struct lac_loc *)(void *)v;
	struct lac_ol *ol = (struct lac_ol *)(void *)v;

	if (kind == LAC_SRC_MBUF) {
		mbuf_fill((struct rte_mbuf *)(void *)v, n, i, p);
	} else if (kind == LAC_SRC_OL) {
		ol[i].off = (uint32_t)(p.addr - base_of(n, list));
		ol[i].len = p.len;
	} else if (kind == LAC_SRC_LOC) {
		loc[i].addr = p.addr;
		loc[i].len = p.len;
		loc[i].key.be = p.key;
	} else {
		iov[i].iov_base = (void *)(uintptr_t)p.addr;
		iov[i].iov_len = p.len;
	}
}

static void lists_make(struct list *l, unsigned int kind, uint32_t n)
{
	const size_t one = ((size_t)n * piece_bytes(kind) + 63) & ~(size_t)63;
	uint8_t *v = aligned_alloc(4096, (one * LISTS + 4095) & ~(size_t)4095);
	uint32_t i, j;

	bench_must(v != NULL, "no memory for source lists");
	for (i = 0; i < LISTS; i++, v += one) {
		l[i].v = v;
		l[i].base = (const void *)(uintptr_t)base_of(n, i);
		l[i].n = n;
		l[i].len = 0;
		for (j = 0; j < n; j++) {
			piece_fill(kind, v, n, i, j);
			l[i].len += lists_piece(kind, n, i, j).len;
		}
	}
}

const struct list *lists_of(unsigned int kind, uint32_t n)
{
	static struct {
		unsigned int kind;
		uint32_t n;
		struct list l[LISTS];
	} cache[CACHED_MAX];
	unsigned int i;

	for (i = 0; i < CACHED_MAX && cache[i].n; i++)
		if (cache[i].kind == kind && cache[i].n == n)
			return cache[i].l;
	bench_must(i < CACHED_MAX, "too many kinds of lists");
	cache[i].kind = kind;
	cache[i].n = n;
	lists_make(cache[i].l, kind, n);
	return cache[i].l;
}
