/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * One round: the first shape (port a) goes by WRITE to the second (port b), which comes back by
 * READ into the third (port a). Then every key is ended, and all memory and all counts are judged.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_mbuf.h>

#include "chain.h"
#include "gap.h"
#include "sha256.h"

struct round {
	struct shape src, dst, back;
	struct one_key ksrc, kdst, kback;
	struct rte_mempool *pool;
	uint64_t bytes;
};

static int shapes_make(
	struct gap *g, struct round *w, uint32_t n, enum source source, const struct sg_list *list)
{
	int err;

	w->bytes = list != NULL ? list->bytes : g->data_bytes;
	if (source == SOURCE_MBUF) {
		if (w->bytes > chain_bytes_max(n))
			w->bytes = chain_bytes_max(n);
		w->pool = chain_pool(3, n, w->bytes);
		if (w->pool == NULL)
			return -ENOMEM;
	}
	if (list != NULL)
		err = shape_make_list(&w->src, source, list, 0);
	else
		err = shape_make(&w->src, source, n, w->bytes, w->pool, &g->rng, 0);
	if (err == 0)
		err = shape_make(&w->dst, source, n, w->bytes, w->pool, &g->rng, 1);
	if (err == 0)
		err = shape_make(&w->back, source, n, w->bytes, w->pool, &g->rng, 2);
	if (err == 0)
		shape_scatter(&w->src, g->data);
	return err;
}

/* WQEBBs that the queue pair's work took so far, without padding */
static uint64_t wqebbs(const struct end *e)
{
	uint64_t v[LAC_STAT_QP_COUNT];

	lac_qp_stats(e->qp, v, LAC_STAT_QP_COUNT);
	return v[LAC_STAT_wqebbs] - v[LAC_STAT_pads];
}

static int move(struct gap *g, struct round *w, struct result *r)
{
	struct end *a = &g->pair.a, *b = &g->pair.b;
	uint32_t n = r->n;
	struct lac_rem at;
	int err;

	err = one_key_make(&w->ksrc, a->port, n, 0);
	if (err == 0)
		err = one_key_make(&w->kback, a->port, n, LAC_LOCAL_WRITE);
	if (err == 0)
		err = one_key_make(
			&w->kdst, b->port, n, LAC_LOCAL_WRITE | LAC_REMOTE_WRITE | LAC_REMOTE_READ);
	r->wqebb = wqebbs(b);
	if (err == 0)
		err = one_key_map(&w->kdst, b, &w->dst, 1);
	r->wqebb = wqebbs(b) - r->wqebb;
	if (err < 0)
		return err;
	at = (struct lac_rem){0, lac_key_rkey(w->kdst.key)};
	err = lac_sq_map_write(a->sq, w->ksrc.key, shape_src(&w->src), w->bytes, at, LAC_SIGNAL, 2);
	err = err < 0 ? end_refused(a, "register and write", err) : end_done(a, 2);
	if (err < 0)
		return err;
	err = lac_sq_map_read(
		a->sq, w->kback.key, shape_src(&w->back), w->bytes, at, LAC_SIGNAL, 3);
	err = err < 0 ? end_refused(a, "register and read", err) : end_done(a, 3);
	if (err == 0)
		err = one_key_end(&w->ksrc, a, 4);
	if (err == 0)
		err = one_key_end(&w->kback, a, 5);
	if (err == 0)
		err = one_key_end(&w->kdst, b, 6);
	return err;
}

/* Spoils a byte on request, to show that verification notices. */
static void corrupt(const struct round *w, enum corrupt what)
{
	uint8_t *p = w->back.sorted[w->back.n / 2].iov_base;

	if (what == CORRUPT_DATA)
		p[0] ^= 1;
	if (what == CORRUPT_GAP)
		p[-1] ^= 1; /* pieces of random shapes do not touch */
}

