/* SPDX-License-Identifier: BSD-3-Clause */
/* From opcode to handler: what every command must pass before its handler sees it. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "hca_priv.h"

static const struct emu_cmd_def *const tables[] = {emu_cmds_hca, emu_cmds_page, emu_cmds_obj,
	emu_cmds_srq, emu_cmds_mcg, emu_cmds_eq, emu_cmds_port, emu_cmds_mkey, emu_cmds_cq,
	emu_cmds_qp};

const struct emu_cmd_def *cmd_find(uint16_t opcode)
{
	for (size_t t = 0; t < sizeof(tables) / sizeof(tables[0]); t++)
		for (const struct emu_cmd_def *d = tables[t]; d->opcode; d++)
			if (d->opcode == opcode)
				return d;
	return NULL;
}

bool cmd_parse_opcode(const char *s, uint16_t *opcode)
{
	uint64_t v;

	if (emu_parse_u64(s, &v)) {
		*opcode = (uint16_t)v;
		return v && v <= UINT16_MAX;
	}
	for (uint32_t op = 1; op <= UINT16_MAX; op++) {
		if (!strcasecmp(lac_prm_op_name((uint16_t)op), s)) {
			*opcode = (uint16_t)op;
			return strcasecmp(s, "UNKNOWN") != 0;
		}
	}
	return false;
}

static bool booted(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;

	return h->state == EMU_HCA_INIT || h->pages.held >= pages_boot(f);
}

static uint8_t legal_now(struct emu_fn *f, struct emu_cmd *c, uint8_t when)
{
	enum emu_hca_state state = f->hca->state;

	if (when >= EMU_WHEN_ENABLED && state == EMU_HCA_RESET)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_NOT_ENABLED);
	if (when == EMU_WHEN_BOOTED && state == EMU_HCA_ENABLED && !booted(f))
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_NOT_BOOTED);
	if (when == EMU_WHEN_INIT && state != EMU_HCA_INIT)
		return emu_refuse(c, PRM_ST_BAD_SYS_STATE, EMU_SYND_NOT_INIT);
	return PRM_ST_OK;
}

static uint8_t run(struct emu_fn *f, struct emu_cmd *c, uint16_t opcode)
{
	const struct emu_cmd_def *d = cmd_find(opcode);
	struct emu_inject what;
	uint32_t uid;
	uint8_t st;

	if (inject_take(f, EMU_INJECT_FAIL, opcode, &what))
		return emu_refuse(
			c, (uint8_t)what.value, what.syndrome ? what.syndrome : EMU_SYND_INJECTED);
	if (!d)
		return emu_refuse(c, PRM_ST_BAD_OP, EMU_SYND_OPCODE);
	if (c->in_len < d->in_min)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_IN_LEN);
	if (c->out_len < d->out_min)
		return emu_refuse(c, PRM_ST_BAD_OUTP_LEN, EMU_SYND_OUT_LEN);
	st = legal_now(f, c, d->when);
	if (st)
		return st;
	uid = opcode == PRM_OP_DESTROY_UCTX ? 0 : (uint32_t)emu_get(c->in, PRM_MBOX_IN_UID);
	if (emu_uid_is_user(uid) && !emu_id_get(f, EMU_UCTX, uid))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_UCTX);
	lint_command(f, opcode, c->in, c->in_len);
	f->hca->uid = uid;
	st = d->fn(f, c);
	f->hca->uid = 0;
	return st;
}

void cmd_finish(struct emu_fn *f, struct emu_cmd *c, uint8_t st)
{
	uint16_t opcode = (uint16_t)emu_get(c->in, PRM_MBOX_IN_OPCODE);

	emu_stats(f)->commands++;
	if (st) {
		emu_stats(f)->commands_refused++;
		memset(c->out, 0, c->out_len);
	}
	emu_set(c->out, PRM_MBOX_OUT_STATUS, st);
	emu_set(c->out, PRM_MBOX_OUT_SYNDROME, st ? c->syndrome : 0);
	emu_trace(f, "cmd %s(0x%x) in %u out %u: %s, syndrome 0x%x", lac_prm_op_name(opcode),
		opcode, c->in_len, c->out_len, lac_prm_st_name(st), st ? c->syndrome : 0);
}

void cmd_dispatch(struct emu_fn *f, struct emu_cmd *c)
{
	cmd_finish(f, c, run(f, c, (uint16_t)emu_get(c->in, PRM_MBOX_IN_OPCODE)));
}
