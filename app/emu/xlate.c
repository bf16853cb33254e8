/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Translation: a key, an address in the key's space and a length become a sequence of physical runs. The
 * order of the checks is fixed (exists, free, variant byte, PD, rights, QPN, bounds, then the list), so that
 * a client that breaks several rules sees the same error each time. Keys below a KLM or KSM entry are
 * checked for local rights only. The walk keeps a stack of levels and allocates nothing.
 */
#include "engine.h"
#include "prm/gen/prm_fields.h"
#include "rd.h"

const char *emu_fault_name(enum emu_fault e)
{
	static const char *const names[] = {"none", "no such key", "key is free", "key byte", "PD",
		"rights", "QPN", "bounds", "translation list", "indirection depth",
		"too many pieces", "client memory"};

	return names[e];
}

#define MAX_STRIDED 64u /* entries of a repeat block: an inline list has room for 51 */

static enum emu_fault check(const struct emu_mkey *k, const struct emu_who *who, uint32_t key,
	uint8_t rights, uint64_t va, uint64_t len)
{
	if (k->free)
		return EMU_FAULT_FREE;
	if (k->variant != (key & 0xff))
		return EMU_FAULT_VARIANT;
	if (!who->any_pd && k->pd != who->pd)
		return EMU_FAULT_PD;
	if ((k->rights & rights) != rights)
		return EMU_FAULT_RIGHTS;
	if (k->qpn != EMU_ANY_QPN && k->qpn != who->qpn)
		return EMU_FAULT_QPN;
	if (va + len < va)
		return EMU_FAULT_BOUNDS;
	if (!k->length64 &&
		(va < k->start || va - k->start > k->len || len > k->len - (va - k->start)))
		return EMU_FAULT_BOUNDS;
	return EMU_FAULT_NONE;
}

/* a key that always is, for local use: all memory, or none */
static bool of_the_device(const struct emu_who *who, uint32_t key, uint8_t rights, bool *hollow)
{
	if (rights & ~(EMU_LR | EMU_LW))
		return false;
	*hollow = key == EMU_LKEY_DUMP_FILL && EMU_CAP(who->f, PRM_CMD_HCA_CAP_DUMP_FILL_MKEY);
	return *hollow || (key == EMU_LKEY_RESERVED && who->rlky);
}

/* one level deeper */
static enum emu_fault descend(
	struct emu_xlate *x, uint32_t key, uint8_t rights, uint64_t va, uint64_t len)
{
	struct emu_xlate_level *l = &x->level[x->depth];
	struct emu_mkey *k = NULL;
	enum emu_fault e;

	l->hollow = false;
	if (!of_the_device(x->who, key, rights, &l->hollow)) {
		k = mkey_find(x->who->f, key);
		if (k == NULL)
			return EMU_FAULT_NO_KEY;
		e = check(k, x->who, key, rights, va, len);
		if (e != EMU_FAULT_NONE)
			return e;
		if (k->mode >= EMU_KEY_KLM && x->depth >= x->who->max_depth)
			return EMU_FAULT_DEPTH;
		if (x->depth >= EMU_XLATE_DEPTH)
			return EMU_FAULT_DEPTH;
	}
	l->k = k;
	l->va = va;
	l->left = len;
	x->depth++;
	return EMU_FAULT_NONE;
}

enum emu_fault xlate_begin(struct emu_xlate *x, const struct emu_who *who, uint32_t key,
	uint8_t rights, uint64_t va, uint64_t len)
{
	x->who = who;
	x->depth = 0;
	x->hollow = false;
	x->fault = EMU_FAULT_NONE;
	/* below a key that may be written or read from afar, its entries need the local right of that kind */
	x->child_rights = 0;
	if (rights & (EMU_LW | EMU_RW | EMU_A))
		x->child_rights |= EMU_LW;
	if (rights & (EMU_LR | EMU_RR | EMU_A))
		x->child_rights |= EMU_LR;
	if (len == 0)
		return EMU_FAULT_NONE;
	x->fault = descend(x, key, rights, va, len);
	return x->fault;
}

static bool mtt_at(const struct emu_mkey *k, uint64_t page, uint64_t *addr)
{
	if (page / 2 >= k->octw)
		return false;
	*addr = rd64(k->xlt + page * 8) & ~7ull;
	return *addr != 0;
}

