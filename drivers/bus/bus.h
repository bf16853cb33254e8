/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * How a PCI function is reached. One operations table hides whether the function sits behind kernel
 * VFIO or behind a vfio-user socket; nothing above this header knows which.
 *
 * Registers of BAR 0 are big-endian words; the accessors here take and give host values.
 * A function that is gone answers every read with all-ones and every write with nothing, and
 * lac_bus_gone() tells it apart from a register that reads all-ones.
 *
 * The bus has one lock of its own, a leaf: it is taken under any other Lacuna lock, and nothing is
 * allocated from EAL while it is held.
 */
#ifndef LAC_BUS_BUS_H
#define LAC_BUS_BUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lacuna/err.h>

struct lac_bus;

struct lac_bus_ops {
	const char *name; /* "vfio" or "vfio-user" */
	int (*cfg_read)(struct lac_bus *bus, uint32_t off, void *buf, uint32_t len);
	int (*cfg_write)(struct lac_bus *bus, uint32_t off, const void *buf, uint32_t len);
	/* BAR 0, @len 1, 2, 4 or 8, bytes as they stand in the BAR */
	int (*bar_read)(struct lac_bus *bus, uint64_t off, void *buf, uint32_t len);
	int (*bar_write)(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len);
	/* address of a mapped stretch of BAR 0; NULL where accesses trap */
	void *(*bar_ptr)(struct lac_bus *bus, uint64_t off, uint64_t len);
	/* MSI-X vectors @start..@start+@count-1 signal @fds; an fd of -1 releases its vector */
	int (*irqs_set)(struct lac_bus *bus, uint32_t start, uint32_t count, const int *fds);
	/*
	 * IOVA = VA; @fd/@fd_off back the memory (vfio-user needs them, kernel VFIO ignores them).
	 * -EBADF no @fd; -EINVAL not whole pages; -EEXIST overlaps; -ENOSPC the device's limit of
	 * maps; -ENOMEM memlock; -ERANGE the IOMMU cannot address it. @why (or NULL) has a sentence.
	 */
	int (*dma_map)(struct lac_bus *bus, void *va, size_t len, int fd, uint64_t fd_off,
		struct lac_err *why);
	/* exactly what one dma_map named; -ENOENT otherwise */
	int (*dma_unmap)(struct lac_bus *bus, void *va, size_t len);
	int (*reset)(struct lac_bus *bus);
	/* serves what the device asks of us, without blocking; 0 or -errno (-ENODEV: gone) */
	int (*service)(struct lac_bus *bus);
	/* readable when service has work, or -1 */
	int (*fd)(struct lac_bus *bus);
	void (*close)(struct lac_bus *bus);
};

/* What every bus is, at the head of its own struct. */
struct lac_bus {
	const struct lac_bus_ops *ops;
	char bdf[16];       /* 0000:03:00.0 */
	uint64_t bar_bytes; /* size of BAR 0 */
	uint32_t irq_count; /* MSI-X vectors */
	uint16_t vendor, device;
	int numa_node;       /* -1: unknown */
	uint32_t timeout_ms; /* deadline of one request to the device's side */
	bool gone;           /* written once, false to true; read with lac_bus_gone() */
};

/* Whether @bdf could be opened, by its sysfs entry alone: 0, or -errno as lac_bus_open()'s first three. */
int lac_bus_check(const char *bdf, struct lac_err *why);

/**
 * lac_bus_open - reach the function @bdf, by what its sysfs entry says of it
 *
 * Reads $SYSFS_PCI_DEVICES/@bdf, as EAL does: an attribute `vfio_user_socket` names a vfio-user server,
 * absolute or from that folder; a driver link to vfio-pci means kernel VFIO; anything else is refused.
 *
 * Return: 0; -ENODEV no such function, or not mlx5; -EBUSY not on vfio-pci; -ECONNREFUSED, -EPROTO,
 * -ETIMEDOUT the socket; -EACCES, -EPERM, -ENOTSUP VFIO. @why holds a sentence each time.
 */
int lac_bus_open(const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why);

static inline bool lac_bus_gone(const struct lac_bus *bus)
{
	return __atomic_load_n(&bus->gone, __ATOMIC_ACQUIRE);
}

/* One 32-bit register of BAR 0, host value; all-ones when the function is gone. */
uint32_t lac_bus_read32(struct lac_bus *bus, uint64_t off);
void lac_bus_write32(struct lac_bus *bus, uint64_t off, uint32_t value);

/* Sets or clears PCI_COMMAND's memory and bus-master bits. 0 or -errno. */
int lac_bus_master(struct lac_bus *bus, bool on);

#endif
