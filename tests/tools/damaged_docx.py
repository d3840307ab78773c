# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged DOCX, and files that are called one."""

import warnings
import zipfile

import minidocx
from attack import NOTICE, XML_HEAD, Attack, external, laughs, nested, of

BOMB_BYTES = 128 << 20


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


def two_documents() -> bytes:
    core = minidocx.core_xml("", "", "2023-12-01")
    entries = minidocx.parts(XML_HEAD + word("第一份正文"), core)
    entries.append(("word/document.xml", (XML_HEAD + word("第二份正文")).encode()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return minidocx.pack(entries)


def encrypted_zip(content: bytes) -> bytes:
    """The encryption bit set in every local and central header of a stored ZIP."""
    out = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(signature)
        while at >= 0:
            out[at + flags] |= 1
            at = out.find(signature, at + 4)
    return bytes(out)


def encrypted() -> bytes:
    entries = minidocx.parts(XML_HEAD + word("密码"), "")
    return encrypted_zip(minidocx.pack(entries, zipfile.ZIP_STORED))


def without_part() -> bytes:
    """document.xml is announced by the relationships and is not there."""
    entries = minidocx.parts(XML_HEAD + word("正文"), minidocx.core_xml("", "", "2023-12-01"))
    entries = [entry for entry in entries if entry[0] != "word/document.xml"]
    return minidocx.pack([*entries, ("word/styles.xml", b"<styles/>")])


def damaged_byte() -> bytes:
    """A byte of document.xml changed, its checksum not."""
    entries = minidocx.parts(XML_HEAD + word("正文"), minidocx.core_xml("", "", "2023-12-01"))
    content = minidocx.pack(entries, zipfile.ZIP_STORED)
    return content.replace("正文".encode(), "假文".encode())


def trailing() -> bytes:
    return whole_docx() + b"\n"


ATTACKS = [
    Attack("truncated.docx", "cut off; no central directory", lambda: whole_docx()[:1500]),
    Attack("not-a-docx.docx", "plain UTF-8 text under a DOCX name", of(NOTICE.text().encode())),
    Attack(
        "no-document.docx",
        "a sound ZIP without `word/document.xml`",
        lambda: minidocx.pack([("[Content_Types].xml", b"<Types/>")]),
    ),
    Attack("docx/part-missing.docx", "`word/document.xml` announced, not there", without_part),
    Attack("docx/byte-changed.docx", "a byte of the text changed, its checksum not", damaged_byte),
    Attack("docx/byte-behind.docx", "whole, and one byte more behind its end", trailing),
    Attack(
        "not-well-formed.docx",
        "`document.xml` does not close its tags",
        lambda: docx_with(XML_HEAD + word("正文<w:t>")),
    ),
    Attack("encrypted.docx", "entries marked as encrypted", encrypted),
    Attack(
        "two-documents.docx",
        "two entries `word/document.xml` with different text: never one silently",
        two_documents,
    ),
    Attack(
        "zip-slip.docx",
        "a third-party entry `../../outside.txt`",
        lambda: docx_with(XML_HEAD + word("正文"), (("../../outside.txt", b"escaped\n"),)),
    ),
    Attack(
        "bomb.docx",
        "129 KiB that unpack to 128 MiB of one letter",
        lambda: docx_with(XML_HEAD + word("a" * BOMB_BYTES)),
    ),
    Attack(
        "entity-bomb.docx",
        "nested entities, 10¹⁰ characters (billion laughs)",
        lambda: docx_with(XML_HEAD + laughs("w") + word("&a9;")),
    ),
    Attack(
        "xxe.docx",
        "external entity on `/etc/passwd`",
        lambda: docx_with(XML_HEAD + external("w") + word("&x;")),
    ),
    Attack(
        "deep-nesting.docx",
        "50,000 nested elements",
        lambda: docx_with(XML_HEAD + word(nested("w:r", "深"))),
    ),
    Attack(
        "name-\u202etxt.docx",
        "U+202E in the name, shown as `name-xcod.txt`; plain text",
        of(NOTICE.text().encode()),
    ),
]
