/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The limit: storing as many lines to the same places as an operation does, with its doorbells, by each way that this
 * CPU has; and translating an iovec to list entries, with no check, no queue and no key around it. What these take
 * nobody can save.
 */
#include <lacuna/hot/order.h>

#include "work.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS(feature) (__builtin_cpu_supports(feature) != 0)
#endif

#define LINE   64u
#define ALWAYS static inline __attribute__((always_inline))

typedef void store_fn(uint8_t *to, const uint8_t *image, uint32_t lines);

/* As WQEs are placed: none wraps. */
ALWAYS void stores(struct run *x, store_fn *store)
{
	uint8_t *const ring = x->b->ring, *const list = x->b->list;
	const uint32_t bb = (uint32_t)(x->b->ring_bytes / LINE);
	const uint32_t list_bb = (uint32_t)(x->b->list_bytes / LINE);
	const uint32_t lines = x->lines, list_lines = x->list_lines, batch = x->batch;
	const uint8_t *const image = x->image;
	uint32_t *const record = &x->b->record[1];
	volatile uint64_t *const uar = x->b->uar;
	uint32_t i, j, at = x->at, list_at = x->list_at;

	for (i = x->ops; i; i -= batch) {
		for (j = batch; j; j--) {
			at = at + lines > bb ? 0 : at;
			store(ring + (size_t)at * LINE, image, lines);
			at += lines;
			if (list_lines) {
				list_at = list_at + list_lines > list_bb ? 0 : list_at;
				store(list + (size_t)list_at * LINE, image, list_lines);
				list_at += list_lines;
			}
		}
		lac_dma_write32(record, at);
		lac_mmio_write64(uar, at);
	}
	x->at = at;
	x->list_at = list_at;
}

ALWAYS void translate(
	struct run *x, void (*one)(uint8_t *to, const struct iovec *v, uint32_t n, uint32_t key))
{
	const uint32_t key = lac_sq_dma_lkey(x->q).be;
	uint32_t i;

	for (i = 0; i < x->ops; i++)
		one(x->b->ring, x->lists[i % LISTS].v, x->lists[i % LISTS].n, key);
}

#define STORES(name, attribute, store)                                      \
	static __attribute__((noinline)) attribute void name(struct run *x) \
	{                                                                   \
		stores(x, store);                                           \
	}
#define TRANSLATE(name, attribute, one)                                     \
	static __attribute__((noinline)) attribute void name(struct run *x) \
	{                                                                   \
		translate(x, one);                                          \
	}

ALWAYS void entry(uint8_t *to, const struct iovec *v, uint32_t key)
{
	uint64_t w = __builtin_bswap32((uint32_t)v->iov_len) | (uint64_t)key << 32;

	memcpy(to, &w, 8);
	w = __builtin_bswap64((uint64_t)(uintptr_t)v->iov_base);
	memcpy(to + 8, &w, 8);
}

ALWAYS void entries_scalar(uint8_t *to, const struct iovec *v, uint32_t n, uint32_t key)
{
	uint32_t i;

	for (i = 0; i < n; i++)
		entry(to + (size_t)i * 16, v + i, key);
}
TRANSLATE(translate_scalar, , entries_scalar)

#if defined(__x86_64__)

#define ORDER 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, 8, 9, 10, 11
#define ISA16 __attribute__((target("ssse3")))
#define ISA32 __attribute__((target("avx2")))
#define ISA64 __attribute__((target("avx512f,avx512bw")))

ALWAYS ISA16 void store_16(uint8_t *to, const uint8_t *image, uint32_t lines)
{
	const __m128i v = _mm_load_si128((const __m128i *)(const void *)image);
	uint32_t i;

	for (i = 0; i < lines * 4; i++)
		_mm_store_si128((__m128i *)(void *)to + i, v);
}

ALWAYS ISA32 void store_32(uint8_t *to, const uint8_t *image, uint32_t lines)
{
	const __m256i v = _mm256_load_si256((const __m256i *)(const void *)image);
	uint32_t i;

	for (i = 0; i < lines * 2; i++)
		_mm256_store_si256((__m256i *)(void *)to + i, v);
}

ALWAYS ISA64 void store_64(uint8_t *to, const uint8_t *image, uint32_t lines)
{
	const __m512i v = _mm512_load_si512(image);
	uint32_t i;

	for (i = 0; i < lines; i++)
		_mm512_store_si512(to + (size_t)i * LINE, v);
}

ALWAYS void store_movsb(uint8_t *to, const uint8_t *image, uint32_t lines)
{
	size_t left = (size_t)lines * LINE, n;
	const uint8_t *from;

	for (; left; left -= n) {
		size_t some = n = left < IMAGE_BYTES ? left : IMAGE_BYTES;

		from = image;
		__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(some)::"memory");
	}
}

STORES(stores_16, ISA16, store_16)
STORES(stores_32, ISA32, store_32)
STORES(stores_64, ISA64, store_64)
STORES(stores_movsb, , store_movsb)

