# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says when it refuses: the whole message, in both languages, and its status."""

import fcntl
import os
import struct
import unicodedata
import subprocess
from dataclasses import dataclass
from pathlib import Path

import tutorial
from support import Home, Outcome, SystemTest, environment, guidang, program

LOCK_OF_THE_FILE = 37  # F_OFD_SETLK of Linux
COMMANDS = (
    "init run retry seal package verify import-ledger check text search status explain export rules set"
    " backup restore doctor"
).split()
ERROR = {"zh": "错误：", "en": "error: "}
ADVICE = {"zh": "办法：", "en": "advice: "}
INSTEAD = {"zh": "可以改查：", "en": "try instead:"}
PEOPLE = ("--by", "归档员", "--checked-by", "检查员")
DECIDED = ("--by", "归档员", "--why", "核对")


@dataclass(frozen=True)
class Refusal:
    """A command, and what it says. {HOME} and {DIR} stand for paths."""

    name: str
    arguments: tuple[str, ...]
    says: str
    advice: str = ""
    status: int = 2


REFUSALS = (
    Refusal(
        "NoHome",
        ("status", "{DIR}/absent"),
        "{DIR}/absent 不是全宗库：没有 fonds.xml / is not a home: it has no fonds.xml",
        "建库 / make one with: guidang init HOME --fonds CODE --name NAME",
    ),
    Refusal(
        "NoHomeToRunIn",
        ("run", "{DIR}/absent", "{DIR}"),
        "{DIR}/absent 不是全宗库：没有 fonds.xml / is not a home: it has no fonds.xml",
        "建库 / make one with: guidang init HOME --fonds CODE --name NAME",
    ),
    Refusal(
        "HomeIsThereAlready",
        ("init", "{HOME}", "--fonds", "X043", "--name", "办公室"),
        "{HOME} 已存在且非空 / exists and is not empty",
        "换一个新目录 / choose a new folder for the home",
    ),
    Refusal(
        "CodeOfTheFonds",
        ("init", "{DIR}/new", "--fonds", "全宗", "--name", "办公室"),
        "全宗号应为 1 至 16 位字母数字"
        " / the code of the fonds is not 1 to 16 letters and digits: '全宗'",
        "用档案馆给定的全宗号，如 X043"
        " / use the code that the archives gave your office, e.g. X043",
    ),
    Refusal(
        "NoSuchProfile",
        ("init", "{DIR}/new", "--fonds", "X043", "--name", "办公室", "--profile", "mars"),
        "规则集“mars”不存在 / there is no profile 'mars'",
        "现有规则集 / there are: futian-2006, national, provincial-office, tutorial",
    ),
    Refusal(
        "NoSuchBatch",
        ("run", "{HOME}", "{DIR}/absent"),
        "{DIR}/absent 不存在 / does not exist",
        "给出目录或文件 / name a folder or a file",
    ),
    Refusal(
        "NoSuchStage",
        ("run", "{HOME}", "--until", "bake"),
        "没有这一步 / there is no stage 'bake'",
        "可用 / there are: receive extract describe relate itemise check appraise year"
        " ledger_check arrange number catalogue index",
    ),
    Refusal(
        "NoSuchDay",
        ("run", "{HOME}", "--as-of", "2023-02-30"),
        "'2023-02-30' 不是日历上的一天 / is not a day of the calendar",
        "写成 / write it like 2024-01-31",
    ),
    Refusal(
        "YearIsNotSealed",
        ("package", "{HOME}", "2023"),
        "2023 年尚未封存 is not sealed",
        "先封存 seal it first: guidang seal HOME 2023 --by NAME --checked-by NAME",
    ),
    Refusal(
        "NothingToSeal",
        ("seal", "{HOME}", "1999", *PEOPLE, "--leave-held", "--why", "待补"),
        "1999 年没有可以封存的新文件 / nothing new to seal in 1999",
    ),
    Refusal(
        "SealedByOnePersonAlone",
        ("seal", "{HOME}", "2023", "--by", "张三", "--checked-by", "张三"),
        "封存要有整理人和另一名检查人 / sealing needs who did it and somebody else who checked",
        "--by 姓名 --checked-by 姓名 / --by NAME --checked-by NAME",
    ),
    Refusal(
        "LeftHeldWithoutAReason",
        ("seal", "{HOME}", "2023", *PEOPLE, "--leave-held"),
        "留下未定文件要说明原因 / leaving held items needs a reason",
        "--why",
    ),
    Refusal(
        "NoSuchRecord",
        ("explain", "{HOME}", "天政发〔2023〕1号"),
        "没有这样的记录号、档号或文号"
        " / no record has this id, archival code or document number: '天政发〔2023〕1号'",
        "查看 / see them with: guidang export HOME",
    ),
    Refusal(
        "NoSuchRecordToDecide",
        ("set", "{HOME}", "i0", "period", "10年", *DECIDED),
        "没有这样的记录号、档号或文号"
        " / no record has this id, archival code or document number: 'i0'",
        "查看 / see them with: guidang export HOME",
    ),
    Refusal(
        "NoSuchField",
        ("set", "{HOME}", "青政办发〔2023〕3号", "colour", "red", *DECIDED),
        "没有这个字段 / there is no field 'colour'",
        "字段见 guidang export，另有 / fields are those of guidang export,"
        " and period, filed, opening, control, year, class, return, waive:CODE, answer:QUESTION,"
        " relation:KIND:RECORD, withdraw,"
        " duplicate, merge, split, pin",
    ),
    Refusal(
        "NoSuchTie",
        ("set", "{HOME}", "青政办发〔2023〕3号", "relation:knows:x", "yes", *DECIDED),
        "没有这种关联 / there is no such kind of tie: 'relation:knows:x'",
        "写成 / write relation:KIND:RECORD, KIND: duplicate_of, version_of, attachment_of,"
        " replies_to, replied_by, forwards, forwarded_by, replaces, replaced_by, amends,"
        " amended_by, resubmits, resubmitted_by, near_duplicate, cites",
    ),
    Refusal(
        "NoSuchValue",
        ("set", "{HOME}", "青政办发〔2023〕3号", "return", "perhaps", *DECIDED),
        "'perhaps' 不是这个字段的值 / is no value of 'return'",
        "可用 / use approved | refused；空值为撤销 / an empty text takes the decision back",
    ),
    Refusal(
        "DecidedDateIsNoDay",
        ("set", "{HOME}", "青政办发〔2023〕3号", "date", "2023-02-30", *DECIDED),
        "'2023-02-30' 不是日历上的一天 / is not a day of the calendar",
        "写成 / write it like 2023-08-30",
    ),
    Refusal(
        "NobodyDecides",
        ("set", "{HOME}", "x", "period", "10年", "--by", " ", "--why", "核对"),
        "决定要有决定人和理由 / a decision needs a name and a reason",
        "给出 / give both --by and --why",
    ),
    Refusal(
        "NoSuchRule",
        ("explain", "ABC-99"),
        "规则集 national 没有规则 ABC-99 / profile national has no rule ABC-99",
        "guidang rules 列出全部规则 / lists all rules",
    ),
    Refusal(
        "NoBackup",
        ("restore", "{DIR}", "{DIR}/new"),
        "{DIR} 既不是备份也不是移交包：没有 register.sqlite，也没有 bagit.txt"
        " / is neither a backup nor a bundle: it has no register.sqlite and no bagit.txt",
        "给出 guidang backup 或 guidang package 所建的目录"
        " / name the folder that guidang backup or guidang package made",
    ),
    Refusal(
        "NoIndexYet",
        ("search", "{DIR}/empty", "防汛"),
        "{DIR}/empty/index 还没有索引 / holds no index yet",
        "先运行 / run: guidang run HOME",
    ),
)


