# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial's year: what is expected of it, and homes that have come to a known point with it.

Each home is made once in a test program; tests that change one take a copy.
"""

import atexit
import csv
import functools
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import SAMPLES, Home, Outcome

BATCH = SAMPLES / "tutorial" / "2023"
LATE = SAMPLES / "tutorial-late"
CANARY = "金丝雀"
FILES = {"seen": 50, "component": 40, "metadata": 5, "ignored": 3, "quarantined": 1, "refused": 1}
NOBODY = dict.fromkeys(("return_proposed", "returned", "withdrawn"), 0)
FILING = {"in": 30, "accepted": 21, "held": 5, "not_filed": 1, "stub": 2, "duplicate": 1, **NOBODY}
INCOMING = {**FILING, "accepted": 18, "return_proposed": 3}

FLOOD = "收文/青政办发〔2023〕21号.html"
UNDATED = "收文/2023-015.txt"
NO_DAY = "收文/2023-003.txt"  # 2023年2月30日
TO_BE_APPRAISED = "收文/志愿服务倡议书.txt"
NO_DRAFT = "发文/云政办发〔2023〕5号.txt"
ONE_ATTACHMENT = "收文/云财函〔2023〕17号.txt"
LATE_REPORT = "收文/2023-005.txt"
TWO_ORGANS = "收文/2023-011.txt"


@dataclass(frozen=True)
class Expected:
    document: str
    main: str
    filing: str
    incoming: str
    findings: tuple[str, ...]

    def is_row(self, row: dict[str, Any]) -> bool:
        """True for the line of `export` about this document."""
        if self.main:
            return bool(row["path"] == self.main)
        return row["fields"].get("register_no", {}).get("value") == self.document


@functools.cache
def expected(batch: str = "tutorial/2023") -> tuple[Expected, ...]:
    with (SAMPLES / "tutorial" / "expected.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Expected(
                row["document"],
                row["main"],
                row["filing"],
                row["incoming"],
                tuple(row["findings"].split()),
            )
            for row in csv.DictReader(file, delimiter="\t")
            if row["batch"] == batch
        )


@functools.cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="guidang-tutorial-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def received(purpose: str = "filing") -> tuple[Home, Outcome]:
    """After the batch; and how that run ended."""
    return _received(purpose)


@functools.cache
def _received(purpose: str) -> tuple[Home, Outcome]:
    home = Home.make(_folder() / f"received-{purpose}")
    return home, home.run(BATCH, "--purpose", purpose)


@functools.cache
def sealed() -> Home:
    """Sealed with what is held left out, and run again, so that lists and index are lasting."""
    home = received()[0].copy(_folder() / "sealed")
    done = home.seal(2023, "--leave-held", "--why", "待补")
    if done.status != 0:
        raise AssertionError(done)
    home.run()
    return home


def by_path(home: Home) -> dict[str, dict[str, Any]]:
    """Lines of `export` by the path of their main file."""
    return {row["path"]: row for row in home.export()}


def parts(code: str) -> tuple[str, int]:
    """Series and running number of an archival code."""
    series, dash, number = code.rpartition("-")
    return series + dash, int(number)


def codes(home: Home) -> dict[str, str]:
    """Lasting archival codes by record."""
    return {r["record"]: r["code"] for r in home.export() if r["code"] and not r["provisional"]}
