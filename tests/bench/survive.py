#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does every file end in one named state, in time and in memory?

usage: survive.py GUIDANG PATH... [--jobs N]

Each file below the paths goes through a `guidang text --json` of its own, so that seconds and the
highest memory are those of this file: of the program or its helper, whichever held more, and never
less than this script itself holds. Prints states by format, every failure with its reason, the
slowest and the greediest files. Exit status 1 when a file ended the program, stayed without a named
state, or took more than ten seconds or 512 MB.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpus import files_below, shown

STATES = ("read", "none_by_nature", "no_reader", "failed")
MOST_SECONDS, MOST_MB = 10.5, 512  # half a second for the program itself
SHOWN = 10


@dataclass(frozen=True)
class End:
    file: Path
    state: str
    format: str
    reason: str
    seconds: float
    megabytes: float

    @property
    def is_bad(self) -> bool:
        sound = self.state in STATES and (self.state != "failed" or self.reason)
        return not sound or self.seconds > MOST_SECONDS or self.megabytes > MOST_MB


def survive(guidang: str, file: Path) -> End:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.monotonic()
        process = subprocess.Popen([guidang, "text", "--json", "--", file], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        megabytes = usage.ru_maxrss / 1024
        try:
            row = json.loads(out.read())
        except ValueError:
            said = err.read().decode("utf-8", "replace").strip()
            return End(file, f"exit {process.returncode}", "?", said, seconds, megabytes)
    state, reason = row["state"], row.get("reason", "")
    if process.returncode not in (0, 1) or len(reason.splitlines()) > 1:
        state = f"exit {process.returncode}"
    return End(file, state, row["format"], reason, seconds, megabytes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("guidang")
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    files = [f for p in arguments.paths for f in (files_below(p) if p.is_dir() else [p])]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        ends = list(pool.map(lambda file: survive(arguments.guidang, file), files))

    counts = Counter((end.format, end.state) for end in ends)
    for (form, state), number in sorted(counts.items()):
        print(f"{form:<9}{state:<16}{number:>6}")
    print(f"{len(ends)} files")
    for title, chosen in (
        ("failed:", [e for e in ends if e.state == "failed"]),
        ("slowest:", sorted(ends, key=lambda e: -e.seconds)[:SHOWN]),
        ("most memory:", sorted(ends, key=lambda e: -e.megabytes)[:SHOWN]),
        ("NOT SOUND:", [e for e in ends if e.is_bad]),
    ):
        print(title, "" if chosen else "none")
        for end in chosen:
            figures = f"{end.seconds:7.2f} s {end.megabytes:6.0f} MB"
            said = f"{shown(end.file)}: {end.state} ({end.format}) {end.reason}"
            print(f"  {figures}  {said}".rstrip())
    return 1 if any(end.is_bad for end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
