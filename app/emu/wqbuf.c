/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The buffer of a queue: equal pages of the client, the queue beginning at an offset in the first. The page
 * list is checked once, when the queue is made; later accesses only add.
 */
#include <errno.h>
#include <stdlib.h>

#include "engine.h"
#include "rd.h"

int wqbuf_init(struct emu_wqbuf *b, const uint8_t *pas, uint32_t avail, uint8_t log_page,
	uint32_t page_offset, uint64_t bytes)
{
	uint64_t page, need;

	if (log_page > 31 - 12)
		return -EINVAL;
	page = (uint64_t)EMU_PAGE << log_page;
	b->off = (uint32_t)(page / 64 * page_offset);
	need = (b->off + bytes + page - 1) / page;
	if (need > avail)
		return -EINVAL;
	b->npas = (uint32_t)need;
	b->log_page = (uint8_t)(12 + log_page);
	b->pas = calloc(need + 1, sizeof(*b->pas));
	if (b->pas == NULL)
		return -ENOMEM;
	for (uint32_t i = 0; i < b->npas; i++) {
		b->pas[i] = rd64(pas + 8u * i);
		if (b->pas[i] % EMU_PAGE != 0) {
			wqbuf_fini(b);
			return -EINVAL;
		}
	}
	return 0;
}

void wqbuf_fini(struct emu_wqbuf *b)
{
	free(b->pas);
	b->pas = NULL;
}

static uint32_t chunk(const struct emu_wqbuf *b, uint64_t *at, uint32_t len, uint64_t *iova)
{
	uint64_t pos = *at + b->off, page = pos >> b->log_page,
		 in = pos & ((1ull << b->log_page) - 1);
	uint64_t room = (1ull << b->log_page) - in;

	*iova = b->pas[page] + in;
	if (len > room)
		len = (uint32_t)room;
	*at += len;
	return len;
}

int wqbuf_read(struct emu_fn *f, const struct emu_wqbuf *b, uint64_t at, void *buf, uint32_t len)
{
	uint8_t *p = buf;

	while (len > 0) {
		uint64_t iova;
		uint32_t n = chunk(b, &at, len, &iova);

		if (emu_dma_read(f, iova, p, n) != 0)
			return -EFAULT;
		p += n;
		len -= n;
	}
	return 0;
}

int wqbuf_write(
	struct emu_fn *f, const struct emu_wqbuf *b, uint64_t at, const void *buf, uint32_t len)
{
	const uint8_t *p = buf;

	while (len > 0) {
		uint64_t iova;
		uint32_t n = chunk(b, &at, len, &iova);

		if (emu_dma_write(f, iova, p, n) != 0)
			return -EFAULT;
		p += n;
		len -= n;
	}
	return 0;
}
