# SPDX-License-Identifier: GPL-3.0-or-later
"""Invariant 3: kill it anywhere, run it again, and the end is that of the uncut run.

A run tells its progress as events, and is killed when a chosen one comes. The choice is seeded and
over all events of the uncut run, so every stage is cut and no clock has a say.
"""

import atexit
import functools
import random
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import SOURCE, Home, Outcome, Running, SystemTest, account, balanced, digests, dump

MANY = 2000  # documents: several commits in each stage
FEW = 250
CHOSEN = 10  # kill points besides the middle of each stage
SEED = 20231117
QUERIES = ("通知", "关于 年度:2023", "文种:报告", "防汛 OR 档案", "云溪县人民政府办公室")
Event = dict[str, Any]


def state(home: Home) -> dict[str, Any]:
    """All that a run leaves, but for its journal."""
    return {
        "register": dump(home.path),
        "objects": digests(home.path / "objects"),
        "quarantine": digests(home.path / "quarantine"),
        "lists": digests(home.path / "lists"),
        "answers": [[{**hit, "home": ""} for hit in home.hits(query)] for query in QUERIES],
        "export": home.export(),
    }


@dataclass(frozen=True)
class Uncut:
    """A batch, and the run of it that nobody disturbed."""

    batch: Path
    outcome: Outcome
    state: dict[str, Any]

    @property
    def events(self) -> list[Event]:
        return [e for e in self.outcome.rows if e["event"] in ("begin", "progress", "end")]

    @property
    def stages(self) -> list[str]:
        return [event["stage"] for event in self.events if event["event"] == "begin"]

    def position(self, event: Event) -> tuple[int, int]:
        """Where in a run an event is; the same in every run over this batch."""
        done = {"begin": 0, "end": sys.maxsize}.get(event["event"], event.get("done", 0))
        return self.stages.index(event["stage"]), done

    def middles(self) -> list[Event]:
        """The middle event of each stage."""
        of_stage = ([e for e in self.events if e["stage"] == stage] for stage in self.stages)
        return [events[len(events) // 2] for events in of_stage]


@functools.cache
def uncut(count: int) -> Uncut:
    folder = tempfile.TemporaryDirectory(prefix="guidang-kill-")
    atexit.register(folder.cleanup)
    batch = Path(folder.name) / "batch"
    tool = SOURCE / "tests" / "tools" / "make_small.py"
    command = (sys.executable, "-B", tool, "--count", str(count), "--out", batch)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    home = Home.make(Path(folder.name) / "home")
    outcome = home.run(batch)
    if outcome.status not in (0, 1):
        raise AssertionError(outcome)
    return Uncut(batch, outcome, state(home))


class Killed(SystemTest):
    def assertGoesOn(self, home: Home, whole: Uncut) -> None:
        """The last, undisturbed run ends like the first."""
        last = home.run(whole.batch)
        self.assertEqual(last.status, whole.outcome.status, last)
        self.assertTrue(balanced(account(last)))
        for event in ("account", "account_in_all"):
            self.assertEqual(account(last, event), account(whole.outcome, event))
        for part, found in state(home).items():
            wanted = whole.state[part]
            if found == wanted:
                continue
            shown = [
                f"{sign} {line}"[:400]
                for sign, one, other in (("-", wanted, found), ("+", found, wanted))
                for line in [line for line in one if line not in other][:5]
            ]
            self.fail(f"{part}: {len(wanted)} uncut, {len(found)} cut\n" + "\n".join(shown))

    def start(self, home: Home, whole: Uncut, jobs: int) -> Running:
        command = ("run", home.path, whole.batch, "--as-of", "2024-01-15", "--json")
        return Running(*command, "--jobs", str(jobs))

    def cut(self, home: Home, whole: Uncut, target: Event, jobs: int) -> Event | None:
        """Kills a run that has come to the target or past it; where it was, if it still ran."""
        running = self.start(home, whole, jobs)
        at = None
        for event in running.events():
            if "stage" not in event:
                break
            if whole.position(event) >= whole.position(target):
                at = event
                break
        running.stop(signal.SIGKILL)
        return at if running.end().status == -signal.SIGKILL else None

    def test_ManyKillsEndLikeNone(self) -> None:
        whole = uncut(MANY)
        rng = random.Random(SEED)
        targets = rng.sample(whole.events, CHOSEN) + whole.middles()
        home = Home.make(self.folder / "home")
        points = set()
        for number, target in enumerate(sorted(targets, key=whole.position)):
            at = self.cut(home, whole, target, jobs=1 + number % 2)
            if at is not None:
                points.add((at["stage"], *whole.position(at)))
        cut = [stage for stage in whole.stages if any(stage == point[0] for point in points)]
        print(f"\n{len(points)} distinct kill points in {', '.join(cut)}", file=sys.stderr)
        self.assertGreaterEqual(len(points), 12, points)
        self.assertGoesOn(home, whole)

    def test_OneKillInEachStageEndsLikeNone(self) -> None:
        """A home for each stage: none hides another's fault."""
        whole = uncut(FEW)
        for target in whole.middles():
            with self.subTest(target["stage"]):
                home = Home.make(self.folder / target["stage"])
                self.cut(home, whole, target, jobs=2)
                self.assertGoesOn(home, whole)

    def test_HelpersLeaveWithTheProgram(self) -> None:
        """Only the program is killed, as the kernel does when memory is short."""
        whole = uncut(FEW)
        home = Home.make(self.folder / "home")
        running = self.start(home, whole, jobs=2)
        for event in running.events():
            if event.get("done", 0) > FEW // 3:
                break
        running.stop(signal.SIGKILL, group=False)
        # The pipe ends when the last helper has let go of it.
        self.assertEqual(running.end().status, -signal.SIGKILL)
        self.assertGoesOn(home, whole)

    def test_CtrlCIsNoAccident(self) -> None:
        whole = uncut(FEW)
        home = Home.make(self.folder / "home")
        for share in (3, 2):
            running = self.start(home, whole, jobs=2)
            for event in running.events():
                if event.get("done", 0) > FEW // share:
                    break
            running.stop(signal.SIGINT)
            outcome = running.end()
            self.assertEqual(outcome.status, 130, outcome)
            self.assertIn("已中断", outcome.err)
        self.assertGoesOn(home, whole)
