# SPDX-License-Identifier: GPL-3.0-or-later
"""Record pages, originals and browsing, as strangers and the staff meet them."""

import contextlib
import hashlib
import json
import re
import sqlite3
import unittest
import urllib.parse

import tutorial
from serving import Serving, serving
from support import SystemTest

NOTICE = "收文/青政办发〔2023〕3号.docx"  # with an attachment and a handling slip
REPLY = "收文/青政办函〔2023〕8号.txt"  # answers the request below
REQUEST = "发文/云政办请〔2023〕1号.txt"
OPENED = (NOTICE, REPLY, REQUEST)


def quoted(*segments: str) -> str:
    return "/" + "/".join(urllib.parse.quote(segment, safe="") for segment in segments)


class RecordPages(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        received = tutorial.received()[0]
        self.home = received.copy(self.folder / "home")
        rows = tutorial.by_path(self.home)
        for path in OPENED:
            self.assertEqual(self.home.set(rows[path]["record"], "opening", "open").status, 0)
        self.home.run()
        self.assertEqual(self.home.seal(2023, "--leave-held", "--why", "待补").status, 0)
        self.home.run()
        self.rows = tutorial.by_path(self.home)

    def served(self, *arguments: str) -> Serving:
        return self.enterContext(serving([self.home.path], *arguments))

    def record(self, server: Serving, path: str) -> dict:
        answer = server.get(quoted("record", self.rows[path]["code"]) + ".json")
        self.assertEqual(answer.status, 200, answer)
        return json.loads(answer.body)

    def test_StrangersGetThePublicPartsOfAnOpenedRecord(self) -> None:
        server = self.served("--open-only")
        data = self.record(server, NOTICE)
        self.assertEqual({file["role"] for file in data["files"]}, {"main", "attachment"})
        for private in ("verdict", "findings", "former_codes", "volume_title"):
            self.assertNotIn(private, data)
        self.assertNotIn("handling", data["fields"])
        page = server.get(quoted("record", self.rows[NOTICE]["code"])).body.decode()
        for word in ("处理单", "归档员", "检查员", "2023/", "批次"):
            self.assertNotIn(word, page)
        self.assertNotIn("处理单", json.dumps(data, ensure_ascii=False))

    def test_TheStaffGetAllOfIt(self) -> None:
        data = self.record(self.served(), NOTICE)
        roles = {file[name] for file in data["files"] for name in ("part", "role")}
        self.assertIn("handling_slip", roles)
        self.assertEqual(data["verdict"], "accepted")
        self.assertIn("归档员", {entry.get("by") for entry in data["history"]})
        self.assertIn("received", {entry["kind"] for entry in data["history"]})

    def test_OriginalsAreTheBytesThatCameIn(self) -> None:
        server = self.served("--open-only")
        for file in self.record(server, NOTICE)["files"]:
            answer = server.get(file["url"])
            self.assertEqual(answer.status, 200)
            self.assertEqual(hashlib.sha256(answer.body).hexdigest(), file["sha256"])
            self.assertIn("attachment", answer.header("content-disposition"))
            self.assertEqual(answer.header("x-content-type-options"), "nosniff")
            self.assertIn("sandbox", answer.header("content-security-policy"))

    def test_WhatMayNotBeSeenIsNotThere(self) -> None:
        server = self.served("--open-only")
        closed = [r for p, r in self.rows.items() if p not in OPENED and r["code"]]
        never = server.get(quoted("record", "X043-WS·2023-Y-9999"))
        self.assertEqual(never.status, 404)
        never_json = server.get(quoted("record", "X043-WS·2023-Y-9999") + ".json")
        slip = server.get(quoted("record", "X043", self.rows[NOTICE]["record"], "files", "1"))
        self.assertNotEqual(closed, [])
        for row in closed:
            self.assertEqual(server.get(quoted("record", row["code"])), never)
            self.assertEqual(server.get(quoted("record", "X043", row["record"])), never)
            self.assertEqual(server.get(quoted("record", row["code"]) + ".json"), never_json)
            original = quoted("record", "X043", row["record"], "files", "1")
            self.assertEqual(server.get(original), never)
        data = self.record(server, NOTICE)
        self.assertNotIn(1, {file["n"] for file in data["files"]})
        self.assertEqual(slip, never)
        self.assertEqual(server.get(quoted("record", "X043", "nothing", "files", "../../x")), never)

    def test_TiesLeadToOpenedRecordsOnly(self) -> None:
        data = self.record(self.served("--open-only"), REPLY)
        ties = [tie["record"]["code"] for tie in data["relations"]]
        self.assertEqual(ties, [self.rows[REQUEST]["code"]])

    def test_MarksAndTheirLinks(self) -> None:
        server = self.served("--open-only")
        query = "?q=" + urllib.parse.quote("通知")
        text = server.get(quoted("record", self.rows[NOTICE]["code"]) + query).body.decode()
        ids = re.findall(r'<mark id="m(\d+)"><a href="#m(\d+)">通知</a></mark>', text)
        self.assertNotEqual(ids, [])
        self.assertEqual([int(i) for i, _ in ids], list(range(1, len(ids) + 1)))
        self.assertEqual(ids[-1][1], "1")

    def test_BrowsingCountsWhatIsOpened(self) -> None:
        server = self.served("--open-only")
        year = server.get("/browse/X043/2023").body.decode()
        for path, row in self.rows.items():
            if row["code"]:
                self.assertEqual(row["code"] in year, path in OPENED, path)
        self.assertEqual(server.get("/browse/X043/1999").status, 404)
        self.assertEqual(server.get("/browse/X999").status, 404)
        self.assertIn("2023", server.get("/browse/X043").body.decode())

    def test_ServesWhileAWriterHoldsTheRegister(self) -> None:
        server = self.served()
        writer = sqlite3.connect(self.home.path / "register.sqlite", isolation_level=None)
        with contextlib.closing(writer):
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("UPDATE meta SET value = value")
            self.assertEqual(server.get(quoted("record", self.rows[NOTICE]["code"])).status, 200)
            writer.execute("ROLLBACK")


if __name__ == "__main__":
    unittest.main()
