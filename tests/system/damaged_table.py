#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of samples/damaged/README.md: what the program says of each file, word by word.

usage: GUIDANG=PROGRAM damaged_table.py [--update]

Without --update it prints the rows that differ; with it, it writes them into the page.
"""

import json
import sqlite3
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from support import SAMPLES, SOURCE, Home, Outcome, guidang, register

sys.path.insert(0, str(SOURCE / "tests" / "tools"))
from make_damaged import attacks, write  # noqa: E402

PAGE = SAMPLES / "damaged" / "README.md"
BEGIN, END = "<!-- rows by damaged_table.py -->", "<!-- end of rows -->"
HEAD = "| file | damage | `guidang text` | `guidang run` |\n|---|---|---|---|\n"
STATES = ("component", "metadata", "ignored", "quarantined", "refused")
# The one answer that a busy machine may give to anything.
LATE = "reader took longer than"
TRIES = 2
# A row without a name: something in the file is above the ceiling.
ABOVE = "refused, no name of it is kept"
# Said of every file that no reader could look at, or that no register names.
USUAL = ("RCV-115", "RCV-130")


def shown(text: str) -> str:
    """In a cell: what would not be seen is escaped, and what would end the cell."""
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text.replace("|", "\\|")


def text_answer(outcome: Outcome) -> str:
    """The line of `text` without its path; of what was read, how much."""
    if outcome.status not in (0, 1):
        return f"exit status {outcome.status}: {outcome.err.strip()}"
    (row,) = outcome.rows
    parts = [f"{row['state']} ({row['format']})"]
    if "reason" in row:
        parts.append(row["reason"])
    if row["state"] == "read":
        count = sum(not c.isspace() for page in row["pages"] for c in page)
        pages = f" on {len(row['pages'])} pages" if row["paged"] else ""
        parts.append(f"{count} characters{pages}")
    if "undecodable" in row:
        parts.append(f"{row['undecodable']} undecodable")
    if members := row.get("members", []):
        refused = sum("refused" in member for member in members)
        parts.append(f"{len(members)} members" + (f", {refused} refused" if refused else ""))
    if "flaw" in row["technical"]:
        parts.append(f"flaw: {row['technical']['flaw']}")
    return parts[0] + (": " + "; ".join(parts[1:]) if parts[1:] else "")


def patient_text_answer(path: Path) -> str:
    """What is late again is late by nature."""
    answer = ""
    for _ in range(TRIES):
        answer = text_answer(guidang("text", "--json", path))
        if LATE not in answer:
            break
    return answer


@dataclass(frozen=True)
class FileRow:
    path: str
    state: int
    code: str
    found: str


def file_rows(database: sqlite3.Connection) -> list[FileRow]:
    query = (
        "SELECT DISTINCT f.path, f.state, coalesce(n.code, f.code, '') AS code,"
        " coalesce(n.found, '') AS found, f.key FROM file f"
        " LEFT JOIN finding n ON n.path = f.path AND n.ended IS NULL"
        " AND (n.subject = f.key OR n.code LIKE 'RCV-%' OR n.code LIKE 'EXT-%')"
        " ORDER BY f.path, f.key, code"
    )
    return [FileRow(*row[:4]) for row in database.execute(query)]


def run_answer(name: str, text: str, rows: list[FileRow]) -> str:
    """State and codes of the file, then those of what lies in it."""
    own = [row for row in rows if row.path == name]
    if not own:
        return ABOVE
    inside = [row for row in rows if row.path.startswith(name + "/")]
    parts = [STATES[state] for state in sorted({row.state for row in own})]
    for row in own:
        if row.code and row.code not in USUAL:
            new = row.found and row.found not in text and row.found != name
            new = new and LATE not in row.found
            parts.append(row.code + (f" {row.found}" if new else ""))
    answer = " ".join(parts[:1]) + "".join(f", {part}" for part in parts[1:])
    counts = Counter((row.state, row.code) for row in inside if row.code not in USUAL)
    members = (f"{n} {STATES[state]} {code}".strip() for (state, code), n in sorted(counts.items()))
    listed = ", ".join(members)
    return answer + (f"; inside: {listed}" if listed else "")


def table(folder: Path) -> dict[str, str]:
    """Each name with its row; `folder` is used for files and a home."""
    batch = folder / "damaged"
    chosen = attacks()
    write(batch, chosen)
    home = Home.make(folder / "home")
    home.run(batch)
    with register(home.path) as database:
        rows = file_rows(database)
    out = {}
    for attack in chosen:
        text = patient_text_answer(batch / attack.name)
        name = attack.name.replace("\u202e", "\\u{202E}")
        first = f"`{shown(attack.name)}`" + (" ¹" if attack.big else "")
        cells = (attack.damage, text, run_answer(name, text, rows))
        out[attack.name] = f"| {' | '.join((first, *map(shown, cells)))} |"
    return out


def page_rows() -> list[str]:
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN + "\n" + HEAD)
    return rest.partition(END)[0].splitlines()


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        rows = list(table(Path(scratch)).values())
    if "--update" in sys.argv[1:]:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        body = BEGIN + "\n" + HEAD + "\n".join(rows) + "\n" + END
        PAGE.write_text(before + body + after, encoding="utf-8")
        return 0
    there = page_rows()
    for row in rows:
        if row not in there:
            print(row)
    return 0 if rows == there else 1


if __name__ == "__main__":
    sys.exit(main())
