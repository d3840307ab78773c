# SPDX-License-Identifier: GPL-3.0-or-later
"""`organs learn`: what a register teaches, and what describe makes of it."""

import json
from pathlib import Path

import tutorial
from support import SAMPLES, SystemTest, guidang

SAMPLE = SAMPLES / "organs-learn"
REGISTER = SAMPLE / "收文登记.csv"
PAPERS = {
    "水利.txt": ("清水利发〔2023〕5号", "清河县水利局"),
    "秘书科传来.txt": ("清政办发〔2023〕6号", "清河县人民政府办公室"),
}


class Learn(SystemTest):
    def learn(self, *arguments: str | Path, status: int) -> dict[str, dict[str, object]]:
        outcome = guidang("organs", "learn", *arguments, "--json")
        return {row["code"]: row for row in self.assertStatus(outcome, status).rows}

    def test_OneRulingACode(self) -> None:
        told = self.learn(REGISTER, status=1)
        rulings = {code: (row["ruling"], row["taken"]) for code, row in told.items()}
        self.assertEqual(
            rulings,
            {
                "清政办发": ("learnt", True),
                "清水利发": ("learnt", True),
                "清财预函": ("learnt", True),
                "清卫发": ("few", False),
                "清农发": ("no_area", False),
                "清环发": ("renamed", False),
                "清教体发": ("conflict", False),
            },
        )
        against = told["清教体发"]["others"][0]
        self.assertEqual(against["organs"][0]["name"], "清河县卫生健康局")
        self.assertEqual(against["examples"][0]["place"], f"{REGISTER}:15")
        self.assertEqual(told["清财预函"]["for"]["numbers"], 4)

    def test_OnlyWhatIsTakenIsWritten(self) -> None:
        table = self.folder / "learnt.xml"
        self.learn(REGISTER, "--to", table, "--confirm", "清卫发", status=1)
        text = table.read_text(encoding="utf-8")
        for code in ("清政办发", "清水利发", "清财预函", "清卫发"):
            self.assertIn(f"<code>{code}</code>", text)
        for code in ("清农发", "清环发", "清教体发"):
            self.assertNotIn(code, text)
        self.assertStatus(guidang("organs", "check", table), 0)

    def test_WhatItWroteIsKnownNextTime(self) -> None:
        table = self.folder / "learnt.xml"
        self.learn(REGISTER, "--to", table, status=1)
        before = table.read_bytes()
        told = self.learn(REGISTER, "--to", table, status=1)
        self.assertEqual(told["清水利发"]["ruling"], "known")
        self.assertEqual(table.read_bytes(), before)
        self.learn(REGISTER, "--to", table, "--confirm", "清卫发", status=1)
        self.assertIn("清水利发", table.read_text(encoding="utf-8"))
        self.assertIn("清卫发", table.read_text(encoding="utf-8"))

    def test_AsASpreadsheetItIsImported(self) -> None:
        sheet, table = self.folder / "learnt.csv", self.folder / "learnt.xml"
        self.learn(REGISTER, "--to", sheet, status=1)
        self.assertStatus(guidang("organs", "import", sheet, "--to", table), 0)
        self.assertStatus(guidang("organs", "check", table), 0)
        self.assertIn("清水利发", table.read_text(encoding="utf-8"))

    def test_KnownCodesCutAndTellTheIssuer(self) -> None:
        table = self.folder / "learnt.xml"
        self.learn(REGISTER, "--to", table, status=1)
        for name, (number, creator) in PAPERS.items():
            (before,) = guidang("check", "--json", SAMPLE / name).rows
            (after,) = guidang("check", "--json", "--org", table, SAMPLE / name).rows
            self.assertNotEqual(before["fields"]["document_number"]["value"], number)
            self.assertNotIn("creator", before["fields"])
            fields = after["fields"]
            self.assertEqual(fields["document_number"]["value"], number)
            self.assertEqual(fields["creator"]["value"], creator)
            self.assertEqual(fields["creator"]["source"], "derived")

    def test_AHomeLearnsWhenAPersonAsksAndNotBefore(self) -> None:
        home = self.folder / "home"
        self.assertStatus(
            guidang("init", home, "--fonds", "Q1", "--name", "清河县档案馆"), 0
        )
        batch = self.folder / "批次"
        (batch / "收文").mkdir(parents=True)
        (batch / "收文登记.csv").write_bytes(REGISTER.read_bytes())
        for name in PAPERS:
            (batch / "收文" / name).write_bytes((SAMPLE / name).read_bytes())
        run = ("run", home, "--as-of", "2024-05-01")
        guidang(*run, batch, "--declared-by", "张三")
        self.assertEqual(self.creators(home), {name: None for name in PAPERS})
        guidang(*run)
        self.assertEqual(self.creators(home), {name: None for name in PAPERS})

        told = self.learn(home, "--to", home / "organisations-learnt.xml", status=1)
        self.assertEqual(told["清水利发"]["ruling"], "learnt")
        guidang(*run)
        self.assertEqual(
            self.creators(home), {name: creator for name, (_, creator) in PAPERS.items()}
        )

    def creators(self, home: Path) -> dict[str, str | None]:
        found = {}
        for line in guidang("export", home).out.splitlines():
            row = json.loads(line)
            name = row["path"].rpartition("/")[2]
            if name in PAPERS:
                found[name] = row["fields"].get("creator", {}).get("value")
        return found

    def test_RowsAboveTheCeilingTeachNothing(self) -> None:
        register = tutorial.BATCH / "收文登记.csv"
        outcome = guidang("organs", "learn", register, "--least", "1", "--lang", "en")
        self.assertIn("1 above the ceiling", outcome.err)

    def test_SaysWhatIsWrong(self) -> None:
        for arguments, words in (
            ((), "a home or a register is missing"),
            ((PAPERS_FILE,), "is no register"),
            ((REGISTER, "--to", "x.pdf"), ".xml 或 / or .csv"),
            ((REGISTER, "--confirm", "清环发"), "cannot be taken by --confirm alone"),
            ((REGISTER, "--confirm", "无发"), "no row has this code"),
        ):
            outcome = guidang("organs", "learn", *arguments)
            self.assertStatus(outcome, 2)
            self.assertIn(words, outcome.err)


PAPERS_FILE = SAMPLE / "水利.txt"
