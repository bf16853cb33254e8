/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Classes of keys: made and ended as a whole or not at all, and the repair of keys that are LOST. A class over the list
 * limit owns a hidden class of children.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_common.h>
#include <rte_malloc.h>

#include "mlx5/queue.h"

#define WRITING (LAC_LOCAL_WRITE | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)

static int refuse(struct lac_port *port, int err, const char *arg)
{
	struct lac_err e = {.err = err, .where = LAC_AT_ARGS};

	snprintf(e.arg, sizeof(e.arg), "%s", arg);
	return lac_port_fail(port, &e);
}

static uint32_t key_index(const struct lac_key *k)
{
	return lac_from_be32((lac_be32){k->be}) >> 8;
}

/* ---- a class ---- */

static int by_index(const void *a, const void *b, void *arg)
{
	const struct lac_key *key = arg;
	const uint32_t x = key_index(&key[*(const uint32_t *)a]);
	const uint32_t y = key_index(&key[*(const uint32_t *)b]);

	return x < y ? -1 : x > y;
}

static int attr_settle(struct lac_port *port, struct lac_keys_attr *a)
{
	const struct lac_limits *l = lac_port_limits(port);

	a->type = a->type ? a->type : LAC_KEY_SG_GAPS;
	a->page_log2 = a->page_log2 ? a->page_log2 : 12;
	if (a->type != LAC_KEY_SG_GAPS && a->type != LAC_KEY_MEM_REG)
		return refuse(port, -EINVAL, "type");
	if (l->inline_entries == 0)
		return refuse(port, -ENOTSUP, "the port has no gappy registration");
	if (a->max_entries == 0)
		return refuse(port, -EINVAL, "max_entries");
	if (a->count == 0)
		return refuse(port, -EINVAL, "count");
	if (a->access & ~(uint32_t)(LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE |
				    LAC_REMOTE_ATOMIC | LAC_REMOTE_INV))
		return refuse(port, -EINVAL, "access");
	if (a->access & (LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC) && !(a->access & LAC_LOCAL_WRITE))
		return refuse(port, -EINVAL, "access: remote writing needs LAC_LOCAL_WRITE");
	if (a->access & LAC_REMOTE_ATOMIC && !lac_port_caps(port)->umr_atomic)
		return refuse(port, -ENOTSUP, "access: no atomics through registrations");
	if (a->page_log2 < 12 || a->page_log2 > 30)
		return refuse(port, -EINVAL, "page_log2");
	if (a->count > l->keys)
		return refuse(port, -E2BIG, "count");
	if (a->max_entries > (a->type == LAC_KEY_MEM_REG ? l->list_entries : l->max_entries))
		return refuse(port, -E2BIG, "max_entries");
	a->max_entries = RTE_ALIGN_CEIL(a->max_entries, 4u);
	return 0;
}

static void keys_free(struct lac_keys *keys)
{
	struct lac_hot *h = lac_port_hot(keys->pd->port);

	if (keys->child)
		keys_free(keys->child);
	if (keys->cls) {
		pthread_mutex_lock(&h->lock);
		keys->cls->keys = NULL;
		pthread_mutex_unlock(&h->lock);
	}
	rte_free(keys->key);
	free(keys->free);
	free(keys->by_index);
	free(keys);
}

/* A place in the table of classes, with its templates. */
static int class_take(struct lac_keys *keys)
{
	struct lac_port *port = keys->pd->port;
	const struct lac_limits *l = lac_port_limits(port);
	struct lac_hot *h = lac_port_hot(port);
	uint32_t i;

	pthread_mutex_lock(&h->lock);
	for (i = 0; i < LAC_CLASSES_MAX && h->cls[i].keys; i++)
		;
	if (i < LAC_CLASSES_MAX) {
		keys->cls = &h->cls[i];
		lac_kclass_fill(keys->cls, &keys->attr, l->inline_entries, l->list_entries,
			lac_port_caps(port)->umr_atomic);
		keys->cls->keys = keys;
	}
	pthread_mutex_unlock(&h->lock);
	keys->id = (uint16_t)i;
	return i < LAC_CLASSES_MAX ? 0 : refuse(port, -ENOSPC, "classes of keys");
}

/* All keys that are not handed out, the first on top. */
static void free_restack(struct lac_keys *keys)
{
	uint32_t i;

	keys->free_n = 0;
	for (i = keys->attr.count; i-- > 0;)
		if (!(keys->key[i].flags & LAC_KF_OUT))
			keys->free[keys->free_n++] = i;
}

static int keys_fill(struct lac_keys *keys)
{
	const uint32_t count = keys->attr.count;
	uint32_t i;
	int err;

	keys->key = rte_zmalloc_socket(
		"lac_keys", (size_t)count * sizeof(*keys->key), 64, lac_port_numa(keys->pd->port));
	keys->free = malloc((size_t)count * sizeof(*keys->free));
	keys->by_index = malloc((size_t)count * sizeof(*keys->by_index));
	if (!keys->key || !keys->free || !keys->by_index)
		return refuse(keys->pd->port, -ENOMEM, "keys");
	err = class_take(keys);
	if (err < 0)
		return err;
	for (i = 0; i < count; i++) {
		keys->key[i].cls = keys->id;
		keys->by_index[i] = i;
	}
	free_restack(keys);
	err = lac_keys_make(keys, NULL, count);
	if (err < 0)
		return err;
	qsort_r(keys->by_index, count, sizeof(*keys->by_index), by_index, keys->key);
	return 0;
}

