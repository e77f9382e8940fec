"""Offsets as JavaScript, Java and LanguageTool count them: UTF-16 code units, from code points."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """The offsets of one text."""

    def __init__(self, text: str) -> None:
        self._astral = () if text.isascii() else tuple(
            at for at, sign in enumerate(text) if sign > "\uffff"
        )

    def __call__(self, offset: int) -> int:
        """How many code units stand before the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)
