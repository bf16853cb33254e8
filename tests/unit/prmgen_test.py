#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""What the layout generator refuses, with file and line, and what the accessors refuse when compiled."""
import os
import shutil
import subprocess
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PRMGEN = os.path.join(TOP, "devtools", "prmgen")

GOOD = """layout part 0x8 ; s
00 31:8 a
00 7:0  b
04 31:0 c
layout whole 0x20 ; s
00 31   flag
08 63:0 quad
10 @part part
18 15:0 low
20 63:0 tail[]
enum colour COLOUR 8 ; s
0x1 RED
"""


class Refusals(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="prmgen-")
        self.addCleanup(shutil.rmtree, self.dir)

    def run_on(self, text, *args):
        with open(os.path.join(self.dir, "t.prm"), "w") as f:
            f.write(text)
        return subprocess.run([PRMGEN, "--dir", self.dir, *args], capture_output=True, text=True, check=False)

    def refused(self, text, line, words):
        done = self.run_on(text)
        self.assertNotEqual(done.returncode, 0, text)
        self.assertIn(f"prmgen: t.prm:{line}:", done.stderr)
        self.assertIn(words, done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.dir, "gen")), "nothing may be written")

    def test_good(self):
        done = self.run_on(GOOD)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_overlap(self):
        self.refused("layout l 0x4 ; s\n00 31:8 a\n00 8:0 b\n", 3, "l.b overlaps a of t.prm:2")

    def test_overlap_of_nested(self):
        self.refused(GOOD + "layout m 0x10 ; s\n00 @part p\n04 0 x\n", 15, "m.x overlaps p")

    def test_overlap_of_array(self):
        self.refused("layout l 0x10 ; s\n00 31:0 a[3]\n08 31:0 b\n", 3, "overlaps a")

    def test_union_may_overlap(self):
        done = self.run_on("union u 0x4 ; s\n00 31:8 a\n00 8:0 b\n")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_out_of_bounds(self):
        self.refused("layout l 0x8 ; s\n08 31:0 a\n", 2, "lies beyond 0x8 bytes")

    def test_quad_out_of_bounds(self):
        self.refused("layout l 0x8 ; s\n04 63:0 a\n", 2, "lies beyond")

    def test_misaligned(self):
        self.refused("layout l 0x8 ; s\n02 31:0 a\n", 2, "not aligned to 4 bytes")

    def test_bits_upwards(self):
        self.refused("layout l 0x8 ; s\n00 0:31 a\n", 2, "counts upwards")

    def test_ragged_string(self):
        self.refused("layout l 0x20 ; s\n00 66:0 a\n", 2, "not a string of whole bytes")

    def test_duplicate_field(self):
        self.refused("layout l 0x8 ; s\n00 0 a\n04 0 a\n", 3, "l.a is already at t.prm:2")

    def test_duplicate_layout(self):
        self.refused("layout l 0x8 ; s\nlayout l 0x8 ; s\n", 2, "layout l is already at t.prm:1")

    def test_unknown_nested(self):
        self.refused("layout l 0x8 ; s\n00 @m a\n", 2, "no layout m")

    def test_unknown_base(self):
        self.refused("layout l 0x8 ; s\nlike m\n", 2, "no layout m")

    def test_early_tail(self):
        self.refused("layout l 0x8 ; s\n00 63:0 a[]\n", 2, "does not begin at the end")

    def test_ragged_elements(self):
        self.refused("layout l 0x8 ; s\n00 6:0 a[2]\n", 2, "not whole bytes")

    def test_no_source(self):
        self.refused("layout l 0x8\n", 1, "names no source")

    def test_bad_number(self):
        self.refused("layout l 0x8 ; s\nzz 0 a\n", 2, "is not a number")

    def test_stray_line(self):
        self.refused("00 0 a\n", 1, "outside a layout or enum")

    def test_enum_value_twice(self):
        self.refused("enum e E 8 ; s\n0x1 A\n0x1 B\n", 3, "repeats A")

    def test_enum_name_twice(self):
        self.refused("enum e E 8 ; s\n0x1 A\n0x2 A\n", 3, "repeats A")

    def test_enum_too_wide(self):
        self.refused("enum e E 8 ; s\n0x100 A\n", 2, "does not fit in 8 bits")

    def test_colliding_accessors(self):
        self.refused("layout a_b 0x4 ; s\n00 0 c\nlayout a 0x4 ; s\n00 0 b_c\n", 4, "is also made by t.prm:2")

    def test_check_tells_stale(self):
        self.run_on(GOOD)
        self.assertEqual(self.run_on(GOOD, "--check").returncode, 0)
        done = self.run_on(GOOD.replace("31:8 a", "31:9 a"), "--check")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("prm_fields.h", done.stderr)


