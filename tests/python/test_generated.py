# SPDX-License-Identifier: MIT
"""Whatever goes in, nothing but ogp's own exceptions comes out; and parts go in any order, whoever goes first."""
import gc
import itertools
import json
import os
import pathlib
import random
import sys
import unittest

import ogp

try:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st
except ImportError:
    print("hypothesis is not installed")
    sys.exit(77)

PLANS = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "plans"
TABLE = pathlib.Path(os.environ["OGP_SOURCE_ROOT"]) / "examples" / "tables" / "commitments.csv"
LIMITS = settings(max_examples=40, deadline=None, derandomize=True, database=None,
                  suppress_health_check=list(HealthCheck))

texts = st.text(max_size=40) | st.sampled_from(
    ["2024-03-01", "2024-02-30", "2024-35", "../2024", "JOR", "high", "NR", "\ud800", "0", "\u202e"])
leaves = st.none() | st.booleans() | st.integers() | st.integers(min_value=10 ** 25) | st.floats() | texts
anything = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
                        max_leaves=12)
dates = st.dates() | texts
localized = texts | st.dictionaries(st.sampled_from(["en", "ar", "fr", "es", "xx", ""]), texts, max_size=3)


def record(**members):
    """Some of the members, each now and then something else."""
    return st.fixed_dictionaries(
        {}, optional={name: st.one_of(value, value, value, anything)
                      for name, value in members.items()})


institutions = record(name=localized, kind=texts, contact=record(name=localized, email=texts))
milestones = record(number=texts, title=localized, start=dates, end=dates, completion=texts, lead=institutions)
assessments = record(report=texts, method=st.sampled_from(["irm-2012", "irm-2014", "irm-2021", "?"]), specificity=texts,
                     completion=texts, values=st.lists(texts, max_size=3))
commitments = record(id=texts, number=texts, title=localized, problem=localized, values=record(transparency=localized),
                     lead=institutions, start=dates, end=dates, milestones=st.lists(milestones, max_size=3),
                     assessments=st.lists(assessments, max_size=2))
plans = record(format=st.sampled_from(["ogp-plan/1", "ogp-plan/2"]), id=texts, member=texts,
               language=st.sampled_from(["en", "ar", "xx"]), title=localized, start=dates, end=dates, submitted=dates,
               lead=institutions, commitments=st.lists(commitments, max_size=3),
               cocreation=record(standards=texts, started=dates, forum=record(meetings=st.lists(dates, max_size=3))))


def use(plan):
    """Everything that reads a plan."""
    report = plan.check(lang="ar")
    for finding in report:
        repr(finding), finding.span, finding.message_in("fr")
    ogp.smart(plan)
    try:
        plan.cocreation()
    except ogp.UsageError:
        pass
    for commitment in plan:
        repr(commitment), commitment.start, [m.end
                                             for m in commitment.milestones], commitment.lead and commitment.lead.name


class Generated(unittest.TestCase):
    def only_ours(self, make, data):
        try:
            plan = make(data)
        except ogp.Error:
            return
        use(plan)
        self.assertEqual(ogp.loads(plan.to_json()), plan)

    @LIMITS
    @given(plans)
    def test_from_dict(self, data):
        self.only_ours(ogp.Plan.from_dict, data)

    @LIMITS
    @given(anything)
    def test_anything(self, data):
        self.only_ours(ogp.Plan.from_dict, data)
        self.only_ours(ogp.loads, data)

    @LIMITS
    @given(plans, st.integers(min_value=0), st.binary(max_size=4))
    def test_damaged_text(self, data, place, bytes_in):
        text = json.dumps({"format": "ogp-plan/1", **data}, default=str).encode("utf-8", "surrogatepass")
        at = place % len(text)
        self.only_ours(ogp.loads, text[:at])
        self.only_ours(ogp.loads, text[:at] + bytes_in + text[at + len(bytes_in):])

    @LIMITS
    @given(st.text(max_size=200), st.sampled_from([None, "en", "ar", "fr", "es"]))
    def test_facts(self, text, lang):
        try:
            found = ogp.facts(text, lang)
        except ogp.Error:
            return
        for fact in found:
            self.assertEqual(text[fact.start:fact.end], fact.text)

    @LIMITS
    @given(
        record(country=texts, year=st.integers(1900, 2200), budget_proposal=st.integers(-1, 2),
               audit_report=st.integers(0, 1), access_to_information=texts, asset_disclosure=texts,
               civil_liberties=st.floats(), member=st.booleans()))
    def test_eligibility(self, data):
        try:
            verdict = ogp.eligibility(data)
        except ogp.Error:
            return
        self.assertIn(verdict["core"], ("pass", "fail", "not-enough-data"))

    @LIMITS
    @given(st.dictionaries(texts, anything, max_size=5), st.dictionaries(texts, leaves, max_size=5))
    def test_histories_and_codes(self, history, codes):
        for call, data in ((ogp.joining, history), (ogp.status, history), (ogp.assess, codes)):
            try:
                call(data)
            except ogp.Error:
                pass


class Lifetimes(unittest.TestCase):
    """Run under PYTHONMALLOC=debug and with perturbed memory: what was freed shows."""

    def family(self):
        plan = ogp.load(PLANS / "en-milestones.json")
        report = plan.check()
        commitment = plan.commitments[0]
        dataset = ogp.read_commitments(TABLE)
        stream = ogp.stream(PLANS / "en-milestones.json")
        return {
            "plan": (plan, lambda p: p.id),
            "report": (report, len),
            "finding": (report[0], lambda f: (f.message, f.text)),
            "commitments": (plan.commitments, lambda c: c[1].title),
            "commitment": (commitment, lambda c: c.title),
            "milestones": (commitment.milestones, lambda m: m[0].title),
            "milestone": (commitment.milestones[0], lambda m: m.title),
            "lead": (commitment.lead, lambda i: i.name),
            "contact": (commitment.lead.contact, lambda c: c and c.email),
            "dataset": (dataset, lambda d: d.columns),
            "column": (dataset["country"], lambda c: c[0]),
            "buffer": (dataset["specificity"].buffer(), lambda b: b[0]),
            "stream": (stream, lambda s: s.line),
            "streamed": (next(stream), lambda c: c.title),
            "capsule": (dataset.__arrow_c_stream__(), repr),
            "found": (dataset.report(), len),
        }

    def test_any_order(self):
        first = {name: str(look(thing)) for name, (thing, look) in self.family().items() if name != "capsule"}
        orders = list(itertools.islice(itertools.permutations(first), 3))
        shuffle = random.Random(7).sample
        orders += [shuffle(sorted(first), len(first)) for _ in range(12)]
        for order in orders:
            family = self.family()
            for gone in order:
                del family[gone]
                gc.collect()
                for name, (thing, look) in family.items():
                    if name != "capsule":
                        self.assertEqual(str(look(thing)), first[name], (name, "after", gone))


if __name__ == "__main__":
    unittest.main()
