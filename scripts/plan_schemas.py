#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the schemas of a plan, and the tables of docs/plan-format.md, from the shapes of the model.

usage: plan_schemas.py SHAPES DOCS [--check]

SHAPES is the program tests/io/shapes of a build, DOCS the folder docs. With --check nothing is written; the exit is 1
when a file is not what would be written.
"""
import json
import pathlib
import subprocess
import sys

# What ogp_edtf_parse() reads, in the part of regular expressions that JSON Schema, XML Schema and RELAX NG share.
LEAP = "([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
DAY = ("([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
       f"|{LEAP}-02-29)")
POINT = f"([0-9]{{4}}(-(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]))?|{DAY})[?~%]?"
DATE = f"({POINT}(/({POINT}|[.][.])?)?|([.][.])?/{POINT})?"
LANGUAGE = "([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?"


def anchored(pattern):
    """The whole string; "$" alone would let a final newline pass in some implementations."""
    return f"^{pattern}(?!\\n)$"


def json_type(field):
    kind = field["kind"]
    if kind == "record":
        return {"$ref": f"#/$defs/{field['shape']}"}
    if kind == "records":
        return {"type": "array", "items": {"$ref": f"#/$defs/{field['shape']}"}}
    if kind in ("strings", "dates"):
        return {"type": "array", "items": {"type": "string"} if kind == "strings" else {"$ref": "#/$defs/date"}}
    return {"type": "string"} if kind == "string" else {"$ref": f"#/$defs/{kind}"}


def json_schema(shapes, words):
    defs = {
        "date": {
            "description": "ISO 8601 or EDTF: a year, month or day, a season (21-24), quarter (33-36), third (37-39) or "
                           "half (40-41) of a year, each with ? ~ or % at the end where it is not sure, or two of them "
                           "with / between. \"\" where none is stated.",
            "type": "string",
            "pattern": anchored(DATE),
        },
        "text": {
            "description": "A string in the plan's language, or an object of strings by language. In an object \"\" stands "
                           "for the plan's language.",
            "oneOf": [
                {"type": "string"},
                {"type": "object", "propertyNames": {"pattern": anchored(LANGUAGE)}, "maxProperties": 256,
                 "additionalProperties": {"type": "string"}},
            ],
        },
    }
    for shape in shapes:
        properties = {f["name"]: {"description": words[shape["name"]][f["name"]], **json_type(f)} for f in shape["fields"]}
        defs[shape["name"]] = {"description": words[shape["name"]][""], "type": "object", "properties": properties}
    plan = defs.pop("plan")
    plan["properties"]["format"] = {"description": words["plan"]["format"], "const": "ogp-plan/1"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:ogp:schema:plan:1",
            "title": "ogp-plan/1", **plan, "required": ["format"], "$defs": defs}


def dump(document):
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


FORMS = {"string": "string", "text": "text", "date": "date", "strings": "list of strings", "dates": "list of dates"}


def form(field):
    if field["kind"] in FORMS:
        return FORMS[field["kind"]]
    link = f"[{field['shape']}](#{field['shape']})"
    return link if field["kind"] == "record" else f"list of {link}"


def member_tables(shapes, words):
    lines = []
    for shape in shapes:
        lines += [f"### {shape['name']}", "", words[shape["name"]][""], "", "| member | form | what |", "|---|---|---|"]
        lines += [f"| `{f['name']}` | {form(f)} | {words[shape['name']][f['name']]} |" for f in shape["fields"]]
        lines.append("")
    return "\n".join(lines)


def between(text, name, body):
    """Puts the body between the marks of that name."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    head, rest = text.split(start, 1)
    return head + start + "\n" + body + "\n" + end + rest.split(end, 1)[1]


def outputs(shapes, docs):
    words = json.loads((docs / "schema/ogp-plan-1.members.json").read_text("utf-8"))
    named = {s["name"]: [f["name"] for f in s["fields"]] for s in shapes}
    for name, described in words.items():
        if sorted(described) != sorted([""] + named.get(name, [])):
            sys.exit(f"ogp-plan-1.members.json: the members of {name} are {named.get(name)}")
    page = docs / "plan-format.md"
    yield docs / "schema/ogp-plan-1.schema.json", dump(json_schema(shapes, words))
    yield page, between(page.read_text("utf-8"), "members", member_tables(shapes, words))


def main():
    shapes = json.loads(subprocess.run([sys.argv[1]], check=True, capture_output=True).stdout)
    stale = 0
    for path, text in outputs(shapes, pathlib.Path(sys.argv[2])):
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale += 1
        if "--check" in sys.argv:
            print(f"{path} is not what {sys.argv[0]} writes", file=sys.stderr)
        else:
            path.write_text(text, "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


sys.exit(main())
