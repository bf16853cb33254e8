/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What outlives single queues and keys on a port: the table of classes that posting indexes, the last value of
 * each key byte, the default domain, counters of queue pairs that are gone. It sends no command.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <rte_malloc.h>
#include <rte_random.h>

#include "mlx5/queue.h"

struct lac_hot *lac_hot_create(struct lac_port *port)
{
	const int node = lac_port_numa(port);
	struct lac_hot *h = calloc(1, sizeof(*h));

	if (!h)
		return NULL;
	h->cls = rte_zmalloc_socket("lac_classes", LAC_CLASSES_MAX * sizeof(*h->cls), 64, node);
	h->bytes = calloc(LAC_BYTES_PAGES, sizeof(*h->bytes));
	if (!h->cls || !h->bytes) {
		lac_hot_destroy(h);
		return NULL;
	}
	h->port = port;
	h->identity = rte_rand() | 1;
	pthread_mutex_init(&h->lock, NULL);
	TAILQ_INIT(&h->qps);
	h->pd.port = port;
	return h;
}

void lac_hot_destroy(struct lac_hot *h)
{
	uint32_t i;

	if (!h)
		return;
	if (h->port)
		pthread_mutex_destroy(&h->lock);
	for (i = 0; h->bytes && i < LAC_BYTES_PAGES; i++)
		free(h->bytes[i]);
	free(h->bytes);
	rte_free(h->cls);
	free(h);
}

/* The word of @index, or NULL: never used and @make is false, or no memory. */
static uint16_t *byte_of(struct lac_hot *h, uint32_t index, bool make)
{
	uint16_t **page = &h->bytes[index >> LAC_BYTES_PAGE_LOG2 & (LAC_BYTES_PAGES - 1)];

	if (!*page && make)
		*page = calloc(1u << LAC_BYTES_PAGE_LOG2, sizeof(**page));
	return *page ? &(*page)[index & ((1u << LAC_BYTES_PAGE_LOG2) - 1)] : NULL;
}

uint32_t lac_key_first_be(struct lac_hot *h, uint32_t index)
{
	uint32_t byte;
	uint16_t *w;

	pthread_mutex_lock(&h->lock);
	w = byte_of(h, index, false);
	byte = w && *w ? *w & 0xffu : (uint32_t)rte_rand() & 0xffu;
	pthread_mutex_unlock(&h->lock);
	return lac_to_be32(index << 8 | byte).be;
}

int lac_key_last_be(struct lac_hot *h, uint32_t be)
{
	const uint32_t num = lac_from_be32((lac_be32){be});
	uint16_t *w;

	pthread_mutex_lock(&h->lock);
	w = byte_of(h, num >> 8, true);
	if (w)
		*w = (uint16_t)(0x100u | (num & 0xff));
	pthread_mutex_unlock(&h->lock);
	return w ? 0 : -ENOMEM;
}

void lac_qp_stats_add(const struct lac_qp *qp, uint64_t *v)
{
	uint32_t i;

	for (i = 0; i < LAC_SQ_COUNTERS; i++)
		v[i] += qp->sq.n[i];
	v[LAC_SQ_MAPS_INLINE] += qp->sq.n[LAC_SQ_MAPS_THEN];
	v[LAC_SQ_REQUESTS] += qp->sq.n[LAC_SQ_MAPS_THEN];
	v[LAC_SQ_WQEBBS] += qp->sq.pi - qp->sq.counted;
	if (!qp->has_rq)
		return;
	v[LAC_STAT_recvs] += qp->rq.recvs;
	v[LAC_STAT_completions] += qp->rq.completions;
	v[LAC_STAT_errors] += qp->rq.errors;
}

void lac_hot_stats(struct lac_hot *h, uint64_t *v)
{
	struct lac_qp *qp;

	pthread_mutex_lock(&h->lock);
	memcpy(v, h->ended, sizeof(h->ended));
	TAILQ_FOREACH (qp, &h->qps, link)
		lac_qp_stats_add(qp, v);
	pthread_mutex_unlock(&h->lock);
}

unsigned int lac_qp_stats(const struct lac_qp *qp, uint64_t *v, unsigned int n)
{
	uint64_t all[LAC_STAT_QP_COUNT] = {0};

	lac_qp_stats_add(qp, all);
	memcpy(v, all, RTE_MIN(n, (unsigned int)LAC_STAT_QP_COUNT) * sizeof(*v));
	return LAC_STAT_QP_COUNT;
}
