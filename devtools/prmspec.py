# SPDX-License-Identifier: BSD-3-Clause
"""Layout specs: the language, its reader, and what it refuses.

A spec is read line by line; `;` starts a comment, sizes and offsets are hexadecimal, bit numbers decimal:

    layout NAME [NAME...] BYTES ; source    one or several layouts that share their fields
    union NAME BYTES ; source               the same, but fields may overlap
    like LAYOUT                             takes over the fields of an earlier layout
    BYTE HI:LO NAME                         bits of the big-endian dword (HI < 32) or quadword at BYTE
    BYTE HI:0 NAME                          HI > 63: a string of bytes, reached by pointer
    BYTE @LAYOUT NAME                       a nested layout
    ... NAME[N], NAME[]                     N elements; a tail of any number, beyond BYTES
    enum NAME PREFIX BITS ; source          then `VALUE NAME` lines: constants PRM_PREFIX_NAME, lac_prm_NAME_name()

Refused, with file and line: overlaps, fields out of bounds or astride a dword, duplicate names, unknown layouts.
"""
import glob
import os
import re


class Refused(Exception):
    pass


class Field:
    """One field: where it is (bit from the start of the layout, MSB first) and how often."""

    def __init__(self, name, bit, width, count, nested, at, note="", inherited=False):
        self.name, self.bit, self.width = name, bit, width
        self.count = count  # None: not an array; 0: flexible tail
        self.nested, self.at, self.note, self.inherited = nested, at, note, inherited

    @property
    def byte(self):
        return self.bit // 8

    @property
    def word(self):
        """bytes of the big-endian word that an accessor loads"""
        return 4 if self.bit // 32 == (self.bit + self.width - 1) // 32 else 8

    @property
    def base(self):
        return self.bit // 32 * 4

    @property
    def shift(self):
        return self.word * 8 - (self.bit - self.base * 8) - self.width

    @property
    def bytes_only(self):
        return not self.nested and self.width > 64


class Layout:
    def __init__(self, name, size, source, at, union):
        self.name, self.size, self.source, self.at, self.union = name, size, source, at, union
        self.fields = []


class Enum:
    def __init__(self, name, prefix, bits, source, at):
        self.name, self.prefix, self.bits, self.source, self.at = name, prefix, bits, source, at
        self.values = []


