# SPDX-License-Identifier: MIT
"""`ogp eligibility`, `calendar`, `cocreation` and `join` as people call them."""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import unittest

from program import PLANS, PROGRAM, ROOT, ogp

try:
    import icalendar
except ImportError:
    icalendar = None

SHARED = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "data"
HEADER = ("country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties,"
          "cso_entry_exit,cso_repression,member")
OUT = (
    "country,year,edition,fiscal_transparency,access_to_information,asset_disclosure,citizen_engagement,points,maximum,"
    "share,core,values_check,eligible,needs").split(",")
CALENDAR = ("calendar", "--submitted", "2024-01-15", "--start", "2024-01-01", "--years", "4", "--previous-end",
            "2023-08-31", "--plan", "AP_TST01")


def judge(*rows, form="csv"):
    result = ogp("eligibility", "--format", form, "-", stdin="\n".join([HEADER, *rows, ""]).encode())
    return result, list(csv.DictReader(io.StringIO(result.out))) if form == "csv" else result.json()


def apply(row, changes):
    cells = dict(zip(HEADER.split(","), row.split(",")))
    for change in changes:
        name, sign, value = change.partition(">") if ">" in change else change.partition("=")
        value = value.split(" (")[0]
        cells[name] = value if sign == "=" else value[1:] if value.startswith("=") else str(float(value) + 0.01)
    return ",".join(cells.values())


