#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The reader and the published schema give the same verdict on every document, broken or not.

usage: test_schema_parity.py VERDICTS SOURCE [COUNT]
"""
import collections
import glob
import json
import pathlib
import random
import re
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not there")
    sys.exit(77)

import mutate

VERDICTS, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 2500
SCHEMA = json.loads((SOURCE / "docs/schema/ogp-plan-1.schema.json").read_text("utf-8"))
LINE_SCHEMA = {"$schema": SCHEMA["$schema"], "$ref": "#/$defs/commitment", "$defs": SCHEMA["$defs"]}


def plans():
    paths = [SOURCE / "tests/io/data/maximal.json"]
    paths += sorted(glob.glob(str(SOURCE / "examples/**/*.json"), recursive=True))
    found = [json.loads(pathlib.Path(p).read_text("utf-8")) for p in paths]
    return [d for d in found if isinstance(d, dict) and d.get("format") == "ogp-plan/1"]


def ask(kind, lines):
    run = subprocess.run([VERDICTS, kind], input="".join(text + "\n" for text in lines).encode(), capture_output=True,
                         check=True)
    return run.stdout.decode().split("\n")[:-1]


def pointers(errors):
    """Where the schema sees the trouble: each error's place, and those of the alternatives that it tried."""
    for error in errors:
        yield "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
        yield from pointers(error.context)


def well_placed(text, verdict, validator):
    """The reader's place is one that the schema names too; a bad language is named at its key or at the text."""
    place, path = verdict.split(" ", 3)[1:3]
    if place.startswith("0:") or place.endswith(":0"):
        return False
    named = set(pointers(validator.iter_errors(json.loads(text))))
    return path in named or path.rsplit("/", 1)[0] in named or path == ""


class Tally:
    def __init__(self, kind):
        self.kind, self.counts, self.wrong = kind, collections.Counter(), 0

    def complain(self, what):
        self.wrong += 1
        if self.wrong <= 5:
            print(f"{self.kind}: {what}"[:2000])

    def finish(self):
        total = sum(self.counts.values())
        if min(self.counts["accepted"], self.counts["format"]) * 20 < total:
            self.complain("too one-sided to prove anything")
        print(f"{self.kind}: {total} documents, {dict(self.counts)}, {self.wrong} wrong")
        return self.wrong


def compare(kind, lines, accepts, validator=None):
    """Counts agreements; says where the two differ."""
    tally = Tally(kind)
    for text, verdict in zip(lines, ask(kind, lines), strict=True):
        ok = verdict == "ok"
        tally.counts["accepted" if ok else verdict.split()[0]] += 1
        if accepts(text) != ok:
            tally.complain(f"the schema {'refuses' if ok else 'accepts'}, the reader says {verdict}\n  {text}")
        elif not ok and validator and tally.counts["format"] <= 400 and not well_placed(text, verdict, validator):
            tally.complain(f"a place that the schema does not name: {verdict}\n  {text}")
    return tally.finish()


def compare_ways(lines):
    """The quick scanner takes what is good, as jansson has it, and nothing else."""
    tally = Tally("scan")
    for text, verdict in zip(lines, ask("scan", lines), strict=True):
        word = verdict.split()[0]
        left = verdict.endswith(" left")
        tally.counts["left" if left else "accepted" if word == "ok" else word] += 1
        if not left and word not in ("ok", "format", "syntax", "limit"):
            tally.complain(f"{verdict}\n  {text}")
    if tally.counts["left"] * 10 > tally.counts["accepted"]:
        tally.complain("too much is left to jansson")
    return tally.finish()


def spelled(rng, text):
    """The same document, spelled another way, or with a byte gone wrong."""
    document = json.loads(text)
    way = rng.randrange(4)
    if way == 0:
        return json.dumps(document, separators=(",", ":"))
    if way == 1:
        return json.dumps(document, ensure_ascii=False, indent=1).replace("\n", " \t\r")
    at = rng.randrange(len(text))
    return text[:at] + rng.choice('"\\{}[],:0a\u0001\u00e9 -.e') * (way == 2) + text[at + rng.randint(0, 2):]


def documents(rng, bases, count):
    lines = [mutate.line(d) for d in bases]
    while len(lines) < count:
        base = mutate.shrunk(rng, rng.choice(bases))
        lines.append(mutate.line(mutate.mutated(rng, base)))
    return lines


def date_texts(rng, count):
    """Dates that are right, nearly right and wrong."""
    def point():
        text = f"{rng.randint(0, 9999):04}"
        if rng.random() < 0.8:
            text += f"-{rng.randint(0, 43) if rng.random() < 0.3 else rng.randint(1, 12):02}"
            if rng.random() < 0.7:
                text += f"-{rng.choice([0, 1, 28, 29, 30, 31, 32])}" if rng.random(
                ) < 0.2 else f"-{rng.randint(26, 32):02}"
        return text + rng.choice(["", "", "", "?", "~", "%", "#"])
    texts = set(mutate.DATES)
    while len(texts) < count:
        text = point()
        if rng.random() < 0.3:
            text = rng.choice([text, "", ".."]) + "/" + rng.choice([point(), "", ".."])
        if rng.random() < 0.2 and text:
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice("0123456789-/.~ x") + text[at + rng.randint(0, 1):]
        texts.add(text)
    # every 28th to 31st of February of four centuries of leap years
    texts |= {f"{year:04}-02-{day}" for year in range(1800, 2210) for day in (28, 29, 30, 31)}
    return sorted(texts)


def main():
    rng = random.Random(20210915)
    bases = plans()
    plan, line = jsonschema.Draft202012Validator(SCHEMA), jsonschema.Draft202012Validator(LINE_SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    commitments = [c for p in bases for c in p.get("commitments", [])]
    pattern = re.compile(SCHEMA["$defs"]["date"]["pattern"])
    texts = documents(rng, bases, COUNT)
    wrong = compare_ways(texts + [spelled(rng, text) for text in texts])
    wrong += compare("plan", texts, lambda text: plan.is_valid(json.loads(text)), plan)
    wrong += compare("commitment", documents(rng, commitments, COUNT), lambda text: line.is_valid(json.loads(text)),
                     line)
    wrong += compare("date", date_texts(rng, COUNT), lambda text: bool(pattern.search(text)))
    return 1 if wrong else 0


sys.exit(main())
