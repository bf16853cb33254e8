/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Ports: one PCI function each, opened explicitly and claimed, never by a scan. Which bus reaches it
 * (kernel VFIO or a vfio-user socket) is read from its sysfs entry.
 */
#ifndef LACUNA_PORT_H
#define LACUNA_PORT_H

#include <lacuna/base.h>
#include <lacuna/err.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * lac_probe - takes the functions that `-a BDF,key=value` named to EAL
 * @why: the reason of a refusal; may be NULL
 *
 * Parses the device arguments and looks at each function; opens none. Call after rte_eal_init(), once;
 * a second call returns the same count. The main thread only.
 *
 * Device arguments (defaults): check=hull|full (hull), ctrl=thread|app (thread), timeout_ms=N (60000).
 *
 * Return: number of functions (0 is none named), or
 * -EINVAL an unknown key, a bad value or a BDF given twice; -ENODEV no such function or not mlx5;
 * -EBUSY not bound to vfio-pci; -ENOTSUP a DPDK secondary process or IOVA-as-PA.
 */
int lac_probe(struct lac_err *why);

/* lac_probe_bdf - "0000:03:00.0" of the function at @index, NULL past the last. Any thread. */
const char *lac_probe_bdf(int index);

/**
 * lac_port_open - claims the function at @index and brings it up
 *
 * Init segment, command queue, pages, capabilities, INIT_HCA, EQs, memory, default protection domain.
 * Sleeps on firmware (0.1 to some seconds on silicon). Any thread; not two for one index at once.
 *
 * Return: 0, or with the reason in @why (may be NULL): -EBUSY already open or claimed; -ENODEV
 * vanished; -ETIMEDOUT; -EIO, -EREMOTEIO a command failed; -ENOMEM; -ERANGE memory that the function's
 * IOVA window does not fit; -ENOTSUP an Ethernet port; -EPROTO a firmware interface
 * this driver does not know; -EPERM, -EACCES, -ECONNREFUSED, -EPROTO from the bus. Nothing is left open.
 */
int lac_port_open(int index, struct lac_port **port, struct lac_err *why);

/**
 * lac_port_close - tears down what open built and leaves the function as it was found
 *
 * Any thread, none else using @port. Sleeps on firmware. A function that is gone closes too.
 *
 * Return: 0; -EBUSY while queues, keys, domains or memory of the caller live (the record names one),
 * and nothing has changed.
 */
int lac_port_close(struct lac_port *port);

/* lac_port_err - copies the record of the last failure on @port. Any thread. 0; -ENOENT none yet. */
int lac_port_err(const struct lac_port *port, struct lac_err *out);

/**
 * lac_port_recover - after a health event: reset, bring-up, default objects rebuilt
 * @deadline_ms: for the whole of it
 *
 * Queues and keys of before stay dead (-ENODEV) until destroyed: their memory is theirs, their numbers
 * are void. Any thread but one that answers this port's page requests.
 *
 * Return: 0; -ETIMEDOUT; -ENODEV the function is gone for good; else as lac_port_open().
 */
int lac_port_recover(struct lac_port *port, unsigned int deadline_ms);

/**
 * enum lac_port_state - where a port is in its life
 * @LAC_PORT_OPENING: bring-up runs
 * @LAC_PORT_READY:   usable
 * @LAC_PORT_SICK:    a fatal health state; posts are refused with -ENODEV; recover or close
 * @LAC_PORT_GONE:    the function vanished; close
 * @LAC_PORT_CLOSING: teardown runs
 */
enum lac_port_state {
	LAC_PORT_OPENING = 0,
	LAC_PORT_READY,
	LAC_PORT_SICK,
	LAC_PORT_GONE,
	LAC_PORT_CLOSING,
};

/* Any thread; one load. */
enum lac_port_state lac_port_state(const struct lac_port *port);
const char *lac_port_state_name(enum lac_port_state state);

/* The @index that opened it, and its BDF. Any thread. */
int lac_port_index(const struct lac_port *port);
const char *lac_port_bdf(const struct lac_port *port);
/* NUMA node of the function, LAC_ANY if unknown. Any thread. */
int lac_port_numa_node(const struct lac_port *port);
/* 1 if the link is up (IB: port ACTIVE), else 0. Any thread; what the last event or query told. */
int lac_port_link(const struct lac_port *port);

/**
 * struct lac_limits - what fits; n == limit works, n + 1 is refused
 *
 * @inline_entries: pieces of a registration whose list stands in the WQE. Below 64 DS (6-bit field) and
 *                  the device's largest WQE, in steps of 4: 52 where WQEs reach 1 KiB
 * @list_entries:   pieces of one UMR with a pointed-to list: the device's list limit, at most 65,532
 *                  (the octoword field has 16 bits and counts in steps of 4)
 * @max_entries:    pieces of any registration: keys over keys beyond @list_entries
 * @piece_bytes:    largest piece of one entry, 2^31; longer pieces are split over several entries
 * @total_bytes:    of one registration
 * @msg_bytes:      of one SEND, WRITE or READ
 * @gather:         local pieces of one work request (`_v` forms)
 * @inl_bytes:      of a `_inl` request
 * @sq_bb:          send ring, WQEBBs of 64 bytes
 * @rq_n:           receive ring, requests
 * @rq_gather:      local pieces of one receive
 * @cq_depth:       completion ring, entries
 * @classes:        lac_keys alive at once
 * @qps, @keys:     what the device allows in all; firmware's own use comes out of it
 */
struct lac_limits {
	uint32_t inline_entries;
	uint32_t list_entries;
	uint32_t max_entries;
	uint64_t piece_bytes;
	uint64_t total_bytes;
	uint32_t msg_bytes;
	uint32_t gather;
	uint32_t inl_bytes;
	uint32_t sq_bb;
	uint32_t rq_n;
	uint32_t rq_gather;
	uint32_t cq_depth;
	uint32_t classes;
	uint32_t qps;
	uint32_t keys;
};

/* Valid until close. Any thread. */
const struct lac_limits *lac_port_limits(const struct lac_port *port);

/* The default protection domain; lives as long as the port. Any thread. */
struct lac_pd *lac_port_pd(struct lac_port *port);

/**
 * struct lac_row - one line of a table to print
 * @name:  static
 * @value: NUL-terminated
 */
struct lac_row {
	const char *name;
	char value[116];
};

/*
 * Row @i (from 0) of what `show port info` and `show port caps` print: 0, or -ENOENT past the last.
 * Any thread; may take the port's lock.
 */
int lac_port_info_row(struct lac_port *port, unsigned int i, struct lac_row *row);
int lac_port_caps_row(struct lac_port *port, unsigned int i, struct lac_row *row);

#ifdef __cplusplus
}
#endif

#endif
