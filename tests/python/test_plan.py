# SPDX-License-Identifier: MIT
"""Plans, reports and facts from Python."""
import copy
import datetime
import gc
import os
import pathlib
import pickle
import subprocess
import sys
import unittest

import ogp

PLANS = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "plans"


class Plans(unittest.TestCase):
    def setUp(self):
        self.path = PLANS / "en-milestones.json"
        self.plan = ogp.load(self.path)

    def test_sequences(self):
        commitments = self.plan.commitments
        self.assertEqual(len(commitments), 9)
        self.assertEqual(commitments["2"], commitments[1])
        self.assertEqual([c.number for c in commitments[-2:]], ["8", "9"])
        self.assertIn("3", commitments)
        self.assertNotIn("99", commitments)
        self.assertRaises(KeyError, lambda: commitments["99"])
        self.assertRaises(IndexError, lambda: commitments[9])
        self.assertRaises(IndexError, lambda: commitments[-10])
        self.assertEqual(list(commitments), [commitments[i] for i in range(9)])

    def test_dates(self):
        self.assertIsInstance(self.plan.start, datetime.date)
        self.assertEqual(ogp.Plan.from_dict({"start": "2024-35"}).start, "2024-35")
        self.assertIsNone(ogp.Plan.from_dict({}).start)

    def test_round_trip(self):
        again = ogp.Plan.from_dict(self.plan.to_dict())
        self.assertEqual(again, self.plan)
        self.assertEqual(pickle.loads(pickle.dumps(self.plan)), self.plan)
        self.assertEqual(ogp.loads(self.plan.to_json()), self.plan)
        with open(self.path, encoding="utf-8") as file:
            self.assertEqual(ogp.load(file), self.plan)

    def test_parts_outlive_the_plan(self):
        milestone = ogp.load(self.path).commitments[0].milestones[0]
        finding = ogp.load(self.path).check(lang="fr")[0]
        gc.collect()
        self.assertEqual(milestone.number, "1.1")
        self.assertTrue(finding.message)

    def test_errors(self):
        cases = [("{", ogp.SyntaxError), ("{}", ogp.FormatError), (b"\xff", ogp.SyntaxError),
                 ("x\ud800", ogp.SyntaxError), ('{"format": "ogp-plan/1", "start": "2023-02-30"}', ogp.FormatError),
                 ("[" * 5000, ogp.LimitError), (5, ogp.UsageError)]
        for text, kind in cases:
            with self.assertRaises(kind) as caught:
                ogp.loads(text)
            self.assertIsInstance(caught.exception, ogp.Error)
        with self.assertRaises(FileNotFoundError):
            ogp.load("/nowhere/plan.json")
        with self.assertRaises(ogp.FormatError) as caught:
            ogp.loads('{"format": "ogp-plan/1",\n "title": 5}')
        error = copy.copy(caught.exception)
        self.assertEqual((error.code, error.path, error.line, error.column), ("format", "/title", 2, 11))
        self.assertRaises(ogp.UsageError, ogp.Context, language="xx")
        self.assertRaises(ogp.UsageError, ogp.Context, depht=3)
        self.assertRaises(ogp.LimitError, ogp.loads, "[[[[]]]]", context=ogp.Context(depth=3))

    def test_a_text_without_a_name(self):
        commitment = self.plan.commitments[0]
        for name in (None, "", "colour", "\0"):
            with self.assertRaises(ogp.UsageError):
                commitment.text(name)

    def test_check(self):
        report = self.plan.check(lang="ar")
        self.assertEqual(len(report), len(list(report)))
        self.assertEqual(report.worst, max(f.severity for f in report))
        self.assertNotEqual(report[0].message, report[0].message_in("en"))
        self.assertIn("finding", repr(report[0]).lower())


class Facts(unittest.TestCase):
    def test_spans_are_indices(self):
        for text in ("Publish 50 datasets by 31 December 2024.",
                     "تنشر وزارة العدل 50 مجموعة بيانات قبل متم دجنبر 2024.", "😀 Before 2025-06-30."):
            facts = ogp.facts(text)
            self.assertTrue(facts)
            for fact in facts:
                self.assertEqual(text[fact.start:fact.end], fact.text)

    def test_norms(self):
        self.assertEqual([f.norm for f in ogp.facts("by 31 December 2024", "en")], ["2024-12-31"])
        self.assertRaises(ogp.UsageError, ogp.facts, "x", "tlh")


class Import(unittest.TestCase):
    def test_silent(self):
        result = subprocess.run([sys.executable, "-W", "error", "-c", "import ogp"], capture_output=True, check=False)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))


if __name__ == "__main__":
    unittest.main()
