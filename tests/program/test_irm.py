# SPDX-License-Identifier: MIT
"""`ogp irm`: figures of published tables, each difference a slip that docs/irm.md names."""
import csv
import io
import json
import os
import pathlib
import tempfile
import unittest

from program import PLANS, ROOT, ogp

SHARED = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "commitments"
SHARED = SHARED if SHARED.exists() else pathlib.Path(os.environ.get("OGP_SHARED",
                                                                    "/nonexistent")) / "data" / "commitments"

COLUMNS = ("id,country,plan,number,method,relevant,verifiable,star_2013,star_2014,star_progress,star_end_of_term,"
           "high_completion,high_ambition,high_did_it_open_government,binding_constraint,irm_score").split(",")


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def each(names, column, published, recomputed):
    return {(name, column, published, recomputed) for name in names.split()}


def classes(column, down, up):
    return each(down, column, "0", "1") | each(up, column, "1", "0")


OLD_NONE = "Brazil/2/3.4 Honduras/1/14 Norway/2/4.2 Norway/2/4.3 Norway/2/4.19 Norway/2/4.21"
GHANA = " ".join(f"Ghana/1/{n}" for n in range(4, 12))

KNOWN = {
    "irm-2016.csv": each("Canada/1/2.1 Canada/1/2.2", "_Relevant", "1", "0")
    | each(OLD_NONE + " Denmark/2/5 Denmark/2/8 Estonia/2/2.4 Macedonia/2/2.1", "_Specificity", "1", "0")
    | each(" ".join(f"Malta/1/{n}" for n in range(1, 8)), "_Pot Impact Coded", "3", "NR")
    | each("USA/1/3.2B", "IRM Assessed (Y/N)?", "0", "1"),
    "irm-2015-milestones.csv": each("Canada/1", "_Relevant", "1", "0")
    | each("Philippines/2/6", "Starred (pre-June 2014 assessments)", "0", "1")
    | each("Paraguay/1/14", "Starred (2015 only)", "0", "1")
    | each("Paraguay/1/14", "Starred (Current formula)", "0", "1")
    | each("Azerbaijan/1/9.3 Bulgaria/1/12", "On time", "0", "2")
    | each("Jordan/1/3.2.5", "On time", "0", "4")
    | each("Azerbaijan/1/9.3", "On schedule", "Unclear", "on schedule")
    | each("Brazil/1/1", "On schedule", "NA", "on schedule")
    | each("Brazil/1/7 Brazil/1/30 Bulgaria/1/12 Jordan/1/3.2.5", "On schedule", "behind schedule", "on schedule")
    | each(OLD_NONE, "_Specificity", "1", "0")
    | each(GHANA, "_Specificity", "1", "NR")
    | each(GHANA, "_Pot Impact Coded", "3", "NR")
    | each(GHANA, "_NewvPre-exist (Delete?)", "2", "NR"),
    "irm-2024-parliament.csv": each("SK0116", "_Relevant", "1", "0")
    | each("JO0048", "_ChangeCompletion", "0", "3")
    | each("JO0050", "_ChangeCompletion", "0", "2")
    | each("MN0020", "_ChangeCompletion", "NR", "0")
    | each("GT0066", "_ChangeCompletion", "ND", "0")
    | each("BG0028", "Change In Completion", "Increase", "No Change")
    | each("FR0026", "Change In Completion", "No Change", "Increase")
    | each("GT0066", "Change In Completion", "ND", "No Change")
    | each("JO0050", "_DIOGATI", "2", "0")
    | each("JO0048 JO0050", "_DIOGCP", "0", "3")
    | classes("Ambitious and complete, or DIOG", "NZ0015 MK0140 PT0006 PY0069", "MK0139 PY0038 PY0056 PY0068")
    | classes("Ambitious but not complete", "MN0026 MN0045 MK0124", "MN0025 MN0043 MK0125 PY0052")
    | classes("Complete but not ambitious", "MK0139 PY0038 PY0056 PY0068", "NZ0015 MK0140 PT0006 US0017")
    | classes("Not complete or ambitious", "MN0025 MN0043 MK0125 MK0143", "MN0026 MN0045 MK0124 US0005")
    | each("MK0139 PY0038 PY0056 PY0068", "IRM-Based Score", "4", "2")
    | each("NZ0015 MK0140 PT0006", "IRM-Based Score", "2", "4")
    | each("PY0069", "IRM-Based Score", "1", "4")
    | each("MN0025 MN0043 MK0125 PY0052", "IRM-Based Score", "3", "1")
    | each("MN0026 MN0045 MK0124", "IRM-Based Score", "1", "3")
    | each("US0017", "IRM-Based Score", "2", "1")
    | each("BG0030 ES0004 GH0010 KE0027", "Civic Space and Enabling Environment", "1", "0")
    | each("MK0197", "Environment & Climate", "1", "0")
    | each("MK0177", "Inclusion", "1", "0"),
}
COUNTS = {"irm-2016.csv": (988, 20), "irm-2015-milestones.csv": (942, 44), "irm-2024-parliament.csv": (306, 64)}


