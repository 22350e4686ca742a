#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Precision, recall and F1 of the text facts against hand-marked texts.

score.py RUNNER FILE.jsonl... [--errors] [--floors FILE.json]

Dates, durations and quantities must agree in span and normal form; the other types must overlap, each fact once.
--errors prints what was missed and what was too much; it refuses files whose name says `test` or `blind`.
--floors fails where a figure is lower than the file says.
"""
import json
import subprocess
import sys
from collections import defaultdict

EXACT = ("date", "duration", "quantity")
TYPES = ("date", "duration", "quantity", "responsible", "deliverable", "vague")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def same(kind, a, b):
    if kind in EXACT:
        return (a["start"], a["end"], a.get("norm")) == (b["start"], b["end"], b.get("norm"))
    return a["start"] < b["end"] and b["start"] < a["end"]


def pair(kind, gold, found):
    """Facts of both sides that have no partner; and the number of pairs."""
    left, misses, pairs = list(found), [], 0
    for fact in gold:
        match = next((f for f in left if same(kind, fact, f)), None)
        if match is None:
            misses.append(fact)
        else:
            left.remove(match)
            pairs += 1
    return pairs, misses, left


def by_type(facts, kind):
    return [f for f in facts if f["type"] == kind]


def score(runner, path, errors, counts):
    gold = read(path)
    out = subprocess.run([runner, path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found = [json.loads(line) for line in out.splitlines()]
    for g, f in zip(gold, found):
        for kind in TYPES:
            pairs, misses, extra = pair(kind, by_type(g["facts"], kind), by_type(f["facts"], kind))
            for n, value in zip(("tp", "fn", "fp"), (pairs, len(misses), len(extra))):
                counts[g["lang"], kind][n] += value
            if errors and (misses or extra):
                show(g, kind, misses, extra)


def show(text, kind, misses, extra):
    print(text["id"], kind, "|", text["text"])
    for sign, facts in (("-", misses), ("+", extra)):
        for f in facts:
            print("   ", sign, f["text"], f.get("norm", ""))


def figures(c):
    precision = c["tp"] / (c["tp"] + c["fp"]) if c["tp"] + c["fp"] else 1.0
    recall = c["tp"] / (c["tp"] + c["fn"]) if c["tp"] + c["fn"] else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def main(argv):
    errors = "--errors" in argv
    floors = json.load(open(argv[argv.index("--floors") + 1])) if "--floors" in argv else {}
    names = [a for i, a in enumerate(argv[1:], 1) if not a.startswith("--") and argv[i - 1] != "--floors"]
    runner, paths = names[0], names[1:]
    if errors and any(word in p.rsplit("/", 1)[-1] for p in paths for word in ("test", "blind")):
        sys.exit("errors of a held-out part are not to be looked at")
    counts = defaultdict(lambda: {"tp": 0, "fn": 0, "fp": 0})
    for path in paths:
        score(runner, path, errors, counts)
    low = 0
    for (lang, kind), c in sorted(counts.items()):
        p, r, f = figures(c)
        floor = floors.get(lang, {}).get(kind, [0, 0])
        bad = p < floor[0] or r < floor[1]
        low += bad
        print("%s %-12s n=%3d  precision %.3f  recall %.3f  F1 %.3f%s"
              % (lang, kind, c["tp"] + c["fn"], p, r, f, "  BELOW %s" % floor if bad else ""))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
