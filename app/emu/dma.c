/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the client mapped: a table sorted by IOVA of stretches that never overlap, each a window
 * into a file. A file is mapped once, whole, however many stretches show it, since 65,535 mappings
 * of their own would meet the kernel's limit (vm.max_map_count). The table has room at both ends
 * and an insertion moves its shorter side: a guest's IOVA allocator counts downwards, DPDK upwards,
 * both append.
 *
 * Invariants: entries ascend and are disjoint; each lies within the length its file had when it was
 * mapped; a file lives as long as an entry shows it. No pointer into client memory outlives a call.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server.h"

#define PAGE_MASK  ((uint64_t)EMU_PAGE - 1)
#define FILE_MAX   (UINT64_C(4) << 40) /* one file */
#define TOTAL_MAX  (UINT64_C(6) << 40) /* all files of a client: 16 clients fit 47 address bits */
#define FILE_SLOTS 4096u

struct dma_file {
	struct dma_file *next;
	dev_t dev;
	ino_t ino;
	bool writable;
	uint8_t *base;
	uint64_t bytes;   /* mapped */
	uint32_t entries; /* that show it */
};

struct dma_entry {
	uint64_t iova, size, off;
	struct dma_file *file; /* NULL: given without a descriptor */
	uint32_t prot;
};

struct emu_dma {
	struct dma_entry *e; /* first..first+n-1 of cap */
	uint32_t first, n, cap;
	uint32_t hit; /* index from first of the last entry found */
	uint64_t total;
	struct dma_file *files[FILE_SLOTS];
};

int emu_dma_create(struct emu_fn *f)
{
	f->dma = calloc(1, sizeof(*f->dma));
	return f->dma ? 0 : -ENOMEM;
}

static struct dma_file **file_slot(struct emu_dma *d, dev_t dev, ino_t ino)
{
	uint64_t h = ((uint64_t)ino ^ (uint64_t)dev << 32) * 0x9e3779b97f4a7c15u;

	return &d->files[h >> 52];
}

static void file_put(struct emu_dma *d, struct dma_file *file)
{
	struct dma_file **p;

	if (!file || --file->entries)
		return;
	p = file_slot(d, file->dev, file->ino);
	while (*p != file)
		p = &(*p)->next;
	*p = file->next;
	munmap(file->base, file->bytes);
	d->total -= file->bytes;
	free(file);
}

/* Maps @bytes of @fd in place of what @file shows so far. */
static int file_map(struct emu_dma *d, struct dma_file *file, int fd, uint64_t bytes)
{
	int prot = PROT_READ | (file->writable ? PROT_WRITE : 0);
	void *base;

	if (bytes > FILE_MAX || d->total - file->bytes + bytes > TOTAL_MAX)
		return -ENOMEM;
	/* a hugetlb reservation for holes that nobody uses would fail for no reason */
	base = mmap(NULL, bytes, prot, MAP_SHARED | MAP_NORESERVE, fd, 0);
	if (base == MAP_FAILED)
		return -errno;
	if (file->base)
		munmap(file->base, file->bytes);
	d->total += bytes - file->bytes;
	file->base = base;
	file->bytes = bytes;
	return 0;
}

/* The file behind @fd with at least @end bytes mapped, one more entry counted; NULL with *err set.
 */
static struct dma_file *file_get(struct emu_dma *d, int fd, uint64_t end, bool write, int *err)
{
	struct dma_file *file, **slot;
	struct stat st;
	uint64_t bytes, unit;
	int mode = fcntl(fd, F_GETFL);

	*err = -EINVAL;
	if (mode < 0 || fstat(fd, &st) || !S_ISREG(st.st_mode) || end > (uint64_t)st.st_size)
		return NULL;
	*err = -EACCES;
	mode &= O_ACCMODE;
	if (mode == O_WRONLY || (write && mode != O_RDWR))
		return NULL;
	slot = file_slot(d, st.st_dev, st.st_ino);
	for (file = *slot; file; file = file->next)
		if (file->dev == st.st_dev && file->ino == st.st_ino &&
			file->writable == (mode == O_RDWR))
			break;
	if (!file) {
		file = calloc(1, sizeof(*file));
		*err = -ENOMEM;
		if (!file)
			return NULL;
		file->dev = st.st_dev;
		file->ino = st.st_ino;
		file->writable = mode == O_RDWR;
	}
	if (end > file->bytes) {
		/* hugetlbfs unmaps in whole pages of its own, which st_blksize tells */
		unit = st.st_blksize > (blksize_t)EMU_PAGE ? (uint64_t)st.st_blksize : EMU_PAGE;
		bytes = ((uint64_t)st.st_size + unit - 1) / unit * unit;
		*err = file_map(d, file, fd, bytes);
		if (*err) {
			if (!file->entries)
				free(file);
			return NULL;
		}
	}
	if (!file->entries++) {
		file->next = *slot;
		*slot = file;
	}
	*err = 0;
	return file;
}

