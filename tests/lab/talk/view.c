/* SPDX-License-Identifier: BSD-3-Clause */
/* Pieces, and the copy of memory that they are checked against. */
#include <string.h>

#include "view.h"

#define PAGE 4096u

static uint32_t below(uint64_t *rng, uint32_t n)
{
	return (uint32_t)(talk_random(rng) >> 33) % n;
}

/* of random length with random gaps between them, in another order than their addresses' */
static void pieces(struct view *w, uint32_t n, uint64_t *rng)
{
	const uint32_t room = (VIEW_RECV_AT - 256) / n;
	uint64_t at = 8 * (1 + below(rng, 8));

	for (uint32_t i = 0; i < n; i++) {
		uint32_t len = i == 0 ? 64 + below(rng, 128) : 1 + below(rng, room * 3 / 4);

		w->v[i] = (struct iovec){w->mem + at, len};
		at += len + 1 + below(rng, room / 4);
	}
	for (uint32_t i = n - 1; i > 1; i--) {
		uint32_t j = 1 + below(rng, i);
		struct iovec t = w->v[i];

		w->v[i] = w->v[j];
		w->v[j] = t;
	}
}

/* every other page, backwards */
static void pages(struct view *w, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		w->v[i] = (struct iovec){w->mem + (uint64_t)(n - i) * 2 * PAGE, PAGE};
}

void view_make(struct view *w, const struct talk_shape *shape, uint64_t *rng)
{
	w->n = shape->n;
	w->len = 0;
	if (shape->n == 1)
		w->v[0] = (struct iovec){w->mem + 8 * (1 + below(rng, 600)), 10001};
	else if (shape->kind == TALK_PAGES)
		pages(w, shape->n);
	else
		pieces(w, shape->n, rng);
	for (uint32_t i = 0; i < w->n; i++)
		w->len += w->v[i].iov_len;
	talk_fill(w->want, TALK_OWN, talk_random(rng));
	memcpy(w->mem, w->want, TALK_OWN);
}

static void walk(const struct view *w, uint64_t off, uint8_t *out, const uint8_t *in, size_t len)
{
	for (uint32_t i = 0; i < w->n && len > 0; i++) {
		size_t room = w->v[i].iov_len, n;
		uint8_t *at;

		if (off >= room) {
			off -= room;
			continue;
		}
		at = w->want + ((uint8_t *)w->v[i].iov_base - w->mem) + off;
		n = room - off < len ? room - off : len;
		if (in != NULL) {
			memcpy(at, in, n);
			in += n;
		} else {
			memcpy(out, at, n);
			out += n;
		}
		off = 0;
		len -= n;
	}
}

void view_put(struct view *w, uint64_t off, const uint8_t *data, size_t len)
{
	walk(w, off, NULL, data, len);
}

void view_get(const struct view *w, uint64_t off, uint8_t *data, size_t len)
{
	walk(w, off, data, NULL, len);
}

bool view_check(const struct view *w)
{
	size_t i = 0;

	if (memcmp(w->mem, w->want, TALK_OWN) == 0)
		return true;
	while (w->mem[i] == w->want[i])
		i++;
	return side_why(
		"memory differs, first at %zu: 0x%02x, not 0x%02x", i, w->mem[i], w->want[i]);
}
