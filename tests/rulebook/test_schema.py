# SPDX-License-Identifier: MIT
"""The loader and the published JSON Schema give the same verdict on a rulebook, whole or damaged.

usage: test_schema.py SCHEMA MERGED VERDICT-PROGRAM
"""
import json
import os
import re
import subprocess
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

SCHEMA, MERGED, PROGRAM = sys.argv[1:4]

TEXTS = {"en": "a {x}", "ar": "أ {x}", "fr": "b {x}", "es": "c {x}"}
RULE = {"id": "TPL010", "family": "template", "name": "first", "editions": ["old"],
        "severity": {"default": "error", "old": "note"}, "message": TEXTS, "mend": TEXTS,
        "source": "S1 https://example.org/x", "status": "seen", "note": "n"}
SMALL = {
    "meta": {"format": "ogp-rulebook/1", "version": "2026-11-01", "title": "t"},
    "sources": {"S1": {"title": "A page", "address": "https://example.org/", "note": "n"}},
    "families": {"template": {"prefix": "TPL", "name": TEXTS}},
    "editions": {"old": {"kind": "calendar", "by": "due", "from": "2011", "to": "2013-12-31", "name": TEXTS,
                         "source": "S1", "status": "seen", "note": "n"}},
    "params": {"a.b": {"value": 7, "alternative": None, "status": "unverified", "source": "S1", "note": "n"},
               "a.bands": {"value": [{"above": 5, "points": 3}], "status": "seen"}},
    "terms": {"plan": {**TEXTS, "status": {k: "seen" for k in TEXTS}, "source": "S1", "note": "n",
                       "also": {"ar": [{"name": "x", "status": "seen", "source": "S1", "note": "n"}]}}},
    "rules": [RULE],
    "calendar": {"old": {"months": 6}},
    "eligibility": {"year": {"minimum": 1990}, "pass": {"numerator": 3, "denominator": 4, "points_a_metric": 4},
                    "cells": [{"levels": [{"id": "0", "points": 0}, {"id": "1", "points": "a.b"}],
                               "changes": [{"from": "0", "to": "1", "acts": 1}]}]},
    "text": {"languages": {"xx": {
        "script": "latin", "options": ["head-last"], "drop_prefix": "x", "elided": ["l"], "forms": {"past": ["___ed"]},
        "affixes": {"prefixes": [{"form": "un", "add": "a", "keep": "n", "marks": ["verb"]}]},
        "paradigms": {"s": ["", "s"]}, "sets": {"act": ["adopt"]},
        "lists": {"law": ["law~s"], "number": {"2": ["two"]}}}}, "default": "xx",
             "common": {"lists": {"month": {"1": ["i"]}}},
             "weights": {"thing": {"start": -3, "doubt": 2, "unsure": ["made:joined"], "places": {
                 "before-1": {"class:act": 9, "value:topic=2": -4}, "case": {"made:joined": 5}}}}},
}

# What the loader alone can see: the schema says so in its description.
BEYOND = ("is not in", "two rules have", "does not begin with", "differ from those", "not among the rule's editions",
          "no 3", "value of parameter", "no form of a word", "no part of a word", "an affix needs a form",
          "affix too long", "single words", "no paradigm", "no set", "pattern too long")

