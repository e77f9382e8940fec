"""Words that a reader of a page sees, in whatever they stand, are found, or named as not read."""

from __future__ import annotations

import base64
import html
import io
import json
import math
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import odtfiles
import pdffiles
import pytest
import wordfiles
from slidefiles import behind, slides
from slidefiles import text as shape

from lintwords import readers
from lintwords.cli.main import main
from lintwords.model import Edit
from lintwords.readers.docx import reader as docx
from lintwords.readers.odt import reader as odt

SAID = "China jailed a poet."
CALM = "We met on Monday in the town hall to talk about the budget."
BY_NUMBER = "\\u0043hina jailed a poet."


def seen(name: str, source: str | bytes, capsys) -> str:
    """The rules that find something in a file, and what is named as not read."""
    data = source.encode() if isinstance(source, str) else source
    Path(name).write_bytes(data)
    ended = main(["check", "--isolated", "--no-cache", "-f", "json", name])
    report = json.loads(capsys.readouterr().out)
    (file,) = report["files"]
    unread = [one["what"] for one in file.get("unread", ()) if one["seen"]]
    found = [finding["rule"] for finding in report["findings"]]
    assert ended == (2 if unread else 1 if found else 0)
    return ", ".join([*found, *unread])


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


FOUND = "country-as-abuser"
HTML = "a raw block of HTML was not read"
MARKDOWN = {
    "table of MyST": (f'```{{csv-table}}\n"{SAID}",x\n```', "what stands in the directive "
                      "csv-table was not read"),
    "reStructuredText in MyST": (f"```{{eval-rst}}\n{SAID}\n```", "what stands in the directive "
                                 "eval-rst was not read"),
    "table in a file": ("```{csv-table}\n:file: rows.csv\n```\n",
                        'the file "rows.csv" is shown in it and was not read'),
    "HTML of Pandoc": (f"```{{=html}}\n<p>{SAID}</p>\n```", HTML),
    "HTML of MyST": (f"~~~{{raw}} html\n<p>{SAID}</p>\n~~~", HTML),
    "HTML with letters by number": ("```{=html}\n<p>&#67;hina jailed a poet.</p>\n```", HTML),
    "block directive": (f"::video[{SAID}]{{a=b}}", FOUND),
    "text directive": (f"See :abbr[{SAID}]{{t=x}} there.", FOUND),
    "title of code": (f'```py title="{SAID}"\nx\n```', FOUND),
    "caption of code": (f"```{{code-block}} py\n:caption: {SAID}\nx\n```", FOUND),
    "caption of a figure": (f"```{{r}}\n#| echo: false\n#| fig-cap: {SAID}\nx\n```", FOUND),
    "caption of lines": ("```{r}\n#| fig-cap: |\n#|   China\n#|   jailed a poet.\nx\n```", FOUND),
    "captions in a list": (f'```{{r}}\n#| fig-subcap:\n#|   - "x"\n#|   - "{SAID}"\nx\n```', FOUND),
    "raw HTML in a line": (f"x `<p>{SAID}</p>`{{=html}} y", HTML),
    "name of a tab of code": (f"```js [{SAID}]\nx\n```", FOUND),
    "data in braces": (f'[x](y){{ data-title="x" data-description="{SAID}" }}', FOUND),
    "alt text in braces": (f'![x](a.png){{#a fig-alt="{SAID}"}}', FOUND),
    "title in braces": (f"A [link](b){{title='{SAID}'}} there.", FOUND),
    "lines of verse": ("| China\n| jailed a poet.\n| It rained.", FOUND),
    "note over a list": (f'!!! warning "Notice"\n    {CALM}\n\n    - x\n\n    {SAID}', FOUND),
    "note in a list": (f"1. x\n\n    ??? tip\n\n        {SAID}", FOUND),
    "title of a note": (f'!!! danger "{SAID}"\n    x', FOUND),
    "tab": (f'=== "A"\n    {CALM}\n\n    {SAID}\n\n=== "B"\n    x', FOUND),
    "tab in a list": (f'- x\n\n    === "A"\n\n        {SAID}', FOUND),
    "under a definition of two lines": (f"Term\n:   One\n    two.\n\n    {SAID}", FOUND),
    "under a definition": (f"Term\n: One.\n    Two.\n\n    {SAID}", FOUND),
    "definition that is a list": (f"Term\n:   - a\n    - b\n\n    {SAID}", FOUND),
    "definition that is a table": (f"Term\n:   | a | b |\n    |---|---|\n    | {SAID} | x |",
                                   FOUND),
    "definition that is a verse": ("Term\n:   | China\n    | jailed a poet.", FOUND),
    "note in a definition": (f"Term\n:   !!! note\n        x\n\n        {SAID}", FOUND),
    "code in a note": (f'!!! note "A"\n    x\n\n        {SAID}', ""),
    "code in a definition": (f"Term\n:   x\n\n        {SAID}", ""),
    "code in a tab": (f'=== "A"\n\n        {SAID}', ""),
    "drawn table": ("+-------+----+\n| China | x  |\n| acts  | y  |\n+-------+----+",
                    "a table that is drawn with signs was not read"),
    "role of MyST": (f"x {{abbr}}`MS ({SAID})`", FOUND),
}


