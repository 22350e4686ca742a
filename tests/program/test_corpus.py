# SPDX-License-Identifier: MIT
"""The corpus: tests/corpus/RULE-fail-NN.* must bring a finding of RULE, RULE-pass-NN.* must not.

A new rule needs files and no new test: the names say what is expected, and a rule without both kinds fails. Each file
is in the form of the command that judges rules of its family.
"""
import json
import os
import re
import subprocess
import unittest

from program import ROOT, ogp

CORPUS = ROOT / "tests" / "corpus"
# Rules that no input of their own can bring, each with its reason.
CARRIERS = {
    "IRM040": "`ogp irm --audit` gives these as rows of a table",
    # Reasons of SMART that another family has always said already when a plan is checked; `ogp_plan_smart()` gives
    # them.
    **dict.fromkeys(("SMA023", "SMA031", "SMA041", "SMA054", "SMA055"), "said by another family"),
}


def rules_in(*words):
    """The rules that a command names, notes included."""
    result = ogp(*words)
    if result.status > 1:
        raise AssertionError(result.err)
    said = (result.out + result.err).replace(str(words[-1]), "")
    return set(re.findall(r"\b[A-Z]{3}\d{3}\b", said))


def eligibility(path):
    return rules_in("eligibility", "--format", "text", "--fail-on", "note", path)


def calendar(path):
    options = json.loads(path.read_text(encoding="utf-8"))
    switches = {"first", "local"}
    return rules_in("calendar", *(word for name, value in options.items()
                                  for word in ([f"--{name}"] if name in switches else [f"--{name}", value])))


def join(path):
    return rules_in("join", path)


def cocreation(path):
    return rules_in("cocreation", path)


def finds(path):
    """Through the C API, which gives the findings of a table's dates too."""
    run = subprocess.run([os.environ["OGP_TABLE_FINDS"], path], capture_output=True, check=True, encoding="utf-8")
    return {line.split()[0] for line in run.stdout.splitlines()}


# By family and form; a plan is checked. The first that fits holds.
READERS = [
    (r"ELI\d{3}-.*", eligibility),
    (r"CAL\d{3}-.*", calendar),
    (r"(JOI|STA)\d{3}-.*", join),
    (r"COC(12[023]|13[12]|15\d)-.*", cocreation),
    (r"IRM02[2-6]-.*", finds),
    (r"TAB\d{3}-.*", finds),
]


def checked():
    """The rules found, by file."""
    found, plans = {}, []
    for path in sorted((*CORPUS.glob("*.json"), *CORPUS.glob("*.csv"))):
        reader = next((reader for pattern, reader in READERS if re.fullmatch(pattern, path.name)), None)
        if reader:
            found[path.name] = reader(path)
        else:
            plans.append(path)
    reports = ogp("check", "--format", "json", *plans).json()
    found.update((path.name, {finding["rule"]
                              for finding in report["findings"]}) for path, report in zip(plans, reports))
    return found


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = checked()

    def test_names_tell_the_verdict(self):
        for name, rules in self.found.items():
            rule, verdict, _, _ = re.fullmatch(r"([A-Z]{3}\d{3})-(pass|fail)-(\d\d)\.(json|csv)", name).groups()
            with self.subTest(file=name):
                self.assertEqual(rule in rules, verdict == "fail", sorted(rules))

    def test_every_rule_has_both(self):
        for rule in ogp("rules", "--all").json()["rules"]:
            for verdict in ("pass", "fail"):
                with self.subTest(rule=rule["id"], verdict=verdict):
                    self.assertEqual(any(name.startswith(f"{rule['id']}-{verdict}-") for name in self.found),
                                     rule["id"] not in CARRIERS)


if __name__ == "__main__":
    unittest.main()
