/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A key as its owner sees it: pieces of memory, and what each byte of all memory must be, gaps included. A copy that
 * no device knows is kept beside the memory, and changed as the requests should change the memory.
 */
#ifndef LAB_TALK_VIEW_H
#define LAB_TALK_VIEW_H

#include "talk.h"

#define VIEW_PIECES  66000u
#define VIEW_RECV    4096u                  /* room for receives, behind all pieces */
#define VIEW_RECV_AT (TALK_OWN - VIEW_RECV) /* where it is */

struct view {
	uint8_t *mem, *want; /* TALK_OWN bytes each */
	struct iovec v[VIEW_PIECES];
	uint32_t n;
	uint64_t len; /* of the key */
};

/* pieces for @shape, and new bytes everywhere; the first piece is 8-aligned and holds 64 bytes at least */
void view_make(struct view *w, const struct talk_shape *shape, uint64_t *rng);
/* @len bytes of the key's space, from @off on, become (or are) @data */
void view_put(struct view *w, uint64_t off, const uint8_t *data, size_t len);
void view_get(const struct view *w, uint64_t off, uint8_t *data, size_t len);
/* memory is as wanted */
bool view_check(const struct view *w);

#endif
