/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a port is made of, for the control files only. Everybody else has port.h.
 *
 * Locks, outermost first:
 *   lock       control calls that change the port's shape (close, recover); may sleep
 *   step_lock  whoever makes progress: EQs, the page lane, health, the bus. Only ever tried, never waited
 *              for, but by those who stop the port
 *   objs.lock  numbers of queues to queues; held while a queue is told of an event
 *   cmdq.lock, arena.lock, events.lock, err_lock   leaves (arena's is outside the address space's)
 */
#ifndef LAC_MLX5_PORT_PRIV_H
#define LAC_MLX5_PORT_PRIV_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lacuna/event.h>
#include <lacuna/port.h>
#include <lacuna/stats.h>

#include "mlx5/port.h"
#include "mlx5/probe.h"
#include "prm/gen/prm.h"
#include "prm/gen/prm_names.h"

#define LAC_FW_PAGE 4096u /* firmware's page, whatever the host's is */

/* ---- time: one clock for deadlines (CLOCK_MONOTONIC) ---- */

uint64_t lac_now_us(void);
uint64_t lac_now_ms(void);
/* One pause of a waiting loop: yields first, then sleeps longer and longer, up to a millisecond. */
void lac_pause(unsigned int *turn);

/* ---- arena.c ---- */

struct lac_chunk;
struct lac_arena {
	pthread_mutex_t lock;
	struct lac_chunk *chunks;
	uint8_t *roomy[6];   /* for each cell size, a page that may have room */
	uint64_t bytes;      /* mapped */
	uint64_t used;       /* handed out */
	unsigned int live;   /* allocations: the ledger that must end at zero */
	unsigned int refuse; /* tests: the refuse'th allocation from now fails; 0: none */
};
void lac_arena_init(struct lac_port *port);
/* Frees the chunks whatever is in them, and says how many allocations were still live. */
unsigned int lac_arena_fini(struct lac_port *port);

/* ---- cmdq.c: slots ---- */

#define LAC_CMD_SLOTS 32u
#define LAC_CMD_UNSEEN \
	64u /* with what is in flight besides, below the entries of the commands' EQ */

enum lac_slot_state {
	LAC_SLOT_FREE,
	LAC_SLOT_BUSY,
	LAC_SLOT_STUCK, /* timed out: the device may still write there, so it is kept until reset */
};

struct lac_mbox {
	uint32_t count;
	uint8_t **block; /* count blocks of 1 KiB, chained by their next pointers */
};

struct lac_cmd_slot {
	enum lac_slot_state state;
	uint8_t token;
	uint16_t opcode;
	uint32_t out_len;
	uint64_t deadline_ms;
	struct lac_mbox in, out;
};

struct lac_cmdq {
	pthread_mutex_t lock; /* slots' states and the token */
	uint8_t *ring;        /* one page of entries; NULL: no queue */
	uint32_t count;       /* slots that the device has; the last is the page lane's */
	uint32_t stride_log2;
	uint8_t token;
	bool shut;       /* no more commands: it goes down */
	bool check;      /* the device signs what it writes (cmdif_checksum) */
	uint32_t stuck;  /* slots in quarantine */
	uint32_t unseen; /* commands posted since the events of those before were taken */
	bool blind; /* the commands' EQ is being made: it may hold events that nobody can take yet */
	struct lac_cmd_slot slot[LAC_CMD_SLOTS];
	uint64_t issued, failed, timeouts;
};

/* Reads and checks the init segment's queue geometry, makes the queue, tells the device. */
int lac_cmdq_init(struct lac_port *port);
/*
 * Hands out no more slots, and waits until nobody has a busy one. Bounded where the port is dead: those who
 * wait for commands see that. The lanes' commands must have been abandoned.
 */
void lac_cmdq_shut(struct lac_port *port);
/* Forgets the queue. Only once the device can no longer write to it: after reset, or bus master off. */
void lac_cmdq_fini(struct lac_port *port);

/* A free slot, or -EAGAIN; LAC_LANE_PAGES asks for the reserved one. -EIO: all are in quarantine. */
enum lac_lane { LAC_LANE_ANY, LAC_LANE_PAGES };
int lac_cmdq_take(struct lac_port *port, enum lac_lane lane);
/* Gives back a slot that was taken and not posted */
void lac_cmdq_return(struct lac_port *port, int slot);
/* Fills @slot with a command and rings. -ENOMEM, and then the slot is free again. */
int lac_cmdq_post(
	struct lac_port *port, int slot, const void *in, uint32_t in_len, uint32_t out_len);
