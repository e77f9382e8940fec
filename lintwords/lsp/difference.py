"""The edits that lead from one text to another, as small as lines and their ends allow."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from lintwords.model import Edit


def edits_between(before: str, after: str) -> list[Edit]:
    """Edits of `before`, in order and without overlap, that make `after` of it."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    at = [0, *accumulate(map(len, old))]
    return [
        edit
        for tag, low, high, first, last in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
        for edit in _trimmed(at[low], "".join(old[low:high]), "".join(new[first:last]))
    ]


def _trimmed(start: int, old: str, new: str) -> Iterator[Edit]:
    """One edit of the words that differ; words are not cut."""
    words, others = _words(old), _words(new)
    head = 0
    while head < min(len(words), len(others)) and words[head] == others[head]:
        head += 1
    tail = 0
    while tail < min(len(words), len(others)) - head and words[-1 - tail] == others[-1 - tail]:
        tail += 1
    low = start + sum(map(len, words[:head]))
    gone, come = words[head : len(words) - tail], others[head : len(others) - tail]
    if gone or come:
        yield Edit(0, low, low + sum(map(len, gone)), "".join(come))


def _words(text: str) -> list[str]:
    """A text cut before each blank and after it."""
    parts: list[str] = []
    for sign in text:
        if parts and not sign.isspace() and not parts[-1][-1].isspace():
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts
