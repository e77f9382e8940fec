"""Slides, e-books, RTF and subtitles: what is read of them, in which order and from where."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from slidefiles import behind, book, slides, table, text

from lintwords import api, readers
from lintwords.errors import CannotRead
from lintwords.model import Document, Kind, Span
from lintwords.readers.rtf.words import DEEPEST

REPORT = "China jailed a poet."
SLIDES = slides(
    text("A calm day", kind="ctrTitle") + text("First point", "Second<a:br/>", kind="body")
    + text("Page foot", kind="ftr") + text("3", kind="sldNum"),
    text("In a box", more='descr="A drawn box"') + table(["One", "Two"], ["Three", ""])
    + "<p:pic><p:nvPicPr><p:cNvPr descr='A street'/></p:nvPicPr></p:pic>"
    + text("Page foot", kind="ftr") + text("Nobody sees it", more='hidden="1"')
    + f"<mc:AlternateContent><mc:Choice>{text('Chosen')}</mc:Choice>"
    f"<mc:Fallback>{text('Old')}</mc:Fallback></mc:AlternateContent>",
    title="Talk",
    links={1: [("notesSlide", "n.xml"), ("slideLayout", "l.xml")],
           2: [("slideLayout", "l.xml"), ("chart", "c.xml"), ("diagramData", "d.xml")]},
    n_xml=behind(text("Say it slowly", kind="body") + text("1", kind="sldNum")),
    l_xml=behind(text("Click to edit", kind="title") + text("Our slogan")),
    c_xml=behind("<c:strCache><c:v>Arrests</c:v></c:strCache><c:numCache><c:v>12</c:v></c:numCache>"
                 "<c:strCache><c:v>Arrests</c:v></c:strCache>"),
    d_xml=behind("<a:p><a:r><a:t>A step</a:t></a:r></a:p>"),
)
RTF = rb"""{\rtf1\ansi\ansicpg1252\deflang1033{\fonttbl{\f0 Arial;}{\f1\fcharset238 Arial CE;}
{\f2\fcharset128 Mincho;}}{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2 Quote;}}
{\info{\title A {\b calm} day}{\author Nobody}}{\header\pard Head\par}
\pard\s1 Back\-ground\par\pard\plain Two{\b words}, caf\'e9 and \u8220?quoted\u8221?
 \{so\}{\v hidden}{\deleted gone}{\*\unknown not read}.{\super\chftn}{\footnote A note.}\line
