/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Decoding of send WQEs. A cursor walks the bytes; whoever would read past the DS count makes the WQE
 * malformed instead. Fields that an opcode does not use are not looked at.
 */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "rd.h"
#include "wqe.h"

#define INLINE_BIT 0x80000000u

uint32_t emu_wqe_bytes(const uint8_t *raw)
{
	return (raw[7] & 0x3fu) * EMU_DS;
}

const char *emu_wqe_name(uint8_t op)
{
	switch (op) {
	case EMU_OP_NOP:
		return "NOP";
	case EMU_OP_SEND_INV:
		return "SEND_INV";
	case EMU_OP_WRITE:
		return "WRITE";
	case EMU_OP_WRITE_IMM:
		return "WRITE_IMM";
	case EMU_OP_SEND:
		return "SEND";
	case EMU_OP_SEND_IMM:
		return "SEND_IMM";
	case EMU_OP_READ:
		return "READ";
	case EMU_OP_CAS:
		return "CAS";
	case EMU_OP_FADD:
		return "FADD";
	case EMU_OP_UMR:
		return "UMR";
	default:
		return "?";
	}
}

static void decode_segs(struct emu_wqe *w, const uint8_t *raw, uint32_t at, uint32_t end)
{
	while (at + EMU_DS <= end) {
		uint32_t count = rd32(raw + at);
		struct emu_seg *s = &w->seg[w->nseg++];

		s->inl = (count & INLINE_BIT) != 0;
		if (s->inl) {
			s->len = count & ~INLINE_BIT;
			s->off = (uint16_t)(at + 4);
			if (s->len > end - at - 4) {
				w->bad = "inline data is longer than the WQE";
				return;
			}
			at += (4 + s->len + EMU_DS - 1) / EMU_DS * EMU_DS;
		} else {
			s->len = count != 0 ? count : EMU_BYTES_2G;
			s->key = rd32(raw + at + 4);
			s->addr = rd64(raw + at + 8);
			at += EMU_DS;
		}
		w->total += s->len;
	}
}

static void decode_umr(struct emu_wqe *w, const uint8_t *raw, uint32_t end)
{
	if (end < 0x80) {
		w->bad = "a UMR WQE has at least 8 DS";
		return;
	}
	w->umr.flags = raw[0x10];
	w->umr.octw = rd16(raw + 0x14);
	w->umr.mask = rd64(raw + 0x18);
	w->umr.mkc_off = 0x40;
	w->umr.list_off = 0x80;
	if (w->umr.flags & EMU_UMR_OFFSET)
		w->umr.off_octw = (uint64_t)rd32(raw + 0x20) << 16 | rd16(raw + 0x16);
	if (w->umr.octw == 0)
		return;
	if (w->umr.flags & EMU_UMR_INLINE) {
		if (w->umr.octw * 16 > end - 0x80)
			w->bad = "the inline list is longer than the WQE";
		return;
	}
	if (end < 0x90) {
		w->bad = "a UMR with a list elsewhere needs a pointer segment";
		return;
	}
	w->umr.ptr.len = rd32(raw + 0x80);
	w->umr.ptr.key = rd32(raw + 0x84);
	w->umr.ptr.addr = rd64(raw + 0x88);
}

static uint32_t decode_raddr(struct emu_wqe *w, const uint8_t *raw, uint32_t end)
{
	if (end < 0x20) {
		w->bad = "no remote address segment";
		return end;
	}
	w->raddr = rd64(raw + 0x10);
	w->rkey = rd32(raw + 0x18);
	return 0x20;
}

static void decode_atomic(struct emu_wqe *w, const uint8_t *raw, uint32_t end)
{
	uint32_t at = decode_raddr(w, raw, end);

	if (end < at + 16) {
		w->bad = "no atomic segment";
		return;
	}
	w->swap_add = rd64(raw + at);
	w->compare = rd64(raw + at + 8);
	at += 16;
	decode_segs(w, raw, at, end);
	if (w->bad == NULL && (w->nseg != 1 || w->seg[0].inl || w->total != 8))
		w->bad = "an atomic scatters into one segment of 8 bytes";
}

void emu_wqe_decode(struct emu_wqe *w, const uint8_t *raw, uint32_t len)
{
	uint32_t end = emu_wqe_bytes(raw);

	memset(w, 0, offsetof(struct emu_wqe, seg));
	memset(&w->umr, 0, sizeof(w->umr));
	w->opmod = raw[0];
	w->index = (uint16_t)rd16(raw + 1);
	w->op = raw[3];
	w->qpn = rd24(raw + 4);
	w->ds = raw[7] & 0x3f;
	w->fence = raw[0x0b] >> 5;
	w->ce = raw[0x0b] >> 2 & 3;
	w->solicited = raw[0x0b] >> 1 & 1;
	w->imm = rd32(raw + 0x0c);
	w->bb = (end + EMU_WQEBB - 1) / EMU_WQEBB;
	if (w->ds == 0) {
		w->bb = 1;
		w->bad = "the DS count is 0";
		return;
	}
	if (end > len) {
		w->bad = "the DS count is longer than the bytes";
		return;
	}
	switch (w->op) {
	case EMU_OP_NOP:
		return;
	case EMU_OP_SEND:
	case EMU_OP_SEND_IMM:
	case EMU_OP_SEND_INV:
		decode_segs(w, raw, 0x10, end);
		return;
	case EMU_OP_WRITE:
	case EMU_OP_WRITE_IMM:
	case EMU_OP_READ: {
		uint32_t at = decode_raddr(w, raw, end);

		decode_segs(w, raw, at, end);
		if (w->op == EMU_OP_READ && w->nseg > 0 && w->seg[0].inl)
			w->bad = "a READ cannot scatter into its own WQE";
		return;
	}
	case EMU_OP_CAS:
	case EMU_OP_FADD:
		decode_atomic(w, raw, end);
		return;
	case EMU_OP_UMR:
		decode_umr(w, raw, end);
		return;
	default:
		w->bad = "the opcode is unknown";
		return;
	}
}

void emu_wqe_print(FILE *out, const struct emu_wqe *w)
{
	fprintf(out, "%s index %u qpn 0x%x ds %u fence %u ce %u", emu_wqe_name(w->op), w->index,
		w->qpn, w->ds, w->fence, w->ce);
	if (w->bad != NULL) {
		fprintf(out, " malformed: %s", w->bad);
		return;
	}
	if (w->op == EMU_OP_UMR) {
		fprintf(out,
			" key 0x%08x flags 0x%02x octowords %u at %" PRIu64 " mask 0x%016" PRIx64,
			w->imm, w->umr.flags, w->umr.octw, w->umr.off_octw, w->umr.mask);
		if (w->umr.octw != 0 && !(w->umr.flags & EMU_UMR_INLINE))
			fprintf(out, " list 0x%08x:0x%" PRIx64, w->umr.ptr.key, w->umr.ptr.addr);
		return;
	}
	if (w->op >= EMU_OP_WRITE && w->op != EMU_OP_SEND && w->op != EMU_OP_SEND_IMM)
		fprintf(out, " remote 0x%08x:0x%" PRIx64, w->rkey, w->raddr);
	fprintf(out, " segments %u bytes %" PRIu64, w->nseg, w->total);
}
