"""Finds which quotation marks of one segment open, which close, and which are apostrophes.

Paired marks (“ ” „ “ « » ‹ ›) nest; »so« and ›so‹ are pairs where they stand close to their words;
a straight mark opens or closes by what stands beside it; a single mark is an apostrophe until it is
shown to be more. What goes on in another segment is for `quotations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lintwords import later
from lintwords.values import dataclass

_MARKS = later.pattern("[\"“”„‟«»‹›'‘’‚]")
_ASCII_MARKS = later.pattern("[\"']")  # the same for a text in ASCII, found many times faster
_CLOSERS: Mapping[str, str] = {
    '"': '"',
    "“": "”",
    "‟": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "'": "'",
    "‘": "’",
    "‚": "‘’",
}
_INWARD: Mapping[str, str] = {"»": "«", "›": "‹"}  # as books in German have them
SINGLE = "'‘‚"
_BEFORE_OPENING = "([{—–-/\"“„«‘'¿¡\ufffc"
_DEPTH = 4  # deeper nesting is no prose


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of one segment, read by itself: pairs, and what has no partner in it."""

    closed: tuple[tuple[int, int, str], ...]
    left_open: tuple[tuple[int, str], ...]  # outermost first
    stray: tuple[tuple[int, str], ...]  # closing marks that nothing opened

    def first_stray(self, sign: str) -> int:
        """Where the first mark stands that would close `sign`; -1 if there is none."""
        return next((at for at, closing in self.stray if closing in _CLOSERS[sign]), -1)


_NOTHING = Marks((), (), ())


def marks_of(text: str) -> Marks:
    """The quotation marks of a segment by its text; linear in its size."""
    if text.isascii():
        if '"' not in text and "'" not in text:
            return _NOTHING
        matches = _ASCII_MARKS.finditer(text)
    else:
        matches = _MARKS.finditer(text)
    marks = [(match.start(), match.group()) for match in matches]
    closed: list[tuple[int, int, str]] = []
    stack: list[tuple[int, str]] = []
    stray: list[tuple[int, str]] = []
    singles, inward = dict(_single_pairs(text, marks)), dict(_inward_pairs(text, marks))
    inward_ends = frozenset(inward.values())
    single_end = -1
    lead = len(text) - len(text.lstrip())
    for nth, (at, sign) in enumerate(marks):
        if at in singles and at > single_end:
            single_end = singles[at]
            closed.append((at, single_end + 1, sign))
        elif at in inward:
            closed.append((at, inward[at] + 1, sign))
        elif at in inward_ends:
            pass
        elif sign in "'‘’‚":
            # „…‘ and ‚…‘ aside, a single mark that has no partner is an apostrophe; at the start
            # of a paragraph it may be answered in a later one
            if sign in SINGLE and at == lead and _opens(text, at):
                stack.append((at, sign))
        elif sign == '"':
            _straight(text, marks, nth, stack, closed, stray)
        elif at > lead and _closes(sign, text, at, stack):
            opened = _pop(stack, sign)
            closed.append((opened[0], at + 1, opened[1]))
        elif sign in _CLOSERS:
            if len(stack) < _DEPTH:
                stack.append((at, sign))
        elif at > lead:
            stray.append((at, sign))
    return Marks(tuple(closed), tuple(stack), tuple(stray))


def _straight(
    text: str,
    marks: Sequence[tuple[int, str]],
    nth: int,
    stack: list[tuple[int, str]],
    closed: list[tuple[int, int, str]],
    stray: list[tuple[int, str]],
) -> None:
    """Decide on one straight double mark; inches (6") neither open nor close."""
    at = marks[nth][0]
    after_digit = at > 0 and text[at - 1].isdigit()
    if not _pop(stack, '"', look=True)[1]:
        if _opens(text, at):
            if len(stack) < _DEPTH:
                stack.append((at, '"'))
        elif not after_digit and not _close_curly(stack, at, closed):
            stray.append((at, '"'))
        return
    if after_digit:
        following = next((a for a, sign in marks[nth + 1 : nth + 4] if sign == '"'), -1)
        if following >= 0 and not _opens(text, following):
            return
    opened = _pop(stack, '"')
    if _opens(text, at) and not _between_spaces(text, at) and _is_answered(text, marks, nth):
        closed.append((opened[0], at, '"'))
        stack.append((at, '"'))
    else:
        closed.append((opened[0], at + 1, '"'))


