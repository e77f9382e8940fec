"""Words of a paragraph that are struck through: seen beside its sentence, and no part of it."""

from __future__ import annotations

from collections.abc import Sequence

_END = "\0"  # between stretches; in no text


def see(words: list[str], text: str) -> None:
    """Keep a piece of text that is struck."""
    words.append(text)


def end(words: list[str]) -> None:
    """What comes is not struck."""
    if words and words[-1] != _END:
        words.append(_END)


def stretches(words: Sequence[str]) -> list[str]:
    """What is struck in one piece, with a letter in it."""
    return [one for one in "".join(words).split(_END) if any(map(str.isalpha, one))]
