"""Any language: capitals of new words as those of the words that go."""

from __future__ import annotations

from lintwords.grammar.model import Style
from lintwords.text.sentences import Sentence

_INITIALS = 3  # letters in capitals that tell nothing: "PRC"


def like(form: str, old: str) -> str:
    """A form with the capitals of the word that goes: all of them, one at the start, or none."""
    return form.upper() if old.isupper() and len(old) > 1 else begun_like(form, old)


def begun_like(form: str, old: str) -> str:
    """A form with a capital at the start where the words that go have one."""
    return begun(form) if old[:1].isupper() else form


def begun(form: str) -> str:
    """A form with a capital at the start."""
    return form[:1].upper() + form[1:]


def is_loud(words: str) -> bool:
    """Whether words are all in capitals, and are no initials."""
    return words.isupper() and len(words) > _INITIALS


def opens_text(sentence: Sentence, style: Style, start: int) -> bool | None:
    """Whether words at `start` begin a sentence; None where words before them leave it open.

    The first words of a line do; those of a sentence do not where it goes on with one before it.
    """
    if not any(letter.isalpha() for letter in sentence.text[sentence.start : start]):
        return not style.runs_on
    return True if start == style.line_at else None
