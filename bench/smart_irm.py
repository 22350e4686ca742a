#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How the SMART score stands to the IRM's own specificity codes, on OGP's published tables.

usage: smart_irm.py OGP TABLE.csv... [--rulebook FILE]

For each table: within plans, of all pairs of commitments of one plan that the IRM coded differently, the share in which
the better coded one scores higher (ties count half; 0.5 is chance); the same for the mere length of the text; the same
over all pairs of different countries; rank correlation over all rows.
Both halves of a table's countries are printed, the first, third, fifth ... in alphabetical order and the others: a
change of the points is to be chosen on one half and confirmed on the other.
"""
import collections
import csv
import io
import itertools
import subprocess
import sys

CODES = {"none": 0, "low": 1, "medium": 2, "high": 3}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    first = next(i for i, row in enumerate(rows[:4])
                 if any(cell.strip() in ("Country", "Country/Locality") for cell in row))
    header = [name.strip() for name in rows[first]]
    return [dict(zip(header, row)) for row in rows[first + 1:]]


def code(row):
    label = row.get("Specificity", "").strip().lower()
    return CODES.get(label.split(". ")[-1])


def concordance(groups, value):
    better = total = 0.0
    for rows in groups:
        for a, b in itertools.combinations(rows, 2):
            if a["code"] == b["code"]:
                continue
            difference = (value(a) - value(b)) * (a["code"] - b["code"])
            better += 1.0 if difference > 0 else 0.5 if difference == 0 else 0.0
            total += 1
    return better / total if total else float("nan"), int(total)


def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    out = [0.0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and values[order[j + 1]] == values[order[i]]:
            j += 1
        for k in range(i, j + 1):
            out[order[k]] = (i + j) / 2
        i = j + 1
    return out


def spearman(xs, ys):
    xs, ys = ranks(xs), ranks(ys)
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    cov = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    return cov / (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5


def measure(program, path, options):
    table = read(path)
    out = subprocess.run([program, "smart", *options, path], capture_output=True, check=True).stdout.decode("utf-8")
    scores = list(csv.DictReader(io.StringIO(out)))
    if len(scores) != len(table):
        raise SystemExit(f"{path}: {len(table)} rows, {len(scores)} scores")
    rows = []
    for source, score in zip(table, scores):
        if code(source) is None:
            continue
        country = source.get("Country") or source.get("Country/Locality")
        plan = source.get("Action Plan Number") or source.get("Action Plan No")
        rows.append({"code": code(source), "score": int(score["score"]), "length": len(source["Full Text"]),
                     "country": country, "plan": (country, plan), "marks": score})
    plans = collections.defaultdict(list)
    for row in rows:
        plans[row["plan"]].append(row)
    print(f"{path.rsplit('/', 1)[-1]}: {len(rows)} coded rows, {len(plans)} plans")
    for name in ("score", "length"):
        within, pairs = concordance(plans.values(), lambda row: row[name])
        overall, _ = concordance([rows], lambda row: row[name])
        rho = spearman([row[name] for row in rows], [row["code"] for row in rows])
        print(f"  {name:<7} within plans {within:.3f} ({pairs} pairs)   all pairs {overall:.3f}   Spearman {rho:.3f}")
        order = sorted({row["country"] for row in rows})
        for half, label in ((order[0::2], "odd countries"), (order[1::2], "even countries")):
            part, count = concordance([group for plan, group in plans.items() if plan[0] in half],
                                      lambda row: row[name])
            print(f"  {'':<7} {label} {part:.3f} ({count} pairs)")
    for mark in ("met", "partly", "unmet"):
        codes = [row["code"] for row in rows if row["marks"]["specific"] == mark]
        if codes:
            print(f"  specific {mark:<7} {len(codes):>4} rows, mean code {sum(codes) / len(codes):.2f}")


if __name__ == "__main__":
    options = sys.argv[sys.argv.index("--rulebook"):] if "--rulebook" in sys.argv else []
    for path in sys.argv[2:len(sys.argv) - len(options)]:
        measure(sys.argv[1], path, options)
