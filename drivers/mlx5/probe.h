/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Which functions the command line names, with what device arguments, and which of them a port holds. The
 * table is the process's, in an EAL memzone: lac_probe() fills it once, opening a port claims its row.
 */
#ifndef LAC_MLX5_PROBE_H
#define LAC_MLX5_PROBE_H

#include <stdbool.h>
#include <stdint.h>

#include <lacuna/err.h>
#include <lacuna/port.h>

/* Device arguments of one function; lac_probe()'s kernel-doc tells the keys. */
struct lac_args {
	char bdf[16];        /* 0000:03:00.0 */
	bool check_full;     /* check=full: each piece of each request is looked up exactly */
	bool ctrl_app;       /* ctrl=app: the application calls lac_port_service() itself */
	uint32_t timeout_ms; /* timeout_ms=: deadline of one command, and of one bus request */
};

/* Parses `key=value,...`; @text may be NULL. @args->bdf is set already. -EINVAL and a sentence. */
int lac_args_parse(struct lac_args *args, const char *text, struct lac_err *why);

/*
 * Takes row @index, and copies its arguments out. -EINVAL no such row, or lac_probe() has not succeeded;
 * -EBUSY it is taken.
 */
int lac_claim(int index, struct lac_args *args, struct lac_err *why);
/*
 * Lets others find @port by the row that was taken; NULL ends that, and waits for a lac_claims_each() that
 * is at work: not under a lock that its callback takes.
 */
void lac_claim_show(int index, struct lac_port *port);
/* Gives the row back, the last thing of a port's life. */
void lac_release(int index);

/*
 * Calls @fn with each port that is shown, in order, until one returns non-zero, which is returned. A port
 * stays whole during the call. Any thread; @fn neither opens nor closes ports.
 */
int lac_claims_each(int (*fn)(struct lac_port *port, void *arg), void *arg);

#endif
