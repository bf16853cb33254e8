/* SPDX-License-Identifier: BSD-3-Clause */
/* SHA-256 of scattered bytes, by nettle. */
#include <nettle/sha2.h>

#include "sha256.h"

void sha256_pieces(const struct iovec *v, uint32_t n, struct sha256 *out)
{
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	for (uint32_t i = 0; i < n; i++)
		sha256_update(&ctx, v[i].iov_len, v[i].iov_base);
	sha256_digest(&ctx, sizeof(out->b), out->b);
}
