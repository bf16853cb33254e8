/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The pattern that memory holds before anything is moved: a function of the byte's address and of a
 * salt, with a period (251, a prime) that no power of two divides, so that a block that was moved
 * is noticed.
 */
#ifndef TESTPMD_PATTERN_H
#define TESTPMD_PATTERN_H

#include <stddef.h>
#include <stdint.h>

void pattern_fill(void *at, size_t len, unsigned int salt);
/* the first byte that differs from the pattern, or NULL */
const uint8_t *pattern_differs(const void *at, size_t len, unsigned int salt);

#endif
