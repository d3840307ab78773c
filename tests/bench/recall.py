#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the text of real files comes out, and how much that is not in them.

usage: recall.py GUIDANG CORPORA [--below SHARE] [--jobs N]

Runs `guidang text --json` over the folders of CORPORA that are there (see GROUPS) and compares
characters with the truth beside them as multisets, blanks left out and nothing else changed:
recall is the share of the truth that was found, precision the share of ours that is in the truth.
Order does not count. The figures after NFKC forgive converters their compatibility characters.
Running heads and feet count as text. A file that was not read has a recall of 0 and no precision.
The truth of DOCX holds all that stands between tags: field codes, positions, deleted text, comments
and the second copies of text boxes too. Where such was missed, a second line forgives it.
"""

import argparse
import json
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from xml.etree import ElementTree

from corpus import Row, files_below, text_of, texts

SHOWN = 8  # characters a line of a file below the share
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def characters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


@dataclass(frozen=True)
class Score:
    recall: float
    precision: float
    missed: Counter[str]
    added: Counter[str]


def compare(ours: str, truth: str, no_text: str = "") -> Score:
    """Nothing wanted is found whole; nothing given holds nothing wrong."""
    mine, wanted = characters(ours), characters(truth)
    wanted -= (wanted - mine) & characters(no_text)
    common = (mine & wanted).total()
    return Score(
        common / wanted.total() if wanted else 1.0,
        common / mine.total() if mine else 1.0,
        wanted - mine,
        mine - wanted,
    )


def ofd_truth(corpora: Path, file: Path) -> str | None:
    found = corpora / "ofd" / "text" / f"{file.stem}.json"
    if not found.is_file():
        return None
    documents = json.loads(found.read_text(encoding="utf-8")).get("docs", [])
    pages = [page for document in documents for page in document["pages"]]
    layers = ("template", "body", "annot")
    return "\n".join(line for page in pages for layer in layers for line in page[layer])


def real_truth(corpora: Path, file: Path) -> str | None:
    found = corpora / "mixed" / "text" / f"{file.name}.txt"
    return found.read_text(encoding="utf-8", errors="replace") if found.is_file() else None


def derived_truth(_: Path, file: Path) -> str | None:
    found = file.with_suffix(".expected.txt")
    return found.read_text(encoding="utf-8") if found.is_file() else None


def no_text_of(file: Path) -> str:
    """What stands between the tags of a DOCX and is no text of the document."""
    if file.suffix != ".docx" or not zipfile.is_zipfile(file):
        return ""
    with zipfile.ZipFile(file) as archive:
        names = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        parts = [(name, ElementTree.fromstring(archive.read(name))) for name in names]
    return "".join(_no_text(root, "comments" in name) for name, root in parts)


def _no_text(element: ElementTree.Element, hidden: bool) -> str:
    hidden = hidden or element.tag == COMPATIBILITY + "Fallback"
    shown = not hidden and element.tag.rpartition("}")[2] == "t"
    own = "" if shown else element.text or ""
    return own + "".join(_no_text(child, hidden) for child in element)


@dataclass(frozen=True)
class Group:
    folder: str
    truth: Callable[[Path, Path], str | None]
    left_out: str = ""  # ending of names that are truth themselves


GROUPS = {
    "ofd": Group("ofd/files", ofd_truth),
    "mixed real": Group("mixed/real", real_truth),
    "mixed derived": Group("mixed/derived", derived_truth, ".expected.txt"),
}


@dataclass(frozen=True)
class Result:
    file: Path
    state: str
    scores: dict[str, Score]  # plain, NFKC, text


def nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def score(file: Path, row: Row, truth: str) -> Result:
    ours = text_of(row)
    scores = {"plain": compare(ours, truth), "NFKC": compare(nfkc(ours), nfkc(truth))}
    no_text = no_text_of(file) if scores["plain"].missed and row["state"] == "read" else ""
    if no_text:
        scores["text"] = compare(ours, truth, no_text)
    return Result(file, row["state"], scores)


def shown(found: Counter[str]) -> str:
    most = found.most_common(SHOWN)
    rest = found.total() - sum(count for _, count in most)
    parts = [f"{c if c.isprintable() else f'U+{ord(c):04X}'}×{count}" for c, count in most]
    return " ".join(parts + ([f"and {rest} more"] if rest else [])) or "nothing"


def summary(name: str, form: str, results: list[Result], kinds: tuple[str, str]) -> str:
    read = [result for result in results if result.state == "read"]
    cells = [f"{name:<14}{form:<11}{len(results):>5}{len(read):>5}"]
    for kind in kinds:
        for what, some in (("recall", results), ("precision", read)):
            # Files of which nothing is forgiven count as they are.
            values = [getattr(r.scores.get(kind, r.scores["plain"]), what) for r in some]
            both = f"{mean(values):>9.4f}{median(values):>8.4f}" if values else f"{'–':>9}{'–':>8}"
            cells.append(both)
    return "".join(cells)


def print_group(name: str, results: list[Result], below: float) -> None:
    by_format: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        # What it is called, not what it was taken for: a mistaken format counts.
        by_format[result.file.suffix.lstrip(".").lower()].append(result)
    if len(by_format) > 1:
        by_format["all"] = results
    for form, some in sorted(by_format.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        print(summary(name, form, some, ("plain", "NFKC")))
        if any("text" in result.scores for result in some):
            print(summary(name, f"{form} text", some, ("text", "text")))
    for result in results:
        plain = result.scores["plain"]
        if result.state != "read":
            print(f"  {result.file.name}: {result.state}, {plain.missed.total()} characters")
        elif min(plain.recall, plain.precision) < below:
            both = f"recall {plain.recall:.4f} precision {plain.precision:.4f}"
            print(f"  {result.file.name}: {both}")
            print(f"    missed {shown(plain.missed)}; added {shown(plain.added)}")
            if "text" in result.scores:
                text = result.scores["text"]
                missed = shown(text.missed)
                print(f"    of the text alone: recall {text.recall:.4f}, missed {missed}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("guidang")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--below", type=float, default=0.95, help="list files under this share")
    parser.add_argument("--jobs", type=int, default=0)
    arguments = parser.parse_args()
    print(f"{'':<35}{'recall':>17}{'precision':>17}{'recall NFKC':>17}{'precision NFKC':>17}")
    head = f"{'group':<14}{'format':<11}{'files':>5}{'read':>5}"
    print(head + f"{'mean':>9}{'median':>8}" * 4)
    without: list[str] = []
    for name, group in GROUPS.items():
        files = files_below(arguments.corpora / group.folder)
        files = [f for f in files if not group.left_out or not f.name.endswith(group.left_out)]
        results = []
        for file, row in texts(arguments.guidang, files, arguments.jobs):
            truth = group.truth(arguments.corpora, file)
            if truth is None:
                reason = row.get("reason", "")
                without.append(f"  {file.name}: {row['state']} ({row['format']}) {reason}".rstrip())
            else:
                results.append(score(file, row, truth))
        if results:
            print_group(name, results, arguments.below)
    print(f"without truth: {len(without)}", *without, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
