"""Under a heading such as "Glossary": which words are listed, and which sentences state a deed.

What a list of words names, and an example of a style guide, is spoken of. A plain sentence, or what
an entry says behind its word ("Firewall: the system by which …"), is the writer's own.
"""

from __future__ import annotations

from lintwords.model import Kind, Span
from lintwords.voices.cues import Scan

_HEAD = 10  # words before the mark behind the word of an entry
_MARKS = frozenset((":", "–", "—", "="))
_STOPS = (".", "!", "?", "…")
_ABOUT = ("word_noun", "phrase_noun", "meta_place")  # speak of words, or of where they stood


def is_listed(opening: Scan, read: Scan, span: Span, kind: Kind) -> bool:
    """Whether `span` is spoken of in the sentence `read` under such a heading.

    `opening` is the first sentence of its segment, which is of this `kind`.
    """
    mark = next((at for at in range(min(_HEAD, len(opening))) if opening.low(at) in _MARKS), -1)
    if mark > 0 and span.start < opening.words[mark].start:
        return True  # the word of the entry
    says = mark > 0 and not _names_an_example(opening, mark)
    if kind is Kind.CELL or not says and (mark > 0 or kind is not Kind.PROSE):
        return True
    first = mark + 1 if read is opening and says else 0
    return _is_about_words(read, first) or not _states(read, span, needs_stop=not says)


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
    is_whole = not needs_stop or read.low(len(read) - 1) in _STOPS
    return is_whole and any(
        read.is_finite(at) for at, word in enumerate(read.words) if word.start > span.start
    )
