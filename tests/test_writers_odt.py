"""Fixes in OpenDocument texts: the found words change, and no other byte of any member."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odtfiles import NAMES, odt

from lintwords import api, readers
from lintwords.cli.main import main as lintwords
from lintwords.errors import CannotWrite
from lintwords.model import Document, Edit
from lintwords.readers.odt import reader as odts

PATH = Path("a.odt")
NEW = "The Chinese government"
P = "<text:p>{}</text:p>"


def read(data: bytes) -> Document:
    return readers.read(PATH, data)


def content(data: bytes, name: str = "content.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def changed(data: bytes, old: str = "China", new: str = NEW, part: int = 0) -> bytes:
    document = read(data)
    at = document.parts[part].text.index(old)
    return odts.write(data, document, [Edit(part, at, at + len(old), new)])


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        pytest.param("China jailed a poet.", "China", NEW, f"{NEW} jailed a poet.", id="plain"),
        pytest.param("Ürümqi 😀 &amp; China &lt; x", "China", "A & B",
                     "Ürümqi 😀 &amp; A &amp; B &lt; x", id="not ASCII, references"),
        pytest.param("On Chi<text:span>na has</text:span> jailed", "China has", "it has",
                     "On it has<text:span></text:span> jailed", id="over a span"),
        pytest.param("the\r\n   Chinese   state", "the Chinese", "that",
                     "that   state", id="white space of the XML"),
        pytest.param("a <!-- no text --> China", "China", "b", "a <!-- no text --> b",
                     id="after a comment"),
        pytest.param("R&#38;D in Chin&#x61; now", "China", "b", "R&#38;D in b now",
                     id="a letter by its number"),
        pytest.param('see <text:a xlink:href="https://example.org/China">China</text:a>', "China",
                     "b", 'see <text:a xlink:href="https://example.org/China">b</text:a>',
                     id="the words of a link"),
        pytest.param("China<text:bookmark-start text:name='China'/> acts", "China acts", "b",
                     "b<text:bookmark-start text:name='China'/>", id="a mark inside stays"),
        pytest.param("China acts", "China", "a  b\tc\nd",
                     'a <text:s text:c="1"/>b<text:tab/>c<text:line-break/>d acts',
                     id="signs in new words"),
    ],
)
def test_the_words_change_and_nothing_else(before: str, old: str, new: str, after: str) -> None:
    made = changed(odt(P.format(before)), old, new)
    assert content(made) == content(odt(P.format(before))).replace(before, after)
    words = read(odt(P.format(before))).parts[0].text.replace(old, new)
    assert read(made).parts[0].text.split() == words.split()


def test_other_members_stay_byte_for_byte() -> None:
    data = odt(P.format("China"), settings_xml=f"<a {NAMES}/>", **{"Pictures/a_png": b"\0\1"})
    old, new = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, changed(data)))
    assert old.namelist() == new.namelist()
    assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["content.xml"]


def test_a_header_is_changed_where_it_stands() -> None:
    page = "<style:header><text:p>China desk</text:p></style:header>"
    styles = f"<office:document-styles {NAMES}>{page}</office:document-styles>"
    data = odt(P.format("a"), styles_xml=styles)
    made = changed(data, part=1)
    assert content(made) == content(data)
    assert content(made, "styles.xml") == styles.replace("China", NEW)


def test_words_are_put_in_behind_what_is_there() -> None:
    data = odt(P.format("one<text:span>two</text:span>"))
    document = read(data)
    made = odts.write(data, document, [Edit(0, 3, 3, " and ")])
    assert "one and <text:span>two" in content(made)


def test_another_prefix_is_kept() -> None:
    text = content(odt(P.format("China acts"))).replace("text:", "t:").replace("office:t:", "o:")
    text = text.replace("xmlns:text=", "xmlns:t=").replace(":t:1.0", ":text:1.0")
    text = text.replace("office:text", "o:text")
    data = odt("", **{"content_xml": text.replace("o:text", "office:text")})
    assert "<t:line-break/>" in content(changed(data, new="a\nb"))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(P.format("<text:author-name>China</text:author-name>"), id="a field"),
        pytest.param('<text:section text:protected="true"><text:p>China</text:p></text:section>',
                     id="a protected section"),
        pytest.param('<table:table><table:table-row><table:table-cell table:protected="true">'
                     "<text:p>China</text:p></table:table-cell></table:table-row></table:table>",
                     id="a protected cell"),
        pytest.param(P.format("<draw:frame><svg:desc>China</svg:desc></draw:frame>"), id="alt"),
        pytest.param(P.format("Chi<text:tab/>na"), id="a tab inside"),
    ],
)
def test_what_is_not_the_writers_stays(body: str) -> None:
    data = odt(body)
    document = read(data)
    with pytest.raises(CannotWrite, match="cannot change"):
        odts.write(data, document, [Edit(0, 0, len(document.parts[0].text), NEW)])


READ_ONLY = '<config:config-item config:name="LoadReadonly">true</config:config-item>'
SETTINGS = f"<a {NAMES}>{READ_ONLY}</a>"
REGION = "<text:tracked-changes><text:changed-region/></text:tracked-changes>"


@pytest.mark.parametrize(
    ("body", "parts", "why"),
    [
        pytest.param(REGION, {}, "Its changes are tracked", id="tracked changes"),
        pytest.param("<text:tracked-changes/>", {}, "Its changes are tracked", id="tracking"),
        pytest.param('<text:tracked-changes text:track-changes="false"/>', {}, "", id="not now"),
        pytest.param("", {"META-INF/documentsignatures_xml": "<a/>"}, "signed", id="signed"),
        pytest.param("", {"Basic/Standard/x_xml": "<a/>"}, "macros", id="macros"),
        pytest.param("", {"settings_xml": SETTINGS}, "protected", id="read-only"),
        pytest.param("<text:p><![CDATA[a]]></text:p>", {}, "unusual way", id="raw text"),
    ],
)
def test_why_a_file_must_not_be_changed(body: str, parts: dict[str, str], why: str) -> None:
    data = odt(body + P.format("China jailed a poet."), **parts)
    document = read(data)
    assert why in document.read_only and bool(why) == bool(document.read_only)
    last = document.parts[-1].index
    if why:
        with pytest.raises(CannotWrite):
            odts.write(data, document, [Edit(last, 0, 5, NEW)])
    else:
        assert read(odts.write(data, document, [Edit(last, 0, 5, NEW)])).parts[-1].text[:3] == "The"


@given(st.lists(st.sampled_from(
    ["a", "é", "😀", " ", "\n", "\r\n", "&amp;", "&#10;", "<text:span>", "</text:span>",
     "<text:s/>", "<!-- -->", "]", "China "]
)), st.data())
def test_any_words_that_are_free_can_be_replaced(pieces: list[str], draw: st.DataObject) -> None:
    text, depth = "", 0
    for piece in pieces:  # spans that close what they open
        depth += (piece == "<text:span>") - (piece == "</text:span>")
        if depth < 0:
            depth = 0
            continue
        text += piece
    data = odt(P.format(f"x{text}{'</text:span>' * depth}y"))
    document = read(data)
    (part,) = document.parts
    start = draw.draw(st.integers(0, len(part.text)))
    end = draw.draw(st.integers(start, len(part.text)))
    if any(lock.touches(start, end) for lock in document.locked) or start == end:
        return
    made = odts.write(data, document, [Edit(0, start, end, "NEW")])
    wanted = f"{part.text[:start]}NEW{part.text[end:]}"
    assert read(made).parts[0].text.split() == wanted.split()


# -- the command ----------------------------------------------------------------------------------


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("release.odt")
    path.write_bytes(odt(P.format("China jailed a poet.") + P.format("Calm words.")))
    return path


def test_fix_writes_a_copy_and_a_second_run_adds_nothing(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = release.read_bytes()
    assert lintwords(["fix", "release.odt"]) == 0
    copy = Path("release.lintwords.odt")
    assert release.read_bytes() == before
    assert [part.text for part in read(copy.read_bytes()).parts] == [
        "The Chinese government jailed a poet.", "Calm words.",
    ]
    assert capsys.readouterr().out == (
        "release.lintwords.odt  1 changed\n"
        "1 place changed in 1 file.\n"
        "release.lintwords.odt is a copy; release.odt stays as it is.\n"
    )
    made = copy.read_bytes()
    lintwords(["fix", "release.lintwords.odt"])
    assert copy.read_bytes() == made
    assert api.check([copy]).findings == ()


def test_in_place_changes_the_file_itself(release: Path, tmp_path: Path) -> None:
    lintwords(["fix", "--in-place", "release.odt"])
    assert [path.name for path in tmp_path.iterdir()] == ["release.odt"]
    assert "lintwords" not in content(release.read_bytes())
    assert content(release.read_bytes()).count("The Chinese government jailed") == 1


def test_a_diff_shows_paragraphs(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lintwords(["fix", "--diff", "release.odt"]) == 1
    assert "\n-China jailed a poet.\n+The Chinese government jailed" in capsys.readouterr().out


def test_tracked_changes_are_left_to_people_and_it_says_why(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release.write_bytes(odt(REGION + P.format("China jailed a poet.")))
    lintwords(["check", "release.odt"])
    assert "by hand: its changes are tracked." in " ".join(capsys.readouterr().out.split())
    before = release.read_bytes()
    assert lintwords(["fix", "release.odt"]) == 2
    assert "Its changes are tracked" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["release.odt"]
    assert release.read_bytes() == before
