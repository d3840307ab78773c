# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tutorial is made of: samples with their files, ledger row and expected outcome."""

from dataclasses import dataclass, field

from minidocx import make_docx
from redhead import BLANK, RedHead

OFFICE = "云溪县人民政府办公室"
CITY_OFFICE = "青溪市人民政府办公室"
TOWNS = "各乡镇人民政府，县政府各部门、各直属机构"


@dataclass(frozen=True)
class Sample:
    """One document: its files by path below the batch, its ledger row, its expected outcome."""

    name: str  # the ledger number, or a word for what has none
    files: dict[str, bytes] = field(default_factory=dict)
    row: dict[str, str] | None = None
    filing: str = "accepted"  # verdict with --purpose filing
    incoming: str = ""  # the same with --purpose incoming; empty: the same verdict
    why: str = ""  # the reason of a held one
    findings: str = ""


def utf8(text: str) -> bytes:
    return text.encode("utf-8")


def docx(document: RedHead, created: str) -> bytes:
    title = document.title.replace("\n", "")
    return make_docx(document.paragraphs(), title, document.signed, created)


def handling_slip(
    number: str, received: str, sender: str, document_number: str, title: str, steps: list[str]
) -> bytes:
    """文件处理单 of a received document."""
    lines = [
        BLANK * 6 + "云溪县人民政府办公室文件处理单",
        "",
        f"收文编号：{number}",
        f"收文日期：{received}",
        f"来文单位：{sender}",
        f"来文字号：{document_number}",
        f"文件标题：{title}",
        "",
        *steps,
    ]
    return utf8("\n".join(lines) + "\n")


def final_draft(document: RedHead, signer: str) -> bytes:
    """定稿: the text as signed, under the head of the drafting sheet (发文稿纸)."""
    head = [
        BLANK * 6 + "云溪县人民政府办公室发文稿纸（定稿）",
        "",
        f"文　　号：{document.number}",
        f"签　　发：同意印发。{signer}　{document.date}",
        f"核　　稿：陈××　{document.date}",
        "拟稿单位：文秘科　　拟稿人：林××",
        "",
    ]
    return utf8("\n".join(head) + "\n" + document.text())
