"""PDF files from their objects, for tests: pages, forms, notes and files inside, sound or not."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from fpdf import FPDF

SENTENCE = b"BT /F 12 Tf 50 700 Td (The committee met in the old town hall.) Tj ET\n"
PICTURE = b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n"
BAND = PICTURE.replace(b"600 0 0 800", b"600 0 0 100")
STRIPS = b"".join(
    PICTURE.replace(b"800 0 0 cm", b"100 0 %d cm" % (at * 100)) for at in range(8)
)
SMALL = b"BT /F 8 Tf 50 20 Td (Page 2 of 9) Tj ET\n"


def built(objects: Sequence[bytes], root: bytes = b"", trailer: bytes = b"") -> bytes:
    """A file of `objects`, numbered from 2; the first of them is the pages, `root` is added to
    the catalog."""
    whole = [b"<</Type/Catalog/Pages 2 0 R" + root + b">>", *objects]
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, held in enumerate(whole, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(data) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(whole) + 1, table, len(whole) + 1, trailer, len(data))
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def pages(
    *contents: bytes, notes: Sequence[bytes] = (), root: bytes = b"", more: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """Pages of these contents, the first with these annotations.

    Objects in `more` follow those of the pages: the first of them has the number
    4 + 2 × the number of pages.
    """
    first, number = 4, len(contents)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(number))
    objects = [
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (number, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for at, content in enumerate(contents):
        listed = b"/Annots[" + b" ".join(notes) + b"]" if notes and not at else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>%s>>" % (first + 2 * at + 1, listed)
        )
        objects.append(stream(content))
    return built([*objects, *more], root, trailer)


def note(kind: bytes, inside: bytes) -> bytes:
    """An annotation."""
    return b"<</Type/Annot/Subtype/%s/Rect[10 10 200 40]%s>>" % (kind, inside)


def form(*fields: bytes, more: bytes = b"") -> bytes:
    """One page with a form of these fields; they are widgets too."""
    numbers = [6 + at for at in range(len(fields))]
    listed = b" ".join(b"%d 0 R" % number for number in numbers)
    return pages(
        SENTENCE, notes=[b"%d 0 R" % number for number in numbers],
        root=b"/AcroForm<</Fields[%s]%s>>" % (listed, more),
        more=[note(b"Widget", b"/T(f%d)" % number + field)
              for number, field in zip(numbers, fields, strict=True)],
    )


def with_file(name: bytes) -> bytes:
    """One page, and a file inside."""
    return pages(
        SENTENCE,
        root=b"/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>",
        more=[b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 7 0 R>>>>" % (name, name),
              stream(b"words", b"/Type/EmbeddedFile")],
    )


def lines(*texts: bytes) -> bytes:
    """Lines of a page, one below the other."""
    rows = enumerate(texts)
    return b"".join(b"BT /F 12 Tf 50 %d Td (%s) Tj ET\n" % (700 - 14 * at, row) for at, row in rows)


def writing(rows: int, size: int = 400) -> bytes:
    """A grey picture, as high as wide, of rows of dark signs on light ground: what a scan shows."""
    paper = bytearray(b"\xf0" * size * size)
    for row in range(rows):
        for down in range(4):
            at = (30 + row * 12 + down) * size
            for word in range(40, size - 60, 34):
                paper[at + word : at + word + 26] = b"\x20\x20\xf0" * 8 + b"\x20\x20"
    return bytes(paper)


def noise(size: int = 400) -> bytes:
    """A grey picture of all shades, as a photograph has them."""
    return bytes((x * x + 7 * y * y + x * y) % 256 for y in range(size) for x in range(size))


def pictured(grey: bytes, beside: bytes, *, in_form: bool = False, size: int = 400) -> bytes:
    """A page of text, and one that is this picture, with what is drawn `beside`."""
    picture = stream(
        zlib.compress(grey), b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode" % (size, size),
    )
    form = stream(
        b"q 600 0 0 800 0 0 cm /I Do Q",
        b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</I 8 0 R>>>>",
    )
    drawn = b"/J Do\n" if in_form else b"q 600 0 0 800 0 0 cm /I Do Q\n"
    data = pages(SENTENCE, drawn + beside, more=[picture, form])
    return data.replace(b"/F 3 0 R>>>>", b"/F 3 0 R>>/XObject<</I 8 0 R/J 9 0 R>>>>")


def pdf(*pages: list[tuple[float, str]]) -> bytes:
    """Pages of paragraphs, each with the size of its letters."""
    file = FPDF()
    for page in pages:
        file.add_page()
        for size, text in page:
            file.set_font("Helvetica", size=size)
            file.multi_cell(90, size * 0.5, text)
            file.ln(6)
    return bytes(file.output())
