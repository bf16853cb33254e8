/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a shape's memory holds: the data in its pieces, the pattern everywhere else. Regions and
 * pieces are both sorted by address, so one pass over both sees every byte of every gap.
 */
#include <string.h>

#include "pattern.h"
#include "shape.h"

void shape_scatter(const struct shape *s, const uint8_t *data)
{
	for (uint32_t i = 0; i < s->n; i++) {
		memcpy(s->piece[i].iov_base, data, s->piece[i].iov_len);
		data += s->piece[i].iov_len;
	}
}

bool shape_blank(const struct shape *s)
{
	for (uint32_t i = 0; i < s->n; i++)
		if (pattern_differs(s->piece[i].iov_base, s->piece[i].iov_len, s->salt) != NULL)
			return false;
	return true;
}

bool shape_gaps_whole(const struct shape *s, const uint8_t **at)
{
	uint32_t p = 0;

	for (uint32_t r = 0; r < s->nregion; r++) {
		const uint8_t *pos = s->region[r].iov_base;
		const uint8_t *end = pos + s->region[r].iov_len;

		while (p < s->n && (const uint8_t *)s->sorted[p].iov_base < end) {
			const uint8_t *piece = s->sorted[p].iov_base;

			*at = pattern_differs(pos, piece - pos, s->salt);
			if (*at != NULL)
				return false;
			pos = piece + s->sorted[p].iov_len;
			p++;
		}
		*at = pattern_differs(pos, end - pos, s->salt);
		if (*at != NULL)
			return false;
	}
	return true;
}
