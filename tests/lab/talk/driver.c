/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The script. Its side owns a key; the other one WRITEs into it, READs from it, does atomics on it, SENDs, ends it by a
 * SEND, and does what it may not. After every request all memory of this side is compared, and after every error both
 * completions (or the event) are held against the table of doc/emulator.md, both queue pairs are connected anew and
 * a message is sent.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view.h"

#define GOOD        0x00
#define LOC_LEN     0x01
#define REM_INV_REQ 0x12
#define REM_ACCESS  0x13

#define VEND_LEN        0x8e
#define VEND_REM_ACCESS 0x88
#define VEND_REM_INV    0x8a

#define EV_INVAL_REQ 0x10
#define EV_ACCESS    0x11

struct drive {
	struct side *s;
	int fd, failed;
	uint64_t rng;
	struct view w;
	struct talk_key key;
	const struct talk_shape *shape;
	uint8_t data[TALK_BYTES - TALK_OWN]; /* what the other side's memory is thought to hold */
};

static bool order(struct drive *d, const struct order *o, struct answer *a)
{
	if (!talk_give(d->fd, o, sizeof(*o)) || !talk_take(d->fd, a, sizeof(*a)))
		return false;
	return a->ok || side_why("the other side: %s", a->why);
}

/* A request of the other side that ends so; its memory before it is in @d->data afterwards. */
static bool ask(
	struct drive *d, struct talk_op op, uint32_t status, uint32_t vendor, struct answer *a)
{
	struct order o = {.what = ORDER_OP, .seed = talk_random(&d->rng), .op = op};

	o.op.off = TALK_SCRATCH + (uint32_t)(o.seed >> 60) * (op.len != 8);
	talk_fill(d->data, op.len + TALK_GUARD, o.seed);
	if (!order(d, &o, a))
		return false;
	return (a->wc.status == status && a->wc.vendor == vendor) ||
	       side_why("the request ended with 0x%02x, vendor 0x%02x, not 0x%02x, 0x%02x",
		       a->wc.status, a->wc.vendor, status, vendor);
}

/* The same, good, and what it left in the other side's memory is what is in @d->data now (by @fix) */
static bool left(struct drive *d, const struct answer *a, uint32_t len)
{
	return a->hash == talk_hash(d->data, len + TALK_GUARD) ||
	       side_why("the other side's memory is not as it should be");
}

/* What came here is this. */
static bool came(struct drive *d, enum talk_what what, uint32_t len, uint32_t extra)
{
	struct talk_wc wc;

	if (!side_wait(d->s, &wc))
		return false;
	return (wc.what == what && wc.status == GOOD && wc.len == len && wc.extra == extra) ||
	       side_why("a receive: kind %u, status 0x%02x, %u bytes, 0x%x; not kind %u, %u bytes, "
			"0x%x",
		       wc.what, wc.status, wc.len, wc.extra, what, len, extra);
}

static bool writes(struct drive *d)
{
	const uint32_t off = 3, len = (uint32_t)(d->w.len * 2 / 3),
		       imm = (uint32_t)talk_random(&d->rng);
	struct talk_op op = {
		.what = TALK_WRITE, .len = len, .raddr = d->key.addr + off, .rkey = d->key.rkey};
	struct answer a;

	if (!ask(d, op, GOOD, 0, &a) || !left(d, &a, len))
		return false;
	view_put(&d->w, off, d->data, len);
	if (!view_check(&d->w) || !side_recv(d->s, VIEW_RECV_AT, 0))
		return false;
	op.what = TALK_WRITE_IMM;
	op.imm = imm;
	op.len = (uint32_t)(d->w.len - len);
	op.raddr = d->key.addr + len;
	if (!ask(d, op, GOOD, 0, &a) || !came(d, TALK_CAME_WRITE_IMM, op.len, imm))
		return false;
	view_put(&d->w, len, d->data, op.len);
	return view_check(&d->w);
}

static bool reads(struct drive *d)
{
	const uint32_t off = 1, len = (uint32_t)d->w.len - 2;
	struct talk_op op = {
		.what = TALK_READ, .len = len, .raddr = d->key.addr + off, .rkey = d->key.rkey};
	struct answer a;

	if (!ask(d, op, GOOD, 0, &a))
		return false;
	view_get(&d->w, off, d->data, len);
	return left(d, &a, len) && view_check(&d->w);
}

/* One on the second number of the key, and what it should find and leave there. */
static bool atomic(struct drive *d, struct talk_op op, uint64_t leaves)
{
	struct answer a;
	uint64_t was;

	view_get(&d->w, 8, (uint8_t *)&was, sizeof(was));
	op.len = 8;
	op.raddr = d->key.addr + 8;
	op.rkey = d->key.rkey;
	if (!ask(d, op, GOOD, 0, &a))
		return false;
	memcpy(d->data, &was, sizeof(was));
	view_put(&d->w, 8, (uint8_t *)&leaves, sizeof(leaves));
	return left(d, &a, 8) && view_check(&d->w);
}

