/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lab-keys: every kind of memory key that the kernel and rdma-core can make of a function, used from both
 * sides. Two ends, a and b, on one function or on two; each step leaves them connected and idle.
 *
 * What a key shows is told by a view: pieces of one memory, in order. Traffic through views is applied to what
 * the memories must hold as well, and then all of each memory is compared.
 */
#ifndef LAB_KEYS_H
#define LAB_KEYS_H

#include "verbs.h"

struct keys {
	struct vb_log log;
	struct vb_dev dev[2]; /* b's may be a's function opened once more */
	struct vb_end a, b;
	struct vb_mem ma, mb; /* one a side, registered with all rights */
	uint64_t rng;
	uint32_t large_mib;
};
#define KEYS_MEM 65536u

#define KEYS_PIECES 1024u
struct keys_range {
	uint32_t off, len;
};
struct keys_view {
	struct vb_mem *mem;
	uint32_t key;  /* lkey and rkey */
	uint64_t base; /* the address, in the key's space, of the first byte */
	uint32_t len, n;
	struct keys_range piece[KEYS_PIECES];
};

/* what may be done through a view */
enum {
	KEYS_WRITE = 1u << 0,
	KEYS_READ = 1u << 1,
	KEYS_SEND = 1u << 2,
	KEYS_ATOMIC = 1u << 3, /* needs an aligned word within a piece */
	KEYS_ALL = 15u,
};

/* ---- views (keys_view.c) ---- */
void keys_view_one(struct keys_view *v, struct vb_mem *m, uint32_t off, uint32_t len, uint32_t key,
	uint64_t base);
void keys_view_add(struct keys_view *v, uint32_t off, uint32_t len);
/* the whole of a side's memory through its own region */
void keys_view_mem(struct keys_view *v, struct vb_mem *m);
/* @n disjoint pieces in random order, offsets and lengths multiples of @align */
void keys_view_scatter(
	struct keys *k, struct keys_view *v, struct vb_mem *m, uint32_t n, uint32_t align);
/* in what the memories must hold */
void keys_view_copy(const struct keys_view *to, uint32_t to_off, const struct keys_view *from,
	uint32_t from_off, uint32_t len);
/* each of @what once, over random ranges: @from posts, its bytes are @local's, the peer's are @remote's */
bool keys_traffic(struct keys *k, struct vb_end *from, const struct keys_view *local,
	struct vb_end *to, const struct keys_view *remote, uint32_t what);
/* @op ends with @status, no byte of either side has changed; the ends are joined anew if it failed */
bool keys_outcome(
	struct keys *k, struct vb_end *from, const struct vb_op *op, enum ibv_wc_status status);
/* one WRITE or READ of @len bytes at @at of the peer's @key, from all of the poster's own memory */
bool keys_try(struct keys *k, struct vb_end *from, bool write, uint64_t at, uint32_t len,
	uint32_t key, enum ibv_wc_status status);

/* a step's verdict; after one that failed the next begins with ends that are joined and memories as they are */
bool keys_step(struct keys *k, const char *name, bool ok);

/* ---- the parts ---- */
void keys_mr(struct keys *k);    /* ibv_reg_mr and what becomes of it */
void keys_list(struct keys *k);  /* mlx5dv: lists, interleaved, nested */
void keys_mw(struct keys *k);    /* memory windows */
void keys_wrong(struct keys *k); /* each wrong access has its status */

#endif
