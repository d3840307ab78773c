#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many clients on the site of a big home, while its index is built again and again.

usage: load.py GUIDANG TEXTS HOME [--documents N] [--clients N] [--requests N] [--threads N]

HOME is made with N documents (50,000) put together from the sentences of TEXTS (office.py), unless
it is there. Each client asks in turn for result pages with facets, phrases, narrowed results,
records and tables of all hits; an answer that is not whole, or has another status than 200, is an
error. Meanwhile `guidang index` builds new generations. Printed are answers a second, p50 and p99
in milliseconds by kind of request, the server's peak memory, and the processor seconds of all
three, for on a machine with few cores they share them. Exit status 1 when there was an error.
"""

import argparse
import http.client
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter, defaultdict
from pathlib import Path

SYSTEM = Path(__file__).resolve().parents[2] / "system"
sys.path.insert(0, str(SYSTEM))
import office  # noqa: E402
import serving  # noqa: E402

SEED = 1
KINDS = {"search": 30, "phrase": 15, "narrowed": 15, "sorted": 10, "record": 25, "csv": 5}
ON_ONE_CONNECTION = 5  # then a client comes anew, as browsers do


def make_home(guidang: str, texts: Path, home: Path, documents: int) -> None:
    made = ["--fonds", "X043", "--name", "云溪县人民政府办公室", "--profile", "tutorial"]
    with tempfile.TemporaryDirectory(prefix="guidang-bench-") as name:
        batch = Path(name) / "batch"
        office.write(texts, documents, batch, SEED)
        subprocess.run([guidang, "init", home, *made], check=True, capture_output=True)
        begun = time.monotonic()
        command = [guidang, "run", home, batch, "--as-of", "2025-03-01"]
        done = subprocess.run(command, capture_output=True)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode("utf-8", "replace"))
        print(f"home of {documents} documents made in {time.monotonic() - begun:.0f} s", flush=True)


def words(texts: Path, draw: random.Random) -> list[str]:
    """Rows of two to eight characters, as they stand in the texts."""
    found = []
    known = office.sentences_below(texts)
    while len(found) < 400:
        sentence = draw.choice(draw.choice(known))
        size = draw.choice((2, 2, 3, 4, 4, 6, 8))
        at = draw.randrange(max(1, len(sentence) - size))
        word = sentence[at : at + size]
        if len(word) == size and all("一" <= c <= "鿿" for c in word):
            found.append(word)
    return found


def target(kind: str, word: str, records: list[str], draw: random.Random) -> str:
    q = urllib.parse.quote(word)
    year = draw.randrange(2015, 2025)
    return {
        "search": f"/search?q={q}",
        "phrase": f"/search?q=%22{q}%22",
        "narrowed": f"/search?q={q}&year={year}&year={year - 1}",
        "sorted": f"/search?q={q}&sort=newest&page={draw.randint(1, 3)}",
        "record": f"{draw.choice(records)}?q={q}",
        "csv": f"/search.csv?q=%22{q}%22&year={year}",
    }[kind]


class Clients:
    """Each on a thread; what they met is gathered when all are done."""

    def __init__(self, server: serving.Serving, words: list[str], records: list[str]) -> None:
        self._server, self._words, self._records = server, words, records
        self._lock = threading.Lock()
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: Counter[str] = Counter()
        self.bytes = 0

    def run(self, clients: int, requests: int) -> None:
        share = requests // clients
        threads = [threading.Thread(target=self._one, args=(i, share)) for i in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _one(self, number: int, requests: int) -> None:
        draw = random.Random(SEED * 1000 + number)
        kinds = draw.choices(list(KINDS), list(KINDS.values()), k=requests)
        times, errors, size = defaultdict(list), Counter(), 0
        connection = self._server.connect()
        for at, kind in enumerate(kinds):
            if at % ON_ONE_CONNECTION == 0:
                connection.close()
                connection = self._server.connect()
            asked = target(kind, draw.choice(self._words), self._records, draw)
            begun = time.monotonic()
            try:
                connection.request("GET", asked, headers={"Host": serving.HOST})
                response = connection.getresponse()
                body = response.read()
                size += len(body)
                if response.status != 200 or not body:
                    errors[f"{kind}: {response.status}"] += 1
            except (OSError, http.client.HTTPException) as error:
                errors[f"{kind}: {type(error).__name__}"] += 1
                connection.close()
                connection = self._server.connect()
            times[kind].append(time.monotonic() - begun)
        connection.close()
        with self._lock:
            for kind, taken in times.items():
                self.times[kind] += taken
            self.errors += errors
            self.bytes += size


class Builder(threading.Thread):
    """Builds generation after generation until told to stop."""

    def __init__(self, guidang: str, home: Path) -> None:
        super().__init__()
        self._command = [guidang, "index", home, "--rebuild"]
        self._done = threading.Event()
        self.built = 0
        self.failed: list[str] = []

    def run(self) -> None:
        while not self._done.is_set():
            done = subprocess.run(self._command, capture_output=True)
            self.built += done.returncode == 0
            if done.returncode != 0:
                self.failed.append(done.stderr.decode("utf-8", "replace"))
                return

    def stop(self) -> None:
        self._done.set()
        self.join()


def processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def used(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def row(name: str, times: list[float]) -> str:
    times = sorted(times)
    middle, last = times[len(times) // 2], times[len(times) * 99 // 100]
    return f"{name:<10}{len(times):>7} answers {middle * 1000:>9.1f} ms p50 {last * 1000:>9.1f} ms p99"


def main() -> int:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("guidang", type=os.path.abspath)
    parser.add_argument("texts", type=Path)
    parser.add_argument("home", type=Path)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=64)
    asked = parser.parse_args()
    os.environ["GUIDANG"] = asked.guidang
    if not asked.home.exists():
        make_home(asked.guidang, asked.texts, asked.home, asked.documents)
    draw = random.Random(SEED)
    known = words(asked.texts, draw)
    with serving.serving([asked.home], "--threads", str(asked.threads)) as server:
        records = []
        for year in range(2015, 2025):
            query = urllib.parse.quote(f"年度:{year}")
            found = json.loads(server.get(f"/search.json?q={query}&n=200&page=1").body)
            records += [hit["url"] for hit in found["hits"]]
        clients = Clients(server, known, records)
        builder = Builder(asked.guidang, asked.home)
        builder.start()
        begun, children = time.monotonic(), used(resource.RUSAGE_CHILDREN)
        server_before, own_before = processor(server.process.pid), used(resource.RUSAGE_SELF)
        clients.run(asked.clients, asked.requests)
        seconds = time.monotonic() - begun
        server_used = processor(server.process.pid) - server_before
        own = used(resource.RUSAGE_SELF) - own_before
        memory = server.memory_kb() / 1024
        builder.stop()
        building = used(resource.RUSAGE_CHILDREN) - children
    for kind in KINDS:
        if clients.times[kind]:
            print(row(kind, clients.times[kind]))
    everything = [t for taken in clients.times.values() for t in taken]
    print(row("all", everything))
    print(
        f"{asked.clients} clients, {len(everything) / seconds:.0f} answers a second,"
        f" {clients.bytes / 1e6:.0f} MB, {seconds:.1f} s; server holds {memory:.0f} MB"
    )
    print(
        f"processor: server {server_used:.1f} s, clients {own:.1f} s, building {building:.1f} s;"
        f" {builder.built} generations built"
    )
    for error, count in sorted(clients.errors.items()):
        print(f"error {error}: {count}")
    for failure in builder.failed:
        print(f"building failed: {failure}")
    print(f"{clients.errors.total()} errors")
    return 1 if clients.errors or builder.failed else 0


if __name__ == "__main__":
    sys.exit(main())
