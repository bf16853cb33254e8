/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Mode regs: how many registrations a second. One operation registers a gappy list, WRITEs it to
 * the peer and ends the registration: three work requests, one completion, no waiting in between.
 */
#include <errno.h>
#include <string.h>

#include "stream.h"

#define PIECES_MAX 8u

static int post(struct stream *s, uint64_t cookie)
{
	struct lac_key *k = s->key[cookie % STREAM_WINDOW];
	struct iovec v[PIECES_MAX];
	uint32_t n = s->size < 2 * PIECES_MAX ? 1 : PIECES_MAX, each = s->size / n;
	/* room for both requests, or neither is posted */
	uint32_t need = lac_key_cost_bb(s->keys, n) + 1 + 3 + 15;

	if (lac_sq_room_bb(s->pair.a.sq) < need)
		return -EAGAIN;
	/* every second stretch backwards: pieces that no contiguous registration could hold */
	for (uint32_t i = 0; i < n; i++) {
		v[i].iov_base = s->mem_a + (n - 1 - i) * each;
		v[i].iov_len = each;
	}
	v[0].iov_len += s->size - n * each;
	int err = lac_sq_map_write(
		s->pair.a.sq, k, lac_src_iov(v, n), s->size, stream_remote(s), 0, cookie);

	return err < 0 ? err : lac_sq_inv(s->pair.a.sq, k, LAC_SIGNAL, cookie);
}

static int keys_make(struct stream *s)
{
	struct lac_keys_attr ka = {
		.size = sizeof(ka),
		.max_entries = PIECES_MAX,
		.count = STREAM_WINDOW,
		.zero_based = 1,
		.lcore = LAC_ANY,
	};
	int err = lac_keys_create(lac_port_pd(s->f->a->lac), &ka, &s->keys);

	if (err < 0) {
		port_complain(s->f->a, "keys", NULL);
		return err;
	}
	for (unsigned int i = 0; i < STREAM_WINDOW; i++)
		s->key[i] = lac_key_get(s->keys);
	return 0;
}

static int run(struct fwd *f)
{
	struct lac_keys *keys;
	struct stream s;
	int err = stream_open(&s, f);

	if (err < 0)
		return err;
	err = keys_make(&s);
	if (err == 0)
		err = stream_run(&s, post);
	keys = s.keys;
	for (unsigned int i = 0; i < STREAM_WINDOW && keys != NULL; i++)
		lac_key_put(keys, s.key[i]);
	stream_close(&s);
	if (keys != NULL && lac_keys_destroy(keys) < 0)
		port_complain(f->a, "keys: destroy", NULL);
	return err;
}

const struct fwd_mode fwd_regs = {
	.name = "regs",
	.help = "register a gappy list, WRITE it, invalidate: at what rate",
	.run = run,
};
