/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The commands that make and end keys, several in flight. (PRM, "CREATE_MKEY", "DESTROY_MKEY".) A key begins free; what
 * its registrations change is in kclass.c's mask.
 */
#include <errno.h>
#include <string.h>

#include <rte_common.h>
#include <rte_random.h>

#include "mlx5/queue.h"
#include "prm/gen/prm.h"

#define MKC_MTT 1u
#define MKC_KLM 2u

static uint32_t key_index(const struct lac_key *k)
{
	return lac_from_be32((lac_be32){k->be}) >> 8;
}

struct series {
	struct lac_keys *keys;
	const uint32_t *which; /* positions, or NULL: all */
	uint32_t count;
	uint32_t failed; /* destroying: how many are still there */
	int err;
};

static bool create_next(void *arg, uint32_t i, void *image)
{
	struct series *s = arg;
	const struct lac_keys *keys = s->keys;
	const struct lac_keys_attr *a = &keys->attr;
	struct prm_create_mkey_in *in = image;
	struct prm_mkc *m = prm_create_mkey_in_memory_key_mkey_entry(in);
	const bool pages = a->type == LAC_KEY_MEM_REG;

	if (i >= s->count)
		return false;
	memset(in, 0, sizeof(*in));
	prm_create_mkey_in_set_opcode(in, PRM_OP_CREATE_MKEY);
	prm_mkc_set_free(m, 1);
	prm_mkc_set_umr_en(m, 1);
	prm_mkc_set_lr(m, 1);
	prm_mkc_set_access_mode_1_0(m, pages ? MKC_MTT : MKC_KLM);
	prm_mkc_set_qpn(m, 0xffffff);
	prm_mkc_set_mkey_7_0(m, (uint32_t)rte_rand() & 0xff);
	prm_mkc_set_pd(m, lac_pd_number(keys->pd));
	prm_mkc_set_en_rinval(m, (a->access & LAC_REMOTE_INV) != 0);
	prm_mkc_set_translations_octword_size(m,
		pages ? RTE_ALIGN_CEIL(keys->entries, 8u) / 2 : RTE_ALIGN_CEIL(keys->entries, 4u));
	if (pages)
		prm_mkc_set_log_page_size(m, a->page_log2);
	return true;
}

static int create_done(void *arg, uint32_t i, int err, const void *out)
{
	struct series *s = arg;
	struct lac_key *k = &s->keys->key[s->which ? s->which[i] : i];

	if (err < 0)
		return s->err = s->err ? s->err : err;
	k->be = lac_key_first_be(
		lac_port_hot(s->keys->pd->port), prm_create_mkey_out_mkey_index(out));
	k->state = LAC_KEY_FREE;
	memset(k->owner, 0, sizeof(k->owner));
	k->flags = (k->flags & LAC_KF_OUT) | LAC_KF_MADE;
	return s->err;
}

static bool destroy_next(void *arg, uint32_t i, void *image)
{
	struct series *s = arg;
	struct prm_destroy_mkey_in *in = image;

	if (i >= s->count)
		return false;
	memset(in, 0, sizeof(*in));
	prm_destroy_mkey_in_set_opcode(in, PRM_OP_DESTROY_MKEY);
	prm_destroy_mkey_in_set_mkey_index(in, key_index(&s->keys->key[s->which[i]]));
	return true;
}

static int destroy_done(void *arg, uint32_t i, int err, const void *out)
{
	struct series *s = arg;
	struct lac_key *k = &s->keys->key[s->which[i]];

	(void)out;
	if (err < 0) {
		s->err = s->err ? s->err : err;
		s->failed++;
		return 0;
	}
	k->flags &= (uint8_t)~LAC_KF_MADE;
	return 0;
}

int lac_keys_make(struct lac_keys *keys, const uint32_t *which, uint32_t count)
{
	struct series s = {.keys = keys, .which = which, .count = count};
	const struct lac_cmd_many many = {
		.arg = &s,
		.next = create_next,
		.done = create_done,
		.in_len = sizeof(struct prm_create_mkey_in),
		.out_len = sizeof(struct prm_create_mkey_out),
	};
	int err = lac_cmd_many(keys->pd->port, &many);

	return s.err ? s.err : err;
}

/* Ends those of @which; what fails stays marked. Key bytes are remembered first. */
int lac_keys_unmake(struct lac_keys *keys, const uint32_t *which, uint32_t count)
{
	struct series s = {.keys = keys, .which = which, .count = count};
	const struct lac_cmd_many many = {
		.arg = &s,
		.next = destroy_next,
		.done = destroy_done,
		.in_len = sizeof(struct prm_destroy_mkey_in),
		.out_len = sizeof(struct prm_destroy_mkey_out),
	};
	struct lac_hot *h = lac_port_hot(keys->pd->port);
	uint32_t i;
	int err = 0;

	for (i = 0; i < count; i++)
		if (lac_key_last_be(h, keys->key[which[i]].be) < 0)
			return -ENOMEM;
	if (keys->epoch == lac_port_epoch(keys->pd->port))
		err = lac_cmd_many(keys->pd->port, &many);
	if (err == -ENODEV || s.err == -ENODEV)
		return 0;
	return s.err ? s.err : err;
}
