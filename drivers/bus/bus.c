/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Which bus reaches a function is read from its sysfs entry, the same for a real and an emulated one:
 * the attribute `vfio_user_socket` or the driver link. The folder of PCI devices is EAL's: the
 * environment's SYSFS_PCI_DEVICES, else the kernel's.
 */
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/pci_regs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bus/bus.h"
#include "bus/vfio.h"
#include "bus/vu_client.h"
#include "bus/why.h"

#define VENDOR_MELLANOX 0x15b3u

/* PCI device ids that Linux's mlx5 driver takes (its PCI table, mlx5/core/main.c). */
static const uint16_t mlx5_ids[] = {
	0x1011, 0x1012,         /* Connect-IB, VF */
	0x1013, 0x1014,         /* ConnectX-4, VF */
	0x1015, 0x1016,         /* ConnectX-4 Lx, VF */
	0x1017, 0x1018,         /* ConnectX-5, VF */
	0x1019, 0x101a,         /* ConnectX-5 Ex, VF */
	0x101b, 0x101c,         /* ConnectX-6, VF */
	0x101d, 0x101e, 0x101f, /* ConnectX-6 Dx, VF of that and later, ConnectX-6 Lx */
	0x1021, 0x1023, 0x1025, /* ConnectX-7, -8, -9 */
	0xa2d2, 0xa2d3,         /* BlueField, VF */
	0xa2d6, 0xa2dc, 0xa2df, /* BlueField-2, -3, -4 */
};

const char *lac_sysfs_pci(void)
{
	const char *path = getenv("SYSFS_PCI_DEVICES");

	return path ? path : "/sys/bus/pci/devices";
}

/* First line of an attribute; -ENOENT when there is none. */
static int attr_read(const char *folder, const char *name, char *buf, size_t size)
{
	char path[PATH_MAX];
	ssize_t n;
	int fd;

	if (snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path))
		return -ENAMETOOLONG;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	n = read(fd, buf, size - 1);
	close(fd);
	if (n < 0)
		return -EIO;
	buf[n] = '\0';
	buf[strcspn(buf, "\n")] = '\0';
	return 0;
}

/* Name of the driver that holds the function, "" when none does. */
static void driver_name(const char *folder, char *buf, size_t size)
{
	char path[PATH_MAX], link[PATH_MAX];
	const char *slash;
	ssize_t n = -1;

	if (snprintf(path, sizeof(path), "%s/driver", folder) < (int)sizeof(path))
		n = readlink(path, link, sizeof(link) - 1);
	link[n < 0 ? 0 : n] = '\0';
	slash = strrchr(link, '/');
	snprintf(buf, size, "%s", slash ? slash + 1 : link);
}

static int open_by_sysfs(const char *folder, const char *bdf, uint32_t timeout_ms,
	struct lac_bus **bus, struct lac_err *why)
{
	char text[PATH_MAX], path[2 * PATH_MAX];
	int err;

	err = attr_read(folder, "vfio_user_socket", text, sizeof(text));
	if (!err) {
		snprintf(path, sizeof(path), "%s%s%s", text[0] == '/' ? "" : folder,
			text[0] == '/' ? "" : "/", text);
		return lac_vu_open(path, bdf, timeout_ms, bus, why);
	}
	if (err != -ENOENT)
		return lac_why(why, err, LAC_AT_BUS, "%s: its vfio_user_socket: %s", bdf,
			strerror(-err));
	driver_name(folder, text, sizeof(text));
	if (!strcmp(text, "vfio-pci"))
		return lac_vfio_open(bdf, timeout_ms, bus, why);
	return lac_why(why, -EBUSY, LAC_AT_BUS,
		"%s: bound to %.32s, not to vfio-pci: dpdk-devbind.py -b vfio-pci %s", bdf,
		text[0] ? text : "no driver", bdf);
}

/* What the function is, from its configuration space. */
static int identify(struct lac_bus *bus, struct lac_err *why)
{
	uint16_t id[2];
	int err;

	err = bus->ops->cfg_read(bus, PCI_VENDOR_ID, id, sizeof(id));
	if (err)
		return lac_why(why, err == -ENODEV ? -EPROTO : err, LAC_AT_BUS,
			"%s: configuration space cannot be read: %s", bus->bdf, strerror(-err));
	bus->vendor = le16toh(id[0]);
	bus->device = le16toh(id[1]);
	for (size_t i = 0; bus->vendor == VENDOR_MELLANOX && i < sizeof(mlx5_ids) / 2; i++) {
		if (mlx5_ids[i] == bus->device)
			return 0;
	}
	return lac_why(why, -ENODEV, LAC_AT_BUS, "%s: %04x:%04x is not an mlx5 function", bus->bdf,
		bus->vendor, bus->device);
}

int lac_bus_open(
	const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why)
{
	char folder[PATH_MAX], text[32];
	struct lac_bus *b;
	struct stat st;
	int err;

	if (snprintf(folder, sizeof(folder), "%s/%s", lac_sysfs_pci(), bdf) >= (int)sizeof(folder) ||
		stat(folder, &st))
		return lac_why(why, -ENOENT, LAC_AT_BUS, "%s: no such function in %.80s", bdf,
			lac_sysfs_pci());
	err = open_by_sysfs(folder, bdf, timeout_ms, &b, why);
	if (err)
		return err;
	err = identify(b, why);
	if (err) {
		b->ops->close(b);
		return err;
	}
	b->numa_node = attr_read(folder, "numa_node", text, sizeof(text)) ? -1 : atoi(text);
	*bus = b;
	return 0;
}

uint32_t lac_bus_read32(struct lac_bus *bus, uint64_t off)
{
	uint32_t be;

	/* a refused read fills with all-ones, as a function that is gone does */
	if (bus->ops->bar_read(bus, off, &be, sizeof(be)))
		return UINT32_MAX;
	return be32toh(be);
}

void lac_bus_write32(struct lac_bus *bus, uint64_t off, uint32_t value)
{
	uint32_t be = htobe32(value);

	bus->ops->bar_write(bus, off, &be, sizeof(be));
}

int lac_bus_master(struct lac_bus *bus, bool on)
{
	const uint16_t bits = PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER;
	uint16_t le, cmd;
	int err;

	err = bus->ops->cfg_read(bus, PCI_COMMAND, &le, sizeof(le));
	if (err)
		return err;
	cmd = le16toh(le);
	cmd = on ? cmd | bits : cmd & (uint16_t)~bits;
	le = htole16(cmd);
	return bus->ops->cfg_write(bus, PCI_COMMAND, &le, sizeof(le));
}
