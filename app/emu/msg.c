/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Messages as a table: command, how long its body may be, who answers. A handler sees a body of a
 * legal length and returns 0 with a reply or a negative errno and has then changed nothing. What is
 * not in the table is refused; so is everything before VERSION.
 */
#include <errno.h>
#include <string.h>

#include "server.h"

static const char caps[] =
	"{\"capabilities\":{\"max_msg_fds\":16,\"max_data_xfer_size\":1048576,\"pgsizes\":4096,"
	"\"max_dma_maps\":65535,\"write_multiple\":true}}";

static int get_version(struct emu_fn *f, struct vfu_req *r)
{
	const char *text = (const char *)r->in + sizeof(struct vfu_version);
	uint32_t len = r->len - (uint32_t)sizeof(struct vfu_version);
	struct vfu_version v;

	(void)f;
	memcpy(&v, r->in, sizeof(v));
	if (v.major != 0)
		return -ENOTSUP;
	/* the text may be left out; a part of one may not */
	if (len && (text[len - 1] || strlen(text) != len - 1 || !emu_json_valid(text, len - 1)))
		return -EINVAL;
	v.minor = 0;
	memcpy(r->out, &v, sizeof(v));
	memcpy(r->out + sizeof(v), caps, sizeof(caps));
	r->out_len = sizeof(v) + sizeof(caps);
	return 0;
}

static int dma_map(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_dma_map m;

	memcpy(&m, r->in, sizeof(m));
	if (m.argsz < sizeof(m) || r->nfds > 1)
		return -EINVAL;
	return emu_dma_map(f, m.iova, m.size, m.offset, m.flags, r->nfds ? r->fds[0] : -1);
}

static int dma_unmap(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_dma_unmap u;
	int err = 0;

	memcpy(&u, r->in, sizeof(u));
	if (u.argsz < sizeof(u) || (u.flags & ~VFU_UNMAP_ALL))
		return -EINVAL;
	if (u.flags & VFU_UNMAP_ALL) {
		if (u.iova || u.size)
			return -EINVAL;
		emu_dma_clear(f);
	} else {
		err = emu_dma_unmap(f, u.iova, u.size);
	}
	memcpy(r->out, &u, sizeof(u));
	r->out_len = sizeof(u);
	return err;
}

static int get_info(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_info i;

	(void)f;
	memcpy(&i, r->in, sizeof(i));
	if (i.argsz < sizeof(i))
		return -EINVAL;
	i = (struct vfu_info){sizeof(i), VFU_INFO_RESET | VFU_INFO_PCI, VFU_REGIONS, VFU_IRQS};
	memcpy(r->out, &i, sizeof(i));
	r->out_len = sizeof(i);
	return 0;
}

static int get_irq_info(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_irq_info i;

	(void)f;
	memcpy(&i, r->in, sizeof(i));
	if (i.argsz < sizeof(i) || i.index >= VFU_IRQS)
		return -EINVAL;
	i.argsz = sizeof(i);
	i.count = emu_irqs_count(i.index);
	i.flags = i.count ? VFU_IRQ_EVENTFD : 0;
	memcpy(r->out, &i, sizeof(i));
	r->out_len = sizeof(i);
	return 0;
}

static int set_irqs(struct emu_fn *f, struct vfu_req *r)
{
	struct vfu_irq_set s;
	uint32_t len = r->len - (uint32_t)sizeof(s);

	memcpy(&s, r->in, sizeof(s));
	if (s.argsz < sizeof(s))
		return -EINVAL;
	return emu_irqs_set(f, &s, r->in + sizeof(s), len, r->fds, r->nfds);
}

static int device_reset(struct emu_fn *f, struct vfu_req *r)
{
	(void)r;
	emu_fn_reset(f, EMU_RESET_DEVICE);
	return 0;
}

static const struct {
	uint16_t cmd;
	uint32_t min, max; /* bytes of body */
	int (*fn)(struct emu_fn *f, struct vfu_req *r);
} handlers[] = {
	{VFU_VERSION, sizeof(struct vfu_version), 8192, get_version},
	{VFU_DMA_MAP, sizeof(struct vfu_dma_map), sizeof(struct vfu_dma_map), dma_map},
	{VFU_DMA_UNMAP, sizeof(struct vfu_dma_unmap), sizeof(struct vfu_dma_unmap), dma_unmap},
	{VFU_GET_INFO, sizeof(struct vfu_info), VFU_BODY_MAX, get_info},
	{VFU_GET_REGION_INFO, sizeof(struct vfu_region_info), VFU_BODY_MAX, vfu_get_region_info},
	{VFU_GET_IRQ_INFO, sizeof(struct vfu_irq_info), VFU_BODY_MAX, get_irq_info},
	{VFU_SET_IRQS, sizeof(struct vfu_irq_set), sizeof(struct vfu_irq_set) + 64, set_irqs},
	{VFU_REGION_READ, sizeof(struct vfu_region_rw), sizeof(struct vfu_region_rw),
		vfu_region_read},
	{VFU_REGION_WRITE, sizeof(struct vfu_region_rw), VFU_BODY_MAX, vfu_region_write},
	{VFU_REGION_WRITE_MULTI, 8, 8 + VFU_MULTI_MAX * sizeof(struct vfu_write_one),
		vfu_region_write_multi},
	{VFU_DEVICE_RESET, 0, 0, device_reset},
};

int vfu_handle(struct emu_fn *f, struct vfu_req *r, bool *negotiated)
{
	unsigned int i;
	int err;

	if ((r->hdr->flags & VFU_TYPE) != VFU_COMMAND ||
		(r->hdr->flags & ~(VFU_TYPE | VFU_NO_REPLY)))
		return -EINVAL;
	if (*negotiated == (r->hdr->cmd == VFU_VERSION))
		return -EPROTO; /* VERSION comes first, and once */
	for (i = 0; i < sizeof(handlers) / sizeof(handlers[0]); i++) {
		if (handlers[i].cmd != r->hdr->cmd)
			continue;
		if (r->len < handlers[i].min || r->len > handlers[i].max)
			return -EINVAL;
		err = handlers[i].fn(f, r);
		if (!err && r->hdr->cmd == VFU_VERSION)
			*negotiated = true;
		return err;
	}
	return -ENOTSUP;
}
