/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Regions: config space and BAR 0, the other seven are empty. Doorbell pages from EMU_UAR_SHARED on
 * are shared as a file descriptor, unless every access is to trap.
 */
#include <errno.h>
#include <string.h>

#include "server.h"

#define CONFIG_BYTES 4096u
#define SHARED_OFF   ((uint64_t)EMU_UAR_SHARED * EMU_PAGE)

static uint64_t region_bytes(uint32_t region)
{
	return region == VFU_BAR0 ? EMU_BAR_BYTES : region == VFU_CONFIG ? CONFIG_BYTES : 0;
}

/*
 * A client asks with room for the bare structure first. Such an answer is cut, but it already says
 * how much room is needed and where the capability will be: QEMU insists on both. No answer is
 * longer than what the client has room for.
 */
int vfu_get_region_info(struct emu_fn *f, struct vfu_req *r)
{
	static const struct vfu_sparse_one sparse = {
		.id = 1,
		.version = 1,
		.areas = 1,
		.offset = SHARED_OFF,
		.size = EMU_BAR_BYTES - SHARED_OFF,
	};
	struct vfu_region_info i;
	uint32_t room;

	memcpy(&i, r->in, sizeof(i));
	room = i.argsz;
	if (room < sizeof(i) || i.index >= VFU_REGIONS)
		return -EINVAL;
	i = (struct vfu_region_info){.argsz = sizeof(i), .index = i.index};
	i.size = region_bytes(i.index);
	if (i.size)
		i.flags = VFU_REGION_R | VFU_REGION_W;
	r->out_len = sizeof(i);
	if (i.index == VFU_BAR0 && !f->w->opt.trap_all) {
		i.flags |= VFU_REGION_MMAP | VFU_REGION_CAPS;
		i.cap = sizeof(i);
		i.argsz = sizeof(i) + sizeof(sparse);
		r->out_fd = f->bar_fd;
		if (room >= i.argsz) {
			memcpy(r->out + sizeof(i), &sparse, sizeof(sparse));
			r->out_len = i.argsz;
		}
	}
	memcpy(r->out, &i, sizeof(i));
	return 0;
}

static int check(uint32_t region, uint64_t off, uint32_t count)
{
	uint64_t bytes = region < VFU_REGIONS ? region_bytes(region) : 0;

	return !count || count > VFU_MAX_XFER || off >= bytes || count > bytes - off ? -EINVAL : 0;
}

static void write_one(
	struct emu_fn *f, uint32_t region, uint64_t off, const void *b, uint32_t count)
{
	if (region == VFU_CONFIG)
		emu_pci_cfg_write(f, (uint32_t)off, b, count);
	else
		emu_bar_write(f, off, b, count);
}

int vfu_region_read(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_region_rw rw;

	memcpy(&rw, r->in, sizeof(rw));
	if (check(rw.region, rw.offset, rw.count))
		return -EINVAL;
	memcpy(r->out, &rw, sizeof(rw));
	if (rw.region == VFU_CONFIG)
		emu_pci_cfg_read(f, (uint32_t)rw.offset, r->out + sizeof(rw), rw.count);
	else
		emu_bar_read(f, rw.offset, r->out + sizeof(rw), rw.count);
	r->out_len = (uint32_t)sizeof(rw) + rw.count;
	return 0;
}

int vfu_region_write(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_region_rw rw;

	memcpy(&rw, r->in, sizeof(rw));
	if (check(rw.region, rw.offset, rw.count) || rw.count != r->len - sizeof(rw))
		return -EINVAL;
	write_one(f, rw.region, rw.offset, r->in + sizeof(rw), rw.count);
	memcpy(r->out, &rw, sizeof(rw));
	r->out_len = sizeof(rw);
	return 0;
}

/* Several writes in order; one bad one and none is done. */
int vfu_region_write_multi(struct emu_fn *f, struct vfu_req *r)
{
	const uint8_t *p = r->in + sizeof(uint64_t);
	struct vfu_write_one o;
	uint64_t n, i;

	memcpy(&n, r->in, sizeof(n));
	if (n > VFU_MULTI_MAX || r->len != sizeof(n) + n * sizeof(o))
		return -EINVAL;
	for (i = 0; i < n; i++) {
		memcpy(&o, p + i * sizeof(o), sizeof(o));
		if (o.count > sizeof(o.data) || check(o.region, o.offset, o.count))
			return -EINVAL;
	}
	for (i = 0; i < n; i++) {
		memcpy(&o, p + i * sizeof(o), sizeof(o));
		write_one(f, o.region, o.offset, o.data, o.count);
	}
	memcpy(r->out, &n, sizeof(n));
	r->out_len = sizeof(n);
	return 0;
}
