/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The emulator's bench: an mlx5emu of its own in a temporary folder, both of its ports opened by this process, a
 * connected pair of queues, memory at both ends. One processor for the client, another for the emulator.
 */
#ifndef BENCH_EMU_RIG_H
#define BENCH_EMU_RIG_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include <lacuna/lacuna.h>

#define EMU_RIG_BYTES (4u << 20) /* at each end */
#define EMU_RIG_SQ_BB 8192u

struct emu_rig_end {
	struct lac_port *port;
	struct lac_cq *cq;
	struct lac_qp *qp;
	struct lac_sq *sq;
	uint8_t *mem;
	struct lac_keys *keys;
};

struct emu_rig {
	char dir[32];
	pid_t pid;       /* of the emulator */
	clockid_t clock; /* processor time that it used */
	struct emu_rig_end a, b;
};

struct emu_rig_conf {
	const char *emu; /* path of mlx5emu */
	bool trap_all;
	bool adversarial;
};

/* 0, or -1 after saying why; either way emu_rig_down() */
int emu_rig_up(struct emu_rig *r, const struct emu_rig_conf *c);
void emu_rig_down(struct emu_rig *r);
/* keys of up to @entries pieces at @e, for the peer too */
struct lac_key *emu_rig_key(struct emu_rig_end *e, uint32_t entries, uint32_t count);
/* the next completion of @e, which must be good; rings first */
int emu_rig_done(struct emu_rig_end *e);

uint64_t emu_rig_now_ns(void);
uint64_t emu_rig_emu_ns(const struct emu_rig *r); /* the emulator's processor time */

#endif
