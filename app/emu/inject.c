/* SPDX-License-Identifier: BSD-3-Clause */
/* Faults that the control socket orders: each strikes one command, the n-th of its opcode from now on. */
#include <errno.h>
#include <stdlib.h>

#include "hca_priv.h"

int inject_add(struct emu_fn *f, const struct emu_inject *what)
{
	struct emu_inject *i = malloc(sizeof(*i)), **at = &f->hca->inject;

	if (!i)
		return -ENOMEM;
	*i = *what;
	i->next = NULL;
	while (*at)
		at = &(*at)->next;
	*at = i;
	return 0;
}

bool inject_take(
	struct emu_fn *f, enum emu_inject_kind kind, uint16_t opcode, struct emu_inject *what)
{
	for (struct emu_inject **at = &f->hca->inject; *at; at = &(*at)->next) {
		struct emu_inject *i = *at;

		if (i->kind != kind || i->opcode != opcode || --i->nth)
			continue;
		*what = *i;
		*at = i->next;
		free(i);
		return true;
	}
	return false;
}

void inject_clear(struct emu_fn *f)
{
	while (f->hca->inject) {
		struct emu_inject *i = f->hca->inject;

		f->hca->inject = i->next;
		free(i);
	}
}
