# SPDX-License-Identifier: MIT
"""Membership from Python: the same answers as the program, from mappings, dataclasses, files and rows of frames."""
import csv
import dataclasses
import datetime
import io
import json
import os
import pathlib
import subprocess
import unittest

import ogp

EXAMPLES = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples"
PROGRAM = os.environ.get("OGP_PROGRAM")


@dataclasses.dataclass
class Record:
    country: str
    year: int
    budget_proposal: int
    audit_report: int
    access_to_information: str
    asset_disclosure: str
    civil_liberties: float
    member: bool


RECORD = Record("X", 2024, 1, 1, "law", "law", 5.88, True)


class Histories(unittest.TestCase):
    def same_as_program(self, ours, name, lang):
        if not PROGRAM:
            self.skipTest("the program was not built")
        text = subprocess.run(
            [PROGRAM, "join",
             str(EXAMPLES / "membership" / name), "-f", "json", "-l", lang, "--fail-on", "never"], capture_output=True,
            check=True).stdout
        self.assertEqual(json.dumps(ours, default=str, sort_keys=True), json.dumps(json.loads(text), sort_keys=True))

    def test_joining(self):
        path = EXAMPLES / "membership" / "joining.json"
        for lang in ogp.LANGUAGES:
            self.same_as_program(ogp.joining(path, context=ogp.Context(language=lang)), "joining.json", lang)
        verdict = ogp.joining(json.loads(path.read_text(encoding="utf-8")))
        self.assertEqual((verdict["next"], verdict["first_plan_due"]), ("lead-named", datetime.date(2019, 4, 26)))
        with open(path, "rb") as file:
            self.assertEqual(ogp.joining(file), verdict)
        self.assertEqual(ogp.joining(path.read_bytes(), today=datetime.date(2018, 2, 1))["next"], "letter-of-intent")

    def test_status(self):
        path = EXAMPLES / "membership" / "member.json"
        for lang in ogp.LANGUAGES:
            self.same_as_program(ogp.status(path, context=ogp.Context(language=lang)), "member.json", lang)
        self.assertEqual(ogp.status(path)["member_status"], "procedural-review")

    def test_errors(self):
        self.assertRaises(FileNotFoundError, ogp.joining, "/nowhere.json")
        self.assertRaises(ogp.FormatError, ogp.joining, {"kind": 5})
        self.assertRaises(ogp.SyntaxError, ogp.status, b"{")
        self.assertRaises(ogp.UsageError, ogp.status, 5)
        self.assertRaises(ogp.Error, ogp.status, {"format": "ogp-member/1"}, today="soon")
        self.assertRaises(ogp.UsageError, ogp.status, {}, today=5)


class Cocreation(unittest.TestCase):
    def test_requirements(self):
        plan = ogp.load(EXAMPLES / "plans" / "en-milestones.json")
        verdict = ogp.cocreation(plan, lang="fr")
        self.assertEqual(verdict, plan.cocreation(lang="fr"))
        self.assertTrue(
            all(row["mark"] in ("met", "not-met", "not-yet", "not-reviewed") for row in verdict["requirements"]))
        later = ogp.cocreation(plan, datetime.date(2024, 6, 1))
        self.assertEqual(later["as_of"], datetime.date(2024, 6, 1))
        self.assertRaises(ogp.UsageError, ogp.cocreation, {})


