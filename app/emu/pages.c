/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Pages that the device borrows. It demands them at boot, at init and while objects grow, fills each with
 * a pattern of its own, keeps it, and looks at the pattern when the page goes back: a client that uses,
 * frees or unmaps a lent page is found out (pages_corrupt). How many are required is a function of state
 * and objects; what is missing is asked for by event, what is too much is asked back.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

#define HASH_EMPTY 0u
#define HASH_GONE  1u
#define HASH_USED  2u /* a page's low bits are zero, so it carries this */

uint32_t pages_boot(struct emu_fn *f)
{
	return f->hca->profile.boot_pages;
}

uint32_t pages_init(struct emu_fn *f)
{
	return pages_boot(f) + f->hca->profile.init_pages;
}

/* Required of an initialized function with so many objects. */
static uint32_t need(struct emu_fn *f, uint64_t objects)
{
	const struct emu_profile *p = &f->hca->profile;
	int64_t n = (int64_t)pages_init(f) + p->regular_pages +
		    (int64_t)(objects / 64) * p->pages_per_64 + f->hca->pages.extra;

	return n < 0 ? 0 : (uint32_t)n;
}

uint32_t pages_required(struct emu_fn *f)
{
	return f->hca->state == EMU_HCA_INIT ? need(f, emu_stats(f)->objects) : 0;
}

/* Whether @opcode makes an object that lives in lent pages. */
static bool consumes(uint16_t opcode)
{
	switch (opcode) {
	case PRM_OP_ALLOC_PD:
	case PRM_OP_CREATE_MKEY:
	case PRM_OP_CREATE_CQ:
	case PRM_OP_CREATE_QP:
	case PRM_OP_CREATE_RMP:
	case PRM_OP_CREATE_XRC_SRQ:
		return true;
	default:
		return false;
	}
}

uint32_t pages_missing(struct emu_fn *f, uint16_t opcode)
{
	uint32_t n;

	if (f->hca->state != EMU_HCA_INIT || !consumes(opcode))
		return 0;
	n = need(f, emu_stats(f)->objects + 1);
	return n > f->hca->pages.held ? n - f->hca->pages.held : 0;
}

static void event_send(struct emu_fn *f, int32_t n)
{
	uint8_t data[PRM_EQE_PAGE_REQ_BYTES] = {0};

	emu_set(data, PRM_EQE_PAGE_REQ_FUNC_ID, 0);
	emu_set(data, PRM_EQE_PAGE_REQ_NUM_PAGES, (uint32_t)n);
	emu_event(f, PRM_EV_PAGE_REQUEST, 0, data);
}

bool pages_ask(struct emu_fn *f, uint32_t n)
{
	struct emu_pages *p = &f->hca->pages;

	if (!eq_takes(f, PRM_EV_PAGE_REQUEST))
		return false;
	if (n > p->asked) {
		event_send(f, (int32_t)(n - p->asked));
		p->asked = n;
	}
	return true;
}

/* Asks back when two steps of growth are idle, so that pages do not go to and fro. */
unsigned int pages_poll(struct emu_fn *f)
{
	struct emu_pages *p = &f->hca->pages;
	uint32_t required = pages_required(f), spare;

	if (f->hca->state != EMU_HCA_INIT || p->held <= required || p->asked)
		return 0;
	spare = p->held - required;
	if (spare <= p->asked_back || spare - p->asked_back < 2 * f->hca->profile.pages_per_64)
		return 0;
	if (!eq_takes(f, PRM_EV_PAGE_REQUEST))
		return 0;
	event_send(f, -(int32_t)(spare - p->asked_back));
	p->asked_back = spare;
	return 1;
}

bool pages_order(struct emu_fn *f, int32_t n)
{
	struct emu_pages *p = &f->hca->pages;

	if (f->hca->state != EMU_HCA_INIT || !eq_takes(f, PRM_EV_PAGE_REQUEST))
		return false;
	p->extra += n;
	if (n > 0)
		p->asked += (uint32_t)n;
	else
		p->asked_back += (uint32_t)-n;
	event_send(f, n);
	return true;
}

void pages_refuse(struct emu_fn *f)
{
	struct emu_pages *p = &f->hca->pages;

	p->asked = 0;
	if (p->extra > 0)
		p->extra = 0;
	cmdq_pages_changed(f, true);
}

/* ---- the set of held pages ---- */

static uint32_t hash_place(const struct emu_pages *p, uint64_t iova)
{
	uint64_t x = iova / EMU_PAGE * 0x9e3779b97f4a7c15u;

	return (uint32_t)(x >> 32) & (p->hash_size - 1);
}

static bool hash_find(const struct emu_pages *p, uint64_t iova, uint32_t *place)
{
	if (!p->hash_size)
		return false;
	for (uint32_t i = hash_place(p, iova); p->hash[i] != HASH_EMPTY;
		i = (i + 1) & (p->hash_size - 1)) {
		if (p->hash[i] == (iova | HASH_USED)) {
			*place = i;
			return true;
		}
	}
	return false;
}

