#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents a second beside the plain tools that people call for the same formats.

usage: peers.py GUIDANG FOLDER... [--rounds N] [--least FILES] [--most FILES]

For each format (by extension) the same files go through `guidang text` and through the tools in
PEERS, in turns, N rounds (3), on one core and on all; the median counts. Tools that take many
files get them in one call, the others one call a file; `guidang` is shown both ways. On all cores
the files are dealt to as many processes as there are cores. LibreOffice starts from a profile that
it has made before. A format with fewer files than --least goes through them again and again, since
otherwise the start of a program is all that is measured. "read" is the number of files that gave
any text. A missing tool is said to be missing.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from corpus import files_below

CORES = sorted(os.sched_getaffinity(0))
LONGEST = 600  # seconds a call
Files = list[Path]


@dataclass(frozen=True)
class Place:
    """Where one process works: its cores, a folder for what it writes."""

    cores: list[int]
    folder: Path


@dataclass(frozen=True)
class Tool:
    name: str
    program: str
    run: Callable[[Files, Place], int]  # gives how many files gave text


def call(command: list[str | Path], place: Place) -> bytes:
    try:
        return subprocess.run(
            list(map(str, command)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
            preexec_fn=lambda: os.sched_setaffinity(0, place.cores),
        ).stdout
    except subprocess.TimeoutExpired:
        return b""


def each(*command: str) -> Callable[[Files, Place], int]:
    """One call a file; `{}` is the file, what comes out on stdout is its text."""

    def run(files: Files, place: Place) -> int:
        outs = (call([word.replace("{}", str(f)) for word in command], place) for f in files)
        return sum(bool(out.strip()) for out in outs)

    return run


def office(target: str, ending: str) -> Callable[[Files, Place], int]:
    def run(files: Files, place: Place) -> int:
        out = place.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        profile = f"-env:UserInstallation=file://{place.folder}/profile"
        options = ["--headless", "--convert-to", target, "--outdir", out]
        call(["soffice", profile, *options, *files], place)
        made = (out / f"{file.stem}.{ending}" for file in files)
        return sum(path.is_file() and path.stat().st_size > 3 for path in made)

    return run


def ours(program: str, *, together: bool) -> Callable[[Files, Place], int]:
    def run(files: Files, place: Place) -> int:
        groups = [files] if together else [[file] for file in files]
        lines = []
        for group in groups:
            lines += call([program, "text", "--json", "--", *group], place).splitlines()
        return sum(b'"state":"read"' in line[:4096] for line in lines)

    return run


WRITER = Tool("libreoffice", "soffice", office("txt:Text (encoded):UTF8", "txt"))
CALC = Tool("libreoffice", "soffice", office("csv", "csv"))
PDFTOTEXT = Tool("pdftotext", "pdftotext", each("pdftotext", "-q", "{}", "-"))
CATDOC = Tool("catdoc", "catdoc", each("catdoc", "-d", "utf-8", "{}"))
ANTIWORD = Tool("antiword", "antiword", each("antiword", "-m", "UTF-8.txt", "{}"))
XLS2CSV = Tool("xls2csv", "xls2csv", each("xls2csv", "-d", "utf-8", "{}"))
HTML2TEXT = Tool("html2text", "html2text", each("html2text", "-utf8", "{}"))
W3M = Tool("w3m", "w3m", each("w3m", "-dump", "-T", "text/html", "{}"))
UNRTF = Tool("unrtf", "unrtf", each("unrtf", "--text", "{}"))
CATPPT = Tool("catppt", "catppt", each("catppt", "-d", "utf-8", "{}"))

PEERS: dict[str, list[Tool]] = {
    "docx": [WRITER],
    "doc": [ANTIWORD, CATDOC, WRITER],
    "wps": [ANTIWORD, CATDOC, WRITER],
    "odt": [WRITER],
    "rtf": [UNRTF, WRITER],
    "html": [HTML2TEXT, W3M, WRITER],
    "pdf": [PDFTOTEXT],
    "xlsx": [CALC],
    "xls": [XLS2CSV, CALC],
    "et": [XLS2CSV, CALC],
    "ods": [CALC],
    "ppt": [CATPPT],
    # Text of these: no tool in Debian gives it from the command line (a presentation only by way
    # of PDF, a mail only as its unpacked parts by munpack or ripmime).
    "pptx": [],
    "ofd": [],
    "eml": [],
    "mht": [],
    "msg": [],
}


def timed(tool: Tool, files: Files, places: list[Place]) -> tuple[float, int]:
    shares = [(files[at :: len(places)], place) for at, place in enumerate(places)]
    begun = time.monotonic()
    with ThreadPoolExecutor(len(places)) as pool:
        read = sum(pool.map(lambda share: tool.run(*share), [s for s in shares if s[0]]))
    return time.monotonic() - begun, read


def measure(tools: list[Tool], files: Files, rounds: int, folder: Path) -> None:
    one = [Place(CORES[:1], folder / "0")]
    every = [Place([core], folder / str(number)) for number, core in enumerate(CORES)]
    if any(tool.program == "soffice" for tool in tools):
        for place in every:
            if not (place.folder / "profile").exists():
                WRITER.run([Path(__file__).parent / "README.md"], place)
    spent: dict[tuple[str, bool], list[float]] = defaultdict(list)
    reads: dict[str, int] = {}
    for _ in range(rounds):
        for tool in tools:
            for places in (one, every):
                seconds, reads[tool.name] = timed(tool, files, places)
                spent[tool.name, places is every].append(seconds)
    for tool in tools:
        single, all_cores = (len(files) / median(spent[tool.name, many]) for many in (False, True))
        print(f"  {tool.name:<22}{single:>10.1f}{all_cores:>10.1f}{reads[tool.name]:>8}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("guidang")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--least", type=int, default=48, help="files a format, if need be again")
    parser.add_argument("--most", type=int, default=100, help="files a format, the first by name")
    arguments = parser.parse_args()
    by_format: dict[str, Files] = defaultdict(list)
    for folder in arguments.folders:
        for file in files_below(folder):
            by_format[file.suffix.lstrip(".").lower()].append(file.resolve())
    program = os.path.abspath(arguments.guidang)
    print(f"documents a second; {len(CORES)} cores, {arguments.rounds} rounds, medians")
    print(f"  {'':<22}{'one core':>10}{'all':>10}{'read':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for form, peers in PEERS.items():
            files = by_format.get(form, [])[: arguments.most]
            if not files:
                continue
            present = [tool for tool in peers if shutil.which(tool.program)]
            missing = [tool.name for tool in peers if tool not in present]
            size = sum(file.stat().st_size for file in files) / len(files) / 1024
            notes = f"; not installed: {', '.join(missing)}" if missing else ""
            notes += "" if peers else "; no such tool in Debian"
            times = -(-arguments.least // len(files))
            again = f", {times} times" if times > 1 else ""
            print(f"{form}: {len(files)} files of {size:.0f} KiB{again}{notes}", flush=True)
            tools = [
                Tool("guidang", program, ours(program, together=True)),
                Tool("guidang, file by file", program, ours(program, together=False)),
                *present,
            ]
            measure(tools, files * times, arguments.rounds, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
