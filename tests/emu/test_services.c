/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * All services at once, at random, between two functions: each message carries its number, and a list of what was
 * sent is held against every completion. Acknowledged messages arrive once each; of the others what is not counted as
 * dropped. Connections keep their order; each receive is used once, whichever queue had it. TWIN_SEED replays one.
 */
#include "twin.h"

#include <inttypes.h>

#define SLOT  2560u /* a receive; the data behind a datagram's GRH */
#define GRH   40u
#define SENT  4096u
#define SLOTS 16u
#define QKEY  7u
#define MOST  8u /* sends of a queue at a time */

/* the first of two or three queues of a kind; XRC: an initiator, its target is the other side's */
static const struct kind {
	uint8_t type;
	bool shared;
} kinds[] = {{EMU_QPT_RC, false}, {EMU_QPT_RC, true}, {EMU_QPT_UC, false}, {EMU_QPT_UC, true},
	{EMU_QPT_UD, false}, {EMU_QPT_UD, true}, {EMU_QPT_XRC, true}, {EMU_QPT_XRC, true}};
#define QUEUES COUNT(kinds) /* the last is the target */
#define TARGET (QUEUES - 1)

struct sent {
	uint32_t queue, len, imm; /* of the side that sent it */
	uint8_t op;
	bool done, heard;
};

struct side {
	struct twin_side *s;
	struct twin_qp q[QUEUES];
	struct twin_srq srq[2]; /* an RMP, an XRC SRQ */
	uint64_t slots[QUEUES + 2], src;
	uint32_t posted[QUEUES + 2]; /* receives that wait */
	uint32_t under_way[QUEUES], xrcd;
	uint32_t first[QUEUES][SENT], nfirst[QUEUES],
		nheard[QUEUES]; /* numbers in the order sent */
	struct sent sent[SENT];
	uint32_t nsent;
};

struct play {
	struct twin *t;
	struct side s[2];
	uint64_t rng;
};

static uint32_t draw(struct play *p, uint32_t n)
{
	return twin_rand(&p->rng, n);
}

static bool acknowledged(uint32_t queue)
{
	return kinds[queue].type == EMU_QPT_RC || kinds[queue].type == EMU_QPT_XRC;
}

/* where queue @q's receives come from: itself, or QUEUES + the shared one */
static uint32_t pool(uint32_t q)
{
	if (!kinds[q].shared)
		return q;
	return QUEUES + (kinds[q].type == EMU_QPT_XRC);
}

static void side_up(struct play *p, struct side *d, unsigned int i)
{
	d->s = &p->t->s[i];
	d->xrcd = twin_xrcd(d->s);
	for (uint32_t k = 0; k < 2; k++)
		twin_srq_make(d->s, &d->srq[k], k ? EMU_SRQ_XRC : EMU_SRQ_RMP, 4, 0, d->xrcd, 0x99);
	for (uint32_t k = 0; k < QUEUES; k++) {
		struct twin_qp_how how = {.type = kinds[k].type,
			.sq_log = 6,
			.rq_log = 4,
			.cq_log = 7,
			.xrcd = d->xrcd,
			.user_index = k,
			.no_sq = k == TARGET,
			.srq = kinds[k].shared ? &d->srq[kinds[k].type == EMU_QPT_XRC] : NULL};

		twin_qp_make_as(d->s, &d->q[k], &how);
	}
	for (uint32_t k = 0; k < QUEUES + 2; k++)
		d->slots[k] = twin_alloc(d->s, SLOT * SLOTS, 64);
	d->src = twin_alloc(d->s, SLOT * QUEUES * MOST, 64);
}

static void connect_all(struct play *p)
{
	for (uint32_t i = 0; i < 2; i++) {
		struct side *d = &p->s[i], *o = &p->s[!i];

		for (uint32_t k = 0; k < QUEUES; k++) {
			if (kinds[k].type == EMU_QPT_UD)
				twin_datagram(&d->q[k], QKEY);
			else
				twin_connect(&d->q[k],
					&o->q[k < TARGET - 1 ? k : 2 * TARGET - 1 - k], NULL);
		}
	}
}

static void post_receive(struct side *d, uint32_t from)
{
	if (d->posted[from] >= SLOTS - 1 || (from < QUEUES && kinds[from].shared))
		return;
	if (from >= QUEUES) {
		struct twin_srq *q = &d->srq[from - QUEUES];

		twin_srq_recv(q, SLOT, d->s->pa_key, d->slots[from] + SLOT * q->head);
	} else {
		twin_recv(&d->q[from], SLOT, d->s->pa_key,
			d->slots[from] + SLOT * (d->q[from].rq_pi % SLOTS));
	}
	d->posted[from]++;
}

static void send_one(struct play *p, unsigned int i)
{
	struct side *d = &p->s[i], *o = &p->s[!i];
	uint32_t k = draw(p, TARGET), to = k, id = d->nsent, len = 4 + draw(p, 2000);
	struct sent *m = &d->sent[id];
	uint64_t at = d->src + SLOT * (k * MOST + d->nfirst[k] % MOST);
	bool inl = draw(p, 4) == 0;
	struct twin_wqe w;

	if (d->under_way[k] == MOST || id == SENT)
		return;
	if (inl)
		len = 4 + draw(p, 60);
	*m = (struct sent){.queue = k, .len = len, .imm = draw(p, UINT32_MAX)};
	m->op = draw(p, 2) ? 0x0a : 0x0b;
	for (uint32_t b = 0; b < len; b++)
		twin_at(d->s, at)[b] = (uint8_t)(id * 31 + b);
	wr32(twin_at(d->s, at), id);
	twin_wqe(&w, m->op, TWIN_SIG, m->imm);
	if (kinds[k].type == EMU_QPT_UD) {
		to = 4 + draw(p, 2);
		twin_av(&w, emu_port_lid(&o->s->f), o->q[to].qpn, QKEY, NULL);
	}
	if (kinds[k].type == EMU_QPT_XRC)
		twin_xrc(&w, o->srq[1].srqn);
	if (inl)
		twin_inline(&w, twin_at(d->s, at), len);
	else
		twin_data(&w, len, d->s->pa_key, at);
	twin_post(&d->q[k], &w);
	d->first[k][d->nfirst[k]++] = id;
	d->under_way[k]++;
	d->nsent++;
}

