# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile ZIP, TAR and GZIP."""

import io
import tarfile
import zlib

import minidocx
from attack import NOTICE, Attack, Bomb, cut
from damaged_docx import encrypted_zip

TEXT = NOTICE.text().encode()
MEGABYTE = b"a" * (1 << 20)
UTF8_NAME = 0x0800
STORED, DEFLATED = 0, 8
LINK, DEVICE = 0o120777, 0o020666


def n(value: int, width: int) -> bytes:
    return value.to_bytes(width, "little")


def fields(name: bytes, packed: bytes, size: int, crc: int, method: int, flags: int = 0) -> bytes:
    """What the local and the central header of a member share."""
    out = n(flags, 2) + n(method, 2) + n(0, 2) + n(0x21, 2) + n(crc, 4)
    return out + n(len(packed), 4) + n(size, 4) + n(len(name), 2) + n(0, 2)


def local_header(common: bytes, name: bytes) -> bytes:
    return b"PK\x03\x04" + n(20, 2) + common + name


def central(common: bytes, name: bytes, at: int, mode: int = 0) -> bytes:
    made_by = n(20 | (3 << 8 if mode else 0), 2)
    out = b"PK\x01\x02" + made_by + n(20, 2) + common
    return out + bytes(6) + n(mode << 16, 4) + n(at, 4) + name


def closed(local: bytes, directory: bytes, count: int) -> bytes:
    end = b"PK\x05\x06" + bytes(4) + n(count, 2) * 2 + n(len(directory), 4) + n(len(local), 4)
    return local + directory + end + bytes(2)


def raw_zip(
    entries: list[tuple[bytes, bytes]],
    *,
    flags: int = 0,
    mode: int = 0,
    size: int | None = None,
    count: int | None = None,
) -> bytes:
    """Stored members with names as they stand; `size` and `count` are what it claims."""
    local, directory = b"", b""
    for name, content in entries:
        said = len(content) if size is None else size
        common = fields(name, content, said, zlib.crc32(content), STORED, flags)
        directory += central(common, name, len(local), mode)
        local += local_header(common, name) + content
    return closed(local, directory, len(entries) if count is None else count)


def zip_bomb(bomb: Bomb) -> bytes:
    common = fields(b"a.txt", bomb.raw(), bomb.size, bomb.crc, DEFLATED)
    local = local_header(common, b"a.txt") + bomb.raw()
    return closed(local, central(common, b"a.txt", 0), 1)


def overlapping(count: int, size: int) -> bytes:
    """Members that share one packed kernel: the data of each begins with the header of the next as
    a stored block of deflate, and goes on with the next one's data."""
    bomb = Bomb((b"a" * size, 1))
    packed, unpacked, crc = bomb.raw(), bomb.size, bomb.crc
    content = b"a" * size
    local, members = packed, []
    for index in reversed(range(count)):
        name = b"%04d.txt" % index
        common = fields(name, packed, unpacked, crc, DEFLATED)
        header = local_header(common, name)
        members.insert(0, (common, name))
        local = header + packed
        packed = b"\x00" + n(len(header), 2) + n(len(header) ^ 0xFFFF, 2) + local
        content = header + content
        unpacked, crc = len(content), zlib.crc32(content)
    directory, at = b"", 0
    for common, name in members:
        directory += central(common, name, at)
        at += len(local_header(common, name)) + 5
    return closed(local, directory, count)


def nested_bomb(levels: int, width: int, inner: bytes) -> bytes:
    """ZIPs within ZIPs: width^levels times the innermost one."""
    for level in range(levels):
        inner = minidocx.pack([(f"{level}-{i}.zip", inner) for i in range(width)])
    return inner


def russian_doll(depth: int) -> bytes:
    inner = raw_zip([(b"doc.txt", TEXT)])
    for level in range(depth):
        inner = raw_zip([(b"%d.zip" % level, inner)])
    return inner


