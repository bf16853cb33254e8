/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Two connected queue pairs on two emulated ports, and memory to move between them: what tests of the data
 * path stand on. Ports are opened once a program; queue pairs are made anew for each test.
 */
#ifndef TESTS_FUNC_RIG_H
#define TESTS_FUNC_RIG_H

#include <lacuna/lacuna.h>

#include "fixture.h"

#define RIG_BYTES (4u << 20)

/* One side of the wire. */
struct rig_end {
	struct lac_port *port;
	struct lac_cq *cq;
	struct lac_qp *qp;
	struct lac_sq *sq;
	struct lac_rq *rq;
	uint8_t *mem; /* RIG_BYTES of EAL memory */
};

struct rig {
	struct rig_end a, b;
};

int rig_ports_open(void **state); /* group set-up: fixture, both ports */
int rig_ports_open_as(void **state, const struct fix_conf *conf);
int rig_ports_close(void **state); /* group teardown: closes, and finds nothing left */
/* a test's own set-up and teardown; *@state is a struct rig */
int rig_up(void **state);
int rig_down(void **state);
struct lac_port *rig_port(unsigned int i);

/* The next completion of @e, or the test fails. */
struct lac_wc rig_wait(struct rig_end *e);
/* Rings, waits for @cookie and expects @status. */
struct lac_wc rig_done(struct rig_end *e, uint64_t cookie, uint8_t status);
/* All outstanding requests of @e end; how many. */
unsigned int rig_drain(struct rig_end *e);
/* Both queue pairs back to READY, whatever they were in. */
void rig_reconnect(struct rig *r);

struct lac_loc rig_loc(const struct rig_end *e, uint64_t off, uint32_t len);
/* A registration of all of @e's memory with @access, for the peer; LIVE. */
struct rig_window {
	struct lac_keys *keys;
	struct lac_key *key;
	struct lac_rem rem;
};
void rig_window_open(struct rig_end *e, uint32_t access, struct rig_window *w);
void rig_window_close(struct rig_end *e, struct rig_window *w);
struct lac_keys *rig_keys(struct rig_end *e, uint32_t max, uint32_t access, uint32_t count);

/* Fills with bytes that differ by address and @salt. */
void rig_fill(uint8_t *p, size_t n, uint32_t salt);

#endif
