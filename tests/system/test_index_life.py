# SPDX-License-Identifier: GPL-3.0-or-later
"""The index through its life: opened and closed after the seal, killed in between, rebuilt and
verified.
"""

import json
import os
import random
import re
import shutil
import subprocess
import unittest
from pathlib import Path
from typing import Any

import tutorial
from support import Home, Outcome, SystemTest, dump, findings, guidang, holding

PATH = "收文/青政办函〔2023〕8号.txt"
OTHER = tutorial.FLOOD
SEED = 20231122
KILLS = 14


def strangers(home: Home, query: str = "年度:2023") -> set[str]:
    """Records that somebody finds who may see only what is open."""
    found = home.search(query, "--open-only", "--json")
    if found.status != 0:
        raise AssertionError(found)
    return {row["record"] for row in found.rows}


def staff(home: Home, query: str = "年度:2023") -> set[str]:
    return {row["record"] for row in home.hits(query)}


def current(home: Home) -> Path:
    return home.path / "index" / (home.path / "index" / "CURRENT").read_text().strip()


def generations(home: Home) -> list[str]:
    return sorted(p.name for p in (home.path / "index").glob("gen-*"))


def seal_notes(home: Home) -> list[str]:
    """Findings that say that a sealed record would be other now."""
    return sorted(k for k, codes in findings(home.path).items() if "SEA-101" in codes)


class AfterTheSeal(SystemTest):
    """A sealed item is opened and closed by a decision, and stays what was sealed."""

    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.sealed().copy(self.folder / "home")
        rows = tutorial.by_path(self.home)
        self.record: str = rows[PATH]["record"]
        self.other: str = rows[OTHER]["record"]
        self.title: str = rows[PATH]["fields"]["title"]["value"]

    def decide(self, value: str, field: str = "opening", record: str = "") -> Outcome:
        return self.assertStatus(self.home.set(record or self.record, field, value), 0)

    def assertVerifies(self) -> None:
        self.assertStatus(self.home.call("index", "--verify"), 0)

    def test_OpenedThenClosed(self) -> None:
        codes, pins = tutorial.codes(self.home), seal_notes(self.home)
        self.assertEqual(strangers(self.home), set())
        self.assertIn("立即生效", self.decide("open").err)
        self.assertEqual(strangers(self.home), {self.record})
        self.assertVerifies()
        self.decide("open", record=self.other)
        self.assertEqual(strangers(self.home), {self.record, self.other})
        self.assertTrue(holding(current(self.home) / "open", self.title))

        self.assertIn("立即生效", self.decide("controlled").err)
        self.assertEqual(strangers(self.home), {self.other})
        self.assertIn(self.record, staff(self.home))
        self.assertVerifies()
        before = current(self.home).name
        self.home.run()
        self.assertEqual(current(self.home).name, before, "the run had nothing to add")
        self.assertVerifies()
        self.assertEqual(tutorial.codes(self.home), codes)
        self.assertEqual(seal_notes(self.home), pins, "opening amends nothing")
        self.assertStatus(self.home.call("doctor"), 0)

    def test_ClosingLeavesNoByteToStrangers(self) -> None:
        self.decide("open")
        self.decide("open", record=self.other)
        row = tutorial.by_path(self.home)[PATH]
        texts = [
            self.title,
            row["record"],
            row["code"],
            row["fields"]["document_number"]["value"],
            *self.words_of(PATH),
        ]
        open_before = current(self.home) / "open"
        for text in texts:
            self.assertTrue(holding(open_before, text), text)
        self.decide("deferred")
        folders = list((self.home.path / "index").rglob("open"))
        self.assertEqual(len(folders), 1, "the generation before went with it")
        for text in texts:
            self.assertEqual(holding(folders[0], text), [], text)
        # Terms, values and data as Xapian gives them, compressed or not.
        listed = subprocess.run(
            ("xapian-delve", "-v", "-v", "-a", "-V0", "-V3", "-V6", "-V8", folders[0]),
            capture_output=True,
            check=False,
        )
        if listed.returncode == 0:
            for text in texts:
                self.assertNotIn(text.encode(), listed.stdout)

    def words_of(self, path: str) -> list[str]:
        """Lines that only this document has."""
        def lines(name: Path) -> set[str]:
            data = name.read_bytes()
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                text = data.decode("gb18030", "ignore")
            return {line.strip(" 　") for line in text.splitlines()}

        own = lines(tutorial.BATCH / path)
        for other in tutorial.BATCH.rglob("*.txt"):
            if other != tutorial.BATCH / path:
                own -= lines(other)
        return sorted(line for line in own if len(line) > 12)[:5]

    def test_AReasonForControlCloses(self) -> None:
        self.decide("open")
        reason = "rights"
        done = self.home.set(self.record, "control", reason)
        if done.status != 0:  # the profile names its own
            reason = re.findall(r"[:|] (\w+) ", done.err)[0]
            self.decide(reason, "control")
        self.assertEqual(strangers(self.home), set())
        self.decide("open")
        self.assertEqual(strangers(self.home), set())
        self.decide("", "control")
        self.assertEqual(strangers(self.home), {self.record})

    def test_UndoAndWithdrawFollow(self) -> None:
        self.decide("open")
        self.assertStatus(self.home.call("undo", "--by", "归档员"), 0)
        self.assertEqual(strangers(self.home), set())
        self.assertStatus(self.home.call("undo", "--by", "归档员", "--list"), 0)
        self.decide("open")
        self.decide("yes", "withdraw")
        self.assertEqual(strangers(self.home), set())
        self.assertNotIn(self.record, staff(self.home))
        self.assertVerifies()

    def test_TakenBackIsClosed(self) -> None:
        self.decide("open")
        self.decide("")
        self.assertEqual(strangers(self.home), set())

    def test_OtherFieldsStayProposals(self) -> None:
        self.decide("open")
        generation = current(self.home).name
        said = self.decide("另一题名", "title")
        self.assertIn("更正建议", said.err)
        self.assertEqual(current(self.home).name, generation)
        self.assertEqual(strangers(self.home, "另一题名"), set())

    def test_BundlesStateTheOpeningTheyAreHandedOverWith(self) -> None:
        first = Path(self.assertStatus(self.home.call("package", "2023"), 0).lines[-1])
        self.decide("open")
        again = self.home.call("package", "2023")
        self.assertStatus(again, 2)
        self.assertIn("再次封存", again.err)
        self.assertStatus(guidang("verify", first), 0)
        elsewhere = [self.folder / "one", self.folder / "two"]
        made = [
            Path(self.assertStatus(self.home.call("package", "2023", "--to", to), 0).lines[-1])
            for to in elsewhere
        ]
        self.assertEqual(*({p.name: p.read_bytes() for p in m.glob("*.txt")} for m in made))
        self.assertStatus(guidang("verify", made[0]), 0)
        code = tutorial.by_path(self.home)[PATH]["code"]
        metadata = next(p for p in made[0].rglob("*元数据.XML") if code in p.name or code in str(p))
        self.assertIn('opening="open"', metadata.read_text(encoding="utf-8"))

        sealed = self.assertStatus(self.home.seal(2023, "--leave-held", "--why", "待补"), 0)
        self.assertEqual(json.loads(sealed.lines[-1])["edition"], 2)
        second = Path(self.assertStatus(self.home.call("package", "2023"), 0).lines[-1])
        self.assertNotEqual(first, second)
        self.assertStatus(guidang("verify", second), 0)

        # Put back, the year is as open as it was.
        back = Home.make(self.folder / "back")
        self.assertStatus(guidang("restore", made[0], back.path), 0)
        back.run()
        self.assertEqual(strangers(back), {self.record})
        self.assertEqual(seal_notes(back), [])


