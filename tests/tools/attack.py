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


def deflated(byte: bytes, count: int, wbits: int = 15) -> bytes:
    """`count` times the same byte, packed; wbits as in zlib (31: gzip, -15: raw)."""
    pack = zlib.compressobj(9, zlib.DEFLATED, wbits)
    piece = byte * (1 << 20)
    out = [pack.compress(piece) for _ in range(count >> 20)]
    out += [pack.compress(piece[: count & ((1 << 20) - 1)]), pack.flush()]
    return b"".join(out)
