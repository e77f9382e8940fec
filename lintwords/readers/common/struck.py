"""Words of a paragraph that are struck through: seen beside its sentence, and no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_END = "\0"  # between stretches; in no text


_LINES = re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:([^;{}]{0,200})", re.IGNORECASE)


def lines(style: str) -> str:
    """What a style says last of lines drawn at words; empty where it says nothing."""
    said = _LINES.findall(style)
    return said[-1].strip().lower() if said else ""


def is_said(styles: Iterable[str]) -> bool:
    """Whether the last of these styles that speaks of lines strikes words through."""
    said = [told for style in styles if (told := lines(style))]
    return bool(said) and "line-through" in said[-1]


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
