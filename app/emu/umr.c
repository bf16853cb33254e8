/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * UMR: a work request that rewrites a key. All is checked before anything changes: the key's existence, that
 * it may be changed by UMR and by this queue, the two free checks, then what the mask wants changed against
 * the capabilities, then the room for translations; the list is read last, once. Exactly the properties
 * named by the mask change; the access mode never does.
 */
#include <string.h>

#include "engine.h"
#include "prm/gen/prm_fields.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

#define LIST_ALIGN      64u   /* an address below which no list is known to work */
#define LIST_ALIGN_GOOD 2048u /* what Linux and DPDK keep */

static bool bit(uint64_t mask, int n)
{
	return mask >> n & 1;
}

static const char *check_caps(struct emu_qp *q, const struct emu_mkey *k, const struct emu_item *it)
{
	struct emu_fn *f = q->f;
	uint64_t mask = it->w.umr.mask;
	const uint8_t *mkc = it->raw + it->w.umr.mkc_off;

	if ((bit(mask, EMU_MASK_PAGE_SIZE) || bit(mask, EMU_MASK_PAGE_SIZE_5)) &&
		k->mode != EMU_KEY_KLM &&
		EMU_CAP(f, PRM_CMD_HCA_CAP_UMR_MODIFY_ENTITY_SIZE_DISABLED))
		return "umr_modify_entity_size_disabled";
	if (bit(mask, EMU_MASK_A) && EMU_CAP(f, PRM_CMD_HCA_CAP_UMR_MODIFY_ATOMIC_DISABLED))
		return "umr_modify_atomic_disabled";
	if (k->mode >= EMU_KEY_KLM && EMU_CAP(f, PRM_CMD_HCA_CAP_UMR_INDIRECT_MKEY_DISABLED))
		return "umr_indirect_mkey_disabled";
	if (bit(mask, EMU_MASK_RO_WRITE) && (mkc[1] & 0x04) &&
		!EMU_CAP(f, PRM_CMD_HCA_CAP_RELAXED_ORDERING_WRITE_UMR))
		return "relaxed_ordering_write_umr is off";
	if (bit(mask, EMU_MASK_RO_READ) && (mkc[0x3b] & 0x40) &&
		!EMU_CAP(f, PRM_CMD_HCA_CAP_RELAXED_ORDERING_READ_UMR))
		return "relaxed_ordering_read_umr is off";
	if (bit(mask, EMU_MASK_BSF_EN) && (mkc[0x0c] & 0x40))
		return "signatures are not offered";
	return NULL;
}

static const char *check(struct emu_qp *q, const struct emu_mkey *k, const struct emu_item *it)
{
	const struct emu_wqe *w = &it->w;
	uint64_t mask = w->umr.mask;

	if (k == NULL)
		return "no such key";
	if (!k->umr_en)
		return "the key is not for UMR";
	if (!q->who.any_pd && k->pd != q->who.pd)
		return "the key is of another PD";
	if ((w->umr.flags & EMU_UMR_CHECK_NOT_FREE) && !k->free)
		return "the key is not free";
	if ((w->umr.flags & EMU_UMR_CHECK_FREE) && k->free)
		return "the key is free";
	if (!bit(mask, EMU_MASK_KEY) && k->variant != (w->imm & 0xff))
		return "the key byte is not the key's";
	if ((w->umr.flags & EMU_UMR_CHECK_QPN) && k->qpn != EMU_ANY_QPN && k->qpn != q->qpn)
		return "the key is bound to another queue";
	if (w->umr.octw > 0 && k->mode == EMU_KEY_PA)
		return "a physical key has no translations";
	if (w->umr.octw + w->umr.off_octw > k->max_octw || w->umr.off_octw > k->max_octw)
		return "more octowords than the key has room for";
	if (w->umr.octw > 1u << EMU_CAP(q->f, PRM_CMD_HCA_CAP_LOG_MAX_KLM_LIST_SIZE))
		return "more octowords than log_max_klm_list_size";
	if (bit(mask, EMU_MASK_XLT_OCTW) && rd32(it->raw + w->umr.mkc_off + 0x34) > k->max_octw)
		return "translations_octword_size is beyond the key's room";
	return check_caps(q, k, it);
}

static const char *fetch_list(struct emu_qp *q, struct emu_mkey *k, const struct emu_item *it)
{
	const struct emu_wqe *w = &it->w;
	uint32_t bytes = w->umr.octw * 16;
	uint8_t *to = k->xlt + 16 * w->umr.off_octw, *list = q->f->w->engine->list;
	struct emu_sgl from;

	if (w->umr.flags & EMU_UMR_INLINE) {
		memcpy(to, it->raw + w->umr.list_off, bytes);
		return NULL;
	}
	if (w->umr.ptr.len < bytes)
		return "the list's byte count is less than its octowords";
	if (w->umr.ptr.addr % LIST_ALIGN != 0)
		return "the list is not aligned to 64 bytes";
	if (w->umr.ptr.addr % LIST_ALIGN_GOOD != 0)
		emu_lint(q->f, "QP 0x%x WQE %u: a UMR list that is not aligned to 2048 bytes",
			q->qpn, w->index);
	sgl_init(&from, &q->who, &w->umr.ptr, 1, NULL, EMU_LR);
	if (!sgl_read(&from, list, bytes))
		return emu_fault_name(from.fault);
	memcpy(to, list, bytes);
	return NULL;
}