bool lac_cmdq_done(const struct lac_port *port, int slot);
/* past its deadline, or the port is dead */
bool lac_cmdq_late(const struct lac_port *port, int slot);
/* What came of a done command, as lac_cmd_exec() returns it; the slot is free afterwards. */
int lac_cmdq_collect(struct lac_port *port, int slot, void *out);
/* Gives up on a command that did not come back by its deadline, or never will: -ETIMEDOUT, -ENODEV. */
int lac_cmdq_abandon(struct lac_port *port, int slot);

/* mbox.c: the chains and the signatures (kernel: drivers' cmd.c; PRM "Command Interface") */
#define LAC_CMD_INLINE 16u
#define LAC_MBOX_DATA  512u
#define LAC_MBOX_BYTES 576u
#define LAC_MBOX_ALIGN 1024u
int lac_mbox_get(struct lac_port *port, struct lac_mbox *m, uint32_t len, uint8_t token);
void lac_mbox_put(struct lac_port *port, struct lac_mbox *m);
void lac_mbox_fill(struct lac_mbox *m, const uint8_t *data, uint32_t len);
void lac_mbox_read(const struct lac_mbox *m, uint8_t *data, uint32_t len);
void lac_mbox_sign(struct lac_mbox *m);
bool lac_mbox_signed(const struct lac_mbox *m);
uint8_t lac_xor8(const void *p, size_t len);
uint64_t lac_mbox_iova(const struct lac_mbox *m);

/* errno of a command status, by the kernel's and rdma-core's table */
int lac_status_errno(uint8_t status);

/* ---- ledger.c, pagelane.c, pages.c: what firmware holds; giving and taking; bring-up ---- */

#define LAC_PAGES_CHUNK 512u /* pages a command */
#define LAC_PAGES_IMAGE (sizeof(struct prm_manage_pages_in) + 8 * LAC_PAGES_CHUNK)

struct lac_page {
	uint64_t va;   /* 0: never used, 1: no longer */
	uint32_t func; /* function id; bit 16: the embedded CPU's */
};
#define LAC_FUNC_ANY UINT32_MAX

struct lac_ledger {
	struct lac_page *slot;
	uint32_t cap;     /* places */
	uint32_t held;    /* pages in them */
	uint32_t touched; /* places in use or once used */
	uint32_t most;    /* pages at most, so far */
};
struct lac_page *lac_ledger_find(const struct lac_ledger *l, uint64_t va);
/* Room for @n more, before they are put in; -ENOMEM */
int lac_ledger_room(struct lac_ledger *l, uint32_t n);
void lac_ledger_put(struct lac_ledger *l, uint64_t va, uint32_t func);
/* Strikes @p out; its address */
uint64_t lac_ledger_del(struct lac_ledger *l, struct lac_page *p);
/* The next page of @func (or of any) behind @after; NULL: from the first, and at the end */
struct lac_page *lac_ledger_next(const struct lac_ledger *l, struct lac_page *after, uint32_t func);
/* Some function that has pages, and how many; 0: the ledger is empty */
uint32_t lac_ledger_pick(const struct lac_ledger *l, uint32_t *func);
void lac_ledger_fini(struct lac_ledger *l);

struct lac_page_job;
struct lac_pages {
	struct lac_ledger ledger;
	struct lac_page_job *head, *tail; /* what firmware asked for, in order */
	struct lac_page_job *now;         /* its command is in the page slot */
	int cmd;                          /* that slot, or -1 */
	uint8_t *in, *out;                /* images of one chunk */
	uint64_t batch[LAC_PAGES_CHUNK];
	uint32_t batch_n;
	uint64_t given, taken, refused, requests;
};
int lac_pages_init(struct lac_port *port);
/* QUERY_PAGES, then gives what is asked and waits for it */
int lac_pages_provide(struct lac_port *port, enum prm_boot when);
/* Takes everything back; 0 once the ledger is empty */
int lac_pages_reclaim(struct lac_port *port);
/* Queues a request of firmware's: @count > 0 gives, < 0 takes; @release_all drops a function's pages */
void lac_pages_ask(
	struct lac_port *port, uint16_t func, bool ecpf, int32_t count, bool release_all);
/* The same for ourselves, and sees it through: 0, or what became of it */
int lac_pages_run(struct lac_port *port, uint32_t func, int32_t count);
/* Frees what @func (or any) has by the ledger */
void lac_pages_drop(struct lac_port *port, uint32_t func);
/* Moves the lane on, without blocking; step_lock. How much was done. */
unsigned int lac_pages_step(struct lac_port *port);
/* Ends the jobs, whatever became of them; step_lock */
void lac_pages_abandon(struct lac_port *port);
/* Ends the jobs and frees the ledger's pages: after reset, bus master off, or when empty; step_lock */
void lac_pages_forget(struct lac_port *port);
void lac_pages_fini(struct lac_port *port);

