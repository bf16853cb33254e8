/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Event queues: one for command completions, one for what happens to queues and the port, one for firmware's
 * page requests, one for completion events. PRM, "Event Queues".
 *
 * The device owns an entry until its owner bit agrees with the lap: entries start with the bit set, and the
 * first lap clears it. The consumer index goes to the device through the UAR, with or without arming; it goes
 * often enough that no queue overruns, and armed at the end of each turn, so that an event in between raises
 * the interrupt again.
 */
#include <errno.h>
#include <string.h>

#include <lacuna/hot/order.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define EQE_BYTES   64u
#define EQE_OWNER   63u   /* byte of the owner bit */
#define DB_ARM      0x40u /* in the UAR page (kernel, eq.c) */
#define DB_CI       0x48u
#define CI_EVERY    64u /* entries between two updates of the consumer index */
#define VECTOR_CTRL 0u

/* What each queue is for. Sizes: a command queue has 32 slots, a CQ at most one event outstanding. */
static const struct {
	uint8_t nent_log2;
	uint64_t mask; /* event types, as bits */
} eqs[LAC_EQS] = {
	[LAC_EQ_CMD] = {7, UINT64_C(1) << PRM_EV_CMD}, /* see LAC_CMD_UNSEEN */
	[LAC_EQ_ASYNC] = {11,
		UINT64_C(1) << PRM_EV_PATH_MIG | UINT64_C(1) << PRM_EV_COMM_EST |
			UINT64_C(1) << PRM_EV_SQ_DRAINED | UINT64_C(1) << PRM_EV_CQ_ERROR |
			UINT64_C(1) << PRM_EV_WQ_CATAS_ERROR |
			UINT64_C(1) << PRM_EV_PATH_MIG_FAILED | UINT64_C(1) << PRM_EV_PORT_CHANGE |
			UINT64_C(1) << PRM_EV_WQ_INVAL_REQ_ERROR |
			UINT64_C(1) << PRM_EV_WQ_ACCESS_ERROR},
	[LAC_EQ_PAGES] = {7, UINT64_C(1) << PRM_EV_PAGE_REQUEST},
	[LAC_EQ_COMP] = {11, 0},
};

static void eq_doorbell(struct lac_port *port, const struct lac_eq *eq, uint32_t reg)
{
	lac_order_entry_then_index();
	lac_bus_write32(port->bus, port->uar[0].bar_off + reg, (eq->ci & 0xffffff) | eq->eqn << 24);
}

static void eq_free(struct lac_port *port, struct lac_eq *eq, enum lac_eq_kind kind)
{
	lac_arena_free(port, eq->ring, EQE_BYTES << eqs[kind].nent_log2);
	memset(eq, 0, sizeof(*eq));
}

static int eq_create(struct lac_port *port, enum lac_eq_kind kind)
{
	struct lac_eq *eq = &port->eq[kind];
	uint32_t bytes = EQE_BYTES << eqs[kind].nent_log2, pages = bytes / LAC_FW_PAGE;
	struct {
		struct prm_create_eq_in head;
		uint8_t pas[8 * 64];
	} in = {0};
	struct prm_create_eq_out out;
	struct prm_eqc *c = prm_create_eq_in_eq_context_entry(&in.head);
	struct lac_err e;
	int err;

	eq->ring = lac_arena_alloc(port, bytes, LAC_FW_PAGE);
	if (!eq->ring) {
		lac_why(&e, -ENOMEM, LAC_AT_MEM, "an event queue of %u bytes", bytes);
		return lac_port_fail(port, &e);
	}
	eq->nent_log2 = eqs[kind].nent_log2;
	eq->ci = 0;
	for (uint32_t i = 0; i < 1u << eq->nent_log2; i++)
		eq->ring[i * EQE_BYTES + EQE_OWNER] = 1;
	prm_create_eq_in_set_opcode(&in.head, PRM_OP_CREATE_EQ);
	prm_create_eq_in_set_event_bitmask(&in.head, 0, eqs[kind].mask);
	prm_eqc_set_log_eq_size(c, eq->nent_log2);
	prm_eqc_set_uar_page(c, port->uar[0].index);
	prm_eqc_set_intr(c, kind == LAC_EQ_COMP && port->irqs.count > 1 ? 1 : VECTOR_CTRL);
	for (uint32_t i = 0; i < pages; i++)
		prm_create_eq_in_set_pas(
			&in.head, i, (uintptr_t)eq->ring + (uint64_t)i * LAC_FW_PAGE);
	err = lac_cmd_exec(port, &in, (uint32_t)sizeof(in.head) + 8 * pages, &out, sizeof(out));
	if (err) {
		__atomic_store_n(&port->cmdq.blind, false, __ATOMIC_RELAXED);
		/* a command that timed out may still create it: then the buffer waits for the reset */
		if (!port->stuck)
			eq_free(port, eq, kind);
		return err;
	}
	eq->eqn = prm_create_eq_out_eq_number(&out);
	pthread_mutex_lock(&port->step_lock);
	eq->live = true;
	eq_doorbell(port, eq, DB_ARM);
	__atomic_store_n(&port->cmdq.blind, false, __ATOMIC_RELAXED);
	pthread_mutex_unlock(&port->step_lock);
	return 0;
}

