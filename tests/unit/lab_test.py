#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The lab's own judgement, without a guest: what a console, a kernel log, lint and counters must be for a scenario to
pass, and what its table refuses."""
import os
import re
import sys
import tempfile
import types
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lab"))
import report  # noqa: E402
import run  # noqa: E402
import table  # noqa: E402
import verdict  # noqa: E402

GOOD = ["TOOL linux 6.1.0", "STEP mlx5/load 0 1.2", "DMESG <6>[    4.1] mlx5_core: firmware version: 16", "END"]
ALLOWED = ["firmware version"]


def judge(lines, lint="", stats=({"translation_misses": 0, "pages_corrupt": 0},), faults=0):
    v = verdict.Verdict()
    v.console("\r\n".join(lines) + "\r\n", ALLOWED)
    v.emulator(lint, stats, faults)
    return v


class Judgement(unittest.TestCase):
    def wrong(self, expected, *args, **kwargs):
        v = judge(*args, **kwargs)
        self.assertTrue(any(re.search(expected, w) for w in v.wrong), f"{expected} is not in {v.wrong}")

    def test_good(self):
        v = judge(GOOD)
        self.assertEqual((v.wrong, v.passed, v.failed), ([], 1, 0))
        self.assertEqual(v.tools, {"linux": "6.1.0"})
        self.assertEqual(v.steps, [("mlx5", "load", True)])

    def test_step_fails(self):
        self.wrong(r"mlx5/unload failed \(17/143\)", GOOD[:-1] + ["STEP mlx5/unload 17/143 3.0", "END"])

    def test_step_is_cut(self):
        self.wrong("failed", GOOD[:-1] + ["STEP mlx5/unload", "END"])

    def test_guest_stops(self):
        self.wrong("did not reach its end, its last line: Kernel panic", GOOD[:-1] + ["Kernel panic", ""])

    def test_kernel_warns(self):
        self.wrong("not on the list, first: WARNING: CPU", GOOD[:-1] + ["DMESG <4>[  5.0] WARNING: CPU: 0", "END"])

    def test_kernel_must_say(self):
        v = judge(GOOD)
        v.said(["firmware version: 16$"])
        self.assertEqual(v.wrong, [])
        v.said(["recovery succeeded"])
        self.assertEqual(v.wrong, ["no kernel said: recovery succeeded"])

    def test_faults(self):
        line = "DMESG <3>[  9.1] DMAR: [DMA Write NO_PASID] Request device [01:00.0] fault addr 0x7777770000 [fault"
        self.wrong("1 DMA faults were logged, not 0", GOOD[:-1] + [line, "END"])
        self.wrong("0 DMA faults were logged, not 1", GOOD, faults=1)
        self.wrong("counted 0 translation misses, not 1", GOOD[:-1] + [line, "END"], faults=1)
        v = judge(GOOD[:-1] + [line, "END"], stats=({"translation_misses": 1},), faults=1)
        self.assertEqual(v.wrong, [])

    def test_emulator(self):
        self.wrong("1 lines of lint, first: QP 0x47", GOOD, lint="QP 0x47: odd\n")
        self.wrong("counted 2 translation misses", GOOD, stats=({"translation_misses": 2},))
        self.wrong("pages_corrupt is not 0", GOOD, stats=({"pages_corrupt": 1},))


class Table(unittest.TestCase):
    ENTRY = {"name": "n", "shows": "s", "script": "verbs", "kernel": "6.1"}

    def test_defaults(self):
        s = table.complete(dict(self.ENTRY, cpus=2))
        self.assertEqual((s["cpus"], s["guests"], s["iommu"], s["quick"]), (2, 1, False, False))

    def test_refusals(self):
        for change, why in (({"cpu": 2}, "no key 'cpu'"), ({"cpus": "2"}, "cpus is not a int"),
                            ({"guests": True}, "guests is not a int"), ({"kernel": "6.6"}, "none of"),
                            ({"script": "none"}, "no script")):
            with self.assertRaisesRegex(table.Wrong, why):
                table.complete(self.ENTRY | change)
        with self.assertRaisesRegex(table.Wrong, "shows is missing"):
            table.complete({"name": "n", "script": "verbs", "kernel": "6.1"})

    def test_the_table_itself(self):
        lab = table.read()
        for expression in [a["line"] for a in lab["allowed"]] + [e for s in lab["scenario"] for e in s["says"]]:
            re.compile(expression)
        self.assertTrue(any(s["quick"] for s in lab["scenario"]))
        for s in lab["scenario"]:
            with open(os.path.join(table.HERE, "guest", s["script"])) as f:
                for name in re.findall(r"^\s*judge (\S+)$", f.read(), re.M):
                    self.assertIn(name, lab["judges"], s["script"])


class Waiting(unittest.TestCase):
    def test_a_guest_that_stops_early_ends_the_wait(self):
        off, on = types.SimpleNamespace(poll=lambda: 0), types.SimpleNamespace(poll=lambda: None)
        with tempfile.TemporaryDirectory() as folder:
            for i, said in enumerate(("STEP a/b 0 1\r\nEND\r\n", "Kernel panic\r\n")):
                with open(f"{folder}/console{i}", "w") as f:
                    f.write(said)
            self.assertTrue(run.broken(folder, [off, off]))
            self.assertFalse(run.broken(folder, [off, on]))


class Command(unittest.TestCase):
    def test_each_guest_has_its_functions(self):
        s = table.complete(dict(Table.ENTRY, guests=2, functions=2, iommu=True))
        words = " ".join(run.guest_command(s, "/cache", "/f", "/i", 1))
        self.assertIn("/f/emu/port2.sock", words)
        self.assertIn("/f/emu/port3.sock", words)
        self.assertNotIn("/f/emu/port1.sock", words)
        self.assertIn("intel-iommu", words)
        self.assertIn("LAB_GUEST=1", words)


class Report(unittest.TestCase):
    LAB = {"scenario": [{"name": "a"}, {"name": "b"}],
           "judges": {"mlx5": {"title": "Linux mlx5", "tool": "linux"}}}

    def verdicts(self, name="a", steps=(("mlx5", "load", True),)):
        v = verdict.Verdict()
        v.steps, v.tools = list(steps), {"linux": "6.1.0"}
        with tempfile.TemporaryDirectory() as folder:
            report.remember(f"{folder}/v", name, v, "11.1.3")
            return report.recall(f"{folder}/v")

    def test_table(self):
        known = self.verdicts() | self.verdicts("b", [("mlx5", "load", True), ("mlx5", "unload", False)])
        self.assertIn("| Linux mlx5 | 6.1.0 | `load`, `unload` | 2 steps passed, 1 failed, in 2 scenarios |",
                      report.text(self.LAB, known))

    def test_names(self):
        self.assertEqual(report.named(["kill_1", "load", "kill_2", "kill_3"]), "`kill_1`, `kill_2`, `kill_3`, `load`")
        self.assertEqual(report.named(["kill_1", "load", "kill_2", "kill-3", "kill_4"]), "`kill`... (4), `load`")

    def test_section(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/README.md"
            with open(path, "w") as f:
                f.write("before\n" + report.BEGIN.format(0) + report.END + "after\n")
            self.assertIn("not been run yet: b", report.write(path, self.LAB, self.verdicts()))
            self.assertIsNone(report.write(path, self.LAB, self.verdicts() | self.verdicts("b")))
            with open(path) as f:
                document = f.read()
            self.assertTrue(document.startswith("before\n") and document.endswith("after\n"))
            self.assertIs(report.typed(document), False)
            self.assertIs(report.typed(document.replace("2 steps", "3 steps")), True)
            self.assertIsNone(report.typed("nothing"))


if __name__ == "__main__":
    unittest.main()
