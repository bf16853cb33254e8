/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A port: one function brought up, and what its parts ask of each other. Parts include this header and
 * call through these functions; struct lac_port itself is in port_priv.h, for the control files only.
 *
 * Locks, outermost first: port->lock (recovery) > step_lock (progress) > objects > command slots > arena >
 * address space > bus. Commands take none of the first two: any thread may issue them at any time.
 * The data path takes none of them.
 */
#ifndef LAC_MLX5_PORT_H
#define LAC_MLX5_PORT_H

#include <stdbool.h>

#include <lacuna/err.h>
#include <lacuna/port.h>

#include "bus/as.h"
#include "bus/bus.h"

/* ---- cmd.c: commands ---- */

/*
 * Executes one command and waits; serves firmware's page requests meanwhile. @in/@out are whole command
 * images (drivers/prm), @in_len/@out_len their lengths in bytes. 0, or -errno by the status table with the
 * port's record filled: -EIO, -EINVAL, -EBUSY, -ENOMEM, -EAGAIN by status; -EREMOTEIO delivery;
 * -ETIMEDOUT (the slot stays quarantined until reset); -ENODEV gone.
 */
int lac_cmd_exec(
	struct lac_port *port, const void *in, uint32_t in_len, void *out, uint32_t out_len);

/*
 * Handles every event that the device has written by now. After a command that resets an object this is what
 * keeps an event of its former life from striking the next one. May wait for whoever makes progress.
 */
void lac_port_settle(struct lac_port *port);

/* Many commands of one kind with several in flight. @done sees each result, in order of completion. */
struct lac_cmd_many {
	void *arg;
	/* fills the @i'th input; false ends the series */
	bool (*next)(void *arg, uint32_t i, void *in);
	/* 0 goes on; a negative errno ends the series once what is in flight has come back */
	int (*done)(void *arg, uint32_t i, int err, const void *out);
	uint32_t in_len, out_len;
};
int lac_cmd_many(struct lac_port *port, const struct lac_cmd_many *many);

/* Fills the port's last-error record (a copy is kept; any thread). Returns @e->err. */
int lac_port_fail(struct lac_port *port, const struct lac_err *e);

/* ---- arena.c: memory for the device that is not EAL's (own memfd, mapped in the address space) ---- */

/* Zeroed, @align a power of two >= 64, IOVA = VA. NULL: no memory, or the map was refused. */
void *lac_arena_alloc(struct lac_port *port, size_t len, size_t align);
void lac_arena_free(struct lac_port *port, void *va, size_t len);

/* ---- uar.c ---- */

struct lac_uar {
	uint32_t index;   /* page, as commands name it */
	uint64_t bar_off; /* of the page in BAR 0 */
	void *va;         /* mapped page; NULL: every access traps, use lac_uar_write64 */
};
/* The port's data UAR (mapped wherever the bus can map one). Shared by all queues of the port. */
const struct lac_uar *lac_port_data_uar(struct lac_port *port);
/* One 8-byte doorbell store, @be as it must stand in the BAR: plain where mapped, else by the bus */
void lac_uar_write64(struct lac_port *port, const struct lac_uar *uar, uint32_t off, uint64_t be);

/* ---- pd.c: domains and their local DMA keys, by number ---- */

int lac_pdn_alloc(struct lac_port *port, uint32_t *pdn);
int lac_pdn_free(struct lac_port *port, uint32_t pdn);
/* A key over all that is mapped, physical-address mode, local rights only; @be as WQEs have it */
int lac_dma_key_create(struct lac_port *port, uint32_t pdn, uint32_t *be);
int lac_dma_key_destroy(struct lac_port *port, uint32_t be);

/* ---- what a port is and has ---- */

struct lac_bus *lac_port_bus(struct lac_port *port);
struct lac_as *lac_port_as(struct lac_port *port);
/* mem.c: 0 when the function reaches all of it; else -errno, recorded: EAL's memory may grow where no map is left */
int lac_mem_reached(struct lac_port *port, const void *p, size_t len);
int lac_port_numa(const struct lac_port *port);
uint32_t lac_port_pdn(const struct lac_port *port); /* the default PD */
uint32_t lac_port_dma_lkey_be(
	const struct lac_port *port);                    /* all-memory PA key, local rights only */
