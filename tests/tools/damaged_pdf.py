# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged PDF, written object by object."""

import hashlib
import zlib

from attack import Attack, Bomb, cut

SHOW = b"BT /F1 12 Tf 72 720 Td (Guidang) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
BOX = b"/MediaBox [0 0 595 842]"
RESOURCES = b"/Resources << /Font << /F1 5 0 R >> >>"
STORED = b"\x78\x01\x01\x00\x00\xff\xff\x00\x00\x00\x01"  # zlib data of no bytes
Objects = dict[int, bytes]


def stream(content: bytes, entries: bytes = b"") -> bytes:
    length = str(len(content)).encode()
    return b"<< /Length " + length + entries + b" >>\nstream\n" + content + b"\nendstream"


def objects(content: bytes = b"", page: bytes = b"", pages: bytes = b"") -> Objects:
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: pages or b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page or b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + BOX + RESOURCES + b" >>",
        4: content or stream(SHOW),
        5: FONT,
    }


def pdf(parts: Objects, trailer: bytes = b"", start: int | None = None) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, content in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table, size = len(out), max(parts) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        known = number in places
        out += b"%010d %05d %s \n" % (places.get(number, 0), 0, b"n" if known else b"f")
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    out += b"startxref\n%d\n%%%%EOF\n" % (table if start is None else start)
    return bytes(out)


def many_pages() -> bytes:
    """A tree of 1000 x 1000: every leaf is the same page, every branch the same thousand."""
    branch = b"<< /Type /Pages /Parent 2 0 R /Kids [" + b"3 0 R " * 1000 + b"] /Count 1000 >>"
    top = b"<< /Type /Pages /Kids [" + b"6 0 R " * 1000 + b"] /Count 1000000 >>"
    return pdf(objects(pages=top) | {6: branch})


def own_pages() -> bytes:
    """Page objects of their own, with nothing on them."""
    count = 300_000
    kids = b" ".join(b"%d 0 R" % i for i in range(10, 10 + count))
    parts = objects(pages=b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % count)
    return pdf(parts | {i: b"<</Type/Page/Parent 2 0 R>>" for i in range(10, 10 + count)})


def deep_tree(depth: int = 20_000) -> bytes:
    node = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>"
    numbers = [2, *range(10, 9 + depth), 3]
    parts = objects(pages=node.replace(b"/Parent %d 0 R ", b"") % numbers[1])
    parts |= {n: node % (numbers[i], numbers[i + 2]) for i, n in enumerate(numbers[1:-1])}
    return pdf(parts)


def object_bomb() -> bytes:
    """The page tree lies in an object stream, the page 256 MiB behind it; packed twice."""
    far = 1 << 28
    head = b"2 0 3 %d " % far
    tree = objects()[2].ljust(1 << 20)
    once = Bomb((head + tree, 1), (b" " * (1 << 20), (far >> 20) - 1), (objects()[3], 1))
    entries = b" /Type /ObjStm /N 2 /First %d /Filter [/FlateDecode /FlateDecode]" % len(head)
    stored = stream(zlib.compress(once.zlib(), 9), entries)
    parts = {1: objects()[1], 4: objects()[4], 5: FONT, 6: stored}
    out = bytearray(b"%PDF-1.5\n")
    rows = {0: (0, 0, 255), 2: (2, 6, 0), 3: (2, 6, 1)}
    for number, content in parts.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    rows[7] = (1, start, 0)
    table = (rows[number] for number in range(8))
    data = b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([n]) for kind, at, n in table)
    out += b"7 0 obj\n" + stream(data, b" /Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R")
    out += b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def content_bomb() -> bytes:
    """The page's content unpacks to 1 GiB of text operators, twice packed."""
    once = Bomb((SHOW[:-2], 1), (b"(A) Tj " * (1 << 17), 1170), (b"ET", 1))
    twice = zlib.compress(once.zlib(), 9)
    return pdf(objects(stream(twice, b" /Filter [/FlateDecode /FlateDecode]")))


