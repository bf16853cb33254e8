/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * vfio-user on the wire, as QEMU's docs/interop/vfio-user.rst describes it: structures in host byte
 * order over a UNIX socket. Numbers of the VFIO part are those of linux/vfio.h.
 */
#ifndef EMU_VFU_H
#define EMU_VFU_H

#include <assert.h>
#include <stdint.h>

enum vfu_cmd {
	VFU_VERSION = 1,
	VFU_DMA_MAP = 2,
	VFU_DMA_UNMAP = 3,
	VFU_GET_INFO = 4,
	VFU_GET_REGION_INFO = 5,
	VFU_GET_REGION_IO_FDS = 6,
	VFU_GET_IRQ_INFO = 7,
	VFU_SET_IRQS = 8,
	VFU_REGION_READ = 9,
	VFU_REGION_WRITE = 10,
	VFU_DMA_READ = 11,
	VFU_DMA_WRITE = 12,
	VFU_DEVICE_RESET = 13,
	VFU_REGION_WRITE_MULTI = 15,
};

#define VFU_TYPE     0xfu
#define VFU_COMMAND  0x0u
#define VFU_REPLY    0x1u
#define VFU_NO_REPLY 0x10u
#define VFU_ERROR    0x20u

/* What we offer at VERSION. QEMU refuses more than 16 descriptors a message and more than 65535
 * maps. */
#define VFU_MAX_FDS  16u
#define VFU_MAX_MAPS 65535u
#define VFU_MAX_XFER (1u << 20)
#define VFU_BODY_MAX (VFU_MAX_XFER + 16u)
#define VFU_MSG_MAX  (VFU_BODY_MAX + sizeof(struct vfu_hdr))

struct vfu_hdr {
	uint16_t id;
	uint16_t cmd;
	uint32_t size; /* with this header */
	uint32_t flags;
	uint32_t error;
};

struct vfu_version {
	uint16_t major, minor; /* a NUL-terminated JSON object follows */
};

#define VFU_DMA_READ_OK  1u
#define VFU_DMA_WRITE_OK 2u
struct vfu_dma_map {
	uint32_t argsz, flags;
	uint64_t offset, iova, size;
};

#define VFU_UNMAP_ALL 2u
struct vfu_dma_unmap {
	uint32_t argsz, flags;
	uint64_t iova, size;
};

#define VFU_INFO_RESET 1u
#define VFU_INFO_PCI   2u
struct vfu_info {
	uint32_t argsz, flags, regions, irqs;
};

enum vfu_region { VFU_BAR0 = 0, VFU_CONFIG = 7, VFU_REGIONS = 9 };
#define VFU_REGION_R    1u
#define VFU_REGION_W    2u
#define VFU_REGION_MMAP 4u
#define VFU_REGION_CAPS 8u
struct vfu_region_info {
	uint32_t argsz, flags, index, cap;
	uint64_t size, offset;
};
/* the one capability that we give: a list of one area */
struct vfu_sparse_one {
	uint16_t id, version; /* 1, 1 */
	uint32_t next, areas, reserved;
	uint64_t offset, size;
};

enum vfu_irq { VFU_INTX, VFU_MSI, VFU_MSIX, VFU_ERR, VFU_REQ, VFU_IRQS };
#define VFU_IRQ_EVENTFD 1u
struct vfu_irq_info {
	uint32_t argsz, flags, index, count;
};
#define VFU_SET_NONE    0x01u
#define VFU_SET_BOOL    0x02u
#define VFU_SET_EVENTFD 0x04u
#define VFU_SET_MASK    0x08u
#define VFU_SET_UNMASK  0x10u
#define VFU_SET_TRIGGER 0x20u
struct vfu_irq_set {
	uint32_t argsz, flags, index, start, count;
};

struct vfu_region_rw {
	uint64_t offset;
	uint32_t region, count; /* data follows a write and the reply to a read */
};

#define VFU_MULTI_MAX 200u
struct vfu_write_one {
	uint64_t offset;
	uint32_t region, count; /* 1..8 */
	uint8_t data[8];
};

struct vfu_dma_rw {
	uint64_t addr, count; /* data follows a write and the reply to a read */
};

static_assert(sizeof(struct vfu_hdr) == 16, "wire");
static_assert(sizeof(struct vfu_dma_map) == 32, "wire");
static_assert(sizeof(struct vfu_dma_unmap) == 24, "wire");
static_assert(sizeof(struct vfu_info) == 16, "wire");
static_assert(sizeof(struct vfu_region_info) == 32, "wire");
static_assert(sizeof(struct vfu_sparse_one) == 32, "wire");
static_assert(sizeof(struct vfu_irq_info) == 16, "wire");
static_assert(sizeof(struct vfu_irq_set) == 20, "wire");
static_assert(sizeof(struct vfu_region_rw) == 16, "wire");
static_assert(sizeof(struct vfu_write_one) == 24, "wire");
static_assert(sizeof(struct vfu_dma_rw) == 16, "wire");

#endif
