# SPDX-License-Identifier: GPL-3.0-or-later
"""The search site over the wire: headers, errors, limits, and requests that mean no good."""

import gzip
import json
import re
import signal
import socket
import subprocess
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

import tutorial
from support import LONGEST, SystemTest, environment, guidang, program

PATIENCE = 30  # seconds for one answer
EVIL = '"><script>alert(1)</script>'
PROTECTED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Answer:
    """Status, headers in lower case, body, out of the bytes that came."""

    def __init__(self, raw: bytes) -> None:
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if " " in lines[0] else 0
        self.headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:])}
        if self.headers.get("transfer-encoding") == "chunked":
            body = joined(body)
        if self.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode()


def joined(chunked: bytes) -> bytes:
    body = b""
    while chunked:
        size, _, rest = chunked.partition(b"\r\n")
        length = int(size, 16)
        body, chunked = body + rest[:length], rest[length + 2 :]
        if length == 0:
            break
    return body


class Server:
    def __init__(self, *arguments: str | Path) -> None:
        self.process = subprocess.Popen(
            (program(), "serve", *map(str, arguments)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline().decode()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
        if found is None:
            raise AssertionError(f"{line!r}: {self.process.communicate()}")
        self.port = int(found[1])

    def raw(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            answer = b""
            try:
                while piece := connection.recv(65536):
                    answer += piece
            except ConnectionResetError:
                pass
            return answer

    def get(self, target: str, method: str = "GET", **headers: str) -> Answer:
        lines = {"Host": "localhost", "Connection": "close"}
        lines.update({name.replace("_", "-"): value for name, value in headers.items()})
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return Answer(self.raw(f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode()))

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        self.process.send_signal(number)
        _, err = self.process.communicate(timeout=LONGEST)
        return self.process.returncode, err.decode()


class Site(SystemTest):
    server: ClassVar[Server]

    @classmethod
    def setUpClass(cls) -> None:
        program()
        cls.home = tutorial.sealed()
        cls.server = Server(cls.home.path, "--listen", "127.0.0.1:0", "--log")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.end()

    def test_EveryAnswerIsProtected(self) -> None:
        for target in ("/", "/search?q=%E9%98%B2%E6%B1%9B", "/nothing", "/search.json?q=a", "/help"):
            answer = self.server.get(target)
            for name, value in PROTECTED.items():
                self.assertEqual(answer.headers.get(name), value, target)
            self.assertIn("default-src 'none'", answer.headers["content-security-policy"])
            for name in ("set-cookie", "server", "date", "x-powered-by"):
                self.assertNotIn(name, answer.headers, target)

    def test_StaffSeeAllAndStrangersWhatIsOpen(self) -> None:
        q = "/search.json?q=" + quote("防汛")
        staff = json.loads(self.server.get(q).body)
        self.assertGreater(staff["total"], 0)
        for header in ("X_Forwarded_For", "Forwarded", "Via"):
            stranger = json.loads(self.server.get(q, **{header: "10.0.0.9"}).body)
            self.assertEqual(stranger["total"], 0)
        cross = json.loads(self.server.get(q, Sec_Fetch_Site="cross-site").body)
        self.assertEqual(cross["total"], 0)

    def test_AnswersAreTheSameForTheSameAddress(self) -> None:
        target = "/search?q=" + quote("防汛")
        first = self.server.get(target)
        self.assertEqual(self.server.get(target).body, first.body)
        again = self.server.get(target, If_None_Match=first.headers["etag"])
        self.assertEqual((again.status, again.body), (304, b""))

    def test_HeadHasNoBody(self) -> None:
        for target in ("/", "/search.csv?q=a", "/nothing"):
            head = self.server.get(target, "HEAD")
            self.assertEqual(head.body, b"", target)
            self.assertEqual(head.status, self.server.get(target).status)

    def test_TextsAreCompressed(self) -> None:
        answer = self.server.get("/search?q=" + quote("通知"), Accept_Encoding="gzip")
        self.assertEqual(answer.headers["content-encoding"], "gzip")
        self.assertIn("<!DOCTYPE html>", answer.text)

    def test_ExportsAreWhole(self) -> None:
        q = quote("通知")
        data = json.loads(self.server.get(f"/search.json?q={q}").body)
        self.assertEqual(len(data["hits"]), data["total"])
        rows = self.server.get(f"/search.csv?q={q}").text.strip().split("\n")
        self.assertEqual(len(rows), data["total"] + 1)
        lines = self.home.search("通知", "--json").rows
        self.assertEqual([r["record"] for r in lines], [h["record"] for h in data["hits"]])

    def test_ErrorsArePagesInTheLanguageOfTheVisitor(self) -> None:
        for target, status in (("/nothing", 404), ("/search?sort=x", 400), ("/search?q=%28", 400)):
            for language, word in (("zh", 'lang="zh-Hans"'), ("en", 'lang="en"')):
                answer = self.server.get(target, Accept_Language=language)
                self.assertEqual(answer.status, status, target)
                self.assertIn(word, answer.text[:200])
        self.assertEqual(json.loads(self.server.get("/nothing.json").body)["error"], "not-found")

    def test_OnlyReads(self) -> None:
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer = self.server.get("/search?q=a", method)
            self.assertEqual(answer.status, 405, method)
            self.assertEqual(answer.headers["allow"], "GET, HEAD")

    def test_OtherHostsAreRefused(self) -> None:
        for host in ("evil.example", "localhost.evil.example", "10.0.0.1", ""):
            self.assertEqual(self.server.get("/", Host=host).status, 421, host)
        no_host = Answer(self.server.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
        self.assertEqual(no_host.status, 400)

    def test_HostileRequestsAreRefused(self) -> None:
        for target in (
            "/search?q=%",
            "/search?q=%zz",
            "/search?q=%00",
            "/search?q=%FF%FE",
            "/search?q=%C0%AF",
            "/search?" + "a=1&" * 101,
            "/search?q=" + "a" * 3000,
            "/../../etc/passwd",
            "/assets/..%2f..%2fetc%2fpasswd",
            "/record/%2e%2e/%2e%2e/files/1",
            "/browse/%00",
        ):
            self.assertIn(self.server.get(target).status, (400, 404), target)
        self.assertEqual(self.server.get("/search?q=" + "a" * 9000).status, 414)
        self.assertStillServing()

    def test_BrokenRequestsEndTheirConnection(self) -> None:
        head = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
        for request in (
            b"\r\n\r\n",
            b"\x00\x01\x02\r\n\r\n",
            b"GET\r\n\r\n",
            head + b"A: b\r\n" * 200 + b"\r\n",
            head + b"A: " + b"b" * 100_000 + b"\r\n\r\n",
            b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
            head + b"Content-Length: 5\r\n\r\nhello",
            head + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ):
            answer = self.server.raw(request)
            self.assertTrue(answer == b"" or Answer(answer).status in (400, 414), request[:40])
        self.assertStillServing()

    def test_ABodyIsNoSecondRequest(self) -> None:
        inner = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
        answer = self.server.raw(
            b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(inner) + inner
        )
        self.assertEqual(answer.count(b"HTTP/1.1 "), 1)

    def test_LineEndsInParametersStayOutOfHeaders(self) -> None:
        answer = self.server.get("/search.csv?q=a%0D%0ASet-Cookie:%20b")
        self.assertNotIn("set-cookie", answer.headers)
        self.assertEqual(answer.status, 200)

    def test_RangesAreWholeAnswers(self) -> None:
        answer = self.server.get("/help", Range="bytes=0-1,5-6,0-99999999999")
        self.assertEqual(answer.status, 200)
        self.assertIn("</html>", answer.text)

    def test_NothingTypedBecomesMarkup(self) -> None:
        for target in (
            "/search?q=" + quote(EVIL),
            "/search?year=" + quote(EVIL),
            "/search?q=a&creator=" + quote(EVIL) + "&from=2020-01-01",
            "/search?lang=" + quote(EVIL) + "&q=a",
            "/record/" + quote(EVIL, safe=""),
        ):
            self.assertNotIn("<script>alert", self.server.get(target).text, target)

    def test_TheLogHasNoQueries(self) -> None:
        server = Server(self.home.path, "--listen", "127.0.0.1:0", "--log")
        server.get("/search?q=" + quote("防汛"))
        status, err = server.end(signal.SIGINT)
        self.assertEqual(status, 0)
        self.assertIn("GET /search 200", err)
        self.assertNotIn(quote("防汛"), err)

    def test_OpenOnlyHasNoStaff(self) -> None:
        server = Server(self.home.path, "--listen", "127.0.0.1:0", "--open-only")
        total = json.loads(server.get("/search.json?q=" + quote("防汛")).body)["total"]
        self.assertEqual(total, 0)
        self.assertEqual(server.end()[0], 0)

    def test_WhatCannotBeServedIsSaid(self) -> None:
        port = str(self.server.port)
        taken = guidang("serve", self.home.path, "--listen", "127.0.0.1:" + port)
        self.assertStatus(taken, 2)
        self.assertIn("--listen", taken.err)
        self.assertStatus(guidang("serve", self.folder), 2)
        self.assertStatus(guidang("serve", self.home.path, "--listen", "nowhere:1"), 2)
        self.assertStatus(guidang("serve", self.home.path, "--listen", "127.0.0.1:99999"), 2)

    def assertStillServing(self) -> None:
        self.assertEqual(self.server.get("/health").body, b"ok\n")
        self.assertIsNone(self.server.process.poll())