/* ---- eq.c ---- */

enum lac_eq_kind { LAC_EQ_CMD, LAC_EQ_ASYNC, LAC_EQ_PAGES, LAC_EQ_COMP, LAC_EQS };

struct lac_eq {
	uint8_t *ring;
	bool live; /* the device has it, and we read it */
	uint32_t eqn, nent_log2, ci;
};
int lac_eqs_create(struct lac_port *port);
int lac_eqs_destroy(struct lac_port *port);
unsigned int lac_eqs_step(struct lac_port *port);
/* Frees the buffers without a command: the device is gone or was reset */
void lac_eqs_drop(struct lac_port *port);

/* ---- irq.c: eventfds, the epoll sets ---- */

#define LAC_IRQS 2u /* vector 0: commands, pages and asynchronous events; 1: completions */
struct lac_irqs {
	uint32_t count; /* eventfds that the device signals; 0: it has no MSI-X, so we poll */
	int fd[LAC_IRQS];
	int ep;    /* readable when lac_port_service() has work */
	int timer; /* in @ep: health, or polling where there are no vectors */
	int wake;  /* in @ep: the control thread shall look at @stop */
	int ready; /* the event queue is not empty */
	int user;  /* what lac_port_fd() gives */
};
int lac_irqs_init(struct lac_port *port);
void lac_irqs_fini(struct lac_port *port);
/* MSI-X vectors signal the eventfds from here on; lost by a reset */
int lac_irqs_attach(struct lac_port *port);
void lac_irqs_detach(struct lac_port *port);
/* Takes the signals; before the EQs are read, so that none is lost */
void lac_irqs_drain(struct lac_port *port);
/* The bus's descriptor stays readable for ever once the other side has gone */
void lac_irqs_bus_ended(struct lac_port *port);

/* ---- health.c ---- */

struct lac_health {
	bool on;
	uint64_t next_ms;
	uint32_t counter, misses;
};
void lac_health_start(struct lac_port *port);
unsigned int lac_health_step(struct lac_port *port);
/* The device is of no more use: one place that says so. @why->where is LAC_AT_GONE or LAC_AT_HEALTH. */
void lac_port_gone(struct lac_port *port, const struct lac_err *why);
int lac_port_gone_bus(struct lac_port *port); /* vanished; -ENODEV */

/* ---- event.c, objs.c ---- */

#define LAC_EVENTS 256u
struct lac_events {
	pthread_mutex_t lock;
	struct lac_event ring[LAC_EVENTS];
	uint32_t pi, ci;
	uint64_t told, lost;
};
void lac_event_push(struct lac_port *port, enum lac_event_type type, uint32_t object,
	const struct lac_err *why);

struct lac_obj;
struct lac_objs {
	pthread_mutex_t lock;
	struct lac_obj **bucket;
	uint32_t buckets, count;
};
void lac_objs_fini(struct lac_port *port);
void lac_objs_gone(struct lac_port *port);
void lac_objs_lost(
	struct lac_port *port); /* an event for each queue: recovery does not rebuild it */
bool lac_objs_qp_event(struct lac_port *port, uint32_t qpn, uint8_t type);
bool lac_objs_cq_error(struct lac_port *port, uint32_t cqn, uint8_t syndrome);
bool lac_objs_cq_event(struct lac_port *port, uint32_t cqn);

/* ---- caps.c ---- */

struct lac_cap_copies {
	bool read;
	struct prm_cmd_hca_cap before, max, want, cur; /* in the order in which they come about */
};
/* Reads current and maximum, sets what is wanted, reads again. */
int lac_caps_read(struct lac_port *port);

/* ---- uar.c ---- */

#define LAC_UARS 4u /* pages asked for at most, until one maps */
int lac_uars_create(struct lac_port *port);
int lac_uars_destroy(struct lac_port *port);

/* ---- vport.c ---- */

struct lac_vport {
	uint16_t lid;
	uint8_t state; /* InfiniBand's: 1 DOWN, 2 INIT, 3 ARMED, 4 ACTIVE */
	uint64_t port_guid, node_guid;
	bool stale; /* an event said that something changed */
	int cmd;    /* slot of the query in flight, or -1 */
};
int lac_vport_query(struct lac_port *port);
/* Reads it anew after an event, without blocking; step_lock */
unsigned int lac_vport_step(struct lac_port *port);
void lac_vport_forget(struct lac_port *port);

