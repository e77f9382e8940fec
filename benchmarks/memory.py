"""The most memory that `lintwords check` takes for hostile files, format by format.

    python benchmarks/memory.py [SHAPE …] [--megabytes 50] [--seconds 300] [--most 600]

Each shape is written to a file of about that size and checked by a process of its own. A line says
the megabytes at the peak (at least those of this process, which made the file), the seconds, the
exit code and the first line of what was said. Ends with 1 if a shape took more than `--most`
megabytes, crashed or ran out of time. A shape may be named by its begin: `text`, `docx`.
"""

from __future__ import annotations

import argparse
import base64
import io
import os
import resource
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

CLEAN = "The committee met in the old town hall and heard nine witnesses in turn.\n"
FOUND = "China jailed a poet.\n"
NEAR = "Tea from China, silk of China and the Chinese language are taught there.\n"
QUOTED = "“The town,” she said, “has ‘no’ hall.” Silk from China was named.\n"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

Make = Callable[[int], bytes]


def filled(unit: str, head: str = "", tail: str = "") -> Make:
    """A file of `unit` again and again."""
    def make(size: int) -> bytes:
        return (head + unit * (size // len(unit.encode())) + tail).encode()
    return make


def word(body: str, head: str = "", tail: str = "", *, packed: bool = False) -> Make:
    """A Word file whose document is `body` again and again; its size is that of the document."""
    def make(size: int) -> bytes:
        start = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{head}'
        document = start + body * (size // len(body)) + f"{tail}</w:body></w:document>"
        links = linked("officeDocument", "word/document.xml")
        return zipped({"_rels/.rels": links, "word/document.xml": document}, packed)
    return make


def odt(body: str, head: str = "", tail: str = "", *, packed: bool = False) -> Make:
    """The same as an OpenDocument text."""
    def make(size: int) -> bytes:
        start = f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">' \
            f"<office:body><office:text>{head}"
        document = start + body * (size // len(body)) + \
            f"{tail}</office:text></office:body></office:document-content>"
        return zipped({"content.xml": document}, packed)
    return make


def zipped(members: dict[str, str], packed: bool) -> bytes:
    output = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(output, "w", method) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return output.getvalue()


def members(size: int) -> bytes:
    return zipped({f"word/{n}.xml": "<a/>" for n in range(size // 100)}, True)


def mail(unit: bytes, headers: bytes = b"Subject: x\n", tail: bytes = b"") -> Make:
    return lambda size: headers + b"\n" + unit * (size // len(unit)) + tail


def slides(size: int) -> bytes:
    """A deck of one slide, full of paragraphs."""
    paragraph = "<a:p><a:r><a:t>China jailed a poet.</a:t></a:r></a:p>"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    show = "http://schemas.openxmlformats.org/presentationml/2006/main"
    slide = f'<p:sld xmlns:p="{show}" xmlns:a="{drawing}"><p:cSld><p:spTree><p:sp><p:txBody>' + \
        paragraph * ((size - 3000) // len(paragraph)) + \
        "</p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
    deck = f'<p:presentation xmlns:p="{show}" xmlns:r="{_REL}"><p:sldIdLst>' \
        '<p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>'
    return zipped({
        "_rels/.rels": linked("officeDocument", "ppt/presentation.xml"),
        "ppt/_rels/presentation.xml.rels": linked("slide", "slides/slide1.xml"),
        "ppt/presentation.xml": deck, "ppt/slides/slide1.xml": slide,
    }, False)


def linked(kind: str, target: str) -> str:
    link = f'Id="r1" Type="{_REL}/{kind}" Target="{target}"'
    return f'<Relationships xmlns="{_PACKAGE}"><Relationship {link}/></Relationships>'


def book(size: int) -> bytes:
    """A book of one chapter."""
    chapter = "<html><body>" + f"<p>{FOUND}</p>" * (size // 28) + "</body></html>"
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' \
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles>' \
        "</container>"
    package = '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" ' \
        'href="c.xhtml" media-type="application/xhtml+xml"/></manifest>' \
        '<spine><itemref idref="c"/></spine></package>'
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container,
                   "a.opf": package, "c.xhtml": chapter}, False)


def parts(size: int) -> bytes:
    head = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\n\nChina jailed a poet.\n" * (size // 26) + b"--b--\n"


def attached(size: int) -> bytes:
    head = b"Subject: x\nContent-Type: application/x; name=a.docx\n" \
        b"Content-Transfer-Encoding: base64\n\n"
    document = word("<w:p><w:r><w:t>China jailed a poet.</w:t></w:r></w:p>")
    return head + base64.encodebytes(document(size * 2 // 3))


def pdf(size: int) -> bytes:
    """Pages without end: each a short text."""
    number = size // 300
    rows = ["<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {number} /Kids [" +
            " ".join(f"{n + 4} 0 R" for n in range(0, 2 * number, 2)) + "] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for n in range(number):
        rows.append(f"<< /Type /Page /Parent 2 0 R /Contents {2 * n + 5} 0 R "
                    "/Resources << /Font << /F 3 0 R >> >> >>")
        text = "BT /F 9 Tf 9 9 Td (China jailed a poet.) Tj ET"
        rows.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    out, places = b"%PDF-1.7\n", []
    pieces = [out]
    at = len(out)
    for n, row in enumerate(rows, 1):
        places.append(at)
        pieces.append(f"{n} 0 obj\n{row}\nendobj\n".encode())
        at += len(pieces[-1])
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    pieces.append(f"xref\n0 {len(rows) + 1}\n0000000000 65535 f \n{table}trailer\n"
                  f"<< /Size {len(rows) + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n".encode())
    return b"".join(pieces)


# name → suffix, options, what makes a file of so many bytes
SHAPES: dict[str, tuple[str, tuple[str, ...], Make]] = {
    "text/lines": (".txt", (), filled(CLEAN)),
    "text/near": (".txt", (), filled(NEAR)),
    "text/near-paragraphs": (".txt", (), filled(f"{NEAR}\n")),
    "text/word": (".txt", (), filled("a")),
    "text/word-wide": (".txt", (), filled("\N{PILE OF POO}")),
    "text/line": (".txt", (), filled(CLEAN.replace("\n", " "))),
    "text/line-found": (".txt", (), filled(FOUND.replace("\n", " "))),
    "text/paragraphs": (".txt", (), filled("It rains.\n\n")),
    "text/paragraphs-short": (".txt", (), filled("a\n\n")),
    "text/found": (".txt", (), filled(f"{FOUND}\n")),
    "text/found-lines": (".txt", (), filled(FOUND)),
    "text/names": (".txt", (), filled("China ")),
    "text/quotes": (".txt", (), filled(f"{QUOTED}\n")),
    "text/signs": (".txt", (), filled("\"'“(", "China\n\n")),
    "text/returns": (".txt", (), filled("\r", "China\n\n")),
    "text/items": (".txt", (), filled("- China\n")),
    "text/16-bits": (".txt", (), lambda size: (
        "\ufeff" + FOUND * (size // 42)).encode("utf-16-le")),
    "markdown/found": (".md", (), filled(f"{FOUND}\n")),
    "markdown/near": (".md", (), filled(f"{NEAR}\n")),
    "markdown/items": (".md", (), filled("- China\n")),
    "markdown/deep": (".md", (), filled("> ", "", "China")),
    "markdown/stars": (".md", (), filled("*a **China** _b_ ")),
    "markdown/links": (".md", (), filled("[China](a) ")),
    "markdown/brackets": (".md", (), filled("[", "China ")),
    "markdown/table": (".md", (), filled("| China | b |\n", "| a | b |\n|---|---|\n")),
    "markdown/tags": (".md", (), filled("<b>China</b> ")),
    "html/found": (".html", (), filled(f"<p>{FOUND}</p>")),
    "html/near": (".html", (), filled(f"<p>{NEAR}</p>")),
    "html/deep": (".html", (), filled("<div>", "", "China jailed a poet.")),
    "html/inline": (".html", (), filled("<b>China</b> ")),
    "html/entities": (".html", (), filled("&Ccedil;&#67;hina ")),
    "html/attributes": (".html", (), filled(" a=1", "<p", ">China jailed a poet.")),
    "html/open": (".html", (), filled("<", "China ")),
    "html/cells": (".html", (), filled("<td>China", "<table><tr>")),
    "rst/found": (".rst", (), filled(f"{FOUND}\n")),
    "rst/items": (".rst", (), filled("* China\n\n")),
    "rst/marks": (".rst", (), filled("*China* `a`_ ")),
    "asciidoc/found": (".adoc", (), filled(f"{FOUND}\n")),
    "asciidoc/cells": (".adoc", (), filled("|China\n", "|===\n")),
    "rst/names": (".rst", (), lambda size: b"".join(
        b".. |n%d| replace:: China\n|n%d| jailed.\n\n" % (n, n) for n in range(size // 50))),
    "asciidoc/names": (".adoc", (), lambda size: b"".join(
        b":n%d: China\n\n{n%d} jailed.\n\n" % (n, n) for n in range(size // 45))),
    "rtf/found": (".rtf", (), filled("China jailed a poet.\\par ", "{\\rtf1 ", "}")),
    "rtf/letters": (".rtf", (), filled("\\'e9", "{\\rtf1 ", "}")),
    "rtf/numbers": (".rtf", (), filled("\\u233?", "{\\rtf1 ", "}")),
    "rtf/groups": (".rtf", (), filled("{\\b China} ", "{\\rtf1 ", "}")),
    "rtf/cells": (".rtf", (), filled("\\intbl China\\cell\\row ", "{\\rtf1 ", "}")),
    "rtf/words": (".rtf", (), filled("\\b0", "{\\rtf1 ", "}")),
    "rtf/notes": (".rtf", (), filled("{\\footnote China}", "{\\rtf1 ", "}")),
    "srt/found": (".srt", (), filled(f"1\n00:00:01,000 --> 00:00:02,000\n{FOUND}\n")),
    "vtt/found": (".vtt", (), filled(f"00:01.000 --> 00:02.000\n{FOUND}\n", "WEBVTT\n\n")),
    "mdx/braces": (".mdx", (), filled("{'China jailed a poet.'} ")),
    "mdx/values": (".mdx", (), filled("<A b={'China jailed a poet.'}/>\n\n")),
    "epub/found": (".epub", (), book),
    "pptx/found": (".pptx", (), slides),
    "docx/found": (".docx", (), word("<w:p><w:r><w:t>China jailed a poet.</w:t></w:r></w:p>")),
    "docx/clean": (".docx", (), word("<w:p><w:r><w:t>It rains.</w:t></w:r></w:p>")),
    "docx/bomb": (".docx", (), word("<w:p><w:r><w:t>China</w:t></w:r></w:p>", packed=True)),
    "docx/runs": (".docx", (), word("<w:r><w:t>China </w:t></w:r>", "<w:p>", "</w:p>")),
    "docx/text": (".docx", (), word("China ", "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")),
    "docx/empty": (".docx", (), word("<w:p/>")),
    "docx/cells": (".docx", (), word("<w:tc><w:p><w:r><w:t>China</w:t></w:r></w:p></w:tc>",
                                     "<w:tbl><w:tr>", "</w:tr></w:tbl>")),
    "docx/deep": (".docx", (), word("<w:sdt>")),
    "docx/members": (".docx", (), members),
    "odt/found": (".odt", (), odt("<text:p>China jailed a poet.</text:p>")),
    "odt/clean": (".odt", (), odt("<text:p>It rains.</text:p>")),
    "odt/bomb": (".odt", (), odt("<text:p>China</text:p>", packed=True)),
    "odt/spans": (".odt", (), odt("<text:span>China </text:span>", "<text:p>", "</text:p>")),
    "odt/text": (".odt", (), odt("China ", "<text:p>", "</text:p>")),
    "odt/empty": (".odt", (), odt("<text:p/>")),
    "odt/deep": (".odt", (), odt("<text:section>")),
    "json/found": (".json", ("--fields", "a"), filled('{"a": "China jailed a poet."},', "[", "1]")),
    "json/numbers": (".json", ("--fields", "a"), filled("1,", "[", "1]")),
    "json/deep": (".json", ("--fields", "a"), filled("[")),
    "json/keys": (".json", ("--fields", "a"), lambda size: ("{" + ",".join(
        f'"{n}":1' for n in range(size // 12)) + "}").encode()),
    "json/lines": (".jsonl", ("--fields", "a"), filled('{"a": "China jailed a poet."}\n')),
    "csv/found": (".csv", ("--fields", "a"), filled("China jailed a poet.,b\n", "a,b\n")),
    "csv/cells": (".csv", ("--fields", "a"), filled(",", "a\n")),
    "csv/rows": (".csv", ("--fields", "a"), filled("\n", "a\n")),
    "csv/beyond": (".csv", ("--fields", "a"), filled(",b\n", "a\n")),
    "csv/open": (".csv", ("--fields", "a"), filled("China, ", 'a\n"')),
    "yaml/found": (".yaml", ("--fields", "a"), filled("- a: China jailed a poet.\n")),
    "yaml/numbers": (".yaml", ("--fields", "a"), filled("- 1\n")),
    "yaml/keys": (".yaml", ("--fields", "a"), lambda size: "".join(
        f"k{n}: 1\n" for n in range(size // 13)).encode()),
    "yaml/flow": (".yaml", ("--fields", "a"), filled("1,", "[", "1]")),
    "yaml/deep": (".yaml", ("--fields", "a"), filled("[")),
    "pdf/pages": (".pdf", (), pdf),
    "eml/found": (".eml", (), mail(f"{FOUND}\n".encode())),
    "eml/lines": (".eml", (), mail(CLEAN.encode())),
    "eml/short": (".eml", (), mail(b"a\n\n")),
    "eml/html": (".eml", (), mail(b"<p>China<p>a", b"Subject: x\nContent-Type: text/html\n")),
    "eml/base64": (".eml", (), mail(
        base64.b64encode(b"It rains.\n\n" * 3) + b"\n",
        b"Subject: x\nContent-Transfer-Encoding: base64\n")),
    "eml/base64-damaged": (".eml", (), mail(
        b"A=", b"Subject: x\nContent-Transfer-Encoding: base64\n")),
    "eml/subject": (".eml", (), lambda size: b"Subject:"
                    + b" =?utf-8?q?China_jailed_a_poet=2E?=\n" * (size // 36) + b"\n\n"),
    "eml/subjects": (".eml", (), lambda size: b"Subject: China\n" * (size // 15) + b"\n\n"),
    "eml/parts": (".eml", (), parts),
    "eml/attached": (".eml", (), attached),
}


def measured(shape: str, megabytes: float, seconds: int) -> tuple[float, float, int, str]:
    """Megabytes at the peak, seconds, exit code (-1: out of time), and what was said first."""
    suffix, options, make = SHAPES[shape]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(make(int(megabytes * 1e6) - 1000))  # with its head not too large
        command = [sys.executable, "-m", "lintwords", "check", "--isolated", "--no-cache",
                   "-f", "line", *options, str(path)]
        out = Path(folder, "out")
        with out.open("wb") as file, Path(folder, "err").open("wb") as told:
            child = subprocess.Popen(command, stdout=file, stderr=told)
            timer = threading.Timer(seconds, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
        code = os.waitstatus_to_exitcode(status)
        child.returncode = code  # it has been waited for
        said = [line for line in Path(folder, "err").read_text("utf-8", "replace").splitlines()
                if line.strip()]
        lines = sum(1 for _ in out.open("rb"))
        first = " / ".join(said[:2]).replace(str(path), path.name) if said else f"{lines:,} lines"
        peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
        return peak, usage.ru_utime + usage.ru_stime, code, first


def chosen(names: list[str]) -> Iterator[str]:
    for shape in SHAPES:
        if not names or any(shape.startswith(name) for name in names):
            yield shape


def main() -> int:
    parser = argparse.ArgumentParser(description="Peak memory of check for hostile files.")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE")
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--most", type=int, default=600, help="megabytes")
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (8 * 2**30,) * 2)  # the machine outlives the worst
    bad = 0
    for shape in chosen(args.shapes):
        peak, seconds, code, said = measured(shape, args.megabytes, args.seconds)
        wrong = peak > args.most or code not in (0, 1, 2)
        bad += wrong
        mark = "!" if wrong else " "
        row = f"{mark} {shape:22} {peak:6.0f} MB {seconds:6.1f} s  {code:3}  {said[:110]}"
        print(row, flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
