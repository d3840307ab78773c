#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that samples, their generators and the tables in their README pages agree."""

import csv
import gzip
import io
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from ledger import ISSUED, RECEIVED
from make_damaged import attacks, damaged_files
from make_tutorial import tutorial_files
from make_volumes import volumes_files

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ENCODINGS = {
    "收文/云办发〔2023〕5号.txt": "utf-16",
    "收文/青政办函〔2023〕8号.txt": "gb18030",
    "收文/2023-007.txt": "big5",
    "发文登记.csv": "gb18030",
    "收文登记.csv": "utf-8-sig",
}
HEAD = 10  # bytes that hold no packed data
CUT = "收文/石政函〔2023〕4号.docx"
LEDGER_ROW = re.compile(r"2023-\d{3}")
WORDS = {"not to be filed": "not_filed", "accepted": "accepted", "held": "held"}
WORDS |= {"stub": "stub", "duplicate": "duplicate"}

problems: list[str] = []


def expect(condition: bool, problem: str) -> None:
    if not condition:
        problems.append(problem)


def same_content(left: bytes, right: bytes) -> bool:
    """Equal bytes, or packed files with equal content: what deflate gives differs between versions
    of zlib. Of what is cut off or overlaps only the beginning is compared."""
    if left == right:
        return True
    try:
        if left.startswith(b"PK"):
            return entries(left) == entries(right)
        if left.startswith(b"\x1f\x8b"):
            return gzip.decompress(left) == gzip.decompress(right)
    except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError):
        return left[:HEAD] == right[:HEAD]
    return False


def entries(content: bytes) -> list[tuple[str, int, object]]:
    """Names, sizes and digests; of a ZIP inside, the same of it."""
    out: list[tuple[str, int, object]] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            inner = info.filename.endswith(".zip") and info.file_size < 1 << 20
            inside = entries(archive.read(info)) if inner else info.CRC
            out.append((info.filename, 0 if inner else info.file_size, inside))
    return out


def check_generated(folder: str, made: dict[str, bytes]) -> None:
    found = {
        p.relative_to(SAMPLES).as_posix(): p for p in (SAMPLES / folder).rglob("*") if p.is_file()
    }
    found = {name: path for name, path in found.items() if not name.endswith("README.md")}
    expect(set(found) <= set(made), f"{folder}: no generator for {sorted(set(found) - set(made))}")
    for name, content in made.items():
        if name not in found:
            problems.append(f"{name}: missing")
        elif not same_content(found[name].read_bytes(), content):
            problems.append(f"{name}: differs from what its generator writes")


def table_rows(page: Path) -> list[tuple[str, list[str]]]:
    """(heading, cells) of every table row below a heading; head and rule lines left out."""
    heading, rows = "", []
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("|") and not line.startswith("|---"):
            rows.append((heading, [cell.strip() for cell in line.strip("|").split("|")]))
    return rows


def named_files(cell: str) -> list[str]:
    """Names between backticks; a direction mark is written as its escape."""
    return [n.replace(r"\u202e", "\u202e") for n in re.findall(r"`([^`]+)`", cell)]


def verdict(cell: str) -> str:
    return next((word for text, word in WORDS.items() if cell.startswith(text)), cell)


def check_tutorial_page() -> None:
    page = SAMPLES / "tutorial" / "README.md"
    outcome = list(
        csv.DictReader(
            (SAMPLES / "tutorial" / "expected.tsv").open(encoding="utf-8"), delimiter="\t"
        )
    )
    by_main = {(row["batch"], row["main"]): row for row in outcome if row["main"]}
    by_row = {row["document"]: row for row in outcome if not row["main"]}
    listed: set[str] = set()
    for heading, cells in table_rows(page):
        batch = "tutorial-late" if "tutorial-late" in heading else "tutorial/2023"
        files = named_files(cells[0])
        listed |= {f"{batch}/{name}" for name in files}
        rows = [by_main.pop((batch, name)) for name in files if (batch, name) in by_main]
        if LEDGER_ROW.fullmatch(cells[0]):
            rows = [by_row.pop(cells[0])]
        for row in rows:
            check_outcome(cells, row)
    expect(not by_main and not by_row, f"no line in {page.name} for {list(by_main) + list(by_row)}")
    there = {
        p.relative_to(SAMPLES).as_posix()
        for folder in ("tutorial/2023", "tutorial-late")
        for p in (SAMPLES / folder).rglob("*")
        if p.is_file()
    }
    expect(listed == there, f"tutorial page and folder differ: {sorted(listed ^ there)}")
    check_accounts(page.read_text(encoding="utf-8"), outcome)


