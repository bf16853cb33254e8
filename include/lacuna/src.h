/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Sources: what a registration is made of. One small value that says where a list of pieces is and of
 * what kind; the kind is a constant after inlining, so there is one registering function, not one a kind.
 * The list is read during the call and not kept.
 */
#ifndef LACUNA_SRC_H
#define LACUNA_SRC_H

#include <sys/uio.h>

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_src_kind - how pieces are listed
 * @LAC_SRC_IOV:  struct iovec
 * @LAC_SRC_OL:   struct lac_ol over one base address
 * @LAC_SRC_LOC:  struct lac_loc: each piece under a key of its own, of the same domain. Addresses are in
 *                those keys' spaces, so they are not checked against mapped memory
 * @LAC_SRC_MBUF: a chain of rte_mbuf (src_mbuf.h)
 */
enum lac_src_kind {
	LAC_SRC_IOV = 1,
	LAC_SRC_OL,
	LAC_SRC_LOC,
	LAC_SRC_MBUF,
};

/**
 * struct lac_ol - a piece of a base: offset and length, bytes
 */
struct lac_ol {
	uint32_t off;
	uint32_t len;
};

/**
 * struct lac_src - a list of pieces; make it with one of the functions below
 * @v:    the list
 * @base: LAC_SRC_OL: added to each offset; LAC_SRC_MBUF: LAC_SRC_MBUF_AT(); else 0
 * @n:    number of pieces
 * @kind: enum lac_src_kind
 */
struct lac_src {
	const void *v;
	uint64_t base;
	uint32_t n;
	uint32_t kind;
};

/* Where an mbuf keeps what a walk needs (it depends on how DPDK was built): byte offsets of `next`,
 * `data_off` and `data_len`; `buf_addr` is first. */
#define LAC_SRC_MBUF_AT(next, data_off, data_len) \
	((uint64_t)(next) | (uint64_t)(data_off) << 16 | (uint64_t)(data_len) << 32)

/* @n pieces of local memory, any address, any length. */
static inline struct lac_src lac_src_iov(const struct iovec *v, uint32_t n)
{
	struct lac_src s = {v, 0, n, LAC_SRC_IOV};
	return s;
}

/* @n pieces of the memory at @base. */
static inline struct lac_src lac_src_ol(const void *base, const struct lac_ol *v, uint32_t n)
{
	struct lac_src s = {v, (uint64_t)(uintptr_t)base, n, LAC_SRC_OL};
	return s;
}

/* @n pieces, each under its own key: registrations over registrations. */
static inline struct lac_src lac_src_loc(const struct lac_loc *v, uint32_t n)
{
	struct lac_src s = {v, 0, n, LAC_SRC_LOC};
	return s;
}

#ifdef __cplusplus
}
#endif

#endif
