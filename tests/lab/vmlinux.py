#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Takes the ELF kernel out of a bzImage, so that QEMU can start it by PVH (seconds faster under TCG).

usage: vmlinux.py BZIMAGE OUT
"""
import subprocess
import sys

# (magic of the compressed payload, command that decompresses it from standard input)
PAYLOADS = [
    (b"\x02\x21\x4c\x18", ["lz4", "-dc"]),
    (b"\xfd7zXZ\x00", ["xz", "-dc", "--single-stream"]),
    (b"\x28\xb5\x2f\xfd", ["zstd", "-dc"]),
    (b"\x1f\x8b\x08", ["gzip", "-dc"]),
]


def main(source, target):
    image = open(source, "rb").read()
    for magic, command in PAYLOADS:
        at = image.find(magic)
        while at >= 0:
            # What follows the payload makes the decompressor complain; what it wrote before counts.
            done = subprocess.run(command, input=image[at:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            if done.stdout[:4] == b"\x7fELF":
                open(target, "wb").write(done.stdout)
                return 0
            at = image.find(magic, at + 1)
    print(f"lab: no kernel found in {source}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
