# SPDX-License-Identifier: GPL-3.0-or-later
"""Invariant 3: kill it anywhere, run it again, and the end is that of the uncut run.

A run tells its progress as events, and is killed when a chosen one comes. The choice is seeded and
over all events of the uncut run, so every stage is cut and no clock has a say.
"""

import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from support import SOURCE, Home, Outcome, Running, SystemTest, account, balanced, digests, dump

DOCUMENTS = 2000
CUTS = 16  # 12 are wanted at least; a run may outrun the signal
SEED = 20231117
QUERIES = ("通知", "关于 年度:2023", "文种:报告", "防汛 OR 档案", "云溪县人民政府办公室")
Event = dict[str, Any]


def progress_events(outcome: Outcome) -> list[Event]:
    return [row for row in outcome.rows if row["event"] in ("begin", "progress", "end")]


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


class Killed(SystemTest):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="guidang-kill-")
        cls.addClassCleanup(folder.cleanup)
        cls.batch = Path(folder.name) / "batch"
        tool = SOURCE / "tests" / "tools" / "make_small.py"
        command = (sys.executable, "-B", tool, "--count", str(DOCUMENTS), "--out", cls.batch)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
        home = Home.make(Path(folder.name) / "uncut")
        cls.uncut = home.run(cls.batch)
        if cls.uncut.status not in (0, 1):
            raise AssertionError(cls.uncut)
        cls.wanted = state(home)
        cls.events = progress_events(cls.uncut)

    def assertSameState(self, home: Home) -> None:
        for part, found in state(home).items():
            wanted = self.wanted[part]
            if found == wanted:
                continue
            shown = [
                f"{sign} {line}"[:400]
                for sign, one, other in (("-", wanted, found), ("+", found, wanted))
                for line in [line for line in one if line not in other][:5]
            ]
            self.fail(f"{part}: {len(wanted)} uncut, {len(found)} cut\n" + "\n".join(shown))

    def assertGoesOn(self, home: Home) -> None:
        """The last, uncut run ends like the first."""
        last = home.run(self.batch)
        self.assertEqual(last.status, self.uncut.status, last)
        self.assertTrue(balanced(account(last)))
        for event in ("account", "account_in_all"):
            self.assertEqual(account(last, event), account(self.uncut, event))
        self.assertSameState(home)

    def start(self, home: Home, jobs: int) -> Running:
        command = ("run", home.path, self.batch, "--as-of", "2024-01-15", "--json")
        return Running(*command, "--jobs", str(jobs))

    def cut(self, home: Home, target: Event, jobs: int) -> Event | None:
        """Kills a run when it has come to the target or past it; where it was, if it still ran."""
        order = [event["stage"] for event in self.events if event["event"] == "begin"]
        running = self.start(home, jobs)
        at = None
        for event in running.events():
            if event["event"] not in ("begin", "progress", "end"):
                break
            stage, goal = order.index(event["stage"]), order.index(target["stage"])
            done = event.get("done", 0 if event["event"] == "begin" else sys.maxsize)
            wanted = target.get("done", 0 if target["event"] == "begin" else sys.maxsize)
            if (stage, done) >= (goal, wanted):
                at = event
                break
        running.stop(signal.SIGKILL)
        return at if running.end().status == -signal.SIGKILL else None

    def test_ManyKillsEndLikeNone(self) -> None:
        rng = random.Random(SEED)
        chosen = sorted(rng.sample(range(len(self.events)), CUTS))
        home = Home.make(self.folder / "home")
        points = set()
        for number, index in enumerate(chosen):
            at = self.cut(home, self.events[index], jobs=1 + number % 2)
            if at is not None:
                points.add((at["stage"], at["event"], at.get("done")))
        stages = sorted({stage for stage, _, _ in points})
        print(f"\n{len(points)} distinct kill points in {', '.join(stages)}", file=sys.stderr)
        self.assertGreaterEqual(len(points), 12, points)
        self.assertGoesOn(home)

    def test_AKillInEachStageEndsLikeNone(self) -> None:
        """Each stage cut in its middle, in one home after another: none hides another's fault."""
        middles = {}
        for event in self.events:
            if event["event"] == "progress":
                middles.setdefault(event["stage"], []).append(event)
        for stage, events in middles.items():
            with self.subTest(stage):
                home = Home.make(self.folder / stage)
                self.cut(home, events[len(events) // 2], jobs=2)
                self.assertGoesOn(home)

    def test_HelpersAreNotNeededToDieWell(self) -> None:
        """Only the program is killed, as the kernel does when memory is short."""
        home = Home.make(self.folder / "home")
        running = self.start(home, jobs=2)
        for event in running.events():
            if event.get("done", 0) > DOCUMENTS // 3:
                break
        running.stop(signal.SIGKILL, group=False)
        # The pipe ends when the last helper has let go of it: they leave with their program.
        self.assertEqual(running.end().status, -signal.SIGKILL)
        self.assertGoesOn(home)

    def test_CtrlCIsNoAccident(self) -> None:
        home = Home.make(self.folder / "home")
        for share in (3, 2):
            running = self.start(home, jobs=2)
            for event in running.events():
                if event.get("done", 0) > DOCUMENTS // share:
                    break
            running.stop(signal.SIGINT)
            outcome = running.end()
            self.assertEqual(outcome.status, 130, outcome)
            self.assertIn("已中断", outcome.err)
        self.assertGoesOn(home)