@pytest.mark.parametrize(("text", "told"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(text: str, told: str, capsys) -> None:
    assert seen("a.md", f"# A heading\n\n{CALM}\n\n{text}\n\n{CALM}\n", capsys) == told


COMPONENTS = {
    "tab": f'<TabItem label="{SAID}">\n\nx\n\n</TabItem>',
    "badge in a line": f'x <Badge text="{SAID}" /> y',
    "badge with a value of a program": f"""<Badge :text="'{SAID}'" />""",
    "element of one's own": f'<link-card description="{SAID}"></link-card>',
    "name that HTML does not know": f'<note heading="{SAID}">x</note>',
    "name that HTML knows, in capitals": f'<Details summary="{SAID}">x</Details>',
    "figure": f'<Figure src="a.png" caption="{SAID}" />',
    "tag of several lines": f'<Callout\n  type="x"\n  text="{SAID}"\n>\n\nx\n\n</Callout>',
    "slot": f"<Card><template #title>{SAID}</template></Card>",
    "slot by its long name": f"<Card><template v-slot:title>{SAID}</template></Card>",
    "data for a tip": f'<div data-bs-title="{SAID}">x</div>',
}


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.html"])
@pytest.mark.parametrize("part", COMPONENTS.values(), ids=COMPONENTS)
def test_components(part: str, name: str, capsys) -> None:
    calm = f"<p>{CALM}</p>" if name == "a.html" else CALM
    assert seen(name, f"{calm}\n\n{part}\n\n{calm}\n", capsys) == FOUND


def test_data_that_repeats_a_title_is_told_once(capsys) -> None:
    assert seen("a.html", f'<p title="{SAID}" data-title="{SAID}">x', capsys) == FOUND


@pytest.mark.parametrize(
    "part",
    [f"<X a={{[{{b: '{SAID}', c: 1}}]}}>x</X>", f"<X a={{`{SAID}`}} />",
     f"<X a={{<b>{SAID}</b>}} />"],
)
def test_markdown_that_imports_is_mdx(part: str, capsys) -> None:
    brought = "import X from '@theme/X';\nimport './x.css'"
    assert seen("a.md", f"{brought}\n\n{CALM}\n\n{part}\n", capsys).startswith(FOUND)


MARKED = "China jai**led** a poet."  # as the marks of Markdown are read


@pytest.mark.parametrize(
    "part",
    [f"<Card>\n{MARKED}\n</Card>", f"<Card>\n- {MARKED}\n</Card>",
     f"<A>\n  <B.C>\n    {MARKED}\n  </B.C>\n</A>", f"<A>\n    - x\n\n      {MARKED}\n</A>",
     f"<A>\n  <B>\n    | a | b |\n    |---|---|\n    | {MARKED} | x |\n  </B>\n</A>",
     "  <A>\n    <B>\n      China\\\n      jailed a poet.\n    </B>\n  </A>",
     "<>\n<A>\n[x][q]\n\n[q]: http://x.example (China jailed a poet)\n</A>\n</>",
     f"- x\n\n  <A>\n\n  {MARKED}\n\n  </A>", f"<A>\n```js\n<B>\n```\n{MARKED}\n</A>",
     f"<A>\r\n  <B>\r\n    {MARKED}\r\n  </B>\r\n</A>", f"<A>\n  é {MARKED}"],
)
def test_what_stands_in_a_component_of_mdx_is_markdown(part: str, capsys) -> None:
    Path("a.mdx").write_bytes(f"{CALM}\n\n{part}\n".encode())
    document = readers.read(Path("a.mdx"), Path("a.mdx").read_bytes())
    source = document.parts[0].text
    for segment in document.segments:
        for start, end, piece in segment.map.runs:
            assert not piece.verbatim or segment.text[start:end] == source[piece.start : piece.end]
    assert seen("a.mdx", f"{CALM}\n\n{part}\n", capsys) == FOUND


def test_code_in_a_component_of_mdx_is_code(capsys) -> None:
    part = f"<A>\n  <B>\n    ```js\n    {SAID}\n    ```\n  </B>\n</A>\n<pre>\n  <B>\n</pre>"
    assert seen("a.mdx", f"{CALM}\n\n{part}\n\n{CALM}\n", capsys) == ""


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: "\\x43hina jailed a poet."\n---\n', f'---\ntitle: "{BY_NUMBER}"\n---\n',
        '---\ntitle: "Chi\\\n  na jailed a poet."\n---\n', '---\ntitle: "Chi\\0na jailed."\n---\n',
        f'+++\ntitle = "{BY_NUMBER}"\n+++\n', f'{{"title": "{BY_NUMBER}"}}\n',
        f'{{"x": 1, "title": "{BY_NUMBER}"}}\n', f'{{\n"title": "{BY_NUMBER}"\n}}\n',
        f';;;\n"title": "{BY_NUMBER}"\n;;;\n',
    ],
)
def test_no_escape_hides_a_word_of_the_front_matter(head: str, capsys) -> None:
    assert seen("a.md", f"{head}\n{CALM}\n", capsys) in (
        FOUND, "the field title of the front matter was not read",
    )


@pytest.mark.parametrize(
    "fence",
    ["{r setup, echo=FALSE}", "{python}", "{.python}", "{code-cell} ipython3", "{=latex}",
     "{code-block} python", "{math}", "{toctree}", "{automodule} x", "{py:function} f"],
)
def test_code_in_a_fence_with_braces_is_passed_over(fence: str, capsys) -> None:
    assert seen("a.md", f"{CALM}\n\n```{fence}\nchina = {SAID!r}\n```\n", capsys) == ""


RTF = {
    "text box of the old kind": f"{{\\*\\do\\dptxbx{{\\dptxbxtext {SAID}}}}}\\par",
    "words before an item": f"{{\\pn\\pnlvlbody{{\\pntxtb {SAID}}}}}x\\par",
    "item as it is shown": f"{{\\pntext {SAID}\\tab}}x\\par",
}
NO_RESULT = "1 field without a result was not read"


def rtf(part: str) -> str:
    return f"{{\\rtf1\\ansi {CALM}\\par {part} {CALM}}}"


@pytest.mark.parametrize("part", RTF.values(), ids=RTF)
def test_rtf(part: str, capsys) -> None:
    assert seen("a.rtf", rtf(part), capsys) == FOUND


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (f'{{\\field{{\\*\\fldinst QUOTE "{SAID}"}}}}', NO_RESULT),
        (f'{{\\field{{\\*\\fldinst {{\\b QUOTE}} "{SAID}"}}}}', NO_RESULT),
        (f'{{\\field{{\\*\\fldinst QUOTE "x y"}}{{\\fldrslt {SAID}}}}}', FOUND),
        (f'{{\\field{{\\*\\fldinst HYPERLINK "x" \\\\o "{SAID}"}}{{\\fldrslt x}}}}', FOUND),
        ('{\\field{\\*\\fldinst PAGE}}', ""),
        ('{\\field{\\*\\fldinst TC "Some words"}}', ""),
    ],
)
def test_fields_of_rtf(field: str, told: str, capsys) -> None:
    assert seen("a.rtf", rtf(field), capsys) == told


