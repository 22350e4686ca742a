# SPDX-License-Identifier: MIT
"""The checkers of the house's rules find what they are there to find."""
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "scripts"


def run(script, *arguments):
    done = subprocess.run([sys.executable, str(SCRIPTS / script), *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout


class Floors(unittest.TestCase):
    def check(self, room, include):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "docs").mkdir()
            (root / "docs" / "ARCHITECTURE.md").write_text("    floors: base < model, text < tools\n")
            path = root / room / "x.c"
            path.parent.mkdir(parents=True)
            path.write_text(f'#include {include}\n')
            return run("check-floors.py", root)

    def test_breaches(self):
        for room, include in (("lib/model", '"text/text.h"'), ("lib/base", '"model/model.h"'),
                              ("lib/model", '"model.h"'), ("lib/text", '"nowhere/x.h"'), ("lib/attic", "<stdio.h>")):
            status, out = self.check(room, include)
            self.assertEqual(status, 1, (room, include))
            self.assertIn("x.c:", out)

    def test_good_includes(self):
        for room, include in (("lib/model", '"base/x.h"'), ("lib/model", '"model/y.h"'), ("lib/base", "<ogp/report.h>"),
                              ("tools", '"text/text.h"'), ("tools", '"tools/command.h"')):
            self.assertEqual(self.check(room, include)[0], 0, (room, include))


class Functions(unittest.TestCase):
    def check(self, lines):
        with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
            file.write("static int value;\n\nint f(int a,\n      int b)\n{\n" + "    a++;\n" * lines + "}\n")
            file.flush()
            return run("check-functions.py", file.name)

    def test_length(self):
        status, out = self.check(76)
        self.assertEqual(status, 0)
        self.assertIn("longest 80", out)
        status, out = self.check(77)
        self.assertEqual(status, 1)
        self.assertIn("f has 81 lines", out)


class Columns(unittest.TestCase):
    def test_width(self):
        for columns, expected in ((120, 0), (121, 1)):
            with tempfile.NamedTemporaryFile("w", suffix=".c", encoding="utf-8") as file:
                file.write("é" * columns + "\n")
                file.flush()
                status, out = run("check-columns.py", file.name)
            self.assertEqual(status, expected)
            self.assertEqual("121 columns" in out, expected == 1)

    def test_every_folder_is_looked_at(self):
        spec = importlib.util.spec_from_file_location("columns", SCRIPTS / "check-columns.py")
        columns = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(columns)
        found = {str(path.relative_to(columns.ROOT)) for path in columns.files([])}
        self.assertLessEqual({"bench/check.c", "bindings/ogp.i", "bindings/python/ogp/__init__.pyi", "fuzz/fuzz_csv.c",
                              "include/ogp/plan.h", "lib/io/csv.c", "tests/house/test_checkers.py"}, found)


class WordLists(unittest.TestCase):
    def test_long_lists_are_parted_at_their_alternatives(self):
        patterns = [" | ".join(f"word{n} (with | without) more" for n in range(40)), "a | b"]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "text-xx.json"
            lists = {"thing": patterns, "act": {"1": ["do"]}}
            path.write_text(json.dumps({"text": {"lists": lists}}), encoding="utf-8")
            self.assertEqual(run("wordlists-tidy.py", "--check", path)[0], 1)
            self.assertEqual(run("wordlists-tidy.py", path)[0], 0)
            self.assertEqual(run("wordlists-tidy.py", "--check", path), (0, ""))
            text = path.read_text(encoding="utf-8")
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        tidy = json.loads(text)["text"]["lists"]
        self.assertEqual(" | ".join(tidy.pop("thing")), " | ".join(lists.pop("thing")))
        self.assertEqual(tidy, lists)


if __name__ == "__main__":
    unittest.main()
