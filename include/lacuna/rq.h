/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The receive queue: where SENDs land. The owner lcore only; nothing blocks, allocates or locks, and the
 * device sees nothing before lac_rq_ring(). Every receive gives a completion.
 *
 * Return of the posting functions: 0; -EAGAIN the ring is full; -ESHUTDOWN the queue pair is in ERROR;
 * -ENODEV the function is gone; -E2BIG more pieces than rq_gather; -EMSGSIZE a piece over 2 GiB. A refusal
 * changes nothing. Receives may be posted before connecting.
 */
#ifndef LACUNA_RQ_H
#define LACUNA_RQ_H

#include <lacuna/base.h>
#include <lacuna/hot/post.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Key that ends the data segments of a receive (rdma-core and Linux: "invalid lkey"). */
#define LAC_RQ_END 0x100u

/* A place for one SEND, scattered over @n pieces; empty for one WRITE with immediate data. */
LAC_INLINE int lac_rq_recv_v(
	struct lac_rq *r, const struct lac_loc *v, unsigned int n, uint64_t cookie)
{
	uint32_t i, at = 0;
	uint8_t *p;

	if (LAC_UNLIKELY((int32_t)(r->limit - r->pi) < 1))
		return lac_rq_refuse(r, -EAGAIN);
	if (LAC_UNLIKELY(n > r->gather))
		return lac_rq_refuse(r, -E2BIG);
	p = r->ring + ((size_t)(r->pi & r->mask) << r->stride_log2);
	for (i = 0; i < n; i++) {
		if (LAC_UNLIKELY(v[i].len > LAC_PIECE_MAX))
			return lac_rq_refuse(r, -EMSGSIZE);
		if (v[i].len)
			lac_data_(p + (size_t)at++ * 16, v[i]);
	}
	if (at << 4 < 1u << r->stride_log2) { /* fewer than fit: an end mark */
		lac_store64_(p + (size_t)at * 16, (uint64_t)__builtin_bswap32(LAC_RQ_END) << 32);
		lac_store64_(p + (size_t)at * 16 + 8, 0);
	}
	r->cookie[r->pi & r->mask] = cookie;
	r->pi++;
	r->recvs++;
	return 0;
}

/* The same with one piece. */
LAC_INLINE int lac_rq_recv(struct lac_rq *r, struct lac_loc l, uint64_t cookie)
{
	return lac_rq_recv_v(r, &l, 1, cookie);
}

/* Makes all receives posted since the last call known to the device. */
LAC_INLINE void lac_rq_ring(struct lac_rq *r)
{
	if (r->rung == r->pi)
		return;
	lac_order_wqe_then_record();
	lac_dma_write32(r->record, __builtin_bswap32(r->pi & 0xffff));
	r->rung = r->pi;
}

/* Receives that may be posted now. */
LAC_INLINE uint32_t lac_rq_room(const struct lac_rq *r)
{
	int32_t room = (int32_t)(r->limit - r->pi);

	return room > 0 ? (uint32_t)room : 0;
}

#ifdef __cplusplus
}
#endif

#endif
