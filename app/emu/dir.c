/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The folder: one emulator owns it by a lock on a file in it, which ends with the process however
 * the process ends. What a killed one left behind is removed by name; anything else in the folder
 * is not ours and stays. A folder that we made goes at the end if it is empty then.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server.h"

#define LOCK_NAME "mlx5emu.lock"

int emu_path(const struct emu_world *w, char *buf, size_t size, const char *fmt, ...)
{
	int n = snprintf(buf, size, "%s/", w->dir), m;
	va_list ap;

	if (n < 0 || (size_t)n >= size)
		return -ENAMETOOLONG;
	va_start(ap, fmt);
	m = vsnprintf(buf + n, size - (size_t)n, fmt, ap);
	va_end(ap);
	return m < 0 || (size_t)m >= size - (size_t)n ? -ENAMETOOLONG : 0;
}

static void socket_remove(const char *path)
{
	struct stat st;

	if (!lstat(path, &st) && S_ISSOCK(st.st_mode))
		unlink(path);
}

static void leftovers_remove(struct emu_world *w)
{
	char path[4096], bdf[EMU_BDF_BYTES];
	unsigned int i;

	for (i = 0; i < EMU_MAX_FN; i++) {
		emu_bdf(i, bdf);
		emu_sysfs_remove(w, bdf);
		if (!emu_path(w, path, sizeof(path), "port%u.sock", i))
			socket_remove(path);
	}
	if (!emu_path(w, path, sizeof(path), "ctl.sock"))
		socket_remove(path);
}

static int lock(struct emu_world *w)
{
	char path[4096], longest[108];

	if (emu_path(w, longest, sizeof(longest), "port%u.sock", EMU_MAX_FN) ||
		emu_path(w, path, sizeof(path), LOCK_NAME)) {
		emu_log("%s: too long for the path of a UNIX socket", w->dir);
		return -ENAMETOOLONG;
	}
	w->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (w->lock_fd < 0) {
		emu_log("cannot make %s: %s", path, strerror(errno));
		return -EIO;
	}
	if (flock(w->lock_fd, LOCK_EX | LOCK_NB)) {
		emu_log("%s is in use by another mlx5emu", w->dir);
		close(w->lock_fd);
		w->lock_fd = -1;
		return -EBUSY;
	}
	return 0;
}

int emu_dir_take(struct emu_world *w)
{
	int err;

	w->dir_made = !mkdir(w->opt.dir, 0700);
	if (!w->dir_made && errno != EEXIST) {
		emu_log("cannot make %s: %s", w->opt.dir, strerror(errno));
		return -EIO;
	}
	w->dir = realpath(w->opt.dir, NULL);
	if (!w->dir) {
		emu_log("%s: %s", w->opt.dir, strerror(errno));
		return -EIO;
	}
	err = lock(w);
	if (!err)
		leftovers_remove(w);
	return err;
}

void emu_dir_leave(struct emu_world *w)
{
	static const char *const own[] = {"devices", "drivers/vfio-pci", "drivers"};
	char path[4096];
	size_t i;

	if (w->lock_fd >= 0) {
		leftovers_remove(w);
		for (i = 0; i < sizeof(own) / sizeof(own[0]); i++)
			if (!emu_path(w, path, sizeof(path), "%s", own[i]))
				rmdir(path);
		if (!emu_path(w, path, sizeof(path), LOCK_NAME))
			unlink(path);
		close(w->lock_fd);
	}
	if (w->dir_made)
		rmdir(w->dir ? w->dir : w->opt.dir);
	free(w->dir);
}
