# SPDX-License-Identifier: MIT
"""Tables from Excel workbooks: the same as from the CSV of the same table, and nothing from a broken one."""
import csv
import importlib.util
import io
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

import workbook as wb
from program import PROGRAM, ROOT, ogp

TABLE = ROOT / "examples" / "tables" / "commitments.csv"
COUNTRIES = ROOT / "examples" / "eligibility" / "countries.csv"
SHARED = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "data"
LINE = re.compile(r"^ogp: .+ \[(syntax|format|limit|io|memory|usage)\]\n$")
HAS_XLSX = "perhaps an Excel workbook" not in ogp("irm", "-", stdin=b"PK\x03\x04").err
ELI = "country,year,civil_liberties,member".split(",")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@unittest.skipUnless(HAS_XLSX, "built without workbooks")
class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name) / "table"  # told by its content, not by its name

    def same(self, command, table, book, *words):
        self.path.write_bytes(book)
        want, got = ogp(command, table, *words), ogp(command, self.path, *words)
        self.assertEqual((want.status, want.out), (got.status, got.out), command)
        self.assertEqual(want.err.replace(str(table), "FILE"), got.err.replace(str(self.path), "FILE"))
        self.assertTrue(want.out)

    def cells(self, data, **more):
        """What eligibility makes of one cell, the country of the first row."""
        header = "<row r=\"1\">" + "".join(wb.inline(t, f"{wb.letters(n)}1") for n, t in enumerate(ELI, 1)) + "</row>"
        rest = wb.inline("2021", "B2")
        result = ogp("eligibility", "-", stdin=wb.pack(wb.parts(f'{header}<row r="2">{data}{rest}</row>', **more)))
        self.assertEqual([line for line in result.err.splitlines() if "[ELI032]" not in line], [])
        return next(csv.DictReader(io.StringIO(result.out)))["country"]

    def refused(self, book, *saying, code=None):
        result = ogp("irm", "-", stdin=book if isinstance(book, bytes) else wb.pack(book))
        self.assertEqual(result.status, 2, result.err)
        self.assertRegex(result.err, LINE)
        for word in saying:
            self.assertIn(word, result.err)
        if code:
            self.assertIn(f"[{code}]", result.err)
        self.assertEqual(result.out, "")
        return result.err


class Same(Case):
    def test_every_command(self):
        for shared in (False, True):
            book = wb.from_rows(rows_of(TABLE), shared)
            for command, *words in (["irm"], ["irm", "--audit"], ["summary", "--by", "country,year"], ["smart"],
                                    ["convert", "--format", "csv"], ["convert", "--format", "ndjson"]):
                self.same(command, TABLE, book, *words)
        self.same("eligibility", COUNTRIES, wb.from_rows(rows_of(COUNTRIES)))
        self.same("irm", TABLE, TABLE.with_suffix(".xlsx").read_bytes())

    def test_published_tables(self):
        if not SHARED.exists():
            self.skipTest("no published tables here")
        for path in sorted((SHARED / "commitments").glob("*.csv")):
            with self.subTest(path.name):
                self.same("irm", path, wb.from_rows(rows_of(path), True))
        for path in sorted((SHARED / "process").glob("*.csv")):
            with self.subTest(path.name):
                self.same("cocreation", path, wb.from_rows(rows_of(path)))

    def test_openpyxl(self):
        if not importlib.util.find_spec("openpyxl"):
            self.skipTest("no openpyxl")
        import openpyxl
        made = openpyxl.Workbook()
        for row in rows_of(TABLE):
            made.active.append([int(c) if c.isdigit() and not c.startswith("0") else c or None for c in row])
        out = io.BytesIO()
        made.save(out)
        self.same("irm", TABLE, out.getvalue())

    def test_pipes_and_stored_and_zip64(self):
        rows = rows_of(TABLE)
        want = ogp("irm", TABLE).out
        book = wb.from_rows(rows)
        self.assertEqual(ogp("irm", "-", stdin=book).out, want)
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            content = {name: archive.read(name) for name in archive.namelist()}
        self.assertEqual(ogp("irm", "-", stdin=wb.pack(content, zipfile.ZIP_STORED)).out, want)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in content.items():
                with archive.open(name, "w", force_zip64=True) as part:
                    part.write(text)
        self.assertEqual(ogp("irm", "-", stdin=out.getvalue()).out, want)
        with open(self.path, "w+b") as file:  # a file as standard input, and one that was read into
            file.write(book)
            for at in (0, 10):
                file.seek(at)
                result = subprocess.run([PROGRAM, "irm", "-"], stdin=file, capture_output=True, check=False)
                self.assertEqual(result.returncode, 0 if at == 0 else 2)

    def test_rows_count_as_in_the_sheet(self):
        """A finding names the row of the sheet, past rows that the sheet leaves out and cells of several lines."""
        header = "".join(wb.inline(t, f"{wb.letters(n)}3") for n, t in enumerate(ELI, 1))
        bad = wb.inline("Peru\nLima", "A7") + wb.inline("2021", "B7") + wb.inline("99", "C7")
        err = ogp("eligibility", "-", stdin=wb.pack(wb.parts(f'<row r="3">{header}</row><row r="7">{bad}</row>'))).err
        self.assertIn("7", err)
        self.assertIn("civil_liberties", err)


