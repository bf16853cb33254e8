/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Services that nobody acknowledges. UC: a connection as RC's, without answers. UD and the special queues 0 and 1: each
 * WQE has the address of its own, and a queue hears who knows its Q_Key. The requester completes once its message has
 * left; a message that finds no queue, no receive or no right is lost, and nobody is told. Multicast goes to the
 * members of the group that the GRH names, on every active port, the sender's too.
 */
#include <string.h>

#include "prm/gen/prm_names.h"
#include "rd.h"
#include "rdma.h"

#define MULTICAST_LID 0xc000u
#define PERMISSIVE    0xffffu
#define OWN_Q_KEY     0x80000000u /* in a WQE: take the queue's own */
#define QP1_Q_KEY     0x80010000u
#define IP_VERSION    6u
#define NEXT_HEADER   0x1bu
#define BTH           12u
#define DETH          8u
#define IMM           4u
#define ICRC          4u

static void build_grh(struct emu_msg *m, struct emu_qp *q, const struct emu_av *av)
{
	uint32_t bytes = BTH + DETH + (m->op == EMU_OP_SEND_IMM ? IMM : 0) +
			 ((uint32_t)m->len + 3) / 4 * 4 + ICRC;
	uint8_t *g = m->global;

	m->grh = true;
	wr32(g, IP_VERSION << 28 | (uint32_t)av->tclass << 20 | av->flow_label);
	wr16(g + 4, bytes);
	g[6] = NEXT_HEADER;
	g[7] = av->hop_limit;
	emu_port_gid(q->f, av->sgid_index, g + 8);
	memcpy(g + 24, av->rgid, sizeof(av->rgid));
}

static void address(struct emu_msg *m, struct emu_qp *q, const struct emu_av *av)
{
	m->fl = av->fl;
	m->dlid = av->rlid;
	m->dqpn = av->qpn;
	m->sl = av->sl;
	if (q->type != EMU_QPT_UD)
		m->sqpn = q->type == EMU_QPT_QP1; /* what they are called on the wire */
	m->q_key = av->q_key;
	if (m->q_key & OWN_Q_KEY)
		m->q_key = q->type == EMU_QPT_QP1 ? QP1_Q_KEY : q->q_key;
	m->multicast = !m->fl && m->dlid >= MULTICAST_LID && m->dlid != PERMISSIVE;
	if (av->grh)
		build_grh(m, q, av);
}

void unreliable_request(struct emu_qp *q, struct emu_item *it)
{
	bool write = it->w.op == EMU_OP_WRITE || it->w.op == EMU_OP_WRITE_IMM;
	struct emu_sgl from;
	struct emu_msg m;

	sgl_init(&from, &q->who, it->w.seg, it->w.nseg, it->raw, EMU_LR);
	if (!sgl_check(&from)) {
		rdma_local_fault(q, it, from.fault);
		return;
	}
	msg_init(&m, q, it);
	if (qp_datagram(q))
		address(&m, q, &it->w.av);
	m.next_psn = (q->sq.psn + rdma_packets(q, m.len)) & 0xffffff;
	if (!wire_send(q, &m, &from)) {
		rdma_local_fault(q, it, from.fault);
		return;
	}
	q->sq.psn = m.next_psn;
	if (write)
		emu_stats(q->f)->bytes_written += m.len;
	else
		emu_stats(q->f)->bytes_sent += m.len;
	item_done(it, 0, 0);
}

/* ---- the other end ---- */

static bool connected_to(const struct emu_qp *r, const struct emu_msg *m)
{
	if (r->type != EMU_QPT_UC || r->remote_qpn != m->sqpn)
		return false;
	return r->force_loopback ? r->f->index == m->src : r->rlid == m->slid;
}

static bool hears_datagram(const struct emu_qp *r, const struct emu_msg *m)
{
	uint8_t gid[16];

	if (!qp_datagram(r))
		return false;
	if (m->grh && !m->multicast) {
		emu_port_gid(r->f, 0, gid);
		if (memcmp(gid, m->global + 24, sizeof(gid)) != 0)
			return false;
	}
	switch (r->type) {
	case EMU_QPT_QP0:
		return true;
	case EMU_QPT_QP1:
		return m->q_key == QP1_Q_KEY;
	default:
		return m->q_key == r->q_key;
	}
}

static bool hears(const struct emu_qp *r, const struct emu_msg *m)
{
	if (r == NULL || !qp_can_receive(r) || !fabric_pkeys_match(r->pkey, m->pkey))
		return false;
	return m->type == EMU_QPT_UC ? connected_to(r, m) : hears_datagram(r, m);
}

static void lost(struct emu_world *w, const struct emu_msg *m, const char *why)
{
	struct emu_fn *f = w->fn[m->src];

	emu_stats(f)->dropped++;
	emu_trace(f, "a message from qp 0x%x to LID %u qp 0x%x is lost: %s", m->sqpn, m->dlid,
		m->dqpn, why);
}

static void deliver_to(
	struct emu_world *w, struct emu_qp *q, const struct emu_msg *m, struct emu_sgl *from)
{
	bool write = m->op == EMU_OP_WRITE || m->op == EMU_OP_WRITE_IMM;
	struct emu_resp r;
	enum emu_nak nak;

	if (!hears(q, m)) {
		lost(w, m, "no queue hears it");
		return;
	}
	resp_init(&r, q, 0);
	if (m->type == EMU_QPT_UC) {
		q->rpsn = m->next_psn;
		respond_established(q);
	}
	nak = write ? respond_write(&r, m, from) : respond_send(&r, m, from);
	switch (nak) {
	case EMU_ACK:
	case EMU_NAK_SENDER:
		return;
	case EMU_NAK_RNR:
		lost(w, m, "no receive is posted");
		return;
	case EMU_NAK_SHORT:
	case EMU_NAK_RECEIVE:
		lost(w, m, "the receive has failed");
		return;
	case EMU_NAK_OP:
		qp_event(q, PRM_EV_WQ_CATAS_ERROR);
		qp_error(q);
		/* fall through */
	case EMU_NAK_ACCESS:
		emu_stats(q->f)->faults++;
		lost(w, m, "it is refused");
		return;
	}
}

static void deliver_to_group(struct emu_world *w, const struct emu_msg *m, struct emu_sgl *from)
{
	for (unsigned int i = 0; i < w->nfn; i++) {
		struct emu_fn *f = w->fn[i];
		uint32_t qpn;

		if (f == NULL || !emu_port_active(f))
			continue;
		for (uint32_t n = 0; (qpn = emu_mcg_member(f, m->global + 24, n)) != UINT32_MAX;
			n++) {
			struct emu_qp *q = emu_id_get(f, EMU_QP, qpn);
			struct emu_sgl again = *from;

			/* the sender's own copy, if it does not want it */
			if (q == NULL || (q->block_lb && i == m->src && qpn == m->sqpn))
				continue;
			deliver_to(w, q, m, &again);
		}
	}
}

void unreliable_deliver(struct emu_world *w, const struct emu_msg *m, struct emu_sgl *from)
{
	struct emu_fn *f = fabric_fn(w->fn[m->src], m->fl, m->dlid);

	if (m->multicast && m->grh && emu_port_active(w->fn[m->src]))
		deliver_to_group(w, m, from);
	else
		deliver_to(w, f != NULL ? fabric_qp(f, m->dqpn) : NULL, m, from);
}
