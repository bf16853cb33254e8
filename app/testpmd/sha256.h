/* SPDX-License-Identifier: BSD-3-Clause */
/* SHA-256 of scattered bytes, by nettle. */
#ifndef TESTPMD_SHA256_H
#define TESTPMD_SHA256_H

#include <stdint.h>
#include <sys/uio.h>

struct sha256 {
	uint8_t b[32];
};

/* of the @n pieces of @v, in list order */
void sha256_pieces(const struct iovec *v, uint32_t n, struct sha256 *out);

#endif
