/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Proof of revocation. Port b's registration is ended, then made again: both times the key value of
 * before must fail at the device, with the status for it, and move nothing; the new value must
 * work. The same for a local key of port a. Each failure ends in an error state of the queues,
 * which are restarted.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gap.h"
#include "sha256.h"

/* CQE syndromes (PRM, "CQE"; rdma-core's mlx5 provider, cq.c) */
#define SYND_LOCAL_PROT    0x04
#define SYND_REMOTE_ACCESS 0x13

struct proof {
	struct gap *g;
	struct shape src, dst;
	struct one_key ksrc, kdst;
	struct sha256 held; /* what dst must hold */
	uint64_t cookie;
};

static struct sha256 digest(const struct shape *s)
{
	struct sha256 d;

	sha256_pieces(s->piece, s->n, &d);
	return d;
}

static bool unchanged(const struct proof *p)
{
	struct sha256 d = digest(&p->dst);
	const uint8_t *at;

	return memcmp(&d, &p->held, sizeof(d)) == 0 && shape_gaps_whole(&p->dst, &at);
}

static int post(struct proof *p, bool read, lac_lkey_t lkey, lac_rkey_t rkey)
{
	struct end *a = &p->g->pair.a;
	struct lac_loc l = {0, (uint32_t)p->src.bytes, lkey};
	struct lac_rem at = {0, rkey};
	int err = read ? lac_sq_read(a->sq, l, at, LAC_SIGNAL, ++p->cookie)
		       : lac_sq_write(a->sq, l, at, LAC_SIGNAL, ++p->cookie);

	return err < 0 ? end_refused(a, read ? "read" : "write", err) : 0;
}

/* A WRITE of other data than before that must succeed. */
static int must_work(struct proof *p, lac_rkey_t rkey)
{
	int err;

	for (uint32_t i = 0; i < p->src.n; i++)
		((uint8_t *)p->src.piece[i].iov_base)[0] ^= 0x55;
	err = post(p, false, lac_key_lkey(p->ksrc.key), rkey);
	if (err == 0)
		err = end_done(&p->g->pair.a, p->cookie);
	p->held = digest(&p->src);
	if (err == 0 && !unchanged(p)) {
		fprintf(stderr, "a live key did not move the data\n");
		err = -EBADMSG;
	}
	return err;
}

/* An access that must end with @status and move nothing. */
static int must_fail(struct proof *p, const char *what, bool read, lac_lkey_t lkey, lac_rkey_t rkey,
	uint8_t status)
{
	struct lac_wc wc;
	int err;

	/* so that data which came through would be seen */
	for (uint32_t i = 0; !read && i < p->src.n; i++)
		((uint8_t *)p->src.piece[i].iov_base)[0] ^= 0x55;
	err = post(p, read, lkey, rkey);
	if (err == 0)
		err = end_reap(&p->g->pair.a, &wc);
	if (err < 0)
		return err;
	if (wc.status != status || wc.cookie != p->cookie) {
		fprintf(stderr, "%s: %s ended with %s (0x%02x), not %s\n", what, lac_op_name(wc.op),
			wc.status != 0 ? lac_cqe_synd_name(wc.status) : "success", wc.status,
			lac_cqe_synd_name(status));
		return -EBADMSG;
	}
	if (!unchanged(p)) {
		fprintf(stderr, "%s: refused, but it changed data\n", what);
		return -EBADMSG;
	}
	return pair_restart(&p->g->pair);
}

static int prepare(struct proof *p, uint32_t n)
{
	struct gap *g = p->g;
	uint64_t bytes = n + 65536 < g->data_bytes ? n + 65536 : g->data_bytes;
	int err = shape_make(&p->src, SOURCE_IOVEC, n, bytes, NULL, &g->rng, 3);

	if (err == 0)
		err = shape_make(&p->dst, SOURCE_IOVEC, n, bytes, NULL, &g->rng, 4);
	if (err < 0) {
		fprintf(stderr, "revocation with %u pieces: %s\n", n, strerror(-err));
		return err;
	}
	shape_scatter(&p->src, g->data);
	err = one_key_make(&p->ksrc, g->pair.a.port, n, LAC_LOCAL_WRITE);
	if (err == 0)
		err = one_key_make(&p->kdst, g->pair.b.port, n,
			LAC_LOCAL_WRITE | LAC_REMOTE_WRITE | LAC_REMOTE_READ);
	if (err == 0)
		err = one_key_map(&p->ksrc, &g->pair.a, &p->src, ++p->cookie);
	if (err == 0)
		err = one_key_map(&p->kdst, &g->pair.b, &p->dst, ++p->cookie);
	return err;
}

static int prove(struct proof *p)
{
	struct gap *g = p->g;
	lac_lkey_t local = lac_key_lkey(p->ksrc.key);
	lac_rkey_t old = lac_key_rkey(p->kdst.key);
	int err = must_work(p, old);

	if (err == 0)
		err = one_key_end(&p->kdst, &g->pair.b, ++p->cookie);
	if (err == 0)
		err = must_fail(p, "after invalidation", false, local, old, SYND_REMOTE_ACCESS);
	if (err == 0)
		err = must_fail(p, "after invalidation", true, local, old, SYND_REMOTE_ACCESS);
	if (err == 0)
		err = one_key_map(&p->kdst, &g->pair.b, &p->dst, ++p->cookie);
	if (err == 0)
		err = must_fail(p, "the old key byte", false, local, old, SYND_REMOTE_ACCESS);
	if (err == 0)
		err = must_work(p, lac_key_rkey(p->kdst.key));
	if (err == 0)
		err = one_key_end(&p->ksrc, &g->pair.a, ++p->cookie);
	if (err == 0)
		err = must_fail(p, "after local invalidation", false, local,
			lac_key_rkey(p->kdst.key), SYND_LOCAL_PROT);
	if (err == 0)
		err = one_key_end(&p->kdst, &g->pair.b, ++p->cookie);
	return err;
}

int gap_revoke(struct gap *g, uint32_t n)
{
	struct proof *p = calloc(1, sizeof(*p));
	int err = -ENOMEM;

	if (p == NULL)
		return err;
	p->g = g;
	err = prepare(p, n);
	if (err == 0)
		err = prove(p);
	one_key_free(&p->ksrc, g->pair.a.port);
	one_key_free(&p->kdst, g->pair.b.port);
	shape_free(&p->src);
	shape_free(&p->dst);
	free(p);
	return err;
}
