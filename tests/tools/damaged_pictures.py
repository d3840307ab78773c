# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged pictures, and files under the name of another format."""

import zlib

from attack import NOTICE, Attack, cut
from damaged_docx import whole_docx
from damaged_pdf import STORED, objects, pdf
from redhead import RedHead


def chunk(kind: bytes, content: bytes, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    digest = zlib.crc32(kind + content)
    return size.to_bytes(4, "big") + kind + content + digest.to_bytes(4, "big")


def png(width: int, height: int, points: bytes = STORED) -> bytes:
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    head = chunk(b"IHDR", size + bytes([8, 0, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def web_page(document: RedHead) -> bytes:
    lines = "".join(f"<p>{text}</p>" for text, _ in document.paragraphs())
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{lines}</body></html>\n".encode()


ATTACKS = [
    Attack("png/truncated.png", "cut off", lambda: cut(png(8, 8), 0.7)),
    Attack(
        "png/huge.png",
        "claims 60,000 × 60,000 points in 80 bytes",
        lambda: png(60_000, 60_000),
    ),
    Attack(
        "png/length.png",
        "a chunk that claims 2³¹ − 1 bytes",
        lambda: png(8, 8)[:33] + chunk(b"IDAT", STORED, 2**31 - 1),
    ),
    Attack("wrong-name/pdf.docx", "PDF under a DOCX name", lambda: pdf(objects())),
    Attack("wrong-name/png.pdf", "PNG under a PDF name", lambda: png(8, 8)),
    Attack("wrong-name/html.doc", "HTML under a DOC name", lambda: web_page(NOTICE)),
    Attack("wrong-name/docx.txt", "DOCX under a TXT name", whole_docx),
    Attack(
        "wrong-name/zip.png",
        "an empty ZIP under a PNG name",
        lambda: b"PK\x05\x06" + bytes(18),
    ),
]
