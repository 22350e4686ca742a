# SPDX-License-Identifier: MIT
"""What Python's own habits ask of the package."""
import collections
import dataclasses
import datetime
import enum
import io
import os
import pathlib
import tempfile
import unittest

import ogp

PLANS = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "plans"


@dataclasses.dataclass
class Step:
    number: str
    title: str
    end: datetime.date


@dataclasses.dataclass
class Promise:
    id: str
    title: str
    milestones: tuple = ()


@dataclasses.dataclass
class Draft:
    id: str
    language: str
    commitments: list


class Inputs(unittest.TestCase):
    def test_dataclasses(self):
        draft = Draft("AP_X", "en", [Promise("X1", "Publish", (Step("1.1", "Write", datetime.date(2024, 3, 1)),))])
        plan = ogp.Plan.from_dict(draft)
        self.assertEqual(plan.commitments["X1"].milestones["1.1"].end, datetime.date(2024, 3, 1))
        self.assertEqual(ogp.Plan.from_dict(collections.OrderedDict(dataclasses.asdict(draft))), plan)

    def test_context_manager_and_save(self):
        with tempfile.TemporaryDirectory() as folder, ogp.load(PLANS / "fr-court.json") as plan:
            for name in ("plan.json", "plan.xml"):
                path = pathlib.Path(folder) / name
                plan.save(path)
                self.assertEqual(ogp.load(path), plan)
            self.assertEqual(ogp.loads(plan.to_xml()), plan)
            with self.assertRaises(OSError):
                plan.save(pathlib.Path(folder) / "none" / "plan.json")

    def test_open_files(self):
        text = (PLANS / "en-clean.json").read_text(encoding="utf-8")
        for file in (io.StringIO(text), io.BytesIO(text.encode())):
            self.assertEqual(ogp.load(file), ogp.loads(text))

    def test_one_commitment(self):
        plan = ogp.load(PLANS / "en-milestones.json")
        line = plan.commitments["2"].to_json()
        again = ogp.load_commitment(line)
        self.assertEqual((again.id, again.plan, again.member), (plan.commitments["2"].id, plan.id, plan.member))
        self.assertEqual(again.to_dict(), plan.commitments["2"].to_dict())
        self.assertEqual(plan.commitment(again.id), plan.commitments["2"])
        self.assertIsNone(plan.commitment("none"))


class Objects(unittest.TestCase):
    def setUp(self):
        self.plan = ogp.load(PLANS / "ar-five-axes.json")

    def test_reprs_help(self):
        report = self.plan.check("en")
        for thing in (self.plan, self.plan.commitments, self.plan.commitments[0], self.plan.lead, report, report[0],
                      ogp.rulebook(), ogp.Context(language="ar", depth=9), self.plan.commitments[0].milestones):
            self.assertNotIn(" at 0x", repr(thing))
        self.assertIn(self.plan.id, repr(self.plan))
        self.assertIn("depth=9", repr(ogp.Context(depth=9)))

    def test_codes_are_enums(self):
        for kind in (ogp.Severity, ogp.Mark, ogp.FactType, ogp.Missing, ogp.Completion):
            self.assertTrue(issubclass(kind, enum.IntEnum))
        self.assertLess(ogp.Severity.WARNING, ogp.Severity.ERROR)
        self.assertIs(ogp.facts("by 31 December 2024", "en")[0].type, ogp.FactType.DATE)

    def test_reports_are_sequences(self):
        report = ogp.load(PLANS / "fr-brouillon.json").check()
        self.assertIn(report[-1], report)
        self.assertEqual(list(report[1:3]), [report[1], report[2]])
        self.assertEqual(report, ogp.load(PLANS / "fr-brouillon.json").check("ar"))
        self.assertEqual(report.total(ogp.Severity.ERROR), sum(f.severity is ogp.Severity.ERROR for f in report))

    def test_spans_are_indices(self):
        shown = 0
        for path in PLANS.glob("*.json"):
            plan = ogp.load(path)
            for finding in plan.check(lang="en"):
                if finding.span:
                    start, end = finding.span
                    words = finding.text[start:end]
                    self.assertTrue(words and words == words.strip(), (path.name, finding))
                    if finding.rule == "SMA015":
                        self.assertIn(words, finding.message)
                    shown += 1
            for mark in ogp.smart(plan):
                for piece in mark.evidence:
                    if piece.end:
                        words = ogp._smart.Texts(plan._handle).at(piece.path)[piece.start:piece.end]
                        self.assertTrue(words and words == words.strip(), (path.name, piece))
                        shown += 1
        self.assertGreater(shown, 20)

    def test_parts_are_hashable_and_equal(self):
        first = self.plan.commitments[0]
        self.assertEqual({first, self.plan.commitments[0]}, {first})
        self.assertEqual(self.plan.commitments[:2], [self.plan.commitments[0], self.plan.commitments[1]])
        self.assertNotEqual(first, self.plan.commitments[1])


class Mistakes(unittest.TestCase):
    def test_wrong_calls_are_clear(self):
        plan = ogp.load(PLANS / "en-clean.json")
        calls = [
            lambda: plan.check(5),
            lambda: plan.check("xx"),
            lambda: plan.check(context=5),
            lambda: plan.check("é"),
            lambda: ogp.facts("x", 5),
            lambda: ogp.facts(None),
            lambda: ogp.load(b"bytes.json"),
            lambda: ogp.load(None),
            lambda: ogp.load("a\0b"),
            lambda: ogp.load("a\udc00"),
            lambda: ogp.Context(depth=-1),
            lambda: ogp.Context(depth="9"),
            lambda: ogp.Context(depth=10**30),
            lambda: ogp.Context(rulebook=5),
            lambda: ogp.smart({}),
            lambda: ogp.loads(5),
            lambda: plan.commitments[0].text("smell"),
            lambda: plan.commitments[0].text(5),
            lambda: plan.commitment(5),
            lambda: plan.check().write("pdf"),
            lambda: plan.check().write(5),
            lambda: ogp.rulebook().rule(5),
            lambda: ogp.read_commitments(b"x.csv"),
            lambda: ogp.read_commitments(5),
            lambda: ogp.Plan.from_dict([1]),
        ]
        for number, call in enumerate(calls):
            with self.assertRaises(ogp.UsageError, msg=f"call {number}") as caught:
                call()
            self.assertEqual(caught.exception.code, "usage")
            self.assertIsInstance(caught.exception, ValueError)

    def test_wrong_documents_are_clear(self):
        cases = [
            ({"title": float("nan")}, ogp.FormatError),
            ({"title": 10**5000}, ogp.FormatError),
            ({"title": "\ud800"}, ogp.SyntaxError),
            ({"title": 5}, ogp.FormatError),
            ({"start": "2023-02-30"}, ogp.FormatError),
            ({"x": 10**40}, ogp.Error),
            ({("a", "b"): 1}, ogp.FormatError),
            ({"commitments": {}}, ogp.FormatError),
            ({"title": object()}, ogp.FormatError),
        ]
        for document, kind in cases:
            with self.assertRaises(kind, msg=str(list(document))) as caught:
                ogp.Plan.from_dict(document)
            self.assertEqual((caught.exception.line, caught.exception.column), (0, 0))
        whole = (PLANS / "en-clean.json").read_bytes()
        for length in range(0, len(whole), 97):
            with self.assertRaises((ogp.SyntaxError, ogp.FormatError)):
                ogp.loads(whole[:length])
        with self.assertRaises(IsADirectoryError):
            ogp.load(PLANS)


if __name__ == "__main__":
    unittest.main()
