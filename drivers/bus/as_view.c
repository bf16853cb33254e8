/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What readers see of the address space. Readers take the copy that the sequence's low bit names and try
 * again only when the table was published twice while they looked; the writer fills the copy that
 * nobody is sent to, then moves the sequence.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <lacuna/hot/order.h>

#include "bus/as_priv.h"

#define RELAXED __ATOMIC_RELAXED

int lac_view_reserve(struct lac_view *w, uint32_t n)
{
	for (int i = 0; i < 2; i++) {
		struct lac_view_side *old = w->side[i], *s;
		uint32_t cap = old ? old->cap : 16;

		while (cap < n)
			cap *= 2;
		if (old && cap == old->cap)
			continue;
		s = calloc(1, sizeof(*s) + cap * sizeof(s->r[0]));
		if (!s)
			return -ENOMEM;
		if (old) {
			memcpy(s, old, sizeof(*s) + old->n * sizeof(s->r[0]));
			s->next = old;
		}
		s->cap = cap;
		__atomic_store_n(&w->side[i], s, __ATOMIC_RELEASE);
	}
	return 0;
}

/* Joins neighbours into @s, leaving out @skip_n maps from @skip on. */
static void side_fill(
	struct lac_view_side *s, const struct lac_maps *m, uint32_t skip, uint32_t skip_n)
{
	uint64_t end = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		const struct lac_map *map = &m->v[i];

		if (i - skip < skip_n)
			continue;
		if (n && map->va == end) {
			__atomic_store_n(&s->r[n - 1].len, s->r[n - 1].len + map->len, RELAXED);
		} else {
			__atomic_store_n(&s->r[n].base, map->va, RELAXED);
			__atomic_store_n(&s->r[n].len, map->len, RELAXED);
			n++;
		}
		end = map->va + map->len;
	}
	__atomic_store_n(&s->n, n, RELAXED);
	__atomic_store_n(&s->lo, n ? s->r[0].base : 0, RELAXED);
	__atomic_store_n(&s->hi, end, RELAXED);
}

void lac_view_publish(struct lac_view *w, const struct lac_maps *m, uint32_t skip, uint32_t skip_n)
{
	const struct lac_view_side *now = w->side[w->seq & 1];
	struct lac_view_side *s = w->side[(w->seq + 1) & 1];

	/* whoever sees any of what follows also sees that the sequence had left this copy before */
	lac_order_sequence_then_copy();
	side_fill(s, m, skip, skip_n);
	if (s->n != now->n || memcmp(s->r, now->r, s->n * sizeof(s->r[0])))
		__atomic_store_n(&w->seq, w->seq + 1, __ATOMIC_RELEASE);
}

/* true when the copy that was read under @seq was whole all along */
static bool view_whole(const struct lac_view *w, uint32_t seq)
{
	lac_order_copy_then_sequence();
	return __atomic_load_n(&w->seq, RELAXED) == seq;
}

static bool side_knows(const struct lac_view_side *s, uint64_t addr, uint64_t len)
{
	uint32_t lo = 0, hi = __atomic_load_n(&s->n, RELAXED);
	uint64_t in, room;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (__atomic_load_n(&s->r[mid].base, RELAXED) <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (!lo)
		return false;
	in = addr - __atomic_load_n(&s->r[lo - 1].base, RELAXED);
	room = __atomic_load_n(&s->r[lo - 1].len, RELAXED);
	return in < room && len <= room - in;
}

static const struct lac_view_side *view_side(const struct lac_view *w, uint32_t seq)
{
	return __atomic_load_n(&w->side[seq & 1], __ATOMIC_ACQUIRE);
}

bool lac_view_knows(const struct lac_view *w, uint64_t addr, uint64_t len)
{
	uint32_t seq;
	bool known;

	do {
		seq = __atomic_load_n(&w->seq, __ATOMIC_ACQUIRE);
		known = side_knows(view_side(w, seq), addr, len);
	} while (!view_whole(w, seq));
	return known && len;
}

struct lac_as_hull lac_view_hull(const struct lac_view *w)
{
	const struct lac_view_side *s;
	struct lac_as_hull h;

	do {
		h.generation = __atomic_load_n(&w->seq, __ATOMIC_ACQUIRE);
		s = view_side(w, h.generation);
		h.lo = __atomic_load_n(&s->lo, RELAXED);
		h.hi = __atomic_load_n(&s->hi, RELAXED);
	} while (!view_whole(w, h.generation));
	return h;
}

void lac_view_free(struct lac_view *w)
{
	for (int i = 0; i < 2; i++) {
		while (w->side[i]) {
			struct lac_view_side *next = w->side[i]->next;

			free(w->side[i]);
			w->side[i] = next;
		}
	}
}
