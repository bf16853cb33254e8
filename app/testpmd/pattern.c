/* SPDX-License-Identifier: BSD-3-Clause */
/* The pattern, a block at a time, from a table of some periods that is made once. One thread. */
#include <string.h>

#include "pattern.h"

#define PERIOD 251u
#define BLOCK  (16u * PERIOD)

/* Some periods and one more, so that a block may begin at any phase. */
static const uint8_t *table(void)
{
	static uint8_t t[BLOCK + PERIOD];

	if (t[0] == 0)
		for (unsigned int i = 0; i < sizeof(t); i++)
			t[i] = (uint8_t)(i % PERIOD * 89u % PERIOD + 1u);
	return t;
}

static unsigned int phase(const void *at, unsigned int salt)
{
	return ((uintptr_t)at + 83u * salt) % PERIOD;
}

void pattern_fill(void *at, size_t len, unsigned int salt)
{
	uint8_t *p = at;

	for (size_t n; len > 0; p += n, len -= n) {
		n = len < BLOCK ? len : BLOCK;
		memcpy(p, table() + phase(p, salt), n);
	}
}

const uint8_t *pattern_differs(const void *at, size_t len, unsigned int salt)
{
	const uint8_t *p = at;

	for (size_t n; len > 0; p += n, len -= n) {
		const uint8_t *want = table() + phase(p, salt);

		n = len < BLOCK ? len : BLOCK;
		if (memcmp(p, want, n) == 0)
			continue;
		while (*p == *want) {
			p++;
			want++;
		}
		return p;
	}
	return NULL;
}
