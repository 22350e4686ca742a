# SPDX-License-Identifier: MIT
"""Real plans, turned into ogp-plan/1 as they are read: the fifth plans of the United States and of Canada.

They are not part of the project: without OGP_SHARED, a folder that holds them, the test says so and skips.
"""
import collections
import csv
import html
import json
import os
import pathlib
import re
import tempfile
import unittest

from program import ogp

PLANS = pathlib.Path(os.environ.get("OGP_SHARED", "")) / "data" / "plans"

def front_matter(path):
    """The members between the dashes; quoted values may run over several lines."""
    text = path.read_text(encoding="utf-8").split("---\n")[1]
    members = {}
    for name, quoted, plain in re.findall(r'^(\w+):[ \t]*(?:"(.*?)"[ \t]*(?=\n\w+:|\n*\Z)|([^\n]*))', text,
                                          re.M | re.S):
        members[name] = html.unescape(re.sub(r"<[^>]+>", " ", quoted or plain)).strip()
    return members


def agencies(cell):
    return [part.strip() for part in re.split(r"<br\s*/?>", cell) if part.strip()]


def united_states():
    """A plan of commitments with their sub-commitments as milestones; the files know neither dates nor contacts."""
    folder = PLANS / "us-nap5"
    parts = collections.defaultdict(list)
    for path in sorted((folder / "subcommitments").glob("*.md")):
        raw = re.search(r"^commitment_agency:(.*)$", path.read_text(encoding="utf-8"), re.M)
        member = front_matter(path)
        number = re.search(r"-(\d+)$", path.stem).group(1)
        parts[path.stem.split("-")[0].upper()].append((int(number), member, agencies(raw.group(1)) if raw else []))
    commitments = []
    for path in sorted((folder / "commitments").glob("*.md")):
        member = front_matter(path)
        milestones = sorted(parts[path.stem], key=lambda part: part[0])
        lead = next((names[0] for _, _, names in milestones if names), None)
        commitments.append({
            "id": path.stem,
            "number": str(len(commitments) + 1),
            "title": member["title"],
            "description": member["commitment_detail_sub"],
            **({"lead": {"name": lead}} if lead else {}),
            "milestones": [{
                "number": f"{len(commitments) + 1}.{n}", "title": part["title"],
                "completion": {"In Progress": "limited", "Complete": "complete",
                               "Not Started": "not-started"}.get(part.get("commitment_status"), "unclear")
            } for n, part, _ in milestones if n > 0],
        })
    return {
        "format": "ogp-plan/1", "id": "AP_USA05", "member": "USA", "level": "national", "language": "en",
        "title": "Fifth National Action Plan", "submitted": "2022-12-28", "start": "2022-12-31", "end": "2024-12-31",
        "commitments": commitments
    }


def canada():
    """Commitments, with their indicators as milestones, in two languages."""
    with open(PLANS / "canada-nap5-items.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    both = lambda row: {"en": row["text_en"], "fr": row["text_fr"]}
    commitments = []
    for row in (row for row in rows if row["level"] == "commitment"):
        number = str(int(row["code"][1:]))
        below = [item for item in rows if item["level"] == "indicator" and item["code"].startswith(row["code"] + ".")]
        leads = [item["lead_dept"] for item in below if item["lead_dept"]]
        commitments.append({
            "number": number,
            "title": both(row),
            **({"lead": {"name": leads[0].split(",")[0]}} if leads else {}),
            "milestones": [{
                "number": f"{number}.{i}", "title": both(item),
                **({"end": item["due_date"]} if item["due_date"] else {})
            } for i, item in enumerate(below, 1)],
        })
    return {
        "format": "ogp-plan/1", "id": "AP_CAN05", "member": "CAN", "level": "national", "language": "en",
        "title": {"en": "Fifth plan", "fr": "Cinquième plan"}, "submitted": "2022-09-20", "start": "2022-09-20",
        "end": "2024-12-31", "commitments": commitments
    }


@unittest.skipUnless((PLANS / "us-nap5").is_dir(), "skipped: no real plans here")
class RealPlans(unittest.TestCase):
    def read(self, plan):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "plan.json"
            path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
            report = ogp("check", "--format", "json", path)
            smart = ogp("smart", "--format", "json", path)
        self.assertIn(report.status, (0, 1), report.err)
        self.assertEqual(smart.status, 0, smart.err)
        return report.json(), smart.json()

    def share(self, report, rule, of):
        found = sum(finding["rule"] == rule for finding in report["findings"]) + report["omitted"].get(rule, 0)
        print(f"{rule}: {found} of {of}")
        return found / of

    def test_united_states(self):
        plan = united_states()
        report, smart = self.read(plan)
        self.assertEqual([row["id"] for row in smart], [commitment["id"] for commitment in plan["commitments"]])
        self.assertEqual(len(smart), 36)
        milestones = sum(len(commitment["milestones"]) for commitment in plan["commitments"])
        # The files hold no dates, no contacts and no outputs: each is missed, once.
        self.assertEqual(self.share(report, "TPL035", len(smart)), 1)
        self.assertEqual(self.share(report, "TPL031", len(smart)), 1)
        self.assertEqual(self.share(report, "TPL044", milestones), 1)
        self.assertEqual(self.share(report, "TPL040", len(smart)),
                         sum(not c["milestones"] for c in plan["commitments"]) / len(smart))
        # 36 commitments are more than 15 and more than 20, and nothing is wrong with ids or numbers.
        rules = {finding["rule"] for finding in report["findings"]}
        self.assertLessEqual({"NUM040", "NUM041"}, rules)
        self.assertFalse(rules & {
            "NUM002", "NUM003", "NUM010", "NUM011", "NUM012", "NUM020", "NUM030", "NUM031", "TPL001", "DAT003", "DAT031"
        })
        self.assertGreater(sum(row["measurable"] != "unmet" for row in smart), 0.9 * len(smart))
        # These commit to "continue work" or "supporting efforts" and name nothing that could be counted.
        unmet = {row["id"] for row in smart if row["measurable"] == "unmet"}
        self.assertLessEqual(unmet, {"US0123", "US0126", "US0148"})
        self.assertEqual({row["time_bound"] for row in smart} - {"partly", "unmet"}, set())

    def test_canada(self):
        plan = canada()
        report, smart = self.read(plan)
        self.assertEqual(len(smart), len(plan["commitments"]))
        milestones = [milestone for commitment in plan["commitments"] for milestone in commitment["milestones"]]
        undated = sum("end" not in milestone for milestone in milestones)
        self.assertGreater(len(milestones), 50)
        self.assertEqual(round(self.share(report, "TPL044", len(milestones)) * len(milestones)), undated)
        self.assertFalse({finding["rule"]
                          for finding in report["findings"]} & {"NUM002", "NUM003", "NUM004", "DAT020", "TPL004"})

    def test_canada_in_both_languages(self):
        """The same plan in English and in French alone gets the same marks."""
        marks = {}
        for language in ("en", "fr"):
            plan = canada()
            plan["language"] = language
            for commitment in plan["commitments"]:
                for record in (commitment, *commitment["milestones"]):
                    record["title"] = record["title"][language]
            plan["title"] = plan["title"][language]
            marks[language] = [[
                row[name] for name in ("specific", "measurable", "answerable", "relevant", "time_bound")
            ] for row in self.read(plan)[1]]
        same = sum(a == b for a, b in zip(marks["en"], marks["fr"]))
        print(f"the same marks in both languages: {same} of {len(marks['en'])}")
        self.assertGreaterEqual(same, 0.8 * len(marks["en"]))


if __name__ == "__main__":
    unittest.main()
