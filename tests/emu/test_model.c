/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Random keys over random memory, nested at random, against an oracle that translates one byte at a time from
 * its own description of the keys. Both functions' memories are compared whole after every operation.
 * TWIN_SEED replays one.
 */
#include "twin.h"

#include <inttypes.h>
#include <stdio.h>

#define KEYS   12u
#define PIECES 48u
#define AREA   (256u << 10) /* memory that keys cover, a side */

struct piece {
	uint32_t under; /* index of a model key, or KEYS: physical */
	uint32_t len;
	uint64_t va;
};

struct model_key {
	uint32_t key, n, depth;
	/* a repeat block: so many of the pieces recur, each a stride further on; 0: a list */
	uint32_t lanes;
	uint16_t stride[4];
	uint64_t start, len;
	struct piece piece[PIECES]; /* of a repeat block: all that it comes to */
};

struct model_side {
	struct twin_side *s;
	struct twin_qp q;
	struct model_key k[KEYS];
	uint64_t area, list;
	uint32_t remote; /* physical, all rights */
	uint8_t *want;   /* what the area should hold */
};

/* offset in the area of one byte of a key's space */
static uint64_t oracle(const struct model_side *m, uint32_t key, uint64_t va)
{
	const struct model_key *k = &m->k[key];
	uint64_t off = va - k->start;

	for (uint32_t i = 0; i < k->n; i++) {
		const struct piece *p = &k->piece[i];

		if (off < p->len)
			return p->under == KEYS ? p->va + off - m->area
						: oracle(m, p->under, p->va + off);
		off -= p->len;
	}
	fail_msg("the oracle was asked for a byte that the key does not have");
	return 0;
}

/* makes a repeat block of the first pieces; without room for the strides it repeats them in place */
static void draw_repeats(struct model_side *m, struct model_key *k, uint64_t *rng)
{
	uint32_t lanes = k->n < 4 ? k->n : 4, repeat = 1 + twin_rand(rng, PIECES / lanes);

	k->len = k->n = 0;
	for (uint32_t i = 0; i < lanes; i++) {
		struct piece *p = &k->piece[i];
		uint64_t end = p->under == KEYS ? m->area + AREA
						: m->k[p->under].start + m->k[p->under].len;
		uint64_t room = (end - p->va - p->len) / repeat;

		k->stride[i] = (uint16_t)twin_rand(rng, room < 700 ? (uint32_t)room + 1 : 700);
	}
	for (uint32_t turn = 0; turn < repeat; turn++)
		for (uint32_t i = 0; i < lanes; i++) {
			struct piece *p = &k->piece[k->n++];

			*p = k->piece[i];
			p->va += (uint64_t)turn * k->stride[i];
			k->len += p->len;
		}
	k->lanes = lanes;
}

static void draw_pieces(struct model_side *m, uint32_t key, uint64_t *rng)
{
	struct model_key *k = &m->k[key];

	k->n = 1 + twin_rand(rng, twin_rand(rng, 3) == 0 ? PIECES : 8);
	k->len = 0;
	k->depth = 1;
	k->start = twin_rand(rng, 3) == 0
			   ? 0
			   : (uint64_t)twin_rand(rng, UINT32_MAX) << twin_rand(rng, 32);
	for (uint32_t i = 0; i < k->n; i++) {
		struct piece *p = &k->piece[i];

		p->under = twin_rand(rng, 3) == 0 && key > 0 ? twin_rand(rng, key) : KEYS;
		if (p->under != KEYS && m->k[p->under].depth >= 4)
			p->under = KEYS;
		p->len = 1 + twin_rand(rng, twin_rand(rng, 4) == 0 ? 9000 : 300);
		if (p->under == KEYS) {
			p->va = m->area + twin_rand(rng, AREA - p->len);
		} else {
			const struct model_key *c = &m->k[p->under];

			if (p->len > c->len)
				p->len = (uint32_t)c->len;
			p->va = c->start + twin_rand(rng, (uint32_t)(c->len - p->len) + 1);
			if (k->depth < c->depth + 1)
				k->depth = c->depth + 1;
		}
		k->len += p->len;
	}
	k->lanes = 0;
	if (twin_rand(rng, 3) == 0)
		draw_repeats(m, k, rng);
}

static void put_repeats(
	const struct model_side *m, const struct model_key *k, uint8_t *list, uint32_t *octw)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < k->lanes; i++) {
		const struct piece *p = &k->piece[i];
		uint8_t *e = list + 16 * (i + 1);

		wr16(e, k->stride[i]);
		wr16(e + 2, p->len);
		wr32(e + 4, p->under == KEYS ? m->s->pa_key : m->k[p->under].key);
		wr64(e + 8, p->va);
		count += p->len;
	}
	wr32(list, count);
	wr32(list + 4, 0x400);
	wr32(list + 8, k->n / k->lanes);
	wr16(list + 14, k->lanes);
	*octw = (k->lanes + 1 + 3) / 4 * 4;
}

