/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A folder per function as EAL's PCI scan reads it (SYSFS_PCI_DEVICES=DIR/devices), with the
 * attributes of Linux's sysfs (Documentation/ABI/testing/sysfs-bus-pci) and two of our own:
 * vfio_user_socket, by which a driver knows how to reach the function, and mlx5emu_ctl, the control
 * socket and the port's number there, by which a test finds this program.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server.h"

/* attributes with the same text for every function */
static const char *const fixed[][2] = {
	{"vendor", "0x15b3"},
	{"device", "0x1018"},
	{"subsystem_vendor", "0x15b3"},
	{"subsystem_device", "0x0006"},
	{"class", "0x020700"},
	{"revision", "0x00"},
	{"numa_node", "-1"},
	{"max_vfs", "0"},
};
#define FIXED (sizeof(fixed) / sizeof(fixed[0]))

static const char *const own[] = {"resource", "vfio_user_socket", "mlx5emu_ctl"};
#define OWN (sizeof(own) / sizeof(own[0]))

static int write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "we");
	int err;

	if (!file)
		return -errno;
	err = fprintf(file, "%s\n", text) < 0;
	return fclose(file) || err ? -EIO : 0;
}

static int make_dir(struct emu_world *w, const char *name)
{
	char path[4096];

	if (emu_path(w, path, sizeof(path), "%s", name))
		return -ENAMETOOLONG;
	return mkdir(path, 0755) && errno != EEXIST ? -errno : 0;
}

static int attr(struct emu_fn *f, const char *name, const char *text)
{
	char path[4096];

	if (emu_path(f->w, path, sizeof(path), "devices/%s/%s", f->bdf, name))
		return -ENAMETOOLONG;
	return write_text(path, text);
}

/* start, end and flags of the six BARs and the ROM: linux/ioport.h's memory, prefetch, 64 bits */
static int attr_resource(struct emu_fn *f)
{
	uint64_t base = UINT64_C(0x380000000000) + (uint64_t)f->index * EMU_BAR_BYTES;
	char text[512];
	size_t n;
	int i;

	n = (size_t)snprintf(text, sizeof(text), "0x%016llx 0x%016llx 0x%016x",
		(unsigned long long)base, (unsigned long long)(base + EMU_BAR_BYTES - 1), 0x14220c);
	for (i = 0; i < 6; i++)
		n += (size_t)snprintf(
			text + n, sizeof(text) - n, "\n0x%016x 0x%016x 0x%016x", 0, 0, 0);
	return attr(f, "resource", text);
}

int emu_sysfs_add(struct emu_fn *f)
{
	char path[4096], text[4096], dev[64];
	unsigned int i;
	int err;

	snprintf(dev, sizeof(dev), "devices/%s", f->bdf);
	err = make_dir(f->w, "devices");
	err = err ? err : make_dir(f->w, "drivers");
	err = err ? err : make_dir(f->w, "drivers/vfio-pci");
	err = err ? err : make_dir(f->w, dev);
	for (i = 0; !err && i < FIXED; i++)
		err = attr(f, fixed[i][0], fixed[i][1]);
	err = err ? err : attr_resource(f);
	err = err ? err : emu_path(f->w, text, sizeof(text), "port%u.sock", f->index);
	err = err ? err : attr(f, "vfio_user_socket", text);
	err = err ? err : emu_path(f->w, text, sizeof(text), "ctl.sock %u", f->index);
	err = err ? err : attr(f, "mlx5emu_ctl", text);
	err = err ? err : emu_path(f->w, path, sizeof(path), "%s/driver", dev);
	if (!err && symlink("../../drivers/vfio-pci", path) && errno != EEXIST)
		err = -errno;
	if (err)
		emu_log("%s/%s: %s", f->w->dir, dev, strerror(-err));
	return err;
}

void emu_sysfs_remove(const struct emu_world *w, const char *bdf)
{
	char path[4096];
	unsigned int i;

	for (i = 0; i < FIXED + OWN; i++)
		if (!emu_path(w, path, sizeof(path), "devices/%s/%s", bdf,
			    i < FIXED ? fixed[i][0] : own[i - FIXED]))
			unlink(path);
	if (!emu_path(w, path, sizeof(path), "devices/%s/driver", bdf))
		unlink(path);
	if (!emu_path(w, path, sizeof(path), "devices/%s", bdf))
		rmdir(path);
}
