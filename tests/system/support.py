# SPDX-License-Identifier: GPL-3.0-or-later
"""What the system tests share: the program, a home, a register as text, folders as digests.

The program is the one that GUIDANG names. It is started without a shell, with an environment of
its own, and everything it is asked for passes through its command line.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import unittest
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCE = Path(os.environ.get("GUIDANG_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SAMPLES = SOURCE / "samples"
LONGEST = 280  # seconds for one command: far above what any takes, below a test's own limit
ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def program() -> str:
    """Absolute: tests start it from other folders."""
    try:
        return os.path.abspath(os.environ["GUIDANG"])
    except KeyError:
        raise unittest.SkipTest("GUIDANG does not name the program") from None


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "TMPDIR": tempfile.gettempdir(),
        "LC_ALL": "C.UTF-8",
        **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")},
        **(extra or {}),
    }


@dataclass(frozen=True)
class Outcome:
    """How one command ended."""

    command: tuple[str, ...]
    status: int  # negative: ended by a signal
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One JSON value a line."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    def __str__(self) -> str:
        return f"{' '.join(self.command)}\nstatus {self.status}\n{self.out}\n{self.err}"


def guidang(
    *arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> Outcome:
    command = (program(), *map(str, arguments))
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=cwd,
        env=environment(env),
        timeout=LONGEST,
        check=False,
    )
    return Outcome(
        command[1:],
        done.returncode,
        done.stdout.decode("utf-8", "surrogateescape"),
        done.stderr.decode("utf-8", "surrogateescape"),
    )


class Running:
    """A command that can be stopped at an event of its own: no clock decides where."""

    def __init__(self, *arguments: str | Path, env: dict[str, str] | None = None) -> None:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            (program(), *map(str, arguments)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=environment(env),
            start_new_session=True,
        )

    def events(self) -> Iterator[dict[str, Any]]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):
                yield json.loads(line)

    def alive(self) -> bool:
        return self._process.poll() is None

    def stop(self, number: signal.Signals, *, group: bool = True) -> None:
        """To the program and its helpers, or to the program alone. Gone already is as good."""
        with contextlib.suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(self._process.pid, number)

    def end(self) -> Outcome:
        assert self._process.stdout is not None
        out = self._process.stdout.read()
        self._process.stdout.close()
        status = self._process.wait(LONGEST)
        self._errors.seek(0)
        err = self._errors.read().decode("utf-8", "surrogateescape")
        self._errors.close()
        arguments = tuple(map(str, self._process.args[1:]))  # type: ignore[index]
        return Outcome(arguments, status, out.decode(), err)


@dataclass(frozen=True)
class Home:
    """One home and the commands on it."""

    path: Path

    @classmethod
    def make(cls, path: Path, profile: str = "tutorial") -> "Home":
        made = guidang(
            "init", path, "--fonds", "X043", "--name", "云溪县人民政府办公室", "--profile", profile
        )
        if made.status != 0:
            raise AssertionError(made)
        return cls(path)

    def copy(self, path: Path) -> "Home":
        shutil.copytree(self.path, path, symlinks=True)
        return Home(path)

    def call(self, command: str, *arguments: str | Path, **how: Any) -> Outcome:
        return guidang(command, self.path, *arguments, **how)

    def run(self, *arguments: str | Path, as_of: str = "2024-01-15", **how: Any) -> Outcome:
        return self.call("run", *arguments, "--as-of", as_of, "--json", **how)

    def set(self, record: str, field: str, value: str, why: str = "核对原件") -> Outcome:
        return self.call(
            "set", record, field, value, "--by", "归档员", "--why", why, "--as-of", "2024-01-16"
        )

    def seal(self, year: int = 2023, *arguments: str, as_of: str = "2024-01-20") -> Outcome:
        people = ("--by", "归档员", "--checked-by", "检查员")
        return self.call("seal", str(year), *people, "--as-of", as_of, "--json", *arguments)

    def export(self, *arguments: str) -> list[dict[str, Any]]:
        return self.call("export", *arguments).rows

    def search(self, query: str, *arguments: str, **how: Any) -> Outcome:
        return self.call("search", query, "--limit", "100000", *arguments, **how)

    def hits(self, query: str) -> list[dict[str, Any]]:
        return self.search(query, "--json").rows


def account(outcome: Outcome, event: str = "account") -> dict[str, dict[str, int]]:
    """The files and documents of an account event of `run --json`."""
    found = [row for row in outcome.rows if row["event"] == event]
    if len(found) != 1:
        raise AssertionError(f"{len(found)} events {event}: {outcome}")
    return {part: found[0][part] for part in ("files", "documents")}


def balanced(counts: dict[str, dict[str, int]]) -> bool:
    files, documents = dict(counts["files"]), dict(counts["documents"])
    return files.pop("seen") == sum(files.values()) and documents.pop("in") == sum(
        documents.values()
    )


@contextlib.contextmanager
def register(home: Path) -> Iterator[sqlite3.Connection]:
    """The register of a home, to read."""
    database = sqlite3.connect(f"file:{home / 'register.sqlite'}?mode=ro", uri=True)
    try:
        yield database
    finally:
        database.close()


# What two registers share when they are in the same state. Left out: the journal of runs, the wall
# clock and the run of an event, and row numbers, which count attempts.
STATE = (
    "SELECT key, batch, path, state, code, digest, size, document, commit_id FROM file"
    " ORDER BY key",
    "SELECT * FROM object ORDER BY digest",
    "SELECT * FROM record ORDER BY id",
    "SELECT * FROM member ORDER BY document",
    "SELECT record, kind, stage, revision, fingerprint, digest, value, amendment, commit_id"
    " FROM fact ORDER BY record, kind, id",
    "SELECT c.record, c.kind, f.digest, c.since FROM current c JOIN fact f ON f.id = c.fact"
    " ORDER BY c.record, c.kind",
    "SELECT * FROM pass ORDER BY stage, record",
    "SELECT * FROM mark ORDER BY stage",
    "SELECT subject, stage, code, severity, path, place, found, expected, citations, commit_id,"
    " ended FROM finding ORDER BY subject, stage, id",
    "SELECT record, field, value, by_whom, date, why, commit_id FROM decision ORDER BY id",
    "SELECT * FROM ledger ORDER BY series, number",
    "SELECT * FROM counter ORDER BY series",
    "SELECT * FROM seal ORDER BY year, edition",
    "SELECT * FROM pin ORDER BY record",
    "SELECT id, prev, digest, what, row_count FROM event ORDER BY id",
)


def dump(home: Path) -> list[str]:
    """Every row that says something, a line each."""
    lines = []
    with register(home) as database:
        for query in STATE:
            table = query.partition(" FROM ")[2].split()[0]
            lines += [f"{table} {row!r}" for row in database.execute(query)]
    return lines


def findings(home: Path) -> dict[str, set[str]]:
    """Codes and cited rules of the findings that stand, by record, item or file key."""
    found: dict[str, set[str]] = {}
    with register(home) as database:
        query = "SELECT subject, code, citations FROM finding WHERE ended IS NULL"
        for subject, code, citations in database.execute(query):
            found.setdefault(subject, set()).update([code, *json.loads(citations or "[]")])
    return found


def digests(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """SHA-256 of every file below a folder by path; `without` are names in the folder itself."""
    found = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if relative.parts[0] in without or path.is_dir() and not path.is_symlink():
            continue
        name = os.fsencode(relative).decode("utf-8", "backslashreplace")
        if path.is_symlink():
            found[name] = "link to " + os.readlink(path)
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[name] = "no regular file"
    return found


def holding(folder: Path, text: str) -> list[str]:
    """Files and names below a folder, hidden ones too, that hold a text in any encoding."""
    wanted = [text.encode(encoding) for encoding in ENCODINGS]
    found = []
    for path in folder.rglob("*"):
        name = os.fsencode(path.relative_to(folder))
        content = path.read_bytes() if path.is_file() else b""
        if any(w in name or w in content for w in wanted):
            found.append(os.fsdecode(name))
    return sorted(found)


class SystemTest(unittest.TestCase):
    """A test with a folder of its own."""

    maxDiff = 4000

    def setUp(self) -> None:
        program()
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="guidang-test-")))

    def assertStatus(self, outcome: Outcome, status: int) -> Outcome:
        self.assertEqual(outcome.status, status, outcome)
        return outcome

    def assertNoCrash(self, outcome: Outcome, statuses: tuple[int, ...] = (0, 1)) -> None:
        self.assertIn(outcome.status, statuses, outcome)
        for word in ("程序缺陷", "bug in the program", "terminate called", "Sanitizer"):
            self.assertNotIn(word, outcome.err, outcome)
