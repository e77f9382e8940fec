"""Plain text: paragraphs, wraps, quotations in mail, lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords import readers
from lintwords.model import Document, Kind, Span, hull

PROSE, ITEM, HEADING = Kind.PROSE, Kind.ITEM, Kind.HEADING


def read(source: str) -> Document:
    return readers.read(Path("a.txt"), source.encode())


@pytest.mark.parametrize(
    ("source", "phrase", "span"),
    [
        pytest.param("China jailed him.", "China", (0, 5), id="start of file"),
        pytest.param("\n\n  China jailed him.", "China", (4, 9), id="after blank lines and indent"),
        pytest.param("the Chinese\n   government", "Chinese government", (4, 25), id="wraps"),
        pytest.param("Ürümqi 新疆 — China\r\nacted", "China acted", (12, 24), id="not ASCII, CRLF"),
        pytest.param("self-\ngoverned", "self-\xadgoverned", (0, 14), id="hyphen at the line end"),
        pytest.param("so -\ngoverned", "so - governed", (0, 13), id="a dash is no hyphen"),
        pytest.param("> the Chinese\n> government", "Chinese government", (6, 26), id="mail"),
        pytest.param("in\n- China", "in - China", (0, 10), id="a dash in the middle is no item"),
        pytest.param("in\n1997. China", "in 1997. China", (0, 14), id="a year is no item"),
        pytest.param("a\x0cChina\u2028b", "China", (2, 7), id="other line ends are white space"),
        pytest.param("China\rhas", "China has", (0, 9), id="old Mac line end"),
    ],
)
def test_span_leads_back_to_source(source: str, phrase: str, span: tuple[int, int]) -> None:
    (segment,) = read(source).segments
    at = segment.text.index(phrase)
    piece = hull(segment.map.to_source(Span(at, at + len(phrase))))
    assert (piece.start, piece.end) == span


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\r\n", [], id="only white space"),
        pytest.param("A\n \nB\r\n\r\nC", [(HEADING, "A"), (PROSE, "B"), (PROSE, "C")], id="blank"),
        pytest.param("A line.\n\nB", [(PROSE, "A line."), (PROSE, "B")], id="a stop: no heading"),
        pytest.param("China acts", [(PROSE, "China acts")], id="one line alone is no heading"),
        pytest.param("A\nb\n\nC", [(PROSE, "A b"), (PROSE, "C")], id="two lines are no heading"),
        pytest.param(
            "- one\n  more\n* two\n12) three",
            [(ITEM, "one more"), (ITEM, "two"), (ITEM, "three")],
            id="items",
        ),
        pytest.param("So:\n• one", [(PROSE, "So:"), (ITEM, "one")], id="items after a colon"),
        pytest.param("Name\n====\ntext", [(PROSE, "Name"), (PROSE, "text")], id="drawn rule"),
        pytest.param("-----", [], id="only a rule"),
        pytest.param("One came\n*** A NEW DAY ***\nand went.",
                     [(PROSE, "One came"), (HEADING, "*** A NEW DAY ***"), (PROSE, "and went.")],
                     id="a headline between signs"),
        pytest.param("One --- came\n--- and --- went", [(PROSE, "One --- came --- and --- went")],
                     id="signs that frame nothing"),
    ],
)
def test_segments(source: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(s.kind, s.text) for s in read(source).segments] == expected


def test_quoted_mail_is_apart_from_the_answer() -> None:
    source = "> China is good\n> they say\n>\n> more\nNo.\n>> deep\n\nEnd"
    assert [(s.text, s.quoted) for s in read(source).segments] == [
        ("China is good they say", True),
        ("more", True),
        ("No.", False),
        ("deep", True),
        ("End", False),
    ]


def test_a_paragraph_without_wraps_is_one_run() -> None:
    (segment,) = read("  The Chinese  government. " * 3).segments
    assert len(segment.map.runs) == 1


@pytest.mark.parametrize("unit", ["China ", "\n ", " ", "> ", "- a\n", "-", "\r", "> \n\n"])
def test_large_hostile_text_is_read(unit: str) -> None:
    source = unit * (500_000 // len(unit))
    assert read(source).source == source


BESIDE = """\
Lawyers wrote to the council. China     The weather was fine and the
jailed five of them in May without      roads were dry. Farmers cut
a trial, and two have died since.       the hay early this year.
"""


@pytest.mark.parametrize("source", [
    pytest.param(BESIDE, id="two columns"),
    pytest.param(f"Court news\n\n{BESIDE}\nA line below them.\n", id="among other paragraphs"),
    pytest.param(BESIDE.replace("\n", "\r\n"), id="with other line ends"),
    pytest.param(f"{BESIDE}a third one was let go.\n", id="the left one is longer"),
    pytest.param(f"{BESIDE}{' ' * 40}and stacked it.\n", id="the right one is longer"),
    pytest.param("\n".join(f"   {row}" for row in BESIDE.splitlines()), id="both are indented"),
])
def test_columns_side_by_side_are_read_one_after_the_other(source: str) -> None:
    document = read(source)
    left, right = (one for one in document.segments if " the " in one.text)
    assert left.text.startswith("Lawyers wrote to the council. China jailed five of them in May")
    assert right.text.startswith("The weather was fine and the roads were dry. Farmers cut the")
    at = left.text.index("China")
    piece = hull(left.map.to_source(Span(at, at + 5)))
    assert source[piece.start : piece.end] == "China"
    assert document.is_locked(*piece[:3])  # a longer word would push the right column aside


@pytest.mark.parametrize("source", [
    pytest.param(
        "   State         Lawyers jailed       Year of the law\n"
        "   China         five lawyers         two thousand six\n"
        "   Laos          three lawyers        two thousand ten\n", id="a table"),
    pytest.param(
        "Lawyers  wrote to the council.  China   jailed five\n"
        "of  them in May without  a trial, and   two of them\n"
        "have died since. No one  has told why,  and none is\n", id="lines set to fill the width"),
    pytest.param("\n".join(f"> {row}" for row in BESIDE.splitlines()), id="a quotation"),
    pytest.param("\n".join(BESIDE.splitlines()[:2]), id="two lines"),
])
def test_what_is_no_prose_in_columns_is_read_by_its_lines(source: str) -> None:
    assert len(read(source).segments) == 1
