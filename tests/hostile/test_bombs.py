# SPDX-License-Identifier: MIT
"""Small inputs that would like to be dear: each is refused, in no more memory than an aim of the project allows. Times
are printed, and held to nothing: a machine may be busy."""
import io
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
sys.path.insert(0, str(ROOT / "tests" / "program"))
import workbook as wb  # noqa: E402

OGP, MEASURE = os.environ["OGP_PROGRAM"], os.environ["OGP_MEASURE"]
MOST = 16 * 1024  # KiB
DEEP = 10000
PLAN = '<plan xmlns="urn:ogp:plan:1"><id>{}</id></plan>'


def laughs(levels=10, width=10):
    entities = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * width}">' for n in range(1, levels))
    return f"<!DOCTYPE plan [{entities}]>" + PLAN.format(f"&l{levels - 1};")


def book_with(name, content):
    return wb.pack(dict(wb.parts(wb.inline("x", "A1")), **{name: content}))


def claiming(book, name, size):
    """The same archive, one part of which claims to be larger in both of its records."""
    out = bytearray(book)
    struct.pack_into("<I", out, book.rindex(name.encode()) - 46 + 24, size)
    struct.pack_into("<I", out, book.index(name.encode()) - 30 + 22, size)
    return bytes(out)


def huge_part(name, head, tail, size):
    """An archive with one part of that many zeros packed a thousandfold, made without holding it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, text in wb.parts("").items():
            if other != name:
                archive.writestr(other, text)
        with archive.open(name, "w") as part:
            part.write(head)
            for _ in range(size >> 20):
                part.write(b"a" * (1 << 20))
            part.write(tail)
    return out.getvalue()


def entries(count):
    """An archive of many empty parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(count):
            archive.writestr(f"{n}", b"")
    return out.getvalue()


ROW = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
# name, command, the code of the refusal, bytes
BOMBS = [
    ("billion laughs", "check", "format", laughs()),
    ("quadratic blow-up", "check", "format",
     f'<!DOCTYPE p [<!ENTITY a "{"x" * 50000}">]>' + PLAN.format("&a;" * 50000)),
    ("external entity, file", "check", "format",
     '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///dev/zero">]>' + PLAN.format("&a;")),
    ("external entity, network", "check", "format",
     '<!DOCTYPE p [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>' + PLAN.format("&a;")),
    ("parameter entities", "check", "format",
     '<!DOCTYPE p [<!ENTITY % a "<!ENTITY b \'c\'>"> %a;]>' + PLAN.format("&b;")),
    ("external subset", "check", "format", '<!DOCTYPE p SYSTEM "/dev/zero">' + PLAN.format("x")),
    ("deep JSON, lists", "check", "limit", '{"format":"ogp-plan/1","x":' + "[" * DEEP + "]" * DEEP + "}"),
    ("deep JSON, objects", "check", "limit", '{"format":"ogp-plan/1","x":' + '{"a":' * DEEP + "1" + "}" * DEEP + "}"),
    ("deep JSON, never closed", "check", "limit", "[" * 10 * DEEP),
    ("deep NDJSON", "smart", "limit", '{"number":"1","x":' + "[" * DEEP + "]" * DEEP + "}\n"),
    ("deep XML", "check", "limit", '<plan xmlns="urn:ogp:plan:1">' + "<a>" * DEEP + "</a>" * DEEP + "</plan>"),
    ("deep XML, never closed", "check", "limit", '<plan xmlns="urn:ogp:plan:1">' + "<a>" * DEEP),
    ("ten thousand attributes", "check", "limit",
     '<plan xmlns="urn:ogp:plan:1" ' + " ".join(f'a{n}=""' for n in range(DEEP)) + "/>"),
    ("ten thousand namespaces", "check", "limit",
     '<plan xmlns="urn:ogp:plan:1" ' + " ".join(f'xmlns:a{n}="b"' for n in range(DEEP)) + "/>"),
    ("one JSON string of 2 MiB", "check", "limit", '{"format":"ogp-plan/1","id":"' + "x" * (2 << 20) + '"}'),
    ("a quote that never closes", "irm", "limit", 'Country,_Relevant\n"' + "x" * (2 << 20)),
    ("a hundred thousand columns", "irm", "limit", "," * 100000 + "\n"),
    ("rulebook as deep", "rules", "limit", "[" * DEEP),
    ("sheet as deep", "irm", "limit", book_with("xl/worksheets/sheet1.xml", wb.sheet("<a>" * DEEP))),
    ("sheet with entities", "irm", "format", book_with("xl/worksheets/sheet1.xml", laughs())),
    ("strings with entities", "irm", "format", book_with("xl/sharedStrings.xml", laughs())),
    ("a string of 1 GB, declared", "irm", "limit",
     claiming(book_with("xl/sharedStrings.xml", wb.strings("<t>" + "a" * 900 + "</t>")), "xl/sharedStrings.xml",
              1 << 30)),
    ("a string of 1 GB, a part of a sheet", "irm", "limit",
     claiming(wb.pack(wb.parts(ROW * 10)), "xl/worksheets/sheet1.xml", 1 << 30)),
    ("a string of 200 MB, packed", "irm", "limit",
     huge_part("xl/sharedStrings.xml",
               wb.strings("<t>")[:-16].encode(), b"</t></si></sst>", 200 << 20)),
    ("zip bomb of rows", "irm", "limit", wb.pack(wb.parts(ROW * 500000))),
    ("zip bomb that lies", "irm", "limit", claiming(wb.pack(wb.parts(ROW * 500000)), "xl/worksheets/sheet1.xml", 500)),
    ("a packed string past the limit of one text", "irm", "limit",
     book_with("xl/sharedStrings.xml",
               wb.strings("<t>" + "".join(random.Random(7).choices("abcdefgh", k=1200000)) + "</t>"))),
    ("twenty thousand parts", "irm", "limit", entries(20000)),
]


