/* SPDX-License-Identifier: BSD-3-Clause */
/* Reserved fields: a set bit that no field of a layout claims is told by its byte, when --lint asks for it. */
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

static void claim(uint8_t *mask, uint32_t len, const struct prm_layout_desc *d, uint64_t base)
{
	for (const struct prm_field_desc *f = d->fields; f->name; f++) {
		uint64_t at = base + f->bit, total = (uint64_t)len * 8;
		uint64_t n = f->count                 ? f->count
			     : at < total && f->width ? (total - at) / f->width
						      : 0;

		for (uint64_t i = 0; i < n; i++, at += f->width) {
			if (f->nested) {
				claim(mask, len, f->nested, at);
				continue;
			}
			for (uint64_t bit = at; bit < at + f->width && bit < total; bit++)
				mask[bit / 8] |= (uint8_t)(1u << (7 - bit % 8));
		}
	}
}

void lint_layout(struct emu_fn *f, const char *what, const struct prm_layout_desc *d,
	const void *bytes, uint32_t len)
{
	const uint8_t *b = bytes;
	uint8_t *mask;

	if (!f->w->opt.lint)
		return;
	mask = calloc(1, len ? len : 1);
	if (!mask)
		return;
	claim(mask, len, d, 0);
	for (uint32_t i = 0; i < len; i++) {
		if (b[i] & ~mask[i]) {
			emu_lint(f, "%s: reserved bits 0x%02x set in byte 0x%x", what,
				b[i] & ~mask[i] & 0xff, i);
			break;
		}
	}
	free(mask);
}

void lint_command(struct emu_fn *f, uint16_t opcode, const void *in, uint32_t len)
{
	if (!f->w->opt.lint)
		return;
	for (const struct prm_cmd_desc *c = lac_prm_cmds; c->name; c++)
		if (c->opcode == opcode)
			lint_layout(f, c->name, c->in, in, len);
}
