# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ledgers an office keeps, as spreadsheets save them: CRLF, quotes only where needed."""

import csv
import io

RECEIVED = (
    "收文编号", "收文日期", "来文单位", "文号", "标题", "成文日期",
    "密级", "份数", "页数", "文件名", "办理情况", "备注",
)  # fmt: skip
ISSUED = (
    "发文编号", "标题", "主送", "成文日期", "密级", "签发人", "份数", "页数", "文件名", "备注",
)  # fmt: skip


def csv_text(columns: tuple[str, ...], rows: list[dict[str, str]]) -> str:
    """The rows under their heading; a column that a row does not name is empty."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def received_csv(rows: list[dict[str, str]]) -> bytes:
    return csv_text(RECEIVED, rows).encode("utf-8-sig")


def issued_csv(rows: list[dict[str, str]]) -> bytes:
    return csv_text(ISSUED, rows).encode("gb18030")