/* a connection's messages come in the order sent; what was lost between is passed over */
static void check_order(struct side *from, uint32_t k, uint32_t id)
{
	uint32_t *n = &from->nheard[k];

	if (kinds[k].type == EMU_QPT_UD)
		return;
	while (*n < from->nfirst[k] && from->first[k][*n] != id) {
		if (acknowledged(k))
			fail_msg("message %u of queue %u is missing", from->first[k][*n], k);
		++*n;
	}
	assert_true(*n < from->nfirst[k]);
	++*n;
}

static void received(struct play *p, unsigned int i, uint32_t k, const uint8_t *e)
{
	struct side *d = &p->s[i], *from = &p->s[!i];
	uint32_t pl = pool(k), index = rd16(e + 0x3c), skip, id;
	const uint8_t *data;
	struct sent *m;

	skip = kinds[k].type == EMU_QPT_UD ? GRH : 0;
	data = twin_at(d->s, d->slots[pl] + SLOT * (index % SLOTS)) + skip;
	id = rd32(data);
	assert_true(id < from->nsent);
	m = &from->sent[id];
	assert_false(m->heard);
	m->heard = true;
	assert_int_equal(kinds[m->queue].type, kinds[k].type);
	assert_int_equal(rd32(e + 0x2c), m->len + skip);
	assert_int_equal(e[63] >> 4, m->op == 0x0a ? 2 : 3);
	if (m->op == 0x0b)
		assert_int_equal(rd32(e + 0x24), m->imm);
	assert_int_equal(rd24(e + 0x19), from->q[m->queue].qpn);
	assert_int_equal(rd24(e + 0x39), d->q[k].qpn);
	assert_int_equal(rd24(e + 0x21), kinds[k].type == EMU_QPT_XRC ? 0x99 : k);
	for (uint32_t b = 4; b < m->len; b++)
		if (data[b] != (uint8_t)(id * 31 + b))
			fail_msg("message %u differs at byte %u", id, b);
	check_order(from, m->queue, id);
	d->posted[pl]--;
	if (pl >= QUEUES)
		twin_srq_free(&d->srq[pl - QUEUES], (uint16_t)index);
}

static void poll_all(struct play *p)
{
	const uint8_t *e;

	for (unsigned int i = 0; i < 2; i++) {
		struct side *d = &p->s[i];

		for (uint32_t k = 0; k < QUEUES; k++) {
			while ((e = twin_cqe(&d->q[k].scq)) != NULL) {
				assert_int_equal(e[63] >> 4, 0);
				d->under_way[k]--;
			}
			while ((e = twin_cqe(&d->q[k].rcq)) != NULL)
				received(p, i, k, e);
		}
		while ((e = twin_cqe(&d->srq[1].cq)) != NULL)
			received(p, i, TARGET, e);
	}
}

static void finish(struct play *p, uint64_t seed)
{
	for (uint32_t round = 0; round < 200; round++) {
		for (unsigned int i = 0; i < 2; i++)
			for (uint32_t k = 0; k < QUEUES + 2; k++)
				post_receive(&p->s[i], k);
		twin_sleep(1000000);
		twin_run(p->t);
		poll_all(p);
	}
	for (unsigned int i = 0; i < 2; i++) {
		struct side *d = &p->s[i];
		uint32_t unheard = 0;

		for (uint32_t id = 0; id < d->nsent; id++) {
			if (!d->sent[id].heard && acknowledged(d->sent[id].queue))
				fail_msg("message %u did not arrive; TWIN_SEED=%" PRIu64, id, seed);
			unheard += !d->sent[id].heard;
		}
		assert_int_equal(unheard, d->s->f.stats.dropped);
		for (uint32_t k = 0; k < QUEUES; k++)
			assert_int_equal(d->under_way[k], 0);
	}
}

static void play(uint64_t seed)
{
	struct twin_opts o = {.seed = seed, .adversarial = seed & 1, .trap_all = seed >> 1 & 1};
	struct play *p = calloc(1, sizeof(*p));

	assert_non_null(p);
	p->t = twin_new(&o);
	p->rng = seed;
	for (unsigned int i = 0; i < 2; i++)
		side_up(p, &p->s[i], i);
	connect_all(p);
	for (uint32_t n = 0; n < 1500; n++) {
		switch (draw(p, 4)) {
		case 0:
			for (uint32_t k = draw(p, 4); k > 0; k--)
				post_receive(&p->s[draw(p, 2)], draw(p, QUEUES + 2));
			break;
		case 1:
			twin_sleep(20000);
			engine_run(&p->t->w, 1 + draw(p, 16));
			break;
		case 2:
			poll_all(p);
			break;
		default:
			send_one(p, draw(p, 2));
			break;
		}
	}
	finish(p, seed);
	assert_int_equal(p->t->lints, 0);
	twin_free(p->t);
	free(p);
}

static void test_services(void **state)
{
	const char *replay = getenv("TWIN_SEED");

	(void)state;
	if (replay != NULL) {
		play(strtoull(replay, NULL, 0));
		return;
	}
	for (uint64_t seed = 1; seed <= 40; seed++)
		play(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_services)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
