#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes rulebook files of word lists (`text`) in lines that can be read and compared: patterns are parted at their
alternatives. What the lists say stays the same.

usage: wordlists-tidy.py [--check] FILE.json...
"""
import json
import sys

COLUMNS = 120


def alternatives(pattern):
    """The parts of "a | b (c | d)" that no bracket holds together."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(pattern):
        depth += (c == "(") - (c == ")")
        if depth == 0 and pattern.startswith(" | ", i):
            parts.append(pattern[start:i])
            start = i + 3
    return parts + [pattern[start:]]


def parted(pattern, room):
    """A pattern as several, each in a line of so many columns where its alternatives let it."""
    lines = []
    for part in alternatives(pattern):
        if lines and len(literal(f"{lines[-1]} | {part}")) < room:
            lines[-1] += " | " + part
        else:
            lines.append(part)
    return lines


def literal(value):
    return json.dumps(value, ensure_ascii=False)


def in_line(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{literal(k)}: {in_line(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(in_line(v) for v in value) + "]"
    return literal(value)


def members(value, indent, several):
    """Lines of an object's members; short ones share a line where `several` may."""
    lines, last = [], len(value) - 1
    for i, (key, member) in enumerate(value.items()):
        text = f"{literal(key)}: {written(member, indent, len(literal(key)) + 2)}" + ("," if i < last else "")
        fits = several and lines and "\n" not in lines[-1] + text
        if fits and indent + len(lines[-1]) + 1 + len(text) <= COLUMNS:
            lines[-1] += " " + text
        else:
            lines.append(text)
    return lines


def written(value, indent, before):
    """A value that begins `before` columns behind the indent."""
    line = in_line(value)
    blanks = " " * (indent + 2)
    flat = not isinstance(value, dict) or not any(isinstance(v, dict) for v in value.values())
    if not isinstance(value, (dict, list)) or (flat and indent + before + len(line) < COLUMNS and value):
        return line
    if isinstance(value, dict):
        several = flat and all(isinstance(v, list) for v in value.values())
        lines = members(value, indent + 2, several and all(len(k) < 8 for k in value))
        return "{\n" + "\n".join(blanks + one for one in lines) + "\n" + " " * indent + "}"
    if all(isinstance(v, str) for v in value):
        value = [line for pattern in value for line in parted(pattern, COLUMNS - indent - 3)]
    lines = [written(v, indent + 2, 0) for v in value]
    return "[\n" + ",\n".join(blanks + one for one in lines) + "\n" + " " * indent + "]"


def main(arguments):
    check = "--check" in arguments
    wrong = 0
    for path in [a for a in arguments if a != "--check"]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        tidy = written(json.loads(text), 0, 0) + "\n"
        if tidy != text:
            wrong += 1
            if check:
                print(f"{path}: scripts/wordlists-tidy.py writes it otherwise")
            else:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(tidy)
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
