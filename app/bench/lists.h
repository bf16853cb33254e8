/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Source lists: sixteen requests of as many pieces each, in every form that a source has. Pieces have gaps between
 * them, odd addresses and different lengths; nobody touches the memory they name. The same seed makes the same
 * lists in each run.
 */
#ifndef BENCH_LISTS_H
#define BENCH_LISTS_H

#include "work.h"

#define LISTS_LO UINT64_C(0x100000000)
#define LISTS_HI (UINT64_C(1) << 46)

struct piece {
	uint64_t addr;
	uint32_t len;
	uint32_t key; /* wire order */
};

/* LISTS of them, made at the first call and kept. @kind is enum lac_src_kind. */
const struct list *lists_of(unsigned int kind, uint32_t n);
/* Piece @i, which is not read from the list but made again. */
struct piece lists_piece(unsigned int kind, uint32_t n, uint32_t list, uint32_t i);

#endif
