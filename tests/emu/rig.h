/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * An HCA on a bench: client memory, interrupts and the engine are fakes, and commands are put into the queue
 * by hand, byte for byte, so that each of them can be malformed.
 */
#ifndef RIG_H
#define RIG_H

#include "../unit/unit.h"

#include "hca_priv.h"

#define RIG_IOVA      0x7a8000000ull /* the addresses of the hardware trace lie within */
#define RIG_BYTES     (128u << 20)
#define RIG_QUEUE     RIG_IOVA
#define RIG_BOX_BYTES (1ull << 20)
#define RIG_ALL       (RIG_BYTES + 2 * EMU_SLOTS * RIG_BOX_BYTES)

struct rig {
	struct emu_world w;
	struct emu_fn f;
	uint8_t *mem;
	uint64_t next;           /* bump allocator */
	uint64_t hole, hole_len; /* unmapped */
	bool halted;             /* bus mastering is off */
	uint32_t irqs[EMU_MSIX_VECTORS];
	uint32_t lints, faults;
	char lint[256]; /* the last one */
	struct {
		uint32_t count, uar, off;
		uint64_t value;
	} bell; /* what the engine was told */
	uint8_t token;
	bool serve; /* page requests, while a command is awaited */
	bool sums;  /* sign what is posted */
	uint64_t in_box[EMU_SLOTS], out_box[EMU_SLOTS]; /* first mailboxes of what is posted */
	uint32_t uar, cmd_eq, page_eq;                  /* rig_up() */
	uint64_t eq_mem[256];
	uint32_t eq_ci[256], eq_log[256];
};

struct rig *rig_new(const char *profile, bool adversarial, uint64_t seed);
void rig_free(struct rig *r);
uint8_t *rig_at(struct rig *r, uint64_t iova);
uint64_t rig_alloc(struct rig *r, uint64_t bytes, uint64_t align);

/* an entry with its mailboxes; the doorbell is not rung */
void rig_post(struct rig *r, uint32_t slot, const void *in, uint32_t in_len, uint32_t out_len);
void rig_ring(struct rig *r, uint32_t vector);
void rig_write32(struct rig *r, uint64_t off, uint32_t v);
uint32_t rig_read32(struct rig *r, uint64_t off);
void rig_polls(struct rig *r, uint32_t n);
bool rig_done(struct rig *r, uint32_t slot);
uint8_t rig_delivery(struct rig *r, uint32_t slot);
void rig_output(struct rig *r, uint32_t slot, void *out, uint32_t len);

uint8_t rig_exec_on(
	struct rig *r, uint32_t slot, const void *in, uint32_t in_len, void *out, uint32_t out_len);

#define RIG_LOST 0xffu /* no completion came */
/* post, ring, poll until done, output; @return the delivery status */
uint8_t rig_exec(struct rig *r, const void *in, uint32_t in_len, void *out, uint32_t out_len);
/* and what the output says: its status; the syndrome in @synd unless NULL */
uint8_t rig_cmd(struct rig *r, const void *in, uint32_t in_len, void *out, uint32_t out_len,
	uint32_t *synd);
/* a command without input fields and results */
uint8_t rig_op(struct rig *r, uint16_t opcode, uint16_t op_mod);
/* one with a single input field */
uint8_t rig_op1(struct rig *r, uint16_t opcode, struct prm_field f, uint64_t v);
/* an object of which nothing but the number matters */
uint32_t rig_make(struct rig *r, uint16_t opcode, struct prm_field out);

uint32_t rig_pages_wanted(struct rig *r, uint16_t which);
uint8_t rig_give(struct rig *r, const uint64_t *iova, uint32_t n);
/* gives @n fresh pages; where they begin */
uint64_t rig_give_new(struct rig *r, uint32_t n);
uint32_t rig_take(struct rig *r, uint32_t n, uint64_t *iova);

/* ENABLE_HCA, boot pages; INIT_HCA; and one UAR */
void rig_enable(struct rig *r);
void rig_init(struct rig *r);
/* also a command EQ and a page EQ */
void rig_up(struct rig *r);
uint8_t rig_create_eq(
	struct rig *r, uint32_t log_size, uint64_t mask, uint32_t intr, uint32_t *eqn);
/* next unread entry, consumed (not told to the device); NULL: none */
const uint8_t *rig_eqe(struct rig *r, uint32_t eqn);
void rig_eq_ci(struct rig *r, uint32_t eqn, bool arm);
/* gives what page request events ask for; how many pages */
uint32_t rig_serve_pages(struct rig *r);

/* rig_engine.c: none; rig_real.c: the emulator's own */
void rig_engine_start(struct emu_world *w);
void rig_engine_stop(struct emu_world *w);

#endif
