/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * How a field is kept in big-endian words. The generated accessors call these with constant positions, so
 * that a setter is a load, a mask and a store, and a row of setters with constants folds into plain stores.
 *
 * A value wider than its field never spills into a neighbour: it is masked. A constant that is too wide does
 * not compile; a variable that is too wide traps where PRM_STRICT is defined (sanitizer builds).
 */
#ifndef PRM_BE_H
#define PRM_BE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PRM_INLINE static inline __attribute__((always_inline))

#ifdef __OPTIMIZE__
void prm_value_too_wide(void) __attribute__((error("the value does not fit in its field")));
void prm_index_too_big(void) __attribute__((error("the array has not that many elements")));
#define PRM_REFUSE(cond, call)                            \
	do {                                              \
		if (__builtin_constant_p(cond) && (cond)) \
			call();                           \
	} while (0)
#else
#define PRM_REFUSE(cond, call) ((void)0)
#endif

#ifdef PRM_STRICT
#define PRM_TRAP(cond)                    \
	do {                              \
		if (cond)                 \
			__builtin_trap(); \
	} while (0)
#else
#define PRM_TRAP(cond) ((void)0)
#endif

PRM_INLINE void prm_index(uint32_t i, uint32_t count)
{
	PRM_REFUSE(i >= count, prm_index_too_big);
	PRM_TRAP(i >= count);
	(void)i;
	(void)count;
}

PRM_INLINE uint64_t prm_mask(unsigned int width)
{
	return width == 64 ? UINT64_MAX : (UINT64_C(1) << width) - 1;
}

PRM_INLINE uint16_t prm_swap16(uint16_t v)
{
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap16(v) : v;
}

PRM_INLINE uint32_t prm_swap32(uint32_t v)
{
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap32(v) : v;
}

PRM_INLINE uint64_t prm_swap64(uint64_t v)
{
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap64(v) : v;
}

/* prm_getN, prm_setN: @width bits, @shift above the least significant, of the N-bit word at @b */
#define PRM_WORD(n)                                                                                \
	PRM_INLINE uint##n##_t prm_get##n(                                                         \
		const uint8_t *b, unsigned int shift, unsigned int width)                          \
	{                                                                                          \
		uint##n##_t be;                                                                    \
		memcpy(&be, b, sizeof(be));                                                        \
		return (uint##n##_t)(prm_swap##n(be) >> shift & prm_mask(width));                  \
	}                                                                                          \
	PRM_INLINE void prm_set##n(uint8_t *b, unsigned int shift, unsigned int width, uint64_t v) \
	{                                                                                          \
		uint64_t mask = prm_mask(width);                                                   \
		uint##n##_t be;                                                                    \
		PRM_REFUSE(v > mask, prm_value_too_wide);                                          \
		PRM_TRAP(v > mask);                                                                \
		memcpy(&be, b, sizeof(be));                                                        \
		be = prm_swap##n(be);                                                              \
		be = (uint##n##_t)((be & ~(mask << shift)) | (v & mask) << shift);                 \
		be = prm_swap##n(be);                                                              \
		memcpy(b, &be, sizeof(be));                                                        \
	}

PRM_WORD(16)
PRM_WORD(32)
PRM_WORD(64)
#undef PRM_WORD

#ifdef __cplusplus
}
#endif

#endif