static void verify(struct gap *g, struct round *w, struct result *r)
{
	const struct shape *const shape[] = {&w->src, &w->dst, &w->back};
	static const char *const name[] = {"first", "second", "third"};
	struct iovec whole = {g->data, w->bytes};
	struct sha256 want, got;
	const uint8_t *at;

	sha256_pieces(&whole, 1, &want);
	r->digests = r->gaps = true;
	for (unsigned int i = 0; i < RTE_DIM(shape); i++) {
		sha256_pieces(shape[i]->piece, shape[i]->n, &got);
		if (memcmp(&got, &want, sizeof(got)) != 0) {
			if (r->digests && r->gaps)
				snprintf(r->why, sizeof(r->why),
					"SHA-256 of the %s list differs from the file's", name[i]);
			r->digests = false;
		}
		if (!shape_gaps_whole(shape[i], &at)) {
			if (r->digests && r->gaps)
				snprintf(r->why, sizeof(r->why),
					"a byte in a gap of the %s list was written, at %p",
					name[i], (const void *)at);
			r->gaps = false;
		}
	}
}

static uint64_t maps(const struct counts *c)
{
	return c->lib[LAC_STAT_maps_inline] + c->lib[LAC_STAT_maps_list] +
	       c->lib[LAC_STAT_maps_nested];
}

/* Adds what the device of @e must have counted: registrations and their ends, completions. */
static void expect(
	struct device_counts *want, const struct end *e, const struct counts *c, uint32_t n)
{
	const struct lac_limits *l = lac_port_limits(e->port->lac);

	for (uint64_t i = 0; i < maps(c); i++)
		counts_expect_map(want, l, n);
	for (uint64_t i = 0; i < c->lib[LAC_STAT_invs]; i++)
		counts_expect_end(want, l, n);
	want->cqes += c->lib[LAC_STAT_completions];
}

/* What the two queue pairs did since @before, in the library's words and the devices'. */
static int account(
	struct gap *g, const struct round *w, const struct counts before[2], struct result *r)
{
	bool one = g->pair.a.port == g->pair.b.port; /* then one device did all of it */
	struct device_counts want_a = {.bytes_written = w->bytes, .bytes_read = w->bytes};
	struct device_counts want_b = {0};
	struct counts after, a, b;
	int err = counts_read(&after, &g->pair.a);

	counts_since(&a, &before[0], &after);
	if (err == 0)
		err = counts_read(&after, &g->pair.b);
	counts_since(&b, &before[1], &after);
	if (err < 0)
		return err;
	r->registrations = maps(&a) + maps(&b);
	r->completions = a.lib[LAC_STAT_completions] + b.lib[LAC_STAT_completions];
	r->form = gap_form(g, r->n);
	r->written = r->read = w->bytes;
	r->counted = a.emulated && b.emulated;
	if (!r->counted)
		return 0;
	expect(&want_a, &g->pair.a, &a, r->n);
	expect(one ? &want_a : &want_b, &g->pair.b, &b, r->n);
	if (g->f->par->corrupt == CORRUPT_COUNT)
		a.device.bytes_written++;
	r->agrees = counts_agree(&a.device, &want_a, r->why, sizeof(r->why)) &&
		    (one || counts_agree(&b.device, &want_b, r->why, sizeof(r->why)));
	return 0;
}

int gap_round(
	struct gap *g, uint32_t n, enum source source, const struct sg_list *list, struct result *r)
{
	struct round *w = calloc(1, sizeof(*w));
	struct counts before[2];
	int err;

	*r = (struct result){.n = n, .source = source};
	if (w == NULL)
		return -ENOMEM;
	err = shapes_make(g, w, n, source, list);
	if (err < 0)
		fprintf(stderr, "%u %s pieces: %s\n", n, source_name[source],
			err == -ENOMEM ? "EAL has too little memory (-m)" : strerror(-err));
	if (err == 0)
		err = counts_read(&before[0], &g->pair.a);
	if (err == 0)
		err = counts_read(&before[1], &g->pair.b);
	if (err == 0)
		err = move(g, w, r);
	if (err == 0) {
		corrupt(w, g->f->par->corrupt);
		err = account(g, w, before, r);
		verify(g, w, r);
	}
	one_key_free(&w->ksrc, g->pair.a.port);
	one_key_free(&w->kback, g->pair.a.port);
	one_key_free(&w->kdst, g->pair.b.port);
	shape_free(&w->src);
	shape_free(&w->dst);
	shape_free(&w->back);
	rte_mempool_free(w->pool);
	free(w);
	return err;
}
