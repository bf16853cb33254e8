/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory for the device that is not EAL's. Firmware asks for pages in the middle of a command, and nothing
 * may be allocated from EAL under a lock or while a reply is awaited; so a port has chunks of its own: a memfd
 * each, at least 2 MiB, shared, near the port's NUMA node, mapped in the address space with their descriptor so
 * that both kernel VFIO and a vfio-user server reach them. IOVA = VA.
 *
 * A chunk is 4 KiB pages and a note for each: free, part of a run, or cut into equal cells of 64 to 2048 bytes.
 * Notes live beside the memory, never in it: the device may write there.
 *
 * Invariants: used = the sum of what was asked for; a chunk with used pages is mapped; at most one chunk is
 * kept that has none. Free memory is poisoned under ASan, and so is the rest of a cell or run.
 */
#include <errno.h>
#include <numa.h>
#include <numaif.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mlx5/port_priv.h"
#include "mlx5/redzone.h"

#define CHUNK_BYTES   (2u << 20)
#define CELL_MIN_LOG2 6u

enum page_use { PAGE_FREE, PAGE_RUN, PAGE_CELLS };

struct page_note {
	uint8_t use;
	uint8_t cell_log2;
	uint64_t busy; /* bit per cell */
};

struct lac_chunk {
	struct lac_chunk *next;
	uint8_t *va;
	size_t bytes;
	uint32_t pages, free, hint; /* no free page below @hint */
	int fd;
	struct page_note note[];
};

static void chunk_free(struct lac_port *port, struct lac_chunk *c, bool mapped)
{
	if (mapped)
		lac_as_unmap(port->as, c->va, c->bytes);
	UNPOISON(c->va, c->bytes);
	munmap(c->va, c->bytes);
	close(c->fd);
	port->arena.bytes -= c->bytes;
	free(c);
}

/* A preference, not a demand: the call may be forbidden, or the node full. */
static void chunk_near(const struct lac_chunk *c, int node)
{
	unsigned long mask[8] = {0};
	const unsigned int bits = 8 * sizeof(mask[0]);

	if (numa_available() < 0 || node < 0 || (size_t)node >= 8 * sizeof(mask))
		return;
	mask[node / bits] |= 1ul << node % bits;
	(void)mbind(c->va, c->bytes, MPOL_PREFERRED, mask, 8 * sizeof(mask), 0);
}

static struct lac_chunk *chunk_new(struct lac_port *port, size_t len)
{
	size_t bytes = (len + CHUNK_BYTES - 1) & ~(size_t)(CHUNK_BYTES - 1);
	uint32_t pages = bytes / LAC_FW_PAGE;
	struct lac_chunk *c = calloc(1, sizeof(*c) + pages * sizeof(c->note[0]));
	struct lac_err why;
	uint8_t *raw;
	size_t lead;

