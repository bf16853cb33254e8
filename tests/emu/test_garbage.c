/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A client that knows the commands but not the rules, before the HCA and the engine: every opcode with fields that
 * are sometimes right, object numbers that are sometimes alive, doorbells anywhere, memory that comes and goes,
 * resets in between. Nothing may crash, hang or leak, and after a reset everything must be as new.
 */
#include "rig.h"

static uint64_t seed(void)
{
	const char *s = getenv("LAC_SEED");

	return s ? strtoull(s, NULL, 0) : 4711;
}

static uint32_t below(struct rig *r, uint32_t n)
{
	return emu_rand_below(&r->w, n);
}

/* A value for a field: its width decides what may hit something. */
static uint64_t value(struct rig *r, uint32_t width)
{
	switch (below(r, 6)) {
	case 0:
		return 0;
	case 1:
		return emu_rand(&r->w);
	case 2:
		return width >= 24 ? 0x40 + below(r, 40) : below(r, 4);
	case 3:
		return width == 64 ? RIG_IOVA + below(r, RIG_BYTES) / 64 * 64ull : below(r, 24);
	case 4:
		return width == 24 ? EMU_UAR_FIRST + below(r, 4) : 1;
	default:
		return below(r, 8);
	}
}

static void fill(struct rig *r, uint8_t *in, uint32_t len, const struct prm_layout_desc *d,
	uint32_t base, uint32_t percent)
{
	for (const struct prm_field_desc *f = d->fields; f->name; f++) {
		uint32_t n = f->count ? f->count : 4;

		for (uint32_t i = 0; i < n; i++) {
			uint32_t bit = base + f->bit + i * f->width;

			if (bit / 8 + (f->width + 7) / 8 + 1 > len)
				break;
			if (f->nested)
				fill(r, in, len, f->nested, bit, percent);
			else if (f->width <= 64 && below(r, 100) < percent)
				emu_set(in, PRM_FIELD(bit, f->width), value(r, f->width));
		}
	}
}

/* What lets more commands through: a list of pages that is one. */
static void pages_at_the_end(struct rig *r, uint8_t *in, uint32_t len)
{
	if (len <= 0x110 || below(r, 4) == 0)
		return;
	for (uint32_t at = 0x110; at + 8 <= len; at += 8)
		emu_put_be64(in + at, RIG_IOVA + (1u << 20) + below(r, 64) * (uint64_t)EMU_PAGE);
}

static void mostly(struct rig *r, uint8_t *in, struct prm_field f, uint64_t v)
{
	if (below(r, 100) < 97)
		emu_set(in, f, v);
}

static uint32_t alive(struct rig *r, enum emu_kind k)
{
	uint32_t id = emu_id_next(&r->f, k, 0x40 + below(r, 64));

	return id == UINT32_MAX ? emu_id_next(&r->f, k, 0) & 0xffffff : id;
}

/* Queues and keys that come to life, so that the engine has something to stumble over. */
static void plausible(struct rig *r, uint16_t opcode, uint8_t *in)
{
	uint8_t *c = in + 0x10, *q = in + 0x18;

	switch (opcode) {
	case PRM_OP_CREATE_CQ:
		memset(c, 0, PRM_CQC_BYTES);
		mostly(r, c, PRM_CQC_C_EQN_OR_APU_ELEMENT, 1 + below(r, 2));
		mostly(r, c, PRM_CQC_UAR_PAGE, EMU_UAR_FIRST);
		mostly(r, c, PRM_CQC_LOG_CQ_SIZE, below(r, 6));
		mostly(r, c, PRM_CQC_DBR_ADDR, RIG_IOVA + (1u << 20) + below(r, 48) * 64ull);
		break;
	case PRM_OP_CREATE_QP:
		memset(q, 0, PRM_QPC_BYTES);
		memset(in + 0x10, 0, 8);
		mostly(r, q, PRM_QPC_PD, alive(r, EMU_PD));
		mostly(r, q, PRM_QPC_CQN_SND, alive(r, EMU_CQ));
		mostly(r, q, PRM_QPC_CQN_RCV, alive(r, EMU_CQ));
		mostly(r, q, PRM_QPC_UAR_PAGE, EMU_UAR_FIRST);
		mostly(r, q, PRM_QPC_LOG_SQ_SIZE, below(r, 8));
		mostly(r, q, PRM_QPC_LOG_RQ_SIZE, below(r, 4));
		mostly(r, q, PRM_QPC_RLKY, below(r, 2));
		mostly(r, q, PRM_QPC_DBR_ADDR, RIG_IOVA + (1u << 20) + below(r, 48) * 64ull);
		break;
	case PRM_OP_RST2INIT_QP:
	case PRM_OP_INIT2RTR_QP:
	case PRM_OP_RTR2RTS_QP:
		emu_set(in, PRM_RST2INIT_QP_IN_QPN, alive(r, EMU_QP));
		mostly(r, q, PRM_QPC_MTU, 5);
		mostly(r, q, PRM_QPC_LOG_MSG_MAX, 30);
		mostly(r, q, PRM_QPC_REMOTE_QPN, alive(r, EMU_QP));
		mostly(r, q + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF, PRM_ADS_RLID, 1);
		mostly(r, q + PRM_QPC_PRIMARY_ADDRESS_PATH_OFF, PRM_ADS_VHCA_PORT_NUM, 1);
		break;
	default:
		break;
	}
}

