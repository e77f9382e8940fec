"""Which values of a data file are of the fields that are named, and what that leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.interface import say, say_many
from lintwords.model import Unread
from lintwords.readers.data.values import BEYOND, HEAD, KEY


class Wanted:
    """The fields that are named: which values are theirs, and what of the file that leaves out."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = {tuple(field.split(".")): field for field in fields}
        self.deepest = max(map(len, self._fields))
        self._is_there = self._leaves_text = False
        self._read: set[str] = set()  # fields of which, or of fields inside which, text was read
        self._inside: dict[str, str] = {}  # field → one of the fields inside that were left out
        self._first_row = self._last_row = 0  # of a table, that are longer than its head
        self._many_rows = 0

    def takes(self, keys: tuple[str, ...], style: str) -> bool:
        """Whether what stands under `keys` is of a field that is named."""
        found = any(keys[-len(field) :] == field for field in self._fields)
        self._is_there |= found
        if found and style not in (KEY, HEAD):
            self._read.update(field for field, _ in self._around(keys))
        return found

    def leave(self, keys: tuple[str, ...], style: str) -> None:
        """Text under `keys` is not read."""
        self._leaves_text = True
        if style == BEYOND:
            self._see_long_row(int(keys[0]))
        for field, inside in self._around(keys):
            self._inside.setdefault(field, inside)

    def _see_long_row(self, number: int) -> None:
        self._first_row = self._first_row or number
        self._many_rows += number != self._last_row
        self._last_row = number

    def _around(self, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The named fields that lie on the way to a value, and the way from there."""
        for at in range(len(keys) - 1):
            for field, name in self._fields.items():
                if keys[at : at + len(field)] == field and at + len(field) < len(keys):
                    yield name, ".".join((name, *keys[at + len(field) :]))

    def unread(self, *, holds_more: bool) -> Iterator[Unread]:
        """What a reader sees in the file and would think read.

        `holds_more`: not even a number stands in a file that holds nothing.
        """
        if (self._leaves_text or holds_more) and not self._is_there:
            names = ", ".join(self._fields.values())
            yield Unread(
                "field", say("it has none of the fields that are named ({names})", names=names),
            )
        for field, inside in self._inside.items():
            if field not in self._read:
                what = say(
                    "the field {field} holds fields of its own that were not read, as {inside}",
                    field=field, inside=inside,
                )
                yield Unread("field", what)
        if self._many_rows:
            many = self._many_rows - 1
            row = self._first_row
            yield Unread("field", say_many(
                "row {row} and {n} more have cells beyond the head that were not read",
                "row {row} and {n} more have cells beyond the head that were not read", many,
                row=row,
            ) if many else say("row {row} has cells beyond the head that were not read", row=row))