static void hash_put(struct emu_pages *p, uint64_t iova)
{
	uint32_t i = hash_place(p, iova);

	while (p->hash[i] > HASH_GONE)
		i = (i + 1) & (p->hash_size - 1);
	if (p->hash[i] == HASH_EMPTY)
		p->hash_used++;
	p->hash[i] = iova | HASH_USED;
}

/* Room for @more pages: never more than half full, deleted places included. */
static int room_make(struct emu_pages *p, uint32_t more)
{
	uint64_t want = (uint64_t)p->held + more;
	uint32_t room = p->room ? p->room : 256;

	while (room < want)
		room *= 2;
	if (room != p->room) {
		uint64_t *iova = realloc(p->iova, room * sizeof(*iova));

		if (!iova)
			return -ENOMEM;
		p->iova = iova;
		p->room = room;
	}
	if ((uint64_t)p->hash_used + more > p->hash_size / 2) {
		uint64_t *hash = calloc((size_t)room * 4, sizeof(*hash));

		if (!hash)
			return -ENOMEM;
		free(p->hash);
		p->hash = hash;
		p->hash_size = room * 4;
		p->hash_used = 0;
		for (uint32_t i = 0; i < p->held; i++)
			hash_put(p, p->iova[i]);
	}
	return 0;
}

/* ---- the pattern ---- */

static void pattern_make(struct emu_fn *f, uint64_t iova, uint64_t *words)
{
	uint64_t x = iova ^ f->w->opt.seed ^ ((uint64_t)f->index << 56);

	for (uint32_t i = 0; i < EMU_PAGE / 8; i++) {
		x = x * 6364136223846793005u + 1442695040888963407u;
		words[i] = x ^ x >> 29;
	}
}

static bool pattern_holds(struct emu_fn *f, uint64_t iova)
{
	uint64_t want[EMU_PAGE / 8], got[EMU_PAGE / 8];

	pattern_make(f, iova, want);
	return !emu_dma_read(f, iova, got, sizeof(got)) && !memcmp(want, got, sizeof(got));
}

static void page_drop(struct emu_fn *f, uint32_t i)
{
	struct emu_pages *p = &f->hca->pages;
	uint32_t place;

	if (hash_find(p, p->iova[i], &place))
		p->hash[place] = HASH_GONE;
	p->iova[i] = p->iova[--p->held];
	emu_stats(f)->pages_held--;
}

static uint8_t page_add(struct emu_fn *f, struct emu_cmd *c, uint64_t iova)
{
	struct emu_pages *p = &f->hca->pages;
	uint64_t words[EMU_PAGE / 8];
	uint32_t place;

	if (iova & (EMU_PAGE - 1))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PAGE_UNALIGNED);
	if (hash_find(p, iova, &place))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PAGE_TWICE);
	pattern_make(f, iova, words);
	if (emu_dma_write(f, iova, words, sizeof(words)))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PAGE_UNMAPPED);
	hash_put(p, iova);
	p->iova[p->held++] = iova;
	emu_stats(f)->pages_held++;
	return PRM_ST_OK;
}

uint8_t pages_give(struct emu_fn *f, struct emu_cmd *c, const uint8_t *pas, uint32_t n)
{
	struct emu_pages *p = &f->hca->pages;
	uint32_t before = p->held;

	if (room_make(p, n))
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	for (uint32_t i = 0; i < n; i++) {
		uint8_t st = page_add(f, c, emu_be64(pas + (size_t)i * 8));

		if (st) {
			while (p->held > before)
				page_drop(f, p->held - 1);
			return st;
		}
	}
	p->asked = p->asked > n ? p->asked - n : 0;
	cmdq_pages_changed(f, false);
	return PRM_ST_OK;
}

uint32_t pages_take(struct emu_fn *f, uint8_t *pas, uint32_t n)
{
	struct emu_pages *p = &f->hca->pages;
	uint32_t required = pages_required(f);
	uint32_t spare = p->held > required ? p->held - required : 0, done = 0;

	while (done < n && done < spare) {
		uint64_t iova;
		uint32_t i = (uint32_t)hca_delay(f, p->held);

		if (!f->w->opt.adversarial)
			i = p->held - 1;
		iova = p->iova[i];
		if (!pattern_holds(f, iova)) {
			emu_stats(f)->pages_corrupt++;
			emu_lint(f, "page 0x%llx was changed or unmapped while the device held it",
				(unsigned long long)iova);
		}
		page_drop(f, i);
		emu_put_be64(pas + (size_t)done++ * 8, iova);
	}
	p->asked_back = p->asked_back > done ? p->asked_back - done : 0;
	return done;
}

void pages_forget(struct emu_fn *f)
{
	struct emu_pages *p = &f->hca->pages;

	emu_stats(f)->pages_held -= p->held;
	free(p->iova);
	free(p->hash);
	memset(p, 0, sizeof(*p));
}
