#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small containers in tests/unit/stages/extract/data, the same bytes each time.

    python3 tests/tools/make_extract_samples.py tests/unit/stages/extract/data
"""

import bz2
import gzip
import io
import lzma
import pathlib
import sys
import tarfile
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def rels(*pairs):
    rows = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(pairs)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rows}</Relationships>"
    )


def part(root, body):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {W}>{body}</w:{root}>'


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def write_zip(path, entries, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


def whole_docx():
    """Head and foot, notes, properties, and a main part that is not word/document.xml."""
    body = paragraph("凤凰县人民政府办公室文件") + paragraph("各乡镇人民政府:")
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>分隔</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{paragraph("见附件一。")}</w:footnote>'
    )
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(("officeDocument", "/word/main.xml")),
        "word/main.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/main.xml.rels": rels(
            ("header", "header10.xml"),
            ("header", "header2.xml"),
            ("footer", "footer1.xml"),
            ("footnotes", "footnotes.xml"),
        ),
        "word/header10.xml": part("hdr", paragraph("第二节页眉")),
        "word/header2.xml": part("hdr", paragraph("内部资料")),
        "word/footer1.xml": part("ftr", paragraph("共 2 页")),
        "word/footnotes.xml": part("footnotes", notes),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="urn:core" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>关于归档的通知</dc:title><dc:creator>办公室</dc:creator>"
            "<cp:keywords>归档 通知</cp:keywords><cp:category>公文</cp:category>"
            "</cp:coreProperties>"
        ),
        "docProps/custom.xml": (
            '<Properties xmlns="urn:custom" xmlns:vt="urn:vt">'
            '<property name="文号"><vt:lpwstr>凤政办发〔2023〕6号</vt:lpwstr></property>'
            "</Properties>"
        ),
    }


def tar_bytes(form):
    """A tar of a folder, two files and a link, with fixed times."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as tar:
        folder = tarfile.TarInfo("附件")
        folder.type = tarfile.DIRTYPE
        tar.addfile(folder)
        for name, text in {"附件/通知.txt": "关于归档的通知\n", f"附件/{'长' * 60}.txt": "长\n"}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("link")
        link.type = tarfile.SYMTYPE
        link.linkname = "/etc/passwd"
        tar.addfile(link)
    return out.getvalue()


def write_packed(folder):
    """files.7z beside them was written with libarchive: the same but for the long name."""
    pax = tar_bytes(tarfile.PAX_FORMAT)
    (folder / "files.tar").write_bytes(tar_bytes(tarfile.GNU_FORMAT))
    (folder / "files.tar.gz").write_bytes(gzip.compress(pax, mtime=0))
    (folder / "files.tar.bz2").write_bytes(bz2.compress(pax))
    (folder / "files.tar.xz").write_bytes(lzma.compress(pax))
    (folder / "note.txt.xz").write_bytes(lzma.compress("关于归档的通知\n".encode()))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    docx = whole_docx()
    write_zip(folder / "whole.docx", docx)

    whole = (folder / "whole.docx").read_bytes()
    (folder / "cut.docx").write_bytes(whole[: len(whole) * 2 // 3])

    broken = dict(docx)
    broken["word/main.xml"] = broken["word/main.xml"].replace("</w:body>", "")
    write_zip(folder / "broken_xml.docx", broken)

    no_main = {name: text for name, text in docx.items() if not name.startswith("word/main")}
    write_zip(folder / "no_main.docx", no_main)

    bomb = dict(docx)
    bomb["word/main.xml"] = part("document", f"<w:body>{' ' * 30_000_000}</w:body>")
    write_zip(folder / "bomb.docx", bomb)

    write_zip(folder / "book.xlsx", {"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>"})
    write_zip(
        folder / "slides.pptx", {"[Content_Types].xml": TYPES, "ppt/presentation.xml": "<p/>"}
    )
    write_zip(
        folder / "text.odt",
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"},
        zipfile.ZIP_STORED,
    )
    write_zip(folder / "page.ofd", {"OFD.xml": "<ofd/>", "Doc_0/Document.xml": "<ofd/>"})
    write_zip(folder / "plain.zip", {"说明.txt": "无"})
    write_packed(folder)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
