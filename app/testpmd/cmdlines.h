/* SPDX-License-Identifier: BSD-3-Clause */
/* The commands there are. */
#ifndef TESTPMD_CMDLINES_H
#define TESTPMD_CMDLINES_H

#include <stddef.h>

#include <cmdline.h>
#include <cmdline_parse.h>

#include "testpmd.h"

extern cmdline_parse_ctx_t cmdline_all[];

/* cmdline_port.c */
extern cmdline_parse_inst_t cmd_show_port, cmd_clear, cmd_port_reset;
/* cmdline_fwd.c */
extern cmdline_parse_inst_t cmd_show_fwd, cmd_set_fwd, cmd_start, cmd_stop, cmd_wait,
	cmd_wait_seconds;

#endif
