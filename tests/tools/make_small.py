#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes many small documents that cost next to nothing to process, for killing runs half way.

Prints what is in the batch as one JSON line. The same arguments give the same bytes.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import vocabulary
from ledger import received_csv
from redhead import RedHead, chinese_date

FOLDER_SIZE = 500
YEAR = 2023


def small_document(rng: random.Random, index: int, dated: bool, attached: bool) -> RedHead:
    sender, code = rng.choice(vocabulary.organs())
    title, _ = vocabulary.title(rng, sender)
    return RedHead(
        number=f"{code}〔{YEAR}〕{index}号",
        title=title,
        to=vocabulary.OFFICE,
        body=tuple(vocabulary.sentence(rng) for _ in range(rng.randint(1, 3))),
        attachments=("情况统计表",) if attached else (),
        signed=sender,
        date=chinese_date(vocabulary.day_of(rng, YEAR)) if dated else "",
    )


def small_batch(count: int, seed: int) -> tuple[dict[str, bytes], Counter[str]]:
    """Files by path, and how many documents there are of each kind."""
    rng = random.Random(seed)
    files: dict[str, bytes] = {}
    kinds: Counter[str] = Counter()
    rows: list[dict[str, str]] = []
    originals: list[bytes] = []
    for index in range(1, count + 1):
        stem = f"收文/{(index - 1) // FOLDER_SIZE:03d}/{index:06d}"
        kinds["documents"] += 1
        if originals and rng.random() < 0.04:
            files[f"{stem}.txt"] = rng.choice(originals)
            kinds["duplicates"] += 1
            continue
        dated, attached, listed = rng.random() > 0.04, rng.random() < 0.1, rng.random() < 0.7
        document = small_document(rng, index, dated, attached)
        content = document.text().encode("utf-8" if rng.random() < 0.8 else "gb18030")
        files[f"{stem}.txt"] = content
        if attached:
            table = "附件\n情况统计表\n" + vocabulary.sentence(rng) + f"\n编号{index}\n"
            files[f"{stem}_附件1.txt"] = table.encode()
        else:
            originals.append(content)
        kinds["undated"] += not dated
        kinds["attachments"] += attached
        kinds["in_ledger"] += listed
        if listed:
            rows.append(
                {
                    "收文编号": f"{YEAR}-{index:06d}",
                    "收文日期": f"{YEAR}-12-31",
                    "来文单位": document.signed,
                    "文号": document.number,
                    "标题": document.title,
                    "份数": "1",
                    "页数": "1",
                    "文件名": f"{stem}.txt",
                }
            )
    files["收文登记.csv"] = received_csv(rows)
    return files, kinds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="the batch folder")
    arguments = parser.parse_args()
    files, kinds = small_batch(arguments.count, arguments.seed)
    for path, content in files.items():
        target = arguments.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    print(json.dumps({"files": len(files), **kinds}))


if __name__ == "__main__":
    main()
