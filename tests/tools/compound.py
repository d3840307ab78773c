# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes compound files (OLE2) with the smallest DOC and XLS in them."""

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096  # below this a stream would go to the mini stream, so all are padded


def number(value: int, width: int = 4) -> bytes:
    return value.to_bytes(width, "little")


def directory_entry(name: str, kind: int, next_to: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + number(len(raw), 2) + bytes([kind, 1])
    head += number(FREE) + number(next_to) + number(child) + bytes(36)
    return head + number(start) + number(size, 8)


def compound(streams: dict[str, bytes], links: dict[int, int] | None = None) -> bytes:
    """One level of streams, at most two; `links` overrides entries of the sector table."""
    table: list[int] = [TABLE, END]  # sector 0 the table, sector 1 the directory
    starts, body = [], b""
    for content in streams.values():
        padded = content.ljust(max(SMALLEST, -(-len(content) // SECTOR) * SECTOR), b"\0")
        starts.append(len(table))
        count = len(padded) // SECTOR
        table += [*range(len(table) + 1, len(table) + count), END]
        body += padded
    assert len(table) <= SECTOR // 4, "one sector of table is enough here"
    for at, value in (links or {}).items():
        table[at] = value
    table += [FREE] * (SECTOR // 4 - len(table))
    entries = directory_entry("Root Entry", 5, FREE, 1, END, 0)
    for index, (name, content) in enumerate(streams.items()):
        other = 2 if index == 0 and len(streams) > 1 else FREE
        size = max(len(content), SMALLEST)
        entries += directory_entry(name, 2, other, FREE, starts[index], size)
    entries = entries.ljust(SECTOR, b"\0")
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += number(0x3E, 2) + number(3, 2) + b"\xfe\xff" + number(9, 2) + number(6, 2) + bytes(6)
    head += number(0) + number(1) + number(1) + number(0) + number(SMALLEST)
    head += number(END) + number(0) + number(END) + number(0) + number(0) + number(FREE) * 108
    return head + b"".join(map(number, table)) + entries + body


TEXT_AT = 0x600  # behind the head of WordDocument


def doc(
    text: str,
    *,
    said: int | None = None,
    text_at: int = TEXT_AT,
    flags: int = 0x1200,
    clx: int = 0,
    links: dict[int, int] | None = None,
) -> bytes:
    """Word 97 with its text as one piece of UTF-16; `said` is the length it claims, `text_at` where
    the piece says it is, `clx` where the head says the pieces are."""
    count = len(text) if said is None else said
    pieces = number(0) + number(count) + number(0, 2) + number(text_at) + number(0, 2)
    table = b"\x02" + number(len(pieces)) + pieces
    fib = bytearray(TEXT_AT)
    fields = {
        0x00: number(0xA5EC, 2) + number(0xC1, 2) + number(0, 2) + number(0x804, 2),
        0x0A: number(flags, 2) + number(0xBF, 2),
        0x20: number(14, 2),
        0x3E: number(22, 2),
        0x4C: number(count),
        0x98: number(0x5D, 2),
        0x01A2: number(clx) + number(len(table)),
    }
    for at, value in fields.items():
        fib[at : at + len(value)] = value
    content = bytes(fib) + text.encode("utf-16-le")
    return compound({"WordDocument": content, "1Table": table}, links)


def record(kind: int, content: bytes = b"") -> bytes:
    return number(kind, 2) + number(len(content), 2) + content


def begin(kind: int) -> bytes:
    parts = (0x0600, kind, 0x0DBB, 0x07CC)
    return record(0x0809, b"".join(number(part, 2) for part in parts) + bytes(8))


def xls(
    text: str,
    *,
    strings: int = 1,
    index: int = 0,
    locked: bool = False,
    links: dict[int, int] | None = None,
) -> bytes:
    """BIFF8 with one sheet and one cell that shows shared string `index`; `strings` is the count
    that their table claims."""
    head = begin(5) + (record(0x002F, number(1, 2) * 3 + bytes(48)) if locked else b"")
    encoded = number(len(text), 2) + b"\x01" + text.encode("utf-16-le")
    shared = record(0x00FC, number(strings) * 2 + encoded)
    name = b"\x02\x01" + "检验".encode("utf-16-le")
    sheet_at = len(head) + 4 + 6 + len(name) + len(shared) + 4
    bound = record(0x0085, number(sheet_at) + b"\0\0" + name)
    cell = record(0x00FD, bytes(6) + number(index))
    book = head + bound + shared + record(0x000A)
    return compound({"Workbook": book + begin(0x10) + cell + record(0x000A)}, links)
