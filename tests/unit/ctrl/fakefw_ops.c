/* SPDX-License-Identifier: BSD-3-Clause */
/* The scripted device: what commands do, and events. Offsets as in the PRM, in bytes of the command. */
#include "../unit.h"

#include <stdio.h>
#include <unistd.h>

#include "fakefw.h"
#include "fakefw_ops.h"

#define OK        0x00
#define BAD_OP    0x02
#define BAD_PARAM 0x03
#define BAD_STATE 0x04
#define BAD_RES   0x05
#define BAD_IN    0x50

static uint16_t be16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

static void put24(uint8_t *out, uint32_t v)
{
	fake_put32(out + 8, v & 0xffffff);
}

/* cmd_hca_cap: word offset, shift, value */
static const struct {
	uint16_t off;
	uint8_t shift;
	uint32_t value;
} caps[] = {
	{0x10, 16, 15},
	{0x10, 0, 17},
	{0x18, 16, 22},
	{0x18, 0, 20},
	{0x1c, 24, 22},
	{0x1c, 16, 20},
	{0x1c, 0, 5},
	{0x20, 24, 4},
	{0x20, 23, 1},
	{0x20, 16, 62},
	{0x20, 7, 1},
	{0x20, 0, 16},
	{0x28, 16, 4},
	{0x28, 0, 4},
	{0x34, 29, 1},
	{0x34, 0, 1},
	{0x38, 24, 30},
	{0x3c, 0, 1},
	{0x40, 1, 1},
	{0x44, 14, 1},
	{0x44, 0, 1},
	{0x50, 0, 1024},
	{0x54, 0, 512},
};

void fake_caps_default(struct fake *f)
{
	for (size_t i = 0; i < COUNT(caps); i++) {
		uint8_t *p = f->cap_cur + caps[i].off;

		fake_put32(p, fake_be32(p) | caps[i].value << caps[i].shift);
	}
	memcpy(f->cap_max, f->cap_cur, sizeof(f->cap_max));
	f->atomic[0x08] = 0x02; /* supported_atomic_req_8B_endianness_mode_1 */
	f->atomic[0x13] = 3;
	f->atomic[0x17] = 8;
}

static uint8_t manage_pages(
	struct fake *f, const uint8_t *in, uint32_t in_len, uint8_t *out, uint32_t out_len)
{
	uint32_t n = fake_be32(in + 0x0c), k = 0;

	switch (be16(in + 6)) {
	case 0:
		f->cannot++;
		f->owed = 0;
		return OK;
	case 1:
		if (in_len != 16 + 8 * n || f->pages + n > FAKE_PAGES)
			return BAD_IN;
		for (uint32_t i = 0; i < n; i++) {
			uint64_t pa = fake_be64(in + 16 + 8 * i);

			if (!pa || pa & 4095)
				return BAD_PARAM;
			f->page[f->pages++] = pa;
			memset((void *)(uintptr_t)pa, 0xa5, 4096);
		}
		f->owed -= (int)n;
		return OK;
	case 2:
		if (out_len < 16 + 8 * n)
			return BAD_IN;
		if (f->give_back && n > f->give_back)
			n = f->give_back;
		for (; k < n && f->pages; k++) {
			uint64_t pa = f->page[--f->pages];

			fake_put32(out + 16 + 8 * k, (uint32_t)(pa >> 32));
			fake_put32(out + 20 + 8 * k, (uint32_t)pa);
		}
		if (f->alien_page && k)
			fake_put32(out + 16, 0x1234);
		fake_put32(out + 8, k);
		return OK;
	default:
		return BAD_PARAM;
	}
}

static uint8_t create_eq(struct fake *f, const uint8_t *in, uint32_t in_len, uint8_t *out)
{
	uint32_t log = fake_be32(in + 0x1c) >> 24 & 31, npas = (64u << log) / 4096;

	if (in_len != 0x110 + 8 * npas)
		return BAD_IN;
	for (size_t i = 0; i < FAKE_EQS; i++) {
		struct fake_eq *q = &f->eq[i];

		if (q->ring)
			continue;
		*q = (struct fake_eq){.eqn = f->next_id++ & 0xff,
			.log = log,
			.mask = fake_be64(in + 0x58),
			.ring = fake_be64(in + 0x110),
			.vector = fake_be32(in + 0x24) & 0xfff};
		put24(out, q->eqn);
		f->live[FAKE_EQ]++;
		return OK;
	}
	return 0x08;
}

/* As late as can be: the queue's last event stands in it unread when the queue ends. */
static uint8_t destroy_eq(struct fake *f, const uint8_t *in)
{
	static const uint8_t data[28];

	for (size_t i = 0; i < FAKE_EQS; i++) {
		if (f->eq[i].ring && f->eq[i].eqn == in[0x0b]) {
			if (f->eq[i].mask)
				fake_event(f, (uint8_t)__builtin_ctzll(f->eq[i].mask), 0, data);
			f->eq[i].ring = 0;
			f->live[FAKE_EQ]--;
			return OK;
		}
	}
	return BAD_RES;
}

static uint8_t make(struct fake *f, int kind, uint8_t *out)
{
	f->live[kind]++;
	put24(out, f->next_id++);
	return OK;
}