static bool atomics(struct drive *d)
{
	uint64_t was;

	view_get(&d->w, 8, (uint8_t *)&was, sizeof(was));
	return atomic(d, (struct talk_op){.what = TALK_FADD, .a = 0x123456789abcdefull},
		       was + 0x123456789abcdefull) &&
	       atomic(d, (struct talk_op){.what = TALK_CAS, .a = was, .swap = 1},
		       was + 0x123456789abcdefull) &&
	       atomic(d,
		       (struct talk_op){
			       .what = TALK_CAS, .a = was + 0x123456789abcdefull, .swap = 77},
		       77);
}

static bool send_of(struct drive *d, enum talk_what what, enum talk_what as, uint32_t len,
	uint32_t rkey, uint32_t imm)
{
	struct talk_op op = {.what = what, .len = len, .rkey = rkey, .imm = imm};
	struct answer a;

	if (!side_recv(d->s, VIEW_RECV_AT, VIEW_RECV) || !ask(d, op, GOOD, 0, &a) ||
		!came(d, as, len, what == TALK_SEND_INV ? rkey : imm))
		return false;
	memcpy(d->w.want + VIEW_RECV_AT, d->data, len);
	return view_check(&d->w);
}

static bool sends(struct drive *d)
{
	return send_of(d, TALK_SEND, TALK_CAME, 3000, 0, 0) &&
	       send_of(d, TALK_SEND_IMM, TALK_CAME_IMM, 17, 0, 0xfedcba98) &&
	       send_of(d, TALK_SEND, TALK_CAME, 0, 0, 0);
}

/* Both queue pairs anew, and they work. */
static bool restart(struct drive *d)
{
	struct order o = {.what = ORDER_RESET};
	struct answer a;

	if (!side_reset(d->s) || !order(d, &o, &a) || !side_connect(d->s, &a.addr))
		return false;
	o.what = ORDER_CONNECT;
	side_addr(d->s, &o.addr);
	return order(d, &o, &a) && send_of(d, TALK_SEND, TALK_CAME, 40, 0, 0);
}

/* It ends in error over there, is told here by an event, and has changed nothing. */
static bool refused(
	struct drive *d, struct talk_op op, uint32_t status, uint32_t vendor, uint32_t event)
{
	struct answer a;
	uint32_t type;

	if (!ask(d, op, status, vendor, &a) || !left(d, &a, op.len) || !side_event(d->s, &type))
		return false;
	if (type != event)
		return side_why("event 0x%02x, not 0x%02x", type, event);
	return view_check(&d->w) && restart(d);
}

static bool no_access(
	struct drive *d, enum talk_what what, uint64_t raddr, uint32_t rkey, uint32_t len)
{
	struct talk_op op = {.what = what, .len = len, .raddr = raddr, .rkey = rkey};

	return refused(d, op, REM_ACCESS, VEND_REM_ACCESS, EV_ACCESS);
}

/* A key that never was, one of another byte, and both directions beyond the end. */
static bool wrong(struct drive *d)
{
	const uint64_t at = d->key.addr, end = d->key.addr + d->w.len;
	const uint32_t k = d->key.rkey;

	return no_access(d, TALK_WRITE, at, k ^ 0x40000000, 8) &&
	       no_access(d, TALK_READ, at, (k & ~0xffu) | ((k + 1) & 0xff), 8) &&
	       no_access(d, TALK_WRITE, end - 7, k, 8) &&
	       no_access(d, TALK_READ, end - 99, k, 100) &&
	       no_access(d, TALK_WRITE, at + (1ull << 32), k, 16) &&
	       no_access(d, TALK_CAS, (end + 7) & ~7ull, k, 8);
}

/* Of the request or the receive, not of a key. */
static bool malformed(struct drive *d)
{
	struct talk_op op = {
		.what = TALK_FADD, .len = 8, .raddr = d->key.addr + 4, .rkey = d->key.rkey};
	struct talk_wc wc;
	struct answer a;

	if (!refused(d, op, REM_INV_REQ, VEND_REM_INV, EV_INVAL_REQ))
		return false;
	op = (struct talk_op){.what = TALK_SEND, .len = 65};
	if (!side_recv(d->s, VIEW_RECV_AT, 64) || !ask(d, op, REM_INV_REQ, VEND_REM_INV, &a) ||
		!side_wait(d->s, &wc))
		return false;
	if (wc.what == TALK_DONE || wc.status != LOC_LEN || wc.vendor != VEND_LEN)
		return side_why(
			"the receive ended with 0x%02x, vendor 0x%02x", wc.status, wc.vendor);
	return view_check(&d->w) && restart(d);
}

