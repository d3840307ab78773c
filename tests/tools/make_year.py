#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the year of an invented office around real documents, as they may have been received.

The year is the one most documents were made in; its documents come first, then older ones that
arrive late, then undated ones. Texts, titles, numbers and dates are those of the source; receiving
dates, register numbers and everything issued are invented. The same arguments give the same bytes.
"""

import argparse
import csv
import datetime
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import vocabulary
from ledger import issued_csv, received_csv
from minidocx import make_docx
from redhead import RedHead, chinese_date
from tutorial_model import final_draft

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SENDER = re.compile(
    r"^(.{2,40}?(?:委员会|人民政府|办公厅|办公室|部|局|院|会|署|省|市|县|区))(?=关于|印发|转发)"
)
DECLARATION = """<?xml version="1.0" encoding="UTF-8"?>
<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="{year}-12-31">本批无涉密</declaration>
</batch>
"""


@dataclass(frozen=True)
class Source:
    """One document of the corpus; values found by pattern lose their mark (~)."""

    id: str
    file: Path
    title: str
    number: str
    sender: str
    date: str  # ISO, or empty


@dataclass(frozen=True)
class Arrival:
    received: datetime.date
    source: Source
    paper: bool


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def full_date(value: str) -> str:
    value = value.lstrip("~")
    return value if FULL_DATE.fullmatch(value) else ""


def sender_of(title: str, issuer: str) -> str:
    """The issuer, unless it is only a class of issuers such as 山东（地方人大/政府）."""
    found = SENDER.match(title)
    if issuer and "（" not in issuer:
        return issuer
    return found.group(1) if found else ""


def corpus(folder: Path) -> list[Source]:
    return [
        Source(
            row["id"],
            folder / row["file"],
            row["title"],
            row["docnum"].lstrip("~"),
            sender_of(row["title"], row["issuer"]),
            full_date(row["date"]),
        )
        for row in table(folder / "meta.tsv")
    ]


def fullest_year(sources: list[Source]) -> int:
    counts = Counter(source.date[:4] for source in sources if source.date)
    return int(max(sorted(counts), key=lambda year: counts[year]))


def choose(sources: list[Source], year: int, count: int, rng: random.Random) -> list[Source]:
    """Of the year, then older, then undated; among the older those with a 文号 come first."""
    own = [s for s in sources if s.date[:4] == str(year)]
    older = [s for s in sources if s.date and int(s.date[:4]) < year]
    undated = [s for s in sources if not s.date]
    for group in (own, older, undated):
        rng.shuffle(group)
    older.sort(key=lambda source: not source.number)
    return (own + older + undated)[:count]


def paper_sources(registry: Path, year: int, count: int, taken: set[str]) -> list[Source]:
    """Rows of the published catalogues with title and number, those of the year first."""
    rows = [r for r in table(registry) if r["title"] and r["docnum_raw"] and full_date(r["issued"])]
    rows = [r for r in rows if int(r["issued"][:4]) <= year]
    rows.sort(key=lambda r: (r["issued"][:4] != str(year), r["issued"], r["url"]))
    out: list[Source] = []
    for row in rows:
        number = re.sub(r"\s+", "", row["docnum_raw"])
        if len(out) < count and number not in taken:
            taken.add(number)
            sender = sender_of(row["title"], "")
            out.append(Source(row["url"], Path(), row["title"], number, sender, row["issued"]))
    return out


def received_day(source: Source, year: int, rng: random.Random) -> datetime.date:
    """No Saturday or Sunday, and never before the document was made."""
    if source.date[:4] == str(year):
        made = datetime.date.fromisoformat(source.date)
        day = made + datetime.timedelta(rng.randint(2, 16))
    else:
        made, day = datetime.date(year, 1, 1), vocabulary.day_of(rng, year)
    day = min(day, datetime.date(year, 12, 31))
    while day.weekday() > 4 and day > made:
        day -= datetime.timedelta(1)
    return day


def encoded(source: Source, rng: random.Random) -> tuple[str, bytes]:
    """(extension, content): six of ten UTF-8, the others GB18030 and DOCX in equal parts."""
    text = source.file.read_text(encoding="utf-8")
    kind = rng.random()
    if kind < 0.6:
        return ".txt", text.encode()
    if kind < 0.8:
        return ".txt", text.replace("\n", "\r\n").encode("gb18030")
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    lines = [(line, "body") for line in clean.splitlines() if line.strip()]
    return ".docx", make_docx(lines, created=source.date or "1980-01-01")


def issue(
    year: int, count: int, rng: random.Random
) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """What the office itself issued, each with its final draft."""
    files: dict[str, bytes] = {}
    rows = []
    days = sorted(vocabulary.day_of(rng, year) for _ in range(count))
    for running, day in enumerate(days, 1):
        title, _ = vocabulary.title(rng, vocabulary.OFFICE)
        document = RedHead(
            organ=vocabulary.OFFICE + "文件",
            number=f"云政办发〔{year}〕{running}号",
            title=title,
            to="各乡镇人民政府，县政府各部门",
            body=tuple(vocabulary.sentence(rng) for _ in range(rng.randint(3, 8))),
            signed=vocabulary.OFFICE,
            date=chinese_date(day),
            printed=f"{vocabulary.OFFICE}　{chinese_date(day)}",
        )
        stem = f"发文/{document.number}"
        files[stem + ".txt"] = document.text().encode()
        files[stem + "_定稿.txt"] = final_draft(document, "李××")
        rows.append(
            {
                "发文编号": document.number,
                "标题": title,
                "主送": document.to,
                "成文日期": day.isoformat(),
                "签发人": "李××",
                "份数": "3",
                "页数": "2",
                "文件名": stem + ".txt",
            }
        )
    return files, rows


def receive(
    arrivals: list[Arrival], year: int, rng: random.Random
) -> tuple[dict[str, bytes], list[dict[str, str]], list[str]]:
    """Files, ledger rows and the truth (register number and source id) in order of receiving."""
    files: dict[str, bytes] = {}
    rows: list[dict[str, str]] = []
    truth = ["register_no\tid\tdate\tdocument_number\ttitle"]
    for running, arrival in enumerate(arrivals, 1):
        source = arrival.source
        register = f"{year}-{running:04d}"
        name, pages = "", rng.randint(1, 12)
        if not arrival.paper:
            extension, content = encoded(source, rng)
            name = f"收文/{register}{extension}"
            files[name] = content
        rows.append(
            {
                "收文编号": register,
                "收文日期": arrival.received.isoformat(),
                "来文单位": source.sender,
                "文号": source.number,
                "标题": source.title,
                "成文日期": source.date,
                "份数": "1",
                "页数": str(pages),
                "文件名": name,
                "备注": "纸质" if arrival.paper else "",
            }
        )
        truth.append("\t".join((register, source.id, source.date, source.number, source.title)))
    return files, rows, truth


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gongwen", type=Path, required=True, help="has meta.tsv and texts")
    parser.add_argument("--registry", type=Path, required=True, help="registry.tsv")
    parser.add_argument("--count", type=int, default=600, help="received documents with a file")
    parser.add_argument("--paper", type=int, help="rows on paper only; default a tenth of --count")
    parser.add_argument("--issued", type=int, help="issued documents; default likewise")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--truth", type=Path, help="also write number, id and true values here")
    parser.add_argument("--out", type=Path, required=True, help="the batch folder")
    arguments = parser.parse_args()
    tenth = arguments.count // 10
    rng = random.Random(arguments.seed)

    sources = corpus(arguments.gongwen)
    year = fullest_year(sources)
    chosen = choose(sources, year, arguments.count, rng)
    taken = {source.number for source in sources}
    wanted = tenth if arguments.paper is None else arguments.paper
    paper = paper_sources(arguments.registry, year, wanted, taken)
    arrivals = [Arrival(received_day(s, year, rng), s, False) for s in chosen]
    arrivals += [Arrival(received_day(s, year, rng), s, True) for s in paper]
    arrivals.sort(key=lambda arrival: (arrival.received, arrival.source.id))

    files, rows, truth = receive(arrivals, year, rng)
    issued_files, issued_rows = issue(
        year, tenth if arguments.issued is None else arguments.issued, rng
    )
    files |= issued_files
    files["收文登记.csv"] = received_csv(rows)
    files["发文登记.csv"] = issued_csv(issued_rows)
    files["batch.xml"] = DECLARATION.format(year=year).encode()
    for path, content in files.items():
        target = arguments.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if arguments.truth:
        arguments.truth.write_text("\n".join(truth) + "\n", encoding="utf-8")
    own = sum(s.date[:4] == str(year) for s in chosen)
    print(
        f"{year}: {len(chosen)} received ({own} of the year),"
        f" {len(paper)} on paper, {len(issued_rows)} issued"
    )
    if len(chosen) < arguments.count:
        print(f"only {len(chosen)} documents not younger than {year}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
