/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Keys: what a registration registers into. They come in classes (type, capacity, rights); a class makes
 * its keys at once, and a key is used again and again without a command.
 *
 *   FREE --map--> LIVE --inv, or the peer's SEND_INV--> FREE       error in flight: --> LOST --repair--> FREE
 *
 * States follow the posting order of the queue that posted; another queue may touch a key only after the
 * completion of that request. Memory may be used for something else only after the completion of the
 * invalidation; the key itself, at once.
 *
 * The key byte (low 8 bits) changes with each registration, so that a key value of before fails. It has
 * 256 values: a value returns after 256 registrations of that key. It starts at random, and goes on where it was
 * when firmware hands out the same index again, in this class or a later one of the port.
 */
#ifndef LACUNA_KEY_H
#define LACUNA_KEY_H

#include <lacuna/base.h>
#include <lacuna/err.h>
#include <lacuna/hot/key.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_key_type - how a key translates
 * @LAC_KEY_SG_GAPS: any pieces at any address and of any length (KLM mode; IB_MR_TYPE_SG_GAPS)
 * @LAC_KEY_MEM_REG: pages (MTT mode; IB_MR_TYPE_MEM_REG): every piece but the first begins, and every
 *                   piece but the last ends, on a page boundary
 */
enum lac_key_type {
	LAC_KEY_SG_GAPS = 1,
	LAC_KEY_MEM_REG,
};

/**
 * struct lac_keys_attr - what to make; zero means the default
 * @size:        sizeof(struct lac_keys_attr)
 * @type:        enum lac_key_type; LAC_KEY_SG_GAPS
 * @max_entries: pieces (MEM_REG: pages) of one registration; rounded up to a multiple of 4. Above the
 *               port's list_entries each key gets child keys of its own
 * @access:      LAC_LOCAL_WRITE | LAC_REMOTE_*; none. Local reading always is
 * @count:       keys
 * @zero_based:  1: addresses in the key are offsets from 0; 0: they begin at the first piece's address
 * @lcore:       that takes and returns keys, or LAC_ANY
 * @remap:       1: a LIVE key may be mapped again without an invalidation, and the device does not check
 *               that it was free; 0: exclusive registration (CHECK_NOT_FREE, as Linux does)
 * @page_log2:   MEM_REG: bytes of a page, 12..30; 12
 */
struct lac_keys_attr {
	uint32_t size;
	enum lac_key_type type;
	uint32_t max_entries;
	uint32_t access;
	uint32_t count;
	int zero_based;
	int lcore;
	int remap;
	uint32_t page_log2;
};

/**
 * lac_keys_create - a class and all its keys, or nothing
 *
 * Commands are pipelined: one a key (and one a child key). Any thread; sleeps on firmware.
 *
 * Return: 0; -EINVAL an attribute (the record names it); -E2BIG @max_entries or @count over the limit;
 * -ENOTSUP the port has no gappy registration, or cannot nest; -ENOSPC too many classes; -ENOMEM;
 * -ENODEV; else as a command failed, see lac_port_err().
 */
int lac_keys_create(struct lac_pd *pd, const struct lac_keys_attr *a, struct lac_keys **keys);

/**
 * lac_keys_destroy - ends all keys of the class, in the device too
 *
 * Any thread. One command a key.
 *
 * Return: 0, also when the function is gone; -EBUSY a key is LIVE: nothing has changed; else as a
 * command failed (the class stays, with the keys that could not be destroyed). NULL is 0.
 */
int lac_keys_destroy(struct lac_keys *keys);

/**
 * lac_key_get - takes a FREE key of the class: the one returned last
 *
 * The class's lcore; a few instructions.
 *
 * Return: the key, or NULL when all are out.
 */
struct lac_key *lac_key_get(struct lac_keys *keys);

/**
 * lac_key_put - returns it
 *
 * The class's lcore.
 *
 * Return: 0; -EBUSY it is LIVE: invalidate first; -EINVAL not of this class. A LOST key may be
 * returned; it is not handed out again before lac_keys_repair().
 */
int lac_key_put(struct lac_keys *keys, struct lac_key *key);

/* Its state: see the drawing above. */
static inline enum lac_key_state lac_key_state(const struct lac_key *k)
{
	return k->state == LAC_KEY_REVOKED ? LAC_KEY_FREE : (enum lac_key_state)k->state;
}

/* Key value for the peer, and for local use; valid after the map was posted, until the next one. */
static inline lac_rkey_t lac_key_rkey(const struct lac_key *k)
{
	lac_rkey_t r = {k->be};
	return r;
}

/* The key for our own use, in data segments. */
static inline lac_lkey_t lac_key_lkey(const struct lac_key *k)
{
	lac_lkey_t l = {k->be};
	return l;
}

/**
 * lac_key_cost_bb - most WQEBBs that registering @n pieces into a key of this class takes, padding
 * at the ring's end included; 0 if @n is over the class's limit. For sizing rings.
 */
unsigned int lac_key_cost_bb(const struct lac_keys *keys, uint32_t n);

/* Entries of the list ring that registering @n pieces takes, 0 if the list stands in the WQE. (Nested, of
 * up to 100 GiB: beyond, the parent's list goes there too.) */
unsigned int lac_key_cost_list(const struct lac_keys *keys, uint32_t n);

/**
 * lac_key_revoked - the peer's SEND with invalidate ended a registration: tell the ledger
 * @rkey: lac_wc.u.inv
 *
 * The class's lcore. Cost grows with log2 of the class's size.
 *
 * Return: 0; -ENOENT no LIVE key of the class has this value.
 */
int lac_key_revoked(struct lac_keys *keys, lac_rkey_t rkey);

/**
 * lac_keys_repair - makes LOST keys FREE again, by destroying and creating them in the device
 *
 * Any thread, the class's lcore not using it, and the queue that lost them restarted or destroyed.
 * Two commands a key.
 *
 * Return: how many were repaired; or as a command failed (those before it are repaired).
 */
int lac_keys_repair(struct lac_keys *keys);

#ifdef __cplusplus
}
#endif

#endif
