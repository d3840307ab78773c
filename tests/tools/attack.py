# SPDX-License-Identifier: GPL-3.0-or-later
"""What the attacks share: the notice they damage, XML that attacks its reader, bytes of bombs."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

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
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DEEP = 50_000
SECRET = "file:///etc/passwd"


@dataclass(frozen=True)
class Attack:
    """A damaged or hostile file. Big ones are made when a test runs and are never committed."""

    name: str  # path below samples/damaged
    damage: str  # in a few words, for the table
    make: Callable[[], bytes]
    big: bool = False


def of(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def cut(content: bytes, share: float = 0.6) -> bytes:
    return content[: int(len(content) * share)]


def external(root: str) -> str:
    """A document type whose entity x is a file of this machine."""
    return f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "{SECRET}">]>'


def laughs(root: str) -> str:
    """A document type whose entity a9 is ten thousand million characters."""
    entities = ['<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">']
    entities += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f"<!DOCTYPE {root} [{''.join(entities)}]>"


def nested(tag: str, inside: str, depth: int = DEEP) -> str:
    return f"<{tag}>" * depth + inside + f"</{tag.split()[0]}>" * depth


class Bomb:
    """Deflate data of pieces that repeat, made without unpacking them: each piece is packed by
    itself up to a byte's end, so that its packed form may be repeated."""

    def __init__(self, *parts: tuple[bytes, int]) -> None:
        self._packed, self.crc, self._adler, self.size = b"", 0, 1, 0
        for piece, times in parts:
            pack = zlib.compressobj(9, zlib.DEFLATED, -15)
            block = pack.compress(piece) + pack.flush(zlib.Z_FULL_FLUSH)
            self._packed += block * times
            self.size += len(piece) * times
            for _ in range(times):
                self.crc = zlib.crc32(piece, self.crc)
                self._adler = zlib.adler32(piece, self._adler)
        self._packed += b"\x03\x00"

    def raw(self) -> bytes:
        return self._packed

    def zlib(self) -> bytes:
        return b"\x78\xda" + self._packed + self._adler.to_bytes(4, "big")

    def gzip(self) -> bytes:
        tail = self.crc.to_bytes(4, "little") + (self.size & 0xFFFFFFFF).to_bytes(4, "little")
        return b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + self._packed + tail
