/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Addresses of queue pairs: what one end must know of the other. Between two Lacunas they are bytes to hand
 * over as they are. A peer on verbs knows LID, queue pair number and so on, and has its own way to tell them:
 * lac_qp_addr_unpack() gives what to tell it, lac_qp_addr_pack() makes an address of what it told.
 */
#ifndef LACUNA_ADDR_H
#define LACUNA_ADDR_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_qp_addr_kind - byte 1 of a queue pair's address
 */
enum lac_qp_addr_kind {
	LAC_QP_ADDR_IB = 1,
	LAC_QP_ADDR_ROCE = 2,
	LAC_QP_ADDR_LOOPBACK = 3,
};

/**
 * struct lac_qp_addr - what a peer must know of a queue pair, as bytes to hand over as they are
 *
 *   0      version, 1
 *   1      enum lac_qp_addr_kind
 *   2..3   0
 *   4..7   queue pair number, big-endian
 *   8..11  first packet sequence number, big-endian
 *   12..13 IB: LID, big-endian; RoCE: UDP source port
 *   14     path MTU, PRM's code (1: 256 bytes ... 5: 4096)
 *   15     READs and atomics it serves at once
 *   16..31 GID, 0 without a global route
 *   32..37 RoCE: MAC
 *   38..45 system-wide number of the function that an address of kind LOOPBACK means, big-endian
 *   46..63 0
 *
 * A reader refuses a version or kind it does not know, and bytes that must be 0 and are not.
 */
struct lac_qp_addr {
	uint8_t b[64];
};

/**
 * struct lac_qp_addr_fields - the same, taken apart; numbers in host order
 * @size:      sizeof(struct lac_qp_addr_fields), so that the struct may grow
 * @qpn:       queue pair number, 24 bits (verbs: ibv_qp.qp_num; at the peer ibv_qp_attr.dest_qp_num)
 * @psn:       the first packet number that this end sends, 24 bits (ibv_qp_attr.sq_psn; rq_psn)
 * @lid:       ibv_port_attr.lid; ah_attr.dlid
 * @kind:      enum lac_qp_addr_kind; 0 means LAC_QP_ADDR_IB. RoCE is not supported
 * @mtu:       path MTU, of the values of enum ibv_mtu (3: 1,024 bytes). lac_qp_connect() takes the smaller of
 *             both ends'; a peer on verbs takes what its program says, and it must be the same
 * @rd_atomic: READs and atomics it serves at once, at least 1 (max_dest_rd_atomic; max_rd_atomic)
 * @gid:       0: no global route
 * @function:  of kind LOOPBACK: the function's system-wide number; else 0
 */
struct lac_qp_addr_fields {
	uint32_t size;
	uint32_t qpn;
	uint32_t psn;
	uint16_t lid;
	uint8_t kind;
	uint8_t mtu;
	uint8_t rd_atomic;
	uint8_t reserved[3];
	uint8_t gid[16];
	uint64_t function;
};

/**
 * lac_qp_addr_unpack - takes an address apart
 * @f: @f->size is set by the caller
 *
 * Any thread; no port is needed.
 *
 * Return: 0; -EPROTO a version or kind that is unknown here; -ENOTSUP of kind RoCE; -EINVAL a value or byte
 * that cannot be, or @f->size. @f is as it was then.
 */
int lac_qp_addr_unpack(const struct lac_qp_addr *a, struct lac_qp_addr_fields *f);

/**
 * lac_qp_addr_pack - makes an address of its fields, for lac_qp_connect()
 *
 * Any thread; no port is needed.
 *
 * Return: as lac_qp_addr_unpack(). @a is as it was then.
 */
int lac_qp_addr_pack(struct lac_qp_addr *a, const struct lac_qp_addr_fields *f);

#ifdef __cplusplus
}
#endif

#endif