def measured(command, path):
    arguments = [command, str(path)] if command != "rules" else ["rules", "--rulebook", str(path)]
    done = subprocess.run([MEASURE, OGP, *arguments], capture_output=True, timeout=600, check=False)
    *said, last = done.stderr.decode("utf-8", "replace").splitlines()
    memory, micros, status = map(int, re.fullmatch(r"measured: (\d+) (\d+) (-?\d+)", last).groups())
    return memory, micros, status, "\n".join(said)


HAS_XML = subprocess.run([OGP, "convert", "--format", "xml", str(ROOT / "examples" / "plans" / "en-clean.json")],
                         capture_output=True, check=False).returncode == 0
HAS_XLSX = b"perhaps an Excel workbook" not in subprocess.run([OGP, "irm", "-"], input=b"PK\x03\x04",
                                                              capture_output=True, check=False).stderr


class Bombs(unittest.TestCase):
    def test_refused_in_little_memory(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bomb"
            for name, command, code, bomb in BOMBS:
                given = bomb if isinstance(bomb, bytes) else bomb.encode()
                if (given[:1] == b"<" and not HAS_XML) or (given[:2] == b"PK" and not HAS_XLSX):
                    continue
                path.write_bytes(given)
                memory, micros, status, said = measured(command, path)
                print(f"{name:40} {len(given) / 1024:9.1f} KiB {memory / 1024:6.1f} MiB {micros / 1000:7.1f} ms",
                      file=sys.stderr)
                with self.subTest(name):
                    self.assertEqual(status, 2, said)
                    self.assertRegex(said, rf"^ogp: .+ \[{code}\]$")
                    self.assertLess(memory, MOST)

    def test_measure(self):
        """The measure would notice."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "big.json"
            path.write_text('{"format":"ogp-plan/1","x":[' + ",".join(["123456789"] * 900000) + "]}")
            memory, micros, status, _ = measured("convert", path)
            self.assertEqual(status, 0)
            self.assertGreater(memory, MOST)
            self.assertGreater(micros, 1000)


if __name__ == "__main__":
    unittest.main()
