/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A key as posting sees it: 16 bytes, so that a million of them are affordable. What keys of one class
 * have in common stands once, in struct lac_kclass: two template lines of their UMR WQEs among it.
 */
#ifndef LACUNA_HOT_KEY_H
#define LACUNA_HOT_KEY_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The state of a key, as key.h draws it. */
enum lac_key_state {
	LAC_KEY_FREE = 0,
	LAC_KEY_LIVE = 1,
	LAC_KEY_LOST = 2,
};

struct lac_key {
	/* private: */
	uint32_t be;   /* index << 8 | key byte, wire order: the byte is the topmost */
	uint16_t cls;  /* in the port's table of classes */
	uint8_t flags; /* LAC_KF_* */
	uint8_t rsvd;
	uint32_t seq; /* ring index of the last request that touched it */
	uint8_t owner
		[3]; /* number of the queue pair that posted it, wire order; stored with the state */
	uint8_t state; /* enum lac_key_state, or LAC_KEY_REVOKED */
};
LAC_STATIC_ASSERT(sizeof(struct lac_key) == 16, "a key is 16 bytes");

/* Free by the peer's doing: READs into it may be under way, so the next map is fenced. */
#define LAC_KEY_REVOKED 3

#define LAC_KF_NESTED 1u /* children are LIVE too */
#define LAC_KF_OUT    2u /* handed out */
#define LAC_KF_MADE   4u /* in the device */

struct lac_kclass {
	/* private: */
	uint8_t line0[64];   /* control and UMR control segments, for a list of up to 4 */
	uint8_t line1[64];   /* key context segment */
	uint32_t hot_small;  /* hot_max, at most 4: one group of entries */
	uint32_t hot_max;    /* pieces up to which inline code registers; 0: never */
	uint32_t max;        /* entries of one registration */
	uint64_t start_mask; /* 0: zero-based; else all ones */
	uint64_t len_mask;   /* all ones: beside it in a vector of both */
	uint32_t inl_max;    /* entries up to which the list stands in the WQE */
	uint32_t list_max;   /* entries of one pointed-to list, beyond which children are needed */
	struct lac_keys *keys; /* NULL: no such class */
	uint32_t long_max; /* entries up to which the library registers a list at once; 0: never */
	uint8_t type;      /* enum lac_key_type */
	uint8_t remap;     /* LIVE keys may be mapped again */
	uint8_t page_log2; /* pages of a page list */
	uint8_t rsvd[73];
};
LAC_STATIC_ASSERT(sizeof(struct lac_kclass) == 256, "a class is 4 lines");

/* The next value of the byte, the index unchanged. */
static inline uint32_t lac_key_next_be(uint32_t be)
{
	return be + 0x01000000u;
}

#ifdef __cplusplus
}
#endif

#endif