def tar(*members: tuple[str, bytes, dict[str, object]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content, settings in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            for key, value in settings.items():
                setattr(info, key, value)
            archive.addfile(info, io.BytesIO(content) if content else None)
    return out.getvalue()


DOC: tuple[str, bytes, dict[str, object]] = ("doc.txt", TEXT, {})


def special(name: str, kind: bytes, **settings: object) -> tuple[str, bytes, dict[str, object]]:
    return name, b"", {"type": kind, **settings}


def wrong_size() -> bytes:
    """The header of doc.txt claims 8 GiB, with a right checksum."""
    content = bytearray(tar(DOC))
    content[124:136] = b"77777777777\0"
    content[148:156] = b" " * 8
    content[148:156] = b"%06o\0 " % sum(content[:512])
    return bytes(content)


def two(first: bytes, second: bytes, flags: int = UTF8_NAME) -> bytes:
    return raw_zip([(first, TEXT), (second, TEXT + b"2")], flags=flags)


ZIPS = [
    ("slip", "a member `../../outside.txt`", lambda: two(b"doc.txt", b"../../outside.txt")),
    ("absolute", "a member `/tmp/outside.txt`", lambda: two(b"doc.txt", b"/tmp/outside.txt")),
    ("drive", "a member `C:\\outside.txt`", lambda: two(b"doc.txt", b"C:\\outside.txt")),
    (
        "backslash",
        "a member `..\\..\\outside.txt`",
        lambda: two(b"doc.txt", b"..\\..\\outside.txt"),
    ),
    ("same-name", "two members with one name", lambda: two(b"doc.txt", b"doc.txt")),
    (
        "same-after-nfc",
        "names equal after NFC",
        lambda: two("é.txt".encode(), "e\u0301.txt".encode()),
    ),
    ("same-but-case", "names equal but for case", lambda: two(b"doc.txt", b"DOC.TXT")),
    ("direction", "U+202E in a member's name", lambda: two(b"doc.txt", "a\u202etxt.exe".encode())),
    ("control", "a line end in a member's name", lambda: two(b"doc.txt", b"a\nb.txt")),
    ("gbk-names", "names in GBK, no flag", lambda: two("公文.txt".encode("gbk"), b"2.txt", 0)),
    ("cp437-names", "names in CP437, no flag", lambda: two("ä.txt".encode("cp437"), b"2.txt", 0)),
    ("not-utf8", "GBK under the flag of UTF-8", lambda: two("公文.txt".encode("gbk"), b"2.txt")),
    ("empty-name", "a member without a name", lambda: two(b"doc.txt", b"")),
    ("long-name", "a name of 5,000 bytes", lambda: two(b"doc.txt", b"n" * 5000)),
    (
        "encrypted",
        "members marked as encrypted",
        lambda: encrypted_zip(raw_zip([(b"a.txt", TEXT)])),
    ),
    (
        "symlink",
        "a link to `/etc/passwd`",
        lambda: raw_zip([(b"a.txt", b"/etc/passwd")], mode=LINK),
    ),
    ("device", "a device", lambda: raw_zip([(b"null", b"")], mode=DEVICE)),
    ("count", "claims 65,535 members, has one", lambda: raw_zip([(b"a.txt", TEXT)], count=65535)),
    ("size", "a member that claims 4 GiB", lambda: raw_zip([(b"a.txt", TEXT)], size=2**32 - 2)),
    ("truncated", "cut off", lambda: cut(two(b"a.txt", b"b.txt"))),
    ("empty", "no member", lambda: raw_zip([])),
    (
        "secret-name",
        "a member whose name bears a mark",
        lambda: two(b"doc.txt", "（机密）名单.txt".encode()),
    ),
    ("doll", "60 ZIPs in each other", lambda: russian_doll(60)),
    (
        "nested-bomb",
        "4,096 times 1 MiB in ZIPs within ZIPs",
        lambda: nested_bomb(6, 4, raw_zip([(b"a.txt", MEGABYTE)])),
    ),
]

ATTACKS = [
    *(Attack(f"zip/{name}.zip", damage, make) for name, damage, make in ZIPS),
    Attack(
        "zip/overlap.zip",
        "300 members share the bytes of one: 300 MiB",
        lambda: overlapping(300, 1 << 20),
    ),
    Attack(
        "zip/bomb.zip",
        "a member of 512 MiB in 512 KB",
        lambda: zip_bomb(Bomb((MEGABYTE, 512))),
        big=True,
    ),
    Attack(
        "zip/many.zip",
        "60,000 empty members",
        lambda: raw_zip([(b"%05d.txt" % i, b"") for i in range(60_000)]),
        big=True,
    ),
    Attack(
        "tar/slip.tar",
        "a member `../../outside.txt`",
        lambda: tar(DOC, ("../../outside.txt", TEXT, {})),
    ),
    Attack(
        "tar/absolute.tar",
        "a member `/tmp/outside.txt`",
        lambda: tar(DOC, ("/tmp/outside.txt", TEXT, {})),
    ),
    Attack(
        "tar/symlink.tar",
        "a link to `/etc/passwd`",
        lambda: tar(DOC, special("link.txt", tarfile.SYMTYPE, linkname="/etc/passwd")),
    ),
    Attack(
        "tar/through-link.tar",
        "a link to `/tmp` and a member below it",
        lambda: tar(
            DOC,
            special("folder", tarfile.SYMTYPE, linkname="/tmp"),
            ("folder/outside.txt", TEXT, {}),
        ),
    ),
    Attack(
        "tar/hard-link.tar",
        "a hard link to `/etc/passwd`",
        lambda: tar(DOC, special("link.txt", tarfile.LNKTYPE, linkname="/etc/passwd")),
    ),
    Attack(
        "tar/device.tar",
        "a device and a pipe",
        lambda: tar(
            DOC,
            special("zero", tarfile.CHRTYPE, devmajor=1, devminor=5),
            special("pipe", tarfile.FIFOTYPE),
        ),
    ),
    Attack("tar/size.tar", "a member that claims 8 GiB", wrong_size),
    Attack("tar/truncated.tar", "cut off inside a member", lambda: tar(DOC)[:700]),
    Attack("tar/no-end.tar", "without the two empty blocks at its end", lambda: tar(DOC)[:1024]),
    Attack("gz/truncated.gz", "cut off", lambda: cut(Bomb((TEXT, 3)).gzip())),
    Attack("gz/checksum.gz", "a wrong checksum", lambda: Bomb((TEXT, 3)).gzip()[:-8] + bytes(8)),
    Attack("gz/bomb.gz", "512 MiB in 512 KB", lambda: Bomb((MEGABYTE, 512)).gzip(), big=True),
]
