/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Gather and scatter lists: the data segments of a WQE as one stream of bytes. A stream yields runs (a piece
 * of physically contiguous client memory, or inline data); copying pairs the runs of two streams, straight
 * from one client's memory into another's.
 */
#include <errno.h>
#include <string.h>

#include "engine.h"

void sgl_init(struct emu_sgl *s, const struct emu_who *who, const struct emu_seg *seg,
	uint32_t nseg, const uint8_t *raw, uint8_t rights)
{
	s->who = who;
	s->seg = seg;
	s->nseg = nseg;
	s->raw = raw;
	s->rights = rights;
	s->i = 0;
	s->open = false;
	s->host = NULL;
	s->hollow = false;
	s->len = 0;
	s->fault = EMU_FAULT_NONE;
}

bool sgl_check(struct emu_sgl *s)
{
	struct emu_xlate x;

	for (uint32_t i = 0; i < s->nseg && s->fault == EMU_FAULT_NONE; i++)
		if (!s->seg[i].inl)
			s->fault = xlate_begin(&x, s->who, s->seg[i].key, s->rights, s->seg[i].addr,
				s->seg[i].len);
	return s->fault == EMU_FAULT_NONE;
}

/* makes the current run non-empty; false at the end or at a fault */
static bool fill(struct emu_sgl *s)
{
	while (s->len == 0) {
		if (s->open) {
			if (xlate_next(&s->x, &s->iova, &s->len)) {
				s->hollow = s->x.hollow;
				continue;
			}
			if (s->x.fault != EMU_FAULT_NONE) {
				s->fault = s->x.fault;
				return false;
			}
			s->open = false;
		}
		if (s->i == s->nseg)
			return false;
		const struct emu_seg *g = &s->seg[s->i++];

		if (g->inl) {
			s->host = s->raw + g->off;
			s->hollow = false;
			s->len = g->len;
			continue;
		}
		s->host = NULL;
		s->fault = xlate_begin(&s->x, s->who, g->key, s->rights, g->addr, g->len);
		if (s->fault != EMU_FAULT_NONE)
			return false;
		s->open = true;
	}
	return true;
}

static void advance(struct emu_sgl *s, uint64_t n)
{
	if (s->host != NULL)
		s->host += n;
	s->iova += n;
	s->len -= n;
}

static int write_zeros(struct emu_sgl *to, uint64_t n)
{
	static const uint8_t zeros[4096];
	int ret = 0;

	for (uint64_t at = 0; at < n && ret == 0; at += sizeof(zeros))
		ret = emu_dma_write(to->who->f, to->iova + at, zeros,
			n - at < sizeof(zeros) ? n - at : sizeof(zeros));
	return ret;
}

static int copy_run(struct emu_sgl *to, struct emu_sgl *from, uint64_t n)
{
	if (to->hollow)
		return 0;
	if (from->hollow)
		return write_zeros(to, n);
	if (from->host != NULL)
		return emu_dma_write(to->who->f, to->iova, from->host, n);
	return emu_dma_copy(to->who->f, to->iova, from->who->f, from->iova, n);
}

/* what a client can make out of one-byte entries would keep all others waiting */
#define MAX_RUNS (4u << 20)

bool sgl_copy(struct emu_sgl *to, struct emu_sgl *from, uint64_t len)
{
	int err;

	for (uint32_t runs = 0; len > 0; runs++) {
		uint64_t n = len;

		if (runs == MAX_RUNS) {
			from->fault = EMU_FAULT_RUNS;
			return false;
		}
		if (!fill(from) || !fill(to))
			return false;
		if (n > from->len)
			n = from->len;
		if (n > to->len)
			n = to->len;
		err = copy_run(to, from, n);
		if (err != 0) {
			(err == -ENXIO ? from : to)->fault = EMU_FAULT_DMA;
			return false;
		}
		advance(to, n);
		advance(from, n);
		len -= n;
	}
	return true;
}

static bool transfer(struct emu_sgl *s, uint8_t *buf, uint64_t len, bool write)
{
	while (len > 0) {
		uint64_t n = len;
		int ret = 0;

		if (!fill(s))
			return false;
		if (n > s->len)
			n = s->len;
		if (s->hollow && !write)
			memset(buf, 0, n);
		else if (s->hollow)
			ret = 0;
		else if (write)
			ret = emu_dma_write(s->who->f, s->iova, buf, n);
		else if (s->host != NULL)
			memcpy(buf, s->host, n);
		else
			ret = emu_dma_read(s->who->f, s->iova, buf, n);
		if (ret != 0) {
			s->fault = EMU_FAULT_DMA;
			return false;
		}
		advance(s, n);
		buf += n;
		len -= n;
	}
	return true;
}

bool sgl_read(struct emu_sgl *from, void *buf, uint64_t len)
{
	return transfer(from, buf, len, false);
}

bool sgl_write(struct emu_sgl *to, const void *buf, uint64_t len)
{
	return transfer(to, (uint8_t *)(uintptr_t)buf, len, true);
}