class Cells(Case):
    def test_texts(self):
        for cell, want in (
            ('<c r="A2" t="s"><v>1</v></c>', "two"),
            ('<c r="A2" t="s"><v>2</v></c>', "rich text"),
            ('<c r="A2" t="s"><v>3</v></c>', "東京"),
            ('<c r="A2" t="s"><v>4</v></c>', "a\tb_x0009"),
            ('<c r="A2" t="str"><f>1+1</f><v>of a formula</v></c>', "of a formula"),
            ('<c r="A2" t="e"><v>#N/A</v></c>', "#N/A"),
            ('<c r="A2" t="b"><v>1</v></c>', "TRUE"),
            ('<c r="A2" t="b"><v>0</v></c>', "FALSE"),
            ('<c r="A2" t="d"><v>2021-12-30T00:00:00</v></c>', "2021-12-30"),
            ('<c r="A2" t="d"><v>2021-12-30T01:00:00</v></c>', "2021-12-30T01:00:00"),
            ('<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>, "b"</t></r></is></c>', 'a, "b"'),
            ('<c t="inlineStr"><is><t><![CDATA[a < b]]></t></is><extLst><ext/></extLst></c>', "a < b"),
            ('<!-- a remark --><c r="A2" t="str"><v>é &amp; &#x627;</v></c>', "é & ا"),
        ):
            shared = ("<t>one</t>", "<t>two</t>",
                      "<r><t>rich</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> text</t></r>",
                      "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>", "<t>a_x0009_b_x0009</t>")
            self.assertEqual(self.cells(cell, shared=shared), want, cell)

    def test_numbers(self):
        for stored, want in (("3", "3"), ("-3", "-3"), ("0.30000000000000004", "0.3"), ("1.0", "1"), ("1E3", "1000"),
                             ("1.5E-3", "0.0015"), ("2.9999999999999996", "3"), ("0", "0"), ("-0", "0"), ("0.0", "0"),
                             ("99999999999999999", "100000000000000000"), ("1E+300", "1E+300"), ("0.1", "0.1"),
                             ("123456789.125", "123456789.125"), ("1e-30", "1e-30"), ("9.9999999999999995E-1", "1"),
                             ("twelve", "twelve"), ("1E", "1E"), ("00012", "12"), (".5", "0.5"), ("5.", "5"), ("+7",
                                                                                                               "7")):
            self.assertEqual(self.cells(f'<c r="A2"><v>{stored}</v></c>'), want, stored)

    def test_dates(self):
        """(format, number, in the system of 1900, in that of 1904)"""
        for style, stored, want, other in (
            (14, "44560", "2021-12-30", "2025-12-31"),
            (15, "1", "1900-01-01", "1904-01-02"),
            (14, "59", "1900-02-28", "1904-02-29"),
            (14, "60", "60", "1904-03-01"),
            (14, "61", "1900-03-01", "1904-03-02"),
            (14, "0", "0", "1904-01-01"),
            (14, "2958465", "9999-12-31", "2958465"),
            (14, "2958466", "2958466", "2958466"),
            (14, "-1", "-1", "-1"),
            (22, "44560.5", "2021-12-30T12:00:00", "2025-12-31T12:00:00"),
            (22, "44560", "2021-12-30", "2025-12-31"),
            (14, "44560.999999999", "2021-12-31", "2026-01-01"),
            ("yyyy\\-mm\\-dd", "44560", "2021-12-30", "2025-12-31"),
            ("[$-409]d mmm yy;@", "44560", "2021-12-30", "2025-12-31"),
            ("mmm yyyy", "44560", "2021-12-30", "2025-12-31"),
            ("[h]:mm", "44560", "44560", "44560"),
            ("h:mm", "0.5", "0.5", "0.5"),
            ("General", "44560", "44560", "44560"),
            ("0.00", "44560", "44560", "44560"),
            ('0" days"', "44560", "44560", "44560"),
            ("#,##0;[Red]\\d0", "44560", "44560", "44560"),
            ("dd/mm/yyyy hh:mm", "44560.25", "2021-12-30T06:00:00", "2025-12-31T06:00:00"),
            (14, "soon", "soon", "soon"),
            (49, "44560", "44560", "44560"),
        ):
            cell = f'<c r="A2" s="1"><v>{stored}</v></c>'
            self.assertEqual(self.cells(cell, formats=(style,)), want, (style, stored))
            self.assertEqual(self.cells(cell, formats=(style,), properties='<workbookPr date1904="1"/>'), other,
                             (style, stored))

    def test_merged_headings(self):
        """Names that stand in a cell merged over two rows hold for the second row; groups of columns do no harm."""
        table = rows_of(TABLE)
        cells, below = "", ""
        for c, name in enumerate(table[0], 1):
            upper = c % 2
            cells += wb.inline(name if upper else "Group", f"{wb.letters(c)}1")
            below += f'<c r="{wb.letters(c)}2" s="0"/>' if upper else wb.inline(name, f"{wb.letters(c)}2")
        body = "".join(f'<row r="{r}">' +
                       "".join(wb.inline(t, f"{wb.letters(c)}{r}") for c, t in enumerate(row, 1) if t) + "</row>"
                       for r, row in enumerate(table[1:], 3))
        merges = "<mergeCells>" + "".join(f'<mergeCell ref="{wb.letters(c)}1:{wb.letters(c)}2"/>'
                                          for c in range(1, len(table[0]) + 1, 2)) + "</mergeCells>"
        got = ogp("irm", "-",
                  stdin=wb.pack(wb.parts(f'<row r="1">{cells}</row><row r="2">{below}</row>{body}', after=merges)))
        self.assertEqual(got.out, ogp("irm", TABLE).out, got.err)

    def test_sheets(self):
        rows = rows_of(COUNTRIES)
        content = wb.parts(wb.inline("not this one", "A1"))
        with zipfile.ZipFile(io.BytesIO(wb.from_rows(rows))) as archive:
            table = archive.read("xl/worksheets/sheet1.xml")
        content.update({
            "xl/workbook.xml": wb.book("Chart", ("Notes", "hidden"), "Land & Jahr", "Other"),
            "xl/_rels/workbook.xml.rels": wb.relations(
                ("rId1", "chartsheet", "chartsheets/c.xml"), ("rId2", "worksheet", "worksheets/sheet1.xml"),
                ("rId3", "worksheet", "/xl/worksheets/t.xml"), ("rId4", "worksheet", "../xl/worksheets/o.xml")),
            "xl/worksheets/t.xml": table,
            "xl/worksheets/o.xml": wb.sheet(""),
        })
        book, want = wb.pack(content), ogp("eligibility", COUNTRIES).out
        self.assertEqual(ogp("eligibility", "-", stdin=book).out, want)
        self.assertEqual(ogp("eligibility", "--sheet", "Land & Jahr", "-", stdin=book).out, want)
        empty = ogp("eligibility", "--sheet", "Other", "-", stdin=book)
        self.assertIn("empty", empty.err)
        missing = ogp("eligibility", "--sheet", "Sheet9", "-", stdin=book)
        self.assertEqual(missing.status, 2)
        self.assertIn('it has "Chart", "Notes", "Land & Jahr", "Other"', missing.err)