ASCIIDOC = {
    "label": f":tip-caption: {SAID}\n\nTIP: x",
    "head of the contents": f":toc-title: {SAID}\n:toc:",
    "author": f":author: {SAID}",
    "title of the contents": f'toc::[title="{SAID}"]',
    "title of an icon": f'A icon:heart[size=2x,title="{SAID}"] there.',
    "title of a link": f"A link:x.html[text,title={SAID}] there.",
    "title of an address": f'A https://x.example[text,window=_blank,title="{SAID}"] there.',
    "title of a picture in a line": f'A image:x.png[y,title="{SAID}"] there.',
    "entry of a bibliography": f"[bibliography]\n* [[[a,{SAID}]]] x",
}


@pytest.mark.parametrize("part", ASCIIDOC.values(), ids=ASCIIDOC)
def test_asciidoc(part: str, capsys) -> None:
    assert seen("a.adoc", f"= Doc\n\n{CALM}\n\n{part}\n\n{CALM}\n", capsys) == FOUND


def test_readings_over_words_of_subtitles(capsys) -> None:
    for words in (
        f"<ruby>x<rt>{SAID}</rt></ruby>", f"<ruby>x<rt>{SAID}", f"{SAID}<rt>x</rt> Calm.",
    ):
        cue = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n"
        assert seen("a.vtt", cue, capsys) == FOUND


def cues(*said: str) -> str:
    return "\n".join(
        f"{nth}\n00:00:0{nth},000 --> 00:00:0{nth},900\n{one}\n" for nth, one in enumerate(said, 1)
    )


@pytest.mark.parametrize(
    "said",
    [("In spring China...", "...jailed a poet."), ("In spring China…", "… jailed a poet."),
     ("In spring China...", "jailed a poet."), ("China jai-\nled a poet.",),
     ("Chi-", "na jailed a poet."), ("China\\Njailed a poet.",)],
)
def test_a_sentence_goes_on_over_cues(said: tuple[str, ...], capsys) -> None:
    assert seen("a.srt", cues(CALM, *said), capsys) == FOUND


def test_a_sentence_that_breaks_off_in_a_cue_does_not_go_on_in_another(capsys) -> None:
    assert seen("a.srt", cues(CALM, "In spring China...", "Jailed a poet, he did."), capsys) == ""


def test_two_transfer_encodings_of_a_mail_are_named(capsys) -> None:
    head = "From: a@b.example\nSubject: Hello\nMIME-Version: 1.0\nContent-Type: text/plain\n"
    ways = "Content-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n"
    assert seen("a.eml", f"{head}{ways}\nQ2hpbmEgamFpbGVkIGEgcG9ldC4=\n", capsys) == (
        "the text may not be read as it is: it names several transfer encodings"
    )


HTML_PARTS = {
    "slider": f'<div role=slider aria-valuetext="{SAID}">x</div>',
    "offered": f'<input list=l><datalist id=l><option value="{SAID}"></datalist>',
    "lines in one": "<div style='display:inline'>China </div><div style='display:inline'>jailed a "
                    "poet.</div>",
    "shown by a search": f'<p hidden="until-found">{SAID}</p>',
    "title of a frame": f'<iframe src="https://example.org" title="{SAID}"></iframe>',
    "name of a drawing": f'<svg role="img" aria-label="{SAID}"><path d="M0 0"/></svg>',
    "name of a part of a drawing": f'<svg><g aria-label="{SAID}"><path d="M0 0"/></g></svg>',
    "string in a formula": f"<math><ms>{SAID}</ms></math>",
}


@pytest.mark.parametrize("part", HTML_PARTS.values(), ids=HTML_PARTS)
def test_html(part: str, capsys) -> None:
    page = f"<!doctype html><html lang=en><title>A page</title><p>{CALM}</p>{part}"
    assert seen("a.html", page, capsys) == FOUND


@pytest.mark.parametrize(
    "part", [f"<p hidden>{SAID}</p>", f"<svg hidden aria-label='{SAID}'></svg>",
             f"<svg><g hidden aria-label='{SAID}'></g></svg>"],
)
def test_what_is_hidden_in_html_is_passed_over(part: str, capsys) -> None:
    assert seen("a.html", f"<html lang=en><p>{CALM}</p>{part}", capsys) == ""


def test_items_that_a_style_sets_in_one_line_are_no_sentence(capsys) -> None:
    page = "<style>li {display: inline}</style><ul><li>China<li>jailed a poet.</ul>"
    assert seen("a.html", f"<html lang=en><p>{CALM}</p>{page}", capsys) == ""


XML = 'xmlns="http://www.w3.org/1999/xhtml"'
XHTML = {
    "prefixes": f"<h:html {XML.replace('=', ':h=', 1)}><h:head><h:title>A page</h:title></h:head>"
                f"<h:body><h:p>{SAID}</h:p></h:body></h:html>",
    "no script": f"<html {XML}><body><SCRIPT>{SAID}</SCRIPT><p>{CALM}</p></body></html>",
    "another language": f'<html {XML}><body><script xmlns="urn:x">{SAID}</script></body></html>',
    "empty quotation": f"<html {XML}><body><p>{CALM} <q/>{SAID}</p></body></html>",
    "no script in no script": f"<html {XML}><body><SCRIPT><SCRIPT>x</SCRIPT>. {SAID}</SCRIPT>"
                              f"<p>{CALM}</p></body></html>",
}


@pytest.mark.parametrize("page", XHTML.values(), ids=XHTML)
def test_xhtml(page: str, capsys) -> None:
    assert seen("a.xhtml", page, capsys) == FOUND


def test_a_script_of_xhtml_is_passed_over(capsys) -> None:
    for page in (
        f"<html {XML}><body><script>x = '{SAID}'</script><p>{CALM}</p></body></html>",
        f"<h:html {XML.replace('=', ':h=', 1)}><h:body><h:script>{SAID}</h:script><h:p>{CALM}</h:p>"
        "</h:body></h:html>",
    ):
        assert seen("a.xhtml", page, capsys) == ""


