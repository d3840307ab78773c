# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged XLSX, and text and tables of OpenDocument."""

import zipfile

import minidocx
from attack import XML_HEAD, Attack, cut, external, laughs, nested, of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPENXML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>检验</t></is></c></row>'


def xlsx(
    sheet: str = SHEET_ROW, strings: str = "", doctype: str = "", before: str = "", target: str = ""
) -> bytes:
    """One sheet with these rows and, if given, shared strings; `doctype` goes into the sheet."""
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": ""}
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{OPENXML}.{kind or part}+xml"/>'
        for part, kind in kinds.items()
    )
    relation = f'<Relationship Id="r{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    inside = relation.format(1, "worksheet", target or "worksheets/sheet1.xml")
    inside += relation.format(2, "sharedStrings", "sharedStrings.xml")
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{{}}</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations.format(relation.format(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(inside),
        "xl/worksheets/sheet1.xml": f'{doctype}<worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    return minidocx.pack([(name, (XML_HEAD + text).encode()) for name, text in parts.items()])


def inline(text: str, cell: str = "A1", row: str = "1") -> str:
    return f'<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def string_bomb() -> bytes:
    """One string of 32,767 characters that ten thousand cells show: 940 MiB of text."""
    cells = '<c t="s"><v>0</v></c>' * 100
    text = "".join(chr(0x4E00 + i % 20_000) for i in range(32_767))
    return xlsx(f"<row>{cells}</row>" * 100, f"<si><t>{text}</t></si>")


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_TEXT = "application/vnd.oasis.opendocument.text"
ODF_SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def odf(kind: str, body: str, doctype: str = "", manifest: str = "") -> bytes:
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    element = "text" if kind == ODF_TEXT else "spreadsheet"
    content = (
        f'{XML_HEAD}{doctype}<office:document-content {spaces} office:version="1.2"><office:body>'
        f"<office:{element}>{body}</office:{element}></office:body></office:document-content>"
    )
    listed = (
        f'{XML_HEAD}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{manifest}</manifest:file-entry></manifest:manifest>"
    )
    parts = [("content.xml", content.encode()), ("META-INF/manifest.xml", listed.encode())]
    head = minidocx.pack([("mimetype", kind.encode())], zipfile.ZIP_STORED)
    return joined(head, minidocx.pack(parts))


def joined(first: bytes, second: bytes) -> bytes:
    """Two ZIPs as one, each entry packed as it was."""
    local, directory, count = b"", b"", 0
    for content in (first, second):
        end = content.rfind(b"PK\x05\x06")
        start = int.from_bytes(content[end + 16 : end + 20], "little")
        number = int.from_bytes(content[end + 10 : end + 12], "little")
        entries = bytearray(content[start:end])
        at = 0
        for _ in range(number):
            place = int.from_bytes(entries[at + 42 : at + 46], "little") + len(local)
            entries[at + 42 : at + 46] = place.to_bytes(4, "little")
            lengths = (entries[at + i : at + i + 2] for i in (28, 30, 32))
            at += 46 + sum(int.from_bytes(length, "little") for length in lengths)
        local, directory = local + content[:start], directory + bytes(entries)
        count += number
    end = b"PK\x05\x06\0\0\0\0" + count.to_bytes(2, "little") * 2
    end += len(directory).to_bytes(4, "little") + len(local).to_bytes(4, "little") + b"\0\0"
    return local + directory + end


PARAGRAPH = "<text:p>检验</text:p>"
ENCRYPTION = (
    '<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AAAA">'
    '<manifest:algorithm manifest:algorithm-name="Blowfish CFB"'
    ' manifest:initialisation-vector="AAAA"/></manifest:encryption-data>'
)
REPEATED = (
    '<table:table table:name="表"><table:table-row table:number-rows-repeated="1048576">'
    '<table:table-cell table:number-columns-repeated="16384"><text:p>检验</text:p>'
    "</table:table-cell></table:table-row></table:table>"
)
SPACES = f'<text:p>一<text:s text:c="{2**31 - 1}"/>二</text:p>'
DIMENSION = '<dimension ref="A1:XFD1048576"/>'


ATTACKS = [
    Attack("xlsx/truncated.xlsx", "cut off", lambda: cut(xlsx())),
    Attack(
        "xlsx/no-sheet.xlsx",
        "the sheet it announces is not there",
        lambda: xlsx(target="no.xml"),
    ),
    Attack(
        "xlsx/outside.xlsx",
        "sheet at `../../../etc/passwd`",
        lambda: xlsx(target="../../../etc/passwd"),
    ),
    Attack(
        "xlsx/xxe.xlsx",
        "external entity on `/etc/passwd`",
        lambda: xlsx(inline("&x;"), doctype=external("worksheet")),
    ),
    Attack(
        "xlsx/entity-bomb.xlsx",
        "billion laughs in a cell",
        lambda: xlsx(inline("&a9;"), doctype=laughs("worksheet")),
    ),
    Attack("xlsx/deep-nesting.xlsx", "50,000 nested elements", lambda: xlsx(nested("c", "深"))),
    Attack(
        "xlsx/string-bomb.xlsx",
        "a long shared string in 10,000 cells: 940 MiB",
        string_bomb,
        big=True,
    ),
    Attack(
        "xlsx/string-number.xlsx",
        "a cell with shared string 4294967295 of none",
        lambda: xlsx('<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>'),
    ),
    Attack(
        "xlsx/dimension.xlsx",
        "claims 2²⁰ rows of 16,384 cells; one in the last corner",
        lambda: xlsx(inline("检验", "XFD1048576", "1048576"), before=DIMENSION),
    ),
    Attack(
        "xlsx/cell-beyond.xlsx",
        "cell `ZZZ999999999`",
        lambda: xlsx(inline("检验", "ZZZ999999999", "999999999")),
    ),
    Attack(
        "xlsx/cell-overflow.xlsx",
        "cell `A99999999999999999999`, row the same",
        lambda: xlsx(inline("检验", "A99999999999999999999", "99999999999999999999")),
    ),
    Attack("odt/truncated.odt", "cut off", lambda: cut(odf(ODF_TEXT, PARAGRAPH))),
    Attack(
        "odt/xxe.odt",
        "external entity on `/etc/passwd`",
        lambda: odf(ODF_TEXT, "<text:p>&x;</text:p>", external("office:document-content")),
    ),
    Attack(
        "odt/entity-bomb.odt",
        "billion laughs",
        lambda: odf(ODF_TEXT, "<text:p>&a9;</text:p>", laughs("office:document-content")),
    ),
    Attack(
        "odt/deep-nesting.odt",
        "50,000 nested spans",
        lambda: odf(ODF_TEXT, "<text:p>" + nested("text:span", "深") + "</text:p>"),
    ),
    Attack("odt/blanks.odt", "a count of 2³¹ − 1 blanks", lambda: odf(ODF_TEXT, SPACES)),
    Attack(
        "odt/encrypted.odt",
        "the manifest says encrypted",
        lambda: odf(ODF_TEXT, PARAGRAPH, manifest=ENCRYPTION),
    ),
    Attack(
        "odt/no-content.odt",
        "without `content.xml`",
        lambda: minidocx.pack([("mimetype", ODF_TEXT.encode())], zipfile.ZIP_STORED),
    ),
    Attack(
        "ods/repeated.ods",
        "a cell repeated 16,384 times in a row repeated 2²⁰ times",
        lambda: odf(ODF_SHEET, REPEATED),
    ),
]
