# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial's year from an empty home to a second edition of its bundle."""

import re
import shutil
import subprocess
from pathlib import Path

import tutorial
from support import (
    Home,
    Outcome,
    SystemTest,
    account,
    balanced,
    digests,
    findings,
    guidang,
    holding,
)

FMT = re.compile(r"FMT-2\d\d")
RULE = re.compile(r"(RTN|CMP|FMT|GW|VCL|SEC|OUT)-\d+")


class Reception(SystemTest):
    """What the run says of every document."""

    def test_AccountsAreThoseOfThePage(self) -> None:
        for purpose, documents in (("filing", tutorial.FILING), ("incoming", tutorial.INCOMING)):
            with self.subTest(purpose):
                _, outcome = tutorial.received(purpose)
                self.assertStatus(outcome, 1)
                for event in ("account", "account_in_all"):
                    counts = account(outcome, event)
                    self.assertEqual(counts, {"files": tutorial.FILES, "documents": documents})
                    self.assertTrue(balanced(counts), counts)
                self.assertEqual(outcome.rows[-1]["event"], "account")

    def test_EveryDocumentHasItsVerdict(self) -> None:
        for purpose in ("filing", "incoming"):
            home, _ = tutorial.received(purpose)
            rows = home.export()
            self.assertEqual(len(rows), len(tutorial.expected()))
            for document in tutorial.expected():
                if document.filing == "stub":
                    continue  # nothing of it is left to know it by
                with self.subTest(document.document, purpose=purpose):
                    found = [row["verdict"] for row in rows if document.is_row(row)]
                    self.assertEqual(found, [getattr(document, purpose)])
            stubs = [row for row in rows if row["verdict"] == "stub"]
            self.assertEqual(len(stubs), 2)
            self.assertEqual({row["path"] for row in stubs}, {""})
            self.assertEqual([row["fields"] for row in stubs], [{}, {}])

    def test_EveryFindingOfThePageIsThereAndNoOther(self) -> None:
        home, _ = tutorial.received()
        found = findings(home.path)
        rows = home.export()
        for document in tutorial.expected():
            row = next((row for row in rows if document.is_row(row)), None)
            if document.filing == "stub" or row is None:
                continue
            with self.subTest(document.document):
                subjects = {row["record"], *row["documents"]}
                codes = {code for subject in subjects for code in found.get(subject, ())}
                codes = {"FMT-2xx" if FMT.fullmatch(c) else c for c in codes if RULE.fullmatch(c)}
                wanted = set(document.findings)
                if document.main == tutorial.NO_DRAFT:
                    wanted.add("OUT-07")  # the gap in the ledger is told on the number behind it
                self.assertEqual(codes, wanted)

    def test_StubsAndQuarantineAreFindingsOnFiles(self) -> None:
        home, _ = tutorial.received()
        codes = [code for all_codes in findings(home.path).values() for code in all_codes]
        self.assertEqual(codes.count("REG-17"), 2)
        self.assertEqual(codes.count("OUT-07"), 1)

    def test_FieldsAreReadWhereTheyStand(self) -> None:
        rows = tutorial.by_path(tutorial.received()[0])
        for path, field, value in (
            (tutorial.FLOOD, "date", "2023-06-05"),
            (tutorial.FLOOD, "document_number", "青政办发〔2023〕21号"),
            ("收文/2023-007.txt", "document_number", "雲鄉函〔2023〕2号"),
            ("发文/云政办发〔2023〕6号.txt", "document_number", "云政办发〔2023〕6号"),
            ("收文/云办发〔2023〕5号.txt", "register_no", "2023-002"),
            ("收文/青政办发〔2023〕18号/正文.txt", "doctype", "通知"),
        ):
            with self.subTest(path, field=field):
                self.assertEqual(rows[path]["fields"][field]["value"], value)
        self.assertEqual(rows["发文/云政办报〔2023〕1号.docx"]["year"], 2023)

    def test_StatusTellsWhatIsHeldAndWhy(self) -> None:
        home, _ = tutorial.received()
        outcome = self.assertStatus(home.call("status", "--lang", "en"), 1)
        for path, code in (
            (tutorial.TO_BE_APPRAISED, "APR-101"),
            (tutorial.UNDATED, "FMT-211"),
            (tutorial.NO_DAY, "FMT-212"),
            (tutorial.NO_DRAFT, "CMP-03"),
            ("收文/石政函〔2023〕4号.docx", "RCV-114"),
        ):
            with self.subTest(path):
                self.assertRegex(outcome.out, rf"(?m)held  {re.escape(path)}")
                self.assertRegex(outcome.out, rf"(?m)^{re.escape(path)}[^\n]*\[[^\]]*{code}")
        self.assertIn("    hint  ", outcome.out)
        self.assertIn("    rule  ", outcome.out)
        self.assertIn("documents · in all: in 30 = accepted 21 + held 5", outcome.out)
        chinese = self.assertStatus(home.call("status", "--lang", "zh"), 1)
        self.assertIn("公文账 · 累计: 收入 30 = 合格 21 + 待处理 5", chinese.out)

    def test_ExplainTellsOneRecord(self) -> None:
        home, _ = tutorial.received()
        row = tutorial.by_path(home)[tutorial.LATE_REPORT]
        names = (row["record"], row["code"], "柳政〔2023〕7号")
        told = [home.call("explain", name) for name in names]
        for outcome in told:
            self.assertStatus(outcome, 0)
            self.assertEqual(outcome.out, told[0].out)
        self.assertIn("RTN-11", told[0].out)
        self.assertIn("合格", told[0].out)
        self.assertIn("2023-03-01", told[0].out)


