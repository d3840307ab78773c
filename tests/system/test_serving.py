# SPDX-License-Identifier: GPL-3.0-or-later
"""The search site under clients that do not behave."""

import contextlib
import socket

import tutorial
from serving import HOST, Serving, serving
from support import SystemTest

IDLE = 100  # more than the server has threads
THREADS = "64"
ACTIVE = 20
LATEST = 20  # seconds: a server that waits for the idle ones would need minutes


class IdleClients(SystemTest):
    """One thread serves one connection, so those who hold connections must not hold threads."""

    def setUp(self) -> None:
        super().setUp()
        home = tutorial.sealed().copy(self.folder / "home")
        self.server: Serving = self.enterContext(serving([home.path], "--threads", THREADS))

    def connect(self) -> socket.socket:
        return self.enterContext(
            socket.create_connection(("127.0.0.1", self.server.port), timeout=LATEST)
        )

    def assertServed(self) -> None:
        for _ in range(ACTIVE):
            with contextlib.closing(self.server.connect()) as connection:
                connection.timeout = LATEST
                connection.request("GET", "/health", headers={"Host": HOST})
                response = connection.getresponse()
                response.read()
                self.assertEqual(response.status, 200)

    def test_ThoseWhoNeverAskKeepNobodyOut(self) -> None:
        for _ in range(IDLE):
            self.connect()
        self.assertServed()

    def test_ThoseWhoStayAfterAnAnswerKeepNobodyOut(self) -> None:
        request = f"GET /health HTTP/1.1\r\nHost: {HOST}\r\nConnection: keep-alive\r\n\r\n"
        for _ in range(IDLE):
            connection = self.connect()
            connection.sendall(request.encode())
            self.assertTrue(connection.recv(4096).startswith(b"HTTP/1.1 200"))
        self.assertServed()

    def test_ThoseWhoSendHalfARequestKeepNobodyOut(self) -> None:
        for _ in range(IDLE):
            self.connect().sendall(b"GET /search?q=")
        self.assertServed()
