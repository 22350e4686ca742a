#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes the full stop off the end of messages and mends in rulebook files, and nothing else.

usage: rulebook-tidy.py [--check] FILE.json...
"""
import json
import sys


def untidy(document):
    for rule in document.get("rules", []):
        for member in ("message", "mend"):
            for text in rule.get(member, {}).values():
                if text.endswith(".") and not text.endswith("..."):
                    yield text


def main(arguments):
    check = "--check" in arguments
    found = False
    for path in (a for a in arguments if a != "--check"):
        with open(path, encoding="utf-8") as file:
            source = file.read()
        for text in set(untidy(json.loads(source))):
            found = True
            for ascii_only in (False, True):
                spelled = json.dumps(text, ensure_ascii=ascii_only)
                source = source.replace(spelled, json.dumps(text[:-1], ensure_ascii=ascii_only))
            if check:
                print(f"{path}: {text}")
        if not check:
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
