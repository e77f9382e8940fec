"""Accents that a writer left out: in capitals, in posts, on a keyboard without them."""

from __future__ import annotations

from unicodedata import combining, normalize


def is_accented(letter: str) -> bool:
    """Whether this is an accent, or a letter that no keyboard without accents has."""
    return not letter.isascii() and (letter.isalpha() or combining(letter) > 0)


def cased(low: str, form: str) -> str:
    """A word in small letters with the capitals of the one that stands for it."""
    if form.isupper():
        return low.upper()
    return low[:1].upper() + low[1:] if form[:1].isupper() else low


def bare(form: str) -> str:
    """A word without its accents."""
    if form.isascii():
        return form
    return "".join(letter for letter in normalize("NFD", form) if not combining(letter))
