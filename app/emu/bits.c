/* SPDX-License-Identifier: BSD-3-Clause */
/* The bit-by-bit reader and writer of layout fields. */
#include "bits.h"

uint64_t emu_get(const void *base, struct prm_field f)
{
	const uint8_t *b = base;
	uint64_t v = 0;

	for (uint32_t i = f.bit; i < f.bit + f.width; i++)
		v = v << 1 | (b[i / 8] >> (7 - i % 8) & 1);
	return v;
}

void emu_set(void *base, struct prm_field f, uint64_t v)
{
	uint8_t *b = base;

	for (uint32_t n = 0; n < f.width; n++) {
		uint32_t i = f.bit + f.width - 1 - n;
		uint8_t bit = (uint8_t)(1u << (7 - i % 8));

		if (v >> n & 1)
			b[i / 8] |= bit;
		else
			b[i / 8] &= (uint8_t)~bit;
	}
}

uint64_t emu_get_at(const void *base, struct prm_field f, uint32_t stride, uint32_t i)
{
	return emu_get((const uint8_t *)base + (size_t)stride * i, f);
}

void emu_set_at(void *base, struct prm_field f, uint32_t stride, uint32_t i, uint64_t v)
{
	emu_set((uint8_t *)base + (size_t)stride * i, f, v);
}

uint32_t emu_be32(const void *p)
{
	const uint8_t *b = p;

	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

uint64_t emu_be64(const void *p)
{
	return (uint64_t)emu_be32(p) << 32 | emu_be32((const uint8_t *)p + 4);
}

void emu_put_be32(void *p, uint32_t v)
{
	uint8_t *b = p;

	b[0] = (uint8_t)(v >> 24);
	b[1] = (uint8_t)(v >> 16);
	b[2] = (uint8_t)(v >> 8);
	b[3] = (uint8_t)v;
}

void emu_put_be64(void *p, uint64_t v)
{
	emu_put_be32(p, (uint32_t)(v >> 32));
	emu_put_be32((uint8_t *)p + 4, (uint32_t)v);
}

uint8_t emu_xor8(const void *p, size_t len)
{
	const uint8_t *b = p;
	uint8_t x = 0;

	while (len--)
		x ^= *b++;
	return x;
}
