# SPDX-License-Identifier: GPL-3.0-or-later
"""8: what a stranger gets is a function of the opened records only.

Homes that differ in one closed record answer a stranger byte for byte alike, whatever is asked: by
the command line, and on the site by every page that links lead to and every address that somebody
who knows of the record may guess. The same questions to a home in which the record is open get
other answers: else they would prove nothing.
"""

import atexit
import functools
import itertools
import shutil
import tempfile
import urllib.parse
from collections.abc import Iterable
from pathlib import Path

import tutorial
from serving import Answer, serving
from support import Home, Outcome, SystemTest

OPEN = (
    "收文/青政办函〔2023〕8号.txt",
    tutorial.FLOOD,
    "发文/云政办发〔2023〕6号.txt",
    "发文/云政办发〔2023〕1号.docx",
)
SECRET = "收文/柳政函〔2023〕99号.txt"
# It shares words with the opened ones, has some of its own, and is the last of its series.
SECRET_TEXT = (
    "　　　　　　　柳林乡人民政府\n　　柳政函〔2023〕99号\n\n"
    "　　柳林乡人民政府关于报送防汛物资清单的函\n\n云溪县人民政府办公室：\n"
    "　　现报送防汛物资清单，独角兽三只，请查收。防汛通知已转发。\n\n"
    "　　　　　柳林乡人民政府\n　　　　　2023年12月1日\n"
)
MOST_LINKED = 400

# What somebody asks who knows, or nearly knows, the record: in each way that reaches an index.
QUERIES = (
    "防汛",
    "通知",
    "独角兽",
    '"独角兽三只"',
    "独角售",  # the spelling help knows only what is open
    "独角*",
    "防汛 独角兽",
    "防汛 -独角兽",
    "独角兽 OR 通知",
    "请问独角兽三只是谁报送来的防汛物资",  # taken loosely
    "柳林乡人民政府",
    "柳林乡政府",
    "题名:防汛物资清单",
    "机关:柳林乡人民政府",
    "柳政函〔2023〕99号",
    "柳政函 2023 99",
    "文号:柳政函*",
    "档号:X043*",
    "主送:云溪县人民政府办公室",
    "文种:函",
    "年度:2023",
    "日期:2023-12-01",
    "日期:2023-12..2023-12",
    "拼音:fxwzqd",
    "fxwzqd",
    "fangxunwuziqingdan",
    "正文:独角兽",
    "防汛 通知)",  # an error
    "独角兽:通知",
    "",
)


@functools.cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="guidang-leak-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def _done(outcome: Outcome, *statuses: int) -> None:
    if outcome.status not in statuses:
        raise AssertionError(outcome)


def _sealed(name: str, *, secret: bool) -> Home:
    batch = _folder() / name / "2023"
    shutil.copytree(tutorial.BATCH, batch)
    if secret:
        (batch / SECRET).write_text(SECRET_TEXT, encoding="utf-8")
    home = Home.make(_folder() / name / "home")
    _done(home.run(batch), 0, 1)
    rows = tutorial.by_path(home)
    for path in OPEN:
        _done(home.set(rows[path]["record"], "opening", "open"), 0)
    _done(home.run(), 0, 1)
    _done(home.seal(2023, "--leave-held", "--why", "待补"), 0, 1)
    _done(home.run(), 0, 1)
    return home


@functools.cache
def without() -> Home:
    """The record never was."""
    return _sealed("without", secret=False)


@functools.cache
def closed() -> Home:
    """The record is there and was never opened."""
    return _sealed("closed", secret=True)


def _decided(name: str, start: Home, *openings: str) -> Home:
    home = start.copy(_folder() / name / "home")
    for opening in openings:
        _done(home.set(secret_row()["record"], "opening", opening), 0)
        _done(home.run(), 0, 1)
    return home


@functools.cache
def opened() -> Home:
    return _decided("opened", closed(), "open")


@functools.cache
def closed_again() -> Home:
    """The record was open for a while."""
    return _decided("closed-again", opened(), "controlled")


