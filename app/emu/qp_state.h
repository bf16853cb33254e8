/* SPDX-License-Identifier: BSD-3-Clause */
/* What the two halves of the queue pair's control path, objects and transitions, share. */
#ifndef EMU_QP_STATE_H
#define EMU_QP_STATE_H

#include "cmd.h"
#include "engine.h"

void qp_decode(struct emu_qp *q);
/* completions and events that are owed are written: after the command there comes no older one */
void qp_settle(struct emu_qp *q);
uint8_t qp_modify(struct emu_fn *f, struct emu_cmd *c);

#endif
