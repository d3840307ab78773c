# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged plain text, web pages, registers, sidecars and records."""

from codecs import BOM_UTF8, BOM_UTF16_LE

from attack import DEEP, NOTICE, XML_HEAD, Attack, external, laughs, nested, of
from ledger import RECEIVED

TEXT = NOTICE.text()
UTF16 = TEXT.encode("utf-16-le")
RECORD = "urn:guidang:record:1"
BATCH = f"""{XML_HEAD}<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="2024-01-10">本批无涉密</declaration>
</batch>
"""
GOOD_ROW = ",2023-12-04,云溪县水利局,云水函〔2023〕9号,关于检验的函,2023-12-01,,1,1,,,"
SHORT_ROW = ",2023-12-05,云溪县水利局"
OPEN_QUOTE_ROW = ',2023-12-05,云溪县水利局,"云水函,没有结束的引号,,,,,,,'
LONG_ROW = GOOD_ROW.replace("9号", "10号") + "一,二,三"


def ledger_with(series: str, last_row: str) -> bytes:
    """A good row and the last; each register has a series of numbers of its own."""
    good = GOOD_ROW.replace("〔2023〕9号", f"〔2023〕{series}9号")
    rows = [",".join(RECEIVED), f"2023-{series}1{good}", f"2023-{series}2{last_row}", ""]
    return "\r\n".join(rows).encode("utf-8-sig")


def sidecar(inside: str, doctype: str = "") -> bytes:
    return f'{XML_HEAD}{doctype}<record xmlns="{RECORD}">{inside}</record>\n'.encode()


def titled(title: str) -> str:
    return f'\n  <field name="title">{title}</field>\n'


def record(component: str) -> bytes:
    return sidecar(f'{titled("关于检验记录的通知")}  <component role="main" file="{component}"/>\n')


INCLUDE = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
SIDECARS = [
    ("sidecar-dtd", "a DTD and an external entity", sidecar(titled("&x;"), external("record"))),
    ("sidecar-laughs", "a billion laughs", sidecar(titled("&a9;"), laughs("record"))),
    ("sidecar-include", "XInclude of `/etc/passwd`", sidecar(titled(INCLUDE))),
    ("sidecar-deep", "2,000 nested elements", sidecar(nested("field", "深", 2000))),
    ("sidecar-other-root", "another root element", b"<html><title>t</title></html>\n"),
    ("sidecar-cut", "cut off", sidecar(titled("关于检验"))[:90]),
]


def with_sidecars() -> list[Attack]:
    out = []
    for number, (stem, damage, content) in enumerate(SIDECARS, 1):
        # Each document is one of its own, or they would be duplicates of each other.
        text = TEXT.replace("90号", f"90{number}号").encode()
        out.append(Attack(f"{stem}.txt", f"the document of sidecar {number}, sound", of(text)))
        out.append(Attack(f"{stem}.txt.xml", f"sidecar {number}: {damage}", of(content)))
    return out


def one_line(count: int) -> bytes:
    return ("归档" * (count // 6)).encode()


ATTACKS = [
    Attack("batch.xml", "none: declares the batch free of secrets", of(BATCH.encode())),
    Attack(
        "deep-nesting.html",
        "50,000 elements left open",
        of(b"<!DOCTYPE html><body>" + b"<b>" * DEEP + "深".encode()),
    ),
    Attack(
        "html/attributes.html",
        "one element with 2,000 attributes, one of 5,000 characters",
        lambda: (
            "<!DOCTYPE html><body><p "
            + " ".join(f"a{i}=1" for i in range(2000))
            + f" title='{'长' * 5000}'>正文</p>"
        ).encode(),
    ),
    Attack(
        "html/cut.html",
        "ends inside a tag",
        of("<!DOCTYPE html><p>正文</p><table cla".encode()),
    ),
    Attack(
        "html/million-cells.html",
        "a table of 10⁶ cells, none closed",
        lambda: b"<!DOCTYPE html><table><tr>" + b"<td>1" * 1_000_000,
        big=True,
    ),
    Attack("empty.txt", "no bytes", of(b"")),
    Attack("only-bom.txt", "a BOM and nothing else", of(BOM_UTF8)),
    Attack(
        "gb18030-cut.txt",
        "ends inside a two-byte character",
        of(TEXT.rstrip().encode("gb18030")[:-1]),
    ),
    Attack(
        "mixed-encodings.txt",
        "UTF-8, last line GB18030",
        of(TEXT.encode() + NOTICE.body[0].encode("gb18030") + b"\n"),
    ),
    Attack(
        "nul-bytes.txt",
        "NUL for one character of the text",
        of(TEXT.encode().replace("请".encode(), b"\x00\x00\x00")),
    ),
    Attack(
        "utf16-odd-length.txt",
        "UTF-16 that lacks its last byte",
        of(BOM_UTF16_LE + UTF16[:-1]),
    ),
    Attack(
        "utf16-lone-surrogate.txt",
        "U+D800 alone",
        of(BOM_UTF16_LE + UTF16 + b"\x00\xd8" + "。".encode("utf-16-le")),
    ),
    Attack("huge-one-line.txt", "1 MiB without a line end", of(one_line(1 << 20))),
    Attack(
        "txt/line-of-50-mb.txt",
        "50 MB without a line end",
        lambda: one_line(50 << 20),
        big=True,
    ),
    Attack("txt/random.txt", "64 KiB that look like noise", lambda: noise(1 << 16), big=True),
    Attack(
        "csv/million-columns.csv",
        "a row of 10⁶ columns",
        lambda: b"1," * 999_999 + b"1\r\n",
        big=True,
    ),
    Attack(
        "收文登记-open-quote.csv",
        "a register with a quotation mark that never closes, in row 3",
        of(ledger_with("10", OPEN_QUOTE_ROW)),
    ),
    Attack(
        "收文登记-short-row.csv",
        "a register with three of twelve columns in row 3; row 2 counts",
        of(ledger_with("20", SHORT_ROW)),
    ),
    Attack(
        "收文登记-long-row.csv",
        "a register with three columns too many in row 3",
        of(ledger_with("30", LONG_ROW)),
    ),
    Attack(
        "收文登记-no-heading.csv", "a register without headings", of(b"1,2,3\r\n4,5,6\r\n")
    ),
    *with_sidecars(),
    Attack(
        "record-outside/record.xml",
        "component `../../etc/passwd`",
        of(record("../../etc/passwd")),
    ),
    Attack("record-absolute/record.xml", "component `/etc/passwd`", of(record("/etc/passwd"))),
    Attack(
        "record-missing/record.xml",
        "component that does not exist",
        of(record("没有这个文件.txt")),
    ),
    Attack("record-itself/record.xml", "component is the record", of(record("record.xml"))),
]


def noise(count: int) -> bytes:
    """The same bytes on every machine."""
    state, out = 1, bytearray()
    while len(out) < count:
        state = (state * 6364136223846793005 + 1442695040888963407) & ((1 << 64) - 1)
        out += state.to_bytes(8, "little")
    return bytes(out[:count])