def book(chapter: str, *, over: str = f"<p>{CALM}</p>", **more: str) -> bytes:
    """An e-book whose spine is one chapter; `more` are pages beside it. Each begins with `over`."""
    pages = {"a": chapter, **more}
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"'
        f'{" properties=" + chr(34) + "nav" + chr(34) if name == "nav" else ""}/>' for name in pages
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="O/c.opf"/></rootfiles></container>',
        )
        file.writestr(
            "O/c.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/>'
            f'<manifest>{items}</manifest><spine><itemref idref="a"/></spine></package>',
        )
        for name, body in pages.items():
            file.writestr(f"O/{name}.xhtml", f"<html {XML}><body>{over}{body}</body></html>")
    return made.getvalue()


NOTE = f'<aside xmlns:epub="http://www.idpf.org/2007/ops" epub:type="footnote" hidden="hidden">' \
    f"<p>{SAID}</p></aside>"


def test_epub(capsys) -> None:
    said = f"<p>{SAID}</p>"
    assert seen("note.epub", book(NOTE), capsys) == FOUND
    assert seen("linked.epub", book("<a href='b.xhtml#x'>more</a>", b=said), capsys) == FOUND
    second = "<a href='./c.xhtml'>c</a><a href='a.xhtml'>a</a>"
    far = book("<a href='b.xhtml'>b</a>", b=second, c=said)
    assert seen("far.epub", far, capsys) == FOUND
    assert seen("nav.epub", book("<a href='nav.xhtml'>x</a>", nav=said), capsys) == ""
    assert seen("unlinked.epub", book("", b=said), capsys) == ""


def lines(*rows: str, between: str = "\n", style: str = "position:absolute;top:{}px") -> str:
    """Each row in an element of its own, as layout programs write lines."""
    return between.join(
        f'<span style="{style.format(20 * nth)}">{row}</span>' for nth, row in enumerate(rows)
    )


LINES = {
    "placed spans": f"<p>{lines('China', 'jailed a poet.', between='')}</p>",
    "a placed span for each word": f"<p>{lines(*SAID.split(), between='')}</p>",
    "word parted by spans": f"<p>{lines('Chi-', 'na jailed a poet.')}</p>",
    "word parted by spans side by side": f"<p>{lines('Chi-', 'na jailed a poet.', between='')}</p>",
    "word parted by a soft hyphen": f"<p>{lines('Chi&#173;', 'na jailed a poet.')}</p>",
    "word parted by a break": "<p>Chi-<br/>na jailed a poet.</p>",
    "word parted by a line of the file": "<p>China jai-\nled a poet.</p>",
    "placed fields": '<div style="position:absolute;top:1px">China</div>\n'
                     '<div style="position:absolute;top:20px">jailed a poet.</div>',
    "a paragraph a line": "<p class='l'>In spring China</p>\n<p class='l'>jailed a poet.</p>",
    "word parted by paragraphs": "<p class='l'>Chi-</p><p class='l'>na jailed a poet.</p>",
    "initial in a field": "<div><div class='x'>C</div><p>hina jailed a poet.</p></div>",
    "number of a page": "<p>China <span role='doc-pagebreak'>[12]</span> jailed a poet.</p>",
    "letters of a drawing": "<svg><text>Chi-<tspan x='1'>na jailed a poet.</tspan></text></svg>",
}


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.epub"])
@pytest.mark.parametrize("part", LINES.values(), ids=LINES)
def test_a_sentence_in_lines_of_a_layout_program(part: str, name: str, capsys) -> None:
    page = f"<html {XML}><body><p>{CALM}</p>{part}</body></html>"
    assert seen(name, book(page) if name == "a.epub" else page, capsys) == FOUND


@pytest.mark.parametrize(
    "part",
    ["<p class='a'>News of China</p><p class='b'>jailed a poet.</p>",
     "<p>China.</p><p>jailed a poet.</p>",
     "<h2>China</h2><p>jailed a poet.</p>", "<ul><li>China</li><li>jailed a poet.</li></ul>",
     "<div>China</div><div>jailed a poet.</div>", "<p>China</p>\n\n<p>jailed a poet.</p>"],
)
def test_paragraphs_that_do_not_go_on_are_no_sentence(part: str, capsys) -> None:
    assert seen("a.html", f"<html lang=en><p>{CALM}</p>{part}", capsys) == ""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [("In spring China", "jailed a poet.", FOUND), ("In spring Chi-", "na jailed a poet.", FOUND),
     ("In spring China.", "jailed a poet.", ""), ("In spring China", "Jailed a poet.", "")],
)
def test_a_sentence_goes_on_in_the_next_file_of_a_book(before, after, told, capsys) -> None:
    first = f"<p>{CALM} {before}</p><p>12</p><p><a href='b.xhtml'>9</a></p>"
    second = f"<title>x</title><p>{after} {CALM}</p>"
    assert seen("a.epub", book(first, over="", b=second), capsys) == told


@pytest.mark.parametrize("end", ["</legend>", "</li>", "</caption>", "</br>", "</td></tr>"])
def test_the_end_of_what_is_not_open_parts_no_sentence(end: str, capsys) -> None:
    assert seen("a.html", f"<p>{CALM}<p>In spring China {end}jailed a poet.", capsys) == FOUND


def test_the_end_of_a_paragraph_that_is_not_open_begins_another_one(capsys) -> None:
    assert seen("a.html", f"{CALM} In spring China</p>jailed a poet.", capsys) == ""


