"""Lines that stand alone above a title: a date, a label, a byline."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords import readers
from lintwords.readers.common import lines_apart

ABOVE = [
    pytest.param("12 March 2031", "Norland closes its harbours", id="date"),
    pytest.param("Published 12 March 2031", "Norland closes its harbours", id="date with a word"),
    pytest.param("No. 12/2031", "Norland closes its harbours", id="number of a release"),
    pytest.param("FOR IMMEDIATE RELEASE", "Norland closes its harbours", id="label in capitals"),
    pytest.param("FOR IMMEDIATE RELEASE", "12 March 2031", id="label, then a date"),
    pytest.param("For Immediate Release", "Norland Closes Its Harbours", id="label as a title"),
    pytest.param("Pour diffusion immédiate", "LE NORLAND FERME SES PORTS", id="French label"),
    pytest.param("By Vera Testova", "Norland closes its harbours", id="byline"),
    pytest.param("Press Office of the Valley Union", "Norland closes its ports", id="longer"),
]
GOES_ON = [
    pytest.param("The harbours were closed by", "Norland last week", id="wants another word"),
    pytest.param("The Valley Union of", "Norland Workers said no", id="a name that goes on"),
    pytest.param("The Free Workers' Union of the Valley and the Lakes", "Norland Branch Says No",
                 id="a title that is broken"),
    pytest.param("“In the spring of 2031", "Norland closed them,” she said", id="in a quotation"),
    pytest.param("In the spring of 2031", "he closed them", id="small letters"),
    pytest.param("On 12 March 2031,", "Norland closed them", id="comma"),
    pytest.param("On Monday", "Norland closed them.", id="a sentence"),
    pytest.param("In 2031", "Norland closed them.", id="a sentence that begins with a year"),
    pytest.param("Norland", "Closes Its Harbours", id="one word"),
    pytest.param("HARBOURS CLOSED BY", "NORLAND IN MARCH", id="capitals that go on"),
]


@pytest.mark.parametrize(("line", "after"), ABOVE)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_above_a_title_is_a_passage_of_its_own(name: str, line: str, after: str) -> None:
    document = readers.read(Path(name), f"{line}\n{after}\n".encode())
    assert [segment.text for segment in document.segments] == [line, after]


@pytest.mark.parametrize(("line", "after"), GOES_ON)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_that_goes_on_is_not(name: str, line: str, after: str) -> None:
    document = readers.read(Path(name), f"{line}\n{after}\n".encode())
    assert [segment.text for segment in document.segments] == [f"{line} {after}"]


@pytest.mark.parametrize("end", ["  \n", "\\\n", " \n", "\r\n"])
def test_however_the_line_ends_in_markdown(end: str) -> None:
    document = readers.read(Path("a.md"), f"**12 March 2031**{end}Norland closes them".encode())
    assert [segment.text for segment in document.segments] == [
        "12 March 2031", "Norland closes them",
    ]


def test_in_mail_and_in_quotations() -> None:
    mail = b"Subject: News\n\nhello\n\n> 12 March 2031\n> Norland closes its harbours\n"
    document = readers.read(Path("a.eml"), mail)
    assert [segment.text for segment in document.segments] == [
        "News", "hello", "12 March 2031", "Norland closes its harbours",
    ]


def test_a_sentence_of_three_lines_goes_on() -> None:
    source = "On Monday\nNorland closed the harbours that\nthe union had built"
    assert not lines_apart.alone(source, 0, len(source))


def test_only_lines_at_the_head_of_a_paragraph() -> None:
    source = "He said that in the spring of 2031\nthe union met in 2032\nNorland said no"
    assert not lines_apart.alone(source, 0, len(source))
