/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What is inside a function's HCA, for its own files only. Everything in struct emu_hca but the members
 * after `kept` goes at a reset. Delays are counted in polls, never in time, so that a seed replays them.
 */
#ifndef EMU_HCA_PRIV_H
#define EMU_HCA_PRIV_H

#include "bits.h"
#include "cmd.h"
#include "hca.h"
#include "prm/gen/prm_desc.h"
#include "syndromes.h"

#define EMU_SLOTS      32u
#define EMU_CMD_STRIDE 64u
#define EMU_VPORT_GIDS 8u
#define EMU_PKEYS      128u

enum emu_hca_state {
	EMU_HCA_RESET,   /* ENABLE_HCA is all it takes */
	EMU_HCA_ENABLED, /* pages, capabilities */
	EMU_HCA_INIT,    /* objects */
	EMU_HCA_TORN,    /* after TEARDOWN_HCA: pages go back, DISABLE_HCA or INIT_HCA again */
};

/* ---- cmdq.c ---- */
enum emu_slot_state {
	EMU_SLOT_IDLE,
	EMU_SLOT_RUNG, /* the doorbell was written; the entry is not read yet */
	EMU_SLOT_HELD, /* waits for pages */
	EMU_SLOT_DONE, /* executed; the client does not know yet */
	EMU_SLOT_LOST, /* never completes (control socket: slowcmd never) */
};

struct emu_slot {
	enum emu_slot_state state;
	uint64_t due; /* poll at which the state is left */
	bool seen;    /* counted by slowcmd */
	bool refused; /* the client cannot give the pages it needs */
	uint8_t entry[EMU_CMD_STRIDE];
	uint8_t *in, *out;
	uint32_t in_len, out_len;
	uint64_t *out_block; /* addresses of the output's mailboxes */
	uint32_t out_blocks;
	uint8_t delivery;
	bool event; /* a command EQ existed when the command began */
};

struct emu_cmdq {
	uint64_t addr;
	bool addr_set;
	uint8_t nic_interface;
	struct emu_slot slot[EMU_SLOTS];
};

void cmdq_ring(struct emu_fn *f, uint32_t vector);
unsigned int cmdq_poll(struct emu_fn *f);
void cmdq_reset(struct emu_fn *f);
/* held commands are looked at again; @refused: they will not get their pages */
void cmdq_pages_changed(struct emu_fn *f, bool refused);

/* dispatch.c: finds, checks and runs one command; fills status and syndrome of c->out */
void cmd_dispatch(struct emu_fn *f, struct emu_cmd *c);
/* ends a command with @st, and c->syndrome if that is a refusal */
void cmd_finish(struct emu_fn *f, struct emu_cmd *c, uint8_t st);
const struct emu_cmd_def *cmd_find(uint16_t opcode);
/* an opcode by number or name; false: neither */
bool cmd_parse_opcode(const char *s, uint16_t *opcode);

/* ---- inject.c: what the control socket asked for; survives resets ---- */
struct emu_inject {
	struct emu_inject *next;
	enum emu_inject_kind { EMU_INJECT_FAIL, EMU_INJECT_SLOW, EMU_INJECT_DELIVERY } kind;
	uint16_t opcode;
	uint32_t nth; /* how many more of the opcode until it strikes, 1: the next */
	uint32_t value, syndrome;
};
#define EMU_NEVER UINT32_MAX
int inject_add(struct emu_fn *f, const struct emu_inject *what);
/* true once, when it is this command's turn */
bool inject_take(
	struct emu_fn *f, enum emu_inject_kind kind, uint16_t opcode, struct emu_inject *what);
void inject_clear(struct emu_fn *f);

/* ---- pages.c ---- */
struct emu_pages {
	uint64_t *iova; /* held, in the order given */
	uint32_t held, room;
	uint64_t *
		hash; /* open addressing; 0 is an empty place, 1 a deleted one, else iova | 1 << 1 */
	uint32_t hash_size, hash_used;
	int64_t extra;  /* asked for (or back) by the control socket */
	uint32_t asked; /* by events, not given yet */
	uint32_t asked_back;
};

