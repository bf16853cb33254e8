/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Registrations that inline code leaves to the library: lists that are pointed to, pieces that must be looked
 * at one by one, keys over keys, page lists, padding. All are built by one builder in ring space behind the
 * index, which may take several WQEs, and committed at once or not at all.
 */
#ifndef LAC_MLX5_UMR_H
#define LAC_MLX5_UMR_H

#include <errno.h>
#include <stdbool.h>

#include "mlx5/queue.h"

/* ---- the list ring: parallel to the WQEs, its credit returns with theirs ---- */

int lac_list_place_any(const struct lac_sq *q, uint32_t units, uint32_t *pi, uint8_t **list);

/* Room for @entries in one piece from *@pi on, which moves behind them. 0; -EAGAIN; -E2BIG the ring is smaller */
LAC_FORCE_ int lac_list_place(
	const struct lac_sq *q, uint32_t entries, uint32_t *pi, uint8_t **list)
{
	const uint32_t units = (entries + LAC_LIST_UNIT_ENTRIES - 1) / LAC_LIST_UNIT_ENTRIES;
	const uint32_t size = q->list_mask + 1, at = *pi & q->list_mask;

	if (LAC_UNLIKELY(at + units > size) || LAC_UNLIKELY(*pi - q->list_ci + units > size))
		return lac_list_place_any(q, units, pi, list);
	*pi += units;
	*list = q->list + (size_t)at * LAC_LIST_UNIT;
	return 0;
}

/* Makes @wqe, whose header says that its list follows, one of 9 DS with a pointer to it. */
LAC_FORCE_ void lac_umr_points(const struct lac_sq *q, const struct lac_kclass *c, uint8_t *wqe,
	const uint8_t *list, uint32_t octowords)
{
	struct lac_loc l;

	l.addr = (uint64_t)(uintptr_t)list;
	l.len = octowords * 16;
	l.key = lac_sq_dma_lkey(q);
	wqe[0x10] = (uint8_t)(c->line0[0x10] & ~LAC_UMR_INLINE);
	lac_data_(wqe + 128, l);
}

/* ---- pieces.c: a source, entry by entry ---- */

/* The same list without its first @n pieces */
static inline void lac_src_skip(struct lac_src *s, uint32_t n)
{
	const uint8_t *v = (const uint8_t *)s->v;
	uint64_t addr, len;
	uint32_t i;

	s->n -= n;
	if (s->kind == LAC_SRC_IOV)
		s->v = v + (size_t)n * sizeof(struct iovec);
	else if (s->kind == LAC_SRC_OL)
		s->v = v + (size_t)n * sizeof(struct lac_ol);
	else if (s->kind == LAC_SRC_LOC)
		s->v = v + (size_t)n * sizeof(struct lac_loc);
	else
		for (i = 0; i < n && s->v; i++)
			s->v = lac_mbuf_(s->v, s->base, &addr, &len);
}

/* Yields what becomes list entries: empty pieces dropped, those over 2 GiB split. */
struct lac_pieces {
	struct lac_src s;
	const uint64_t *kid_len; /* instead of @s: lengths and keys of child registrations */
	const uint32_t *kid_be;
	uint32_t i;         /* piece */
	const void *m;      /* mbuf */
	uint64_t addr, len; /* what is left of the piece */
	uint32_t key, dma;
};
void lac_pieces_of(struct lac_pieces *it, struct lac_src s, uint32_t dma);
void lac_pieces_of_kids(struct lac_pieces *it, const uint64_t *len, const uint32_t *be, uint32_t n);
/* The next piece, which may be empty; false at the end */
bool lac_piece_load(struct lac_pieces *it);
/* The next piece that is not empty, whole; false at the end */
bool lac_piece_next(struct lac_pieces *it);
/* The next entry */
bool lac_entry_next(struct lac_pieces *it, uint64_t *addr, uint32_t *len, uint32_t *key);

