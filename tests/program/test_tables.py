# SPDX-License-Identifier: MIT
"""`ogp eligibility`, `ogp calendar`, `ogp smart`: the columns and members that are promised, in every format."""
import csv
import io
import json
import re
import unittest

from program import PLANS, ogp

HEADER = ("country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties,"
          "cso_entry_exit,cso_repression,member\n")
COUNTRIES = HEADER + """Full,2023,1,1,law,public,9.5,3,4,1
Poor,2023,0,0,none,none,2,1,1,0
Unknown,2023,,,,,,,,0
Bad,2023,2,1,perhaps,public,11,3,3,1
"""
ELIGIBILITY = (
    "country,year,edition,fiscal_transparency,access_to_information,asset_disclosure,citizen_engagement,points,maximum,"
    "share,core,values_check,eligible,needs").split(",")
SMART = "id,plan,number,specific,measurable,answerable,relevant,time_bound,score".split(",")
SUBMITTED = ("--submitted", "2021-12-30", "--start", "2021-12-31", "--end", "2025-12-31")
LANGUAGES = ("en", "ar", "fr", "es")


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


class Eligibility(unittest.TestCase):
    def run_on(self, *words, table=COUNTRIES):
        return ogp("eligibility", "-", *words, stdin=table.encode())

    def test_csv(self):
        result = self.run_on()
        full, poor, unknown, bad = rows(result.out)
        self.assertEqual(list(full), ELIGIBILITY)
        self.assertEqual((full["points"], full["maximum"], full["core"], full["values_check"], full["eligible"]),
                         ("16", "16", "pass", "not-required", "1"))
        self.assertEqual((poor["points"], poor["core"], poor["values_check"], poor["eligible"]),
                         ("0", "fail", "fail", "0"))
        self.assertIn("access_to_information=law (+4)", poor["needs"])
        self.assertEqual((unknown["fiscal_transparency"], unknown["core"], unknown["eligible"]),
                         ("", "not-enough-data", ""))
        self.assertEqual(bad["asset_disclosure"], "4")
        self.assertEqual(result.status, 1)
        self.assertIn("/5/budget_proposal", result.err)

    def test_json_says_the_same(self):
        for row, entry in zip(rows(self.run_on().out), self.run_on("--format", "json").json(), strict=True):
            for name in ELIGIBILITY[:-1]:
                self.assertEqual(row[name], "" if entry[name] is None else str(entry[name]), (row["country"], name))

    def test_text_in_each_language(self):
        texts = {self.run_on("--format", "text", "--lang", language).out for language in LANGUAGES}
        self.assertEqual(len(texts), len(LANGUAGES))

    def test_no_table(self):
        for table in ("", "a,b\n1,2\n"):
            result = self.run_on(table=table)
            self.assertEqual((result.status, result.out), (2, ""))

    def test_over_years(self):
        table = HEADER + "".join(f"Down,{year},0,0,none,none,2,1,1,1\n" for year in (2021, 2022, 2023))
        last = self.run_on("--format", "json", table=table).json()[-1]
        self.assertTrue(last["eligibility_review"])


class Calendar(unittest.TestCase):
    def test_json(self):
        document = ogp("calendar", *SUBMITTED, "--format", "json").json()
        self.assertEqual((document["format"], document["edition"]), ("ogp-calendar/1", "cal-2018"))
        dates = [entry["date"] for entry in document["dates"]]
        self.assertEqual(dates, sorted(dates))
        for entry in document["dates"]:
            self.assertRegex(entry["date"], r"^\d{4}-\d\d-\d\d$")
            self.assertTrue(entry["rule"] and entry["source"] and entry["status"])

    def test_text_in_each_language(self):
        texts = {ogp("calendar", *SUBMITTED, "--lang", language).out for language in LANGUAGES}
        self.assertEqual(len(texts), len(LANGUAGES))

    def test_ics(self):
        for language in LANGUAGES:
            text = ogp("calendar", *SUBMITTED, "--format", "ics", "--plan", "AP_X", "--lang", language).out
            lines = text.split("\r\n")
            self.assertEqual((lines[0], lines[-2], lines[-1]), ("BEGIN:VCALENDAR", "END:VCALENDAR", ""))
            self.assertTrue(all(len(line.encode()) <= 75 for line in lines))
            self.assertEqual(lines.count("BEGIN:VEVENT"),
                             len(ogp("calendar", *SUBMITTED, "-f", "json").json()["dates"]))
            uids = re.findall(r"^UID:(\S+)", text, re.M)
            self.assertEqual(len(uids), len(set(uids)))

    def test_first_and_local_plans(self):
        for words in (("--first", "--letter", "2022-01-10"), ("--local", "--submitted", "2023-01-10"),
                      ("--edition", "cal-2022", "--start", "2024-01-01", "--years", "2"), ("--previous-end",
                                                                                           "2021-08-31")):
            self.assertIn(ogp("calendar", *words).status, (0, 1), words)

    def test_wrong_dates(self):
        for words in (("--start", "2023-02-30"), ("--start", "soon"), ("--edition", "cal-1999"), ("--years", "0")):
            result = ogp("calendar", *words)
            self.assertEqual((result.status, result.out), (2, ""), words)
            self.assertEqual(result.err.count("\n"), 1)


class Smart(unittest.TestCase):
    def test_every_format_says_the_same(self):
        for plan in sorted(PLANS.glob("*.json")):
            table = rows(ogp("smart", plan).out)
            self.assertEqual(list(table[0]), SMART)
            entries = ogp("smart", plan, "--format", "json").json()
            lines = [json.loads(line) for line in ogp("smart", plan, "--format", "ndjson").out.splitlines()]
            self.assertEqual(entries, lines)
            self.assertEqual([{k: "" if v is None else str(v) for k, v in entry.items()} for entry in entries], table)
            for entry in entries:
                self.assertTrue(0 <= entry["score"] <= 100)

    def test_streams(self):
        plan = PLANS / "en-milestones.json"
        stream = ogp("convert", plan, "--format", "ndjson").out.encode()
        self.assertEqual(ogp("smart", "-", stdin=stream).out, ogp("smart", plan).out)


if __name__ == "__main__":
    unittest.main()