REPLACEMENTS = [
    None, True, 0, -1, 1001, 10000, 1.5, "", "x", "a b", " x", "x ", "a  b", "-x", "x--y", "x.y", "é", "TPL010",
    "TPL01", "tpl010",
    "TPL0100", "2011", "2011-13", "2011-02-30", "2011-1", "20111", "-2011", "2011-21", "2011~", "2011/2012", "seen",
    "note", "https://example.org", "é" * 500, "é" * 501, [], {}, ["x"], [3], {"en": "x"}, {"x y": "note"}
]


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from places(item, path + (i,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    document = json.loads(json.dumps(document))
    change(at(document, path[:-1]), path[-1])
    return document


def mutations():
    yield "as it is", SMALL
    for path in places(SMALL):
        if not path:
            continue
        yield f"without {path}", changed(SMALL, path, lambda o, k: o.pop(k))
        for new in REPLACEMENTS:
            yield f"{path} = {new!r}", changed(SMALL, path, lambda o, k: o.__setitem__(k, new))
        if isinstance(at(SMALL, path), dict):
            for key in ("unknown", "un known", "de", ""):
                yield f"{path} with {key!r}", changed(SMALL, path, lambda o, k: o[k].__setitem__(key, "x"))
    yield "a rule twice", {**SMALL, "rules": [RULE, RULE]}
    for whole in (None, 1, "x", [], {}, [SMALL]):
        yield f"{whole!r:.20}", whole


class Verdicts(unittest.TestCase):
    def setUp(self):
        with open(SCHEMA, encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def load(self, documents):
        lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        done = subprocess.run([PROGRAM], input=lines, capture_output=True, text=True, check=True)
        verdicts = done.stdout.splitlines()
        self.assertEqual(len(verdicts), len(documents))
        return verdicts

    def test_merged_rulebook(self):
        with open(MERGED, encoding="utf-8") as file:
            document = json.load(file)
        errors = sorted(self.validator.iter_errors(document), key=lambda e: list(map(str, e.path)))
        self.assertEqual([f"/{'/'.join(map(str, e.path))}: {e.message}" for e in errors], [])
        self.assertEqual(self.load([document]), ["ok"])

    def test_same_verdict(self):
        cases = list(mutations())
        accepted = refused = 0
        for (name, document), verdict in zip(cases, self.load([d for _, d in cases])):
            good = self.validator.is_valid(document)
            with self.subTest(name, verdict=verdict):
                if verdict == "ok":
                    self.assertTrue(good)
                    accepted += 1
                    continue
                code, _, message = verdict.split("\t")
                self.assertEqual(code, "format")
                self.assertTrue(not good or any(words in message for words in BEYOND))
                refused += 1
        self.assertGreater(accepted, 100)
        self.assertGreater(refused, 1000)

    def test_same_names(self):
        """The schema knows the names that the loader knows."""
        with open(SCHEMA, encoding="utf-8") as file:
            definitions = json.load(file)["$defs"]
        language = definitions["language"]["properties"]
        published = {"classes": definitions["lists"]["propertyNames"]["enum"],
                     "forms": language["forms"]["propertyNames"]["enum"],
                     "options": language["options"]["items"]["enum"]}
        room = os.path.join(os.path.dirname(SCHEMA), "..", "..", "lib", "rulebook")
        for name, names in published.items():
            with open(os.path.join(room, name + ".list"), encoding="utf-8") as file:
                known = re.findall(r'^OGPI_[A-Z]+\((?:[A-Z_]+, ")?([a-z_-]+)', file.read(), re.MULTILINE)
            self.assertEqual(names, known)

    def test_pointer_leads_to_the_fault(self):
        cases = [
            (("rules", 0, "message", "ar"), 7, "/rules/0/message/ar"),
            (("rules", 0, "status"), "sure", "/rules/0/status"),
            (("rules", 0, "source"), "NOPE", "/rules/0/source"),
            (("rules", 0, "severity", "old"), "grave", "/rules/0/severity/old"),
            (("rules", 0, "editions", 0), "lost", "/rules/0/editions/0"),
            (("rules", 0, "id"), "ABC123", "/rules/0"),
            (("editions", "old", "from"), "2011-02-30", "/editions/old/from"),
            (("terms", "plan", "also", "ar", 0, "status"), "x", "/terms/plan/also/ar/0/status"),
            (("meta", "format"), "ogp-rulebook/2", "/meta/format"),
            (("eligibility", "pass", "denominator"), 0, "/eligibility/pass/denominator"),
            (("eligibility", "cells", 0, "levels", 1, "points"), "a.c", "/eligibility/cells/0/levels/1/points"),
            (("params", "a.b", "value"), 1001, "/eligibility/cells/0/levels/1/points"),
            (("params", "a.bands", "value", 0, "points"), -1, "/params/a.bands/value/0/points"),
        ]
        documents = [changed(SMALL, path, lambda o, k: o.__setitem__(k, new)) for path, new, _ in cases]
        for (path, _, pointer), verdict in zip(cases, self.load(documents)):
            with self.subTest(path):
                self.assertEqual(verdict.split("\t")[1], pointer)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
