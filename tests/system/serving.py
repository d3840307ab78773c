# SPDX-License-Identifier: GPL-3.0-or-later
"""A running search site, and answers of it as they came over the wire."""

import contextlib
import html
import http.client
import re
import signal
import subprocess
import tempfile
import urllib.parse
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from support import environment, program

HOST = "archive.test"  # the same whatever the port, as links may name it
PATIENCE = 60  # seconds for one answer: far above what any takes
LINK = re.compile(r"""(?:href|src|action|template)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Answer:
    """All of an answer but the date of its sending: the one header that no content decides."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        return next((v for n, v in self.headers if n.lower() == name), "")

    def __str__(self) -> str:
        head = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.status} {self.reason}\n{head}\n\n{self.body.decode('utf-8', 'replace')}"


class Serving:
    """The site of some homes on a free port of the loopback."""

    def __init__(self, homes: Iterable[Path], *arguments: str, cwd: Path | None = None) -> None:
        self._errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            (program(), "serve", *map(str, homes), "--listen", "127.0.0.1:0", "--name", HOST)
            + arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=cwd,
            env=environment(),
        )
        assert self.process.stdout is not None
        address = self.process.stdout.readline().decode()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", address)
        if found is None:
            self.process.kill()
            raise AssertionError(f"no address but {address!r}: {self.end()}")
        self.port = int(found[1])

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def get(self, target: str, *, method: str = "GET", **headers: str) -> Answer:
        """On a connection of its own. Underscores in names of headers are hyphens."""
        connection = self.connect()
        with contextlib.closing(connection):
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", HOST)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            try:
                response = connection.getresponse()
                body = response.read()
            except (OSError, http.client.HTTPException) as error:
                ended = self.process.poll()
                raise AssertionError(f"{method} {target}: {error!r}, server {ended}") from error
        kept = tuple((n, v) for n, v in response.getheaders() if n.lower() != "date")
        return Answer(response.status, response.reason, kept, body)

    def crawl(self, seeds: Iterable[str], most: int) -> dict[str, Answer]:
        """The seeds and what can be reached from them by links; pages that are no searches first,
        for of searches there is no end."""
        waiting = deque(dict.fromkeys(seeds))
        known = set(waiting)
        answers: dict[str, Answer] = {}
        while waiting and len(answers) < most:
            target = waiting.popleft()
            answers[target] = self.get(target)
            for link in links(target, answers[target]):
                if link not in known:
                    known.add(link)
                    (waiting.append if "/search" in link else waiting.appendleft)(link)
        return answers

    def memory_kb(self) -> int:
        """What it holds now. Pages of a file count once, however many readers map it; the peak of
        the process would count them for each reader."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        found = re.search(r"^Pss:\s+(\d+) kB$", rollup, re.MULTILINE)
        assert found is not None
        return int(found[1])

    def end(self) -> str:
        """What it said on its standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        self._errors.close()
        return said


@contextlib.contextmanager
def serving(homes: Iterable[Path], *arguments: str, cwd: Path | None = None) -> Iterator[Serving]:
    server = Serving(homes, *arguments, cwd=cwd)
    try:
        yield server
    finally:
        server.end()


def links(target: str, answer: Answer) -> Iterator[str]:
    """Links of a page to pages of the same site, without fragments, in their order."""
    kind = answer.header("content-type")
    if answer.header("location"):
        found = [answer.header("location")]
    elif "html" in kind or "xml" in kind:
        matches = LINK.findall(answer.body.decode("utf-8", "replace"))
        found = [html.unescape(double or single) for double, single in matches]
    else:
        found = []
    base = urllib.parse.urljoin(f"http://{HOST}/", target)
    for link in found:
        url = urllib.parse.urlsplit(urllib.parse.urljoin(base, link))
        if url.scheme == "http" and url.hostname == HOST and "{" not in url.query:
            yield url.path + (f"?{url.query}" if url.query else "")