/* ---- function.c: the function's own commands ---- */

int lac_function_enable(struct lac_port *port);
int lac_function_disable(struct lac_port *port);
int lac_function_issi(struct lac_port *port);
int lac_function_init(struct lac_port *port);
int lac_function_teardown(struct lac_port *port);

/* ---- bringup.c ---- */

/* The steps, in order; teardown runs them backwards. */
enum lac_step {
	LAC_STEP_RESET,
	LAC_STEP_IRQ,
	LAC_STEP_CMDIF,
	LAC_STEP_HEALTH,
	LAC_STEP_ENABLE,
	LAC_STEP_ISSI,
	LAC_STEP_BOOT_PAGES,
	LAC_STEP_CAPS,
	LAC_STEP_INIT_PAGES,
	LAC_STEP_INIT,
	LAC_STEP_UAR,
	LAC_STEP_EQ,
	LAC_STEP_VPORT,
	LAC_STEP_PD,
	LAC_STEP_MKEY,
	LAC_STEPS
};
/* 0 and every step is up; or -errno and none is */
int lac_bringup(struct lac_port *port);
/* All steps down. What commands could not undo is undone by reset. */
void lac_bringdown(struct lac_port *port);
const char *lac_step_name(enum lac_step step);

/* ---- the port ---- */

struct lac_hold {
	const char *what;
	int count;
};

struct lac_port {
	struct lac_bus *bus;
	struct lac_as *as;
	bool joined; /* the address space maps to our bus */
	int index;   /* as lac_port_open() was told */
	struct lac_args args;
	uint32_t health_ms; /* between two looks at the health buffer */

	pthread_mutex_t lock;
	pthread_mutex_t step_lock;
	_Atomic int state;      /* enum lac_port_state */
	_Atomic bool dead;      /* commands end with -ENODEV */
	_Atomic uint32_t epoch; /* moves with each reset: queues of an older one are lost */
	int up;                 /* steps that are up */
	_Atomic bool stuck;     /* a command timed out: teardown resets rather than asks */

	pthread_mutex_t err_lock;
	struct lac_err err;

	struct lac_arena arena;
	struct lac_cmdq cmdq;
	struct lac_pages pages;
	struct lac_eq eq[LAC_EQS];
	struct lac_irqs irqs;
	struct lac_health health;
	struct lac_events events;
	struct lac_objs objs;
	struct lac_hold hold[8];

	struct lac_cap_copies cap;
	struct lac_caps caps;
	struct lac_limits limits;
	struct lac_vport vport;
	struct lac_hot *hot;

	struct lac_uar uar[2];              /* control: EQ doorbells; data: may be the same page */
	uint32_t uars[LAC_UARS], uar_count; /* all that were allocated */
	uint32_t pdn, dma_lkey_be;
	bool enabled, inited, has_pd, has_mkey;
	uint16_t fw[3];    /* major, minor, subminor */
	uint64_t bring_us; /* what the last bring-up took */
	uint32_t bring_cmds;
	_Atomic uint64_t end_ms; /* recovery's deadline: no command waits beyond it; 0: none */

	pthread_t thread;
	bool threaded;
	_Atomic bool stop;

	uint64_t eqes, eqes_unknown, recoveries;
	struct lac_ctrl_stats stats_base;          /* what they were when last cleared */
	uint64_t qp_stats_base[LAC_STAT_QP_COUNT]; /* the same of all queue pairs */
};

/* One turn of progress if nobody else is making it: bus, EQs, pages, health. How much was done. */
unsigned int lac_port_step(struct lac_port *port);
/* The same with step_lock held */
unsigned int lac_port_step_locked(struct lac_port *port);

static inline bool lac_port_dead(const struct lac_port *port)
{
	return atomic_load_explicit(&port->dead, memory_order_acquire);
}

/* past recovery's deadline */
static inline bool lac_port_overdue(struct lac_port *port)
{
	uint64_t end = atomic_load(&port->end_ms);

	return end && lac_now_ms() > end;
}

/* 0 if @to follows from the state the port is in; -EINVAL else, and nothing has changed */
int lac_port_move(struct lac_port *port, enum lac_port_state to);

/* port.c: the parts of open and close; tests bring a bus of their own */
struct lac_port *lac_port_new(void);
int lac_port_start(struct lac_port *port, struct lac_err *why);
void lac_port_delete(struct lac_port *port);

/* service.c: the control thread, where the application does not serve itself */
int lac_service_start(struct lac_port *port);
void lac_service_stop(struct lac_port *port);

#endif
