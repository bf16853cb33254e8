/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lab-keys: every kind of memory key that the kernel and rdma-core can make of a function, used from both
 * sides. Two ends, a and b, on one function or on two; each part leaves them connected and idle.
 */
#ifndef LAB_KEYS_H
#define LAB_KEYS_H

#include "verbs.h"

struct keys {
	struct vb_log log;
	struct vb_dev dev[2]; /* b's may be a's function opened once more */
	struct vb_end a, b;
	uint64_t rng;
};

/* a range of memory, told by offset */
struct keys_range {
	uint32_t off, len;
};

void keys_mr(struct keys *k); /* ibv_reg_mr and what becomes of it */

#endif
