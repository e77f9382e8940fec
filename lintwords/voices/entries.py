"""Under a heading such as "Glossary": which words are listed, and which sentences state a deed.

What a list of words names, and an example of a style guide, is spoken of. A plain sentence, also in
an item or a cell, or what an entry says behind its word ("Firewall: the system by which …"), is the
writer's own; not in a table whose columns say what to write and what not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintwords.model import Kind, Segment, Span
from lintwords.voices.cues import STOPS, Scan

_HEAD = 10  # words before the mark behind the word of an entry
_MARKS = frozenset((":", "–", "—", "="))
_COLUMNS = 6  # cells at the top of a table that may tell what is below them
_FEW = 4  # words of such a cell
_LONG = 6  # words of a cell that is no word of a list
_FAR = 2000  # cells above that are asked
_ABOUT = ("word_noun", "phrase_noun", "meta_place")  # speak of words, or of where they stood


def is_listed(
    opening: Scan, read: Scan, span: Span, kind: Kind, *, holds_examples: bool
) -> bool:
    """Whether `span` is spoken of in the sentence `read` under such a heading.

    `opening` is the first sentence of its segment, which is of this `kind`; its list or table may
    hold examples.
    """
    mark = next((at for at in range(min(_HEAD, len(opening))) if opening.low(at) in _MARKS), -1)
    if mark > 0 and span.start < opening.words[mark].start:
        return True  # the word of the entry
    says = mark > 0 and not _names_an_example(opening, mark)
    if not says and (mark > 0 or (holds_examples and kind is not Kind.PROSE)):
        return True
    if kind is Kind.CELL and holds_examples:
        return True
    first = mark + 1 if read is opening and says else 0
    needs_stop = not says and not (kind is Kind.CELL and len(opening) >= _LONG)
    return _is_about_words(read, first) or not _states(read, span, needs_stop=needs_stop)


def has_labels(
    segments: Sequence[Segment], at: int, read: Callable[[int], Scan]
) -> bool:
    """Whether the table of a cell has columns for what is wrong or right; `read` reads a cell."""
    first = at
    while first > max(at - _FAR, 0) and segments[first - 1].kind is Kind.CELL:
        first -= 1
    heads = (read(one) for one in range(first, min(first + _COLUMNS, at)))
    return any(
        len(head) <= _FEW and any(
            head.cue(word, "meta_label", "meta_verb", "meta_place") for word in range(len(head))
        )
        for head in heads
    )


def _names_an_example(opening: Scan, mark: int) -> bool:
    """Whether what stands before the mark leads to an example, or to where it stood: "page 3:"."""
    return any(
        opening.words[at].text[:1].isdigit() or opening.cue(at, "meta_label", *_ABOUT)
        for at in range(mark)
    )


def _is_about_words(read: Scan, first: int) -> bool:
    return any(read.find(name, first, len(read)) >= 0 for name in _ABOUT) or any(
        read.cue(at, "meta_verb")
        and (at == first or not read.low(at - 1).isalnum() or read.cue(at - 1, "meta_before"))
        for at in range(first, len(read))
    )


def _states(read: Scan, span: Span, *, needs_stop: bool) -> bool:
    """Whether the sentence has a verb behind where `span` begins, and ends as sentences do."""
    is_whole = not needs_stop or read.low(len(read) - 1) in STOPS
    return is_whole and any(
        read.is_finite(at) for at, word in enumerate(read.words) if word.start > span.start
    )