enum pick { PICK_MADE, PICK_LOST, PICK_LOST_MADE };

/* Positions of the keys that are in the device, or LOST, or both; NULL: no memory. */
static uint32_t *keys_pick(const struct lac_keys *keys, uint32_t *n, enum pick what)
{
	uint32_t *which = malloc((size_t)keys->attr.count * sizeof(*which)), i;

	*n = 0;
	for (i = 0; which && i < keys->attr.count; i++) {
		const struct lac_key *k = &keys->key[i];

		if ((what == PICK_LOST || k->flags & LAC_KF_MADE) &&
			(what == PICK_MADE || k->state == LAC_KEY_LOST))
			which[(*n)++] = i;
	}
	return which;
}

static int keys_clear(struct lac_keys *keys)
{
	uint32_t n, *which;
	int err;

	if (!keys->key)
		return 0;
	which = keys_pick(keys, &n, PICK_MADE);
	if (!which)
		return -ENOMEM;
	err = lac_keys_unmake(keys, which, n);
	free(which);
	return err;
}

static int keys_create(struct lac_pd *pd, const struct lac_keys_attr *a, struct lac_keys **out)
{
	const struct lac_limits *l = lac_port_limits(pd->port);
	struct lac_keys *keys = calloc(1, sizeof(*keys));
	struct lac_keys_attr child = *a;
	int err = 0;

	if (!keys)
		return -ENOMEM;
	keys->pd = pd;
	keys->attr = *a;
	keys->epoch = lac_port_epoch(pd->port);
	keys->entries = a->max_entries;
	if (a->max_entries > l->list_entries) {
		keys->per_key = (a->max_entries + l->list_entries - 1) / l->list_entries;
		/* lists that fit one UMR need no children, so the key itself holds as many */
		keys->entries = l->list_entries;
		child.max_entries = l->list_entries;
		child.count = a->count * keys->per_key;
		child.access = a->access & WRITING ? LAC_LOCAL_WRITE : 0;
		child.remap = 0;
		child.zero_based = 1;
		if ((uint64_t)a->count * keys->per_key > l->keys)
			err = refuse(pd->port, -E2BIG, "count: with child keys");
		if (err == 0)
			err = keys_create(pd, &child, &keys->child);
	}
	if (err == 0)
		err = keys_fill(keys);
	if (err < 0) {
		keys_clear(keys);
		if (keys->child)
			keys_clear(keys->child);
		keys_free(keys);
		return err;
	}
	*out = keys;
	return 0;
}

int lac_keys_create(struct lac_pd *pd, const struct lac_keys_attr *a, struct lac_keys **keys)
{
	struct lac_keys_attr attr = {0};
	int err;

	*keys = NULL;
	if (a->size < offsetof(struct lac_keys_attr, zero_based) || a->size > sizeof(attr))
		return refuse(pd->port, -EINVAL, "size");
	memcpy(&attr, a, a->size);
	err = attr_settle(pd->port, &attr);
	if (err == 0)
		err = keys_create(pd, &attr, keys);
	if (err < 0)
		return err;
	pd->users++;
	lac_port_hold(pd->port, "class of keys", 1);
	return 0;
}

int lac_keys_destroy(struct lac_keys *keys)
{
	uint32_t i;
	int err;

	if (!keys)
		return 0;
	for (i = 0; i < keys->attr.count && keys->epoch == lac_port_epoch(keys->pd->port); i++)
		if (keys->key[i].state == LAC_KEY_LIVE &&
			lac_port_state(keys->pd->port) == LAC_PORT_READY)
			return refuse(keys->pd->port, -EBUSY, "a key is live");
	err = keys_clear(keys);
	if (err == 0 && keys->child)
		err = keys_clear(keys->child);
	if (err < 0)
		return err;
	keys->pd->users--;
	lac_port_hold(keys->pd->port, "class of keys", -1);
	keys_free(keys);
	return 0;
}

int lac_keys_repair(struct lac_keys *keys)
{
	uint32_t n, *which;
	int err;

	if (keys->epoch != lac_port_epoch(keys->pd->port))
		return refuse(keys->pd->port, -ENODEV, "the function was reset");
	/* a repair that failed halfway left some that are in no device */
	which = keys_pick(keys, &n, PICK_LOST_MADE);
	err = which ? 0 : -ENOMEM;
	if (n)
		err = lac_keys_unmake(keys, which, n);
	free(which);
	if (err < 0)
		return err;
	which = keys_pick(keys, &n, PICK_LOST);
	err = which ? 0 : -ENOMEM;
	if (n)
		err = lac_keys_make(keys, which, n);
	free(which);
	qsort_r(keys->by_index, keys->attr.count, sizeof(*keys->by_index), by_index, keys->key);
	free_restack(keys);
	if (err == 0 && keys->child)
		err = lac_keys_repair(keys->child);
	return err < 0 ? err : (int)n;
}