@functools.cache
def rows() -> dict[str, dict[str, str]]:
    """Record and code by the path of the main file."""
    found = tutorial.by_path(closed()).items()
    return {path: {"record": row["record"], "code": row["code"]} for path, row in found}


def secret_row() -> dict[str, str]:
    return rows()[SECRET]


def quoted(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def command_lines() -> list[tuple[str, ...]]:
    """What follows `search HOME`, in all of its forms."""
    row = secret_row()
    queries = (*QUERIES[:-1], row["code"], "档号:" + row["code"], row["record"])
    plain = (("--facets",), ("--json", "--facets"), ("--csv",), ("--count",), ("--explain",))
    found = [(query, *form) for query, form in itertools.product(queries, plain)]
    more = (
        ("--sort", "newest", "--json"),
        ("--sort", "code", "--json"),
        ("--offset", "1", "--json"),
        ("--year", "2023", "--facets"),
        ("--creator", "柳林乡人民政府", "--facets"),
        ("--doctype", "函", "--facets", "--lang", "en"),
    )
    found += [(query, *form) for query, form in itertools.product(("防汛", "独角兽"), more)]
    keys = [row["record"], row["code"], "none"]
    keys += [rows()[path]["record"] for path in OPEN]
    found += [("--similar", key, *form) for key in keys for form in ((), ("--json",))]
    return found


# Of these the answer is another one when the record is open.
SEEN_BY_SEARCH = (
    "防汛 --facets",
    "防汛 --json --facets",
    "防汛 --csv",
    "防汛 --count",
    "防汛 --explain",
    "独角兽 --count",
    "独角售 --facets",
    "拼音:fxwzqd --count",
    "防汛 --sort newest --json",
    "防汛 --offset 1 --json",
    "防汛 --year 2023 --facets",
)


def addresses() -> list[str]:
    """What may be guessed, whether or not anything links to it."""
    row = secret_row()
    open_rows = [rows()[path] for path in OPEN]
    found = ["/", "/browse", "/help", "/opensearch.xml", "/health", "/search"]
    for query in (*QUERIES, row["code"], row["record"]):
        q = quoted(query)
        found += [f"{page}?q={q}" for page in ("/", "/search", "/search.json", "/search.csv")]
        found += [
            f"/search?q={q}&{more}"
            for more in (
                "sort=newest",
                "sort=oldest",
                "sort=code",
                "page=2",
                "n=1&page=5",
                "year=2023",
                "doctype=" + quoted("函"),
                "creator=" + quoted("柳林乡人民政府"),
                "retention=" + quoted("10年"),
                "direction=received",
                "fonds=X043",
                "from=2023-12-01&to=2023-12-01",
                "view=print",
                "lang=en",
                "near=yes",
                "as-typed=yes",
                "explain=yes",
            )
        ]
    secret_keys = [quoted(row["code"]), f"X043/{quoted(row['record'])}"]
    open_keys = [key for r in open_rows for key in (quoted(r["code"]), f"X043/{r['record']}")]
    for key in (*secret_keys, *open_keys, "X043-none", f"X043/{'0' * len(row['record'])}"):
        found += [f"/record/{key}", f"/record/{key}.json", f"/record/{key}?q={quoted('防汛')}"]
        found += [f"/record/{key}/files/{n}" for n in (0, 1, 2, 9)]
        found += [f"/record/{key}/{more}" for more in ("similar", "neighbours", "history")]
        found += [f"/search?like={key}", f"/search?q={quoted('类似:')}{key}"]
    found += ["/browse/X043", "/browse/X043/2023", "/browse/X043/2022", "/browse/X044"]
    found += ["/browse/X043/2023?page=2", "/browse/X043.json", "/browse/X043/2023.json"]
    volume, _, number = row["code"].rpartition("-")
    found += [f"/browse/X043/2023/{quoted(v)}" for v in (volume, volume.rpartition("-")[2], "1")]
    found += [f"/record/{quoted(volume)}-{int(number) + step:0{len(number)}}" for step in (-1, 1)]
    found += ["/assets/none", "/../register.sqlite", "/search?q=%FF", "/search?page=-1&q=a"]
    return found


@functools.cache
def served(home: Home) -> dict[str, object]:
    """All that the site of a home answers a stranger."""
    with serving([home.path], "--open-only") as server:
        answers: dict[str, object] = dict(server.crawl(("/", AGAIN), MOST_LINKED))
        answers |= {target: server.get(target) for target in addresses()}
        row = secret_row()
        for target in ("/search?q=" + quoted("独角兽 防汛"), f"/record/{quoted(row['code'])}"):
            for method in ("GET", "HEAD", "POST"):
                for headers in (
                    {"Accept_Language": "en"},
                    {"Accept_Encoding": "gzip"},
                    {"If_None_Match": '"0"'},
                ):
                    name = f"{method} {target} {headers}"
                    answers[name] = server.get(target, method=method, **headers)
        answers["again"] = server.get(AGAIN)
    return answers


AGAIN = "/search?q=" + quoted("防汛")


class Leak(SystemTest):
    def assertAlike(self, kind: str, answers: dict[str, object], others: dict[str, object]) -> None:
        """Names the first question that was answered in two ways."""
        self.assertEqual(list(answers), list(others), f"{kind}: other pages are reached")
        for question, answer in answers.items():
            if answer != others[question]:
                self.assertEqual(str(answer), str(others[question]), f"{kind}: {question}")
                self.fail(f"{kind}: {question}: {answer!r}, {others[question]!r}")

    def assertAllSeen(
        self, answers: dict[str, object], others: dict[str, object], questions: Iterable[str]
    ) -> None:
        alike = [question for question in questions if answers[question] == others[question]]
        self.assertEqual(alike, [], "an open record would not have been seen either")

    def told(self, home: Home) -> dict[str, object]:
        near = Home(Path(home.path.name))  # no answer may name the folder; here none can
        answers: dict[str, object] = {}
        for line in command_lines():
            outcome = near.call("search", *line, "--open-only", cwd=home.path.parent)
            answers[" ".join(line)] = (outcome.status, outcome.out, outcome.err)
        return answers

    def test_TheOpenedRecordsAreTheSame(self) -> None:
        """Else the homes differ in more than the one record."""
        shown = []
        for home in (without(), closed()):
            rows = [row for row in home.export() if row["path"] != SECRET]
            shown.append([(row["record"], row["code"], row["path"]) for row in rows])
        self.assertEqual(shown[0], shown[1])
        self.assertEqual(closed().search("独角兽", "--count").out, "1\n")
        self.assertNotIn("", secret_row().values())

    def test_TheCommandLineTellsAStrangerNothing(self) -> None:
        answers = self.told(without())
        self.assertAlike("never open", answers, self.told(closed()))
        self.assertAlike("closed again", answers, self.told(closed_again()))
        self.assertAllSeen(self.told(opened()), answers, SEEN_BY_SEARCH)

    def test_TheSiteTellsAStrangerNothing(self) -> None:
        answers = served(without())
        self.assertGreater(len(answers), len(addresses()) + MOST_LINKED / 2, "too few links")
        broken = [t for t, a in answers.items() if isinstance(a, Answer) and a.status >= 500]
        self.assertEqual(broken, [])
        self.assertEqual(answers["again"], answers[AGAIN], "no answer hangs on those before")
        self.assertAlike("never open", answers, served(closed()))
        self.assertAlike("closed again", answers, served(closed_again()))

    def test_AnOpenRecordWouldBeSeen(self) -> None:
        """Each kind of page differs when the record is open, so that the test looks at it."""
        row = secret_row()
        record = f"/record/X043/{row['record']}"
        targets = ["/", "/browse/X043", "/browse/X043/2023", record, record + "/files/1"]
        targets += [f"/record/{quoted(row['code'])}{end}" for end in ("", ".json")]
        for query in ("独角兽", "防汛", "独角售", "拼音:fxwzqd", "年度:2023"):
            targets.append("/search?q=" + quoted(query))
        for page in ("/search.json", "/search.csv"):
            targets.append(f"{page}?q={quoted('防汛')}")
        self.assertAllSeen(served(closed()), served(opened()), targets)
