#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indexes the same texts with omindex, recollindex and ours, in turns, and prints them side by side.

usage: compare.py INDEX_BENCH TEXTS [--rounds N] [--copies N] [--jobs N]

Each builds a new index of every file below TEXTS (or of N copies of them, each with a line of its
own), with Chinese pairs of characters on: XAPIAN_CJK_NGRAM for omindex, recoll's default. Printed are medians of
documents a second by the clock, seconds of processor, peak memory of the largest process (`wait4`)
and the index on disk. Programs that are not there are passed over. What each keeps differs: recoll
and ours the whole text, omindex a sample.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RECOLL = """topdirs = {texts}
dbdir = {index}
noaspell = 1
indexallfilenames = 0
loglevel = 1
"""


@dataclass(frozen=True)
class Figures:
    seconds: float
    processor: float
    peak_kb: int
    index_kb: int


def size_kb(folder: Path) -> int:
    return sum(p.stat().st_blocks for p in folder.rglob("*") if p.is_file()) // 2


def timed(command: list[str], env: dict[str, str], index: Path) -> Figures:
    begun = time.monotonic()
    process = subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Figures(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, size_kb(index))


def omindex(texts: Path, work: Path) -> Figures:
    index = work / "omindex"
    command = ["omindex", "--db", str(index), "--url", "/", str(texts)]
    return timed(command, {"XAPIAN_CJK_NGRAM": "1"}, index)


def recollindex(texts: Path, work: Path) -> Figures:
    config, index = work / "recoll", work / "recoll-index"
    config.mkdir()
    (config / "recoll.conf").write_text(RECOLL.format(texts=texts, index=index), "utf-8")
    return timed(["recollindex", "-c", str(config)], {"HOME": str(work)}, index)


def ours(bench: str, jobs: int) -> Callable[[Path, Path], Figures]:
    def run(texts: Path, work: Path) -> Figures:
        index = work / "ours"
        return timed([bench, "once", str(texts), str(index), str(jobs)], {}, index)

    return run


def copies_of(texts: Path, count: int, folder: Path) -> int:
    """Copies differ in their last line, so that no indexer takes one for another."""
    files = sorted(p for p in texts.rglob("*") if p.is_file())
    for copy in range(count):
        (folder / str(copy)).mkdir(parents=True)
        for at, file in enumerate(files):
            last = f"\n第{copy}份\n".encode() if copy else b""
            (folder / str(copy) / f"{at}{file.suffix}").write_bytes(file.read_bytes() + last)
    return count * len(files)


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench", type=os.path.abspath)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    indexers: dict[str, Callable[[Path, Path], Figures]] = {"ours": ours(asked.bench, asked.jobs)}
    for name, indexer in (("omindex", omindex), ("recollindex", recollindex)):
        if shutil.which(name):
            indexers[name] = indexer
        else:
            print(f"{name} is not installed")
    found: dict[str, list[Figures]] = {name: [] for name in indexers}
    with tempfile.TemporaryDirectory(prefix="guidang-bench-") as name:
        texts = Path(name) / "texts"
        count = copies_of(asked.texts, asked.copies, texts)
        for turn in range(asked.rounds):
            for who, indexer in indexers.items():
                work = Path(name) / f"{who}-{turn}"
                work.mkdir()
                found[who].append(indexer(texts, work))
                shutil.rmtree(work)
    print(f"{count} documents, {asked.rounds} rounds, load {os.getloadavg()[0]:.1f}")
    print(f"{'':<12}{'docs/s':>8}{'s':>8}{'cpu s':>8}{'MB':>6}{'index MB':>10}{'x ours':>8}{'cpu x':>7}")
    base: tuple[float, float] | None = None
    for who, rounds in found.items():
        seconds = statistics.median(r.seconds for r in rounds)
        processor = statistics.median(r.processor for r in rounds)
        peak = statistics.median(r.peak_kb for r in rounds) / 1024
        index = statistics.median(r.index_kb for r in rounds) / 1024
        base = base or (seconds, processor)
        print(
            f"{who:<12}{count / seconds:>8.0f}{seconds:>8.2f}{processor:>8.2f}{peak:>6.0f}"
            f"{index:>10.1f}{seconds / base[0]:>8.1f}{processor / base[1]:>7.1f}"
        )


if __name__ == "__main__":
    main()
