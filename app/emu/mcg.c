/* SPDX-License-Identifier: BSD-3-Clause */
/* Multicast groups: which QPs hear which group identifier. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

struct emu_member {
	struct emu_member *next;
	uint8_t gid[16];
	uint32_t qpn;
};

static struct emu_member **member_find(struct emu_fn *f, const uint8_t *gid, uint32_t qpn)
{
	struct emu_member **at = &f->hca->members;

	while (*at && ((*at)->qpn != qpn || memcmp((*at)->gid, gid, sizeof((*at)->gid))))
		at = &(*at)->next;
	return at;
}

uint32_t emu_mcg_member(struct emu_fn *f, const uint8_t gid[16], uint32_t n)
{
	for (const struct emu_member *m = f->hca->members; m; m = m->next)
		if (!memcmp(m->gid, gid, sizeof(m->gid)) && n-- == 0)
			return m->qpn;
	return UINT32_MAX;
}

static bool room_for(struct emu_fn *f, const uint8_t *gid)
{
	uint64_t groups = 0, members = 0;

	for (const struct emu_member *m = f->hca->members; m; m = m->next) {
		const struct emu_member *first = f->hca->members;

		while (memcmp(first->gid, m->gid, sizeof(m->gid)))
			first = first->next;
		groups += first == m;
		members += !memcmp(m->gid, gid, sizeof(m->gid));
	}
	if (members)
		return members < EMU_CAP(f, PRM_CMD_HCA_CAP_MAX_QP_MCG);
	return groups < 1ull << EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_MCG);
}

static uint8_t attach(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *gid = c->in + PRM_ATTACH_TO_MCG_IN_MULTICAST_GID_OFF;
	uint32_t qpn = (uint32_t)emu_get(c->in, PRM_ATTACH_TO_MCG_IN_QPN);
	struct emu_member **at = member_find(f, gid, qpn), *m;

	if (!emu_id_get(f, EMU_QP, qpn))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_QP);
	if (*at)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MCG);
	if (!room_for(f, gid))
		return emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_OBJECT_LIMIT);
	m = calloc(1, sizeof(*m));
	if (!m)
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	memcpy(m->gid, gid, sizeof(m->gid));
	m->qpn = qpn;
	*at = m;
	emu_id_ref(f, EMU_QP, qpn);
	return PRM_ST_OK;
}

static void leave(struct emu_fn *f, struct emu_member **at)
{
	struct emu_member *m = *at;

	*at = m->next;
	emu_id_unref(f, EMU_QP, m->qpn);
	free(m);
}

static uint8_t detach(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *gid = c->in + PRM_DETACH_FROM_MCG_IN_MULTICAST_GID_OFF;
	struct emu_member **at = member_find(
		f, gid, (uint32_t)emu_get(c->in, PRM_DETACH_FROM_MCG_IN_QPN));

	if (!*at)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_MCG);
	leave(f, at);
	return PRM_ST_OK;
}

void mcg_clear(struct emu_fn *f)
{
	while (f->hca->members)
		leave(f, &f->hca->members);
}

const struct emu_cmd_def emu_cmds_mcg[] = {
	{PRM_OP_ATTACH_TO_MCG, EMU_WHEN_INIT, PRM_ATTACH_TO_MCG_IN_BYTES,
		PRM_ATTACH_TO_MCG_OUT_BYTES, attach},
	{PRM_OP_DETACH_FROM_MCG, EMU_WHEN_INIT, PRM_DETACH_FROM_MCG_IN_BYTES,
		PRM_DETACH_FROM_MCG_OUT_BYTES, detach},
	{0, 0, 0, 0, NULL},
};