	if (!c)
		return NULL;
	c->bytes = bytes;
	c->pages = c->free = pages;
	c->fd = memfd_create("lacuna", MFD_CLOEXEC);
	if (c->fd < 0)
		goto no_fd;
	if (ftruncate(c->fd, (off_t)bytes))
		goto no_map;
	/* aligned to 2 MiB, so that an IOMMU can use its large pages: reserve more, keep the middle */
	raw = mmap(NULL, bytes + CHUNK_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (raw == MAP_FAILED)
		goto no_map;
	lead = -(uintptr_t)raw & (CHUNK_BYTES - 1);
	c->va = raw + lead;
	if (lead)
		munmap(raw, lead);
	if (lead < CHUNK_BYTES)
		munmap(c->va + bytes, CHUNK_BYTES - lead);
	if (mmap(c->va, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, c->fd, 0) ==
		MAP_FAILED) {
		munmap(c->va, bytes);
		goto no_map;
	}
	chunk_near(c, port->bus->numa_node);
	port->arena.bytes += bytes;
	memset(&why, 0, sizeof(why));
	if (lac_as_map(port->as, c->va, bytes, c->fd, 0, &why)) {
		lac_port_fail(port, &why);
		chunk_free(port, c, false);
		return NULL;
	}
	POISON(c->va, bytes);
	c->next = port->arena.chunks;
	port->arena.chunks = c;
	return c;
no_map:
	close(c->fd);
no_fd:
	free(c);
	return NULL;
}

/* First run of @n free pages at @align; its first page, or UINT32_MAX. */
static uint32_t run_find(const struct lac_chunk *c, uint32_t n, uint32_t align)
{
	for (uint32_t i = (c->hint + align - 1) / align * align; i + n <= c->pages; i += align) {
		uint32_t k = 0;

		while (k < n && c->note[i + k].use == PAGE_FREE)
			k++;
		if (k == n)
			return i;
	}
	return UINT32_MAX;
}

static uint8_t *run_take(struct lac_chunk *c, uint32_t n, uint32_t align, enum page_use use)
{
	uint32_t i = c->free < n ? UINT32_MAX : run_find(c, n, align);

	if (i == UINT32_MAX)
		return NULL;
	for (uint32_t k = 0; k < n; k++)
		c->note[i + k].use = use;
	c->free -= n;
	if (i == c->hint)
		c->hint += n;
	return c->va + (size_t)i * LAC_FW_PAGE;
}

static uint8_t *run_alloc(struct lac_port *port, size_t len, size_t align, enum page_use use)
{
	uint32_t n = (uint32_t)((len + LAC_FW_PAGE - 1) / LAC_FW_PAGE);
	uint32_t align_pages = align <= LAC_FW_PAGE ? 1 : (uint32_t)(align / LAC_FW_PAGE);
	struct lac_chunk *c;
	uint8_t *p;

	for (c = port->arena.chunks; c; c = c->next) {
		p = run_take(c, n, align_pages, use);
		if (p)
			return p;
	}
	c = chunk_new(port, len);
	return c ? run_take(c, n, align_pages, use) : NULL;
}

static struct page_note *note_of(struct lac_port *port, const void *va, struct lac_chunk **chunk)
{
	for (struct lac_chunk *c = port->arena.chunks; c; c = c->next) {
		uintptr_t off = (uintptr_t)va - (uintptr_t)c->va;

		if (off < c->bytes) {
			*chunk = c;
			return &c->note[off / LAC_FW_PAGE];
		}
	}
	return NULL;
}

static unsigned int cell_log2(size_t len, size_t align)
{
	size_t want = len > align ? len : align;
	unsigned int l = CELL_MIN_LOG2;

	while ((1u << l) < want)
		l++;
	return l;
}

static uint8_t *cell_alloc(struct lac_port *port, unsigned int log2)
{
	uint32_t cells = LAC_FW_PAGE >> log2;
	uint64_t full = cells == 64 ? UINT64_MAX : (UINT64_C(1) << cells) - 1;
	uint8_t *page = port->arena.roomy[log2 - CELL_MIN_LOG2];
	struct lac_chunk *c;
	struct page_note *n = page ? note_of(port, page, &c) : NULL;
	unsigned int bit;

	/* the page that last gained room may have lost it, or its use, since */
	if (!n || n->use != PAGE_CELLS || n->cell_log2 != log2 || n->busy == full) {
		page = run_alloc(port, LAC_FW_PAGE, LAC_FW_PAGE, PAGE_CELLS);
		if (!page)
			return NULL;
		n = note_of(port, page, &c);
		n->cell_log2 = (uint8_t)log2;
		n->busy = 0;
		port->arena.roomy[log2 - CELL_MIN_LOG2] = page;
	}
	bit = (unsigned int)__builtin_ctzll(~n->busy);
	n->busy |= UINT64_C(1) << bit;
	return page + ((size_t)bit << log2);
}

void *lac_arena_alloc(struct lac_port *port, size_t len, size_t align)
{
	struct lac_arena *a = &port->arena;
	uint8_t *p = NULL;

	if (!len || align < 1u << CELL_MIN_LOG2 || (align & (align - 1)) || align > CHUNK_BYTES ||
		len > (1u << 30))
		return NULL;
	pthread_mutex_lock(&a->lock);
	if (!a->refuse || --a->refuse) {
		if (len <= LAC_FW_PAGE / 2 && align <= LAC_FW_PAGE / 2)
			p = cell_alloc(port, cell_log2(len, align));
		else
			p = run_alloc(port, len, align, PAGE_RUN);
	}
	if (p) {
		a->live++;
		a->used += len;
	}
	pthread_mutex_unlock(&a->lock);
	if (p) {
		UNPOISON(p, len);
		memset(p, 0, len);
	}
	return p;
}

/* One chunk without used pages is kept; the other goes back. */
static void chunks_trim(struct lac_port *port)
{
	struct lac_chunk **at = &port->arena.chunks;
	bool kept = false;

	while (*at) {
		struct lac_chunk *c = *at;

		if (c->free == c->pages && kept) {
			*at = c->next;
			chunk_free(port, c, true);
			continue;
		}
		kept |= c->free == c->pages;
		at = &c->next;
	}
}

void lac_arena_free(struct lac_port *port, void *va, size_t len)
{
	struct lac_arena *a = &port->arena;
	struct lac_chunk *c;
	struct page_note *n;
	uint32_t first, count = 0;

	if (!va)
		return;
	pthread_mutex_lock(&a->lock);
	n = note_of(port, va, &c);
	if (!n || n->use == PAGE_FREE)
		goto out;
	a->live--;
	a->used -= len;
	first = (uint32_t)(n - c->note);
	if (n->use == PAGE_RUN) {
		count = (uint32_t)((len + LAC_FW_PAGE - 1) / LAC_FW_PAGE);
		POISON(va, (size_t)count * LAC_FW_PAGE);
	} else {
		uintptr_t off = ((uintptr_t)va & (LAC_FW_PAGE - 1)) >> n->cell_log2;

		POISON(va, (size_t)1 << n->cell_log2);
		n->busy &= ~(UINT64_C(1) << off);
		count = n->busy ? 0 : 1;
		a->roomy[n->cell_log2 - CELL_MIN_LOG2] = c->va + (size_t)first * LAC_FW_PAGE;
	}
	for (uint32_t k = 0; k < count; k++)
		c->note[first + k].use = PAGE_FREE;
	c->free += count;
	if (count && first < c->hint)
		c->hint = first;
	if (count && c->free == c->pages)
		chunks_trim(port);
out:
	pthread_mutex_unlock(&a->lock);
}

void lac_arena_init(struct lac_port *port)
{
	memset(&port->arena, 0, sizeof(port->arena));
	pthread_mutex_init(&port->arena.lock, NULL);
}

unsigned int lac_arena_fini(struct lac_port *port)
{
	unsigned int live = port->arena.live;

	while (port->arena.chunks) {
		struct lac_chunk *c = port->arena.chunks;

		port->arena.chunks = c->next;
		chunk_free(port, c, true);
	}
	pthread_mutex_destroy(&port->arena.lock);
	return live;
}
