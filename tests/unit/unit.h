/* SPDX-License-Identifier: BSD-3-Clause */
/* What every unit test includes: cmocka with the headers it asks for, and bytes written as 32-bit words. */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* @words, read as a hexdump of big-endian dwords shows them, to bytes */
static inline void unit_bytes(void *to, const uint32_t *words, size_t n)
{
	uint8_t *b = to;

	for (size_t i = 0; i < n; i++, b += 4) {
		b[0] = (uint8_t)(words[i] >> 24);
		b[1] = (uint8_t)(words[i] >> 16);
		b[2] = (uint8_t)(words[i] >> 8);
		b[3] = (uint8_t)words[i];
	}
}

#define UNIT_ASSERT_WORDS(bytes, words)                           \
	do {                                                      \
		uint8_t want_[sizeof(words)];                     \
		unit_bytes(want_, words, COUNT(words));           \
		assert_memory_equal(bytes, want_, sizeof(want_)); \
	} while (0)

#endif
