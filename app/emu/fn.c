/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * One function as a whole: made once, reset in three depths, shared by nobody. Memory behind BAR 0
 * is a sealed memfd, so that a client that maps it cannot shrink it under us; a new client gets a
 * new one at the same address here, so that the client before it, dead or not, cannot ring its
 * doorbells.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "server.h"

static int bar_renew(struct emu_fn *f)
{
	void *at;
	int err, fd = memfd_create("mlx5emu-bar0", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		return -errno;
	if (ftruncate(fd, EMU_BAR_BYTES) ||
		fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))
		goto fail;
	at = mmap(f->bar, EMU_BAR_BYTES, PROT_READ | PROT_WRITE,
		MAP_SHARED | (f->bar ? MAP_FIXED : 0), fd, 0);
	if (at == MAP_FAILED)
		goto fail;
	f->bar = at;
	if (f->bar_fd >= 0)
		close(f->bar_fd);
	f->bar_fd = fd;
	return 0;
fail:
	err = -errno;
	close(fd);
	return err;
}

/* virtual functions count through the function numbers, then through the device numbers */
void emu_bdf(unsigned int index, char bdf[EMU_BDF_BYTES])
{
	snprintf(bdf, EMU_BDF_BYTES, "0000:03:%02x.%u", (index / 8) & 0x1f, index % 8);
}

struct emu_fn *emu_fn_create(struct emu_world *w, unsigned int index)
{
	struct emu_fn *f = calloc(1, sizeof(*f));
	int err;

	if (!f)
		return NULL;
	f->w = w;
	f->index = index;
	f->bar_fd = -1;
	emu_bdf(index, f->bdf);
	err = bar_renew(f);
	err = err ? err : emu_notes_create(f);
	err = err ? err : emu_dma_create(f);
	err = err ? err : emu_pci_create(f);
	err = err ? err : emu_irqs_create(f);
	err = err ? err : emu_conn_create(f);
	if (!err) {
		emu_pci_reset(f, EMU_RESET_CLIENT);
		err = hca_create(f);
	}
	if (!err)
		return f;
	/* what can be wrong with a function is its profile */
	emu_log("%s cannot be made%s%s: %s", f->bdf, w->opt.profile ? " with profile " : "",
		w->opt.profile ? w->opt.profile : "", strerror(-err));
	emu_fn_destroy(f);
	return NULL;
}

void emu_fn_destroy(struct emu_fn *f)
{
	if (!f)
		return;
	if (f->conn)
		emu_conn_destroy(f);
	if (f->hca)
		hca_destroy(f);
	if (f->irqs)
		emu_irqs_clear(f);
	if (f->dma)
		emu_dma_clear(f);
	if (f->bar)
		munmap(f->bar, EMU_BAR_BYTES);
	if (f->bar_fd >= 0)
		close(f->bar_fd);
	free(f->irqs);
	free(f->pci);
	free(f->dma);
	free(f->notes);
	free(f);
}

void emu_fn_reset(struct emu_fn *f, enum emu_reset how)
{
	emu_trace(f, "reset (%s)",
		how == EMU_RESET_FLR      ? "FLR"
		: how == EMU_RESET_DEVICE ? "DEVICE_RESET"
					  : "client gone");
	emu_irqs_forget(f);
	emu_pci_reset(f, how);
	/* doorbells that were rung before and not seen yet are void */
	if (how != EMU_RESET_CLIENT || bar_renew(f))
		if (fallocate(f->bar_fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0,
			    EMU_BAR_BYTES))
			memset(f->bar, 0, EMU_BAR_BYTES);
	hca_reset(f);
}