@unittest.skipUnless(SHARED.exists(), "the published tables are not here")
class PublishedTables(unittest.TestCase):
    maxDiff = None

    def test_every_difference_is_a_known_slip(self):
        for name, known in KNOWN.items():
            with self.subTest(name):
                result = ogp("irm", "--audit", SHARED / name)
                self.assertEqual(result.status, 0, result.err)
                found = rows(result.out)
                self.assertEqual({(r["id"], r["column"], r["published"], r["recomputed"]) for r in found}, known)
                self.assertEqual(len(found), COUNTS[name][1])
                self.assertTrue(all(r["why"] for r in found))

    def test_one_row_a_commitment(self):
        for name, (count, _) in COUNTS.items():
            with self.subTest(name):
                result = ogp("irm", SHARED / name)
                self.assertEqual(result.out.splitlines()[0].split(","), COLUMNS)
                self.assertEqual(len(rows(result.out)), count)

    def test_file_names_do_not_matter(self):
        data = (SHARED / "irm-2024-parliament.csv").read_bytes()
        self.assertEqual(ogp("irm", "-", stdin=data).out, ogp("irm", SHARED / "irm-2024-parliament.csv").out)

    def test_published_facts(self):
        found = rows(ogp("irm", SHARED / "irm-2024-parliament.csv").out)
        count = {}
        for row in found:
            count[row["binding_constraint"]] = count.get(row["binding_constraint"], 0) + 1
        self.assertEqual(count, {"PotImp": 118, "FALSE": 71, "NR": 44, "Cmpl": 26, "STAR": 17, "Rel": 16, "Spec": 14})

    def test_other_encodings_give_the_same_figures(self):
        text = (SHARED / "irm-2016.csv").read_bytes().decode("utf-8")
        wanted = ogp("irm", SHARED / "irm-2016.csv").out
        for data in (b"\xef\xbb\xbf" + text.encode("utf-8"), b"\xff\xfe" + text.encode("utf-16-le"),
                     text.encode("utf-16-be"), text.replace("\r\n", "\n").encode("utf-8")):
            self.assertEqual(ogp("irm", "-", stdin=data).out, wanted)


TABLE = ROOT / "examples" / "tables" / "commitments.csv"


