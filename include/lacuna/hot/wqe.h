/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What stands in the rings: send WQEs and completion entries, as big-endian structs whose offsets are
 * asserted here and tied to the layouts of drivers/prm by a test. (PRM, "Send WQE", "Completion Queue
 * Entry"; rdma-core mlx5dv.h; linux/mlx5/qp.h.)
 *
 * A WQE is made of data segments (DS) of 16 bytes and begins on a WQEBB of 64 bytes.
 */
#ifndef LACUNA_HOT_WQE_H
#define LACUNA_HOT_WQE_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Words as the device reads them; types of their own, so that a host word cannot be stored as one. */
typedef struct {
	uint16_t be;
} lac_be16;
typedef struct {
	uint32_t be;
} lac_be32;
typedef struct {
	uint64_t be;
} lac_be64;

static inline lac_be16 lac_to_be16(uint16_t v)
{
	lac_be16 r = {__builtin_bswap16(v)};
	return r;
}

static inline lac_be32 lac_to_be32(uint32_t v)
{
	lac_be32 r = {__builtin_bswap32(v)};
	return r;
}

static inline lac_be64 lac_to_be64(uint64_t v)
{
	lac_be64 r = {__builtin_bswap64(v)};
	return r;
}

static inline uint16_t lac_from_be16(lac_be16 v)
{
	return __builtin_bswap16(v.be);
}

static inline uint32_t lac_from_be32(lac_be32 v)
{
	return __builtin_bswap32(v.be);
}

static inline uint64_t lac_from_be64(lac_be64 v)
{
	return __builtin_bswap64(v.be);
}

#define LAC_BB_BYTES    64u
#define LAC_DS_BYTES    16u
#define LAC_DS_MAX      63u /* the count has 6 bits */
#define LAC_UMR_INL_MAX 52u /* 8 DS of header, then groups of 4 entries, within LAC_DS_MAX */
#define LAC_PIECE_MAX   (UINT64_C(1) << 31)

/* Opcodes: control segment, byte 3 */
enum {
	LAC_WQE_NOP = 0x00,
	LAC_WQE_SEND_INV = 0x01,
	LAC_WQE_WRITE = 0x08,
	LAC_WQE_WRITE_IMM = 0x09,
	LAC_WQE_SEND = 0x0a,
	LAC_WQE_SEND_IMM = 0x0b,
	LAC_WQE_READ = 0x10,
	LAC_WQE_CAS = 0x11,
	LAC_WQE_FADD = 0x12,
	LAC_WQE_UMR = 0x25,
};

/* Fence modes: control segment, byte 0x0b, bits 7:5 */
enum {
	LAC_FM_NONE = 0x00,
	LAC_FM_SMALL = 0x20,           /* after earlier UMRs */
	LAC_FM_STRONG = 0x60,          /* after everything earlier */
	LAC_FM_SMALL_AND_FENCE = 0x80, /* after earlier UMRs, READs and atomics; LAC_FENCE */
};

struct lac_wqe_ctrl {
	lac_be32 op;     /* opmod 31:24, index 23:8, opcode 7:0 */
	lac_be32 qpn_ds; /* queue pair 31:8, DS 5:0 */
	uint8_t signature;
	uint8_t dci[2];
	uint8_t fm_ce_se; /* fence 7:5, completion 3:2, solicited 1 */
	lac_be32 imm;     /* immediate data, or the key that a UMR or SEND_INV means */
};

struct lac_wqe_umr {
	uint8_t flags; /* LAC_UMR_* */
	uint8_t reserved[3];
	lac_be16 octowords; /* of the list, in steps of 4 */
	lac_be16 offset;
	lac_be64 mask; /* LAC_UMR_M_*: what of the key changes */
	uint8_t reserved2[32];
};
#define LAC_UMR_INLINE 0x80u
/* Fails unless the key is free ("check that the key is not in use"). Linux calls the bit CHECK_NOT_FREE, rdma-core
 * CHECK_FREE: the bit counts, not the name. */
#define LAC_UMR_CHECK_NOT_FREE 0x20u
#define LAC_UMR_XLT_OFFSET     0x10u
#define LAC_UMR_CHECK_QPN      0x08u

#define LAC_UMR_M_LEN       (UINT64_C(1) << 0)
#define LAC_UMR_M_PAGE_SIZE (UINT64_C(1) << 1)
#define LAC_UMR_M_START     (UINT64_C(1) << 6)
#define LAC_UMR_M_KEY       (UINT64_C(1) << 13)
#define LAC_UMR_M_QPN       (UINT64_C(1) << 14)
#define LAC_UMR_M_LW        (UINT64_C(1) << 18)
#define LAC_UMR_M_RR        (UINT64_C(1) << 19)
#define LAC_UMR_M_RW        (UINT64_C(1) << 20)
#define LAC_UMR_M_ATOMIC    (UINT64_C(1) << 21)
#define LAC_UMR_M_FREE      (UINT64_C(1) << 29)

struct lac_wqe_mkey {
	uint8_t free; /* bit 6 */
	uint8_t reserved;
	uint8_t access; /* LAC_MKEY_* */
	uint8_t sf;
	lac_be32 qpn_byte; /* 0xffffff: any queue pair; key byte */
	uint8_t reserved2[4];
	lac_be32 flags_pd;
	lac_be64 start;
	lac_be64 len;
	lac_be32 bsf_octowords;
	uint8_t reserved3[16];
	lac_be32 octowords;
	uint8_t reserved4[3];
	uint8_t page_log2;
	uint8_t reserved5[4];
};
#define LAC_MKEY_FREE   0x40u
#define LAC_MKEY_LW     0x08u
#define LAC_MKEY_RR     0x10u
#define LAC_MKEY_RW     0x20u
#define LAC_MKEY_ATOMIC 0x40u

/* One entry of a list: a piece of memory under a key. */
struct lac_klm {
	lac_be32 bytes; /* 1 to 2^31 */
	uint32_t key;   /* wire order */
	lac_be64 addr;
};

struct lac_wqe_data {
	lac_be32 bytes; /* 31 bits; 0 means 2 GiB */
	uint32_t key;   /* wire order */
	lac_be64 addr;
};
#define LAC_DATA_INLINE 0x80000000u

struct lac_wqe_raddr {
	lac_be64 addr;
	uint32_t key; /* wire order */
	uint32_t reserved;
};

struct lac_wqe_atomic {
	lac_be64 swap_add;
	lac_be64 compare;
};

struct lac_cqe {
	uint8_t reserved[32];
	lac_be32 srqn;
	lac_be32 imm_inv;
	uint8_t reserved2[4];
	lac_be32 bytes;
	uint8_t reserved3[6];
	uint8_t vendor_synd; /* of an error entry, as the next */
	uint8_t synd;
	lac_be32 op_qpn; /* opcode of the WQE 31:24, queue pair 23:0 */
	lac_be16 index;  /* of the WQE */
	uint8_t signature;
	uint8_t own; /* opcode 7:4, format 3:2, solicited 1, owner 0 */
};

/* Opcodes of completion entries: byte 0x3f, bits 7:4 */
enum {
	LAC_CQE_REQ = 0,
	LAC_CQE_RECV_WRITE_IMM = 1,
	LAC_CQE_RECV = 2,
	LAC_CQE_RECV_IMM = 3,
	LAC_CQE_RECV_INV = 4,
	LAC_CQE_REQ_ERR = 13,
	LAC_CQE_RECV_ERR = 14,
	LAC_CQE_NONE = 15,
};
#define LAC_CQE_FLUSHED 0x05u /* syndrome: ended because the queue pair is in error */

#define LAC_AT_(type, member, off) \
	LAC_STATIC_ASSERT(offsetof(struct type, member) == (off), #type "." #member)
#define LAC_SIZE_(type, bytes) LAC_STATIC_ASSERT(sizeof(struct type) == (bytes), #type)
LAC_SIZE_(lac_wqe_ctrl, 16);
LAC_AT_(lac_wqe_ctrl, fm_ce_se, 0x0b);
LAC_AT_(lac_wqe_ctrl, imm, 0x0c);
LAC_SIZE_(lac_wqe_umr, 48);
LAC_AT_(lac_wqe_umr, octowords, 0x04);
LAC_AT_(lac_wqe_umr, mask, 0x08);
LAC_SIZE_(lac_wqe_mkey, 64);
LAC_AT_(lac_wqe_mkey, access, 0x02);
LAC_AT_(lac_wqe_mkey, qpn_byte, 0x04);
LAC_AT_(lac_wqe_mkey, flags_pd, 0x0c);
LAC_AT_(lac_wqe_mkey, start, 0x10);
LAC_AT_(lac_wqe_mkey, len, 0x18);
LAC_AT_(lac_wqe_mkey, bsf_octowords, 0x20);
LAC_AT_(lac_wqe_mkey, octowords, 0x34);
LAC_AT_(lac_wqe_mkey, page_log2, 0x3b);
LAC_SIZE_(lac_klm, 16);
LAC_SIZE_(lac_wqe_data, 16);
LAC_SIZE_(lac_wqe_raddr, 16);
LAC_SIZE_(lac_wqe_atomic, 16);
LAC_SIZE_(lac_cqe, 64);
LAC_AT_(lac_cqe, srqn, 0x20);
LAC_AT_(lac_cqe, imm_inv, 0x24);
LAC_AT_(lac_cqe, bytes, 0x2c);
LAC_AT_(lac_cqe, vendor_synd, 0x36);
LAC_AT_(lac_cqe, synd, 0x37);
LAC_AT_(lac_cqe, op_qpn, 0x38);
LAC_AT_(lac_cqe, index, 0x3c);
LAC_AT_(lac_cqe, own, 0x3f);

#ifdef __cplusplus
}
#endif

#endif
