"""The key of the review that tells what spoke for a finding, and what against it."""

from __future__ import annotations

import re
from pathlib import Path

import desks
import pytest
from screens import after

from lintwords.cli.main import main
from lintwords.reports.cells import cells
from lintwords.tui.plain import Plain

ENGLISH = "On Monday China threatened athletes who had spoken of the camps.\n"
FRENCH = "Selon eux, la Chine a torturé lundi des avocats et leurs familles dans la ville.\n"
LINE = "They were sent to vocational training centres in Xinjiang.\n"


pytestmark = pytest.mark.usefixtures("in_own_folder")


@pytest.mark.parametrize(
    ("text", "words", "pro", "reading"),
    [
        pytest.param(ENGLISH, "China: subject, threaten.", "threatened", "Reading en-", id="en"),
        pytest.param(FRENCH, "Chine: subject, torturer.", "torturé", "Reading fr-", id="fr"),
    ],
)
def test_the_key_shows_what_weighed(text, words, pro, reading):
    shown = after(text, "c")
    assert (len(shown), max(map(cells, shown)) <= 80) == (24, True)
    said = "\n".join(shown)
    assert words in said and reading in said
    assert re.search(r"with a chance of \d+ in 100", said)
    first, last = said.index("For the government"), said.index("Against it")
    assert re.search(rf"{pro} \+\d\.\d", said[first:last])
    assert not re.search(r" -\d\.\d", said[first:last])
    assert not re.search(r"\w \+\d\.\d", said[last : said.index(reading)])


def test_the_key_closes_what_it_opened():
    assert after(ENGLISH, "c", "c") == after(ENGLISH)


def test_of_words_that_a_rule_asks_for_nothing_was_weighed():
    said = " ".join("\n".join(after(LINE, "c")).split())
    assert "The rule asks for these words themselves." in said


def test_the_key_stands_in_the_help():
    shown = "\n".join(after(ENGLISH, "?", lines=60))
    assert re.search(r"\bc {20,}Show what spoke for a finding", shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [pytest.param(ENGLISH, "error, conflation, en", id="en"),
     pytest.param(FRENCH, "error, conflation, fr", id="fr")],
)
def test_the_page_of_the_rule_is_that_of_the_language_of_the_text(text, said):
    shown = "\n".join(after(text, "r"))
    assert "There is no finding here." not in shown
    assert said in shown


def test_without_a_screen_the_same_is_told():
    said: list[str] = []
    answers = iter(["c", "q"])
    desk = desks.desk({Path("a.md"): ENGLISH})
    Plain(desk, lambda question: next(answers), said.append).run()
    assert "China: subject, threaten." in said
    assert re.search(r"For the government\n  threatened \+\d\.\d", "\n".join(said))


@pytest.mark.parametrize("text", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_the_table_of_mentions_tells_for_and_against(text, capsys):
    Path("a.md").write_text(text)
    main(["check", "--explain-mentions", "a.md"])
    head, row = capsys.readouterr().out.splitlines()[:2]
    cell = row[head.index("  for  ") + 2 : head.index("against")]
    assert re.match(r"tortur|threatened", cell.strip())
    assert "-" not in cell
