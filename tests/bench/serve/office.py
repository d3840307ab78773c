#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a batch of many documents whose texts are put together from sentences of real ones.

usage: office.py TEXTS COUNT OUT [SEED]

Every .txt file below TEXTS gives sentences; samples/ of this project will do. OUT becomes a batch
of COUNT received documents with a ledger. The same arguments give the same bytes.
"""

import random
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
from ledger import received_csv  # noqa: E402
from make_paper import paper_rows  # noqa: E402

YEARS = 10
SOURCES = 3  # a document keeps to a few subjects
SENTENCES = (10, 60)
DECLARATION = """<?xml version="1.0" encoding="UTF-8"?>
<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="2024-12-31">本批无涉密</declaration>
</batch>
"""
NEVER = ("绝密", "机密", "秘密", "★")  # a mark would keep the document out


def sentences_below(folder: Path) -> list[list[str]]:
    found = []
    for file in sorted(folder.rglob("*.txt")):
        text = file.read_bytes().decode("utf-8", "ignore")
        sentences = [s.strip() + "。" for s in text.split("。") if len(s.strip()) > 8]
        sentences = [s for s in sentences if not any(mark in s for mark in NEVER)]
        if sentences:
            found.append(sentences)
    if not found:
        raise SystemExit(f"no sentences below {folder}")
    return found


def write(texts: Path, count: int, out: Path, seed: int = 1) -> None:
    draw = random.Random(seed)
    known = sentences_below(texts)
    rows = paper_rows(count, 2015, YEARS, seed)
    for at, row in enumerate(rows):
        sources = [draw.choice(known) for _ in range(SOURCES)]
        body = [draw.choice(draw.choice(sources)) for _ in range(draw.randint(*SENTENCES))]
        folder = f"收文/{at // 1000:03}"
        row["文件名"] = f"{folder}/{at:06}.txt"
        del row["备注"]
        (out / folder).mkdir(parents=True, exist_ok=True)
        text = f"{row['文号']}\n\n{row['标题']}\n\n" + "\n".join(f"　　{s}" for s in body)
        end = f"\n\n{row['来文单位']}\n{row['成文日期']}\n"
        (out / row["文件名"]).write_text(text + end, encoding="utf-8")
    (out / "收文登记.csv").write_bytes(received_csv(rows))
    (out / "batch.xml").write_text(DECLARATION, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:]))
