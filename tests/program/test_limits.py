# SPDX-License-Identifier: MIT
"""Each limit of docs/limits.md in each form that it holds for: at the limit an input is taken, one past it is
refused."""
import csv
import json
import re
import unittest

import workbook as wb
from program import ROOT, ogp

TABLE = ROOT / "examples" / "tables" / "commitments.csv"
HAS = {"xml": ogp("convert", "--format", "xml", ROOT / "examples" / "plans" / "en-clean.json").status == 0,
       "xlsx": "perhaps an Excel workbook" not in ogp("irm", "-", stdin=b"PK\x03\x04").err}
DEFAULTS = {"input_bytes": 64 << 20, "depth": 64, "string_bytes": 1 << 20, "members": 1000000, "commitments": 10000,
            "milestones": 1000, "columns": 4096, "unpacked_bytes": 1 << 30, "findings": 10000, "findings_per_rule": 100}


def plan(**more):
    return {"format": "ogp-plan/1", "id": "AP", **more}


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


def table(cells, longest):
    """A table with so many columns, one of whose cells is so long."""
    with open(TABLE, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[:2]
    rows[0] += [f"extra {n}" for n in range(len(rows[0]), cells)]
    rows[1] += ["y" * longest] if cells > len(rows[1]) else []
    rows[1] += ["z"] * (len(rows[0]) - len(rows[1]))
    return rows


def as_json(document):
    return json.dumps(document).encode()


def as_xml(document):
    return ogp("convert", "--format", "xml", "-", "--limit", "depth=1000", stdin=as_json(document)).out.encode()


def as_csv(rows):
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode()


def xml_depth(text):
    deepest = depth = 0
    for tag in re.findall(rb"<[^?!][^>]*>", text):
        depth += 1 if not tag.startswith(b"</") else -1
        deepest = max(deepest, depth)
        depth -= tag.endswith(b"/>")
    return deepest


def xml_members(text):
    return sum(1 + tag.count(b'="') for tag in re.findall(rb"<[^?!/][^>]*>", text))


DEEP = plan(extra=nested(20))
WIDE = plan(extra=list(range(50)), commitments=[{"number": "1"}])
LONG = plan(title="t" * 700)
MANY = plan(commitments=[{"number": str(n)} for n in range(1, 31)])
STEPS = plan(commitments=[{"number": "1", "milestones": [{"number": f"1.{n}"} for n in range(1, 21)]}])
LINE = {
    "number": "1", "title": "t" * 700, "extra": nested(9), "milestones": [{"number": f"1.{n}"} for n in range(1, 8)]
}
ROWS = table(300, 9000)

# limit, form, command, what is given, the value at which it is taken
CASES = [
    ("input_bytes", "json", "convert", as_json(LONG), len(as_json(LONG))),
    ("input_bytes", "ndjson", "smart", as_json(LINE) + b"\n", len(as_json(LINE))),
    ("depth", "json", "convert", as_json(DEEP), 21),
    ("depth", "ndjson", "smart", as_json(LINE), 10),
    ("string_bytes", "json", "convert", as_json(LONG), 700),
    ("string_bytes", "json", "convert", as_json(plan(**{"k" * 300: 1})), 300),
    ("string_bytes", "ndjson", "smart", as_json(LINE), 700),
    ("string_bytes", "csv", "irm", as_csv(ROWS), 9000),
    ("string_bytes", "csv", "irm", as_csv(table(300, 3)).replace(b"yyy", b'""' * 5000), 5000),
    ("members", "json", "convert", as_json(WIDE), 4 + 50 + 1 + 1),
    ("members", "ndjson", "smart", as_json({"number": "1", "extra": list(range(30))}), 32),
    ("commitments", "json", "convert", as_json(MANY), 30),
    ("milestones", "json", "convert", as_json(STEPS), 20),
    ("milestones", "ndjson", "smart", as_json(LINE), 7),
    ("columns", "csv", "irm", as_csv(ROWS), 300),
]
if HAS["xml"]:
    CASES += [
        ("input_bytes", "xml", "convert", as_xml(LONG), len(as_xml(LONG))),
        ("depth", "xml", "convert", as_xml(DEEP), xml_depth(as_xml(DEEP)) - 2),
        ("string_bytes", "xml", "convert", as_xml(LONG), 700),
        ("members", "xml", "convert", as_xml(WIDE), xml_members(as_xml(WIDE))),
        ("commitments", "xml", "convert", as_xml(MANY), 30),
        ("milestones", "xml", "convert", as_xml(STEPS), 20),
    ]
if HAS["xlsx"]:
    CASES += [
        ("string_bytes", "xlsx", "irm", wb.from_rows(ROWS), 9000),
        ("string_bytes", "xlsx shared", "irm", wb.from_rows(ROWS, True), 9000),
        ("columns", "xlsx", "irm", wb.from_rows(ROWS), 300),
        ("depth", "xlsx", "irm", wb.from_rows(ROWS), 6),
        ("unpacked_bytes", "xlsx", "irm", wb.from_rows(ROWS), len(wb.parts("")["xl/worksheets/sheet1.xml"]) + sum(
            len(wb.inline(t, f"{wb.letters(c)}{r}")) for r, row in enumerate(ROWS, 1)
            for c, t in enumerate(row, 1) if t) + len(ROWS) * len('<row r="1"></row>')),
    ]


class Limits(unittest.TestCase):
    def test_at_the_limit_and_one_past_it(self):
        for limit, form, command, given, value in CASES:
            with self.subTest(limit=limit, form=form):
                taken = ogp(command, "-", "--limit", f"{limit}={value}", stdin=given)
                self.assertEqual((taken.status, [line for line in taken.err.splitlines() if "[TAB012]" not in line]),
                                 (0, []))
                refused = ogp(command, "-", "--limit", f"{limit}={value - 1}", stdin=given)
                self.assertEqual(refused.status, 2, refused.err)
                self.assertRegex(refused.err, r"^ogp: .+ \[limit\]\n$")

    def test_defaults(self):
        """What the page says is what holds, and each limit has a row and a case."""
        page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
        units = {"MiB": 1 << 20, "GiB": 1 << 30, "": 1}
        said = {name: int(number.replace(",", "")) * units[unit]
                for name, number, unit in re.findall(r"^\| `(\w+)` \| ([\d,]+) ?(\w*) \|", page, re.M)}
        self.assertEqual(said, DEFAULTS)
        names = ogp("rules", "--limit", "x=1").err
        for name in DEFAULTS:
            self.assertIn(name, names)
            self.assertTrue(name.startswith(("findings", "unpacked")) or any(case[0] == name for case in CASES), name)
        for limit, form, command, given, value in (
            ("depth", "json", "convert", as_json(plan(extra=nested(63))), 64),
            ("milestones", "json", "convert", as_json(plan(commitments=[{"milestones": [{}] * 1000}])), 1000),
            ("commitments", "json", "convert", as_json(plan(commitments=[{}] * 10000)), 10000),
            ("string_bytes", "json", "convert", as_json(plan(title="t" * (1 << 20))), 1 << 20),
        ):
            self.assertEqual(value, DEFAULTS[limit], form)
            self.assertEqual(ogp(command, "-", stdin=given).status, 0, limit)
        for given in (plan(extra=nested(64)), plan(commitments=[{"milestones": [{}] * 1001}]),
                      plan(commitments=[{}] * 10001), plan(title="t" * ((1 << 20) + 1))):
            self.assertIn("[limit]", ogp("convert", "-", stdin=as_json(given)).err)

    def test_findings_are_counted(self):
        """What is past the limit is not listed, and the report says how many there are."""
        broken = as_json(plan(commitments=[{"number": "x"} for _ in range(40)]))
        for limit, of_rule in (("findings=10", False), ("findings_per_rule=3", True)):
            whole = ogp("check", "-", "--format", "json", stdin=broken).json()
            short = ogp("check", "-", "--format", "json", "--limit", limit, stdin=broken).json()
            listed, all_of_them = short["findings"], whole["findings"]
            counts = {}
            for finding in listed:
                counts[finding["rule"]] = counts.get(finding["rule"], 0) + 1
            most = int(limit.split("=")[1])
            self.assertEqual(max(counts.values()) if of_rule else len(listed), most)
            self.assertGreater(len(all_of_them), len(listed))
            self.assertEqual({k: v
                              for k, v in short.items() if k == "counts"},
                             {k: v
                              for k, v in whole.items() if k == "counts"})

    def test_findings_on_a_table_are_counted_in_each_language(self):
        rows = ("Country,_Relevant,_Pot Impact Coded,_CompletionProgress\n" + "Ghana,1,9,9\n" * 5).encode()
        for language, said in (("en", "8 more findings of TAB021 are not shown"),
                               ("fr", "8 autres constats de la règle TAB021 ne sont pas affichés"),
                               ("es", "no se muestran 8 hallazgos más de la regla TAB021"),
                               ("ar", "لم تُعرض 8 نتائج أخرى للقاعدة TAB021")):
            result = ogp("irm", "-", "--limit", "findings_per_rule=2", "--lang", language, stdin=rows)
            self.assertIn(f"ogp: -: {said} [TAB021]\n", result.err)
            self.assertNotIn("TAB011", result.err, "notes are not shown, and none is missed")


if __name__ == "__main__":
    unittest.main()
