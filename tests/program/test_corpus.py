# SPDX-License-Identifier: MIT
"""The corpus: tests/corpus/RULE-fail-NN.json must bring a finding of RULE, RULE-pass-NN.json must not.

A new rule needs files and no new test: the names say what is expected, and a rule without both kinds fails.
"""
import json
import re
import unittest

from program import ROOT, ogp

CORPUS = ROOT / "tests" / "corpus"
FAMILIES = {"template", "dates", "numbering", "challenges", "values", "smart"}
# Reasons of SMART that another family has always said already when a plan is checked; `ogp_plan_smart()` gives them.
SILENT = {"SMA023", "SMA031", "SMA041", "SMA054", "SMA055"}


def checked():
    """The rules found, by file."""
    files = sorted(CORPUS.glob("*.json"))
    reports = ogp("check", "--format", "json", *files).json()
    return {path.name: {finding["rule"] for finding in report["findings"]} for path, report in zip(files, reports)}


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = checked()

    def test_names_tell_the_verdict(self):
        for name, rules in self.found.items():
            rule, verdict, _ = re.fullmatch(r"([A-Z]{3}\d{3})-(pass|fail)-(\d\d)\.json", name).groups()
            with self.subTest(file=name):
                self.assertEqual(rule in rules, verdict == "fail", sorted(rules))

    def test_every_rule_has_both(self):
        book = ogp("rules", "--all").json()
        for rule in book["rules"]:
            if rule["family"] not in FAMILIES or rule["id"] in SILENT:
                continue
            for verdict in ("pass", "fail"):
                with self.subTest(rule=rule["id"], verdict=verdict):
                    self.assertTrue(any(name.startswith(f"{rule['id']}-{verdict}-") for name in self.found))

    def test_files_are_plans(self):
        for path in CORPUS.glob("*.json"):
            with self.subTest(file=path.name):
                self.assertEqual(json.loads(path.read_text(encoding="utf-8"))["format"], "ogp-plan/1")


if __name__ == "__main__":
    unittest.main()