def test_what_goes_on_in_the_next_file_is_placed_there(capsys) -> None:
    pages = f"<p>{CALM} Nothing</p><a href='b.xhtml'>9</a>", f"<p>came of it. {SAID}</p>"
    Path("a.epub").write_bytes(book(pages[0], over="", b=pages[1]))
    main(["check", "--isolated", "--no-cache", "-f", "json", "a.epub"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["place"] == "chapter 2, paragraph 1"


@pytest.mark.parametrize(
    "part",
    [
        f"x{{\\super \\chftn{{\\*\\footnote\\chftn\\pard {SAID}\\par}}}}\\par",
        f"x{{\\*\\footnote\\ftnalt {SAID}}}\\par", f"{{\\*\\headerf {SAID}\\par}}",
        f"{{\\*\\footerl {SAID}\\par}}", f"{{\\*\\shp{{\\*\\shpinst{{\\*\\shptxt {SAID}}}}}}}\\par",
        f"{{\\*\\field{{\\*\\fldinst QUOTE}}{{\\*\\fldrslt {SAID}}}}}\\par",
        f"{{\\*\\cs15\\b {SAID}}}\\par",
    ],
)
def test_a_star_of_rtf_hides_nothing_that_the_reader_knows(part: str, capsys) -> None:
    assert seen("a.rtf", rtf(part), capsys) == FOUND


def test_a_destination_of_rtf_that_nobody_knows_is_passed_over(capsys) -> None:
    assert seen("a.rtf", rtf(f"{{\\*\\unheardof {SAID}}}\\par"), capsys) == ""


def test_a_comment_of_mdx_that_does_not_end_is_text(capsys) -> None:
    assert seen("a.mdx", f"{CALM} {{/* x */}}\n\n{SAID}\n\n" + "{/* " * 20_000, capsys) == FOUND


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.mdx", f'<A items={{["{SAID}", "x"]}} />'), ("a.mdx", f'<A x={{[{{t: "{SAID}"}}]}} />'),
        ("a.mdx", f"{CALM} {{isOpen && '{SAID}'}}"), ("a.adoc", f'image::a.png["{SAID}"]'),
        ("a.adoc", f'image::a.png["{SAID}",200]'), ("a.adoc", f'{CALM} image:a.png["{SAID}"] x'),
    ],
)
def test_quotation_marks_of_the_syntax_are_no_quotation(name: str, text: str, capsys) -> None:
    Path(name).write_text(f"{CALM}\n\n{text}\n")
    main(["check", "--isolated", "--no-cache", "-f", "json", name])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["rule"], one["severity"]) for one in found] == [(FOUND, "error")]


CHART = {
    "name of a row": f"<c:ser><c:tx><c:v>{SAID}</c:v></c:tx></c:ser>",
    "labels of their own": f"<c:cat><c:strLit><c:pt><c:v>{SAID}</c:v></c:pt></c:strLit></c:cat>",
    "words in the place of numbers": f"<c:val><c:numLit><c:pt><c:v>{SAID}</c:v></c:pt></c:numLit>"
                                     "</c:val>",
    "format of numbers": f'<c:numCache><c:formatCode>"{SAID}" 0</c:formatCode><c:pt><c:v>1.5E-7'
                         "</c:v></c:pt></c:numCache>",
    "format of an axis": f'<c:numFmt formatCode="0;-0;&quot;{SAID}&quot;"/>',
    "labels from cells": f"<c15:dlblRangeCache><c:pt><c:v>{SAID}</c:v></c:pt></c15:dlblRangeCache>",
}


@pytest.mark.parametrize("part", CHART.values(), ids=CHART)
def test_charts_of_slides(part: str, capsys) -> None:
    chart = {1: [("chart", "c.xml")]}
    assert seen("a.pptx", slides(shape(CALM), links=chart, c_xml=behind(part)), capsys) == FOUND


DRAWN = behind(shape(SAID))
BESIDE = {
    "drawn on a chart": {1: [("chart", "b.xml")], "b.xml": [("chartUserShapes", "x.xml")]},
    "chart of a layout": {1: [("slideLayout", "b.xml")], "b.xml": [("chart", "x.xml")]},
    "diagram of a layout": {1: [("slideLayout", "b.xml")], "b.xml": [("diagramData", "x.xml")]},
    "chart of a master": {1: [("slideLayout", "b.xml")], "b.xml": [("slideMaster", "d.xml")],
                          "d.xml": [("chart", "x.xml")]},
    "chart of notes": {1: [("notesSlide", "b.xml")], "b.xml": [("chart", "x.xml")]},
    "behind notes": {1: [("notesSlide", "b.xml")], "b.xml": [("notesMaster", "x.xml")]},
}


@pytest.mark.parametrize("links", BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_slides(links: dict, capsys) -> None:
    empty = behind("")
    data = slides(shape(CALM), links=links, b_xml=empty, d_xml=empty, x_xml=DRAWN)
    assert seen("a.pptx", data, capsys) == FOUND


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ({1: [("slideLayout", "b.xml")], "b.xml": [("oleObject", "x.xml")]},
         "1 embedded object was not read"),
        ({1: [("chart", "gone.xml")]}, "1 chart that the file lacks was not read"),
        ({1: [("diagramData", "gone.xml")]}, "1 diagram that the file lacks was not read"),
        ({1: [("notesSlide", "gone.xml")]}, "1 notes page that the file lacks was not read"),
        ({1: [("chart", "b.xml")], "b.xml": [("chartUserShapes", "gone.xml")]},
         "1 chart that the file lacks was not read"),
        ({1: [("chart", "odd.xml")]}, "1 chart was not read"),
    ],
)
def test_what_is_not_read_beside_slides_is_named(links: dict, told: str, capsys) -> None:
    odd = f'<x xmlns:y="urn:y"><y:t>{SAID}</y:t></x>'
    data = slides(shape(CALM), links=links, b_xml=behind(""), x_xml="x", odd_xml=odd)
    assert seen("a.pptx", data, capsys) == told


def either(needs: str, first: str, other: str) -> str:
    return f'<mc:AlternateContent><mc:Choice xmlns:z="{needs}" Requires="z">{first}</mc:Choice>' \
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"


POWERPOINT = "http://schemas.microsoft.com/office/powerpoint/2010/main"
LINK = f'<a:p><a:r><a:rPr><a:hlinkClick tooltip="{SAID}"/></a:rPr><a:t>more</a:t></a:r></a:p>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (shape(SAID, kind="dt"), FOUND), (shape(f"{SAID} 3", kind="sldNum"), FOUND),
        (shape("3", kind="sldNum"), ""), (shape(LINK), FOUND),
        (either("urn:z", "", shape(SAID)), FOUND), (either("urn:z", shape(SAID), ""), ""),
        (either(POWERPOINT, shape(SAID), ""), FOUND), (either(POWERPOINT, "", shape(SAID)), ""),
    ],
)
def test_shapes_of_slides(body: str, told: str, capsys) -> None:
    assert seen("a.pptx", slides(shape(CALM) + body), capsys) == told