/* the entries in use; an empty table has none, and no address */
static struct dma_entry *entries(const struct emu_dma *d)
{
	return d->n ? d->e + d->first : NULL;
}

/* index from d->first of the first entry that ends at or after @iova */
static uint32_t lower(const struct emu_dma *d, uint64_t iova)
{
	const struct dma_entry *e = entries(d);
	uint32_t lo = 0, hi = d->n, mid;

	while (lo < hi) {
		mid = (lo + hi) / 2;
		if (e[mid].iova + (e[mid].size - 1) < iova)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Room for one more at both ends; the table sits in the middle of twice its size. */
static int room(struct emu_dma *d)
{
	struct dma_entry *e;
	uint32_t cap;

	if (d->first && d->first + d->n < d->cap)
		return 0;
	cap = d->n * 2 + 64;
	e = malloc(cap * sizeof(*e));
	if (!e)
		return -ENOMEM;
	if (d->n)
		memcpy(e + (cap - d->n) / 2, d->e + d->first, d->n * sizeof(*e));
	free(d->e);
	d->e = e;
	d->first = (cap - d->n) / 2;
	d->cap = cap;
	return 0;
}

static void insert(struct emu_dma *d, uint32_t at, const struct dma_entry *new)
{
	struct dma_entry *e = d->e + d->first;

	if (at < d->n / 2) {
		memmove(e - 1, e, at * sizeof(*e));
		d->first--;
		e--;
	} else {
		memmove(e + at + 1, e + at, (d->n - at) * sizeof(*e));
	}
	e[at] = *new;
	d->n++;
}

int emu_dma_map(struct emu_fn *f, uint64_t iova, uint64_t size, uint64_t off, uint32_t prot, int fd)
{
	struct emu_dma *d = f->dma;
	struct dma_entry new = {.iova = iova, .size = size, .off = off, .prot = prot};
	uint32_t at;
	int err;

	if (!size || ((iova | size | off) & PAGE_MASK) || iova + (size - 1) < iova ||
		off + size < off || !prot || (prot & ~(VFU_DMA_READ_OK | VFU_DMA_WRITE_OK)))
		return -EINVAL;
	at = lower(d, iova);
	if (at < d->n && d->e[d->first + at].iova <= iova + (size - 1))
		return -EEXIST;
	if (d->n >= VFU_MAX_MAPS)
		return -ENOSPC;
	if (room(d))
		return -ENOMEM;
	if (fd >= 0) {
		new.file = file_get(d, fd, off + size, prot & VFU_DMA_WRITE_OK, &err);
		if (!new.file)
			return err;
	}
	insert(d, at, &new);
	emu_stats(f)->dma_maps = d->n;
	return 0;
}

int emu_dma_unmap(struct emu_fn *f, uint64_t iova, uint64_t size)
{
	struct emu_dma *d = f->dma;
	struct dma_entry *e = entries(d);
	uint64_t last = iova + (size - 1);
	uint32_t from, to, i;

	if (!size || ((iova | size) & PAGE_MASK) || last < iova)
		return -EINVAL;
	from = to = lower(d, iova);
	while (to < d->n && e[to].iova <= last) {
		/* a stretch goes whole or not at all, as in VFIO's type 1 */
		if (e[to].iova < iova || e[to].iova + (e[to].size - 1) > last)
			return -EINVAL;
		to++;
	}
	if (from == to)
		return 0;
	for (i = from; i < to; i++)
		file_put(d, e[i].file);
	if (from < d->n - to) {
		memmove(e + (to - from), e, from * sizeof(*e));
		d->first += to - from;
	} else {
		memmove(e + from, e + to, (d->n - to) * sizeof(*e));
	}
	d->n -= to - from;
	d->hit = 0;
	emu_stats(f)->dma_maps = d->n;
	return 0;
}

void emu_dma_clear(struct emu_fn *f)
{
	struct emu_dma *d = f->dma;
	uint32_t i;

	for (i = 0; i < d->n; i++)
		file_put(d, d->e[d->first + i].file);
	free(d->e);
	d->e = NULL;
	d->first = d->n = d->cap = d->hit = 0;
	emu_stats(f)->dma_maps = 0;
}

uint8_t *emu_dma_at(struct emu_fn *f, uint64_t iova, uint64_t *len, uint32_t prot)
{
	struct emu_dma *d = f->dma;
	const struct dma_entry *e = entries(d);
	uint64_t in, left;
	uint32_t i = d->hit;

	if (i >= d->n || iova < e[i].iova || iova - e[i].iova >= e[i].size)
		i = lower(d, iova);
	if (i >= d->n || iova < e[i].iova || !e[i].file || (e[i].prot & prot) != prot)
		return NULL;
	d->hit = i;
	in = iova - e[i].iova;
	left = e[i].size - in;
	if (*len > left)
		*len = left;
	return e[i].file->base + e[i].off + in;
}
