# SPDX-License-Identifier: MIT
"""`ogp check`: reports in every format, several plans, plans that cannot be read."""
import html.parser
import json
import os
import pathlib
import re
import tempfile
import unittest

from program import PLANS, ogp

EXAMPLES = sorted(PLANS.glob("*.json"))
LEVELS = {"error", "warning", "note"}


def language(plan):
    return plan.name[:2]


class Json(unittest.TestCase):
    def test_members(self):
        for plan in EXAMPLES:
            result = ogp("check", "--format", "json", "--lang", language(plan), plan)
            report = result.json()
            self.assertEqual(list(report), ["format", "rulebook", "language", "file", "findings", "totals", "omitted"])
            self.assertEqual((report["format"], report["file"], report["language"]),
                             ("ogp-report/1", str(plan), language(plan)))
            for finding in report["findings"]:
                self.assertLessEqual(
                    {
                        "rule", "severity", "path", "subject", "message", "mend", "args", "edition", "source", "status",
                        "line", "column"
                    }, set(finding), plan)
                self.assertIn(finding["severity"], LEVELS)
                self.assertIn(finding["status"], ("seen", "measured", "unverified"))
                self.assertTrue(finding["message"] and finding["mend"] and finding["source"])
                self.assertNotRegex(finding["message"], r"\{\w+\}")
            totals = {level: sum(f["severity"] == level for f in report["findings"]) for level in LEVELS}
            if not report["omitted"]:
                self.assertEqual(report["totals"], totals)
            self.assertEqual(result.status, 1 if totals["error"] else 0)

    def test_places(self):
        """Lines, columns and spans point at what the findings speak of."""
        for plan in EXAMPLES:
            text = plan.read_text(encoding="utf-8")
            lines, document = text.splitlines(), json.loads(text)
            for finding in ogp("check", "--format", "json", plan).json()["findings"]:
                rest = lines[finding["line"] - 1][finding["column"] - 1:]
                value, present = follow(document, finding["path"])
                if present and isinstance(value, str):
                    words = value.encode()[finding.get("start", 0):finding.get("end", 0)].decode()
                    self.assertTrue(rest.startswith(words or json.dumps(value, ensure_ascii=False)),
                                    (plan.name, finding))
                else:
                    self.assertIn(rest[0], '{["', (plan.name, finding))

    def test_all_languages(self):
        report = ogp("check", "--format", "json", "--all-languages", "--lang", "es", PLANS / "es-borrador.json").json()
        for finding in report["findings"]:
            self.assertEqual(set(finding["messages"]), {"ar", "en", "es", "fr"})
            self.assertEqual(finding["messages"]["es"], finding["message"])
            self.assertEqual(finding["mends"]["es"], finding["mend"])

    def test_findings_do_not_depend_on_the_language(self):
        def facts(word):
            report = ogp("check", "--format", "json", "--lang", word, PLANS / "fr-brouillon.json").json()
            return [{k: f[k] for k in ("rule", "severity", "path", "edition", "status")} for f in report["findings"]]
        self.assertEqual(facts("ar"), facts("fr"))

    def test_said_once(self):
        """A form that leaves fields empty: what the template asks for is missing, and not blank as well."""
        plan = json.loads((PLANS / "en-clean.json").read_text(encoding="utf-8"))
        commitment = plan["commitments"][0]
        for name in ("problem", "causes", "results"):
            commitment[name] = ""
        commitment["values"] = {"transparency": commitment["values"]["transparency"], "participation": "",
                                "accountability": "", "technology": " "}
        commitment["milestones"][0]["output"] = ""
        report = ogp("check", "--format", "json", "-", stdin=json.dumps(plan).encode()).json()
        found = [(f["rule"], f["path"]) for f in report["findings"] if f["path"].startswith("/commitments/0")]
        self.assertNotIn("TPL018", [rule for rule, _ in found])
        self.assertEqual([path for rule, path in found if rule == "VAL003"], ["/commitments/0/values"])
        self.assertIn(("TPL042", "/commitments/0/milestones/0/output"), found)

    def test_several_plans(self):
        plans = EXAMPLES[:3]
        reports = ogp("check", "--format", "json", *plans).json()
        self.assertEqual(reports, [ogp("check", "--format", "json", plan).json() for plan in plans])

    def test_standard_input(self):
        plan = PLANS / "en-milestones.json"
        report = ogp("check", "-", "--format", "json", stdin=plan.read_bytes()).json()
        expected = ogp("check", plan, "--format", "json").json()
        self.assertEqual((report.pop("file"), expected.pop("file")), ("-", str(plan)))
        self.assertEqual(report, expected)

    def test_a_name_in_another_encoding(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder) / os.fsdecode(b"plan f\xe9vr.json")
            plan.write_bytes((PLANS / "fr-court.json").read_bytes())
            self.assertEqual(ogp("check", "-f", "json", plan.name, cwd=folder).json()["file"], "plan f?vr.json")
            self.assertIn("plan f?vr.json", ogp("check", "-f", "html", plan.name, cwd=folder).out)
            self.assertIn("plan f?vr.json: ", ogp("check", plan.name, cwd=folder).out)
            sarif = ogp("check", "-f", "sarif", plan.name, cwd=folder).json()
            self.assertEqual(sarif["runs"][0]["artifacts"][0]["location"]["uri"], "plan%20f%E9vr.json")