/* registers the drawn key anew: a UMR, inline or by a list */
static void put_umr(struct model_side *m, uint32_t key, uint64_t *rng)
{
	struct model_key *k = &m->k[key];
	uint32_t octw = (k->n + 3) / 4 * 4;
	bool inl = k->n <= 48 && twin_rand(rng, 2);
	uint64_t at = m->list + 2048ull * key;
	uint8_t list[16 * (PIECES + 4)] = {0};
	struct twin_umr u = {.octw = octw,
		.mask = TWIN_FRWR_MASK,
		.start = k->start,
		.len = k->len,
		.access = 0x7c};
	struct twin_wqe w;

	k->key = (k->key & ~0xffu) | ((k->key + 1) & 0xff);
	u.key = k->key;
	u.flags = inl ? EMU_UMR_INLINE : 0;
	for (uint32_t i = 0; i < k->n; i++) {
		const struct piece *p = &k->piece[i];

		twin_klm(list + 16 * i, p->len,
			p->under == KEYS ? m->s->pa_key : m->k[p->under].key, p->va);
	}
	if (k->lanes != 0) {
		memset(list, 0, sizeof(list));
		put_repeats(m, k, list, &octw);
		u.octw = octw;
	}
	twin_umr(&w, 3 << 5, &u);
	if (inl) {
		twin_list(&w, list, octw);
	} else {
		memcpy(twin_at(m->s, at), list, 16ul * octw);
		twin_list_at(&w, 16 * octw, m->s->pa_key, at);
	}
	twin_put(&m->q, &w);
}

static void register_all(struct twin *t, struct model_side *m, uint64_t *rng)
{
	struct twin_wqe w;

	for (uint32_t i = 0; i < KEYS; i++) {
		draw_pieces(m, i, rng);
		put_umr(m, i, rng);
		twin_ring(&m->q);
		twin_run(t);
	}
	twin_wqe(&w, 0, TWIN_SIG | 1 << 5, 0);
	twin_post(&m->q, &w);
	twin_expect(t, &m->q.scq, 0, 0, m->q.last);
}

static void operate(
	struct twin *t, struct model_side *from, struct model_side *to, bool read, uint64_t *rng)
{
	uint32_t lk = twin_rand(rng, KEYS), rk = twin_rand(rng, KEYS);
	struct model_key *l = &from->k[lk], *r = &to->k[rk];
	uint64_t most = l->len < r->len ? l->len : r->len, lva, rva;
	uint32_t len = 1 + twin_rand(rng, (uint32_t)most);
	uint8_t *bytes = malloc(len);
	struct twin_wqe w;

	assert_non_null(bytes);
	lva = l->start + twin_rand(rng, (uint32_t)(l->len - len) + 1);
	rva = r->start + twin_rand(rng, (uint32_t)(r->len - len) + 1);
	twin_wqe(&w, read ? 0x10 : 0x08, TWIN_SIG, 0);
	twin_raddr(&w, rva, r->key);
	twin_data(&w, len, l->key, lva);
	twin_post(&from->q, &w);
	twin_expect(t, &from->q.scq, 0, 0, from->q.last);
	/* the source is read whole first: where source and target overlap, no order is promised */
	for (uint32_t i = 0; i < len; i++)
		bytes[i] = read ? to->want[oracle(to, rk, rva + i)]
				: from->want[oracle(from, lk, lva + i)];
	for (uint32_t i = 0; i < len; i++) {
		if (read)
			from->want[oracle(from, lk, lva + i)] = bytes[i];
		else
			to->want[oracle(to, rk, rva + i)] = bytes[i];
	}
	free(bytes);
}

static void side_up(struct twin *t, struct model_side *m, unsigned int i, uint64_t *rng)
{
	struct twin_key k = {.mode = EMU_KEY_KLM,
		.variant = 0xfe,
		.rights = TWIN_ALL_RIGHTS,
		.free = true,
		.umr = true,
		.octw = PIECES};

	m->s = &t->s[i];
	m->area = twin_alloc(m->s, AREA, 4096);
	m->list = twin_alloc(m->s, 2048 * KEYS, 2048);
	m->want = malloc(AREA);
	assert_non_null(m->want);
	for (uint32_t j = 0; j < AREA; j++)
		twin_at(m->s, m->area)[j] = m->want[j] = (uint8_t)twin_rand(rng, 256);
	twin_qp_make(m->s, &m->q, 8, 0, 6);
	for (uint32_t j = 0; j < KEYS; j++)
		m->k[j].key = twin_key_make(m->s, &k);
}

static void play(uint64_t seed)
{
	struct twin_opts o = {.seed = seed, .adversarial = seed & 1, .trap_all = seed >> 1 & 1};
	struct twin *t = twin_new(&o);
	struct model_side m[2];
	uint64_t rng = seed;

	memset(m, 0, sizeof(m));
	for (unsigned int i = 0; i < 2; i++)
		side_up(t, &m[i], i, &rng);
	for (unsigned int i = 0; i < 2; i++)
		twin_connect(&m[i].q, &m[!i].q, NULL);
	for (int round = 0; round < 4; round++) {
		for (unsigned int i = 0; i < 2; i++)
			register_all(t, &m[i], &rng);
		for (int n = 0; n < 20; n++) {
			unsigned int a = twin_rand(&rng, 2);

			operate(t, &m[a], &m[!a], twin_rand(&rng, 2), &rng);
			for (unsigned int i = 0; i < 2; i++)
				if (memcmp(twin_at(m[i].s, m[i].area), m[i].want, AREA) != 0)
					fail_msg("memory differs; TWIN_SEED=%" PRIu64, seed);
		}
	}
	for (unsigned int i = 0; i < 2; i++)
		free(m[i].want);
	twin_free(t);
}

static void test_against_oracle(void **state)
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
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_oracle)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
