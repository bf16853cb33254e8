/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * mbuf chains as sources; apart from src.h, so that only its users pull in rte_mbuf.h.
 */
#ifndef LACUNA_SRC_MBUF_H
#define LACUNA_SRC_MBUF_H

#include <rte_mbuf_core.h>

#include <lacuna/src.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * lac_src_mbuf - the data of a chain, segment by segment (buf_addr + data_off, data_len)
 *
 * EAL's mempools need no preparation; external buffers need lac_mem_add(). The library never frees an
 * mbuf: give the chain's address as cookie, and free it when its completion is polled.
 */
static inline struct lac_src lac_src_mbuf(const struct rte_mbuf *m)
{
	struct lac_src s = {m,
		LAC_SRC_MBUF_AT(offsetof(struct rte_mbuf, next),
			offsetof(struct rte_mbuf, data_off), offsetof(struct rte_mbuf, data_len)),
		m->nb_segs, LAC_SRC_MBUF};
	return s;
}

LAC_STATIC_ASSERT(offsetof(struct rte_mbuf, buf_addr) == 0, "rte_mbuf.buf_addr moved");

#ifdef __cplusplus
}
#endif

#endif
