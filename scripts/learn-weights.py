#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learns what the traits of a case weigh, from marked texts: rulebook/text-weights.json.

learn-weights.py CASES-RUNNER FILE.jsonl... > rulebook/text-weights.json

The files are marked texts as tests/gold has them; the runner (ninja tests/cases-runner) tells the cases in each and
their traits. A case is one of a thing that is made where it overlaps a deliverable that was marked. Weights are those of
a logistic regression that is drawn to 0, of the KEPT traits that say most, in sixteenths. Needs NumPy. The same texts
give the same weights.
"""
import json
import re
import subprocess
import sys

import numpy

KEPT = 600     # traits
DRAWN = 10.0   # how strongly weights are drawn to 0
SCALE = 16     # points for one unit of log odds
DOUBT = 16     # points that overrule the clues
LEAN = 2       # points for a case by itself, as a thing that is missed is worse than one too much
ROUNDS = 400
UNSURE = ("made:none", "made:joined", "made:behind_of", "made:behind_sign", "made:led_by_clitic",
          "mentioned:behind_act", "mentioned:told", "mentioned:background", "mentioned:agent",
          "mentioned:there_already", "mentioned:pointed_at", "mentioned:not_founded", "mentioned:subject",
          "mentioned:asked", "mentioned:behind_of", "mentioned:opening", "mentioned:behind_sign",
          "mentioned:coming_with", "mentioned:joined", "mentioned:none", "mentioned:led_by_clitic",
          "mentioned:in_construct", "made:coming_with")  # the others are right in 99 cases of 100
COLUMNS = 120


def read(runner, path):
    """The traits of each case, and whether it is one of a thing that was marked."""
    marked = {}
    with open(path, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            text = json.loads(line)
            marked[text["id"]] = [(f["start"], f["end"]) for f in text["facts"] if f["type"] == "deliverable"]
    out = subprocess.run([runner, path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    for line in out.splitlines():
        text = json.loads(line)
        for case in text["cases"]:
            spans = marked[text["id"]]
            yield case["traits"], any(case["start"] < end and start < case["end"] for start, end in spans)


def matrix(cases, names):
    """A row a case, a column a trait, and a column of ones."""
    place = {name: k for k, name in enumerate(names)}
    rows = numpy.zeros((len(cases), len(names) + 1), dtype=numpy.float32)
    rows[:, -1] = 1
    for row, (traits, _) in zip(rows, cases):
        row[[place[t] for t in traits if t in place]] = 1
    return rows


def fit(rows, made):
    """Logistic regression by Nesterov's method; what a case weighs by itself is not drawn to 0."""
    drawn = numpy.full(rows.shape[1], DRAWN, dtype=numpy.float64)
    drawn[-1] = 0.01
    weights = ahead = numpy.zeros(rows.shape[1])
    step = 1 / (0.25 * norm(rows) + DRAWN)
    for k in range(ROUNDS):
        likely = 1 / (1 + numpy.exp(-(rows @ ahead)))
        before, weights = weights, ahead - step * (rows.T @ (likely - made) + drawn * ahead)
        ahead = weights + k / (k + 3) * (weights - before)
    return weights


def norm(rows):
    """The largest eigenvalue of the rows' products, a little above."""
    vector = numpy.ones(rows.shape[1])
    for _ in range(30):
        vector = rows.T @ (rows @ (vector / numpy.linalg.norm(vector)))
    return 1.05 * numpy.linalg.norm(vector)


def broken(items, indent):
    """Items in lines of some width."""
    lines, line = [], ""
    for item in items:
        if len(line) + len(item) + indent + 2 > COLUMNS:
            lines, line = lines + [line + ","], ""
        line += (", " if line else "") + item
    return ("\n" + " " * indent).join(lines + [line])


def write(names, points, start):
    """The rulebook's file: a place a member."""
    places = {}
    for name, value in sorted(zip(names, points)):
        if value:
            place, trait = name.split(" ", 1)
            places.setdefault(place, []).append('"%s": %d' % (trait, value))
    body = ['          "%s": {\n            %s\n          }' % (place, broken(places[place], 12))
            for place in sorted(places, key=order)]
    return ('{\n  "text": {\n    "weights": {\n      "thing": {\n        "start": %d,\n        "doubt": %d,\n'
            '        "unsure": [\n          %s\n        ],\n        "places": {\n%s\n        }\n      }\n    }\n  }\n}'
            % (start, DOUBT, broken(['"%s"' % name for name in UNSURE], 10), ",\n".join(body)))


def order(place):
    number = int(re.sub(r"\D", "", place) or 0)
    return (0, -number) if place.startswith("before") else (2, number) if place.startswith("after") else (
        {"lead": 1, "head": 1, "first": 3, "clause-before": 4, "clause-after": 5, "case": 6}[place], place == "head")


def main(argv):
    cases = [case for path in argv[2:] for case in read(argv[1], path)]
    made = numpy.array([is_made for _, is_made in cases], dtype=numpy.float64)
    names = sorted({trait for traits, _ in cases for trait in traits})
    weights = fit(matrix(cases, names), made)
    kept = sorted(sorted(range(len(names)), key=lambda k: (-abs(weights[k]), k))[:KEPT])
    names = [names[k] for k in kept]
    weights = fit(matrix(cases, names), made)
    points = numpy.clip(numpy.rint(weights * SCALE), -127, 127).astype(int)
    print(write(names, points[:-1], points[-1] + LEAN))
    print("%d cases, %d of things that are made, %d traits of %d" % (
        len(cases), made.sum(), (points[:-1] != 0).sum(), len(weights) - 1), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv)
