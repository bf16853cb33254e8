/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Send work queue entries as the device reads them: bytes from a ring turned into a struct, by the byte
 * offsets of the manual's WQE chapter (control, UMR control, mkey, remote address, atomic, data and
 * inline segments) and nothing else. Decoding never touches memory outside the bytes given, and says in
 * a sentence what is malformed; it is also a checker for WQEs that are not to be executed.
 */
#ifndef EMU_WQE_H
#define EMU_WQE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define EMU_WQEBB     64u
#define EMU_DS        16u
#define EMU_WQE_BYTES 1024u       /* most that a DS count of 63 names, whole WQEBBs */
#define EMU_SEG_MAX   (62u)       /* data segments behind a control segment */
#define EMU_BYTES_2G  0x80000000u /* what a data segment's byte count of 0 means */

enum emu_wqe_op {
	EMU_OP_NOP = 0x00,
	EMU_OP_SEND_INV = 0x01,
	EMU_OP_WRITE = 0x08,
	EMU_OP_WRITE_IMM = 0x09,
	EMU_OP_SEND = 0x0a,
	EMU_OP_SEND_IMM = 0x0b,
	EMU_OP_READ = 0x10,
	EMU_OP_CAS = 0x11,
	EMU_OP_FADD = 0x12,
	EMU_OP_UMR = 0x25,
};

/* the control segment's fence field, bits 7:5 of byte 0x0b */
enum emu_fence {
	EMU_FENCE_NONE,
	EMU_FENCE_SMALL,       /* after UMRs before it */
	EMU_FENCE_READS,       /* after READs and atomics before it */
	EMU_FENCE_STRONG,      /* after everything before it */
	EMU_FENCE_SMALL_READS, /* SMALL and READS */
};

/* UMR control segment, byte 0x10 of the WQE */
enum {
	EMU_UMR_INLINE = 1u << 7,
	EMU_UMR_CHECK_FREE = 1u << 6,     /* fail if the key is free */
	EMU_UMR_CHECK_NOT_FREE = 1u << 5, /* fail if the key is not free */
	EMU_UMR_OFFSET = 1u << 4, /* the half-word behind the octowords is a translation offset */
	EMU_UMR_CHECK_QPN = 1u << 3,
};

/* bits of the UMR's mkey mask */
enum {
	EMU_MASK_LEN = 0,
	EMU_MASK_PAGE_SIZE = 1,
	EMU_MASK_XLT_OCTW = 2,
	EMU_MASK_START = 6,
	EMU_MASK_PD = 7,
	EMU_MASK_EN_RINVAL = 8,
	EMU_MASK_SIG_ERR = 9,
	EMU_MASK_BSF_EN = 12,
	EMU_MASK_KEY = 13,
	EMU_MASK_QPN = 14,
	EMU_MASK_LR = 17,
	EMU_MASK_LW = 18,
	EMU_MASK_RR = 19,
	EMU_MASK_RW = 20,
	EMU_MASK_A = 21,
	EMU_MASK_SMALL_FENCE = 23,
	EMU_MASK_RO_WRITE = 25,
	EMU_MASK_FREE = 29,
	EMU_MASK_PAGE_SIZE_5 = 42,
	EMU_MASK_RO_READ = 47,
};

/* what lies between the control segment and the rest: the queue's service type says */
enum emu_wqe_kind {
	EMU_WQE_PLAIN,
	EMU_WQE_DATAGRAM, /* an address vector */
	EMU_WQE_XRC,      /* the number of a shared receive queue */
};

/*
 * Address vector, linux/mlx5/qp.h mlx5_av: 48 bytes with the bit that says so, else only the first 16
 * (mlx5_base_av), which have no room for a GRH
 */
struct emu_av {
	uint32_t q_key, qpn;
	uint16_t rlid;
	uint8_t sl, path_bits;
	bool fl, grh;
	uint8_t tclass, hop_limit, sgid_index, rgid[16];
	uint32_t flow_label;
};

struct emu_seg {
	uint64_t addr;
	uint32_t key;
	uint32_t len; /* bytes, 0 already read as 2 GiB */
	uint16_t off; /* inline: of the data in the WQE */
	bool inl;
};

struct emu_wqe {
	const char *bad; /* NULL, or what is malformed */
	uint8_t op, opmod, ds, fence, ce;
	bool solicited;
	uint16_t index; /* the WQEBB it says it begins at */
	uint32_t qpn, imm;
	uint32_t bb; /* WQEBBs */

	struct emu_av av; /* datagrams */
	uint32_t srqn;    /* XRC */

	/* WRITE, READ, atomics */
	uint64_t raddr;
	uint32_t rkey;
	uint64_t swap_add, compare; /* atomics */

	/* gather or scatter list */
	uint32_t nseg;
	uint64_t total; /* bytes over all segments */
	struct emu_seg seg[EMU_SEG_MAX];

	/* UMR */
	struct {
		uint8_t flags;
		uint32_t octw;     /* translation octowords given */
		uint64_t off_octw; /* where they go */
		uint64_t mask;
		uint16_t mkc_off;   /* of the 64-byte key context in the WQE */
		uint16_t list_off;  /* of the inline list */
		struct emu_seg ptr; /* or where the list is */
	} umr;
};

/* @len bytes at @raw: at least the 16 of the control segment, all of it for the rest to be decoded */
void emu_wqe_decode(struct emu_wqe *w, const uint8_t *raw, uint32_t len);
void emu_wqe_decode_as(struct emu_wqe *w, const uint8_t *raw, uint32_t len, enum emu_wqe_kind kind);
/* just from the control segment: how long the WQE is; 0 when the DS count is */
uint32_t emu_wqe_bytes(const uint8_t *raw);
const char *emu_wqe_name(uint8_t op);
void emu_wqe_print(FILE *out, const struct emu_wqe *w);

#endif
