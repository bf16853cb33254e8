/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory keys as objects: created in one access mode with room for a fixed number of translation
 * octowords, which UMRs may use but never exceed. The context is kept decoded; a query encodes it again.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "bits.h"
#include "cmd.h"
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"
#include "syndromes.h"

#define MAX_OCTW (1u << 22)

struct emu_mkey *mkey_find(struct emu_fn *f, uint32_t key)
{
	return emu_id_get(f, EMU_MKEY, key >> 8);
}

void mkey_xlt_changed(struct emu_mkey *k, uint32_t at, uint32_t octw)
{
	if (octw == 0)
		return;
	if (k->nends > at)
		k->nends = at;
	if (at == 0)
		k->strided = k->mode == EMU_KEY_KLM && rd32(k->xlt + 4) == 0x400;
}

static void mkey_free(struct emu_fn *f, void *obj)
{
	struct emu_mkey *k = obj;

	(void)f;
	free(k->xlt);
	free(k->ends);
	free(k);
}

static void decode(struct emu_mkey *k, const uint8_t *mkc)
{
	memcpy(k->mkc, mkc, sizeof(k->mkc));
	k->free = emu_get(mkc, PRM_MKC_FREE);
	k->umr_en = emu_get(mkc, PRM_MKC_UMR_EN);
	k->mode = (uint8_t)(emu_get(mkc, PRM_MKC_ACCESS_MODE_4_2) << 2 |
			    emu_get(mkc, PRM_MKC_ACCESS_MODE_1_0));
	k->rights = (uint8_t)((emu_get(mkc, PRM_MKC_LR) ? EMU_LR : 0) |
			      (emu_get(mkc, PRM_MKC_LW) ? EMU_LW : 0) |
			      (emu_get(mkc, PRM_MKC_RR) ? EMU_RR : 0) |
			      (emu_get(mkc, PRM_MKC_RW) ? EMU_RW : 0) |
			      (emu_get(mkc, PRM_MKC_A) ? EMU_A : 0));
	k->qpn = (uint32_t)emu_get(mkc, PRM_MKC_QPN);
	k->variant = (uint8_t)emu_get(mkc, PRM_MKC_MKEY_7_0);
	k->length64 = emu_get(mkc, PRM_MKC_LENGTH64);
	k->en_rinval = emu_get(mkc, PRM_MKC_EN_RINVAL);
	k->pd = (uint32_t)emu_get(mkc, PRM_MKC_PD);
	k->start = emu_get(mkc, PRM_MKC_START_ADDR);
	k->len = emu_get(mkc, PRM_MKC_LEN);
	k->octw = (uint32_t)emu_get(mkc, PRM_MKC_TRANSLATIONS_OCTWORD_SIZE);
	k->log_page = (uint8_t)emu_get(mkc, PRM_MKC_LOG_PAGE_SIZE);
}

static void encode(const struct emu_mkey *k, uint8_t *mkc)
{
	memcpy(mkc, k->mkc, sizeof(k->mkc));
	emu_set(mkc, PRM_MKC_FREE, k->free);
	emu_set(mkc, PRM_MKC_LR, (k->rights & EMU_LR) != 0);
	emu_set(mkc, PRM_MKC_LW, (k->rights & EMU_LW) != 0);
	emu_set(mkc, PRM_MKC_RR, (k->rights & EMU_RR) != 0);
	emu_set(mkc, PRM_MKC_RW, (k->rights & EMU_RW) != 0);
	emu_set(mkc, PRM_MKC_A, (k->rights & EMU_A) != 0);
	emu_set(mkc, PRM_MKC_QPN, k->qpn);
	emu_set(mkc, PRM_MKC_MKEY_7_0, k->variant);
	emu_set(mkc, PRM_MKC_LENGTH64, k->length64);
	emu_set(mkc, PRM_MKC_EN_RINVAL, k->en_rinval);
	emu_set(mkc, PRM_MKC_PD, k->pd);
	emu_set(mkc, PRM_MKC_START_ADDR, k->start);
	emu_set(mkc, PRM_MKC_LEN, k->len);
	emu_set(mkc, PRM_MKC_TRANSLATIONS_OCTWORD_SIZE, k->octw);
	emu_set(mkc, PRM_MKC_LOG_PAGE_SIZE, k->log_page);
}

/* the list that came with the command */
static uint8_t inline_list(struct emu_mkey *k, struct emu_cmd *c)
{
	uint32_t octw = (uint32_t)emu_get(
		c->in, PRM_CREATE_MKEY_IN_TRANSLATIONS_OCTWORD_ACTUAL_SIZE);

	if (!emu_get(c->in, PRM_CREATE_MKEY_IN_PG_ACCESS) || octw == 0)
		return PRM_ST_OK;
	if (octw > k->octw)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MKEY_OCTWORDS);
	if (c->in_len - PRM_CREATE_MKEY_IN_KLM_PAS_MTT_OFF < 16ull * octw)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_IN_LEN);
	memcpy(k->xlt, c->in + PRM_CREATE_MKEY_IN_KLM_PAS_MTT_OFF, 16ull * octw);
	mkey_xlt_changed(k, 0, octw);
	return PRM_ST_OK;
}

