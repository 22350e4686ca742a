#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/rules/ from rulebook/: a page a family of rules, one of editions, parameters and sources.

usage: rules-docs.py [--check]      --check writes nothing and fails when a page is out of date
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "rules"
LANGUAGES = {"en": "English", "ar": "العربية", "fr": "Français", "es": "Español"}
HEADER = "<!-- Written by scripts/rules-docs.py from rulebook/; not to be edited. -->\n\n"


def merge(into, value):
    for key, item in value.items():
        if isinstance(into.get(key), dict):
            merge(into[key], item)
        elif isinstance(into.get(key), list):
            into[key] += item
        else:
            into[key] = item


def read_rulebook():
    """The files that rulebook/meson.build lists, as one document."""
    book = {}
    listed = re.findall(r"'([\w.-]+\.json)'", (ROOT / "rulebook" / "meson.build").read_text(encoding="utf-8"))
    for name in listed:
        merge(book, json.loads((ROOT / "rulebook" / name).read_text(encoding="utf-8")))
    return book


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def in_language(code, text):
    text = cell(text)
    return f'<span dir="rtl" lang="ar">{text}</span>' if code == "ar" else text


def code(value):
    return f"`{cell(json.dumps(value, ensure_ascii=False))}`"


def source(book, keys):
    """Links to the pages of a source; a key without an address leads to the list of sources."""
    links = []
    for key in keys.split():
        if key.startswith("http"):
            links.append(f"<{key}>")
            continue
        entry = book["sources"][key]
        address = entry.get("address", f"sources.md#{key.lower()}")
        links.append(f"[{key}]({address}) {cell(entry['title'])}")
    return "; ".join(links)


def edition(name):
    return f"[{name}](editions.md#{name.lower()})"


def severity(rule):
    default = rule["severity"]["default"]
    others = [f"{word} under {edition(name)}" for name, word in rule["severity"].items() if name != "default"]
    return ", ".join([default] + others)


def rule_section(book, rule):
    facts = [("Severity", severity(rule)),
             ("Editions", ", ".join(map(edition, rule.get("editions", []))) or "all"),
             ("Status", rule["status"]),
             ("Source", source(book, rule["source"]))]
    if "note" in rule:
        facts.append(("Note", cell(rule["note"])))
    lines = [f"## {rule['id']} {rule['name']}\n"]
    lines += [f"- {name}: {fact}" for name, fact in facts]
    rows = [[LANGUAGES[c], in_language(c, rule["message"][c]), in_language(c, rule["mend"][c])] for c in LANGUAGES]
    return "\n".join(lines) + "\n\n" + table(["", "message", "what would mend it"], rows)


def family_page(book, family):
    about = book["families"][family]
    rules = sorted((r for r in book["rules"] if r["family"] == family), key=lambda r: r["id"])
    names = " · ".join(in_language(c, about["name"][c]) for c in LANGUAGES if c != "en")
    rows = [[f"[{r['id']}](#{r['id'].lower()}-{r['name']})", r["name"], r["severity"]["default"], r["status"],
             cell(r["message"]["en"])] for r in rules]
    sections = "\n".join(rule_section(book, rule) for rule in rules)
    return (f"# {about['name']['en']}: {about['prefix']}\n\n{names}\n\n" +
            table(["id", "name", "severity", "status", "message"], rows) + "\n" + sections)


def editions_page(book):
    lines = [
        "# Editions\n",
        "An edition is a version of some rules with the dates between which it holds; `by` says which date chooses it.\n"
    ]
    for name, entry in sorted(book["editions"].items()):
        lines += [f"## {name}\n", f"- {entry['name']['en']} · " +
                  " · ".join(in_language(c, entry["name"][c]) for c in LANGUAGES if c != "en"),
                  f"- Kind: {entry['kind']}, chosen by: {entry['by']}",
                  f"- Holds: {entry.get('from', 'always')} to {entry.get('to', 'now')}",
                  f"- Status: {entry['status']}", f"- Source: {source(book, entry['source'])}"]
        if "note" in entry:
            lines.append(f"- Note: {cell(entry['note'])}")
        lines.append("")
    return "\n".join(lines)


def parameters_page(book):
    rows = []
    for name, entry in sorted(book["params"].items()):
        rows.append([f"`{name}`", code(entry["value"]), code(entry["alternative"]) if "alternative" in entry else "",
                     entry["status"], source(book, entry["source"]) if "source" in entry else "",
                     cell(entry.get("note", ""))])
    return (
        "# Parameters\n\nWhat nobody could confirm, or what a portal may want otherwise: a value in force, and the other "
        "reading. A finding that rests on an unverified one says so.\n\n" +
        table(["parameter", "value", "alternative", "status", "source", "note"], rows))


def sources_page(book):
    lines = ["# Sources\n"]
    for key, entry in sorted(book["sources"].items(), key=lambda e: e[0].lower()):
        lines += [f"## {key}\n", f"- {cell(entry['title'])}"]
        if "address" in entry:
            lines.append(f"- <{entry['address']}>")
        if "note" in entry:
            lines.append(f"- {cell(entry['note'])}")
        lines.append("")
    return "\n".join(lines)


def index_page(families, book):
    rows = [[f"[{book['families'][f]['name']['en']}]({f}.md)", book["families"][f]["prefix"]] for f in families]
    return (
        "# The rules\n\nEvery rule that libogp knows, by family. `ogp rules ID` prints one. How the rulebook is written is "
        "told in [rulebook/README.md](../../rulebook/README.md).\n\n" + table(["family", "ids"], rows) +
        "\n- [Editions](editions.md): versions of the rules and their dates\n"
        "- [Parameters](parameters.md): values with another reading\n"
        "- [Sources](sources.md): where the rules are stated\n\n"
        "Status: `seen` a public page states it; `measured` recomputed from OGP's published tables; `unverified` nobody "
        "could confirm it.\n")


def pages(book):
    families = sorted(f for f in book["families"] if any(r["family"] == f for r in book["rules"]))
    yield "README.md", index_page(families, book)
    yield "editions.md", editions_page(book)
    yield "parameters.md", parameters_page(book)
    yield "sources.md", sources_page(book)
    for family in families:
        yield f"{family}.md", family_page(book, family)


def main(check):
    wanted = {name: HEADER + text.rstrip("\n") + "\n" for name, text in pages(read_rulebook())}
    stale = []
    if not check:
        PAGES.mkdir(parents=True, exist_ok=True)
    for path in PAGES.glob("*.md"):
        if path.name not in wanted:
            stale.append(path.name)
            if not check:
                path.unlink()
    for name, text in wanted.items():
        path = PAGES / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8")
    if check and stale:
        print(f"docs/rules is out of date ({', '.join(sorted(stale))}): run scripts/rules-docs.py")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] == ["--check"]))
