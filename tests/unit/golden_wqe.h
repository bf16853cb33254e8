/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Send WQEs as rdma-core's own builders make them (libmlx5, providers/mlx5/qp.c, run on a queue filled with 0xee),
 * as 32-bit words. Padding that a builder leaves alone is given as it was found: 0xeeeeeeee.
 */
#ifndef GOLDEN_WQE_H
#define GOLDEN_WQE_H

#include <stdint.h>

/* clang-format off */
/* UMR of two KLMs, local write, remote read and write, signalled */
static const uint32_t rdma_core_umr_list[48] = {
	0x00000025, 0x1234560c, 0x00000008, 0x00abcd00,
	0x80000000, 0x00040000, 0x00000000, 0x203c2001,
	0, 0, 0, 0, 0, 0, 0, 0,
	0x00003800, 0xffffff00, 0, 0, 0, 0, 0, 0x00002000, 0, 0, 0, 0, 0, 0, 0, 0,
	0x00001000, 0x00001100, 0x00007000, 0x00001000,
	0x00001000, 0x00001101, 0x00007000, 0x00011000,
	0, 0, 0, 0, 0, 0, 0, 0,
};
/* RDMA WRITE after it, with the small fence */
static const uint32_t rdma_core_write[12] = {
	0x00000308, 0x12345603, 0x00000028, 0xeeeeeeee,
	0x00000000, 0x00001000, 0x0055aa00, 0x00000000,
	0x00002000, 0x00abcd00, 0x00000000, 0x00000000,
};
/* local invalidation: a UMR that sets free */
static const uint32_t rdma_core_local_inv[18] = {
	0x00000425, 0x12345608, 0x00000008, 0x00abcd00,
	0x98000000, 0x00000000, 0x00000000, 0x20006000,
	0, 0, 0, 0, 0, 0, 0, 0,
	0x40eeeeee, 0xffffff00,
};
/* clang-format on */

#endif
