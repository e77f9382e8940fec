"""What a PDF file holds beside the text of its pages is named, and what holds no words is not."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pdffiles
import pytest
from pdffiles import (
    BAND,
    PICTURE,
    SENTENCE,
    SMALL,
    STRIPS,
    form,
    lines,
    noise,
    note,
    pages,
    pictured,
    stream,
    with_file,
    writing,
)

from lintwords import api, readers
from lintwords.cli.main import main
from lintwords.errors import CannotRead
from lintwords.model import Options, Unread
from lintwords.readers.pdf.pages import Line, Pages
from lintwords.readers.pdf.paragraphs import over_pages

STAMP = b"BT /F 8 Tf 50 780 Td (Received at the town hall on 4 June by the office, number 12) Tj ET"
UNDER = STAMP.replace(b"Tf", b"Tf 3 Tr")
UNDER_EACH = b"".join(  # row of `writing(25)`
    b"BT /F 12 Tf 3 Tr 70 %d Td (met) Tj 400 0 Td (on) Tj ET\n" % (733 - 24 * row)
    for row in range(25)
)
DRAWN = b"/AP<</N 8 0 R>>"
TEXT = b"/FT/Tx/V(China jailed a poet.)"


def damaged(content: bytes, packing: bytes) -> bytes:
    """A page of text, and one of this content in a packing."""
    sound = pages(SENTENCE, b"")
    old = b"<</Length 0>>stream\n\nendstream"
    assert sound.count(old) == 1
    return sound.replace(old, stream(content, b"/Filter" + packing))


def unread(data: bytes) -> tuple[Unread, ...]:
    return readers.read(Path("a.pdf"), data).unread


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pages(SENTENCE), id="only text"),
        pytest.param(pages(SENTENCE, b""), id="a blank page"),
        pytest.param(pages(SENTENCE, b"q 1 w Q"), id="a page with settings only"),
        pytest.param(pages(SENTENCE + PICTURE), id="a picture behind eight words"),
        pytest.param(pages(SENTENCE + BAND), id="a picture in a band"),
        pytest.param(form(b"/FT/Tx", b"/FT/Tx/V()"), id="a form that is not filled in"),
        pytest.param(form(b"/FT/Tx/V(12)"), id="a number in a form"),
        pytest.param(form(b"/FT/Btn/V/Yes/AS/Yes"), id="a box that is ticked"),
        pytest.param(form(TEXT + b"/F 2"), id="a hidden field"),
        pytest.param(pages(SENTENCE, notes=[note(b"Link", b"/Contents(To the words)")]),
                     id="a link"),
        pytest.param(pages(SENTENCE, notes=[note(b"Highlight", b"")]), id="a mark without words"),
        pytest.param(pages(SENTENCE, notes=[note(b"Popup", b"/Contents(Words)")]),
                     id="the window of a comment"),
        pytest.param(pages(SENTENCE, notes=[note(b"Stamp", DRAWN)], more=[b"null", b"null",
                           stream(b"0 0 9 9 re f", b"/Subtype/Form/BBox[0 0 9 9]")]),
                     id="a stamp without words"),
        pytest.param(pictured(noise(), STAMP), id="a photograph with a few words"),
        pytest.param(pictured(writing(0), STAMP), id="coloured ground"),
        pytest.param(pictured(writing(4), STAMP), id="a picture with a few rows"),
        pytest.param(pictured(writing(25), UNDER_EACH), id="a scan whose words were recognised"),
        pytest.param(pages(SENTENCE, more=[stream(b"0 0 9 9 re f", b"/PatternType 1")]),
                     id="a pattern without words"),
        pytest.param(pages(SENTENCE, more=[stream(b"/X Do", b"/PatternType 1/X 7 0 R"), stream(
            b"/X Do", b"/Subtype/Form/X 7 0 R")]), id="a pattern that draws itself"),
    ],
)
def test_what_holds_no_words_is_not_named(data: bytes) -> None:
    assert unread(data) == ()


ROWS = b"".join(
    b"%d %d 4 6 re f\n" % (60 + 7 * sign, 600 - 14 * row) for row in range(20) for sign in range(60)
)
PATTERN = (b"BT /F 8 Tf (China jailed a poet.) Tj ET", b"/PatternType 1/PaintType 1/BBox[0 0 9 9]")
DRAWS = b"/PatternType 1/PaintType 1/Resources<</XObject<</X 7 0 R>>>>"
CASES = {
    "text of a form that a pattern draws": (
        pages(SENTENCE, more=[
            stream(b"q /X Do Q", DRAWS),
            stream(b"/Y Do", b"/Subtype/Form/Resources<</XObject<</Y 8 0 R>>>>"),
            stream(PATTERN[0], b"/Subtype /Form/BBox[0 0 9 9]"),
        ]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "a field of a form": (form(TEXT), Unread("form", "1 filled-in form field was not read")),
    "fields of a form": (
        form(TEXT, b"/FT/Ch/Ff 131072/V(Beijing)", b"/FT/Tx"),
        Unread("form", "2 filled-in form fields were not read"),
    ),
    "a form by a program": (
        form(b"/FT/Tx", more=b"/XFA[(template) 7 0 R]"),
        Unread("form", "the form in it (XFA) was not read"),
    ),
    "text put on a page": (
        pages(SENTENCE, notes=[note(b"FreeText", b"/Contents(China jailed a poet.)")]),
        Unread("page", "1 piece of text put on a page was not read"),
    ),
    "comments": (
        pages(SENTENCE, notes=[note(b"Text", b"/Contents(Words)"),
                               note(b"Highlight", b"/Contents(More words)")]),
        Unread("page", "2 comments were not read", is_seen=False),
    ),
    "a document inside": (
        with_file(b"release.docx"),
        Unread("attachment", 'the attachment "release.docx" was not read'),
    ),
    "a document of another kind inside": (
        with_file(b"slides.pptx"),
        Unread("attachment", 'the attachment "slides.pptx" was not read'),
    ),
    "data inside": (
        with_file(b"invoice.xml"),
        Unread("attachment", 'the attachment "invoice.xml" was not read', is_seen=False),
    ),
    "a document pinned to a page": (
        pages(SENTENCE, notes=[note(b"FileAttachment", b"/FS<</Type/Filespec/F(a.odt)"
                                    b"/EF<</F 6 0 R>>>>")],
              more=[pdffiles.stream(b"words", b"/Type/EmbeddedFile")]),
        Unread("attachment", 'the attachment "a.odt" was not read'),
    ),
    "a scanned page": (
        pages(SENTENCE, PICTURE), Unread("page", "1 page without text was not read")
    ),
    "drawn pages": (
        pages(SENTENCE, b"0 0 m 9 9 l S", PICTURE),
        Unread("page", "2 pages without text were not read"),
    ),
    "a scanned page with its number": (
        pages(SENTENCE, PICTURE + SMALL),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "a scanned page with a stamp": (
        pictured(writing(25), STAMP),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "a scanned page with a few recognised words": (
        pictured(writing(25), UNDER),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "a scan inside a form": (
        pictured(writing(25), STAMP, in_form=True),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "a scan in strips": (
        pages(SENTENCE, STRIPS + SMALL),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "letters that are drawn": (
        pages(SENTENCE, ROWS + STAMP),
        Unread("page", "1 page, of a picture and a few words, was not read"),
    ),
    "a stamp with contents": (
        pages(SENTENCE, notes=[note(b"Stamp", b"/Contents(China jailed a poet.)")]),
        Unread("page", "1 piece of text put on a page was not read"),
    ),
    "a stamp that is drawn": (
        pages(SENTENCE, notes=[note(b"Stamp", DRAWN)], more=[b"null", b"null",
              stream(PATTERN[0], b"/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>")]),
        Unread("page", "1 piece of text put on a page was not read"),
    ),
    "text in a pattern": (
        pages(SENTENCE, more=[stream(*PATTERN)]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "a stamp that draws a form": (
        pages(SENTENCE, notes=[note(b"Stamp", DRAWN)], more=[b"null", b"null",
              stream(b"/X Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 9 0 R>>>>"),
              stream(PATTERN[0], b"/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>")]),
        Unread("page", "1 piece of text put on a page was not read"),
    ),
    "text in a pattern of letters": (
        pages(SENTENCE, more=[
            stream(base64.a85encode(zlib.compress(PATTERN[0])) + b"~>",
                   PATTERN[1] + b"/Filter[/ASCII85Decode/FlateDecode]")]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "text in a pattern of digits": (
        pages(SENTENCE, more=[stream(PATTERN[0].hex().encode() + b">",
                                     PATTERN[1] + b"/Filter/ASCIIHexDecode")]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "a pattern in a packing that is not known": (
        pages(SENTENCE, more=[stream(b"x", PATTERN[1] + b"/Filter/LZWDecode")]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "a page whose content is damaged": (
        damaged(zlib.compress(SENTENCE)[:-20], b"/FlateDecode"),
        Unread("page", "1 page with damaged content was not read"),
    ),
    "a line in signs that are no letters": (
        pages(pdffiles.lines(*[b"The committee met in the old town hall."] * 4)
              + b"BT /F 12 Tf 50 600 Td (%s) Tj ET" % (b"\\001" * 10)),
        Unread("page", "1 line in signs that are no letters was not read"),
    ),
    "text in a packed pattern": (
        pages(SENTENCE, more=[
            stream(zlib.compress(PATTERN[0]), PATTERN[1] + b"/Filter/FlateDecode")]),
        Unread("page", "1 pattern with text was not read"),
    ),
    "a document joined to the file": (
        pages(SENTENCE, root=b"/AF[6 0 R]", more=[
            b"<</F(a \\(1\\).docx)/UF(a \\(1\\).docx)/Type/Filespec/EF<</F 7 0 R>>>>",
            stream(b"words", b"/Type/EmbeddedFile")]),
        Unread("attachment", 'the attachment "a (1).docx" was not read'),
    ),
    "a document joined in a packed object": (
        pages(SENTENCE, more=[stream(
            zlib.compress(b"9 0 <</Type/Filespec/UF<FEFF0061002E006F00640074>/EF<</F 7 0 R>>>>"),
            b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")]),
        Unread("attachment", 'the attachment "a.odt" was not read'),
    ),
    "a field that belongs to no form": (
        pages(SENTENCE, notes=[note(b"Widget", TEXT)]),
        Unread("form", "1 filled-in form field was not read"),
    ),
    "a field that is drawn": (
        pages(SENTENCE, notes=[note(b"Widget", b"/FT/Tx" + DRAWN)], more=[b"null", b"null",
              stream(PATTERN[0], b"/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>")]),
        Unread("form", "1 filled-in form field was not read"),
    ),
    "a page that cannot be opened": (
        pages(SENTENCE, SENTENCE).replace(b"6 0 obj\n<</Type/Page/", b"6 0 obj\n<</Type/None/"),
        Unread("page", "1 page without text was not read"),
    ),
    "letters of a font of its own": (
        pages(SENTENCE + b"BT /F 12 Tf 50 600 Td (%s) Tj ET" % (b"\\001\\002\\003" * 40)),
        Unread("page", "1 page in signs that are no letters was not read"),
    ),
    "a line in letters of a font of its own": (
        pages(SENTENCE + b"BT /G 12 Tf 50 600 Td (ABC ABCA) Tj ET").replace(
            b"/Font<</F 3 0 R>>", b"/Font<</F 3 0 R/G<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            b"/Encoding<</Differences[65/uni0191/uni0197/uni01BF]>>>>>>"),
        Unread("page", "1 line in letters of a font of its own was not read"),
    ),
}


@pytest.mark.parametrize(("data", "said"), CASES.values(), ids=CASES)
def test_what_is_not_read_is_named(data: bytes, said: Unread) -> None:
    assert unread(data) == (said,)


def test_a_form_without_other_text_is_named_and_no_scan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(form(TEXT).replace(b"(The committee met in the old town hall.)", b"(     )"))
    assert main(["check", str(path)]) == 2
    assert "1 filled-in form field was not read" in capsys.readouterr().err.lower()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(pages(PICTURE), "a scan", id="a scan"),
        pytest.param(pages(b""), "a scan", id="blank"),
        pytest.param(pages(SENTENCE).replace(b"/Type/Page/", b"/Type/None/"), "no whole PDF",
                     id="no page that can be opened"),
        pytest.param(pages(SENTENCE, trailer=b"/ID[(a)(a)]/Encrypt<</Filter/Adobe.PubSec/V 4>>"),
                     "password", id="encrypted for one person"),
    ],
)
def test_a_file_of_which_nothing_is_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        unread(data)
    assert words in trouble.value.hint


@pytest.mark.parametrize("at", range(0, 1000, 50))
@pytest.mark.parametrize("name", ["a field of a form", "a document pinned to a page"])
def test_a_spoilt_file_is_read_or_refused(name: str, at: int) -> None:
    data = CASES[name][0]
    for spoilt in (data[:at] + b"\xff<<(" + data[at + 4 :], data[:at] + data[at + 30 :]):
        try:
            unread(spoilt)
        except CannotRead as trouble:
            assert trouble.hint


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        pytest.param((b"The govern-", b"ment of the town."), "The government of the town.",
                     id="a word"),
        pytest.param((b"A non-", b"EU state."), "A non-EU state.", id="before a capital"),
        pytest.param((b"A state-of-the-", b"art hall."), "A state-of-the-art hall.",
                     id="a word with hyphens"),
        pytest.param((b"China is far. A China-", b"backed hall."),
                     "China is far. A China-backed hall.",
                     id="behind a name that stands elsewhere"),
        pytest.param((b"They met in Chi-", b"na."), "They met in China.", id="a name"),
        pytest.param((b"A well-known hall, well-", b"known."), "A well-known hall, well-known.",
                     id="a word that stands so elsewhere"),
        pytest.param((b"China sees. The Chi-", b"na of old."), "China sees. The China of old.",
                     id="a word that stands whole elsewhere"),
    ],
)
def test_a_word_that_a_line_end_parts_is_one(texts: tuple[bytes, ...], read: str) -> None:
    document = readers.read(Path("a.pdf"), pages(lines(*texts)))
    assert [segment.text for segment in document.segments] == [read]
    assert document.parts[0].text == "\n".join(map(bytes.decode, texts))


def test_a_parted_name_is_found_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pages(lines(b"For years Chi-", b"na jailed poets.")))
    (finding,) = api.check([path], Options(), cache=False).findings
    assert (finding.words, finding.at.place) == ("China", "page 1")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Line of a mail\n" + pages(SENTENCE), id="behind other bytes"),
        pytest.param(pages(SENTENCE)[:-9], id="without its end"),
        pytest.param(pages(SENTENCE).replace(b"startxref\n", b"startxref\n9"), id="a wrong place"),
        pytest.param(pages(SENTENCE).replace(b"xref\n0 6", b"xref\n0 2"), id="a short table"),
        pytest.param(pages(SENTENCE).replace(b"/Length 68", b"/Length 9"), id="a wrong length"),
        pytest.param(pages(SENTENCE) + b"\0" * 5000, id="before other bytes"),
    ],
)
def test_what_can_be_mended_is_read(data: bytes) -> None:
    document = readers.read(Path("a.pdf"), data)
    assert [one.text for one in document.segments] == ["The committee met in the old town hall."]


def raised(mark: bytes, before: bytes = b"China", after: bytes = b" jailed a poet.") -> bytes:
    """A line with a mark of small letters, set above it."""
    return (
        b"BT /F 12 Tf 50 700 Td (%s) Tj /F 7 Tf 4 Ts (%s) Tj /F 12 Tf 0 Ts (%s) Tj ET"
        % (before, mark, after)
    )


def texts(*contents: bytes) -> list[str]:
    return [segment.text for segment in readers.read(Path("a.pdf"), pages(*contents)).segments]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(lines(b"The G20 met on May 12, at 10."), "The G20 met on May 12, at 10.",
                     id="figures that are not raised"),
        pytest.param(raised(b"2", b"about 10", b" of it."), "about 102 of it.", id="a power"),
        pytest.param(raised(b"e", b"XX", b" was long."), "XXe was long.", id="an ending"),
        pytest.param(raised(b"1"), "China jailed a poet.", id="a figure"),
        pytest.param(raised(b"123"), "China jailed a poet.", id="three figures"),
        pytest.param(raised(b"1,2"), "China jailed a poet.", id="two notes"),
        pytest.param(raised(b"a"), "China jailed a poet.", id="a letter"),
        pytest.param(raised(b"12", b"They met.", b" They went."), "They met. They went.",
                     id="behind a full stop"),
        pytest.param(lines(b"Plan A B and C"), "Plan A B and C", id="two letters"),
        pytest.param(lines(b"C h i n a   j a i l e d   a   p o e t."), "China jailed a poet.",
                     id="letters with blanks"),
        pytest.param(lines(b"C h i n a jailed her."), "China jailed her.", id="one such word"),
        pytest.param(
            b"BT /F 12 Tf 50 700 Td [(C) -400 (h) -400 (i) -400 (n) -400 (a) -1200 (i) -400 (s)"
            b"-900 (big.)] TJ ET", "China is big.", id="letters set apart"),
    ],
)
def test_raised_marks_and_letters_set_apart_are_read_as_they_are_seen(
    content: bytes, text: str
) -> None:
    assert texts(content) == [text]


def sized(*runs: tuple[int, bytes]) -> bytes:
    """One line in letters of these sizes, each after a blank of 11 points or after `=`."""
    shown = b""
    for size, text in runs:
        room = 0 if text.startswith(b"=") else 2_750 // size
        shown += b"/F %d Tf [%d (%s)] TJ " % (size, -room, text.removeprefix(b"="))
    return b"BT 50 700 Td %sET\n" % shown


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(sized((30, b"Norland"), (20, b"closes its ports.")),
                     "Norland closes its ports.", id="first"),
        pytest.param(sized((20, b"In May"), (30, b"Norland"), (20, b"closed ports.")),
                     "In May Norland closed ports.", id="inside"),
        pytest.param(sized((20, b"Ports closed by"), (30, b"Norland")),
                     "Ports closed by Norland", id="last"),
        pytest.param(sized((12, b"now"), (30, b"Norland"), (12, b"closes")),
                     "now Norland closes", id="between"),
        pytest.param(sized((30, b"N"), (24, b"=ORLAND"), (30, b"C"), (24, b"=LOSES")),
                     "NORLAND CLOSES", id="small capitals are one word"),
        pytest.param(sized((30, b"N"), (24, b"=orland closes")), "Norland closes",
                     id="a large letter is of its word"),
        pytest.param(sized((30, b"N o r l a n d   c l o s e s"), (20, b"its ports")),
                     "Norland closes its ports", id="letters with blanks before others"),
    ],
)
def test_words_of_another_size_stand_beside_the_next(content: bytes, text: str) -> None:
    assert texts(content) == [text]


def drawn(*rows: str, top: int = 700, size: int = 12) -> bytes:
    """Lines of one size, from a height downwards."""
    return b"".join(
        b"BT /F %d Tf 50 %d Td (%s) Tj ET\n" % (size, top - 14 * at, row.encode())
        for at, row in enumerate(rows)
    )


OVER = drawn("They met in the old town hall and heard", "what was said of the way in which China")
ON = drawn("jailed the poet and his sister.", "They went home late.")
WHOLE = ("They met in the old town hall and heard what was said of the way in which China jailed"
         " the poet and his sister. They went home late.")
HEAD = drawn("Report of the town", top=780, size=9)
NOTES = drawn("1 See the letter of May.", "2 See another, too.", top=674, size=9)


NUMBER = drawn("3", top=30, size=9)
SITE = drawn("www.example.org", top=44, size=9)
ADDRESS = drawn("Group of the town", "www.example.org", top=44, size=9)


def foot(number: int) -> bytes:
    return drawn(f"Page {number} of 2", top=30, size=9)


@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        pytest.param(drawn("They met in the hall."), ON, 2, id="a sentence that ends"),
        pytest.param(OVER, drawn("Poets of the town", "met there."), 2, id="a new text"),
        pytest.param(OVER, ON, 1, id="no more than text"),
        pytest.param(OVER + foot(1), ON + foot(2), 3, id="numbers of pages"),
        pytest.param(HEAD + OVER + foot(1), HEAD + ON + foot(2), 5, id="running heads"),
        pytest.param(OVER + foot(1), HEAD + ON + foot(2), 4, id="a head on the second page"),
        pytest.param(OVER + NOTES + foot(1), ON, 3, id="notes close to the text"),
        pytest.param(OVER + drawn("12", top=672), ON, 2, id="a number close to the text"),
        pytest.param(HEAD + NUMBER + OVER, HEAD + NUMBER + ON, 5, id="head and number before"),
        pytest.param(SITE + OVER, SITE + ON, 3, id="an address at the foot, before the text"),
        pytest.param(SITE + NUMBER + OVER, SITE + NUMBER + ON, 5, id="two feet before the text"),
        pytest.param(HEAD + SITE + foot(1) + OVER, HEAD + SITE + foot(2) + ON, 5,
                     id="a head and two feet before the text"),
        pytest.param(OVER + HEAD, ON + HEAD, 3, id="a head after the text"),
        pytest.param(OVER + HEAD + foot(1), ON + HEAD + foot(2), 5, id="both after the text"),
        pytest.param(foot(1) + OVER + HEAD, foot(2) + ON + HEAD, 5, id="one before, one after"),
        pytest.param(ADDRESS + OVER, ADDRESS + ON, 3, id="an address of two lines"),
    ],
)
def test_a_sentence_goes_on_over_the_end_of_a_page(first: bytes, second: bytes, seen: int) -> None:
    found = texts(first, second)
    assert (len(found), WHOLE in found) == (seen, OVER in first and ON in second)


BODY = ("They met in the old town hall.", "They read a letter there.", "They went home late.")


def headline(size: int, *rows: str, leading: float = 1.2, top: int = 770) -> bytes:
    """Lines of a size, this many times as far from each other as they are high."""
    return b"".join(
        b"BT /F %d Tf 50 %d Td (%s) Tj ET\n" % (size, top - at * size * leading, row.encode())
        for at, row in enumerate(rows)
    )


@pytest.mark.parametrize("size", [12, 14, 18, 20, 24, 36])
def test_the_lines_of_a_headline_are_one_text(size: int) -> None:
    rows = ("In the north China", "jailed the poet", "and his sister")
    found = texts(headline(size, *rows) + drawn(*BODY, top=600))
    assert found == [" ".join(rows), " ".join(BODY)]


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(headline(24, "A letter") + headline(18, "of the town", top=738), id="heights"),
        pytest.param(headline(24, "A letter", "of the town", leading=2), id="far apart"),
        pytest.param(headline(12, "A letter", "of the town", leading=2), id="as high as the text"),
    ],
)
def test_a_headline_and_the_next_are_two(over: bytes) -> None:
    assert texts(over + drawn(*BODY, top=600)) == ["A letter", "of the town", " ".join(BODY)]


def column(left: int, *rows: str, top: int = 700) -> bytes:
    return drawn(*rows, top=top).replace(b" Tf 50 ", b" Tf %d " % left)


@pytest.mark.parametrize("top", [672, 686, 700])
def test_a_sentence_goes_on_in_the_next_column(top: int) -> None:
    one = ("They met in the old hall", "and heard of the way", "in which China")
    other = ("jailed the poet", "and his sister.", "They left late.")
    content = column(50, *one) + column(320, *other, top=top)
    assert texts(content) == [" ".join((*one, *other))]


def test_what_stands_on_two_pages_keeps_both_places(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    more = drawn("and in which China", "jailed his sister, they said, in the spring and how Chi-")
    file.write_bytes(pages(OVER, drawn("jailed the poet", "a year before"), more,
                           drawn("na jailed them all.")))
    found = api.check([file]).findings
    assert [(one.at.place, one.words) for one in found] == [
        ("page 1", "China"), ("page 3", "China"), ("page 3", "China"),
    ]
    (document,) = {one.at.part for one in found}
    text = readers.read(file, file.read_bytes()).parts[document].text
    assert [text[one.at.start : one.at.end] for one in found] == ["China", "China", "Chi-\nna"]


def opened(letter: str, *rows: str, is_first: bool) -> bytes:
    """Lines with a letter as high as three of them at their left."""
    body = b"".join(
        b"BT /F 12 Tf %d %d Td (%s) Tj ET\n" % (82 if at < 3 else 50, 698 - 14 * at, row.encode())
        for at, row in enumerate(rows)
    )
    large = b"BT /F 42 Tf 50 672 Td (%s) Tj ET\n" % letter.encode()
    return large + body if is_first else body + large


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("letter", "row", "text"),
    [
        pytest.param("C", "hina jailed a poet in the spring and", "China jailed a", id="a name"),
        pytest.param("A", "committee met in the old town and said", "A committee met", id="a word"),
        pytest.param("P", "OETS met there in the old hall and", "POETS met", id="capitals"),
    ],
)
def test_a_large_letter_opens_the_word_beside_it(
    letter: str, row: str, text: str, is_first: bool
) -> None:
    rows = (row, "nobody was told of it until a man had", "written to his mother and", "left.")
    (found,) = texts(opened(letter, *rows, is_first=is_first))
    assert found.startswith(f"{text} ")


def test_a_letter_as_high_as_the_text_stands_by_itself() -> None:
    assert texts(drawn("Plan", "B", "was good.")) == ["Plan B was good."]


def _row(text: str, bottom: float, height: float = 10.0) -> Line:
    return Line(text, bottom, height)


def test_a_sentence_goes_on_below_the_head_of_a_page_of_two_lines() -> None:
    page = [_row(f"Line {at} of the text", 760.0 - 14 * at) for at in range(6)]
    pages = [
        [_row("The Valley", 790), *page, _row("In spring China", 676)],
        [_row("The Valley", 790), _row("jailed five poets.", 761)],
    ]
    texts = [[line.text for _, lines in over for line in lines] for over in over_pages(pages)]
    assert any(row[-2:] == ["In spring China", "jailed five poets."] for row in texts)


@pytest.mark.parametrize("first", ["jailed five poets.", "Poets were jailed."])
def test_a_sentence_goes_on_over_a_note_at_the_foot_of_a_column(first: str) -> None:
    page = [_row(f"Line {at} of the text", 200.0 - 14 * at) for at in range(6)]
    column = [*page, _row("In spring China", 116), _row("1 A note.", 30, 8.0), _row(first, 200)]
    texts = [[line.text for _, lines in over for line in lines] for over in over_pages([column])]
    assert any(row[-2:] == ["In spring China", first] for row in texts) is first.islower()


def test_letters_one_under_another_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[_row("A title of the page", 700), _row("Chinajailedfivepoetsyesterday.", 100, 590.0)]]
    answer = Pages(rows, "", 1)
    monkeypatch.setattr("lintwords.readers.pdf.reader._worker.pages", lambda data: answer)
    document = readers.read(Path("a.pdf"), b"")
    assert [one.what for one in document.unread] == [
        "1 line of letters one under another was not read"
    ]
