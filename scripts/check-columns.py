#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""No line of C or Python has more than 120 columns: check-columns.py [FOLDER-OR-FILE...]. clang-format mends one of C
with --lines=N:N, yapf one of Python."""
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
COLUMNS = 120
FOLDERS = ("bench", "bindings", "fuzz", "include", "lib", "tests", "tools")
ENDINGS = (".c", ".h", ".i", ".py", ".pyi")


def files(arguments):
    for argument in arguments or FOLDERS:
        path = ROOT / argument
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in ENDINGS)


def main(arguments):
    wide = [(path, number, len(line)) for path in files(arguments)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > COLUMNS]
    for path, number, columns in wide:
        print(f"{os.path.relpath(path, ROOT)}:{number}: {columns} columns; at most {COLUMNS} are allowed")
    return bool(wide)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
