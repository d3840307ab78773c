# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives and mails as offices send them, and as nobody should: each file ends in one state."""

import io
import struct
import tarfile
import unicodedata
import zipfile
import zlib
from email.message import EmailMessage

from support import Home, Outcome, SystemTest, account, balanced, holding, register

LETTER = "云政发〔2023〕{0}号\n关于第{0}件事的通知\n各镇人民政府:\n  请照此办理。\n"
SECRET = "机密★10年\n关于绝不外传之事的通知\n云溪县人民政府办公室\n"
LINK = 0o120777 << 16


def packed(files: dict[str, bytes | str], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", level) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def tarred(files: dict[str, bytes | str], mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return target.getvalue()


def mail(subject: str, text: str, files: dict[str, bytes | str]) -> bytes:
    message = EmailMessage()
    message["From"] = "sender@example.invalid"
    message["To"] = "office@example.invalid"
    message["Subject"] = subject
    message["Date"] = "Mon, 05 Jun 2023 09:00:00 +0800"
    message.set_content(text)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def raw_entry(name: bytes, data: bytes, flags: int = 0) -> tuple[bytes, bytes]:
    """Local part and directory record of a stored entry with any bytes as its name."""
    common = struct.pack(
        "<HHHHHIIIHH", 20, flags, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0
    )
    local = b"PK\3\4" + common + name + data
    central = b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHI", 0, 0, 0, 0)
    return local, central


def raw_zip(files: list[tuple[bytes, bytes]], flags: int = 0) -> bytes:
    body, directory = b"", b""
    for name, data in files:
        local, central = raw_entry(name, data, flags)
        directory += central + struct.pack("<I", len(body)) + name
        body += local
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


def overlapping(copies: int) -> bytes:
    """Many directory records over one compressed block of zeros: small, and unpacks to much."""
    data = bytes(1 << 22)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(data) + packer.flush()

    def common(name: bytes) -> bytes:
        sizes = (zlib.crc32(data), len(block), len(data), len(name), 0)
        return struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, *sizes)

    body = b"PK\3\4" + common(b"0") + b"0" + block
    directory = b""
    for name in (str(i).encode() for i in range(copies)):
        directory += b"PK\1\2" + struct.pack("<H", 20) + common(name)
        directory += struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, copies, copies, len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


