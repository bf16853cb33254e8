#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write a C program that tries every accessor of the specs against its descriptor: prm_every_field.py TOP OUT.c

Setting a field to ones among zeros, and to zeros among ones, must change exactly the bits that the descriptor
names, and the getter must read them back. Accessors (load, mask, store of words) and descriptors (bits counted
from the start) come from the same spec by different arithmetic, so a slip of the generator shows.

No function but an accessor is inlined: a compiler that makes one of all takes ten times as long.
"""
import sys

HEAD = """/* SPDX-License-Identifier: BSD-3-Clause */
#include <stdio.h>

#include "prm/gen/prm.h"
#include "prm/gen/prm_fields.h"

#define ALONE __attribute__((noinline)) static void

static int bad;
static uint8_t room[0x2100];

ALONE expect(const char *name, struct prm_field d, int field)
{
	for (uint32_t i = 0; i < sizeof(room) * 8; i++) {
		int want = i >= d.bit && i < d.bit + d.width ? field : !field;

		if ((room[i / 8] >> (7 - i % 8) & 1) != want) {
			printf("%s: bit 0x%x is wrong\\n", name, i);
			bad++;
			return;
		}
	}
}

ALONE same(const char *name, uint64_t is, uint64_t want)
{
	if (is == want)
		return;
	printf("%s: 0x%llx is not 0x%llx\\n", name, (unsigned long long)is, (unsigned long long)want);
	bad++;
}
"""


def field(lay, f):
    name, up = f"{lay.name}.{f.name}", f"PRM_{lay.name}_{f.name}".upper()
    index = "" if f.count is None else ", 0"
    if f.nested or f.bytes_only:
        return [f"same(\"{name}\", (uint64_t)((uint8_t *)prm_{lay.name}_{f.name}(p{index}) - room), {up}_OFF);"]
    ones = f"UINT64_C({(1 << f.width) - 1:#x})" if f.width > 32 else f"{(1 << f.width) - 1:#x}u"
    return ["memset(room, 0, sizeof(room));",
            f"prm_{lay.name}_set_{f.name}(p{index}, {ones});",
            f"expect(\"{name}\", {up}, 1);",
            f"same(\"{name}\", prm_{lay.name}_{f.name}(p{index}), {ones});",
            "memset(room, 0xff, sizeof(room));",
            f"prm_{lay.name}_set_{f.name}(p{index}, 0);",
            f"expect(\"{name}\", {up}, 0);"]


def main(top, out):
    sys.dont_write_bytecode = True
    sys.path.insert(0, top + "/devtools")
    import prmspec  # pylint: disable=import-outside-toplevel
    spec = prmspec.load(top + "/drivers/prm")
    text = [HEAD]
    for lay in spec.layouts.values():
        text.append(f"ALONE try_{lay.name}(void)\n{{\n\tstruct prm_{lay.name} *p = (void *)room;\n")
        text.append(f"\tsame(\"{lay.name}\", sizeof(*p), PRM_{lay.name.upper()}_BYTES);")
        text += ["\t" + line for f in lay.fields for line in field(lay, f)]
        text.append("}\n")
    text += ["int main(void)\n{", *(f"\ttry_{name}();" for name in spec.layouts), "\treturn bad != 0;\n}\n"]
    with open(out, "w") as f:
        f.write("\n".join(text))


if __name__ == "__main__":
    main(*sys.argv[1:])
