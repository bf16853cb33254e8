#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Programs that must say the same, line by line, with the same LAC_TEST_SEED; the first line that differs is told.

    same.py PROGRAM... [--by EMULATOR PROGRAM]

One that ends with 77 is for a CPU that this is not. Words that begin a run (seed ...) are what replays it.
"""
import os
import subprocess
import sys
import time


def main():
    words, commands = sys.argv[1:], []
    while words:
        take = 3 if words[0] == "--by" else 1
        commands.append([w for w in words[:take] if w != "--by"])
        words = words[take:]
    seed = os.environ.get("LAC_TEST_SEED") or str(time.time_ns() % 10**15)
    env = dict(os.environ, LAC_TEST_SEED=seed)
    print(f"seed {seed} (LAC_TEST_SEED replays)")
    runs = [(os.path.basename(c[-1]), subprocess.Popen(c, env=env, stdout=subprocess.PIPE, text=True)) for c in commands]
    first, bad = None, 0
    for name, run in runs:
        lines = run.communicate()[0].split("\n")
        if run.returncode == 77:
            print(f"{name}: not on this CPU")
            continue
        if run.returncode:
            print(f"{name}: ended with {run.returncode}: {lines[-2:]}")
            bad += 1
            continue
        first = first or (name, lines)
        where = next((i for i, (a, b) in enumerate(zip(first[1], lines)) if a != b), None)
        if where is None and len(lines) != len(first[1]):
            where = min(len(lines), len(first[1])) - 1
        if where is not None:
            print(f"{name} differs from {first[0]}:\n  {lines[where]}\n  {first[1][where]}")
            bad += 1
        print(f"{name}: {len(lines)} lines, the last {lines[-2]}")
    return bad != 0 or not first


if __name__ == "__main__":
    sys.exit(main())
