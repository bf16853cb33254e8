/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Object numbers. A freed number waits in a queue until REUSE_AFTER others have been freed (or no fresh one
 * is left), so that a client that uses a stale number is refused rather than served another object. Limits
 * are the capabilities', read when an object is made.
 */
#include <errno.h>
#include <stdlib.h>

#include "hca_priv.h"

#define REUSE_AFTER 64u
#define NOBODY      UINT32_MAX

struct id_slot {
	void *obj;
	void (*free)(struct emu_fn *, void *);
	uint32_t refs;
	uint32_t uid; /* the user context that made it */
	uint32_t next_free;
	bool live;
};

struct emu_ids {
	struct id_slot *slot; /* number first + i at [i] */
	uint32_t used, room;  /* slots ever handed out; slots allocated */
	uint32_t live;
	uint32_t freed, oldest, newest; /* the queue of freed numbers */
};

/* How numbers of a kind begin, and how wide the field that holds them is. */
static const struct {
	uint32_t first;
	uint32_t bits;
} ranges[EMU_KINDS] = {
	[EMU_UAR] = {EMU_UAR_FIRST, 24},
	[EMU_PD] = {0x40, 24},
	[EMU_TD] = {0x40, 24},
	[EMU_XRCD] = {0x40, 24},
	[EMU_EQ] = {1, 8},
	[EMU_CQ] = {0x40, 24},
	[EMU_QP] = {0x40, 24},
	[EMU_MKEY] = {0x40, 24},
	[EMU_SRQ] = {0x40, 24},
	[EMU_UCTX] = {1, 15},
};

static uint32_t limit_of(struct emu_fn *f, enum emu_kind k)
{
	uint32_t log = 0;

	switch (k) {
	case EMU_UAR:
		return EMU_BAR_BYTES / EMU_PAGE - EMU_UAR_FIRST;
	case EMU_PD:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_PD);
		break;
	case EMU_TD:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_TRANSPORT_DOMAIN);
		break;
	case EMU_XRCD:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_XRCD);
		break;
	case EMU_EQ:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_EQ);
		break;
	case EMU_CQ:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_CQ);
		break;
	case EMU_QP:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_QP);
		break;
	case EMU_MKEY:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_MKEY);
		break;
	case EMU_SRQ:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_SRQ);
		break;
	case EMU_UCTX:
		log = (uint32_t)EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_UCTX);
		break;
	case EMU_KINDS:
		break;
	}
	return log > 24 ? 1u << 24 : 1u << log;
}

static struct emu_ids *table(struct emu_fn *f, enum emu_kind k)
{
	return f->hca->ids[k];
}

static struct id_slot *slot_of(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct emu_ids *t = table(f, k);
	uint32_t i = id - ranges[k].first;

	return id >= ranges[k].first && i < t->used && t->slot[i].live ? &t->slot[i] : NULL;
}

uint32_t emu_uid(struct emu_fn *f)
{
	return f->hca->uid;
}

bool emu_uid_is_user(uint32_t uid)
{
	return uid && uid != EMU_UID_SHARED;
}

static bool owned(struct emu_fn *f, const struct id_slot *s)
{
	return !emu_uid_is_user(emu_uid(f)) || s->uid == emu_uid(f);
}

static int slot_fresh(struct emu_ids *t)
{
	if (t->used == t->room) {
		uint32_t room = t->room ? t->room * 2 : 64;
		struct id_slot *s = realloc(t->slot, room * sizeof(*s));

		if (!s)
			return -ENOMEM;
		t->slot = s;
		t->room = room;
	}
	t->used++;
	return 0;
}

int emu_ids_create(struct emu_fn *f)
{
	for (int k = 0; k < EMU_KINDS; k++) {
		f->hca->ids[k] = calloc(1, sizeof(struct emu_ids));
		if (!f->hca->ids[k])
			return -ENOMEM;
	}
	return 0;
}