def huge_image() -> bytes:
    claims = b" /Type /XObject /Subtype /Image /Width 100000 /Height 100000"
    claims += b" /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    resources = b"/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + BOX + resources + b" >>"
    content = stream(SHOW + b" q 595 0 0 842 0 0 cm /I Do Q")
    return pdf(objects(content, page) | {6: stream(STORED, claims)})


def form_cycle() -> bytes:
    """A form that draws itself ten times."""
    entries = b" /Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    entries += b" /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + BOX
    page += b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
    form = stream(SHOW + b" /X Do" * 10, entries)
    return pdf(objects(stream(SHOW + b" /X Do"), page) | {6: form})


PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key: bytes, content: bytes) -> bytes:
    box, j, i, out = list(range(256)), 0, 0, bytearray()
    for n in range(256):
        j = (j + box[n] + key[n % len(key)]) & 255
        box[n], box[j] = box[j], box[n]
    j = 0
    for byte in content:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) & 255])
    return bytes(out)


def encrypted() -> bytes:
    """Standard handler, 40-bit RC4, with a user password."""
    secret, mark = (b"guidang" + PAD)[:32], b"0123456789abcdef"
    owner = rc4(hashlib.md5(secret).digest()[:5], secret)
    allowed = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(secret + owner + allowed + mark).digest()[:5]
    own = hashlib.md5(key + b"\x04\x00\x00" + b"\x00\x00").digest()[:10]
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
    values = (owner.hex().encode(), rc4(key, PAD).hex().encode(), mark.hex().encode())
    return pdf(objects(stream(rc4(own, SHOW))), entry % (*values, values[2]))


def loop_of_kids() -> bytes:
    return pdf(objects(pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"))


def xref_loop() -> bytes:
    whole = pdf(objects())
    table = whole.rfind(b"xref\n0")
    return pdf(objects(), b"/Prev %d" % table)


def deep_arrays() -> bytes:
    depth = 20_000
    return pdf(objects(b"[" * depth + b"]" * depth))


ATTACKS = [
    Attack("pdf/truncated.pdf", "cut off before its table", lambda: cut(pdf(objects()), 0.5)),
    Attack("pdf/head-only.pdf", "its first line and nothing else", lambda: b"%PDF-1.7\n"),
    Attack("pdf/encrypted.pdf", "a password to open it", encrypted),
    Attack("pdf/page-loop.pdf", "a page tree that is its own branch", loop_of_kids),
    Attack("pdf/deep-tree.pdf", "a page tree 20,000 levels deep", deep_tree, big=True),
    Attack("pdf/deep-arrays.pdf", "20,000 arrays in each other", deep_arrays),
    Attack("pdf/xref-loop.pdf", "a table that comes before itself", xref_loop),
    Attack(
        "pdf/no-pages.pdf",
        "a page tree without a page",
        lambda: pdf(objects(pages=b"<< /Type /Pages /Kids [] /Count 0 >>")),
    ),
    Attack(
        "pdf/page-count.pdf",
        "claims 2,000,000,000 pages, has one",
        lambda: pdf(objects(pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")),
    ),
    Attack("pdf/form-cycle.pdf", "a form that draws itself ten times", form_cycle),
    Attack("pdf/huge-image.pdf", "a picture that claims 100,000 × 100,000 points", huge_image),
    Attack("pdf/million-pages.pdf", "10⁶ pages in 13 KB: a tree of 1000 × 1000", many_pages),
    Attack("pdf/pages-300000.pdf", "300,000 empty pages, each an object", own_pages, big=True),
    Attack("pdf/object-bomb.pdf", "an object stream of 256 MiB, packed twice", object_bomb, big=True),
    Attack("pdf/content-bomb.pdf", "page content of 1 GiB, packed twice", content_bomb, big=True),
]
