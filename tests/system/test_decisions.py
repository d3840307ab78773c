# SPDX-License-Identifier: GPL-3.0-or-later
"""What people decide, and what comes in again better than before."""

import shutil
import sys
from pathlib import Path

import tutorial
from support import SOURCE, Home, SystemTest, account, digests, register

sys.path.insert(0, str(SOURCE / "tests" / "tools"))

import minidocx
from redhead import RedHead

DAMAGED = "收文/石政函〔2023〕4号.docx"
REQUEST = "发文/云政办请〔2023〕1号.txt"
REPLY = "收文/青政办函〔2023〕8号.txt"


class Decided(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.received()[0].copy(self.folder / "home")
        self.rows = tutorial.by_path(self.home)

    def verdict_after(self, path: str, field: str, value: str) -> str:
        self.assertStatus(self.home.set(self.rows[path]["record"], field, value), 0)
        self.home.run()
        return str(tutorial.by_path(self.home)[path]["verdict"])

    def test_APeriodSettlesTheAppraisal(self) -> None:
        self.assertEqual(self.verdict_after(tutorial.TO_BE_APPRAISED, "period", "10年"), "accepted")
        row = tutorial.by_path(self.home)[tutorial.TO_BE_APPRAISED]
        self.assertEqual(row["appraisal"]["period"], "10年")
        self.assertRegex(row["code"], r"^X043-WS·2023-D10-\d{4}$")

    def test_APeriodByItsCodeIsTheSamePeriod(self) -> None:
        self.assertEqual(self.verdict_after(tutorial.TO_BE_APPRAISED, "period", "D10"), "accepted")
        row = tutorial.by_path(self.home)[tutorial.TO_BE_APPRAISED]
        self.assertEqual(row["appraisal"]["period"], "10年")

    def test_APeriodOutsideTheTableDoesNot(self) -> None:
        record = self.rows[tutorial.TO_BE_APPRAISED]["record"]
        outcome = self.home.set(record, "period", "17年")
        self.assertStatus(outcome, 2)
        self.assertIn("10年 30年 永久", outcome.err)

    def test_ADateSettlesTheUndated(self) -> None:
        self.assertEqual(self.verdict_after(tutorial.UNDATED, "date", "2023-08-23"), "accepted")
        row = tutorial.by_path(self.home)[tutorial.UNDATED]
        self.assertEqual(row["fields"]["date"]["value"], "2023-08-23")
        self.assertEqual(row["fields"]["date"]["source"], "person")
        self.assertEqual(self.verdict_after(tutorial.UNDATED, "date", ""), "held")

    def test_AYearIsAYear(self) -> None:
        for value in ("abc", "1", "99999"):
            with self.subTest(value):
                outcome = self.home.set(self.rows[tutorial.UNDATED]["record"], "year", value)
                self.assertStatus(outcome, 2)

    def test_AWaiverSettlesWhatIsIncomplete(self) -> None:
        self.assertEqual(self.verdict_after(tutorial.NO_DRAFT, "waive:CMP-03", "yes"), "accepted")

    def test_OutsideTheScopeByDecision(self) -> None:
        self.assertEqual(self.verdict_after(tutorial.TO_BE_APPRAISED, "filed", "no"), "not_filed")

    def test_AWithdrawalTakesADocumentOut(self) -> None:
        record = self.rows[tutorial.FLOOD]["documents"][0]
        self.assertStatus(self.home.set(record, "withdraw", "yes"), 0)
        self.assertEqual(account(self.home.run(), "account_in_all")["documents"]["withdrawn"], 1)
        self.assertEqual(self.home.search("防汛", "--count").out, "2\n")
        self.assertStatus(self.home.set(record, "withdraw", ""), 0)
        counts = account(self.home.run(), "account_in_all")["documents"]
        self.assertEqual(counts, tutorial.FILING)

    def ties(self, path: str) -> str:
        return self.home.call("explain", self.rows[path]["documents"][0], "--lang", "en").out

    def test_ATieIsTakenBackForAllLaterRuns(self) -> None:
        request = self.rows[REQUEST]["record"]
        reply = self.rows[REPLY]["documents"][0]
        self.assertIn("replied_by       answered by", self.ties(REQUEST))
        for _ in range(2):
            self.assertStatus(self.home.set(request, f"relation:replied_by:{reply}", "no"), 0)
            self.home.run()
            self.assertNotIn("answered by", self.ties(REQUEST))
            self.assertIn(f"decisions: {reply} relation:replies_to:", self.ties(REQUEST))
        self.assertStatus(self.home.set(reply, f"relation:replies_to:{request}", ""), 0)
        self.home.run()
        self.assertIn("replied_by       answered by", self.ties(REQUEST))

    def test_ATieIsSetByHand(self) -> None:
        request = self.rows[REQUEST]["record"]
        number = self.rows[tutorial.FLOOD]["fields"]["document_number"]["value"]
        self.assertStatus(self.home.set(request, f"relation:cites:{number}", "yes"), 0)
        self.home.run()
        self.assertIn("set by 归档员", self.ties(REQUEST))

    def test_AReturnCountsWithItsApprover(self) -> None:
        self.home = tutorial.received("incoming")[0].copy(self.folder / "incoming")
        self.rows = tutorial.by_path(self.home)
        self.assertEqual(self.verdict_after(tutorial.LATE_REPORT, "return", "approved"), "returned")
        self.assertEqual(self.verdict_after(tutorial.TWO_ORGANS, "return", "refused"), "accepted")
        self.assertEqual(
            self.verdict_after(tutorial.ONE_ATTACHMENT, "waive:RTN-12", "yes"), "accepted"
        )
        counts = account(self.home.run(), "account_in_all")["documents"]
        settled = {"accepted": 20, "return_proposed": 0, "returned": 1}
        self.assertEqual(counts, {**tutorial.INCOMING, **settled})

    def test_DocumentsAreMergedHoweverTheyAreNamed(self) -> None:
        request, reply = self.rows[REQUEST], self.rows[REPLY]
        wanted = sorted(request["documents"] + reply["documents"])
        names = (request["documents"][0], "云政办请〔2023〕1号", request["record"], request["code"])
        for name in names:
            with self.subTest(name):
                home = tutorial.received()[0].copy(self.folder / name)
                self.assertStatus(home.set(reply["documents"][0], "merge", name), 0)
                home.run()
                merged = [sorted(row["documents"]) for row in home.export()]
                self.assertIn(wanted, merged)
                counts = account(home.run(), "account_in_all")["documents"]
                self.assertEqual(counts, tutorial.FILING)


class Sealed(SystemTest):
    """A sealed record stays what it was; only a withdrawal is seen, and at once."""

    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.sealed().copy(self.folder / "home")
        self.row = tutorial.by_path(self.home)[tutorial.FLOOD]

    def test_ANewTitleIsOnlyProposed(self) -> None:
        bundle = Path(self.home.call("package", "2023").lines[-1])
        before = digests(bundle), digests(self.home.path / "lists"), self.home.export()
        self.assertStatus(self.home.set(self.row["record"], "title", "另一个标题"), 0)
        self.home.run()
        again = self.home.call("package", "2023", "--to", self.folder / "again").lines[-1]
        after = digests(Path(again)), digests(self.home.path / "lists"), self.home.export()
        self.assertEqual(after, before)
        self.assertIn("另一个标题", self.home.call("explain", self.row["record"]).out)

    def test_AWithdrawalIsSeenEverywhere(self) -> None:
        self.assertStatus(self.home.set(self.row["record"], "withdraw", "yes"), 0)
        counts = account(self.home.run(), "account_in_all")["documents"]
        self.assertEqual((counts["accepted"], counts["withdrawn"]), (20, 1))
        rows = [row for row in self.home.export() if row["path"] == tutorial.FLOOD]
        self.assertEqual([row["verdict"] for row in rows], ["withdrawn"])
        self.assertEqual(self.home.search("防汛", "--count").out, "2\n")
        table = (self.home.path / "lists" / "2023" / "归档文件目录.csv").read_text(encoding="utf-8")
        self.assertNotIn(self.row["code"], table)

    def test_AnEditionIsNeverTwoBundles(self) -> None:
        first = Path(self.home.call("package", "2023", "--to", self.folder / "a").lines[-1])
        self.assertStatus(self.home.set(self.row["record"], "withdraw", "yes"), 0)
        self.home.run()
        self.home.seal(2023, "--leave-held", "--why", "待补")
        outcome = self.home.call("package", "2023", "--to", self.folder / "b")
        if outcome.status == 0:
            second = Path(outcome.lines[-1])
            self.assertTrue(second.name != first.name or digests(second) == digests(first))


class Numbers(SystemTest):
    """Invariant 5: every number up to the counter has its row; none moves, none is used again."""

    def assertWholeLedger(self, home: Home) -> dict[str, list[tuple[int, str]]]:
        with register(home.path) as database:
            last = dict(database.execute("SELECT series, last FROM counter"))
            rows = database.execute("SELECT series, number, state FROM ledger ORDER BY 1, 2")
            ledger: dict[str, list[tuple[int, str]]] = {}
            for series, number, state in rows:
                ledger.setdefault(series, []).append((number, state))
        found = {series: [number for number, _ in rows] for series, rows in ledger.items()}
        self.assertEqual(found, {series: list(range(1, n + 1)) for series, n in last.items()})
        return ledger

    def test_AWithdrawnNumberIsNeverUsedAgain(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        self.assertWholeLedger(home)
        before = tutorial.codes(home)
        series = "X043-WS·2023-D30-"
        record, code = max(
            ((r, c) for r, c in before.items() if c.startswith(series)), key=lambda pair: pair[1]
        )
        self.assertStatus(home.set(record, "withdraw", "yes"), 0)
        home.run(tutorial.LATE)
        self.assertStatus(home.seal(2023, "--leave-held", "--why", "待补"), 0)
        home.run()
        ledger = self.assertWholeLedger(home)
        self.assertIn((tutorial.parts(code)[1], "tombstone"), ledger[series])
        after = tutorial.codes(home)
        self.assertEqual([c for r, c in after.items() if r != record and c == code], [])
        del before[record]
        self.assertEqual({r: c for r, c in after.items() if r in before}, before)


class Again(SystemTest):
    """The batch comes again with something mended: no document is there twice."""

    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.received()[0].copy(self.folder / "home")
        self.batch = self.folder / tutorial.BATCH.name
        shutil.copytree(tutorial.BATCH, self.batch)

    def standing(self, home: Home, number: str) -> list[str]:
        return [
            row["verdict"]
            for row in home.export()
            if row["fields"].get("document_number", {}).get("value") == number
            and row["verdict"] in ("accepted", "held", "return_proposed")
        ]

    def test_AnUndamagedCopyTakesThePlaceOfTheDamaged(self) -> None:
        letter = RedHead(
            organ="石桥镇人民政府",
            number="石政函〔2023〕4号",
            title="石桥镇人民政府关于调整老街路灯线路的函",
            to="云溪县人民政府办公室",
            body=("商请调整老街路灯线路。",),
            signed="石桥镇人民政府",
            date="2023年10月18日",
        )
        content = minidocx.make_docx(letter.paragraphs(), letter.title, letter.signed, "2023-10-18")
        (self.batch / DAMAGED).write_bytes(content)
        self.home.run(self.batch)
        self.assertEqual(self.standing(self.home, letter.number), ["accepted"])

    def test_AFileTakesThePlaceOfItsPaper(self) -> None:
        notice = RedHead(
            organ="青溪市人民政府办公室文件",
            number="青政办发〔2023〕15号",
            title="青溪市人民政府办公室关于做好2023年度政府系统督查工作的通知",
            to="各县（市、区）人民政府办公室",
            body=("请认真做好督查工作。",),
            signed="青溪市人民政府办公室",
            date="2023年4月17日",
        )
        target = self.batch / "收文" / f"{notice.number}.txt"
        target.write_text(notice.text(), encoding="utf-8")
        self.home.run(self.batch)
        self.assertEqual(self.standing(self.home, notice.number), ["accepted"])
