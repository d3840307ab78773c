#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a ledger of documents that exist on paper only, for measuring load.

Every 文号 and 收文编号 is unique. The same arguments give the same bytes.
"""

import argparse
import datetime
import random
from pathlib import Path

import vocabulary
from ledger import received_csv


def paper_rows(count: int, first_year: int, years: int, seed: int) -> list[dict[str, str]]:
    """Rows in the order of receiving, numbered afresh each year."""
    rng = random.Random(seed)
    senders = vocabulary.organs()
    issued = sorted(
        (vocabulary.day_of(rng, first_year + i % years), i, rng.randrange(len(senders)))
        for i in range(count)
    )
    used: dict[tuple[str, int], int] = {}
    arrived = []
    for day, i, which in issued:
        sender, code = senders[which]
        used[code, day.year] = running = used.get((code, day.year), 0) + 1
        received = day + datetime.timedelta(days=rng.randint(0, 12))
        arrived.append((received, i, sender, f"{code}〔{day.year}〕{running}号", day))
    rows = []
    numbered: dict[int, int] = {}
    for received, _, sender, number, day in sorted(arrived):
        numbered[received.year] = register = numbered.get(received.year, 0) + 1
        rows.append(
            {
                "收文编号": f"{received.year}-{register:06d}",
                "收文日期": received.isoformat(),
                "来文单位": sender,
                "文号": number,
                "标题": vocabulary.title(rng, sender)[0],
                "成文日期": day.isoformat(),
                "份数": "1",
                "页数": str(rng.randint(1, 20)),
                "备注": "纸质",
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--first-year", type=int, default=2021)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="the batch folder")
    arguments = parser.parse_args()
    rows = paper_rows(arguments.rows, arguments.first_year, arguments.years, arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "收文登记.csv").write_bytes(received_csv(rows))


if __name__ == "__main__":
    main()