DRAWN_OTHERWISE = "1 page of other words than it says (ActualText) was not read"


@pytest.mark.parametrize(
    ("said", "told"),
    [(b"calm water", DRAWN_OTHERWISE), (b"China jai\\255led a poet.", DRAWN_OTHERWISE),
     (SAID.encode(), FOUND)],
)
def test_words_of_a_pdf_that_are_said_to_be_others_are_named(said, told, capsys) -> None:
    drawn = b"/Span<</ActualText(%s)>>BDC BT /F 12 Tf 50 500 Td (%s) Tj ET EMC"
    data = pdffiles.pages(pdffiles.SENTENCE + drawn % (said, SAID.encode()))
    assert seen("a.pdf", data, capsys) == told


@pytest.mark.parametrize("kind", ["oleObject", "package", "chart"])
def test_objects_that_stand_in_another_file_are_named(kind: str, capsys) -> None:
    link = wordfiles.link("s1", kind, "file:///x.xlsx", "External")
    told = "1 linked object was not read"
    assert seen("a.docx", wordfiles.word(wordfiles.par(CALM), links=link), capsys) == told
    data = slides(shape(CALM), links={1: [(kind, "file:///x.xlsx", "External")]})
    assert seen("a.pptx", data, capsys) == told


@pytest.mark.parametrize(
    ("code", "told"),
    [('&quot;China jailed&quot; 0', "1 chart was not read"), ("General", ""), ("dd/mm/yyyy", ""),
     ("#,##0&quot; km&quot;", "")],
)
def test_words_in_a_format_of_numbers_of_a_word_file_are_named(code, told, capsys) -> None:
    content = wordfiles.members(wordfiles.par(CALM), links=wordfiles.link("c", "chart", "c.xml"))
    content["word/c.xml"] = f'<c:chart xmlns:c="urn:c"><c:numFmt formatCode="{code}"/></c:chart>'
    assert seen("a.docx", wordfiles.packed(content), capsys) == told


@pytest.mark.parametrize("drawing", ["x.xml", "gone.xml"])
def test_words_drawn_on_a_chart_of_a_word_file_are_named(drawing: str, capsys) -> None:
    content = wordfiles.members(wordfiles.par(CALM), links=wordfiles.link("c", "chart", "c.xml"))
    link = wordfiles.link("x", "chartUserShapes", drawing)
    content |= {
        "word/c.xml": "<c/>", "word/x.xml": DRAWN,
        "word/_rels/c.xml.rels": "<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>',
    }
    assert seen("a.docx", wordfiles.packed(content), capsys) == "1 chart was not read"


SEPARATOR = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
TITLE = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'


def run_in(first: str, second: str) -> bytes:
    """A heading and the paragraph that stands in its line."""
    head = wordfiles.par(first, properties=SEPARATOR, style="H1")
    return wordfiles.word(wordfiles.par(CALM) + head + wordfiles.par(second))


def titled_word(*lines: str) -> bytes:
    body = "".join(wordfiles.par(*filter(None, [line]), style="T") for line in lines)
    return wordfiles.word(body + wordfiles.par(CALM), {"styles": TITLE})


def titled_odt(*lines: str) -> bytes:
    made = "".join(f'<style:style style:name="P{n}" style:family="paragraph" '
                   'style:parent-style-name="Title"/>' for n in (1, 2))
    named = '<style:style style:name="Title" style:family="paragraph"/>'
    styles = f"<office:document-styles {odtfiles.NAMES}><office:styles>{named}</office:styles>" \
        "</office:document-styles>"
    head = f"<office:automatic-styles>{made}</office:automatic-styles>"
    text = "".join(f'<text:p text:style-name="P{1 + n % 2}">{line}</text:p>'
                   for n, line in enumerate(lines))
    return odtfiles.odt(text + f"<text:p>{CALM}</text:p>", head, styles_xml=styles)


@pytest.mark.parametrize("lines", [("China", "jailed a poet"), ("China", "", "jailed a", "poet")])
def test_a_title_of_several_lines_is_one_sentence(lines: tuple[str, ...], capsys) -> None:
    assert seen("a.docx", titled_word(*lines), capsys) == FOUND
    assert seen("a.odt", titled_odt(*lines), capsys) == FOUND
    assert seen("a.pptx", slides(shape(*lines, kind="title")), capsys) == FOUND


@pytest.mark.parametrize(
    ("lines", "told"),
    [((SAID, "A report"), FOUND), (("A report", SAID), FOUND), ((SAID, SAID), f"{FOUND}, {FOUND}"),
     (("Made in China.", "Jailed poets speak"), "")],
)
def test_lines_of_a_title_are_told_once(lines: tuple[str, ...], told: str, capsys) -> None:
    assert seen("a.docx", titled_word(*lines), capsys) == told
    assert seen("a.odt", titled_odt(*lines), capsys) == told
    assert seen("a.pptx", slides(shape(*lines, kind="title")), capsys) == told


def test_a_sentence_runs_over_a_style_separator(capsys) -> None:
    assert seen("a.docx", run_in("China", " jailed a poet."), capsys) == FOUND
    assert seen("a.docx", run_in("Made in China.", "Jailed poets speak."), capsys) == ""


@pytest.mark.parametrize("lines", [("China", "jailed a poet"), ("Jailed in China", "on Monday")])
def test_a_word_is_changed_in_its_line_of_a_title(lines: tuple[str, ...]) -> None:
    for name, made, reader in (("a.docx", titled_word, docx), ("a.odt", titled_odt, odt)):
        data, path = made(*lines), Path(name)
        document = reader.read(path, data)
        text = document.parts[0].text
        edit = Edit(0, text.index("China"), text.index("China") + len("China"), "Beijing")
        assert not any(one.touches(edit.start, edit.end) for one in document.locked)
        assert any(one.touches(edit.start, len(text)) for one in document.locked)
        after = reader.read(path, reader.write(data, document, [edit]))
        assert after.parts[0].text == text.replace("China", "Beijing")


