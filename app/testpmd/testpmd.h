/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lacuna-testpmd: its state and what its parts ask of each other. Ports are opened once, at the
 * start; a forwarding mode makes queues on two of them, works until it is done or told to stop, and
 * takes them away.
 *
 * The mode runs on the first worker lcore, commands on the main one. With a single lcore `start`
 * runs the mode in the foreground. What both sides touch is atomic; a mode alone owns all else
 * while it runs.
 */
#ifndef TESTPMD_TESTPMD_H
#define TESTPMD_TESTPMD_H

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include <lacuna/lacuna.h>

#include "emuctl.h"
#include "parameters.h"
#include "rate.h"

#define PORTS_MAX 16

struct port {
	unsigned int id;
	char bdf[16];
	struct lac_port *lac;
	struct emuctl emu; /* fd -1 on hardware */
	/* from nothing to a port, and on to its first registration: time spent, commands executed */
	uint64_t open_ns, open_cmds;
	uint64_t start_cmds; /* executed when the mode of that registration began */
	_Atomic uint64_t first_ns, first_cmds; /* 0: none has been made yet */
};

struct fwd;
struct fwd_mode {
	const char *name, *help;
	bool peer; /* the other end is another program: f->b is f->a, and it ends by itself */
	/* between f->a and f->b until done or f->stop; 0, or -errno after saying why */
	int (*run)(struct fwd *f);
};
extern const struct fwd_mode fwd_gap, fwd_write, fwd_read, fwd_send, fwd_regs, fwd_pingpong;
extern const struct fwd_mode *const fwd_modes[]; /* NULL ends */

/* A run of a mode. */
struct fwd {
	const struct fwd_mode *mode;
	struct port *a, *b; /* may be the same */
	const struct parameters *par;
	int lcore;
	atomic_bool stop, running;
	_Atomic uint64_t ops, bytes, errors;
	_Atomic uint64_t began_ns, ended_ns; /* ended: 0 while it runs */
	_Atomic uint64_t ticks[PHASES];      /* of the mode's lcore */
	struct rate_look seen;               /* when it was shown last; the main lcore's */
	_Atomic int result;
};

struct testpmd {
	struct parameters par;
	struct port port[PORTS_MAX];
	unsigned int nports;
	struct emuctl watch; /* the main lcore's own connection; fd -1 on hardware */
	const struct fwd_mode *mode;
	struct fwd fwd;
	bool failed; /* a mode's verification or a strict command failed: the exit code */
	volatile sig_atomic_t quit;
};
extern struct testpmd testpmd;

/* ---- testpmd.c ---- */
uint64_t now_ns(void);
/* prints "port 0 (0000:03:00.0): <what>: <sentence>" from the port's record, or from @why */
void port_complain(const struct port *p, const char *what, const struct lac_err *why);
/* commands that @p has executed */
uint64_t port_commands(const struct port *p);
/* prints what has happened to the ports since the last call; the main lcore */
void ports_tell(void);

/* ---- fwd.c ---- */
const struct fwd_mode *fwd_find(const char *name);
int fwd_start(
	void);      /* -EBUSY runs already; -ENODEV no ports; the mode's result in the foreground */
int fwd_stop(void); /* the mode's result */
int fwd_wait(unsigned int seconds); /* until it ends; 0: for as long as it takes; -ETIMEDOUT */
void fwd_show(void);

/* ---- config.c ---- */
void port_show_info(struct port *p);
void port_show_caps(struct port *p);
void port_show_stats(struct port *p);
void port_show_xstats(struct port *p);
void port_clear_stats(struct port *p);

/* ---- cmdline.c ---- */
void cmdline_prompt(void);                        /* until quit or end of input */
int cmdline_batch(const char *path, bool strict); /* 0; -errno at the first error when strict */
void cmdline_failed(void);                        /* said by a command that did not succeed */

#endif
