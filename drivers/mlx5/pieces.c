/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Sources, piece by piece: the exact way, for requests that the accumulators did not pass and for lists that
 * need more than translation. Empty pieces are dropped, pieces over 2 GiB become several entries.
 */
#include <string.h>

#include "mlx5/umr.h"

void lac_pieces_of(struct lac_pieces *it, struct lac_src s, uint32_t dma)
{
	memset(it, 0, sizeof(*it));
	it->s = s;
	it->m = s.v;
	it->dma = dma;
}

void lac_pieces_of_kids(struct lac_pieces *it, const uint64_t *len, const uint32_t *be, uint32_t n)
{
	memset(it, 0, sizeof(*it));
	it->s.n = n;
	it->kid_len = len;
	it->kid_be = be;
}

bool lac_piece_load(struct lac_pieces *it)
{
	const uint32_t i = it->i;

	if (i >= it->s.n)
		return false;
	it->key = it->dma;
	if (it->kid_len) {
		it->addr = 0;
		it->len = it->kid_len[i];
		it->key = it->kid_be[i];
	} else if (it->s.kind == LAC_SRC_IOV) {
		const struct iovec *v = (const struct iovec *)it->s.v + i;

		it->addr = (uint64_t)(uintptr_t)v->iov_base;
		it->len = v->iov_len;
	} else if (it->s.kind == LAC_SRC_OL) {
		const struct lac_ol *v = (const struct lac_ol *)it->s.v + i;

		it->addr = it->s.base + v->off;
		it->len = v->len;
	} else if (it->s.kind == LAC_SRC_LOC) {
		const struct lac_loc *v = (const struct lac_loc *)it->s.v + i;

		it->addr = v->addr;
		it->len = v->len;
		it->key = v->key.be;
	} else if (it->s.kind == LAC_SRC_MBUF && it->m) {
		it->m = lac_mbuf_(it->m, it->s.base, &it->addr, &it->len);
	} else {
		return false;
	}
	it->i++;
	return true;
}

bool lac_piece_next(struct lac_pieces *it)
{
	do {
		if (!lac_piece_load(it))
			return false;
	} while (it->len == 0);
	return true;
}

bool lac_entry_next(struct lac_pieces *it, uint64_t *addr, uint32_t *len, uint32_t *key)
{
	if (it->len == 0 && !lac_piece_next(it))
		return false;
	*addr = it->addr;
	*len = (uint32_t)(it->len < LAC_PIECE_MAX ? it->len : LAC_PIECE_MAX);
	*key = it->key;
	it->addr += *len;
	it->len -= *len;
	return true;
}

/* Exactly: does the address space know it? The hull is asked first, unless check=full emptied it. */
static bool known(const struct lac_sq *q, uint64_t addr, uint64_t len)
{
	if (addr + len < addr)
		return false;
	if (addr >= q->x.lo[0] && addr + len <= q->x.hi[0])
		return true;
	return q->qp && q->qp->pd && lac_as_knows(lac_port_as(q->qp->pd->port), addr, len);
}

void lac_measure(const struct lac_sq *q, struct lac_src s, struct lac_measure *m)
{
	struct lac_pieces it;

	memset(m, 0, sizeof(*m));
	m->stray = UINT32_MAX;
	lac_pieces_of(&it, s, lac_sq_dma_lkey(q).be);
	while (lac_piece_next(&it)) {
		if (m->entries == 0)
			m->first = it.addr;
		if (s.kind != LAC_SRC_LOC && m->stray == UINT32_MAX && !known(q, it.addr, it.len))
			m->stray = it.i - 1;
		m->entries += (it.len >> 31) + ((it.len & (LAC_PIECE_MAX - 1)) != 0);
		m->overflow |= m->sum + it.len < m->sum;
		m->sum += it.len;
	}
}