static void change(struct emu_mkey *k, const struct emu_wqe *w, const uint8_t *mkc)
{
	static const struct {
		uint8_t mask, right;
		uint8_t flag; /* of byte 2 of the context */
	} rights[] = {
		{EMU_MASK_LR, EMU_LR, 1u << 2},
		{EMU_MASK_LW, EMU_LW, 1u << 3},
		{EMU_MASK_RR, EMU_RR, 1u << 4},
		{EMU_MASK_RW, EMU_RW, 1u << 5},
		{EMU_MASK_A, EMU_A, 1u << 6},
	};
	uint64_t mask = w->umr.mask;

	if (bit(mask, EMU_MASK_FREE))
		k->free = mkc[0] >> 6 & 1;
	for (size_t i = 0; i < sizeof(rights) / sizeof(rights[0]); i++)
		if (bit(mask, rights[i].mask))
			k->rights = (uint8_t)((k->rights & ~rights[i].right) |
					      (mkc[2] & rights[i].flag ? rights[i].right : 0));
	if (bit(mask, EMU_MASK_KEY))
		k->variant = mkc[7];
	if (bit(mask, EMU_MASK_QPN))
		k->qpn = rd24(mkc + 4);
	if (bit(mask, EMU_MASK_EN_RINVAL))
		k->en_rinval = mkc[0x0c] & 1;
	if (bit(mask, EMU_MASK_PD))
		k->pd = rd24(mkc + 0x0d);
	if (bit(mask, EMU_MASK_START))
		k->start = rd64(mkc + 0x10);
	if (bit(mask, EMU_MASK_LEN)) {
		k->length64 = mkc[0x0c] >> 7;
		k->len = rd64(mkc + 0x18);
	}
	if (bit(mask, EMU_MASK_XLT_OCTW))
		k->octw = rd32(mkc + 0x34);
	if (bit(mask, EMU_MASK_PAGE_SIZE))
		k->log_page = (uint8_t)((k->log_page & 0x20) | (mkc[0x3b] & 0x1f));
	if (bit(mask, EMU_MASK_PAGE_SIZE_5))
		k->log_page = (uint8_t)((k->log_page & 0x1f) | (mkc[0x3b] & 0x20));
}

static void count(struct emu_qp *q, const struct emu_mkey *k, const struct emu_wqe *w)
{
	struct emu_stats *s = emu_stats(q->f);
	const uint8_t *list = k->xlt + 16 * w->umr.off_octw;
	const struct emu_mkey *child;
	uint64_t klms = 0;

	if (bit(w->umr.mask, EMU_MASK_FREE) && k->free) {
		s->umr_invalidate++;
		return;
	}
	if (w->umr.octw == 0)
		return;
	if (k->mode == EMU_KEY_KLM || k->mode == EMU_KEY_KSM)
		for (uint32_t i = 0; i < w->umr.octw; i++)
			klms += k->mode == EMU_KEY_KSM || rd32(list + 16ul * i) != 0;
	if (w->umr.flags & EMU_UMR_INLINE) {
		s->umr_inline++;
		s->klms_inline += klms;
	} else {
		s->umr_pointer++;
		s->klms_fetched += klms;
	}
	child = klms > 0 ? mkey_find(q->f, rd32(list + 4)) : NULL;
	if (child != NULL && child->mode >= EMU_KEY_KLM)
		s->umr_nested++;
}

void umr_execute(struct emu_qp *q, struct emu_item *it)
{
	struct emu_mkey *k = mkey_find(q->f, it->w.imm);
	const char *why = check(q, k, it);

	if (why == NULL && it->w.umr.octw > 0)
		why = fetch_list(q, k, it);
	if (why != NULL) {
		emu_trace(q->f, "qp 0x%x wqe %u UMR of key 0x%08x refused: %s", q->qpn, it->w.index,
			it->w.imm, why);
		emu_stats(q->f)->faults++;
		item_done(it, PRM_SYND_MW_BIND, EMU_VEND_MW_BIND);
		return;
	}
	mkey_xlt_changed(k, (uint32_t)it->w.umr.off_octw, it->w.umr.octw);
	change(k, &it->w, it->raw + it->w.umr.mkc_off);
	count(q, k, &it->w);
	item_done(it, 0, 0);
}