def follow(document, pointer):
    for part in pointer.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        try:
            document = document[int(part)] if isinstance(document, list) else document[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return None, False
    return document, True


class Sarif(unittest.TestCase):
    """The members that SARIF 2.1.0 requires, and those that code hosts read."""

    def run_of(self, *words):
        log = ogp("check", "--format", "sarif", *words).json()
        self.assertEqual(log["version"], "2.1.0")
        self.assertTrue(log["$schema"].endswith("sarif-2.1.0.json"))
        self.assertEqual(len(log["runs"]), 1)
        return log["runs"][0]

    def test_rules(self):
        run = self.run_of(PLANS / "en-clean.json")
        driver = run["tool"]["driver"]
        self.assertEqual(driver["name"], "ogp")
        self.assertRegex(driver["semanticVersion"], r"^\d+\.\d+\.\d+$")
        ids = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(ids, [rule["id"] for rule in ogp("rules", "--format", "json").json()])
        for rule in driver["rules"]:
            self.assertTrue(rule["shortDescription"]["text"] and rule["help"]["text"])
            self.assertIn(rule["defaultConfiguration"]["level"], LEVELS | {"none"})
            self.assertRegex(rule.get("helpUri", "https://"), r"^https?://")

    def test_results(self):
        run = self.run_of("--lang", "fr", *EXAMPLES)
        rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertEqual(run["language"], "fr")
        prints = set()
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], LEVELS)
            self.assertTrue(result["message"]["text"])
            place = result["locations"][0]["physicalLocation"]
            artifact = artifacts[place["artifactLocation"]["index"]]
            self.assertEqual(artifact["location"]["uri"], place["artifactLocation"]["uri"])
            region = place["region"]
            start = region["startLine"], region["startColumn"]
            self.assertLessEqual(start, (region.get("endLine", start[0]), region.get("endColumn", start[1])))
            self.assertTrue(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith(("/", "")))
            prints.add((place["artifactLocation"]["index"], *result["partialFingerprints"].values()))
        self.assertEqual(len(prints), len(run["results"]))

    def test_fingerprints_stay_when_things_move(self):
        plan = json.loads((PLANS / "es-borrador.json").read_text(encoding="utf-8"))

        def prints(document, **layout):
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "plan.json"
                file.write_text(json.dumps(document, **layout), encoding="utf-8")
                run = self.run_of(file)
            return {(r["ruleId"], *r["partialFingerprints"].values()) for r in run["results"]
                    if r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith("/commitments")}
        before = prints(plan, indent=2)
        self.assertEqual(before, prints(plan))
        moved = dict(
            plan,
            commitments=[dict(plan["commitments"][0], number="99", title="Uno nuevo", id="X")] + plan["commitments"])
        kept = before & prints(moved)
        self.assertGreaterEqual(len(kept), len(before) * 0.9)

    def test_names_become_references(self):
        with tempfile.TemporaryDirectory() as folder:
            odd = pathlib.Path(folder) / "a plan #1 %.json"
            odd.write_bytes((PLANS / "es-borrador.json").read_bytes())
            uri = self.run_of(odd)["artifacts"][0]["location"]["uri"]
        self.assertTrue(uri.endswith("/a%20plan%20%231%20%25.json"))


class Page(html.parser.HTMLParser):
    EMPTY = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.attributes = [], [], {}

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()


class Html(unittest.TestCase):
    def test_pages(self):
        for plan in EXAMPLES:
            text = ogp("check", "--format", "html", "--lang", language(plan), plan).out
            page = Page()
            page.feed(text)
            self.assertEqual(page.open, [])
            self.assertEqual(page.attributes["html"],
                             {"lang": language(plan), "dir": "rtl" if language(plan) == "ar" else "ltr"})
            self.assertEqual(page.seen.count("h1"), 1)
            self.assertNotIn("script", page.seen)
            self.assertNotRegex(text, r"(src|@import|url\()")

    def test_nothing_of_the_plan_becomes_markup(self):
        plan = json.loads((PLANS / "en-milestones.json").read_text(encoding="utf-8"))
        plan["commitments"][3]["title"] = "Promote <script>alert('x')</script> & \"more\""
        text = ogp("check", "--format", "html", "-", stdin=json.dumps(plan).encode()).out
        self.assertIn("&lt;script&gt;", text)
        self.assertNotIn("<script", text)


