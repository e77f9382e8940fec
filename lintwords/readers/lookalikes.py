"""Letters that look like others: a word that a reader sees is read, whatever it is made of.

Posts set words in letters of mathematics and in wide or ringed ones; a text that was recognised in
a picture, or is meant to deceive, has letters of another script inside a word. Each is read as the
letter that it looks like; no fix touches such a word, which stands otherwise in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from lintwords.model import Document, Locked, Run, Segment, SourceMap
from lintwords.values import replace

# letters of mathematics, wide and ringed ones, and such in a square
_STYLED = (
    "\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f149"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134"
)
_TWINS = dict(zip(
    "АВСЕНІЈКМОРЅТХУаеорсухіјѕԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABCEHIJKMOPSTXYaeopcyxijsdlABEZHIKMNOPTYXo", strict=True,
))  # fmt: skip
_TWIN = "".join(_TWINS)
_WORD = re.compile(
    rf"[{_STYLED}]+|(?<!\w)(?=[A-Za-z]*[{_TWIN}])(?=[{_TWIN}]*[A-Za-z])[A-Za-z{_TWIN}]{{3,100}}(?!\w)"
)
_STYLED_ANY = re.compile(f"[{_STYLED}{_TWIN}]")


def seen(document: Document) -> Document:
    """`document` with such words as they are seen."""
    changed = tuple(map(_seen, document.segments))
    if all(now is before for now, before in zip(changed, document.segments, strict=True)):
        return document
    locks = [
        Locked(run.piece.part, run.piece.start, run.piece.end)
        for now, before in zip(changed, document.segments, strict=True) if now is not before
        for run in now.map.runs
        if now.text[run.start : run.end] != before.text[run.start : run.end]
    ]
    return replace(document, segments=changed, locked=(*document.locked, *locks))


def _seen(segment: Segment) -> Segment:
    text = segment.text
    if text.isascii() or not _STYLED_ANY.search(text):
        return segment
    words = [word.span() for word in _WORD.finditer(text)]
    if not words:
        return segment
    shown = _WORD.sub(lambda word: "".join(map(_letter, word[0])), text)
    return replace(segment, text=shown, map=SourceMap(tuple(_runs(segment.map.runs, words))))


def _letter(sign: str) -> str:
    plain = _TWINS.get(sign) or normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _runs(runs: tuple[Run, ...], words: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs of a map, cut at the words, which are read as what does not stand there."""
    nth = 0
    for run in runs:
        at = run.start
        while at < run.end:
            while nth < len(words) and words[nth][1] <= at:
                nth += 1
            first, last = words[nth] if nth < len(words) else (run.end, run.end)
            is_word = first <= at
            end = min(run.end, last if is_word else max(first, at))
            if not run.piece.verbatim:
                end = run.end
            yield _cut(run, at, end, is_word)
            at = end


def _cut(run: Run, start: int, end: int, is_word: bool) -> Run:
    piece = run.piece
    if not piece.verbatim:
        return run
    low = piece.start + start - run.start
    return Run(start, end, piece._replace(start=low, end=low + end - start, verbatim=not is_word))