uint32_t lac_port_comp_eqn(const struct lac_port *port); /* EQ that completion events go to */
bool lac_port_check_full(const struct lac_port *port);   /* device argument check=full */
uint8_t lac_port_num(const struct lac_port *port);       /* vhca port number, from 1 */
uint16_t lac_port_lid(const struct lac_port *port);
uint32_t lac_port_timeout_ms(const struct lac_port *port); /* deadline of one command */

/* Capabilities that the queues and keys need; all from the device's caps, never from its id. */
struct lac_caps {
	uint32_t max_wqe_bytes; /* max_wqe_sz_sq */
	uint32_t max_klm_list;  /* entries, 1 << log_max_klm_list_size */
	uint8_t max_indirection;
	uint8_t umr_fence; /* 0 strong, 1 small, 2 none */
	bool umr_ok;       /* UMR of indirect keys allowed */
	bool sg_gaps;      /* the port offers KLM registration (imaicl, umr) */
	bool umr_atomic;   /* a UMR may change the right to atomics */
	bool fixed_buffer_size, umr_extended_translation_offset;
	bool atomic, rc;
	uint8_t log_max_qp, log_max_qp_sz, log_max_cq, log_max_cq_sz, log_max_mkey;
	uint8_t log_max_ra_req_qp, log_max_ra_res_qp, log_max_msg, log_max_mrw_sz;
	uint8_t cqe_version;
	bool link_ib; /* port_type: InfiniBand */
};
const struct lac_caps *lac_port_caps(const struct lac_port *port);

/* ---- objects that live on a port: events find them by number, removal closes their gates ---- */

/* (the same number may be another queue's after a recovery: deletion names both) */
int lac_port_add_cq(struct lac_port *port, uint32_t cqn, struct lac_cq *cq);
void lac_port_del_cq(struct lac_port *port, uint32_t cqn, const struct lac_cq *cq);
int lac_port_add_qp(struct lac_port *port, uint32_t qpn, struct lac_qp *qp);
void lac_port_del_qp(struct lac_port *port, uint32_t qpn, const struct lac_qp *qp);
/* counts user objects, so that close can refuse and name one */
void lac_port_hold(struct lac_port *port, const char *what, int delta);

/* ---- info.c: what the control path counted since the last clear ---- */

struct lac_ctrl_stats {
	uint64_t commands, commands_failed, commands_timed_out;
	uint64_t pages_given, pages_taken, pages_held, page_requests;
	uint64_t events, events_lost, eqes, eqes_unknown, recoveries;
};
void lac_ctrl_stats(struct lac_port *port, struct lac_ctrl_stats *s);
void lac_ctrl_stats_clear(struct lac_port *port); /* pages_held is a level, and stays */

/* Moves with each reset of the function: objects made in an older epoch are not in the device. */
uint32_t lac_port_epoch(const struct lac_port *port);

/* implemented by the queues, called with the table of objects locked: they must not call back into it */
void lac_qp_on_gone(struct lac_qp *qp);                /* closes the gate; polls then flush */
void lac_qp_on_event(struct lac_qp *qp, uint8_t type); /* QP affiliated asynchronous event */
void lac_cq_on_error(struct lac_cq *cq, uint8_t syndrome);
void lac_cq_on_event(struct lac_cq *cq); /* completion event: the next arm is a new one */

/*
 * What queues and keys keep of a port (classes, key bytes, the default domain, counters of ended
 * queues). Made at the end of open and freed at the end of close by the control path; lac_hot_create() sends no
 * command and survives recovery. NULL: no memory.
 */
struct lac_hot;
struct lac_hot *lac_hot_create(struct lac_port *port);
void lac_hot_destroy(struct lac_hot *hot);
struct lac_hot *lac_port_hot(const struct lac_port *port); /* what lac_hot_create() made */
/* Counters of all queue pairs, ended ones included: the first LAC_STAT_QP_COUNT of enum lac_stat */
void lac_hot_stats(struct lac_hot *hot, uint64_t *v);

/* limits.c: what the capabilities let a user have */
void lac_limits_fill(const struct lac_caps *caps, struct lac_limits *limits);

#endif
