#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes samples/damaged: hostile or broken inputs, each named by its damage."""

import argparse
import os
from pathlib import Path

import damaged_archives
import damaged_docx
import damaged_mail
import damaged_ofd
import damaged_old
import damaged_pdf
import damaged_pictures
import damaged_tables
import damaged_text
from attack import NOTICE, Attack

FAMILIES = (
    damaged_docx,
    damaged_tables,
    damaged_ofd,
    damaged_pdf,
    damaged_old,
    damaged_text,
    damaged_mail,
    damaged_archives,
    damaged_pictures,
)


def attacks() -> list[Attack]:
    return [attack for family in FAMILIES for attack in family.ATTACKS]


def damaged_files() -> dict[str, bytes]:
    """What is committed."""
    return {attack.name: attack.make() for attack in attacks() if not attack.big}


def write(out: Path, chosen: list[Attack]) -> None:
    for attack in chosen:
        target = out / attack.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(attack.make())


def write_uncommittable(out: Path) -> None:
    """Names and kinds of file that a repository cannot carry."""
    folder = os.fsencode(out)
    longest = b"name-" + b"n" * 246 + b".txt"
    for name in (b"name-\xb9\xab\xce\xc4.txt", b"name-new\nline.txt", longest):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(NOTICE.text().encode())
    (out / "link-outside.txt").symlink_to("/etc/passwd")
    (out / "link-to-itself").symlink_to("link-to-itself")
    (out / "link-to-parent").symlink_to("..")
    os.mkfifo(out / "pipe.txt")
    unreadable = out / "unreadable.txt"
    unreadable.write_bytes(b"0")
    unreadable.chmod(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--big", action="store_true", help="also those too big for a repository")
    parser.add_argument(
        "--uncommittable", action="store_true", help="also links, a pipe and names git cannot carry"
    )
    arguments = parser.parse_args()
    write(arguments.out, [attack for attack in attacks() if arguments.big or not attack.big])
    if arguments.uncommittable:
        write_uncommittable(arguments.out)


if __name__ == "__main__":
    main()
