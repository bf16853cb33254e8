/* SPDX-License-Identifier: BSD-3-Clause */
/* The sorted table of maps: binary search by end address, insertion and removal by moving the tail. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/maps.h"

bool lac_span_ok(uint64_t va, uint64_t len)
{
	return len && len - 1 <= UINT64_MAX - va;
}

void lac_maps_free(struct lac_maps *m)
{
	free(m->v);
	*m = (struct lac_maps){0};
}

int lac_maps_reserve(struct lac_maps *m, uint32_t more)
{
	uint64_t cap = m->cap ? m->cap : 64;
	struct lac_map *v;

	while (cap < (uint64_t)m->n + more)
		cap *= 2;
	if (cap == m->cap)
		return 0;
	if (cap > UINT32_MAX)
		return -ENOMEM;
	v = realloc(m->v, cap * sizeof(*v));
	if (!v)
		return -ENOMEM;
	m->v = v;
	m->cap = (uint32_t)cap;
	return 0;
}

static uint64_t map_last(const struct lac_map *map)
{
	return map->va + (map->len - 1);
}

uint32_t lac_maps_at(const struct lac_maps *m, uint64_t va)
{
	uint32_t lo = 0, hi = m->n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (map_last(&m->v[mid]) < va)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool lac_maps_overlap(const struct lac_maps *m, uint64_t va, uint64_t len)
{
	uint32_t i = lac_maps_at(m, va);

	return i < m->n && m->v[i].va <= va + (len - 1);
}

struct lac_map *lac_maps_find(const struct lac_maps *m, uint64_t va, uint64_t len)
{
	uint32_t i = lac_maps_at(m, va);

	return i < m->n && m->v[i].va == va && m->v[i].len == len ? &m->v[i] : NULL;
}

bool lac_maps_cover(const struct lac_maps *m, uint64_t va, uint64_t len)
{
	uint64_t last;
	uint32_t i;

	if (!lac_span_ok(va, len))
		return false;
	last = va + (len - 1);
	for (i = lac_maps_at(m, va); i < m->n && m->v[i].va <= va; i++) {
		if (map_last(&m->v[i]) >= last)
			return true;
		va = map_last(&m->v[i]) + 1;
	}
	return false;
}

int lac_maps_insert(struct lac_maps *m, const struct lac_map *map)
{
	uint32_t i;
	int err;

	if (lac_maps_overlap(m, map->va, map->len))
		return -EEXIST;
	err = lac_maps_reserve(m, 1);
	if (err)
		return err;
	i = lac_maps_at(m, map->va);
	memmove(&m->v[i + 1], &m->v[i], (m->n - i) * sizeof(*m->v));
	m->v[i] = *map;
	m->n++;
	return 0;
}

void lac_maps_remove(struct lac_maps *m, uint32_t i, uint32_t n)
{
	if (n == 0)
		return; /* an empty table has no memory */
	m->n -= n;
	memmove(&m->v[i], &m->v[i + n], (m->n - i) * sizeof(*m->v));
}
