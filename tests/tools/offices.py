# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up offices that file a year of papers, by item (件) or by volume (案卷).

A data root of their own: the program's templates by links, and beside its profiles two more that
extend the tutorial's.
"""

import sys
from pathlib import Path

import vocabulary
from ledger import received_csv
from make_paper import paper_rows

YEAR = 2023
ITEM = "by-item"
VOLUME = "by-volume"
VOLUME_NEW = "by-volume-new"  # late papers open volumes of their own

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<profile id="{id}" version="1" extends="tutorial">
  <title lang="zh">{id}</title>
  <title lang="en">{id}</title>
{sections}</profile>
"""
BY_VOLUME = """  <arrange mode="volume" order="date number title">
    <volume pages="200" late="{late}"/>
    <group id="problem-author" features="problem author"/>
    <group id="problem" features="problem"/>
    <group id="author" features="author"/>
{matters}  </arrange>
  <number pattern="{{fonds}}-{{directory}}-{{volume:4}}-{{number:3}}">
    <directory id="1" period="Y" years="2020-"/>
    <directory id="2" period="D30" years="2020-"/>
    <directory id="3" period="D10" years="2020-"/>
  </number>
"""


def by_volume(late: str) -> str:
    rows = (
        f'    <matter id="m{i}" words="{topic}"><title lang="zh">{topic}</title></matter>\n'
        for i, topic in enumerate(vocabulary.TOPICS)
    )
    return BY_VOLUME.format(late=late, matters="".join(rows))


def make_data_root(folder: Path, templates: Path) -> Path:
    """The folder as GUIDANG_DATA names it."""
    profiles = folder / "templates" / "profiles"
    profiles.mkdir(parents=True)
    for entry in templates.resolve().iterdir():
        if entry.name != "profiles":
            (folder / "templates" / entry.name).symlink_to(entry)
    for entry in (templates.resolve() / "profiles").iterdir():
        (profiles / entry.name).symlink_to(entry)
    for name, sections in (
        (ITEM, ""),
        (VOLUME, by_volume("append")),
        (VOLUME_NEW, by_volume("new")),
    ):
        (profiles / name).mkdir()
        text = PROFILE.format(id=name, sections=sections)
        (profiles / name / "profile.xml").write_text(text, encoding="utf-8")
    return folder


def write_ledger(folder: Path, rows: list[dict[str, str]]) -> Path:
    folder.mkdir(parents=True)
    (folder / "收文登记.csv").write_bytes(received_csv(rows))
    return folder


def papers(count: int, seed: int) -> list[dict[str, str]]:
    """Papers of one filing year, in the order of receiving."""
    return paper_rows(count, YEAR, 1, seed)


def main() -> None:
    if len(sys.argv) != 4:
        print("usage: offices.py TEMPLATES COUNT FOLDER: data root and batch", file=sys.stderr)
        raise SystemExit(2)
    folder = Path(sys.argv[3])
    make_data_root(folder / "data", Path(sys.argv[1]))
    write_ledger(folder / "batch", papers(int(sys.argv[2]), 1))


if __name__ == "__main__":
    main()
