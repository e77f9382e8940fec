"""OpenDocument texts: each place that a person reads, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from odtfiles import NAMES, odt

from lintwords import api, readers
from lintwords.errors import CannotRead
from lintwords.model import Document, Kind, Unread
from lintwords.readers.odt import writer

BODY = """
<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>
<text:h>Background</text:h>
<text:p>The <text:span>Ruri</text:span>tanian<text:s text:c="2"/>navy<text:line-break/>sailed.
  <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
  <text:note-body><text:p>A note.</text:p></text:note-body></text:note>
  <office:annotation><text:p>A comment.</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>An item.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>One.</text:p></table:table-cell>
<table:table-cell><text:p>Two.</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>
<draw:image/><svg:desc>A harbour.</svg:desc></draw:frame>Last.</text:p>
"""


def read(data: bytes) -> Document:
    return readers.read(Path("a.odt"), data)


def test_every_place_is_read_and_named() -> None:
    styles = f"<office:document-styles {NAMES}><style:header><text:p>Top.</text:p></style:header>" \
        "</office:document-styles>"
    meta = f"<office:document-meta {NAMES}><dc:title>Title.</dc:title></office:document-meta>"
    document = read(odt(BODY, styles_xml=styles, meta_xml=meta))
    assert [(part.place, " ".join(part.text.split())) for part in document.parts] == [
        ("title of the document", "Title."), ("paragraph 1", "Background"),
        ('paragraph 2 ("Background")', "The Ruritanian navy sailed."),
        ('paragraph 3 ("Background")', "An item."), ("table 1, row 1, column 1", "One."),
        ("table 1, row 1, column 2", "Two."), ('paragraph 4 ("Background")', "Last."),
        ("text box 1", "In a box."), ("alt text of picture 1", "A harbour."),
        ("footnote 1", "A note."), ("header", "Top."),
    ]


def test_maps_lead_back_to_the_paragraph() -> None:
    document = read(odt(BODY))
    for segment in document.segments:
        for start, end, piece in segment.map.runs:
            if piece.verbatim:
                part = document.parts[piece.part]
                assert part.text[piece.start : piece.end] == segment.text[start:end]


def test_a_finding_names_its_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(odt("<text:p>x</text:p><text:p>China jailed a poet.</text:p>"))
    (finding,) = api.check([tmp_path]).findings
    assert (finding.at.place, finding.words) == ("paragraph 2", "China")
    assert finding.fixes[0].safe


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"no zip", "no zip file"),
        (odt("<text:p>"), "damaged"),
        (odt("<text:p>&x;</text:p>"), "damaged"),
        (odt(BODY, **{"META-INF/manifest_xml": "<encryption-data/>"}), "password"),
        (odt(BODY).replace(b"content.xml", b"kontent.xml"), "no text in it"),
        (odt("<text:span>" * 600 + "</text:span>" * 600), "levels deep"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        read(data)
    assert words in trouble.value.hint


def test_the_same_places_as_in_a_word_file() -> None:
    body = "<text:p/><text:h>One</text:h><text:p>a</text:p><text:p> </text:p><text:h>Two</text:h>"
    assert [part.place for part in read(odt(body)).parts] == [
        "paragraph 1", 'paragraph 2 ("One")', "paragraph 3",
    ]


def test_a_shape_is_a_text_box_once_there_is_text_in_it() -> None:
    body = "<text:p>a<draw:line><text:p/></draw:line><draw:custom-shape><text:p/>" \
        "<text:p>b</text:p></draw:custom-shape><draw:rect/></text:p>"
    places = [(part.place, part.text) for part in read(odt(body)).parts]
    assert places == [("paragraph 1", "a"), ("text box 1", "b")]


def test_a_style_can_make_a_heading() -> None:
    style = '<office:automatic-styles><style:style style:family="paragraph" style:name="P9" ' \
        'style:parent-style-name="H"/></office:automatic-styles>'
    named = f'<a {NAMES}><style:style style:family="paragraph" style:name="H" ' \
        'style:display-name="Heading 2"/></a>'
    body = '<text:p text:style-name="P9">One</text:p><text:p>a</text:p>'
    document = read(odt(body, style, styles_xml=named))
    assert [part.place for part in document.parts] == ["paragraph 1", 'paragraph 2 ("One")']


def test_cells_that_stand_for_several_are_counted() -> None:
    cells = '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>c' \
        "</text:p><text:p>d</text:p></table:table-cell>"
    body = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert [part.place for part in read(odt(body)).parts] == [
        "table 1, row 1, column 3, paragraph 1", "table 1, row 1, column 3, paragraph 2",
    ]


STYLES = """<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:language="fr"
  fo:country="FR"/></style:style></office:automatic-styles>"""
NAMED = f"""<office:document-styles {NAMES}><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="en"
  fo:country="GB"/></style:default-style>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/></office:styles>
