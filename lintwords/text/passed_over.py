"""Stretches of a sentence that a reader's eye passes over: no words, and no quotation marks.

Emphasis that a plain text writes with signs (`*word*`, `_word_`, `/word/`), the marks of notes and
edits that some editors know (`word^1^`, `{++word++}`, `[[word]]`), the further marks of a word with
several notes, an address in brackets after a word, a citation that stands as code (MyST), an
editor's brackets round a name that the sentence goes on from, and dots that are a pause in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later

# most sentences hold none of this
_ANY = later.pattern(r"[*_~=+/^\uFFFC@⁽¹²³⁴-⁹]|\[|\|\||…|\.\.\.|\d[,–-]\d|www\.")
_MARK = later.pattern(r"(?:([*_~=+/^])\1{0,2})(?!\1)|\|\|(?!\|)")
# "[China] jailed", "(China) jailed" where a sentence begins; "It (China) jailed" says it again
_NAME = r"[^\W\d_a-zß-ÿ][^\W\d_]{2,30}(?:[ \xa0][\w.’'-]{1,30}){0,3}"
_EDITED = later.pattern(
    rf"(?:(\[){_NAME}(\])|(?<![^\s\"“])(?<![^.!?:]\s)(\(){_NAME}(\)))"
    r"(?=\s+[^\W\d_A-ZÀ-Þ]|['’][s ])"
)
_PAUSE = later.pattern(r"(?<=[^\W\d_])\s?(?:…|\.{3})(?=\s[^\W\d_A-ZÀ-Þ])")
_FARTHEST = 200  # characters between two marks of one emphasis
_OPENING = "*_~=+/^\"'“‘«([{"  # what an emphasis may begin with, other than a word
_RAISED = "⁰¹²³⁴-⁹"
_ADDRESS = (
    r"(?:(?:https?://|www\.|mailto:)[^\s<>()\[\]]{1,1000}"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|\uFFFC)"
)
_BESIDE = later.pattern(
    rf"""
    (?<=[\w*_]) \s* < \s* {_ADDRESS} \s* >
  | (?<=[\w*_]) \s* \( \s* {_ADDRESS} \s* \)
  | (?<=[\w*_]) \s* \[ \s* {_ADDRESS} \s* \]
  | \[ (?= [^\[\]]{{1,200}} \] \( {_ADDRESS} \) ) | \] \( {_ADDRESS} \)
  | \[\[ (?: [^\s\[\]|]{{1,100}} \| )? (?= [^\[\]]{{1,200}} \]\] ) | (?<= \w ) \]\]
  | (?<=[\w*_]) \s* \{{ (?: foot )? cite (?: :p | :ps )? \}} \uFFFC
  | (?<= \w ) \^ \w{{1,3}} (?: , \w{{1,3}} )* \^ | (?<= \w ) ~ \d{{1,3}} (?: , \d{{1,3}} )* ~
  | \{{ (?: \+\+ | == | -- ) | (?: \+\+ | == | -- ) \}}
  | (?<= [{_RAISED}] ) (?: [,–-] [{_RAISED}]{{1,3}} )+ | (?<= \w ) ⁽ [{_RAISED}]{{1,3}} ⁾
  | (?: (?<= [^\W\d_]{{4}} \d ) | (?<= [^\W\d_]{{4}} \d\d ) ) (?: [,–-] \d{{1,2}} )+ (?! \w )
    """,
    re.VERBOSE,
)


def shown(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of text[start:end] that are read, in order."""
    if not _ANY.search(text, start, end) and not text.startswith(("(", "“(", "\"("), start):
        yield start, end
        return
    stretches = {
        *_emphasis(text, start, end), *_beside(text, start, end), *_of_editors(text, start, end),
    }
    for low, high in sorted(stretches):
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _beside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _BESIDE.finditer(text, start, end))


def _of_editors(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Both brackets round a name, and dots within a sentence."""
    for found in _EDITED.finditer(text, start, end):
        opening = 1 if found[1] else 3
        yield found.span(opening)
        yield found.span(opening + 1)
    yield from (found.span() for found in _PAUSE.finditer(text, start, end))


def _emphasis(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Both marks of each pair, also of one inside another."""
    opened: dict[str, tuple[int, int]] = {}
    for found in _MARK.finditer(text, start, end):
        mark, (low, high) = found[0], found.span()
        before, after = text[max(low - 1, 0) : low], text[high : high + 1]
        if before == mark[0]:
            continue  # of a drawn line
        place = opened.pop(mark, None)
        closes = not before.isspace() and not after.isalnum()
        if place and closes and low - place[1] <= _FARTHEST:
            yield place
            yield low, high
        elif not before.isalnum() and (after.isalnum() or (after and after in _OPENING)):
            opened[mark] = low, high