class Containers(SystemTest):
    def setUp(self) -> None:
        super().setUp()
        self.batch = self.folder / "收文"
        self.batch.mkdir()
        self.home = Home.make(self.folder / "home", "national")

    def add(self, name: str, content: bytes | str) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.batch / name).write_bytes(data)

    def receive(self, *arguments: str) -> Outcome:
        """Twice, with the same end, balanced."""
        outcome = self.home.run(self.batch, *arguments)
        self.assertNoCrash(outcome)
        counts = account(outcome)
        self.assertTrue(balanced(counts), counts)
        again = self.home.run(self.batch, *arguments)
        self.assertEqual(account(again), counts)
        self.assertEqual(account(again, "account_in_all"), counts)
        self.assertStatus(self.home.call("doctor", "--deep"), 0)
        return outcome

    def files(self) -> dict[str, tuple[int, str]]:
        """State and code by path as shown."""
        with register(self.home.path) as database:
            rows = database.execute("SELECT path, state, code FROM file WHERE path <> ''")
            return {path: (state, code) for path, state, code in rows}

    def of(self, state: str, outcome: Outcome) -> int:
        return account(outcome)["files"][state]

    def test_AnArchiveIsAFolder(self) -> None:
        self.add("一季度.zip", packed({f"文件/{n}.txt": LETTER.format(n) for n in (1, 2)}))
        self.add("二季度.tar", tarred({"3.txt": LETTER.format(3)}))
        self.add("三季度.tar.gz", tarred({"4.txt": LETTER.format(4)}, "w:gz"))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 4, self.files())
        self.assertEqual(self.files()["一季度.zip/文件/1.txt"], (0, ""))
        self.assertEqual(self.files()["一季度.zip"], (1, "RCV-160"))
        self.assertEqual(len(self.home.hits("第4件事")), 1)

    def test_ArchivesWithinEachOther(self) -> None:
        inner = packed({"丙.txt": LETTER.format(1)})
        self.add("甲.zip", packed({"乙.zip": inner, "丁.tar": tarred({"戊.txt": LETTER.format(2)})}))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 2, self.files())
        self.assertIn("甲.zip/乙.zip/丙.txt", self.files())
        deep = LETTER.format(9).encode()
        for level in range(6):
            deep = packed({f"{level}.zip" if level else "文.txt": deep})
        self.add("深.zip", deep)
        outcome = self.receive()
        self.assertIn((4, "RCV-163"), self.files().values())

    def test_AMailWithAnArchive(self) -> None:
        attached = packed({"名单.txt": "张三\n李四\n"})
        self.add("来信.eml", mail("关于报送名单的函", LETTER.format(1), {"附件.zip": attached}))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 2, self.files())
        self.assertEqual(self.files()["来信.eml/附件.zip/名单.txt"], (0, ""))
        self.assertEqual(len(self.home.export()), 1)

    def test_NamesInOtherEncodings(self) -> None:
        name = "关于防汛的通知.txt"
        self.add("旧.zip", raw_zip([(name.encode("gbk"), LETTER.format(1).encode())]))
        self.receive()
        self.assertEqual(self.files()[f"旧.zip/{name}"], (0, ""))
        with register(self.home.path) as database:
            rows = database.execute("SELECT found FROM finding WHERE code = 'RCV-164'").fetchall()
        self.assertEqual(len(rows), 1)
        self.assertIn(name.encode("gbk").hex().upper(), rows[0][0])

    def test_NamesThatMustNotBeUsed(self) -> None:
        one = "caf\u00e9.txt"
        names = ["../外.txt", "/绝对.txt", "C:\\盘.txt", one, unicodedata.normalize("NFD", one)]
        good = "通知\u202etxt.txt"
        files = [(name.encode(), LETTER.format(i).encode()) for i, name in enumerate([*names, good])]
        self.add("名.zip", raw_zip(files, flags=0x800))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 1, self.files())
        codes = [code for _, code in self.files().values()]
        self.assertEqual(codes.count("RCV-161"), len(names), self.files())
        self.assertNotIn("\u202e", self.home.call("status", "--all").out)
        self.assertEqual([p for p in self.folder.rglob("*外.txt")], [])

    def test_LinksAndLockedEntries(self) -> None:
        link = zipfile.ZipInfo("链接.txt")
        link.external_attr = LINK
        link.create_system = 3
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(link, "/etc/passwd")
            archive.writestr("文.txt", LETTER.format(1))
        self.add("链.zip", target.getvalue())
        self.add("锁.zip", raw_zip([("密码.txt".encode(), b"0123456789abcdef")], flags=0x801))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 1, self.files())
        self.assertEqual(self.files()["链.zip/链接.txt"][0], 4)
        self.assertEqual(holding(self.home.path, "/etc/passwd"), [])

    def test_Bombs(self) -> None:
        self.add("叠.zip", overlapping(2000))
        self.add("大.zip", packed({"零.txt": bytes(1 << 28)}))
        self.add("文.txt", LETTER.format(1))
        outcome = self.receive()
        self.assertEqual(self.of("component", outcome), 1, self.files())
        self.assertEqual(self.files()["叠.zip"][0], 4)

    def test_DamagedArchivesAreDamagedFiles(self) -> None:
        whole = packed({"文.txt": LETTER.format(1)})
        self.add("半.zip", whole[: len(whole) // 2])
        self.receive()
        self.assertEqual(self.files()["半.zip"], (4, "RCV-113"))
        outcome = self.receive("--declared-by", "林××")
        self.assertEqual(self.of("quarantined", outcome), 1)

    def test_ASecretInsideLeavesNothing(self) -> None:
        inner = packed({"绝不外传的名单.txt": SECRET})
        self.add("普通来信.eml", mail("普通", LETTER.format(1), {"附件.zip": inner}))
        self.add("包.zip", packed({"信.eml": mail("又一封", "见附件", {"b.txt": SECRET}),
                                   "好.txt": LETTER.format(2)}))
        for arguments in ((), ("--declared-by", "林××")):
            outcome = self.receive(*arguments)
            self.assertEqual(account(outcome)["documents"]["stub"], 2)
            self.assertEqual(self.of("component", outcome), 1, self.files())
            for word in ("绝不外传", "普通来信", "又一封", "附件.zip", "信.eml"):
                self.assertEqual(holding(self.home.path, word), [], word)


class Retry(SystemTest):
    def test_WhatWasMendedIsTakenInAndTheRestNamed(self) -> None:
        batch = self.folder / "收文"
        batch.mkdir()
        whole = packed({"文.txt": LETTER.format(1)})
        (batch / "半.zip").write_bytes(whole[: len(whole) // 2])
        home = Home.make(self.folder / "home", "national")
        home.run(batch, "--declared-by", "林××")
        kept = sorted((home.path / "quarantine").rglob("*.txt"))
        self.assertEqual(len(kept), 1)
        told = self.assertStatus(home.call("retry", "--lang", "en"), 1)
        self.assertRegex(told.out, r"半\.zip  fails still: \S+")
        again = home.call("retry", batch, "--declared-by", "林××", "--json", "--as-of", "2024-01-15")
        self.assertStatus(again, 1)
        self.assertEqual(account(again)["files"]["quarantined"], 1)
        (batch / "半.zip").write_bytes(whole)
        home.run(batch)
        told = self.assertStatus(home.call("retry", "--lang", "en"), 0)
        self.assertIn("nothing is in quarantine", told.out)
