#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether one document is described alike in each of its formats.

usage: same.py GUIDANG FOLDER... [--before GUIDANG] [--show FIELD] [--stem PART]

Files of one folder with the same stem are one document in several formats. For each field: in how
many documents every format says the same (values, not places), in how many all formats say
something but not the same, in how many some formats are silent; then, by format, how many of the
values agree with the value that most formats of that document give. With --before the same is
counted for another program, to compare. --show lists the differences of a field ("all": of every
one). Nothing here passes or fails: formats may truly differ.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from corpus import files_below

# What others are measured by, or lists: no formats of a document.
NO_FORMAT = {".txt", ".json", ".tsv", ".md"}
Values = tuple[str, ...]
Fields = dict[str, Values]


def groups_in(folders: list[Path], part: str) -> dict[str, list[Path]]:
    groups: dict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        for file in files_below(folder):
            if file.suffix.lower() not in NO_FORMAT and part in file.stem:
                groups[str(file.parent / file.stem)].append(file)
    return {stem: sorted(files) for stem, files in groups.items() if len(files) > 1}


def described(program: str, files: list[Path]) -> dict[Path, Fields]:
    command = [program, "check", "--json", "--", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    found: dict[Path, Fields] = {}
    for line in result.stdout.splitlines():
        one = json.loads(line)
        fields: Fields = {}
        for name, field in one.get("fields", {}).items():
            value = field["value"]
            if field["source"] == "file name":
                continue
            fields[name] = tuple(value) if isinstance(value, list) else (str(value),)
        found[Path(one["path"])] = fields
    return found


class Tally:
    """Counts over all documents of one program."""

    def __init__(self) -> None:
        self.fields: dict[str, Counter[str]] = defaultdict(Counter)
        self.formats: dict[str, Counter[str]] = defaultdict(Counter)
        self.differences: list[tuple[str, str, dict[str, Values | None]]] = []
        self.whole = 0
        self.documents = 0

    def add(self, stem: str, by_format: dict[str, Fields]) -> None:
        self.documents += 1
        same = True
        for name in sorted(set().union(*by_format.values())):
            values = {form: fields.get(name) for form, fields in by_format.items()}
            kinds = Counter(values.values())
            most = kinds.most_common(1)[0][0]
            kind = "same" if len(kinds) == 1 else "silent" if None in kinds else "differ"
            self.fields[name][kind] += 1
            for form, value in values.items():
                self.formats[form]["all"] += 1
                self.formats[form]["agree"] += value == most
            if len(kinds) > 1:
                same = False
                self.differences.append((name, stem, values))
        self.whole += same


def tally(program: str, groups: dict[str, list[Path]]) -> Tally:
    files = [file for group in groups.values() for file in group]
    found = described(program, files)
    result = Tally()
    for stem, group in sorted(groups.items()):
        by_format = {f.suffix.lstrip("."): found[f] for f in group if found.get(f)}
        if len(by_format) > 1:
            result.add(stem, by_format)
    return result


def show(tallies: dict[str, Tally]) -> None:
    names = sorted({name for t in tallies.values() for name in t.fields})
    for title, t in tallies.items():
        print(f"{title}: {t.whole} of {t.documents} documents are the same in every field")
    head = "".join(f"{title:>24}" for title in tallies)
    print(f"{'':<18}{head}\n{'field':<18}" + "    same differ silent  " * len(tallies))
    for name in names:
        row = f"{name:<18}"
        for t in tallies.values():
            counts = t.fields[name]
            row += f"{counts['same']:>8}{counts['differ']:>7}{counts['silent']:>7}  "
        print(row.rstrip())
    print("values that agree with most formats of their document")
    for form in sorted({form for t in tallies.values() for form in t.formats}):
        row = f"{form:<18}"
        for t in tallies.values():
            counts = t.formats[form]
            row += f"{counts['agree']:>12} of {counts['all']:<7} "
        print(row.rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("guidang")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--before", help="another program to compare with")
    parser.add_argument("--show", default="", help="a field, or all")
    parser.add_argument("--stem", default="", help="only documents with this in their name")
    arguments = parser.parse_args()
    groups = groups_in(arguments.folders, arguments.stem)
    tallies = {}
    if arguments.before:
        tallies["before"] = tally(arguments.before, groups)
    tallies["now"] = tally(arguments.guidang, groups)
    show(tallies)
    for name, stem, values in tallies["now"].differences if arguments.show else []:
        if arguments.show not in ("all", name):
            continue
        print(f"{Path(stem).name} {name}")
        for form, value in sorted(values.items()):
            print(f"    {form:<6}{'–' if value is None else ' | '.join(value)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
