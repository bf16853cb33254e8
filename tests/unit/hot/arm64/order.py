#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The barriers of include/lacuna/hot/order.h as arm64 instructions: the right one, and between the accesses that
doc/ordering.md says, on every path through the inline functions that ring and poll.

    order.py OBJDUMP ORDER.O
"""
import re
import subprocess
import sys

# Each path through a function, as what it does to memory, must be one of these words; each word must be some path.
RULES = {
    # WQEs, barrier, record, barrier, doorbell: 8 bytes in one store, or by the library
    "sq_ring": [r"(load )*",
                r"(load |store\d+ )*oshst (load )*store4 (load )*oshst (load )*store8 ",
                r"(load |store\d+ )*oshst (load )*store4 (load )*oshst (load )*call "],
    # receives, barrier, record; the index that was rung is the host's own
    "rq_ring": [r"(load )*", r"(load )*oshst (load )*store4 (load )*store4 "],
    # owner, barrier, what the entry leads to, barrier, consumer index; nothing is written before the first
    "cq_poll": [r"(load )+", r"(load )+call ",
                r"(load )+oshld (load |store\d+ )+oshld (load )*store4 "],
}
ALONE = {"oshst": ["wqe_then_record", "record_then_doorbell", "command_then_owner", "owner_then_doorbell"],
         "oshld": ["owner_then_entry", "entry_then_index", "owner_then_output"],
         "ish": ["sequence_then_copy"], "ishld": ["copy_then_sequence"]}
for barrier, names in ALONE.items():
    RULES |= {f"lac_order_{name}_alone": [barrier + " "] for name in names}
BYTES = {"b": 1, "h": 2, "w": 4, "s": 4, "x": 8, "d": 8, "q": 16}


def functions(objdump, path):
    """{name: {address: (mnemonic, operands, it goes to another function)}}"""
    out = subprocess.run([objdump, "-dr", "--no-show-raw-insn", path], check=True, capture_output=True, text=True).stdout
    found, at, code = {}, None, {}
    for line in out.split("\n"):
        if match := re.match(r"[0-9a-f]+ <(\w+)>:", line):
            found[match[1]] = code = {}
        elif re.match(r"\s+[0-9a-f]+: R_AARCH64_(JUMP26|CALL26)", line):
            code[at] = (*code[at][:2], True)
        elif match := re.match(r"\s*([0-9a-f]+):\t(\S+)\s*([^/]*)", line):
            at = int(match[1], 16)
            code[at] = (match[2], match[3].strip(), False)
    return found


def memory(name, operands):
    """what an instruction does to memory, as a word; "" if nothing"""
    if name == "dmb":
        return operands + " "
    if name.startswith("ld"):
        return "load "
    if not name.startswith("st"):
        return ""
    size = BYTES[name[-1]] if name[-1] in "bh" else BYTES[operands[0]] * (2 if name.startswith("stp") else 1)
    return f"store{size} "


def paths(code, at, done=()):
    """the words of all ways from @at to the function's end; each instruction once a way"""
    word = ""
    while at not in done:
        name, operands, out = code[at]
        done += (at,)
        if name == "ret":
            yield word
            return
        if out:
            word += "call "
            if name == "b":
                yield word
                return
        elif re.match(r"b$|b\.|cbn?z|tbn?z", name):
            target = int(re.search(r"([0-9a-f]+) <", operands)[1], 16)
            for rest in paths(code, target, done):
                yield word + rest
            if name == "b":
                return
        word += memory(name, operands)
        at += 4


def main():
    found = functions(*sys.argv[1:])
    bad = 0
    for name, rules in RULES.items():
        words = set(paths(found[name], min(found[name])))
        for word in sorted(words):
            if not any(re.fullmatch(rule, word) for rule in rules):
                print(f"{name}: a path does: {word}")
                bad += 1
        for rule in rules:
            if not any(re.fullmatch(rule, word) for word in words):
                print(f"{name}: no path does: {rule}")
                bad += 1
        print(f"{name}: {len(words)} kinds of path")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
