"""Changes in Word files: tracked or not, comments, and all that must stay as it is."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from wordfiles import box, everywhere, field, mark, members, note, packed, par, run, tracked, word

from lintwords.errors import CannotWrite
from lintwords.model import Document, Edit
from lintwords.readers.docx import reader as docx

PATH = Path("a.docx")
TRACKING = docx.Tracking("A <B>", "2026-03-03T14:02:00Z")
RULE = "some-rule"
SAYS = f"Say who.\nWhy: a & b.\nlintwords: {RULE}"


def read(data: bytes) -> Document:
    return docx.read(PATH, data)


def edits(data: bytes, words: str, new: str) -> list[Edit]:
    """An edit of each place where `words` stand."""
    return [
        Edit(part.index, found.start(), found.end(), new)
        for part in read(data).parts for found in re.finditer(re.escape(words), part.text)
    ]


def remarks(data: bytes, words: str) -> list[docx.Remark]:
    return [docx.Remark(e.part, e.start, e.end, RULE, SAYS) for e in edits(data, words, "")]


def changed(data: bytes, words: str, new: str) -> bytes:
    return docx.write(data, read(data), edits(data, words, new), tracking=TRACKING)


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def body(data: bytes) -> str:
    """The content of the body, without the names of who and when."""
    text = re.sub(r' w:(?:author|date)="[^"]*"', "", part(data))
    return text.partition("<w:body>")[2].partition("</w:body>")[0]


def settled(data: bytes, *, accept: bool) -> bytes:
    """`data` with all tracked changes accepted or rejected, by the plain words of the standard."""
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    text = re.sub(rf"<w:{gone} [^>]*>.*?</w:{gone}>", "", part(data), flags=re.S)
    text = re.sub(rf"</?w:{kept}\b[^>]*>", "", text).replace("w:delText", "w:t")
    file = zipfile.ZipFile(io.BytesIO(data))
    return packed({**{n: file.read(n) for n in file.namelist()}, "word/document.xml": text})


def said(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str, id: int = 1, properties: str = "") -> str:
    known = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inside = f'<w:r>{known}<w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{id}">{inside}</w:del>'


def new(text: str, id: int = 2, properties: str = "") -> str:
    return f'<w:ins w:id="{id}">{run(text, properties)}</w:ins>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(par("In China he acts."),
                     par("In ", gone("China"), new("Beijing &amp; co"), " he acts."), id="inside"),
        pytest.param(par("China"), par(gone("China"), new("Beijing &amp; co")), id="all of it"),
        pytest.param(
            par(run("Chi", "<w:b/>"), run("na", "<w:i/>"), run(" acts")),
            par(gone("Chi", 1, "<w:b/>"), gone("na", 2, "<w:i/>"),
                new("Beijing &amp; co", 3, "<w:b/>"), run(" acts")),
            id="over two runs: the old words whole, then the new ones as the first of them",
        ),
        pytest.param(
            par(run("In Ch"), "<w:proofErr/>", run("i", "<w:b/>"), run("na acts")),
            par(run("In "), gone("Ch"), "<w:proofErr/>", gone("i", 2, "<w:b/>"), gone("na", 3),
                new("Beijing &amp; co", 4), run(" acts")), id="over three runs",
        ),
        pytest.param(
            par(run("Chi"), f'<w:hyperlink r:id="x">{run("na acts")}</w:hyperlink>'),
            par(gone("Chi"), new("Beijing &amp; co"),
                f'<w:hyperlink r:id="x">{gone("na", 3)}{run(" acts")}</w:hyperlink>'),
            id="into a link: the new words do not become a part of it",
        ),
        pytest.param(
            par(f'<w:hyperlink r:id="x">{run("see China")}</w:hyperlink>', " now"),
            par(f'<w:hyperlink r:id="x">{run("see ")}{gone("China")}{new("Beijing &amp; co")}'
                "</w:hyperlink>", " now"), id="inside a link",
        ),
        pytest.param(
            par("<w:r><w:tab/><w:t>a China</w:t><w:br/></w:r>"),
            par(f"<w:r><w:tab/>{said('a ')[5:-6]}</w:r>", gone("China"), new("Beijing &amp; co"),
                "<w:r><w:br/></w:r>"), id="tabs and breaks stay outside",
        ),
        pytest.param(par("a &lt;China> b"),
                     par("a &lt;", gone("China"), new("Beijing &amp; co"), "&gt; b"), id="escapes"),
    ],
)
def test_a_tracked_change_is_over_the_words_only(before: str, after: str) -> None:
    assert body(changed(word(before), "China", "Beijing & co")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (par("In China he acts."), par("In ", "Beijing", " he acts.")),
        (par(run("Chi", "<w:b/>"), run("na", "<w:i/>")), par(run("Beijing", "<w:b/>"))),
    ],
)
def test_without_tracking_the_words_are_replaced(before: str, after: str) -> None:
    data = word(before)
    given = remarks(data, "China")
    result = docx.write(data, read(data), edits(data, "China", "Beijing"), remarks=given)
    assert body(result) == after


def test_accepting_gives_the_fixed_text_and_rejecting_the_original() -> None:
    data = word(par("In Chi", run("na", "<w:b/>"), " and China.") + par("China"))
    result = changed(data, "China", "the state")
    fixed = ["In the state and the state.", "the state"]
    texts = [[p.text for p in read(d).parts] for d in (
        result, settled(result, accept=True), settled(result, accept=False), data)]
    assert texts[:2] == [fixed, fixed]
    assert texts[2] == texts[3]


def test_every_other_part_stays_packed_byte_for_byte_and_in_order() -> None:
    content = members(par("China") , {"settings": "", "comments": ""})
    data = packed({**content, "word/media/a.bin": bytes(range(256)) * 9, "custom/b.xml": "<b/>"})
    result = docx.write(data, read(data), edits(data, "China", "x"), tracking=TRACKING,
                        remarks=remarks(data, "China"))
    before, after = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, result))
    assert after.testzip() is None
    assert after.namelist() == before.namelist()
    differ = {n for n in before.namelist() if before.read(n) != after.read(n)}
    assert differ == {"word/document.xml", "word/comments.xml"}
    raw = [data[i.header_offset :][: 30 + len(i.filename) + i.compress_size]
           for i in before.infolist() if i.filename not in differ]
    assert all(piece in result for piece in raw)


def test_a_comment_holds_its_lines_author_and_date() -> None:
    data = word(par("In China now"))
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=remarks(data, "China"))
    assert body(result) == par(
        "In ", '<w:commentRangeStart w:id="1"/>', "China", '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>', " now",
    )
    comments = part(result, "word/comments.xml")
    assert 'w:author="A &lt;B&gt;" w:date="2026-03-03T14:02:00Z" w:initials="A&lt;"' in comments
    lines = re.findall(r"<w:t [^>]*>(.*?)</w:t>", comments)
    assert lines == ["Say who.", "Why: a &amp; b.", f"lintwords: {RULE}"]
    assert 'Target="comments.xml"' in part(result, "word/_rels/document.xml.rels")
    assert "/word/comments.xml" in part(result, "[Content_Types].xml")


def test_comments_that_are_there_stay() -> None:
    old = '<w:comment w:id="4" w:author="P">' + par("Mine.") + "</w:comment>"
    data = word(par("China"), {"comments": old})
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=remarks(data, "China"))
    comments = part(result, "word/comments.xml")
    assert old in comments
    assert 'w:id="5"' in comments


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(
            word(par("a", mark("footnote", 3)), {"footnotes": note("footnote", 3, par("China"))}),
            "Footnote 1", id="note",
        ),
        pytest.param(word(par("a", box(par("China")))), "Text box 1", id="text box"),
        pytest.param(
            word(par("a") + '<w:sectPr><w:headerReference r:id="id-header"/></w:sectPr>',
                 {"header": par("China")}), "Header", id="header",
        ),
        pytest.param(word(par("a"), title="China"), "Title of the document", id="title"),
    ],
)
def test_a_comment_on_a_place_that_takes_none_stands_in_the_body(data: bytes, place: str) -> None:
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=remarks(data, "China"))
    assert body(result).count("commentRangeStart") == 1
    assert f"{place}: “China”" in part(result, "word/comments.xml")


def test_a_text_box_changes_in_both_copies() -> None:
    result = changed(word(par(box(par("In China now")))), "China", "Beijing")
    assert body(result).count("<w:t xml:space=\"preserve\">Beijing</w:t>") == 2
    assert body(result).count("<w:delText xml:space=\"preserve\">China</w:delText>") == 2


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(tracked("ins", run("In China")), id="an insertion of somebody"),
        pytest.param(field(" DATE ", run("In China")), id="the result of a field"),
        pytest.param(run("China", "<w:rPrChange w:id='1'><w:rPr/></w:rPrChange>"), id="a format"),
        pytest.param("<w:r><w:t>Chi</w:t><w:tab/><w:t>na</w:t></w:r>", id="words round a tab"),
        pytest.param(box(par("China")).replace("Requires='wps'", "Requires='wps unknown'"),
                     id="a text box of the old kind"),
        pytest.param(
            "<w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr><w:sdtContent>"
            f"{run('China')}</w:sdtContent></w:sdt>", id="a locked control",
        ),
    ],
)
def test_words_of_others_are_locked_and_take_a_comment(content: str) -> None:
    data = word(par("a ", content, " b"))
    words = "Chi\tna" if "\tna" in read(data).parts[0].text else "China"
    with pytest.raises(CannotWrite):
        changed(data, words, "x")
    given = remarks(data, words)
    (at,) = given
    assert any(lock.start < at.end and at.start < lock.end for lock in read(data).locked)
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=given)
    assert [p.text for p in read(result).parts] == [p.text for p in read(data).parts]
    again = docx.write(result, read(result), [], tracking=TRACKING, remarks=given)
    assert again == result != data


def test_a_comment_on_somebodys_insertion_stands_outside_it() -> None:
    data = word(par(tracked("ins", run("In China now"))))
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=remarks(data, "China"))
    inside = re.search(r"<w:ins .*?</w:ins>", body(result), re.S)
    assert inside and "comment" not in inside[0]
    assert "In China now" in inside[0]


def test_a_second_run_adds_nothing_to_a_change_over_several_runs() -> None:
    data = word(par("In Chi", run("na", "<w:b/>"), " he acts."))
    given = remarks(data, "China")
    result = docx.write(
        data, read(data), edits(data, "China", "the state"), tracking=TRACKING, remarks=given
    )
    assert re.search("commentRangeStart.*Chi<.*na<.*the state<.*commentRangeEnd", body(result))
    again = remarks(result, "the state")
    assert docx.write(result, read(result), [], tracking=TRACKING, remarks=again) == result


def test_a_second_run_adds_nothing() -> None:
    data = everywhere()
    fixable = [edit for edit in edits(data, "China", "The government")
               if not any(lock.part == edit.part for lock in read(data).locked)]
    given = remarks(data, "China")
    result = docx.write(data, read(data), fixable, tracking=TRACKING, remarks=given)
    left = [r for r in given if read(result).parts[r.part].text.startswith("China")]
    assert len(left) == len(given) - len(fixable) == 6
    assert docx.write(result, read(result), [], tracking=TRACKING, remarks=left) == result


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        pytest.param({"_xmlsignatures/sig1.xml": "<a/>"}, "signed", id="signed"),
        pytest.param({"word/vbaProject.bin": "x"}, "macros", id="macros"),
        pytest.param({"settings": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'},
                     "protected", id="protected"),
    ],
)
def test_signed_protected_and_macro_files_are_only_read(more: dict[str, str], reason: str) -> None:
    settings = {name: inside for name, inside in more.items() if name == "settings"}
    other = {name: inside for name, inside in more.items() if name != "settings"}
    data = packed({**members(par("China"), settings), **other})
    assert [p.text for p in read(data).parts] == ["China"]
    assert reason in read(data).read_only
    with pytest.raises(CannotWrite, match="cannot change a.docx") as caught:
        changed(data, "China", "x")
    assert reason in caught.value.hint


def test_protection_that_is_not_enforced_locks_nothing() -> None:
    off = {"settings": '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'}
    assert "Beijing" in body(changed(word(par("China"), off), "China", "Beijing"))


def test_new_ids_are_above_those_that_are_there() -> None:
    data = word(par('<w:bookmarkStart w:id="41" w:name="b"/><w:bookmarkEnd w:id="41"/>', "China"))
    assert re.findall(r'<w:(?:ins|del) w:id="(\d+)"', body(changed(data, "China", "x"))) == [
        "42", "43",
    ]


def test_a_comment_on_a_word_with_a_drop_cap_begins_in_the_cap() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    data = word(par("C", properties=frame) + par("hina jailed her."))
    said = remarks(data, "China")
    result = docx.write(data, read(data), [], tracking=TRACKING, remarks=said)
    assert [one.text for one in read(result).parts] == ["China jailed her."]
    first, _, second = body(result).partition("</w:p>")
    assert "<w:commentRangeStart" in first and "<w:commentRangeEnd" in second
