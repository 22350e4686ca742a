# SPDX-License-Identifier: MIT
"""`ogp convert`: canonical JSON is a fixed point, streams hold commitments, forms are told by endings."""
import html
import json
import pathlib
import tempfile
import unittest

from program import PLANS, ogp

EXAMPLES = sorted(PLANS.glob("*.json"))
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
            ("<!DOCTYPE plan><plan/>", "1:1: a DOCTYPE is not taken; remove it and write characters instead of entities [format]"),
            ("<plan xmlns='urn:ogp:plan:3'/>", "1:1: version \"3\" is not known; this libogp reads urn:ogp:plan:1 [format]"),
        ]:
            path = self.folder / "bad.xml"
            path.write_text(text, "utf-8")
            result = ogp("convert", path)
            self.assertEqual((result.status, result.out, result.err), (2, "", f"ogp: {path}:{said}\n"))

    def test_forms_that_are_none(self):
        for words, saying in ((("out.pdf",), "out.pdf"), (("out.json", "-o", "other.json"), "once")):
            result = ogp("convert", EXAMPLES[0], *words, cwd=self.folder)
            self.assertEqual(result.status, 2)
            self.assertIn(saying, result.err)
            self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
