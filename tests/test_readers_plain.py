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
    read(unit * (500_000 // len(unit)))
