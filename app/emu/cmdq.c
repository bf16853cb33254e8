/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The command queue: 32 entries in the client's memory, a doorbell bit each. A rung entry is read, checked
 * and executed at a later poll, and its completion is told at a still later one; in adversarial mode both
 * are late and in any order among the slots. The ownership byte is written last, the event follows it.
 * What cannot even be delivered (lengths, pointers, tokens, block numbers, signatures) ends as a delivery
 * status with the output untouched; PRM, "Command Interface".
 */
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

#define ENTRY_TYPE_PCI 7u
#define INLINE_BYTES   16u
#define BLOCK_DATA     512u
#define BLOCK_CTRL_LEN (PRM_CMD_PROT_BLOCK_BYTES - BLOCK_DATA)
#define COMMAND_MAX    (2u << 20)
#define SLOT_LATE      8u

/* offsets that are written on their own */
#define ENTRY_OUT        0x20u
#define ENTRY_SIG        0x3du
#define ENTRY_STATUS_OWN 0x3fu

static bool checksums_on(struct emu_fn *f)
{
	return EMU_CAP(f, PRM_CMD_HCA_CAP_CMDIF_CHECKSUM) == 3;
}

static uint64_t entry_addr(struct emu_fn *f, uint32_t n)
{
	return f->hca->q.addr + (uint64_t)n * EMU_CMD_STRIDE;
}

static void slot_free(struct emu_slot *s)
{
	free(s->in);
	free(s->out);
	free(s->out_block);
	memset(s, 0, sizeof(*s));
}

void cmdq_reset(struct emu_fn *f)
{
	for (uint32_t n = 0; n < EMU_SLOTS; n++)
		slot_free(&f->hca->q.slot[n]);
}

void cmdq_ring(struct emu_fn *f, uint32_t vector)
{
	struct emu_hca *h = f->hca;

	if (!h->q.addr_set) {
		emu_lint(f, "command doorbell 0x%08x before the queue's address was written",
			vector);
		return;
	}
	if (h->q.nic_interface == PRM_NIC_DISABLED) {
		emu_lint(f, "command doorbell 0x%08x while nic_interface is DISABLED", vector);
		return;
	}
	for (uint32_t n = 0; n < EMU_SLOTS; n++) {
		struct emu_slot *s = &h->q.slot[n];

		if (!(vector >> n & 1))
			continue;
		if (n >= 1u << h->profile.log_slots) {
			emu_lint(f, "doorbell of command slot %u: there are only %u", n,
				1u << h->profile.log_slots);
			break;
		}
		if (s->state != EMU_SLOT_IDLE) {
			emu_lint(f, "doorbell of command slot %u, which is still executing", n);
			continue;
		}
		s->state = EMU_SLOT_RUNG;
		s->due = h->polls + hca_delay(f, SLOT_LATE);
	}
}

void cmdq_pages_changed(struct emu_fn *f, bool refused)
{
	for (uint32_t n = 0; n < EMU_SLOTS; n++) {
		struct emu_slot *s = &f->hca->q.slot[n];

		if (s->state == EMU_SLOT_HELD) {
			s->state = EMU_SLOT_RUNG;
			s->refused = refused;
			s->due = f->hca->polls;
		}
	}
}

/*
 * Walks a chain of @blocks mailboxes from @addr. Data goes to @data (NULL: only checked), addresses to
 * @where (NULL: not wanted). Returns a delivery status.
 */
static uint8_t chain_walk(struct emu_fn *f, uint64_t addr, uint32_t len, uint8_t token,
	uint8_t *data, uint64_t *where)
{
	uint8_t b[PRM_CMD_PROT_BLOCK_BYTES];

	for (uint32_t i = 0; len; i++) {
		uint32_t part = len < BLOCK_DATA ? len : BLOCK_DATA;

		if (!addr)
			return data ? PRM_DLV_IN_LENGTH : PRM_DLV_OUT_LENGTH;
		if (emu_dma_read(f, addr, b, sizeof(b)))
			return PRM_DLV_FW_ERR;
		if (emu_get(b, PRM_CMD_PROT_BLOCK_TOKEN) != token)
			return PRM_DLV_TOK_ERR;
		if (emu_get(b, PRM_CMD_PROT_BLOCK_BLOCK_NUM) != i)
			return PRM_DLV_BAD_BLK_NUM;
		if (checksums_on(f) && (emu_xor8(b + BLOCK_DATA, BLOCK_CTRL_LEN - 1) != 0xff ||
					       (data && emu_xor8(b, sizeof(b)) != 0xff)))
			return PRM_DLV_SIGNAT_ERR;
		if (data)
			memcpy(data + i * (size_t)BLOCK_DATA, b, part);
		if (where)
			where[i] = addr;
		len -= part;
		addr = emu_get(b, PRM_CMD_PROT_BLOCK_NEXT);
		if (len && addr & 0x3ff)
			return data ? PRM_DLV_IN_PTR_ALIGN : PRM_DLV_OUT_PTR_ALIGN;
	}
	return PRM_DLV_OK;
}