INSIDE = [
    "\x1b[31m", "\x1b[1;38;5;9m", "\x9b31m", "\x1b[K", "\x1b]8;;https://x.example\x1b\\",
    "\x1b]0;x\x07", "\x1b(B", "x\b", "\u0336", "\u0332", "\u0305", "\u180e", "\xad", "\u200d",
    "\u200c", "\u2060", "\u034f", "\ufe0f",
]


@pytest.mark.parametrize("sign", INSIDE, ids=map(ascii, INSIDE))
def test_what_nobody_sees_parts_no_word(sign: str, capsys) -> None:
    Path("a.txt").write_text(f"{CALM}\n\nA {sign}b.\n{sign}Chi{sign}na ja{sign}iled a poet.\n")
    assert main(["check", "--isolated", "--no-cache", "-f", "json", "a.txt"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["rule"], found["line"]) == (FOUND, 4)
    assert found["text"].removeprefix(sign).removesuffix(sign) == f"Chi{sign}na"


def test_a_word_beside_colours_is_changed_between_them(capsys) -> None:
    Path("a.txt").write_text("\x1b[1mChina\x1b[0m jailed a poet.\n")
    assert main(["fix", "--isolated", "a.txt"]) == 0
    capsys.readouterr()
    assert Path("a.txt").read_text() == "\x1b[1mThe Chinese government\x1b[0m jailed a poet.\n"


@pytest.mark.parametrize("date", ("May", "May 2024", "**May 2024**", "Updated: MAY 3", "June 2024"))
def test_a_month_over_a_sentence_is_no_verb_of_it(date: str, capsys) -> None:
    assert seen("a.md", f"{date}\n{SAID}", capsys) == FOUND


def one_by_one(text: str, place: Callable[[int], bytes]) -> bytes:
    """A page of a PDF file with each letter of a text in a place of its own."""
    letters = ((at, sign) for at, sign in enumerate(text) if sign != " ")
    drawn = b"".join(b"BT /F 12 Tf %s (%s) Tj ET\n" % (place(at), sign.encode())
                     for at, sign in letters)
    return pdffiles.pages(pdffiles.SENTENCE + drawn)


def test_letters_of_a_pdf_one_under_another_are_read(capsys) -> None:
    for step in (14, 11):
        data = one_by_one(SAID, lambda at, step=step: b"300 %d Td" % (600 - step * at))
        assert seen("a.pdf", data, capsys) == FOUND
    few = one_by_one("poe", lambda at: b"300 %d Td" % (600 - 14 * at))
    assert seen("a.pdf", few, capsys) == ""


def test_letters_of_a_pdf_on_an_arc_are_named(capsys) -> None:
    def around(at: int) -> bytes:
        turn = math.pi * (0.8 - 0.6 * at / len(SAID))
        x, y = 300 + 150 * math.cos(turn), 350 + 150 * math.sin(turn)
        sine, cosine = math.sin(turn - math.pi / 2), math.cos(turn - math.pi / 2)
        return b"%.4f %.4f %.4f %.4f %.2f %.2f Tm" % (cosine, sine, -sine, cosine, x, y)

    told = seen("a.pdf", one_by_one(SAID, around), capsys)
    assert told.startswith("1 page with letters on an arc was not read")
    turned = b"BT /F 12 Tf 0 1 -1 0 %d 400 Tm (Some words) Tj ET\n"
    aside = pdffiles.SENTENCE + turned % 200 + turned.replace(b"1 -1", b"-1 1") % 300
    assert seen("a.pdf", pdffiles.pages(aside), capsys) == ""


def turned(degrees: int, drawn: bytes) -> bytes:
    """A page of a PDF file with something drawn along a line that is turned to the left."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    along = b"%.5f %.5f %.5f %.5f 300 400 Tm" % (cosine, sine, -sine, cosine)
    return pdffiles.pages(pdffiles.SENTENCE + b"BT /F 12 Tf %s %s ET\n" % (along, drawn))


@pytest.mark.parametrize("degrees", range(0, 360, 15))
def test_letters_of_a_pdf_are_read_along_a_turned_line(degrees: int, capsys) -> None:
    whole = turned(degrees, b"(China shot a poet.) Tj")  # no "sho" with a mark behind it
    assert seen("a.pdf", whole, capsys) == FOUND
    apart = turned(degrees, b"(C h i n a   j a i l e d   a   p o e t.) Tj")
    assert seen("a.pdf", apart, capsys) == FOUND


@pytest.mark.parametrize("degrees", (0, 180))  # else pdfium makes a line of it
def test_a_raised_mark_of_a_pdf_is_no_letter_on_a_turned_line(degrees: int, capsys) -> None:
    raised = turned(degrees, b"(China shot) Tj /F 7 Tf 4 Ts (b) Tj /F 12 Tf 0 Ts ( a poet.) Tj")
    assert seen("a.pdf", raised, capsys) == FOUND


STRUCK = '<style:style style:name="T1" style:family="text"><style:text-properties ' \
    'style:text-line-through-style="solid"/></style:style>'


STRUCK_STYLES = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="AllGone"><w:rPr><w:dstrike/></w:rPr></w:style>'
)


def struck(before: str, gone: str, after: str) -> dict[str, str | bytes]:
    """A sentence of three pieces, of which the second is struck through, in many formats."""
    through = '<a:r><a:rPr strike="sngStrike"/><a:t>{}</a:t></a:r>'
    line = f"<a:p><a:r><a:t>{before}</a:t></a:r>{through.format(gone)}<a:r><a:rPr/><a:t>{after}" \
        "</a:t></a:r></a:p>"
    text = f'<text:p>{before}<text:span text:style-name="T1">{gone}</text:span>{after}</text:p>'
    run = wordfiles.run
    return {
        "a.html": f"<html lang=en><p>{CALM}<p>{before}<s>{gone}</s>{after}",
        "b.html": f"<html lang=en><p>{CALM}<p>{before}<strike>{gone}</strike>{after}",
        "c.html": f"<html lang=en><p>{CALM}<p>{before}<del>{gone}</del>{after}",
        "d.html": f"<html lang=en><p>{CALM}<p>{before}<span style='text-decoration: line-through'>"
                  f"{gone}</span>{after}",
        "e.html": "<html lang=en><style>.a {text-decoration-line: line-through} a {display: block}"
                  f"</style><p>{CALM}<p>{before}<i class=a>{gone}</i>{after}",
        "a.md": f"{CALM}\n\n{before}~~{gone}~~{after}\n",
        "a.rtf": rtf(f"{before}{{\\strike {gone}}}{after}\\par"),
        "a.docx": wordfiles.word(wordfiles.par(CALM) + wordfiles.par(
            run(before), run(gone, "<w:strike/>"), run(after), run("", '<w:strike w:val="0"/>'),
        )),
        "b.docx": wordfiles.word(wordfiles.par(CALM) + wordfiles.par(
            run(before), run(gone, '<w:rStyle w:val="Gone"/>'), run(after),
        ), {"styles": STRUCK_STYLES}),
        "c.docx": wordfiles.word(wordfiles.par(CALM) + wordfiles.par(
            run(before, '<w:rStyle w:val="Gone"/>'), run(gone),
            run(after, '<w:strike w:val="0"/>'), style="AllGone",
        ), {"styles": STRUCK_STYLES}),
        "a.odt": odtfiles.odt(
            f"<text:p>{CALM}</text:p>{text}",
            f"<office:automatic-styles>{STRUCK}</office:automatic-styles>",
        ),
        "a.pptx": slides(shape(CALM) + shape(line)),
    }


@pytest.mark.parametrize(
    ("before", "gone", "after", "told"),
    [("China ", "fed", " jailed a poet.", FOUND), ("Chi", "x", "na jailed a poet.", FOUND),
     ("", SAID, "", FOUND), ("A calm day. ", SAID, " It rained.", FOUND),
     ("Made in ", "China", " jailed poets speak.", "")],
)
def test_struck_words_stand_beside_their_sentence(before, gone, after, told, capsys) -> None:
    made = struck(before, gone, after)
    assert {name: seen(name, data, capsys) for name, data in made.items()} == dict.fromkeys(
        made, told
    )


def test_a_word_is_changed_beside_struck_ones() -> None:
    made = struck("China ", "fed up", " jailed a poet.")
    for name, reader in (("a.docx", docx), ("a.odt", odt)):
        data, path = made[name], Path(name)
        assert isinstance(data, bytes)
        document = reader.read(path, data)
        (part,) = (one for one in document.parts if one.text.startswith("China"))
        after = reader.write(data, document, [Edit(part.index, 0, 5, "Beijing")])
        texts = [one.text for one in reader.read(path, after).parts]
        assert "Beijing  jailed a poet." in texts and "fed up" in texts


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", "```{literalinclude} {}\n```"), ("a.md", ":::{literalinclude} {}\n:::"),
     ("a.md", "~~~ {literalinclude} {}\n:language: text\n~~~"), ("a.md", "~~~{include} {}\n~~~"),
     ("a.rst", ".. literalinclude:: {}\n   :language: text\n")],
)
def test_a_document_that_is_shown_as_code_is_named(name: str, text: str, capsys) -> None:
    told = 'the file "notes.txt" is shown in it and was not read'
    assert seen(name, f"{CALM}\n\n{text.replace('{}', 'notes.txt')}\n", capsys) == told
    assert seen(name, f"{CALM}\n\n{text.replace('{}', 'notes.py')}\n", capsys) == ""


@pytest.mark.parametrize("field", ["thanks", "question", "answer", "pullquote", "details"])
def test_fields_of_front_matter_that_people_read(field: str, capsys) -> None:
    rows = f"faq:\n  - x: y\n    {field}: {SAID}\n"
    assert seen("a.md", f"---\n{rows}---\n\n{CALM}\n", capsys) == FOUND


def test_no_bar_of_a_sentence_is_a_line_of_verse(capsys) -> None:
    assert seen("a.md", f"{CALM}\n\n| Made in China | Jailed poets |\n", capsys) == ""


DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg"><text x="1">{SAID}</text></svg>'
WORDLESS = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L 9 9"/></svg>'


@pytest.mark.parametrize(("drawing", "told"), [(DRAWING, "a drawing with words was not read"),
                                               (WORDLESS, "")])
def test_a_drawing_in_an_address_is_named_if_it_has_words(drawing, told, capsys) -> None:
    coded = f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
    quoted = f"data:image/svg+xml;utf8,{quote(drawing)}"
    plain = f"data:image/svg+xml,{html.escape(drawing)}"
    pages = [
        *(f"<p>{CALM}<img alt='' src='{one}'>" for one in (coded, quoted, plain)),
        f"<p>{CALM}<object data='{coded}'></object>", f"<p>{CALM}<input type=image src='{quoted}'>",
    ]
    assert [seen("a.html", page, capsys) for page in pages] == [told] * len(pages)
    notes = [f"{CALM} ![]({coded})\n", f"{CALM}\n\n<img src='{quoted}'>\n",
             f"{CALM}\n\n![][a]\n\n[a]: {quoted}\n"]
    assert [seen("a.md", note, capsys) for note in notes] == [told] * len(notes)


def test_the_summary_of_a_table_is_read(capsys) -> None:
    table = "<table summary='{}'><tr><td>x</table>"
    assert seen("a.html", f"<p>{CALM}{table.format(SAID)}", capsys) == FOUND
    assert seen("b.html", f"<p summary='{SAID}'>{CALM}", capsys) == ""


@pytest.mark.parametrize("field", ["text", "content", "label", "byline", "cta-label", "bodyText"])
def test_fields_of_words_in_front_matter_are_read(field: str, capsys) -> None:
    assert seen("a.md", f"---\n{field}: {SAID}\n---\n\n{CALM}\n", capsys) == FOUND
    assert seen("b.md", f"---\nrows:\n  - {field}: {SAID}\n---\n\n{CALM}\n", capsys) == FOUND
