/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A device small enough to be scripted: a bus whose BAR 0 ends in a firmware of a few hundred lines, in the
 * test's own process, and an address space that only counts. It decodes by hand what the driver encodes, holds
 * each command against the rules of the command interface (signatures, tokens, block numbers, alignment,
 * lengths) and remembers the first breach.
 *
 * Commands run when their doorbell is written, or when the bus is served, as the script has it.
 */
#ifndef FAKEFW_H
#define FAKEFW_H

#include <stdbool.h>
#include <stdint.h>

#include "mlx5/port_priv.h"

#define FAKE_OPS   0x1000u
#define FAKE_PAGES 16384u
#define FAKE_EQS   8u

/* What shall happen to the @nth command (from 1; 0: each) of an opcode. */
struct fake_rule {
	uint16_t op;
	int op_mod; /* -1: any */
	unsigned int nth;
	uint8_t status, delivery;
	uint32_t syndrome;
	bool mute;    /* it never comes back, until fake_release() */
	bool corrupt; /* its reply is signed, then changed */
	int ask;      /* pages demanded before it is answered; needs the pages' EQ */
	unsigned int seen;
};

struct fake_eq {
	uint32_t eqn, pi, log, vector;
	uint64_t mask, ring;
	uint32_t armed;   /* doorbells that armed it */
	uint32_t updates; /* and those that did not */
	uint32_t ci;
};

struct fake {
	struct lac_bus bus;       /* first */
	uint32_t reg[0x2010 / 4]; /* host values */
	uint64_t queue;
	uint32_t log_sz, log_stride;
	bool lazy;     /* commands run in service(), not at the doorbell */
	bool sign;     /* replies are signed */
	bool counting; /* the health counter moves at each read */
	bool no_bar_map;
	struct fake_rule rule[8];
	uint32_t pending; /* slots rung and not answered */
	uint32_t waiting; /* slots held until pages come */
	uint32_t muted, ready;
	struct fake_rule now[32]; /* what happens to the command in each slot */
	uint32_t high;
	int reset_error, irq_error;
	pthread_mutex_t lock; /* taken around each access when @locked: for tests with threads */
	bool locked;
	uint8_t uar_page[4096];

	uint8_t cap_cur[4096], cap_max[4096], atomic[4096];
	int32_t boot, init; /* pages wanted */
	uint64_t page[FAKE_PAGES];
	uint32_t pages;
	int owed;           /* pages demanded by events, not given yet */
	uint32_t cannot;    /* CANNOT_GIVE received */
	uint32_t give_back; /* most pages returned by one TAKE; 0: as many as asked */
	bool alien_page;    /* TAKE returns one that was never given */
	struct fake_eq eq[FAKE_EQS];
	uint32_t next_id;
	uint32_t live[8]; /* objects: eq uar pd mkey, enabled, inited */

	uint32_t count[FAKE_OPS];
	uint32_t op[64], ops; /* opcode << 16 | op_mod, in order of their doorbells */
	uint32_t in_len[FAKE_OPS], out_len[FAKE_OPS];
	uint8_t tokens[32]; /* of each slot's last command */
	uint32_t most;      /* in flight at once */
	uint32_t resets, dma_maps;
	bool master;
	int irq[8];
	char fault[160]; /* the first breach of the rules */

	uint8_t last_in[1 << 17];
	uint32_t vport_state, lid;
};

enum { FAKE_EQ, FAKE_UAR, FAKE_PD, FAKE_MKEY, FAKE_ENABLED, FAKE_INITED };

struct fake *fake_new(void);
void fake_free(struct fake *f);
/* A port on it: not up, with its command queue only, or whole */
struct lac_port *fake_port(struct fake *f);
struct lac_port *fake_port_cmdq(struct fake *f);
struct lac_port *fake_port_up(struct fake *f);
void fake_port_end(struct lac_port *port);

struct fake_rule *fake_on(struct fake *f, uint16_t op, unsigned int nth);
/* muted commands come back now */
void fake_release(struct fake *f);
/* an event to the EQ that takes @type; @data 28 bytes */
void fake_event(struct fake *f, uint8_t type, uint8_t sub_type, const uint8_t *data);
void fake_page_request(struct fake *f, uint16_t func, uint16_t flags, int32_t n);
void fake_comp(struct fake *f, uint32_t cqn);
void fake_gone(struct fake *f);

/* the address space's fakes */
extern unsigned int fake_maps_live;  /* stretches mapped */
extern unsigned int fake_map_refuse; /* the nth map from now is refused; 0: none */
/* the queues' */
extern unsigned int fake_qp_gone, fake_qp_events, fake_cq_errors, fake_cq_events;
/* descriptors open in this process */
unsigned int fake_fds(void);

#endif
