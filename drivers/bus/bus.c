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

static bool id_known(uint32_t vendor, uint32_t device)
{
	for (size_t i = 0; vendor == VENDOR_MELLANOX && i < sizeof(mlx5_ids) / 2; i++) {
		if (mlx5_ids[i] == device)
			return true;
	}
	return false;
}

/* One function's sysfs entry. */
struct entry {
	char folder[PATH_MAX];
	char socket[PATH_MAX]; /* "": kernel VFIO */
};

/* The attributes tell "0x15b3"; an entry without them is judged once its configuration space is read. */
static int entry_judge_id(const struct entry *e, const char *bdf, struct lac_err *why)
{
	char vendor[16], device[16];

	if (attr_read(e->folder, "vendor", vendor, sizeof(vendor)) ||
		attr_read(e->folder, "device", device, sizeof(device)) ||
		id_known((uint32_t)strtoul(vendor, NULL, 16), (uint32_t)strtoul(device, NULL, 16)))
		return 0;
	return lac_why(
		why, -ENODEV, LAC_AT_BUS, "%s: %s:%s is not an mlx5 function", bdf, vendor, device);
}

static int entry_find(struct entry *e, const char *bdf, struct lac_err *why)
{
	char text[PATH_MAX];
	struct stat st;
	int err;

	if (snprintf(e->folder, sizeof(e->folder), "%s/%s", lac_sysfs_pci(), bdf) >=
			(int)sizeof(e->folder) ||
		stat(e->folder, &st))
		return lac_why(why, -ENODEV, LAC_AT_BUS, "%s: no such function in %.80s", bdf,
			lac_sysfs_pci());
	err = entry_judge_id(e, bdf, why);
	if (err)
		return err;
	e->socket[0] = '\0';
	err = attr_read(e->folder, "vfio_user_socket", text, sizeof(text));
	if (!err &&
		snprintf(e->socket, sizeof(e->socket), "%s%s%s", text[0] == '/' ? "" : e->folder,
			text[0] == '/' ? "" : "/", text) >= (int)sizeof(e->socket))
		err = -ENAMETOOLONG;
	if (!err)
		return 0;
	if (err != -ENOENT)
		return lac_why(
			why, err, LAC_AT_BUS, "%s: its vfio_user_socket: %s", bdf, strerror(-err));
	driver_name(e->folder, text, sizeof(text));
	if (!strcmp(text, "vfio-pci"))
		return 0;
	return lac_why(why, -EBUSY, LAC_AT_BUS,
		"%s: bound to %.32s, not to vfio-pci: dpdk-devbind.py -b vfio-pci %s", bdf,
		text[0] ? text : "no driver", bdf);
}

int lac_bus_check(const char *bdf, struct lac_err *why)
{
	struct entry e;

	return entry_find(&e, bdf, why);
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
	if (id_known(bus->vendor, bus->device))
		return 0;
	return lac_why(why, -ENODEV, LAC_AT_BUS, "%s: %04x:%04x is not an mlx5 function", bus->bdf,
		bus->vendor, bus->device);
}

int lac_bus_open(const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why)
{
	struct lac_bus *b;
	struct entry e;
	char node[32];
	int err;

	err = entry_find(&e, bdf, why);
	if (err)
		return err;
	if (e.socket[0])
		err = lac_vu_open(e.socket, bdf, timeout_ms, &b, why);
	else
		err = lac_vfio_open(bdf, timeout_ms, &b, why);
	if (err)
		return err;
	err = identify(b, why);
	if (err) {
		b->ops->close(b);
		return err;
	}
	b->numa_node = attr_read(e.folder, "numa_node", node, sizeof(node)) ? -1 : atoi(node);
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
