/* SPDX-License-Identifier: BSD-3-Clause */
/* What the modes that do not end by themselves share: memory at both ends, and a window of
 * requests. */
#ifndef TESTPMD_STREAM_H
#define TESTPMD_STREAM_H

#include "gap.h"
#include "pair.h"

#define STREAM_WINDOW 64u /* requests in flight */
/* of the patterns that the memory holds at first */
#define STREAM_SALT_A 1
#define STREAM_SALT_B 2

struct stream {
	struct fwd *f;
	struct pair pair;
	uint32_t size;      /* bytes of one operation */
	unsigned int empty; /* polls that found nothing, one after the other */
	uint8_t *mem_a, *mem_b;
	struct one_key target; /* over mem_b, with remote rights */
	struct lac_keys *keys; /* regs: the keys it registers into */
	struct lac_key *key[STREAM_WINDOW];
};

/* The first calls what the second undoes; 0, or -errno after saying why. */
int stream_open(struct stream *s, struct fwd *f);
void stream_close(struct stream *s);

/*
 * Keeps a window of what @post posts in flight at port a until told to stop or the iterations are
 * done. Each post asks for exactly one completion. 0, or -errno after saying why.
 */
int stream_run(struct stream *s, int (*post)(struct stream *s, uint64_t cookie));
/* All of a mode that needs no more: memory made, filled by @post, compared, given back. */
int stream_whole(struct fwd *f, int (*post)(struct stream *s, uint64_t cookie));

struct lac_loc stream_local(const struct stream *s);
struct lac_rem stream_remote(const struct stream *s);
/* 0 if what is in port b's memory is what is in port a's */
int stream_same(const struct stream *s);

#endif