class Eligibility(unittest.TestCase):
    def test_columns(self):
        result, rows = judge("TUN,2015,1,1,law,public,6.2,,,1")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(list(rows[0]), OUT)
        self.assertEqual(list(rows[0].values()), [
            "TUN", "2015", "eligibility-2014", "4", "4", "4", "3", "15", "16", "0.9375", "pass", "not-required", "1", ""
        ])

    def test_blank_is_not_zero(self):
        _, rows = judge("A,2023,,,,,,,,0", "B,2023,0,0,none,none,0,0,0,0")
        self.assertEqual([rows[0][name] for name in OUT[3:]],
                         ["", "", "", "", "", "0", "", "not-enough-data", "not-enough-data", "", ""])
        self.assertEqual([rows[1][name] for name in OUT[3:13]],
                         ["0", "0", "0", "0", "0", "16", "0", "fail", "fail", "0"])

    def test_bad_cells_are_findings(self):
        result, rows = judge("A,2020,yes?,1,law,law,8,3,3,0", "B,2020,1,1,law,law,11,3,3,0",
                             "C,2020,1,1,law,law,-1,3,3,0", "D,2020,1,1,statute,law,8,3,3,0",
                             "E,2020,1,1,law,law,eight,3,3,0", "F,2020,1,1,law,law,8,1.5,3,0",
                             "G,MMXX,1,1,law,law,8,3,3,0", "H,2020,1,1,law,law,8,3,3,2", "I,2020,1,1,law,law,8,3,3,0")
        self.assertEqual((result.status, len(rows)), (1, 9))
        for row, column, rule in ((2, "budget_proposal", "ELI020"), (3, "civil_liberties", "ELI022"),
                                  (4, "civil_liberties", "ELI022"), (5, "access_to_information",
                                                                     "ELI020"), (6, "civil_liberties", "ELI021"),
                                  (7, "cso_entry_exit", "ELI023"), (8, "year", "ELI025"), (9, "member", "ELI020")):
            self.assertRegex(result.err, rf"/{row}/{column} .*\[{rule}\]")
        self.assertEqual(rows[8]["eligible"], "1")
        self.assertEqual((rows[6]["core"], rows[6]["eligible"]), ("", ""))

    def test_model_scale_is_refused(self):
        table = "country,year,v2cseeorgs,v2csreprss_ord,member\nA,2020,3.2,3,0\n"
        result = ogp("eligibility", "-", stdin=table.encode())
        self.assertEqual(result.status, 1)
        self.assertIn("v2cseeorgs_ord", result.err)
        self.assertIn(",pass,", result.out)

    def test_a_column_that_comes_twice(self):
        table = "country,year,cso_entry_exit,v2cseeorgs_ord,asset_disclosure,Asset disclosure\nA,2020,3,1,law,public\n"
        result = ogp("eligibility", "-", stdin=table.encode())
        self.assertIn("Columns cso_entry_exit and v2cseeorgs_ord are both cso_entry_exit; the first", result.err)
        self.assertIn("Columns asset_disclosure and Asset disclosure are both asset_disclosure;", result.err)
        self.assertEqual(result.status, 0)
        table = (ROOT / "examples" / "tables" / "commitments.csv").read_text("utf-8").splitlines()
        table = "\n".join(line + "," + line.split(",")[0] for line in table)
        self.assertIn("Columns 1 and 42 are both id; the first one was read", ogp("irm", "-", stdin=table.encode()).err)

    def test_no_table_of_ours(self):
        for text in (b"", b"a,b\n1,2\n", b"country,income\nA,high\n"):
            result = ogp("eligibility", "-", stdin=text)
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertRegex(result.err, r"^ogp: -:?.*\[(format|syntax)\]\n$")

    def test_needs_do_and_nothing_less_does(self):
        draw = random.Random(7)
        rows = [
            ",".join([
                "X",
                str(draw.choice([2012, 2016, 2020, 2024])),
                draw.choice("01"),
                draw.choice("01"),
                draw.choice(["law", "constitution", "constitution+draft", "draft", "none"]),
                draw.choice(["public", "law", "none"]),
                str(draw.randrange(0, 101) / 10),
                draw.choice("01234"),
                draw.choice("01234"),
                draw.choice("01")
            ]) for _ in range(300)
        ]
        tried, expected = [], []
        for row, out in zip(rows, judge(*rows)[1]):
            self.assertEqual(out["needs"] == "", out["eligible"] == "1")
            for changes in [one.split(" & ") for one in out["needs"].split(" | ") if one]:
                tried.append(apply(row, changes))
                expected.append("1")
                for left_out in range(len(changes)):
                    tried.append(apply(row, changes[:left_out] + changes[left_out + 1:]))
                    expected.append("0")
        self.assertGreater(len(tried), 500)
        self.assertEqual([out["eligible"] for out in judge(*tried)[1]], expected)

    def test_json_says_why(self):
        _, rows = judge("A,2020,1,0,none,law,4.71,2,1,0", form="json")
        self.assertEqual(rows[0]["status"]["values_check"], "unverified")
        self.assertEqual({len(one) for one in rows[0]["needs"]} - {3, 4}, set())
        self.assertIn("ELI009", {finding["rule"] for finding in rows[0]["findings"]})

    def from_sources(self, *tables, form="json"):
        run = subprocess.run([
            sys.executable, ROOT / "examples" / "eligibility" / "from_sources.py", PROGRAM, *tables, "--", "--format",
            form
        ], capture_output=True, check=False, encoding="utf-8")
        self.assertLess(run.returncode, 2, run.stderr)
        return json.loads(run.stdout), run.stderr

    def test_a_table_from_sources(self):
        rows, said = self.from_sources(*sorted((ROOT / "examples" / "eligibility" / "sources").glob("*.csv")))
        points = {row["country"]: [row[name] for name in OUT[3:7]] for row in rows}
        self.assertEqual(points, {"ELD1": [0, 3, None, 0], "NLD1": [2, 4, 4, 3], "SLD1": [4, 1, 2, 4]})
        self.assertEqual({row["country"]: row["values_check"]
                          for row in rows}, {"ELD1": "not-enough-data", "NLD1": "pass", "SLD1": "pass"})
        for column, rule in (("budget_transparency_score", "ELI027"), ("vdem_core_v2cseeorgs", "ELI024"),
                             ("vdem_core_v2csreprss", "ELI024")):
            self.assertRegex(said, rf"/1/{column}: .*\[{rule}\]")
        # The survey's words are read by a reading of ours, and say so.
        metric = next(finding for finding in rows[1]["findings"] if finding["rule"] == "ELI004")
        self.assertEqual((metric["status"], rows[1]["status"]["core"]), ("unverified", "unverified"))

    @unittest.skipUnless((SHARED / "eligibility-sources").exists(), "no source indices here")
    def test_real_sources_leave_metrics_unmeasured(self):
        rows, said = self.from_sources(*sorted((SHARED / "eligibility-sources").glob("*.csv")))
        self.assertGreater(len(rows), 2684)
        self.assertEqual({row["core"] for row in rows}, {"not-enough-data"})
        self.assertEqual({row[name] for row in rows for name in OUT[3:7]}, {None})
        self.assertEqual({row["values_check"] for row in rows}, {"not-enough-data", "not-required"})
        for column in ("budget_transparency_score", "supreme_audit_oversight_score", "vdem_core_v2cseeorgs",
                       "vdem_core_v2csreprss"):
            self.assertIn(f"/1/{column}:", said)

    @unittest.skipUnless((SHARED / "eligibility-sources").exists(), "no source indices here")
    def test_source_indices(self):
        for name, rule, status in (("open_budget_survey_2006-2023.csv", "ELI027", 0),
                                   ("vdem_v15_civicspace_2010-2024.csv", "ELI024", 1)):
            result = ogp("eligibility", SHARED / "eligibility-sources" / name)
            self.assertEqual(result.status, status)
            self.assertIn(rule, result.err)
            self.assertEqual({row["core"] for row in csv.DictReader(io.StringIO(result.out))}, {"not-enough-data"})


