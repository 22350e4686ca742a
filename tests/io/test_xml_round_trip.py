#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""JSON -> XML -> JSON is the same document, for every example and for plans made at random from the schema.

usage: test_xml_round_trip.py VERDICTS SOURCE [COUNT]
"""
import glob
import json
import pathlib
import random
import subprocess
import sys

VERDICTS, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
SCHEMA = json.loads((SOURCE / "docs/schema/ogp-plan-1.schema.json").read_text("utf-8"))
# Everything that XML treats in a way of its own.
PIECES = [
    "a", "Z", " ", "  ", "\n", "\r\n", "\r", "\t", "<", ">", "&", "&amp;", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->",
    "\\", "\\\\", "\\u0041", "\\n", "\u0001", "\u001f", "\u000b", "\u007f", "\u0085", "\u00a0", "\u2028", "\ufffe",
    "\uffff", "\ufeff", "\U0001f600", "\U0010ffff", "é", "شفافية", "\u200f", "\u2068x\u2069", "%s", "{x}", "x" * 300
]
DATES = ["", "2023-02-28", "2024-02-29", "2023", "2023-06", "2023-33~", "2023/..", "../2024?", "2020-01/2021-06-30%"]
TAGS = ["en", "ar", "fr-CA", "he", "zh-Hans-CN", "", "x-private"]


def text(rng):
    return "".join(rng.choice(PIECES) for _ in range(rng.choice([0, 1, 1, 2, 3, 6])))


def value(rng, depth=0):
    """Any JSON value."""
    kind = rng.randrange(6 if depth > 4 else 9)
    if kind < 6:
        return [
            None, True,
            rng.randint(-2**63, 2**63 - 1),
            rng.choice([0.5, -1e-9, 1.5e300, 123456.789, 1e22]),
            text(rng),
            text(rng)
        ][kind]
    if kind == 6:
        return [value(rng, depth + 1) for _ in range(rng.randint(0, 3))]
    return {text(rng): value(rng, depth + 1) for _ in range(rng.randint(0, 3))}


def unknown(rng, known):
    members = {text(rng) or "x": value(rng) for _ in range(rng.choice([0, 0, 1, 2, 3]))}
    return {k: v for k, v in members.items() if k not in known}


def made(rng, schema, depth=0):
    schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    if "const" in schema:
        return schema["const"]
    if "pattern" in schema:
        return rng.choice(DATES)
    if "oneOf" in schema:
        tags = rng.sample(TAGS, rng.randint(1, 4))
        return text(rng) if rng.random() < 0.4 or tags == [""] else {tag: text(rng) for tag in tags}
    if schema["type"] == "string":
        return text(rng)
    if schema["type"] == "array":
        return [made(rng, schema["items"], depth + 1) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
    stated = {
        k: made(rng, v, depth + 1)
        for k, v in schema["properties"].items() if rng.random() < 0.5 or k == "format"
    }
    members = list(stated.items()) + list(unknown(rng, schema["properties"]).items())
    rng.shuffle(members)
    return dict(members)


def main():
    rng = random.Random(20171204)
    documents = [made(rng, SCHEMA) for _ in range(COUNT)]
    for path in [SOURCE / "tests/io/data/maximal.json", *glob.glob(str(SOURCE / "examples/**/*.json"), recursive=True)]:
        document = json.loads(pathlib.Path(path).read_text("utf-8"))
        if isinstance(document, dict) and document.get("format") == "ogp-plan/1":
            documents.append(document)
    lines = [json.dumps(d, ensure_ascii=rng.random() < 0.3) for d in documents]
    said = subprocess.run([VERDICTS, "xml"], input="".join(line + "\n" for line in lines).encode(), capture_output=True,
                          check=True)
    verdicts = said.stdout.decode("utf-8", "replace").splitlines()
    bad = [(v, line) for v, line in zip(verdicts, lines, strict=True) if v != "ok"]
    for verdict, line in bad[:3]:
        print(f"{verdict}\n  {line[:1500]}")
    print(
        f"{len(lines)} plans through XML and back, {len(bad)} changed; {sum(map(len, lines)) // len(lines)} bytes each")
    return 1 if bad else 0


sys.exit(main())