/* What a source amounts to. */
struct lac_measure {
	uint64_t sum, first; /* bytes, address of the first piece that is not empty */
	uint64_t entries;
	uint32_t stray; /* index of the first piece outside known memory, or UINT32_MAX */
	bool overflow;
};
void lac_measure(const struct lac_sq *q, struct lac_src s, struct lac_measure *m);

/* ---- build.c: several WQEs as one ---- */

struct lac_build {
	struct lac_sq *q;
	uint32_t pi, list; /* indices so far */
	uint32_t pads;
	uint64_t fm; /* fence that the next UMR must have, beside the queue's */
	uint64_t db;
};
void lac_build_begin(struct lac_build *b, struct lac_sq *q);
/* @bb WQEBBs in one piece, NOPs before them if the ring's end is in the way. -EAGAIN */
int lac_build_wqe(struct lac_build *b, uint32_t bb, uint8_t **p);
/* Remembers one of its WQEs */
void lac_build_record(struct lac_build *b, uint32_t pi, uint32_t bb, unsigned int op,
	unsigned int wr_flags, unsigned int fl, uint64_t cookie);
/* Where one list goes: into the WQE (then @more DS), or into the list ring */
struct lac_umr_place {
	uint8_t *wqe, *list;
	uint32_t pi, bb, ds, octowords;
	bool inl;
};
/* Room for one UMR with a list of @octowords. 0, -EAGAIN, -E2BIG */
int lac_build_umr(struct lac_build *b, const struct lac_kclass *c, uint32_t octowords,
	struct lac_umr_place *at);
/* Its header and record, once the list is there. */
void lac_build_umr_head(struct lac_build *b, const struct lac_kclass *c,
	const struct lac_umr_place *at, unsigned int fl, uint32_t key_be, uint64_t start,
	uint64_t len, unsigned int wr_flags, uint64_t cookie);
void lac_build_commit(struct lac_build *b, unsigned int fl);
/* Why a build that ran out of room is refused: all of it needs @bb and @units at least */
int lac_build_refuse(struct lac_build *b, uint32_t bb, uint32_t units, int why);

/* ---- isa.c, wide.c, umr.c ---- */

/* What neither inline code nor a form in wide.c takes */
int lac_map_closer(struct lac_sq *q, struct lac_key *k, const struct lac_map_ *m);

/* ---- nest.c, mtt.c ---- */

/* What lac_map_closer() was asked. */
struct lac_map_req {
	struct lac_key *k;
	const struct lac_kclass *c;
	struct lac_src s;
	uint64_t len;
	unsigned int fl; /* of the UMR itself */
	unsigned int wr_flags;
	uint32_t more; /* WQEBBs that must be left behind it */
	uint64_t cookie;
	uint64_t start, sum; /* out */
};
/* @m NULL: with nothing measured and nothing to drop or split; 1: look closer */
int lac_map_nested(struct lac_sq *q, struct lac_map_req *r, const struct lac_measure *m);
int lac_map_pages(struct lac_sq *q, struct lac_map_req *r);
int lac_inv_nested(struct lac_sq *q, struct lac_key *k, unsigned int fl, uint64_t cookie);

/* ---- sq.c ---- */
/* NOPs in @bb WQEBBs from @pi on */
void lac_sq_pad_at(struct lac_sq *q, uint32_t pi, uint32_t bb);
/*
 * Moves the gate on; where the ring's end is in the way of @bb WQEBBs, the index too, behind *@pads NOPs: to try what
 * lac_sq_back() undoes if it is refused. False: no room, nothing has moved
 */
bool lac_sq_over(struct lac_sq *q, uint32_t bb, uint32_t *pads);
void lac_sq_back(struct lac_sq *q, uint32_t pads);
/* A refusal for another reason than room: counted, recorded */
int lac_sq_no(struct lac_sq *q, int err, enum lac_where where, uint32_t index, const char *arg);

#endif
