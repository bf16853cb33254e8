/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The HCA of one function: made, reset, polled; and BAR 0, where the initialization segment and the trapped
 * UAR pages are. A write to the BAR only notes what is to be done: commands, events and interrupts happen
 * in hca_poll(), after the write was answered. Registers are as linux/mlx5/device.h's init segment has them.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

#define FW_MAJOR        16u
#define FW_MINOR        35u
#define FW_SUBMINOR     4030u
#define CMDIF_REV       5u
#define LOG_CMDQ_STRIDE 6u
#define HW_ID           0x20du
#define HEALTH_TICK_NS  10000000u

#define REG_FW_REV    0x0000u
#define REG_CMDIF     0x0004u
#define REG_CMDQ_H    0x0010u
#define REG_CMDQ_L    0x0014u
#define REG_CMD_DBELL 0x0018u
#define REG_INITING   0x01fcu
#define REG_HEALTH    0x0200u
#define REG_TIMER_H   0x1000u
#define REG_TIMER_L   0x1004u
#define REG_COUNTER   0x1010u
#define REG_END       0x2000u

#define UAR_CQ_ARM     0x20u
#define UAR_EQ_ARM     0x40u
#define UAR_EQ_CI      0x48u
#define UAR_SQ_FIRST   0x800u
#define UAR_SQ_LAST    0xf00u
#define UAR_SQ_SPACING 0x100u

uint64_t hca_delay(struct emu_fn *f, uint32_t most)
{
	return f->w->opt.adversarial ? emu_rand_below(f->w, most) : 0;
}

uint32_t hca_health_counter(struct emu_fn *f)
{
	struct emu_health *h = &f->hca->health;

	return h->stalled ? h->stalled_at : (uint32_t)(emu_now_ns() / HEALTH_TICK_NS) & 0xffffff;
}

void hca_fail(struct emu_fn *f, uint8_t synd)
{
	f->hca->health.synd = synd;
	f->hca->health.fatal = true;
	emu_trace(f, "health: syndrome 0x%x", synd);
}

/* Begins life anew; what is kept over resets is in place. */
static void begin(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;

	h->ready_at = h->polls + hca_delay(f, 64);
	caps_reset(f);
	port_reset(f);
}

int hca_create(struct emu_fn *f)
{
	struct emu_profile p;

	if (!profile_parse(f->w->opt.profile, &p))
		return -EINVAL;
	f->hca = calloc(1, sizeof(*f->hca));
	if (!f->hca)
		return -ENOMEM;
	f->hca->profile = p;
	if (emu_ids_create(f)) {
		hca_destroy(f);
		return -ENOMEM;
	}
	begin(f);
	return 0;
}

static void clear(struct emu_fn *f)
{
	cmdq_reset(f);
	mcg_clear(f);
	if (f->hca->ids[EMU_KINDS - 1])
		emu_ids_clear(f);
	pages_forget(f);
}

void hca_destroy(struct emu_fn *f)
{
	if (!f->hca)
		return;
	clear(f);
	inject_clear(f);
	emu_ids_destroy(f);
	free(f->hca);
	f->hca = NULL;
}

void hca_reset(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;
	struct emu_hca kept;

	clear(f);
	kept = *h;
	memset(h, 0, sizeof(*h));
	memcpy(h->ids, kept.ids, sizeof(h->ids));
	h->polls = kept.polls;
	h->profile = kept.profile;
	h->inject = kept.inject;
	h->port_down = kept.port_down;
	emu_stats(f)->resets++;
	emu_trace(f, "reset");
	begin(f);
}

unsigned int hca_poll(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;

	h->polls++;
	if (h->polls < h->ready_at)
		return 1;
	if (!emu_pci_master_on(f))
		return 0;
	return cmdq_poll(f) + pages_poll(f) + eq_poll(f);
}

static uint32_t health_reg(struct emu_fn *f, uint32_t off)
{
	const struct emu_health *h = &f->hca->health;
	uint8_t b[PRM_HEALTH_BUFFER_BYTES] = {0};

	emu_set(b, PRM_HEALTH_BUFFER_FW_VER, FW_MAJOR << 24 | FW_MINOR << 16 | FW_SUBMINOR);
	emu_set(b, PRM_HEALTH_BUFFER_HW_ID, HW_ID);
	emu_set(b, PRM_HEALTH_BUFFER_RFR, h->fatal);
	emu_set(b, PRM_HEALTH_BUFFER_SYND, h->synd);
	return emu_be32(b + off);
}

