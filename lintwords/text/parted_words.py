"""Words that the end of a line parts with a hyphen: one word, where only the whole is known.

So are names that a picture or a drawing stands inside.

"Chi-" and "na" are one; "state-" and "owned" are two. A reader marks such a line end with a sign
that is not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lintwords import later

Cut = tuple[str, str, int, int]  # as a spelling cuts a text
PARTED = later.pattern("[-\N{HYPHEN}]\N{SOFT HYPHEN}")

_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # what is no prose, as readers write it
HELD = later.pattern(rf"{_OBJECT}(?<=[^\W\d_]{_OBJECT}){_OBJECT}*(?=[^\W\d_])")
_MOST = 20  # words and objects of one name


def joined(cut: Iterable[Cut], text: str, is_known: Callable[[str], bool]) -> Iterator[Cut]:
    """The same words and marks, those drawn together that only a line end parts."""
    row = list(cut)
    at = 0
    while at < len(row):
        if at + 2 < len(row) and PARTED.match(text, row[at + 1][2]):
            (first, kind, start, _), mark, (second, other, _, end) = row[at : at + 3]
            are_words = kind == other == "word" and mark[1] == "joiner"
            if are_words and is_known(first + second) and not (
                is_known(first) and is_known(second)
            ):
                yield first + second, "word", start, end
                at += 3
                continue
        yield row[at]
        at += 1


def over_objects(
    cut: Iterable[Cut], text: str, is_name: Callable[[str], bool]
) -> Iterator[Cut]:
    """The same words and marks, names drawn together that hold what is no prose."""
    row = list(cut)
    at = 0
    while at < len(row):
        form, end = row[at][0], at + 1
        while end < len(row) and end - at < _MOST and HELD.match(text, row[end][2]):
            while end < len(row) and row[end][0] == _OBJECT:
                end += 1
            form, end = form + row[end][0], end + 1
            if is_name(form):
                break
        if end > at + 1 and is_name(form):
            yield form, "word", row[at][2], row[end - 1][3]
            at = end
        else:
            yield row[at]
            at += 1
