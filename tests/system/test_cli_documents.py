# SPDX-License-Identifier: GPL-3.0-or-later
"""`check` and `text`: one document, no home."""

from typing import Any

import tutorial
from support import SystemTest, guidang

NUMBER = (int, float)


class Check(SystemTest):
    def check(self, *arguments: str, status: int) -> list[dict[str, Any]]:
        outcome = guidang("check", "--json", "--profile", "tutorial", *arguments)
        return self.assertStatus(outcome, status).rows

    def assertIsReport(self, row: dict[str, Any]) -> None:
        self.assertEqual(list(row), ["path", "verdict", "fields", "findings"])
        for name, field in row["fields"].items():
            self.assertLessEqual({"value", "source", "confidence"}, set(field), name)
            self.assertIsInstance(field["value"], (str, list))
            self.assertIsInstance(field["source"], str)
            self.assertIsInstance(field["confidence"], NUMBER)
            self.assertTrue(0 <= field["confidence"] <= 1, name)
        for finding in row["findings"]:
            keys = {"code", "severity", "place", "found", "expected", "citations"}
            self.assertLessEqual(keys, set(finding))
            self.assertIn(finding["severity"], ("note", "warning", "hold", "return"))
            self.assertEqual(set(finding["title"]), {"zh", "en"})

    def test_ALinePerFileInTheirOrder(self) -> None:
        names = (tutorial.FLOOD, tutorial.LATE_REPORT, tutorial.UNDATED)
        paths = [str(tutorial.BATCH / name) for name in names]
        rows = self.check(*paths, status=1)
        self.assertEqual([row["path"] for row in rows], paths)
        for row in rows:
            self.assertIsReport(row)

    def test_EveryFileOfTheTutorial(self) -> None:
        kinds = (".txt", ".docx", ".html")
        paths = sorted(str(p) for p in tutorial.BATCH.rglob("*") if p.suffix in kinds)
        rows = self.check(*paths, status=1)
        self.assertEqual(len(rows), len(paths))
        for row in rows:
            self.assertIsReport(row)

    def test_FieldsOfAWholeDocument(self) -> None:
        (row,) = self.check(str(tutorial.LATE / "收文/青政办发〔2023〕46号.txt"), status=0)
        self.assertEqual((row["verdict"], row["findings"]), ("accepted", []))
        values = {name: field["value"] for name, field in row["fields"].items()}
        wanted = {
            "title": "青溪市人民政府办公室关于做好岁末年初政务值班工作的通知",
            "document_number": "青政办发〔2023〕46号",
            "date": "2023-12-28",
            "doctype": "通知",
            "creator": "青溪市人民政府办公室",
        }
        self.assertEqual({name: values.get(name) for name in wanted}, wanted)
        self.assertRegex(row["fields"]["date"]["source"], r"^\d+:\d+$")

    def test_TheDayOfReceiptProposesTheReturn(self) -> None:
        path = str(tutorial.BATCH / tutorial.LATE_REPORT)
        (late,) = self.check(path, "--received", "2023-04-10", status=1)
        self.assertEqual(late["verdict"], "return_proposed")
        returns = [f["code"] for f in late["findings"] if f["severity"] == "return"]
        self.assertEqual(returns, ["RTN-11"])
        (in_time,) = self.check(path, "--received", "2023-03-10", status=0)
        self.assertEqual(in_time["verdict"], "accepted")
        (filing,) = self.check(path, "--received", "2023-04-10", "--purpose", "filing", status=0)
        self.assertEqual(filing["verdict"], "accepted")

    def test_PeopleSeeTheRuleAndAHint(self) -> None:
        path = str(tutorial.BATCH / tutorial.UNDATED)
        outcome = guidang("check", "--lang", "zh", path)
        self.assertStatus(outcome, 1)
        self.assertIn("[FMT-211", outcome.out)
        self.assertIn("    依据  ", outcome.out)
        self.assertIn("    办法  ", outcome.out)


class Text(SystemTest):
    def text(self, path: str, status: int = 0) -> dict[str, Any]:
        (row,) = self.assertStatus(guidang("text", "--json", tutorial.BATCH / path), status).rows
        self.assertLessEqual({"path", "state", "format", "reader", "pages"}, set(row))
        return row

    def test_FormatAndEncodingGoByContent(self) -> None:
        for path, form, encoding in (
            ("收文/云办发〔2023〕5号.txt", "txt", "utf-16le"),
            ("收文/青政办函〔2023〕8号.txt", "txt", "gb18030"),
            ("收文/2023-007.txt", "txt", "big5"),
            ("收文/2023-005.txt", "txt", "utf-8"),
            (tutorial.FLOOD, "html", "utf-8"),
            ("发文/云政办发〔2023〕1号.docx", "docx", ""),
        ):
            with self.subTest(path):
                row = self.text(path)
                self.assertEqual((row["state"], row["format"]), ("read", form))
                self.assertEqual(row.get("encoding", "").lower(), encoding)
                self.assertNotIn("\ufffd", "".join(row["pages"]))

    def test_PagesOfASiteHoldOnlyTheDocument(self) -> None:
        text = "".join(self.text(tutorial.FLOOD)["pages"])
        self.assertIn("防汛", text)
        for word in ("function", "<div", "ICP"):
            self.assertNotIn(word, text)

    def test_WhatCannotBeReadSaysWhy(self) -> None:
        row = self.text("收文/石政函〔2023〕4号.docx", status=1)
        self.assertEqual((row["state"], row["pages"]), ("failed", []))
        self.assertNotEqual(row["reason"], "")

    def test_PlainOutputIsTheText(self) -> None:
        path = tutorial.BATCH / tutorial.LATE_REPORT
        outcome = self.assertStatus(guidang("text", path), 0)
        self.assertEqual(outcome.out, path.read_text(encoding="utf-8"))
