#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes samples/damaged: small hostile or broken inputs, each named by its damage."""

import argparse
import os
import warnings
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_LE
from pathlib import Path

import minidocx
from ledger import RECEIVED
from redhead import RedHead

NOTICE = RedHead(
    organ="云溪县人民政府办公室文件",
    number="云政办发〔2023〕90号",
    title="云溪县人民政府办公室关于检验损坏文件的通知",
    to="各乡镇人民政府",
    body=("本文仅用于检验程序对损坏文件的处理。", "请按规定办理。"),
    signed="云溪县人民政府办公室",
    date="2023年12月1日",
)
BOMB_BYTES = 128 << 20
DEEP = 50_000
RECORD_HEAD = '<record xmlns="urn:guidang:record:1">\n'
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
BATCH = f"""{XML_HEAD}<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="2024-01-10">本批无涉密</declaration>
</batch>
"""


def word(text: str) -> str:
    """A word/document.xml around text, which may be markup."""
    return (
        f'<w:document xmlns:w="{minidocx.WORD_NAMESPACE}"><w:body><w:p><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


def docx_with(document: str, more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    core = minidocx.core_xml("", "", "2023-12-01")
    return minidocx.pack(minidocx.parts(document, core) + list(more))


def whole_docx() -> bytes:
    return minidocx.make_docx(NOTICE.paragraphs(), NOTICE.title, NOTICE.signed, "2023-12-01")


def entity_bomb() -> bytes:
    entities = ['<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">']
    entities += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return docx_with(XML_HEAD + f"<!DOCTYPE w [{''.join(entities)}]>" + word("&a9;"))


def external_entity() -> bytes:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return docx_with(XML_HEAD + doctype + word("&x;"))


def two_documents() -> bytes:
    core = minidocx.core_xml("", "", "2023-12-01")
    entries = minidocx.parts(XML_HEAD + word("第一份正文"), core)
    entries.append(("word/document.xml", (XML_HEAD + word("第二份正文")).encode()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return minidocx.pack(entries)


def encrypted() -> bytes:
    """The encryption bit set in every local and central header."""
    entries = minidocx.parts(XML_HEAD + word("密码"), "")
    content = bytearray(minidocx.pack(entries, zipfile.ZIP_STORED))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(signature, at + 4)
    return bytes(content)


GOOD_ROW = "2023-001,2023-12-04,云溪县水利局,云水函〔2023〕9号,关于检验的函,2023-12-01,,1,1,,,"
SHORT_ROW = "2023-002,2023-12-05,云溪县水利局"
OPEN_QUOTE_ROW = '2023-002,2023-12-05,云溪县水利局,"云水函,没有结束的引号,,,,,,,'


def ledger_with(last_row: str) -> bytes:
    return "\r\n".join([",".join(RECEIVED), GOOD_ROW, last_row, ""]).encode("utf-8-sig")


def damaged_files() -> dict[str, bytes]:
    text = NOTICE.text()
    utf16 = text.encode("utf-16-le")
    head = f'{RECORD_HEAD}  <field name="title">关于检验记录的通知</field>\n'
    return {
        "batch.xml": BATCH.encode(),
        "truncated.docx": whole_docx()[:1500],
        "not-a-docx.docx": text.encode(),
        "zip-slip.docx": docx_with(XML_HEAD + word("正文"), (("../../outside.txt", b"escaped\n"),)),
        "bomb.docx": docx_with(XML_HEAD + word("a" * BOMB_BYTES)),
        "two-documents.docx": two_documents(),
        "encrypted.docx": encrypted(),
        "no-document.docx": minidocx.pack([("[Content_Types].xml", b"<Types/>")]),
        "not-well-formed.docx": docx_with(XML_HEAD + word("正文<w:t>")),
        "entity-bomb.docx": entity_bomb(),
        "xxe.docx": external_entity(),
        "deep-nesting.docx": docx_with(XML_HEAD + word("<w:r>" * DEEP + "深" + "</w:r>" * DEEP)),
        "deep-nesting.html": b"<!DOCTYPE html><body>" + b"<b>" * DEEP + "深".encode(),
        "empty.txt": b"",
        "only-bom.txt": BOM_UTF8,
        "gb18030-cut.txt": text.rstrip().encode("gb18030")[:-1],
        "mixed-encodings.txt": text.encode() + NOTICE.body[0].encode("gb18030") + b"\n",
        "nul-bytes.txt": text.encode().replace("请".encode(), b"\x00\x00\x00"),
        "utf16-odd-length.txt": BOM_UTF16_LE + utf16[:-1],
        "utf16-lone-surrogate.txt": BOM_UTF16_LE + utf16 + b"\x00\xd8" + "。".encode("utf-16-le"),
        "huge-one-line.txt": ("归档" * ((1 << 20) // 6)).encode(),
        "ledger-open-quote.csv": ledger_with(OPEN_QUOTE_ROW),
        "ledger-short-row.csv": ledger_with(SHORT_ROW),
        "sidecar-dtd.txt": text.encode(),
        "sidecar-dtd.txt.xml": (
            f'{XML_HEAD}<!DOCTYPE record [<!ENTITY t SYSTEM "file:///etc/passwd">]>\n{RECORD_HEAD}'
            '  <field name="title">&t;</field>\n</record>\n'
        ).encode(),
        "record-outside/record.xml": (
            f'{XML_HEAD}{head}  <component role="main" file="../../etc/passwd"/>\n</record>\n'
        ).encode(),
        "record-absolute/record.xml": (
            f'{XML_HEAD}{head}  <component role="main" file="/etc/passwd"/>\n</record>\n'
        ).encode(),
        "record-missing/record.xml": (
            f'{XML_HEAD}{head}  <component role="main" file="没有这个文件.txt"/>\n</record>\n'
        ).encode(),
        "name-\u202etxt.docx": text.encode(),
    }


def write_uncommittable(out: Path) -> None:
    """Names and kinds of file that a repository cannot carry."""
    folder = os.fsencode(out)
    longest = b"name-" + b"n" * 246 + b".txt"
    for name in (b"name-\xb9\xab\xce\xc4.txt", b"name-new\nline.txt", longest):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(NOTICE.text().encode())
    (out / "link-outside.txt").symlink_to("/etc/passwd")
    (out / "link-to-itself").symlink_to("link-to-itself")
    (out / "link-to-parent").symlink_to("..")
    os.mkfifo(out / "pipe.txt")
    unreadable = out / "unreadable.txt"
    unreadable.write_bytes(b"0")
    unreadable.chmod(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--uncommittable", action="store_true", help="also links, a pipe and names git cannot carry"
    )
    arguments = parser.parse_args()
    for name, content in damaged_files().items():
        target = arguments.out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if arguments.uncommittable:
        write_uncommittable(arguments.out)


if __name__ == "__main__":
    main()
