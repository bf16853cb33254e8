/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The state of one function that a reset clears: command queue, pages, event queues and the object
 * tables. Numbers of objects are handed out by one allocator a kind, never reused at once, so that a
 * stale number is noticed.
 */
#ifndef EMU_HCA_H
#define EMU_HCA_H

#include "emu.h"

/* Sparse map from object number to object. */
struct emu_ids;
enum emu_kind {
	EMU_UAR,
	EMU_PD,
	EMU_TD,
	EMU_XRCD,
	EMU_EQ,
	EMU_CQ,
	EMU_QP,
	EMU_MKEY,
	EMU_SRQ,  /* RMP, XRC SRQ and SRQ share one number space, as Linux relies on */
	EMU_UCTX, /* its number is the uid of its owner's commands */
	EMU_KINDS
};

/*
 * Owners. What a command makes belongs to the user context that its uid names, and only that context's
 * objects, and shared ones, are there for it. The driver's own commands (uid 0) see all; so do those of
 * Linux's MLX5_SHARED_RESOURCE_UID, and what they make is shared.
 */
#define EMU_UID_SHARED 0xffffu
uint32_t emu_uid(struct emu_fn *f); /* of the command that executes */
bool emu_uid_is_user(uint32_t uid);
/* @free is called when the object is deleted or the function reset */
int emu_id_new(struct emu_fn *f, enum emu_kind k, void *obj, void (*free)(struct emu_fn *, void *),
	uint32_t *id); /* 0; -ENOSPC at the kind's limit */
void *emu_id_get(struct emu_fn *f, enum emu_kind k, uint32_t id); /* NULL: no such object */
/* whoever's it is: for what the device itself does while a command executes */
void *emu_id_peek(struct emu_fn *f, enum emu_kind k, uint32_t id);
int emu_id_del(struct emu_fn *f, enum emu_kind k, uint32_t id); /* -ENOENT; -EBUSY: see refs */
/* smallest live number >= @from, or UINT32_MAX */
uint32_t emu_id_next(struct emu_fn *f, enum emu_kind k, uint32_t from);
uint32_t emu_id_count(struct emu_fn *f, enum emu_kind k);
/* objects that others refer to (a PD with keys, a CQ with QPs) refuse deletion: RES_BUSY */
void emu_id_ref(struct emu_fn *f, enum emu_kind k, uint32_t id);
void emu_id_unref(struct emu_fn *f, enum emu_kind k, uint32_t id);

/* lkeys that QUERY_SPECIAL_CONTEXTS names; their indices are below the first mkey's, and 0x100 ends lists */
#define EMU_LKEY_NULL      0x200u /* every access is a fault: it stands for pages that are not there */
#define EMU_LKEY_RESERVED  0x300u
#define EMU_LKEY_DUMP_FILL 0x400u /* reads as zeros, keeps nothing */

/* eq.c. Queued, written to the EQ as the rule table allows, MSI-X when armed. @data: bytes 0x20..0x3b */
void emu_eqe(struct emu_fn *f, uint32_t eqn, uint8_t type, uint8_t subtype, const uint8_t data[28]);
/* to the EQ whose event mask holds @type; lost (and counted) if none does */
void emu_event(struct emu_fn *f, uint8_t type, uint8_t subtype, const uint8_t data[28]);
/* all that are queued are written now: what a command ends has no event after it */
void emu_events_settle(struct emu_fn *f);

/* caps.c: current value of a general capability field (a descriptor of prm_fields.h, cmd_hca_cap) */
uint64_t emu_cap(struct emu_fn *f, unsigned int bit, unsigned int width);
#define EMU_CAP(f, field) emu_cap(f, (field).bit, (field).width)
/* the client chose that an atomic's old value lands in host order, not big-endian */
bool emu_atomic_host_order(struct emu_fn *f);

uint16_t emu_port_lid(struct emu_fn *f);
struct emu_fn *emu_by_lid(
	struct emu_world *w, uint16_t lid); /* NULL: nobody, or its port is down */
bool emu_port_active(struct emu_fn *f);
uint16_t emu_port_pkey(struct emu_fn *f, uint32_t index); /* 0: none there */
void emu_port_gid(struct emu_fn *f, uint32_t index, uint8_t gid[16]);

/* mcg.c: the QP that is number @n among a group's members, or UINT32_MAX */
uint32_t emu_mcg_member(struct emu_fn *f, const uint8_t gid[16], uint32_t n);

#endif
