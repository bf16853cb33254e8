/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What Linux's driver and a real ConnectX-4 Lx (firmware 14.12.1220) said to each other, as 32-bit words.
 * Origin: the kernel trace published with Snabb (github.com/snabbco/snabb, Apache-2.0), re-typed.
 * An entry is the 64-byte command queue entry; a block is what lies in the first mailbox.
 */
/* clang-format off */
#ifndef GOLDEN_CX4LX_H
#define GOLDEN_CX4LX_H

#include <stdint.h>

static const uint32_t cx4_enable_hca_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x01040000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00000010, 0x01fd0001,
};
static const uint32_t cx4_query_issi_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x010a0000, 0, 0, 0, 0, 0, 0, 0,
	0x00000007, 0xab0fe400, 0x00000070, 0x02d70001,
};
/* the answer's mailbox: 0x60 bytes of output, then the block's tail at 0x230 */
static const uint32_t cx4_query_issi_block[24] = {[23] = 0x00000002};
static const uint32_t cx4_query_issi_tail[4] = {0, 0, 0, 0x00020000};

static const uint32_t cx4_set_issi_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x010b0000, 0, 0x00000001, 0, 0, 0, 0, 0, 0, 0, 0x00000010, 0x03f10001,
};
static const uint32_t cx4_query_pages_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x01070000, 0x00000001, 0, 0, 0, 0, 0, 0, 0, 0, 0x00000010, 0x04fa0001,
};
static const uint32_t cx4_query_pages_out[4] = {0, 0, 0, 0x00000006};
static const uint32_t cx4_query_init_pages_out[4] = {0, 0, 0, 0x00003244};

static const uint32_t cx4_manage_pages_entry[16] = {
	0x07000000, 0x00019230, 0x00000007, 0xab0e7800, 0x01080000, 0x00000001, 0, 0x00003244,
	0, 0, 0, 0, 0, 0, 0x00000010, 0x0be50001,
};
static const uint32_t cx4_manage_pages_block[8] = {
	0x00000007, 0xab122000, 0x00000007, 0xab123000, 0x00000007, 0xab124000, 0x00000007, 0xab125000,
};
static const uint32_t cx4_manage_pages_tail[4] = {0x00000007, 0xab0e7400, 0, 0x000b0000};

static const uint32_t cx4_access_reg_entry[16] = {
	0x07000000, 0x00000020, 0x00000007, 0xab0e8400, 0x08050000, 0, 0x00007004, 0, 0, 0, 0, 0,
	0x00000007, 0xab0fe400, 0x00000020, 0x06e70001,
};
static const uint32_t cx4_query_hca_cap_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x01000000, 0x00000001, 0, 0, 0, 0, 0, 0,
	0x00000007, 0xab0fe800, 0x00001010, 0x08aa0001,
};
/* current general capabilities */
static const uint32_t cx4_hca_cap[64] = {
	0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x0f0f000e, 0x00170000, 0x00160018, 0x16180008,
	0x04401010, 0x00040004, 0x00040004, 0xe0000000, 0x40ff0000, 0xc7100101, 0x1e000000, 0x00010001,
	0xc0060c0e, 0xe2fa030f, 0x0005000c, 0xa0090000, 0x00000400, 0x00000200, 0x00000100, 0x00000030,
	0x00000015, 0x10180018, 0x00000000, 0x17171717, 0x97100900, 0x09040606, 0x0000000f, 0x800c0e0a,
	0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x10000000, 0x00000000, 0x00000113, 0x00000000,
	0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000001, 0x00080010, 0x00000000,
};
static const uint32_t cx4_init_hca_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x01020000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00000010, 0x0cf60001,
};
static const uint32_t cx4_query_adapter_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x01010000, 0, 0, 0, 0, 0, 0, 0,
	0x00000007, 0xab121000, 0x00000110, 0x17410001,
};
static const uint32_t cx4_query_adapter_ids[2] = {0x000002c9, 0x000015b3};               /* 0x18 */
static const uint32_t cx4_query_adapter_psid[4] = {0x4d545f32, 0x34333031, 0x31303032, 0x37000000};

static const uint32_t cx4_alloc_uar_entry[16] = {
	0x07000000, 0x00000010, 0, 0, 0x08020000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00000010, 0x18eb0001,
};
static const uint32_t cx4_alloc_uar_out[4] = {0, 0, 0x00000010, 0};

static const uint32_t cx4_create_eq_entry[16] = {
	0x07000000, 0x00000118, 0x00000007, 0xab0e8800, 0x03010000, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0x00000010, 0x1cc40001,
};
/* command bytes 0x10..0x117 */
static const uint32_t cx4_create_eq_block[66] = {
	[3] = 0x08000010, [5] = 0x00000001, [6] = 0x02000000, [19] = 0x00000400,
	[64] = 0x00000007, [65] = 0xac80c000,
};
static const uint32_t cx4_create_eq_out[4] = {0, 0, 0x00000010, 0};

#endif
