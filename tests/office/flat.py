"""The samples as flat OpenDocument, for LibreOffice to make Word files of."""

from __future__ import annotations

from xml.sax.saxutils import escape

from produced import Block, Sample

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)


def flat(sample: Sample) -> str:
    """A sample as one XML file (.fodt)."""
    header = f"<style:header><text:p>{escape(sample.header)}</text:p></style:header>"
    footer = f"<style:footer><text:p>{escape(sample.footer)}</text:p></style:footer>"
    page = (header if sample.header else "") + (footer if sample.footer else "")
    bold, italic = 'fo:font-weight="bold"', 'fo:font-style="italic"'
    formats = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {how}/>'
        "</style:style>" for name, how in (("bold", bold), ("italic", italic))
    )
    body = "".join(_block(nth, block) for nth, block in enumerate(sample.blocks))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'{formats}<style:page-layout style:name="L"><style:header-style/><style:footer-style/>'
        "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page "
        f'style:name="Standard" style:page-layout-name="L">{page}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    )


def _block(nth: int, block: Block) -> str:
    kind, content = block
    if kind == "heading":
        return f'<text:h text:outline-level="1">{escape(str(content))}</text:h>'
    if kind == "item":
        inside = f"<text:p>{escape(str(content))}</text:p>"
        return f"<text:list><text:list-item>{inside}</text:list-item></text:list>"
    assert isinstance(content, list)
    if kind == "text":
        return f"<text:p>{''.join(_run(*run) for run in content)}</text:p>"
    if kind == "note":
        body = f"<text:note-body><text:p>{escape(content[1])}</text:p></text:note-body>"
        mark = f"<text:note-citation>{nth + 1}</text:note-citation>"
        note = f'<text:note text:note-class="footnote">{mark}{body}</text:note>'
        return f"<text:p>{escape(content[0])}{note}</text:p>"
    rows = "".join(
        "<table:table-row>" + "".join(
            f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row
        ) + "</table:table-row>" for row in content
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(content[0])}"/>'
    return f'<table:table table:name="T{nth}">{columns}{rows}</table:table>'


def _run(text: str, format: str) -> str:
    if not format:
        return escape(text)
    return f'<text:span text:style-name="{format}">{escape(text)}</text:span>'
