/* SPDX-License-Identifier: BSD-3-Clause */
/* The side that is ordered about: it knows nothing of what its requests should come to. */
#include <stdio.h>
#include <string.h>

#include "talk.h"

static bool request(struct side *s, const struct order *o, struct answer *a)
{
	uint8_t *p = side_mem(s) + o->op.off;

	if (o->op.off < TALK_OWN || o->op.len > TALK_BYTES - TALK_GUARD - o->op.off)
		return side_why("an order beyond the memory");
	talk_fill(p, o->op.len + TALK_GUARD, o->seed);
	if (!side_post(s, &o->op) || !side_wait(s, &a->wc))
		return false;
	if (a->wc.what != TALK_DONE)
		return side_why("a completion of something else (%u)", a->wc.what);
	a->hash = talk_hash(p, o->op.len + TALK_GUARD);
	memcpy(&a->old, p, sizeof(a->old));
	return true;
}

bool talk_execute(struct side *s, int fd)
{
	struct answer a;
	struct order o;

	do {
		if (!talk_take(fd, &o, sizeof(o)))
			return false;
		memset(&a, 0, sizeof(a));
		switch (o.what) {
		case ORDER_OP:
			a.ok = request(s, &o, &a);
			break;
		case ORDER_RESET:
			a.ok = side_reset(s);
			side_addr(s, &a.addr);
			break;
		case ORDER_CONNECT:
			a.ok = side_connect(s, &o.addr);
			break;
		case ORDER_END:
			a.ok = true;
			break;
		}
		talk_reason(a.why, sizeof(a.why));
		if (!talk_give(fd, &a, sizeof(a)))
			return false;
	} while (o.what != ORDER_END);
	return true;
}
