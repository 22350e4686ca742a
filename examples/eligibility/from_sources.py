#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts source indices side by side, by country and year, and lets ogp judge what they say.

What a column means is not decided here: names are kept, so that ogp takes the columns that it knows, reads the survey's
words for documents, and refuses what no points can be derived from (overall scores, V-Dem's model estimates). What is
refused or missing counts as not measured.

usage: from_sources.py PROGRAM TABLE.csv... [-- OPTION...]
"""
import csv
import io
import subprocess
import sys

KEYS = ("country_code", "year")


def join(paths):
    """One table of everything: (columns, rows)."""
    columns, rows = list(KEYS), {}
    for path in paths:
        with open(path, newline="", encoding="utf-8-sig") as table:
            reader = csv.DictReader(table)
            if not set(KEYS) <= set(reader.fieldnames or ()):
                continue  # nothing by country and year
            columns += [name for name in reader.fieldnames if name not in columns]
            for row in reader:
                rows.setdefault(tuple(row[key] for key in KEYS), {}).update(row)
    return columns, [rows[key] for key in sorted(rows)]


def main(words):
    words, options = (words[:words.index("--")], words[words.index("--") + 1:]) if "--" in words else (words, [])
    columns, rows = join(words[1:])
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return subprocess.run([words[0], "eligibility", *options, "-"], input=table.getvalue().encode(),
                          check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
