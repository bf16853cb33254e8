/* SPDX-License-Identifier: BSD-3-Clause */
/* A connected pair of queues between two ports (or of one port with itself), driven by one lcore.
 */
#ifndef TESTPMD_PAIR_H
#define TESTPMD_PAIR_H

#include "testpmd.h"

struct end {
	struct port *port;
	struct lac_cq *cq;
	struct lac_qp *qp;
	struct lac_sq *sq;
	struct lac_rq *rq;
	uint64_t completions;
};

struct pair {
	struct end a, b;
};

struct pair_attr {
	uint32_t sq_bb, rq_n, list_entries;
};

/* One of the ends, not connected; @e is zeroed. All return 0, or -errno after saying why. */
int end_open(struct end *e, struct port *port, const struct pair_attr *attr, int lcore);
void end_close(struct end *e);
int pair_open(struct pair *p, struct fwd *f, const struct pair_attr *attr);
void pair_close(struct pair *p);
/* Both ends to RESET and back to READY, whatever state an error left them in. */
int pair_restart(struct pair *p);

/*
 * Rings @e's doorbell and waits for its next completion. 0 with it in @wc, good or bad; -ETIMEDOUT
 * after saying so; -ECANCELED when a signal asked the program to end.
 */
int end_reap(struct end *e, struct lac_wc *wc);
/* The same, and it must be good and @cookie's: else -EIO after saying why. */
int end_done(struct end *e, uint64_t cookie);
/* A completion of @e was good: if it is the first after a registration on its port, notes the time. */
void end_good(struct end *e);
/* says why a post was refused; returns @err */
int end_refused(struct end *e, const char *what, int err);

#endif