def _is_answered(text: str, marks: Sequence[tuple[int, str]], nth: int) -> bool:
    """Whether the next straight mark can close what this one would open.

    If it opens too, or there is none, this one closes, with its space on the wrong side:
    "we are ready, "she said. "It is".
    """
    following = next((at for at, sign in marks[nth + 1 : nth + 4] if sign == '"'), -1)
    return following >= 0 and not _opens(text, following)


def _close_curly(stack: list[tuple[int, str]], at: int, closed: list[tuple[int, int, str]]) -> bool:
    """A straight mark may close a curly one where a writer mixed the two."""
    if not stack or stack[-1][1] != "“":
        return False
    opened = stack.pop()
    closed.append((opened[0], at + 1, opened[1]))
    return True


def _closes(sign: str, text: str, at: int, stack: Sequence[tuple[int, str]]) -> bool:
    if not any(sign in _CLOSERS[opened] for _, opened in stack):
        return False
    if sign == "“":  # closes „ only after a word; else it opens
        return stack[-1][1] == "„" and not text[at - 1].isspace()
    return True


def _pop(stack: list[tuple[int, str]], sign: str, *, look: bool = False) -> tuple[int, str]:
    """The innermost opening that `sign` closes; what was opened inside it is dropped."""
    for nth in range(len(stack) - 1, -1, -1):
        if sign in _CLOSERS[stack[nth][1]]:
            opened = stack[nth]
            if not look:
                del stack[nth:]
            return opened
    return -1, ""


def _opens(text: str, at: int) -> bool:
    """Whether the mark at `at` has the look of an opening one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _between_spaces(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isspace() and text[at - 1 : at].isspace()


def _single_pairs(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs of single marks that enclose a quotation; all others are apostrophes.

    A mark after an s may be a genitive ("the lawyers' children"): it closes only if no better
    mark comes before the next opening. Each mark is looked at once for each opening before it
    that has no other opening between, so the walk is linear.
    """
    opening: int | None = None
    sign_open = ""
    doubtful: int | None = None
    for nth, (at, sign) in enumerate(marks):
        if opening is not None and sign not in "'‘’‚":
            # a double mark outside would cross; inside it would nest: stay with what we have
            if doubtful is not None:
                yield opening, doubtful
                opening, doubtful = None, None
            continue
        if (
            sign in SINGLE
            and _opens(text, at)
            and _starts_word(text, at)
            and not (text[at + 1].isdigit() and text[at + 3 : at + 4] == "s")
        ):
            if opening is not None and doubtful is not None:
                yield opening, doubtful
            opening, sign_open, doubtful = at, sign, None
        elif opening is not None and sign in _CLOSERS[sign_open] and _ends_word(text, at):
            if (
                nth
                and marks[nth - 1][1] == sign
                and at - marks[nth - 1][0] <= 3
                and (marks[nth - 1][0] != opening)
            ):
                continue  # rock ’n’ roll
            if _may_be_genitive(text, at):
                doubtful = at if doubtful is None else doubtful
            else:
                yield opening, at
                opening, doubtful = None, None
    if opening is not None and doubtful is not None:
        yield opening, doubtful


def _inward_pairs(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs that point at what they enclose: »so«. In «so» each mark stands on the other side.

    The next mark of the kind closes it, so the walk is linear.
    """
    opening: dict[str, int] = {}  # by the mark that closes it
    for at, sign in marks:
        close = _INWARD.get(sign)
        if close:
            opening.pop(close, None)
            if _opens(text, at) and _starts_word(text, at):
                opening[close] = at
        elif sign in opening:
            start = opening.pop(sign)
            if _ends_word(text, at):
                yield start, at


def _starts_word(text: str, at: int) -> bool:
    return text[at + 1].isalnum() or text[at + 1] in '"“'


def _ends_word(text: str, at: int) -> bool:
    after = text[at + 1] if at + 1 < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()


def _may_be_genitive(text: str, at: int) -> bool:
    follows = text[at + 1 : at + 3]
    return text[at - 1] in "sxz" and follows[:1].isspace() and follows[1:].isalpha()