class Broken(Case):
    def test_archives(self):
        book = wb.from_rows(rows_of(TABLE))
        for cut in (4, 10, 30, 200, len(book) // 2, len(book) - 1, len(book) - 22):
            self.refused(book[:cut], code="syntax")
        bent = bytearray(book)
        start = book.index(b"xl/worksheets/sheet1.xml") + 24
        bent[start + 40:start + 60] = bytes(20)
        self.refused(bytes(bent), code="syntax")
        self.refused(wb.pack({"readme.txt": "x"}), "unpack it", code="format")
        self.refused(wb.pack({"content.xml": "<x/>"}), "OpenDocument", code="format")
        self.refused(b"\xD0\xCF\x11\xE0" + bytes(600), "password", code="syntax")
        self.refused(wb.pack(wb.parts(""), zipfile.ZIP_BZIP2), "packed", code="format")
        locked = bytearray(book)
        for at in [m.start() for m in re.finditer(b"PK\x01\x02", book)]:
            locked[at + 8] |= 1
        for at in [m.start() for m in re.finditer(b"PK\x03\x04", book)]:
            locked[at + 6] |= 1
        self.refused(bytes(locked), "encrypted", code="format")

    def test_claims_of_many_parts(self):
        """Records that promise parts by the million do not make room for them."""
        end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, 46, 4, 0)
        self.refused(b"PK\x03\x04" + bytes(60) + end, code="limit")
        big = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 46 << 40, 4)
        locator = struct.pack("<IIQI", 0x07064B50, 0, 64, 1)
        for count in (65535, 1):
            end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, 0xFFFFFFFF, 0xFFFFFFFF, 0)
            self.refused(b"PK\x03\x04" + bytes(60) + big + locator + end)

    def test_parts(self):
        good = wb.parts(wb.inline("x", "A1"))
        for name, saying in (("_rels/.rels", "_rels/.rels"), ("xl/workbook.xml", "xl/workbook.xml"),
                             ("[Content_Types].xml", "unpack"), ("xl/_rels/workbook.xml.rels", "workbook.xml.rels"),
                             ("xl/sharedStrings.xml", "sharedStrings"), ("xl/worksheets/sheet1.xml", "sheet1.xml"),
                             ("xl/styles.xml", "styles.xml")):
            without = {k: v for k, v in good.items() if k != name}
            self.refused(without, saying, code="format")
            self.refused(dict(good, **{name: "<a><b></a>"}) if name != "[Content_Types].xml" else without)
            if name != "[Content_Types].xml":
                self.refused(dict(good, **{name: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "DOCTYPE", code="format")
                self.refused(dict(good, **{name: "<a/>".encode("utf-16")}), "UTF-8", code="format")
                self.refused(dict(good, **{name: "<a x='" + "y" * 70000 + "'/>"}), code="limit")
                self.refused(dict(good, **{name: "<a " + " ".join(f'x{n}="1"' for n in range(300)) + "/>"}),
                             code="limit")
                self.refused(dict(good, **{name: "<a>" * 100 + "</a>" * 100}), "nested", code="limit")

    def test_relations(self):
        good = wb.parts(wb.inline("x", "A1"))
        for rows, saying in (
            ([("rId1", "worksheet", "http://127.0.0.1:1/sheet.xml", "External")], "no sheet"),
            ([("rId1", "worksheet", "/etc/passwd")], "lacks its part"),
            ([("rId1", "worksheet", "../../../../etc/passwd")], "lacks its part"),
            ([("rId9", "worksheet", "worksheets/sheet1.xml")], "no sheet"),
            ([("rId1", "chartsheet", "worksheets/sheet1.xml")], "no sheet"),
            ([("rId1", "worksheet", "workbook.xml")], "<worksheet>"),
            ([], "no sheet"),
        ):
            self.refused(dict(good, **{"xl/_rels/workbook.xml.rels": wb.relations(*rows)}), saying)
        self.refused(dict(good, **{"_rels/.rels": wb.relations(("a", "officeDocument", "xl/workbook.bin"))}),
                     "save it as CSV")
        self.refused(dict(good, **{"_rels/.rels": wb.relations()}), "save it as CSV")
        self.refused(dict(good, **{"_rels/.rels": wb.relations(("a", "officeDocument", "xl/styles.xml"))}),
                     "no Excel workbook")

    def test_cells(self):
        for data, saying in (
            ('<row r="1"><c r="XFE1"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="A99999999999"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="A0"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="1"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="a1"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="B2"><v>1</v></c></row>', "name that cannot be"),
            ('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>', ":1:2: cell B1: it comes twice"),
            ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
             ":1:1: cell A1: it comes twice, or behind"),
            ('<row r="3"><c r="C3" t="s"><v>0</v></c></row>', ":3:3: cell C3: it points past"),
            ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', "points past"),
            ('<row r="1"><c r="A1" t="s"><v>99999999999999999999</v></c></row>', "points past"),
            ('<row r="1"><c r="A1" s="7"><v>1</v></c></row>', "style"),
            ('<row r="1"><c r="A1" s="-1"><v>1</v></c></row>', "style"),
            ('<row r="2"/><row r="2"/>', "twice"),
            ('<row r="2"/><row r="1"/>', "twice"),
            ('<row r="1048577"/>', "past the last"),
            ('<row r="x"/>', "past the last"),
            ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "columns"),
            ('<row r="1">stray</row>', "text stands"),
            ('<row r="1"><c r="A1"><v>&nbsp;</v></c></row>', "not XML"),
        ):
            self.refused(wb.parts(data), saying)

    def test_limits(self):
        book = wb.from_rows(rows_of(COUNTRIES), True)
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            size = max(len(archive.read(name)) for name in archive.namelist())
        self.path.write_bytes(book)
        want = ogp("eligibility", COUNTRIES).out
        for limit, status in ((f"unpacked_bytes={size}", 0), (f"unpacked_bytes={size - 1}", 2), ("string_bytes=5", 2),
                              ("columns=3", 2), ("columns=10", 0), ("input_bytes=40", 2), ("depth=4", 2), ("depth=5",
                                                                                                           0)):
            got = ogp("eligibility", "--limit", limit, self.path)
            self.assertEqual(got.status, status if status else ogp("eligibility", COUNTRIES).status, (limit, got.err))
            if status:
                self.assertIn("[limit]", got.err, limit)
            else:
                self.assertEqual(got.out, want)

    def test_bombs(self):
        row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
        tight = wb.pack(wb.parts(row * 400000))
        self.assertLess(len(tight), 200000)
        self.refused(tight, "no table does", code="limit")
        book = bytearray(wb.pack(wb.parts(row * 20)))
        name = b"xl/worksheets/sheet1.xml"
        at = book.rindex(name) - 46  # its record in the directory
        struct.pack_into("<I", book, at + 24, 0xFFFFFFF0)
        self.refused(bytes(book), code="limit")
        struct.pack_into("<I", book, at + 24, 100)
        self.refused(bytes(book), "more than the archive says", code="limit")


if __name__ == "__main__":
    unittest.main()