MARKS = {"en": "unverified", "ar": "غير متحقَّق منه", "fr": "non vérifié", "es": "sin verificar"}


class Unverified(unittest.TestCase):
    """What rests on something that no page or data confirms says so, in every form and language; the rest does not."""

    def judge_text(self, row, language="en"):
        return ogp("eligibility", "-f", "text", "-l", language, "-",
                   stdin=f"{HEADER}\n{row}\n".encode()).out.splitlines()

    def test_eligibility(self):
        # Points of 12 of 16 whatever the civil liberties: sure. 11 with them, or fewer: not.
        sure, shaky, early = "A,2015,1,1,law,public,3,,,1", "A,2015,1,1,law,none,8,,,1", "A,2013,1,1,law,public,8,,,1"
        for row, core, eligible in ((sure, "seen", "seen"), (shaky, "unverified", "unverified"), (early, "unverified",
                                                                                                  "unverified"),
                                    ("A,2017,1,1,law,public,3,,,0", "seen",
                                     "unverified"), ("A,2020,1,1,law,public,3,4,4,0", "seen", "unverified"),
                                    ("A,2020,0,0,none,none,3,4,4,0", "seen", "seen"), ("A,2022,,,,law,3,,,1",
                                                                                       "unverified", "unverified"),
                                    ("A,2023,,,,law,3,,,1", "seen", "seen"), ("A,2020,1,,law,public,9,,,1",
                                                                              "unverified", "unverified"),
                                    ("A,2020,0,1,constitution+draft,public,8,,,1", "unverified", "unverified")):
            with self.subTest(row=row):
                result, judged = judge(row, form="json")
                self.assertEqual((judged[0]["status"]["core"], judged[0]["status"]["eligible"]), (core, eligible))
                findings = {finding["rule"]: finding["status"] for finding in judged[0]["findings"]}
                self.assertEqual(findings.get("ELI006", "unverified"), "unverified")
                self.assertEqual({findings[rule]
                                  for rule in ("ELI001", "ELI002", "ELI003") if rule in findings}, {core})
                said = "unverified" in (core, eligible) or judged[0]["status"]["values_check"] == "unverified"
                self.assertEqual("[ELI032]" in judge(row)[0].err, said)
                for language, mark in MARKS.items():
                    self.assertEqual(f"[{mark}]" in self.judge_text(row, language)[0], eligible == "unverified")

    def test_values_check(self):
        for cells, rule in (("4,4", "ELI008"), ("1,1", "ELI009"), (",", "ELI010")):
            lines = [line for line in self.judge_text(f"A,2020,1,1,law,public,9,{cells},0") if rule in line]
            self.assertEqual([line.endswith("[unverified]") for line in lines], [True])

    def test_calendar(self):
        words = ("--start", "2024-01-01", "--years", "4", "--submitted", "2024-01-15", "--previous-end", "2023-08-31")
        dates = ogp("calendar", *words, "-f", "json").json()["dates"]
        shaky = {entry["id"] for entry in dates if entry["status"] == "unverified"}
        self.assertEqual(shaky, {"refresh", "irm-midterm", "implementation-meeting"})
        for language, mark in MARKS.items():
            lines = ogp("calendar", *words, "-l", language).out.splitlines()[1:len(dates) + 1]
            self.assertEqual([mark in line for line in lines], [entry["status"] == "unverified" for entry in dates])
            events = ogp("calendar", *words, "-f", "ics", "-l", language).out.replace("\r\n ",
                                                                                      "").split("BEGIN:VEVENT")[1:]
            self.assertEqual([mark in event for event in events], [entry["status"] == "unverified" for entry in dates])
        first = ogp("calendar", "--first", "--letter", "2022-03-31", "-f", "json").json()["dates"]
        self.assertEqual({entry["id"]: entry["status"] for entry in first}["first-due"], "unverified")
        ends = ogp("calendar", "--edition", "cal-2022", "--start", "2024-01-01", "--end", "2025-10-31", "-f",
                   "json").json()["findings"]
        self.assertEqual({finding["rule"]: finding["status"] for finding in ends}["CAL006"], "unverified")

    def test_cocreation(self):
        plan = ROOT / "tests" / "corpus" / "COC107-fail-01.json"
        judged = ogp("cocreation", "-f", "json", plan).json()
        status = {item["requirement"]: item["status"] for item in judged["requirements"]}
        self.assertEqual(
            status,
            dict.fromkeys(("1.1", "2.1", "2.2"), "seen") | dict.fromkeys(
                ("3.1", "3.2", "3.3", "4.1", "5.1"), "unverified"))
        rows = list(csv.DictReader(io.StringIO(ogp("cocreation", "-f", "csv", plan).out)))
        self.assertEqual({row["requirement"]: row["status"] for row in rows}, status)
        for language, mark in MARKS.items():
            lines = ogp("cocreation", "-l", language, plan).out.splitlines()[1:9]
            self.assertEqual([line.endswith(f"[{mark}]") for line in lines],
                             [state == "unverified" for state in status.values()])

    def test_join(self):
        overdue, idle = (ROOT / "tests" / "corpus" / f"{name}-fail-01.json" for name in ("JOI011", "STA009"))
        steps = ogp("join", "-f", "json", overdue).json()
        self.assertEqual([step["status"] for step in steps["steps"]], ["seen"] * 5 + ["unverified"])
        self.assertEqual({finding["rule"]: finding["status"] for finding in steps["findings"]}["JOI011"], "unverified")
        self.assertEqual(ogp("join", "-f", "json", idle).json()["status"], "unverified")
        for language, mark in MARKS.items():
            self.assertIn(f"[{mark}]", ogp("join", "-l", language, idle).out.splitlines()[0])
            lines = [line for line in ogp("join", "-l", language, overdue).out.splitlines() if "JOI011" in line]
            self.assertTrue(lines[0].endswith(f"[{mark}]"))


