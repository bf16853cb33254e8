/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The main job, in rounds: a file over gappy memory, registered, written to the other port, read
 * back, every byte accounted for. A round has one entry count and one kind of source.
 */
#ifndef TESTPMD_GAP_H
#define TESTPMD_GAP_H

#include "counts.h"
#include "pair.h"
#include "shape.h"

struct gap {
	struct fwd *f;
	struct pair pair;
	struct lac_limits limits; /* what both ports can do */
	uint8_t *data;            /* the file, repeated if a list asks for more */
	uint64_t data_bytes;
	struct rng rng;
	unsigned int rounds, failed;
	struct counts before_a, before_b;
};

enum form { FORM_INLINE, FORM_POINTER, FORM_NESTED };

/* What a round did, as reported. */
struct result {
	uint32_t n;
	enum source source;
	enum form form;
	unsigned int wqebb;         /* of one registration */
	unsigned int registrations; /* ended again */
	uint64_t written, read;
	uint64_t completions;
	bool digests, gaps;   /* verified */
	bool counted, agrees; /* the device's counts: there, and as they must be */
	char why[160];        /* the first thing that is wrong */
};

/* ---- gap_round.c: 0 with @r filled (it may hold a failed verification), or -errno after saying
 * why ---- */
int gap_round(struct gap *g, uint32_t n, enum source source, const struct sg_list *list,
	struct result *r);

/* ---- gap_revoke.c: 0; -EBADMSG a revoked key worked; else -errno; says why ---- */
int gap_revoke(struct gap *g, uint32_t n);

/* ---- gap_keys.c: a class with one key, zero-based ---- */
struct one_key {
	struct lac_keys *keys;
	struct lac_key *key;
};
int one_key_make(struct one_key *k, struct port *p, uint32_t entries, uint32_t access);
void one_key_free(struct one_key *k, struct port *p);
/* registers @s into @k and waits; ends it again and waits */
int one_key_map(struct one_key *k, struct end *e, const struct shape *s, uint64_t cookie);
int one_key_end(struct one_key *k, struct end *e, uint64_t cookie);

enum form gap_form(const struct gap *g, uint32_t n);
extern const char *const form_name[];

/* ---- report.c ---- */
void report_head(void);
void report_result(const struct result *r);
bool result_good(const struct result *r);

/* ---- file.c: the file's bytes, at least @min (repeated), NULL after saying why ---- */
const char *file_default(void);
uint8_t *file_read(const char *path, uint64_t min, uint64_t *bytes);

#endif
