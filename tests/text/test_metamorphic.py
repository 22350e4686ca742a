#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same text in another spelling has the same facts: on every gold sentence.

test_metamorphic.py RUNNER FILE.jsonl...
All facts are the same in every spelling of VARIANTS and LINES. In the case variants (a whole text in capitals, or in
none) dates, durations, quantities and vague wording are, but for one text in two hundred where only a capital tells a
law or a name; bodies and deliverables rest on the capitals of names, so they are not held. Where an item begins with a
letter or number in brackets and no bullet, or a paragraph goes before, one text in two hundred may differ, whose
deliverables are weighed by what stands around. A variant is a list of the characters of the text, each with what stands
for it, so that spans can be mapped back.
"""
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
HAMZA = {"أ": "ا", "إ": "ا", "آ": "ا"}
LETTERS = re.compile("[\u0621-\u064a]")


def each(text, change):
    return [change(i, c, text) for i, c in enumerate(text)]


def arabic_follows(text, i):
    return i + 1 < len(text) and LETTERS.match(text[i]) and LETTERS.match(text[i + 1])


def presentation_forms():
    """For each Arabic letter its forms by position: isolated, final, initial, medial."""
    forms = {}
    for code in range(0xFE80, 0xFEF5):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1 and kind in ("<isolated>", "<final>", "<initial>", "<medial>"):
            forms.setdefault(chr(int(letters[0], 16)), {})[kind] = chr(code)
    return forms


FORMS = presentation_forms()


def shaped(i, c, text):
    """The letter as a shaper would write it."""
    forms = FORMS.get(c)
    if not forms:
        return c
    before = i > 0 and "<initial>" in FORMS.get(text[i - 1], ())
    after = i + 1 < len(text) and text[i + 1] in FORMS and "<initial>" in forms
    kind = "<medial>" if before and after else "<final>" if before else "<initial>" if after else "<isolated>"
    return forms.get(kind, c)


VARIANTS = {
    "nfd": lambda i, c, t: unicodedata.normalize("NFD", c),
    "arabic digits": lambda i, c, t: chr(0x660 + int(c)) if c in "0123456789" else c,
    "extended digits": lambda i, c, t: chr(0x6F0 + int(c)) if c in "0123456789" else c,
    "no-break space": lambda i, c, t: "\u00a0" if c == " " else c,
    "narrow no-break space": lambda i, c, t: "\u202f" if c == " " else c,
    "curly": lambda i, c, t: {"'": "\u2019"}.get(c, c),
    "straight": lambda i, c, t: {"\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"'}.get(c, c),
    "soft hyphen": lambda i, c, t: c + "\u00ad"
    if i % 5 == 2 and c.isalpha() and i + 1 < len(t) and t[i + 1].isalpha() else c,
    "zero width": lambda i, c, t: c + "\u200b"
    if i % 7 == 3 and c.isalpha() and i + 1 < len(t) and t[i + 1].isalpha() else c,
    "bidi": lambda i, c, t: "\u200f" + c if c == " " else c,
    "bidi isolates": lambda i, c, t: "\u2067" + c + "\u2069" if c == " " else c,
    "bidi embeddings": lambda i, c, t: "\u202b" + c + "\u202c" if c == " " else c,
    "presentation forms": shaped,
    "tatweel": lambda i, c, t: c + "\u0640"
    if i % 3 == 1 and arabic_follows(t, i) and c in "بتثجحخسشصضطظعغفقكلمنهي" else c,
    "tashkeel": lambda i, c, t: c + MARKS[i % len(MARKS)] if LETTERS.match(c) and c != "\u0640" else c,
    "no tashkeel": lambda i, c, t: "" if c in MARKS or c == "\u0640" else c,
    "hamza": lambda i, c, t: HAMZA.get(c, c),
    "alef maqsura": lambda i, c, t: "ى" if c == "ي" and (i + 1 == len(t) or not LETTERS.match(t[i + 1])) else c,
    "ta marbuta": lambda i, c, t: "ه" if c == "ة" else c,
    "dotless ya": lambda i, c, t: "ي" if c == "ى" else c,
    "farsi letters": lambda i, c, t: {"ي": "\u06cc", "ك": "\u06a9"}.get(c, c),
    "alef wasla": lambda i, c, t: "\u0671" if c == "ا" else c,
}

CASES = {
    "capitals": lambda i, c, t: c.upper() if len(c.upper()) == 1 else c,
    "small letters": lambda i, c, t: c.lower() if len(c.lower()) == 1 else c,
}
# What a list's items begin with, and how lines end: against a text that begins with a bullet and has some line ends.
LINES = {
    "line ends of two bytes": lambda i, c, t: "\r\n" if c == "\n" else c,
    "items with a dash": lambda i, c, t: "-" if i == 0 else c,
    "items with a star": lambda i, c, t: "*" if i == 0 else c,
}
LABELS = {
    "items with a letter": lambda i, c, t: "b)" if i == 0 else c,
    "items with a number": lambda i, c, t: "(iii)" if i == 0 else c,
    "behind an empty line": lambda i, c, t: "Background\n\n" if i == 0 else c if i > 1 else "",
}
HELD_IN_CASES = ("date", "duration", "quantity", "vague")


def run(runner, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([runner, file.name], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [json.loads(line)["facts"] for line in out.splitlines()]


def core(pieces):
    """For each character: the offset where it begins and where its last visible part ends."""
    starts, ends, at = [], [], 0
    for piece in pieces:
        lead = len(piece) - len(piece.lstrip("\u200f"))
        tail = len(piece) - len(piece.rstrip("\u00ad\u200b"))
        starts.append(at + lead)
        ends.append(at + len(piece) - tail)
        at += len(piece)
    return starts, ends


def mapped(facts, pieces):
    starts, ends = core(pieces)
    out = []
    for f in facts:
        first, last = f["start"], f["end"] - 1
        while last > first and pieces[last] == "":
            last -= 1
        out.append((f["type"], starts[first], ends[last], f.get("norm", "")))
    return out


def check(runner, rows, variants, held=None):
    plain, failures = run(runner, rows), 0
    for name, change in variants.items():
        pieces = [each(row["text"], change) for row in rows]
        facts = run(runner, [dict(row, text="".join(p)) for row, p in zip(rows, pieces)])
        wrong = 0
        for row, p, before, after in zip(rows, pieces, plain, facts):
            expected = mapped([f for f in before if held is None or f["type"] in held], p)
            found = [(f["type"], f["start"], f["end"], f.get("norm", "")) for f in after
                     if held is None or f["type"] in held]
            if sorted(expected) != sorted(found):
                wrong += 1
                if wrong <= 3 and "-v" in sys.argv:
                    print(name, row["id"], "".join(p), sorted(set(expected) ^ set(found)), sep="\n   ")
        print("%-22s %d of %d texts differ" % (name, wrong, len(rows)))
        failures += wrong
    return failures


def each_tenth_blank_ends_a_line(text):
    return "".join("\n" if c == " " and i % 10 == 0 else c for i, c in enumerate(text))


def main():
    rows = []
    for path in [a for a in sys.argv[2:] if a != "-v"]:
        with open(path, encoding="utf-8") as lines:
            rows += [json.loads(line) for line in lines]
    for row in rows:
        row["text"] = unicodedata.normalize("NFC", row["text"])
    rows = [{k: r[k] for k in ("id", "lang", "text")} for r in rows]
    failures = check(sys.argv[1], rows, VARIANTS)
    items = [dict(row, text="• " + each_tenth_blank_ends_a_line(row["text"])) for row in rows]
    failures += check(sys.argv[1], items, LINES)
    labelled = check(sys.argv[1], items, LABELS)
    in_cases = check(sys.argv[1], rows, CASES, HELD_IN_CASES)
    return 1 if failures or max(labelled, in_cases) > len(rows) // 100 else 0


if __name__ == "__main__":
    sys.exit(main())