@unittest.skipUnless(shutil.which("gcc") or shutil.which("clang"), "no compiler")
class Compiled(unittest.TestCase):
    """the generated headers in both languages, and constants that do not fit"""

    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="prmgen-")
        self.addCleanup(shutil.rmtree, self.dir)

    def compile(self, compiler, body, *flags):
        path = os.path.join(self.dir, "t.c")
        with open(path, "w") as f:
            f.write('#include "prm/gen/prm.h"\n#include "prm/gen/prm_fields.h"\n#include "prm/gen/prm_desc.h"\n'
                    "extern struct prm_mkc m;\nvoid f(void);\nvoid f(void)\n{\n" + body + "\n}\n")
        return subprocess.run([compiler, *flags, "-O2", "-Wall", "-Wextra", "-Werror", "-I", TOP + "/drivers",
                               "-c", path, "-o", self.dir + "/t.o"], capture_output=True, text=True, check=False)

    def compilers(self):
        for c, cxx in (("gcc", "g++"), ("clang", "clang++")):
            if shutil.which(c):
                yield c, ("-std=c11",)
            if shutil.which(cxx):
                yield cxx, ("-xc++", "-std=c++17")

    def test_headers_and_bounds(self):
        for compiler, flags in self.compilers():
            with self.subTest(compiler=compiler):
                done = self.compile(compiler, "prm_mkc_set_qpn(&m, 0xffffff);", *flags)
                self.assertEqual(done.returncode, 0, done.stderr)
                done = self.compile(compiler, "prm_mkc_set_qpn(&m, 0x1000000);", *flags)
                self.assertNotEqual(done.returncode, 0, "a constant that is too wide must not compile")
                self.assertIn("does not fit in its field", done.stderr)
                done = self.compile(compiler, "prm_create_eq_in_set_event_bitmask((struct prm_create_eq_in *)"
                                    "&m, 4, 0);", *flags)
                self.assertNotEqual(done.returncode, 0, "an index that is too big must not compile")
                self.assertIn("not that many elements", done.stderr)

    def test_variable_too_wide(self):
        """masked; and stops the program where PRM_STRICT is defined"""
        compiler = next(self.compilers())[0]
        source, program = os.path.join(self.dir, "v.c"), os.path.join(self.dir, "v")
        with open(source, "w") as f:
            f.write('#include "prm/gen/prm.h"\nint main(int argc, char **argv)\n{\n\tstruct prm_mkc m = {0};\n'
                    "\t(void)argv;\n\tprm_mkc_set_pd(&m, 0x1ffffffu + (uint32_t)argc - 1);\n"
                    "\treturn m.b[0xc] != 0 || prm_mkc_pd(&m) != 0xffffff;\n}\n")
        for strict, ends_well in ((), True), (("-DPRM_STRICT",), False):
            subprocess.run([compiler, *strict, "-O1", "-I", TOP + "/drivers", source, "-o", program], check=True)
            self.assertEqual(subprocess.run([program], check=False).returncode == 0, ends_well, strict)


if __name__ == "__main__":
    unittest.main()