class Conversions(unittest.TestCase):
    """Figures stay what they are when commitments change their form."""

    FIGURES = COLUMNS[4:]

    def figures(self, path):
        return [[row[c] for c in self.FIGURES] for row in rows(ogp("irm", path).out)]

    def test_figures_survive(self):
        wanted = self.figures(TABLE)
        with tempfile.TemporaryDirectory() as folder:
            common = pathlib.Path(folder) / "common.csv"
            stream = pathlib.Path(folder) / "stream.ndjson"
            again = pathlib.Path(folder) / "again.csv"
            for source, target in ((TABLE, common), (TABLE, stream), (stream, again)):
                result = ogp("convert", source, target)
                self.assertEqual(result.status, 0, result.err)
            for path in (common, stream, again):
                with self.subTest(path.name):
                    self.assertEqual(self.figures(path), wanted)

    def test_a_plan_has_the_same_figures_in_every_form(self):
        dated = [plan for plan in sorted(PLANS.glob("*.json")) if '"submitted"' in plan.read_text("utf-8")]
        self.assertGreater(len(dated), 4)
        for plan in dated:
            wanted = self.figures(plan)
            with tempfile.TemporaryDirectory() as folder:
                for name in ("common.csv", "stream.ndjson"):
                    target = pathlib.Path(folder) / name
                    self.assertEqual(ogp("convert", plan, target).status, 0)
                    self.assertEqual(self.figures(target), wanted, (plan.name, name))

    @unittest.skipUnless(SHARED.exists(), "no published tables here")
    def test_published_figures_survive(self):
        for name in ("irm-2016.csv", "irm-2015-milestones.csv", "irm-2024-parliament.csv"):
            with tempfile.TemporaryDirectory() as folder:
                common = pathlib.Path(folder) / "common.csv"
                self.assertEqual(ogp("convert", SHARED / name, common).status, 0)
                self.assertEqual(ogp("irm", common).out, ogp("irm", SHARED / name).out, name)
                areas = ("--by", "policy_area", "--format", "csv")
                self.assertEqual(ogp("summary", common, *areas).out, ogp("summary", SHARED / name, *areas).out, name)
                self.assertEqual(ogp("convert", common, "-f", "csv").out, common.read_bytes().decode("utf-8"))
                listed = [[json.loads(line)["policy_areas"]
                           for line in ogp("convert", table, "-f", "ndjson").out.splitlines()]
                          for table in (common, SHARED / name)]
                self.assertEqual(*listed)

    def test_nothing_is_lost_silently(self):
        result = ogp("convert", "--format", "ndjson", TABLE)
        first = json.loads(result.out.splitlines()[0])
        self.assertEqual(first["table"]["40 IRM-Based Score"], "4")
        self.assertEqual(first["plan"], "AP_LBR02")
        self.assertIn("contacts", result.err)
        self.assertIn("left out", ogp("convert", "--format", "csv", TABLE).err)

    def test_a_table_is_no_plan(self):
        result = ogp("convert", "--format", "json", TABLE)
        self.assertEqual(result.status, 2)
        self.assertIn("many plans", result.err)


class Hostile(unittest.TestCase):
    HEADER = b"Country,_Relevant,_Pot Impact Coded,_CompletionProgress\n"

    def refused(self, data, code, words):
        result = ogp("irm", "-", stdin=data)
        self.assertEqual(result.status, 2, result.out[:200])
        self.assertRegex(result.err, rf"^ogp: -(:\d+:\d+)?: .*{words}.* \[{code}\]\n$")

    def test_bad_tables(self):
        self.refused(b"", "format", "empty")
        self.refused(self.HEADER + b'Ghana,1,"2,3\nand so on', "syntax", "never closed")
        self.refused(b"," * 100000 + b"\n", "limit", "columns")
        self.refused(self.HEADER + b'Ghana,"' + b"x" * 2000000, "limit", "longer")
        self.refused(b"PK\x03\x04 and more", "syntax", "Excel")
        self.refused(b"a,b\n1,2\n", "format", "Country")
        self.refused(self.HEADER.replace(b"_Relevant,", b"Other,") + b"Ghana,1,2,3\n", "format", "_Relevant")

    def test_header_alone(self):
        result = ogp("irm", "-", stdin=self.HEADER)
        self.assertEqual((result.status, result.out.splitlines()), (0, [",".join(COLUMNS)]))


if __name__ == "__main__":
    unittest.main()
