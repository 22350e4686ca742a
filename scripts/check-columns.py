#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""No line of C in lib/ or tools/ has more than 120 columns: check-columns.py [FOLDER-OR-FILE...]. clang-format mends one with
--lines=N:N."""
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
COLUMNS = 120


def files(arguments):
    for argument in arguments or ["lib", "tools"]:
        path = ROOT / argument
        yield from [path] if path.is_file() else sorted(path.rglob("*.[ch]"))


def main(arguments):
    wide = [(path, number, len(line)) for path in files(arguments)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > COLUMNS]
    for path, number, columns in wide:
        print(f"{os.path.relpath(path, ROOT)}:{number}: {columns} columns; at most {COLUMNS} are allowed")
    return bool(wide)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
