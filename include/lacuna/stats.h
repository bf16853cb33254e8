/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Counters, by number and by name. The data path counts what it alone knows, in memory of the owner
 * lcore; the control path counts its own. One table of names serves printing and telemetry.
 *
 * Numbers are stable: new counters go to the end of their list.
 */
#ifndef LACUNA_STATS_H
#define LACUNA_STATS_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Of a queue pair; of a port, the sum over all its queue pairs, ended ones included.
 *
 * maps_inline, maps_list, maps_nested: registrations by form; invs: invalidations
 * requests: SEND, WRITE, READ, atomics, NOP; bytes: asked to move by them
 * wqebbs: ring units used, padding included; pads: of which padding
 * doorbells: written; refusals: posts refused for other reasons than a full ring
 * recvs: receives posted; completions: polled; errors: of which with a status
 */
#define LAC_QP_STATS(X) \
	X(maps_inline)  \
	X(maps_list)    \
	X(maps_nested)  \
	X(invs)         \
	X(requests)     \
	X(bytes)        \
	X(wqebbs)       \
	X(pads)         \
	X(doorbells)    \
	X(refusals)     \
	X(recvs)        \
	X(completions)  \
	X(errors)

/* Of a port, beyond those: what the control path did. */
#define LAC_PORT_STATS(X)     \
	X(commands)           \
	X(commands_failed)    \
	X(commands_timed_out) \
	X(pages_given)        \
	X(pages_taken)        \
	X(pages_held)         \
	X(page_requests)      \
	X(events)             \
	X(events_lost)        \
	X(eqes)               \
	X(eqes_unknown)       \
	X(recoveries)

enum lac_stat {
#define X(n) LAC_STAT_##n,
	LAC_QP_STATS(X)
#undef X
		LAC_STAT_QP_COUNT,
	LAC_STAT_BASE_ = LAC_STAT_QP_COUNT - 1, /* private: so that numbers go on without a gap */
#define X(n) LAC_STAT_##n,
	LAC_PORT_STATS(X)
#undef X
		LAC_STAT_COUNT
};

/* Its name ("maps_inline"), NULL past the last. */
const char *lac_stat_name(unsigned int stat);

/*
 * Fills @v with the first @n counters of @qp (LAC_STAT_QP_COUNT of them) or @port (LAC_STAT_COUNT).
 * Any thread; a snapshot that the owner may be moving. Return: how many there are.
 */
unsigned int lac_qp_stats(const struct lac_qp *qp, uint64_t *v, unsigned int n);
unsigned int lac_port_stats(struct lac_port *port, uint64_t *v, unsigned int n);
/* Sets the counters of the port to zero; those of a queue pair are its owner's, and stay, and so does the
 * level pages_held. Any thread. */
void lac_port_stats_clear(struct lac_port *port);

#ifdef __cplusplus
}
#endif

#endif
