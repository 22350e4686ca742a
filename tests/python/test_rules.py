# SPDX-License-Identifier: MIT
"""Rules, marks, membership and reports from Python; the same answers as the program."""
import datetime
import os
import pathlib
import subprocess
import unittest
from concurrent.futures import ThreadPoolExecutor

import ogp

PLANS = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "plans"
PROGRAM = os.environ.get("OGP_PROGRAM")
IN_C = os.environ["OGP_FINDINGS_IN_C"]


class Rules(unittest.TestCase):
    def test_rulebook(self):
        book = ogp.rulebook()
        rules = book.rules("ar")
        self.assertEqual(len(rules), len(book))
        self.assertEqual(book.rule(rules[0].id, "ar"), rules[0])
        self.assertEqual(book.to_dict()["meta"]["format"], "ogp-rulebook/1")
        self.assertRaises(ogp.UsageError, book.rule, "XXX999")

    def test_smart(self):
        plan = ogp.load(PLANS / "en-milestones.json")
        marks = ogp.smart(plan)
        self.assertEqual([m.number for m in marks], [c.number for c in plan.commitments])
        self.assertLess(marks[3].score, marks[0].score)
        self.assertTrue(marks[3].reasons)
        self.assertTrue(all(0 <= m.score <= 100 for m in marks))


class Membership(unittest.TestCase):
    record = {"country": "X", "year": 2024, "budget_proposal": 1, "audit_report": 1, "access_to_information": "law",
              "asset_disclosure": "law", "civil_liberties": 5.88, "member": 1}

    def test_eligibility(self):
        verdict = ogp.eligibility(self.record)
        self.assertEqual((verdict["points"], verdict["maximum"], verdict["eligible"]), (13, 16, 1))
        without = ogp.eligibility({**self.record, "audit_report": None, "budget_proposal": None})
        self.assertEqual(without["maximum"], 12)
        with self.assertRaises(ogp.UsageError) as caught:
            ogp.eligibility({"year": "soon"})
        self.assertEqual(caught.exception.path, "/year")
        self.assertRaises(ogp.UsageError, ogp.eligibility, 5)

    def test_calendar(self):
        dates = ogp.calendar(edition="cal-2018", submitted=datetime.date(2018, 8, 31), start="2018-09-01")["dates"]
        self.assertTrue(all(isinstance(row["date"], datetime.date) for row in dates))
        self.assertRaises(ogp.FormatError, ogp.calendar, start="2018-02-30")

    def test_assess(self):
        figures = ogp.assess({"method": "irm-2014", "specificity": "high"})
        self.assertTrue(figures)
        self.assertRaises(ogp.Error, ogp.assess, {"method": "irm-1999"})


class Reports(unittest.TestCase):
    @unittest.skipUnless(PROGRAM, "the program was not built")
    def test_same_bytes_as_the_program(self):
        for path in sorted(PLANS.glob("*.json")):
            for lang in ogp.LANGUAGES:
                program = subprocess.run(
                    [PROGRAM, "check", "--format", "json", "--lang", lang, "--fail-on", "never",
                     str(path)], capture_output=True, check=True).stdout.decode()
                ours = ogp.load(path).check(lang).write("json", name=str(path), source=path.read_text(encoding="utf-8"))
                self.assertEqual(ours, program, (path.name, lang))

    def test_same_bytes_as_a_program_in_c(self):
        for path in sorted(PLANS.glob("*.json")):
            for lang in ogp.LANGUAGES:
                theirs = subprocess.run([IN_C, str(path), lang], capture_output=True, check=True).stdout.decode()
                self.assertEqual(
                    ogp.load(path).check(lang).write("json", name=str(path), source=path.read_text(encoding="utf-8")),
                    theirs)
                self.assertIn("ogp-report/1", theirs)

    def test_html(self):
        page = ogp.load(PLANS / "ar-ville.json").check("ar")._repr_html_()
        self.assertIn('dir="rtl"', page)
        self.assertRaises(ogp.UsageError, ogp.load(PLANS / "ar-ville.json").check("ar").write, "pdf")

    def test_threads(self):
        plans = [ogp.load(path) for path in sorted(PLANS.glob("*.json"))]
        jobs = [(plan, lang) for plan in plans for lang in ogp.LANGUAGES]

        def work(job):
            plan, lang = job
            return plan.check(lang).write("json"), ogp.smart(plan), [c.title for c in plan], ogp.facts(plan.title)

        want = [work(job) for job in jobs]
        with ThreadPoolExecutor(4) as pool:
            self.assertEqual(list(pool.map(work, jobs)), want)
        with ThreadPoolExecutor(4) as pool:
            self.assertEqual(set(pool.map(lambda _: plans[0].check("ar").write("json"), range(16))),
                             {plans[0].check("ar").write("json")})


if __name__ == "__main__":
    unittest.main()
