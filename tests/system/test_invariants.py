# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold whatever comes in. Numbers are those of the table in the main README."""

import json
import shutil
import signal
from pathlib import Path
from typing import Any

import tutorial
from support import (
    Home,
    Outcome,
    Running,
    SystemTest,
    account,
    balanced,
    digests,
    dump,
    findings,
    guidang,
    holding,
    register,
)

QUERIES = ("防汛", "通知", "云溪县人民政府办公室", "年度:2023", "政务 -公开", "文种:函", "独角兽")
SECRETS = (tutorial.CANARY, "青政办密")


def answers(home: Home, *arguments: str, cwd: Path | None = None) -> list[tuple[int, str, str]]:
    """All that searching a home says, in every form."""
    told = []
    for query in QUERIES:
        for form in ((), ("--json",), ("--csv",), ("--count",)):
            outcome = home.search(query, *arguments, *form, cwd=cwd)
            told.append((outcome.status, outcome.out, outcome.err))
    return told


class Sources(SystemTest):
    """1: a source is never altered, an original never changes, equal bytes are kept once."""

    def test_TheBatchStaysAsItIs(self) -> None:
        batch = self.folder / "2023"
        shutil.copytree(tutorial.BATCH, batch)
        before = digests(batch)
        times = {path: path.stat().st_mtime_ns for path in batch.rglob("*")}
        home = Home.make(self.folder / "home")
        home.run(batch)
        home.run(batch, "--purpose", "incoming")
        self.assertEqual(digests(batch), before)
        self.assertEqual({path: path.stat().st_mtime_ns for path in batch.rglob("*")}, times)

    def test_OriginalsStayAsTheyAre(self) -> None:
        home = tutorial.received()[0].copy(self.folder / "home")
        before = digests(home.path / "objects")
        self.assertTrue(all(name.replace("/", "") == digest for name, digest in before.items()))
        originals = set(digests(tutorial.BATCH).values())
        self.assertLess(len(set(before.values()) & originals), len(originals))
        self.assertLessEqual(set(before.values()), originals)
        home.run(tutorial.LATE)
        home.seal(2023, "--leave-held", "--why", "待补")
        home.run(tutorial.BATCH)
        after = digests(home.path / "objects")
        self.assertEqual({k: v for k, v in after.items() if k in before}, before)
        self.assertEqual(len(after), len(before) + 1)

    def test_TheDoctorFindsThemAll(self) -> None:
        home = tutorial.received()[0].copy(self.folder / "home")
        self.assertStatus(home.call("doctor", "--deep"), 0)
        victim = next(path for path in (home.path / "objects").rglob("*") if path.is_file())
        content = victim.read_bytes()
        victim.chmod(0o644)
        victim.write_bytes(content[:-1] + b"?")
        self.assertStatus(home.call("doctor"), 0)
        damaged = self.assertStatus(home.call("doctor", "--deep"), 1)
        self.assertIn(victim.parent.name + victim.name, damaged.out)
        victim.unlink()
        self.assertStatus(home.call("doctor"), 1)


class Accounts(SystemTest):
    """2: both accounts balance, for the run and in all. 11: one verdict everywhere."""

    def test_EveryRunBalances(self) -> None:
        home = Home.make(self.folder / "home")
        for batch, seen, everything in (
            (tutorial.BATCH, 50, 50),
            (tutorial.BATCH, 50, 50),
            (tutorial.LATE, 2, 52),
        ):
            outcome = home.run(batch)
            run, in_all = account(outcome), account(outcome, "account_in_all")
            self.assertTrue(balanced(run) and balanced(in_all), outcome)
            self.assertEqual(
                (run["files"]["seen"], in_all["files"]["seen"]), (seen, everything), outcome
            )
        nothing = home.run()
        self.assertEqual(account(nothing)["files"]["seen"], 0)
        self.assertEqual(account(nothing, "account_in_all"), in_all)

    def test_TheVerdictIsTheSameEverywhere(self) -> None:
        for purpose in ("filing", "incoming"):
            home, outcome = tutorial.received(purpose)
            counted: dict[str, int] = {}
            for row in home.export():
                counted[row["verdict"]] = counted.get(row["verdict"], 0) + 1
            run = account(outcome)["documents"]
            status = home.call("status", "--json")
            self.assertEqual(status.rows[0]["documents"], run)
            self.assertEqual(counted, {k: v for k, v in run.items() if v and k != "in"})
            self.assertEqual((status.status, outcome.status), (1, 1))

    def test_NothingHeldIsStatusZero(self) -> None:
        home = Home.make(self.folder / "home")
        outcome = self.assertStatus(home.run(tutorial.LATE), 0)
        self.assertEqual(account(outcome)["documents"]["accepted"], 1)
        self.assertStatus(home.call("status"), 0)


