#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The reader, the XSD and the RELAX NG schema give the same verdict on every XML document, broken or not.

What the schemas cannot say, and the documents here leave out: a member in a map may not bear the name of an element of
its record (both), and a text stands once in each language (RELAX NG).

usage: test_xml_parity.py VERDICTS CONVERT SOURCE [COUNT]
"""
import collections
import copy
import glob
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import mutate

VERDICTS, CONVERT, SOURCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
COUNT = int(sys.argv[4]) if len(sys.argv) > 4 else 1200
PLAN, JSON = "{urn:ogp:plan:1}", "{http://www.w3.org/2005/xpath-functions}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = [
    "id", "title", "start", "end", "lead", "name", "commitments", "commitment", "milestones", "values", "format",
    "item", "x"
]
TEXTS = ["", " ", "x", "\n  ", "true", "false", "12", "1.5e3", "01", ".5", "-0", "a\\u0001b", "\\", "نص"] + mutate.DATES
ATTRIBUTES = [(XML + "lang", v) for v in ("en", "ar", "fr-CA", "", "en_US", "x" * 9, "en ", "a-" + "b" * 60)
              ] + [("dir", "rtl"), ("dir", "ltr"), ("dir", "auto"), ("dir", "left"), ("escaped", "true"),
                   ("escaped", "false"), ("escaped", "1"), ("key", "k1"), ("key", "k2"), ("key", ""),
                   ("escaped-key", "true"), ("escaped-key", "yes"), ("lang", "en"), ("x", "1"),
                   (XML + "space", "preserve")]
ET.register_namespace("", PLAN[1:-1])
ET.register_namespace("j", JSON[1:-1])


def pick(rng, root):
    """An element below the root, with its parent and position."""
    found = [(parent, i, child) for parent in root.iter() if isinstance(parent.tag, str)
             for i, child in enumerate(parent) if isinstance(child.tag, str)]
    return rng.choice(found) if found else None


def set_text(rng, parent, at, child):
    child.text = rng.choice(TEXTS)


def remove(rng, parent, at, child):
    parent.remove(child)


def double(rng, parent, at, child):
    parent.insert(at + rng.randint(0, 1), copy.deepcopy(child))


def trade(rng, parent, at, child):
    other = rng.randrange(len(parent))
    parent[at], parent[other] = parent[other], parent[at]


def rename(rng, parent, at, child):
    child.tag = rng.choice([PLAN, PLAN, PLAN, JSON, "", "{urn:ogp:plan:2}"]) + rng.choice(NAMES)


def rename_value(rng, parent, at, child):
    child.tag = JSON + rng.choice(["map", "array", "string", "number", "boolean", "null", "x"])


def set_attribute(rng, parent, at, child):
    name, value = rng.choice(ATTRIBUTES)
    child.set(name, value)


def drop_attribute(rng, parent, at, child):
    if child.attrib:
        del child.attrib[rng.choice(sorted(child.attrib))]


def add_tail(rng, parent, at, child):
    child.tail = rng.choice([" ", "x", "\n", "&"])


def add_child(rng, parent, at, child):
    child.insert(0, ET.Element(rng.choice([PLAN, JSON]) + rng.choice(NAMES + ["string", "map"])))


def add_noise(rng, parent, at, child):
    child.insert(0, rng.choice([ET.Comment(" a comment "), ET.ProcessingInstruction("x", "y")]))


def move_up(rng, parent, at, child):
    for inner in list(child):
        child.remove(inner)
        parent.insert(at, inner)


ACTS = [
    set_text, set_text, remove, double, trade, rename, rename_value, set_attribute, set_attribute, drop_attribute,
    add_tail, add_child, add_noise, add_noise, move_up
]


def shrink(rng, root):
    for parent in list(root.iter()):
        for child in list(parent):
            if rng.random() < 0.25:
                parent.remove(child)


def mutated(rng, base):
    root = copy.deepcopy(base)
    shrink(rng, root)
    for _ in range(rng.choice([1, 1, 1, 2])):
        place = pick(rng, root)
        if place:
            rng.choice(ACTS)(rng, *place)
    if rng.random() < 0.02:
        root.set("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "urn:ogp:plan:1 x.xsd")
    if rng.random() < 0.02:
        root.tag = rng.choice(
            ["{urn:ogp:plan:2}plan", "plan", PLAN + "commitment", "{http://www.w3.org/1999/xhtml}html"])
    return root


def known_names(node, found):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "properties":
                found.update(value)
            known_names(value, found)
    return found


def beyond_schemas(root, names):
    """A member in a map with a name that the record knows."""
    return any(member.get("key") in names for parent in root.iter() if str(parent.tag).startswith(PLAN)
               for child in parent if str(child.tag).startswith(JSON) for member in child)


def repeats_language(root):
    seen = ((id(parent), child.tag, child.get(XML + "lang", "")) for parent in root.iter() for child in parent
            if isinstance(child.tag, str) and child.tag.startswith(PLAN))
    return any(n > 1 for n in collections.Counter(seen).values())


def xmllint(option, schema, files):
    """The files that the schema accepts."""
    accepted = set()
    for i in range(0, len(files), 200):
        run = subprocess.run(["xmllint", "--noout", "--nonet", option,
                              str(schema), *files[i:i + 200]], capture_output=True, check=False)
        lines = run.stderr.decode("utf-8", "replace").splitlines()
        accepted |= {line[:-len(" validates")] for line in lines if line.endswith(" validates")}
        if any("Internal error" in line for line in lines):
            sys.exit("xmllint: an internal error; the schema cannot be trusted")
    return accepted


def excerpt(tree, verdict):
    """Some lines before the place, or the beginning."""
    lines = ET.tostring(tree, "unicode").splitlines()
    at = int(verdict.split()[1].split(":")[0]) if verdict != "ok" else 10
    return "\n  ".join(lines[max(0, at - 8):at + 3])


def bases():
    paths = [SOURCE / "tests/io/data/maximal.json"] + sorted(
        glob.glob(str(SOURCE / "examples/**/*.json"), recursive=True))
    for path in paths:
        document = json.loads(pathlib.Path(path).read_text("utf-8"))
        if isinstance(document, dict) and document.get("format") == "ogp-plan/1":
            yield ET.fromstring(subprocess.run([CONVERT, str(path)], check=True, capture_output=True).stdout)


def main():
    if not shutil.which("xmllint"):
        print("skipped: xmllint is not there")
        return 77
    rng = random.Random(20110920)
    found = list(bases())
    trees = found + [mutated(rng, rng.choice(found)) for _ in range(COUNT)]
    names = known_names(json.loads((SOURCE / "docs/schema/ogp-plan-1.schema.json").read_text("utf-8")), set())
    trees = [t for t in trees if not beyond_schemas(t, names)]
    counts, wrong = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        files = [f"{folder}/{i}.xml" for i in range(len(trees))]
        for path, tree in zip(files, trees):
            ET.ElementTree(tree).write(path, encoding="utf-8", xml_declaration=True)
        said = subprocess.run([VERDICTS, "file"], input="\n".join(files).encode(), check=True,
                              capture_output=True).stdout.decode().splitlines()
        by_xsd = xmllint("--schema", SOURCE / "docs/schema/ogp-plan-1.xsd", files)
        by_rng = xmllint("--relaxng", SOURCE / "docs/schema/ogp-plan-1.rng", files)
        for path, tree, verdict in zip(files, trees, said, strict=True):
            ok = verdict == "ok"
            counts["accepted" if ok else verdict.split()[0]] += 1
            agree = (path in by_xsd) == ok and ((path in by_rng) == ok or (path in by_rng and repeats_language(tree)))
            placed = ok or not verdict.split()[1].startswith("0:")
            if not (agree and placed):
                wrong += 1
                if wrong <= 5:
                    print(
                        f"DIFFER: xsd {path in by_xsd}, rng {path in by_rng}, reader {verdict}\n"
                        f"  {excerpt(tree, verdict)}"
                    )
    print(f"{len(trees)} documents, {dict(counts)}, {wrong} differ")
    return 1 if wrong or counts["accepted"] < COUNT / 10 or counts["format"] < COUNT / 10 else 0


sys.exit(main())