More\par
{\pard\f1 \'e8\par}{\pard\f2 \'93\'fa\'96\'7b\par}{\pard\uc0 \u-10179 \u-8704 \par}
\pard\s2 A quotation\par\pard{\listtext 1.\tab}An item\par
\trowd\pard\intbl One\cell Two\par Three\cell\row\pard\intbl Four\cell\cell\row
\pard{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}{\shp{\*\shpinst{\sp{\sn wzDescription}
{\sv A street}}{\shptxt\pard In a box\par}}{\shprslt old}}{\*\bkmkstart b}\bin3 {{{ end\par
{\pard\lang1036 Une ligne\par}{\upr{ansi}{\*\ud{Unicode}}}}trailing"""
WEB = """WEBVTT - A film
Kind: captions

NOTE
China jailed nobody in this note.

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start
<v Ann>China &amp; its
<i>neighbours</i>

00:02.000 --> 00:03.000
met here<00:02.500> on Monday.

00:03.000 --> 00:04.000
<v Bob>So they did.
- And you?
- Not me.
"""
FILM = """1\r
00:00:01,000 --> 00:00:02,000\r
{\\an8}The officials\r
of the town\r
\r
2\r
00:00:02,500 --> 00:00:04,000 X1:10\r
met 3 < 4 times.\r
5\r
00:00:04,000 --> 00:00:05,000\r
2024\r
\r
was a long year.\r
"""


def placed(document: Document) -> list[tuple[str, str, str]]:
    """Text, kind and place of each segment."""
    return [
        (one.text, one.kind.name, document.parts[one.map.runs[0].piece.part].place)
        for one in document.segments
    ]


def test_slides_are_read_in_their_order_with_what_stands_beside_them() -> None:
    document = readers.read(Path("a.pptx"), SLIDES)
    assert placed(document) == [
        ("Talk", "TITLE", "title of the document"),
        ("A calm day", "HEADING", "slide 1, paragraph 1"),
        ("First point", "ITEM", "slide 1, paragraph 2"),
        ("Second", "ITEM", "slide 1, paragraph 3"),
        ("Page foot", "PROSE", "slide 1, paragraph 4"),
        ("Say it slowly", "PROSE", "slide 1, notes"),
        ("A drawn box", "CAPTION", "slide 2, alt text of a shape"),
        ("In a box", "PROSE", "slide 2, paragraph 1"),
        ("One", "CELL", "slide 2, table 1, row 1, column 1"),
        ("Two", "CELL", "slide 2, table 1, row 1, column 2"),
        ("Three", "CELL", "slide 2, table 1, row 2, column 1"),
        ("A street", "CAPTION", "slide 2, alt text of picture 1"),
        ("Chosen", "PROSE", "slide 2, paragraph 2"),
        ("Arrests", "CELL", "slide 2, chart 1"),
        ("A step", "PROSE", "slide 2, diagram 1"),
        ("Our slogan", "PROSE", "slide layout 1"),
    ]
    assert document.unread == ()


@pytest.mark.parametrize("suffix", [".pptx", ".PPTM", ".ppsx", ".potx"])
def test_slides_of_every_name_are_only_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(slides(text("Calm."), text("China jailed a poet.")))
    report = api.check([tmp_path])
    assert [(one.at.place, one.text) for one in report.findings] == [("slide 2", "China")]
    assert readers.only_read(readers.read(path, path.read_bytes()))


def test_the_language_of_slides_is_that_of_most_letters() -> None:
    mark = '<a:p><a:r><a:rPr lang="{}"/><a:t>{}</a:t></a:r></a:p>'
    body = text(mark.format("en-GB", "A long line of text"), mark.format("fr-FR", "Une ligne"))
    document = readers.read(Path("a.pptx"), slides(body))
    assert document.lang == "en-GB"
    assert [one.lang for one in document.segments] == [None, "fr-FR"]


def test_a_book_is_read_chapter_by_chapter() -> None:
    head = "<dc:title>A book</dc:title><dc:language>en</dc:language>" \
        "<dc:description>&lt;p>About &amp;amp; so on&lt;/p></dc:description>"
    first = "<h1>One</h1><p>China <i>jailed</i> a poet.</p><p>More</p>"
    data = book(first, "<p>Two &amp; three</p>", head=head)
    document = readers.read(Path("a.epub"), data)
    assert placed(document) == [
        ("A book", "TITLE", "title of the book"),
        ("About & so on", "TITLE", "title of the book"),
        ("One", "HEADING", "chapter 1, paragraph 1"),
        ("China jailed a poet.", "PROSE", 'chapter 1, paragraph 2 ("One")'),
        ("More", "PROSE", 'chapter 1, paragraph 3 ("One")'),
        ("Two & three", "PROSE", "chapter 2, paragraph 1"),
    ]
    assert document.lang == "en" and document.unread == ()
    part = document.parts[3].text
    assert part == "China <i>jailed</i> a poet."
    assert [part[one.start : one.end] for one in document.segments[3].map.to_source(Span(0, 12))] \
        == ["China ", "jailed"]


LOCKS = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="{}"/>' \
    "</encryption>"


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ('<link rel="stylesheet" href="../in/a%20b.css"/>', "THE LETTER came late"),
        ('<link rel="stylesheet" href="gone.css"/>', "the lettercame late"),
        ('<link href="c%200.xhtml"/>', "the lettercame late"),
    ],
)
def test_a_style_sheet_of_a_book_holds_for_the_chapters_that_link_to_it(
    link: str, text: str
) -> None:
    sheet = ".k { text-transform: uppercase } .l { display: block }"
    chapter = f'{link}<p><b class="k">the letter</b><b class="l">came</b> late</p>'
    document = readers.read(Path("a.epub"), book(chapter, **{"in/a b_css": sheet}))
    assert [one.text for one in document.segments] == [text]


def test_pages_that_only_a_link_leads_to_are_read_in_any_encoding_and_by_any_prefix() -> None:
    page = '<html xmlns:h="http://www.w3.org/1999/xhtml"><h:a href="gone.xhtml">on</h:a></html>'
    linked = {"in/gone_xhtml": f"<p>{REPORT}</p>"}
    utf16 = page.replace("h:a", "a").encode("utf-16")
    for first in (page.encode(), utf16):
        data = book("<p>x</p>", **linked, **{"in/c 0_xhtml": first})
        assert REPORT in [one.text for one in readers.read(Path("a.epub"), data).segments]


def test_a_diagram_is_read_as_listed_and_as_drawn() -> None:
    drawn = behind(text("A step") + text(REPORT))
    body, links = text("Calm."), [("diagramData", "d.xml"), ("diagramDrawing", "e.xml")]
    data = slides(body, links={1: links}, d_xml=behind(text("A step")), e_xml=drawn)
    assert placed(readers.read(Path("a.pptx"), data)) == [
        ("Calm.", "PROSE", "slide 1"), ("A step", "PROSE", "slide 1, diagram 1"),
        (REPORT, "PROSE", "slide 1, drawing"),
    ]


def test_a_line_end_inside_a_text_and_a_field_of_words() -> None:
    field = '<a:p><a:fld type="{}"><a:t>words</a:t></a:fld></a:p>'
    data = slides(text("China_x000B_jailed him.", field.format("slidenumNO"),
                       *map(field.format, ("slidenum", "datetime1", "datetimeFigureOut"))))
    found = [one.text for one in readers.read(Path("a.pptx"), data).segments]
    assert found == ["China jailed him.", "words"]


def test_a_locked_book_is_refused_and_locked_fonts_are_no_matter() -> None:
    locks = {"META-INF/encryption_xml": LOCKS.format("in/c%200.xhtml")}
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.epub"), book("<p>a</p>", **locks))
    assert "It is locked (DRM)" in trouble.value.hint
    fonts = {"META-INF/encryption_xml": LOCKS.format("in/font.otf")}
    assert readers.read(Path("a.epub"), book("<p>a</p>", **fonts)).segments


def test_rtf_is_read_with_its_places_and_signs() -> None:
    document = readers.read(Path("a.rtf"), RTF)
    assert placed(document) == [
        ("A calm day", "TITLE", "title of the document"),
        ("Back\xadground", "HEADING", "paragraph 1"),
        ("Twowords, café and “quoted” {so}. More", "PROSE", 'paragraph 2 ("Back\xadground")'),
        ("č", "PROSE", 'paragraph 3 ("Back\xadground")'),
        ("日本", "PROSE", 'paragraph 4 ("Back\xadground")'),
        ("\U0001f600", "PROSE", 'paragraph 5 ("Back\xadground")'),
        ("A quotation", "PROSE", 'paragraph 6 ("Back\xadground")'),
        ("An item", "ITEM", 'paragraph 7 ("Back\xadground")'),
        ("One", "CELL", "table 1, row 1, column 1"),
        ("Two", "CELL", "table 1, row 1, column 2, paragraph 1"),
        ("Three", "CELL", "table 1, row 1, column 2, paragraph 2"),
        ("Four", "CELL", "table 1, row 2, column 1"),
        ("A street", "CAPTION", "alt text of picture 1"),
        ("In a box", "PROSE", "text box 1"),
        ("a link end", "PROSE", 'paragraph 8 ("Back\xadground")'),
        ("Une ligne", "PROSE", 'paragraph 9 ("Back\xadground")'),
        ("Unicode", "PROSE", 'paragraph 10 ("Back\xadground")'),
        ("A note.", "PROSE", "footnote 1"),
        ("Head", "PROSE", "header"),
    ]
    assert document.lang == "en-US"
    assert [one.text for one in document.segments if one.lang == "fr-FR"] == ["Une ligne"]
    assert [one.text for one in document.segments if one.quoted] == ["A quotation"]
    assert document.unread == ()


def test_small_letters_that_are_shown_as_capitals_are_read_so() -> None:
    rtf = rb"{\rtf1 {\caps the china} of {\scaps poets\plain  a}{\caps Ab\caps0  c}}"
    assert [one.text for one in readers.read(Path("a.rtf"), rtf).parts] == [
        "THE CHINA of POETS aAb c"
    ]
    run = '<a:p><a:r><a:rPr cap="{}"/><a:t>the china</a:t></a:r></a:p>'
    data = slides(text(run.format("all"), run.format("small"), run.format("none")))
    document = readers.read(Path("a.pptx"), data)
    assert [one.text for one in document.parts] == ["THE CHINA", "THE CHINA", "the china"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "no RTF file", id="empty"),
        pytest.param(b"Words", "no RTF file", id="a text"),
        pytest.param(b"{\\rtf1" + b"{" * (DEEPEST + 1), "levels deep", id="deep"),
    ],
)
def test_what_is_no_rtf_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.rtf"), data)
    assert said in trouble.value.hint


def test_signs_after_a_number_are_left_out_as_many_as_are_said() -> None:
    data = rb"{\rtf1 {\uc2\u233 \'c3\'a9a}\u233 ?b\u233\rquote c\u233\par d{\uc0\u233 e}}"
    document = readers.read(Path("a.rtf"), data)
    assert [one.text for one in document.segments] == ["éaébécé", "dée"]


def test_cues_are_joined_to_sentences() -> None:
    document = readers.read(Path("a.vtt"), WEB.encode())
    assert [one.text for one in document.segments] == [
        "China & its neighbours met here on Monday.", "So they did.", "And you?", "Not me.",
    ]
    document = readers.read(Path("a.srt"), FILM.encode())
    assert [one.text for one in document.segments] == [
        "The officials of the town met 3 < 4 times.", "2024 was a long year.",
    ]
    assert {one.kind for one in document.segments} == {Kind.PROSE}


def test_a_finding_in_subtitles_has_its_line_and_no_fix(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nIn 2019\n\n"
                    "00:02.000 --> 00:03.000\nChina jailed a poet.\n")
    (finding,) = api.check([tmp_path]).findings
    assert (finding.text, finding.at.line, finding.at.column) == ("China", 7, 1)
    assert finding.sentence.text == "In 2019 China jailed a poet."
    assert not any(fix.safe for fix in finding.fixes)


def test_no_spoilt_head_hangs_a_reader() -> None:
    chance = random.Random(1)
    for name, data in (("a.rtf", RTF), ("a.vtt", WEB.encode()), ("a.srt", FILM.encode())):
        refused = 0
        for _ in range(60):
            spoilt = bytearray(data)
            for _ in range(5):
                spoilt[chance.randrange(len(spoilt))] = chance.choice(b"{}\\<>-:\n u'9\x00\xff")
            try:
                document = readers.read(Path(name), bytes(spoilt))
            except CannotRead:
                refused += 1
                continue
            for one in document.segments:
                assert "".join(one.text[run.start : run.end] for run in one.map.runs) == one.text
        assert refused < 45, name
