/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The main job: rounds for every entry count and source, a list of the user's, and the proofs of
 * revocation. A verification that fails is reported and the job goes on; anything else that fails
 * ends it.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_common.h>

#include "gap.h"

/* Around every boundary there is: WQEBBs, the 52 of a WQE, powers of two, one UMR's limit (added
 * below). */
static const uint32_t usual_counts[] = {
	1, 2, 3, 4, 5, 8, 51, 52, 53, 64, 255, 256, 257, 1024, 4096};

enum form gap_form(const struct gap *g, uint32_t n)
{
	return n <= g->limits.inline_entries ? FORM_INLINE
	       : n <= g->limits.list_entries ? FORM_POINTER
					     : FORM_NESTED;
}

/* The smaller of what both ports can do. */
static void limits(struct gap *g)
{
	const struct lac_limits *a = lac_port_limits(g->f->a->lac);
	const struct lac_limits *b = lac_port_limits(g->f->b->lac);

	g->limits = *a;
	g->limits.inline_entries = RTE_MIN(a->inline_entries, b->inline_entries);
	g->limits.list_entries = RTE_MIN(a->list_entries, b->list_entries);
	g->limits.max_entries = RTE_MIN(a->max_entries, b->max_entries);
	g->limits.msg_bytes = RTE_MIN(a->msg_bytes, b->msg_bytes);
}

static unsigned int counts(const struct gap *g, uint32_t *out)
{
	const struct parameters *par = g->f->par;
	unsigned int n = 0;

	if (par->ncount > 0) {
		memcpy(out, par->count, sizeof(par->count));
		return par->ncount;
	}
	for (unsigned int i = 0; i < RTE_DIM(usual_counts); i++)
		if (usual_counts[i] < g->limits.list_entries)
			out[n++] = usual_counts[i];
	out[n++] = g->limits.list_entries;
	if (g->limits.max_entries > g->limits.list_entries)
		out[n++] = g->limits.list_entries + 1;
	return n;
}

static int round_and_report(
	struct gap *g, uint32_t n, enum source source, const struct sg_list *list)
{
	struct result r;
	int err;

	if (n > g->limits.max_entries || n > g->data_bytes) {
		fprintf(stderr, "%" PRIu32 " entries: the %s\n", n,
			n > g->data_bytes ? "file has fewer bytes"
					  : "ports take fewer in one registration");
		return -E2BIG;
	}
	if (source == SOURCE_MBUF && n > UINT16_MAX) {
		printf("%7" PRIu32 " mbuf    left out: a chain has at most 65535 mbufs\n", n);
		return 0;
	}
	err = gap_round(g, n, source, list, &r);
	if (err < 0)
		return err;
	report_result(&r);
	g->rounds++;
	g->failed += !result_good(&r);
	g->f->ops += r.registrations;
	g->f->bytes += r.written + r.read;
	g->f->errors += !result_good(&r);
	return testpmd.quit || g->f->stop ? -ECANCELED : 0;
}

static int all_rounds(struct gap *g, const struct sg_list *list)
{
	uint32_t count[COUNTS_MAX];
	unsigned int n = counts(g, count);
	int err = 0;

	report_head();
	for (unsigned int s = 0; s < SOURCES; s++) {
		if (!g->f->par->source[s])
			continue;
		if (list != NULL) {
			/* a list over one base has no mbufs */
			if (s != SOURCE_MBUF)
				err = round_and_report(g, list->n, s, list);
		} else {
			for (unsigned int i = 0; i < n && err == 0; i++)
				err = round_and_report(g, count[i], s, NULL);
		}
		if (err < 0)
			break;
	}
	return err;
}

static int all_proofs(struct gap *g)
{
	const uint32_t n[] = {3, g->limits.inline_entries + 1, g->limits.list_entries + 1};
	int err = 0;

	for (unsigned int i = 0; i < RTE_DIM(n) && err == 0; i++) {
		if (n[i] > g->limits.max_entries || n[i] > g->data_bytes)
			continue;
		err = gap_revoke(g, n[i]);
		printf("revocation, %s: %s\n", form_name[gap_form(g, n[i])],
			err == 0 ? "old keys fail with the right status, data unchanged" : "BAD");
		g->failed += err == -EBADMSG;
	}
	return err;
}

/* Rings that take the largest registration, twice over. */
static int open_pair(struct gap *g, const struct sg_list *list)
{
	uint32_t count[COUNTS_MAX], most = list != NULL ? list->n : 0;
	unsigned int n = counts(g, count);
	struct pair_attr attr = {.sq_bb = 1024};

	for (unsigned int i = 0; i < n && list == NULL; i++)
		most = RTE_MAX(most, count[i]);
	most = RTE_MAX(most, g->limits.list_entries + 1);
	attr.list_entries = 2 * most;
	return pair_open(&g->pair, g->f, &attr);
}

static int gap_run(struct fwd *f)
{
	struct gap g = {.f = f};
	struct sg_list list, *replay = NULL;
	const char *path = f->par->file != NULL ? f->par->file : file_default();
	uint64_t seed = f->par->seeded ? f->par->seed : now_ns();
	char why[512];
	int err;

	g.rng.s = seed;
	limits(&g);
	if (f->par->sg_file != NULL) {
		if (sg_list_read(f->par->sg_file, &list, why, sizeof(why)) < 0) {
			fprintf(stderr, "%s\n", why);
			return -EINVAL;
		}
		replay = &list;
	}
	g.data = file_read(path, replay != NULL ? replay->bytes : 0, &g.data_bytes);
	err = g.data == NULL ? -EINVAL : open_pair(&g, replay);
	if (err == 0) {
		printf("port %u to port %u: %s, %" PRIu64 " bytes, seed %" PRIu64 "\n", f->a->id,
			f->b->id, path, g.data_bytes, seed);
		err = all_rounds(&g, replay);
		if (err == 0)
			err = all_proofs(&g);
		pair_close(&g.pair);
	}
	free(g.data);
	if (replay != NULL)
		sg_list_free(replay);
	if (err == 0 && g.failed > 0)
		err = -EBADMSG;
	printf("%u rounds, %u failed: %s\n", g.rounds, g.failed,
		err == 0            ? "every byte and every count is right"
		: err == -ECANCELED ? "stopped"
				    : "FAILED");
	return err;
}

const struct fwd_mode fwd_gap = {
	.name = "gap",
	.help = "the main job: a file over gappy memory, there and back, verified",
	.run = gap_run,
};
