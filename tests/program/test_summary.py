# SPDX-License-Identifier: MIT
"""`ogp summary` against the same sums worked out here, and partial sums put together in any order."""
import collections
import csv
import io
import itertools
import os
import pathlib
import random
import tempfile
import unittest

from program import ogp

SHARED = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "data" / "commitments"
MISSING = {"NR", "ND", "NA", ""}

HEADER = ("Country,Action Plan Number,Comm No,Year of submission,_Specificity,Value -Info,Value -Part,Value -Acc,"
          "_Relevant,_Pot Impact Coded,_CompletionProgress,Lead Institution")


def made_up(count, seed):
    """Rows of a small table in the old form."""
    chance = random.Random(seed)
    rows = []
    for n in range(count):
        values = [chance.randint(0, 1) for _ in range(3)]
        rows.append([chance.choice(["Ghana", "Jordan", "Chile"]), chance.randint(1, 2), n + 1,
                     chance.choice([2012, 2014]), chance.choice([0, 1, 2, 3, "NR"]), *values, int(any(values)),
                     chance.choice([0, 1, 2, 3, "ND"]), chance.choice([0, 1, 2, 3, 4, 5, "NR"]),
                     chance.choice(["Ministry of Planning", "Parliament"])])
    return rows


def text_of(rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER.split(","))
    writer.writerows(rows)
    return out.getvalue()


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    start = next(i for i, row in enumerate(rows) if "Commitment Title" in row)
    return [dict(zip(rows[start], row)) for row in rows[start + 1:]]


def first(row, *names):
    return next((row[name] for name in names if name in row), "")


def sums(text):
    return list(csv.DictReader(io.StringIO(text)))


class Sums(unittest.TestCase):
    def test_small_table(self):
        rows = made_up(300, 1)
        out = sums(ogp("summary", "--by", "country,year", "--format", "csv", "-", stdin=text_of(rows).encode()).out)
        wanted = collections.defaultdict(lambda: [0, 0, 0])
        for row in rows:
            group = wanted[row[0], str(row[3])]
            group[0] += 1
            if row[9] != "ND":
                group[1] += 1
                group[2] += row[9] >= 2 and row[8] == 1
        found = {(r["country"], r["year"]): [int(r["commitments"]),
                                             int(r["ambitious_of"]),
                                             int(r["ambitious"])]
                 for r in out}
        self.assertEqual(found, dict(wanted))

    def test_medians(self):
        rows = made_up(201, 2)
        out = sums(ogp("summary", "--by", "lead", "--format", "csv", "-", stdin=text_of(rows).encode()).out)
        for group in out:
            values = sorted(r[10] for r in rows if r[11] == group["lead"] and r[10] != "NR" and r[10] >= 2)
            middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
            self.assertEqual(float(group["median_completion"]), middle)

    def test_parts_in_any_order(self):
        rows = made_up(240, 3)
        whole = ogp("summary", "--by", "country,plan", "--format", "csv", "-", stdin=text_of(rows).encode()).out
        with tempfile.TemporaryDirectory() as folder:
            parts = []
            for i, cut in enumerate((rows[:17], rows[17:90], rows[90:])):
                parts.append(os.path.join(folder, f"{i}.json"))
                ogp("summary", "--by", "country,plan", "--partial", "-o", parts[-1], "-", stdin=text_of(cut).encode())
            for order in itertools.permutations(parts):
                self.assertEqual(ogp("summary", "--merge", "--format", "csv", *order).out, whole)
            joined = os.path.join(folder, "joined.json")
            ogp("summary", "--merge", "--partial", "-o", joined, parts[1], parts[2])
            self.assertEqual(ogp("summary", "--merge", "--format", "csv", parts[0], joined).out, whole)

    def test_relevance_is_what_irm_says(self):
        # The published code says 1 of a row that serves none of the three values, and nothing of one that does.
        rows = [["Ghana", 1, 1, 2012, 3, 0, 0, 0, 1, 3, 4, "A"], ["Ghana", 1, 2, 2012, 3, 1, 0, 0, "ND", 3, 4, "A"]]
        figures = sums(ogp("irm", "-", stdin=text_of(rows).encode()).out)
        self.assertEqual([row["relevant"] for row in figures], ["0", "1"])
        group, = sums(ogp("summary", "--by", "country", "--format", "csv", "-", stdin=text_of(rows).encode()).out)
        self.assertEqual((group["relevant"], group["relevant_of"]), ("1", "2"))

    def test_long_names_stay_apart(self):
        name = "Ministry of " + "Planning and " * 60
        rows = [["Ghana", 1, n, 2012, 3, 1, 0, 0, 1, 3, 4, name + end] for n, end in enumerate(("Roads", "Rivers"))]
        table = text_of(rows).encode()
        out = sums(ogp("summary", "--by", "country,lead,year", "--format", "csv", "-", stdin=table).out)
        self.assertEqual([row["lead"] for row in out], [name + "Rivers", name + "Roads"])

    def test_wrong_words(self):
        result = ogp("summary", "--by", "colour", "-", stdin=b"")
        self.assertEqual(result.status, 2)
        self.assertIn("colour", result.err)
        self.assertEqual(ogp("summary", "--by", "country,year,plan,lead", "-", stdin=b"").status, 2)


@unittest.skipUnless(SHARED.exists(), "the published tables are not here")
class PublishedTables(unittest.TestCase):
    def test_country_and_year(self):
        for name in ("irm-2016.csv", "irm-2015-milestones.csv", "irm-2024-parliament.csv"):
            with self.subTest(name):
                wanted = collections.Counter(
                    (first(r, "Country", "Country/Locality"), first(r, "Year of submission", "Year Of Submission"))
                    for r in read(SHARED / name))
                out = sums(ogp("summary", "--by", "country,year", "--format", "csv", SHARED / name).out)
                self.assertEqual({(r["country"], r["year"]): int(r["commitments"]) for r in out}, dict(wanted))

    def test_shares_of_2024(self):
        wanted = collections.defaultdict(lambda: [0, 0, 0, 0])
        for row in read(SHARED / "irm-2024-parliament.csv"):
            group = wanted[row["Country/Locality"], row["Year Of Submission"]]
            group[0] += row["High Ambition"] == "1"
            group[1] += row["High Ambition"] not in MISSING
            group[2] += row["High Completion"] == "1"
            group[3] += row["Comp Assessed"] == "1"
        out = sums(ogp("summary", "--by", "country,year", "--format", "csv", SHARED / "irm-2024-parliament.csv").out)
        found = {(r["country"], r["year"]):
                 [int(r[c]) for c in ("ambitious", "ambitious_of", "complete", "complete_of")]
                 for r in out}
        self.assertEqual(found, dict(wanted))

    def test_stars_of_2016(self):
        wanted = collections.Counter()
        for r in read(SHARED / "irm-2016.csv"):
            code = {k: int(r[k]) if r[k].lstrip("-").isdigit() else -9 for k in
                    ("_Specificity", "_Relevant", "_Pot Impact Coded", "_CompletionProgress")}
            wanted[r["Country"]] += (code["_Relevant"] == 1 and code["_Specificity"] >= 2 and
                                     code["_Pot Impact Coded"] == 3 and code["_CompletionProgress"] >= 4)
        out = sums(ogp("summary", "--by", "country", "--format", "csv", SHARED / "irm-2016.csv").out)
        self.assertEqual({r["country"]: int(r["star_progress"]) for r in out if r["star_progress"] != "0"},
                         {k: v for k, v in wanted.items() if v})


if __name__ == "__main__":
    unittest.main()
