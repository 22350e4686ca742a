# SPDX-License-Identifier: MIT
"""Reports on the example plans, in each language, as they were read and approved: tests/golden/EXAMPLE.LANGUAGE.txt.

usage: test_golden.py            compares
       test_golden.py --write    writes them anew; read the difference before it is committed
"""
import sys
import unittest

from program import PLANS, ROOT, ogp

GOLDEN = ROOT / "tests" / "golden"
LANGUAGES = ("en", "ar", "fr", "es")
LANGUAGE_OF_ALL = {"fr-brouillon", "en-milestones"}  # these in every language, the others in their own


def wanted():
    for plan in sorted(PLANS.glob("*.json")):
        for language in LANGUAGES:
            if plan.stem in LANGUAGE_OF_ALL or plan.stem.startswith(language):
                yield plan, language, GOLDEN / f"{plan.stem}.{language}.txt"


def report(plan, language):
    return ogp("check", "--lang", language, plan.name, cwd=plan.parent).out


class Golden(unittest.TestCase):
    maxDiff = None

    def test_reports(self):
        for plan, language, golden in wanted():
            with self.subTest(golden=golden.name):
                self.assertEqual(report(plan, language), golden.read_text(encoding="utf-8"))

    def test_no_other_files(self):
        self.assertEqual({path.name for path in GOLDEN.iterdir()}, {golden.name for _, _, golden in wanted()})


if __name__ == "__main__":
    if "--write" in sys.argv:
        GOLDEN.mkdir(exist_ok=True)
        for old in GOLDEN.iterdir():
            old.unlink()
        for plan, language, golden in wanted():
            golden.write_text(report(plan, language), encoding="utf-8")
    else:
        unittest.main()
