"""Make the example `foundation.docx`, with the same bytes each time.

python examples/foundation.py FILE
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}"'
)


def build() -> bytes:
    """The bytes of the example."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, text in _members().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o600 << 16
            file.writestr(info, text)  # stored: packed bytes differ from one zlib to another
    return output.getvalue()


def _members() -> dict[str, str]:
    kinds = {"styles": "styles", "footnotes": "footnotes", "footer": "footer"}
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{types}</Types>",
        "_rels/.rels": _links(
            f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": _part("document", f"<w:body>{_body()}</w:body>"),
        "word/_rels/document.xml.rels": _links(links),
        "word/styles.xml": _part("styles", _styles()),
        "word/footnotes.xml": _part("footnotes", _notes()),
        "word/footer.xml": _part("ftr", _paragraph("Lakeside Foundation, press office")),
    }


def _body() -> str:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    mark = f'<w:r>{raised}<w:footnoteReference w:id="2"/></w:r>'
    return "".join([
        _paragraph("Foundation awards its prize to a jailed editor", style="Title"),
        _paragraph("Lakeside, 4 May. The jury of the Lakeside Foundation gives this year's prize "
                   "to the editor of a magazine for deaf readers."),
        _paragraph("Background", style="Heading1"),
        _paragraph("In March ", ("Chi", "<w:b/>"), ("na", "<w:b/>"), " jailed the editor for six "
                   "years. Her family learned of it from the radio.", more=mark),
        _paragraph("“She printed what people told her with their hands,” the jury says."),
        _paragraph("Dates", style="Heading1"),
        _table([
            ["12 January", "Police take the editor from her office."],
            ["3 March", "The Chinese are closing the magazine, its printer hears."],
            ["4 May", "The prize is read out in sign language."],
        ]),
        _paragraph("The prize money pays a lawyer, and Braille paper for a year."),
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/></w:sectPr>',
    ])


def _notes() -> str:
    ends = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for id, kind in enumerate(("separator", "continuationSeparator"))
    )
    note = _paragraph("China has detained two of the printers as well; both are free again.")
    return f'{ends}<w:footnote w:id="2">{note}</w:footnote>'


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{level}'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for id, name, level, size in (
            ("Title", "Title", "", 36),
            ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 28),
        )
    )


def _paragraph(*runs: str | tuple[str, str], style: str = "", more: str = "") -> str:
    known = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = "".join(_run(*([run] if isinstance(run, str) else run)) for run in runs)
    return f"<w:p>{known}{inside}{more}</w:p>"


def _run(text: str, properties: str = "") -> str:
    known = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{known}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(rows: list[list[str]]) -> str:
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    grid = "<w:tblGrid>" + "<w:gridCol/>" * len(rows[0]) + "</w:tblGrid>"
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{width}{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _part(root: str, inside: str) -> str:
    return f"{_HEAD}<w:{root} {_SPACES}>{inside}</w:{root}>"


def _links(inside: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build())
