# SPDX-License-Identifier: BSD-3-Clause
"""What a scenario left behind, judged: the guests' consoles, the emulator's lint and its counters."""
import re

FAULT = re.compile(r"DMAR: \[DMA .*fault addr")


class Verdict:
    """Steps that passed, and a sentence for each thing that is wrong."""

    def __init__(self):
        self.steps = []    # (judge, step, passed)
        self.tools = {}    # software: version
        self.faults = 0    # DMA faults that the guests' IOMMUs logged
        self.wrong = []    # sentences
        self.kernel = []   # what the guests' kernels said, without level and time

    @property
    def passed(self):
        return sum(ok for _, _, ok in self.steps)

    @property
    def failed(self):
        return len(self.wrong)

    def complain(self, sentence):
        self.wrong.append(sentence)

    def console(self, text, allowed):
        """A guest's console; @allowed: expressions of kernel lines that are known."""
        lines = text.replace("\r", "").split("\n")
        kernel = []
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "STEP":
                name, rc = (rest.split() + ["?", "?"])[:2]
                judge, _, step = name.partition("/")
                self.steps.append((judge, step, rc == "0"))
                if rc != "0":
                    self.complain(f"{name} failed ({rc})")
            elif word == "TOOL":
                tool, _, version = rest.partition(" ")
                self.tools[tool] = version
            elif word == "DMESG":
                kernel.append(re.sub(r"^<\d+>\[ *[\d.]+\] *", "", rest))
        faults = [line for line in kernel if FAULT.search(line)]
        self.faults += len(faults)
        odd = [line for line in kernel if line not in faults and not any(re.search(a, line) for a in allowed)]
        self.kernel += kernel
        if odd:
            self.complain(f"the kernel said {len(odd)} lines that are not on the list, first: {odd[0]}")
        if "END" not in lines:
            tail = [line for line in lines if line.strip()]
            self.complain(f"a guest did not reach its end, its last line: {tail[-1] if tail else 'none'}")

    def said(self, says):
        """What the kernels had to say, as expressions."""
        for expression in says:
            if not any(re.search(expression, line) for line in self.kernel):
                self.complain(f"no kernel said: {expression}")

    def emulator(self, lint, stats, faults):
        """Lint of the whole run, the last counters of each function, and how many DMA faults there had to be."""
        lint = [line for line in lint.split("\n") if line]
        if lint:
            self.complain(f"{len(lint)} lines of lint, first: {lint[0]}")
        if self.faults != faults:
            self.complain(f"{self.faults} DMA faults were logged, not {faults}")
        misses = sum(s.get("translation_misses", 0) for s in stats)
        if misses != faults:
            self.complain(f"the emulator counted {misses} translation misses, not {faults}")
        for key in ("pages_corrupt",):
            if any(s.get(key, 0) for s in stats):
                self.complain(f"the emulator's {key} is not 0")
