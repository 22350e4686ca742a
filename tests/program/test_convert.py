# SPDX-License-Identifier: MIT
"""`ogp convert`: canonical JSON is a fixed point, streams hold commitments, forms are told by endings."""
import csv
import html
import io
import json
import os
import pathlib
import tempfile
import unittest

from program import PLANS, ROOT, ogp

EXAMPLES = sorted(PLANS.glob("*.json"))
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
SHARED = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "data"
HAS_XML = ogp("convert", EXAMPLES[0], "--format", "xml").status == 0


def excerpt(path, finding):
    """The words that a finding marks; None where it marks no plain value of one line."""
    if finding.get("end_line") != finding.get("line"):
        return None
    line = path.read_text("utf-8").split("\n")[finding["line"] - 1]
    return line[finding["column"] - 1:finding["end_column"] - 1]


class Convert(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_examples_are_canonical(self):
        for plan in EXAMPLES:
            self.assertEqual(ogp("convert", plan).out, plan.read_text(encoding="utf-8"), plan.name)

    def test_any_spelling_becomes_canonical(self):
        for plan in EXAMPLES:
            loose = json.dumps(json.loads(plan.read_text(encoding="utf-8"))).encode()
            self.assertEqual(ogp("convert", "-", stdin=loose).out, plan.read_text(encoding="utf-8"))

    def test_unknown_members_stay(self):
        plan = {"format": "ogp-plan/1", "x-own": {"deep": [1, 2.50, None]}, "commitments": [{"number": "1", "x": "y"}]}
        self.assertEqual(ogp("convert", "-", stdin=json.dumps(plan).encode()).json(), plan)

    def test_the_ending_tells_the_form(self):
        out = self.folder / "out.ndjson"
        result = ogp("convert", EXAMPLES[0], out)
        self.assertEqual((result.status, result.out), (0, ""))
        self.assertIn("left out", result.err)
        lines = out.read_text(encoding="utf-8").splitlines()
        plan = json.loads(EXAMPLES[0].read_text(encoding="utf-8"))
        self.assertEqual([json.loads(line)["number"] for line in lines], [c["number"] for c in plan["commitments"]])
        self.assertEqual({json.loads(line)["plan"] for line in lines}, {plan["id"]})

    @unittest.skipUnless(HAS_XML, "built without XML")
    def test_there_and_back_by_xml(self):
        for plan in EXAMPLES:
            xml, back = self.folder / "plan.xml", self.folder / "back.json"
            self.assertEqual((ogp("convert", plan, xml).status, ogp("convert", xml, back).status), (0, 0))
            self.assertEqual(back.read_text(encoding="utf-8"), plan.read_text(encoding="utf-8"), plan.name)
            rules = [[f["rule"] for f in ogp("check", "-f", "json", file).json()["findings"]] for file in (plan, xml)]
            self.assertEqual(*rules)

    @unittest.skipUnless(HAS_XML, "built without XML")
    def test_findings_have_their_places_in_xml(self):
        for plan in EXAMPLES:
            xml = self.folder / "plan.xml"
            self.assertEqual(ogp("convert", plan, xml).status, 0)
            by_json, by_xml = (ogp("check", "-f", "json", file).json()["findings"] for file in (plan, xml))
            for one, other in zip(by_json, by_xml, strict=True):
                with self.subTest(plan=plan.name, path=one["path"], rule=one["rule"]):
                    self.assertEqual("end_line" in one, "end_line" in other)
                    self.assertGreater(other["line"], 0)
                    words = excerpt(plan, one)
                    if words is not None:
                        self.assertEqual(html.unescape(excerpt(xml, other)), json.loads('"' + words.strip('"') + '"'))

    @unittest.skipUnless(HAS_XML, "built without XML")
    def test_bad_xml_is_one_line(self):
        for text, said in [
            ("<plan xmlns='urn:ogp:plan:1'>\n  <start>soon</start></plan>",
             "2:3: start: \"soon\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF) (/start) [format]"),
            ("<!DOCTYPE plan><plan/>",
             "1:1: a DOCTYPE is not taken; remove it and write characters instead of entities [format]"),
            ("<plan xmlns='urn:ogp:plan:3'/>",
             "1:1: version \"3\" is not known; this libogp reads urn:ogp:plan:1 [format]"),
        ]:
            path = self.folder / "bad.xml"
            path.write_text(text, "utf-8")
            result = ogp("convert", path)
            self.assertEqual((result.status, result.out, result.err), (2, "", f"ogp: {path}:{said}\n"))

    def test_a_table_of_one_plan_becomes_it(self):
        header, *rows = TABLE.read_text("utf-8").splitlines(keepends=True)
        table, lines, plan, again = (self.folder / name
                                     for name in ("one.csv", "one.ndjson", "plan.json", "again.json"))
        table.write_text(header + "".join(row for row in rows if row.startswith(("MW9",))), "utf-8")
        for source, out in ((table, plan), (table, lines), (lines, again)):
            self.assertEqual(ogp("convert", source, out).status, 0)
        made = json.loads(plan.read_text("utf-8"))
        self.assertEqual((made["format"], made["id"], made["member"], len(made["commitments"])),
                         ("ogp-plan/1", "AP_MWI02", "MWI", 2))
        self.assertEqual(made["submitted"], rows[-1].split(",")[4])
        self.assertEqual(plan.read_text("utf-8"), again.read_text("utf-8"))
        for command in ("irm", "smart"):
            outs = [ogp(command, source).out.splitlines() for source in (lines, plan)]
            self.assertEqual(*outs)
        self.assertLess(ogp("check", plan).status, 2)

    def test_the_year_goes_along(self):
        lines = self.folder / "all.ndjson"
        self.assertEqual(ogp("convert", TABLE, lines).status, 0)
        years = [[row["year"] for row in csv.DictReader(io.StringIO(ogp("convert", source, "-f", "csv").out))]
                 for source in (TABLE, lines)]
        self.assertEqual(*years)
        bare = b'{"id":"A1","assessments":[{"method":"irm-2014","completion":"limited"}]}\n'
        self.assertEqual(
            [row["year"] for row in csv.DictReader(io.StringIO(ogp("convert", "-", "-f", "csv", stdin=bare).out))],
            [""])

    def test_several_plans_are_no_plan(self):
        out = self.folder / "plan.json"
        result = ogp("convert", TABLE, out)
        self.assertEqual((result.status, result.out, out.exists()), (2, "", False))
        self.assertRegex(result.err, r"many plans, LBR AP_LBR02 and .* \[format\]\n$")

    @unittest.skipUnless((SHARED / "commitments").exists(), "no published tables here")
    def test_plans_of_published_tables(self):
        for name in ("irm-2016.csv", "irm-2024-parliament.csv"):
            table, lines, out = SHARED / "commitments" / name, self.folder / "all.ndjson", self.folder / "plan.json"
            self.assertEqual(ogp("convert", table, lines).status, 0)
            all_lines = lines.read_text("utf-8").splitlines(keepends=True)
            ids = {json.loads(line)["plan"] for line in all_lines}
            chosen = sorted(one for one in ids if one.startswith("AP_JOR"))[0]
            kept = [line for line in all_lines if json.loads(line)["plan"] == chosen]
            lines.write_text("".join(kept), "utf-8")
            self.assertEqual(ogp("convert", lines, out).status, 0)
            made = json.loads(out.read_text("utf-8"))
            self.assertEqual((made["id"], len(made["commitments"])), (chosen, len(kept)))
            self.assertNotIn("TPL015", {f["rule"] for f in ogp("check", "-f", "json", out).json()["findings"]})
            for line, commitment in zip(map(json.loads, kept), made["commitments"]):
                self.assertEqual({k: v
                                  for k, v in line.items() if k not in ("plan", "member", "submitted")}, commitment)

    def test_areas_have_one_name(self):
        """What a column of the table is called among the policy areas is what plans call it."""
        rulebook = ROOT / "rulebook"
        areas = json.loads((rulebook / "policy-areas.json").read_text("utf-8"))["policy_areas"]["areas"]
        tags = json.loads((rulebook / "policy-areas.json").read_text("utf-8"))["policy_areas"]["tags"]
        of_column = {area["column"].lower(): name for name, area in areas.items()}
        for column in json.loads((rulebook / "irm-columns.json").read_text("utf-8"))["tables"]["columns"]:
            for name in column["names"] if column["type"] == "area" else ():
                self.assertEqual(column["area"], of_column.get(name.lower(), column["area"]), column["id"])
                self.assertEqual(column["area"] in tags, column["area"] not in areas, column["id"])

    def test_areas_of_any_length(self):
        areas = [f"area-{i}-{'x' * 40}" for i in range(200)]
        rows = list(csv.reader(io.StringIO(ogp("convert", TABLE, "--format", "csv").out)))
        rows[1][rows[0].index("policy_areas")] = ";".join(areas)
        table = self.folder / "areas.csv"
        with table.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
        lines = ogp("convert", table, "--format", "ndjson").out.splitlines()
        self.assertEqual(json.loads(lines[0])["policy_areas"], areas)

    def test_a_table_that_is_none(self):
        table = self.folder / "other.csv"
        table.write_text("a,b\n1,2\n", encoding="utf-8")
        for form in ("json", "ndjson", "xml", "csv"):
            result = ogp("convert", table, "--format", form)
            self.assertEqual(result.status, 2)
            self.assertIn("no row of column names was found", result.err)

    def test_forms_that_are_none(self):
        for words, saying in ((("out.pdf",), "out.pdf"), (("out.json", "-o", "other.json"), "once")):
            result = ogp("convert", EXAMPLES[0], *words, cwd=self.folder)
            self.assertEqual(result.status, 2)
            self.assertIn(saying, result.err)
            self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
