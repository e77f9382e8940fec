"""Lines above a title that stand alone: a date, a label, a byline, each a passage of its own.

A release is often headed by such lines, with no blank line below them. What shows that one does not
go on in the next is how both are written, not which words they hold: it ends in a number, or is set
in another way (capitals, capitals at each word) than the next. A line that a narrow column ended,
and one whose last word wants another, goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintwords import later

_LONGEST = 80  # characters: no label is longer
_SHORT = 4  # letters: a shorter word has no capital in many titles, and wants another word
_NARROWEST = 30  # characters: a title that is longer than its column is broken no sooner
_WORD = later.pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = later.pattern(r"\d[)\].]?\Z")
_BEGINS = later.pattern(r"[\"“‘«„(\[*_]*\s?([^\W_])")
_GOES_ON = ",;&/-\N{HYPHEN}\N{SOFT HYPHEN}"
_LINE = later.pattern(r"[^\r\n]+")
_AROUND = "> \t*_\\"  # marks of a quotation, of letters in bold, of a break
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_ENDS = (".", "!", "?", "…", ",", ";", ":")
_PLACED = later.pattern(r"[^\W\d_]{1,3}\s")  # "In 2031", "On 12 March": a sentence may begin so


def alone(source: str, start: int, end: int) -> frozenset[int]:
    """Where the lines begin that follow lines at the head of the paragraph source[start:end] which
    stand alone."""
    return frozenset(_alone(source, start, end))


def _alone(source: str, start: int, end: int) -> Iterator[int]:
    line = _LINE.match(source, start, min(end, start + _LONGEST + 1))
    while line is not None:
        after = _LINE.search(source, line.end(), end)
        if after is None:
            return
        last = _LINE.search(source, after.end(), end)
        is_title = not after[0].rstrip().endswith(_ENDS) and (
            last is None or _begins(last[0].strip(_AROUND))
        )
        if not _stands_alone(line[0], after[0], is_title=is_title):
            return
        yield after.start()
        line = after if len(after[0]) <= _LONGEST else None


def _stands_alone(line: str, after: str, *, is_title: bool) -> bool:
    """Whether a line at the head of a paragraph does not go on in the line after it.

    `is_title` says that the one after it ends with its line and is no sentence.
    """
    line, after = line.strip(_AROUND), after.strip(_AROUND)
    if len(line) > _LONGEST or line[-1:] in _GOES_ON or not (_begins(line) and _begins(after)):
        return False
    if _is_open(line):
        return False
    if _NUMBER.search(line):
        return is_title or not _PLACED.match(line)
    words, others = _WORD.findall(line), _WORD.findall(after)
    if len(words) < 2 or not others:
        return False
    if _is_capital(words):
        return not _is_capital(others)
    if len(others) > 2 and _is_capital(others):
        return True
    if not is_title or not _is_titled(words) or len(words[-1]) < _SHORT:
        return False
    first = after.index(others[0]) + len(others[0])
    return not _is_titled(others) or len(line) + 1 + first <= max(_NARROWEST, len(after))


def _begins(line: str) -> bool:
    """Whether a line begins with a capital or a number."""
    if line[:1].islower():  # most lines
        return False
    found = _BEGINS.match(line)
    return found is not None and not found[1].islower()


def _is_open(line: str) -> bool:
    """Whether a quotation or a bracket that the line opens goes on."""
    return line.count('"') % 2 == 1 or any(
        line.count(opening) > line.count(closing) for opening, closing in _PAIRS
    )


def _is_capital(words: list[str]) -> bool:
    return all(map(str.isupper, words))


def _is_titled(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words if len(word) >= _SHORT)
