# SPDX-License-Identifier: GPL-3.0-or-later
"""A red-head document (红头文件) by the elements of GB/T 9704-2012, as paragraphs or plain text."""

import datetime
import unicodedata
from dataclasses import dataclass

WIDTH = 28  # full-width characters a line in GB/T 9704
BLANK = "\u3000"


def chinese_date(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True)
class RedHead:
    """The elements of one document; an empty one is left out, so flaws are made by leaving out."""

    organ: str = ""  # 发文机关标志
    number: str = ""  # 发文字号, as printed
    title: str = ""  # may have line breaks, as set on the page
    to: str = ""  # 主送机关, without the colon
    body: tuple[str, ...] = ()
    signed: str = ""  # 署名
    date: str = ""  # 成文日期, as printed
    attachments: tuple[str, ...] = ()
    signer: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    note: str = ""
    appended: tuple[str, ...] = ()  # what the document issues (印发), title first
    cc: str = ""
    printed: str = ""  # 印发机关 and date, without 印发

    def paragraphs(self) -> list[tuple[str, str]]:
        out: list[tuple[str, str]] = []
        for mark in (self.copy_number, self.secrecy, self.urgency):
            if mark:
                out.append((mark, "mark"))
        if self.organ:
            out.append((self.organ, "organ"))
        number = self.number
        if self.signer:
            number += BLANK * 4 + "签发人：" + self.signer
        if number:
            out.append((number, "number"))
        out += [(line, "title") for line in self.title.split("\n") if line]
        if self.to:
            out.append((self.to + "：", "to"))
        out += [(line, "body") for line in self.body]
        out += [(line, "attachments") for line in self.attachment_note()]
        if self.signed:
            out.append((self.signed, "right"))
        if self.date:
            out.append((self.date, "right"))
        if self.note:
            out.append((f"（{self.note}）", "note"))
        out += [(line, "title" if i == 0 else "body") for i, line in enumerate(self.appended)]
        if self.cc:
            out.append((f"抄送：{self.cc}。", "imprint"))
        if self.printed:
            out.append((self.printed + "印发", "imprint"))
        return out

    def attachment_note(self) -> list[str]:
        if len(self.attachments) == 1:
            return ["附件：" + self.attachments[0]]
        first = [f"{i}.{name}" for i, name in enumerate(self.attachments, 1)]
        return [("附件：" if i == 0 else BLANK * 3) + line for i, line in enumerate(first)]

    def text(self, newline: str = "\n") -> str:
        lines: list[str] = []
        previous = ""
        for content, style in self.paragraphs():
            if style != previous and previous and style not in ("right", "number", "body"):
                lines.append("")
            if style == "right" and previous != "right":
                lines.append("")
            lines.append(laid_out(content, style))
            previous = style
        return newline.join(lines) + newline


def width(text: str) -> float:
    """In full-width characters."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def laid_out(content: str, style: str) -> str:
    if style in ("organ", "number", "title"):
        return BLANK * int(max(0, (WIDTH - width(content)) / 2)) + content
    if style == "right":
        return BLANK * int(max(0, WIDTH - 4 - width(content))) + content
    if style in ("body", "attachments", "note"):
        return BLANK * 2 + content
    return content
