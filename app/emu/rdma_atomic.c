/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Atomics of 8 bytes. The operation is done at the responder, in turn; what the memory held before travels
 * back and lands later. Memory is in host order; the order in which the old value lands is a capability
 * that the client sets (atomic_req_8B_endianness_mode).
 */
#include <string.h>

#include "prm/gen/prm_names.h"
#include "rd.h"
#include "rdma.h"

static uint64_t swap_if_equal(uint64_t old, const void *arg)
{
	const struct emu_wqe *w = arg;

	return old == w->compare ? w->swap_add : old;
}

static uint64_t add(uint64_t old, const void *arg)
{
	const struct emu_wqe *w = arg;

	return old + w->swap_add;
}

int rdma_atomic(struct emu_qp *q, struct emu_resp *r, struct emu_item *it)
{
	enum emu_fault fault;
	struct emu_xlate x;
	uint64_t iova, len;

	if (it->w.raddr % 8 != 0) {
		rdma_refuse(r->q, it, PRM_SYND_REM_INV_REQ);
		return 0;
	}
	fault = r->q->rae ? xlate_begin(&x, &r->who, it->w.rkey, EMU_A, it->w.raddr, 8)
			  : EMU_FAULT_RIGHTS;
	if (fault == EMU_FAULT_NONE && !xlate_next(&x, &iova, &len))
		fault = x.fault;
	if (fault != EMU_FAULT_NONE) {
		rdma_remote_fault(r->q, it, fault);
		return 0;
	}
	if (len != 8 || iova % 8 != 0 || x.hollow) {
		rdma_refuse(r->q, it, PRM_SYND_REM_INV_REQ);
		return 0;
	}
	if (emu_dma_atomic(r->q->f, iova, it->w.op == EMU_OP_CAS ? swap_if_equal : add, &it->w,
		    &it->old) != 0) {
		rdma_remote_fault(r->q, it, EMU_FAULT_DMA);
		return 0;
	}
	emu_stats(q->f)->atomics++;
	it->state = EMU_ITEM_REQUESTED;
	it->ready = adv_ready(q->f);
	return 0;
}

void rdma_atomic_land(struct emu_qp *q, struct emu_item *it)
{
	struct emu_sgl to;
	uint8_t out[8];

	if (emu_atomic_host_order(q->f))
		memcpy(out, &it->old, sizeof(out));
	else
		wr64(out, it->old);
	sgl_init(&to, &q->who, it->w.seg, it->w.nseg, NULL, EMU_LW);
	if (!sgl_write(&to, out, sizeof(out))) {
		rdma_local_fault(q, it, to.fault);
		return;
	}
	item_done(it, 0, 0);
}
