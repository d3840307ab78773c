# SPDX-License-Identifier: GPL-3.0-or-later
"""Retention tables by the command line, and questions that one answer settles for their like."""

from pathlib import Path

from support import SAMPLES, Outcome, SystemTest, guidang

LEDGER = "发文编号,发文日期,文号,标题,文件名,保管期限\n"
ROWS = (
    ("1", "2009-03-01", "豫测政〔2009〕1号", "关于做好2009年烟叶收购工作的通知", "1.txt", ""),
    ("2", "2009-04-01", "豫测政〔2009〕2号", "关于加强道路安全工作的通知", "2.txt", ""),
    ("3", "2009-05-01", "豫测政〔2009〕3号", "关于加快造林绿化的意见", "3.txt", "30年"),
)
NEXT_YEAR = ("1", "2010-03-01", "豫测政〔2010〕1号", "关于做好2010年烟叶收购工作的通知", "4.txt", "")
OFFICE = "测试省人民政府办公厅"


def write_batch(folder: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    issued = folder / "发文"
    issued.mkdir(parents=True)
    (folder / "发文登记.csv").write_text(
        LEDGER + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8-sig"
    )
    for _, date, number, title, name, _ in rows:
        year, month, day = date.split("-")
        (issued / name).write_text(
            f"{OFFICE}文件\n\n{number}\n\n{title}\n\n各市人民政府：\n\n  现将有关事项通知如下。\n\n"
            f"{OFFICE}\n{year}年{int(month)}月{int(day)}日\n",
            encoding="utf-8",
        )
    return folder


class Asked(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        self.path = self.folder / "home"
        made = guidang("init", self.path, "--fonds", "Z001", "--name", OFFICE,
                       "--profile", "provincial-office")
        self.assertStatus(made, 0)
        self.take_in("2009", ROWS)

    def take_in(self, name: str, rows: tuple[tuple[str, ...], ...]) -> None:
        batch = write_batch(self.folder / name, rows)
        guidang("run", self.path, batch, "--as-of", "2024-01-01", "--declared-by", "档案员")

    def run_again(self) -> None:
        guidang("run", self.path, "--as-of", "2024-01-01")

    def appraisal(self, title: str) -> dict[str, object]:
        rows = guidang("export", self.path).rows
        found = [row for row in rows if title in row["fields"]["title"]["value"]]
        self.assertEqual(len(found), 1, title)
        return {**found[0]["appraisal"], "record": found[0]["record"]}

    def answer(self, *arguments: str) -> Outcome:
        return guidang("answer", self.path, *arguments, "--by", "张三", "--why", "年度例行",
                       "--as-of", "2024-01-02")

    def test_OneAnswerSettlesItsLikeOfLaterYears(self) -> None:
        asked = self.appraisal("2009年烟叶")
        self.assertEqual(asked["asks"], ["important"])
        self.assertIn("一般 → 30年", str(asked["suggestion"]))
        self.assertStatus(self.answer(str(asked["record"]), "important", "一般"), 0)
        self.run_again()
        self.assertEqual(self.appraisal("2009年烟叶")["period"], "30年")
        self.assertIn("张三 2024-01-02", str(self.appraisal("2009年烟叶")["citation"]))
        self.assertEqual(self.appraisal("道路安全")["asks"], ["important"])
        self.take_in("2010", (NEXT_YEAR,))
        self.assertEqual(self.appraisal("2010年烟叶")["period"], "30年")

        listed = guidang("answer", self.path, "--list", "--json").rows
        self.assertEqual([row["value"] for row in listed], ["ordinary"])
        self.assertStatus(self.answer(listed[0]["record"], "important", ""), 0)
        self.run_again()
        self.assertEqual(self.appraisal("2010年烟叶")["asks"], ["important"])
        self.assertEqual(guidang("answer", self.path, "--list", "--json").rows, [])

    def test_AnAnswerForOneItemIsForItAlone(self) -> None:
        road = str(self.appraisal("道路安全")["record"])
        self.assertStatus(self.answer(road, "important", "重要", "--only-this"), 0)
        self.run_again()
        self.assertEqual(self.appraisal("道路安全")["period"], "永久")
        self.assertEqual(self.appraisal("2009年烟叶")["asks"], ["important"])

    def test_WhatALedgerGivesStays(self) -> None:
        given = self.appraisal("造林绿化")
        self.assertEqual((given["period"], given["rule"]), ("30年", "given"))
        told = guidang("explain", self.path, str(given["record"]))
        self.assertStatus(told, 0)
        self.assertIn("APR-104", told.out)
        self.assertIn("2.13", told.out)
        self.assertIn("2039-12-31", told.out)

    def test_WrongAnswersAreRefused(self) -> None:
        road = str(self.appraisal("道路安全")["record"])
        for arguments, named in (
            ((road, "colour", "red"), "important"),
            ((road, "important", "red"), "ordinary"),
            (("q0000000000000000", "important", ""), "--list"),
        ):
            with self.subTest(arguments):
                outcome = self.answer(*arguments)
                self.assertStatus(outcome, 2)
                self.assertIn(named, outcome.err)


class Tables(SystemTest):
    def test_ASpreadsheetBecomesATableThatPassesItsTests(self) -> None:
        to = self.folder / "retention.xml"
        source = SAMPLES / "retention"
        self.assertStatus(guidang("retention", "import", source / "保管期限表.csv", "--to", to), 0)
        self.assertStatus(guidang("retention", "test", to, source / "用例.csv"), 0)
        shown = guidang("retention", "show", to)
        self.assertStatus(shown, 0)
        self.assertEqual(len(shown.lines), 13)
        differs = guidang("retention", "diff", "national-2006", to)
        self.assertStatus(differs, 1)
        self.assertIn("8.7a", guidang("retention", "show", "national-2006").out)
        self.assertStatus(guidang("retention", "diff", to, to), 0)

    def test_BadRowsAreNamedAndNothingIsWritten(self) -> None:
        table = self.folder / "bad.csv"
        table.write_text("编号,保管期限,方向\n1,永久,发文\n1,很久,上行\n", encoding="utf-8")
        to = self.folder / "bad.xml"
        outcome = guidang("retention", "import", table, "--to", to)
        self.assertStatus(outcome, 1)
        for said in ("row 3", "很久", "上行"):
            self.assertIn(said, outcome.err)
        self.assertFalse(to.exists())

    def test_AnEmptyTableIsNoTable(self) -> None:
        table = self.folder / "empty.csv"
        to = self.folder / "empty.xml"
        for text in ("", "编号,保管期限\n"):
            table.write_text(text, encoding="utf-8")
            self.assertStatus(guidang("retention", "import", table, "--to", to), 2)
            self.assertFalse(to.exists())

    def test_AnUnknownTableIsRefused(self) -> None:
        self.assertStatus(guidang("retention", "show", "/nowhere.xml"), 2)
        self.assertStatus(guidang("retention", "show", "no-such-profile"), 2)
