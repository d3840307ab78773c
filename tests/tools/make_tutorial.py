#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes samples/tutorial and samples/tutorial-late; the committed folders are its output."""

import argparse
from pathlib import Path

import tutorial_issued
import tutorial_received
from ledger import issued_csv, received_csv
from tutorial_model import Sample, utf8

BATCH = """<?xml version="1.0" encoding="UTF-8"?>
<batch xmlns="urn:guidang:batch:1">
  <declaration by="归档员" date="2024-01-10">本批无涉密</declaration>
  <ignore name="扫描说明.txt"/>
</batch>
"""
IGNORED = {
    "Thumbs.db": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504),
    "收文/~$2023-018.docx": b"\x0b" + "陈××".encode("utf-16-le").ljust(161, b"\x00"),
    "收文/扫描说明.txt": utf8("纸质件由文印室扫描，分辨率300dpi。本说明不归档。\n"),
}
EXPECTED_COLUMNS = "batch\tdocument\tmain\tfiling\tincoming\twhy\tfindings"


def rows(samples: list[Sample]) -> list[dict[str, str]]:
    return [sample.row for sample in samples if sample.row]


def main_file(sample: Sample) -> str:
    """The file the others belong to: named by the record, or the first."""
    named = [path for path in sample.files if path.endswith("/正文.txt")]
    return (named or list(sample.files) or [""])[0]


def expected(batch: str, samples: list[Sample]) -> list[str]:
    return [
        "\t".join(
            (batch, s.name, main_file(s), s.filing, s.incoming or s.filing, s.why, s.findings)
        )
        for s in samples
    ]


def tutorial_files() -> dict[str, bytes]:
    """Every generated file by its path below samples/."""
    received, issued = tutorial_received.SAMPLES, tutorial_issued.SAMPLES
    late = tutorial_received.LATE
    year = {
        "batch.xml": utf8(BATCH),
        "收文登记.csv": received_csv(rows(received)),
        "发文登记.csv": issued_csv(rows(issued)),
        **IGNORED,
    }
    for sample in received + issued:
        year |= sample.files
    after = {"收文登记.csv": received_csv(rows(late))}
    for sample in late:
        after |= sample.files

    outcome = [EXPECTED_COLUMNS]
    outcome += expected("tutorial/2023", received + issued)
    outcome += expected("tutorial-late", late)
    files = {f"tutorial/2023/{path}": content for path, content in year.items()}
    files |= {f"tutorial-late/{path}": content for path, content in after.items()}
    files["tutorial/expected.tsv"] = utf8("\n".join(outcome) + "\n")
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the samples folder")
    out = parser.parse_args().out
    for path, content in tutorial_files().items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