class Eligibility(unittest.TestCase):
    def test_inputs(self):
        verdict = ogp.eligibility(RECORD)
        self.assertEqual(verdict, ogp.eligibility(dataclasses.asdict(RECORD)))
        self.assertEqual((verdict["points"], verdict["maximum"]), (13, 16))

    def test_rows_of_a_frame(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        rows = pandas.DataFrame([dataclasses.asdict(RECORD), {"country": "Y", "year": 2024, "budget_proposal": 1}])
        self.assertEqual(ogp.eligibility(rows.iloc[0])["points"], 13)
        self.assertEqual(
            ogp.eligibility(rows.iloc[1])["core"],
            ogp.eligibility({"country": "Y", "year": 2024, "budget_proposal": 1})["core"])

    def test_wrong_input(self):
        for record in ({"year": 10**30}, {"year": [2024]}, {"country": "\ud800",
                                                            "year": 2024}, {5: 6}, {"year": object()}, {"year": 1}):
            with self.assertRaises(ogp.UsageError, msg=repr(record)):
                ogp.eligibility(record)

    def test_trend(self):
        records = [
            {**dataclasses.asdict(RECORD), "year": year, "access_to_information": "none", "asset_disclosure": "none"}
            for year in (2021, 2022)
        ]
        trend = ogp.eligibility_trend(records, member=True)
        self.assertEqual([row["year"] for row in trend["years"]], [2021, 2022])
        self.assertIn("ELI016", [finding["rule"] for finding in trend["findings"]])
        self.assertNotIn("ELI016", [f["rule"] for f in ogp.eligibility_trend(records, member=False)["findings"]])
        self.assertRaises(ogp.UsageError, ogp.eligibility_trend, records[0])


class Tables(unittest.TestCase):
    def test_same_as_the_program(self):
        path = EXAMPLES / "eligibility" / "countries.csv"
        result = ogp.eligibility_table(path)
        with open(path, "rb") as file:
            self.assertEqual(ogp.eligibility_table(file), result)
        if not PROGRAM:
            self.skipTest("the program was not built")
        out = subprocess.run(
            [PROGRAM, "eligibility", str(path), "-f", "csv", "--fail-on", "never"], capture_output=True,
            check=True).stdout
        theirs = list(csv.DictReader(io.StringIO(out.decode())))
        self.assertEqual([(r["country"], str(r["year"]), r["core"], str(r["points"])) for r in result["rows"]],
                         [(r["country"], r["year"], r["core"], r["points"]) for r in theirs])
        self.assertTrue(result["findings"])
        self.assertRaises(FileNotFoundError, ogp.eligibility_table, "/nowhere")
        self.assertRaises(ogp.Error, ogp.eligibility_table, io.BytesIO(b"a,b\r\n1,2\r\n"))

    def test_words_and_scales(self):
        self.assertIn(ogp.civil_liberties_points(9.5), range(1, 5))
        self.assertIsNone(ogp.civil_liberties_points(11))
        self.assertIsNone(ogp.budget_document_published("blue"))
        self.assertIsNone(ogp.vdem_check("v2cseeorgs_ord", 3))
        self.assertRaises(ogp.FormatError, ogp.vdem_check, "v2cseeorgs", 1.234)
        self.assertRaises(ogp.UsageError, ogp.civil_liberties_points, "much")

    def test_periods(self):
        day = datetime.date
        self.assertEqual(ogp.period("2024-02"), (day(2024, 2, 1), day(2024, 2, 29)))
        self.assertEqual(ogp.period("2024-35"), (day(2024, 7, 1), day(2024, 9, 30)))
        self.assertEqual(ogp.period("2024/.."), (day(2024, 1, 1), None))
        self.assertRaises(ogp.FormatError, ogp.period, "soon")
        self.assertRaises(ogp.UsageError, ogp.period, 5)


class Partnership(unittest.TestCase):
    def test_members(self):
        by_code = {member.code: member for member in ogp.members("ar")}
        self.assertEqual(by_code["JOR"].prefix, "JO")
        self.assertIn("الأردن", by_code["JOR"].name)
        self.assertEqual(sum(member.founder for member in by_code.values()), 8)

    def test_calendar_takes_dates(self):
        days = ogp.calendar(start=datetime.date(2024, 1, 1), years=2)
        self.assertEqual(days, ogp.calendar(start="2024-01-01", years=2))
        self.assertRaises(ogp.UsageError, ogp.calendar, edition="cal-1812")
        with self.assertRaisesRegex(ogp.UsageError, 'no option "yeers"'):
            ogp.calendar(start="2024-01-01", yeers=4)

    def test_shares_are_numbers(self):
        self.assertIsNone(ogp.eligibility({"year": 2024})["share"])
        cells = {"budget_proposal": 1, "audit_report": 0, "access_to_information": "law", "asset_disclosure": "public"}
        self.assertEqual(ogp.eligibility({"year": 2024, **cells})["share"], 0.8333)

    def test_a_single_loss_of_a_score(self):
        cells = {"budget_proposal": 1, "audit_report": 1, "access_to_information": "law", "asset_disclosure": "law",
                 "civil_liberties": 6, "member": 1}
        messages = [f["message"] for f in ogp.eligibility({"year": 2024, **cells})["findings"] if f["rule"] == "ELI017"]
        self.assertIn("One loss alone would end eligibility: civil liberties (<=2.5)", messages)

    def test_errors_name_what_was_given(self):
        with self.assertRaises(TypeError):
            ogp.Plan.from_dict({"commitments": [{"number": "1"}]}).commitments[None]
        with self.assertRaisesRegex(ogp.SyntaxError, r"of a plan; it is no Unicode"):
            ogp.Plan.from_dict({"id": "\ud800"})
        with self.assertRaises(FileNotFoundError) as caught:
            ogp.convert(str(EXAMPLES / "tables" / "commitments.csv"), "/nonexistent/out.csv")
        self.assertEqual(caught.exception.filename, "/nonexistent/out.csv")


class Codes(unittest.TestCase):
    def test_methods(self):
        self.assertEqual(ogp.method_of_year(2014), "irm-2014")
        self.assertTrue(ogp.comparable("completion", "irm-2014", "irm-2014"))
        self.assertRaises(ogp.UsageError, ogp.method_of_year, "soon")

    def test_milestones(self):
        words = ["complete", "complete", "limited", "unclear"]
        self.assertIs(ogp.milestone_completion(words), ogp.Completion.LIMITED)
        self.assertIs(ogp.milestone_completion(words, "majority"), ogp.Completion.COMPLETE)
        self.assertIsNone(ogp.milestone_completion([]))
        self.assertRaises(ogp.UsageError, ogp.milestone_completion, words, "mean")
        self.assertLess(ogp.Missing.ABSENT, ogp.Missing.NR)


if __name__ == "__main__":
    unittest.main()