class Text(unittest.TestCase):
    def test_lines_fit(self):
        for plan in EXAMPLES:
            for line in ogp("check", "--lang", language(plan), plan).out.splitlines():
                visible = re.sub("[\u200e\u200f\u2066-\u2069\u064b-\u0652\u0670]", "", line)
                self.assertTrue(len(visible) <= 80 or " " not in visible.strip(), visible)

    def test_arabic_is_safe(self):
        """Every line runs from right to left, and isolates come in pairs."""
        for line in ogp("check", "--lang", "ar", PLANS / "ar-five-axes.json").out.splitlines():
            if line:
                self.assertTrue(line.startswith("\u200f"))
        for finding in ogp("check", "--lang", "ar", "-f", "json", PLANS / "fr-brouillon.json").json()["findings"]:
            self.assertEqual(finding["message"].count("\u2068"), finding["message"].count("\u2069"))

    def test_no_colour_in_a_pipe(self):
        self.assertNotIn("\x1b", ogp("check", PLANS / "es-borrador.json").out)

    def test_fail_on(self):
        plan = PLANS / "es-breve.json"
        self.assertEqual(
            [ogp("check", "--fail-on", level, plan).status for level in ("error", "warning", "note", "never")],
            [0, 1, 1, 0])
        self.assertEqual(ogp("check", PLANS / "en-clean.json", "--fail-on", "note").status, 0)


class Unreadable(unittest.TestCase):
    CASES = {
        b"": ("1:1", "syntax"),
        b"{": ("1:", "syntax"),
        b"nonsense": ("1:", "syntax"),
        b'{"format": "ogp-plan/2"}': ("1:", "format"),
        b"[]": ("1:1", "format"),
        b"{}": ("1:1", "format"),
        b'\xef\xbb\xbf{"format": "ogp-plan/1"}': ("1:1", "syntax"),
        b'{"format": "ogp-plan/1", "title": "\xff"}': ("1:36", "syntax"),
        b'{"format": "ogp-plan/1", "id": "a\x00"}': ("1:", "syntax"),
        b'{"format": "ogp-plan/1",\n "id": "a", "id": "b"}': ("2:", "syntax"),
        b"[" * 10000: ("1:", "limit"),
        b'{"format": "ogp-plan/1", "commitments": 3}': ("1:41", "format"),
    }

    def unreadable(self, result, code):
        self.assertEqual((result.status, result.out), (2, ""), result.err)
        self.assertEqual(result.err.count("\n"), 1)
        self.assertTrue(result.err.endswith(f" [{code}]\n"), result.err)

    def test_bytes(self):
        for data, (place, code) in self.CASES.items():
            result = ogp("check", "-", stdin=data)
            self.unreadable(result, code)
            self.assertTrue(result.err.startswith(f"ogp: -:{place}"), (data[:40], result.err))

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            self.unreadable(ogp("check", folder), "io")
            self.unreadable(ogp("check", folder + "/none.json"), "io")
            large = pathlib.Path(folder) / "large.json"
            with large.open("wb") as file:
                file.truncate(200 << 20)
            self.unreadable(ogp("check", large), "limit")
            secret = pathlib.Path(folder) / "secret.json"
            secret.write_text("{}")
            secret.chmod(0)
            if not os.access(secret, os.R_OK):
                self.unreadable(ogp("check", secret), "io")

    def test_a_table(self):
        for name in ("commitments.csv", "commitments.xlsx"):
            table = PLANS.parent / "tables" / name
            if name.endswith(".csv") or ogp("smart", table).status == 0:  # a build may know no workbooks
                result = ogp("check", table)
                self.unreadable(result, "format")
                self.assertIn("ogp smart", result.err)

    def test_a_date_that_is_none(self):
        text = (PLANS / "en-clean.json").read_text(encoding="utf-8").replace('"start": "', '"start": "2023-02-30', 1)
        text = re.sub(r'2023-02-30[^"]+', "2023-02-30", text)
        result = ogp("check", "-", stdin=text.encode())
        self.unreadable(result, "format")
        line = 1 + text[:text.index("2023-02-30")].count("\n")
        self.assertTrue(result.err.startswith(f"ogp: -:{line}:"), result.err)
        self.assertIn("(/start)", result.err)

    def test_the_others_are_still_checked(self):
        result = ogp("check", PLANS / "es-borrador.json", "/nonexistent.json", "--format", "json")
        self.assertEqual(result.status, 2)
        self.assertEqual([report["file"] for report in result.json()], [str(PLANS / "es-borrador.json")])
        self.assertIn("/nonexistent.json", result.err)

    def test_many_findings_do_not_blow_up(self):
        plan = json.loads((PLANS / "en-clean.json").read_text(encoding="utf-8"))
        plan["commitments"] = [{"number": "1"} for _ in range(3000)]
        report = ogp("check", "-f", "json", "-", stdin=json.dumps(plan).encode()).json()
        self.assertLessEqual(len(report["findings"]), 10000)
        self.assertGreater(sum(report["omitted"].values()), 0)
        self.assertEqual(sum(report["totals"].values()), len(report["findings"]) + sum(report["omitted"].values()))


if __name__ == "__main__":
    unittest.main()