/* most often the driver's; else a user context's, the shared one, or any */
static uint16_t some_uid(struct rig *r)
{
	if (below(r, 8))
		return 0;
	return below(r, 2)   ? (uint16_t)alive(r, EMU_UCTX)
	       : below(r, 2) ? EMU_UID_SHARED
			     : (uint16_t)value(r, 16);
}

static void command(struct rig *r, uint32_t slot, const struct prm_cmd_desc *d)
{
	uint8_t in[0x400] = {0};
	uint32_t in_len = d->in->bytes, out_len = d->out->bytes;

	if (in_len > sizeof(in))
		in_len = sizeof(in);
	if (below(r, 3))
		in_len += below(r, (uint32_t)sizeof(in) - in_len + 1) & ~7u;
	if (!below(r, 20))
		in_len = 8 + below(r, in_len - 7);
	if (!below(r, 20))
		out_len = 8 + below(r, out_len);
	fill(r, in, in_len, d->in, 0, 3 + below(r, 40));
	pages_at_the_end(r, in, in_len);
	if (below(r, 8))
		plausible(r, d->opcode, in);
	emu_put_be32(in, (uint32_t)d->opcode << 16 | some_uid(r));
	emu_put_be32(in + 4, below(r, 6) ? below(r, 2) : below(r, 4));
	rig_post(r, slot, in, in_len, out_len);
	if (!below(r, 30))
		rig_at(r, RIG_QUEUE + slot * 64ull)[below(r, 63)] ^= (uint8_t)emu_rand(&r->w);
	rig_ring(r, 1u << slot);
}

static const struct prm_cmd_desc *desc_of(uint16_t opcode)
{
	const struct prm_cmd_desc *d = lac_prm_cmds;

	while (d->opcode != opcode)
		d++;
	return d;
}

/* What makes queues that run: each command most often right, most often in order. */
static void bring_up(struct rig *r)
{
	static const uint16_t steps[] = {PRM_OP_ALLOC_PD, PRM_OP_CREATE_CQ, PRM_OP_CREATE_QP,
		PRM_OP_RST2INIT_QP, PRM_OP_INIT2RTR_QP, PRM_OP_RTR2RTS_QP};

	for (size_t i = 0; i < COUNT(steps); i++) {
		for (uint32_t n = 1 + below(r, 6); n--;) {
			uint32_t slot = below(r, 32);

			command(r, slot, desc_of(steps[i]));
			for (int k = 0; k < 20 && !rig_done(r, slot); k++)
				rig_polls(r, 1);
		}
	}
}

static void doorbell(struct rig *r)
{
	static const uint32_t offsets[] = {
		0x20, 0x24, 0x40, 0x48, 0x800, 0x804, 0x900, 0xa00, 0xb00, 0xb04};
	uint64_t at = (EMU_UAR_FIRST + below(r, 4)) * (uint64_t)EMU_PAGE +
		      offsets[below(r, COUNT(offsets))];
	uint8_t b[64];

	for (size_t i = 0; i < sizeof(b); i++)
		b[i] = (uint8_t)emu_rand(&r->w);
	emu_put_be32(b, value(r, 32) & 0xffffffff);
	emu_put_be32(b + 4, alive(r, EMU_QP) << 8);
	if (!below(r, 10))
		at = emu_rand(&r->w) % (EMU_BAR_BYTES + 100);
	hca_bar_write(&r->f, at, b, below(r, 8) ? 4u << below(r, 5) : below(r, 65));
	hca_bar_read(&r->f, at, b, below(r, 65));
}

