# SPDX-License-Identifier: GPL-3.0-or-later
"""Xapian's own tools read the index as index/README.md says."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

import tutorial
from support import SOURCE, Home, SystemTest


def current(home: Home) -> Path:
    return home.path / "index" / (home.path / "index" / "CURRENT").read_text().strip()


@unittest.skipUnless(shutil.which("xapian-delve") and shutil.which("quest"), "needs xapian-tools")
class StockTools(SystemTest):
    """What index/README.md says of terms and slots is what xapian-delve shows."""

    def tool(self, *command: str | Path) -> str:
        env = {**os.environ, "XAPIAN_CJK_NGRAM": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, check=False, env=env)
        self.assertEqual(done.returncode, 0, done)
        return done.stdout.decode()

    def slot(self, folder: Path, number: int) -> str:
        """The values of a slot."""
        return self.tool("xapian-delve", f"-V{number}", folder).partition(":")[2].strip()

    def test_PrefixesAndSlotsAreAsTheReadmeSays(self) -> None:
        text = (SOURCE / "index" / "README.md").read_text(encoding="utf-8")
        table = text[text.index("| terms |") : text.index("Value slots:")]
        told = {
            prefix
            for line in table.splitlines()[2:]
            if line.startswith("|")
            for prefix in re.findall(r"`([A-Z]+)`", line.split("|")[1])
        }
        slots_text = text[text.index("Value slots:") : text.index("Document data")]
        slots = {int(n) for n in re.findall(r"(?:: |· )(\d+) ", slots_text)}
        home = tutorial.sealed()
        folder = current(home) / "staff"
        terms = self.tool("xapian-delve", "-a", "-1", folder).splitlines()[1:]
        found = {re.match(r"[A-Z]*", term).group(0) for term in terms}  # type: ignore[union-attr]
        found = {prefix for prefix in found if prefix}
        # One letter, or X and more: what follows them may be a letter, too.
        shown = {p if p in told else next((t for t in told if p.startswith(t)), p) for p in found}
        self.assertEqual(shown - told, set())
        self.assertLessEqual({"S", "Q", "Y", "XCR", "XDN", "XDT", "XRP", "XFN"}, shown)
        used = {
            n
            for n in range(32)
            if re.search(r": *\d", self.tool("xapian-delve", f"-V{n}", folder))
        }
        self.assertEqual(used - slots, set())
        self.assertLessEqual({0, 1, 2, 3, 4, 5, 6}, used)

    def test_QuestFindsChinese(self) -> None:
        folder = current(tutorial.sealed()) / "staff"
        shown = self.tool("quest", "-d", folder, "防汛")
        self.assertIn("title=", shown)
        self.assertIn("防汛", shown)

    def test_TheTablesAreSound(self) -> None:
        for name in ("open", "staff"):
            self.tool("xapian-check", current(tutorial.sealed()) / name)


if __name__ == "__main__":
    unittest.main()