class Calendar(unittest.TestCase):
    def test_json(self):
        calendar = ogp(*CALENDAR, "--format", "json").json()
        dates = {(entry["id"], entry.get("number", 0)): entry for entry in calendar["dates"]}
        self.assertEqual(dates["due", 0]["date"], "2024-08-31")
        self.assertEqual(dates["end", 0]["date"], "2027-12-31")
        self.assertEqual(dates["refresh", 0]["status"], "unverified")
        self.assertEqual(sorted(entry["date"] for entry in calendar["dates"]),
                         [entry["date"] for entry in calendar["dates"]])

    def test_icalendar_lines(self):
        for language in ("en", "ar", "fr", "es"):
            text = ogp(*CALENDAR, "--format", "ics", "--lang", language)
            self.assertEqual(text.out, ogp(*CALENDAR, "--format", "ics", "--lang", language).out)
            for line in text.out.split("\r\n"):
                self.assertLessEqual(len(line.encode()), 75)
                self.assertNotIn("\n", line)

    @unittest.skipIf(icalendar is None, "python3-icalendar is not installed")
    def test_icalendar_is_read_by_others(self):
        for language in ("en", "ar", "fr", "es"):
            dates = ogp(*CALENDAR, "--format", "json", "--lang", language).json()["dates"]
            calendar = icalendar.Calendar.from_ical(ogp(*CALENDAR, "--format", "ics", "--lang", language).out)
            events = list(calendar.walk("VEVENT"))
            self.assertEqual(len({str(event["UID"]) for event in events}), len(dates))
            for event, entry in zip(events, dates):
                self.assertEqual(event.errors, [])
                self.assertEqual(event["DTSTART"].dt.isoformat(), entry["date"])
                self.assertEqual(str(event["SUMMARY"]), "AP_TST01: " + entry["name"])
                self.assertEqual(event["SUMMARY"].params["LANGUAGE"], language)

    def test_too_late_is_a_finding(self):
        self.assertEqual(
            ogp("calendar", "--edition", "cal-2018", "--submitted", "2019-01-01", "--previous-end",
                "2018-08-31").status, 1)
        self.assertEqual(ogp("calendar", "--edition", "cal-2018", "--submitted", "2018-12-31").status, 0)

    def test_wrong_calls(self):
        for words in ((), ("--edition", "cal-1"), ("--start", "2024-02-30"), ("--start", "2024"),
                      ("--start", "2024-01-01", "--years", "11"),
                      ("--start", "2022-01-01", "--end", "2024-01-01", "--years", "4")):
            result = ogp("calendar", *words)
            self.assertEqual((result.status, result.out), (2, ""), words)
            self.assertIn("[usage]", result.err)