static uint8_t entry_check(const uint8_t *e)
{
	uint64_t in_len = emu_get(e, PRM_CMD_LAYOUT_INLEN);
	uint64_t out_len = emu_get(e, PRM_CMD_LAYOUT_OUTLEN);

	if (e[0] != ENTRY_TYPE_PCI)
		return PRM_DLV_CMD_DESCR;
	if (e[1] | e[2] | e[3] | e[0x3e])
		return PRM_DLV_RES_FLD_NOT_CLR;
	if (in_len < 8 || in_len > COMMAND_MAX)
		return PRM_DLV_IN_LENGTH;
	if (out_len < 8 || out_len > COMMAND_MAX)
		return PRM_DLV_OUT_LENGTH;
	if (in_len > INLINE_BYTES && emu_get(e, PRM_CMD_LAYOUT_IN_PTR) & 0x1ff)
		return PRM_DLV_IN_PTR_ALIGN;
	if (out_len > INLINE_BYTES && emu_get(e, PRM_CMD_LAYOUT_OUT_PTR) & 0x1ff)
		return PRM_DLV_OUT_PTR_ALIGN;
	return PRM_DLV_OK;
}

/* Brings the whole input in and makes sure that the output has somewhere to go. */
static uint8_t slot_gather(struct emu_fn *f, struct emu_slot *s)
{
	const uint8_t *e = s->entry;
	uint8_t token = (uint8_t)emu_get(e, PRM_CMD_LAYOUT_TOKEN);
	uint32_t rest;
	uint8_t st = entry_check(e);

	if (st)
		return st;
	if (checksums_on(f) && emu_xor8(e, EMU_CMD_STRIDE) != 0xff)
		return PRM_DLV_SIGNAT_ERR;
	s->in_len = (uint32_t)emu_get(e, PRM_CMD_LAYOUT_INLEN);
	s->out_len = (uint32_t)emu_get(e, PRM_CMD_LAYOUT_OUTLEN);
	rest = s->out_len > INLINE_BYTES ? s->out_len - INLINE_BYTES : 0;
	s->out_blocks = (rest + BLOCK_DATA - 1) / BLOCK_DATA;
	s->in = calloc(1, s->in_len < INLINE_BYTES ? INLINE_BYTES : s->in_len);
	s->out = calloc(1, s->out_len < INLINE_BYTES ? INLINE_BYTES : s->out_len);
	s->out_block = calloc(s->out_blocks ? s->out_blocks : 1, sizeof(*s->out_block));
	if (!s->in || !s->out || !s->out_block)
		return PRM_DLV_FW_ERR;
	memcpy(s->in, e + PRM_CMD_LAYOUT_IN_OFF, INLINE_BYTES);
	st = PRM_DLV_OK;
	if (s->in_len > INLINE_BYTES)
		st = chain_walk(f, emu_get(e, PRM_CMD_LAYOUT_IN_PTR), s->in_len - INLINE_BYTES,
			token, s->in + INLINE_BYTES, NULL);
	if (!st && rest)
		st = chain_walk(
			f, emu_get(e, PRM_CMD_LAYOUT_OUT_PTR), rest, token, NULL, s->out_block);
	return st;
}

/* Reads the entry, or lets the doorbell go unanswered as hardware would. */
static bool slot_fetch(struct emu_fn *f, uint32_t n)
{
	struct emu_slot *s = &f->hca->q.slot[n];

	free(s->in);
	free(s->out);
	free(s->out_block);
	s->in = s->out = NULL;
	s->out_block = NULL;
	if (emu_dma_read(f, entry_addr(f, n), s->entry, sizeof(s->entry))) {
		emu_lint(f, "the entry of command slot %u is not in mapped memory", n);
		slot_free(s);
		return false;
	}
	if (!emu_get(s->entry, PRM_CMD_LAYOUT_OWN)) {
		emu_lint(f, "doorbell of command slot %u, whose entry software owns", n);
		slot_free(s);
		return false;
	}
	s->delivery = slot_gather(f, s);
	return true;
}

/* A command that must wait, for pages or by order of the control socket. */
static bool slot_waits(struct emu_fn *f, struct emu_slot *s, uint16_t opcode)
{
	struct emu_hca *h = f->hca;
	struct emu_inject what;
	uint32_t missing;

	if (!s->seen && inject_take(f, EMU_INJECT_SLOW, opcode, &what)) {
		s->seen = true;
		s->state = what.value == EMU_NEVER ? EMU_SLOT_LOST : EMU_SLOT_RUNG;
		s->due = h->polls + what.value;
		return true;
	}
	s->seen = true;
	missing = pages_missing(f, opcode);
	if (missing && !s->refused && pages_ask(f, missing)) {
		s->state = EMU_SLOT_HELD;
		return true;
	}
	return false;
}

