/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Between the files of the transports. A requester (rdma.c: acknowledged services; unreliable.c: the others) makes
 * a message out of a WQE and finds who answers; a responder (respond.c) takes it or says why not; what a refusal
 * does to either side is the requester's file to know, for it differs by service.
 */
#ifndef EMU_RDMA_H
#define EMU_RDMA_H

#include "engine.h"

#define EMU_GRH_BYTES 40u

/* what a message's headers say */
struct emu_msg {
	uint8_t type, op; /* enum emu_qp_type of the sender, enum emu_wqe_op */
	bool solicited, fl, grh, multicast;
	uint8_t sl;
	unsigned int src; /* the sender's function */
	uint16_t slid, dlid, pkey;
	uint32_t sqpn, dqpn, q_key;
	uint32_t imm, rkey;
	uint64_t raddr, len;
	uint32_t next_psn; /* behind it */
	uint8_t global[EMU_GRH_BYTES];
};
void msg_init(struct emu_msg *m, struct emu_qp *q, const struct emu_item *it);

/* who answers, and in whose name */
struct emu_resp {
	struct emu_qp *q;
	struct emu_rq
		*rq; /* NULL: the shared queue that an XRC request names is not there for it */
	struct emu_who who;  /* of remote keys: for XRC the shared queue's domain */
	struct emu_who rwho; /* of the receives' keys */
};
void resp_init(struct emu_resp *r, struct emu_qp *q, uint32_t xrc_srqn);

enum emu_nak {
	EMU_ACK,
	EMU_NAK_RNR,     /* no receive is posted */
	EMU_NAK_ACCESS,  /* a remote key, its range or rights */
	EMU_NAK_OP,      /* the responder's memory or queue is not there */
	EMU_NAK_SHORT,   /* the receive is too short: it has completed in error */
	EMU_NAK_RECEIVE, /* the receive's key or memory: it has completed in error */
	EMU_NAK_SENDER,  /* the requester's own memory: @from has the fault */
};
enum emu_nak respond_send(struct emu_resp *r, const struct emu_msg *m, struct emu_sgl *from);
enum emu_nak respond_write(struct emu_resp *r, const struct emu_msg *m, struct emu_sgl *from);
/* the first message at a responder in RTR says that the connection stands */
void respond_established(struct emu_qp *q);

/* the function at a message's or a path's other end; NULL: nobody, or a port is down */
struct emu_fn *fabric_fn(struct emu_fn *from, bool fl, uint16_t lid);
struct emu_qp *fabric_qp(struct emu_fn *f, uint32_t qpn); /* 0 and 1 are the special ones */
bool fabric_pkeys_match(uint16_t a, uint16_t b);
bool qp_can_receive(const struct emu_qp *q);

/* ---- acknowledged (rdma.c, rdma_atomic.c) ---- */
/* the queue that would answer; false: nobody */
bool rdma_responder(struct emu_qp *q, const struct emu_item *it, struct emu_resp *r);
/* the responder answers with an error, and is in error itself */
void rdma_refuse(struct emu_qp *r, struct emu_item *it, uint8_t syndrome);
void rdma_remote_fault(struct emu_qp *r, struct emu_item *it, enum emu_fault fault);
void rdma_local_fault(struct emu_qp *q, struct emu_item *it, enum emu_fault fault);
int rdma_atomic(struct emu_qp *q, struct emu_resp *r, struct emu_item *it);
void rdma_atomic_land(struct emu_qp *q, struct emu_item *it);
uint32_t rdma_packets(const struct emu_qp *q, uint64_t bytes); /* that a message takes */

/* ---- nobody acknowledges (unreliable.c, wire.c) ---- */
void unreliable_request(struct emu_qp *q, struct emu_item *it);
/* at its end, or nowhere: a message that nobody hears is lost. Large ones may fail by @from */
void unreliable_deliver(struct emu_world *w, const struct emu_msg *m, struct emu_sgl *from);
/* false: @from has a fault, and nothing was sent */
bool wire_send(struct emu_qp *q, const struct emu_msg *m, struct emu_sgl *from);

#endif