class Sealing(SystemTest):
    def test_AYearWithSomethingHeldIsNotSealed(self) -> None:
        home = tutorial.received()[0].copy(self.folder / "home")
        refused = self.assertStatus(home.seal(), 1)
        self.assertFalse(refused.rows[0]["sealed"])
        # One that was only carried by its ledger row is held as well.
        self.assertEqual(refused.rows[0]["held"], 5)
        self.assertIn(tutorial.UNDATED, {item["path"] for item in refused.rows[0]["held_items"]})
        self.assertEqual(tutorial.codes(home), {})

    def test_SealedNumbersAreWhole(self) -> None:
        home = tutorial.received()[0].copy(self.folder / "home")
        provisional = {r["record"]: r["code"] for r in home.export() if r["verdict"] == "accepted"}
        sealed = self.assertStatus(home.seal(2023, "--leave-held", "--why", "待补"), 0).rows[0]
        self.assertEqual((sealed["sealed"], sealed["edition"], sealed["items"]), (True, 1, 21))
        codes = tutorial.codes(home)
        self.assertEqual(codes, provisional)
        numbers: dict[str, list[int]] = {}
        for code in codes.values():
            series, number = tutorial.parts(code)
            numbers.setdefault(series, []).append(number)
        for series, found in numbers.items():
            self.assertEqual(sorted(found), list(range(1, len(found) + 1)), series)
        self.assertEqual(
            {s["series"]: s["last"] for s in sealed["series"]},
            {series: len(found) for series, found in numbers.items()},
        )

    def test_ALateDocumentIsAppended(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        first = self.bundle(home)
        before = tutorial.codes(home)
        late = home.run(tutorial.LATE, as_of="2024-02-01")
        self.assertStatus(late, 0)
        self.assertEqual(account(late)["documents"]["accepted"], 1)
        document = tutorial.expected("tutorial-late")[0]
        row = tutorial.by_path(home)[document.main]
        found = (row["verdict"], row["year"], row["provisional"])
        self.assertEqual(found, ("accepted", 2023, True))
        sealed = self.assertStatus(home.seal(2023, "--leave-held", "--why", "待补"), 0).rows[0]
        self.assertEqual((sealed["edition"], sealed["items"]), (2, 1))
        home.run(as_of="2024-02-01")
        after = tutorial.codes(home)
        self.assertEqual({k: v for k, v in after.items() if k in before}, before)
        self.assertEqual(len(after), len(before) + 1)
        series, number = tutorial.parts(after[row["record"]])
        last = max(n for s, n in map(tutorial.parts, before.values()) if s == series)
        self.assertEqual(number, last + 1)
        second = self.bundle(home)
        self.assertNotEqual(first, second)
        self.assertTrue(first.is_dir())

    def test_TheBundleIsAsStockToolsSay(self) -> None:
        bundle = self.bundle(tutorial.sealed().copy(self.folder / "home"))
        names = {path.name for path in bundle.rglob("*") if path.is_file()}
        self.assertLessEqual({"说明文件.TXT", "目录文件.XML", "编号台账.csv", "bagit.txt"}, names)
        self.assertEqual(holding(bundle, tutorial.CANARY), [])
        broken = self.folder / "broken"
        shutil.copytree(bundle, broken)
        victim = next(path for path in sorted(broken.rglob("*-正本.*")))
        victim.write_bytes(victim.read_bytes() + b" ")
        outcome = verify(broken)
        self.assertStatus(outcome, 1)
        self.assertEqual(outcome.rows[0]["verdict"], "not_valid")
        self.assertStatus(verify(self.folder / "absent"), 3)

    def test_AYearIsRebuiltFromItsBundle(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        bundle = self.bundle(home)
        rebuilt = Home(self.folder / "rebuilt")
        self.assertStatus(guidang("restore", bundle, rebuilt.path), 0)
        self.assertEqual(tutorial.codes(rebuilt), tutorial.codes(home))
        rebuilt.run()
        again = Path(self.assertStatus(rebuilt.call("package", "2023"), 0).lines[-1])
        kept = ("电子档案/", "目录文件.XML", "其他/编号台账.csv", "其他/归档文件目录.csv")
        both = [
            {k: v for k, v in digests(top / "data" / "X043-2023").items() if k.startswith(kept)}
            for top in (bundle, again)
        ]
        self.assertEqual(both[0], both[1])
        found = [{hit["path"] for hit in h.hits("防汛")} for h in (home, rebuilt)]
        self.assertEqual(found[0], found[1])

    def bundle(self, home: Home) -> Path:
        packed = self.assertStatus(home.call("package", "2023"), 0)
        bundle = Path(packed.lines[-1])
        checked = self.assertStatus(verify(bundle), 0)
        self.assertEqual((checked.rows[0]["verdict"], checked.rows[0]["own"]), ("valid", True))
        for tool in ("sha256sum", "sha512sum"):
            for kind in ("manifest", "tagmanifest"):
                manifest = f"{kind}-{tool.removesuffix('sum')}.txt"
                command = (tool, "--check", "--strict", "--quiet", manifest)
                done = subprocess.run(
                    command, cwd=bundle, capture_output=True, check=False, timeout=60
                )
                self.assertEqual((done.returncode, done.stdout), (0, b""), manifest)
        again = self.assertStatus(home.call("package", "2023"), 0)
        self.assertEqual(again.lines[-1], packed.lines[-1])
        return bundle


def verify(bundle: Path) -> Outcome:
    return guidang("verify", bundle, "--json")


class Search(SystemTest):
    def test_HitsAndMarksAreExact(self) -> None:
        home = tutorial.sealed()
        hits = home.hits("防汛")
        wanted = {tutorial.FLOOD, "收文/石桥镇上半年防汛报告.txt", "发文/云政办发〔2023〕6号.txt"}
        self.assertEqual({hit["path"] for hit in hits}, wanted)
        self.assertEqual(home.search("防汛", "--count").out, "3\n")
        for hit in hits:
            text = hit["snippet"].encode()
            marked = [text[begin:end].decode() for begin, end in hit["marks"]]
            with self.subTest(hit["path"]):
                self.assertNotEqual(marked, [])
                self.assertEqual(set(marked), {"防汛"})
                self.assertEqual(hit["snippet"].count("防汛"), len(marked))
        scores = [hit["score"] for hit in hits]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_ANumberIsFoundHoweverItIsTyped(self) -> None:
        home = tutorial.sealed()
        wanted = tutorial.by_path(home)[tutorial.FLOOD]["record"]
        for typed in (
            "青政办发〔2023〕21号",
            "青政办发[2023]21号",
            "青政办发（2023）21号",
            "青政办发(2023)第21号",
            "青政办发 〔2023〕 021 号",
            "青政办发〔２０２３〕２１号",
            "文号:青政办发〔2023〕21号",
        ):
            with self.subTest(typed):
                hits = home.hits(typed)
                self.assertEqual([hit["record"] for hit in hits][:1], [wanted])

    def test_OtherFormsOfTheAnswerAgree(self) -> None:
        home = tutorial.sealed()
        hits = home.hits("防汛")
        shown = home.search("防汛")
        self.assertEqual(shown.out.count("【防汛】"), shown.out.count("防汛"))
        self.assertEqual(shown.err, "3 / 3\n")
        table = home.search("防汛", "--csv").out
        self.assertTrue(table.startswith("\ufeff档号,记录,来处,题名,得分,摘录,"))
        for hit in hits:
            self.assertIn(f"{hit['code']},{hit['record']},{hit['path']},", table)

    def test_NothingOfASecretIsFound(self) -> None:
        self.assertEqual(tutorial.sealed().search(tutorial.CANARY, "--count").out, "0\n")


class Export(SystemTest):
    def test_LinesHaveTheKeysOfTheContract(self) -> None:
        home = tutorial.sealed()
        keys = {"record", "path", "verdict", "fields", "appraisal", "year", "placement", "code"}
        for row in home.export():
            self.assertLessEqual(keys, set(row))
            for name, field in row["fields"].items():
                self.assertLessEqual({"value", "source", "confidence"}, set(field), name)
        of_year = home.export("--year", "2023")
        self.assertEqual({row["year"] for row in of_year}, {2023})
        self.assertEqual(home.export("--year", "2022"), [])

    def test_TheTableSaysTheSame(self) -> None:
        home = tutorial.sealed()
        table = self.assertStatus(home.call("export", "--csv"), 0).out
        self.assertTrue(table.startswith("\ufeff记录,档号,结论,归档年度,保管期限,文号,"))
        for row in home.export():
            self.assertIn(f"{row['record']},{row['code'] or ''},{row['verdict']},", table)
