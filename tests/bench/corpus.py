# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Python benches share: files of a folder, and what the program says of them."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

BATCH = 12  # files a process: one that dies takes only these along, and they are tried apart
Row = dict[str, Any]


def files_below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def texts(guidang: str, files: Iterable[Path], jobs: int = 0) -> Iterator[tuple[Path, Row]]:
    """Each file with its line of `guidang text --json`; state "crashed" when there is none."""
    names = list(files)
    batches = [names[at : at + BATCH] for at in range(0, len(names), BATCH)]
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        yield from chain.from_iterable(pool.map(lambda batch: _ask(guidang, batch), batches))


def _ask(guidang: str, files: list[Path]) -> list[tuple[Path, Row]]:
    done = subprocess.run(
        [guidang, "text", "--json", "--", *map(str, files)], capture_output=True, check=False
    )
    lines = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if done.returncode in (0, 1) and len(lines) == len(files):
        return [(file, json.loads(line)) for file, line in zip(files, lines, strict=True)]
    if len(files) > 1:
        return list(chain.from_iterable(_ask(guidang, [file]) for file in files))
    said = done.stderr.decode("utf-8", "replace").strip()
    reason = f"exit status {done.returncode}: {said}"
    return [(files[0], {"state": "crashed", "format": "?", "pages": [], "reason": reason})]


def text_of(row: Row) -> str:
    """Pages, then the running heads and feet that the format keeps apart."""
    properties = row.get("properties", {})
    apart = (properties.get(key, "") for key in ("header_text", "footer_text"))
    return "\n".join([*row["pages"], *apart])


def shown(name: object) -> str:
    """A name on a terminal: what would not be seen is escaped."""
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in str(name))
