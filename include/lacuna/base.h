/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Words that every other header uses: keys as types of their own (a local key cannot be passed where a
 * remote one is meant, nor an integer for either), memory named by address and key, flags and rights.
 *
 * Keys are held in wire order, so that posting never swaps them.
 */
#ifndef LACUNA_BASE_H
#define LACUNA_BASE_H

#include <stddef.h>
#include <stdint.h>

#if !defined(__BYTE_ORDER__) || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "Lacuna is written for little-endian hosts"
#endif

/* Posting and polling are inline. The library compiles them once more with LAC_INLINE empty, which
 * makes real symbols of the same names for debuggers and for languages that cannot inline C. */
#ifndef LAC_INLINE
#define LAC_INLINE static inline __attribute__((always_inline))
#endif

/* Version of the API, and of the layout of the structs in hot/ that inline code touches. A program
 * built for another hot layout is refused when it creates its first queue (-EPROTO). */
#define LAC_VERSION_MAJOR 0
#define LAC_VERSION_MINOR 1
#define LAC_HOT_ABI       2u

#define LAC_LIKELY(x)   __builtin_expect(!!(x), 1)
#define LAC_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define LAC_COLD        __attribute__((cold, noinline))
#ifdef __cplusplus
#define LAC_STATIC_ASSERT(c, m) static_assert(c, m)
#else
#define LAC_STATIC_ASSERT(c, m) _Static_assert(c, m)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A local key: names memory to the queues of its own protection domain. Wire order inside. */
typedef struct {
	uint32_t be;
} lac_lkey_t;

/* A remote key: what a peer needs, with an address, to reach memory here. Wire order inside. */
typedef struct {
	uint32_t be;
} lac_rkey_t;

/**
 * struct lac_loc - a stretch of local memory, as a work request names it
 * @addr: address in @key's space: the virtual address (IOVA = VA) with the DMA key, an offset with a
 *        zero-based registration
 * @len:  bytes, 0 to 2^31 (2 GiB; the data segment's field has 31 bits)
 * @key:  lac_sq_dma_lkey() or a registration's lac_key_lkey()
 */
struct lac_loc {
	uint64_t addr;
	uint32_t len;
	lac_lkey_t key;
};

/**
 * struct lac_rem - memory at the peer
 * @addr: address in @key's space
 * @key:  a key that the peer made known
 */
struct lac_rem {
	uint64_t addr;
	lac_rkey_t key;
};

/* A key's 32 bits as a number (index << 8 | key byte), for messages and for other libraries. */
static inline uint32_t lac_rkey_num(lac_rkey_t k)
{
	return __builtin_bswap32(k.be);
}

/* The key of such a number, as a peer may have sent it. */
static inline lac_rkey_t lac_rkey_from(uint32_t num)
{
	lac_rkey_t k = {__builtin_bswap32(num)};
	return k;
}

/* The same of a local key. */
static inline uint32_t lac_lkey_num(lac_lkey_t k)
{
	return __builtin_bswap32(k.be);
}

/*
 * Flags of a work request; pass literals, they fold. The values are those of the control segment's
 * byte 0x0b (PRM, "Send WQE control segment"; rdma-core mlx5dv.h).
 *
 * LAC_SIGNAL:  a completion is wanted
 * LAC_SOLICIT: the peer's receive completion is solicited (wakes a peer that armed for such only)
 * LAC_FENCE:   not before all earlier READs and atomics of this queue have completed
 */
enum {
	LAC_SIGNAL = 0x08,
	LAC_SOLICIT = 0x02,
	LAC_FENCE = 0x80,
};

/* Rights of a registration. Local reading is always allowed. Remote rights default to none. */
enum {
	LAC_LOCAL_WRITE = 1,
	LAC_REMOTE_READ = 2,
	LAC_REMOTE_WRITE = 4,
	LAC_REMOTE_ATOMIC = 8,
	LAC_REMOTE_INV = 16, /* the peer may end the registration by SEND with invalidate */
};

/* As a total length: "sum the pieces for me". */
#define LAC_LEN_SUM 0u
/* As an lcore or NUMA node: any. */
#define LAC_ANY (-1)

struct lac_port;
struct lac_pd;
struct lac_cq;
struct lac_qp;
struct lac_sq;
struct lac_rq;
struct lac_keys;
struct lac_key;
struct lac_mem;

#ifdef __cplusplus
}
#endif

#endif
