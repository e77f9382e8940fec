"""Any language: a name that stands for a topic, as a label among others, and tells of no deed.

"Tags: China, torture, tea" and "China – Jailed lawyers – Petition" say what a page is about; of
those who "have banned torture" names below tell nothing bad.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.model import Slot
from lintwords.grammar.tagged import Tagged
from lintwords.text.tokens import Token

_OF_LABELS = ("words.heads-labels", "function.heads-labels")  # by what a language has
_OUTLAWS, _WRONGS = "words.outlaws", frozenset(("nouns.abuse",))
_HEAD = 3  # tokens before the colon of a row of labels
_SIGNS = frozenset("–—-/|•·>»›")  # what stands between the steps of a trail
_NOMINAL = frozenset("NJKZDP#E-")
_LONGEST = 4  # tokens of a step


def is_label(read: Tagged, slot: Slot, opening: Sequence[Token]) -> bool:
    """Whether a name is one of a row of labels, or a step of a trail, with no deed in either.

    `opening` is how a row begins of which only a rest is read.
    """
    start = slot.token
    while start and read.tags[start - 1] == "D":
        start -= 1
    if not (_parts(read, start - 1) and _parts(read, slot.token + 1)):
        return False
    return _is_in_row(read, start, opening) or _is_in_trail(read)


def stands_apart(read: Tagged, slot: Slot) -> bool:
    """Whether the name is a step by itself, and its verb one of the next step.

    "China / Iran jails poets / Peru".
    """
    start, end = slot.token - 1, slot.token + 1
    if not (start < 0 or _is_sign(read, start)) or not _is_sign(read, end):
        return False
    after = [at for at in range(end + 1, read.count) if _is_sign(read, at)]
    return bool(after) and all(
        end < verb.at < after[-1] and "verbs:third" in read.tokens[verb.at].word.forms
        for verb in slot.governors
    )


def outlaws_wrong(lead: Sequence[Token]) -> bool:
    """Whether a wrong is ended, as such: "Who has banned torture", "They ended torture"."""
    return any(
        _OUTLAWS in token.word.classes
        and any(not _WRONGS.isdisjoint(one.word.nominal) for one in _object(lead, at + 1))
        for at, token in enumerate(lead)
    )


def _object(lead: Sequence[Token], at: int) -> Sequence[Token]:
    while at < len(lead) and "function.determiner" in lead[at].classes:
        at += 1
    return lead[at : at + 1]


def _parts(read: Tagged, at: int) -> bool:
    """Whether `at` is a border of a label: a comma, a colon, a sign, the end."""
    return read.tag_or_stop(at) in ",:." or _is_sign(read, at)


def _is_sign(read: Tagged, at: int) -> bool:
    return 0 <= at < read.count and read.tokens[at].low in _SIGNS


def _is_in_row(read: Tagged, start: int, opening: Sequence[Token]) -> bool:
    if opening:
        return _colon_of(opening) > 0 and _names_no_deed(read, 0)
    colon = _colon_of(read.tokens[:start])
    return colon > 0 and _names_no_deed(read, colon + 1)


def _colon_of(tokens: Sequence[Token]) -> int:
    """The colon behind the head of a row of labels that begins here; 0 if none does."""
    colon = next((at for at, one in enumerate(tokens[: _HEAD + 1]) if one.low == ":"), 0)
    heads = any(cls in one.word.classes for one in tokens[:colon] for cls in _OF_LABELS)
    return colon if heads else 0


def _is_in_trail(read: Tagged) -> bool:
    signs = [at for at in range(read.count) if _is_sign(read, at)]
    tells = "E" in read.tags or read.holds(range(read.count), *_WRONGS)
    if len(signs) < 2 or not tells or not _names_no_deed(read, 0):
        return False  # a trail without a word of wrong needs no care
    borders = [-1, *signs, read.count]
    return all(1 < b - a <= _LONGEST + 1 for a, b in zip(borders, borders[1:], strict=False))


def _names_no_deed(read: Tagged, first: int) -> bool:
    """Whether no verb stands from `first` on, nor a participle with what it was done to."""
    return all(
        _parts(read, at) or (read.tags[at] in _NOMINAL
        and not (read.tags[at] == "E" and read.tag(at + 1) in ("D", "#", "N", "J")))
        for at in range(first, read.count)
    )
