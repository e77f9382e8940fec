"""HTML: what a browser shows, where it stands, and what never shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords import readers
from lintwords.model import Document, Kind, Span, hull
from lintwords.readers.html.style_words import MOST

PROSE, ITEM, HEADING, CELL = Kind.PROSE, Kind.ITEM, Kind.HEADING, Kind.CELL
TITLE, CAPTION = Kind.TITLE, Kind.CAPTION


def read(source: str) -> Document:
    return readers.read(Path("a.html"), source.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>the <b>Chi</b>na", "the China", id="inline tags join"),
        pytest.param("<p> the\r\n\t Chinese  x ", "the Chinese x", id="white space"),
        pytest.param("the <b> Chinese</b> x", "the Chinese x", id="white space over a tag"),
        pytest.param("the\u00a0Chinese&nbsp; x", "the\u00a0Chinese\u00a0 x", id="no-break space"),
        pytest.param("A&amp;B &lt &#67;hin&#x61;", "A&B < China", id="references"),
        pytest.param("&notit; &nope; & &#; &copy2", "¬it; &nope; & &#; ©2", id="odd references"),
        pytest.param("1 < 2 <3 a<", "1 < 2 <3 a<", id="mere characters"),
        pytest.param("a <code>b <i>c</i></code> d", "a ￼ d", id="inline code"),
        pytest.param("a <svg/> <img src=x> d", "a ￼ d", id="self-closed svg leaves nothing"),
        pytest.param("a <span translate='NO'>b</span> d", "a b d", id="translate=no"),
        pytest.param("a<span hidden>b<b>c</b></span> d", "a d", id="hidden"),
        pytest.param("a<script>'<b>'</script><!-- > -->b<!-->c<!x>d<?e?>", "abcd", id="unseen"),
        pytest.param("so <q>x <q>y</q></q>", "so “x “y””", id="q"),
        pytest.param("<x-y z='>'>a</x-y>", "a", id="custom element, > in a value"),
        pytest.param("x<sup><a>[1]</a></sup> y<sup>th</sup>", "x yth", id="mark of a note"),
        pytest.param("x<sup>1,2</sup> y<sup>1</sup>,<sup>2</sup> z<sup>a, b</sup>", "x y z",
                     id="marks of two notes"),
        pytest.param("<p style='Text-Transform: uppercase'>the small <i>words &eacute;</i>",
                     "THE SMALL WORDS É", id="small letters that are shown as capitals"),
        pytest.param("<b style='font-variant-caps:all-small-caps'>a <i style='font-variant:normal'>"
                     "b</i></b> c", "A b c", id="capitals, but for a word"),
        pytest.param("<style>p::first-letter{font-variant:small-caps}</style><p>a <b>two</b> B",
                     "A two B", id="a first letter that is shown as a capital"),
        pytest.param("<b style=\"font-feature-settings:'smcp','c2sc'\">a b</b> c", "A B c",
                     id="small capitals of a font"),
        pytest.param("<b style=\"font-feature-settings:'smcp' 0\">a b</b> c", "a b c",
                     id="small capitals that are off"),
        pytest.param("<b style=text-transform:capitalize>two words</b>", "Two Words",
                     id="a capital a word"),
        pytest.param("<b style=text-transform:uppercase>Two words</b>", "Two words",
                     id="words with a capital of their own stay"),
        pytest.param("<style>/* } */ .b, NAV .head > a{color:red;Text-Transform:uppercase}</style>"
                     "<a>one</a> <a class='x b'>two</a>", "ONE TWO", id="a style sheet"),
        pytest.param("<style>.b{text-transform:uppercase}@media x{#c{text-transform:none}}</style>"
                     "<b class=b>one <i id=c>two</i> <i>three</i></b>", "ONE two THREE",
                     id="the heavier rule of a sheet"),
        pytest.param("<style>b:hover,b::before,i.c[x]{text-transform:uppercase}</style><b>one</b>"
                     " <i class=c>two</i>", "one two", id="states and made-up elements"),
        pytest.param("<style>.b{text-transform:uppercase}</style><b class=b style="
                     "text-transform:none>one</b>", "one", id="the element's own style"),
        pytest.param("<style>.b{display:none}</style>one <b class=b>two</b>", "one two",
                     id="what a style sheet hides is read"),
        pytest.param("<b>C</b>hina <b>you</b>th <i>Mc</i><b>K</b>ay", "China youth Mc Kay",
                     id="a capital or small letters inside a word"),
        pytest.param("H<b>O</b> B<b>BC</b> US<b>A</b> USA<b>I</b> a<b>B</b>", "HO BBC USA USAI aB",
                     id="capitals inside a word"),
        pytest.param("<span>News</span>Letters <a>Home</a><a>Élan</a>", "News Letters Home Élan",
                     id="an element that begins with a capital"),
        pytest.param("<b>NEWS</b>Letters <b>3</b><b>May</b> <b>4</b>A", "NEWS Letters 3 May 4A",
                     id="a word after capitals or figures"),
        pytest.param("<i class=x-icons>mail</i>Letters came", "mail Letters came", id="an icon"),
        pytest.param("news<!-- -->Letters Mac<wbr>Book", "newsLetters MacBook",
                     id="a comment is no edge"),
        pytest.param("<h2>Letters<b style='Display: block'>came late</b>Today</h2>",
                     "Letters came late Today", id="lines of a heading"),
        pytest.param("<style>.k{display:flex;color:red}</style><p>letters<b class=k>came</b>late",
                     "letters came late", id="a sheet sets a line apart inside a sentence"),
        pytest.param("<p style='display:flex'><b>the</b><b>letters</b>", "the letters",
                     id="what stands in a flexible box"),
        pytest.param("<style>.k{display:block}#i{display:inline}</style>"
                     "<b class=k id=i>the</b>se", "these", id="the last word of a style"),
        pytest.param("China<wbr>town so\u00adft", "Chinatown so\u00adft", id="wbr, soft hyphen"),
        pytest.param("see http://a.b/c", "see http://a.b/c", id="an address stays"),
        pytest.param("<title>a <b> &amp; c</title>", "a <b> & c", id="no tags in a title"),
        pytest.param("a<a href=x/>b</a >c</>d", "abcd", id="odd tags"),
    ],
)
def test_a_block_reads_as_a_browser_shows_it(source: str, text: str) -> None:
    (segment,) = read(source).segments
    assert segment.text == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<script>China</script><style>China</style>", [], id="script, style"),
        pytest.param("<pre> <code>China</code></pre><template>China</template>", [],
                     id="pre, template"),
        pytest.param("<xmp>a <b>China</b></xmp>", [], id="xmp with tags is a sample"),
        pytest.param("<xmp>a\n\nb</xmp>c", [(PROSE, "a"), (PROSE, "b"), (PROSE, "c")], id="xmp"),
        pytest.param("<select><option>a<option>b</select>c",
                     [(PROSE, "￼c"), (CAPTION, "a"), (CAPTION, "b")], id="choices"),
        pytest.param("a<plaintext>b c", [(PROSE, "a"), (PROSE, "b c")], id="plaintext"),
        pytest.param("<select><optgroup label=a><option label=b>c</select>",
                     [(CAPTION, "a"), (CAPTION, "b"), (CAPTION, "c")], id="labels of choices"),
        pytest.param("<image alt=a>", [(CAPTION, "a")], id="another name for img"),
        pytest.param("<textarea>a<b></textarea>", [(PROSE, "a<b>")], id="textarea"),
        pytest.param("<div hidden><p>China<div>x</div></div>", [], id="hidden block"),
        pytest.param("<meta name=author content=China><a href=China>", [], id="attributes"),
        pytest.param("<!-- China", [], id="comment never closed"),
        pytest.param("<a x='China", [], id="tag never closed"),
        pytest.param("A<br>B<hr>c", [(PROSE, "A"), (PROSE, "B"), (PROSE, "c")], id="br, hr"),
        pytest.param(
            "a<br>b <br/>\n<b>c</b><br>1<br>D", [(PROSE, "a b c"), (PROSE, "1"), (PROSE, "D")],
            id="br inside a sentence",
        ),
        pytest.param("<h1>China<br>Jails</h1>", [(HEADING, "China Jails")], id="br in a heading"),
        pytest.param(
            "a <ruby>Chi<rp>(</rp><rt>b</rt><rp>)</rp>na<rt>c <i>d</i></ruby> e",
            [(PROSE, "a China e"), (CAPTION, "b"), (CAPTION, "c d")], id="ruby",
        ),
        pytest.param(
            "<ruby>Chi<rt>b<rb>na<rt>c<rp>no</ruby> e",
            [(PROSE, "China e"), (CAPTION, "b"), (CAPTION, "c")], id="ruby without end tags",
        ),
        pytest.param(
            "<svg><text><![CDATA[a > b]]>c</text></svg><p>d <![CDATA[no > e]]>",
            [(CAPTION, "a > bc"), (PROSE, "d e]]>")], id="CDATA in a drawing",
        ),
        pytest.param("<p hidden>a<p>b", [(PROSE, "b")], id="hidden ends with its paragraph"),
        pytest.param("<p><code>a<p>b", [(PROSE, "b")], id="code ends with its paragraph"),
        pytest.param(
            "<ul><li>a<ul><li>b</ul><li>c</ul>d",
            [(ITEM, "a"), (ITEM, "b"), (ITEM, "c"), (PROSE, "d")],
            id="list",
        ),
        pytest.param(
            "<table><caption>n<tr><th>a<td>b<tr><td><p>c</table>d",
            [(CAPTION, "n"), (CELL, "a"), (CELL, "b"), (CELL, "c"), (PROSE, "d")],
            id="table",
        ),
        pytest.param(
            "<h2>a</h2><figure><img alt='b &amp; c'><figcaption>d</figure>",
            [(HEADING, "a"), (CAPTION, "b & c"), (CAPTION, "d")],
            id="captions",
        ),
        pytest.param(
            "<p>a <img alt=b title=c> d",
            [(PROSE, "a ￼ d"), (CAPTION, "b"), (CAPTION, "c")],
            id="words in attributes follow",
        ),
        pytest.param(
            "<title>a</title><meta property=OG:title content='b  c'><meta content=no>",
            [(TITLE, "a"), (TITLE, "b c")],
            id="head",
        ),
        pytest.param(
            "<button aria-label='a'>b</button>", [(PROSE, "b"), (CAPTION, "a")], id="label"
        ),
        pytest.param("<p>a<template><p>x</p></p></template>b", [(PROSE, "ab")], id="template"),
        pytest.param("<div><b>a</div>b</b>c", [(PROSE, "a"), (PROSE, "bc")], id="crossed tags"),
        pytest.param("</p></div></b>a</td>", [(PROSE, "a")], id="stray end tags"),
    ],
)
def test_segments(source: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(s.kind, s.text) for s in read(source).segments] == expected


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<svg><circle/><p>a</svg>", "a"),
        ("<svg><style>x{}</style><p>a</svg>", "a"),
        ("<svg></p>a</svg>", "a"),
        ("<math><svg><div>a", "a"),
        ("<math><style></math><p>a</p></style>", "a"),
        ("<svg><title>a<p>b</title></svg>c", "￼c a b"),
        ("<table hidden>a<tr><td>no</table>", "a"),
        ("<table hidden><p>a<b>b</b></p><tr><td>no</table>c", "ab c"),
        ("<table><tr hidden>a<td>no</table>b", "a b"),
        ("<div hidden><table>no<p>no</table></div>b", "b"),
        ("<table><form hidden><tr><td>a</table>", "a"),
        ("<table><dd hidden><tr><td>a</table>", "a"),
        ("<td hidden>a", "a"),
        ("<a hidden>x<a>a</a>", "a"),
        ("<button hidden>x<button>a</button>", "a"),
        ("<nobr hidden>x<nobr>a", "a"),
        ("<h1 hidden>x</h2>a", "a"),
        ("<select hidden>x<input>a", "a"),
        ("<noscript><style>x</noscript><p>a", "a"),
        ("<p hidden style='color: red; display:block'>a", "a"),
        ("<p hidden style='display: none'>a</p>", ""),
        ("&#x00000000061;&#00000000000000000000098;", "ab"),
    ],
)
def test_what_a_browser_moves_out_of_the_unseen_is_read(source: str, shown: str) -> None:
    assert " ".join(s.text for s in read(source).segments) == shown


def test_names_for_words_that_a_page_declares_are_named() -> None:
    source = b'<!DOCTYPE html [<!ENTITY c "China">]><html><body>&c; jailed a poet.</body></html>'
    (unread,) = readers.read(Path("a.xhtml"), source).unread
    assert unread.what == "words for which it declares names were not read"
    assert not readers.read(Path("a.html"), source).unread


def test_languages_and_quotations() -> None:
    document = read(
        "<html lang=en><body><p>a<p lang=fr>b <i lang=de>c</i><p>d"
        "<blockquote lang=zh><p>e</blockquote>f"
    )
    assert document.lang == "en"
    assert [(s.text, s.lang, s.quoted) for s in document.segments] == [
        ("a", None, False),
        ("b c", "fr", False),
        ("d", None, False),
        ("e", "zh", True),
        ("f", None, False),
    ]


@pytest.mark.parametrize(
    ("source", "words", "slices"),
    [
        pytest.param("<p>the\r\n <b>Chi</b>na", "the China", ["the", "\r\n ", "Chi", "na"]),
        pytest.param("é😀 &#67;hina", "China", ["&#67;", "hina"], id="reference"),
        pytest.param("AT&ampT", "&T", ["&amp", "T"], id="reference without semicolon"),
        pytest.param("<q>a</q>", "“a”", ["<q>", "a", "</q>"], id="q"),
        pytest.param("a <code>x</code> b", "￼", ["<code>x</code>"], id="code"),
        pytest.param("<img alt='é &lt; China'>", "é < China", ["é ", "&lt;", " China"], id="alt"),
        pytest.param('<i title="a&copy=b">', "a&copy=b", ["a&copy=b"], id="no reference here"),
    ],
)
def test_words_lead_back_to_source(source: str, words: str, slices: list[str]) -> None:
    document = read(source)
    (segment,) = (s for s in document.segments if words in s.text)
    at = segment.text.index(words)
    pieces = segment.map.to_source(Span(at, at + len(words)))
    assert [document.source[piece.start : piece.end] for piece in pieces] == slices


def test_xhtml_may_close_any_element_at_once() -> None:
    source = "<p><script src='x'/>China <a id='y'/>acts</p>"
    document = readers.read(Path("a.xhtml"), source.encode())
    assert [s.text for s in document.segments] == ["China acts"]


@pytest.mark.parametrize(
    "unit",
    ["<a ", "<!--", '<a x="', "<a x= ", "<a x=\"y' z='", "&", "&a", "&#", "<", "</", "<!", "<?",
     "<p>", "<script>", "<title>", "<div>", "<b><li>", "<li>", "<code>", "<code><p>", "<svg>",
     "<svg><p>", "<math><svg>", "<table hidden>a", "<table hidden><b>",
     "<noscript><style></noscript>", "<a hidden>", "<xmp><", "<xmp>", "<q>", "<table><td>",
     "<i><p></i>", "<sup>1</sup>", "<i title=a>", "<select><option>", "  \n"],
)
def test_large_hostile_text_is_read(unit: str) -> None:
    source = unit * (100_000 // len(unit))
    assert read(source).source == source


def test_of_thousands_of_rules_for_an_element_those_are_asked_that_speak_last() -> None:
    from lintwords.readers.html.stylesheets import Sheet
    from lintwords.readers.html.tags import read_tag

    rules = "".join(f".a{n} b{{text-transform:uppercase;x:{n}}}" for n in range(900))
    sheet = Sheet(f"<style>b{{display:block}}{rules}b{{text-transform:none}}</style>")
    tag = read_tag("<b>", 0)
    assert tag is not None
    assert sheet.styles(tag, "<b>") == ("display:block", "text-transform:none")
    own = '<b style="display: inline">'
    assert sheet.styles(read_tag(own, 0), own)[-1] == "display: inline"


def test_words_that_a_sheet_puts_on_the_page_are_read() -> None:
    source = (
        "<style>/* content: 'not this' */ p::before{color:red;content:\"Two words\"}"
        "p::after{content:'\\41 n' \"end\"} i::before{content:'\\f101'} .content{top:0}</style>"
        "<p>One."
    )
    document = readers.read(Path("a.html"), source.encode())
    assert [segment.text for segment in document.segments] == ["One.", "Two words", "An", "end"]
    place = hull(document.segments[1].map.to_source(Span(0, 9)))
    assert source[place.start : place.end] == "Two words"
    assert document.is_locked(0, place.start, place.end)


@pytest.mark.parametrize(("more", "unread"), [(0, 0), (1, 1)])
def test_what_is_left_of_many_words_of_styles_is_said(more: int, unread: int) -> None:
    sheet = "p::before{content:'Ay'}" * (MOST + more)
    document = readers.read(Path("a.html"), f"<style>{sheet}</style><p>One.".encode())
    assert (len(document.segments), len(document.unread)) == (MOST + 1, unread)
