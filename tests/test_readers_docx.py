"""Word files: every place that holds text, once; what is not read; places and kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import (
    MARKER,
    W,
    everywhere,
    field,
    link,
    mark,
    members,
    note,
    packed,
    par,
    run,
    table,
    tracked,
    word,
)

from lintwords import api, readers
from lintwords.model import Document, Kind, Options, Span, Unread

PROSE, HEADING, ITEM = Kind.PROSE, Kind.HEADING, Kind.ITEM
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def read(data: bytes) -> Document:
    return readers.read(Path("a.docx"), data)


def places(document: Document) -> list[tuple[str, str]]:
    return [(part.place, part.text) for part in document.parts]


EVERYWHERE = [
    ("title of the document", "Title"),
    ('paragraph 2 ("Background")', "Body"),
    ("table 1, row 1, column 1", "Cell"),
    ("table 1, row 1, column 2, paragraph 1", "First"),
    ("table 1, row 1, column 2, paragraph 2", "Second"),
    ("table 1, row 2, column 1, table 1, row 1, column 1", "Nested"),
    ('paragraph 3 ("Background")', "Host"),
    ("text box 1", "Box"),
    ('paragraph 4 ("Background")', "Block control"),
    ('paragraph 5 ("Background")', "Inline control"),
    ('paragraph 6 ("Background")', "Link"),
    ('paragraph 7 ("Background")', "Field"),
    ('paragraph 8 ("Background")', "Simple field"),
    ('paragraph 9 ("Background")', "Inserted"),
    ('paragraph 10 ("Background")', "Moved"),
    ('paragraph 11 ("Background")', "Item"),
    ('paragraph 12 ("Background")', "Caption"),
    ("alt text of picture 2", "Alt"),
    ("footnote 1", "Footnote"),
    ("endnote 1", "Endnote"),
    ("header", "Top of page"),
    ("footer", "End of page"),
]


def test_every_place_is_read_once() -> None:
    found = [
        (place, text) for place, text in places(read(everywhere())) if text.startswith("China")
    ]
    assert found == [(place, MARKER.format(what)) for place, what in EVERYWHERE]


def test_check_finds_a_sentence_in_every_place(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(everywhere())
    report = api.check([file])
    assert [finding.at.place for finding in report.findings] == [place for place, _ in EVERYWHERE]
    assert {(finding.words, finding.at.line) for finding in report.findings} == {("China", 0)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(par("Chi", run("na", "<w:b/>"), " acts"), "China acts", id="runs"),
        pytest.param(par("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), "a\tb", id="tab"),
        pytest.param(par("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), "a\nb", id="break"),
        pytest.param(par("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>"), "a\nb", id="return"),
        pytest.param(
            par("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>"), "a\xadb", id="soft hyphen"
        ),
        pytest.param(
            par("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"), "a\u2011b",
            id="no-break hyphen",
        ),
        pytest.param(par("a &amp; b &#x4E2D;"), "a & b 中", id="references of XML"),
        pytest.param(
            par("a", properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>'), "a",
            id="a tab stop is no tab",
        ),
        pytest.param(par("a ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", " b"),
                     f"a {PICTURE} b", id="formula"),
        pytest.param(par(field(" IF a = b ", run("yes"))), "yes", id="result of a field"),
        pytest.param(
            par(field(" IF ", run("yes")).replace(" IF </w:instrText></w:r>",
                " IF </w:instrText></w:r>" + field(" REF x ", run("no")))),
            "yes", id="a field inside an instruction",
        ),
        pytest.param(par(tracked("del", run("gone")), "kept"), "kept", id="deleted"),
        pytest.param(
            par("<w:r><w:ruby><w:rt><w:r/></w:rt><w:rubyBase><w:r><w:t>中"
                "</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "中", id="ruby",
        ),
        pytest.param(par('<w:r><w:sym w:font="Wingdings" w:char="F061"/></w:r>', "a"),
                     f"{PICTURE}a", id="symbol"),
        pytest.param(par("j", '<w:r><w:sym w:font="Arial" w:char="F061"/></w:r>', "il"), "jail",
                     id="a letter that is written as a symbol"),
        pytest.param(par('<w:r><w:sym w:font="Arial" w:char="x"/></w:r>', "a"), f"{PICTURE}a",
                     id="a symbol without a number"),
        pytest.param(par("Chi", run("no", "<w:vanish/>"), "na"), "China", id="hidden"),
        pytest.param(par("Chi", run("no", '<w:rStyle w:val="Hid"/>'), "na"), "China",
                     id="hidden by its style"),
        pytest.param(par("a", run("b", '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>')), "ab",
                     id="not hidden, against its style"),
        pytest.param(par(run("b", '<w:rStyle w:val="Hid"/>'), style="HidP"), "b",
                     id="a style of letters turns that of its paragraph round"),
        pytest.param(par(run("the c", "<w:caps/>"), run("hina ß", "<w:smallCaps/>"), run(" d")),
                     "THE CHINA ß d", id="small letters that are shown as capitals"),
        pytest.param(par(run("China acts", "<w:caps/>")), "China acts", id="a capital of its own"),
        pytest.param(par("a", run("b", '<w:rStyle w:val="Caps"/>')), "aB", id="style in capitals"),
        pytest.param(par("a", run("b", '<w:rStyle w:val="Caps"/><w:caps w:val="0"/>')), "ab",
                     id="not in capitals, against its style"),
        pytest.param(par("a", style="CapsP"), "A", id="a paragraph in capitals"),
        pytest.param(par("The ", "<m:oMath><m:r><m:t>poet who </m:t></m:r><m:r><m:t>acts</m:t>"
                         "</m:r></m:oMath>", " b"), "The poet who acts b",
                     id="words of a formula"),
        pytest.param(par(mark("footnote", 3), "a"), "a", id="the mark of a note is no word"),
        pytest.param(
            par("a", "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>new</w:t>"
                "</mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>"
                "</w:r>"), "anew", id="one of two alternatives",
        ),
        pytest.param(
            par("a", "<w:r><mc:AlternateContent xmlns:x='urn:x' xmlns:y='urn:y'><mc:Choice "
                "Requires='wps x'><w:t>no</w:t></mc:Choice><mc:Choice Requires='wps' "
                "xmlns:wps='urn:x'><w:t>no</w:t></mc:Choice><mc:Choice Requires=' wps w'><w:t>new"
                "</w:t></mc:Choice><mc:Choice Requires='wps'><w:t>no</w:t></mc:Choice>"
                "<mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
            "anew", id="the first alternative that Word knows",
        ),
        pytest.param(
            par("a", "<w:r><mc:AlternateContent xmlns:x='urn:x'><mc:Choice Requires='x'><w:t>no"
                "</w:t></mc:Choice><mc:Choice Requires='z'><w:t>no</w:t></mc:Choice>"
                "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
            "aold", id="no alternative that Word knows",
        ),
        pytest.param(
            par("a", "<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback>"
                "</mc:AlternateContent></w:r>"), "aold", id="the only alternative",
        ),
    ],
)
def test_text_of_a_paragraph(body: str, expected: str) -> None:
    assert [part.text for part in read(word(body)).parts] == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            par() + par("One.") + par("  ") + par("Two."),
            [("paragraph 1", PROSE), ("paragraph 2", PROSE)], id="empty ones are not counted",
        ),
        pytest.param(
            par("A heading that is much longer than thirty", style="H2") + par("x"),
            [("paragraph 1", HEADING),
             ('paragraph 2 ("A heading that is much longer…")', PROSE)], id="long heading",
        ),
        pytest.param(
            par("A", style="H1") + par("x") + par("B", style="H2") + par("y"),
            [("paragraph 1", HEADING), ('paragraph 2 ("A")', PROSE), ("paragraph 3", HEADING),
             ('paragraph 4 ("B")', PROSE)], id="nearest heading",
        ),
        pytest.param(
            par("A", properties='<w:outlineLvl w:val="0"/>') + par("x"),
            [("paragraph 1", HEADING), ('paragraph 2 ("A")', PROSE)], id="outline level",
        ),
        pytest.param(
            par("A", style="Heading3") + par("x"),
            [("paragraph 1", HEADING), ('paragraph 2 ("A")', PROSE)], id="style that is missing",
        ),
        pytest.param(
            par("x", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
            + par("y", properties='<w:numPr><w:numId w:val="3"/></w:numPr>'),
            [("paragraph 1", PROSE), ("paragraph 2", ITEM)], id="list",
        ),
        pytest.param(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + par("a")
            + "</w:tc><w:tc>" + par("b") + "</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/>"
            "</w:trPr><w:tc>" + par("c") + "</w:tc></w:tr></w:tbl>" + table(["d"]),
            [("table 1, row 1, column 1", Kind.CELL), ("table 1, row 1, column 3", Kind.CELL),
             ("table 1, row 2, column 2", Kind.CELL), ("table 2, row 1, column 1", Kind.CELL)],
            id="columns as they are seen",
        ),
    ],
)
def test_places_and_kinds(body: str, expected: list[tuple[str, Kind]]) -> None:
    document = read(word(body))
    kinds = [segment.kind for segment in document.segments]
    assert [(p.place, k) for p, k in zip(document.parts, kinds, strict=True)] == expected


def test_a_break_is_a_space_to_a_rule_and_nothing_to_a_fix() -> None:
    broken = "<w:r><w:t>the Chinese</w:t><w:br/><w:t>government</w:t></w:r>"
    (segment,) = read(word(par(broken))).segments
    assert segment.text == "the Chinese government"
    pieces = segment.map.to_source(Span(4, 22))
    assert [(p.start, p.end, p.verbatim) for p in pieces] == [
        (4, 11, True), (11, 12, False), (12, 22, True)
    ]


def test_notes_are_numbered_as_they_are_referred_to() -> None:
    body = par("a", mark("footnote", 9), mark("footnote", 2)) + par(
        tracked("del", mark("footnote", 4))
    )
    notes = "".join(note("footnote", id, par(f"note {id}")) for id in (2, 4, 9))
    found = places(read(word(body, {"footnotes": notes})))
    assert found[1:] == [("footnote 1", "note 9"), ("footnote 2", "note 2")]


def test_headers_of_several_sections_are_numbered() -> None:
    body = par("a") + "".join(
        f'<w:sectPr><w:headerReference w:type="default" r:id="id-header{number}"/></w:sectPr>'
        for number in (2, 1)
    )
    parts = {f"header{number}": par(f"text {number}") for number in (1, 2, 3)}
    found = places(read(word(body, parts)))
    assert found[1:] == [("header 1", "text 2"), ("header 2", "text 1")]


@pytest.mark.parametrize(
    ("body", "default", "expected"),
    [
        pytest.param(par("a"), "", (None, None), id="nothing said"),
        pytest.param(par("a"), "en-GB", ("en-GB", None), id="of the document"),
        pytest.param(par(run("a", '<w:lang w:val="de-DE"/>')), "en-GB", ("en-GB", "de-DE"),
                     id="of a run"),
        pytest.param(par("a", style="Fr"), "en-GB", ("en-GB", "fr-FR"), id="of a style"),
        pytest.param(par("long words", run("a", '<w:lang w:val="de-DE"/>')), "en-GB",
                     ("en-GB", None), id="most letters decide"),
        pytest.param(par(run("a", '<w:lang w:val="zxx"/>')), "en-GB", ("en-GB", None),
                     id="no language is none"),
        pytest.param(
            par(run("a", '<w:rPrChange w:id="1"><w:rPr><w:lang w:val="de-DE"/></w:rPr>'
                    "</w:rPrChange>")), "en-GB", ("en-GB", None), id="of a format of before"),
    ],
)
def test_language(body: str, default: str, expected: tuple[str | None, str | None]) -> None:
    lang = f'<w:lang w:val="{default}"/>' if default else ""
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr>{lang}</w:rPr></w:rPrDefault></w:docDefaults>"
    french = (
        '<w:style w:styleId="Fr"><w:name w:val="French"/><w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
        "</w:style>"
    )
    document = read(word(body, {"styles": styles + french}))
    assert (document.lang, document.segments[0].lang) == expected


CAPITALS = "<w:rPr><w:caps/></w:rPr>"
LOUD = [
    pytest.param(f"<w:docDefaults><w:rPrDefault>{CAPITALS}</w:rPrDefault></w:docDefaults>",
                 par("a"), "A", id="of the document"),
    pytest.param(f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{CAPITALS}</w:style>',
                 par("a"), "A", id="of paragraphs that name no style"),
    pytest.param(f'<w:style w:type="paragraph" w:default="0" w:styleId="N">{CAPITALS}</w:style>',
                 par("a"), "a", id="of none that is the default"),
    pytest.param(f'<w:style w:type="table" w:styleId="T">{CAPITALS}</w:style>',
                 '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>' + par("a")
                 + "</w:tc></w:tr></w:tbl>", "A", id="of a table"),
]


@pytest.mark.parametrize(("styles", "body", "expected"), LOUD)
def test_capitals_by_format_come_from_any_style(styles: str, body: str, expected: str) -> None:
    document = read(packed(members(body + par("b", run("c", '<w:caps w:val="0"/>')),
                                   {"styles": styles})))
    assert document.segments[0].text == expected
    assert document.segments[1].text[-1] == "c"  # it says that it is not in capitals


def test_a_quotation_by_its_style_is_quoted() -> None:
    document = read(word(par("a", style="Q") + par("b")))
    assert [segment.quoted for segment in document.segments] == [True, False]


def test_utf16_and_the_strict_dialect_are_read() -> None:
    content = members(par("a 中"), declaration='<?xml version="1.0" encoding="UTF-16"?>')
    names = ("word/document.xml", "word/styles.xml")
    wide = {name: str(content[name]).encode("utf-16") for name in names}
    assert [part.text for part in read(packed({**content, **wide})).parts] == ["a 中"]
    strict = {
        name: str(data)
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                 "http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                 "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, data in members(par("b")).items()
    }
    assert [part.text for part in read(packed(strict)).parts] == ["b"]


def test_what_is_not_read_is_named() -> None:
    more = link("c1", "chart", "styles.xml") + link("c2", "chart", "styles.xml")
    document = read(word(par("a"), links=more + link("o", "oleObject", "styles.xml")))
    assert document.unread == (
        Unread("chart", "2 charts were not read", is_seen=False),
        Unread("attachment", "1 embedded object was not read"),
    )


def test_a_chart_with_words_is_seen_and_a_formula_holds_none() -> None:
    content = members(par("a"), links=link("c", "chart", "chart.xml")
                      + link("o", "oleObject", "o.bin"))
    content["word/chart.xml"] = "<c:chart xmlns:c='c' xmlns:a='a'><a:t>2019 to now</a:t></c:chart>"
    content["word/o.bin"] = "Equation Native".encode("utf-16-le")
    assert read(packed(content)).unread == (Unread("chart", "1 chart was not read"),)


def test_mentions_that_were_let_go_have_their_place(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(word(par("Calm words.") + table(["She flew to China in March."])))
    (mention,) = api.check([file], Options(explain_mentions=True)).mentions
    assert (mention.line, mention.place) == (0, "table 1, row 1, column 1")


# -- drop caps, and parts by their names -------------------------------------------------------

CAP = '<w:framePr w:dropCap="{}" w:lines="3" w:wrap="around"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (par("C", properties=CAP.format("drop")) + par("hina jailed her."), ["China jailed her."]),
        (par("C", properties=CAP.format("margin")) + par("hina jailed her."),
         ["China jailed her."]),
        (par("C", properties=CAP.format("none")) + par("hina jailed her."),
         ["C", "hina jailed her."]),
        (par("C", properties=CAP.format("drop")) + par("hina jailed her.") + par("More."),
         ["China jailed her.", "More."]),
        (par("C", properties=CAP.format("drop")) + table(["In a cell."]), ["C", "In a cell."]),
        (par("C", properties=CAP.format("drop")), ["C"]),
        (par("", properties=CAP.format("drop")) + par("She left."), ["She left."]),
    ],
)
def test_a_drop_cap_begins_the_next_paragraph(body: str, expected: list[str]) -> None:
    assert [part.text for part in read(word(body)).parts] == expected


def test_no_change_reaches_into_a_drop_cap() -> None:
    document = read(word(par("C", properties=CAP.format("drop")) + par("hina jailed her.")))
    assert [(one.start, one.end) for one in document.locked] == [(0, 1)]


HEADED = par("Body.", properties='<w:sectPr><w:headerReference r:id="id-header1"/></w:sectPr>')


@pytest.mark.parametrize("name", ["word/Header1.xml", "Word/HEADER1.XML"])
def test_case_says_nothing_in_the_names_of_parts(name: str) -> None:
    content = members(HEADED, {"header1": par("China jailed her.")})
    content[name] = content.pop("word/header1.xml")
    assert places(read(packed(content)))[-1] == ("header", "China jailed her.")


def test_a_part_with_text_that_is_missing_is_named() -> None:
    content = members(HEADED, {"header1": par("China jailed her.")})
    del content["word/header1.xml"]
    assert read(packed(content)).unread == (
        Unread("body", "1 header that the file lacks was not read"),
    )


def ended(mark: str, text: str) -> str:
    """A paragraph whose end has this mark in its format."""
    return par(text, properties=f"<w:rPr>{mark}</w:rPr>")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(ended('<w:del w:id="1"/>', "Chi") + par("na acts"), ["China acts"],
                     id="its end was deleted"),
        pytest.param(ended('<w:moveFrom w:id="1"/>', "Chi") + par("na acts"), ["China acts"],
                     id="its end was moved away"),
        pytest.param(ended("<w:vanish/>", "Chi") + par("na acts"), ["China acts"],
                     id="its end is hidden"),
        pytest.param(ended("<w:del/>", "a ") + ended("<w:del/>", "b ") + par("c") + par("d"),
                     ["a b c", "d"], id="several in a row"),
        pytest.param(ended("<w:del/>", "a") + table(["b"]) + par("c"), ["a", "b", "c"],
                     id="a table between them"),
        pytest.param(ended('<w:ins w:id="1"/>', "a") + par("b"), ["a", "b"], id="it was inserted"),
        pytest.param(ended("<w:vanish/><w:specVanish/>", "China ") + par("acts"), ["China acts"],
                     id="a heading in the line"),
        pytest.param(ended("<w:specVanish/><w:vanish/>", "a.") + par("b"), ["a.", "b"],
                     id="a heading in the line that is a sentence"),
        pytest.param(par("a", tracked("del", run("no"))) + par("b"), ["a", "b"],
                     id="words were deleted"),
    ],
)
def test_a_paragraph_goes_on_where_its_end_is_gone(body: str, expected: list[str]) -> None:
    assert [part.text for part in read(word(body)).parts] == expected


def test_no_fix_reaches_over_the_end_of_a_paragraph() -> None:
    document = read(word(ended("<w:del/>", "Chi") + par("na acts")))
    assert [(one.touches(0, 5), one.touches(0, 3), one.touches(6, 9)) for one in document.locked] \
        == [(True, False, False)]


READING = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


def test_a_reading_beside_a_word_is_read_after_it() -> None:
    body = par("A ", READING.format(run(MARKER.format("x")), run("word")), " more.")
    document = read(word(body))
    assert places(document) == [
        ("paragraph 1", "A word more."), ("reading beside a word", MARKER.format("x")),
    ]
    assert [(one.part, one.start, one.end) for one in document.locked] == [(0, 2, 6), (1, 0, 24)]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ('<w:tbl><w:tblPr><w:tblCaption w:val="{}"/></w:tblPr></w:tbl>', "alt text of a table"),
        ('<w:tbl><w:tblPr><w:tblDescription w:val="{}"/></w:tblPr></w:tbl>',
         "alt text of a table"),
        ('<w:p><w:hyperlink w:tooltip="{}"/></w:p>', "title of a link"),
        ('<w:p><w:r><w:drawing><wp:docPr title="{}" descr="A harbour."/></w:drawing></w:r></w:p>',
         "alt text of picture 1"),
        ('<w:p><w:r><w:drawing><wp:docPr/><a:graphic><wps:cNvPr descr="{}"/></a:graphic>'
         "</w:drawing></w:r></w:p>", "alt text of picture 1"),
        ('<w:p><w:r><w:pict><v:rect alt="{}"/></w:pict></w:r></w:p>', "alt text of picture 1"),
    ],
)
def test_what_is_said_of_a_thing_is_read(body: str, place: str) -> None:
    document = read(word(body.format(MARKER.format("x"))))
    assert (place, MARKER.format("x")) in places(document)
    assert document.locked[0].touches(0, 5)


def test_a_picture_says_what_it_shows_once() -> None:
    inner = '<a:graphic><wps:cNvPr descr="A harbour."/></a:graphic>'
    body = par(f'<w:r><w:drawing><wp:docPr descr="A harbour."/>{inner}</w:drawing></w:r>')
    assert places(read(word(body))) == [("alt text of picture 1", "A harbour.")]


def test_words_before_the_items_of_a_list_are_read() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(["%1.", "Article", MARKER.format("%1"), MARKER.format("%1")])
    )
    content = members(par("a"), links=link("n", "numbering", "numbering.xml"))
    content["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{levels}</w:numbering>'
    assert places(read(packed(content))) == [("paragraph 1", "a"), ("numbering", MARKER.format(1))]


def test_the_line_before_the_notes_is_read() -> None:
    note_parts = f'<w:footnote w:id="0" w:type="separator">{par("Notes here")}</w:footnote>'
    found = places(read(word(par("a"), {"footnotes": note_parts})))
    assert found == [("paragraph 1", "a"), ("footnotes, line before the notes", "Notes here")]


def test_a_field_that_was_never_worked_out_is_named() -> None:
    def open_field(instruction: str, default: str = "") -> str:
        data = f'<w:ffData><w:textInput><w:default w:val="{default}"/></w:textInput></w:ffData>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data if default else ""}</w:fldChar></w:r>'
            f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    said = Unread("form", "1 field without a result was not read")
    for instruction, default in ((' QUOTE "Words" ', ""), (" MACROBUTTON No Words ", ""),
                                 (" FORMTEXT ", "Words")):
        assert read(word(par("a", open_field(instruction, default)))).unread == (said,)
    for instruction in (' XE "Words" ', " FORMTEXT ", " PAGE "):
        assert read(word(par("a", open_field(instruction)))).unread == ()
    assert read(word(par(field(' QUOTE "Words" ', "")))).unread == ()
    for inside, unread in (("", (said,)), (run("Words"), ())):
        simple = f"<w:fldSimple w:instr=' QUOTE \"Words\" '>{inside}</w:fldSimple>"
        assert read(word(par("a", simple))).unread == unread
    assert read(word(par("a", '<w:fldSimple w:instr=" PAGE "/>'))).unread == ()


@pytest.mark.parametrize(
    ("body", "parts", "links", "said"),
    [
        ('<w:sectPr><w:headerReference r:id="x"/></w:sectPr>', {}, "", "1 header"),
        ('<w:sectPr><w:footerReference r:id="x"/></w:sectPr>', {}, "", "1 footer"),
        ('<w:sectPr><w:footerReference r:id="x"/></w:sectPr>', {},
         link("x", "footer", "https://example.org/", "External"), "1 footer"),
        (par(mark("footnote", 2)), {}, "", "1 footnote"),
        (par(mark("endnote", 2), mark("endnote", 3)), {"endnotes": note("endnote", 4, par("n"))},
         "", "2 endnotes"),
    ],
)
def test_what_the_text_asks_for_and_nothing_holds_is_named(
    body: str, parts: dict[str, str], links: str, said: str
) -> None:
    content = members(par("a") + body, parts, links=links)
    were = "were" if said.startswith("2") else "was"
    expected = Unread("body", f"{said} that the file lacks {were} not read")
    assert read(packed(content)).unread == (expected,)
