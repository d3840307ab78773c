#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the first ten hits are ordered: rank.py RANK_BENCH SHARED WORK [OPTION...]

SHARED holds corpora/retrieval, corpora/gongwen and tools/rank_eval.py. Indexes are kept in WORK and
taken as they are when they are there. OPTIONs go to RANK_BENCH (character weight, title share).
Prints nDCG@10 of the sets of questions, and MRR@10 of known items by kind (see known_items.py).
"""

import os
import re
import subprocess
import sys
from pathlib import Path

SETS = ("cmrc2018", "xquad_zh", "drcd_trad")
KINDS = ("cite", "words", "recall", "number")
LIMIT = "10"


def measure(evaluate: Path, qrels: Path, run: Path, name: str) -> str:
    printed = subprocess.run(
        [sys.executable, evaluate, qrels, run], check=True, capture_output=True, text=True
    ).stdout
    figure = re.search(rf"{re.escape(name)} ([\d.]+)", printed)
    return figure[1] if figure else "?"


def of_kind(file: Path, kind: str, to: Path) -> Path:
    with file.open(encoding="utf-8") as lines:
        to.write_text("".join(line for line in lines if line.startswith(kind + "-")), "utf-8")
    return to


def main(bench: str, shared: Path, work: Path, *options: str) -> None:
    evaluate = shared / "tools" / "rank_eval.py"
    retrieval = shared / "corpora" / "retrieval"
    work.mkdir(parents=True, exist_ok=True)
    figures = []

    def ask(folder: Path, name: str) -> Path:
        run = work / f"{name}-{os.getpid()}.run"
        printed = subprocess.run(
            [bench, folder / "docs.tsv", folder / "queries.tsv", work / name, run, LIMIT, *options],
            check=True, capture_output=True, text=True,
        ).stdout
        print(f"{name}: {printed.strip()}", file=sys.stderr)
        return run

    for name in SETS:
        if (retrieval / name).exists():
            run = ask(retrieval / name, name)
            figures.append((name, measure(evaluate, retrieval / name / "qrels.tsv", run, "nDCG@10")))
            run.unlink()
    items = work / "known"
    if not items.exists():
        maker = Path(__file__).with_name("known_items.py")
        subprocess.run([sys.executable, maker, shared / "corpora" / "gongwen", items], check=True)
    run = ask(items, "gongwen")
    for kind in KINDS:
        qrels = of_kind(items / "qrels.tsv", kind, work / f"{kind}-{os.getpid()}.qrels")
        figures.append((kind, measure(evaluate, qrels, run, "MRR@10")))
        qrels.unlink()
    run.unlink()
    print(" ".join(f"{name} {figure}" for name, figure in figures))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