class Cocreation(unittest.TestCase):
    def test_a_plan(self):
        judged = ogp("cocreation", "--format", "json", ROOT / "tests" / "corpus" / "COC107-fail-01.json").json()
        marks = {item["requirement"]: item["mark"] for item in judged["requirements"]}
        self.assertEqual((marks["3.1"], marks["1.1"], judged["contrary"], judged["status"]),
                         ("not-met", "met", True, "unverified"))

    def test_today(self):
        plan = ROOT / "tests" / "corpus" / "COC121-fail-01.json"
        self.assertNotIn("COC105", ogp("cocreation", plan).out)
        self.assertIn("COC105", ogp("cocreation", "--today", "2025-06-01", plan).out)

    @unittest.skipUnless((SHARED / "process").exists(), "no process table here")
    def test_process_table(self):
        judged = ogp("cocreation", "--format", "json", SHARED / "process" / "process-2016.csv").json()
        steps = [plan.get("steps", "NR") for plan in judged]
        self.assertEqual({n: steps.count(n) for n in set(steps)}, {"NR": 16, 0: 4, 1: 6, 2: 5, 3: 6, 4: 9, 5: 8, 6: 5})
        self.assertEqual({plan["contrary"] for plan in judged}, {None})


    def test_other_tables(self):
        for table in (b"a,b\n1,2\n", (ROOT / "examples" / "tables" / "commitments.csv").read_bytes()):
            result = ogp("cocreation", "-", stdin=table)
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertRegex(result.err, r"^ogp: -:1:1: neither a plan nor a table of OGP's process .*\[format\]\n$")


class Join(unittest.TestCase):
    def test_an_unknown_kind(self):
        result = ogp("join", "-", stdin=b'{"format": "ogp-join/1", "kind": "city", "events": []}')
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertRegex(result.err, r'^ogp: -: no steps .* "city"; write country, .* \(/kind\) \[format\]\n$')

    def test_french_colons(self):
        folder = ROOT / "examples"
        for words in (("join", folder / "membership" / "joining.json"), ("join", folder / "membership" / "member.json"),
                      ("eligibility", "-f", "text", folder / "eligibility" / "countries.csv"),
                      ("cocreation", PLANS / "fr-court.json")):
            text = ogp(*words, "--lang", "fr").out
            self.assertIn("remarque\u00a0: " if "member.json" not in str(words[1]) else "avertissement\u00a0: ", text)
            self.assertNotRegex(text, r"[^\W\d]: ", words)

    def test_joining(self):
        state = ogp("join", "--format", "json", ROOT / "examples" / "membership" / "joining.json").json()
        self.assertEqual((state["next"], state["out_of_order"]), ("lead-named", ["plan-delivered"]))
        self.assertEqual(state["first_plan_due"], "2019-04-26")

    def test_status(self):
        state = ogp("join", "--format", "json", ROOT / "examples" / "membership" / "member.json").json()
        self.assertEqual((state["member_status"], state["contrary"]), ("procedural-review", [True, True]))

    def test_a_bad_date_has_its_place(self):
        result = ogp("join", "-", stdin=b'{"format":"ogp-join/1","events":[\n{"type":"eligible","date":"2023-02-30"}]}')
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertRegex(result.err, r"^ogp: -:2:\d+: there is no 30 February 2023 \(/events/0/date\) \[format\]\n$")


if __name__ == "__main__":
    unittest.main()
