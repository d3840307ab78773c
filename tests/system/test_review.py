# SPDX-License-Identifier: GPL-3.0-or-later
"""What is held, settled in one spreadsheet: out, filled in, back, and taken back again."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tutorial
from support import Home, Outcome, SystemTest, dump, guidang, register

FILLED = "2024-01-16"
ANSWERS = {
    "APR-101": ("定期限", "10年"),
    "FMT-211": ("填成文日期", "2023年8月23日"),
    "FMT-212": ("填成文日期", "2023/2/28"),
    "CMP-03": ("放行", ""),
    "RCV-117": ("撤回", ""),
}
Row = dict[str, str]


def decisions(home: Path) -> list[Any]:
    """What stands, of documents and items."""
    with register(home) as database:
        query = (
            "SELECT record, field, value, by_whom, date, why FROM decision d WHERE id = "
            "(SELECT max(id) FROM decision l WHERE l.record = d.record AND l.field = d.field) "
            "AND value <> '' AND record NOT LIKE 'e%' ORDER BY record, field"
        )
        return database.execute(query).fetchall()


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[Row], encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def code(row: Row) -> str:
    return row["行键"].split("/")[1]


def fill(row: Row) -> None:
    if code(row) in ANSWERS:
        row["决定"], row["值"] = ANSWERS[code(row)]
        row["理由"] = "核对原件"


class Reviewed(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.received()[0].copy(self.folder / "home")
        self.table = self.folder / "待办.csv"

    def export(self, *arguments: str, to: Path | None = None) -> list[Row]:
        target = to or self.table
        done = guidang("review", "export", self.home.path, "--to", target, *arguments)
        self.assertStatus(done, 0)
        return read(target) if target.suffix == ".csv" else []

    def apply(self, *arguments: str, table: Path | None = None) -> Outcome:
        people = ("--by", "张三", "--as-of", FILLED)
        return guidang(
            "review", "apply", self.home.path, table or self.table, *people, "--json", *arguments
        )

    def undo(self, *arguments: str) -> Outcome:
        return self.home.call("undo", *arguments, "--by", "王五", "--as-of", FILLED, "--json")

    def filled(self) -> list[Row]:
        rows = self.export()
        for row in rows:
            fill(row)
        write(self.table, rows)
        return rows

    def refused(self, change: Callable[[list[Row]], None]) -> list[dict[str, Any]]:
        """Applies a filled table after a change that must be refused; gives the bad rows."""
        rows = self.filled()
        change(rows)
        write(self.table, rows)
        before = dump(self.home.path)
        done = self.assertStatus(self.apply(), 1)
        self.assertEqual(dump(self.home.path), before)
        report = done.rows[0]
        self.assertFalse(report["applied"])
        bad: list[dict[str, Any]] = report["bad"]
        for one in bad:
            self.assertTrue(one["expected"] and one["advice"], one)
        return bad


class Table(Reviewed):
    def test_EveryHeldDocumentIsInIt(self) -> None:
        rows = self.export()
        held = {r["record"] for r in self.home.export() if r["verdict"] == "held"}
        self.assertEqual({row["记录"] for row in rows if row["结论"] == "待处理"}, held)
        self.assertEqual(len({row["行键"] for row in rows}), len(rows))
        for row in rows:
            self.assertTrue(row["可选决定"] and row["问题"], row)

    def test_AllHasMoreThanWhatIsHeld(self) -> None:
        some = {row["行键"] for row in self.export()}
        more = {row["行键"] for row in self.export("--all")}
        self.assertLess(some, more)

    def test_AYearHasItsOwnAndWhatHasNone(self) -> None:
        self.assertEqual(self.export("--year", "2023"), self.export())
        other = {row["记录"] for row in self.export("--year", "2019")}
        undated = {r["record"] for r in self.home.export() if r["year"] is None}
        self.assertLessEqual(other, undated)
        self.assertTrue(other)

    def test_EqualHomesGiveEqualBytes(self) -> None:
        for name in ("a.csv", "a.xlsx"):
            self.export(to=self.folder / name)
            first = (self.folder / name).read_bytes()
            self.export(to=self.folder / name)
            self.assertEqual((self.folder / name).read_bytes(), first)

    def test_NothingOfASecretIsInIt(self) -> None:
        self.export("--all")
        self.assertNotIn(tutorial.CANARY, self.table.read_text(encoding="utf-8"))

    def test_AnUntouchedTableChangesNothing(self) -> None:
        for name in ("a.csv", "a.xlsx"):
            for language in ("zh", "en"):
                with self.subTest(name + language):
                    table = self.folder / name
                    self.export("--all", "--lang", language, to=table)
                    before = dump(self.home.path)
                    done = self.assertStatus(self.apply(table=table), 0)
                    report = done.rows[0]
                    self.assertEqual(report["empty"], report["rows"])
                    self.assertEqual(dump(self.home.path), before)


class Applied(Reviewed):
    def test_OneCommitSettlesAll(self) -> None:
        self.filled()
        report = self.assertStatus(self.apply(), 0).rows[0]
        self.assertEqual(len(report["decisions"]), 5)
        self.home.run()
        verdicts = {r["verdict"] for r in self.home.export()}
        self.assertNotIn("held", verdicts)
        dates = tutorial.by_path(self.home)[tutorial.NO_DAY]["fields"]["date"]
        self.assertEqual(dates["value"], "2023-02-28")

    def test_TwiceIsOnce(self) -> None:
        self.filled()
        self.assertStatus(self.apply(), 0)
        for run in (False, True):
            with self.subTest(run=run):
                if run:
                    self.home.run()
                before = dump(self.home.path)
                report = self.assertStatus(self.apply(), 0).rows[0]
                self.assertEqual((report["standing"], report["decisions"]), (5, []))
                self.assertEqual(dump(self.home.path), before)

    def test_ADryRunWritesNothing(self) -> None:
        self.filled()
        before = dump(self.home.path)
        self.assertEqual(len(self.assertStatus(self.apply("--dry-run"), 0).rows[0]["decisions"]), 5)
        self.assertEqual(dump(self.home.path), before)

    def test_NeighboursOfAnsweredRowsCanStillBeAnswered(self) -> None:
        rows = self.filled()
        later = [row for row in rows if code(row) == "CMP-03"]
        for row in later:
            row["决定"] = row["理由"] = ""
        write(self.table, rows)
        self.assertStatus(self.apply(), 0)
        self.home.run()
        for row in later:
            fill(row)
        write(self.table, rows)
        report = self.assertStatus(self.apply(), 0).rows[0]
        self.assertEqual([one["field"] for one in report["decisions"]], ["waive:CMP-03"])

    def test_ASpreadsheetMayWriteItInItsOwnWay(self) -> None:
        for encoding, delimiter in (("gb18030", ","), ("utf-8", ";"), ("utf-16", "\t")):
            with self.subTest(encoding):
                rows = self.filled()
                turned = [{f" {k[:1]} {k[1:]}": v for k, v in reversed(r.items())} for r in rows]
                for row in turned:
                    row["备注"] = "我的记号"
                    row[" 成 文日期"] = row[" 成 文日期"].replace("-0", "/").replace("-", "/")
                write(self.table, turned, encoding, delimiter)
                done = self.assertStatus(self.apply("--dry-run"), 0)
                self.assertEqual(len(done.rows[0]["decisions"]), 5)


class Refused(Reviewed):
    def test_AWordThatIsNotOffered(self) -> None:
        bad = self.refused(lambda rows: rows[-1].update({"决定": "随便"}))
        self.assertEqual([(one["column"], one["found"]) for one in bad], [("decision", "随便")])

    def test_AValueThatIsNone(self) -> None:
        def change(rows: list[Row]) -> None:
            for row in rows:
                if code(row) == "FMT-211":
                    row["值"] = "2023年2月30日"
                if code(row) == "APR-101":
                    row["值"] = "17年"

        bad = self.refused(change)
        self.assertEqual([one["column"] for one in bad], ["value", "value"])
        self.assertIn("10年", bad[1]["advice"])

    def test_ARowOfNoRecordAndARowTwice(self) -> None:
        def change(rows: list[Row]) -> None:
            rows.append(dict(rows[0]))
            rows.append({**rows[1], "行键": "d0000000000000000/FMT-211/date"})

        bad = self.refused(change)
        self.assertEqual([one["column"] for one in bad], ["row key", "row key"])

    def test_AColumnThatIsOnlyRead(self) -> None:
        bad = self.refused(lambda rows: rows[-1].update({"题名": "另一个题名"}))
        self.assertEqual([(one["column"], one["found"]) for one in bad], [("title", "另一个题名")])

    def test_KeysSortedWithoutTheirRows(self) -> None:
        def change(rows: list[Row]) -> None:
            first, last = rows[2], rows[-1]
            for name in ("行键", "指纹"):
                first[name], last[name] = last[name], first[name]

        self.assertEqual(len(self.refused(change)), 2)

    def test_TwoAnswersToOneQuestion(self) -> None:
        def change(rows: list[Row]) -> None:
            for row in rows:
                if code(row) == "YR-101":
                    row.update({"决定": "填成文日期", "值": "2023-12-01", "理由": "猜"})

        self.assertEqual([one["column"] for one in self.refused(change)], ["value", "value"])

    def test_ARecordThatWasDecidedSince(self) -> None:
        self.filled()
        record = tutorial.by_path(self.home)[tutorial.UNDATED]["record"]
        self.home.set(record, "date", "2023-09-01")
        bad = self.assertStatus(self.apply(), 1).rows[0]["bad"]
        self.assertEqual([one["column"] for one in bad], ["fingerprint"])

    def test_AValueWithoutADecision(self) -> None:
        bad = self.refused(lambda rows: rows[-1].update({"决定": "", "值": "10年"}))
        self.assertEqual([one["column"] for one in bad], ["decision"])

    def test_AReasonIsNeeded(self) -> None:
        def change(rows: list[Row]) -> None:
            for row in rows:
                row["理由"] = ""

        self.assertEqual({one["column"] for one in self.refused(change)}, {"reason"})
        self.assertStatus(self.apply("--why", "逐件核对"), 0)

    def test_ATableThatIsNone(self) -> None:
        for content in (b"", b"a,b\n1,2\n", b"\x00\x01\x02" * 99):
            self.table.write_bytes(content)
            self.assertStatus(self.apply(), 2)


class Undone(Reviewed):
    def test_WhatStoodBeforeStandsAgain(self) -> None:
        record = tutorial.by_path(self.home)[tutorial.TO_BE_APPRAISED]["record"]
        self.home.set(record, "period", "永久")
        self.home.run()
        before = decisions(self.home.path), self.home.export()
        self.home.set(record, "period", "10年")
        self.filled()
        self.assertStatus(self.apply(), 0)
        event = self.home.call("undo", "--list", "--json").rows[0]["event"]
        self.home.run()
        self.assertStatus(self.undo(str(event)), 0)
        self.assertStatus(self.undo(), 0)
        self.home.run()
        self.assertEqual((decisions(self.home.path), self.home.export()), before)

    def test_AnUndoingCanBeUndone(self) -> None:
        self.filled()
        self.assertStatus(self.apply(), 0)
        made = decisions(self.home.path)
        undoing = self.assertStatus(self.undo(), 0).rows[0]["event"]
        self.assertEqual(decisions(self.home.path), [])
        self.assertStatus(self.undo(str(undoing)), 0)
        self.assertEqual(decisions(self.home.path), made)
        self.assertStatus(self.undo(), 0)
        self.assertEqual(decisions(self.home.path), [])
        self.assertStatus(self.undo(), 2)
        self.assertStatus(self.home.call("doctor"), 0)

    def test_LaterDecisionsStandInTheWay(self) -> None:
        self.filled()
        event = self.assertStatus(self.apply(), 0).rows[0]["event"]
        record = tutorial.by_path(self.home)[tutorial.TO_BE_APPRAISED]["record"]
        self.home.set(record, "period", "永久")
        before = dump(self.home.path)
        done = self.assertStatus(self.undo(str(event)), 2)
        self.assertIn("period", done.err)
        self.assertIn(str(event + 1), done.err)
        self.assertEqual(dump(self.home.path), before)
        self.assertStatus(self.undo(), 0)
        self.assertStatus(self.undo(str(event)), 0)

    def test_ASealEndsIt(self) -> None:
        self.filled()
        event = self.assertStatus(self.apply(), 0).rows[0]["event"]
        self.home.run()
        self.assertStatus(self.home.seal(), 0)
        done = self.assertStatus(self.undo(str(event)), 2)
        self.assertIn("2023", done.err)

    def test_OnlyDecisionsCanBeTakenBack(self) -> None:
        self.assertStatus(self.undo("1"), 2)
        self.assertStatus(self.undo(), 2)


class Year(Reviewed):
    def check(self, *arguments: str, as_of: str = "2024-01-16") -> Outcome:
        return self.home.call("check-year", "2023", "--as-of", as_of, "--json", *arguments)

    def test_WhatStandsInTheWayUntilItIsSettled(self) -> None:
        report = self.assertStatus(self.check(), 1).rows[0]
        counts = {name: cause["count"] for name, cause in report["causes"].items()}
        self.assertEqual(next(iter(counts)), "gap")
        gap = report["causes"]["gap"]["told"][0]
        self.assertIn("云政办发〔2023〕4号", gap["found"])
        self.assertEqual((counts["undated"], counts["unappraised"]), (2, 1))
        self.assertEqual((counts["quarantined"], counts["decided"]), (1, 0))

        self.filled()
        self.assertStatus(self.apply(), 0)
        report = self.assertStatus(self.check(), 1).rows[0]
        self.assertEqual(report["causes"]["decided"]["count"], 5)
        self.home.run()
        self.home.set(gap["record"], "waive:OUT-07", "yes", "4号作废")
        self.home.run()
        report = self.assertStatus(self.check(), 0).rows[0]
        self.assertTrue(report["ready"])
        self.assertEqual(report["items"], 25)
        self.assertStatus(self.home.seal(), 0)
        self.home.run()
        report = self.assertStatus(self.check(), 0).rows[0]
        self.assertEqual((report["items"], report["sealed"], report["editions"]), (0, 25, 1))

    def test_BothDeadlinesAreCounted(self) -> None:
        report = self.check().rows[0]
        due = {one["id"]: one for one in report["deadlines"]}
        self.assertEqual(due["filing"]["due"], "2024-06-30")
        self.assertEqual(due["filing"]["days_left"], 166)
        self.assertIsInstance(due["filing"]["working_days_left"], int)
        self.assertFalse(due["filing"]["estimated"])
        self.assertEqual(due["electronic"]["due"], "2028-12-31")
        self.assertTrue(due["electronic"]["estimated"])
        self.assertEqual(due["county"]["due"], "2033-12-31")
        self.assertNotIn("city", due)
        late = {one["id"]: one for one in self.check(as_of="2024-07-01").rows[0]["deadlines"]}
        self.assertEqual(late["filing"]["days_left"], -1)

    def test_ThePageIsTheSameEachTime(self) -> None:
        pages = []
        for name in ("a", "b"):
            self.assertStatus(self.check("--to", str(self.folder / name)), 1)
            files = sorted((self.folder / name).iterdir())
            self.assertEqual({file.suffix for file in files}, {".html", ".pdf"})
            pages.append([file.read_bytes() for file in files])
        self.assertEqual(pages[0], pages[1])

    def test_WhatCannotBeReadIsSaid(self) -> None:
        self.assertStatus(self.home.call("check-year", "1700"), 2)
        empty = self.home.call("check-year", "1950", "--json").rows[0]
        self.assertEqual(empty["items"], 0)
        self.assertEqual(json.dumps(empty["causes"]["gap"]["told"]), "[]")
