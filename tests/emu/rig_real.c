/* SPDX-License-Identifier: BSD-3-Clause */
/* The real engine on the bench: what it calls beyond the HCA's needs. */
#include "rig.h"

#include <errno.h>

void rig_engine_start(struct emu_world *w)
{
	w->fn[0]->bar = calloc(1, EMU_BAR_BYTES);
	assert_non_null(w->fn[0]->bar);
	assert_int_equal(engine_create(w), 0);
}

void rig_engine_stop(struct emu_world *w)
{
	engine_destroy(w);
	free(w->fn[0]->bar);
}

int emu_dma_copy(
	struct emu_fn *to, uint64_t to_iova, struct emu_fn *from, uint64_t from_iova, uint64_t len)
{
	uint8_t b[EMU_PAGE];

	for (uint64_t n; len; len -= n, to_iova += n, from_iova += n) {
		n = len < sizeof(b) ? len : sizeof(b);
		if (emu_dma_read(from, from_iova, b, n))
			return -ENXIO;
		if (emu_dma_write(to, to_iova, b, n))
			return -EFAULT;
	}
	return 0;
}

int emu_dma_atomic(struct emu_fn *f, uint64_t iova, uint64_t (*op)(uint64_t, const void *),
	const void *arg, uint64_t *old)
{
	uint64_t now;

	if (emu_dma_read(f, iova, old, sizeof(*old)))
		return -EFAULT;
	now = op(*old, arg);
	return emu_dma_write(f, iova, &now, sizeof(now));
}
