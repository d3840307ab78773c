# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged OFD (GB/T 33190-2016)."""

import zipfile

import minidocx
from attack import XML_HEAD, Attack, cut, external, laughs, nested
from damaged_docx import encrypted_zip

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
AREA = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
TEXT = (
    '<ofd:TextObject ID="9" Boundary="20 20 100 10" Font="2" Size="5">'
    '<ofd:TextCode X="0" Y="5" DeltaX="g 1 5">检验</ofd:TextCode></ofd:TextObject>'
)
PAGE = "Doc_0/Pages/Page_0/Content.xml"
Parts = dict[str, str]


def page(inside: str, template: str = "", doctype: str = "") -> str:
    return (
        f"{XML_HEAD}{doctype}<ofd:Page {SPACE}><ofd:Area>{AREA}</ofd:Area>{template}"
        f'<ofd:Content><ofd:Layer ID="8">{inside}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def parts(
    content: str = "", pages: str = "", common: str = "", more: Parts | None = None
) -> Parts:
    pages = pages or '<ofd:Page ID="5" BaseLoc="Pages/Page_0/Content.xml"/>'
    out = {
        "OFD.xml": f'{XML_HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{XML_HEAD}<ofd:Document {SPACE}><ofd:CommonData>"
        f"<ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>{AREA}</ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'{XML_HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>',
        PAGE: content or page(TEXT),
    }
    return out | (more or {})


def packed(entries: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    return minidocx.pack([(name, text.encode()) for name, text in entries.items()], compression)


def without(name: str) -> bytes:
    return packed({key: text for key, text in parts().items() if key != name})


TEMPLATE = '<ofd:Template TemplateID="7" ZOrder="Background"/>'
TEMPLATE_PAGE = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>'


def cyclic_template() -> bytes:
    """A template page that uses itself as its template."""
    itself = {"Doc_0/Tpls/Tpl_0/Content.xml": page(TEXT, TEMPLATE)}
    return packed(parts(page(TEXT, TEMPLATE), common=TEMPLATE_PAGE, more=itself))


USE = '<ofd:CompositeObject ID="{}" ResourceID="6" Boundary="0 0 210 297"/>'


def composite(uses: int) -> bytes:
    """A vector graphic that contains itself, so many times."""
    resources = (
        f'{XML_HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/>'
        '</ofd:Fonts><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="6" Width="210"'
        f' Height="297"><ofd:Content>{TEXT}{USE.format(21) * uses}</ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    return packed(parts(page(TEXT + USE.format(20)), more={"Doc_0/PublicRes.xml": resources}))


def composite_tree() -> bytes:
    """Thirty graphics, each holding the next one ten times: 10³⁰ texts, and no cycle."""
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{100 + i}" Width="9" Height="9"><ofd:Content>'
        + f'<ofd:CompositeObject ID="{200 + i}" ResourceID="{101 + i}" Boundary="0 0 9 9"/>' * 10
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for i in range(30)
    )
    last = f'<ofd:CompositeGraphicUnit ID="130" Width="9" Height="9"><ofd:Content>{TEXT}'
    resources = (
        f'{XML_HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:CompositeGraphicUnits>{units}{last}'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    use = USE.format(20).replace('"6"', '"100"')
    return packed(parts(page(TEXT + use), more={"Doc_0/PublicRes.xml": resources}))


def many_pages(count: int, body: str = "") -> bytes:
    """All of them the same file; identifiers all different, so that it does not pack too well."""
    line = '<ofd:Page ID="{}" BaseLoc="Pages/Page_0/Content.xml"/>'
    return packed(parts(body, pages="".join(line.format(i) for i in range(100, 100 + count))))


ENCRYPTIONS = (
    f"{XML_HEAD}<ofd:Encryptions {SPACE}><ofd:EncryptInfo ID=\"1\"><ofd:Provider Name=\"检验\"/>"
    "<ofd:EncryptScope>Doc</ofd:EncryptScope><ofd:EntriesMap>entries.dat</ofd:EntriesMap>"
    "</ofd:EncryptInfo></ofd:Encryptions>"
)
DELTA = TEXT.replace("g 1 5", f"g {2**31 - 1} 5")

ATTACKS = [
    Attack("ofd/truncated.ofd", "cut off", lambda: cut(packed(parts()))),
    Attack("ofd/no-content.ofd", "without the page's `Content.xml`", lambda: without(PAGE)),
    Attack("ofd/no-document.ofd", "without `Document.xml`", lambda: without("Doc_0/Document.xml")),
    Attack("ofd/no-page.ofd", "no page at all", lambda: packed(parts(pages=" "))),
    Attack(
        "ofd/encrypted-zip.ofd",
        "entries marked as encrypted",
        lambda: encrypted_zip(packed(parts(), zipfile.ZIP_STORED)),
    ),
    Attack(
        "ofd/encrypted.ofd",
        "`Encryptions.xml` of GM/T 0099, the page is noise",
        lambda: packed(parts("\x00\x01加密", more={"Encryptions.xml": ENCRYPTIONS})),
    ),
    Attack(
        "ofd/outside.ofd",
        "a page at `../../../../etc/passwd`",
        lambda: packed(parts(pages='<ofd:Page ID="5" BaseLoc="../../../../etc/passwd"/>')),
    ),
    Attack(
        "ofd/zip-slip.ofd",
        "an entry `../../outside.txt`",
        lambda: packed(parts(more={"../../outside.txt": "escaped\n"})),
    ),
    Attack(
        "ofd/xxe.ofd",
        "external entity on `/etc/passwd` in the page",
        lambda: packed(parts(page(TEXT.replace("检验", "&x;"), doctype=external("Page")))),
    ),
    Attack(
        "ofd/entity-bomb.ofd",
        "billion laughs in the page",
        lambda: packed(parts(page(TEXT.replace("检验", "&a9;"), doctype=laughs("Page")))),
    ),
    Attack(
        "ofd/deep-nesting.ofd",
        "50,000 nested PageBlocks",
        lambda: packed(parts(page(nested("ofd:PageBlock", TEXT)))),
    ),
    Attack("ofd/template-cycle.ofd", "a template that uses itself", cyclic_template),
    Attack("ofd/composite-cycle.ofd", "a graphic that contains itself", lambda: composite(1)),
    Attack(
        "ofd/composite-tree.ofd",
        "graphics that hold each other ten times, 30 deep",
        composite_tree,
    ),
    Attack(
        "ofd/delta-count.ofd",
        "a DeltaX that repeats a step 2³¹ − 1 times",
        lambda: packed(parts(page(DELTA))),
    ),
    Attack(
        "ofd/cut-xml.ofd",
        "the page's XML ends in the middle",
        lambda: packed(parts(page(TEXT)[:-60])),
    ),
    Attack(
        "ofd/pages-300000.ofd",
        "300,000 pages, all the same `Content.xml`",
        lambda: many_pages(300_000),
        big=True,
    ),
    Attack(
        "ofd/pages-heavy.ofd",
        "90,000 pages, all the same one of 10,000 characters: 2.5 GiB",
        lambda: many_pages(90_000, page(TEXT.replace("检验", "检验" * 5000))),
        big=True,
    ),
]
