/* SPDX-License-Identifier: BSD-3-Clause */
/* Tables of all layouts.
 * Written by devtools/prmgen from the specs in drivers/prm: change those, then run it. */
/* clang-format off */
#ifndef PRM_DESC_H
#define PRM_DESC_H

#include <stddef.h>
#include <stdint.h>

struct prm_layout_desc;

/* @count elements of @width bits from @bit on; 1: not an array, 0: a tail of any number */
struct prm_field_desc {
	const char *name;
	uint32_t bit, width, count;
	const struct prm_layout_desc *nested; /* NULL: a number or bytes */
};

struct prm_layout_desc {
	const char *name;
	uint32_t bytes; /* without the tail */
	uint32_t is_union; /* fields overlap */
	const struct prm_field_desc *fields; /* in the order of the spec; name NULL ends */
};

struct prm_cmd_desc {
	uint16_t opcode;
	const char *name;
	const struct prm_layout_desc *in, *out;
};

extern const struct prm_layout_desc *const lac_prm_layouts[]; /* NULL ends */
extern const struct prm_cmd_desc lac_prm_cmds[];              /* name NULL ends; those with layouts */

#endif
