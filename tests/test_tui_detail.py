"""What has no room in the detail and the list, and the key bar while a line is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import desks
import pytest
from screens import after, keys_in

from lintwords.tui import moves
from lintwords.tui.lines import UNICODE, text_of
from lintwords.tui.overview import listing

THREE = "Selon eux, la Chine a torturé un moine dans la ville.\n"
LAST = "la police chinoise"


pytestmark = pytest.mark.usefixtures("in_own_folder")


def test_a_wording_without_room_is_counted_and_scrolled_to() -> None:
    shown = "\n".join(after(THREE))
    assert LAST not in shown and "1 more: Tab PgDn" in shown
    told = "correction\N{NO-BREAK SPACE}: à la main : ces mots peuvent être ceux d’un autre"
    assert told in shown
    assert f"3   {LAST}" in "\n".join(after(THREE, "tab", "pagedown"))


def test_the_marked_wording_is_in_sight_and_another_is_counted() -> None:
    shown = "\n".join(after(THREE, "tab", "down", "down"))
    assert f"3 ▸ {LAST}" in shown and "1 more: Tab PgDn" in shown
    told = "correction\N{NO-BREAK SPACE}: à la main : seulement si l’on sait que l’organe nommé"
    assert told in shown


def test_where_there_is_room_nothing_is_counted() -> None:
    shown = "\n".join(after(THREE, lines=40))
    assert f"3   {LAST}" in shown and "more:" not in shown


FILES = {Path(f"{number:02}.txt"): "China jailed two poets.\n" for number in range(25)}


def test_where_the_same_words_stand_is_said_in_the_language_of_the_interface(
    speaking: Callable[[str], None],
) -> None:
    for lang, told in (("en", "1 in 01.txt"), ("fr", "1 dans 01.txt")):
        speaking(lang)
        desk = desks.desk(dict(list(FILES.items())[:2]))
        assert told in "\n".join(keys_in(desk, size=(160, 60)))


@pytest.mark.parametrize("file", [0, 12, 24])
def test_the_list_shows_the_current_file_and_its_finding(file: int) -> None:
    desk = desks.desk(FILES)
    desk.take(moves.go(desk.review.session, file))
    shown = "\n".join(keys_in(desk, size=(160, 45)))
    assert f">{file:02}.txt" in shown and "FILES" in shown and "FINDINGS" in shown
    assert re.search(r"> +E +1 \[China\] jailed two poets\.", shown)


@pytest.mark.parametrize(
    ("file", "rows"),
    [(0, [">00.txt", " 01.txt", " 02.txt", " 03.txt", "21"]),
     (12, ["11", " 11.txt", ">12.txt", " 13.txt", "11"]),
     (24, ["21", " 21.txt", " 22.txt", " 23.txt", ">24.txt"])],
)
def test_files_that_have_no_room_are_counted_and_a_click_goes_on(
    file: int, rows: list[str]
) -> None:
    desk = desks.desk(FILES)
    desk.take(moves.go(desk.review.session, file))
    shown, _ = listing(desk.review, 40, UNICODE, 15)
    said = [text_of(row) for row in shown[1:6]]
    assert [one.split()[0] if "more" in one else one[:7] for one in said] == rows
    whole, _ = listing(desk.review, 40, UNICODE, 60)
    assert sum(".txt" in text_of(row) for row in whole) == 25
    hidden = [row[0].action for row in shown[1:6] if "more" in text_of(row)]
    assert hidden == {0: ["file:4"], 12: ["file:10", "file:14"], 24: ["file:20"]}[file]


@pytest.mark.parametrize(
    ("key", "bar"),
    [("e", " Enter take  Esc back"), ("f", " Enter set  Esc back"),
     ("/", " Enter search  Esc back")],
)
def test_while_a_line_is_typed_the_bar_shows_its_keys(key: str, bar: str) -> None:
    before, during = after(THREE), after(THREE, key)
    assert before[-1].startswith(" a Accept") and during[-1] == bar
    assert after(THREE, key, "escape")[-1] == before[-1]
