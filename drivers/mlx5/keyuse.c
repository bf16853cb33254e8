/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Using the keys of a class: taking and returning them, what a registration will cost, and the two ways in
 * which a key changes its state without a post: the peer ended it, or an error left it in doubt.
 */
#include <errno.h>
#include <string.h>

#include <rte_common.h>

#include "mlx5/queue.h"

/* A key that was returned and then became LOST leaves the stack; lac_keys_repair() brings it back. */
struct lac_key *lac_key_get(struct lac_keys *keys)
{
	struct lac_key *k;

	while (keys->free_n) {
		k = &keys->key[keys->free[--keys->free_n]];
		if (k->state == LAC_KEY_LOST)
			continue;
		k->flags |= LAC_KF_OUT;
		return k;
	}
	return NULL;
}

int lac_key_put(struct lac_keys *keys, struct lac_key *k)
{
	if (k < keys->key || k >= keys->key + keys->attr.count || !(k->flags & LAC_KF_OUT))
		return -EINVAL;
	if (k->state == LAC_KEY_LIVE)
		return -EBUSY;
	k->flags &= (uint8_t)~LAC_KF_OUT;
	if (k->state != LAC_KEY_LOST)
		keys->free[keys->free_n++] = (uint32_t)(k - keys->key);
	return 0;
}

unsigned int lac_key_cost_bb(const struct lac_keys *keys, uint32_t n)
{
	const struct lac_kclass *c = keys->cls;
	uint32_t kids, octowords = n;

	if (n == 0 || n > c->max)
		return 0;
	if (c->type == LAC_KEY_MEM_REG)
		octowords = (n + 7) / 8 * 4;
	if (octowords <= c->inl_max)
		return 2 * (2 + (octowords + 3) / 4) - 1;
	if (n <= c->list_max || c->type == LAC_KEY_MEM_REG)
		return 2 * 3 - 1;
	kids = (n + c->list_max - 1) / c->list_max;
	/* children by pointer, or the last in its WQE; the parent at most an inline list; padding once */
	return 3 * (kids - 1) + 2 * (2 + (c->inl_max + 3) / 4) + 15;
}

unsigned int lac_key_cost_list(const struct lac_keys *keys, uint32_t n)
{
	const struct lac_kclass *c = keys->cls;
	uint32_t octowords = n;

	if (n == 0 || n > c->max)
		return 0;
	if (c->type == LAC_KEY_MEM_REG)
		octowords = (n + 7) / 8 * 4;
	if (octowords <= c->inl_max)
		return 0;
	if (n <= c->list_max || c->type == LAC_KEY_MEM_REG)
		return RTE_ALIGN_CEIL(octowords, LAC_LIST_UNIT_ENTRIES);
	/* children's lists, and one padding at the list ring's end; the parent's stands in its WQE */
	return RTE_ALIGN_CEIL(n, LAC_LIST_UNIT_ENTRIES) +
	       RTE_ALIGN_CEIL(c->list_max, LAC_LIST_UNIT_ENTRIES);
}

int lac_key_revoked(struct lac_keys *keys, lac_rkey_t rkey)
{
	const uint32_t index = lac_rkey_num(rkey) >> 8;
	uint32_t lo = 0, hi = keys->attr.count, mid;
	struct lac_key *k;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		k = &keys->key[keys->by_index[mid]];
		if (lac_from_be32((lac_be32){k->be}) >> 8 < index)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == keys->attr.count)
		return -ENOENT;
	k = &keys->key[keys->by_index[lo]];
	if (k->be != rkey.be || k->state != LAC_KEY_LIVE)
		return -ENOENT;
	k->state = LAC_KEY_REVOKED;
	return 0;
}

static void doubt(struct lac_keys *keys, uint32_t owner_be, uint32_t from, uint32_t to)
{
	uint32_t i;

	for (i = 0; i < keys->attr.count; i++) {
		struct lac_key *k = &keys->key[i];

		if (memcmp(k->owner, &owner_be, sizeof(k->owner)) != 0)
			continue;
		if (k->seq - from < to - from)
			k->state = LAC_KEY_LOST;
		/* the queue's indices begin anew: this one says nothing from here on */
		memset(k->owner, 0, sizeof(k->owner));
	}
}

void lac_keys_doubt(struct lac_hot *h, uint32_t owner_be, uint32_t from, uint32_t to)
{
	uint32_t i;

	pthread_mutex_lock(&h->lock);
	for (i = 0; i < LAC_CLASSES_MAX; i++)
		if (h->cls[i].keys)
			doubt(h->cls[i].keys, owner_be, from, to);
	pthread_mutex_unlock(&h->lock);
}
