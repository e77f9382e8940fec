"""Word files from their XML, for tests: any shape of a package, sound or not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_ROOTS = {
    "footnotes": "w:footnotes", "endnotes": "w:endnotes", "styles": "w:styles",
    "settings": "w:settings", "comments": "w:comments", "header": "w:hdr", "footer": "w:ftr",
}
STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Fr"><w:name w:val="French"/>
  <w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="HidP"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CapsP"><w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Caps"><w:rPr><w:smallCaps/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hidden"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    """A run of one text."""
    known = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{known}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content: str, properties: str = "", style: str = "") -> str:
    """A paragraph; content that is no XML becomes a run."""
    inside = "".join(item if item.startswith("<") else run(item) for item in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def table(*rows: list[str]) -> str:
    """A table; cells that are no XML become one paragraph."""
    cells = [
        "".join(f"<w:tc>{c if c.startswith('<') else par(c)}</w:tc>" for c in row) for row in rows
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(content: str, copy: str | None = None) -> str:
    """A run with a text box, and the copy of it for old programs."""
    new = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
    old = content if copy is None else copy
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:docPr id='9' name='Box'/><a:graphic>{new}</a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{old}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def link(id: str, kind: str, target: str, mode: str = "") -> str:
    """A relationship."""
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"{outside}/>'


def members(
    body: str, parts: Mapping[str, str] | None = None, *, title: str = "", links: str = "",
    declaration: str = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
) -> dict[str, str | bytes]:
    """The members of a Word file; `parts` are more of them by kind, with what stands inside."""
    own = {"styles": STYLES, **(parts or {})}
    related, types, made = links, "", {}
    for kind, inside in own.items():
        root = _ROOTS[kind.rstrip("0123456789")]
        made[f"word/{kind}.xml"] = f"{declaration}<{root} {_SPACES}>{inside}</{root}>"
        related += link(f"id-{kind}", kind.rstrip("0123456789"), f"{kind}.xml")
        types += _type(f"word/{kind}.xml", kind.rstrip("0123456789"))
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "</cp:coreProperties>"
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'{_type("word/document.xml", "document.main")}{types}</Types>',
        "_rels/.rels": _links(
            link("a", "officeDocument", "word/document.xml")
            + f'<Relationship Id="b" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": core,
        "word/document.xml":
            f"{declaration}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(related),
        **made,
    }


def _type(name: str, kind: str) -> str:
    known = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    return f'<Override PartName="/{name}" ContentType="{known}"/>'


def _links(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def packed(content: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of `content`, with the same bytes for the same content."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, data in content.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            file.writestr(info, data)
    return output.getvalue()


def word(body: str, parts: Mapping[str, str] | None = None, **more: str) -> bytes:
    """A Word file with this body."""
    return packed(members(body, parts, **more))


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked(kind: str, inside: str) -> str:
    who = 'w:author="A. Person" w:date="2024-01-02T03:04:05Z"'
    return f'<w:{kind} w:id="7" {who}>{inside}</w:{kind}>'


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def note(kind: str, id: int, inside: str) -> str:
    return f'<w:{kind} w:id="{id}">{inside}</w:{kind}>'


def mark(kind: str, id: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


DELETED = tracked("del", "<w:r><w:delText>China jailed none.</w:delText></w:r>")


MARKER = "China jailed the poet {}."


def everywhere() -> bytes:
    """One document with a sentence of its own in every place that is read."""

    def say(what: str) -> str:
        return MARKER.format(what)

    picture = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="3" name="P" descr="{say("Alt")}"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    body = (
        par("Background", style="H1")
        + par(say("Body"), mark("footnote", 5), mark("endnote", 6))
        + table([say("Cell"), par(say("First")) + par(say("Second"))],
                [par() + table([say("Nested")]) + par(), "Calm."])
        + par(box(par(say("Box"))), say("Host"))
        + control(par(say("Block control")))
        + par(control(run(say("Inline control"))))
        + par(f'<w:hyperlink r:id="x">{run(say("Link"))}</w:hyperlink>')
        + par(field(" DOCPROPERTY x ", run(say("Field"))))
        + par(f'<w:fldSimple w:instr=" REF x ">{run(say("Simple field"))}</w:fldSimple>')
        + par(tracked("ins", run(say("Inserted"))), DELETED)
        + par(tracked("moveTo", run(say("Moved"))), tracked("moveFrom", run("China jailed none.")))
        + par(say("Item"), properties=numbered)
        + par(say("Caption"), style="Cap")
        + par(picture, "An officer.")
        + '<w:sectPr><w:headerReference w:type="default" r:id="id-header1"/>'
        '<w:footerReference w:type="default" r:id="id-footer1"/></w:sectPr>'
    )
    separator = f'<w:footnote w:id="0" w:type="separator">{par("-")}</w:footnote>'
    parts = {
        "footnotes": separator + note("footnote", 5, par(say("Footnote"))),
        "endnotes": note("endnote", 6, par(say("Endnote"))),
        "header1": par(say("Top of page")),
        "footer1": par(say("End of page")),
        "comments": f'<w:comment w:id="1">{par(say("Comment"))}</w:comment>',
    }
    return word(body, parts, title=say("Title"))
