/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The ledger of pages that firmware may hold, and for which function each: a hash by address, open addressing,
 * a power of two of places, never more than half of them in use or once used.
 */
#include <errno.h>
#include <stdlib.h>

#include "mlx5/port_priv.h"

#define WAS          1u /* instead of an address: a page was here, a search goes on */
#define CAP_AT_FIRST 1024u

static uint32_t place(const struct lac_ledger *l, uint64_t va)
{
	return (uint32_t)((va >> 12) * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (l->cap - 1);
}

struct lac_page *lac_ledger_find(const struct lac_ledger *l, uint64_t va)
{
	if (!l->cap || va <= WAS)
		return NULL;
	for (uint32_t i = place(l, va); l->slot[i].va; i = (i + 1) & (l->cap - 1)) {
		if (l->slot[i].va == va)
			return &l->slot[i];
	}
	return NULL;
}

void lac_ledger_put(struct lac_ledger *l, uint64_t va, uint32_t func)
{
	uint32_t i = place(l, va);

	while (l->slot[i].va > WAS)
		i = (i + 1) & (l->cap - 1);
	l->touched += !l->slot[i].va;
	l->slot[i] = (struct lac_page){va, func};
	l->held++;
	if (l->held > l->most)
		l->most = l->held;
}

int lac_ledger_room(struct lac_ledger *l, uint32_t n)
{
	const struct lac_ledger old = *l;
	uint32_t cap = CAP_AT_FIRST;

	if (l->touched + n <= l->cap / 2)
		return 0;
	while (cap < 4 * (l->held + n))
		cap *= 2;
	l->slot = calloc(cap, sizeof(*l->slot));
	if (!l->slot) {
		l->slot = old.slot;
		return -ENOMEM;
	}
	l->cap = cap;
	l->held = l->touched = 0;
	for (uint32_t i = 0; i < old.cap; i++) {
		if (old.slot[i].va > WAS)
			lac_ledger_put(l, old.slot[i].va, old.slot[i].func);
	}
	free(old.slot);
	return 0;
}

uint64_t lac_ledger_del(struct lac_ledger *l, struct lac_page *p)
{
	uint64_t va = p->va;

	p->va = WAS;
	l->held--;
	return va;
}

struct lac_page *lac_ledger_next(const struct lac_ledger *l, struct lac_page *after, uint32_t func)
{
	for (uint32_t i = after ? (uint32_t)(after - l->slot) + 1 : 0; i < l->cap; i++) {
		if (l->slot[i].va > WAS && (func == LAC_FUNC_ANY || l->slot[i].func == func))
			return &l->slot[i];
	}
	return NULL;
}

uint32_t lac_ledger_pick(const struct lac_ledger *l, uint32_t *func)
{
	struct lac_page *p = lac_ledger_next(l, NULL, LAC_FUNC_ANY);
	uint32_t n = 0;

	if (!p)
		return 0;
	*func = p->func;
	for (; p; p = lac_ledger_next(l, p, *func))
		n++;
	return n;
}

void lac_ledger_fini(struct lac_ledger *l)
{
	free(l->slot);
	*l = (struct lac_ledger){0};
}
