/* SPDX-License-Identifier: BSD-3-Clause */
/* Keys of the main job: a class each, with exactly the entries and rights that its one registration
 * needs. */
#include <errno.h>
#include <string.h>

#include "gap.h"

int one_key_make(struct one_key *k, struct port *p, uint32_t entries, uint32_t access)
{
	struct lac_keys_attr ka = {
		.size = sizeof(ka),
		.type = LAC_KEY_SG_GAPS,
		.max_entries = entries,
		.access = access,
		.count = 1,
		.zero_based = 1,
		.lcore = LAC_ANY,
	};
	int err = lac_keys_create(lac_port_pd(p->lac), &ka, &k->keys);

	if (err < 0) {
		port_complain(p, "keys", NULL);
		return err;
	}
	k->key = lac_key_get(k->keys);
	return k->key != NULL ? 0 : -ENOSPC;
}

void one_key_free(struct one_key *k, struct port *p)
{
	if (k->key != NULL)
		lac_key_put(k->keys, k->key);
	if (k->keys != NULL && lac_keys_destroy(k->keys) < 0)
		port_complain(p, "keys: destroy", NULL);
	memset(k, 0, sizeof(*k));
}

int one_key_map(struct one_key *k, struct end *e, const struct shape *s, uint64_t cookie)
{
	int err = lac_sq_map(e->sq, k->key, shape_src(s), s->bytes, LAC_SIGNAL, cookie);

	return err < 0 ? end_refused(e, "register", err) : end_done(e, cookie);
}

int one_key_end(struct one_key *k, struct end *e, uint64_t cookie)
{
	int err = lac_sq_inv(e->sq, k->key, LAC_SIGNAL, cookie);

	return err < 0 ? end_refused(e, "invalidate", err) : end_done(e, cookie);
}
