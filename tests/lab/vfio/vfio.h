/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the subcommands of lab-vfio stand on: ports, two connected queue pairs with memory, the emulator's counters.
 * Nothing returns an error: what goes wrong is said in a line that begins with "lab-vfio:", and ends the program
 * with 1.
 */
#ifndef LAB_VFIO_H
#define LAB_VFIO_H

#include <stdarg.h>
#include <stdbool.h>

#include <lacuna/lacuna.h>

#define PAGE      4096u
#define END_BYTES (2u << 20)

__attribute__((format(printf, 1, 2), noreturn)) void die(const char *fmt, ...);
/* Dies when @err is negative; @what and the record in @why (or the port's last, if NULL) say of what. */
void must(int err, const char *what, const struct lac_port *port, const struct lac_err *why);
/* Milliseconds from now that are too late; the environment's LAB_SLOW stretches it. */
uint64_t deadline_ms(unsigned int ms);
bool late(uint64_t deadline);

/* emu.c: a counter of the emulator's function that port @i is. That is its place among all, or LAB_FUNCTION */
uint64_t emu_stat(unsigned int i, const char *name);
/* How many maps both functions of a pair have; and whether they have @more now, or death. */
void emu_maps(uint64_t maps[2]);
void emu_maps_grew(const uint64_t base[2], int64_t more, const char *when);

/* end.c */
struct end {
	struct lac_port *port;
	struct lac_cq *cq;
	struct lac_qp *qp;
	struct lac_sq *sq;
	struct lac_rq *rq;
	uint8_t *mem; /* END_BYTES of EAL's */
	struct lac_keys *keys;
	struct lac_key *key; /* over @mem, for the peer */
	struct lac_rem rem;
};

/* Opens every port that EAL was told of; how many. */
unsigned int ports_open(struct lac_port *port[], unsigned int max);
void ports_close(struct lac_port *port[], unsigned int n);

void end_open(struct end *e, struct lac_port *port);
void end_connect(struct end *e, const struct lac_qp_addr *peer);
void end_window(struct end *e); /* registers @mem, so that the peer may WRITE and READ */
void end_close(struct end *e);

/* Two ends that are connected to each other and have their windows open. */
struct pair {
	struct lac_port *port[2];
	struct end a, b;
};
void pair_open(struct pair *p); /* on its ports */
void pair_close(struct pair *p);
void pair_up(struct pair *p); /* and the ports too, of which there must be two */
void pair_down(struct pair *p);
void pair_restart(struct pair *p); /* back to READY, whatever became of them */

/* The next completion, which must be @cookie's and have @status. */
struct lac_wc end_done(struct end *e, uint64_t cookie, uint8_t status);
/* WRITEs, or READs, @len bytes at @p to or from offset @off of the peer's memory, and waits. */
void end_write(struct end *e, const struct end *peer, const void *p, uint32_t len, uint64_t off);
void end_read(struct end *e, const struct end *peer, void *p, uint32_t len, uint64_t off);

/* Bytes that differ by place and @salt; and whether they are there, or death. */
void fill(uint8_t *p, size_t n, uint32_t salt);
void check(const uint8_t *p, size_t n, uint32_t salt, const char *what);

/* The subcommands: @n is their argument. */
void cycles(unsigned int n);
void sleeper(unsigned int n);
void heap(unsigned int n);
void external(unsigned int n);
void pool(unsigned int n);
void limit(unsigned int n);
void fault(unsigned int n);
void peer(int socket, bool first);

#endif
