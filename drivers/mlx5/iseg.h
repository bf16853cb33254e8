/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The initialization segment: registers at the start of BAR 0 that work before any command does. Offsets in
 * bytes; each register is a big-endian word. Source: PRM, "Initialization Segment"; kernel
 * include/linux/mlx5/device.h, mlx5_init_seg and health_buffer.
 */
#ifndef LAC_MLX5_ISEG_H
#define LAC_MLX5_ISEG_H

#define LAC_ISEG_FW_REV        0x0000u /* minor 31:16, major 15:0 */
#define LAC_ISEG_CMDIF_REV     0x0004u /* revision 31:16, firmware's subminor 15:0 */
#define LAC_ISEG_CMDQ_HI       0x0010u
#define LAC_ISEG_CMDQ_LO       0x0014u /* address 31:12, nic_interface 10:8, log_sz 7:4, log_stride 3:0 */
#define LAC_ISEG_CMD_DOORBELL  0x0018u
#define LAC_ISEG_INITIALIZING  0x01fcu /* bit 31 */
#define LAC_ISEG_HEALTH        0x0200u
#define LAC_ISEG_HEALTH_FW_VER (LAC_ISEG_HEALTH + 0x30u)
#define LAC_ISEG_HEALTH_RFR    (LAC_ISEG_HEALTH + 0x38u) /* bit 31: reset required; severity 26:24 */
#define LAC_ISEG_HEALTH_SYND \
	(LAC_ISEG_HEALTH + 0x3cu) /* irisc 31:24, syndrome 23:16, extended 15:0 */
#define LAC_ISEG_COUNTER 0x1010u  /* 23:0 */

#define LAC_CMDIF_REV 5u

#endif
