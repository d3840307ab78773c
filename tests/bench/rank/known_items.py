#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Known items: what a researcher has in hand is searched, and the one document it names must come.

known_items.py GONGWEN OUT writes docs.tsv, queries.tsv and qrels.tsv of four kinds of queries
(the kind begins each query's id), drawn with a fixed seed from a folder with txt/ and meta.tsv:

  cite    a title as another document cites it between 《》
  words   two pieces of a title, of two to four characters, apart from each other
  recall  what a title is about, as it stays in mind: two characters in its middle are others
  number  a document number, typed in one of five ways

A title that several documents bear names none of them and is left out.
"""

import collections
import csv
import random
import re
import sys
from pathlib import Path

SEED = 20231
LINE_END = "\u2028"  # a text is one cell
NUMBER = re.compile(r"^(?P<code>\D+?)〔(?P<year>\d{4})〕(?P<number>\d+)号$")
MOST = 500  # of each kind


def plain(text: str) -> str:
    return re.sub(r"[\s《》〈〉<>“”]+", "", text)


def read_documents(folder: Path) -> list[dict[str, str]]:
    with (folder / "meta.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    documents = []
    for row in rows:
        file = folder / row["file"]
        if file.exists():
            documents.append({**row, "text": file.read_text(encoding="utf-8")})
    return documents


def typed(number: re.Match[str], way: int) -> str:
    code, year, running = number["code"], number["year"], number["number"]
    return [
        number[0],
        f"{code}[{year}]{running}号",
        f"{code}（{year}）{running}号",
        f"{code} {year} {running}",
        f"{code}〔{year}〕{int(running):03}号",
    ][way]


def pieces(title: str, draw: random.Random) -> str | None:
    parts = [p for p in re.split(r"关于|印发|转发|批转|[的《》、，（）〔〕\s\d]+", title) if len(p) >= 2]
    if len(parts) < 2:
        return None
    words = []
    for part in draw.sample(parts, 2):
        size = draw.randint(2, min(4, len(part)))
        at = draw.randint(0, len(part) - size)
        words.append(part[at : at + size])
    return " ".join(words)


def remembered(title: str, draw: random.Random) -> str | None:
    about = re.search(r"关于(?:印发|转发|批转)?《?([\u4e00-\u9fff]{8,30})》?的", title)
    if about is None:
        return None
    words = list(about[1])
    at = draw.randint(3, len(words) - 5)
    words[at : at + 2] = draw.sample("有关工作问题情况", 2)
    return "".join(words)


def main(source: Path, out: Path) -> None:
    draw = random.Random(SEED)
    recall_draw = random.Random(SEED)  # of its own: the other kinds stay what they were
    documents = [d for d in read_documents(source) if d["title"].lstrip("~")]
    titles = collections.Counter(plain(d["title"].lstrip("~")) for d in documents)
    by_title = {plain(d["title"].lstrip("~")): d["id"] for d in documents}
    numbers = collections.Counter(d["docnum"].lstrip("~") for d in documents)
    found: dict[str, list[tuple[str, str]]] = {
        kind: [] for kind in ("cite", "words", "number", "recall")
    }
    cited = set()
    for document in documents:
        for quoted in re.findall(r"《([^《》\n]{6,80})》", document["text"]):
            target = by_title.get(plain(quoted))
            if target and target != document["id"] and titles[plain(quoted)] == 1:
                if (quoted, target) not in cited:
                    cited.add((quoted, target))
                    found["cite"].append((quoted, target))
        title = document["title"].lstrip("~")
        if titles[plain(title)] == 1 and (words := pieces(title, draw)):
            found["words"].append((words, document["id"]))
        if titles[plain(title)] == 1 and (about := remembered(title, recall_draw)):
            found["recall"].append((about, document["id"]))
        number = NUMBER.match(document["docnum"].lstrip("~"))
        if number and numbers[number[0]] == 1:
            found["number"].append((typed(number, draw.randrange(5)), document["id"]))
    out.mkdir(parents=True, exist_ok=True)
    with (out / "docs.tsv").open("w", encoding="utf-8") as docs:
        docs.write("docid\ttitle\ttext\tnumber\n")
        for document in documents:
            text = LINE_END.join(document["text"].replace("\t", " ").splitlines())
            number_text = document["docnum"].lstrip("~")
            docs.write(f"{document['id']}\t{document['title'].lstrip('~')}\t{text}\t{number_text}\n")
    with (
        (out / "queries.tsv").open("w", encoding="utf-8") as queries,
        (out / "qrels.tsv").open("w", encoding="utf-8") as qrels,
    ):
        queries.write("qid\tquery\n")
        qrels.write("qid\t0\tdocid\trel\n")
        for kind, items in found.items():
            kept = draw.sample(items, min(MOST, len(items)))
            for at, (query, target) in enumerate(kept):
                queries.write(f"{kind}-{at}\t{query}\n")
                qrels.write(f"{kind}-{at}\t0\t{target}\t1\n")
            print(f"{kind} {len(kept)} of {len(items)}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