@dataclass(frozen=True)
class BadQuery:
    query: str
    column: int  # of the caret, in characters
    zh: str
    en: str
    hint: str = ""
    instead: str = ""


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


BAD_QUERIES = (
    BadQuery("", 0, "没有检索词", "the query is empty"),
    BadQuery(
        "防汛 (通知", 3, "括号没有闭合", "the bracket is not closed", instead="防汛 (通知)"
    ),
    BadQuery(
        "防汛 通知)",
        5,
        "多余的右括号",
        "a closing bracket without its opening one",
        instead="防汛 通知",
    ),
    BadQuery(
        '题名:"办公室',
        3,
        "引号没有闭合",
        "the quotation mark is not closed",
        '"办公室 主任"',
        instead='题名:"办公室"',
    ),
    BadQuery("防汛 年度:", 3, "字段后缺少检索词", "nothing stands after the field", "年度:…"),
    BadQuery(
        "年度:去年",
        3,
        "不是年份或日期",
        "this is no year and no date",
        "2020、2020..2023、>=2020、2020..、..2023",
    ),
    BadQuery(
        "年度:2023..2020",
        3,
        "起始年度晚于终止年度",
        "the first year is after the last",
        "2020..2023",
        instead="年度:2020..2023",
    ),
)


class Refusals(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        self.home = tutorial.received()[0].copy(self.folder / "home")
        Home.make(self.folder / "empty")

    def fill(self, text: str) -> str:
        return text.replace("{HOME}", str(self.home.path)).replace("{DIR}", str(self.folder))

    def test_EachSaysWhatAndWhatToDo(self) -> None:
        for case in REFUSALS:
            for language in ("zh", "en"):
                with self.subTest(case.name, language=language):
                    outcome = guidang(*map(self.fill, case.arguments), "--lang", language)
                    wanted = ERROR[language] + self.fill(case.says) + "\n"
                    if case.advice:
                        wanted += ADVICE[language] + self.fill(case.advice) + "\n"
                    self.assertEqual(
                        (outcome.err, outcome.out, outcome.status), (wanted, "", case.status)
                    )
                    self.assertFalse((self.folder / "new").exists())

    def test_ANumberOfSeveralRecordsNamesThem(self) -> None:
        rows = [
            (*row["documents"], row["record"])[0]
            for row in self.home.export()
            if row["fields"].get("document_number", {}).get("value") == "石政〔2023〕9号"
        ]
        outcome = self.home.call("explain", "石政〔2023〕9号", "--lang", "en")
        self.assertEqual(len(rows), 2)
        self.assertStatus(outcome, 2)
        for record in rows:
            self.assertIn(record, outcome.err)

    def test_AHeldYearNamesWhatIsHeld(self) -> None:
        for language, line, advice in (
            (
                "zh",
                "2023 年没有封存：5 件待处理",
                "先处理，或加 --leave-held --why 说明理由，以后补封",
            ),
            (
                "en",
                "2023 was not sealed: 5 items are held",
                "settle them, or leave them for a later edition with --leave-held --why",
            ),
        ):
            outcome = self.home.call("seal", "2023", *PEOPLE, "--lang", language)
            wanted = f"{ERROR[language]}{line}\n{ADVICE[language]}{advice}\n"
            self.assertEqual((outcome.status, outcome.err), (1, wanted))
            self.assertEqual(len(outcome.lines), 5)
            self.assertIn(tutorial.NO_DRAFT, outcome.out)

    def test_ANewYearIsNotSealedTwice(self) -> None:
        left = ("--leave-held", "--why", "待补", "--lang", "en")
        self.assertStatus(self.home.call("seal", "2023", *PEOPLE, *left), 0)
        outcome = self.assertStatus(self.home.call("seal", "2023", *PEOPLE, *left), 2)
        says = "2023 年没有可以封存的新文件 / nothing new to seal in 2023"
        self.assertEqual((outcome.err, outcome.out), (f"error: {says}\n", ""))

    def test_AQueryIsShownWithTheFault(self) -> None:
        for case in BAD_QUERIES:
            for language in ("zh", "en"):
                with self.subTest(case.query, language=language):
                    outcome = self.home.call("search", case.query, "--lang", language)
                    says = case.zh if language == "zh" else case.en
                    blanks = " " * columns(case.query[: case.column])
                    wanted = f"{ERROR[language]}{says}\n  {case.query}\n  {blanks}^\n"
                    if case.hint:
                        wanted += f"{ADVICE[language]}{case.hint}\n"
                    if case.instead:
                        wanted += f"{INSTEAD[language]} {case.instead}\n"
                    self.assertEqual((outcome.err, outcome.out, outcome.status), (wanted, "", 2))

    def test_OneWriterAtATime(self) -> None:
        holder = "process 4711 on host 档案室 since 2024-01-15T08:00:00Z"
        with (self.home.path / ".lock").open("r+", encoding="utf-8") as lock:
            lock.truncate(0)
            lock.write(holder + "\n")
            lock.flush()
            whole = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
            fcntl.fcntl(lock, LOCK_OF_THE_FILE, whole)
            for command in (("run",), ("package", "2023"), ("set", "x", "title", "y", *DECIDED)):
                for language in ("zh", "en"):
                    outcome = self.home.call(*command, "--lang", language)
                    wanted = (
                        f"{ERROR[language]}全宗库 {self.home.path} 正在使用"
                        f" home is in use by {holder}\n"
                        f"{ADVICE[language]}等它结束,或停止该进程后再运行"
                        " wait until it ends, or stop that process and run again\n"
                    )
                    self.assertEqual((outcome.err, outcome.status), (wanted, 3), command)
            # Readers do not wait.
            self.assertEqual(len(self.home.hits("防汛")), 3)
            self.assertStatus(self.home.call("status"), 1)
        self.assertStatus(self.home.call("run"), 1)


class Usage(SystemTest):
    """The command line itself."""

    def assertUsage(self, outcome: Outcome, *words: str) -> None:
        self.assertStatus(outcome, 2)
        self.assertEqual(outcome.out, "")
        for word in words:
            self.assertIn(word, outcome.err)

    def test_HelpOfEveryCommand(self) -> None:
        for command in COMMANDS:
            with self.subTest(command):
                outcome = self.assertStatus(guidang(command, "--help"), 0)
                self.assertIn("exit status: 0", outcome.out)
                self.assertIn("退出码", outcome.out)
                self.assertEqual(outcome.err, "")
        whole = self.assertStatus(guidang("--help"), 0)
        for command in COMMANDS:
            self.assertIn(f"  {command} ", whole.out)
        self.assertRegex(self.assertStatus(guidang("--version"), 0).out, r"^\d+\.\d+\.\d+\n$")

    def test_WhatIsNotThere(self) -> None:
        self.assertUsage(guidang())
        self.assertUsage(guidang("bake"))
        self.assertUsage(guidang("status"), "HOME")
        self.assertUsage(guidang("status", "x", "--loud"), "--loud")
        self.assertUsage(guidang("--lang", "fr", "status", "x"), "fr")

    def test_WhatIsNoValue(self) -> None:
        home = str(self.folder / "home")
        self.assertUsage(guidang("seal", home, "1800", *PEOPLE), "1800")
        self.assertUsage(guidang("seal", home, "去年", *PEOPLE), "去年")
        self.assertUsage(guidang("seal", home, "2023", "--by", "张三"), "--checked-by")
        self.assertUsage(guidang("run", home, "--as-of", "15.1.2024"), "15.1.2024", "2024-01-31")
        self.assertUsage(guidang("run", home, "--purpose", "fun"), "fun")
        self.assertUsage(guidang("run", home, "--jobs", "-1"), "-1")

    def test_TheLanguageIsThatOfTheOption(self) -> None:
        absent = str(self.folder / "absent")
        for env, arguments, wanted in (
            ({"LC_ALL": "en_US.UTF-8"}, (), "en"),
            ({"LC_ALL": "zh_CN.UTF-8"}, (), "zh"),
            ({"LC_ALL": "C"}, (), "zh"),
            ({"LC_ALL": "en_US.UTF-8"}, ("--lang", "zh"), "zh"),
            ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, (), "en"),
        ):
            with self.subTest(env=env, arguments=arguments):
                outcome = guidang("status", absent, *arguments, env=env)
                self.assertTrue(outcome.err.startswith(ERROR[wanted]), outcome)

    def test_AFullDiskIsNoSuccess(self) -> None:
        if not Path("/dev/full").exists():
            self.skipTest("no /dev/full here")
        home, _ = tutorial.received()
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                (program(), "export", home.path, "--lang", "en"),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
                check=False,
                timeout=60,
            )
        wanted = "error: the result could not be written whole\n"
        self.assertEqual((done.returncode, done.stderr.decode()), (3, wanted))
