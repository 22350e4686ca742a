#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the texts of rulebook files as print does: no full stop at the end of messages and mends, curly apostrophes,
French signs kept on the line of the word before them. Changes nothing else; files of word lists (`text`) are left
alone.

usage: rulebook-tidy.py [--check] FILE.json...
"""
import json
import re
import sys

LANGUAGES = {"en", "ar", "fr", "es"}
NBSP = "\u00a0"
# language, what to look for, what to put there
SPELLINGS = [
    ("en", r"(?<=\w)'(?=\w|\s)", "’"),
    ("fr", r"(?<=\w)'(?=[\w{«])", "’"),
    ("fr", r" (?=[:;?!»%])", NBSP),
    ("fr", r"(?<=«) ", NBSP),
]


def spelled(language, text):
    for of, pattern, instead in SPELLINGS:
        if of == language:
            text = re.sub(pattern, instead, text)
    return text


def without_stop(text):
    return text[:-1] if text.endswith(".") and not text.endswith("...") else text


def texts(value, stops=False):
    """Pairs of a text and how it should be, of every object whose members are languages."""
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, str) and LANGUAGES <= set(value):
                yield item, spelled(name, without_stop(item) if stops else item)
            elif name != "text":
                yield from texts(item, name in ("message", "mend"))


def main(arguments):
    check = "--check" in arguments
    found = False
    for path in (a for a in arguments if a != "--check"):
        with open(path, encoding="utf-8") as file:
            source = file.read()
        for text, tidy in {(a, b) for a, b in texts(json.loads(source)) if a != b}:
            found = True
            if check:
                print(f"{path}: {text}")
            for ascii_only in (False, True):
                source = source.replace(json.dumps(text, ensure_ascii=ascii_only),
                                        json.dumps(tidy, ensure_ascii=ascii_only))
        if not check:
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
