/* SPDX-License-Identifier: BSD-3-Clause */
/* Between the files of the RC protocol: who answers, how a request is refused, where remote bytes are. */
#ifndef EMU_RDMA_H
#define EMU_RDMA_H

#include "engine.h"

/* the queue that would answer; NULL: nobody */
struct emu_qp *rdma_peer(struct emu_qp *q);
/* nobody answered, or the responder has no receive: 1 to wait, 0 when the retries are used up */
int rdma_unanswered(struct emu_qp *q, struct emu_item *it);
int rdma_not_ready(struct emu_qp *q, struct emu_qp *r, struct emu_item *it);
/* the responder answers with an error, and is in error itself */
void rdma_refuse(struct emu_qp *r, struct emu_item *it, uint8_t syndrome);
void rdma_remote_fault(struct emu_qp *r, struct emu_item *it, enum emu_fault fault);
void rdma_local_fault(struct emu_qp *q, struct emu_item *it, enum emu_fault fault);
enum emu_fault rdma_check_remote(struct emu_qp *r, const struct emu_item *it, uint8_t right);
void rdma_remote_sgl(struct emu_sgl *s, struct emu_seg *seg, struct emu_qp *r,
	const struct emu_item *it, uint8_t right);

/* rdma_send.c, rdma_atomic.c; like rdma_request() */
int rdma_send(struct emu_qp *q, struct emu_qp *r, struct emu_item *it);
int rdma_atomic(struct emu_qp *q, struct emu_qp *r, struct emu_item *it);
void rdma_atomic_land(struct emu_qp *q, struct emu_item *it);

#endif
