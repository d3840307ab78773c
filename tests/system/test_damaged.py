# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken and hostile files: each ends in one named state, and none takes the run along."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import damaged_table
from support import (
    SAMPLES,
    SOURCE,
    Home,
    Outcome,
    SystemTest,
    account,
    balanced,
    digests,
    guidang,
    holding,
    register,
)

OUTSIDE = "root:x:0:0"  # how /etc/passwd begins
PASSWORDS = Path("/etc/passwd")


def entries(folder: Path) -> int:
    """Everything that is no folder; links are not followed."""
    return sum(
        path.is_symlink() or not path.is_dir()
        for base, folders, files in os.walk(folder)
        for path in (Path(base, name) for name in folders + files)
    )


def states(home: Home) -> dict[str, list[int]]:
    """States of the files by the path as shown."""
    found: dict[str, list[int]] = {}
    with register(home.path) as database:
        for path, state in database.execute("SELECT path, state FROM file"):
            found.setdefault(path, []).append(state)
    return found


def inside(path: str, others: set[str]) -> bool:
    """Whether the path lies in another one: an archive or a mail, since folders have no row."""
    parts = path.split("/")
    return any("/".join(parts[:i]) in others for i in range(1, len(parts)))


class Damaged(SystemTest):
    def batch(self, *, declared: bool, uncommittable: bool = False) -> Path:
        batch = self.folder / "damaged"
        if uncommittable:
            tool = SOURCE / "tests" / "tools" / "make_damaged.py"
            command = (sys.executable, "-B", tool, "--out", batch, "--uncommittable")
            subprocess.run(command, check=True, timeout=120)
        else:
            shutil.copytree(SAMPLES / "damaged", batch)
            (batch / "README.md").unlink()
        if not declared:
            (batch / "batch.xml").unlink()
        return batch

    def receive(self, batch: Path) -> tuple[Home, Outcome]:
        """Twice, with the same end."""
        before = digests(batch)
        home = Home.make(self.folder / "home")
        outcome = home.run(batch)
        self.assertNoCrash(outcome, (1,))
        counts = account(outcome)
        self.assertTrue(balanced(counts), counts)
        again = home.run(batch)
        self.assertNoCrash(again, (1,))
        self.assertEqual(account(again), counts)
        self.assertEqual(account(again, "account_in_all"), counts)
        with register(home.path) as database:
            paths = [path for (path,) in database.execute("SELECT path FROM file")]
        self.assertEqual(len(paths), counts["files"]["seen"])
        # The archive with a secret in it has a row without a name; its other member has one.
        nameless = "zip/secret-name.zip"
        named = [p for p in paths if p and not inside(p, {*paths, nameless})]
        self.assertEqual(len(named) + 1, entries(batch))
        self.assertNoCrash(home.call("status", "--all"), (1,))
        self.assertNoCrash(home.call("export"), (0,))
        self.assertEqual(digests(batch), before)
        return home, outcome

    def assertNothingOutside(self, home: Home) -> None:
        if OUTSIDE in PASSWORDS.read_text(encoding="utf-8", errors="replace"):
            self.assertEqual(holding(home.path, OUTSIDE), [])
        names = {path.name for path in self.folder.rglob("*")}
        self.assertNotIn("outside.txt", names)

    def assertOnlyRegisterRowsAccepted(self, home: Home) -> None:
        """Of the registers the sound rows count: documents on paper."""
        accepted = [row["path"] for row in home.export() if row["verdict"] == "accepted"]
        self.assertEqual([path for path in accepted if "收文登记-" not in path], [])

    def test_DeclaredFilesAreReadOrQuarantined(self) -> None:
        home, outcome = self.receive(self.batch(declared=True))
        self.assertNothingOutside(home)
        found = states(home)
        quarantined = {path for path, numbers in found.items() if numbers == [3]}
        broken = "truncated not-well-formed encrypted two-documents bomb entity-bomb xxe zip-slip"
        for name in broken.split():
            with self.subTest(name):
                self.assertIn(name + ".docx", quarantined)
        for name in ("not-a-docx.docx", "nul-bytes.txt", "gb18030-cut.txt", "huge-one-line.txt"):
            with self.subTest(name):
                self.assertEqual(found[name], [0])
        self.assertOnlyRegisterRowsAccepted(home)
        shown = home.call("status", "--all").out
        self.assertNotIn("\u202e", shown)

    def test_UndeclaredFilesStayOutside(self) -> None:
        home, outcome = self.receive(self.batch(declared=False))
        self.assertNothingOutside(home)
        found = states(home)
        for name in ("truncated.docx", "encrypted.docx", "bomb.docx", "xxe.docx"):
            with self.subTest(name):
                self.assertEqual(found[name], [4])
        originals = digests(home.path / "objects").values()
        refused = digests(SAMPLES / "damaged")
        self.assertNotIn(refused["truncated.docx"], originals)
        self.assertOnlyRegisterRowsAccepted(home)

    def test_TheHomeIsSoundAllTheSame(self) -> None:
        home, _ = self.receive(self.batch(declared=True))
        self.assertStatus(home.call("doctor", "--deep"), 0)

    def test_WhatNoRepositoryCanCarry(self) -> None:
        batch = self.batch(declared=True, uncommittable=True)
        home, _ = self.receive(batch)
        self.assertNothingOutside(home)
        found = states(home)
        for name in ("link-outside.txt", "link-to-itself", "link-to-parent", "pipe.txt"):
            with self.subTest(name):
                self.assertIn(found[name], ([2], [4]))
        shown = home.call("status", "--all").out + home.call("export").out
        self.assertNotIn("name-new\nline", shown)
        self.assertEqual(shown.encode("utf-8", "surrogateescape").decode("utf-8"), shown)


