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

#define INLINE_BIT  0x80000000u
#define AV_EXTENDED 0x80000000u
#define AV_BYTES    48u
#define AV_COMPACT  16u
#define XRC_BYTES   16u

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

static uint32_t decode_raddr(struct emu_wqe *w, const uint8_t *raw, uint32_t at, uint32_t end)
{
	if (end < at + 0x10) {
		w->bad = "no remote address segment";
		return end;
	}
	w->raddr = rd64(raw + at);
	w->rkey = rd32(raw + at + 8);
	return at + 0x10;
}

static uint32_t decode_av(struct emu_wqe *w, const uint8_t *raw, uint32_t at, uint32_t end)
{
	uint32_t bytes = end >= at + AV_COMPACT && rd32(raw + at + 8) & AV_EXTENDED ? AV_BYTES
										    : AV_COMPACT;

	if (end < at + bytes) {
		w->bad = "no address vector, or half of one";
		return end;
	}
	raw += at;
	w->av.q_key = rd32(raw);
	w->av.qpn = rd24(raw + 9);
	w->av.sl = raw[12] & 0xf;
	w->av.fl = raw[13] >> 7;
	w->av.path_bits = raw[13] & 0x7f;
	w->av.rlid = (uint16_t)rd16(raw + 14);
	if (bytes == AV_BYTES) {
		w->av.tclass = raw[26];
		w->av.hop_limit = raw[27];
		w->av.grh = raw[28] >> 6 & 1;
		w->av.sgid_index = (uint8_t)(rd16(raw + 28) >> 4);
		w->av.flow_label = rd32(raw + 28) & 0xfffff;
		memcpy(w->av.rgid, raw + 32, sizeof(w->av.rgid));
	}
	return at + bytes;
}

static void decode_atomic(struct emu_wqe *w, const uint8_t *raw, uint32_t at, uint32_t end)
{
	at = decode_raddr(w, raw, at, end);

	if (w->bad == NULL && end < at + 16)
		w->bad = "no atomic segment";
	if (w->bad != NULL)
		return;
	w->swap_add = rd64(raw + at);
	w->compare = rd64(raw + at + 8);
	at += 16;
	decode_segs(w, raw, at, end);
	if (w->bad == NULL && (w->nseg != 1 || w->seg[0].inl || w->total != 8))
		w->bad = "an atomic scatters into one segment of 8 bytes";
}

void emu_wqe_decode(struct emu_wqe *w, const uint8_t *raw, uint32_t len)
{
	emu_wqe_decode_as(w, raw, len, EMU_WQE_PLAIN);
}

/* what the service type puts behind the control segment; where the rest begins */
static uint32_t decode_kind(
	struct emu_wqe *w, const uint8_t *raw, uint32_t end, enum emu_wqe_kind kind)
{
	uint32_t at = 0x10;

	if (kind == EMU_WQE_DATAGRAM)
		return decode_av(w, raw, at, end);
	if (kind == EMU_WQE_PLAIN)
		return at;
	if (end < at + XRC_BYTES) {
		w->bad = "no XRC segment";
		return end;
	}
	w->srqn = rd24(raw + at + 1);
	return at + XRC_BYTES;
}

void emu_wqe_decode_as(struct emu_wqe *w, const uint8_t *raw, uint32_t len, enum emu_wqe_kind kind)
{
	uint32_t end = emu_wqe_bytes(raw), at;

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
	if (w->op == EMU_OP_NOP)
		return;
	if (w->op == EMU_OP_UMR) {
		decode_umr(w, raw, end);
		return;
	}
	at = decode_kind(w, raw, end, kind);
	if (w->bad != NULL)
		return;
	switch (w->op) {
	case EMU_OP_SEND:
	case EMU_OP_SEND_IMM:
	case EMU_OP_SEND_INV:
		decode_segs(w, raw, at, end);
		return;
	case EMU_OP_WRITE:
	case EMU_OP_WRITE_IMM:
	case EMU_OP_READ:
		at = decode_raddr(w, raw, at, end);
		decode_segs(w, raw, at, end);
		if (w->op == EMU_OP_READ && w->nseg > 0 && w->seg[0].inl)
			w->bad = "a READ cannot scatter into its own WQE";
		return;
	case EMU_OP_CAS:
	case EMU_OP_FADD:
		decode_atomic(w, raw, at, end);
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
