/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Whether the checker sees: every byte of the first and the last operation that a run left is spoiled, one after the
 * other, and so are doorbell record, doorbell, list and completions; each time the checker must complain.
 */
#include "plant.h"

#define OPS_MOST 16u

static unsigned int spoil(const struct row *r, struct run *x, void *at, size_t bytes, bool *all)
{
	uint8_t *p = at;
	size_t i;

	for (i = 0; i < bytes; i++) {
		p[i] ^= 0x11;
		if (!row_check(r, x)) {
			fprintf(stderr, "%s: a planted error was not seen, byte %zu of %zu\n",
				r->name, i, bytes);
			*all = false;
		}
		p[i] ^= 0x11;
	}
	return (unsigned int)bytes;
}

/* The bytes that the device looks at, of the WQE that begins at @pi; how many WQEBBs it has. */
static uint32_t spoil_wqe(
	const struct row *r, struct run *x, uint32_t pi, unsigned int *n, bool *all)
{
	uint8_t *p = (uint8_t *)(uintptr_t)bench_at(x->b, pi);
	const uint32_t bytes = (p[7] & 0x3fu) * 16;
	/* inline data ends before its last segment does */
	const bool inl = r->op == OP_SEND_INL;

	*n += spoil(r, x, p, inl ? 20 + SEND_INL_BYTES : bytes, all);
	return (bytes + 63) / 64;
}

static bool plant_posts(struct row *r, struct run *x, unsigned int *n)
{
	bool all = true;
	uint32_t pi;

	for (pi = x->begin; pi != x->q->pi;)
		if (pi - x->begin < r->bb || x->q->pi - pi <= r->bb)
			pi += spoil_wqe(r, x, pi, n, &all);
		else
			pi++;
	*n += spoil(r, x, &x->b->record[1], 4, &all);
	*n += spoil(r, x, (void *)(uintptr_t)x->b->uar, 8, &all);
	if (r->list_lines)
		*n += spoil(r, x, x->b->list, 64, &all);
	return all;
}

bool plant_row(struct row *r, unsigned int *n)
{
	const char *bad;
	bool all = true;
	struct run x;

	if (!row_posts(r) && r->op != OP_POLL && r->op != OP_POLL_ERR)
		return true;
	if (r->ops > OPS_MOST && row_posts(r))
		r->ops = OPS_MOST;
	row_bind(r, &x);
	row_prepare(r, &x);
	r->run(&x);
	bad = row_check(r, &x);
	if (bad) {
		fprintf(stderr, "%s: wrong: %s\n", r->name, bad);
		return false;
	}
	if (row_posts(r))
		return plant_posts(r, &x, n);
	if (r->batch) {
		*n += spoil(r, &x, &x.wc[0], sizeof(x.wc[0].cookie), &all);
		*n += spoil(r, &x, &x.wc[r->batch - 1].status, 3, &all);
		*n += spoil(r, &x, x.b->cq_record, 4, &all);
	}
	return all;
}