static void slot_execute(struct emu_fn *f, uint32_t n)
{
	struct emu_slot *s = &f->hca->q.slot[n];
	struct emu_inject what;
	uint16_t opcode;

	if (!slot_fetch(f, n))
		return;
	s->event = eq_takes(f, PRM_EV_CMD);
	if (!s->delivery) {
		struct emu_cmd c = {
			.in = s->in, .in_len = s->in_len, .out = s->out, .out_len = s->out_len};

		opcode = (uint16_t)emu_get(s->in, PRM_MBOX_IN_OPCODE);
		if (slot_waits(f, s, opcode))
			return;
		if (inject_take(f, EMU_INJECT_DELIVERY, opcode, &what))
			s->delivery = (uint8_t)what.value;
		else if (s->refused)
			cmd_finish(f, &c, emu_refuse(&c, PRM_ST_NO_RES, EMU_SYND_PAGES_REFUSED));
		else
			cmd_dispatch(f, &c);
	}
	if (s->delivery)
		emu_trace(f, "cmd[%u] delivery status %s", n, lac_prm_dlv_name(s->delivery));
	s->state = EMU_SLOT_DONE;
	s->due = f->hca->polls + hca_delay(f, SLOT_LATE);
}

/* Mailboxes of the output keep the client's control fields; only data and signature are written. */
static void blocks_scatter(struct emu_fn *f, struct emu_slot *s)
{
	uint32_t left = s->out_len > INLINE_BYTES ? s->out_len - INLINE_BYTES : 0;

	for (uint32_t i = 0; i < s->out_blocks; i++) {
		uint32_t part = left < BLOCK_DATA ? left : BLOCK_DATA;
		uint8_t b[PRM_CMD_PROT_BLOCK_BYTES];

		if (emu_dma_write(f, s->out_block[i],
			    s->out + INLINE_BYTES + i * (size_t)BLOCK_DATA, part))
			return;
		left -= part;
		if (!checksums_on(f) || emu_dma_read(f, s->out_block[i], b, sizeof(b)))
			continue;
		emu_set(b, PRM_CMD_PROT_BLOCK_SIG, 0);
		emu_set(b, PRM_CMD_PROT_BLOCK_SIG, (uint8_t)~emu_xor8(b, sizeof(b)));
		emu_dma_write(f, s->out_block[i] + sizeof(b) - 1, b + sizeof(b) - 1, 1);
	}
}

static void slot_complete(struct emu_fn *f, uint32_t n)
{
	struct emu_slot *s = &f->hca->q.slot[n];
	uint64_t at = entry_addr(f, n);
	uint8_t data[28] = {0};
	bool event = s->event;

	if (!s->delivery) {
		blocks_scatter(f, s);
		memcpy(s->entry + ENTRY_OUT, s->out, INLINE_BYTES);
		emu_dma_write(f, at + ENTRY_OUT, s->entry + ENTRY_OUT, INLINE_BYTES);
	}
	emu_set(s->entry, PRM_CMD_LAYOUT_DELIVERY, s->delivery);
	emu_set(s->entry, PRM_CMD_LAYOUT_OWN, 0);
	if (checksums_on(f)) {
		s->entry[ENTRY_SIG] = 0;
		s->entry[ENTRY_SIG] = (uint8_t)~emu_xor8(s->entry, sizeof(s->entry));
		emu_dma_write(f, at + ENTRY_SIG, s->entry + ENTRY_SIG, 1);
	}
	emu_dma_write(f, at + ENTRY_STATUS_OWN, s->entry + ENTRY_STATUS_OWN, 1);
	slot_free(s);
	emu_put_be32(data, 1u << n);
	if (event && eq_takes(f, PRM_EV_CMD))
		emu_event(f, PRM_EV_CMD, 0, data);
}

static bool slot_moves(const struct emu_slot *s)
{
	return s->state == EMU_SLOT_RUNG || s->state == EMU_SLOT_DONE;
}

unsigned int cmdq_poll(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;
	unsigned int work = 0;
	uint32_t first;

	for (uint32_t n = 0; n < EMU_SLOTS; n++)
		work += slot_moves(&h->q.slot[n]);
	if (!work) /* an idle poll draws no number, so that idling does not change what a seed replays */
		return 0;
	first = (uint32_t)hca_delay(f, EMU_SLOTS);
	for (uint32_t i = 0; i < EMU_SLOTS; i++) {
		uint32_t n = (first + i) % EMU_SLOTS;
		struct emu_slot *s = &h->q.slot[n];

		if (!slot_moves(s) || s->due > h->polls)
			continue;
		if (s->state == EMU_SLOT_RUNG)
			slot_execute(f, n);
		else
			slot_complete(f, n);
	}
	return work;
}
