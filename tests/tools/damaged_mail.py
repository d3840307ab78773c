# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged mails (EML) and saved web pages (MHT)."""

import base64

from attack import NOTICE, Attack, cut, of

TEXT = base64.encodebytes(NOTICE.text().encode()).decode().replace("\n", "\r\n")
HEAD = (
    "From: =?utf-8?B?5b2S5qGj5ZGY?= <a@example.org>\r\nTo: b@example.org\r\n"
    "Date: Fri, 1 Dec 2023 09:00:00 +0800\r\nMessage-ID: <damaged@example.org>\r\n"
    "Subject: =?utf-8?B?5qOA6aqM?=\r\nMIME-Version: 1.0\r\n"
)
PLAIN = (
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + TEXT
)
ATTACHED = (
    'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{}"\r\n'
    "Content-Transfer-Encoding: base64\r\n\r\n5q2j5paH\r\n"
)


def multipart(parts: list[str], boundary: str = "b", kind: str = "mixed", end: bool = True) -> str:
    inside = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    closing = f"--{boundary}--\r\n" if end else ""
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{inside}{closing}'


def mail(body: str) -> bytes:
    return (HEAD + body).encode()


def deep(depth: int) -> bytes:
    heads = "".join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(depth)
    )
    return mail(heads + PLAIN)


def deep_messages(depth: int) -> bytes:
    head = "Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
    last = "Subject: s\r\n\r\ntext\r\n"
    return mail("Content-Type: message/rfc822\r\n\r\n" + head * depth + last)


def page(parts: list[str], start: str = "") -> bytes:
    wanted = f'; start="{start}"' if start else ""
    head = "From: <Saved by guidang>\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
    body = multipart(parts, kind="related").replace('"b"', f'"b"{wanted}', 1)
    return (head + body).encode()


PICTURE = "Content-Type: image/png\r\nContent-ID: <p@x>\r\n\r\nnot a picture\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\nContent-ID: <h@x>\r\n\r\n<p>检验</p>\r\n"

ATTACKS = [
    Attack("eml/truncated.eml", "cut off in its base64", of(cut(mail(multipart([PLAIN, PLAIN]))))),
    Attack(
        "eml/no-end.eml",
        "the last boundary is missing",
        of(mail(multipart([PLAIN], end=False))),
    ),
    Attack(
        "eml/no-boundary.eml",
        "the boundary it names never comes",
        of(mail(multipart([PLAIN]).replace("--b", "--c"))),
    ),
    Attack(
        "eml/long-boundary.eml",
        "a boundary of 8,000 characters",
        of(mail(multipart([PLAIN], "b" * 8000))),
    ),
    Attack("eml/empty-boundary.eml", "an empty boundary", of(mail(multipart([PLAIN], "")))),
    Attack("eml/deep-multipart.eml", "500 multiparts in each other", of(deep(500))),
    Attack("eml/deep-messages.eml", "500 mails in each other", of(deep_messages(500))),
    Attack("eml/head-only.eml", "a head and no body", of(HEAD.encode())),
    Attack(
        "eml/slip.eml",
        "an attachment called `../../outside.txt`",
        of(mail(multipart([PLAIN, ATTACHED.format("../../outside.txt")]))),
    ),
    Attack(
        "eml/same-names.eml",
        "two attachments with one name",
        of(mail(multipart([PLAIN, ATTACHED.format("a.txt"), ATTACHED.format("a.txt")]))),
    ),
    Attack(
        "eml/long-header.eml",
        "a subject of 4 MB",
        lambda: mail(f"X-Long: {'归档' * 700_000}\r\n" + PLAIN),
        big=True,
    ),
    Attack(
        "eml/many-parts.eml",
        "200,000 empty parts",
        lambda: mail(multipart(["\r\n"] * 200_000)),
        big=True,
    ),
    Attack("mht/no-root.mht", "pictures only, no page", of(page([PICTURE]))),
    Attack("mht/wrong-root.mht", "its start names no part", of(page([PICTURE, HTML], "<none@x>"))),
    Attack("mht/truncated.mht", "cut off", of(cut(page([HTML, PICTURE, PICTURE]), 0.8))),
]