/* Bytes of work queues, doorbell records, lists. */
static void scribble(struct rig *r)
{
	static const uint8_t opcodes[] = {0, 1, 8, 9, 0xa, 0xb, 0x10, 0x11, 0x12, 0x25, 0x2f};
	uint8_t *p = rig_at(r, RIG_IOVA + (1u << 20) + below(r, 64 * EMU_PAGE / 64 - 4) * 64ull);

	for (int i = 0; i < 16; i++)
		emu_put_be32(p + i * 4, (uint32_t)value(r, 32));
	if (below(r, 2)) { /* the head of a WQE */
		emu_put_be32(p, below(r, 12) << 8 | opcodes[below(r, COUNT(opcodes))]);
		emu_put_be32(p + 4, alive(r, EMU_QP) << 8 | (1 + below(r, 12)));
		emu_put_be32(p + 8, below(r, 256));
	}
}

/* A queue's WQEs and record made to go. */
static void post(struct rig *r)
{
	uint64_t page = RIG_IOVA + (1u << 20);

	for (int i = 0; i < 40; i++)
		scribble(r);
	for (int i = 0; i < 20; i++) {
		uint8_t *record = rig_at(r, page + below(r, 48) * 64ull);

		emu_put_be32(record, below(r, 12));
		emu_put_be32(record + 4, below(r, 12));
	}
	for (int i = 0; i < 8; i++) {
		uint8_t b[8] = {0};

		b[2] = (uint8_t)below(r, 12);
		emu_put_be32(b + 4, alive(r, EMU_QP) << 8 | 4);
		hca_bar_write(&r->f, EMU_UAR_FIRST * (uint64_t)EMU_PAGE + 0x800, b, sizeof(b));
		engine_run(&r->w, 64);
		rig_polls(r, 2);
	}
}

static void as_new(struct rig *r)
{
	hca_reset(&r->f);
	assert_int_equal(r->f.stats.objects, 0);
	assert_int_equal(r->f.stats.pages_held, 0);
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	r->hole_len = 0;
	r->serve = false;
	r->next = RIG_IOVA + EMU_PAGE + (32u << 20);
	rig_up(r);
	r->serve = false;
	for (int i = 0; i < 4; i++)
		rig_make(r, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
}

static void whatever_a_client_does(void **state)
{
	struct rig *r = rig_new("vf,regular_pages=0,pages_per_64=0,init_pages=2", true, seed());
	uint32_t count = 0;

	(void)state;
	print_message("seed %llu (LAC_SEED)\n", (unsigned long long)seed());
	r->w.opt.lint = seed() & 1;
	while (lac_prm_cmds[count].name)
		count++;
	as_new(r);
	for (int i = 0; i < 20000; i++) {
		const struct prm_cmd_desc *d = &lac_prm_cmds[below(r, count)];
		bool ends = d->opcode == PRM_OP_TEARDOWN_HCA;

		if (!ends || !below(r, 50))
			command(r, below(r, 32), d);
		if (!below(r, 3))
			doorbell(r);
		if (!below(r, 20))
			post(r);
		if (!below(r, 100))
			bring_up(r);
		if (!below(r, 200)) {
			r->hole = RIG_IOVA + below(r, RIG_BYTES);
			r->hole_len = below(r, 2) ? below(r, 1u << 20) : 0;
		}
		rig_polls(r, 1 + below(r, 4));
		engine_run(&r->w, 1 + below(r, 64));
		if (!below(r, 1000))
			as_new(r);
	}
	as_new(r);
	print_message("%llu commands, %llu refused, %llu WQEs\n",
		(unsigned long long)r->f.stats.commands,
		(unsigned long long)r->f.stats.commands_refused,
		(unsigned long long)r->f.stats.wqes);
	rig_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_a_client_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