ALWAYS ISA16 void entries_16(uint8_t *to, const struct iovec *v, uint32_t n, uint32_t key)
{
	const __m128i order = _mm_set_epi8(ORDER), keys = _mm_set_epi32(0, 0, (int)key, 0);
	uint32_t i;

	for (i = 0; i < n; i++)
		_mm_storeu_si128((__m128i *)(void *)to + i,
			_mm_or_si128(
				_mm_shuffle_epi8(
					_mm_loadu_si128((const __m128i *)(const void *)(v + i)),
					order),
				keys));
}

ALWAYS ISA32 void entries_32(uint8_t *to, const struct iovec *v, uint32_t n, uint32_t key)
{
	const __m256i order = _mm256_set_epi8(ORDER, ORDER);
	const __m256i keys = _mm256_set_epi32(0, 0, (int)key, 0, 0, 0, (int)key, 0);
	uint32_t i;

	for (i = 0; i + 2 <= n; i += 2)
		_mm256_storeu_si256((__m256i *)(void *)(to + (size_t)i * 16),
			_mm256_or_si256(
				_mm256_shuffle_epi8(
					_mm256_loadu_si256((const __m256i *)(const void *)(v + i)),
					order),
				keys));
	if (i < n)
		entry(to + (size_t)i * 16, v + i, key);
}

ALWAYS ISA64 void entries_64(uint8_t *to, const struct iovec *v, uint32_t n, uint32_t key)
{
	const __m512i order = _mm512_broadcast_i32x4(_mm_set_epi8(ORDER));
	const __m512i keys = _mm512_broadcast_i32x4(_mm_set_epi32(0, 0, (int)key, 0));
	uint32_t i;
	__mmask8 some;

	for (i = 0; i + 4 <= n; i += 4)
		_mm512_storeu_si512(to + (size_t)i * 16,
			_mm512_or_si512(
				_mm512_shuffle_epi8(_mm512_loadu_si512(v + i), order), keys));
	if (i == n)
		return;
	some = (__mmask8)((1u << (n - i) * 2) - 1);
	_mm512_storeu_si512(to + (size_t)i * 16,
		_mm512_maskz_or_epi64(some,
			_mm512_shuffle_epi8(_mm512_maskz_loadu_epi64(some, v + i), order), keys));
}

TRANSLATE(translate_16, ISA16, entries_16)
TRANSLATE(translate_32, ISA32, entries_32)
TRANSLATE(translate_64, ISA64, entries_64)

run_fn *limit_stores(enum stores how)
{
	switch (how) {
	case STORES_16:
		return stores_16;
	case STORES_32:
		return HAS("avx2") ? stores_32 : NULL;
	case STORES_64:
		return HAS("avx512bw") ? stores_64 : NULL;
	default:
		return stores_movsb;
	}
}

run_fn *limit_translate(enum translators how)
{
	switch (how) {
	case XLATE_16:
		return HAS("ssse3") ? translate_16 : NULL;
	case XLATE_32:
		return HAS("avx2") ? translate_32 : NULL;
	case XLATE_64:
		return HAS("avx512bw") ? translate_64 : NULL;
	default:
		return translate_scalar;
	}
}

#else

/* 16 bytes a store, as pairs of registers go. */
ALWAYS void store_16(uint8_t *to, const uint8_t *image, uint32_t lines)
{
	uint32_t i;

	for (i = 0; i < lines * 4; i++)
		memcpy(to + (size_t)i * 16, image, 16);
}
STORES(stores_16, , store_16)

run_fn *limit_stores(enum stores how)
{
	return how == STORES_16 ? stores_16 : NULL;
}

run_fn *limit_translate(enum translators how)
{
	return how == XLATE_SCALAR ? translate_scalar : NULL;
}

#endif

/* What polling cannot do without: the word that tells of an entry, and the words of a completion. */
static __attribute__((noinline)) void take(struct run *x)
{
	const struct lac_cq *cq = &x->b->cq;
	uint32_t i, j, at = 0;

	for (i = 0; i < x->ops; i += x->batch) {
		for (j = 0; j < x->batch; j++, at++) {
			uint64_t w = lac_dma_read64(
				cq->ring + (size_t)(at & cq->mask) * LINE + LINE - 8);
			struct lac_wc *wc = &x->wc[j];

			memcpy(&wc->cookie, &w, 8);
			memcpy(&wc->len, &w, 8);
			memcpy(&wc->u, &w, 8);
			lac_order_owner_then_entry();
		}
		lac_dma_write32(x->b->cq_record, at);
	}
}

static __attribute__((noinline)) void look(struct run *x)
{
	const uint8_t *last = x->b->cq.ring + LINE - 8;
	uint64_t some = 0;
	uint32_t i;

	for (i = x->ops; i; i--)
		some += lac_dma_read64(last) == UINT64_MAX;
	x->failed += some;
}

run_fn *limit_take(unsigned int batch)
{
	return batch ? take : look;
}

const char *limit_stores_name(enum stores how)
{
	static const char *const name[STORES_COUNT] = {"16B", "32B", "64B", "movsb"};

	return name[how];
}

const char *limit_translate_name(enum translators how)
{
	static const char *const name[XLATE_COUNT] = {"scalar", "16B", "32B", "64B"};

	return name[how];
}
