/* SPDX-License-Identifier: BSD-3-Clause */
/* No engine: its commands are unknown, and doorbells are noted. */
#include "rig.h"

const struct emu_cmd_def emu_cmds_mkey[1], emu_cmds_cq[1], emu_cmds_qp[1], emu_cmds_srq[1];

void engine_doorbell(struct emu_fn *f, uint32_t uar, uint32_t off, uint64_t value)
{
	struct rig *r = (struct rig *)((uint8_t *)f - offsetof(struct rig, f));

	r->bell.count++;
	r->bell.uar = uar;
	r->bell.off = off;
	r->bell.value = value;
}

void rig_engine_start(struct emu_world *w)
{
	(void)w;
}

void rig_engine_stop(struct emu_world *w)
{
	(void)w;
}
