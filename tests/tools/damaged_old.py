# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged DOC, XLS and RTF."""

from attack import NOTICE, Attack, cut, of
from compound import doc, xls

TEXT = "\r".join(text for text, _ in NOTICE.paragraphs()) + "\r"
SECTOR_OF_TEXT = 2  # of the first stream: table and directory come before it
ENCRYPTED = 0x1300
HUGE = 99_999_999_999_999_999_999


def rtf(inside: str) -> bytes:
    """ASCII; everything else as \\u."""
    escaped = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in inside)
    head = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\pard "
    return (head + escaped + "}").encode()


WHOLE_RTF = rtf("\\par ".join(text for text, _ in NOTICE.paragraphs()) + "\\par ")

ATTACKS = [
    Attack("doc/truncated.doc", "cut off", lambda: cut(doc(TEXT))),
    Attack("doc/head-only.doc", "the first sector and nothing else", lambda: doc(TEXT)[:512]),
    Attack("doc/encrypted.doc", "the head says encrypted", lambda: doc(TEXT, flags=ENCRYPTED)),
    Attack(
        "doc/sector-loop.doc",
        "the text's second sector is followed by its first",
        lambda: doc(TEXT, links={SECTOR_OF_TEXT + 1: SECTOR_OF_TEXT}),
    ),
    Attack(
        "doc/table-loop.doc",
        "the directory is followed by itself",
        lambda: doc(TEXT, links={1: 1}),
    ),
    Attack("doc/huge-count.doc", "claims 2³¹ − 1 characters", lambda: doc(TEXT, said=2**31 - 1)),
    Attack(
        "doc/text-beyond.doc",
        "its piece lies behind the end",
        lambda: doc(TEXT, text_at=2**29),
    ),
    Attack(
        "doc/text-in-head.doc",
        "its piece is the document's own header",
        lambda: doc(TEXT, text_at=2**30),
    ),
    Attack("doc/pieces-beyond.doc", "its table of pieces too", lambda: doc(TEXT, clx=2**30)),
    Attack("xls/truncated.xls", "cut off", lambda: cut(xls("检验"))),
    Attack("xls/encrypted.xls", "the workbook says encrypted", lambda: xls("检验", locked=True)),
    Attack(
        "xls/sector-loop.xls",
        "the workbook's second sector is followed by its first",
        lambda: xls("检验", links={SECTOR_OF_TEXT + 1: SECTOR_OF_TEXT}),
    ),
    Attack(
        "xls/string-count.xls",
        "claims 4,294,967,295 shared strings, has one",
        lambda: xls("检验", strings=2**32 - 1),
    ),
    Attack(
        "xls/string-beyond.xls",
        "a cell with a shared string of none",
        lambda: xls("检验", index=7),
    ),
    Attack("rtf/truncated.rtf", "cut off", of(cut(WHOLE_RTF))),
    Attack(
        "rtf/bin.rtf",
        "`\\bin2147483647` and eight bytes",
        lambda: rtf("检验{\\pict\\bin2147483647 12345678}"),
    ),
    Attack(
        "rtf/deep-groups.rtf",
        "20,000 groups in each other",
        lambda: rtf("{" * 20_000 + "深" + "}" * 20_000),
    ),
    Attack(
        "rtf/open-groups.rtf",
        "20,000 groups that never close",
        lambda: rtf("{" * 20_000 + "深"),
    ),
    Attack(
        "rtf/closed.rtf",
        "100 groups closed that nobody opened",
        lambda: rtf("检验" + "}" * 100),
    ),
    Attack(
        "rtf/numbers.rtf",
        "parameters that fit no integer",
        lambda: rtf(f"检验\\uc{HUGE}\\u{HUGE}?\\f-{HUGE} a"),
    ),
]
