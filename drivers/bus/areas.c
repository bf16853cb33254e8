/* SPDX-License-Identifier: BSD-3-Clause */
/* Reads a region's capabilities, bounded in length and in hops, and maps the areas they name. */
#include <errno.h>
#include <linux/vfio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bus/areas.h"

#define HOPS_MAX 32u

static int area_map(struct lac_areas *a, const struct vfio_region_info *r, uint64_t off,
	uint64_t len, int fd, uint64_t fd_bytes)
{
	uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE), end;
	void *va;

	if (!len || off > r->size || len > r->size - off || a->n == LAC_AREAS_MAX)
		return -EPROTO;
	/* an access past the file's end would be a signal, not an error */
	if (((off | len | r->offset) & (page - 1)) ||
		__builtin_add_overflow(r->offset, off + len, &end) || end > fd_bytes)
		return -EPROTO;
	va = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, fd, (off_t)(r->offset + off));
	if (va == MAP_FAILED)
		return -errno;
	a->v[a->n].va = va;
	a->v[a->n].off = off;
	a->v[a->n].len = len;
	a->n++;
	return 0;
}

/* Offset of the sparse-mmap capability in @info; 0: there is none; -EPROTO. */
static int sparse_find(const struct vfio_region_info *r, const uint8_t *info, uint32_t len)
{
	struct vfio_info_cap_header h;
	uint32_t at = r->flags & VFIO_REGION_INFO_FLAG_CAPS ? r->cap_offset : 0;

	for (uint32_t hops = 0; at; hops++, at = h.next) {
		if (hops == HOPS_MAX || at < sizeof(*r) || at > len || len - at < sizeof(h))
			return -EPROTO;
		memcpy(&h, info + at, sizeof(h));
		if (h.id == VFIO_REGION_INFO_CAP_SPARSE_MMAP)
			return (int)at;
	}
	return 0;
}

int lac_areas_map(struct lac_areas *a, const void *info, uint32_t len, int fd, uint64_t fd_bytes)
{
	const uint8_t *p = info;
	struct vfio_region_info_cap_sparse_mmap cap;
	struct vfio_region_sparse_mmap_area area;
	struct vfio_region_info r;
	int at, err = 0;

	if (len < sizeof(r) || len > LAC_REGION_INFO_MAX)
		return -EPROTO;
	memcpy(&r, p, sizeof(r));
	at = sparse_find(&r, p, len);
	if (at < 0)
		return at;
	if (at == 0)
		return area_map(a, &r, 0, r.size, fd, fd_bytes);
	p += at;
	len -= (uint32_t)at;
	if (len < sizeof(cap))
		return -EPROTO;
	memcpy(&cap, p, sizeof(cap));
	if (cap.nr_areas > (len - sizeof(cap)) / sizeof(area))
		return -EPROTO;
	for (uint32_t i = 0; i < cap.nr_areas && !err; i++) {
		memcpy(&area, p + sizeof(cap) + i * sizeof(area), sizeof(area));
		err = area_map(a, &r, area.offset, area.size, fd, fd_bytes);
	}
	return err;
}

void lac_areas_unmap(struct lac_areas *a)
{
	while (a->n) {
		a->n--;
		munmap(a->v[a->n].va, a->v[a->n].len);
	}
}

void *lac_areas_ptr(const struct lac_areas *a, uint64_t off, uint64_t len)
{
	for (uint32_t i = 0; i < a->n; i++) {
		uint64_t in = off - a->v[i].off;

		if (off >= a->v[i].off && in <= a->v[i].len && len <= a->v[i].len - in)
			return (uint8_t *)a->v[i].va + in;
	}
	return NULL;
}
