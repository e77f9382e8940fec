"""Slides and e-books from their XML, for tests: any shape of a package, sound or not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from wordfiles import packed

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in {
    "p": _P, "r": _OFFICE, "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}.items())


def text(*paragraphs: str, kind: str = "", more: str = "") -> str:
    """A shape with text; `kind` is what it is on its slide, where it is not a text box."""
    place = f'<p:ph type="{kind}"/>' if kind else ""
    inside = "".join(one if one.startswith("<") else f"<a:p><a:r><a:t>{one}</a:t></a:r></a:p>"
                     for one in paragraphs)
    return f"<p:sp><p:nvSpPr><p:cNvPr {more}/><p:nvPr>{place}</p:nvPr></p:nvSpPr>" \
        f"<p:txBody>{inside}</p:txBody></p:sp>"


def picture(across: int, up: int, kind: str = "p:pic") -> str:
    """A picture of a million EMU times these, or another shape that is filled with one."""
    size = f'<a:xfrm><a:ext cx="{across}000000" cy="{up}000000"/></a:xfrm>'
    fill = '<p:blipFill><a:blip r:embed="s1"/></p:blipFill>'
    parts = (fill, "<p:spPr>", size) if kind == "p:pic" else ("<p:spPr>", size, fill)
    inside = "".join((*parts, "</p:spPr>"))
    return f'<{kind}><a:extLst><a:ext uri="x"/></a:extLst>{inside}</{kind}>'


def table(*rows: Sequence[str]) -> str:
    """A table of one paragraph a cell."""
    made = "".join(
        "<a:tr>" + "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody>"
                           "</a:tc>" for cell in row) + "</a:tr>" for row in rows
    )
    return f"<p:graphicFrame><a:graphic><a:tbl>{made}</a:tbl></a:graphic></p:graphicFrame>"


def slides(
    *bodies: str, links: Mapping[int | str, Sequence[tuple[str, ...]]] | None = None,
    title: str = "",
    **parts: str | bytes,
) -> bytes:
    """A presentation; `links` are kinds and targets by number of a slide or name of a part.

    `parts` are other members of `ppt/`; `_` stands for a point in their names.
    """
    numbers = range(1, len(bodies) + 1)
    ids = "".join(f'<p:sldId r:id="s{n}"/>' for n in numbers)
    content: dict[str, str | bytes] = {
        "_rels/.rels": _links([("officeDocument", "ppt/presentation.xml"),
                               *([("core-properties", "core.xml")] if title else [])]),
        "ppt/presentation.xml":
            f"<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _links([("slide", f"slide{n}.xml") for n in numbers]),
    }
    if title:
        content["core.xml"] = f'<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}' \
            "</dc:title></a>"
    for n, body in zip(numbers, bodies, strict=True):
        content[f"ppt/slide{n}.xml"] = f"<p:sld {NAMES}>{body}</p:sld>"
        content[f"ppt/_rels/slide{n}.xml.rels"] = _links((links or {}).get(n, ()))
    for name, row in (links or {}).items():
        if isinstance(name, str):
            content[f"ppt/_rels/{name}.rels"] = _links(row)
    content |= {f"ppt/{name.replace('_', '.')}": data for name, data in parts.items()}
    return packed(content)


def behind(body: str) -> str:
    """What stands behind, beside or under a slide."""
    return f"<p:sld {NAMES}>{body}</p:sld>"


def repacked(data: bytes, name: str, old: str, new: str) -> bytes:
    """The same file, with words of one of its members replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content: dict[str, str | bytes] = {one: package.read(one) for one in package.namelist()}
    held = content[name]
    assert isinstance(held, bytes) and old.encode() in held
    return packed({**content, name: held.replace(old.encode(), new.encode())})


def _links(links: Sequence[tuple[str, ...]]) -> str:
    """The links of a part: kind, target and, for another file, the mode."""
    rows = "".join(
        f'<Relationship Id="s{n}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + "".join(f' TargetMode="{one}"' for one in mode) + "/>"
        for n, (kind, target, *mode) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def book(*chapters: str, head: str = "", spine: str = "", **parts: str | bytes) -> bytes:
    """An e-book; `head` is what it says of itself, `spine` what stands there beside chapters.

    `parts` are other members; `_` stands for a point in their names.
    """
    files = "".join(
        f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    content: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml":
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="in/book.opf"/></rootfiles></container>',
        "in/book.opf":
            '<package xmlns="http://www.idpf.org/2007/opf" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{head}</metadata>'
            f'<manifest>{files}<item id="d" href="d.svg" media-type="image/svg+xml"/>'
            '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
            f"<spine>{order}{spine}</spine></package>",
        **{f"in/c {n}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
           f"<body>{one}</body></html>" for n, one in enumerate(chapters)},
        "in/d.svg": "<svg/>",
        **{name.replace("_", "."): data for name, data in parts.items()},
    }
    return packed(content)
