# SPDX-License-Identifier: MIT
"""Builds Excel workbooks part by part, good ones and broken ones."""
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def letters(column):
    """1 -> A, 28 -> AB."""
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def relations(*rows):
    """Each row: id, kind, target and, where it is so, "External"."""
    body = "".join(
        f'<Relationship Id="{row[0]}" Type="{DOC}/{row[1]}" Target={quoteattr(row[2])}'
        + (f' TargetMode="{row[3]}"' if len(row) > 3 else "") + "/>" for row in rows)
    return f'{HEAD}<Relationships xmlns="{PKG}">{body}</Relationships>'


def book(*sheets, properties=""):
    """Each sheet: its name, or its name and state."""
    body = ""
    for n, sheet in enumerate(sheets, 1):
        name, state = sheet if isinstance(sheet, tuple) else (sheet, "")
        body += f'<sheet name={quoteattr(name)} sheetId="{n}"' + (f' state="{state}"'
                                                                  if state else "") + f' r:id="rId{n}"/>'
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOC}">{properties}<sheets>{body}</sheets></workbook>'


def sheet(data, after=""):
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'


def strings(*items):
    return f'{HEAD}<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"


def styles(*formats):
    """A style for each number format: an id, or a code of its own. Style 0 is General."""
    codes = [code for code in formats if isinstance(code, str)]
    own = "".join(f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(codes))
    ids = [0] + [164 + codes.index(code) if isinstance(code, str) else code for code in formats]
    xfs = "".join(f'<xf numFmtId="{n}"/>' for n in ids)
    return f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{xfs}</cellXfs></styleSheet>'


def parts(data, after="", shared=(), formats=(), properties=""):
    """The parts of a workbook of one sheet."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book("Table", properties=properties),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml"),
                                                ("rId2", "sharedStrings", "sharedStrings.xml"),
                                                ("rId3", "styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": sheet(data, after),
        "xl/sharedStrings.xml": strings(*shared),
        "xl/styles.xml": styles(*formats),
    }


def pack(content, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return out.getvalue()


def inline(text, place):
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def from_rows(rows, shared=False):
    """A workbook of texts: in the cells, or shared. Empty cells are left out, as workbooks do."""
    pool, data = {}, []
    for r, row in enumerate(rows, 1):
        cells = ""
        for c, text in enumerate(row, 1):
            place = f"{letters(c)}{r}"
            if text and shared:
                cells += f'<c r="{place}" t="s"><v>{pool.setdefault(text, len(pool))}</v></c>'
            elif text:
                cells += inline(text, place)
        data.append(f'<row r="{r}">{cells}</row>')
    return pack(parts("".join(data), shared=[f'<t xml:space="preserve">{escape(t)}</t>' for t in pool]))
