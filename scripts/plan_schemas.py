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
DAY = (
    "([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
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
                {
                    "type": "object", "propertyNames": {"pattern": anchored(LANGUAGE), "maxLength": 63},
                    "maxProperties": 256, "additionalProperties": {"type": "string"}
                },
            ],
        },
    }
    for shape in shapes:
        properties = {
            f["name"]: {"description": words[shape["name"]][f["name"]], **json_type(f)}
            for f in shape["fields"]
        }
        defs[shape["name"]] = {"description": words[shape["name"]][""], "type": "object", "properties": properties}
    plan = defs.pop("plan")
    plan["properties"]["format"] = {"description": words["plan"]["format"], "const": "ogp-plan/1"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:ogp:schema:plan:1",
            "title": "ogp-plan/1", **plan, "required": ["format"], "$defs": defs}


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PLAN, JSON = "urn:ogp:plan:1", "http://www.w3.org/2005/xpath-functions"
NUMBER = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?"


def indented(lines, by):
    return ["  " * by + line for line in lines]


def quoted(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def documented(text):
    return f"<xs:annotation><xs:documentation>{quoted(text)}</xs:documentation></xs:annotation>"


def members(shape):
    """Of the XML form: the namespace says the format."""
    return [f for f in shape["fields"] if f["name"] != "format"]


def texts_of(shape):
    return [f["name"] for f in shape["fields"] if f["kind"] == "text"]


def xsd_unique(owner, shape):
    """Each language once: a text without one is in the plan's own."""
    for name in texts_of(shape):
        yield f'<xs:unique name="{owner}.{name}"><xs:selector xpath="p:{name}"/><xs:field xpath="@xml:lang"/></xs:unique>'


def xsd_element(owner, name, shape, occurs, words=None):
    lines = [documented(words)] if words else []
    lines += xsd_unique(f"{owner}.{name}", shape)
    tag = f'<xs:element name="{name}" type="{shape["name"]}"{occurs}'
    return [tag + ">", *indented(lines, 1), "</xs:element>"] if lines else [tag + "/>"]


def xsd_list(shape, field, shapes, words):
    many = ' minOccurs="0" maxOccurs="unbounded"'
    if field["kind"] == "records":
        item = xsd_element(f"{shape['name']}.{field['name']}", field["item"], shapes[field["shape"]], many)
    else:
        item = [f'<xs:element name="{field["item"]}" type="{field["kind"][:-1]}"{many}/>']
    return [f'<xs:element name="{field["name"]}" minOccurs="0">', "  " + documented(words),
            "  <xs:complexType><xs:sequence>", *indented(item, 2), "  </xs:sequence></xs:complexType>", "</xs:element>"]


def xsd_field(shape, field, shapes, words):
    if field["kind"] in ("strings", "dates", "records"):
        return xsd_list(shape, field, shapes, words)
    if field["kind"] == "record":
        return xsd_element(shape["name"], field["name"], shapes[field["shape"]], ' minOccurs="0"', words)
    occurs = ' minOccurs="0" maxOccurs="unbounded"' if field["kind"] == "text" else ' minOccurs="0"'
    return [
        f'<xs:element name="{field["name"]}" type="{field["kind"]}"{occurs}>', "  " + documented(words), "</xs:element>"
    ]


def xsd_type(shape, shapes, words):
    lines = [f'<xs:complexType name="{shape["name"]}">', "  " + documented(words[shape["name"]][""]), "  <xs:sequence>"]
    for field in members(shape):
        lines += indented(xsd_field(shape, field, shapes, words[shape["name"]][field["name"]]), 2)
    lines += ['    <xs:element ref="j:map" minOccurs="0"/>', "  </xs:sequence>"]
    if shape["name"] == "plan":
        lines += ['  <xs:attribute ref="xml:lang"/>', '  <xs:attribute name="dir" type="direction"/>']
    return lines + ["</xs:complexType>"]


def xsd(shapes, words):
    named = {s["name"]: s for s in shapes}
    lines = [f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{PLAN}" xmlns:p="{PLAN}" xmlns:j="{JSON}"',
             f'    targetNamespace="{PLAN}" elementFormDefault="qualified">',
             '  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>',
             f'  <xs:import namespace="{JSON}" schemaLocation="json-in-xml.xsd"/>']
    lines += indented(xsd_element("document", "plan", named["plan"], ""), 1)
    lines += indented([
        '<xs:simpleType name="direction"><xs:restriction base="xs:string"><xs:enumeration value="ltr"/>'
        '<xs:enumeration value="rtl"/><xs:enumeration value="auto"/></xs:restriction></xs:simpleType>',
        f'<xs:simpleType name="date"><xs:restriction base="xs:string"><xs:pattern value="{DATE}"/></xs:restriction></xs:simpleType>',
        '<xs:complexType name="string"><xs:simpleContent><xs:extension base="xs:string">',
        '  <xs:attribute name="escaped" type="j:flag"/>', "</xs:extension></xs:simpleContent></xs:complexType>",
        '<xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string">',
        '  <xs:attribute ref="xml:lang"/>', '  <xs:attribute name="dir" type="direction"/>',
        '  <xs:attribute name="escaped" type="j:flag"/>', "</xs:extension></xs:simpleContent></xs:complexType>"
    ], 1)
    for shape in shapes:
        lines += indented(xsd_type(shape, named, words), 1)
    return HEAD + "\n".join(lines + ["</xs:schema>", ""])


def xml_xsd():
    return HEAD + f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" default="">
    <xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="{LANGUAGE}"/><xs:maxLength value="63"/></xs:restriction></xs:simpleType>
  </xs:attribute>
</xs:schema>
"""


def json_xsd():
    """JSON in XML as XPath 3.1 has it, in the strict form that libogp reads and writes."""
    kinds = ["map", "array", "string", "number", "boolean", "null"]
    lines = [
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{JSON}" xmlns:j="{JSON}"',
        f'    targetNamespace="{JSON}" elementFormDefault="qualified">',
        '  <xs:simpleType name="flag"><xs:restriction base="xs:string"><xs:enumeration value="true"/>'
        '<xs:enumeration value="false"/></xs:restriction></xs:simpleType>',
        '  <xs:simpleType name="number-text"><xs:restriction base="xs:string"><xs:pattern value="' + NUMBER +
        '"/></xs:restriction></xs:simpleType>',
        '  <xs:simpleType name="nothing"><xs:restriction base="xs:string"><xs:maxLength value="0"/></xs:restriction></xs:simpleType>',
        '  <xs:attributeGroup name="key"><xs:attribute name="key" type="xs:string" use="required"/>'
        '<xs:attribute name="escaped-key" type="flag"/></xs:attributeGroup>'
    ]
    unique = '<xs:unique name="{}"><xs:selector xpath="*"/><xs:field xpath="@key"/></xs:unique>'
    bodies = {"map": "map-content", "array": "array-content"}
    simple = {"string": "xs:string", "number": "number-text", "boolean": "flag", "null": "nothing"}
    for keyed in (False, True):
        tail = "-member" if keyed else ""
        group = '<xs:attributeGroup ref="key"/>' if keyed else ""
        for kind, base in simple.items():
            escaped = '<xs:attribute name="escaped" type="flag"/>' if kind == "string" else ""
            lines.append(
                f'  <xs:complexType name="{kind}{tail}"><xs:simpleContent><xs:extension base="{base}">{escaped}{group}'
                "</xs:extension></xs:simpleContent></xs:complexType>")
        for kind, body in bodies.items():
            lines.append(
                f'  <xs:complexType name="{kind}{tail}"><xs:group ref="{body}" minOccurs="0" maxOccurs="unbounded"/>{group}</xs:complexType>'
            )
    for body, tail in (("map-content", "-member"), ("array-content", "")):
        lines.append(f'  <xs:group name="{body}"><xs:choice>')
        for kind in kinds:
            inner = unique.format("key-in-" + body) if kind == "map" else ""
            lines.append(f'    <xs:element name="{kind}" type="{kind}{tail}">{inner}</xs:element>')
        lines.append("  </xs:choice></xs:group>")
    lines.append('  <xs:element name="map" type="map">' + unique.format("key") + "</xs:element>")
    return HEAD + "\n".join(lines + ["</xs:schema>", ""])


def rng_field(field):
    name, kind = field["name"], field["kind"]
    if kind in ("strings", "dates", "records"):
        ref = field["shape"] if kind == "records" else kind[:-1]
        return [
            f'<optional><element name="{name}"><zeroOrMore><element name="{field["item"]}"><ref name="{ref}"/></element></zeroOrMore>'
            "</element></optional>"
        ]
    ref = field["shape"] if kind == "record" else kind
    many = "zeroOrMore" if kind == "text" else "optional"
    return [f'<{many}><element name="{name}"><ref name="{ref}"/></element></{many}>']


def rng(shapes):
    lang = f'<data type="string"><param name="pattern">{LANGUAGE}</param><param name="maxLength">63</param></data>'
    direction = "<choice><value>ltr</value><value>rtl</value><value>auto</value></choice>"
    flag = '<choice><value type="string">true</value><value type="string">false</value></choice>'
    flag_attribute = '<optional><attribute name="escaped">' + flag + "</attribute></optional>"
    marks = [
        f'<optional><attribute name="xml:lang">{lang}</attribute></optional>',
        f'<optional><attribute name="dir">{direction}</attribute></optional>'
    ]
    lines = [
        f'<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{PLAN}" xmlns:j="{JSON}"',
        '    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">',
        '  <start><element name="plan"><ref name="plan"/></element></start>',
        f'  <define name="date"><data type="string"><param name="pattern">{DATE}</param></data></define>',
        f'  <define name="string">{flag_attribute}<text/></define>',
        '  <define name="text">' + "".join(marks) + flag_attribute + "<text/></define>"
    ]
    for shape in shapes:
        lines.append(f'  <define name="{shape["name"]}">')
        if shape["name"] == "plan":
            lines += indented(marks + ['<optional><attribute name="xsi:schemaLocation"/></optional>'], 2)
        for field in members(shape):
            lines += indented(rng_field(field), 2)
        lines += ['    <optional><element name="j:map"><ref name="json-map"/></element></optional>', "  </define>"]
    key = ('<attribute name="key"/><optional><attribute name="escaped-key">' + flag + "</attribute></optional>")
    values = {
        "map": '<ref name="json-map"/>', "array": '<ref name="json-array"/>', "string": flag_attribute + "<text/>",
        "number": f'<data type="string"><param name="pattern">{NUMBER}</param></data>', "boolean": flag,
        "null": "<empty/>"
    }
    for name, attributes in (("json-map", key), ("json-array", "")):
        lines.append(f'  <define name="{name}"><zeroOrMore><choice>')
        lines += [f'    <element name="j:{kind}">{attributes}{body}</element>' for kind, body in values.items()]
        lines.append("  </choice></zeroOrMore></define>")
    return HEAD + "\n".join(lines + ["</grammar>", ""])


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
    yield docs / "schema/ogp-plan-1.xsd", xsd(shapes, words)
    yield docs / "schema/xml.xsd", xml_xsd()
    yield docs / "schema/json-in-xml.xsd", json_xsd()
    yield docs / "schema/ogp-plan-1.rng", rng(shapes)
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