static bool mtt_run(struct emu_xlate *x, struct emu_xlate_level *l, uint64_t *iova, uint64_t *len)
{
	const struct emu_mkey *k = l->k;
	uint64_t size, off, page, addr, next, run;

	if (k->log_page < 12 || k->log_page > 62)
		goto bad;
	size = 1ull << k->log_page;
	off = (l->va - k->start) + (k->start & (size - 1));
	page = off >> k->log_page;
	if (!mtt_at(k, page, &addr))
		goto bad;
	*iova = addr + (off & (size - 1));
	run = size - (off & (size - 1));
	while (run < l->left && mtt_at(k, ++page, &next) && next == addr + size) {
		addr = next;
		run += size;
	}
	*len = run < l->left ? run : l->left;
	l->va += *len;
	l->left -= *len;
	return true;
bad:
	x->fault = EMU_FAULT_LIST;
	return false;
}

static bool klm_holds(const struct emu_mkey *k, uint32_t i, uint64_t off)
{
	return i < k->nends && k->ends[i] > off && (i == 0 || k->ends[i - 1] <= off);
}

/* the entry that holds @off; extends the sums of the list as far as that takes */
static bool klm_find(struct emu_mkey *k, uint64_t off, uint32_t *entry, uint64_t *begin)
{
	uint32_t lo = 0, hi;

	while (k->nends < k->octw && (k->nends == 0 || k->ends[k->nends - 1] <= off)) {
		uint64_t before = k->nends == 0 ? 0 : k->ends[k->nends - 1];
		uint32_t count = rd32(k->xlt + 16ull * k->nends);

		if (count == 0 || count > EMU_BYTES_2G)
			return false; /* not said to be 0 or 2 GiB: nothing may depend on it */
		k->ends[k->nends++] = before + count;
	}
	if (k->nends == 0 || k->ends[k->nends - 1] <= off)
		return false;
	/* the same entry as last time or the one behind it, mostly */
	if (klm_holds(k, k->found, off))
		lo = hi = k->found;
	else if (klm_holds(k, k->found + 1, off))
		lo = hi = k->found + 1;
	else
		hi = k->nends - 1;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (k->ends[mid] > off)
			hi = mid;
		else
			lo = mid + 1;
	}
	*entry = k->found = lo;
	*begin = lo == 0 ? 0 : k->ends[lo - 1];
	return true;
}

/* the entry's address and how far it goes on from @off */
static bool list_at(struct emu_mkey *k, uint64_t off, uint32_t *key, uint64_t *va, uint64_t *room)
{
	const uint8_t *e;
	uint32_t i;
	uint64_t begin;

	if (k->mode == EMU_KEY_KSM) {
		if (k->log_page > 62 || off >> k->log_page >= k->octw)
			return false;
		e = k->xlt + 16 * (off >> k->log_page);
		begin = off & ((1ull << k->log_page) - 1);
		*room = (1ull << k->log_page) - begin;
		*va = rd64(e + 8) + begin;
	} else if (k->strided) {
		uint64_t cycle = rd32(k->xlt), turn, in;
		uint32_t n = rd16(k->xlt + 14);

		if (cycle == 0 || n >= k->octw || n > MAX_STRIDED ||
			(turn = off / cycle) >= rd32(k->xlt + 8))
			return false;
		for (i = 1, in = off % cycle; i <= n && in >= rd16(k->xlt + 16ull * i + 2); i++)
			in -= rd16(k->xlt + 16ull * i + 2);
		if (i > n)
			return false;
		e = k->xlt + 16ull * i;
		*room = rd16(e + 2) - in;
		*va = rd64(e + 8) + turn * rd16(e) + in;
	} else {
		if (!klm_find(k, off, &i, &begin))
			return false;
		e = k->xlt + 16ull * i;
		*room = k->ends[i] - off;
		*va = rd64(e + 8) + (off - begin);
	}
	*key = rd32(e + 4);
	return true;
}

bool xlate_next(struct emu_xlate *x, uint64_t *iova, uint64_t *len)
{
	while (x->fault == EMU_FAULT_NONE && x->depth > 0) {
		struct emu_xlate_level *l = &x->level[x->depth - 1];
		uint64_t va, room;
		uint32_t key;

		if (l->left == 0) {
			x->depth--;
			continue;
		}
		if (l->k == NULL || l->k->mode == EMU_KEY_PA) {
			x->hollow = l->hollow;
			*iova = l->va;
			*len = l->left;
			l->left = 0;
			return true;
		}
		x->hollow = false;
		if (l->k->mode == EMU_KEY_MTT)
			return mtt_run(x, l, iova, len);
		if (!list_at(l->k, l->va - l->k->start, &key, &va, &room)) {
			x->fault = EMU_FAULT_LIST;
			return false;
		}
		if (room > l->left)
			room = l->left;
		l->va += room;
		l->left -= room;
		x->fault = descend(x, key, x->child_rights, va, room);
	}
	return false;
}