static uint8_t drop(struct fake *f, int kind)
{
	if (!f->live[kind])
		return BAD_RES;
	f->live[kind]--;
	return OK;
}

static uint8_t *caps_of(struct fake *f, uint16_t op_mod, bool max)
{
	switch (op_mod >> 1) {
	case 0:
		return max ? f->cap_max : f->cap_cur;
	case 3:
		return f->atomic;
	default:
		return NULL;
	}
}

uint8_t fake_op(struct fake *f, const uint8_t *in, uint32_t in_len, uint8_t *out, uint32_t out_len)
{
	uint16_t op = be16(in), mod = be16(in + 6);
	uint8_t *c;

	switch (op) {
	case 0x104: /* ENABLE_HCA */
		return f->live[FAKE_ENABLED]++ ? BAD_STATE : OK;
	case 0x105: /* DISABLE_HCA: no pages may be left */
		if (f->pages || f->live[FAKE_INITED] || !f->live[FAKE_ENABLED])
			return BAD_STATE;
		return drop(f, FAKE_ENABLED);
	case 0x10b:
		return be16(in + 0x0a) == 1 ? OK : BAD_PARAM;
	case 0x107:
		fake_put32(out + 0x0c, (uint32_t)(mod == 1 ? f->boot : f->init));
		return OK;
	case 0x108:
		return manage_pages(f, in, in_len, out, out_len);
	case 0x100:
		c = caps_of(f, mod, !(mod & 1));
		if (c)
			memcpy(out + 16, c, out_len - 16);
		return OK;
	case 0x109:
		c = caps_of(f, mod, false);
		/* cmdif_checksum: nothing beyond what it can */
		if (!c || in_len != 4112 ||
			(!(mod >> 1) && in[16 + 0x42] >> 6 > f->cap_max[0x42] >> 6))
			return BAD_PARAM;
		memcpy(c, in + 16, 256);
		f->sign = (f->cap_cur[0x42] >> 6) == 3;
		return OK;
	case 0x102:
		return f->live[FAKE_INITED]++ || in_len != 16 ? BAD_STATE : OK;
	case 0x103: /* TEARDOWN_HCA: objects go first */
		if (f->live[FAKE_EQ] || f->live[FAKE_UAR] || f->live[FAKE_PD] || f->live[FAKE_MKEY])
			return BAD_STATE;
		return drop(f, FAKE_INITED);
	case 0x802:
		return make(f, FAKE_UAR, out);
	case 0x803:
		return drop(f, FAKE_UAR);
	case 0x800:
		return make(f, FAKE_PD, out);
	case 0x801:
		return f->live[FAKE_MKEY] ? 0x06 : drop(f, FAKE_PD);
	case 0x200:
		return make(f, FAKE_MKEY, out);
	case 0x202:
		return drop(f, FAKE_MKEY);
	case 0x301:
		return create_eq(f, in, in_len, out);
	case 0x302:
		return destroy_eq(f, in);
	case 0x762:
		fake_put32(out + 0x30, f->vport_state | 5 << 12);
		fake_put32(out + 0x70, f->lid << 16);
		return OK;
	case 0x80d: /* NOP: returns its input, as far as both reach; for lengths */
		memcpy(out + 8, in + 8, (in_len < out_len ? in_len : out_len) - 8);
		return OK;
	default:
		return BAD_OP;
	}
}

static void eqe(
	struct fake *f, struct fake_eq *q, uint8_t type, uint8_t sub_type, const uint8_t *data)
{
	uint8_t *e = (uint8_t *)(uintptr_t)q->ring + (q->pi & ((1u << q->log) - 1)) * 64;
	const uint64_t one = 1;

	if (q->pi - q->ci >= 1u << q->log)
		fail_msg("EQ %u overran", q->eqn);
	memset(e, 0, 63);
	e[1] = type;
	e[3] = sub_type;
	memcpy(e + 0x20, data, 28);
	__atomic_store_n(&e[63], (uint8_t)(q->pi >> q->log & 1), __ATOMIC_RELEASE);
	q->pi++;
	if (f->irq[q->vector] > 0)
		(void)!write(f->irq[q->vector], &one, sizeof(one));
}

void fake_event(struct fake *f, uint8_t type, uint8_t sub_type, const uint8_t *data)
{
	for (size_t i = 0; i < FAKE_EQS; i++) {
		if (f->eq[i].ring && f->eq[i].mask >> type & 1)
			eqe(f, &f->eq[i], type, sub_type, data);
	}
}

void fake_comp(struct fake *f, uint32_t cqn)
{
	uint8_t data[28] = {0};

	fake_put32(data + 0x18, cqn);
	for (size_t i = 0; i < FAKE_EQS; i++) {
		if (f->eq[i].ring && !f->eq[i].mask)
			eqe(f, &f->eq[i], 0, 0, data);
	}
}

void fake_page_request(struct fake *f, uint16_t func, uint16_t flags, int32_t n)
{
	uint8_t data[28] = {0};

	fake_put32(data, (uint32_t)flags << 16 | func);
	fake_put32(data + 4, (uint32_t)n);
	fake_event(f, 0x0b, 0, data);
}
