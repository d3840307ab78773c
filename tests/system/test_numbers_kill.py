# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers under kills: a year of papers is arranged, numbered, sealed, gets late papers and is
sealed again, by item and by volume, with the program ended right before what it does to the disk.

A library loaded beside the program (tests/support/stop_at.cpp) counts syncs, renames, removals and
writes, so a kill falls before, in and behind each commit, and no clock has a say. What is left,
run again, must be what the uncut command leaves.
"""

import atexit
import functools
import os
import random
import signal
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from support import SOURCE, Home, Outcome, SystemTest, dump, guidang, register

sys.path.insert(0, str(SOURCE / "tests" / "tools"))
import offices  # noqa: E402

SEED = 20231231
MANY, LATE_MANY = 1000, 60
FEW, LATE_FEW = 40, 6
# A commit in four, another one in each step and profile, and one place of each kind over the many;
# GUIDANG_KILLS=all takes every commit, and three places (some 470 kills, a quarter of an hour).
ALL = os.environ.get("GUIDANG_KILLS") == "all"
STRIDE = 1 if ALL else 4
SAMPLE = 3 if ALL else 1
PROFILES = (offices.ITEM, offices.VOLUME, offices.VOLUME_NEW)
SEALED_SERIES = "SELECT series, number, code, state, item FROM ledger ORDER BY series, number"


@dataclass(frozen=True)
class Step:
    """One command of the year. What arranges, numbers or seals is killed."""

    name: str
    command: tuple[str | Path, ...]
    killed: bool = False


@dataclass(frozen=True)
class Office:
    """An office of one profile and its papers; all of it lies in `folder`."""

    folder: Path
    profile: str

    @classmethod
    def make(cls, folder: Path, profile: str, count: int, late: int) -> "Office":
        offices.make_data_root(folder / "data", SOURCE / "templates")
        rows = offices.papers(count + late, SEED)
        chosen = set(random.Random(SEED).sample(range(count + late), late))
        first = [row for i, row in enumerate(rows) if i not in chosen]
        offices.write_ledger(folder / "batch", first)
        offices.write_ledger(folder / "late", [rows[i] for i in sorted(chosen)])
        return cls(folder, profile)

    def home(self, name: str) -> Home:
        home = Home(self.folder / name)
        fonds = ("--fonds", "X043", "--name", "云溪县人民政府办公室", "--profile", self.profile)
        made = guidang("init", home.path, *fonds, env=self.environment)
        if made.status != 0:
            raise AssertionError(made)
        return home

    @property
    def environment(self) -> dict[str, str]:
        return {"GUIDANG_DATA": str(self.folder / "data")}

    def steps(self) -> list[Step]:
        def run(*more: str | Path) -> tuple[str | Path, ...]:
            return ("run", *more, "--as-of", "2024-02-01", "--json", "--jobs", "1")

        people = ("--by", "归档员", "--checked-by", "检查员", "--leave-held", "--why", "试验")
        seal = ("seal", str(offices.YEAR), *people, "--as-of", "2024-03-01", "--json")
        return [
            Step("receive", run(self.folder / "batch", "--until", "year")),
            Step("number", run("--until", "number"), killed=True),
            Step("seal", seal, killed=True),
            Step("receive late", run(self.folder / "late", "--until", "year")),
            Step("number late", run("--until", "number"), killed=True),
            Step("seal late", seal, killed=True),
            Step("number after", run("--until", "number"), killed=True),
        ]

    def call(self, home: Home, step: Step, **orders: str | Path) -> Outcome:
        """`STOP_AT`: ends the program before that call; `STOP_LOG`: writes the calls down."""
        extra = {name: str(value) for name, value in orders.items()}
        if extra:
            extra["LD_PRELOAD"] = os.environ["STOP_AT_LIBRARY"]
        command, *arguments = step.command
        return home.call(str(command), *arguments, env={**self.environment, **extra})


@dataclass(frozen=True)
class Point:
    """What a home is like before and behind a step that nobody disturbed."""

    step: Step
    before: Path
    calls: tuple[str, ...]  # of the killed ones: what each call does
    status: int
    state: tuple[str, ...]

    def commits(self) -> list[int]:
        """Calls, counted from 1, that make something last or visible."""
        return [i for i, call in enumerate(self.calls, 1) if call != "write"]

    def writes(self) -> list[int]:
        return [i for i, call in enumerate(self.calls, 1) if call == "write"]


@functools.cache
def year(profile: str, count: int, late: int) -> tuple[Office, list[Point]]:
    """The year of an office, uncut, with a copy of its home before each step that is killed."""
    folder = tempfile.TemporaryDirectory(prefix="guidang-numbers-")
    atexit.register(folder.cleanup)
    office = Office.make(Path(folder.name), profile, count, late)
    home = office.home("uncut")
    points = []
    for number, step in enumerate(office.steps()):
        before = office.folder / f"before-{number}"
        log = office.folder / f"log-{number}"
        if step.killed:
            home.copy(before)
        outcome = office.call(home, step, **({"STOP_LOG": log} if step.killed else {}))
        if outcome.status not in (0, 1):
            raise AssertionError(outcome)
        calls = log.read_text().split()[1::2] if step.killed else []
        points.append(Point(step, before, tuple(calls), outcome.status, tuple(dump(home.path))))
    return office, points


def codes(home: Path) -> dict[str, tuple[str, bool]]:
    """By item: its code, and whether a seal fixed it."""
    query = (
        "SELECT c.record, json_extract(f.value, '$.text'), p.record IS NOT NULL"
        " FROM current c JOIN fact f ON f.id = c.fact LEFT JOIN pin p ON p.record = c.record"
        " WHERE json_extract(f.value, '$.text') IS NOT NULL AND f.stage IN ('number', 'seal')"
    )
    with register(home) as database:
        return {item: (code, bool(sealed)) for item, code, sealed in database.execute(query)}


class Numbers(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        if os.environ.get("GUIDANG_SANITIZE"):
            self.skipTest("sanitizers want to be the first library themselves")
        if "STOP_AT_LIBRARY" not in os.environ:
            self.skipTest("STOP_AT_LIBRARY does not name the library that stops programs")

    def assertLaws(self, home: Path) -> None:
        """Invariant 5: nothing twice, nothing left out."""
        with register(home) as database:
            rows = database.execute(SEALED_SERIES).fetchall()
            counters = dict(database.execute("SELECT series, last FROM counter"))
        by_series = defaultdict(list)
        for series, number, _, _, _ in rows:
            by_series[series].append(number)
        for series, numbers in by_series.items():
            self.assertEqual(numbers, list(range(1, counters[series] + 1)), series)
        self.assertEqual(set(counters), set(by_series))
        self.assertEqual(len({row[2] for row in rows}), len(rows), "a code twice")
        used = [row[4] for row in rows if row[3] == "used"]
        self.assertEqual(len(set(used)), len(used), "an item with two numbers")
        found = codes(home)
        self.assertEqual(len({code for code, _ in found.values()}), len(found))
        ledger = {row[4]: row[2] for row in rows if row[3] == "used"}
        for item, (code, sealed) in found.items():
            self.assertEqual(ledger.get(item), code if sealed else None, item)

    def assertEndsLikeUncut(self, office: Office, home: Home, point: Point) -> None:
        outcome = office.call(home, point.step)
        # The kill may have come when all was done: a second seal of the same has nothing to do.
        again = outcome.status == 2 and point.step.command[0] == "seal"
        if not again:
            self.assertEqual(outcome.status, point.status, outcome)
        self.assertSameState(tuple(dump(home.path)), point.state)

    def assertSameState(self, found: tuple[str, ...], wanted: tuple[str, ...]) -> None:
        if found == wanted:
            return
        shown = [
            f"{sign} {line}"[:400]
            for sign, one, other in (("-", wanted, found), ("+", found, wanted))
            for line in [line for line in one if line not in set(other)][:6]
        ]
        self.fail(f"{len(wanted)} rows uncut, {len(found)} cut\n" + "\n".join(shown))

    def kill(self, office: Office, point: Point, call: int) -> None:
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            home = Home(point.before).copy(Path(folder) / "home")
            cut = office.call(home, point.step, STOP_AT=call)
            self.assertEqual(cut.status, -signal.SIGKILL, cut)
            self.assertLaws(home.path)
            self.assertEndsLikeUncut(office, home, point)

    def each(self, count: int, late: int) -> list[tuple[str, Office, Point]]:
        return [
            (profile, office, point)
            for profile in PROFILES
            for office, points in [year(profile, count, late)]
            for point in points
            if point.step.killed
        ]

    def test_SealedCodesNeverMove(self) -> None:
        for profile in PROFILES:
            with self.subTest(profile):
                office, _ = year(profile, MANY, LATE_MANY)
                home = office.home("laws")
                sealed: dict[str, str] = {}
                for step in office.steps():
                    office.call(home, step)
                    self.assertLaws(home.path)
                    now = codes(home.path)
                    for item, code in sealed.items():
                        self.assertEqual(now.get(item), (code, True), step.name)
                    sealed = {item: code for item, (code, fixed) in now.items() if fixed}
                print(f"\n{profile}: {len(sealed)} sealed of {len(now)}", file=sys.stderr)
                self.assertGreater(len(sealed), MANY // 2)

    def test_KilledAtCommits(self) -> None:
        killed = 0
        for number, (profile, office, point) in enumerate(self.each(FEW, LATE_FEW)):
            for call in point.commits()[number % STRIDE :: STRIDE]:
                with self.subTest(f"{profile}, {point.step.name}, call {call}"):
                    self.kill(office, point, call)
                    killed += 1
        print(f"\n{killed} kills at commits", file=sys.stderr)

    def test_KilledAnywhereAmongMany(self) -> None:
        rng = random.Random(SEED)
        killed = 0
        for profile, office, point in self.each(MANY, LATE_MANY):
            chosen = rng.sample(point.commits(), min(SAMPLE, len(point.commits())))
            chosen += rng.sample(point.writes(), min(SAMPLE, len(point.writes())))
            for call in sorted(chosen):
                with self.subTest(f"{profile}, {point.step.name}, call {call}"):
                    self.kill(office, point, call)
                    killed += 1
        print(f"\n{killed} kills among many", file=sys.stderr)
