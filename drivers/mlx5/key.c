/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Classes of keys: made and ended with their commands in a pipeline, all or nothing; the ledger of who is FREE,
 * LIVE or LOST. A class over the list limit owns a hidden class of children. (PRM, "CREATE_MKEY".)
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_common.h>
#include <rte_malloc.h>
#include <rte_random.h>

#include "mlx5/queue.h"
#include "prm/gen/prm.h"

#define MKC_MTT 1u
#define MKC_KLM 2u
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

/* ---- commands in a pipeline ---- */

struct series {
	struct lac_keys *keys;
	const uint32_t *which; /* positions, or NULL: all */
	uint32_t count;
	uint32_t failed; /* destroying: how many are still there */
	int err;
};

static bool create_next(void *arg, uint32_t i, void *image)
{
	struct series *s = arg;
	const struct lac_keys *keys = s->keys;
	const struct lac_keys_attr *a = &keys->attr;
	struct prm_create_mkey_in *in = image;
	struct prm_mkc *m = prm_create_mkey_in_memory_key_mkey_entry(in);
	const bool pages = a->type == LAC_KEY_MEM_REG;

	if (i >= s->count)
		return false;
	memset(in, 0, sizeof(*in));
	prm_create_mkey_in_set_opcode(in, PRM_OP_CREATE_MKEY);
	prm_mkc_set_free(m, 1);
	prm_mkc_set_umr_en(m, 1);
	prm_mkc_set_lr(m, 1);
	prm_mkc_set_access_mode_1_0(m, pages ? MKC_MTT : MKC_KLM);
	prm_mkc_set_qpn(m, 0xffffff);
	prm_mkc_set_mkey_7_0(m, (uint32_t)rte_rand() & 0xff);
	prm_mkc_set_pd(m, lac_pd_number(keys->pd));
	prm_mkc_set_en_rinval(m, (a->access & LAC_REMOTE_INV) != 0);
	prm_mkc_set_translations_octword_size(m,
		pages ? RTE_ALIGN_CEIL(keys->entries, 8u) / 2 : RTE_ALIGN_CEIL(keys->entries, 4u));
	if (pages)
		prm_mkc_set_log_page_size(m, a->page_log2);
	return true;
}

static int create_done(void *arg, uint32_t i, int err, const void *out)
{
	struct series *s = arg;
	struct lac_key *k = &s->keys->key[s->which ? s->which[i] : i];

	if (err < 0)
		return s->err = s->err ? s->err : err;
	k->be = lac_key_first_be(
		lac_port_hot(s->keys->pd->port), prm_create_mkey_out_mkey_index(out));
	k->state = LAC_KEY_FREE;
	k->owner = 0;
	k->flags = (k->flags & LAC_KF_OUT) | LAC_KF_MADE;
	return s->err;
}

static bool destroy_next(void *arg, uint32_t i, void *image)
{
	struct series *s = arg;
	struct prm_destroy_mkey_in *in = image;

	if (i >= s->count)
		return false;
	memset(in, 0, sizeof(*in));
	prm_destroy_mkey_in_set_opcode(in, PRM_OP_DESTROY_MKEY);
	prm_destroy_mkey_in_set_mkey_index(in, key_index(&s->keys->key[s->which[i]]));
	return true;
}

static int destroy_done(void *arg, uint32_t i, int err, const void *out)
{
	struct series *s = arg;
	struct lac_key *k = &s->keys->key[s->which[i]];

	(void)out;
	if (err < 0) {
		s->err = s->err ? s->err : err;
		s->failed++;
		return 0;
	}
	k->flags &= (uint8_t)~LAC_KF_MADE;
	return 0;
}

static int keys_make(struct lac_keys *keys, const uint32_t *which, uint32_t count)
{
	struct series s = {.keys = keys, .which = which, .count = count};
	const struct lac_cmd_many many = {
		.arg = &s,
		.next = create_next,
		.done = create_done,
		.in_len = sizeof(struct prm_create_mkey_in),
		.out_len = sizeof(struct prm_create_mkey_out),
	};
	int err = lac_cmd_many(keys->pd->port, &many);

	return s.err ? s.err : err;
}

/* Ends those of @which; what fails stays marked. Key bytes are remembered first. */
static int keys_unmake(struct lac_keys *keys, const uint32_t *which, uint32_t count)
{
	struct series s = {.keys = keys, .which = which, .count = count};
	const struct lac_cmd_many many = {
		.arg = &s,
		.next = destroy_next,
		.done = destroy_done,
		.in_len = sizeof(struct prm_destroy_mkey_in),
		.out_len = sizeof(struct prm_destroy_mkey_out),
	};
	struct lac_hot *h = lac_port_hot(keys->pd->port);
	uint32_t i;
	int err = 0;

	for (i = 0; i < count; i++)
		if (lac_key_last_be(h, keys->key[which[i]].be) < 0)
			return -ENOMEM;
	if (keys->epoch == lac_port_epoch(keys->pd->port))
		err = lac_cmd_many(keys->pd->port, &many);
	if (err == -ENODEV || s.err == -ENODEV)
		return 0;
	return s.err ? s.err : err;
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
	err = keys_make(keys, NULL, count);
	if (err < 0)
		return err;
	qsort_r(keys->by_index, count, sizeof(*keys->by_index), by_index, keys->key);
	return 0;
}

/* Positions of the keys that are in the device; NULL: no memory. */
static uint32_t *keys_made(const struct lac_keys *keys, uint32_t *n, bool lost_only)
{
	uint32_t *which = malloc((size_t)keys->attr.count * sizeof(*which)), i;

	*n = 0;
	for (i = 0; which && i < keys->attr.count; i++)
		if (keys->key[i].flags & LAC_KF_MADE &&
			(!lost_only || keys->key[i].state == LAC_KEY_LOST))
			which[(*n)++] = i;
	return which;
}

static int keys_clear(struct lac_keys *keys)
{
	uint32_t n, *which;
	int err;

	if (!keys->key)
		return 0;
	which = keys_made(keys, &n, false);
	if (!which)
		return -ENOMEM;
	err = keys_unmake(keys, which, n);
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
	which = keys_made(keys, &n, true);
	if (!which)
		return -ENOMEM;
	err = n ? keys_unmake(keys, which, n) : 0;
	if (err == 0 && n)
		err = keys_make(keys, which, n);
	free(which);
	qsort_r(keys->by_index, keys->attr.count, sizeof(*keys->by_index), by_index, keys->key);
	free_restack(keys);
	if (err == 0 && keys->child)
		err = lac_keys_repair(keys->child);
	return err < 0 ? err : (int)n;
}
