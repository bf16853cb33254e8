/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The stretches of BAR 0 that may be mapped, as VFIO describes them (struct vfio_region_info with its
 * sparse-mmap capability, <linux/vfio.h>). Kernel VFIO and vfio-user share the format, so they share the
 * reader; it believes nothing of what it reads.
 */
#ifndef LAC_BUS_AREAS_H
#define LAC_BUS_AREAS_H

#include <stdint.h>

#define LAC_AREAS_MAX 64u
/* A description with LAC_AREAS_MAX areas, and room to spare for other capabilities. */
#define LAC_REGION_INFO_MAX 4096u

struct lac_areas {
	struct {
		uint64_t off, len;
		void *va;
	} v[LAC_AREAS_MAX];
	uint32_t n;
};

/*
 * Maps what the description @info of @len bytes offers, from @fd, of which @fd_bytes may be touched. 0;
 * -EPROTO the description contradicts itself or the file; else mmap()'s. What was mapped before a
 * failure stays in @a for lac_areas_unmap().
 */
int lac_areas_map(struct lac_areas *a, const void *info, uint32_t len, int fd, uint64_t fd_bytes);
void lac_areas_unmap(struct lac_areas *a);
/* Address of [@off, @off + @len) of the BAR, NULL when no one area holds it. */
void *lac_areas_ptr(const struct lac_areas *a, uint64_t off, uint64_t len);

#endif