class Table(SystemTest):
    def test_SaysWhatTheProgramSays(self) -> None:
        """All files, the big ones too; written again by damaged_table.py --update."""
        if os.environ.get("GUIDANG_SANITIZE"):
            self.skipTest("sanitizers change what memory and time allow")
        made = damaged_table.table(self.folder)
        listed = damaged_table.page_rows()
        self.assertEqual([row for row in made.values() if row not in listed], [])
        self.assertEqual(len(listed), len(made))

    def test_EveryAnswerIsANamedState(self) -> None:
        states = "read|failed|no_reader|none_by_nature"
        for row in damaged_table.page_rows():
            with self.subTest(row):
                _, _, _, text, run, _ = re.split(r"(?<!\\)\|", row)
                self.assertRegex(text, rf"^ ({states}) \([a-z0-9]+\)")
                self.assertRegex(run, f"^ ({'|'.join(damaged_table.STATES)})")
                # Limits of time and memory are nets: what falls into them has met no check.
                self.assertNotRegex(text, "reader (crashed|ended|gave|was killed)")


class OneByOne(SystemTest):
    """`check` and `text` have no home and no gate, and meet the same files."""

    def test_EveryFileIsAnswered(self) -> None:
        names = sorted(p for p in (SAMPLES / "damaged").rglob("*") if p.is_file())
        for command in ("check", "text"):
            for path in names:
                with self.subTest(path.name, command=command):
                    outcome = guidang(command, path, "--json")
                    self.assertNoCrash(outcome)
                    self.assertEqual([row["path"] for row in outcome.rows], [str(path)])
                    if OUTSIDE in PASSWORDS.read_text(encoding="utf-8", errors="replace"):
                        self.assertNotIn(OUTSIDE, outcome.out)

    def test_TheRunLeavesNothingInTheTemporaryFolder(self) -> None:
        scratch = self.folder / "tmp"
        scratch.mkdir()
        home = Home.make(self.folder / "home")
        home.run(SAMPLES / "damaged", env={"TMPDIR": str(scratch)})
        self.assertEqual(list(scratch.iterdir()), [])
        self.assertEqual(list(Path(tempfile.gettempdir()).glob("outside.txt")), [])