def check_outcome(cells: list[str], row: dict[str, str]) -> None:
    name, shown = row["document"], cells[2]
    expect(verdict(shown) == row["filing"], f"{name}: page says {shown}, list {row['filing']}")
    why = shown.partition(": ")[2]
    expect(why == row["why"], f"{name}: page says {why}, list {row['why']}")
    returns = row["incoming"] == "return_proposed"
    expect(("↩" in shown) == returns, f"{name}: page and list differ on the return")
    findings = cells[3].replace(",", "").split()
    expect(findings == row["findings"].split(), f"{name}: page says {findings}")


def check_accounts(page: str, outcome: list[dict[str, str]]) -> None:
    rows = [row for row in outcome if row["batch"] == "tutorial/2023"]
    count = Counter(row["filing"] for row in rows)
    clean = sum(1 for row in rows if row["filing"] == "accepted" and not row["findings"])
    sentence = (
        f"{len(rows)} in = {count['accepted']} accepted ({clean} without a remark)"
        f" + {count['held']} held + {count['not_filed']} not to be filed"
        f" + {count['stub']} stubs + {count['duplicate']} duplicate"
    )
    expect(sentence in page, f"documents are: {sentence}")
    seen = sum(1 for path in (SAMPLES / "tutorial" / "2023").rglob("*") if path.is_file())
    sentence = f"{seen} seen = {seen - 10} components"
    expect(sentence in page, f"files are: {sentence}")


def check_damaged_page() -> None:
    folder = SAMPLES / "damaged"
    rows = table_rows(folder / "README.md")
    listed = {name for _, cells in rows for name in named_files(cells[0])}
    listed -= {attack.name for attack in attacks() if attack.big}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    there.discard("README.md")
    expect(listed == there, f"damaged page and folder differ: {sorted(listed ^ there)}")


def check_readable() -> None:
    """Everything in the tutorial opens as what it says it is, but for the one damaged file."""
    year = SAMPLES / "tutorial" / "2023"
    for path in sorted(year.rglob("*")):
        name = path.relative_to(year).as_posix()
        if path.suffix in (".txt", ".html", ".csv"):
            path.read_bytes().decode(ENCODINGS.get(name, "utf-8"))
        elif path.suffix == ".xml":
            ElementTree.parse(path)
        elif path.suffix == ".docx" and not path.name.startswith("~$"):
            whole = zipfile.is_zipfile(path)
            expect(whole == (name != CUT), f"{name}: whole is {whole}")
            if whole:
                with zipfile.ZipFile(path) as archive:
                    for entry in archive.namelist():
                        ElementTree.fromstring(archive.read(entry))
    for ledger, columns in (("收文登记.csv", RECEIVED), ("发文登记.csv", ISSUED)):
        text = (year / ledger).read_bytes().decode(ENCODINGS[ledger])
        rows = list(csv.reader(io.StringIO(text), strict=True))
        expect(rows[0] == list(columns), f"{ledger}: columns")
        for number, row in enumerate(rows, 1):
            expect(len(row) == len(columns), f"{ledger}: row {number} has {len(row)} columns")
        for row in csv.DictReader(io.StringIO(text)):
            file = row["文件名"]
            expect(not file or (year / file).is_file(), f"{ledger}: no file {file}")


def main() -> int:
    tutorial = tutorial_files()
    check_generated("tutorial", {k: v for k, v in tutorial.items() if k.startswith("tutorial/")})
    check_generated("tutorial-late", {k: v for k, v in tutorial.items() if "-late/" in k})
    check_generated("volumes", volumes_files())
    check_generated("damaged", {f"damaged/{k}": v for k, v in damaged_files().items()})
    check_tutorial_page()
    check_damaged_page()
    check_readable()
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