class SameInputsSameBytes(SystemTest):
    """4: no clock, locale, thread, path or order of a directory is in the bundle."""

    def year(self, name: str, batch: Path, jobs: int, env: dict[str, str]) -> tuple[str, Any]:
        home = Home.make(self.folder / name / "全宗 库")
        how = {"env": env}
        self.assertStatus(home.run(batch, "--jobs", str(jobs), **how), 1)
        self.assertStatus(home.seal(2023, "--leave-held", "--why", "待补"), 0)
        last = home.run("--jobs", str(jobs), **how)
        bundle = Path(self.assertStatus(home.call("package", "2023", **how), 0).lines[-1])
        head = next(r["chain_head"] for r in last.rows if r["event"] == "account_in_all")
        return head, (digests(bundle), digests(home.path / "lists"), dump(home.path))

    def test_TwoHomesGiveOneBundle(self) -> None:
        first = self.year("a", tutorial.BATCH, 1, {"TZ": "UTC", "LC_ALL": "C"})
        elsewhere = self.folder / "another place" / tutorial.BATCH.name
        for path in sorted(tutorial.BATCH.rglob("*"), reverse=True):
            if path.is_file():
                target = elsewhere / path.relative_to(tutorial.BATCH)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        env = {"TZ": "Asia/Kathmandu", "LC_ALL": "zh_CN.GB18030", "LANG": "tr_TR.UTF-8"}
        second = self.year("b/c", elsewhere, 2, env)
        self.assertEqual(first[1][0], second[1][0])
        self.assertEqual(first[0], second[0])
        self.assertEqual(first[1], second[1])


class WhatIsNotKnown(SystemTest):
    """6: no rule, no date and no calendar are said, never guessed."""

    LETTER = (
        "　　　　　　　柳林乡人民政府文件\n　　柳政〔1998〕3号\n\n"
        "　　柳林乡人民政府关于春耕生产情况的报告\n\n云溪县人民政府办公室：\n"
        "　　现将我乡春耕生产情况报告如下。\n\n　　　　　柳林乡人民政府\n　　　　　1998年3月2日\n"
    )
    ROW = "1998-001,1998-05-20,柳林乡人民政府,柳政〔1998〕3号,柳林乡人民政府关于春耕生产情况的报告,"

    def test_NoRuleAndNoDateAreHeld(self) -> None:
        home, _ = tutorial.received()
        rows = tutorial.by_path(home)
        found = findings(home.path)
        for path, code in ((tutorial.TO_BE_APPRAISED, "APR-101"), (tutorial.UNDATED, "FMT-211")):
            self.assertEqual(rows[path]["verdict"], "held")
            self.assertIn(code, found[rows[path]["record"]])
        self.assertIsNone(rows[tutorial.UNDATED]["year"])
        self.assertNotIn("date", rows[tutorial.UNDATED]["fields"])
        self.assertEqual(rows[tutorial.TO_BE_APPRAISED]["appraisal"].get("period", ""), "")

    def test_OutsideTheCalendarIsNotCheckable(self) -> None:
        batch = self.folder / "旧文"
        (batch / "收文").mkdir(parents=True)
        (batch / "收文" / "柳政〔1998〕3号.txt").write_text(self.LETTER, encoding="utf-8")
        heading = "收文编号,收文日期,来文单位,文号,标题,成文日期,文件名\n"
        ledger = heading + self.ROW + "1998-03-02,收文/柳政〔1998〕3号.txt\n"
        (batch / "收文登记.csv").write_text(ledger, encoding="utf-8")
        home = Home.make(self.folder / "home")
        home.run(batch)
        with register(home.path) as database:
            query = (
                "SELECT f.value FROM current c JOIN fact f ON f.id = c.fact WHERE f.stage = 'check'"
            )
            checks = [json.loads(value) for (value,) in database.execute(query)]
        self.assertEqual([check["others"].get("RTN-11") for check in checks], ["not_checkable"])
        self.assertEqual(home.export()[0]["year"], 1998)