static uint8_t make(struct emu_fn *f, struct emu_cmd *c, struct emu_mkey *k)
{
	const uint8_t *mkc = c->in + PRM_CREATE_MKEY_IN_MEMORY_KEY_MKEY_ENTRY_OFF;

	decode(k, mkc);
	if (k->mode >= EMU_KEY_MODES)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MKEY_MODE);
	if (emu_get(mkc, PRM_MKC_BSF_EN) || emu_get(c->in, PRM_CREATE_MKEY_IN_MKEY_UMEM_VALID))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MKEY_FEATURE);
	if ((emu_get(mkc, PRM_MKC_RELAXED_ORDERING_WRITE) &&
		    !EMU_CAP(f, PRM_CMD_HCA_CAP_RELAXED_ORDERING_WRITE)) ||
		(emu_get(mkc, PRM_MKC_RELAXED_ORDERING_READ) &&
			!EMU_CAP(f, PRM_CMD_HCA_CAP_RELAXED_ORDERING_READ)))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MKEY_FEATURE);
	if (emu_uid_is_user(emu_uid(f)) && k->mode != EMU_KEY_KLM && k->mode != EMU_KEY_KSM)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MKEY_USER);
	if (emu_id_get(f, EMU_PD, k->pd) == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_PD);
	if (k->octw > MAX_OCTW)
		return emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_MKEY_OCTWORDS);
	/* room comes in 64 bytes: Linux makes keys of one octoword and pads each UMR to four */
	k->max_octw = (k->octw + 3) & ~3u;
	k->xlt = calloc((size_t)k->max_octw + 1, 16);
	k->ends = k->mode == EMU_KEY_KLM ? calloc((size_t)k->max_octw + 1, 8) : NULL;
	if (k->xlt == NULL || (k->mode == EMU_KEY_KLM && k->ends == NULL))
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	return inline_list(k, c);
}

static uint8_t create(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_mkey *k = calloc(1, sizeof(*k));
	uint8_t st;

	if (k == NULL)
		return emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	st = make(f, c, k);
	if (st == PRM_ST_OK && emu_id_new(f, EMU_MKEY, k, mkey_free, &k->index) != 0)
		st = emu_refuse(c, PRM_ST_NO_RES, EMU_SYND_OBJECT_LIMIT);
	if (st != PRM_ST_OK) {
		mkey_free(f, k);
		return st;
	}
	emu_id_ref(f, EMU_PD, (uint32_t)emu_get(k->mkc, PRM_MKC_PD));
	emu_set(c->out, PRM_CREATE_MKEY_OUT_MKEY_INDEX, k->index);
	return PRM_ST_OK;
}

static uint8_t destroy(struct emu_fn *f, struct emu_cmd *c)
{
	uint32_t index = (uint32_t)emu_get(c->in, PRM_DESTROY_MKEY_IN_MKEY_INDEX);
	struct emu_mkey *k = emu_id_get(f, EMU_MKEY, index);
	uint32_t pd;

	if (k == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	pd = (uint32_t)emu_get(k->mkc, PRM_MKC_PD);
	emu_id_del(f, EMU_MKEY, index);
	emu_id_unref(f, EMU_PD, pd);
	return PRM_ST_OK;
}

static uint8_t query(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_mkey *k = emu_id_get(
		f, EMU_MKEY, (uint32_t)emu_get(c->in, PRM_QUERY_MKEY_IN_MKEY_INDEX));
	uint32_t octw;

	if (k == NULL)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	encode(k, c->out + PRM_QUERY_MKEY_OUT_MEMORY_KEY_MKEY_ENTRY_OFF);
	octw = k->octw < 2 ? k->octw : 2;
	if (emu_get(c->in, PRM_QUERY_MKEY_IN_PG_ACCESS))
		memcpy(c->out + PRM_QUERY_MKEY_OUT_BSF0_KLM0_PAS_MTT0_1_OFF, k->xlt, 16ul * octw);
	return PRM_ST_OK;
}

const struct emu_cmd_def emu_cmds_mkey[] = {
	{PRM_OP_CREATE_MKEY, EMU_WHEN_INIT, PRM_CREATE_MKEY_IN_BYTES, PRM_CREATE_MKEY_OUT_BYTES,
		create},
	{PRM_OP_DESTROY_MKEY, EMU_WHEN_INIT, PRM_DESTROY_MKEY_IN_BYTES, PRM_DESTROY_MKEY_OUT_BYTES,
		destroy},
	{PRM_OP_QUERY_MKEY, EMU_WHEN_INIT, PRM_QUERY_MKEY_IN_BYTES, PRM_QUERY_MKEY_OUT_BYTES,
		query},
	{0},
};

void mkey_dump(FILE *out, const struct emu_mkey *k)
{
	static const char *const modes[] = {"PA", "MTT", "KLM", "KSM"};

	fprintf(out,
		"{\"key\":\"0x%08x\",\"mode\":\"%s\",\"free\":%s,\"umr\":%s,\"rights\":%u,\"pd\":%"
		"u,"
		"\"qpn\":\"0x%x\",\"start\":\"0x%" PRIx64 "\",\"len\":%" PRIu64
		",\"octowords\":%u,\"room\":%u}",
		k->index << 8 | k->variant, modes[k->mode], k->free ? "true" : "false",
		k->umr_en ? "true" : "false", k->rights, k->pd, k->qpn, k->start, k->len, k->octw,
		k->max_octw);
}
