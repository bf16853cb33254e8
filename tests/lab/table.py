# SPDX-License-Identifier: BSD-3-Clause
"""The lab's table, scenarios.toml: read, completed with what is not given, and refused by name where it is wrong."""
import os
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULTS = {
    "name": str, "shows": str, "script": str, "kernel": str,
    "iommu": False, "guests": 1, "functions": 1, "cpus": 1, "memory_mib": 512, "emulator": [], "faults": 0, "says": [],
    "deadline_s": 120, "quick": False,
}
KERNELS = ("6.1", "6.12")


class Wrong(Exception):
    """The table cannot be used; the sentence says why."""


def complete(entry):
    """A scenario with every key, or Wrong."""
    name = entry.get("name", "a scenario without a name")
    for key, value in entry.items():
        if key not in DEFAULTS:
            raise Wrong(f"{name}: there is no key '{key}'")
        kind = DEFAULTS[key] if isinstance(DEFAULTS[key], type) else type(DEFAULTS[key])
        if type(value) is not kind:  # a bool is an int to isinstance
            raise Wrong(f"{name}: {key} is not a {kind.__name__}")
    for key, value in DEFAULTS.items():
        if isinstance(value, type) and key not in entry:
            raise Wrong(f"{name}: {key} is missing")
    if entry["kernel"] not in KERNELS:
        raise Wrong(f"{name}: kernel is none of {', '.join(KERNELS)}")
    if not os.path.exists(os.path.join(HERE, "guest", entry["script"])):
        raise Wrong(f"{name}: there is no script tests/lab/guest/{entry['script']}")
    return {k: v for k, v in DEFAULTS.items() if not isinstance(v, type)} | entry


def read(path=os.path.join(HERE, "scenarios.toml")):
    """The whole table, its scenarios complete."""
    with open(path, "rb") as f:
        table = tomllib.load(f)
    table["scenario"] = [complete(s) for s in table["scenario"]]
    names = [s["name"] for s in table["scenario"]]
    for name in names:
        if names.count(name) > 1:
            raise Wrong(f"{name}: two scenarios have this name")
    for entry in table["allowed"]:
        if set(entry) != {"line", "why"}:
            raise Wrong(f"an allowed line needs `line` and `why`: {entry}")
    return table
