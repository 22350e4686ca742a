#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""No C function of lib/, tools/ or bindings/ is longer than 80 lines, from its first line to its closing brace.
Prints how long they are; fails on one that is longer: check-functions.py [FOLDER-OR-FILE...]"""
import os
import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
LONGEST, LONG = 80, 45


def functions(path):
    """(name, first line, lines) of each function: a brace alone in the first column opens it, another closes it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = None
    for i, line in enumerate(lines):
        if line == "{":
            opened = i
        elif line.startswith("}") and opened is not None:
            first = opened
            while first > 0 and lines[first - 1] and lines[first -
                                                           1][0] not in "#}/*" and not lines[first - 1].endswith(
                                                               (";", "*/")):
                first -= 1
            head = " ".join(lines[first:opened])
            name = re.search(r"(\w+)\(", head)
            if name:
                yield name.group(1), first + 1, i - first + 1
            opened = None


def files(arguments):
    for argument in arguments or ["lib", "tools", "bindings"]:
        path = ROOT / argument
        yield from [path] if path.is_file() else sorted(path.rglob("*.c")) + sorted(path.rglob("*.h"))


def main(arguments):
    found = [(length, name, path, line) for path in files(arguments) for name, line, length in functions(path)]
    lengths = sorted(length for length, *_ in found)
    too_long = [entry for entry in found if entry[0] > LONGEST]
    for length, name, path, line in sorted(too_long, key=lambda entry: -entry[0]):
        print(f"{os.path.relpath(path, ROOT)}:{line}: {name} has {length} lines; at most {LONGEST} are allowed")
    if lengths:
        print(
            f"{len(lengths)} functions: median {statistics.median(lengths):g} lines, 90 in 100 at most "
            f"{lengths[int(len(lengths) * 0.9)]}, {sum(n > LONG for n in lengths)} over {LONG}, longest {lengths[-1]}")
    return bool(too_long) or not lengths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
