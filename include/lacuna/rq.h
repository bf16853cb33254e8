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

#ifdef __cplusplus
extern "C" {
#endif

/* A place for one SEND, or (length 0) for one WRITE with immediate data. */
int lac_rq_recv(struct lac_rq *r, struct lac_loc l, uint64_t cookie);
/* The same, scattered over @n pieces. */
int lac_rq_recv_v(struct lac_rq *r, const struct lac_loc *v, unsigned int n, uint64_t cookie);

/* Makes all receives posted since the last call known to the device. */
void lac_rq_ring(struct lac_rq *r);

/* Receives that may be posted now. */
uint32_t lac_rq_room(const struct lac_rq *r);

#ifdef __cplusplus
}
#endif

#endif