int lac_eqs_create(struct lac_port *port)
{
	int err = 0;

	for (enum lac_eq_kind k = 0; k < LAC_EQS && !err; k++)
		err = eq_create(port, k);
	return err;
}

int lac_eqs_destroy(struct lac_port *port)
{
	int first = 0;

	for (int k = LAC_EQS - 1; k >= 0; k--) {
		struct lac_eq *eq = &port->eq[k];
		struct prm_destroy_eq_in in = {0};
		struct prm_destroy_eq_out out;
		int err;

		if (!eq->live)
			continue;
		/* from here on a doorbell could meet a queue that is no more: its last events are nobody's */
		pthread_mutex_lock(&port->step_lock);
		eq->live = false;
		pthread_mutex_unlock(&port->step_lock);
		prm_destroy_eq_in_set_opcode(&in, PRM_OP_DESTROY_EQ);
		prm_destroy_eq_in_set_eq_number(&in, eq->eqn);
		err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
		pthread_mutex_lock(&port->step_lock);
		if (!err)
			eq_free(port, eq, k);
		pthread_mutex_unlock(&port->step_lock);
		if (err && !first)
			first = err; /* the device may still write there: the buffer is kept until reset */
	}
	return first;
}

void lac_eqs_drop(struct lac_port *port)
{
	for (enum lac_eq_kind k = 0; k < LAC_EQS; k++)
		eq_free(port, &port->eq[k], k);
}

static void page_request(struct lac_port *port, const struct prm_ev_data *d)
{
	const struct prm_eqe_page_req *r = prm_ev_data_req_pages_const(d);
	uint32_t flags = prm_eqe_page_req_ec_function(r);

	/* kernel, pagealloc.c: bit 15 the embedded CPU's function, bit 14 all pages are released */
	lac_pages_ask(port, (uint16_t)prm_eqe_page_req_func_id(r), flags >> 15 & 1,
		(int32_t)prm_eqe_page_req_num_pages(r), flags >> 14 & 1);
}

/* One event; false: nothing here knows its type. */
static bool eqe_handle(struct lac_port *port, const struct prm_eqe *e)
{
	const struct prm_ev_data *d = prm_eqe_data_const(e);
	uint8_t type = (uint8_t)prm_eqe_type(e);

	switch (type) {
	case PRM_EV_COMP:
		return lac_objs_cq_event(port, prm_eqe_comp_cqn(prm_ev_data_comp_const(d)));
	case PRM_EV_CMD:
		return true; /* only a hint: whoever waits looks at the ownership bit */
	case PRM_EV_PAGE_REQUEST:
		page_request(port, d);
		return true;
	case PRM_EV_PORT_CHANGE:
		/* whatever it was (state, LID, GUID, P_Keys), it is read anew, and told then */
		port->vport.stale = true;
		return true;
	case PRM_EV_CQ_ERROR:
		return lac_objs_cq_error(port, prm_eqe_cq_err_cqn(prm_ev_data_cq_err_const(d)),
			(uint8_t)prm_eqe_cq_err_syndrome(prm_ev_data_cq_err_const(d)));
	case PRM_EV_PATH_MIG:
	case PRM_EV_COMM_EST:
	case PRM_EV_SQ_DRAINED:
	case PRM_EV_WQ_CATAS_ERROR:
	case PRM_EV_PATH_MIG_FAILED:
	case PRM_EV_WQ_INVAL_REQ_ERROR:
	case PRM_EV_WQ_ACCESS_ERROR:
		return lac_objs_qp_event(
			port, prm_eqe_qp_srq_qp_srq_n(prm_ev_data_qp_srq_const(d)), type);
	default:
		return false;
	}
}

static unsigned int eq_step(struct lac_port *port, struct lac_eq *eq)
{
	uint32_t nent = 1u << eq->nent_log2, n = 0;

	/* at most one lap a turn, so that a flood of events cannot hold the caller */
	while (n < nent) {
		const uint8_t *at = eq->ring + (size_t)(eq->ci & (nent - 1)) * EQE_BYTES;

		if ((__atomic_load_n(&at[EQE_OWNER], __ATOMIC_RELAXED) & 1) != !!(eq->ci & nent))
			break;
		lac_order_owner_then_entry();
		if (!eqe_handle(port, (const struct prm_eqe *)at))
			port->eqes_unknown++;
		eq->ci++;
		if (++n % CI_EVERY == 0)
			eq_doorbell(port, eq, DB_CI);
	}
	if (n)
		eq_doorbell(port, eq, DB_ARM);
	port->eqes += n;
	return n;
}

unsigned int lac_eqs_step(struct lac_port *port)
{
	bool blind = __atomic_load_n(&port->cmdq.blind, __ATOMIC_RELAXED);
	uint32_t unseen = __atomic_load_n(&port->cmdq.unseen, __ATOMIC_RELAXED);
	unsigned int n = 0;

	for (enum lac_eq_kind k = 0; k < LAC_EQS; k++) {
		if (port->eq[k].live)
			n += eq_step(port, &port->eq[k]);
	}
	if (!blind)
		__atomic_fetch_sub(&port->cmdq.unseen, unseen, __ATOMIC_RELAXED);
	return n;
}