void emu_ids_destroy(struct emu_fn *f)
{
	for (int k = 0; k < EMU_KINDS; k++) {
		free(f->hca->ids[k]);
		f->hca->ids[k] = NULL;
	}
}

int emu_id_new(struct emu_fn *f, enum emu_kind k, void *obj,
	void (*destroy)(struct emu_fn *, void *), uint32_t *id)
{
	struct emu_ids *t = table(f, k);
	uint32_t limit = limit_of(f, k);
	uint32_t space = (1u << ranges[k].bits) - ranges[k].first, i;

	if (t->live >= limit)
		return -ENOSPC;
	if (k == EMU_UAR)
		space = limit;
	if (t->freed > REUSE_AFTER || (t->freed && t->used >= space)) {
		i = t->oldest;
		t->oldest = t->slot[i].next_free;
		t->freed--;
	} else {
		if (t->used >= space || slot_fresh(t))
			return -ENOSPC;
		i = t->used - 1;
	}
	t->slot[i] = (struct id_slot){.obj = obj, .free = destroy, .uid = emu_uid(f), .live = true};
	emu_id_ref(f, EMU_UCTX, emu_uid(f));
	t->live++;
	emu_stats(f)->objects++;
	*id = ranges[k].first + i;
	return 0;
}

void *emu_id_get(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct id_slot *s = slot_of(f, k, id);

	return s && (owned(f, s) || s->uid == EMU_UID_SHARED) ? s->obj : NULL;
}

static void drop(struct emu_fn *f, enum emu_kind k, uint32_t i)
{
	struct emu_ids *t = table(f, k);
	struct id_slot *s = &t->slot[i];
	void (*destroy)(struct emu_fn *, void *) = s->free;
	void *obj = s->obj;

	emu_id_unref(f, EMU_UCTX, s->uid);
	s->live = false;
	s->next_free = NOBODY;
	if (t->freed++)
		t->slot[t->newest].next_free = i;
	else
		t->oldest = i;
	t->newest = i;
	t->live--;
	emu_stats(f)->objects--;
	if (destroy)
		destroy(f, obj);
}

void *emu_id_peek(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct id_slot *s = slot_of(f, k, id);

	return s ? s->obj : NULL;
}

int emu_id_del(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct id_slot *s = slot_of(f, k, id);

	if (!s || !owned(f, s))
		return -ENOENT;
	if (s->refs)
		return -EBUSY;
	drop(f, k, id - ranges[k].first);
	return 0;
}

uint32_t emu_id_next(struct emu_fn *f, enum emu_kind k, uint32_t from)
{
	struct emu_ids *t = table(f, k);
	uint32_t i = from > ranges[k].first ? from - ranges[k].first : 0;

	for (; i < t->used; i++)
		if (t->slot[i].live)
			return ranges[k].first + i;
	return UINT32_MAX;
}

uint32_t emu_id_count(struct emu_fn *f, enum emu_kind k)
{
	return table(f, k)->live;
}

void emu_id_ref(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct id_slot *s = slot_of(f, k, id);

	if (s)
		s->refs++;
}

void emu_id_unref(struct emu_fn *f, enum emu_kind k, uint32_t id)
{
	struct id_slot *s = slot_of(f, k, id);

	if (s && s->refs)
		s->refs--;
}

/* Those who refer go before those referred to. */
static const enum emu_kind order[EMU_KINDS] = {
	EMU_QP, EMU_SRQ, EMU_MKEY, EMU_CQ, EMU_EQ, EMU_XRCD, EMU_TD, EMU_PD, EMU_UAR, EMU_UCTX};

void emu_ids_clear(struct emu_fn *f)
{
	for (int n = 0; n < EMU_KINDS; n++) {
		enum emu_kind k = order[n];
		struct emu_ids *t = table(f, k);

		for (uint32_t i = 0; i < t->used; i++)
			if (t->slot[i].live)
				drop(f, k, i);
		free(t->slot);
		*t = (struct emu_ids){0};
	}
}
