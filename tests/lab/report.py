# SPDX-License-Identifier: BSD-3-Clause
"""The table of software that is not ours, made from verdicts: which version ran what, with which result. It stands in a
section of a document with its own checksum, so that devtools/check notices what was typed there by hand."""
import json
import os
import re
import zlib

BEGIN = "<!-- made by `devtools/lab --table FILE`, not by hand: {:08x} -->\n"
END = "<!-- end of what devtools/lab made -->\n"
FEW = 3  # steps that begin with the same word and are still named one by one
SECTION = re.compile(re.escape(BEGIN).replace(re.escape("{:08x}"), "([0-9a-f]{8})") + "(.*?)" + re.escape(END), re.S)


def remember(path, name, verdict, qemu):
    """Keeps the verdict on a scenario in a file, beside those on others."""
    known = recall(path)
    known[name] = {"steps": verdict.steps, "tools": dict(verdict.tools, qemu=qemu), "wrong": verdict.wrong}
    with open(path + ".new", "w") as f:
        json.dump(known, f, indent=1)
    os.replace(path + ".new", path)


def recall(path):
    try:
        with open(path) as f:
            return json.load(f)
    except FileNotFoundError:
        return {}


def rows(lab, verdicts):
    """[software, version, {step: None}, scenarios, passed, failed] for each judge and version, in the table's order."""
    found = {}
    for scenario in lab["scenario"]:
        verdict = verdicts[scenario["name"]]
        for judge, step, ok in verdict["steps"]:
            how = lab["judges"].get(judge, {"title": judge, "tool": judge})
            version = verdict["tools"].get(how["tool"], "unknown")
            key = (list(lab["judges"]).index(judge) if judge in lab["judges"] else 99, how["title"], version)
            row = found.setdefault(key, [how["title"], version, {}, set(), 0, 0])
            row[2][step] = None
            row[3].add(scenario["name"])
            row[4 if ok else 5] += 1
    return [found[key] for key in sorted(found)]


def named(steps):
    """Steps in words: those that begin alike are told by their first word and counted."""
    alike = {}
    for step in steps:
        alike.setdefault(re.split("[-_]", step)[0], []).append(step)
    return ", ".join(f"`{word}`... ({len(same)})" if len(same) > FEW else ", ".join(f"`{s}`" for s in same)
                     for word, same in alike.items())


def text(lab, verdicts):
    """The section's lines."""
    out = ["| software not ours | version | what it ran | result |", "|---|---|---|---|"]
    for title, version, steps, where, passed, failed in rows(lab, verdicts):
        result = f"{passed} steps passed" + (f", {failed} failed" if failed else "") + f", in {len(where)} scenarios"
        out.append(f"| {title} | {version} | {named(steps)} | {result} |")
    qemu = ", ".join(sorted({v["tools"]["qemu"] for v in verdicts.values()}))
    wrong = sum(len(v["wrong"]) for v in verdicts.values())
    out.append(f"| QEMU's vfio-user-pci, intel-iommu | {qemu} | every guest of {len(lab['scenario'])} scenarios | "
               f"{'all passed' if not wrong else f'{wrong} complaints'} |")
    return "\n".join(out) + "\n"


def write(path, lab, verdicts):
    """Puts the table into its section of @path; a sentence if that cannot be done."""
    missing = [s["name"] for s in lab["scenario"] if s["name"] not in verdicts]
    if missing:
        return f"no table: these scenarios have not been run yet: {' '.join(missing)}"
    with open(path) as f:
        old = f.read()
    if not SECTION.search(old):
        return f"no table: {path} has no section for it"
    body = text(lab, verdicts)
    new = SECTION.sub(lambda _: BEGIN.format(zlib.crc32(body.encode())) + body + END, old)
    with open(path, "w") as f:
        f.write(new)
    return None


def typed(document):
    """Has somebody typed into the section? None: there is none."""
    match = SECTION.search(document)
    return None if not match else zlib.crc32(match[2].encode()) != int(match[1], 16)