/* pages that the function needs now, by its state and its objects */
uint32_t pages_required(struct emu_fn *f);
uint32_t pages_boot(struct emu_fn *f);
uint32_t pages_init(struct emu_fn *f); /* boot and init */
/* pages still missing before @opcode can execute */
uint32_t pages_missing(struct emu_fn *f, uint16_t opcode);
/* asks for @n more than were asked already, if some EQ takes page requests; false: none does */
bool pages_ask(struct emu_fn *f, uint32_t n);
uint8_t pages_give(struct emu_fn *f, struct emu_cmd *c, const uint8_t *pas, uint32_t n);
uint32_t pages_take(struct emu_fn *f, uint8_t *pas, uint32_t n);
void pages_refuse(struct emu_fn *f); /* the client cannot give */
void pages_forget(struct emu_fn *f);
/* the control socket's order: @n more, or -@n back; false: nobody takes page requests */
bool pages_order(struct emu_fn *f, int32_t n);
unsigned int pages_poll(struct emu_fn *f); /* asks back what is not needed any more */

/* ---- eq.c ---- */
bool eq_takes(struct emu_fn *f, uint8_t type); /* an EQ has @type in its mask */
void eq_doorbell(struct emu_fn *f, uint32_t uar, bool arm, uint32_t value);
unsigned int eq_poll(struct emu_fn *f);

/* ---- caps.c ---- */
#define EMU_CAP_BYTES 4096u
enum emu_cap_slot { EMU_CAPS_GENERAL, EMU_CAPS_ATOMIC, EMU_CAPS_ROCE, EMU_CAP_SLOTS };
struct emu_caps {
	uint8_t cur[EMU_CAP_SLOTS][EMU_CAP_BYTES];
	uint8_t max[EMU_CAP_SLOTS][EMU_CAP_BYTES];
};
void caps_reset(struct emu_fn *f);
bool caps_field(
	enum emu_cap_slot slot, const char *name, struct prm_field *field); /* false: no such */
uint8_t caps_query(struct emu_fn *f, struct emu_cmd *c);
uint8_t caps_set(struct emu_fn *f, struct emu_cmd *c);

/* ---- profile.c: what a function demands and offers ---- */
struct emu_profile {
	uint32_t boot_pages, init_pages, regular_pages;
	uint32_t pages_per_64; /* more for every 64 objects */
	uint32_t log_slots;
	uint32_t index;
	const char *overrides;
};
/* "NAME[,KEY=VALUE...]", which must outlive @p; NULL is the default; false: no such profile or key */
bool profile_parse(const char *s, struct emu_profile *p);
void profile_caps(const struct emu_profile *p, uint8_t (*max)[EMU_CAP_BYTES]);

/* ---- ids.c ---- */
int emu_ids_create(struct emu_fn *f);
void emu_ids_clear(struct emu_fn *f);
void emu_ids_destroy(struct emu_fn *f);

/* ---- cmd_port.c ---- */
struct emu_port {
	uint32_t cap_mask1, cap_mask2;
};
void port_reset(struct emu_fn *f);
void port_set(struct emu_fn *f, bool up); /* with the event */

/* ---- mcg.c ---- */
void mcg_clear(struct emu_fn *f);

/* ---- lint.c: set bits that no field of the opcode's layout claims ---- */
void lint_command(struct emu_fn *f, uint16_t opcode, const void *in, uint32_t len);
void lint_layout(struct emu_fn *f, const char *what, const struct prm_layout_desc *d,
	const void *bytes, uint32_t len);

struct emu_health {
	uint8_t synd;
	bool fatal;
	bool stalled;
	uint32_t stalled_at;
};

struct emu_hca {
	enum emu_hca_state state;
	uint64_t polls;
	uint64_t ready_at; /* poll from which the function has initialized */
	uint16_t issi;
	uint32_t uid; /* of the command that executes */
	struct emu_cmdq q;
	struct emu_pages pages;
	struct emu_caps caps;
	struct emu_port port;
	struct emu_health health;
	struct {
		uint32_t uar, off, value;
		bool valid;
	} half;                     /* first half of an 8-byte doorbell written as two words */
	struct emu_member *members; /* of multicast groups */
	struct emu_ids *ids[EMU_KINDS];

	/* kept over resets: */
	struct emu_profile profile;
	struct emu_inject *inject;
	bool port_down;
};

/* polls until an effect shows: 0, or in adversarial mode anything below @most */
uint64_t hca_delay(struct emu_fn *f, uint32_t most);
uint32_t hca_health_counter(struct emu_fn *f);
/* the device has failed for good: health syndrome, counter goes on */
void hca_fail(struct emu_fn *f, uint8_t synd);

#endif
