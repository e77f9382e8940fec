"""What the detail has no room for, and the key bar while a line is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_tui_cues import after

THREE = "Selon eux, la Chine, un régime totalitaire, a torturé un moine dans la ville.\n"
LAST = "la police chinoise"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_wording_without_room_is_counted_and_scrolled_to() -> None:
    shown = "\n".join(after(THREE))
    assert LAST not in shown and "1 more: Tab PgDn" in shown
    assert "fix: à la main : ce qui suit décrit le pays" in shown
    assert f"3   {LAST}" in "\n".join(after(THREE, "tab", "pagedown"))


def test_the_marked_wording_is_in_sight_and_another_is_counted() -> None:
    shown = "\n".join(after(THREE, "tab", "down", "down"))
    assert f"3 ▸ {LAST}" in shown and "1 more: Tab PgDn" in shown
    assert "fix: à la main : seulement si l’on sait que cet organe a agi" in shown


def test_where_there_is_room_nothing_is_counted() -> None:
    shown = "\n".join(after(THREE, lines=40))
    assert f"3   {LAST}" in shown and "more:" not in shown


@pytest.mark.parametrize(
    ("key", "bar"),
    [("e", " Enter take  Esc back"), ("f", " Enter set  Esc back"),
     ("/", " Enter search  Esc back")],
)  # fmt: skip
def test_while_a_line_is_typed_the_bar_shows_its_keys(key: str, bar: str) -> None:
    before, during = after(THREE), after(THREE, key)
    assert before[-1].startswith(" a Accept") and during[-1] == bar
    assert after(THREE, key, "escape")[-1] == before[-1]