class Spec:
    def __init__(self):
        self.layouts, self.enums = {}, {}

    def read(self, path):
        groups, enum = [], None
        with open(path) as lines:
            for number, line in enumerate(lines, 1):
                at = f"{os.path.basename(path)}:{number}"
                text, _, comment = line.partition(";")
                words = text.split()
                if not words:
                    continue
                if words[0] in ("layout", "union"):
                    groups, enum = self.begin(words, comment.strip(), at), None
                elif words[0] == "enum":
                    groups, enum = [], self.begin_enum(words, comment.strip(), at)
                elif enum:
                    self.value(enum, words, at)
                elif groups and words[0] == "like" and len(words) == 2:
                    self.like(groups, words[1], at)
                elif groups:
                    self.field(groups, words, comment.strip(), at)
                else:
                    raise Refused(f"{at}: `{text.strip()}` stands outside a layout or enum")

    def begin(self, words, source, at):
        if len(words) < 3:
            raise Refused(f"{at}: a layout needs a name and a size")
        if not source:
            raise Refused(f"{at}: layout {words[1]} names no source")
        size = number(words[-1], 16, at)
        if size == 0 or size % 4:
            raise Refused(f"{at}: the size of layout {words[1]} is not a multiple of 4 bytes")
        made = []
        for name in words[1:-1]:
            if name in self.layouts:
                raise Refused(f"{at}: layout {name} is already at {self.layouts[name].at}")
            self.layouts[name] = Layout(identifier(name, at), size, source, at, words[0] == "union")
            made.append(self.layouts[name])
        return made

    def begin_enum(self, words, source, at):
        if len(words) != 4 or not source:
            raise Refused(f"{at}: an enum needs a name, a prefix, a width and a source")
        if words[1] in self.enums:
            raise Refused(f"{at}: enum {words[1]} is already at {self.enums[words[1]].at}")
        self.enums[words[1]] = Enum(words[1], words[2], int(words[3]), source, at)
        return self.enums[words[1]]

    def value(self, enum, words, at):
        if len(words) != 2:
            raise Refused(f"{at}: expected `VALUE NAME`")
        value = number(words[0], 0, at)
        if value >> enum.bits:
            raise Refused(f"{at}: {words[1]} does not fit in {enum.bits} bits")
        for other, name in enum.values:
            if other == value or name == words[1]:
                raise Refused(f"{at}: {words[1]} = {value:#x} repeats {name} = {other:#x}")
        enum.values.append((value, words[1]))

    def like(self, groups, base, at):
        if base not in self.layouts:
            raise Refused(f"{at}: no layout {base} before this line")
        for f in self.layouts[base].fields:
            for layout in groups:
                if f.bit + f.width <= layout.size * 8:
                    self.add(layout, Field(f.name, f.bit, f.width, f.count, f.nested, at, "", True))

    def field(self, groups, words, note, at):
        if len(words) != 3:
            raise Refused(f"{at}: expected `BYTE HI:LO NAME` or `BYTE @LAYOUT NAME`")
        byte = number(words[0], 16, at)
        match = re.fullmatch(r"(\w+)(?:\[(\w*)\])?", words[2])
        if not match:
            raise Refused(f"{at}: `{words[2]}` is not a name")
        name = identifier(match[1], at)
        count = None if match[2] is None else number(match[2] or "0", 0, at)
        nested = None
        if words[1].startswith("@"):
            nested = words[1][1:]
            if nested not in self.layouts:
                raise Refused(f"{at}: no layout {nested} before this line")
            bit, width, align = byte * 8, self.layouts[nested].size * 8, 4
        else:
            bit, width, align = position(byte, words[1], at)
        if byte % align:
            raise Refused(f"{at}: {name} is not aligned to {align} bytes")
        if count is not None and width % 8:
            raise Refused(f"{at}: elements of {name} are not whole bytes")
        for layout in groups:
            self.add(layout, Field(name, bit, width, count, nested, at, note))

    @staticmethod
    def add(layout, new):
        if new.count == 0:
            if new.bit != layout.size * 8:
                raise Refused(f"{new.at}: the tail {layout.name}.{new.name} does not begin at the end")
        elif new.bit + new.width * (new.count or 1) > layout.size * 8:
            raise Refused(f"{new.at}: {layout.name}.{new.name} lies beyond {layout.size:#x} bytes")
        for old in layout.fields:
            if old.name == new.name:
                raise Refused(f"{new.at}: {layout.name}.{new.name} is already at {old.at}")
            if not layout.union and new.bit < old.bit + old.width * (old.count or 1) and \
                    old.bit < new.bit + new.width * (new.count or 1):
                raise Refused(f"{new.at}: {layout.name}.{new.name} overlaps {old.name} of {old.at}")
        layout.fields.append(new)


def number(text, base, at):
    try:
        return int(text, base)
    except ValueError:
        raise Refused(f"{at}: `{text}` is not a number") from None


def identifier(name, at):
    if not re.fullmatch(r"[a-z][a-zA-Z0-9_]*", name):
        raise Refused(f"{at}: `{name}` is not a name")
    return name


def position(byte, bits, at):
    """(bit, width, alignment) of HI:LO in the word at byte"""
    match = re.fullmatch(r"(\d+)(?::(\d+))?", bits)
    if not match:
        raise Refused(f"{at}: `{bits}` is not HI:LO")
    hi, lo = int(match[1]), int(match[2] or match[1])
    if hi < lo:
        raise Refused(f"{at}: {bits} counts upwards")
    if hi > 63:
        if lo or (hi + 1) % 8:
            raise Refused(f"{at}: {bits} is not a string of whole bytes")
        return byte * 8, hi + 1, 1
    word = 32 if hi < 32 else 64
    return byte * 8 + word - 1 - hi, hi - lo + 1, 4


def load(folder):
    """the specs of @folder: names.prm first, then common.prm, then the rest by name"""
    rank = {"names.prm": 0, "common.prm": 1}
    spec = Spec()
    for path in sorted(glob.glob(os.path.join(folder, "*.prm")),
                       key=lambda p: (rank.get(os.path.basename(p), 2), os.path.basename(p))):
        spec.read(path)
    return spec