@unittest.skipUnless(os.environ.get("STOP_AT_LIBRARY"), "needs the stop_at library")
class Killed(SystemTest):
    """Whoever is killed while closing or opening leaves nothing open that is not to be."""

    def stopped(self, home: Home, command: tuple[str, ...], at: int) -> int:
        env = {"LD_PRELOAD": os.environ["STOP_AT_LIBRARY"], "STOP_AT": str(at)}
        return guidang(*command, env=env).status

    def calls(self, home: Home, command: tuple[str, ...]) -> int:
        log = self.folder / "log"
        env = {"LD_PRELOAD": os.environ["STOP_AT_LIBRARY"], "STOP_LOG": str(log)}
        self.assertStatus(guidang(*command, env=env), 0)
        return len(log.read_text().splitlines())

    def decided(self, home: Home, record: str) -> str:
        """The opening that the register knows."""
        rows = [row for row in dump(home.path) if row.startswith("decision") and record in row]
        return rows[-1].split("'")[5] if rows else ""

    def cut_everywhere(self, start: Home, value: str) -> None:
        record = tutorial.by_path(start)[PATH]["record"]

        def command(home: Home) -> tuple[str, ...]:
            people = ("--by", "归档员", "--why", "核对", "--as-of", "2024-01-16")
            return ("set", str(home.path), record, "opening", value, *people)

        whole = start.copy(self.folder / f"{value}-whole")
        count = self.calls(whole, command(whole))
        wanted = strangers(whole)
        for at in sorted(random.Random(SEED).sample(range(1, count + 1), min(KILLS, count))):
            home = start.copy(self.folder / f"{value}-{at}")
            with self.subTest(value=value, at=at, of=count):
                status = self.stopped(home, command(home), at)
                self.assertLess(status, 0)
                decided = self.decided(home, record)
                seen = strangers(home)
                if decided != "open":
                    self.assertNotIn(record, seen, "closed by the register, open in the index")
                self.assertStatus(home.call("index"), 0)
                self.assertEqual(record in strangers(home), decided == "open")
                self.assertStatus(home.call("index", "--verify"), 0)
                self.assertEqual(list((home.path / "index").glob("*.partial")), [])
                # Said again, it ends like the uncut command.
                self.assertStatus(guidang(*command(home)), 0)
                self.assertEqual(strangers(home), wanted)
            shutil.rmtree(home.path)

    def test_Opening(self) -> None:
        self.cut_everywhere(tutorial.sealed(), "open")

    def test_Closing(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        for path in (PATH, OTHER):
            self.assertStatus(home.set(tutorial.by_path(home)[path]["record"], "opening", "open"), 0)
        self.cut_everywhere(home, "controlled")

    def test_TheNextRunMendsIt(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        record = tutorial.by_path(home)[PATH]["record"]
        self.assertStatus(home.set(record, "opening", "open"), 0)
        (home.path / "index" / "BEHIND").write_text("")
        self.assertStatus(home.call("index", "--verify"), 0)
        home.run()
        self.assertFalse((home.path / "index" / "BEHIND").exists())
        self.assertEqual(strangers(home), {record})


class Commands(SystemTest):
    """guidang index."""

    QUERIES = ("通知", "关于 年度:2023", "文种:报告", "防汛 OR 档案", "云溪县人民政府办公室")

    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.sealed().copy(self.folder / "home")

    def answers(self) -> list[list[dict[str, Any]]]:
        return [self.home.hits(query) for query in self.QUERIES]

    def row(self, *arguments: str, status: int = 0) -> dict[str, Any]:
        return self.assertStatus(self.home.call("index", *arguments, "--json"), status).rows[-1]

    def test_ADeletedIndexComesBack(self) -> None:
        before = self.answers()
        shutil.rmtree(self.home.path / "index")
        row = self.row("--verify", status=1)
        self.assertFalse(row["valid"])
        self.assertEqual(row["generation"], 0)
        made = self.row()
        self.assertTrue(made["changed"])
        self.assertEqual(made["added"], made["records"])
        self.assertEqual(self.answers(), before)
        self.assertFalse(self.row()["changed"])
        self.assertTrue(self.row("--rebuild")["changed"])
        self.assertEqual(self.answers(), before)
        self.assertTrue(self.row("--verify")["valid"])

    def test_VerifyTellsWhatIsWrong(self) -> None:
        """Against another home's index: records that are missing, and some that are too many."""
        other = tutorial.received("incoming")[0]
        shutil.rmtree(self.home.path / "index")
        shutil.copytree(other.path / "index", self.home.path / "index")
        row = self.row("--verify", status=1)
        self.assertGreater(row["missing"] + row["extra"] + row["other"], 0)
        self.assertEqual(row["problems"], [])
        self.assertTrue(row["examples"])
        told = self.assertStatus(self.home.call("index", "--verify"), 1)
        self.assertIn("guidang index HOME", told.err)
        self.row()
        self.assertTrue(self.row("--verify")["valid"])

    def test_VerifyFindsDamage(self) -> None:
        table = current(self.home) / "staff" / "postlist.glass"
        data = bytearray(table.read_bytes())
        data[8192:12288] = os.urandom(4096)
        table.write_bytes(data)
        row = self.row("--verify", status=1)
        self.assertTrue(row["problems"])
        self.row("--rebuild")
        self.assertTrue(self.row("--verify")["valid"])

    def test_AnotherVersionsIndexIsReplacedByTheNextRun(self) -> None:
        """What names another analyser: search says what to do, and the next run does it."""
        before = self.answers()
        for table in current(self.home).rglob("postlist.glass"):
            data = table.read_bytes()
            at = data.index(b"guidang-han/")
            end = at + len(b"guidang-han/") + 1
            table.write_bytes(data[: end - 1] + b"0" + data[end:])
        said = self.home.search("通知")
        self.assertEqual(said.status, 3, said)
        self.assertIn("guidang run", said.err)
        self.assertEqual(self.row("--verify", status=1)["valid"], False)
        self.home.run()
        self.assertEqual(self.answers(), before)
        self.assertTrue(self.row("--verify")["valid"])

    def test_WithoutAnIndex(self) -> None:
        shutil.rmtree(self.home.path / "index")
        said = self.home.search("通知")
        self.assertIn(said.status, (2, 3))
        self.assertIn("guidang", said.err)

    def test_VerifyAndRebuildDoNotGoTogether(self) -> None:
        self.assertStatus(self.home.call("index", "--verify", "--rebuild"), 2)


if __name__ == "__main__":
    unittest.main()
