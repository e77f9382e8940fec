"""Rows about single findings, drawn together where they differ in nothing but the place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lintwords.reports.words import count

_NAMED = 3  # different words of a row


class Row(NamedTuple):
    """A finding that is let through: where it stands, and what is said of it."""

    file: str
    place: str  # in full: "a.md:4:6"
    rule: str
    words: str
    rest: tuple[str, ...] = ()  # cells that tell one row from another
    note: str = ""  # a cell that does not: where it says so
    sentence: str = ""  # with the words in brackets, for a row that stands alone


def drawn_together(
    rows: Iterable[Row], *, each: bool = False, noted: str = ""
) -> list[tuple[str, ...]]:
    """Cells of place, rule, words, note if `noted` names what it is, and the rest of each group.

    With `each` every row stands alone.
    """
    groups: dict[tuple[object, ...], list[Row]] = {}
    for number, row in enumerate(rows):
        key = (row.file, row.rule, row.rest, number if each else 0)
        groups.setdefault(key, []).append(row)
    return [
        (_place(group), group[0].rule, _words(group), *([_note(group, noted)] if noted else []),
         *group[0].rest)
        for group in groups.values()
    ]


def _place(group: list[Row]) -> str:
    first = group[0]
    return first.place if len(group) == 1 else f"{first.file}, {count(len(group), 'place')}"


def _words(group: list[Row]) -> str:
    """The sentence of a single one; of several the words."""
    if len(group) == 1 and group[0].sentence:
        return group[0].sentence
    words = list(dict.fromkeys(row.words for row in group))
    more = ", …" if len(words) > _NAMED else ""
    return ", ".join(f'"{one}"' for one in words[:_NAMED]) + more


def _note(group: list[Row], noted: str) -> str:
    notes = list(dict.fromkeys(row.note for row in group))
    return notes[0] if len(notes) == 1 else count(len(notes), noted)
