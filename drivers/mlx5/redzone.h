/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Red zones around memory that the device reads and writes. ASan knows neither our arena nor EAL's heap, so
 * under it we tell it what lies outside an allocation. Otherwise all of this is nothing.
 */
#ifndef LAC_MLX5_REDZONE_H
#define LAC_MLX5_REDZONE_H

#include <stddef.h>

#include <rte_malloc.h>

#if defined(__SANITIZE_ADDRESS__)
#define LAC_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LAC_ASAN 1
#endif
#endif
#ifdef LAC_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define LAC_RED_BYTES  256u
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define LAC_RED_BYTES  0u
#endif

/* A ring or list of @bytes, a multiple of 8, from EAL's heap on @node, zeroed. NULL: no memory. */
static inline void *lac_ring_alloc(const char *name, size_t bytes, size_t align, int node)
{
	char *p = rte_zmalloc_socket(name, bytes + LAC_RED_BYTES, align, node);

	if (p)
		POISON(p + bytes, LAC_RED_BYTES);
	return p;
}

static inline void lac_ring_free(void *p)
{
	size_t bytes = 0;

	if (LAC_RED_BYTES && p && rte_malloc_validate(p, &bytes) == 0)
		UNPOISON(p, bytes);
	rte_free(p);
}

#endif