static bool make(struct drive *d, uint32_t rights)
{
	return side_key_make(d->s, d->shape, d->w.v, rights, &d->key);
}

static bool dead(struct drive *d)
{
	return no_access(d, TALK_WRITE, d->key.addr, d->key.rkey, 8) &&
	       no_access(d, TALK_READ, d->key.addr, d->key.rkey, 8);
}

/*
 * Ended by its owner; a new key of the same memory does not bring the old one back. Only a region may: Linux keeps
 * ended ones, and may give a later region the same key.
 */
static bool revoked(struct drive *d)
{
	struct talk_key old = d->key;

	if (!side_key_revoke(d->s) || !dead(d) || !side_key_free(d->s) || !make(d, TALK_ALL))
		return false;
	if (d->key.rkey == old.rkey)
		return !d->shape->by_peer || side_why("the new key is the old one");
	return no_access(d, TALK_WRITE, old.addr, old.rkey, 8);
}

/* Ended by the other side. */
static bool invalidated(struct drive *d)
{
	return send_of(d, TALK_SEND_INV, TALK_CAME_INV, 24, d->key.rkey, 0) &&
	       side_key_revoked(d->s, d->key.rkey) && dead(d);
}

/* One right is missing: what it would allow is refused, what the others allow is not. */
static bool without(struct drive *d, uint32_t right)
{
	struct talk_op op = {.len = 8, .raddr = d->key.addr, .rkey = d->key.rkey};
	const struct {
		uint32_t right;
		enum talk_what what;
	} uses[] = {{TALK_REMOTE_WRITE, TALK_WRITE}, {TALK_REMOTE_READ, TALK_READ},
		{TALK_REMOTE_ATOMIC, TALK_FADD}, {TALK_REMOTE_INV, TALK_SEND_INV}};
	struct answer a;

	for (unsigned int i = 0; i < sizeof(uses) / sizeof(uses[0]); i++) {
		op.what = uses[i].what;
		if (uses[i].right == right) {
			if (op.what == TALK_SEND_INV && !side_recv(d->s, VIEW_RECV_AT, 64))
				return false;
			if (!refused(d, op, REM_ACCESS, VEND_REM_ACCESS, EV_ACCESS))
				return false;
		} else if (op.what == TALK_READ || op.what == TALK_FADD) { /* adds 0 */
			if (!ask(d, op, GOOD, 0, &a))
				return false;
		}
	}
	return view_check(&d->w);
}

static bool rights(struct drive *d)
{
	for (uint32_t right = TALK_REMOTE_READ; right <= TALK_REMOTE_INV; right <<= 1) {
		if (!(d->shape->without & right))
			continue;
		if (!side_key_revoke(d->s) || !side_key_free(d->s))
			return false;
		if (!make(d, TALK_ALL & ~right) || !without(d, right))
			return false;
	}
	return side_key_revoke(d->s) && side_key_free(d->s) && make(d, TALK_ALL);
}

static bool part(struct drive *d, const char *name, bool (*what)(struct drive *d))
{
	bool ok = what(d);

	talk_step(d->shape->name, name, ok);
	d->failed += !ok;
	return ok;
}

static bool begin(struct drive *d)
{
	view_make(&d->w, d->shape, &d->rng);
	return restart(d) && make(d, TALK_ALL);
}

static bool finish(struct drive *d)
{
	return (d->shape->by_peer || side_key_revoke(d->s)) && side_key_free(d->s) &&
	       view_check(&d->w);
}

/* A part that fails leaves a state that the next could only misjudge: the shape ends there. */
static bool all_of(struct drive *d)
{
	const bool first = d->shape == side_shapes;

	return part(d, "begin", begin) && part(d, "writes", writes) && part(d, "reads", reads) &&
	       part(d, "atomics", atomics) && (!first || part(d, "sends", sends)) &&
	       part(d, "wrong", wrong) && (!first || part(d, "malformed", malformed)) &&
	       part(d, "revoked", revoked) && part(d, "rights", rights) &&
	       (!d->shape->by_peer || part(d, "invalidated", invalidated)) &&
	       part(d, "finish", finish);
}

int talk_drive(struct side *s, int fd, uint64_t seed)
{
	struct drive *d = calloc(1, sizeof(*d));
	struct order bye = {.what = ORDER_END};
	struct answer a;
	int failed;

	d->s = s;
	d->fd = fd;
	d->rng = seed;
	d->w.mem = side_mem(s);
	d->w.want = malloc(TALK_OWN);
	for (d->shape = side_shapes; d->shape->n != 0; d->shape++)
		if (!all_of(d))
			break;
	if (!order(d, &bye, &a)) {
		d->failed++;
		talk_step("end", "all", false);
	}
	failed = d->failed;
	free(d->w.want);
	free(d);
	return failed;
}
