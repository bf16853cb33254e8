/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Commands: the table from opcode to handler. A handler sees whole, contiguous input and output
 * (mailboxes are gathered and scattered around it) and returns a command status. It reads fields through
 * runtime descriptors (bits.h), never through the accessors that the driver encodes with.
 */
#ifndef EMU_CMD_H
#define EMU_CMD_H

#include "emu.h"

struct emu_cmd {
	const uint8_t *in;
	uint32_t in_len;
	uint8_t *out; /* zeroed; status and syndrome are filled in by the caller */
	uint32_t out_len;
	uint32_t syndrome; /* set with any refusal; doc/emulator.md lists them */
};

/* What the function must have been through for a command to be legal. */
enum emu_cmd_when {
	EMU_WHEN_ANY,     /* from reset on */
	EMU_WHEN_ENABLED, /* after ENABLE_HCA */
	EMU_WHEN_BOOTED,  /* and with the boot pages given */
	EMU_WHEN_INIT,    /* after INIT_HCA */
};

struct emu_cmd_def {
	uint16_t opcode;
	uint8_t when;
	uint32_t in_min, out_min; /* bytes: shorter is BAD_INP_LEN, BAD_OUTP_LEN */
	uint8_t (*fn)(struct emu_fn *f, struct emu_cmd *c);
};

/* opcode 0 ends each table */
extern const struct emu_cmd_def
	emu_cmds_hca[]; /* cmd_hca.c: enable..disable, caps, issi, adapter */
extern const struct emu_cmd_def emu_cmds_page[]; /* cmd_page.c */
extern const struct emu_cmd_def
	emu_cmds_obj[]; /* cmd_obj.c: uar, pd, td, xrcd, uctx, special contexts */
extern const struct emu_cmd_def emu_cmds_srq[];  /* cmd_srq.c (engine): RMP, XRC SRQ, SRQ */
extern const struct emu_cmd_def emu_cmds_mcg[];  /* mcg.c: multicast groups */
extern const struct emu_cmd_def emu_cmds_eq[];   /* eq.c */
extern const struct emu_cmd_def emu_cmds_port[]; /* cmd_port.c: vport contexts, registers, MADs */
extern const struct emu_cmd_def emu_cmds_mkey[]; /* mkey.c (engine) */
extern const struct emu_cmd_def emu_cmds_cq[];   /* cq.c (engine) */
extern const struct emu_cmd_def emu_cmds_qp[];   /* qp.c (engine) */

#endif
