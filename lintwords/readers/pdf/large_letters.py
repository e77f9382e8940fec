"""Large letters with which a text opens on a PDF page: they belong to the word beside them.

Such a letter is drawn by itself, before the text or after it, as high as some lines of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lintwords.readers.pdf.hyphens import Words
from lintwords.readers.pdf.pages import Line

_LETTER = re.compile(r"[\"“‘«„]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LARGE = 1.7  # times the height of the text beside it
_NEAR = 40  # lines before and after it in which that is looked for


def whole_openings(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page, such letters at the words that they open."""
    found = [dict(_openings(page)) for page in pages]
    if not any(found):
        return [list(page) for page in pages]
    beside = [{*here, *here.values()} for here in found]
    words = Words.of(
        line.text for page, here in zip(pages, beside, strict=True)
        for at, line in enumerate(page) if at not in here
    )
    return [
        [
            _opened(page[letters[at]], line, words.whole) if at in letters else line
            for at, line in enumerate(page) if at not in here
        ]
        for page, here in zip(pages, found, strict=True)
        for letters in [{line: letter for letter, line in here.items()}]
    ]


def _openings(page: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Each large letter of a page, and the line that it opens."""
    taken: set[int] = set()
    for at, letter in enumerate(page):
        if not _LETTER.fullmatch(letter.text.strip()) or not letter.text.strip()[-1].isupper():
            continue
        top = letter.bottom + letter.height
        beside = [
            near for near in range(max(at - _NEAR, 0), min(at + _NEAR, len(page)))
            if near != at and near not in taken and _WORD.match(page[near].text.lstrip())
            and letter.bottom <= page[near].bottom < top
            and 0 < page[near].height * _LARGE <= letter.height
        ]
        if beside:
            line = max(beside, key=lambda near: (page[near].bottom, near == at + 1))
            taken.update((at, line))
            yield at, line


def _opened(letter: Line, line: Line, known: frozenset[str]) -> Line:
    """The line with its letter; some letters are words of their own ("A committee")."""
    opening, text = letter.text.strip(), line.text.lstrip()
    word = _WORD.match(text)
    rest = word[0].lower() if word else ""
    alone = opening[-1].lower()
    is_one = alone + rest in known or (rest not in known and alone not in known)
    return line._replace(text=f"{opening}{'' if is_one else ' '}{text}")
