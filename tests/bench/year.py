#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds and memory of arranging, numbering, listing and sealing a year of N papers.

usage: year.py GUIDANG N [PROFILE...]        default: by-item by-volume (tests/tools/offices.py)

Each step is a program of its own, so that its memory is its own: everything up to the year; arrange
and number; lists and index; the seal; what the seal changed; a late tenth of the papers; the seal
again. Inside a run `stages.py` tells the stages apart.
Not a test: nothing here passes or fails.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "tools"))
import offices  # noqa: E402

STAGES = SOURCE / "tests" / "bench" / "stages.py"


def timed(name: str, command: list[str], env: dict[str, str]) -> None:
    """Seconds and the peak of the program alone."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    exit_status = os.waitstatus_to_exitcode(status)
    used, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    row = f"{name:<14}{'':>9}{seconds:>9.2f}{'':>9}{used:>9.2f}{peak:>9.0f}"
    print(f"{row}  exit {exit_status}", flush=True)


def measure(guidang: str, count: int, profile: str, folder: Path) -> None:
    env = {**os.environ, "GUIDANG_DATA": str(folder / "data")}
    home = str(folder / profile)
    subprocess.run(
        [guidang, "init", home, "--fonds", "X043", "--name", "云溪县人民政府办公室"]
        + ["--profile", profile],
        env=env,
        check=True,
        stderr=subprocess.DEVNULL,
    )

    def run(name: str, *arguments: str) -> None:
        print(f"\n{profile}, {count} papers: {name}", flush=True)
        command = [sys.executable, "-B", str(STAGES), guidang, home, *arguments]
        subprocess.run(command, env=env, check=True)

    people = ["--by", "甲", "--checked-by", "乙", "--leave-held", "--why", "测量"]
    as_of = ["--as-of", "2024-03-01"]
    seal = [guidang, "seal", home, str(offices.YEAR), *people, *as_of]
    run("receive", str(folder / "batch"), "--", "--until", "year", *as_of)
    run("number", "--", "--until", "number", *as_of)
    run("list and index", "--", *as_of)
    timed("seal", seal, env)
    run("after the seal", "--", *as_of)
    run("late papers", str(folder / "late"), "--", *as_of)
    timed("seal again", seal, env)


def main() -> None:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        raise SystemExit(2)
    guidang, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="guidang-bench-") as name:
        folder = Path(name)
        offices.make_data_root(folder / "data", SOURCE / "templates")
        rows = offices.papers(count, 1)
        offices.write_ledger(folder / "batch", [r for i, r in enumerate(rows) if i % 10])
        offices.write_ledger(folder / "late", rows[::10])
        for profile in sys.argv[3:] or (offices.ITEM, offices.VOLUME):
            measure(guidang, count, profile, folder)


if __name__ == "__main__":
    main()