</office:document-styles>"""


def test_styles_tell_quotations_titles_and_languages() -> None:
    body = '<text:p text:style-name="P1">a</text:p><text:p text:style-name="P2">b</text:p>' \
        '<text:p><text:span text:style-name="T1">bonjour </text:span>c</text:p>'
    document = read(odt(body, STYLES, styles_xml=NAMED))
    assert document.lang == "en-GB"
    assert [(s.text, s.kind, s.lang, s.quoted) for s in document.segments] == [
        ("a", Kind.PROSE, None, True), ("b", Kind.HEADING, None, False),
        ("bonjour c", Kind.PROSE, "fr-FR", False),
    ]


def test_what_is_not_read_is_named() -> None:
    body = '<text:p>a<draw:object xlink:href="./O 1"/><draw:object xlink:href="./O 2"/>' \
        '<draw:object xlink:href="./O 3"/></text:p>'
    kinds = {"O 1/": "chart", "O 2/": "formula", "O 3/": "text"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="application/vnd.oasis.opendocument.{kind}"/>'
        for name, kind in kinds.items()
    )
    listed = f"<manifest:manifest {NAMES}>{entries}</manifest:manifest>"
    found = read(odt(body, **{"META-INF/manifest_xml": listed}))
    assert found.unread == (
        Unread("chart", "1 chart was not read"),
        Unread("attachment", "1 embedded object was not read"),
    )


SAID = "China jailed the poet."
HIDDEN = """<office:automatic-styles>
<style:style style:name="T9" style:family="text" style:parent-style-name="Hid"/>
<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/>
</style:style><style:style style:name="P9" style:family="paragraph"><style:text-properties
text:display="none"/></style:style></office:automatic-styles>"""
DECLARED = '<text:user-field-decls><text:user-field-decl text:name="u" ' \
    f'office:string-value="{SAID}"/></text:user-field-decls>'


def words(data: bytes) -> list[str]:
    return [part.text for part in read(data).parts]


@pytest.mark.parametrize(
    ("looks", "body", "texts"),
    [
        pytest.param('text:display="true"', '<text:p text:style-name="P9">no <text:span '
                     'text:style-name="X">A</text:span> no</text:p>', ["A"],
                     id="seen inside what is hidden"),
        pytest.param('text:display="true"', '<text:p>A<text:span text:style-name="T9"> no '
                     '<text:span text:style-name="X">b</text:span></text:span></text:p>', ["Ab"],
                     id="seen inside hidden letters"),
        pytest.param('text:display="true"', '<text:p text:style-name="P9">no</text:p>', [],
                     id="hidden where others are seen"),
        pytest.param('fo:text-transform="uppercase"', '<text:p>a <text:span text:style-name="X">b '
                     '&amp; c</text:span></text:p>', ["a B & C"], id="shown as capitals"),
        pytest.param('fo:font-variant="small-caps"', '<text:p><text:span text:style-name="X">Ab c'
                     '</text:span></text:p>', ["Ab c"], id="a capital of its own"),
        pytest.param('fo:text-transform="none"', '<text:p><text:span text:style-name="X">ab'
                     '</text:span></text:p>', ["ab"], id="not transformed"),
    ],
)
def test_what_a_style_shows(looks: str, body: str, texts: list[str]) -> None:
    style = f'<style:style style:name="X" style:family="text"><style:text-properties {looks}/>' \
        "</style:style></office:automatic-styles>"
    data = odt(body, HIDDEN.replace("</office:automatic-styles>", style))
    document = read(data)
    assert [part.text for part in document.parts] == texts
    assert writer.write(data, document, []) == data  # it is read in the same way


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(f'{DECLARED}<text:p>A <text:user-field-get text:name="u">b'
                     "</text:user-field-get> c</text:p>", [f"A {SAID} c"],
                     id="a field shows its variable"),
        pytest.param(f'{DECLARED}<text:p>A <text:user-field-get text:name="u" text:display="none"'
                     ">b</text:user-field-get>c</text:p>", ["A c"], id="a field that is not shown"),
        pytest.param('<text:p>A <text:user-field-get text:name="x">b</text:user-field-get>'
                     "</text:p>", ["A b"], id="a field whose variable is not told"),
        pytest.param(f'<text:p>A<text:variable-set text:name="v" office:string-value="{SAID}" '
                     'text:display="none">x</text:variable-set>. <text:variable-get '
                     'text:name="v"/></text:p>', [f"A. {SAID}"],
                     id="a variable that is set unseen"),
        pytest.param(f'<text:p>A <text:variable-set text:name="v" office:string-value="{SAID}"/>'
                     "</text:p>", [f"A {SAID}"], id="a variable that is set and seen"),
        pytest.param('<text:p>A <text:variable-set office:value="3">three</text:variable-set>'
                     "</text:p>", ["A three"], id="a number stands as it is written"),
        pytest.param('<text:p>A <text:drop-down><text:label text:value="b"/><text:label '
                     'text:value="c" text:current-selected="true"/>d</text:drop-down> e</text:p>',
                     ["A c e"], id="the choice that is marked"),
        pytest.param('<text:p>A <text:drop-down><text:label text:value="b"/></text:drop-down>'
                     "</text:p>", ["A b"], id="the first choice"),
        pytest.param(f'<text:p>A <text:conditional-text text:string-value-if-true="b" '
                     f'text:string-value-if-false="{SAID}">b</text:conditional-text></text:p>',
                     ["A b", "b", SAID], id="what a condition may choose"),
        pytest.param(f'<text:p>A<text:hidden-text text:string-value="{SAID}"/></text:p>',
                     ["A", SAID], id="what a condition hides"),
        pytest.param("<text:p>Chi<text:script>x</text:script>na</text:p>", ["China"],
                     id="a script"),
        pytest.param('<text:p>Chi<text:span text:style-name="T9">x<text:span>y</text:span>'
                     "</text:span>na</text:p>", ["China"], id="hidden by a style"),
        pytest.param('<text:p text:style-name="P9">no</text:p><text:h text:style-name="P9">no'
                     "</text:h><text:p>A</text:p>", ["A"], id="hidden paragraphs"),
        pytest.param('<text:section text:display="none"><text:section><text:p>no</text:p>'
                     "</text:section></text:section><text:p>A</text:p>", ["A"],
                     id="a hidden section"),
        pytest.param("<text:h><text:number>1.</text:number>A</text:h>", ["A"],
                     id="a number that a program makes"),
        pytest.param("<text:p>A <text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>"
                     f"{SAID}</text:ruby-text></text:ruby> b</text:p>", ["A word b", SAID],
                     id="a reading beside a word"),
        pytest.param(f'<text:p>A <text:a office:title="{SAID}">b</text:a></text:p>',
                     ["A b", SAID], id="the title of a link"),
        pytest.param(f'<table:table><table:title>{SAID}</table:title><table:table-row>'
                     f'<table:table-cell office:string-value="{SAID}"/><table:table-cell '
                     'office:string-value="no"><text:p>b</text:p></table:table-cell>'
                     "</table:table-row></table:table>", [SAID, SAID, "b"], id="a table"),
        pytest.param(f"<office:forms><form:form><form:textarea form:current-value='{SAID}'><text:p>"
                     f"{SAID}</text:p></form:textarea><form:textarea form:current-value='b'/>"
                     "<form:checkbox form:label='c' form:title='d'/><form:text form:value='1'/>"
                     "<form:listbox><form:option form:label='no'/><form:option form:label='e' "
                     "form:current-selected='true'/></form:listbox><form:hidden form:value='no'/>"
                     "</form:form></office:forms>", [SAID, "b", "c", "d", "e"], id="a form"),
        pytest.param("<text:table-of-content><text:table-of-content-source>"
                     "<text:index-title-template>no</text:index-title-template>"
                     "</text:table-of-content-source><text:index-body><text:index-title><text:p>"
                     "Contents</text:p></text:index-title><text:p>1. Home<text:tab/>3</text:p>"
                     f"<text:p>{SAID}<text:tab/>4</text:p></text:index-body>"
                     "</text:table-of-content><text:h>Home</text:h>",
                     ["Contents", f"{SAID}\t4", "Home"], id="an index, but what it repeats"),
    ],
)
def test_what_a_reader_sees_of(body: str, texts: list[str]) -> None:
    document = read(odt(body, HIDDEN))
    assert [part.text for part in document.parts] == texts
    assert document.unread == ()


def test_what_stands_elsewhere_is_locked() -> None:
    body = f'{DECLARED}<text:p>A <text:user-field-get text:name="u"/>' \
        '<text:span text:style-name="T9">x</text:span> c</text:p><text:section>' \
        '<text:section-source xlink:href="b.odt"/><text:p>copy</text:p></text:section>'
    locked = read(odt(body, HIDDEN)).locked
    end = 2 + len(SAID)
    assert [any(lock.part == 0 and lock.touches(*at) for lock in locked)
            for at in ((0, 2), (2, 4), (end, end + 1), (end - 1, end + 1))] \
        == [False, True, False, True]
    assert any(lock.part == 1 and lock.touches(0, 4) for lock in locked)


def test_a_list_says_words_before_its_items() -> None:
    level = '<text:list-level-style-number style:num-prefix="{}" style:num-suffix="{}"/>'
    styles = level.format("(", ")") + level.format("The article ", " says")
    assert words(odt("<text:p>a</text:p>", f"<text:list-style>{styles}</text:list-style>")) == [
        "The article 1 says", "a",
    ]


def test_a_section_without_its_text_is_named() -> None:
    for source, said in (
        ('section-source xlink:href="../b%20c.odt"', 'the file "b c.odt" is shown in it and was'),
        ('section-source xlink:href="https://example.org/"', "1 linked section was"),
        ("section-source", "1 linked section was"),
    ):
        body = f"<text:section><text:{source}/><text:p/></text:section><text:p>a</text:p>"
        assert [one.what for one in read(odt(body)).unread] == [f"{said} not read"]