class Secrecy(SystemTest):
    """7: above the ceiling nothing enters, wherever the run is cut."""

    def assertNoSecret(self, folder: Path, *outcomes: Outcome) -> None:
        for secret in SECRETS:
            self.assertEqual(holding(folder, secret), [])
            for outcome in outcomes:
                self.assertNotIn(secret, outcome.out + outcome.err)

    def test_NothingIsLeftOfIt(self) -> None:
        self.assertNotEqual(holding(tutorial.BATCH, SECRETS[0]), [])
        self.assertNotEqual(holding(tutorial.BATCH, SECRETS[1]), [])
        home, outcome = tutorial.received()
        stubs = [row["record"] for row in home.export() if row["verdict"] == "stub"]
        told = [home.call("explain", record) for record in stubs]
        told += [home.call("status", "--all"), home.call("export", "--csv"), home.call("doctor")]
        self.assertNoSecret(home.path, outcome, *told)
        self.assertNoSecret(tutorial.sealed().path)
        plain = Home.make(self.folder / "plain")
        shown = plain.call("run", tutorial.BATCH, "--as-of", "2024-01-15")
        self.assertNoSecret(plain.path, shown)

    def test_NoDisguiseHelps(self) -> None:
        """A mark counts in every encoding and place, and in texts that are no whole texts."""
        name = next(path for path in tutorial.BATCH.rglob(f"*{tutorial.CANARY}*"))
        text = name.read_text(encoding="utf-8")
        page = "<html><head><title>{}</title></head><body><p>关于金丝雀的通知</p></body></html>"
        files = {
            "1.txt": text.encode() + "另一种编码的一行".encode("gb18030"),
            "2.txt": text.encode("gb18030") + "另一种编码的一行".encode(),
            "3.txt": text.encode().replace("★".encode(), b"\0" + "★".encode(), 1),
            "4.txt": b"\xff\xfe" + text.encode("utf-16-le")[:-1],
            "5.txt": text.encode("utf-16-be"),
            "6.txt": text.replace("机", "機").replace("关", "關").encode("big5", "replace"),
            "7.txt": text.replace("机密★10年", "机　密 ★ 10 年").encode(),
            "8.txt": b"\n" * 200 + text.encode(),
            "9.html": page.format("机密★10年").encode(),
            "10.dat": text.encode(),
            "关于金丝雀的通知（机密）.txt": "没有标志的正文".encode(),
        }
        batch = self.folder / "batch"
        (batch / "收文").mkdir(parents=True)
        shutil.copy(tutorial.BATCH / "batch.xml", batch)
        for path, content in files.items():
            (batch / "收文" / path).write_bytes(content)
        home = Home.make(self.folder / "home")
        outcome = home.run(batch)
        self.assertEqual(account(outcome)["documents"]["stub"], len(files))
        self.assertNoSecret(home.path, outcome, home.call("status", "--all"))

    def test_NorOfACutRun(self) -> None:
        _, uncut = tutorial.received()
        events = [row for row in uncut.rows if row["event"] in ("begin", "progress", "end")]
        ended = next(i for i, e in enumerate(events) if e["event"] == "end")
        for number in (*range(0, ended, max(1, ended // 8)), ended, ended + 2, len(events) - 1):
            with self.subTest(event=events[number]):
                home = Home.make(self.folder / f"cut-{number}")
                command = ("run", home.path, tutorial.BATCH, "--as-of", "2024-01-15", "--json")
                running = Running(*command, "--jobs", "2")
                for seen, _ in enumerate(running.events()):
                    if seen == number:
                        break
                running.stop(signal.SIGKILL)
                self.assertNoSecret(home.path, running.end())
                again = home.run(tutorial.BATCH)
                self.assertEqual(account(again)["documents"], tutorial.FILING)
                self.assertNoSecret(home.path, again)

    def test_NorOfARehearsal(self) -> None:
        home = Home.make(self.folder / "home")
        before = digests(home.path, without=(".lock",))
        scratch = self.folder / "tmp"
        scratch.mkdir()
        arguments = ("run", home.path, tutorial.BATCH, "--as-of", "2024-01-15", "--json")
        arguments += ("--dry-run",)
        env = {"TMPDIR": str(scratch)}
        whole = self.assertStatus(guidang(*arguments, env=env), 1)
        self.assertEqual(account(whole)["documents"], tutorial.FILING)
        self.assertEqual(list(scratch.iterdir()), [])
        running = Running(*arguments, env=env)
        for event in running.events():
            if event["event"] == "end" and event["stage"] == "extract":
                break
        running.stop(signal.SIGKILL)
        self.assertNoSecret(scratch, whole, running.end())
        self.assertNotEqual(list(scratch.iterdir()), [], "the rehearsal was cut too late")
        self.assertEqual(digests(home.path, without=(".lock",)), before)


class Closed(SystemTest):
    """8: what a searcher may not see shows in nothing."""

    OPEN = (
        "收文/青政办函〔2023〕8号.txt",
        tutorial.FLOOD,
        "发文/云政办发〔2023〕6号.txt",
        "发文/云政办发〔2023〕1号.docx",
    )
    CLOSED = (
        "　　　　　　　柳林乡人民政府\n　　柳政函〔2023〕99号\n\n"
        "　　柳林乡人民政府关于报送防汛物资清单的函\n\n云溪县人民政府办公室：\n"
        "　　现报送防汛物资清单，独角兽三只，请查收。防汛通知已转发。\n\n"
        "　　　　　柳林乡人民政府\n　　　　　2023年12月1日\n"
    )

    def year(self, name: str, more: str) -> Home:
        batch = self.folder / name / "2023"
        shutil.copytree(tutorial.BATCH, batch)
        if more:
            (batch / "收文" / "柳政函〔2023〕99号.txt").write_text(more, encoding="utf-8")
        home = Home.make(self.folder / name / "home")
        home.run(batch)
        rows = tutorial.by_path(home)
        for path in self.OPEN:
            self.assertStatus(home.set(rows[path]["record"], "opening", "open"), 0)
        home.run()
        self.assertStatus(home.seal(2023, "--leave-held", "--why", "待补"), 0)
        home.run()
        return home

    def test_AClosedRecordShowsInNoAnswer(self) -> None:
        without, with_it = self.year("a", ""), self.year("b", self.CLOSED)
        self.assertNotEqual(answers(without), answers(with_it))
        count = with_it.search("独角兽", "--count").out
        self.assertEqual((count, without.search("独角兽", "--count").out), ("1\n", "0\n"))
        seen = []
        for home in (without, with_it):
            near = Home(Path(home.path.name))
            seen.append(answers(near, "--open-only", cwd=home.path.parent))
        self.assertEqual(seen[0], seen[1])
        opened = Home(without.path).search("年度:2023", "--open-only", "--json").rows
        self.assertEqual({row["path"] for row in opened}, set(self.OPEN))


class Bundles(SystemTest):
    """9: whole or absent."""

    def test_ACutBundleIsNotThere(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        to = self.folder / "to"
        to.mkdir()
        whole = Path(self.assertStatus(home.call("package", "2023"), 0).lines[-1])
        cut = 0
        for wanted in (1, 20, 60):
            running = Running("package", home.path, "2023", "--to", to)
            partial = to / (whole.name + ".partial")
            while running.alive() and sum(p.is_file() for p in partial.rglob("*")) < wanted:
                pass
            running.stop(signal.SIGKILL)
            running.end()
            left = {path.name for path in to.iterdir()}
            self.assertIn(left, ({partial.name}, {whole.name}))
            cut += left == {partial.name}
            again = self.assertStatus(home.call("package", "2023", "--to", to), 0)
            self.assertEqual({path.name for path in to.iterdir()}, {whole.name})
            made = Path(again.lines[-1])
            self.assertEqual(digests(made), digests(whole))
            shutil.rmtree(made)
        self.assertGreater(cut, 0, "no bundle was cut half way")


class Derived(SystemTest):
    """10: index, texts and lists are made again from register and originals."""

    def test_WhatIsTakenAwayComesBack(self) -> None:
        home = tutorial.sealed().copy(self.folder / "home")
        before = answers(home), digests(home.path / "lists"), home.export()
        derived = ("index", "lists", "texts.sqlite")
        for names in (*((name,) for name in derived), derived):
            with self.subTest(names):
                for name in names:
                    for path in home.path.glob(name + "*"):
                        shutil.rmtree(path) if path.is_dir() else path.unlink()
                home.run()
                after = answers(home), digests(home.path / "lists"), home.export()
                self.assertEqual(after, before)

    def test_TextsThatAreGoneAreNotMissedLater(self) -> None:
        """A late document builds the index anew: the texts of the others must be in it."""
        late = []
        for name in ("kept", "lost"):
            home = tutorial.sealed().copy(self.folder / name)
            if name == "lost":
                for path in home.path.glob("texts.sqlite*"):
                    path.unlink()
            home.run(tutorial.LATE)
            late.append([home.search(query, "--csv").out for query in QUERIES])
        self.assertEqual(late[0], late[1])

    def test_ABackupIsTheWholeHome(self) -> None:
        home = tutorial.sealed()
        self.assertStatus(home.copy(self.folder / "home").call("backup", self.folder / "backup"), 0)
        restored = Home(self.folder / "restored")
        self.assertStatus(guidang("restore", self.folder / "backup", restored.path), 0)
        self.assertEqual(dump(restored.path), dump(home.path))
        restored.run()
        told = [
            [(status, out.replace(str(h.path), "HOME"), err) for status, out, err in answers(h)]
            for h in (home, restored)
        ]
        self.assertEqual(told[0], told[1])
        self.assertStatus(restored.call("doctor", "--deep"), 0)