static uint32_t reg_read(struct emu_fn *f, uint32_t off)
{
	struct emu_hca *h = f->hca;

	if (off >= REG_HEALTH && off < REG_HEALTH + PRM_HEALTH_BUFFER_BYTES)
		return health_reg(f, off - REG_HEALTH);
	switch (off) {
	case REG_FW_REV:
		return FW_MINOR << 16 | FW_MAJOR;
	case REG_CMDIF:
		return CMDIF_REV << 16 | FW_SUBMINOR;
	case REG_CMDQ_H:
		return (uint32_t)(h->q.addr >> 32);
	case REG_CMDQ_L:
		return ((uint32_t)h->q.addr & ~0xfffu) | (uint32_t)h->q.nic_interface << 8 |
		       h->profile.log_slots << 4 | LOG_CMDQ_STRIDE;
	case REG_INITING:
		return h->polls < h->ready_at ? 1u << 31 : 0;
	case REG_TIMER_H:
		return (uint32_t)(emu_now_ns() >> 32);
	case REG_TIMER_L:
		return (uint32_t)emu_now_ns();
	case REG_COUNTER:
		return hca_health_counter(f);
	default:
		return 0;
	}
}

static void reg_write(struct emu_fn *f, uint32_t off, uint32_t v)
{
	struct emu_hca *h = f->hca;

	switch (off) {
	case REG_CMDQ_H:
		h->q.addr = (uint64_t)v << 32 | (uint32_t)h->q.addr;
		break;
	case REG_CMDQ_L:
		h->q.addr = (h->q.addr >> 32 << 32) | (v & ~0xfffu);
		h->q.nic_interface = v >> 8 & 7;
		h->q.addr_set = true;
		break;
	case REG_CMD_DBELL:
		cmdq_ring(f, v);
		break;
	default:
		emu_lint(f, "write of 0x%08x to register 0x%x, which is read only", v, off);
	}
}

void hca_bar_read(struct emu_fn *f, uint64_t off, void *buf, uint32_t len)
{
	uint8_t *out = buf;

	memset(out, 0, len);
	for (uint32_t i = 0; i < len; i++) {
		uint64_t at = off + i;
		uint8_t word[4];

		if (at >= REG_END)
			break;
		emu_put_be32(word, reg_read(f, (uint32_t)at & ~3u));
		out[i] = word[at & 3];
	}
}

static bool takes_qword(uint32_t off)
{
	return off == UAR_CQ_ARM ||
	       (off >= UAR_SQ_FIRST && off <= UAR_SQ_LAST && off % UAR_SQ_SPACING == 0);
}

/*
 * A doorbell of 8 bytes comes whole, as the head of a BlueFlame copy (whose rest is ignored: the ring is what
 * counts), or as two words, of which the first waits for the second.
 */
static void uar_write(struct emu_fn *f, uint32_t uar, uint32_t off, const uint8_t *b, uint32_t len)
{
	struct emu_hca *h = f->hca;

	if (off == UAR_EQ_ARM || off == UAR_EQ_CI) {
		eq_doorbell(f, uar, off == UAR_EQ_ARM, emu_be32(b));
		return;
	}
	if (takes_qword(off) && len >= 8) {
		h->half.valid = false;
		engine_doorbell(f, uar, off, emu_be64(b));
		return;
	}
	if (takes_qword(off)) {
		h->half.uar = uar;
		h->half.off = off;
		h->half.value = emu_be32(b);
		h->half.valid = true;
		return;
	}
	if (off >= 4 && takes_qword(off - 4)) {
		if (h->half.valid && h->half.uar == uar && h->half.off == off - 4)
			engine_doorbell(
				f, uar, off - 4, (uint64_t)h->half.value << 32 | emu_be32(b));
		else
			emu_lint(f, "second half of a doorbell at UAR 0x%x+0x%x without the first",
				uar, off - 4);
		h->half.valid = false;
		return;
	}
	if (off < UAR_SQ_FIRST)
		emu_lint(f, "write to UAR 0x%x+0x%x, where there is no doorbell", uar, off);
}

void hca_bar_write(struct emu_fn *f, uint64_t off, const void *buf, uint32_t len)
{
	const uint8_t *b = buf;

	if (off >= EMU_BAR_BYTES || len > EMU_BAR_BYTES - off)
		return;
	if (off & 3 || len & 3 || !len) {
		emu_lint(f, "write of %u bytes to BAR offset 0x%llx: not whole words", len,
			(unsigned long long)off);
		return;
	}
	if (off >= (uint64_t)EMU_UAR_FIRST * EMU_PAGE) {
		uar_write(f, (uint32_t)(off / EMU_PAGE), (uint32_t)(off % EMU_PAGE), b, len);
		return;
	}
	for (uint32_t i = 0; i < len; i += 4)
		reg_write(f, (uint32_t)off + i, emu_be32(b + i));
}
